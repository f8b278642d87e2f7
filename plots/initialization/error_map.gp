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
title = 'Test error of each norm at each scale of the first weights'
caption = 'fashion-mnist, 10 seeds: medians'
x_label = 'factor on the weights'
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

categories = 9; array category[10]
category[1] = '0.01'
category[2] = '0.03'
category[3] = '0.1'
category[4] = '0.3'
category[5] = '1'
category[6] = '3'
category[7] = '10'
category[8] = '30'
category[9] = '100'

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 4; array panel_title[4]; array note[4]; array axis_label[4]; array ratio[4]; array lines[4]

panel_title[1] = 'MLP, He initialization'
note[1] = ''
$p1s1 << EOD
median 1 90 NaN NaN
median 2 90 NaN NaN
median 3 21.195 NaN NaN
median 4 15.68 NaN NaN
median 5 14.995000000000001 NaN NaN
median 6 90 NaN NaN
median 7 NaN NaN NaN
median 8 NaN NaN NaN
median 9 NaN NaN NaN
interval 1 90 90 90
interval 2 90 90 90
interval 3 21.095 20.744479968340244 21.44240489451496
interval 4 15.635 15.435984792491046 15.83251961137767
interval 5 14.946000000000002 14.801180849530382 15.089981193530205

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
seed 3 20.44 NaN NaN
seed 3 21.36 NaN NaN
seed 3 21.36 NaN NaN
seed 3 20.44 NaN NaN
seed 3 21.34 NaN NaN
seed 3 20.6 NaN NaN
seed 3 21.62 NaN NaN
seed 3 20.92 NaN NaN
seed 3 21.05 NaN NaN
seed 3 21.82 NaN NaN
seed 4 15.69 NaN NaN
seed 4 15.41 NaN NaN
seed 4 16.02 NaN NaN
seed 4 15.78 NaN NaN
seed 4 15.67 NaN NaN
seed 4 15.25 NaN NaN
seed 4 15.6 NaN NaN
seed 4 15.99 NaN NaN
seed 4 15.21 NaN NaN
seed 4 15.73 NaN NaN
seed 5 14.64 NaN NaN
seed 5 15.24 NaN NaN
seed 5 14.88 NaN NaN
seed 5 15.11 NaN NaN
seed 5 15.08 NaN NaN
seed 5 15.01 NaN NaN
seed 5 14.62 NaN NaN
seed 5 14.98 NaN NaN
seed 5 14.84 NaN NaN
seed 5 15.06 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
lost 6 8 NaN NaN
lost 7 10 NaN NaN
lost 8 10 NaN NaN
lost 9 10 NaN NaN
EOD
$p1s2 << EOD
median 1 14.74 NaN NaN
median 2 14.635 NaN NaN
median 3 14.335 NaN NaN
median 4 14.225000000000001 NaN NaN
median 5 14.600000000000001 NaN NaN
median 6 16.415 NaN NaN
median 7 21.675 NaN NaN
median 8 32.575 NaN NaN
median 9 87.195 NaN NaN
interval 1 14.686999999999998 14.567384478120257 14.806030438346443
interval 2 14.596999999999998 14.513524097844211 14.680188697904885
interval 3 14.360999999999999 14.244136605760255 14.477287908375196
interval 4 14.236 14.070180435192007 14.400653123536514
interval 5 14.486999999999998 14.30535360496778 14.667281413464746
interval 6 16.449 16.32017673895438 16.577232790436472
interval 7 21.79 21.450086621915055 22.12711886478964
interval 8 33.962 30.26396718618919 37.55752233795361
interval 9 84.974 81.06993776162507 89.72183370602971
seed 1 14.52 NaN NaN
seed 1 14.75 NaN NaN
seed 1 14.83 NaN NaN
seed 1 14.96 NaN NaN
seed 1 14.6 NaN NaN
seed 1 14.55 NaN NaN
seed 1 14.4 NaN NaN
seed 1 14.75 NaN NaN
seed 1 14.78 NaN NaN
seed 1 14.73 NaN NaN
seed 2 14.47 NaN NaN
seed 2 14.72 NaN NaN
seed 2 14.59 NaN NaN
seed 2 14.69 NaN NaN
seed 2 14.69 NaN NaN
seed 2 14.68 NaN NaN
seed 2 14.38 NaN NaN
seed 2 14.6 NaN NaN
seed 2 14.67 NaN NaN
seed 2 14.48 NaN NaN
seed 3 14.21 NaN NaN
seed 3 14.68 NaN NaN
seed 3 14.57 NaN NaN
seed 3 14.38 NaN NaN
seed 3 14.29 NaN NaN
seed 3 14.35 NaN NaN
seed 3 14.43 NaN NaN
seed 3 14.16 NaN NaN
seed 3 14.22 NaN NaN
seed 3 14.32 NaN NaN
seed 4 14.05 NaN NaN
seed 4 14.48 NaN NaN
seed 4 14.64 NaN NaN
seed 4 14.23 NaN NaN
seed 4 13.86 NaN NaN
seed 4 14.31 NaN NaN
seed 4 14.4 NaN NaN
seed 4 14.13 NaN NaN
seed 4 14.22 NaN NaN
seed 4 14.04 NaN NaN
seed 5 14.66 NaN NaN
seed 5 14.57 NaN NaN
seed 5 14.73 NaN NaN
seed 5 14.68 NaN NaN
seed 5 14.74 NaN NaN
seed 5 14.29 NaN NaN
seed 5 14.63 NaN NaN
seed 5 14.13 NaN NaN
seed 5 14.07 NaN NaN
seed 5 14.37 NaN NaN
seed 6 16.41 NaN NaN
seed 6 16.67 NaN NaN
seed 6 16.64 NaN NaN
seed 6 16.71 NaN NaN
seed 6 16.48 NaN NaN
seed 6 16.19 NaN NaN
seed 6 16.39 NaN NaN
seed 6 16.21 NaN NaN
seed 6 16.37 NaN NaN
seed 6 16.42 NaN NaN
seed 7 22.02 NaN NaN
seed 7 22.45 NaN NaN
seed 7 21.6 NaN NaN
seed 7 21.89 NaN NaN
seed 7 22.62 NaN NaN
seed 7 21.59 NaN NaN
seed 7 21.11 NaN NaN
seed 7 21.75 NaN NaN
seed 7 21.59 NaN NaN
seed 7 21.28 NaN NaN
seed 8 34.12 NaN NaN
seed 8 31.94 NaN NaN
seed 8 33.21 NaN NaN
seed 8 30.44 NaN NaN
seed 8 46.37 NaN NaN
seed 8 30.34 NaN NaN
seed 8 28.55 NaN NaN
seed 8 30.97 NaN NaN
seed 8 39.26 NaN NaN
seed 8 34.42 NaN NaN
seed 9 90 NaN NaN
seed 9 84.7 NaN NaN
seed 9 89.63 NaN NaN
seed 9 90 NaN NaN
seed 9 80.53 NaN NaN
seed 9 66.27 NaN NaN
seed 9 84.76 NaN NaN
seed 9 90.01 NaN NaN
seed 9 89.99 NaN NaN
seed 9 83.85 NaN NaN
EOD
$p1s3 << EOD
median 1 16.845 NaN NaN
median 2 16.12 NaN NaN
median 3 15.64 NaN NaN
median 4 15.055 NaN NaN
median 5 14.83 NaN NaN
median 6 16.744999999999997 NaN NaN
median 7 21.84 NaN NaN
median 8 33.83 NaN NaN
median 9 90 NaN NaN
interval 1 16.883 16.697668044144763 17.06715188440101
interval 2 16.270999999999997 15.949637552716034 16.5886550435411
interval 3 15.679000000000002 15.561432665060224 15.79604463647706
interval 4 15.076999999999998 14.991738876551334 15.16197259380633
interval 5 14.824000000000002 14.69517233616648 14.952158036516618
interval 6 16.668999999999997 16.38624022072389 16.948978566035716
interval 7 21.801 21.276650896499184 22.318738372806767
interval 8 37.743 30.296112034036874 45.108890225632166
interval 9 88.96799999999999 87.251001150303 90.92795463006273
seed 1 17.03 NaN NaN
seed 1 16.84 NaN NaN
seed 1 17.09 NaN NaN
seed 1 16.64 NaN NaN
seed 1 16.66 NaN NaN
seed 1 17.11 NaN NaN
seed 1 16.46 NaN NaN
seed 1 17.32 NaN NaN
seed 1 16.85 NaN NaN
seed 1 16.83 NaN NaN
seed 2 16.31 NaN NaN
seed 2 16.94 NaN NaN
seed 2 15.69 NaN NaN
seed 2 16.82 NaN NaN
seed 2 16.12 NaN NaN
seed 2 16.12 NaN NaN
seed 2 15.78 NaN NaN
seed 2 16.11 NaN NaN
seed 2 15.98 NaN NaN
seed 2 16.84 NaN NaN
seed 3 15.45 NaN NaN
seed 3 15.71 NaN NaN
seed 3 15.87 NaN NaN
seed 3 15.63 NaN NaN
seed 3 15.58 NaN NaN
seed 3 15.97 NaN NaN
seed 3 15.64 NaN NaN
seed 3 15.64 NaN NaN
seed 3 15.49 NaN NaN
seed 3 15.81 NaN NaN
seed 4 15.01 NaN NaN
seed 4 15.23 NaN NaN
seed 4 15.07 NaN NaN
seed 4 15.19 NaN NaN
seed 4 15.03 NaN NaN
seed 4 15.24 NaN NaN
seed 4 14.89 NaN NaN
seed 4 15.13 NaN NaN
seed 4 15.04 NaN NaN
seed 4 14.94 NaN NaN
seed 5 14.98 NaN NaN
seed 5 14.99 NaN NaN
seed 5 15.03 NaN NaN
seed 5 14.86 NaN NaN
seed 5 14.95 NaN NaN
seed 5 14.8 NaN NaN
seed 5 14.61 NaN NaN
seed 5 14.76 NaN NaN
seed 5 14.79 NaN NaN
seed 5 14.47 NaN NaN
seed 6 16.92 NaN NaN
seed 6 16.68 NaN NaN
seed 6 16.89 NaN NaN
seed 6 17.27 NaN NaN
seed 6 17.08 NaN NaN
seed 6 16.81 NaN NaN
seed 6 16.41 NaN NaN
seed 6 16.32 NaN NaN
seed 6 16.08 NaN NaN
seed 6 16.23 NaN NaN
seed 7 20.84 NaN NaN
seed 7 21.01 NaN NaN
seed 7 22.23 NaN NaN
seed 7 21.21 NaN NaN
seed 7 23.31 NaN NaN
seed 7 21.85 NaN NaN
seed 7 21.96 NaN NaN
seed 7 22.35 NaN NaN
seed 7 21.42 NaN NaN
seed 7 21.83 NaN NaN
seed 8 29.53 NaN NaN
seed 8 32.66 NaN NaN
seed 8 30.97 NaN NaN
seed 8 28.49 NaN NaN
seed 8 42.14 NaN NaN
seed 8 30.68 NaN NaN
seed 8 35 NaN NaN
seed 8 62.36 NaN NaN
seed 8 47.91 NaN NaN
seed 8 37.69 NaN NaN
seed 9 90.01 NaN NaN
seed 9 90 NaN NaN
seed 9 90.01 NaN NaN
seed 9 79.63 NaN NaN
seed 9 90 NaN NaN
seed 9 90.03 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
EOD
$p1s4 << EOD
median 1 16.490000000000002 NaN NaN
median 2 16.16 NaN NaN
median 3 15.489999999999998 NaN NaN
median 4 15.085 NaN NaN
median 5 14.865 NaN NaN
median 6 16.560000000000002 NaN NaN
median 7 21.9 NaN NaN
median 8 33.345 NaN NaN
median 9 90 NaN NaN
interval 1 16.619000000000003 16.333866804521275 16.901286413556203
interval 2 16.083999999999996 15.897393575980825 16.26933399717712
interval 3 15.457999999999998 15.312752844108319 15.602438797665712
interval 4 15.075 14.960403098385868 15.189076229863074
interval 5 14.859 14.712787817331224 15.004350324201164
interval 6 16.627000000000002 16.43589091988603 16.816828478304085
interval 7 21.842999999999996 21.517021809711313 22.166413796596085

