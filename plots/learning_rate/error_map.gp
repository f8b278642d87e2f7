# A figure of normlab. `gnuplot error_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" error_map.gp draws one of them, so many inches wide;
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

name = 'error_map'
title = 'Test error of each norm at each learning rate'
caption = 'fashion-mnist, 10 seeds: medians'
x_label = 'learning rate'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'heat'; x_log = 0; y_log = 0; curve = 0; seed_lines = 0; band = 0

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

categories = 25; array category[26]
category[1] = '1e-05'
category[2] = '3e-05'
category[3] = '0.0001'
category[4] = '0.0003'
category[5] = '0.001'
category[6] = '0.003'
category[7] = '0.0045'
category[8] = '0.0065'
category[9] = '0.01'
category[10] = '0.015'
category[11] = '0.02'
category[12] = '0.03'
category[13] = '0.045'
category[14] = '0.065'
category[15] = '0.1'
category[16] = '0.15'
category[17] = '0.2'
category[18] = '0.3'
category[19] = '0.45'
category[20] = '0.65'
category[21] = '1'
category[22] = '1.5'
category[23] = '2'
category[24] = '3'
category[25] = '10'

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'MLP, SGD'
note[1] = ''
$p1s1 << EOD
median 3 33.504999999999995 NaN NaN
median 4 25.884999999999998 NaN NaN
median 5 20.39 NaN NaN
median 6 17.385 NaN NaN
median 9 15.55 NaN NaN
median 12 14.81 NaN NaN
median 15 16.085 NaN NaN
median 16 84.525 NaN NaN
median 17 90 NaN NaN
median 18 90 NaN NaN
median 21 NaN NaN NaN
median 22 NaN NaN NaN
median 23 NaN NaN NaN
median 24 90.005 NaN NaN
median 25 90 NaN NaN
interval 3 33.688 32.937675510481256 34.43259472088804
interval 4 25.781 25.31113645926664 26.246766714746773
interval 5 20.362000000000002 20.0575832773227 20.663943491588313
interval 6 17.398 17.183346093400495 17.61113438620681
interval 9 15.508 15.390341700189174 15.62512814536478
interval 12 14.769000000000002 14.60537190457136 14.931542913668084
interval 15 16.623 15.27836730682513 17.904122833781326
interval 16 73.17 60.22521600354846 88.6694488562545
interval 17 89.718 89.14749344425691 90.31139237201376

seed 3 34.25 NaN NaN
seed 3 33.09 NaN NaN
seed 3 33.55 NaN NaN
seed 3 33.46 NaN NaN
seed 3 33.38 NaN NaN
seed 3 33.9 NaN NaN
seed 3 36.29 NaN NaN
seed 3 32.34 NaN NaN
seed 3 32.95 NaN NaN
seed 3 33.67 NaN NaN
seed 4 26.12 NaN NaN
seed 4 25.03 NaN NaN
seed 4 26.12 NaN NaN
seed 4 25.01 NaN NaN
seed 4 26.24 NaN NaN
seed 4 25.9 NaN NaN
seed 4 26.93 NaN NaN
seed 4 25.87 NaN NaN
seed 4 24.83 NaN NaN
seed 4 25.76 NaN NaN
seed 5 20.53 NaN NaN
seed 5 19.91 NaN NaN
seed 5 20.31 NaN NaN
seed 5 20.04 NaN NaN
seed 5 20.63 NaN NaN
seed 5 20.59 NaN NaN
seed 5 21.24 NaN NaN
seed 5 20.47 NaN NaN
seed 5 19.8 NaN NaN
seed 5 20.1 NaN NaN
seed 6 17.42 NaN NaN
seed 6 17.25 NaN NaN
seed 6 17.64 NaN NaN
seed 6 17.3 NaN NaN
seed 6 17.69 NaN NaN
seed 6 17.85 NaN NaN
seed 6 17.49 NaN NaN
seed 6 17.35 NaN NaN
seed 6 16.79 NaN NaN
seed 6 17.2 NaN NaN
seed 9 15.69 NaN NaN
seed 9 15.54 NaN NaN
seed 9 15.64 NaN NaN
seed 9 15.34 NaN NaN
seed 9 15.57 NaN NaN
seed 9 15.75 NaN NaN
seed 9 15.29 NaN NaN
seed 9 15.56 NaN NaN
seed 9 15.35 NaN NaN
seed 9 15.35 NaN NaN
seed 12 14.93 NaN NaN
seed 12 14.74 NaN NaN
seed 12 14.98 NaN NaN
seed 12 14.55 NaN NaN
seed 12 14.88 NaN NaN
seed 12 15.07 NaN NaN
seed 12 14.4 NaN NaN
seed 12 14.97 NaN NaN
seed 12 14.58 NaN NaN
seed 12 14.59 NaN NaN
seed 15 15.66 NaN NaN
seed 15 16.27 NaN NaN
seed 15 15.5 NaN NaN
seed 15 16.24 NaN NaN
seed 15 22.29 NaN NaN
seed 15 15.61 NaN NaN
seed 15 16.56 NaN NaN
seed 15 16.39 NaN NaN
seed 15 15.93 NaN NaN
seed 15 15.78 NaN NaN
seed 16 65.51 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 54.44 NaN NaN
seed 16 90 NaN NaN
seed 16 53.72 NaN NaN
seed 16 90 NaN NaN
seed 16 79.06 NaN NaN
seed 16 28.98 NaN NaN
seed 16 89.99 NaN NaN
seed 17 87.2 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 89.99 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90.01 NaN NaN
seed 17 89.98 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 89.99 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90.01 NaN NaN
seed 25 90 NaN NaN
lost 18 2 NaN NaN
lost 21 10 NaN NaN
lost 22 10 NaN NaN
lost 23 10 NaN NaN
lost 24 8 NaN NaN
lost 25 9 NaN NaN
EOD
$p1s2 << EOD
median 3 38.790000000000006 NaN NaN
median 4 27.835 NaN NaN
median 5 21.490000000000002 NaN NaN
median 6 17.89 NaN NaN
median 9 15.745000000000001 NaN NaN
median 12 14.51 NaN NaN
median 15 14.41 NaN NaN
median 16 14.36 NaN NaN
median 17 14.455 NaN NaN
median 18 14.545 NaN NaN
median 21 17.725 NaN NaN
median 22 48.8 NaN NaN
median 23 76.81 NaN NaN
median 24 90 NaN NaN
median 25 90 NaN NaN
interval 3 38.709 37.53954330358802 39.8689432688043
interval 4 27.863999999999997 27.400284008635168 28.324284353489773
interval 5 21.47 21.230882336665243 21.707700585588313
interval 6 17.877000000000002 17.70927471823437 18.043827553138833
interval 9 15.618999999999996 15.427623304641049 15.808993402326287
interval 12 14.566000000000003 14.445204260173389 14.686190747543684
interval 15 14.41 14.348555856468918 14.471285734665573
interval 16 14.397000000000002 14.27730554727984 14.516093749199007
interval 17 14.525 14.338081224643204 14.710468576522107
interval 18 14.594999999999999 14.460217023854078 14.729033521391795
interval 21 18.423000000000002 16.745411816925362 20.016611868618508
interval 22 50.016999999999996 40.622965690958715 59.30280956315184
interval 23 70.602 59.66179306619852 83.68448534195478

interval 25 90 90 90
seed 3 39.71 NaN NaN
seed 3 37.05 NaN NaN
seed 3 38.77 NaN NaN
seed 3 41.22 NaN NaN
seed 3 40.81 NaN NaN
seed 3 37.99 NaN NaN
seed 3 36.37 NaN NaN
seed 3 36.99 NaN NaN
seed 3 38.81 NaN NaN
seed 3 39.37 NaN NaN
seed 4 29.42 NaN NaN
seed 4 27.45 NaN NaN
seed 4 27.44 NaN NaN
seed 4 27.91 NaN NaN
seed 4 27.63 NaN NaN
seed 4 26.94 NaN NaN
seed 4 27.82 NaN NaN
seed 4 27.85 NaN NaN
seed 4 28.2 NaN NaN
seed 4 27.98 NaN NaN
seed 5 21.62 NaN NaN
seed 5 21.53 NaN NaN
seed 5 21.5 NaN NaN
seed 5 21.48 NaN NaN
seed 5 21.43 NaN NaN
seed 5 21.14 NaN NaN
seed 5 22.09 NaN NaN
seed 5 20.9 NaN NaN
seed 5 21.23 NaN NaN
seed 5 21.78 NaN NaN
seed 6 17.89 NaN NaN
seed 6 18.12 NaN NaN
seed 6 17.95 NaN NaN
seed 6 17.99 NaN NaN
seed 6 17.89 NaN NaN
seed 6 17.81 NaN NaN
seed 6 18.25 NaN NaN
seed 6 17.46 NaN NaN
seed 6 17.57 NaN NaN
seed 6 17.84 NaN NaN
seed 9 15.71 NaN NaN
seed 9 15.91 NaN NaN
seed 9 15.78 NaN NaN
seed 9 15.82 NaN NaN
seed 9 15.84 NaN NaN
seed 9 15.38 NaN NaN
seed 9 15.81 NaN NaN
seed 9 15.49 NaN NaN
seed 9 15.28 NaN NaN
seed 9 15.17 NaN NaN
seed 12 14.5 NaN NaN
seed 12 14.77 NaN NaN
seed 12 14.52 NaN NaN
seed 12 14.57 NaN NaN
seed 12 14.66 NaN NaN
seed 12 14.92 NaN NaN
seed 12 14.46 NaN NaN
seed 12 14.42 NaN NaN
seed 12 14.41 NaN NaN
seed 12 14.43 NaN NaN
seed 15 14.41 NaN NaN
seed 15 14.57 NaN NaN
seed 15 14.45 NaN NaN
seed 15 14.44 NaN NaN
seed 15 14.47 NaN NaN
seed 15 14.32 NaN NaN
seed 15 14.39 NaN NaN
seed 15 14.39 NaN NaN
seed 15 14.25 NaN NaN
seed 15 14.41 NaN NaN
seed 16 14.31 NaN NaN
seed 16 14.63 NaN NaN
seed 16 14.59 NaN NaN
seed 16 14.57 NaN NaN
seed 16 14.51 NaN NaN
seed 16 14.32 NaN NaN
seed 16 14.4 NaN NaN
seed 16 14.2 NaN NaN
seed 16 14.19 NaN NaN
seed 16 14.25 NaN NaN
seed 17 14.42 NaN NaN
seed 17 15.11 NaN NaN
seed 17 14.46 NaN NaN
seed 17 14.43 NaN NaN
seed 17 14.63 NaN NaN
seed 17 14.67 NaN NaN
seed 17 14.1 NaN NaN
seed 17 14.61 NaN NaN
seed 17 14.45 NaN NaN
seed 17 14.37 NaN NaN
seed 18 14.53 NaN NaN
seed 18 14.95 NaN NaN
seed 18 14.81 NaN NaN
seed 18 14.49 NaN NaN
seed 18 14.48 NaN NaN
seed 18 14.71 NaN NaN
seed 18 14.28 NaN NaN
seed 18 14.61 NaN NaN
seed 18 14.56 NaN NaN
seed 18 14.53 NaN NaN
seed 21 24.66 NaN NaN
seed 21 16.72 NaN NaN
seed 21 17.6 NaN NaN
seed 21 17.85 NaN NaN
seed 21 18.21 NaN NaN
seed 21 17.15 NaN NaN
seed 21 16.55 NaN NaN
seed 21 20.45 NaN NaN
seed 21 18.18 NaN NaN
seed 21 16.86 NaN NaN
seed 22 26.22 NaN NaN
seed 22 65.3 NaN NaN
seed 22 52.81 NaN NaN
seed 22 69.39 NaN NaN
seed 22 45.57 NaN NaN
seed 22 43.85 NaN NaN
seed 22 40.83 NaN NaN
seed 22 50.58 NaN NaN
seed 22 47.02 NaN NaN
seed 22 58.6 NaN NaN
seed 23 55.04 NaN NaN
seed 23 81.76 NaN NaN
seed 23 90 NaN NaN
seed 23 54.41 NaN NaN
seed 23 47.27 NaN NaN
seed 23 73.05 NaN NaN
seed 23 52.85 NaN NaN
seed 23 90 NaN NaN
seed 23 80.57 NaN NaN
seed 23 81.07 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 62.73 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
$p1s3 << EOD
median 3 37.39 NaN NaN
median 4 27.825000000000003 NaN NaN
median 5 21.555 NaN NaN
median 6 17.79 NaN NaN
median 9 15.75 NaN NaN
median 12 15.015 NaN NaN
median 15 14.875 NaN NaN
median 16 15.01 NaN NaN
median 17 15.18 NaN NaN
median 18 15.594999999999999 NaN NaN
median 21 21.98 NaN NaN
median 22 90 NaN NaN
median 23 90 NaN NaN
median 24 90 NaN NaN
median 25 90 NaN NaN
interval 3 37.721 36.638903162948814 38.794297793947
interval 4 27.988000000000007 27.55003943989581 28.422904330563124
interval 5 21.671 21.323333576654548 22.0157215681408
interval 6 17.821999999999996 17.626413770689865 18.01636031163608
interval 9 15.687000000000003 15.476835494889649 15.89550572137583
interval 12 14.994 14.803656022533783 15.1829032787105
interval 15 14.883000000000001 14.685660051837031 15.078773644537863
interval 16 15.045999999999998 14.878953601073652 15.211936212858912
interval 17 15.187999999999999 15.00943737529281 15.3653104248749
interval 18 15.493 15.26703381354745 15.717020390952044
interval 21 22.665 20.710209026514597 24.536745443757482

interval 23 90 90 90
interval 24 90 90 90
interval 25 90 90 90
seed 3 39.99 NaN NaN
seed 3 37.27 NaN NaN
seed 3 36.82 NaN NaN
seed 3 37.51 NaN NaN
seed 3 36.62 NaN NaN
seed 3 37.01 NaN NaN
seed 3 40.12 NaN NaN
seed 3 35.29 NaN NaN
seed 3 37.93 NaN NaN
seed 3 38.65 NaN NaN
seed 4 28.84 NaN NaN
seed 4 27.5 NaN NaN
seed 4 27.76 NaN NaN
seed 4 27.69 NaN NaN
seed 4 27.41 NaN NaN
seed 4 27.89 NaN NaN
seed 4 29.11 NaN NaN
seed 4 27.28 NaN NaN
seed 4 28.4 NaN NaN
seed 4 28 NaN NaN
seed 5 22.21 NaN NaN
seed 5 21.44 NaN NaN
seed 5 21.7 NaN NaN
seed 5 21.67 NaN NaN
seed 5 21.29 NaN NaN
seed 5 21.97 NaN NaN
seed 5 22.68 NaN NaN
seed 5 21.19 NaN NaN
seed 5 21.31 NaN NaN
seed 5 21.25 NaN NaN
seed 6 17.62 NaN NaN
seed 6 17.82 NaN NaN
seed 6 17.79 NaN NaN
seed 6 17.71 NaN NaN
seed 6 18.13 NaN NaN
seed 6 18.32 NaN NaN
seed 6 18 NaN NaN
seed 6 17.69 NaN NaN
seed 6 17.35 NaN NaN
seed 6 17.79 NaN NaN
seed 9 15.22 NaN NaN
seed 9 15.88 NaN NaN
seed 9 16.02 NaN NaN
seed 9 15.84 NaN NaN
seed 9 15.64 NaN NaN
seed 9 16.04 NaN NaN
seed 9 15.84 NaN NaN
seed 9 15.66 NaN NaN
seed 9 15.27 NaN NaN
seed 9 15.46 NaN NaN
seed 12 15.12 NaN NaN
seed 12 15.25 NaN NaN
seed 12 15.34 NaN NaN
seed 12 14.96 NaN NaN
seed 12 15.07 NaN NaN
seed 12 15.29 NaN NaN
seed 12 14.67 NaN NaN
seed 12 14.92 NaN NaN
seed 12 14.69 NaN NaN
seed 12 14.63 NaN NaN
seed 15 14.83 NaN NaN
seed 15 15.27 NaN NaN
seed 15 14.68 NaN NaN
seed 15 14.92 NaN NaN
seed 15 15.05 NaN NaN
seed 15 15.34 NaN NaN
seed 15 14.7 NaN NaN
seed 15 14.54 NaN NaN
seed 15 14.93 NaN NaN
seed 15 14.57 NaN NaN
seed 16 15.11 NaN NaN
seed 16 15.52 NaN NaN
seed 16 14.78 NaN NaN
seed 16 15.3 NaN NaN
seed 16 15.11 NaN NaN
seed 16 14.85 NaN NaN
seed 16 14.91 NaN NaN
seed 16 14.85 NaN NaN
seed 16 15.13 NaN NaN
seed 16 14.9 NaN NaN
seed 17 15.2 NaN NaN
seed 17 15.7 NaN NaN
seed 17 14.83 NaN NaN
seed 17 15.4 NaN NaN
seed 17 15.27 NaN NaN
seed 17 15.07 NaN NaN
seed 17 14.88 NaN NaN
seed 17 15.12 NaN NaN
seed 17 15.25 NaN NaN
seed 17 15.16 NaN NaN
seed 18 15.5 NaN NaN
seed 18 15.62 NaN NaN
seed 18 15.07 NaN NaN
seed 18 15.96 NaN NaN
seed 18 15.57 NaN NaN
seed 18 15.18 NaN NaN
seed 18 14.99 NaN NaN
seed 18 15.76 NaN NaN
seed 18 15.65 NaN NaN
seed 18 15.63 NaN NaN
seed 21 20.44 NaN NaN
seed 21 22.39 NaN NaN
seed 21 20.7 NaN NaN
seed 21 25.51 NaN NaN
seed 21 19.45 NaN NaN
seed 21 23.81 NaN NaN
seed 21 28.52 NaN NaN
seed 21 23.5 NaN NaN
seed 21 21.57 NaN NaN
seed 21 20.76 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 54.92 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
$p1s4 << EOD
median 3 37.879999999999995 NaN NaN
median 4 28.104999999999997 NaN NaN
median 5 21.655 NaN NaN
median 6 17.86 NaN NaN
median 9 15.725000000000001 NaN NaN
median 12 15.02 NaN NaN
median 15 14.86 NaN NaN
median 16 14.995 NaN NaN
median 17 15.105 NaN NaN
median 18 15.39 NaN NaN
median 21 21.875 NaN NaN
median 22 90 NaN NaN
median 23 90 NaN NaN
median 24 90 NaN NaN
median 25 90 NaN NaN
interval 3 38.271 37.20763172725611 39.32619838156335
interval 4 28.212 27.717862702845327 28.702269561186228
interval 5 21.835999999999995 21.534314353225692 22.135489108502934
interval 6 17.845000000000002 17.65515519047968 18.033692290980994
interval 9 15.726999999999999 15.495555399582589 15.956437332980688
interval 12 14.967000000000002 14.795439502059278 15.137389349447474
interval 15 14.838999999999999 14.716156430661723 14.961231860680511
interval 16 15.041999999999998 14.89501604234989 15.18812451275105
interval 17 15.175 14.94194659862089 15.405921619378926
interval 18 15.45 15.261787539031555 15.636851713140164
interval 21 22.380000000000003 20.491261060602696 24.19133141627933

