# A figure of normlab. `gnuplot training.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" training.gp draws one of them, so many inches wide;
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

name = 'training'
title = 'Training loss of nets of 6 blocks at a rate of 0.003'
caption = 'words, 10 seeds: medians; bands: 95 % intervals of the mean where all seeds learn, else each seed a thin line'
x_label = 'epoch'
y_label = 'training loss in nats'
lost_word = 'diverged'
template = 'lines'; x_log = 0; y_log = 0; curve = 1; seed_lines = 1; band = 0

# The lines of the key.
entries = 5
array label[6]; array style[6]; array look[6]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'layernorm over=token'
style[2] = 'layernorm over=token'; look[2] = 'line'
label[3] = 'rmsnorm over=token'
style[3] = 'rmsnorm over=token'; look[3] = 'line'
label[4] = 'batchnorm masked=1'
style[4] = 'batchnorm masked=1'; look[4] = 'line'
label[5] = 'batchnorm'
style[5] = 'batchnorm'; look[5] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'pre, epochs of warm-up: 0'
note[1] = ''
$p1s1 << EOD
median 0.5 8.949681618043265 NaN NaN
median 1 2.6190241026616565 NaN NaN
median 1.5 1.9334383653283607 NaN NaN
median 2 1.755722715013715 NaN NaN
median 2.5 1.5327120912939094 NaN NaN
median 3 1.5225224646665154 NaN NaN
median 3.5 1.401658118638268 NaN NaN
median 4 1.4061930508299672 NaN NaN
interval 0.5 9.491536935097859 8.179539602068225 10.803534268127493

interval 2 1.8193124547300463 1.6682718984195932 1.9703530110404994
interval 2.5 1.5933147823268379 1.4683071981513862 1.7183223665022895
interval 3 1.5537575109317536 1.4488603121669343 1.658654709696573
interval 3.5 1.434401479281886 1.3278960423511659 1.5409069162126061
interval 4 1.4406088825934582 1.3424881777281001 1.5387295874588163
seed 0.5 8.318164832756485 NaN NaN
seed 1 2.609604269055488 NaN NaN
seed 1.5 1.9473348686989798 NaN NaN
seed 2 1.7508340413695183 NaN NaN
seed 2.5 1.521330579256253 NaN NaN
seed 3 1.524693025158566 NaN NaN
seed 3.5 1.394133202123416 NaN NaN
seed 4 1.4130584051551043 NaN NaN

seed 0.5 11.300513352748517 NaN NaN
seed 1 2.8192024077615754 NaN NaN
seed 1.5 2.000036648201146 NaN NaN
seed 2 1.8758804605058503 NaN NaN
seed 2.5 1.6468857611290548 NaN NaN
seed 3 1.6096833604432979 NaN NaN
seed 3.5 1.4798464804122204 NaN NaN
seed 4 1.475938616919753 NaN NaN

seed 0.5 8.98639293239302 NaN NaN
seed 1 2.6255157480213365 NaN NaN
seed 1.5 2.018330929126473 NaN NaN
seed 2 1.8471251535186586 NaN NaN
seed 2.5 1.6262246295387535 NaN NaN
seed 3 1.6093654002439384 NaN NaN
seed 3.5 1.44926796505794 NaN NaN
seed 4 1.4939238640695034 NaN NaN

seed 0.5 7.439546443506348 NaN NaN
seed 1 2.612532457301977 NaN NaN
seed 1.5 1.8847669458466463 NaN NaN
seed 2 1.7606113886579113 NaN NaN
seed 2.5 1.5405306343277434 NaN NaN
seed 3 1.5203519041744646 NaN NaN
seed 3.5 1.4019355854039353 NaN NaN
seed 4 1.39932769650483 NaN NaN

seed 0.5 8.91297030369351 NaN NaN
seed 1 2.6439825201473277 NaN NaN
seed 1.5 1.9195418619577416 NaN NaN
seed 2 1.7494047660176026 NaN NaN
seed 2.5 1.5248935482600754 NaN NaN
seed 3 1.5060106319826603 NaN NaN
seed 3.5 1.4013806518726009 NaN NaN
seed 4 1.3781238924741446 NaN NaN

