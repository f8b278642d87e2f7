# A figure of normlab. `gnuplot gradient_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" gradient_map.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'gradient_map'
width = 7 # inches
height = 2.51

# The range of the colours.
heat_log = 1; heat_low = 0.4422641228; heat_high = 1141925743
page_lines = 18

# Panel 1: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p1 << EOD
1 1 2.698603188535145 "2.70" 0 "2.70"
2 1 2.6887922483564215 "2.69" 0 "2.69"
3 1 1.915725757680631 "1.92" 0 "1.92"
4 1 2.5421992732531553 "2.54" 0 "2.54"
5 1 3.1271044630663942 "3.13" 0 "3.13"
6 1 3.8090828871061615 "3.81" 0 "3.81"
1 2 3.7918674757219852 "3.79" 0 "3.79"
2 2 6.521757932510275 "6.52" 0 "6.52"
3 2 18.04339605915659 "18.0" 0 "18.0"
4 2 108.63311362641343 "109" 0 "109"
5 2 54910.29123504875 "54910" 0 "54910"
6 2 1069140081.3952361 "1.1e9" 0 "1.1e9"
1 3 2.9303349688689253 "2.93" 0 "2.93"
2 3 2.4294346631169588 "2.43" 0 "2.43"
3 3 1.8432913152181545 "1.84" 0 "1.84"
4 3 1.4561374328166437 "1.46" 0 "1.46"
5 3 0.7310783222461924 "0.731" 0 "0.731"
6 3 0.44226412284677324 "0.442" 0 "0.442"
1 4 3.244327580726262 "3.24" 0 "3.24"
2 4 2.5819200195994636 "2.58" 0 "2.58"
3 4 2.630520730651444 "2.63" 0 "2.63"
4 4 1.927012014409969 "1.93" 0 "1.93"
5 4 4.2105324257487435 "4.21" 0 "4.21"
6 4 11.721266215844837 "11.7" 0 "11.7"
EOD

# Panel 2: column, row, mean, what is printed, how far off the middle, what a terminal prints; then column, row, mean, counts of diverged and refused trials, and those of a terminal.
$p2 << EOD
1 1 3.582793592890614 "3.58" 0 "3.58"
2 1 3.857217170899674 "3.86" 0 "3.86"
3 1 4.950731059619862 "4.95" 0 "4.95"
4 1 5.528320111014747 "5.53" 0 "5.53"
5 1 5.419884807145935 "5.42" 0 "5.42"
6 1 7.023460299361222 "7.02" 0 "7.02"
1 2 3.927508281775109 "3.93" 0 "3.93"
2 2 6.570862328195989 "6.57" 0 "6.57"
3 2 19.65786573935473 "19.7" 0 "19.7"
4 2 119.03970529822796 "119" 0 "119"
5 2 56797.115855361546 "56797" 0 "56797"
6 2 1141925743.2159739 "1.1e9" 0 "1.1e9"
1 3 3.139509790677075 "3.14" 0 "3.14"
2 3 2.4826329354061776 "2.48" 0 "2.48"
3 3 2.726576705438356 "2.73" 0 "2.73"
4 3 1.7117877031291733 "1.71" 0 "1.71"
5 3 1.1267381877166827 "1.13" 0 "1.13"
6 3 1.003640610637889 "1.00" 0 "1.00"
1 4 3.1053762285160387 "3.11" 0 "3.11"
2 4 2.5691377762512584 "2.57" 0 "2.57"
3 4 3.401963563084755 "3.40" 0 "3.40"
4 4 2.503197989356643 "2.50" 0 "2.50"
5 4 3.9011302158748316 "3.90" 0 "3.90"
6 4 12.593398813299041 "12.6" 0 "12.6"
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
        set title 'Gradient norm of an MLP' . "\047" . 's first layer over that of its last, before training' . "\n" . 'fashion-mnist, 5 seeds: means' . "\n" . 'he_normal' . "\n" . 'first over last (log scale)'
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
        set label 'Gradient norm of an MLP' . "\047" . 's first layer over that of its last, before training' at screen 0.5, screen 0.94013 center font font_title
        set label 'fashion-mnist, 5 seeds: means' at screen 0.5, screen 0.87539 center font font_small textcolor rgb ink
        set colorbox horizontal user origin screen 0.34286, 0.10724 size screen 0.31429, 0.03984 noborder
        set cbtics out scale 0.4 offset 0,0.4 ('10⁰' heat_part(1), '10²' heat_part(100), '10⁴' heat_part(10000), '10⁶' heat_part(1000000), '10⁸' heat_part(100000000))
        set label 'first over last (log scale)' at screen 0.5, screen 0.18780 center
        plot $p1 using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid border lc rgb 'white', \
             $p1 using 1:($2+$5):4:(heat_ink(heat_part($3))) with labels textcolor rgb variable
        unset label; unset arrow; unset colorbox
    }

    # Panel 2
    set xrange [0.5:6.5]; set yrange [4.5:0.5]
    unset xtics; unset ytics
    if (t eq 'dumb') {
        set title 'glorot_uniform' . "\n" . 'first over last (log scale)'
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
