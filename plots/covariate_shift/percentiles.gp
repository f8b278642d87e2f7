# A figure of normlab. `gnuplot percentiles.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" percentiles.gp draws one of them, so many inches wide;
# term = 'tex' writes TikZ for LaTeX, term = 'dumb' shows it in the terminal. First come colours, points, dashes
# and fonts (normlab plot --help says how to set those of all figures), then its data, then the program that
# draws them.

# ---- The look of every figure: one colour, point and dash per norm, fonts, axes, terminals. ----

# The colours follow Okabe and Ito's palette, with lightness spread so that the common norms stay
# apart in grey print too; points and dashes tell them apart once more.

reset
# `set encoding` warns where the locale's characters lack a degree sign, as in a container without a locale. In svg, pdf
# and png text is UTF-8 all the same.
if (system('locale charmap 2>/dev/null') eq 'UTF-8') { set encoding utf8 }

# 1 to 11: the norms. 12: values printed elsewhere. From 13 on: names not known here, and second variants of a norm in a figure.
# From 25 on: verdicts of claims. 28: theory.
array style_rgb[28] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000 ]
array style_point[28] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1 ]
array style_dash[28] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
set_linetypes = 'do for [i = 1:28] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
                'i, style_rgb[i], style_point[i], point_size, line_width, style_dash[i]) }'
eval set_linetypes

lt_none                   = 1
lt_batchnorm              = 2
lt_layernorm              = 3
lt_groupnorm              = 4
lt_instancenorm           = 5
lt_ghostbatchnorm         = 6
lt_rmsnorm                = 7
lt_weightstandardization  = 8
lt_batchrenorm            = 9
lt_frn                    = 10
lt_dyt                    = 11
lt_printed                = 12
lt_supported              = 25
lt_refuted                = 26
lt_inconclusive           = 27
lt_theory                 = 28

# The line type of a name; the next one that no norm has.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# The second line of a norm in a figure: its colour, thinner and dotted (solid where the first is
# nearly dotted), with a larger point, hollow for filled, that stands on white. `line` is the line
# type to set so, `first` that of the norm's first line.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# Values printed elsewhere: large hollow points in the colour of line type `first`, of another shape
# for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through: for bands (14 %) and those that have edges (6 %, for many may lie one
# upon the other), for bars (30 %) and the points of single seeds (45 %).
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts in points, true at the size in which the figure is drawn.
if (!exists('face')) { face = 'Helvetica' }
if (!exists('font_size')) { font_size = 8 }
font_title = sprintf('%s,%g', face, font_size + 2)
font_panel = sprintf('%s,%g', face, font_size + 1)
font_small = sprintf('%s,%g', face, font_size)
# In LaTeX text has the document's face.
latex_font(size) = sprintf('\fontsize{%g}{%g}\selectfont', size, 1.2*size)
if (exists('term') && term eq 'tex') {
    font_title = latex_font(font_size + 2); font_panel = latex_font(font_size + 1); font_small = latex_font(font_size)
}
ink = 0x333333

# A label that leaves room for another one in a text terminal of so many columns.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is a value's place in it, and
# heat_ink(part) stands out on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots: the region that a claim leaves, and the head of an interval that is cut at the axis' end.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# Terminals, for a figure of so many inches; text has `page_lines` lines.
page_lines = 27
terminal(t, width, height) = \
    t eq 'svg' ? sprintf("set terminal svg size %d,%d font '%s' fontscale 1.3333 linewidth 0.9 noenhanced background 'white'", \
                         96*width, 96*height, font_small) : \
    t eq 'pdf' ? sprintf("set terminal pdfcairo size %gin,%gin font '%s' fontscale 0.75 linewidth 1.2 pointscale 0.5 noenhanced", \
                         width, height, font_small) : \
    t eq 'png' ? sprintf("set terminal pngcairo size %d,%d font '%s' fontscale 2 linewidth 1.8 pointscale 1.27 noenhanced", \
                         192*width, 192*height, font_small) : \
    t eq 'tex' ? sprintf("set terminal tikz size %gin,%gin font '%s' linewidth 0.7 pointscale 0.5", width, height, font_small) : \
                 sprintf("set terminal dumb %d,%d noenhanced", columns, page_lines)

# A line to hold the data against; its label is in guide_ink.
guide_ink = 0x5C5C5C
guide(y) = sprintf("set arrow from graph 0, first %.17g to graph 1, first %.17g nohead back " . \
                   "lw 0.8 dt (8,5) lc rgb 0x8C8C8C", y, y)

axes_style = "set border 3 lw 0.6 lc rgb ink; set tics nomirror out scale 0.5,0.25 textcolor rgb ink; " . \
             "set grid ytics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back"
eval axes_style
set errorbars 0
set format '%.10g'
set style fill solid noborder
unset key

# ---- The figure's data. ----

