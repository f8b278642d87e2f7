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
caption = 'fashion-mnist, 10 seeds: medians, each seed a small mark; bands: 95 % intervals of the mean where all seeds learn'
x_label = 'learning rate'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'lines'; x_log = 10; y_log = 10; curve = 1; seed_lines = 0; band = 0

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
median 0.0001 33.504999999999995 NaN NaN
median 0.0003 25.884999999999998 NaN NaN
median 0.001 20.39 NaN NaN
median 0.003 17.385 NaN NaN
median 0.01 15.55 NaN NaN
median 0.03 14.81 NaN NaN
median 0.1 16.085 NaN NaN
median 0.15 84.525 NaN NaN
median 0.2 90 NaN NaN
median 0.3 90 NaN NaN
median 1 NaN NaN NaN
median 1.5 NaN NaN NaN
median 2 NaN NaN NaN
median 3 90.005 NaN NaN
median 10 90 NaN NaN
interval 0.0001 33.688 32.937675510481256 34.43259472088804
interval 0.0003 25.781 25.31113645926664 26.246766714746773
interval 0.001 20.362000000000002 20.0575832773227 20.663943491588313
interval 0.003 17.398 17.183346093400495 17.61113438620681
interval 0.01 15.508 15.390341700189174 15.62512814536478
interval 0.03 14.769000000000002 14.60537190457136 14.931542913668084
interval 0.1 16.623 15.27836730682513 17.904122833781326
interval 0.15 73.17 60.22521600354846 88.6694488562545
interval 0.2 89.718 89.14749344425691 90.31139237201376

seed 0.0001 34.25 NaN NaN
seed 0.0001 33.09 NaN NaN
seed 0.0001 33.55 NaN NaN
seed 0.0001 33.46 NaN NaN
seed 0.0001 33.38 NaN NaN
seed 0.0001 33.9 NaN NaN
seed 0.0001 36.29 NaN NaN
seed 0.0001 32.34 NaN NaN
seed 0.0001 32.95 NaN NaN
seed 0.0001 33.67 NaN NaN
seed 0.0003 26.12 NaN NaN
seed 0.0003 25.03 NaN NaN
seed 0.0003 26.12 NaN NaN
seed 0.0003 25.01 NaN NaN
seed 0.0003 26.24 NaN NaN
seed 0.0003 25.9 NaN NaN
seed 0.0003 26.93 NaN NaN
seed 0.0003 25.87 NaN NaN
seed 0.0003 24.83 NaN NaN
seed 0.0003 25.76 NaN NaN
seed 0.001 20.53 NaN NaN
seed 0.001 19.91 NaN NaN
seed 0.001 20.31 NaN NaN
seed 0.001 20.04 NaN NaN
seed 0.001 20.63 NaN NaN
seed 0.001 20.59 NaN NaN
seed 0.001 21.24 NaN NaN
seed 0.001 20.47 NaN NaN
seed 0.001 19.8 NaN NaN
seed 0.001 20.1 NaN NaN
seed 0.003 17.42 NaN NaN
seed 0.003 17.25 NaN NaN
seed 0.003 17.64 NaN NaN
seed 0.003 17.3 NaN NaN
seed 0.003 17.69 NaN NaN
seed 0.003 17.85 NaN NaN
seed 0.003 17.49 NaN NaN
seed 0.003 17.35 NaN NaN
seed 0.003 16.79 NaN NaN
seed 0.003 17.2 NaN NaN
seed 0.01 15.69 NaN NaN
seed 0.01 15.54 NaN NaN
seed 0.01 15.64 NaN NaN
seed 0.01 15.34 NaN NaN
seed 0.01 15.57 NaN NaN
seed 0.01 15.75 NaN NaN
seed 0.01 15.29 NaN NaN
seed 0.01 15.56 NaN NaN
seed 0.01 15.35 NaN NaN
seed 0.01 15.35 NaN NaN
seed 0.03 14.93 NaN NaN
seed 0.03 14.74 NaN NaN
seed 0.03 14.98 NaN NaN
seed 0.03 14.55 NaN NaN
seed 0.03 14.88 NaN NaN
seed 0.03 15.07 NaN NaN
seed 0.03 14.4 NaN NaN
seed 0.03 14.97 NaN NaN
seed 0.03 14.58 NaN NaN
seed 0.03 14.59 NaN NaN
seed 0.1 15.66 NaN NaN
seed 0.1 16.27 NaN NaN
seed 0.1 15.5 NaN NaN
seed 0.1 16.24 NaN NaN
seed 0.1 22.29 NaN NaN
seed 0.1 15.61 NaN NaN
seed 0.1 16.56 NaN NaN
seed 0.1 16.39 NaN NaN
seed 0.1 15.93 NaN NaN
seed 0.1 15.78 NaN NaN
seed 0.15 65.51 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 54.44 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 53.72 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 79.06 NaN NaN
seed 0.15 28.98 NaN NaN
seed 0.15 89.99 NaN NaN
seed 0.2 87.2 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 89.99 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90.01 NaN NaN
seed 0.2 89.98 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 89.99 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90.01 NaN NaN
seed 10 90 NaN NaN
lost 0.3 2 NaN NaN
lost 1 10 NaN NaN
lost 1.5 10 NaN NaN
lost 2 10 NaN NaN
lost 3 8 NaN NaN
lost 10 9 NaN NaN
EOD
$p1s2 << EOD
median 0.0001 38.790000000000006 NaN NaN
median 0.0003 27.835 NaN NaN
median 0.001 21.490000000000002 NaN NaN
median 0.003 17.89 NaN NaN
median 0.01 15.745000000000001 NaN NaN
median 0.03 14.51 NaN NaN
median 0.1 14.41 NaN NaN
median 0.15 14.36 NaN NaN
median 0.2 14.455 NaN NaN
median 0.3 14.545 NaN NaN
median 1 17.725 NaN NaN
median 1.5 48.8 NaN NaN
median 2 76.81 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 38.709 37.53954330358802 39.8689432688043
interval 0.0003 27.863999999999997 27.400284008635168 28.324284353489773
interval 0.001 21.47 21.230882336665243 21.707700585588313
interval 0.003 17.877000000000002 17.70927471823437 18.043827553138833
interval 0.01 15.618999999999996 15.427623304641049 15.808993402326287
interval 0.03 14.566000000000003 14.445204260173389 14.686190747543684
interval 0.1 14.41 14.348555856468918 14.471285734665573
interval 0.15 14.397000000000002 14.27730554727984 14.516093749199007
interval 0.2 14.525 14.338081224643204 14.710468576522107
interval 0.3 14.594999999999999 14.460217023854078 14.729033521391795
interval 1 18.423000000000002 16.745411816925362 20.016611868618508
interval 1.5 50.016999999999996 40.622965690958715 59.30280956315184
interval 2 70.602 59.66179306619852 83.68448534195478

interval 10 90 90 90
seed 0.0001 39.71 NaN NaN
seed 0.0001 37.05 NaN NaN
seed 0.0001 38.77 NaN NaN
seed 0.0001 41.22 NaN NaN
seed 0.0001 40.81 NaN NaN
seed 0.0001 37.99 NaN NaN
seed 0.0001 36.37 NaN NaN
seed 0.0001 36.99 NaN NaN
seed 0.0001 38.81 NaN NaN
seed 0.0001 39.37 NaN NaN
seed 0.0003 29.42 NaN NaN
seed 0.0003 27.45 NaN NaN
seed 0.0003 27.44 NaN NaN
seed 0.0003 27.91 NaN NaN
seed 0.0003 27.63 NaN NaN
seed 0.0003 26.94 NaN NaN
seed 0.0003 27.82 NaN NaN
seed 0.0003 27.85 NaN NaN
seed 0.0003 28.2 NaN NaN
seed 0.0003 27.98 NaN NaN
seed 0.001 21.62 NaN NaN
seed 0.001 21.53 NaN NaN
seed 0.001 21.5 NaN NaN
seed 0.001 21.48 NaN NaN
seed 0.001 21.43 NaN NaN
seed 0.001 21.14 NaN NaN
seed 0.001 22.09 NaN NaN
seed 0.001 20.9 NaN NaN
seed 0.001 21.23 NaN NaN
seed 0.001 21.78 NaN NaN
seed 0.003 17.89 NaN NaN
seed 0.003 18.12 NaN NaN
seed 0.003 17.95 NaN NaN
seed 0.003 17.99 NaN NaN
seed 0.003 17.89 NaN NaN
seed 0.003 17.81 NaN NaN
seed 0.003 18.25 NaN NaN
seed 0.003 17.46 NaN NaN
seed 0.003 17.57 NaN NaN
seed 0.003 17.84 NaN NaN
seed 0.01 15.71 NaN NaN
seed 0.01 15.91 NaN NaN
seed 0.01 15.78 NaN NaN
seed 0.01 15.82 NaN NaN
seed 0.01 15.84 NaN NaN
seed 0.01 15.38 NaN NaN
seed 0.01 15.81 NaN NaN
seed 0.01 15.49 NaN NaN
seed 0.01 15.28 NaN NaN
seed 0.01 15.17 NaN NaN
seed 0.03 14.5 NaN NaN
seed 0.03 14.77 NaN NaN
seed 0.03 14.52 NaN NaN
seed 0.03 14.57 NaN NaN
seed 0.03 14.66 NaN NaN
seed 0.03 14.92 NaN NaN
seed 0.03 14.46 NaN NaN
seed 0.03 14.42 NaN NaN
seed 0.03 14.41 NaN NaN
seed 0.03 14.43 NaN NaN
seed 0.1 14.41 NaN NaN
seed 0.1 14.57 NaN NaN
seed 0.1 14.45 NaN NaN
seed 0.1 14.44 NaN NaN
seed 0.1 14.47 NaN NaN
seed 0.1 14.32 NaN NaN
seed 0.1 14.39 NaN NaN
seed 0.1 14.39 NaN NaN
seed 0.1 14.25 NaN NaN
seed 0.1 14.41 NaN NaN
seed 0.15 14.31 NaN NaN
seed 0.15 14.63 NaN NaN
seed 0.15 14.59 NaN NaN
seed 0.15 14.57 NaN NaN
seed 0.15 14.51 NaN NaN
seed 0.15 14.32 NaN NaN
seed 0.15 14.4 NaN NaN
seed 0.15 14.2 NaN NaN
seed 0.15 14.19 NaN NaN
seed 0.15 14.25 NaN NaN
seed 0.2 14.42 NaN NaN
seed 0.2 15.11 NaN NaN
seed 0.2 14.46 NaN NaN
seed 0.2 14.43 NaN NaN
seed 0.2 14.63 NaN NaN
seed 0.2 14.67 NaN NaN
seed 0.2 14.1 NaN NaN
seed 0.2 14.61 NaN NaN
seed 0.2 14.45 NaN NaN
seed 0.2 14.37 NaN NaN
seed 0.3 14.53 NaN NaN
seed 0.3 14.95 NaN NaN
seed 0.3 14.81 NaN NaN
seed 0.3 14.49 NaN NaN
seed 0.3 14.48 NaN NaN
seed 0.3 14.71 NaN NaN
seed 0.3 14.28 NaN NaN
seed 0.3 14.61 NaN NaN
seed 0.3 14.56 NaN NaN
seed 0.3 14.53 NaN NaN
seed 1 24.66 NaN NaN
seed 1 16.72 NaN NaN
seed 1 17.6 NaN NaN
seed 1 17.85 NaN NaN
seed 1 18.21 NaN NaN
seed 1 17.15 NaN NaN
seed 1 16.55 NaN NaN
seed 1 20.45 NaN NaN
seed 1 18.18 NaN NaN
seed 1 16.86 NaN NaN
seed 1.5 26.22 NaN NaN
seed 1.5 65.3 NaN NaN
seed 1.5 52.81 NaN NaN
seed 1.5 69.39 NaN NaN
seed 1.5 45.57 NaN NaN
seed 1.5 43.85 NaN NaN
seed 1.5 40.83 NaN NaN
seed 1.5 50.58 NaN NaN
seed 1.5 47.02 NaN NaN
seed 1.5 58.6 NaN NaN
seed 2 55.04 NaN NaN
seed 2 81.76 NaN NaN
seed 2 90 NaN NaN
seed 2 54.41 NaN NaN
seed 2 47.27 NaN NaN
seed 2 73.05 NaN NaN
seed 2 52.85 NaN NaN
seed 2 90 NaN NaN
seed 2 80.57 NaN NaN
seed 2 81.07 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 62.73 NaN NaN
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
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p1s3 << EOD
median 0.0001 37.39 NaN NaN
median 0.0003 27.825000000000003 NaN NaN
median 0.001 21.555 NaN NaN
median 0.003 17.79 NaN NaN
median 0.01 15.75 NaN NaN
median 0.03 15.015 NaN NaN
median 0.1 14.875 NaN NaN
median 0.15 15.01 NaN NaN
median 0.2 15.18 NaN NaN
median 0.3 15.594999999999999 NaN NaN
median 1 21.98 NaN NaN
median 1.5 90 NaN NaN
median 2 90 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 37.721 36.638903162948814 38.794297793947
interval 0.0003 27.988000000000007 27.55003943989581 28.422904330563124
interval 0.001 21.671 21.323333576654548 22.0157215681408
interval 0.003 17.821999999999996 17.626413770689865 18.01636031163608
interval 0.01 15.687000000000003 15.476835494889649 15.89550572137583
interval 0.03 14.994 14.803656022533783 15.1829032787105
interval 0.1 14.883000000000001 14.685660051837031 15.078773644537863
interval 0.15 15.045999999999998 14.878953601073652 15.211936212858912
interval 0.2 15.187999999999999 15.00943737529281 15.3653104248749
interval 0.3 15.493 15.26703381354745 15.717020390952044
interval 1 22.665 20.710209026514597 24.536745443757482

