# A figure of normlab. `gnuplot error_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error_map.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error_map'
title = 'Test error of each norm at each learning rate'
caption = 'fashion-mnist, 5 seeds: means'
x_label = 'learning rate'
y_label = 'test error in %'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 5
array label[6]; array line[6]; array marks[6]
label[1] = 'none'; marks[1] = 0; line[1] = line_of('none')
label[2] = 'batchnorm'; marks[2] = 0; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; marks[3] = 0; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; marks[4] = 0; line[4] = line_of('groupnorm')
label[5] = 'instancenorm'; marks[5] = 0; line[5] = line_of('instancenorm')

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 0; y_log = 0
x_low = 1
x_high = 13
x_count = 13; x_ticks = ''
alone = 0 # no category has several lines
categories = 13; array category[13]
category[1] = '1e-05'
category[2] = '3e-05'
category[3] = '0.0001'
category[4] = '0.0003'
category[5] = '0.001'
category[6] = '0.003'
category[7] = '0.01'
category[8] = '0.03'
category[9] = '0.1'
category[10] = '0.3'
category[11] = '1'
category[12] = '3'
category[13] = '10'
longest = 11; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 4; array panel_title[4]; array note[4]; array low[4]; array high[4]; array x_end[4]
array shown[4]; array with_marks[4]; array with_ranges[4]; array with_seeds[4]

panel_title[1] = 'MLP, SGD'; note[1] = ''
low[1] = 14.208000000000002; high[1] = 90; x_end[1] = 13; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
$p1s1 << EOD
3 33.57 33.09 34.18
4 25.95 25.22 26.5
5 20.422 19.94 20.91
6 17.462 17.06 17.77
7 15.632 15.37 16.06
8 14.866 14.57 15.09
9 15.928 15.54 16.22
10 90 89.99 90.01
11 NaN NaN NaN
12 90 NaN NaN
13 NaN NaN NaN
EOD
$p1s1_seeds << EOD
3 34.18
3 33.09
3 33.44
3 33.61
3 33.53
4 26.5
4 25.36
4 26.36
4 25.22
4 26.31
5 20.5
5 20.04
5 20.91
5 19.94
5 20.72
6 17.77
6 17.38
6 17.62
6 17.06
6 17.48
7 15.4
7 15.72
7 16.06
7 15.37
7 15.61
8 15.09
8 14.8
8 14.93
8 14.57
8 14.94
9 16.22
9 15.95
9 15.73
9 15.54
9 16.2
10 90
10 90.01
10 90
10 90
10 89.99
12 90
EOD
$p1s2 << EOD
3 39.632 37.09 42.31
4 28.091999999999995 27.47 29.19
5 21.433999999999997 21.26 21.63
6 17.678 17.47 17.9
7 15.447999999999999 15.22 15.62
8 14.428 14.34 14.68
9 14.208000000000002 13.99 14.33
10 14.412 14.28 14.51
11 16.624000000000002 15.97 17.36
12 90 90 90
13 90 90 90
EOD
$p1s2_seeds << EOD
3 39.39
3 37.09
3 39.02
3 42.31
3 40.35
4 29.19
4 27.47
4 27.86
4 28.4
4 27.54
5 21.63
5 21.26
5 21.4
5 21.41
5 21.47
6 17.69
6 17.59
6 17.9
6 17.47
6 17.74
7 15.35
7 15.61
7 15.62
7 15.22
7 15.44
8 14.68
8 14.4
8 14.34
8 14.35
8 14.37
9 14.25
9 14.33
9 13.99
9 14.28
9 14.19
10 14.34
10 14.51
10 14.49
10 14.28
10 14.44
11 17.36
11 17.23
11 15.97
11 16.08
11 16.48
12 90
12 90
12 90
12 90
12 90
13 90
13 90
13 90
13 90
13 90
EOD
$p1s3 << EOD
3 37.846000000000004 36.74 39.68
4 28.077999999999996 27.61 29.01
5 21.89 21.44 22.51
6 17.75 17.42 17.96
7 15.681999999999999 15.38 16
8 15.018 14.9 15.18
9 14.803999999999998 14.6 15.01
10 15.308000000000002 15.06 15.84
11 21.038 18.4 23.85
12 90 90 90
13 90 90 90
EOD
$p1s3_seeds << EOD
3 39.68
3 37.56
3 36.87
3 38.38
3 36.74
4 29.01
4 27.69
4 27.97
4 28.11
4 27.61
5 22.51
5 21.67
5 21.8
5 21.44
5 22.03
6 17.96
6 17.85
6 17.72
6 17.42
6 17.8
7 15.38
7 15.84
7 16
7 15.42
7 15.77
8 15.13
8 15.18
8 14.9
8 14.92
8 14.96
9 14.77
9 14.93
9 14.6
9 14.71
9 15.01
10 15.06
10 15.84
10 15.3
10 15.26
10 15.08
11 18.4
11 23.85
11 20.91
11 21.16
11 20.87
12 90
12 90
12 90
12 90
12 90
13 90
13 90
13 90
13 90
13 90
EOD
$p1s4 << EOD
3 38.438 36.1 40.42
4 28.282 26.9 29
5 21.907999999999998 21.27 22.65
6 17.746000000000002 17.38 18.04
7 15.601999999999999 15.44 15.96
8 14.810000000000002 14.64 14.96
9 14.774000000000001 14.53 14.96
10 15.325999999999999 15.16 15.5
11 22.548000000000002 20.35 26.57
12 90 90 90
13 90 90 90
EOD
$p1s4_seeds << EOD
3 40.42
3 38.34
3 36.1
3 39.96
3 37.37
4 28.96
4 29
4 26.9
4 28.19
4 28.36
5 22.65
5 21.7
5 21.27
5 21.82
5 22.1
6 18.04
6 17.77
6 17.38
6 17.59
6 17.95
7 15.44
7 15.62
7 15.52
7 15.47
7 15.96
8 14.96
8 14.78
8 14.64
8 14.85
8 14.82
9 14.81
9 14.68
9 14.89
9 14.96
9 14.53
10 15.17
10 15.5
10 15.36
10 15.16
10 15.44
11 20.82
11 26.57
11 20.35
11 22.81
11 22.19
12 90
12 90
12 90
12 90
12 90
13 90
13 90
13 90
13 90
13 90
EOD

