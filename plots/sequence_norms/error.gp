# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
title = 'Test error against batch size, each at the best of its rates'
caption = 'words, 5 seeds: means; thin bars: range of the seeds, each a faint point'
x_label = 'batch'
y_label = 'test error in %'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 10
array label[11]; array line[11]; array marks[11]
label[1] = 'none'; marks[1] = 0; line[1] = line_of('none')
label[2] = 'batchnorm'; marks[2] = 0; line[2] = line_of('batchnorm')
label[3] = 'batchnorm masked=1'; marks[3] = 0; line[3] = line_more(0); eval second(line[3], line[2])
label[4] = 'layernorm over=token'; marks[4] = 0; line[4] = line_of('layernorm')
label[5] = 'rmsnorm over=token'; marks[5] = 0; line[5] = line_of('rmsnorm')
label[6] = 'groupnorm masked=1'; marks[6] = 0; line[6] = line_of('groupnorm')
label[7] = 'instancenorm masked=1'; marks[7] = 0; line[7] = line_of('instancenorm')
label[8] = 'batchnorm masked=1 over=step'; marks[8] = 0; line[8] = line_more(0)
label[9] = 'layernorm'; marks[9] = 0; line[9] = line_more(0); eval second(line[9], line[4])
label[10] = 'rmsnorm'; marks[10] = 0; line[10] = line_more(0); eval second(line[10], line[5])

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 2; y_log = 10
x_low = 4
x_high = 64
x_count = 3; x_ticks = '4 16 64'
longest = 3; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 6; array panel_title[6]; array note[6]; array low[6]; array high[6]; array x_end[6]
array shown[6]; array with_marks[6]; array with_ranges[6]; array with_seeds[6]

panel_title[1] = 'LSTM'; note[1] = ''
low[1] = 23.77777777777778; high[1] = 88.88888888888889; x_end[1] = 64; shown[1] = ' 1 2 3 4 5 6 7 8'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4 5 6 7 8'; with_seeds[1] = ' 1 2 3 4 5 6 7 8'
$p1s1 << EOD
4 29.766666666666662 28.944444444444443 31
16 31.111111111111114 30.5 32
64 31.877777777777776 31.166666666666668 32.94444444444444
EOD
$p1s1_seeds << EOD
4 28.944444444444443
4 29.77777777777778
4 29.22222222222222
4 29.88888888888889
4 31
16 32
16 31.055555555555557
16 30.61111111111111
16 30.5
16 31.38888888888889
64 31.833333333333332
64 31.72222222222222
64 31.166666666666668
64 32.94444444444444
64 31.72222222222222
EOD
$p1s2 << EOD
4 25.955555555555556 24.555555555555557 26.77777777777778
16 24.544444444444444 23.833333333333332 25.11111111111111
64 25.322222222222223 24.666666666666668 26.166666666666668
EOD
$p1s2_seeds << EOD
4 26.77777777777778
4 24.555555555555557
4 26.055555555555557
4 26.666666666666668
4 25.72222222222222
16 24.11111111111111
16 24.666666666666668
16 25.11111111111111
16 23.833333333333332
16 25
64 25.27777777777778
64 26.166666666666668
64 25.166666666666668
64 25.333333333333332
64 24.666666666666668
EOD
$p1s3 << EOD
4 26.5 26 27.61111111111111
16 24.15555555555556 23.77777777777778 24.61111111111111
64 25.56666666666667 24.88888888888889 26.61111111111111
EOD
$p1s3_seeds << EOD
4 27.61111111111111
4 26.055555555555557
4 26.11111111111111
4 26
4 26.72222222222222
16 24.61111111111111
16 23.944444444444443
16 23.77777777777778
16 24.11111111111111
16 24.333333333333332
64 25.22222222222222
64 24.88888888888889
64 26.61111111111111
64 25.61111111111111
64 25.5
EOD
$p1s4 << EOD
4 29.51111111111111 28.833333333333332 30.22222222222222
16 27.822222222222216 27.27777777777778 28.555555555555557
64 30.9 30.055555555555557 32.166666666666664
EOD
$p1s4_seeds << EOD
4 29.666666666666668
4 29.72222222222222
4 28.833333333333332
4 29.11111111111111
4 30.22222222222222
16 28.5
16 27.444444444444443
16 27.333333333333332
16 27.27777777777778
16 28.555555555555557
64 30.61111111111111
64 30.055555555555557
64 30.27777777777778
64 32.166666666666664
64 31.38888888888889
EOD
$p1s5 << EOD
4 29.933333333333337 29.666666666666668 30.166666666666668
16 28.72222222222222 27.833333333333332 29.166666666666668
64 30.23333333333333 29.72222222222222 30.944444444444443
EOD
$p1s5_seeds << EOD
4 29.72222222222222
4 30.166666666666668
4 29.666666666666668
4 30.166666666666668
4 29.944444444444443
16 28.77777777777778
16 27.833333333333332
16 28.944444444444443
16 28.88888888888889
16 29.166666666666668
64 30.944444444444443
64 30
64 29.72222222222222
64 30.72222222222222
64 29.77777777777778
EOD
$p1s6 << EOD
4 27.622222222222224 26.61111111111111 28.27777777777778
16 27.055555555555554 26.055555555555557 28.88888888888889
64 29.98888888888889 28.944444444444443 31.555555555555557
EOD
$p1s6_seeds << EOD
4 26.61111111111111
4 28
4 28.27777777777778
4 27.666666666666668
4 27.555555555555557
16 26.88888888888889
16 27.166666666666668
16 26.055555555555557
16 28.88888888888889
16 26.27777777777778
64 29.666666666666668
64 30.666666666666668
64 29.11111111111111
64 31.555555555555557
64 28.944444444444443
EOD
$p1s7 << EOD
4 88.88888888888889 88.88888888888889 88.88888888888889
16 88.88888888888889 88.88888888888889 88.88888888888889
64 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p1s7_seeds << EOD
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
EOD
$p1s8 << EOD
4 47.01111111111111 45 48.55555555555556
16 30.877777777777776 29.5 32.05555555555556
64 29.4 28.333333333333332 30.333333333333332
EOD
$p1s8_seeds << EOD
4 46.94444444444444
4 45
4 48.55555555555556
4 46.833333333333336
4 47.72222222222222
16 32.05555555555556
16 29.5
16 30.5
16 32.05555555555556
16 30.27777777777778
64 29.944444444444443
64 29.055555555555557
64 28.333333333333332
64 30.333333333333332
64 29.333333333333332
EOD

