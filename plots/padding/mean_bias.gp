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
median 0.25 0.14319605029729204 NaN NaN
median 0.5 0.25260623816075317 NaN NaN
median 0.75 0.3662437433322974 NaN NaN
interval 0 0 0 0
interval 0.25 0.1415946769562228 0.13101602122213257 0.15217333269031302
interval 0.5 0.2520060126083171 0.23546417068872377 0.26854785452791047
interval 0.75 0.3727098678027099 0.3418296854469932 0.40359005015842664
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
seed 0.25 0.15167952580826466 NaN NaN
seed 0.25 0.14881394170088041 NaN NaN
seed 0.25 0.13988947032968563 NaN NaN
seed 0.25 0.17067163759227266 NaN NaN
seed 0.25 0.1447581505199845 NaN NaN
seed 0.25 0.14275975989556547 NaN NaN
seed 0.25 0.1436323406990186 NaN NaN
seed 0.25 0.11862362428605279 NaN NaN
seed 0.25 0.12376629490057706 NaN NaN
seed 0.25 0.13135202382992628 NaN NaN
seed 0.5 0.2486077693367044 NaN NaN
seed 0.5 0.26573829970510604 NaN NaN
seed 0.5 0.23937393268030305 NaN NaN
seed 0.5 0.29984961183899117 NaN NaN
seed 0.5 0.256604706984802 NaN NaN
seed 0.5 0.26532231558362446 NaN NaN
seed 0.5 0.2617702165684681 NaN NaN
seed 0.5 0.23376512696274337 NaN NaN
seed 0.5 0.22093812524137832 NaN NaN
seed 0.5 0.2280900211810502 NaN NaN
seed 0.75 0.33990242864949277 NaN NaN
seed 0.75 0.36959800287034145 NaN NaN
seed 0.75 0.33797500773578426 NaN NaN
seed 0.75 0.4764789208856521 NaN NaN
seed 0.75 0.3444715736237537 NaN NaN
seed 0.75 0.40998699951180084 NaN NaN
seed 0.75 0.3628894837942534 NaN NaN
seed 0.75 0.3763897159083136 NaN NaN
seed 0.75 0.33514654570784125 NaN NaN
seed 0.75 0.3742599993398661 NaN NaN
EOD
$p1s2 << EOD
median 0 0 NaN NaN
median 0.25 0.14302095753755845 NaN NaN
median 0.5 0.2622051163119391 NaN NaN
median 0.75 0.3933076843949884 NaN NaN
interval 0 0 0 0
interval 0.25 0.14543088424708694 0.1338285653199854 0.15703320317418848
interval 0.5 0.26662330137963763 0.2453523847129266 0.2878942180463486
interval 0.75 0.3999349326776825 0.3680285741330572 0.4318412912223078
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
seed 0.25 0.16371472997334824 NaN NaN
seed 0.25 0.15655455081474365 NaN NaN
seed 0.25 0.12968178358811044 NaN NaN
seed 0.25 0.16901502576689323 NaN NaN
seed 0.25 0.15986753688025562 NaN NaN
seed 0.25 0.13981352357077625 NaN NaN
seed 0.25 0.14176552234099077 NaN NaN
seed 0.25 0.12488091524659059 NaN NaN
seed 0.25 0.12473886155503441 NaN NaN
seed 0.25 0.1442763927341261 NaN NaN
seed 0.5 0.30014367557900257 NaN NaN
seed 0.5 0.2870167102302315 NaN NaN
seed 0.5 0.23774992695657005 NaN NaN
seed 0.5 0.30986085055281765 NaN NaN
seed 0.5 0.29309051861416024 NaN NaN
seed 0.5 0.2563248194685397 NaN NaN
seed 0.5 0.25990345703162904 NaN NaN
seed 0.5 0.22894838148275493 NaN NaN
seed 0.5 0.22868789828842195 NaN NaN
seed 0.5 0.2645067755922492 NaN NaN
seed 0.75 0.4502155332611292 NaN NaN
seed 0.75 0.4305250567675943 NaN NaN
seed 0.75 0.3566248879119844 NaN NaN
seed 0.75 0.4647912088941415 NaN NaN
seed 0.75 0.4396356427349789 NaN NaN
seed 0.75 0.3844871824871608 NaN NaN
seed 0.75 0.3898551211370125 NaN NaN
seed 0.75 0.3434226204594516 NaN NaN
seed 0.75 0.3430318254704069 NaN NaN
seed 0.75 0.39676024765296436 NaN NaN
EOD
$p1s3 << EOD
median 0 0 NaN NaN
median 0.25 0.08234811150400727 NaN NaN
median 0.5 0.15097151718587107 NaN NaN
median 0.75 0.22645727577880664 NaN NaN
interval 0 0 0 0
interval 0.25 0.0821019176026606 0.07682674508391069 0.08737709012141051
interval 0.5 0.15052017310321938 0.1408490150728832 0.16019133113355558
interval 0.75 0.22578025965482912 0.21127352260932483 0.2402869967003334
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
seed 0.25 0.08871285629496758 NaN NaN
seed 0.25 0.09147014122984036 NaN NaN
seed 0.25 0.07049632610808684 NaN NaN
seed 0.25 0.08592578615269128 NaN NaN
seed 0.25 0.0838462088430106 NaN NaN
seed 0.25 0.08085001416500394 NaN NaN
seed 0.25 0.07907879750226834 NaN NaN
seed 0.25 0.0911452311687788 NaN NaN
seed 0.25 0.0731809663522258 NaN NaN
seed 0.25 0.07631284820973237 NaN NaN
seed 0.5 0.16264024045802733 NaN NaN
seed 0.5 0.16769525858706316 NaN NaN
seed 0.5 0.12924325223610916 NaN NaN
seed 0.5 0.15753062418574282 NaN NaN
seed 0.5 0.1537180419490052 NaN NaN
seed 0.5 0.14822499242273693 NaN NaN
seed 0.5 0.1449777724676683 NaN NaN
seed 0.5 0.16709960409994484 NaN NaN
seed 0.5 0.1341650891922782 NaN NaN
seed 0.5 0.13990685543361814 NaN NaN
seed 0.75 0.2439603606870411 NaN NaN
seed 0.75 0.2515428878805948 NaN NaN
seed 0.75 0.1938648783541638 NaN NaN
seed 0.75 0.23629593627861423 NaN NaN
seed 0.75 0.23057706292350794 NaN NaN
seed 0.75 0.22233748863410538 NaN NaN
seed 0.75 0.21746665870150245 NaN NaN
seed 0.75 0.25064940614991715 NaN NaN
seed 0.75 0.2012476337884173 NaN NaN
seed 0.75 0.20986028315042718 NaN NaN
EOD
$p1s4 << EOD
median 0 0 NaN NaN
median 0.25 0.07767392755510677 NaN NaN
median 0.5 0.14240220667325365 NaN NaN
median 0.75 0.21360331000988048 NaN NaN
interval 0 0 0 0
interval 0.25 0.07801340500341813 0.07070661516918153 0.08532019483765474
interval 0.5 0.14302458024633255 0.12962880608231184 0.15642035441035326
interval 0.75 0.21453687036949884 0.19444320912346774 0.23463053161552994
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
seed 0.25 0.09296094616632494 NaN NaN
seed 0.25 0.08716916076260968 NaN NaN
seed 0.25 0.05954594753954103 NaN NaN
seed 0.25 0.08829764370010065 NaN NaN
seed 0.25 0.07537732485765722 NaN NaN
seed 0.25 0.07234999581022544 NaN NaN
seed 0.25 0.07657790654977635 NaN NaN
seed 0.25 0.08226100845325783 NaN NaN
seed 0.25 0.07876994856043719 NaN NaN
seed 0.25 0.06682416763425118 NaN NaN
seed 0.5 0.1704283918820918 NaN NaN
seed 0.5 0.15981013152240492 NaN NaN
seed 0.5 0.10916761031427032 NaN NaN
seed 0.5 0.1618790021700895 NaN NaN
seed 0.5 0.13819177406793523 NaN NaN
seed 0.5 0.1326416778610473 NaN NaN
seed 0.5 0.1403928489679878 NaN NaN
seed 0.5 0.15081184675496676 NaN NaN
seed 0.5 0.14441156437851949 NaN NaN
seed 0.5 0.12251095454401233 NaN NaN
seed 0.75 0.25564258782313776 NaN NaN
seed 0.75 0.23971519728360743 NaN NaN
seed 0.75 0.16375141547140548 NaN NaN
seed 0.75 0.24281850325513435 NaN NaN
seed 0.75 0.20728766110190283 NaN NaN
seed 0.75 0.19896251679157095 NaN NaN
seed 0.75 0.21058927345198172 NaN NaN
seed 0.75 0.22621777013245015 NaN NaN
seed 0.75 0.2166173465677792 NaN NaN
seed 0.75 0.18376643181601848 NaN NaN
EOD
$p1s5 << EOD
median 0 0 NaN NaN
median 0.25 0.09693825075808996 NaN NaN
median 0.5 0.17886584186308613 NaN NaN
median 0.75 0.3032517753307899 NaN NaN
interval 0 0 0 0
interval 0.25 0.09321554905997134 0.08637355270158395 0.10005754541835873
interval 0.5 0.18384545916004796 0.16709372331609626 0.20059719500399967
interval 0.75 0.30166819703876924 0.2799944798490783 0.32334191422846015
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
seed 0.25 0.09975006895604463 NaN NaN
seed 0.25 0.10105403552788818 NaN NaN
seed 0.25 0.09243229487657932 NaN NaN
seed 0.25 0.10393212400483605 NaN NaN
seed 0.25 0.08586049822448873 NaN NaN
seed 0.25 0.0964854849547689 NaN NaN
seed 0.25 0.08385830895798152 NaN NaN
seed 0.25 0.09739101656141103 NaN NaN
seed 0.25 0.07303024218346743 NaN NaN
seed 0.25 0.09836141635224754 NaN NaN
seed 0.5 0.17712332941936407 NaN NaN
seed 0.5 0.20675445247008417 NaN NaN
seed 0.5 0.17051147365777786 NaN NaN
seed 0.5 0.20117428053745792 NaN NaN
seed 0.5 0.1668338783979042 NaN NaN
seed 0.5 0.18060835430680822 NaN NaN
seed 0.5 0.18655454066402863 NaN NaN
seed 0.5 0.22881367530107097 NaN NaN
seed 0.5 0.14547117359192382 NaN NaN
seed 0.5 0.1746094332540599 NaN NaN
seed 0.75 0.32232017862150114 NaN NaN
seed 0.75 0.3298347480539749 NaN NaN
seed 0.75 0.2607975071505362 NaN NaN
seed 0.75 0.34530367374342735 NaN NaN
seed 0.75 0.29762228148358416 NaN NaN
seed 0.75 0.2664281324762223 NaN NaN
seed 0.75 0.2780328010677799 NaN NaN
seed 0.75 0.33192524264655093 NaN NaN
seed 0.75 0.27553613596612003 NaN NaN
seed 0.75 0.30888126917799563 NaN NaN
EOD
$p1s6 << EOD
median 0 0 NaN NaN
median 0.25 0.09599192683147106 NaN NaN
median 0.5 0.17598519919103028 NaN NaN
median 0.75 0.26397779878654537 NaN NaN
interval 0 0 0 0
interval 0.25 0.09561333247588147 0.09195972861130047 0.09926693634046246
interval 0.5 0.17529110953911603 0.1685928357873842 0.18198938329084785
interval 0.75 0.262936664308674 0.2528892536810763 0.27298407493627175
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
seed 0.25 0.08774635779178576 NaN NaN
seed 0.25 0.09767973520907954 NaN NaN
seed 0.25 0.09688279939431264 NaN NaN
seed 0.25 0.09510105426862947 NaN NaN
seed 0.25 0.09094503290602268 NaN NaN
seed 0.25 0.09192768023557922 NaN NaN
seed 0.25 0.09772298370123621 NaN NaN
seed 0.25 0.10105931452310793 NaN NaN
seed 0.25 0.09220227606698601 NaN NaN
seed 0.25 0.10486609066207532 NaN NaN
seed 0.5 0.1608683226182739 NaN NaN
seed 0.5 0.17907951454997914 NaN NaN
seed 0.5 0.1776184655562399 NaN NaN
seed 0.5 0.17435193282582065 NaN NaN
seed 0.5 0.1667325603277083 NaN NaN
seed 0.5 0.16853408043189522 NaN NaN
seed 0.5 0.17915880345226637 NaN NaN
seed 0.5 0.18527540995903122 NaN NaN
seed 0.5 0.16903750612280766 NaN NaN
seed 0.5 0.19225449954713814 NaN NaN
seed 0.75 0.2413024839274109 NaN NaN
seed 0.75 0.2686192718249687 NaN NaN
seed 0.75 0.26642769833435986 NaN NaN
seed 0.75 0.26152789923873093 NaN NaN
seed 0.75 0.2500988404915624 NaN NaN
seed 0.75 0.2528011206478429 NaN NaN
seed 0.75 0.2687382051783995 NaN NaN
seed 0.75 0.2779131149385467 NaN NaN
seed 0.75 0.2535562591842115 NaN NaN
seed 0.75 0.2883817493207072 NaN NaN
EOD
$p1s7 << EOD
median 0 0 NaN NaN
median 0.25 0.13258328641010167 NaN NaN
median 0.5 0.22867244100026468 NaN NaN
median 0.75 0.3537515429999507 NaN NaN
interval 0 0 0 0
interval 0.25 0.13802911330884574 0.12698172572945118 0.1490765008882403
interval 0.5 0.22742201777327642 0.21203878180251695 0.2428052537440359
interval 0.75 0.3440802477127024 0.3156316932283668 0.372528802197038
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
seed 0.25 0.16510997030913072 NaN NaN
seed 0.25 0.1464646981444839 NaN NaN
seed 0.25 0.12801736353021825 NaN NaN
seed 0.25 0.12356738720196353 NaN NaN
seed 0.25 0.15749988561932549 NaN NaN
seed 0.25 0.12705587179263197 NaN NaN
seed 0.25 0.12256637300416233 NaN NaN
seed 0.25 0.1484304336236378 NaN NaN
seed 0.25 0.12442994057291841 NaN NaN
seed 0.25 0.13714920928998509 NaN NaN
seed 0.5 0.24938431583234652 NaN NaN
seed 0.5 0.23372370249734892 NaN NaN
seed 0.5 0.2048145548600762 NaN NaN
seed 0.5 0.25306048487114735 NaN NaN
seed 0.5 0.2494308987355441 NaN NaN
seed 0.5 0.20992740173061888 NaN NaN
seed 0.5 0.2426751031510599 NaN NaN
seed 0.5 0.22362117950318042 NaN NaN
seed 0.5 0.19120070162057567 NaN NaN
seed 0.5 0.21638183493086638 NaN NaN
seed 0.75 0.3902243627862198 NaN NaN
seed 0.75 0.2974058505805811 NaN NaN
seed 0.75 0.3471218025672272 NaN NaN
seed 0.75 0.3692340394301413 NaN NaN
seed 0.75 0.3335347480208586 NaN NaN
seed 0.75 0.375779486285912 NaN NaN
seed 0.75 0.36038128343267417 NaN NaN
seed 0.75 0.34078843476074583 NaN NaN
seed 0.75 0.2584854284589203 NaN NaN
seed 0.75 0.36784704080374353 NaN NaN
EOD
$p1s8 << EOD
median 0 0 NaN NaN
median 0.25 0.12735495483850343 NaN NaN
median 0.5 0.23348408387058966 NaN NaN
median 0.75 0.3502261258058844 NaN NaN
interval 0 0 0 0
interval 0.25 0.1263783294332755 0.11504408110590406 0.13771257776064696
interval 0.5 0.2316936039610052 0.21091414869415753 0.25247305922785285
interval 0.75 0.3475404059415078 0.3163712230412363 0.3787095888417793
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
seed 0.25 0.1477891394132448 NaN NaN
seed 0.25 0.1392391223608677 NaN NaN
seed 0.25 0.12024929355852088 NaN NaN
seed 0.25 0.14489815988490884 NaN NaN
seed 0.25 0.1150901977879681 NaN NaN
seed 0.25 0.12674997830451554 NaN NaN
seed 0.25 0.13313392196590937 NaN NaN
seed 0.25 0.09700150117888157 NaN NaN
seed 0.25 0.11167204850544722 NaN NaN
seed 0.25 0.12795993137249131 NaN NaN
seed 0.5 0.27094675559094894 NaN NaN
seed 0.5 0.25527172432825734 NaN NaN
seed 0.5 0.22045703819062168 NaN NaN
seed 0.5 0.2656466264556663 NaN NaN
seed 0.5 0.21099869594460827 NaN NaN
seed 0.5 0.2323749602249452 NaN NaN
seed 0.5 0.24407885693750056 NaN NaN
seed 0.5 0.17783608549461621 NaN NaN
seed 0.5 0.20473208892665332 NaN NaN
seed 0.5 0.2345932075162341 NaN NaN
seed 0.75 0.40642013338642335 NaN NaN
seed 0.75 0.3829075864923861 NaN NaN
seed 0.75 0.3306855572859324 NaN NaN
seed 0.75 0.3984699396834993 NaN NaN
seed 0.75 0.3164980439169122 NaN NaN
seed 0.75 0.34856244033741773 NaN NaN
seed 0.75 0.366118285406251 NaN NaN
seed 0.75 0.26675412824192435 NaN NaN
seed 0.75 0.30709813338998 NaN NaN
seed 0.75 0.35188981127435115 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8'

