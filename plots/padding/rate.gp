# A figure of normlab. `gnuplot rate.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" rate.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'rate'
width = 7 # inches
height = 3.62

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
0.01 38.74444444444445 37.388888888888886 39.94444444444444
EOD
$p1s1_bars << EOD
0.01 38.74444444444445 37.388888888888886 39.94444444444444
EOD
$p1s1_seeds << EOD
0.01 38.94444444444444
0.01 39.166666666666664
0.01 37.388888888888886
0.01 38.27777777777778
0.01 39.94444444444444
EOD
$p1s2 << EOD
0.001 50.97777777777778 50.22222222222222 52.611111111111114
0.003 37.84444444444445 37.166666666666664 38.55555555555556
0.01 27.72222222222222 26.11111111111111 29.27777777777778
0.03 29.866666666666667 27.944444444444443 30.72222222222222
0.1 49.51111111111111 48.55555555555556 50.388888888888886
EOD
$p1s2_seeds << EOD
0.001 52.611111111111114
0.001 50.77777777777778
0.001 50.833333333333336
0.001 50.44444444444444
0.001 50.22222222222222
0.003 38.333333333333336
0.003 37.333333333333336
0.003 38.55555555555556
0.003 37.166666666666664
0.003 37.833333333333336
0.01 26.11111111111111
0.01 27.833333333333332
0.01 29.27777777777778
0.01 28.666666666666668
0.01 26.72222222222222
0.03 30.166666666666668
0.03 29.833333333333332
0.03 30.72222222222222
0.03 27.944444444444443
0.03 30.666666666666668
0.1 50.388888888888886
0.1 49.27777777777778
0.1 48.55555555555556
0.1 49.22222222222222
0.1 50.111111111111114
EOD
$p1s3 << EOD
0.001 51.833333333333336 50.72222222222222 53.22222222222222
0.003 39.10000000000001 37.72222222222222 40.611111111111114
0.01 26.833333333333336 26.166666666666668 27.61111111111111
0.03 25.38888888888889 24.444444444444443 26.11111111111111
0.1 41.51111111111111 39.111111111111114 43.94444444444444
EOD
$p1s3_seeds << EOD
0.001 53.22222222222222
0.001 51.72222222222222
0.001 52.5
0.001 51
0.001 50.72222222222222
0.003 39.27777777777778
0.003 37.72222222222222
0.003 40.611111111111114
0.003 39.05555555555556
0.003 38.833333333333336
0.01 26.944444444444443
0.01 26.166666666666668
0.01 26.61111111111111
0.01 27.61111111111111
0.01 26.833333333333332
0.03 24.72222222222222
0.03 24.444444444444443
0.03 25.666666666666668
0.03 26
0.03 26.11111111111111
0.1 41.666666666666664
0.1 41.72222222222222
0.1 43.94444444444444
0.1 41.111111111111114
0.1 39.111111111111114
EOD
$p1s4 << EOD
0.001 54.62222222222222 53.888888888888886 55.5
0.003 43.955555555555556 42.94444444444444 44.72222222222222
0.01 32.91111111111111 32.22222222222222 33.5
0.03 30.588888888888885 29.944444444444443 30.88888888888889
0.1 49.01111111111111 44.44444444444444 51.77777777777778
EOD
$p1s4_seeds << EOD
0.001 55.5
0.001 53.888888888888886
0.001 53.94444444444444
0.001 54.888888888888886
0.001 54.888888888888886
0.003 43.72222222222222
0.003 42.94444444444444
0.003 44.22222222222222
0.003 44.166666666666664
0.003 44.72222222222222
0.01 32.833333333333336
0.01 32.22222222222222
0.01 32.77777777777778
0.01 33.5
0.01 33.22222222222222
0.03 30.77777777777778
0.03 30.61111111111111
0.03 29.944444444444443
0.03 30.72222222222222
0.03 30.88888888888889
0.1 51.77777777777778
0.1 51.22222222222222
0.1 44.44444444444444
0.1 49.22222222222222
0.1 48.388888888888886
EOD
$p1s5 << EOD
0.01 32.13333333333333 30.61111111111111 33
EOD
$p1s5_bars << EOD
0.01 32.13333333333333 30.61111111111111 33
EOD
$p1s5_seeds << EOD
0.01 31.833333333333332
0.01 30.61111111111111
0.01 33
0.01 32.833333333333336
0.01 32.388888888888886
EOD
$p1s6 << EOD
0.01 32.74444444444445 31.72222222222222 33.666666666666664
EOD
$p1s6_bars << EOD
0.01 32.74444444444445 31.72222222222222 33.666666666666664
EOD
$p1s6_seeds << EOD
0.01 33
0.01 31.72222222222222
0.01 33.666666666666664
0.01 31.77777777777778
0.01 33.55555555555556
EOD
$p1s7 << EOD
0.01 30.633333333333333 28.944444444444443 31.944444444444443
EOD
$p1s7_bars << EOD
0.01 30.633333333333333 28.944444444444443 31.944444444444443
EOD
$p1s7_seeds << EOD
0.01 29.944444444444443
0.01 31.944444444444443
0.01 30.77777777777778
0.01 31.555555555555557
0.01 28.944444444444443
EOD
$p1s8 << EOD
0.01 38.08888888888889 36.94444444444444 38.55555555555556
EOD
$p1s8_bars << EOD
0.01 38.08888888888889 36.94444444444444 38.55555555555556
EOD
$p1s8_seeds << EOD
0.01 36.94444444444444
0.01 38.55555555555556
0.01 38.111111111111114
0.01 38.27777777777778
0.01 38.55555555555556
EOD
$p1s9 << EOD
0.01 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p1s9_bars << EOD
0.01 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p1s9_seeds << EOD
0.01 88.88888888888889
0.01 88.88888888888889
0.01 88.88888888888889
0.01 88.88888888888889
0.01 88.88888888888889
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0.01 26.18888888888889 25.11111111111111 27.555555555555557
EOD
$p2s1_bars << EOD
0.01 26.18888888888889 25.11111111111111 27.555555555555557
EOD
$p2s1_seeds << EOD
0.01 27.555555555555557
0.01 25.444444444444443
0.01 25.38888888888889
0.01 25.11111111111111
0.01 27.444444444444443
EOD
$p2s2 << EOD
0.001 38.422222222222224 37.27777777777778 39.833333333333336
0.003 28.03333333333334 27.055555555555557 28.555555555555557
0.01 24.711111111111116 24.11111111111111 25.22222222222222
0.03 26.366666666666667 25.555555555555557 27.22222222222222
0.1 42.5 NaN NaN
EOD
$p2s2_seeds << EOD
0.001 39.166666666666664
0.001 38.05555555555556
0.001 39.833333333333336
0.001 37.27777777777778
0.001 37.77777777777778
0.003 28.27777777777778
0.003 28.555555555555557
0.003 28.055555555555557
0.003 28.22222222222222
0.003 27.055555555555557
0.01 24.666666666666668
0.01 24.555555555555557
0.01 24.11111111111111
0.01 25.22222222222222
0.01 25
0.03 26.27777777777778
0.03 27.22222222222222
0.03 26.11111111111111
0.03 25.555555555555557
0.03 26.666666666666668
0.1 88.88888888888889
0.1 51.94444444444444
0.1 41.27777777777778
0.1 42.5
0.1 33.111111111111114
EOD
$p2s3 << EOD
0.001 37.87777777777778 36.611111111111114 40.22222222222222
0.003 27.26666666666667 26.555555555555557 28.22222222222222
0.01 22.9 22.444444444444443 23.333333333333332
0.03 22.611111111111107 21.333333333333332 23.055555555555557
0.1 24.666666666666664 24 25.833333333333332
EOD
$p2s3_seeds << EOD
0.001 37.111111111111114
0.001 37.27777777777778
0.001 40.22222222222222
0.001 36.611111111111114
0.001 38.166666666666664
0.003 27.22222222222222
0.003 28.22222222222222
0.003 27.77777777777778
0.003 26.555555555555557
0.003 26.555555555555557
0.01 22.444444444444443
0.01 22.61111111111111
0.01 23.11111111111111
0.01 23
0.01 23.333333333333332
0.03 22.72222222222222
0.03 23
0.03 23.055555555555557
0.03 22.944444444444443
0.03 21.333333333333332
0.1 24.11111111111111
0.1 25.055555555555557
0.1 25.833333333333332
0.1 24.333333333333332
0.1 24
EOD
$p2s4 << EOD
0.001 43.50000000000001 41.55555555555556 45.611111111111114
0.003 31.688888888888886 30.38888888888889 33.27777777777778
0.01 27.011111111111113 26.61111111111111 27.61111111111111
0.03 29.72222222222222 28.166666666666668 30.72222222222222
0.1 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p2s4_seeds << EOD
0.001 45.611111111111114
0.001 43.44444444444444
0.001 45.05555555555556
0.001 41.55555555555556
0.001 41.833333333333336
0.003 31.166666666666668
0.003 32.22222222222222
0.003 33.27777777777778
0.003 30.38888888888889
0.003 31.38888888888889
0.01 26.61111111111111
0.01 26.72222222222222
0.01 27.61111111111111
0.01 26.77777777777778
0.01 27.333333333333332
0.03 30.72222222222222
0.03 30.27777777777778
0.03 29.77777777777778
0.03 28.166666666666668
0.03 29.666666666666668
0.1 88.88888888888889
0.1 88.88888888888889
0.1 88.88888888888889
0.1 88.88888888888889
0.1 88.88888888888889
EOD
$p2s5 << EOD
0.01 26 25.38888888888889 27.38888888888889
EOD
$p2s5_bars << EOD
0.01 26 25.38888888888889 27.38888888888889
EOD
$p2s5_seeds << EOD
0.01 25.444444444444443
0.01 26.055555555555557
0.01 27.38888888888889
0.01 25.72222222222222
0.01 25.38888888888889
EOD
$p2s6 << EOD
0.01 26.833333333333336 26.27777777777778 27.944444444444443
EOD
$p2s6_bars << EOD
0.01 26.833333333333336 26.27777777777778 27.944444444444443
EOD
$p2s6_seeds << EOD
0.01 27.055555555555557
0.01 27.944444444444443
0.01 26.444444444444443
0.01 26.27777777777778
0.01 26.444444444444443
EOD
$p2s7 << EOD
0.01 28.21111111111111 27.555555555555557 29.166666666666668
EOD
$p2s7_bars << EOD
0.01 28.21111111111111 27.555555555555557 29.166666666666668
EOD
$p2s7_seeds << EOD
0.01 27.61111111111111
0.01 27.555555555555557
0.01 28.22222222222222
0.01 29.166666666666668
0.01 28.5
EOD
$p2s8 << EOD
0.01 28.93333333333333 28.38888888888889 29.72222222222222
EOD
$p2s8_bars << EOD
0.01 28.93333333333333 28.38888888888889 29.72222222222222
EOD
$p2s8_seeds << EOD
0.01 28.666666666666668
0.01 28.77777777777778
0.01 29.72222222222222
0.01 28.38888888888889
0.01 29.11111111111111
EOD
$p2s9 << EOD
0.01 57.48888888888888 51.666666666666664 62.833333333333336
EOD
$p2s9_bars << EOD
0.01 57.48888888888888 51.666666666666664 62.833333333333336
EOD
$p2s9_seeds << EOD
0.01 56.72222222222222
0.01 55.94444444444444
0.01 60.27777777777778
0.01 51.666666666666664
0.01 62.833333333333336
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
0.01 31.944444444444446 30.944444444444443 32.666666666666664
EOD
$p3s1_bars << EOD
0.01 31.944444444444446 30.944444444444443 32.666666666666664
EOD
$p3s1_seeds << EOD
0.01 31.833333333333332
0.01 30.944444444444443
0.01 32.333333333333336
0.01 31.944444444444443
0.01 32.666666666666664
EOD
$p3s2 << EOD
0.001 48.988888888888894 45.72222222222222 50.72222222222222
0.003 41.922222222222224 39.44444444444444 44.5
0.01 37.13333333333334 35.05555555555556 39.77777777777778
0.03 44.65555555555556 41.72222222222222 46.5
0.1 60.06666666666668 58.5 63.27777777777778
EOD
$p3s2_seeds << EOD
0.001 48.611111111111114
0.001 49.5
0.001 50.72222222222222
0.001 45.72222222222222
0.001 50.388888888888886
0.003 39.44444444444444
0.003 44.05555555555556
0.003 41.111111111111114
0.003 40.5
0.003 44.5
0.01 35.05555555555556
0.01 39.77777777777778
0.01 37.05555555555556
0.01 37.72222222222222
0.01 36.05555555555556
0.03 45.27777777777778
0.03 45.44444444444444
0.03 44.333333333333336
0.03 41.72222222222222
0.03 46.5
0.1 63.27777777777778
0.1 58.666666666666664
0.1 58.5
0.1 59.833333333333336
0.1 60.05555555555556
EOD
$p3s3 << EOD
0.001 46.355555555555554 45.44444444444444 48
0.003 37.84444444444444 36.94444444444444 39.5
0.01 32.77777777777778 32.111111111111114 33.333333333333336
0.03 35.288888888888884 34.27777777777778 36.166666666666664
0.1 54.58888888888889 52.55555555555556 56.94444444444444
EOD
$p3s3_seeds << EOD
0.001 48
0.001 46
0.001 45.77777777777778
0.001 45.44444444444444
0.001 46.55555555555556
0.003 39.5
0.003 36.94444444444444
0.003 38.55555555555556
0.003 37.05555555555556
0.003 37.166666666666664
0.01 33.333333333333336
0.01 33.166666666666664
0.01 32.111111111111114
0.01 32.888888888888886
0.01 32.388888888888886
0.03 35.05555555555556
0.03 35.111111111111114
0.03 35.833333333333336
0.03 36.166666666666664
0.03 34.27777777777778
0.1 52.55555555555556
0.1 54.77777777777778
0.1 56.94444444444444
0.1 52.55555555555556
0.1 56.111111111111114
EOD
$p3s4 << EOD
0.001 45.922222222222224 44.55555555555556 47.111111111111114
0.003 37.211111111111116 36 39.22222222222222
0.01 33.3 33.166666666666664 33.5
0.03 38.3 36.05555555555556 40.05555555555556
0.1 58.52222222222222 55.44444444444444 62
EOD
$p3s4_seeds << EOD
0.001 46.833333333333336
0.001 44.72222222222222
0.001 46.388888888888886
0.001 44.55555555555556
0.001 47.111111111111114
0.003 37.22222222222222
0.003 36.111111111111114
0.003 39.22222222222222
0.003 36
0.003 37.5
0.01 33.166666666666664
0.01 33.5
0.01 33.388888888888886
0.01 33.22222222222222
0.01 33.22222222222222
0.03 37.72222222222222
0.03 36.05555555555556
0.03 37.611111111111114
0.03 40.05555555555556
0.03 40.05555555555556
0.1 60.333333333333336
0.1 57.77777777777778
0.1 62
0.1 55.44444444444444
0.1 57.05555555555556
EOD
$p3s5 << EOD
0.01 33.355555555555554 33 33.72222222222222
EOD
$p3s5_bars << EOD
0.01 33.355555555555554 33 33.72222222222222
EOD
$p3s5_seeds << EOD
0.01 33.27777777777778
0.01 33
0.01 33.5
0.01 33.27777777777778
0.01 33.72222222222222
EOD
$p3s6 << EOD
0.01 34.2 33.44444444444444 35.27777777777778
EOD
$p3s6_bars << EOD
0.01 34.2 33.44444444444444 35.27777777777778
EOD
$p3s6_seeds << EOD
0.01 33.44444444444444
0.01 34.5
0.01 35.27777777777778
0.01 34.27777777777778
0.01 33.5
EOD
$p3s7 << EOD
0.01 33.400000000000006 32.44444444444444 34.611111111111114
EOD
$p3s7_bars << EOD
0.01 33.400000000000006 32.44444444444444 34.611111111111114
EOD
$p3s7_seeds << EOD
0.01 33.666666666666664
0.01 32.94444444444444
0.01 34.611111111111114
0.01 32.44444444444444
0.01 33.333333333333336
EOD
$p3s8 << EOD
0.01 40.88888888888889 39.77777777777778 41.94444444444444
EOD
$p3s8_bars << EOD
0.01 40.88888888888889 39.77777777777778 41.94444444444444
EOD
$p3s8_seeds << EOD
0.01 40.77777777777778
0.01 40.72222222222222
0.01 41.22222222222222
0.01 39.77777777777778
0.01 41.94444444444444
EOD
$p3s9 << EOD
0.01 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p3s9_bars << EOD
0.01 88.88888888888889 88.88888888888889 88.88888888888889
EOD
$p3s9_seeds << EOD
0.01 88.88888888888889
0.01 88.88888888888889
0.01 88.88888888888889
0.01 88.88888888888889
0.01 88.88888888888889
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
    unset logscale x; set xrange [0.0008317637711026711:0.1202264434617413]; set logscale x 10
    set xtics (0.001, 0.003, 0.01, 0.03, 0.1)
    unset logscale y; set yrange [19.864117768119193:95.46340383360729]; set logscale y 10
    set ytics (20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'Test error against learning rate, words of all lengths padded to four times their' . "\n" . 'length' . "\n" . 'words, 5 seeds: means; bands: range of the seeds; medians and every seed' . "\n" . 'where some fail to learn' . "\n" . 'lstm: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'learning rate'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p1s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5]), \
             $p1s6 using ($1+0.0000):2 with linespoints lt 6 pt 6 pi 1 title brief(label[6]), \
             $p1s7 using ($1+0.0000):2 with linespoints lt 7 pt 7 pi 1 title brief(label[7]), \
             $p1s8 using ($1+0.0000):2 with linespoints lt 8 pt 8 pi 1 title brief(label[8]), \
             $p1s9 using ($1+0.0000):2 with linespoints lt 9 pt 9 pi 1 title brief(label[9])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.33757
        set bmargin at screen 0.31285; set tmargin at screen 0.82390
        set xlabel 'learning rate' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'lstm' at screen 0.20299, screen 0.86015 center font font_panel
        set label 'Test error against learning rate, words of all lengths padded to four times their length' at screen 0.5, screen 0.95849 center font font_title
        set label 'words, 5 seeds: means; bands: range of the seeds; medians and every seed where some fail to learn' at screen 0.5, screen 0.91360 center font font_small textcolor rgb ink
        eval legend(1, 0.13202, 0.17587, 0.04286, 0.01071)
        eval legend(2, 0.37798, 0.17587, 0.04286, 0.01071)
        eval legend(3, 0.37798, 0.13398, 0.04286, 0.01071)
        eval legend(4, 0.62774, 0.17587, 0.04286, 0.01071)
        eval legend(5, 0.13202, 0.07951, 0.04286, 0.01071)
        eval legend(6, 0.37798, 0.07951, 0.04286, 0.01071)
        eval legend(7, 0.37798, 0.03762, 0.04286, 0.01071)
        eval legend(8, 0.62774, 0.07951, 0.04286, 0.01071)
        eval legend(9, 0.62774, 0.03762, 0.04286, 0.01071)
        plot $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p1s1_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s5_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[5] pt -1 dt solid lw 0.8, \
             $p1s6_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[6] pt -1 dt solid lw 0.8, \
             $p1s7_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[7] pt -1 dt solid lw 0.8, \
             $p1s8_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[8] pt -1 dt solid lw 0.8, \
             $p1s9_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[9] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p1s6_seeds using 1:2 with points lt line[6] ps 0.6 lc rgb faint(line[6]), \
             $p1s7_seeds using 1:2 with points lt line[7] ps 0.6 lc rgb faint(line[7]), \
             $p1s8_seeds using 1:2 with points lt line[8] ps 0.6 lc rgb faint(line[8]), \
             $p1s9_seeds using 1:2 with points lt line[9] ps 0.6 lc rgb faint(line[9]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3], \
             $p1s4 using 1:2 with linespoints lt line[4], \
             $p1s5 using 1:2 with linespoints lt line[5], \
             $p1s6 using 1:2 with linespoints lt line[6], \
             $p1s7 using 1:2 with linespoints lt line[7], \
             $p1s8 using 1:2 with linespoints lt line[8], \
             $p1s9 using 1:2 with linespoints lt line[9]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [0.0008317637711026711:0.1202264434617413]; set logscale x 10
    set xtics (0.001, 0.003, 0.01, 0.03, 0.1)
    unset logscale y; set yrange [19.864117768119193:95.46340383360729]; set logscale y 10
    set ytics (20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'conv: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'learning rate'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p2s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5]), \
             $p2s6 using ($1+0.0000):2 with linespoints lt 6 pt 6 pi 1 title brief(label[6]), \
             $p2s7 using ($1+0.0000):2 with linespoints lt 7 pt 7 pi 1 title brief(label[7]), \
             $p2s8 using ($1+0.0000):2 with linespoints lt 8 pt 8 pi 1 title brief(label[8]), \
             $p2s9 using ($1+0.0000):2 with linespoints lt 9 pt 9 pi 1 title brief(label[9])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.38963; set rmargin at screen 0.65878
        set bmargin at screen 0.31285; set tmargin at screen 0.82390
        set xlabel 'learning rate' offset 0,0.4
        set label 'conv' at screen 0.52421, screen 0.86015 center font font_panel
        plot $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p2s1_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p2s5_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[5] pt -1 dt solid lw 0.8, \
             $p2s6_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[6] pt -1 dt solid lw 0.8, \
             $p2s7_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[7] pt -1 dt solid lw 0.8, \
             $p2s8_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[8] pt -1 dt solid lw 0.8, \
             $p2s9_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[9] pt -1 dt solid lw 0.8, \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s6_seeds using 1:2 with points lt line[6] ps 0.6 lc rgb faint(line[6]), \
             $p2s7_seeds using 1:2 with points lt line[7] ps 0.6 lc rgb faint(line[7]), \
             $p2s8_seeds using 1:2 with points lt line[8] ps 0.6 lc rgb faint(line[8]), \
             $p2s9_seeds using 1:2 with points lt line[9] ps 0.6 lc rgb faint(line[9]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[4], \
             $p2s5 using 1:2 with linespoints lt line[5], \
             $p2s6 using 1:2 with linespoints lt line[6], \
             $p2s7 using 1:2 with linespoints lt line[7], \
             $p2s8 using 1:2 with linespoints lt line[8], \
             $p2s9 using 1:2 with linespoints lt line[9]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [0.0008317637711026711:0.1202264434617413]; set logscale x 10
    set xtics (0.001, 0.003, 0.01, 0.03, 0.1)
    unset logscale y; set yrange [19.864117768119193:95.46340383360729]; set logscale y 10
    set ytics (20, 30, 40, 60, 80)
    if (t eq 'dumb') {
        set title 'transformer: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'learning rate'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p3s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p3s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5]), \
             $p3s6 using ($1+0.0000):2 with linespoints lt 6 pt 6 pi 1 title brief(label[6]), \
             $p3s7 using ($1+0.0000):2 with linespoints lt 7 pt 7 pi 1 title brief(label[7]), \
             $p3s8 using ($1+0.0000):2 with linespoints lt 8 pt 8 pi 1 title brief(label[8]), \
             $p3s9 using ($1+0.0000):2 with linespoints lt 9 pt 9 pi 1 title brief(label[9])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.71085; set rmargin at screen 0.98000
        set bmargin at screen 0.31285; set tmargin at screen 0.82390
        set xlabel 'learning rate' offset 0,0.4
        set label 'transformer' at screen 0.84542, screen 0.86015 center font font_panel
        plot $p3s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p3s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p3s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p3s1_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p3s5_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[5] pt -1 dt solid lw 0.8, \
             $p3s6_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[6] pt -1 dt solid lw 0.8, \
             $p3s7_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[7] pt -1 dt solid lw 0.8, \
             $p3s8_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[8] pt -1 dt solid lw 0.8, \
             $p3s9_bars using 1:2:($3 > 0 ? $3 : $4 > 0 ? 9.93206 : NaN):4 with yerrorbars lt line[9] pt -1 dt solid lw 0.8, \
             $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p3s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p3s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p3s6_seeds using 1:2 with points lt line[6] ps 0.6 lc rgb faint(line[6]), \
             $p3s7_seeds using 1:2 with points lt line[7] ps 0.6 lc rgb faint(line[7]), \
             $p3s8_seeds using 1:2 with points lt line[8] ps 0.6 lc rgb faint(line[8]), \
             $p3s9_seeds using 1:2 with points lt line[9] ps 0.6 lc rgb faint(line[9]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2], \
             $p3s3 using 1:2 with linespoints lt line[3], \
             $p3s4 using 1:2 with linespoints lt line[4], \
             $p3s5 using 1:2 with linespoints lt line[5], \
             $p3s6 using 1:2 with linespoints lt line[6], \
             $p3s7 using 1:2 with linespoints lt line[7], \
             $p3s8 using 1:2 with linespoints lt line[8], \
             $p3s9 using 1:2 with linespoints lt line[9]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
