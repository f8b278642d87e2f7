# A figure of normlab. `gnuplot gap.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" gap.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'gap'
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
0.1 16.892 16.581782730302688 17.704769045804273
0.2 16.603999999999996 15.532407548726066 16.90897957275198
0.3 15.970000000000002 15.85998828947418 16.081073436794995
0.5 12.838 12.589915657449609 13.598604944743453
EOD
$p1s1_seeds << EOD
0 17.08
0 17.11
0 17.42
0 17.1
0 17.24
0.1 16.79
0.1 17.33
0.1 16.81
0.1 16.7
0.1 16.83
0.2 16.669999999999998
0.2 16.54
0.2 16.779999999999998
0.2 16.21
0.2 16.82
0.3 16.01
0.3 16.09
0.3 15.850000000000001
0.3 15.96
0.3 15.940000000000001
0.5 12.7
0.5 13.17
0.5 12.88
0.5 12.700000000000001
0.5 12.74
EOD
$p1s2 << EOD
0 17.490000000000002 17.291867972636158 17.67728146136472
0.1 17.401999999999997 17.1844242688863 17.603631858853106
0.2 17.392 16.61916327728471 17.634744517744725
0.3 17.018 16.870195037991113 17.337267665888238
0.5 14.744 14.507170697244284 15.61601117885898
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
0.2 17.52
0.2 17.47
0.2 17.07
0.2 17.55
0.3 17.11
0.3 16.95
0.3 17.18
0.3 16.93
0.3 16.92
0.5 14.61
0.5 15.040000000000001
0.5 14.830000000000002
0.5 14.59
0.5 14.649999999999999
EOD
$p1s3 << EOD
0 17.351999999999997 17.073606858592804 17.708087347303128
0.1 17.223999999999997 16.772686855108248 17.341335605406062
0.2 17.02 16.855978112730657 17.351713761124515
0.3 16.398 16.250456039363762 16.917981198427118
0.5 12.616 12.122089222306085 13.127008688479124
EOD
$p1s3_seeds << EOD
0 17.18
0 17.67
0 17.38
0 17.43
0 17.1
0.1 17.23
0.1 17.279999999999998
0.1 17.2
0.1 17.08
0.1 17.33
0.2 16.94
0.2 17.02
0.2 17.049999999999997
0.2 16.87
0.2 17.22
0.3 16.59
0.3 16.29
0.3 16.31
0.3 16.39
0.3 16.41
0.5 12.18
0.5 12.249999999999998
0.5 12.72
0.5 12.799999999999999
0.5 13.13
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
0 12.475999999999999 11.789330537266599 12.747126652725028
0.1 10.633999999999999 10.318094714309016 11.719478427464814
0.2 9.441999999999998 8.984484303983141 10.891587636733863
0.3 8.138000000000002 7.807218287218934 9.443595731195247
0.5 5.894 5.541241033345964 6.2190457222735835
EOD
$p2s1_seeds << EOD
0 12.6
0 12.61
0 12.530000000000001
0 12.549999999999999
0 12.09
0.1 11.05
0.1 10.639999999999999
0.1 10.379999999999999
0.1 10.61
0.1 10.49
0.2 9.260000000000002
0.2 10.05
0.2 9.129999999999999
0.2 9.25
0.2 9.52
0.3 7.98
0.3 8.51
0.3 7.91
0.3 8.33
0.3 7.960000000000001
0.5 5.549999999999999
0.5 6.039999999999999
0.5 5.73
0.5 6.220000000000001
0.5 5.93
EOD
$p2s2 << EOD
0 13.335999999999999 13.056473882667138 13.656091557408708
0.1 12.446000000000002 12.234930006694407 12.629665568682446
0.2 10.97 10.812940547081796 11.547212146674616
0.3 9.504000000000001 9.100840837330495 9.833988414168847
0.5 6.524000000000001 6.130116466428554 8.066614528095375
EOD
$p2s2_seeds << EOD
0 13.06
0 13.41
0 13.37
0 13.65
0 13.19
0.1 12.36
0.1 12.440000000000001
0.1 12.58
0.1 12.6
0.1 12.25
0.2 11.17
0.2 11.01
0.2 10.850000000000001
0.2 10.93
0.2 10.89
0.3 9.489999999999998
0.3 9.780000000000001
0.3 9.370000000000001
0.3 9.14
0.3 9.74
0.5 7.029999999999999
0.5 6.469999999999999
0.5 6.54
0.5 6.420000000000001
0.5 6.160000000000001
EOD
$p2s3 << EOD
0 12.582 11.651152074746603 12.80983773116176
0.1 11.054 10.801725163526974 11.431916847948019
0.2 9.521999999999998 9.326580862427795 9.836807730798226
0.3 8.09 7.7287361478857255 8.36722773093452
0.5 5.8740000000000006 4.706617041008743 6.322256180890415
EOD
$p2s3_seeds << EOD
0 12.62
0 12.53
0 12.3
0 12.79
0 12.67
0.1 10.98
0.1 10.8
0.1 11.09
0.1 11.360000000000001
0.1 11.040000000000001
0.2 9.53
0.2 9.45
0.2 9.54
0.2 9.76
0.2 9.33
0.3 8.25
0.3 8.17
0.3 7.8999999999999995
0.3 8.32
0.3 7.8100000000000005
0.5 6.15
0.5 6.01
0.5 5.979999999999999
0.5 5.24
0.5 5.99
EOD