interval 9 89.65700000000001 88.98347434852339 90.36292228285801
seed 1 16.54 NaN NaN
seed 1 16.62 NaN NaN
seed 1 17.17 NaN NaN
seed 1 16.17 NaN NaN
seed 1 16.22 NaN NaN
seed 1 17.18 NaN NaN
seed 1 16.44 NaN NaN
seed 1 17.14 NaN NaN
seed 1 16.34 NaN NaN
seed 1 16.37 NaN NaN
seed 2 15.88 NaN NaN
seed 2 16.16 NaN NaN
seed 2 16.2 NaN NaN
seed 2 16.17 NaN NaN
seed 2 16.57 NaN NaN
seed 2 15.73 NaN NaN
seed 2 16.29 NaN NaN
seed 2 16.16 NaN NaN
seed 2 15.92 NaN NaN
seed 2 15.76 NaN NaN
seed 3 15.53 NaN NaN
seed 3 15.32 NaN NaN
seed 3 15.45 NaN NaN
seed 3 15.33 NaN NaN
seed 3 15.03 NaN NaN
seed 3 15.75 NaN NaN
seed 3 15.41 NaN NaN
seed 3 15.6 NaN NaN
seed 3 15.53 NaN NaN
seed 3 15.63 NaN NaN
seed 4 15.1 NaN NaN
seed 4 15.31 NaN NaN
seed 4 15.3 NaN NaN
seed 4 14.81 NaN NaN
seed 4 15.1 NaN NaN
seed 4 15.03 NaN NaN
seed 4 15.07 NaN NaN
seed 4 14.89 NaN NaN
seed 4 15.16 NaN NaN
seed 4 14.98 NaN NaN
seed 5 14.63 NaN NaN
seed 5 14.98 NaN NaN
seed 5 15.13 NaN NaN
seed 5 15.13 NaN NaN
seed 5 14.64 NaN NaN
seed 5 14.85 NaN NaN
seed 5 15.03 NaN NaN
seed 5 14.88 NaN NaN
seed 5 14.7 NaN NaN
seed 5 14.62 NaN NaN
seed 6 16.65 NaN NaN
seed 6 16.86 NaN NaN
seed 6 17.05 NaN NaN
seed 6 17.01 NaN NaN
seed 6 16.49 NaN NaN
seed 6 16.55 NaN NaN
seed 6 16.45 NaN NaN
seed 6 16.57 NaN NaN
seed 6 16.24 NaN NaN
seed 6 16.4 NaN NaN
seed 7 21.27 NaN NaN
seed 7 21.76 NaN NaN
seed 7 22.57 NaN NaN
seed 7 21.81 NaN NaN
seed 7 22.08 NaN NaN
seed 7 21.77 NaN NaN
seed 7 22.19 NaN NaN
seed 7 22.01 NaN NaN
seed 7 20.98 NaN NaN
seed 7 21.99 NaN NaN
seed 8 29.47 NaN NaN
seed 8 30.14 NaN NaN
seed 8 33.8 NaN NaN
seed 8 32.89 NaN NaN
seed 8 57.92 NaN NaN
seed 8 31.19 NaN NaN
seed 8 36.46 NaN NaN
seed 8 29.9 NaN NaN
seed 8 59.52 NaN NaN
seed 8 35.79 NaN NaN
seed 9 90.03 NaN NaN
seed 9 90 NaN NaN
seed 9 89.9 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 86.63 NaN NaN
seed 9 90.01 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'MLP, Glorot initialization'
note[2] = ''
$p2s1 << EOD
median 1 90 NaN NaN
median 2 90 NaN NaN
median 3 23.380000000000003 NaN NaN
median 4 16.08 NaN NaN
median 5 14.65 NaN NaN
median 6 90 NaN NaN
median 7 NaN NaN NaN
median 8 NaN NaN NaN
median 9 NaN NaN NaN
interval 1 90 90 90
interval 2 90 90 90
interval 3 23.090000000000003 22.30263478516693 23.863693180898245
interval 4 16.020000000000003 15.876878106779635 16.162370836070494
interval 5 14.633000000000001 14.487567090557405 14.777566986337714
interval 6 90 90 90

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
seed 3 22.58 NaN NaN
seed 3 23.34 NaN NaN
seed 3 23.42 NaN NaN
seed 3 22.9 NaN NaN
seed 3 21.31 NaN NaN
seed 3 21.36 NaN NaN
seed 3 23.43 NaN NaN
seed 3 23.91 NaN NaN
seed 3 24.47 NaN NaN
seed 3 24.18 NaN NaN
seed 4 16.08 NaN NaN
seed 4 16.15 NaN NaN
seed 4 16.08 NaN NaN
seed 4 15.64 NaN NaN
seed 4 15.91 NaN NaN
seed 4 16.26 NaN NaN
seed 4 16.03 NaN NaN
seed 4 16.19 NaN NaN
seed 4 15.74 NaN NaN
seed 4 16.12 NaN NaN
seed 5 14.53 NaN NaN
seed 5 14.75 NaN NaN
seed 5 14.89 NaN NaN
seed 5 14.77 NaN NaN
seed 5 14.84 NaN NaN
seed 5 14.72 NaN NaN
seed 5 14.53 NaN NaN
seed 5 14.51 NaN NaN
seed 5 14.58 NaN NaN
seed 5 14.21 NaN NaN
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
lost 7 10 NaN NaN
lost 8 10 NaN NaN
lost 9 10 NaN NaN
EOD
$p2s2 << EOD
median 1 14.68 NaN NaN
median 2 14.6 NaN NaN
median 3 14.445 NaN NaN
median 4 14.365 NaN NaN
median 5 14.39 NaN NaN
median 6 16.310000000000002 NaN NaN
median 7 21.3 NaN NaN
median 8 30.560000000000002 NaN NaN
median 9 88.615 NaN NaN
interval 1 14.678 14.585032023269434 14.770613573358627
interval 2 14.571999999999997 14.467503262392379 14.676046357276823
interval 3 14.446000000000002 14.314984030581494 14.576300405611276
interval 4 14.296000000000001 14.088395095844243 14.501795204362676
interval 5 14.346 14.261834822514487 14.429867059801289
interval 6 16.320999999999998 16.109953964817937 16.53045322499116
interval 7 21.253 20.905017945522236 21.597944026234053
interval 8 30.776000000000003 28.998191177644376 32.510936665534125
interval 9 85.44000000000001 82.05029683877952 89.44428234855992
seed 1 14.52 NaN NaN
seed 1 14.88 NaN NaN
seed 1 14.7 NaN NaN
seed 1 14.7 NaN NaN
seed 1 14.51 NaN NaN
seed 1 14.81 NaN NaN
seed 1 14.82 NaN NaN
seed 1 14.55 NaN NaN
seed 1 14.63 NaN NaN
seed 1 14.66 NaN NaN
seed 2 14.73 NaN NaN
seed 2 14.44 NaN NaN
seed 2 14.62 NaN NaN
seed 2 14.6 NaN NaN
seed 2 14.6 NaN NaN
seed 2 14.6 NaN NaN
seed 2 14.77 NaN NaN
seed 2 14.27 NaN NaN
seed 2 14.62 NaN NaN
seed 2 14.47 NaN NaN
seed 3 14.26 NaN NaN
seed 3 14.63 NaN NaN
seed 3 14.41 NaN NaN
seed 3 14.73 NaN NaN
seed 3 14.5 NaN NaN
seed 3 14.6 NaN NaN
seed 3 14.46 NaN NaN
seed 3 14.32 NaN NaN
seed 3 14.12 NaN NaN
seed 3 14.43 NaN NaN
seed 4 14.6 NaN NaN
seed 4 14.62 NaN NaN
seed 4 14.41 NaN NaN
seed 4 14.47 NaN NaN
seed 4 14.32 NaN NaN
seed 4 14.56 NaN NaN
seed 4 14.02 NaN NaN
seed 4 14.07 NaN NaN
seed 4 14.12 NaN NaN
seed 4 13.77 NaN NaN
seed 5 14.49 NaN NaN
seed 5 14.44 NaN NaN
seed 5 14.38 NaN NaN
seed 5 14.4 NaN NaN
seed 5 14.41 NaN NaN
seed 5 14.41 NaN NaN
seed 5 14.16 NaN NaN
seed 5 14.38 NaN NaN
seed 5 14.18 NaN NaN
seed 5 14.21 NaN NaN
seed 6 16.63 NaN NaN
seed 6 16.46 NaN NaN
seed 6 16.14 NaN NaN
seed 6 16.36 NaN NaN
seed 6 16.77 NaN NaN
seed 6 16.49 NaN NaN
seed 6 16.1 NaN NaN
seed 6 16.26 NaN NaN
seed 6 15.74 NaN NaN
seed 6 16.26 NaN NaN
seed 7 21.6 NaN NaN
seed 7 20.66 NaN NaN
seed 7 21.86 NaN NaN
seed 7 21.51 NaN NaN
seed 7 20.95 NaN NaN
seed 7 20.5 NaN NaN
seed 7 20.95 NaN NaN
seed 7 21.78 NaN NaN
seed 7 21.63 NaN NaN
seed 7 21.09 NaN NaN
seed 8 34.44 NaN NaN
seed 8 32.37 NaN NaN
seed 8 30.15 NaN NaN
seed 8 31.9 NaN NaN
seed 8 33 NaN NaN
seed 8 25.65 NaN NaN
seed 8 30.3 NaN NaN
seed 8 29.07 NaN NaN
seed 8 30.82 NaN NaN
seed 8 30.06 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 87.24 NaN NaN
seed 9 78.62 NaN NaN
seed 9 77.33 NaN NaN
seed 9 90 NaN NaN
seed 9 82.24 NaN NaN
seed 9 78.98 NaN NaN
seed 9 89.99 NaN NaN
seed 9 90 NaN NaN
EOD
$p2s3 << EOD
median 1 17.04 NaN NaN
median 2 16.43 NaN NaN
median 3 15.8 NaN NaN
median 4 15.075 NaN NaN
median 5 14.785 NaN NaN
median 6 16.525 NaN NaN
median 7 21.5 NaN NaN
median 8 30.75 NaN NaN
median 9 90 NaN NaN
interval 1 16.970999999999997 16.734032063104877 17.20605623312945
interval 2 16.490000000000002 16.2516150975805 16.726373830759883
interval 3 15.769000000000002 15.544460026751722 15.991654336667974
interval 4 15.103 14.956235026299456 15.24891310731752
interval 5 14.785000000000002 14.561801459827903 15.006183402719914
interval 6 16.371000000000002 16.168013435512773 16.572519047626187
interval 7 21.227 20.79203030111228 21.657224270173977

