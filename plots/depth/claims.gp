# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 6.56

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'refuted'; line[1] = line_of('refuted')
label[2] = 'inconclusive'; line[2] = line_of('inconclusive')
label[3] = 'supported'; line[3] = line_of('supported')

page_lines = 26

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
-5.860000000000001 3.015555555555556 -6.935384250523953 -3.130100398854494
-34.956 2.656666666666667 -45.10827725999326 -25.591455241326102
-5.836 2.297777777777778 -10.80193527814897 -1.4207398939245257
EOD
$p1v2 << EOD
7.589999999999998 1.8666666666666671 -2.1958903960981075 16.110782920179552
1.2080000000000002 0.9322222222222227 0.6312340415241059 2.046127169113909
26.128000000000004 0.5733333333333337 7.7793550521230515 39.8102116145817
EOD
$p1v3 << EOD
14.760000000000002 1.3633333333333337 11.674820995305616 26.8647069229213
11.992 0.21444444444444466 8.277251331314247 16.6687535009079
EOD
$p1_margin << EOD
10 43.20695117 2.87111 3.16000
10 43.20695117 2.51222 2.80111
10 43.20695117 2.15333 2.44222
10 43.20695117 1.65000 2.08333
10 43.20695117 1.14667 1.58000
-1 1 0.78778 1.07667
10 43.20695117 0.42889 0.71778
0 43.20695117 0.07000 0.35889
EOD

