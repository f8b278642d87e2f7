# A figure of normlab. `gnuplot mlp.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" mlp.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[4]
array line[4]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; line[4] = line_of('groupnorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
2 15.894 15.49 16.21
5 15.886000000000001 15.72 16.1
10 16.561999999999998 15.91 17.36
20 21.468 20.93 22.68
50 34.535999999999994 30.23 38.99
100 51.386 35.65 63.25
EOD
$p1s1_seeds << EOD
2 15.49
2 16.04
2 15.73
2 16
2 16.21
5 15.8
5 15.76
5 16.05
5 16.1
5 15.72
10 16.27
10 17.36
10 16.5
10 16.77
10 15.91
20 22.68
20 21.43
20 21.08
20 21.22
20 20.93
50 31.88
50 38.16
50 33.42
50 38.99
50 30.23
100 56
100 35.65
100 48.69
100 53.34
100 63.25
EOD
$p1s2 << EOD
2 14.686000000000002 14.31 14.99
5 14.838 14.45 15.24
10 17.642000000000003 16.73 19.3
20 27.328000000000003 27.01 27.84
50 69.49199999999999 64.56 74.08
100 88.078 86.79 89.01
EOD
$p1s2_seeds << EOD
2 14.86
2 14.99
2 14.61
2 14.66
2 14.31
5 14.59
5 15.24
5 14.95
5 14.96
5 14.45
10 17.34
10 19.3
10 17.73
10 17.11
10 16.73
20 27.01
20 27.84
20 27.14
20 27.39
20 27.26
50 74.08
50 64.56
50 66.76
50 68.52
50 73.54
100 89.01
100 87.6
100 88.2
100 88.79
100 86.79
EOD
$p1s3 << EOD
2 15.028 14.61 15.34
5 15.736 15.49 15.97
10 16.458 16.24 16.66
20 22.398000000000003 20.93 24.15
50 40.372 36.04 48.66
100 85.174 80.69 90
EOD
$p1s3_seeds << EOD
2 14.84
2 15.34
2 14.61
2 15.21
2 15.14
5 15.64
5 15.92
5 15.49
5 15.66
5 15.97
10 16.24
10 16.34
10 16.44
10 16.61
10 16.66
20 20.93
20 23.17
20 24.15
20 21.45
20 22.29
50 37.03
50 40.49
50 36.04
50 48.66
50 39.64
100 81.68
100 80.69
100 90
100 89.74
100 83.76
EOD
$p1s4 << EOD
2 15.060000000000002 14.97 15.16
5 15.838 15.52 16.3
10 16.664 16.44 16.94
20 25.670000000000005 24.29 26.97
50 49.528 39.87 56.54
100 90 90 90
EOD
$p1s4_seeds << EOD
2 14.98
2 14.97
2 15.13
2 15.16
2 15.06
5 15.52
5 15.87
5 15.73
5 16.3
5 15.77
10 16.6
10 16.64
10 16.94
10 16.7
10 16.44
20 25.77
20 25.96
20 24.29
20 26.97
20 25.36
50 50.48
50 56.54
50 39.87
50 54.3
50 46.45
100 90
100 90
100 90
100 90
100 90
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
2 15.892 15.7 16.1
5 15.952000000000002 15.83 16.12
10 17.458000000000002 16.89 17.85
20 33.867999999999995 24.09 41.47
50 90 90 90
100 90 90 90
EOD
$p2s1_seeds << EOD
2 15.9
2 15.85
2 15.91
2 16.1
2 15.7
5 16.02
5 15.84
5 15.95
5 16.12
5 15.83
10 17.67
10 16.89
10 17.85
10 17.38
10 17.5
20 39.65
20 24.09
20 41.47
20 30.58
20 33.55
50 90
50 90
50 90
50 90
50 90
100 90
100 90
100 90
100 90
100 90
EOD
$p2s2 << EOD
2 14.601999999999999 14.29 14.77
5 15.056000000000001 14.74 15.65
10 16.8 16.06 17.16
20 26.278 25.05 28.97
50 75.24000000000001 71.32 77.98
100 88.864 87.88 89.79
EOD
$p2s2_seeds << EOD
2 14.74
2 14.53
2 14.77
2 14.68
2 14.29
5 15.29
5 15.65
5 14.76
5 14.74
5 14.84
10 17.02
10 17.16
10 17.04
10 16.72
10 16.06
20 28.97
20 26.19
20 25.05
20 25.6
20 25.58
50 76.32
50 75.86
50 74.72
50 71.32
50 77.98
100 89
100 89.59
100 89.79
100 87.88
100 88.06
EOD
$p2s3 << EOD
2 15.248 15.03 15.67
5 15.622 15.36 15.84
10 16.491999999999997 16.3 16.74
20 23.038 21.98 24.23
50 84.492 68.98 90
100 83.684 80.75 90
EOD
$p2s3_seeds << EOD
2 15.32
2 15.11
2 15.67
2 15.11
2 15.03
5 15.75
5 15.53
5 15.36
5 15.63
5 15.84
10 16.52
10 16.33
10 16.74
10 16.57
10 16.3
20 22.94
20 21.98
20 23.05
20 22.99
20 24.23
50 68.98
50 83.48
50 90
50 90
50 90
100 81.88
100 80.75
100 84.88
100 90
100 80.91
EOD
$p2s4 << EOD
2 15.207999999999998 14.83 15.48
5 15.874 15.7 16.29
10 17.008000000000003 16.45 17.45
20 23.494000000000003 22.96 24.48
50 76.08000000000001 67.98 90
100 90 90 90
EOD
$p2s4_seeds << EOD
2 14.83
2 15.11
2 15.38
2 15.48
2 15.24
5 15.71
5 15.7
5 15.77
5 15.9
5 16.29
10 16.9
10 17.45
10 16.45
10 17.23
10 17.01
20 23.21
20 23.67
20 23.15
20 22.96
20 24.48
50 80.15
50 90
50 67.98
50 68.09
50 74.18
100 90
100 90
100 90
100 90
100 90
EOD

if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
do for [t in term] {
    eval terminal(t, width, height)
    if (t ne 'dumb') {
        set output name . '.' . t . suffix
        set multiplot
    }

    # Panel 1
    unset logscale x; set xrange [1.7102956671644953:116.93884504284605]; set logscale x 2
    set xtics (2, 5, 10, 20, 50, 100)
    unset logscale y; set yrange [13.0338198728266:98.67406581867141]; set logscale y 10
    set ytics (15, 20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'Test error of a plain MLP against depth, each at the best of its rates' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'he_normal: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'layers'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'layers' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'he_normal' at screen 0.28329, screen 0.83774 center font font_panel
        set label 'Test error of a plain MLP against depth, each at the best of its rates' at screen 0.5, screen 0.95183 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.16937, 0.04380, 0.04286, 0.01071)
        eval legend(2, 0.28706, 0.04380, 0.04286, 0.01071)
        eval legend(3, 0.45111, 0.04380, 0.04286, 0.01071)
        eval legend(4, 0.61516, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3], \
             $p1s4 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [1.7102956671644953:116.93884504284605]; set logscale x 2
    set xtics (2, 5, 10, 20, 50, 100)
    unset logscale y; set yrange [13.0338198728266:98.67406581867141]; set logscale y 10
    set ytics (15, 20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'glorot_uniform: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'layers'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'layers' offset 0,0.4
        set label 'glorot_uniform' at screen 0.76512, screen 0.83774 center font font_panel
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.51691 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
