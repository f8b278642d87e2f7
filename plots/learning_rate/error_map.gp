# A figure of normlab. `gnuplot error_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" error_map.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'error_map'
width = 7 # inches
height = 10.23

# The range of the colours.
heat_log = 0; heat_low = 13.976; heat_high = 90.856
page_lines = 20

# Panel 1: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p1 << EOD
3 1 33.57 "33.6" 0 "33.6"
4 1 25.95 "25.9" 0 "25.9"
5 1 20.422 "20.4" 0 "20.4"
6 1 17.462 "17.5" 0 "17.5"
7 1 15.632 "15.6" 0 "15.6"
8 1 14.866 "14.9" 0 "14.9"
9 1 15.928 "15.9" 0 "15.9"
10 1 90 "90.0" 0 "90.0"
12 1 90 "90.0" -0.22 "90.0 x4"
3 2 39.632 "39.6" 0 "39.6"
4 2 28.091999999999995 "28.1" 0 "28.1"
5 2 21.433999999999997 "21.4" 0 "21.4"
6 2 17.678 "17.7" 0 "17.7"
7 2 15.447999999999999 "15.4" 0 "15.4"
8 2 14.428 "14.4" 0 "14.4"
9 2 14.208000000000002 "14.2" 0 "14.2"
10 2 14.412 "14.4" 0 "14.4"
11 2 16.624000000000002 "16.6" 0 "16.6"
12 2 90 "90.0" 0 "90.0"
13 2 90 "90.0" 0 "90.0"
3 3 37.846000000000004 "37.8" 0 "37.8"
4 3 28.077999999999996 "28.1" 0 "28.1"
5 3 21.89 "21.9" 0 "21.9"
6 3 17.75 "17.8" 0 "17.8"
7 3 15.681999999999999 "15.7" 0 "15.7"
8 3 15.018 "15.0" 0 "15.0"
9 3 14.803999999999998 "14.8" 0 "14.8"
10 3 15.308000000000002 "15.3" 0 "15.3"
11 3 21.038 "21.0" 0 "21.0"
12 3 90 "90.0" 0 "90.0"
13 3 90 "90.0" 0 "90.0"
3 4 38.438 "38.4" 0 "38.4"
4 4 28.282 "28.3" 0 "28.3"
5 4 21.907999999999998 "21.9" 0 "21.9"
6 4 17.746000000000002 "17.7" 0 "17.7"
7 4 15.601999999999999 "15.6" 0 "15.6"
8 4 14.810000000000002 "14.8" 0 "14.8"
9 4 14.774000000000001 "14.8" 0 "14.8"
10 4 15.325999999999999 "15.3" 0 "15.3"
11 4 22.548000000000002 "22.5" 0 "22.5"
12 4 90 "90.0" 0 "90.0"
13 4 90 "90.0" 0 "90.0"
EOD
$p1_lost << EOD
11 1 NaN "×5" "x5"
13 1 NaN "×5" "x5"
EOD
$p1_some << EOD
12 1 90 "×4" "x4"
EOD