name = 'percentiles'
title = 'Inputs of the sigmoids over training: median, 15 to 85 and 5 to 95 % of all units of a layer'
caption = 'fashion-mnist, 10 seeds: means; bands: p5 to p95, p15 to p85'
x_label = 'epoch'
y_label = 'input of the sigmoid'
lost_word = 'diverged'
template = 'bands'; seeds = 10; x_log = 0; y_log = 0; medians = 0; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 4
array label[5]; array style[5]; array look[5]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'batchnorm; noise'
style[3] = 'batchnorm; noise'; look[3] = 'line'
label[4] = 'none; noise'
style[4] = 'none; noise'; look[4] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'dense1'
note[1] = ''
$p1s1 << EOD
mean 0 -0.01109784609870985 NaN NaN
mean 0.05 -0.12742780484259128 NaN NaN
mean 0.1 -0.1615602624602616 NaN NaN
mean 0.2 -0.21260927338153124 NaN NaN
mean 0.4 -0.46305549778044225 NaN NaN
mean 1 -1.048353123664856 NaN NaN
mean 2 -1.5167513132095336 NaN NaN
mean 3 -1.9238930940628052 NaN NaN
mean 4 -2.2809770584106444 NaN NaN
mean 4.95 -2.378145158290863 NaN NaN
mean 5 -2.276520335674286 NaN NaN
band 0 0 -1.626134729385376 1.6536443471908568
band 0.05 0 -4.1600361347198485 4.0446882247924805
band 0.1 0 -5.368462657928466 5.136099195480346
band 0.2 0 -6.2655504703521725 6.042050504684449
band 0.4 0 -8.33706350326538 7.7092142581939695
band 1 0 -12.006949329376221 10.762544918060303
band 2 0 -15.373599624633789 13.405127143859863
band 3 0 -17.718134689331055 15.146081352233887
band 4 0 -19.536190223693847 16.453990650177
band 4.95 0 -20.69532241821289 17.801603984832763
band 5 0 -20.6610200881958 17.912485122680664
band 0 1 -1.0026857018470765 0.9938542962074279
band 0.05 1 -2.8505926370620727 2.6776795864105223
band 0.1 1 -3.6562792301177978 3.37964813709259
band 0.2 1 -4.210041046142578 3.92551703453064
band 0.4 1 -5.470775508880616 4.815587854385376
band 1 1 -7.837160587310791 6.330056142807007
band 2 1 -10.053596687316894 7.744565200805664
band 3 1 -11.587610912322997 8.7230938911438
band 4 1 -12.798967170715333 9.30575385093689
band 4.95 1 -13.486148452758789 9.99963870048523
band 5 1 -13.441285228729248 10.102656841278076
EOD
$p1s2 << EOD
mean 0 -0.0039850169850979 NaN NaN
mean 0.05 -0.004050490213558078 NaN NaN
mean 0.1 -0.004374678953900002 NaN NaN
mean 0.2 -0.00236949366517365 NaN NaN
mean 0.4 -0.003343696519732475 NaN NaN
mean 1 0.0001983748748898506 NaN NaN
mean 2 0.005413031805073842 NaN NaN
mean 3 0.006831058699754066 NaN NaN
mean 4 0.003856308769900352 NaN NaN
mean 4.95 0.006357319082599133 NaN NaN
mean 5 0.007117658643983305 NaN NaN
band 0 0 -1.6268936038017272 1.6347678542137145
band 0.05 0 -1.6042648315429688 1.6199920296669006
band 0.1 0 -1.6093230843544006 1.6249940395355225
band 0.2 0 -1.6253087162971496 1.6342991232872008
band 0.4 0 -1.6519479990005492 1.6706206917762756
band 1 0 -1.751590633392334 1.7922687888145448
band 2 0 -1.9890520930290223 2.033652651309967
band 3 0 -2.224283528327942 2.278661775588989
band 4 0 -2.441105031967163 2.4946075916290282
band 4.95 0 -2.6445301294326784 2.696458911895752
band 5 0 -2.658283495903015 2.715877151489258
band 0 1 -1.0485670566558838 1.0499406576156616
band 0.05 1 -1.094994342327118 1.097861075401306
band 0.1 1 -1.0940519571304321 1.098562479019165
band 0.2 1 -1.0926106810569762 1.098982810974121
band 0.4 1 -1.0908742666244506 1.098919415473938
band 1 1 -1.1158328652381897 1.1386152148246764
band 2 1 -1.1932191491127013 1.2236115097999574
band 3 1 -1.2834389925003051 1.3195592284202575
band 4 1 -1.377381694316864 1.4246325492858887
band 4.95 1 -1.465569829940796 1.5097011566162108
band 5 1 -1.4727437853813172 1.5084156394004822
EOD
$p1s3 << EOD
mean 0 -0.013831601298807072 NaN NaN
mean 0.05 -0.005075876507908106 NaN NaN
mean 0.1 -0.000588774518109858 NaN NaN
mean 0.2 -0.0026111538056284187 NaN NaN
mean 0.4 -0.0020476791076362135 NaN NaN
mean 1 -0.001710086828097701 NaN NaN
mean 2 0.00581024142447859 NaN NaN
mean 3 0.010521130543202162 NaN NaN
mean 4 -0.004927065107040107 NaN NaN
mean 4.95 -0.015253403736278415 NaN NaN
mean 5 0.0016937550622969865 NaN NaN
band 0 0 -1.9146991133689881 1.9054661393165588
band 0.05 0 -1.8892075300216675 1.8830877184867858
band 0.1 0 -1.897194504737854 1.9154008984565736
band 0.2 0 -1.9129087805747986 1.9314751982688905
band 0.4 0 -1.9377124547958373 1.9570399641990661
band 1 0 -2.080232012271881 2.095276665687561
band 2 0 -2.329146933555603 2.3723093271255493
band 3 0 -2.595953369140625 2.6472431898117064
band 4 0 -2.8377238512039185 2.9280880451202393
band 4.95 0 -3.0805748462677003 3.094127869606018
band 5 0 -3.0860579013824463 3.1541269302368162
band 0 1 -1.222801649570465 1.2002449989318849
band 0.05 1 -1.2680116534233092 1.2476418733596801
band 0.1 1 -1.2640708804130554 1.2617042541503907
band 0.2 1 -1.2522575497627257 1.2649615406990051
band 0.4 1 -1.2581120252609252 1.2610915780067444
band 1 1 -1.3034635066986084 1.3185561060905457
band 2 1 -1.407657301425934 1.4206758737564087
band 3 1 -1.5095445275306703 1.5518779516220094
band 4 1 -1.6283682703971862 1.6687185764312744
band 4.95 1 -1.752247166633606 1.7423760533332824
band 5 1 -1.7390341401100158 1.7572871804237367
EOD
$p1s4 << EOD
mean 0 -0.025225646421313287 NaN NaN
mean 0.05 -0.18115203008055686 NaN NaN
mean 0.1 -0.21018148362636566 NaN NaN
mean 0.2 -0.3596000420162454 NaN NaN
mean 0.4 -0.7244844436645508 NaN NaN
mean 1 -1.4430150747299195 NaN NaN
mean 2 -2.0664682626724242 NaN NaN
mean 3 -2.3741025924682617 NaN NaN
mean 4 -2.5816871166229247 NaN NaN
mean 4.95 -2.65824716091156 NaN NaN
mean 5 -2.562482786178589 NaN NaN
band 0 0 -1.8973479866981506 1.9124573111534118
band 0.05 0 -5.055207920074463 4.8613176345825195
band 0.1 0 -6.168303155899048 5.848525667190552
band 0.2 0 -7.50766773223877 7.11036262512207
band 0.4 0 -9.723067092895509 8.888391590118408
band 1 0 -13.94172124862671 12.048449993133545
band 2 0 -17.96808319091797 15.168132019042968
band 3 0 -20.452321434020995 17.48000144958496
band 4 0 -22.184760093688965 19.074179077148436
band 4.95 0 -23.576496505737303 20.471374320983887
band 5 0 -23.61663703918457 20.562832069396972
band 0 1 -1.1678552865982055 1.1446189165115357
band 0.05 1 -3.448372793197632 3.1851418256759643
band 0.1 1 -4.114727854728699 3.752402424812317
band 0.2 1 -4.950325202941895 4.455083012580872
band 0.4 1 -6.436183309555053 5.342924165725708
band 1 1 -9.119529438018798 7.050242185592651
band 2 1 -11.705258464813232 8.656726455688476
band 3 1 -13.30333423614502 9.837954139709472
band 4 1 -14.51804428100586 10.644350624084472
band 4.95 1 -15.257990264892578 11.483088302612305
band 5 1 -15.312393379211425 11.659700393676758
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'dense2'
note[2] = ''
$p2s1 << EOD
mean 0 -0.00954525894485414 NaN NaN
mean 0.05 -0.05471616499125957 NaN NaN
mean 0.1 -0.10224403636530041 NaN NaN
mean 0.2 -0.14591974578797817 NaN NaN
mean 0.4 -0.23352288752794265 NaN NaN
mean 1 -0.453733417391777 NaN NaN
mean 2 -0.6104076743125916 NaN NaN
mean 3 -0.706941419839859 NaN NaN
mean 4 -0.7903038442134858 NaN NaN
mean 4.95 -0.8594866454601288 NaN NaN
mean 5 -0.8623738646507263 NaN NaN
band 0 0 -0.889110803604126 0.8581569373607636
band 0.05 0 -1.5275200963020326 1.4690654397010803
band 0.1 0 -2.1228832244873046 2.0333202123641967
band 0.2 0 -2.301518368721008 2.062891125679016
band 0.4 0 -2.4269196510314943 1.9937272548675538
band 1 0 -2.719609260559082 1.9882761359214782
band 2 0 -2.978000020980835 2.0801634907722475
band 3 0 -3.129776620864868 2.118465280532837
band 4 0 -3.283057451248169 2.1736167311668395
band 4.95 0 -3.3961472034454347 2.2348400831222532
band 5 0 -3.404758024215698 2.2418405771255494
band 0 1 -0.5600881308317185 0.5579606860876083
band 0.05 1 -1.0332039594650269 0.9488714218139649
band 0.1 1 -1.4808691024780274 1.3665655970573425
band 0.2 1 -1.6145613670349122 1.3851947069168091
band 0.4 1 -1.7240139603614808 1.3205460071563722
band 1 1 -1.9775551676750183 1.219919538497925
band 2 1 -2.189443755149841 1.2285540461540223
band 3 1 -2.30534451007843 1.1988618850708008
band 4 1 -2.4314340591430663 1.2069932460784911
band 4.95 1 -2.5315401554107666 1.2236265301704408
band 5 1 -2.54395432472229 1.2265843391418456
EOD
$p2s2 << EOD
mean 0 -0.0024457807652652265 NaN NaN
mean 0.05 0.0031859300099313257 NaN NaN
mean 0.1 0.0008326713694259524 NaN NaN
mean 0.2 0.0013576183235272765 NaN NaN
mean 0.4 -0.0024143906310200693 NaN NaN
mean 1 0.0005688874807674438 NaN NaN
mean 2 -0.0002541913650929928 NaN NaN
mean 3 -0.00031061870977282523 NaN NaN
mean 4 -0.004118108144029975 NaN NaN
mean 4.95 0.0003356262808665633 NaN NaN
mean 5 0.0010824238881468773 NaN NaN
band 0 0 -1.6285009622573852 1.6339443564414977
band 0.05 0 -1.6194169163703918 1.6131497979164124
band 0.1 0 -1.619336187839508 1.6281527519226073
band 0.2 0 -1.6341830849647523 1.636010992527008
band 0.4 0 -1.6516226768493651 1.656038022041321
band 1 0 -1.7188713073730468 1.7125526785850524
band 2 0 -1.8455390691757203 1.8461641073226929
band 3 0 -1.9612920999526977 1.9677157044410705
band 4 0 -2.0601762771606444 2.0726168274879457
band 4.95 0 -2.151897835731506 2.17746365070343
band 5 0 -2.1564162731170655 2.18029842376709
band 0 1 -1.0572751402854919 1.0599261164665221
band 0.05 1 -1.1026978850364686 1.0989706635475158
band 0.1 1 -1.104020321369171 1.1010308980941772
band 0.2 1 -1.106120800971985 1.0982347011566163
band 0.4 1 -1.1077969431877137 1.103383219242096
band 1 1 -1.1422378897666932 1.136180078983307
band 2 1 -1.1946770310401917 1.1926431894302367
band 3 1 -1.2485296130180359 1.2462481737136841
band 4 1 -1.3043597340583801 1.308604395389557
band 4.95 1 -1.3527925133705139 1.3608063459396362
band 5 1 -1.3529408693313598 1.3575417041778564
EOD
$p2s3 << EOD
mean 0 0.01557428352534771 NaN NaN
mean 0.05 0.01337108975276351 NaN NaN
mean 0.1 -0.004346372932195664 NaN NaN
mean 0.2 0.008114362191554392 NaN NaN
mean 0.4 -0.001649410417303443 NaN NaN
mean 1 -0.014224959490820765 NaN NaN
mean 2 -0.009102773020276799 NaN NaN
mean 3 0.006271184154320509 NaN NaN
mean 4 0.0022134693223051726 NaN NaN
mean 4.95 -0.006728341989219189 NaN NaN
mean 5 -0.0017983585828915238 NaN NaN
band 0 0 -1.8854978442192079 1.9291326761245728
band 0.05 0 -1.9018383145332336 1.9075437784194946
band 0.1 0 -1.9199692606925964 1.9061390280723571
band 0.2 0 -1.913099455833435 1.9354845881462097
band 0.4 0 -1.9358962297439575 1.9268949389457704
band 1 0 -2.012885022163391 1.9956515908241272
band 2 0 -2.1452950716018675 2.156392455101013
band 3 0 -2.2845850229263305 2.3099676370620728
band 4 0 -2.4036036252975466 2.451411986351013
band 4.95 0 -2.5048349142074584 2.5302215576171876
band 5 0 -2.518378806114197 2.5434315681457518
band 0 1 -1.2043910384178163 1.2484039664268494
band 0.05 1 -1.2603812575340272 1.2662655472755433
band 0.1 1 -1.2819904327392577 1.2621336817741393
band 0.2 1 -1.2597038507461549 1.2863206624984742
band 0.4 1 -1.2762930989265442 1.27404123544693
band 1 1 -1.326905083656311 1.2983341455459594
band 2 1 -1.3844335675239563 1.3850971341133118
band 3 1 -1.4418731212615967 1.4726724028587341
band 4 1 -1.5156879782676698 1.5418994784355164
band 4.95 1 -1.5687687397003174 1.5828611969947814
band 5 1 -1.581204354763031 1.593349027633667
EOD
$p2s4 << EOD
mean 0 0.013614135980606078 NaN NaN
mean 0.05 -0.06990071348845958 NaN NaN
mean 0.1 -0.12034716214984656 NaN NaN
mean 0.2 -0.17229182720184327 NaN NaN
mean 0.4 -0.2735210031270981 NaN NaN
mean 1 -0.5148198723793029 NaN NaN
mean 2 -0.6267629623413086 NaN NaN
mean 3 -0.7078607738018036 NaN NaN
mean 4 -0.7980041325092315 NaN NaN
mean 4.95 -0.8312725186347961 NaN NaN
mean 5 -0.8365462183952331 NaN NaN
band 0 0 -1.0740722715854645 1.1091129064559937
band 0.05 0 -1.9891692280769349 1.872639536857605
band 0.1 0 -2.4014713287353517 2.24856321811676
band 0.2 0 -2.6150407791137695 2.3009631395339967
band 0.4 0 -2.8185357332229612 2.24937744140625
band 1 0 -3.1754527568817137 2.3399956703186033
band 2 0 -3.4284323930740355 2.53381404876709
band 3 0 -3.641948771476746 2.6816450357437134
band 4 0 -3.831519341468811 2.789122223854065
band 4.95 0 -3.969161796569824 2.87095103263855
band 5 0 -3.9977813959121704 2.8453136682510376
band 0 1 -0.6914633512496948 0.7238321959972381
band 0.05 1 -1.343480396270752 1.1973392963409424
band 0.1 1 -1.6590450048446654 1.4622442603111268
band 0.2 1 -1.8048466086387633 1.5043844699859619
band 0.4 1 -1.9716922283172607 1.4457312226295471
band 1 1 -2.268346834182739 1.4311909079551697
band 2 1 -2.481909966468811 1.4860674262046814
band 3 1 -2.6291685819625856 1.5574952363967896
band 4 1 -2.772854232788086 1.6131935596466065
band 4.95 1 -2.8688628673553467 1.639919900894165
band 5 1 -2.891700339317322 1.6345929265022279
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'dense3'
note[3] = ''
$p3s1 << EOD
mean 0 0.006560220476239919 NaN NaN
mean 0.05 -0.6534809827804565 NaN NaN
mean 0.1 -0.7895787715911865 NaN NaN
mean 0.2 -0.7793471992015839 NaN NaN
mean 0.4 -1.0299450159072876 NaN NaN
mean 1 -1.547781026363373 NaN NaN
mean 2 -1.9712486267089844 NaN NaN
mean 3 -2.1910826683044435 NaN NaN
mean 4 -2.3309133052825928 NaN NaN
mean 4.95 -2.461461567878723 NaN NaN
mean 5 -2.4649671792984007 NaN NaN
band 0 0 -0.8385769903659821 0.8147302210330963
band 0.05 0 -1.360598385334015 0.4233849637210369
band 0.1 0 -2.116384434700012 1.3682411789894104
band 0.2 0 -2.557431364059448 1.6719468116760254
band 0.4 0 -2.938877892494202 1.5177856087684631
band 1 0 -3.597804808616638 1.1472363591194152
band 2 0 -4.194390964508057 0.9913560807704925
band 3 0 -4.529384660720825 0.9562610030174256
band 4 0 -4.801229095458984 1.0103013217449188
band 4.95 0 -5.06498236656189 1.0097167074680329
band 5 0 -5.069597911834717 0.9927124440670013
band 0 1 -0.5122887313365936 0.5448807120323181
band 0.05 1 -1.141471302509308 0.007646048441529274
band 0.1 1 -1.685568130016327 0.5750190705060959
band 0.2 1 -1.8993807554244995 0.770030963420868
band 0.4 1 -2.2207791090011595 0.5647971868515015
band 1 1 -2.8485876083374024 0.1306264132261276
band 2 1 -3.374553656578064 -0.12001280091935769
band 3 1 -3.658348798751831 -0.24943591505289078
band 4 1 -3.8704391002655028 -0.2847456932067871
band 4.95 1 -4.07984504699707 -0.3429746478796005
band 5 1 -4.076582670211792 -0.3509659290313721
EOD
$p3s2 << EOD
mean 0 0.0020821746671572327 NaN NaN
mean 0.05 -0.014825105667114258 NaN NaN
mean 0.1 -0.041149815544486046 NaN NaN
mean 0.2 -0.08022402375936508 NaN NaN
mean 0.4 -0.1416785404086113 NaN NaN
mean 1 -0.2816081628203392 NaN NaN
mean 2 -0.4702242583036423 NaN NaN
mean 3 -0.6149524092674256 NaN NaN
mean 4 -0.7313283264636994 NaN NaN
mean 4.95 -0.8290967762470245 NaN NaN
mean 5 -0.8294462203979492 NaN NaN
band 0 0 -1.6413206100463866 1.6323440432548524
band 0.05 0 -1.8100380301475525 1.7811797380447387
band 0.1 0 -1.885162615776062 1.850212776660919
band 0.2 0 -1.9624047994613647 1.893627905845642
band 0.4 0 -2.063781476020813 1.9338777899742126
band 1 0 -2.2968663454055784 1.9424747228622437
band 2 0 -2.610404682159424 1.9663650155067445
band 3 0 -2.848852753639221 1.9724860787391663
band 4 0 -3.0439122200012205 1.9842275619506835
band 4.95 0 -3.1962903261184694 1.9953211903572083
band 5 0 -3.2091054677963258 1.9890028595924378
band 0 1 -1.0640007734298706 1.0604509949684142
band 0.05 1 -1.2688746929168702 1.2338258743286132
band 0.1 1 -1.3371894717216493 1.2829895257949828
band 0.2 1 -1.4117679119110107 1.3100698351860047
band 0.4 1 -1.5013051748275756 1.3219600796699524
band 1 1 -1.6940558552742004 1.2793075084686278
band 2 1 -1.9347028374671935 1.215956687927246
band 3 1 -2.117239999771118 1.1662860751152038
band 4 1 -2.278621053695679 1.1243115425109864
band 4.95 1 -2.409791660308838 1.0943698406219482
band 5 1 -2.417505121231079 1.0891739845275878
EOD
$p3s3 << EOD
mean 0 -0.002365229022689164 NaN NaN
mean 0.05 -0.02199024511501193 NaN NaN
mean 0.1 -0.036263284063898026 NaN NaN
mean 0.2 -0.10083576366305351 NaN NaN
mean 0.4 -0.172475004196167 NaN NaN
mean 1 -0.3608227610588074 NaN NaN
mean 2 -0.5585185617208481 NaN NaN
mean 3 -0.7253570914268493 NaN NaN
mean 4 -0.8803238332271576 NaN NaN
mean 4.95 -0.9566192746162414 NaN NaN
mean 5 -0.9691432178020477 NaN NaN
band 0 0 -1.9304909706115723 1.905269157886505
band 0.05 0 -2.0878956794738768 2.0589619874954224
band 0.1 0 -2.159239101409912 2.1311658143997194
band 0.2 0 -2.2607779264450074 2.1463298082351683
band 0.4 0 -2.386838746070862 2.159042572975159
band 1 0 -2.6807138204574583 2.185585689544678
band 2 0 -3.0364735603332518 2.2269070148468018
band 3 0 -3.3192596435546875 2.2582244157791136
band 4 0 -3.5894163846969604 2.255125069618225
band 4.95 0 -3.7344868183135986 2.27995080947876
band 5 0 -3.7771101713180544 2.307021689414978
band 0 1 -1.2353427529335022 1.2275648593902588
band 0.05 1 -1.429553496837616 1.3933252573013306
band 0.1 1 -1.4898311734199523 1.443776750564575
band 0.2 1 -1.585731315612793 1.4516841769218445
band 0.4 1 -1.6946279287338257 1.4424983024597169
band 1 1 -1.9460029482841492 1.3930020451545715
band 2 1 -2.221743130683899 1.355147647857666
band 3 1 -2.4513071298599245 1.2996893048286438
band 4 1 -2.668397569656372 1.2457115173339843
band 4.95 1 -2.7844259262084963 1.2354594230651856
band 5 1 -2.8084911823272707 1.2326646804809571
EOD
$p3s4 << EOD
mean 0 0.011917873984202743 NaN NaN
mean 0.05 -0.6903478562831878 NaN NaN
mean 0.1 -0.7861943006515503 NaN NaN
mean 0.2 -0.8741279006004333 NaN NaN
mean 0.4 -1.2489057064056397 NaN NaN
mean 1 -1.8324822068214417 NaN NaN
mean 2 -2.254212522506714 NaN NaN
mean 3 -2.5252052307128907 NaN NaN
mean 4 -2.711254596710205 NaN NaN
mean 4.95 -2.8188186645507813 NaN NaN
mean 5 -2.8394749641418455 NaN NaN
band 0 0 -1.0948024451732636 1.1051384925842285
band 0.05 0 -1.8313298583030702 0.9015972018241882
band 0.1 0 -2.506526732444763 1.6372290253639221
band 0.2 0 -2.957100248336792 1.842643678188324
band 0.4 0 -3.4620566606521606 1.5919254183769227
band 1 0 -4.3185326099395756 1.2931582570075988
band 2 0 -5.0507408618927006 1.2792375802993774
band 3 0 -5.510346126556397 1.2880119800567627
band 4 0 -5.934185218811035 1.3489255070686341
band 4.95 0 -6.163333702087402 1.3929829359054566
band 5 0 -6.2129851341247555 1.3836390972137451
band 0 1 -0.6607412815093994 0.6831695258617401
band 0.05 1 -1.4501574397087098 0.2828816018998623
band 0.1 1 -1.9124906301498412 0.7445843756198883
band 0.2 1 -2.174855816364288 0.8282460987567901
band 0.4 1 -2.629321479797363 0.5339601904153823
band 1 1 -3.3920254468917848 0.11816616263240576
band 2 1 -3.9887877702713013 -0.0335314342752099
band 3 1 -4.372076797485351 -0.18087441399693488
band 4 1 -4.683887004852295 -0.21833538301289082
band 4.95 1 -4.859619903564453 -0.2580958351492882
band 5 1 -4.900150489807129 -0.2592909373342991
EOD
lines[3] = ' 1 2 3 4'