# Panel 2: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p2v1 << EOD
108.63311362641339 1.2933333333333348 78.73553284740407 145.50344736727334
54910.29123504872 0.7900000000000009 36751.469921803284 87656.94133307839
5.6949333043609726e-05 0.28666666666666707 3.593399722878489e-05 0.0003403327166399909
EOD
$p2_margin << EOD
0.1 10 1.07667 1.51000
0.1 10 0.57333 1.00667
1 208102.618 0.07000 0.50333
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
    unset logscale x; set xrange [-48.50501681497626:43.206951169564704]
    set xtics (-40, -20, 0, 20, 40)
    set border 1
    set yrange [0:3.16000]
    if (t eq 'dumb') {
        set title 'depth: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('a plain MLP of 20 layers has a higher error without BatchNorm than with it, by more than 10 points', columns/3) . ': -5.86 [-6.94, -3.13], n 5' 3.01556, abridge('a plain MLP of 50 layers has a higher error without BatchNorm than with it, by more than 10 points', columns/3) . ': -35 [-45.1, -25.6], n 5' 2.65667, abridge('a plain MLP of 50 layers has a higher error without LayerNorm than with it, by more than 10 points', columns/3) . ': -5.84 [-10.8, -1.42], n 5' 2.29778, abridge('with Glorot' . "\047" . 's smaller weights, a plain MLP of 20 layers has a higher error without BatchNorm, by more than 10 points', columns/3) . ': 7.59 [-2.2, 16.1], n 5' 1.86667, abridge('with Glorot' . "\047" . 's smaller weights, a plain MLP of 50 layers has a higher error without BatchNorm, by more than 10 points', columns/3) . ': 14.8 [11.7, 26.9], n 5 *' 1.36333, abridge('BatchNorm matters little in an MLP of 2 layers, within 1 points', columns/3) . ': 1.21 [0.631, 2.05], n 5' 0.93222, abridge('a plain convolutional net of 32 layers has a higher error without BatchNorm, by more than 10 points', columns/3) . ': 26.1 [7.78, 39.8], n 5' 0.57333, abridge('with BatchNorm, a convolutional net of 32 layers has a higher error without shortcuts', columns/3) . ': 12 [8.28, 16.7], n 5' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p1v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.72286
        set bmargin at screen 0.42387; set tmargin at screen 0.90557
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'a plain MLP of 20 layers has a higher error without' at screen 0.00857, screen 0.89456 left
        set label 'BatchNorm than with it, by more than 10 points' at screen 0.00857, screen 0.87254 left
        set label '-5.86 [-6.94, -3.13], n 5' at screen 0.74000, screen 0.88355 left
        set label 'a plain MLP of 50 layers has a higher error without' at screen 0.00857, screen 0.83985 left
        set label 'BatchNorm than with it, by more than 10 points' at screen 0.00857, screen 0.81784 left
        set label '-35 [-45.1, -25.6], n 5' at screen 0.74000, screen 0.82884 left
        set label 'a plain MLP of 50 layers has a higher error without' at screen 0.00857, screen 0.78515 left
        set label 'LayerNorm than with it, by more than 10 points' at screen 0.00857, screen 0.76313 left
        set label '-5.84 [-10.8, -1.42], n 5' at screen 0.74000, screen 0.77414 left
        set label 'with Glorot' . "\047" . 's smaller weights, a plain MLP of 20' at screen 0.00857, screen 0.73044 left
        set label 'layers has a higher error without BatchNorm, by more' at screen 0.00857, screen 0.70842 left
        set label 'than 10 points' at screen 0.00857, screen 0.68640 left
        set label '7.59 [-2.2, 16.1], n 5' at screen 0.74000, screen 0.70842 left
        set label 'with Glorot' . "\047" . 's smaller weights, a plain MLP of 50' at screen 0.00857, screen 0.65371 left
        set label 'layers has a higher error without BatchNorm, by more' at screen 0.00857, screen 0.63169 left
        set label 'than 10 points' at screen 0.00857, screen 0.60967 left
        set label '14.8 [11.7, 26.9], n 5 *' at screen 0.74000, screen 0.63169 left
        set label 'BatchNorm matters little in an MLP of 2 layers, within' at screen 0.00857, screen 0.57698 left
        set label '1 points' at screen 0.00857, screen 0.55496 left
        set label '1.21 [0.631, 2.05], n 5' at screen 0.74000, screen 0.56597 left
        set label 'a plain convolutional net of 32 layers has a higher' at screen 0.00857, screen 0.52227 left
        set label 'error without BatchNorm, by more than 10 points' at screen 0.00857, screen 0.50025 left
        set label '26.1 [7.78, 39.8], n 5' at screen 0.74000, screen 0.51126 left
        set label 'with BatchNorm, a convolutional net of 32 layers has a' at screen 0.00857, screen 0.46756 left
        set label 'higher error without shortcuts' at screen 0.00857, screen 0.44555 left
        set label '12 [8.28, 16.7], n 5' at screen 0.74000, screen 0.45655 left
        set label 'depth: the claims' at screen 0.5, screen 0.97709 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.95232 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.93030 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.02206, 0.02000, 0.01071)
        eval legend_point(2, 0.42623, 0.02206, 0.02000, 0.01071)
        eval legend_point(3, 0.58075, 0.02206, 0.02000, 0.01071)
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
    unset logscale x; set xrange [1.513611081619847e-05:208102.61798398403]; set logscale x 10
    set xtics (0.0001, 0.01, 1, 100, 10000)
    set border 1
    set yrange [0:1.51000]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('before training, in an MLP of 20 layers with BatchNorm, the first layer' . "\047" . 's gradient is as large as the last one' . "\047" . 's, within 10 times of 1', columns/3) . ': 109 [78.7, 146], n 5' 1.29333, abridge('before training, in an MLP of 50 layers with BatchNorm, the first layer' . "\047" . 's gradient is as large as the last one' . "\047" . 's, within 10 times of 1', columns/3) . ': 54910 [36751, 87657], n 5' 0.79000, abridge('before training, in an MLP of 50 layers, the first layer' . "\047" . 's gradient over the last one' . "\047" . 's is larger without BatchNorm than with it', columns/3) . ': 5.69e-05 [3.59e-05, 0.00034], n 5' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p2v1 using 1:2 with points lt 1 pt 1 title brief(label[1])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.72286
        set bmargin at screen 0.10984; set tmargin at screen 0.34002
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'before training, in an MLP of 20 layers with' at screen 0.00857, screen 0.32901 left
        set label 'BatchNorm, the first layer' . "\047" . 's gradient is as large as the' at screen 0.00857, screen 0.30700 left
        set label 'last one' . "\047" . 's, within 10 times of 1' at screen 0.00857, screen 0.28498 left
        set label '109 [78.7, 146], n 5' at screen 0.74000, screen 0.30700 left
        set label 'before training, in an MLP of 50 layers with' at screen 0.00857, screen 0.25229 left
        set label 'BatchNorm, the first layer' . "\047" . 's gradient is as large as the' at screen 0.00857, screen 0.23027 left
        set label 'last one' . "\047" . 's, within 10 times of 1' at screen 0.00857, screen 0.20825 left
        set label '54910 [36751, 87657], n 5' at screen 0.74000, screen 0.23027 left
        set label 'before training, in an MLP of 50 layers, the first' at screen 0.00857, screen 0.17556 left
        set label 'layer' . "\047" . 's gradient over the last one' . "\047" . 's is larger without' at screen 0.00857, screen 0.15354 left
        set label 'BatchNorm than with it' at screen 0.00857, screen 0.13152 left
        set label '5.69e-05 [3.59e-05, 0.00034], n 5' at screen 0.74000, screen 0.15354 left
        plot $p2_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p2v1 using 1:2 with points lt line[1] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