interval 9 89.05 87.45402879765606 90.85262123003446
seed 1 17.08 NaN NaN
seed 1 17.11 NaN NaN
seed 1 17.05 NaN NaN
seed 1 16.6 NaN NaN
seed 1 16.56 NaN NaN
seed 1 16.48 NaN NaN
seed 1 16.99 NaN NaN
seed 1 17.03 NaN NaN
seed 1 17.48 NaN NaN
seed 1 17.33 NaN NaN
seed 2 16.32 NaN NaN
seed 2 17.03 NaN NaN
seed 2 16.37 NaN NaN
seed 2 16.54 NaN NaN
seed 2 16.09 NaN NaN
seed 2 16.77 NaN NaN
seed 2 16.95 NaN NaN
seed 2 16.12 NaN NaN
seed 2 16.22 NaN NaN
seed 2 16.49 NaN NaN
seed 3 16.01 NaN NaN
seed 3 16.37 NaN NaN
seed 3 15.7 NaN NaN
seed 3 15.77 NaN NaN
seed 3 15.46 NaN NaN
seed 3 15.9 NaN NaN
seed 3 15.89 NaN NaN
seed 3 15.49 NaN NaN
seed 3 15.27 NaN NaN
seed 3 15.83 NaN NaN
seed 4 15.19 NaN NaN
seed 4 15.44 NaN NaN
seed 4 14.81 NaN NaN
seed 4 14.89 NaN NaN
seed 4 15.09 NaN NaN
seed 4 15.36 NaN NaN
seed 4 14.98 NaN NaN
seed 4 14.96 NaN NaN
seed 4 15.06 NaN NaN
seed 4 15.25 NaN NaN
seed 5 14.95 NaN NaN
seed 5 15.39 NaN NaN
seed 5 15 NaN NaN
seed 5 14.76 NaN NaN
seed 5 14.91 NaN NaN
seed 5 14.64 NaN NaN
seed 5 14.81 NaN NaN
seed 5 14.23 NaN NaN
seed 5 14.6 NaN NaN
seed 5 14.56 NaN NaN
seed 6 16.59 NaN NaN
seed 6 16 NaN NaN
seed 6 16.6 NaN NaN
seed 6 16.55 NaN NaN
seed 6 16.63 NaN NaN
seed 6 16.6 NaN NaN
seed 6 16.22 NaN NaN
seed 6 16.12 NaN NaN
seed 6 15.9 NaN NaN
seed 6 16.5 NaN NaN
seed 7 21.69 NaN NaN
seed 7 20.84 NaN NaN
seed 7 21.49 NaN NaN
seed 7 21.54 NaN NaN
seed 7 21.98 NaN NaN
seed 7 20.85 NaN NaN
seed 7 21.51 NaN NaN
seed 7 20.77 NaN NaN
seed 7 19.98 NaN NaN
seed 7 21.62 NaN NaN
seed 8 66.35 NaN NaN
seed 8 28.01 NaN NaN
seed 8 37.28 NaN NaN
seed 8 29.64 NaN NaN
seed 8 30.14 NaN NaN
seed 8 27.44 NaN NaN
seed 8 29.33 NaN NaN
seed 8 35.61 NaN NaN
seed 8 31.36 NaN NaN
seed 8 39.21 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90.01 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 80.56 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 89.93 NaN NaN
seed 9 90 NaN NaN
EOD
$p2s4 << EOD
median 1 16.72 NaN NaN
median 2 16.3 NaN NaN
median 3 15.504999999999999 NaN NaN
median 4 15.120000000000001 NaN NaN
median 5 14.695 NaN NaN
median 6 16.57 NaN NaN
median 7 21.43 NaN NaN
median 8 32.32 NaN NaN
median 9 90 NaN NaN
interval 1 16.698999999999998 16.361265542627365 17.032769806233148
interval 2 16.389999999999997 16.042379190577762 16.733308704136217
interval 3 15.544999999999998 15.353183372391737 15.735409831683882
interval 4 15.120000000000001 14.980647138347628 15.258586420706777
interval 5 14.761000000000001 14.597627901999868 14.92328238350699
interval 6 16.54 16.354626548975965 16.724166587094118
interval 7 21.245 20.89682512949383 21.590131088794077

