# A figure of normlab. `gnuplot error_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error_map.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error_map'
title = 'Test error of each norm at each scale of the first weights'
caption = 'fashion-mnist, 5 seeds: means'
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
x_log = 0; y_log = 10
x_low = 1
x_high = 9
x_count = 9; x_ticks = '1 2 3 4 5 6 7 8 9'
alone = 0 # no category has several lines
categories = 9; array category[9]
category[1] = '0.01'
category[2] = '0.03'
category[3] = '0.1'
category[4] = '0.3'
category[5] = '1'
category[6] = '3'
category[7] = '10'
category[8] = '30'
category[9] = '100'
longest = 9; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 4; array panel_title[4]; array note[4]; array low[4]; array high[4]; array x_end[4]
array shown[4]; array with_marks[4]; array with_ranges[4]; array with_seeds[4]

panel_title[1] = 'MLP, He initialization'; note[1] = ''
low[1] = 14.118; high[1] = 90; x_end[1] = 9; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
$p1s1 << EOD
1 90 90 90
2 90 90 90
3 20.946 20.18 21.19
4 15.440000000000001 15.09 15.77
5 14.902000000000001 14.52 15.12
6 NaN NaN NaN
7 NaN NaN NaN
8 NaN NaN NaN
9 NaN NaN NaN
EOD
$p1s1_seeds << EOD
1 90
1 90
1 90
1 90
1 90
2 90
2 90
2 90
2 90
2 90
3 20.18
3 21.11
3 21.17
3 21.19
3 21.08
4 15.77
4 15.28
4 15.45
4 15.61
4 15.09
5 14.78
5 15.06
5 14.52
5 15.03
5 15.12
EOD
$p1s2 << EOD
1 14.540000000000001 14.34 14.9
2 14.451999999999998 14.25 14.8
3 14.264 13.97 14.46
4 14.118 14.07 14.19
5 14.331999999999999 14.19 14.4
6 16.544 16.38 16.69
7 22.068 21.57 22.75
8 35.086 30.05 47.51
9 87.17 81.68 90
EOD
$p1s2_seeds << EOD
1 14.37
1 14.9
1 14.4
1 14.69
1 14.34
2 14.33
2 14.8
2 14.25
2 14.59
2 14.29
3 13.97
3 14.41
3 14.37
3 14.46
3 14.11
4 14.08
4 14.16
4 14.19
4 14.07
4 14.09
5 14.4
5 14.37
5 14.37
5 14.33
5 14.19
6 16.66
6 16.69
6 16.5
6 16.49
6 16.38
7 21.88
7 22.5
7 21.64
7 21.57
7 22.75
8 33.42
8 30.05
8 32.32
8 32.13
8 47.51
9 81.68
9 84.18
9 90
9 90
9 89.99
EOD
$p1s3 << EOD
1 16.93 16.51 17.49
2 16.201999999999998 15.62 16.64
3 15.48 15.33 15.6
4 15.028000000000002 14.91 15.21
5 14.809999999999999 14.66 14.89
6 16.845999999999997 16.58 17.08
7 22.582 21.53 23.53
8 38.928 28.98 59.08
9 89.994 89.98 90
EOD
$p1s3_seeds << EOD
1 17.49
1 16.51
1 16.88
1 16.6
1 17.17
2 16.5
2 16.1
2 15.62
2 16.64
2 16.15
3 15.33
3 15.53
3 15.55
3 15.6
3 15.39
4 14.91
4 15.01
4 15.09
4 14.92
4 15.21
5 14.66
5 14.77
5 14.89
5 14.84
5 14.89
6 17.08
6 16.58
6 16.61
6 17.06
6 16.9
7 22.4
7 21.53
7 22.61
7 22.84
7 23.53
8 28.98
8 30.3
8 34.85
8 41.43
8 59.08
9 90
9 90
9 89.98
9 90
9 89.99
EOD
$p1s4 << EOD
1 16.588 15.72 17.04
2 16.128 15.53 16.59
3 15.324000000000002 15.12 15.55
4 15.02 14.79 15.14
5 14.924000000000001 14.77 15.13
6 16.736 16.55 16.87
7 22.266 21.45 22.83
8 35.577999999999996 29.23 44.16
9 86.592 77.15 90
EOD
$p1s4_seeds << EOD
1 16.68
1 16.89
1 17.04
1 15.72
1 16.61
2 15.53
2 16.1
2 16.59
2 16
2 16.42
3 15.19
3 15.31
3 15.45
3 15.12
3 15.55
4 14.79
4 15.07
4 15.14
4 15.06
4 15.04
5 14.77
5 15.13
5 14.97
5 14.89
5 14.86
6 16.55
6 16.87
6 16.58
6 16.81
6 16.87
7 21.73
7 21.45
7 22.83
7 22.64
7 22.68
8 29.56
8 29.23
8 44.16
8 35.99
8 38.95
9 90
9 90
9 77.15
9 85.82
9 89.99
EOD