seed 0.5 12.146872861696533 NaN NaN
seed 1 2.8183854755671462 NaN NaN
seed 1.5 2.06086465254235 NaN NaN
seed 2 1.872358881137547 NaN NaN
seed 2.5 1.673478188309491 NaN NaN
seed 3 1.6120413705718803 NaN NaN
seed 3.5 1.506002924314514 NaN NaN
seed 4 1.5175169427575086 NaN NaN

seed 0.5 6.9484942135025385 NaN NaN
seed 1 2.242241243040226 NaN NaN
seed 1.5 1.735864206013993 NaN NaN
seed 2 1.6518865438313364 NaN NaN
seed 2.5 1.473712788317732 NaN NaN
seed 3 1.3940650735718811 NaN NaN
seed 3.5 1.2651029434867669 NaN NaN
seed 4 1.3222646239912061 NaN NaN

seed 0.5 8.812338031410434 NaN NaN
seed 1 2.4129812571908147 NaN NaN
seed 1.5 1.7819598749800243 NaN NaN
seed 2 1.6880808142589028 NaN NaN
seed 2.5 1.5015969994476264 NaN NaN
seed 3 1.4394514116186494 NaN NaN
seed 3.5 1.3403470859434108 NaN NaN
seed 4 1.3483411440520554 NaN NaN

seed 0.5 12.059761603880016 NaN NaN
seed 1 2.3200072959090914 NaN NaN
seed 1.5 1.7312911810837137 NaN NaN
seed 2 1.6297146252862258 NaN NaN
seed 2.5 1.3953890385795893 NaN NaN
seed 3 1.417942758572276 NaN NaN
seed 3.5 1.3053288550399689 NaN NaN
seed 4 1.289132558307116 NaN NaN

seed 0.5 9.99031477539119 NaN NaN
seed 1 4.513386407204378 NaN NaN
seed 1.5 2.8679838628735586 NaN NaN
seed 2 2.367227872716909 NaN NaN
seed 2.5 2.0291056561020593 NaN NaN
seed 3 1.9039701729799234 NaN NaN
seed 3.5 1.8006690991640892 NaN NaN
seed 4 1.7684610817033584 NaN NaN
EOD
$p1s2 << EOD
median 0.5 2.100893170892072 NaN NaN
median 1 1.6431075804205075 NaN NaN
median 1.5 1.3917232416400065 NaN NaN
median 2 1.3116101777651576 NaN NaN
median 2.5 1.1568331925993218 NaN NaN
median 3 1.1069088395904507 NaN NaN
median 3.5 1.029346316077484 NaN NaN
median 4 1.0163508100583862 NaN NaN
interval 0.5 2.094929096779417 2.043860037185117 2.1459981563737167
interval 1 1.6426723722768337 1.5879251482478356 1.6974195963058318
interval 1.5 1.396118541416207 1.35763238088111 1.434604701951304
interval 2 1.3095427200725749 1.2741844261645419 1.344901013980608
interval 2.5 1.162636134426832 1.1257591212053948 1.199513147648269
interval 3 1.1101826298460251 1.0804658159084755 1.1398994437835748
interval 3.5 1.030509928106029 1.0074507562534127 1.0535690999586453
interval 4 1.0161451634951446 0.9812345015185469 1.0510558254717424
EOD
$p1s3 << EOD
median 0.5 2.1654116270124084 NaN NaN
median 1 1.7035815612964411 NaN NaN
median 1.5 1.4258278949411065 NaN NaN
median 2 1.328304545042919 NaN NaN
median 2.5 1.1859480450287392 NaN NaN
median 3 1.1397716016743562 NaN NaN
median 3.5 1.0424284574680365 NaN NaN
median 4 1.0416994448029193 NaN NaN
interval 0.5 2.145910533402783 2.0879234876357695 2.2038975791697966
interval 1 1.7005716352058173 1.6272514023302664 1.7738918680813682
interval 1.5 1.4344408256142507 1.3898197890952833 1.479061862133218
interval 2 1.3285175756712735 1.2988379310965195 1.3581972202460275
interval 2.5 1.1899991644678782 1.1520643154512258 1.2279340134845307
interval 3 1.135553416543161 1.1031804366921714 1.1679263963941509
interval 3.5 1.0523644985480072 1.0224841624121868 1.0822448346838276
interval 4 1.0413184085692304 1.0044511959164277 1.078185621222033
EOD
$p1s4 << EOD
median 0.5 1.809797431384395 NaN NaN
median 1 1.4571626958697945 NaN NaN
median 1.5 1.2656297287683191 NaN NaN
median 2 1.2182798871524594 NaN NaN
median 2.5 1.0744070875674652 NaN NaN
median 3 1.0224024251929593 NaN NaN
median 3.5 0.9268183463319765 NaN NaN
median 4 0.9129573833235279 NaN NaN
interval 0.5 1.8097816139887712 1.789129084601731 1.8304341433758116
interval 1 1.4579165231836584 1.4403558658799163 1.4754771804874005
interval 1.5 1.268580261055846 1.2500650794669337 1.2870954426447585
interval 2 1.212342710066375 1.1939310809906407 1.2307543391421094
interval 2.5 1.0662057412942747 1.0456967346463226 1.0867147479422268
interval 3 1.0223143054770305 0.9959616922297437 1.0486669187243174
interval 3.5 0.92971150436804 0.9054032718823987 0.9540197368536812
interval 4 0.914775828934632 0.8887486040223558 0.9408030538469083
EOD
$p1s5 << EOD
median 0.5 1.8589541638644125 NaN NaN
median 1 1.4879284052719024 NaN NaN
median 1.5 1.2853761700387452 NaN NaN
median 2 1.2299817388428405 NaN NaN
median 2.5 1.0907905167673482 NaN NaN
median 3 1.0434089361152603 NaN NaN
median 3.5 0.9389809494150974 NaN NaN
median 4 0.9332935213139064 NaN NaN
interval 0.5 1.8566431100435838 1.8285278952006878 1.8847583248864799
interval 1 1.4861654168718306 1.46448359634387 1.507847237399791
interval 1.5 1.2845761856559492 1.2616843757411855 1.307467995570713
interval 2 1.2342744132974828 1.2157608394683992 1.2527879871265664
interval 2.5 1.0819270493808142 1.061617603327602 1.1022364954340265
interval 3 1.046437609715778 1.0250447970470535 1.0678304223845023
interval 3.5 0.9432689624805544 0.9265712959010564 0.9599666290600524
interval 4 0.9341337493680294 0.9086162551005392 0.9596512436355196
EOD
lines[1] = ' 1 2 3 4 5'

