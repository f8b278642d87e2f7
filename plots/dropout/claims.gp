# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 6.63

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'inconclusive'; line[1] = line_of('inconclusive')
label[2] = 'refuted'; line[2] = line_of('refuted')
label[3] = 'supported'; line[3] = line_of('supported')

page_lines = 28

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
-0.5399999999999998 3.5188888888888896 -0.7749338535477301 0.17168617233103578
-0.09800000000000005 2.801111111111112 -1.1756425445210792 0.7985123617808295
-0.04600000000000008 2.083333333333334 -0.5000226217207314 0.08819165539706657
0.23599999999999993 0.79 -0.037532688868530395 0.6074121120625047
EOD
$p1v2 << EOD
-0.38599999999999923 3.1600000000000006 -0.8943420923599411 -0.24399358586171402
-0.8340000000000003 1.724444444444445 -1.582409130764648 -0.5868184079099479
EOD
$p1v3 << EOD
0.4999999999999993 2.442222222222223 0.24357308543920597 0.7870567968033397
-0.1259999999999998 1.2933333333333334 -0.467773734318933 0.09760296773576099
-0.021999999999999888 0.2866666666666666 -0.48525947953721793 0.2730617968935739
EOD
$p1_margin << EOD
0 0.8937492215 3.37444 3.66333
0 0.8937492215 3.01556 3.30444
0 0.8937492215 2.65667 2.94556
0 0.8937492215 2.29778 2.58667
0 0.8937492215 1.93889 2.22778
0 0.8937492215 1.58000 1.86889
-0.5 0.5 1.07667 1.51000
-0.5 0.5 0.57333 1.00667
-0.5 0.5 0.07000 0.50333
EOD

