# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
title = 'Test error against the scale of the first weights'
caption = 'fashion-mnist, 5 seeds: means; thin bars: range of the seeds, each a faint point'
x_label = 'factor on the weights'
y_label = 'test error in %'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 4
array label[5]; array line[5]; array marks[5]
label[1] = 'none'; marks[1] = 0; line[1] = line_of('none')
label[2] = 'batchnorm'; marks[2] = 0; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; marks[3] = 0; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; marks[4] = 0; line[4] = line_of('groupnorm')

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 10; y_log = 10
x_low = 0.01
x_high = 100
x_count = 9; x_ticks = '0.01 0.03 0.1 0.3 1 3 10 30 100'
longest = 9; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 4; array panel_title[4]; array note[4]; array low[4]; array high[4]; array x_end[4]
array shown[4]; array with_marks[4]; array with_ranges[4]; array with_seeds[4]

panel_title[1] = 'MLP, He initialization'; note[1] = ''
low[1] = 13.97; high[1] = 90; x_end[1] = 100; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
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

panel_title[2] = 'MLP, Glorot initialization'; note[2] = ''
low[2] = 13.99; high[2] = 90; x_end[2] = 100; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
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

panel_title[3] = 'MLP, LeCun initialization'; note[3] = ''
low[3] = 14.05; high[3] = 90; x_end[3] = 100; shown[3] = ' 1 2 3 4'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4'; with_seeds[3] = ' 1 2 3 4'
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

panel_title[4] = 'ResNet, He initialization'; note[4] = ''
low[4] = 14.83; high[4] = 90.45; x_end[4] = 100; shown[4] = ' 1 2 3 4'; with_marks[4] = ''; with_ranges[4] = ' 1 2 3 4'; with_seeds[4] = ' 1 2 3 4'
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

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
1 1 3 5
1 1 10 5
1 1 30 5
1 1 100 5
2 1 10 5
2 1 30 5
2 1 100 5
3 1 10 5
3 1 30 5
3 1 100 5
4 1 3 5
4 1 10 5
4 1 30 5
4 1 100 5
EOD
$refused << EOD
EOD

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('width')) { width = 7 }
if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
# A style.gp of one's own may be older than these.
if (!exists('font_size')) { font_size = 8 }
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# The number in s: gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# s in lines of at most n letters, broken at blanks where there are any; and the number of its lines.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (%s(v) v) } } }", \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# The key: as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, int((0.88*width/char_inch - 9)/1.15)))
    widest_label = max(widest_label, strlen(label[k]))
}
key_columns = max(1, min(entries, int(0.96*width/(char_inch*(1.15*widest_label + 7.5)))))
key_rows = ceiling(1.0*entries/key_columns)
key_columns = key_rows > 0 ? ceiling(1.0*entries/key_rows) : 1
key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0

# What stands above the panels, and the strip of the y label beside them.
title_text = wrap(title, letters(0.97*width, 2))
caption_text = wrap(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/2.1)))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 title_text at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 caption_text at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# The plot that makes the key: what(k) is the style of its line k.
key = ''
add_key = "do for [k = 1:entries] { key = key . sprintf('NaN with %s title label[%d], ', what(k), k) }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# Lists are words: the lines that a panel has, those with ranges, with seeds. Of an empty list nothing may be plotted, not
# even by a loop: its part of the plot is left out.
nth(list, i) = int(word(list, i))
part(list, what) = words(list) ? sprintf("for [i = 1:%d] '$p%d", words(list), data_of[p]) . what . ", " : ''

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it.
scaled(v) = y_log ? log(v) : v
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        if (bars) { low[p] = min(low[p], 0); high[p] = max(high[p], 0) }
        all_low = all_low == all_low ? min(all_low, low[p]) : low[p]
        all_high = all_high == all_high ? max(all_high, high[p]) : high[p]
    }
}
shared = 1
do for [p = 1:panels] {
    if (low[p] == low[p] && scaled(high[p]) - scaled(low[p]) < 0.5*(scaled(all_high) - scaled(all_low))) { shared = 0 }
}
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (empty[p] || shared) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*(log(high[p]) - log(low[p])))
        low[p] = max(low[p]/y_pad, 1e-307); high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero || (bars && low[p] == 0) ? 0 : low[p] - y_pad
        high[p] = bars && high[p] == 0 ? 0 : high[p] + y_pad
    }
}