panel_title[2] = 'MLP, Adam'; note[2] = ''
low[2] = 13.975999999999999; high[2] = 89.936; x_end[2] = 11; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
$p2s1 << EOD
1 44.298 40.81 49.97
2 28.131999999999998 27.64 29.03
3 20.46 19.99 20.95
4 16.926 16.76 17.15
5 15.146 15.06 15.24
6 14.456 14.25 14.68
7 14.675999999999998 14.51 14.94
8 16.326 15.99 17.11
9 67.94800000000001 36.95 90
10 89.65599999999999 89.1 90
11 89.936 89.75 90
EOD
$p2s1_seeds << EOD
1 49.97
1 42.42
1 40.81
1 43.71
1 44.58
2 29.03
2 28.19
2 27.7
2 27.64
2 28.1
3 20.95
3 20.4
3 20.43
3 19.99
3 20.53
4 16.86
4 17.08
4 16.78
4 16.76
4 17.15
5 15.24
5 15.22
5 15.09
5 15.06
5 15.12
6 14.51
6 14.47
6 14.68
6 14.37
6 14.25
7 14.78
7 14.57
7 14.94
7 14.58
7 14.51
8 17.11
8 16.05
8 16.22
8 15.99
8 16.26
9 79.22
9 36.95
9 80.45
9 90
9 53.12
10 89.97
10 89.21
10 90
10 90
10 89.1
11 89.93
11 90
11 90
11 90
11 89.75
EOD
$p2s2 << EOD
1 51.896 46.07 58.81
2 30.536 29.81 31.67
3 20.948 20.66 21.3
4 16.668 16.54 16.75
5 14.719999999999999 14.46 15.07
6 14.026000000000002 13.87 14.28
7 13.975999999999999 13.78 14.13
8 14.238 13.99 14.52
9 15.104000000000003 14.68 15.44
10 16.494 16.08 16.73
11 34.804 30.49 40.37
EOD
$p2s2_seeds << EOD
1 49.31
1 46.07
1 49.88
1 58.81
1 55.41
2 31.67
2 29.85
2 29.81
2 30.71
2 30.64
3 21.3
3 20.66
3 20.9
3 20.77
3 21.11
4 16.66
4 16.7
4 16.69
4 16.75
4 16.54
5 14.83
5 15.07
5 14.7
5 14.54
5 14.46
6 14.11
6 13.91
6 13.96
6 14.28
6 13.87
7 14.09
7 13.92
7 13.78
7 14.13
7 13.96
8 14.46
8 14.09
8 14.13
8 14.52
8 13.99
9 15.44
9 15.09
9 15.18
9 15.13
9 14.68
10 16.46
10 16.7
10 16.73
10 16.5
10 16.08
11 39.23
11 32.35
11 31.58
11 40.37
11 30.49
EOD
$p2s3 << EOD
1 44.303999999999995 41.04 49.1
2 28.310000000000002 27.49 29.16
3 20.808 20.6 21.43
4 16.607999999999997 16.38 16.89
5 14.809999999999999 14.62 15.12
6 14.446000000000002 14.05 14.89
7 14.486 14.27 14.9
8 15.01 14.86 15.29
9 15.844 15.66 16.15
10 58.576 33.12 90
11 72.154 43.94 90
EOD
$p2s3_seeds << EOD
1 49.1
1 43.34
1 41.04
1 43.19
1 44.85
2 29.16
2 27.8
2 27.49
2 29.06
2 28.04
3 21.43
3 20.62
3 20.6
3 20.67
3 20.72
4 16.63
4 16.89
4 16.5
4 16.38
4 16.64
5 14.62
5 15.12
5 14.85
5 14.74
5 14.72
6 14.37
6 14.89
6 14.61
6 14.05
6 14.31
7 14.52
7 14.9
7 14.27
7 14.28
7 14.46
8 14.86
8 15.29
8 15
8 14.96
8 14.94
9 15.81
9 16.15
9 15.94
9 15.66
9 15.66
10 33.12
10 42.28
10 90
10 90
10 37.48
11 46.83
11 90
11 90
11 90
11 43.94
EOD
$p2s4 << EOD
1 45.44199999999999 40.66 50.34
2 28.624000000000002 27.29 29.44
3 20.910000000000004 20.35 21.72
4 16.678 16.61 16.73
5 14.886000000000001 14.69 15.08
6 14.368 14.3 14.43
7 14.484 14.32 14.73
8 15.02 14.59 15.26
9 15.85 15.55 16.3
10 35.688 19.63 49.08
11 59.146 37.29 90
EOD
$p2s4_seeds << EOD
1 50.34
1 43.33
1 40.66
1 46.45
1 46.43
2 29.44
2 29.01
2 27.29
2 28.58
2 28.8
3 21.72
3 20.7
3 20.35
3 20.85
3 20.93
4 16.61
4 16.73
4 16.68
4 16.73
4 16.64
5 14.88
5 15.08
5 14.69
5 14.88
5 14.9
6 14.33
6 14.41
6 14.43
6 14.37
6 14.3
7 14.38
7 14.45
7 14.73
7 14.54
7 14.32
8 14.98
8 15.22
8 15.05
8 15.26
8 14.59
9 15.79
9 16.3
9 15.55
9 16.06
9 15.55
10 49.08
10 38.87
10 23.39
10 19.63
10 47.47
11 37.4
11 41.04
11 37.29
11 90
11 90
EOD

