# A figure of normlab. `gnuplot error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error.gp draws one of them, so many inches wide;
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

name = 'error'
title = 'Test error against learning rate'
caption = 'fashion-mnist, 5 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean where all seeds learn'
x_label = 'learning rate'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'lines'; x_log = 10; y_log = 10; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 5
array label[6]; array style[6]; array look[6]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'layernorm'
style[3] = 'layernorm'; look[3] = 'line'
label[4] = 'groupnorm groups=4'
style[4] = 'groupnorm groups=4'; look[4] = 'line'
label[5] = 'instancenorm'
style[5] = 'instancenorm'; look[5] = 'line'
references = ''

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'MLP, SGD'
note[1] = ''
$p1s1 << EOD
median 0.0001 33.53 NaN NaN
median 0.0003 26.31 NaN NaN
median 0.001 20.5 NaN NaN
median 0.003 17.48 NaN NaN
median 0.01 15.61 NaN NaN
median 0.03 14.93 NaN NaN
median 0.1 15.95 NaN NaN
median 0.3 90 NaN NaN
median 1 NaN NaN NaN
median 3 90 NaN NaN
median 10 NaN NaN NaN
interval 0.0001 33.57 33.08159721003894 34.06006728552536
interval 0.0003 25.95 25.195831949242763 26.710894397659374
interval 0.001 20.422 19.900396328505888 20.948267167928005
interval 0.003 17.462 17.1288817550644 17.797465342073995
interval 0.01 15.632 15.286945541637595 15.979951319538579
interval 0.03 14.866 14.624309772067429 15.109201723326368
interval 0.1 15.928 15.56201292115663 16.297176966362677
interval 0.3 90 89.9912185463766 90.00877833137133

