# A figure of normlab. `gnuplot var_bias_last.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" var_bias_last.gp draws one of them, so many inches wide;
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

name = 'var_bias_last'
title = 'Variance over all positions off that of valid ones, last norm, words of one length'
caption = 'words, 10 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean'
x_label = 'share of padding'
y_label = 'RMS over channels of ratio - 1'
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
median 0.25 0.2612405310254193 NaN NaN
median 0.5 0.48103396917633023 NaN NaN
median 0.75 0.7321954877312056 NaN NaN
interval 0 0 0 0
interval 0.25 0.26029486471142305 0.2578672040955521 0.262722525327294
interval 0.5 0.4800286265769301 0.47582046526114263 0.4842367878927175
interval 0.75 0.7295920954094374 0.7247235974454067 0.734460593373468
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
seed 0.25 0.26317112850250435 NaN NaN
seed 0.25 0.26415518049153475 NaN NaN
seed 0.25 0.2619939006994514 NaN NaN
seed 0.25 0.2551286021796281 NaN NaN
seed 0.25 0.25916590160263425 NaN NaN
seed 0.25 0.25939751530207883 NaN NaN
seed 0.25 0.2632847102419537 NaN NaN
seed 0.25 0.2541706460436065 NaN NaN
seed 0.25 0.26178152192283904 NaN NaN
seed 0.25 0.2606995401279995 NaN NaN
seed 0.5 0.4815706864259474 NaN NaN
seed 0.5 0.4871951598835882 NaN NaN
seed 0.5 0.4857175011500854 NaN NaN
seed 0.5 0.4703713381301233 NaN NaN
seed 0.5 0.4800123397132854 NaN NaN
seed 0.5 0.48294740564021055 NaN NaN
seed 0.5 0.4804972519267131 NaN NaN
seed 0.5 0.4695582091001284 NaN NaN
seed 0.5 0.4835459294779905 NaN NaN
seed 0.5 0.47887044432122877 NaN NaN
seed 0.75 0.7250076679058447 NaN NaN
seed 0.75 0.7339172391599539 NaN NaN
seed 0.75 0.7345873631613136 NaN NaN
seed 0.75 0.7238942254772731 NaN NaN
seed 0.75 0.7315368338009329 NaN NaN
seed 0.75 0.7382323718970503 NaN NaN
seed 0.75 0.7328541416614781 NaN NaN
seed 0.75 0.7159271435611066 NaN NaN
seed 0.75 0.7346511551044587 NaN NaN
seed 0.75 0.7253128123649626 NaN NaN
EOD
$p1s2 << EOD
median 0 0 NaN NaN
median 0.25 0.25780532004320655 NaN NaN
median 0.5 0.48067424294257266 NaN NaN
median 0.75 0.7350940431427604 NaN NaN
interval 0 0 0 0
interval 0.25 0.2582137613421603 0.2557254148122495 0.2607021078720711
interval 0.5 0.48129289478015247 0.47805109099462695 0.484534698565678
interval 0.75 0.7356411907696893 0.7331259041882137 0.7381564773511649
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
seed 0.25 0.2572121494605924 NaN NaN
seed 0.25 0.25664788090625507 NaN NaN
seed 0.25 0.26118668386154076 NaN NaN
seed 0.25 0.26311443839979126 NaN NaN
seed 0.25 0.25554914794579675 NaN NaN
seed 0.25 0.25821773633281464 NaN NaN
seed 0.25 0.262932678270992 NaN NaN
seed 0.25 0.2516662581574072 NaN NaN
seed 0.25 0.25789414019523543 NaN NaN
seed 0.25 0.25771649989117773 NaN NaN
seed 0.5 0.48016061232690616 NaN NaN
seed 0.5 0.4790911932418784 NaN NaN
seed 0.5 0.4852064113578179 NaN NaN
seed 0.5 0.487650210213992 NaN NaN
seed 0.5 0.47770586541094534 NaN NaN
seed 0.5 0.4813632290967507 NaN NaN
seed 0.5 0.48751406653932217 NaN NaN
seed 0.5 0.47288887372876703 NaN NaN
seed 0.5 0.48065465774719485 NaN NaN
seed 0.5 0.4806938281379504 NaN NaN
seed 0.75 0.7348951775437584 NaN NaN
seed 0.75 0.7338095793643851 NaN NaN
seed 0.75 0.73870625419837 NaN NaN
seed 0.75 0.7405494343415974 NaN NaN
seed 0.75 0.7327717197397748 NaN NaN
seed 0.75 0.7357449685966391 NaN NaN
seed 0.75 0.7405222627605008 NaN NaN
seed 0.75 0.729224424866346 NaN NaN
seed 0.75 0.7349746933880122 NaN NaN
seed 0.75 0.7352133928975084 NaN NaN
EOD
$p1s3 << EOD
median 0 0 NaN NaN
median 0.25 0.2552739300765493 NaN NaN
median 0.5 0.47743205322797594 NaN NaN
median 0.75 0.7326246037924486 NaN NaN
interval 0 0 0 0
interval 0.25 0.2541674040307382 0.25062960675184587 0.2577052013096305
interval 0.5 0.47603122626168376 0.47137676548591984 0.4806856870374477
interval 0.75 0.7315728292857034 0.727932269764494 0.7352133888069129
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
seed 0.25 0.2463422277241169 NaN NaN
seed 0.25 0.25944263873686996 NaN NaN
seed 0.25 0.2588674600013089 NaN NaN
seed 0.25 0.25173931071870087 NaN NaN
seed 0.25 0.257133913123319 NaN NaN
seed 0.25 0.256031003691719 NaN NaN
seed 0.25 0.25867295539131796 NaN NaN
seed 0.25 0.24584916746508373 NaN NaN
seed 0.25 0.2530785069935659 NaN NaN
seed 0.25 0.2545168564613796 NaN NaN
seed 0.5 0.4657968150550228 NaN NaN
seed 0.5 0.4830883489848498 NaN NaN
seed 0.5 0.48200548986012004 NaN NaN
seed 0.5 0.47297299312872193 NaN NaN
seed 0.5 0.4799788054587883 NaN NaN
seed 0.5 0.4785146200978504 NaN NaN
seed 0.5 0.48209440516256685 NaN NaN
seed 0.5 0.46506316267623665 NaN NaN
seed 0.5 0.4744481358345801 NaN NaN
seed 0.5 0.4763494863581015 NaN NaN
seed 0.75 0.7236176452997248 NaN NaN
seed 0.75 0.7371825935265577 NaN NaN
seed 0.75 0.7360853908713324 NaN NaN
seed 0.75 0.7292812196562571 NaN NaN
seed 0.75 0.7346928606127312 NaN NaN
seed 0.75 0.7335369670063437 NaN NaN
seed 0.75 0.7364184084308546 NaN NaN
seed 0.75 0.7229820513062101 NaN NaN
seed 0.75 0.7302189155684694 NaN NaN
seed 0.75 0.7317122405785536 NaN NaN
EOD
$p1s4 << EOD
median 0 0 NaN NaN
median 0.25 0.25455135050635685 NaN NaN
median 0.5 0.4763744331077099 NaN NaN
median 0.75 0.7317162373461376 NaN NaN
interval 0 0 0 0
interval 0.25 0.25449227245570305 0.2519061639184101 0.257078380992996
interval 0.5 0.4763623737723611 0.47289783685765974 0.4798269106870625
interval 0.75 0.7317584740969981 0.7290008450457109 0.7345161031482853
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
seed 0.25 0.24933761209170383 NaN NaN
seed 0.25 0.25836732059965967 NaN NaN
seed 0.25 0.2542129440321544 NaN NaN
seed 0.25 0.2515306984642729 NaN NaN
seed 0.25 0.2548897569805593 NaN NaN
seed 0.25 0.25611236119416014 NaN NaN
seed 0.25 0.25689935462916086 NaN NaN
seed 0.25 0.24941557355681712 NaN NaN
seed 0.25 0.26019782794493507 NaN NaN
seed 0.25 0.253959275063607 NaN NaN
seed 0.5 0.46931656114552645 NaN NaN
seed 0.5 0.48160550731488344 NaN NaN
seed 0.5 0.47604691731298227 NaN NaN
seed 0.5 0.472432887466245 NaN NaN
seed 0.5 0.47670194890243756 NaN NaN
seed 0.5 0.47861155817164897 NaN NaN
seed 0.5 0.479768497245285 NaN NaN
seed 0.5 0.4696200135605571 NaN NaN
seed 0.5 0.48382829787714116 NaN NaN
seed 0.5 0.47569154872690433 NaN NaN
seed 0.75 0.7260527430621497 NaN NaN
seed 0.75 0.7359693430525275 NaN NaN
seed 0.75 0.7315491406673175 NaN NaN
seed 0.75 0.7286597055740544 NaN NaN
seed 0.75 0.7318833340249576 NaN NaN
seed 0.75 0.7336051677909966 NaN NaN
seed 0.75 0.7346029754248015 NaN NaN
seed 0.75 0.7264396239225749 NaN NaN
seed 0.75 0.7375678172780447 NaN NaN
seed 0.75 0.731254890172557 NaN NaN
EOD
$p1s5 << EOD
median 0 0 NaN NaN
median 0.25 0.2559270192584099 NaN NaN
median 0.5 0.4747410296586527 NaN NaN
median 0.75 0.7283541550072017 NaN NaN
interval 0 0 0 0
interval 0.25 0.2562258926999812 0.25474409781894264 0.25770768758101975
interval 0.5 0.4750850697558252 0.47060170270713486 0.47956843680451555
interval 0.75 0.726630331933676 0.7206515379921915 0.7326091258751605
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
seed 0.25 0.2532265934819415 NaN NaN
seed 0.25 0.2584244638180313 NaN NaN
seed 0.25 0.2587271648768524 NaN NaN
seed 0.25 0.25440868360607727 NaN NaN
seed 0.25 0.25953316897899037 NaN NaN
seed 0.25 0.256312335330781 NaN NaN
seed 0.25 0.25523635563149666 NaN NaN
seed 0.25 0.2545361227588218 NaN NaN
seed 0.25 0.2562942338196268 NaN NaN
seed 0.25 0.2555598046971929 NaN NaN
seed 0.5 0.4749829052857773 NaN NaN
seed 0.5 0.4830586906036503 NaN NaN
seed 0.5 0.47736159936558187 NaN NaN
seed 0.5 0.4720123278035734 NaN NaN
seed 0.5 0.4829664806177339 NaN NaN
seed 0.5 0.46975944889640453 NaN NaN
seed 0.5 0.4688695946691172 NaN NaN
seed 0.5 0.4652487876752032 NaN NaN
seed 0.5 0.4820917086096821 NaN NaN
seed 0.5 0.47449915403152815 NaN NaN
seed 0.75 0.7235752899818673 NaN NaN
seed 0.75 0.7338709522561486 NaN NaN
seed 0.75 0.7207185843822335 NaN NaN
seed 0.75 0.7149800630773085 NaN NaN
seed 0.75 0.732960277439768 NaN NaN
seed 0.75 0.7369620587868794 NaN NaN
seed 0.75 0.7328994572007231 NaN NaN
seed 0.75 0.7136283261974283 NaN NaN
seed 0.75 0.7325448964134599 NaN NaN
seed 0.75 0.7241634136009436 NaN NaN
EOD
$p1s6 << EOD
median 0 0 NaN NaN
median 0.25 0.25678190011989127 NaN NaN
median 0.5 0.4795589652581521 NaN NaN
median 0.75 0.7343971526240477 NaN NaN
interval 0 0 0 0
interval 0.25 0.2552521487258468 0.25162234172807824 0.25888195572361533
interval 0.5 0.4774369640047886 0.472659394859028 0.48221453315054913
interval 0.75 0.7326563983526971 0.7289183801056001 0.7363944165997942
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
seed 0.25 0.24382032432710288 NaN NaN
seed 0.25 0.26088537912155396 NaN NaN
seed 0.25 0.257967481562462 NaN NaN
seed 0.25 0.2570228657610586 NaN NaN
seed 0.25 0.2591938655129715 NaN NaN
seed 0.25 0.25860083752625834 NaN NaN
seed 0.25 0.25315414283029 NaN NaN
seed 0.25 0.25654093447872395 NaN NaN
seed 0.25 0.2551799023523335 NaN NaN
seed 0.25 0.2501557537857131 NaN NaN
seed 0.5 0.4625152645345664 NaN NaN
seed 0.5 0.4847570266745936 NaN NaN
seed 0.5 0.48092219718272594 NaN NaN
seed 0.5 0.4798636101990882 NaN NaN
seed 0.5 0.4827023346495848 NaN NaN
seed 0.5 0.48196140978493207 NaN NaN
seed 0.5 0.4745176750088191 NaN NaN
seed 0.5 0.4792543203172161 NaN NaN
seed 0.5 0.4773030505353997 NaN NaN
seed 0.5 0.4705727511609608 NaN NaN
seed 0.75 0.7210828302487696 NaN NaN
seed 0.75 0.7383136040950714 NaN NaN
seed 0.75 0.735314494476558 NaN NaN
seed 0.75 0.7346262007174067 NaN NaN
seed 0.75 0.7368353625953725 NaN NaN
seed 0.75 0.7362851685044366 NaN NaN
seed 0.75 0.7302506874719602 NaN NaN
seed 0.75 0.7341681045306887 NaN NaN
seed 0.75 0.7325194854588996 NaN NaN
seed 0.75 0.727168045427808 NaN NaN
EOD
$p1s7 << EOD
median 0 0 NaN NaN
median 0.25 0.26454285136458316 NaN NaN
median 0.5 0.488351400093039 NaN NaN
median 0.75 0.7357895919852135 NaN NaN
interval 0 0 0 0
interval 0.25 0.26404248398352764 0.2620854749944219 0.26599949297263337
interval 0.5 0.488479029193415 0.48704496791707363 0.4899130904697564
interval 0.75 0.7354523341091127 0.7324997324361193 0.7384049357821061
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
seed 0.25 0.2647646631156545 NaN NaN
seed 0.25 0.2623936072105828 NaN NaN
seed 0.25 0.25767131179127434 NaN NaN
seed 0.25 0.2662931798824061 NaN NaN
seed 0.25 0.26432103961351183 NaN NaN
seed 0.25 0.26530291184188065 NaN NaN
seed 0.25 0.26568792654181467 NaN NaN
seed 0.25 0.2635602499570943 NaN NaN
seed 0.25 0.26757117975148503 NaN NaN
seed 0.25 0.2628587701295723 NaN NaN
seed 0.5 0.488247368621263 NaN NaN
seed 0.5 0.48951645877748684 NaN NaN
seed 0.5 0.4912092520807956 NaN NaN
seed 0.5 0.4868022013744145 NaN NaN
seed 0.5 0.4896427705308738 NaN NaN
seed 0.5 0.4876896739116824 NaN NaN
seed 0.5 0.48465487677372976 NaN NaN
seed 0.5 0.48845543156481497 NaN NaN
seed 0.5 0.49113923012053745 NaN NaN
seed 0.5 0.4874330281785518 NaN NaN
seed 0.75 0.7256359966121664 NaN NaN
seed 0.75 0.7358449925344286 NaN NaN
seed 0.75 0.7393098911502042 NaN NaN
seed 0.75 0.7347108859755008 NaN NaN
seed 0.75 0.7391738868290184 NaN NaN
seed 0.75 0.7353213740458571 NaN NaN
seed 0.75 0.7388266207213411 NaN NaN
seed 0.75 0.7357341914359986 NaN NaN
seed 0.75 0.73777597929664 NaN NaN
seed 0.75 0.7321895224899718 NaN NaN
EOD
$p1s8 << EOD
median 0 0 NaN NaN
median 0.25 0.26058576725212657 NaN NaN
median 0.5 0.48443508008685454 NaN NaN
median 0.75 0.7381169250541451 NaN NaN
interval 0 0 0 0
interval 0.25 0.25936700555214254 0.25670844991142644 0.26202556119285864
interval 0.5 0.4829236408325072 0.4795099194673559 0.48633736219765855
interval 0.75 0.7370043239608637 0.7343951069422274 0.7396135409794999
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
seed 0.25 0.2557113957171268 NaN NaN
seed 0.25 0.2583386120562479 NaN NaN
seed 0.25 0.26039376366368794 NaN NaN
seed 0.25 0.2620407483257864 NaN NaN
seed 0.25 0.2562414648202159 NaN NaN
seed 0.25 0.26077777084056525 NaN NaN
seed 0.25 0.26389603370904585 NaN NaN
seed 0.25 0.25209389065613536 NaN NaN
seed 0.25 0.26301055650880567 NaN NaN
seed 0.25 0.2611658192238085 NaN NaN
seed 0.5 0.47821904953810285 NaN NaN
seed 0.5 0.48156186698311193 NaN NaN
seed 0.5 0.484180774420843 NaN NaN
seed 0.5 0.4863138951984841 NaN NaN
seed 0.5 0.47901400733775823 NaN NaN
seed 0.5 0.4846893857528661 NaN NaN
seed 0.5 0.4887937837391461 NaN NaN
seed 0.5 0.47357429849967364 NaN NaN
seed 0.5 0.4876328268690477 NaN NaN
seed 0.5 0.4852565199860389 NaN NaN
seed 0.75 0.7334003801085741 NaN NaN
seed 0.75 0.7359306956240914 NaN NaN
seed 0.75 0.7379164511570053 NaN NaN
seed 0.75 0.7395613573876442 NaN NaN
seed 0.75 0.7340966438757454 NaN NaN
seed 0.75 0.7383173989512849 NaN NaN
seed 0.75 0.7415346506130205 NaN NaN
seed 0.75 0.7298526375396763 NaN NaN
seed 0.75 0.7406279130103537 NaN NaN
seed 0.75 0.7388051113412416 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8'