panel_title[4] = 'dense4'
note[4] = ''
$p4s1 << EOD
mean 0 0.022782567515969278 NaN NaN
mean 0.05 0.10940138780279085 NaN NaN
mean 0.1 0.15714793521910905 NaN NaN
mean 0.2 0.4998096518218517 NaN NaN
mean 0.4 0.11876295479014516 NaN NaN
mean 1 -0.042082653194665906 NaN NaN
mean 2 -0.1077256303280592 NaN NaN
mean 3 -0.13942420603707434 NaN NaN
mean 4 -0.21496164351701735 NaN NaN
mean 4.95 -0.2229507401585579 NaN NaN
mean 5 -0.2332140527665615 NaN NaN
band 0 0 -0.7748698562383651 0.7499327257275581
band 0.05 0 -1.5453866004943848 1.4632271468639373
band 0.1 0 -5.114447832107544 4.554512643814087
band 0.2 0 -7.829263734817505 6.394169664382934
band 0.4 0 -8.15298318862915 7.184630060195923
band 1 0 -7.507081365585327 7.624347114562989
band 2 0 -7.295190858840942 8.049246549606323
band 3 0 -7.0999949932098385 8.2927255153656
band 4 0 -7.236720275878906 8.685769176483154
band 4.95 0 -7.2666278839111325 8.946875381469727
band 5 0 -7.2569653511047365 8.904298686981202
band 0 1 -0.5434412360191345 0.5343251837417483
band 0.05 1 -1.1151164948940278 0.9806654214859009
band 0.1 1 -3.423637533187866 3.446648192405701
band 0.2 1 -4.954450511932373 4.789121675491333
band 0.4 1 -5.21777868270874 4.969209933280945
band 1 1 -4.801618576049805 4.763490009307861
band 2 1 -4.698783445358276 4.595233678817749
band 3 1 -4.721792316436767 4.592146492004394
band 4 1 -4.812797737121582 4.601010274887085
band 4.95 1 -5.022668123245239 4.775236415863037
band 5 1 -4.961409711837769 4.7214446544647215
EOD
$p4s2 << EOD
mean 0 0.04536363980732858 NaN NaN
mean 0.05 -0.39023205637931824 NaN NaN
mean 0.1 -0.4210530936717987 NaN NaN
mean 0.2 -0.46761752665042877 NaN NaN
mean 0.4 -0.44513729512691497 NaN NaN
mean 1 -0.373499795794487 NaN NaN
mean 2 -0.4229729786515236 NaN NaN
mean 3 -0.42216024845838546 NaN NaN
mean 4 -0.469745871424675 NaN NaN
mean 4.95 -0.44415669739246366 NaN NaN
mean 5 -0.48068815767765044 NaN NaN
band 0 0 -0.8403234243392944 0.7984588474035264
band 0.05 0 -3.1295353174209595 4.557297849655152
band 0.1 0 -3.7455447912216187 5.44223575592041
band 0.2 0 -4.291416144371032 6.048814105987549
band 0.4 0 -4.870538854598999 6.625229549407959
band 1 0 -5.783164978027344 7.41007022857666
band 2 0 -6.045800638198853 7.980780982971192
band 3 0 -6.388125658035278 8.433914470672608
band 4 0 -6.567008018493652 8.77709321975708
band 4.95 0 -6.814023017883301 9.131113433837891
band 5 0 -6.79912805557251 9.155111598968507
band 0 1 -0.5388690590858459 0.5288672894239426
band 0.05 1 -2.23726567029953 2.5980252027511597
band 0.1 1 -2.641942930221558 2.9997503757476807
band 0.2 1 -2.9573869466781617 3.3956313610076903
band 0.4 1 -3.3050606489181518 3.709728741645813
band 1 1 -3.798511838912964 4.271869015693665
band 2 1 -4.115256023406983 4.448967599868775
band 3 1 -4.4370527267456055 4.772470188140869
band 4 1 -4.538017082214355 4.830937480926513
band 4.95 1 -4.758202743530274 4.988685226440429
band 5 1 -4.753863763809204 5.017359733581543
EOD
$p4s3 << EOD
mean 0 0.037865969631820914 NaN NaN
mean 0.05 -0.3975610867142677 NaN NaN
mean 0.1 -0.41613717973232267 NaN NaN
mean 0.2 -0.45499536842107774 NaN NaN
mean 0.4 -0.4105594987049699 NaN NaN
mean 1 -0.3943407222628593 NaN NaN
mean 2 -0.43786367485299704 NaN NaN
mean 3 -0.44185166656970976 NaN NaN
mean 4 -0.48708857893943786 NaN NaN
mean 4.95 -0.4590319633483887 NaN NaN
mean 5 -0.49328952729701997 NaN NaN
band 0 0 -0.8879201531410217 0.8005466431379318
band 0.05 0 -3.2842360496520997 4.703842306137085
band 0.1 0 -3.8230977296829223 5.537704753875732
band 0.2 0 -4.4309237241745 6.125223302841187
band 0.4 0 -4.93830885887146 6.618384218215942
band 1 0 -5.706745767593384 7.369488334655761
band 2 0 -5.954085445404052 7.989925146102905
band 3 0 -6.219573926925659 8.34282169342041
band 4 0 -6.415035629272461 8.728013229370116
band 4.95 0 -6.656059408187867 8.98192663192749
band 5 0 -6.660081434249878 9.085393524169922
band 0 1 -0.5495596170425415 0.5230004496872425
band 0.05 1 -2.3355334281921385 2.721017622947693
band 0.1 1 -2.6844999313354494 3.052728223800659
band 0.2 1 -3.0170602083206175 3.479341745376587
band 0.4 1 -3.345553731918335 3.7306838989257813
band 1 1 -3.7841004610061644 4.221430945396423
band 2 1 -4.054010939598084 4.417074370384216
band 3 1 -4.390261793136597 4.700485324859619
band 4 1 -4.4753954887390135 4.720618009567261
band 4.95 1 -4.66447491645813 4.888688087463379
band 5 1 -4.654994058609009 4.92104434967041
EOD
$p4s4 << EOD
mean 0 0.023246752098202705 NaN NaN
mean 0.05 0.23269288213923572 NaN NaN
mean 0.1 0.21656572967767715 NaN NaN
mean 0.2 0.25950105413794516 NaN NaN
mean 0.4 -0.07204191363416612 NaN NaN
mean 1 -0.12645219089463353 NaN NaN
mean 2 -0.19658088609576224 NaN NaN
mean 3 -0.24168695863336326 NaN NaN
mean 4 -0.3058200469240546 NaN NaN
mean 4.95 -0.2990894228219986 NaN NaN
mean 5 -0.27674144208431245 NaN NaN
band 0 0 -0.8249653100967407 0.7620331525802613
band 0.05 0 -2.46790851354599 2.1538380861282347
band 0.1 0 -5.559023094177246 4.981985330581665
band 0.2 0 -7.346559476852417 6.391685056686401
band 0.4 0 -7.248272228240967 6.876086568832397
band 1 0 -6.93502140045166 7.3792613506317135
band 2 0 -6.8590813159942625 7.854099178314209
band 3 0 -6.696958398818969 8.144101333618163
band 4 0 -6.804757165908813 8.513443088531494
band 4.95 0 -6.814261484146118 8.788968181610107
band 5 0 -6.8342067241668705 8.828384685516358
band 0 1 -0.5550141289830208 0.5190229806510616
band 0.05 1 -1.8056281924247741 1.605581670999527
band 0.1 1 -3.623013806343079 3.691758966445923
band 0.2 1 -4.701445007324219 4.656933450698853
band 0.4 1 -4.659247589111328 4.594990229606628
band 1 1 -4.465334224700928 4.521535062789917
band 2 1 -4.484879350662231 4.469012308120727
band 3 1 -4.448943424224853 4.441377019882202
band 4 1 -4.544594621658325 4.48388147354126
band 4.95 1 -4.665199637413025 4.574122047424316
band 5 1 -4.7351024627685545 4.642172002792359
EOD
lines[4] = ' 1 2 3 4'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of one's own (normlab plot --style) may be older than this.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# The number in s: gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# s in lines of at most n letters, broken at blanks where there are any; and the number of its lines.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# In lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# Text as it stands, and for LaTeX, where some letters mean something else. By halves: functions nest 250 deep at most.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# The same for a tick, whose text gnuplot takes for a format.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# On a y axis the last tick is near the end: a round number, if it is far enough from the one before.
end_tick(low, high) = floor(high/10.**floor(log10(high)))*10.**floor(log10(high))
is_apart(v, last, low, high) = v > last && log(v/last) > 0.11*log(high/low)
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (tx(%s(v)) v); last_tick = v } } }" . \
    (axis eq 'y' && high/low <= 2e3 ? sprintf("; v = %.17g; if (is_apart(v, last_tick, %.17g, %.17g)) { set ytics add (tx(tick(v)) v) }", \
                                              end_tick(low, high), low, high) : ''), \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# ---- Lines of the key: the line type of their norm, a variant for its second line, hollow points for printed values. ----

