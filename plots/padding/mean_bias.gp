# A figure of normlab. `gnuplot mean_bias.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mean_bias.gp draws one of them, so many inches wide;
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

name = 'mean_bias'
title = 'Mean over all positions off that of valid ones, first norm, words of one length'
caption = 'words, 5 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean'
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
median 0.25 0.16464460150244895 NaN NaN
median 0.5 0.2730354831219567 NaN NaN
median 0.75 0.3908221379788986 NaN NaN
interval 0 0 0 0
interval 0.25 0.15771778429547853 0.13142653475272859 0.18400903383822848
interval 0.5 0.27881534736303315 0.24276446381109212 0.3148662309149742
interval 0.75 0.40544530396780865 0.343680767433611 0.4672098405020063
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1515819433979341 NaN NaN
seed 0.25 0.17289230932404867 NaN NaN
seed 0.25 0.1237538493944564 NaN NaN
seed 0.25 0.1757162178585045 NaN NaN
seed 0.25 0.16464460150244895 NaN NaN
seed 0.5 0.2564359698140926 NaN NaN
seed 0.5 0.30057643290496566 NaN NaN
seed 0.5 0.24778203514053687 NaN NaN
seed 0.5 0.3162468158336141 NaN NaN
seed 0.5 0.2730354831219567 NaN NaN
seed 0.75 0.38978764569165175 NaN NaN
seed 0.75 0.43916562752547245 NaN NaN
seed 0.75 0.33932201390076155 NaN NaN
seed 0.75 0.46812909474225856 NaN NaN
seed 0.75 0.3908221379788986 NaN NaN
EOD
$p1s2 << EOD
median 0 0 NaN NaN
median 0.25 0.16801430014323254 NaN NaN
median 0.5 0.3080262762741101 NaN NaN
median 0.75 0.4620394021629235 NaN NaN
interval 0 0 0 0
interval 0.25 0.16251367367459507 0.13518507199782318 0.18984227535136697
interval 0.5 0.2979417214800944 0.2478392737400665 0.34804416922012227
interval 0.75 0.44691260990876014 0.37175896872553593 0.5220662510919843
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.16801430014323254 NaN NaN
seed 0.25 0.17009948976345235 NaN NaN
seed 0.25 0.12595718021816157 NaN NaN
seed 0.25 0.18515970434976742 NaN NaN
seed 0.25 0.1633376938983615 NaN NaN
seed 0.5 0.3080262762741101 NaN NaN
seed 0.5 0.31184905168670274 NaN NaN
seed 0.5 0.23092145331043912 NaN NaN
seed 0.5 0.3394594136818196 NaN NaN
seed 0.5 0.2994524124474002 NaN NaN
seed 0.75 0.4620394021629235 NaN NaN
seed 0.75 0.4677735429636221 NaN NaN
seed 0.75 0.34638225218551805 NaN NaN
seed 0.75 0.5091891534790062 NaN NaN
seed 0.75 0.4491786987527313 NaN NaN
EOD
$p1s3 << EOD
median 0 0 NaN NaN
median 0.25 0.08025711375545871 NaN NaN
median 0.5 0.14713807235350454 NaN NaN
median 0.75 0.22070710853025688 NaN NaN
interval 0 0 0 0
interval 0.25 0.08183912871256956 0.07109778077997281 0.0925804766451663
interval 0.5 0.15003841551787364 0.13034594212509965 0.16973088891064764
interval 0.75 0.22505762327681045 0.19551891318764952 0.2545963333659714
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.08025711375545871 NaN NaN
seed 0.25 0.07361945276641288 NaN NaN
seed 0.25 0.0758490424430298 NaN NaN
seed 0.25 0.08387386983737011 NaN NaN
seed 0.25 0.09559616476057622 NaN NaN
seed 0.5 0.14713807235350454 NaN NaN
seed 0.5 0.134969026472789 NaN NaN
seed 0.5 0.1390565638182585 NaN NaN
seed 0.5 0.1537687597058146 NaN NaN
seed 0.5 0.17525965523900153 NaN NaN
seed 0.75 0.22070710853025688 NaN NaN
seed 0.75 0.20245353970918348 NaN NaN
seed 0.75 0.20858484572738784 NaN NaN
seed 0.75 0.23065313955872194 NaN NaN
seed 0.75 0.2628894828585022 NaN NaN
EOD
$p1s4 << EOD
median 0 0 NaN NaN
median 0.25 0.08092394728791276 NaN NaN
median 0.5 0.1483605557776083 NaN NaN
median 0.75 0.22254083366641236 NaN NaN
interval 0 0 0 0
interval 0.25 0.07943247114541202 0.06882338972286207 0.09004155256796197
interval 0.5 0.1456261880204893 0.12617620088076748 0.1650761751602111
interval 0.75 0.21843928203073393 0.18926430132115116 0.2476142627403167
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.08092394728791276 NaN NaN
seed 0.25 0.07433672668390401 NaN NaN
seed 0.25 0.06748117740383744 NaN NaN
seed 0.25 0.08725608313918813 NaN NaN
seed 0.25 0.0871644212122178 NaN NaN
seed 0.5 0.1483605557776083 NaN NaN
seed 0.5 0.13628400162672566 NaN NaN
seed 0.5 0.12371547039180884 NaN NaN
seed 0.5 0.1599694643894513 NaN NaN
seed 0.5 0.1598014479168523 NaN NaN
seed 0.75 0.22254083366641236 NaN NaN
seed 0.75 0.2044260024400885 NaN NaN
seed 0.75 0.1855732055877132 NaN NaN
seed 0.75 0.23995419658417705 NaN NaN
seed 0.75 0.23970217187527845 NaN NaN
EOD
$p1s5 << EOD
median 0 0 NaN NaN
median 0.25 0.0948156395850372 NaN NaN
median 0.5 0.1905599460713478 NaN NaN
median 0.75 0.30402867027792674 NaN NaN
interval 0 0 0 0
interval 0.25 0.09683317544162962 0.08912995251243959 0.10453639837081964
interval 0.5 0.19139967434719632 0.1795806310080007 0.20321871768639194
interval 0.75 0.3013940598289641 0.2807328278309643 0.3220552918269639
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.09244308641447188 NaN NaN
seed 0.25 0.0948156395850372 NaN NaN
seed 0.25 0.09036953626824601 NaN NaN
seed 0.25 0.10153684876828031 NaN NaN
seed 0.25 0.1050007661721126 NaN NaN
seed 0.5 0.2061897194010758 NaN NaN
seed 0.5 0.19008207619050493 NaN NaN
seed 0.5 0.19062606542097754 NaN NaN
seed 0.5 0.1905599460713478 NaN NaN
seed 0.5 0.1795405646520754 NaN NaN
seed 0.75 0.31013548275713415 NaN NaN
seed 0.75 0.29617502892691927 NaN NaN
seed 0.75 0.3204289711044079 NaN NaN
seed 0.75 0.30402867027792674 NaN NaN
seed 0.75 0.2762021460784325 NaN NaN
EOD
$p1s6 << EOD
median 0 0 NaN NaN
median 0.25 0.09000059292537596 NaN NaN
median 0.5 0.165001087029856 NaN NaN
median 0.75 0.247501630544784 NaN NaN
interval 0 0 0 0
interval 0.25 0.08990324498393532 0.0807399391958993 0.09906655077197134
interval 0.5 0.16482261580388147 0.14802322185914873 0.1816220097486142
interval 0.75 0.24723392370582217 0.22203483278872307 0.2724330146229213
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.08094425639613728 NaN NaN
seed 0.25 0.0937426044646287 NaN NaN
seed 0.25 0.09983813170530285 NaN NaN
seed 0.25 0.08499063942823183 NaN NaN
seed 0.25 0.09000059292537596 NaN NaN
seed 0.5 0.14839780339291836 NaN NaN
seed 0.5 0.17186144151848595 NaN NaN
seed 0.5 0.1830365747930553 NaN NaN
seed 0.5 0.1558161722850917 NaN NaN
seed 0.5 0.165001087029856 NaN NaN
seed 0.75 0.2225967050893775 NaN NaN
seed 0.75 0.25779216227772894 NaN NaN
seed 0.75 0.2745548621895829 NaN NaN
seed 0.75 0.23372425842763747 NaN NaN
seed 0.75 0.247501630544784 NaN NaN
EOD
$p1s7 << EOD
median 0 0 NaN NaN
median 0.25 0.14155156581066788 NaN NaN
median 0.5 0.21382131714727717 NaN NaN
median 0.75 0.3456899603413332 NaN NaN
interval 0 0 0 0
interval 0.25 0.14055852954894243 0.1327724081823014 0.14834465091558346
interval 0.5 0.21811384730522704 0.16540789178029613 0.27081980283015794
interval 0.75 0.3515928248724055 0.30473469352046534 0.3984509562243457
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.13383271389113782 NaN NaN
seed 0.25 0.1458137911269414 NaN NaN
seed 0.25 0.13434233006430524 NaN NaN
seed 0.25 0.14155156581066788 NaN NaN
seed 0.25 0.14725224685165988 NaN NaN
seed 0.5 0.2719867970360587 NaN NaN
seed 0.5 0.21382131714727717 NaN NaN
seed 0.5 0.16323834473103924 NaN NaN
seed 0.5 0.19564947492443324 NaN NaN
seed 0.5 0.2458733026873268 NaN NaN
seed 0.75 0.4046167237169496 NaN NaN
seed 0.75 0.36778749470988314 NaN NaN
seed 0.75 0.30285289504066576 NaN NaN
seed 0.75 0.3456899603413332 NaN NaN
seed 0.75 0.3370170505531959 NaN NaN
EOD
$p1s8 << EOD
median 0 0 NaN NaN
median 0.25 0.12864005093654243 NaN NaN
median 0.5 0.23584009338366105 NaN NaN
median 0.75 0.3537601400754916 NaN NaN
interval 0 0 0 0
interval 0.25 0.13063826903856177 0.11309277591879707 0.14818376215832646
interval 0.5 0.23950349323736325 0.20733675585112799 0.2716702306235985
interval 0.75 0.35925523985604485 0.311005133776692 0.4075053459353977
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1541800803814938 NaN NaN
seed 0.25 0.12864005093654243 NaN NaN
seed 0.25 0.11910652616862975 NaN NaN
seed 0.25 0.1309890808628682 NaN NaN
seed 0.25 0.12027560684327464 NaN NaN
seed 0.5 0.2826634806994053 NaN NaN
seed 0.5 0.23584009338366105 NaN NaN
seed 0.5 0.2183619646424879 NaN NaN
seed 0.5 0.24014664824859172 NaN NaN
seed 0.5 0.2205052792126702 NaN NaN
seed 0.75 0.4239952210491079 NaN NaN
seed 0.75 0.3537601400754916 NaN NaN
seed 0.75 0.327542946963732 NaN NaN
seed 0.75 0.36021997237288766 NaN NaN
seed 0.75 0.3307579188190051 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8'