panel_title[2] = 'ConvNet'
note[2] = ''
$p2s1 << EOD
median 0 0 NaN NaN
median 0.25 0.08310711930026243 NaN NaN
median 0.5 0.1701686771401299 NaN NaN
median 0.75 0.27126910595619114 NaN NaN
interval 0 0 0 0
interval 0.25 0.08598714031104554 0.0753425933054773 0.09663168731661378
interval 0.5 0.17996422572745757 0.1578850811457928 0.20204337030912234
interval 0.75 0.2747494441278019 0.24159901767674208 0.3078998705788617
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
seed 0.25 0.11208635327729613 NaN NaN
seed 0.25 0.08907642660509608 NaN NaN
seed 0.25 0.06876478316423809 NaN NaN
seed 0.25 0.07662634890711577 NaN NaN
seed 0.25 0.10299914679076001 NaN NaN
seed 0.25 0.07196312113421957 NaN NaN
seed 0.25 0.09893887371104174 NaN NaN
seed 0.25 0.07281300439109303 NaN NaN
seed 0.25 0.07713781199542878 NaN NaN
seed 0.25 0.08946553313416614 NaN NaN
seed 0.5 0.24103182098391798 NaN NaN
seed 0.5 0.1751121386200909 NaN NaN
seed 0.5 0.1481655246730174 NaN NaN
seed 0.5 0.1618536205135227 NaN NaN
seed 0.5 0.21439086836213742 NaN NaN
seed 0.5 0.15679619406030074 NaN NaN
seed 0.5 0.1961302584834023 NaN NaN
seed 0.5 0.14700829562805426 NaN NaN
seed 0.5 0.19392832028996315 NaN NaN
seed 0.5 0.16522521566016887 NaN NaN
seed 0.75 0.35458036131986165 NaN NaN
seed 0.75 0.2393108107843452 NaN NaN
seed 0.75 0.22277295887909956 NaN NaN
seed 0.75 0.2415958009037074 NaN NaN
seed 0.75 0.31684408567115524 NaN NaN
seed 0.75 0.24728175267631824 NaN NaN
seed 0.75 0.3045856819806135 NaN NaN
seed 0.75 0.2192333101835307 NaN NaN
seed 0.75 0.29525645923606403 NaN NaN
seed 0.75 0.30603321964332386 NaN NaN
EOD
$p2s2 << EOD
median 0 0 NaN NaN
median 0.25 0.07991493625316395 NaN NaN
median 0.5 0.1599939666761024 NaN NaN
median 0.75 0.2486831744085752 NaN NaN
interval 0 0 0 0
interval 0.25 0.07995088269749212 0.06986756597601149 0.09003419941897275
interval 0.5 0.15839406442503984 0.13775219019003251 0.17903593866004716
interval 0.75 0.24472840315786404 0.21329023380070605 0.276166572515022
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
seed 0.25 0.09550888045718266 NaN NaN
seed 0.25 0.09359282020409926 NaN NaN
seed 0.25 0.05850514856760647 NaN NaN
seed 0.25 0.07943380709183583 NaN NaN
seed 0.25 0.08801572477679553 NaN NaN
seed 0.25 0.0667234212673334 NaN NaN
seed 0.25 0.09972544544336528 NaN NaN
seed 0.25 0.07197021491696874 NaN NaN
seed 0.25 0.06563729883524197 NaN NaN
seed 0.25 0.08039606541449208 NaN NaN
seed 0.5 0.18955347264795755 NaN NaN
seed 0.5 0.18646854196457704 NaN NaN
seed 0.5 0.11385964111007725 NaN NaN
seed 0.5 0.1642221672160897 NaN NaN
seed 0.5 0.16779248216523288 NaN NaN
seed 0.5 0.13349278976456147 NaN NaN
seed 0.5 0.20175443594158748 NaN NaN
seed 0.5 0.14164101330687462 NaN NaN
seed 0.5 0.12939033399732536 NaN NaN
seed 0.5 0.15576576613611512 NaN NaN
seed 0.75 0.28199484855024454 NaN NaN
seed 0.75 0.289835992951068 NaN NaN
seed 0.75 0.1773865669763545 NaN NaN
seed 0.75 0.2594034451425869 NaN NaN
seed 0.75 0.25635615099051595 NaN NaN
seed 0.75 0.20320758987220905 NaN NaN
seed 0.75 0.3141819306740311 NaN NaN
seed 0.75 0.22543583058010017 NaN NaN
seed 0.75 0.19847147801489587 NaN NaN
seed 0.75 0.24101019782663446 NaN NaN
EOD
$p2s3 << EOD
median 0 0 NaN NaN
median 0.25 0.0572373894466537 NaN NaN
median 0.5 0.11380501861263233 NaN NaN
median 0.75 0.1770563714582307 NaN NaN
interval 0 0 0 0
interval 0.25 0.05998984556500118 0.0535394354943571 0.06644025563564525
interval 0.5 0.11825800732927691 0.10492893768028959 0.13158707697826424
interval 0.75 0.18292682737249463 0.16235992466922688 0.20349373007576238
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
seed 0.25 0.06754131855096188 NaN NaN
seed 0.25 0.05059287660551695 NaN NaN
seed 0.25 0.07079835973906505 NaN NaN
seed 0.25 0.048016406373454855 NaN NaN
seed 0.25 0.07262456161384354 NaN NaN
seed 0.25 0.05101031865757759 NaN NaN
seed 0.25 0.05699694042159206 NaN NaN
seed 0.25 0.05747783847171533 NaN NaN
seed 0.25 0.06784688052087295 NaN NaN
seed 0.25 0.05699295469541157 NaN NaN
seed 0.5 0.13536231681485694 NaN NaN
seed 0.5 0.1016507610723295 NaN NaN
seed 0.5 0.14324893678710027 NaN NaN
seed 0.5 0.09292966729765971 NaN NaN
seed 0.5 0.14048138791925843 NaN NaN
seed 0.5 0.09926995938485744 NaN NaN
seed 0.5 0.11651654340905152 NaN NaN
seed 0.5 0.10748181080376373 NaN NaN
seed 0.5 0.1345451959876784 NaN NaN
seed 0.5 0.11109349381621314 NaN NaN
seed 0.75 0.2084619771971991 NaN NaN
seed 0.75 0.16017929083265292 NaN NaN
seed 0.75 0.2223189616149761 NaN NaN
seed 0.75 0.14111959070702992 NaN NaN
seed 0.75 0.21545832062807915 NaN NaN
seed 0.75 0.15410848561940876 NaN NaN
seed 0.75 0.18222750246205655 NaN NaN
seed 0.75 0.16519332660038263 NaN NaN
seed 0.75 0.2083155776087562 NaN NaN
seed 0.75 0.17188524045440484 NaN NaN
EOD
$p2s4 << EOD
median 0 0 NaN NaN
median 0.25 0.1065474230306734 NaN NaN
median 0.5 0.21506294806671783 NaN NaN
median 0.75 0.3357992360649419 NaN NaN
interval 0 0 0 0
interval 0.25 0.11087035607880724 0.09883431364401286 0.12290639851360162
interval 0.5 0.22208061951792196 0.19905669399588544 0.2451045450399585
interval 0.75 0.3446378299374078 0.3095401756147417 0.379735484260074
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
seed 0.25 0.1449518721291824 NaN NaN
seed 0.25 0.10294583500945355 NaN NaN
seed 0.25 0.11410479401034206 NaN NaN
seed 0.25 0.1085512106775375 NaN NaN
seed 0.25 0.12324344592118935 NaN NaN
seed 0.25 0.09740863197925909 NaN NaN
seed 0.25 0.10057784246684216 NaN NaN
seed 0.25 0.08639564989152179 NaN NaN
seed 0.25 0.12598064331893505 NaN NaN
seed 0.25 0.1045436353838093 NaN NaN
seed 0.5 0.2840525174771579 NaN NaN
seed 0.5 0.21323854922879415 NaN NaN
seed 0.5 0.2318964219265255 NaN NaN
seed 0.5 0.21541537254323093 NaN NaN
seed 0.5 0.24473882554213533 NaN NaN
seed 0.5 0.19416631469303533 NaN NaN
seed 0.5 0.2017297453549241 NaN NaN
seed 0.5 0.17023614423149525 NaN NaN
seed 0.5 0.25062178059171647 NaN NaN
seed 0.5 0.21471052359020473 NaN NaN
seed 0.75 0.43745660891421456 NaN NaN
seed 0.75 0.33431354392597046 NaN NaN
seed 0.75 0.3586471790696026 NaN NaN
seed 0.75 0.3347016914125602 NaN NaN
seed 0.75 0.3787048327347991 NaN NaN
seed 0.75 0.30068109466632126 NaN NaN
seed 0.75 0.3136342395176047 NaN NaN
seed 0.75 0.26316337510997617 NaN NaN
seed 0.75 0.3881789533057055 NaN NaN
seed 0.75 0.33689678071732365 NaN NaN
EOD
$p2s5 << EOD
median 0 0 NaN NaN
median 0.25 0.0749865580016078 NaN NaN
median 0.5 0.17631796490999144 NaN NaN
median 0.75 0.3035616810145237 NaN NaN
interval 0 0 0 0
interval 0.25 0.07466771949895659 0.06398223454937332 0.08535320444853986
interval 0.5 0.1828308751329504 0.15680485942533462 0.2088568908405662
interval 0.75 0.3249073613036305 0.25444569629119085 0.3953690263160702
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
seed 0.25 0.10356286463103102 NaN NaN
seed 0.25 0.07842334903757087 NaN NaN
seed 0.25 0.07887400512152723 NaN NaN
seed 0.25 0.061304443975071315 NaN NaN
seed 0.25 0.08752557896326268 NaN NaN
seed 0.25 0.06253052418223663 NaN NaN
seed 0.25 0.06157355730766541 NaN NaN
seed 0.25 0.0558854348441844 NaN NaN
seed 0.25 0.08544766996137154 NaN NaN
seed 0.25 0.07154976696564473 NaN NaN
seed 0.5 0.27311753579255243 NaN NaN
seed 0.5 0.18296634221988461 NaN NaN
seed 0.5 0.15398732360783213 NaN NaN
seed 0.5 0.1808621576523714 NaN NaN
seed 0.5 0.20957147031170897 NaN NaN
seed 0.5 0.15874023908865156 NaN NaN
seed 0.5 0.17352409557349022 NaN NaN
seed 0.5 0.14561677623081803 NaN NaN
seed 0.5 0.17081097660570202 NaN NaN
seed 0.5 0.17911183424649266 NaN NaN
seed 0.75 0.5719738703987222 NaN NaN
seed 0.75 0.30420002132214524 NaN NaN
seed 0.75 0.2725576073901938 NaN NaN
seed 0.75 0.36310976133998274 NaN NaN
seed 0.75 0.33471021951654667 NaN NaN
seed 0.75 0.2507360446976899 NaN NaN
seed 0.75 0.27407201983254476 NaN NaN
seed 0.75 0.21609349656840607 NaN NaN
seed 0.75 0.35869723126317093 NaN NaN
seed 0.75 0.30292334070690213 NaN NaN
EOD
$p2s6 << EOD
median 0 0 NaN NaN
median 0.25 0.05976841352626425 NaN NaN
median 0.5 0.12054016310325216 NaN NaN
median 0.75 0.1903481656188012 NaN NaN
interval 0 0 0 0
interval 0.25 0.0643479443284121 0.05474253887182583 0.07395334978499836
interval 0.5 0.127431092694006 0.10905958554999715 0.14580259983801483
interval 0.75 0.19776433440437216 0.16973090150874653 0.2257977672999978
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
seed 0.25 0.09698578266522212 NaN NaN
seed 0.25 0.053593023615390166 NaN NaN
seed 0.25 0.07031711511428776 NaN NaN
seed 0.25 0.05349034903058718 NaN NaN
seed 0.25 0.07005350667566056 NaN NaN
seed 0.25 0.057022452368285924 NaN NaN
seed 0.25 0.06251437468424258 NaN NaN
seed 0.25 0.05526629336643343 NaN NaN
seed 0.25 0.06940697730683182 NaN NaN
seed 0.25 0.054829568457179366 NaN NaN
seed 0.5 0.19103442684437533 NaN NaN
seed 0.5 0.11246300612095174 NaN NaN
seed 0.5 0.1403589744676604 NaN NaN
seed 0.5 0.1067862658655606 NaN NaN
seed 0.5 0.1346817246106432 NaN NaN
seed 0.5 0.11248268218675582 NaN NaN
seed 0.5 0.1285976440197485 NaN NaN
seed 0.5 0.10758871684353383 NaN NaN
seed 0.5 0.13232942869810613 NaN NaN
seed 0.5 0.10798805728272429 NaN NaN
seed 0.75 0.2951716049677093 NaN NaN
seed 0.75 0.17851752305396654 NaN NaN
seed 0.75 0.21827471552360223 NaN NaN
seed 0.75 0.16642145600909045 NaN NaN
seed 0.75 0.20649471308885142 NaN NaN
seed 0.75 0.17434880369655284 NaN NaN
seed 0.75 0.20217880818363582 NaN NaN
seed 0.75 0.16622335911342018 NaN NaN
seed 0.75 0.20225848493955326 NaN NaN
seed 0.75 0.16775387546733986 NaN NaN
EOD
$p2s7 << EOD
median 0 0 NaN NaN
median 0.25 0.07129339969456759 NaN NaN
median 0.5 0.18564980731046718 NaN NaN
median 0.75 0.2957096138576889 NaN NaN
interval 0 0 0 0
interval 0.25 0.07040700706203896 0.06182147649446674 0.0789925376296112
interval 0.5 0.19019282072603313 0.16673802547320676 0.2136476159788595
interval 0.75 0.3180740905631137 0.2691834787616666 0.3669647023645608
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
seed 0.25 0.09230170779123754 NaN NaN
seed 0.25 0.06467535448784507 NaN NaN
seed 0.25 0.060012827840227614 NaN NaN
seed 0.25 0.07895799950853552 NaN NaN
seed 0.25 0.07533103405487905 NaN NaN
seed 0.25 0.07099240522621297 NaN NaN
seed 0.25 0.07159439416292221 NaN NaN
seed 0.25 0.04797438846377083 NaN NaN
seed 0.25 0.06508318367917039 NaN NaN
seed 0.25 0.07714677540558831 NaN NaN
seed 0.5 0.2487020186553078 NaN NaN
seed 0.5 0.16413285766524402 NaN NaN
seed 0.5 0.18298433134210962 NaN NaN
seed 0.5 0.18455092777370552 NaN NaN
seed 0.5 0.20789736257673574 NaN NaN
seed 0.5 0.18674868684722884 NaN NaN
seed 0.5 0.16440960314900302 NaN NaN
seed 0.5 0.13969648070691595 NaN NaN
seed 0.5 0.23430774184585434 NaN NaN
seed 0.5 0.18849819669822676 NaN NaN
seed 0.75 0.45108389942422766 NaN NaN
seed 0.75 0.374598422771692 NaN NaN
seed 0.75 0.2576698802073501 NaN NaN
seed 0.75 0.3018487672568866 NaN NaN
seed 0.75 0.40025730554821015 NaN NaN
seed 0.75 0.2895704604584913 NaN NaN
seed 0.75 0.25956925975417133 NaN NaN
seed 0.75 0.24465202821705365 NaN NaN
seed 0.75 0.31213209115368123 NaN NaN
seed 0.75 0.28935879083937305 NaN NaN
EOD
$p2s8 << EOD
median 0 0 NaN NaN
median 0.25 0.05484736715199921 NaN NaN
median 0.5 0.10172859736444868 NaN NaN
median 0.75 0.15569896552498913 NaN NaN
interval 0 0 0 0
interval 0.25 0.05303834441106945 0.04789885639149449 0.05817783243064441
interval 0.5 0.10068085117337508 0.09101949132485822 0.11034221102189194
interval 0.75 0.15459589244081257 0.13959173193156682 0.1696000529500583
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
seed 0.25 0.06255086492377585 NaN NaN
seed 0.25 0.05399998981122448 NaN NaN
seed 0.25 0.0581245074585684 NaN NaN
seed 0.25 0.05247707320060785 NaN NaN
seed 0.25 0.055694744492773944 NaN NaN
seed 0.25 0.04689811416887324 NaN NaN
seed 0.25 0.0403635705324003 NaN NaN
seed 0.25 0.043810156380807826 NaN NaN
seed 0.25 0.05933603897279201 NaN NaN
seed 0.25 0.05712838416887061 NaN NaN
seed 0.5 0.11578607459592148 NaN NaN
seed 0.5 0.09709257567420194 NaN NaN
seed 0.5 0.10966642487641666 NaN NaN
seed 0.5 0.09950981812317675 NaN NaN
seed 0.5 0.10394737660572062 NaN NaN
seed 0.5 0.09288615121573601 NaN NaN
seed 0.5 0.08050812437588556 NaN NaN
seed 0.5 0.0796736931723778 NaN NaN
seed 0.5 0.1189158664867066 NaN NaN
seed 0.5 0.10882240660760745 NaN NaN
seed 0.75 0.17694637260427204 NaN NaN
seed 0.75 0.14578509621400873 NaN NaN
seed 0.75 0.16754646862691722 NaN NaN
seed 0.75 0.15282296124230071 NaN NaN
seed 0.75 0.15857496980767755 NaN NaN
seed 0.75 0.1446128516843573 NaN NaN
seed 0.75 0.1257896080467255 NaN NaN
seed 0.75 0.12080236225741135 NaN NaN
seed 0.75 0.18551057017943623 NaN NaN
seed 0.75 0.1675676637450192 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8'

