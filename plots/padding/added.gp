# A figure of normlab. `gnuplot added.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" added.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'added'
width = 7 # inches
height = 3.44

# The series: legend entries and line types.
array label[9]
array line[9]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'batchnorm masked=1'; line[3] = line_more(0); eval second(line[3], line[2])
label[4] = 'layernorm over=token'; line[4] = line_of('layernorm')
label[5] = 'rmsnorm over=token'; line[5] = line_of('rmsnorm')
label[6] = 'groupnorm'; line[6] = line_of('groupnorm')
label[7] = 'groupnorm masked=1'; line[7] = line_more(0); eval second(line[7], line[6])
label[8] = 'instancenorm'; line[8] = line_of('instancenorm')
label[9] = 'instancenorm masked=1'; line[9] = line_more(0); eval second(line[9], line[8])

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 0 0 0
2 0 0 0
3 0 0 0
EOD
$p1s1_seeds << EOD
1 0
1 0
1 0
1 0
1 0
2 0
2 0
2 0
2 0
2 0
3 0
3 0
3 0
3 0
3 0
EOD
$p1s2 << EOD
1 1.1888888888888887 -0.27777777777777857 3.1111111111111107
2 1.1444444444444444 0.6111111111111107 1.6666666666666679
3 3.5444444444444443 0.9444444444444429 5.722222222222221
EOD
$p1s2_seeds << EOD
1 0
1 1.3333333333333321
1 1.7777777777777786
1 3.1111111111111107
1 -0.27777777777777857
2 1
2 1.2777777777777786
2 0.6111111111111107
2 1.1666666666666643
2 1.6666666666666679
3 0.9444444444444429
3 5.722222222222221
3 2.5
3 4.666666666666664
3 3.888888888888893
EOD
$p1s3 << EOD
1 0 0 0
2 -0.17777777777777856 -0.9444444444444464 0.22222222222222143
3 -0.2444444444444443 -1 0.38888888888888573
EOD
$p1s3_seeds << EOD
1 0
1 0
1 0
1 0
1 0
2 0.11111111111111072
2 0.11111111111111072
2 -0.9444444444444464
2 -0.3888888888888893
2 0.22222222222222143
3 -0.22222222222222143
3 -1
3 -0.27777777777777146
3 -0.11111111111111427
3 0.38888888888888573
EOD
$p1s4 << EOD
1 0 0 0
2 0.23333333333333356 -0.055555555555557135 0.6666666666666679
3 -0.022222222222222855 -0.5 0.27777777777777857
EOD
$p1s4_seeds << EOD
1 0
1 0
1 0
1 0
1 0
2 0.6666666666666679
2 0.3888888888888893
2 0
2 0.16666666666666785
2 -0.055555555555557135
3 -0.5
3 0.11111111111111427
3 0.05555555555555003
3 0.27777777777777857
3 -0.055555555555557135
EOD
$p1s5 << EOD
1 0 0 0
2 -0.1 -0.9444444444444429 0.3888888888888893
3 0.2555555555555557 -0.055555555555557135 0.6111111111111143
EOD
$p1s5_seeds << EOD
1 0
1 0
1 0
1 0
1 0
2 0.277777777777775
2 -0.1666666666666643
2 0.3888888888888893
2 -0.055555555555557135
2 -0.9444444444444429
3 0.6111111111111143
3 0.22222222222222143
3 0.055555555555557135
3 0.44444444444444287
3 -0.055555555555557135
EOD
$p1s6 << EOD
1 1.077777777777778 -0.8888888888888857 2.777777777777775
2 -0.8555555555555557 -1.7777777777777786 0.1666666666666643
3 -0.31111111111111145 -1.5 1.4444444444444429
EOD
$p1s6_seeds << EOD
1 0.27777777777777857
1 0.8333333333333321
1 2.777777777777775
1 -0.8888888888888857
1 2.3888888888888893
2 -0.777777777777775
2 0.1666666666666643
2 -1.7777777777777786
2 -0.8333333333333321
2 -1.0555555555555571
3 -1.4444444444444429
3 0.38888888888888573
3 1.4444444444444429
3 -1.5
3 -0.44444444444444287
EOD
$p1s7 << EOD
1 0 0 0
2 0.2555555555555564 -0.777777777777775 1.1111111111111107
3 -0.12222222222222286 -0.22222222222222143 0
EOD
$p1s7_seeds << EOD
1 0
1 0
1 0
1 0
1 0
2 0.22222222222222143
2 -0.777777777777775
2 1.1111111111111107
2 -0.05555555555555358
2 0.7777777777777786
3 0
3 -0.11111111111111427
3 -0.22222222222222143
3 -0.11111111111111427
3 -0.1666666666666643
EOD
$p1s8 << EOD
1 -3.2999999999999985 -4.944444444444443 -2.2777777777777786
2 -5.455555555555555 -6.333333333333332 -4.166666666666664
3 -1.455555555555557 -2.3333333333333357 -0.8333333333333357
EOD
$p1s8_seeds << EOD
1 -4.944444444444443
1 -3.5
1 -2.611111111111107
1 -3.1666666666666643
1 -2.2777777777777786
2 -6.055555555555554
2 -6.055555555555557
2 -4.166666666666664
2 -6.333333333333332
2 -4.666666666666668
3 -2.3333333333333357
3 -2.1111111111111143
3 -0.8333333333333357
3 -1.1111111111111072
3 -0.8888888888888928
EOD
$p1s9 << EOD
1 0 0 0
2 -0.8888888888888886 -5.05555555555555 2.111111111111107
3 0 0 0
EOD
$p1s9_seeds << EOD
1 0
1 0
1 0
1 0
1 0
2 -0.1666666666666643
2 2.111111111111107
2 -5.05555555555555
2 -2.1111111111111143
2 0.7777777777777786
3 0
3 0
3 0
3 0
3 0
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
    unset logscale x; set xrange [0.5:3.5]; unset xtics
    unset logscale y; set yrange [-6.93611111111111:6.324999999999999]
    set ytics (-5, 0, 5)
    if (t eq 'dumb') {
        set title 'What padding to four times the length adds to the test error, words of all lengths' . "\n" . 'words, 5 seeds: means; error bars: range of the seeds; line at 0: pad=0' . "\n" . 'points of test error'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('lstm' 1, 'conv' 2, 'transformer' 3)
        set xlabel 'net'
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.3556):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1-0.2667):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1-0.1778):2 with points lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1-0.0889):2 with points lt 4 pt 4 pi 1 title brief(label[4]), \
             $p1s5 using ($1+0.0000):2 with points lt 5 pt 5 pi 1 title brief(label[5]), \
             $p1s6 using ($1+0.0889):2 with points lt 6 pt 6 pi 1 title brief(label[6]), \
             $p1s7 using ($1+0.1778):2 with points lt 7 pt 7 pi 1 title brief(label[7]), \
             $p1s8 using ($1+0.2667):2 with points lt 8 pt 8 pi 1 title brief(label[8]), \
             $p1s9 using ($1+0.3556):2 with points lt 9 pt 9 pi 1 title brief(label[9])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.98000
        set bmargin at screen 0.32413; set tmargin at screen 0.86192
        set label 'lstm' at first 1, screen 0.28860 center
        set label 'conv' at first 2, screen 0.28860 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'transformer' at first 3, screen 0.28860 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'net' at graph 0.5, screen 0.24661 center
        unset xlabel
        set label 'points of test error' at screen 0.01889, graph 0.5 center rotate by 90
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'What padding to four times the length adds to the test error, words of all lengths' at screen 0.5, screen 0.95631 center font font_title
        set label 'words, 5 seeds: means; error bars: range of the seeds; line at 0: pad=0' at screen 0.5, screen 0.90908 center font font_small textcolor rgb ink
        eval legend_point(1, 0.16631, 0.18613, 0.02000, 0.01071)
        eval legend_point(2, 0.38940, 0.18613, 0.02000, 0.01071)
        eval legend_point(3, 0.38940, 0.14204, 0.02000, 0.01071)
        eval legend_point(4, 0.61631, 0.18613, 0.02000, 0.01071)
        eval legend_point(5, 0.16631, 0.08472, 0.02000, 0.01071)
        eval legend_point(6, 0.38940, 0.08472, 0.02000, 0.01071)
        eval legend_point(7, 0.38940, 0.04063, 0.02000, 0.01071)
        eval legend_point(8, 0.61631, 0.08472, 0.02000, 0.01071)
        eval legend_point(9, 0.61631, 0.04063, 0.02000, 0.01071)
        plot $p1s1 using ($1-0.3378):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1-0.2489):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s3 using ($1-0.1600):2:3:4 with yerrorbars lt line[3] pt -1 dt solid lw 0.8, \
             $p1s4 using ($1-0.0711):2:3:4 with yerrorbars lt line[4] pt -1 dt solid lw 0.8, \
             $p1s5 using ($1+0.0178):2:3:4 with yerrorbars lt line[5] pt -1 dt solid lw 0.8, \
             $p1s6 using ($1+0.1067):2:3:4 with yerrorbars lt line[6] pt -1 dt solid lw 0.8, \
             $p1s7 using ($1+0.1956):2:3:4 with yerrorbars lt line[7] pt -1 dt solid lw 0.8, \
             $p1s8 using ($1+0.2844):2:3:4 with yerrorbars lt line[8] pt -1 dt solid lw 0.8, \
             $p1s9 using ($1+0.3733):2:3:4 with yerrorbars lt line[9] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.3733):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1-0.2844):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using ($1-0.1956):2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using ($1-0.1067):2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s5_seeds using ($1-0.0178):2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p1s6_seeds using ($1+0.0711):2 with points lt line[6] ps 0.6 lc rgb faint(line[6]), \
             $p1s7_seeds using ($1+0.1600):2 with points lt line[7] ps 0.6 lc rgb faint(line[7]), \
             $p1s8_seeds using ($1+0.2489):2 with points lt line[8] ps 0.6 lc rgb faint(line[8]), \
             $p1s9_seeds using ($1+0.3378):2 with points lt line[9] ps 0.6 lc rgb faint(line[9]), \
             $p1s1 using ($1-0.3378):2 with points lt line[1], \
             $p1s2 using ($1-0.2489):2 with points lt line[2], \
             $p1s3 using ($1-0.1600):2 with points lt line[3], \
             $p1s4 using ($1-0.0711):2 with points lt line[4], \
             $p1s5 using ($1+0.0178):2 with points lt line[5], \
             $p1s6 using ($1+0.1067):2 with points lt line[6], \
             $p1s7 using ($1+0.1956):2 with points lt line[7], \
             $p1s8 using ($1+0.2844):2 with points lt line[8], \
             $p1s9 using ($1+0.3733):2 with points lt line[9]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