panel_title[2] = 'post, epochs of warm-up: 0'
note[2] = ''
$p2s1 << EOD
median 0.5 8.949681618043265 NaN NaN
median 1 2.6190241026616565 NaN NaN
median 1.5 1.9334383653283607 NaN NaN
median 2 1.755722715013715 NaN NaN
median 2.5 1.5327120912939094 NaN NaN
median 3 1.5225224646665154 NaN NaN
median 3.5 1.401658118638268 NaN NaN
median 4 1.4061930508299672 NaN NaN
interval 0.5 9.491536935097859 8.179539602068225 10.803534268127493

interval 2 1.8193124547300463 1.6682718984195932 1.9703530110404994
interval 2.5 1.5933147823268379 1.4683071981513862 1.7183223665022895
interval 3 1.5537575109317536 1.4488603121669343 1.658654709696573
interval 3.5 1.434401479281886 1.3278960423511659 1.5409069162126061
interval 4 1.4406088825934582 1.3424881777281001 1.5387295874588163
seed 0.5 8.318164832756485 NaN NaN
seed 1 2.609604269055488 NaN NaN
seed 1.5 1.9473348686989798 NaN NaN
seed 2 1.7508340413695183 NaN NaN
seed 2.5 1.521330579256253 NaN NaN
seed 3 1.524693025158566 NaN NaN
seed 3.5 1.394133202123416 NaN NaN
seed 4 1.4130584051551043 NaN NaN

seed 0.5 11.300513352748517 NaN NaN
seed 1 2.8192024077615754 NaN NaN
seed 1.5 2.000036648201146 NaN NaN
seed 2 1.8758804605058503 NaN NaN
seed 2.5 1.6468857611290548 NaN NaN
seed 3 1.6096833604432979 NaN NaN
seed 3.5 1.4798464804122204 NaN NaN
seed 4 1.475938616919753 NaN NaN