# Panel 2: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p2 << EOD
1 1 44.298 "44.3" 0 "44.3"
2 1 28.131999999999998 "28.1" 0 "28.1"
3 1 20.46 "20.5" 0 "20.5"
4 1 16.926 "16.9" 0 "16.9"
5 1 15.146 "15.1" 0 "15.1"
6 1 14.456 "14.5" 0 "14.5"
7 1 14.675999999999998 "14.7" 0 "14.7"
8 1 16.326 "16.3" 0 "16.3"
9 1 67.94800000000001 "67.9" 0 "67.9"
10 1 89.65599999999999 "89.7" 0 "89.7"
11 1 89.936 "89.9" 0 "89.9"
1 2 51.896 "51.9" 0 "51.9"
2 2 30.536 "30.5" 0 "30.5"
3 2 20.948 "20.9" 0 "20.9"
4 2 16.668 "16.7" 0 "16.7"
5 2 14.719999999999999 "14.7" 0 "14.7"
6 2 14.026000000000002 "14.0" 0 "14.0"
7 2 13.975999999999999 "14.0" 0 "14.0"
8 2 14.238 "14.2" 0 "14.2"
9 2 15.104000000000003 "15.1" 0 "15.1"
10 2 16.494 "16.5" 0 "16.5"
11 2 34.804 "34.8" 0 "34.8"
1 3 44.303999999999995 "44.3" 0 "44.3"
2 3 28.310000000000002 "28.3" 0 "28.3"
3 3 20.808 "20.8" 0 "20.8"
4 3 16.607999999999997 "16.6" 0 "16.6"
5 3 14.809999999999999 "14.8" 0 "14.8"
6 3 14.446000000000002 "14.4" 0 "14.4"
7 3 14.486 "14.5" 0 "14.5"
8 3 15.01 "15.0" 0 "15.0"
9 3 15.844 "15.8" 0 "15.8"
10 3 58.576 "58.6" 0 "58.6"
11 3 72.154 "72.2" 0 "72.2"
1 4 45.44199999999999 "45.4" 0 "45.4"
2 4 28.624000000000002 "28.6" 0 "28.6"
3 4 20.910000000000004 "20.9" 0 "20.9"
4 4 16.678 "16.7" 0 "16.7"
5 4 14.886000000000001 "14.9" 0 "14.9"
6 4 14.368 "14.4" 0 "14.4"
7 4 14.484 "14.5" 0 "14.5"
8 4 15.02 "15.0" 0 "15.0"
9 4 15.85 "15.8" 0 "15.8"
10 4 35.688 "35.7" 0 "35.7"
11 4 59.146 "59.1" 0 "59.1"
EOD

# Panel 3: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p3 << EOD
3 1 83.67999999999999 "83.7" 0 "83.7"
4 1 71.866 "71.9" 0 "71.9"
5 1 42.141999999999996 "42.1" 0 "42.1"
6 1 28.607999999999997 "28.6" 0 "28.6"
7 1 22.13 "22.1" 0 "22.1"
8 1 18.89 "18.9" 0 "18.9"
9 1 20.639999999999997 "20.6" 0 "20.6"
10 1 78.324 "78.3" 0 "78.3"
11 1 90 "90.0" -0.22 "90.0 x1"
3 2 82.746 "82.7" 0 "82.7"
4 2 68.61 "68.6" 0 "68.6"
5 2 44.778000000000006 "44.8" 0 "44.8"
6 2 29.321999999999996 "29.3" 0 "29.3"
7 2 21.660000000000004 "21.7" 0 "21.7"
8 2 16.964 "17.0" 0 "17.0"
9 2 15.505999999999997 "15.5" 0 "15.5"
10 2 15.457999999999998 "15.5" 0 "15.5"
11 2 16.938 "16.9" 0 "16.9"
12 2 46.594 "46.6" 0 "46.6"
13 2 90 "90.0" 0 "90.0"
3 3 81.934 "81.9" 0 "81.9"
4 3 71.308 "71.3" 0 "71.3"
5 3 50.684 "50.7" 0 "50.7"
6 3 33.914 "33.9" 0 "33.9"
7 3 24.695999999999998 "24.7" 0 "24.7"
8 3 20.220000000000002 "20.2" 0 "20.2"
9 3 19.746000000000002 "19.7" 0 "19.7"
10 3 24.672 "24.7" 0 "24.7"
11 3 65.46199999999999 "65.5" 0 "65.5"
12 3 90 "90.0" 0 "90.0"
13 3 90 "90.0" 0 "90.0"
3 4 85.482 "85.5" 0 "85.5"
4 4 72.548 "72.5" 0 "72.5"
5 4 47.70399999999999 "47.7" 0 "47.7"
6 4 32.577999999999996 "32.6" 0 "32.6"
7 4 23.662 "23.7" 0 "23.7"
8 4 18.482 "18.5" 0 "18.5"
9 4 17.408 "17.4" 0 "17.4"
10 4 20.408 "20.4" 0 "20.4"
11 4 53.59599999999999 "53.6" 0 "53.6"
12 4 90 "90.0" 0 "90.0"
13 4 90 "90.0" 0 "90.0"
3 5 89.77600000000001 "89.8" 0 "89.8"
4 5 85.72999999999999 "85.7" 0 "85.7"
5 5 56.99400000000001 "57.0" 0 "57.0"
6 5 41.33 "41.3" 0 "41.3"
7 5 27.752 "27.8" 0 "27.8"
8 5 19.805999999999997 "19.8" 0 "19.8"
9 5 15.735999999999999 "15.7" 0 "15.7"
10 5 14.904000000000002 "14.9" 0 "14.9"
11 5 15.596 "15.6" 0 "15.6"
12 5 29.722 "29.7" 0 "29.7"
13 5 84.454 "84.5" 0 "84.5"
EOD
$p3_lost << EOD
12 1 NaN "×5" "x5"
13 1 NaN "×5" "x5"
EOD
$p3_some << EOD
11 1 90 "×1" "x1"
EOD

