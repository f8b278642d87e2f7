# A figure of normlab. `gnuplot difference.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" difference.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'difference'
width = 3.4 # inches
height = 3.64

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'BeFranke' . "\047" . 's rerun, 100 epochs'; line[2] = line_more(0); eval printed(line[2], line_of('printed'), 0)
label[3] = 'HickmannLautaro' . "\047" . 's rerun,…hs of 4 augmented copies'; line[3] = line_more(0); eval printed(line[3], line_of('printed'), 1)

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
2 -1.7833333333333339 NaN NaN
4 -6.609999999999999 NaN NaN
8 -8.546666666666667 NaN NaN
16 -9.56 NaN NaN
32 -19.009999999999998 NaN NaN
EOD
$p1s1_seeds << EOD
2 -2.3099999999999987
2 -1.7700000000000031
2 -1.2699999999999996
4 -5.969999999999999
4 -5.5
4 -8.36
8 -7.34
8 -6.099999999999998
8 -12.200000000000003
16 -9.850000000000001
16 -8.419999999999998
16 -10.41
32 -18.539999999999996
32 -14.580000000000002
32 -23.909999999999997
EOD
$p1s2 << EOD
2 5.49 NaN NaN
4 1.2 NaN NaN
8 -0.37 NaN NaN
16 -0.69 NaN NaN
32 -0.45 NaN NaN
EOD
$p1s3 << EOD
2 5.07 NaN NaN
4 0.85 NaN NaN
8 -0.22 NaN NaN
16 -0.44 NaN NaN
32 -0.68 NaN NaN
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
    unset logscale y; set yrange [-25.379999999999995:6.96]
    set ytics (-20, -10, 0)
    if (t eq 'dumb') {
        set title 'Test error with BatchNorm less that with GroupNorm' . "\n" . 'cifar10, 3 seeds: means, every seed a faint point; line at 0: norm="groupnorm' . "\n" . 'groups=8"' . "\n" . 'points of test error'
        unset grid; set key below center reverse Left
        set xlabel 'batch size'
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with points lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.15915; set rmargin at screen 0.95882
        set bmargin at screen 0.27198; set tmargin at screen 0.78022
        set xlabel 'batch size' offset 0,0.4
        set label 'points of test error' at screen 0.03889, graph 0.5 center rotate by 90
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Test error with BatchNorm less that with' at screen 0.5, screen 0.95871 center font font_title
        set label 'GroupNorm' at screen 0.5, screen 0.90911 center font font_title
        set label 'cifar10, 3 seeds: means, every seed a faint point; line at 0:' at screen 0.5, screen 0.86447 center font font_small textcolor rgb ink
        set label 'norm="groupnorm groups=8"' at screen 0.5, screen 0.82479 center font font_small textcolor rgb ink
        eval legend(1, 0.01969, 0.13576, 0.08824, 0.02206)
        eval legend_point(2, 0.01969, 0.08159, 0.08824, 0.02206)
        eval legend_point(3, 0.01969, 0.03993, 0.08824, 0.02206)
        plot $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with points lt line[2], \
             $p1s3 using 1:2 with points lt line[3]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
