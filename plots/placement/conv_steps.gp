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

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
1 73.73333333333333 46.376933312999384 101.08973335366728
2 57.93333333333332 43.31072244595827 72.55594422070837
3 84.26666666666667 56.910266646332715 111.62306668700062
4 73.73333333333333 46.376933312999384 101.08973335366728
5 52.666666666666664 52.666666666666664 52.666666666666664
EOD
$p1s1_seeds << EOD
1 105.33333333333333
1 52.666666666666664
1 79
1 52.666666666666664
1 79
2 79
2 52.666666666666664
2 52.666666666666664
2 52.666666666666664
2 52.666666666666664
3 105.33333333333333
3 105.33333333333333
3 79
3 52.666666666666664
3 79
4 105.33333333333333
4 52.666666666666664
4 79
4 52.666666666666664
4 79
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
EOD
$p1s2 << EOD
1 68.46666666666667 50.55769897599926 86.37563435733408
2 52.666666666666664 52.666666666666664 52.666666666666664
3 73.73333333333333 59.11072244595829 88.35594422070838
4 63.2 45.29103230933259 81.10896769066741
5 52.666666666666664 52.666666666666664 52.666666666666664
EOD
$p1s2_seeds << EOD
1 79
1 52.666666666666664
1 79
1 52.666666666666664
1 79
2 52.666666666666664
2 52.666666666666664
2 52.666666666666664
2 52.666666666666664
2 52.666666666666664
3 79
3 79
3 79
3 52.666666666666664
3 79
4 52.666666666666664
4 79
4 52.666666666666664
4 52.666666666666664
4 79
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
1 NaN NaN NaN
2 147.46666666666667 118.22144489191658 176.71188844141676
3 NaN NaN NaN
4 NaN NaN NaN
5 136.93333333333334 109.57693331299939 164.2897333536673
EOD
$p2s1_bars << EOD
2 147.46666666666667 118.22144489191658 176.71188844141676
5 136.93333333333334 109.57693331299939 164.2897333536673
EOD
$p2s1_seeds << EOD
2 158
2 158
2 158
2 105.33333333333333
2 158
5 131.66666666666666
5 131.66666666666666
5 158
5 105.33333333333333
5 158
EOD
$p2s2 << EOD
1 NaN NaN NaN
2 163.26666666666668 135.91026664633273 190.62306668700063
3 NaN NaN NaN
4 NaN NaN NaN
5 158.00000000000003 117.95433083682029 198.04566916317975
EOD
$p2s2_bars << EOD
2 163.26666666666668 135.91026664633273 190.62306668700063
5 158.00000000000003 117.95433083682029 198.04566916317975
EOD
$p2s2_seeds << EOD
2 184.33333333333334
2 184.33333333333334
2 158
2 131.66666666666666
2 158
5 184.33333333333334
5 184.33333333333334
5 158
5 105.33333333333333
5 158
EOD

# Panel 3: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p3s1 << EOD
1 57.93333333333332 43.31072244595827 72.55594422070837
2 63.2 45.29103230933259 81.10896769066741
3 57.93333333333332 43.31072244595827 72.55594422070837
4 57.93333333333332 43.31072244595827 72.55594422070837
5 63.2 45.29103230933259 81.10896769066741
EOD
$p3s1_seeds << EOD
1 79
1 52.666666666666664
1 52.666666666666664
1 52.666666666666664
1 52.666666666666664
2 79
2 52.666666666666664
2 79
2 52.666666666666664
2 52.666666666666664
3 79
3 52.666666666666664
3 52.666666666666664
3 52.666666666666664
3 52.666666666666664
4 79
4 52.666666666666664
4 52.666666666666664
4 52.666666666666664
4 52.666666666666664
5 79
5 52.666666666666664
5 79
5 52.666666666666664
5 52.666666666666664
EOD
$p3s2 << EOD
1 57.93333333333332 43.31072244595827 72.55594422070837
2 63.2 45.29103230933259 81.10896769066741
3 57.93333333333332 43.31072244595827 72.55594422070837
4 57.93333333333332 43.31072244595827 72.55594422070837
5 63.2 45.29103230933259 81.10896769066741
EOD
$p3s2_seeds << EOD
1 79
1 52.666666666666664
1 52.666666666666664
1 52.666666666666664
1 52.666666666666664
2 79
2 79
2 52.666666666666664
2 52.666666666666664
2 52.666666666666664
3 79
3 52.666666666666664
3 52.666666666666664
3 52.666666666666664
3 52.666666666666664
4 79
4 52.666666666666664
4 52.666666666666664
4 52.666666666666664
4 52.666666666666664
5 79
5 52.666666666666664
5 52.666666666666664
5 52.666666666666664
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
    set xrange [0.5:5.5]; unset logscale x; unset xtics
    set yrange [39.89510523390615:115.03868389905273]; unset logscale y
    set ytics (40, 60, 80, 100)
    if (t eq 'dumb') {
        set title 'Steps of a convolutional net to a test error of 25 %' . "\n" . 'fashion-mnist, 5 seeds: means with 95 % intervals' . "\n" . 'relu: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(79)
        set label 'none' at graph 0.98800, first 79 right offset 0,1 font font_small textcolor rgb guide_ink
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
        eval guide(79)
        set label 'none' at graph 0.98800, first 79 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Steps of a convolutional net to a test error of 25 %' at screen 0.5, screen 0.97797 center font font_title
        set label 'fashion-mnist, 5 seeds: means with 95 % intervals' at screen 0.5, screen 0.95414 center font font_small textcolor rgb ink
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
    set xrange [0.5:5.5]; unset logscale x; unset xtics
    set yrange [100.697716541841:202.68128595467206]; unset logscale y
    set ytics (150, 200)
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
    set xrange [0.5:5.5]; unset logscale x; unset xtics
    set yrange [44.332051615466625:82.86024940853412]; unset logscale y
    set ytics (50, 60, 70, 80)
    if (t eq 'dumb') {
        set title 'tanh: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(57.93333333333332)
        set label 'none' at graph 0.41235, first 57.93333333333332 center offset 0,1 font font_small textcolor rgb guide_ink
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
        eval guide(57.93333333333332)
        set label 'none' at graph 0.41235, first 57.93333333333332 center offset 0,0.5 font font_small textcolor rgb guide_ink
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