interval 23 90 90 90
interval 24 90 90 90
interval 25 90 90 90
seed 3 40.4 NaN NaN
seed 3 38 NaN NaN
seed 3 35.9 NaN NaN
seed 3 38.94 NaN NaN
seed 3 37.15 NaN NaN
seed 3 37.1 NaN NaN
seed 3 40.44 NaN NaN
seed 3 37.76 NaN NaN
seed 3 37.68 NaN NaN
seed 3 39.34 NaN NaN
seed 4 28.97 NaN NaN
seed 4 28.86 NaN NaN
seed 4 26.95 NaN NaN
seed 4 27.88 NaN NaN
seed 4 27.96 NaN NaN
seed 4 27.63 NaN NaN
seed 4 29.24 NaN NaN
seed 4 27.99 NaN NaN
seed 4 28.42 NaN NaN
seed 4 28.22 NaN NaN
seed 5 22.52 NaN NaN
seed 5 21.63 NaN NaN
seed 5 21.18 NaN NaN
seed 5 21.67 NaN NaN
seed 5 21.92 NaN NaN
seed 5 22.06 NaN NaN
seed 5 22.5 NaN NaN
seed 5 21.61 NaN NaN
seed 5 21.64 NaN NaN
seed 5 21.63 NaN NaN
seed 6 17.95 NaN NaN
seed 6 17.8 NaN NaN
seed 6 17.9 NaN NaN
seed 6 17.82 NaN NaN
seed 6 18.17 NaN NaN
seed 6 18.27 NaN NaN
seed 6 17.91 NaN NaN
seed 6 17.49 NaN NaN
seed 6 17.42 NaN NaN
seed 6 17.72 NaN NaN
seed 9 15.98 NaN NaN
seed 9 15.99 NaN NaN
seed 9 15.83 NaN NaN
seed 9 15.74 NaN NaN
seed 9 15.71 NaN NaN
seed 9 16.29 NaN NaN
seed 9 15.34 NaN NaN
seed 9 15.63 NaN NaN
seed 9 15.19 NaN NaN
seed 9 15.57 NaN NaN
seed 12 15.02 NaN NaN
seed 12 15.26 NaN NaN
seed 12 15.15 NaN NaN
seed 12 15.18 NaN NaN
seed 12 14.78 NaN NaN
seed 12 15.13 NaN NaN
seed 12 14.76 NaN NaN
seed 12 15.02 NaN NaN
seed 12 14.88 NaN NaN
seed 12 14.49 NaN NaN
seed 15 14.85 NaN NaN
seed 15 15.24 NaN NaN
seed 15 14.88 NaN NaN
seed 15 14.87 NaN NaN
seed 15 14.89 NaN NaN
seed 15 14.81 NaN NaN
seed 15 14.7 NaN NaN
seed 15 14.64 NaN NaN
seed 15 14.87 NaN NaN
seed 15 14.64 NaN NaN
seed 16 14.87 NaN NaN
seed 16 15.42 NaN NaN
seed 16 15.08 NaN NaN
seed 16 15.26 NaN NaN
seed 16 15.23 NaN NaN
seed 16 14.89 NaN NaN
seed 16 14.95 NaN NaN
seed 16 14.77 NaN NaN
seed 16 15.04 NaN NaN
seed 16 14.91 NaN NaN
seed 17 15.02 NaN NaN
seed 17 15.63 NaN NaN
seed 17 15.1 NaN NaN
seed 17 15.69 NaN NaN
seed 17 15.48 NaN NaN
seed 17 15.11 NaN NaN
seed 17 14.84 NaN NaN
seed 17 14.8 NaN NaN
seed 17 15.22 NaN NaN
seed 17 14.86 NaN NaN
seed 18 15.84 NaN NaN
seed 18 15.82 NaN NaN
seed 18 15.38 NaN NaN
seed 18 15.7 NaN NaN
seed 18 15.48 NaN NaN
seed 18 15.31 NaN NaN
seed 18 15.11 NaN NaN
seed 18 15.35 NaN NaN
seed 18 15.4 NaN NaN
seed 18 15.11 NaN NaN
seed 21 22 NaN NaN
seed 21 20.37 NaN NaN
seed 21 21.75 NaN NaN
seed 21 19.55 NaN NaN
seed 21 22.35 NaN NaN
seed 21 21.21 NaN NaN
seed 21 21.4 NaN NaN
seed 21 22.88 NaN NaN
seed 21 29.7 NaN NaN
seed 21 22.59 NaN NaN
seed 22 51.62 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'MLP, Adam'
note[2] = ''
$p2s1 << EOD
median 1 43.19 NaN NaN
median 2 27.715000000000003 NaN NaN
median 3 20.35 NaN NaN
median 4 16.94 NaN NaN
median 5 15.195 NaN NaN
median 6 14.629999999999999 NaN NaN
median 9 14.83 NaN NaN
median 12 16.095 NaN NaN
median 13 20.81 NaN NaN
median 14 50.6 NaN NaN
median 15 86.25 NaN NaN
median 18 90 NaN NaN
median 19 90 NaN NaN
median 20 89.99 NaN NaN
median 21 89.995 NaN NaN
interval 1 43.39600000000001 41.6985850029927 45.085113538362265
interval 2 27.913 27.565108477039598 28.258956172975306
interval 3 20.407999999999998 20.115364835888105 20.698356268314576
interval 4 16.923000000000002 16.688217762875222 17.155894693589236
interval 5 15.125 14.955407599034091 15.293459795483928
interval 6 14.617999999999999 14.485052563980316 14.750221575210746
interval 9 14.794999999999998 14.67656910424981 14.91286291334455
interval 12 16.278 15.888618218667002 16.661959911579448
interval 13 27.978 18.106172553000057 36.8560964599017
interval 14 47.121 32.007881721227335 62.145043431216656
interval 15 74.311 62.161129622665776 89.13096338813432
interval 18 89.968 89.92870702145851 90.0073917730394
interval 19 89.94500000000001 89.87036330472337 90.01999444850672
interval 20 89.927 89.83197398092751 90.02260721828412
interval 21 89.904 89.71569470831912 90.09464293261266
seed 1 48.95 NaN NaN
seed 1 42.49 NaN NaN
seed 1 41.11 NaN NaN
seed 1 43.3 NaN NaN
seed 1 44.72 NaN NaN
seed 1 44.07 NaN NaN
seed 1 43.08 NaN NaN
seed 1 40.09 NaN NaN
seed 1 42.59 NaN NaN
seed 1 43.56 NaN NaN
seed 2 28.77 NaN NaN
seed 2 27.9 NaN NaN
seed 2 27.6 NaN NaN
seed 2 27.93 NaN NaN
seed 2 27.76 NaN NaN
seed 2 27.58 NaN NaN
seed 2 28.83 NaN NaN
seed 2 27.59 NaN NaN
seed 2 27.67 NaN NaN
seed 2 27.5 NaN NaN
seed 3 20.72 NaN NaN
seed 3 20.4 NaN NaN
seed 3 20.44 NaN NaN
seed 3 20.29 NaN NaN
seed 3 20.3 NaN NaN
seed 3 20.93 NaN NaN
seed 3 21.11 NaN NaN
seed 3 20.03 NaN NaN
seed 3 19.85 NaN NaN
seed 3 20.01 NaN NaN
seed 4 16.8 NaN NaN
seed 4 17.12 NaN NaN
seed 4 16.92 NaN NaN
seed 4 16.96 NaN NaN
seed 4 17.15 NaN NaN
seed 4 17.57 NaN NaN
seed 4 17.06 NaN NaN
seed 4 16.53 NaN NaN
seed 4 16.51 NaN NaN
seed 4 16.61 NaN NaN
seed 5 15.18 NaN NaN
seed 5 15.24 NaN NaN
seed 5 15.24 NaN NaN
seed 5 15.27 NaN NaN
seed 5 15.21 NaN NaN
seed 5 15.53 NaN NaN
seed 5 15.1 NaN NaN
seed 5 14.89 NaN NaN
seed 5 14.74 NaN NaN
seed 5 14.85 NaN NaN
seed 6 14.69 NaN NaN
seed 6 14.61 NaN NaN
seed 6 14.91 NaN NaN
seed 6 14.64 NaN NaN
seed 6 14.62 NaN NaN
seed 6 14.79 NaN NaN
seed 6 14.54 NaN NaN
seed 6 14.72 NaN NaN
seed 6 14.28 NaN NaN
seed 6 14.38 NaN NaN
seed 9 14.84 NaN NaN
seed 9 14.78 NaN NaN
seed 9 14.82 NaN NaN
seed 9 14.98 NaN NaN
seed 9 14.88 NaN NaN
seed 9 14.88 NaN NaN
seed 9 14.52 NaN NaN
seed 9 14.69 NaN NaN
seed 9 15.01 NaN NaN
seed 9 14.55 NaN NaN
seed 12 17 NaN NaN
seed 12 16.3 NaN NaN
seed 12 16 NaN NaN
seed 12 16.15 NaN NaN
seed 12 17.1 NaN NaN
seed 12 16.84 NaN NaN
seed 12 15.38 NaN NaN
seed 12 16.04 NaN NaN
seed 12 15.98 NaN NaN
seed 12 15.99 NaN NaN
seed 13 33.99 NaN NaN
seed 13 21.56 NaN NaN
seed 13 18.57 NaN NaN
seed 13 27.25 NaN NaN
seed 13 52.96 NaN NaN
seed 13 53.71 NaN NaN
seed 13 16.04 NaN NaN
seed 13 20.06 NaN NaN
seed 13 17.96 NaN NaN
seed 13 17.68 NaN NaN
seed 14 41.45 NaN NaN
seed 14 54.9 NaN NaN
seed 14 27.75 NaN NaN
seed 14 47.28 NaN NaN
seed 14 65.53 NaN NaN
seed 14 23.56 NaN NaN
seed 14 19.91 NaN NaN
seed 14 53.92 NaN NaN
seed 14 81.3 NaN NaN
seed 14 55.61 NaN NaN
seed 15 58.24 NaN NaN
seed 15 90 NaN NaN
seed 15 33.58 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 82.5 NaN NaN
seed 15 44.7 NaN NaN
seed 15 74.09 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 18 90 NaN NaN
seed 18 89.99 NaN NaN
seed 18 89.94 NaN NaN
seed 18 89.87 NaN NaN
seed 18 90 NaN NaN
seed 18 90.01 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 89.87 NaN NaN
seed 19 90 NaN NaN
seed 19 89.72 NaN NaN
seed 19 89.78 NaN NaN
seed 19 89.95 NaN NaN
seed 19 90.01 NaN NaN
seed 19 90 NaN NaN
seed 19 90.01 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 89.98 NaN NaN
seed 20 89.99 NaN NaN
seed 20 89.91 NaN NaN
seed 20 89.79 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90.01 NaN NaN
seed 20 90.03 NaN NaN
seed 20 89.99 NaN NaN
seed 20 89.95 NaN NaN
seed 20 89.6 NaN NaN
seed 21 89.99 NaN NaN
seed 21 90 NaN NaN
seed 21 89.13 NaN NaN
seed 21 89.96 NaN NaN
seed 21 90 NaN NaN
seed 21 89.99 NaN NaN
seed 21 90 NaN NaN
seed 21 89.97 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
EOD
$p2s2 << EOD
median 1 49.08 NaN NaN
median 2 29.81 NaN NaN
median 3 21.020000000000003 NaN NaN
median 4 16.72 NaN NaN
median 5 14.620000000000001 NaN NaN
median 6 14.059999999999999 NaN NaN
median 9 13.985 NaN NaN
median 12 14.315 NaN NaN
median 13 14.524999999999999 NaN NaN
median 14 14.79 NaN NaN
median 15 15.285 NaN NaN
median 18 17.255 NaN NaN
median 19 18.58 NaN NaN
median 20 22.105 NaN NaN
median 21 30.035 NaN NaN
interval 1 50.062 47.01164055033064 53.12590603019306
interval 2 29.929999999999996 29.35077232915779 30.504582695126825
interval 3 20.980999999999998 20.797422602075134 21.1637126978172
interval 4 16.796 16.626363772471606 16.964639786709725
interval 5 14.666000000000002 14.563061850267896 14.768502459629449
interval 6 14.078 13.914500404464452 14.240350007942887
interval 9 14.056999999999999 13.91405086155543 14.199063467298727
interval 12 14.348000000000003 14.17755260455005 14.517226303800271
interval 13 14.535 14.388207889602956 14.680897566120077
interval 14 14.738 14.613625479497864 14.861746866447644
interval 15 15.248000000000001 15.088174769035042 15.406828966626692
interval 18 17.07 16.782011398927246 17.355200135015995
interval 19 18.826 17.77038085632914 19.849149710391103
interval 20 23.023000000000003 20.617532735567288 25.30698723462213
interval 21 31.081999999999994 27.450117439256807 34.561255980982125
seed 1 49.16 NaN NaN
seed 1 46.01 NaN NaN
seed 1 49.23 NaN NaN
seed 1 58.09 NaN NaN
seed 1 56.11 NaN NaN
seed 1 52.18 NaN NaN
seed 1 44.68 NaN NaN
seed 1 47.19 NaN NaN
seed 1 48.97 NaN NaN
seed 1 49 NaN NaN
seed 2 31.57 NaN NaN
seed 2 29.97 NaN NaN
seed 2 29.54 NaN NaN
seed 2 30.12 NaN NaN
seed 2 30.99 NaN NaN
seed 2 29.79 NaN NaN
seed 2 28.98 NaN NaN
seed 2 29.83 NaN NaN
seed 2 29.45 NaN NaN
seed 2 29.06 NaN NaN
seed 3 21.03 NaN NaN
seed 3 20.57 NaN NaN
seed 3 21.01 NaN NaN
seed 3 21.16 NaN NaN
seed 3 21.38 NaN NaN
seed 3 20.87 NaN NaN
seed 3 21.24 NaN NaN
seed 3 20.7 NaN NaN
seed 3 20.75 NaN NaN
seed 3 21.1 NaN NaN
seed 4 16.63 NaN NaN
seed 4 17.03 NaN NaN
seed 4 16.68 NaN NaN
seed 4 17.18 NaN NaN
seed 4 16.99 NaN NaN
seed 4 16.76 NaN NaN
seed 4 17.01 NaN NaN
seed 4 16.6 NaN NaN
seed 4 16.48 NaN NaN
seed 4 16.6 NaN NaN
seed 5 14.51 NaN NaN
seed 5 14.98 NaN NaN
seed 5 14.64 NaN NaN
seed 5 14.76 NaN NaN
seed 5 14.75 NaN NaN
seed 5 14.74 NaN NaN
seed 5 14.51 NaN NaN
seed 5 14.59 NaN NaN
seed 5 14.6 NaN NaN
seed 5 14.58 NaN NaN
seed 6 13.94 NaN NaN
seed 6 14.23 NaN NaN
seed 6 14.1 NaN NaN
seed 6 13.78 NaN NaN
seed 6 14.09 NaN NaN
seed 6 14.38 NaN NaN
seed 6 14.45 NaN NaN
seed 6 14.03 NaN NaN
seed 6 14.02 NaN NaN
seed 6 13.76 NaN NaN
seed 9 13.98 NaN NaN
seed 9 14.54 NaN NaN
seed 9 14.09 NaN NaN
seed 9 13.95 NaN NaN
seed 9 14.1 NaN NaN
seed 9 14.22 NaN NaN
seed 9 13.94 NaN NaN
seed 9 13.85 NaN NaN
seed 9 13.99 NaN NaN
seed 9 13.91 NaN NaN
seed 12 13.98 NaN NaN
seed 12 14.35 NaN NaN
seed 12 14.21 NaN NaN
seed 12 14.54 NaN NaN
seed 12 14.2 NaN NaN
seed 12 14.45 NaN NaN
seed 12 14.12 NaN NaN
seed 12 14.28 NaN NaN
seed 12 14.76 NaN NaN
seed 12 14.59 NaN NaN
seed 13 14.23 NaN NaN
seed 13 14.38 NaN NaN
seed 13 14.39 NaN NaN
seed 13 14.98 NaN NaN
seed 13 14.52 NaN NaN
seed 13 14.53 NaN NaN
seed 13 14.56 NaN NaN
seed 13 14.73 NaN NaN
seed 13 14.56 NaN NaN
seed 13 14.47 NaN NaN
seed 14 14.76 NaN NaN
seed 14 14.79 NaN NaN
seed 14 14.59 NaN NaN
seed 14 14.81 NaN NaN
seed 14 14.96 NaN NaN
seed 14 14.83 NaN NaN
seed 14 14.34 NaN NaN
seed 14 14.85 NaN NaN
seed 14 14.79 NaN NaN
seed 14 14.66 NaN NaN
seed 15 15.08 NaN NaN
seed 15 15.31 NaN NaN
seed 15 15.59 NaN NaN
seed 15 15.14 NaN NaN
seed 15 15.36 NaN NaN
seed 15 15.07 NaN NaN
seed 15 14.84 NaN NaN
seed 15 15.51 NaN NaN
seed 15 15.26 NaN NaN
seed 15 15.32 NaN NaN
seed 18 16.74 NaN NaN
seed 18 16.26 NaN NaN
seed 18 17.24 NaN NaN
seed 18 17.02 NaN NaN
seed 18 17.36 NaN NaN
seed 18 17.33 NaN NaN
seed 18 17.38 NaN NaN
seed 18 16.64 NaN NaN
seed 18 17.27 NaN NaN
seed 18 17.46 NaN NaN
seed 19 20.22 NaN NaN
seed 19 17.99 NaN NaN
seed 19 17.1 NaN NaN
seed 19 18.25 NaN NaN
seed 19 20.93 NaN NaN
seed 19 18.01 NaN NaN
seed 19 18.92 NaN NaN
seed 19 20.99 NaN NaN
seed 19 16.94 NaN NaN
seed 19 18.91 NaN NaN
seed 20 22.95 NaN NaN
seed 20 21.55 NaN NaN
seed 20 28.59 NaN NaN
seed 20 19.67 NaN NaN
seed 20 22.18 NaN NaN
seed 20 22.03 NaN NaN
seed 20 20.98 NaN NaN
seed 20 24.24 NaN NaN
seed 20 19.05 NaN NaN
seed 20 28.99 NaN NaN
seed 21 29.46 NaN NaN
seed 21 35.66 NaN NaN
seed 21 30.34 NaN NaN
seed 21 22.79 NaN NaN
seed 21 31.71 NaN NaN
seed 21 29.73 NaN NaN
seed 21 28.34 NaN NaN
seed 21 41.76 NaN NaN
seed 21 28.31 NaN NaN
seed 21 32.72 NaN NaN
EOD
$p2s3 << EOD
median 1 43.34 NaN NaN
median 2 27.9 NaN NaN
median 3 20.52 NaN NaN
median 4 16.71 NaN NaN
median 5 14.775 NaN NaN
median 6 14.495000000000001 NaN NaN
median 9 14.575 NaN NaN
median 12 14.855 NaN NaN
median 13 15.135 NaN NaN
median 14 15.625 NaN NaN
median 15 16.145000000000003 NaN NaN
median 18 46.959999999999994 NaN NaN
median 19 90 NaN NaN
median 20 90 NaN NaN
median 21 90 NaN NaN
interval 1 43.623 41.930497912163396 45.30699900680809
interval 2 28.083999999999996 27.586206495286447 28.577862730792937
interval 3 20.593 20.239860218098563 20.942868164516103
interval 4 16.699000000000005 16.52856969771259 16.868418447384887
interval 5 14.862 14.697419773545208 15.025484481403572
interval 6 14.451000000000002 14.30470619709123 14.596403139683938
interval 9 14.546000000000001 14.408220750138286 14.682994681240398
interval 12 14.928 14.731166191852038 15.123279071623049
interval 13 15.235000000000003 15.04030149281146 15.428212011232324
interval 14 15.610999999999999 15.422775739113575 15.797883842665144
interval 15 16.16 16.00178812484978 16.317300834828384

