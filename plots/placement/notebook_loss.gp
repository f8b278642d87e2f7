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

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
1 0.40486538859882754 0.3949918642265651 0.41061238184721816
2 0.36929435963007756 0.35117311866658213 0.38509792450892005
3 0.34976399745458303 0.3450910159545846 0.355704645886394
4 0.3462537188519238 0.34268643489312584 0.35142291192416936
5 0.34614951673306804 0.32738358010532415 0.36419797490441985
6 0.338139473221086 0.32330781233267425 0.3488032216853066
7 0.35031509166971103 0.3317928043888206 0.3666541308325113
8 0.3366543485998926 0.32412373037607983 0.3496373457660778
9 0.33399148440535914 0.32427942027223594 0.3430961680943168
10 0.34030967227767167 0.3231646207567656 0.35852537623773106
EOD
$p1s1_seeds << EOD
1 0.3949918642265651
1 0.4096079175453828
1 0.4011738170421593
1 0.41061238184721816
1 0.4079409623328124
2 0.3646376867317002
2 0.37330968156734695
2 0.35117311866658213
2 0.37225338667583835
2 0.38509792450892005
3 0.35154334780497154
3 0.3489459479446386
3 0.34753502968232647
3 0.3450910159545846
3 0.355704645886394
4 0.34871277064987277
4 0.34531652462995266
4 0.34268643489312584
4 0.35142291192416936
4 0.3431299521624985
5 0.36419797490441985
5 0.33200670486530603
5 0.32738358010532415
5 0.3597721851132064
5 0.3473871386770834
6 0.33658764467531394
6 0.3488032216853066
6 0.33639649490324597
6 0.3456021925088892
6 0.32330781233267425
7 0.3666541308325113
7 0.3635443425000532
7 0.33599382991396654
7 0.3317928043888206
7 0.35359035071320366
8 0.3366567697364962
8 0.3496373457660778
8 0.34209753087404615
8 0.33075636624676297
8 0.32412373037607983
9 0.3308344889505985
9 0.33621068235346296
9 0.3355366623561815
9 0.32427942027223594
9 0.3430961680943168
10 0.3545398241302172
10 0.3231646207567656
10 0.35852537623773106
10 0.33655479261158144
10 0.32876374765206307
EOD
$p1s2 << EOD
1 0.4253 NaN NaN
2 0.3703 NaN NaN
3 0.3602 NaN NaN
4 0.3444 NaN NaN
5 0.3428 NaN NaN
6 0.3394 NaN NaN
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
1 0.3835356918044629 0.36963010230030763 0.39546880556841857
2 0.35890636256764374 0.3426041365112078 0.3838093768158072
3 0.3464730995123694 0.3405851338944961 0.35328700299288174
4 0.34673147436248114 0.3399985618230002 0.35819339371147074
5 0.33896919333393827 0.32699822151721547 0.3497625155058105
6 0.3504111054961505 0.32777416654840824 0.37951876519243755
7 0.3628668445766632 0.34114892240662165 0.39010622145344553
8 0.3512996667224346 0.32663578063519155 0.3692933052795961
9 0.34567365623652124 0.33219201376100127 0.3597602911903587
10 0.34559145598684227 0.32492405577344624 0.35827372657399575
EOD
$p2s1_seeds << EOD
1 0.36963010230030763
1 0.3873905775919152
1 0.3765551600374717
1 0.3886338135242013
1 0.39546880556841857
2 0.35207695019773094
2 0.3584061479901265
2 0.3426041365112078
2 0.3576352013233462
2 0.3838093768158072
3 0.34881358170138
3 0.3431464463416944
3 0.3465333326313946
3 0.3405851338944961
3 0.35328700299288174
4 0.35819339371147074
4 0.3399985618230002
4 0.3409352388231142
4 0.35272990185461245
4 0.34180027560020837
5 0.3497625155058105
5 0.32699822151721547
5 0.3413906754978606
5 0.3396665983596237
5 0.33702795578918104
6 0.3410493002130336
6 0.34999637631020614
6 0.37951876519243755
6 0.35371691921666687
6 0.32777416654840824
7 0.39010622145344553
7 0.38825451481901807
7 0.3444810035462795
7 0.34114892240662165
7 0.35034356065795125
8 0.35731288165032954
8 0.3672404454788908
8 0.3692933052795961
8 0.32663578063519155
8 0.3360159205681651
9 0.3555167034663917
9 0.3597602911903587
9 0.3425110378960986
9 0.33219201376100127
9 0.33838823486875624
10 0.3489188575474911
10 0.34271683849653933
10 0.35827372657399575
10 0.353123801542739
10 0.32492405577344624
EOD
$p2s2 << EOD
1 0.3913 NaN NaN
2 0.3713 NaN NaN
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
    set xrange [0.64:10.36]; unset logscale x
    set xtics (2, 4, 6, 8, 10)
    set yrange [0.3180578517946039:0.43040676896216173]; unset logscale y
    set ytics (0.35, 0.4)
    if (t eq 'dumb') {
        set title 'The two networks of note N0: loss' . "\n" . 'fashion-mnist, 5 seeds: means with the spread of the seeds' . "\n" . 'input-after: validation loss in nats'
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
        set label 'fashion-mnist, 5 seeds: means with the spread of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.28492, 0.04380, 0.04286, 0.01071)
        eval legend_point(2, 0.56262, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    set xrange [0.64:10.36]; unset logscale x
    set xtics (2, 4, 6, 8, 10)
    set yrange [0.3180578517946039:0.43040676896216173]; unset logscale y
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
