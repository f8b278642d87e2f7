# A figure of normlab. `gnuplot cost.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" cost.gp draws one of them, so many inches wide;
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

# Line types. 1 to 11: the norms. 12: values printed elsewhere. 13 to 24: names not known here, and second variants of a
# norm in a figure. 25 to 27 and 29: verdicts of claims (lt_about: "about the margin"). 28: theory.
array style_rgb[29] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000, 0x7B5EA7 ]
array style_point[29] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1, 5 ]
array style_dash[29] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)', 'solid' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
seed_size = 0.4*point_size
set_linetypes = 'do for [i = 1:29] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
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
lt_open                   = 27
lt_theory                 = 28
lt_about                  = 29

# line_of(name): the line type of a name; for a name not known here, the next one of 13 to 24.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# second(line, first): sets the line type `line` for the second line of a norm in a figure; `first` is that of the norm's
# first line. The second line has the same colour, but is thinner and dotted (solid where the first one has short dashes).
# Its points are larger, on white, and hollow where those of the first one are filled.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# printed(line, first, n): sets the line type `line` for values printed elsewhere: large hollow points in the colour of
# line type `first`, of another shape for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through. band(): 14 % opaque, for bands. spread(): 6 %, for the bands of many lines, which
# overlap. bar(): 30 %, for bars and nested bands. faint(): 45 %, for single seeds.
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts. Sizes are in points when the figure is shown at the size for which it is drawn.
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

# abridge(s, n): s cut in its middle to n letters. brief(s): cut to half the columns of a text terminal, so that two fit.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is where a value lies in it, from 0 to 1, and
# heat_ink(part) is a colour for text on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots. margin_rgb: the colour of the region in which a claim says that the mean lies. cut(): the arrow head of an
# interval that reaches beyond the end of the axis.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# terminal(t, width, height): the statement that opens the terminal t for a figure of so many inches. A text terminal has
# `page_lines` lines.
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

# guide(y): a thin horizontal line at y, to compare the data with. Its label has the colour guide_ink.
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