panel_title[2] = 'MLP, Glorot initialization'; note[2] = ''
low[2] = 14.2; high[2] = 90; x_end[2] = 9; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
$p2s1 << EOD
1 90 90 90
2 90 90 90
3 23.176000000000002 22.33 23.82
4 15.790000000000001 15.51 15.9
5 14.746 14.5 15.04
6 90 90 90
7 NaN NaN NaN
8 NaN NaN NaN
9 NaN NaN NaN
EOD
$p2s1_seeds << EOD
1 90
1 90
1 90
1 90
1 90
2 90
2 90
2 90
2 90
2 90
3 23.47
3 22.83
3 23.82
3 23.43
3 22.33
4 15.89
4 15.51
4 15.9
4 15.89
4 15.76
5 14.5
5 15.04
5 14.72
5 14.81
5 14.66
6 90
6 90
6 90
6 90
6 90
EOD
$p2s2 << EOD
1 14.416 14.24 14.59
2 14.331999999999999 14.15 14.49
3 14.3 14.15 14.53
4 14.2 13.99 14.39
5 14.325999999999999 14.12 14.61
6 16.131999999999998 15.87 16.44
7 21.318 20.8 21.7
8 31.183999999999997 30.43 31.74
9 80.172 68.89 90
EOD
$p2s2_seeds << EOD
1 14.51
1 14.59
1 14.44
1 14.3
1 14.24
2 14.15
2 14.46
2 14.49
2 14.38
2 14.18
3 14.33
3 14.53
3 14.2
3 14.29
3 14.15
4 14.18
4 14.39
4 14.09
4 14.35
4 13.99
5 14.31
5 14.35
5 14.24
5 14.61
5 14.12
6 16.18
6 16.06
6 16.11
6 16.44
6 15.87
7 21.7
7 21.68
7 21.18
7 21.23
7 20.8
8 31.74
8 31.4
8 31.41
8 30.94
8 30.43
9 90
9 68.89
9 73.61
9 78.36
9 90
EOD
$p2s3 << EOD
1 17.048 16.47 17.89
2 16.782 16.12 18.35
3 15.668000000000001 15.58 15.77
4 14.99 14.85 15.13
5 14.974 14.72 15.18
6 16.306 16.1 16.49
7 21.506 20.72 22.21
8 35.538 30.19 48.67
9 89.436 87.18 90
EOD
$p2s3_seeds << EOD
1 17.89
1 16.98
1 17.16
1 16.47
1 16.74
2 16.61
2 16.46
2 16.37
2 16.12
2 18.35
3 15.77
3 15.58
3 15.67
3 15.62
3 15.7
4 14.85
4 14.9
4 15.08
4 15.13
4 14.99
5 14.72
5 15.05
5 15.18
5 14.96
5 14.96
6 16.49
6 16.1
6 16.23
6 16.22
6 16.49
7 21.73
7 20.72
7 21.45
7 21.42
7 22.21
8 32.63
8 30.19
8 48.67
8 32.07
8 34.13
9 90
9 87.18
9 90
9 90
9 90
EOD
$p2s4 << EOD
1 16.53 16.26 17.29
2 16.186 15.89 16.72
3 15.544 15.24 16.03
4 15.09 15 15.27
5 14.794 14.68 14.95
6 16.276 15.77 16.56
7 21.76 20.98 22.96
8 34.1 27.29 46.74
9 89.998 89.99 90
EOD
$p2s4_seeds << EOD
1 17.29
1 16.26
1 16.37
1 16.36
1 16.37
2 16.72
2 15.9
2 15.89
2 16.2
2 16.22
3 15.24
3 15.52
3 15.51
3 16.03
3 15.42
4 15.01
4 15
4 15.17
4 15
4 15.27
5 14.68
5 14.95
5 14.85
5 14.76
5 14.73
6 16.32
6 16.18
6 16.55
6 15.77
6 16.56
7 21.26
7 20.98
7 21.61
7 21.99
7 22.96
8 46.74
8 28.78
8 34.38
8 27.29
8 33.31
9 90
9 89.99
9 90
9 90
9 90
EOD