seed 0.0001 34.18 NaN NaN
seed 0.0001 33.09 NaN NaN
seed 0.0001 33.44 NaN NaN
seed 0.0001 33.61 NaN NaN
seed 0.0001 33.53 NaN NaN
seed 0.0003 26.5 NaN NaN
seed 0.0003 25.36 NaN NaN
seed 0.0003 26.36 NaN NaN
seed 0.0003 25.22 NaN NaN
seed 0.0003 26.31 NaN NaN
seed 0.001 20.5 NaN NaN
seed 0.001 20.04 NaN NaN
seed 0.001 20.91 NaN NaN
seed 0.001 19.94 NaN NaN
seed 0.001 20.72 NaN NaN
seed 0.003 17.77 NaN NaN
seed 0.003 17.38 NaN NaN
seed 0.003 17.62 NaN NaN
seed 0.003 17.06 NaN NaN
seed 0.003 17.48 NaN NaN
seed 0.01 15.4 NaN NaN
seed 0.01 15.72 NaN NaN
seed 0.01 16.06 NaN NaN
seed 0.01 15.37 NaN NaN
seed 0.01 15.61 NaN NaN
seed 0.03 15.09 NaN NaN
seed 0.03 14.8 NaN NaN
seed 0.03 14.93 NaN NaN
seed 0.03 14.57 NaN NaN
seed 0.03 14.94 NaN NaN
seed 0.1 16.22 NaN NaN
seed 0.1 15.95 NaN NaN
seed 0.1 15.73 NaN NaN
seed 0.1 15.54 NaN NaN
seed 0.1 16.2 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90.01 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 89.99 NaN NaN
seed 3 90 NaN NaN
lost 1 5 NaN NaN
lost 3 4 NaN NaN
lost 10 5 NaN NaN
EOD
$p1s2 << EOD
median 0.0001 39.39 NaN NaN
median 0.0003 27.86 NaN NaN
median 0.001 21.41 NaN NaN
median 0.003 17.69 NaN NaN
median 0.01 15.44 NaN NaN
median 0.03 14.37 NaN NaN
median 0.1 14.25 NaN NaN
median 0.3 14.44 NaN NaN
median 1 16.48 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 39.632 37.27419587920096 42.01287568825602
interval 0.0003 28.091999999999995 27.21217356274791 28.97981301033483
interval 0.001 21.433999999999997 21.26804035087717 21.600397345725877
interval 0.003 17.678 17.477990359814672 17.878839409968418
interval 0.01 15.447999999999999 15.235599182391127 15.6615126619612
interval 0.03 14.428 14.252071174631872 14.60475576358358
interval 0.1 14.208000000000002 14.04394301370761 14.372791480740974
interval 0.3 14.412 14.289362574203611 14.535040051685925
interval 1 16.624000000000002 15.834686646384952 17.42748881866822
interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 39.39 NaN NaN
seed 0.0001 37.09 NaN NaN
seed 0.0001 39.02 NaN NaN
seed 0.0001 42.31 NaN NaN
seed 0.0001 40.35 NaN NaN
seed 0.0003 29.19 NaN NaN
seed 0.0003 27.47 NaN NaN
seed 0.0003 27.86 NaN NaN
seed 0.0003 28.4 NaN NaN
seed 0.0003 27.54 NaN NaN
seed 0.001 21.63 NaN NaN
seed 0.001 21.26 NaN NaN
seed 0.001 21.4 NaN NaN
seed 0.001 21.41 NaN NaN
seed 0.001 21.47 NaN NaN
seed 0.003 17.69 NaN NaN
seed 0.003 17.59 NaN NaN
seed 0.003 17.9 NaN NaN
seed 0.003 17.47 NaN NaN
seed 0.003 17.74 NaN NaN
seed 0.01 15.35 NaN NaN
seed 0.01 15.61 NaN NaN
seed 0.01 15.62 NaN NaN
seed 0.01 15.22 NaN NaN
seed 0.01 15.44 NaN NaN
seed 0.03 14.68 NaN NaN
seed 0.03 14.4 NaN NaN
seed 0.03 14.34 NaN NaN
seed 0.03 14.35 NaN NaN
seed 0.03 14.37 NaN NaN
seed 0.1 14.25 NaN NaN
seed 0.1 14.33 NaN NaN
seed 0.1 13.99 NaN NaN
seed 0.1 14.28 NaN NaN
seed 0.1 14.19 NaN NaN
seed 0.3 14.34 NaN NaN
seed 0.3 14.51 NaN NaN
seed 0.3 14.49 NaN NaN
seed 0.3 14.28 NaN NaN
seed 0.3 14.44 NaN NaN
seed 1 17.36 NaN NaN
seed 1 17.23 NaN NaN
seed 1 15.97 NaN NaN
seed 1 16.08 NaN NaN
seed 1 16.48 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p1s3 << EOD
median 0.0001 37.56 NaN NaN
median 0.0003 27.97 NaN NaN
median 0.001 21.8 NaN NaN
median 0.003 17.8 NaN NaN
median 0.01 15.77 NaN NaN
median 0.03 14.96 NaN NaN
median 0.1 14.77 NaN NaN
median 0.3 15.26 NaN NaN
median 1 20.91 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 37.846000000000004 36.34787790601465 39.3553247396147
interval 0.0003 28.077999999999996 27.3898144375629 28.77106927983405
interval 0.001 21.89 21.388080279083372 22.3958226290481
interval 0.003 17.75 17.496568829076043 18.0047587363267
interval 0.01 15.681999999999999 15.34665711705266 16.020071179048156
interval 0.03 15.018 14.859395289394316 15.177245367403607
interval 0.1 14.803999999999998 14.59877909709155 15.010314129552892
interval 0.3 15.308000000000002 14.920825914119806 15.69891673536021
interval 1 21.038 18.689240394088973 23.48042310751792
interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 39.68 NaN NaN
seed 0.0001 37.56 NaN NaN
seed 0.0001 36.87 NaN NaN
seed 0.0001 38.38 NaN NaN
seed 0.0001 36.74 NaN NaN
seed 0.0003 29.01 NaN NaN
seed 0.0003 27.69 NaN NaN
seed 0.0003 27.97 NaN NaN
seed 0.0003 28.11 NaN NaN
seed 0.0003 27.61 NaN NaN
seed 0.001 22.51 NaN NaN
seed 0.001 21.67 NaN NaN
seed 0.001 21.8 NaN NaN
seed 0.001 21.44 NaN NaN
seed 0.001 22.03 NaN NaN
seed 0.003 17.96 NaN NaN
seed 0.003 17.85 NaN NaN
seed 0.003 17.72 NaN NaN
seed 0.003 17.42 NaN NaN
seed 0.003 17.8 NaN NaN
seed 0.01 15.38 NaN NaN
seed 0.01 15.84 NaN NaN
seed 0.01 16 NaN NaN
seed 0.01 15.42 NaN NaN
seed 0.01 15.77 NaN NaN
seed 0.03 15.13 NaN NaN
seed 0.03 15.18 NaN NaN
seed 0.03 14.9 NaN NaN
seed 0.03 14.92 NaN NaN
seed 0.03 14.96 NaN NaN
seed 0.1 14.77 NaN NaN
seed 0.1 14.93 NaN NaN
seed 0.1 14.6 NaN NaN
seed 0.1 14.71 NaN NaN
seed 0.1 15.01 NaN NaN
seed 0.3 15.06 NaN NaN
seed 0.3 15.84 NaN NaN
seed 0.3 15.3 NaN NaN
seed 0.3 15.26 NaN NaN
seed 0.3 15.08 NaN NaN
seed 1 18.4 NaN NaN
seed 1 23.85 NaN NaN
seed 1 20.91 NaN NaN
seed 1 21.16 NaN NaN
seed 1 20.87 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p1s4 << EOD
median 0.0001 38.34 NaN NaN
median 0.0003 28.36 NaN NaN
median 0.001 21.82 NaN NaN
median 0.003 17.77 NaN NaN
median 0.01 15.52 NaN NaN
median 0.03 14.82 NaN NaN
median 0.1 14.81 NaN NaN
median 0.3 15.36 NaN NaN
median 1 22.19 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 38.438 36.220731919122436 40.67800663158704
interval 0.0003 28.282 27.222774782146157 29.35255897858144
interval 0.001 21.907999999999998 21.277607843419318 22.544553255621924
interval 0.003 17.746000000000002 17.414108819978374 18.080171548104822
interval 0.01 15.601999999999999 15.341660831009394 15.863987906118926
interval 0.03 14.810000000000002 14.665889770358591 14.95464838698714
interval 0.1 14.774000000000001 14.561216712257403 14.987962531905415
interval 0.3 15.325999999999999 15.133698070224808 15.519221743458445
interval 1 22.548000000000002 19.64410730763949 25.582440438644063
interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 40.42 NaN NaN
seed 0.0001 38.34 NaN NaN
seed 0.0001 36.1 NaN NaN
seed 0.0001 39.96 NaN NaN
seed 0.0001 37.37 NaN NaN
seed 0.0003 28.96 NaN NaN
seed 0.0003 29 NaN NaN
seed 0.0003 26.9 NaN NaN
seed 0.0003 28.19 NaN NaN
seed 0.0003 28.36 NaN NaN
seed 0.001 22.65 NaN NaN
seed 0.001 21.7 NaN NaN
seed 0.001 21.27 NaN NaN
seed 0.001 21.82 NaN NaN
seed 0.001 22.1 NaN NaN
seed 0.003 18.04 NaN NaN
seed 0.003 17.77 NaN NaN
seed 0.003 17.38 NaN NaN
seed 0.003 17.59 NaN NaN
seed 0.003 17.95 NaN NaN
seed 0.01 15.44 NaN NaN
seed 0.01 15.62 NaN NaN
seed 0.01 15.52 NaN NaN
seed 0.01 15.47 NaN NaN
seed 0.01 15.96 NaN NaN
seed 0.03 14.96 NaN NaN
seed 0.03 14.78 NaN NaN
seed 0.03 14.64 NaN NaN
seed 0.03 14.85 NaN NaN
seed 0.03 14.82 NaN NaN
seed 0.1 14.81 NaN NaN
seed 0.1 14.68 NaN NaN
seed 0.1 14.89 NaN NaN
seed 0.1 14.96 NaN NaN
seed 0.1 14.53 NaN NaN
seed 0.3 15.17 NaN NaN
seed 0.3 15.5 NaN NaN
seed 0.3 15.36 NaN NaN
seed 0.3 15.16 NaN NaN
seed 0.3 15.44 NaN NaN
seed 1 20.82 NaN NaN
seed 1 26.57 NaN NaN
seed 1 20.35 NaN NaN
seed 1 22.81 NaN NaN
seed 1 22.19 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'MLP, Adam'
note[2] = ''
$p2s1 << EOD
median 1e-05 43.71 NaN NaN
median 3e-05 28.1 NaN NaN
median 0.0001 20.43 NaN NaN
median 0.0003 16.86 NaN NaN
median 0.001 15.12 NaN NaN
median 0.003 14.47 NaN NaN
median 0.01 14.58 NaN NaN
median 0.03 16.22 NaN NaN
median 0.1 79.22 NaN NaN
median 0.3 89.97 NaN NaN
median 1 90 NaN NaN
interval 1e-05 44.298 40.03021896989503 48.61276713108233
interval 3e-05 28.131999999999998 27.44624998945609 28.82257754718762
interval 0.0001 20.46 20.035911230963595 20.887158195760172
interval 0.0003 16.926 16.705454030129626 17.147613699782436
interval 0.001 15.146 15.04698649901999 15.245260279128457
interval 0.003 14.456 14.257263919193576 14.655791162326377
interval 0.01 14.675999999999998 14.45467297833893 14.898611611487398
interval 0.03 16.326 15.774241968765295 16.884790102669434
interval 0.1 67.94800000000001 38.96666491532411 90.69595344130772
interval 0.3 89.65599999999999 89.08358618773809 90.21594416788471
interval 1 89.936 89.80183162944726 90.06945000478828
seed 1e-05 49.97 NaN NaN
seed 1e-05 42.42 NaN NaN
seed 1e-05 40.81 NaN NaN
seed 1e-05 43.71 NaN NaN
seed 1e-05 44.58 NaN NaN
seed 3e-05 29.03 NaN NaN
seed 3e-05 28.19 NaN NaN
seed 3e-05 27.7 NaN NaN
seed 3e-05 27.64 NaN NaN
seed 3e-05 28.1 NaN NaN
seed 0.0001 20.95 NaN NaN
seed 0.0001 20.4 NaN NaN
seed 0.0001 20.43 NaN NaN
seed 0.0001 19.99 NaN NaN
seed 0.0001 20.53 NaN NaN
seed 0.0003 16.86 NaN NaN
seed 0.0003 17.08 NaN NaN
seed 0.0003 16.78 NaN NaN
seed 0.0003 16.76 NaN NaN
seed 0.0003 17.15 NaN NaN
seed 0.001 15.24 NaN NaN
seed 0.001 15.22 NaN NaN
seed 0.001 15.09 NaN NaN
seed 0.001 15.06 NaN NaN
seed 0.001 15.12 NaN NaN
seed 0.003 14.51 NaN NaN
seed 0.003 14.47 NaN NaN
seed 0.003 14.68 NaN NaN
seed 0.003 14.37 NaN NaN
seed 0.003 14.25 NaN NaN
seed 0.01 14.78 NaN NaN
seed 0.01 14.57 NaN NaN
seed 0.01 14.94 NaN NaN
seed 0.01 14.58 NaN NaN
seed 0.01 14.51 NaN NaN
seed 0.03 17.11 NaN NaN
seed 0.03 16.05 NaN NaN
seed 0.03 16.22 NaN NaN
seed 0.03 15.99 NaN NaN
seed 0.03 16.26 NaN NaN
seed 0.1 79.22 NaN NaN
seed 0.1 36.95 NaN NaN
seed 0.1 80.45 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 53.12 NaN NaN
seed 0.3 89.97 NaN NaN
seed 0.3 89.21 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 89.1 NaN NaN
seed 1 89.93 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 89.75 NaN NaN
EOD
$p2s2 << EOD
median 1e-05 49.88 NaN NaN
median 3e-05 30.64 NaN NaN
median 0.0001 20.9 NaN NaN
median 0.0003 16.69 NaN NaN
median 0.001 14.7 NaN NaN
median 0.003 13.96 NaN NaN
median 0.01 13.96 NaN NaN
median 0.03 14.13 NaN NaN
median 0.1 15.13 NaN NaN
median 0.3 16.5 NaN NaN
median 1 32.35 NaN NaN
interval 1e-05 51.896 45.52611751176338 58.24474620923801
interval 3e-05 30.536 29.595959582162507 31.483755735481008
interval 0.0001 20.948 20.62836144975713 21.26932131408333
interval 0.0003 16.668 16.570435993133312 16.765776665320452
interval 0.001 14.719999999999999 14.420909436643166 15.021433001964139
interval 0.003 14.026000000000002 13.817829943572244 14.235369875232369
interval 0.01 13.975999999999999 13.802285120739882 14.150554353063766
interval 0.03 14.238 13.945903210991785 14.532423193966313
interval 0.1 15.104000000000003 14.764633793746961 15.446296869193128
interval 0.3 16.494 16.170762141314786 16.819617624072432
interval 1 34.804 29.227786973389602 40.590142033225696
seed 1e-05 49.31 NaN NaN
seed 1e-05 46.07 NaN NaN
seed 1e-05 49.88 NaN NaN
seed 1e-05 58.81 NaN NaN
seed 1e-05 55.41 NaN NaN
seed 3e-05 31.67 NaN NaN
seed 3e-05 29.85 NaN NaN
seed 3e-05 29.81 NaN NaN
seed 3e-05 30.71 NaN NaN
seed 3e-05 30.64 NaN NaN
seed 0.0001 21.3 NaN NaN
seed 0.0001 20.66 NaN NaN
seed 0.0001 20.9 NaN NaN
seed 0.0001 20.77 NaN NaN
seed 0.0001 21.11 NaN NaN
seed 0.0003 16.66 NaN NaN
seed 0.0003 16.7 NaN NaN
seed 0.0003 16.69 NaN NaN
seed 0.0003 16.75 NaN NaN
seed 0.0003 16.54 NaN NaN
seed 0.001 14.83 NaN NaN
seed 0.001 15.07 NaN NaN
seed 0.001 14.7 NaN NaN
seed 0.001 14.54 NaN NaN
seed 0.001 14.46 NaN NaN
seed 0.003 14.11 NaN NaN
seed 0.003 13.91 NaN NaN
seed 0.003 13.96 NaN NaN
seed 0.003 14.28 NaN NaN
seed 0.003 13.87 NaN NaN
seed 0.01 14.09 NaN NaN
seed 0.01 13.92 NaN NaN
seed 0.01 13.78 NaN NaN
seed 0.01 14.13 NaN NaN
seed 0.01 13.96 NaN NaN
seed 0.03 14.46 NaN NaN
seed 0.03 14.09 NaN NaN
seed 0.03 14.13 NaN NaN
seed 0.03 14.52 NaN NaN
seed 0.03 13.99 NaN NaN
seed 0.1 15.44 NaN NaN
seed 0.1 15.09 NaN NaN
seed 0.1 15.18 NaN NaN
seed 0.1 15.13 NaN NaN
seed 0.1 14.68 NaN NaN
seed 0.3 16.46 NaN NaN
seed 0.3 16.7 NaN NaN
seed 0.3 16.73 NaN NaN
seed 0.3 16.5 NaN NaN
seed 0.3 16.08 NaN NaN
seed 1 39.23 NaN NaN
seed 1 32.35 NaN NaN
seed 1 31.58 NaN NaN
seed 1 40.37 NaN NaN
seed 1 30.49 NaN NaN
EOD
$p2s3 << EOD
median 1e-05 43.34 NaN NaN
median 3e-05 28.04 NaN NaN
median 0.0001 20.67 NaN NaN
median 0.0003 16.63 NaN NaN
median 0.001 14.74 NaN NaN
median 0.003 14.37 NaN NaN
median 0.01 14.46 NaN NaN
median 0.03 14.96 NaN NaN
median 0.1 15.81 NaN NaN
median 0.3 42.28 NaN NaN
median 1 90 NaN NaN
interval 1e-05 44.303999999999995 40.60440742290052 48.037438735201945
interval 3e-05 28.310000000000002 27.376262102450212 29.252582441585865
interval 0.0001 20.808 20.377271202090196 21.241819990760078
interval 0.0003 16.607999999999997 16.372822270893558 16.84442203042282
interval 0.001 14.809999999999999 14.57379229812877 15.047654667397348
interval 0.003 14.446000000000002 14.053582063480123 14.842555061379086
interval 0.01 14.486 14.171055135391102 14.803591685223504
interval 0.03 15.01 14.807011191215098 15.214038972682928
interval 0.1 15.844 15.588133524678959 16.1014299832752

