# A figure of normlab. `gnuplot conv_error.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" conv_error.gp draws one of them, so many inches wide;
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

# 1 to 11: the norms. 12: values printed elsewhere. From 13 on: names not known here, and second variants of a norm in a figure.
# From 25 on: verdicts of claims. 28: theory.
array style_rgb[28] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000 ]
array style_point[28] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1 ]
array style_dash[28] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
set_linetypes = 'do for [i = 1:28] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
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
lt_inconclusive           = 27
lt_theory                 = 28

# The line type of a name; the next one that no norm has.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# The second line of a norm in a figure: its colour, thinner and dotted (solid where the first is
# nearly dotted), with a larger point, hollow for filled, that stands on white. `line` is the line
# type to set so, `first` that of the norm's first line.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# Values printed elsewhere: large hollow points in the colour of line type `first`, of another shape
# for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through: for bands (14 %) and those that have edges (6 %, for many may lie one
# upon the other), for bars (30 %) and the points of single seeds (45 %).
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts in points, true at the size in which the figure is drawn.
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

# A label that leaves room for another one in a text terminal of so many columns.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is a value's place in it, and
# heat_ink(part) stands out on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots: the region that a claim leaves, and the head of an interval that is cut at the axis' end.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# Terminals, for a figure of so many inches; text has `page_lines` lines.
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

# A line to hold the data against; its label is in guide_ink.
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

name = 'conv_error'
title = 'Test error over training, residual net'
caption = 'fashion-mnist, mnist, 5 seeds: means'
x_label = 'epoch'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'lines'; seeds = 5; x_log = 0; y_log = 10; medians = 0; curve = 1; seed_lines = 1; band = 0

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

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'rate 0.01, Fashion-MNIST'
note[1] = ''
$p1s1 << EOD
mean 0.0625 75.452 70.62 80.57
mean 0.125 65.328 56.78 77.14
mean 0.1875 55.214 42.62 72.42
mean 0.25 44.426 37.14 56.09
mean 0.3125 39.678 28.87 48.16
mean 0.375 35.24399999999999 31.58 38.36
mean 0.4375 33.438 28.76 36.81
mean 0.5 31.284000000000002 28.19 33.86
mean 0.5625 30.221999999999998 26.81 36.42
mean 0.625 28.726 26.3 34.13
mean 0.6875 27.6 26.14 29.46
mean 0.75 27.65 25.3 29.55
mean 0.8125 27.02 24.95 28.48
mean 0.875 25.768 24.04 27.85
mean 0.9375 25.516 22.62 29.78
mean 1 23.735999999999997 21.33 25.98
mean 1.0625 23.444 22.83 25.2
mean 1.125 23.59 21.59 25.48
mean 1.1875 24.306 22.1 27.97
mean 1.25 22.216 21.14 23.76
mean 1.3125 24.276 22.57 27.56
mean 1.375 21.97 20.02 23.72
mean 1.4375 21.356 19.64 22.48
mean 1.5 21.406 19.64 22.96
mean 1.5625 21.362 19.25 24.02
mean 1.625 21.432 19.07 24.85
mean 1.6875 20.406 19.64 21.82
mean 1.75 21.224 19.22 24.61
mean 1.8125 20.708 19.13 21.56
mean 1.875 19.732000000000003 18.51 20.66
mean 1.9375 20.241999999999997 18.86 22.49
mean 2 21.806 20.87 23.28
mean 2.0625 19.183999999999997 18.57 19.54
mean 2.125 18.946 18.16 19.61
mean 2.1875 19.124000000000002 17.88 20.3
mean 2.25 19.6 18.03 22.08
mean 2.3125 19.39 18.13 20.84
mean 2.375 19.07 17.79 20.22
mean 2.4375 18.96 18.33 19.84
mean 2.5 18.901999999999997 18.35 19.81
mean 2.5625 18.872 16.8 21.46
mean 2.625 18.444000000000003 17.38 19.82
mean 2.6875 18.518 17.76 19.18
mean 2.75 17.822000000000003 16.65 20.23
mean 2.8125 18.272000000000002 17.53 19.12
mean 2.875 17.98 17.4 18.81
mean 2.9375 17.826 17.42 18.59
mean 3 17.82 17.27 18.32
mean 3.0625 17.786 17.09 18.64
mean 3.125 18.270000000000003 16.99 20.03
mean 3.1875 18.622 16.92 22
mean 3.25 18.03 15.88 21.73
mean 3.3125 18.806 17.89 19.71
mean 3.375 17.11 15.77 18.12
mean 3.4375 17.128 16.57 17.8
mean 3.5 17.131999999999998 15.88 19.43
mean 3.5625 17.188 16.48 17.88
mean 3.625 17.192 16.53 17.88
mean 3.6875 17.564 16.36 18.5
mean 3.75 17.862000000000002 16.87 19.81
mean 3.8125 16.987999999999996 16.24 18.86
mean 3.875 17.132 16.31 18.31
mean 3.9375 17.297999999999995 16.14 17.99
mean 4 16.586000000000002 16.03 17.16
mean 4.0625 16.694 15.83 18.25
mean 4.125 16.516 16.03 18.06
mean 4.1875 17.345999999999997 16.13 18.36
mean 4.25 16.838 15.3 17.66
mean 4.3125 16.560000000000002 15.56 18.37
mean 4.375 17.512 16.58 19.14
mean 4.4375 16.442 15.05 17.55
mean 4.5 16.41 15.7 17.37
mean 4.5625 16.491999999999997 15.64 17.58
mean 4.625 17.052 14.65 19.56
mean 4.6875 16.344 15.56 17.57
mean 4.75 16.788 14.85 19.36
mean 4.8125 16.999999999999996 15.93 18.48
mean 4.875 16.424 16.08 16.81
mean 4.9375 15.951999999999998 15.04 16.4
mean 5 16.151999999999997 15 18.12
mean 5.0625 16.678 15.61 18.06
mean 5.125 16.724 15.89 17.7
mean 5.1875 16.182 15.54 17.75
mean 5.25 15.9 15.28 16.26
mean 5.3125 15.818000000000001 15.17 16.37
mean 5.375 15.85 15.19 16.51
mean 5.4375 15.996 15.27 16.49
mean 5.5 15.884 15.23 16.29
mean 5.5625 16.032 14.83 17.15
mean 5.625 16.006 15.29 16.73
mean 5.6875 16.068 14.98 17.52
mean 5.75 15.948000000000002 14.79 17.25
mean 5.8125 15.888 15.1 16.36
mean 5.875 15.384 14.67 16.15
mean 5.9375 15.703999999999999 14.85 16.54
mean 6 15.41 14.98 15.83
EOD
$p1s2 << EOD
mean 0.0625 66.404 65.05 68.85
mean 0.125 45.93 40.22 49.96
mean 0.1875 37.962 36.13 40.58
mean 0.25 32.492 30.3 34.6
mean 0.3125 29.927999999999997 27.29 32.43
mean 0.375 28.022000000000002 25.7 30.36
mean 0.4375 28.214 26.24 30.33
mean 0.5 26.091999999999995 24.79 27.16
mean 0.5625 25.285999999999998 24.56 26.11
mean 0.625 24.728 22.6 27.01
mean 0.6875 23.766 22.04 24.66
mean 0.75 23.202 22.39 24.01
mean 0.8125 23.064 21.11 25.76
mean 0.875 22.332 21.02 24.64
mean 0.9375 21.73 19.63 23.42
mean 1 21.238 19.79 22.85
mean 1.0625 20.964 19.82 21.49
mean 1.125 20.691999999999997 19.75 22.35
mean 1.1875 20.044000000000004 19.03 20.47
mean 1.25 20.509999999999998 19.74 21.33
mean 1.3125 20.186 19.42 21.04
mean 1.375 19.512 18.1 20.02
mean 1.4375 19.544000000000004 18.96 20.21
mean 1.5 19.598 18.25 20.9
mean 1.5625 19.532 18.13 20.69
mean 1.625 19.456 17.87 21.21
mean 1.6875 18.848 18.13 19.92
mean 1.75 18.836000000000002 17.97 19.64
mean 1.8125 18.652 17.92 19.84
mean 1.875 18.114 17.24 18.98
mean 1.9375 18.082 17.35 19.12
mean 2 18.654 17.3 19.6
mean 2.0625 17.768 17.34 18.56
mean 2.125 17.574 16.93 17.92
mean 2.1875 17.484 16.98 18.31
mean 2.25 17.516000000000002 16.35 19.23
mean 2.3125 17.95 16.77 19.37
mean 2.375 17.35 16.82 18.09
mean 2.4375 17.584 16.28 18.79
mean 2.5 17.428 16.31 18.39
mean 2.5625 17.024 16.27 18.22
mean 2.625 17.286 16.28 18.73
mean 2.6875 16.740000000000002 15.82 17.39
mean 2.75 16.534000000000002 15.71 17.34
mean 2.8125 16.868 15.9 19.05
mean 2.875 16.488 15.94 16.7
mean 2.9375 16.666 15.9 17.67
mean 3 16.86 16.33 17.08
mean 3.0625 16.838 16.22 17.69
mean 3.125 17.605999999999998 15.89 21.08
mean 3.1875 16.874000000000002 15.72 18.41
mean 3.25 17.476000000000003 16.75 19.26
mean 3.3125 16.792 15.66 18.09
mean 3.375 16.452 16.17 16.83
mean 3.4375 16.65 16.38 17.13
mean 3.5 16.228 15.48 17.44
mean 3.5625 16.022 15.73 16.16
mean 3.625 16.169999999999998 15.61 16.99
mean 3.6875 16.552 15.94 17.58
mean 3.75 15.848000000000003 14.93 16.46
mean 3.8125 16.97 15.45 19.07
mean 3.875 16.15 15.15 17.32
mean 3.9375 16.139999999999997 15.37 17.1
mean 4 15.746 15.47 16.09
mean 4.0625 15.75 14.74 17.04
mean 4.125 15.696000000000002 15.28 15.92
mean 4.1875 15.633999999999997 14.74 16.24
mean 4.25 15.615999999999996 15.01 16.38
mean 4.3125 15.662 14.93 16.59
mean 4.375 16.228 15.72 16.98
mean 4.4375 15.324000000000002 15.13 15.76
mean 4.5 15.325999999999999 15.06 15.57
mean 4.5625 16.068 15.84 16.61
mean 4.625 15.878 15.08 16.84
mean 4.6875 15.84 15.46 16.32
mean 4.75 15.75 15.21 16.85
mean 4.8125 15.672 15.05 17.27
mean 4.875 15.101999999999999 14.69 15.49
mean 4.9375 15.434000000000001 15.02 16.6
mean 5 15.022 14.81 15.3
mean 5.0625 15.634000000000004 15.24 16.26
mean 5.125 15.128000000000004 14.78 15.46
mean 5.1875 15.55 15.32 15.79
mean 5.25 15.372000000000003 15.02 16.01
mean 5.3125 15.303999999999998 14.95 15.88
mean 5.375 15.928 14.76 18.11
mean 5.4375 15.634 14.44 16.56
mean 5.5 15.572 14.66 16.69
mean 5.5625 15.096 14.51 15.33
mean 5.625 14.754 14.55 14.96
mean 5.6875 15.278 14.91 15.53
mean 5.75 15.084 14.45 15.47
mean 5.8125 15.324000000000002 14.89 15.81
mean 5.875 15.183999999999997 15.04 15.55
mean 5.9375 15.524000000000001 14.47 16.43
mean 6 14.742 14.49 15.03
EOD
$p1s3 << EOD
mean 0.0625 74.958 70.13 80.92
mean 0.125 60.620000000000005 58.18 64.62
mean 0.1875 52.327999999999996 48.47 56.61
mean 0.25 44.378 40.43 49.23
mean 0.3125 39.638 35.25 43.23
mean 0.375 36.594 34.12 40.29
mean 0.4375 34.186 31.02 38.27
mean 0.5 34.092 28.95 36.6
mean 0.5625 30.794 28.47 33.21
mean 0.625 31.066000000000003 28.98 35.06
mean 0.6875 27.976 26.08 30.01
mean 0.75 28.140000000000004 26.37 29.32
mean 0.8125 26.733999999999998 24.05 30.87
mean 0.875 27.598000000000003 25.28 29.11
mean 0.9375 26.915999999999997 23.36 30.06
mean 1 25.32 24.45 26.22
mean 1.0625 24.822 22.23 28.65
mean 1.125 23.836 21.68 26.15
mean 1.1875 23.701999999999998 22.54 25.81
mean 1.25 23.18 22.47 23.96
mean 1.3125 23.846000000000004 22.28 26.35
mean 1.375 23.11 20.53 26.05
mean 1.4375 22.184 21.11 22.71
mean 1.5 22.604000000000003 20.59 24.8
mean 1.5625 21.462 20.88 22.29
mean 1.625 22.322000000000003 21.89 22.67
mean 1.6875 21.985999999999997 20.83 23.79
mean 1.75 21.436 20.44 22.34
mean 1.8125 21.416 20.28 22.14
mean 1.875 20.517999999999997 19.95 21.08
mean 1.9375 21.023999999999997 19.69 22.65
mean 2 20.664 19.52 22.34
mean 2.0625 19.536 18.64 20.54
mean 2.125 19.785999999999998 18.17 21.14
mean 2.1875 20.07 19 21.05
mean 2.25 19.334000000000003 18.46 20.45
mean 2.3125 19.904 18.54 21.01
mean 2.375 20.826 19.84 23.77
mean 2.4375 19.856 18.47 22.11
mean 2.5 20.046 19.15 21.77
mean 2.5625 18.738 17.73 19.79
mean 2.625 18.04 17.47 19.07
mean 2.6875 18.972 17.96 20.18
mean 2.75 18.558 17.86 20.56
mean 2.8125 18.398000000000003 17.29 20.72
mean 2.875 19.744 17.79 21.44
mean 2.9375 17.966 17.43 18.39
mean 3 17.998 17.45 19.3
mean 3.0625 17.958 17.41 18.54
mean 3.125 18.026000000000003 17.43 18.86
mean 3.1875 18.342000000000002 17.85 19.2
mean 3.25 17.95 17.31 18.87
mean 3.3125 18.522 16.56 20.27
mean 3.375 17.844 17.37 18.45
mean 3.4375 18.977999999999998 17.81 21.4
mean 3.5 17.823999999999998 16.52 20.34
mean 3.5625 17.982 16.23 20.68
mean 3.625 17.886 16.49 19.88
mean 3.6875 17.47 17.15 18.03
mean 3.75 18.04 17.2 18.92
mean 3.8125 17.738 16.76 20.04
mean 3.875 17.102 16.62 17.54
mean 3.9375 17.272 16.31 18.02
mean 4 17.07 16.28 17.62
mean 4.0625 17.136 16.09 18.69
mean 4.125 16.426 15.88 16.71
mean 4.1875 17.303999999999995 15.54 18.22
mean 4.25 17.466 17.22 17.7
mean 4.3125 16.945999999999998 16.11 19.2
mean 4.375 16.878000000000004 16.26 17.32
mean 4.4375 16.312 15.59 16.52
mean 4.5 16.526 15.94 17.42
mean 4.5625 16.330000000000002 15.83 16.88
mean 4.625 17.16 15.69 18.53
mean 4.6875 16.772000000000002 16.26 17.53
mean 4.75 17.332 15.66 19.55
mean 4.8125 17.01 15.99 18.58
mean 4.875 16.792 16.57 17.08
mean 4.9375 15.827999999999998 15.2 16.54
mean 5 16.358 15.42 18.33
mean 5.0625 15.966 15.48 16.21
mean 5.125 16.18 15.48 17.33
mean 5.1875 16.532 15.55 17.91
mean 5.25 16.368000000000002 15.23 17.37
mean 5.3125 16.21 15.46 16.99
mean 5.375 16.342000000000002 15.92 16.76
mean 5.4375 16.512 15.7 17.65
mean 5.5 16.01 15.2 16.88
mean 5.5625 16.224 14.97 17.62
mean 5.625 16.186 15.17 16.57
mean 5.6875 16.452 14.99 18.98
mean 5.75 16.24 15.43 17.33
mean 5.8125 15.807999999999998 15.09 16.56
mean 5.875 16.189999999999998 16.07 16.44
mean 5.9375 16.2 15.35 16.71
mean 6 16.304 16.06 16.77
EOD
$p1s4 << EOD
mean 0.0625 75.72200000000001 69.22 81.6
mean 0.125 55.010000000000005 47.81 58.04
mean 0.1875 45.904 42.34 51.23
mean 0.25 39.480000000000004 36.74 41.35
mean 0.3125 36.446 32.22 40.55
mean 0.375 34.809999999999995 32.22 36.58
mean 0.4375 31.764 29.33 33.1
mean 0.5 32.071999999999996 28.54 37.44
mean 0.5625 29.564 28.44 31.35
mean 0.625 28.990000000000002 28.23 29.63
mean 0.6875 27.744 24.78 30.55
mean 0.75 26.588 24.1 28.27
mean 0.8125 25.65 23.09 27.44
mean 0.875 25.24 23.34 27.24
mean 0.9375 25.24 23.17 28.53
mean 1 24.299999999999997 23.25 26.55
mean 1.0625 23.506 22.15 25.86
mean 1.125 23.222 21.27 25.6
mean 1.1875 22.910000000000004 22.32 23.78
mean 1.25 22.09 20.61 24.42
mean 1.3125 22.202 21.32 22.85
mean 1.375 21.233999999999998 20.32 21.97
mean 1.4375 21.728 19.69 23.63
mean 1.5 21.47 19.84 22.99
mean 1.5625 21.6 20.09 24.07
mean 1.625 21.302 19.07 22.69
mean 1.6875 20.386 18.45 21.88
mean 1.75 20.57 18.88 22.72
mean 1.8125 20.772 19.81 21.93
mean 1.875 20.268 19.03 21.95
mean 1.9375 19.842000000000002 18.56 21.96
mean 2 20.056 18.97 21.46
mean 2.0625 19.256 18.72 19.76
mean 2.125 18.779999999999998 17.74 20.52
mean 2.1875 19.332 18.27 22.17
mean 2.25 18.818 16.97 20.01
mean 2.3125 19.247999999999998 18.29 19.86
mean 2.375 19.554 18.22 21.28
mean 2.4375 18.96 18.55 19.4
mean 2.5 19.093999999999998 17.55 21.13
mean 2.5625 18.217999999999996 16.97 19.99
mean 2.625 18.206 17.24 19.27
mean 2.6875 17.952 17.66 18.14
mean 2.75 17.464 17.11 17.56
mean 2.8125 17.718 17.18 18.13
mean 2.875 18.284 17.06 19.48
mean 2.9375 17.668 16.53 18.79
mean 3 17.359999999999996 16.24 18.69
mean 3.0625 17.666 16.47 19.18
mean 3.125 17.578 16.55 18.49
mean 3.1875 18.413999999999998 16.56 20.28
mean 3.25 17.246 15.8 18.49
mean 3.3125 17.944 16.62 19.64
mean 3.375 17.354000000000003 16.25 18.9
mean 3.4375 17.137999999999998 16.21 17.98
mean 3.5 16.89 15.51 17.53
mean 3.5625 17.560000000000002 16.59 19.27
mean 3.625 17.121999999999996 16.04 18.18
mean 3.6875 17.116 16.01 18.11
mean 3.75 17.381999999999998 16.12 18.7
mean 3.8125 17.455999999999996 16.29 19.55
mean 3.875 17.374 16.79 18.2
mean 3.9375 16.830000000000002 15.83 18.17
mean 4 16.6 15.76 17.25
mean 4.0625 16.160000000000004 15.23 16.84
mean 4.125 16.401999999999997 15.63 17.37
mean 4.1875 16.894 16.03 17.64
mean 4.25 16.864 16.04 18.57
mean 4.3125 16.672 15.47 18.06
mean 4.375 17.39 16.48 17.85
mean 4.4375 16.14 15.52 17
mean 4.5 15.696000000000002 14.9 16.69
mean 4.5625 16.216 15.45 17.2
mean 4.625 16.75 15.37 17.71
mean 4.6875 15.974 15.71 16.62
mean 4.75 17.054 15.57 19.26
mean 4.8125 16.252 15.3 17.31
mean 4.875 15.744 15.38 16.16
mean 4.9375 15.693999999999999 15.13 16.07
mean 5 15.845999999999998 14.89 16.75
mean 5.0625 15.626 14.71 16.93
mean 5.125 15.744 15.07 17.61
mean 5.1875 15.882000000000001 14.93 18.11
mean 5.25 15.991999999999999 15.36 16.85
mean 5.3125 15.748000000000001 15.35 16.46
mean 5.375 16.522 15.05 18.8
mean 5.4375 16.076 15.25 17.61
mean 5.5 15.468 15.01 15.94
mean 5.5625 15.803999999999998 14.69 17.05
mean 5.625 15.673999999999998 14.85 16.54
mean 5.6875 16.01 14.81 17.22
mean 5.75 15.98 15.57 16.55
mean 5.8125 15.522 14.93 16.71
mean 5.875 15.648000000000001 14.98 16.55
mean 5.9375 15.657999999999998 15.04 16.46
mean 6 15.780000000000001 15.24 16.31
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'rate 0.1, Fashion-MNIST'
note[2] = ''
$p2s1 << EOD
median 0.0625 86.87 NaN NaN
median 0.125 68.66 NaN NaN
median 0.1875 56.06 NaN NaN
median 0.25 53.28 NaN NaN
median 0.3125 45.26 NaN NaN
median 0.375 60.16 NaN NaN
median 0.4375 58.44 NaN NaN
median 0.5 59.6 NaN NaN
median 0.5625 52.19 NaN NaN
median 0.625 47.15 NaN NaN
median 0.6875 44.61 NaN NaN
median 0.75 37.9 NaN NaN
median 0.8125 39.55 NaN NaN
median 0.875 33.07 NaN NaN
median 0.9375 30.78 NaN NaN
median 1 29.22 NaN NaN
median 1.0625 26.41 NaN NaN
median 1.125 33.73 NaN NaN
median 1.1875 28.03 NaN NaN
median 1.25 28.89 NaN NaN
median 1.3125 27.13 NaN NaN
median 1.375 23.31 NaN NaN
median 1.4375 28.79 NaN NaN
median 1.5 25.42 NaN NaN
median 1.5625 24.84 NaN NaN
median 1.625 22.46 NaN NaN
median 1.6875 23.48 NaN NaN
median 1.75 24.16 NaN NaN
median 1.8125 24.23 NaN NaN
median 1.875 21.51 NaN NaN
median 1.9375 23.82 NaN NaN
median 2 25.36 NaN NaN
median 2.0625 22.86 NaN NaN
median 2.125 23.59 NaN NaN
median 2.1875 23.48 NaN NaN
median 2.25 19.9 NaN NaN
median 2.3125 21.64 NaN NaN
median 2.375 20.85 NaN NaN
median 2.4375 20.8 NaN NaN
median 2.5 22.24 NaN NaN
median 2.5625 23.92 NaN NaN
median 2.625 21.15 NaN NaN
median 2.6875 19.87 NaN NaN
median 2.75 20.31 NaN NaN
median 2.8125 20.09 NaN NaN
median 2.875 20.75 NaN NaN
median 2.9375 20.55 NaN NaN
median 3 20.2 NaN NaN
median 3.0625 22.27 NaN NaN
median 3.125 20.1 NaN NaN
median 3.1875 18.85 NaN NaN
median 3.25 19.78 NaN NaN
median 3.3125 20.26 NaN NaN
median 3.375 21.89 NaN NaN
median 3.4375 20.19 NaN NaN
median 3.5 19.49 NaN NaN
median 3.5625 20.51 NaN NaN
median 3.625 19.58 NaN NaN
median 3.6875 19.76 NaN NaN
median 3.75 19.63 NaN NaN
median 3.8125 18.6 NaN NaN
median 3.875 18.42 NaN NaN
median 3.9375 19.56 NaN NaN
median 4 20.13 NaN NaN
median 4.0625 19.25 NaN NaN
median 4.125 18.46 NaN NaN
median 4.1875 20.6 NaN NaN
median 4.25 19.64 NaN NaN
median 4.3125 19.87 NaN NaN
median 4.375 21.48 NaN NaN
median 4.4375 18.95 NaN NaN
median 4.5 17.96 NaN NaN
median 4.5625 18.41 NaN NaN
median 4.625 18.68 NaN NaN
median 4.6875 18.85 NaN NaN
median 4.75 19.08 NaN NaN
median 4.8125 19.48 NaN NaN
median 4.875 19.1 NaN NaN
median 4.9375 19.05 NaN NaN
median 5 18.18 NaN NaN
median 5.0625 19.07 NaN NaN
median 5.125 18.38 NaN NaN
median 5.1875 19.27 NaN NaN
median 5.25 17.6 NaN NaN
median 5.3125 18.34 NaN NaN
median 5.375 18.87 NaN NaN
median 5.4375 18.98 NaN NaN
median 5.5 18.16 NaN NaN
median 5.5625 17.37 NaN NaN
median 5.625 20.29 NaN NaN
median 5.6875 19.46 NaN NaN
median 5.75 17.87 NaN NaN
median 5.8125 17.99 NaN NaN
median 5.875 19.78 NaN NaN
median 5.9375 19.23 NaN NaN
median 6 18.81 NaN NaN
seed 0.0625 90 NaN NaN
seed 0.125 90 NaN NaN
seed 0.1875 85.84 NaN NaN
seed 0.25 65.19 NaN NaN
seed 0.3125 60.8 NaN NaN
seed 0.375 60.16 NaN NaN
seed 0.4375 58.44 NaN NaN
seed 0.5 64.23 NaN NaN
seed 0.5625 52.19 NaN NaN
seed 0.625 47.15 NaN NaN
seed 0.6875 46.14 NaN NaN
seed 0.75 37.9 NaN NaN
seed 0.8125 39.55 NaN NaN
seed 0.875 33.07 NaN NaN
seed 0.9375 30.78 NaN NaN
seed 1 29.22 NaN NaN
seed 1.0625 26.41 NaN NaN
seed 1.125 33.73 NaN NaN
seed 1.1875 28.03 NaN NaN
seed 1.25 28.89 NaN NaN
seed 1.3125 27.13 NaN NaN
seed 1.375 23.31 NaN NaN
seed 1.4375 28.79 NaN NaN
seed 1.5 25.42 NaN NaN
seed 1.5625 24.84 NaN NaN
seed 1.625 22.46 NaN NaN
seed 1.6875 23.48 NaN NaN
seed 1.75 24.16 NaN NaN
seed 1.8125 24.23 NaN NaN
seed 1.875 21.51 NaN NaN
seed 1.9375 23.82 NaN NaN
seed 2 25.36 NaN NaN
seed 2.0625 22.86 NaN NaN
seed 2.125 23.59 NaN NaN
seed 2.1875 23.48 NaN NaN
seed 2.25 19.9 NaN NaN
seed 2.3125 21.64 NaN NaN
seed 2.375 20.85 NaN NaN
seed 2.4375 20.8 NaN NaN
seed 2.5 22.24 NaN NaN
seed 2.5625 23.92 NaN NaN
seed 2.625 21.15 NaN NaN
seed 2.6875 19.82 NaN NaN
seed 2.75 20.31 NaN NaN
seed 2.8125 20.09 NaN NaN
seed 2.875 20.75 NaN NaN
seed 2.9375 20.55 NaN NaN
seed 3 20.2 NaN NaN
seed 3.0625 22.27 NaN NaN
seed 3.125 19.35 NaN NaN
seed 3.1875 18.85 NaN NaN
seed 3.25 19.78 NaN NaN
seed 3.3125 20.26 NaN NaN
seed 3.375 21.89 NaN NaN
seed 3.4375 20.19 NaN NaN
seed 3.5 19.49 NaN NaN
seed 3.5625 20.51 NaN NaN
seed 3.625 19.58 NaN NaN
seed 3.6875 19.76 NaN NaN
seed 3.75 19.63 NaN NaN
seed 3.8125 18.6 NaN NaN
seed 3.875 18.42 NaN NaN
seed 3.9375 19.56 NaN NaN
seed 4 20.13 NaN NaN
seed 4.0625 19.25 NaN NaN
seed 4.125 18.46 NaN NaN
seed 4.1875 20.6 NaN NaN
seed 4.25 19.64 NaN NaN
seed 4.3125 19.87 NaN NaN
seed 4.375 22.59 NaN NaN
seed 4.4375 18.95 NaN NaN
seed 4.5 17.96 NaN NaN
seed 4.5625 18.41 NaN NaN
seed 4.625 18.68 NaN NaN
seed 4.6875 18.85 NaN NaN
seed 4.75 19.08 NaN NaN
seed 4.8125 19.48 NaN NaN
seed 4.875 19.1 NaN NaN
seed 4.9375 19.05 NaN NaN
seed 5 18.18 NaN NaN
seed 5.0625 19.07 NaN NaN
seed 5.125 17.23 NaN NaN
seed 5.1875 19.35 NaN NaN
seed 5.25 17.6 NaN NaN
seed 5.3125 18.34 NaN NaN
seed 5.375 18.87 NaN NaN
seed 5.4375 18.98 NaN NaN
seed 5.5 18.16 NaN NaN
seed 5.5625 17.37 NaN NaN
seed 5.625 20.34 NaN NaN
seed 5.6875 19.46 NaN NaN
seed 5.75 17.87 NaN NaN
seed 5.8125 17.99 NaN NaN
seed 5.875 19.78 NaN NaN
seed 5.9375 19.23 NaN NaN
seed 6 19.12 NaN NaN