panel_title[3] = 'MLP, LeCun initialization'; note[3] = ''
low[3] = 14.172; high[3] = 90; x_end[3] = 9; shown[3] = ' 1 2 3 4'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4'; with_seeds[3] = ' 1 2 3 4'
$p3s1 << EOD
1 90 90 90
2 90 90 90
3 28.562 24.71 34.85
4 16.002 15.68 16.36
5 14.724 14.63 14.88
6 90 90 90
7 NaN NaN NaN
8 NaN NaN NaN
9 NaN NaN NaN
EOD
$p3s1_seeds << EOD
1 90
1 90
1 90
1 90
1 90
2 90
2 90
2 90
2 90
2 90
3 24.71
3 26.26
3 30.92
3 26.07
3 34.85
4 15.95
4 15.68
4 16.05
4 16.36
4 15.97
5 14.63
5 14.74
5 14.72
5 14.65
5 14.88
6 90
6 90
6 90
6 90
6 90
EOD
$p3s2 << EOD
1 14.418000000000001 14.08 14.61
2 14.511999999999997 14.27 14.73
3 14.309999999999999 14.17 14.51
4 14.206 14.05 14.39
5 14.172 14.05 14.27
6 15.642000000000001 15.5 15.96
7 20.188000000000002 19.6 20.48
8 28.910000000000004 27.04 30.68
9 72.342 58.86 90
EOD
$p3s2_seeds << EOD
1 14.61
1 14.6
1 14.24
1 14.56
1 14.08
2 14.63
2 14.73
2 14.27
2 14.52
2 14.41
3 14.35
3 14.35
3 14.17
3 14.51
3 14.17
4 14.1
4 14.33
4 14.39
4 14.05
4 14.16
5 14.21
5 14.06
5 14.27
5 14.27
5 14.05
6 15.66
6 15.96
6 15.5
6 15.57
6 15.52
7 20.07
7 20.36
7 19.6
7 20.43
7 20.48
8 27.04
8 28.46
8 29.01
8 29.36
8 30.68
9 77.89
9 69.32
9 65.64
9 58.86
9 90
EOD
$p3s3 << EOD
1 17.038 16.36 17.51
2 16.732 16.39 17.26
3 15.636000000000001 15.39 15.85
4 15.166 14.79 15.37
5 14.741999999999999 14.51 14.85
6 15.88 15.43 16.13
7 20.244 19.41 20.79
8 27.875999999999998 26.29 29.56
9 85.05799999999999 72.13 90
EOD
$p3s3_seeds << EOD
1 17.51
1 17.03
1 16.36
1 16.8
1 17.49
2 17.26
2 16.44
2 16.39
2 16.64
2 16.93
3 15.6
3 15.62
3 15.72
3 15.85
3 15.39
4 14.79
4 15.26
4 15.28
4 15.13
4 15.37
5 14.85
5 14.84
5 14.51
5 14.81
5 14.7
6 16.13
6 16.07
6 15.43
6 15.85
6 15.92
7 20.26
7 19.41
7 20.37
7 20.39
7 20.79
8 26.29
8 28.3
8 29.56
8 26.37
8 28.86
9 90
9 72.13
9 90
9 90
9 83.16
EOD
$p3s4 << EOD
1 16.714000000000002 16.34 17.56
2 16.028000000000002 15.72 16.51
3 15.412 15.27 15.55
4 15.128 14.99 15.38
5 14.716 14.47 14.81
6 15.836000000000002 15.53 16.03
7 20.444 19.89 21.2
8 27.906 25.69 29.79
9 84.89 75.75 90
EOD
$p3s4_seeds << EOD
1 16.34
1 16.48
1 16.46
1 16.73
1 17.56
2 15.81
2 15.72
2 16.51
2 16.29
2 15.81
3 15.47
3 15.42
3 15.35
3 15.27
3 15.55
4 14.99
4 15.06
4 15.38
4 15.06
4 15.15
5 14.81
5 14.47
5 14.72
5 14.8
5 14.78
6 15.53
6 16.03
6 15.75
6 15.96
6 15.91
7 19.99
7 19.89
7 20.94
7 21.2
7 20.2
8 25.69
8 27.4
8 28.22
8 29.79
8 28.43
9 90
9 75.75
9 89.96
9 82.31
9 86.43
EOD