interval 9 90 89.99415776224721 90.00584441774879
seed 1 16.73 NaN NaN
seed 1 17.69 NaN NaN
seed 1 17.05 NaN NaN
seed 1 16.1 NaN NaN
seed 1 16.16 NaN NaN
seed 1 16.24 NaN NaN
seed 1 16.87 NaN NaN
seed 1 16.65 NaN NaN
seed 1 16.71 NaN NaN
seed 1 16.79 NaN NaN
seed 2 16.13 NaN NaN
seed 2 16.81 NaN NaN
seed 2 16.13 NaN NaN
seed 2 16.28 NaN NaN
seed 2 16.35 NaN NaN
seed 2 16.32 NaN NaN
seed 2 15.96 NaN NaN
seed 2 17.49 NaN NaN
seed 2 15.79 NaN NaN
seed 2 16.64 NaN NaN
seed 3 15.44 NaN NaN
seed 3 16.14 NaN NaN
seed 3 15.79 NaN NaN
seed 3 15.34 NaN NaN
seed 3 15.42 NaN NaN
seed 3 15.63 NaN NaN
seed 3 15.24 NaN NaN
seed 3 15.57 NaN NaN
seed 3 15.29 NaN NaN
seed 3 15.59 NaN NaN
seed 4 14.91 NaN NaN
seed 4 15.33 NaN NaN
seed 4 14.85 NaN NaN
seed 4 15.06 NaN NaN
seed 4 14.91 NaN NaN
seed 4 15.4 NaN NaN
seed 4 15.04 NaN NaN
seed 4 15.22 NaN NaN
seed 4 15.3 NaN NaN
seed 4 15.18 NaN NaN
seed 5 14.62 NaN NaN
seed 5 15.29 NaN NaN
seed 5 14.7 NaN NaN
seed 5 14.75 NaN NaN
seed 5 14.81 NaN NaN
seed 5 14.54 NaN NaN
seed 5 15.01 NaN NaN
seed 5 14.6 NaN NaN
seed 5 14.69 NaN NaN
seed 5 14.6 NaN NaN
seed 6 16.31 NaN NaN
seed 6 16.6 NaN NaN
seed 6 16.73 NaN NaN
seed 6 16.64 NaN NaN
seed 6 16.85 NaN NaN
seed 6 16.51 NaN NaN
seed 6 16.75 NaN NaN
seed 6 16.54 NaN NaN
seed 6 15.95 NaN NaN
seed 6 16.52 NaN NaN
seed 7 21.48 NaN NaN
seed 7 20.98 NaN NaN
seed 7 21.6 NaN NaN
seed 7 20.94 NaN NaN
seed 7 21.43 NaN NaN
seed 7 21.31 NaN NaN
seed 7 21.43 NaN NaN
seed 7 21.65 NaN NaN
seed 7 20.07 NaN NaN
seed 7 21.56 NaN NaN
seed 8 33.68 NaN NaN
seed 8 30.38 NaN NaN
seed 8 32.96 NaN NaN
seed 8 31.68 NaN NaN
seed 8 33.49 NaN NaN
seed 8 30.83 NaN NaN
seed 8 29.74 NaN NaN
seed 8 36.71 NaN NaN
seed 8 28.96 NaN NaN
seed 8 63.56 NaN NaN
seed 9 90 NaN NaN
seed 9 89.99 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90.02 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 89.99 NaN NaN
seed 9 90 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