cut_at(s, c) = strstrt(s, c) ? s[1:strstrt(s, c)-1] : s
style_name(s) = cut_at(cut_at(cut_at(s, ' '), ':'), ';')
array line[entries + 1]
do for [k = 1:entries] {
    variant = 0; first = 0
    do for [i = 1:k - 1] {
        if (style_name(style[i]) eq style_name(style[k])) {
            variant = variant + (look[i] eq look[k])
            if (look[i] ne 'printed' && first == 0) { first = i }
        }
    }
    line[k] = look[k] ne 'printed' && variant == 0 ? line_of(style_name(style[k])) : line_more(0)
    if (look[k] eq 'printed') { eval printed(line[k], first ? line[first] : line_of(style_name(style[k])), variant) }
    if (look[k] ne 'printed' && variant == 1) { eval second(line[k], line[first]) }
}

# ---- What the rows reach over, in one pass over them. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # means or medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; has_range = 0; has_median = 0; lost_count = 0; refused_count = 0
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band'
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# With more different x than ten, ticks are gnuplot's own.
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? (take(p, l), take(p, h), has_range = has_range || w ne 'band') : 0, \
    has_median = has_median || w eq 'median', \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# The lines that a panel has, by their look. Of an empty list nothing may be plotted, not even by a loop.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN
    shown[p] = of_look(lines[p], 'line'); with_marks[p] = of_look(lines[p], 'printed'); with_theory[p] = of_look(lines[p], 'theory')
}
do for [i = 1:panels*(categories + 1) + 1] { taken[i] = 0 }
do for [k = 1:entries] { end_x[k] = NaN; end_y[k] = NaN }
set table $scratch
do for [p = 1:panels] {
    do for [k in lines[p]] {
        n_points = 0
        plot block(p, k) using (visit(p, int(k), strcol(1), $2, $3, $4, $5)) with table
        points_of[(p - 1)*entries + int(k)] = n_points
    }
    do for [i = 1:guides] { if (guide_panel[i] == p) { any = take(p, guide_y[i]) } }
}
unset table
bars = template eq 'bars'

