# A figure of normlab. `gnuplot gradient.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" gradient.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'gradient'
width = 7 # inches
height = 3.28

# The series: legend entries and line types.
array label[5]
array line[5]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'layernorm over=token'; line[2] = line_of('layernorm')
label[3] = 'rmsnorm over=token'; line[3] = line_of('rmsnorm')
label[4] = 'batchnorm masked=1'; line[4] = line_of('batchnorm')
label[5] = 'batchnorm'; line[5] = line_more(0); eval second(line[5], line[4])

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
2 0.1155317543699286 0.08681944225939235 0.20439607309576596
6 0.3824810978319051 0.1826060936045752 0.9048243641200797
12 132.33026261162823 55.31145077984899 824.5499067078927
EOD
$p1s1_seeds << EOD
2 0.08681944225939235
2 0.10002416834487618
2 0.10467442979372936
2 0.20439607309576596
2 0.11078264984051736
6 0.2421836729282008
6 0.1826060936045752
6 0.9048243641200797
6 0.4688904446671889
6 0.43626873451506903
12 152.4302417336871
12 67.66911788148192
12 55.31145077984899
12 86.25856353491173
12 824.5499067078927
EOD
$p1s2 << EOD
2 0.1275071922627489 0.10682124303684626 0.18802906823042656
6 0.11343296367344559 0.09909605385056579 0.1415488972930782
12 0.09925369090138893 0.0633329202928534 0.16573238075724728
EOD
$p1s2_seeds << EOD
2 0.13213235766493864
2 0.10682124303684626
2 0.11315081125136187
2 0.18802906823042656
2 0.1122338692266661
6 0.09909605385056579
6 0.12694650265176902
6 0.101967556417096
6 0.1415488972930782
6 0.10343101626328448
12 0.11345802900846114
12 0.16573238075724728
12 0.0633329202928534
12 0.09025973657576294
12 0.08961220192941624
EOD
$p1s3 << EOD
2 0.09615375780088357 0.07355946784789374 0.15019086101846835
6 0.1064430189514279 0.08077474283199615 0.1388998563407703
12 0.09917240633905647 0.06947098708657029 0.12751123122968885
EOD
$p1s3_seeds << EOD
2 0.09881446668412665
2 0.07510062338432785
2 0.10025017731188626
2 0.15019086101846835
2 0.07355946784789374
6 0.10855025483749535
6 0.08077474283199615
6 0.1388998563407703
6 0.10978693018601694
6 0.10219438824767237
12 0.09646134051306561
12 0.12751123122968885
12 0.06947098708657029
12 0.12430474082865386
12 0.09031530680266306
EOD
$p1s4 << EOD
2 0.21902880319209997 0.20397224265272193 0.24021634703351516
6 0.23770736395606515 0.20739709271752083 0.2626023150675336
12 0.25483066764948564 0.209613764561432 0.32345084207286634
EOD
$p1s4_seeds << EOD
2 0.24021634703351516
2 0.20397224265272193
2 0.2173989672452025
2 0.23145834596671522
2 0.20445710133425823
6 0.2626023150675336
6 0.23203164816959074
6 0.20739709271752083
6 0.24427175010250976
6 0.24586204883728013
12 0.25955733546883597
12 0.22744582054812745
12 0.209613764561432
12 0.32345084207286634
12 0.26848443208566536
EOD
$p1s5 << EOD
2 0.25266094671329986 0.2192333155361907 0.2997378341828487
6 0.2948290156142707 0.23278533762264028 0.3372599067841587
12 0.33744693745434173 0.24425258975836853 0.4148617162945059
EOD
$p1s5_seeds << EOD
2 0.25950265728233096
2 0.26560059387078777
2 0.22733778674729707
2 0.2997378341828487
2 0.2192333155361907
6 0.3372599067841587
6 0.3094700463988403
6 0.23278533762264028
6 0.31504893794822214
6 0.29102757086470243
12 0.32263616854879407
12 0.4148617162945059
12 0.24425258975836853
12 0.41358915614758224
12 0.32359568587331394
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
2 0.1155317543699286 0.08681944225939235 0.20439607309576596
6 0.3824810978319051 0.1826060936045752 0.9048243641200797
12 132.33026261162823 55.31145077984899 824.5499067078927
EOD
$p2s1_seeds << EOD
2 0.08681944225939235
2 0.10002416834487618
2 0.10467442979372936
2 0.20439607309576596
2 0.11078264984051736
6 0.2421836729282008
6 0.1826060936045752
6 0.9048243641200797
6 0.4688904446671889
6 0.43626873451506903
12 152.4302417336871
12 67.66911788148192
12 55.31145077984899
12 86.25856353491173
12 824.5499067078927
EOD
$p2s2 << EOD
2 0.11025164915979555 0.0912522777766079 0.18126857224460757
6 0.07942746814547307 0.0371307111840836 0.13344997886698137
12 0.09218575708196615 0.04117393239077598 0.30662057473791554
EOD
$p2s2_seeds << EOD
2 0.09534199512674568
2 0.0912522777766079
2 0.10431161076748409
2 0.18126857224460757
2 0.09902443125958561
6 0.0371307111840836
6 0.07997101370832162
6 0.09090577850684298
6 0.13344997886698137
6 0.08775618334755453
12 0.09047864669858871
12 0.30662057473791554
12 0.04117393239077598
12 0.07807554652114147
12 0.07465078243352398
EOD
$p2s3 << EOD
2 0.09111971173745245 0.06838655623852609 0.16957590086101995
6 0.08539165164180247 0.05243493280969751 0.13115856743891421
12 0.07377325776104439 0.03478303481216661 0.14710330219186019
EOD
$p2s3_seeds << EOD
2 0.08249584359795735
2 0.07128378166836104
2 0.09210941396578519
2 0.16957590086101995
2 0.06838655623852609
6 0.05243493280969751
6 0.06549369566004284
6 0.13115856743891421
6 0.1118132557546626
6 0.09015024216146314
12 0.14430147103408916
12 0.03478303481216661
12 0.05121062192335915
12 0.05779284946922035
12 0.14710330219186019
EOD
$p2s4 << EOD
2 0.23884170995424794 0.21302494532095134 0.2658250246840768
6 0.2675058012515831 0.21865161805840594 0.32160457195858977
12 0.3541780254689045 0.2839198852034743 0.3880989420539299
EOD
$p2s4_seeds << EOD
2 0.2510394866288103
2 0.23401519298830778
2 0.2336352894384025
2 0.2658250246840768
2 0.21302494532095134
6 0.25823974010382644
6 0.32160457195858977
6 0.21865161805840594
6 0.31844910700642143
6 0.23687978644824628
12 0.3880989420539299
12 0.367266379794084
12 0.2839198852034743
12 0.36796969955735115
12 0.3742627120041871
EOD
$p2s5 << EOD
2 0.2341800659527377 0.21297611337127162 0.2889653933637343
6 0.32045210799368995 0.2725835007541093 0.41023891576412763
12 0.4310321472628345 0.3201836083063252 0.5297065126728683
EOD
$p2s5_seeds << EOD
2 0.23739394133138766
2 0.2254379548514334
2 0.21297611337127162
2 0.2889653933637343
2 0.21383373474962564
6 0.2972319780506748
6 0.3622274834922988
6 0.2725835007541093
6 0.41023891576412763
6 0.28067408343951145
12 0.48186818916158747
12 0.3679670480145311
12 0.3201836083063252
12 0.5297065126728683
12 0.4947396492498285
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
    unset logscale x; set xrange [1.861675338214342:12.891614078650262]; set logscale x 2
    set xtics (2, 6, 12)
    unset logscale y; set yrange [0.02101962664081466:1364.4556394593415]; set logscale y 10
    set ytics (0.1, 1, 10, 100, 1000)
    if (t eq 'dumb') {
        set title 'Gradient norm of the embedding over that of the output layer, before training' . "\n" . 'words, 5 seeds: means; bands: range of the seeds' . "\n" . 'pre: embedding over output (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'blocks'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p1s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08619; set rmargin at screen 0.49817
        set bmargin at screen 0.24162; set tmargin at screen 0.80564
        set xlabel 'blocks' offset 0,0.4
        set label 'embedding over output (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'pre' at screen 0.29218, screen 0.84566 center font font_panel
        set label 'Gradient norm of the embedding over that of the output layer, before training' at screen 0.5, screen 0.95418 center font font_title
        set label 'words, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.90464 center font font_small textcolor rgb ink
        eval legend(1, 0.08238, 0.09045, 0.04286, 0.01071)
        eval legend(2, 0.20008, 0.09045, 0.04286, 0.01071)
        eval legend(3, 0.45429, 0.09045, 0.04286, 0.01071)
        eval legend(4, 0.70024, 0.09045, 0.04286, 0.01071)
        eval legend(5, 0.70024, 0.04421, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p1s5 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[5]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3], \
             $p1s4 using 1:2 with linespoints lt line[4], \
             $p1s5 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [1.861675338214342:12.891614078650262]; set logscale x 2
    set xtics (2, 6, 12)
    unset logscale y; set yrange [0.02101962664081466:1364.4556394593415]; set logscale y 10
    set ytics (0.1, 1, 10, 100, 1000)
    if (t eq 'dumb') {
        set title 'post: embedding over output (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'blocks'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4]), \
             $p2s5 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.56802; set rmargin at screen 0.98000
        set bmargin at screen 0.24162; set tmargin at screen 0.80564
        set xlabel 'blocks' offset 0,0.4
        set label 'post' at screen 0.77401, screen 0.84566 center font font_panel
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p2s5 using 1:($3 > 0 ? $3 : $4 > 0 ? 0.0105098 : NaN):4 with filledcurves lc rgb band(line[5]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s5_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[4], \
             $p2s5 using 1:2 with linespoints lt line[5]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