panel_title[3] = 'MLP, LeCun initialization'
note[3] = ''
$p3s1 << EOD
median 1 90 NaN NaN
median 2 90 NaN NaN
median 3 27.795 NaN NaN
median 4 16.125 NaN NaN
median 5 14.8 NaN NaN
median 6 90 NaN NaN
median 7 NaN NaN NaN
median 8 NaN NaN NaN
median 9 NaN NaN NaN
interval 1 90 90 90
interval 2 90 90 90
interval 3 28.905 26.63036126003268 31.105898293183174
interval 4 16.193 15.930906259635655 16.452613606500098
interval 5 14.790000000000001 14.617363981115268 14.961431699685562

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
seed 3 24.65 NaN NaN
seed 3 26.56 NaN NaN
seed 3 32.92 NaN NaN
seed 3 27.67 NaN NaN
seed 3 34.24 NaN NaN
seed 3 32.28 NaN NaN
seed 3 28.84 NaN NaN
seed 3 26.3 NaN NaN
seed 3 27.82 NaN NaN
seed 3 27.77 NaN NaN
seed 4 16.09 NaN NaN
seed 4 15.79 NaN NaN
seed 4 16.32 NaN NaN
seed 4 16.15 NaN NaN
seed 4 16.56 NaN NaN
seed 4 15.98 NaN NaN
seed 4 16.1 NaN NaN
seed 4 16.74 NaN NaN
seed 4 15.6 NaN NaN
seed 4 16.6 NaN NaN
seed 5 14.75 NaN NaN
seed 5 14.94 NaN NaN
seed 5 14.82 NaN NaN
seed 5 15.17 NaN NaN
seed 5 14.97 NaN NaN
seed 5 14.92 NaN NaN
seed 5 14.4 NaN NaN
seed 5 14.78 NaN NaN
seed 5 14.74 NaN NaN
seed 5 14.41 NaN NaN
seed 6 90 NaN NaN
seed 6 89.99 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
seed 6 90.01 NaN NaN
seed 6 65.99 NaN NaN
seed 6 89.98 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
lost 7 10 NaN NaN
lost 8 10 NaN NaN
lost 9 10 NaN NaN
EOD
$p3s2 << EOD
median 1 14.600000000000001 NaN NaN
median 2 14.58 NaN NaN
median 3 14.48 NaN NaN
median 4 14.29 NaN NaN
median 5 14.21 NaN NaN
median 6 15.605 NaN NaN
median 7 19.895 NaN NaN
median 8 27.43 NaN NaN
median 9 76.825 NaN NaN
interval 1 14.655000000000001 14.517169478931859 14.79205171725594
interval 2 14.571000000000003 14.457840170533387 14.683632562258621
interval 3 14.491 14.379157725737004 14.602320431344083
interval 4 14.36 14.193752971531215 14.525083137605774
interval 5 14.206 14.099007783095503 14.312504272291116
interval 6 15.581000000000003 15.399429534819237 15.761318594920667
interval 7 19.941 19.62446110179324 20.25478689728351
interval 8 27.596000000000004 26.641841698593243 28.535593301217386
interval 9 77.33200000000001 71.76115999595775 83.7230266417917
seed 1 14.89 NaN NaN
seed 1 14.63 NaN NaN
seed 1 14.87 NaN NaN
seed 1 14.88 NaN NaN
seed 1 14.54 NaN NaN
seed 1 14.38 NaN NaN
seed 1 14.42 NaN NaN
seed 1 14.57 NaN NaN
seed 1 14.57 NaN NaN
seed 1 14.8 NaN NaN
seed 2 14.21 NaN NaN
seed 2 14.74 NaN NaN
seed 2 14.71 NaN NaN
seed 2 14.67 NaN NaN
seed 2 14.52 NaN NaN
seed 2 14.48 NaN NaN
seed 2 14.58 NaN NaN
seed 2 14.51 NaN NaN
seed 2 14.58 NaN NaN
seed 2 14.71 NaN NaN
seed 3 14.47 NaN NaN
seed 3 14.69 NaN NaN
seed 3 14.82 NaN NaN
seed 3 14.42 NaN NaN
seed 3 14.49 NaN NaN
seed 3 14.37 NaN NaN
seed 3 14.38 NaN NaN
seed 3 14.49 NaN NaN
seed 3 14.49 NaN NaN
seed 3 14.29 NaN NaN
seed 4 14.49 NaN NaN
seed 4 14.67 NaN NaN
seed 4 14.81 NaN NaN
seed 4 14.11 NaN NaN
seed 4 14.3 NaN NaN
seed 4 14.17 NaN NaN
seed 4 14.38 NaN NaN
seed 4 14.28 NaN NaN
seed 4 14.13 NaN NaN
seed 4 14.26 NaN NaN
seed 5 14.42 NaN NaN
seed 5 14.41 NaN NaN
seed 5 14.17 NaN NaN
seed 5 14.25 NaN NaN
seed 5 14.09 NaN NaN
seed 5 14.01 NaN NaN
seed 5 14.26 NaN NaN
seed 5 14.03 NaN NaN
seed 5 14.1 NaN NaN
seed 5 14.32 NaN NaN
seed 6 15.65 NaN NaN
seed 6 15.98 NaN NaN
seed 6 15.86 NaN NaN
seed 6 15.56 NaN NaN
seed 6 15.75 NaN NaN
seed 6 15.17 NaN NaN
seed 6 15.67 NaN NaN
seed 6 15.5 NaN NaN
seed 6 15.34 NaN NaN
seed 6 15.33 NaN NaN
seed 7 20.36 NaN NaN
seed 7 20.36 NaN NaN
seed 7 19.78 NaN NaN
seed 7 19.97 NaN NaN
seed 7 20.68 NaN NaN
seed 7 19.82 NaN NaN
seed 7 19.45 NaN NaN
seed 7 20.14 NaN NaN
seed 7 19.41 NaN NaN
seed 7 19.44 NaN NaN
seed 8 26.67 NaN NaN
seed 8 27.28 NaN NaN
seed 8 28.64 NaN NaN
seed 8 27.98 NaN NaN
seed 8 30.59 NaN NaN
seed 8 26.37 NaN NaN
seed 8 25.77 NaN NaN
seed 8 27.28 NaN NaN
seed 8 27.58 NaN NaN
seed 8 27.8 NaN NaN
seed 9 87.78 NaN NaN
seed 9 75.77 NaN NaN
seed 9 75.86 NaN NaN
seed 9 77.79 NaN NaN
seed 9 72.58 NaN NaN
seed 9 66.73 NaN NaN
seed 9 66.03 NaN NaN
seed 9 89.98 NaN NaN
seed 9 80.51 NaN NaN
seed 9 80.29 NaN NaN
EOD
$p3s3 << EOD
median 1 17.255 NaN NaN
median 2 16.64 NaN NaN
median 3 15.84 NaN NaN
median 4 15.22 NaN NaN
median 5 14.81 NaN NaN
median 6 15.91 NaN NaN
median 7 19.939999999999998 NaN NaN
median 8 26.71 NaN NaN
median 9 89.995 NaN NaN
interval 1 17.31 16.791185090864705 17.819941846493617
interval 2 16.615 16.327701696192186 16.899420765537805
interval 3 15.787 15.644482123341398 15.928758546641351
interval 4 15.229000000000003 15.094687421161405 15.362604889815083
interval 5 14.8 14.66737417562471 14.931913204692881
interval 6 15.842999999999998 15.589400853124133 16.094210969366365
interval 7 19.950999999999997 19.56321094144814 20.33466865389201
interval 8 27.052000000000003 25.815186624511046 28.264134309126398
interval 9 87.67699999999999 85.28763688342421 90.46286981129363
seed 1 16.21 NaN NaN
seed 1 18.61 NaN NaN
seed 1 18.09 NaN NaN
seed 1 17.03 NaN NaN
seed 1 16.51 NaN NaN
seed 1 17.39 NaN NaN
seed 1 17.84 NaN NaN
seed 1 17.2 NaN NaN
seed 1 17.31 NaN NaN
seed 1 16.91 NaN NaN
seed 2 16.45 NaN NaN
seed 2 16.93 NaN NaN
seed 2 16.37 NaN NaN
seed 2 17.16 NaN NaN
seed 2 16.85 NaN NaN
seed 2 16.26 NaN NaN
seed 2 15.87 NaN NaN
seed 2 16.98 NaN NaN
seed 2 16.45 NaN NaN
seed 2 16.83 NaN NaN
seed 3 16.06 NaN NaN
seed 3 15.93 NaN NaN
seed 3 15.86 NaN NaN
seed 3 15.99 NaN NaN
seed 3 15.51 NaN NaN
seed 3 15.68 NaN NaN
seed 3 15.69 NaN NaN
seed 3 15.87 NaN NaN
seed 3 15.46 NaN NaN
seed 3 15.82 NaN NaN
seed 4 15.32 NaN NaN
seed 4 15.63 NaN NaN
seed 4 15.02 NaN NaN
seed 4 15.22 NaN NaN
seed 4 15.03 NaN NaN
seed 4 15.37 NaN NaN
seed 4 15.06 NaN NaN
seed 4 15.3 NaN NaN
seed 4 15.22 NaN NaN
seed 4 15.12 NaN NaN
seed 5 14.99 NaN NaN
seed 5 14.81 NaN NaN
seed 5 14.96 NaN NaN
seed 5 15.1 NaN NaN
seed 5 14.76 NaN NaN
seed 5 14.66 NaN NaN
seed 5 14.59 NaN NaN
seed 5 14.81 NaN NaN
seed 5 14.82 NaN NaN
seed 5 14.5 NaN NaN
seed 6 15.96 NaN NaN
seed 6 15.94 NaN NaN
seed 6 16.11 NaN NaN
seed 6 16.38 NaN NaN
seed 6 16.27 NaN NaN
seed 6 15.88 NaN NaN
seed 6 15.47 NaN NaN
seed 6 15.54 NaN NaN
seed 6 15.45 NaN NaN
seed 6 15.43 NaN NaN
seed 7 19.47 NaN NaN
seed 7 19.56 NaN NaN
seed 7 20.29 NaN NaN
seed 7 20 NaN NaN
seed 7 21.04 NaN NaN
seed 7 19.59 NaN NaN
seed 7 20.26 NaN NaN
seed 7 20.26 NaN NaN
seed 7 19.16 NaN NaN
seed 7 19.88 NaN NaN
seed 8 25.13 NaN NaN
seed 8 26.21 NaN NaN
seed 8 26.15 NaN NaN
seed 8 25.9 NaN NaN
seed 8 31.4 NaN NaN
seed 8 27.62 NaN NaN
seed 8 27.52 NaN NaN
seed 8 27.21 NaN NaN
seed 8 27.55 NaN NaN
seed 8 25.83 NaN NaN
seed 9 77.46 NaN NaN
seed 9 90 NaN NaN
seed 9 86.32 NaN NaN
seed 9 90 NaN NaN
seed 9 83.02 NaN NaN
seed 9 90 NaN NaN
seed 9 89.99 NaN NaN
seed 9 90 NaN NaN
seed 9 89.98 NaN NaN
seed 9 90 NaN NaN
EOD
$p3s4 << EOD
median 1 16.72 NaN NaN
median 2 16.375 NaN NaN
median 3 15.504999999999999 NaN NaN
median 4 15.295 NaN NaN
median 5 14.815000000000001 NaN NaN
median 6 15.7 NaN NaN
median 7 20.285 NaN NaN
median 8 26.985 NaN NaN
median 9 89.985 NaN NaN
interval 1 17.09 16.326854584234717 17.833521784895023
interval 2 16.344 16.087617922120916 16.598036117278838
interval 3 15.522000000000002 15.383478637739303 15.659786442220174
interval 4 15.251 15.113334049923525 15.387926965017265
interval 5 14.830000000000002 14.726450541112692 14.93311521732872
interval 6 15.809999999999999 15.644392535834498 15.974582708450495
interval 7 20.098999999999997 19.861330493017633 20.33513313097293
interval 8 27.643 26.110330098693467 29.14050580987861
interval 9 88.38199999999999 86.33313854499933 90.75438227553573
seed 1 16.18 NaN NaN
seed 1 16.29 NaN NaN
seed 1 17.34 NaN NaN
seed 1 16.31 NaN NaN
seed 1 16.42 NaN NaN
seed 1 17.65 NaN NaN
seed 1 16.85 NaN NaN
seed 1 19.8 NaN NaN
seed 1 17.47 NaN NaN
seed 1 16.59 NaN NaN
seed 2 16.46 NaN NaN
seed 2 16.62 NaN NaN
seed 2 16.41 NaN NaN
seed 2 16.18 NaN NaN
seed 2 15.8 NaN NaN
seed 2 16.07 NaN NaN
seed 2 15.91 NaN NaN
seed 2 16.8 NaN NaN
seed 2 16.34 NaN NaN
seed 2 16.85 NaN NaN
seed 3 15.92 NaN NaN
seed 3 15.69 NaN NaN
seed 3 15.63 NaN NaN
seed 3 15.41 NaN NaN
seed 3 15.29 NaN NaN
seed 3 15.56 NaN NaN
seed 3 15.4 NaN NaN
seed 3 15.45 NaN NaN
seed 3 15.57 NaN NaN
seed 3 15.3 NaN NaN
seed 4 15.3 NaN NaN
seed 4 15.29 NaN NaN
seed 4 15.34 NaN NaN
seed 4 15.31 NaN NaN
seed 4 15.26 NaN NaN
seed 4 15.38 NaN NaN
seed 4 15.2 NaN NaN
seed 4 15.56 NaN NaN
seed 4 14.93 NaN NaN
seed 4 14.94 NaN NaN
seed 5 14.67 NaN NaN
seed 5 15.05 NaN NaN
seed 5 14.9 NaN NaN
seed 5 15.06 NaN NaN
seed 5 14.76 NaN NaN
seed 5 14.81 NaN NaN
seed 5 14.84 NaN NaN
seed 5 14.78 NaN NaN
seed 5 14.82 NaN NaN
seed 5 14.61 NaN NaN
seed 6 15.62 NaN NaN
seed 6 15.71 NaN NaN
seed 6 16.12 NaN NaN
seed 6 15.98 NaN NaN
seed 6 15.69 NaN NaN
seed 6 15.67 NaN NaN
seed 6 16.13 NaN NaN
seed 6 16.03 NaN NaN
seed 6 15.49 NaN NaN
seed 6 15.66 NaN NaN
seed 7 19.78 NaN NaN
seed 7 19.99 NaN NaN
seed 7 20.41 NaN NaN
seed 7 20.29 NaN NaN
seed 7 20.31 NaN NaN
seed 7 19.89 NaN NaN
seed 7 20.29 NaN NaN
seed 7 20.36 NaN NaN
seed 7 19.39 NaN NaN
seed 7 20.28 NaN NaN
seed 8 26.17 NaN NaN
seed 8 26.19 NaN NaN
seed 8 26.46 NaN NaN
seed 8 28.18 NaN NaN
seed 8 33.33 NaN NaN
seed 8 26.77 NaN NaN
seed 8 28.27 NaN NaN
seed 8 25.75 NaN NaN
seed 8 28.11 NaN NaN
seed 8 27.2 NaN NaN
seed 9 90.05 NaN NaN
seed 9 89.97 NaN NaN
seed 9 90.01 NaN NaN
seed 9 77.95 NaN NaN
seed 9 90 NaN NaN
seed 9 89.82 NaN NaN
seed 9 86.05 NaN NaN
seed 9 89.98 NaN NaN
seed 9 89.99 NaN NaN
seed 9 90 NaN NaN
EOD
lines[3] = ' 1 2 3 4'