seed 1 48.95 NaN NaN
seed 1 43.28 NaN NaN
seed 1 41.3 NaN NaN
seed 1 42.53 NaN NaN
seed 1 44.79 NaN NaN
seed 1 44.86 NaN NaN
seed 1 43.24 NaN NaN
seed 1 40.13 NaN NaN
seed 1 43.4 NaN NaN
seed 1 43.75 NaN NaN
seed 2 29.09 NaN NaN
seed 2 27.4 NaN NaN
seed 2 27.44 NaN NaN
seed 2 28.65 NaN NaN
seed 2 27.35 NaN NaN
seed 2 28.13 NaN NaN
seed 2 29.11 NaN NaN
seed 2 27.58 NaN NaN
seed 2 28.42 NaN NaN
seed 2 27.67 NaN NaN
seed 3 21.06 NaN NaN
seed 3 20.45 NaN NaN
seed 3 20.59 NaN NaN
seed 3 21.09 NaN NaN
seed 3 20.21 NaN NaN
seed 3 21.24 NaN NaN
seed 3 21.11 NaN NaN
seed 3 20.05 NaN NaN
seed 3 20.12 NaN NaN
seed 3 20.01 NaN NaN
seed 4 16.43 NaN NaN
seed 4 16.9 NaN NaN
seed 4 16.82 NaN NaN
seed 4 16.71 NaN NaN
seed 4 16.58 NaN NaN
seed 4 17.06 NaN NaN
seed 4 16.93 NaN NaN
seed 4 16.71 NaN NaN
seed 4 16.3 NaN NaN
seed 4 16.55 NaN NaN
seed 5 14.66 NaN NaN
seed 5 15.08 NaN NaN
seed 5 14.97 NaN NaN
seed 5 14.75 NaN NaN
seed 5 14.62 NaN NaN
seed 5 15.38 NaN NaN
seed 5 14.73 NaN NaN
seed 5 14.73 NaN NaN
seed 5 14.8 NaN NaN
seed 5 14.9 NaN NaN
seed 6 14.52 NaN NaN
seed 6 14.72 NaN NaN
seed 6 14.64 NaN NaN
seed 6 14.57 NaN NaN
seed 6 14.2 NaN NaN
seed 6 14.62 NaN NaN
seed 6 14.42 NaN NaN
seed 6 14.19 NaN NaN
seed 6 14.47 NaN NaN
seed 6 14.16 NaN NaN
seed 9 14.67 NaN NaN
seed 9 14.75 NaN NaN
seed 9 14.62 NaN NaN
seed 9 14.84 NaN NaN
seed 9 14.3 NaN NaN
seed 9 14.48 NaN NaN
seed 9 14.42 NaN NaN
seed 9 14.23 NaN NaN
seed 9 14.57 NaN NaN
seed 9 14.58 NaN NaN
seed 12 14.82 NaN NaN
seed 12 15.38 NaN NaN
seed 12 14.67 NaN NaN
seed 12 15.37 NaN NaN
seed 12 14.87 NaN NaN
seed 12 14.85 NaN NaN
seed 12 14.59 NaN NaN
seed 12 15.13 NaN NaN
seed 12 14.86 NaN NaN
seed 12 14.74 NaN NaN
seed 13 15.36 NaN NaN
seed 13 15.84 NaN NaN
seed 13 14.94 NaN NaN
seed 13 15.5 NaN NaN
seed 13 15.15 NaN NaN
seed 13 15.12 NaN NaN
seed 13 15.1 NaN NaN
seed 13 15.29 NaN NaN
seed 13 15.06 NaN NaN
seed 13 14.99 NaN NaN
seed 14 15.6 NaN NaN
seed 14 15.88 NaN NaN
seed 14 15.32 NaN NaN
seed 14 15.59 NaN NaN
seed 14 15.77 NaN NaN
seed 14 15.29 NaN NaN
seed 14 15.21 NaN NaN
seed 14 15.88 NaN NaN
seed 14 15.92 NaN NaN
seed 14 15.65 NaN NaN
seed 15 15.86 NaN NaN
seed 15 16.29 NaN NaN
seed 15 16.31 NaN NaN
seed 15 16.1 NaN NaN
seed 15 16.62 NaN NaN
seed 15 16.21 NaN NaN
seed 15 15.89 NaN NaN
seed 15 16.09 NaN NaN
seed 15 16.19 NaN NaN
seed 15 16.04 NaN NaN
seed 18 32.02 NaN NaN
seed 18 52.17 NaN NaN
seed 18 49.75 NaN NaN
seed 18 26.39 NaN NaN
seed 18 47.19 NaN NaN
seed 18 90 NaN NaN
seed 18 42.09 NaN NaN
seed 18 46.73 NaN NaN
seed 18 90 NaN NaN
seed 18 30.32 NaN NaN
seed 19 90 NaN NaN
seed 19 49.28 NaN NaN
seed 19 90 NaN NaN
seed 19 36.92 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 41.66 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 30.64 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 31.5 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 42.12 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 38.17 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 37.39 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 48.62 NaN NaN
seed 21 90 NaN NaN
EOD
$p2s4 << EOD
median 1 44.21 NaN NaN
median 2 28.555 NaN NaN
median 3 20.865000000000002 NaN NaN
median 4 16.84 NaN NaN
median 5 14.870000000000001 NaN NaN
median 6 14.425 NaN NaN
median 9 14.575 NaN NaN
median 12 14.989999999999998 NaN NaN
median 13 15.184999999999999 NaN NaN
median 14 15.65 NaN NaN
median 15 16.035 NaN NaN
median 18 48.775000000000006 NaN NaN
median 19 90 NaN NaN
median 20 90 NaN NaN
median 21 90 NaN NaN
interval 1 44.704 42.79080940031153 46.60793015709685
interval 2 28.554000000000002 28.108957530177747 28.99595672773112
interval 3 20.853 20.649618069807588 21.055311881719174
interval 4 16.762 16.577954985415857 16.94487095126461
interval 5 14.910000000000002 14.726465884529869 15.092177025505364
interval 6 14.393 14.241892978028742 14.54315289090273
interval 9 14.529 14.362474538778411 14.694378236322441
interval 12 15.009000000000004 14.84426641492533 15.172655757390062
interval 13 15.268 15.071104919306084 15.463384121621269
interval 14 15.624 15.466720497041235 15.780343799371273
interval 15 16.070999999999998 15.842369820284514 16.29772090413236

seed 1 50.08 NaN NaN
seed 1 43.17 NaN NaN
seed 1 40.82 NaN NaN
seed 1 45.84 NaN NaN
seed 1 46.85 NaN NaN
seed 1 46.32 NaN NaN
seed 1 43.38 NaN NaN
seed 1 42.69 NaN NaN
seed 1 42.85 NaN NaN
seed 1 45.04 NaN NaN
seed 2 29.25 NaN NaN
seed 2 29.04 NaN NaN
seed 2 27.3 NaN NaN
seed 2 28.67 NaN NaN
seed 2 28.48 NaN NaN
seed 2 27.88 NaN NaN
seed 2 29.36 NaN NaN
seed 2 28.45 NaN NaN
seed 2 28.6 NaN NaN
seed 2 28.51 NaN NaN
seed 3 21.4 NaN NaN
seed 3 20.61 NaN NaN
seed 3 20.76 NaN NaN
seed 3 21.07 NaN NaN
seed 3 20.95 NaN NaN
seed 3 20.91 NaN NaN
seed 3 21.03 NaN NaN
seed 3 20.82 NaN NaN
seed 3 20.45 NaN NaN
seed 3 20.53 NaN NaN
seed 4 16.87 NaN NaN
seed 4 16.84 NaN NaN
seed 4 16.87 NaN NaN
seed 4 16.92 NaN NaN
seed 4 16.84 NaN NaN
seed 4 17.22 NaN NaN
seed 4 16.42 NaN NaN
seed 4 16.72 NaN NaN
seed 4 16.36 NaN NaN
seed 4 16.56 NaN NaN
seed 5 14.79 NaN NaN
seed 5 15.51 NaN NaN
seed 5 14.9 NaN NaN
seed 5 15.11 NaN NaN
seed 5 14.58 NaN NaN
seed 5 14.84 NaN NaN
seed 5 14.92 NaN NaN
seed 5 14.98 NaN NaN
seed 5 14.7 NaN NaN
seed 5 14.77 NaN NaN
seed 6 14.4 NaN NaN
seed 6 14.54 NaN NaN
seed 6 14.64 NaN NaN
seed 6 14.66 NaN NaN
seed 6 14.13 NaN NaN
seed 6 14.48 NaN NaN
seed 6 14.45 NaN NaN
seed 6 14.02 NaN NaN
seed 6 14.37 NaN NaN
seed 6 14.24 NaN NaN
seed 9 14.61 NaN NaN
seed 9 14.57 NaN NaN
seed 9 14.58 NaN NaN
seed 9 14.91 NaN NaN
seed 9 14.14 NaN NaN
seed 9 14.59 NaN NaN
seed 9 14.42 NaN NaN
seed 9 14.37 NaN NaN
seed 9 14.81 NaN NaN
seed 9 14.29 NaN NaN
seed 12 15.21 NaN NaN
seed 12 15.2 NaN NaN
seed 12 15.18 NaN NaN
seed 12 15.04 NaN NaN
seed 12 14.58 NaN NaN
seed 12 14.92 NaN NaN
seed 12 14.92 NaN NaN
seed 12 14.94 NaN NaN
seed 12 15.33 NaN NaN
seed 12 14.77 NaN NaN
seed 13 15.61 NaN NaN
seed 13 15.71 NaN NaN
seed 13 15.2 NaN NaN
seed 13 15.15 NaN NaN
seed 13 15.17 NaN NaN
seed 13 14.84 NaN NaN
seed 13 15.14 NaN NaN
seed 13 15.24 NaN NaN
seed 13 15.57 NaN NaN
seed 13 15.05 NaN NaN
seed 14 15.91 NaN NaN
seed 14 15.75 NaN NaN
seed 14 15.64 NaN NaN
seed 14 15.88 NaN NaN
seed 14 15.22 NaN NaN
seed 14 15.36 NaN NaN
seed 14 15.49 NaN NaN
seed 14 15.74 NaN NaN
seed 14 15.66 NaN NaN
seed 14 15.59 NaN NaN
seed 15 15.84 NaN NaN
seed 15 16.45 NaN NaN
seed 15 16.11 NaN NaN
seed 15 16.59 NaN NaN
seed 15 15.96 NaN NaN
seed 15 16.11 NaN NaN
seed 15 15.75 NaN NaN
seed 15 15.59 NaN NaN
seed 15 16.36 NaN NaN
seed 15 15.95 NaN NaN
seed 18 51.32 NaN NaN
seed 18 49.1 NaN NaN
seed 18 22.18 NaN NaN
seed 18 48.45 NaN NaN
seed 18 49.7 NaN NaN
seed 18 90 NaN NaN
seed 18 35.93 NaN NaN
seed 18 22.26 NaN NaN
seed 18 90 NaN NaN
seed 18 21.62 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 38.58 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 19 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 32.2 NaN NaN
seed 20 44.05 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 20 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 57.95 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'ResNet, SGD'
note[3] = ''
$p3s1 << EOD
median 4 69.625 NaN NaN
median 5 38.495000000000005 NaN NaN
median 6 27.67 NaN NaN
median 7 25.365000000000002 NaN NaN
median 8 23.490000000000002 NaN NaN
median 9 21.915 NaN NaN
median 10 20.935000000000002 NaN NaN
median 11 20.244999999999997 NaN NaN
median 12 19.939999999999998 NaN NaN
median 15 20.07 NaN NaN
median 16 29.28 NaN NaN
median 17 90 NaN NaN
median 18 90 NaN NaN
median 21 90 NaN NaN
median 22 90 NaN NaN
median 23 90 NaN NaN
median 24 90 NaN NaN
median 25 90 NaN NaN
interval 4 70.368 62.708982395290505 79.05133944470899
interval 5 42.32 34.4175470068784 50.38232646382424
interval 6 27.752999999999997 26.225399173078312 29.243344766170928
interval 7 25.413 24.222698760702226 26.576651654218644
interval 8 23.676 22.704411782286193 24.62769390060812
interval 9 22.046 21.11076923575513 22.96074118179427
interval 10 20.648000000000003 19.80275060828814 21.47482905237276
interval 11 20.154 19.39306003884468 20.899453117068376
interval 12 19.713 18.73187923251936 20.66781021240415
interval 15 19.987999999999996 18.473202325060875 21.44190936245918