seed 1e-05 49.1 NaN NaN
seed 1e-05 43.34 NaN NaN
seed 1e-05 41.04 NaN NaN
seed 1e-05 43.19 NaN NaN
seed 1e-05 44.85 NaN NaN
seed 3e-05 29.16 NaN NaN
seed 3e-05 27.8 NaN NaN
seed 3e-05 27.49 NaN NaN
seed 3e-05 29.06 NaN NaN
seed 3e-05 28.04 NaN NaN
seed 0.0001 21.43 NaN NaN
seed 0.0001 20.62 NaN NaN
seed 0.0001 20.6 NaN NaN
seed 0.0001 20.67 NaN NaN
seed 0.0001 20.72 NaN NaN
seed 0.0003 16.63 NaN NaN
seed 0.0003 16.89 NaN NaN
seed 0.0003 16.5 NaN NaN
seed 0.0003 16.38 NaN NaN
seed 0.0003 16.64 NaN NaN
seed 0.001 14.62 NaN NaN
seed 0.001 15.12 NaN NaN
seed 0.001 14.85 NaN NaN
seed 0.001 14.74 NaN NaN
seed 0.001 14.72 NaN NaN
seed 0.003 14.37 NaN NaN
seed 0.003 14.89 NaN NaN
seed 0.003 14.61 NaN NaN
seed 0.003 14.05 NaN NaN
seed 0.003 14.31 NaN NaN
seed 0.01 14.52 NaN NaN
seed 0.01 14.9 NaN NaN
seed 0.01 14.27 NaN NaN
seed 0.01 14.28 NaN NaN
seed 0.01 14.46 NaN NaN
seed 0.03 14.86 NaN NaN
seed 0.03 15.29 NaN NaN
seed 0.03 15 NaN NaN
seed 0.03 14.96 NaN NaN
seed 0.03 14.94 NaN NaN
seed 0.1 15.81 NaN NaN
seed 0.1 16.15 NaN NaN
seed 0.1 15.94 NaN NaN
seed 0.1 15.66 NaN NaN
seed 0.1 15.66 NaN NaN
seed 0.3 33.12 NaN NaN
seed 0.3 42.28 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 37.48 NaN NaN
seed 1 46.83 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 43.94 NaN NaN
EOD
$p2s4 << EOD
median 1e-05 46.43 NaN NaN
median 3e-05 28.8 NaN NaN
median 0.0001 20.85 NaN NaN
median 0.0003 16.68 NaN NaN
median 0.001 14.88 NaN NaN
median 0.003 14.37 NaN NaN
median 0.01 14.45 NaN NaN
median 0.03 15.05 NaN NaN
median 0.1 15.79 NaN NaN
median 0.3 38.87 NaN NaN
median 1 41.04 NaN NaN
interval 1e-05 45.44199999999999 40.92634906798201 49.993326584977034
interval 3e-05 28.624000000000002 27.61555300435203 29.64247673069458
interval 0.0001 20.910000000000004 20.290359867048252 21.536013259814872
interval 0.0003 16.678 16.61151847681633 16.744580090660143
interval 0.001 14.886000000000001 14.71484574703851 15.057908980940713
interval 0.003 14.368 14.300955191151644 14.435165374488573
interval 0.01 14.484 14.286237147513713 14.68280440826498
interval 0.03 15.02 14.688167583447669 15.354655069313504
interval 0.1 15.85 15.445801860058824 16.25811191090301
interval 0.3 35.688 19.489014873586342 53.54163710286601

