# A figure of normlab. `gnuplot mlp.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" mlp.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp'
width = 3.4 # inches
height = 3.09

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')
label[3] = 'groupnorm'; line[3] = line_of('groupnorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 13.004 12.92 13.09
2 12.88 12.79 13.06
3 13.018 12.74 13.21
4 13.001999999999999 12.83 13.2
EOD
$p1s1_seeds << EOD
1 13.09
1 13.09
1 12.97
1 12.92
1 12.95
2 12.86
2 12.83
2 13.06
2 12.86
2 12.79
3 13.04
3 13.21
3 13.2
3 12.74
3 12.9
4 13.2
4 12.93
4 12.83
4 12.98
4 13.07
EOD
$p1s2 << EOD
1 13.2 13.05 13.34
2 13.268 12.93 13.48
3 13.213999999999999 13.03 13.42
4 13.262 13.08 13.4
EOD
$p1s2_seeds << EOD
1 13.34
1 13.27
1 13.1
1 13.05
1 13.24
2 13.43
2 13.3
2 13.2
2 12.93
2 13.48
3 13.26
3 13.17
3 13.19
3 13.03
3 13.42
4 13.32
4 13.21
4 13.3
4 13.08
4 13.4
EOD
$p1s3 << EOD
1 13.291999999999998 13.23 13.43
2 13.378 13.24 13.59
3 13.315999999999999 13.24 13.46
4 13.286000000000001 13.17 13.47
EOD
$p1s3_seeds << EOD
1 13.31
1 13.43
1 13.23
1 13.26
1 13.23
2 13.27
2 13.59
2 13.42
2 13.24
2 13.37
3 13.24
3 13.46
3 13.29
3 13.32
3 13.27
4 13.47
4 13.33
4 13.17
4 13.24
4 13.22
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
    unset logscale y; set yrange [12.6975:13.6325]
    set ytics (12.8, 13, 13.2, 13.4, 13.6)
    if (t eq 'dumb') {
        set title 'Test error of an MLP by what its norms learn' . "\n" . 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' . "\n" . 'test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('both' 1, 'scale' 2, 'shift' 3, 'none' 4)
        set xlabel 'what is learned'
        plot $p1s1 using ($1-0.2500):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.2500):2 with points lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.16961; set rmargin at screen 0.95882
        set bmargin at screen 0.20083; set tmargin at screen 0.79953
        set label 'both' at first 1, screen 0.16127 center
        set label 'scale' at first 2, screen 0.16127 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'shift' at first 3, screen 0.16127 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'none' at first 4, screen 0.16127 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'what is learned' at graph 0.5, screen 0.11453 center
        unset xlabel
        set label 'test error in %' at screen 0.03889, graph 0.5 center rotate by 90
        set label 'Test error of an MLP by what its norms learn' at screen 0.5, screen 0.95137 center font font_title
        set label 'fashion-mnist, 5 seeds: means; error bars: range of the' at screen 0.5, screen 0.89878 center font font_small textcolor rgb ink
        set label 'seeds' at screen 0.5, screen 0.85203 center font font_small textcolor rgb ink
        eval legend_point(1, 0.08946, 0.04720, 0.04118, 0.02206)
        eval legend_point(2, 0.38015, 0.04720, 0.04118, 0.02206)
        eval legend_point(3, 0.67083, 0.04720, 0.04118, 0.02206)
        plot $p1s1 using ($1-0.2000):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1+0.0500):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s3 using ($1+0.3000):2:3:4 with yerrorbars lt line[3] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.3000):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1-0.0500):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using ($1+0.2000):2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s1 using ($1-0.2000):2 with points lt line[1], \
             $p1s2 using ($1+0.0500):2 with points lt line[2], \
             $p1s3 using ($1+0.3000):2 with points lt line[3]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
