# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
width = 7 # inches
height = 3.12

# The series: legend entries and line types.
array label[3]
array line[3]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
0 17.19 17.012220770530064 17.787450347199094
0.1 16.982 16.666729798646386 17.787875097552202
0.2 16.894 15.985063833876843 17.18301713351756
0.3 16.82 16.663678496910055 16.991995573344585
0.5 17.278 17.128736627101535 17.3997843899696
EOD
$p1s1_seeds << EOD
0 17.08
0 17.11
0 17.42
0 17.1
0 17.24
0.1 16.89
0.1 17.43
0.1 16.91
0.1 16.8
0.1 16.88
0.2 17.02
0.2 16.84
0.2 17.08
0.2 16.51
0.2 17.02
0.3 16.66
0.3 16.99
0.3 16.8
0.3 16.76
0.3 16.89
0.5 17.4
0.5 17.32
0.5 17.23
0.5 17.3
0.5 17.14
EOD
$p1s2 << EOD
0 17.490000000000002 17.291867972636158 17.67728146136472
0.1 17.401999999999997 17.1844242688863 17.603631858853106
0.2 17.412 16.456056214196284 17.678654390217297
0.3 17.157999999999998 17.047848236316856 17.304848684810963
0.5 17.304 17.06041422827118 17.536393596813188
EOD
$p1s2_seeds << EOD
0 17.28
0 17.69
0 17.56
0 17.45
0 17.47
0.1 17.33
0.1 17.49
0.1 17.61
0.1 17.18
0.1 17.4
0.2 17.35
0.2 17.57
0.2 17.47
0.2 17.07
0.2 17.6
0.3 17.21
0.3 17.15
0.3 17.28
0.3 17.08
0.3 17.07
0.5 17.06
0.5 17.44
0.5 17.53
0.5 17.29
0.5 17.2
EOD
$p1s3 << EOD
0 17.351999999999997 17.073606858592804 17.708087347303128
0.1 17.273999999999997 16.82268685510825 17.391335605406063
0.2 17.32 17.102984612707804 17.52193747760957
0.3 17.218 16.933837883891233 17.384447826165747
0.5 17.336000000000002 17.150842243893077 17.520920415219027
EOD
$p1s3_seeds << EOD
0 17.18
0 17.67
0 17.38
0 17.43
0 17.1
0.1 17.28
0.1 17.33
0.1 17.25
0.1 17.13
0.1 17.38
0.2 17.19
0.2 17.37
0.2 17.4
0.2 17.12
0.2 17.52
0.3 17.34
0.3 17.04
0.3 17.11
0.3 17.29
0.3 17.31
0.5 17.23
0.5 17.15
0.5 17.37
0.5 17.4
0.5 17.53
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
0 13.406 12.9441936165504 13.534618650933647
0.1 13.264 13.040397032264242 13.508222483112077
0.2 13.331999999999999 13.133450200410547 13.9622286519426
0.3 13.418000000000001 13.213520896867463 13.622900187850567
0.5 14.344 14.070087932395019 14.557371206294045
EOD
$p2s1_seeds << EOD
0 13.45
0 13.51
0 13.38
0 13.45
0 13.24
0.1 13.5
0.1 13.29
0.1 13.08
0.1 13.36
0.1 13.09
0.2 13.31
0.2 13.6
0.2 13.28
0.2 13.3
0.2 13.17
0.3 13.63
0.3 13.51
0.3 13.31
0.3 13.43
0.3 13.21
0.5 14.1
0.5 14.54
0.5 14.33
0.5 14.47
0.5 14.28
EOD
$p2s2 << EOD
0 13.506 13.274937038783806 13.768571742785348
0.1 13.386 13.18857932892798 13.586638798505367
0.2 13.329999999999998 12.68285843463991 13.488281723904164
0.3 13.404 13.340323092536893 13.473157256380377
0.5 14.133999999999997 13.947893285197475 14.287484939072767
EOD
$p2s2_seeds << EOD
0 13.31
0 13.51
0 13.62
0 13.75
0 13.34
0.1 13.26
0.1 13.39
0.1 13.58
0.1 13.5
0.1 13.2
0.2 13.42
0.2 13.41
0.2 13.15
0.2 13.43
0.2 13.24
0.3 13.44
0.3 13.38
0.3 13.47
0.3 13.34
0.3 13.39
0.5 14.28
0.5 14.12
0.5 14.09
0.5 14.22
0.5 13.96
EOD
$p2s3 << EOD
0 13.452000000000002 13.105842070087387 13.706677363364308
0.1 13.413999999999998 13.19299776004096 14.138750103899664
0.2 13.491999999999999 13.409358399849085 13.55308179231435
0.3 13.61 13.155104905909626 13.730063194524677
0.5 14.443999999999999 13.760160759238682 14.668291402147128
EOD
$p2s3_seeds << EOD
0 13.52
0 13.18
0 13.3
0 13.59
0 13.67
0.1 13.23
0.1 13.35
0.1 13.39
0.1 13.71
0.1 13.39
0.2 13.53
0.2 13.45
0.2 13.54
0.2 13.51
0.2 13.43
0.3 13.65
0.3 13.67
0.3 13.7
0.3 13.57
0.3 13.46
0.5 14.5
0.5 14.61
0.5 14.53
0.5 14.14
0.5 14.44
EOD