interval 2 90 90 90
interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 39.99 NaN NaN
seed 0.0001 37.27 NaN NaN
seed 0.0001 36.82 NaN NaN
seed 0.0001 37.51 NaN NaN
seed 0.0001 36.62 NaN NaN
seed 0.0001 37.01 NaN NaN
seed 0.0001 40.12 NaN NaN
seed 0.0001 35.29 NaN NaN
seed 0.0001 37.93 NaN NaN
seed 0.0001 38.65 NaN NaN
seed 0.0003 28.84 NaN NaN
seed 0.0003 27.5 NaN NaN
seed 0.0003 27.76 NaN NaN
seed 0.0003 27.69 NaN NaN
seed 0.0003 27.41 NaN NaN
seed 0.0003 27.89 NaN NaN
seed 0.0003 29.11 NaN NaN
seed 0.0003 27.28 NaN NaN
seed 0.0003 28.4 NaN NaN
seed 0.0003 28 NaN NaN
seed 0.001 22.21 NaN NaN
seed 0.001 21.44 NaN NaN
seed 0.001 21.7 NaN NaN
seed 0.001 21.67 NaN NaN
seed 0.001 21.29 NaN NaN
seed 0.001 21.97 NaN NaN
seed 0.001 22.68 NaN NaN
seed 0.001 21.19 NaN NaN
seed 0.001 21.31 NaN NaN
seed 0.001 21.25 NaN NaN
seed 0.003 17.62 NaN NaN
seed 0.003 17.82 NaN NaN
seed 0.003 17.79 NaN NaN
seed 0.003 17.71 NaN NaN
seed 0.003 18.13 NaN NaN
seed 0.003 18.32 NaN NaN
seed 0.003 18 NaN NaN
seed 0.003 17.69 NaN NaN
seed 0.003 17.35 NaN NaN
seed 0.003 17.79 NaN NaN
seed 0.01 15.22 NaN NaN
seed 0.01 15.88 NaN NaN
seed 0.01 16.02 NaN NaN
seed 0.01 15.84 NaN NaN
seed 0.01 15.64 NaN NaN
seed 0.01 16.04 NaN NaN
seed 0.01 15.84 NaN NaN
seed 0.01 15.66 NaN NaN
seed 0.01 15.27 NaN NaN
seed 0.01 15.46 NaN NaN
seed 0.03 15.12 NaN NaN
seed 0.03 15.25 NaN NaN
seed 0.03 15.34 NaN NaN
seed 0.03 14.96 NaN NaN
seed 0.03 15.07 NaN NaN
seed 0.03 15.29 NaN NaN
seed 0.03 14.67 NaN NaN
seed 0.03 14.92 NaN NaN
seed 0.03 14.69 NaN NaN
seed 0.03 14.63 NaN NaN
seed 0.1 14.83 NaN NaN
seed 0.1 15.27 NaN NaN
seed 0.1 14.68 NaN NaN
seed 0.1 14.92 NaN NaN
seed 0.1 15.05 NaN NaN
seed 0.1 15.34 NaN NaN
seed 0.1 14.7 NaN NaN
seed 0.1 14.54 NaN NaN
seed 0.1 14.93 NaN NaN
seed 0.1 14.57 NaN NaN
seed 0.15 15.11 NaN NaN
seed 0.15 15.52 NaN NaN
seed 0.15 14.78 NaN NaN
seed 0.15 15.3 NaN NaN
seed 0.15 15.11 NaN NaN
seed 0.15 14.85 NaN NaN
seed 0.15 14.91 NaN NaN
seed 0.15 14.85 NaN NaN
seed 0.15 15.13 NaN NaN
seed 0.15 14.9 NaN NaN
seed 0.2 15.2 NaN NaN
seed 0.2 15.7 NaN NaN
seed 0.2 14.83 NaN NaN
seed 0.2 15.4 NaN NaN
seed 0.2 15.27 NaN NaN
seed 0.2 15.07 NaN NaN
seed 0.2 14.88 NaN NaN
seed 0.2 15.12 NaN NaN
seed 0.2 15.25 NaN NaN
seed 0.2 15.16 NaN NaN
seed 0.3 15.5 NaN NaN
seed 0.3 15.62 NaN NaN
seed 0.3 15.07 NaN NaN
seed 0.3 15.96 NaN NaN
seed 0.3 15.57 NaN NaN
seed 0.3 15.18 NaN NaN
seed 0.3 14.99 NaN NaN
seed 0.3 15.76 NaN NaN
seed 0.3 15.65 NaN NaN
seed 0.3 15.63 NaN NaN
seed 1 20.44 NaN NaN
seed 1 22.39 NaN NaN
seed 1 20.7 NaN NaN
seed 1 25.51 NaN NaN
seed 1 19.45 NaN NaN
seed 1 23.81 NaN NaN
seed 1 28.52 NaN NaN
seed 1 23.5 NaN NaN
seed 1 21.57 NaN NaN
seed 1 20.76 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 54.92 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
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
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p1s4 << EOD
median 0.0001 37.879999999999995 NaN NaN
median 0.0003 28.104999999999997 NaN NaN
median 0.001 21.655 NaN NaN
median 0.003 17.86 NaN NaN
median 0.01 15.725000000000001 NaN NaN
median 0.03 15.02 NaN NaN
median 0.1 14.86 NaN NaN
median 0.15 14.995 NaN NaN
median 0.2 15.105 NaN NaN
median 0.3 15.39 NaN NaN
median 1 21.875 NaN NaN
median 1.5 90 NaN NaN
median 2 90 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0001 38.271 37.20763172725611 39.32619838156335
interval 0.0003 28.212 27.717862702845327 28.702269561186228
interval 0.001 21.835999999999995 21.534314353225692 22.135489108502934
interval 0.003 17.845000000000002 17.65515519047968 18.033692290980994
interval 0.01 15.726999999999999 15.495555399582589 15.956437332980688
interval 0.03 14.967000000000002 14.795439502059278 15.137389349447474
interval 0.1 14.838999999999999 14.716156430661723 14.961231860680511
interval 0.15 15.041999999999998 14.89501604234989 15.18812451275105
interval 0.2 15.175 14.94194659862089 15.405921619378926
interval 0.3 15.45 15.261787539031555 15.636851713140164
interval 1 22.380000000000003 20.491261060602696 24.19133141627933

interval 2 90 90 90
interval 3 90 90 90
interval 10 90 90 90
seed 0.0001 40.4 NaN NaN
seed 0.0001 38 NaN NaN
seed 0.0001 35.9 NaN NaN
seed 0.0001 38.94 NaN NaN
seed 0.0001 37.15 NaN NaN
seed 0.0001 37.1 NaN NaN
seed 0.0001 40.44 NaN NaN
seed 0.0001 37.76 NaN NaN
seed 0.0001 37.68 NaN NaN
seed 0.0001 39.34 NaN NaN
seed 0.0003 28.97 NaN NaN
seed 0.0003 28.86 NaN NaN
seed 0.0003 26.95 NaN NaN
seed 0.0003 27.88 NaN NaN
seed 0.0003 27.96 NaN NaN
seed 0.0003 27.63 NaN NaN
seed 0.0003 29.24 NaN NaN
seed 0.0003 27.99 NaN NaN
seed 0.0003 28.42 NaN NaN
seed 0.0003 28.22 NaN NaN
seed 0.001 22.52 NaN NaN
seed 0.001 21.63 NaN NaN
seed 0.001 21.18 NaN NaN
seed 0.001 21.67 NaN NaN
seed 0.001 21.92 NaN NaN
seed 0.001 22.06 NaN NaN
seed 0.001 22.5 NaN NaN
seed 0.001 21.61 NaN NaN
seed 0.001 21.64 NaN NaN
seed 0.001 21.63 NaN NaN
seed 0.003 17.95 NaN NaN
seed 0.003 17.8 NaN NaN
seed 0.003 17.9 NaN NaN
seed 0.003 17.82 NaN NaN
seed 0.003 18.17 NaN NaN
seed 0.003 18.27 NaN NaN
seed 0.003 17.91 NaN NaN
seed 0.003 17.49 NaN NaN
seed 0.003 17.42 NaN NaN
seed 0.003 17.72 NaN NaN
seed 0.01 15.98 NaN NaN
seed 0.01 15.99 NaN NaN
seed 0.01 15.83 NaN NaN
seed 0.01 15.74 NaN NaN
seed 0.01 15.71 NaN NaN
seed 0.01 16.29 NaN NaN
seed 0.01 15.34 NaN NaN
seed 0.01 15.63 NaN NaN
seed 0.01 15.19 NaN NaN
seed 0.01 15.57 NaN NaN
seed 0.03 15.02 NaN NaN
seed 0.03 15.26 NaN NaN
seed 0.03 15.15 NaN NaN
seed 0.03 15.18 NaN NaN
seed 0.03 14.78 NaN NaN
seed 0.03 15.13 NaN NaN
seed 0.03 14.76 NaN NaN
seed 0.03 15.02 NaN NaN
seed 0.03 14.88 NaN NaN
seed 0.03 14.49 NaN NaN
seed 0.1 14.85 NaN NaN
seed 0.1 15.24 NaN NaN
seed 0.1 14.88 NaN NaN
seed 0.1 14.87 NaN NaN
seed 0.1 14.89 NaN NaN
seed 0.1 14.81 NaN NaN
seed 0.1 14.7 NaN NaN
seed 0.1 14.64 NaN NaN
seed 0.1 14.87 NaN NaN
seed 0.1 14.64 NaN NaN
seed 0.15 14.87 NaN NaN
seed 0.15 15.42 NaN NaN
seed 0.15 15.08 NaN NaN
seed 0.15 15.26 NaN NaN
seed 0.15 15.23 NaN NaN
seed 0.15 14.89 NaN NaN
seed 0.15 14.95 NaN NaN
seed 0.15 14.77 NaN NaN
seed 0.15 15.04 NaN NaN
seed 0.15 14.91 NaN NaN
seed 0.2 15.02 NaN NaN
seed 0.2 15.63 NaN NaN
seed 0.2 15.1 NaN NaN
seed 0.2 15.69 NaN NaN
seed 0.2 15.48 NaN NaN
seed 0.2 15.11 NaN NaN
seed 0.2 14.84 NaN NaN
seed 0.2 14.8 NaN NaN
seed 0.2 15.22 NaN NaN
seed 0.2 14.86 NaN NaN
seed 0.3 15.84 NaN NaN
seed 0.3 15.82 NaN NaN
seed 0.3 15.38 NaN NaN
seed 0.3 15.7 NaN NaN
seed 0.3 15.48 NaN NaN
seed 0.3 15.31 NaN NaN
seed 0.3 15.11 NaN NaN
seed 0.3 15.35 NaN NaN
seed 0.3 15.4 NaN NaN
seed 0.3 15.11 NaN NaN
seed 1 22 NaN NaN
seed 1 20.37 NaN NaN
seed 1 21.75 NaN NaN
seed 1 19.55 NaN NaN
seed 1 22.35 NaN NaN
seed 1 21.21 NaN NaN
seed 1 21.4 NaN NaN
seed 1 22.88 NaN NaN
seed 1 29.7 NaN NaN
seed 1 22.59 NaN NaN
seed 1.5 51.62 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
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
median 1e-05 43.19 NaN NaN
median 3e-05 27.715000000000003 NaN NaN
median 0.0001 20.35 NaN NaN
median 0.0003 16.94 NaN NaN
median 0.001 15.195 NaN NaN
median 0.003 14.629999999999999 NaN NaN
median 0.01 14.83 NaN NaN
median 0.03 16.095 NaN NaN
median 0.045 20.81 NaN NaN
median 0.065 50.6 NaN NaN
median 0.1 86.25 NaN NaN
median 0.3 90 NaN NaN
median 0.45 90 NaN NaN
median 0.65 89.99 NaN NaN
median 1 89.995 NaN NaN
interval 1e-05 43.39600000000001 41.6985850029927 45.085113538362265
interval 3e-05 27.913 27.565108477039598 28.258956172975306
interval 0.0001 20.407999999999998 20.115364835888105 20.698356268314576
interval 0.0003 16.923000000000002 16.688217762875222 17.155894693589236
interval 0.001 15.125 14.955407599034091 15.293459795483928
interval 0.003 14.617999999999999 14.485052563980316 14.750221575210746
interval 0.01 14.794999999999998 14.67656910424981 14.91286291334455
interval 0.03 16.278 15.888618218667002 16.661959911579448
interval 0.045 27.978 18.106172553000057 36.8560964599017
interval 0.065 47.121 32.007881721227335 62.145043431216656
interval 0.1 74.311 62.161129622665776 89.13096338813432
interval 0.3 89.968 89.92870702145851 90.0073917730394
interval 0.45 89.94500000000001 89.87036330472337 90.01999444850672
interval 0.65 89.927 89.83197398092751 90.02260721828412
interval 1 89.904 89.71569470831912 90.09464293261266
seed 1e-05 48.95 NaN NaN
seed 1e-05 42.49 NaN NaN
seed 1e-05 41.11 NaN NaN
seed 1e-05 43.3 NaN NaN
seed 1e-05 44.72 NaN NaN
seed 1e-05 44.07 NaN NaN
seed 1e-05 43.08 NaN NaN
seed 1e-05 40.09 NaN NaN
seed 1e-05 42.59 NaN NaN
seed 1e-05 43.56 NaN NaN
seed 3e-05 28.77 NaN NaN
seed 3e-05 27.9 NaN NaN
seed 3e-05 27.6 NaN NaN
seed 3e-05 27.93 NaN NaN
seed 3e-05 27.76 NaN NaN
seed 3e-05 27.58 NaN NaN
seed 3e-05 28.83 NaN NaN
seed 3e-05 27.59 NaN NaN
seed 3e-05 27.67 NaN NaN
seed 3e-05 27.5 NaN NaN
seed 0.0001 20.72 NaN NaN
seed 0.0001 20.4 NaN NaN
seed 0.0001 20.44 NaN NaN
seed 0.0001 20.29 NaN NaN
seed 0.0001 20.3 NaN NaN
seed 0.0001 20.93 NaN NaN
seed 0.0001 21.11 NaN NaN
seed 0.0001 20.03 NaN NaN
seed 0.0001 19.85 NaN NaN
seed 0.0001 20.01 NaN NaN
seed 0.0003 16.8 NaN NaN
seed 0.0003 17.12 NaN NaN
seed 0.0003 16.92 NaN NaN
seed 0.0003 16.96 NaN NaN
seed 0.0003 17.15 NaN NaN
seed 0.0003 17.57 NaN NaN
seed 0.0003 17.06 NaN NaN
seed 0.0003 16.53 NaN NaN
seed 0.0003 16.51 NaN NaN
seed 0.0003 16.61 NaN NaN
seed 0.001 15.18 NaN NaN
seed 0.001 15.24 NaN NaN
seed 0.001 15.24 NaN NaN
seed 0.001 15.27 NaN NaN
seed 0.001 15.21 NaN NaN
seed 0.001 15.53 NaN NaN
seed 0.001 15.1 NaN NaN
seed 0.001 14.89 NaN NaN
seed 0.001 14.74 NaN NaN
seed 0.001 14.85 NaN NaN
seed 0.003 14.69 NaN NaN
seed 0.003 14.61 NaN NaN
seed 0.003 14.91 NaN NaN
seed 0.003 14.64 NaN NaN
seed 0.003 14.62 NaN NaN
seed 0.003 14.79 NaN NaN
seed 0.003 14.54 NaN NaN
seed 0.003 14.72 NaN NaN
seed 0.003 14.28 NaN NaN
seed 0.003 14.38 NaN NaN
seed 0.01 14.84 NaN NaN
seed 0.01 14.78 NaN NaN
seed 0.01 14.82 NaN NaN
seed 0.01 14.98 NaN NaN
seed 0.01 14.88 NaN NaN
seed 0.01 14.88 NaN NaN
seed 0.01 14.52 NaN NaN
seed 0.01 14.69 NaN NaN
seed 0.01 15.01 NaN NaN
seed 0.01 14.55 NaN NaN
seed 0.03 17 NaN NaN
seed 0.03 16.3 NaN NaN
seed 0.03 16 NaN NaN
seed 0.03 16.15 NaN NaN
seed 0.03 17.1 NaN NaN
seed 0.03 16.84 NaN NaN
seed 0.03 15.38 NaN NaN
seed 0.03 16.04 NaN NaN
seed 0.03 15.98 NaN NaN
seed 0.03 15.99 NaN NaN
seed 0.045 33.99 NaN NaN
seed 0.045 21.56 NaN NaN
seed 0.045 18.57 NaN NaN
seed 0.045 27.25 NaN NaN
seed 0.045 52.96 NaN NaN
seed 0.045 53.71 NaN NaN
seed 0.045 16.04 NaN NaN
seed 0.045 20.06 NaN NaN
seed 0.045 17.96 NaN NaN
seed 0.045 17.68 NaN NaN
seed 0.065 41.45 NaN NaN
seed 0.065 54.9 NaN NaN
seed 0.065 27.75 NaN NaN
seed 0.065 47.28 NaN NaN
seed 0.065 65.53 NaN NaN
seed 0.065 23.56 NaN NaN
seed 0.065 19.91 NaN NaN
seed 0.065 53.92 NaN NaN
seed 0.065 81.3 NaN NaN
seed 0.065 55.61 NaN NaN
seed 0.1 58.24 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 33.58 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 82.5 NaN NaN
seed 0.1 44.7 NaN NaN
seed 0.1 74.09 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 89.99 NaN NaN
seed 0.3 89.94 NaN NaN
seed 0.3 89.87 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90.01 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 89.87 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 89.72 NaN NaN
seed 0.45 89.78 NaN NaN
seed 0.45 89.95 NaN NaN
seed 0.45 90.01 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90.01 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 89.98 NaN NaN
seed 0.65 89.99 NaN NaN
seed 0.65 89.91 NaN NaN
seed 0.65 89.79 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90.01 NaN NaN
seed 0.65 90.03 NaN NaN
seed 0.65 89.99 NaN NaN
seed 0.65 89.95 NaN NaN
seed 0.65 89.6 NaN NaN
seed 1 89.99 NaN NaN
seed 1 90 NaN NaN
seed 1 89.13 NaN NaN
seed 1 89.96 NaN NaN
seed 1 90 NaN NaN
seed 1 89.99 NaN NaN
seed 1 90 NaN NaN
seed 1 89.97 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
$p2s2 << EOD
median 1e-05 49.08 NaN NaN
median 3e-05 29.81 NaN NaN
median 0.0001 21.020000000000003 NaN NaN
median 0.0003 16.72 NaN NaN
median 0.001 14.620000000000001 NaN NaN
median 0.003 14.059999999999999 NaN NaN
median 0.01 13.985 NaN NaN
median 0.03 14.315 NaN NaN
median 0.045 14.524999999999999 NaN NaN
median 0.065 14.79 NaN NaN
median 0.1 15.285 NaN NaN
median 0.3 17.255 NaN NaN
median 0.45 18.58 NaN NaN
median 0.65 22.105 NaN NaN
median 1 30.035 NaN NaN
interval 1e-05 50.062 47.01164055033064 53.12590603019306
interval 3e-05 29.929999999999996 29.35077232915779 30.504582695126825
interval 0.0001 20.980999999999998 20.797422602075134 21.1637126978172
interval 0.0003 16.796 16.626363772471606 16.964639786709725
interval 0.001 14.666000000000002 14.563061850267896 14.768502459629449
interval 0.003 14.078 13.914500404464452 14.240350007942887
interval 0.01 14.056999999999999 13.91405086155543 14.199063467298727
interval 0.03 14.348000000000003 14.17755260455005 14.517226303800271
interval 0.045 14.535 14.388207889602956 14.680897566120077
interval 0.065 14.738 14.613625479497864 14.861746866447644
interval 0.1 15.248000000000001 15.088174769035042 15.406828966626692
interval 0.3 17.07 16.782011398927246 17.355200135015995
interval 0.45 18.826 17.77038085632914 19.849149710391103
interval 0.65 23.023000000000003 20.617532735567288 25.30698723462213
interval 1 31.081999999999994 27.450117439256807 34.561255980982125
seed 1e-05 49.16 NaN NaN
seed 1e-05 46.01 NaN NaN
seed 1e-05 49.23 NaN NaN
seed 1e-05 58.09 NaN NaN
seed 1e-05 56.11 NaN NaN
seed 1e-05 52.18 NaN NaN
seed 1e-05 44.68 NaN NaN
seed 1e-05 47.19 NaN NaN
seed 1e-05 48.97 NaN NaN
seed 1e-05 49 NaN NaN
seed 3e-05 31.57 NaN NaN
seed 3e-05 29.97 NaN NaN
seed 3e-05 29.54 NaN NaN
seed 3e-05 30.12 NaN NaN
seed 3e-05 30.99 NaN NaN
seed 3e-05 29.79 NaN NaN
seed 3e-05 28.98 NaN NaN
seed 3e-05 29.83 NaN NaN
seed 3e-05 29.45 NaN NaN
seed 3e-05 29.06 NaN NaN
seed 0.0001 21.03 NaN NaN
seed 0.0001 20.57 NaN NaN
seed 0.0001 21.01 NaN NaN
seed 0.0001 21.16 NaN NaN
seed 0.0001 21.38 NaN NaN
seed 0.0001 20.87 NaN NaN
seed 0.0001 21.24 NaN NaN
seed 0.0001 20.7 NaN NaN
seed 0.0001 20.75 NaN NaN
seed 0.0001 21.1 NaN NaN
seed 0.0003 16.63 NaN NaN
seed 0.0003 17.03 NaN NaN
seed 0.0003 16.68 NaN NaN
seed 0.0003 17.18 NaN NaN
seed 0.0003 16.99 NaN NaN
seed 0.0003 16.76 NaN NaN
seed 0.0003 17.01 NaN NaN
seed 0.0003 16.6 NaN NaN
seed 0.0003 16.48 NaN NaN
seed 0.0003 16.6 NaN NaN
seed 0.001 14.51 NaN NaN
seed 0.001 14.98 NaN NaN
seed 0.001 14.64 NaN NaN
seed 0.001 14.76 NaN NaN
seed 0.001 14.75 NaN NaN
seed 0.001 14.74 NaN NaN
seed 0.001 14.51 NaN NaN
seed 0.001 14.59 NaN NaN
seed 0.001 14.6 NaN NaN
seed 0.001 14.58 NaN NaN
seed 0.003 13.94 NaN NaN
seed 0.003 14.23 NaN NaN
seed 0.003 14.1 NaN NaN
seed 0.003 13.78 NaN NaN
seed 0.003 14.09 NaN NaN
seed 0.003 14.38 NaN NaN
seed 0.003 14.45 NaN NaN
seed 0.003 14.03 NaN NaN
seed 0.003 14.02 NaN NaN
seed 0.003 13.76 NaN NaN
seed 0.01 13.98 NaN NaN
seed 0.01 14.54 NaN NaN
seed 0.01 14.09 NaN NaN
seed 0.01 13.95 NaN NaN
seed 0.01 14.1 NaN NaN
seed 0.01 14.22 NaN NaN
seed 0.01 13.94 NaN NaN
seed 0.01 13.85 NaN NaN
seed 0.01 13.99 NaN NaN
seed 0.01 13.91 NaN NaN
seed 0.03 13.98 NaN NaN
seed 0.03 14.35 NaN NaN
seed 0.03 14.21 NaN NaN
seed 0.03 14.54 NaN NaN
seed 0.03 14.2 NaN NaN
seed 0.03 14.45 NaN NaN
seed 0.03 14.12 NaN NaN
seed 0.03 14.28 NaN NaN
seed 0.03 14.76 NaN NaN
seed 0.03 14.59 NaN NaN
seed 0.045 14.23 NaN NaN
seed 0.045 14.38 NaN NaN
seed 0.045 14.39 NaN NaN
seed 0.045 14.98 NaN NaN
seed 0.045 14.52 NaN NaN
seed 0.045 14.53 NaN NaN
seed 0.045 14.56 NaN NaN
seed 0.045 14.73 NaN NaN
seed 0.045 14.56 NaN NaN
seed 0.045 14.47 NaN NaN
seed 0.065 14.76 NaN NaN
seed 0.065 14.79 NaN NaN
seed 0.065 14.59 NaN NaN
seed 0.065 14.81 NaN NaN
seed 0.065 14.96 NaN NaN
seed 0.065 14.83 NaN NaN
seed 0.065 14.34 NaN NaN
seed 0.065 14.85 NaN NaN
seed 0.065 14.79 NaN NaN
seed 0.065 14.66 NaN NaN
seed 0.1 15.08 NaN NaN
seed 0.1 15.31 NaN NaN
seed 0.1 15.59 NaN NaN
seed 0.1 15.14 NaN NaN
seed 0.1 15.36 NaN NaN
seed 0.1 15.07 NaN NaN
seed 0.1 14.84 NaN NaN
seed 0.1 15.51 NaN NaN
seed 0.1 15.26 NaN NaN
seed 0.1 15.32 NaN NaN
seed 0.3 16.74 NaN NaN
seed 0.3 16.26 NaN NaN
seed 0.3 17.24 NaN NaN
seed 0.3 17.02 NaN NaN
seed 0.3 17.36 NaN NaN
seed 0.3 17.33 NaN NaN
seed 0.3 17.38 NaN NaN
seed 0.3 16.64 NaN NaN
seed 0.3 17.27 NaN NaN
seed 0.3 17.46 NaN NaN
seed 0.45 20.22 NaN NaN
seed 0.45 17.99 NaN NaN
seed 0.45 17.1 NaN NaN
seed 0.45 18.25 NaN NaN
seed 0.45 20.93 NaN NaN
seed 0.45 18.01 NaN NaN
seed 0.45 18.92 NaN NaN
seed 0.45 20.99 NaN NaN
seed 0.45 16.94 NaN NaN
seed 0.45 18.91 NaN NaN
seed 0.65 22.95 NaN NaN
seed 0.65 21.55 NaN NaN
seed 0.65 28.59 NaN NaN
seed 0.65 19.67 NaN NaN
seed 0.65 22.18 NaN NaN
seed 0.65 22.03 NaN NaN
seed 0.65 20.98 NaN NaN
seed 0.65 24.24 NaN NaN
seed 0.65 19.05 NaN NaN
seed 0.65 28.99 NaN NaN
seed 1 29.46 NaN NaN
seed 1 35.66 NaN NaN
seed 1 30.34 NaN NaN
seed 1 22.79 NaN NaN
seed 1 31.71 NaN NaN
seed 1 29.73 NaN NaN
seed 1 28.34 NaN NaN
seed 1 41.76 NaN NaN
seed 1 28.31 NaN NaN
seed 1 32.72 NaN NaN
EOD
$p2s3 << EOD
median 1e-05 43.34 NaN NaN
median 3e-05 27.9 NaN NaN
median 0.0001 20.52 NaN NaN
median 0.0003 16.71 NaN NaN
median 0.001 14.775 NaN NaN
median 0.003 14.495000000000001 NaN NaN
median 0.01 14.575 NaN NaN
median 0.03 14.855 NaN NaN
median 0.045 15.135 NaN NaN
median 0.065 15.625 NaN NaN
median 0.1 16.145000000000003 NaN NaN
median 0.3 46.959999999999994 NaN NaN
median 0.45 90 NaN NaN
median 0.65 90 NaN NaN
median 1 90 NaN NaN
interval 1e-05 43.623 41.930497912163396 45.30699900680809
interval 3e-05 28.083999999999996 27.586206495286447 28.577862730792937
interval 0.0001 20.593 20.239860218098563 20.942868164516103
interval 0.0003 16.699000000000005 16.52856969771259 16.868418447384887
interval 0.001 14.862 14.697419773545208 15.025484481403572
interval 0.003 14.451000000000002 14.30470619709123 14.596403139683938
interval 0.01 14.546000000000001 14.408220750138286 14.682994681240398
interval 0.03 14.928 14.731166191852038 15.123279071623049
interval 0.045 15.235000000000003 15.04030149281146 15.428212011232324
interval 0.065 15.610999999999999 15.422775739113575 15.797883842665144
interval 0.1 16.16 16.00178812484978 16.317300834828384

