# A figure of normlab. `gnuplot mean_bias_last.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mean_bias_last.gp draws one of them, so many inches wide;
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

name = 'mean_bias_last'
title = 'Mean over all positions off that of valid ones, last norm, words of one length'
caption = 'words, 10 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean'
x_label = 'share of padding'
y_label = 'RMS over channels, in sd'
lost_word = 'diverged'
template = 'lines'; x_log = 0; y_log = 0; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 8
array label[9]; array style[9]; array look[9]
label[1] = 'batchnorm'
style[1] = 'batchnorm'; look[1] = 'line'
label[2] = 'batchnorm masked=1'
style[2] = 'batchnorm masked=1'; look[2] = 'line'
label[3] = 'layernorm over=token'
style[3] = 'layernorm over=token'; look[3] = 'line'
label[4] = 'rmsnorm over=token'
style[4] = 'rmsnorm over=token'; look[4] = 'line'
label[5] = 'groupnorm'
style[5] = 'groupnorm'; look[5] = 'line'
label[6] = 'groupnorm masked=1'
style[6] = 'groupnorm masked=1'; look[6] = 'line'
label[7] = 'instancenorm'
style[7] = 'instancenorm'; look[7] = 'line'
label[8] = 'instancenorm masked=1'
style[8] = 'instancenorm masked=1'; look[8] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 3; array panel_title[3]; array note[3]; array axis_label[3]; array ratio[3]; array lines[3]

