# A figure of normlab. `gnuplot brightness.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" brightness.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'brightness'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[5]
array line[5]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=2'; line[4] = line_of('groupnorm')
label[5] = 'instancenorm'; line[5] = line_of('instancenorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
0 16.880000000000003 16.05 17.89
0.1 17.668 16.68 18.59
0.2 20.514000000000003 18.17 23.06
0.3 25.078 21.64 29.63
0.4 29.451999999999998 25.83 35.31
EOD
$p1s1_seeds << EOD
0 16.92
0 17.4
0 17.89
0 16.05
0 16.14
0.1 18.59
0.1 18.14
0.1 17.86
0.1 16.68
0.1 17.07
0.2 23.06
0.2 22.2
0.2 19.44
0.2 18.17
0.2 19.7
0.3 27.7
0.3 29.63
0.3 23.03
0.3 21.64
0.3 23.39
0.4 31.39
0.4 35.31
0.4 28.14
0.4 25.83
0.4 26.59
EOD
$p1s2 << EOD
0 15.5 15.1 16.11
0.1 16.851999999999997 15.79 18.28
0.2 22.152 18.5 26.98
0.3 29.106 22.66 35.65
0.4 34.914 27.3 41.68
EOD
$p1s2_seeds << EOD
0 16.11
0 15.52
0 15.14
0 15.63
0 15.1
0.1 18.28
0.1 16.46
0.1 15.79
0.1 17.3
0.1 16.43
0.2 26.98
0.2 21.22
0.2 18.5
0.2 22.67
0.2 21.39
0.3 35.65
0.3 28.99
0.3 22.66
0.3 30.46
0.3 27.77
0.4 41.68
0.4 35.91
0.4 27.3
0.4 36.59
0.4 33.09
EOD
$p1s3 << EOD
0 16.092000000000002 15.68 16.67
0.1 16.324 15.87 17.06
0.2 17.101999999999997 16.54 17.98
0.3 18.608 17.68 20.71
0.4 20.604000000000003 18.85 24.75
EOD
$p1s3_seeds << EOD
0 16.67
0 16.39
0 16.02
0 15.7
0 15.68
0.1 17.06
0.1 16.5
0.1 16.28
0.1 15.91
0.1 15.87
0.2 17.98
0.2 17.28
0.2 16.94
0.2 16.77
0.2 16.54
0.3 20.71
0.3 18.93
0.3 17.92
0.3 17.68
0.3 17.8
0.4 24.75
0.4 21.17
0.4 19.32
0.4 18.93
0.4 18.85
EOD
$p1s4 << EOD
0 16.044000000000004 15.76 16.41
0.1 16.336 16.04 16.83
0.2 16.986 16.44 17.96
0.3 18.262000000000004 17.52 20.18
0.4 19.992 18.71 23.05
EOD
$p1s4_seeds << EOD
0 16.41
0 16.18
0 16.01
0 15.86
0 15.76
0.1 16.83
0.1 16.51
0.1 16.25
0.1 16.04
0.1 16.05
0.2 17.96
0.2 17.1
0.2 16.82
0.2 16.61
0.2 16.44
0.3 20.18
0.3 18.28
0.3 17.52
0.3 17.6
0.3 17.73
0.4 23.05
0.4 20.42
0.4 18.75
0.4 18.71
0.4 19.03
EOD
$p1s5 << EOD
0 15.581999999999999 15.23 16.04
0.1 15.604000000000003 15.17 16.12
0.2 15.943999999999999 15.53 16.43
0.3 16.619999999999997 16.09 17.04
0.4 17.402 16.65 17.91
EOD
$p1s5_seeds << EOD
0 16.04
0 15.95
0 15.26
0 15.43
0 15.23
0.1 16.12
0.1 16.08
0.1 15.17
0.1 15.44
0.1 15.21
0.2 16.43
0.2 16.16
0.2 15.53
0.2 15.91
0.2 15.69
0.3 17.04
0.3 16.5
0.3 16.09
0.3 16.87
0.3 16.6
0.4 17.91
0.4 17.13
0.4 16.65
0.4 17.9
0.4 17.42
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0 16.880000000000003 16.05 17.89
0.1 17.668 16.68 18.59
0.2 20.514000000000003 18.17 23.06
0.3 25.078 21.64 29.63
0.4 29.451999999999998 25.83 35.31
EOD
$p2s1_seeds << EOD
0 16.92
0 17.4
0 17.89
0 16.05
0 16.14
0.1 18.59
0.1 18.14
0.1 17.86
0.1 16.68
0.1 17.07
0.2 23.06
0.2 22.2
0.2 19.44
0.2 18.17
0.2 19.7
0.3 27.7
0.3 29.63
0.3 23.03
0.3 21.64
0.3 23.39
0.4 31.39
0.4 35.31
0.4 28.14
0.4 25.83
0.4 26.59
EOD
$p2s2 << EOD
0 15.428 15.03 16.03
0.1 16.838 15.83 17.85
0.2 21.892000000000003 18.36 25.75
0.3 28.788 22.48 34.16
0.4 34.462 26.68 40.01
EOD
$p2s2_seeds << EOD
0 16.03
0 15.34
0 15.18
0 15.56
0 15.03
0.1 17.85
0.1 16.55
0.1 15.83
0.1 17.18
0.1 16.78
0.2 25.75
0.2 21.5
0.2 18.36
0.2 22
0.2 21.85
0.3 34.16
0.3 29.34
0.3 22.48
0.3 29.67
0.3 28.29
0.4 40.01
0.4 36.32
0.4 26.68
0.4 35.74
0.4 33.56
EOD
$p2s3 << EOD
0 16.04 15.57 16.68
0.1 16.04 15.57 16.68
0.2 16.04 15.57 16.68
0.3 16.04 15.57 16.68
0.4 16.04 15.57 16.68
EOD
$p2s3_seeds << EOD
0 16.68
0 16.43
0 15.57
0 15.83
0 15.69
0.1 16.68
0.1 16.43
0.1 15.57
0.1 15.83
0.1 15.69
0.2 16.68
0.2 16.43
0.2 15.57
0.2 15.83
0.2 15.69
0.3 16.68
0.3 16.43
0.3 15.57
0.3 15.83
0.3 15.69
0.4 16.68
0.4 16.43
0.4 15.57
0.4 15.83
0.4 15.69
EOD
$p2s4 << EOD
0 15.478 14.86 16.37
0.1 15.478 14.86 16.37
0.2 15.478 14.86 16.37
0.3 15.478 14.86 16.37
0.4 15.478 14.86 16.37
EOD
$p2s4_seeds << EOD
0 16.37
0 15.78
0 15.06
0 15.32
0 14.86
0.1 16.37
0.1 15.78
0.1 15.06
0.1 15.32
0.1 14.86
0.2 16.37
0.2 15.78
0.2 15.06
0.2 15.32
0.2 14.86
0.3 16.37
0.3 15.78
0.3 15.06
0.3 15.32
0.3 14.86
0.4 16.37
0.4 15.78
0.4 15.06
0.4 15.32
0.4 14.86
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
    unset logscale x; set xrange [-0.016:0.41600000000000004]
    set xtics (0, 0.1, 0.2, 0.3, 0.4)
    unset logscale y; set yrange [13.518999999999998:43.021]
    set ytics (20, 30, 40)
    if (t eq 'dumb') {
        set title 'Test error under random changes of brightness' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'hidden: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'brightness plus or minus up to this part of white'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p1s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'brightness plus or minus up to this part of white' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'hidden' at screen 0.28329, screen 0.83774 center font font_panel
        set label 'Test error under random changes of brightness' at screen 0.5, screen 0.95183 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.07591, 0.04380, 0.04286, 0.01071)
        eval legend(2, 0.19361, 0.04380, 0.04286, 0.01071)
        eval legend(3, 0.35766, 0.04380, 0.04286, 0.01071)
        eval legend(4, 0.52171, 0.04380, 0.04286, 0.01071)
        eval legend(5, 0.76575, 0.04380, 0.04286, 0.01071)
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
    unset logscale x; set xrange [-0.016:0.41600000000000004]
    set xtics (0, 0.1, 0.2, 0.3, 0.4)
    unset logscale y; set yrange [13.518999999999998:43.021]
    set ytics (20, 30, 40)
    if (t eq 'dumb') {
        set title 'input: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'brightness plus or minus up to this part of white'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'brightness plus or minus up to this part of white' offset 0,0.4
        set label 'input' at screen 0.76512, screen 0.83774 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