seed 0.5 8.98639293239302 NaN NaN
seed 1 2.6255157480213365 NaN NaN
seed 1.5 2.018330929126473 NaN NaN
seed 2 1.8471251535186586 NaN NaN
seed 2.5 1.6262246295387535 NaN NaN
seed 3 1.6093654002439384 NaN NaN
seed 3.5 1.44926796505794 NaN NaN
seed 4 1.4939238640695034 NaN NaN

seed 0.5 7.439546443506348 NaN NaN
seed 1 2.612532457301977 NaN NaN
seed 1.5 1.8847669458466463 NaN NaN
seed 2 1.7606113886579113 NaN NaN
seed 2.5 1.5405306343277434 NaN NaN
seed 3 1.5203519041744646 NaN NaN
seed 3.5 1.4019355854039353 NaN NaN
seed 4 1.39932769650483 NaN NaN

seed 0.5 8.91297030369351 NaN NaN
seed 1 2.6439825201473277 NaN NaN
seed 1.5 1.9195418619577416 NaN NaN
seed 2 1.7494047660176026 NaN NaN
seed 2.5 1.5248935482600754 NaN NaN
seed 3 1.5060106319826603 NaN NaN
seed 3.5 1.4013806518726009 NaN NaN
seed 4 1.3781238924741446 NaN NaN

seed 0.5 12.146872861696533 NaN NaN
seed 1 2.8183854755671462 NaN NaN
seed 1.5 2.06086465254235 NaN NaN
seed 2 1.872358881137547 NaN NaN
seed 2.5 1.673478188309491 NaN NaN
seed 3 1.6120413705718803 NaN NaN
seed 3.5 1.506002924314514 NaN NaN
seed 4 1.5175169427575086 NaN NaN

seed 0.5 6.9484942135025385 NaN NaN
seed 1 2.242241243040226 NaN NaN
seed 1.5 1.735864206013993 NaN NaN
seed 2 1.6518865438313364 NaN NaN
seed 2.5 1.473712788317732 NaN NaN
seed 3 1.3940650735718811 NaN NaN
seed 3.5 1.2651029434867669 NaN NaN
seed 4 1.3222646239912061 NaN NaN

seed 0.5 8.812338031410434 NaN NaN
seed 1 2.4129812571908147 NaN NaN
seed 1.5 1.7819598749800243 NaN NaN
seed 2 1.6880808142589028 NaN NaN
seed 2.5 1.5015969994476264 NaN NaN
seed 3 1.4394514116186494 NaN NaN
seed 3.5 1.3403470859434108 NaN NaN
seed 4 1.3483411440520554 NaN NaN

seed 0.5 12.059761603880016 NaN NaN
seed 1 2.3200072959090914 NaN NaN
seed 1.5 1.7312911810837137 NaN NaN
seed 2 1.6297146252862258 NaN NaN
seed 2.5 1.3953890385795893 NaN NaN
seed 3 1.417942758572276 NaN NaN
seed 3.5 1.3053288550399689 NaN NaN
seed 4 1.289132558307116 NaN NaN