seed 0.0625 70.55 NaN NaN
seed 0.125 50.97 NaN NaN
seed 0.1875 47.03 NaN NaN
seed 0.25 34.86 NaN NaN
seed 0.3125 32.85 NaN NaN
seed 0.375 28.05 NaN NaN
seed 0.4375 31.65 NaN NaN
seed 0.5 27.49 NaN NaN
seed 0.5625 26.31 NaN NaN
seed 0.625 22.68 NaN NaN
seed 0.6875 25.2 NaN NaN
seed 0.75 25.36 NaN NaN
seed 0.8125 24.01 NaN NaN
seed 0.875 21.15 NaN NaN
seed 0.9375 21.54 NaN NaN
seed 1 20.68 NaN NaN
seed 1.0625 18.84 NaN NaN
seed 1.125 19.73 NaN NaN
seed 1.1875 19.07 NaN NaN
seed 1.25 19.64 NaN NaN
seed 1.3125 19.02 NaN NaN
seed 1.375 20.11 NaN NaN
seed 1.4375 20.77 NaN NaN
seed 1.5 19.55 NaN NaN
seed 1.5625 19.43 NaN NaN
seed 1.625 19.66 NaN NaN
seed 1.6875 18.21 NaN NaN
seed 1.75 20.73 NaN NaN
seed 1.8125 18.61 NaN NaN
seed 1.875 18.46 NaN NaN
seed 1.9375 18.06 NaN NaN
seed 2 17.91 NaN NaN
seed 2.0625 17.02 NaN NaN
seed 2.125 17.53 NaN NaN
seed 2.1875 18.29 NaN NaN
seed 2.25 17.01 NaN NaN
seed 2.3125 16.95 NaN NaN
seed 2.375 18.28 NaN NaN
seed 2.4375 16.79 NaN NaN
seed 2.5 18.27 NaN NaN
seed 2.5625 20.49 NaN NaN
seed 2.625 16.82 NaN NaN
seed 2.6875 17.68 NaN NaN
seed 2.75 17.19 NaN NaN
seed 2.8125 17.35 NaN NaN
seed 2.875 18.96 NaN NaN
seed 2.9375 17.77 NaN NaN
seed 3 17.15 NaN NaN
seed 3.0625 16.68 NaN NaN
seed 3.125 16.2 NaN NaN
seed 3.1875 18.16 NaN NaN
seed 3.25 17.99 NaN NaN
seed 3.3125 18.27 NaN NaN
seed 3.375 17.45 NaN NaN
seed 3.4375 16.51 NaN NaN
seed 3.5 16.89 NaN NaN
seed 3.5625 16.92 NaN NaN
seed 3.625 16.79 NaN NaN
seed 3.6875 17.37 NaN NaN
seed 3.75 15.94 NaN NaN
seed 3.8125 16.43 NaN NaN
seed 3.875 16.3 NaN NaN
seed 3.9375 16.45 NaN NaN
seed 4 16.3 NaN NaN
seed 4.0625 15.83 NaN NaN
seed 4.125 16.18 NaN NaN
seed 4.1875 16.97 NaN NaN
seed 4.25 16.27 NaN NaN
seed 4.3125 17.17 NaN NaN
seed 4.375 16.51 NaN NaN
seed 4.4375 15.87 NaN NaN
seed 4.5 15.93 NaN NaN
seed 4.5625 16.65 NaN NaN
seed 4.625 16 NaN NaN
seed 4.6875 16.07 NaN NaN
seed 4.75 18.5 NaN NaN
seed 4.8125 18.66 NaN NaN
seed 4.875 15.55 NaN NaN
seed 4.9375 16.3 NaN NaN
seed 5 16.75 NaN NaN
seed 5.0625 15.63 NaN NaN
seed 5.125 14.97 NaN NaN
seed 5.1875 15.04 NaN NaN
seed 5.25 16.1 NaN NaN
seed 5.3125 14.83 NaN NaN
seed 5.375 16.99 NaN NaN
seed 5.4375 17.42 NaN NaN
seed 5.5 16.05 NaN NaN
seed 5.5625 16.23 NaN NaN
seed 5.625 16.06 NaN NaN
seed 5.6875 17.24 NaN NaN
seed 5.75 15.39 NaN NaN
seed 5.8125 15.22 NaN NaN
seed 5.875 15.1 NaN NaN
seed 5.9375 15.73 NaN NaN
seed 6 15.31 NaN NaN

