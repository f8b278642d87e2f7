# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 4.93

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'refuted'; line[1] = line_of('refuted')
label[2] = 'supported'; line[2] = line_of('supported')
label[3] = 'inconclusive'; line[3] = line_of('inconclusive')

page_lines = 30

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
-1.7833333333333339 3.444444444444445 -3.227298054958414 -0.49126328327992863
-6.609999999999999 3.085555555555556 -13.848918875815434 -2.800187881788872
-12.25 1.2911111111111113 -21.66498024381638 -2.6383739062830145
EOD
$p1v2 << EOD
8.546666666666667 2.7266666666666675 0.5376690199668435 24.540771737346184
9.56 2.3677777777777784 3.623604033815387 12.109238532192919
19.009999999999998 2.0088888888888894 7.3774697948228525 51.13150226680405
EOD
$p1v3 << EOD
-13.449999999999998 1.6500000000000004 -45.571502266804046 -0.09427668379038678
-10.693333333333333 0.9322222222222223 -16.424338276955133 7.139516613618229
-9.69 0.5733333333333333 -32.97737880833942 -0.05413900608685296
3.776666666666665 0.21444444444444422 2.498039375667547 6.043162418977683
EOD
$p1_margin << EOD
3 51.13150227 3.30000 3.58889
0 51.13150227 2.94111 3.23000
0 51.13150227 2.58222 2.87111
0 51.13150227 2.22333 2.51222
0 51.13150227 1.86444 2.15333
-0.6 0.6 1.50556 1.79444
-0.6 0.6 1.14667 1.43556
-0.6 0.6 0.78778 1.07667
-0.6 0.6 0.42889 0.71778
3 51.13150227 0.07000 0.35889
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
    unset logscale x; set xrange [-45.571502266804046:51.13150226680405]
    set xtics (-40, -20, 0, 20, 40)
    set border 1
    set yrange [0:3.58889]
    if (t eq 'dumb') {
        set title 'resnet20: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('at batch 2 ResNet-20 with BatchNorm has a higher test error than with GroupNorm, by more than 3 points', columns/3) . ': -1.78 [-3.23, -0.491], n 3' 3.44444, abridge('at batch 4 ResNet-20 with BatchNorm has a higher test error than with GroupNorm', columns/3) . ': -6.61 [-13.8, -2.8], n 3 *' 3.08556, abridge('at batch 8 ResNet-20 with GroupNorm has a higher test error than with BatchNorm', columns/3) . ': 8.55 [0.538, 24.5], n 3 *' 2.72667, abridge('at batch 16 ResNet-20 with GroupNorm has a higher test error than with BatchNorm', columns/3) . ': 9.56 [3.62, 12.1], n 3' 2.36778, abridge('at batch 32 ResNet-20 with GroupNorm has a higher test error than with BatchNorm', columns/3) . ': 19 [7.38, 66], n 3 *' 2.00889, abridge('ResNet-20 with GroupNorm does not care: batch 2 as 32, within 0.6 points', columns/3) . ': -13.4 [-64, -0.0943], n 3' 1.65000, abridge('ResNet-20 with GroupNorm does not care: batch 4 as 32, within 0.6 points', columns/3) . ': -12.2 [-21.7, -2.64], n 3 *' 1.29111, abridge('ResNet-20 with GroupNorm does not care: batch 8 as 32, within 0.6 points', columns/3) . ': -10.7 [-16.4, 7.14], n 3' 0.93222, abridge('ResNet-20 with GroupNorm does not care: batch 16 as 32, within 0.6 points', columns/3) . ': -9.69 [-33, -0.0541], n 3' 0.57333, abridge('ResNet-20 with BatchNorm has a higher test error at batch 2 than at 32, by more than 3 points', columns/3) . ': 3.78 [2.5, 6.04], n 3' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p1v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.78000
        set bmargin at screen 0.14638; set tmargin at screen 0.87435
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'at batch 2 ResNet-20 with BatchNorm has a higher test' at screen 0.00857, screen 0.85970 left
        set label 'error than with GroupNorm, by more than 3 points' at screen 0.00857, screen 0.83040 left
        set label '-1.78 [-3.23, -0.491], n 3' at screen 0.79714, screen 0.84505 left
        set label 'at batch 4 ResNet-20 with BatchNorm has a higher test' at screen 0.00857, screen 0.78691 left
        set label 'error than with GroupNorm' at screen 0.00857, screen 0.75761 left
        set label '-6.61 [-13.8, -2.8], n 3 *' at screen 0.79714, screen 0.77226 left
        set label 'at batch 8 ResNet-20 with GroupNorm has a higher test' at screen 0.00857, screen 0.71411 left
        set label 'error than with BatchNorm' at screen 0.00857, screen 0.68481 left
        set label '8.55 [0.538, 24.5], n 3 *' at screen 0.79714, screen 0.69946 left
        set label 'at batch 16 ResNet-20 with GroupNorm has a higher' at screen 0.00857, screen 0.64131 left
        set label 'test error than with BatchNorm' at screen 0.00857, screen 0.61201 left
        set label '9.56 [3.62, 12.1], n 3' at screen 0.79714, screen 0.62666 left
        set label 'at batch 32 ResNet-20 with GroupNorm has a higher' at screen 0.00857, screen 0.56851 left
        set label 'test error than with BatchNorm' at screen 0.00857, screen 0.53922 left
        set label '19 [7.38, 66], n 3 *' at screen 0.79714, screen 0.55387 left
        set label 'ResNet-20 with GroupNorm does not care: batch 2 as' at screen 0.00857, screen 0.49572 left
        set label '32, within 0.6 points' at screen 0.00857, screen 0.46642 left
        set label '-13.4 [-64, -0.0943], n 3' at screen 0.79714, screen 0.48107 left
        set label 'ResNet-20 with GroupNorm does not care: batch 4 as' at screen 0.00857, screen 0.42292 left
        set label '32, within 0.6 points' at screen 0.00857, screen 0.39362 left
        set label '-12.2 [-21.7, -2.64], n 3 *' at screen 0.79714, screen 0.40827 left
        set label 'ResNet-20 with GroupNorm does not care: batch 8 as' at screen 0.00857, screen 0.35012 left
        set label '32, within 0.6 points' at screen 0.00857, screen 0.32082 left
        set label '-10.7 [-16.4, 7.14], n 3' at screen 0.79714, screen 0.33547 left
        set label 'ResNet-20 with GroupNorm does not care: batch 16 as' at screen 0.00857, screen 0.27733 left
        set label '32, within 0.6 points' at screen 0.00857, screen 0.24803 left
        set label '-9.69 [-33, -0.0541], n 3' at screen 0.79714, screen 0.26268 left
        set label 'ResNet-20 with BatchNorm has a higher test error at' at screen 0.00857, screen 0.20453 left
        set label 'batch 2 than at 32, by more than 3 points' at screen 0.00857, screen 0.17523 left
        set label '3.78 [2.5, 6.04], n 3' at screen 0.79714, screen 0.18988 left
        eval cut(line[2], 19.01, 1, 2.00889)
        eval cut(line[3], -13.45, 0, 1.65000)
        set label 'resnet20: the claims' at screen 0.5, screen 0.96952 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.93656 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.90726 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.02958, 0.02000, 0.01071)
        eval legend_point(2, 0.42623, 0.02958, 0.02000, 0.01071)
        eval legend_point(3, 0.56171, 0.02958, 0.02000, 0.01071)
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
