# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
title = 'Test error against learning rate'
caption = 'fashion-mnist, 5 seeds: means; thin bars: range of the seeds, each a faint point; medians and every seed where some fail to learn'
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
x_log = 10; y_log = 10
x_low = 1e-05
x_high = 10
x_count = 13; x_ticks = ''
longest = 11; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 4; array panel_title[4]; array note[4]; array low[4]; array high[4]; array x_end[4]
array shown[4]; array with_marks[4]; array with_ranges[4]; array with_seeds[4]

panel_title[1] = 'MLP, SGD'; note[1] = ''
low[1] = 13.99; high[1] = 90.01; x_end[1] = 10; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
$p1s1 << EOD
0.0001 33.57 33.09 34.18
0.0003 25.95 25.22 26.5
0.001 20.422 19.94 20.91
0.003 17.462 17.06 17.77
0.01 15.632 15.37 16.06
0.03 14.866 14.57 15.09
0.1 15.928 15.54 16.22
0.3 90 89.99 90.01
1 NaN NaN NaN
3 90 NaN NaN
10 NaN NaN NaN
EOD
$p1s1_seeds << EOD
0.0001 34.18
0.0001 33.09
0.0001 33.44
0.0001 33.61
0.0001 33.53
0.0003 26.5
0.0003 25.36
0.0003 26.36
0.0003 25.22
0.0003 26.31
0.001 20.5
0.001 20.04
0.001 20.91
0.001 19.94
0.001 20.72
0.003 17.77
0.003 17.38
0.003 17.62
0.003 17.06
0.003 17.48
0.01 15.4
0.01 15.72
0.01 16.06
0.01 15.37
0.01 15.61
0.03 15.09
0.03 14.8
0.03 14.93
0.03 14.57
0.03 14.94
0.1 16.22
0.1 15.95
0.1 15.73
0.1 15.54
0.1 16.2
0.3 90
0.3 90.01
0.3 90
0.3 90
0.3 89.99
3 90
EOD
$p1s2 << EOD
0.0001 39.632 37.09 42.31
0.0003 28.091999999999995 27.47 29.19
0.001 21.433999999999997 21.26 21.63
0.003 17.678 17.47 17.9
0.01 15.447999999999999 15.22 15.62
0.03 14.428 14.34 14.68
0.1 14.208000000000002 13.99 14.33
0.3 14.412 14.28 14.51
1 16.624000000000002 15.97 17.36
3 90 90 90
10 90 90 90
EOD
$p1s2_seeds << EOD
0.0001 39.39
0.0001 37.09
0.0001 39.02
0.0001 42.31
0.0001 40.35
0.0003 29.19
0.0003 27.47
0.0003 27.86
0.0003 28.4
0.0003 27.54
0.001 21.63
0.001 21.26
0.001 21.4
0.001 21.41
0.001 21.47
0.003 17.69
0.003 17.59
0.003 17.9
0.003 17.47
0.003 17.74
0.01 15.35
0.01 15.61
0.01 15.62
0.01 15.22
0.01 15.44
0.03 14.68
0.03 14.4
0.03 14.34
0.03 14.35
0.03 14.37
0.1 14.25
0.1 14.33
0.1 13.99
0.1 14.28
0.1 14.19
0.3 14.34
0.3 14.51
0.3 14.49
0.3 14.28
0.3 14.44
1 17.36
1 17.23
1 15.97
1 16.08
1 16.48
3 90
3 90
3 90
3 90
3 90
10 90
10 90
10 90
10 90
10 90
EOD
$p1s3 << EOD
0.0001 37.846000000000004 36.74 39.68
0.0003 28.077999999999996 27.61 29.01
0.001 21.89 21.44 22.51
0.003 17.75 17.42 17.96
0.01 15.681999999999999 15.38 16
0.03 15.018 14.9 15.18
0.1 14.803999999999998 14.6 15.01
0.3 15.308000000000002 15.06 15.84
1 21.038 18.4 23.85
3 90 90 90
10 90 90 90
EOD
$p1s3_seeds << EOD
0.0001 39.68
0.0001 37.56
0.0001 36.87
0.0001 38.38
0.0001 36.74
0.0003 29.01
0.0003 27.69
0.0003 27.97
0.0003 28.11
0.0003 27.61
0.001 22.51
0.001 21.67
0.001 21.8
0.001 21.44
0.001 22.03
0.003 17.96
0.003 17.85
0.003 17.72
0.003 17.42
0.003 17.8
0.01 15.38
0.01 15.84
0.01 16
0.01 15.42
0.01 15.77
0.03 15.13
0.03 15.18
0.03 14.9
0.03 14.92
0.03 14.96
0.1 14.77
0.1 14.93
0.1 14.6
0.1 14.71
0.1 15.01
0.3 15.06
0.3 15.84
0.3 15.3
0.3 15.26
0.3 15.08
1 18.4
1 23.85
1 20.91
1 21.16
1 20.87
3 90
3 90
3 90
3 90
3 90
10 90
10 90
10 90
10 90
10 90
EOD
$p1s4 << EOD
0.0001 38.438 36.1 40.42
0.0003 28.282 26.9 29
0.001 21.907999999999998 21.27 22.65
0.003 17.746000000000002 17.38 18.04
0.01 15.601999999999999 15.44 15.96
0.03 14.810000000000002 14.64 14.96
0.1 14.774000000000001 14.53 14.96
0.3 15.325999999999999 15.16 15.5
1 22.548000000000002 20.35 26.57
3 90 90 90
10 90 90 90
EOD
$p1s4_seeds << EOD
0.0001 40.42
0.0001 38.34
0.0001 36.1
0.0001 39.96
0.0001 37.37
0.0003 28.96
0.0003 29
0.0003 26.9
0.0003 28.19
0.0003 28.36
0.001 22.65
0.001 21.7
0.001 21.27
0.001 21.82
0.001 22.1
0.003 18.04
0.003 17.77
0.003 17.38
0.003 17.59
0.003 17.95
0.01 15.44
0.01 15.62
0.01 15.52
0.01 15.47
0.01 15.96
0.03 14.96
0.03 14.78
0.03 14.64
0.03 14.85
0.03 14.82
0.1 14.81
0.1 14.68
0.1 14.89
0.1 14.96
0.1 14.53
0.3 15.17
0.3 15.5
0.3 15.36
0.3 15.16
0.3 15.44
1 20.82
1 26.57
1 20.35
1 22.81
1 22.19
3 90
3 90
3 90
3 90
3 90
10 90
10 90
10 90
10 90
10 90
EOD