panel_title[1] = 'LSTM'
note[1] = ''
$p1s1 << EOD
median 0 0 NaN NaN
median 0.25 0.06696097733932432 NaN NaN
median 0.5 0.14048590926237814 NaN NaN
median 0.75 0.23389399182318155 NaN NaN
interval 0 0 0 0
interval 0.25 0.06966231054643884 0.06254867598551922 0.07677594510735847
interval 0.5 0.14261592376242482 0.12757261331433797 0.15765923421051167
interval 0.75 0.24706495531116796 0.2176900182215133 0.2764398924008226
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.06089093593195511 NaN NaN
seed 0.25 0.05781152696051808 NaN NaN
seed 0.25 0.06570988185323157 NaN NaN
seed 0.25 0.08575685054442153 NaN NaN
seed 0.25 0.0726161555695704 NaN NaN
seed 0.25 0.07249976327385464 NaN NaN
seed 0.25 0.060874170556989675 NaN NaN
seed 0.25 0.08657286856168922 NaN NaN
seed 0.25 0.06567887938674112 NaN NaN
seed 0.25 0.06821207282541707 NaN NaN
seed 0.5 0.13790578005276288 NaN NaN
seed 0.5 0.11512490558063612 NaN NaN
seed 0.5 0.12066679090972579 NaN NaN
seed 0.5 0.17712396764823998 NaN NaN
seed 0.5 0.14306603847199337 NaN NaN
seed 0.5 0.13253620356746734 NaN NaN
seed 0.5 0.14334078642366715 NaN NaN
seed 0.5 0.17817137336288522 NaN NaN
seed 0.5 0.13079251390355637 NaN NaN
seed 0.5 0.1474308777033139 NaN NaN
seed 0.75 0.2770708937212094 NaN NaN
seed 0.75 0.22251083619341114 NaN NaN
seed 0.75 0.2163170940191178 NaN NaN
seed 0.75 0.28317039904413044 NaN NaN
seed 0.75 0.2363811173906302 NaN NaN
seed 0.75 0.18852987424832648 NaN NaN
seed 0.75 0.23140686625573292 NaN NaN
seed 0.75 0.32378842649943 NaN NaN
seed 0.75 0.2161753484111614 NaN NaN
seed 0.75 0.27529869732852924 NaN NaN
EOD
$p1s2 << EOD
median 0 0 NaN NaN
median 0.25 0.07765434466307197 NaN NaN
median 0.5 0.14236631180073253 NaN NaN
median 0.75 0.21354943628132858 NaN NaN
interval 0 0 0 0
interval 0.25 0.07575276003027132 0.06890111278208953 0.0826044072784531
interval 0.5 0.1388800556665483 0.1263187046527252 0.15144140668037137
interval 0.75 0.20832009122740508 0.18947808269135805 0.2271620997634521
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.07796016687889826 NaN NaN
seed 0.25 0.08133819160710185 NaN NaN
seed 0.25 0.06750238944144675 NaN NaN
seed 0.25 0.06182057297754549 NaN NaN
seed 0.25 0.08382515117936473 NaN NaN
seed 0.25 0.07590001516920668 NaN NaN
seed 0.25 0.06167311513945553 NaN NaN
seed 0.25 0.09169168217142437 NaN NaN
seed 0.25 0.07846779329102381 NaN NaN
seed 0.25 0.07734852244724567 NaN NaN
seed 0.5 0.14292696338068572 NaN NaN
seed 0.5 0.14912000170052547 NaN NaN
seed 0.5 0.12375437829511263 NaN NaN
seed 0.5 0.11333773467445381 NaN NaN
seed 0.5 0.15367944443054152 NaN NaN
seed 0.5 0.1391500231184233 NaN NaN
seed 0.5 0.11306735297411087 NaN NaN
seed 0.5 0.1681013993128986 NaN NaN
seed 0.5 0.1438575985579516 NaN NaN
seed 0.5 0.14180566022077934 NaN NaN
seed 0.75 0.21439048173419242 NaN NaN
seed 0.75 0.2236801150050413 NaN NaN
seed 0.75 0.18563162260100666 NaN NaN
seed 0.75 0.1700066525069042 NaN NaN
seed 0.75 0.23051898239392962 NaN NaN
seed 0.75 0.20872501236722005 NaN NaN
seed 0.75 0.16960106868747185 NaN NaN
seed 0.75 0.2521521172322054 NaN NaN
seed 0.75 0.21578646891761463 NaN NaN
seed 0.75 0.21270839082846474 NaN NaN
EOD
$p1s3 << EOD
median 0 0 NaN NaN
median 0.25 0.08400660432063514 NaN NaN
median 0.5 0.15401208189220272 NaN NaN
median 0.75 0.23101812283830403 NaN NaN
interval 0 0 0 0
interval 0.25 0.08575178043299087 0.0772989352450886 0.09420462562089313
interval 0.5 0.15721159592462505 0.1417147118623786 0.1727084799868715
interval 0.75 0.23581739388693754 0.21257206779356785 0.2590627199803072
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.10361086841454134 NaN NaN
seed 0.25 0.07166456560522926 NaN NaN
seed 0.25 0.07536498887425418 NaN NaN
seed 0.25 0.09158176363550569 NaN NaN
seed 0.25 0.0786328100560306 NaN NaN
seed 0.25 0.08162857136995857 NaN NaN
seed 0.25 0.0737971444411603 NaN NaN
seed 0.25 0.10496830813830528 NaN NaN
seed 0.25 0.08988414652361179 NaN NaN
seed 0.25 0.08638463727131171 NaN NaN
seed 0.5 0.189953243022454 NaN NaN
seed 0.5 0.1313850816609549 NaN NaN
seed 0.5 0.13816913461021113 NaN NaN
seed 0.5 0.16789994129082736 NaN NaN
seed 0.5 0.14416013173695003 NaN NaN
seed 0.5 0.1496523613759794 NaN NaN
seed 0.5 0.13529473299599382 NaN NaN
seed 0.5 0.19244189984131682 NaN NaN
seed 0.5 0.1647876303031367 NaN NaN
seed 0.5 0.15837180240842608 NaN NaN
seed 0.75 0.284929864533681 NaN NaN
seed 0.75 0.1970776224914323 NaN NaN
seed 0.75 0.2072537019153167 NaN NaN
seed 0.75 0.251849911936241 NaN NaN
seed 0.75 0.21624019760542515 NaN NaN
seed 0.75 0.22447854206396908 NaN NaN
seed 0.75 0.20294209949399067 NaN NaN
seed 0.75 0.28866284976197515 NaN NaN
seed 0.75 0.2471814454547051 NaN NaN
seed 0.75 0.23755770361263898 NaN NaN
EOD
$p1s4 << EOD
median 0 0 NaN NaN
median 0.25 0.0864074693906499 NaN NaN
median 0.5 0.15841371356242384 NaN NaN
median 0.75 0.23762057034363576 NaN NaN
interval 0 0 0 0
interval 0.25 0.08573291947851437 0.0790205562377192 0.09244528271930955
interval 0.5 0.15717702132116748 0.14487102541418445 0.1694830172281505
interval 0.75 0.23576553198175124 0.21730653812127668 0.25422452584222577
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.09923359023500797 NaN NaN
seed 0.25 0.07520347954448414 NaN NaN
seed 0.25 0.08661868517879823 NaN NaN
seed 0.25 0.09335191209707784 NaN NaN
seed 0.25 0.08619625360250158 NaN NaN
seed 0.25 0.08147331099334436 NaN NaN
seed 0.25 0.07869510236485319 NaN NaN
seed 0.25 0.09815727341371594 NaN NaN
seed 0.25 0.07105063727628404 NaN NaN
seed 0.25 0.08734895007907635 NaN NaN
seed 0.5 0.18192823364050756 NaN NaN
seed 0.5 0.1378730492854976 NaN NaN
seed 0.5 0.15880095296778418 NaN NaN
seed 0.5 0.17114517359408898 NaN NaN
seed 0.5 0.1580264741570635 NaN NaN
seed 0.5 0.1493677554021783 NaN NaN
seed 0.5 0.14427435072476083 NaN NaN
seed 0.5 0.17995498787604788 NaN NaN
seed 0.5 0.130259499585947 NaN NaN
seed 0.5 0.16013973597779918 NaN NaN
seed 0.75 0.2728923504607613 NaN NaN
seed 0.75 0.2068095739282464 NaN NaN
seed 0.75 0.23820142945167624 NaN NaN
seed 0.75 0.2567177603911335 NaN NaN
seed 0.75 0.23703971123559525 NaN NaN
seed 0.75 0.22405163310326745 NaN NaN
seed 0.75 0.21641152608714126 NaN NaN
seed 0.75 0.2699324818140718 NaN NaN
seed 0.75 0.19538924937892047 NaN NaN
seed 0.75 0.24020960396669874 NaN NaN
EOD
$p1s5 << EOD
median 0 0 NaN NaN
median 0.25 0.08306599763687306 NaN NaN
median 0.5 0.16675410001330382 NaN NaN
median 0.75 0.25896742643245646 NaN NaN
interval 0 0 0 0
interval 0.25 0.08144338506828552 0.07743367487373364 0.08545309526283741
interval 0.5 0.16128143868808575 0.1456015699740827 0.17696130740208882
interval 0.75 0.2661816900278608 0.2306508861746077 0.3017124938811139
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.0892622247767988 NaN NaN
seed 0.25 0.07525345695432986 NaN NaN
seed 0.25 0.07597284044743366 NaN NaN
seed 0.25 0.08509112207956455 NaN NaN
seed 0.25 0.071488039760472 NaN NaN
seed 0.25 0.08160209849727248 NaN NaN
seed 0.25 0.08452989677647361 NaN NaN
seed 0.25 0.08588189936705598 NaN NaN
seed 0.25 0.08059280742536454 NaN NaN
seed 0.25 0.08475946459808982 NaN NaN
seed 0.5 0.16474805878764234 NaN NaN
seed 0.5 0.13177810971843681 NaN NaN
seed 0.5 0.1543334456556104 NaN NaN
seed 0.5 0.17279234812755834 NaN NaN
seed 0.5 0.13192235257829302 NaN NaN
seed 0.5 0.17977099885489406 NaN NaN
seed 0.5 0.17997794187980518 NaN NaN
seed 0.5 0.19293461338395204 NaN NaN
seed 0.5 0.13579637665570024 NaN NaN
seed 0.5 0.1687601412389653 NaN NaN
seed 0.75 0.2910210244421696 NaN NaN
seed 0.75 0.2219812936666035 NaN NaN
seed 0.75 0.30235683557183785 NaN NaN
seed 0.75 0.3328946514472759 NaN NaN
seed 0.75 0.22918532353538798 NaN NaN
seed 0.75 0.20061229929033625 NaN NaN
seed 0.75 0.22860966838066674 NaN NaN
seed 0.75 0.3372209510794174 NaN NaN
seed 0.75 0.2303105379519505 NaN NaN
seed 0.75 0.2876243149129624 NaN NaN
EOD
$p1s6 << EOD
median 0 0 NaN NaN
median 0.25 0.07932658875039876 NaN NaN
median 0.5 0.14543207937573105 NaN NaN
median 0.75 0.2181481190635966 NaN NaN
interval 0 0 0 0
interval 0.25 0.08310132753590242 0.07441425826292701 0.09178839680887783
interval 0.5 0.15235243381582111 0.1364261401486995 0.16827872748294273
interval 0.75 0.22852865072373169 0.2046392102230493 0.25241809122441405
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.10847038062772818 NaN NaN
seed 0.25 0.0688014814187644 NaN NaN
seed 0.25 0.07726244746392286 NaN NaN
seed 0.25 0.07875294207845504 NaN NaN
seed 0.25 0.07277095727756147 NaN NaN
seed 0.25 0.07424053267816012 NaN NaN
seed 0.25 0.08985684670347638 NaN NaN
seed 0.25 0.07990023542234248 NaN NaN
seed 0.25 0.08430700944792002 NaN NaN
seed 0.25 0.0966504422406933 NaN NaN
seed 0.5 0.1988623644841684 NaN NaN
seed 0.5 0.12613604926773475 NaN NaN
seed 0.5 0.14164782035052528 NaN NaN
seed 0.5 0.1443803938105009 NaN NaN
seed 0.5 0.1334134216755293 NaN NaN
seed 0.5 0.1361076432432935 NaN NaN
seed 0.5 0.16473755228970668 NaN NaN
seed 0.5 0.14648376494096121 NaN NaN
seed 0.5 0.15456285065452008 NaN NaN
seed 0.5 0.17719247744127103 NaN NaN
seed 0.75 0.2982935467262525 NaN NaN
seed 0.75 0.18920407390160207 NaN NaN
seed 0.75 0.21247173052578797 NaN NaN
seed 0.75 0.21657059071575135 NaN NaN
seed 0.75 0.20012013251329402 NaN NaN
seed 0.75 0.20416146486494033 NaN NaN
seed 0.75 0.24710632843455996 NaN NaN
seed 0.75 0.21972564741144182 NaN NaN
seed 0.75 0.23184427598178003 NaN NaN
seed 0.75 0.26578871616190664 NaN NaN
EOD
$p1s7 << EOD
median 0 0 NaN NaN
median 0.25 0.05615232741990879 NaN NaN
median 0.5 0.10888107437376804 NaN NaN
median 0.75 0.20851207606871786 NaN NaN
interval 0 0 0 0
interval 0.25 0.05750748109710517 0.0509688579974898 0.06404610419672054
interval 0.5 0.10820152374438033 0.10133795183658614 0.11506509565217451
interval 0.75 0.2103681735575213 0.1886925765726413 0.2320437705424013
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.05513001253285982 NaN NaN
seed 0.25 0.0633692619659072 NaN NaN
seed 0.25 0.07779823652588204 NaN NaN
seed 0.25 0.05004494382421624 NaN NaN
seed 0.25 0.057174642306957756 NaN NaN
seed 0.25 0.0536426654260158 NaN NaN
seed 0.25 0.051792196152691566 NaN NaN
seed 0.25 0.06003997503660109 NaN NaN
seed 0.25 0.04436726108083869 NaN NaN
seed 0.25 0.06171561611908164 NaN NaN
seed 0.5 0.10930508940582033 NaN NaN
seed 0.5 0.10330703920316411 NaN NaN
seed 0.5 0.09471947637618414 NaN NaN
seed 0.5 0.11642800231406827 NaN NaN
seed 0.5 0.10297192071048752 NaN NaN
seed 0.5 0.11215851637852488 NaN NaN
seed 0.5 0.12563160006345359 NaN NaN
seed 0.5 0.10845705934171576 NaN NaN
seed 0.5 0.09503452663311726 NaN NaN
seed 0.5 0.11400200701726726 NaN NaN
seed 0.75 0.2816278485690623 NaN NaN
seed 0.75 0.20824316961108033 NaN NaN
seed 0.75 0.18274107535425152 NaN NaN
seed 0.75 0.21589157481622767 NaN NaN
seed 0.75 0.18131031298263997 NaN NaN
seed 0.75 0.21339564664204094 NaN NaN
seed 0.75 0.18423368167182502 NaN NaN
seed 0.75 0.2087809825263554 NaN NaN
seed 0.75 0.19341663345571794 NaN NaN
seed 0.75 0.23404080994601165 NaN NaN
EOD
$p1s8 << EOD
median 0 0 NaN NaN
median 0.25 0.06923898308897022 NaN NaN
median 0.5 0.12693813566311207 NaN NaN
median 0.75 0.1904072034946681 NaN NaN
interval 0 0 0 0
interval 0.25 0.07168036492867243 0.06455993806921323 0.07880079178813162
interval 0.5 0.13141400236923279 0.11835988646022425 0.14446811827824133
interval 0.75 0.19712100355384918 0.17753982969033635 0.216702177417362
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.08176225429436779 NaN NaN
seed 0.25 0.07532028919028924 NaN NaN
seed 0.25 0.06984000100785663 NaN NaN
seed 0.25 0.0648698176353273 NaN NaN
seed 0.25 0.0798187310475765 NaN NaN
seed 0.25 0.06863796517008382 NaN NaN
seed 0.25 0.058152281776081456 NaN NaN
seed 0.25 0.09008638378088449 NaN NaN
seed 0.25 0.061280192715298894 NaN NaN
seed 0.25 0.06703573266895818 NaN NaN
seed 0.5 0.14989746620634095 NaN NaN
seed 0.5 0.13808719684886367 NaN NaN
seed 0.5 0.12804000184773717 NaN NaN
seed 0.5 0.11892799899810003 NaN NaN
seed 0.5 0.14633434025389028 NaN NaN
seed 0.5 0.12583626947848697 NaN NaN
seed 0.5 0.10661251658948266 NaN NaN
seed 0.5 0.16515837026495486 NaN NaN
seed 0.5 0.11234701997804795 NaN NaN
seed 0.5 0.1228988432264233 NaN NaN
seed 0.75 0.22484619930951144 NaN NaN
seed 0.75 0.20713079527329545 NaN NaN
seed 0.75 0.19206000277160573 NaN NaN
seed 0.75 0.17839199849715004 NaN NaN
seed 0.75 0.21950151038083543 NaN NaN
seed 0.75 0.18875440421773046 NaN NaN
seed 0.75 0.15991877488422399 NaN NaN
seed 0.75 0.2477375553974323 NaN NaN
seed 0.75 0.16852052996707198 NaN NaN
seed 0.75 0.18434826483963498 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8'

