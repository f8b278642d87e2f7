# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 4.57

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'supported'; line[1] = line_of('supported')
label[2] = 'inconclusive'; line[2] = line_of('inconclusive')

page_lines = 28

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
28.756 3.0855555555555565 25.73906819389776 39.88459376505591
-0.16999999999999993 2.3677777777777784 -0.3309380481381391 0.0954426858295801
-0.20399999999999957 2.00888888888889 -0.7899245590487727 -0.0582432427106061
-0.00400000000000027 1.6500000000000008 -0.29751634296960017 0.28965747226649896
-0.44399999999999906 1.2911111111111118 -0.8513528500081664 0.13409454375589824
28.871999999999996 0.9322222222222227 25.805989885855332 39.46771061879595
28.758 0.5733333333333337 25.756787411477426 39.499998702250316
EOD
$p1v2 << EOD
1.0959999999999996 2.7266666666666675 0.6176713176922524 1.4599791403329725
0.5559999999999995 0.21444444444444466 0.13432754246935874 2.1704976049815135
EOD
$p1_margin << EOD
1 41.51997752 2.94111 3.23000
1 41.51997752 2.58222 2.87111
-1 1 2.22333 2.51222
-1 1 1.86444 2.15333
-1 1 1.50556 1.79444
-1 1 1.14667 1.43556
0.5 41.51997752 0.78778 1.07667
0.5 41.51997752 0.42889 0.71778
0.5 41.51997752 0.07000 0.35889
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
    unset logscale x; set xrange [-2.6353837506022364:41.51997751565815]
    set xtics (0, 10, 20, 30, 40)
    set border 1
    set yrange [0:3.23000]
    if (t eq 'dumb') {
        set title 'batch_size: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('an MLP with BatchNorm has a higher test error at batch 2 than at 32, by more than 1 points', columns/3) . ': 28.8 [25.7, 39.9], n 5' 3.08556, abridge('a residual net with BatchNorm has a higher test error at batch 2 than at 32, by more than 1 points', columns/3) . ': 1.1 [0.618, 1.46], n 5' 2.72667, abridge('an MLP with BatchNorm is fine at 32: no different from 128, within 1 points', columns/3) . ': -0.17 [-0.331, 0.0954], n 5' 2.36778, abridge('an MLP with GroupNorm does not care: batch 2 as 32, within 1 points', columns/3) . ': -0.204 [-0.79, -0.0582], n 5' 2.00889, abridge('an MLP with LayerNorm does not care: batch 2 as 32, within 1 points', columns/3) . ': -0.004 [-0.298, 0.29], n 5' 1.65000, abridge('a residual net with GroupNorm does not care: batch 2 as 32, within 1 points', columns/3) . ': -0.444 [-0.851, 0.134], n 5 *' 1.29111, abridge('at batch 2 an MLP does better with GroupNorm than with BatchNorm, by more than 0.5 points', columns/3) . ': 28.9 [25.8, 39.5], n 5' 0.93222, abridge('at batch 2 an MLP does better with LayerNorm than with BatchNorm, by more than 0.5 points', columns/3) . ': 28.8 [25.8, 39.5], n 5' 0.57333, abridge('at batch 2 a residual net does better with GroupNorm than with BatchNorm, by more than 0.5 points', columns/3) . ': 0.556 [0.134, 2.17], n 5' 0.21444)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.76222
        set bmargin at screen 0.15767; set tmargin at screen 0.86445
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'an MLP with BatchNorm has a higher test error at' at screen 0.00857, screen 0.84865 left
        set label 'batch 2 than at 32, by more than 1 points' at screen 0.00857, screen 0.81704 left
        set label '28.8 [25.7, 39.9], n 5' at screen 0.77937, screen 0.83285 left
        set label 'a residual net with BatchNorm has a higher test error' at screen 0.00857, screen 0.77012 left
        set label 'at batch 2 than at 32, by more than 1 points' at screen 0.00857, screen 0.73851 left
        set label '1.1 [0.618, 1.46], n 5' at screen 0.77937, screen 0.75432 left
        set label 'an MLP with BatchNorm is fine at 32: no different from' at screen 0.00857, screen 0.69159 left
        set label '128, within 1 points' at screen 0.00857, screen 0.65998 left
        set label '-0.17 [-0.331, 0.0954], n 5' at screen 0.77937, screen 0.67578 left
        set label 'an MLP with GroupNorm does not care: batch 2 as 32,' at screen 0.00857, screen 0.61306 left
        set label 'within 1 points' at screen 0.00857, screen 0.58145 left
        set label '-0.204 [-0.79, -0.0582], n 5' at screen 0.77937, screen 0.59725 left
        set label 'an MLP with LayerNorm does not care: batch 2 as 32,' at screen 0.00857, screen 0.53452 left
        set label 'within 1 points' at screen 0.00857, screen 0.50292 left
        set label '-0.004 [-0.298, 0.29], n 5' at screen 0.77937, screen 0.51872 left
        set label 'a residual net with GroupNorm does not care: batch 2' at screen 0.00857, screen 0.45599 left
        set label 'as 32, within 1 points' at screen 0.00857, screen 0.42439 left
        set label '-0.444 [-0.851, 0.134], n 5 *' at screen 0.77937, screen 0.44019 left
        set label 'at batch 2 an MLP does better with GroupNorm than' at screen 0.00857, screen 0.37746 left
        set label 'with BatchNorm, by more than 0.5 points' at screen 0.00857, screen 0.34585 left
        set label '28.9 [25.8, 39.5], n 5' at screen 0.77937, screen 0.36166 left
        set label 'at batch 2 an MLP does better with LayerNorm than' at screen 0.00857, screen 0.29893 left
        set label 'with BatchNorm, by more than 0.5 points' at screen 0.00857, screen 0.26732 left
        set label '28.8 [25.8, 39.5], n 5' at screen 0.77937, screen 0.28313 left
        set label 'at batch 2 a residual net does better with GroupNorm' at screen 0.00857, screen 0.22040 left
        set label 'than with BatchNorm, by more than 0.5 points' at screen 0.00857, screen 0.18879 left
        set label '0.556 [0.134, 2.17], n 5' at screen 0.77937, screen 0.20460 left
        set label 'batch_size: the claims' at screen 0.5, screen 0.96712 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.93156 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.89995 center font font_small textcolor rgb ink
        eval legend_point(1, 0.36929, 0.03167, 0.02000, 0.01071)
        eval legend_point(2, 0.50476, 0.03167, 0.02000, 0.01071)
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