# Marks for diverged trials stand above a panel: a row for each line that has some.
array lost_row[entries + 1]
lost_in(i, p) = int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_text = wrap(y_label . (y_log ? ' (log scale)' : ''), letters(axes_of(width/panel_columns - 2*line_inch) + 0.9, 0))
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(0.82*cell_inch, 0)); panel_title[p] = wrap(panel_title[p], letters(0.82*cell_inch, 1)); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(0.9*cell_inch, 0))
guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; ranged = with_ranges[p]; seeded = with_seeds[p]; " . \
    "unset logscale; set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { set ytics nomirror autofreq }; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label guide[i] at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin -1; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? x_label : '') offset 0,0.3; " . \
    "set label panel_title[p] at graph 0.5, graph up(row_above[row_of(p)] - 0.75) center font font_panel; " . \
    "set label note[p] at graph 0.5, graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink; " . \
    "if (rows) { set label lost_word at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label y_text at screen 0, " . \
    "screen (row_base[i] + 0.5*axes_inch)/height center rotate by 90 offset character 1.3,0 }"
# In a text terminal, which has no y label, it stands in the panel's title, as does what diverged.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then. Few stand apart, each line's a little aside, with
# their range as a thin bar.
stride = curve ? longest/8 + 1 : 1
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || marks[k] ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

below = 1.6 + lines_in(x_label)

# Where one panel has the page to itself, few lines that end together are named at their ends, and there is no key.
direct = panels == 1 && width >= 5 && entries > 1 && entries <= 6 && words(shown[1]) == entries && !with_faint && guides == 0 && widest_label*char_inch < 0.2*width
array end_at[entries + 1]
do for [k = 1:entries] {
    if (direct) {
        end_x = NaN
        eval sprintf('do for [j = 1:|$p1s%d|] { row = $p1s%d[j]; if (word(row, 2) ne "NaN") { end_x = num(word(row, 1)); end_y = num(word(row, 2)) } }', k, k)
        direct = end_x == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
    }
}
if (direct) {
    # Names that meet push each other apart.
    least = 1.05*line_inch/axes_inch
    do for [turn = 1:60] { do for [k = 2:entries] { do for [i = 1:k-1] {
        apart = end_at[k] - end_at[i]
        if (abs(apart) < least) {
            push = (apart < 0 ? -0.5 : 0.5)*(least - abs(apart))
            end_at[k] = end_at[k] + push; end_at[i] = end_at[i] - push
        }
    } } }
    guide_letters = 1 + widest_label*0.95
    key_inch = 0.05
}
x_part(x) = x_log ? log(x/x_low)/x_span : (x - x_low)/x_span
eval place
lost_x(x, k) = x
lost_name(x) = x

# Ticks at the values of x; every second or third where they are too close.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks)] { if ((i - 1) % x_every == 0) { set xtics add (tick(num(word(x_ticks, i))) num(word(x_ticks, i))) } }"

what(k) = sprintf(marks[k] ? 'points lt line[%d]' : 'linespoints lt line[%d]', k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); r(i) = nth(ranged, i); s(i) = nth(seeded, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (with_faint || direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(marked, "s'.m(i) using 1:2 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label label[k] at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "s'.b(i) using (at($1, b(i))):2 with lines lw 0.9 dt solid lc rgb 0xCCCCCC") . \
                part(curve ? ranged : '', "s'.r(i) using 1:(max($3, low[p])):4 with filledcurves lc rgb (entries > 4 ? spread(line[r(i)]) : band(line[r(i)]))") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:3 with lines lt line[r(i)] lw 0.6") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:4 with lines lt line[r(i)] lw 0.6") . \
                part(curve ? '' : ranged, "s'.r(i) using (at($1, r(i))):2:3:4 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[r(i)])") . \
                part(seed_lines ? '' : seeded, "s'.s(i).'_seeds' using (at($1, s(i))):2 with points lt line[s(i)] ps 0.5 lc rgb faint(line[s(i)])") . \
                part(seed_lines ? seeded : '', "s'.s(i).'_seeds' using 1:2 with lines lt line[s(i)] lw 0.6 lc rgb faint(line[s(i)])") . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt line[d(i)]" . (curve ? " pi stride" : "")) . \
                part(marked, "s'.m(i) using 1:2 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