seed 1e-05 50.34 NaN NaN
seed 1e-05 43.33 NaN NaN
seed 1e-05 40.66 NaN NaN
seed 1e-05 46.45 NaN NaN
seed 1e-05 46.43 NaN NaN
seed 3e-05 29.44 NaN NaN
seed 3e-05 29.01 NaN NaN
seed 3e-05 27.29 NaN NaN
seed 3e-05 28.58 NaN NaN
seed 3e-05 28.8 NaN NaN
seed 0.0001 21.72 NaN NaN
seed 0.0001 20.7 NaN NaN
seed 0.0001 20.35 NaN NaN
seed 0.0001 20.85 NaN NaN
seed 0.0001 20.93 NaN NaN
seed 0.0003 16.61 NaN NaN
seed 0.0003 16.73 NaN NaN
seed 0.0003 16.68 NaN NaN
seed 0.0003 16.73 NaN NaN
seed 0.0003 16.64 NaN NaN
seed 0.001 14.88 NaN NaN
seed 0.001 15.08 NaN NaN
seed 0.001 14.69 NaN NaN
seed 0.001 14.88 NaN NaN
seed 0.001 14.9 NaN NaN
seed 0.003 14.33 NaN NaN
seed 0.003 14.41 NaN NaN
seed 0.003 14.43 NaN NaN
seed 0.003 14.37 NaN NaN
seed 0.003 14.3 NaN NaN
seed 0.01 14.38 NaN NaN
seed 0.01 14.45 NaN NaN
seed 0.01 14.73 NaN NaN
seed 0.01 14.54 NaN NaN
seed 0.01 14.32 NaN NaN
seed 0.03 14.98 NaN NaN
seed 0.03 15.22 NaN NaN
seed 0.03 15.05 NaN NaN
seed 0.03 15.26 NaN NaN
seed 0.03 14.59 NaN NaN
seed 0.1 15.79 NaN NaN
seed 0.1 16.3 NaN NaN
seed 0.1 15.55 NaN NaN
seed 0.1 16.06 NaN NaN
seed 0.1 15.55 NaN NaN
seed 0.3 49.08 NaN NaN
seed 0.3 38.87 NaN NaN
seed 0.3 23.39 NaN NaN
seed 0.3 19.63 NaN NaN
seed 0.3 47.47 NaN NaN
seed 1 37.4 NaN NaN
seed 1 41.04 NaN NaN
seed 1 37.29 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'ResNet, SGD'
note[3] = ''
$p3s1 << EOD
median 0.0001 87.24 NaN NaN
median 0.0003 69.55 NaN NaN
median 0.001 38.52 NaN NaN
median 0.003 28.35 NaN NaN
median 0.01 21.83 NaN NaN
median 0.03 19.09 NaN NaN
median 0.1 22.06 NaN NaN
median 0.3 90 NaN NaN
median 1 90 NaN NaN
median 3 NaN NaN NaN
median 10 NaN NaN NaN
interval 0.0001 83.67999999999999 75.0218269234066 90.89295198782317
interval 0.0003 71.866 59.23218916635798 83.05939686358192
interval 0.001 42.141999999999996 30.85505732012063 54.05820441274461
interval 0.003 28.607999999999997 25.75858167652247 31.54009706663463
interval 0.01 22.13 20.84146184056124 23.44417239979447
interval 0.03 18.89 17.442778724278167 20.378004078872365
interval 0.1 20.639999999999997 17.21116709855463 24.2783982660259

seed 0.0001 74.5 NaN NaN
seed 0.0001 89.08 NaN NaN
seed 0.0001 89.11 NaN NaN
seed 0.0001 87.24 NaN NaN
seed 0.0001 78.47 NaN NaN
seed 0.0003 60.77 NaN NaN
seed 0.0003 75.57 NaN NaN
seed 0.0003 68.36 NaN NaN
seed 0.0003 85.08 NaN NaN
seed 0.0003 69.55 NaN NaN
seed 0.001 38.33 NaN NaN
seed 0.001 38.52 NaN NaN
seed 0.001 39.68 NaN NaN
seed 0.001 59.01 NaN NaN
seed 0.001 35.17 NaN NaN
seed 0.003 29.75 NaN NaN
seed 0.003 27.29 NaN NaN
seed 0.003 28.35 NaN NaN
seed 0.003 31.88 NaN NaN
seed 0.003 25.77 NaN NaN
seed 0.01 22.51 NaN NaN
seed 0.01 21.8 NaN NaN
seed 0.01 21.83 NaN NaN
seed 0.01 23.68 NaN NaN
seed 0.01 20.83 NaN NaN
seed 0.03 19.09 NaN NaN
seed 0.03 17.76 NaN NaN
seed 0.03 20.08 NaN NaN
seed 0.03 19.94 NaN NaN
seed 0.03 17.58 NaN NaN
seed 0.1 22.06 NaN NaN
seed 0.1 17.99 NaN NaN
seed 0.1 23.52 NaN NaN
seed 0.1 22.34 NaN NaN
seed 0.1 17.29 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 31.62 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
lost 1 1 NaN NaN
lost 3 5 NaN NaN
lost 10 5 NaN NaN
EOD
$p3s2 << EOD
median 0.0001 84.33 NaN NaN
median 0.0003 69.49 NaN NaN
median 0.001 44.14 NaN NaN
median 0.003 29.9 NaN NaN
median 0.01 21.96 NaN NaN
median 0.03 16.87 NaN NaN
median 0.1 15.5 NaN NaN
median 0.3 15.13 NaN NaN
median 1 16.84 NaN NaN
median 3 34.59 NaN NaN
median 10 90 NaN NaN
interval 0.0001 82.746 77.1032000213291 87.77944340388
interval 0.0003 68.61 64.03714150003087 73.01805885811297
interval 0.001 44.778000000000006 42.97173539103919 46.59098190545698
interval 0.003 29.321999999999996 27.606706489753034 31.065176188201786
interval 0.01 21.660000000000004 20.659410060261216 22.676463040669947
interval 0.03 16.964 16.494305297081105 17.438544738162822
interval 0.1 15.505999999999997 15.131956040597505 15.883486742260512
interval 0.3 15.457999999999998 14.80997406654499 16.116460408914413
interval 1 16.938 16.227559800489423 17.659630603775778