seed 4 60.94 NaN NaN
seed 4 77.3 NaN NaN
seed 4 69.03 NaN NaN
seed 4 84.39 NaN NaN
seed 4 69.5 NaN NaN
seed 4 61.83 NaN NaN
seed 4 69.75 NaN NaN
seed 4 70.42 NaN NaN
seed 4 87.76 NaN NaN
seed 4 52.76 NaN NaN
seed 5 38.54 NaN NaN
seed 5 39.92 NaN NaN
seed 5 39.51 NaN NaN
seed 5 59.63 NaN NaN
seed 5 35.06 NaN NaN
seed 5 35.07 NaN NaN
seed 5 37.48 NaN NaN
seed 5 38.45 NaN NaN
seed 5 66.3 NaN NaN
seed 5 33.24 NaN NaN
seed 6 29.63 NaN NaN
seed 6 26.91 NaN NaN
seed 6 27.97 NaN NaN
seed 6 31.05 NaN NaN
seed 6 25.03 NaN NaN
seed 6 25.39 NaN NaN
seed 6 28.53 NaN NaN
seed 6 27.37 NaN NaN
seed 6 30.2 NaN NaN
seed 6 25.45 NaN NaN
seed 7 26.6 NaN NaN
seed 7 24.74 NaN NaN
seed 7 25.43 NaN NaN
seed 7 27.3 NaN NaN
seed 7 23.05 NaN NaN
seed 7 23.85 NaN NaN
seed 7 27.18 NaN NaN
seed 7 25.3 NaN NaN
seed 7 27.29 NaN NaN
seed 7 23.39 NaN NaN
seed 8 24.62 NaN NaN
seed 8 23.03 NaN NaN
seed 8 23.38 NaN NaN
seed 8 25.13 NaN NaN
seed 8 21.45 NaN NaN
seed 8 22.56 NaN NaN
seed 8 25.77 NaN NaN
seed 8 23.6 NaN NaN
seed 8 24.64 NaN NaN
seed 8 22.58 NaN NaN
seed 9 22.71 NaN NaN
seed 9 21.62 NaN NaN
seed 9 21.98 NaN NaN
seed 9 22.87 NaN NaN
seed 9 19.84 NaN NaN
seed 9 21.54 NaN NaN
seed 9 24.56 NaN NaN
seed 9 21.85 NaN NaN
seed 9 22.78 NaN NaN
seed 9 20.71 NaN NaN
seed 10 21.25 NaN NaN
seed 10 19.98 NaN NaN
seed 10 21.32 NaN NaN
seed 10 20.96 NaN NaN
seed 10 18.55 NaN NaN
seed 10 20.91 NaN NaN
seed 10 22.74 NaN NaN
seed 10 20.44 NaN NaN
seed 10 21.02 NaN NaN
seed 10 19.31 NaN NaN
seed 11 20.77 NaN NaN
seed 11 19.39 NaN NaN
seed 11 20.41 NaN NaN
seed 11 20.08 NaN NaN
seed 11 18.54 NaN NaN
seed 11 20.62 NaN NaN
seed 11 22.38 NaN NaN
seed 11 19.51 NaN NaN
seed 11 20.56 NaN NaN
seed 11 19.28 NaN NaN
seed 12 20.28 NaN NaN
seed 12 18.27 NaN NaN
seed 12 20.45 NaN NaN
seed 12 20.44 NaN NaN
seed 12 17.21 NaN NaN
seed 12 19.57 NaN NaN
seed 12 22.08 NaN NaN
seed 12 20.23 NaN NaN
seed 12 19.65 NaN NaN
seed 12 18.95 NaN NaN
seed 15 22.66 NaN NaN
seed 15 18.36 NaN NaN
seed 15 21.94 NaN NaN
seed 15 20.76 NaN NaN
seed 15 17.29 NaN NaN
seed 15 19.38 NaN NaN
seed 15 21.64 NaN NaN
seed 15 22.01 NaN NaN
seed 15 17.18 NaN NaN
seed 15 18.66 NaN NaN
seed 16 25.09 NaN NaN
seed 16 19.58 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 19.88 NaN NaN
seed 16 33.47 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 19.31 NaN NaN
seed 16 19.12 NaN NaN
seed 17 90 NaN NaN
seed 17 20.78 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 20.72 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 24.26 NaN NaN
seed 17 23.65 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 24.32 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 25 90 NaN NaN
lost 18 1 NaN NaN
lost 21 5 NaN NaN
lost 22 6 NaN NaN
lost 23 8 NaN NaN
lost 24 7 NaN NaN
lost 25 9 NaN NaN
EOD
$p3s2 << EOD
median 4 68.945 NaN NaN
median 5 44.43 NaN NaN
median 6 29.765 NaN NaN
median 7 26.83 NaN NaN
median 8 24.21 NaN NaN
median 9 21.825000000000003 NaN NaN
median 10 19.689999999999998 NaN NaN
median 11 18.47 NaN NaN
median 12 16.945 NaN NaN
median 15 15.495000000000001 NaN NaN
median 16 15.309999999999999 NaN NaN
median 17 15.350000000000001 NaN NaN
median 18 15.61 NaN NaN
median 21 17.055 NaN NaN
median 22 19.805 NaN NaN
median 23 22.115000000000002 NaN NaN
median 24 27.44 NaN NaN
median 25 90 NaN NaN
interval 4 68.738 66.16897186983047 71.39671334325293
interval 5 43.833 41.68886725247059 45.961177876791254
interval 6 29.466 28.458283413221544 30.458933788965577
interval 7 26.6 25.896589829111 27.294621469329662
interval 8 24.233 23.632749694257075 24.82584482685494
interval 9 21.797 21.23409721185077 22.352275110721674
interval 10 19.576 19.105277260304117 20.040519586826978
interval 11 18.416 18.05854559399625 18.769560871138843
interval 12 17.044 16.83336146922539 17.25313176632478
interval 15 15.494000000000003 15.334207197147098 15.652816067826116
interval 16 15.318999999999999 15.036190975520599 15.598713680468908
interval 17 15.383000000000001 15.110150979998723 15.652986602512293
interval 18 15.553999999999998 15.244016283971561 15.860337702588133
interval 21 17.159 16.816349530521684 17.49771343103867
interval 22 19.878999999999998 19.388678175823244 20.362719770591486
interval 23 22.892 21.48448704441344 24.256272297979663
interval 24 33.31099999999999 25.216963719509145 41.01670281160866
interval 25 90 90 90
seed 4 65.1 NaN NaN
seed 4 65.46 NaN NaN
seed 4 69.79 NaN NaN
seed 4 73.25 NaN NaN
seed 4 69.66 NaN NaN
seed 4 72.01 NaN NaN
seed 4 68.23 NaN NaN
seed 4 66.16 NaN NaN
seed 4 74.09 NaN NaN
seed 4 63.63 NaN NaN
seed 5 43.37 NaN NaN
seed 5 44.87 NaN NaN
seed 5 44.07 NaN NaN
seed 5 45.93 NaN NaN
seed 5 44.79 NaN NaN
seed 5 49.5 NaN NaN
seed 5 45.05 NaN NaN
seed 5 41.15 NaN NaN
seed 5 40.05 NaN NaN
seed 5 39.55 NaN NaN
seed 6 27.02 NaN NaN
seed 6 30.82 NaN NaN
seed 6 28.09 NaN NaN
seed 6 30.15 NaN NaN
seed 6 30.21 NaN NaN
seed 6 31.52 NaN NaN
seed 6 30.31 NaN NaN
seed 6 29.38 NaN NaN
seed 6 28.9 NaN NaN
seed 6 28.26 NaN NaN
seed 7 24.48 NaN NaN
seed 7 27.14 NaN NaN
seed 7 25.6 NaN NaN
seed 7 27.07 NaN NaN
seed 7 27.49 NaN NaN
seed 7 26.85 NaN NaN
seed 7 27.71 NaN NaN
seed 7 26.81 NaN NaN
seed 7 26.73 NaN NaN
seed 7 26.12 NaN NaN
seed 8 22.43 NaN NaN
seed 8 23.82 NaN NaN
seed 8 23.9 NaN NaN
seed 8 24.59 NaN NaN
seed 8 24.98 NaN NaN
seed 8 24.11 NaN NaN
seed 8 25.6 NaN NaN
seed 8 24.17 NaN NaN
seed 8 24.48 NaN NaN
seed 8 24.25 NaN NaN
seed 9 20.29 NaN NaN
seed 9 20.91 NaN NaN
seed 9 21.67 NaN NaN
seed 9 21.8 NaN NaN
seed 9 23.02 NaN NaN
seed 9 21.85 NaN NaN
seed 9 22.47 NaN NaN
seed 9 21.65 NaN NaN
seed 9 22.41 NaN NaN
seed 9 21.9 NaN NaN
seed 10 18.34 NaN NaN
seed 10 18.71 NaN NaN
seed 10 19.43 NaN NaN
seed 10 19.95 NaN NaN
seed 10 20.36 NaN NaN
seed 10 19.36 NaN NaN
seed 10 20.12 NaN NaN
seed 10 19.5 NaN NaN
seed 10 20.11 NaN NaN
seed 10 19.88 NaN NaN
seed 11 17.66 NaN NaN
seed 11 17.57 NaN NaN
seed 11 18.56 NaN NaN
seed 11 18.95 NaN NaN
seed 11 18.95 NaN NaN
seed 11 18.26 NaN NaN
seed 11 18.53 NaN NaN
seed 11 18.33 NaN NaN
seed 11 18.94 NaN NaN
seed 11 18.41 NaN NaN
seed 12 16.71 NaN NaN
seed 12 16.71 NaN NaN
seed 12 16.89 NaN NaN
seed 12 17.51 NaN NaN
seed 12 17.43 NaN NaN
seed 12 16.83 NaN NaN
seed 12 16.92 NaN NaN
seed 12 16.97 NaN NaN
seed 12 17.35 NaN NaN
seed 12 17.12 NaN NaN
seed 15 15.5 NaN NaN
seed 15 15.32 NaN NaN
seed 15 15.8 NaN NaN
seed 15 15.49 NaN NaN
seed 15 15.57 NaN NaN
seed 15 15.12 NaN NaN
seed 15 15.75 NaN NaN
seed 15 15.25 NaN NaN
seed 15 15.71 NaN NaN
seed 15 15.43 NaN NaN
seed 16 15.49 NaN NaN
seed 16 14.8 NaN NaN
seed 16 16.02 NaN NaN
seed 16 15.72 NaN NaN
seed 16 15.45 NaN NaN
seed 16 15.17 NaN NaN
seed 16 14.92 NaN NaN
seed 16 14.92 NaN NaN
seed 16 15.14 NaN NaN
seed 16 15.56 NaN NaN
seed 17 15.2 NaN NaN
seed 17 14.86 NaN NaN
seed 17 15.76 NaN NaN
seed 17 15.78 NaN NaN
seed 17 15.46 NaN NaN
seed 17 15.01 NaN NaN
seed 17 15.9 NaN NaN
seed 17 14.96 NaN NaN
seed 17 15.24 NaN NaN
seed 17 15.66 NaN NaN
seed 18 15.69 NaN NaN
seed 18 15.34 NaN NaN
seed 18 15.75 NaN NaN
seed 18 16.43 NaN NaN
seed 18 15.65 NaN NaN
seed 18 15.4 NaN NaN
seed 18 14.84 NaN NaN
seed 18 15.78 NaN NaN
seed 18 15.09 NaN NaN
seed 18 15.57 NaN NaN
seed 21 17.38 NaN NaN
seed 21 17.44 NaN NaN
seed 21 18.1 NaN NaN
seed 21 16.39 NaN NaN
seed 21 17.56 NaN NaN
seed 21 17.07 NaN NaN
seed 21 16.91 NaN NaN
seed 21 16.94 NaN NaN
seed 21 16.76 NaN NaN
seed 21 17.04 NaN NaN
seed 22 19.59 NaN NaN
seed 22 19.08 NaN NaN
seed 22 20.67 NaN NaN
seed 22 18.91 NaN NaN
seed 22 19.69 NaN NaN
seed 22 20.12 NaN NaN
seed 22 20.15 NaN NaN
seed 22 19.92 NaN NaN
seed 22 21.15 NaN NaN
seed 22 19.51 NaN NaN
seed 23 23.07 NaN NaN
seed 23 24.74 NaN NaN
seed 23 20.53 NaN NaN
seed 23 21.01 NaN NaN
seed 23 21.74 NaN NaN
seed 23 25.31 NaN NaN
seed 23 22.16 NaN NaN
seed 23 22.07 NaN NaN
seed 23 26.47 NaN NaN
seed 23 21.82 NaN NaN
seed 24 27.6 NaN NaN
seed 24 41.19 NaN NaN
seed 24 24.51 NaN NaN
seed 24 52.58 NaN NaN
seed 24 26.72 NaN NaN
seed 24 54.42 NaN NaN
seed 24 27.28 NaN NaN
seed 24 26.42 NaN NaN
seed 24 27.8 NaN NaN
seed 24 24.59 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
$p3s3 << EOD
median 4 71.78999999999999 NaN NaN
median 5 48.195 NaN NaN
median 6 32.989999999999995 NaN NaN
median 7 29.549999999999997 NaN NaN
median 8 27.415 NaN NaN
median 9 25.3 NaN NaN
median 10 22.915 NaN NaN
median 11 21.61 NaN NaN
median 12 20.37 NaN NaN
median 15 20.675 NaN NaN
median 16 22.04 NaN NaN
median 17 24.369999999999997 NaN NaN
median 18 25.6 NaN NaN
median 21 58.785 NaN NaN
median 22 90 NaN NaN
median 23 90 NaN NaN
median 24 90 NaN NaN
median 25 90 NaN NaN
interval 4 69.938 66.22245087281239 73.84375008389925
interval 5 49.21300000000001 46.014580565535006 52.40628429694478
interval 6 33.18900000000001 31.943258235233678 34.41768372692914
interval 7 30.081 29.00432832722538 31.141791817894312
interval 8 27.579 26.638534890386488 28.50511189964584
interval 9 25.091 24.395594076250646 25.777086550047816
interval 10 22.931 22.237098742639915 23.61421638190271
interval 11 21.776 21.030550792055315 22.508152066449995
interval 12 20.677 19.734045307273462 21.59710659922609
interval 15 20.686 19.432219165683982 21.8997707328206
interval 16 21.827 20.49506292015532 23.11702174849265
interval 17 24.118000000000002 22.58565315913076 25.60233401994822
interval 18 26.083999999999996 23.787835534325403 28.287877237953694
interval 21 61.419 42.711474128981074 83.94776863368465

