# A figure of normlab. `gnuplot var_bias.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" var_bias.gp draws one of them, so many inches wide;
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

name = 'var_bias'
title = 'Variance over all positions off that of valid ones, first norm, words of one length'
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
median 0.25 0.2261228022757638 NaN NaN
median 0.5 0.4455799381188432 NaN NaN
median 0.75 0.7073373440798791 NaN NaN
interval 0 0 0 0
interval 0.25 0.22850870851468552 0.22186220750336233 0.2351552095260087
interval 0.5 0.44430542180226623 0.43779620921106144 0.450814634393471
interval 0.75 0.7056468785302433 0.6986136725064914 0.7126800845539952
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
seed 0.25 0.2219166547267843 NaN NaN
seed 0.25 0.2249665546935073 NaN NaN
seed 0.25 0.22615688739127998 NaN NaN
seed 0.25 0.21152441535000574 NaN NaN
seed 0.25 0.2250794320822041 NaN NaN
seed 0.25 0.22608871716024767 NaN NaN
seed 0.25 0.23044302320534774 NaN NaN
seed 0.25 0.2425847098954638 NaN NaN
seed 0.25 0.2349216503919201 NaN NaN
seed 0.25 0.24140504025009432 NaN NaN
seed 0.5 0.44406482447162443 NaN NaN
seed 0.5 0.4358198545468553 NaN NaN
seed 0.5 0.44771563918509527 NaN NaN
seed 0.5 0.4255413344415431 NaN NaN
seed 0.5 0.4406987885820447 NaN NaN
seed 0.5 0.4405769257367594 NaN NaN
seed 0.5 0.447095051766062 NaN NaN
seed 0.5 0.4528471361559787 NaN NaN
seed 0.5 0.4545083280890396 NaN NaN
seed 0.5 0.45418633504766 NaN NaN
seed 0.75 0.7127942929228042 NaN NaN
seed 0.75 0.7071487645960132 NaN NaN
seed 0.75 0.7132765375751157 NaN NaN
seed 0.75 0.6818679588922165 NaN NaN
seed 0.75 0.7121691812413057 NaN NaN
seed 0.75 0.6966309424946092 NaN NaN
seed 0.75 0.707525923563745 NaN NaN
seed 0.75 0.705888806013883 NaN NaN
seed 0.75 0.7137408842341616 NaN NaN
seed 0.75 0.7054254937685793 NaN NaN
EOD
$p1s2 << EOD
median 0 0 NaN NaN
median 0.25 0.2313764718983793 NaN NaN
median 0.5 0.44218228097949597 NaN NaN
median 0.75 0.7031226706956789 NaN NaN
interval 0 0 0 0
interval 0.25 0.23063332508819862 0.2244239760247907 0.23684267415160654
interval 0.5 0.44029026756964995 0.4317747393070513 0.4488057958322486
interval 0.75 0.7003281671883164 0.6929268782704159 0.7077294561062168
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
seed 0.25 0.23034584249296394 NaN NaN
seed 0.25 0.22577633723733362 NaN NaN
seed 0.25 0.23240710130379463 NaN NaN
seed 0.25 0.2194745720761771 NaN NaN
seed 0.25 0.2163321881918176 NaN NaN
seed 0.25 0.22884569566064 NaN NaN
seed 0.25 0.23242936902759928 NaN NaN
seed 0.25 0.24093416201671422 NaN NaN
seed 0.25 0.2355245118518519 NaN NaN
seed 0.25 0.2442634710230941 NaN NaN
seed 0.5 0.4335625804757645 NaN NaN
seed 0.5 0.4325205285248252 NaN NaN
seed 0.5 0.4471909283646873 NaN NaN
seed 0.5 0.4223215318678404 NaN NaN
seed 0.5 0.423485256537471 NaN NaN
seed 0.5 0.44102392323848144 NaN NaN
seed 0.5 0.44334063872051055 NaN NaN
seed 0.5 0.4557142586214092 NaN NaN
seed 0.5 0.45124056386012995 NaN NaN
seed 0.5 0.45250246548538026 NaN NaN
seed 0.75 0.6906071848965122 NaN NaN
seed 0.75 0.69337304222424 NaN NaN
seed 0.75 0.7089204955695013 NaN NaN
seed 0.75 0.6842457508198847 NaN NaN
seed 0.75 0.6887915247906523 NaN NaN
seed 0.75 0.7030823831259907 NaN NaN
seed 0.75 0.7031629582653671 NaN NaN
seed 0.75 0.7135878945127082 NaN NaN
seed 0.75 0.7120340184493217 NaN NaN
seed 0.75 0.705476419228985 NaN NaN
EOD
$p1s3 << EOD
median 0 0 NaN NaN
median 0.25 0.255492645778714 NaN NaN
median 0.5 0.4779251156231459 NaN NaN
median 0.75 0.7331657272717323 NaN NaN
interval 0 0 0 0
interval 0.25 0.2559117880716518 0.25398807980947463 0.257835496333829
interval 0.5 0.47827307444966616 0.4756961468574708 0.4808500020418615
interval 0.75 0.7332847874910329 0.73123112914047 0.7353384458415958
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
seed 0.25 0.25382513233333687 NaN NaN
seed 0.25 0.25225887563946825 NaN NaN
seed 0.25 0.2603084426943699 NaN NaN
seed 0.25 0.25476366265386213 NaN NaN
seed 0.25 0.2549214466032506 NaN NaN
seed 0.25 0.2560638449541774 NaN NaN
seed 0.25 0.25706308103438014 NaN NaN
seed 0.25 0.252784221388398 NaN NaN
seed 0.25 0.25908983846020955 NaN NaN
seed 0.25 0.25803933495506526 NaN NaN
seed 0.5 0.47531254306442533 NaN NaN
seed 0.5 0.47343524421675487 NaN NaN
seed 0.5 0.4840079570848688 NaN NaN
seed 0.5 0.47664614672528915 NaN NaN
seed 0.5 0.47716888482340475 NaN NaN
seed 0.5 0.47868134642288696 NaN NaN
seed 0.5 0.4798415511320943 NaN NaN
seed 0.5 0.473945938333246 NaN NaN
seed 0.5 0.4825484849787996 NaN NaN
seed 0.5 0.48114264771489296 NaN NaN
seed 0.75 0.7308056980143198 NaN NaN
seed 0.75 0.729476399396597 NaN NaN
seed 0.75 0.7377346642957124 NaN NaN
seed 0.75 0.7319230178391989 NaN NaN
seed 0.75 0.7325703112162169 NaN NaN
seed 0.75 0.7337611433272478 NaN NaN
seed 0.75 0.7345519143136044 NaN NaN
seed 0.75 0.7297397769474913 NaN NaN
seed 0.75 0.7367018953915591 NaN NaN
seed 0.75 0.7355830541683821 NaN NaN
EOD
$p1s4 << EOD
median 0 0 NaN NaN
median 0.25 0.2574740724338235 NaN NaN
median 0.5 0.48043105817376425 NaN NaN
median 0.75 0.7350503828452156 NaN NaN
interval 0 0 0 0
interval 0.25 0.2573203791623119 0.25477736837260856 0.2598633899520152
interval 0.5 0.48013872643646016 0.4767493123346671 0.4835281405382532
interval 0.75 0.7347547438438613 0.732066032297336 0.7374434553903866
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
seed 0.25 0.25238471756313646 NaN NaN
seed 0.25 0.2542604114268691 NaN NaN
seed 0.25 0.26363228593159393 NaN NaN
seed 0.25 0.25339955199678804 NaN NaN
seed 0.25 0.25852224148641223 NaN NaN
seed 0.25 0.25936159787439383 NaN NaN
seed 0.25 0.2580916254087552 NaN NaN
seed 0.25 0.25549549731444887 NaN NaN
seed 0.25 0.25685651945889176 NaN NaN
seed 0.25 0.2611993431618289 NaN NaN
seed 0.5 0.47323675543866417 NaN NaN
seed 0.5 0.47598165458464536 NaN NaN
seed 0.5 0.48839126574549235 NaN NaN
seed 0.5 0.47503292585994 NaN NaN
seed 0.5 0.4817090211787802 NaN NaN
seed 0.5 0.4829118799580264 NaN NaN
seed 0.5 0.481142956794382 NaN NaN
seed 0.5 0.47794580928520963 NaN NaN
seed 0.5 0.4797191595531465 NaN NaN
seed 0.5 0.485315835966315 NaN NaN
seed 0.75 0.72904752543333 NaN NaN
seed 0.75 0.7314016217285885 NaN NaN
seed 0.75 0.7411762674894207 NaN NaN
seed 0.75 0.7307985026568217 NaN NaN
seed 0.75 0.7359738247716751 NaN NaN
seed 0.75 0.73699095236514 NaN NaN
seed 0.75 0.7355310808984986 NaN NaN
seed 0.75 0.7331947154160715 NaN NaN
seed 0.75 0.7345696847919326 NaN NaN
seed 0.75 0.7388632628871344 NaN NaN
EOD
$p1s5 << EOD
median 0 0 NaN NaN
median 0.25 0.2509573571247074 NaN NaN
median 0.5 0.46973952709590305 NaN NaN
median 0.75 0.7205097635306632 NaN NaN
interval 0 0 0 0
interval 0.25 0.2515000230212592 0.24880056964382827 0.2541994763986901
interval 0.5 0.46943900376322284 0.46536711459547253 0.47351089293097315
interval 0.75 0.7206574350774115 0.7165800212746083 0.7247348488802148
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
seed 0.25 0.24878177068746288 NaN NaN
seed 0.25 0.24771511295308418 NaN NaN
seed 0.25 0.2519738468576651 NaN NaN
seed 0.25 0.24722203701701032 NaN NaN
seed 0.25 0.2538878380438428 NaN NaN
seed 0.25 0.2491421456967061 NaN NaN
seed 0.25 0.2548928529936419 NaN NaN
seed 0.25 0.2516778096006323 NaN NaN
seed 0.25 0.2594699117137638 NaN NaN
seed 0.25 0.2502369046487825 NaN NaN
seed 0.5 0.4701157734095446 NaN NaN
seed 0.5 0.45954604183667563 NaN NaN
seed 0.5 0.47226888771055203 NaN NaN
seed 0.5 0.4631618865855458 NaN NaN
seed 0.5 0.47379850066594537 NaN NaN
seed 0.5 0.4693632807822616 NaN NaN
seed 0.5 0.468258631862221 NaN NaN
seed 0.5 0.4656597493642961 NaN NaN
seed 0.5 0.479440803155707 NaN NaN
seed 0.5 0.47277648225948044 NaN NaN
seed 0.75 0.7168661238165763 NaN NaN
seed 0.75 0.7144389400679352 NaN NaN
seed 0.75 0.7279325836028179 NaN NaN
seed 0.75 0.7123401023389814 NaN NaN
seed 0.75 0.7213121576579986 NaN NaN
seed 0.75 0.727338303244356 NaN NaN
seed 0.75 0.7254316134996824 NaN NaN
seed 0.75 0.7156802001070286 NaN NaN
seed 0.75 0.7255269570354107 NaN NaN
seed 0.75 0.7197073694033278 NaN NaN
EOD
$p1s6 << EOD
median 0 0 NaN NaN
median 0.25 0.25073199809546665 NaN NaN
median 0.5 0.4711089584330014 NaN NaN
median 0.75 0.72742082280289 NaN NaN
interval 0 0 0 0
interval 0.25 0.25020880778744636 0.2485667345664354 0.2518508810084573
interval 0.5 0.47081315124120965 0.4686569968453794 0.47296930563703987
interval 0.75 0.727483896706709 0.7257899506942456 0.7291778427191724
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
seed 0.25 0.2536857575608653 NaN NaN
seed 0.25 0.24883033502930393 NaN NaN
seed 0.25 0.2493431775633915 NaN NaN
seed 0.25 0.25100917639559567 NaN NaN
seed 0.25 0.2516085090149917 NaN NaN
seed 0.25 0.2513691676593814 NaN NaN
seed 0.25 0.2504548197953377 NaN NaN
seed 0.25 0.24785581907042992 NaN NaN
seed 0.25 0.2521318417688125 NaN NaN
seed 0.25 0.24579947401635344 NaN NaN
seed 0.5 0.47538276858984635 NaN NaN
seed 0.5 0.4692312248915048 NaN NaN
seed 0.5 0.46983686359955745 NaN NaN
seed 0.5 0.47162510961441567 NaN NaN
seed 0.5 0.4729914818416812 NaN NaN
seed 0.5 0.4725896191228218 NaN NaN
seed 0.5 0.47059280725158703 NaN NaN
seed 0.5 0.46765748150313957 NaN NaN
seed 0.5 0.47317850145769735 NaN NaN
seed 0.5 0.46504565453984514 NaN NaN
seed 0.75 0.7310519575862582 NaN NaN
seed 0.75 0.7264199985603861 NaN NaN
seed 0.75 0.726841851428779 NaN NaN
seed 0.75 0.7279373611379787 NaN NaN
seed 0.75 0.7294386007828305 NaN NaN
seed 0.75 0.7290591071082922 NaN NaN
seed 0.75 0.7269042844678012 NaN NaN
seed 0.75 0.7249736582384119 NaN NaN
seed 0.75 0.7292083867922203 NaN NaN
seed 0.75 0.7230037609641309 NaN NaN
EOD
$p1s7 << EOD
median 0 0 NaN NaN
median 0.25 0.23485693585840522 NaN NaN
median 0.5 0.4543177383780023 NaN NaN
median 0.75 0.7111209587719475 NaN NaN
interval 0 0 0 0
interval 0.25 0.23177606516563704 0.2269627350616893 0.23658939526958478
interval 0.5 0.4535852050612069 0.44807909730194045 0.4590913128204734
interval 0.75 0.7123377135749516 0.706758006919185 0.7179174202307181
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
seed 0.25 0.22286310270025567 NaN NaN
seed 0.25 0.22700328786832155 NaN NaN
seed 0.25 0.23577284459288772 NaN NaN
seed 0.25 0.23737932643114462 NaN NaN
seed 0.25 0.21959493248487244 NaN NaN
seed 0.25 0.23819304198912902 NaN NaN
seed 0.25 0.23791956129398376 NaN NaN
seed 0.25 0.22903273138520588 NaN NaN
seed 0.25 0.23606079578664685 NaN NaN
seed 0.25 0.2339410271239227 NaN NaN
seed 0.5 0.44640765699189594 NaN NaN
seed 0.5 0.45350286219140035 NaN NaN
seed 0.5 0.4623718733129911 NaN NaN
seed 0.5 0.44363024619302455 NaN NaN
seed 0.5 0.44380731365667314 NaN NaN
seed 0.5 0.46115607153985805 NaN NaN
seed 0.5 0.4489862978556057 NaN NaN
seed 0.5 0.4551326145646043 NaN NaN
seed 0.5 0.4646257059142155 NaN NaN
seed 0.5 0.4562314083918011 NaN NaN
seed 0.75 0.7021467576806766 NaN NaN
seed 0.75 0.7216368515632958 NaN NaN
seed 0.75 0.7127683990525194 NaN NaN
seed 0.75 0.7074602999550136 NaN NaN
seed 0.75 0.7139881780356625 NaN NaN
seed 0.75 0.7055194168526163 NaN NaN
seed 0.75 0.7094735184913755 NaN NaN
seed 0.75 0.7144647704318754 NaN NaN
seed 0.75 0.7281597444811541 NaN NaN
seed 0.75 0.7077591992053269 NaN NaN
EOD
$p1s8 << EOD
median 0 0 NaN NaN
median 0.25 0.23527720136637292 NaN NaN
median 0.5 0.450178812045154 NaN NaN
median 0.75 0.7107787811519104 NaN NaN
interval 0 0 0 0
interval 0.25 0.23609262418037852 0.23028911201708566 0.24189613634367138
interval 0.5 0.4509472676636991 0.44287436881691733 0.45902016651048083
interval 0.75 0.7110736216791208 0.7044634620264955 0.7176837813317462
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
seed 0.25 0.2236337486425079 NaN NaN
seed 0.25 0.22916455679821843 NaN NaN
seed 0.25 0.24106198524599115 NaN NaN
seed 0.25 0.22751731919554796 NaN NaN
seed 0.25 0.24030279815704872 NaN NaN
seed 0.25 0.23538167015598066 NaN NaN
seed 0.25 0.2351727325767652 NaN NaN
seed 0.25 0.2512498315270615 NaN NaN
seed 0.25 0.2424801632665894 NaN NaN
seed 0.25 0.2349614362380741 NaN NaN
seed 0.5 0.4339888246394799 NaN NaN
seed 0.5 0.44147760357071575 NaN NaN
seed 0.5 0.4571278707693837 NaN NaN
seed 0.5 0.4381991462663184 NaN NaN
seed 0.5 0.4578870952488073 NaN NaN
seed 0.5 0.4505329528015452 NaN NaN
seed 0.5 0.4484207138181398 NaN NaN
seed 0.5 0.4714221087053874 NaN NaN
seed 0.5 0.4605916895284506 NaN NaN
seed 0.5 0.44982467128876275 NaN NaN
seed 0.75 0.6975137722618943 NaN NaN
seed 0.75 0.7034579496546489 NaN NaN
seed 0.75 0.7155977073798739 NaN NaN
seed 0.75 0.7001362927482075 NaN NaN
seed 0.75 0.7174721806778289 NaN NaN
seed 0.75 0.7111098884307901 NaN NaN
seed 0.75 0.7081472231109183 NaN NaN
seed 0.75 0.7273890886867929 NaN NaN
seed 0.75 0.7194644399672231 NaN NaN
seed 0.75 0.7104476738730306 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8'