name = 'cost'
title = 'Test error of residual nets against the time of a training step, batch 32'
caption = 'fashion-mnist, cifar10, 10 seeds: medians, each seed a small mark'
x_label = 'milliseconds a step'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'scatter'; x_log = 10; y_log = 10; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 22
array label[23]; array style[23]; array look[23]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'batchnorm scale=l1'
style[3] = 'batchnorm scale=l1'; look[3] = 'line'
label[4] = 'batchnorm scale=linf'
style[4] = 'batchnorm scale=linf'; look[4] = 'line'
label[5] = 'batchnorm and noise'
style[5] = 'batchnorm and noise'; look[5] = 'line'
label[6] = 'batchrenorm'
style[6] = 'batchrenorm'; look[6] = 'line'
label[7] = 'batchgroupnorm'
style[7] = 'batchgroupnorm'; look[7] = 'line'
label[8] = 'switchablenorm'
style[8] = 'switchablenorm'; look[8] = 'line'
label[9] = 'iternorm'
style[9] = 'iternorm'; look[9] = 'line'
label[10] = 'powernorm'
style[10] = 'powernorm'; look[10] = 'line'
label[11] = 'evonorm b0'
style[11] = 'evonorm b0'; look[11] = 'line'
label[12] = 'groupnorm'
style[12] = 'groupnorm'; look[12] = 'line'
label[13] = 'groupnorm and ws'
style[13] = 'groupnorm and ws'; look[13] = 'line'
label[14] = 'layernorm'
style[14] = 'layernorm'; look[14] = 'line'
label[15] = 'instancenorm'
style[15] = 'instancenorm'; look[15] = 'line'
label[16] = 'rmsnorm'
style[16] = 'rmsnorm'; look[16] = 'line'
label[17] = 'frn and tlu'
style[17] = 'frn and tlu'; look[17] = 'line'
label[18] = 'evonorm s0'
style[18] = 'evonorm s0'; look[18] = 'line'
label[19] = 'dyt'
style[19] = 'dyt'; look[19] = 'line'
label[20] = 'weightnorm'
style[20] = 'weightnorm'; look[20] = 'line'
label[21] = 'skipinit'
style[21] = 'skipinit'; look[21] = 'line'
label[22] = 'batchnorm ghost=16'
style[22] = 'batchnorm ghost=16'; look[22] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = 'Fashion-MNIST'
note[1] = ''
$p1s1 << EOD
median 1.7131930003415619 15.64 NaN NaN
seed 1.6181560004042694 17.15 NaN NaN
seed 1.6671120001774398 15.57 NaN NaN
seed 1.6819200000099954 17.63 NaN NaN
seed 1.7013330007102923 15.25 NaN NaN
seed 1.7037900006471318 16.48 NaN NaN
seed 1.722596000035992 15.21 NaN NaN
seed 1.7324090003967285 16.45 NaN NaN
seed 1.7578160004632082 15.71 NaN NaN
seed 1.7707119995975518 15.18 NaN NaN
seed 1.8739280003501335 15.41 NaN NaN
EOD
$p1s2 << EOD
median 1.8227899995508778 14.035 NaN NaN
seed 1.726517999486532 14.02 NaN NaN
seed 1.7894800002977718 13.77 NaN NaN
seed 1.792665000721172 14.35 NaN NaN
seed 1.8058999994536862 13.65 NaN NaN
seed 1.808233999327058 13.73 NaN NaN
seed 1.8373459997746977 14.15 NaN NaN
seed 1.841510999838647 14.8 NaN NaN
seed 1.8489240001144935 13.58 NaN NaN
seed 1.861916000052588 14.05 NaN NaN
seed 1.8850229998861323 14.07 NaN NaN
EOD
$p1s3 << EOD
median 1.8919905000984727 13.96 NaN NaN
seed 1.801126000827935 14.17 NaN NaN
seed 1.8452390004313202 14.71 NaN NaN
seed 1.852653000241844 14.07 NaN NaN
seed 1.879565000308503 13.84 NaN NaN
seed 1.8907809999291203 14.65 NaN NaN
seed 1.893200000267825 13.78 NaN NaN
seed 1.9118939999316353 13.88 NaN NaN
seed 1.9119710004815715 13.51 NaN NaN
seed 1.942820000294887 14.04 NaN NaN
seed 2.0146409997323644 13.73 NaN NaN
EOD
$p1s4 << EOD
median 1.917657999911171 15.57 NaN NaN
seed 1.8241380003019003 14.94 NaN NaN
seed 1.8402690002403688 16.14 NaN NaN
seed 1.8648220002432936 15.67 NaN NaN
seed 1.9062030005443376 16.08 NaN NaN
seed 1.9115879995297291 15.01 NaN NaN
seed 1.9237280002926127 15.93 NaN NaN
seed 1.937551000082749 15.48 NaN NaN
seed 1.953309999407793 15.53 NaN NaN
seed 2.0024160003231373 15.61 NaN NaN
seed 2.0373179995658575 15.02 NaN NaN
EOD
$p1s5 << EOD
median 5.28305250008998 15.295 NaN NaN
seed 5.148351000570983 14.89 NaN NaN
seed 5.153437000444683 15.42 NaN NaN
seed 5.160982000234071 15.07 NaN NaN
seed 5.228046999945946 14.82 NaN NaN
seed 5.271830000310729 15.51 NaN NaN
seed 5.294274999869231 15.23 NaN NaN
seed 5.32731099974626 14.85 NaN NaN
seed 5.3446780002559535 15.36 NaN NaN
seed 5.3699199997936375 15.7 NaN NaN
seed 5.389097000261245 16.12 NaN NaN
EOD
$p1s6 << EOD
median 1.8992424993484747 14.43 NaN NaN
seed 1.7852670007414417 15.31 NaN NaN
seed 1.8418920008116402 14.09 NaN NaN
seed 1.852195000537904 14.1 NaN NaN
seed 1.8524070001149084 14.48 NaN NaN
seed 1.8854829995689215 14.38 NaN NaN
seed 1.9130019991280278 15.81 NaN NaN
seed 1.952208000147948 14.27 NaN NaN
seed 1.9530009994923603 14.25 NaN NaN
seed 1.9731400007003685 14.64 NaN NaN
seed 1.9745760000660084 14.55 NaN NaN
EOD
$p1s7 << EOD
median 1.9227490001867409 15.38 NaN NaN
seed 1.861907000602514 15.69 NaN NaN
seed 1.8726460002653766 15.59 NaN NaN
seed 1.8866499995056074 15.64 NaN NaN
seed 1.9111290002911119 15.33 NaN NaN
seed 1.9198250001863926 15.71 NaN NaN
seed 1.9256730001870892 15.2 NaN NaN
seed 1.9502489994920325 15.38 NaN NaN
seed 2.0185839994155685 15.05 NaN NaN
seed 2.0246759995643515 14.46 NaN NaN
seed 2.071745999273844 15.38 NaN NaN
EOD
$p1s8 << EOD
median 2.5550039999870933 14.05 NaN NaN
seed 2.490757000487065 14.15 NaN NaN
seed 2.5241720004487433 14.68 NaN NaN
seed 2.5289719997090288 13.83 NaN NaN
seed 2.5384840000697295 14.09 NaN NaN
seed 2.5528549995215144 14.02 NaN NaN
seed 2.557153000452672 13.65 NaN NaN
seed 2.557504999458615 13.52 NaN NaN
seed 2.5785110001379508 13.28 NaN NaN
seed 2.630087000397907 14.3 NaN NaN
seed 2.631295000355749 14.08 NaN NaN
EOD
$p1s9 << EOD
median 2.816968500155781 13.79 NaN NaN
seed 2.7452489994175266 13.88 NaN NaN
seed 2.7545350003492786 13.98 NaN NaN
seed 2.7912769992326503 14.16 NaN NaN
seed 2.8042180001648376 13.26 NaN NaN
seed 2.8079930007152143 13.89 NaN NaN
seed 2.8259439995963476 13.7 NaN NaN
seed 2.8859770000053686 13.67 NaN NaN
seed 2.922814000157814 13.67 NaN NaN
seed 2.964508000331989 12.96 NaN NaN
seed 3.0338549995576614 13.88 NaN NaN
EOD
$p1s10 << EOD
median 1.927945500028727 15.67 NaN NaN
seed 1.8839120002667187 15.66 NaN NaN
seed 1.8862300003092969 16.09 NaN NaN
seed 1.893822999591066 15.46 NaN NaN
seed 1.9102280002698535 16.01 NaN NaN
seed 1.9247489999543177 15.68 NaN NaN
seed 1.9311420001031365 15.11 NaN NaN
seed 3.253554999901098 16.62 NaN NaN
seed 4.1525130000081845 15.29 NaN NaN
seed 4.8865509997995105 15.75 NaN NaN
seed 6.863897000584984 15.57 NaN NaN
EOD
$p1s11 << EOD
median 2.5347709997731727 14.41 NaN NaN
seed 2.416534999611031 14.28 NaN NaN
seed 2.4574010003561852 13.99 NaN NaN
seed 2.4738520005485043 14.25 NaN NaN
seed 2.508520999981556 14.64 NaN NaN
seed 2.5137319998975727 14.43 NaN NaN
seed 2.5558099996487726 14.64 NaN NaN
seed 2.581617999567243 14.39 NaN NaN
seed 2.584287999525259 13.91 NaN NaN
seed 2.592867000203114 14.48 NaN NaN
seed 2.653381000527588 14.53 NaN NaN
EOD
$p1s12 << EOD
median 1.9039029998566548 15.355 NaN NaN
seed 1.822144000470871 15.08 NaN NaN
seed 1.8358589995841612 15.78 NaN NaN
seed 1.8446599997332669 15.14 NaN NaN
seed 1.8599909999466036 15.23 NaN NaN
seed 1.8874429997595144 15.48 NaN NaN
seed 1.9203629999537952 15.63 NaN NaN
seed 1.922125000419328 14.97 NaN NaN
seed 1.9241789996158332 15.89 NaN NaN
seed 1.9305680007164483 14.91 NaN NaN
seed 1.9314560004204395 15.65 NaN NaN
EOD
$p1s13 << EOD
median 2.1121825002410333 13.82 NaN NaN
seed 2.0045170003868407 14.19 NaN NaN
seed 2.063683999949717 13.91 NaN NaN
seed 2.0729099996970035 14.1 NaN NaN
seed 2.081292000184476 13.7 NaN NaN
seed 2.10929200056853 13.87 NaN NaN
seed 2.1150729999135365 13.77 NaN NaN
seed 2.1155880003789207 13.31 NaN NaN
seed 2.149386999917624 13.76 NaN NaN
seed 2.150334999896586 13.69 NaN NaN
seed 2.180440999836719 14 NaN NaN
EOD
$p1s14 << EOD
median 1.8748244997368602 16.075 NaN NaN
seed 1.8545630000517122 17.96 NaN NaN
seed 1.8608519994813832 16.08 NaN NaN
seed 1.8639460004123976 15.32 NaN NaN
seed 1.8646110002009664 16.07 NaN NaN
seed 1.8688549998842063 16.46 NaN NaN
seed 1.880793999589514 15.71 NaN NaN
seed 1.8908570000348845 15.33 NaN NaN
seed 1.8966729994644993 17.25 NaN NaN
seed 1.9080349993600976 16.69 NaN NaN
seed 1.9422690002102172 15.44 NaN NaN
EOD
$p1s15 << EOD
median 1.904059999560559 14.16 NaN NaN
seed 1.8519369996283785 13.63 NaN NaN
seed 1.8632100000104401 14.27 NaN NaN
seed 1.865970999460842 14.24 NaN NaN
seed 1.8864869998651557 14.08 NaN NaN
seed 1.8903089994637412 13.98 NaN NaN
seed 1.9178109996573767 14.44 NaN NaN
seed 1.919235000059416 14.59 NaN NaN
seed 1.952746999450028 13.96 NaN NaN
seed 2.0480430002862704 14.64 NaN NaN
seed 2.087654000206385 13.85 NaN NaN
EOD
$p1s16 << EOD
median 1.9881234998138098 15.865 NaN NaN
seed 1.8523680000726017 15.4 NaN NaN
seed 1.927151000018057 15.54 NaN NaN
seed 1.9282079992990475 15.65 NaN NaN
seed 1.9531470006768359 16.19 NaN NaN
seed 1.973683999494824 16.6 NaN NaN
seed 2.0025630001327954 15.92 NaN NaN
seed 2.004679000492615 15.66 NaN NaN
seed 2.0242249993316364 15.81 NaN NaN
seed 2.0263329997760593 16.05 NaN NaN
seed 2.0676969998021377 16.75 NaN NaN
EOD
$p1s17 << EOD
median 2.24833350011977 15.25 NaN NaN
seed 2.1722379997299868 15.07 NaN NaN
seed 2.209250999840151 15.37 NaN NaN
seed 2.213269000094442 15.97 NaN NaN
seed 2.219601000433613 15.18 NaN NaN
seed 2.2386110003935755 15.02 NaN NaN
seed 2.258055999845965 14.96 NaN NaN
seed 2.2587640005440335 14.28 NaN NaN
seed 2.2737620001862524 15.55 NaN NaN
seed 2.302318000147352 15.32 NaN NaN
seed 2.3436609999407665 15.46 NaN NaN
EOD
$p1s18 << EOD
median 2.580288500212191 14.555 NaN NaN
seed 2.3963100002220017 14.65 NaN NaN
seed 2.420307000647881 14.58 NaN NaN
seed 2.4403000006714137 14.39 NaN NaN
seed 2.4962890001916094 14.09 NaN NaN
seed 2.574144000391243 14.95 NaN NaN
seed 2.5864330000331393 14.53 NaN NaN
seed 2.6182479996350594 14.65 NaN NaN
seed 2.6545589998931973 14.51 NaN NaN
seed 2.6980920001733466 14.46 NaN NaN
seed 2.851164000276185 14.9 NaN NaN
EOD
$p1s19 << EOD
median 2.278208999996423 17.155 NaN NaN
seed 2.188625999224314 17.29 NaN NaN
seed 2.2027149998393725 17.39 NaN NaN
seed 2.249537000352575 16.79 NaN NaN
seed 2.261283000734693 17.02 NaN NaN
seed 2.2757050001018797 18.09 NaN NaN
seed 2.280712999890966 16.74 NaN NaN
seed 2.2889299998496426 16.83 NaN NaN
seed 2.310859999852255 18.63 NaN NaN
seed 2.321615999790083 18.08 NaN NaN
seed 2.322461999938241 16.68 NaN NaN
EOD
$p1s20 << EOD
median 2.010818499911693 16.03 NaN NaN
seed 1.9672650005304604 15.98 NaN NaN
seed 1.9831489998978213 18.28 NaN NaN
seed 1.9966059999205754 16.08 NaN NaN
seed 1.9988430003650137 15.86 NaN NaN
seed 2.0034899998790934 16.8 NaN NaN
seed 2.0181469999442925 16.2 NaN NaN
seed 2.0215499998812447 16.68 NaN NaN
seed 2.030568000009225 15.77 NaN NaN
seed 2.036480999777268 15.04 NaN NaN
seed 2.058479999504925 15.09 NaN NaN
EOD
$p1s21 << EOD
median 1.9800565000878123 15.105 NaN NaN
seed 1.8330789998799446 15.36 NaN NaN
seed 1.8519830000514048 15.36 NaN NaN
seed 1.940275000379188 14.92 NaN NaN
seed 1.9730250005522976 14.85 NaN NaN
seed 1.979592000679986 15.23 NaN NaN
seed 1.9805209994956385 15.24 NaN NaN
seed 1.984738999453839 14.61 NaN NaN
seed 2.001763999942341 14.99 NaN NaN
seed 2.0371549999254057 15.09 NaN NaN
seed 2.041122000264295 15.12 NaN NaN
EOD
$p1s22 << EOD
median 1.8812275002346723 14.055 NaN NaN
seed 1.7692889996396843 14.06 NaN NaN
seed 1.7812590003813966 14.07 NaN NaN
seed 1.8368909995842841 13.36 NaN NaN
seed 1.8683289999898989 14.46 NaN NaN
seed 1.8736290003289469 13.6 NaN NaN
seed 1.8888260001403978 14.05 NaN NaN
seed 1.9037270003536833 13.83 NaN NaN
seed 1.9191130004401202 14.11 NaN NaN
seed 1.9403629994485527 14.36 NaN NaN
seed 1.997749000111071 13.8 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22'

