# A figure of normlab. `gnuplot mlp_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" mlp_map.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp_map'
width = 7 # inches
height = 2.51

# The range of the colours.
heat_log = 0; heat_low = 14.602; heat_high = 90
page_lines = 18

# Panel 1: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p1 << EOD
1 1 15.894 "15.9" 0 "15.9"
2 1 15.886000000000001 "15.9" 0 "15.9"
3 1 16.561999999999998 "16.6" 0 "16.6"
4 1 21.468 "21.5" 0 "21.5"
5 1 34.535999999999994 "34.5" 0 "34.5"
6 1 51.386 "51.4" 0 "51.4"
1 2 14.686000000000002 "14.7" 0 "14.7"
2 2 14.838 "14.8" 0 "14.8"
3 2 17.642000000000003 "17.6" 0 "17.6"
4 2 27.328000000000003 "27.3" 0 "27.3"
5 2 69.49199999999999 "69.5" 0 "69.5"
6 2 88.078 "88.1" 0 "88.1"
1 3 15.028 "15.0" 0 "15.0"
2 3 15.736 "15.7" 0 "15.7"
3 3 16.458 "16.5" 0 "16.5"
4 3 22.398000000000003 "22.4" 0 "22.4"
5 3 40.372 "40.4" 0 "40.4"
6 3 85.174 "85.2" 0 "85.2"
1 4 15.060000000000002 "15.1" 0 "15.1"
2 4 15.838 "15.8" 0 "15.8"
3 4 16.664 "16.7" 0 "16.7"
4 4 25.670000000000005 "25.7" 0 "25.7"
5 4 49.528 "49.5" 0 "49.5"
6 4 90 "90.0" 0 "90.0"
EOD

# Panel 2: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p2 << EOD
1 1 15.892 "15.9" 0 "15.9"
2 1 15.952000000000002 "16.0" 0 "16.0"
3 1 17.458000000000002 "17.5" 0 "17.5"
4 1 33.867999999999995 "33.9" 0 "33.9"
5 1 90 "90.0" 0 "90.0"
6 1 90 "90.0" 0 "90.0"
1 2 14.601999999999999 "14.6" 0 "14.6"
2 2 15.056000000000001 "15.1" 0 "15.1"
3 2 16.8 "16.8" 0 "16.8"
4 2 26.278 "26.3" 0 "26.3"
5 2 75.24000000000001 "75.2" 0 "75.2"
6 2 88.864 "88.9" 0 "88.9"
1 3 15.248 "15.2" 0 "15.2"
2 3 15.622 "15.6" 0 "15.6"
3 3 16.491999999999997 "16.5" 0 "16.5"
4 3 23.038 "23.0" 0 "23.0"
5 3 84.492 "84.5" 0 "84.5"
6 3 83.684 "83.7" 0 "83.7"
1 4 15.207999999999998 "15.2" 0 "15.2"
2 4 15.874 "15.9" 0 "15.9"
3 4 17.008000000000003 "17.0" 0 "17.0"
4 4 23.494000000000003 "23.5" 0 "23.5"
5 4 76.08000000000001 "76.1" 0 "76.1"
6 4 90 "90.0" 0 "90.0"
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
    set xrange [0.5:6.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'Test error of a plain MLP of each norm and depth, each at the best of its rates' . "\n" . 'fashion-mnist, 5 seeds: means' . "\n" . 'he_normal' . "\n" . 'test error in %'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4)
        set xtics scale 0 ('2' 1, '5' 2, '10' 3, '20' 4, '50' 5, '100' 6)
        set xlabel 'layers'
        plot $p1 using 1:2:6 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.18190; set rmargin at screen 0.57238
        set bmargin at screen 0.36753; set tmargin at screen 0.75000
        set label '2' at first 1, screen 0.31884 center
        set label '5' at first 2, screen 0.31884 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 3, screen 0.31884 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '20' at first 4, screen 0.31884 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '50' at first 5, screen 0.31884 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '100' at first 6, screen 0.31884 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'layers' at graph 0.5, screen 0.26129 center
        unset xlabel
        unset arrow
        set label 'he_normal' at screen 0.37714, screen 0.79831 center font font_panel
        set label 'none' at screen 0.17476, screen 0.70219 right
        set label 'batchnorm' at screen 0.17476, screen 0.60657 right
        set label 'layernorm' at screen 0.17476, screen 0.51096 right
        set label 'groupnorm groups=4' at screen 0.17476, screen 0.41534 right
        set label 'Test error of a plain MLP of each norm and depth, each at the best of its rates' at screen 0.5, screen 0.94013 center font font_title
        set label 'fashion-mnist, 5 seeds: means' at screen 0.5, screen 0.87539 center font font_small textcolor rgb ink
        set colorbox horizontal user origin screen 0.34286, 0.10724 size screen 0.31429, 0.03984 noborder
        set cbtics out scale 0.4 offset 0,0.4 ('20' heat_part(20), '40' heat_part(40), '60' heat_part(60), '80' heat_part(80))
        set label 'test error in %' at screen 0.5, screen 0.18780 center
        plot $p1 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p1 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable
        unset label; unset arrow; unset colorbox
    }

    # Panel 2
    set xrange [0.5:6.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'glorot_uniform' . "\n" . 'test error in %'
        set ytics scale 0 (brief('none') 1, brief('batchnorm') 2, brief('layernorm') 3, brief('groupnorm groups=4') 4)
        set xtics scale 0 ('2' 1, '5' 2, '10' 3, '20' 4, '50' 5, '100' 6)
        set xlabel 'layers'
        plot $p2 using 1:2:6 with labels
        unset label; unset title; unset xlabel; unset xtics; unset ytics
    } else {
        set lmargin at screen 0.58667; set rmargin at screen 0.97714
        set bmargin at screen 0.36753; set tmargin at screen 0.75000
        set label '2' at first 1, screen 0.31884 center
        set label '5' at first 2, screen 0.31884 center
        set arrow from first 1.5, graph 0 to first 1.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '10' at first 3, screen 0.31884 center
        set arrow from first 2.5, graph 0 to first 2.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '20' at first 4, screen 0.31884 center
        set arrow from first 3.5, graph 0 to first 3.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '50' at first 5, screen 0.31884 center
        set arrow from first 4.5, graph 0 to first 4.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label '100' at first 6, screen 0.31884 center
        set arrow from first 5.5, graph 0 to first 5.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
        set label 'layers' at graph 0.5, screen 0.26129 center
        unset xlabel
        unset arrow
        set label 'glorot_uniform' at screen 0.78190, screen 0.79831 center font font_panel
        plot $p2 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p2 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable
        unset label; unset arrow; unset colorbox
    }
    if (t ne 'dumb') { unset multiplot }
    unset output
}
