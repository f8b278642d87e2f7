# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
width = 7 # inches
height = 6.34

# The series: legend entries and line types.
array label[5]
array line[5]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'layernorm over=token'; line[2] = line_of('layernorm')
label[3] = 'rmsnorm over=token'; line[3] = line_of('rmsnorm')
label[4] = 'batchnorm masked=1'; line[4] = line_of('batchnorm')
label[5] = 'batchnorm'; line[5] = line_more(0); eval second(line[5], line[4])

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
2 42.13333333333333 40.44444444444444 44.333333333333336
6 61.71111111111111 57 67.33333333333333
12 87.88888888888889 NaN NaN
EOD
$p1s1_seeds << EOD
2 40.44444444444444
2 41.55555555555556
2 42.77777777777778
2 41.55555555555556
2 44.333333333333336
6 59.666666666666664
6 63.22222222222222
6 67.33333333333333
6 57
6 61.333333333333336
12 87.88888888888889
EOD
$p1s2 << EOD
2 39.977777777777774 38.666666666666664 41.44444444444444
6 39.91111111111111 38 42.666666666666664
12 42.31111111111111 39.22222222222222 45.888888888888886
EOD
$p1s2_seeds << EOD
2 38.666666666666664
2 39.111111111111114
2 40.888888888888886
2 41.44444444444444
2 39.77777777777778
6 41.22222222222222
6 39.111111111111114
6 42.666666666666664
6 38
6 38.55555555555556
12 45.888888888888886
12 40.44444444444444
12 45.55555555555556
12 39.22222222222222
12 40.44444444444444
EOD
$p1s3 << EOD
2 40.06666666666667 39.333333333333336 41.77777777777778
6 41.15555555555556 37 45.55555555555556
12 43.33333333333333 39.666666666666664 47.44444444444444
EOD
$p1s3_seeds << EOD
2 39.666666666666664
2 40.22222222222222
2 39.333333333333336
2 39.333333333333336
2 41.77777777777778
6 42.55555555555556
6 39.55555555555556
6 45.55555555555556
6 37
6 41.111111111111114
12 45.888888888888886
12 43
12 47.44444444444444
12 39.666666666666664
12 40.666666666666664
EOD
$p1s4 << EOD
2 40.333333333333336 37.77777777777778 43
6 39.4 38.111111111111114 41.44444444444444
12 40.86666666666667 39.111111111111114 42.22222222222222
EOD
$p1s4_seeds << EOD
2 43
2 38.77777777777778
2 40.55555555555556
2 37.77777777777778
2 41.55555555555556
6 41.44444444444444
6 38.333333333333336
6 40.22222222222222
6 38.888888888888886
6 38.111111111111114
12 41.55555555555556
12 40.22222222222222
12 42.22222222222222
12 39.111111111111114
12 41.22222222222222
EOD
$p1s5 << EOD
2 41.68888888888889 37.888888888888886 43
6 41.91111111111111 40.55555555555556 43.888888888888886
12 42.02222222222222 40.22222222222222 43.77777777777778
EOD
$p1s5_seeds << EOD
2 42.111111111111114
2 42.44444444444444
2 43
2 37.888888888888886
2 43
6 43.888888888888886
6 41.111111111111114
6 42.22222222222222
6 40.55555555555556
6 41.77777777777778
12 43
12 40.666666666666664
12 43.77777777777778
12 40.22222222222222
12 42.44444444444444
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
2 42.13333333333333 40.44444444444444 44.333333333333336
6 61.71111111111111 57 67.33333333333333
12 87.88888888888889 NaN NaN
EOD
$p2s1_seeds << EOD
2 40.44444444444444
2 41.55555555555556
2 42.77777777777778
2 41.55555555555556
2 44.333333333333336
6 59.666666666666664
6 63.22222222222222
6 67.33333333333333
6 57
6 61.333333333333336
12 87.88888888888889
EOD
$p2s2 << EOD
2 40 38.666666666666664 41.111111111111114
6 59 53.22222222222222 68.66666666666667
12 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p2s2_seeds << EOD
2 39.22222222222222
2 40.22222222222222
2 40.77777777777778
2 38.666666666666664
2 41.111111111111114
6 56.888888888888886
6 55.44444444444444
6 68.66666666666667
6 60.77777777777778
6 53.22222222222222
12 88.88888888888889
12 88.88888888888889
12 88.88888888888889
12 88.88888888888889
12 88.88888888888889
EOD
$p2s3 << EOD
2 41.08888888888889 39.22222222222222 42.22222222222222
6 57.75555555555555 51 69.77777777777777
12 85.77777777777776 73.33333333333333 88.88888888888889
EOD
$p2s3_seeds << EOD
2 41.333333333333336
2 40.44444444444444
2 42.22222222222222
2 39.22222222222222
2 42.22222222222222
6 56
6 58.888888888888886
6 69.77777777777777
6 51
6 53.111111111111114
12 88.88888888888889
12 88.88888888888889
12 88.88888888888889
12 73.33333333333333
12 88.88888888888889
EOD
$p2s4 << EOD
2 38.93333333333334 37.888888888888886 39.888888888888886
6 40.46666666666666 36 42.333333333333336
12 48.22222222222223 46.111111111111114 49.333333333333336
EOD
$p2s4_seeds << EOD
2 37.888888888888886
2 38.22222222222222
2 39.888888888888886
2 39.22222222222222
2 39.44444444444444
6 40.77777777777778
6 41.77777777777778
6 42.333333333333336
6 36
6 41.44444444444444
12 48.55555555555556
12 48.55555555555556
12 48.55555555555556
12 46.111111111111114
12 49.333333333333336
EOD
$p2s5 << EOD
2 38.977777777777774 37.77777777777778 40.111111111111114
6 40.75555555555555 39.888888888888886 42.44444444444444
12 48.62222222222222 45.55555555555556 50.888888888888886
EOD
$p2s5_seeds << EOD
2 37.77777777777778
2 38
2 40.111111111111114
2 38.888888888888886
2 40.111111111111114
6 40.333333333333336
6 40.888888888888886
6 42.44444444444444
6 40.22222222222222
6 39.888888888888886
12 46.888888888888886
12 49.666666666666664
12 50.111111111111114
12 45.55555555555556
12 50.888888888888886
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
2 42 40.111111111111114 44.888888888888886
6 58.95555555555556 56.22222222222222 64.11111111111111
12 87.14814814814815 NaN NaN
EOD
$p3s1_seeds << EOD
2 40.55555555555556
2 41.44444444444444
2 43
2 40.111111111111114
2 44.888888888888886
6 58
6 57.333333333333336
6 64.11111111111111
6 56.22222222222222
6 59.111111111111114
12 87.88888888888889
12 89.55555555555556
12 84
EOD
$p3s2 << EOD
2 39.62222222222222 38.77777777777778 40.333333333333336
6 38.91111111111111 37 40.77777777777778
12 40.13333333333334 39 42.333333333333336
EOD
$p3s2_seeds << EOD
2 40.333333333333336
2 38.77777777777778
2 39.44444444444444
2 39.55555555555556
2 40
6 40
6 37.111111111111114
6 40.77777777777778
6 37
6 39.666666666666664
12 39.55555555555556
12 40.44444444444444
12 42.333333333333336
12 39.333333333333336
12 39
EOD
$p3s3 << EOD
2 39.17777777777778 37.55555555555556 41.111111111111114
6 38.75555555555555 34.666666666666664 42.888888888888886
12 40.11111111111111 36.666666666666664 45
EOD
$p3s3_seeds << EOD
2 37.55555555555556
2 38.333333333333336
2 40
2 38.888888888888886
2 41.111111111111114
6 38.55555555555556
6 36.888888888888886
6 42.888888888888886
6 34.666666666666664
6 40.77777777777778
12 40.666666666666664
12 38.333333333333336
12 45
12 36.666666666666664
12 39.888888888888886
EOD
$p3s4 << EOD
2 40.37777777777778 38.111111111111114 41.333333333333336
6 38.86666666666667 36.55555555555556 41.333333333333336
12 40.17777777777778 37.55555555555556 42
EOD
$p3s4_seeds << EOD
2 41.111111111111114
2 40.333333333333336
2 41
2 38.111111111111114
2 41.333333333333336
6 38
6 39.55555555555556
6 41.333333333333336
6 36.55555555555556
6 38.888888888888886
12 40.888888888888886
12 39.333333333333336
12 42
12 37.55555555555556
12 41.111111111111114
EOD
$p3s5 << EOD
2 41.733333333333334 39.22222222222222 44.333333333333336
6 40.88888888888889 39.111111111111114 43.111111111111114
12 41.75555555555555 39.77777777777778 44.666666666666664
EOD
$p3s5_seeds << EOD
2 42.22222222222222
2 39.22222222222222
2 44.333333333333336
2 39.888888888888886
2 43
6 40.77777777777778
6 39.22222222222222
6 43.111111111111114
6 39.111111111111114
6 42.22222222222222
12 42.666666666666664
12 39.77777777777778
12 44.666666666666664
12 39.888888888888886
12 41.77777777777778
EOD