panel_title[2] = 'CIFAR-10'
note[2] = ''
$p2s1 << EOD
median 2.005644500059134 56.53 NaN NaN
seed 1.9358389999979408 61.14 NaN NaN
seed 1.9683740001710248 57.71 NaN NaN
seed 1.9771889992625802 56.75 NaN NaN
seed 1.9789940006376128 54.85 NaN NaN
seed 1.9870619998982875 90 NaN NaN
seed 2.0242270002199803 90 NaN NaN
seed 2.0395920000737533 54.06 NaN NaN
seed 2.040934999968158 56.31 NaN NaN
seed 2.0449459998417296 54.25 NaN NaN
seed 2.0500170003288076 55.85 NaN NaN
EOD
$p2s2 << EOD
median 2.1951830003672512 49.405 NaN NaN
seed 2.132366000296315 50.09 NaN NaN
seed 2.147299999705865 49.92 NaN NaN
seed 2.1677479999198113 48.65 NaN NaN
seed 2.1741239997936646 49.62 NaN NaN
seed 2.1941940003671334 48.2 NaN NaN
seed 2.196172000367369 49.77 NaN NaN
seed 2.1988230000715703 51.14 NaN NaN
seed 2.2173520001160796 48.4 NaN NaN
seed 2.2477479997178307 49.19 NaN NaN
seed 2.2568209997189115 48.21 NaN NaN
EOD
$p2s3 << EOD
median 2.251182500003779 49.435 NaN NaN
seed 2.1436050001284457 48.22 NaN NaN
seed 2.1886780004933826 48.21 NaN NaN
seed 2.227099999799975 49.46 NaN NaN
seed 2.2308710003926535 48.23 NaN NaN
seed 2.247020999675442 49.79 NaN NaN
seed 2.2553440003321157 49.73 NaN NaN
seed 2.2765710000385297 50.73 NaN NaN
seed 2.3197959999379236 50.06 NaN NaN
seed 2.3287989997697878 49.14 NaN NaN
seed 2.388636999967275 49.41 NaN NaN
EOD
$p2s4 << EOD
median 2.2616529995502788 52.739999999999995 NaN NaN
seed 2.2175929998411448 52.08 NaN NaN
seed 2.2294189993772306 52.75 NaN NaN
seed 2.2407500000554137 53.2 NaN NaN
seed 2.2455490006905166 52.79 NaN NaN
seed 2.248676999442978 51.28 NaN NaN
seed 2.2746289996575797 52.73 NaN NaN
seed 2.3597970002811053 51.54 NaN NaN
seed 2.377513999817893 52.77 NaN NaN
seed 2.4077960006252397 51.95 NaN NaN
seed 2.507631999833393 53.39 NaN NaN
EOD
$p2s5 << EOD
median 6.239473999812617 51.915 NaN NaN
seed 5.788571999801206 52.26 NaN NaN
seed 5.935952000072575 50.47 NaN NaN
seed 6.097776000387967 52.32 NaN NaN
seed 6.226570999388059 50.92 NaN NaN
seed 6.228171999282495 52.69 NaN NaN
seed 6.250776000342739 50.58 NaN NaN
seed 6.25198600027943 51.05 NaN NaN
seed 6.273334000070463 51.93 NaN NaN
seed 6.276728000557341 52.44 NaN NaN
seed 6.302364000475791 51.9 NaN NaN
EOD
$p2s6 << EOD
median 2.2551334996023797 50.415 NaN NaN
seed 2.220137999756844 50.51 NaN NaN
seed 2.233937999335467 50.42 NaN NaN
seed 2.243037999505759 49.3 NaN NaN
seed 2.2466589998657582 50.41 NaN NaN
seed 2.249473000119906 49.35 NaN NaN
seed 2.2607939990848536 50.63 NaN NaN
seed 2.3534490010206355 49.23 NaN NaN
seed 2.369929999986198 51.54 NaN NaN
seed 2.3925250006868737 51.42 NaN NaN
seed 2.4437579995719716 50.35 NaN NaN
EOD
$p2s7 << EOD
median 2.3061825004333514 53.425 NaN NaN
seed 2.280644000165921 54.28 NaN NaN
seed 2.283947999785596 53.39 NaN NaN
seed 2.288822000082291 53.46 NaN NaN
seed 2.298354999766161 53.05 NaN NaN
seed 2.3044120007398305 55.04 NaN NaN
seed 2.307953000126872 53.66 NaN NaN
seed 2.3347399992417195 51.82 NaN NaN
seed 2.3776079997333 52.57 NaN NaN
seed 2.423099000225193 52.46 NaN NaN
seed 2.537977999963914 54.82 NaN NaN
EOD
$p2s8 << EOD
median 2.852046999578306 49.03 NaN NaN
seed 2.8151879996585194 49.61 NaN NaN
seed 2.8261959996598307 48.97 NaN NaN
seed 2.8330360000836663 48.87 NaN NaN
seed 2.846686000339105 49.09 NaN NaN
seed 2.848522999556735 48.65 NaN NaN
seed 2.855570999599877 49.21 NaN NaN
seed 2.8722600000037346 48.72 NaN NaN
seed 2.8997039999012486 49.1 NaN NaN
seed 2.9196770001362893 48.71 NaN NaN
seed 3.0423899997913395 49.87 NaN NaN
EOD
$p2s9 << EOD
median 3.1990375000532367 47.3 NaN NaN
seed 3.117102000032901 46.75 NaN NaN
seed 3.1480160005230573 45.85 NaN NaN
seed 3.1571140007145004 47.12 NaN NaN
seed 3.164116999869293 48.07 NaN NaN
seed 3.1700469999123015 47.42 NaN NaN
seed 3.228028000194172 48.76 NaN NaN
seed 3.3001029996739817 46.85 NaN NaN
seed 3.303665000203182 47.39 NaN NaN
seed 3.3302900001217495 48.17 NaN NaN
seed 3.3827769993877155 47.21 NaN NaN
EOD
$p2s10 << EOD
median 4.064234500219754 56.019999999999996 NaN NaN
seed 2.2524500000145053 56.24 NaN NaN
seed 2.266675000100804 54.89 NaN NaN
seed 2.3487020007451065 55.35 NaN NaN
seed 2.397324000412482 53.72 NaN NaN
seed 3.1577569998262334 55.1 NaN NaN
seed 4.9707120006132754 57.24 NaN NaN
seed 6.121504000475397 55.8 NaN NaN
seed 8.508347000315553 57.42 NaN NaN
seed 8.87798300027498 57.81 NaN NaN
seed 12.66276000023936 57.2 NaN NaN
EOD
$p2s11 << EOD
median 2.8607994995581976 50.045 NaN NaN
seed 2.7442919999884907 50.3 NaN NaN
seed 2.817866999976104 49.84 NaN NaN
seed 2.834481999343552 50.23 NaN NaN
seed 2.8409209999153973 49.92 NaN NaN
seed 2.845539999725588 50 NaN NaN
seed 2.876058999390807 50.2 NaN NaN
seed 2.8809169998567086 50.09 NaN NaN
seed 2.926590000242868 50.68 NaN NaN
seed 2.9504300000553485 49.29 NaN NaN
seed 3.136149000056321 49.47 NaN NaN
EOD
$p2s12 << EOD
median 2.2740254999007448 54.625 NaN NaN
seed 2.2323190005408833 54 NaN NaN
seed 2.2550060002686223 53.24 NaN NaN
seed 2.2604630003115744 55.1 NaN NaN
seed 2.262332999634964 54.39 NaN NaN
seed 2.2708520000378485 54.08 NaN NaN
seed 2.277198999763641 55.54 NaN NaN
seed 2.2994480004854267 55.85 NaN NaN
seed 2.3295229993891553 55.03 NaN NaN
seed 2.342814000257931 54.86 NaN NaN
seed 2.4968540001282236 53.51 NaN NaN
EOD
$p2s13 << EOD
median 2.278311000281974 50.47 NaN NaN
seed 2.2309619998850394 50.94 NaN NaN
seed 2.237206000245351 50.19 NaN NaN
seed 2.24620200060599 50.2 NaN NaN
seed 2.248753999992914 50.46 NaN NaN
seed 2.2531330005222117 50.36 NaN NaN
seed 2.3034890000417363 50.29 NaN NaN
seed 2.3245309994308627 50.48 NaN NaN
seed 2.34646600074484 50.95 NaN NaN
seed 2.351969000301324 50.53 NaN NaN
seed 2.4951289997261483 51.75 NaN NaN
EOD
$p2s14 << EOD
median 2.188161500271235 56.650000000000006 NaN NaN
seed 2.0692630005214596 55.62 NaN NaN
seed 2.0761660007337923 55.92 NaN NaN
seed 2.115640999363677 58.41 NaN NaN
seed 2.1398150001914473 57.3 NaN NaN
seed 2.1842030000698287 56.56 NaN NaN
seed 2.1921200004726416 56.74 NaN NaN
seed 2.201713000431482 56.2 NaN NaN
seed 2.208095000241883 56.41 NaN NaN
seed 2.2260999994614394 57 NaN NaN
seed 2.231198000117729 57.07 NaN NaN
EOD
$p2s15 << EOD
median 2.151954499368003 54.805 NaN NaN
seed 2.029871000559069 54.91 NaN NaN
seed 2.0443789999262663 55.06 NaN NaN
seed 2.1172830001887633 55.02 NaN NaN
seed 2.13039300069795 54.36 NaN NaN
seed 2.1353189995352295 54.57 NaN NaN
seed 2.168589999200776 55.26 NaN NaN
seed 2.1701719997508917 54.7 NaN NaN
seed 2.225792999524856 53.49 NaN NaN
seed 2.2347899994201725 54.52 NaN NaN
seed 2.2507710000354564 55 NaN NaN
EOD
$p2s16 << EOD
median 2.1985045000292303 58.51 NaN NaN
seed 2.1436139995785197 58.58 NaN NaN
seed 2.1626469997499953 57.15 NaN NaN
seed 2.1894039991821046 56 NaN NaN
seed 2.1918700003880076 57.66 NaN NaN
seed 2.192457000091963 58.62 NaN NaN
seed 2.2045519999664975 58.47 NaN NaN
seed 2.2452179991887533 58.78 NaN NaN
seed 2.254337000522355 58.55 NaN NaN
seed 2.357018999646243 59.45 NaN NaN
seed 2.4481820000801235 56.86 NaN NaN
EOD
$p2s17 << EOD
median 2.638882000610465 55.125 NaN NaN
seed 2.5482250002824003 54.69 NaN NaN
seed 2.551796999796352 55.47 NaN NaN
seed 2.5767139995878097 55.34 NaN NaN
seed 2.6111270008186693 54.95 NaN NaN
seed 2.6255330003550625 55.85 NaN NaN
seed 2.652231000865868 54.4 NaN NaN
seed 2.662607999809552 55.1 NaN NaN
seed 2.7478359997985535 55.74 NaN NaN
seed 2.7749060000132886 55.15 NaN NaN
seed 2.7909979999094503 54.51 NaN NaN
EOD
$p2s18 << EOD
median 2.9313560003174643 51.945 NaN NaN
seed 2.858945000298263 52.97 NaN NaN
seed 2.879140000004554 53.61 NaN NaN
seed 2.8906890001962893 51.6 NaN NaN
seed 2.9203820004113368 52.08 NaN NaN
seed 2.923169000496273 51.21 NaN NaN
seed 2.9395430001386558 51.77 NaN NaN
seed 2.969996000501851 52.32 NaN NaN
seed 2.9705639999519917 52.35 NaN NaN
seed 2.9713819994867663 51.81 NaN NaN
seed 3.0544149994966574 51.44 NaN NaN
EOD
$p2s19 << EOD
median 2.7837084999191575 57.065 NaN NaN
seed 2.735688000029768 56.84 NaN NaN
seed 2.751263999925868 59.27 NaN NaN
seed 2.7554819998840685 56.17 NaN NaN
seed 2.781833999506489 58.74 NaN NaN
seed 2.7828639995277626 57.07 NaN NaN
seed 2.7845530003105523 57.08 NaN NaN
seed 2.822452999680536 56.85 NaN NaN
seed 2.834419999999227 58.07 NaN NaN
seed 2.8396829993653228 57.06 NaN NaN
seed 2.9186050005591824 56.22 NaN NaN
EOD
$p2s20 << EOD
median 2.295110500199371 56.06 NaN NaN
seed 2.1742579992860556 53.8 NaN NaN
seed 2.187352999499126 54.5 NaN NaN
seed 2.248786000563996 55 NaN NaN
seed 2.2529389998453553 63.63 NaN NaN
seed 2.292668000336562 56.28 NaN NaN
seed 2.29755300006218 54.73 NaN NaN
seed 2.299386000231607 55.84 NaN NaN
seed 2.316138999958639 56.61 NaN NaN
seed 2.3471470003642025 58.62 NaN NaN
seed 2.3917369999253424 59.9 NaN NaN
EOD
$p2s21 << EOD
median 2.358040500439529 53.81 NaN NaN
seed 2.209324999967066 53.86 NaN NaN
seed 2.2661429993604543 53.76 NaN NaN
seed 2.324670000234619 53.19 NaN NaN
seed 2.355368999815255 53.89 NaN NaN
seed 2.3569610002596164 54.72 NaN NaN
seed 2.3591200006194413 53.68 NaN NaN
seed 2.3593480000272393 52.88 NaN NaN
seed 2.440273000502202 52.87 NaN NaN
seed 2.473633999215963 55.38 NaN NaN
seed 2.487062000000151 54.05 NaN NaN
EOD
$p2s22 << EOD
median 2.248816000246734 49.21 NaN NaN
seed 2.0074060003025807 48.94 NaN NaN
seed 2.1166740007174667 49.24 NaN NaN
seed 2.129893000528682 48.91 NaN NaN
seed 2.1675120005966164 49.84 NaN NaN
seed 2.2160200005600927 49.46 NaN NaN
seed 2.281611999933375 48.83 NaN NaN
seed 2.319518999684078 49.18 NaN NaN
seed 2.329521000319801 49.52 NaN NaN
seed 2.339553999263444 49.48 NaN NaN
seed 2.4020560003918945 49.14 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of the user's own (normlab plot --style) may be older than this program, and lack axes_style.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# num(s): the number in s. gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# wrap(s, n): s in lines of at most n letters, broken at blanks where there are any. lines_in(s): the number of lines of s.
# letters(inches, larger): how many letters of the size font_size + larger fit into so many inches.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# balanced(s, n): as wrap(), but in lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# tx(s): text for the terminal t. For LaTeX, letters that have a special meaning there are replaced. to_latex() works by
# halves, because functions nest at most 250 deep.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# tick_text(s): the same for a tick. gnuplot takes its text for a format, so each % is doubled.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# raised(s): the number s in raised digits. tick(v): the text of a tick; very small and very large powers of ten are 10 with a
# raised exponent.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis: the closer its ends, the more in each power of ten. gnuplot itself has ticks at powers of
# ten alone.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# A y axis has one more tick, at the last round number before its end, if that is far enough from the tick before.
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