seed 0.0625 90 NaN NaN
seed 0.125 90 NaN NaN
seed 0.1875 90 NaN NaN
seed 0.25 90 NaN NaN
seed 0.3125 90.84 NaN NaN
seed 0.375 79.59 NaN NaN
seed 0.4375 74.56 NaN NaN
seed 0.5 59.6 NaN NaN
seed 0.5625 69.99 NaN NaN
seed 0.625 50.1 NaN NaN
seed 0.6875 44.61 NaN NaN
seed 0.75 40.19 NaN NaN
seed 0.8125 40.05 NaN NaN
seed 0.875 45.99 NaN NaN
seed 0.9375 38.79 NaN NaN
seed 1 34.77 NaN NaN
seed 1.0625 30.42 NaN NaN
seed 1.125 35.03 NaN NaN
seed 1.1875 38.36 NaN NaN
seed 1.25 36.87 NaN NaN
seed 1.3125 33.65 NaN NaN
seed 1.375 35.81 NaN NaN
seed 1.4375 32.55 NaN NaN
seed 1.5 30.85 NaN NaN
seed 1.5625 30.26 NaN NaN
seed 1.625 29.54 NaN NaN
seed 1.6875 28.06 NaN NaN
seed 1.75 30.51 NaN NaN
seed 1.8125 26.47 NaN NaN
seed 1.875 26.06 NaN NaN
seed 1.9375 26.06 NaN NaN
seed 2 28.32 NaN NaN
seed 2.0625 24.62 NaN NaN
seed 2.125 25.95 NaN NaN
seed 2.1875 28.04 NaN NaN
seed 2.25 26.33 NaN NaN
seed 2.3125 25.75 NaN NaN
seed 2.375 26.12 NaN NaN
seed 2.4375 24.84 NaN NaN
seed 2.5 26.47 NaN NaN
seed 2.5625 25.8 NaN NaN
seed 2.625 23.74 NaN NaN
seed 2.6875 22.39 NaN NaN
seed 2.75 24.3 NaN NaN
seed 2.8125 23.27 NaN NaN
seed 2.875 23.72 NaN NaN
seed 2.9375 24.32 NaN NaN
seed 3 23.29 NaN NaN
seed 3.0625 23.98 NaN NaN
seed 3.125 23.5 NaN NaN
seed 3.1875 25.32 NaN NaN
seed 3.25 21.53 NaN NaN
seed 3.3125 21.3 NaN NaN
seed 3.375 22.06 NaN NaN
seed 3.4375 22.35 NaN NaN
seed 3.5 25.31 NaN NaN
seed 3.5625 23.02 NaN NaN
seed 3.625 22.56 NaN NaN
seed 3.6875 21.65 NaN NaN
seed 3.75 22.61 NaN NaN
seed 3.8125 21.75 NaN NaN
seed 3.875 23.34 NaN NaN
seed 3.9375 20.9 NaN NaN
seed 4 21.54 NaN NaN
seed 4.0625 21.18 NaN NaN
seed 4.125 20.16 NaN NaN
seed 4.1875 22.8 NaN NaN
seed 4.25 23.21 NaN NaN
seed 4.3125 21.7 NaN NaN
seed 4.375 21.48 NaN NaN
seed 4.4375 21.45 NaN NaN
seed 4.5 22.34 NaN NaN
seed 4.5625 19.37 NaN NaN
seed 4.625 21.19 NaN NaN
seed 4.6875 20.79 NaN NaN
seed 4.75 20.52 NaN NaN
seed 4.8125 19.77 NaN NaN
seed 4.875 20.89 NaN NaN
seed 4.9375 20.28 NaN NaN
seed 5 19.99 NaN NaN
seed 5.0625 21.37 NaN NaN
seed 5.125 20.12 NaN NaN
seed 5.1875 19.27 NaN NaN
seed 5.25 20.2 NaN NaN
seed 5.3125 20.94 NaN NaN
seed 5.375 21.64 NaN NaN
seed 5.4375 22.48 NaN NaN
seed 5.5 19.13 NaN NaN
seed 5.5625 21.46 NaN NaN
seed 5.625 20.29 NaN NaN
seed 5.6875 21.03 NaN NaN
seed 5.75 21.21 NaN NaN
seed 5.8125 19.63 NaN NaN
seed 5.875 21.73 NaN NaN
seed 5.9375 19.25 NaN NaN
seed 6 18.81 NaN NaN

seed 0.0625 86.87 NaN NaN
seed 0.125 68.66 NaN NaN
seed 0.1875 56.06 NaN NaN
seed 0.25 53.28 NaN NaN
seed 0.3125 45.26 NaN NaN
seed 0.375 87.84 NaN NaN
seed 0.4375 90.04 NaN NaN
seed 0.5 90 NaN NaN
seed 0.5625 90 NaN NaN
seed 0.625 90 NaN NaN
seed 0.6875 90 NaN NaN
seed 0.75 90 NaN NaN
seed 0.8125 90 NaN NaN
seed 0.875 90 NaN NaN
seed 0.9375 90 NaN NaN
seed 1 90 NaN NaN
seed 1.0625 90 NaN NaN
seed 1.125 90 NaN NaN
seed 1.1875 90 NaN NaN
seed 1.25 90 NaN NaN
seed 1.3125 90 NaN NaN
seed 1.375 90 NaN NaN
seed 1.4375 90 NaN NaN
seed 1.5 90 NaN NaN
seed 1.5625 90 NaN NaN
seed 1.625 90 NaN NaN
seed 1.6875 90 NaN NaN
seed 1.75 90 NaN NaN
seed 1.8125 90 NaN NaN
seed 1.875 90 NaN NaN
seed 1.9375 90 NaN NaN
seed 2 90 NaN NaN
seed 2.0625 90 NaN NaN
seed 2.125 90 NaN NaN
seed 2.1875 90 NaN NaN
seed 2.25 90 NaN NaN
seed 2.3125 90 NaN NaN
seed 2.375 90 NaN NaN
seed 2.4375 90 NaN NaN
seed 2.5 90 NaN NaN
seed 2.5625 90 NaN NaN
seed 2.625 90 NaN NaN
seed 2.6875 90 NaN NaN
seed 2.75 90 NaN NaN
seed 2.8125 90 NaN NaN
seed 2.875 90 NaN NaN
seed 2.9375 90 NaN NaN
seed 3 90 NaN NaN
seed 3.0625 90 NaN NaN
seed 3.125 90 NaN NaN
seed 3.1875 90 NaN NaN
seed 3.25 90 NaN NaN
seed 3.3125 90 NaN NaN
seed 3.375 90 NaN NaN
seed 3.4375 90 NaN NaN
seed 3.5 90 NaN NaN
seed 3.5625 90 NaN NaN
seed 3.625 90 NaN NaN
seed 3.6875 90 NaN NaN
seed 3.75 90 NaN NaN
seed 3.8125 90 NaN NaN
seed 3.875 90 NaN NaN
seed 3.9375 90 NaN NaN
seed 4 90 NaN NaN
seed 4.0625 90 NaN NaN
seed 4.125 90 NaN NaN
seed 4.1875 90 NaN NaN
seed 4.25 90 NaN NaN
seed 4.3125 90 NaN NaN
seed 4.375 90 NaN NaN
seed 4.4375 90 NaN NaN
seed 4.5 90 NaN NaN
seed 4.5625 90 NaN NaN
seed 4.625 90 NaN NaN
seed 4.6875 90 NaN NaN
seed 4.75 90 NaN NaN
seed 4.8125 90 NaN NaN
seed 4.875 90 NaN NaN
seed 4.9375 90 NaN NaN
seed 5 90 NaN NaN
seed 5.0625 90 NaN NaN
seed 5.125 90 NaN NaN
seed 5.1875 90 NaN NaN
seed 5.25 90 NaN NaN
seed 5.3125 90 NaN NaN
seed 5.375 90 NaN NaN
seed 5.4375 90 NaN NaN
seed 5.5 90 NaN NaN
seed 5.5625 90 NaN NaN
seed 5.625 90 NaN NaN
seed 5.6875 90 NaN NaN
seed 5.75 90 NaN NaN
seed 5.8125 90 NaN NaN
seed 5.875 90 NaN NaN
seed 5.9375 90 NaN NaN
seed 6 90 NaN NaN