seed 1e-05 48.95 NaN NaN
seed 1e-05 43.28 NaN NaN
seed 1e-05 41.3 NaN NaN
seed 1e-05 42.53 NaN NaN
seed 1e-05 44.79 NaN NaN
seed 1e-05 44.86 NaN NaN
seed 1e-05 43.24 NaN NaN
seed 1e-05 40.13 NaN NaN
seed 1e-05 43.4 NaN NaN
seed 1e-05 43.75 NaN NaN
seed 3e-05 29.09 NaN NaN
seed 3e-05 27.4 NaN NaN
seed 3e-05 27.44 NaN NaN
seed 3e-05 28.65 NaN NaN
seed 3e-05 27.35 NaN NaN
seed 3e-05 28.13 NaN NaN
seed 3e-05 29.11 NaN NaN
seed 3e-05 27.58 NaN NaN
seed 3e-05 28.42 NaN NaN
seed 3e-05 27.67 NaN NaN
seed 0.0001 21.06 NaN NaN
seed 0.0001 20.45 NaN NaN
seed 0.0001 20.59 NaN NaN
seed 0.0001 21.09 NaN NaN
seed 0.0001 20.21 NaN NaN
seed 0.0001 21.24 NaN NaN
seed 0.0001 21.11 NaN NaN
seed 0.0001 20.05 NaN NaN
seed 0.0001 20.12 NaN NaN
seed 0.0001 20.01 NaN NaN
seed 0.0003 16.43 NaN NaN
seed 0.0003 16.9 NaN NaN
seed 0.0003 16.82 NaN NaN
seed 0.0003 16.71 NaN NaN
seed 0.0003 16.58 NaN NaN
seed 0.0003 17.06 NaN NaN
seed 0.0003 16.93 NaN NaN
seed 0.0003 16.71 NaN NaN
seed 0.0003 16.3 NaN NaN
seed 0.0003 16.55 NaN NaN
seed 0.001 14.66 NaN NaN
seed 0.001 15.08 NaN NaN
seed 0.001 14.97 NaN NaN
seed 0.001 14.75 NaN NaN
seed 0.001 14.62 NaN NaN
seed 0.001 15.38 NaN NaN
seed 0.001 14.73 NaN NaN
seed 0.001 14.73 NaN NaN
seed 0.001 14.8 NaN NaN
seed 0.001 14.9 NaN NaN
seed 0.003 14.52 NaN NaN
seed 0.003 14.72 NaN NaN
seed 0.003 14.64 NaN NaN
seed 0.003 14.57 NaN NaN
seed 0.003 14.2 NaN NaN
seed 0.003 14.62 NaN NaN
seed 0.003 14.42 NaN NaN
seed 0.003 14.19 NaN NaN
seed 0.003 14.47 NaN NaN
seed 0.003 14.16 NaN NaN
seed 0.01 14.67 NaN NaN
seed 0.01 14.75 NaN NaN
seed 0.01 14.62 NaN NaN
seed 0.01 14.84 NaN NaN
seed 0.01 14.3 NaN NaN
seed 0.01 14.48 NaN NaN
seed 0.01 14.42 NaN NaN
seed 0.01 14.23 NaN NaN
seed 0.01 14.57 NaN NaN
seed 0.01 14.58 NaN NaN
seed 0.03 14.82 NaN NaN
seed 0.03 15.38 NaN NaN
seed 0.03 14.67 NaN NaN
seed 0.03 15.37 NaN NaN
seed 0.03 14.87 NaN NaN
seed 0.03 14.85 NaN NaN
seed 0.03 14.59 NaN NaN
seed 0.03 15.13 NaN NaN
seed 0.03 14.86 NaN NaN
seed 0.03 14.74 NaN NaN
seed 0.045 15.36 NaN NaN
seed 0.045 15.84 NaN NaN
seed 0.045 14.94 NaN NaN
seed 0.045 15.5 NaN NaN
seed 0.045 15.15 NaN NaN
seed 0.045 15.12 NaN NaN
seed 0.045 15.1 NaN NaN
seed 0.045 15.29 NaN NaN
seed 0.045 15.06 NaN NaN
seed 0.045 14.99 NaN NaN
seed 0.065 15.6 NaN NaN
seed 0.065 15.88 NaN NaN
seed 0.065 15.32 NaN NaN
seed 0.065 15.59 NaN NaN
seed 0.065 15.77 NaN NaN
seed 0.065 15.29 NaN NaN
seed 0.065 15.21 NaN NaN
seed 0.065 15.88 NaN NaN
seed 0.065 15.92 NaN NaN
seed 0.065 15.65 NaN NaN
seed 0.1 15.86 NaN NaN
seed 0.1 16.29 NaN NaN
seed 0.1 16.31 NaN NaN
seed 0.1 16.1 NaN NaN
seed 0.1 16.62 NaN NaN
seed 0.1 16.21 NaN NaN
seed 0.1 15.89 NaN NaN
seed 0.1 16.09 NaN NaN
seed 0.1 16.19 NaN NaN
seed 0.1 16.04 NaN NaN
seed 0.3 32.02 NaN NaN
seed 0.3 52.17 NaN NaN
seed 0.3 49.75 NaN NaN
seed 0.3 26.39 NaN NaN
seed 0.3 47.19 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 42.09 NaN NaN
seed 0.3 46.73 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 30.32 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 49.28 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 36.92 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 41.66 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 30.64 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 31.5 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 42.12 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 38.17 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 37.39 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 48.62 NaN NaN
seed 1 90 NaN NaN
EOD
$p2s4 << EOD
median 1e-05 44.21 NaN NaN
median 3e-05 28.555 NaN NaN
median 0.0001 20.865000000000002 NaN NaN
median 0.0003 16.84 NaN NaN
median 0.001 14.870000000000001 NaN NaN
median 0.003 14.425 NaN NaN
median 0.01 14.575 NaN NaN
median 0.03 14.989999999999998 NaN NaN
median 0.045 15.184999999999999 NaN NaN
median 0.065 15.65 NaN NaN
median 0.1 16.035 NaN NaN
median 0.3 48.775000000000006 NaN NaN
median 0.45 90 NaN NaN
median 0.65 90 NaN NaN
median 1 90 NaN NaN
interval 1e-05 44.704 42.79080940031153 46.60793015709685
interval 3e-05 28.554000000000002 28.108957530177747 28.99595672773112
interval 0.0001 20.853 20.649618069807588 21.055311881719174
interval 0.0003 16.762 16.577954985415857 16.94487095126461
interval 0.001 14.910000000000002 14.726465884529869 15.092177025505364
interval 0.003 14.393 14.241892978028742 14.54315289090273
interval 0.01 14.529 14.362474538778411 14.694378236322441
interval 0.03 15.009000000000004 14.84426641492533 15.172655757390062
interval 0.045 15.268 15.071104919306084 15.463384121621269
interval 0.065 15.624 15.466720497041235 15.780343799371273
interval 0.1 16.070999999999998 15.842369820284514 16.29772090413236