# ---- Line types: that of the norm, a variant of it for the norm's second line, hollow points for printed values. ----

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

# ---- The ranges of x and y, and which kinds of rows there are: found by visit() in one pass over all rows. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; lost_count = 0; refused_count = 0
# longest: the most medians of a line. alone: no category of a panel has values of two lines; seat() finds this out.
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band' || w eq 'interval'
# An interval that reaches below 0 from a positive mean does not keep y from being logarithmic; its low end is then the axis'.
array below[panels]
take_ends(p, w, y, l, h) = (take(p, h), w eq 'interval' && y > 0 && l <= 0 ? (below[p] = lower(below[p], l)) : take(p, l), 1)
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# tick_of(x): adds x to x_ticks, the different x. When there are more than ten, the ticks are gnuplot's own (below).
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? take_ends(p, w, y, l, h) : 0, \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# of_look(list, want): the lines of a list that have this look. rest_of(list): the list without its first line.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN; below[p] = NaN
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

# The different x, in ascending order.
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
do for [p = 1:panels] { if (!y_log && below[p] == below[p]) { low[p] = lower(low[p], below[p]); all_low = lower(all_low, below[p]) } }

# $lost: unsuccessful trials, as panel, line, x and their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# set_key_size: the size of a key of n_key lines, in as many columns as fit.
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

