# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 3.21

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'supported'; line[1] = line_of('supported')
label[2] = 'inconclusive'; line[2] = line_of('inconclusive')

page_lines = 18

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
89.99999999999997 1.796666666666667 9.999999999999998 17046925.777499586
89.99999999999997 1.2933333333333334 9.999999999999998 17046925.777499586
EOD
$p1v2 << EOD
124.57309396155179 0.79 6.768369449127581 17046925.777499586
25.118864315095795 0.2866666666666666 0.758903261184296 1305.6757351699198
EOD
$p1_margin << EOD
9 17046925.78 1.58000 2.01333
9 17046925.78 1.07667 1.51000
9 17046925.78 0.57333 1.00667
9 17046925.78 0.07000 0.50333
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
    unset logscale x; set xrange [0.3957655347513244:17046925.777499586]; set logscale x 10
    set xtics ('10⁰' 1, '10¹' 10, '10²' 100, '10³' 1000, '10⁴' 10000, '10⁵' 100000, '10⁶' 1000000, '10⁷' 10000000)
    set border 1
    set yrange [0:2.01333]
    if (t eq 'dumb') {
        set title 'initialization: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('the range of weight scales within 5 points of its own best is wider for an MLP with BatchNorm than without, by more than 9 times', columns/3) . ': 90 [10, ∞], n 5' 1.79667, abridge('the range of weight scales within 5 points of its own best is wider for an MLP with LayerNorm than without, by more than 9 times', columns/3) . ': 90 [10, ∞], n 5' 1.29333, abridge('the range of weight scales within 5 points of its own best is wider for a residual net with BatchNorm than without, by more than 9 times', columns/3) . ': 125 [6.77, ∞], n 5' 0.79000, abridge('the range of weight scales within 5 points of its own best is wider for a residual net with GroupNorm than without, by more than 9 times', columns/3) . ': 25.1 [0.759, 1306], n 5' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.80794
        set bmargin at screen 0.22482; set tmargin at screen 0.85202
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'the range of weight scales within 5 points of its own' at screen 0.00857, screen 0.82953 left
        set label 'best is wider for an MLP with BatchNorm than' at screen 0.00857, screen 0.78453 left
        set label 'without, by more than 9 times' at screen 0.00857, screen 0.73953 left
        set label '90 [10, ∞], n 5' at screen 0.82508, screen 0.78453 left
        set label 'the range of weight scales within 5 points of its own' at screen 0.00857, screen 0.67272 left
        set label 'best is wider for an MLP with LayerNorm than' at screen 0.00857, screen 0.62773 left
        set label 'without, by more than 9 times' at screen 0.00857, screen 0.58273 left
        set label '90 [10, ∞], n 5' at screen 0.82508, screen 0.62773 left
        set label 'the range of weight scales within 5 points of its own' at screen 0.00857, screen 0.51592 left
        set label 'best is wider for a residual net with BatchNorm than' at screen 0.00857, screen 0.47092 left
        set label 'without, by more than 9 times' at screen 0.00857, screen 0.42593 left
        set label '125 [6.77, ∞], n 5' at screen 0.82508, screen 0.47092 left
        set label 'the range of weight scales within 5 points of its own' at screen 0.00857, screen 0.35912 left
        set label 'best is wider for a residual net with GroupNorm than' at screen 0.00857, screen 0.31412 left
        set label 'without, by more than 9 times' at screen 0.00857, screen 0.26912 left
        set label '25.1 [0.759, 1306], n 5' at screen 0.82508, screen 0.31412 left
        eval cut(line[1], 90, 1, 1.79667)
        eval cut(line[1], 90, 1, 1.29333)
        eval cut(line[2], 124.573094, 1, 0.79000)
        set label 'initialization: the claims' at screen 0.5, screen 0.95318 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.90256 center font font_small textcolor rgb ink
        eval legend_point(1, 0.36929, 0.04543, 0.02000, 0.01071)
        eval legend_point(2, 0.50476, 0.04543, 0.02000, 0.01071)
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