panel_title[3] = 'ResNet, SGD'; note[3] = ''
low[3] = 14.904000000000002; high[3] = 90; x_end[3] = 13; shown[3] = ' 1 2 3 4 5'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4 5'; with_seeds[3] = ' 1 2 3 4 5'
$p3s1 << EOD
3 83.67999999999999 74.5 89.11
4 71.866 60.77 85.08
5 42.141999999999996 35.17 59.01
6 28.607999999999997 25.77 31.88
7 22.13 20.83 23.68
8 18.89 17.58 20.08
9 20.639999999999997 17.29 23.52
10 78.324 31.62 90
11 90 90 90
12 NaN NaN NaN
13 NaN NaN NaN
EOD
$p3s1_seeds << EOD
3 74.5
3 89.08
3 89.11
3 87.24
3 78.47
4 60.77
4 75.57
4 68.36
4 85.08
4 69.55
5 38.33
5 38.52
5 39.68
5 59.01
5 35.17
6 29.75
6 27.29
6 28.35
6 31.88
6 25.77
7 22.51
7 21.8
7 21.83
7 23.68
7 20.83
8 19.09
8 17.76
8 20.08
8 19.94
8 17.58
9 22.06
9 17.99
9 23.52
9 22.34
9 17.29
10 90
10 90
10 90
10 90
10 31.62
11 90
11 90
11 90
11 90
EOD
$p3s2 << EOD
3 82.746 76.83 87.25
4 68.61 64.21 73
5 44.778000000000006 43.43 46.52
6 29.321999999999996 27.47 30.57
7 21.660000000000004 20.49 22.37
8 16.964 16.57 17.58
9 15.505999999999997 15.2 15.93
10 15.457999999999998 15.04 16.14
11 16.938 16.35 17.6
12 46.594 27.53 90
13 90 90 90
EOD
$p3s2_seeds << EOD
3 87.25
3 79.51
3 85.81
3 84.33
3 76.83
4 65.65
4 64.21
4 70.7
4 73
4 69.49
5 43.43
5 43.63
5 44.14
5 46.17
5 46.52
6 27.47
6 30.42
6 28.25
6 29.9
6 30.57
7 20.49
7 21.18
7 21.96
7 22.3
7 22.37
8 16.87
8 16.57
8 16.77
8 17.58
8 17.03
9 15.5
9 15.2
9 15.93
9 15.66
9 15.24
10 15.92
10 15.06
10 15.04
10 16.14
10 15.13
11 16.35
11 16.43
11 16.84
11 17.47
11 17.6
12 29.97
12 50.88
12 34.59
12 90
12 27.53
13 90
13 90
13 90
13 90
13 90
EOD
$p3s3 << EOD
3 81.934 77.46 88.76
4 71.308 67.45 73.78
5 50.684 46.28 53.6
6 33.914 31.49 37.13
7 24.695999999999998 23.36 25.81
8 20.220000000000002 19.13 21.99
9 19.746000000000002 17.64 24
10 24.672 21.43 26.75
11 65.46199999999999 36.31 90
12 90 90 90
13 90 90 90
EOD
$p3s3_seeds << EOD
3 78.28
3 88.76
3 79.29
3 85.88
3 77.46
4 69.73
4 73.78
4 72.48
4 73.1
4 67.45
5 53.11
5 52.02
5 53.6
5 46.28
5 48.41
6 32.37
6 33.67
6 37.13
6 34.91
6 31.49
7 23.36
7 25.46
7 25.81
7 25.16
7 23.69
8 19.13
8 21.99
8 21.1
8 19.65
8 19.23
9 18.83
9 18.61
9 24
9 19.65
9 17.64
10 26.72
10 21.43
10 26.75
10 25.63
10 22.83
11 59.47
11 90
11 90
11 36.31
11 51.53
12 90
12 90
12 90
12 90
12 90
13 90
13 90
13 90
13 90
13 90
EOD
$p3s4 << EOD
3 85.482 76.79 90.21
4 72.548 65.53 78.33
5 47.70399999999999 44.02 51.13
6 32.577999999999996 29.9 35.39
7 23.662 22.4 25.03
8 18.482 17.83 19.2
9 17.408 16.56 18.44
10 20.408 17.47 26.39
11 53.59599999999999 28.7 90
12 90 90 90
13 90 90 90
EOD
$p3s4_seeds << EOD
3 86.88
3 89.24
3 90.21
3 84.29
3 76.79
4 65.53
4 76.5
4 75.81
4 78.33
4 66.57
5 44.02
5 51.13
5 47.79
5 46.23
5 49.35
6 29.9
6 35.39
6 32.14
6 34.32
6 31.14
7 22.53
7 24.65
7 23.7
7 25.03
7 22.4
8 18.25
8 18.38
8 18.75
8 19.2
8 17.83
9 17.16
9 17.18
9 18.44
9 17.7
9 16.56
10 19.37
10 17.47
10 26.39
10 19.84
10 18.97
11 47.82
11 52.76
11 90
11 28.7
11 48.7
12 90
12 90
12 90
12 90
12 90
13 90
13 90
13 90
13 90
13 90
EOD
$p3s5 << EOD
3 89.77600000000001 89.24 90.26
4 85.72999999999999 81.95 88.12
5 56.99400000000001 52.68 60.85
6 41.33 33.25 45.2
7 27.752 25.65 29.36
8 19.805999999999997 19.08 20.66
9 15.735999999999999 15.44 16.02
10 14.904000000000002 14.54 15.1
11 15.596 15.26 16.1
12 29.722 23.17 35.36
13 84.454 62.29 90
EOD
$p3s5_seeds << EOD
3 90.26
3 89.24
3 89.54
3 89.86
3 89.98
4 87.83
4 84.31
4 86.44
4 88.12
4 81.95
5 52.68
5 58.17
5 60.85
5 57.02
5 56.25
6 33.25
6 41.05
6 44.11
6 45.2
6 43.04
7 25.65
7 28.08
7 28.99
7 29.36
7 26.68
8 19.32
8 19.9
8 20.66
8 20.07
8 19.08
9 15.56
9 15.94
9 15.44
9 16.02
9 15.72
10 15.1
10 15.04
10 14.85
10 14.99
10 14.54
11 15.26
11 16.1
11 15.84
11 15.27
11 15.51
12 23.17
12 35.36
12 35.36
12 26.98
12 27.74
13 62.29
13 90
13 90
13 90
13 89.98
EOD