panel_title[2] = 'ConvNet'
note[2] = ''
$p2s1 << EOD
median 0 0 NaN NaN
median 0.25 0.22249367481418914 NaN NaN
median 0.5 0.44744798856720863 NaN NaN
median 0.75 0.714194373800406 NaN NaN
interval 0 0 0 0
interval 0.25 0.22149810511044365 0.21632873019980728 0.22666748002108003
interval 0.5 0.4453954638222467 0.4374662683849862 0.4533246592595072
interval 0.75 0.7130143814475364 0.7068837677810048 0.7191449951140679
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
seed 0.25 0.20811312831353648 NaN NaN
seed 0.25 0.21845580439730647 NaN NaN
seed 0.25 0.2292494054421265 NaN NaN
seed 0.25 0.22557862947085106 NaN NaN
seed 0.25 0.21578832261343184 NaN NaN
seed 0.25 0.2305829764499613 NaN NaN
seed 0.25 0.2152388132890345 NaN NaN
seed 0.25 0.22670839106831134 NaN NaN
seed 0.25 0.22585685990234966 NaN NaN
seed 0.25 0.21940872015752724 NaN NaN
seed 0.5 0.42303689982799164 NaN NaN
seed 0.5 0.4476295731443935 NaN NaN
seed 0.5 0.45776471885775694 NaN NaN
seed 0.5 0.45491640923476684 NaN NaN
seed 0.5 0.4341653398653341 NaN NaN
seed 0.5 0.4539520303724334 NaN NaN
seed 0.5 0.43907858787997595 NaN NaN
seed 0.5 0.45514824399731096 NaN NaN
seed 0.5 0.4409964310524798 NaN NaN
seed 0.5 0.44726640399002376 NaN NaN
seed 0.75 0.6967895125922763 NaN NaN
seed 0.75 0.7195440960233538 NaN NaN
seed 0.75 0.7213695861166908 NaN NaN
seed 0.75 0.7199004760839149 NaN NaN
seed 0.75 0.7066491457799167 NaN NaN
seed 0.75 0.7187445484071445 NaN NaN
seed 0.75 0.7073873898302945 NaN NaN
seed 0.75 0.7225798497152464 NaN NaN
seed 0.75 0.7096441991936673 NaN NaN
seed 0.75 0.7075350107328584 NaN NaN
EOD
$p2s2 << EOD
median 0 0 NaN NaN
median 0.25 0.22306904813700698 NaN NaN
median 0.5 0.4525911536120132 NaN NaN
median 0.75 0.7180212828196544 NaN NaN
interval 0 0 0 0
interval 0.25 0.22376742288622614 0.21904726777039205 0.22848757800206024
interval 0.5 0.4523563360083534 0.4460290644307544 0.4586836075859524
interval 0.75 0.7182749810195854 0.7131133165182607 0.7234366455209101
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
seed 0.25 0.21625170449510217 NaN NaN
seed 0.25 0.21574700466724273 NaN NaN
seed 0.25 0.23249005436277415 NaN NaN
seed 0.25 0.22742101405261875 NaN NaN
seed 0.25 0.21926811358004167 NaN NaN
seed 0.25 0.23126264146354317 NaN NaN
seed 0.25 0.2183850353546307 NaN NaN
seed 0.25 0.22674461956797373 NaN NaN
seed 0.25 0.23071056461229428 NaN NaN
seed 0.25 0.21939347670604023 NaN NaN
seed 0.5 0.44218685904986943 NaN NaN
seed 0.5 0.44260190149124673 NaN NaN
seed 0.5 0.46511027975245267 NaN NaN
seed 0.5 0.4549655509513564 NaN NaN
seed 0.5 0.44902798479021017 NaN NaN
seed 0.5 0.4613166180475045 NaN NaN
seed 0.5 0.4404901854426189 NaN NaN
seed 0.5 0.4560258229629647 NaN NaN
seed 0.5 0.46162140132263985 NaN NaN
seed 0.5 0.45021675627267 NaN NaN
seed 0.75 0.7119749001032024 NaN NaN
seed 0.75 0.7101378114656319 NaN NaN
seed 0.75 0.7282733091715782 NaN NaN
seed 0.75 0.718327244671412 NaN NaN
seed 0.75 0.7162713049753281 NaN NaN
seed 0.75 0.7257494285962587 NaN NaN
seed 0.75 0.7067357949216478 NaN NaN
seed 0.75 0.7216981154562183 NaN NaN
seed 0.75 0.7258665798666795 NaN NaN
seed 0.75 0.7177153209678969 NaN NaN
EOD
$p2s3 << EOD
median 0 0 NaN NaN
median 0.25 0.22896001638988295 NaN NaN
median 0.5 0.46214542685824056 NaN NaN
median 0.75 0.7271194382886235 NaN NaN
interval 0 0 0 0
interval 0.25 0.22906694411028222 0.22664482543241374 0.2314890627881507
interval 0.5 0.4620160048884028 0.45884822925592067 0.4651837805208849
interval 0.75 0.7265768646078803 0.7240775271156574 0.7290762021001032
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
seed 0.25 0.22984048109353525 NaN NaN
seed 0.25 0.22850709806395053 NaN NaN
seed 0.25 0.22442455717846382 NaN NaN
seed 0.25 0.23308342106715862 NaN NaN
seed 0.25 0.2262295166082066 NaN NaN
seed 0.25 0.23585074254368893 NaN NaN
seed 0.25 0.22966078840739318 NaN NaN
seed 0.25 0.22695440670812864 NaN NaN
seed 0.25 0.22670549471648122 NaN NaN
seed 0.25 0.2294129347158154 NaN NaN
seed 0.5 0.4604162181072742 NaN NaN
seed 0.5 0.4633976243819335 NaN NaN
seed 0.5 0.4551623629947618 NaN NaN
seed 0.5 0.468495329551056 NaN NaN
seed 0.5 0.4578418749516003 NaN NaN
seed 0.5 0.46916126783234086 NaN NaN
seed 0.5 0.4622446971787391 NaN NaN
seed 0.5 0.46204615653774195 NaN NaN
seed 0.5 0.4583464713824399 NaN NaN
seed 0.5 0.46304804596614 NaN NaN
seed 0.75 0.7247168649291258 NaN NaN
seed 0.75 0.7281124859220415 NaN NaN
seed 0.75 0.7211736032549186 NaN NaN
seed 0.75 0.73182749694078 NaN NaN
seed 0.75 0.7230838578266664 NaN NaN
seed 0.75 0.7314603696396632 NaN NaN
seed 0.75 0.7266768835251927 NaN NaN
seed 0.75 0.7275619930520544 NaN NaN
seed 0.75 0.7235462610303687 NaN NaN
seed 0.75 0.7276088299579911 NaN NaN
EOD
$p2s4 << EOD
median 0 0 NaN NaN
median 0.25 0.20961429104373336 NaN NaN
median 0.5 0.4289789708447806 NaN NaN
median 0.75 0.6992367853926511 NaN NaN
interval 0 0 0 0
interval 0.25 0.20822852084023086 0.20189968240522976 0.21455735927523195
interval 0.5 0.4285068168654541 0.4191087107821592 0.437904922948749
interval 0.75 0.6984376543746584 0.6905668731415479 0.706308435607769
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
seed 0.25 0.19204473015045626 NaN NaN
seed 0.25 0.20899740068788958 NaN NaN
seed 0.25 0.21023118139957714 NaN NaN
seed 0.25 0.2113499518765859 NaN NaN
seed 0.25 0.20216839531210612 NaN NaN
seed 0.25 0.21638083679296932 NaN NaN
seed 0.25 0.2121884375811742 NaN NaN
seed 0.25 0.22330074249745205 NaN NaN
seed 0.25 0.19938680705645964 NaN NaN
seed 0.25 0.2062367250476381 NaN NaN
seed 0.5 0.4035463728947525 NaN NaN
seed 0.5 0.4302351248233505 NaN NaN
seed 0.5 0.42645452442834847 NaN NaN
seed 0.5 0.4325881213289032 NaN NaN
seed 0.5 0.42114177923225243 NaN NaN
seed 0.5 0.4407865789091894 NaN NaN
seed 0.5 0.4364267958219582 NaN NaN
seed 0.5 0.45034917260296264 NaN NaN
seed 0.5 0.4158168817466128 NaN NaN
seed 0.5 0.42772281686621066 NaN NaN
seed 0.75 0.6769763798214823 NaN NaN
seed 0.75 0.7000196059718176 NaN NaN
seed 0.75 0.6966847434433362 NaN NaN
seed 0.75 0.7015439139724052 NaN NaN
seed 0.75 0.691919897776642 NaN NaN
seed 0.75 0.7087546043826591 NaN NaN
seed 0.75 0.7052290869476258 NaN NaN
seed 0.75 0.716313048011775 NaN NaN
seed 0.75 0.6884812986053569 NaN NaN
seed 0.75 0.6984539648134847 NaN NaN
EOD
$p2s5 << EOD
median 0 0 NaN NaN
median 0.25 0.22539218668809602 NaN NaN
median 0.5 0.4470610721940294 NaN NaN
median 0.75 0.7074640703371178 NaN NaN
interval 0 0 0 0
interval 0.25 0.22445813706674206 0.22043580615689753 0.22848046797658658
interval 0.5 0.4436852862495836 0.43389376901570076 0.4534768034834664
interval 0.75 0.7015703091486135 0.6841732042481707 0.7189674140490563
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
seed 0.25 0.21326474778206347 NaN NaN
seed 0.25 0.2186403664644959 NaN NaN
seed 0.25 0.2255923947276889 NaN NaN
seed 0.25 0.22913963407414906 NaN NaN
seed 0.25 0.22058583724001724 NaN NaN
seed 0.25 0.22949991437098866 NaN NaN
seed 0.25 0.22689971335663323 NaN NaN
seed 0.25 0.23187249507951985 NaN NaN
seed 0.25 0.22519197864850313 NaN NaN
seed 0.25 0.22389428892336066 NaN NaN
seed 0.5 0.4099143789838348 NaN NaN
seed 0.5 0.440868481087005 NaN NaN
seed 0.5 0.45396717283988647 NaN NaN
seed 0.5 0.446655537291903 NaN NaN
seed 0.5 0.4338948991485409 NaN NaN
seed 0.5 0.4539630100446895 NaN NaN
seed 0.5 0.4474666070961558 NaN NaN
seed 0.5 0.45620048936469987 NaN NaN
seed 0.5 0.45079065099202986 NaN NaN
seed 0.5 0.4431316356470904 NaN NaN
seed 0.75 0.6371368345667945 NaN NaN
seed 0.75 0.7066178604650766 NaN NaN
seed 0.75 0.7142570618217803 NaN NaN
seed 0.75 0.6954664081521749 NaN NaN
seed 0.75 0.7020566318574676 NaN NaN
seed 0.75 0.7182060719144776 NaN NaN
seed 0.75 0.7149218889016117 NaN NaN
seed 0.75 0.7221199889256954 NaN NaN
seed 0.75 0.6966100646718985 NaN NaN
seed 0.75 0.7083102802091589 NaN NaN
EOD
$p2s6 << EOD
median 0 0 NaN NaN
median 0.25 0.22946300565135264 NaN NaN
median 0.5 0.46221423215142465 NaN NaN
median 0.75 0.726352588877257 NaN NaN
interval 0 0 0 0
interval 0.25 0.22808406139633072 0.22373162520389095 0.2324364975887705
interval 0.5 0.45993946911954414 0.45440111437897945 0.46547782386010883
interval 0.75 0.7246744254754696 0.7203203099268831 0.729028541024056
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
seed 0.25 0.2144365537902567 NaN NaN
seed 0.25 0.22986370279195628 NaN NaN
seed 0.25 0.22783751880540914 NaN NaN
seed 0.25 0.22906230851074902 NaN NaN
seed 0.25 0.22582701539167108 NaN NaN
seed 0.25 0.23810844491161387 NaN NaN
seed 0.25 0.2238613805022921 NaN NaN
seed 0.25 0.23037615363031383 NaN NaN
seed 0.25 0.23063789052816092 NaN NaN
seed 0.25 0.2308296451008844 NaN NaN
seed 0.5 0.4405020510562958 NaN NaN
seed 0.5 0.462349371172345 NaN NaN
seed 0.5 0.45827101489229827 NaN NaN
seed 0.5 0.463338700005668 NaN NaN
seed 0.5 0.45846927909365187 NaN NaN
seed 0.5 0.46911580822239324 NaN NaN
seed 0.5 0.4565518316509652 NaN NaN
seed 0.5 0.4642625482237833 NaN NaN
seed 0.5 0.46207909313050427 NaN NaN
seed 0.5 0.4644549937475363 NaN NaN
seed 0.75 0.709066332052222 NaN NaN
seed 0.75 0.72666726029593 NaN NaN
seed 0.75 0.7228445647544413 NaN NaN
seed 0.75 0.7279723132046101 NaN NaN
seed 0.75 0.7237810613316875 NaN NaN
seed 0.75 0.7306364541886574 NaN NaN
seed 0.75 0.7227043286593644 NaN NaN
seed 0.75 0.7285305656186569 NaN NaN
seed 0.75 0.7260379174585839 NaN NaN
seed 0.75 0.7285034571905418 NaN NaN
EOD
$p2s7 << EOD
median 0 0 NaN NaN
median 0.25 0.22700074937189835 NaN NaN
median 0.5 0.44475769469926596 NaN NaN
median 0.75 0.7089283736233642 NaN NaN
interval 0 0 0 0
interval 0.25 0.22685527442114356 0.22394513042711578 0.22976541841517134
interval 0.5 0.4412235200011213 0.4329077737628496 0.449539266239393
interval 0.75 0.7036607625591543 0.6927066698702491 0.7146148552480596
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
seed 0.25 0.21765137057020106 NaN NaN
seed 0.25 0.22697890963125258 NaN NaN
seed 0.25 0.22812528369222318 NaN NaN
seed 0.25 0.22508225414676122 NaN NaN
seed 0.25 0.23014227068740675 NaN NaN
seed 0.25 0.2303954557565174 NaN NaN
seed 0.25 0.22702258911254414 NaN NaN
seed 0.25 0.23233211422822955 NaN NaN
seed 0.25 0.22639357191533546 NaN NaN
seed 0.25 0.22442892447096413 NaN NaN
seed 0.5 0.4199202871519038 NaN NaN
seed 0.5 0.4491709400779053 NaN NaN
seed 0.5 0.44427691684351556 NaN NaN
seed 0.5 0.44523847255501636 NaN NaN
seed 0.5 0.4350724027573515 NaN NaN
seed 0.5 0.44640459169018987 NaN NaN
seed 0.5 0.45112474889767606 NaN NaN
seed 0.5 0.45725471655358874 NaN NaN
seed 0.5 0.4255748621992064 NaN NaN
seed 0.5 0.438197261284859 NaN NaN
seed 0.75 0.6734098890927789 NaN NaN
seed 0.75 0.6908686161537805 NaN NaN
seed 0.75 0.7170900105762337 NaN NaN
seed 0.75 0.7079860245901267 NaN NaN
seed 0.75 0.6847775469295875 NaN NaN
seed 0.75 0.711214787943068 NaN NaN
seed 0.75 0.7174338748616651 NaN NaN
seed 0.75 0.7170899944301309 NaN NaN
seed 0.75 0.70686615835757 NaN NaN
seed 0.75 0.7098707226566017 NaN NaN
EOD
$p2s8 << EOD
median 0 0 NaN NaN
median 0.25 0.22693572304789247 NaN NaN
median 0.5 0.4637242884559931 NaN NaN
median 0.75 0.7295499712685851 NaN NaN
interval 0 0 0 0
interval 0.25 0.2279743767959299 0.22389863191542148 0.23205012167643835
interval 0.5 0.4635145790363433 0.46011946227042455 0.46690969580226205
interval 0.75 0.7286403805100672 0.7265000962474384 0.730780664772696
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
seed 0.25 0.21758174954480844 NaN NaN
seed 0.25 0.2310875373558748 NaN NaN
seed 0.25 0.23480329173012293 NaN NaN
seed 0.25 0.22421150491212785 NaN NaN
seed 0.25 0.2321376135857147 NaN NaN
seed 0.25 0.22751059145242522 NaN NaN
seed 0.25 0.236514213128946 NaN NaN
seed 0.25 0.22487470778240354 NaN NaN
seed 0.25 0.22466170382351602 NaN NaN
seed 0.25 0.22636085464335973 NaN NaN
seed 0.5 0.45471430147261704 NaN NaN
seed 0.5 0.4667726260383628 NaN NaN
seed 0.5 0.4677297693321085 NaN NaN
seed 0.5 0.46100055290342723 NaN NaN
seed 0.5 0.4662801753124374 NaN NaN
seed 0.5 0.4638150261821539 NaN NaN
seed 0.5 0.4710138587723805 NaN NaN
seed 0.5 0.46363355072983237 NaN NaN
seed 0.5 0.45883407049843844 NaN NaN
seed 0.5 0.4613518591216747 NaN NaN
seed 0.75 0.7233419750226242 NaN NaN
seed 0.75 0.7308887171962455 NaN NaN
seed 0.75 0.7303818065714542 NaN NaN
seed 0.75 0.7275013466316071 NaN NaN
seed 0.75 0.7299925342806298 NaN NaN
seed 0.75 0.7291090879708133 NaN NaN
seed 0.75 0.7333465620049939 NaN NaN
seed 0.75 0.7299908545663568 NaN NaN
seed 0.75 0.7248428262800913 NaN NaN
seed 0.75 0.7270080945758562 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8'

