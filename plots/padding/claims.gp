# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 18.12

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'inconclusive'; line[1] = line_of('inconclusive')
label[2] = 'supported'; line[2] = line_of('supported')

page_lines = 52

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
1.1888888888888887 11.942222222222227 -0.5256823560477193 3.3230270762682124
0.8888888888888893 11.36666666666667 -0.8421620779382493 2.618244171745628
1.8111111111111122 9.712222222222227 -0.438981170983471 2.4425823766853547
0.23333333333333356 9.06444444444445 -0.1362160928673189 1.0129607456705856
-0.022222222222222855 7.337777777777781 -1.2817055199387561 0.3414867225454603
0.2555555555555557 6.834444444444447 -0.9438022224165064 1.427832377750178
0.2555555555555557 6.258888888888891 -0.9438022224165064 1.427832377750178
0.10000000000000142 5.1800000000000015 -0.5348531650288448 0.8428666933584675
0.16666666666667 4.604444444444445 -0.7458404739647487 0.7932207406386226
0.1 3.956666666666667 -0.29746658716334407 1.1026115049922371
EOD
$p1v2 << EOD
0 10.791111111111116 0 0
1.1444444444444444 10.287777777777782 0.6490570508082867 1.6238523035424166
3.5444444444444443 8.488888888888892 0.5403580737087257 5.865028168328156
4.355555555555557 7.913333333333337 1.3574788090018042 6.600153445057382
0 5.683333333333335 0 0
3.1999999999999984 3.381111111111112 2.21523257598193 4.212745699089205
3.1666666666666643 2.8055555555555554 2.363921576146205 3.891791406957471
0.06666666666666714 2.2300000000000004 -0.13679903489428646 0.7352349156062903
2.1888888888888887 1.6544444444444437 0.5876896409737569 3.811149261878678
2.2333333333333343 1.006666666666666 1.0673651380478755 4.118494870402405
4.355555555555557 0.35888888888888815 1.3574788090018042 6.600153445057382
EOD
$p1_margin << EOD
0 6.915427804 11.72556 12.15889
0 6.915427804 11.07778 11.65556
-1 1 10.57444 11.00778
0 6.915427804 10.07111 10.50444
0 6.915427804 9.42333 10.00111
-1 1 8.77556 9.35333
0 6.915427804 8.27222 8.70556
0 6.915427804 7.62444 8.20222
-1 1 7.12111 7.55444
0 6.915427804 6.61778 7.05111
0 6.915427804 5.97000 6.54778
-1 1 5.46667 5.90000
0 6.915427804 4.96333 5.39667
0 6.915427804 4.31556 4.89333
-1 1 3.66778 4.24556
0 6.915427804 3.16444 3.59778
0 6.915427804 2.51667 3.09444
-1 1 2.01333 2.44667
0 6.915427804 1.36556 1.94333
0 6.915427804 0.71778 1.29556
0 6.915427804 0.07000 0.64778
EOD

# Panel 2: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p2v1 << EOD
2.408224685280691 1.2933333333333348 0.05165210304587884 51.127178071816026
1.933182044931762 0.7900000000000009 0.05880838781726219 46.701462750620266
1 0.28666666666666707 0.1 10
EOD
$p2_margin << EOD
0.5 2 1.07667 1.51000
0.5 2 0.57333 1.00667
0.5 2 0.07000 0.50333
EOD