panel_title[2] = 'ConvNet'
note[2] = ''
$p2s1 << EOD
median 0 0 NaN NaN
median 0.25 0.21491627008858027 NaN NaN
median 0.5 0.4222746758710436 NaN NaN
median 0.75 0.6358977683186136 NaN NaN
interval 0 0 0 0
interval 0.25 0.21551049784973803 0.2102443097450925 0.22077668595438354
interval 0.5 0.4253012769001744 0.41562158895594864 0.43498096484440013
interval 0.75 0.6362039075133428 0.6223167271573743 0.6500910878693112
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
seed 0.25 0.21476046928635914 NaN NaN
seed 0.25 0.22622199828836134 NaN NaN
seed 0.25 0.20899355950988316 NaN NaN
seed 0.25 0.21507207089080138 NaN NaN
seed 0.25 0.20940399756327815 NaN NaN
seed 0.25 0.22669574719392074 NaN NaN
seed 0.25 0.22195193884207776 NaN NaN
seed 0.25 0.21530048480078826 NaN NaN
seed 0.25 0.20493427227197847 NaN NaN
seed 0.25 0.21177043984993174 NaN NaN
seed 0.5 0.43953774644317173 NaN NaN
seed 0.5 0.4481883091751621 NaN NaN
seed 0.5 0.4173826143170446 NaN NaN
seed 0.5 0.4253024143129797 NaN NaN
seed 0.5 0.42378597783535404 NaN NaN
seed 0.5 0.4171349961912078 NaN NaN
seed 0.5 0.44063435831906006 NaN NaN
seed 0.5 0.42076337390673324 NaN NaN
seed 0.5 0.40404474801377327 NaN NaN
seed 0.5 0.4162382304872573 NaN NaN
seed 0.75 0.6268044071274825 NaN NaN
seed 0.75 0.6262594235309494 NaN NaN
seed 0.75 0.6316282075242984 NaN NaN
seed 0.75 0.6420774628292124 NaN NaN
seed 0.75 0.6453087358428162 NaN NaN
seed 0.75 0.665993142469628 NaN NaN
seed 0.75 0.6635912386802324 NaN NaN
seed 0.75 0.6050717497890884 NaN NaN
seed 0.75 0.6151373782267909 NaN NaN
seed 0.75 0.6401673291129287 NaN NaN
EOD
$p2s2 << EOD
median 0 0 NaN NaN
median 0.25 0.20251423700092902 NaN NaN
median 0.5 0.4166906799193851 NaN NaN
median 0.75 0.6867539237456501 NaN NaN
interval 0 0 0 0
interval 0.25 0.20071908048225823 0.18976281830821404 0.21167534265630242
interval 0.5 0.4067516828725422 0.3852046049006042 0.4282987608444802
interval 0.75 0.6760442730401336 0.6525021041996654 0.6995864418806018
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
seed 0.25 0.1859211946753231 NaN NaN
seed 0.25 0.20327746238880848 NaN NaN
seed 0.25 0.22527605086451688 NaN NaN
seed 0.25 0.17910158207087915 NaN NaN
seed 0.25 0.21434752920682398 NaN NaN
seed 0.25 0.2117225005821649 NaN NaN
seed 0.25 0.20929054154568671 NaN NaN
seed 0.25 0.20175101161304956 NaN NaN
seed 0.25 0.1804076199937181 NaN NaN
seed 0.25 0.19609531188161122 NaN NaN
seed 0.5 0.3821573271481317 NaN NaN
seed 0.5 0.4149686362640893 NaN NaN
seed 0.5 0.4455695093672177 NaN NaN
seed 0.5 0.36669631218814464 NaN NaN
seed 0.5 0.4317817924283051 NaN NaN
seed 0.5 0.4214466204986466 NaN NaN
seed 0.5 0.43043378435952256 NaN NaN
seed 0.5 0.41841272357468084 NaN NaN
seed 0.5 0.3536123006757815 NaN NaN
seed 0.5 0.4024378222209028 NaN NaN
seed 0.75 0.6575260726069574 NaN NaN
seed 0.75 0.6838381856965818 NaN NaN
seed 0.75 0.7154976385164115 NaN NaN
seed 0.75 0.6384079661966396 NaN NaN
seed 0.75 0.6991995029716599 NaN NaN
seed 0.75 0.6896696617947183 NaN NaN
seed 0.75 0.7004705278770255 NaN NaN
seed 0.75 0.6924234011363766 NaN NaN
seed 0.75 0.6068797811497814 NaN NaN
seed 0.75 0.6765299924551844 NaN NaN
EOD
$p2s3 << EOD
median 0 0 NaN NaN
median 0.25 0.20246067515174265 NaN NaN
median 0.5 0.4176836945651099 NaN NaN
median 0.75 0.6859215721891129 NaN NaN
interval 0 0 0 0
interval 0.25 0.20442065694942074 0.1969118992189166 0.21192941467992488
interval 0.5 0.41915028574017815 0.40885759720126474 0.42944297427909156
interval 0.75 0.6872477384843986 0.678232776206427 0.6962627007623702
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
seed 0.25 0.21075475492953957 NaN NaN
seed 0.25 0.19141465395423363 NaN NaN
seed 0.25 0.1923057820728127 NaN NaN
seed 0.25 0.21130160987328364 NaN NaN
seed 0.25 0.19848214732071096 NaN NaN
seed 0.25 0.22349091475996025 NaN NaN
seed 0.25 0.21519523638097127 NaN NaN
seed 0.25 0.2027667419683699 NaN NaN
seed 0.25 0.19634011989921 NaN NaN
seed 0.25 0.20215460833511542 NaN NaN
seed 0.5 0.4229114061004134 NaN NaN
seed 0.5 0.40716327123671897 NaN NaN
seed 0.5 0.3995832569365853 NaN NaN
seed 0.5 0.4329547654237802 NaN NaN
seed 0.5 0.40966073414576476 NaN NaN
seed 0.5 0.4450214578996654 NaN NaN
seed 0.5 0.432881342318731 NaN NaN
seed 0.5 0.4193712507000135 NaN NaN
seed 0.5 0.4059592342099034 NaN NaN
seed 0.5 0.4159961384302062 NaN NaN
seed 0.75 0.6875183050177849 NaN NaN
seed 0.75 0.6788050579202642 NaN NaN
seed 0.75 0.6674052207059551 NaN NaN
seed 0.75 0.7013274300697757 NaN NaN
seed 0.75 0.6813721597826529 NaN NaN
seed 0.75 0.7108750514387274 NaN NaN
seed 0.75 0.6958561169730811 NaN NaN
seed 0.75 0.6861300739592294 NaN NaN
seed 0.75 0.6774748985575187 NaN NaN
seed 0.75 0.6857130704189963 NaN NaN
EOD
$p2s4 << EOD
median 0 0 NaN NaN
median 0.25 0.2156093677284487 NaN NaN
median 0.5 0.4431943212574885 NaN NaN
median 0.75 0.7109172673074102 NaN NaN
interval 0 0 0 0
interval 0.25 0.2159090562095408 0.2123758046688644 0.21944230775021717
interval 0.5 0.4421557250608575 0.43709368389283176 0.4472177662288832
interval 0.75 0.7094224011704989 0.7044534821751323 0.7143913201658656
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
seed 0.25 0.2187317850603619 NaN NaN
seed 0.25 0.21769724448238661 NaN NaN
seed 0.25 0.21618226612344715 NaN NaN
seed 0.25 0.21290843332207923 NaN NaN
seed 0.25 0.22185230692855848 NaN NaN
seed 0.25 0.2238599844730086 NaN NaN
seed 0.25 0.21496004596665758 NaN NaN
seed 0.25 0.2080023302764859 NaN NaN
seed 0.25 0.21503646933345025 NaN NaN
seed 0.25 0.20985969612897218 NaN NaN
seed 0.5 0.44438338956826 NaN NaN
seed 0.5 0.44637735000729717 NaN NaN
seed 0.5 0.43857012341311924 NaN NaN
seed 0.5 0.44200525294671694 NaN NaN
seed 0.5 0.44625024366232635 NaN NaN
seed 0.5 0.45296620620759953 NaN NaN
seed 0.5 0.44807331248175825 NaN NaN
seed 0.5 0.4282746954356588 NaN NaN
seed 0.5 0.4392066019781623 NaN NaN
seed 0.5 0.4354500749076761 NaN NaN
seed 0.75 0.7105719232747753 NaN NaN
seed 0.75 0.7141453181278219 NaN NaN
seed 0.75 0.7030276538301594 NaN NaN
seed 0.75 0.7112626113400452 NaN NaN
seed 0.75 0.7119395094618656 NaN NaN
seed 0.75 0.7190218286294849 NaN NaN
seed 0.75 0.7171555759062638 NaN NaN
seed 0.75 0.6962339510799838 NaN NaN
seed 0.75 0.7064979240155024 NaN NaN
seed 0.75 0.7043677160390867 NaN NaN
EOD
$p2s5 << EOD
median 0 0 NaN NaN
median 0.25 0.2178569768992667 NaN NaN
median 0.5 0.44125112733800304 NaN NaN
median 0.75 0.6757207894648791 NaN NaN
interval 0 0 0 0
interval 0.25 0.21535168712384012 0.20997263116679532 0.22073074308088492
interval 0.5 0.43914811716801677 0.4327646610215981 0.44553157331443544
interval 0.75 0.6703964226372525 0.6521443934289985 0.6886484518455065
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
seed 0.25 0.22370970898048734 NaN NaN
seed 0.25 0.21185314332023422 NaN NaN
seed 0.25 0.20578201111238736 NaN NaN
seed 0.25 0.21845137086912417 NaN NaN
seed 0.25 0.21235860771641424 NaN NaN
seed 0.25 0.22562708722333544 NaN NaN
seed 0.25 0.21820045807064617 NaN NaN
seed 0.25 0.20160806661424732 NaN NaN
seed 0.25 0.21751349572788725 NaN NaN
seed 0.25 0.21841292160363773 NaN NaN
seed 0.5 0.4440723687894646 NaN NaN
seed 0.5 0.4461251729563933 NaN NaN
seed 0.5 0.43898135805777444 NaN NaN
seed 0.5 0.437298350546852 NaN NaN
seed 0.5 0.44842379598195303 NaN NaN
seed 0.5 0.4474397876154407 NaN NaN
seed 0.5 0.43674264170669413 NaN NaN
seed 0.5 0.4207083492444732 NaN NaN
seed 0.5 0.42816845016289073 NaN NaN
seed 0.5 0.44352089661823163 NaN NaN
seed 0.75 0.6381528777993141 NaN NaN
seed 0.75 0.699739144256108 NaN NaN
seed 0.75 0.6921859099868255 NaN NaN
seed 0.75 0.6818760123417507 NaN NaN
seed 0.75 0.6872738108127004 NaN NaN
seed 0.75 0.6920142429372399 NaN NaN
seed 0.75 0.6661266160241416 NaN NaN
seed 0.75 0.6219651968520395 NaN NaN
seed 0.75 0.6550648487743987 NaN NaN
seed 0.75 0.6695655665880075 NaN NaN
EOD
$p2s6 << EOD
median 0 0 NaN NaN
median 0.25 0.2190391241343141 NaN NaN
median 0.5 0.4304020052762535 NaN NaN
median 0.75 0.6930333548862178 NaN NaN
interval 0 0 0 0
interval 0.25 0.21874670733049784 0.21394603032210466 0.22354738433889101
interval 0.5 0.42951627083154326 0.4234120148964328 0.4356205267666537
interval 0.75 0.6920714578106633 0.6879214189360888 0.6962214966852377
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
seed 0.25 0.2297488870131456 NaN NaN
seed 0.25 0.21180494989279222 NaN NaN
seed 0.25 0.20670935486297773 NaN NaN
seed 0.25 0.21555478470216563 NaN NaN
seed 0.25 0.21871713676745286 NaN NaN
seed 0.25 0.22307115140648145 NaN NaN
seed 0.25 0.22434914682594959 NaN NaN
seed 0.25 0.21936111150117535 NaN NaN
seed 0.25 0.2229687978475633 NaN NaN
seed 0.25 0.21518175248527488 NaN NaN
seed 0.5 0.44485171678556573 NaN NaN
seed 0.5 0.42027838289500796 NaN NaN
seed 0.5 0.41536586306660245 NaN NaN
seed 0.5 0.4237517275987172 NaN NaN
seed 0.5 0.4291321718081421 NaN NaN
seed 0.5 0.434335213591566 NaN NaN
seed 0.5 0.4359675944850329 NaN NaN
seed 0.5 0.4316718387443648 NaN NaN
seed 0.5 0.4338675894458427 NaN NaN
seed 0.5 0.42594060989459076 NaN NaN
seed 0.75 0.7015891738270743 NaN NaN
seed 0.75 0.6863387252487226 NaN NaN
seed 0.75 0.6821623675722035 NaN NaN
seed 0.75 0.6867439516736077 NaN NaN
seed 0.75 0.6920810743281126 NaN NaN
seed 0.75 0.6971692564987201 NaN NaN
seed 0.75 0.693985635444323 NaN NaN
seed 0.75 0.6958822858531871 NaN NaN
seed 0.75 0.6944440668800332 NaN NaN
seed 0.75 0.6903180407806486 NaN NaN
EOD
$p2s7 << EOD
median 0 0 NaN NaN
median 0.25 0.23198822007283398 NaN NaN
median 0.5 0.392612322339437 NaN NaN
median 0.75 0.6606339202194261 NaN NaN
interval 0 0 0 0
interval 0.25 0.25843924976730975 0.21523856631133972 0.30163993322327975
interval 0.5 0.38570351161437466 0.37311744519360923 0.3982895780351401
interval 0.75 0.6500108385620982 0.6340587547175207 0.6659629224066757
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
seed 0.25 0.19798828142856803 NaN NaN
seed 0.25 0.2279772450786678 NaN NaN
seed 0.25 0.2738392509681002 NaN NaN
seed 0.25 0.3331360378890524 NaN NaN
seed 0.25 0.33721561393886623 NaN NaN
seed 0.25 0.3502134004682658 NaN NaN
seed 0.25 0.21027150262653424 NaN NaN
seed 0.25 0.20344284063041296 NaN NaN
seed 0.25 0.21430912957762974 NaN NaN
seed 0.25 0.2359991950670002 NaN NaN
seed 0.5 0.3894084113566471 NaN NaN
seed 0.5 0.3494628406261187 NaN NaN
seed 0.5 0.39597677187065766 NaN NaN
seed 0.5 0.3958162333222269 NaN NaN
seed 0.5 0.40520126335130946 NaN NaN
seed 0.5 0.39715425697052686 NaN NaN
seed 0.5 0.3777683929605361 NaN NaN
seed 0.5 0.39831726656732663 NaN NaN
seed 0.5 0.362962420956055 NaN NaN
seed 0.5 0.3849672581623416 NaN NaN
seed 0.75 0.658716158121414 NaN NaN
seed 0.75 0.6638168101808848 NaN NaN
seed 0.75 0.6360621430357337 NaN NaN
seed 0.75 0.6497895388524845 NaN NaN
seed 0.75 0.6625516823174382 NaN NaN
seed 0.75 0.6656911366098512 NaN NaN
seed 0.75 0.674699815565343 NaN NaN
seed 0.75 0.6131516987663389 NaN NaN
seed 0.75 0.6118761279460636 NaN NaN
seed 0.75 0.6637532742254298 NaN NaN
EOD
$p2s8 << EOD
median 0 0 NaN NaN
median 0.25 0.21215560257725358 NaN NaN
median 0.5 0.42815719976271105 NaN NaN
median 0.75 0.6955525974410298 NaN NaN
interval 0 0 0 0
interval 0.25 0.21024484942978633 0.20253528129494006 0.2179544175646326
interval 0.5 0.4223884568316832 0.4084147827689638 0.43636213089440257
interval 0.75 0.6892190130675513 0.6749961755359049 0.7034418505991977
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
seed 0.25 0.18991599812490967 NaN NaN
seed 0.25 0.22234000316596605 NaN NaN
seed 0.25 0.20707233162271826 NaN NaN
seed 0.25 0.21954100293571302 NaN NaN
seed 0.25 0.21167586961445065 NaN NaN
seed 0.25 0.21098360022732812 NaN NaN
seed 0.25 0.2157053098711204 NaN NaN
seed 0.25 0.19364265155849203 NaN NaN
seed 0.25 0.2126353355400565 NaN NaN
seed 0.25 0.2189363916371087 NaN NaN
seed 0.5 0.3998358839140943 NaN NaN
seed 0.5 0.4426297966070112 NaN NaN
seed 0.5 0.4144915845272921 NaN NaN
seed 0.5 0.43942878077120484 NaN NaN
seed 0.5 0.42910817258442635 NaN NaN
seed 0.5 0.42079238877657305 NaN NaN
seed 0.5 0.4316708261737662 NaN NaN
seed 0.5 0.38049399581201016 NaN NaN
seed 0.5 0.42720622694099575 NaN NaN
seed 0.5 0.43822691220945775 NaN NaN
seed 0.75 0.6715670566530436 NaN NaN
seed 0.75 0.7079494366265953 NaN NaN
seed 0.75 0.6816049466154347 NaN NaN
seed 0.75 0.7058434167080395 NaN NaN
seed 0.75 0.6975656645468057 NaN NaN
seed 0.75 0.6879284714404462 NaN NaN
seed 0.75 0.6988847200411635 NaN NaN
seed 0.75 0.6428887137640703 NaN NaN
seed 0.75 0.693539530335254 NaN NaN
seed 0.75 0.7044181739446596 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8'

