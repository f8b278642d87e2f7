# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 2.99

# The series: legend entries and line types.
array label[1]
array line[1]
label[1] = 'supported'; line[1] = line_of('supported')

page_lines = 20

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
0.019999999999999723 1.6500000000000004 -0.0407615912934321 0.08154176626928923
-0.025833333333333375 1.2911111111111113 -0.106263631946232 0.047938151011916216
-0.02250000000000041 0.9322222222222227 -0.1029199703034839 0.059167188772365265
0.07749999999999997 0.5733333333333337 0.015062785653221944 0.150845607534555
0.012499999999999734 0.21444444444444466 -0.08781911017912787 0.16483154513310955
EOD
$p1_margin << EOD
-0.5 0.5 1.50556 1.79444
-0.5 0.5 1.14667 1.43556
-0.5 0.5 0.78778 1.07667
-0.5 0.5 0.42889 0.71778
-0.5 0.5 0.07000 0.35889
EOD

if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
do for [t in term] {
    eval terminal(t, width, height)
    if (t ne 'dumb') {
        set output name . '.' . t . suffix
        set multiplot
    }
    unset grid; unset ytics
    set grid xtics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back

    # Panel 1
    unset logscale x; set xrange [-0.54:0.54]
    set xtics (-0.4, -0.2, 0, 0.2, 0.4)
    set border 1
    set yrange [0:1.79444]
    if (t eq 'dumb') {
        set title 'bias: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('an MLP with batchnorm does as well with a bias before it as without, within 0.5 points', columns/3) . ': 0.02 [-0.0408, 0.0815], n 12' 1.65000, abridge('a convolutional net with batchnorm does as well with a bias before it as without, within 0.5 points', columns/3) . ': -0.0258 [-0.106, 0.0479], n 12' 1.29111, abridge('a convolutional net with instancenorm does as well with a bias before it as without, within 0.5 points', columns/3) . ': -0.0225 [-0.103, 0.0592], n 12' 0.93222, abridge('an MLP with layernorm does as well with a bias before it as without, within 0.5 points', columns/3) . ': 0.0775 [0.0151, 0.151], n 12' 0.57333, abridge('an MLP with groupnorm does as well with a bias before it as without, within 0.5 points', columns/3) . ': 0.0125 [-0.0878, 0.165], n 12' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.74952
        set bmargin at screen 0.24099; set tmargin at screen 0.84114
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'an MLP with batchnorm does as well with a bias' at screen 0.00857, screen 0.81698 left
        set label 'before it as without, within 0.5 points' at screen 0.00857, screen 0.76867 left
        set label '0.02 [-0.0408, 0.0815], n 12' at screen 0.76667, screen 0.79283 left
        set label 'a convolutional net with batchnorm does as well with a' at screen 0.00857, screen 0.69695 left
        set label 'bias before it as without, within 0.5 points' at screen 0.00857, screen 0.64864 left
        set label '-0.0258 [-0.106, 0.0479], n 12' at screen 0.76667, screen 0.67280 left
        set label 'a convolutional net with instancenorm does as well' at screen 0.00857, screen 0.57692 left
        set label 'with a bias before it as without, within 0.5 points' at screen 0.00857, screen 0.52861 left
        set label '-0.0225 [-0.103, 0.0592], n 12' at screen 0.76667, screen 0.55277 left
        set label 'an MLP with layernorm does as well with a bias' at screen 0.00857, screen 0.45689 left
        set label 'before it as without, within 0.5 points' at screen 0.00857, screen 0.40858 left
        set label '0.0775 [0.0151, 0.151], n 12' at screen 0.76667, screen 0.43274 left
        set label 'an MLP with groupnorm does as well with a bias' at screen 0.00857, screen 0.33686 left
        set label 'before it as without, within 0.5 points' at screen 0.00857, screen 0.28855 left
        set label '0.0125 [-0.0878, 0.165], n 12' at screen 0.76667, screen 0.31271 left
        set label 'bias: the claims' at screen 0.5, screen 0.94974 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.89539 center font font_small textcolor rgb ink
        eval legend_point(1, 0.44655, 0.04840, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
