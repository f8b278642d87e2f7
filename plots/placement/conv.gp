# A figure of normlab. `gnuplot conv.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" conv.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv'
width = 7 # inches
height = 6.29

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 15.9 15.6 16.1
2 15.87 15.55 16.25
3 16.75 16.35 17.2
4 15.9 15.15 16.5
5 15.930000000000001 15.4 16.9
EOD
$p1s1_seeds << EOD
1 16.1
1 15.6
1 16.05
1 16
1 15.75
2 15.95
2 15.55
2 15.9
2 15.7
2 16.25
3 16.9
3 16.35
3 16.85
3 17.2
3 16.45
4 16.5
4 15.15
4 16.3
4 16.3
4 15.25
5 16.05
5 15.4
5 15.7
5 15.6
5 16.9
EOD
$p1s2 << EOD
1 16.18 15.8 16.55
2 16.54 16.2 17.25
3 16.189999999999998 15.35 17.25
4 15.919999999999998 15.15 16.35
5 15.670000000000002 14.8 16.8
EOD
$p1s2_seeds << EOD
1 16.25
1 16.55
1 16
1 16.3
1 15.8
2 16.2
2 16.2
2 16.85
2 17.25
2 16.2
3 16.25
3 16.35
3 17.25
3 15.75
3 15.35
4 15.8
4 16.15
4 16.35
4 16.15
4 15.15
5 15.9
5 14.8
5 15.7
5 16.8
5 15.15
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 30.509999999999998 29.05 32.55
2 20.830000000000002 19.45 21.7
3 36.019999999999996 32.45 39
4 30.48 29.1 32.65
5 20.8 19.35 21.7
EOD
$p2s1_seeds << EOD
1 32.55
1 31.05
1 29.85
1 29.05
1 30.05
2 21.7
2 20.7
2 20.65
2 19.45
2 21.65
3 39
3 37.55
3 36.25
3 32.45
3 34.85
4 32.65
4 31.05
4 29.8
4 29.1
4 29.8
5 21.45
5 20.85
5 20.65
5 19.35
5 21.7
EOD
$p2s2 << EOD
1 35.61 34.15 38.45
2 21.580000000000002 19.6 22.65
3 36.620000000000005 32.95 40.55
4 34.879999999999995 32.3 38.7
5 21.110000000000003 19.2 22.3
EOD
$p2s2_seeds << EOD
1 38.45
1 36.7
1 34.25
1 34.5
1 34.15
2 22.65
2 22.4
2 21.35
2 19.6
2 21.9
3 40.55
3 36.95
3 35.6
3 32.95
3 37.05
4 38.7
4 36.4
4 33.25
4 33.75
4 32.3
5 22.3
5 21.55
5 20.55
5 19.2
5 21.95
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
1 15.76 15.45 16.2
2 16.330000000000002 15.75 16.75
3 15.829999999999998 14.85 16.45
4 15.780000000000001 15.45 16.3
5 16.07 15.35 16.55
EOD
$p3s1_seeds << EOD
1 16.2
1 15.7
1 15.9
1 15.45
1 15.55
2 16.75
2 16.45
2 16.1
2 15.75
2 16.6
3 16.45
3 14.85
3 15.85
3 15.95
3 16.05
4 16.3
4 15.65
4 15.85
4 15.45
4 15.65
5 16.45
5 16.25
5 15.75
5 15.35
5 16.55
EOD
$p3s2 << EOD
1 15.930000000000001 14.95 16.55
2 16.3 15.05 17.4
3 15.73 15.35 16.1
4 15.74 15 16.25
5 16.04 15.2 16.85
EOD
$p3s2_seeds << EOD
1 16.55
1 14.95
1 16.05
1 15.85
1 16.25
2 16.65
2 15.05
2 17.05
2 15.35
2 17.4
3 16
3 15.35
3 15.45
3 15.75
3 16.1
4 16.25
4 15
4 15.8
4 15.45
4 16.2
5 16.1
5 15.2
5 15.95
5 16.1
5 16.85
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
    unset logscale y; set yrange [14.6775:17.3725]
    set ytics (15, 16, 17)
    if (t eq 'dumb') {
        set title 'Test error of a convolutional net by the place of its norms' . "\n" . 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' . "\n" . 'relu: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(16.8)
        set label 'none' at graph 0.01200, first 16.8 left offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
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
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'relu' at screen 0.28329, screen 0.91952 center font font_panel
        eval guide(16.8)
        set label 'none' at graph 0.01200, first 16.8 left offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Test error of a convolutional net by the place of its norms' at screen 0.5, screen 0.97611 center font font_title
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
    unset logscale y; set yrange [18.1325:41.6175]
    set ytics (20, 25, 30, 35, 40)
    if (t eq 'dumb') {
        set title 'sigmoid: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(36.17)
        set label 'none' at graph 0.98800, first 36.17 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
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
        set label 'sigmoid' at screen 0.76512, screen 0.91952 center font font_panel
        eval guide(36.17)
        set label 'none' at graph 0.98800, first 36.17 right offset 0,0.5 font font_small textcolor rgb guide_ink
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
    unset logscale y; set yrange [14.7225:17.5275]
    set ytics (15, 16, 17)
    if (t eq 'dumb') {
        set title 'tanh: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(16.01)
        set label 'none' at graph 0.41067, first 16.01 center offset 0,1 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
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
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'tanh' at screen 0.28329, screen 0.46584 center font font_panel
        eval guide(16.01)
        set label 'none' at graph 0.41067, first 16.01 center offset 0,0.5 font font_small textcolor rgb guide_ink
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