panel_title[3] = 'transformer'
note[3] = ''
$p3s1 << EOD
median 0 0 NaN NaN
median 0.25 0.18255898231826978 NaN NaN
median 0.5 0.2975085949993642 NaN NaN
median 0.75 0.35187537509470496 NaN NaN
interval 0 0 0 0
interval 0.25 0.18016055902426717 0.1744434174123915 0.18587770063614284
interval 0.5 0.2978512646877647 0.2836876244325023 0.3120149049430271
interval 0.75 0.3544616470287451 0.34040675095293915 0.36851654310455106
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
seed 0.25 0.1873281408890682 NaN NaN
seed 0.25 0.17759429853411535 NaN NaN
seed 0.25 0.16700265773152098 NaN NaN
seed 0.25 0.171138502811701 NaN NaN
seed 0.25 0.18246037662987477 NaN NaN
seed 0.25 0.18760363170040165 NaN NaN
seed 0.25 0.17181970907016159 NaN NaN
seed 0.25 0.19101929408791551 NaN NaN
seed 0.25 0.18265758800666476 NaN NaN
seed 0.25 0.18298139078124762 NaN NaN
seed 0.5 0.29725017698338424 NaN NaN
seed 0.5 0.2894392098957706 NaN NaN
seed 0.5 0.2814811584387045 NaN NaN
seed 0.5 0.29811617144990865 NaN NaN
seed 0.5 0.3217642371884222 NaN NaN
seed 0.5 0.31849680473185843 NaN NaN
seed 0.5 0.29776701301534425 NaN NaN
seed 0.5 0.32297516546027305 NaN NaN
seed 0.5 0.2587226048588606 NaN NaN
seed 0.5 0.29250010485512024 NaN NaN
seed 0.75 0.3769071459117825 NaN NaN
seed 0.75 0.36229364488173255 NaN NaN
seed 0.75 0.3561464152986888 NaN NaN
seed 0.75 0.3819479893644045 NaN NaN
seed 0.75 0.3451764411991154 NaN NaN
seed 0.75 0.3403818321234625 NaN NaN
seed 0.75 0.3476043348907211 NaN NaN
seed 0.75 0.37475846434548 NaN NaN
seed 0.75 0.3201871298739925 NaN NaN
seed 0.75 0.339213072398071 NaN NaN
EOD
$p3s2 << EOD
median 0 0 NaN NaN
median 0.25 0.12329847837009006 NaN NaN
median 0.5 0.25183410676845097 NaN NaN
median 0.75 0.35070744781568053 NaN NaN
interval 0 0 0 0
interval 0.25 0.13305562545015262 0.11812657307400191 0.14798467782630334
interval 0.5 0.24012103684411285 0.21273277605492297 0.2675092976333027
interval 0.75 0.3539432335135075 0.31020397607067746 0.3976824909563375
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
seed 0.25 0.12125380457234353 NaN NaN
seed 0.25 0.1493035469263158 NaN NaN
seed 0.25 0.10647061224704756 NaN NaN
seed 0.25 0.12159884995894864 NaN NaN
seed 0.25 0.12499810678123147 NaN NaN
seed 0.25 0.14360264888069738 NaN NaN
seed 0.25 0.17042183426088153 NaN NaN
seed 0.25 0.15794936245934837 NaN NaN
seed 0.25 0.11822229265105028 NaN NaN
seed 0.25 0.11673519576366154 NaN NaN
seed 0.5 0.21946617023519938 NaN NaN
seed 0.5 0.25518682717453284 NaN NaN
seed 0.5 0.16402161432131757 NaN NaN
seed 0.5 0.25288712774612976 NaN NaN
seed 0.5 0.261894252863922 NaN NaN
seed 0.5 0.2507810857907722 NaN NaN
seed 0.5 0.28993172336442374 NaN NaN
seed 0.5 0.28286331952707655 NaN NaN
seed 0.5 0.21975308845155384 NaN NaN
seed 0.5 0.20442515896620084 NaN NaN
seed 0.75 0.33774358200609017 NaN NaN
seed 0.75 0.3784243244680093 NaN NaN
seed 0.75 0.25188752584217616 NaN NaN
seed 0.75 0.33932098896023305 NaN NaN
seed 0.75 0.36209390667112795 NaN NaN
seed 0.75 0.40910924968530094 NaN NaN
seed 0.75 0.42862013077484823 NaN NaN
seed 0.75 0.4371611134106081 NaN NaN
seed 0.75 0.30703250144135946 NaN NaN
seed 0.75 0.28803901187532155 NaN NaN
EOD
$p3s3 << EOD
median 0 0 NaN NaN
median 0.25 0.07221295391372232 NaN NaN
median 0.5 0.1428832083674034 NaN NaN
median 0.75 0.23927409857894588 NaN NaN
interval 0 0 0 0
interval 0.25 0.07475169126223068 0.06355105683161497 0.08595232569284639
interval 0.5 0.14419322002868562 0.12121262121576389 0.16717381884160737
interval 0.75 0.22963976945175024 0.19785661319116982 0.26142292571233067
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
seed 0.25 0.05454907091397643 NaN NaN
seed 0.25 0.06398368088063403 NaN NaN
seed 0.25 0.07999868467781508 NaN NaN
seed 0.25 0.10221024032909001 NaN NaN
seed 0.25 0.07576087219274769 NaN NaN
seed 0.25 0.06866503563469695 NaN NaN
seed 0.25 0.08877402145074074 NaN NaN
seed 0.25 0.06851094284795091 NaN NaN
seed 0.25 0.09010061804624539 NaN NaN
seed 0.25 0.0549637456484097 NaN NaN
seed 0.5 0.10587653134887802 NaN NaN
seed 0.5 0.1417502910061144 NaN NaN
seed 0.5 0.1440161257286924 NaN NaN
seed 0.5 0.21104893406347394 NaN NaN
seed 0.5 0.16238368995781569 NaN NaN
seed 0.5 0.1329262577337431 NaN NaN
seed 0.5 0.16958908225128638 NaN NaN
seed 0.5 0.1221949436138716 NaN NaN
seed 0.5 0.14953278549148685 NaN NaN
seed 0.5 0.10261355909149357 NaN NaN
seed 0.75 0.15856479963863743 NaN NaN
seed 0.75 0.23437683032804243 NaN NaN
seed 0.75 0.2441713668298493 NaN NaN
seed 0.75 0.30278998281944497 NaN NaN
seed 0.75 0.24537246303545346 NaN NaN
seed 0.75 0.204351137495278 NaN NaN
seed 0.75 0.260783086844661 NaN NaN
seed 0.75 0.22969488012823785 NaN NaN
seed 0.75 0.2547780349360119 NaN NaN
seed 0.75 0.1615151124618861 NaN NaN
EOD
$p3s4 << EOD
median 0 0 NaN NaN
median 0.25 0.06056940343403051 NaN NaN
median 0.5 0.10857298343171995 NaN NaN
median 0.75 0.1767418307250383 NaN NaN
interval 0 0 0 0
interval 0.25 0.06270686941160791 0.049751456985063065 0.07566228183815277
interval 0.5 0.11352056830998336 0.09175194612990195 0.13528919049006477
interval 0.75 0.1817558412204821 0.14998951234976077 0.21352217009120344
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
seed 0.25 0.04721869387290936 NaN NaN
seed 0.25 0.048167462471542286 NaN NaN
seed 0.25 0.054527460711598266 NaN NaN
seed 0.25 0.10080307574821765 NaN NaN
seed 0.25 0.07751930550993544 NaN NaN
seed 0.25 0.04978995741913327 NaN NaN
seed 0.25 0.07157101649926977 NaN NaN
seed 0.25 0.06661134615646275 NaN NaN
seed 0.25 0.06950872435099745 NaN NaN
seed 0.25 0.04135165137601279 NaN NaN
seed 0.5 0.0871200766544216 NaN NaN
seed 0.5 0.08756435895237395 NaN NaN
seed 0.5 0.08999234495453415 NaN NaN
seed 0.5 0.17475940939560194 NaN NaN
seed 0.5 0.12496852707466237 NaN NaN
seed 0.5 0.09873387977911892 NaN NaN
seed 0.5 0.14917877237386756 NaN NaN
seed 0.5 0.11841208708432098 NaN NaN
seed 0.5 0.12173035487667211 NaN NaN
seed 0.5 0.08274587195425992 NaN NaN
seed 0.75 0.1386709045025799 NaN NaN
seed 0.75 0.15350545740825003 NaN NaN
seed 0.75 0.16639717699237985 NaN NaN
seed 0.75 0.2804212251902398 NaN NaN
seed 0.75 0.18708648445769677 NaN NaN
seed 0.75 0.15007709707070027 NaN NaN
seed 0.75 0.20506903233587945 NaN NaN
seed 0.75 0.20121651381985153 NaN NaN
seed 0.75 0.204737394484882 NaN NaN
seed 0.75 0.1303771259423613 NaN NaN
EOD
$p3s5 << EOD
median 0 0 NaN NaN
median 0.25 0.14130238982152815 NaN NaN
median 0.5 0.22462918441890306 NaN NaN
median 0.75 0.2993037382884248 NaN NaN
interval 0 0 0 0
interval 0.25 0.15593317948610844 0.11918810086899512 0.19267825810322176
interval 0.5 0.2182635222433002 0.1973575850572884 0.239169459429312
interval 0.75 0.3048836617058369 0.2746925445259957 0.33507477888567816
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
seed 0.25 0.11911273342489065 NaN NaN
seed 0.25 0.17430392818405047 NaN NaN
seed 0.25 0.2587723651953798 NaN NaN
seed 0.25 0.10252122844055807 NaN NaN
seed 0.25 0.11411678971949919 NaN NaN
seed 0.25 0.15592361181805026 NaN NaN
seed 0.25 0.10958706806677691 NaN NaN
seed 0.25 0.12668116782500605 NaN NaN
seed 0.25 0.19092400837579196 NaN NaN
seed 0.25 0.20738889381108094 NaN NaN
seed 0.5 0.24521171235478129 NaN NaN
seed 0.5 0.2088247710436337 NaN NaN
seed 0.5 0.2383106730586042 NaN NaN
seed 0.5 0.16421121047085968 NaN NaN
seed 0.5 0.25701770694262965 NaN NaN
seed 0.5 0.23191402884790133 NaN NaN
seed 0.5 0.1793400460250384 NaN NaN
seed 0.5 0.2072697134735116 NaN NaN
seed 0.5 0.21734433998990482 NaN NaN
seed 0.5 0.23319102022613755 NaN NaN
seed 0.75 0.2956132962504435 NaN NaN
seed 0.75 0.30296826466843946 NaN NaN
seed 0.75 0.29563921190841014 NaN NaN
seed 0.75 0.28515483891719845 NaN NaN
seed 0.75 0.3770957233386364 NaN NaN
seed 0.75 0.22305558874624992 NaN NaN
seed 0.75 0.3117901226938304 NaN NaN
seed 0.75 0.35634545200064227 NaN NaN
seed 0.75 0.2802996473789615 NaN NaN
seed 0.75 0.32087447115555673 NaN NaN
EOD
$p3s6 << EOD
median 0 0 NaN NaN
median 0.25 0.12710513893348763 NaN NaN
median 0.5 0.23555748709464222 NaN NaN
median 0.75 0.35988571824264226 NaN NaN
interval 0 0 0 0
interval 0.25 0.1277529232317834 0.1183861029441378 0.13711974351942896
interval 0.5 0.23315905407857004 0.21029691237424888 0.25602119578289123
interval 0.75 0.3652191114795581 0.337706917344526 0.3927313056145902
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
seed 0.25 0.12269599821180267 NaN NaN
seed 0.25 0.11817598301846303 NaN NaN
seed 0.25 0.13998615385155352 NaN NaN
seed 0.25 0.15241223910248944 NaN NaN
seed 0.25 0.10717324849399575 NaN NaN
seed 0.25 0.122919258245085 NaN NaN
seed 0.25 0.13144638433569386 NaN NaN
seed 0.25 0.13537555610628166 NaN NaN
seed 0.25 0.11605339133057854 NaN NaN
seed 0.25 0.13129101962189027 NaN NaN
seed 0.5 0.228154207961089 NaN NaN
seed 0.5 0.20531726544413106 NaN NaN
seed 0.5 0.2605330462247756 NaN NaN
seed 0.5 0.2869341154689505 NaN NaN
seed 0.5 0.18260949434873186 NaN NaN
seed 0.5 0.22768956191760573 NaN NaN
seed 0.5 0.2507446199930491 NaN NaN
seed 0.5 0.25131629403641603 NaN NaN
seed 0.5 0.1953311691627561 NaN NaN
seed 0.5 0.24296076622819543 NaN NaN
seed 0.75 0.3245103454139959 NaN NaN
seed 0.75 0.3414766681256136 NaN NaN
seed 0.75 0.39726116297136094 NaN NaN
seed 0.75 0.4242724631697358 NaN NaN
seed 0.75 0.31155344940037566 NaN NaN
seed 0.75 0.34765458991617415 NaN NaN
seed 0.75 0.3721168465691103 NaN NaN
seed 0.75 0.4024298513232945 NaN NaN
seed 0.75 0.3341818429771193 NaN NaN
seed 0.75 0.3967338949288007 NaN NaN
EOD
$p3s7 << EOD
median 0 0 NaN NaN
median 0.25 0.0968884894826855 NaN NaN
median 0.5 0.2040197181167987 NaN NaN
median 0.75 0.2806604852310404 NaN NaN
interval 0 0 0 0
interval 0.25 0.1114036135526472 0.08728303551024076 0.13552419159505363
interval 0.5 0.20247164072760646 0.19149300895358168 0.21345027250163123
interval 0.75 0.29363745024121046 0.2742304125195134 0.3130444879629075
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
seed 0.25 0.15401605443199737 NaN NaN
seed 0.25 0.11994772928004455 NaN NaN
seed 0.25 0.1120932435576085 NaN NaN
seed 0.25 0.09781940453017215 NaN NaN
seed 0.25 0.0859965547001892 NaN NaN
seed 0.25 0.09595757443519883 NaN NaN
seed 0.25 0.07927240885717428 NaN NaN
seed 0.25 0.0883169138467687 NaN NaN
seed 0.25 0.09537483964760285 NaN NaN
seed 0.25 0.18524141223971574 NaN NaN
seed 0.5 0.2151888195748251 NaN NaN
seed 0.5 0.19485196383314302 NaN NaN
seed 0.5 0.2077853022002095 NaN NaN
seed 0.5 0.1916778311551466 NaN NaN
seed 0.5 0.20080262311659947 NaN NaN
seed 0.5 0.1894879142254015 NaN NaN
seed 0.5 0.22547874186372246 NaN NaN
seed 0.5 0.21790635087001237 NaN NaN
seed 0.5 0.1743000473200068 NaN NaN
seed 0.5 0.2072368131169979 NaN NaN
seed 0.75 0.270939342101859 NaN NaN
seed 0.75 0.3548950863046316 NaN NaN
seed 0.75 0.267473391774422 NaN NaN
seed 0.75 0.282350439329351 NaN NaN
seed 0.75 0.27895497693355154 NaN NaN
seed 0.75 0.2994788866289712 NaN NaN
seed 0.75 0.32016917459011707 NaN NaN
seed 0.75 0.27897053113272985 NaN NaN
seed 0.75 0.30511724413223495 NaN NaN
seed 0.75 0.2780254294842361 NaN NaN
EOD
$p3s8 << EOD
median 0 0 NaN NaN
median 0.25 0.16768275933713828 NaN NaN
median 0.5 0.2925488226998101 NaN NaN
median 0.75 0.41064847992896214 NaN NaN
interval 0 0 0 0
interval 0.25 0.17066099333072862 0.16062129364872768 0.18070069301272956
interval 0.5 0.29952533019117017 0.28227176070980936 0.316778899672531
interval 0.75 0.4150918295562868 0.3919229570840781 0.43826070202849554
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
seed 0.25 0.16211812756565558 NaN NaN
seed 0.25 0.16767882588871855 NaN NaN
seed 0.25 0.16373554513074204 NaN NaN
seed 0.25 0.16145198116280451 NaN NaN
seed 0.25 0.19245188439464295 NaN NaN
seed 0.25 0.19219152346325985 NaN NaN
seed 0.25 0.16768669278555798 NaN NaN
seed 0.25 0.17495307547686678 NaN NaN
seed 0.25 0.17714179213178788 NaN NaN
seed 0.25 0.1472004853072499 NaN NaN
seed 0.5 0.29745359182214637 NaN NaN
seed 0.5 0.2797850265996264 NaN NaN
seed 0.5 0.2764703503018095 NaN NaN
seed 0.5 0.2876440535774738 NaN NaN
seed 0.5 0.32741451600672883 NaN NaN
seed 0.5 0.348575892751655 NaN NaN
seed 0.5 0.3050611014341209 NaN NaN
seed 0.5 0.31290794119102 NaN NaN
seed 0.5 0.2822615863297034 NaN NaN
seed 0.5 0.2776792418974175 NaN NaN
seed 0.75 0.40903909897830315 NaN NaN
seed 0.75 0.3653565336073663 NaN NaN
seed 0.75 0.3917721907841518 NaN NaN
seed 0.75 0.4122578608796211 NaN NaN
seed 0.75 0.44917621689189396 NaN NaN
seed 0.75 0.47864895218558895 NaN NaN
seed 0.75 0.42500776990929984 NaN NaN
seed 0.75 0.42686896817367975 NaN NaN
seed 0.75 0.40737913219617844 NaN NaN
seed 0.75 0.3854115719567847 NaN NaN
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