seed 0.5 9.99031477539119 NaN NaN
seed 1 4.513386407204378 NaN NaN
seed 1.5 2.8679838628735586 NaN NaN
seed 2 2.367227872716909 NaN NaN
seed 2.5 2.0291056561020593 NaN NaN
seed 3 1.9039701729799234 NaN NaN
seed 3.5 1.8006690991640892 NaN NaN
seed 4 1.7684610817033584 NaN NaN
EOD
$p2s2 << EOD
median 0.5 2.273627478564157 NaN NaN
median 1 2.070472507369973 NaN NaN
median 1.5 1.8542001052587243 NaN NaN
median 2 1.6719611602005673 NaN NaN
median 2.5 1.5358656854680457 NaN NaN
median 3 1.465401679213457 NaN NaN
median 3.5 1.361855512750868 NaN NaN
median 4 1.351086770905948 NaN NaN
interval 0.5 2.262048783327735 2.2358774862205686 2.2882200804349018
interval 1 2.0387870740652576 1.9310035212016456 2.1465706269288694
interval 1.5 1.855899630028374 1.716326859432095 1.9954724006246531
interval 2 1.7233914920587516 1.5907336544258763 1.856049329691627
interval 2.5 1.5733927214115064 1.4368831525433983 1.7099022902796146
interval 3 1.4948919531706157 1.3667701466761721 1.6230137596650593
interval 3.5 1.41060257894967 1.2789287513484997 1.54227640655084
interval 4 1.3866806944767682 1.2501550746982029 1.5232063142553336
EOD
$p2s3 << EOD
median 0.5 2.251150457309728 NaN NaN
median 1 2.0340250009764684 NaN NaN
median 1.5 1.8372032732518147 NaN NaN
median 2 1.6946076640738372 NaN NaN
median 2.5 1.5450342835505413 NaN NaN
median 3 1.4963700825031157 NaN NaN
median 3.5 1.388892845066625 NaN NaN
median 4 1.3742329729644935 NaN NaN
interval 0.5 2.2524882926269236 2.2253798103715634 2.279596774882284
interval 1 2.041653625155514 1.9405426478176369 2.1427646024933917
interval 1.5 1.8872717192738573 1.751397905268663 2.0231455332790516
interval 2 1.7604170491382891 1.6194508179584057 1.9013832803181725
interval 2.5 1.6047235929503807 1.4656120318964294 1.743835154004332
interval 3 1.5214257316878241 1.3872153864558034 1.6556360769198448
interval 3.5 1.4299909872982897 1.307062605277925 1.5529193693186543
interval 4 1.3982013097678412 1.2831626788397614 1.513239940695921
EOD
$p2s4 << EOD
median 0.5 1.880744534973267 NaN NaN
median 1 1.522879873412624 NaN NaN
median 1.5 1.3526721975867075 NaN NaN
median 2 1.2733491814793414 NaN NaN
median 2.5 1.1236797697913468 NaN NaN
median 3 1.0815001297306392 NaN NaN
median 3.5 0.9767997749926598 NaN NaN
median 4 0.9670315174999626 NaN NaN
interval 0.5 1.885289157166314 1.8599346740519145 1.9106436402807134
interval 1 1.5297271125784824 1.5068090682684048 1.55264515688856
interval 1.5 1.3512824670235601 1.3236813499505071 1.3788835840966132
interval 2 1.27926176559139 1.266546298770663 1.291977232412117
interval 2.5 1.1322219024032738 1.1072763249153827 1.1571674798911649
interval 3 1.0827876581214009 1.0559773068236469 1.1095980094191549
interval 3.5 0.9779910857248227 0.9520114201940342 1.0039707512556113
interval 4 0.9694163880474574 0.944677542993307 0.9941552331016079
EOD
$p2s5 << EOD
median 0.5 1.8935421718447192 NaN NaN
median 1 1.5407768108645583 NaN NaN
median 1.5 1.3609037026435695 NaN NaN
median 2 1.2866820346102465 NaN NaN
median 2.5 1.1275411127295127 NaN NaN
median 3 1.0920736965427156 NaN NaN
median 3.5 0.969684090078917 NaN NaN
median 4 0.9668942662889155 NaN NaN
interval 0.5 1.900706069986511 1.8728487951341062 1.928563344838916
interval 1 1.5403281237588942 1.5197517637498577 1.5609044837679307
interval 1.5 1.3549147516519775 1.3314955592465407 1.3783339440574143
interval 2 1.290668832257914 1.2731709975487229 1.3081666669671053
interval 2.5 1.1243625171897431 1.1086213918882057 1.1401036424912805
interval 3 1.082528797109542 1.057155043328755 1.107902550890329
interval 3.5 0.9657978748275464 0.941291697766004 0.9903040518890889
interval 4 0.9565538357046519 0.9389074123482344 0.9742002590610694
EOD
lines[2] = ' 1 2 3 4 5'