panel_title[2] = 'ConvNet'
note[2] = ''
$p2s1 << EOD
median 0 0 NaN NaN
median 0.25 0.11805617260155363 NaN NaN
median 0.5 0.2794623071306972 NaN NaN
median 0.75 0.686257217592418 NaN NaN
interval 0 0 0 0
interval 0.25 0.11484475708953108 0.10608812604859297 0.1236013881304692
interval 0.5 0.2805379937948727 0.2461324966126689 0.3149434909770765
interval 0.75 0.6859045478209821 0.6179051071276752 0.753903988514289
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.11439317671321943 NaN NaN
seed 0.25 0.09797243955242714 NaN NaN
seed 0.25 0.12356501799257621 NaN NaN
seed 0.25 0.11023498766383188 NaN NaN
seed 0.25 0.1292239490790813 NaN NaN
seed 0.25 0.09587272658046997 NaN NaN
seed 0.25 0.10421878036259385 NaN NaN
seed 0.25 0.1275148119339154 NaN NaN
seed 0.25 0.12171916848988784 NaN NaN
seed 0.25 0.12373251252730783 NaN NaN
seed 0.5 0.33906842578588586 NaN NaN
seed 0.5 0.19586326948060848 NaN NaN
seed 0.5 0.26334805217587715 NaN NaN
seed 0.5 0.32723676225150355 NaN NaN
seed 0.5 0.2665505826374108 NaN NaN
seed 0.5 0.26716993747090256 NaN NaN
seed 0.5 0.2159400461267766 NaN NaN
seed 0.5 0.32556736212802645 NaN NaN
seed 0.5 0.2917546767904918 NaN NaN
seed 0.5 0.312880823101244 NaN NaN
seed 0.75 0.6669933020398978 NaN NaN
seed 0.75 0.8409937639207405 NaN NaN
seed 0.75 0.6303142639649991 NaN NaN
seed 0.75 0.7425579642636732 NaN NaN
seed 0.75 0.5885540573574239 NaN NaN
seed 0.75 0.5841808642734602 NaN NaN
seed 0.75 0.560044813790942 NaN NaN
seed 0.75 0.7847179304770046 NaN NaN
seed 0.75 0.755167384976743 NaN NaN
seed 0.75 0.705521133144938 NaN NaN
EOD
$p2s2 << EOD
median 0 0 NaN NaN
median 0.25 0.14445897852295764 NaN NaN
median 0.5 0.27588946854376695 NaN NaN
median 0.75 0.4199945090894204 NaN NaN
interval 0 0 0 0
interval 0.25 0.14935598150176727 0.1253280971021331 0.17338386590140142
interval 0.5 0.2918513592804212 0.24157219915756747 0.342130519403275
interval 0.75 0.4414281918447692 0.3588127048695676 0.5240436788199708
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1785585322882328 NaN NaN
seed 0.25 0.14244527347271982 NaN NaN
seed 0.25 0.09801520448371831 NaN NaN
seed 0.25 0.18346149191410333 NaN NaN
seed 0.25 0.12125931329936912 NaN NaN
seed 0.25 0.14037269250649492 NaN NaN
seed 0.25 0.11518388221302941 NaN NaN
seed 0.25 0.14647268357319548 NaN NaN
seed 0.25 0.20650147186290038 NaN NaN
seed 0.25 0.16128926940390892 NaN NaN
seed 0.5 0.33133772297405945 NaN NaN
seed 0.5 0.2766464499179606 NaN NaN
seed 0.5 0.20002736691464795 NaN NaN
seed 0.5 0.37288591016873424 NaN NaN
seed 0.5 0.23529276471284075 NaN NaN
seed 0.5 0.2751324871695732 NaN NaN
seed 0.5 0.22048499558513704 NaN NaN
seed 0.5 0.2663313745664517 NaN NaN
seed 0.5 0.4257566124057484 NaN NaN
seed 0.5 0.3146179083890586 NaN NaN
seed 0.75 0.5103432721727963 NaN NaN
seed 0.75 0.4256781980292949 NaN NaN
seed 0.75 0.2767142166245521 NaN NaN
seed 0.75 0.5691573380602276 NaN NaN
seed 0.75 0.3609363908874547 NaN NaN
seed 0.75 0.41431082014954584 NaN NaN
seed 0.75 0.3401260202124656 NaN NaN
seed 0.75 0.3917319841201629 NaN NaN
seed 0.75 0.6681499332553198 NaN NaN
seed 0.75 0.45713374493587194 NaN NaN
EOD
$p2s3 << EOD
median 0 0 NaN NaN
median 0.25 0.13429326943436604 NaN NaN
median 0.5 0.26530417365021064 NaN NaN
median 0.75 0.4131116632524817 NaN NaN
interval 0 0 0 0
interval 0.25 0.12901392227269703 0.11736882551281298 0.1406590190325811
interval 0.5 0.2570969234001989 0.23406042895715995 0.28013341784323786
interval 0.75 0.4007369800092714 0.36442786179384434 0.4370460982246984
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1350951422062132 NaN NaN
seed 0.25 0.14399798133393588 NaN NaN
seed 0.25 0.1448774726468522 NaN NaN
seed 0.25 0.11167457602304742 NaN NaN
seed 0.25 0.13349139666251889 NaN NaN
seed 0.25 0.09291932367862044 NaN NaN
seed 0.25 0.12017278379194521 NaN NaN
seed 0.25 0.1397805525864529 NaN NaN
seed 0.25 0.1353264097378184 NaN NaN
seed 0.25 0.13280358405956597 NaN NaN
seed 0.5 0.26857952952932357 NaN NaN
seed 0.5 0.2800997351328442 NaN NaN
seed 0.5 0.3017876808390343 NaN NaN
seed 0.5 0.2195687055699742 NaN NaN
seed 0.5 0.26984062198345304 NaN NaN
seed 0.5 0.18992673800190535 NaN NaN
seed 0.5 0.24244969998960328 NaN NaN
seed 0.5 0.2612556777635284 NaN NaN
seed 0.5 0.2754320274212248 NaN NaN
seed 0.5 0.2620288177710977 NaN NaN
seed 0.75 0.4169862404554299 NaN NaN
seed 0.75 0.43266085811454036 NaN NaN
seed 0.75 0.4748854608267792 NaN NaN
seed 0.75 0.3399571530853154 NaN NaN
seed 0.75 0.4191496091827484 NaN NaN
seed 0.75 0.29626380424718196 NaN NaN
seed 0.75 0.38040346882733533 NaN NaN
seed 0.75 0.40923708604953357 NaN NaN
seed 0.75 0.43137631862729514 NaN NaN
seed 0.75 0.4064498006765541 NaN NaN
EOD
$p2s4 << EOD
median 0 0 NaN NaN
median 0.25 0.09270466157404977 NaN NaN
median 0.5 0.18719281907095808 NaN NaN
median 0.75 0.29154105557251564 NaN NaN
interval 0 0 0 0
interval 0.25 0.09244261636227216 0.08366825338231235 0.10121697934223198
interval 0.5 0.18483992581180486 0.16660128696257837 0.20307856466103136
interval 0.75 0.28849858607030376 0.2592320621499215 0.317765109990686
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.0946440460559278 NaN NaN
seed 0.25 0.08811130181637394 NaN NaN
seed 0.25 0.10689557162575263 NaN NaN
seed 0.25 0.08562471281680402 NaN NaN
seed 0.25 0.09254200445426011 NaN NaN
seed 0.25 0.07744357990842993 NaN NaN
seed 0.25 0.07348481261471135 NaN NaN
seed 0.25 0.11349571921493493 NaN NaN
seed 0.25 0.09931709642168746 NaN NaN
seed 0.25 0.09286731869383945 NaN NaN
seed 0.5 0.1877644335857444 NaN NaN
seed 0.5 0.170940615279807 NaN NaN
seed 0.5 0.21368559971538745 NaN NaN
seed 0.5 0.17255747494300763 NaN NaN
seed 0.5 0.18662120455617176 NaN NaN
seed 0.5 0.1524692175774016 NaN NaN
seed 0.5 0.14608648281815056 NaN NaN
seed 0.5 0.22821246406739998 NaN NaN
seed 0.5 0.19848928179160966 NaN NaN
seed 0.5 0.1915724837833685 NaN NaN
seed 0.75 0.29233771566997424 NaN NaN
seed 0.75 0.2632164944948442 NaN NaN
seed 0.75 0.33661537164395344 NaN NaN
seed 0.75 0.26885350891633414 NaN NaN
seed 0.75 0.290744395475057 NaN NaN
seed 0.75 0.23646751450936615 NaN NaN
seed 0.75 0.22753357240496142 NaN NaN
seed 0.75 0.3564611799062912 NaN NaN
seed 0.75 0.30966531696423744 NaN NaN
seed 0.75 0.3030907907180181 NaN NaN
EOD
$p2s5 << EOD
median 0 0 NaN NaN
median 0.25 0.1328834676677873 NaN NaN
median 0.5 0.21885355358664788 NaN NaN
median 0.75 0.4693782706848305 NaN NaN
interval 0 0 0 0
interval 0.25 0.13368514397654924 0.12045655586329763 0.14691373208980085
interval 0.5 0.22137775266949128 0.2040378964126889 0.23871760892629365
interval 0.75 0.4799232021089973 0.4117173215430018 0.5481290826749928
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.10209550145390953 NaN NaN
seed 0.25 0.12775777891945028 NaN NaN
seed 0.25 0.1446880659698775 NaN NaN
seed 0.25 0.13155511386988855 NaN NaN
seed 0.25 0.13741066132908974 NaN NaN
seed 0.25 0.11474556319418942 NaN NaN
seed 0.25 0.12336074303737547 NaN NaN
seed 0.25 0.16074459048053513 NaN NaN
seed 0.25 0.13421182146568608 NaN NaN
seed 0.25 0.1602816000454907 NaN NaN
seed 0.5 0.2203126780801172 NaN NaN
seed 0.5 0.2000561667292194 NaN NaN
seed 0.5 0.22166971251983367 NaN NaN
seed 0.5 0.2324984313280047 NaN NaN
seed 0.5 0.18128700872664355 NaN NaN
seed 0.5 0.21172665688436088 NaN NaN
seed 0.5 0.21739442909317858 NaN NaN
seed 0.5 0.26516968551739717 NaN NaN
seed 0.5 0.25251821039516925 NaN NaN
seed 0.5 0.21114454742098848 NaN NaN
seed 0.75 0.6196693522244312 NaN NaN
seed 0.75 0.3562044975409462 NaN NaN
seed 0.75 0.3988805764862779 NaN NaN
seed 0.75 0.45071159447006287 NaN NaN
seed 0.75 0.4124280073824297 NaN NaN
seed 0.75 0.40124586134258655 NaN NaN
seed 0.75 0.49857855679641383 NaN NaN
seed 0.75 0.6395688544305715 NaN NaN
seed 0.75 0.5338997735166563 NaN NaN
seed 0.75 0.48804494689959815 NaN NaN
EOD
$p2s6 << EOD
median 0 0 NaN NaN
median 0.25 0.1369425259958566 NaN NaN
median 0.5 0.2677789338561275 NaN NaN
median 0.75 0.4114845229772558 NaN NaN
interval 0 0 0 0
interval 0.25 0.13651617310820507 0.1297895410616083 0.14324280515480184
interval 0.5 0.2662441748914547 0.25598046055825263 0.27650788922465674
interval 0.75 0.4100350652718162 0.39564370069710186 0.42442642984653056
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.11670094740104531 NaN NaN
seed 0.25 0.1456770065730462 NaN NaN
seed 0.25 0.1386339805989748 NaN NaN
seed 0.25 0.15041498074623288 NaN NaN
seed 0.25 0.1351377861891629 NaN NaN
seed 0.25 0.13228792074243387 NaN NaN
seed 0.25 0.1352510713927384 NaN NaN
seed 0.25 0.12888008911267004 NaN NaN
seed 0.25 0.14094176760209215 NaN NaN
seed 0.25 0.14123618072365413 NaN NaN
seed 0.5 0.23917823121203102 NaN NaN
seed 0.5 0.2795768487205715 NaN NaN
seed 0.5 0.27805077778898624 NaN NaN
seed 0.5 0.2865361820541764 NaN NaN
seed 0.5 0.26451946641330526 NaN NaN
seed 0.5 0.255827159030874 NaN NaN
seed 0.5 0.26543872453663575 NaN NaN
seed 0.5 0.25108849092280194 NaN NaN
seed 0.5 0.2701191431756192 NaN NaN
seed 0.5 0.27210672505954553 NaN NaN
seed 0.75 0.37582332126681933 NaN NaN
seed 0.75 0.42749219903542457 NaN NaN
seed 0.75 0.43302485546753033 NaN NaN
seed 0.75 0.4370153387170686 NaN NaN
seed 0.75 0.4080493365984466 NaN NaN
seed 0.75 0.392349974461138 NaN NaN
seed 0.75 0.410379596648452 NaN NaN
seed 0.75 0.3867748983197021 NaN NaN
seed 0.75 0.41258944930605956 NaN NaN
seed 0.75 0.41685168289752095 NaN NaN
EOD
$p2s7 << EOD
median 0 0 NaN NaN
median 0.25 0.2880718277960327 NaN NaN
median 0.5 0.29372013111488526 NaN NaN
median 0.75 0.5612216173112476 NaN NaN
interval 0 0 0 0
interval 0.25 0.2878667496304372 0.2738435156790193 0.30188998358185504
interval 0.5 0.29626766037403934 0.24903843320322927 0.3434968875448494
interval 0.75 0.5951662192988757 0.5123913064223371 0.6779411321754143
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.288011027520801 NaN NaN
seed 0.25 0.30591749582631 NaN NaN
seed 0.25 0.2801037319642004 NaN NaN
seed 0.25 0.26940462174431645 NaN NaN
seed 0.25 0.260037652928072 NaN NaN
seed 0.25 0.2881326280712644 NaN NaN
seed 0.25 0.26392034429182654 NaN NaN
seed 0.25 0.31925929231261774 NaN NaN
seed 0.25 0.3009415077527054 NaN NaN
seed 0.25 0.3029391938922583 NaN NaN
seed 0.5 0.23167220000947866 NaN NaN
seed 0.5 0.3484227709441111 NaN NaN
seed 0.5 0.21683225539548545 NaN NaN
seed 0.5 0.24843844995154768 NaN NaN
seed 0.5 0.23008253892347996 NaN NaN
seed 0.5 0.29159254020983666 NaN NaN
seed 0.5 0.2958477220199338 NaN NaN
seed 0.5 0.4124440680215773 NaN NaN
seed 0.5 0.3696130630789306 NaN NaN
seed 0.5 0.3177309951860118 NaN NaN
seed 0.75 0.55919469019248 NaN NaN
seed 0.75 0.539309673684857 NaN NaN
seed 0.75 0.676383060223181 NaN NaN
seed 0.75 0.5632485444300152 NaN NaN
seed 0.75 0.512466803965266 NaN NaN
seed 0.75 0.5658162874911418 NaN NaN
seed 0.75 0.4747948319951721 NaN NaN
seed 0.75 0.7464144174750968 NaN NaN
seed 0.75 0.8239844621019371 NaN NaN
seed 0.75 0.4900494214296105 NaN NaN
EOD
$p2s8 << EOD
median 0 0 NaN NaN
median 0.25 0.13304424685156496 NaN NaN
median 0.5 0.25190740382826793 NaN NaN
median 0.75 0.3838710579936325 NaN NaN
interval 0 0 0 0
interval 0.25 0.1368536553965985 0.11944822332133101 0.15425908747186598
interval 0.5 0.2624051297802572 0.22755917946269727 0.29725108009781714
interval 0.75 0.4022716357358188 0.3480290404731833 0.45651423099845434
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1547409352271507 NaN NaN
seed 0.25 0.10747345961805509 NaN NaN
seed 0.25 0.15415571527552938 NaN NaN
seed 0.25 0.11390676812886774 NaN NaN
seed 0.25 0.1302327988297524 NaN NaN
seed 0.25 0.13939593368534853 NaN NaN
seed 0.25 0.11777031470156353 NaN NaN
seed 0.25 0.18952388015594127 NaN NaN
seed 0.25 0.13585569487337754 NaN NaN
seed 0.25 0.12548105347039865 NaN NaN
seed 0.5 0.29855325798714827 NaN NaN
seed 0.5 0.20795115020681504 NaN NaN
seed 0.5 0.2923436116065709 NaN NaN
seed 0.5 0.21695631753816075 NaN NaN
seed 0.5 0.24460307661084532 NaN NaN
seed 0.5 0.2713587896999431 NaN NaN
seed 0.5 0.23298552124595667 NaN NaN
seed 0.5 0.3708080330797097 NaN NaN
seed 0.5 0.2592117310456905 NaN NaN
seed 0.5 0.22927980878173201 NaN NaN
seed 0.75 0.4600991987746215 NaN NaN
seed 0.75 0.32073036876525846 NaN NaN
seed 0.75 0.44547491645668985 NaN NaN
seed 0.75 0.3323544986686072 NaN NaN
seed 0.75 0.37163044902928444 NaN NaN
seed 0.75 0.41758635045792114 NaN NaN
seed 0.75 0.36117036628448546 NaN NaN
seed 0.75 0.5721620032473057 NaN NaN
seed 0.75 0.39611166695798067 NaN NaN
seed 0.75 0.3453965387160337 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8'