interval 24 90 90 90
interval 25 90 90 90
seed 4 70.96 NaN NaN
seed 4 74.47 NaN NaN
seed 4 73 NaN NaN
seed 4 76.47 NaN NaN
seed 4 66.92 NaN NaN
seed 4 67.66 NaN NaN
seed 4 72.62 NaN NaN
seed 4 61.36 NaN NaN
seed 4 74.64 NaN NaN
seed 4 61.28 NaN NaN
seed 5 53.65 NaN NaN
seed 5 54.69 NaN NaN
seed 5 52.91 NaN NaN
seed 5 46.53 NaN NaN
seed 5 46.73 NaN NaN
seed 5 44.08 NaN NaN
seed 5 54.55 NaN NaN
seed 5 47.35 NaN NaN
seed 5 42.6 NaN NaN
seed 5 49.04 NaN NaN
seed 6 31.58 NaN NaN
seed 6 33.19 NaN NaN
seed 6 35.88 NaN NaN
seed 6 34.94 NaN NaN
seed 6 30.76 NaN NaN
seed 6 34 NaN NaN
seed 6 35.08 NaN NaN
seed 6 31.56 NaN NaN
seed 6 32.11 NaN NaN
seed 6 32.79 NaN NaN
seed 7 28.35 NaN NaN
seed 7 31.09 NaN NaN
seed 7 31.67 NaN NaN
seed 7 31.9 NaN NaN
seed 7 28.58 NaN NaN
seed 7 29.61 NaN NaN
seed 7 32.24 NaN NaN
seed 7 28.56 NaN NaN
seed 7 29.49 NaN NaN
seed 7 29.32 NaN NaN
seed 8 26.28 NaN NaN
seed 8 28.89 NaN NaN
seed 8 27.91 NaN NaN
seed 8 29.12 NaN NaN
seed 8 26.03 NaN NaN
seed 8 26.47 NaN NaN
seed 8 29.75 NaN NaN
seed 8 26.51 NaN NaN
seed 8 27.56 NaN NaN
seed 8 27.27 NaN NaN
seed 9 23.75 NaN NaN
seed 9 25.58 NaN NaN
seed 9 25.37 NaN NaN
seed 9 25.6 NaN NaN
seed 9 23.93 NaN NaN
seed 9 24.25 NaN NaN
seed 9 26.95 NaN NaN
seed 9 24.61 NaN NaN
seed 9 25.64 NaN NaN
seed 9 25.23 NaN NaN
seed 10 21.51 NaN NaN
seed 10 22.93 NaN NaN
seed 10 23.57 NaN NaN
seed 10 22.9 NaN NaN
seed 10 21.63 NaN NaN
seed 10 22.83 NaN NaN
seed 10 24.97 NaN NaN
seed 10 23.1 NaN NaN
seed 10 22.7 NaN NaN
seed 10 23.17 NaN NaN
seed 11 20.4 NaN NaN
seed 11 21.33 NaN NaN
seed 11 22.86 NaN NaN
seed 11 21.56 NaN NaN
seed 11 20.6 NaN NaN
seed 11 22.11 NaN NaN
seed 11 23.98 NaN NaN
seed 11 21.41 NaN NaN
seed 11 21.66 NaN NaN
seed 11 21.85 NaN NaN
seed 12 19.51 NaN NaN
seed 12 19.48 NaN NaN
seed 12 22.36 NaN NaN
seed 12 20.03 NaN NaN
seed 12 19.01 NaN NaN
seed 12 21.62 NaN NaN
seed 12 23.02 NaN NaN
seed 12 20.17 NaN NaN
seed 12 21 NaN NaN
seed 12 20.57 NaN NaN
seed 15 20.62 NaN NaN
seed 15 18.06 NaN NaN
seed 15 22.05 NaN NaN
seed 15 19.51 NaN NaN
seed 15 20.01 NaN NaN
seed 15 21.22 NaN NaN
seed 15 21.78 NaN NaN
seed 15 24.08 NaN NaN
seed 15 20.73 NaN NaN
seed 15 18.8 NaN NaN
seed 16 24.1 NaN NaN
seed 16 19.27 NaN NaN
seed 16 23.04 NaN NaN
seed 16 20.94 NaN NaN
seed 16 20.92 NaN NaN
seed 16 22.08 NaN NaN
seed 16 23.34 NaN NaN
seed 16 23.71 NaN NaN
seed 16 22 NaN NaN
seed 16 18.87 NaN NaN
seed 17 23.56 NaN NaN
seed 17 20.28 NaN NaN
seed 17 24 NaN NaN
seed 17 24.74 NaN NaN
seed 17 26.22 NaN NaN
seed 17 23.42 NaN NaN
seed 17 25.04 NaN NaN
seed 17 26.21 NaN NaN
seed 17 26.38 NaN NaN
seed 17 21.33 NaN NaN
seed 18 25.14 NaN NaN
seed 18 23.05 NaN NaN
seed 18 25.73 NaN NaN
seed 18 25.4 NaN NaN
seed 18 30.85 NaN NaN
seed 18 25.53 NaN NaN
seed 18 27.73 NaN NaN
seed 18 30.99 NaN NaN
seed 18 25.67 NaN NaN
seed 18 20.75 NaN NaN
seed 21 58 NaN NaN
seed 21 38.64 NaN NaN
seed 21 59.57 NaN NaN
seed 21 32.19 NaN NaN
seed 21 90 NaN NaN
seed 21 38.17 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 27.62 NaN NaN
seed 22 60.25 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 51.8 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 49.65 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 59.03 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
$p3s4 << EOD
median 4 69.945 NaN NaN
median 5 48.415 NaN NaN
median 6 32.34 NaN NaN
median 7 29.16 NaN NaN
median 8 26.455 NaN NaN
median 9 23.85 NaN NaN
median 10 21.79 NaN NaN
median 11 20.28 NaN NaN
median 12 19.185 NaN NaN
median 15 17.884999999999998 NaN NaN
median 16 18.47 NaN NaN
median 17 19.16 NaN NaN
median 18 21.33 NaN NaN
median 21 71.91 NaN NaN
median 22 90 NaN NaN
median 23 90 NaN NaN
median 24 90 NaN NaN
median 25 90 NaN NaN
interval 4 70.384 65.8753939397972 75.20498204073834
interval 5 48.483999999999995 46.40828536693938 50.55753037846586
interval 6 32.39 31.328453737395915 33.43797018361662
interval 7 29.040000000000003 28.144118850391948 29.92383744940302
interval 8 26.434999999999995 25.75663275978306 27.105197528590654
interval 9 23.794 23.110465991805665 24.467675108993518
interval 10 21.53 20.794862029128673 22.25195718520467
interval 11 20.237000000000002 19.568604233723473 20.89348926252812
interval 12 18.925000000000004 18.259598930505955 19.577507085643187
interval 15 17.833999999999996 17.26098051092856 18.396655697233886
interval 16 18.479000000000003 17.532821606154688 19.398357769175828
interval 17 19.549 18.56369502334525 20.507325926465317
interval 18 21.245 19.700130075655267 22.731843615948968

interval 24 90 90 90
interval 25 90 90 90
seed 4 65.69 NaN NaN
seed 4 78.53 NaN NaN
seed 4 77.26 NaN NaN
seed 4 78.61 NaN NaN
seed 4 65.74 NaN NaN
seed 4 72.72 NaN NaN
seed 4 69.2 NaN NaN
seed 4 66.52 NaN NaN
seed 4 70.69 NaN NaN
seed 4 58.88 NaN NaN
seed 5 44.71 NaN NaN
seed 5 52.37 NaN NaN
seed 5 48.15 NaN NaN
seed 5 44.53 NaN NaN
seed 5 47.22 NaN NaN
seed 5 53.5 NaN NaN
seed 5 49.28 NaN NaN
seed 5 48.68 NaN NaN
seed 5 49.39 NaN NaN
seed 5 47.01 NaN NaN
seed 6 29.29 NaN NaN
seed 6 34.76 NaN NaN
seed 6 31.73 NaN NaN
seed 6 33.78 NaN NaN
seed 6 31.71 NaN NaN
seed 6 33.37 NaN NaN
seed 6 32.62 NaN NaN
seed 6 32.48 NaN NaN
seed 6 31.96 NaN NaN
seed 6 32.2 NaN NaN
seed 7 27 NaN NaN
seed 7 30.63 NaN NaN
seed 7 29.14 NaN NaN
seed 7 30 NaN NaN
seed 7 27.38 NaN NaN
seed 7 29.65 NaN NaN
seed 7 30.48 NaN NaN
seed 7 28.08 NaN NaN
seed 7 28.86 NaN NaN
seed 7 29.18 NaN NaN
seed 8 25.16 NaN NaN
seed 8 26.97 NaN NaN
seed 8 26.29 NaN NaN
seed 8 27.37 NaN NaN
seed 8 24.94 NaN NaN
seed 8 26.44 NaN NaN
seed 8 27.92 NaN NaN
seed 8 25.8 NaN NaN
seed 8 26.47 NaN NaN
seed 8 26.99 NaN NaN
seed 9 23.02 NaN NaN
seed 9 23.95 NaN NaN
seed 9 23.29 NaN NaN
seed 9 24.55 NaN NaN
seed 9 21.87 NaN NaN
seed 9 23.84 NaN NaN
seed 9 25.26 NaN NaN
seed 9 23.69 NaN NaN
seed 9 23.86 NaN NaN
seed 9 24.61 NaN NaN
seed 10 20.63 NaN NaN
seed 10 20.56 NaN NaN
seed 10 20.74 NaN NaN
seed 10 22.05 NaN NaN
seed 10 20 NaN NaN
seed 10 21.84 NaN NaN
seed 10 23.16 NaN NaN
seed 10 21.84 NaN NaN
seed 10 21.74 NaN NaN
seed 10 22.74 NaN NaN
seed 11 19.62 NaN NaN
seed 11 18.96 NaN NaN
seed 11 20.26 NaN NaN
seed 11 20.55 NaN NaN
seed 11 18.87 NaN NaN
seed 11 20.55 NaN NaN
seed 11 21.55 NaN NaN
seed 11 20.3 NaN NaN
seed 11 20.1 NaN NaN
seed 11 21.61 NaN NaN
seed 12 18.16 NaN NaN
seed 12 17.65 NaN NaN
seed 12 19.22 NaN NaN
seed 12 19.15 NaN NaN
seed 12 17.44 NaN NaN
seed 12 19.57 NaN NaN
seed 12 20.11 NaN NaN
seed 12 19.42 NaN NaN
seed 12 18.69 NaN NaN
seed 12 19.84 NaN NaN
seed 15 17.67 NaN NaN
seed 15 16.38 NaN NaN
seed 15 17.65 NaN NaN
seed 15 17.97 NaN NaN
seed 15 16.91 NaN NaN
seed 15 18.34 NaN NaN
seed 15 19.24 NaN NaN
seed 15 17.82 NaN NaN
seed 15 18.41 NaN NaN
seed 15 17.95 NaN NaN
seed 16 17.24 NaN NaN
seed 16 16.76 NaN NaN
seed 16 20.49 NaN NaN
seed 16 18.67 NaN NaN
seed 16 17.25 NaN NaN
seed 16 19.13 NaN NaN
seed 16 20.53 NaN NaN
seed 16 18.27 NaN NaN
seed 16 18.81 NaN NaN
seed 16 17.64 NaN NaN
seed 17 18.36 NaN NaN
seed 17 18.45 NaN NaN
seed 17 21.68 NaN NaN
seed 17 19.28 NaN NaN
seed 17 18.39 NaN NaN
seed 17 19.04 NaN NaN
seed 17 21.95 NaN NaN
seed 17 20.19 NaN NaN
seed 17 20 NaN NaN
seed 17 18.15 NaN NaN
seed 18 22.92 NaN NaN
seed 18 18.93 NaN NaN
seed 18 25.62 NaN NaN
seed 18 21.22 NaN NaN
seed 18 19.28 NaN NaN
seed 18 20.4 NaN NaN
seed 18 22.21 NaN NaN
seed 18 22.03 NaN NaN
seed 18 21.44 NaN NaN
seed 18 18.4 NaN NaN
seed 21 53.83 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 89.99 NaN NaN
seed 21 43.58 NaN NaN
seed 21 47.06 NaN NaN
seed 21 90 NaN NaN
seed 21 51.23 NaN NaN
seed 21 50.39 NaN NaN
seed 21 90 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 51.39 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 52.58 NaN NaN
seed 22 90 NaN NaN
seed 22 90 NaN NaN
seed 22 50.53 NaN NaN
seed 22 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 23 51.88 NaN NaN
seed 23 90 NaN NaN
seed 23 89.84 NaN NaN
seed 23 90 NaN NaN
seed 23 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 24 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
$p3s5 << EOD
median 4 83.82499999999999 NaN NaN
median 5 58.084999999999994 NaN NaN
median 6 42.29 NaN NaN
median 7 36.86 NaN NaN
median 8 31.555 NaN NaN
median 9 27.5 NaN NaN
median 10 24.83 NaN NaN
median 11 22.88 NaN NaN
median 12 20.155 NaN NaN
median 15 15.825 NaN NaN
median 16 15.235 NaN NaN
median 17 15.295 NaN NaN
median 18 15.02 NaN NaN
median 21 15.805 NaN NaN
median 22 17.034999999999997 NaN NaN
median 23 22.685 NaN NaN
median 24 31.605 NaN NaN
median 25 90 NaN NaN
interval 4 83.71199999999999 81.34837364282492 86.30069120419068
interval 5 57.836 55.402793789803596 60.292808032942546
interval 6 40.525999999999996 38.098973744100945 42.90847550641283
interval 7 35.66100000000001 33.51124687157298 37.7633205125605
interval 8 31.307 29.754386737489963 32.827763339711645
interval 9 27.394000000000005 26.64701728719489 28.13170513542235
interval 10 24.625 24.06710008512089 25.176650267560372
interval 11 22.708 22.128994301419755 23.279399438766422
interval 12 20.158000000000005 19.69470104289357 20.61552247374521
interval 15 15.911000000000001 15.729376963400934 16.091400966069347
interval 16 15.248000000000001 14.944862489856385 15.547576420679835
interval 17 15.254999999999999 14.968950799419066 15.537881016206864
interval 18 15.008000000000001 14.780334382663872 15.23360958069938
interval 21 15.803 15.605422085183388 15.99912126075455
interval 22 17.011 16.296332671857115 17.708479189967537