panel_title[4] = 'ResNet, He initialization'
note[4] = ''
$p4s1 << EOD
median 1 90 NaN NaN
median 2 90 NaN NaN
median 3 90 NaN NaN
median 4 31.195 NaN NaN
median 5 19.939999999999998 NaN NaN
median 6 90 NaN NaN
median 7 NaN NaN NaN
median 8 NaN NaN NaN
median 9 NaN NaN NaN
interval 1 90 90 90
interval 2 90 90 90
interval 3 90 90 90
interval 4 31.368000000000002 29.843385368377966 32.86490723898684
interval 5 19.713 18.73187923251936 20.66781021240415

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
seed 4 29.7 NaN NaN
seed 4 31.77 NaN NaN
seed 4 33.53 NaN NaN
seed 4 30.74 NaN NaN
seed 4 31.98 NaN NaN
seed 4 35.97 NaN NaN
seed 4 29.26 NaN NaN
seed 4 30.04 NaN NaN
seed 4 31.65 NaN NaN
seed 4 29.04 NaN NaN
seed 5 20.28 NaN NaN
seed 5 18.27 NaN NaN
seed 5 20.45 NaN NaN
seed 5 20.44 NaN NaN
seed 5 17.21 NaN NaN
seed 5 19.57 NaN NaN
seed 5 22.08 NaN NaN
seed 5 20.23 NaN NaN
seed 5 19.65 NaN NaN
seed 5 18.95 NaN NaN
seed 6 90 NaN NaN
seed 6 90 NaN NaN
lost 6 8 NaN NaN
lost 7 10 NaN NaN
lost 8 10 NaN NaN
lost 9 10 NaN NaN
EOD
$p4s2 << EOD
median 1 18.73 NaN NaN
median 2 18.35 NaN NaN
median 3 17.205 NaN NaN
median 4 16.1 NaN NaN
median 5 16.945 NaN NaN
median 6 20.79 NaN NaN
median 7 26.45 NaN NaN
median 8 37.275000000000006 NaN NaN
median 9 86.61 NaN NaN
interval 1 18.774 18.030060880178986 19.501658922135185
interval 2 18.226 17.657491748106466 18.784575049294716
interval 3 17.13 16.550805038935792 17.69802694115936
interval 4 16.110999999999997 15.63203357786162 16.58173494136444
interval 5 17.044 16.83336146922539 17.25313176632478
interval 6 20.815 20.394853246666237 21.23059393553763
interval 7 26.818 25.81843684801034 27.80061155209081
interval 8 38.824 34.20087584258808 43.32449909760381
interval 9 83.65100000000001 79.59561773841119 88.46565022705953
seed 1 18.25 NaN NaN
seed 1 19.57 NaN NaN
seed 1 20.54 NaN NaN
seed 1 18.95 NaN NaN
seed 1 17.45 NaN NaN
seed 1 18.51 NaN NaN
seed 1 17.17 NaN NaN
seed 1 19.53 NaN NaN
seed 1 18.41 NaN NaN
seed 1 19.36 NaN NaN
seed 2 18.62 NaN NaN
seed 2 17.27 NaN NaN
seed 2 17.01 NaN NaN
seed 2 18.23 NaN NaN
seed 2 18.21 NaN NaN
seed 2 18.65 NaN NaN
seed 2 18.74 NaN NaN
seed 2 18.47 NaN NaN
seed 2 17.45 NaN NaN
seed 2 19.61 NaN NaN
seed 3 16.25 NaN NaN
seed 3 16.22 NaN NaN
seed 3 17.88 NaN NaN
seed 3 16.36 NaN NaN
seed 3 18.01 NaN NaN
seed 3 18.17 NaN NaN
seed 3 17.74 NaN NaN
seed 3 17.32 NaN NaN
seed 3 16.26 NaN NaN
seed 3 17.09 NaN NaN
seed 4 15.77 NaN NaN
seed 4 14.79 NaN NaN
seed 4 16.99 NaN NaN
seed 4 16.81 NaN NaN
seed 4 15.63 NaN NaN
seed 4 16.27 NaN NaN
seed 4 16.11 NaN NaN
seed 4 15.86 NaN NaN
seed 4 16.09 NaN NaN
seed 4 16.79 NaN NaN
seed 5 16.71 NaN NaN
seed 5 16.71 NaN NaN
seed 5 16.89 NaN NaN
seed 5 17.51 NaN NaN
seed 5 17.43 NaN NaN
seed 5 16.83 NaN NaN
seed 5 16.92 NaN NaN
seed 5 16.97 NaN NaN
seed 5 17.35 NaN NaN
seed 5 17.12 NaN NaN
seed 6 19.92 NaN NaN
seed 6 19.97 NaN NaN
seed 6 20.57 NaN NaN
seed 6 21.61 NaN NaN
seed 6 21.03 NaN NaN
seed 6 20.84 NaN NaN
seed 6 21.63 NaN NaN
seed 6 20.74 NaN NaN
seed 6 20.68 NaN NaN
seed 6 21.16 NaN NaN
seed 7 28.14 NaN NaN
seed 7 25.42 NaN NaN
seed 7 27.46 NaN NaN
seed 7 27.94 NaN NaN
seed 7 26.56 NaN NaN
seed 7 25.9 NaN NaN
seed 7 29.51 NaN NaN
seed 7 25.23 NaN NaN
seed 7 26.34 NaN NaN
seed 7 25.68 NaN NaN
seed 8 41.58 NaN NaN
seed 8 31.93 NaN NaN
seed 8 38.45 NaN NaN
seed 8 50.55 NaN NaN
seed 8 35.78 NaN NaN
seed 8 36.1 NaN NaN
seed 8 44.24 NaN NaN
seed 8 30.64 NaN NaN
seed 8 45.06 NaN NaN
seed 8 33.91 NaN NaN
seed 9 86.52 NaN NaN
seed 9 89.89 NaN NaN
seed 9 89.47 NaN NaN
seed 9 90 NaN NaN
seed 9 70.18 NaN NaN
seed 9 80.78 NaN NaN
seed 9 76.85 NaN NaN
seed 9 86.7 NaN NaN
seed 9 87.7 NaN NaN
seed 9 78.42 NaN NaN
EOD
$p4s3 << EOD
median 1 29.795 NaN NaN
median 2 27.03 NaN NaN
median 3 25.185000000000002 NaN NaN
median 4 23.354999999999997 NaN NaN
median 5 20.37 NaN NaN
median 6 23.215 NaN NaN
median 7 40.6 NaN NaN
median 8 85.715 NaN NaN
median 9 90 NaN NaN
interval 1 30.045000000000005 28.06021604482056 31.978016114547202
interval 2 27.115 26.160752697241477 28.053946461523722
interval 3 27.017000000000003 23.8521527819121 30.05169822524307
interval 4 23.253 22.02119606751152 24.45223353524207
interval 5 20.677 19.734045307273462 21.59710659922609
interval 6 24.401000000000003 22.655816696467504 26.086307400190428
interval 7 47.619 32.55490045106545 64.20833892601307
interval 8 85.73000000000002 83.2438147492284 88.51924499716932
interval 9 89.989 89.97169648872911 90.00632267063754
seed 1 26.91 NaN NaN
seed 1 30.23 NaN NaN
seed 1 29.48 NaN NaN
seed 1 26.34 NaN NaN
seed 1 28.43 NaN NaN
seed 1 29.81 NaN NaN
seed 1 35.46 NaN NaN
seed 1 29.78 NaN NaN
seed 1 30.34 NaN NaN
seed 1 33.67 NaN NaN
seed 2 25.98 NaN NaN
seed 2 26.25 NaN NaN
seed 2 26.97 NaN NaN
seed 2 25 NaN NaN
seed 2 26.27 NaN NaN
seed 2 29.31 NaN NaN
seed 2 28.11 NaN NaN
seed 2 27.09 NaN NaN
seed 2 28.75 NaN NaN
seed 2 27.42 NaN NaN
seed 3 25.18 NaN NaN
seed 3 26.88 NaN NaN
seed 3 40.13 NaN NaN
seed 3 24.59 NaN NaN
seed 3 24.37 NaN NaN
seed 3 24.75 NaN NaN
seed 3 25.19 NaN NaN
seed 3 28.2 NaN NaN
seed 3 25.89 NaN NaN
seed 3 24.99 NaN NaN
seed 4 26.75 NaN NaN
seed 4 21.35 NaN NaN
seed 4 24.15 NaN NaN
seed 4 20.23 NaN NaN
seed 4 23.59 NaN NaN
seed 4 23.05 NaN NaN
seed 4 23.33 NaN NaN
seed 4 23.52 NaN NaN
seed 4 23.18 NaN NaN
seed 4 23.38 NaN NaN
seed 5 19.51 NaN NaN
seed 5 19.48 NaN NaN
seed 5 22.36 NaN NaN
seed 5 20.03 NaN NaN
seed 5 19.01 NaN NaN
seed 5 21.62 NaN NaN
seed 5 23.02 NaN NaN
seed 5 20.17 NaN NaN
seed 5 21 NaN NaN
seed 5 20.57 NaN NaN
seed 6 21.66 NaN NaN
seed 6 23.2 NaN NaN
seed 6 28.36 NaN NaN
seed 6 26.84 NaN NaN
seed 6 21.85 NaN NaN
seed 6 22.96 NaN NaN
seed 6 26.37 NaN NaN
seed 6 23.23 NaN NaN
seed 6 26.8 NaN NaN
seed 6 22.74 NaN NaN
seed 7 76.47 NaN NaN
seed 7 34.05 NaN NaN
seed 7 34.59 NaN NaN
seed 7 46.61 NaN NaN
seed 7 31.49 NaN NaN
seed 7 48.58 NaN NaN
seed 7 63.02 NaN NaN
seed 7 28.64 NaN NaN
seed 7 84.33 NaN NaN
seed 7 28.41 NaN NaN
seed 8 83.72 NaN NaN
seed 8 86.87 NaN NaN
seed 8 90 NaN NaN
seed 8 89.99 NaN NaN
seed 8 84.91 NaN NaN
seed 8 81.93 NaN NaN
seed 8 85.37 NaN NaN
seed 8 86.06 NaN NaN
seed 8 90 NaN NaN
seed 8 78.45 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 89.93 NaN NaN
seed 9 89.96 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
EOD
$p4s4 << EOD
median 1 26.485 NaN NaN
median 2 25.395 NaN NaN
median 3 23.395 NaN NaN
median 4 20.259999999999998 NaN NaN
median 5 19.185 NaN NaN
median 6 22.795 NaN NaN
median 7 30.165 NaN NaN
median 8 78.22 NaN NaN
median 9 90 NaN NaN
interval 1 26.005000000000003 24.994433305733622 26.99693301464689
interval 2 25.334000000000003 24.33485625569693 26.314186773005392
interval 3 23.477 22.53384736067835 24.401128500338196
interval 4 20.128000000000004 19.487071614622693 20.757901748698377
interval 5 18.925000000000004 18.259598930505955 19.577507085643187
interval 6 22.896 22.006845579790266 23.767623589120472
interval 7 31.796000000000003 28.63883062890239 34.84596702014558
interval 8 80.41100000000002 74.92953835643036 86.9203428790743
interval 9 90.003 89.99541811991219 90.01058555200525
seed 1 25.4 NaN NaN
seed 1 27.83 NaN NaN
seed 1 23.92 NaN NaN
seed 1 23.85 NaN NaN
seed 1 26.75 NaN NaN
seed 1 26.68 NaN NaN
seed 1 27.43 NaN NaN
seed 1 26.29 NaN NaN
seed 1 25.07 NaN NaN
seed 1 26.83 NaN NaN
seed 2 24.91 NaN NaN
seed 2 24.84 NaN NaN
seed 2 26.21 NaN NaN
seed 2 24.22 NaN NaN
seed 2 25.88 NaN NaN
seed 2 26.55 NaN NaN
seed 2 23.65 NaN NaN
seed 2 27.03 NaN NaN
seed 2 23.16 NaN NaN
seed 2 26.89 NaN NaN
seed 3 24.26 NaN NaN
seed 3 22.88 NaN NaN
seed 3 22.78 NaN NaN
seed 3 21.42 NaN NaN
seed 3 24.68 NaN NaN
seed 3 25.39 NaN NaN
seed 3 21.81 NaN NaN
seed 3 24.76 NaN NaN
seed 3 23.39 NaN NaN
seed 3 23.4 NaN NaN
seed 4 21.19 NaN NaN
seed 4 18.52 NaN NaN
seed 4 19.69 NaN NaN
seed 4 20.78 NaN NaN
seed 4 18.96 NaN NaN
seed 4 20.66 NaN NaN
seed 4 20.06 NaN NaN
seed 4 19.92 NaN NaN
seed 4 21.04 NaN NaN
seed 4 20.46 NaN NaN
seed 5 18.16 NaN NaN
seed 5 17.65 NaN NaN
seed 5 19.22 NaN NaN
seed 5 19.15 NaN NaN
seed 5 17.44 NaN NaN
seed 5 19.57 NaN NaN
seed 5 20.11 NaN NaN
seed 5 19.42 NaN NaN
seed 5 18.69 NaN NaN
seed 5 19.84 NaN NaN
seed 6 21.66 NaN NaN
seed 6 22.33 NaN NaN
seed 6 23.85 NaN NaN
seed 6 25.1 NaN NaN
seed 6 21 NaN NaN
seed 6 22.06 NaN NaN
seed 6 24.13 NaN NaN
seed 6 23.24 NaN NaN
seed 6 22.52 NaN NaN
seed 6 23.07 NaN NaN
seed 7 35 NaN NaN
seed 7 28.44 NaN NaN
seed 7 40.07 NaN NaN
seed 7 38.11 NaN NaN
seed 7 28.17 NaN NaN
seed 7 31.6 NaN NaN
seed 7 29.67 NaN NaN
seed 7 29.06 NaN NaN
seed 7 30.66 NaN NaN
seed 7 27.18 NaN NaN
seed 8 75.4 NaN NaN
seed 8 89.6 NaN NaN
seed 8 78.78 NaN NaN
seed 8 90.01 NaN NaN
seed 8 77.66 NaN NaN
seed 8 85.52 NaN NaN
seed 8 76.45 NaN NaN
seed 8 90 NaN NaN
seed 8 77.5 NaN NaN
seed 8 63.19 NaN NaN
seed 9 90.01 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 89.99 NaN NaN
seed 9 90.03 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
seed 9 90 NaN NaN
EOD
lines[4] = ' 1 2 3 4'

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

