# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 5.92

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'supported'; line[1] = line_of('supported')
label[2] = 'refuted'; line[2] = line_of('refuted')
label[3] = 'inconclusive'; line[3] = line_of('inconclusive')

page_lines = 22

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
-0.0684281349182129 2.125555555555556 -0.09187935747140968 0.009315385558500505
-0.00355377197265625 1.835555555555556 -0.069705854574718 0.013492762474728396
-0.0006927013397216908 1.5111111111111115 -0.001453261719377431 -6.91467948777441e-05
-0.0010558128356933372 1.1866666666666668 -0.001944636183392304 -0.0003689265274038852
3.60653838756949e-05 0.79 -1.0724899005005077e-05 0.00018998578564115846
0.19580000000000003 0.2866666666666666 0.19580000000000003 0.21200000000000002
EOD
$p1_margin << EOD
-0.112 0.212 2.01556 2.23556
-0.1 0.1 1.72556 1.94556
-0.01 0.01 1.36667 1.65556
-0.01 0.01 1.07667 1.29667
-0.112 0.0004 0.57333 1.00667
0.04 0.212 0.07000 0.50333
EOD

# Panel 2: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p2v2 << EOD
-0.0019999999999999575 1.7944444444444452 -0.23427579536855572 0.16833892361135078
0.014000000000000058 1.076666666666667 -0.18594260559322667 0.2546142663735072
0.1139999999999997 0.7177777777777781 -0.010042171275195244 0.258142548847529
-0.2719999999999995 0.28666666666666707 -0.7510663541868767 -0.01193140812051302
EOD
$p2v3 << EOD
-0.1240000000000002 1.4355555555555561 -0.3006046077262066 0.5977579788701574
EOD
$p2_margin << EOD
0.5 0.6517109522 1.65000 1.93889
0.5 0.6517109522 1.29111 1.58000
0.5 0.6517109522 0.93222 1.22111
0.5 0.6517109522 0.57333 0.86222
0.5 0.6517109522 0.07000 0.50333
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
    unset logscale x; set xrange [-0.112:0.21200000000000002]
    set xtics (-0.1, 0, 0.1, 0.2)
    set border 1
    set yrange [0:2.23556]
    if (t eq 'dumb') {
        set title 'affine: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'difference'
        set key below center reverse Left
        set ytics scale 0 (abridge('gamma learns the scale of 5, within 0.25 of 5', columns/3) . ': -0.0684 [-0.0919, 0.00932], n 5' 2.12556, abridge('beta learns the shift of 2, within 0.1 of 2', columns/3) . ': -0.00355 [-0.0697, 0.0135], n 5' 1.83556, abridge('gamma becomes the input' . "\047" . 's standard deviation of 0.2, within 0.01 of 0.2', columns/3) . ': -0.000693 [-0.00145, -6.91e-05], n 5' 1.51111, abridge('beta becomes the input' . "\047" . 's mean of 0.6, within 0.01 of 0.6', columns/3) . ': -0.00106 [-0.00194, -0.000369], n 5' 1.18667, abridge('a BatchNorm alone learns to give its input back: the mean squared error falls below a hundredth of the input' . "\047" . 's variance, below 0.0004', columns/3) . ': 3.61e-05 [-1.07e-05, 0.00019], n 5' 0.79000, abridge('a BatchNorm without gamma and beta cannot give its input back: its mean squared error is higher, by more than 0.04', columns/3) . ': 1.03 [0.978, 1.09], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.69619
        set bmargin at screen 0.54214; set tmargin at screen 0.91976
        set xlabel 'difference' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'gamma learns the scale of 5, within 0.25 of 5' at screen 0.00857, screen 0.90118 left
        set label '-0.0684 [-0.0919, 0.00932], n 5' at screen 0.71333, screen 0.90118 left
        set label 'beta learns the shift of 2, within 0.1 of 2' at screen 0.00857, screen 0.85220 left
        set label '-0.00355 [-0.0697, 0.0135], n 5' at screen 0.71333, screen 0.85220 left
        set label 'gamma becomes the input' . "\047" . 's standard deviation of 0.2,' at screen 0.00857, screen 0.80959 left
        set label 'within 0.01 of 0.2' at screen 0.00857, screen 0.78519 left
        set label '-0.000693 [-0.00145, -6.91e-05], n 5' at screen 0.71333, screen 0.79739 left
        set label 'beta becomes the input' . "\047" . 's mean of 0.6, within 0.01 of 0.6' at screen 0.00857, screen 0.74259 left
        set label '-0.00106 [-0.00194, -0.000369], n 5' at screen 0.71333, screen 0.74259 left
        set label 'a BatchNorm alone learns to give its input back: the' at screen 0.00857, screen 0.69998 left
        set label 'mean squared error falls below a hundredth of the' at screen 0.00857, screen 0.67558 left
        set label 'input' . "\047" . 's variance, below 0.0004' at screen 0.00857, screen 0.65118 left
        set label '3.61e-05 [-1.07e-05, 0.00019], n 5' at screen 0.71333, screen 0.67558 left
        set label 'a BatchNorm without gamma and beta cannot give its' at screen 0.00857, screen 0.61496 left
        set label 'input back: its mean squared error is higher, by more' at screen 0.00857, screen 0.59056 left
        set label 'than 0.04' at screen 0.00857, screen 0.56616 left
        set label '1.03 [0.978, 1.09], n 5' at screen 0.71333, screen 0.59056 left
        eval cut(line[1], 0.1958, 1, 0.28667)
        set label 'affine: the claims' at screen 0.5, screen 0.97462 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.94717 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.02445, 0.02000, 0.01071)
        eval legend_point(2, 0.44782, 0.02445, 0.02000, 0.01071)
        eval legend_point(3, 0.56171, 0.02445, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1
    }
    unset label; unset arrow

    # Panel 2
    unset logscale x; set xrange [-0.8050193275091581:0.6517109521924387]
    set xtics (-0.5, 0, 0.5)
    set border 1
    set yrange [0:1.93889]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('an MLP with batchnorm has a higher error with affine=none than with both, by more than 0.5 points', columns/3) . ': -0.002 [-0.234, 0.168], n 5' 1.79444, abridge('an MLP with batchnorm has a higher error with affine=scale than with both, by more than 0.5 points', columns/3) . ': -0.124 [-0.301, 0.598], n 5' 1.43556, abridge('an MLP with batchnorm has a higher error with affine=shift than with both, by more than 0.5 points', columns/3) . ': 0.014 [-0.186, 0.255], n 5' 1.07667, abridge('a convolutional net with batchnorm has a higher error with affine=none than with both, by more than 0.5 points', columns/3) . ': 0.114 [-0.01, 0.258], n 5' 0.71778, abridge('a convolutional net with instancenorm has a higher error with affine=none than with both, by more than 0.5 points', columns/3) . ': -0.272 [-0.751, -0.0119], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p2v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p2v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p2v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p2v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.69619
        set bmargin at screen 0.12172; set tmargin at screen 0.44923
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'an MLP with batchnorm has a higher error with' at screen 0.00857, screen 0.43703 left
        set label 'affine=none than with both, by more than 0.5 points' at screen 0.00857, screen 0.41263 left
        set label '-0.002 [-0.234, 0.168], n 5' at screen 0.71333, screen 0.42483 left
        set label 'an MLP with batchnorm has a higher error with' at screen 0.00857, screen 0.37641 left
        set label 'affine=scale than with both, by more than 0.5 points' at screen 0.00857, screen 0.35201 left
        set label '-0.124 [-0.301, 0.598], n 5' at screen 0.71333, screen 0.36421 left
        set label 'an MLP with batchnorm has a higher error with' at screen 0.00857, screen 0.31578 left
        set label 'affine=shift than with both, by more than 0.5 points' at screen 0.00857, screen 0.29139 left
        set label '0.014 [-0.186, 0.255], n 5' at screen 0.71333, screen 0.30358 left
        set label 'a convolutional net with batchnorm has a higher error' at screen 0.00857, screen 0.25516 left
        set label 'with affine=none than with both, by more than 0.5 points' at screen 0.00857, screen 0.23076 left
        set label '0.114 [-0.01, 0.258], n 5' at screen 0.71333, screen 0.24296 left
        set label 'a convolutional net with instancenorm has a higher' at screen 0.00857, screen 0.19454 left
        set label 'error with affine=none than with both, by more than 0.5' at screen 0.00857, screen 0.17014 left
        set label 'points' at screen 0.00857, screen 0.14574 left
        set label '-0.272 [-0.751, -0.0119], n 5' at screen 0.71333, screen 0.17014 left
        plot $p2_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p2v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p2v3 using 3:2:($4-$3):(0) with vectors nohead lt line[3] lw 1.2, \
             $p2v2 using 1:2 with points lt line[2] ps 1.1, \
             $p2v3 using 1:2 with points lt line[3] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