# Title and caption above the panels.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels stand side by side where each is wide enough.
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
# add_key: makes the plot statement that draws the key. what(k), which the template defines, is how line k is drawn in it;
# only lines with in_key(k) are in it.
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# data_of[p]: the panel whose data the panel p shows. faint_lines[p]: the lines that are faint behind those of p. Only small
# multiples change these.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# part(list, what): the part of a plot statement that draws each line of a list; nothing for an empty list, which gnuplot
# would refuse. what: the text from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# pick(words, x): x where the kind of the row is one of these words; else NaN, so that the row is not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- Panels with axes: the range of y, the text above each, marks for unsuccessful trials, guides. ----

# All panels have one range of y where each fills at least half of it. If not, panels side by side do, by the same rule.
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

# Marks for unsuccessful trials stand above a panel, in a row for each line that has some.
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

# All panels have the left margin that the widest ticks need, so that all axes are equally wide. It is measured by plots
# in a text terminal, where margins are in letters. On an axis of few lines gnuplot's own ticks would overlap, so they are
# set here.
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
# middle(p): where the text above panel p is centred: over the axes; in small multiples, over axes and ticks together.
# off_middle: how far the ticks push the middle of the axes to the right.
middle(p) = with_faint ? sprintf('screen %.17g', (left_inch + ((p - 1) % panel_columns + 0.5)*cell_inch)/width) : 'graph 0.5'
off_middle = with_faint ? 0 : max(0, (left_letters - 1.5 - guide_letters)*1.15*char_inch)
text_inch = min(0.82*cell_inch, max(0.5*cell_inch, 0.98*cell_inch - off_middle))
# up(n): the y of n lines of text above the axes, where the height of the axes is 1.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# Small multiples have smaller titles where some would take more than two lines.
small_titles = 0
do for [p = 1:panels] { small_titles = small_titles || (with_faint && strlen(panel_title[p]) > 2*letters(text_inch, 1)) }
title_letters = letters(text_inch, !small_titles)
# The word for the marks (lost_word) stands left of those in the first row; above all marks where one is near the left end.
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