seed 0.0625 74.52 NaN NaN
seed 0.125 67.86 NaN NaN
seed 0.1875 54.57 NaN NaN
seed 0.25 47.48 NaN NaN
seed 0.3125 34.12 NaN NaN
seed 0.375 33.66 NaN NaN
seed 0.4375 29 NaN NaN
seed 0.5 26.77 NaN NaN
seed 0.5625 29.26 NaN NaN
seed 0.625 25 NaN NaN
seed 0.6875 28.68 NaN NaN
seed 0.75 25.67 NaN NaN
seed 0.8125 23 NaN NaN
seed 0.875 23.59 NaN NaN
seed 0.9375 22.77 NaN NaN
seed 1 21.86 NaN NaN
seed 1.0625 23.02 NaN NaN
seed 1.125 21.56 NaN NaN
seed 1.1875 20.49 NaN NaN
seed 1.25 23.77 NaN NaN
seed 1.3125 19.9 NaN NaN
seed 1.375 19.5 NaN NaN
seed 1.4375 19.2 NaN NaN
seed 1.5 19.86 NaN NaN
seed 1.5625 20.36 NaN NaN
seed 1.625 21.89 NaN NaN
seed 1.6875 18.98 NaN NaN
seed 1.75 18.85 NaN NaN
seed 1.8125 19.55 NaN NaN
seed 1.875 18.14 NaN NaN
seed 1.9375 18.98 NaN NaN
seed 2 19.25 NaN NaN
seed 2.0625 17.46 NaN NaN
seed 2.125 17.82 NaN NaN
seed 2.1875 19.04 NaN NaN
seed 2.25 17.83 NaN NaN
seed 2.3125 19.1 NaN NaN
seed 2.375 19.86 NaN NaN
seed 2.4375 17.83 NaN NaN
seed 2.5 17.48 NaN NaN
seed 2.5625 17.25 NaN NaN
seed 2.625 18.79 NaN NaN
seed 2.6875 19.87 NaN NaN
seed 2.75 17.72 NaN NaN
seed 2.8125 16.99 NaN NaN
seed 2.875 17.38 NaN NaN
seed 2.9375 17.44 NaN NaN
seed 3 17.54 NaN NaN
seed 3.0625 17.95 NaN NaN
seed 3.125 20.1 NaN NaN
seed 3.1875 16.72 NaN NaN
seed 3.25 16.53 NaN NaN
seed 3.3125 19.8 NaN NaN
seed 3.375 16.26 NaN NaN
seed 3.4375 17.16 NaN NaN
seed 3.5 16.85 NaN NaN
seed 3.5625 18.57 NaN NaN
seed 3.625 17.34 NaN NaN
seed 3.6875 16.42 NaN NaN
seed 3.75 17.28 NaN NaN
seed 3.8125 18.33 NaN NaN
seed 3.875 15.89 NaN NaN
seed 3.9375 17.44 NaN NaN
seed 4 17.07 NaN NaN
seed 4.0625 17.37 NaN NaN
seed 4.125 16.11 NaN NaN
seed 4.1875 17.23 NaN NaN
seed 4.25 17.57 NaN NaN
seed 4.3125 17.34 NaN NaN
seed 4.375 16.32 NaN NaN
seed 4.4375 15.2 NaN NaN
seed 4.5 16.31 NaN NaN
seed 4.5625 15.81 NaN NaN
seed 4.625 14.96 NaN NaN
seed 4.6875 15.67 NaN NaN
seed 4.75 16.49 NaN NaN
seed 4.8125 15.92 NaN NaN
seed 4.875 15.68 NaN NaN
seed 4.9375 17.43 NaN NaN
seed 5 15.41 NaN NaN
seed 5.0625 16.28 NaN NaN
seed 5.125 18.38 NaN NaN
seed 5.1875 15.29 NaN NaN
seed 5.25 15.33 NaN NaN
seed 5.3125 15.4 NaN NaN
seed 5.375 14.44 NaN NaN
seed 5.4375 15.39 NaN NaN
seed 5.5 15.42 NaN NaN
seed 5.5625 15.25 NaN NaN
seed 5.625 15.49 NaN NaN
seed 5.6875 15.11 NaN NaN
seed 5.75 15.02 NaN NaN
seed 5.8125 16.33 NaN NaN
seed 5.875 15.48 NaN NaN
seed 5.9375 15.68 NaN NaN
seed 6 15.71 NaN NaN
EOD
$p2s2 << EOD
mean 0.0625 58.024 47.76 76.08
mean 0.125 32.164 29.07 36.86
mean 0.1875 31.96 25.99 41.06
mean 0.25 27.812 25.81 33.37
mean 0.3125 27.082 23.4 29.96
mean 0.375 27.818 23.49 31.75
mean 0.4375 23.698 21.48 28.22
mean 0.5 23.04 20.89 26.6
mean 0.5625 22.535999999999998 19.25 25.51
mean 0.625 20.57 18.8 21.94
mean 0.6875 22.332 20.58 23.46
mean 0.75 20.624000000000002 19.02 21.91
mean 0.8125 20.205999999999996 19.55 21.22
mean 0.875 20.71 18.59 23.18
mean 0.9375 20.133999999999997 19.15 21.51
mean 1 19.104 17.25 20.42
mean 1.0625 19.254 16.28 21.03
mean 1.125 18.22 16.89 20.12
mean 1.1875 18.747999999999998 17.1 20.75
mean 1.25 17.85 16.58 18.84
mean 1.3125 17.134 16.38 17.71
mean 1.375 17.41 16.43 19.08
mean 1.4375 18.406 17.33 19.19
mean 1.5 18.241999999999997 17.1 20.5
mean 1.5625 17.688 17.36 18.53
mean 1.625 19.342000000000002 17.66 23.23
mean 1.6875 17.36 16.05 18.97
mean 1.75 17.716 16.42 18.77
mean 1.8125 17.683999999999997 15.6 20.02
mean 1.875 16.446000000000005 15.39 17.1
mean 1.9375 17.222 15.25 20.83
mean 2 17.910000000000004 16.93 19.95
mean 2.0625 17.078 15.72 19.72
mean 2.125 15.748 15 16.77
mean 2.1875 16.29 15.1 17.28
mean 2.25 16.366000000000003 15.39 18.05
mean 2.3125 16.736 14.41 20.35
mean 2.375 17.042 15.72 18.62
mean 2.4375 16.166 15.21 16.67
mean 2.5 15.181999999999999 14.83 15.73
mean 2.5625 16.118 14.6 17.22
mean 2.625 15.675999999999998 14.98 17.03
mean 2.6875 15.62 14.34 17.76
mean 2.75 15.49 14.77 16.09
mean 2.8125 16.142 14.89 18.78
mean 2.875 15.48 13.93 16.5
mean 2.9375 14.504 14.01 15.15
mean 3 14.725999999999999 14.02 15.62
mean 3.0625 15.553999999999998 13.69 16.7
mean 3.125 15.766 14.49 17.2
mean 3.1875 15.598000000000003 14.53 17.71
mean 3.25 16.456 14.63 18.77
mean 3.3125 15.644 14.62 16.54
mean 3.375 14.754 14.48 15.07
mean 3.4375 15.112 13.51 16.88
mean 3.5 15.530000000000001 14.25 18.19
mean 3.5625 15.108 14.08 16.23
mean 3.625 14.419999999999998 13.48 15.38
mean 3.6875 14.992 14.57 15.73
mean 3.75 14.588 13.82 15.71
mean 3.8125 14.774000000000001 13.72 16.55
mean 3.875 14.756 14.16 15.32
mean 3.9375 14.553999999999998 12.96 15.68
mean 4 14.376 13.44 15.1
mean 4.0625 14.408000000000001 13.76 14.9
mean 4.125 14.325999999999999 13.98 14.9
mean 4.1875 14.116 13.56 15.11
mean 4.25 14.218 13.96 14.59
mean 4.3125 14.252 13.63 14.65
mean 4.375 14.760000000000002 14.12 15.34
mean 4.4375 14.406 13.78 14.65
mean 4.5 14.437999999999999 13.57 15.25
mean 4.5625 14.934000000000001 14.27 16.22
mean 4.625 14.776000000000002 13.76 15.56
mean 4.6875 14.788 13.03 16.4
mean 4.75 14.012 13.24 14.85
mean 4.8125 13.812000000000001 13.33 14.68
mean 4.875 14.386000000000001 13.21 15.27
mean 4.9375 13.592000000000002 12.86 14.05
mean 5 13.854 13.29 15.26
mean 5.0625 14.180000000000001 13.35 15.49
mean 5.125 13.696000000000002 12.68 14.62
mean 5.1875 14.392000000000001 13.55 16.23
mean 5.25 14.091999999999999 12.66 15.29
mean 5.3125 13.854 12.79 14.41
mean 5.375 14.356 13.21 15.88
mean 5.4375 13.794 13.22 14.26
mean 5.5 13.791999999999998 12.89 14.51
mean 5.5625 13.91 12.78 16.12
mean 5.625 14.039999999999997 12.41 15.2
mean 5.6875 14.223999999999998 12.51 16
mean 5.75 14.780000000000001 12.76 16.86
mean 5.8125 14.069999999999999 13.89 14.52
mean 5.875 13.638 13.37 13.96
mean 5.9375 13.963999999999999 12.88 14.9
mean 6 13.502 12.66 14.69
EOD
$p2s3 << EOD
mean 0.0625 64.112 56.44 74.89
mean 0.125 54.757999999999996 40.53 76.54
mean 0.1875 48.258 41.92 59.23
mean 0.25 45.022 38.12 56.85
mean 0.3125 40.135999999999996 35.87 44.25
mean 0.375 35.693999999999996 32.68 43.19
mean 0.4375 31.776 29.02 35.05
mean 0.5 29.298000000000002 25.91 30.89
mean 0.5625 29.586000000000002 26.28 32.04
mean 0.625 27.932 25.38 30.38
mean 0.6875 29.264 26.32 33.86
mean 0.75 27.636000000000003 26.32 29.25
mean 0.8125 28.702000000000005 26.28 32.74
mean 0.875 26.446000000000005 24.85 29.32
mean 0.9375 26.574 23.87 28.3
mean 1 25.78 22.55 28.54
mean 1.0625 24.330000000000002 21.57 26.59
mean 1.125 23.36 21.7 25.53
mean 1.1875 22.89 20.09 25.57
mean 1.25 22.966 19.62 25.32
mean 1.3125 21.984 20.52 23.74
mean 1.375 22.485999999999997 20.24 26.18
mean 1.4375 22.672 21.37 24.05
mean 1.5 22.484 18.39 24.73
mean 1.5625 22.088 19.42 25.36
mean 1.625 21.794 18.2 24.45
mean 1.6875 20.022 19.02 21.23
mean 1.75 21.54 19.51 23.46
mean 1.8125 19.85 17.98 22.53
mean 1.875 19.266000000000002 17.34 20.7
mean 1.9375 19.29 18.45 21.03
mean 2 20.814 17.85 24.56
mean 2.0625 18.682 16.8 20.01
mean 2.125 18.856 17.34 20.82
mean 2.1875 19.18 17.75 20.43
mean 2.25 19.15 17.13 22.54
mean 2.3125 19.838 17.47 21.81
mean 2.375 18.932 17.13 21.25
mean 2.4375 18.107999999999997 17.24 19.19
mean 2.5 18.31 17.27 20.61
mean 2.5625 18.901999999999997 16.81 22.57
mean 2.625 17.622 15.63 18.88
mean 2.6875 17.698 17.01 18.13
mean 2.75 16.824 15.81 18.79
mean 2.8125 18.012 17.22 19.03
mean 2.875 17.634 16.32 19.18
mean 2.9375 17.766000000000002 17.23 18.63
mean 3 17.107999999999997 15.65 18.03
mean 3.0625 17.14 15.41 18.49
mean 3.125 17.621999999999996 16.65 19.75
mean 3.1875 17.130000000000003 15.91 18.62
mean 3.25 16.484 15.42 17.25
mean 3.3125 17.810000000000002 16.58 20.21
mean 3.375 17.218 16.03 18.5
mean 3.4375 17.094 16.47 17.93
mean 3.5 16.224 15.28 16.98
mean 3.5625 17.154 16.46 17.96
mean 3.625 16.832 15.65 18.09
mean 3.6875 16.548 16.22 17.09
mean 3.75 16.5 15.92 17.82
mean 3.8125 16.686 15.98 18.02
mean 3.875 16.782000000000004 15.13 20.19
mean 3.9375 17.169999999999998 15.5 19.41
mean 4 15.982 15.69 16.35
mean 4.0625 15.907999999999998 14.86 16.95
mean 4.125 15.589999999999998 14.83 16.38
mean 4.1875 16.546 15.52 19.03
mean 4.25 16.25 15.8 17.06
mean 4.3125 15.964000000000002 15.05 17.18
mean 4.375 16.508000000000003 15.31 17.26
mean 4.4375 15.889999999999997 15.19 16.46
mean 4.5 15.577999999999998 15.11 16.51
mean 4.5625 16.18 15.42 16.83
mean 4.625 16.182 14.96 18.56
mean 4.6875 15.502 14.79 16.29
mean 4.75 16.112000000000002 14.96 17.63
mean 4.8125 16 14.85 16.99
mean 4.875 15.756 15.02 16.44
mean 4.9375 15.291999999999998 14.98 16.05
mean 5 15.401999999999997 14.08 16.68
mean 5.0625 15.556000000000001 15.11 16.36
mean 5.125 15.629999999999999 14.7 16.55
mean 5.1875 14.998000000000001 14.32 15.75
mean 5.25 15.620000000000001 14.49 16.51
mean 5.3125 15.34 14.5 16.34
mean 5.375 15.436000000000002 14.51 16.16
mean 5.4375 15.624 14.68 17.33
mean 5.5 15.509999999999996 14.62 16.15
mean 5.5625 15.701999999999998 13.72 18.15
mean 5.625 15.679999999999998 15.32 16.3
mean 5.6875 15.313999999999998 14.28 16.5
mean 5.75 15.128 14.08 15.8
mean 5.8125 15.018 14.12 15.73
mean 5.875 15.407999999999998 14.57 16.58
mean 5.9375 14.928 13.89 15.78
mean 6 15.25 14.81 15.57
EOD
$p2s4 << EOD
mean 0.0625 59.628 53.99 64.67
mean 0.125 44.983999999999995 40.73 52.39
mean 0.1875 38.212 35.23 42.5
mean 0.25 34.038 31.93 36.78
mean 0.3125 30.562 28.33 34.41
mean 0.375 29.936 27.03 31.99
mean 0.4375 28.994000000000007 25.97 33.33
mean 0.5 27.514 22.02 36.67
mean 0.5625 25.919999999999998 24.46 28.36
mean 0.625 24.53 23.45 25.95
mean 0.6875 23.728 22.3 26.26
mean 0.75 23.759999999999998 22.32 24.75
mean 0.8125 22.714000000000002 20.25 24.48
mean 0.875 22.043999999999997 20.05 23.54
mean 0.9375 21.802 20.02 22.68
mean 1 22.04 18.8 24.99
mean 1.0625 21.094 19.85 22.23
mean 1.125 20.284 18.8 21.56
mean 1.1875 21.73 19.37 23.34
mean 1.25 18.695999999999998 17.81 20.03
mean 1.3125 19.676 18.25 22.75
mean 1.375 20.026000000000003 18.95 21.29
mean 1.4375 20.012 19.28 21.18
mean 1.5 20.336000000000002 17.98 22.58
mean 1.5625 21.663999999999998 19.22 25.75
mean 1.625 19.362000000000002 18.13 21.85
mean 1.6875 18.892 17.96 19.68
mean 1.75 19.416 18.34 20.34
mean 1.8125 18.169999999999998 17.36 19.36
mean 1.875 18.887999999999998 17.35 20.92
mean 1.9375 17.734 17.41 18.06
mean 2 18.848000000000003 17.15 21.29
mean 2.0625 17.66 16.17 18.47
mean 2.125 16.816 16.06 17.49
mean 2.1875 17.576000000000004 16.71 19.31
mean 2.25 17.631999999999998 15.87 19.15
mean 2.3125 18.122 16.03 21.95
mean 2.375 18.130000000000003 16.66 20.09
mean 2.4375 17.448 15.85 19.27
mean 2.5 17.034 15.81 18.11
mean 2.5625 17.18 16.37 18.61
mean 2.625 16.855999999999998 15.91 17.89
mean 2.6875 16.509999999999998 15.28 17.41
mean 2.75 16.488 15.89 17.39
mean 2.8125 16.674 16.04 17.8
mean 2.875 16.919999999999998 15.92 18
mean 2.9375 16.558 15.55 17.51
mean 3 16.688 15.75 18.61
mean 3.0625 15.738 15.43 16.1
mean 3.125 16.82 16.15 17.85
mean 3.1875 16.863999999999997 15.29 18.66
mean 3.25 16.552 15.24 17.64
mean 3.3125 17.63 17.22 17.88
mean 3.375 15.85 15.21 16.95
mean 3.4375 16.154 15.61 16.58
mean 3.5 15.638 15.07 16.24
mean 3.5625 16.43 15.77 17.11
mean 3.625 16.619999999999997 15.6 18.2
mean 3.6875 15.578 15.18 16.28
mean 3.75 16.056 14.91 17.12
mean 3.8125 15.668000000000001 14.92 16.86
mean 3.875 15.886000000000001 15.04 17.03
mean 3.9375 15.974 15.44 16.64
mean 4 15.562000000000001 14.9 16.02
mean 4.0625 15.424000000000001 14.86 16.04
mean 4.125 15.228 14.91 15.6
mean 4.1875 16.2 14.69 18.37
mean 4.25 15.419999999999998 14.24 16.38
mean 4.3125 15.942000000000002 14.67 17.87
mean 4.375 15.896 14.45 16.87
mean 4.4375 15.326000000000002 14.48 15.71
mean 4.5 15.264000000000001 14.69 15.7
mean 4.5625 15.861999999999998 15.11 16.29
mean 4.625 15.669999999999998 13.57 16.64
mean 4.6875 15.138 14.48 15.75
mean 4.75 15.819999999999999 14.33 18.07
mean 4.8125 15.628 14.89 17.21
mean 4.875 15.107999999999999 14.32 15.96
mean 4.9375 14.742 14.23 15.27
mean 5 15.413999999999998 14.49 16.03
mean 5.0625 15.492 14.64 16.19
mean 5.125 15.272 14.38 15.94
mean 5.1875 15.126 14.44 17.41
mean 5.25 15.097999999999999 14.81 15.43
mean 5.3125 14.854 14.35 15.86
mean 5.375 15.154 14.2 15.94
mean 5.4375 15.288 14.04 16.41
mean 5.5 14.821999999999997 14.57 15.02
mean 5.5625 15.273999999999997 13.7 16.67
mean 5.625 14.852 14 16.25
mean 5.6875 15.452000000000002 14.61 16.14
mean 5.75 14.956 14.32 16.87
mean 5.8125 14.794 14.3 15.47
mean 5.875 15.057999999999998 14.24 17.02
mean 5.9375 14.959999999999999 14.48 16.08
mean 6 14.8 14.48 15.33
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'rate 0.01, MNIST'
note[3] = ''
$p3s1 << EOD
mean 0.0625 83.214 78.32 90.16
mean 0.125 74.326 65.63 83.63
mean 0.1875 65.976 53.57 78.98
mean 0.25 52.693999999999996 40.59 77.13
mean 0.3125 39.868 25.57 74.1
mean 0.375 32.794 20.73 60.73
mean 0.4375 25.572 16.33 48.7
mean 0.5 19.766000000000002 14.13 33.07
mean 0.5625 13.84 9.72 18.03
mean 0.625 12.197999999999999 9.2 16.9
mean 0.6875 11.517999999999999 9.28 14.79
mean 0.75 11.096 9.48 13.84
mean 0.8125 8.806000000000001 6.94 14.09
mean 0.875 8.346 6.73 9.77
mean 0.9375 8.36 6.45 10.2
mean 1 8.02 5.43 13.26
mean 1.0625 7.2299999999999995 5.69 9.78
mean 1.125 10.452 5.84 22.58
mean 1.1875 6.552 5.57 7.6
mean 1.25 6.831999999999999 5.09 8.33
mean 1.3125 6.87 6.35 7.33
mean 1.375 6.401999999999999 5.2 6.87
mean 1.4375 6.048 4.26 7.55
mean 1.5 5.544 4.86 7.08
mean 1.5625 5.927999999999999 5.13 8.11
mean 1.625 5.694 4.78 8.56
mean 1.6875 5.542 4.76 6.36
mean 1.75 5.006 4.27 6.62
mean 1.8125 5.396000000000001 4.16 6.9
mean 1.875 5.204 3.87 7.64
mean 1.9375 4.43 3.88 5.28
mean 2 4.902 3.66 6.47
mean 2.0625 4.65 4.22 5.52
mean 2.125 4.45 3.77 5.46
mean 2.1875 5.064 3.73 6.89
mean 2.25 3.9739999999999993 3.48 4.72
mean 2.3125 4.3 3.63 4.8
mean 2.375 4.2 3.61 5.1
mean 2.4375 4.19 3.51 5.55
mean 2.5 4.732 3.62 6.53
mean 2.5625 3.996 3.09 4.84
mean 2.625 4.658 3.92 5.78
mean 2.6875 4.715999999999999 3.74 5.26
mean 2.75 3.982 3.05 4.88
mean 2.8125 4.396 3.32 6
mean 2.875 3.904 3.08 4.71
mean 2.9375 3.910000000000001 3.17 4.82
mean 3 3.6339999999999995 3.23 4.52
mean 3.0625 3.5740000000000003 3.11 4.25
mean 3.125 4.21 3.4 5.34
mean 3.1875 3.4259999999999997 3.01 4.13
mean 3.25 4.058 3.49 4.69
mean 3.3125 3.664 3.35 4
mean 3.375 3.7880000000000003 2.77 5.48
mean 3.4375 3.646 3.08 4.77
mean 3.5 3.9219999999999997 3.34 4.31
mean 3.5625 3.864 3.08 4.26
mean 3.625 3.45 2.92 3.98
mean 3.6875 3.268 2.85 3.45
mean 3.75 3.5420000000000003 3.13 4.28
mean 3.8125 3.6120000000000005 3.12 4.44
mean 3.875 3.2960000000000003 2.53 3.7
mean 3.9375 3.632 2.71 4.4
mean 4 3.592 2.99 4.11
mean 4.0625 3.4 2.97 4.04
mean 4.125 3.2700000000000005 2.84 4
mean 4.1875 2.822 2.53 3.07
mean 4.25 2.964 2.71 3.41
mean 4.3125 2.976 2.71 3.36
mean 4.375 3.168 2.79 3.74
mean 4.4375 3.0340000000000003 2.82 3.45
mean 4.5 3.024 2.5 3.36
mean 4.5625 2.8619999999999997 2.51 3.16
mean 4.625 3.194 2.48 3.48
mean 4.6875 3.122 2.57 3.68
mean 4.75 3.142 2.52 4.22
mean 4.8125 3.024 2.44 3.48
mean 4.875 3.2479999999999998 2.88 3.56
mean 4.9375 3.438 3.1 3.74
mean 5 2.8899999999999997 2.67 3.17
mean 5.0625 2.854 2.55 3.19
mean 5.125 2.7720000000000002 2.56 3.27
mean 5.1875 2.792 2.5 3.19
mean 5.25 3.3019999999999996 2.86 3.67
mean 5.3125 2.992 2.47 3.53
mean 5.375 2.7760000000000002 2.24 3
mean 5.4375 2.918 2.42 3.36
mean 5.5 3.0300000000000002 2.59 3.72
mean 5.5625 2.756 2.48 3.02
mean 5.625 2.958 2.65 3.68
mean 5.6875 2.9879999999999995 2.55 3.67
mean 5.75 2.968 2.4 3.96
mean 5.8125 2.9040000000000004 2.39 3.4
mean 5.875 3.152 2.62 4.02
mean 5.9375 2.852 2.43 3.53
mean 6 2.98 2.36 3.62
EOD
$p3s2 << EOD
mean 0.0625 72.114 63.26 81.05
mean 0.125 54.28599999999999 47.11 59.47
mean 0.1875 42.858000000000004 40.29 49.05
mean 0.25 34.038 28.58 37.96
mean 0.3125 27.96 23.96 30.76
mean 0.375 23.306 18.56 26.46
mean 0.4375 20.279999999999998 15.19 23.44
mean 0.5 16.387999999999998 13.38 17.83
mean 0.5625 14.295999999999998 11.79 16.28
mean 0.625 12.937999999999999 10.91 16.78
mean 0.6875 11.634 8.83 15.23
mean 0.75 9.66 8.2 10.41
mean 0.8125 8.548 7.62 9.83
mean 0.875 8.148000000000001 7.12 9.39
mean 0.9375 8.296 6.53 10.17
mean 1 7.062 6.42 8.22
mean 1.0625 7.126 5.92 9.32
mean 1.125 6.2780000000000005 5.62 7.06
mean 1.1875 6.048 5.16 7.26
mean 1.25 5.942 5.29 6.8
mean 1.3125 5.9079999999999995 5.09 6.59
mean 1.375 6.166 5.13 8.56
mean 1.4375 6.238 4.98 9.05
mean 1.5 5.384 4.49 5.96
mean 1.5625 5.294 4.77 6.25
mean 1.625 5.324 4.26 6.66
mean 1.6875 4.906000000000001 4.37 5.35
mean 1.75 4.859999999999999 4.07 6.11
mean 1.8125 4.76 4.37 5.24
mean 1.875 4.426 4.11 5.19
mean 1.9375 4.82 4.14 6.3
mean 2 4.426 4.14 5.06
mean 2.0625 4.742 3.65 6.94
mean 2.125 4.46 3.42 5.82
mean 2.1875 4.41 3.53 5.43
mean 2.25 4.27 3.48 5.56
mean 2.3125 4.002000000000001 3.76 4.36
mean 2.375 3.9 3.25 4.9
mean 2.4375 4.068 3.72 5.04
mean 2.5 3.7979999999999996 3.33 4.21
mean 2.5625 3.7540000000000004 3.12 4.73
mean 2.625 4.113999999999999 3.11 5.84
mean 2.6875 3.8160000000000003 3.01 4.36
mean 2.75 3.434 3.05 3.71
mean 2.8125 3.6100000000000003 3.3 3.98
mean 2.875 3.5159999999999996 3.07 3.84
mean 2.9375 3.472 3.06 3.94
mean 3 3.5380000000000003 2.85 4.33
mean 3.0625 3.2640000000000002 2.82 4.01
mean 3.125 3.2640000000000002 3.03 3.76
mean 3.1875 3.6160000000000005 3.19 4.57
mean 3.25 3.5420000000000003 2.93 4.51
mean 3.3125 3.434 2.63 4.95
mean 3.375 3.41 2.89 3.98
mean 3.4375 3.04 2.79 3.22
mean 3.5 3.3899999999999997 2.88 4.12
mean 3.5625 3.172 2.56 4.31
mean 3.625 2.942 2.65 3.23
mean 3.6875 3.0839999999999996 2.64 3.7
mean 3.75 3.0100000000000002 2.85 3.23
mean 3.8125 3.242 2.44 4.92
mean 3.875 3.02 2.75 3.27
mean 3.9375 2.922 2.4 3.41
mean 4 3.0120000000000005 2.7 3.52
mean 4.0625 3.154 2.62 3.75
mean 4.125 2.9240000000000004 2.52 3.67
mean 4.1875 2.952 2.63 3.32
mean 4.25 2.948 2.58 3.3
mean 4.3125 2.884 2.42 3.53
mean 4.375 2.916 2.53 3.54
mean 4.4375 2.8839999999999995 2.55 3.51
mean 4.5 3.092 2.72 3.92
mean 4.5625 2.842 2.55 3.36
mean 4.625 2.886 2.68 3.32
mean 4.6875 2.726 2.3 3.26
mean 4.75 3.2600000000000002 2.53 4.3
mean 4.8125 2.708 2.48 3.09
mean 4.875 2.7800000000000002 2.64 3.06
mean 4.9375 2.684 2.47 3.05
mean 5 3.032 2.41 4.21
mean 5.0625 2.524 2.24 2.83
mean 5.125 2.818 2.16 3.88
mean 5.1875 2.81 2.44 3.3
mean 5.25 2.59 2.24 3.15
mean 5.3125 2.632 2.32 2.97
mean 5.375 2.666 2.19 3.56
mean 5.4375 2.702 2.59 2.8
mean 5.5 2.448 2.24 2.69
mean 5.5625 2.548 2.22 2.89
mean 5.625 2.4859999999999998 2.35 2.73
mean 5.6875 2.384 2.21 2.56
mean 5.75 2.562 2.34 2.87
mean 5.8125 2.464 2.16 2.79
mean 5.875 2.83 1.98 4.93
mean 5.9375 2.4720000000000004 2.12 2.69
mean 6 2.4699999999999998 2.06 3.21
EOD
$p3s3 << EOD
mean 0.0625 80.91799999999999 75.15 89.33
mean 0.125 64.87 59.65 67.12
mean 0.1875 57.148 52.83 62.47
mean 0.25 46.852 39.23 50.44
mean 0.3125 40.53 35.05 44.35
mean 0.375 33.996 27.42 36.85
mean 0.4375 30.046 26.04 33.05
mean 0.5 24.726 23.16 28.51
mean 0.5625 20.57 17.71 22.69
mean 0.625 17.621999999999996 15.82 20.25
mean 0.6875 15.796000000000001 13.61 18.08
mean 0.75 13.690000000000001 12.38 14.57
mean 0.8125 14.831999999999999 12.54 16.27
mean 0.875 12.511999999999999 10.97 15.73
mean 0.9375 11.51 9.47 14.71
mean 1 12.522000000000002 11.13 17.68
mean 1.0625 10.117999999999999 9.59 10.44
mean 1.125 9.197999999999999 8.57 11.08
mean 1.1875 8.363999999999999 8 8.84
mean 1.25 8.041999999999998 7.62 8.61
mean 1.3125 7.717999999999999 7.01 8.85
mean 1.375 8.092 6.53 8.83
mean 1.4375 8.284 6.33 12.96
mean 1.5 7.3740000000000006 5.84 8.67
mean 1.5625 7.574 6.7 8.94
mean 1.625 6.942 6.13 7.67
mean 1.6875 6.81 5.96 7.86
mean 1.75 7.275999999999999 6.2 8.53
mean 1.8125 6.178 5.39 7.95
mean 1.875 6.184 5.26 7.63
mean 1.9375 6.502 5.05 7.82
mean 2 5.794 5.26 6.66
mean 2.0625 6.098000000000001 5.33 7.25
mean 2.125 7.1659999999999995 5.76 8.66
mean 2.1875 6.4079999999999995 4.92 7.87
mean 2.25 5.5120000000000005 4.76 6.3
mean 2.3125 4.938 4.6 5.79
mean 2.375 5.668000000000001 4.39 6.96
mean 2.4375 5.764 4.8 6.61
mean 2.5 4.672 4.29 4.93
mean 2.5625 5.442 4.36 6.49
mean 2.625 5.343999999999999 4.78 7.29
mean 2.6875 5.098000000000001 4.61 5.67
mean 2.75 4.944 4.23 6.18
mean 2.8125 4.572 4.03 5.25
mean 2.875 4.816 4.27 4.97
mean 2.9375 4.802 3.96 6.61
mean 3 4.758 3.92 5.28
mean 3.0625 4.514 4.14 5.03
mean 3.125 4.8420000000000005 4.39 5.32
mean 3.1875 4.32 3.68 5.43
mean 3.25 4.279999999999999 3.59 5.4
mean 3.3125 4.622000000000001 3.85 5.97
mean 3.375 4.488 3.63 5.62
mean 3.4375 4.476000000000001 3.5 5.17
mean 3.5 4.1979999999999995 3.82 4.85
mean 3.5625 4.4639999999999995 3.91 5.6
mean 3.625 4.452 3.78 4.94
mean 3.6875 4.368 3.27 5.63
mean 3.75 4.476 3.64 5.09
mean 3.8125 4.636 3.77 6.49
mean 3.875 4.314 3.7 5.46
mean 3.9375 4.4879999999999995 3.45 6.03
mean 4 3.946 3.55 4.51
mean 4.0625 3.972 3.77 4.11
mean 4.125 3.7980000000000005 3.25 4.44
mean 4.1875 4.114 3.41 5.04
mean 4.25 3.474 3.12 3.94
mean 4.3125 3.7640000000000002 3.23 4.62
mean 4.375 3.7079999999999997 3.19 4.34
mean 4.4375 3.6340000000000003 3.22 4.36
mean 4.5 3.722 3.15 4.06
mean 4.5625 3.3760000000000003 2.92 3.71
mean 4.625 3.5660000000000003 3.07 4.13
mean 4.6875 3.7979999999999996 3.1 5.11
mean 4.75 3.436 3.25 3.84
mean 4.8125 3.31 3 3.8
mean 4.875 3.4 3.2 3.71
mean 4.9375 3.7700000000000005 3.54 4.09
mean 5 3.284 2.86 3.79
mean 5.0625 3.2960000000000003 3.04 3.5
mean 5.125 3.31 2.94 3.66
mean 5.1875 3.228 2.83 3.56
mean 5.25 3.322 3.01 3.71
mean 5.3125 3.3280000000000003 3.15 3.58
mean 5.375 3.2939999999999996 3.07 3.83
mean 5.4375 3.2060000000000004 3.01 3.47
mean 5.5 2.9699999999999998 2.45 3.24
mean 5.5625 3.2380000000000004 2.8 3.74
mean 5.625 3.028 2.52 3.69
mean 5.6875 3.3760000000000003 2.85 4.58
mean 5.75 3.112 2.81 3.49
mean 5.8125 3.6019999999999994 2.56 4.58
mean 5.875 3.0660000000000003 2.5 3.46
mean 5.9375 3.2340000000000004 2.85 3.91
mean 6 2.9720000000000004 2.68 3.17
EOD
$p3s4 << EOD
mean 0.0625 82.752 78.65 85.94
mean 0.125 63.001999999999995 60.67 64.85
mean 0.1875 55.25 52.14 57.6
mean 0.25 45.184 38.67 48.44
mean 0.3125 39.254000000000005 32.42 44.81
mean 0.375 34.094 29.71 37.39
mean 0.4375 28.272000000000002 25.32 32.23
mean 0.5 22.448 18.53 26.2
mean 0.5625 19.894 17.16 23.76
mean 0.625 16.104 11.97 18.61
mean 0.6875 15.264 11.34 17.55
mean 0.75 13.768 11.26 16.72
mean 0.8125 12.116 8.83 14.52
mean 0.875 11.846 9.37 14.09
mean 0.9375 9.548000000000002 7.92 12.06
mean 1 8.656 8.02 9.69
mean 1.0625 8.559999999999999 6.95 11.77
mean 1.125 8.612 7.14 11.74
mean 1.1875 8.446 7.01 9.33
mean 1.25 7.497999999999999 6.13 8.23
mean 1.3125 7.581999999999999 6.32 9.75
mean 1.375 7.294 6.21 8.25
mean 1.4375 6.720000000000001 6.1 7.2
mean 1.5 7.392 6.07 9.65
mean 1.5625 7.254 5.32 10.37
mean 1.625 6.272 5.71 6.82
mean 1.6875 6.62 5.45 9.32
mean 1.75 5.856 5.46 6.42
mean 1.8125 5.787999999999999 5.34 6.15
mean 1.875 5.5600000000000005 5.03 6.19
mean 1.9375 5.784 4.66 7.41
mean 2 5.214 4.67 6.05
mean 2.0625 5.217999999999999 4.38 7.01
mean 2.125 5.42 4.69 6.47
mean 2.1875 5.882 4.25 7.43
mean 2.25 4.636000000000001 4.09 5.4
mean 2.3125 4.79 3.93 5.88
mean 2.375 5.328 4.75 5.83
mean 2.4375 4.868 4.73 5.11
mean 2.5 4.488 4.04 5.81
mean 2.5625 5.066 4.18 6.44
mean 2.625 4.787999999999999 3.88 6.1
mean 2.6875 4.3839999999999995 4 4.74
mean 2.75 5.198 3.85 8.2
mean 2.8125 4.576 3.96 5.23
mean 2.875 4.658 3.77 6.83
mean 2.9375 4.36 3.44 5.22
mean 3 4.284 3.74 4.97
mean 3.0625 4.086 3.47 4.55
mean 3.125 3.9579999999999997 3.5 4.58
mean 3.1875 4.074 3.67 4.59
mean 3.25 4.032 3.35 5.13
mean 3.3125 4.104 3.8 4.31
mean 3.375 3.9760000000000004 3.44 5.19
mean 3.4375 3.9200000000000004 3.46 4.53
mean 3.5 3.818 3.2 4.46
mean 3.5625 4.016 3.45 4.71
mean 3.625 3.886 3.43 4.74
mean 3.6875 3.8260000000000005 3.2 6.05
mean 3.75 3.9580000000000006 3.41 4.86
mean 3.8125 4.25 3.41 5.78
mean 3.875 3.786 3.36 4.44
mean 3.9375 3.518 3.12 3.97
mean 4 4.186 3.48 5.77
mean 4.0625 3.6439999999999997 3 4.38
mean 4.125 3.5199999999999996 3.07 4.1
mean 4.1875 3.3 3.03 3.71
mean 4.25 3.6380000000000003 2.94 4.19
mean 4.3125 3.4859999999999998 2.77 3.93
mean 4.375 3.3659999999999997 3.01 3.76
mean 4.4375 3.1660000000000004 2.88 3.45
mean 4.5 3.3339999999999996 2.76 3.56
mean 4.5625 3.2560000000000002 2.71 3.61
mean 4.625 3.194 2.76 3.62
mean 4.6875 3.692 2.74 4.92
mean 4.75 3.3739999999999997 3.06 3.63
mean 4.8125 3.194 2.84 3.71
mean 4.875 3.048 2.96 3.16
mean 4.9375 3.4639999999999995 3.15 3.8
mean 5 3.122 2.77 3.48
mean 5.0625 2.894 2.52 3.19
mean 5.125 3.098 2.7 3.68
mean 5.1875 3.008 2.76 3.41
mean 5.25 3.1260000000000003 2.74 3.37
mean 5.3125 3.164 2.85 3.41
mean 5.375 3.2659999999999996 2.75 4.02
mean 5.4375 3.072 2.82 3.74
mean 5.5 3.1380000000000003 2.74 3.86
mean 5.5625 3.6740000000000004 3.01 5.03
mean 5.625 2.9859999999999998 2.74 3.26
mean 5.6875 3.222 2.61 3.69
mean 5.75 3.04 2.54 3.51
mean 5.8125 3.3959999999999995 2.61 3.94
mean 5.875 3.278 2.75 3.63
mean 5.9375 2.966 2.78 3.12
mean 6 3.008 2.89 3.1
EOD
lines[3] = ' 1 2 3 4'