seed 1e-05 50.08 NaN NaN
seed 1e-05 43.17 NaN NaN
seed 1e-05 40.82 NaN NaN
seed 1e-05 45.84 NaN NaN
seed 1e-05 46.85 NaN NaN
seed 1e-05 46.32 NaN NaN
seed 1e-05 43.38 NaN NaN
seed 1e-05 42.69 NaN NaN
seed 1e-05 42.85 NaN NaN
seed 1e-05 45.04 NaN NaN
seed 3e-05 29.25 NaN NaN
seed 3e-05 29.04 NaN NaN
seed 3e-05 27.3 NaN NaN
seed 3e-05 28.67 NaN NaN
seed 3e-05 28.48 NaN NaN
seed 3e-05 27.88 NaN NaN
seed 3e-05 29.36 NaN NaN
seed 3e-05 28.45 NaN NaN
seed 3e-05 28.6 NaN NaN
seed 3e-05 28.51 NaN NaN
seed 0.0001 21.4 NaN NaN
seed 0.0001 20.61 NaN NaN
seed 0.0001 20.76 NaN NaN
seed 0.0001 21.07 NaN NaN
seed 0.0001 20.95 NaN NaN
seed 0.0001 20.91 NaN NaN
seed 0.0001 21.03 NaN NaN
seed 0.0001 20.82 NaN NaN
seed 0.0001 20.45 NaN NaN
seed 0.0001 20.53 NaN NaN
seed 0.0003 16.87 NaN NaN
seed 0.0003 16.84 NaN NaN
seed 0.0003 16.87 NaN NaN
seed 0.0003 16.92 NaN NaN
seed 0.0003 16.84 NaN NaN
seed 0.0003 17.22 NaN NaN
seed 0.0003 16.42 NaN NaN
seed 0.0003 16.72 NaN NaN
seed 0.0003 16.36 NaN NaN
seed 0.0003 16.56 NaN NaN
seed 0.001 14.79 NaN NaN
seed 0.001 15.51 NaN NaN
seed 0.001 14.9 NaN NaN
seed 0.001 15.11 NaN NaN
seed 0.001 14.58 NaN NaN
seed 0.001 14.84 NaN NaN
seed 0.001 14.92 NaN NaN
seed 0.001 14.98 NaN NaN
seed 0.001 14.7 NaN NaN
seed 0.001 14.77 NaN NaN
seed 0.003 14.4 NaN NaN
seed 0.003 14.54 NaN NaN
seed 0.003 14.64 NaN NaN
seed 0.003 14.66 NaN NaN
seed 0.003 14.13 NaN NaN
seed 0.003 14.48 NaN NaN
seed 0.003 14.45 NaN NaN
seed 0.003 14.02 NaN NaN
seed 0.003 14.37 NaN NaN
seed 0.003 14.24 NaN NaN
seed 0.01 14.61 NaN NaN
seed 0.01 14.57 NaN NaN
seed 0.01 14.58 NaN NaN
seed 0.01 14.91 NaN NaN
seed 0.01 14.14 NaN NaN
seed 0.01 14.59 NaN NaN
seed 0.01 14.42 NaN NaN
seed 0.01 14.37 NaN NaN
seed 0.01 14.81 NaN NaN
seed 0.01 14.29 NaN NaN
seed 0.03 15.21 NaN NaN
seed 0.03 15.2 NaN NaN
seed 0.03 15.18 NaN NaN
seed 0.03 15.04 NaN NaN
seed 0.03 14.58 NaN NaN
seed 0.03 14.92 NaN NaN
seed 0.03 14.92 NaN NaN
seed 0.03 14.94 NaN NaN
seed 0.03 15.33 NaN NaN
seed 0.03 14.77 NaN NaN
seed 0.045 15.61 NaN NaN
seed 0.045 15.71 NaN NaN
seed 0.045 15.2 NaN NaN
seed 0.045 15.15 NaN NaN
seed 0.045 15.17 NaN NaN
seed 0.045 14.84 NaN NaN
seed 0.045 15.14 NaN NaN
seed 0.045 15.24 NaN NaN
seed 0.045 15.57 NaN NaN
seed 0.045 15.05 NaN NaN
seed 0.065 15.91 NaN NaN
seed 0.065 15.75 NaN NaN
seed 0.065 15.64 NaN NaN
seed 0.065 15.88 NaN NaN
seed 0.065 15.22 NaN NaN
seed 0.065 15.36 NaN NaN
seed 0.065 15.49 NaN NaN
seed 0.065 15.74 NaN NaN
seed 0.065 15.66 NaN NaN
seed 0.065 15.59 NaN NaN
seed 0.1 15.84 NaN NaN
seed 0.1 16.45 NaN NaN
seed 0.1 16.11 NaN NaN
seed 0.1 16.59 NaN NaN
seed 0.1 15.96 NaN NaN
seed 0.1 16.11 NaN NaN
seed 0.1 15.75 NaN NaN
seed 0.1 15.59 NaN NaN
seed 0.1 16.36 NaN NaN
seed 0.1 15.95 NaN NaN
seed 0.3 51.32 NaN NaN
seed 0.3 49.1 NaN NaN
seed 0.3 22.18 NaN NaN
seed 0.3 48.45 NaN NaN
seed 0.3 49.7 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 35.93 NaN NaN
seed 0.3 22.26 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 21.62 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 38.58 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.45 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 32.2 NaN NaN
seed 0.65 44.05 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 0.65 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 57.95 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'ResNet, SGD'
note[3] = ''
$p3s1 << EOD
median 0.0003 69.625 NaN NaN
median 0.001 38.495000000000005 NaN NaN
median 0.003 27.67 NaN NaN
median 0.0045 25.365000000000002 NaN NaN
median 0.0065 23.490000000000002 NaN NaN
median 0.01 21.915 NaN NaN
median 0.015 20.935000000000002 NaN NaN
median 0.02 20.244999999999997 NaN NaN
median 0.03 19.939999999999998 NaN NaN
median 0.1 20.07 NaN NaN
median 0.15 29.28 NaN NaN
median 0.2 90 NaN NaN
median 0.3 90 NaN NaN
median 1 90 NaN NaN
median 1.5 90 NaN NaN
median 2 90 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0003 70.368 62.708982395290505 79.05133944470899
interval 0.001 42.32 34.4175470068784 50.38232646382424
interval 0.003 27.752999999999997 26.225399173078312 29.243344766170928
interval 0.0045 25.413 24.222698760702226 26.576651654218644
interval 0.0065 23.676 22.704411782286193 24.62769390060812
interval 0.01 22.046 21.11076923575513 22.96074118179427
interval 0.015 20.648000000000003 19.80275060828814 21.47482905237276
interval 0.02 20.154 19.39306003884468 20.899453117068376
interval 0.03 19.713 18.73187923251936 20.66781021240415
interval 0.1 19.987999999999996 18.473202325060875 21.44190936245918

seed 0.0003 60.94 NaN NaN
seed 0.0003 77.3 NaN NaN
seed 0.0003 69.03 NaN NaN
seed 0.0003 84.39 NaN NaN
seed 0.0003 69.5 NaN NaN
seed 0.0003 61.83 NaN NaN
seed 0.0003 69.75 NaN NaN
seed 0.0003 70.42 NaN NaN
seed 0.0003 87.76 NaN NaN
seed 0.0003 52.76 NaN NaN
seed 0.001 38.54 NaN NaN
seed 0.001 39.92 NaN NaN
seed 0.001 39.51 NaN NaN
seed 0.001 59.63 NaN NaN
seed 0.001 35.06 NaN NaN
seed 0.001 35.07 NaN NaN
seed 0.001 37.48 NaN NaN
seed 0.001 38.45 NaN NaN
seed 0.001 66.3 NaN NaN
seed 0.001 33.24 NaN NaN
seed 0.003 29.63 NaN NaN
seed 0.003 26.91 NaN NaN
seed 0.003 27.97 NaN NaN
seed 0.003 31.05 NaN NaN
seed 0.003 25.03 NaN NaN
seed 0.003 25.39 NaN NaN
seed 0.003 28.53 NaN NaN
seed 0.003 27.37 NaN NaN
seed 0.003 30.2 NaN NaN
seed 0.003 25.45 NaN NaN
seed 0.0045 26.6 NaN NaN
seed 0.0045 24.74 NaN NaN
seed 0.0045 25.43 NaN NaN
seed 0.0045 27.3 NaN NaN
seed 0.0045 23.05 NaN NaN
seed 0.0045 23.85 NaN NaN
seed 0.0045 27.18 NaN NaN
seed 0.0045 25.3 NaN NaN
seed 0.0045 27.29 NaN NaN
seed 0.0045 23.39 NaN NaN
seed 0.0065 24.62 NaN NaN
seed 0.0065 23.03 NaN NaN
seed 0.0065 23.38 NaN NaN
seed 0.0065 25.13 NaN NaN
seed 0.0065 21.45 NaN NaN
seed 0.0065 22.56 NaN NaN
seed 0.0065 25.77 NaN NaN
seed 0.0065 23.6 NaN NaN
seed 0.0065 24.64 NaN NaN
seed 0.0065 22.58 NaN NaN
seed 0.01 22.71 NaN NaN
seed 0.01 21.62 NaN NaN
seed 0.01 21.98 NaN NaN
seed 0.01 22.87 NaN NaN
seed 0.01 19.84 NaN NaN
seed 0.01 21.54 NaN NaN
seed 0.01 24.56 NaN NaN
seed 0.01 21.85 NaN NaN
seed 0.01 22.78 NaN NaN
seed 0.01 20.71 NaN NaN
seed 0.015 21.25 NaN NaN
seed 0.015 19.98 NaN NaN
seed 0.015 21.32 NaN NaN
seed 0.015 20.96 NaN NaN
seed 0.015 18.55 NaN NaN
seed 0.015 20.91 NaN NaN
seed 0.015 22.74 NaN NaN
seed 0.015 20.44 NaN NaN
seed 0.015 21.02 NaN NaN
seed 0.015 19.31 NaN NaN
seed 0.02 20.77 NaN NaN
seed 0.02 19.39 NaN NaN
seed 0.02 20.41 NaN NaN
seed 0.02 20.08 NaN NaN
seed 0.02 18.54 NaN NaN
seed 0.02 20.62 NaN NaN
seed 0.02 22.38 NaN NaN
seed 0.02 19.51 NaN NaN
seed 0.02 20.56 NaN NaN
seed 0.02 19.28 NaN NaN
seed 0.03 20.28 NaN NaN
seed 0.03 18.27 NaN NaN
seed 0.03 20.45 NaN NaN
seed 0.03 20.44 NaN NaN
seed 0.03 17.21 NaN NaN
seed 0.03 19.57 NaN NaN
seed 0.03 22.08 NaN NaN
seed 0.03 20.23 NaN NaN
seed 0.03 19.65 NaN NaN
seed 0.03 18.95 NaN NaN
seed 0.1 22.66 NaN NaN
seed 0.1 18.36 NaN NaN
seed 0.1 21.94 NaN NaN
seed 0.1 20.76 NaN NaN
seed 0.1 17.29 NaN NaN
seed 0.1 19.38 NaN NaN
seed 0.1 21.64 NaN NaN
seed 0.1 22.01 NaN NaN
seed 0.1 17.18 NaN NaN
seed 0.1 18.66 NaN NaN
seed 0.15 25.09 NaN NaN
seed 0.15 19.58 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 19.88 NaN NaN
seed 0.15 33.47 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 19.31 NaN NaN
seed 0.15 19.12 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 20.78 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 20.72 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 24.26 NaN NaN
seed 0.2 23.65 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 24.32 NaN NaN
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
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 10 90 NaN NaN
lost 0.3 1 NaN NaN
lost 1 5 NaN NaN
lost 1.5 6 NaN NaN
lost 2 8 NaN NaN
lost 3 7 NaN NaN
lost 10 9 NaN NaN
EOD
$p3s2 << EOD
median 0.0003 68.945 NaN NaN
median 0.001 44.43 NaN NaN
median 0.003 29.765 NaN NaN
median 0.0045 26.83 NaN NaN
median 0.0065 24.21 NaN NaN
median 0.01 21.825000000000003 NaN NaN
median 0.015 19.689999999999998 NaN NaN
median 0.02 18.47 NaN NaN
median 0.03 16.945 NaN NaN
median 0.1 15.495000000000001 NaN NaN
median 0.15 15.309999999999999 NaN NaN
median 0.2 15.350000000000001 NaN NaN
median 0.3 15.61 NaN NaN
median 1 17.055 NaN NaN
median 1.5 19.805 NaN NaN
median 2 22.115000000000002 NaN NaN
median 3 27.44 NaN NaN
median 10 90 NaN NaN
interval 0.0003 68.738 66.16897186983047 71.39671334325293
interval 0.001 43.833 41.68886725247059 45.961177876791254
interval 0.003 29.466 28.458283413221544 30.458933788965577
interval 0.0045 26.6 25.896589829111 27.294621469329662
interval 0.0065 24.233 23.632749694257075 24.82584482685494
interval 0.01 21.797 21.23409721185077 22.352275110721674
interval 0.015 19.576 19.105277260304117 20.040519586826978
interval 0.02 18.416 18.05854559399625 18.769560871138843
interval 0.03 17.044 16.83336146922539 17.25313176632478
interval 0.1 15.494000000000003 15.334207197147098 15.652816067826116
interval 0.15 15.318999999999999 15.036190975520599 15.598713680468908
interval 0.2 15.383000000000001 15.110150979998723 15.652986602512293
interval 0.3 15.553999999999998 15.244016283971561 15.860337702588133
interval 1 17.159 16.816349530521684 17.49771343103867
interval 1.5 19.878999999999998 19.388678175823244 20.362719770591486
interval 2 22.892 21.48448704441344 24.256272297979663
interval 3 33.31099999999999 25.216963719509145 41.01670281160866
interval 10 90 90 90
seed 0.0003 65.1 NaN NaN
seed 0.0003 65.46 NaN NaN
seed 0.0003 69.79 NaN NaN
seed 0.0003 73.25 NaN NaN
seed 0.0003 69.66 NaN NaN
seed 0.0003 72.01 NaN NaN
seed 0.0003 68.23 NaN NaN
seed 0.0003 66.16 NaN NaN
seed 0.0003 74.09 NaN NaN
seed 0.0003 63.63 NaN NaN
seed 0.001 43.37 NaN NaN
seed 0.001 44.87 NaN NaN
seed 0.001 44.07 NaN NaN
seed 0.001 45.93 NaN NaN
seed 0.001 44.79 NaN NaN
seed 0.001 49.5 NaN NaN
seed 0.001 45.05 NaN NaN
seed 0.001 41.15 NaN NaN
seed 0.001 40.05 NaN NaN
seed 0.001 39.55 NaN NaN
seed 0.003 27.02 NaN NaN
seed 0.003 30.82 NaN NaN
seed 0.003 28.09 NaN NaN
seed 0.003 30.15 NaN NaN
seed 0.003 30.21 NaN NaN
seed 0.003 31.52 NaN NaN
seed 0.003 30.31 NaN NaN
seed 0.003 29.38 NaN NaN
seed 0.003 28.9 NaN NaN
seed 0.003 28.26 NaN NaN
seed 0.0045 24.48 NaN NaN
seed 0.0045 27.14 NaN NaN
seed 0.0045 25.6 NaN NaN
seed 0.0045 27.07 NaN NaN
seed 0.0045 27.49 NaN NaN
seed 0.0045 26.85 NaN NaN
seed 0.0045 27.71 NaN NaN
seed 0.0045 26.81 NaN NaN
seed 0.0045 26.73 NaN NaN
seed 0.0045 26.12 NaN NaN
seed 0.0065 22.43 NaN NaN
seed 0.0065 23.82 NaN NaN
seed 0.0065 23.9 NaN NaN
seed 0.0065 24.59 NaN NaN
seed 0.0065 24.98 NaN NaN
seed 0.0065 24.11 NaN NaN
seed 0.0065 25.6 NaN NaN
seed 0.0065 24.17 NaN NaN
seed 0.0065 24.48 NaN NaN
seed 0.0065 24.25 NaN NaN
seed 0.01 20.29 NaN NaN
seed 0.01 20.91 NaN NaN
seed 0.01 21.67 NaN NaN
seed 0.01 21.8 NaN NaN
seed 0.01 23.02 NaN NaN
seed 0.01 21.85 NaN NaN
seed 0.01 22.47 NaN NaN
seed 0.01 21.65 NaN NaN
seed 0.01 22.41 NaN NaN
seed 0.01 21.9 NaN NaN
seed 0.015 18.34 NaN NaN
seed 0.015 18.71 NaN NaN
seed 0.015 19.43 NaN NaN
seed 0.015 19.95 NaN NaN
seed 0.015 20.36 NaN NaN
seed 0.015 19.36 NaN NaN
seed 0.015 20.12 NaN NaN
seed 0.015 19.5 NaN NaN
seed 0.015 20.11 NaN NaN
seed 0.015 19.88 NaN NaN
seed 0.02 17.66 NaN NaN
seed 0.02 17.57 NaN NaN
seed 0.02 18.56 NaN NaN
seed 0.02 18.95 NaN NaN
seed 0.02 18.95 NaN NaN
seed 0.02 18.26 NaN NaN
seed 0.02 18.53 NaN NaN
seed 0.02 18.33 NaN NaN
seed 0.02 18.94 NaN NaN
seed 0.02 18.41 NaN NaN
seed 0.03 16.71 NaN NaN
seed 0.03 16.71 NaN NaN
seed 0.03 16.89 NaN NaN
seed 0.03 17.51 NaN NaN
seed 0.03 17.43 NaN NaN
seed 0.03 16.83 NaN NaN
seed 0.03 16.92 NaN NaN
seed 0.03 16.97 NaN NaN
seed 0.03 17.35 NaN NaN
seed 0.03 17.12 NaN NaN
seed 0.1 15.5 NaN NaN
seed 0.1 15.32 NaN NaN
seed 0.1 15.8 NaN NaN
seed 0.1 15.49 NaN NaN
seed 0.1 15.57 NaN NaN
seed 0.1 15.12 NaN NaN
seed 0.1 15.75 NaN NaN
seed 0.1 15.25 NaN NaN
seed 0.1 15.71 NaN NaN
seed 0.1 15.43 NaN NaN
seed 0.15 15.49 NaN NaN
seed 0.15 14.8 NaN NaN
seed 0.15 16.02 NaN NaN
seed 0.15 15.72 NaN NaN
seed 0.15 15.45 NaN NaN
seed 0.15 15.17 NaN NaN
seed 0.15 14.92 NaN NaN
seed 0.15 14.92 NaN NaN
seed 0.15 15.14 NaN NaN
seed 0.15 15.56 NaN NaN
seed 0.2 15.2 NaN NaN
seed 0.2 14.86 NaN NaN
seed 0.2 15.76 NaN NaN
seed 0.2 15.78 NaN NaN
seed 0.2 15.46 NaN NaN
seed 0.2 15.01 NaN NaN
seed 0.2 15.9 NaN NaN
seed 0.2 14.96 NaN NaN
seed 0.2 15.24 NaN NaN
seed 0.2 15.66 NaN NaN
seed 0.3 15.69 NaN NaN
seed 0.3 15.34 NaN NaN
seed 0.3 15.75 NaN NaN
seed 0.3 16.43 NaN NaN
seed 0.3 15.65 NaN NaN
seed 0.3 15.4 NaN NaN
seed 0.3 14.84 NaN NaN
seed 0.3 15.78 NaN NaN
seed 0.3 15.09 NaN NaN
seed 0.3 15.57 NaN NaN
seed 1 17.38 NaN NaN
seed 1 17.44 NaN NaN
seed 1 18.1 NaN NaN
seed 1 16.39 NaN NaN
seed 1 17.56 NaN NaN
seed 1 17.07 NaN NaN
seed 1 16.91 NaN NaN
seed 1 16.94 NaN NaN
seed 1 16.76 NaN NaN
seed 1 17.04 NaN NaN
seed 1.5 19.59 NaN NaN
seed 1.5 19.08 NaN NaN
seed 1.5 20.67 NaN NaN
seed 1.5 18.91 NaN NaN
seed 1.5 19.69 NaN NaN
seed 1.5 20.12 NaN NaN
seed 1.5 20.15 NaN NaN
seed 1.5 19.92 NaN NaN
seed 1.5 21.15 NaN NaN
seed 1.5 19.51 NaN NaN
seed 2 23.07 NaN NaN
seed 2 24.74 NaN NaN
seed 2 20.53 NaN NaN
seed 2 21.01 NaN NaN
seed 2 21.74 NaN NaN
seed 2 25.31 NaN NaN
seed 2 22.16 NaN NaN
seed 2 22.07 NaN NaN
seed 2 26.47 NaN NaN
seed 2 21.82 NaN NaN
seed 3 27.6 NaN NaN
seed 3 41.19 NaN NaN
seed 3 24.51 NaN NaN
seed 3 52.58 NaN NaN
seed 3 26.72 NaN NaN
seed 3 54.42 NaN NaN
seed 3 27.28 NaN NaN
seed 3 26.42 NaN NaN
seed 3 27.8 NaN NaN
seed 3 24.59 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p3s3 << EOD
median 0.0003 71.78999999999999 NaN NaN
median 0.001 48.195 NaN NaN
median 0.003 32.989999999999995 NaN NaN
median 0.0045 29.549999999999997 NaN NaN
median 0.0065 27.415 NaN NaN
median 0.01 25.3 NaN NaN
median 0.015 22.915 NaN NaN
median 0.02 21.61 NaN NaN
median 0.03 20.37 NaN NaN
median 0.1 20.675 NaN NaN
median 0.15 22.04 NaN NaN
median 0.2 24.369999999999997 NaN NaN
median 0.3 25.6 NaN NaN
median 1 58.785 NaN NaN
median 1.5 90 NaN NaN
median 2 90 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0003 69.938 66.22245087281239 73.84375008389925
interval 0.001 49.21300000000001 46.014580565535006 52.40628429694478
interval 0.003 33.18900000000001 31.943258235233678 34.41768372692914
interval 0.0045 30.081 29.00432832722538 31.141791817894312
interval 0.0065 27.579 26.638534890386488 28.50511189964584
interval 0.01 25.091 24.395594076250646 25.777086550047816
interval 0.015 22.931 22.237098742639915 23.61421638190271
interval 0.02 21.776 21.030550792055315 22.508152066449995
interval 0.03 20.677 19.734045307273462 21.59710659922609
interval 0.1 20.686 19.432219165683982 21.8997707328206
interval 0.15 21.827 20.49506292015532 23.11702174849265
interval 0.2 24.118000000000002 22.58565315913076 25.60233401994822
interval 0.3 26.083999999999996 23.787835534325403 28.287877237953694
interval 1 61.419 42.711474128981074 83.94776863368465