panel_title[3] = 'transformer'
note[3] = ''
$p3s1 << EOD
median 0 0 NaN NaN
median 0.25 0.07743366697611306 NaN NaN
median 0.5 0.10682495638315845 NaN NaN
median 0.75 0.11581456722015951 NaN NaN
interval 0 0 0 0
interval 0.25 0.07825031294038948 0.07362752891214557 0.08287309696863339
interval 0.5 0.10527469190051239 0.09519650534325313 0.11535287845777165
interval 0.75 0.11383432509562638 0.10565009558513992 0.12201855460611284
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.07197979672714719 NaN NaN
seed 0.25 0.0744041882034589 NaN NaN
seed 0.25 0.09236118216609351 NaN NaN
seed 0.25 0.08292773420998423 NaN NaN
seed 0.25 0.079044866146158 NaN NaN
seed 0.25 0.0770466819100878 NaN NaN
seed 0.25 0.08284950510805723 NaN NaN
seed 0.25 0.07189596562346501 NaN NaN
seed 0.25 0.07782065204213834 NaN NaN
seed 0.25 0.07217255726730454 NaN NaN
seed 0.5 0.11031602757044576 NaN NaN
seed 0.5 0.11918467977586329 NaN NaN
seed 0.5 0.10363132678998785 NaN NaN
seed 0.5 0.10872520088843736 NaN NaN
seed 0.5 0.09949353450875467 NaN NaN
seed 0.5 0.09917124713794993 NaN NaN
seed 0.5 0.12246243598234907 NaN NaN
seed 0.5 0.0717299677933985 NaN NaN
seed 0.5 0.10492471187787954 NaN NaN
seed 0.5 0.11310778668005816 NaN NaN
seed 0.75 0.12809596295799894 NaN NaN
seed 0.75 0.10638536191953264 NaN NaN
seed 0.75 0.11633913273352837 NaN NaN
seed 0.75 0.11548335027142077 NaN NaN
seed 0.75 0.0945003500181877 NaN NaN
seed 0.75 0.11614578416889824 NaN NaN
seed 0.75 0.11495462996139667 NaN NaN
seed 0.75 0.12973915475652253 NaN NaN
seed 0.75 0.09794255255129566 NaN NaN
seed 0.75 0.11875697161748232 NaN NaN
EOD
$p3s2 << EOD
median 0 0 NaN NaN
median 0.25 0.08318532467345499 NaN NaN
median 0.5 0.14065743349131699 NaN NaN
median 0.75 0.21057365733053154 NaN NaN
interval 0 0 0 0
interval 0.25 0.08427582947061062 0.0785208440131259 0.09003081492809534
interval 0.5 0.14070065577597549 0.126629277691198 0.15477203386075297
interval 0.75 0.21807340409249285 0.18486971220945253 0.25127709597553316
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.09636309496264522 NaN NaN
seed 0.25 0.08638725070948168 NaN NaN
seed 0.25 0.08333047479807594 NaN NaN
seed 0.25 0.08242546226798074 NaN NaN
seed 0.25 0.09127101519058886 NaN NaN
seed 0.25 0.06629972665633051 NaN NaN
seed 0.25 0.08167203401089596 NaN NaN
seed 0.25 0.08143538491931467 NaN NaN
seed 0.25 0.08304017454883403 NaN NaN
seed 0.25 0.09053367664195851 NaN NaN
seed 0.5 0.14165234364168772 NaN NaN
seed 0.5 0.1691163345968217 NaN NaN
seed 0.5 0.1648576893476742 NaN NaN
seed 0.5 0.1289967499036417 NaN NaN
seed 0.5 0.13966252334094628 NaN NaN
seed 0.5 0.10877603981544907 NaN NaN
seed 0.5 0.15997535048780542 NaN NaN
seed 0.5 0.11867170148279234 NaN NaN
seed 0.5 0.14302285158545192 NaN NaN
seed 0.5 0.13227497355748444 NaN NaN
seed 0.75 0.229738322486821 NaN NaN
seed 0.75 0.25076119015317494 NaN NaN
seed 0.75 0.27450615169804105 NaN NaN
seed 0.75 0.17890630138214106 NaN NaN
seed 0.75 0.1879725343574213 NaN NaN
seed 0.75 0.165335755339297 NaN NaN
seed 0.75 0.24312307685222123 NaN NaN
seed 0.75 0.16553835864557784 NaN NaN
seed 0.75 0.2934433578359914 NaN NaN
seed 0.75 0.1914089921742421 NaN NaN
EOD
$p3s3 << EOD
median 0 0 NaN NaN
median 0.25 0.0799229765462702 NaN NaN
median 0.5 0.13102671262930987 NaN NaN
median 0.75 0.18928376130585872 NaN NaN
interval 0 0 0 0
interval 0.25 0.07880304233040548 0.0686227338865993 0.08898335077421167
interval 0.5 0.13181454111936347 0.116360976251352 0.14726810598737494
interval 0.75 0.18365429403544 0.1606945618246461 0.20661402624623393
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.10298220319864279 NaN NaN
seed 0.25 0.05611323413127415 NaN NaN
seed 0.25 0.08156476198404781 NaN NaN
seed 0.25 0.09781880890255822 NaN NaN
seed 0.25 0.08121367487304558 NaN NaN
seed 0.25 0.0827434699723827 NaN NaN
seed 0.25 0.07079853854701301 NaN NaN
seed 0.25 0.07248042043752753 NaN NaN
seed 0.25 0.07863227821949482 NaN NaN
seed 0.25 0.06368303303806812 NaN NaN
seed 0.5 0.17165900878147444 NaN NaN
seed 0.5 0.10606116790596114 NaN NaN
seed 0.5 0.1612583439505936 NaN NaN
seed 0.5 0.12760053797180457 NaN NaN
seed 0.5 0.13033250551545453 NaN NaN
seed 0.5 0.13355924194772661 NaN NaN
seed 0.5 0.13172091974316522 NaN NaN
seed 0.5 0.11482775707200657 NaN NaN
seed 0.5 0.13664928571911153 NaN NaN
seed 0.5 0.1044766425863365 NaN NaN
seed 0.75 0.20834586939183922 NaN NaN
seed 0.75 0.169845226716966 NaN NaN
seed 0.75 0.20167056698132751 NaN NaN
seed 0.75 0.19218272321966873 NaN NaN
seed 0.75 0.18638479939204872 NaN NaN
seed 0.75 0.12474445998470471 NaN NaN
seed 0.75 0.2055536736100907 NaN NaN
seed 0.75 0.17800444103411758 NaN NaN
seed 0.75 0.23007716273933443 NaN NaN
seed 0.75 0.13973401728430243 NaN NaN
EOD
$p3s4 << EOD
median 0 0 NaN NaN
median 0.25 0.06393550739423048 NaN NaN
median 0.5 0.11390427473182708 NaN NaN
median 0.75 0.1642384023144446 NaN NaN
interval 0 0 0 0
interval 0.25 0.06681658932429071 0.05849048707206826 0.07514269157651317
interval 0.5 0.11197093243945284 0.10233991312242353 0.12160195175648215
interval 0.75 0.17152591541606993 0.1505139970905975 0.19253783374154235
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.057968320070044536 NaN NaN
seed 0.25 0.0559219124490822 NaN NaN
seed 0.25 0.058593388125014946 NaN NaN
seed 0.25 0.09185073040525417 NaN NaN
seed 0.25 0.067617709457308 NaN NaN
seed 0.25 0.08097563620910551 NaN NaN
seed 0.25 0.07011596939954784 NaN NaN
seed 0.25 0.06590987821232505 NaN NaN
seed 0.25 0.05725121233908887 NaN NaN
seed 0.25 0.06196113657613591 NaN NaN
seed 0.5 0.10062782765112913 NaN NaN
seed 0.5 0.10429776240004154 NaN NaN
seed 0.5 0.12087603332624298 NaN NaN
seed 0.5 0.12553250428103466 NaN NaN
seed 0.5 0.11901297045564325 NaN NaN
seed 0.5 0.12121559275321181 NaN NaN
seed 0.5 0.13020600825636497 NaN NaN
seed 0.5 0.10155478126758044 NaN NaN
seed 0.5 0.10879557900801091 NaN NaN
seed 0.5 0.08759026499526879 NaN NaN
seed 0.75 0.15179363454006287 NaN NaN
seed 0.75 0.16335623855329534 NaN NaN
seed 0.75 0.15792963521832126 NaN NaN
seed 0.75 0.18835647532654773 NaN NaN
seed 0.75 0.19140438455398553 NaN NaN
seed 0.75 0.16299542736486677 NaN NaN
seed 0.75 0.22923302084218997 NaN NaN
seed 0.75 0.18629990580705683 NaN NaN
seed 0.75 0.16512056607559386 NaN NaN
seed 0.75 0.11876986587877882 NaN NaN
EOD
$p3s5 << EOD
median 0 0 NaN NaN
median 0.25 0.1521153218923822 NaN NaN
median 0.5 0.26804307794614524 NaN NaN
median 0.75 0.30263994901084734 NaN NaN
interval 0 0 0 0
interval 0.25 0.1573082352593 0.12458155873417111 0.19003491178442888
interval 0.5 0.2550931709892185 0.2179663534561566 0.2922199885222805
interval 0.75 0.3273795011582202 0.27709870026152594 0.3776603020549144
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1481072296018728 NaN NaN
seed 0.25 0.15612341418289155 NaN NaN
seed 0.25 0.21526600487086847 NaN NaN
seed 0.25 0.12395421778724382 NaN NaN
seed 0.25 0.12014878711231591 NaN NaN
seed 0.25 0.13980622755246905 NaN NaN
seed 0.25 0.1582399918152038 NaN NaN
seed 0.25 0.08331866472395749 NaN NaN
seed 0.25 0.19568608479574615 NaN NaN
seed 0.25 0.23243173015043064 NaN NaN
seed 0.5 0.19923917471675745 NaN NaN
seed 0.5 0.28263288721215063 NaN NaN
seed 0.5 0.30161080314365635 NaN NaN
seed 0.5 0.25345326868013984 NaN NaN
seed 0.5 0.1962508572708437 NaN NaN
seed 0.5 0.2231889612181924 NaN NaN
seed 0.5 0.3015723458650519 NaN NaN
seed 0.5 0.17857589934229126 NaN NaN
seed 0.5 0.2955631452013369 NaN NaN
seed 0.5 0.31884436724176474 NaN NaN
seed 0.75 0.29871116810956205 NaN NaN
seed 0.75 0.4837221141664074 NaN NaN
seed 0.75 0.2656237879054833 NaN NaN
seed 0.75 0.3065687299121326 NaN NaN
seed 0.75 0.2854925233773334 NaN NaN
seed 0.75 0.2753686393748171 NaN NaN
seed 0.75 0.4083439652988565 NaN NaN
seed 0.75 0.27614981810305683 NaN NaN
seed 0.75 0.31313113586447616 NaN NaN
seed 0.75 0.3606831294700761 NaN NaN
EOD
$p3s6 << EOD
median 0 0 NaN NaN
median 0.25 0.06564571401408917 NaN NaN
median 0.5 0.12342054159302698 NaN NaN
median 0.75 0.18329622841142607 NaN NaN
interval 0 0 0 0
interval 0.25 0.06784199056057952 0.06044925103657058 0.07523473008458845
interval 0.5 0.1228736072097913 0.11318948315397376 0.13255773126560885
interval 0.75 0.18388418033350876 0.1667575680972061 0.20101079256981141
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.07226590222730118 NaN NaN
seed 0.25 0.06663517088170313 NaN NaN
seed 0.25 0.05687954968005429 NaN NaN
seed 0.25 0.08783993481202947 NaN NaN
seed 0.25 0.07857459397987712 NaN NaN
seed 0.25 0.0646562571464752 NaN NaN
seed 0.25 0.06092344148493749 NaN NaN
seed 0.25 0.057177301858639215 NaN NaN
seed 0.25 0.058650837930762055 NaN NaN
seed 0.25 0.07481691560401599 NaN NaN
seed 0.5 0.10488516833118622 NaN NaN
seed 0.5 0.14266102444152337 NaN NaN
seed 0.5 0.12338047835629151 NaN NaN
seed 0.5 0.14390840381686978 NaN NaN
seed 0.5 0.1268297065036297 NaN NaN
seed 0.5 0.12959792064905848 NaN NaN
seed 0.5 0.10723551326295781 NaN NaN
seed 0.5 0.11509618600883319 NaN NaN
seed 0.5 0.1116810658978005 NaN NaN
seed 0.5 0.12346060482976247 NaN NaN
seed 0.75 0.1562319051562426 NaN NaN
seed 0.75 0.21980725526404246 NaN NaN
seed 0.75 0.19984780123778428 NaN NaN
seed 0.75 0.21730020910758074 NaN NaN
seed 0.75 0.1502107841486489 NaN NaN
seed 0.75 0.190062437385789 NaN NaN
seed 0.75 0.18495657193742934 NaN NaN
seed 0.75 0.1612110995514963 NaN NaN
seed 0.75 0.17757785466065107 NaN NaN
seed 0.75 0.1816358848854228 NaN NaN
EOD
$p3s7 << EOD
median 0 0 NaN NaN
median 0.25 0.1071880670626677 NaN NaN
median 0.5 0.1547626953703023 NaN NaN
median 0.75 0.15881058763203004 NaN NaN
interval 0 0 0 0
interval 0.25 0.11126515251009159 0.08897392051954899 0.13355638450063417
interval 0.5 0.16278471472356387 0.1370161873546123 0.18855324209251545
interval 0.75 0.1720649819250375 0.15245018670911067 0.19167977714096432
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.09903431741821911 NaN NaN
seed 0.25 0.12243998708415783 NaN NaN
seed 0.25 0.13554880985418208 NaN NaN
seed 0.25 0.11252590387753114 NaN NaN
seed 0.25 0.10350962289698566 NaN NaN
seed 0.25 0.06864393638994107 NaN NaN
seed 0.25 0.09541237304780345 NaN NaN
seed 0.25 0.08305396782002912 NaN NaN
seed 0.25 0.11086651122834976 NaN NaN
seed 0.25 0.18161609548371663 NaN NaN
seed 0.5 0.14409905886865296 NaN NaN
seed 0.5 0.16542633187195163 NaN NaN
seed 0.5 0.187955071682675 NaN NaN
seed 0.5 0.1422045888757791 NaN NaN
seed 0.5 0.17777031101532303 NaN NaN
seed 0.5 0.1186545455424885 NaN NaN
seed 0.5 0.19638268150307295 NaN NaN
seed 0.5 0.1425375462331302 NaN NaN
seed 0.5 0.12080742685139924 NaN NaN
seed 0.5 0.23200958479116615 NaN NaN
seed 0.75 0.15420109456400868 NaN NaN
seed 0.75 0.17415416583746443 NaN NaN
seed 0.75 0.2312744909060628 NaN NaN
seed 0.75 0.15710380155303844 NaN NaN
seed 0.75 0.19541401927891955 NaN NaN
seed 0.75 0.149802469306305 NaN NaN
seed 0.75 0.16051737371102168 NaN NaN
seed 0.75 0.14704980655998057 NaN NaN
seed 0.75 0.15448314214856051 NaN NaN
seed 0.75 0.19664945538501347 NaN NaN
EOD
$p3s8 << EOD
median 0 0 NaN NaN
median 0.25 0.12859178178708028 NaN NaN
median 0.5 0.23561704712530576 NaN NaN
median 0.75 0.37312414108062497 NaN NaN
interval 0 0 0 0
interval 0.25 0.13465840738356588 0.12351695053300281 0.14579986423412894
interval 0.5 0.23955357566734897 0.22132540095874811 0.25778175037594986
interval 0.75 0.37663996552207063 0.33614849283565384 0.4171314382084874
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.12102791828787372 NaN NaN
seed 0.25 0.14104362119934338 NaN NaN
seed 0.25 0.12011947261678348 NaN NaN
seed 0.25 0.14644820192009977 NaN NaN
seed 0.25 0.1278709762297492 NaN NaN
seed 0.25 0.11854978242610166 NaN NaN
seed 0.25 0.1291799567497353 NaN NaN
seed 0.25 0.12800360682442527 NaN NaN
seed 0.25 0.1468559342893792 NaN NaN
seed 0.25 0.16748460329216774 NaN NaN
seed 0.5 0.20990437075409749 NaN NaN
seed 0.5 0.2759588188395528 NaN NaN
seed 0.5 0.2319907056073675 NaN NaN
seed 0.5 0.2372563077154315 NaN NaN
seed 0.5 0.21758250878157218 NaN NaN
seed 0.5 0.20264178143210324 NaN NaN
seed 0.5 0.2519357506416401 NaN NaN
seed 0.5 0.23397778653518003 NaN NaN
seed 0.5 0.27065689731253456 NaN NaN
seed 0.5 0.26363082905401036 NaN NaN
seed 0.75 0.3470617864136441 NaN NaN
seed 0.75 0.4326557152558882 NaN NaN
seed 0.75 0.3111578327024445 NaN NaN
seed 0.75 0.3753738786626383 NaN NaN
seed 0.75 0.326552708762082 NaN NaN
seed 0.75 0.2923083042499811 NaN NaN
seed 0.75 0.43349521795129936 NaN NaN
seed 0.75 0.3708744034986116 NaN NaN
seed 0.75 0.43976309278457537 NaN NaN
seed 0.75 0.4371567149395423 NaN NaN
EOD
lines[3] = ' 1 2 3 4 5 6 7 8'

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

