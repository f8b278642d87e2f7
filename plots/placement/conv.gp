# A figure of normlab. `gnuplot conv.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" conv.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv'
width = 7 # inches
height = 6.29

# The series: legend entries and line types.
array label[2]
array line[2]
label[1] = 'batchnorm'; line[1] = line_of('batchnorm')
label[2] = 'layernorm'; line[2] = line_of('layernorm')

# Panel 1: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p1s1 << EOD
1 16 15.71213204452666 16.287867955473338
2 15.959999999999999 15.756920548285539 16.16307945171446
3 16.799999999999997 16.18072202586133 17.419277974138666
4 16.07 15.393321600110289 16.746678399889714
5 15.930000000000001 15.147653142576239 16.712346857423764
EOD
$p1s1_seeds << EOD
1 16.3
1 15.65
1 16
1 16
1 16.05
2 16.05
2 15.85
2 15.9
2 15.8
2 16.2
3 16.95
3 16.4
3 16.8
3 17.55
3 16.3
4 16.5
4 15.45
4 16.7
4 16.1
4 15.6
5 15.95
5 15.4
5 15.6
5 15.7
5 17
EOD
$p1s2 << EOD
1 16.18 15.590046246633447 16.76995375336655
2 16.43 15.70519359700583 17.15480640299417
3 16.130000000000003 15.34765314257624 16.912346857423767
4 15.940000000000003 15.414305212043114 16.465694787956892
5 15.75 14.817717855555287 16.682282144444713
EOD
$p1s2_seeds << EOD
1 16.3
1 16.85
1 15.65
1 16.3
1 15.8
2 16.35
2 15.8
2 16.75
2 17.25
2 16
3 16.2
3 16
3 17.1
3 16
3 15.35
4 15.8
4 15.85
4 16.55
4 16.1
4 15.4
5 15.9
5 14.85
5 15.45
5 16.9
5 15.65
EOD

# Panel 2: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p2s1 << EOD
1 30.509999999999998 28.840435114211154 32.17956488578884
2 20.82 19.692544475415126 21.947455524584875
3 36.019999999999996 32.89184446714822 39.148155532851774
4 30.48 28.739122424169697 32.22087757583031
5 20.8 19.66199614810595 21.938003851894052
EOD
$p2s1_seeds << EOD
1 32.55
1 31.05
1 29.85
1 29.05
1 30.05
2 21.65
2 20.7
2 20.65
2 19.45
2 21.65
3 39
3 37.55
3 36.25
3 32.45
3 34.85
4 32.65
4 31.05
4 29.8
4 29.1
4 29.8
5 21.45
5 20.85
5 20.65
5 19.35
5 21.7
EOD
$p2s2 << EOD
1 35.61 33.24863384609002 37.971366153909976
2 21.580000000000002 20.07289915302778 23.087100846972223
3 36.620000000000005 33.20553688535077 40.03446311464924
4 34.879999999999995 31.624743915005247 38.135256084994744
5 21.1 19.54978361708321 22.650216382916792
EOD
$p2s2_seeds << EOD
1 38.45
1 36.7
1 34.25
1 34.5
1 34.15
2 22.65
2 22.4
2 21.35
2 19.6
2 21.9
3 40.55
3 36.95
3 35.6
3 32.95
3 37.05
4 38.7
4 36.4
4 33.25
4 33.75
4 32.3
5 22.3
5 21.5
5 20.55
5 19.2
5 21.95
EOD

