# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
width = 3.4 # inches
height = 2.96

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'groupnorm'; line[2] = line_of('groupnorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
2 25.2 NaN NaN
4 21.573333333333334 NaN NaN
8 21.19333333333333 NaN NaN
16 21.183333333333334 NaN NaN
32 21.423333333333336 NaN NaN
EOD
$p1s1_seeds << EOD
2 24.82
2 25.74
2 25.04
4 21.67
4 22
4 21.05
8 21.47
8 21.64
8 20.47
16 21.4
16 21.1
16 21.05
32 21.37
32 21.37
32 21.53
EOD
$p1s2 << EOD
2 26.983333333333334 NaN NaN
4 28.183333333333334 NaN NaN
8 29.74 NaN NaN
16 30.74333333333333 NaN NaN
32 40.43333333333333 NaN NaN
EOD
$p1s2_seeds << EOD
2 27.13
2 27.51
2 26.31
4 27.64
4 27.5
4 29.41
8 28.81
8 27.74
8 32.67
16 31.25
16 29.52
16 31.46
32 39.91
32 35.95
32 45.44
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
    unset logscale x; set xrange [1.790050141855945:35.75318841831104]; set logscale x 2
    set xtics (2, 4, 8, 16, 32)
    unset logscale y; set yrange [19.2215:46.6885]
    set ytics (20, 30, 40)
    if (t eq 'dumb') {
        set title 'Test error of ResNet-20 against batch size' . "\n" . 'cifar10, 3 seeds: means, every seed a faint point' . "\n" . 'test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'batch size'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.14085; set rmargin at screen 0.95882
        set bmargin at screen 0.21453; set tmargin at screen 0.83953
        set xlabel 'batch size' offset 0,0.4
        set label 'test error in %' at screen 0.03889, graph 0.5 center rotate by 90
        set label 'Test error of ResNet-20 against batch size' at screen 0.5, screen 0.94923 center font font_title
        set label 'cifar10, 3 seeds: means, every seed a faint point' at screen 0.5, screen 0.89433 center font font_small textcolor rgb ink
        eval legend(1, 0.18775, 0.04702, 0.08824, 0.02206)
        eval legend(2, 0.52549, 0.04702, 0.08824, 0.02206)
        plot $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