# ---- Lines over a numeric x: medians of the seeds, intervals of their mean, every seed, and the unsuccessful trials. ----

# A line of many points is a curve: it has a band, and marks that are `stride` points apart; phase(i) puts the marks of each
# line between those of the others. Where there are few points, each has a mark and its interval as a thin bar; aside(k) moves
# those of line k a little, so that bars do not overlap.
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
    # Names that would overlap are moved apart.
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

# Ticks stand at the values of x; at every second or third where they are too close. A linear axis has gnuplot's own ticks
# instead where two of these would overlap, or where their text is long, as that of a third of an epoch.
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
                part(curve ? drawn : '', "using (pick('mean median interval', $2)):(max($4, low[p])):5 with filledcurves lc rgb (entries > 4 ? spread(line[d(i)]) : band(line[d(i)]))") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):4 with lines lt line[d(i)] lw 0.6") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):5 with lines lt line[d(i)] lw 0.6") . \
                all_bands . \
                part(curve || bands ? '' : drawn, "using (pick('mean median interval', at($2, d(i)))):(max($4, low[p])):(0):($5 - max($4, low[p])) with vectors nohead lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(seed_lines ? '' : drawn, "using (pick('seed', at($2, d(i)))):3 with points pt 7 ps seed_size lc rgb faint(line[d(i)])") . \
                part(seed_lines ? drawn : '', "using (pick('seed', $2)):3 with lines lt line[d(i)] dt solid lw 0.7 lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with ".(bands || curve ? 'lines' : 'linespoints')." lt line[d(i)]") . \
                part(curve && !bands ? drawn : '', "every stride::phase(i) using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt line[th(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    # In a text terminal, lines that are less than a row apart overlap. Long curves do so somewhere.
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
