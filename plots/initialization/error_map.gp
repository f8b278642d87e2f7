# A figure of normlab. `gnuplot error_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error_map.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error_map'
width = 7 # inches
height = 7.49

# The range of the colours.
heat_log = 0; heat_low = 14.118; heat_high = 90.006
page_lines = 18

# Panel 1: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p1 << EOD
1 1 90 "90.0" 0 "90.0"
2 1 90 "90.0" 0 "90.0"
3 1 20.946 "20.9" 0 "20.9"
4 1 15.440000000000001 "15.4" 0 "15.4"
5 1 14.902000000000001 "14.9" 0 "14.9"
1 2 14.540000000000001 "14.5" 0 "14.5"
2 2 14.451999999999998 "14.5" 0 "14.5"
3 2 14.264 "14.3" 0 "14.3"
4 2 14.118 "14.1" 0 "14.1"
5 2 14.331999999999999 "14.3" 0 "14.3"
6 2 16.544 "16.5" 0 "16.5"
7 2 22.068 "22.1" 0 "22.1"
8 2 35.086 "35.1" 0 "35.1"
9 2 87.17 "87.2" 0 "87.2"
1 3 16.93 "16.9" 0 "16.9"
2 3 16.201999999999998 "16.2" 0 "16.2"
3 3 15.48 "15.5" 0 "15.5"
4 3 15.028000000000002 "15.0" 0 "15.0"
5 3 14.809999999999999 "14.8" 0 "14.8"
6 3 16.845999999999997 "16.8" 0 "16.8"
7 3 22.582 "22.6" 0 "22.6"
8 3 38.928 "38.9" 0 "38.9"
9 3 89.994 "90.0" 0 "90.0"
1 4 16.588 "16.6" 0 "16.6"
2 4 16.128 "16.1" 0 "16.1"
3 4 15.324000000000002 "15.3" 0 "15.3"
4 4 15.02 "15.0" 0 "15.0"
5 4 14.924000000000001 "14.9" 0 "14.9"
6 4 16.736 "16.7" 0 "16.7"
7 4 22.266 "22.3" 0 "22.3"
8 4 35.577999999999996 "35.6" 0 "35.6"
9 4 86.592 "86.6" 0 "86.6"
EOD
$p1_lost << EOD
6 1 NaN "×5" "x5"
7 1 NaN "×5" "x5"
8 1 NaN "×5" "x5"
9 1 NaN "×5" "x5"
EOD

# Panel 2: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p2 << EOD
1 1 90 "90.0" 0 "90.0"
2 1 90 "90.0" 0 "90.0"
3 1 23.176000000000002 "23.2" 0 "23.2"
4 1 15.790000000000001 "15.8" 0 "15.8"
5 1 14.746 "14.7" 0 "14.7"
6 1 90 "90.0" 0 "90.0"
1 2 14.416 "14.4" 0 "14.4"
2 2 14.331999999999999 "14.3" 0 "14.3"
3 2 14.3 "14.3" 0 "14.3"
4 2 14.2 "14.2" 0 "14.2"
5 2 14.325999999999999 "14.3" 0 "14.3"
6 2 16.131999999999998 "16.1" 0 "16.1"
7 2 21.318 "21.3" 0 "21.3"
8 2 31.183999999999997 "31.2" 0 "31.2"
9 2 80.172 "80.2" 0 "80.2"
1 3 17.048 "17.0" 0 "17.0"
2 3 16.782 "16.8" 0 "16.8"
3 3 15.668000000000001 "15.7" 0 "15.7"
4 3 14.99 "15.0" 0 "15.0"
5 3 14.974 "15.0" 0 "15.0"
6 3 16.306 "16.3" 0 "16.3"
7 3 21.506 "21.5" 0 "21.5"
8 3 35.538 "35.5" 0 "35.5"
9 3 89.436 "89.4" 0 "89.4"
1 4 16.53 "16.5" 0 "16.5"
2 4 16.186 "16.2" 0 "16.2"
3 4 15.544 "15.5" 0 "15.5"
4 4 15.09 "15.1" 0 "15.1"
5 4 14.794 "14.8" 0 "14.8"
6 4 16.276 "16.3" 0 "16.3"
7 4 21.76 "21.8" 0 "21.8"
8 4 34.1 "34.1" 0 "34.1"
9 4 89.998 "90.0" 0 "90.0"
EOD
$p2_lost << EOD
7 1 NaN "×5" "x5"
8 1 NaN "×5" "x5"
9 1 NaN "×5" "x5"
EOD