interval 3 90 90 90
interval 10 90 90 90
seed 0.0003 70.96 NaN NaN
seed 0.0003 74.47 NaN NaN
seed 0.0003 73 NaN NaN
seed 0.0003 76.47 NaN NaN
seed 0.0003 66.92 NaN NaN
seed 0.0003 67.66 NaN NaN
seed 0.0003 72.62 NaN NaN
seed 0.0003 61.36 NaN NaN
seed 0.0003 74.64 NaN NaN
seed 0.0003 61.28 NaN NaN
seed 0.001 53.65 NaN NaN
seed 0.001 54.69 NaN NaN
seed 0.001 52.91 NaN NaN
seed 0.001 46.53 NaN NaN
seed 0.001 46.73 NaN NaN
seed 0.001 44.08 NaN NaN
seed 0.001 54.55 NaN NaN
seed 0.001 47.35 NaN NaN
seed 0.001 42.6 NaN NaN
seed 0.001 49.04 NaN NaN
seed 0.003 31.58 NaN NaN
seed 0.003 33.19 NaN NaN
seed 0.003 35.88 NaN NaN
seed 0.003 34.94 NaN NaN
seed 0.003 30.76 NaN NaN
seed 0.003 34 NaN NaN
seed 0.003 35.08 NaN NaN
seed 0.003 31.56 NaN NaN
seed 0.003 32.11 NaN NaN
seed 0.003 32.79 NaN NaN
seed 0.0045 28.35 NaN NaN
seed 0.0045 31.09 NaN NaN
seed 0.0045 31.67 NaN NaN
seed 0.0045 31.9 NaN NaN
seed 0.0045 28.58 NaN NaN
seed 0.0045 29.61 NaN NaN
seed 0.0045 32.24 NaN NaN
seed 0.0045 28.56 NaN NaN
seed 0.0045 29.49 NaN NaN
seed 0.0045 29.32 NaN NaN
seed 0.0065 26.28 NaN NaN
seed 0.0065 28.89 NaN NaN
seed 0.0065 27.91 NaN NaN
seed 0.0065 29.12 NaN NaN
seed 0.0065 26.03 NaN NaN
seed 0.0065 26.47 NaN NaN
seed 0.0065 29.75 NaN NaN
seed 0.0065 26.51 NaN NaN
seed 0.0065 27.56 NaN NaN
seed 0.0065 27.27 NaN NaN
seed 0.01 23.75 NaN NaN
seed 0.01 25.58 NaN NaN
seed 0.01 25.37 NaN NaN
seed 0.01 25.6 NaN NaN
seed 0.01 23.93 NaN NaN
seed 0.01 24.25 NaN NaN
seed 0.01 26.95 NaN NaN
seed 0.01 24.61 NaN NaN
seed 0.01 25.64 NaN NaN
seed 0.01 25.23 NaN NaN
seed 0.015 21.51 NaN NaN
seed 0.015 22.93 NaN NaN
seed 0.015 23.57 NaN NaN
seed 0.015 22.9 NaN NaN
seed 0.015 21.63 NaN NaN
seed 0.015 22.83 NaN NaN
seed 0.015 24.97 NaN NaN
seed 0.015 23.1 NaN NaN
seed 0.015 22.7 NaN NaN
seed 0.015 23.17 NaN NaN
seed 0.02 20.4 NaN NaN
seed 0.02 21.33 NaN NaN
seed 0.02 22.86 NaN NaN
seed 0.02 21.56 NaN NaN
seed 0.02 20.6 NaN NaN
seed 0.02 22.11 NaN NaN
seed 0.02 23.98 NaN NaN
seed 0.02 21.41 NaN NaN
seed 0.02 21.66 NaN NaN
seed 0.02 21.85 NaN NaN
seed 0.03 19.51 NaN NaN
seed 0.03 19.48 NaN NaN
seed 0.03 22.36 NaN NaN
seed 0.03 20.03 NaN NaN
seed 0.03 19.01 NaN NaN
seed 0.03 21.62 NaN NaN
seed 0.03 23.02 NaN NaN
seed 0.03 20.17 NaN NaN
seed 0.03 21 NaN NaN
seed 0.03 20.57 NaN NaN
seed 0.1 20.62 NaN NaN
seed 0.1 18.06 NaN NaN
seed 0.1 22.05 NaN NaN
seed 0.1 19.51 NaN NaN
seed 0.1 20.01 NaN NaN
seed 0.1 21.22 NaN NaN
seed 0.1 21.78 NaN NaN
seed 0.1 24.08 NaN NaN
seed 0.1 20.73 NaN NaN
seed 0.1 18.8 NaN NaN
seed 0.15 24.1 NaN NaN
seed 0.15 19.27 NaN NaN
seed 0.15 23.04 NaN NaN
seed 0.15 20.94 NaN NaN
seed 0.15 20.92 NaN NaN
seed 0.15 22.08 NaN NaN
seed 0.15 23.34 NaN NaN
seed 0.15 23.71 NaN NaN
seed 0.15 22 NaN NaN
seed 0.15 18.87 NaN NaN
seed 0.2 23.56 NaN NaN
seed 0.2 20.28 NaN NaN
seed 0.2 24 NaN NaN
seed 0.2 24.74 NaN NaN
seed 0.2 26.22 NaN NaN
seed 0.2 23.42 NaN NaN
seed 0.2 25.04 NaN NaN
seed 0.2 26.21 NaN NaN
seed 0.2 26.38 NaN NaN
seed 0.2 21.33 NaN NaN
seed 0.3 25.14 NaN NaN
seed 0.3 23.05 NaN NaN
seed 0.3 25.73 NaN NaN
seed 0.3 25.4 NaN NaN
seed 0.3 30.85 NaN NaN
seed 0.3 25.53 NaN NaN
seed 0.3 27.73 NaN NaN
seed 0.3 30.99 NaN NaN
seed 0.3 25.67 NaN NaN
seed 0.3 20.75 NaN NaN
seed 1 58 NaN NaN
seed 1 38.64 NaN NaN
seed 1 59.57 NaN NaN
seed 1 32.19 NaN NaN
seed 1 90 NaN NaN
seed 1 38.17 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 27.62 NaN NaN
seed 1.5 60.25 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 51.8 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 49.65 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 59.03 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
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
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p3s4 << EOD
median 0.0003 69.945 NaN NaN
median 0.001 48.415 NaN NaN
median 0.003 32.34 NaN NaN
median 0.0045 29.16 NaN NaN
median 0.0065 26.455 NaN NaN
median 0.01 23.85 NaN NaN
median 0.015 21.79 NaN NaN
median 0.02 20.28 NaN NaN
median 0.03 19.185 NaN NaN
median 0.1 17.884999999999998 NaN NaN
median 0.15 18.47 NaN NaN
median 0.2 19.16 NaN NaN
median 0.3 21.33 NaN NaN
median 1 71.91 NaN NaN
median 1.5 90 NaN NaN
median 2 90 NaN NaN
median 3 90 NaN NaN
median 10 90 NaN NaN
interval 0.0003 70.384 65.8753939397972 75.20498204073834
interval 0.001 48.483999999999995 46.40828536693938 50.55753037846586
interval 0.003 32.39 31.328453737395915 33.43797018361662
interval 0.0045 29.040000000000003 28.144118850391948 29.92383744940302
interval 0.0065 26.434999999999995 25.75663275978306 27.105197528590654
interval 0.01 23.794 23.110465991805665 24.467675108993518
interval 0.015 21.53 20.794862029128673 22.25195718520467
interval 0.02 20.237000000000002 19.568604233723473 20.89348926252812
interval 0.03 18.925000000000004 18.259598930505955 19.577507085643187
interval 0.1 17.833999999999996 17.26098051092856 18.396655697233886
interval 0.15 18.479000000000003 17.532821606154688 19.398357769175828
interval 0.2 19.549 18.56369502334525 20.507325926465317
interval 0.3 21.245 19.700130075655267 22.731843615948968