# Panel 4: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p4 << EOD
1 1 87.838 "87.8" 0 "87.8"
2 1 83.53200000000001 "83.5" 0 "83.5"
3 1 54.048 "54.0" 0 "54.0"
4 1 30.936 "30.9" 0 "30.9"
5 1 23.041999999999998 "23.0" 0 "23.0"
6 1 18.496000000000002 "18.5" 0 "18.5"
7 1 17.334 "17.3" 0 "17.3"
8 1 63.596000000000004 "63.6" 0 "63.6"
9 1 85.214 "85.2" 0 "85.2"
10 1 90 "90.0" 0 "90.0"
11 1 90 "90.0" 0 "90.0"
1 2 85.78 "85.8" 0 "85.8"
2 2 77.526 "77.5" 0 "77.5"
3 2 48.422000000000004 "48.4" 0 "48.4"
4 2 28.85 "28.9" 0 "28.9"
5 2 20.5 "20.5" 0 "20.5"
6 2 16.422000000000004 "16.4" 0 "16.4"
7 2 14.794 "14.8" 0 "14.8"
8 2 15.004 "15.0" 0 "15.0"
9 2 16.494 "16.5" 0 "16.5"
10 2 20.258000000000003 "20.3" 0 "20.3"
11 2 25.7 "25.7" 0 "25.7"
1 3 88.49000000000001 "88.5" 0 "88.5"
2 3 78.896 "78.9" 0 "78.9"
3 3 54.36999999999999 "54.4" 0 "54.4"
4 3 31.846000000000004 "31.8" 0 "31.8"
5 3 23.312 "23.3" 0 "23.3"
6 3 18.791999999999998 "18.8" 0 "18.8"
7 3 18.306 "18.3" 0 "18.3"
8 3 21.3 "21.3" 0 "21.3"
9 3 40.632 "40.6" 0 "40.6"
10 3 71.91600000000001 "71.9" 0 "71.9"
11 3 90 "90.0" 0 "90.0"
1 4 90.85600000000001 "90.9" 0 "90.9"
2 4 82.12 "82.1" 0 "82.1"
3 4 51.410000000000004 "51.4" 0 "51.4"
4 4 31.798000000000002 "31.8" 0 "31.8"
5 4 22.918 "22.9" 0 "22.9"
6 4 17.87 "17.9" 0 "17.9"
7 4 17.106 "17.1" 0 "17.1"
8 4 19.972 "20.0" 0 "20.0"
9 4 41.042 "41.0" 0 "41.0"
10 4 54.653999999999996 "54.7" 0 "54.7"
11 4 90 "90.0" 0 "90.0"
1 5 89.896 "89.9" 0 "89.9"
2 5 88.904 "88.9" 0 "88.9"
3 5 62.75 "62.8" 0 "62.8"
4 5 35.14 "35.1" 0 "35.1"
5 5 23.312 "23.3" 0 "23.3"
6 5 17.57 "17.6" 0 "17.6"
7 5 15.034 "15.0" 0 "15.0"
8 5 14.697999999999999 "14.7" 0 "14.7"
9 5 15.883999999999997 "15.9" 0 "15.9"
10 5 19.984 "20.0" 0 "20.0"
11 5 21.737999999999996 "21.7" 0 "21.7"
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
    set xrange [0.5:13.5]; set yrange [5.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'Test error of each norm at each learning rate' . "\n" . 'fashion-mnist, 5 seeds: means' . "\n" . 'mlp, optimizer=sgd' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged; blank: not measured'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4, brief('instancenorm') 5)
        set xtics scale 0 ('1e-5' 1, '3e-5' 2, '1e-4' 3, '3e-4' 4, '1e-3' 5, '3e-3' 6, '0.01' 7, '0.03' 8, '0.1' 9, '0.3' 10, '1' 11, '3' 12, '10' 13)
        set xlabel 'learning rate'
        plot $p1 using 1:2:6 with labels, \
             $p1_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.77791; set tmargin at screen 0.93866
        set label '1e-5' at first 1, screen 0.76597 center
        set label '3e-5' at first 2, screen 0.76597 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-4' at first 3, screen 0.76597 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-4' at first 4, screen 0.76597 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-3' at first 5, screen 0.76597 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-3' at first 6, screen 0.76597 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.01' at first 7, screen 0.76597 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.03' at first 8, screen 0.76597 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 9, screen 0.76597 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 10, screen 0.76597 center
        set arrow from first 9.5, graph 0 to first 9.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 11, screen 0.76597 center
        set arrow from first 10.5, graph 0 to first 10.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 12, screen 0.76597 center
        set arrow from first 11.5, graph 0 to first 11.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 13, screen 0.76597 center
        set arrow from first 12.5, graph 0 to first 12.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'learning rate' at graph 0.5, screen 0.75185 center
        unset xlabel
        unset arrow
        set label 'mlp, optimizer=sgd' at screen 0.57952, screen 0.95051 center font font_panel
        set label 'none' at screen 0.17476, screen 0.92259 right
        set label 'batchnorm' at screen 0.17476, screen 0.89044 right
        set label 'layernorm' at screen 0.17476, screen 0.85829 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.82614 right
        set label 'instancenorm' at screen 0.17476, screen 0.79399 right
        set label 'Test error of each norm at each learning rate' at screen 0.5, screen 0.98531 center font font_title
        set label 'fashion-mnist, 5 seeds: means' at screen 0.5, screen 0.96943 center font font_small textcolor rgb ink
        set label '×n: n trials diverged' at screen 0.32556, screen 0.01320 left
        set label 'blank: not measured' at screen 0.51889, screen 0.01320 left
        set colorbox horizontal user origin screen 0.34286, 0.04372 size screen 0.31429, 0.00978 noborder
        set cbtics out scale 0.4 offset 0,0.4 ('20' heat_part(20), '40' heat_part(40), '60' heat_part(60), '80' heat_part(80))
        set label 'test error in %' at screen 0.5, screen 0.06348 center
        plot $p1_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p1 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p1 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p1_some using 1:($2+0.22):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p1_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }

    # Panel 2
    set xrange [0.5:13.5]; set yrange [5.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'mlp, optimizer=adam' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged; blank: not measured'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4, brief('instancenorm') 5)
        set xtics scale 0 ('1e-5' 1, '3e-5' 2, '1e-4' 3, '3e-4' 4, '1e-3' 5, '3e-3' 6, '0.01' 7, '0.03' 8, '0.1' 9, '0.3' 10, '1' 11, '3' 12, '10' 13)
        set xlabel 'learning rate'
        plot $p2 using 1:2:6 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.55447; set tmargin at screen 0.71522
        set label '1e-5' at first 1, screen 0.54252 center
        set label '3e-5' at first 2, screen 0.54252 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-4' at first 3, screen 0.54252 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-4' at first 4, screen 0.54252 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-3' at first 5, screen 0.54252 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-3' at first 6, screen 0.54252 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.01' at first 7, screen 0.54252 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.03' at first 8, screen 0.54252 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 9, screen 0.54252 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 10, screen 0.54252 center
        set arrow from first 9.5, graph 0 to first 9.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 11, screen 0.54252 center
        set arrow from first 10.5, graph 0 to first 10.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 12, screen 0.54252 center
        set arrow from first 11.5, graph 0 to first 11.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 13, screen 0.54252 center
        set arrow from first 12.5, graph 0 to first 12.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'learning rate' at graph 0.5, screen 0.52840 center
        unset xlabel
        unset arrow
        set label 'mlp, optimizer=adam' at screen 0.57952, screen 0.72707 center font font_panel
        set label 'none' at screen 0.17476, screen 0.69914 right
        set label 'batchnorm' at screen 0.17476, screen 0.66699 right
        set label 'layernorm' at screen 0.17476, screen 0.63484 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.60269 right
        set label 'instancenorm' at screen 0.17476, screen 0.57054 right
        plot $p2 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p2 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable
        unset label; unset arrow; unset colorbox
    }

    # Panel 3
    set xrange [0.5:13.5]; set yrange [5.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'resnet, optimizer=sgd' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged; blank: not measured'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4, brief('instancenorm') 5)
        set xtics scale 0 ('1e-5' 1, '3e-5' 2, '1e-4' 3, '3e-4' 4, '1e-3' 5, '3e-3' 6, '0.01' 7, '0.03' 8, '0.1' 9, '0.3' 10, '1' 11, '3' 12, '10' 13)
        set xlabel 'learning rate'
        plot $p3 using 1:2:6 with labels, \
             $p3_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.33103; set tmargin at screen 0.49177
        set label '1e-5' at first 1, screen 0.31908 center
        set label '3e-5' at first 2, screen 0.31908 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-4' at first 3, screen 0.31908 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-4' at first 4, screen 0.31908 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-3' at first 5, screen 0.31908 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-3' at first 6, screen 0.31908 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.01' at first 7, screen 0.31908 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.03' at first 8, screen 0.31908 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 9, screen 0.31908 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 10, screen 0.31908 center
        set arrow from first 9.5, graph 0 to first 9.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 11, screen 0.31908 center
        set arrow from first 10.5, graph 0 to first 10.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 12, screen 0.31908 center
        set arrow from first 11.5, graph 0 to first 11.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 13, screen 0.31908 center
        set arrow from first 12.5, graph 0 to first 12.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'learning rate' at graph 0.5, screen 0.30496 center
        unset xlabel
        unset arrow
        set label 'resnet, optimizer=sgd' at screen 0.57952, screen 0.50362 center font font_panel
        set label 'none' at screen 0.17476, screen 0.47570 right
        set label 'batchnorm' at screen 0.17476, screen 0.44355 right
        set label 'layernorm' at screen 0.17476, screen 0.41140 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.37925 right
        set label 'instancenorm' at screen 0.17476, screen 0.34710 right
        plot $p3_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p3 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p3 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p3_some using 1:($2+0.22):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p3_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }

    # Panel 4
    set xrange [0.5:13.5]; set yrange [5.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'resnet, optimizer=adam' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged; blank: not measured'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4, brief('instancenorm') 5)
        set xtics scale 0 ('1e-5' 1, '3e-5' 2, '1e-4' 3, '3e-4' 4, '1e-3' 5, '3e-3' 6, '0.01' 7, '0.03' 8, '0.1' 9, '0.3' 10, '1' 11, '3' 12, '10' 13)
        set xlabel 'learning rate'
        plot $p4 using 1:2:6 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.97714
        set bmargin at screen 0.10758; set tmargin at screen 0.26833
        set label '1e-5' at first 1, screen 0.09563 center
        set label '3e-5' at first 2, screen 0.09563 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-4' at first 3, screen 0.09563 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-4' at first 4, screen 0.09563 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1e-3' at first 5, screen 0.09563 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3e-3' at first 6, screen 0.09563 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.01' at first 7, screen 0.09563 center
        set arrow from first 6.5, graph 0 to first 6.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.03' at first 8, screen 0.09563 center
        set arrow from first 7.5, graph 0 to first 7.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.1' at first 9, screen 0.09563 center
        set arrow from first 8.5, graph 0 to first 8.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '0.3' at first 10, screen 0.09563 center
        set arrow from first 9.5, graph 0 to first 9.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '1' at first 11, screen 0.09563 center
        set arrow from first 10.5, graph 0 to first 10.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '3' at first 12, screen 0.09563 center
        set arrow from first 11.5, graph 0 to first 11.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 13, screen 0.09563 center
        set arrow from first 12.5, graph 0 to first 12.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'learning rate' at graph 0.5, screen 0.08151 center
        unset xlabel
        unset arrow
        set label 'resnet, optimizer=adam' at screen 0.57952, screen 0.28018 center font font_panel
        set label 'none' at screen 0.17476, screen 0.25225 right
        set label 'batchnorm' at screen 0.17476, screen 0.22010 right
        set label 'layernorm' at screen 0.17476, screen 0.18795 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.15581 right
        set label 'instancenorm' at screen 0.17476, screen 0.12366 right
        plot $p4 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p4 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable
        unset label; unset arrow; unset colorbox
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
