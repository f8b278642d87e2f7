# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 7.35

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'inconclusive'; line[1] = line_of('inconclusive')
label[2] = 'refuted'; line[2] = line_of('refuted')
label[3] = 'supported'; line[3] = line_of('supported')

page_lines = 24

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
1.4764013520789943 3.3066666666666675 1.1091646982232661 2.188628075344613
1.9587568734706355 2.803333333333334 0.8714620854497369 2.7729551360006717
2.19628116671021 1.7966666666666673 1.8014805714645326 4.5927429344534705
1.611247590953184 1.293333333333334 1.2170004817468845 2.34390355124056
EOD
$p1v2 << EOD
1.2162624312078125 2.3000000000000007 0.9076989346725707 1.5134662216931096
1.1500400347564244 0.7900000000000005 0.9044379355918151 1.6620710404965182
1.2191435160790496 0.28666666666666707 0.6037666067998596 1.716579711034647
EOD
$p1_margin << EOD
2 4.981042642 3.09000 3.52333
2 4.981042642 2.58667 3.02000
2 4.981042642 2.08333 2.51667
2 4.981042642 1.58000 2.01333
2 4.981042642 1.07667 1.51000
2 4.981042642 0.57333 1.00667
2 4.981042642 0.07000 0.50333
EOD

