# A figure of normlab. `gnuplot gap.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" gap.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'gap'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
0 17.195999999999998 16.95 17.5
0.1 16.904 16.68 17.31
0.2 16.624000000000002 16.21 16.810000000000002
0.3 15.952000000000002 15.84 16.14
0.5 12.879999999999999 12.36 13.27
EOD
$p1s1_seeds << EOD
0 16.95
0 17.18
0 17.5
0 17.14
0 17.21
0.1 16.68
0.1 17.31
0.1 16.91
0.1 16.79
0.1 16.83
0.2 16.63
0.2 16.68
0.2 16.79
0.2 16.21
0.2 16.810000000000002
0.3 16.01
0.3 15.920000000000002
0.3 15.85
0.3 16.14
0.3 15.84
0.5 12.7
0.5 13.17
0.5 12.899999999999999
0.5 12.36
0.5 13.27
EOD
$p1s2 << EOD
0 17.736 17.43 18.06
0.1 17.622000000000003 17.259999999999998 18.23
0.2 17.386000000000003 17.270000000000003 17.48
0.3 16.806 16.59 16.94
0.5 14.178 13.760000000000002 14.470000000000002
EOD
$p1s2_seeds << EOD
0 17.57
0 17.900000000000002
0 18.06
0 17.72
0 17.43
0.1 17.259999999999998
0.1 17.64
0.1 18.23
0.1 17.46
0.1 17.520000000000003
0.2 17.38
0.2 17.48
0.2 17.380000000000003
0.2 17.270000000000003
0.2 17.419999999999998
0.3 16.59
0.3 16.759999999999998
0.3 16.92
0.3 16.94
0.3 16.82
0.5 14.260000000000002
0.5 14.09
0.5 14.309999999999999
0.5 14.470000000000002
0.5 13.760000000000002
EOD
$p1s3 << EOD
0 17.518 17.22 17.72
0.1 17.254 16.96 17.39
0.2 17.026 16.77 17.3
0.3 16.619999999999997 16.52 16.74
0.5 13.054000000000002 12.820000000000002 13.389999999999999
EOD
$p1s3_seeds << EOD
0 17.45
0 17.56
0 17.64
0 17.22
0 17.72
0.1 16.96
0.1 17.39
0.1 17.29
0.1 17.32
0.1 17.31
0.2 16.88
0.2 17.3
0.2 17
0.2 16.77
0.2 17.18
0.3 16.56
0.3 16.69
0.3 16.74
0.3 16.59
0.3 16.52
0.5 13.079999999999998
0.5 13.389999999999999
0.5 12.950000000000001
0.5 13.03
0.5 12.820000000000002
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0 12.49 12.309999999999999 12.620000000000001
0.1 10.72 10.6 10.850000000000001
0.2 9.526 9.25 9.82
0.3 7.9300000000000015 7.529999999999999 8.170000000000002
0.5 6.029999999999999 5.41 6.529999999999999
EOD
$p2s1_seeds << EOD
0 12.620000000000001
0 12.49
0 12.530000000000001
0 12.5
0 12.309999999999999
0.1 10.670000000000002
0.1 10.6
0.1 10.84
0.1 10.850000000000001
0.1 10.64
0.2 9.82
0.2 9.54
0.2 9.71
0.2 9.25
0.2 9.309999999999999
0.3 8.07
0.3 8.030000000000001
0.3 7.85
0.3 8.170000000000002
0.3 7.529999999999999
0.5 5.989999999999998
0.5 5.949999999999999
0.5 5.41
0.5 6.529999999999999
0.5 6.27
EOD
$p2s2 << EOD
0 12.876000000000001 12.58 13.069999999999999
0.1 11.632000000000001 11.27 12.06
0.2 9.914 9.35 10.350000000000001
0.3 8.462 7.969999999999999 9.09
0.5 5.998 5.789999999999999 6.280000000000001
EOD
$p2s2_seeds << EOD
0 13.03
0 12.82
0 12.879999999999999
0 13.069999999999999
0 12.58
0.1 11.27
0.1 12.06
0.1 11.780000000000001
0.1 11.34
0.1 11.71
0.2 9.46
0.2 9.35
0.2 10.09
0.2 10.32
0.2 10.350000000000001
0.3 9.09
0.3 8.35
0.3 8.350000000000001
0.3 7.969999999999999
0.3 8.55
0.5 5.789999999999999
0.5 6.07
0.5 5.91
0.5 6.280000000000001
0.5 5.9399999999999995
EOD
$p2s3 << EOD
0 13.036000000000001 12.79 13.200000000000001
0.1 11.8 11.610000000000001 12.040000000000001
0.2 9.852 9.5 10.11
0.3 8.812000000000001 8.31 9.12
0.5 6.194 5.76 6.719999999999999
EOD
$p2s3_seeds << EOD
0 13.200000000000001
0 12.99
0 13.08
0 13.120000000000001
0 12.79
0.1 11.65
0.1 12.040000000000001
0.1 11.76
0.1 11.940000000000001
0.1 11.610000000000001
0.2 9.5
0.2 10.11
0.2 9.96
0.2 9.629999999999999
0.2 10.059999999999999
0.3 8.71
0.3 9.12
0.3 8.98
0.3 8.94
0.3 8.31
0.5 6.23
0.5 6.210000000000001
0.5 6.719999999999999
0.5 5.76
0.5 6.049999999999999
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
0 5.444000000000001 4.960000000000001 5.84
0.1 4.25 4.029999999999999 4.340000000000001
0.2 4.026 3.75 4.33
0.3 3.47 3.1000000000000005 3.8
0.5 2.6879999999999997 2.1799999999999997 3.2600000000000016
EOD
$p3s1_seeds << EOD
0 5.39
0 4.960000000000001
0 5.62
0 5.409999999999999
0 5.84
0.1 4.28
0.1 4.27
0.1 4.029999999999999
0.1 4.340000000000001
0.1 4.33
0.2 3.8900000000000006
0.2 4.33
0.2 4.21
0.2 3.75
0.2 3.9499999999999993
0.3 3.38
0.3 3.8
0.3 3.1000000000000005
0.3 3.33
0.3 3.74
0.5 2.1799999999999997
0.5 2.6499999999999986
0.5 2.83
0.5 3.2600000000000016
0.5 2.5199999999999996
EOD
$p3s2 << EOD
0 5.542 5.12 6.040000000000001
0.1 4.412000000000001 4.21 4.58
0.2 3.836 3.4699999999999998 4.140000000000001
0.3 3.566 3.38 3.7200000000000006
0.5 2.6780000000000004 2.450000000000001 2.9299999999999997
EOD
$p3s2_seeds << EOD
0 5.459999999999999
0 6.040000000000001
0 5.18
0 5.91
0 5.12
0.1 4.460000000000001
0.1 4.300000000000001
0.1 4.58
0.1 4.510000000000001
0.1 4.21
0.2 4.140000000000001
0.2 3.4699999999999998
0.2 4.03
0.2 3.7399999999999993
0.2 3.799999999999999
0.3 3.540000000000001
0.3 3.7200000000000006
0.3 3.5200000000000005
0.3 3.38
0.3 3.67
0.5 2.540000000000001
0.5 2.9299999999999997
0.5 2.450000000000001
0.5 2.780000000000001
0.5 2.6899999999999995
EOD
$p3s3 << EOD
0 5.9239999999999995 5.6499999999999995 6.36
0.1 4.781999999999999 4.6 4.9399999999999995
0.2 3.882 3.629999999999999 4.2299999999999995
0.3 3.444 3.210000000000001 3.709999999999999
0.5 3.066 2.950000000000001 3.25
EOD
$p3s3_seeds << EOD
0 5.750000000000001
0 6.36
0 5.99
0 5.869999999999999
0 5.6499999999999995
0.1 4.6
0.1 4.6899999999999995
0.1 4.84
0.1 4.839999999999999
0.1 4.9399999999999995
0.2 3.91
0.2 3.7699999999999996
0.2 3.87
0.2 3.629999999999999
0.2 4.2299999999999995
0.3 3.5700000000000003
0.3 3.4799999999999995
0.3 3.249999999999999
0.3 3.709999999999999
0.3 3.210000000000001
0.5 2.9899999999999984
0.5 3.25
0.5 2.969999999999999
0.5 3.17
0.5 2.950000000000001
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
    unset logscale x; set xrange [-0.02:0.52]
    set xtics (0, 0.1, 0.2, 0.3, 0.5)
    unset logscale y; set yrange [12.0665:18.523500000000002]
    set ytics (14, 16, 18)
    if (t eq 'dumb') {
        set title 'Generalization gap against dropout, by the number of training images' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'train_count=2000: test error less training error, in points'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.33757
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'test error less training error, in points' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'train_count=2000' at screen 0.20299, screen 0.83774 center font font_panel
        set label 'Generalization gap against dropout, by the number of training images' at screen 0.5, screen 0.95183 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.29139, 0.04380, 0.04286, 0.01071)
        eval legend(2, 0.40909, 0.04380, 0.04286, 0.01071)
        eval legend(3, 0.57313, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [-0.02:0.52]
    set xtics (0, 0.1, 0.2, 0.3, 0.5)
    unset logscale y; set yrange [5.0205:13.589500000000001]
    set ytics (6, 8, 10, 12)
    if (t eq 'dumb') {
        set title 'train_count=10000: test error less training error, in points'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.38963; set rmargin at screen 0.65878
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=10000' at screen 0.52421, screen 0.83774 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [-0.02:0.52]
    set xtics (0, 0.1, 0.2, 0.3, 0.5)
    unset logscale y; set yrange [1.9709999999999996:6.569]
    set ytics (2, 3, 4, 5, 6)
    if (t eq 'dumb') {
        set title 'train_count=all: test error less training error, in points'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.71085; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=all' at screen 0.84542, screen 0.83774 center font font_panel
        plot $p3s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p3s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p3s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2], \
             $p3s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