interval 24 33.759 27.149642007240104 39.96446130345395
interval 25 84.268 79.39310514554003 90.55055440333176
seed 4 87.72 NaN NaN
seed 4 85.8 NaN NaN
seed 4 85.78 NaN NaN
seed 4 88.36 NaN NaN
seed 4 81.84 NaN NaN
seed 4 80.93 NaN NaN
seed 4 85.35 NaN NaN
seed 4 82.3 NaN NaN
seed 4 82.29 NaN NaN
seed 4 76.75 NaN NaN
seed 5 52.48 NaN NaN
seed 5 60.02 NaN NaN
seed 5 60.31 NaN NaN
seed 5 58.19 NaN NaN
seed 5 57 NaN NaN
seed 5 57.47 NaN NaN
seed 5 60.18 NaN NaN
seed 5 57.98 NaN NaN
seed 5 62.81 NaN NaN
seed 5 51.92 NaN NaN
seed 6 33.04 NaN NaN
seed 6 41.53 NaN NaN
seed 6 42.39 NaN NaN
seed 6 42.28 NaN NaN
seed 6 42.69 NaN NaN
seed 6 42.74 NaN NaN
seed 6 37.45 NaN NaN
seed 6 42.3 NaN NaN
seed 6 42.84 NaN NaN
seed 6 38 NaN NaN
seed 7 29.53 NaN NaN
seed 7 37.94 NaN NaN
seed 7 37.88 NaN NaN
seed 7 37.41 NaN NaN
seed 7 35.53 NaN NaN
seed 7 38.33 NaN NaN
seed 7 32.15 NaN NaN
seed 7 36.31 NaN NaN
seed 7 37.42 NaN NaN
seed 7 34.11 NaN NaN
seed 8 27.07 NaN NaN
seed 8 33.58 NaN NaN
seed 8 32 NaN NaN
seed 8 32.68 NaN NaN
seed 8 30.79 NaN NaN
seed 8 33.73 NaN NaN
seed 8 28.6 NaN NaN
seed 8 31.11 NaN NaN
seed 8 32.4 NaN NaN
seed 8 31.11 NaN NaN
seed 9 25.77 NaN NaN
seed 9 28.49 NaN NaN
seed 9 27.66 NaN NaN
seed 9 29.02 NaN NaN
seed 9 26.92 NaN NaN
seed 9 27.76 NaN NaN
seed 9 26.27 NaN NaN
seed 9 26.49 NaN NaN
seed 9 27.34 NaN NaN
seed 9 28.22 NaN NaN
seed 10 23.24 NaN NaN
seed 10 24.95 NaN NaN
seed 10 25.36 NaN NaN
seed 10 25.46 NaN NaN
seed 10 23.47 NaN NaN
seed 10 24.71 NaN NaN
seed 10 24.31 NaN NaN
seed 10 24.43 NaN NaN
seed 10 25.26 NaN NaN
seed 10 25.06 NaN NaN
seed 11 21.11 NaN NaN
seed 11 22.28 NaN NaN
seed 11 23.74 NaN NaN
seed 11 23.33 NaN NaN
seed 11 21.95 NaN NaN
seed 11 22.81 NaN NaN
seed 11 23.04 NaN NaN
seed 11 22.35 NaN NaN
seed 11 23.52 NaN NaN
seed 11 22.95 NaN NaN
seed 12 18.78 NaN NaN
seed 12 19.7 NaN NaN
seed 12 21.12 NaN NaN
seed 12 20.04 NaN NaN
seed 12 19.98 NaN NaN
seed 12 20.79 NaN NaN
seed 12 20.27 NaN NaN
seed 12 20.03 NaN NaN
seed 12 20.49 NaN NaN
seed 12 20.38 NaN NaN
seed 15 15.66 NaN NaN
seed 15 15.72 NaN NaN
seed 15 16.12 NaN NaN
seed 15 16.12 NaN NaN
seed 15 15.58 NaN NaN
seed 15 15.75 NaN NaN
seed 15 16.26 NaN NaN
seed 15 15.78 NaN NaN
seed 15 16.25 NaN NaN
seed 15 15.87 NaN NaN
seed 16 15.14 NaN NaN
seed 16 14.8 NaN NaN
seed 16 15.33 NaN NaN
seed 16 15.84 NaN NaN
seed 16 14.94 NaN NaN
seed 16 15.09 NaN NaN
seed 16 15.59 NaN NaN
seed 16 14.53 NaN NaN
seed 16 15.66 NaN NaN
seed 16 15.56 NaN NaN
seed 17 14.79 NaN NaN
seed 17 15.61 NaN NaN
seed 17 14.96 NaN NaN
seed 17 15.76 NaN NaN
seed 17 15.16 NaN NaN
seed 17 15.4 NaN NaN
seed 17 15.19 NaN NaN
seed 17 14.56 NaN NaN
seed 17 15.45 NaN NaN
seed 17 15.67 NaN NaN
seed 18 14.48 NaN NaN
seed 18 14.99 NaN NaN
seed 18 14.77 NaN NaN
seed 18 15.51 NaN NaN
seed 18 15.05 NaN NaN
seed 18 15.2 NaN NaN
seed 18 15.38 NaN NaN
seed 18 14.65 NaN NaN
seed 18 14.96 NaN NaN
seed 18 15.09 NaN NaN
seed 21 16.13 NaN NaN
seed 21 15.5 NaN NaN
seed 21 15.98 NaN NaN
seed 21 15.57 NaN NaN
seed 21 15.42 NaN NaN
seed 21 16.01 NaN NaN
seed 21 15.78 NaN NaN
seed 21 16.21 NaN NaN
seed 21 15.83 NaN NaN
seed 21 15.6 NaN NaN
seed 22 16.83 NaN NaN
seed 22 19.16 NaN NaN
seed 22 15.8 NaN NaN
seed 22 17.53 NaN NaN
seed 22 15.89 NaN NaN
seed 22 16.43 NaN NaN
seed 22 17.51 NaN NaN
seed 22 17.24 NaN NaN
seed 22 17.45 NaN NaN
seed 22 16.27 NaN NaN
seed 23 21.65 NaN NaN
seed 23 90 NaN NaN
seed 23 17.42 NaN NaN
seed 23 24.23 NaN NaN
seed 23 17.05 NaN NaN
seed 23 17.97 NaN NaN
seed 23 23.72 NaN NaN
seed 23 25.68 NaN NaN
seed 23 90 NaN NaN
seed 23 17.58 NaN NaN
seed 24 27.01 NaN NaN
seed 24 40.49 NaN NaN
seed 24 31.35 NaN NaN
seed 24 49.62 NaN NaN
seed 24 21.55 NaN NaN
seed 24 41.3 NaN NaN
seed 24 24.94 NaN NaN
seed 24 28.09 NaN NaN
seed 24 31.86 NaN NaN
seed 24 41.38 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 69.29 NaN NaN
seed 25 73.85 NaN NaN
seed 25 90 NaN NaN
seed 25 69.54 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
seed 25 90 NaN NaN
EOD
lines[3] = ' 1 2 3 4 5'

panel_title[4] = 'ResNet, Adam'
note[4] = ''
$p4s1 << EOD
median 1 88.47 NaN NaN
median 2 83.37 NaN NaN
median 3 50.165 NaN NaN
median 4 30.240000000000002 NaN NaN
median 5 23.020000000000003 NaN NaN
median 6 19.155 NaN NaN
median 9 17.35 NaN NaN
median 10 18.62 NaN NaN
median 11 19.22 NaN NaN
median 12 57.58 NaN NaN
median 15 90 NaN NaN
median 16 90 NaN NaN
median 17 90 NaN NaN
median 18 90 NaN NaN
median 21 90 NaN NaN
interval 1 87.90700000000001 85.41982308469895 90.74446026758432
interval 2 82.10299999999998 78.2540547567232 86.51760224635434
interval 3 52.35799999999999 45.73187212357951 59.20096284503045
interval 4 30.335 29.062942173945594 31.58547516305662
interval 5 22.865999999999996 22.179535446462527 23.541911406805287
interval 6 18.987000000000002 18.399547791018357 19.564431635574618
interval 9 17.575 16.692758121870295 18.432372234443182
interval 10 19.188000000000002 17.124933868003115 21.132965294878307

interval 15 90 90 90
interval 16 88.852 86.99743056439428 90.99389860441424
interval 17 90 90 90
interval 18 89.999 89.9967387675268 90.00126155921055
interval 21 90.002 89.99747328905482 90.00652801953022
seed 1 89.7 NaN NaN
seed 1 88.19 NaN NaN
seed 1 87.48 NaN NaN
seed 1 90.31 NaN NaN
seed 1 83.35 NaN NaN
seed 1 85.01 NaN NaN
seed 1 94.18 NaN NaN
seed 1 88.75 NaN NaN
seed 1 89.95 NaN NaN
seed 1 82.15 NaN NaN
seed 2 81.99 NaN NaN
seed 2 86.36 NaN NaN
seed 2 88.59 NaN NaN
seed 2 84.75 NaN NaN
seed 2 76.27 NaN NaN
seed 2 77.64 NaN NaN
seed 2 87 NaN NaN
seed 2 81.59 NaN NaN
seed 2 87.8 NaN NaN
seed 2 69.04 NaN NaN
seed 3 51.19 NaN NaN
seed 3 47.72 NaN NaN
seed 3 58.4 NaN NaN
seed 3 71.25 NaN NaN
seed 3 42.15 NaN NaN
seed 3 44.07 NaN NaN
seed 3 60.91 NaN NaN
seed 3 49.14 NaN NaN
seed 3 54.83 NaN NaN
seed 3 43.92 NaN NaN
seed 4 30.21 NaN NaN
seed 4 29.22 NaN NaN
seed 4 33.74 NaN NaN
seed 4 32.33 NaN NaN
seed 4 27.61 NaN NaN
seed 4 30.27 NaN NaN
seed 4 30.38 NaN NaN
seed 4 30.21 NaN NaN
seed 4 30.94 NaN NaN
seed 4 28.44 NaN NaN
seed 5 21.8 NaN NaN
seed 5 21.82 NaN NaN
seed 5 24.06 NaN NaN
seed 5 23.74 NaN NaN
seed 5 21.3 NaN NaN
seed 5 23.01 NaN NaN
seed 5 23.86 NaN NaN
seed 5 23.26 NaN NaN
seed 5 22.78 NaN NaN
seed 5 23.03 NaN NaN
seed 6 18.21 NaN NaN
seed 6 18.12 NaN NaN
seed 6 19.67 NaN NaN
seed 6 19.82 NaN NaN
seed 6 17.46 NaN NaN
seed 6 18.98 NaN NaN
seed 6 19.74 NaN NaN
seed 6 19.56 NaN NaN
seed 6 19.02 NaN NaN
seed 6 19.29 NaN NaN
seed 9 16.68 NaN NaN
seed 9 15.81 NaN NaN
seed 9 19.12 NaN NaN
seed 9 18.74 NaN NaN
seed 9 16.29 NaN NaN
seed 9 18.21 NaN NaN
seed 9 17.73 NaN NaN
seed 9 19.26 NaN NaN
seed 9 16.97 NaN NaN
seed 9 16.94 NaN NaN
seed 10 18.42 NaN NaN
seed 10 15.86 NaN NaN
seed 10 21.07 NaN NaN
seed 10 18.82 NaN NaN
seed 10 16.45 NaN NaN
seed 10 21.9 NaN NaN
seed 10 19.99 NaN NaN
seed 10 25.18 NaN NaN
seed 10 16.92 NaN NaN
seed 10 17.27 NaN NaN
seed 11 19.18 NaN NaN
seed 11 18.39 NaN NaN
seed 11 20.86 NaN NaN
seed 11 19.21 NaN NaN
seed 11 19.23 NaN NaN
seed 11 90 NaN NaN
seed 11 22.01 NaN NaN
seed 11 90 NaN NaN
seed 11 18.11 NaN NaN
seed 11 17.91 NaN NaN
seed 12 25.16 NaN NaN
seed 12 20.25 NaN NaN
seed 12 90 NaN NaN
seed 12 24.36 NaN NaN
seed 12 90 NaN NaN
seed 12 90 NaN NaN
seed 12 90 NaN NaN
seed 12 90 NaN NaN
seed 12 19.15 NaN NaN
seed 12 20.9 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 15 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 90 NaN NaN
seed 16 78.52 NaN NaN
seed 16 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 89.99 NaN NaN
seed 18 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90.02 NaN NaN
seed 21 90 NaN NaN
EOD
$p4s2 << EOD
median 1 87.125 NaN NaN
median 2 79.75 NaN NaN
median 3 50.85 NaN NaN
median 4 28.880000000000003 NaN NaN
median 5 20.795 NaN NaN
median 6 16.365 NaN NaN
median 9 15 NaN NaN
median 10 14.925 NaN NaN
median 11 14.785 NaN NaN
median 12 15.004999999999999 NaN NaN
median 15 16.725 NaN NaN
median 16 18.475 NaN NaN
median 17 19.814999999999998 NaN NaN
median 18 21.445 NaN NaN
median 21 25.65 NaN NaN
interval 1 85.244 82.73129464901291 88.0727907742035
interval 2 77.92499999999998 74.47581669076061 81.67887795979063
interval 3 50.24399999999999 46.06407419037513 54.42764950057154
interval 4 28.857 27.938047455129947 29.763339962927684
interval 5 20.703 20.24939865620343 21.15125984997928
interval 6 16.56 16.231751385437924 16.884445633924088
interval 9 14.962 14.630504743683604 15.289146780802724
interval 10 14.937999999999999 14.62757196722085 15.24456309055224
interval 11 14.916 14.6252655261459 15.203350862836576
interval 12 15.037 14.8342270423612 15.238140483970138
interval 15 16.762 16.173361312812276 17.33874091334018
interval 16 18.451 17.878423594249654 19.013679626851744
interval 17 19.576 18.9441771649896 20.196701227437206
interval 18 21.276 20.27209278732584 22.255050818044893
interval 21 26.441999999999997 23.7531582139516 29.016221614893677
seed 1 88.01 NaN NaN
seed 1 80.79 NaN NaN
seed 1 88.49 NaN NaN
seed 1 87.17 NaN NaN
seed 1 84.65 NaN NaN
seed 1 84.05 NaN NaN
seed 1 87.08 NaN NaN
seed 1 88.02 NaN NaN
seed 1 88.52 NaN NaN
seed 1 75.66 NaN NaN
seed 2 80.79 NaN NaN
seed 2 69.42 NaN NaN
seed 2 80.58 NaN NaN
seed 2 82.47 NaN NaN
seed 2 75.66 NaN NaN
seed 2 78.92 NaN NaN
seed 2 81.81 NaN NaN
seed 2 78.17 NaN NaN
seed 2 83.39 NaN NaN
seed 2 68.04 NaN NaN
seed 3 45.21 NaN NaN
seed 3 42.86 NaN NaN
seed 3 48.33 NaN NaN
seed 3 52.29 NaN NaN
seed 3 54.01 NaN NaN
seed 3 51.93 NaN NaN
seed 3 56.41 NaN NaN
seed 3 41.86 NaN NaN
seed 3 59.77 NaN NaN
seed 3 49.77 NaN NaN
seed 4 26.87 NaN NaN
seed 4 28.64 NaN NaN
seed 4 27.52 NaN NaN
seed 4 31.33 NaN NaN
seed 4 29.07 NaN NaN
seed 4 29.65 NaN NaN
seed 4 29.88 NaN NaN
seed 4 28.69 NaN NaN
seed 4 29.08 NaN NaN
seed 4 27.84 NaN NaN
seed 5 20.02 NaN NaN
seed 5 19.49 NaN NaN
seed 5 20.86 NaN NaN
seed 5 21.47 NaN NaN
seed 5 20.63 NaN NaN
seed 5 20.73 NaN NaN
seed 5 21.25 NaN NaN
seed 5 21.07 NaN NaN
seed 5 21.27 NaN NaN
seed 5 20.24 NaN NaN
seed 6 16.33 NaN NaN
seed 6 16.19 NaN NaN
seed 6 16.62 NaN NaN
seed 6 17.66 NaN NaN
seed 6 16.31 NaN NaN
seed 6 16.29 NaN NaN
seed 6 16.4 NaN NaN
seed 6 16.72 NaN NaN
seed 6 16.95 NaN NaN
seed 6 16.13 NaN NaN
seed 9 14.26 NaN NaN
seed 9 15.03 NaN NaN
seed 9 14.92 NaN NaN
seed 9 15.77 NaN NaN
seed 9 15.08 NaN NaN
seed 9 14.94 NaN NaN
seed 9 14.2 NaN NaN
seed 9 14.97 NaN NaN
seed 9 15.29 NaN NaN
seed 9 15.16 NaN NaN
seed 10 14.46 NaN NaN
seed 10 14.67 NaN NaN
seed 10 15.09 NaN NaN
seed 10 15.96 NaN NaN
seed 10 14.92 NaN NaN
seed 10 15.16 NaN NaN
seed 10 14.41 NaN NaN
seed 10 14.93 NaN NaN
seed 10 14.97 NaN NaN
seed 10 14.81 NaN NaN
seed 11 14.51 NaN NaN
seed 11 14.95 NaN NaN
seed 11 15.54 NaN NaN
seed 11 15.4 NaN NaN
seed 11 14.78 NaN NaN
seed 11 15.45 NaN NaN
seed 11 14.62 NaN NaN
seed 11 14.43 NaN NaN
seed 11 14.79 NaN NaN
seed 11 14.69 NaN NaN
seed 12 14.94 NaN NaN
seed 12 14.67 NaN NaN
seed 12 15.35 NaN NaN
seed 12 15.53 NaN NaN
seed 12 15.02 NaN NaN
seed 12 15 NaN NaN
seed 12 14.86 NaN NaN
seed 12 14.68 NaN NaN
seed 12 15.31 NaN NaN
seed 12 15.01 NaN NaN
seed 15 16.14 NaN NaN
seed 15 15.68 NaN NaN
seed 15 17.15 NaN NaN
seed 15 18.08 NaN NaN
seed 15 18.03 NaN NaN
seed 15 16.82 NaN NaN
seed 15 16.94 NaN NaN
seed 15 16.63 NaN NaN
seed 15 16.16 NaN NaN
seed 15 15.99 NaN NaN
seed 16 18.12 NaN NaN
seed 16 16.98 NaN NaN
seed 16 18.22 NaN NaN
seed 16 19.14 NaN NaN
seed 16 17.92 NaN NaN
seed 16 19.41 NaN NaN
seed 16 18.73 NaN NaN
seed 16 18.95 NaN NaN
seed 16 19.31 NaN NaN
seed 16 17.73 NaN NaN
seed 17 19.97 NaN NaN
seed 17 19.62 NaN NaN
seed 17 20.16 NaN NaN
seed 17 20.05 NaN NaN
seed 17 17.94 NaN NaN
seed 17 18.88 NaN NaN
seed 17 20.16 NaN NaN
seed 17 18.54 NaN NaN
seed 17 20.78 NaN NaN
seed 17 19.66 NaN NaN
seed 18 20.34 NaN NaN
seed 18 19.77 NaN NaN
seed 18 21.7 NaN NaN
seed 18 22.76 NaN NaN
seed 18 23.09 NaN NaN
seed 18 19.96 NaN NaN
seed 18 22.38 NaN NaN
seed 18 19.22 NaN NaN
seed 18 21.19 NaN NaN
seed 18 22.35 NaN NaN
seed 21 22.63 NaN NaN
seed 21 22.87 NaN NaN
seed 21 23.63 NaN NaN
seed 21 35.54 NaN NaN
seed 21 24.69 NaN NaN
seed 21 24.6 NaN NaN
seed 21 27.03 NaN NaN
seed 21 28.86 NaN NaN
seed 21 27.96 NaN NaN
seed 21 26.61 NaN NaN
EOD
$p4s3 << EOD
median 1 89.105 NaN NaN
median 2 78.92 NaN NaN
median 3 52.81 NaN NaN
median 4 32.215 NaN NaN
median 5 23.990000000000002 NaN NaN
median 6 19.25 NaN NaN
median 9 19.235 NaN NaN
median 10 20.445 NaN NaN
median 11 20.240000000000002 NaN NaN
median 12 21.82 NaN NaN
median 15 34.49 NaN NaN
median 16 44.739999999999995 NaN NaN
median 17 55.545 NaN NaN
median 18 90 NaN NaN
median 21 90 NaN NaN
interval 1 88.001 85.44767348649977 90.9574651137747
interval 2 78.825 75.06560886446564 82.98227474956165
interval 3 53.67 50.16216016402999 57.22412857889827
interval 4 32.165 30.83877218056562 33.46960287010068
interval 5 23.932000000000002 23.110152844403277 24.739844932796224
interval 6 19.33 18.654031869260745 19.99298877211722
interval 9 19.308999999999997 18.508939753531877 20.090922241610745
interval 10 20.488000000000003 19.21351327066383 21.72053657449415
interval 11 20.728 19.57200309874111 21.849944227983528
interval 12 22.127999999999997 20.930766874660854 23.291961279851897
interval 15 32.003 28.245112094703515 35.58892745048613