panel_title[4] = 'rate 0.1, MNIST'
note[4] = ''
$p4s1 << EOD
median 0.0625 88.65 NaN NaN
median 0.125 88.65 NaN NaN
median 0.1875 75.38 NaN NaN
median 0.25 66.21 NaN NaN
median 0.3125 39.58 NaN NaN
median 0.375 28.94 NaN NaN
median 0.4375 20.81 NaN NaN
median 0.5 18.97 NaN NaN
median 0.5625 17.22 NaN NaN
median 0.625 13.54 NaN NaN
median 0.6875 15.43 NaN NaN
median 0.75 13.38 NaN NaN
median 0.8125 10.64 NaN NaN
median 0.875 10.91 NaN NaN
median 0.9375 9.59 NaN NaN
median 1 14.52 NaN NaN
median 1.0625 15.16 NaN NaN
median 1.125 10.09 NaN NaN
median 1.1875 10.71 NaN NaN
median 1.25 9.72 NaN NaN
median 1.3125 9.31 NaN NaN
median 1.375 8.71 NaN NaN
median 1.4375 9.17 NaN NaN
median 1.5 7.06 NaN NaN
median 1.5625 6.96 NaN NaN
median 1.625 8.06 NaN NaN
median 1.6875 7.44 NaN NaN
median 1.75 7.77 NaN NaN
median 1.8125 9.91 NaN NaN
median 1.875 7.58 NaN NaN
median 1.9375 10.14 NaN NaN
median 2 6.24 NaN NaN
median 2.0625 8.52 NaN NaN
median 2.125 6.46 NaN NaN
median 2.1875 8.57 NaN NaN
median 2.25 6.85 NaN NaN
median 2.3125 7.27 NaN NaN
median 2.375 9.59 NaN NaN
median 2.4375 7.62 NaN NaN
median 2.5 9.95 NaN NaN
median 2.5625 7.34 NaN NaN
median 2.625 6.27 NaN NaN
median 2.6875 8.38 NaN NaN
median 2.75 7.78 NaN NaN
median 2.8125 8 NaN NaN
median 2.875 6.4 NaN NaN
median 2.9375 6.28 NaN NaN
median 3 8.42 NaN NaN
median 3.0625 6.7 NaN NaN
median 3.125 6.49 NaN NaN
median 3.1875 6.08 NaN NaN
median 3.25 6.31 NaN NaN
median 3.3125 6.06 NaN NaN
median 3.375 5.86 NaN NaN
median 3.4375 5.3 NaN NaN
median 3.5 4.88 NaN NaN
median 3.5625 5.42 NaN NaN
median 3.625 5.82 NaN NaN
median 3.6875 5.03 NaN NaN
median 3.75 5.93 NaN NaN
median 3.8125 5.45 NaN NaN
median 3.875 5.59 NaN NaN
median 3.9375 6.31 NaN NaN
median 4 5.79 NaN NaN
median 4.0625 5.87 NaN NaN
median 4.125 4.88 NaN NaN
median 4.1875 4.77 NaN NaN
median 4.25 4.47 NaN NaN
median 4.3125 4.67 NaN NaN
median 4.375 5.24 NaN NaN
median 4.4375 4.89 NaN NaN
median 4.5 4.86 NaN NaN
median 4.5625 6.08 NaN NaN
median 4.625 6.92 NaN NaN
median 4.6875 5.28 NaN NaN
median 4.75 5.11 NaN NaN
median 4.8125 4.03 NaN NaN
median 4.875 5.46 NaN NaN
median 4.9375 7.04 NaN NaN
median 5 5.33 NaN NaN
median 5.0625 5.21 NaN NaN
median 5.125 4.58 NaN NaN
median 5.1875 4.16 NaN NaN
median 5.25 4.8 NaN NaN
median 5.3125 4.54 NaN NaN
median 5.375 4.86 NaN NaN
median 5.4375 5.46 NaN NaN
median 5.5 5.04 NaN NaN
median 5.5625 4.22 NaN NaN
median 5.625 5.9 NaN NaN
median 5.6875 4.8 NaN NaN
median 5.75 5.38 NaN NaN
median 5.8125 5.58 NaN NaN
median 5.875 5 NaN NaN
median 5.9375 4.49 NaN NaN
median 6 4.81 NaN NaN
seed 0.0625 88.64 NaN NaN
seed 0.125 80.84 NaN NaN
seed 0.1875 68.69 NaN NaN
seed 0.25 44.29 NaN NaN
seed 0.3125 27.3 NaN NaN
seed 0.375 25.61 NaN NaN
seed 0.4375 20.81 NaN NaN
seed 0.5 18.97 NaN NaN
seed 0.5625 16.3 NaN NaN
seed 0.625 11.85 NaN NaN
seed 0.6875 15.43 NaN NaN
seed 0.75 13.38 NaN NaN
seed 0.8125 10.64 NaN NaN
seed 0.875 10.91 NaN NaN
seed 0.9375 9.59 NaN NaN
seed 1 14.52 NaN NaN
seed 1.0625 15.16 NaN NaN
seed 1.125 10.09 NaN NaN
seed 1.1875 10.71 NaN NaN
seed 1.25 9.72 NaN NaN
seed 1.3125 9.07 NaN NaN
seed 1.375 8.71 NaN NaN
seed 1.4375 9.17 NaN NaN
seed 1.5 7.06 NaN NaN
seed 1.5625 6.96 NaN NaN
seed 1.625 8.06 NaN NaN
seed 1.6875 7.28 NaN NaN
seed 1.75 7.77 NaN NaN
seed 1.8125 9.91 NaN NaN
seed 1.875 7.58 NaN NaN
seed 1.9375 10.14 NaN NaN
seed 2 6.24 NaN NaN
seed 2.0625 8.52 NaN NaN
seed 2.125 6.46 NaN NaN
seed 2.1875 8.57 NaN NaN
seed 2.25 6.85 NaN NaN
seed 2.3125 7.27 NaN NaN
seed 2.375 9.59 NaN NaN
seed 2.4375 7.62 NaN NaN
seed 2.5 6.76 NaN NaN
seed 2.5625 7.34 NaN NaN
seed 2.625 6.27 NaN NaN
seed 2.6875 8.38 NaN NaN
seed 2.75 7.78 NaN NaN
seed 2.8125 8 NaN NaN
seed 2.875 6.4 NaN NaN
seed 2.9375 6.28 NaN NaN
seed 3 8.42 NaN NaN
seed 3.0625 6.7 NaN NaN
seed 3.125 6.49 NaN NaN
seed 3.1875 6.08 NaN NaN
seed 3.25 6.31 NaN NaN
seed 3.3125 6.06 NaN NaN
seed 3.375 5.39 NaN NaN
seed 3.4375 5.3 NaN NaN
seed 3.5 4.87 NaN NaN
seed 3.5625 5.42 NaN NaN
seed 3.625 5.15 NaN NaN
seed 3.6875 4.58 NaN NaN
seed 3.75 4.82 NaN NaN
seed 3.8125 5.45 NaN NaN
seed 3.875 5.59 NaN NaN
seed 3.9375 6.31 NaN NaN
seed 4 5.79 NaN NaN
seed 4.0625 5.87 NaN NaN
seed 4.125 4.88 NaN NaN
seed 4.1875 4.77 NaN NaN
seed 4.25 4.47 NaN NaN
seed 4.3125 4.67 NaN NaN
seed 4.375 4.53 NaN NaN
seed 4.4375 4.89 NaN NaN
seed 4.5 4.29 NaN NaN
seed 4.5625 6.08 NaN NaN
seed 4.625 6.19 NaN NaN
seed 4.6875 5.28 NaN NaN
seed 4.75 5.11 NaN NaN
seed 4.8125 4.03 NaN NaN
seed 4.875 5.46 NaN NaN
seed 4.9375 7.04 NaN NaN
seed 5 5.33 NaN NaN
seed 5.0625 5.21 NaN NaN
seed 5.125 4.02 NaN NaN
seed 5.1875 4.16 NaN NaN
seed 5.25 4.8 NaN NaN
seed 5.3125 4.54 NaN NaN
seed 5.375 4.86 NaN NaN
seed 5.4375 5.46 NaN NaN
seed 5.5 4.71 NaN NaN
seed 5.5625 4.07 NaN NaN
seed 5.625 5.9 NaN NaN
seed 5.6875 4.8 NaN NaN
seed 5.75 5.38 NaN NaN
seed 5.8125 5.58 NaN NaN
seed 5.875 3.78 NaN NaN
seed 5.9375 4.49 NaN NaN
seed 6 4.61 NaN NaN