# Panel 2: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p2v1 << EOD
0.22799999999999992 0.7177777777777772 -0.028799643786900697 0.44509599337433386
-0.93 0.2866666666666662 -1.3192968126250144 0.45148258006149067
EOD
$p2v3 << EOD
0.7420000000000002 1.7944444444444443 0.36493463026336065 2.1721273704714497
2.026 1.4355555555555553 1.1218588470088537 3.056812657428754
0.31500000000000006 1.0766666666666662 0.029428527591114972 0.8647630700879908
EOD
$p2_margin << EOD
0 3.231857036 1.65000 1.93889
0 3.231857036 1.29111 1.58000
0 3.231857036 0.93222 1.22111
0 3.231857036 0.57333 0.86222
0 3.231857036 0.07000 0.50333
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
    unset logscale x; set xrange [0.5566996745319954:4.981042641654413]; set logscale x 10
    set xtics (0.6, 0.8, 1, 1.2, 1.5, 2, 3, 4)
    set border 1
    set yrange [0:3.52333]
    if (t eq 'dumb') {
        set title 'convergence: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('a residual net at a rate of 0.01 needs more steps to an error of 25 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.48 [1.11, 2.19], n 5' 3.30667, abridge('a residual net without BatchNorm at a rate of 0.01 needs more steps to an error of 25 % than one with it at 0.1, by more than 2 times', columns/3) . ': 1.96 [0.871, 2.77], n 5' 2.80333, abridge('a residual net at a rate of 0.01 needs more steps to an error of 18 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.22 [0.908, 1.51], n 5' 2.30000, abridge('a residual net without BatchNorm at a rate of 0.01 needs more steps to an error of 18 % than one with it at 0.1, by more than 2 times', columns/3) . ': 2.2 [1.8, 4.59], n 5' 1.79667, abridge('a residual net at a rate of 0.01 needs more seconds to an error of 25 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.61 [1.22, 2.34], n 5' 1.29333, abridge('N1' . "\047" . 's network on Fashion-MNIST needs more steps to an error of 15 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.15 [0.904, 1.66], n 5 *' 0.79000, abridge('N1' . "\047" . 's network on MNIST needs more steps to an error of 3 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.22 [0.604, 1.72], n 5 *' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77111
        set bmargin at screen 0.43636; set tmargin at screen 0.91572
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'a residual net at a rate of 0.01 needs more steps to an' at screen 0.00857, screen 0.90590 left
        set label 'error of 25 % without BatchNorm than with it, by more' at screen 0.00857, screen 0.88624 left
        set label 'than 2 times' at screen 0.00857, screen 0.86659 left
        set label '1.48 [1.11, 2.19], n 5' at screen 0.78825, screen 0.88624 left
        set label 'a residual net without BatchNorm at a rate of 0.01' at screen 0.00857, screen 0.83741 left
        set label 'needs more steps to an error of 25 % than one with it' at screen 0.00857, screen 0.81776 left
        set label 'at 0.1, by more than 2 times' at screen 0.00857, screen 0.79811 left
        set label '1.96 [0.871, 2.77], n 5' at screen 0.78825, screen 0.81776 left
        set label 'a residual net at a rate of 0.01 needs more steps to an' at screen 0.00857, screen 0.76893 left
        set label 'error of 18 % without BatchNorm than with it, by more' at screen 0.00857, screen 0.74928 left
        set label 'than 2 times' at screen 0.00857, screen 0.72963 left
        set label '1.22 [0.908, 1.51], n 5' at screen 0.78825, screen 0.74928 left
        set label 'a residual net without BatchNorm at a rate of 0.01' at screen 0.00857, screen 0.70045 left
        set label 'needs more steps to an error of 18 % than one with it' at screen 0.00857, screen 0.68080 left
        set label 'at 0.1, by more than 2 times' at screen 0.00857, screen 0.66115 left
        set label '2.2 [1.8, 4.59], n 5' at screen 0.78825, screen 0.68080 left
        set label 'a residual net at a rate of 0.01 needs more seconds to' at screen 0.00857, screen 0.63197 left
        set label 'an error of 25 % without BatchNorm than with it, by' at screen 0.00857, screen 0.61232 left
        set label 'more than 2 times' at screen 0.00857, screen 0.59267 left
        set label '1.61 [1.22, 2.34], n 5' at screen 0.78825, screen 0.61232 left
        set label 'N1' . "\047" . 's network on Fashion-MNIST needs more steps to' at screen 0.00857, screen 0.56349 left
        set label 'an error of 15 % without BatchNorm than with it, by' at screen 0.00857, screen 0.54384 left
        set label 'more than 2 times' at screen 0.00857, screen 0.52419 left
        set label '1.15 [0.904, 1.66], n 5 *' at screen 0.78825, screen 0.54384 left
        set label 'N1' . "\047" . 's network on MNIST needs more steps to an error' at screen 0.00857, screen 0.49501 left
        set label 'of 3 % without BatchNorm than with it, by more than 2' at screen 0.00857, screen 0.47536 left
        set label 'times' at screen 0.00857, screen 0.45571 left
        set label '1.22 [0.604, 1.72], n 5 *' at screen 0.78825, screen 0.47536 left
        set label 'convergence: the claims' at screen 0.5, screen 0.97955 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.95745 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.93779 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.01939, 0.02000, 0.01071)
        eval legend_point(2, 0.46687, 0.01939, 0.02000, 0.01071)
        eval legend_point(3, 0.58075, 0.01939, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1, \
             $p1v2 using 1:2 with points lt line[2] ps 1.1
    }
    unset label; unset arrow

    # Panel 2
    unset logscale x; set xrange [-1.4943411914271651:3.2318570362309047]
    set xtics (-1, 0, 1, 2, 3)
    set border 1
    set yrange [0:1.93889]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('a residual net at a rate of 0.01 ends at a higher error without BatchNorm', columns/3) . ': 0.742 [0.365, 2.17], n 5 *' 1.79444, abridge('a residual net without BatchNorm at a rate of 0.01 ends at a higher error than one with it at 0.1', columns/3) . ': 2.03 [1.12, 3.06], n 5' 1.43556, abridge('N1' . "\047" . 's network on MNIST has a higher validation error without BatchNorm', columns/3) . ': 0.315 [0.0294, 0.865], n 5 *' 1.07667, abridge('N1' . "\047" . 's network on MNIST has a higher test error without BatchNorm', columns/3) . ': 0.228 [-0.0288, 0.445], n 5' 0.71778, abridge('N1' . "\047" . 's network on Fashion-MNIST, which takes MNIST' . "\047" . 's place here, has a higher test error without BatchNorm', columns/3) . ': -0.93 [-1.32, 0.451], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p2v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p2v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p2v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77111
        set bmargin at screen 0.09773; set tmargin at screen 0.36153
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'a residual net at a rate of 0.01 ends at a higher error' at screen 0.00857, screen 0.35170 left
        set label 'without BatchNorm' at screen 0.00857, screen 0.33205 left
        set label '0.742 [0.365, 2.17], n 5 *' at screen 0.78825, screen 0.34187 left
        set label 'a residual net without BatchNorm at a rate of 0.01 ends' at screen 0.00857, screen 0.30287 left
        set label 'at a higher error than one with it at 0.1' at screen 0.00857, screen 0.28322 left
        set label '2.03 [1.12, 3.06], n 5' at screen 0.78825, screen 0.29305 left
        set label 'N1' . "\047" . 's network on MNIST has a higher validation error' at screen 0.00857, screen 0.25404 left
        set label 'without BatchNorm' at screen 0.00857, screen 0.23439 left
        set label '0.315 [0.0294, 0.865], n 5 *' at screen 0.78825, screen 0.24422 left
        set label 'N1' . "\047" . 's network on MNIST has a higher test error' at screen 0.00857, screen 0.20522 left
        set label 'without BatchNorm' at screen 0.00857, screen 0.18556 left
        set label '0.228 [-0.0288, 0.445], n 5' at screen 0.78825, screen 0.19539 left
        set label 'N1' . "\047" . 's network on Fashion-MNIST, which takes' at screen 0.00857, screen 0.15639 left
        set label 'MNIST' . "\047" . 's place here, has a higher test error without' at screen 0.00857, screen 0.13673 left
        set label 'BatchNorm' at screen 0.00857, screen 0.11708 left
        set label '-0.93 [-1.32, 0.451], n 5' at screen 0.78825, screen 0.13673 left
        plot $p2_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p2v3 using 3:2:($4-$3):(0) with vectors nohead lt line[3] lw 1.2, \
             $p2v1 using 1:2 with points lt line[1] ps 1.1, \
             $p2v3 using 1:2 with points lt line[3] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