seed 1 91.39 NaN NaN
seed 1 88.31 NaN NaN
seed 1 86.21 NaN NaN
seed 1 90.54 NaN NaN
seed 1 85.35 NaN NaN
seed 1 81.69 NaN NaN
seed 1 93.7 NaN NaN
seed 1 89.9 NaN NaN
seed 1 90.17 NaN NaN
seed 1 82.75 NaN NaN
seed 2 77.43 NaN NaN
seed 2 80.41 NaN NaN
seed 2 77.35 NaN NaN
seed 2 85.47 NaN NaN
seed 2 74.81 NaN NaN
seed 2 72.57 NaN NaN
seed 2 81.42 NaN NaN
seed 2 81.2 NaN NaN
seed 2 87.32 NaN NaN
seed 2 70.27 NaN NaN
seed 3 52.57 NaN NaN
seed 3 51.97 NaN NaN
seed 3 55.2 NaN NaN
seed 3 62.5 NaN NaN
seed 3 53.05 NaN NaN
seed 3 47.67 NaN NaN
seed 3 61.19 NaN NaN
seed 3 48.01 NaN NaN
seed 3 53.11 NaN NaN
seed 3 51.43 NaN NaN
seed 4 29.59 NaN NaN
seed 4 31.57 NaN NaN
seed 4 33.67 NaN NaN
seed 4 31.61 NaN NaN
seed 4 28.95 NaN NaN
seed 4 34.1 NaN NaN
seed 4 33.54 NaN NaN
seed 4 32.58 NaN NaN
seed 4 34.19 NaN NaN
seed 4 31.85 NaN NaN
seed 5 22.73 NaN NaN
seed 5 23 NaN NaN
seed 5 24.26 NaN NaN
seed 5 24.19 NaN NaN
seed 5 22.3 NaN NaN
seed 5 23.32 NaN NaN
seed 5 26.02 NaN NaN
seed 5 24.57 NaN NaN
seed 5 25.14 NaN NaN
seed 5 23.79 NaN NaN
seed 6 18.89 NaN NaN
seed 6 18.17 NaN NaN
seed 6 19.58 NaN NaN
seed 6 19.19 NaN NaN
seed 6 18.02 NaN NaN
seed 6 19.58 NaN NaN
seed 6 21.33 NaN NaN
seed 6 20.1 NaN NaN
seed 6 19.31 NaN NaN
seed 6 19.13 NaN NaN
seed 9 19.34 NaN NaN
seed 9 18.16 NaN NaN
seed 9 19.9 NaN NaN
seed 9 18.7 NaN NaN
seed 9 17.94 NaN NaN
seed 9 20.63 NaN NaN
seed 9 21.07 NaN NaN
seed 9 20.16 NaN NaN
seed 9 19.13 NaN NaN
seed 9 18.06 NaN NaN
seed 10 19.87 NaN NaN
seed 10 18.49 NaN NaN
seed 10 22.19 NaN NaN
seed 10 19.67 NaN NaN
seed 10 18.42 NaN NaN
seed 10 21.87 NaN NaN
seed 10 22.33 NaN NaN
seed 10 22.71 NaN NaN
seed 10 21.02 NaN NaN
seed 10 18.31 NaN NaN
seed 11 20.16 NaN NaN
seed 11 19.44 NaN NaN
seed 11 21.42 NaN NaN
seed 11 20.32 NaN NaN
seed 11 19.4 NaN NaN
seed 11 23.2 NaN NaN
seed 11 22.55 NaN NaN
seed 11 22.58 NaN NaN
seed 11 19.67 NaN NaN
seed 11 18.54 NaN NaN
seed 12 21.31 NaN NaN
seed 12 21.05 NaN NaN
seed 12 21.89 NaN NaN
seed 12 24.12 NaN NaN
seed 12 19.29 NaN NaN
seed 12 23.18 NaN NaN
seed 12 24.23 NaN NaN
seed 12 23.76 NaN NaN
seed 12 21.75 NaN NaN
seed 12 20.7 NaN NaN
seed 15 26.28 NaN NaN
seed 15 27.02 NaN NaN
seed 15 35.65 NaN NaN
seed 15 35.61 NaN NaN
seed 15 25.87 NaN NaN
seed 15 34.64 NaN NaN
seed 15 35.74 NaN NaN
seed 15 34.34 NaN NaN
seed 15 38.89 NaN NaN
seed 15 25.99 NaN NaN
seed 16 53.49 NaN NaN
seed 16 28.41 NaN NaN
seed 16 90 NaN NaN
seed 16 86.8 NaN NaN
seed 16 34.3 NaN NaN
seed 16 90 NaN NaN
seed 16 34.93 NaN NaN
seed 16 36.25 NaN NaN
seed 16 53.23 NaN NaN
seed 16 29.59 NaN NaN
seed 17 90 NaN NaN
seed 17 57.35 NaN NaN
seed 17 90 NaN NaN
seed 17 36.46 NaN NaN
seed 17 35.72 NaN NaN
seed 17 90 NaN NaN
seed 17 90 NaN NaN
seed 17 53.74 NaN NaN
seed 17 51.2 NaN NaN
seed 17 37.87 NaN NaN
seed 18 43.2 NaN NaN
seed 18 50.1 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 51.72 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 21 41.99 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 51.41 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
EOD
$p4s4 << EOD
median 1 89.76 NaN NaN
median 2 82.33000000000001 NaN NaN
median 3 52.32 NaN NaN
median 4 31.89 NaN NaN
median 5 23.2 NaN NaN
median 6 18.45 NaN NaN
median 9 17.475 NaN NaN
median 10 17.689999999999998 NaN NaN
median 11 18.78 NaN NaN
median 12 19.33 NaN NaN
median 15 29.335 NaN NaN
median 16 40.345 NaN NaN
median 17 50.495 NaN NaN
median 18 90 NaN NaN
median 21 90 NaN NaN
interval 1 89.91400000000002 87.29076635590995 92.87965798998356
interval 2 81.447 77.23859151103953 86.29444342815594
interval 3 51.90500000000001 48.6387380252052 55.1882041640922
interval 4 32.002 30.92218154984194 33.06766101431853
interval 5 23.152 22.615689870657988 23.682020353738526
interval 6 18.403 18.006278102443112 18.79492291340794
interval 9 17.605 17.09882159667474 18.102914664279787
interval 10 18.223999999999997 17.408704082910084 19.018911733380936
interval 11 18.814 17.731546078620834 19.86228216415956
interval 12 19.706000000000003 18.510721464412335 20.862220358954374
interval 15 31.341999999999995 24.699597764495174 37.6651360135892

interval 21 90 90 90
seed 1 92.07 NaN NaN
seed 1 89.2 NaN NaN
seed 1 96.97 NaN NaN
seed 1 89.93 NaN NaN
seed 1 86.33 NaN NaN
seed 1 88.19 NaN NaN
seed 1 89.59 NaN NaN
seed 1 90 NaN NaN
seed 1 90.14 NaN NaN
seed 1 86.72 NaN NaN
seed 2 86.21 NaN NaN
seed 2 82.68 NaN NaN
seed 2 86.47 NaN NaN
seed 2 81.98 NaN NaN
seed 2 74.95 NaN NaN
seed 2 78.89 NaN NaN
seed 2 78.89 NaN NaN
seed 2 88.37 NaN NaN
seed 2 88.81 NaN NaN
seed 2 67.22 NaN NaN
seed 3 44.9 NaN NaN
seed 3 48.34 NaN NaN
seed 3 54.3 NaN NaN
seed 3 53.88 NaN NaN
seed 3 55.82 NaN NaN
seed 3 53.34 NaN NaN
seed 3 60.3 NaN NaN
seed 3 51.3 NaN NaN
seed 3 47.23 NaN NaN
seed 3 49.64 NaN NaN
seed 4 29.3 NaN NaN
seed 4 31.8 NaN NaN
seed 4 32.23 NaN NaN
seed 4 34.22 NaN NaN
seed 4 30.41 NaN NaN
seed 4 31.77 NaN NaN
seed 4 32.32 NaN NaN
seed 4 34.26 NaN NaN
seed 4 31.98 NaN NaN
seed 4 31.73 NaN NaN
seed 5 22.82 NaN NaN
seed 5 22.43 NaN NaN
seed 5 23.2 NaN NaN
seed 5 23.35 NaN NaN
seed 5 22.19 NaN NaN
seed 5 22.8 NaN NaN
seed 5 24.99 NaN NaN
seed 5 23.2 NaN NaN
seed 5 23.25 NaN NaN
seed 5 23.29 NaN NaN
seed 6 18.16 NaN NaN
seed 6 17.73 NaN NaN
seed 6 18.5 NaN NaN
seed 6 18.52 NaN NaN
seed 6 17.45 NaN NaN
seed 6 19.01 NaN NaN
seed 6 19.19 NaN NaN
seed 6 18.89 NaN NaN
seed 6 18.18 NaN NaN
seed 6 18.4 NaN NaN
seed 9 16.68 NaN NaN
seed 9 16.92 NaN NaN
seed 9 18.55 NaN NaN
seed 9 18.43 NaN NaN
seed 9 17.4 NaN NaN
seed 9 17.55 NaN NaN
seed 9 18.45 NaN NaN
seed 9 17.35 NaN NaN
seed 9 17.91 NaN NaN
seed 9 16.81 NaN NaN
seed 10 17.26 NaN NaN
seed 10 17.49 NaN NaN
seed 10 20.2 NaN NaN
seed 10 18.79 NaN NaN
seed 10 16.85 NaN NaN
seed 10 17.47 NaN NaN
seed 10 19.1 NaN NaN
seed 10 17.63 NaN NaN
seed 10 19.7 NaN NaN
seed 10 17.75 NaN NaN
seed 11 17.28 NaN NaN
seed 11 17.15 NaN NaN
seed 11 21.57 NaN NaN
seed 11 19.52 NaN NaN
seed 11 17.2 NaN NaN
seed 11 17.84 NaN NaN
seed 11 19.38 NaN NaN
seed 11 18.69 NaN NaN
seed 11 20.64 NaN NaN
seed 11 18.87 NaN NaN
seed 12 19.76 NaN NaN
seed 12 18.9 NaN NaN
seed 12 23.55 NaN NaN
seed 12 18.61 NaN NaN
seed 12 18.12 NaN NaN
seed 12 18.39 NaN NaN
seed 12 21.26 NaN NaN
seed 12 20.12 NaN NaN
seed 12 20.14 NaN NaN
seed 12 18.21 NaN NaN
seed 15 28.79 NaN NaN
seed 15 24.39 NaN NaN
seed 15 42.28 NaN NaN
seed 15 29.88 NaN NaN
seed 15 24.35 NaN NaN
seed 15 24.85 NaN NaN
seed 15 30.32 NaN NaN
seed 15 31.83 NaN NaN
seed 15 53.72 NaN NaN
seed 15 23.01 NaN NaN
seed 16 29.44 NaN NaN
seed 16 43.62 NaN NaN
seed 16 90 NaN NaN
seed 16 30.23 NaN NaN
seed 16 37.07 NaN NaN
seed 16 26.43 NaN NaN
seed 16 90 NaN NaN
seed 16 52.4 NaN NaN
seed 16 90 NaN NaN
seed 16 28.96 NaN NaN
seed 17 90 NaN NaN
seed 17 50.44 NaN NaN
seed 17 90 NaN NaN
seed 17 33.8 NaN NaN
seed 17 46.59 NaN NaN
seed 17 50.55 NaN NaN
seed 17 90 NaN NaN
seed 17 45.63 NaN NaN
seed 17 90 NaN NaN
seed 17 49.5 NaN NaN
seed 18 90 NaN NaN
seed 18 34.88 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 36.27 NaN NaN
seed 18 35.09 NaN NaN
seed 18 90 NaN NaN
seed 18 90 NaN NaN
seed 18 58.81 NaN NaN
seed 18 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
seed 21 90 NaN NaN
EOD
$p4s5 << EOD
median 1 89.7 NaN NaN
median 2 88.235 NaN NaN
median 3 65.87 NaN NaN
median 4 36.5 NaN NaN
median 5 23.855 NaN NaN
median 6 17.875 NaN NaN
median 9 15.129999999999999 NaN NaN
median 10 14.68 NaN NaN
median 11 14.82 NaN NaN
median 12 14.82 NaN NaN
median 15 15.829999999999998 NaN NaN
median 16 19.125 NaN NaN
median 17 22.085 NaN NaN
median 18 19.16 NaN NaN
median 21 22.055 NaN NaN
interval 1 88.98299999999999 88.06562039786066 89.9543368292974
interval 2 87.257 85.34639071228601 89.38029965818218
interval 3 65.147 58.38399147254559 72.31443722956189
interval 4 35.642999999999994 33.526148495399475 37.71546854268473
interval 5 23.648999999999997 22.8704835376504 24.41467080661236
interval 6 17.896 17.521450722832274 18.266108180247628
interval 9 15.146 14.777617007173436 15.509045006792654
interval 10 14.690999999999999 14.421740261562904 14.957310692239812
interval 11 14.773999999999997 14.608027305183032 14.938857319168358
interval 12 14.86 14.673987065209849 15.044613933875414
interval 15 15.854000000000003 15.668621817355096 16.03810296247679
interval 16 19.756 17.470155869489762 21.904606156011994
interval 17 22.666000000000004 19.588571167961454 25.550586349370313
interval 18 19.5 18.470984420967824 20.499497384081433
interval 21 22.321 21.14315547541196 23.467184718876606
seed 1 90 NaN NaN
seed 1 89.53 NaN NaN
seed 1 89.96 NaN NaN
seed 1 89.97 NaN NaN
seed 1 90 NaN NaN
seed 1 88.54 NaN NaN
seed 1 89.87 NaN NaN
seed 1 86.63 NaN NaN
seed 1 88.9 NaN NaN
seed 1 86.43 NaN NaN
seed 2 90 NaN NaN
seed 2 86.14 NaN NaN
seed 2 89.49 NaN NaN
seed 2 89.55 NaN NaN
seed 2 89.88 NaN NaN
seed 2 86.78 NaN NaN
seed 2 88.72 NaN NaN
seed 2 83.16 NaN NaN
seed 2 87.75 NaN NaN
seed 2 81.1 NaN NaN
seed 3 65.06 NaN NaN
seed 3 46.1 NaN NaN
seed 3 68.15 NaN NaN
seed 3 69.29 NaN NaN
seed 3 66.68 NaN NaN
seed 3 63.24 NaN NaN
seed 3 77 NaN NaN
seed 3 54.27 NaN NaN
seed 3 78.81 NaN NaN
seed 3 62.87 NaN NaN
seed 4 30.33 NaN NaN
seed 4 32.65 NaN NaN
seed 4 32.32 NaN NaN
seed 4 37.51 NaN NaN
seed 4 38.18 NaN NaN
seed 4 35.77 NaN NaN
seed 4 35.86 NaN NaN
seed 4 38.52 NaN NaN
seed 4 38.15 NaN NaN
seed 4 37.14 NaN NaN
seed 5 22.16 NaN NaN
seed 5 22.39 NaN NaN
seed 5 24.05 NaN NaN
seed 5 24.2 NaN NaN
seed 5 22.62 NaN NaN
seed 5 24.21 NaN NaN
seed 5 23.66 NaN NaN
seed 5 22.96 NaN NaN
seed 5 25.26 NaN NaN
seed 5 24.98 NaN NaN
seed 6 16.95 NaN NaN
seed 6 17.41 NaN NaN
seed 6 17.86 NaN NaN
seed 6 18.31 NaN NaN
seed 6 17.89 NaN NaN
seed 6 18.45 NaN NaN
seed 6 18.74 NaN NaN
seed 6 17.63 NaN NaN
seed 6 17.73 NaN NaN
seed 6 17.99 NaN NaN
seed 9 14.89 NaN NaN
seed 9 14.8 NaN NaN
seed 9 14.58 NaN NaN
seed 9 16.23 NaN NaN
seed 9 14.57 NaN NaN
seed 9 15.19 NaN NaN
seed 9 15.77 NaN NaN
seed 9 15.17 NaN NaN
seed 9 15.11 NaN NaN
seed 9 15.15 NaN NaN
seed 10 14.73 NaN NaN
seed 10 14.8 NaN NaN
seed 10 14.28 NaN NaN
seed 10 15.25 NaN NaN
seed 10 14.09 NaN NaN
seed 10 14.63 NaN NaN
seed 10 15.24 NaN NaN
seed 10 14.44 NaN NaN
seed 10 14.86 NaN NaN
seed 10 14.59 NaN NaN
seed 11 14.95 NaN NaN
seed 11 14.95 NaN NaN
seed 11 14.69 NaN NaN
seed 11 15.04 NaN NaN
seed 11 14.38 NaN NaN
seed 11 14.6 NaN NaN
seed 11 14.64 NaN NaN
seed 11 14.99 NaN NaN
seed 11 14.96 NaN NaN
seed 11 14.54 NaN NaN
seed 12 14.61 NaN NaN
seed 12 14.84 NaN NaN
seed 12 14.6 NaN NaN
seed 12 15.1 NaN NaN
seed 12 14.81 NaN NaN
seed 12 15.44 NaN NaN
seed 12 14.76 NaN NaN
seed 12 14.83 NaN NaN
seed 12 14.62 NaN NaN
seed 12 14.99 NaN NaN
seed 15 15.98 NaN NaN
seed 15 15.79 NaN NaN
seed 15 15.77 NaN NaN
seed 15 16.31 NaN NaN
seed 15 15.31 NaN NaN
seed 15 15.96 NaN NaN
seed 15 15.77 NaN NaN
seed 15 15.87 NaN NaN
seed 15 16.04 NaN NaN
seed 15 15.74 NaN NaN
seed 16 19.22 NaN NaN
seed 16 18.09 NaN NaN
seed 16 19.03 NaN NaN
seed 16 19.97 NaN NaN
seed 16 16.29 NaN NaN
seed 16 18.28 NaN NaN
seed 16 17.19 NaN NaN
seed 16 20.68 NaN NaN
seed 16 28.55 NaN NaN
seed 16 20.26 NaN NaN
seed 17 18.91 NaN NaN
seed 17 24.35 NaN NaN
seed 17 34.01 NaN NaN
seed 17 19.03 NaN NaN
seed 17 22.94 NaN NaN
seed 17 23.99 NaN NaN
seed 17 18.55 NaN NaN
seed 17 22.77 NaN NaN
seed 17 20.71 NaN NaN
seed 17 21.4 NaN NaN
seed 18 19.07 NaN NaN
seed 18 19.61 NaN NaN
seed 18 21.05 NaN NaN
seed 18 18.62 NaN NaN
seed 18 18.42 NaN NaN
seed 18 19.32 NaN NaN
seed 18 18.92 NaN NaN
seed 18 22.9 NaN NaN
seed 18 19.25 NaN NaN
seed 18 17.84 NaN NaN
seed 21 22.26 NaN NaN
seed 21 23.34 NaN NaN
seed 21 21.28 NaN NaN
seed 21 23.77 NaN NaN
seed 21 21.85 NaN NaN
seed 21 21.68 NaN NaN
seed 21 20.96 NaN NaN
seed 21 19.78 NaN NaN
seed 21 25.63 NaN NaN
seed 21 22.66 NaN NaN
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