# Panel 3: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p3s1 << EOD
0 5.59 5.316410953308915 5.954752905283314
0.1 4.532 2.5617401060648524 5.017949282467794
0.2 3.854 3.2625219199735795 4.289344467659391
0.3 3.332 2.4976284985313217 3.618310594787248
0.5 2.8400000000000003 2.2797356668223125 4.215693726802105
EOD
$p3s1_seeds << EOD
0 5.91
0 5.319999999999999
0 5.67
0 5.57
0 5.4799999999999995
0.1 4.290000000000001
0.1 3.96
0.1 4.83
0.1 4.739999999999999
0.1 4.84
0.2 4.279999999999999
0.2 3.34
0.2 3.829999999999999
0.2 3.7699999999999996
0.2 4.050000000000001
0.3 3.51
0.3 2.9400000000000004
0.3 3.34
0.3 3.49
0.3 3.38
0.5 2.460000000000001
0.5 3.1799999999999997
0.5 2.5199999999999996
0.5 3.460000000000001
0.5 2.58
EOD
$p3s2 << EOD
0 6.182 5.937830634265649 6.573209847133114
0.1 4.806 4.467023454388113 5.198921506189157
0.2 4.08 3.9105407493196367 4.239977215382776
0.3 3.636 3.3356045494285884 4.003751009591655
0.5 2.886 2.7691548010263403 3.0000034190443
EOD
$p3s2_seeds << EOD
0 5.9799999999999995
0 6.47
0 6.25
0 6.1899999999999995
0 6.02
0.1 4.830000000000001
0.1 4.930000000000001
0.1 5.18
0.1 4.489999999999999
0.1 4.6
0.2 4.090000000000001
0.2 4.220000000000001
0.2 3.9299999999999997
0.2 3.9699999999999998
0.2 4.1899999999999995
0.3 3.5600000000000005
0.3 3.99
0.3 3.62
0.3 3.6899999999999995
0.3 3.3200000000000003
0.5 2.76
0.5 2.8900000000000006
0.5 3.0100000000000016
0.5 2.92
0.5 2.8499999999999996
EOD
$p3s3 << EOD
0 5.410000000000001 5.050345855377523 6.229765847565677
0.1 4.218000000000001 3.811234209563289 4.758685622872238
0.2 3.7039999999999997 2.6058913198161635 4.0208798531325
0.3 3.342 2.5468646013880867 3.581708693803345
0.5 2.6079999999999997 2.2788536330577642 3.920012508636031
EOD
$p3s3_seeds << EOD
0 5.6000000000000005
0 5.82
0 5.2
0 5.290000000000001
0 5.14
0.1 4.670000000000001
0.1 3.84
0.1 4.119999999999999
0.1 4.04
0.1 4.42
0.2 3.9399999999999995
0.2 3.880000000000001
0.2 3.67
0.2 3.74
0.2 3.29
0.3 3.4700000000000006
0.3 3.4400000000000004
0.3 3.0300000000000002
0.3 3.4899999999999993
0.3 3.2800000000000002
0.5 2.610000000000001
0.5 3.0199999999999996
0.5 2.379999999999999
0.5 2.369999999999999
0.5 2.66
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
    unset logscale y; set yrange [11.838821166061434:18.070718403443745]
    set ytics (12, 14, 16, 18)
    if (t eq 'dumb') {
        set title 'Generalization gap against dropout, by the number of training images' . "\n" . 'fashion-mnist, 5 seeds: means with 95 % intervals' . "\n" . 'train_count=2000: test error less training error, in points'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.33757
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'test error less training error, in points' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'train_count=2000' at screen 0.20299, screen 0.83774 center font font_panel
        set label 'Generalization gap against dropout, by the number of training images' at screen 0.5, screen 0.95183 center font font_title
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
    unset logscale y; set yrange [4.259143315188744:14.103565283228706]
    set ytics (6, 8, 10, 12, 14)
    if (t eq 'dumb') {
        set title 'train_count=10000: test error less training error, in points'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.38963; set rmargin at screen 0.65878
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=10000' at screen 0.52421, screen 0.83774 center font font_panel
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
    unset logscale y; set yrange [2.0641358223539967:6.787927657836882]
    set ytics (3, 4, 5, 6)
    if (t eq 'dumb') {
        set title 'train_count=all: test error less training error, in points'
        unset grid; set key below center reverse Left
        set xlabel 'dropout'
        plot $p3s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p3s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.71085; set rmargin at screen 0.98000
        set bmargin at screen 0.20272; set tmargin at screen 0.79567
        set xlabel 'dropout' offset 0,0.4
        set label 'train_count=all' at screen 0.84542, screen 0.83774 center font font_panel
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
