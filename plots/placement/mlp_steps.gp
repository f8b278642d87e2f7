# A figure of normlab. `gnuplot mlp_steps.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" mlp_steps.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp_steps'
width = 7 # inches
height = 6.29

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 187 187 187
2 224.8 187 250
3 212.2 187 250
4 187 187 187
5 187 187 187
EOD
$p1s1_seeds << EOD
1 187
1 187
1 187
1 187
1 187
2 250
2 187
2 250
2 250
2 187
3 187
3 187
3 250
3 250
3 187
4 187
4 187
4 187
4 187
4 187
5 187
5 187
5 187
5 187
5 187
EOD
$p1s2 << EOD
1 237.4 187 250
2 250 187 313
3 224.8 187 250
4 224.8 187 250
5 237.4 187 250
EOD
$p1s2_seeds << EOD
1 187
1 250
1 250
1 250
1 250
2 250
2 250
2 250
2 313
2 187
3 250
3 187
3 250
3 250
3 187
4 187
4 250
4 250
4 187
4 250
5 250
5 250
5 250
5 187
5 250
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 412.8 313 500
2 199.6 187 250
3 362.8 313 438
4 375.2 313 500
5 199.6 187 250
EOD
$p2s1_seeds << EOD
1 438
1 438
1 500
1 375
1 313
2 187
2 187
2 187
2 250
2 187
3 438
3 375
3 375
3 313
3 313
4 313
4 375
4 500
4 375
4 313
5 187
5 187
5 187
5 250
5 187
EOD
$p2s2 << EOD
1 438 313 626
2 237.4 187 250
3 387.6 375 438
4 387.8 313 438
5 212.2 187 250
EOD
$p2s2_seeds << EOD
1 438
1 626
1 438
1 375
1 313
2 250
2 250
2 250
2 187
2 250
3 438
3 375
3 375
3 375
3 375
4 438
4 375
4 438
4 375
4 313
5 187
5 250
5 250
5 187
5 187
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
1 250 250 250
2 262.6 250 313
3 187 187 187
4 199.6 187 250
5 199.6 187 250
EOD
$p3s1_seeds << EOD
1 250
1 250
1 250
1 250
1 250
2 250
2 313
2 250
2 250
2 250
3 187
3 187
3 187
3 187
3 187
4 187
4 187
4 187
4 250
4 187
5 187
5 187
5 250
5 187
5 187
EOD
$p3s2 << EOD
1 237.4 187 250
2 262.6 187 313
3 212.2 187 250
4 224.8 187 250
5 237.4 187 250
EOD
$p3s2_seeds << EOD
1 250
1 250
1 250
1 187
1 250
2 187
2 313
2 250
2 250
2 313
3 187
3 250
3 250
3 187
3 187
4 187
4 250
4 250
4 187
4 250
5 187
5 250
5 250
5 250
5 250
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
    unset logscale y; set yrange [180.7:319.3]
    set ytics (200, 250, 300)
    if (t eq 'dumb') {
        set title 'Steps of an MLP to a test error of 18 %' . "\n" . 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' . "\n" . 'relu: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(287.6)
        set label 'none' at graph 0.98800, first 287.6 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.07730; set rmargin at screen 0.49817
        set bmargin at screen 0.60453; set tmargin at screen 0.89865
        set label 'before' at first 1, screen 0.58893 right rotate by 40
        set label 'after' at first 2, screen 0.58893 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.58893 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.58893 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.58893 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.50932 center
        unset xlabel
        set label 'steps' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'relu' at screen 0.28774, screen 0.91952 center font font_panel
        eval guide(287.6)
        set label 'none' at graph 0.98800, first 287.6 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Steps of an MLP to a test error of 18 %' at screen 0.5, screen 0.97611 center font font_title
        set label 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' at screen 0.5, screen 0.95027 center font font_small textcolor rgb ink
        eval legend_point(1, 0.37310, 0.02256, 0.02000, 0.01071)
        eval legend_point(2, 0.51429, 0.02256, 0.02000, 0.01071)
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
    unset logscale y; set yrange [0:657.3]
    set ytics (0, 200, 400, 600)
    if (t eq 'dumb') {
        set title 'sigmoid: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(500)
        set label 'none' at graph 0.98800, first 500 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55913; set rmargin at screen 0.98000
        set bmargin at screen 0.60453; set tmargin at screen 0.89865
        set label 'before' at first 1, screen 0.58893 right rotate by 40
        set label 'after' at first 2, screen 0.58893 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.58893 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.58893 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.58893 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.50932 center
        unset xlabel
        set label 'sigmoid' at screen 0.76956, screen 0.91952 center font font_panel
        eval guide(500)
        set label 'none' at graph 0.98800, first 500 right offset 0,0.5 font font_small textcolor rgb guide_ink
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
    unset logscale y; set yrange [180.7:319.3]
    set ytics (200, 250, 300)
    if (t eq 'dumb') {
        set title 'tanh: steps'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(250)
        set label 'none' at graph 0.41085, first 250 center offset 0,1 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.07730; set rmargin at screen 0.49817
        set bmargin at screen 0.15086; set tmargin at screen 0.44497
        set label 'before' at first 1, screen 0.13525 right rotate by 40
        set label 'after' at first 2, screen 0.13525 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.13525 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.13525 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.13525 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.05564 center
        unset xlabel
        set label 'steps' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'tanh' at screen 0.28774, screen 0.46584 center font font_panel
        eval guide(250)
        set label 'none' at graph 0.41085, first 250 center offset 0,0.5 font font_small textcolor rgb guide_ink
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
