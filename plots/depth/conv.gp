# A figure of normlab. `gnuplot conv.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" conv.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv'
width = 7 # inches
height = 3.38

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'groupnorm groups=4'; line[3] = line_of('groupnorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
8 28.824 26.12 31.41
20 45.752 34.64 70.89
32 60.6 43.31 72.8
56 77.256 61.2 90
EOD
$p1s1_seeds << EOD
8 26.81
8 29.52
8 26.12
8 30.26
8 31.41
20 70.89
20 34.64
20 35.2
20 37.07
20 50.96
32 70.2
32 43.31
32 72.8
32 61.08
32 55.61
56 80.11
56 90
56 90
56 61.2
56 64.97
EOD
$p1s2 << EOD
8 20.582 19.24 21.91
20 24.322 22.68 25.52
32 34.472 31.47 38.15
56 63.486000000000004 57.77 68.75
EOD
$p1s2_seeds << EOD
8 19.24
8 20.83
8 20.67
8 21.91
8 20.26
20 24.4
20 22.68
20 25.52
20 24.21
20 24.8
32 35.59
32 31.47
32 35.58
32 31.57
32 38.15
56 57.77
56 62.31
56 68.75
56 66.82
56 61.78
EOD
$p1s3 << EOD
8 25.502000000000002 22.92 28.11
20 28.072000000000003 25.54 32.61
32 35.040000000000006 30.32 38.9
56 51.29600000000001 44.24 60.2
EOD
$p1s3_seeds << EOD
8 25.09
8 25.02
8 26.37
8 28.11
8 22.92
20 25.54
20 26.02
20 29.45
20 32.61
20 26.74
32 30.32
32 34.73
32 34.97
32 36.28
32 38.9
56 60.2
56 44.24
56 47.09
56 52.17
56 52.78
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
8 30.746 24.48 36.16
20 73.866 52.68 83.42
32 89.09400000000001 85.47 90
56 NaN NaN NaN
EOD
$p2s1_seeds << EOD
8 35.54
8 24.48
8 30.44
8 36.16
8 27.11
20 81.05
20 52.68
20 81.49
20 83.42
20 70.69
32 90
32 90
32 85.47
32 90
32 90
EOD
$p2s2 << EOD
8 19.548000000000002 18.98 20.23
20 20.34 18.95 22.17
32 22.48 21.13 24.75
56 24.110000000000003 23.38 24.51
EOD
$p2s2_seeds << EOD
8 18.98
8 20.23
8 19.24
8 19.57
8 19.72
20 22.17
20 20.57
20 18.95
20 19.89
20 20.12
32 24.75
32 21.28
32 21.13
32 22.87
32 22.37
56 24.35
56 23.38
56 24.34
56 23.97
56 24.51
EOD
$p2s3 << EOD
8 23.759999999999998 21.89 26.95
20 26.532 25.45 27.38
32 24.988 23.37 27.2
56 26.235999999999997 24.15 28.54
EOD
$p2s3_seeds << EOD
8 22.64
8 22.85
8 26.95
8 24.47
8 21.89
20 25.45
20 26.94
20 26.77
20 27.38
20 26.12
32 23.95
32 23.37
32 27.2
32 25.91
32 24.51
56 26.07
56 24.15
56 28.54
56 27.07
56 25.35
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
    unset logscale x; set xrange [7.4009260606958245:60.532965243254935]; set logscale x 2
    set xtics (8, 20, 32, 56)
    unset logscale y; set yrange [17.529823748221727:97.29133757964972]; set logscale y 10
    set ytics (20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'Test error of a convolutional net against depth, each at the best of its rates' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'shortcut=none: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'layers'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.11794; set rmargin at screen 0.49817
        set bmargin at screen 0.18713; set tmargin at screen 0.73447
        set xlabel 'layers' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'shortcut=none' at screen 0.30806, screen 0.85022 center font font_panel
        set label 'Test error of a convolutional net against depth, each at the best of its rates' at screen 0.5, screen 0.95554 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.90746 center font font_small textcolor rgb ink
        eval legend(1, 0.25139, 0.04043, 0.04286, 0.01071)
        eval legend(2, 0.36909, 0.04043, 0.04286, 0.01071)
        eval legend(3, 0.53313, 0.04043, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 8.76491 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 8.76491 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 8.76491 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [7.4009260606958245:60.532965243254935]; set logscale x 2
    set xtics (8, 20, 32, 56)
    unset logscale y; set yrange [17.529823748221727:97.29133757964972]; set logscale y 10
    set ytics (20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'shortcut=projection: test error in % (log scale)' . "\n" . 'diverged: none 5 at 56'
        unset grid; set key below center reverse Left
        set xlabel 'layers'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.59976; set rmargin at screen 0.98000
        set bmargin at screen 0.18713; set tmargin at screen 0.73447
        set xlabel 'layers' offset 0,0.4
        set label 'shortcut=projection' at screen 0.78988, screen 0.85022 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 56, 1.07027, 5)
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 8.76491 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 8.76491 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 8.76491 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
