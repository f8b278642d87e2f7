# A figure of normlab. `gnuplot distance.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" distance.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'distance'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'batchnorm masked=1'; line[2] = line_more(0); eval second(line[2], line[1])

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
0 0.04736143103461011 0.04492092470727916 0.050519758344333955
0.25 0.040737043500627367 0.03918256378926271 0.041721514551460524
0.5 0.0338181538663607 0.0320116904951564 0.03536096763553034
0.75 0.02374510260557704 0.022680383407449663 0.025215956707160366
EOD
$p1s1_seeds << EOD
0 0.04492092470727916
0 0.050519758344333955
0 0.047476579560077246
0 0.04693101275702514
0 0.04695887980433505
0.25 0.03918256378926271
0.25 0.041721514551460524
0.25 0.04153893969487403
0.25 0.039556052697776324
0.25 0.041686146769763247
0.5 0.0320116904951564
0.5 0.034851097012835536
0.5 0.03536096763553034
0.5 0.03288167174785077
0.5 0.033985342440430444
0.75 0.022680383407449663
0.75 0.02278008388981663
0.75 0.025215956707160366
0.75 0.02381872814522588
0.75 0.024230360878232656
EOD
$p1s2 << EOD
0 0.0414591349051177 0.03927868923491503 0.044085556052781416
0.25 0.041459129110389306 0.03927865223415763 0.04408556680287637
0.5 0.041459121248461586 0.03927865731080738 0.044085583970535414
0.75 0.041459142269925434 0.039278660518586854 0.044085562760353046
EOD
$p1s2_seeds << EOD
0 0.03927868923491503
0 0.04199347535170046
0 0.044085556052781416
0 0.04152267635878705
0 0.04041527752740455
0.25 0.03927865223415763
0.25 0.041993492008796894
0.25 0.04408556680287637
0.25 0.04152267054913612
0.25 0.040415263956979565
0.5 0.03927865731080738
0.5 0.04199348293775568
0.5 0.044085583970535414
0.5 0.04152267401692
0.5 0.040415208006289456
0.75 0.039278660518586854
0.75 0.041993486611122836
0.75 0.044085562760353046
0.75 0.041522680058740165
0.75 0.040415321400824294
EOD

# Panel 2: x, mean or median, low and high end of its band; x, y of each seed.
$p2s1 << EOD
0 0.04709276493193802 0.045407991657978174 0.04869082573961863
0.25 0.03476559980097224 0.03291431910372932 0.03573395569969815
0.5 0.02573760505343331 0.02297183756502376 0.027761322715645242
0.75 0.017908543205929835 0.016106215297018125 0.019535014273032444
EOD
$p2s1_seeds << EOD
0 0.045407991657978174
0 0.04722098234753937
0 0.04869082573961863
0 0.046367940058472154
0 0.04777608485608179
0.25 0.03291431910372932
0.25 0.03573395569969815
0.25 0.035034193796641896
0.25 0.03442992240781255
0.25 0.03571560799697929
0.5 0.027761322715645242
0.5 0.027710733614317862
0.5 0.02297183756502376
0.5 0.023948373684726857
0.5 0.02629575768745283
0.75 0.019242854074544142
0.75 0.019535014273032444
0.75 0.01728408195996818
0.75 0.016106215297018125
0.75 0.017374550425086285
EOD
$p2s2 << EOD
0 0.019268409852643758 0.017324114559154453 0.02297683321011456
0.25 0.0192988918592722 0.01736260233452032 0.022991188019065592
0.5 0.01910066716366562 0.017181955225169823 0.022915952954618773
0.75 0.019262732879659426 0.017086881233316222 0.022922977472885242
EOD
$p2s2_seeds << EOD
0 0.017324114559154453
0 0.02297683321011456
0 0.018987371598130607
0 0.018779967570843218
0 0.018273762324975962
0.25 0.01736260233452032
0.25 0.022991188019065592
0.25 0.019215613804141832
0.25 0.01865129938358825
0.25 0.018273755755045005
0.5 0.017181955225169823
0.5 0.022915952954618773
0.5 0.018564796418506856
0.5 0.01856646815586667
0.5 0.018274163064165985
0.75 0.017086881233316222
0.75 0.022922977472885242
0.75 0.0191806061989019
0.75 0.018752579323355528
0.75 0.018370620169838238
EOD

