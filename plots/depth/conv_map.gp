# A figure of normlab. `gnuplot conv_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" conv_map.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv_map'
width = 7 # inches
height = 2.45

# The range of the colours.
heat_log = 0; heat_low = 19.548; heat_high = 89.094
page_lines = 16

# Panel 1: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p1 << EOD
1 1 28.824 "28.8" 0 "28.8"
2 1 45.752 "45.8" 0 "45.8"
3 1 60.6 "60.6" 0 "60.6"
4 1 77.256 "77.3" 0 "77.3"
1 2 20.582 "20.6" 0 "20.6"
2 2 24.322 "24.3" 0 "24.3"
3 2 34.472 "34.5" 0 "34.5"
4 2 63.486000000000004 "63.5" 0 "63.5"
1 3 25.502000000000002 "25.5" 0 "25.5"
2 3 28.072000000000003 "28.1" 0 "28.1"
3 3 35.040000000000006 "35.0" 0 "35.0"
4 3 51.29600000000001 "51.3" 0 "51.3"
EOD

# Panel 2: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p2 << EOD
1 1 30.746 "30.7" 0 "30.7"
2 1 73.866 "73.9" 0 "73.9"
3 1 89.09400000000001 "89.1" 0 "89.1"
1 2 19.548000000000002 "19.5" 0 "19.5"
2 2 20.34 "20.3" 0 "20.3"
3 2 22.48 "22.5" 0 "22.5"
4 2 24.110000000000003 "24.1" 0 "24.1"
1 3 23.759999999999998 "23.8" 0 "23.8"
2 3 26.532 "26.5" 0 "26.5"
3 3 24.988 "25.0" 0 "25.0"
4 3 26.235999999999997 "26.2" 0 "26.2"
EOD
$p2_lost << EOD
4 1 NaN "×5" "x5"
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
    set xrange [0.5:4.5]; set yrange [3.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'Test error of a convolutional net of each norm and depth, each at the best of its rates' . "\n" . 'fashion-mnist, 5 seeds: means' . "\n" . 'shortcut=none' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('groupnorm groups=4') 3)
        set xtics scale 0 ('8' 1, '20' 2, '32' 3, '56' 4)
        set xlabel 'layers'
        plot $p1 using 1:2:6 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.57238
        set bmargin at screen 0.45000; set tmargin at screen 0.74388
        set label '8' at first 1, screen 0.40011 center
        set label '20' at first 2, screen 0.40011 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '32' at first 3, screen 0.40011 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '56' at first 4, screen 0.40011 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'layers' at graph 0.5, screen 0.34116 center
        unset xlabel
        unset arrow
        set label 'shortcut=none' at screen 0.37714, screen 0.79337 center font font_panel
        set label 'none' at screen 0.17476, screen 0.69490 right
        set label 'batchnorm' at screen 0.17476, screen 0.59694 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.49898 right
        set label 'Test error of a convolutional net of each norm and depth, each at the best of its rates' at screen 0.5, screen 0.93866 center font font_title
        set label 'fashion-mnist, 5 seeds: means' at screen 0.5, screen 0.87234 center font font_small textcolor rgb ink
        set label '×n: n trials diverged' at screen 0.42119, screen 0.05590 left
        set colorbox horizontal user origin screen 0.34286, 0.18333 size screen 0.31429, 0.04082 noborder
        set cbtics out scale 0.4 offset 0,0.4 ('20' heat_part(20), '40' heat_part(40), '60' heat_part(60), '80' heat_part(80))
        set label 'test error in %' at screen 0.5, screen 0.26587 center
        plot $p1 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p1 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable
        unset label; unset arrow; unset colorbox
    }

    # Panel 2
    set xrange [0.5:4.5]; set yrange [3.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'shortcut=projection' . "\n" . 'test error in %' . "\n" . 'xn: n trials diverged'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('groupnorm groups=4') 3)
        set xtics scale 0 ('8' 1, '20' 2, '32' 3, '56' 4)
        set xlabel 'layers'
        plot $p2 using 1:2:6 with labels, \
             $p2_lost using 1:2:5 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.58667; set rmargin at screen 0.97714
        set bmargin at screen 0.45000; set tmargin at screen 0.74388
        set label '8' at first 1, screen 0.40011 center
        set label '20' at first 2, screen 0.40011 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '32' at first 3, screen 0.40011 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '56' at first 4, screen 0.40011 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'layers' at graph 0.5, screen 0.34116 center
        unset xlabel
        unset arrow
        set label 'shortcut=projection' at screen 0.78190, screen 0.79337 center font font_panel
        plot $p2_lost using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid lw 0.6 fill empty border lc rgb guide_ink, \
             $p2 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p2 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable, \
             $p2_lost using 1:2:4 with labels
        unset label; unset arrow; unset colorbox
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
