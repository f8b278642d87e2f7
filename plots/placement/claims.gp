# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 5

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'inconclusive'; line[1] = line_of('inconclusive')
label[2] = 'refuted'; line[2] = line_of('refuted')
label[3] = 'supported'; line[3] = line_of('supported')

page_lines = 28

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
0.40199999999999925 3.5188888888888896 0.1326438583212034 0.6201586330735489
-0.4080000000000002 2.801111111111112 -0.8757374735826868 -0.22926937890361224
-0.030000000000000426 2.3700000000000006 -0.41421426071228307 1.067961569604182
0.5700000000000006 1.3633333333333337 0.14302282082706075 1.1366447790202743
-0.009999999999999787 0.5733333333333337 -0.2637069293006713 0.3751909282525102
EOD
$p1v2 << EOD
-2.4579999999999993 3.1600000000000006 -2.9748472997858815 -2.291320771211511
-9.680000000000001 1.8666666666666671 -10.873064016096766 -8.402752365623712
-0.39599999999999974 0.21444444444444422 -0.8761144148212171 -0.20962627523084484
EOD
$p1v3 << EOD
0.39199999999999946 0.9322222222222227 0.07477975561276667 1.5124047222064947
EOD
$p1_margin << EOD
-0.5 0.5 3.37444 3.66333
-0.5 0.5 3.01556 3.30444
-0.5 0.5 2.65667 2.94556
-0.5 0.5 2.15333 2.58667
-0.5 0.5 1.65000 2.08333
-0.5 0.5 1.14667 1.58000
0 2.007823472 0.78778 1.07667
0 2.007823472 0.42889 0.71778
0 2.007823472 0.07000 0.35889
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
    unset logscale x; set xrange [-11.368482765628896:2.007823471738625]
    set xtics (-10, -5, 0)
    set border 1
    set yrange [0:3.66333]
    if (t eq 'dumb') {
        set title 'placement: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('an MLP with relu does as well with BatchNorm after the activation as before it, within 0.5 points', columns/3) . ': 0.402 [0.133, 0.62], n 5' 3.51889, abridge('an MLP with sigmoid does as well with BatchNorm after the activation as before it, within 0.5 points', columns/3) . ': -2.46 [-2.97, -2.29], n 5' 3.16000, abridge('an MLP with tanh does as well with BatchNorm after the activation as before it, within 0.5 points', columns/3) . ': -0.408 [-0.876, -0.229], n 5' 2.80111, abridge('a convolutional net with relu does as well with BatchNorm after the activation as before it, within 0.5 points', columns/3) . ': -0.03 [-0.414, 1.07], n 5' 2.37000, abridge('a convolutional net with sigmoid does as well with BatchNorm after the activation as before it, within 0.5 points', columns/3) . ': -9.68 [-10.9, -8.4], n 5' 1.86667, abridge('a convolutional net with tanh does as well with BatchNorm after the activation as before it, within 0.5 points', columns/3) . ': 0.57 [0.143, 1.14], n 5' 1.36333, abridge('an MLP with relu does better with BatchNorm before than with none', columns/3) . ': 0.392 [0.0748, 1.51], n 5 *' 0.93222, abridge('an MLP with relu does better with BatchNorm after than with none', columns/3) . ': -0.01 [-0.264, 0.375], n 5' 0.57333, abridge('an MLP with sigmoid does better with BatchNorm before than with none', columns/3) . ': -0.396 [-0.876, -0.21], n 5' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p1v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.76730
        set bmargin at screen 0.14344; set tmargin at screen 0.87611
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'an MLP with relu does as well with BatchNorm after' at screen 0.00857, screen 0.86167 left
        set label 'the activation as before it, within 0.5 points' at screen 0.00857, screen 0.83278 left
        set label '0.402 [0.133, 0.62], n 5' at screen 0.78444, screen 0.84722 left
        set label 'an MLP with sigmoid does as well with BatchNorm' at screen 0.00857, screen 0.78989 left
        set label 'after the activation as before it, within 0.5 points' at screen 0.00857, screen 0.76100 left
        set label '-2.46 [-2.97, -2.29], n 5' at screen 0.78444, screen 0.77544 left
        set label 'an MLP with tanh does as well with BatchNorm after' at screen 0.00857, screen 0.71811 left
        set label 'the activation as before it, within 0.5 points' at screen 0.00857, screen 0.68922 left
        set label '-0.408 [-0.876, -0.229], n 5' at screen 0.78444, screen 0.70367 left
        set label 'a convolutional net with relu does as well with' at screen 0.00857, screen 0.64633 left
        set label 'BatchNorm after the activation as before it, within 0.5' at screen 0.00857, screen 0.61744 left
        set label 'points' at screen 0.00857, screen 0.58856 left
        set label '-0.03 [-0.414, 1.07], n 5' at screen 0.78444, screen 0.61744 left
        set label 'a convolutional net with sigmoid does as well with' at screen 0.00857, screen 0.54567 left
        set label 'BatchNorm after the activation as before it, within 0.5' at screen 0.00857, screen 0.51678 left
        set label 'points' at screen 0.00857, screen 0.48789 left
        set label '-9.68 [-10.9, -8.4], n 5' at screen 0.78444, screen 0.51678 left
        set label 'a convolutional net with tanh does as well with' at screen 0.00857, screen 0.44500 left
        set label 'BatchNorm after the activation as before it, within 0.5' at screen 0.00857, screen 0.41611 left
        set label 'points' at screen 0.00857, screen 0.38722 left
        set label '0.57 [0.143, 1.14], n 5' at screen 0.78444, screen 0.41611 left
        set label 'an MLP with relu does better with BatchNorm before' at screen 0.00857, screen 0.34433 left
        set label 'than with none' at screen 0.00857, screen 0.31544 left
        set label '0.392 [0.0748, 1.51], n 5 *' at screen 0.78444, screen 0.32989 left
        set label 'an MLP with relu does better with BatchNorm after' at screen 0.00857, screen 0.27256 left
        set label 'than with none' at screen 0.00857, screen 0.24367 left
        set label '-0.01 [-0.264, 0.375], n 5' at screen 0.78444, screen 0.25811 left
        set label 'an MLP with sigmoid does better with BatchNorm' at screen 0.00857, screen 0.20078 left
        set label 'before than with none' at screen 0.00857, screen 0.17189 left
        set label '-0.396 [-0.876, -0.21], n 5' at screen 0.78444, screen 0.18633 left
        set label 'placement: the claims' at screen 0.5, screen 0.96994 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.93744 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.90856 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.02828, 0.02000, 0.01071)
        eval legend_point(2, 0.46687, 0.02828, 0.02000, 0.01071)
        eval legend_point(3, 0.58075, 0.02828, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt line[3] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1, \
             $p1v2 using 1:2 with points lt line[2] ps 1.1, \
             $p1v3 using 1:2 with points lt line[3] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
