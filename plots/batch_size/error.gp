# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
width = 7 # inches
height = 3.27

# The series: legend entries and line types.
array label[5]
array line[5]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; line[4] = line_of('groupnorm')
label[5] = 'instancenorm'; line[5] = line_of('instancenorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
2 14.569999999999999 14.25 14.77
4 14.547999999999998 14.18 14.78
8 14.469999999999999 14.29 14.66
16 14.422 14.06 14.77
32 14.526 14.31 14.67
64 14.842000000000002 14.59 15.14
128 15.524000000000001 15.03 16.12
EOD
$p1s1_seeds << EOD
2 14.69
2 14.5
2 14.64
2 14.25
2 14.77
4 14.72
4 14.53
4 14.53
4 14.18
4 14.78
8 14.29
8 14.48
8 14.66
8 14.34
8 14.58
16 14.42
16 14.77
16 14.42
16 14.06
16 14.44
32 14.62
32 14.31
32 14.61
32 14.42
32 14.67
64 14.6
64 14.75
64 15.13
64 14.59
64 15.14
128 16.08
128 16.12
128 15.09
128 15.03
128 15.3
EOD
$p1s2 << EOD
2 43.16199999999999 40.61 47.22
4 17.736 16.93 18.27
8 15.37 14.85 15.67
16 14.48 14.2 14.9
32 14.406 14.18 14.59
64 14.278 14.07 14.47
128 14.575999999999999 14.4 14.77
EOD
$p1s2_seeds << EOD
2 43.74
2 47.22
2 40.61
2 41.83
2 42.41
4 17.44
4 18.08
4 17.96
4 18.27
4 16.93
8 15.42
8 15.67
8 15.27
8 15.64
8 14.85
16 14.36
16 14.9
16 14.2
16 14.73
16 14.21
32 14.45
32 14.59
32 14.3
32 14.51
32 14.18
64 14.47
64 14.26
64 14.22
64 14.37
64 14.07
128 14.77
128 14.7
128 14.52
128 14.49
128 14.4
EOD
$p1s3 << EOD
2 14.404 14.2 14.6
4 14.334 14.15 14.59
8 14.363999999999999 14.16 14.5
16 14.473999999999998 14.36 14.61
32 14.408000000000001 14.31 14.52
64 14.901999999999997 14.7 15.14
128 15.336000000000002 15.23 15.51
EOD
$p1s3_seeds << EOD
2 14.3
2 14.6
2 14.2
2 14.35
2 14.57
4 14.28
4 14.41
4 14.24
4 14.15
4 14.59
8 14.46
8 14.5
8 14.16
8 14.27
8 14.43
16 14.44
16 14.61
16 14.51
16 14.36
16 14.45
32 14.52
32 14.4
32 14.46
32 14.35
32 14.31
64 14.98
64 15.14
64 14.7
64 14.76
64 14.93
128 15.26
128 15.51
128 15.39
128 15.23
128 15.29
EOD
$p1s4 << EOD
2 14.290000000000001 14.15 14.42
4 14.428 14.04 14.73
8 14.489999999999998 14.26 14.78
16 14.556000000000001 14.46 14.72
32 14.494 14.4 14.61
64 14.744 14.58 14.97
128 15.106 14.85 15.23
EOD
$p1s4_seeds << EOD
2 14.42
2 14.34
2 14.15
2 14.31
2 14.23
4 14.38
4 14.62
4 14.37
4 14.04
4 14.73
8 14.78
8 14.45
8 14.26
8 14.27
8 14.69
16 14.72
16 14.52
16 14.52
16 14.46
16 14.56
32 14.53
32 14.43
32 14.4
32 14.5
32 14.61
64 14.69
64 14.97
64 14.61
64 14.58
64 14.87
128 14.85
128 15.23
128 15.11
128 15.14
128 15.2
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
2 14.876 14.66 15.1
4 14.972 14.79 15.12
8 15.174000000000001 14.85 15.59
16 15.184000000000001 14.89 15.38
32 15.607999999999999 14.96 16.38
64 16.444000000000003 15.51 17.42
128 19.18 16.79 23.75
EOD
$p2s1_seeds << EOD
2 14.85
2 15.1
2 15.06
2 14.66
2 14.71
4 15.12
4 14.9
4 14.79
4 15.07
4 14.98
8 15.15
8 15.3
8 14.98
8 15.59
8 14.85
16 15.29
16 15.24
16 15.12
16 15.38
16 14.89
32 16.38
32 15.23
32 16.03
32 15.44
32 14.96
64 16.6
64 15.81
64 16.88
64 17.42
64 15.51
128 18.72
128 16.97
128 23.75
128 19.67
128 16.79
EOD
$p2s2 << EOD
2 15.678 15.51 15.95
4 14.768 14.62 14.98
8 14.636000000000001 14.25 14.79
16 14.552000000000001 14.18 15.03
32 14.581999999999999 14.19 15.12
64 14.634 14.44 14.96
128 15.152000000000001 14.82 15.64
EOD
$p2s2_seeds << EOD
2 15.51
2 15.59
2 15.51
2 15.83
2 15.95
4 14.66
4 14.62
4 14.87
4 14.71
4 14.98
8 14.79
8 14.25
8 14.75
8 14.64
8 14.75
16 14.56
16 14.18
16 14.44
16 15.03
16 14.55
32 14.63
32 14.19
32 14.34
32 15.12
32 14.63
64 14.68
64 14.44
64 14.5
64 14.96
64 14.59
128 15.04
128 14.82
128 14.93
128 15.64
128 15.33
EOD
$p2s3 << EOD
2 15.45 15.06 16.15
4 15.530000000000001 15.26 15.72
8 15.7 15.49 15.92
16 15.788 15.55 16.27
32 15.983999999999998 15.74 16.3
64 16.804 16.18 17.97
128 18.413999999999998 17.38 21.26
EOD
$p2s3_seeds << EOD
2 15.39
2 15.18
2 15.47
2 16.15
2 15.06
4 15.61
4 15.4
4 15.66
4 15.72
4 15.26
8 15.49
8 15.76
8 15.71
8 15.92
8 15.62
16 15.55
16 15.89
16 15.56
16 16.27
16 15.67
32 15.78
32 16.06
32 16.04
32 16.3
32 15.74
64 16.18
64 16.85
64 17.97
64 16.66
64 16.36
128 17.56
128 17.38
128 21.26
128 18.46
128 17.41
EOD
$p2s4 << EOD
2 15.091999999999999 14.86 15.27
4 15.038 14.52 15.68
8 15.01 14.66 15.32
16 15.002 14.59 15.49
32 15.118 14.75 15.45
64 15.072 14.9 15.26
128 15.708000000000002 15.35 15.91
EOD
$p2s4_seeds << EOD
2 14.86
2 15.12
2 15
2 15.21
2 15.27
4 14.52
4 14.96
4 15.05
4 15.68
4 14.98
8 14.66
8 15.02
8 15.32
8 15.28
8 14.77
16 14.59
16 15.06
16 15.04
16 15.49
16 14.83
32 15.07
32 15.18
32 14.75
32 15.45
32 15.14
64 14.9
64 15.26
64 15
64 15.19
64 15.01
128 15.35
128 15.88
128 15.56
128 15.91
128 15.84
EOD
$p2s5 << EOD
2 15.122 14.81 15.39
4 15.413999999999998 15.09 15.51
8 15.331999999999999 14.82 15.61
16 15.45 15.24 15.68
32 15.565999999999999 14.84 16.08
64 15.818000000000001 15.22 16.24
128 16.817999999999998 16.19 17.83
EOD
$p2s5_seeds << EOD
2 14.81
2 15.3
2 15.24
2 15.39
2 14.87
4 15.46
4 15.51
4 15.5
4 15.51
4 15.09
8 15.27
8 15.51
8 15.61
8 15.45
8 14.82
16 15.34
16 15.64
16 15.35
16 15.68
16 15.24
32 15.54
32 16.08
32 15.62
32 15.75
32 14.84
64 15.77
64 15.98
64 15.88
64 16.24
64 15.22
128 16.19
128 16.78
128 17.83
128 17.05
128 16.24
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
    unset logscale x; set xrange [1.6934906247250543:151.1670606629799]; set logscale x 2
    set xtics (2, 4, 8, 16, 32, 64, 128)
    unset logscale y; set yrange [13.213843657329834:50.1722903034535]; set logscale y 10
    set ytics (15, 20, 30, 40)
    if (t eq 'dumb') {
        set title 'Test error against batch size' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'mlp: test error in % (log scale)' . "\n" . 'batchnorm refused at batch 1; instancenorm refused'
        unset grid; set key below center reverse Left
        set xlabel 'batch size'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.19512; set tmargin at screen 0.76087
        set xlabel 'batch size' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'mlp' at screen 0.28329, screen 0.84518 center font font_panel
        set label 'batchnorm refused at batch 1; instancenorm refused' at screen 0.28329, screen 0.79825 center font font_small textcolor rgb ink
        set label 'Test error against batch size' at screen 0.5, screen 0.95404 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.90435 center font font_small textcolor rgb ink
        eval legend(1, 0.07591, 0.04349, 0.04286, 0.01071)
        eval legend(2, 0.19361, 0.04349, 0.04286, 0.01071)
        eval legend(3, 0.35766, 0.04349, 0.04286, 0.01071)
        eval legend(4, 0.52171, 0.04349, 0.04286, 0.01071)
        eval legend(5, 0.76575, 0.04349, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60692 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60692 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60692 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60692 : NaN):4 with filledcurves lc rgb band(line[4]), \
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
    unset logscale x; set xrange [1.6934906247250543:151.1670606629799]; set logscale x 2
    set xtics (2, 4, 8, 16, 32, 64, 128)
    unset logscale y; set yrange [13.819007791345104:24.3704182735119]; set logscale y 10
    set ytics (15, 20)
    if (t eq 'dumb') {
        set title 'resnet: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'batch size'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5]), \
             $p2s5 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.19512; set tmargin at screen 0.76087
        set xlabel 'batch size' offset 0,0.4
        set label 'resnet' at screen 0.76512, screen 0.84518 center font font_panel
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.9095 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.9095 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.9095 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.9095 : NaN):4 with filledcurves lc rgb band(line[5]), \
             $p2s5 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.9095 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s5_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[5], \
             $p2s5 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
