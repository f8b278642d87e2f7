# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 3.71

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'supported'; line[1] = line_of('supported')
label[2] = 'inconclusive'; line[2] = line_of('inconclusive')

page_lines = 20

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
15.066666666666668 2.3000000000000007 9.570105215565494 23.219672974372013
19.088888888888885 1.2933333333333334 12.873368356513826 33.25182886138554
21.8 0.79 17.319434574322845 25.399477431302856
EOD
$p1v2 << EOD
1 1.7966666666666669 -3.7139991378454074 2.5578178361686827
0.7555555555555571 0.2866666666666666 -3.5090233815129537 2.3328013329057935
EOD
$p1_margin << EOD
1 34.73046198 2.08333 2.51667
-2 2 1.58000 2.01333
1 34.73046198 1.07667 1.51000
0 34.73046198 0.57333 1.00667
0 34.73046198 0.07000 0.50333
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
    unset logscale x; set xrange [-5.192632257814646:34.73046198135478]
    set xtics (0, 10, 20, 30)
    set border 1
    set yrange [0:2.51667]
    if (t eq 'dumb') {
        set title 'transformer_placement: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('6 blocks with LayerNorm behind each sum (post) have a higher error without a warm-up, at a rate of 0.003, by more than 1 points', columns/3) . ': 15.1 [9.57, 23.2], n 5' 2.30000, abridge('6 blocks with LayerNorm first in each residual (pre) do not need a warm-up, at a rate of 0.003, within 2 points', columns/3) . ': 1 [-3.71, 2.56], n 5' 1.79667, abridge('without a warm-up, 6 blocks have a higher error with LayerNorm post than pre, at a rate of 0.003, by more than 1 points', columns/3) . ': 19.1 [12.9, 33.3], n 5' 1.29333, abridge('at the best of its rates, 6 blocks without norms and without a warm-up have a higher error than with LayerNorm pre', columns/3) . ': 21.8 [17.3, 25.4], n 5' 0.79000, abridge('at the best of its rates, a transformer of 2 blocks has a higher error with BatchNorm over valid positions than with LayerNorm, pre', columns/3) . ': 0.756 [-3.51, 2.33], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.80286
        set bmargin at screen 0.19362; set tmargin at screen 0.87197
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label '6 blocks with LayerNorm behind each sum (post) have' at screen 0.00857, screen 0.85250 left
        set label 'a higher error without a warm-up, at a rate of 0.003,' at screen 0.00857, screen 0.81357 left
        set label 'by more than 1 points' at screen 0.00857, screen 0.77463 left
        set label '15.1 [9.57, 23.2], n 5' at screen 0.82000, screen 0.81357 left
        set label '6 blocks with LayerNorm first in each residual (pre)' at screen 0.00857, screen 0.71683 left
        set label 'do not need a warm-up, at a rate of 0.003, within 2' at screen 0.00857, screen 0.67790 left
        set label 'points' at screen 0.00857, screen 0.63896 left
        set label '1 [-3.71, 2.56], n 5' at screen 0.82000, screen 0.67790 left
        set label 'without a warm-up, 6 blocks have a higher error with' at screen 0.00857, screen 0.58116 left
        set label 'LayerNorm post than pre, at a rate of 0.003, by more' at screen 0.00857, screen 0.54223 left
        set label 'than 1 points' at screen 0.00857, screen 0.50329 left
        set label '19.1 [12.9, 33.3], n 5' at screen 0.82000, screen 0.54223 left
        set label 'at the best of its rates, 6 blocks without norms and' at screen 0.00857, screen 0.44549 left
        set label 'without a warm-up have a higher error than with' at screen 0.00857, screen 0.40656 left
        set label 'LayerNorm pre' at screen 0.00857, screen 0.36763 left
        set label '21.8 [17.3, 25.4], n 5' at screen 0.82000, screen 0.40656 left
        set label 'at the best of its rates, a transformer of 2 blocks has a' at screen 0.00857, screen 0.30982 left
        set label 'higher error with BatchNorm over valid positions than' at screen 0.00857, screen 0.27089 left
        set label 'with LayerNorm, pre' at screen 0.00857, screen 0.23196 left
        set label '0.756 [-3.51, 2.33], n 5' at screen 0.82000, screen 0.27089 left
        set label 'transformer_placement: the claims' at screen 0.5, screen 0.95949 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.91569 center font font_small textcolor rgb ink
        eval legend_point(1, 0.36929, 0.03841, 0.02000, 0.01071)
        eval legend_point(2, 0.50476, 0.03841, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1, \
             $p1v2 using 1:2 with points lt line[2] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
