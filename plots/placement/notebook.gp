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

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
1 14.896 14.51 15.25
2 13.228 12.71 13.88
3 12.662000000000003 12.46 13.17
4 12.129999999999999 12.04 12.31
5 11.892 11.45 12.53
6 11.692 11.41 12
7 11.452000000000002 10.91 11.96
8 11.532 11.18 11.82
9 11.132000000000001 10.92 11.26
10 10.966 10.77 11.25
EOD
$p1s1_seeds << EOD
1 14.51
1 15.25
1 15.18
1 15.03
1 14.51
2 12.92
2 13.03
2 12.71
2 13.88
2 13.6
3 12.67
3 12.46
3 12.55
3 12.46
3 13.17
4 12.31
4 12.09
4 12.04
4 12.05
4 12.16
5 12.53
5 11.53
5 11.45
5 12.11
5 11.84
6 11.85
6 12
6 11.41
6 11.62
6 11.58
7 11.66
7 11.96
7 11.3
7 11.43
7 10.91
8 11.77
8 11.44
8 11.82
8 11.45
8 11.18
9 11.08
9 11.19
9 11.21
9 11.26
9 10.92
10 10.8
10 10.93
10 11.08
10 11.25
10 10.77
EOD
$p1s2 << EOD
1 14.78 NaN NaN
2 12.36 NaN NaN
3 12.86 NaN NaN
4 11.99 NaN NaN
5 11.59 NaN NaN
6 11.75 NaN NaN
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
1 14.148 13.67 14.34
2 12.786000000000001 12.24 13.56
3 12.24 11.99 12.47
4 12.002 11.82 12.13
5 11.450000000000001 11.16 11.72
6 11.346 10.85 11.86
7 11.431999999999999 10.91 11.92
8 11.279999999999998 10.77 12.33
9 11.034 10.47 11.56
10 10.889999999999997 10.41 11.52
EOD
$p2s1_seeds << EOD
1 13.67
1 14.34
1 14.11
1 14.29
1 14.33
2 12.48
2 12.56
2 12.24
2 13.09
2 13.56
3 12.47
3 11.99
3 12.21
3 12.15
3 12.38
4 12.06
4 11.89
4 12.11
4 12.13
4 11.82
5 11.72
5 11.16
5 11.63
5 11.36
5 11.38
6 11.43
6 11.86
6 11.24
6 11.35
6 10.85
7 11.82
7 11.92
7 11.23
7 11.28
7 10.91
8 12.33
8 11.04
8 11.31
8 10.95
8 10.77
9 11.56
9 11.27
9 11.24
9 10.63
9 10.47
10 10.77
10 10.84
10 11.52
10 10.91
10 10.41
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
    set xrange [0.64:10.36]; unset logscale x
    set xtics (2, 4, 6, 8, 10)
    set yrange [10.168:15.492]; unset logscale y
    set ytics (12, 14)
    if (t eq 'dumb') {
        set title 'The two networks of note N0' . "\n" . 'fashion-mnist, 5 seeds: means with the spread of the seeds' . "\n" . 'input-after: validation error in %'
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
        set label 'fashion-mnist, 5 seeds: means with the spread of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.28492, 0.04380, 0.04286, 0.01071)
        eval legend_point(2, 0.56262, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    set xrange [0.64:10.36]; unset logscale x
    set xtics (2, 4, 6, 8, 10)
    set yrange [10.168:15.492]; unset logscale y
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