panel_title[3] = 'pre, epochs of warm-up: 1'
note[3] = ''
$p3s1 << EOD
median 0.5 11.447020344939283 NaN NaN
median 1 3.2229463739348425 NaN NaN
median 1.5 2.005910403175748 NaN NaN
median 2 1.7891607954189603 NaN NaN
median 2.5 1.5552141990371837 NaN NaN
median 3 1.4887506246163231 NaN NaN
median 3.5 1.3425026238646383 NaN NaN
median 4 1.3302746279264235 NaN NaN
interval 0.5 12.28151070720424 10.850269487745877 13.712751926662605
interval 1 3.2771189614480973 3.0352511041083714 3.5189868187878233
interval 1.5 2.051787869561363 1.9397105194207662 2.1638652197019597
interval 2 1.8095277880987233 1.7241592008924678 1.8948963753049788
interval 2.5 1.5503158910737302 1.483656521827853 1.6169752603196075
interval 3 1.5057609398338139 1.4396101711891651 1.5719117084784626
interval 3.5 1.3565850467548166 1.29898936667983 1.4141807268298032
interval 4 1.340812929284211 1.2800346971016314 1.4015911614667906
EOD
$p3s2 << EOD
median 0.5 2.229309633032812 NaN NaN
median 1 1.7456755715303416 NaN NaN
median 1.5 1.4766231632998401 NaN NaN
median 2 1.3629106179142036 NaN NaN
median 2.5 1.18177261241421 NaN NaN
median 3 1.1132760050887143 NaN NaN
median 3.5 0.9925459004167587 NaN NaN
median 4 0.9877234664530457 NaN NaN
interval 0.5 2.2476619010307086 2.1866592099388567 2.3086645921225606
interval 1 1.757177620605269 1.7142626404725116 1.8000926007380262
interval 1.5 1.4695331188447387 1.4401829586484074 1.49888327904107
interval 2 1.3502533966766657 1.3169223348211379 1.3835844585321935
interval 2.5 1.1766913448754368 1.148742821155391 1.2046398685954827
interval 3 1.1095024304620609 1.0878428875303854 1.1311619733937364
interval 3.5 0.9894098460683598 0.9747632237058867 1.0040564684308328
interval 4 0.9698886893264556 0.9396245565592667 1.0001528220936444
EOD
$p3s3 << EOD
median 0.5 2.2840886883729463 NaN NaN
median 1 1.7887147675244321 NaN NaN
median 1.5 1.4833122816538178 NaN NaN
median 2 1.3536304852377867 NaN NaN
median 2.5 1.17971939935726 NaN NaN
median 3 1.1104730862843755 NaN NaN
median 3.5 0.9941314235981105 NaN NaN
median 4 0.9793808670716198 NaN NaN
interval 0.5 2.2742480461913894 2.2207364559534124 2.3277596364293665
interval 1 1.7994842860386122 1.75960361359206 1.8393649584851643
interval 1.5 1.4896917797084956 1.4612617195943625 1.5181218398226288
interval 2 1.3553312237020396 1.3334870073431848 1.3771754400608944
interval 2.5 1.1848388498426372 1.1619915390314701 1.2076861606538043
interval 3 1.1118592326038066 1.0923248005088724 1.1313936646987408
interval 3.5 0.9973278297844047 0.9846483367571428 1.0100073228116666
interval 4 0.974454573781814 0.952044641662583 0.996864505901045
EOD
$p3s4 << EOD
median 0.5 2.0992846365265887 NaN NaN
median 1 1.6041759306874046 NaN NaN
median 1.5 1.3721825088424744 NaN NaN
median 2 1.3016922348882107 NaN NaN
median 2.5 1.1313149006301808 NaN NaN
median 3 1.0644644705530988 NaN NaN
median 3.5 0.9367886312892997 NaN NaN
median 4 0.9210298265692449 NaN NaN
interval 0.5 2.1120166548266943 2.0772273530203846 2.146805956633004
interval 1 1.6012240351320952 1.5770138837646601 1.6254341864995303
interval 1.5 1.3730383642600414 1.358731528329082 1.387345200191001
interval 2 1.2868973635499341 1.2663561164355217 1.3074386106643465
interval 2.5 1.1207133826456368 1.096074887874302 1.1453518774169715
interval 3 1.0602997818713773 1.0358874061236585 1.0847121576190961
interval 3.5 0.9337522995592649 0.9117561322486039 0.9557484668699259
interval 4 0.9130415435921764 0.8872335718908783 0.9388495152934745
EOD
$p3s5 << EOD
median 0.5 2.184373745087574 NaN NaN
median 1 1.6551814065250678 NaN NaN
median 1.5 1.397442339516874 NaN NaN
median 2 1.30720646575278 NaN NaN
median 2.5 1.1368372999371883 NaN NaN
median 3 1.0824986846166536 NaN NaN
median 3.5 0.9433008014862924 NaN NaN
median 4 0.9244760624254584 NaN NaN
interval 0.5 2.1820466017033313 2.1440117498588265 2.220081453547836
interval 1 1.6491657087673666 1.6128031725122478 1.6855282450224853
interval 1.5 1.3907819204440506 1.3656447205427735 1.4159191203453276
interval 2 1.3110627437400644 1.2928473293074603 1.3292781581726685
interval 2.5 1.1323634043652888 1.1080395449159708 1.1566872638146068
interval 3 1.0891443287560099 1.0708859633281447 1.107402694183875
interval 3.5 0.9468869729900901 0.9300264696529491 0.963747476327231
interval 4 0.9313837395414692 0.9093710516402992 0.9533964274426393
EOD
lines[3] = ' 1 2 3 4 5'