panel_title[3] = 'transformer'
note[3] = ''
$p3s1 << EOD
median 0 0 NaN NaN
median 0.25 0.2347123392924662 NaN NaN
median 0.5 0.43085745536362596 NaN NaN
median 0.75 0.6355563178363222 NaN NaN
interval 0 0 0 0
interval 0.25 0.2361455394054925 0.22974176282473938 0.2425493159862456
interval 0.5 0.43122354143886266 0.4244937599293465 0.4379533229483788
interval 0.75 0.6355212594142337 0.630689323726427 0.6403531951020403
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
seed 0.25 0.2245340176993522 NaN NaN
seed 0.25 0.23337317517852893 NaN NaN
seed 0.25 0.2304818146281117 NaN NaN
seed 0.25 0.22665784903144312 NaN NaN
seed 0.25 0.25125578340056814 NaN NaN
seed 0.25 0.24979803274443635 NaN NaN
seed 0.25 0.2394455209354326 NaN NaN
seed 0.25 0.2360515034064035 NaN NaN
seed 0.25 0.23867355364182422 NaN NaN
seed 0.25 0.23118414338882434 NaN NaN
seed 0.5 0.41492879491679413 NaN NaN
seed 0.5 0.426915880339972 NaN NaN
seed 0.5 0.4420954565917932 NaN NaN
seed 0.5 0.4206294559777301 NaN NaN
seed 0.5 0.43429860179466345 NaN NaN
seed 0.5 0.44615630474937173 NaN NaN
seed 0.5 0.4371873942578274 NaN NaN
seed 0.5 0.43247615230383246 NaN NaN
seed 0.5 0.4283086150332227 NaN NaN
seed 0.5 0.42923875842341946 NaN NaN
seed 0.75 0.6306562401844851 NaN NaN
seed 0.75 0.6342635519418508 NaN NaN
seed 0.75 0.6376539169619823 NaN NaN
seed 0.75 0.6249408860351162 NaN NaN
seed 0.75 0.6288961278305922 NaN NaN
seed 0.75 0.6474343244335913 NaN NaN
seed 0.75 0.642135619367956 NaN NaN
seed 0.75 0.6404722998323736 NaN NaN
seed 0.75 0.6319105438235958 NaN NaN
seed 0.75 0.6368490837307934 NaN NaN
EOD
$p3s2 << EOD
median 0 0 NaN NaN
median 0.25 0.2352914390428929 NaN NaN
median 0.5 0.430436200568618 NaN NaN
median 0.75 0.6339305423470306 NaN NaN
interval 0 0 0 0
interval 0.25 0.23727779852348893 0.2298857896268932 0.24466980742008465
interval 0.5 0.4313226935496144 0.42467128208368143 0.43797410501554734
interval 0.75 0.6352981401418009 0.6304218189896819 0.6401744612939199
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
seed 0.25 0.22472583780153046 NaN NaN
seed 0.25 0.23388299771497362 NaN NaN
seed 0.25 0.22990243250359926 NaN NaN
seed 0.25 0.2279386981010195 NaN NaN
seed 0.25 0.25804671443376853 NaN NaN
seed 0.25 0.25009646818815195 NaN NaN
seed 0.25 0.23994695447595896 NaN NaN
seed 0.25 0.23669988037081222 NaN NaN
seed 0.25 0.24038571306573026 NaN NaN
seed 0.25 0.23115228857934486 NaN NaN
seed 0.5 0.414513202366968 NaN NaN
seed 0.5 0.4266594971614889 NaN NaN
seed 0.5 0.4418785811551976 NaN NaN
seed 0.5 0.4235742031684596 NaN NaN
seed 0.5 0.43484243218642876 NaN NaN
seed 0.5 0.44601725634819256 NaN NaN
seed 0.5 0.43780437964170626 NaN NaN
seed 0.5 0.43291405354057133 NaN NaN
seed 0.5 0.42795834759666457 NaN NaN
seed 0.5 0.4270649823304665 NaN NaN
seed 0.75 0.6299101032808185 NaN NaN
seed 0.75 0.6333545570351166 NaN NaN
seed 0.75 0.6385719855397299 NaN NaN
seed 0.75 0.6258744524374289 NaN NaN
seed 0.75 0.6287768368056366 NaN NaN
seed 0.75 0.6476896915624596 NaN NaN
seed 0.75 0.6417645218787892 NaN NaN
seed 0.75 0.6410345707728444 NaN NaN
seed 0.75 0.6314981544462401 NaN NaN
seed 0.75 0.6345065276589447 NaN NaN
EOD
$p3s3 << EOD
median 0 0 NaN NaN
median 0.25 0.237628983913113 NaN NaN
median 0.5 0.4356261263888799 NaN NaN
median 0.75 0.642018346528624 NaN NaN
interval 0 0 0 0
interval 0.25 0.2387982484601919 0.2325052244147586 0.2450912725056252
interval 0.5 0.43489590879985685 0.4284553975127601 0.44133642008695356
interval 0.75 0.6434843239800125 0.6387740172603779 0.6481946306996472
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
seed 0.25 0.2250057709317788 NaN NaN
seed 0.25 0.23570770741876967 NaN NaN
seed 0.25 0.23450898967861936 NaN NaN
seed 0.25 0.23072712083726557 NaN NaN
seed 0.25 0.2541749856324378 NaN NaN
seed 0.25 0.250172808660789 NaN NaN
seed 0.25 0.24308053449998704 NaN NaN
seed 0.25 0.23955026040745628 NaN NaN
seed 0.25 0.2410773030176597 NaN NaN
seed 0.25 0.23397700351715578 NaN NaN
seed 0.5 0.4170062685192975 NaN NaN
seed 0.5 0.43076433010184945 NaN NaN
seed 0.5 0.4393393884807137 NaN NaN
seed 0.5 0.4268731980878173 NaN NaN
seed 0.5 0.4370194159330941 NaN NaN
seed 0.5 0.4493667148638989 NaN NaN
seed 0.5 0.4434894365406261 NaN NaN
seed 0.5 0.43855806890877647 NaN NaN
seed 0.5 0.4342328368446657 NaN NaN
seed 0.5 0.4323094297178289 NaN NaN
seed 0.75 0.6368840088421903 NaN NaN
seed 0.75 0.6403294852590316 NaN NaN
seed 0.75 0.6474550908563469 NaN NaN
seed 0.75 0.6359786796220446 NaN NaN
seed 0.75 0.6358322155432246 NaN NaN
seed 0.75 0.6538649312934154 NaN NaN
seed 0.75 0.650235455393371 NaN NaN
seed 0.75 0.6502266799332526 NaN NaN
seed 0.75 0.6408056413651734 NaN NaN
seed 0.75 0.6432310516920745 NaN NaN
EOD
$p3s4 << EOD
median 0 0 NaN NaN
median 0.25 0.23758488940050193 NaN NaN
median 0.5 0.4351486065194884 NaN NaN
median 0.75 0.6431997379115397 NaN NaN
interval 0 0 0 0
interval 0.25 0.2378054386639533 0.2319655173471185 0.24364535998078807
interval 0.5 0.43433765184410894 0.4277977035300722 0.4408776001581457
interval 0.75 0.6435824326057551 0.6388294292964085 0.6483354359151017
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
seed 0.25 0.224169613901104 NaN NaN
seed 0.25 0.2361686771659012 NaN NaN
seed 0.25 0.23443672556247383 NaN NaN
seed 0.25 0.2299156322940197 NaN NaN
seed 0.25 0.25021896396633364 NaN NaN
seed 0.25 0.2498458060898949 NaN NaN
seed 0.25 0.24180436069450997 NaN NaN
seed 0.25 0.23900110163510266 NaN NaN
seed 0.25 0.23909703121069534 NaN NaN
seed 0.25 0.233396474119498 NaN NaN
seed 0.5 0.41617299036837513 NaN NaN
seed 0.5 0.431755275098088 NaN NaN
seed 0.5 0.4396247489621962 NaN NaN
seed 0.5 0.4244637301645234 NaN NaN
seed 0.5 0.43474114780523443 NaN NaN
seed 0.5 0.4495322873787199 NaN NaN
seed 0.5 0.44109011341892373 NaN NaN
seed 0.5 0.437508369217818 NaN NaN
seed 0.5 0.4355560652337423 NaN NaN
seed 0.5 0.4329317907934683 NaN NaN
seed 0.75 0.6370380798761681 NaN NaN
seed 0.75 0.6417735834853819 NaN NaN
seed 0.75 0.6469464556466119 NaN NaN
seed 0.75 0.6343159417679805 NaN NaN
seed 0.75 0.6365574192839373 NaN NaN
seed 0.75 0.655898737615071 NaN NaN
seed 0.75 0.6476560032470039 NaN NaN
seed 0.75 0.6492412358005969 NaN NaN
seed 0.75 0.6417709769971017 NaN NaN
seed 0.75 0.6446258923376975 NaN NaN
EOD
$p3s5 << EOD
median 0 0 NaN NaN
median 0.25 0.2355628208744521 NaN NaN
median 0.5 0.4317904710572432 NaN NaN
median 0.75 0.6374081681971773 NaN NaN
interval 0 0 0 0
interval 0.25 0.23734236557441615 0.23118294812144152 0.24350178302739078
interval 0.5 0.4317898737883656 0.42532028363515023 0.43825946394158094
interval 0.75 0.6373464356416967 0.6324799874666184 0.642212883816775
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
seed 0.25 0.22575382612524436 NaN NaN
seed 0.25 0.2347946470043006 NaN NaN
seed 0.25 0.233380909717834 NaN NaN
seed 0.25 0.22908853333361626 NaN NaN
seed 0.25 0.2531595667007905 NaN NaN
seed 0.25 0.25002283735682124 NaN NaN
seed 0.25 0.23994717883466193 NaN NaN
seed 0.25 0.2363309947446036 NaN NaN
seed 0.25 0.23837505517646096 NaN NaN
seed 0.25 0.232570106749828 NaN NaN
seed 0.5 0.41374913571257976 NaN NaN
seed 0.5 0.42825612024169524 NaN NaN
seed 0.5 0.4417602726084899 NaN NaN
seed 0.5 0.42273820539996226 NaN NaN
seed 0.5 0.4351537141725427 NaN NaN
seed 0.5 0.44495737861641155 NaN NaN
seed 0.5 0.43723173016597544 NaN NaN
seed 0.5 0.4324128804715724 NaN NaN
seed 0.5 0.43116806164291405 NaN NaN
seed 0.5 0.4304712388515131 NaN NaN
seed 0.75 0.6314192674295278 NaN NaN
seed 0.75 0.6357347907362437 NaN NaN
seed 0.75 0.6425351166213285 NaN NaN
seed 0.75 0.627296111375943 NaN NaN
seed 0.75 0.6293462077062458 NaN NaN
seed 0.75 0.6495854937352205 NaN NaN
seed 0.75 0.6408127646302916 NaN NaN
seed 0.75 0.641918267787812 NaN NaN
seed 0.75 0.6359724000459934 NaN NaN
seed 0.75 0.6388439363483611 NaN NaN
EOD
$p3s6 << EOD
median 0 0 NaN NaN
median 0.25 0.23732645877044278 NaN NaN
median 0.5 0.4338557481706715 NaN NaN
median 0.75 0.6408102541392144 NaN NaN
interval 0 0 0 0
interval 0.25 0.2380755755005315 0.232056686947616 0.24409446405344698
interval 0.5 0.43354444022040717 0.42699865780146273 0.4400902226393516
interval 0.75 0.6399970157846571 0.6349472753840246 0.6450467561852895
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
seed 0.25 0.2263564293750468 NaN NaN
seed 0.25 0.23573513635171123 NaN NaN
seed 0.25 0.23340736401028953 NaN NaN
seed 0.25 0.22936010241456548 NaN NaN
seed 0.25 0.25290842571160305 NaN NaN
seed 0.25 0.24994645988097766 NaN NaN
seed 0.25 0.241583264819208 NaN NaN
seed 0.25 0.2391078786334778 NaN NaN
seed 0.25 0.23891778118917437 NaN NaN
seed 0.25 0.23343291261926127 NaN NaN
seed 0.5 0.4160847647696168 NaN NaN
seed 0.5 0.4307086594559576 NaN NaN
seed 0.5 0.44096209359963706 NaN NaN
seed 0.5 0.42247556873180964 NaN NaN
seed 0.5 0.4353864267556032 NaN NaN
seed 0.5 0.4473778076154095 NaN NaN
seed 0.5 0.4407078827626808 NaN NaN
seed 0.5 0.4372453573206572 NaN NaN
seed 0.5 0.4323250695857399 NaN NaN
seed 0.5 0.43217077160696016 NaN NaN
seed 0.75 0.6313446742513705 NaN NaN
seed 0.75 0.6395705023136052 NaN NaN
seed 0.75 0.6435492055708552 NaN NaN
seed 0.75 0.6295431040516919 NaN NaN
seed 0.75 0.6335050581196451 NaN NaN
seed 0.75 0.6506672276011405 NaN NaN
seed 0.75 0.6458602484289058 NaN NaN
seed 0.75 0.6469090891317818 NaN NaN
seed 0.75 0.6369710424127507 NaN NaN
seed 0.75 0.6420500059648238 NaN NaN
EOD
$p3s7 << EOD
median 0 0 NaN NaN
median 0.25 0.23323237443098613 NaN NaN
median 0.5 0.4302194471575589 NaN NaN
median 0.75 0.6327236145994435 NaN NaN
interval 0 0 0 0
interval 0.25 0.23609644551893894 0.2298519681943912 0.24234092284348668
interval 0.5 0.4302820797862359 0.4234263875071217 0.4371377720653501
interval 0.75 0.6345104026446019 0.6294184746347234 0.6396023306544804
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
seed 0.25 0.22606010633679652 NaN NaN
seed 0.25 0.23203890677272868 NaN NaN
seed 0.25 0.2301149610657171 NaN NaN
seed 0.25 0.2284765305494619 NaN NaN
seed 0.25 0.2505456141162773 NaN NaN
seed 0.25 0.2509257240649779 NaN NaN
seed 0.25 0.2391751283990603 NaN NaN
seed 0.25 0.23442584208924358 NaN NaN
seed 0.25 0.23842997807435834 NaN NaN
seed 0.25 0.23077166372076807 NaN NaN
seed 0.5 0.4127435814128119 NaN NaN
seed 0.5 0.4251009000082161 NaN NaN
seed 0.5 0.4406218135424747 NaN NaN
seed 0.5 0.4210459177980726 NaN NaN
seed 0.5 0.4326420824774773 NaN NaN
seed 0.5 0.4460289801147939 NaN NaN
seed 0.5 0.43640034701445873 NaN NaN
seed 0.5 0.43140326921250605 NaN NaN
seed 0.5 0.4290356251026118 NaN NaN
seed 0.5 0.4277982811789358 NaN NaN
seed 0.75 0.6275790791110183 NaN NaN
seed 0.75 0.6317473561067252 NaN NaN
seed 0.75 0.6398758405424748 NaN NaN
seed 0.75 0.6250901044796152 NaN NaN
seed 0.75 0.6281589339178888 NaN NaN
seed 0.75 0.6479575064191092 NaN NaN
seed 0.75 0.6406704848794886 NaN NaN
seed 0.75 0.6385774917908119 NaN NaN
seed 0.75 0.6321112253410659 NaN NaN
seed 0.75 0.633336003857821 NaN NaN
EOD
$p3s8 << EOD
median 0 0 NaN NaN
median 0.25 0.23641017216961802 NaN NaN
median 0.5 0.43368985213346956 NaN NaN
median 0.75 0.6387326109793143 NaN NaN
interval 0 0 0 0
interval 0.25 0.23787469168864925 0.23150234739603834 0.24424703598126016
interval 0.5 0.43293318879364395 0.4264466416660597 0.4394197359212282
interval 0.75 0.6391101253556175 0.6340906151523514 0.6441296355588836
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
seed 0.25 0.2260630736364817 NaN NaN
seed 0.25 0.23466401260484976 NaN NaN
seed 0.25 0.23204457198866735 NaN NaN
seed 0.25 0.22913951289940712 NaN NaN
seed 0.25 0.2545452001655933 NaN NaN
seed 0.25 0.24950943716413246 NaN NaN
seed 0.25 0.24182916952544709 NaN NaN
seed 0.25 0.23815633173438627 NaN NaN
seed 0.25 0.2396142184128189 NaN NaN
seed 0.25 0.23318138875470903 NaN NaN
seed 0.5 0.4161695035497122 NaN NaN
seed 0.5 0.42924713708960377 NaN NaN
seed 0.5 0.4390005388899771 NaN NaN
seed 0.5 0.42353396950070804 NaN NaN
seed 0.5 0.4355104729710607 NaN NaN
seed 0.5 0.4480818465951932 NaN NaN
seed 0.5 0.4408019463166548 NaN NaN
seed 0.5 0.435780940284625 NaN NaN
seed 0.5 0.429336301443026 NaN NaN
seed 0.5 0.43186923129587834 NaN NaN
seed 0.75 0.6319146095425894 NaN NaN
seed 0.75 0.6373271446187079 NaN NaN
seed 0.75 0.642545078951588 NaN NaN
seed 0.75 0.6305574840432153 NaN NaN
seed 0.75 0.6327800192589874 NaN NaN
seed 0.75 0.6516427161829387 NaN NaN
seed 0.75 0.6456382600960042 NaN NaN
seed 0.75 0.6448624303770885 NaN NaN
seed 0.75 0.6336954331451355 NaN NaN
seed 0.75 0.6401380773399208 NaN NaN
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
