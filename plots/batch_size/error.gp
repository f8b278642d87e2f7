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
label[4] = 'groupnorm groups=4'; line[4] = line_of('groupnorm')
label[5] = 'instancenorm'; line[5] = line_of('instancenorm')

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
2 14.569999999999999 13.61407102592764 14.823402906508058
4 14.547999999999998 13.409557952350134 14.838851674932373
8 14.469999999999999 14.27604588320888 14.665487010981305
16 14.422 14.088842928997186 14.733951863366064
32 14.526 14.018181648475887 14.716869242459877
64 14.842000000000002 14.500666589477708 15.266082426484337
128 15.524000000000001 14.859124000228503 16.39833567463117
EOD
$p1s1_seeds << EOD
2 14.69
2 14.5
2 14.64
2 14.25
2 14.77
4 14.72
4 14.53
4 14.53
4 14.18
4 14.78
8 14.29
8 14.48
8 14.66
8 14.34
8 14.58
16 14.42
16 14.77
16 14.42
16 14.06
16 14.44
32 14.62
32 14.31
32 14.61
32 14.42
32 14.67
64 14.6
64 14.75
64 15.13
64 14.59
64 15.14
128 16.08
128 16.12
128 15.09
128 15.03
128 15.3
EOD
$p1s2 << EOD
2 43.16199999999999 40.01750706845417 54.528861897447726
4 17.736 14.96153108879945 18.4135094976463
8 15.37 13.758168097319002 15.784518698058749
16 14.48 14.085100091984518 15.078121383533377
32 14.406 14.129526914341907 14.610893371930805
64 14.278 14.074413943708624 14.466594006283136
128 14.575999999999999 14.385130757540121 14.80480001168474
EOD
$p1s2_seeds << EOD
2 43.74
2 47.22
2 40.61
2 41.83
2 42.41
4 17.44
4 18.08
4 17.96
4 18.27
4 16.93
8 15.42
8 15.67
8 15.27
8 15.64
8 14.85
16 14.36
16 14.9
16 14.2
16 14.73
16 14.21
32 14.45
32 14.59
32 14.3
32 14.51
32 14.18
64 14.47
64 14.26
64 14.22
64 14.37
64 14.07
128 14.77
128 14.7
128 14.52
128 14.49
128 14.4
EOD
$p1s3 << EOD
2 14.404 14.187757878148302 14.640446602332746
4 14.334 14.121715396625083 15.187791301899612
8 14.363999999999999 13.731123027958091 14.542342028876822
16 14.473999999999998 14.358652154546878 14.63617458204305
32 14.408000000000001 14.303596803425577 14.529096681436108
64 14.901999999999997 14.682959771832593 15.146028436830015
128 15.336000000000002 15.193993585861715 15.895574047913879
EOD
$p1s3_seeds << EOD
2 14.3
2 14.6
2 14.2
2 14.35
2 14.57
4 14.28
4 14.41
4 14.24
4 14.15
4 14.59
8 14.46
8 14.5
8 14.16
8 14.27
8 14.43
16 14.44
16 14.61
16 14.51
16 14.36
16 14.45
32 14.52
32 14.4
32 14.46
32 14.35
32 14.31
64 14.98
64 15.14
64 14.7
64 14.76
64 14.93
128 15.26
128 15.51
128 15.39
128 15.23
128 15.29
EOD
$p1s4 << EOD
2 14.290000000000001 14.145139747792296 14.418738463396455
4 14.428 13.964515504305131 14.759014674083826
8 14.489999999999998 14.1942075926571 14.834501721952149
16 14.556000000000001 14.433836415371298 14.945039353977387
32 14.494 14.39063566704546 14.620856943537705
64 14.744 14.533722084817244 15.049015586918056
128 15.106 14.557157369305372 15.29319912174264
EOD
$p1s4_seeds << EOD
2 14.42
2 14.34
2 14.15
2 14.31
2 14.23
4 14.38
4 14.62
4 14.37
4 14.04
4 14.73
8 14.78
8 14.45
8 14.26
8 14.27
8 14.69
16 14.72
16 14.52
16 14.52
16 14.46
16 14.56
32 14.53
32 14.43
32 14.4
32 14.5
32 14.61
64 14.69
64 14.97
64 14.61
64 14.58
64 14.87
128 14.85
128 15.23
128 15.11
128 15.14
128 15.2
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
2 14.876 14.62850674268454 15.14144975686879
4 14.972 14.766399920492553 15.13611585570287
8 15.174000000000001 14.816215429213798 15.696067813381184
16 15.184000000000001 14.258128496234052 15.419032268906461
32 15.607999999999999 14.882640764067034 16.535613306345734
64 16.444000000000003 15.453408885603857 17.41403286348218
128 19.18 15.671733359599878 31.340457208205798
EOD
$p2s1_seeds << EOD
2 14.85
2 15.1
2 15.06
2 14.66
2 14.71
4 15.12
4 14.9
4 14.79
4 15.07
4 14.98
8 15.15
8 15.3
8 14.98
8 15.59
8 14.85
16 15.29
16 15.24
16 15.12
16 15.38
16 14.89
32 16.38
32 15.23
32 16.03
32 15.44
32 14.96
64 16.6
64 15.81
64 16.88
64 17.42
64 15.51
128 18.72
128 16.97
128 23.75
128 19.67
128 16.79
EOD
$p2s2 << EOD
2 15.678 15.428675847915944 16.1145838693656
4 14.768 14.579405993716865 15.103351827913837
8 14.636000000000001 13.887164420408151 14.912754621979017
16 14.552000000000001 14.169555394614617 16.008648615305777
32 14.581999999999999 14.1402572005737 15.496268532484475
64 14.634 14.381114771063277 15.544209383794698
128 15.152000000000001 14.739307794905727 16.801645881483648
EOD
$p2s2_seeds << EOD
2 15.51
2 15.59
2 15.51
2 15.83
2 15.95
4 14.66
4 14.62
4 14.87
4 14.71
4 14.98
8 14.79
8 14.25
8 14.75
8 14.64
8 14.75
16 14.56
16 14.18
16 14.44
16 15.03
16 14.55
32 14.63
32 14.19
32 14.34
32 15.12
32 14.63
64 14.68
64 14.44
64 14.5
64 14.96
64 14.59
128 15.04
128 14.82
128 14.93
128 15.64
128 15.33
EOD
$p2s3 << EOD
2 15.45 14.9235725360249 17.170575519489955
4 15.530000000000001 15.092614371645169 15.769805149589077
8 15.7 15.501139844926724 15.90939656164005
16 15.788 15.412779083047552 17.096057666343413
32 15.983999999999998 15.699553232848098 16.320397027667344
64 16.804 15.932859653027357 19.56812108039613
128 18.413999999999998 16.36353184798837 24.03485185073078
EOD
$p2s3_seeds << EOD
2 15.39
2 15.18
2 15.47
2 16.15
2 15.06
4 15.61
4 15.4
4 15.66
4 15.72
4 15.26
8 15.49
8 15.76
8 15.71
8 15.92
8 15.62
16 15.55
16 15.89
16 15.56
16 16.27
16 15.67
32 15.78
32 16.06
32 16.04
32 16.3
32 15.74
64 16.18
64 16.85
64 17.97
64 16.66
64 16.36
128 17.56
128 17.38
128 21.26
128 18.46
128 17.41
EOD
$p2s4 << EOD
2 15.091999999999999 14.797996695397044 15.296667511081042
4 15.038 14.522268315250276 16.013208331834683
8 15.01 14.622555302063 15.376869164677554
16 15.002 14.589121047891737 15.54874033947667
32 15.118 14.742457880408198 15.429828283809115
64 15.072 14.887957078992304 15.291641424685926
128 15.708000000000002 14.484843296375884 16.01079803902828
EOD
$p2s4_seeds << EOD
2 14.86
2 15.12
2 15
2 15.21
2 15.27
4 14.52
4 14.96
4 15.05
4 15.68
4 14.98
8 14.66
8 15.02
8 15.32
8 15.28
8 14.77
16 14.59
16 15.06
16 15.04
16 15.49
16 14.83
32 15.07
32 15.18
32 14.75
32 15.45
32 15.14
64 14.9
64 15.26
64 15
64 15.19
64 15.01
128 15.35
128 15.88
128 15.56
128 15.91
128 15.84
EOD
$p2s5 << EOD
2 15.122 14.695227039289069 15.449502855303841
4 15.413999999999998 14.852056143778405 15.640344142331507
8 15.331999999999999 14.072438898964924 15.719152347890084
16 15.45 15.205420556881629 15.757552316518758
32 15.565999999999999 13.369278167028561 16.131168571830845
64 15.818000000000001 13.986044348354222 16.285927795049098
128 16.817999999999998 15.98324526052244 20.1759173907966
EOD
$p2s5_seeds << EOD
2 14.81
2 15.3
2 15.24
2 15.39
2 14.87
4 15.46
4 15.51
4 15.5
4 15.51
4 15.09
8 15.27
8 15.51
8 15.61
8 15.45
8 14.82
16 15.34
16 15.64
16 15.35
16 15.68
16 15.24
32 15.54
32 16.08
32 15.62
32 15.75
32 14.84
64 15.77
64 15.98
64 15.88
64 16.24
64 15.22
128 16.19
128 16.78
128 17.83
128 17.05
128 16.24
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
    unset logscale x; set xrange [1.6934906247250543:151.1670606629799]; set logscale x 2
    set xtics (2, 4, 8, 16, 32, 64, 128)
    unset logscale y; set yrange [12.501262165815287:58.49072869530016]; set logscale y 10
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
        eval legend(1, 0.07591, 0.04349, 0.04286, 0.01071)
        eval legend(2, 0.19361, 0.04349, 0.04286, 0.01071)
        eval legend(3, 0.35766, 0.04349, 0.04286, 0.01071)
        eval legend(4, 0.52171, 0.04349, 0.04286, 0.01071)
        eval legend(5, 0.76575, 0.04349, 0.04286, 0.01071)
        plot $p1s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.25063 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p1s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.25063 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p1s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.25063 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p1s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.25063 : NaN):4 with filledcurves lc rgb band(line[4]), \
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
    unset logscale x; set xrange [1.6934906247250543:151.1670606629799]; set logscale x 2
    set xtics (2, 4, 8, 16, 32, 64, 128)
    unset logscale y; set yrange [12.928436350410362:27.033923129493584]; set logscale y 10
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
        plot $p2s1 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.46422 : NaN):4 with filledcurves lc rgb band(line[1]), \
             $p2s2 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.46422 : NaN):4 with filledcurves lc rgb band(line[2]), \
             $p2s3 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.46422 : NaN):4 with filledcurves lc rgb band(line[3]), \
             $p2s4 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.46422 : NaN):4 with filledcurves lc rgb band(line[5]), \
             $p2s5 using 1:($3 > 0 ? $3 : $4 > 0 ? 6.46422 : NaN):4 with filledcurves lc rgb band(line[4]), \
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
