# A figure of normlab. `gnuplot inference.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" inference.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'inference'
width = 3.4 # inches
height = 3.24

# The series: legend entries and line types.
array label[4]
array line[4]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')
label[3] = 'groupnorm groups=4'; line[3] = line_of('groupnorm')
label[4] = 'instancenorm'; line[4] = line_of('instancenorm')

# Panel 1: x, mean or median, low and high end of its band; x, y of each seed.
$p1s1 << EOD
1 2.578242111840383 0.9254519682511786 6.947569160792244
2 -9.057531336227218 -14.596131383754528 -5.339731287980653
3 1.59690771201281 -3.2986149718624347 7.446237049990567
EOD
$p1s1_seeds << EOD
1 4.6724015413569076
1 2.3486890800163973
1 6.947569160792244
1 0.969273686638128
1 1.4672114885770693
1 0.9254519682511786
1 1.358453353876432
1 1.931578433171377
1 1.789763252128207
1 3.37202915359589
2 -10.033393365509502
2 -7.247742644484767
2 -10.229888258736175
2 -8.152072817152956
2 -5.339731287980653
2 -14.596131383754528
2 -11.038044071355069
2 -10.267133261286453
2 -5.424498186629744
2 -8.246678085382298
3 0.6499938758124157
3 4.897285403814822
3 3.1082047561767467
3 3.7454549429267736
3 7.446237049990567
3 -0.76417893979841
3 0.9079165950504287
3 -2.8252063701554198
3 2.1019847781726053
3 -3.2986149718624347
EOD
$p1s2 << EOD
1 3.325259450365299 2.6486255025266914 3.854220198893077
2 -7.1588647543681745 -10.585742718540681 -1.7874952729768023
3 7.740460082369232 -3.098162090683043 18.65123004948075
EOD
$p1s2_seeds << EOD
1 3.5789753619729803
1 3.60649758430589
1 3.2681046755067333
1 2.6486255025266914
1 3.3109035567285394
1 3.0850750872825072
1 3.5844108204801772
1 3.4734441682969353
1 2.842337547659457
1 3.854220198893077
2 -8.206577186322328
2 -8.373192115152294
2 -7.040388554493616
2 -6.768896744491293
2 -7.572586664249458
2 -10.585742718540681
2 -8.240825709493894
2 -7.994910834367075
2 -1.7874952729768023
2 -5.0180317435943085
3 14.536023519678754
3 18.65123004948075
3 13.462873876969873
3 4.962094220062552
3 6.794207475962044
3 -3.098162090683043
3 6.503339210478187
3 8.771900245762442
3 3.226026010671257
3 3.59506830530949
EOD
$p1s3 << EOD
1 7.907109359673612 6.840229461926128 9.196798383464833
2 -6.78291628352571 -10.252912942892777 -1.7968336626743797
3 8.314253793662292 -5.207386078837306 20.33065137075225
EOD
$p1s3_seeds << EOD
1 8.054332229914962
1 7.991631028329493
1 7.612986025179436
1 7.511901795820841
1 8.210248009162434
1 6.840229461926128
1 8.059528071141585
1 9.196798383464833
1 7.506985697637192
1 8.086452894159212
2 -8.019496319920528
2 -5.835175709376239
2 -6.18769044809474
2 -7.10830376781132
2 -6.474420428685068
2 -10.252912942892777
2 -8.13726430937044
2 -8.31736301537731
2 -1.7968336626743797
2 -5.699702231054293
3 13.274799633102162
3 13.807955142809302
3 20.33065137075225
3 8.929615883385722
3 14.863071722997523
3 7.691864998562048
3 6.2562450812417625
3 3.7750254720122056
3 -0.5793052894027428
3 -5.207386078837306
EOD
$p1s4 << EOD
2 -6.088877610195546 -9.70230544118783 -0.9398222345891272
3 9.0978017214747 -1.584045213306573 22.72177887682063
EOD
$p1s4_seeds << EOD
2 -7.639298420158891
2 -4.625056259774773
2 -6.602232913980332
2 -4.979449237819711
2 -5.469920639511372
2 -9.70230544118783
2 -8.173297142050995
2 -6.83554243988358
2 -0.9398222345891272
2 -5.921851372998843
3 10.956557519544674
3 22.72177887682063
3 16.238860337373783
3 11.01075493347603
3 7.730955053554478
3 1.8559069853406829
3 5.706238989688006
3 -1.584045213306573
3 7.835008396946486
3 8.506001335308788
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
    unset logscale y; set yrange [-16.462026896783286:24.587674389849386]
    set ytics (-10, 0, 10, 20)
    if (t eq 'dumb') {
        set title 'Time added by a norm: inference, 32 images' . "\n" . 'fashion-mnist, 10 seeds: means; error bars: range of the seeds; line at 0:' . "\n" . 'norm=none' . "\n" . 'added time in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('mlp' 1, 'lenet' 2, 'resnet' 3)
        set xlabel 'net'
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.3000):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1-0.1000):2 with points lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.1000):2 with points lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.3000):2 with points lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.15915; set rmargin at screen 0.95882
        set bmargin at screen 0.23783; set tmargin at screen 0.80881
        set label 'mlp' at first 1, screen 0.20010 center
        set label 'lenet' at first 2, screen 0.20010 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'resnet' at first 3, screen 0.20010 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'net' at graph 0.5, screen 0.15552 center
        unset xlabel
        set label 'added time in %' at screen 0.03889, graph 0.5 center rotate by 90
        eval guide(0)
        set label '' at graph 0.98800, first 0 right offset 0,0.5 font font_small textcolor rgb guide_ink
        set arrow from graph 0, first 0 to graph 1, first 0 nohead lw 0.6 dt solid lc rgb ink
        set label 'Time added by a norm: inference, 32 images' at screen 0.5, screen 0.95362 center font font_title
        set label 'fashion-mnist, 10 seeds: means; error bars: range of the' at screen 0.5, screen 0.90346 center font font_small textcolor rgb ink
        set label 'seeds; line at 0: norm=none' at screen 0.5, screen 0.85888 center font font_small textcolor rgb ink
        eval legend_point(1, 0.13284, 0.09131, 0.04118, 0.02206)
        eval legend_point(2, 0.58824, 0.09131, 0.04118, 0.02206)
        eval legend_point(3, 0.13284, 0.04450, 0.04118, 0.02206)
        eval legend_point(4, 0.58824, 0.04450, 0.04118, 0.02206)
        plot $p1s1 using ($1-0.3000):2:(0.1720) with boxes lt line[1] lc rgb bar(line[1]) dt solid lw 0.8 fill solid border lc rgb style_rgb[line[1]], \
             $p1s2 using ($1-0.1000):2:(0.1720) with boxes lt line[2] lc rgb bar(line[2]) dt solid lw 0.8 fill solid border lc rgb style_rgb[line[2]], \
             $p1s3 using ($1+0.1000):2:(0.1720) with boxes lt line[3] lc rgb bar(line[3]) dt solid lw 0.8 fill solid border lc rgb style_rgb[line[3]], \
             $p1s4 using ($1+0.3000):2:(0.1720) with boxes lt line[4] lc rgb bar(line[4]) dt solid lw 0.8 fill solid border lc rgb style_rgb[line[4]], \
             $p1s1 using ($1-0.2600):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1-0.0600):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s3 using ($1+0.1400):2:3:4 with yerrorbars lt line[3] pt -1 dt solid lw 0.8, \
             $p1s4 using ($1+0.3400):2:3:4 with yerrorbars lt line[4] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.3400):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1-0.1400):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using ($1+0.0600):2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using ($1+0.2600):2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s1 using ($1-0.2600):2 with points lt line[1], \
             $p1s2 using ($1-0.0600):2 with points lt line[2], \
             $p1s3 using ($1+0.1400):2 with points lt line[3], \
             $p1s4 using ($1+0.3400):2 with points lt line[4]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