panel_title[4] = 'post, epochs of warm-up: 1'
note[4] = ''
$p4s1 << EOD
median 0.5 11.447020344939283 NaN NaN
median 1 3.2229463739348425 NaN NaN
median 1.5 2.005910403175748 NaN NaN
median 2 1.7891607954189603 NaN NaN
median 2.5 1.5552141990371837 NaN NaN
median 3 1.4887506246163231 NaN NaN
median 3.5 1.3425026238646383 NaN NaN
median 4 1.3302746279264235 NaN NaN
interval 0.5 12.28151070720424 10.850269487745877 13.712751926662605
interval 1 3.2771189614480973 3.0352511041083714 3.5189868187878233
interval 1.5 2.051787869561363 1.9397105194207662 2.1638652197019597
interval 2 1.8095277880987233 1.7241592008924678 1.8948963753049788
interval 2.5 1.5503158910737302 1.483656521827853 1.6169752603196075
interval 3 1.5057609398338139 1.4396101711891651 1.5719117084784626
interval 3.5 1.3565850467548166 1.29898936667983 1.4141807268298032
interval 4 1.340812929284211 1.2800346971016314 1.4015911614667906
EOD
$p4s2 << EOD
median 0.5 2.2760844450105173 NaN NaN
median 1 1.8518239546442987 NaN NaN
median 1.5 1.6254814493654535 NaN NaN
median 2 1.4877538386696456 NaN NaN
median 2.5 1.3463979475692052 NaN NaN
median 3 1.2378747089503233 NaN NaN
median 3.5 1.1071125524306424 NaN NaN
median 4 1.0507151059131732 NaN NaN
interval 0.5 2.282191481505744 2.215600692619554 2.3487822703919337
interval 1 1.879162849174137 1.8100375254245422 1.9482881729237318
interval 1.5 1.6387565994700437 1.5844084948479615 1.6931047040921259
interval 2 1.497880317211513 1.4593105908255795 1.5364500435974464
interval 2.5 1.3320525398043237 1.28829770800219 1.3758073716064574
interval 3 1.2415035086156818 1.2044070420763888 1.2785999751549748
interval 3.5 1.0991249211338237 1.0603078586604056 1.1379419836072417
interval 4 1.065490386407879 1.0173700048546115 1.1136107679611467
EOD
$p4s3 << EOD
median 0.5 2.281318073680942 NaN NaN
median 1 1.882000229139858 NaN NaN
median 1.5 1.6397592149288587 NaN NaN
median 2 1.5074454797601922 NaN NaN
median 2.5 1.3471746104364686 NaN NaN
median 3 1.2482871118358059 NaN NaN
median 3.5 1.1028937607079516 NaN NaN
median 4 1.0593275412536147 NaN NaN
interval 0.5 2.275833480917092 2.2055456995612923 2.3461212622728915
interval 1 1.8851917775368274 1.826903251654794 1.9434803034188608
interval 1.5 1.63393825997247 1.598009054595501 1.6698674653494392
interval 2 1.4964654802082493 1.4596093208702179 1.5333216395462808
interval 2.5 1.3185485066065417 1.2788045915293702 1.3582924216837131
interval 3 1.240370458704063 1.2100431861616507 1.2706977312464751
interval 3.5 1.0935522594611418 1.0633903081342613 1.1237142107880222
interval 4 1.0570574634397842 1.019243029005268 1.0948718978743004
EOD
$p4s4 << EOD
median 0.5 2.1697656465903012 NaN NaN
median 1 1.6537681695542839 NaN NaN
median 1.5 1.4324247069227698 NaN NaN
median 2 1.335410189648167 NaN NaN
median 2.5 1.1721407614732253 NaN NaN
median 3 1.1018988815161002 NaN NaN
median 3.5 0.9590939672642924 NaN NaN
median 4 0.9413344060669953 NaN NaN
interval 0.5 2.1736130753429506 2.143607467272109 2.2036186834137923
interval 1 1.6450682128402643 1.6164132695228752 1.6737231561576533
interval 1.5 1.4326045049948215 1.4088717655162277 1.4563372444734153
interval 2 1.337939606728814 1.3211820372162129 1.3546971762414153
interval 2.5 1.172173965279063 1.1490253568564317 1.1953225737016944
interval 3 1.1039397868815648 1.0826263440192259 1.1252532297439037
interval 3.5 0.9604892385046059 0.9467229672716665 0.9742555097375453
interval 4 0.9404420713889831 0.9189505699889008 0.9619335727890653
EOD
$p4s5 << EOD
median 0.5 2.207414288950484 NaN NaN
median 1 1.6711506624407921 NaN NaN
median 1.5 1.428906995467044 NaN NaN
median 2 1.3599655802772634 NaN NaN
median 2.5 1.1766202523504417 NaN NaN
median 3 1.112262462363676 NaN NaN
median 3.5 0.9613393006749287 NaN NaN
median 4 0.931810231288388 NaN NaN
interval 0.5 2.2094662206337907 2.1777103739533676 2.241222067314214
interval 1 1.671069564608905 1.6441004423572778 1.6980386868605324
interval 1.5 1.436776218511819 1.414832573216433 1.4587198638072048
interval 2 1.355138212952305 1.3445518697131242 1.365724556191486
interval 2.5 1.1724697260262942 1.15281883727323 1.1921206147793584
interval 3 1.114494940677653 1.0940595441360277 1.1349303372192783
interval 3.5 0.9620001594337413 0.9439288323711117 0.9800714864963709
interval 4 0.9410919620890486 0.9226443659193644 0.9595395582587327
EOD
lines[4] = ' 1 2 3 4 5'

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