# Panel 3: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p3 << EOD
1 1 90 "90.0" 0 "90.0"
2 1 90 "90.0" 0 "90.0"
3 1 28.562 "28.6" 0 "28.6"
4 1 16.002 "16.0" 0 "16.0"
5 1 14.724 "14.7" 0 "14.7"
6 1 90 "90.0" 0 "90.0"
1 2 14.418000000000001 "14.4" 0 "14.4"
2 2 14.511999999999997 "14.5" 0 "14.5"
3 2 14.309999999999999 "14.3" 0 "14.3"
4 2 14.206 "14.2" 0 "14.2"
5 2 14.172 "14.2" 0 "14.2"
6 2 15.642000000000001 "15.6" 0 "15.6"
7 2 20.188000000000002 "20.2" 0 "20.2"
8 2 28.910000000000004 "28.9" 0 "28.9"
9 2 72.342 "72.3" 0 "72.3"
1 3 17.038 "17.0" 0 "17.0"
2 3 16.732 "16.7" 0 "16.7"
3 3 15.636000000000001 "15.6" 0 "15.6"
4 3 15.166 "15.2" 0 "15.2"
5 3 14.741999999999999 "14.7" 0 "14.7"
6 3 15.88 "15.9" 0 "15.9"
7 3 20.244 "20.2" 0 "20.2"
8 3 27.875999999999998 "27.9" 0 "27.9"
9 3 85.05799999999999 "85.1" 0 "85.1"
1 4 16.714000000000002 "16.7" 0 "16.7"
2 4 16.028000000000002 "16.0" 0 "16.0"
3 4 15.412 "15.4" 0 "15.4"
4 4 15.128 "15.1" 0 "15.1"
5 4 14.716 "14.7" 0 "14.7"
6 4 15.836000000000002 "15.8" 0 "15.8"
7 4 20.444 "20.4" 0 "20.4"
8 4 27.906 "27.9" 0 "27.9"
9 4 84.89 "84.9" 0 "84.9"
EOD
$p3_lost << EOD
7 1 NaN "×5" "x5"
8 1 NaN "×5" "x5"
9 1 NaN "×5" "x5"
EOD

# Panel 4: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p4 << EOD
1 1 90 "90.0" 0 "90.0"
2 1 90 "90.0" 0 "90.0"
3 1 90 "90.0" 0 "90.0"
4 1 31.630000000000003 "31.6" 0 "31.6"
5 1 18.89 "18.9" 0 "18.9"
1 2 19.009999999999998 "19.0" 0 "19.0"
2 2 18.484 "18.5" 0 "18.5"
3 2 16.832 "16.8" 0 "16.8"
4 2 15.464000000000002 "15.5" 0 "15.5"
5 2 16.964 "17.0" 0 "17.0"
6 2 20.816 "20.8" 0 "20.8"
7 2 27.254 "27.3" 0 "27.3"
8 2 34.792 "34.8" 0 "34.8"
9 2 86.334 "86.3" 0 "86.3"
1 3 29.044 "29.0" 0 "29.0"
2 3 28.744 "28.7" 0 "28.7"
3 3 26.721999999999998 "26.7" 0 "26.7"
4 3 23.374000000000002 "23.4" 0 "23.4"
5 3 20.220000000000002 "20.2" 0 "20.2"
6 3 24.156 "24.2" 0 "24.2"
7 3 39.86 "39.9" 0 "39.9"
8 3 86.076 "86.1" 0 "86.1"
9 3 90 "90.0" 0 "90.0"
1 4 26.18 "26.2" 0 "26.2"
2 4 24.796000000000003 "24.8" 0 "24.8"
3 4 23.932 "23.9" 0 "23.9"
4 4 20.302 "20.3" 0 "20.3"
5 4 18.482 "18.5" 0 "18.5"
6 4 22.406 "22.4" 0 "22.4"
7 4 35.95399999999999 "36.0" 0 "36.0"
8 4 77.57000000000001 "77.6" 0 "77.6"
9 4 90.006 "90.0" 0 "90.0"
EOD
$p4_lost << EOD
6 1 NaN "×5" "x5"
7 1 NaN "×5" "x5"
8 1 NaN "×5" "x5"
9 1 NaN "×5" "x5"
EOD