# in_panel and on_page set panel p up: on_page its place on the page and all texts. `below`, which the template sets, is the
# number of lines of text under the axes. lost_x(x, k), of the template, too, is the x of a mark of line k.
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
# A text terminal has no y label: the panel's title says it, and which trials are unsuccessful.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- A scatter: a point for each line, where its seeds have their medians of x and y, every seed, and names beside points. ----

key_inch = 0.05
below = 1.6 + lines_in(x_label)
axes_inch = max(axes_inch, min(0.6*width, 1.2*line_inch*entries))

# Each panel has its own range of x. A point's name needs room on its right.
array x_from[panels]; array x_to[panels]; array point_x[panels*entries + 1]; array point_y[panels*entries + 1]
scaled_x(x) = x_log ? log(x) : x
set_point(at, w, x, y) = w eq 'mean' || w eq 'median' ? (point_x[at] = x, point_y[at] = y, 1) : 0
reach(p, w, x) = w eq 'mean' || w eq 'median' || w eq 'seed' ? (x_from[p] = lower(x_from[p], x), x_to[p] = higher(x_to[p], x), 1) : 0
do for [i = 1:panels*entries + 1] { point_x[i] = NaN; point_y[i] = NaN }
set table $scratch
do for [p = 1:panels] {
    x_from[p] = NaN; x_to[p] = NaN
    do for [k in shown[p]] {
        plot block(p, k) using (reach(p, strcol(1), $2) + set_point((p - 1)*entries + int(k), strcol(1), $2, $3)) with table
    }
}
unset table
do for [p = 1:panels] {
    if (x_from[p] != x_from[p]) { x_from[p] = 1; x_to[p] = 2 }
    spread_x = scaled_x(x_to[p]) - scaled_x(x_from[p])
    x_pad = spread_x > 0 ? 0.06*spread_x : x_log ? 0.1 : x_from[p] != 0 ? 0.1*abs(x_from[p]) : 1
    x_from[p] = x_log ? x_from[p]*exp(-x_pad) : x_from[p] - x_pad
    x_to[p] = x_log ? x_to[p]*exp(x_pad) : x_to[p] + x_pad
}
x_part(x) = 0
eval place
lost_x(x, k) = x
lost_name(x) = x