# The caption says how seeds are drawn.
if (seeds > 1 && template ne 'forest') {
    caption = caption . (band || bands || template eq 'heat' ? '' : has_range && curve ? '; bands: range of the seeds' : \
        has_range ? '; thin bars: range of the seeds' . (any_seeds ? ', each a faint point' : '') : ', every seed a ' . (seed_lines ? 'thin line' : 'faint point'))
    if (has_median && !medians) { caption = caption . '; medians' . (has_range && !band && any_seeds ? ' and every seed' : '') . ' where some fail to learn' }
}

# x in order.
x_count = words(x_ticks)
# A few points of a few lines in one panel fit into a column of a paper.
small = template eq 'lines' && panels == 1 && entries <= 3 && x_count <= 8 && !curve && term ne 'dumb'
do for [k = 1:entries] { small = small && strlen(label[k]) <= label_letters(3.4) }
do for [i = 1:guides] { small = small && strlen(guide[i]) <= 10 }
if (!exists('width')) { width = small ? 3.4 : 7 }
if (x_count > 10) { x_ticks = '' }
sorted = ''
do for [i = 1:words(x_ticks)] {
    least = ''
    do for [v in x_ticks] { if (!strstrt(sorted . ' ', ' ' . v . ' ') && (least eq '' || num(v) < num(least))) { least = v } }
    sorted = sorted . ' ' . least
}
x_ticks = sorted[2:*]
if (x_low != x_low) { x_low = 0; x_high = 1 }
if (x_low <= 0) { x_log = 0 }
do for [p = 1:panels] { if (x_end[p] != x_end[p]) { x_end[p] = x_high } }