# Panel 4: x, mean or median, low and high end of its band; x, y of each seed.
$p4s1 << EOD
2 42 40.111111111111114 44.888888888888886
6 58.95555555555556 56.22222222222222 64.11111111111111
12 87.14814814814815 NaN NaN
EOD
$p4s1_seeds << EOD
2 40.55555555555556
2 41.44444444444444
2 43
2 40.111111111111114
2 44.888888888888886
6 58
6 57.333333333333336
6 64.11111111111111
6 56.22222222222222
6 59.111111111111114
12 87.88888888888889
12 89.55555555555556
12 84
EOD
$p4s2 << EOD
2 39.84444444444444 37.888888888888886 41
6 43.93333333333334 41.22222222222222 48.44444444444444
12 63.511111111111106 55.666666666666664 74.66666666666667
EOD
$p4s2_seeds << EOD
2 37.888888888888886
2 40.77777777777778
2 41
2 39.44444444444444
2 40.111111111111114
6 44.888888888888886
6 43.111111111111114
6 48.44444444444444
6 41.22222222222222
6 42
12 59.55555555555556
12 74.66666666666667
12 69.33333333333333
12 55.666666666666664
12 58.333333333333336
EOD
$p4s3 << EOD
2 39.99999999999999 38.44444444444444 41.22222222222222
6 43.222222222222214 38.22222222222222 47.666666666666664
12 63.333333333333336 NaN NaN
EOD
$p4s3_seeds << EOD
2 38.44444444444444
2 39
2 41.22222222222222
2 40.666666666666664
2 40.666666666666664
6 46.55555555555556
6 42.22222222222222
6 47.666666666666664
6 38.22222222222222
6 41.44444444444444
12 60.666666666666664
12 65.77777777777777
12 88.88888888888889
12 57.888888888888886
12 63.333333333333336
EOD
$p4s4 << EOD
2 38.733333333333334 37.22222222222222 40.666666666666664
6 39.66666666666667 38.666666666666664 40.666666666666664
12 46.15555555555555 43.44444444444444 49.44444444444444
EOD
$p4s4_seeds << EOD
2 37.22222222222222
2 38.111111111111114
2 40.666666666666664
2 38.888888888888886
2 38.77777777777778
6 38.666666666666664
6 39.44444444444444
6 40
6 39.55555555555556
6 40.666666666666664
12 45.111111111111114
12 43.44444444444444
12 46.888888888888886
12 45.888888888888886
12 49.44444444444444
EOD
$p4s5 << EOD
2 38.24444444444445 37.22222222222222 40.666666666666664
6 40.955555555555556 38.55555555555556 43.111111111111114
12 45.82222222222222 43.44444444444444 48.77777777777778
EOD
$p4s5_seeds << EOD
2 37.333333333333336
2 37.22222222222222
2 40.666666666666664
2 37.55555555555556
2 38.44444444444444
6 40.111111111111114
6 41.55555555555556
6 43.111111111111114
6 38.55555555555556
6 41.44444444444444
12 47
12 43.44444444444444
12 45.666666666666664
12 44.22222222222222
12 48.77777777777778
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
    unset logscale x; set xrange [1.861675338214342:12.891614078650262]; set logscale x 2
    set xtics (2, 6, 12)
    unset logscale y; set yrange [31.92222222222222:92.3]
    set ytics (40, 60, 80)
    if (t eq 'dumb') {
        set title 'Test error at a rate of 0.003 against depth, without and with a warm-up of one' . "\n" . 'epoch' . "\n" . 'words, 5 seeds: means; bands: range of the seeds; medians and every seed' . "\n" . 'where some fail to learn' . "\n" . 'pre, warmup_epochs=0: test error in %' . "\n" . 'diverged: none 4 at 12'
        unset grid; set key below center reverse Left
        set xlabel 'blocks'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p1s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.11794; set rmargin at screen 0.49817
        set bmargin at screen 0.56664; set tmargin at screen 0.85844
        set xlabel 'blocks' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'pre, warmup_epochs=0' at screen 0.30806, screen 0.92015 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 12, 1.07027, 4)
        set label 'Test error at a rate of 0.003 against depth, without and with a warm-up of one epoch' at screen 0.5, screen 0.97630 center font font_title
        set label 'words, 5 seeds: means; bands: range of the seeds; medians and every seed where some fail to learn' at screen 0.5, screen 0.95067 center font font_small textcolor rgb ink
        eval legend(1, 0.08238, 0.04640, 0.04286, 0.01071)
        eval legend(2, 0.20008, 0.04640, 0.04286, 0.01071)
        eval legend(3, 0.45429, 0.04640, 0.04286, 0.01071)
        eval legend(4, 0.70024, 0.04640, 0.04286, 0.01071)
        eval legend(5, 0.70024, 0.02248, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p1s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3], \
             $p1s4 using 1:2 with linespoints lt line[4], \
             $p1s5 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [1.861675338214342:12.891614078650262]; set logscale x 2
    set xtics (2, 6, 12)
    unset logscale y; set yrange [31.92222222222222:92.3]
    set ytics (40, 60, 80)
    if (t eq 'dumb') {
        set title 'post, warmup_epochs=0: test error in %' . "\n" . 'diverged: none 4 at 12'
        unset grid; set key below center reverse Left
        set xlabel 'blocks'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p2s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.59976; set rmargin at screen 0.98000
        set bmargin at screen 0.56664; set tmargin at screen 0.85844
        set xlabel 'blocks' offset 0,0.4
        set label 'post, warmup_epochs=0' at screen 0.78988, screen 0.92015 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 12, 1.07027, 4)
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p2s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[4], \
             $p2s5 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [1.861675338214342:12.891614078650262]; set logscale x 2
    set xtics (2, 6, 12)
    unset logscale y; set yrange [31.92222222222222:92.3]
    set ytics (40, 60, 80)
    if (t eq 'dumb') {
        set title 'pre, warmup_epochs=1: test error in %' . "\n" . 'diverged: none 2 at 12'
        unset grid; set key below center reverse Left
        set xlabel 'blocks'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p3s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p3s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.11794; set rmargin at screen 0.49817
        set bmargin at screen 0.12461; set tmargin at screen 0.41640
        set xlabel 'blocks' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'pre, warmup_epochs=1' at screen 0.30806, screen 0.47812 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 12, 1.07027, 2)
        plot $p3s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p3s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p3s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p3s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p3s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p3s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p3s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2], \
             $p3s3 using 1:2 with linespoints lt line[3], \
             $p3s4 using 1:2 with linespoints lt line[4], \
             $p3s5 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }

    # Panel 4
    unset logscale x; set xrange [1.861675338214342:12.891614078650262]; set logscale x 2
    set xtics (2, 6, 12)
    unset logscale y; set yrange [31.92222222222222:92.3]
    set ytics (40, 60, 80)
    if (t eq 'dumb') {
        set title 'post, warmup_epochs=1: test error in %' . "\n" . 'diverged: none 2 at 12'
        unset grid; set key below center reverse Left
        set xlabel 'blocks'
        plot $p4s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p4s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p4s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p4s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p4s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.59976; set rmargin at screen 0.98000
        set bmargin at screen 0.12461; set tmargin at screen 0.41640
        set xlabel 'blocks' offset 0,0.4
        set label 'post, warmup_epochs=1' at screen 0.78988, screen 0.47812 center font font_panel
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'diverged' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 12, 1.07027, 2)
        plot $p4s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p4s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p4s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p4s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p4s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p4s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p4s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p4s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p4s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p4s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p4s1 using 1:2 with linespoints lt line[1], \
             $p4s2 using 1:2 with linespoints lt line[2], \
             $p4s3 using 1:2 with linespoints lt line[3], \
             $p4s4 using 1:2 with linespoints lt line[4], \
             $p4s5 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