# Panel 3: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p3v2 << EOD
0 1.7966666666666669 0 0
0 1.293333333333333 0 0
0.2252856291058704 0.7900000000000027 0.21317391598557128 0.2665783740063587
0.2049242299618887 0.28666666666666885 0.20019254987280258 0.2094280647082779
EOD
$p3_margin << EOD
-1e-12 1e-12 1.58000 2.01333
-1e-12 1e-12 1.07667 1.51000
0.01 0.277241509 0.57333 1.00667
0.01 0.277241509 0.07000 0.50333
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
    unset logscale x; set xrange [-1.5969798785386016:6.915427803657227]
    set xtics (0, 2, 4, 6)
    set border 1
    set yrange [0:12.15889]
    if (t eq 'dumb') {
        set title 'padding: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' . "\n" . 'number of claims'
        set xlabel 'difference in points'
        set key below center reverse Left
        set ytics scale 0 (abridge('an LSTM on words of all lengths at a rate of 0.01 has a higher error when batches are padded to four times their length and BatchNorm counts it', columns/3) . ': 1.19 [-0.526, 3.32], n 5' 11.94222, abridge('an LSTM on words of all lengths at a rate of 0.01, padded to four times their length, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 0.889 [-0.842, 2.62], n 5' 11.36667, abridge('an LSTM on words of all lengths at a rate of 0.01 with LayerNorm per token does not care for batches padded to four times their length, within 1 points', columns/3) . ': 0 [0, 0], n 5' 10.79111, abridge('a convolutional net on words of all lengths at a rate of 0.01 has a higher error when batches are padded to four times their length and BatchNorm counts it', columns/3) . ': 1.14 [0.649, 1.62], n 5 *' 10.28778, abridge('a convolutional net on words of all lengths at a rate of 0.01, padded to four times their length, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 1.81 [-0.439, 2.44], n 5' 9.71222, abridge('a convolutional net on words of all lengths at a rate of 0.01 with LayerNorm per token does not care for batches padded to four times their length, within 1 points', columns/3) . ': 0.233 [-0.136, 1.01], n 5' 9.06444, abridge('a transformer on words of all lengths at a rate of 0.01 has a higher error when batches are padded to four times their length and BatchNorm counts it', columns/3) . ': 3.54 [0.54, 5.87], n 5 *' 8.48889, abridge('a transformer on words of all lengths at a rate of 0.01, padded to four times their length, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 4.36 [1.36, 6.6], n 5 *' 7.91333, abridge('a transformer on words of all lengths at a rate of 0.01 with LayerNorm per token does not care for batches padded to four times their length, within 1 points', columns/3) . ': -0.0222 [-1.28, 0.341], n 5' 7.33778, abridge('an LSTM on words of one length at a rate of 0.01 has a higher error when batches are padded to four times their length and BatchNorm counts it', columns/3) . ': 0.256 [-0.944, 1.43], n 5' 6.83444, abridge('an LSTM on words of one length at a rate of 0.01, padded to four times their length, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 0.256 [-0.944, 1.43], n 5' 6.25889, abridge('an LSTM on words of one length at a rate of 0.01 with LayerNorm per token does not care for batches padded to four times their length, within 1 points', columns/3) . ': 0 [0, 0], n 5' 5.68333, abridge('a convolutional net on words of one length at a rate of 0.01 has a higher error when batches are padded to four times their length and BatchNorm counts it', columns/3) . ': 0.1 [-0.535, 0.843], n 5' 5.18000, abridge('a convolutional net on words of one length at a rate of 0.01, padded to four times their length, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 0.167 [-0.746, 0.793], n 5' 4.60444, abridge('a convolutional net on words of one length at a rate of 0.01 with LayerNorm per token does not care for batches padded to four times their length, within 1 points', columns/3) . ': 0.1 [-0.297, 1.1], n 5' 3.95667, abridge('a transformer on words of one length at a rate of 0.01 has a higher error when batches are padded to four times their length and BatchNorm counts it', columns/3) . ': 3.2 [2.22, 4.21], n 5' 3.38111, abridge('a transformer on words of one length at a rate of 0.01, padded to four times their length, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 3.17 [2.36, 3.89], n 5' 2.80556, abridge('a transformer on words of one length at a rate of 0.01 with LayerNorm per token does not care for batches padded to four times their length, within 1 points', columns/3) . ': 0.0667 [-0.137, 0.735], n 5' 2.23000, abridge('an LSTM on words of all lengths, padded to four times their length and each at the best of its rates, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 2.19 [0.588, 3.81], n 5 *' 1.65444, abridge('a convolutional net on words of all lengths, padded to four times their length and each at the best of its rates, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 2.23 [1.07, 4.12], n 5 *' 1.00667, abridge('a transformer on words of all lengths, padded to four times their length and each at the best of its rates, has a higher error when BatchNorm counts padding than when it counts valid steps alone', columns/3) . ': 4.36 [1.36, 6.6], n 5 *' 0.35889)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1]), \
             $p1v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77619
        set bmargin at screen 0.29479; set tmargin at screen 0.96581
        set xlabel 'difference in points' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'an LSTM on words of all lengths at a rate of 0.01 has a' at screen 0.00857, screen 0.96183 left
        set label 'higher error when batches are padded to four times' at screen 0.00857, screen 0.95386 left
        set label 'their length and BatchNorm counts it' at screen 0.00857, screen 0.94589 left
        set label '1.19 [-0.526, 3.32], n 5' at screen 0.79333, screen 0.95386 left
        set label 'an LSTM on words of all lengths at a rate of 0.01,' at screen 0.00857, screen 0.93405 left
        set label 'padded to four times their length, has a higher error' at screen 0.00857, screen 0.92608 left
        set label 'when BatchNorm counts padding than when it counts' at screen 0.00857, screen 0.91811 left
        set label 'valid steps alone' at screen 0.00857, screen 0.91014 left
        set label '0.889 [-0.842, 2.62], n 5' at screen 0.79333, screen 0.92209 left
        set label 'an LSTM on words of all lengths at a rate of 0.01 with' at screen 0.00857, screen 0.89830 left
        set label 'LayerNorm per token does not care for batches padded' at screen 0.00857, screen 0.89033 left
        set label 'to four times their length, within 1 points' at screen 0.00857, screen 0.88236 left
        set label '0 [0, 0], n 5' at screen 0.79333, screen 0.89033 left
        set label 'a convolutional net on words of all lengths at a rate of' at screen 0.00857, screen 0.87052 left
        set label '0.01 has a higher error when batches are padded to' at screen 0.00857, screen 0.86255 left
        set label 'four times their length and BatchNorm counts it' at screen 0.00857, screen 0.85458 left
        set label '1.14 [0.649, 1.62], n 5 *' at screen 0.79333, screen 0.86255 left
        set label 'a convolutional net on words of all lengths at a rate of' at screen 0.00857, screen 0.84275 left
        set label '0.01, padded to four times their length, has a higher' at screen 0.00857, screen 0.83477 left
        set label 'error when BatchNorm counts padding than when it' at screen 0.00857, screen 0.82680 left
        set label 'counts valid steps alone' at screen 0.00857, screen 0.81883 left
        set label '1.81 [-0.439, 2.44], n 5' at screen 0.79333, screen 0.83079 left
        set label 'a convolutional net on words of all lengths at a rate of' at screen 0.00857, screen 0.80700 left
        set label '0.01 with LayerNorm per token does not care for' at screen 0.00857, screen 0.79903 left
        set label 'batches padded to four times their length, within 1' at screen 0.00857, screen 0.79105 left
        set label 'points' at screen 0.00857, screen 0.78308 left
        set label '0.233 [-0.136, 1.01], n 5' at screen 0.79333, screen 0.79504 left
        set label 'a transformer on words of all lengths at a rate of 0.01' at screen 0.00857, screen 0.77125 left
        set label 'has a higher error when batches are padded to four' at screen 0.00857, screen 0.76328 left
        set label 'times their length and BatchNorm counts it' at screen 0.00857, screen 0.75530 left
        set label '3.54 [0.54, 5.87], n 5 *' at screen 0.79333, screen 0.76328 left
        set label 'a transformer on words of all lengths at a rate of 0.01,' at screen 0.00857, screen 0.74347 left
        set label 'padded to four times their length, has a higher error' at screen 0.00857, screen 0.73550 left
        set label 'when BatchNorm counts padding than when it counts' at screen 0.00857, screen 0.72753 left
        set label 'valid steps alone' at screen 0.00857, screen 0.71955 left
        set label '4.36 [1.36, 6.6], n 5 *' at screen 0.79333, screen 0.73151 left
        set label 'a transformer on words of all lengths at a rate of 0.01' at screen 0.00857, screen 0.70772 left
        set label 'with LayerNorm per token does not care for batches' at screen 0.00857, screen 0.69975 left
        set label 'padded to four times their length, within 1 points' at screen 0.00857, screen 0.69178 left
        set label '-0.0222 [-1.28, 0.341], n 5' at screen 0.79333, screen 0.69975 left
        set label 'an LSTM on words of one length at a rate of 0.01 has a' at screen 0.00857, screen 0.67994 left
        set label 'higher error when batches are padded to four times' at screen 0.00857, screen 0.67197 left
        set label 'their length and BatchNorm counts it' at screen 0.00857, screen 0.66400 left
        set label '0.256 [-0.944, 1.43], n 5' at screen 0.79333, screen 0.67197 left
        set label 'an LSTM on words of one length at a rate of 0.01,' at screen 0.00857, screen 0.65216 left
        set label 'padded to four times their length, has a higher error' at screen 0.00857, screen 0.64419 left
        set label 'when BatchNorm counts padding than when it counts' at screen 0.00857, screen 0.63622 left
        set label 'valid steps alone' at screen 0.00857, screen 0.62825 left
        set label '0.256 [-0.944, 1.43], n 5' at screen 0.79333, screen 0.64021 left
        set label 'an LSTM on words of one length at a rate of 0.01 with' at screen 0.00857, screen 0.61642 left
        set label 'LayerNorm per token does not care for batches padded' at screen 0.00857, screen 0.60844 left
        set label 'to four times their length, within 1 points' at screen 0.00857, screen 0.60047 left
        set label '0 [0, 0], n 5' at screen 0.79333, screen 0.60844 left
        set label 'a convolutional net on words of one length at a rate of' at screen 0.00857, screen 0.58864 left
        set label '0.01 has a higher error when batches are padded to' at screen 0.00857, screen 0.58067 left
        set label 'four times their length and BatchNorm counts it' at screen 0.00857, screen 0.57269 left
        set label '0.1 [-0.535, 0.843], n 5' at screen 0.79333, screen 0.58067 left
        set label 'a convolutional net on words of one length at a rate of' at screen 0.00857, screen 0.56086 left
        set label '0.01, padded to four times their length, has a higher' at screen 0.00857, screen 0.55289 left
        set label 'error when BatchNorm counts padding than when it' at screen 0.00857, screen 0.54492 left
        set label 'counts valid steps alone' at screen 0.00857, screen 0.53695 left
        set label '0.167 [-0.746, 0.793], n 5' at screen 0.79333, screen 0.54890 left
        set label 'a convolutional net on words of one length at a rate of' at screen 0.00857, screen 0.52511 left
        set label '0.01 with LayerNorm per token does not care for' at screen 0.00857, screen 0.51714 left
        set label 'batches padded to four times their length, within 1' at screen 0.00857, screen 0.50917 left
        set label 'points' at screen 0.00857, screen 0.50120 left
        set label '0.1 [-0.297, 1.1], n 5' at screen 0.79333, screen 0.51315 left
        set label 'a transformer on words of one length at a rate of 0.01' at screen 0.00857, screen 0.48936 left
        set label 'has a higher error when batches are padded to four' at screen 0.00857, screen 0.48139 left
        set label 'times their length and BatchNorm counts it' at screen 0.00857, screen 0.47342 left
        set label '3.2 [2.22, 4.21], n 5' at screen 0.79333, screen 0.48139 left
        set label 'a transformer on words of one length at a rate of 0.01,' at screen 0.00857, screen 0.46158 left
        set label 'padded to four times their length, has a higher error' at screen 0.00857, screen 0.45361 left
        set label 'when BatchNorm counts padding than when it counts' at screen 0.00857, screen 0.44564 left
        set label 'valid steps alone' at screen 0.00857, screen 0.43767 left
        set label '3.17 [2.36, 3.89], n 5' at screen 0.79333, screen 0.44963 left
        set label 'a transformer on words of one length at a rate of 0.01' at screen 0.00857, screen 0.42583 left
        set label 'with LayerNorm per token does not care for batches' at screen 0.00857, screen 0.41786 left
        set label 'padded to four times their length, within 1 points' at screen 0.00857, screen 0.40989 left
        set label '0.0667 [-0.137, 0.735], n 5' at screen 0.79333, screen 0.41786 left
        set label 'an LSTM on words of all lengths, padded to four times' at screen 0.00857, screen 0.39806 left
        set label 'their length and each at the best of its rates, has a' at screen 0.00857, screen 0.39008 left
        set label 'higher error when BatchNorm counts padding than' at screen 0.00857, screen 0.38211 left
        set label 'when it counts valid steps alone' at screen 0.00857, screen 0.37414 left
        set label '2.19 [0.588, 3.81], n 5 *' at screen 0.79333, screen 0.38610 left
        set label 'a convolutional net on words of all lengths, padded to' at screen 0.00857, screen 0.36231 left
        set label 'four times their length and each at the best of its rates,' at screen 0.00857, screen 0.35434 left
        set label 'has a higher error when BatchNorm counts padding' at screen 0.00857, screen 0.34636 left
        set label 'than when it counts valid steps alone' at screen 0.00857, screen 0.33839 left
        set label '2.23 [1.07, 4.12], n 5 *' at screen 0.79333, screen 0.35035 left
        set label 'a transformer on words of all lengths, padded to four' at screen 0.00857, screen 0.32656 left
        set label 'times their length and each at the best of its rates, has' at screen 0.00857, screen 0.31859 left
        set label 'a higher error when BatchNorm counts padding than' at screen 0.00857, screen 0.31061 left
        set label 'when it counts valid steps alone' at screen 0.00857, screen 0.30264 left
        set label '4.36 [1.36, 6.6], n 5 *' at screen 0.79333, screen 0.31460 left
        set label 'padding: the claims' at screen 0.5, screen 0.99171 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are; *: not when corrected for the' at screen 0.5, screen 0.98274 center font font_small textcolor rgb ink
        set label 'number of claims' at screen 0.5, screen 0.97477 center font font_small textcolor rgb ink
        eval legend_point(1, 0.36929, 0.00786, 0.02000, 0.01071)
        eval legend_point(2, 0.52381, 0.00786, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1, \
             $p1v2 using 1:2 with points lt line[2] ps 1.1
    }
    unset label; unset arrow

    # Panel 2
    unset logscale x; set xrange [0.039198139684888:67.3712143341474]; set logscale x 10
    set xtics (0.1, 1, 10)
    set border 1
    set yrange [0:1.51000]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('an LSTM on words of all lengths, padded to four times their length, has the same best rate whether or not BatchNorm counts padding, within 2 times', columns/3) . ': 2.41 [0.0517, 51.1], n 5' 1.29333, abridge('a convolutional net on words of all lengths, padded to four times their length, has the same best rate whether or not BatchNorm counts padding, within 2 times', columns/3) . ': 1.93 [0.0588, 46.7], n 5' 0.79000, abridge('a transformer on words of all lengths, padded to four times their length, has the same best rate whether or not BatchNorm counts padding, within 2 times', columns/3) . ': 1 [0.1, 10], n 5' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p2v1 using 1:2 with points lt 1 pt 1 title brief(label[1])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77619
        set bmargin at screen 0.18111; set tmargin at screen 0.26444
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'an LSTM on words of all lengths, padded to four times' at screen 0.00857, screen 0.26045 left
        set label 'their length, has the same best rate whether or not' at screen 0.00857, screen 0.25248 left
        set label 'BatchNorm counts padding, within 2 times' at screen 0.00857, screen 0.24451 left
        set label '2.41 [0.0517, 51.1], n 5' at screen 0.79333, screen 0.25248 left
        set label 'a convolutional net on words of all lengths, padded to' at screen 0.00857, screen 0.23268 left
        set label 'four times their length, has the same best rate whether' at screen 0.00857, screen 0.22471 left
        set label 'or not BatchNorm counts padding, within 2 times' at screen 0.00857, screen 0.21673 left
        set label '1.93 [0.0588, 46.7], n 5' at screen 0.79333, screen 0.22471 left
        set label 'a transformer on words of all lengths, padded to four' at screen 0.00857, screen 0.20490 left
        set label 'times their length, has the same best rate whether or' at screen 0.00857, screen 0.19693 left
        set label 'not BatchNorm counts padding, within 2 times' at screen 0.00857, screen 0.18896 left
        set label '1 [0.1, 10], n 5' at screen 0.79333, screen 0.19693 left
        plot $p2_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p2v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p2v1 using 1:2 with points lt line[1] ps 1.1
    }
    unset label; unset arrow

    # Panel 3
    unset logscale x; set xrange [-0.010663134961294347:0.27724150896665306]
    set xtics (0, 0.05, 0.1, 0.15, 0.2, 0.25)
    set border 1
    set yrange [0:2.01333]
    if (t eq 'dumb') {
        set title ''
        set xlabel 'difference'
        set key below center reverse Left
        set ytics scale 0 (abridge('more padding changes what a convolutional net with LayerNorm per token gives at valid positions by nothing, within 1e-12 of 0', columns/3) . ': 0 [0, 0], n 5' 1.79667, abridge('more padding changes what a convolutional net with masked BatchNorm gives at valid positions by nothing, within 1e-12 of 0', columns/3) . ': 0 [0, 0], n 5' 1.29333, abridge('more padding changes what a convolutional net with BatchNorm that counts it gives at valid positions, in training, above 0.01', columns/3) . ': 0.225 [0.213, 0.267], n 5' 0.79000, abridge('more padding changes what a convolutional net with GroupNorm that counts it gives at valid positions, in inference, above 0.01', columns/3) . ': 0.205 [0.2, 0.209], n 5' 0.28667)
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back
        plot $p3v2 using 3:2:($4-$3):(0) with vectors nohead lt 2 lw 1.2 notitle, \
             $p3v2 using 1:2 with points lt 2 pt 2 title brief(label[2])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.77619
        set bmargin at screen 0.03964; set tmargin at screen 0.15075
        set xlabel 'difference' offset 0,0.4
        set arrow from first 0, graph 0 to first 0, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'more padding changes what a convolutional net with' at screen 0.00857, screen 0.14677 left
        set label 'LayerNorm per token gives at valid positions by' at screen 0.00857, screen 0.13880 left
        set label 'nothing, within 1e-12 of 0' at screen 0.00857, screen 0.13083 left
        set label '0 [0, 0], n 5' at screen 0.79333, screen 0.13880 left
        set label 'more padding changes what a convolutional net with' at screen 0.00857, screen 0.11899 left
        set label 'masked BatchNorm gives at valid positions by nothing,' at screen 0.00857, screen 0.11102 left
        set label 'within 1e-12 of 0' at screen 0.00857, screen 0.10305 left
        set label '0 [0, 0], n 5' at screen 0.79333, screen 0.11102 left
        set label 'more padding changes what a convolutional net with' at screen 0.00857, screen 0.09121 left
        set label 'BatchNorm that counts it gives at valid positions, in' at screen 0.00857, screen 0.08324 left
        set label 'training, above 0.01' at screen 0.00857, screen 0.07527 left
        set label '0.225 [0.213, 0.267], n 5' at screen 0.79333, screen 0.08324 left
        set label 'more padding changes what a convolutional net with' at screen 0.00857, screen 0.06344 left
        set label 'GroupNorm that counts it gives at valid positions, in' at screen 0.00857, screen 0.05546 left
        set label 'inference, above 0.01' at screen 0.00857, screen 0.04749 left
        set label '0.205 [0.2, 0.209], n 5' at screen 0.79333, screen 0.05546 left
        plot $p3_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p3v2 using 3:2:($4-$3):(0) with vectors nohead lt line[2] lw 1.2, \
             $p3v2 using 1:2 with points lt line[2] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