seed 0.0625 88.65 NaN NaN
seed 0.125 88.77 NaN NaN
seed 0.1875 75.38 NaN NaN
seed 0.25 66.21 NaN NaN
seed 0.3125 30.65 NaN NaN
seed 0.375 20.3 NaN NaN
seed 0.4375 18.66 NaN NaN
seed 0.5 14.06 NaN NaN
seed 0.5625 17.22 NaN NaN
seed 0.625 11.12 NaN NaN
seed 0.6875 9.71 NaN NaN
seed 0.75 7.42 NaN NaN
seed 0.8125 7.66 NaN NaN
seed 0.875 9.59 NaN NaN
seed 0.9375 6.18 NaN NaN
seed 1 10.15 NaN NaN
seed 1.0625 7.85 NaN NaN
seed 1.125 6.87 NaN NaN
seed 1.1875 6.23 NaN NaN
seed 1.25 7.01 NaN NaN
seed 1.3125 7.33 NaN NaN
seed 1.375 5.28 NaN NaN
seed 1.4375 6.59 NaN NaN
seed 1.5 6.03 NaN NaN
seed 1.5625 5.62 NaN NaN
seed 1.625 6.24 NaN NaN
seed 1.6875 5.77 NaN NaN
seed 1.75 5.71 NaN NaN
seed 1.8125 5.59 NaN NaN
seed 1.875 6.58 NaN NaN
seed 1.9375 6.39 NaN NaN
seed 2 5.13 NaN NaN
seed 2.0625 7.35 NaN NaN
seed 2.125 4.89 NaN NaN
seed 2.1875 4.51 NaN NaN
seed 2.25 5.11 NaN NaN
seed 2.3125 4.76 NaN NaN
seed 2.375 5.05 NaN NaN
seed 2.4375 4.15 NaN NaN
seed 2.5 9.95 NaN NaN
seed 2.5625 5.74 NaN NaN
seed 2.625 4.59 NaN NaN
seed 2.6875 6.4 NaN NaN
seed 2.75 4.34 NaN NaN
seed 2.8125 5.19 NaN NaN
seed 2.875 5.6 NaN NaN
seed 2.9375 4.58 NaN NaN
seed 3 4.27 NaN NaN
seed 3.0625 4.06 NaN NaN
seed 3.125 4.38 NaN NaN
seed 3.1875 4.85 NaN NaN
seed 3.25 4.84 NaN NaN
seed 3.3125 4.53 NaN NaN
seed 3.375 5.86 NaN NaN
seed 3.4375 3.38 NaN NaN
seed 3.5 4.88 NaN NaN
seed 3.5625 4.62 NaN NaN
seed 3.625 5.82 NaN NaN
seed 3.6875 4.16 NaN NaN
seed 3.75 5.93 NaN NaN
seed 3.8125 5.44 NaN NaN
seed 3.875 5.48 NaN NaN
seed 3.9375 4.34 NaN NaN
seed 4 4.24 NaN NaN
seed 4.0625 3.63 NaN NaN
seed 4.125 4.42 NaN NaN
seed 4.1875 3.81 NaN NaN
seed 4.25 3.74 NaN NaN
seed 4.3125 3.52 NaN NaN
seed 4.375 5.24 NaN NaN
seed 4.4375 4.2 NaN NaN
seed 4.5 4.23 NaN NaN
seed 4.5625 4.82 NaN NaN
seed 4.625 6.92 NaN NaN
seed 4.6875 4.89 NaN NaN
seed 4.75 4.06 NaN NaN
seed 4.8125 3.72 NaN NaN
seed 4.875 4.45 NaN NaN
seed 4.9375 4.77 NaN NaN
seed 5 3.33 NaN NaN
seed 5.0625 3.67 NaN NaN
seed 5.125 3.36 NaN NaN
seed 5.1875 3.46 NaN NaN
seed 5.25 3.85 NaN NaN
seed 5.3125 4.45 NaN NaN
seed 5.375 3.87 NaN NaN
seed 5.4375 4.16 NaN NaN
seed 5.5 5.04 NaN NaN
seed 5.5625 4.22 NaN NaN
seed 5.625 4.22 NaN NaN
seed 5.6875 4.65 NaN NaN
seed 5.75 4.33 NaN NaN
seed 5.8125 4.18 NaN NaN
seed 5.875 3.39 NaN NaN
seed 5.9375 4.08 NaN NaN
seed 6 3.79 NaN NaN