# Panel 2: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p2v1 << EOD
-0.13999999999999999 0.9322222222222223 -0.9737840197119787 0.36777012673671355
0.06 0.5733333333333333 -0.32830766883484386 0.8937840197119787
0 0.21444444444444422 -0.25487161102221567 0.25487161102221556
EOD
$p2_margin << EOD
0 0.8937840197 0.78778 1.07667
0 0.8937840197 0.42889 0.71778
0 0.8937840197 0.07000 0.35889
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
    unset logscale x; set xrange [-1.6776459904664671:0.8937492214826486]
    set xtics (-1.5, -1, -0.5, 0, 0.5)
    set border 1
    set yrange [0:3.66333]
    if (t eq 'dumb') {
        set title 'dropout: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('trained on 2,000 images, the gap between training and test error is larger without BatchNorm than with it', columns/3) . ': -0.54 [-0.775, 0.172], n 5' 3.51889, abridge('trained on 10,000 images, the gap between training and test error is larger without BatchNorm than with it', columns/3) . ': -0.386 [-0.894, -0.244], n 5' 3.16000, abridge('trained on all images, the gap between training and test error is larger without BatchNorm than with it', columns/3) . ': -0.098 [-1.18, 0.799], n 5' 2.80111, abridge('trained on 2,000 images, dropout of 0.3 after BatchNorm lowers the test error', columns/3) . ': 0.5 [0.244, 0.787], n 5 *' 2.44222, abridge('trained on 10,000 images, dropout of 0.3 after BatchNorm lowers the test error', columns/3) . ': -0.046 [-0.5, 0.0882], n 5' 2.08333, abridge('trained on all images, dropout of 0.3 after BatchNorm lowers the test error', columns/3) . ': -0.834 [-1.58, -0.587], n 5' 1.72444, abridge('trained on 2,000 images, dropout of 0.3 changes the test error with BatchNorm as much as without, within 0.5 points', columns/3) . ': -0.126 [-0.468, 0.0976], n 5 *' 1.29333, abridge('trained on 10,000 images, dropout of 0.3 changes the test error with BatchNorm as much as without, within 0.5 points', columns/3) . ': 0.236 [-0.0375, 0.607], n 5' 0.79000, abridge('trained on all images, dropout of 0.3 changes the test error with BatchNorm as much as without, within 0.5 points', columns/3) . ': -0.022 [-0.485, 0.273], n 5 *' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p1v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.75333
        set bmargin at screen 0.35403; set tmargin at screen 0.90657
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'trained on 2,000 images, the gap between training and' at screen 0.00857, screen 0.89568 left
        set label 'test error is larger without BatchNorm than with it' at screen 0.00857, screen 0.87389 left
        set label '-0.54 [-0.775, 0.172], n 5' at screen 0.77048, screen 0.88478 left
        set label 'trained on 10,000 images, the gap between training and' at screen 0.00857, screen 0.84155 left
        set label 'test error is larger without BatchNorm than with it' at screen 0.00857, screen 0.81976 left
        set label '-0.386 [-0.894, -0.244], n 5' at screen 0.77048, screen 0.83065 left
        set label 'trained on all images, the gap between training and test' at screen 0.00857, screen 0.78741 left
        set label 'error is larger without BatchNorm than with it' at screen 0.00857, screen 0.76563 left
        set label '-0.098 [-1.18, 0.799], n 5' at screen 0.77048, screen 0.77652 left
        set label 'trained on 2,000 images, dropout of 0.3 after' at screen 0.00857, screen 0.73328 left
        set label 'BatchNorm lowers the test error' at screen 0.00857, screen 0.71150 left
        set label '0.5 [0.244, 0.787], n 5 *' at screen 0.77048, screen 0.72239 left
        set label 'trained on 10,000 images, dropout of 0.3 after' at screen 0.00857, screen 0.67915 left
        set label 'BatchNorm lowers the test error' at screen 0.00857, screen 0.65737 left
        set label '-0.046 [-0.5, 0.0882], n 5' at screen 0.77048, screen 0.66826 left
        set label 'trained on all images, dropout of 0.3 after BatchNorm' at screen 0.00857, screen 0.62502 left
        set label 'lowers the test error' at screen 0.00857, screen 0.60323 left
        set label '-0.834 [-1.58, -0.587], n 5' at screen 0.77048, screen 0.61413 left
        set label 'trained on 2,000 images, dropout of 0.3 changes the test' at screen 0.00857, screen 0.57089 left
        set label 'error with BatchNorm as much as without, within 0.5' at screen 0.00857, screen 0.54910 left
        set label 'points' at screen 0.00857, screen 0.52732 left
        set label '-0.126 [-0.468, 0.0976], n 5 *' at screen 0.77048, screen 0.54910 left
        set label 'trained on 10,000 images, dropout of 0.3 changes the' at screen 0.00857, screen 0.49497 left
        set label 'test error with BatchNorm as much as without, within' at screen 0.00857, screen 0.47319 left
        set label '0.5 points' at screen 0.00857, screen 0.45140 left
        set label '0.236 [-0.0375, 0.607], n 5' at screen 0.77048, screen 0.47319 left
        set label 'trained on all images, dropout of 0.3 changes the test' at screen 0.00857, screen 0.41905 left
        set label 'error with BatchNorm as much as without, within 0.5' at screen 0.00857, screen 0.39727 left
        set label 'points' at screen 0.00857, screen 0.37548 left
        set label '-0.022 [-0.485, 0.273], n 5 *' at screen 0.77048, screen 0.39727 left
        set label 'dropout: the claims' at screen 0.5, screen 0.97733 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.95282 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.93104 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.02183, 0.02000, 0.01071)
        eval legend_point(2, 0.46687, 0.02183, 0.02000, 0.01071)
        eval legend_point(3, 0.58075, 0.02183, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt line[3] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1, \
             $p1v2 using 1:2 with points lt line[2] ps 1.1, \
             $p1v3 using 1:2 with points lt line[3] ps 1.1
    }
    unset label; unset arrow

    # Panel 2
    unset logscale x; set xrange [-0.9737840197119787:0.8937840197119787]
    set xtics (-0.5, 0, 0.5)
    set border 1
    set yrange [0:1.07667]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'difference'
        set key below center reverse Left
        set ytics scale 0 (abridge('trained on 2,000 images, the best dropout is higher without BatchNorm than with it', columns/3) . ': -0.14 [-∞, 0.368], n 5' 0.93222, abridge('trained on 10,000 images, the best dropout is higher without BatchNorm than with it', columns/3) . ': 0.06 [-0.328, 0.974], n 5' 0.57333, abridge('trained on all images, the best dropout is higher without BatchNorm than with it', columns/3) . ': 0 [-0.255, 0.255], n 5' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p2v1 using 1:2 with points lt 1 pt 1 title brief(label[1])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.75333
        set bmargin at screen 0.10868; set tmargin at screen 0.27107
        set xlabel 'difference' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'trained on 2,000 images, the best dropout is higher' at screen 0.00857, screen 0.26018 left
        set label 'without BatchNorm than with it' at screen 0.00857, screen 0.23839 left
        set label '-0.14 [-∞, 0.368], n 5' at screen 0.77048, screen 0.24929 left
        set label 'trained on 10,000 images, the best dropout is higher' at screen 0.00857, screen 0.20605 left
        set label 'without BatchNorm than with it' at screen 0.00857, screen 0.18426 left
        set label '0.06 [-0.328, 0.974], n 5' at screen 0.77048, screen 0.19516 left
        set label 'trained on all images, the best dropout is higher' at screen 0.00857, screen 0.15192 left
        set label 'without BatchNorm than with it' at screen 0.00857, screen 0.13013 left
        set label '0 [-0.255, 0.255], n 5' at screen 0.77048, screen 0.14103 left
        eval cut(line[1], -0.14, 0, 0.93222)
        eval cut(line[1], 0.06, 1, 0.57333)
        plot $p2_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p2v1 using 1:2 with points lt line[1] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