# Positions of names, in inches from the lower left corner of the axes: right of their point, or left of it where the axes
# end. Names that overlap, or lie on the point of another line, are moved up and down.
axis_width = cell_inch - 7*char_inch
gap = 0.09; least = 1.05*line_inch
array at_x[entries + 1]; array at_y[entries + 1]; array name_x[entries + 1]; array name_y[entries + 1]; array name_width[entries + 1]
array place_x[panels*entries + 1]; array place_y[panels*entries + 1]; array is_left[panels*entries + 1]
name_width_of(i) = strlen(label[i])*char_inch + 0.05
point_inch_y(at, p) = axes_inch*(scaled(point_y[at]) - scaled(low[p]))/(scaled(high[p]) - scaled(low[p]))
beside(i, j) = abs(name_x[i] - name_x[j]) < 0.5*(name_width[i] + name_width[j])
upon(i, j) = beside(i, j) && abs(name_y[i] - name_y[j]) < least
on_point(i, j) = abs(name_x[i] - at_x[j]) < 0.5*name_width[i] && abs(name_y[i] - at_y[j]) < 0.5*least
within(v) = max(0.5*least, min(axes_inch - 0.5*least, v))
push_names = "d = name_y[i] - name_y[j]; push = 0.5*(least - abs(d)) + 0.002; if (d < 0 || (d == 0 && i > j)) { push = -push }; " . \
    "name_y[i] = within(name_y[i] + push); name_y[j] = within(name_y[j] - push); moved = 1"
