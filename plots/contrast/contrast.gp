# A figure of normlab. `gnuplot contrast.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" contrast.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'contrast'
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
0.2 17.018 16.04 17.96
0.4 17.832 16.69 18.43
0.6 20.042 17.75 21.52
0.8 24.074 21.05 26.16
EOD
$p1s1_seeds << EOD
0 16.92
0 17.4
0 17.89
0 16.05
0 16.14
0.2 17.12
0.2 17.47
0.2 17.96
0.2 16.04
0.2 16.5
0.4 18.06
0.4 18.42
0.4 18.43
0.4 16.69
0.4 17.56
0.6 20.51
0.6 21.52
0.6 19.87
0.6 17.75
0.6 20.56
0.8 24.68
0.8 26.16
0.8 22.83
0.8 21.05
0.8 25.65
EOD
$p1s2 << EOD
0 15.5 15.1 16.11
0.2 16.060000000000002 15.34 16.95
0.4 17.996000000000002 16.62 19.11
0.6 22.258000000000003 18.6 24.39
0.8 28.354000000000003 23.55 31.21
EOD
$p1s2_seeds << EOD
0 16.11
0 15.52
0 15.14
0 15.63
0 15.1
0.2 16.95
0.2 15.8
0.2 15.34
0.2 16.45
0.2 15.76
0.4 19.11
0.4 17.62
0.4 16.62
0.4 18.85
0.4 17.78
0.6 24.07
0.6 21.94
0.6 18.6
0.6 24.39
0.6 22.29
0.8 29.77
0.8 27.43
0.8 23.55
0.8 31.21
0.8 29.81
EOD
$p1s3 << EOD
0 16.092000000000002 15.68 16.67
0.2 16.114000000000004 15.71 16.76
0.4 16.228 15.75 16.98
0.6 16.529999999999998 15.93 17.43
0.8 17.332 16.69 18.76
EOD
$p1s3_seeds << EOD
0 16.67
0 16.39
0 16.02
0 15.7
0 15.68
0.2 16.76
0.2 16.42
0.2 15.95
0.2 15.73
0.2 15.71
0.4 16.98
0.4 16.52
0.4 16.09
0.4 15.75
0.4 15.8
0.6 17.43
0.6 16.7
0.6 16.35
0.6 15.93
0.6 16.24
0.8 18.76
0.8 17.5
0.8 16.99
0.8 16.69
0.8 16.72
EOD
$p1s4 << EOD
0 16.044000000000004 15.76 16.41
0.2 16.11 15.86 16.58
0.4 16.208000000000002 15.97 16.53
0.6 16.408 16.12 16.75
0.8 17.196 16.83 17.83
EOD
$p1s4_seeds << EOD
0 16.41
0 16.18
0 16.01
0 15.86
0 15.76
0.2 16.58
0.2 16.27
0.2 15.97
0.2 15.86
0.2 15.87
0.4 16.53
0.4 16.36
0.4 16.07
0.4 15.97
0.4 16.11
0.6 16.75
0.6 16.66
0.6 16.12
0.6 16.25
0.6 16.26
0.8 17.56
0.8 17.83
0.8 16.83
0.8 16.89
0.8 16.87
EOD
$p1s5 << EOD
0 15.581999999999999 15.23 16.04
0.2 15.580000000000002 15.22 16.05
0.4 15.613999999999999 15.29 16.11
0.6 15.719999999999999 15.33 16.15
0.8 16.066 15.58 16.79
EOD
$p1s5_seeds << EOD
0 16.04
0 15.95
0 15.26
0 15.43
0 15.23
0.2 16.05
0.2 15.94
0.2 15.22
0.2 15.41
0.2 15.28
0.4 16.11
0.4 15.86
0.4 15.29
0.4 15.4
0.4 15.41
0.6 16.15
0.6 15.91
0.6 15.33
0.6 15.64
0.6 15.57
0.8 16.79
0.8 16.01
0.8 15.58
0.8 15.98
0.8 15.97
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0 16.880000000000003 16.05 17.89
0.2 17.018 16.04 17.96
0.4 17.832 16.69 18.43
0.6 20.042 17.75 21.52
0.8 24.074 21.05 26.16
EOD
$p2s1_seeds << EOD
0 16.92
0 17.4
0 17.89
0 16.05
0 16.14
0.2 17.12
0.2 17.47
0.2 17.96
0.2 16.04
0.2 16.5
0.4 18.06
0.4 18.42
0.4 18.43
0.4 16.69
0.4 17.56
0.6 20.51
0.6 21.52
0.6 19.87
0.6 17.75
0.6 20.56
0.8 24.68
0.8 26.16
0.8 22.83
0.8 21.05
0.8 25.65
EOD
$p2s2 << EOD
0 15.428 15.03 16.03
0.2 16.044 15.53 16.66
0.4 17.951999999999998 16.72 18.71
0.6 22.212 18.64 24.2
0.8 28.25 23.33 31.07
EOD
$p2s2_seeds << EOD
0 16.03
0 15.34
0 15.18
0 15.56
0 15.03
0.2 16.66
0.2 15.78
0.2 15.53
0.2 16.3
0.2 15.95
0.4 18.54
0.4 17.54
0.4 16.72
0.4 18.71
0.4 18.25
0.6 23.03
0.6 22.12
0.6 18.64
0.6 24.2
0.6 23.07
0.8 28.77
0.8 27.69
0.8 23.33
0.8 31.07
0.8 30.39
EOD
$p2s3 << EOD
0 16.04 15.57 16.68
0.2 16.04 15.57 16.68
0.4 16.04 15.57 16.68
0.6 16.04 15.57 16.68
0.8 16.04 15.57 16.68
EOD
$p2s3_seeds << EOD
0 16.68
0 16.43
0 15.57
0 15.83
0 15.69
0.2 16.68
0.2 16.43
0.2 15.57
0.2 15.83
0.2 15.69
0.4 16.68
0.4 16.43
0.4 15.57
0.4 15.83
0.4 15.69
0.6 16.68
0.6 16.43
0.6 15.57
0.6 15.83
0.6 15.69
0.8 16.68
0.8 16.43
0.8 15.57
0.8 15.83
0.8 15.69
EOD
$p2s4 << EOD
0 15.478 14.86 16.37
0.2 15.478 14.86 16.37
0.4 15.478 14.86 16.37
0.6 15.478 14.86 16.37
0.8 15.478 14.86 16.37
EOD
$p2s4_seeds << EOD
0 16.37
0 15.78
0 15.06
0 15.32
0 14.86
0.2 16.37
0.2 15.78
0.2 15.06
0.2 15.32
0.2 14.86
0.4 16.37
0.4 15.78
0.4 15.06
0.4 15.32
0.4 14.86
0.6 16.37
0.6 15.78
0.6 15.06
0.6 15.32
0.6 14.86
0.8 16.37
0.8 15.78
0.8 15.06
0.8 15.32
0.8 14.86
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
    unset logscale x; set xrange [-0.032:0.8320000000000001]
    set xtics (0, 0.2, 0.4, 0.6, 0.8)
    unset logscale y; set yrange [14.042499999999999:32.0275]
    set ytics (15, 20, 25, 30)
    if (t eq 'dumb') {
        set title 'Test error under random changes of contrast' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'hidden: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'contrast times 1 - this to 1 + this'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p1s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'contrast times 1 - this to 1 + this' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'hidden' at screen 0.28329, screen 0.83774 center font font_panel
        set label 'Test error under random changes of contrast' at screen 0.5, screen 0.95183 center font font_title
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
    unset logscale x; set xrange [-0.032:0.8320000000000001]
    set xtics (0, 0.2, 0.4, 0.6, 0.8)
    unset logscale y; set yrange [14.042499999999999:32.0275]
    set ytics (15, 20, 25, 30)
    if (t eq 'dumb') {
        set title 'input: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'contrast times 1 - this to 1 + this'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'contrast times 1 - this to 1 + this' offset 0,0.4
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