panel_title[3] = 'transformer'
note[3] = ''
$p3s1 << EOD
median 0 0 NaN NaN
median 0.25 0.13908813530468583 NaN NaN
median 0.5 0.2543290430592898 NaN NaN
median 0.75 0.3934184739783321 NaN NaN
interval 0 0 0 0
interval 0.25 0.1347834152809933 0.12328832364530522 0.14627850691668137
interval 0.5 0.24865703481243945 0.2293450078285209 0.267969061796358
interval 0.75 0.3915579365925851 0.3745039394351937 0.40861193374997645
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
seed 0.25 0.1458426493799965 NaN NaN
seed 0.25 0.12788235543894388 NaN NaN
seed 0.25 0.13480448514528745 NaN NaN
seed 0.25 0.15031982324436757 NaN NaN
seed 0.25 0.1550396986063605 NaN NaN
seed 0.25 0.11191591797982457 NaN NaN
seed 0.25 0.11102587076145144 NaN NaN
seed 0.25 0.12079044747556099 NaN NaN
seed 0.25 0.14337178546408422 NaN NaN
seed 0.25 0.14684111931405588 NaN NaN
seed 0.5 0.26716179820444247 NaN NaN
seed 0.5 0.24189501930185983 NaN NaN
seed 0.5 0.26986969640811737 NaN NaN
seed 0.5 0.2701254382409093 NaN NaN
seed 0.5 0.28516192929969253 NaN NaN
seed 0.5 0.2033613068532741 NaN NaN
seed 0.5 0.21046379686449207 NaN NaN
seed 0.5 0.22987327683302744 NaN NaN
seed 0.5 0.2543197261770806 NaN NaN
seed 0.5 0.2543383599414991 NaN NaN
seed 0.75 0.42743257142191404 NaN NaN
seed 0.75 0.4035059896256187 NaN NaN
seed 0.75 0.3946938155653839 NaN NaN
seed 0.75 0.3921431323912803 NaN NaN
seed 0.75 0.40853497985472254 NaN NaN
seed 0.75 0.3458579079497869 NaN NaN
seed 0.75 0.368919401146739 NaN NaN
seed 0.75 0.38231997453247707 NaN NaN
seed 0.75 0.4142456846476597 NaN NaN
seed 0.75 0.37792590879026866 NaN NaN
EOD
$p3s2 << EOD
median 0 0 NaN NaN
median 0.25 0.14101259217005835 NaN NaN
median 0.5 0.2575175598185462 NaN NaN
median 0.75 0.39461895473150344 NaN NaN
interval 0 0 0 0
interval 0.25 0.13533558086692327 0.1234224139093388 0.14724874782450775
interval 0.5 0.24963865759141593 0.2292124671546184 0.27006484802821346
interval 0.75 0.3933767640810267 0.3751229345198543 0.41163059364219906
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
seed 0.25 0.14631480725924184 NaN NaN
seed 0.25 0.12697750226598317 NaN NaN
seed 0.25 0.1361316735402059 NaN NaN
seed 0.25 0.15035645949710766 NaN NaN
seed 0.25 0.15698950281860632 NaN NaN
seed 0.25 0.11343876961875148 NaN NaN
seed 0.25 0.11016438761956003 NaN NaN
seed 0.25 0.11976887496916859 NaN NaN
seed 0.25 0.14589351079991084 NaN NaN
seed 0.25 0.147320320280697 NaN NaN
seed 0.5 0.26971104880858915 NaN NaN
seed 0.5 0.2416276014270399 NaN NaN
seed 0.5 0.27190314771650625 NaN NaN
seed 0.5 0.27317913588674214 NaN NaN
seed 0.5 0.2862350581010079 NaN NaN
seed 0.5 0.20457920950662456 NaN NaN
seed 0.5 0.20699511377484303 NaN NaN
seed 0.5 0.227121141055714 NaN NaN
seed 0.5 0.2566108576000938 NaN NaN
seed 0.5 0.2584242620369986 NaN NaN
seed 0.75 0.4279457014604947 NaN NaN
seed 0.75 0.40214725518520084 NaN NaN
seed 0.75 0.3919561025693339 NaN NaN
seed 0.75 0.39728180689367293 NaN NaN
seed 0.75 0.41501061523922006 NaN NaN
seed 0.75 0.3473301740091707 NaN NaN
seed 0.75 0.36790489105560165 NaN NaN
seed 0.75 0.37314302279044814 NaN NaN
seed 0.75 0.42326175395974996 NaN NaN
seed 0.75 0.3877863176473746 NaN NaN
EOD
$p3s3 << EOD
median 0 0 NaN NaN
median 0.25 0.1310003482159213 NaN NaN
median 0.5 0.2404038251026473 NaN NaN
median 0.75 0.3679734926369832 NaN NaN
interval 0 0 0 0
interval 0.25 0.12789498413372638 0.11657181899497057 0.1392181492724822
interval 0.5 0.23549860644590304 0.2166636215087463 0.2543335913830598
interval 0.75 0.37314559921001483 0.3534546698631543 0.39283652855687534
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
seed 0.25 0.14289420170707898 NaN NaN
seed 0.25 0.12249331901703635 NaN NaN
seed 0.25 0.1261046984220117 NaN NaN
seed 0.25 0.14000857893179092 NaN NaN
seed 0.25 0.14894046660047264 NaN NaN
seed 0.25 0.10740447898270827 NaN NaN
seed 0.25 0.10354049746843642 NaN NaN
seed 0.25 0.11313731202330672 NaN NaN
seed 0.25 0.1358959980098309 NaN NaN
seed 0.25 0.13853029017459084 NaN NaN
seed 0.5 0.2617746565835328 NaN NaN
seed 0.5 0.23447921291058815 NaN NaN
seed 0.5 0.24838874577006542 NaN NaN
seed 0.5 0.25324509596191636 NaN NaN
seed 0.5 0.27133294367988603 NaN NaN
seed 0.5 0.19630458460396508 NaN NaN
seed 0.5 0.19310581288465173 NaN NaN
seed 0.5 0.21554736185913004 NaN NaN
seed 0.5 0.2391746118572631 NaN NaN
seed 0.5 0.24163303834803151 NaN NaN
seed 0.75 0.42336683049652685 NaN NaN
seed 0.75 0.3907918408698973 NaN NaN
seed 0.75 0.36406773386105895 NaN NaN
seed 0.75 0.3686299859189981 NaN NaN
seed 0.75 0.3946697848088697 NaN NaN
seed 0.75 0.33099270611063414 NaN NaN
seed 0.75 0.3433116002768156 NaN NaN
seed 0.75 0.35522617480216045 NaN NaN
seed 0.75 0.39308233560021877 NaN NaN
seed 0.75 0.3673169993549683 NaN NaN
EOD
$p3s4 << EOD
median 0 0 NaN NaN
median 0.25 0.12991951831555215 NaN NaN
median 0.5 0.24069555349816896 NaN NaN
median 0.75 0.369871838404663 NaN NaN
interval 0 0 0 0
interval 0.25 0.12728821429017187 0.11629316142311302 0.13828326715723072
interval 0.5 0.23528516296450414 0.21721199412211784 0.25335833180689044
interval 0.75 0.3724492359941955 0.3542385177969846 0.39065995419140637
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
seed 0.25 0.14239132636800933 NaN NaN
seed 0.25 0.12058199238963434 NaN NaN
seed 0.25 0.1262117531883901 NaN NaN
seed 0.25 0.14132766423964213 NaN NaN
seed 0.25 0.1468487264014209 NaN NaN
seed 0.25 0.10474676180837326 NaN NaN
seed 0.25 0.1062906465365919 NaN NaN
seed 0.25 0.11367930858816123 NaN NaN
seed 0.25 0.13362728344271418 NaN NaN
seed 0.25 0.13717667993878133 NaN NaN
seed 0.5 0.26100642553386183 NaN NaN
seed 0.5 0.23073049453795086 NaN NaN
seed 0.5 0.247364551734803 NaN NaN
seed 0.5 0.25456112750787396 NaN NaN
seed 0.5 0.26663305613289534 NaN NaN
seed 0.5 0.19015698588056365 NaN NaN
seed 0.5 0.19958772633329 NaN NaN
seed 0.5 0.22142015498746473 NaN NaN
seed 0.5 0.24121555075409723 NaN NaN
seed 0.5 0.24017555624224066 NaN NaN
seed 0.75 0.4202398227297647 NaN NaN
seed 0.75 0.38438447198313375 NaN NaN
seed 0.75 0.36240963745942323 NaN NaN
seed 0.75 0.37304859706056537 NaN NaN
seed 0.75 0.38755724436793737 NaN NaN
seed 0.75 0.3232859353052936 NaN NaN
seed 0.75 0.3533705680593807 NaN NaN
seed 0.75 0.366131683008837 NaN NaN
seed 0.75 0.38736932021885895 NaN NaN
seed 0.75 0.3666950797487606 NaN NaN
EOD
$p3s5 << EOD
median 0 0 NaN NaN
median 0.25 0.1364617868409316 NaN NaN
median 0.5 0.2507146979016883 NaN NaN
median 0.75 0.38227214139170806 NaN NaN
interval 0 0 0 0
interval 0.25 0.13311446604382618 0.12232911256155718 0.14389981952609518
interval 0.5 0.24760120203436803 0.2303500410130579 0.26485236305567816
interval 0.75 0.3872074231399772 0.3705087973753347 0.4039060489046197
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
seed 0.25 0.14518302826615082 NaN NaN
seed 0.25 0.12598097281137288 NaN NaN
seed 0.25 0.131470209333204 NaN NaN
seed 0.25 0.14473613352043332 NaN NaN
seed 0.25 0.15526687317682067 NaN NaN
seed 0.25 0.11341090593531274 NaN NaN
seed 0.25 0.11082350580759323 NaN NaN
seed 0.25 0.12000121242792595 NaN NaN
seed 0.25 0.1414533643486592 NaN NaN
seed 0.25 0.1428184548107887 NaN NaN
seed 0.5 0.2662454991209301 NaN NaN
seed 0.5 0.24157824922517576 NaN NaN
seed 0.5 0.26165160576957486 NaN NaN
seed 0.5 0.26402796520157884 NaN NaN
seed 0.5 0.28684169988357283 NaN NaN
seed 0.5 0.21011542060027455 NaN NaN
seed 0.5 0.21476477373729572 NaN NaN
seed 0.5 0.22935741100190077 NaN NaN
seed 0.5 0.25263895173446677 NaN NaN
seed 0.5 0.24879044406890993 NaN NaN
seed 0.75 0.4199912345502824 NaN NaN
seed 0.75 0.4047039329631888 NaN NaN
seed 0.75 0.3819203515351553 NaN NaN
seed 0.75 0.3825353838195168 NaN NaN
seed 0.75 0.4149645570085698 NaN NaN
seed 0.75 0.34132477362507235 NaN NaN
seed 0.75 0.373479608707769 NaN NaN
seed 0.75 0.3820088989638994 NaN NaN
seed 0.75 0.39930054176961843 NaN NaN
seed 0.75 0.3718449484567 NaN NaN
EOD
$p3s6 << EOD
median 0 0 NaN NaN
median 0.25 0.1337925672399674 NaN NaN
median 0.5 0.24546288211674994 NaN NaN
median 0.75 0.37737828862656203 NaN NaN
interval 0 0 0 0
interval 0.25 0.1297497039975514 0.11875756133884802 0.14074184665625478
interval 0.5 0.23970138375141709 0.22112632597031692 0.2582764415325173
interval 0.75 0.3752958947484976 0.3569785667724102 0.39361322272458504
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
seed 0.25 0.14391032683092894 NaN NaN
seed 0.25 0.12281880877774874 NaN NaN
seed 0.25 0.12956062377411387 NaN NaN
seed 0.25 0.14319375595150952 NaN NaN
seed 0.25 0.14994470887888411 NaN NaN
seed 0.25 0.11005382326660952 NaN NaN
seed 0.25 0.1065970620902046 NaN NaN
seed 0.25 0.11493342309610938 NaN NaN
seed 0.25 0.13802451070582092 NaN NaN
seed 0.25 0.1384599966035845 NaN NaN
seed 0.5 0.2657263961890898 NaN NaN
seed 0.5 0.2329131670372939 NaN NaN
seed 0.5 0.2596285456000243 NaN NaN
seed 0.5 0.2564510334281435 NaN NaN
seed 0.5 0.2722117166974322 NaN NaN
seed 0.5 0.200652422413334 NaN NaN
seed 0.5 0.20019142241470494 NaN NaN
seed 0.5 0.21831336950064825 NaN NaN
seed 0.5 0.24597435982726823 NaN NaN
seed 0.5 0.24495140440623167 NaN NaN
seed 0.75 0.41841065867896726 NaN NaN
seed 0.75 0.3815276855307702 NaN NaN
seed 0.75 0.3750265930549147 NaN NaN
seed 0.75 0.37972998419820936 NaN NaN
seed 0.75 0.39718831859801207 NaN NaN
seed 0.75 0.3329795864741966 NaN NaN
seed 0.75 0.35260683958657824 NaN NaN
seed 0.75 0.3514945328509455 NaN NaN
seed 0.75 0.3984658660367481 NaN NaN
seed 0.75 0.3655288824756344 NaN NaN
EOD
$p3s7 << EOD
median 0 0 NaN NaN
median 0.25 0.1399316453892691 NaN NaN
median 0.5 0.254925888016186 NaN NaN
median 0.75 0.3924320849318997 NaN NaN
interval 0 0 0 0
interval 0.25 0.13515786712908048 0.12417488994719299 0.146140844310968
interval 0.5 0.2496624282555525 0.23129653515863768 0.2680283213524673
interval 0.75 0.39451355279056105 0.37480432373582934 0.41422278184529276
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
seed 0.25 0.14534247878960507 NaN NaN
seed 0.25 0.13040272995766405 NaN NaN
seed 0.25 0.1372916089922316 NaN NaN
seed 0.25 0.14692020377632403 NaN NaN
seed 0.25 0.15525020697367006 NaN NaN
seed 0.25 0.11163182407471713 NaN NaN
seed 0.25 0.11220285194968428 NaN NaN
seed 0.25 0.12247070035067882 NaN NaN
seed 0.25 0.14257168178630664 NaN NaN
seed 0.25 0.1474943846399232 NaN NaN
seed 0.5 0.272529193298821 NaN NaN
seed 0.5 0.24564030720518112 NaN NaN
seed 0.5 0.2675150377624913 NaN NaN
seed 0.5 0.2650143993408025 NaN NaN
seed 0.5 0.2849131293024713 NaN NaN
seed 0.5 0.20565897859621646 NaN NaN
seed 0.5 0.21429404489917173 NaN NaN
seed 0.5 0.23120741611799736 NaN NaN
seed 0.5 0.2523789770321963 NaN NaN
seed 0.5 0.2574727990001756 NaN NaN
seed 0.75 0.43853584108402516 NaN NaN
seed 0.75 0.40421727961854026 NaN NaN
seed 0.75 0.38543303384348776 NaN NaN
seed 0.75 0.39446380439939693 NaN NaN
seed 0.75 0.42101552311027224 NaN NaN
seed 0.75 0.34589557536357146 NaN NaN
seed 0.75 0.36244139469112197 NaN NaN
seed 0.75 0.3853709013999163 NaN NaN
seed 0.75 0.4173618089308757 NaN NaN
seed 0.75 0.39040036546440243 NaN NaN
EOD
$p3s8 << EOD
median 0 0 NaN NaN
median 0.25 0.13461344732379737 NaN NaN
median 0.5 0.2506334135233903 NaN NaN
median 0.75 0.381003427801203 NaN NaN
interval 0 0 0 0
interval 0.25 0.13080872797666687 0.11917923110359736 0.14243822484973637
interval 0.5 0.24211428337048585 0.22281796303221504 0.2614106037087567
interval 0.75 0.38466521255706504 0.365475185237317 0.4038552398768131
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
seed 0.25 0.14426348368337688 NaN NaN
seed 0.25 0.12462525822794066 NaN NaN
seed 0.25 0.13011205505375611 NaN NaN
seed 0.25 0.14370335523195157 NaN NaN
seed 0.25 0.15189203673167467 NaN NaN
seed 0.25 0.10813322741226497 NaN NaN
seed 0.25 0.10668184460912172 NaN NaN
seed 0.25 0.11598445104622788 NaN NaN
seed 0.25 0.1435767281765159 NaN NaN
seed 0.25 0.13911483959383864 NaN NaN
seed 0.5 0.26650093559955607 NaN NaN
seed 0.5 0.23725389796955265 NaN NaN
seed 0.5 0.25865743155446197 NaN NaN
seed 0.5 0.2590889051513688 NaN NaN
seed 0.5 0.2765367768782221 NaN NaN
seed 0.5 0.1969085761506781 NaN NaN
seed 0.5 0.20210356902574741 NaN NaN
seed 0.5 0.22282591432849128 NaN NaN
seed 0.5 0.25394271537359214 NaN NaN
seed 0.5 0.24732411167318846 NaN NaN
seed 0.75 0.42358206685681293 NaN NaN
seed 0.75 0.39708264534232157 NaN NaN
seed 0.75 0.37895222232785525 NaN NaN
seed 0.75 0.38305463327455075 NaN NaN
seed 0.75 0.4030295932841862 NaN NaN
seed 0.75 0.33582599815939407 NaN NaN
seed 0.75 0.36016558201051546 NaN NaN
seed 0.75 0.37042315810423104 NaN NaN
seed 0.75 0.4188252002765899 NaN NaN
seed 0.75 0.37571102593419303 NaN NaN
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