panel_title[4] = 'ResNet, He initialization'; note[4] = ''
low[4] = 15.464000000000002; high[4] = 90.006; x_end[4] = 9; shown[4] = ' 1 2 3 4'; with_marks[4] = ''; with_ranges[4] = ' 1 2 3 4'; with_seeds[4] = ' 1 2 3 4'
$p4s1 << EOD
1 90 90 90
2 90 90 90
3 90 90 90
4 31.630000000000003 29.38 34.08
5 18.89 17.58 20.08
6 NaN NaN NaN
7 NaN NaN NaN
8 NaN NaN NaN
9 NaN NaN NaN
EOD
$p4s1_seeds << EOD
1 90
1 90
1 90
1 90
1 90
2 90
2 90
2 90
2 90
2 90
3 90
3 90
3 90
3 90
3 90
4 29.38
4 31.36
4 34.08
4 31.39
4 31.94
5 19.09
5 17.76
5 20.08
5 19.94
5 17.58
EOD
$p4s2 << EOD
1 19.009999999999998 17.52 22.23
2 18.484 17.27 19.97
3 16.832 15.76 18.37
4 15.464000000000002 14.83 16.3
5 16.964 16.57 17.58
6 20.816 19.63 21.52
7 27.254 25.61 29.2
8 34.792 29.98 36.5
9 86.334 78.75 90
EOD
$p4s2_seeds << EOD
1 18.36
1 22.23
1 17.52
1 17.53
1 19.41
2 17.27
2 18.35
2 19.97
2 18.95
2 17.88
3 16.21
3 15.76
3 17.52
3 16.3
3 18.37
4 14.83
4 15.1
4 16.3
4 15.67
4 15.42
5 16.87
5 16.57
5 16.77
5 17.58
5 17.03
6 20.68
6 19.63
6 20.95
6 21.52
6 21.3
7 27.34
7 25.61
7 28.24
7 29.2
7 25.88
8 36.38
8 29.98
8 35.06
8 36.5
8 36.04
9 78.75
9 89.35
9 90
9 86.02
9 87.55
EOD
$p4s3 << EOD
1 29.044 24.92 30.72
2 28.744 24.81 30.23
3 26.721999999999998 24.32 30.22
4 23.374000000000002 21.9 25.04
5 20.220000000000002 19.13 21.99
6 24.156 21.88 27.22
7 39.86 32.18 47.52
8 86.076 78.37 90.45
9 90 90 90
EOD
$p4s3_seeds << EOD
1 30.5
1 28.93
1 30.72
1 24.92
1 30.15
2 30.23
2 24.81
2 29.8
2 30.2
2 28.68
3 25.86
3 25.38
3 27.83
3 24.32
3 30.22
4 22.42
4 23.41
4 24.1
4 21.9
4 25.04
5 19.13
5 21.99
5 21.1
5 19.65
5 19.23
6 22.18
6 23.36
6 27.22
6 26.14
6 21.88
7 47.52
7 32.18
7 34.64
7 43.02
7 41.94
8 87.44
8 78.37
8 90.01
8 90.45
8 84.11
9 90
9 90
9 90
9 90
9 90
EOD
$p4s4 << EOD
1 26.18 23.91 29.63
2 24.796000000000003 23.65 27.65
3 23.932 20.41 27.2
4 20.302 18.76 22.65
5 18.482 17.83 19.2
6 22.406 20.61 23.82
7 35.95399999999999 27.45 46.01
8 77.57000000000001 65.93 90
9 90.006 90 90.02
EOD
$p4s4_seeds << EOD
1 29.63
1 24.45
1 25.7
1 23.91
1 27.21
2 24.49
2 24.54
2 23.65
2 23.65
2 27.65
3 20.41
3 27.2
3 23.27
3 22.52
3 26.26
4 19.51
4 19.76
4 22.65
4 18.76
4 20.83
5 18.25
5 18.38
5 18.75
5 19.2
5 17.83
6 21.84
6 22.91
6 22.85
6 23.82
6 20.61
7 35.24
7 27.45
7 46.01
7 42.38
7 28.69
8 72.04
8 90
8 88.37
8 71.51
8 65.93
9 90
9 90
9 90
9 90.01
9 90.02
EOD
$cells1 << EOD
1 1 1 90 0 0
2 1 1 90 0 0
3 1 1 20.946 0 0
4 1 1 15.440000000000001 0 0
5 1 1 14.902000000000001 0 0
6 1 0 0 5 0
7 1 0 0 5 0
8 1 0 0 5 0
9 1 0 0 5 0
1 2 1 14.540000000000001 0 0
2 2 1 14.451999999999998 0 0
3 2 1 14.264 0 0
4 2 1 14.118 0 0
5 2 1 14.331999999999999 0 0
6 2 1 16.544 0 0
7 2 1 22.068 0 0
8 2 1 35.086 0 0
9 2 1 87.17 0 0
1 3 1 16.93 0 0
2 3 1 16.201999999999998 0 0
3 3 1 15.48 0 0
4 3 1 15.028000000000002 0 0
5 3 1 14.809999999999999 0 0
6 3 1 16.845999999999997 0 0
7 3 1 22.582 0 0
8 3 1 38.928 0 0
9 3 1 89.994 0 0
1 4 1 16.588 0 0
2 4 1 16.128 0 0
3 4 1 15.324000000000002 0 0
4 4 1 15.02 0 0
5 4 1 14.924000000000001 0 0
6 4 1 16.736 0 0
7 4 1 22.266 0 0
8 4 1 35.577999999999996 0 0
9 4 1 86.592 0 0
EOD
$cells2 << EOD
1 1 1 90 0 0
2 1 1 90 0 0
3 1 1 23.176000000000002 0 0
4 1 1 15.790000000000001 0 0
5 1 1 14.746 0 0
6 1 1 90 0 0
7 1 0 0 5 0
8 1 0 0 5 0
9 1 0 0 5 0
1 2 1 14.416 0 0
2 2 1 14.331999999999999 0 0
3 2 1 14.3 0 0
4 2 1 14.2 0 0
5 2 1 14.325999999999999 0 0
6 2 1 16.131999999999998 0 0
7 2 1 21.318 0 0
8 2 1 31.183999999999997 0 0
9 2 1 80.172 0 0
1 3 1 17.048 0 0
2 3 1 16.782 0 0
3 3 1 15.668000000000001 0 0
4 3 1 14.99 0 0
5 3 1 14.974 0 0
6 3 1 16.306 0 0
7 3 1 21.506 0 0
8 3 1 35.538 0 0
9 3 1 89.436 0 0
1 4 1 16.53 0 0
2 4 1 16.186 0 0
3 4 1 15.544 0 0
4 4 1 15.09 0 0
5 4 1 14.794 0 0
6 4 1 16.276 0 0
7 4 1 21.76 0 0
8 4 1 34.1 0 0
9 4 1 89.998 0 0
EOD
$cells3 << EOD
1 1 1 90 0 0
2 1 1 90 0 0
3 1 1 28.562 0 0
4 1 1 16.002 0 0
5 1 1 14.724 0 0
6 1 1 90 0 0
7 1 0 0 5 0
8 1 0 0 5 0
9 1 0 0 5 0
1 2 1 14.418000000000001 0 0
2 2 1 14.511999999999997 0 0
3 2 1 14.309999999999999 0 0
4 2 1 14.206 0 0
5 2 1 14.172 0 0
6 2 1 15.642000000000001 0 0
7 2 1 20.188000000000002 0 0
8 2 1 28.910000000000004 0 0
9 2 1 72.342 0 0
1 3 1 17.038 0 0
2 3 1 16.732 0 0
3 3 1 15.636000000000001 0 0
4 3 1 15.166 0 0
5 3 1 14.741999999999999 0 0
6 3 1 15.88 0 0
7 3 1 20.244 0 0
8 3 1 27.875999999999998 0 0
9 3 1 85.05799999999999 0 0
1 4 1 16.714000000000002 0 0
2 4 1 16.028000000000002 0 0
3 4 1 15.412 0 0
4 4 1 15.128 0 0
5 4 1 14.716 0 0
6 4 1 15.836000000000002 0 0
7 4 1 20.444 0 0
8 4 1 27.906 0 0
9 4 1 84.89 0 0
EOD
$cells4 << EOD
1 1 1 90 0 0
2 1 1 90 0 0
3 1 1 90 0 0
4 1 1 31.630000000000003 0 0
5 1 1 18.89 0 0
6 1 0 0 5 0
7 1 0 0 5 0
8 1 0 0 5 0
9 1 0 0 5 0
1 2 1 19.009999999999998 0 0
2 2 1 18.484 0 0
3 2 1 16.832 0 0
4 2 1 15.464000000000002 0 0
5 2 1 16.964 0 0
6 2 1 20.816 0 0
7 2 1 27.254 0 0
8 2 1 34.792 0 0
9 2 1 86.334 0 0
1 3 1 29.044 0 0
2 3 1 28.744 0 0
3 3 1 26.721999999999998 0 0
4 3 1 23.374000000000002 0 0
5 3 1 20.220000000000002 0 0
6 3 1 24.156 0 0
7 3 1 39.86 0 0
8 3 1 86.076 0 0
9 3 1 90 0 0
1 4 1 26.18 0 0
2 4 1 24.796000000000003 0 0
3 4 1 23.932 0 0
4 4 1 20.302 0 0
5 4 1 18.482 0 0
6 4 1 22.406 0 0
7 4 1 35.95399999999999 0 0
8 4 1 77.57000000000001 0 0
9 4 1 90.006 0 0
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
1 1 6 5
1 1 7 5
1 1 8 5
1 1 9 5
2 1 7 5
2 1 8 5
2 1 9 5
3 1 7 5
3 1 8 5
3 1 9 5
4 1 6 5
4 1 7 5
4 1 8 5
4 1 9 5
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


