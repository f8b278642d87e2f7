# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
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
0.1 16.984 16.73 17.41
0.2 16.914 16.51 17.14
0.3 16.822 16.66 16.94
0.5 17.24 17.11 17.4
EOD
$p1s1_seeds << EOD
0 16.95
0 17.18
0 17.5
0 17.14
0 17.21
0.1 16.73
0.1 17.41
0.1 17.01
0.1 16.89
0.1 16.88
0.2 16.88
0.2 17.03
0.2 17.14
0.2 16.51
0.2 17.01
0.3 16.66
0.3 16.87
0.3 16.75
0.3 16.94
0.3 16.89
0.5 17.4
0.5 17.32
0.5 17.15
0.5 17.11
0.5 17.22
EOD
$p1s2 << EOD
0 17.826 17.57 18.11
0.1 17.672 17.36 18.23
0.2 17.506 17.42 17.68
0.3 17.326 17.19 17.39
0.5 17.428 17.26 17.67
EOD
$p1s2_seeds << EOD
0 17.57
0 18.05
0 18.11
0 17.82
0 17.58
0.1 17.36
0.1 17.64
0.1 18.23
0.1 17.46
0.1 17.67
0.2 17.43
0.2 17.68
0.2 17.53
0.2 17.42
0.2 17.47
0.3 17.19
0.3 17.36
0.3 17.37
0.3 17.39
0.3 17.32
0.5 17.46
0.5 17.39
0.5 17.36
0.5 17.67
0.5 17.26
EOD
$p1s3 << EOD
0 17.518 17.22 17.72
0.1 17.274 16.96 17.44
0.2 17.216 16.87 17.55
0.3 17.22 17.12 17.39
0.5 17.114 16.92 17.29
EOD
$p1s3_seeds << EOD
0 17.45
0 17.56
0 17.64
0 17.22
0 17.72
0.1 16.96
0.1 17.44
0.1 17.29
0.1 17.32
0.1 17.36
0.2 17.08
0.2 17.55
0.2 17.2
0.2 16.87
0.2 17.38
0.3 17.16
0.3 17.39
0.3 17.24
0.3 17.19
0.3 17.12
0.5 17.13
0.5 17.29
0.5 17.05
0.5 17.18
0.5 16.92
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0 13.430000000000001 13.36 13.49
0.1 13.24 13.19 13.4
0.2 13.346 13.11 13.51
0.3 13.24 13.03 13.47
0.5 14.25 14.04 14.45
EOD
$p2s1_seeds << EOD
0 13.47
0 13.49
0 13.38
0 13.45
0 13.36
0.1 13.22
0.1 13.2
0.1 13.19
0.1 13.4
0.1 13.19
0.2 13.37
0.2 13.44
0.2 13.51
0.2 13.3
0.2 13.11
0.3 13.22
0.3 13.23
0.3 13.25
0.3 13.47
0.3 13.03
0.5 14.04
0.5 14.45
0.5 14.21
0.5 14.43
0.5 14.12
EOD
$p2s2 << EOD
0 13.626 13.58 13.68
0.1 13.591999999999999 13.32 13.91
0.2 13.564000000000002 13.41 13.9
0.3 13.672 13.54 13.8
0.5 14.468 14.29 14.66
EOD
$p2s2_seeds << EOD
0 13.58
0 13.67
0 13.68
0 13.62
0 13.58
0.1 13.32
0.1 13.81
0.1 13.48
0.1 13.44
0.1 13.91
0.2 13.41
0.2 13.45
0.2 13.54
0.2 13.52
0.2 13.9
0.3 13.54
0.3 13.75
0.3 13.65
0.3 13.62
0.3 13.8
0.5 14.29
0.5 14.42
0.5 14.66
0.5 14.48
0.5 14.49
EOD
$p2s3 << EOD
0 13.536000000000001 13.44 13.68
0.1 13.49 13.35 13.64
0.2 13.382 13.3 13.56
0.3 13.462 13.16 13.59
0.5 14.134 14.06 14.21
EOD
$p2s3_seeds << EOD
0 13.55
0 13.44
0 13.68
0 13.57
0 13.44
0.1 13.35
0.1 13.64
0.1 13.36
0.1 13.64
0.1 13.46
0.2 13.3
0.2 13.36
0.2 13.56
0.2 13.33
0.2 13.36
0.3 13.56
0.3 13.52
0.3 13.48
0.3 13.59
0.3 13.16
0.5 14.08
0.5 14.21
0.5 14.12
0.5 14.06
0.5 14.2
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
0 10.123999999999999 9.81 10.34
0.1 10.28 10.17 10.39
0.2 10.675999999999998 10.6 10.74
0.3 10.98 10.9 11.08
0.5 12.268 12.13 12.46
EOD
$p3s1_seeds << EOD
0 10.34
0 9.81
0 10.17
0 10.11
0 10.19
0.1 10.33
0.1 10.17
0.1 10.18
0.1 10.39
0.1 10.33
0.2 10.74
0.2 10.73
0.2 10.66
0.2 10.65
0.2 10.6
0.3 10.93
0.3 11
0.3 10.9
0.3 11.08
0.3 10.99
0.5 12.28
0.5 12.2
0.5 12.13
0.5 12.46
0.5 12.27
EOD
$p3s2 << EOD
0 10.331999999999999 10.16 10.42
0.1 10.452 10.26 10.56
0.2 10.786000000000001 10.67 10.94
0.3 11.166 11.07 11.33
0.5 12.028 11.94 12.15
EOD
$p3s2_seeds << EOD
0 10.36
0 10.39
0 10.33
0 10.16
0 10.42
0.1 10.46
0.1 10.55
0.1 10.43
0.1 10.56
0.1 10.26
0.2 10.89
0.2 10.67
0.2 10.73
0.2 10.94
0.2 10.7
0.3 11.14
0.3 11.22
0.3 11.07
0.3 11.33
0.3 11.07
0.5 11.99
0.5 12.08
0.5 12.15
0.5 11.98
0.5 11.94
EOD
$p3s3 << EOD
0 10.104 9.95 10.24
0.1 10.331999999999999 10.04 10.54
0.2 10.582 10.52 10.67
0.3 10.854000000000001 10.68 11.07
0.5 11.785999999999998 11.65 11.9
EOD
$p3s3_seeds << EOD
0 10.05
0 10.16
0 10.24
0 10.12
0 9.95
0.1 10.35
0.1 10.04
0.1 10.44
0.1 10.54
0.1 10.29
0.2 10.66
0.2 10.52
0.2 10.67
0.2 10.53
0.2 10.53
0.3 11.07
0.3 10.68
0.3 10.95
0.3 10.86
0.3 10.71
0.5 11.79
0.5 11.9
0.5 11.87
0.5 11.72
0.5 11.65
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
    unset logscale y; set yrange [16.424000000000003:18.316]
    set ytics (16.5, 17, 17.5, 18)
    if (t eq 'dumb') {
        set title 'Test error against dropout, by the number of training images' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'train_count=2000: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.33757
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'train_count=2000' at screen 0.20997, screen 0.83774 center font font_panel
        set label 'Test error against dropout, by the number of training images' at screen 0.5, screen 0.95183 center font font_title
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
    unset logscale y; set yrange [12.9485:14.7415]
    set ytics (13, 13.5, 14, 14.5)
    if (t eq 'dumb') {
        set title 'train_count=10000: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.40360; set rmargin at screen 0.65878
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=10000' at screen 0.53119, screen 0.83774 center font font_panel
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
    unset logscale y; set yrange [9.6775:12.592500000000001]
    set ytics (10, 11, 12)
    if (t eq 'dumb') {
        set title 'train_count=all: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.72481; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=all' at screen 0.85241, screen 0.83774 center font font_panel
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