panel_title[2] = 'GRU'; note[2] = ''
low[2] = 25.944444444444443; high[2] = 88.88888888888889; x_end[2] = 64; shown[2] = ' 1 2 3 4 5 6 7'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4 5 6 7'; with_seeds[2] = ' 1 2 3 4 5 6 7'
$p2s1 << EOD
4 32.85555555555556 32.333333333333336 33.94444444444444
16 32.37777777777778 30.944444444444443 34.05555555555556
64 32.522222222222226 31.38888888888889 32.888888888888886
EOD
$p2s1_seeds << EOD
4 33.94444444444444
4 32.611111111111114
4 32.666666666666664
4 32.333333333333336
4 32.72222222222222
16 32.166666666666664
16 30.944444444444443
16 32.77777777777778
16 34.05555555555556
16 31.944444444444443
64 32.888888888888886
64 32.666666666666664
64 31.38888888888889
64 32.833333333333336
64 32.833333333333336
EOD
$p2s2 << EOD
4 28.988888888888887 27.444444444444443 30.5
16 27.877777777777776 25.944444444444443 29.38888888888889
64 29.433333333333337 28.055555555555557 30.77777777777778
EOD
$p2s2_seeds << EOD
4 30.5
4 27.444444444444443
4 28.333333333333332
4 29.333333333333332
4 29.333333333333332
16 28.22222222222222
16 27.333333333333332
16 28.5
16 29.38888888888889
16 25.944444444444443
64 30.77777777777778
64 29.166666666666668
64 28.666666666666668
64 30.5
64 28.055555555555557
EOD
$p2s3 << EOD
4 28.655555555555555 27.444444444444443 29.333333333333332
16 27.02222222222222 26.444444444444443 27.444444444444443
64 28.644444444444446 28.22222222222222 29.555555555555557
EOD
$p2s3_seeds << EOD
4 29.055555555555557
4 27.444444444444443
4 28.77777777777778
4 28.666666666666668
4 29.333333333333332
16 26.833333333333332
16 27.444444444444443
16 27.444444444444443
16 26.944444444444443
16 26.444444444444443
64 29.555555555555557
64 28.444444444444443
64 28.5
64 28.5
64 28.22222222222222
EOD
$p2s4 << EOD
4 31.355555555555554 30.333333333333332 32.55555555555556
16 30.633333333333336 28.88888888888889 32.5
64 32.711111111111116 31.88888888888889 33.55555555555556
EOD
$p2s4_seeds << EOD
4 32.333333333333336
4 30.72222222222222
4 30.333333333333332
4 32.55555555555556
4 30.833333333333332
16 32.5
16 30.055555555555557
16 31.666666666666668
16 30.055555555555557
16 28.88888888888889
64 33.111111111111114
64 32.111111111111114
64 32.888888888888886
64 33.55555555555556
64 31.88888888888889
EOD
$p2s5 << EOD
4 30.644444444444446 28.833333333333332 31.77777777777778
16 31.166666666666664 29.72222222222222 32.94444444444444
64 32.87777777777777 32.166666666666664 33.888888888888886
EOD
$p2s5_seeds << EOD
4 31.666666666666668
4 30.5
4 31.77777777777778
4 30.444444444444443
4 28.833333333333332
16 32.94444444444444
16 29.72222222222222
16 30.61111111111111
16 31.555555555555557
16 31
64 33.888888888888886
64 32.77777777777778
64 32.166666666666664
64 32.77777777777778
64 32.77777777777778
EOD
$p2s6 << EOD
4 30.71111111111111 29.77777777777778 31.444444444444443
16 30.922222222222224 30.166666666666668 32
64 32.01111111111111 31.5 33.44444444444444
EOD
$p2s6_seeds << EOD
4 29.77777777777778
4 30.833333333333332
4 30.88888888888889
4 31.444444444444443
4 30.61111111111111
16 30.88888888888889
16 31.11111111111111
16 32
16 30.444444444444443
16 30.166666666666668
64 33.44444444444444
64 31.61111111111111
64 31.666666666666668
64 31.833333333333332
64 31.5
EOD
$p2s7 << EOD
4 88.88888888888889 88.88888888888889 88.88888888888889
16 88.88888888888889 88.88888888888889 88.88888888888889
64 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p2s7_seeds << EOD
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
EOD