seed 0.0625 90.26 NaN NaN
seed 0.125 88.65 NaN NaN
seed 0.1875 88.65 NaN NaN
seed 0.25 88.65 NaN NaN
seed 0.3125 89.68 NaN NaN
seed 0.375 88.65 NaN NaN
seed 0.4375 88.65 NaN NaN
seed 0.5 88.65 NaN NaN
seed 0.5625 88.65 NaN NaN
seed 0.625 89.9 NaN NaN
seed 0.6875 88.65 NaN NaN
seed 0.75 88.65 NaN NaN
seed 0.8125 88.65 NaN NaN
seed 0.875 89.72 NaN NaN
seed 0.9375 88.65 NaN NaN
seed 1 89.91 NaN NaN
seed 1.0625 90.42 NaN NaN
seed 1.125 90.18 NaN NaN
seed 1.1875 88.65 NaN NaN
seed 1.25 90.2 NaN NaN
seed 1.3125 88.65 NaN NaN
seed 1.375 88.65 NaN NaN
seed 1.4375 89.72 NaN NaN
seed 1.5 80.49 NaN NaN
seed 1.5625 88.65 NaN NaN
seed 1.625 78.16 NaN NaN
seed 1.6875 69.78 NaN NaN
seed 1.75 65.11 NaN NaN
seed 1.8125 65.71 NaN NaN
seed 1.875 60.1 NaN NaN
seed 1.9375 51.68 NaN NaN
seed 2 42.02 NaN NaN
seed 2.0625 44.47 NaN NaN
seed 2.125 34.56 NaN NaN
seed 2.1875 24.2 NaN NaN
seed 2.25 22.68 NaN NaN
seed 2.3125 19.44 NaN NaN
seed 2.375 19.56 NaN NaN
seed 2.4375 19.59 NaN NaN
seed 2.5 15.27 NaN NaN
seed 2.5625 23.41 NaN NaN
seed 2.625 17.1 NaN NaN
seed 2.6875 16.31 NaN NaN
seed 2.75 12.66 NaN NaN
seed 2.8125 15.57 NaN NaN
seed 2.875 15.95 NaN NaN
seed 2.9375 14.43 NaN NaN
seed 3 14.63 NaN NaN
seed 3.0625 13.1 NaN NaN
seed 3.125 13.4 NaN NaN
seed 3.1875 10.92 NaN NaN
seed 3.25 10.64 NaN NaN
seed 3.3125 30.04 NaN NaN
seed 3.375 38.08 NaN NaN
seed 3.4375 49.47 NaN NaN
seed 3.5 26.11 NaN NaN
seed 3.5625 25.34 NaN NaN
seed 3.625 25.06 NaN NaN
seed 3.6875 19.32 NaN NaN
seed 3.75 25.62 NaN NaN
seed 3.8125 24.98 NaN NaN
seed 3.875 19.14 NaN NaN
seed 3.9375 17.82 NaN NaN
seed 4 15.55 NaN NaN
seed 4.0625 17.54 NaN NaN
seed 4.125 14.89 NaN NaN
seed 4.1875 17.17 NaN NaN
seed 4.25 13.81 NaN NaN
seed 4.3125 14.5 NaN NaN
seed 4.375 15.41 NaN NaN
seed 4.4375 13.69 NaN NaN
seed 4.5 13.97 NaN NaN
seed 4.5625 15.63 NaN NaN
seed 4.625 10.86 NaN NaN
seed 4.6875 13.09 NaN NaN
seed 4.75 13.51 NaN NaN
seed 4.8125 12.96 NaN NaN
seed 4.875 10.29 NaN NaN
seed 4.9375 11.13 NaN NaN
seed 5 10.03 NaN NaN
seed 5.0625 10.23 NaN NaN
seed 5.125 11.33 NaN NaN
seed 5.1875 10.27 NaN NaN
seed 5.25 12.28 NaN NaN
seed 5.3125 10.02 NaN NaN
seed 5.375 10.37 NaN NaN
seed 5.4375 10.29 NaN NaN
seed 5.5 10.9 NaN NaN
seed 5.5625 9.86 NaN NaN
seed 5.625 9.98 NaN NaN
seed 5.6875 7.93 NaN NaN
seed 5.75 8.06 NaN NaN
seed 5.8125 10.15 NaN NaN
seed 5.875 8.47 NaN NaN
seed 5.9375 7.64 NaN NaN
seed 6 9.81 NaN NaN

seed 0.0625 88.65 NaN NaN
seed 0.125 88.65 NaN NaN
seed 0.1875 88.65 NaN NaN
seed 0.25 89.9 NaN NaN
seed 0.3125 90.42 NaN NaN
seed 0.375 88.65 NaN NaN
seed 0.4375 90.2 NaN NaN
seed 0.5 89.9 NaN NaN
seed 0.5625 90.18 NaN NaN
seed 0.625 89.9 NaN NaN
seed 0.6875 89.91 NaN NaN
seed 0.75 88.65 NaN NaN
seed 0.8125 88.65 NaN NaN
seed 0.875 89.72 NaN NaN
seed 0.9375 89.72 NaN NaN
seed 1 88.65 NaN NaN
seed 1.0625 90.18 NaN NaN
seed 1.125 88.65 NaN NaN
seed 1.1875 89.72 NaN NaN
seed 1.25 88.65 NaN NaN
seed 1.3125 89.91 NaN NaN
seed 1.375 89.72 NaN NaN
seed 1.4375 89.9 NaN NaN
seed 1.5 88.65 NaN NaN
seed 1.5625 88.65 NaN NaN
seed 1.625 88.65 NaN NaN
seed 1.6875 88.65 NaN NaN
seed 1.75 88.65 NaN NaN
seed 1.8125 90.26 NaN NaN
seed 1.875 89.72 NaN NaN
seed 1.9375 88.65 NaN NaN
seed 2 88.65 NaN NaN
seed 2.0625 88.65 NaN NaN
seed 2.125 89.9 NaN NaN
seed 2.1875 88.65 NaN NaN
seed 2.25 89.91 NaN NaN
seed 2.3125 90.26 NaN NaN
seed 2.375 89.72 NaN NaN
seed 2.4375 88.65 NaN NaN
seed 2.5 89.91 NaN NaN
seed 2.5625 89.72 NaN NaN
seed 2.625 88.65 NaN NaN
seed 2.6875 89.9 NaN NaN
seed 2.75 89.9 NaN NaN
seed 2.8125 88.65 NaN NaN
seed 2.875 88.65 NaN NaN
seed 2.9375 88.65 NaN NaN
seed 3 89.9 NaN NaN
seed 3.0625 89.91 NaN NaN
seed 3.125 90.18 NaN NaN
seed 3.1875 88.65 NaN NaN
seed 3.25 88.65 NaN NaN
seed 3.3125 89.68 NaN NaN
seed 3.375 88.65 NaN NaN
seed 3.4375 88.65 NaN NaN
seed 3.5 88.65 NaN NaN
seed 3.5625 89.9 NaN NaN
seed 3.625 88.65 NaN NaN
seed 3.6875 89.72 NaN NaN
seed 3.75 90.2 NaN NaN
seed 3.8125 90.2 NaN NaN
seed 3.875 88.65 NaN NaN
seed 3.9375 89.72 NaN NaN
seed 4 88.65 NaN NaN
seed 4.0625 89.9 NaN NaN
seed 4.125 89.9 NaN NaN
seed 4.1875 90.2 NaN NaN
seed 4.25 88.65 NaN NaN
seed 4.3125 89.91 NaN NaN
seed 4.375 90.2 NaN NaN
seed 4.4375 89.72 NaN NaN
seed 4.5 89.72 NaN NaN
seed 4.5625 88.65 NaN NaN
seed 4.625 88.65 NaN NaN
seed 4.6875 88.65 NaN NaN
seed 4.75 88.65 NaN NaN
seed 4.8125 88.65 NaN NaN
seed 4.875 88.65 NaN NaN
seed 4.9375 89.91 NaN NaN
seed 5 89.72 NaN NaN
seed 5.0625 88.65 NaN NaN
seed 5.125 90.2 NaN NaN
seed 5.1875 88.65 NaN NaN
seed 5.25 88.65 NaN NaN
seed 5.3125 88.65 NaN NaN
seed 5.375 89.72 NaN NaN
seed 5.4375 90.26 NaN NaN
seed 5.5 88.65 NaN NaN
seed 5.5625 90.2 NaN NaN
seed 5.625 88.65 NaN NaN
seed 5.6875 89.91 NaN NaN
seed 5.75 90.42 NaN NaN
seed 5.8125 89.72 NaN NaN
seed 5.875 88.65 NaN NaN
seed 5.9375 89.91 NaN NaN
seed 6 88.65 NaN NaN

