# A figure of normlab. `gnuplot mlp.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" mlp.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp'
width = 7 # inches
height = 6.29

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 13.225999999999999 12.98 13.34
2 13.628 13.45 13.87
3 13.330000000000002 13.1 13.44
4 13.458000000000002 13.26 13.8
5 13.262 13.08 13.66
EOD
$p1s1_seeds << EOD
1 12.98
1 13.31
1 13.34
1 13.22
1 13.28
2 13.49
2 13.79
2 13.54
2 13.45
2 13.87
3 13.1
3 13.44
3 13.39
3 13.32
3 13.4
4 13.26
4 13.8
4 13.32
4 13.42
4 13.49
5 13.08
5 13.66
5 13.3
5 13.08
5 13.19
EOD
$p1s2 << EOD
1 13.407999999999998 13.08 13.97
2 13.538 13.31 13.76
3 13.2 13.05 13.35
4 13.244 12.97 13.54
5 13.252 13.03 13.5
EOD
$p1s2_seeds << EOD
1 13.54
1 13.97
1 13.29
1 13.16
1 13.08
2 13.31
2 13.76
2 13.62
2 13.39
2 13.61
3 13.35
3 13.33
3 13.05
3 13.08
3 13.19
4 13.47
4 13.54
4 12.97
4 12.97
4 13.27
5 13.31
5 13.5
5 13.29
5 13.13
5 13.03
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 15.815999999999999 15.68 16.02
2 13.358 13.08 13.53
3 15.172 14.86 15.49
4 15.958000000000002 15.92 16.03
5 13.864 13.74 14.07
EOD
$p2s1_seeds << EOD
1 15.84
1 15.76
1 15.78
1 15.68
1 16.02
2 13.46
2 13.08
2 13.42
2 13.3
2 13.53
3 15.12
3 15.38
3 15.49
3 15.01
3 14.86
4 15.92
4 16.03
4 15.97
4 15.93
4 15.94
5 13.74
5 13.89
5 13.88
5 13.74
5 14.07
EOD
$p2s2 << EOD
1 15.7 15.58 15.84
2 13.762 13.6 13.91
3 14.934000000000001 14.65 15.09
4 15.634 15.53 15.71
5 13.498 13.22 13.63
EOD
$p2s2_seeds << EOD
1 15.66
1 15.82
1 15.58
1 15.84
1 15.6
2 13.6
2 13.74
2 13.91
2 13.7
2 13.86
3 15.05
3 14.9
3 14.65
3 14.98
3 15.09
4 15.69
4 15.61
4 15.71
4 15.53
4 15.63
5 13.57
5 13.22
5 13.63
5 13.58
5 13.49
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
1 13.904 13.77 14.1
2 13.496 13.44 13.57
3 13.882000000000001 13.7 14.1
4 14.074000000000002 13.99 14.13
5 13.838 13.45 14.18
EOD
$p3s1_seeds << EOD
1 13.82
1 13.91
1 13.92
1 13.77
1 14.1
2 13.51
2 13.52
2 13.57
2 13.44
2 13.44
3 13.7
3 13.9
3 14.1
3 13.88
3 13.83
4 13.99
4 14.11
4 14.05
4 14.09
4 14.13
5 13.45
5 13.94
5 13.87
5 14.18
5 13.75
EOD
$p3s2 << EOD
1 13.846 13.54 14.04
2 13.512 13.36 13.75
3 13.392 13.28 13.45
4 13.681999999999999 13.36 13.9
5 13.284 13.22 13.35
EOD
$p3s2_seeds << EOD
1 13.54
1 13.89
1 14.04
1 13.96
1 13.8
2 13.75
2 13.41
2 13.45
2 13.36
2 13.59
3 13.28
3 13.41
3 13.44
3 13.38
3 13.45
4 13.36
4 13.69
4 13.9
4 13.76
4 13.7
5 13.3
5 13.25
5 13.22
5 13.35
5 13.3
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
    unset logscale y; set yrange [12.92:14.020000000000001]
    set ytics (13, 13.5, 14)
    if (t eq 'dumb') {
        set title 'Test error of an MLP by the place of its norms' . "\n" . 'fashion-mnist, 5 seeds: means; error bars: range of the seeds' . "\n" . 'relu: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(13.618)
        set label 'none' at graph 0.98800, first 13.618 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.49817
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
        set label 'relu' at screen 0.29028, screen 0.91952 center font font_panel
        eval guide(13.618)
        set label 'none' at graph 0.98800, first 13.618 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Test error of an MLP by the place of its norms' at screen 0.5, screen 0.97611 center font font_title
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
    unset logscale y; set yrange [12.9325:16.177500000000002]
    set ytics (13, 14, 15, 16)
    if (t eq 'dumb') {
        set title 'sigmoid: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(15.419999999999998)
        set label 'none' at graph 0.98800, first 15.419999999999998 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.56421; set rmargin at screen 0.98000
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
        set label 'sigmoid' at screen 0.77210, screen 0.91952 center font font_panel
        eval guide(15.419999999999998)
        set label 'none' at graph 0.98800, first 15.419999999999998 right offset 0,0.5 font font_small textcolor rgb guide_ink
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
    unset logscale y; set yrange [13.172:14.228]
    set ytics (13.5, 14)
    if (t eq 'dumb') {
        set title 'tanh: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(13.508)
        set label 'none' at graph 0.98800, first 13.508 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.49817
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
        set label 'tanh' at screen 0.29028, screen 0.46584 center font font_panel
        eval guide(13.508)
        set label 'none' at graph 0.98800, first 13.508 right offset 0,0.5 font font_small textcolor rgb guide_ink
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