interval 10 90 90 90
seed 0.0001 87.25 NaN NaN
seed 0.0001 79.51 NaN NaN
seed 0.0001 85.81 NaN NaN
seed 0.0001 84.33 NaN NaN
seed 0.0001 76.83 NaN NaN
seed 0.0003 65.65 NaN NaN
seed 0.0003 64.21 NaN NaN
seed 0.0003 70.7 NaN NaN
seed 0.0003 73 NaN NaN
seed 0.0003 69.49 NaN NaN
seed 0.001 43.43 NaN NaN
seed 0.001 43.63 NaN NaN
seed 0.001 44.14 NaN NaN
seed 0.001 46.17 NaN NaN
seed 0.001 46.52 NaN NaN
seed 0.003 27.47 NaN NaN
seed 0.003 30.42 NaN NaN
seed 0.003 28.25 NaN NaN
seed 0.003 29.9 NaN NaN
seed 0.003 30.57 NaN NaN
seed 0.01 20.49 NaN NaN
seed 0.01 21.18 NaN NaN
seed 0.01 21.96 NaN NaN
seed 0.01 22.3 NaN NaN
seed 0.01 22.37 NaN NaN
seed 0.03 16.87 NaN NaN
seed 0.03 16.57 NaN NaN
seed 0.03 16.77 NaN NaN
seed 0.03 17.58 NaN NaN
seed 0.03 17.03 NaN NaN
seed 0.1 15.5 NaN NaN
seed 0.1 15.2 NaN NaN
seed 0.1 15.93 NaN NaN
seed 0.1 15.66 NaN NaN
seed 0.1 15.24 NaN NaN
seed 0.3 15.92 NaN NaN
seed 0.3 15.06 NaN NaN
seed 0.3 15.04 NaN NaN
seed 0.3 16.14 NaN NaN
seed 0.3 15.13 NaN NaN
seed 1 16.35 NaN NaN
seed 1 16.43 NaN NaN
seed 1 16.84 NaN NaN
seed 1 17.47 NaN NaN
seed 1 17.6 NaN NaN
seed 3 29.97 NaN NaN
seed 3 50.88 NaN NaN
seed 3 34.59 NaN NaN
seed 3 90 NaN NaN
seed 3 27.53 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p3s3 << EOD
median 0.0001 79.29 NaN NaN
median 0.0003 72.48 NaN NaN
median 0.001 52.02 NaN NaN
median 0.003 33.67 NaN NaN
median 0.01 25.16 NaN NaN
median 0.03 19.65 NaN NaN
median 0.1 18.83 NaN NaN
median 0.3 25.63 NaN NaN
median 1 59.47 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 81.934 74.82340514897159 88.13414620585871
interval 0.0003 71.308 68.01006982780304 74.50138204067132
interval 0.001 50.684 46.7209522585092 54.640087078386124
interval 0.003 33.914 31.20230035007025 36.67706794714905
interval 0.01 24.695999999999998 23.33693206135911 26.079003169582265
interval 0.03 20.220000000000002 18.685975508666957 21.79567776120601
interval 0.1 19.746000000000002 16.873223745677393 22.773863419364684
interval 0.3 24.672 21.692052193987145 27.769525372233026

interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 78.28 NaN NaN
seed 0.0001 88.76 NaN NaN
seed 0.0001 79.29 NaN NaN
seed 0.0001 85.88 NaN NaN
seed 0.0001 77.46 NaN NaN
seed 0.0003 69.73 NaN NaN
seed 0.0003 73.78 NaN NaN
seed 0.0003 72.48 NaN NaN
seed 0.0003 73.1 NaN NaN
seed 0.0003 67.45 NaN NaN
seed 0.001 53.11 NaN NaN
seed 0.001 52.02 NaN NaN
seed 0.001 53.6 NaN NaN
seed 0.001 46.28 NaN NaN
seed 0.001 48.41 NaN NaN
seed 0.003 32.37 NaN NaN
seed 0.003 33.67 NaN NaN
seed 0.003 37.13 NaN NaN
seed 0.003 34.91 NaN NaN
seed 0.003 31.49 NaN NaN
seed 0.01 23.36 NaN NaN
seed 0.01 25.46 NaN NaN
seed 0.01 25.81 NaN NaN
seed 0.01 25.16 NaN NaN
seed 0.01 23.69 NaN NaN
seed 0.03 19.13 NaN NaN
seed 0.03 21.99 NaN NaN
seed 0.03 21.1 NaN NaN
seed 0.03 19.65 NaN NaN
seed 0.03 19.23 NaN NaN
seed 0.1 18.83 NaN NaN
seed 0.1 18.61 NaN NaN
seed 0.1 24 NaN NaN
seed 0.1 19.65 NaN NaN
seed 0.1 17.64 NaN NaN
seed 0.3 26.72 NaN NaN
seed 0.3 21.43 NaN NaN
seed 0.3 26.75 NaN NaN
seed 0.3 25.63 NaN NaN
seed 0.3 22.83 NaN NaN
seed 1 59.47 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 36.31 NaN NaN
seed 1 51.53 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p3s4 << EOD
median 0.0001 86.88 NaN NaN
median 0.0003 75.81 NaN NaN
median 0.001 47.79 NaN NaN
median 0.003 32.14 NaN NaN
median 0.01 23.7 NaN NaN
median 0.03 18.38 NaN NaN
median 0.1 17.18 NaN NaN
median 0.3 19.37 NaN NaN
median 1 48.7 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 85.482 78.85158032476379 91.12692319420115
interval 0.0003 72.548 64.9421585736503 79.57303683215268
interval 0.001 47.70399999999999 44.296499148427436 51.121164197949234
interval 0.003 32.577999999999996 29.81025611677721 35.404379600466946
interval 0.01 23.662 22.1918603756908 25.16226167325237
interval 0.03 18.482 17.842893818323226 19.129162434009025
interval 0.1 17.408 16.546011571116807 18.28592697226106
interval 0.3 20.408 16.49946829031814 24.596899758086956

interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 86.88 NaN NaN
seed 0.0001 89.24 NaN NaN
seed 0.0001 90.21 NaN NaN
seed 0.0001 84.29 NaN NaN
seed 0.0001 76.79 NaN NaN
seed 0.0003 65.53 NaN NaN
seed 0.0003 76.5 NaN NaN
seed 0.0003 75.81 NaN NaN
seed 0.0003 78.33 NaN NaN
seed 0.0003 66.57 NaN NaN
seed 0.001 44.02 NaN NaN
seed 0.001 51.13 NaN NaN
seed 0.001 47.79 NaN NaN
seed 0.001 46.23 NaN NaN
seed 0.001 49.35 NaN NaN
seed 0.003 29.9 NaN NaN
seed 0.003 35.39 NaN NaN
seed 0.003 32.14 NaN NaN
seed 0.003 34.32 NaN NaN
seed 0.003 31.14 NaN NaN
seed 0.01 22.53 NaN NaN
seed 0.01 24.65 NaN NaN
seed 0.01 23.7 NaN NaN
seed 0.01 25.03 NaN NaN
seed 0.01 22.4 NaN NaN
seed 0.03 18.25 NaN NaN
seed 0.03 18.38 NaN NaN
seed 0.03 18.75 NaN NaN
seed 0.03 19.2 NaN NaN
seed 0.03 17.83 NaN NaN
seed 0.1 17.16 NaN NaN
seed 0.1 17.18 NaN NaN
seed 0.1 18.44 NaN NaN
seed 0.1 17.7 NaN NaN
seed 0.1 16.56 NaN NaN
seed 0.3 19.37 NaN NaN
seed 0.3 17.47 NaN NaN
seed 0.3 26.39 NaN NaN
seed 0.3 19.84 NaN NaN
seed 0.3 18.97 NaN NaN
seed 1 47.82 NaN NaN
seed 1 52.76 NaN NaN
seed 1 90 NaN NaN
seed 1 28.7 NaN NaN
seed 1 48.7 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p3s5 << EOD
median 0.0001 89.86 NaN NaN
median 0.0003 86.44 NaN NaN
median 0.001 57.02 NaN NaN
median 0.003 43.04 NaN NaN
median 0.01 28.08 NaN NaN
median 0.03 19.9 NaN NaN
median 0.1 15.72 NaN NaN
median 0.3 14.99 NaN NaN
median 1 15.51 NaN NaN
median 3 27.74 NaN NaN
median 10 90 NaN NaN
interval 0.0001 89.77600000000001 89.28131520663516 90.26120523151735
interval 0.0003 85.72999999999999 82.46689300290802 88.73002153955505
interval 0.001 56.99400000000001 53.28501946807183 60.66523784654189
interval 0.003 41.33 35.33907452400535 47.4213004343375
interval 0.01 27.752 25.818913741258047 29.7246786401038
interval 0.03 19.805999999999997 19.03433912675138 20.58836650333686
interval 0.1 15.735999999999999 15.432248826683862 16.041977797712626
interval 0.3 14.904000000000002 14.626129463272571 15.183865761468882
interval 1 15.596 15.143665594561837 16.053341209391196
interval 3 29.722 23.204913168910007 36.65535492447402

seed 0.0001 90.26 NaN NaN
seed 0.0001 89.24 NaN NaN
seed 0.0001 89.54 NaN NaN
seed 0.0001 89.86 NaN NaN
seed 0.0001 89.98 NaN NaN
seed 0.0003 87.83 NaN NaN
seed 0.0003 84.31 NaN NaN
seed 0.0003 86.44 NaN NaN
seed 0.0003 88.12 NaN NaN
seed 0.0003 81.95 NaN NaN
seed 0.001 52.68 NaN NaN
seed 0.001 58.17 NaN NaN
seed 0.001 60.85 NaN NaN
seed 0.001 57.02 NaN NaN
seed 0.001 56.25 NaN NaN
seed 0.003 33.25 NaN NaN
seed 0.003 41.05 NaN NaN
seed 0.003 44.11 NaN NaN
seed 0.003 45.2 NaN NaN
seed 0.003 43.04 NaN NaN
seed 0.01 25.65 NaN NaN
seed 0.01 28.08 NaN NaN
seed 0.01 28.99 NaN NaN
seed 0.01 29.36 NaN NaN
seed 0.01 26.68 NaN NaN
seed 0.03 19.32 NaN NaN
seed 0.03 19.9 NaN NaN
seed 0.03 20.66 NaN NaN
seed 0.03 20.07 NaN NaN
seed 0.03 19.08 NaN NaN
seed 0.1 15.56 NaN NaN
seed 0.1 15.94 NaN NaN
seed 0.1 15.44 NaN NaN
seed 0.1 16.02 NaN NaN
seed 0.1 15.72 NaN NaN
seed 0.3 15.1 NaN NaN
seed 0.3 15.04 NaN NaN
seed 0.3 14.85 NaN NaN
seed 0.3 14.99 NaN NaN
seed 0.3 14.54 NaN NaN
seed 1 15.26 NaN NaN
seed 1 16.1 NaN NaN
seed 1 15.84 NaN NaN
seed 1 15.27 NaN NaN
seed 1 15.51 NaN NaN
seed 3 23.17 NaN NaN
seed 3 35.36 NaN NaN
seed 3 35.36 NaN NaN
seed 3 26.98 NaN NaN
seed 3 27.74 NaN NaN
seed 10 62.29 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 89.98 NaN NaN
EOD
lines[3] = ' 1 2 3 4 5'

panel_title[4] = 'ResNet, Adam'
note[4] = ''
$p4s1 << EOD
median 1e-05 88.19 NaN NaN
median 3e-05 84.84 NaN NaN
median 0.0001 51.16 NaN NaN
median 0.0003 30.12 NaN NaN
median 0.001 22.47 NaN NaN
median 0.003 18.68 NaN NaN
median 0.01 17.22 NaN NaN
median 0.03 90 NaN NaN
median 0.1 90 NaN NaN
median 0.3 90 NaN NaN
median 1 90 NaN NaN
interval 1e-05 87.838 84.46644256445389 90.88119962137766
interval 3e-05 83.53200000000001 77.35538362883966 88.94590844100014
interval 0.0001 54.048 40.73917020054057 67.22177972817096
interval 0.0003 30.936 28.07526914735058 33.86798924293213
interval 0.001 23.041999999999998 21.7634794623866 24.34423778847792
interval 0.003 18.496000000000002 17.68912029706134 19.315769288161352
interval 0.01 17.334 16.097203546275185 18.604092318468037