# y is logarithmic where that is asked for, or where a linear axis would squash three of four means of a panel into an eighth
# of it; never where a value is not positive.
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) { all_low = lower(all_low, low[p]); all_high = higher(all_high, high[p]) }
    set table $means
    do for [k in shown[p]] { plot block(p, k) using 3 with table if (sel('mean median') && $3 == $3) }
    unset table
    means_of = 0; least = NaN; most = NaN; near_least = 0
    do for [i = 1:|$means|] {
        if (words($means[i])) { v = num(word($means[i], 1)); means_of = means_of + 1; least = lower(least, v); most = higher(most, v) }
    }
    do for [i = 1:|$means|] {
        if (words($means[i])) { near_least = near_least + (num(word($means[i], 1)) - least < (most - least)/8.) }
    }
    if (means_of >= 4 && near_least >= 3*means_of/4 && most > 5*least) { y_log = 10 }
}
if (bars || !(all_low > 0 && all_high > all_low)) { y_log = 0 }

# Trials without a value: panel, line, x, their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# The key of n_key lines: as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, label_letters(width)))
    widest_label = max(widest_label, strlen(label[k]))
}
set_key_size = "key_columns = max(1, min(n_key, int(0.96*width/(char_inch*(1.15*widest_label + 7.5))))); " . \
    "key_rows = ceiling(1.0*n_key/key_columns); key_columns = key_rows > 0 ? ceiling(1.0*n_key/key_rows) : 1; " . \
    "key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0"