# ---- A heat map: a row for each line, a column for each category, the median as colour and as number. ----

heat_log = y_log
heat_low = all_low; heat_high = all_high
if (heat_low != heat_low) { heat_low = 0; heat_high = 1 }
if (heat_low == heat_high) { heat_high = heat_low + max(abs(heat_low), 1)*1e-6 }

# Rows are the lines that are no theory. A theory is drawn over the map, by place_of(v): its value v lies between two
# rows, whose names are numbers.
array row_of[entries + 1]; array row_label[entries + 1]
rows = 0
do for [k = 1:entries] {
    row_of[k] = 0
    if (look[k] ne 'theory') { rows = rows + 1; row_of[k] = rows; row_label[rows] = label[k] }
    if (look[k] eq 'theory') { caption = caption . '; line: ' . label[k] }
}
row_after(v, i) = i >= rows || num(row_label[i + 1]) > v ? i : row_after(v, i + 1)
row_between(v, i) = i >= rows ? rows : i + (v - num(row_label[i]))/(num(row_label[i + 1]) - num(row_label[i]))
place_of(v) = v < num(row_label[1]) ? NaN : v > num(row_label[rows]) ? NaN : row_between(v, row_after(v, 1))

# A panel has columns of the categories for which it has values: column_of[(p - 1)*categories + i] is the column of category i,
# or NaN, and columns_in[p] their number. $cellsP, of panel P: column, row, whether there is a median, the median, the numbers of unsuccessful and of refused trials.
array cell_mean[rows*categories + 1]; array cell_lost[rows*categories + 1]; array cell_refused[rows*categories + 1]
fill(at, w, y) = (y == y && (w eq 'mean' || w eq 'median') ? (cell_mean[at] = y, 1) : 0, w eq 'lost' ? (cell_lost[at] = y, 1) : 0, w eq 'refused' ? (cell_refused[at] = y, 1) : 0, 1)
array column_of[panels*categories + 1]; array columns_in[panels + 1]
most_columns = 1
use(p, i, w, y) = y == y && w ne 'seed' ? (column_of[(p - 1)*categories + i] = 1) : 0
column_at(p, i) = column_of[(p - 1)*categories + i]
do for [p = 1:panels] {
    do for [i = 1:rows*categories] { cell_mean[i] = NaN; cell_lost[i] = 0; cell_refused[i] = 0 }
    do for [i = 1:categories] { column_of[(p - 1)*categories + i] = NaN }
    set table $scratch
    do for [k in shown[p]] { plot block(p, k) using (fill((row_of[int(k)] - 1)*categories + int($2), strcol(1), $3) + use(p, int($2), strcol(1), $3)) with table }
    unset table
    columns_in[p] = 0
    do for [i = 1:categories] {
        if (column_at(p, i) == 1) { columns_in[p] = columns_in[p] + 1; column_of[(p - 1)*categories + i] = columns_in[p] }
    }
    if (columns_in[p] == 0) {
        columns_in[p] = categories
        do for [i = 1:categories] { column_of[(p - 1)*categories + i] = i }
    }
    most_columns = max(most_columns, columns_in[p])
    eval sprintf('set print $cells%d', p)
    do for [i = 1:rows*categories] {
        if (column_at(p, (i - 1) % categories + 1) != column_at(p, (i - 1) % categories + 1)) { continue }
        print sprintf('%d %d %d %.17g %d %d', column_at(p, (i - 1) % categories + 1), (i - 1)/categories + 1, cell_mean[i] == cell_mean[i], \
                      cell_mean[i] == cell_mean[i] ? cell_mean[i] : 0, cell_lost[i], cell_refused[i])
    }
    set print
}

# Names of rows stand left of the first panel of each row of panels; columns' names below, aslant where they are long.
longest_name = 1
# short(s): 1e-5 for 1e-05.
short(s) = strstrt(s, 'e-0') > 1 && strlen(s) == strstrt(s, 'e-0') + 3 ? s[1:strstrt(s, 'e-0')+1] . s[strlen(s):*] : s
do for [i = 1:categories] { category[i] = short(category[i]) }
widest_row = 1
do for [k = 1:rows] { row_label[k] = abridge(row_label[k], letters(0.36*width, 0)); widest_row = max(widest_row, strlen(row_label[k])) }
do for [i = 1:categories] { longest_name = max(longest_name, strlen(category[i])) }
name_inch = (1.1*widest_row + 1)*char_inch + 0.06
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(most_columns*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = min((width - name_inch - 0.06)/panel_columns - 0.15, most_columns*(panels == 1 ? 2.2 : 1.1))
indent_inch = 0.5*(width - name_inch - 0.06 - panel_columns*(map_inch + 0.15))
# roomy: the cells are so wide that their numbers have a larger font.
roomy = map_inch/most_columns > 1.5
cell_letters = map_inch/most_columns/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/most_columns > 1.7*line_inch ? 35 : 90
counted = lost_count || refused_count
cell_high = line_inch*(counted ? 2.4 : roomy ? 2.1 : 1.7)
lines_above = 0
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(map_inch, 1))
    lines_above = max(lines_above, lines_in(panel_title[p]))
}
below_inch = line_inch*(0.5 + (x_label eq '' ? 0.3 : 1.3) + (slant ? 0.4 + (slant == 90 ? 0.95 : 0.55)*longest_name*char_inch/line_inch : 1))
above_inch = line_inch*(1.15*lines_above + 0.5)
row_inch = rows*cell_high + above_inch + below_inch
bar_inch = 3.7*line_inch
bar_part = min(0.7, 2.1/width)
if (lost_count) { caption = caption . '; ×n: n trials ' . lost_word }
if (refused_count) { caption = caption . '; –: refused' }
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06
height = title_inch + panel_rows*row_inch + bar_inch + 0.05

# Numbers: as many digits as all of them need, and as there is room for.
decimals = heat_high >= 1000 || heat_low < 0 || (heat_low > 0 && heat_high/heat_low > 300) || heat_high < 0.01 ? -1 : \
    heat_high >= 100 ? 0 : heat_high >= 10 ? 1 : 2
fixed = sprintf('%%.%df', max(decimals, 0))
ten_to(v) = int(floor(log10(abs(v)) + 1e-9))
power_form(v, digits) = sprintf('%.' . digits . 'fe%d', v/10.**ten_to(v), ten_to(v))
plain(v, digits) = v == 0 || (abs(v) >= 0.001 && abs(v) < 1e4) ? sprintf('%.' . digits . 'g', v) : power_form(v, digits - 1)
fits(text) = strlen(text) <= 0.9*cell_letters
shortest(v) = fits(plain(v, 3)) ? plain(v, 3) : fits(plain(v, 2)) ? plain(v, 2) : fits(plain(v, 1)) ? plain(v, 1) : ''
number(v) = decimals >= 0 && fits(sprintf(fixed, v)) ? sprintf(fixed, v) : shortest(v)
counts(lost, refused) = (lost > 0 ? '×' . sprintf('%d', lost) : '') . (refused > 0 ? (lost > 0 ? ' –' : '–') : '')
beside(lost, refused) = lost > 0 || refused > 0 ? 0.22 : 0
# cross(x, v): notes the cells whose numbers a line of theory may cross, in column x at v between two rows. edge: the
# width of the outline of such a number, in letters.
array crossed[rows*categories + 1]
hit(x, i) = i >= 1 && i <= rows ? (crossed[(i - 1)*categories + x] = 1) : 0
cross(x, v) = v == v ? hit(x, int(v)) + hit(x, int(v) + 1) : 0
edge = 0.22
ink_on(any, v) = any > 0 ? heat_ink(heat_part(v)) : ink

page_lines = 12 + 2*rows
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    font_number = roomy ? font_panel : font_small
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        unset key
        plot NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        unset grid; unset logscale
        set xrange [0.5:columns_in[p] + 0.5]; set yrange [rows + 0.5:0.5]
        set xtics nomirror scale 0 ('' -1)
        do for [i = 1:categories] { if (column_at(p, i) == column_at(p, i)) { set xtics add (tick_text(category[i]) column_at(p, i)) } }
        set ytics nomirror scale 0 (tick_text(row_label[1]) 1)
        do for [k = 2:rows] { set ytics add (tick_text(row_label[k]) k) }
        set xlabel (p + panel_columns > panels ? tx(x_label) : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            in_row = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = indent_inch + name_inch + in_row*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch*columns_in[p]/most_columns)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + rows*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (in_row > 0) { set format y '' ; unset ytics }
            set xlabel offset 0,0.3
            set label tx(panel_title[p]) at graph 0.5, graph 1 center offset character 0, 1.1*lines_above - 0.25 font font_panel
            if (heat_log) { set logscale cb 10 }
            set cbrange [heat_low:heat_high]
            if (p == panels) {
                set colorbox horizontal user origin 0.5 - bar_part/2, 1.6*line_inch/height size bar_part, 0.1/height front noborder
                if (heat_log) { eval set_log_ticks('cb', heat_low, heat_high) } else { set cbtics nomirror nice((heat_high - heat_low)/4., 10.**floor(log10((heat_high - heat_low)/4.))) }
                set cbtics scale 0.3 offset 0,0.4
                set label tx(y_label . (y_log ? ' (log scale)' : '')) at screen 0.5, screen (2.2*line_inch + 0.1)/height center
            } else {
                unset colorbox
            }
            plot '$cells'.p using 1:($5 + $6 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror fs solid noborder fc rgb 0xE4E4E4 notitle, \
                 '' using 1:($3 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5):4 with boxxyerror fs solid noborder lc palette notitle, \
                 '' using 1:2:($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror lc rgb 'white' lw 1.5 dt solid fs empty border notitle
            unset label; unset xlabel; unset xtics; unset ytics; unset colorbox
            # A theory's line lies under the numbers, and each number that it crosses has an outline in its cell's colour.
            if (words(with_theory[p])) {
                eval 'plot ' . \
                    part(with_theory[p], "using (pick('theory', column_at(p, int($2)))):(place_of($3)) with lines lw 4 dt solid lc rgb 'white'") . \
                    part(with_theory[p], "using (pick('theory', column_at(p, int($2)))):(place_of($3)) with lines lw 2 dt (8,4) lc rgb 'black'") . 'NaN notitle'
                do for [i = 1:rows*categories] { crossed[i] = 0 }
                set table $scratch
                do for [k in with_theory[p]] { plot block(p, k) using (cross(column_at(p, int($2)), place_of($3))) with table }
                unset table
                plot for [i = 1:8] '$cells'.p using 1:($3 > 0 && crossed[($2 - 1)*categories + $1] ? $2 - beside($5, $6) : NaN):(number($4)):4 \
                    with labels font font_number textcolor palette offset character edge*cos(i*pi/4), edge*sin(i*pi/4) notitle
            }
            plot '$cells'.p using 1:($2 - ($3 > 0 ? beside($5, $6) : 0)):($3 > 0 ? number($4) : ''):(ink_on($3, $4)) with labels font font_number textcolor rgb variable notitle, \
                 '' using 1:($2 + ($3 > 0 ? beside($5, $6) : 0)):(tx(counts($5, $6))):(ink_on($3, $4)) with labels textcolor rgb variable notitle
        }
        unset label; unset arrow; unset colorbox
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1; set border 3
}
