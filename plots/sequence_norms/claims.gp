# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 4.71

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'refuted'; line[1] = line_of('refuted')
label[2] = 'inconclusive'; line[2] = line_of('inconclusive')
label[3] = 'supported'; line[3] = line_of('supported')

page_lines = 28

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
-5.5777777777777775 3.3744444444444452 -7.100531920207906 -3.7632955508832904
-3.31111111111111 2.6566666666666676 -4.4039086438258295 -2.4082722060288253
-3.5555555555555545 2.2977777777777786 -6.169803166349303 -2.064058530261333
EOD
$p1v2 << EOD
0.26666666666666855 3.015555555555556 -3.933991087821444 1.3468359343570673
-5.333333333333334 1.5800000000000005 -6.666476794856462 0.12616492421551495
-0.3 1.2211111111111115 -1.3191977395284984 0.7553931740464599
-1.5 0.79 -8.62910393445586 0.5509624842630565
EOD
$p1v3 << EOD
1.4555555555555557 1.9388888888888896 0.7850090298331959 1.6703966969749036
21.3 0.2866666666666666 19.13251474154341 23.656059881090624
EOD
$p1_margin << EOD
0 24.94746643 3.23000 3.51889
0 24.94746643 2.87111 3.16000
0 24.94746643 2.51222 2.80111
0 24.94746643 2.15333 2.44222
0 24.94746643 1.79444 2.08333
0 24.94746643 1.43556 1.72444
0 24.94746643 1.07667 1.36556
0 24.94746643 0.57333 1.00667
0 24.94746643 0.07000 0.50333
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
    unset logscale x; set xrange [-9.92051048707772:24.94746643371248]
    set xtics (0, 10, 20)
    set border 1
    set yrange [0:3.51889]
    if (t eq 'dumb') {
        set title 'sequence_norms: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('at batch 64 an LSTM has a higher error with BatchNorm than with LayerNorm', columns/3) . ': -5.58 [-7.1, -3.76], n 5' 3.37444, abridge('at batch 64 a transformer has a higher error with BatchNorm than with LayerNorm', columns/3) . ': 0.267 [-3.93, 1.35], n 5' 3.01556, abridge('at batch 64 a convolutional net has a higher error with BatchNorm than with LayerNorm', columns/3) . ': -3.31 [-4.4, -2.41], n 5' 2.65667, abridge('at batch 4 an LSTM has a higher error with BatchNorm than with LayerNorm', columns/3) . ': -3.56 [-6.17, -2.06], n 5' 2.29778, abridge('at batch 4 a transformer has a higher error with BatchNorm than with LayerNorm', columns/3) . ': 1.46 [0.785, 1.67], n 5' 1.93889, abridge('at batch 64 an LSTM has a higher error with BatchNorm over valid positions than with LayerNorm', columns/3) . ': -5.33 [-6.67, 0.126], n 5' 1.58000, abridge('at batch 64 a transformer has a higher error with BatchNorm over valid positions than with LayerNorm', columns/3) . ': -0.3 [-1.32, 0.755], n 5' 1.22111, abridge('at batch 64 an LSTM has a higher error with BatchNorm in its cells, per time step, than with LayerNorm there', columns/3) . ': -1.5 [-8.63, 0.551], n 5' 0.79000, abridge('at batch 4 an LSTM has a higher error with BatchNorm in its cells, per time step, than with LayerNorm there', columns/3) . ': 21.3 [19.1, 23.7], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v3 using 3:2:($4-$3):(0) with vectors nohead lt 3 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2]), \
             $p1v3 using 1:2 with points lt 3 pt 3 title brief(label[3])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.79397
        set bmargin at screen 0.15204; set tmargin at screen 0.89915
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'at batch 64 an LSTM has a higher error with' at screen 0.00857, screen 0.88382 left
        set label 'BatchNorm than with LayerNorm' at screen 0.00857, screen 0.85315 left
        set label '-5.58 [-7.1, -3.76], n 5' at screen 0.81111, screen 0.86848 left
        set label 'at batch 64 a transformer has a higher error with' at screen 0.00857, screen 0.80762 left
        set label 'BatchNorm than with LayerNorm' at screen 0.00857, screen 0.77695 left
        set label '0.267 [-3.93, 1.35], n 5' at screen 0.81111, screen 0.79229 left
        set label 'at batch 64 a convolutional net has a higher error with' at screen 0.00857, screen 0.73142 left
        set label 'BatchNorm than with LayerNorm' at screen 0.00857, screen 0.70075 left
        set label '-3.31 [-4.4, -2.41], n 5' at screen 0.81111, screen 0.71609 left
        set label 'at batch 4 an LSTM has a higher error with' at screen 0.00857, screen 0.65523 left
        set label 'BatchNorm than with LayerNorm' at screen 0.00857, screen 0.62456 left
        set label '-3.56 [-6.17, -2.06], n 5' at screen 0.81111, screen 0.63989 left
        set label 'at batch 4 a transformer has a higher error with' at screen 0.00857, screen 0.57903 left
        set label 'BatchNorm than with LayerNorm' at screen 0.00857, screen 0.54836 left
        set label '1.46 [0.785, 1.67], n 5' at screen 0.81111, screen 0.56369 left
        set label 'at batch 64 an LSTM has a higher error with' at screen 0.00857, screen 0.50283 left
        set label 'BatchNorm over valid positions than with LayerNorm' at screen 0.00857, screen 0.47216 left
        set label '-5.33 [-6.67, 0.126], n 5' at screen 0.81111, screen 0.48750 left
        set label 'at batch 64 a transformer has a higher error with' at screen 0.00857, screen 0.42663 left
        set label 'BatchNorm over valid positions than with LayerNorm' at screen 0.00857, screen 0.39597 left
        set label '-0.3 [-1.32, 0.755], n 5' at screen 0.81111, screen 0.41130 left
        set label 'at batch 64 an LSTM has a higher error with' at screen 0.00857, screen 0.35044 left
        set label 'BatchNorm in its cells, per time step, than with' at screen 0.00857, screen 0.31977 left
        set label 'LayerNorm there' at screen 0.00857, screen 0.28910 left
        set label '-1.5 [-8.63, 0.551], n 5' at screen 0.81111, screen 0.31977 left
        set label 'at batch 4 an LSTM has a higher error with' at screen 0.00857, screen 0.24357 left
        set label 'BatchNorm in its cells, per time step, than with' at screen 0.00857, screen 0.21290 left
        set label 'LayerNorm there' at screen 0.00857, screen 0.18224 left
        set label '21.3 [19.1, 23.7], n 5' at screen 0.81111, screen 0.21290 left
        set label 'sequence_norms: the claims' at screen 0.5, screen 0.96809 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.93359 center font font_small textcolor rgb ink
        eval legend_point(1, 0.31234, 0.02978, 0.02000, 0.01071)
        eval legend_point(2, 0.42623, 0.02978, 0.02000, 0.01071)
        eval legend_point(3, 0.58075, 0.02978, 0.02000, 0.01071)
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