panel_title[2] = 'MLP, Adam'; note[2] = ''
low[2] = 13.78; high[2] = 90; x_end[2] = 1; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
$p2s1 << EOD
1e-05 44.298 40.81 49.97
3e-05 28.131999999999998 27.64 29.03
0.0001 20.46 19.99 20.95
0.0003 16.926 16.76 17.15
0.001 15.146 15.06 15.24
0.003 14.456 14.25 14.68
0.01 14.675999999999998 14.51 14.94
0.03 16.326 15.99 17.11
0.1 67.94800000000001 36.95 90
0.3 89.65599999999999 89.1 90
1 89.936 89.75 90
EOD
$p2s1_seeds << EOD
1e-05 49.97
1e-05 42.42
1e-05 40.81
1e-05 43.71
1e-05 44.58
3e-05 29.03
3e-05 28.19
3e-05 27.7
3e-05 27.64
3e-05 28.1
0.0001 20.95
0.0001 20.4
0.0001 20.43
0.0001 19.99
0.0001 20.53
0.0003 16.86
0.0003 17.08
0.0003 16.78
0.0003 16.76
0.0003 17.15
0.001 15.24
0.001 15.22
0.001 15.09
0.001 15.06
0.001 15.12
0.003 14.51
0.003 14.47
0.003 14.68
0.003 14.37
0.003 14.25
0.01 14.78
0.01 14.57
0.01 14.94
0.01 14.58
0.01 14.51
0.03 17.11
0.03 16.05
0.03 16.22
0.03 15.99
0.03 16.26
0.1 79.22
0.1 36.95
0.1 80.45
0.1 90
0.1 53.12
0.3 89.97
0.3 89.21
0.3 90
0.3 90
0.3 89.1
1 89.93
1 90
1 90
1 90
1 89.75
EOD
$p2s2 << EOD
1e-05 51.896 46.07 58.81
3e-05 30.536 29.81 31.67
0.0001 20.948 20.66 21.3
0.0003 16.668 16.54 16.75
0.001 14.719999999999999 14.46 15.07
0.003 14.026000000000002 13.87 14.28
0.01 13.975999999999999 13.78 14.13
0.03 14.238 13.99 14.52
0.1 15.104000000000003 14.68 15.44
0.3 16.494 16.08 16.73
1 34.804 30.49 40.37
EOD
$p2s2_seeds << EOD
1e-05 49.31
1e-05 46.07
1e-05 49.88
1e-05 58.81
1e-05 55.41
3e-05 31.67
3e-05 29.85
3e-05 29.81
3e-05 30.71
3e-05 30.64
0.0001 21.3
0.0001 20.66
0.0001 20.9
0.0001 20.77
0.0001 21.11
0.0003 16.66
0.0003 16.7
0.0003 16.69
0.0003 16.75
0.0003 16.54
0.001 14.83
0.001 15.07
0.001 14.7
0.001 14.54
0.001 14.46
0.003 14.11
0.003 13.91
0.003 13.96
0.003 14.28
0.003 13.87
0.01 14.09
0.01 13.92
0.01 13.78
0.01 14.13
0.01 13.96
0.03 14.46
0.03 14.09
0.03 14.13
0.03 14.52
0.03 13.99
0.1 15.44
0.1 15.09
0.1 15.18
0.1 15.13
0.1 14.68
0.3 16.46
0.3 16.7
0.3 16.73
0.3 16.5
0.3 16.08
1 39.23
1 32.35
1 31.58
1 40.37
1 30.49
EOD
$p2s3 << EOD
1e-05 44.303999999999995 41.04 49.1
3e-05 28.310000000000002 27.49 29.16
0.0001 20.808 20.6 21.43
0.0003 16.607999999999997 16.38 16.89
0.001 14.809999999999999 14.62 15.12
0.003 14.446000000000002 14.05 14.89
0.01 14.486 14.27 14.9
0.03 15.01 14.86 15.29
0.1 15.844 15.66 16.15
0.3 42.28 NaN NaN
1 90 NaN NaN
EOD
$p2s3_seeds << EOD
1e-05 49.1
1e-05 43.34
1e-05 41.04
1e-05 43.19
1e-05 44.85
3e-05 29.16
3e-05 27.8
3e-05 27.49
3e-05 29.06
3e-05 28.04
0.0001 21.43
0.0001 20.62
0.0001 20.6
0.0001 20.67
0.0001 20.72
0.0003 16.63
0.0003 16.89
0.0003 16.5
0.0003 16.38
0.0003 16.64
0.001 14.62
0.001 15.12
0.001 14.85
0.001 14.74
0.001 14.72
0.003 14.37
0.003 14.89
0.003 14.61
0.003 14.05
0.003 14.31
0.01 14.52
0.01 14.9
0.01 14.27
0.01 14.28
0.01 14.46
0.03 14.86
0.03 15.29
0.03 15
0.03 14.96
0.03 14.94
0.1 15.81
0.1 16.15
0.1 15.94
0.1 15.66
0.1 15.66
0.3 33.12
0.3 42.28
0.3 90
0.3 90
0.3 37.48
1 46.83
1 90
1 90
1 90
1 43.94
EOD
$p2s4 << EOD
1e-05 45.44199999999999 40.66 50.34
3e-05 28.624000000000002 27.29 29.44
0.0001 20.910000000000004 20.35 21.72
0.0003 16.678 16.61 16.73
0.001 14.886000000000001 14.69 15.08
0.003 14.368 14.3 14.43
0.01 14.484 14.32 14.73
0.03 15.02 14.59 15.26
0.1 15.85 15.55 16.3
0.3 35.688 19.63 49.08
1 41.04 NaN NaN
EOD
$p2s4_seeds << EOD
1e-05 50.34
1e-05 43.33
1e-05 40.66
1e-05 46.45
1e-05 46.43
3e-05 29.44
3e-05 29.01
3e-05 27.29
3e-05 28.58
3e-05 28.8
0.0001 21.72
0.0001 20.7
0.0001 20.35
0.0001 20.85
0.0001 20.93
0.0003 16.61
0.0003 16.73
0.0003 16.68
0.0003 16.73
0.0003 16.64
0.001 14.88
0.001 15.08
0.001 14.69
0.001 14.88
0.001 14.9
0.003 14.33
0.003 14.41
0.003 14.43
0.003 14.37
0.003 14.3
0.01 14.38
0.01 14.45
0.01 14.73
0.01 14.54
0.01 14.32
0.03 14.98
0.03 15.22
0.03 15.05
0.03 15.26
0.03 14.59
0.1 15.79
0.1 16.3
0.1 15.55
0.1 16.06
0.1 15.55
0.3 49.08
0.3 38.87
0.3 23.39
0.3 19.63
0.3 47.47
1 37.4
1 41.04
1 37.29
1 90
1 90
EOD