interval 0.3 90 90 90
interval 1 90 90 90
seed 1e-05 89.84 NaN NaN
seed 1e-05 88.19 NaN NaN
seed 1e-05 87.51 NaN NaN
seed 1e-05 90.27 NaN NaN
seed 1e-05 83.38 NaN NaN
seed 3e-05 82.07 NaN NaN
seed 3e-05 86.02 NaN NaN
seed 3e-05 88.78 NaN NaN
seed 3e-05 84.84 NaN NaN
seed 3e-05 75.95 NaN NaN
seed 0.0001 51.16 NaN NaN
seed 0.0001 46.25 NaN NaN
seed 0.0001 58.98 NaN NaN
seed 0.0001 69.87 NaN NaN
seed 0.0001 43.98 NaN NaN
seed 0.0003 30.12 NaN NaN
seed 0.0003 29.32 NaN NaN
seed 0.0003 34.22 NaN NaN
seed 0.0003 32.47 NaN NaN
seed 0.0003 28.55 NaN NaN
seed 0.001 22.47 NaN NaN
seed 0.001 22.37 NaN NaN
seed 0.001 24.39 NaN NaN
seed 0.001 23.93 NaN NaN
seed 0.001 22.05 NaN NaN
seed 0.003 18.8 NaN NaN
seed 0.003 18.26 NaN NaN
seed 0.003 18.68 NaN NaN
seed 0.003 19.23 NaN NaN
seed 0.003 17.51 NaN NaN
seed 0.01 17.22 NaN NaN
seed 0.01 16.38 NaN NaN
seed 0.01 18.45 NaN NaN
seed 0.01 18.29 NaN NaN
seed 0.01 16.33 NaN NaN
seed 0.03 90.02 NaN NaN
seed 0.03 21.22 NaN NaN
seed 0.03 90 NaN NaN
seed 0.03 26.74 NaN NaN
seed 0.03 90 NaN NaN
seed 0.1 66.07 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
$p4s2 << EOD
median 1e-05 86.97 NaN NaN
median 3e-05 80.46 NaN NaN
median 0.0001 47.26 NaN NaN
median 0.0003 28.72 NaN NaN
median 0.001 20.58 NaN NaN
median 0.003 16.42 NaN NaN
median 0.01 15 NaN NaN
median 0.03 14.72 NaN NaN
median 0.1 16.7 NaN NaN
median 0.3 20.39 NaN NaN
median 1 25.06 NaN NaN
interval 1e-05 85.78 81.82974193784102 89.35257163078349
interval 3e-05 77.526 70.74065612593327 83.68023385292304
interval 0.0001 48.422000000000004 42.875768627956106 53.98504706939315
interval 0.0003 28.85 26.397238835576065 31.362549221370596
interval 0.001 20.5 19.478224578081992 21.539731166460676
interval 0.003 16.422000000000004 15.84366852251798 17.008022603551044
interval 0.01 14.794 14.19580000602044 15.401617089642244
interval 0.03 15.004 14.45409689425721 15.561681898385753
interval 0.1 16.494 16.01850528828474 16.974668728424845
interval 0.3 20.258000000000003 19.64959391555277 20.872834874720702
interval 1 25.7 23.01482101226172 28.47450370537913
seed 1e-05 87.96 NaN NaN
seed 1e-05 80.57 NaN NaN
seed 1e-05 88.5 NaN NaN
seed 1e-05 86.97 NaN NaN
seed 1e-05 84.9 NaN NaN
seed 3e-05 80.46 NaN NaN
seed 3e-05 68.77 NaN NaN
seed 3e-05 81.13 NaN NaN
seed 3e-05 81.86 NaN NaN
seed 3e-05 75.41 NaN NaN
seed 0.0001 46.68 NaN NaN
seed 0.0001 42.47 NaN NaN
seed 0.0001 47.26 NaN NaN
seed 0.0001 52.12 NaN NaN
seed 0.0001 53.58 NaN NaN
seed 0.0003 26.95 NaN NaN
seed 0.0003 28.72 NaN NaN
seed 0.0003 26.84 NaN NaN
seed 0.0003 31.2 NaN NaN
seed 0.0003 30.54 NaN NaN
seed 0.001 20.05 NaN NaN
seed 0.001 19.51 NaN NaN
seed 0.001 20.6 NaN NaN
seed 0.001 21.76 NaN NaN
seed 0.001 20.58 NaN NaN
seed 0.003 16.57 NaN NaN
seed 0.003 15.86 NaN NaN
seed 0.003 16.42 NaN NaN
seed 0.003 17.11 NaN NaN
seed 0.003 16.15 NaN NaN
seed 0.01 15 NaN NaN
seed 0.01 14.1 NaN NaN
seed 0.01 14.49 NaN NaN
seed 0.01 15.18 NaN NaN
seed 0.01 15.2 NaN NaN
seed 0.03 14.71 NaN NaN
seed 0.03 14.72 NaN NaN
seed 0.03 15.37 NaN NaN
seed 0.03 15.6 NaN NaN
seed 0.03 14.62 NaN NaN
seed 0.1 15.86 NaN NaN
seed 0.1 16.74 NaN NaN
seed 0.1 16.7 NaN NaN
seed 0.1 16.76 NaN NaN
seed 0.1 16.41 NaN NaN
seed 0.3 19.97 NaN NaN
seed 0.3 20.61 NaN NaN
seed 0.3 19.56 NaN NaN
seed 0.3 20.76 NaN NaN
seed 0.3 20.39 NaN NaN
seed 1 23.08 NaN NaN
seed 1 26.99 NaN NaN
seed 1 25.06 NaN NaN
seed 1 24.6 NaN NaN
seed 1 28.77 NaN NaN
EOD
$p4s3 << EOD
median 1e-05 88.44 NaN NaN
median 3e-05 77.47 NaN NaN
median 0.0001 53.83 NaN NaN
median 0.0003 31.59 NaN NaN
median 0.001 23.46 NaN NaN
median 0.003 18.68 NaN NaN
median 0.01 18.29 NaN NaN
median 0.03 22.03 NaN NaN
median 0.1 27.93 NaN NaN
median 0.3 63.67 NaN NaN
median 1 90 NaN NaN
interval 1e-05 88.49000000000001 84.93839667566387 91.64692434681774
interval 3e-05 78.896 73.23296065234902 84.07714042603912
interval 0.0001 54.36999999999999 49.28270031884239 59.4201402762785
interval 0.0003 31.846000000000004 30.110902964712963 33.605097368744346
interval 0.001 23.312 22.343345901052032 24.29393735956911
interval 0.003 18.791999999999998 17.98218880069912 19.614501814999038
interval 0.01 18.306 17.468221315355596 19.157837856517347
interval 0.03 21.3 19.51464654956991 23.137871608016567

interval 1 90 90 90
seed 1e-05 91.74 NaN NaN
seed 1e-05 88.44 NaN NaN
seed 1e-05 86.48 NaN NaN
seed 1e-05 90.45 NaN NaN
seed 1e-05 85.34 NaN NaN
seed 3e-05 77.47 NaN NaN
seed 3e-05 79.87 NaN NaN
seed 3e-05 77.16 NaN NaN
seed 3e-05 85.43 NaN NaN
seed 3e-05 74.55 NaN NaN
seed 0.0001 52.16 NaN NaN
seed 0.0001 49.63 NaN NaN
seed 0.0001 55.82 NaN NaN
seed 0.0001 60.41 NaN NaN
seed 0.0001 53.83 NaN NaN
seed 0.0003 29.93 NaN NaN
seed 0.0003 32.59 NaN NaN
seed 0.0003 33.7 NaN NaN
seed 0.0003 31.59 NaN NaN
seed 0.0003 31.42 NaN NaN
seed 0.001 22.95 NaN NaN
seed 0.001 23.46 NaN NaN
seed 0.001 24.25 NaN NaN
seed 0.001 23.71 NaN NaN
seed 0.001 22.19 NaN NaN
seed 0.003 18.68 NaN NaN
seed 0.003 18.6 NaN NaN
seed 0.003 19.04 NaN NaN
seed 0.003 19.72 NaN NaN
seed 0.003 17.92 NaN NaN
seed 0.01 17.74 NaN NaN
seed 0.01 17.75 NaN NaN
seed 0.01 19.43 NaN NaN
seed 0.01 18.29 NaN NaN
seed 0.01 18.32 NaN NaN
seed 0.03 20.14 NaN NaN
seed 0.03 22.8 NaN NaN
seed 0.03 22.03 NaN NaN
seed 0.03 22.12 NaN NaN
seed 0.03 19.41 NaN NaN
seed 0.1 27.93 NaN NaN
seed 0.1 27.78 NaN NaN
seed 0.1 31.06 NaN NaN
seed 0.1 26.39 NaN NaN
seed 0.1 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 59.71 NaN NaN
seed 0.3 56.2 NaN NaN
seed 0.3 63.67 NaN NaN
seed 0.3 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
$p4s4 << EOD
median 1e-05 89.92 NaN NaN
median 3e-05 82.09 NaN NaN
median 0.0001 52.64 NaN NaN
median 0.0003 32.32 NaN NaN
median 0.001 22.93 NaN NaN
median 0.003 17.71 NaN NaN
median 0.01 16.83 NaN NaN
median 0.03 18.4 NaN NaN
median 0.1 29.01 NaN NaN
median 0.3 49.73 NaN NaN
median 1 90 NaN NaN
interval 1e-05 90.85600000000001 84.02924679998786 95.91163886282527
interval 3e-05 82.12 75.72098918197865 87.77582109016556
interval 0.0001 51.410000000000004 45.67298667956832 57.12606634909829
interval 0.0003 31.798000000000002 29.3111336440797 34.33475213898452
interval 0.001 22.918 22.160061145705996 23.68427891751375
interval 0.003 17.87 17.293990268145915 18.452843222172948
interval 0.01 17.106 16.108631505448212 18.125227646566593
interval 0.03 19.972 16.251306964472988 23.953476608639384

