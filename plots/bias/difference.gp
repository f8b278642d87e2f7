# A figure of normlab. `gnuplot difference.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" difference.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'difference'
width = 7 # inches
height = 3.48

# The series: legend entries and line types.
array label[5]
array line[5]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')
label[4] = 'groupnorm'; line[4] = line_of('groupnorm')
label[5] = 'instancenorm'; line[5] = line_of('instancenorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 0.08666666666666689 -0.23000000000000043 0.46000000000000085
EOD
$p1s1_bars << EOD
1 0.08666666666666689 -0.23000000000000043 0.46000000000000085
EOD
$p1s1_seeds << EOD
1 0.08999999999999986
1 0.3000000000000007
1 0.16999999999999993
1 -0.08000000000000007
1 -0.040000000000000924
1 -0.23000000000000043
1 0.46000000000000085
1 0.21999999999999886
1 0.09000000000000163
1 -0.019999999999999574
1 0.040000000000000924
1 0.040000000000000924
EOD
$p1s2 << EOD
2 0.019999999999999723 -0.15000000000000036 0.1899999999999995
EOD
$p1s2_bars << EOD
2 0.019999999999999723 -0.15000000000000036 0.1899999999999995
EOD
$p1s2_seeds << EOD
2 -0.05000000000000071
2 0.1899999999999995
2 -0.02000000000000135
2 -0.02999999999999936
2 0.05000000000000071
2 -0.15000000000000036
2 0.08000000000000007
2 0.05999999999999872
2 0.09999999999999964
2 -0.05999999999999872
2 -0.05000000000000071
2 0.11999999999999922
EOD
$p1s3 << EOD
3 0.07749999999999997 -0.02999999999999936 0.2400000000000002
EOD
$p1s3_bars << EOD
3 0.07749999999999997 -0.02999999999999936 0.2400000000000002
EOD
$p1s3_seeds << EOD
3 0
3 0.20000000000000107
3 0.11000000000000121
3 0.049999999999998934
3 0.2400000000000002
3 0.21999999999999886
3 -0.02999999999999936
3 -0.02000000000000135
3 0.08999999999999986
3 -0.009999999999999787
3 0.08999999999999986
3 -0.009999999999999787
EOD
$p1s4 << EOD
4 0.012499999999999734 -0.1899999999999995 0.39000000000000057
EOD
$p1s4_bars << EOD
4 0.012499999999999734 -0.1899999999999995 0.39000000000000057
EOD
$p1s4_seeds << EOD
4 -0.11000000000000121
4 0.13000000000000078
4 0.08999999999999986
4 -0.11999999999999922
4 0.11999999999999922
4 0.39000000000000057
4 -0.040000000000000924
4 -0.13000000000000078
4 -0.009999999999999787
4 -0.1899999999999995
4 0.049999999999998934
4 -0.030000000000001137
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 -0.24666666666666645 -0.5999999999999996 0.120000000000001
EOD
$p2s1_bars << EOD
1 -0.24666666666666645 -0.5999999999999996 0.120000000000001
EOD
$p2s1_seeds << EOD
1 -0.48999999999999844
1 0.120000000000001
1 -0.46000000000000085
1 -0.1899999999999995
1 -0.09999999999999964
1 -0.08999999999999986
1 -0.11999999999999922
1 0.06999999999999851
1 -0.39000000000000057
1 -0.1899999999999995
1 -0.5199999999999996
1 -0.5999999999999996
EOD
$p2s2 << EOD
2 -0.025833333333333375 -0.21000000000000085 0.15000000000000036
EOD
$p2s2_bars << EOD
2 -0.025833333333333375 -0.21000000000000085 0.15000000000000036
EOD
$p2s2_seeds << EOD
2 0.02999999999999936
2 0.009999999999999787
2 0.0600000000000005
2 -0.21000000000000085
2 0.15000000000000036
2 0
2 0.05000000000000071
2 -0.02000000000000135
2 0.09000000000000163
2 -0.16999999999999993
2 -0.16000000000000014
2 -0.14000000000000057
EOD
$p2s3 << EOD
3 -0.009999999999999934 -0.26000000000000156 0.3200000000000003
EOD
$p2s3_bars << EOD
3 -0.009999999999999934 -0.26000000000000156 0.3200000000000003
EOD
$p2s3_seeds << EOD
3 -0.009999999999999787
3 -0.26000000000000156
3 0
3 0.05000000000000071
3 -0.08000000000000007
3 0.05000000000000071
3 -0.019999999999999574
3 0.20000000000000107
3 0.3200000000000003
3 -0.14000000000000057
3 -0.07000000000000028
3 -0.16000000000000014
EOD
$p2s4 << EOD
4 0.011666666666666714 -0.23000000000000043 0.22999999999999865
EOD
$p2s4_bars << EOD
4 0.011666666666666714 -0.23000000000000043 0.22999999999999865
EOD
$p2s4_seeds << EOD
4 -0.009999999999999787
4 -0.15000000000000036
4 -0.009999999999999787
4 0
4 -0.019999999999999574
4 0.0600000000000005
4 0.22999999999999865
4 -0.08999999999999986
4 0.15000000000000036
4 0.10999999999999943
4 -0.23000000000000043
4 0.10000000000000142
EOD
$p2s5 << EOD
5 -0.02250000000000041 -0.2699999999999996 0.1899999999999995
EOD
$p2s5_bars << EOD
5 -0.02250000000000041 -0.2699999999999996 0.1899999999999995
EOD
$p2s5_seeds << EOD
5 -0.08000000000000007
5 0.1899999999999995
5 0.08000000000000007
5 -0.040000000000000924
5 -0.05000000000000071
5 0.02999999999999936
5 -0.2699999999999996
5 -0.0600000000000005
5 -0.0600000000000005
5 0.16999999999999993
5 -0.13000000000000078
5 -0.05000000000000071
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
    unset logscale y; set yrange [-0.6529999999999997:0.5130000000000009]
    set ytics (-0.5, 0, 0.5)
    if (t eq 'dumb') {
        set title 'Test error with a bias before the norm less that without' . "\n" . 'fashion-mnist, 12 seeds: means; error bars: range of the seeds; line at 0: bias=0' . "\n" . 'mlp: difference in points'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('none' 1, 'batchnorm' 2, 'layernorm' 3, 'groupnorm' 4, 'instancenorm' 5)
        set xlabel 'norm'
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1+0.0000):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with points lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with points lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.49817
        set bmargin at screen 0.28520; set tmargin at screen 0.81681
        set label 'none' at first 1, screen 0.25700 right rotate by 40
        set label 'batchnorm' at first 2, screen 0.25700 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'layernorm' at first 3, screen 0.25700 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'groupnorm' at first 4, screen 0.25700 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'instancenorm' at first 5, screen 0.25700 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'norm' at graph 0.5, screen 0.10079 center
        unset xlabel
        set label 'difference in points' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'mlp' at screen 0.29028, screen 0.85453 center font font_panel
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Test error with a bias before the norm less that without' at screen 0.5, screen 0.95682 center font font_title
        set label 'fashion-mnist, 12 seeds: means; error bars: range of the seeds; line at 0: bias=0' at screen 0.5, screen 0.91012 center font font_small textcolor rgb ink
        eval legend_point(1, 0.17115, 0.04100, 0.02000, 0.01071)
        eval legend_point(2, 0.26599, 0.04100, 0.02000, 0.01071)
        eval legend_point(3, 0.40718, 0.04100, 0.02000, 0.01071)
        eval legend_point(4, 0.54837, 0.04100, 0.02000, 0.01071)
        eval legend_point(5, 0.69337, 0.04100, 0.02000, 0.01071)
        plot $p1s1 using ($1+0.0500):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1+0.0500):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s3 using ($1+0.0500):2:3:4 with yerrorbars lt line[3] pt -1 dt solid lw 0.8, \
             $p1s4 using ($1+0.0500):2:3:4 with yerrorbars lt line[4] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.0500):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1-0.0500):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using ($1-0.0500):2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using ($1-0.0500):2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s1 using ($1+0.0500):2 with points lt line[1], \
             $p1s2 using ($1+0.0500):2 with points lt line[2], \
             $p1s3 using ($1+0.0500):2 with points lt line[3], \
             $p1s4 using ($1+0.0500):2 with points lt line[4]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [0.5:5.5]; unset xtics
    unset logscale y; set yrange [-0.6529999999999997:0.5130000000000009]
    set ytics (-0.5, 0, 0.5)
    if (t eq 'dumb') {
        set title 'conv: difference in points'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('none' 1, 'batchnorm' 2, 'layernorm' 3, 'groupnorm' 4, 'instancenorm' 5)
        set xlabel 'norm'
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1+0.0000):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with points lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with points lt 4 pt 4 pi 1 title brief(label[4]), \
             $p2s5 using ($1+0.0000):2 with points lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.56421; set rmargin at screen 0.98000
        set bmargin at screen 0.28520; set tmargin at screen 0.81681
        set label 'none' at first 1, screen 0.25700 right rotate by 40
        set label 'batchnorm' at first 2, screen 0.25700 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'layernorm' at first 3, screen 0.25700 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'groupnorm' at first 4, screen 0.25700 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'instancenorm' at first 5, screen 0.25700 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'norm' at graph 0.5, screen 0.10079 center
        unset xlabel
        set label 'conv' at screen 0.77210, screen 0.85453 center font font_panel
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,0.5 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1+0.0500):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p2s2 using ($1+0.0500):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p2s3 using ($1+0.0500):2:3:4 with yerrorbars lt line[3] pt -1 dt solid lw 0.8, \
             $p2s4 using ($1+0.0500):2:3:4 with yerrorbars lt line[4] pt -1 dt solid lw 0.8, \
             $p2s5 using ($1+0.0500):2:3:4 with yerrorbars lt line[5] pt -1 dt solid lw 0.8, \
             $p2s1_seeds using ($1-0.0500):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using ($1-0.0500):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using ($1-0.0500):2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using ($1-0.0500):2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s5_seeds using ($1-0.0500):2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s1 using ($1+0.0500):2 with points lt line[1], \
             $p2s2 using ($1+0.0500):2 with points lt line[2], \
             $p2s3 using ($1+0.0500):2 with points lt line[3], \
             $p2s4 using ($1+0.0500):2 with points lt line[4], \
             $p2s5 using ($1+0.0500):2 with points lt line[5]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