push_point = "d = name_y[i] - at_y[j]; push = 0.5*least - abs(d) + 0.002; name_y[i] = within(name_y[i] + (d < 0 ? -push : push)); moved = 1"
do for [p = 1:panels] {
    do for [k in shown[p]] {
        i = int(k); at = (p - 1)*entries + i
        at_x[i] = axis_width*(scaled_x(point_x[at]) - scaled_x(x_from[p]))/(scaled_x(x_to[p]) - scaled_x(x_from[p]))
        at_y[i] = point_inch_y(at, p)
        name_width[i] = name_width_of(i)
        is_left[at] = at_x[i] + gap + name_width[i] > axis_width
        name_x[i] = at_x[i] + (is_left[at] ? -1 : 1)*(gap + 0.5*name_width[i]); name_y[i] = at_y[i]
    }
    # Where there is no room for all, names must not overlap, but may lie on points.
    moved = 1
    do for [turn = 1:120] {
        if (moved) {
            moved = 0
            do for [k in shown[p]] { i = int(k); do for [m in shown[p]] { j = int(m); if (i < j) {
                if (upon(i, j)) { eval push_names }
                if (turn < 80 && on_point(i, j)) { eval push_point }
                if (turn < 80 && on_point(j, i)) { i = j; j = int(k); eval push_point; j = i; i = int(k) }
            } } }
        }
    }
    do for [k in shown[p]] { i = int(k); at = (p - 1)*entries + i; place_x[at] = name_x[i] - 0.5*name_width[i]; place_y[at] = name_y[i] }
}

d(i) = nth(drawn, i); m(i) = nth(marked, i)
page_lines = 30
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        eval page_labels
        eval 'plot NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from[p]:x_to[p]]
        if (x_log) { set logscale x 10; eval set_log_ticks('x', x_from[p], x_to[p]) } else { set xtics nomirror autofreq }
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "using (pick('mean median', $2)):3 with points lt d(i) pt d(i) title brief(label[d(i)])") . \
                part(marked, "using (pick('printed', $2)):3 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            do for [k in drawn] {
                i = int(k); at = (p - 1)*entries + i
                edge = place_x[at] + (is_left[at] ? name_width_of(i) : 0)
                if (is_left[at]) { set label tx(label[i]) at graph edge/axis_width, graph place_y[at]/axes_inch right textcolor rgb style_rgb[line[i]] }
                if (!is_left[at]) { set label tx(label[i]) at graph edge/axis_width, graph place_y[at]/axes_inch left textcolor rgb style_rgb[line[i]] }
                # A thin line leads from the point to a name that had to move.
                if (abs(place_y[at] - point_inch_y(at, p)) > 0.5*least) {
                    set arrow from first point_x[at], first point_y[at] to graph edge/axis_width, graph place_y[at]/axes_inch nohead back lw 0.6 dt solid lc rgb faint(line[i])
                }
            }
            eval 'plot ' . \
                part(drawn, "using (pick('seed', $2)):3 with points pt 7 ps seed_size lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . 'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