panel_title[3] = 'ResNet, SGD'; note[3] = ''
low[3] = 14.54; high[3] = 90.26; x_end[3] = 10; shown[3] = ' 1 2 3 4 5'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4 5'; with_seeds[3] = ' 1 2 3 4 5'
$p3s1 << EOD
0.0001 83.67999999999999 74.5 89.11
0.0003 71.866 60.77 85.08
0.001 42.141999999999996 35.17 59.01
0.003 28.607999999999997 25.77 31.88
0.01 22.13 20.83 23.68
0.03 18.89 17.58 20.08
0.1 20.639999999999997 17.29 23.52
0.3 90 NaN NaN
1 90 90 90
3 NaN NaN NaN
10 NaN NaN NaN
EOD
$p3s1_seeds << EOD
0.0001 74.5
0.0001 89.08
0.0001 89.11
0.0001 87.24
0.0001 78.47
0.0003 60.77
0.0003 75.57
0.0003 68.36
0.0003 85.08
0.0003 69.55
0.001 38.33
0.001 38.52
0.001 39.68
0.001 59.01
0.001 35.17
0.003 29.75
0.003 27.29
0.003 28.35
0.003 31.88
0.003 25.77
0.01 22.51
0.01 21.8
0.01 21.83
0.01 23.68
0.01 20.83
0.03 19.09
0.03 17.76
0.03 20.08
0.03 19.94
0.03 17.58
0.1 22.06
0.1 17.99
0.1 23.52
0.1 22.34
0.1 17.29
0.3 90
0.3 90
0.3 90
0.3 90
0.3 31.62
1 90
1 90
1 90
1 90
EOD
$p3s2 << EOD
0.0001 82.746 76.83 87.25
0.0003 68.61 64.21 73
0.001 44.778000000000006 43.43 46.52
0.003 29.321999999999996 27.47 30.57
0.01 21.660000000000004 20.49 22.37
0.03 16.964 16.57 17.58
0.1 15.505999999999997 15.2 15.93
0.3 15.457999999999998 15.04 16.14
1 16.938 16.35 17.6
3 34.59 NaN NaN
10 90 90 90
EOD
$p3s2_seeds << EOD
0.0001 87.25
0.0001 79.51
0.0001 85.81
0.0001 84.33
0.0001 76.83
0.0003 65.65
0.0003 64.21
0.0003 70.7
0.0003 73
0.0003 69.49
0.001 43.43
0.001 43.63
0.001 44.14
0.001 46.17
0.001 46.52
0.003 27.47
0.003 30.42
0.003 28.25
0.003 29.9
0.003 30.57
0.01 20.49
0.01 21.18
0.01 21.96
0.01 22.3
0.01 22.37
0.03 16.87
0.03 16.57
0.03 16.77
0.03 17.58
0.03 17.03
0.1 15.5
0.1 15.2
0.1 15.93
0.1 15.66
0.1 15.24
0.3 15.92
0.3 15.06
0.3 15.04
0.3 16.14
0.3 15.13
1 16.35
1 16.43
1 16.84
1 17.47
1 17.6
3 29.97
3 50.88
3 34.59
3 90
3 27.53
10 90
10 90
10 90
10 90
10 90
EOD
$p3s3 << EOD
0.0001 81.934 77.46 88.76
0.0003 71.308 67.45 73.78
0.001 50.684 46.28 53.6
0.003 33.914 31.49 37.13
0.01 24.695999999999998 23.36 25.81
0.03 20.220000000000002 19.13 21.99
0.1 19.746000000000002 17.64 24
0.3 24.672 21.43 26.75
1 59.47 NaN NaN
3 90 90 90
10 90 90 90
EOD
$p3s3_seeds << EOD
0.0001 78.28
0.0001 88.76
0.0001 79.29
0.0001 85.88
0.0001 77.46
0.0003 69.73
0.0003 73.78
0.0003 72.48
0.0003 73.1
0.0003 67.45
0.001 53.11
0.001 52.02
0.001 53.6
0.001 46.28
0.001 48.41
0.003 32.37
0.003 33.67
0.003 37.13
0.003 34.91
0.003 31.49
0.01 23.36
0.01 25.46
0.01 25.81
0.01 25.16
0.01 23.69
0.03 19.13
0.03 21.99
0.03 21.1
0.03 19.65
0.03 19.23
0.1 18.83
0.1 18.61
0.1 24
0.1 19.65
0.1 17.64
0.3 26.72
0.3 21.43
0.3 26.75
0.3 25.63
0.3 22.83
1 59.47
1 90
1 90
1 36.31
1 51.53
3 90
3 90
3 90
3 90
3 90
10 90
10 90
10 90
10 90
10 90
EOD
$p3s4 << EOD
0.0001 85.482 76.79 90.21
0.0003 72.548 65.53 78.33
0.001 47.70399999999999 44.02 51.13
0.003 32.577999999999996 29.9 35.39
0.01 23.662 22.4 25.03
0.03 18.482 17.83 19.2
0.1 17.408 16.56 18.44
0.3 20.408 17.47 26.39
1 48.7 NaN NaN
3 90 90 90
10 90 90 90
EOD
$p3s4_seeds << EOD
0.0001 86.88
0.0001 89.24
0.0001 90.21
0.0001 84.29
0.0001 76.79
0.0003 65.53
0.0003 76.5
0.0003 75.81
0.0003 78.33
0.0003 66.57
0.001 44.02
0.001 51.13
0.001 47.79
0.001 46.23
0.001 49.35
0.003 29.9
0.003 35.39
0.003 32.14
0.003 34.32
0.003 31.14
0.01 22.53
0.01 24.65
0.01 23.7
0.01 25.03
0.01 22.4
0.03 18.25
0.03 18.38
0.03 18.75
0.03 19.2
0.03 17.83
0.1 17.16
0.1 17.18
0.1 18.44
0.1 17.7
0.1 16.56
0.3 19.37
0.3 17.47
0.3 26.39
0.3 19.84
0.3 18.97
1 47.82
1 52.76
1 90
1 28.7
1 48.7
3 90
3 90
3 90
3 90
3 90
10 90
10 90
10 90
10 90
10 90
EOD
$p3s5 << EOD
0.0001 89.77600000000001 89.24 90.26
0.0003 85.72999999999999 81.95 88.12
0.001 56.99400000000001 52.68 60.85
0.003 41.33 33.25 45.2
0.01 27.752 25.65 29.36
0.03 19.805999999999997 19.08 20.66
0.1 15.735999999999999 15.44 16.02
0.3 14.904000000000002 14.54 15.1
1 15.596 15.26 16.1
3 29.722 23.17 35.36
10 90 NaN NaN
EOD
$p3s5_seeds << EOD
0.0001 90.26
0.0001 89.24
0.0001 89.54
0.0001 89.86
0.0001 89.98
0.0003 87.83
0.0003 84.31
0.0003 86.44
0.0003 88.12
0.0003 81.95
0.001 52.68
0.001 58.17
0.001 60.85
0.001 57.02
0.001 56.25
0.003 33.25
0.003 41.05
0.003 44.11
0.003 45.2
0.003 43.04
0.01 25.65
0.01 28.08
0.01 28.99
0.01 29.36
0.01 26.68
0.03 19.32
0.03 19.9
0.03 20.66
0.03 20.07
0.03 19.08
0.1 15.56
0.1 15.94
0.1 15.44
0.1 16.02
0.1 15.72
0.3 15.1
0.3 15.04
0.3 14.85
0.3 14.99
0.3 14.54
1 15.26
1 16.1
1 15.84
1 15.27
1 15.51
3 23.17
3 35.36
3 35.36
3 26.98
3 27.74
10 62.29
10 90
10 90
10 90
10 89.98
EOD

