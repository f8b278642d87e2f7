# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 4.21

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'inconclusive'; line[1] = line_of('inconclusive')
label[2] = 'supported'; line[2] = line_of('supported')

page_lines = 22

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
9.999999999999998 2.8033333333333337 3.333333333333334 29.999999999999982
10 2.3000000000000003 2.999999999999999 33.333333333333336
9.999999999999998 1.7966666666666669 3.333333333333334 29.999999999999982
8.027415617602303 1.2933333333333334 0.5165210304587878 44.32382160206532
4.152436465385058 0.79 0.225612314970919 193.6029592273853
EOD
$p1v2 << EOD
10 0.2866666666666666 1.1111111111111116 89.99999999999993
EOD
$p1_margin << EOD
9 253.661151 2.58667 3.02000
9 253.661151 2.08333 2.51667
9 253.661151 1.58000 2.01333
9 253.661151 1.07667 1.51000
1 253.661151 0.57333 1.00667
1 253.661151 0.07000 0.50333
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
    unset logscale x; set xrange [0.17219511793219244:253.66115103048955]; set logscale x 10
    set xtics (1, 10, 100)
    set border 1
    set yrange [0:3.02000]
    if (t eq 'dumb') {
        set title 'learning_rate: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('with BatchNorm an MLP under SGD bears a higher rate than without: within 5 points of its own best, by more than 9 times', columns/3) . ': 10 [3.33, 30], n 5' 2.80333, abridge('with BatchNorm an MLP under Adam bears a higher rate than without: within 5 points of its own best, by more than 9 times', columns/3) . ': 10 [3, 33.3], n 5' 2.30000, abridge('with BatchNorm a residual net under SGD bears a higher rate than without: within 5 points of its own best, by more than 9 times', columns/3) . ': 10 [3.33, 30], n 5' 1.79667, abridge('with BatchNorm a residual net under Adam bears a higher rate than without: within 5 points of its own best, by more than 9 times', columns/3) . ': 8.03 [0.517, 44.3], n 5' 1.29333, abridge('the range of rates within 5 points of its own best is wider for a residual net under SGD with BatchNorm than without', columns/3) . ': 4.15 [0.226, 194], n 5' 0.79000, abridge('the range of rates within 5 points of its own best is wider for an MLP under SGD with BatchNorm than without', columns/3) . ': 10 [1.11, 90], n 5' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.81175
        set bmargin at screen 0.16983; set tmargin at screen 0.88717
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'with BatchNorm an MLP under SGD bears a higher' at screen 0.00857, screen 0.87002 left
        set label 'rate than without: within 5 points of its own best, by' at screen 0.00857, screen 0.83571 left
        set label 'more than 9 times' at screen 0.00857, screen 0.80140 left
        set label '10 [3.33, 30], n 5' at screen 0.82889, screen 0.83571 left
        set label 'with BatchNorm an MLP under Adam bears a higher' at screen 0.00857, screen 0.75046 left
        set label 'rate than without: within 5 points of its own best, by' at screen 0.00857, screen 0.71615 left
        set label 'more than 9 times' at screen 0.00857, screen 0.68184 left
        set label '10 [3, 33.3], n 5' at screen 0.82889, screen 0.71615 left
        set label 'with BatchNorm a residual net under SGD bears a' at screen 0.00857, screen 0.63091 left
        set label 'higher rate than without: within 5 points of its own' at screen 0.00857, screen 0.59660 left
        set label 'best, by more than 9 times' at screen 0.00857, screen 0.56229 left
        set label '10 [3.33, 30], n 5' at screen 0.82889, screen 0.59660 left
        set label 'with BatchNorm a residual net under Adam bears a' at screen 0.00857, screen 0.51135 left
        set label 'higher rate than without: within 5 points of its own' at screen 0.00857, screen 0.47704 left
        set label 'best, by more than 9 times' at screen 0.00857, screen 0.44273 left
        set label '8.03 [0.517, 44.3], n 5' at screen 0.82889, screen 0.47704 left
        set label 'the range of rates within 5 points of its own best is' at screen 0.00857, screen 0.39179 left
        set label 'wider for a residual net under SGD with BatchNorm' at screen 0.00857, screen 0.35748 left
        set label 'than without' at screen 0.00857, screen 0.32317 left
        set label '4.15 [0.226, 194], n 5' at screen 0.82889, screen 0.35748 left
        set label 'the range of rates within 5 points of its own best is' at screen 0.00857, screen 0.27224 left
        set label 'wider for an MLP under SGD with BatchNorm than' at screen 0.00857, screen 0.23793 left
        set label 'without' at screen 0.00857, screen 0.20362 left
        set label '10 [1.11, 90], n 5' at screen 0.82889, screen 0.23793 left
        set label 'learning_rate: the claims' at screen 0.5, screen 0.96430 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.92571 center font font_small textcolor rgb ink
        eval legend_point(1, 0.36929, 0.03306, 0.02000, 0.01071)
        eval legend_point(2, 0.52381, 0.03306, 0.02000, 0.01071)
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
