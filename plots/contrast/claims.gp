# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 3.49

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'supported'; line[1] = line_of('supported')
label[2] = 'inconclusive'; line[2] = line_of('inconclusive')

page_lines = 22

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
0 2.0088888888888894 0 0
0 1.6500000000000004 0 0
12.37 0.9322222222222227 0.3459475592818748 15.685266127257307
17.594 0.5733333333333337 10.445171410594408 23.499509834083035
EOD
$p1v2 << EOD
12.822 1.2911111111111115 -1.7687214924219106 16.53267915260908
0.08199999999999967 0.21444444444444466 -0.2141049742571698 0.4859849131713326
EOD
$p1_margin << EOD
-0.1 0.1 1.86444 2.15333
-0.1 0.1 1.50556 1.79444
-0.1 0.1 1.14667 1.43556
0 24.51023909 0.78778 1.07667
0 24.51023909 0.42889 0.71778
0 24.51023909 0.07000 0.35889
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
    unset logscale x; set xrange [-2.7794507454821087:24.510239087143233]
    set xtics (0, 5, 10, 15, 20)
    set border 1
    set yrange [0:2.15333]
    if (t eq 'dumb') {
        set title 'contrast: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('instancenorm on the image takes away its contrast: the error stays as it was, within 0.1 points', columns/3) . ': 0 [0, 0], n 5' 2.00889, abridge('instancenorm on the image takes away its brightness: the error stays as it was, within 0.1 points', columns/3) . ': 0 [0, 0], n 5' 1.65000, abridge('batchnorm on the image takes away its contrast: the error stays as it was, within 0.1 points', columns/3) . ': 12.8 [-1.77, 16.5], n 5' 1.29111, abridge('behind the convolutions, BatchNorm loses more to changes of contrast than InstanceNorm', columns/3) . ': 12.4 [0.346, 15.7], n 5 *' 0.93222, abridge('behind the convolutions, BatchNorm loses more to changes of brightness than InstanceNorm', columns/3) . ': 17.6 [10.4, 23.5], n 5' 0.57333, abridge('without distortion InstanceNorm behind the convolutions costs accuracy against BatchNorm', columns/3) . ': 0.082 [-0.214, 0.486], n 5' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.78508
        set bmargin at screen 0.20551; set tmargin at screen 0.82251
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'instancenorm on the image takes away its contrast: the' at screen 0.00857, screen 0.80181 left
        set label 'error stays as it was, within 0.1 points' at screen 0.00857, screen 0.76043 left
        set label '0 [0, 0], n 5' at screen 0.80222, screen 0.78112 left
        set label 'instancenorm on the image takes away its brightness:' at screen 0.00857, screen 0.69898 left
        set label 'the error stays as it was, within 0.1 points' at screen 0.00857, screen 0.65759 left
        set label '0 [0, 0], n 5' at screen 0.80222, screen 0.67829 left
        set label 'batchnorm on the image takes away its contrast: the' at screen 0.00857, screen 0.59615 left
        set label 'error stays as it was, within 0.1 points' at screen 0.00857, screen 0.55476 left
        set label '12.8 [-1.77, 16.5], n 5' at screen 0.80222, screen 0.57545 left
        set label 'behind the convolutions, BatchNorm loses more to' at screen 0.00857, screen 0.49331 left
        set label 'changes of contrast than InstanceNorm' at screen 0.00857, screen 0.45193 left
        set label '12.4 [0.346, 15.7], n 5 *' at screen 0.80222, screen 0.47262 left
        set label 'behind the convolutions, BatchNorm loses more to' at screen 0.00857, screen 0.39048 left
        set label 'changes of brightness than InstanceNorm' at screen 0.00857, screen 0.34909 left
        set label '17.6 [10.4, 23.5], n 5' at screen 0.80222, screen 0.36979 left
        set label 'without distortion InstanceNorm behind the' at screen 0.00857, screen 0.28765 left
        set label 'convolutions costs accuracy against BatchNorm' at screen 0.00857, screen 0.24626 left
        set label '0.082 [-0.214, 0.486], n 5' at screen 0.80222, screen 0.26695 left
        set label 'contrast: the claims' at screen 0.5, screen 0.95694 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.91038 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.86899 center font font_small textcolor rgb ink
        eval legend_point(1, 0.36929, 0.04051, 0.02000, 0.01071)
        eval legend_point(2, 0.50476, 0.04051, 0.02000, 0.01071)
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
