# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
width = 7 # inches
height = 6.19

# The series: legend entries and line types.
array label[4]
array line[4]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; line[4] = line_of('groupnorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
0.01 90 90 90
0.03 90 90 90
0.1 20.946 20.18 21.19
0.3 15.440000000000001 15.09 15.77
1 14.902000000000001 14.52 15.12
3 NaN NaN NaN
10 NaN NaN NaN
30 NaN NaN NaN
100 NaN NaN NaN
EOD
$p1s1_seeds << EOD
0.01 90
0.01 90
0.01 90
0.01 90
0.01 90
0.03 90
0.03 90
0.03 90
0.03 90
0.03 90
0.1 20.18
0.1 21.11
0.1 21.17
0.1 21.19
0.1 21.08
0.3 15.77
0.3 15.28
0.3 15.45
0.3 15.61
0.3 15.09
1 14.78
1 15.06
1 14.52
1 15.03
1 15.12
EOD
$p1s2 << EOD
0.01 14.540000000000001 14.34 14.9
0.03 14.451999999999998 14.25 14.8
0.1 14.264 13.97 14.46
0.3 14.118 14.07 14.19
1 14.331999999999999 14.19 14.4
3 16.544 16.38 16.69
10 22.068 21.57 22.75
30 35.086 30.05 47.51
100 87.17 81.68 90
EOD
$p1s2_seeds << EOD
0.01 14.37
0.01 14.9
0.01 14.4
0.01 14.69
0.01 14.34
0.03 14.33
0.03 14.8
0.03 14.25
0.03 14.59
0.03 14.29
0.1 13.97
0.1 14.41
0.1 14.37
0.1 14.46
0.1 14.11
0.3 14.08
0.3 14.16
0.3 14.19
0.3 14.07
0.3 14.09
1 14.4
1 14.37
1 14.37
1 14.33
1 14.19
3 16.66
3 16.69
3 16.5
3 16.49
3 16.38
10 21.88
10 22.5
10 21.64
10 21.57
10 22.75
30 33.42
30 30.05
30 32.32
30 32.13
30 47.51
100 81.68
100 84.18
100 90
100 90
100 89.99
EOD
$p1s3 << EOD
0.01 16.93 16.51 17.49
0.03 16.201999999999998 15.62 16.64
0.1 15.48 15.33 15.6
0.3 15.028000000000002 14.91 15.21
1 14.809999999999999 14.66 14.89
3 16.845999999999997 16.58 17.08
10 22.582 21.53 23.53
30 38.928 28.98 59.08
100 89.994 89.98 90
EOD
$p1s3_seeds << EOD
0.01 17.49
0.01 16.51
0.01 16.88
0.01 16.6
0.01 17.17
0.03 16.5
0.03 16.1
0.03 15.62
0.03 16.64
0.03 16.15
0.1 15.33
0.1 15.53
0.1 15.55
0.1 15.6
0.1 15.39
0.3 14.91
0.3 15.01
0.3 15.09
0.3 14.92
0.3 15.21
1 14.66
1 14.77
1 14.89
1 14.84
1 14.89
3 17.08
3 16.58
3 16.61
3 17.06
3 16.9
10 22.4
10 21.53
10 22.61
10 22.84
10 23.53
30 28.98
30 30.3
30 34.85
30 41.43
30 59.08
100 90
100 90
100 89.98
100 90
100 89.99
EOD
$p1s4 << EOD
0.01 16.588 15.72 17.04
0.03 16.128 15.53 16.59
0.1 15.324000000000002 15.12 15.55
0.3 15.02 14.79 15.14
1 14.924000000000001 14.77 15.13
3 16.736 16.55 16.87
10 22.266 21.45 22.83
30 35.577999999999996 29.23 44.16
100 86.592 77.15 90
EOD
$p1s4_seeds << EOD
0.01 16.68
0.01 16.89
0.01 17.04
0.01 15.72
0.01 16.61
0.03 15.53
0.03 16.1
0.03 16.59
0.03 16
0.03 16.42
0.1 15.19
0.1 15.31
0.1 15.45
0.1 15.12
0.1 15.55
0.3 14.79
0.3 15.07
0.3 15.14
0.3 15.06
0.3 15.04
1 14.77
1 15.13
1 14.97
1 14.89
1 14.86
3 16.55
3 16.87
3 16.58
3 16.81
3 16.87
10 21.73
10 21.45
10 22.83
10 22.64
10 22.68
30 29.56
30 29.23
30 44.16
30 35.99
30 38.95
100 90
100 90
100 77.15
100 85.82
100 89.99
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0.01 90 90 90
0.03 90 90 90
0.1 23.176000000000002 22.33 23.82
0.3 15.790000000000001 15.51 15.9
1 14.746 14.5 15.04
3 90 90 90
10 NaN NaN NaN
30 NaN NaN NaN
100 NaN NaN NaN
EOD
$p2s1_seeds << EOD
0.01 90
0.01 90
0.01 90
0.01 90
0.01 90
0.03 90
0.03 90
0.03 90
0.03 90
0.03 90
0.1 23.47
0.1 22.83
0.1 23.82
0.1 23.43
0.1 22.33
0.3 15.89
0.3 15.51
0.3 15.9
0.3 15.89
0.3 15.76
1 14.5
1 15.04
1 14.72
1 14.81
1 14.66
3 90
3 90
3 90
3 90
3 90
EOD
$p2s2 << EOD
0.01 14.416 14.24 14.59
0.03 14.331999999999999 14.15 14.49
0.1 14.3 14.15 14.53
0.3 14.2 13.99 14.39
1 14.325999999999999 14.12 14.61
3 16.131999999999998 15.87 16.44
10 21.318 20.8 21.7
30 31.183999999999997 30.43 31.74
100 80.172 68.89 90
EOD
$p2s2_seeds << EOD
0.01 14.51
0.01 14.59
0.01 14.44
0.01 14.3
0.01 14.24
0.03 14.15
0.03 14.46
0.03 14.49
0.03 14.38
0.03 14.18
0.1 14.33
0.1 14.53
0.1 14.2
0.1 14.29
0.1 14.15
0.3 14.18
0.3 14.39
0.3 14.09
0.3 14.35
0.3 13.99
1 14.31
1 14.35
1 14.24
1 14.61
1 14.12
3 16.18
3 16.06
3 16.11
3 16.44
3 15.87
10 21.7
10 21.68
10 21.18
10 21.23
10 20.8
30 31.74
30 31.4
30 31.41
30 30.94
30 30.43
100 90
100 68.89
100 73.61
100 78.36
100 90
EOD
$p2s3 << EOD
0.01 17.048 16.47 17.89
0.03 16.782 16.12 18.35
0.1 15.668000000000001 15.58 15.77
0.3 14.99 14.85 15.13
1 14.974 14.72 15.18
3 16.306 16.1 16.49
10 21.506 20.72 22.21
30 35.538 30.19 48.67
100 89.436 87.18 90
EOD
$p2s3_seeds << EOD
0.01 17.89
0.01 16.98
0.01 17.16
0.01 16.47
0.01 16.74
0.03 16.61
0.03 16.46
0.03 16.37
0.03 16.12
0.03 18.35
0.1 15.77
0.1 15.58
0.1 15.67
0.1 15.62
0.1 15.7
0.3 14.85
0.3 14.9
0.3 15.08
0.3 15.13
0.3 14.99
1 14.72
1 15.05
1 15.18
1 14.96
1 14.96
3 16.49
3 16.1
3 16.23
3 16.22
3 16.49
10 21.73
10 20.72
10 21.45
10 21.42
10 22.21
30 32.63
30 30.19
30 48.67
30 32.07
30 34.13
100 90
100 87.18
100 90
100 90
100 90
EOD
$p2s4 << EOD
0.01 16.53 16.26 17.29
0.03 16.186 15.89 16.72
0.1 15.544 15.24 16.03
0.3 15.09 15 15.27
1 14.794 14.68 14.95
3 16.276 15.77 16.56
10 21.76 20.98 22.96
30 34.1 27.29 46.74
100 89.998 89.99 90
EOD
$p2s4_seeds << EOD
0.01 17.29
0.01 16.26
0.01 16.37
0.01 16.36
0.01 16.37
0.03 16.72
0.03 15.9
0.03 15.89
0.03 16.2
0.03 16.22
0.1 15.24
0.1 15.52
0.1 15.51
0.1 16.03
0.1 15.42
0.3 15.01
0.3 15
0.3 15.17
0.3 15
0.3 15.27
1 14.68
1 14.95
1 14.85
1 14.76
1 14.73
3 16.32
3 16.18
3 16.55
3 15.77
3 16.56
10 21.26
10 20.98
10 21.61
10 21.99
10 22.96
30 46.74
30 28.78
30 34.38
30 27.29
30 33.31
100 90
100 89.99
100 90
100 90
100 90
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
0.01 90 90 90
0.03 90 90 90
0.1 28.562 24.71 34.85
0.3 16.002 15.68 16.36
1 14.724 14.63 14.88
3 90 90 90
10 NaN NaN NaN
30 NaN NaN NaN
100 NaN NaN NaN
EOD
$p3s1_seeds << EOD
0.01 90
0.01 90
0.01 90
0.01 90
0.01 90
0.03 90
0.03 90
0.03 90
0.03 90
0.03 90
0.1 24.71
0.1 26.26
0.1 30.92
0.1 26.07
0.1 34.85
0.3 15.95
0.3 15.68
0.3 16.05
0.3 16.36
0.3 15.97
1 14.63
1 14.74
1 14.72
1 14.65
1 14.88
3 90
3 90
3 90
3 90
3 90
EOD
$p3s2 << EOD
0.01 14.418000000000001 14.08 14.61
0.03 14.511999999999997 14.27 14.73
0.1 14.309999999999999 14.17 14.51
0.3 14.206 14.05 14.39
1 14.172 14.05 14.27
3 15.642000000000001 15.5 15.96
10 20.188000000000002 19.6 20.48
30 28.910000000000004 27.04 30.68
100 72.342 58.86 90
EOD
$p3s2_seeds << EOD
0.01 14.61
0.01 14.6
0.01 14.24
0.01 14.56
0.01 14.08
0.03 14.63
0.03 14.73
0.03 14.27
0.03 14.52
0.03 14.41
0.1 14.35
0.1 14.35
0.1 14.17
0.1 14.51
0.1 14.17
0.3 14.1
0.3 14.33
0.3 14.39
0.3 14.05
0.3 14.16
1 14.21
1 14.06
1 14.27
1 14.27
1 14.05
3 15.66
3 15.96
3 15.5
3 15.57
3 15.52
10 20.07
10 20.36
10 19.6
10 20.43
10 20.48
30 27.04
30 28.46
30 29.01
30 29.36
30 30.68
100 77.89
100 69.32
100 65.64
100 58.86
100 90
EOD
$p3s3 << EOD
0.01 17.038 16.36 17.51
0.03 16.732 16.39 17.26
0.1 15.636000000000001 15.39 15.85
0.3 15.166 14.79 15.37
1 14.741999999999999 14.51 14.85
3 15.88 15.43 16.13
10 20.244 19.41 20.79
30 27.875999999999998 26.29 29.56
100 85.05799999999999 72.13 90
EOD
$p3s3_seeds << EOD
0.01 17.51
0.01 17.03
0.01 16.36
0.01 16.8
0.01 17.49
0.03 17.26
0.03 16.44
0.03 16.39
0.03 16.64
0.03 16.93
0.1 15.6
0.1 15.62
0.1 15.72
0.1 15.85
0.1 15.39
0.3 14.79
0.3 15.26
0.3 15.28
0.3 15.13
0.3 15.37
1 14.85
1 14.84
1 14.51
1 14.81
1 14.7
3 16.13
3 16.07
3 15.43
3 15.85
3 15.92
10 20.26
10 19.41
10 20.37
10 20.39
10 20.79
30 26.29
30 28.3
30 29.56
30 26.37
30 28.86
100 90
100 72.13
100 90
100 90
100 83.16
EOD
$p3s4 << EOD
0.01 16.714000000000002 16.34 17.56
0.03 16.028000000000002 15.72 16.51
0.1 15.412 15.27 15.55
0.3 15.128 14.99 15.38
1 14.716 14.47 14.81
3 15.836000000000002 15.53 16.03
10 20.444 19.89 21.2
30 27.906 25.69 29.79
100 84.89 75.75 90
EOD
$p3s4_seeds << EOD
0.01 16.34
0.01 16.48
0.01 16.46
0.01 16.73
0.01 17.56
0.03 15.81
0.03 15.72
0.03 16.51
0.03 16.29
0.03 15.81
0.1 15.47
0.1 15.42
0.1 15.35
0.1 15.27
0.1 15.55
0.3 14.99
0.3 15.06
0.3 15.38
0.3 15.06
0.3 15.15
1 14.81
1 14.47
1 14.72
1 14.8
1 14.78
3 15.53
3 16.03
3 15.75
3 15.96
3 15.91
10 19.99
10 19.89
10 20.94
10 21.2
10 20.2
30 25.69
30 27.4
30 28.22
30 29.79
30 28.43
100 90
100 75.75
100 89.96
100 82.31
100 86.43
EOD

# Panel 4: x, mean or median, low and high end of its band; x, y of each seed.
$p4s1 << EOD
0.01 90 90 90
0.03 90 90 90
0.1 90 90 90
0.3 31.630000000000003 29.38 34.08
1 18.89 17.58 20.08
3 NaN NaN NaN
10 NaN NaN NaN
30 NaN NaN NaN
100 NaN NaN NaN
EOD
$p4s1_seeds << EOD
0.01 90
0.01 90
0.01 90
0.01 90
0.01 90
0.03 90
0.03 90
0.03 90
0.03 90
0.03 90
0.1 90
0.1 90
0.1 90
0.1 90
0.1 90
0.3 29.38
0.3 31.36
0.3 34.08
0.3 31.39
0.3 31.94
1 19.09
1 17.76
1 20.08
1 19.94
1 17.58
EOD
$p4s2 << EOD
0.01 19.009999999999998 17.52 22.23
0.03 18.484 17.27 19.97
0.1 16.832 15.76 18.37
0.3 15.464000000000002 14.83 16.3
1 16.964 16.57 17.58
3 20.816 19.63 21.52
10 27.254 25.61 29.2
30 34.792 29.98 36.5
100 86.334 78.75 90
EOD
$p4s2_seeds << EOD
0.01 18.36
0.01 22.23
0.01 17.52
0.01 17.53
0.01 19.41
0.03 17.27
0.03 18.35
0.03 19.97
0.03 18.95
0.03 17.88
0.1 16.21
0.1 15.76
0.1 17.52
0.1 16.3
0.1 18.37
0.3 14.83
0.3 15.1
0.3 16.3
0.3 15.67
0.3 15.42
1 16.87
1 16.57
1 16.77
1 17.58
1 17.03
3 20.68
3 19.63
3 20.95
3 21.52
3 21.3
10 27.34
10 25.61
10 28.24
10 29.2
10 25.88
30 36.38
30 29.98
30 35.06
30 36.5
30 36.04
100 78.75
100 89.35
100 90
100 86.02
100 87.55
EOD
$p4s3 << EOD
0.01 29.044 24.92 30.72
0.03 28.744 24.81 30.23
0.1 26.721999999999998 24.32 30.22
0.3 23.374000000000002 21.9 25.04
1 20.220000000000002 19.13 21.99
3 24.156 21.88 27.22
10 39.86 32.18 47.52
30 86.076 78.37 90.45
100 90 90 90
EOD
$p4s3_seeds << EOD
0.01 30.5
0.01 28.93
0.01 30.72
0.01 24.92
0.01 30.15
0.03 30.23
0.03 24.81
0.03 29.8
0.03 30.2
0.03 28.68
0.1 25.86
0.1 25.38
0.1 27.83
0.1 24.32
0.1 30.22
0.3 22.42
0.3 23.41
0.3 24.1
0.3 21.9
0.3 25.04
1 19.13
1 21.99
1 21.1
1 19.65
1 19.23
3 22.18
3 23.36
3 27.22
3 26.14
3 21.88
10 47.52
10 32.18
10 34.64
10 43.02
10 41.94
30 87.44
30 78.37
30 90.01
30 90.45
30 84.11
100 90
100 90
100 90
100 90
100 90
EOD
$p4s4 << EOD
0.01 26.18 23.91 29.63
0.03 24.796000000000003 23.65 27.65
0.1 23.932 20.41 27.2
0.3 20.302 18.76 22.65
1 18.482 17.83 19.2
3 22.406 20.61 23.82
10 35.95399999999999 27.45 46.01
30 77.57000000000001 65.93 90
100 90.006 90 90.02
EOD
$p4s4_seeds << EOD
0.01 29.63
0.01 24.45
0.01 25.7
0.01 23.91
0.01 27.21
0.03 24.49
0.03 24.54
0.03 23.65
0.03 23.65
0.03 27.65
0.1 20.41
0.1 27.2
0.1 23.27
0.1 22.52
0.1 26.26
0.3 19.51
0.3 19.76
0.3 22.65
0.3 18.76
0.3 20.83
1 18.25
1 18.38
1 18.75
1 19.2
1 17.83
3 21.84
3 22.91
3 22.85
3 23.82
3 20.61
10 35.24
10 27.45
10 46.01
10 42.38
10 28.69
30 72.04
30 90
30 88.37
30 71.51
30 65.93
100 90
100 90
100 90
100 90.01
100 90.02
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
    unset logscale x; set xrange [0.006918309709189368:144.5439770745927]; set logscale x 10
    set xtics (0.01, 0.1, 1, 10, 100)
    unset logscale y; set yrange [12.72435560836559:99.30455725154826]; set logscale y 10
    set ytics (15, 20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'Test error against the scale of the first weights' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'mlp, init=he_normal: test error in % (log scale)' . "\n" . 'diverged: none 5 at 3, 5 at 10, 5 at 30, 5 at 100'
        unset grid; set key below center reverse Left
        set xlabel 'factor on the weights'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.11794; set rmargin at screen 0.49817
        set bmargin at screen 0.55614; set tmargin at screen 0.85501
        set xlabel 'factor on the weights' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'mlp, init=he_normal' at screen 0.30806, screen 0.91821 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 3, 1.07027, 5)
        eval lost(1, 10, 1.07027, 5)
        eval lost(1, 30, 1.07027, 5)
        eval lost(1, 100, 1.07027, 5)
        set label 'Test error against the scale of the first weights' at screen 0.5, screen 0.97572 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.94947 center font font_small textcolor rgb ink
        eval legend(1, 0.16937, 0.02329, 0.04286, 0.01071)
        eval legend(2, 0.28706, 0.02329, 0.04286, 0.01071)
        eval legend(3, 0.45111, 0.02329, 0.04286, 0.01071)
        eval legend(4, 0.61516, 0.02329, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[4]), \
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
    unset logscale x; set xrange [0.006918309709189368:144.5439770745927]; set logscale x 10
    set xtics (0.01, 0.1, 1, 10, 100)
    unset logscale y; set yrange [12.72435560836559:99.30455725154826]; set logscale y 10
    set ytics (15, 20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'mlp, init=glorot_uniform: test error in % (log scale)' . "\n" . 'diverged: none 5 at 10, 5 at 30, 5 at 100'
        unset grid; set key below center reverse Left
        set xlabel 'factor on the weights'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.59976; set rmargin at screen 0.98000
        set bmargin at screen 0.55614; set tmargin at screen 0.85501
        set xlabel 'factor on the weights' offset 0,0.4
        set label 'mlp, init=glorot_uniform' at screen 0.78988, screen 0.91821 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 10, 1.07027, 5)
        eval lost(1, 30, 1.07027, 5)
        eval lost(1, 100, 1.07027, 5)
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[4]), \
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

    # Panel 3
    unset logscale x; set xrange [0.006918309709189368:144.5439770745927]; set logscale x 10
    set xtics (0.01, 0.1, 1, 10, 100)
    unset logscale y; set yrange [12.72435560836559:99.30455725154826]; set logscale y 10
    set ytics (15, 20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'mlp, init=lecun_normal: test error in % (log scale)' . "\n" . 'diverged: none 5 at 10, 5 at 30, 5 at 100'
        unset grid; set key below center reverse Left
        set xlabel 'factor on the weights'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p3s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.11794; set rmargin at screen 0.49817
        set bmargin at screen 0.10339; set tmargin at screen 0.40226
        set xlabel 'factor on the weights' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'mlp, init=lecun_normal' at screen 0.30806, screen 0.46547 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 10, 1.07027, 5)
        eval lost(1, 30, 1.07027, 5)
        eval lost(1, 100, 1.07027, 5)
        plot $p3s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p3s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p3s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p3s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p3s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2], \
             $p3s3 using 1:2 with linespoints lt line[3], \
             $p3s4 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }

    # Panel 4
    unset logscale x; set xrange [0.006918309709189368:144.5439770745927]; set logscale x 10
    set xtics (0.01, 0.1, 1, 10, 100)
    unset logscale y; set yrange [12.72435560836559:99.30455725154826]; set logscale y 10
    set ytics (15, 20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'resnet, init=he_normal: test error in % (log scale)' . "\n" . 'diverged: none 5 at 3, 5 at 10, 5 at 30, 5 at 100'
        unset grid; set key below center reverse Left
        set xlabel 'factor on the weights'
        plot $p4s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p4s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p4s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p4s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.59976; set rmargin at screen 0.98000
        set bmargin at screen 0.10339; set tmargin at screen 0.40226
        set xlabel 'factor on the weights' offset 0,0.4
        set label 'resnet, init=he_normal' at screen 0.78988, screen 0.46547 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 3, 1.07027, 5)
        eval lost(1, 10, 1.07027, 5)
        eval lost(1, 30, 1.07027, 5)
        eval lost(1, 100, 1.07027, 5)
        plot $p4s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p4s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p4s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p4s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.36218 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p4s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p4s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p4s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p4s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p4s1 using 1:2 with linespoints lt line[1], \
             $p4s2 using 1:2 with linespoints lt line[2], \
             $p4s3 using 1:2 with linespoints lt line[3], \
             $p4s4 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
