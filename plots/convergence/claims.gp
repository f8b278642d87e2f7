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
1.4764013520789943 3.3066666666666675 1.012224753590442 2.0378631789199635
2.2124944578816885 2.803333333333334 1.5248968991203324 4.383668071886629
2.1800252502502584 1.7966666666666673 1.7893716844750343 4.436024603668491
1.4967004570075209 1.293333333333334 1.1352442949272743 2.0977553019889252
EOD
$p1v2 << EOD
1.303482899605484 2.3000000000000007 0.8736905043093205 1.7411186291628873
0.7258330982040648 0.7900000000000005 0.3396086012977748 1.104231868106991
0.9009670191170392 0.28666666666666707 0.6277813612928592 1.2742496940301766
EOD
$p1_margin << EOD
2 4.916256763 3.09000 3.52333
2 4.916256763 2.58667 3.02000
2 4.916256763 2.08333 2.51667
2 4.916256763 1.58000 2.01333
2 4.916256763 1.07667 1.51000
2 4.916256763 0.57333 1.00667
2 4.916256763 0.07000 0.50333
EOD

# Panel 2: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p2v1 << EOD
0.15000000000000008 1.0766666666666662 -0.00781692080835747 0.27693783676784517
0.12200000000000007 0.7177777777777772 -0.11381811317959302 0.3823112991831042
EOD
$p2v2 << EOD
-1.002 0.2866666666666662 -1.4101440746369125 -0.6351938766777826
EOD
$p2v3 << EOD
0.6680000000000004 1.7944444444444443 0.10949958881755362 1.3422551595202752
1.9080000000000001 1.4355555555555553 0.8832171581682136 3.553925762985477
EOD
$p2_margin << EOD
0 3.553925763 1.65000 1.93889
0 3.553925763 1.29111 1.58000
0 3.553925763 0.93222 1.22111
0 3.553925763 0.57333 0.86222
0 3.553925763 0.07000 0.50333
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
    unset logscale x; set xrange [0.3064347904665263:4.916256762754677]; set logscale x 10
    set xtics (0.5, 1, 2, 3)
    set border 1
    set yrange [0:3.52333]
    if (t eq 'dumb') {
        set title 'convergence: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('a residual net at a rate of 0.01 needs more steps to an error of 25 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.48 [1.01, 2.04], n 5' 3.30667, abridge('a residual net without BatchNorm at a rate of 0.01 needs more steps to an error of 25 % than one with it at 0.1, by more than 2 times', columns/3) . ': 2.21 [1.52, 4.38], n 5' 2.80333, abridge('a residual net at a rate of 0.01 needs more steps to an error of 18 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.3 [0.874, 1.74], n 5 *' 2.30000, abridge('a residual net without BatchNorm at a rate of 0.01 needs more steps to an error of 18 % than one with it at 0.1, by more than 2 times', columns/3) . ': 2.18 [1.79, 4.44], n 5' 1.79667, abridge('a residual net at a rate of 0.01 needs more seconds to an error of 25 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 1.5 [1.14, 2.1], n 5' 1.29333, abridge('N1' . "\047" . 's network on Fashion-MNIST needs more steps to an error of 15 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 0.726 [0.34, 1.1], n 5' 0.79000, abridge('N1' . "\047" . 's network on MNIST needs more steps to an error of 3 % without BatchNorm than with it, by more than 2 times', columns/3) . ': 0.901 [0.628, 1.27], n 5' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77619
        set bmargin at screen 0.43636; set tmargin at screen 0.91572
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'a residual net at a rate of 0.01 needs more steps to an' at screen 0.00857, screen 0.90590 left
        set label 'error of 25 % without BatchNorm than with it, by more' at screen 0.00857, screen 0.88624 left
        set label 'than 2 times' at screen 0.00857, screen 0.86659 left
        set label '1.48 [1.01, 2.04], n 5' at screen 0.79333, screen 0.88624 left
        set label 'a residual net without BatchNorm at a rate of 0.01' at screen 0.00857, screen 0.83741 left
        set label 'needs more steps to an error of 25 % than one with it' at screen 0.00857, screen 0.81776 left
        set label 'at 0.1, by more than 2 times' at screen 0.00857, screen 0.79811 left
        set label '2.21 [1.52, 4.38], n 5' at screen 0.79333, screen 0.81776 left
        set label 'a residual net at a rate of 0.01 needs more steps to an' at screen 0.00857, screen 0.76893 left
        set label 'error of 18 % without BatchNorm than with it, by more' at screen 0.00857, screen 0.74928 left
        set label 'than 2 times' at screen 0.00857, screen 0.72963 left
        set label '1.3 [0.874, 1.74], n 5 *' at screen 0.79333, screen 0.74928 left
        set label 'a residual net without BatchNorm at a rate of 0.01' at screen 0.00857, screen 0.70045 left
        set label 'needs more steps to an error of 18 % than one with it' at screen 0.00857, screen 0.68080 left
        set label 'at 0.1, by more than 2 times' at screen 0.00857, screen 0.66115 left
        set label '2.18 [1.79, 4.44], n 5' at screen 0.79333, screen 0.68080 left
        set label 'a residual net at a rate of 0.01 needs more seconds to' at screen 0.00857, screen 0.63197 left
        set label 'an error of 25 % without BatchNorm than with it, by' at screen 0.00857, screen 0.61232 left
        set label 'more than 2 times' at screen 0.00857, screen 0.59267 left
        set label '1.5 [1.14, 2.1], n 5' at screen 0.79333, screen 0.61232 left
        set label 'N1' . "\047" . 's network on Fashion-MNIST needs more steps to' at screen 0.00857, screen 0.56349 left
        set label 'an error of 15 % without BatchNorm than with it, by' at screen 0.00857, screen 0.54384 left
        set label 'more than 2 times' at screen 0.00857, screen 0.52419 left
        set label '0.726 [0.34, 1.1], n 5' at screen 0.79333, screen 0.54384 left
        set label 'N1' . "\047" . 's network on MNIST needs more steps to an error' at screen 0.00857, screen 0.49501 left
        set label 'of 3 % without BatchNorm than with it, by more than 2' at screen 0.00857, screen 0.47536 left
        set label 'times' at screen 0.00857, screen 0.45571 left
        set label '0.901 [0.628, 1.27], n 5' at screen 0.79333, screen 0.47536 left
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
    unset logscale x; set xrange [-1.601069837622389:3.553925762985477]
    set xtics (-1, 0, 1, 2, 3)
    set border 1
    set yrange [0:1.93889]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('a residual net at a rate of 0.01 ends at a higher error without BatchNorm', columns/3) . ': 0.668 [0.109, 1.34], n 5 *' 1.79444, abridge('a residual net without BatchNorm at a rate of 0.01 ends at a higher error than one with it at 0.1', columns/3) . ': 1.91 [0.883, 6.04], n 5 *' 1.43556, abridge('N1' . "\047" . 's network on MNIST has a higher validation error without BatchNorm', columns/3) . ': 0.15 [-0.00782, 0.277], n 5' 1.07667, abridge('N1' . "\047" . 's network on MNIST has a higher test error without BatchNorm', columns/3) . ': 0.122 [-0.114, 0.382], n 5' 0.71778, abridge('N1' . "\047" . 's network on Fashion-MNIST, which takes MNIST' . "\047" . 's place here, has a higher test error without BatchNorm', columns/3) . ': -1 [-1.41, -0.635], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p2v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p2v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p2v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p2v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p2v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77619
        set bmargin at screen 0.09773; set tmargin at screen 0.36153
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'a residual net at a rate of 0.01 ends at a higher error' at screen 0.00857, screen 0.35170 left
        set label 'without BatchNorm' at screen 0.00857, screen 0.33205 left
        set label '0.668 [0.109, 1.34], n 5 *' at screen 0.79333, screen 0.34187 left
        set label 'a residual net without BatchNorm at a rate of 0.01 ends' at screen 0.00857, screen 0.30287 left
        set label 'at a higher error than one with it at 0.1' at screen 0.00857, screen 0.28322 left
        set label '1.91 [0.883, 6.04], n 5 *' at screen 0.79333, screen 0.29305 left
        set label 'N1' . "\047" . 's network on MNIST has a higher validation error' at screen 0.00857, screen 0.25404 left
        set label 'without BatchNorm' at screen 0.00857, screen 0.23439 left
        set label '0.15 [-0.00782, 0.277], n 5' at screen 0.79333, screen 0.24422 left
        set label 'N1' . "\047" . 's network on MNIST has a higher test error' at screen 0.00857, screen 0.20522 left
        set label 'without BatchNorm' at screen 0.00857, screen 0.18556 left
        set label '0.122 [-0.114, 0.382], n 5' at screen 0.79333, screen 0.19539 left
        set label 'N1' . "\047" . 's network on Fashion-MNIST, which takes' at screen 0.00857, screen 0.15639 left
        set label 'MNIST' . "\047" . 's place here, has a higher test error without' at screen 0.00857, screen 0.13673 left
        set label 'BatchNorm' at screen 0.00857, screen 0.11708 left
        set label '-1 [-1.41, -0.635], n 5' at screen 0.79333, screen 0.13673 left
        eval cut(line[3], 1.908, 1, 1.43556)
        plot $p2_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p2v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p2v3 using 3:2:($4-$3):(0) with vectors nohead lt line[3] lw 1.2, \
             $p2v1 using 1:2 with points lt line[1] ps 1.1, \
             $p2v2 using 1:2 with points lt line[2] ps 1.1, \
             $p2v3 using 1:2 with points lt line[3] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