# Panel 3: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p3s1 << EOD
0 10.17 10.000887369081207 10.377413541503312
0.1 10.422 10.2752418285152 10.577013178029322
0.2 10.663999999999998 10.42409843340659 10.973352939328917
0.3 11.062 10.891887500686012 11.271563213719785
0.5 12.319999999999999 12.037265718795943 12.68293364758341
EOD
$p3s1_seeds << EOD
0 10.31
0 10.12
0 10.32
0 10.07
0 10.03
0.1 10.39
0.1 10.26
0.1 10.43
0.1 10.44
0.1 10.59
0.2 10.93
0.2 10.44
0.2 10.78
0.2 10.62
0.2 10.55
0.3 11.26
0.3 10.89
0.3 11.09
0.3 10.99
0.3 11.08
0.5 12.31
0.5 12.28
0.5 12.02
0.5 12.66
0.5 12.33
EOD
$p3s2 << EOD
0 9.852 9.670751672020595 10.017751679969278
0.1 10.056000000000001 9.826089520923777 10.23062934805505
0.2 10.330000000000002 10.12465565164995 10.642949738169408
0.3 10.736 10.573749139202977 10.896842223153081
0.5 11.756 11.686533365661761 11.908772092006485
EOD
$p3s2_seeds << EOD
0 9.93
0 10.02
0 9.85
0 9.79
0 9.67
0.1 10.13
0.1 10.23
0.1 10.03
0.1 10.04
0.1 9.85
0.2 10.39
0.2 10.57
0.2 10.18
0.2 10.17
0.2 10.34
0.3 10.71
0.3 10.89
0.3 10.67
0.3 10.84
0.3 10.57
0.5 11.76
0.5 11.84
0.5 11.71
0.5 11.77
0.5 11.7
EOD
$p3s3 << EOD
0 10.1 9.847963257532406 10.320897573962185
0.1 10.228 10.027326199683538 10.648838272938374
0.2 10.634 10.545501492775688 10.799574311755231
0.3 11.012 10.844918757697938 11.175880833592169
0.5 12.048 11.950073714493055 12.447720566517201
EOD
$p3s3_seeds << EOD
0 10.3
0 10.22
0 10.15
0 9.89
0 9.94
0.1 10.47
0.1 10.24
0.1 10.27
0.1 10.09
0.1 10.07
0.2 10.69
0.2 10.73
0.2 10.57
0.2 10.59
0.2 10.59
0.3 11.07
0.3 10.99
0.3 10.83
0.3 11.19
0.3 10.98
0.5 11.96
0.5 12.07
0.5 12.03
0.5 12.17
0.5 12.01
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
    unset logscale x; set xrange [-0.02:0.52]
    set xtics (0, 0.1, 0.2, 0.3, 0.5)
    unset logscale y; set yrange [16.136356245122393:17.866518852429813]
    set ytics (16.5, 17, 17.5)
    if (t eq 'dumb') {
        set title 'Test error against dropout, by the number of training images' . "\n" . 'fashion-mnist, 5 seeds: means with 95 % intervals' . "\n" . 'train_count=2000: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.08238; set rmargin at screen 0.33757
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'train_count=2000' at screen 0.20997, screen 0.83774 center font font_panel
        set label 'Test error against dropout, by the number of training images' at screen 0.5, screen 0.95183 center font font_title
        set label 'fashion-mnist, 5 seeds: means with 95 % intervals' at screen 0.5, screen 0.89975 center font font_small textcolor rgb ink
        eval legend(1, 0.29139, 0.04380, 0.04286, 0.01071)
        eval legend(2, 0.40909, 0.04380, 0.04286, 0.01071)
        eval legend(3, 0.57313, 0.04380, 0.04286, 0.01071)
        plot $p1s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }

    # Panel 2
    unset logscale x; set xrange [-0.02:0.52]
    set xtics (0, 0.1, 0.2, 0.3, 0.5)
    unset logscale y; set yrange [12.598960429892644:14.766830972254484]
    set ytics (13, 13.5, 14, 14.5)
    if (t eq 'dumb') {
        set title 'train_count=10000: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.40360; set rmargin at screen 0.65878
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=10000' at screen 0.53119, screen 0.83774 center font font_panel
        plot $p2s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }

    # Panel 3
    unset logscale x; set xrange [-0.02:0.52]
    set xtics (0, 0.1, 0.2, 0.3, 0.5)
    unset logscale y; set yrange [9.51935331762083:12.83358032996258]
    set ytics (10, 11, 12)
    if (t eq 'dumb') {
        set title 'train_count=all: test error in %'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.72481; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=all' at screen 0.85241, screen 0.83774 center font font_panel
        plot $p3s1 using 1:3:4 with filledcurves lc rgb band(line[1]), \
             $p3s2 using 1:3:4 with filledcurves lc rgb band(line[2]), \
             $p3s3 using 1:3:4 with filledcurves lc rgb band(line[3]), \
             $p3s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p3s1 using 1:2 with linespoints lt line[1], \
             $p3s2 using 1:2 with linespoints lt line[2], \
             $p3s3 using 1:2 with linespoints lt line[3]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