interval 1 90 90 90
seed 1e-05 91.97 NaN NaN
seed 1e-05 89.3 NaN NaN
seed 1e-05 96.86 NaN NaN
seed 1e-05 89.92 NaN NaN
seed 1e-05 86.23 NaN NaN
seed 3e-05 86.44 NaN NaN
seed 3e-05 81.13 NaN NaN
seed 3e-05 86.72 NaN NaN
seed 3e-05 82.09 NaN NaN
seed 3e-05 74.22 NaN NaN
seed 0.0001 45.19 NaN NaN
seed 0.0001 48.58 NaN NaN
seed 0.0001 53.53 NaN NaN
seed 0.0001 52.64 NaN NaN
seed 0.0001 57.11 NaN NaN
seed 0.0003 29.22 NaN NaN
seed 0.0003 32.32 NaN NaN
seed 0.0003 32.4 NaN NaN
seed 0.0003 34.53 NaN NaN
seed 0.0003 30.52 NaN NaN
seed 0.001 22.93 NaN NaN
seed 0.001 22.97 NaN NaN
seed 0.001 22.54 NaN NaN
seed 0.001 23.89 NaN NaN
seed 0.001 22.26 NaN NaN
seed 0.003 18.12 NaN NaN
seed 0.003 17.61 NaN NaN
seed 0.003 17.71 NaN NaN
seed 0.003 18.55 NaN NaN
seed 0.003 17.36 NaN NaN
seed 0.01 16.26 NaN NaN
seed 0.01 16.76 NaN NaN
seed 0.01 18.44 NaN NaN
seed 0.01 17.24 NaN NaN
seed 0.01 16.83 NaN NaN
seed 0.03 18.4 NaN NaN
seed 0.03 19.04 NaN NaN
seed 0.03 25.9 NaN NaN
seed 0.03 18.16 NaN NaN
seed 0.03 18.36 NaN NaN
seed 0.1 27.62 NaN NaN
seed 0.1 29.01 NaN NaN
seed 0.1 30.41 NaN NaN
seed 0.1 28.17 NaN NaN
seed 0.1 90 NaN NaN
seed 0.3 37.9 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 44.36 NaN NaN
seed 0.3 51.28 NaN NaN
seed 0.3 49.73 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
$p4s5 << EOD
median 1e-05 89.97 NaN NaN
median 3e-05 89.62 NaN NaN
median 0.0001 65.97 NaN NaN
median 0.0003 33.36 NaN NaN
median 0.001 22.87 NaN NaN
median 0.003 17.5 NaN NaN
median 0.01 15.04 NaN NaN
median 0.03 14.71 NaN NaN
median 0.1 16.18 NaN NaN
median 0.3 19.47 NaN NaN
median 1 20.37 NaN NaN
interval 1e-05 89.896 89.65619564425425 90.13353505527503
interval 3e-05 88.904 86.61237329819363 91.02634780279129
interval 0.0001 62.75 51.466357883062685 73.24007873688858
interval 0.0003 35.14 29.418373701721237 41.08137128958688
interval 0.001 23.312 21.810151529393906 24.846107824714178
interval 0.003 17.57 16.961490152886554 18.186318749781645
interval 0.01 15.034 14.779617962574436 15.290032075353302
interval 0.03 14.697999999999999 14.509614740006459 14.887314709649202
interval 0.1 15.883999999999997 15.143816803874415 16.63741530268633
interval 0.3 19.984 17.63704472225746 22.431643935933963
interval 1 21.737999999999996 17.233636914160613 26.586337375544378
seed 1e-05 90 NaN NaN
seed 1e-05 89.55 NaN NaN
seed 1e-05 89.96 NaN NaN
seed 1e-05 89.97 NaN NaN
seed 1e-05 90 NaN NaN
seed 3e-05 90 NaN NaN
seed 3e-05 85.46 NaN NaN
seed 3e-05 89.53 NaN NaN
seed 3e-05 89.62 NaN NaN
seed 3e-05 89.91 NaN NaN
seed 0.0001 64.99 NaN NaN
seed 0.0001 46.55 NaN NaN
seed 0.0001 69.16 NaN NaN
seed 0.0001 67.08 NaN NaN
seed 0.0001 65.97 NaN NaN
seed 0.0003 30.26 NaN NaN
seed 0.0003 32.36 NaN NaN
seed 0.0003 33.36 NaN NaN
seed 0.0003 37.45 NaN NaN
seed 0.0003 42.27 NaN NaN
seed 0.001 22.16 NaN NaN
seed 0.001 22.36 NaN NaN
seed 0.001 25.03 NaN NaN
seed 0.001 24.14 NaN NaN
seed 0.001 22.87 NaN NaN
seed 0.003 17.03 NaN NaN
seed 0.003 17.17 NaN NaN
seed 0.003 18.01 NaN NaN
seed 0.003 18.14 NaN NaN
seed 0.003 17.5 NaN NaN
seed 0.01 15.04 NaN NaN
seed 0.01 14.94 NaN NaN
seed 0.01 14.77 NaN NaN
seed 0.01 15.33 NaN NaN
seed 0.01 15.09 NaN NaN
seed 0.03 14.87 NaN NaN
seed 0.03 14.63 NaN NaN
seed 0.03 14.8 NaN NaN
seed 0.03 14.71 NaN NaN
seed 0.03 14.48 NaN NaN
seed 0.1 15.08 NaN NaN
seed 0.1 16.18 NaN NaN
seed 0.1 16.31 NaN NaN
seed 0.1 16.43 NaN NaN
seed 0.1 15.42 NaN NaN
seed 0.3 19.82 NaN NaN
seed 0.3 18.35 NaN NaN
seed 0.3 23.42 NaN NaN
seed 0.3 19.47 NaN NaN
seed 0.3 18.86 NaN NaN
seed 1 20.37 NaN NaN
seed 1 18.82 NaN NaN
seed 1 28.49 NaN NaN
seed 1 18.99 NaN NaN
seed 1 22.02 NaN NaN
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
