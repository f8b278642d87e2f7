# A figure of normlab. `gnuplot notebook_loss.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" notebook_loss.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'notebook_loss'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm compat=keras'; line[1] = line_of('batchnorm')
label[2] = 'printed in N0'; line[2] = line_more(0); eval printed(line[2], line_of('printed'), 0)

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 0.40568192540796577 0.39412987032370844 0.41392800543572955
2 0.36761376870677187 0.35050713066504285 0.3840193878223594
3 0.34868696434845037 0.3427542885642649 0.3524705788388115
4 0.34672981201576986 0.34073156278456296 0.35835559525927363
5 0.34285830044862753 0.3268149408530297 0.3625415672193706
6 0.3429168751462424 0.32796221162926037 0.3573436864159708
7 0.35892833966537263 0.32487605229293803 0.38512506920693534
8 0.3401525323632532 0.3358435966790059 0.3474330182883105
9 0.33793843999545425 0.3242489960476092 0.3457430522019974
10 0.3391714101152825 0.3292068158032565 0.35393444490768144
EOD
$p1s1_seeds << EOD
1 0.39412987032370844
1 0.40756100889418756
1 0.4042932264570844
1 0.41392800543572955
1 0.4084975159291189
2 0.3551903943620155
2 0.377206889242382
2 0.35050713066504285
2 0.3711450414420596
2 0.3840193878223594
3 0.3516839034668409
3 0.34806528015718596
3 0.3524705788388115
3 0.3427542885642649
3 0.3484607707151486
4 0.347745478250503
4 0.345314849669322
4 0.3415015741151875
4 0.35835559525927363
4 0.34073156278456296
5 0.3625415672193706
5 0.34027387440377815
5 0.3268149408530297
5 0.3384370026590473
5 0.34622411710791207
6 0.3412761016414868
6 0.3573436864159708
6 0.34309159962556757
6 0.3449107764189266
6 0.32796221162926037
7 0.38512506920693534
7 0.37587617137814344
7 0.32487605229293803
7 0.33652811110063524
7 0.3722362943482109
8 0.3474330182883105
8 0.3358435966790059
8 0.34203391858922294
8 0.3378378619140001
8 0.3376142663457267
9 0.3414389114074376
9 0.33712876350920773
9 0.3242489960476092
9 0.34113247681101927
9 0.3457430522019974
10 0.35393444490768144
10 0.3395037145283323
10 0.3429284668962088
10 0.3292068158032565
10 0.33028360844093324
EOD
$p1s2 << EOD
1 0.4253 NaN NaN
2 0.3703 NaN NaN
3 0.3602 NaN NaN
4 0.3444 NaN NaN
5 0.3428 NaN NaN
6 0.3394 NaN NaN
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
1 0.38501896489911314 0.3679370813956156 0.4003351904125952
2 0.35759222236333665 0.3446325326940057 0.37868461168546363
3 0.3465810614147957 0.34177434293283143 0.3517414029856335
4 0.3481710041910571 0.33762991828290195 0.36896200352567887
5 0.3396866506006109 0.32992737004853456 0.3496954679774297
6 0.35077834285684 0.33541326067737876 0.3656572345316587
7 0.36524437312146496 0.3399451440165685 0.3994823703242008
8 0.34781766029193806 0.32584189632323785 0.3620052118275506
9 0.34651436045447254 0.33772377054197866 0.3513004895617925
10 0.35098067683188666 0.33050658788433257 0.3783877538463947
EOD
$p2s1_seeds << EOD
1 0.3679370813956156
1 0.38093752913345263
1 0.3792923401073598
1 0.4003351904125952
1 0.3965926834465424
2 0.3498668400240105
2 0.3567601100581644
2 0.3446325326940057
2 0.358017017355039
2 0.37868461168546363
3 0.3448915204530099
3 0.3517414029856335
3 0.3447963653780522
3 0.34177434293283143
3 0.3497016753244515
4 0.3501305997688924
4 0.33762991828290195
4 0.34390470021810254
4 0.36896200352567887
4 0.3402277991597098
5 0.3496954679774297
5 0.32992737004853456
5 0.33925817946891235
5 0.3419306950526095
5 0.33762154045556825
6 0.3428797217742721
6 0.34687070500599443
6 0.36307079229489614
6 0.3656572345316587
6 0.33541326067737876
7 0.3994823703242008
7 0.39288717741063744
7 0.3399451440165685
7 0.3465541958673326
7 0.3473529779885854
8 0.35205279037837617
8 0.35468126535749356
8 0.3620052118275506
8 0.32584189632323785
8 0.3445071375730322
9 0.34642128152093093
9 0.3513004895617925
9 0.34945172311289896
9 0.33772377054197866
9 0.34767453753476135
10 0.3466358057658829
10 0.3518943684730533
10 0.3783877538463947
10 0.34747886818976975
10 0.33050658788433257
EOD
$p2s2 << EOD
1 0.3913 NaN NaN
2 0.3513 NaN NaN
3 0.3392 NaN NaN
4 0.3294 NaN NaN
5 0.3279 NaN NaN
6 0.3542 NaN NaN
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
    unset logscale x; set xrange [0.64:10.36]
    set xtics (2, 4, 6, 8, 10)
    unset logscale y; set yrange [0.3191964458499897:0.43035255019761953]
    set ytics (0.35, 0.4)
    if (t eq 'dumb') {
        set title 'The two networks of note N0: loss' . "\n" . 'fashion-mnist, 5 seeds: means; bands: range of the seeds' . "\n" . 'input-after: validation loss in nats'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.49817
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'epoch' offset 0,0.4
        set label 'validation loss in nats' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'input-after' at screen 0.29028, screen 0.83774 center font font_panel
        set label 'The two networks of note N0: loss' at screen 0.5, screen 0.95183 center font font_title
        set label 'fashion-mnist, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.28492, 0.04380, 0.04286, 0.01071)
        eval legend_point(2, 0.56262, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [0.64:10.36]
    set xtics (2, 4, 6, 8, 10)
    unset logscale y; set yrange [0.3191964458499897:0.43035255019761953]
    set ytics (0.35, 0.4)
    if (t eq 'dumb') {
        set title 'input-before: validation loss in nats'
        unset grid; set key below center reverse Left
        set xlabel 'epoch'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.56421; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'epoch' offset 0,0.4
        set label 'input-before' at screen 0.77210, screen 0.83774 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with points lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
