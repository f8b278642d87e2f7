# A figure of normlab. `gnuplot beta.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" beta.gp draws one of them, so many inches wide;
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

name = 'beta'
title = 'Mean beta over training'
caption = 'fashion-mnist, 5 seeds: means'
x_label = 'epoch'
y_label = 'mean of beta'
lost_word = 'diverged'
template = 'lines'; seeds = 5; x_log = 0; y_log = 0; medians = 0; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 4
array label[5]; array style[5]; array look[5]
label[1] = 'batchnorm'
style[1] = 'batchnorm'; look[1] = 'line'
label[2] = 'layernorm'
style[2] = 'layernorm'; look[2] = 'line'
label[3] = 'groupnorm'
style[3] = 'groupnorm'; look[3] = 'line'
label[4] = 'instancenorm'
style[4] = 'instancenorm'; look[4] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = 'MLP'
note[1] = ''
$p1s1 << EOD
mean 0 0 0 0
mean 1 -0.0008282743688899548 -0.005580706410455605 0.004862188607603457
mean 2 -0.012938773690435331 -0.014658096188516842 -0.010431453244564182
mean 3 -0.01920982344238382 -0.02207035858312641 -0.016627255832759147
mean 4 -0.022005734151715237 -0.02362898993184596 -0.01953126899976117
mean 5 -0.02235388730160442 -0.024268671298007877 -0.020210573490999195
mean 6 -0.02238614451043759 -0.02420365683307561 -0.02031479059511791
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.0022918986764276874 NaN NaN
seed 1 0.004862188607603457 NaN NaN
seed 1 -0.005580706410455605 NaN NaN
seed 1 0.00022673930501089976 NaN NaN
seed 1 -0.0013576946701808386 NaN NaN
seed 2 -0.014191336541121776 NaN NaN
seed 2 -0.011566292238967435 NaN NaN
seed 2 -0.01384669023900642 NaN NaN
seed 2 -0.010431453244564182 NaN NaN
seed 2 -0.014658096188516842 NaN NaN
seed 3 -0.019223419433577266 NaN NaN
seed 3 -0.016627255832759147 NaN NaN
seed 3 -0.01943006419893815 NaN NaN
seed 3 -0.018698019163518136 NaN NaN
seed 3 -0.02207035858312641 NaN NaN
seed 4 -0.02154396891955912 NaN NaN
seed 4 -0.01953126899976117 NaN NaN
seed 4 -0.0232794095522119 NaN NaN
seed 4 -0.02204503335519803 NaN NaN
seed 4 -0.02362898993184596 NaN NaN
seed 5 -0.021598975223848054 NaN NaN
seed 5 -0.020210573490999195 NaN NaN
seed 5 -0.023452370784980303 NaN NaN
seed 5 -0.022238845710186677 NaN NaN
seed 5 -0.024268671298007877 NaN NaN
seed 6 -0.021646935249918897 NaN NaN
seed 6 -0.02031479059511791 NaN NaN
seed 6 -0.023505147582606394 NaN NaN
seed 6 -0.02226019229146914 NaN NaN
seed 6 -0.02420365683307561 NaN NaN
EOD
$p1s2 << EOD
mean 0 0 0 0
mean 1 -0.02230446570112008 -0.02449825299360479 -0.01836341456714763
mean 2 -0.0387903199702085 -0.04228158575686317 -0.03409278435735056
mean 3 -0.0474864072805758 -0.04999511068551025 -0.04305368520590491
mean 4 -0.05244619653761522 -0.05540664438406869 -0.04804165147591751
mean 5 -0.053923090217085703 -0.05676236501919144 -0.04938093063052899
mean 6 -0.05410404351803777 -0.05687207682371801 -0.04958299929360995
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.023593974501939858 NaN NaN
seed 1 -0.02449825299360479 NaN NaN
seed 1 -0.01836341456714763 NaN NaN
seed 1 -0.02353847974306215 NaN NaN
seed 1 -0.02152820669984597 NaN NaN
seed 2 -0.03915110579206763 NaN NaN
seed 2 -0.04152636962832427 NaN NaN
seed 2 -0.03409278435735056 NaN NaN
seed 2 -0.036899754316436884 NaN NaN
seed 2 -0.04228158575686317 NaN NaN
seed 3 -0.049124890160480085 NaN NaN
seed 3 -0.04999511068551025 NaN NaN
seed 3 -0.04305368520590491 NaN NaN
seed 3 -0.045404376570483386 NaN NaN
seed 3 -0.04985397378050038 NaN NaN
seed 4 -0.05452603581610068 NaN NaN
seed 4 -0.05540664438406869 NaN NaN
seed 4 -0.04804165147591751 NaN NaN
seed 4 -0.05038340545130874 NaN NaN
seed 4 -0.053873245560680516 NaN NaN
seed 5 -0.05583975473200553 NaN NaN
seed 5 -0.05676236501919144 NaN NaN
seed 5 -0.04938093063052899 NaN NaN
seed 5 -0.052172524004769606 NaN NaN
seed 5 -0.05545987669893293 NaN NaN
seed 6 -0.05607520544841312 NaN NaN
seed 6 -0.05687207682371801 NaN NaN
seed 6 -0.04958299929360995 NaN NaN
seed 6 -0.05240513375186614 NaN NaN
seed 6 -0.055584802272581633 NaN NaN
EOD
$p1s3 << EOD
mean 0 0 0 0
mean 1 -0.015450426782871318 -0.022391271825966896 -0.010628221580361696
mean 2 -0.029743901936096034 -0.033509966272201076 -0.02674700525631124
mean 3 -0.03623379736933051 -0.040415491104795365 -0.03377237830682134
mean 4 -0.03995267880744487 -0.04417892832937772 -0.03730861608801206
mean 5 -0.04081921955070508 -0.045179758770890054 -0.03797601133934828
mean 6 -0.04090893743297291 -0.04530818459540834 -0.03809115512149219
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.012394953255712457 NaN NaN
seed 1 -0.010628221580361696 NaN NaN
seed 1 -0.01320857606538084 NaN NaN
seed 1 -0.022391271825966896 NaN NaN
seed 1 -0.018629111186934704 NaN NaN
seed 2 -0.027969280456090928 NaN NaN
seed 2 -0.027475049010414903 NaN NaN
seed 2 -0.02674700525631124 NaN NaN
seed 2 -0.033018208685462014 NaN NaN
seed 2 -0.033509966272201076 NaN NaN
seed 3 -0.03404834420568174 NaN NaN
seed 3 -0.03416790473723571 NaN NaN
seed 3 -0.03377237830682134 NaN NaN
seed 3 -0.040415491104795365 NaN NaN
seed 3 -0.03876486849211839 NaN NaN
seed 4 -0.03927654314342514 NaN NaN
seed 4 -0.03737680411840453 NaN NaN
seed 4 -0.03730861608801206 NaN NaN
seed 4 -0.04417892832937772 NaN NaN
seed 4 -0.041622502358004944 NaN NaN
seed 5 -0.04033924130923575 NaN NaN
seed 5 -0.038519513179987065 NaN NaN
seed 5 -0.03797601133934828 NaN NaN
seed 5 -0.045179758770890054 NaN NaN
seed 5 -0.042081573154064245 NaN NaN
seed 6 -0.04048258806081625 NaN NaN
seed 6 -0.03856323219739958 NaN NaN
seed 6 -0.03809115512149219 NaN NaN
seed 6 -0.04530818459540834 NaN NaN
seed 6 -0.04209952718974819 NaN NaN
EOD
lines[1] = ' 1 2 3'