# Panel 3: x, mean, low and high end of its 95 % interval; x, y of each seed.
$p3s1 << EOD
1 15.75 15.345267053822823 16.154732946177177
2 16.330000000000002 15.851919048625088 16.808080951374915
3 15.809999999999999 15.052941259981205 16.56705874001879
4 15.800000000000002 15.432710836141206 16.1672891638588
5 16.07 15.435960598175066 16.704039401824936
EOD
$p3s1_seeds << EOD
1 16.25
1 15.6
1 15.9
1 15.45
1 15.55
2 16.7
2 16.45
2 16.15
2 15.75
2 16.6
3 16.45
3 14.8
3 15.85
3 15.95
3 16
4 16.25
4 15.85
4 15.8
4 15.45
4 15.65
5 16.4
5 16.25
5 15.75
5 15.35
5 16.6
EOD
$p3s2 << EOD
1 15.929999999999998 15.166351404448566 16.69364859555143
2 16.32 15.025449904568683 17.61455009543132
3 15.739999999999998 15.318016877763712 16.161983122236286
4 15.73 15.077978600555895 16.382021399444106
5 16.05 15.32333477555403 16.77666522444597
EOD
$p3s2_seeds << EOD
1 16.55
1 14.95
1 16.05
1 15.8
1 16.3
2 16.65
2 15.1
2 17.05
2 15.35
2 17.45
3 16.05
3 15.35
3 15.45
3 15.75
3 16.1
4 16.25
4 15
4 15.75
4 15.45
4 16.2
5 16.1
5 15.2
5 16
5 16.1
5 16.85
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
    set xrange [0.5:5.5]; unset logscale x; unset xtics
    set yrange [14.68110374833305:17.686614107222237]; unset logscale y
    set ytics (15, 16, 17)
    if (t eq 'dumb') {
        set title 'Test error of a convolutional net by the place of its norms' . "\n" . 'fashion-mnist, 5 seeds: means with 95 % intervals' . "\n" . 'relu: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(16.810000000000002)
        set label 'none' at graph 0.01200, first 16.810000000000002 left offset 0,1 font font_small textcolor rgb guide_ink
        plot $p1s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p1s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.60453; set tmargin at screen 0.89865
        set label 'before' at first 1, screen 0.58893 right rotate by 40
        set label 'after' at first 2, screen 0.58893 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.58893 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.58893 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.58893 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.50932 center
        unset xlabel
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'relu' at screen 0.28329, screen 0.91952 center font font_panel
        eval guide(16.810000000000002)
        set label 'none' at graph 0.01200, first 16.810000000000002 left offset 0,0.5 font font_small textcolor rgb guide_ink
        set label 'Test error of a convolutional net by the place of its norms' at screen 0.5, screen 0.97611 center font font_title
        set label 'fashion-mnist, 5 seeds: means with 95 % intervals' at screen 0.5, screen 0.95027 center font font_small textcolor rgb ink
        eval legend_point(1, 0.37310, 0.02256, 0.02000, 0.01071)
        eval legend_point(2, 0.51429, 0.02256, 0.02000, 0.01071)
        plot $p1s1 using ($1-0.0750):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p1s2 using ($1+0.1750):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p1s1_seeds using ($1-0.1750):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p1s2_seeds using ($1+0.0750):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p1s1 using ($1-0.0750):2 with points lt line[1], \
             $p1s2 using ($1+0.1750):2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 2
    set xrange [0.5:5.5]; unset logscale x; unset xtics
    set yrange [18.1325:41.6175]; unset logscale y
    set ytics (20, 25, 30, 35, 40)
    if (t eq 'dumb') {
        set title 'sigmoid: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(36.17)
        set label 'none' at graph 0.98800, first 36.17 right offset 0,1 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p2s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.55024; set rmargin at screen 0.98000
        set bmargin at screen 0.60453; set tmargin at screen 0.89865
        set label 'before' at first 1, screen 0.58893 right rotate by 40
        set label 'after' at first 2, screen 0.58893 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.58893 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.58893 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.58893 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.50932 center
        unset xlabel
        set label 'sigmoid' at screen 0.76512, screen 0.91952 center font font_panel
        eval guide(36.17)
        set label 'none' at graph 0.98800, first 36.17 right offset 0,0.5 font font_small textcolor rgb guide_ink
        plot $p2s1 using ($1-0.0750):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p2s2 using ($1+0.1750):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p2s1_seeds using ($1-0.1750):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p2s2_seeds using ($1+0.0750):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p2s1 using ($1-0.0750):2 with points lt line[1], \
             $p2s2 using ($1+0.1750):2 with points lt line[2]
        unset label; unset arrow
    }

    # Panel 3
    set xrange [0.5:5.5]; unset logscale x; unset xtics
    set yrange [14.659272495228436:17.755277600202884]; unset logscale y
    set ytics (15, 16, 17)
    if (t eq 'dumb') {
        set title 'tanh: test error in %'
        unset grid; set key below center reverse Left
        set xtics scale 0 ('before' 1, 'after' 2, 'input' 3, 'input-before' 4, 'input-after' 5)
        set xlabel 'where the norm stands'
        eval guide(16.01)
        set label 'none' at graph 0.41067, first 16.01 center offset 0,1 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.1250):2 with points lt 1 pt 1 pi 1 title brief(label[1]), \
             $p3s2 using ($1+0.1250):2 with points lt 2 pt 2 pi 1 title brief(label[2])
        unset label; unset arrow
    } else {
        set lmargin at screen 0.06841; set rmargin at screen 0.49817
        set bmargin at screen 0.15086; set tmargin at screen 0.44497
        set label 'before' at first 1, screen 0.13525 right rotate by 40
        set label 'after' at first 2, screen 0.13525 right rotate by 40
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input' at first 3, screen 0.13525 right rotate by 40
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-before' at first 4, screen 0.13525 right rotate by 40
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'input-after' at first 5, screen 0.13525 right rotate by 40
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'where the norm stands' at graph 0.5, screen 0.05564 center
        unset xlabel
        set label 'test error in %' at screen 0.01889, graph 0.5 center rotate by 90
        set label 'tanh' at screen 0.28329, screen 0.46584 center font font_panel
        eval guide(16.01)
        set label 'none' at graph 0.41067, first 16.01 center offset 0,0.5 font font_small textcolor rgb guide_ink
        plot $p3s1 using ($1-0.0750):2:3:4 with yerrorbars lt line[1] pt -1 dt solid lw 0.8, \
             $p3s2 using ($1+0.1750):2:3:4 with yerrorbars lt line[2] pt -1 dt solid lw 0.8, \
             $p3s1_seeds using ($1-0.1750):2 with points lt line[1] ps 0.6 lc rgb faint(line[1]), \
             $p3s2_seeds using ($1+0.0750):2 with points lt line[2] ps 0.6 lc rgb faint(line[2]), \
             $p3s1 using ($1-0.0750):2 with points lt line[1], \
             $p3s2 using ($1+0.1750):2 with points lt line[2]
        unset label; unset arrow
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
