# A figure of normlab. `gnuplot notebook.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" notebook.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'notebook'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm compat=keras'; line[1] = line_of('batchnorm')
label[2] = 'printed in N0'; line[2] = line_more(0); eval printed(line[2], line_of('printed'), 0)

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 14.854000000000003 14.4 15.3
2 13.142000000000001 12.65 13.63
3 12.496 12.25 12.74
4 12.178 12.06 12.24
5 11.86 11.55 12.2
6 11.604 11.41 12.15
7 11.562 11.33 11.92
8 11.504 11.11 12.42
9 11.178 10.95 11.43
10 10.988000000000001 10.57 11.47
EOD
$p1s1_seeds << EOD
1 14.4
1 14.89
1 15.3
1 14.99
1 14.69
2 12.65
2 13.15
2 12.77
2 13.63
2 13.51
3 12.55
3 12.25
3 12.74
3 12.49
3 12.45
4 12.22
4 12.23
4 12.06
4 12.24
4 12.14
5 12.2
5 11.66
5 11.55
5 12.08
5 11.81
6 11.51
6 12.15
6 11.41
6 11.51
6 11.44
7 11.92
7 11.84
7 11.33
7 11.36
7 11.36
8 12.42
8 11.11
8 11.39
8 11.26
8 11.34
9 11.19
9 10.95
9 11.36
9 11.43
9 10.96
10 10.86
10 10.88
10 11.47
10 11.16
10 10.57
EOD
$p1s2 << EOD
1 14.78 NaN NaN
2 12.36 NaN NaN
3 12.86 NaN NaN
4 11.99 NaN NaN
5 11.59 NaN NaN
6 11.75 NaN NaN
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 14.23 13.65 14.68
2 12.813999999999998 12.45 13.42
3 12.241999999999999 11.97 12.52
4 11.978 11.66 12.17
5 11.528 11.35 11.9
6 11.476 11 11.67
7 11.412 10.99 11.73
8 11.334 11.02 12.04
9 11.132 10.8 11.7
10 10.948 10.65 11.43
EOD
$p2s1_seeds << EOD
1 13.65
1 14.08
1 14.14
1 14.68
1 14.6
2 12.45
2 12.49
2 12.45
2 13.26
2 13.42
3 12.28
3 12.36
3 12.08
3 11.97
3 12.52
4 12.09
4 12.05
4 12.17
4 11.92
4 11.66
5 11.9
5 11.39
5 11.57
5 11.35
5 11.43
6 11.64
6 11.67
6 11.44
6 11.63
6 11
7 11.58
7 11.73
7 11.15
7 11.61
7 10.99
8 12.04
8 11.06
8 11.46
8 11.09
8 11.02
9 11.7
9 10.96
9 11.02
9 11.18
9 10.8
10 10.65
10 10.76
10 11.43
10 11.08
10 10.82
EOD
$p2s2 << EOD
1 13.87 NaN NaN
2 12.65 NaN NaN
3 12.13 NaN NaN
4 11.89 NaN NaN
5 11.72 NaN NaN
6 11.47 NaN NaN
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
    unset logscale x; set xrange [0.64:10.36]
    set xtics (2, 4, 6, 8, 10)
    unset logscale y; set yrange [10.3335:15.5365]
    set ytics (12, 14)
    if (t eq 'dumb') {
        set title 'The two networks of note N0' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'input-after: validation error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'epoch' offset 0,0.4
        set label 'validation error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'input-after' at screen 0.28329, screen 0.83774 center font font_panel
        set label 'The two networks of note N0' at screen 0.5, screen 0.95183 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.28492, 0.04380, 0.04286, 0.01071)
        eval legend_point(2, 0.56262, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [0.64:10.36]
    set xtics (2, 4, 6, 8, 10)
    unset logscale y; set yrange [10.3335:15.5365]
    set ytics (12, 14)
    if (t eq 'dumb') {
        set title 'input-before: validation error in %'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'epoch' offset 0,0.4
        set label 'input-before' at screen 0.76512, screen 0.83774 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with points lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
