# A figure of normlab. `gnuplot change_inference.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" change_inference.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'change_inference'
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
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p1s2 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p1s3 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p1s4 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p1s5 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p1s6 << EOD
0 0.39310385981330725 0.38274412817013637 0.40828115774940454
0.25 0.30151225932281134 0.2936355888452975 0.3063982503104762
0.5 0.22085005655001363 0.21725832856300792 0.22460321741309897
0.75 0.11980601731084184 0.11874752180537046 0.12166194065328383
EOD
$p1s6_seeds << EOD
0 0.39473265353324777
0 0.39479977185945064
0 0.38496158775429684
0 0.38274412817013637
0 0.40828115774940454
0.25 0.2980518240919782
0.25 0.30624809644738965
0.25 0.2936355888452975
0.25 0.3063982503104762
0.25 0.30322753691891535
0.5 0.21974034678069154
0.5 0.22460321741309897
0.5 0.22229042665408283
0.5 0.22035796333918695
0.5 0.21725832856300792
0.75 0.11874752180537046
0.75 0.11929149156194714
0.75 0.12025648453810171
0.75 0.12166194065328383
0.75 0.11907264799550608
EOD
$p1s7 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p1s8 << EOD
0 0.6221686700247007 0.6119716434884007 0.6339428009142221
0.25 0.44744122386442065 0.4298815966078476 0.4583635515130229
0.5 0.2780385396077628 0.27328218903546736 0.2892642948438291
0.75 0.1342817768925777 0.13156863485976464 0.13593946038349605
EOD
$p1s8_seeds << EOD
0 0.6339428009142221
0 0.6119716434884007
0 0.6258420143866007
0 0.6119765024458023
0 0.6271103888884779
0.25 0.4298815966078476
0.25 0.4458565555514805
0.25 0.4583635515130229
0.25 0.4517274363005184
0.25 0.45137697934923376
0.5 0.2892642948438291
0.5 0.27573909966194055
0.5 0.27328218903546736
0.5 0.2739783725760193
0.5 0.2779287419215577
0.75 0.13593946038349605
0.75 0.13472200333793274
0.75 0.13156863485976464
0.75 0.13413626330195397
0.75 0.13504252257974117
EOD
$p1s9 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p1s9_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p2s2 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p2s3 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p2s4 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p2s5 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p2s6 << EOD
0 0.30331790247198354 0.28137002281642026 0.3231709457709304
0.25 0.2685698434706954 0.2506438354021302 0.28452817440845146
0.5 0.2049242299618887 0.20080303720250453 0.2086986926939864
0.75 0.10666981329332467 0.10337296652381943 0.10928741327955836
EOD
$p2s6_seeds << EOD
0 0.28137002281642026
0 0.32229777043854496
0 0.30115473266752646
0 0.2885960406664954
0 0.3231709457709304
0.25 0.2569014458616011
0.25 0.28452817440845146
0.25 0.27005640455899854
0.25 0.2506438354021302
0.25 0.2807193571222954
0.5 0.20172100537330998
0.5 0.2086986926939864
0.5 0.20825411007423644
0.5 0.2051443044654061
0.5 0.20080303720250453
0.75 0.10337296652381943
0.75 0.1079919825404768
0.75 0.10450353976569958
0.75 0.1081931643570692
0.75 0.10928741327955836
EOD
$p2s7 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p2s8 << EOD
0 0.4304375356800493 0.39112071298019285 0.4640176383355829
0.25 0.5021780379129057 0.44972162770694984 0.5522636430213144
0.5 0.32193931414835575 0.2829430472798417 0.3644980586631875
0.75 0.1299966688499649 0.12548671608718776 0.1366840967784323
EOD
$p2s8_seeds << EOD
0 0.4640176383355829
0 0.39112071298019285
0 0.4246485929716185
0 0.4392770733662575
0 0.43312366074659453
0.25 0.5522636430213144
0.25 0.5486518643130416
0.25 0.504288718402221
0.25 0.44972162770694984
0.25 0.4559643361210018
0.5 0.3327326541129691
0.5 0.2829430472798417
0.5 0.3644980586631875
0.5 0.2960478699878633
0.5 0.3334749406979172
0.75 0.1285866436626902
0.75 0.12548671608718776
0.75 0.1366840967784323
0.75 0.13263100211868928
0.75 0.12659488560282503
EOD
$p2s9 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p2s9_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p3s2 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p3s3 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p3s4 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p3s5 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p3s6 << EOD
0 0.3501686749915743 0.3246366381168807 0.36336719196174344
0.25 0.27194064572874965 0.2512756244973603 0.29008626348950334
0.5 0.1826794229383876 0.16826244888810796 0.2064732368269093
0.75 0.11409562825327217 0.10050093572499894 0.1258775489330108
EOD
$p3s6_seeds << EOD
0 0.36131233302371557
0 0.36061019004624817
0 0.34091702180928346
0 0.3246366381168807
0 0.36336719196174344
0.25 0.26326673821104807
0.25 0.29008626348950334
0.25 0.2856395270324852
0.25 0.2512756244973603
0.25 0.26943507541335143
0.5 0.18783175828258103
0.5 0.17424619712718303
0.5 0.2064732368269093
0.5 0.16826244888810796
0.5 0.17658347356715662
0.75 0.12255285916818062
0.75 0.10924691752773992
0.75 0.1258775489330108
0.75 0.11229987991243058
0.75 0.10050093572499894
EOD
$p3s7 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
EOD
$p3s8 << EOD
0 0.5545263868320264 0.5374965375520344 0.5792539982486667
0.25 0.45274359478269677 0.4347025892046827 0.46503115919406773
0.5 0.30988401561971946 0.284564090448043 0.3285283626586215
0.75 0.188242878960268 0.17292634854308203 0.20136873432156466
EOD
$p3s8_seeds << EOD
0 0.5792539982486667
0 0.5783977685883223
0 0.5389394449470458
0 0.5385441848240627
0 0.5374965375520344
0.25 0.4525479200894566
0.25 0.4347025892046827
0.25 0.45311839957879557
0.25 0.45831790584648113
0.25 0.46503115919406773
0.5 0.3285283626586215
0.5 0.3116796526108406
0.5 0.284564090448043
0.5 0.3137381197526372
0.5 0.310909852628455
0.75 0.18221807060028647
0.75 0.20136873432156466
0.75 0.18343460633913478
0.75 0.17292634854308203
0.75 0.20126663499727207
EOD
$p3s9 << EOD
0 0 0 0
0.25 0 0 0
0.5 0 0 0
0.75 0 0 0
EOD
$p3s9_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0
0.25 0
0.25 0
0.25 0
0.25 0
0.5 0
0.5 0
0.5 0
0.5 0
0.5 0
0.75 0
0.75 0
0.75 0
0.75 0
0.75 0
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
    unset logscale x; set xrange [-0.03:0.78]
    set xtics (0, 0.25, 0.5, 0.75)
    unset logscale y; set yrange [0:0.6656399409599332]
    set ytics (0, 0.2, 0.4, 0.6)
    if (t eq 'dumb') {
        set title 'What more padding changes at valid positions, in inference mode, words of one' . "\n" . 'length' . "\n" . 'words, 5 seeds: means; bands: range of the seeds' . "\n" . 'lstm: RMS change over RMS'
        unset grid; set key below center reverse Left
        set xlabel 'share of padding'
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
        set lmargin at screen 0.07349; set rmargin at screen 0.33757
        set bmargin at screen 0.31285; set tmargin at screen 0.82390
        set xlabel 'share of padding' offset 0,0.4
        set label 'RMS change over RMS' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'lstm' at screen 0.20553, screen 0.86015 center font font_panel
        set label 'What more padding changes at valid positions, in inference mode, words of one length' at screen 0.5, screen 0.95849 center font font_title
        set label 'words, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.91360 center font font_small textcolor rgb ink
        eval legend(1, 0.13202, 0.17587, 0.04286, 0.01071)
        eval legend(2, 0.37798, 0.17587, 0.04286, 0.01071)
        eval legend(3, 0.37798, 0.13398, 0.04286, 0.01071)
        eval legend(4, 0.62774, 0.17587, 0.04286, 0.01071)
        eval legend(5, 0.13202, 0.07951, 0.04286, 0.01071)
        eval legend(6, 0.37798, 0.07951, 0.04286, 0.01071)
        eval legend(7, 0.37798, 0.03762, 0.04286, 0.01071)
        eval legend(8, 0.62774, 0.07951, 0.04286, 0.01071)
        eval legend(9, 0.62774, 0.03762, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p1s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p1s6 using 1:3:4 with filledcurves lc rgb band(line[6]), \
             $p1s7 using 1:3:4 with filledcurves lc rgb band(line[7]), \
             $p1s8 using 1:3:4 with filledcurves lc rgb band(line[8]), \
             $p1s9 using 1:3:4 with filledcurves lc rgb band(line[9]), \
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
    unset logscale x; set xrange [-0.03:0.78]
    set xtics (0, 0.25, 0.5, 0.75)
    unset logscale y; set yrange [0:0.6656399409599332]
    set ytics (0, 0.2, 0.4, 0.6)
    if (t eq 'dumb') {
        set title 'conv: RMS change over RMS'
        unset grid; set key below center reverse Left
        set xlabel 'share of padding'
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
        set lmargin at screen 0.39471; set rmargin at screen 0.65878
        set bmargin at screen 0.31285; set tmargin at screen 0.82390
        set xlabel 'share of padding' offset 0,0.4
        set label 'conv' at screen 0.52675, screen 0.86015 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p2s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p2s6 using 1:3:4 with filledcurves lc rgb band(line[6]), \
             $p2s7 using 1:3:4 with filledcurves lc rgb band(line[7]), \
             $p2s8 using 1:3:4 with filledcurves lc rgb band(line[8]), \
             $p2s9 using 1:3:4 with filledcurves lc rgb band(line[9]), \
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
    unset logscale x; set xrange [-0.03:0.78]
    set xtics (0, 0.25, 0.5, 0.75)
    unset logscale y; set yrange [0:0.6656399409599332]
    set ytics (0, 0.2, 0.4, 0.6)
    if (t eq 'dumb') {
        set title 'transformer: RMS change over RMS'
        unset grid; set key below center reverse Left
        set xlabel 'share of padding'
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
        set lmargin at screen 0.71593; set rmargin at screen 0.98000
        set bmargin at screen 0.31285; set tmargin at screen 0.82390
        set xlabel 'share of padding' offset 0,0.4
        set label 'transformer' at screen 0.84796, screen 0.86015 center font font_panel
        plot $p3s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p3s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p3s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p3s4 using 1:3:4 with filledcurves lc rgb band(line[4]), \
             $p3s5 using 1:3:4 with filledcurves lc rgb band(line[5]), \
             $p3s6 using 1:3:4 with filledcurves lc rgb band(line[6]), \
             $p3s7 using 1:3:4 with filledcurves lc rgb band(line[7]), \
             $p3s8 using 1:3:4 with filledcurves lc rgb band(line[8]), \
             $p3s9 using 1:3:4 with filledcurves lc rgb band(line[9]), \
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
