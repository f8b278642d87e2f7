# A figure of normlab. `gnuplot mlp_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mlp_map.gp draws one of them, so many inches wide;
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

name = 'mlp_map'
title = 'Test error of a plain MLP of each norm and depth, each at the best of its rates'
caption = 'fashion-mnist, 10 seeds: medians'
x_label = 'layers'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'heat'; x_log = 0; y_log = 0; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 4
array label[5]; array style[5]; array look[5]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'layernorm'
style[3] = 'layernorm'; look[3] = 'line'
label[4] = 'groupnorm groups=4'
style[4] = 'groupnorm groups=4'; look[4] = 'line'
references = ''

categories = 6; array category[7]
category[1] = '2'
category[2] = '5'
category[3] = '10'
category[4] = '20'
category[5] = '50'
category[6] = '100'

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = 'He initialization'
note[1] = ''
$p1s1 << EOD
median 1 16.145000000000003 NaN NaN
median 2 16.07 NaN NaN
median 3 16.945 NaN NaN
median 4 21.22 NaN NaN
median 5 35.795 NaN NaN
median 6 58.92 NaN NaN
interval 1 16.147 15.897859582557466 16.393888229314342
interval 2 16.124000000000002 15.933935423604247 16.312748751203788
interval 3 16.95 16.679890758966174 17.217621338185605
interval 4 21.65 20.484946186765203 22.78257895849706
interval 5 37.69799999999999 34.18884500349361 41.13435899681751
interval 6 58.18699999999999 53.71679692758972 62.722838016145836
seed 1 15.71 NaN NaN
seed 1 16.27 NaN NaN
seed 1 16.37 NaN NaN
seed 1 16.6 NaN NaN
seed 1 16.17 NaN NaN
seed 1 15.93 NaN NaN
seed 1 16.7 NaN NaN
seed 1 16.12 NaN NaN
seed 1 15.92 NaN NaN
seed 1 15.68 NaN NaN
seed 2 16.15 NaN NaN
seed 2 16.36 NaN NaN
seed 2 16.32 NaN NaN
seed 2 16.59 NaN NaN
seed 2 15.98 NaN NaN
seed 2 15.99 NaN NaN
seed 2 16.3 NaN NaN
seed 2 15.93 NaN NaN
seed 2 15.9 NaN NaN
seed 2 15.72 NaN NaN
seed 3 17.06 NaN NaN
seed 3 16.64 NaN NaN
seed 3 16.86 NaN NaN
seed 3 17.03 NaN NaN
seed 3 17.05 NaN NaN
seed 3 16.83 NaN NaN
seed 3 17.44 NaN NaN
seed 3 17.59 NaN NaN
seed 3 16.31 NaN NaN
seed 3 16.69 NaN NaN
seed 4 20.54 NaN NaN
seed 4 23.06 NaN NaN
seed 4 19.78 NaN NaN
seed 4 20.55 NaN NaN
seed 4 20.25 NaN NaN
seed 4 20.3 NaN NaN
seed 4 21.97 NaN NaN
seed 4 24.23 NaN NaN
seed 4 21.89 NaN NaN
seed 4 23.93 NaN NaN
seed 5 37.53 NaN NaN
seed 5 35.43 NaN NaN
seed 5 45.32 NaN NaN
seed 5 39.55 NaN NaN
seed 5 31.39 NaN NaN
seed 5 34.3 NaN NaN
seed 5 36.01 NaN NaN
seed 5 34.94 NaN NaN
seed 5 46.93 NaN NaN
seed 5 35.58 NaN NaN
seed 6 65.1 NaN NaN
seed 6 45.9 NaN NaN
seed 6 63.22 NaN NaN
seed 6 59.55 NaN NaN
seed 6 65.61 NaN NaN
seed 6 57.91 NaN NaN
seed 6 50.62 NaN NaN
seed 6 54.63 NaN NaN
seed 6 58.29 NaN NaN
seed 6 61.04 NaN NaN
EOD
$p1s2 << EOD
median 1 14.815000000000001 NaN NaN
median 2 15.195 NaN NaN
median 3 17.59 NaN NaN
median 4 27.555 NaN NaN
median 5 71.29499999999999 NaN NaN
median 6 89.14 NaN NaN
interval 1 14.861 14.690789973225892 15.030039776315165
interval 2 15.520999999999997 15.105810660818799 15.929637863557293
interval 3 17.648 17.20658690582758 18.08315016607435
interval 4 27.226999999999997 26.434133275656972 28.00925495084479
interval 5 70.663 68.2013882799304 73.21370281716264
interval 6 88.979 88.53755241110869 89.43211085024039
seed 1 14.84 NaN NaN
seed 1 15.1 NaN NaN
seed 1 15.01 NaN NaN
seed 1 14.83 NaN NaN
seed 1 14.8 NaN NaN
seed 1 14.75 NaN NaN
seed 1 15.36 NaN NaN
seed 1 14.68 NaN NaN
seed 1 14.71 NaN NaN
seed 1 14.53 NaN NaN
seed 2 15.1 NaN NaN
seed 2 15.26 NaN NaN
seed 2 16.04 NaN NaN
seed 2 16.51 NaN NaN
seed 2 16.02 NaN NaN
seed 2 16.1 NaN NaN
seed 2 15.13 NaN NaN
seed 2 15.13 NaN NaN
seed 2 15.04 NaN NaN
seed 2 14.88 NaN NaN
seed 3 18.46 NaN NaN
seed 3 17.68 NaN NaN
seed 3 17.45 NaN NaN
seed 3 18.36 NaN NaN
seed 3 16.59 NaN NaN
seed 3 17.96 NaN NaN
seed 3 16.95 NaN NaN
seed 3 18.21 NaN NaN
seed 3 17.32 NaN NaN
seed 3 17.5 NaN NaN
seed 4 25.79 NaN NaN
seed 4 26.52 NaN NaN
seed 4 28.59 NaN NaN
seed 4 27.87 NaN NaN
seed 4 27.7 NaN NaN
seed 4 28.55 NaN NaN
seed 4 27.41 NaN NaN
seed 4 27.85 NaN NaN
seed 4 26.52 NaN NaN
seed 4 25.47 NaN NaN
seed 5 69.18 NaN NaN
seed 5 63.63 NaN NaN
seed 5 70.96 NaN NaN
seed 5 67.89 NaN NaN
seed 5 72.9 NaN NaN
seed 5 72.49 NaN NaN
seed 5 74.87 NaN NaN
seed 5 71.63 NaN NaN
seed 5 75.1 NaN NaN
seed 5 67.98 NaN NaN
seed 6 88.34 NaN NaN
seed 6 89.23 NaN NaN
seed 6 89.5 NaN NaN
seed 6 89.05 NaN NaN
seed 6 87.83 NaN NaN
seed 6 89.39 NaN NaN
seed 6 89.54 NaN NaN
seed 6 89.05 NaN NaN
seed 6 88.2 NaN NaN
seed 6 89.66 NaN NaN
EOD
$p1s3 << EOD
median 1 15.370000000000001 NaN NaN
median 2 16.225 NaN NaN
median 3 17 NaN NaN
median 4 23.689999999999998 NaN NaN
median 5 44.769999999999996 NaN NaN
median 6 90 NaN NaN
interval 1 15.351000000000003 15.208840055893914 15.492378194865678
interval 2 16.211000000000002 16.055935764223726 16.365195111314325
interval 3 16.95 16.625613433903823 17.270825407336474
interval 4 23.439 22.453955329474628 24.403223598363226
interval 5 45.559 40.655921762012476 50.41943143502774
interval 6 86.779 84.09339820777363 89.89207261580067
seed 1 15.42 NaN NaN
seed 1 15.65 NaN NaN
seed 1 15.38 NaN NaN
seed 1 15.33 NaN NaN
seed 1 15.27 NaN NaN
seed 1 15.53 NaN NaN
seed 1 15.09 NaN NaN
seed 1 15.36 NaN NaN
seed 1 15.49 NaN NaN
seed 1 14.99 NaN NaN
seed 2 16.45 NaN NaN
seed 2 16.14 NaN NaN
seed 2 16.19 NaN NaN
seed 2 16.26 NaN NaN
seed 2 16.35 NaN NaN
seed 2 16.11 NaN NaN
seed 2 15.82 NaN NaN
seed 2 16.48 NaN NaN
seed 2 16.37 NaN NaN
seed 2 15.94 NaN NaN
seed 3 17.14 NaN NaN
seed 3 16.74 NaN NaN
seed 3 17.04 NaN NaN
seed 3 17.58 NaN NaN
seed 3 16.8 NaN NaN
seed 3 17.14 NaN NaN
seed 3 16.79 NaN NaN
seed 3 16.96 NaN NaN
seed 3 15.93 NaN NaN
seed 3 17.38 NaN NaN
seed 4 23.86 NaN NaN
seed 4 23.52 NaN NaN
seed 4 24.59 NaN NaN
seed 4 22.11 NaN NaN
seed 4 21.79 NaN NaN
seed 4 25.11 NaN NaN
seed 4 24.99 NaN NaN
seed 4 24.08 NaN NaN
seed 4 23.08 NaN NaN
seed 4 21.26 NaN NaN
seed 5 34.83 NaN NaN
seed 5 43.72 NaN NaN
seed 5 44.61 NaN NaN
seed 5 58.57 NaN NaN
seed 5 47.51 NaN NaN
seed 5 44.93 NaN NaN
seed 5 41.65 NaN NaN
seed 5 50.05 NaN NaN
seed 5 51.29 NaN NaN
seed 5 38.43 NaN NaN
seed 6 85.33 NaN NaN
seed 6 90 NaN NaN
seed 6 80.91 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 81.16 NaN NaN
seed 6 90 NaN NaN
seed 6 80.39 NaN NaN
EOD
$p1s4 << EOD
median 1 15.335 NaN NaN
median 2 16.155 NaN NaN
median 3 17.265 NaN NaN
median 4 25.24 NaN NaN
median 5 66.41 NaN NaN
median 6 90 NaN NaN
interval 1 15.356 15.23741566821034 15.474039511203772
interval 2 16.189999999999998 16.01398906367758 16.364886750250914
interval 3 17.384 17.08030452360724 17.684646222154477
interval 4 25.534 25.06063636104518 26.00316465121969
interval 5 64.422 55.73669193330635 73.73012530460225
interval 6 89.313 88.07363352891197 90.67164296459484
seed 1 15.52 NaN NaN
seed 1 15.52 NaN NaN
seed 1 15.33 NaN NaN
seed 1 15.51 NaN NaN
seed 1 15.34 NaN NaN
seed 1 15.56 NaN NaN
seed 1 15.19 NaN NaN
seed 1 15.3 NaN NaN
seed 1 15.2 NaN NaN
seed 1 15.09 NaN NaN
seed 2 16.24 NaN NaN
seed 2 16.12 NaN NaN
seed 2 16.03 NaN NaN
seed 2 16.65 NaN NaN
seed 2 16.51 NaN NaN
seed 2 16.27 NaN NaN
seed 2 16.19 NaN NaN
seed 2 15.98 NaN NaN
seed 2 15.82 NaN NaN
seed 2 16.09 NaN NaN
seed 3 17.42 NaN NaN
seed 3 17.1 NaN NaN
seed 3 17.89 NaN NaN
seed 3 17.05 NaN NaN
seed 3 17.3 NaN NaN
seed 3 17.67 NaN NaN
seed 3 17.23 NaN NaN
seed 3 17.12 NaN NaN
seed 3 16.84 NaN NaN
seed 3 18.22 NaN NaN
seed 4 26.12 NaN NaN
seed 4 26.19 NaN NaN
seed 4 25.06 NaN NaN
seed 4 25.33 NaN NaN
seed 4 25.08 NaN NaN
seed 4 26.85 NaN NaN
seed 4 25.06 NaN NaN
seed 4 24.78 NaN NaN
seed 4 25.15 NaN NaN
seed 4 25.72 NaN NaN
seed 5 82.73 NaN NaN
seed 5 74.64 NaN NaN
seed 5 64.5 NaN NaN
seed 5 73.77 NaN NaN
seed 5 41.02 NaN NaN
seed 5 68.32 NaN NaN
seed 5 56.56 NaN NaN
seed 5 51.86 NaN NaN
seed 5 59.54 NaN NaN
seed 5 71.28 NaN NaN
seed 6 90 NaN NaN
seed 6 83.13 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'Glorot initialization'
note[2] = ''
$p2s1 << EOD
median 1 16.18 NaN NaN
median 2 16.384999999999998 NaN NaN
median 3 17.96 NaN NaN
median 4 31.17 NaN NaN
median 5 90 NaN NaN
median 6 90 NaN NaN
interval 1 16.169000000000004 15.95435228499063 16.381979319968757
interval 2 16.469 16.097874249523137 16.83525234924298
interval 3 18.171000000000003 17.671538898887203 18.662714393492998
interval 4 31.115 27.529624586077226 34.573485752834884
interval 5 90 90 90
interval 6 90 90 90
seed 1 16.36 NaN NaN
seed 1 16.49 NaN NaN
seed 1 16.62 NaN NaN
seed 1 16.09 NaN NaN
seed 1 16.03 NaN NaN
seed 1 16.33 NaN NaN
seed 1 16.02 NaN NaN
seed 1 16.27 NaN NaN
seed 1 15.8 NaN NaN
seed 1 15.68 NaN NaN
seed 2 16.49 NaN NaN
seed 2 15.89 NaN NaN
seed 2 17.53 NaN NaN
seed 2 16.65 NaN NaN
seed 2 16.2 NaN NaN
seed 2 16.28 NaN NaN
seed 2 17.07 NaN NaN
seed 2 16.23 NaN NaN
seed 2 15.83 NaN NaN
seed 2 16.52 NaN NaN
seed 3 17.27 NaN NaN
seed 3 17.76 NaN NaN
seed 3 18.94 NaN NaN
seed 3 17.73 NaN NaN
seed 3 19.61 NaN NaN
seed 3 18.3 NaN NaN
seed 3 18.54 NaN NaN
seed 3 17.64 NaN NaN
seed 3 17.8 NaN NaN
seed 3 18.12 NaN NaN
seed 4 26.43 NaN NaN
seed 4 26.51 NaN NaN
seed 4 43.85 NaN NaN
seed 4 30.82 NaN NaN
seed 4 32.93 NaN NaN
seed 4 27.57 NaN NaN
seed 4 31.79 NaN NaN
seed 4 31.52 NaN NaN
seed 4 27.28 NaN NaN
seed 4 32.45 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
EOD
$p2s2 << EOD
median 1 14.94 NaN NaN
median 2 15.379999999999999 NaN NaN
median 3 17.52 NaN NaN
median 4 25.854999999999997 NaN NaN
median 5 70.425 NaN NaN
median 6 88.60499999999999 NaN NaN
interval 1 15.147 14.731626055328558 15.55556045137828
interval 2 15.419 15.155364283745307 15.679963126942376
interval 3 17.529 17.181220203903926 17.87283351197063
interval 4 26.318 25.109340143316313 27.50117020709289
interval 5 71.54399999999998 68.67901118261885 74.54743930051377
interval 6 88.293 87.47788182817051 89.14545861773023
seed 1 14.82 NaN NaN
seed 1 16.15 NaN NaN
seed 1 14.87 NaN NaN
seed 1 15.04 NaN NaN
seed 1 14.68 NaN NaN
seed 1 14.94 NaN NaN
seed 1 14.96 NaN NaN
seed 1 16.33 NaN NaN
seed 1 14.74 NaN NaN
seed 1 14.94 NaN NaN
seed 2 15.55 NaN NaN
seed 2 15.32 NaN NaN
seed 2 15.88 NaN NaN
seed 2 14.97 NaN NaN
seed 2 15.22 NaN NaN
seed 2 15.52 NaN NaN
seed 2 16.1 NaN NaN
seed 2 15.44 NaN NaN
seed 2 14.93 NaN NaN
seed 2 15.26 NaN NaN
seed 3 17.15 NaN NaN
seed 3 17.45 NaN NaN
seed 3 17.18 NaN NaN
seed 3 17.67 NaN NaN
seed 3 17.1 NaN NaN
seed 3 17.59 NaN NaN
seed 3 17.81 NaN NaN
seed 3 18.44 NaN NaN
seed 3 16.85 NaN NaN
seed 3 18.05 NaN NaN
seed 4 26.48 NaN NaN
seed 4 24.43 NaN NaN
seed 4 25.33 NaN NaN
seed 4 24.29 NaN NaN
seed 4 25.99 NaN NaN
seed 4 25.5 NaN NaN
seed 4 28.77 NaN NaN
seed 4 29.26 NaN NaN
seed 4 25.72 NaN NaN
seed 4 27.41 NaN NaN
seed 5 68.29 NaN NaN
seed 5 75.85 NaN NaN
seed 5 70.72 NaN NaN
seed 5 73.27 NaN NaN
seed 5 70.13 NaN NaN
seed 5 75.51 NaN NaN
seed 5 68.44 NaN NaN
seed 5 69.36 NaN NaN
seed 5 78.3 NaN NaN
seed 5 65.57 NaN NaN
seed 6 88.5 NaN NaN
seed 6 86.54 NaN NaN
seed 6 88.71 NaN NaN
seed 6 87.39 NaN NaN
seed 6 87.27 NaN NaN
seed 6 88.74 NaN NaN
seed 6 87.05 NaN NaN
seed 6 90.08 NaN NaN
seed 6 89.22 NaN NaN
seed 6 89.43 NaN NaN
EOD
$p2s3 << EOD
median 1 15.48 NaN NaN
median 2 16.315 NaN NaN
median 3 16.895 NaN NaN
median 4 23.725 NaN NaN
median 5 63.32 NaN NaN
median 6 90 NaN NaN
interval 1 15.45 15.352220971924101 15.547411443834068
interval 2 16.166999999999998 15.873208774727058 16.457674291917172
interval 3 16.913000000000004 16.594527277497463 17.227999903582443
interval 4 23.606 22.985989855945107 24.217827771134605
interval 5 67.643 56.978049414085454 80.14034378852848
interval 6 88.723 87.04981907136221 90.60421941741312
seed 1 15.53 NaN NaN
seed 1 15.67 NaN NaN
seed 1 15.52 NaN NaN
seed 1 15.17 NaN NaN
seed 1 15.44 NaN NaN
seed 1 15.5 NaN NaN
seed 1 15.49 NaN NaN
seed 1 15.3 NaN NaN
seed 1 15.41 NaN NaN
seed 1 15.47 NaN NaN
seed 2 16.35 NaN NaN
seed 2 15.88 NaN NaN
seed 2 15.73 NaN NaN
seed 2 15.8 NaN NaN
seed 2 16.38 NaN NaN
seed 2 16.28 NaN NaN
seed 2 16.8 NaN NaN
seed 2 16.36 NaN NaN
seed 2 15.53 NaN NaN
seed 2 16.56 NaN NaN
seed 3 16.78 NaN NaN
seed 3 16.46 NaN NaN
seed 3 17.03 NaN NaN
seed 3 16.47 NaN NaN
seed 3 17.87 NaN NaN
seed 3 16.8 NaN NaN
seed 3 17.19 NaN NaN
seed 3 17.16 NaN NaN
seed 3 16.99 NaN NaN
seed 3 16.38 NaN NaN
seed 4 22.87 NaN NaN
seed 4 25.08 NaN NaN
seed 4 23.78 NaN NaN
seed 4 22.41 NaN NaN
seed 4 24.75 NaN NaN
seed 4 22.67 NaN NaN
seed 4 23.75 NaN NaN
seed 4 23.92 NaN NaN
seed 4 23.13 NaN NaN
seed 4 23.7 NaN NaN
seed 5 79.4 NaN NaN
seed 5 90 NaN NaN
seed 5 57.49 NaN NaN
seed 5 85.12 NaN NaN
seed 5 80.56 NaN NaN
seed 5 63.67 NaN NaN
seed 5 45.97 NaN NaN
seed 5 62.97 NaN NaN
seed 5 58.18 NaN NaN
seed 5 53.07 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 86.17 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 81.06 NaN NaN
EOD
$p2s4 << EOD
median 1 15.465 NaN NaN
median 2 16.23 NaN NaN
median 3 17.95 NaN NaN
median 4 24.92 NaN NaN
median 5 75.12 NaN NaN
median 6 90 NaN NaN
interval 1 15.579000000000002 15.326321526953322 15.829241691069768
interval 2 16.235 15.92236262569988 16.54411752746995
interval 3 17.782999999999998 17.25685063930303 18.300370104283054
interval 4 24.715 23.984764371746813 25.434706977615274
interval 5 76.217 69.01357986719384 84.73158471762538
interval 6 89.983 89.94480810958729 90.02128569171146
seed 1 16.09 NaN NaN
seed 1 15.29 NaN NaN
seed 1 15.46 NaN NaN
seed 1 16.35 NaN NaN
seed 1 15.51 NaN NaN
seed 1 15.47 NaN NaN
seed 1 15.37 NaN NaN
seed 1 15.33 NaN NaN
seed 1 15.59 NaN NaN
seed 1 15.33 NaN NaN
seed 2 16.06 NaN NaN
seed 2 16.28 NaN NaN
seed 2 16.18 NaN NaN
seed 2 17.06 NaN NaN
seed 2 16.35 NaN NaN
seed 2 15.94 NaN NaN
seed 2 16.38 NaN NaN
seed 2 15.63 NaN NaN
seed 2 15.73 NaN NaN
seed 2 16.74 NaN NaN
seed 3 17.2 NaN NaN
seed 3 17.24 NaN NaN
seed 3 17.18 NaN NaN
seed 3 18.41 NaN NaN
seed 3 18.22 NaN NaN
seed 3 16.49 NaN NaN
seed 3 18.49 NaN NaN
seed 3 18.15 NaN NaN
seed 3 17.75 NaN NaN
seed 3 18.7 NaN NaN
seed 4 24.97 NaN NaN
seed 4 25.17 NaN NaN
seed 4 24.93 NaN NaN
seed 4 23.11 NaN NaN
seed 4 25.41 NaN NaN
seed 4 23.63 NaN NaN
seed 4 24.47 NaN NaN
seed 4 26.69 NaN NaN
seed 4 23.86 NaN NaN
seed 4 24.91 NaN NaN
seed 5 72.9 NaN NaN
seed 5 80.21 NaN NaN
seed 5 56.65 NaN NaN
seed 5 90 NaN NaN
seed 5 90 NaN NaN
seed 5 85.69 NaN NaN
seed 5 65.36 NaN NaN
seed 5 75.94 NaN NaN
seed 5 71.12 NaN NaN
seed 5 74.3 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 89.83 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

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
# or NaN, and columns_in[p] their number.
# $cellsP, of panel P: column, row, whether there is a median, the median, the numbers of unsuccessful and of refused trials.
array cell_mean[rows*categories + 1]; array cell_lost[rows*categories + 1]; array cell_refused[rows*categories + 1]
fill(at, w, y) = (y == y && (w eq 'mean' || w eq 'median') ? (cell_mean[at] = y, 1) : 0, w eq 'lost' ? (cell_lost[at] = y, 1) : 0, w eq 'refused' ? (cell_refused[at] = y, 1) : 0, 1)
array column_of[panels*categories + 1]; array columns_in[panels + 1]
most_columns = 1
use(p, i, w, y) = y == y && w ne 'seed' ? (column_of[(p - 1)*categories + i] = 1) : 0
column_at(p, i) = column_of[(p - 1)*categories + i]
has_column(p, i) = column_at(p, i) == column_at(p, i)
do for [p = 1:panels] {
    do for [i = 1:rows*categories] { cell_mean[i] = NaN; cell_lost[i] = 0; cell_refused[i] = 0 }
    do for [i = 1:categories] { column_of[(p - 1)*categories + i] = NaN }
    set table $scratch
    do for [k in shown[p]] { plot block(p, k) using (fill((row_of[int(k)] - 1)*categories + int($2), strcol(1), $3) + use(p, int($2), strcol(1), $3)) with table }
    unset table
    columns_in[p] = 0
    do for [i = 1:categories] {
        if (has_column(p, i)) { columns_in[p] = columns_in[p] + 1; column_of[(p - 1)*categories + i] = columns_in[p] }
    }
    if (columns_in[p] == 0) {
        columns_in[p] = categories
        do for [i = 1:categories] { column_of[(p - 1)*categories + i] = i }
    }
    most_columns = max(most_columns, columns_in[p])
    eval sprintf('set print $cells%d', p)
    do for [i = 1:rows*categories] {
        at = (i - 1) % categories + 1
        if (!has_column(p, at)) { continue }
        print sprintf('%d %d %d %.17g %d %d', column_at(p, at), (i - 1)/categories + 1, cell_mean[i] == cell_mean[i], \
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
    panel_title[p] = wrap(panel_title[p], letters(map_inch*columns_in[p]/most_columns, 1))
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
cross(x, v) = x == x && v == v ? hit(x, int(v)) + hit(x, int(v) + 1) : 0
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
        do for [i = 1:categories] { if (has_column(p, i)) { set xtics add (tick_text(category[i]) column_at(p, i)) } }
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
