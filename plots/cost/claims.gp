# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'" claims.gp draws one of them, term = 'dumb' shows it in the terminal.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
width = 7 # inches
height = 9.25

# The series: legend entries and line types.
array label[1]
array line[1]
label[1] = 'supported'; line[1] = line_of('supported')

page_lines = 42

# Panel 1: mean, y in inches above the axis, low and high end, as far as the axis goes.
$p1v1 << EOD
1.0414173816202312 7.836666666666671 1.0253700090260514 1.0935164318085324
1.049714050853525 7.3333333333333375 1.0462083327068907 1.0628613725343423
1.0335242138162748 6.830000000000004 1.0265406680622529 1.0544907452319279
1.0256228597542245 6.326666666666671 1.0121230533911947 1.0834565613607552
0.9552815711239726 5.823333333333338 0.9224924117063185 0.9633783430578403
0.9304830314617065 5.320000000000004 0.919065349467568 0.9419262797750637
0.9722637507404157 4.81666666666667 0.9499818395301663 0.9777238478120508
0.909035522778648 4.313333333333337 0.8853368671038228 0.9293614835421582
1.01232685962709 3.810000000000004 0.999843839400517 1.028369521339307
1.0533737746743173 3.30666666666667 1.0384347978364998 1.072736361939984
0.9939089981977255 2.8033333333333363 0.9818205930114533 1.00937227720068
1.0154640970597513 2.3000000000000025 0.9916078239041448 1.0402113578760146
1.0486526697286997 1.7966666666666686 1.0205979973072392 1.0959703753020316
1.0840482934832179 1.2933333333333348 1.0633178496738742 1.1093691833705805
1.0276470714592694 0.7900000000000009 1.0029009087862149 1.0738109585229259
1.0757190393993885 0.28666666666666707 1.0312837625685132 1.1225994093484877
EOD
$p1_margin << EOD
0.8732055571 1.25 7.62000 8.05333
0.8732055571 1.25 7.11667 7.55000
0.8732055571 1.25 6.61333 7.04667
0.8732055571 1.25 6.11000 6.54333
0.8732055571 1.25 5.60667 6.04000
0.8732055571 1.25 5.10333 5.53667
0.8732055571 1.25 4.60000 5.03333
0.8732055571 1.25 4.09667 4.53000
0.8732055571 1.25 3.59333 4.02667
0.8732055571 1.25 3.09000 3.52333
0.8732055571 1.25 2.58667 3.02000
0.8732055571 1.25 2.08333 2.51667
0.8732055571 1.25 1.58000 2.01333
0.8732055571 1.25 1.07667 1.51000
0.8732055571 1.25 0.57333 1.00667
0.8732055571 1.25 0.07000 0.50333
EOD