# ---- A heat map: a row for each line, a column for each category, the mean as colour and as number. ----

heat_log = y_log
heat_low = NaN; heat_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        heat_low = heat_low == heat_low ? min(heat_low, low[p]) : low[p]
        heat_high = heat_high == heat_high ? max(heat_high, high[p]) : high[p]
    }
}
if (heat_low != heat_low) { heat_low = 0; heat_high = 1 }
if (heat_low == heat_high) { heat_high = heat_low + max(abs(heat_low), 1)*1e-6 }

# Names of rows stand left of the first panel of each row of panels; columns' names below, aslant where they are long.
name_letters = min(widest_label, letters(0.36*width, 0))
longest_name = 1
# 1e-05 is 1e-5.
short(s) = strstrt(s, 'e-0') > 1 && strlen(s) == strstrt(s, 'e-0') + 3 ? s[1:strstrt(s, 'e-0')+1] . s[strlen(s):*] : s
do for [i = 1:categories] { category[i] = short(category[i]) }
do for [k = 1:entries] { label[k] = abridge(label[k], name_letters) }
do for [i = 1:categories] { longest_name = max(longest_name, strlen(category[i])) }
name_inch = (1.1*name_letters + 1)*char_inch + 0.06
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(categories*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = (width - name_inch - 0.06)/panel_columns - 0.15
if (map_inch > categories*1.1) { map_inch = categories*1.1 }
cell_letters = map_inch/categories/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/categories > 1.7*line_inch ? 35 : 90
counted = |$lost| || |$refused|
cell_high = counted ? 2.4*line_inch : 1.7*line_inch
lines_above = 1
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(map_inch, 1))
    lines_above = max(lines_above, lines_in(panel_title[p]))
}
below_inch = line_inch*(0.5 + (x_label eq '' ? 0.3 : 1.3) + (slant ? 0.4 + (slant == 90 ? 0.95 : 0.55)*longest_name*char_inch/line_inch : 1))
above_inch = line_inch*(1.15*lines_above + 0.5)
row_inch = entries*cell_high + above_inch + below_inch
bar_inch = 3.7*line_inch
bar_part = min(0.7, 2.1/width)
if (|$lost|) { caption = caption . '; ×n: n trials ' . lost_word }
if (|$refused|) { caption = caption . '; –: refused' }
caption_text = wrap(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06
height = title_inch + panel_rows*row_inch + bar_inch + 0.05

# Numbers: as many digits as all of them need, and as there is room for.
decimals = heat_high >= 1000 || heat_low < 0 || (heat_low > 0 && heat_high/heat_low > 300) || heat_high < 0.01 ? -1 : \
    heat_high >= 100 ? 0 : heat_high >= 10 ? 1 : 2
fixed = sprintf('%%.%df', max(decimals, 0))
ten_to(v) = int(floor(log10(abs(v)) + 1e-9))
power_form(v, digits) = sprintf('%.' . digits . 'fe%d', v/10.**ten_to(v), ten_to(v))
plain(v, digits) = v == 0 || (abs(v) >= 0.001 && abs(v) < 1e4) ? sprintf('%.' . digits . 'g', v) : power_form(v, digits - 1)
fits(text) = strlen(text) <= 0.9*cell_letters
shortest(v) = fits(plain(v, 3)) ? plain(v, 3) : fits(plain(v, 2)) ? plain(v, 2) : fits(plain(v, 1)) ? plain(v, 1) : ''
number(v) = decimals >= 0 && fits(sprintf(fixed, v)) ? sprintf(fixed, v) : shortest(v)
counts(lost, refused) = (lost > 0 ? '×' . sprintf('%d', lost) : '') . (refused > 0 ? (lost > 0 ? ' –' : '–') : '')
beside(lost, refused) = lost > 0 || refused > 0 ? 0.22 : 0
ink_on(any, v) = any > 0 ? heat_ink(heat_part(v)) : ink

page_lines = 12 + 2*entries
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        unset key
        plot NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        unset grid; unset logscale
        set xrange [0.5:categories + 0.5]; set yrange [entries + 0.5:0.5]
        set xtics nomirror scale 0 (category[1] 1)
        do for [i = 2:categories] { set xtics add (category[i] i) }
        set ytics nomirror scale 0 (label[1] 1)
        do for [k = 2:entries] { set ytics add (label[k] k) }
        set xlabel (p + panel_columns > panels ? x_label : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            column = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = name_inch + column*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + entries*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (column > 0) { set format y '' ; unset ytics }
            set xlabel offset 0,0.3
            set label panel_title[p] at graph 0.5, graph 1 center offset character 0, 1.1*lines_above - 0.4 font font_panel
            if (heat_log) { set logscale cb 10 }
            set cbrange [heat_low:heat_high]
            if (p == panels) {
                set colorbox horizontal user origin 0.5 - bar_part/2, 1.6*line_inch/height size bar_part, 0.1/height front noborder
                if (heat_log) { eval set_log_ticks('cb', heat_low, heat_high) } else { set cbtics nomirror nice((heat_high - heat_low)/4., 10.**floor(log10((heat_high - heat_low)/4.))) }
                set cbtics scale 0.3 offset 0,0.4
                set label y_label . (y_log ? ' (log scale)' : '') at screen 0.5, screen (2.2*line_inch + 0.1)/height center
            } else {
                unset colorbox
            }
            plot '$cells'.p using 1:($5 + $6 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror fs solid noborder fc rgb 0xE4E4E4 notitle, \
                 '' using 1:($3 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5):4 with boxxyerror fs solid noborder lc palette notitle, \
                 '' using 1:2:($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror lc rgb 'white' lw 1.5 dt solid fs empty border notitle, \
                 '' using 1:($2 - ($3 > 0 ? beside($5, $6) : 0)):($3 > 0 ? number($4) : ''):(ink_on($3, $4)) with labels textcolor rgb variable notitle, \
                 '' using 1:($2 + ($3 > 0 ? beside($5, $6) : 0)):(counts($5, $6)):(ink_on($3, $4)) with labels textcolor rgb variable notitle
        }
        unset label; unset arrow; unset colorbox
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1; set border 3
}