panel_title[3] = 'RNN'; note[3] = ''
low[3] = 27.833333333333332; high[3] = 88.88888888888889; x_end[3] = 64; shown[3] = ' 1 2 3 4 5 6 7'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4 5 6 7'; with_seeds[3] = ' 1 2 3 4 5 6 7'
$p3s1 << EOD
4 34.111111111111114 32.833333333333336 34.833333333333336
16 31.844444444444445 30.833333333333332 32.72222222222222
64 33.84444444444444 33.111111111111114 34.666666666666664
EOD
$p3s1_seeds << EOD
4 34.833333333333336
4 34.55555555555556
4 32.833333333333336
4 34
4 34.333333333333336
16 32.55555555555556
16 30.833333333333332
16 31.5
16 31.61111111111111
16 32.72222222222222
64 33.111111111111114
64 33.77777777777778
64 33.44444444444444
64 34.22222222222222
64 34.666666666666664
EOD
$p3s2 << EOD
4 30.4 28.88888888888889 31.333333333333332
16 29.77777777777778 28.333333333333332 31.666666666666668
64 30.922222222222224 29.5 32.55555555555556
EOD
$p3s2_seeds << EOD
4 31.333333333333332
4 28.88888888888889
4 29.77777777777778
4 30.72222222222222
4 31.27777777777778
16 28.333333333333332
16 29.833333333333332
16 31.666666666666668
16 29.833333333333332
16 29.22222222222222
64 30.166666666666668
64 30.88888888888889
64 31.5
64 32.55555555555556
64 29.5
EOD
$p3s3 << EOD
4 30.2 29.166666666666668 31.944444444444443
16 29.03333333333334 27.833333333333332 30.055555555555557
64 30.166666666666668 29.5 31.61111111111111
EOD
$p3s3_seeds << EOD
4 30.11111111111111
4 30.444444444444443
4 29.333333333333332
4 29.166666666666668
4 31.944444444444443
16 27.833333333333332
16 28.61111111111111
16 30.055555555555557
16 28.72222222222222
16 29.944444444444443
64 31.61111111111111
64 29.88888888888889
64 30
64 29.5
64 29.833333333333332
EOD
$p3s4 << EOD
4 31 29.77777777777778 31.444444444444443
16 31.044444444444444 30.055555555555557 32.77777777777778
64 32.2 30.333333333333332 33.22222222222222
EOD
$p3s4_seeds << EOD
4 29.77777777777778
4 31.27777777777778
4 31.444444444444443
4 31.27777777777778
4 31.22222222222222
16 30.833333333333332
16 32.77777777777778
16 30.833333333333332
16 30.72222222222222
16 30.055555555555557
64 33.22222222222222
64 32.833333333333336
64 30.333333333333332
64 32.5
64 32.111111111111114
EOD
$p3s5 << EOD
4 31.277777777777782 30.944444444444443 31.72222222222222
16 30.76666666666667 29.333333333333332 31.88888888888889
64 32.42222222222222 30.944444444444443 33.27777777777778
EOD
$p3s5_seeds << EOD
4 31.61111111111111
4 31.055555555555557
4 31.055555555555557
4 31.72222222222222
4 30.944444444444443
16 31.88888888888889
16 29.333333333333332
16 30.5
16 30.666666666666668
16 31.444444444444443
64 33.27777777777778
64 32.833333333333336
64 30.944444444444443
64 33
64 32.05555555555556
EOD
$p3s6 << EOD
4 31.388888888888893 30.22222222222222 32.666666666666664
16 30.922222222222224 29.333333333333332 32.55555555555556
64 32.77777777777778 32.166666666666664 34
EOD
$p3s6_seeds << EOD
4 32.666666666666664
4 31.444444444444443
4 31.166666666666668
4 31.444444444444443
4 30.22222222222222
16 31.944444444444443
16 29.5
16 32.55555555555556
16 31.27777777777778
16 29.333333333333332
64 32.27777777777778
64 34
64 32.22222222222222
64 33.22222222222222
64 32.166666666666664
EOD
$p3s7 << EOD
4 88.88888888888889 88.88888888888889 88.88888888888889
16 88.88888888888889 88.88888888888889 88.88888888888889
64 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p3s7_seeds << EOD
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
EOD

