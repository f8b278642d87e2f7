# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error'
width = 7 # inches
height = 3.27

# The series: legend entries and line types.
array label[5]
array line[5]
label[1] = 'none'; line[1] = line_of('none')
label[2] = 'batchnorm'; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; line[3] = line_of('layernorm')
label[4] = 'groupnorm'; line[4] = line_of('groupnorm')
label[5] = 'instancenorm'; line[5] = line_of('instancenorm')

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
2 14.551999999999998 14.280050071946386 14.82394992805361
4 14.55 14.263608644383318 14.836391355616684
8 14.469999999999999 14.27604588320888 14.663954116791118
16 14.562000000000001 14.280303680244334 14.843696319755669
32 14.526 14.334727313330808 14.717272686669192
64 14.809999999999999 14.540956882090917 15.07904311790908
128 15.528 14.786247345060064 16.269752654939936
EOD
$p1s1_seeds << EOD
2 14.66
2 14.5
2 14.63
2 14.2
2 14.77
4 14.7
4 14.56
4 14.53
4 14.18
4 14.78
8 14.29
8 14.48
8 14.66
8 14.34
8 14.58
16 14.49
16 14.77
16 14.79
16 14.24
16 14.52
32 14.6
32 14.31
32 14.63
32 14.42
32 14.67
64 14.6
64 14.75
64 15.13
64 14.65
64 14.92
128 16.24
128 16.06
128 15.28
128 14.83
128 15.23
EOD
$p1s2 << EOD
2 45.751999999999995 42.220852976810036 49.283147023189954
4 17.580000000000002 17.300694590255706 17.859305409744298
8 15.288 15.1550201624814 15.420979837518601
16 14.466 14.072508078708287 14.859491921291712
32 14.383999999999997 14.14668295875259 14.621317041247403
64 14.341999999999999 14.17671404637963 14.507285953620368
128 14.607999999999999 14.344544763974445 14.871455236025552
EOD
$p1s2_seeds << EOD
2 49.44
2 45.56
2 45.47
2 46.74
2 41.55
4 17.31
4 17.59
4 17.79
4 17.81
4 17.4
8 15.23
8 15.44
8 15.36
8 15.22
8 15.19
16 14.37
16 14.93
16 14.2
16 14.64
16 14.19
32 14.53
32 14.52
32 14.19
32 14.52
32 14.16
64 14.47
64 14.35
64 14.25
64 14.47
64 14.17
128 14.89
128 14.77
128 14.39
128 14.47
128 14.52
EOD
$p1s3 << EOD
2 14.456 14.276365932771002 14.635634067228997
4 14.379999999999999 14.154611476529649 14.60538852347035
8 14.383999999999997 14.184443309851645 14.583556690148349
16 14.475999999999999 14.352268945771712 14.599731054228286
32 14.468 14.348129574978072 14.587870425021928
64 14.904 14.682475171843928 15.125524828156072
128 15.346 15.178352368041608 15.513647631958392
EOD
$p1s3_seeds << EOD
2 14.5
2 14.6
2 14.27
2 14.34
2 14.57
4 14.28
4 14.6
4 14.35
4 14.15
4 14.52
8 14.51
8 14.54
8 14.16
8 14.28
8 14.43
16 14.44
16 14.63
16 14.5
16 14.36
16 14.45
32 14.47
32 14.59
32 14.4
32 14.35
32 14.53
64 15.03
64 15.14
64 14.72
64 14.76
64 14.87
128 15.34
128 15.55
128 15.39
128 15.23
128 15.22
EOD
$p1s4 << EOD
2 14.492 14.325552173834252 14.65844782616575
4 14.463999999999999 14.206134157625137 14.72186584237486
8 14.482 14.354646185073786 14.609353814926212
16 14.612 14.419963104410392 14.804036895589608
32 14.716 14.56453734873442 14.867462651265578
64 14.685999999999998 14.369850790802909 15.002149209197087
128 15.208000000000002 15.107356258452203 15.308643741547801
EOD
$p1s4_seeds << EOD
2 14.36
2 14.35
2 14.56
2 14.53
2 14.66
4 14.62
4 14.32
4 14.17
4 14.58
4 14.63
8 14.66
8 14.4
8 14.44
8 14.47
8 14.44
16 14.52
16 14.59
16 14.69
16 14.43
16 14.83
32 14.83
32 14.72
32 14.75
32 14.77
32 14.51
64 14.75
64 14.63
64 14.98
64 14.29
64 14.78
128 15.13
128 15.32
128 15.26
128 15.14
128 15.19
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
2 14.822 14.611575498591575 15.032424501408423
4 14.985999999999999 14.763780299283647 15.20821970071635
8 15.085999999999999 14.726388724934216 15.445611275065781
16 15.102 14.796666769047642 15.407333230952359
32 15.538 14.97270868550904 16.10329131449096
64 16.51 15.398485302682744 17.62151469731726
128 20.160000000000004 15.597032626138077 24.72296737386193
EOD
$p2s1_seeds << EOD
2 14.76
2 14.7
2 15.04
2 14.96
2 14.65
4 15.19
4 14.86
4 14.95
4 15.15
4 14.78
8 15.4
8 15.04
8 14.78
8 15.37
8 14.84
16 15.05
16 15.33
16 15
16 15.36
16 14.77
32 15.97
32 15.55
32 15.98
32 15.26
32 14.93
64 16.29
64 15.77
64 16.98
64 17.82
64 15.69
128 21.35
128 16.79
128 25.62
128 20.26
128 16.78
EOD
$p2s2 << EOD
2 15.628 15.384462870867237 15.871537129132763
4 14.866 14.652448230750485 15.079551769249514
8 14.634 14.433479913838854 14.834520086161147
16 14.55 14.181767589481739 14.918232410518263
32 14.518 14.155634024514775 14.880365975485226
64 14.632 14.356110194739687 14.907889805260313
128 14.994 14.676148567542871 15.311851432457129
EOD
$p2s2_seeds << EOD
2 15.59
2 15.34
2 15.59
2 15.78
2 15.84
4 14.8
4 14.66
4 15.05
4 15.04
4 14.78
8 14.6
8 14.5
8 14.76
8 14.84
8 14.47
16 14.55
16 14.63
16 14.25
16 15
16 14.32
32 14.6
32 14.15
32 14.42
32 14.95
32 14.47
64 14.38
64 14.6
64 14.53
64 14.98
64 14.67
128 14.89
128 14.71
128 14.87
128 15.14
128 15.36
EOD
$p2s3 << EOD
2 15.488 15.081234209563288 15.894765790436711
4 15.606 15.243931970395701 15.968068029604298
8 15.703999999999999 15.337698598104772 16.070301401895225
16 15.780000000000001 15.281939487566373 16.27806051243363
32 16.03 15.624791177178526 16.435208822821476
64 16.822 15.865056395668965 17.778943604331033
128 18.402 16.317383333585425 20.486616666414577
EOD
$p2s3_seeds << EOD
2 15.54
2 15.31
2 15.57
2 15.95
2 15.07
4 15.84
4 15.28
4 15.71
4 15.89
4 15.31
8 15.53
8 15.65
8 15.94
8 16.06
8 15.34
16 15.53
16 15.94
16 15.59
16 16.41
16 15.43
32 16.03
32 15.86
32 16.1
32 16.52
32 15.64
64 15.98
64 17.32
64 17.89
64 16.55
64 16.37
128 17.59
128 17.31
128 21.3
128 18.42
128 17.39
EOD
$p2s4 << EOD
2 15.11 14.753251112208968 15.46674888779103
4 14.906 14.352476829354147 15.459523170645854
8 15.116 14.724373584762684 15.507626415237315
16 15.073999999999998 14.701956355903494 15.446043644096502
32 15.068000000000001 14.703407191310614 15.432592808689389
64 15.112 14.97960111693058 15.24439888306942
128 15.594 15.361606403186812 15.826393596813187
EOD
$p2s4_seeds << EOD
2 14.64
2 15.35
2 15.23
2 15.29
2 15.04
4 14.71
4 14.94
4 15
4 15.55
4 14.33
8 15.04
8 15.01
8 15.07
8 15.65
8 14.81
16 14.64
16 15.02
16 15.25
16 15.44
16 15.02
32 14.78
32 15.19
32 14.75
32 15.43
32 15.19
64 15.01
64 15.08
64 15.02
64 15.22
64 15.23
128 15.55
128 15.78
128 15.54
128 15.77
128 15.33
EOD
$p2s5 << EOD
2 14.978 14.709329617446835 15.246670382553164
4 14.966 14.738806023101631 15.193193976898367
8 14.966 14.72577732288059 15.206222677119408
16 15.068000000000001 14.78919182112924 15.346808178870763
32 14.963999999999999 14.537962663370244 15.390037336629753
64 15.209999999999999 14.951179316709974 15.468820683290025
128 15.606 15.421288133866407 15.790711866133593
EOD
$p2s5_seeds << EOD
2 14.9
2 15.21
2 14.66
2 15.14
2 14.98
4 15.02
4 15.13
4 14.68
4 15.1
4 14.9
8 15.18
8 15.01
8 14.98
8 15.01
8 14.65
16 15.03
16 15.07
16 14.75
16 15.38
16 15.11
32 14.62
32 14.86
32 14.87
32 15.54
32 14.93
64 15.13
64 15.36
64 15.23
64 15.43
64 14.9
128 15.72
128 15.37
128 15.63
128 15.74
128 15.57
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
    set xrange [1.6934906247250543:151.1670606629799]; set logscale x 2
    set xtics (2, 4, 8, 16, 32, 64, 128)
    set yrange [13.215577895883648:52.645809732470866]; set logscale y 10
    set ytics (15, 20, 30, 40)
    if (t eq 'dumb') {
        set title 'Test error against batch size' . "\n" . 'fashion-mnist, 5 seeds: means with 95 % intervals' . "\n" . 'mlp: test error in % (log scale)' . "\n" . 'batchnorm refused at batch 1; instancenorm refused'
        unset grid; set key below center reverse Left
        set xlabel 'batch size'
        plot $p1s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p1s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p1s4 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.19512; set tmargin at screen 0.76087
        set xlabel 'batch size' offset 0,0.4
        set label 'test error in % (log scale)' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'mlp' at screen 0.28329, screen 0.84518 center font font_panel
        set label 'batchnorm refused at batch 1; instancenorm refused' at screen 0.28329, screen 0.79825 center font font_small textcolor rgb ink
        set label 'Test error against batch size' at screen 0.5, screen 0.95404 center font font_title
        set label 'fashion-mnist, 5 seeds: means with 95 % intervals' at screen 0.5, screen 0.90435 center font font_small textcolor rgb ink
        eval legend(1, 0.11401, 0.04349, 0.04286, 0.01071)
        eval legend(2, 0.23171, 0.04349, 0.04286, 0.01071)
        eval legend(3, 0.39575, 0.04349, 0.04286, 0.01071)
        eval legend(4, 0.55980, 0.04349, 0.04286, 0.01071)
        eval legend(5, 0.72766, 0.04349, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60779 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60779 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60779 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.60779 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p1s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p1s4_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p1s1 using 1:2 with linespoints lt line[1], \
             $p1s2 using 1:2 with linespoints lt line[2], \
             $p1s3 using 1:2 with linespoints lt line[3], \
             $p1s4 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }

    # Panel 2
    set xrange [1.6934906247250543:151.1670606629799]; set logscale x 2
    set xtics (2, 4, 8, 16, 32, 64, 128)
    set yrange [13.736158883515337:26.391875856580356]; set logscale y 10
    set ytics (15, 20, 25)
    if (t eq 'dumb') {
        set title 'resnet: test error in % (log scale)'
        unset grid; set key below center reverse Left
        set xlabel 'batch size'
        plot $p2s1 using ($1+0.0000):2 with linespoints lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.0000):2 with linespoints lt 2 pt 2 pi 1 title brief(label[2]), \
             $p2s3 using ($1+0.0000):2 with linespoints lt 3 pt 3 pi 1 title brief(label[3]), \
             $p2s4 using ($1+0.0000):2 with linespoints lt 5 pt 5 pi 1 title brief(label[5]), \
             $p2s5 using ($1+0.0000):2 with linespoints lt 4 pt 4 pi 1 title brief(label[4])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.19512; set tmargin at screen 0.76087
        set xlabel 'batch size' offset 0,0.4
        set label 'resnet' at screen 0.76512, screen 0.84518 center font font_panel
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.86808 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.86808 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.86808 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.86808 : NaN):4 with filledcurves lc rgb band(line[5]), \
             $p2s5 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.86808 : NaN):4 with filledcurves lc rgb band(line[4]), \
             $p2s1_seeds using 1:2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using 1:2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s3_seeds using 1:2 with points lt line[3] ps 0.6 lc rgb faint(line[3]), \
             $p2s4_seeds using 1:2 with points lt line[5] ps 0.6 lc rgb faint(line[5]), \
             $p2s5_seeds using 1:2 with points lt line[4] ps 0.6 lc rgb faint(line[4]), \
             $p2s1 using 1:2 with linespoints lt line[1], \
             $p2s2 using 1:2 with linespoints lt line[2], \
             $p2s3 using 1:2 with linespoints lt line[3], \
             $p2s4 using 1:2 with linespoints lt line[5], \
             $p2s5 using 1:2 with linespoints lt line[4]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
