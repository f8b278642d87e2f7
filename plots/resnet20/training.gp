# A figure of normlab. `gnuplot training.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" training.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'training'
width = 7 # inches
height = 5.67

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'groupnorm'; line[2] = line_of('groupnorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 44.76333333333333 NaN NaN
2 32.95666666666667 NaN NaN
3 27.73333333333333 NaN NaN
4 25.2 NaN NaN
EOD
$p1s1_seeds << EOD
1 47.25
1 44.57
1 42.47
2 32.17
2 34.32
2 32.38
3 28.89
3 27.38
3 26.93
4 24.82
4 25.74
4 25.04
EOD
$p1s2 << EOD
1 50.89666666666667 NaN NaN
2 37.86333333333334 NaN NaN
3 29.833333333333332 NaN NaN
4 26.983333333333334 NaN NaN
EOD
$p1s2_seeds << EOD
1 50.83
1 52.39
1 49.47
2 36.76
2 39.07
2 37.76
3 30.22
3 30.57
3 28.71
4 27.13
4 27.51
4 26.31
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 40.14666666666667 NaN NaN
2 29.333333333333332 NaN NaN
3 23.680000000000003 NaN NaN
4 21.573333333333334 NaN NaN
EOD
$p2s1_seeds << EOD
1 41.16
1 40.09
1 39.19
2 28.89
2 31.11
2 28
3 23.62
3 24.26
3 23.16
4 21.67
4 22
4 21.05
EOD
$p2s2 << EOD
1 51.93666666666667 NaN NaN
2 39.736666666666665 NaN NaN
3 31.11 NaN NaN
4 28.183333333333334 NaN NaN
EOD
$p2s2_seeds << EOD
1 50.15
1 53.82
1 51.84
2 37.72
2 40.04
2 41.45
3 30.22
3 30.68
3 32.43
4 27.64
4 27.5
4 29.41
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
1 42.17333333333334 NaN NaN
2 29.28 NaN NaN
3 23.25666666666667 NaN NaN
4 21.19333333333333 NaN NaN
EOD
$p3s1_seeds << EOD
1 44.81
1 41.52
1 40.19
2 28.09
2 30.52
2 29.23
3 23.03
3 24.17
3 22.57
4 21.47
4 21.64
4 20.47
EOD
$p3s2 << EOD
1 50.98666666666667 NaN NaN
2 41.13666666666666 NaN NaN
3 32.796666666666674 NaN NaN
4 29.74 NaN NaN
EOD
$p3s2_seeds << EOD
1 48.61
1 50.89
1 53.46
2 39.24
2 40.16
2 44.01
3 31.96
3 30.55
3 35.88
4 28.81
4 27.74
4 32.67
EOD

# Panel 4: x, mean or median, low and high end of its band; x, y of each seed.
$p4s1 << EOD
1 44.27666666666667 NaN NaN
2 28.55 NaN NaN
3 22.77333333333333 NaN NaN
4 21.183333333333334 NaN NaN
EOD
$p4s1_seeds << EOD
1 49.08
1 41.98
1 41.77
2 28.42
2 29.07
2 28.16
3 23.48
3 22.41
3 22.43
4 21.4
4 21.1
4 21.05
EOD
$p4s2 << EOD
1 55.673333333333325 NaN NaN
2 42.37333333333333 NaN NaN
3 34.31 NaN NaN
4 30.74333333333333 NaN NaN
EOD
$p4s2_seeds << EOD
1 57.16
1 55.81
1 54.05
2 42.41
2 41.07
2 43.64
3 35.44
3 32.24
3 35.25
4 31.25
4 29.52
4 31.46
EOD

# Panel 5: x, mean or median, low and high end of its band; x, y of each seed.
$p5s1 << EOD
1 44.413333333333334 NaN NaN
2 30.653333333333336 NaN NaN
3 23.349999999999998 NaN NaN
4 21.423333333333336 NaN NaN
EOD
$p5s1_seeds << EOD
1 39.55
1 44.77
1 48.92
2 29.42
2 30.76
2 31.78
3 23.13
3 23.3
3 23.62
4 21.37
4 21.37
4 21.53
EOD
$p5s2 << EOD
1 64.15333333333334 NaN NaN
2 53.56666666666666 NaN NaN
3 44.46666666666667 NaN NaN
4 40.43333333333333 NaN NaN
EOD
$p5s2_seeds << EOD
1 64.34
1 60.19
1 67.93
2 53.38
2 50.07
2 57.25
3 42.95
3 39.75
3 50.7
4 39.91
4 35.95
4 45.44
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
    unset logscale x; set xrange [0.88:4.12]
    set xtics (1, 2, 3, 4)
    unset logscale y; set yrange [18.096999999999998:70.30300000000001]
    set ytics (20, 40, 60)
    if (t eq 'dumb') {
        set title 'Test error over training' . "\n" . 'cifar10, 3 seeds: means, every seed a faint point' . "\n" . 'batch=2: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.33757
        set bmargin at screen 0.56129; set tmargin at screen 0.88757
        set xlabel 'epoch' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'batch=2' at screen 0.20299, screen 0.91071 center font font_panel
        set label 'Test error over training' at screen 0.5, screen 0.97350 center font font_title
        set label 'cifar10, 3 seeds: means, every seed a faint point' at screen 0.5, screen 0.94484 center font font_small textcolor rgb ink
        eval legend(1, 0.34833, 0.02543, 0.04286, 0.01071)
        eval legend(2, 0.51238, 0.02543, 0.04286, 0.01071)
        plot $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [0.88:4.12]
    set xtics (1, 2, 3, 4)
    unset logscale y; set yrange [18.096999999999998:70.30300000000001]
    set ytics (20, 40, 60)
    if (t eq 'dumb') {
        set title 'batch=4: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.38963; set rmargin at screen 0.65878
        set bmargin at screen 0.56129; set tmargin at screen 0.88757
        set xlabel 'epoch' offset 0,0.4
        set label 'batch=4' at screen 0.52421, screen 0.91071 center font font_panel
        plot $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [0.88:4.12]
    set xtics (1, 2, 3, 4)
    unset logscale y; set yrange [18.096999999999998:70.30300000000001]
    set ytics (20, 40, 60)
    if (t eq 'dumb') {
        set title 'batch=8: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.71085; set rmargin at screen 0.98000
        set bmargin at screen 0.56129; set tmargin at screen 0.88757
        set xlabel 'epoch' offset 0,0.4
        set label 'batch=8' at screen 0.84542, screen 0.91071 center font font_panel
        plot $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }

    # Panel 4
    unset logscale x; set xrange [0.88:4.12]
    set xtics (1, 2, 3, 4)
    unset logscale y; set yrange [18.096999999999998:70.30300000000001]
    set ytics (20, 40, 60)
    if (t eq 'dumb') {
        set title 'batch=16: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p4s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p4s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.33757
        set bmargin at screen 0.11287; set tmargin at screen 0.43915
        set xlabel 'epoch' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'batch=16' at screen 0.20299, screen 0.46230 center font font_panel
        plot $p4s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p4s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p4s1 using 1:2 with linespoints lt line[1], \
             $p4s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }

    # Panel 5
    unset logscale x; set xrange [0.88:4.12]
    set xtics (1, 2, 3, 4)
    unset logscale y; set yrange [18.096999999999998:70.30300000000001]
    set ytics (20, 40, 60)
    if (t eq 'dumb') {
        set title 'batch=32: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p5s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p5s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.38963; set rmargin at screen 0.65878
        set bmargin at screen 0.11287; set tmargin at screen 0.43915
        set xlabel 'epoch' offset 0,0.4
        set label 'batch=32' at screen 0.52421, screen 0.46230 center font font_panel
        plot $p5s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p5s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p5s1 using 1:2 with linespoints lt line[1], \
             $p5s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