panel_title[4] = 'convolutional net'; note[4] = ''
low[4] = 21.38888888888889; high[4] = 49.05555555555556; x_end[4] = 64; shown[4] = ' 1 2 3 4 5 6 7'; with_marks[4] = ''; with_ranges[4] = ' 1 2 3 4 5 6 7'; with_seeds[4] = ' 1 2 3 4 5 6 7'
$p4s1 << EOD
4 23.96666666666666 23.11111111111111 24.77777777777778
16 24.666666666666664 24 25.166666666666668
64 26.18888888888889 25.11111111111111 27.555555555555557
EOD
$p4s1_seeds << EOD
4 24.11111111111111
4 23.11111111111111
4 23.944444444444443
4 23.88888888888889
4 24.77777777777778
16 25.166666666666668
16 24
16 24.88888888888889
16 24.22222222222222
16 25.055555555555557
64 27.555555555555557
64 25.444444444444443
64 25.38888888888889
64 25.11111111111111
64 27.444444444444443
EOD
$p4s2 << EOD
4 23.166666666666664 22.333333333333332 23.88888888888889
16 22.544444444444444 22.055555555555557 23
64 23.466666666666665 23.166666666666668 24.055555555555557
EOD
$p4s2_seeds << EOD
4 23
4 23.88888888888889
4 22.333333333333332
4 23.055555555555557
4 23.555555555555557
16 22.27777777777778
16 22.055555555555557
16 22.72222222222222
16 23
16 22.666666666666668
64 23.166666666666668
64 23.27777777777778
64 23.5
64 24.055555555555557
64 23.333333333333332
EOD
$p4s3 << EOD
4 23.822222222222223 23.27777777777778 24.61111111111111
16 22.544444444444444 21.38888888888889 24.055555555555557
64 22.488888888888887 21.38888888888889 23.77777777777778
EOD
$p4s3_seeds << EOD
4 23.27777777777778
4 23.27777777777778
4 23.72222222222222
4 24.22222222222222
4 24.61111111111111
16 21.38888888888889
16 22
16 23.11111111111111
16 22.166666666666668
16 24.055555555555557
64 22.333333333333332
64 22.5
64 23.77777777777778
64 22.444444444444443
64 21.38888888888889
EOD
$p4s4 << EOD
4 24.633333333333333 23.88888888888889 25
16 25.355555555555554 24.77777777777778 26.055555555555557
64 26.77777777777778 25.944444444444443 27.61111111111111
EOD
$p4s4_seeds << EOD
4 24.88888888888889
4 23.88888888888889
4 24.61111111111111
4 25
4 24.77777777777778
16 26.055555555555557
16 25.61111111111111
16 24.833333333333332
16 24.77777777777778
16 25.5
64 25.944444444444443
64 26.333333333333332
64 27.61111111111111
64 26.61111111111111
64 27.38888888888889
EOD
$p4s5 << EOD
4 24.833333333333332 23.88888888888889 25.72222222222222
16 24.9 24.27777777777778 25.166666666666668
64 26.1 25.166666666666668 27
EOD
$p4s5_seeds << EOD
4 24.88888888888889
4 24.72222222222222
4 24.944444444444443
4 23.88888888888889
4 25.72222222222222
16 24.944444444444443
16 25.166666666666668
16 25.055555555555557
16 25.055555555555557
16 24.27777777777778
64 25.166666666666668
64 26.22222222222222
64 27
64 25.77777777777778
64 26.333333333333332
EOD
$p4s6 << EOD
4 25.73333333333333 24.72222222222222 26.333333333333332
16 26.18888888888889 25.27777777777778 27.11111111111111
64 27.955555555555556 27.11111111111111 29.22222222222222
EOD
$p4s6_seeds << EOD
4 26.055555555555557
4 25.944444444444443
4 26.333333333333332
4 24.72222222222222
4 25.61111111111111
16 26.444444444444443
16 25.27777777777778
16 27.11111111111111
16 25.27777777777778
16 26.833333333333332
64 27.38888888888889
64 28.333333333333332
64 27.11111111111111
64 29.22222222222222
64 27.72222222222222
EOD
$p4s7 << EOD
4 39.9 38.388888888888886 42.27777777777778
16 38.355555555555554 37.55555555555556 39.333333333333336
64 45.49999999999999 42.833333333333336 49.05555555555556
EOD
$p4s7_seeds << EOD
4 42.27777777777778
4 38.388888888888886
4 39.05555555555556
4 41.22222222222222
4 38.55555555555556
16 37.55555555555556
16 37.611111111111114
16 39.333333333333336
16 39.166666666666664
16 38.111111111111114
64 42.833333333333336
64 49.05555555555556
64 44.77777777777778
64 44.44444444444444
64 46.388888888888886
EOD