interval 3 90 90 90
interval 10 90 90 90
seed 0.0003 65.69 NaN NaN
seed 0.0003 78.53 NaN NaN
seed 0.0003 77.26 NaN NaN
seed 0.0003 78.61 NaN NaN
seed 0.0003 65.74 NaN NaN
seed 0.0003 72.72 NaN NaN
seed 0.0003 69.2 NaN NaN
seed 0.0003 66.52 NaN NaN
seed 0.0003 70.69 NaN NaN
seed 0.0003 58.88 NaN NaN
seed 0.001 44.71 NaN NaN
seed 0.001 52.37 NaN NaN
seed 0.001 48.15 NaN NaN
seed 0.001 44.53 NaN NaN
seed 0.001 47.22 NaN NaN
seed 0.001 53.5 NaN NaN
seed 0.001 49.28 NaN NaN
seed 0.001 48.68 NaN NaN
seed 0.001 49.39 NaN NaN
seed 0.001 47.01 NaN NaN
seed 0.003 29.29 NaN NaN
seed 0.003 34.76 NaN NaN
seed 0.003 31.73 NaN NaN
seed 0.003 33.78 NaN NaN
seed 0.003 31.71 NaN NaN
seed 0.003 33.37 NaN NaN
seed 0.003 32.62 NaN NaN
seed 0.003 32.48 NaN NaN
seed 0.003 31.96 NaN NaN
seed 0.003 32.2 NaN NaN
seed 0.0045 27 NaN NaN
seed 0.0045 30.63 NaN NaN
seed 0.0045 29.14 NaN NaN
seed 0.0045 30 NaN NaN
seed 0.0045 27.38 NaN NaN
seed 0.0045 29.65 NaN NaN
seed 0.0045 30.48 NaN NaN
seed 0.0045 28.08 NaN NaN
seed 0.0045 28.86 NaN NaN
seed 0.0045 29.18 NaN NaN
seed 0.0065 25.16 NaN NaN
seed 0.0065 26.97 NaN NaN
seed 0.0065 26.29 NaN NaN
seed 0.0065 27.37 NaN NaN
seed 0.0065 24.94 NaN NaN
seed 0.0065 26.44 NaN NaN
seed 0.0065 27.92 NaN NaN
seed 0.0065 25.8 NaN NaN
seed 0.0065 26.47 NaN NaN
seed 0.0065 26.99 NaN NaN
seed 0.01 23.02 NaN NaN
seed 0.01 23.95 NaN NaN
seed 0.01 23.29 NaN NaN
seed 0.01 24.55 NaN NaN
seed 0.01 21.87 NaN NaN
seed 0.01 23.84 NaN NaN
seed 0.01 25.26 NaN NaN
seed 0.01 23.69 NaN NaN
seed 0.01 23.86 NaN NaN
seed 0.01 24.61 NaN NaN
seed 0.015 20.63 NaN NaN
seed 0.015 20.56 NaN NaN
seed 0.015 20.74 NaN NaN
seed 0.015 22.05 NaN NaN
seed 0.015 20 NaN NaN
seed 0.015 21.84 NaN NaN
seed 0.015 23.16 NaN NaN
seed 0.015 21.84 NaN NaN
seed 0.015 21.74 NaN NaN
seed 0.015 22.74 NaN NaN
seed 0.02 19.62 NaN NaN
seed 0.02 18.96 NaN NaN
seed 0.02 20.26 NaN NaN
seed 0.02 20.55 NaN NaN
seed 0.02 18.87 NaN NaN
seed 0.02 20.55 NaN NaN
seed 0.02 21.55 NaN NaN
seed 0.02 20.3 NaN NaN
seed 0.02 20.1 NaN NaN
seed 0.02 21.61 NaN NaN
seed 0.03 18.16 NaN NaN
seed 0.03 17.65 NaN NaN
seed 0.03 19.22 NaN NaN
seed 0.03 19.15 NaN NaN
seed 0.03 17.44 NaN NaN
seed 0.03 19.57 NaN NaN
seed 0.03 20.11 NaN NaN
seed 0.03 19.42 NaN NaN
seed 0.03 18.69 NaN NaN
seed 0.03 19.84 NaN NaN
seed 0.1 17.67 NaN NaN
seed 0.1 16.38 NaN NaN
seed 0.1 17.65 NaN NaN
seed 0.1 17.97 NaN NaN
seed 0.1 16.91 NaN NaN
seed 0.1 18.34 NaN NaN
seed 0.1 19.24 NaN NaN
seed 0.1 17.82 NaN NaN
seed 0.1 18.41 NaN NaN
seed 0.1 17.95 NaN NaN
seed 0.15 17.24 NaN NaN
seed 0.15 16.76 NaN NaN
seed 0.15 20.49 NaN NaN
seed 0.15 18.67 NaN NaN
seed 0.15 17.25 NaN NaN
seed 0.15 19.13 NaN NaN
seed 0.15 20.53 NaN NaN
seed 0.15 18.27 NaN NaN
seed 0.15 18.81 NaN NaN
seed 0.15 17.64 NaN NaN
seed 0.2 18.36 NaN NaN
seed 0.2 18.45 NaN NaN
seed 0.2 21.68 NaN NaN
seed 0.2 19.28 NaN NaN
seed 0.2 18.39 NaN NaN
seed 0.2 19.04 NaN NaN
seed 0.2 21.95 NaN NaN
seed 0.2 20.19 NaN NaN
seed 0.2 20 NaN NaN
seed 0.2 18.15 NaN NaN
seed 0.3 22.92 NaN NaN
seed 0.3 18.93 NaN NaN
seed 0.3 25.62 NaN NaN
seed 0.3 21.22 NaN NaN
seed 0.3 19.28 NaN NaN
seed 0.3 20.4 NaN NaN
seed 0.3 22.21 NaN NaN
seed 0.3 22.03 NaN NaN
seed 0.3 21.44 NaN NaN
seed 0.3 18.4 NaN NaN
seed 1 53.83 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 89.99 NaN NaN
seed 1 43.58 NaN NaN
seed 1 47.06 NaN NaN
seed 1 90 NaN NaN
seed 1 51.23 NaN NaN
seed 1 50.39 NaN NaN
seed 1 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 51.39 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 52.58 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5 50.53 NaN NaN
seed 1.5 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 2 51.88 NaN NaN
seed 2 90 NaN NaN
seed 2 89.84 NaN NaN
seed 2 90 NaN NaN
seed 2 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
seed 3 90 NaN NaN
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
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
$p3s5 << EOD
median 0.0003 83.82499999999999 NaN NaN
median 0.001 58.084999999999994 NaN NaN
median 0.003 42.29 NaN NaN
median 0.0045 36.86 NaN NaN
median 0.0065 31.555 NaN NaN
median 0.01 27.5 NaN NaN
median 0.015 24.83 NaN NaN
median 0.02 22.88 NaN NaN
median 0.03 20.155 NaN NaN
median 0.1 15.825 NaN NaN
median 0.15 15.235 NaN NaN
median 0.2 15.295 NaN NaN
median 0.3 15.02 NaN NaN
median 1 15.805 NaN NaN
median 1.5 17.034999999999997 NaN NaN
median 2 22.685 NaN NaN
median 3 31.605 NaN NaN
median 10 90 NaN NaN
interval 0.0003 83.71199999999999 81.34837364282492 86.30069120419068
interval 0.001 57.836 55.402793789803596 60.292808032942546
interval 0.003 40.525999999999996 38.098973744100945 42.90847550641283
interval 0.0045 35.66100000000001 33.51124687157298 37.7633205125605
interval 0.0065 31.307 29.754386737489963 32.827763339711645
interval 0.01 27.394000000000005 26.64701728719489 28.13170513542235
interval 0.015 24.625 24.06710008512089 25.176650267560372
interval 0.02 22.708 22.128994301419755 23.279399438766422
interval 0.03 20.158000000000005 19.69470104289357 20.61552247374521
interval 0.1 15.911000000000001 15.729376963400934 16.091400966069347
interval 0.15 15.248000000000001 14.944862489856385 15.547576420679835
interval 0.2 15.254999999999999 14.968950799419066 15.537881016206864
interval 0.3 15.008000000000001 14.780334382663872 15.23360958069938
interval 1 15.803 15.605422085183388 15.99912126075455
interval 1.5 17.011 16.296332671857115 17.708479189967537

interval 3 33.759 27.149642007240104 39.96446130345395
interval 10 84.268 79.39310514554003 90.55055440333176
seed 0.0003 87.72 NaN NaN
seed 0.0003 85.8 NaN NaN
seed 0.0003 85.78 NaN NaN
seed 0.0003 88.36 NaN NaN
seed 0.0003 81.84 NaN NaN
seed 0.0003 80.93 NaN NaN
seed 0.0003 85.35 NaN NaN
seed 0.0003 82.3 NaN NaN
seed 0.0003 82.29 NaN NaN
seed 0.0003 76.75 NaN NaN
seed 0.001 52.48 NaN NaN
seed 0.001 60.02 NaN NaN
seed 0.001 60.31 NaN NaN
seed 0.001 58.19 NaN NaN
seed 0.001 57 NaN NaN
seed 0.001 57.47 NaN NaN
seed 0.001 60.18 NaN NaN
seed 0.001 57.98 NaN NaN
seed 0.001 62.81 NaN NaN
seed 0.001 51.92 NaN NaN
seed 0.003 33.04 NaN NaN
seed 0.003 41.53 NaN NaN
seed 0.003 42.39 NaN NaN
seed 0.003 42.28 NaN NaN
seed 0.003 42.69 NaN NaN
seed 0.003 42.74 NaN NaN
seed 0.003 37.45 NaN NaN
seed 0.003 42.3 NaN NaN
seed 0.003 42.84 NaN NaN
seed 0.003 38 NaN NaN
seed 0.0045 29.53 NaN NaN
seed 0.0045 37.94 NaN NaN
seed 0.0045 37.88 NaN NaN
seed 0.0045 37.41 NaN NaN
seed 0.0045 35.53 NaN NaN
seed 0.0045 38.33 NaN NaN
seed 0.0045 32.15 NaN NaN
seed 0.0045 36.31 NaN NaN
seed 0.0045 37.42 NaN NaN
seed 0.0045 34.11 NaN NaN
seed 0.0065 27.07 NaN NaN
seed 0.0065 33.58 NaN NaN
seed 0.0065 32 NaN NaN
seed 0.0065 32.68 NaN NaN
seed 0.0065 30.79 NaN NaN
seed 0.0065 33.73 NaN NaN
seed 0.0065 28.6 NaN NaN
seed 0.0065 31.11 NaN NaN
seed 0.0065 32.4 NaN NaN
seed 0.0065 31.11 NaN NaN
seed 0.01 25.77 NaN NaN
seed 0.01 28.49 NaN NaN
seed 0.01 27.66 NaN NaN
seed 0.01 29.02 NaN NaN
seed 0.01 26.92 NaN NaN
seed 0.01 27.76 NaN NaN
seed 0.01 26.27 NaN NaN
seed 0.01 26.49 NaN NaN
seed 0.01 27.34 NaN NaN
seed 0.01 28.22 NaN NaN
seed 0.015 23.24 NaN NaN
seed 0.015 24.95 NaN NaN
seed 0.015 25.36 NaN NaN
seed 0.015 25.46 NaN NaN
seed 0.015 23.47 NaN NaN
seed 0.015 24.71 NaN NaN
seed 0.015 24.31 NaN NaN
seed 0.015 24.43 NaN NaN
seed 0.015 25.26 NaN NaN
seed 0.015 25.06 NaN NaN
seed 0.02 21.11 NaN NaN
seed 0.02 22.28 NaN NaN
seed 0.02 23.74 NaN NaN
seed 0.02 23.33 NaN NaN
seed 0.02 21.95 NaN NaN
seed 0.02 22.81 NaN NaN
seed 0.02 23.04 NaN NaN
seed 0.02 22.35 NaN NaN
seed 0.02 23.52 NaN NaN
seed 0.02 22.95 NaN NaN
seed 0.03 18.78 NaN NaN
seed 0.03 19.7 NaN NaN
seed 0.03 21.12 NaN NaN
seed 0.03 20.04 NaN NaN
seed 0.03 19.98 NaN NaN
seed 0.03 20.79 NaN NaN
seed 0.03 20.27 NaN NaN
seed 0.03 20.03 NaN NaN
seed 0.03 20.49 NaN NaN
seed 0.03 20.38 NaN NaN
seed 0.1 15.66 NaN NaN
seed 0.1 15.72 NaN NaN
seed 0.1 16.12 NaN NaN
seed 0.1 16.12 NaN NaN
seed 0.1 15.58 NaN NaN
seed 0.1 15.75 NaN NaN
seed 0.1 16.26 NaN NaN
seed 0.1 15.78 NaN NaN
seed 0.1 16.25 NaN NaN
seed 0.1 15.87 NaN NaN
seed 0.15 15.14 NaN NaN
seed 0.15 14.8 NaN NaN
seed 0.15 15.33 NaN NaN
seed 0.15 15.84 NaN NaN
seed 0.15 14.94 NaN NaN
seed 0.15 15.09 NaN NaN
seed 0.15 15.59 NaN NaN
seed 0.15 14.53 NaN NaN
seed 0.15 15.66 NaN NaN
seed 0.15 15.56 NaN NaN
seed 0.2 14.79 NaN NaN
seed 0.2 15.61 NaN NaN
seed 0.2 14.96 NaN NaN
seed 0.2 15.76 NaN NaN
seed 0.2 15.16 NaN NaN
seed 0.2 15.4 NaN NaN
seed 0.2 15.19 NaN NaN
seed 0.2 14.56 NaN NaN
seed 0.2 15.45 NaN NaN
seed 0.2 15.67 NaN NaN
seed 0.3 14.48 NaN NaN
seed 0.3 14.99 NaN NaN
seed 0.3 14.77 NaN NaN
seed 0.3 15.51 NaN NaN
seed 0.3 15.05 NaN NaN
seed 0.3 15.2 NaN NaN
seed 0.3 15.38 NaN NaN
seed 0.3 14.65 NaN NaN
seed 0.3 14.96 NaN NaN
seed 0.3 15.09 NaN NaN
seed 1 16.13 NaN NaN
seed 1 15.5 NaN NaN
seed 1 15.98 NaN NaN
seed 1 15.57 NaN NaN
seed 1 15.42 NaN NaN
seed 1 16.01 NaN NaN
seed 1 15.78 NaN NaN
seed 1 16.21 NaN NaN
seed 1 15.83 NaN NaN
seed 1 15.6 NaN NaN
seed 1.5 16.83 NaN NaN
seed 1.5 19.16 NaN NaN
seed 1.5 15.8 NaN NaN
seed 1.5 17.53 NaN NaN
seed 1.5 15.89 NaN NaN
seed 1.5 16.43 NaN NaN
seed 1.5 17.51 NaN NaN
seed 1.5 17.24 NaN NaN
seed 1.5 17.45 NaN NaN
seed 1.5 16.27 NaN NaN
seed 2 21.65 NaN NaN
seed 2 90 NaN NaN
seed 2 17.42 NaN NaN
seed 2 24.23 NaN NaN
seed 2 17.05 NaN NaN
seed 2 17.97 NaN NaN
seed 2 23.72 NaN NaN
seed 2 25.68 NaN NaN
seed 2 90 NaN NaN
seed 2 17.58 NaN NaN
seed 3 27.01 NaN NaN
seed 3 40.49 NaN NaN
seed 3 31.35 NaN NaN
seed 3 49.62 NaN NaN
seed 3 21.55 NaN NaN
seed 3 41.3 NaN NaN
seed 3 24.94 NaN NaN
seed 3 28.09 NaN NaN
seed 3 31.86 NaN NaN
seed 3 41.38 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 69.29 NaN NaN
seed 10 73.85 NaN NaN
seed 10 90 NaN NaN
seed 10 69.54 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
seed 10 90 NaN NaN
EOD
lines[3] = ' 1 2 3 4 5'

panel_title[4] = 'ResNet, Adam'
note[4] = ''
$p4s1 << EOD
median 1e-05 88.47 NaN NaN
median 3e-05 83.37 NaN NaN
median 0.0001 50.165 NaN NaN
median 0.0003 30.240000000000002 NaN NaN
median 0.001 23.020000000000003 NaN NaN
median 0.003 19.155 NaN NaN
median 0.01 17.35 NaN NaN
median 0.015 18.62 NaN NaN
median 0.02 19.22 NaN NaN
median 0.03 57.58 NaN NaN
median 0.1 90 NaN NaN
median 0.15 90 NaN NaN
median 0.2 90 NaN NaN
median 0.3 90 NaN NaN
median 1 90 NaN NaN
interval 1e-05 87.90700000000001 85.41982308469895 90.74446026758432
interval 3e-05 82.10299999999998 78.2540547567232 86.51760224635434
interval 0.0001 52.35799999999999 45.73187212357951 59.20096284503045
interval 0.0003 30.335 29.062942173945594 31.58547516305662
interval 0.001 22.865999999999996 22.179535446462527 23.541911406805287
interval 0.003 18.987000000000002 18.399547791018357 19.564431635574618
interval 0.01 17.575 16.692758121870295 18.432372234443182
interval 0.015 19.188000000000002 17.124933868003115 21.132965294878307