# $cellsP, of panel P: column, row, whether there is a median, the median, the numbers of unsuccessful and of refused trials.
array cell_mean[rows*categories + 1]; array cell_lost[rows*categories + 1]; array cell_refused[rows*categories + 1]
fill(at, w, y) = (y == y && (w eq 'mean' || w eq 'median') ? (cell_mean[at] = y, 1) : 0, w eq 'lost' ? (cell_lost[at] = y, 1) : 0, w eq 'refused' ? (cell_refused[at] = y, 1) : 0, 1)
do for [p = 1:panels] {
    do for [i = 1:rows*categories] { cell_mean[i] = NaN; cell_lost[i] = 0; cell_refused[i] = 0 }
    set table $scratch
    do for [k in shown[p]] { plot block(p, k) using (fill((row_of[int(k)] - 1)*categories + int($2), strcol(1), $3)) with table }
    unset table
    eval sprintf('set print $cells%d', p)
    do for [i = 1:rows*categories] {
        print sprintf('%d %d %d %.17g %d %d', (i - 1) % categories + 1, (i - 1)/categories + 1, cell_mean[i] == cell_mean[i], \
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
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(categories*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = min((width - name_inch - 0.06)/panel_columns - 0.15, categories*(panels == 1 ? 2.2 : 1.1))
indent_inch = 0.5*(width - name_inch - 0.06 - panel_columns*(map_inch + 0.15))
# roomy: the cells are so wide that their numbers have a larger font.
roomy = map_inch/categories > 1.5
cell_letters = map_inch/categories/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/categories > 1.7*line_inch ? 35 : 90
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
        set xrange [0.5:categories + 0.5]; set yrange [rows + 0.5:0.5]
        set xtics nomirror scale 0 (tick_text(category[1]) 1)
        do for [i = 2:categories] { set xtics add (tick_text(category[i]) i) }
        set ytics nomirror scale 0 (tick_text(row_label[1]) 1)
        do for [k = 2:rows] { set ytics add (tick_text(row_label[k]) k) }
        set xlabel (p + panel_columns > panels ? tx(x_label) : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            column = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = indent_inch + name_inch + column*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + rows*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (column > 0) { set format y '' ; unset ytics }
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
                    part(with_theory[p], "using (pick('theory', $2)):(place_of($3)) with lines lw 4 dt solid lc rgb 'white'") . \
                    part(with_theory[p], "using (pick('theory', $2)):(place_of($3)) with lines lw 2 dt (8,4) lc rgb 'black'") . 'NaN notitle'
                do for [i = 1:rows*categories] { crossed[i] = 0 }
                set table $scratch
                do for [k in with_theory[p]] { plot block(p, k) using (cross(int($2), place_of($3))) with table }
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