# A mark's number stands right of it. Where this would touch the next mark of the line, is_close(), the marks are a run, with
# the least and the largest of their numbers left of the first.
axis_letters = cell_inch/char_inch - left_letters - 1.5 - guide_letters
same_line(i) = i < |$lost| && word($lost[i], 1) eq word($lost[i + 1], 1) && word($lost[i], 2) eq word($lost[i + 1], 2)
apart_letters(i) = same_line(i) ? axis_letters*(x_part(num(word($lost[i + 1], 3))) - x_part(num(word($lost[i], 3)))) : 1e9
number_letters(i) = strlen(word($lost[i], 4)) + 1.6
is_close(i) = same_line(i) && \
    apart_letters(i) < number_letters(i) + (same_line(i + 1) && apart_letters(i + 1) < number_letters(i + 1) ? 4.5 : 0)
range_text(low, high) = low == high ? sprintf('%d', low) : sprintf('%d–%d', low, high)

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
    "run = 0; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); n = int(word($lost[i], 4)); " . \
    "if (!run) { run_x = x; run_low = n; run_high = n }; " . \
    "run = run + 1; run_low = min(run_low, n); run_high = max(run_high, n); " . \
    "if (run > 1 && !is_close(i)) { set label tx(range_text(run_low, run_high)) at first run_x, graph lost_y(k) right offset character -0.7, 0 textcolor rgb ink }; " . \
    "if (run == 1 && !is_close(i)) { set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink }; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k]; run = is_close(i) ? run : 0 } }"
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