if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
do for [t in term] {
    eval terminal(t, width, height)
    if (t ne 'dumb') {
        set output name . '.' . t . suffix
        set multiplot
    }
    unset grid; unset ytics
    set grid xtics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back

    # Panel 1
    unset logscale x; set xrange [0.8732055570846206:1.2673660570537726]; set logscale x 10
    set xtics (0.9, 1, 1.1, 1.2)
    set border 1
    set yrange [0:8.05333]
    if (t eq 'dumb') {
        set title 'cost: the claims' . "\n" . 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are'
        set xlabel 'ratio'
        set key below center reverse Left
        set ytics scale 0 (abridge('a training step on 32 images of an MLP takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.04 [1.03, 1.09], n 10' 7.83667, abridge('the forward pass in training on 32 images of an MLP takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.05 [1.05, 1.06], n 10' 7.33333, abridge('the backward pass on 32 images of an MLP takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.03 [1.03, 1.05], n 10' 6.83000, abridge('inference on 32 images of an MLP takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.03 [1.01, 1.08], n 10' 6.32667, abridge('a training step on 32 images of LeNet takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 0.955 [0.922, 0.963], n 10' 5.82333, abridge('the forward pass in training on 32 images of LeNet takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 0.93 [0.919, 0.942], n 10' 5.32000, abridge('the backward pass on 32 images of LeNet takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 0.972 [0.95, 0.978], n 10' 4.81667, abridge('inference on 32 images of LeNet takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 0.909 [0.885, 0.929], n 10' 4.31333, abridge('a training step on 32 images of ResNet-8 takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.01 [1, 1.03], n 10' 3.81000, abridge('the forward pass in training on 32 images of ResNet-8 takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.05 [1.04, 1.07], n 10' 3.30667, abridge('the backward pass on 32 images of ResNet-8 takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 0.994 [0.982, 1.01], n 10' 2.80333, abridge('inference on 32 images of ResNet-8 takes at most a little longer with BatchNorm than without, by less than 1.25 times', columns/3) . ': 1.02 [0.992, 1.04], n 10' 2.30000, abridge('a training step on 32 images of ResNet-8 takes at most a little longer with LayerNorm than without, by less than 1.25 times', columns/3) . ': 1.05 [1.02, 1.1], n 10' 1.79667, abridge('the forward pass in training on 32 images of ResNet-8 takes at most a little longer with LayerNorm than without, by less than 1.25 times', columns/3) . ': 1.08 [1.06, 1.11], n 10' 1.29333, abridge('the backward pass on 32 images of ResNet-8 takes at most a little longer with LayerNorm than without, by less than 1.25 times', columns/3) . ': 1.03 [1, 1.07], n 10' 0.79000, abridge('inference on 32 images of ResNet-8 takes at most a little longer with LayerNorm than without, by less than 1.25 times', columns/3) . ': 1.08 [1.03, 1.12], n 10' 0.28667)
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back
        plot $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt 1 lw 1.2 notitle, \
             $p1v1 using 1:2 with points lt 1 pt 1 title brief(label[1])
    } else {
        set lmargin at screen 0.45429; set rmargin at screen 0.78508
        set bmargin at screen 0.07802; set tmargin at screen 0.94865
        set xlabel 'ratio' offset 0,0.4
        set arrow from first 1, graph 0 to first 1, graph 1 nohead back lw 0.8 dt solid lc rgb ink
        set label 'a training step on 32 images of an MLP takes at most a' at screen 0.00857, screen 0.94084 left
        set label 'little longer with BatchNorm than without, by less than' at screen 0.00857, screen 0.92523 left
        set label '1.25 times' at screen 0.00857, screen 0.90961 left
        set label '1.04 [1.03, 1.09], n 10' at screen 0.80222, screen 0.92523 left
        set label 'the forward pass in training on 32 images of an MLP' at screen 0.00857, screen 0.88643 left
        set label 'takes at most a little longer with BatchNorm than' at screen 0.00857, screen 0.87081 left
        set label 'without, by less than 1.25 times' at screen 0.00857, screen 0.85520 left
        set label '1.05 [1.05, 1.06], n 10' at screen 0.80222, screen 0.87081 left
        set label 'the backward pass on 32 images of an MLP takes at' at screen 0.00857, screen 0.83201 left
        set label 'most a little longer with BatchNorm than without, by' at screen 0.00857, screen 0.81640 left
        set label 'less than 1.25 times' at screen 0.00857, screen 0.80078 left
        set label '1.03 [1.03, 1.05], n 10' at screen 0.80222, screen 0.81640 left
        set label 'inference on 32 images of an MLP takes at most a little' at screen 0.00857, screen 0.77760 left
        set label 'longer with BatchNorm than without, by less than 1.25' at screen 0.00857, screen 0.76198 left
        set label 'times' at screen 0.00857, screen 0.74637 left
        set label '1.03 [1.01, 1.08], n 10' at screen 0.80222, screen 0.76198 left
        set label 'a training step on 32 images of LeNet takes at most a' at screen 0.00857, screen 0.72318 left
        set label 'little longer with BatchNorm than without, by less than' at screen 0.00857, screen 0.70757 left
        set label '1.25 times' at screen 0.00857, screen 0.69195 left
        set label '0.955 [0.922, 0.963], n 10' at screen 0.80222, screen 0.70757 left
        set label 'the forward pass in training on 32 images of LeNet' at screen 0.00857, screen 0.66877 left
        set label 'takes at most a little longer with BatchNorm than' at screen 0.00857, screen 0.65315 left
        set label 'without, by less than 1.25 times' at screen 0.00857, screen 0.63754 left
        set label '0.93 [0.919, 0.942], n 10' at screen 0.80222, screen 0.65315 left
        set label 'the backward pass on 32 images of LeNet takes at most' at screen 0.00857, screen 0.61435 left
        set label 'a little longer with BatchNorm than without, by less' at screen 0.00857, screen 0.59874 left
        set label 'than 1.25 times' at screen 0.00857, screen 0.58312 left
        set label '0.972 [0.95, 0.978], n 10' at screen 0.80222, screen 0.59874 left
        set label 'inference on 32 images of LeNet takes at most a little' at screen 0.00857, screen 0.55994 left
        set label 'longer with BatchNorm than without, by less than 1.25' at screen 0.00857, screen 0.54432 left
        set label 'times' at screen 0.00857, screen 0.52871 left
        set label '0.909 [0.885, 0.929], n 10' at screen 0.80222, screen 0.54432 left
        set label 'a training step on 32 images of ResNet-8 takes at most' at screen 0.00857, screen 0.50553 left
        set label 'a little longer with BatchNorm than without, by less' at screen 0.00857, screen 0.48991 left
        set label 'than 1.25 times' at screen 0.00857, screen 0.47429 left
        set label '1.01 [1, 1.03], n 10' at screen 0.80222, screen 0.48991 left
        set label 'the forward pass in training on 32 images of ResNet-8' at screen 0.00857, screen 0.45111 left
        set label 'takes at most a little longer with BatchNorm than' at screen 0.00857, screen 0.43550 left
        set label 'without, by less than 1.25 times' at screen 0.00857, screen 0.41988 left
        set label '1.05 [1.04, 1.07], n 10' at screen 0.80222, screen 0.43550 left
        set label 'the backward pass on 32 images of ResNet-8 takes at' at screen 0.00857, screen 0.39670 left
        set label 'most a little longer with BatchNorm than without, by' at screen 0.00857, screen 0.38108 left
        set label 'less than 1.25 times' at screen 0.00857, screen 0.36547 left
        set label '0.994 [0.982, 1.01], n 10' at screen 0.80222, screen 0.38108 left
        set label 'inference on 32 images of ResNet-8 takes at most a' at screen 0.00857, screen 0.34228 left
        set label 'little longer with BatchNorm than without, by less than' at screen 0.00857, screen 0.32667 left
        set label '1.25 times' at screen 0.00857, screen 0.31105 left
        set label '1.02 [0.992, 1.04], n 10' at screen 0.80222, screen 0.32667 left
        set label 'a training step on 32 images of ResNet-8 takes at most' at screen 0.00857, screen 0.28787 left
        set label 'a little longer with LayerNorm than without, by less' at screen 0.00857, screen 0.27225 left
        set label 'than 1.25 times' at screen 0.00857, screen 0.25664 left
        set label '1.05 [1.02, 1.1], n 10' at screen 0.80222, screen 0.27225 left
        set label 'the forward pass in training on 32 images of ResNet-8' at screen 0.00857, screen 0.23345 left
        set label 'takes at most a little longer with LayerNorm than' at screen 0.00857, screen 0.21784 left
        set label 'without, by less than 1.25 times' at screen 0.00857, screen 0.20222 left
        set label '1.08 [1.06, 1.11], n 10' at screen 0.80222, screen 0.21784 left
        set label 'the backward pass on 32 images of ResNet-8 takes at' at screen 0.00857, screen 0.17904 left
        set label 'most a little longer with LayerNorm than without, by' at screen 0.00857, screen 0.16342 left
        set label 'less than 1.25 times' at screen 0.00857, screen 0.14781 left
        set label '1.03 [1, 1.07], n 10' at screen 0.80222, screen 0.16342 left
        set label 'inference on 32 images of ResNet-8 takes at most a' at screen 0.00857, screen 0.12462 left
        set label 'little longer with LayerNorm than without, by less than' at screen 0.00857, screen 0.10901 left
        set label '1.25 times' at screen 0.00857, screen 0.09339 left
        set label '1.08 [1.03, 1.12], n 10' at screen 0.80222, screen 0.10901 left
        set label 'cost: the claims' at screen 0.5, screen 0.98375 center font font_title
        set label 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says they are' at screen 0.5, screen 0.96619 center font font_small textcolor rgb ink
        eval legend_point(1, 0.44655, 0.01577, 0.02000, 0.01071)
        plot $p1_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid border lc rgb margin_rgb, \
             $p1v1 using 3:2:($4-$3):(0) with vectors nohead lt line[1] lw 1.2, \
             $p1v1 using 1:2 with points lt line[1] ps 1.1
    }
    unset label; unset arrow
    if (t ne 'dumb') { unset multiplot }
    unset output
}
