# A figure of normlab. `gnuplot conv.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" conv.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv'
width = 3.4 # inches
height = 3.42

# The series: legend entries and line types.
array label[4]
array line[4]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')
label[3] = 'groupnorm'; line[3] = line_of('groupnorm')
label[4] = 'instancenorm'; line[4] = line_of('instancenorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 13.106 12.77 13.42
2 13.325999999999999 13.08 13.68
3 13.190000000000001 12.89 13.67
4 13.219999999999999 12.75 13.54
EOD
$p1s1_seeds << EOD
1 13.27
1 13.42
1 12.77
1 12.99
1 13.08
2 13.42
2 13.68
2 13.08
2 13.25
2 13.2
3 13.31
3 13.67
3 13.01
3 12.89
3 13.07
4 13.36
4 13.54
4 12.75
4 13.25
4 13.2
EOD
$p1s2 << EOD
1 13.356 13.05 13.46
2 13.313999999999998 13.09 13.61
3 13.282 12.91 13.78
4 13.389999999999997 12.96 13.54
EOD
$p1s2_seeds << EOD
1 13.4
1 13.46
1 13.05
1 13.41
1 13.46
2 13.1
2 13.41
2 13.09
2 13.61
2 13.36
3 13.23
3 13.78
3 12.91
3 13.1
3 13.39
4 13.46
4 13.51
4 12.96
4 13.48
4 13.54
EOD
$p1s3 << EOD
1 13.266000000000002 12.99 13.62
2 13.366 13.04 13.7
3 13.404 13.15 13.6
4 13.378 13.13 13.75
EOD
$p1s3_seeds << EOD
1 13.27
1 13.62
1 12.99
1 13.27
1 13.18
2 13.7
2 13.63
2 13.16
2 13.04
2 13.3
3 13.42
3 13.6
3 13.15
3 13.41
3 13.44
4 13.75
4 13.56
4 13.16
4 13.29
4 13.13
EOD
$p1s4 << EOD
1 13.144 12.56 13.78
2 13.16 12.76 13.5
3 13.056000000000001 12.48 13.52
4 12.872 12.5 13.21
EOD
$p1s4_seeds << EOD
1 13.15
1 13.78
1 12.56
1 13.28
1 12.95
2 13.08
2 13.5
2 12.76
2 13.16
2 13.3
3 13.11
3 13.52
3 12.48
3 12.97
3 13.2
4 12.75
4 13.21
4 12.5
4 13.08
4 12.82
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
    unset logscale x; set xrange [0.5:4.5]; unset xtics
    unset logscale y; set yrange [12.415000000000001:13.844999999999999]
    set ytics (12.5, 13, 13.5)
    if (t eq 'dumb') {
        set title 'Test error of a convolutional net by what its norms learn' . "\n" . 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' . "\n" . 'test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('both' 1, 'scale' 2, 'shift' 3, 'none' 4)
        set xlabel 'what is learned'
        plot $p1s1 using ($1-0.3000):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1-0.1000):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.1000):2 with points lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.3000):2 with points lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.16961; set rmargin at screen 0.95882
        set bmargin at screen 0.22515; set tmargin at screen 0.76608
        set label 'both' at first 1, screen 0.18941 center
        set label 'scale' at first 2, screen 0.18941 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'shift' at first 3, screen 0.18941 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'none' at first 4, screen 0.18941 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'what is learned' at graph 0.5, screen 0.14717 center
        unset xlabel
        set label 'test error in %' at screen 0.03889, graph 0.5 center rotate by 90
        set label 'Test error of a convolutional net by what its' at screen 0.5, screen 0.95606 center font font_title
        set label 'norms learn' at screen 0.5, screen 0.90327 center font font_title
        set label 'fashion-mnist, 5 seeds: means; error bars: range of the' at screen 0.5, screen 0.85575 center font font_small textcolor rgb ink
        set label 'seeds' at screen 0.5, screen 0.81352 center font font_small textcolor rgb ink
        eval legend_point(1, 0.21127, 0.08634, 0.04118, 0.02206)
        eval legend_point(2, 0.50980, 0.08634, 0.04118, 0.02206)
        eval legend_point(3, 0.21127, 0.04199, 0.04118, 0.02206)
        eval legend_point(4, 0.50980, 0.04199, 0.04118, 0.02206)
        plot $p1s1 using ($1-0.2600):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1-0.0600):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s3 using ($1+0.1400):2:3:4 with yerrorbars lt line[3] pt -1 dt solid lw 0.8, \
             $p1s4 using ($1+0.3400):2:3:4 with yerrorbars lt line[4] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.3400):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1-0.1400):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using ($1+0.0600):2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using ($1+0.2600):2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s1 using ($1-0.2600):2 with points lt line[1], \
             $p1s2 using ($1-0.0600):2 with points lt line[2], \
             $p1s3 using ($1+0.1400):2 with points lt line[3], \
             $p1s4 using ($1+0.3400):2 with points lt line[4]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