if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
do for [t in term] {
    eval terminal(t, width, height)
    if (t ne 'dumb') {
        set output name . '.' . t . suffix
        set multiplot
    }
    unset grid; unset border

    # Panel 1
    set xrange [0.5:9.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'Test error of each norm at each scale of the first weights' . "\n" . 'fashion-mnist, 5 seeds: means' . "\n" . 'mlp, init=he_normal' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4)
        set xtics scale 0 ('0.01' 1, '0.03' 2, '0.1' 3, '0.3' 4, '1' 5, '3' 6, '10' 7, '30' 8, '100' 9)
        set xlabel 'factor on the weights'
        plot $p1 using 1:2:6 with labels, \
             $p1_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.78805; set tmargin at screen 0.91622
        set label '0.01' at first 1, screen 0.77173 center
        set label '0.03' at first 2, screen 0.77173 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 3, screen 0.77173 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 4, screen 0.77173 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 5, screen 0.77173 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 6, screen 0.77173 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 7, screen 0.77173 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '30' at first 8, screen 0.77173 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '100' at first 9, screen 0.77173 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'factor on the weights' at graph 0.5, screen 0.75245 center
        unset xlabel
        unset arrow
        set label 'mlp, init=he_normal' at screen 0.57952, screen 0.93241 center font font_panel
        set label 'none' at screen 0.17476, screen 0.90020 right
        set label 'batchnorm' at screen 0.17476, screen 0.86816 right
        set label 'layernorm' at screen 0.17476, screen 0.83611 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.80407 right
        set label 'Test error of each norm at each scale of the first weights' at screen 0.5, screen 0.97994 center font font_title
        set label 'fashion-mnist, 5 seeds: means' at screen 0.5, screen 0.95824 center font font_small textcolor rgb ink
        set label '×n: n trials diverged' at screen 0.42119, screen 0.01773 left
        set colorbox horizontal user origin screen 0.34286, 0.05941 size screen 0.31429, 0.01335 noborder
        set cbtics out scale 0.4 offset 0,0.4 ('20' heat_part(20), '40' heat_part(40), '60' heat_part(60), '80' heat_part(80))
        set label 'test error in %' at screen 0.5, screen 0.08641 center
        plot $p1_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p1 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p1 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p1_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }

    # Panel 2
    set xrange [0.5:9.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'mlp, init=glorot_uniform' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4)
        set xtics scale 0 ('0.01' 1, '0.03' 2, '0.1' 3, '0.3' 4, '1' 5, '3' 6, '10' 7, '30' 8, '100' 9)
        set xlabel 'factor on the weights'
        plot $p2 using 1:2:6 with labels, \
             $p2_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.57425; set tmargin at screen 0.70242
        set label '0.01' at first 1, screen 0.55793 center
        set label '0.03' at first 2, screen 0.55793 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 3, screen 0.55793 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 4, screen 0.55793 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 5, screen 0.55793 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 6, screen 0.55793 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 7, screen 0.55793 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '30' at first 8, screen 0.55793 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '100' at first 9, screen 0.55793 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'factor on the weights' at graph 0.5, screen 0.53864 center
        unset xlabel
        unset arrow
        set label 'mlp, init=glorot_uniform' at screen 0.57952, screen 0.71861 center font font_panel
        set label 'none' at screen 0.17476, screen 0.68640 right
        set label 'batchnorm' at screen 0.17476, screen 0.65435 right
        set label 'layernorm' at screen 0.17476, screen 0.62231 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.59027 right
        plot $p2_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p2 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p2 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p2_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }

    # Panel 3
    set xrange [0.5:9.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'mlp, init=lecun_normal' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4)
        set xtics scale 0 ('0.01' 1, '0.03' 2, '0.1' 3, '0.3' 4, '1' 5, '3' 6, '10' 7, '30' 8, '100' 9)
        set xlabel 'factor on the weights'
        plot $p3 using 1:2:6 with labels, \
             $p3_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.36044; set tmargin at screen 0.48861
        set label '0.01' at first 1, screen 0.34413 center
        set label '0.03' at first 2, screen 0.34413 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 3, screen 0.34413 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 4, screen 0.34413 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 5, screen 0.34413 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 6, screen 0.34413 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 7, screen 0.34413 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '30' at first 8, screen 0.34413 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '100' at first 9, screen 0.34413 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'factor on the weights' at graph 0.5, screen 0.32484 center
        unset xlabel
        unset arrow
        set label 'mlp, init=lecun_normal' at screen 0.57952, screen 0.50480 center font font_panel
        set label 'none' at screen 0.17476, screen 0.47259 right
        set label 'batchnorm' at screen 0.17476, screen 0.44055 right
        set label 'layernorm' at screen 0.17476, screen 0.40851 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.37646 right
        plot $p3_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p3 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p3 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p3_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }

    # Panel 4
    set xrange [0.5:9.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'resnet, init=he_normal' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4)
        set xtics scale 0 ('0.01' 1, '0.03' 2, '0.1' 3, '0.3' 4, '1' 5, '3' 6, '10' 7, '30' 8, '100' 9)
        set xlabel 'factor on the weights'
        plot $p4 using 1:2:6 with labels, \
             $p4_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.14664; set tmargin at screen 0.27481
        set label '0.01' at first 1, screen 0.13032 center
        set label '0.03' at first 2, screen 0.13032 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 3, screen 0.13032 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 4, screen 0.13032 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 5, screen 0.13032 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 6, screen 0.13032 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 7, screen 0.13032 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '30' at first 8, screen 0.13032 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '100' at first 9, screen 0.13032 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'factor on the weights' at graph 0.5, screen 0.11104 center
        unset xlabel
        unset arrow
        set label 'resnet, init=he_normal' at screen 0.57952, screen 0.29100 center font font_panel
        set label 'none' at screen 0.17476, screen 0.25879 right
        set label 'batchnorm' at screen 0.17476, screen 0.22675 right
        set label 'layernorm' at screen 0.17476, screen 0.19470 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.16266 right
        plot $p4_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p4 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p4 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p4_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