panel_title[2] = 'ConvNet'
note[2] = ''
$p2s1 << EOD
median 0 0 NaN NaN
median 0.25 0.09856164304849752 NaN NaN
median 0.5 0.18849164580287178 NaN NaN
median 0.75 0.2798904130744081 NaN NaN
interval 0 0 0 0
interval 0.25 0.10105920269813731 0.06671234307373605 0.13540606232253857
interval 0.5 0.19809612975410387 0.14640159609703196 0.24979066341117578
interval 0.75 0.30456270633950017 0.21959193053821796 0.38953348214078237
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1460473955573857 NaN NaN
seed 0.25 0.07197126499208377 NaN NaN
seed 0.25 0.08747902730894615 NaN NaN
seed 0.25 0.10123668258377343 NaN NaN
seed 0.25 0.09856164304849752 NaN NaN
seed 0.5 0.2588180074676495 NaN NaN
seed 0.5 0.15342637094107636 NaN NaN
seed 0.5 0.18849164580287178 NaN NaN
seed 0.5 0.17102120012607472 NaN NaN
seed 0.5 0.21872342443284698 NaN NaN
seed 0.75 0.42082578632354517 NaN NaN
seed 0.75 0.25034197707785877 NaN NaN
seed 0.75 0.2798904130744081 NaN NaN
seed 0.75 0.26387403312783786 NaN NaN
seed 0.75 0.30788132209385094 NaN NaN
EOD
$p2s2 << EOD
median 0 0 NaN NaN
median 0.25 0.09518680434341313 NaN NaN
median 0.5 0.18662942683901088 NaN NaN
median 0.75 0.2899696157169409 NaN NaN
interval 0 0 0 0
interval 0.25 0.0944372900189491 0.07707605902373008 0.11179852101416812
interval 0.5 0.18609395765439665 0.15213355869170384 0.22005435661708947
interval 0.75 0.2897901623582008 0.2370597336248366 0.3425205910915651
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.11457934287330582 NaN NaN
seed 0.25 0.0861157302148405 NaN NaN
seed 0.25 0.0774870155211547 NaN NaN
seed 0.25 0.09518680434341313 NaN NaN
seed 0.25 0.09881755714203126 NaN NaN
seed 0.5 0.22560561891967776 NaN NaN
seed 0.5 0.17214409225780145 NaN NaN
seed 0.5 0.15188337673559588 NaN NaN
seed 0.5 0.18662942683901088 NaN NaN
seed 0.5 0.19420727351989728 NaN NaN
seed 0.75 0.34991783267856946 NaN NaN
seed 0.75 0.2687017081081821 NaN NaN
seed 0.75 0.23564948266221042 NaN NaN
seed 0.75 0.2899696157169409 NaN NaN
seed 0.75 0.30471217262510114 NaN NaN
EOD
$p2s3 << EOD
median 0 0 NaN NaN
median 0.25 0.05550394311006495 NaN NaN
median 0.5 0.10401307498718568 NaN NaN
median 0.75 0.15865484086029288 NaN NaN
interval 0 0 0 0
interval 0.25 0.057575345629029454 0.03812490949744492 0.07702578176061399
interval 0.5 0.11144189919935128 0.07282228880601463 0.15006150959268794
interval 0.75 0.17221206055664645 0.1135420155083326 0.2308821056049603
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.08261612900705431 NaN NaN
seed 0.25 0.04764575293110857 NaN NaN
seed 0.25 0.041928588541939246 NaN NaN
seed 0.25 0.05550394311006495 NaN NaN
seed 0.25 0.060182314554980174 NaN NaN
seed 0.5 0.16345674898458804 NaN NaN
seed 0.5 0.08773647968080535 NaN NaN
seed 0.5 0.08817711364045522 NaN NaN
seed 0.5 0.10401307498718568 NaN NaN
seed 0.5 0.11382607870372205 NaN NaN
seed 0.75 0.2522648578452461 NaN NaN
seed 0.75 0.13707616941537754 NaN NaN
seed 0.75 0.13903667121207228 NaN NaN
seed 0.75 0.15865484086029288 NaN NaN
seed 0.75 0.17402776345024337 NaN NaN
EOD
$p2s4 << EOD
median 0 0 NaN NaN
median 0.25 0.1167542615594771 NaN NaN
median 0.5 0.24270341770045978 NaN NaN
median 0.75 0.3809789086847554 NaN NaN
interval 0 0 0 0
interval 0.25 0.12168348407109789 0.10546526413326524 0.13790170400893054
interval 0.5 0.24660926997054586 0.22113032274796107 0.27208821719313064
interval 0.75 0.3843233745849285 0.34653812188630145 0.4221086272835555
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14255384206008268 NaN NaN
seed 0.25 0.11330885732606763 NaN NaN
seed 0.25 0.1167542615594771 NaN NaN
seed 0.25 0.11003255409163953 NaN NaN
seed 0.25 0.1257679053182225 NaN NaN
seed 0.5 0.2689699483597216 NaN NaN
seed 0.5 0.2335885749232428 NaN NaN
seed 0.5 0.24270341770045978 NaN NaN
seed 0.5 0.2217029857468058 NaN NaN
seed 0.5 0.26608142312249944 NaN NaN
seed 0.75 0.41772467630409216 NaN NaN
seed 0.75 0.36650696906279806 NaN NaN
seed 0.75 0.3809789086847554 NaN NaN
seed 0.75 0.3451498185623321 NaN NaN
seed 0.75 0.4112565003106646 NaN NaN
EOD
$p2s5 << EOD
median 0 0 NaN NaN
median 0.25 0.0721653014724861 NaN NaN
median 0.5 0.1861438147027633 NaN NaN
median 0.75 0.34954655532721174 NaN NaN
interval 0 0 0 0
interval 0.25 0.08101142264494657 0.05547862460980159 0.10654422068009155
interval 0.5 0.19726274123240972 0.13191894019543943 0.26260654226938
interval 0.75 0.37835322846018216 0.29016480535968886 0.46654165156067545
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1087887774327917 NaN NaN
seed 0.25 0.0666060720960203 NaN NaN
seed 0.25 0.06108753899740469 NaN NaN
seed 0.25 0.0721653014724861 NaN NaN
seed 0.25 0.09640942322603006 NaN NaN
seed 0.5 0.28374898869585397 NaN NaN
seed 0.5 0.18057477239293565 NaN NaN
seed 0.5 0.14077202838797326 NaN NaN
seed 0.5 0.19507410198252254 NaN NaN
seed 0.5 0.1861438147027633 NaN NaN
seed 0.75 0.5049015738978258 NaN NaN
seed 0.75 0.34954655532721174 NaN NaN
seed 0.75 0.33762126978405016 NaN NaN
seed 0.75 0.3548182458688511 NaN NaN
seed 0.75 0.34487849742297216 NaN NaN
EOD
$p2s6 << EOD
median 0 0 NaN NaN
median 0.25 0.06954904996633793 NaN NaN
median 0.5 0.132386554462586 NaN NaN
median 0.75 0.20327035023839804 NaN NaN
interval 0 0 0 0
interval 0.25 0.07140249161655556 0.06082779526898987 0.08197718796412125
interval 0.5 0.14168682737303692 0.11991566322050966 0.16345799152556417
interval 0.75 0.21992330204467964 0.18518963779560227 0.254656966293757
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.08562272538857507 NaN NaN
seed 0.25 0.0716896045842818 NaN NaN
seed 0.25 0.06654748764500647 NaN NaN
seed 0.25 0.0636035904985765 NaN NaN
seed 0.25 0.06954904996633793 NaN NaN
seed 0.5 0.16760677978333582 NaN NaN
seed 0.5 0.15173930880181355 NaN NaN
seed 0.5 0.1310573751107623 NaN NaN
seed 0.5 0.12564411870668704 NaN NaN
seed 0.5 0.132386554462586 NaN NaN
seed 0.75 0.2583565315168606 NaN NaN
seed 0.75 0.24082049387021684 NaN NaN
seed 0.75 0.20327035023839804 NaN NaN
seed 0.75 0.19482605723096463 NaN NaN
seed 0.75 0.20234307736695814 NaN NaN
EOD
$p2s7 << EOD
median 0 0 NaN NaN
median 0.25 0.07798808277137245 NaN NaN
median 0.5 0.20562146278826154 NaN NaN
median 0.75 0.337622601516828 NaN NaN
interval 0 0 0 0
interval 0.25 0.08527498808725695 0.05612479050390952 0.11442518567060438
interval 0.5 0.23117354986106703 0.16419326247261057 0.2981538372495235
interval 0.75 0.3682031377842877 0.2839191624962427 0.4524871130723327
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.12579977264431208 NaN NaN
seed 0.25 0.07039467473364333 NaN NaN
seed 0.25 0.06837142452649352 NaN NaN
seed 0.25 0.08382098576046344 NaN NaN
seed 0.25 0.07798808277137245 NaN NaN
seed 0.5 0.32306745496926875 NaN NaN
seed 0.5 0.20562146278826154 NaN NaN
seed 0.5 0.19846941095017273 NaN NaN
seed 0.5 0.19305797481719236 NaN NaN
seed 0.5 0.2356514457804397 NaN NaN
seed 0.75 0.4156770323237885 NaN NaN
seed 0.75 0.337622601516828 NaN NaN
seed 0.75 0.30201636020417594 NaN NaN
seed 0.75 0.3234014844353066 NaN NaN
seed 0.75 0.4622982104413395 NaN NaN
EOD
$p2s8 << EOD
median 0 0 NaN NaN
median 0.25 0.05961252226537003 NaN NaN
median 0.5 0.11621694097822079 NaN NaN
median 0.75 0.178686757241209 NaN NaN
interval 0 0 0 0
interval 0.25 0.05715983956690056 0.050247617942484765 0.06407206119131635
interval 0.5 0.11080129731956664 0.09545940213703556 0.1261431925020977
interval 0.75 0.17152516400112539 0.14668481745638284 0.19636551054586793
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.06076505846497639 NaN NaN
seed 0.25 0.04757300778326493 NaN NaN
seed 0.25 0.05707845636064504 NaN NaN
seed 0.25 0.05961252226537003 NaN NaN
seed 0.25 0.060770152960246376 NaN NaN
seed 0.5 0.11869729911145595 NaN NaN
seed 0.5 0.08906227768891795 NaN NaN
seed 0.5 0.112680114182187 NaN NaN
seed 0.5 0.11734985463705154 NaN NaN
seed 0.5 0.11621694097822079 NaN NaN
seed 0.75 0.1846943595256471 NaN NaN
seed 0.75 0.13631315583672118 NaN NaN
seed 0.75 0.17538920190810528 NaN NaN
seed 0.75 0.18254234549394446 NaN NaN
seed 0.75 0.178686757241209 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8'