panel_title[5] = 'transformer'; note[5] = ''
low[5] = 30.055555555555557; high[5] = 88.88888888888889; x_end[5] = 64; shown[5] = ' 1 2 3 4 5 6 7'; with_marks[5] = ''; with_ranges[5] = ' 1 2 3 4 5 6 7'; with_seeds[5] = ' 1 2 3 4 5 6 7'
$p5s1 << EOD
4 31.51111111111111 31.166666666666668 31.77777777777778
16 31.244444444444447 30.055555555555557 32.611111111111114
64 31.944444444444446 30.944444444444443 32.666666666666664
EOD
$p5s1_seeds << EOD
4 31.77777777777778
4 31.77777777777778
4 31.333333333333332
4 31.166666666666668
4 31.5
16 30.055555555555557
16 31.77777777777778
16 32.611111111111114
16 30.77777777777778
16 31
64 31.833333333333332
64 30.944444444444443
64 32.333333333333336
64 31.944444444444443
64 32.666666666666664
EOD
$p5s2 << EOD
4 34.022222222222226 33.05555555555556 34.55555555555556
16 33.355555555555554 32.833333333333336 33.888888888888886
64 33.58888888888889 32.166666666666664 34.55555555555556
EOD
$p5s2_seeds << EOD
4 34.333333333333336
4 33.05555555555556
4 34.55555555555556
4 34.166666666666664
4 34
16 33.55555555555556
16 32.833333333333336
16 33.5
16 33.888888888888886
16 33
64 34.111111111111114
64 34.05555555555556
64 34.55555555555556
64 33.05555555555556
64 32.166666666666664
EOD
$p5s3 << EOD
4 34.84444444444445 34.111111111111114 35.611111111111114
16 32.788888888888884 32 33.72222222222222
64 33.022222222222226 32 34.166666666666664
EOD
$p5s3_seeds << EOD
4 34.666666666666664
4 34.611111111111114
4 35.22222222222222
4 34.111111111111114
4 35.611111111111114
16 33.72222222222222
16 32.44444444444444
16 33.611111111111114
16 32.166666666666664
16 32
64 33.55555555555556
64 34.166666666666664
64 32.388888888888886
64 33
64 32
EOD
$p5s4 << EOD
4 32.56666666666667 31.555555555555557 32.94444444444444
16 32.6 32.5 32.72222222222222
64 33.322222222222216 32.94444444444444 33.666666666666664
EOD
$p5s4_seeds << EOD
4 32.77777777777778
4 31.555555555555557
4 32.94444444444444
4 32.72222222222222
4 32.833333333333336
16 32.72222222222222
16 32.72222222222222
16 32.5
16 32.5
16 32.55555555555556
64 33.666666666666664
64 33.388888888888886
64 33.333333333333336
64 32.94444444444444
64 33.27777777777778
EOD
$p5s5 << EOD
4 32.022222222222226 31.055555555555557 33.111111111111114
16 32.55555555555556 32.166666666666664 33.166666666666664
64 33.1 32.666666666666664 33.77777777777778
EOD
$p5s5_seeds << EOD
4 31.38888888888889
4 33.111111111111114
4 31.055555555555557
4 31.555555555555557
4 33
16 32.166666666666664
16 32.611111111111114
16 32.5
16 32.333333333333336
16 33.166666666666664
64 32.666666666666664
64 32.77777777777778
64 33.44444444444444
64 32.833333333333336
64 33.77777777777778
EOD
$p5s6 << EOD
4 33.06666666666667 31.38888888888889 34.22222222222222
16 32.733333333333334 32 33.72222222222222
64 33.522222222222226 32.55555555555556 34.833333333333336
EOD
$p5s6_seeds << EOD
4 34.22222222222222
4 31.38888888888889
4 32.833333333333336
4 33
4 33.888888888888886
16 32.888888888888886
16 32.888888888888886
16 33.72222222222222
16 32
16 32.166666666666664
64 33.666666666666664
64 33.05555555555556
64 34.833333333333336
64 32.55555555555556
64 33.5
EOD
$p5s7 << EOD
4 88.88888888888889 88.88888888888889 88.88888888888889
16 88.88888888888889 88.88888888888889 88.88888888888889
64 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p5s7_seeds << EOD
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
4 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
16 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
64 88.88888888888889
EOD