interval 0.1 90 90 90
interval 0.15 88.852 86.99743056439428 90.99389860441424
interval 0.2 90 90 90
interval 0.3 89.999 89.9967387675268 90.00126155921055
interval 1 90.002 89.99747328905482 90.00652801953022
seed 1e-05 89.7 NaN NaN
seed 1e-05 88.19 NaN NaN
seed 1e-05 87.48 NaN NaN
seed 1e-05 90.31 NaN NaN
seed 1e-05 83.35 NaN NaN
seed 1e-05 85.01 NaN NaN
seed 1e-05 94.18 NaN NaN
seed 1e-05 88.75 NaN NaN
seed 1e-05 89.95 NaN NaN
seed 1e-05 82.15 NaN NaN
seed 3e-05 81.99 NaN NaN
seed 3e-05 86.36 NaN NaN
seed 3e-05 88.59 NaN NaN
seed 3e-05 84.75 NaN NaN
seed 3e-05 76.27 NaN NaN
seed 3e-05 77.64 NaN NaN
seed 3e-05 87 NaN NaN
seed 3e-05 81.59 NaN NaN
seed 3e-05 87.8 NaN NaN
seed 3e-05 69.04 NaN NaN
seed 0.0001 51.19 NaN NaN
seed 0.0001 47.72 NaN NaN
seed 0.0001 58.4 NaN NaN
seed 0.0001 71.25 NaN NaN
seed 0.0001 42.15 NaN NaN
seed 0.0001 44.07 NaN NaN
seed 0.0001 60.91 NaN NaN
seed 0.0001 49.14 NaN NaN
seed 0.0001 54.83 NaN NaN
seed 0.0001 43.92 NaN NaN
seed 0.0003 30.21 NaN NaN
seed 0.0003 29.22 NaN NaN
seed 0.0003 33.74 NaN NaN
seed 0.0003 32.33 NaN NaN
seed 0.0003 27.61 NaN NaN
seed 0.0003 30.27 NaN NaN
seed 0.0003 30.38 NaN NaN
seed 0.0003 30.21 NaN NaN
seed 0.0003 30.94 NaN NaN
seed 0.0003 28.44 NaN NaN
seed 0.001 21.8 NaN NaN
seed 0.001 21.82 NaN NaN
seed 0.001 24.06 NaN NaN
seed 0.001 23.74 NaN NaN
seed 0.001 21.3 NaN NaN
seed 0.001 23.01 NaN NaN
seed 0.001 23.86 NaN NaN
seed 0.001 23.26 NaN NaN
seed 0.001 22.78 NaN NaN
seed 0.001 23.03 NaN NaN
seed 0.003 18.21 NaN NaN
seed 0.003 18.12 NaN NaN
seed 0.003 19.67 NaN NaN
seed 0.003 19.82 NaN NaN
seed 0.003 17.46 NaN NaN
seed 0.003 18.98 NaN NaN
seed 0.003 19.74 NaN NaN
seed 0.003 19.56 NaN NaN
seed 0.003 19.02 NaN NaN
seed 0.003 19.29 NaN NaN
seed 0.01 16.68 NaN NaN
seed 0.01 15.81 NaN NaN
seed 0.01 19.12 NaN NaN
seed 0.01 18.74 NaN NaN
seed 0.01 16.29 NaN NaN
seed 0.01 18.21 NaN NaN
seed 0.01 17.73 NaN NaN
seed 0.01 19.26 NaN NaN
seed 0.01 16.97 NaN NaN
seed 0.01 16.94 NaN NaN
seed 0.015 18.42 NaN NaN
seed 0.015 15.86 NaN NaN
seed 0.015 21.07 NaN NaN
seed 0.015 18.82 NaN NaN
seed 0.015 16.45 NaN NaN
seed 0.015 21.9 NaN NaN
seed 0.015 19.99 NaN NaN
seed 0.015 25.18 NaN NaN
seed 0.015 16.92 NaN NaN
seed 0.015 17.27 NaN NaN
seed 0.02 19.18 NaN NaN
seed 0.02 18.39 NaN NaN
seed 0.02 20.86 NaN NaN
seed 0.02 19.21 NaN NaN
seed 0.02 19.23 NaN NaN
seed 0.02 90 NaN NaN
seed 0.02 22.01 NaN NaN
seed 0.02 90 NaN NaN
seed 0.02 18.11 NaN NaN
seed 0.02 17.91 NaN NaN
seed 0.03 25.16 NaN NaN
seed 0.03 20.25 NaN NaN
seed 0.03 90 NaN NaN
seed 0.03 24.36 NaN NaN
seed 0.03 90 NaN NaN
seed 0.03 90 NaN NaN
seed 0.03 90 NaN NaN
seed 0.03 90 NaN NaN
seed 0.03 19.15 NaN NaN
seed 0.03 20.9 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.1 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 78.52 NaN NaN
seed 0.15 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 89.99 NaN NaN
seed 0.3 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90.02 NaN NaN
seed 1 90 NaN NaN
EOD
$p4s2 << EOD
median 1e-05 87.125 NaN NaN
median 3e-05 79.75 NaN NaN
median 0.0001 50.85 NaN NaN
median 0.0003 28.880000000000003 NaN NaN
median 0.001 20.795 NaN NaN
median 0.003 16.365 NaN NaN
median 0.01 15 NaN NaN
median 0.015 14.925 NaN NaN
median 0.02 14.785 NaN NaN
median 0.03 15.004999999999999 NaN NaN
median 0.1 16.725 NaN NaN
median 0.15 18.475 NaN NaN
median 0.2 19.814999999999998 NaN NaN
median 0.3 21.445 NaN NaN
median 1 25.65 NaN NaN
interval 1e-05 85.244 82.73129464901291 88.0727907742035
interval 3e-05 77.92499999999998 74.47581669076061 81.67887795979063
interval 0.0001 50.24399999999999 46.06407419037513 54.42764950057154
interval 0.0003 28.857 27.938047455129947 29.763339962927684
interval 0.001 20.703 20.24939865620343 21.15125984997928
interval 0.003 16.56 16.231751385437924 16.884445633924088
interval 0.01 14.962 14.630504743683604 15.289146780802724
interval 0.015 14.937999999999999 14.62757196722085 15.24456309055224
interval 0.02 14.916 14.6252655261459 15.203350862836576
interval 0.03 15.037 14.8342270423612 15.238140483970138
interval 0.1 16.762 16.173361312812276 17.33874091334018
interval 0.15 18.451 17.878423594249654 19.013679626851744
interval 0.2 19.576 18.9441771649896 20.196701227437206
interval 0.3 21.276 20.27209278732584 22.255050818044893
interval 1 26.441999999999997 23.7531582139516 29.016221614893677
seed 1e-05 88.01 NaN NaN
seed 1e-05 80.79 NaN NaN
seed 1e-05 88.49 NaN NaN
seed 1e-05 87.17 NaN NaN
seed 1e-05 84.65 NaN NaN
seed 1e-05 84.05 NaN NaN
seed 1e-05 87.08 NaN NaN
seed 1e-05 88.02 NaN NaN
seed 1e-05 88.52 NaN NaN
seed 1e-05 75.66 NaN NaN
seed 3e-05 80.79 NaN NaN
seed 3e-05 69.42 NaN NaN
seed 3e-05 80.58 NaN NaN
seed 3e-05 82.47 NaN NaN
seed 3e-05 75.66 NaN NaN
seed 3e-05 78.92 NaN NaN
seed 3e-05 81.81 NaN NaN
seed 3e-05 78.17 NaN NaN
seed 3e-05 83.39 NaN NaN
seed 3e-05 68.04 NaN NaN
seed 0.0001 45.21 NaN NaN
seed 0.0001 42.86 NaN NaN
seed 0.0001 48.33 NaN NaN
seed 0.0001 52.29 NaN NaN
seed 0.0001 54.01 NaN NaN
seed 0.0001 51.93 NaN NaN
seed 0.0001 56.41 NaN NaN
seed 0.0001 41.86 NaN NaN
seed 0.0001 59.77 NaN NaN
seed 0.0001 49.77 NaN NaN
seed 0.0003 26.87 NaN NaN
seed 0.0003 28.64 NaN NaN
seed 0.0003 27.52 NaN NaN
seed 0.0003 31.33 NaN NaN
seed 0.0003 29.07 NaN NaN
seed 0.0003 29.65 NaN NaN
seed 0.0003 29.88 NaN NaN
seed 0.0003 28.69 NaN NaN
seed 0.0003 29.08 NaN NaN
seed 0.0003 27.84 NaN NaN
seed 0.001 20.02 NaN NaN
seed 0.001 19.49 NaN NaN
seed 0.001 20.86 NaN NaN
seed 0.001 21.47 NaN NaN
seed 0.001 20.63 NaN NaN
seed 0.001 20.73 NaN NaN
seed 0.001 21.25 NaN NaN
seed 0.001 21.07 NaN NaN
seed 0.001 21.27 NaN NaN
seed 0.001 20.24 NaN NaN
seed 0.003 16.33 NaN NaN
seed 0.003 16.19 NaN NaN
seed 0.003 16.62 NaN NaN
seed 0.003 17.66 NaN NaN
seed 0.003 16.31 NaN NaN
seed 0.003 16.29 NaN NaN
seed 0.003 16.4 NaN NaN
seed 0.003 16.72 NaN NaN
seed 0.003 16.95 NaN NaN
seed 0.003 16.13 NaN NaN
seed 0.01 14.26 NaN NaN
seed 0.01 15.03 NaN NaN
seed 0.01 14.92 NaN NaN
seed 0.01 15.77 NaN NaN
seed 0.01 15.08 NaN NaN
seed 0.01 14.94 NaN NaN
seed 0.01 14.2 NaN NaN
seed 0.01 14.97 NaN NaN
seed 0.01 15.29 NaN NaN
seed 0.01 15.16 NaN NaN
seed 0.015 14.46 NaN NaN
seed 0.015 14.67 NaN NaN
seed 0.015 15.09 NaN NaN
seed 0.015 15.96 NaN NaN
seed 0.015 14.92 NaN NaN
seed 0.015 15.16 NaN NaN
seed 0.015 14.41 NaN NaN
seed 0.015 14.93 NaN NaN
seed 0.015 14.97 NaN NaN
seed 0.015 14.81 NaN NaN
seed 0.02 14.51 NaN NaN
seed 0.02 14.95 NaN NaN
seed 0.02 15.54 NaN NaN
seed 0.02 15.4 NaN NaN
seed 0.02 14.78 NaN NaN
seed 0.02 15.45 NaN NaN
seed 0.02 14.62 NaN NaN
seed 0.02 14.43 NaN NaN
seed 0.02 14.79 NaN NaN
seed 0.02 14.69 NaN NaN
seed 0.03 14.94 NaN NaN
seed 0.03 14.67 NaN NaN
seed 0.03 15.35 NaN NaN
seed 0.03 15.53 NaN NaN
seed 0.03 15.02 NaN NaN
seed 0.03 15 NaN NaN
seed 0.03 14.86 NaN NaN
seed 0.03 14.68 NaN NaN
seed 0.03 15.31 NaN NaN
seed 0.03 15.01 NaN NaN
seed 0.1 16.14 NaN NaN
seed 0.1 15.68 NaN NaN
seed 0.1 17.15 NaN NaN
seed 0.1 18.08 NaN NaN
seed 0.1 18.03 NaN NaN
seed 0.1 16.82 NaN NaN
seed 0.1 16.94 NaN NaN
seed 0.1 16.63 NaN NaN
seed 0.1 16.16 NaN NaN
seed 0.1 15.99 NaN NaN
seed 0.15 18.12 NaN NaN
seed 0.15 16.98 NaN NaN
seed 0.15 18.22 NaN NaN
seed 0.15 19.14 NaN NaN
seed 0.15 17.92 NaN NaN
seed 0.15 19.41 NaN NaN
seed 0.15 18.73 NaN NaN
seed 0.15 18.95 NaN NaN
seed 0.15 19.31 NaN NaN
seed 0.15 17.73 NaN NaN
seed 0.2 19.97 NaN NaN
seed 0.2 19.62 NaN NaN
seed 0.2 20.16 NaN NaN
seed 0.2 20.05 NaN NaN
seed 0.2 17.94 NaN NaN
seed 0.2 18.88 NaN NaN
seed 0.2 20.16 NaN NaN
seed 0.2 18.54 NaN NaN
seed 0.2 20.78 NaN NaN
seed 0.2 19.66 NaN NaN
seed 0.3 20.34 NaN NaN
seed 0.3 19.77 NaN NaN
seed 0.3 21.7 NaN NaN
seed 0.3 22.76 NaN NaN
seed 0.3 23.09 NaN NaN
seed 0.3 19.96 NaN NaN
seed 0.3 22.38 NaN NaN
seed 0.3 19.22 NaN NaN
seed 0.3 21.19 NaN NaN
seed 0.3 22.35 NaN NaN
seed 1 22.63 NaN NaN
seed 1 22.87 NaN NaN
seed 1 23.63 NaN NaN
seed 1 35.54 NaN NaN
seed 1 24.69 NaN NaN
seed 1 24.6 NaN NaN
seed 1 27.03 NaN NaN
seed 1 28.86 NaN NaN
seed 1 27.96 NaN NaN
seed 1 26.61 NaN NaN
EOD
$p4s3 << EOD
median 1e-05 89.105 NaN NaN
median 3e-05 78.92 NaN NaN
median 0.0001 52.81 NaN NaN
median 0.0003 32.215 NaN NaN
median 0.001 23.990000000000002 NaN NaN
median 0.003 19.25 NaN NaN
median 0.01 19.235 NaN NaN
median 0.015 20.445 NaN NaN
median 0.02 20.240000000000002 NaN NaN
median 0.03 21.82 NaN NaN
median 0.1 34.49 NaN NaN
median 0.15 44.739999999999995 NaN NaN
median 0.2 55.545 NaN NaN
median 0.3 90 NaN NaN
median 1 90 NaN NaN
interval 1e-05 88.001 85.44767348649977 90.9574651137747
interval 3e-05 78.825 75.06560886446564 82.98227474956165
interval 0.0001 53.67 50.16216016402999 57.22412857889827
interval 0.0003 32.165 30.83877218056562 33.46960287010068
interval 0.001 23.932000000000002 23.110152844403277 24.739844932796224
interval 0.003 19.33 18.654031869260745 19.99298877211722
interval 0.01 19.308999999999997 18.508939753531877 20.090922241610745
interval 0.015 20.488000000000003 19.21351327066383 21.72053657449415
interval 0.02 20.728 19.57200309874111 21.849944227983528
interval 0.03 22.127999999999997 20.930766874660854 23.291961279851897
interval 0.1 32.003 28.245112094703515 35.58892745048613

seed 1e-05 91.39 NaN NaN
seed 1e-05 88.31 NaN NaN
seed 1e-05 86.21 NaN NaN
seed 1e-05 90.54 NaN NaN
seed 1e-05 85.35 NaN NaN
seed 1e-05 81.69 NaN NaN
seed 1e-05 93.7 NaN NaN
seed 1e-05 89.9 NaN NaN
seed 1e-05 90.17 NaN NaN
seed 1e-05 82.75 NaN NaN
seed 3e-05 77.43 NaN NaN
seed 3e-05 80.41 NaN NaN
seed 3e-05 77.35 NaN NaN
seed 3e-05 85.47 NaN NaN
seed 3e-05 74.81 NaN NaN
seed 3e-05 72.57 NaN NaN
seed 3e-05 81.42 NaN NaN
seed 3e-05 81.2 NaN NaN
seed 3e-05 87.32 NaN NaN
seed 3e-05 70.27 NaN NaN
seed 0.0001 52.57 NaN NaN
seed 0.0001 51.97 NaN NaN
seed 0.0001 55.2 NaN NaN
seed 0.0001 62.5 NaN NaN
seed 0.0001 53.05 NaN NaN
seed 0.0001 47.67 NaN NaN
seed 0.0001 61.19 NaN NaN
seed 0.0001 48.01 NaN NaN
seed 0.0001 53.11 NaN NaN
seed 0.0001 51.43 NaN NaN
seed 0.0003 29.59 NaN NaN
seed 0.0003 31.57 NaN NaN
seed 0.0003 33.67 NaN NaN
seed 0.0003 31.61 NaN NaN
seed 0.0003 28.95 NaN NaN
seed 0.0003 34.1 NaN NaN
seed 0.0003 33.54 NaN NaN
seed 0.0003 32.58 NaN NaN
seed 0.0003 34.19 NaN NaN
seed 0.0003 31.85 NaN NaN
seed 0.001 22.73 NaN NaN
seed 0.001 23 NaN NaN
seed 0.001 24.26 NaN NaN
seed 0.001 24.19 NaN NaN
seed 0.001 22.3 NaN NaN
seed 0.001 23.32 NaN NaN
seed 0.001 26.02 NaN NaN
seed 0.001 24.57 NaN NaN
seed 0.001 25.14 NaN NaN
seed 0.001 23.79 NaN NaN
seed 0.003 18.89 NaN NaN
seed 0.003 18.17 NaN NaN
seed 0.003 19.58 NaN NaN
seed 0.003 19.19 NaN NaN
seed 0.003 18.02 NaN NaN
seed 0.003 19.58 NaN NaN
seed 0.003 21.33 NaN NaN
seed 0.003 20.1 NaN NaN
seed 0.003 19.31 NaN NaN
seed 0.003 19.13 NaN NaN
seed 0.01 19.34 NaN NaN
seed 0.01 18.16 NaN NaN
seed 0.01 19.9 NaN NaN
seed 0.01 18.7 NaN NaN
seed 0.01 17.94 NaN NaN
seed 0.01 20.63 NaN NaN
seed 0.01 21.07 NaN NaN
seed 0.01 20.16 NaN NaN
seed 0.01 19.13 NaN NaN
seed 0.01 18.06 NaN NaN
seed 0.015 19.87 NaN NaN
seed 0.015 18.49 NaN NaN
seed 0.015 22.19 NaN NaN
seed 0.015 19.67 NaN NaN
seed 0.015 18.42 NaN NaN
seed 0.015 21.87 NaN NaN
seed 0.015 22.33 NaN NaN
seed 0.015 22.71 NaN NaN
seed 0.015 21.02 NaN NaN
seed 0.015 18.31 NaN NaN
seed 0.02 20.16 NaN NaN
seed 0.02 19.44 NaN NaN
seed 0.02 21.42 NaN NaN
seed 0.02 20.32 NaN NaN
seed 0.02 19.4 NaN NaN
seed 0.02 23.2 NaN NaN
seed 0.02 22.55 NaN NaN
seed 0.02 22.58 NaN NaN
seed 0.02 19.67 NaN NaN
seed 0.02 18.54 NaN NaN
seed 0.03 21.31 NaN NaN
seed 0.03 21.05 NaN NaN
seed 0.03 21.89 NaN NaN
seed 0.03 24.12 NaN NaN
seed 0.03 19.29 NaN NaN
seed 0.03 23.18 NaN NaN
seed 0.03 24.23 NaN NaN
seed 0.03 23.76 NaN NaN
seed 0.03 21.75 NaN NaN
seed 0.03 20.7 NaN NaN
seed 0.1 26.28 NaN NaN
seed 0.1 27.02 NaN NaN
seed 0.1 35.65 NaN NaN
seed 0.1 35.61 NaN NaN
seed 0.1 25.87 NaN NaN
seed 0.1 34.64 NaN NaN
seed 0.1 35.74 NaN NaN
seed 0.1 34.34 NaN NaN
seed 0.1 38.89 NaN NaN
seed 0.1 25.99 NaN NaN
seed 0.15 53.49 NaN NaN
seed 0.15 28.41 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 86.8 NaN NaN
seed 0.15 34.3 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 34.93 NaN NaN
seed 0.15 36.25 NaN NaN
seed 0.15 53.23 NaN NaN
seed 0.15 29.59 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 57.35 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 36.46 NaN NaN
seed 0.2 35.72 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 53.74 NaN NaN
seed 0.2 51.2 NaN NaN
seed 0.2 37.87 NaN NaN
seed 0.3 43.2 NaN NaN
seed 0.3 50.1 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 51.72 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 1 41.99 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 51.41 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
$p4s4 << EOD
median 1e-05 89.76 NaN NaN
median 3e-05 82.33000000000001 NaN NaN
median 0.0001 52.32 NaN NaN
median 0.0003 31.89 NaN NaN
median 0.001 23.2 NaN NaN
median 0.003 18.45 NaN NaN
median 0.01 17.475 NaN NaN
median 0.015 17.689999999999998 NaN NaN
median 0.02 18.78 NaN NaN
median 0.03 19.33 NaN NaN
median 0.1 29.335 NaN NaN
median 0.15 40.345 NaN NaN
median 0.2 50.495 NaN NaN
median 0.3 90 NaN NaN
median 1 90 NaN NaN
interval 1e-05 89.91400000000002 87.29076635590995 92.87965798998356
interval 3e-05 81.447 77.23859151103953 86.29444342815594
interval 0.0001 51.90500000000001 48.6387380252052 55.1882041640922
interval 0.0003 32.002 30.92218154984194 33.06766101431853
interval 0.001 23.152 22.615689870657988 23.682020353738526
interval 0.003 18.403 18.006278102443112 18.79492291340794
interval 0.01 17.605 17.09882159667474 18.102914664279787
interval 0.015 18.223999999999997 17.408704082910084 19.018911733380936
interval 0.02 18.814 17.731546078620834 19.86228216415956
interval 0.03 19.706000000000003 18.510721464412335 20.862220358954374
interval 0.1 31.341999999999995 24.699597764495174 37.6651360135892