panel_title[3] = 'transformer'
note[3] = ''
$p3s1 << EOD
median 0 0 NaN NaN
median 0.25 0.14825865271664482 NaN NaN
median 0.5 0.2729911426160684 NaN NaN
median 0.75 0.4106604693450227 NaN NaN
interval 0 0 0 0
interval 0.25 0.14363654908534423 0.12965566582403346 0.157617432346655
interval 0.5 0.26937115300087966 0.25180302789018927 0.28693927811157005
interval 0.75 0.4092814698722398 0.3887254406810544 0.42983749906342517
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14825865271664482 NaN NaN
seed 0.25 0.13057474422914922 NaN NaN
seed 0.25 0.13309472830951338 NaN NaN
seed 0.25 0.1496719984149532 NaN NaN
seed 0.25 0.15658262175646054 NaN NaN
seed 0.5 0.2743594026617059 NaN NaN
seed 0.5 0.24834651064771526 NaN NaN
seed 0.5 0.26454181799022575 NaN NaN
seed 0.5 0.2729911426160684 NaN NaN
seed 0.5 0.286616891088683 NaN NaN
seed 0.75 0.430051788061858 NaN NaN
seed 0.75 0.4106604693450227 NaN NaN
seed 0.75 0.38680272188418147 NaN NaN
seed 0.75 0.400567952755042 NaN NaN
seed 0.75 0.4183244173150944 NaN NaN
EOD
$p3s2 << EOD
median 0 0 NaN NaN
median 0.25 0.1503659520510621 NaN NaN
median 0.5 0.2736738837031354 NaN NaN
median 0.75 0.4126228178683136 NaN NaN
interval 0 0 0 0
interval 0.25 0.145493323435824 0.12988355160117238 0.16110309527047562
interval 0.5 0.2716411159406048 0.2510641181762883 0.2922181137049213
interval 0.75 0.4124534368549675 0.3897887434397537 0.43511813027018126
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1503659520510621 NaN NaN
seed 0.25 0.13021360259208997 NaN NaN
seed 0.25 0.134819820349918 NaN NaN
seed 0.25 0.15162599838742516 NaN NaN
seed 0.25 0.16044124379862465 NaN NaN
seed 0.5 0.27509038909614414 NaN NaN
seed 0.5 0.2461526824870132 NaN NaN
seed 0.5 0.27085723301212533 NaN NaN
seed 0.5 0.2736738837031354 NaN NaN
seed 0.5 0.29243139140460594 NaN NaN
seed 0.75 0.43663525048387186 NaN NaN
seed 0.75 0.4126228178683136 NaN NaN
seed 0.75 0.3889050345725965 NaN NaN
seed 0.75 0.4022255366044657 NaN NaN
seed 0.75 0.4218785447455896 NaN NaN
EOD
$p3s3 << EOD
median 0 0 NaN NaN
median 0.25 0.1434974753864836 NaN NaN
median 0.5 0.2644363603566239 NaN NaN
median 0.75 0.3913962822614676 NaN NaN
interval 0 0 0 0
interval 0.25 0.13871967062243912 0.1221584648319942 0.15528087641288404
interval 0.5 0.2599435748137348 0.23999756128713487 0.2798895883403347
interval 0.75 0.3965185807666677 0.3686997141936551 0.42433744733968026
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.1434974753864836 NaN NaN
seed 0.25 0.12288206314711514 NaN NaN
seed 0.25 0.12672750365637908 NaN NaN
seed 0.25 0.1464751321959 NaN NaN
seed 0.25 0.15401617872631776 NaN NaN
seed 0.5 0.2651767309511122 NaN NaN
seed 0.5 0.2363630804759808 NaN NaN
seed 0.5 0.2539748178820565 NaN NaN
seed 0.5 0.2644363603566239 NaN NaN
seed 0.5 0.2797668844029007 NaN NaN
seed 0.75 0.43089292706058163 NaN NaN
seed 0.75 0.3913962822614676 NaN NaN
seed 0.75 0.36968640598635794 NaN NaN
seed 0.75 0.3890989680495272 NaN NaN
seed 0.75 0.4015183204754039 NaN NaN
EOD
$p3s4 << EOD
median 0 0 NaN NaN
median 0.25 0.14416715651286 NaN NaN
median 0.5 0.2658512252082662 NaN NaN
median 0.75 0.3898616133950447 NaN NaN
interval 0 0 0 0
interval 0.25 0.13863903201308841 0.12282255823607806 0.15445550579009876
interval 0.5 0.2591691508603233 0.23987787148122047 0.2784604302394262
interval 0.75 0.39597524271545154 0.370027908929538 0.42192257650136505
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14416715651286 NaN NaN
seed 0.25 0.12226533092698902 NaN NaN
seed 0.25 0.1282134978661424 NaN NaN
seed 0.25 0.14649435013701512 NaN NaN
seed 0.25 0.1520548246224354 NaN NaN
seed 0.5 0.2658981340896344 NaN NaN
seed 0.5 0.23360240581193423 NaN NaN
seed 0.5 0.25664234879192044 NaN NaN
seed 0.5 0.2658512252082662 NaN NaN
seed 0.5 0.2738516403998612 NaN NaN
seed 0.75 0.4298570080798809 NaN NaN
seed 0.75 0.3863060329231498 NaN NaN
seed 0.75 0.3745939786816954 NaN NaN
seed 0.75 0.3898616133950447 NaN NaN
seed 0.75 0.3992575804974868 NaN NaN
EOD
$p3s5 << EOD
median 0 0 NaN NaN
median 0.25 0.14648918542617986 NaN NaN
median 0.5 0.2671122645947831 NaN NaN
median 0.75 0.41753948802998847 NaN NaN
interval 0 0 0 0
interval 0.25 0.1422809496409882 0.12694439954191603 0.15761749974006037
interval 0.5 0.26779587707718566 0.24957018951292628 0.286021564641445
interval 0.75 0.4138643568248737 0.3834681747514081 0.44426053889833933
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14648918542617986 NaN NaN
seed 0.25 0.12736980631537093 NaN NaN
seed 0.25 0.13176716805905647 NaN NaN
seed 0.25 0.148730921084829 NaN NaN
seed 0.25 0.15704766731950465 NaN NaN
seed 0.5 0.26518827836440506 NaN NaN
seed 0.5 0.24858720650037974 NaN NaN
seed 0.5 0.2671122645947831 NaN NaN
seed 0.5 0.26826472656146827 NaN NaN
seed 0.5 0.28982690936489214 NaN NaN
seed 0.75 0.43457288251252596 NaN NaN
seed 0.75 0.41753948802998847 NaN NaN
seed 0.75 0.38335556162739126 NaN NaN
seed 0.75 0.3945078966598072 NaN NaN
seed 0.75 0.43934595529465575 NaN NaN
EOD
$p3s6 << EOD
median 0 0 NaN NaN
median 0.25 0.14517373898938474 NaN NaN
median 0.5 0.2641054896338287 NaN NaN
median 0.75 0.39510254877118206 NaN NaN
interval 0 0 0 0
interval 0.25 0.14009482719473426 0.1273598118636567 0.15282984252581183
interval 0.5 0.2618864686572185 0.247875723905146 0.27589721340929096
interval 0.75 0.39653523569995314 0.37992191637476164 0.41314855502514464
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14517373898938474 NaN NaN
seed 0.25 0.1278204632183442 NaN NaN
seed 0.25 0.13055759592582053 NaN NaN
seed 0.25 0.14587560137874936 NaN NaN
seed 0.25 0.15104673646137248 NaN NaN
seed 0.5 0.2659674868714823 NaN NaN
seed 0.5 0.24322410165021718 NaN NaN
seed 0.5 0.2641054896338287 NaN NaN
seed 0.5 0.2624540597759922 NaN NaN
seed 0.5 0.27368120535457213 NaN NaN
seed 0.75 0.4184801204409088 NaN NaN
seed 0.75 0.3975178252929593 NaN NaN
seed 0.75 0.3852999284093326 NaN NaN
seed 0.75 0.3862757555853829 NaN NaN
seed 0.75 0.39510254877118206 NaN NaN
EOD
$p3s7 << EOD
median 0 0 NaN NaN
median 0.25 0.14690721259427197 NaN NaN
median 0.5 0.2720495272309487 NaN NaN
median 0.75 0.40889471164959557 NaN NaN
interval 0 0 0 0
interval 0.25 0.1436425539383717 0.129263469330048 0.15802163854669538
interval 0.5 0.2687171762565611 0.2511261955596912 0.28630815695343104
interval 0.75 0.41099998870250787 0.3861104780276515 0.4358894993773642
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14880216298394097 NaN NaN
seed 0.25 0.12935638052746976 NaN NaN
seed 0.25 0.1347863052124874 NaN NaN
seed 0.25 0.14690721259427197 NaN NaN
seed 0.25 0.15836070837368832 NaN NaN
seed 0.5 0.2732199904624806 NaN NaN
seed 0.5 0.24802861080326433 NaN NaN
seed 0.5 0.26372363558327866 NaN NaN
seed 0.5 0.2720495272309487 NaN NaN
seed 0.5 0.28656411720283315 NaN NaN
seed 0.75 0.4387523561808643 NaN NaN
seed 0.75 0.40889471164959557 NaN NaN
seed 0.75 0.3846623406922083 NaN NaN
seed 0.75 0.4030170676324753 NaN NaN
seed 0.75 0.4196734673573959 NaN NaN
EOD
$p3s8 << EOD
median 0 0 NaN NaN
median 0.25 0.14480773051846518 NaN NaN
median 0.5 0.26487889954214916 NaN NaN
median 0.75 0.4000162517681609 NaN NaN
interval 0 0 0 0
interval 0.25 0.14021842712521732 0.12518223651503788 0.15525461773539675
interval 0.5 0.2621128333088333 0.24346560480912768 0.28076006180853885
interval 0.75 0.4008493915457108 0.37866221097820185 0.42303657211321977
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0 0 NaN NaN
seed 0.25 0.14480773051846518 NaN NaN
seed 0.25 0.12564350312854786 NaN NaN
seed 0.25 0.1296796006873587 NaN NaN
seed 0.25 0.14651852755760167 NaN NaN
seed 0.25 0.1544427737341132 NaN NaN
seed 0.5 0.26745516933537367 NaN NaN
seed 0.5 0.23922589042787132 NaN NaN
seed 0.5 0.258709815753605 NaN NaN
seed 0.5 0.26487889954214916 NaN NaN
seed 0.5 0.2802943914851673 NaN NaN
seed 0.75 0.4269228986267517 NaN NaN
seed 0.75 0.4000162517681609 NaN NaN
seed 0.75 0.3787244499648337 NaN NaN
seed 0.75 0.3921396260277536 NaN NaN
seed 0.75 0.40644373134105416 NaN NaN
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
