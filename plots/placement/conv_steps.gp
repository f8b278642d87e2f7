# A figure of normlab. `gnuplot conv_steps.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" conv_steps.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv_steps'
width = 7 # inches
height = 6.82

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 73.4 52 105
2 57.4 52 79
3 84 52 105
4 73.4 52 105
5 57.4 52 79
EOD
$p1s1_seeds << EOD
1 105
1 52
1 79
1 52
1 79
2 79
2 52
2 52
2 52
2 52
3 105
3 105
3 79
3 52
3 79
4 105
4 52
4 79
4 52
4 79
5 79
5 52
5 52
5 52
5 52
EOD
$p1s2 << EOD
1 68.2 52 79
2 52 52 52
3 73.6 52 79
4 62.8 52 79
5 52 52 52
EOD
$p1s2_seeds << EOD
1 79
1 52
1 79
1 52
1 79
2 52
2 52
2 52
2 52
2 52
3 79
3 79
3 79
3 52
3 79
4 52
4 79
4 52
4 52
4 79
5 52
5 52
5 52
5 52
5 52
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 NaN NaN NaN
2 152.6 105 184
3 NaN NaN NaN
4 NaN NaN NaN
5 136.6 105 158
EOD
$p2s1_bars << EOD
2 152.6 105 184
5 136.6 105 158
EOD
$p2s1_seeds << EOD
2 184
2 158
2 158
2 105
2 158
5 131
5 131
5 158
5 105
5 158
EOD
$p2s2 << EOD
1 NaN NaN NaN
2 163 131 184
3 NaN NaN NaN
4 NaN NaN NaN
5 157.8 105 184
EOD
$p2s2_bars << EOD
2 163 131 184
5 157.8 105 184
EOD
$p2s2_seeds << EOD
2 184
2 184
2 158
2 131
2 158
5 184
5 184
5 158
5 105
5 158
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
1 57.4 52 79
2 62.8 52 79
3 57.4 52 79
4 57.4 52 79
5 62.8 52 79
EOD
$p3s1_seeds << EOD
1 79
1 52
1 52
1 52
1 52
2 79
2 52
2 79
2 52
2 52
3 79
3 52
3 52
3 52
3 52
4 79
4 52
4 52
4 52
4 52
5 79
5 52
5 79
5 52
5 52
EOD
$p3s2 << EOD
1 57.4 52 79
2 62.8 52 79
3 57.4 52 79
4 57.4 52 79
5 62.8 52 79
EOD
$p3s2_seeds << EOD
1 79
1 52
1 52
1 52
1 52
2 79
2 79
2 52
2 52
2 52
3 79
3 52
3 52
3 52
3 52
4 79
4 52
4 52
4 52
4 52
5 79
5 52
5 52
5 52
5 79
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
    unset logscale x; set xrange [0.5:5.5]; unset xtics
    unset logscale y; set yrange [49.35:107.65]
    set ytics (60, 80, 100)
    if (t eq 'dumb') {
        set title 'Steps of a convolutional net to a test error of 25 %' . "\n" . 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' . "\n" . 'relu: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(84)
        set label 'none' at graph 0.98800, first 84 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.14079; set rmargin at screen 0.49817
        set bmargin at screen 0.55690; set tmargin at screen 0.82816
        set label 'before' at first 1, screen 0.54251 right rotate by 40
        set label 'after' at first 2, screen 0.54251 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.54251 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.54251 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.54251 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.46909 center
        unset xlabel
        set label 'steps' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'relu' at screen 0.31948, screen 0.92577 center font font_panel
        eval guide(84)
        set label 'none' at graph 0.98800, first 84 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Steps of a convolutional net to a test error of 25 %' at screen 0.5, screen 0.97797 center font font_title
        set label 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' at screen 0.5, screen 0.95414 center font font_small textcolor rgb ink
        eval legend_point(1, 0.37310, 0.02016, 0.02000, 0.01071)
        eval legend_point(2, 0.51429, 0.02016, 0.02000, 0.01071)
        plot $p1s1 using ($1-0.0750):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1+0.1750):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.1750):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1+0.0750):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s1 using ($1-0.0750):2 with points lt line[1], \
             $p1s2 using ($1+0.1750):2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [0.5:5.5]; unset xtics
    unset logscale y; set yrange [101.05:187.95]
    set ytics (120, 140, 160, 180)
    if (t eq 'dumb') {
        set title 'sigmoid: steps' . "\n" . 'none: 5 not reached' . "\n" . 'not reached: batchnorm 5 at before, 5 at input, 5 at input-before; layernorm 5 at' . "\n" . 'before, 5 at input, 5 at input-before'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        plot $p2s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.62262; set rmargin at screen 0.98000
        set bmargin at screen 0.55690; set tmargin at screen 0.82816
        set label 'before' at first 1, screen 0.54251 right rotate by 40
        set label 'after' at first 2, screen 0.54251 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.54251 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.54251 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.54251 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.46909 center
        unset xlabel
        set label 'sigmoid' at screen 0.80131, screen 0.92577 center font font_panel
        set label 'none: 5 not reached' at screen 0.80131, screen 0.90327 center font font_small textcolor rgb ink
        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink
        set label 'not reached' at graph 0, graph 1.07027 right offset -0.6,0 textcolor rgb ink
        eval lost(1, 0.875, 1.07027, 5)
        eval lost(2, 1.125, 1.14054, 5)
        eval lost(1, 2.875, 1.07027, 5)
        eval lost(2, 3.125, 1.14054, 5)
        eval lost(1, 3.875, 1.07027, 5)
        eval lost(2, 4.125, 1.14054, 5)
        plot $p2s1 using ($1-0.0750):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p2s2 using ($1+0.1750):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p2s1_seeds using ($1-0.1750):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using ($1+0.0750):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s1 using ($1-0.0750):2 with points lt line[1], \
             $p2s2 using ($1+0.1750):2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [0.5:5.5]; unset xtics
    unset logscale y; set yrange [50.65:80.35]
    set ytics (60, 70, 80)
    if (t eq 'dumb') {
        set title 'tanh: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(57.4)
        set label 'none' at graph 0.41235, first 57.4 center offset 0,1 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.14079; set rmargin at screen 0.49817
        set bmargin at screen 0.13848; set tmargin at screen 0.40974
        set label 'before' at first 1, screen 0.12409 right rotate by 40
        set label 'after' at first 2, screen 0.12409 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.12409 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.12409 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.12409 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.05067 center
        unset xlabel
        set label 'steps' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'tanh' at screen 0.31948, screen 0.42899 center font font_panel
        eval guide(57.4)
        set label 'none' at graph 0.41235, first 57.4 center offset 0,0.5 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.0750):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p3s2 using ($1+0.1750):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p3s1_seeds using ($1-0.1750):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using ($1+0.0750):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s1 using ($1-0.0750):2 with points lt line[1], \
             $p3s2 using ($1+0.1750):2 with points lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