panel_title[2] = 'ConvNet'
note[2] = ''
$p2s1 << EOD
mean 0 0 0 0
mean 1 -0.2295845522894524 -0.2582248938269913 -0.18220326917556426
mean 2 -0.2650894483444669 -0.2993547832641828 -0.21513318606109047
mean 3 -0.2730118911594521 -0.30009700582983595 -0.2311167948646471
mean 4 -0.2748126436995032 -0.3016504179880333 -0.23396522520730892
mean 5 -0.274093447921526 -0.3015565044285419 -0.23339754511835054
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.24812348751584068 NaN NaN
seed 1 -0.22218824123653272 NaN NaN
seed 1 -0.18220326917556426 NaN NaN
seed 1 -0.23718286969233304 NaN NaN
seed 1 -0.2582248938269913 NaN NaN
seed 2 -0.28372985708604875 NaN NaN
seed 2 -0.26661540862793726 NaN NaN
seed 2 -0.21513318606109047 NaN NaN
seed 2 -0.26061400668307516 NaN NaN
seed 2 -0.2993547832641828 NaN NaN
seed 3 -0.2937418093485273 NaN NaN
seed 3 -0.27177474356722087 NaN NaN
seed 3 -0.2311167948646471 NaN NaN
seed 3 -0.2683291021870294 NaN NaN
seed 3 -0.30009700582983595 NaN NaN
seed 4 -0.29659903470504406 NaN NaN
seed 4 -0.27298946688339737 NaN NaN
seed 4 -0.23396522520730892 NaN NaN
seed 4 -0.26885907371373224 NaN NaN
seed 4 -0.3016504179880333 NaN NaN
seed 5 -0.29534939288472134 NaN NaN
seed 5 -0.2722203667168894 NaN NaN
seed 5 -0.23339754511835054 NaN NaN
seed 5 -0.26794343045912683 NaN NaN
seed 5 -0.3015565044285419 NaN NaN
EOD
$p2s2 << EOD
mean 0 0 0 0
mean 1 -0.2384097874882476 -0.2550325571404149 -0.21285235459799878
mean 2 -0.2692773075813117 -0.2797665379184764 -0.25053305174030055
mean 3 -0.27563665774456847 -0.28459640487562865 -0.254854261225167
mean 4 -0.2769452077128032 -0.28865939875443775 -0.25992554042022675
mean 5 -0.2762477492135076 -0.28869765736938763 -0.2589129690871535
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.24457097301880518 NaN NaN
seed 1 -0.23564510707122585 NaN NaN
seed 1 -0.21285235459799878 NaN NaN
seed 1 -0.24394794561279318 NaN NaN
seed 1 -0.2550325571404149 NaN NaN
seed 2 -0.27378631410344195 NaN NaN
seed 2 -0.26907860398447764 NaN NaN
seed 2 -0.25053305174030055 NaN NaN
seed 2 -0.2732220301598621 NaN NaN
seed 2 -0.2797665379184764 NaN NaN
seed 3 -0.2755678343431403 NaN NaN
seed 3 -0.2806308110399793 NaN NaN
seed 3 -0.254854261225167 NaN NaN
seed 3 -0.28459640487562865 NaN NaN
seed 3 -0.28253397723892704 NaN NaN
seed 4 -0.2743659751722589 NaN NaN
seed 4 -0.2787221340428611 NaN NaN
seed 4 -0.25992554042022675 NaN NaN
seed 4 -0.28865939875443775 NaN NaN
seed 4 -0.2830529901742314 NaN NaN
seed 5 -0.27397807776772726 NaN NaN
seed 5 -0.2778948751220014 NaN NaN
seed 5 -0.2589129690871535 NaN NaN
seed 5 -0.28869765736938763 NaN NaN
seed 5 -0.2817551667212683 NaN NaN
EOD
$p2s3 << EOD
mean 0 0 0 0
mean 1 -0.248613736512804 -0.26637362992429797 -0.2150347706192406
mean 2 -0.2793921762771788 -0.3013897512209951 -0.25088996275735553
mean 3 -0.28902356523224926 -0.3095597036347802 -0.25330658321036026
mean 4 -0.2901577645287034 -0.3107407208469037 -0.25697514330386184
mean 5 -0.28985678868145137 -0.3099591327190865 -0.25629287094731507
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.2498136971553322 NaN NaN
seed 1 -0.26637362992429797 NaN NaN
seed 1 -0.2150347706192406 NaN NaN
seed 1 -0.25125002242809086 NaN NaN
seed 1 -0.2605965624370583 NaN NaN
seed 2 -0.2833935740006079 NaN NaN
seed 2 -0.29397886419125524 NaN NaN
seed 2 -0.25088996275735553 NaN NaN
seed 2 -0.26730872921568033 NaN NaN
seed 2 -0.3013897512209951 NaN NaN
seed 3 -0.2918347455270123 NaN NaN
seed 3 -0.3095597036347802 NaN NaN
seed 3 -0.25330658321036026 NaN NaN
seed 3 -0.28693787776865065 NaN NaN
seed 3 -0.303478916020443 NaN NaN
seed 4 -0.29110932972980663 NaN NaN
seed 4 -0.3107407208469037 NaN NaN
seed 4 -0.25697514330386184 NaN NaN
seed 4 -0.2869056720131387 NaN NaN
seed 4 -0.3050579567498062 NaN NaN
seed 5 -0.2917977573160897 NaN NaN
seed 5 -0.3099591327190865 NaN NaN
seed 5 -0.25629287094731507 NaN NaN
seed 5 -0.28671262129986036 NaN NaN
seed 5 -0.3045215611249053 NaN NaN
EOD
$p2s4 << EOD
mean 0 0 0 0
mean 1 -0.249138051745346 -0.27031561879994115 -0.20204351586289704
mean 2 -0.28019753895737265 -0.3050464932651569 -0.2293396961564819
mean 3 -0.28745692694792524 -0.30773240195897716 -0.23380767427928126
mean 4 -0.28928524139167466 -0.30829656259932864 -0.23382889591812273
mean 5 -0.2885714029645896 -0.3077278179892649 -0.23289947748465542
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 1 -0.2449847330378058 NaN NaN
seed 1 -0.26428930421631475 NaN NaN
seed 1 -0.20204351586289704 NaN NaN
seed 1 -0.26405708680977114 NaN NaN
seed 1 -0.27031561879994115 NaN NaN
seed 2 -0.2835130153301482 NaN NaN
seed 2 -0.2972561275139469 NaN NaN
seed 2 -0.2293396961564819 NaN NaN
seed 2 -0.28583236252112937 NaN NaN
seed 2 -0.3050464932651569 NaN NaN
seed 3 -0.2930327816866338 NaN NaN
seed 3 -0.30663498013745993 NaN NaN
seed 3 -0.23380767427928126 NaN NaN
seed 3 -0.296076796677274 NaN NaN
seed 3 -0.30773240195897716 NaN NaN
seed 4 -0.29580739553057356 NaN NaN
seed 4 -0.3080733134993352 NaN NaN
seed 4 -0.23382889591812273 NaN NaN
seed 4 -0.3004200394110133 NaN NaN
seed 4 -0.30829656259932864 NaN NaN
seed 5 -0.2949310041149147 NaN NaN
seed 5 -0.30711943209947395 NaN NaN
seed 5 -0.23289947748465542 NaN NaN
seed 5 -0.30017928313463926 NaN NaN
seed 5 -0.3077278179892649 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

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