panel_title[4] = 'ResNet, Adam'; note[4] = ''
low[4] = 14.1; high[4] = 96.86; x_end[4] = 1; shown[4] = ' 1 2 3 4 5'; with_marks[4] = ''; with_ranges[4] = ' 1 2 3 4 5'; with_seeds[4] = ' 1 2 3 4 5'
$p4s1 << EOD
1e-05 87.838 83.38 90.27
3e-05 83.53200000000001 75.95 88.78
0.0001 54.048 43.98 69.87
0.0003 30.936 28.55 34.22
0.001 23.041999999999998 22.05 24.39
0.003 18.496000000000002 17.51 19.23
0.01 17.334 16.33 18.45
0.03 90 NaN NaN
0.1 90 NaN NaN
0.3 90 90 90
1 90 90 90
EOD
$p4s1_seeds << EOD
1e-05 89.84
1e-05 88.19
1e-05 87.51
1e-05 90.27
1e-05 83.38
3e-05 82.07
3e-05 86.02
3e-05 88.78
3e-05 84.84
3e-05 75.95
0.0001 51.16
0.0001 46.25
0.0001 58.98
0.0001 69.87
0.0001 43.98
0.0003 30.12
0.0003 29.32
0.0003 34.22
0.0003 32.47
0.0003 28.55
0.001 22.47
0.001 22.37
0.001 24.39
0.001 23.93
0.001 22.05
0.003 18.8
0.003 18.26
0.003 18.68
0.003 19.23
0.003 17.51
0.01 17.22
0.01 16.38
0.01 18.45
0.01 18.29
0.01 16.33
0.03 90.02
0.03 21.22
0.03 90
0.03 26.74
0.03 90
0.1 66.07
0.1 90
0.1 90
0.1 90
0.1 90
0.3 90
0.3 90
0.3 90
0.3 90
0.3 90
1 90
1 90
1 90
1 90
1 90
EOD
$p4s2 << EOD
1e-05 85.78 80.57 88.5
3e-05 77.526 68.77 81.86
0.0001 48.422000000000004 42.47 53.58
0.0003 28.85 26.84 31.2
0.001 20.5 19.51 21.76
0.003 16.422000000000004 15.86 17.11
0.01 14.794 14.1 15.2
0.03 15.004 14.62 15.6
0.1 16.494 15.86 16.76
0.3 20.258000000000003 19.56 20.76
1 25.7 23.08 28.77
EOD
$p4s2_seeds << EOD
1e-05 87.96
1e-05 80.57
1e-05 88.5
1e-05 86.97
1e-05 84.9
3e-05 80.46
3e-05 68.77
3e-05 81.13
3e-05 81.86
3e-05 75.41
0.0001 46.68
0.0001 42.47
0.0001 47.26
0.0001 52.12
0.0001 53.58
0.0003 26.95
0.0003 28.72
0.0003 26.84
0.0003 31.2
0.0003 30.54
0.001 20.05
0.001 19.51
0.001 20.6
0.001 21.76
0.001 20.58
0.003 16.57
0.003 15.86
0.003 16.42
0.003 17.11
0.003 16.15
0.01 15
0.01 14.1
0.01 14.49
0.01 15.18
0.01 15.2
0.03 14.71
0.03 14.72
0.03 15.37
0.03 15.6
0.03 14.62
0.1 15.86
0.1 16.74
0.1 16.7
0.1 16.76
0.1 16.41
0.3 19.97
0.3 20.61
0.3 19.56
0.3 20.76
0.3 20.39
1 23.08
1 26.99
1 25.06
1 24.6
1 28.77
EOD
$p4s3 << EOD
1e-05 88.49000000000001 85.34 91.74
3e-05 78.896 74.55 85.43
0.0001 54.36999999999999 49.63 60.41
0.0003 31.846000000000004 29.93 33.7
0.001 23.312 22.19 24.25
0.003 18.791999999999998 17.92 19.72
0.01 18.306 17.74 19.43
0.03 21.3 19.41 22.8
0.1 27.93 NaN NaN
0.3 63.67 NaN NaN
1 90 90 90
EOD
$p4s3_seeds << EOD
1e-05 91.74
1e-05 88.44
1e-05 86.48
1e-05 90.45
1e-05 85.34
3e-05 77.47
3e-05 79.87
3e-05 77.16
3e-05 85.43
3e-05 74.55
0.0001 52.16
0.0001 49.63
0.0001 55.82
0.0001 60.41
0.0001 53.83
0.0003 29.93
0.0003 32.59
0.0003 33.7
0.0003 31.59
0.0003 31.42
0.001 22.95
0.001 23.46
0.001 24.25
0.001 23.71
0.001 22.19
0.003 18.68
0.003 18.6
0.003 19.04
0.003 19.72
0.003 17.92
0.01 17.74
0.01 17.75
0.01 19.43
0.01 18.29
0.01 18.32
0.03 20.14
0.03 22.8
0.03 22.03
0.03 22.12
0.03 19.41
0.1 27.93
0.1 27.78
0.1 31.06
0.1 26.39
0.1 90
0.3 90
0.3 59.71
0.3 56.2
0.3 63.67
0.3 90
1 90
1 90
1 90
1 90
1 90
EOD
$p4s4 << EOD
1e-05 90.85600000000001 86.23 96.86
3e-05 82.12 74.22 86.72
0.0001 51.410000000000004 45.19 57.11
0.0003 31.798000000000002 29.22 34.53
0.001 22.918 22.26 23.89
0.003 17.87 17.36 18.55
0.01 17.106 16.26 18.44
0.03 19.972 18.16 25.9
0.1 29.01 NaN NaN
0.3 49.73 NaN NaN
1 90 90 90
EOD
$p4s4_seeds << EOD
1e-05 91.97
1e-05 89.3
1e-05 96.86
1e-05 89.92
1e-05 86.23
3e-05 86.44
3e-05 81.13
3e-05 86.72
3e-05 82.09
3e-05 74.22
0.0001 45.19
0.0001 48.58
0.0001 53.53
0.0001 52.64
0.0001 57.11
0.0003 29.22
0.0003 32.32
0.0003 32.4
0.0003 34.53
0.0003 30.52
0.001 22.93
0.001 22.97
0.001 22.54
0.001 23.89
0.001 22.26
0.003 18.12
0.003 17.61
0.003 17.71
0.003 18.55
0.003 17.36
0.01 16.26
0.01 16.76
0.01 18.44
0.01 17.24
0.01 16.83
0.03 18.4
0.03 19.04
0.03 25.9
0.03 18.16
0.03 18.36
0.1 27.62
0.1 29.01
0.1 30.41
0.1 28.17
0.1 90
0.3 37.9
0.3 90
0.3 44.36
0.3 51.28
0.3 49.73
1 90
1 90
1 90
1 90
1 90
EOD
$p4s5 << EOD
1e-05 89.896 89.55 90
3e-05 88.904 85.46 90
0.0001 62.75 46.55 69.16
0.0003 35.14 30.26 42.27
0.001 23.312 22.16 25.03
0.003 17.57 17.03 18.14
0.01 15.034 14.77 15.33
0.03 14.697999999999999 14.48 14.87
0.1 15.883999999999997 15.08 16.43
0.3 19.984 18.35 23.42
1 21.737999999999996 18.82 28.49
EOD
$p4s5_seeds << EOD
1e-05 90
1e-05 89.55
1e-05 89.96
1e-05 89.97
1e-05 90
3e-05 90
3e-05 85.46
3e-05 89.53
3e-05 89.62
3e-05 89.91
0.0001 64.99
0.0001 46.55
0.0001 69.16
0.0001 67.08
0.0001 65.97
0.0003 30.26
0.0003 32.36
0.0003 33.36
0.0003 37.45
0.0003 42.27
0.001 22.16
0.001 22.36
0.001 25.03
0.001 24.14
0.001 22.87
0.003 17.03
0.003 17.17
0.003 18.01
0.003 18.14
0.003 17.5
0.01 15.04
0.01 14.94
0.01 14.77
0.01 15.33
0.01 15.09
0.03 14.87
0.03 14.63
0.03 14.8
0.03 14.71
0.03 14.48
0.1 15.08
0.1 16.18
0.1 16.31
0.1 16.43
0.1 15.42
0.3 19.82
0.3 18.35
0.3 23.42
0.3 19.47
0.3 18.86
1 20.37
1 18.82
1 28.49
1 18.99
1 22.02
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
1 1 1 5
1 1 3 4
1 1 10 5
3 1 1 1
3 1 3 5
3 1 10 5
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