panel_title[6] = 'cell'; note[6] = ''
low[6] = 28; high[6] = 52.94444444444444; x_end[6] = 64; shown[6] = ' 2 9 10'; with_marks[6] = ''; with_ranges[6] = ' 2 9 10'; with_seeds[6] = ' 2 9 10'
$p6s2 << EOD
4 51.52222222222222 49.5 52.94444444444444
16 34.02222222222222 31.77777777777778 35.166666666666664
64 32.522222222222226 31.055555555555557 33.27777777777778
EOD
$p6s2_seeds << EOD
4 52.388888888888886
4 49.5
4 52.111111111111114
4 50.666666666666664
4 52.94444444444444
16 35.166666666666664
16 34.55555555555556
16 31.77777777777778
16 34.166666666666664
16 34.44444444444444
64 31.055555555555557
64 32.94444444444444
64 32.72222222222222
64 33.27777777777778
64 32.611111111111114
EOD
$p6s9 << EOD
4 30.22222222222222 29.27777777777778 31.333333333333332
16 31.26666666666667 29.88888888888889 31.944444444444443
64 34.022222222222226 33.22222222222222 35.22222222222222
EOD
$p6s9_seeds << EOD
4 31.333333333333332
4 30.444444444444443
4 29.88888888888889
4 30.166666666666668
4 29.27777777777778
16 31.944444444444443
16 31.61111111111111
16 29.88888888888889
16 31.055555555555557
16 31.833333333333332
64 35.22222222222222
64 33.22222222222222
64 34.55555555555556
64 33.333333333333336
64 33.77777777777778
EOD
$p6s10 << EOD
4 30.1 28 31.38888888888889
16 31.3 29.27777777777778 32.388888888888886
64 33.8 32.388888888888886 34.55555555555556
EOD
$p6s10_seeds << EOD
4 28
4 31.333333333333332
4 30.166666666666668
4 29.61111111111111
4 31.38888888888889
16 31.27777777777778
16 32.388888888888886
16 31.27777777777778
16 29.27777777777778
16 32.27777777777778
64 34.27777777777778
64 34.55555555555556
64 32.388888888888886
64 33.72222222222222
64 34.05555555555556
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
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