seed 0.0625 83.66 NaN NaN
seed 0.125 65.95 NaN NaN
seed 0.1875 37.96 NaN NaN
seed 0.25 51.93 NaN NaN
seed 0.3125 39.58 NaN NaN
seed 0.375 28.94 NaN NaN
seed 0.4375 19.29 NaN NaN
seed 0.5 14.84 NaN NaN
seed 0.5625 12.7 NaN NaN
seed 0.625 13.54 NaN NaN
seed 0.6875 8.01 NaN NaN
seed 0.75 9.23 NaN NaN
seed 0.8125 8.36 NaN NaN
seed 0.875 8.36 NaN NaN
seed 0.9375 7.97 NaN NaN
seed 1 7.54 NaN NaN
seed 1.0625 6.77 NaN NaN
seed 1.125 6.89 NaN NaN
seed 1.1875 6.15 NaN NaN
seed 1.25 6.57 NaN NaN
seed 1.3125 9.31 NaN NaN
seed 1.375 6.7 NaN NaN
seed 1.4375 5.74 NaN NaN
seed 1.5 5.56 NaN NaN
seed 1.5625 4.85 NaN NaN
seed 1.625 5.09 NaN NaN
seed 1.6875 7.44 NaN NaN
seed 1.75 4.53 NaN NaN
seed 1.8125 4.72 NaN NaN
seed 1.875 4.87 NaN NaN
seed 1.9375 4.65 NaN NaN
seed 2 5.41 NaN NaN
seed 2.0625 5.1 NaN NaN
seed 2.125 5.46 NaN NaN
seed 2.1875 4.07 NaN NaN
seed 2.25 4.84 NaN NaN
seed 2.3125 4.43 NaN NaN
seed 2.375 5.25 NaN NaN
seed 2.4375 5.2 NaN NaN
seed 2.5 4.21 NaN NaN
seed 2.5625 4.7 NaN NaN
seed 2.625 4.25 NaN NaN
seed 2.6875 4.07 NaN NaN
seed 2.75 4.48 NaN NaN
seed 2.8125 4.7 NaN NaN
seed 2.875 4.63 NaN NaN
seed 2.9375 4.96 NaN NaN
seed 3 4.14 NaN NaN
seed 3.0625 4.64 NaN NaN
seed 3.125 5.23 NaN NaN
seed 3.1875 5.28 NaN NaN
seed 3.25 3.83 NaN NaN
seed 3.3125 5.52 NaN NaN
seed 3.375 5.26 NaN NaN
seed 3.4375 3.86 NaN NaN
seed 3.5 4.03 NaN NaN
seed 3.5625 4.28 NaN NaN
seed 3.625 3.97 NaN NaN
seed 3.6875 5.03 NaN NaN
seed 3.75 3.82 NaN NaN
seed 3.8125 4.44 NaN NaN
seed 3.875 4.56 NaN NaN
seed 3.9375 3.8 NaN NaN
seed 4 4.05 NaN NaN
seed 4.0625 4.02 NaN NaN
seed 4.125 3.83 NaN NaN
seed 4.1875 4.03 NaN NaN
seed 4.25 3.29 NaN NaN
seed 4.3125 2.87 NaN NaN
seed 4.375 3.09 NaN NaN
seed 4.4375 3.23 NaN NaN
seed 4.5 4.86 NaN NaN
seed 4.5625 3.3 NaN NaN
seed 4.625 3.48 NaN NaN
seed 4.6875 3.06 NaN NaN
seed 4.75 3.23 NaN NaN
seed 4.8125 3.82 NaN NaN
seed 4.875 3.43 NaN NaN
seed 4.9375 3.68 NaN NaN
seed 5 3.86 NaN NaN
seed 5.0625 4.68 NaN NaN
seed 5.125 4.58 NaN NaN
seed 5.1875 3.93 NaN NaN
seed 5.25 3.79 NaN NaN
seed 5.3125 4.39 NaN NaN
seed 5.375 3.89 NaN NaN
seed 5.4375 3.69 NaN NaN
seed 5.5 3.68 NaN NaN
seed 5.5625 3.66 NaN NaN
seed 5.625 3.07 NaN NaN
seed 5.6875 3.75 NaN NaN
seed 5.75 3.21 NaN NaN
seed 5.8125 4.34 NaN NaN
seed 5.875 5 NaN NaN
seed 5.9375 4.04 NaN NaN
seed 6 4.81 NaN NaN
EOD
$p4s2 << EOD
mean 0.0625 44.862 38.17 54.31
mean 0.125 30.99 19.75 43.28
mean 0.1875 23.65 11.45 37.41
mean 0.25 16.889999999999997 12.74 25.04
mean 0.3125 12.394 8.28 21.25
mean 0.375 10.190000000000001 5.77 17.25
mean 0.4375 10.913999999999998 6.37 17.13
mean 0.5 8.402000000000001 5.16 13.58
mean 0.5625 6.356 5.83 7.4
mean 0.625 7.973999999999999 4.36 16.15
mean 0.6875 6.978 5.16 10.48
mean 0.75 7.456 4.84 11.48
mean 0.8125 5.25 4.1 6.57
mean 0.875 7.843999999999999 5.86 9.53
mean 0.9375 5.6979999999999995 4.02 9.23
mean 1 5.574 4.04 8.39
mean 1.0625 4.218000000000001 3.3 5.21
mean 1.125 4.5120000000000005 3.31 5.59
mean 1.1875 5.268000000000001 3.91 6.68
mean 1.25 3.7979999999999996 2.93 5.43
mean 1.3125 3.882 3.22 4.61
mean 1.375 3.3980000000000006 2.59 4.37
mean 1.4375 4.9079999999999995 2.59 9.99
mean 1.5 4.084 3.11 5.63
mean 1.5625 4.71 2.65 7.62
mean 1.625 3.4219999999999997 2.61 4.68
mean 1.6875 3.5780000000000003 2.78 4.78
mean 1.75 3.6660000000000004 2.46 5.38
mean 1.8125 3.028 2.44 4.67
mean 1.875 3.4579999999999997 3.05 4.3
mean 1.9375 3.3440000000000003 2.41 4.37
mean 2 2.976 2.49 3.71
mean 2.0625 3.098 2.26 3.81
mean 2.125 3.04 2.08 4.36
mean 2.1875 3.1759999999999997 2.37 4.15
mean 2.25 3.492 2.81 5.5
mean 2.3125 2.982 2.12 3.71
mean 2.375 3.068 2.22 4.58
mean 2.4375 2.65 2.58 2.75
mean 2.5 2.866 1.96 3.86
mean 2.5625 2.834 1.99 5.09
mean 2.625 2.814 2.32 3.16
mean 2.6875 2.6320000000000006 2.39 2.9
mean 2.75 2.9159999999999995 2.21 4.64
mean 2.8125 2.982 2.01 4.27
mean 2.875 2.9 2.47 3.44
mean 2.9375 3.217999999999999 2.13 5.61
mean 3 2.792 2.06 4.53
mean 3.0625 2.3920000000000003 1.89 3.05
mean 3.125 2.4259999999999997 2.17 2.68
mean 3.1875 2.2439999999999998 2.03 2.41
mean 3.25 2.566 2.1 3.24
mean 3.3125 2.3440000000000003 1.94 2.78
mean 3.375 2.064 1.7 2.67
mean 3.4375 2.302 1.74 2.91
mean 3.5 2.362 1.95 2.78
mean 3.5625 2.4199999999999995 2.02 2.9
mean 3.625 2.522 2.1 2.89
mean 3.6875 2.7340000000000004 2.26 3.8
mean 3.75 2.548 2.2 3.06
mean 3.8125 2.382 1.94 3.39
mean 3.875 2.4040000000000004 1.9 2.72
mean 3.9375 2.2600000000000002 1.74 2.59
mean 4 2.5360000000000005 1.96 3.04
mean 4.0625 2.3720000000000003 2.06 3.19
mean 4.125 2.934 1.96 4.36
mean 4.1875 2.074 1.77 2.34
mean 4.25 2.278 1.58 2.7
mean 4.3125 2.65 2.3 3.09
mean 4.375 2.456 2.11 2.94
mean 4.4375 2.4 1.9 3.3
mean 4.5 2.0599999999999996 1.72 2.55
mean 4.5625 2.228 1.9 2.79
mean 4.625 2.6959999999999997 1.64 3.35
mean 4.6875 2.3899999999999997 1.63 4.15
mean 4.75 1.9899999999999998 1.66 2.21
mean 4.8125 2.25 1.69 2.88
mean 4.875 2.2640000000000002 1.91 2.63
mean 4.9375 2.262 1.74 3.27
mean 5 2.04 1.75 2.29
mean 5.0625 1.9460000000000002 1.56 2.13
mean 5.125 1.984 1.49 2.41
mean 5.1875 1.97 1.74 2.23
mean 5.25 1.862 1.71 2.22
mean 5.3125 2.056 1.89 2.43
mean 5.375 1.7540000000000002 1.59 1.87
mean 5.4375 2.112 1.9 2.4
mean 5.5 1.982 1.78 2.4
mean 5.5625 2.27 1.66 3.88
mean 5.625 2.1580000000000004 1.89 2.68
mean 5.6875 2.322 1.98 2.61
mean 5.75 2.1900000000000004 1.65 3.35
mean 5.8125 2.056 1.76 2.43
mean 5.875 2.156 1.56 3.16
mean 5.9375 1.814 1.59 2.05
mean 6 2.02 1.68 2.53
EOD
$p4s3 << EOD
mean 0.0625 76.146 63.58 88.15
mean 0.125 60.60999999999999 49.33 68.9
mean 0.1875 45.574000000000005 32.29 54.42
mean 0.25 28.782 19.05 35.7
mean 0.3125 22.32 19.98 26.81
mean 0.375 21.630000000000003 19.68 26.34
mean 0.4375 16.312 10.57 20.72
mean 0.5 13.301999999999998 11.43 15.51
mean 0.5625 9.998000000000001 8.12 12.5
mean 0.625 9.824000000000002 7.44 14.08
mean 0.6875 8.618 7.2 9.57
mean 0.75 8.303999999999998 7.32 9.93
mean 0.8125 7.2379999999999995 6.33 8.77
mean 0.875 6.786 5.4 7.46
mean 0.9375 7.87 6.09 12.47
mean 1 7.696000000000001 5.31 10.68
mean 1.0625 6.892 4.92 8.87
mean 1.125 6.223999999999999 5.04 7.98
mean 1.1875 6.066 5.13 7.28
mean 1.25 5.031999999999999 4.35 5.81
mean 1.3125 5.3919999999999995 4.6 6.12
mean 1.375 6.058 5 7.22
mean 1.4375 5.1579999999999995 4.42 6.11
mean 1.5 5.266 4.47 5.88
mean 1.5625 4.827999999999999 4 5.84
mean 1.625 4.456 4.07 4.84
mean 1.6875 4.676 3.96 5.63
mean 1.75 4.64 3.7 5.72
mean 1.8125 5.088 3.86 6.22
mean 1.875 4.206 3.84 4.61
mean 1.9375 4.644 3.98 5.61
mean 2 4.188 3.53 4.6
mean 2.0625 3.832 3.5 4.1
mean 2.125 4.188000000000001 3.62 5.25
mean 2.1875 4.114 3.59 4.51
mean 2.25 4.056 3.28 4.87
mean 2.3125 4.078 3.46 4.95
mean 2.375 4.008 3.13 4.91
mean 2.4375 3.7900000000000005 2.89 4.3
mean 2.5 3.614 3.08 4.22
mean 2.5625 3.5479999999999996 3.1 4.38
mean 2.625 4.584 3.59 5.77
mean 2.6875 4.01 3.42 5.19
mean 2.75 4.004 3.53 4.66
mean 2.8125 3.8 3.2 5.19
mean 2.875 4.037999999999999 3.36 5.98
mean 2.9375 3.4239999999999995 3.26 3.73
mean 3 4.296 3.23 6.51
mean 3.0625 3.198 2.7 3.58
mean 3.125 3.2039999999999997 2.54 3.59
mean 3.1875 3.316 2.6 4.22
mean 3.25 3.442 2.94 4.06
mean 3.3125 3.1120000000000005 2.46 3.82
mean 3.375 3.2340000000000004 2.7 3.87
mean 3.4375 2.8659999999999997 2.56 3.34
mean 3.5 3.25 2.65 4.47
mean 3.5625 3.072 2.7 4.13
mean 3.625 3.44 2.84 3.74
mean 3.6875 3.0020000000000002 2.34 3.46
mean 3.75 3.086 2.41 3.95
mean 3.8125 2.982 2.66 3.27
mean 3.875 3.1019999999999994 2.44 4.12
mean 3.9375 2.6439999999999997 2.23 3.21
mean 4 3.306 2.43 3.79
mean 4.0625 2.826 2.23 3.24
mean 4.125 2.868 2.35 3.41
mean 4.1875 2.7800000000000002 2.05 3.26
mean 4.25 2.686 2.28 3.29
mean 4.3125 2.69 2.34 3.09
mean 4.375 2.784 2.37 3.43
mean 4.4375 2.752 2.3 3.01
mean 4.5 2.7279999999999998 2.55 2.92
mean 4.5625 2.528 2.12 2.79
mean 4.625 2.904 2.45 3.68
mean 4.6875 2.648 1.99 3.3
mean 4.75 2.656 2.23 3.24
mean 4.8125 2.9059999999999997 2.36 3.64
mean 4.875 2.672 2.15 2.98
mean 4.9375 2.932 2.44 3.7
mean 5 2.492 2.02 2.76
mean 5.0625 2.92 1.91 4.83
mean 5.125 2.516 2.01 3.02
mean 5.1875 2.554 2.37 2.7
mean 5.25 2.7939999999999996 2.21 3.58
mean 5.3125 2.7699999999999996 2.36 3.13
mean 5.375 2.5859999999999994 2.19 3.19
mean 5.4375 2.5479999999999996 1.9 3.63
mean 5.5 2.524 2.13 2.98
mean 5.5625 2.8040000000000003 2.37 3.41
mean 5.625 2.38 2.25 2.5
mean 5.6875 2.4139999999999997 2.18 2.71
mean 5.75 2.3200000000000003 2.01 2.51
mean 5.8125 2.448 1.94 2.62
mean 5.875 2.574 1.96 2.99
mean 5.9375 2.526 2.28 2.87
mean 6 2.54 2.07 3.08
EOD
$p4s4 << EOD
mean 0.0625 68.74600000000001 58.18 77.79
mean 0.125 45.562 37.53 56.1
mean 0.1875 30.472 25.98 35.45
mean 0.25 19.712 16.25 23.72
mean 0.3125 15.345999999999998 11.52 20.2
mean 0.375 14.62 10.36 20.71
mean 0.4375 10.334 8.03 13.6
mean 0.5 10.657999999999998 8.7 15.12
mean 0.5625 9.374 8.62 10.02
mean 0.625 7.182 6.37 8.25
mean 0.6875 6.136 5.21 6.75
mean 0.75 5.888 5.21 7.16
mean 0.8125 6.7299999999999995 5.46 7.74
mean 0.875 5.766000000000001 5.1 6.9
mean 0.9375 6.306 4.67 7.22
mean 1 6.37 4.97 9.72
mean 1.0625 6.104000000000001 5.14 8.28
mean 1.125 6.436 4.99 8.55
mean 1.1875 5.728 4.65 7.05
mean 1.25 4.974 4.11 6.54
mean 1.3125 4.76 4.25 5.96
mean 1.375 4.928 4.27 5.59
mean 1.4375 4.586 3.24 6.38
mean 1.5 4.612 3.36 6.03
mean 1.5625 3.896 3.64 4.17
mean 1.625 4.536 3.47 5.02
mean 1.6875 4.442 3.47 5.98
mean 1.75 4.224 3.36 5.75
mean 1.8125 4.029999999999999 3.5 5.26
mean 1.875 4.220000000000001 3.5 4.85
mean 1.9375 3.7540000000000004 3.15 5.2
mean 2 3.5420000000000003 2.99 4.15
mean 2.0625 3.5040000000000004 2.88 4.08
mean 2.125 3.4880000000000004 3.16 4.09
mean 2.1875 3.4539999999999997 2.62 4.67
mean 2.25 3.268 2.79 3.92
mean 2.3125 4.002 3.21 5.27
mean 2.375 3.4480000000000004 2.91 3.81
mean 2.4375 4.119999999999999 3.36 5.11
mean 2.5 3.3340000000000005 2.66 4.03
mean 2.5625 4.002000000000001 3.07 5.68
mean 2.625 3.664 2.92 5.41
mean 2.6875 3.224 2.92 3.73
mean 2.75 3.248 2.63 3.62
mean 2.8125 3.196 2.52 4.55
mean 2.875 3.1399999999999997 2.5 3.93
mean 2.9375 3.28 2.63 3.85
mean 3 3.222 2.25 4.22
mean 3.0625 3.226 2.86 4.18
mean 3.125 3.066 2.69 4.38
mean 3.1875 3.4599999999999995 2.36 5.27
mean 3.25 3.132 2.67 4.33
mean 3.3125 3.0599999999999996 2.32 3.94
mean 3.375 2.628 2.21 3.08
mean 3.4375 2.702 2.21 3.2
mean 3.5 2.8 2.41 3.19
mean 3.5625 3.052 2.59 3.87
mean 3.625 3.166 2.47 4.11
mean 3.6875 2.5780000000000003 2.07 3.42
mean 3.75 2.6740000000000004 2.5 2.92
mean 3.8125 2.46 2.23 3
mean 3.875 2.4699999999999998 2.18 2.84
mean 3.9375 2.5580000000000007 2.34 2.97
mean 4 2.7020000000000004 2.43 2.96
mean 4.0625 2.7619999999999996 2.3 3.25
mean 4.125 2.5260000000000002 2.09 3.01
mean 4.1875 2.5799999999999996 2.06 3.47
mean 4.25 2.5220000000000002 2.36 2.92
mean 4.3125 2.752 2.07 3.45
mean 4.375 2.6160000000000005 2.18 3.55
mean 4.4375 2.4 2.14 2.59
mean 4.5 2.5119999999999996 2.2 3.11
mean 4.5625 2.5100000000000002 2.13 2.96
mean 4.625 2.604 1.91 3.39
mean 4.6875 2.2159999999999997 1.88 2.41
mean 4.75 2.362 2.07 2.67
mean 4.8125 2.2079999999999997 1.94 2.43
mean 4.875 2.7380000000000004 2.39 3.27
mean 4.9375 2.6719999999999997 2.44 2.94
mean 5 2.4899999999999998 2.05 2.87
mean 5.0625 2.3939999999999997 2.12 2.84
mean 5.125 2.246 2.06 2.43
mean 5.1875 2.388 2.02 3.14
mean 5.25 2.118 1.8 2.32
mean 5.3125 2.2939999999999996 2.04 2.73
mean 5.375 2.246 2.02 2.49
mean 5.4375 2.348 2.02 2.74
mean 5.5 2.346 2.05 2.74
mean 5.5625 2.262 2.08 2.55
mean 5.625 2.1719999999999997 1.98 2.53
mean 5.6875 2.3339999999999996 1.96 2.61
mean 5.75 2.0900000000000003 1.67 2.52
mean 5.8125 2.1740000000000004 2.02 2.32
mean 5.875 2.5100000000000002 1.79 3.41
mean 5.9375 2.388 1.93 3.49
mean 6 2.298 1.79 2.83
EOD
lines[4] = ' 1 2 3 4'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of one's own (normlab plot --style) may be older than this.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# The number in s: gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# s in lines of at most n letters, broken at blanks where there are any; and the number of its lines.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# In lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# Text as it stands, and for LaTeX, where some letters mean something else. By halves: functions nest 250 deep at most.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# The same for a tick, whose text gnuplot takes for a format.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# On a y axis the last tick is near the end: a round number, if it is far enough from the one before.
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

# ---- Lines of the key: the line type of their norm, a variant for its second line, hollow points for printed values. ----

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

# ---- What the rows reach over, in one pass over them. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # means or medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; has_range = 0; has_median = 0; lost_count = 0; refused_count = 0
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band'
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# With more different x than ten, ticks are gnuplot's own.
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? (take(p, l), take(p, h), has_range = has_range || w ne 'band') : 0, \
    has_median = has_median || w eq 'median', \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# The lines that a panel has, by their look. Of an empty list nothing may be plotted, not even by a loop.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN
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

# The caption says how seeds are drawn.
if (seeds > 1 && template ne 'forest') {
    caption = caption . (band || bands || template eq 'heat' ? '' : has_range && curve ? '; bands: range of the seeds' : \
        has_range ? '; thin bars: range of the seeds' . (any_seeds ? ', each a faint point' : '') : ', every seed a ' . (seed_lines ? 'thin line' : 'faint point'))
    if (has_median && !medians) { caption = caption . '; medians' . (has_range && !band && any_seeds ? ' and every seed' : '') . ' where some fail to learn' }
}

# x in order.
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

# Trials without a value: panel, line, x, their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# The key of n_key lines: as many columns as fit.
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

# What stands above the panels, and the strip of the y label beside them.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
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
# The plot that makes the key: what(k) is the style of its line k, where in_key(k).
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# A part of a plot statement for each line of a list, none for an empty list. what: the part from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# What a row gives as x when it is one of these words; rows of others are not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it; or else those side by side.
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

# Marks for diverged trials stand above a panel: a row for each line that has some.
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

# All panels have the margin that the widest ticks need: axes above each other then begin at the same x, and all are equally
# wide. In a text terminal a letter is one unit wide, as are margins. gnuplot's own ticks meet on axes of few lines.
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
# Text above the axes stands in their middle, which ticks push to the right; in small multiples, over ticks and axes.
middle(p) = with_faint ? sprintf('screen %.17g', (left_inch + ((p - 1) % panel_columns + 0.5)*cell_inch)/width) : 'graph 0.5'
off_middle = with_faint ? 0 : max(0, (left_letters - 1.5 - guide_letters)*1.15*char_inch)
text_inch = min(0.82*cell_inch, max(0.5*cell_inch, 0.98*cell_inch - off_middle))
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# Small multiples have smaller titles where some would take more than two lines.
small_titles = 0
do for [p = 1:panels] { small_titles = small_titles || (with_faint && strlen(panel_title[p]) > 2*letters(text_inch, 1)) }
title_letters = letters(text_inch, !small_titles)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
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

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
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
# In a text terminal, which has no y label, it stands in the panel's title, as does what diverged.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then, those of each line in the gaps of the others'. Few stand
# apart, each line's a little aside, with their range as a thin bar.
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
    # Names that meet push each other apart.
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

# Ticks at the values of x; every second or third where they are too close. On a linear axis, others where two of these
# would meet, or where they are long, as the third of an epoch.
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
                part(curve ? drawn : '', "using (pick('mean median', $2)):(max($4, low[p])):5 with filledcurves lc rgb (entries > 4 ? spread(line[d(i)]) : band(line[d(i)]))") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):4 with lines lt line[d(i)] lw 0.6") . \
                part(curve && band ? drawn : '', "using (pick('mean median', $2)):5 with lines lt line[d(i)] lw 0.6") . \
                all_bands . \
                part(curve || bands ? '' : drawn, "using (pick('mean median', at($2, d(i)))):3:4:5 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(seed_lines ? '' : drawn, "using (pick('seed', at($2, d(i)))):3 with points lt line[d(i)] ps 0.5 lc rgb faint(line[d(i)])") . \
                part(seed_lines ? drawn : '', "using (pick('seed', $2)):3 with lines lt line[d(i)] dt solid lw ".(has_median ? "1" : "0.6")." lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', at($2, d(i)))):3 with ".(bands || curve ? 'lines' : 'linespoints')." lt line[d(i)]") . \
                part(curve && !bands ? drawn : '', "every stride::phase(i) using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(by_theory, "using (pick('theory', $2)):3 with lines lt line[th(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    # In a text terminal lines that are less than a row apart lie upon each other; long curves do so somewhere.
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