# Panel 3: x, mean or median, low and high end of its band; x, y of each seed.
$p3s1 << EOD
0 0.06738796207326209 0.06254145979396036 0.07843403355010715
0.25 0.07120132906776024 0.060488527881483026 0.08489013365002218
0.5 0.07117844276042029 0.059718410989403364 0.09153179371627633
0.75 0.06765617307274956 0.06474004959769188 0.0721342771240351
EOD
$p3s1_seeds << EOD
0 0.06629565707622433
0 0.07843403355010715
0 0.06389704431435081
0 0.06254145979396036
0 0.06577161563166779
0.25 0.06130413584177521
0.25 0.08489013365002218
0.25 0.060488527881483026
0.25 0.07036615967134005
0.25 0.07895768829418065
0.5 0.059718410989403364
0.5 0.09153179371627633
0.5 0.06944306381250472
0.5 0.06670611233030338
0.5 0.06849283295361372
0.75 0.06555699228131777
0.75 0.0721342771240351
0.75 0.06474004959769188
0.75 0.06517597784501548
0.75 0.0706735685156876
EOD
$p3s2 << EOD
0 0.04055717303862101 0.03897791956202109 0.0426280653924807
0.25 0.04047381093400846 0.038434334882895944 0.042603108668807385
0.5 0.04058779698538377 0.038631646751234025 0.04231546032196999
0.75 0.040736248136814854 0.0377665249402975 0.042809938925962125
EOD
$p3s2_seeds << EOD
0 0.03999378522656791
0 0.03897791956202109
0 0.04037354156974439
0 0.040812553442290934
0 0.0426280653924807
0.25 0.0400580572240756
0.25 0.038434334882895944
0.25 0.04068513232584402
0.25 0.04058842156841937
0.25 0.042603108668807385
0.5 0.03973417519465653
0.5 0.038631646751234025
0.5 0.04231546032196999
0.5 0.040159628784669284
0.5 0.04209807387438899
0.75 0.039530518626909386
0.75 0.0377665249402975
0.75 0.040997137345403
0.75 0.04257712084550226
0.75 0.042809938925962125
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
    unset logscale y; set yrange [0.021288414660605447:0.05191172709117817]
    set ytics (0.03, 0.04, 0.05)
    if (t eq 'dumb') {
        set title 'Distance of a batch' . "\047" . 's mean from the running mean, words of all lengths' . "\n" . 'words, 5 seeds: means; bands: range of the seeds' . "\n" . 'lstm: RMS over channels, in sd'
        unset grid; set key below center reverse Left
        set xlabel 'padding added, share of positions'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.33757
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'padding added, share of positions' offset 0,0.4
        set label 'RMS over channels, in sd' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'lstm' at screen 0.20997, screen 0.83774 center font font_panel
        set label 'Distance of a batch' . "\047" . 's mean from the running mean, words of all lengths' at screen 0.5, screen 0.95183 center font font_title
        set label 'words, 5 seeds: means; bands: range of the seeds' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.30929, 0.04380, 0.04286, 0.01071)
        eval legend(2, 0.47333, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [-0.03:0.78]
    set xtics (0, 0.25, 0.5, 0.75)
    unset logscale y; set yrange [0.0144769847748881:0.05032005626174865]
    set ytics (0.02, 0.03, 0.04, 0.05)
    if (t eq 'dumb') {
        set title 'conv: RMS over channels, in sd'
        unset grid; set key below center reverse Left
        set xlabel 'padding added, share of positions'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.40360; set rmargin at screen 0.65878
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'padding added, share of positions' offset 0,0.4
        set label 'conv' at screen 0.53119, screen 0.83774 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [-0.03:0.78]
    set xtics (0, 0.25, 0.5, 0.75)
    unset logscale y; set yrange [0.035078261501498564:0.09422005715507527]
    set ytics (0.04, 0.06, 0.08)
    if (t eq 'dumb') {
        set title 'transformer: RMS over channels, in sd'
        unset grid; set key below center reverse Left
        set xlabel 'padding added, share of positions'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.72481; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'padding added, share of positions' offset 0,0.4
        set label 'transformer' at screen 0.85241, screen 0.83774 center font font_panel
        plot $p3s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p3s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