interval 1 90 90 90
seed 1e-05 92.07 NaN NaN
seed 1e-05 89.2 NaN NaN
seed 1e-05 96.97 NaN NaN
seed 1e-05 89.93 NaN NaN
seed 1e-05 86.33 NaN NaN
seed 1e-05 88.19 NaN NaN
seed 1e-05 89.59 NaN NaN
seed 1e-05 90 NaN NaN
seed 1e-05 90.14 NaN NaN
seed 1e-05 86.72 NaN NaN
seed 3e-05 86.21 NaN NaN
seed 3e-05 82.68 NaN NaN
seed 3e-05 86.47 NaN NaN
seed 3e-05 81.98 NaN NaN
seed 3e-05 74.95 NaN NaN
seed 3e-05 78.89 NaN NaN
seed 3e-05 78.89 NaN NaN
seed 3e-05 88.37 NaN NaN
seed 3e-05 88.81 NaN NaN
seed 3e-05 67.22 NaN NaN
seed 0.0001 44.9 NaN NaN
seed 0.0001 48.34 NaN NaN
seed 0.0001 54.3 NaN NaN
seed 0.0001 53.88 NaN NaN
seed 0.0001 55.82 NaN NaN
seed 0.0001 53.34 NaN NaN
seed 0.0001 60.3 NaN NaN
seed 0.0001 51.3 NaN NaN
seed 0.0001 47.23 NaN NaN
seed 0.0001 49.64 NaN NaN
seed 0.0003 29.3 NaN NaN
seed 0.0003 31.8 NaN NaN
seed 0.0003 32.23 NaN NaN
seed 0.0003 34.22 NaN NaN
seed 0.0003 30.41 NaN NaN
seed 0.0003 31.77 NaN NaN
seed 0.0003 32.32 NaN NaN
seed 0.0003 34.26 NaN NaN
seed 0.0003 31.98 NaN NaN
seed 0.0003 31.73 NaN NaN
seed 0.001 22.82 NaN NaN
seed 0.001 22.43 NaN NaN
seed 0.001 23.2 NaN NaN
seed 0.001 23.35 NaN NaN
seed 0.001 22.19 NaN NaN
seed 0.001 22.8 NaN NaN
seed 0.001 24.99 NaN NaN
seed 0.001 23.2 NaN NaN
seed 0.001 23.25 NaN NaN
seed 0.001 23.29 NaN NaN
seed 0.003 18.16 NaN NaN
seed 0.003 17.73 NaN NaN
seed 0.003 18.5 NaN NaN
seed 0.003 18.52 NaN NaN
seed 0.003 17.45 NaN NaN
seed 0.003 19.01 NaN NaN
seed 0.003 19.19 NaN NaN
seed 0.003 18.89 NaN NaN
seed 0.003 18.18 NaN NaN
seed 0.003 18.4 NaN NaN
seed 0.01 16.68 NaN NaN
seed 0.01 16.92 NaN NaN
seed 0.01 18.55 NaN NaN
seed 0.01 18.43 NaN NaN
seed 0.01 17.4 NaN NaN
seed 0.01 17.55 NaN NaN
seed 0.01 18.45 NaN NaN
seed 0.01 17.35 NaN NaN
seed 0.01 17.91 NaN NaN
seed 0.01 16.81 NaN NaN
seed 0.015 17.26 NaN NaN
seed 0.015 17.49 NaN NaN
seed 0.015 20.2 NaN NaN
seed 0.015 18.79 NaN NaN
seed 0.015 16.85 NaN NaN
seed 0.015 17.47 NaN NaN
seed 0.015 19.1 NaN NaN
seed 0.015 17.63 NaN NaN
seed 0.015 19.7 NaN NaN
seed 0.015 17.75 NaN NaN
seed 0.02 17.28 NaN NaN
seed 0.02 17.15 NaN NaN
seed 0.02 21.57 NaN NaN
seed 0.02 19.52 NaN NaN
seed 0.02 17.2 NaN NaN
seed 0.02 17.84 NaN NaN
seed 0.02 19.38 NaN NaN
seed 0.02 18.69 NaN NaN
seed 0.02 20.64 NaN NaN
seed 0.02 18.87 NaN NaN
seed 0.03 19.76 NaN NaN
seed 0.03 18.9 NaN NaN
seed 0.03 23.55 NaN NaN
seed 0.03 18.61 NaN NaN
seed 0.03 18.12 NaN NaN
seed 0.03 18.39 NaN NaN
seed 0.03 21.26 NaN NaN
seed 0.03 20.12 NaN NaN
seed 0.03 20.14 NaN NaN
seed 0.03 18.21 NaN NaN
seed 0.1 28.79 NaN NaN
seed 0.1 24.39 NaN NaN
seed 0.1 42.28 NaN NaN
seed 0.1 29.88 NaN NaN
seed 0.1 24.35 NaN NaN
seed 0.1 24.85 NaN NaN
seed 0.1 30.32 NaN NaN
seed 0.1 31.83 NaN NaN
seed 0.1 53.72 NaN NaN
seed 0.1 23.01 NaN NaN
seed 0.15 29.44 NaN NaN
seed 0.15 43.62 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 30.23 NaN NaN
seed 0.15 37.07 NaN NaN
seed 0.15 26.43 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 52.4 NaN NaN
seed 0.15 90 NaN NaN
seed 0.15 28.96 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 50.44 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 33.8 NaN NaN
seed 0.2 46.59 NaN NaN
seed 0.2 50.55 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 45.63 NaN NaN
seed 0.2 90 NaN NaN
seed 0.2 49.5 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 34.88 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 36.27 NaN NaN
seed 0.3 35.09 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 90 NaN NaN
seed 0.3 58.81 NaN NaN
seed 0.3 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
seed 1 90 NaN NaN
EOD
$p4s5 << EOD
median 1e-05 89.7 NaN NaN
median 3e-05 88.235 NaN NaN
median 0.0001 65.87 NaN NaN
median 0.0003 36.5 NaN NaN
median 0.001 23.855 NaN NaN
median 0.003 17.875 NaN NaN
median 0.01 15.129999999999999 NaN NaN
median 0.015 14.68 NaN NaN
median 0.02 14.82 NaN NaN
median 0.03 14.82 NaN NaN
median 0.1 15.829999999999998 NaN NaN
median 0.15 19.125 NaN NaN
median 0.2 22.085 NaN NaN
median 0.3 19.16 NaN NaN
median 1 22.055 NaN NaN
interval 1e-05 88.98299999999999 88.06562039786066 89.9543368292974
interval 3e-05 87.257 85.34639071228601 89.38029965818218
interval 0.0001 65.147 58.38399147254559 72.31443722956189
interval 0.0003 35.642999999999994 33.526148495399475 37.71546854268473
interval 0.001 23.648999999999997 22.8704835376504 24.41467080661236
interval 0.003 17.896 17.521450722832274 18.266108180247628
interval 0.01 15.146 14.777617007173436 15.509045006792654
interval 0.015 14.690999999999999 14.421740261562904 14.957310692239812
interval 0.02 14.773999999999997 14.608027305183032 14.938857319168358
interval 0.03 14.86 14.673987065209849 15.044613933875414
interval 0.1 15.854000000000003 15.668621817355096 16.03810296247679
interval 0.15 19.756 17.470155869489762 21.904606156011994
interval 0.2 22.666000000000004 19.588571167961454 25.550586349370313
interval 0.3 19.5 18.470984420967824 20.499497384081433
interval 1 22.321 21.14315547541196 23.467184718876606
seed 1e-05 90 NaN NaN
seed 1e-05 89.53 NaN NaN
seed 1e-05 89.96 NaN NaN
seed 1e-05 89.97 NaN NaN
seed 1e-05 90 NaN NaN
seed 1e-05 88.54 NaN NaN
seed 1e-05 89.87 NaN NaN
seed 1e-05 86.63 NaN NaN
seed 1e-05 88.9 NaN NaN
seed 1e-05 86.43 NaN NaN
seed 3e-05 90 NaN NaN
seed 3e-05 86.14 NaN NaN
seed 3e-05 89.49 NaN NaN
seed 3e-05 89.55 NaN NaN
seed 3e-05 89.88 NaN NaN
seed 3e-05 86.78 NaN NaN
seed 3e-05 88.72 NaN NaN
seed 3e-05 83.16 NaN NaN
seed 3e-05 87.75 NaN NaN
seed 3e-05 81.1 NaN NaN
seed 0.0001 65.06 NaN NaN
seed 0.0001 46.1 NaN NaN
seed 0.0001 68.15 NaN NaN
seed 0.0001 69.29 NaN NaN
seed 0.0001 66.68 NaN NaN
seed 0.0001 63.24 NaN NaN
seed 0.0001 77 NaN NaN
seed 0.0001 54.27 NaN NaN
seed 0.0001 78.81 NaN NaN
seed 0.0001 62.87 NaN NaN
seed 0.0003 30.33 NaN NaN
seed 0.0003 32.65 NaN NaN
seed 0.0003 32.32 NaN NaN
seed 0.0003 37.51 NaN NaN
seed 0.0003 38.18 NaN NaN
seed 0.0003 35.77 NaN NaN
seed 0.0003 35.86 NaN NaN
seed 0.0003 38.52 NaN NaN
seed 0.0003 38.15 NaN NaN
seed 0.0003 37.14 NaN NaN
seed 0.001 22.16 NaN NaN
seed 0.001 22.39 NaN NaN
seed 0.001 24.05 NaN NaN
seed 0.001 24.2 NaN NaN
seed 0.001 22.62 NaN NaN
seed 0.001 24.21 NaN NaN
seed 0.001 23.66 NaN NaN
seed 0.001 22.96 NaN NaN
seed 0.001 25.26 NaN NaN
seed 0.001 24.98 NaN NaN
seed 0.003 16.95 NaN NaN
seed 0.003 17.41 NaN NaN
seed 0.003 17.86 NaN NaN
seed 0.003 18.31 NaN NaN
seed 0.003 17.89 NaN NaN
seed 0.003 18.45 NaN NaN
seed 0.003 18.74 NaN NaN
seed 0.003 17.63 NaN NaN
seed 0.003 17.73 NaN NaN
seed 0.003 17.99 NaN NaN
seed 0.01 14.89 NaN NaN
seed 0.01 14.8 NaN NaN
seed 0.01 14.58 NaN NaN
seed 0.01 16.23 NaN NaN
seed 0.01 14.57 NaN NaN
seed 0.01 15.19 NaN NaN
seed 0.01 15.77 NaN NaN
seed 0.01 15.17 NaN NaN
seed 0.01 15.11 NaN NaN
seed 0.01 15.15 NaN NaN
seed 0.015 14.73 NaN NaN
seed 0.015 14.8 NaN NaN
seed 0.015 14.28 NaN NaN
seed 0.015 15.25 NaN NaN
seed 0.015 14.09 NaN NaN
seed 0.015 14.63 NaN NaN
seed 0.015 15.24 NaN NaN
seed 0.015 14.44 NaN NaN
seed 0.015 14.86 NaN NaN
seed 0.015 14.59 NaN NaN
seed 0.02 14.95 NaN NaN
seed 0.02 14.95 NaN NaN
seed 0.02 14.69 NaN NaN
seed 0.02 15.04 NaN NaN
seed 0.02 14.38 NaN NaN
seed 0.02 14.6 NaN NaN
seed 0.02 14.64 NaN NaN
seed 0.02 14.99 NaN NaN
seed 0.02 14.96 NaN NaN
seed 0.02 14.54 NaN NaN
seed 0.03 14.61 NaN NaN
seed 0.03 14.84 NaN NaN
seed 0.03 14.6 NaN NaN
seed 0.03 15.1 NaN NaN
seed 0.03 14.81 NaN NaN
seed 0.03 15.44 NaN NaN
seed 0.03 14.76 NaN NaN
seed 0.03 14.83 NaN NaN
seed 0.03 14.62 NaN NaN
seed 0.03 14.99 NaN NaN
seed 0.1 15.98 NaN NaN
seed 0.1 15.79 NaN NaN
seed 0.1 15.77 NaN NaN
seed 0.1 16.31 NaN NaN
seed 0.1 15.31 NaN NaN
seed 0.1 15.96 NaN NaN
seed 0.1 15.77 NaN NaN
seed 0.1 15.87 NaN NaN
seed 0.1 16.04 NaN NaN
seed 0.1 15.74 NaN NaN
seed 0.15 19.22 NaN NaN
seed 0.15 18.09 NaN NaN
seed 0.15 19.03 NaN NaN
seed 0.15 19.97 NaN NaN
seed 0.15 16.29 NaN NaN
seed 0.15 18.28 NaN NaN
seed 0.15 17.19 NaN NaN
seed 0.15 20.68 NaN NaN
seed 0.15 28.55 NaN NaN
seed 0.15 20.26 NaN NaN
seed 0.2 18.91 NaN NaN
seed 0.2 24.35 NaN NaN
seed 0.2 34.01 NaN NaN
seed 0.2 19.03 NaN NaN
seed 0.2 22.94 NaN NaN
seed 0.2 23.99 NaN NaN
seed 0.2 18.55 NaN NaN
seed 0.2 22.77 NaN NaN
seed 0.2 20.71 NaN NaN
seed 0.2 21.4 NaN NaN
seed 0.3 19.07 NaN NaN
seed 0.3 19.61 NaN NaN
seed 0.3 21.05 NaN NaN
seed 0.3 18.62 NaN NaN
seed 0.3 18.42 NaN NaN
seed 0.3 19.32 NaN NaN
seed 0.3 18.92 NaN NaN
seed 0.3 22.9 NaN NaN
seed 0.3 19.25 NaN NaN
seed 0.3 17.84 NaN NaN
seed 1 22.26 NaN NaN
seed 1 23.34 NaN NaN
seed 1 21.28 NaN NaN
seed 1 23.77 NaN NaN
seed 1 21.85 NaN NaN
seed 1 21.68 NaN NaN
seed 1 20.96 NaN NaN
seed 1 19.78 NaN NaN
seed 1 25.63 NaN NaN
seed 1 22.66 NaN NaN
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