n_key = entries
eval set_key_size

# What stands above the panels, and the strip of the y label beside them.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/(scatter ? 4 : 2.1))))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 tx(title_text) at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 tx(caption_text) at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# The plot that makes the key: what(k) is the style of its line k, where in_key(k).
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# A part of a plot statement for each line of a list, none for an empty list. what: the part from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# What a row gives as x when it is one of these words; rows of others are not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- Small multiples: a panel for each line of each panel, the others faint behind it. What follows draws them. ----
# Where some lines are references, these alone stand behind all panels, in their colours, and a key names them.

with_faint = 1
if (bands) { references = '' }
in_key(k) = strstrt(references . ' ', sprintf(' %d ', k)) > 0
of_key(list) = words(list) == 0 ? '' : (in_key(nth(list, 1)) ? ' ' . word(list, 1) : '') . of_key(rest_of(list))
cells = 0
do for [p = 1:panels] { cells = cells + words(shown[p]) }
array m_title[cells + 1]; array m_note[cells + 1]; array m_low[cells + 1]; array m_high[cells + 1]; array m_end[cells + 1]
array m_line[cells + 1]; array m_data[cells + 1]; array m_rest[cells + 1]; array m_marks[cells + 1]; array m_theory[cells + 1]
# Bands stand in a row for each line where a row has room for all panels; other lines stand by panel.
rowwise = bands && panels > 1 && panels <= 5
c = 0
set_cell = "c = c + 1; m_title[c] = panel_title[p] eq '' ? label[k] : label[k] . ', ' . panel_title[p]; " . \
    "m_note[c] = k == nth(shown[p], 1) ? note[p] : ''; m_low[c] = low[p]; m_high[c] = high[p]; m_end[c] = x_end[p]; " . \
    "m_line[c] = sprintf(' %d', k); m_data[c] = p; m_rest[c] = bands ? '' : references eq '' ? shown[p] : of_key(shown[p]); m_marks[c] = with_marks[p]; m_theory[c] = with_theory[p]"
has(p, k) = strstrt(shown[p] . ' ', sprintf(' %d ', k)) > 0
if (rowwise) { do for [k = 1:entries] { do for [p = 1:panels] { if (has(p, k)) { eval set_cell } } } }
if (!rowwise) { do for [p = 1:panels] { do for [k = 1:entries] { if (has(p, k)) { eval set_cell } } } }
columns_wanted = rowwise ? panels : 0
if (cells) {
    panels = cells
    do for [pair in 'panel_title=m_title note=m_note low=m_low high=m_high x_end=m_end shown=m_line data_of=m_data faint_lines=m_rest with_marks=m_marks with_theory=m_theory'] {
        to = pair[1:strstrt(pair, '=')-1]; from = pair[strstrt(pair, '=')+1:*]
        eval sprintf('array %s[%d]; do for [c = 1:%d] { %s[c] = %s[c] }', to, cells, cells, to, from)
    }
    panel_columns = max(1, min(columns_wanted ? columns_wanted : min(panels, 5), int(width/1.35)))
    panel_rows = ceiling(1.0*panels/panel_columns)
    n_key = words(references); widest_label = 1
    do for [k in references] { widest_label = max(widest_label, strlen(label[int(k)])) }
    eval set_key_size
    if (n_key == 0) { key_inch = 0.05 }
}

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it; or else those side by side.
scaled(v) = y_log ? log(v) : v
if (bars && all_low == all_low) {
    do for [p = 1:panels] { low[p] = low[p] == low[p] ? min(low[p], 0) : NaN; high[p] = max(high[p], 0) }
    all_low = min(all_low, 0); all_high = max(all_high, 0)
}
fills(p, l, h) = low[p] != low[p] || scaled(high[p]) - scaled(low[p]) >= 0.5*(scaled(h) - scaled(l))
shared = 1
do for [p = 1:panels] { shared = shared && fills(p, all_low, all_high) }
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (shared) { low[p] = all_low; high[p] = all_high }
}
row_panels = shared || with_faint ? 0 : panels
do for [first = 1:row_panels:panel_columns] {
    last = min(first + panel_columns - 1, panels); row_low = NaN; row_high = NaN; row_shared = 1
    do for [p = first:last] { if (!empty[p]) { row_low = lower(row_low, low[p]); row_high = higher(row_high, high[p]) } }
    do for [p = first:last] { row_shared = row_shared && fills(p, row_low, row_high) }
    if (row_shared) { do for [p = first:last] { low[p] = row_low; high[p] = row_high } }
}
do for [p = 1:panels] {
    if (low[p] != low[p]) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*(log(high[p]) - log(low[p])))
        low[p] = max(low[p]/y_pad, 1e-307); high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero || (bars && low[p] == 0) ? 0 : low[p] - y_pad
        high[p] = bars && high[p] == 0 ? 0 : high[p] + y_pad
    }
}

# Marks for diverged trials stand above a panel: a row for each line that has some.
array lost_row[entries + 1]
lost_in(i, p) = words($lost[i]) > 0 && int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_room = letters(max(1.6, axes_of(width/panel_columns - 2*line_inch) + 0.2), 0)
y_text = !y_log ? balanced(y_label, y_room) : balanced(y_label, y_room) . (strlen(y_label) + 12 > y_room ? "\n" : ' ') . '(log scale)'
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1

# All panels have the margin that the widest ticks need: axes above each other then begin at the same x, and all are equally
# wide. In a text terminal a letter is one unit wide, as are margins. gnuplot's own ticks meet on axes of few lines.
lines_high = axes_inch/line_inch
set_linear_ticks(low, high) = lines_high > 14 || high <= low ? 'set ytics nomirror autofreq' : \
    sprintf('set ytics nomirror %.17g', nice(1.9*(high - low)/lines_high, 10.**floor(log10(1.9*(high - low)/lines_high))))
set_y = "set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { eval set_linear_ticks(low[p], high[p]) }"
left_letters = 0
t = 'dumb'
set terminal dumb 100, 50
set output '/dev/null'
do for [p = 1:panels] {
    unset logscale
    eval set_y
    plot [0:1] NaN notitle
    left_letters = max(left_letters, GPVAL_TERM_XMIN)
}
unset output; unset logscale; set yrange [*:*]; set ytics nomirror autofreq

guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }
# Text above the axes stands in their middle, which ticks push to the right; in small multiples, over ticks and axes.
middle(p) = with_faint ? sprintf('screen %.17g', (left_inch + ((p - 1) % panel_columns + 0.5)*cell_inch)/width) : 'graph 0.5'
off_middle = with_faint ? 0 : max(0, (left_letters - 1.5 - guide_letters)*1.15*char_inch)
text_inch = min(0.82*cell_inch, max(0.5*cell_inch, 0.98*cell_inch - off_middle))
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# Small multiples have smaller titles where some would take more than two lines.
small_titles = 0
do for [p = 1:panels] { small_titles = small_titles || (with_faint && strlen(panel_title[p]) > 2*letters(text_inch, 1)) }
title_letters = letters(text_inch, !small_titles)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(text_inch, 0)); panel_title[p] = wrap(panel_title[p], title_letters); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(min(0.9*cell_inch, 1.1*text_inch), 0))

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; by_theory = with_theory[p]; " . \
    "unset logscale; eval set_y; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label tx(guide[i]) at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin left_letters; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? tx(x_label) : '') offset 0,0.3; " . \
    "eval 'set label tx(panel_title[p]) at ' . middle(p) . ', graph up(row_above[row_of(p)] - 0.75) center font (small_titles ? font_small : font_panel)'; " . \
    "eval 'set label tx(note[p]) at ' . middle(p) . ', graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink'; " . \
    "if (rows) { set label tx(lost_word) at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label tx(y_text) at screen 0, " . \
    "screen (row_base[i] + 0.5*axes_inch)/height center rotate by 90 offset character 1.3,0 }"
# In a text terminal, which has no y label, it stands in the panel's title, as does what diverged.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then, those of each line in the gaps of the others'. Few stand
# apart, each line's a little aside, with their range as a thin bar.
stride = curve ? longest/8 + 1 : 1
phase(i) = int(1.0*min(stride, points_of[(data_of[p] - 1)*entries + d(i)])*(i - 1)/words(drawn))
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || look[k] ne 'line' ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

below = 1.6 + lines_in(x_label)

# Where one panel has the page to itself, few lines that end together are named at their ends, and there is no key.
direct = panels == 1 && width >= 5 && entries > 1 && entries <= 6 && words(shown[1]) == entries && !with_faint && guides == 0 && widest_label*char_inch < 0.2*width
array end_at[entries + 1]
do for [k = 1:entries] {
    if (direct) {
        direct = end_x[k] == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y[k]) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
    }
}
if (direct) {
    # Names that meet push each other apart.
    least = 1.05*line_inch/axes_inch
    do for [turn = 1:60] { do for [k = 2:entries] { do for [i = 1:k-1] {
        apart = end_at[k] - end_at[i]
        if (abs(apart) < least) {
            push = (apart < 0 ? -0.5 : 0.5)*(least - abs(apart))
            end_at[k] = end_at[k] + push; end_at[i] = end_at[i] - push
        }
    } } }
    guide_letters = 1 + widest_label*0.95
    key_inch = 0.05
}
x_part(x) = x_log ? log(x/x_low)/x_span : (x - x_low)/x_span
eval place
lost_x(x, k) = x
lost_name(x) = x

# Ticks at the values of x; every second or third where they are too close. On a linear axis, others where two of these
# would meet, or where they are long, as the third of an epoch.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
x_free = -1e30
do for [i = 1:words(x_ticks):x_every] {
    x_half = 0.5*strlen(tick(num(word(x_ticks, i))))
    x_inch = x_part(num(word(x_ticks, i)))*(cell_inch - 7*char_inch)
    if (!x_log && (x_half > 3 || x_inch - x_half*char_inch < x_free)) { x_ticks = ''; break }
    x_free = x_inch + (x_half + 0.5)*char_inch
}
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks):x_every] { set xtics add (tx(tick(num(word(x_ticks, i)))) num(word(x_ticks, i))) }"

what(k) = sprintf(look[k] eq 'printed' ? 'points lt line[%d]' : look[k] eq 'theory' ? 'lines lt line[%d]' : \
    bands ? 'filledcurves lc rgb bar(line[%d])' : with_faint ? 'lines lt line[%d] lw 1.2 lc rgb bar(line[%d])' : 'linespoints lt line[%d]', k, k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); th(i) = nth(by_theory, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        # Nested bands, see-through: the inner ones are darker. In a text terminal, their edges.
        all_bands = ''
        do for [n = 0:bands-1] {
            of_band = sprintf("using (pick('band', $2) + ($3 == %d ? 0 : NaN)):", n)
            all_bands = all_bands . (dumb ? part(drawn, of_band . '4 with dots lt d(i)') . part(drawn, of_band . '5 with dots lt d(i)') : \
                                            part(drawn, of_band . '4:5 with filledcurves lc rgb bar(line[d(i)])'))
        }
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt th(i) title brief(label[th(i)])") . \
                part(marked, "using (pick('printed', $2)):3 with points lt m(i) pt m(i) title brief(label[m(i)])") . all_bands . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label tx(label[k]) at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "using (pick('mean median', at($2, b(i)))):3 with lines " . \
                     (references ne '' ? "lt line[b(i)] lw 1.2 lc rgb bar(line[b(i)])" : "lw 0.9 dt solid lc rgb 0xCCCCCC")) . \
                part(curve ? drawn : '', "using (pick('mean median', $2)):(max($4, low[p])):5 with filledcurves lc rgb (entries > 4 ? spread(line[d(i)]) : band(line[d(i)]))") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):4 with lines lt line[d(i)] lw 0.6") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):5 with lines lt line[d(i)] lw 0.6") . \
                all_bands . \
                part(curve || bands ? '' : drawn, "using (pick('mean median', at($2, d(i)))):3:4:5 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(seed_lines ? '' : drawn, "using (pick('seed', at($2, d(i)))):3 with points lt line[d(i)] ps 0.5 lc rgb faint(line[d(i)])") . \
                part(seed_lines ? drawn : '', "using (pick('seed', $2)):3 with lines lt line[d(i)] dt solid lw ".(has_median ? "1" : "0.6")." lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with ".(bands || curve ? 'lines' : 'linespoints')." lt line[d(i)]") . \
                part(curve && !bands ? drawn : '', "every stride::phase(i) using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt line[th(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    # In a text terminal lines that are less than a row apart lie upon each other; long curves do so somewhere.
    if (dumb) {
        meet = curve && entries > 1
        do for [p = 1:panels] {
            set table $means
            do for [k in curve ? '' : shown[p]] { plot block(data_of[p], k) using (int(k)):2:(scaled($3)) with table if (sel('mean median') && $3 == $3) }
            unset table
            do for [i = 2:|$means|] { do for [j = 1:i-1] {
                if (words($means[i]) && words($means[j]) && word($means[i], 1) ne word($means[j], 1) && word($means[i], 2) eq word($means[j], 2)) {
                    meet = meet || abs(num(word($means[i], 3)) - num(word($means[j], 3))) < (scaled(high[p]) - scaled(low[p]))/20.
                }
            } }
        }
        set print '-'
        if (meet) { print "Where lines meet, the later one hides the earlier." }
    }
    if (!dumb) { unset multiplot }
    unset output
}