panel_title[4] = 'ResNet, Adam'; note[4] = ''
low[4] = 14.697999999999999; high[4] = 90.85600000000001; x_end[4] = 11; shown[4] = ' 1 2 3 4 5'; with_marks[4] = ''; with_ranges[4] = ' 1 2 3 4 5'; with_seeds[4] = ' 1 2 3 4 5'
$p4s1 << EOD
1 87.838 83.38 90.27
2 83.53200000000001 75.95 88.78
3 54.048 43.98 69.87
4 30.936 28.55 34.22
5 23.041999999999998 22.05 24.39
6 18.496000000000002 17.51 19.23
7 17.334 16.33 18.45
8 63.596000000000004 21.22 90.02
9 85.214 66.07 90
10 90 90 90
11 90 90 90
EOD
$p4s1_seeds << EOD
1 89.84
1 88.19
1 87.51
1 90.27
1 83.38
2 82.07
2 86.02
2 88.78
2 84.84
2 75.95
3 51.16
3 46.25
3 58.98
3 69.87
3 43.98
4 30.12
4 29.32
4 34.22
4 32.47
4 28.55
5 22.47
5 22.37
5 24.39
5 23.93
5 22.05
6 18.8
6 18.26
6 18.68
6 19.23
6 17.51
7 17.22
7 16.38
7 18.45
7 18.29
7 16.33
8 90.02
8 21.22
8 90
8 26.74
8 90
9 66.07
9 90
9 90
9 90
9 90
10 90
10 90
10 90
10 90
10 90
11 90
11 90
11 90
11 90
11 90
EOD
$p4s2 << EOD
1 85.78 80.57 88.5
2 77.526 68.77 81.86
3 48.422000000000004 42.47 53.58
4 28.85 26.84 31.2
5 20.5 19.51 21.76
6 16.422000000000004 15.86 17.11
7 14.794 14.1 15.2
8 15.004 14.62 15.6
9 16.494 15.86 16.76
10 20.258000000000003 19.56 20.76
11 25.7 23.08 28.77
EOD
$p4s2_seeds << EOD
1 87.96
1 80.57
1 88.5
1 86.97
1 84.9
2 80.46
2 68.77
2 81.13
2 81.86
2 75.41
3 46.68
3 42.47
3 47.26
3 52.12
3 53.58
4 26.95
4 28.72
4 26.84
4 31.2
4 30.54
5 20.05
5 19.51
5 20.6
5 21.76
5 20.58
6 16.57
6 15.86
6 16.42
6 17.11
6 16.15
7 15
7 14.1
7 14.49
7 15.18
7 15.2
8 14.71
8 14.72
8 15.37
8 15.6
8 14.62
9 15.86
9 16.74
9 16.7
9 16.76
9 16.41
10 19.97
10 20.61
10 19.56
10 20.76
10 20.39
11 23.08
11 26.99
11 25.06
11 24.6
11 28.77
EOD
$p4s3 << EOD
1 88.49000000000001 85.34 91.74
2 78.896 74.55 85.43
3 54.36999999999999 49.63 60.41
4 31.846000000000004 29.93 33.7
5 23.312 22.19 24.25
6 18.791999999999998 17.92 19.72
7 18.306 17.74 19.43
8 21.3 19.41 22.8
9 40.632 26.39 90
10 71.91600000000001 56.2 90
11 90 90 90
EOD
$p4s3_seeds << EOD
1 91.74
1 88.44
1 86.48
1 90.45
1 85.34
2 77.47
2 79.87
2 77.16
2 85.43
2 74.55
3 52.16
3 49.63
3 55.82
3 60.41
3 53.83
4 29.93
4 32.59
4 33.7
4 31.59
4 31.42
5 22.95
5 23.46
5 24.25
5 23.71
5 22.19
6 18.68
6 18.6
6 19.04
6 19.72
6 17.92
7 17.74
7 17.75
7 19.43
7 18.29
7 18.32
8 20.14
8 22.8
8 22.03
8 22.12
8 19.41
9 27.93
9 27.78
9 31.06
9 26.39
9 90
10 90
10 59.71
10 56.2
10 63.67
10 90
11 90
11 90
11 90
11 90
11 90
EOD
$p4s4 << EOD
1 90.85600000000001 86.23 96.86
2 82.12 74.22 86.72
3 51.410000000000004 45.19 57.11
4 31.798000000000002 29.22 34.53
5 22.918 22.26 23.89
6 17.87 17.36 18.55
7 17.106 16.26 18.44
8 19.972 18.16 25.9
9 41.042 27.62 90
10 54.653999999999996 37.9 90
11 90 90 90
EOD
$p4s4_seeds << EOD
1 91.97
1 89.3
1 96.86
1 89.92
1 86.23
2 86.44
2 81.13
2 86.72
2 82.09
2 74.22
3 45.19
3 48.58
3 53.53
3 52.64
3 57.11
4 29.22
4 32.32
4 32.4
4 34.53
4 30.52
5 22.93
5 22.97
5 22.54
5 23.89
5 22.26
6 18.12
6 17.61
6 17.71
6 18.55
6 17.36
7 16.26
7 16.76
7 18.44
7 17.24
7 16.83
8 18.4
8 19.04
8 25.9
8 18.16
8 18.36
9 27.62
9 29.01
9 30.41
9 28.17
9 90
10 37.9
10 90
10 44.36
10 51.28
10 49.73
11 90
11 90
11 90
11 90
11 90
EOD
$p4s5 << EOD
1 89.896 89.55 90
2 88.904 85.46 90
3 62.75 46.55 69.16
4 35.14 30.26 42.27
5 23.312 22.16 25.03
6 17.57 17.03 18.14
7 15.034 14.77 15.33
8 14.697999999999999 14.48 14.87
9 15.883999999999997 15.08 16.43
10 19.984 18.35 23.42
11 21.737999999999996 18.82 28.49
EOD
$p4s5_seeds << EOD
1 90
1 89.55
1 89.96
1 89.97
1 90
2 90
2 85.46
2 89.53
2 89.62
2 89.91
3 64.99
3 46.55
3 69.16
3 67.08
3 65.97
4 30.26
4 32.36
4 33.36
4 37.45
4 42.27
5 22.16
5 22.36
5 25.03
5 24.14
5 22.87
6 17.03
6 17.17
6 18.01
6 18.14
6 17.5
7 15.04
7 14.94
7 14.77
7 15.33
7 15.09
8 14.87
8 14.63
8 14.8
8 14.71
8 14.48
9 15.08
9 16.18
9 16.31
9 16.43
9 15.42
10 19.82
10 18.35
10 23.42
10 19.47
10 18.86
11 20.37
11 18.82
11 28.49
11 18.99
11 22.02
EOD
$cells1 << EOD
1 1 0 0 0 0
2 1 0 0 0 0
3 1 1 33.57 0 0
4 1 1 25.95 0 0
5 1 1 20.422 0 0
6 1 1 17.462 0 0
7 1 1 15.632 0 0
8 1 1 14.866 0 0
9 1 1 15.928 0 0
10 1 1 90 0 0
11 1 0 0 5 0
12 1 1 90 4 0
13 1 0 0 5 0
1 2 0 0 0 0
2 2 0 0 0 0
3 2 1 39.632 0 0
4 2 1 28.091999999999995 0 0
5 2 1 21.433999999999997 0 0
6 2 1 17.678 0 0
7 2 1 15.447999999999999 0 0
8 2 1 14.428 0 0
9 2 1 14.208000000000002 0 0
10 2 1 14.412 0 0
11 2 1 16.624000000000002 0 0
12 2 1 90 0 0
13 2 1 90 0 0
1 3 0 0 0 0
2 3 0 0 0 0
3 3 1 37.846000000000004 0 0
4 3 1 28.077999999999996 0 0
5 3 1 21.89 0 0
6 3 1 17.75 0 0
7 3 1 15.681999999999999 0 0
8 3 1 15.018 0 0
9 3 1 14.803999999999998 0 0
10 3 1 15.308000000000002 0 0
11 3 1 21.038 0 0
12 3 1 90 0 0
13 3 1 90 0 0
1 4 0 0 0 0
2 4 0 0 0 0
3 4 1 38.438 0 0
4 4 1 28.282 0 0
5 4 1 21.907999999999998 0 0
6 4 1 17.746000000000002 0 0
7 4 1 15.601999999999999 0 0
8 4 1 14.810000000000002 0 0
9 4 1 14.774000000000001 0 0
10 4 1 15.325999999999999 0 0
11 4 1 22.548000000000002 0 0
12 4 1 90 0 0
13 4 1 90 0 0
1 5 0 0 0 0
2 5 0 0 0 0
3 5 0 0 0 0
4 5 0 0 0 0
5 5 0 0 0 0
6 5 0 0 0 0
7 5 0 0 0 0
8 5 0 0 0 0
9 5 0 0 0 0
10 5 0 0 0 0
11 5 0 0 0 0
12 5 0 0 0 0
13 5 0 0 0 0
EOD
$cells2 << EOD
1 1 1 44.298 0 0
2 1 1 28.131999999999998 0 0
3 1 1 20.46 0 0
4 1 1 16.926 0 0
5 1 1 15.146 0 0
6 1 1 14.456 0 0
7 1 1 14.675999999999998 0 0
8 1 1 16.326 0 0
9 1 1 67.94800000000001 0 0
10 1 1 89.65599999999999 0 0
11 1 1 89.936 0 0
12 1 0 0 0 0
13 1 0 0 0 0
1 2 1 51.896 0 0
2 2 1 30.536 0 0
3 2 1 20.948 0 0
4 2 1 16.668 0 0
5 2 1 14.719999999999999 0 0
6 2 1 14.026000000000002 0 0
7 2 1 13.975999999999999 0 0
8 2 1 14.238 0 0
9 2 1 15.104000000000003 0 0
10 2 1 16.494 0 0
11 2 1 34.804 0 0
12 2 0 0 0 0
13 2 0 0 0 0
1 3 1 44.303999999999995 0 0
2 3 1 28.310000000000002 0 0
3 3 1 20.808 0 0
4 3 1 16.607999999999997 0 0
5 3 1 14.809999999999999 0 0
6 3 1 14.446000000000002 0 0
7 3 1 14.486 0 0
8 3 1 15.01 0 0
9 3 1 15.844 0 0
10 3 1 58.576 0 0
11 3 1 72.154 0 0
12 3 0 0 0 0
13 3 0 0 0 0
1 4 1 45.44199999999999 0 0
2 4 1 28.624000000000002 0 0
3 4 1 20.910000000000004 0 0
4 4 1 16.678 0 0
5 4 1 14.886000000000001 0 0
6 4 1 14.368 0 0
7 4 1 14.484 0 0
8 4 1 15.02 0 0
9 4 1 15.85 0 0
10 4 1 35.688 0 0
11 4 1 59.146 0 0
12 4 0 0 0 0
13 4 0 0 0 0
1 5 0 0 0 0
2 5 0 0 0 0
3 5 0 0 0 0
4 5 0 0 0 0
5 5 0 0 0 0
6 5 0 0 0 0
7 5 0 0 0 0
8 5 0 0 0 0
9 5 0 0 0 0
10 5 0 0 0 0
11 5 0 0 0 0
12 5 0 0 0 0
13 5 0 0 0 0
EOD
$cells3 << EOD
1 1 0 0 0 0
2 1 0 0 0 0
3 1 1 83.67999999999999 0 0
4 1 1 71.866 0 0
5 1 1 42.141999999999996 0 0
6 1 1 28.607999999999997 0 0
7 1 1 22.13 0 0
8 1 1 18.89 0 0
9 1 1 20.639999999999997 0 0
10 1 1 78.324 0 0
11 1 1 90 1 0
12 1 0 0 5 0
13 1 0 0 5 0
1 2 0 0 0 0
2 2 0 0 0 0
3 2 1 82.746 0 0
4 2 1 68.61 0 0
5 2 1 44.778000000000006 0 0
6 2 1 29.321999999999996 0 0
7 2 1 21.660000000000004 0 0
8 2 1 16.964 0 0
9 2 1 15.505999999999997 0 0
10 2 1 15.457999999999998 0 0
11 2 1 16.938 0 0
12 2 1 46.594 0 0
13 2 1 90 0 0
1 3 0 0 0 0
2 3 0 0 0 0
3 3 1 81.934 0 0
4 3 1 71.308 0 0
5 3 1 50.684 0 0
6 3 1 33.914 0 0
7 3 1 24.695999999999998 0 0
8 3 1 20.220000000000002 0 0
9 3 1 19.746000000000002 0 0
10 3 1 24.672 0 0
11 3 1 65.46199999999999 0 0
12 3 1 90 0 0
13 3 1 90 0 0
1 4 0 0 0 0
2 4 0 0 0 0
3 4 1 85.482 0 0
4 4 1 72.548 0 0
5 4 1 47.70399999999999 0 0
6 4 1 32.577999999999996 0 0
7 4 1 23.662 0 0
8 4 1 18.482 0 0
9 4 1 17.408 0 0
10 4 1 20.408 0 0
11 4 1 53.59599999999999 0 0
12 4 1 90 0 0
13 4 1 90 0 0
1 5 0 0 0 0
2 5 0 0 0 0
3 5 1 89.77600000000001 0 0
4 5 1 85.72999999999999 0 0
5 5 1 56.99400000000001 0 0
6 5 1 41.33 0 0
7 5 1 27.752 0 0
8 5 1 19.805999999999997 0 0
9 5 1 15.735999999999999 0 0
10 5 1 14.904000000000002 0 0
11 5 1 15.596 0 0
12 5 1 29.722 0 0
13 5 1 84.454 0 0
EOD
$cells4 << EOD
1 1 1 87.838 0 0
2 1 1 83.53200000000001 0 0
3 1 1 54.048 0 0
4 1 1 30.936 0 0
5 1 1 23.041999999999998 0 0
6 1 1 18.496000000000002 0 0
7 1 1 17.334 0 0
8 1 1 63.596000000000004 0 0
9 1 1 85.214 0 0
10 1 1 90 0 0
11 1 1 90 0 0
12 1 0 0 0 0
13 1 0 0 0 0
1 2 1 85.78 0 0
2 2 1 77.526 0 0
3 2 1 48.422000000000004 0 0
4 2 1 28.85 0 0
5 2 1 20.5 0 0
6 2 1 16.422000000000004 0 0
7 2 1 14.794 0 0
8 2 1 15.004 0 0
9 2 1 16.494 0 0
10 2 1 20.258000000000003 0 0
11 2 1 25.7 0 0
12 2 0 0 0 0
13 2 0 0 0 0
1 3 1 88.49000000000001 0 0
2 3 1 78.896 0 0
3 3 1 54.36999999999999 0 0
4 3 1 31.846000000000004 0 0
5 3 1 23.312 0 0
6 3 1 18.791999999999998 0 0
7 3 1 18.306 0 0
8 3 1 21.3 0 0
9 3 1 40.632 0 0
10 3 1 71.91600000000001 0 0
11 3 1 90 0 0
12 3 0 0 0 0
13 3 0 0 0 0
1 4 1 90.85600000000001 0 0
2 4 1 82.12 0 0
3 4 1 51.410000000000004 0 0
4 4 1 31.798000000000002 0 0
5 4 1 22.918 0 0
6 4 1 17.87 0 0
7 4 1 17.106 0 0
8 4 1 19.972 0 0
9 4 1 41.042 0 0
10 4 1 54.653999999999996 0 0
11 4 1 90 0 0
12 4 0 0 0 0
13 4 0 0 0 0
1 5 1 89.896 0 0
2 5 1 88.904 0 0
3 5 1 62.75 0 0
4 5 1 35.14 0 0
5 5 1 23.312 0 0
6 5 1 17.57 0 0
7 5 1 15.034 0 0
8 5 1 14.697999999999999 0 0
9 5 1 15.883999999999997 0 0
10 5 1 19.984 0 0
11 5 1 21.737999999999996 0 0
12 5 0 0 0 0
13 5 0 0 0 0
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
1 1 11 5
1 1 12 4
1 1 13 5
3 1 11 1
3 1 12 5
3 1 13 5
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
