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
title = 'Test error of residual nets against batch size'
caption = 'fashion-mnist, cifar10, 10 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean where all seeds learn'
x_label = 'batch size'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'multiples'; x_log = 2; y_log = 10; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 22
array label[23]; array style[23]; array look[23]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'batchnorm scale=l1'
style[3] = 'batchnorm scale=l1'; look[3] = 'line'
label[4] = 'batchnorm scale=linf'
style[4] = 'batchnorm scale=linf'; look[4] = 'line'
label[5] = 'batchnorm and noise'
style[5] = 'batchnorm and noise'; look[5] = 'line'
label[6] = 'batchrenorm'
style[6] = 'batchrenorm'; look[6] = 'line'
label[7] = 'batchgroupnorm'
style[7] = 'batchgroupnorm'; look[7] = 'line'
label[8] = 'switchablenorm'
style[8] = 'switchablenorm'; look[8] = 'line'
label[9] = 'iternorm'
style[9] = 'iternorm'; look[9] = 'line'
label[10] = 'powernorm'
style[10] = 'powernorm'; look[10] = 'line'
label[11] = 'evonorm b0'
style[11] = 'evonorm b0'; look[11] = 'line'
label[12] = 'groupnorm'
style[12] = 'groupnorm'; look[12] = 'line'
label[13] = 'groupnorm and ws'
style[13] = 'groupnorm and ws'; look[13] = 'line'
label[14] = 'layernorm'
style[14] = 'layernorm'; look[14] = 'line'
label[15] = 'instancenorm'
style[15] = 'instancenorm'; look[15] = 'line'
label[16] = 'rmsnorm'
style[16] = 'rmsnorm'; look[16] = 'line'
label[17] = 'frn and tlu'
style[17] = 'frn and tlu'; look[17] = 'line'
label[18] = 'evonorm s0'
style[18] = 'evonorm s0'; look[18] = 'line'
label[19] = 'dyt'
style[19] = 'dyt'; look[19] = 'line'
label[20] = 'weightnorm'
style[20] = 'weightnorm'; look[20] = 'line'
label[21] = 'skipinit'
style[21] = 'skipinit'; look[21] = 'line'
label[22] = 'batchnorm ghost=16'
style[22] = 'batchnorm ghost=16'; look[22] = 'line'
references = ' 2 12'

categories = 0; array category[1]

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = 'Fashion-MNIST'
note[1] = ''
$p1s1 << EOD
median 2 14.73 NaN NaN
median 4 14.76 NaN NaN
median 8 15.05 NaN NaN
median 32 15.64 NaN NaN
median 128 90 NaN NaN
interval 2 14.687999999999999 14.49307048986494 14.88220978967674
interval 4 14.844000000000003 14.587885743799987 15.097204339869903
interval 8 15.032000000000002 14.773685514197338 15.28744290630217
interval 32 16.004 15.461603151589669 16.527464484659994

seed 2 14.91 NaN NaN
seed 2 14.32 NaN NaN
seed 2 14.86 NaN NaN
seed 2 14.95 NaN NaN
seed 2 14.72 NaN NaN
seed 2 14.57 NaN NaN
seed 2 14.74 NaN NaN
seed 2 14.49 NaN NaN
seed 2 14.37 NaN NaN
seed 2 14.95 NaN NaN
seed 4 14.78 NaN NaN
seed 4 14.59 NaN NaN
seed 4 14.74 NaN NaN
seed 4 15.64 NaN NaN
seed 4 14.93 NaN NaN
seed 4 15.14 NaN NaN
seed 4 14.62 NaN NaN
seed 4 14.36 NaN NaN
seed 4 15.06 NaN NaN
seed 4 14.58 NaN NaN
seed 8 14.97 NaN NaN
seed 8 15.03 NaN NaN
seed 8 15.39 NaN NaN
seed 8 15.07 NaN NaN
seed 8 14.96 NaN NaN
seed 8 15.19 NaN NaN
seed 8 15.32 NaN NaN
seed 8 15.43 NaN NaN
seed 8 14.19 NaN NaN
seed 8 14.77 NaN NaN
seed 32 16.45 NaN NaN
seed 32 15.25 NaN NaN
seed 32 17.63 NaN NaN
seed 32 15.57 NaN NaN
seed 32 15.21 NaN NaN
seed 32 16.48 NaN NaN
seed 32 17.15 NaN NaN
seed 32 15.18 NaN NaN
seed 32 15.41 NaN NaN
seed 32 15.71 NaN NaN
seed 128 90 NaN NaN
seed 128 17.14 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 19.36 NaN NaN
seed 128 25.45 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 21.66 NaN NaN
EOD
$p1s2 << EOD
median 2 14.780000000000001 NaN NaN
median 4 14.105 NaN NaN
median 8 14.05 NaN NaN
median 32 14.035 NaN NaN
median 128 14.75 NaN NaN
interval 2 14.775 14.541706187218596 15.006266126977325
interval 4 14.125000000000004 13.894709018706314 14.353077740725121
interval 8 14.123 13.905644315153276 14.33864808765879
interval 32 14.017000000000001 13.763353042154058 14.26741576171523
interval 128 14.77 14.550276544413311 14.988192647166915
seed 2 14.98 NaN NaN
seed 2 14.36 NaN NaN
seed 2 14.6 NaN NaN
seed 2 15.12 NaN NaN
seed 2 14.68 NaN NaN
seed 2 14.51 NaN NaN
seed 2 14.37 NaN NaN
seed 2 14.88 NaN NaN
seed 2 14.96 NaN NaN
seed 2 15.29 NaN NaN
seed 4 14.08 NaN NaN
seed 4 14.13 NaN NaN
seed 4 13.73 NaN NaN
seed 4 14.91 NaN NaN
seed 4 14.19 NaN NaN
seed 4 13.87 NaN NaN
seed 4 13.93 NaN NaN
seed 4 13.96 NaN NaN
seed 4 14.18 NaN NaN
seed 4 14.27 NaN NaN
seed 8 13.78 NaN NaN
seed 8 13.88 NaN NaN
seed 8 14 NaN NaN
seed 8 14.67 NaN NaN
seed 8 14.38 NaN NaN
seed 8 13.84 NaN NaN
seed 8 14.1 NaN NaN
seed 8 14.06 NaN NaN
seed 8 14.04 NaN NaN
seed 8 14.48 NaN NaN
seed 32 13.58 NaN NaN
seed 32 14.02 NaN NaN
seed 32 14.05 NaN NaN
seed 32 14.8 NaN NaN
seed 32 14.35 NaN NaN
seed 32 14.07 NaN NaN
seed 32 13.65 NaN NaN
seed 32 13.77 NaN NaN
seed 32 13.73 NaN NaN
seed 32 14.15 NaN NaN
seed 128 14.34 NaN NaN
seed 128 14.49 NaN NaN
seed 128 14.83 NaN NaN
seed 128 15.16 NaN NaN
seed 128 15.07 NaN NaN
seed 128 14.48 NaN NaN
seed 128 14.67 NaN NaN
seed 128 14.64 NaN NaN
seed 128 14.89 NaN NaN
seed 128 15.13 NaN NaN
EOD
$p1s3 << EOD
median 2 14.825 NaN NaN
median 4 14.185 NaN NaN
median 8 14.125 NaN NaN
median 32 13.96 NaN NaN
median 128 14.83 NaN NaN
interval 2 14.838 14.55580861301445 15.116170911491231
interval 4 14.258000000000001 13.995375156075895 14.517130621396594
interval 8 14.070000000000002 13.843561084001923 14.294370561111446
interval 32 14.038000000000002 13.773691351300968 14.29861701534463
interval 128 14.803 14.611997830910466 14.99344126842193
seed 2 14.69 NaN NaN
seed 2 14.86 NaN NaN
seed 2 14.17 NaN NaN
seed 2 15.25 NaN NaN
seed 2 14.84 NaN NaN
seed 2 14.81 NaN NaN
seed 2 15.34 NaN NaN
seed 2 14.63 NaN NaN
seed 2 14.35 NaN NaN
seed 2 15.44 NaN NaN
seed 4 13.85 NaN NaN
seed 4 14.12 NaN NaN
seed 4 14.21 NaN NaN
seed 4 14.92 NaN NaN
seed 4 14.4 NaN NaN
seed 4 13.96 NaN NaN
seed 4 13.84 NaN NaN
seed 4 14.23 NaN NaN
seed 4 14.16 NaN NaN
seed 4 14.89 NaN NaN
seed 8 14.19 NaN NaN
seed 8 13.71 NaN NaN
seed 8 14.23 NaN NaN
seed 8 14.57 NaN NaN
seed 8 14.2 NaN NaN
seed 8 13.62 NaN NaN
seed 8 13.82 NaN NaN
seed 8 13.87 NaN NaN
seed 8 14.06 NaN NaN
seed 8 14.43 NaN NaN
seed 32 13.88 NaN NaN
seed 32 13.51 NaN NaN
seed 32 13.84 NaN NaN
seed 32 14.65 NaN NaN
seed 32 14.17 NaN NaN
seed 32 13.78 NaN NaN
seed 32 14.04 NaN NaN
seed 32 13.73 NaN NaN
seed 32 14.07 NaN NaN
seed 32 14.71 NaN NaN
seed 128 14.77 NaN NaN
seed 128 14.9 NaN NaN
seed 128 14.37 NaN NaN
seed 128 15.2 NaN NaN
seed 128 15 NaN NaN
seed 128 14.71 NaN NaN
seed 128 14.86 NaN NaN
seed 128 14.82 NaN NaN
seed 128 14.56 NaN NaN
seed 128 14.84 NaN NaN
EOD
$p1s4 << EOD
median 2 17.335 NaN NaN
median 4 16.134999999999998 NaN NaN
median 8 15.8 NaN NaN
median 32 15.57 NaN NaN
median 128 16.83 NaN NaN
interval 2 17.571 17.002360925675497 18.12126501201986
interval 4 16.145 15.90945793159987 16.378963862835377
interval 8 15.748999999999999 15.471779531744911 16.022901884103042
interval 32 15.541000000000002 15.242031812285548 15.835601205096896
interval 128 16.874000000000002 16.560905536191065 17.18284599419074
seed 2 17.54 NaN NaN
seed 2 16.56 NaN NaN
seed 2 17.13 NaN NaN
seed 2 18.76 NaN NaN
seed 2 17.1 NaN NaN
seed 2 17.84 NaN NaN
seed 2 19.44 NaN NaN
seed 2 17.01 NaN NaN
seed 2 16.65 NaN NaN
seed 2 17.68 NaN NaN
seed 4 16.12 NaN NaN
seed 4 15.76 NaN NaN
seed 4 16.15 NaN NaN
seed 4 16.78 NaN NaN
seed 4 15.97 NaN NaN
seed 4 16.2 NaN NaN
seed 4 16.46 NaN NaN
seed 4 16.08 NaN NaN
seed 4 15.71 NaN NaN
seed 4 16.22 NaN NaN
seed 8 15.78 NaN NaN
seed 8 15.31 NaN NaN
seed 8 15.82 NaN NaN
seed 8 16.19 NaN NaN
seed 8 15.32 NaN NaN
seed 8 15.9 NaN NaN
seed 8 15.99 NaN NaN
seed 8 15.57 NaN NaN
seed 8 15.2 NaN NaN
seed 8 16.41 NaN NaN
seed 32 15.61 NaN NaN
seed 32 15.02 NaN NaN
seed 32 15.01 NaN NaN
seed 32 16.14 NaN NaN
seed 32 15.53 NaN NaN
seed 32 15.48 NaN NaN
seed 32 15.67 NaN NaN
seed 32 15.93 NaN NaN
seed 32 14.94 NaN NaN
seed 32 16.08 NaN NaN
seed 128 16.27 NaN NaN
seed 128 16.73 NaN NaN
seed 128 16.93 NaN NaN
seed 128 17.64 NaN NaN
seed 128 17.01 NaN NaN
seed 128 16.64 NaN NaN
seed 128 16.97 NaN NaN
seed 128 16.61 NaN NaN
seed 128 16.35 NaN NaN
seed 128 17.59 NaN NaN
EOD
$p1s5 << EOD
median 2 15.695 NaN NaN
median 4 15.515 NaN NaN
median 8 15.24 NaN NaN
median 32 15.295 NaN NaN
median 128 16.87 NaN NaN
interval 2 15.796000000000003 15.579184256506856 16.0117437916534
interval 4 15.437000000000001 15.200525109786707 15.671609868518601
interval 8 15.168000000000001 14.964116798294873 15.371029748402462
interval 32 15.296999999999997 15.013355270597332 15.576804765647584
interval 128 16.767000000000003 16.43716030346199 17.091799570102037
seed 2 16 NaN NaN
seed 2 15.66 NaN NaN
seed 2 15.49 NaN NaN
seed 2 16.05 NaN NaN
seed 2 15.71 NaN NaN
seed 2 15.68 NaN NaN
seed 2 16.01 NaN NaN
seed 2 15.59 NaN NaN
seed 2 15.47 NaN NaN
seed 2 16.3 NaN NaN
seed 4 15.35 NaN NaN
seed 4 14.89 NaN NaN
seed 4 14.9 NaN NaN
seed 4 15.71 NaN NaN
seed 4 15.68 NaN NaN
seed 4 15.68 NaN NaN
seed 4 15.49 NaN NaN
seed 4 15.37 NaN NaN
seed 4 15.54 NaN NaN
seed 4 15.76 NaN NaN
seed 8 15.3 NaN NaN
seed 8 14.73 NaN NaN
seed 8 14.91 NaN NaN
seed 8 15.39 NaN NaN
seed 8 15.56 NaN NaN
seed 8 15.31 NaN NaN
seed 8 15.18 NaN NaN
seed 8 15.04 NaN NaN
seed 8 14.96 NaN NaN
seed 8 15.3 NaN NaN
seed 32 14.89 NaN NaN
seed 32 15.42 NaN NaN
seed 32 14.85 NaN NaN
seed 32 15.7 NaN NaN
seed 32 16.12 NaN NaN
seed 32 15.23 NaN NaN
seed 32 14.82 NaN NaN
seed 32 15.07 NaN NaN
seed 32 15.36 NaN NaN
seed 32 15.51 NaN NaN
seed 128 16.26 NaN NaN
seed 128 16.15 NaN NaN
seed 128 16.95 NaN NaN
seed 128 16.8 NaN NaN
seed 128 17.46 NaN NaN
seed 128 17.45 NaN NaN
seed 128 17.06 NaN NaN
seed 128 16.32 NaN NaN
seed 128 16.28 NaN NaN
seed 128 16.94 NaN NaN
EOD
$p1s6 << EOD
median 2 15.055 NaN NaN
median 4 14.61 NaN NaN
median 8 14.415 NaN NaN
median 32 14.43 NaN NaN
median 128 15.120000000000001 NaN NaN
interval 2 15.092000000000002 14.773266212769594 15.405078286371904
interval 4 14.550999999999998 14.259997572841527 14.837372775746601
interval 8 14.419999999999998 14.124274169347819 14.710801355562959
interval 32 14.588 14.233306083358517 14.93469722928979
interval 128 15.187000000000001 14.892873432693333 15.476757623834061
seed 2 15.03 NaN NaN
seed 2 14.8 NaN NaN
seed 2 15.2 NaN NaN
seed 2 16.34 NaN NaN
seed 2 14.69 NaN NaN
seed 2 15.08 NaN NaN
seed 2 14.86 NaN NaN
seed 2 15.16 NaN NaN
seed 2 14.58 NaN NaN
seed 2 15.18 NaN NaN
seed 4 14.78 NaN NaN
seed 4 14.45 NaN NaN
seed 4 14.1 NaN NaN
seed 4 15.53 NaN NaN
seed 4 14.61 NaN NaN
seed 4 14.63 NaN NaN
seed 4 14.2 NaN NaN
seed 4 13.97 NaN NaN
seed 4 14.61 NaN NaN
seed 4 14.63 NaN NaN
seed 8 13.9 NaN NaN
seed 8 14.32 NaN NaN
seed 8 13.94 NaN NaN
seed 8 15.18 NaN NaN
seed 8 14.51 NaN NaN
seed 8 14.74 NaN NaN
seed 8 13.96 NaN NaN
seed 8 14.11 NaN NaN
seed 8 14.82 NaN NaN
seed 8 14.72 NaN NaN
seed 32 14.1 NaN NaN
seed 32 14.09 NaN NaN
seed 32 14.27 NaN NaN
seed 32 15.31 NaN NaN
seed 32 15.81 NaN NaN
seed 32 14.25 NaN NaN
seed 32 14.64 NaN NaN
seed 32 14.48 NaN NaN
seed 32 14.55 NaN NaN
seed 32 14.38 NaN NaN
seed 128 14.62 NaN NaN
seed 128 14.7 NaN NaN
seed 128 15.28 NaN NaN
seed 128 15.57 NaN NaN
seed 128 15.94 NaN NaN
seed 128 14.88 NaN NaN
seed 128 15.05 NaN NaN
seed 128 14.95 NaN NaN
seed 128 15.19 NaN NaN
seed 128 15.69 NaN NaN
EOD
$p1s7 << EOD
median 2 15.17 NaN NaN
median 4 14.92 NaN NaN
median 8 14.995000000000001 NaN NaN
median 32 15.38 NaN NaN
median 128 18.145 NaN NaN
interval 2 15.262 14.926853462053582 15.590814894710867
interval 4 14.993 14.689661946816088 15.291413009211189
interval 8 14.963000000000003 14.68200842002906 15.240091114853797
interval 32 15.343000000000004 15.074708228201303 15.608165373892671
interval 128 18.620999999999995 17.505767978493264 19.666624527105473
seed 2 14.92 NaN NaN
seed 2 14.95 NaN NaN
seed 2 15.27 NaN NaN
seed 2 16.18 NaN NaN
seed 2 14.76 NaN NaN
seed 2 16.03 NaN NaN
seed 2 15.48 NaN NaN
seed 2 15.07 NaN NaN
seed 2 14.65 NaN NaN
seed 2 15.31 NaN NaN
seed 4 14.46 NaN NaN
seed 4 14.63 NaN NaN
seed 4 15.11 NaN NaN
seed 4 15.75 NaN NaN
seed 4 14.64 NaN NaN
seed 4 15.62 NaN NaN
seed 4 15.33 NaN NaN
seed 4 15 NaN NaN
seed 4 14.55 NaN NaN
seed 4 14.84 NaN NaN
seed 8 14.87 NaN NaN
seed 8 14.44 NaN NaN
seed 8 15.03 NaN NaN
seed 8 15.69 NaN NaN
seed 8 14.6 NaN NaN
seed 8 15.4 NaN NaN
seed 8 14.97 NaN NaN
seed 8 15.21 NaN NaN
seed 8 14.4 NaN NaN
seed 8 15.02 NaN NaN
seed 32 15.38 NaN NaN
seed 32 14.46 NaN NaN
seed 32 15.69 NaN NaN
seed 32 15.59 NaN NaN
seed 32 15.38 NaN NaN
seed 32 15.71 NaN NaN
seed 32 15.64 NaN NaN
seed 32 15.2 NaN NaN
seed 32 15.05 NaN NaN
seed 32 15.33 NaN NaN
seed 128 17.72 NaN NaN
seed 128 15.76 NaN NaN
seed 128 22.31 NaN NaN
seed 128 19.16 NaN NaN
seed 128 17.07 NaN NaN
seed 128 17.99 NaN NaN
seed 128 19.83 NaN NaN
seed 128 20.08 NaN NaN
seed 128 18.23 NaN NaN
seed 128 18.06 NaN NaN
EOD
$p1s8 << EOD
median 2 14.190000000000001 NaN NaN
median 4 14.059999999999999 NaN NaN
median 8 13.89 NaN NaN
median 32 14.05 NaN NaN
median 128 14.395 NaN NaN
interval 2 14.128999999999996 13.897924231066694 14.35785405915331
interval 4 13.956 13.729019182845176 14.180846308141875
interval 8 13.947999999999999 13.70584593911436 14.187387141072076
interval 32 13.959999999999999 13.685063682111881 14.23072599463445
interval 128 14.394 14.17057753550377 14.615593783389972
seed 2 13.72 NaN NaN
seed 2 13.7 NaN NaN
seed 2 14.02 NaN NaN
seed 2 14.63 NaN NaN
seed 2 13.78 NaN NaN
seed 2 14.29 NaN NaN
seed 2 14.17 NaN NaN
seed 2 14.21 NaN NaN
seed 2 14.29 NaN NaN
seed 2 14.48 NaN NaN
seed 4 14.18 NaN NaN
seed 4 13.56 NaN NaN
seed 4 13.52 NaN NaN
seed 4 14.15 NaN NaN
seed 4 13.55 NaN NaN
seed 4 14.01 NaN NaN
seed 4 14.42 NaN NaN
seed 4 14.14 NaN NaN
seed 4 14.11 NaN NaN
seed 4 13.92 NaN NaN
seed 8 14 NaN NaN
seed 8 13.59 NaN NaN
seed 8 13.83 NaN NaN
seed 8 14.41 NaN NaN
seed 8 13.56 NaN NaN
seed 8 13.87 NaN NaN
seed 8 14.21 NaN NaN
seed 8 13.57 NaN NaN
seed 8 13.91 NaN NaN
seed 8 14.53 NaN NaN
seed 32 13.65 NaN NaN
seed 32 14.09 NaN NaN
seed 32 13.28 NaN NaN
seed 32 14.68 NaN NaN
seed 32 13.52 NaN NaN
seed 32 14.15 NaN NaN
seed 32 14.02 NaN NaN
seed 32 13.83 NaN NaN
seed 32 14.08 NaN NaN
seed 32 14.3 NaN NaN
seed 128 14.39 NaN NaN
seed 128 14.45 NaN NaN
seed 128 14.07 NaN NaN
seed 128 15.11 NaN NaN
seed 128 14.16 NaN NaN
seed 128 14.45 NaN NaN
seed 128 14.6 NaN NaN
seed 128 14.19 NaN NaN
seed 128 14.12 NaN NaN
seed 128 14.4 NaN NaN
EOD
$p1s9 << EOD
median 2 16.025 NaN NaN
median 4 14.600000000000001 NaN NaN
median 8 13.825 NaN NaN
median 32 13.79 NaN NaN
median 128 14.135 NaN NaN
interval 2 16.389999999999997 15.83590368052652 16.92498800363987
interval 4 14.561000000000002 14.305288264028505 14.813709800885752
interval 8 13.884 13.630937178091342 14.13380241098246
interval 32 13.705000000000002 13.455646915019827 13.951182882566497
interval 128 14.139000000000001 13.955171893762873 14.322282672478122
seed 2 17.24 NaN NaN
seed 2 17.17 NaN NaN
seed 2 16.03 NaN NaN
seed 2 17.7 NaN NaN
seed 2 16.02 NaN NaN
seed 2 15.24 NaN NaN
seed 2 15.96 NaN NaN
seed 2 15.37 NaN NaN
seed 2 15.84 NaN NaN
seed 2 17.33 NaN NaN
seed 4 14.34 NaN NaN
seed 4 14.86 NaN NaN
seed 4 13.79 NaN NaN
seed 4 15.02 NaN NaN
seed 4 14.71 NaN NaN
seed 4 14.46 NaN NaN
seed 4 14.31 NaN NaN
seed 4 14.49 NaN NaN
seed 4 14.76 NaN NaN
seed 4 14.87 NaN NaN
seed 8 13.47 NaN NaN
seed 8 13.69 NaN NaN
seed 8 13.36 NaN NaN
seed 8 14.26 NaN NaN
seed 8 14.4 NaN NaN
seed 8 13.6 NaN NaN
seed 8 13.87 NaN NaN
seed 8 14.15 NaN NaN
seed 8 13.78 NaN NaN
seed 8 14.26 NaN NaN
seed 32 13.88 NaN NaN
seed 32 14.16 NaN NaN
seed 32 12.96 NaN NaN
seed 32 13.88 NaN NaN
seed 32 13.98 NaN NaN
seed 32 13.89 NaN NaN
seed 32 13.26 NaN NaN
seed 32 13.67 NaN NaN
seed 32 13.7 NaN NaN
seed 32 13.67 NaN NaN
seed 128 13.98 NaN NaN
seed 128 14.39 NaN NaN
seed 128 13.85 NaN NaN
seed 128 14.57 NaN NaN
seed 128 14.16 NaN NaN
seed 128 14.12 NaN NaN
seed 128 13.98 NaN NaN
seed 128 13.94 NaN NaN
seed 128 14.15 NaN NaN
seed 128 14.25 NaN NaN
EOD
$p1s10 << EOD
median 2 15.335 NaN NaN
median 4 15.3 NaN NaN
median 8 15.09 NaN NaN
median 32 15.67 NaN NaN
median 128 22.64 NaN NaN
interval 2 15.386000000000001 15.054923307887908 15.711063813600997
interval 4 15.264000000000001 14.956017299510526 15.567028406701546
interval 8 15.194999999999999 14.868517932711091 15.515547523820942
interval 32 15.724 15.430070784050248 16.013874083533018

seed 2 14.82 NaN NaN
seed 2 14.74 NaN NaN
seed 2 15.07 NaN NaN
seed 2 15.68 NaN NaN
seed 2 15.75 NaN NaN
seed 2 14.95 NaN NaN
seed 2 16.01 NaN NaN
seed 2 15.38 NaN NaN
seed 2 15.29 NaN NaN
seed 2 16.17 NaN NaN
seed 4 14.59 NaN NaN
seed 4 15.02 NaN NaN
seed 4 14.98 NaN NaN
seed 4 15.67 NaN NaN
seed 4 15.41 NaN NaN
seed 4 14.65 NaN NaN
seed 4 16 NaN NaN
seed 4 15.19 NaN NaN
seed 4 15.6 NaN NaN
seed 4 15.53 NaN NaN
seed 8 14.73 NaN NaN
seed 8 14.73 NaN NaN
seed 8 15.04 NaN NaN
seed 8 16.04 NaN NaN
seed 8 14.96 NaN NaN
seed 8 15.14 NaN NaN
seed 8 15.97 NaN NaN
seed 8 14.62 NaN NaN
seed 8 15.33 NaN NaN
seed 8 15.39 NaN NaN
seed 32 15.29 NaN NaN
seed 32 15.57 NaN NaN
seed 32 15.11 NaN NaN
seed 32 16.09 NaN NaN
seed 32 16.01 NaN NaN
seed 32 15.68 NaN NaN
seed 32 16.62 NaN NaN
seed 32 15.46 NaN NaN
seed 32 15.75 NaN NaN
seed 32 15.66 NaN NaN
seed 128 22.69 NaN NaN
seed 128 19.19 NaN NaN
seed 128 19.92 NaN NaN
seed 128 24.25 NaN NaN
seed 128 22.59 NaN NaN
seed 128 24.09 NaN NaN
lost 128 4 NaN NaN
EOD
$p1s11 << EOD
median 2 14.545 NaN NaN
median 4 14.235 NaN NaN
median 8 14.010000000000002 NaN NaN
median 32 14.41 NaN NaN
median 128 16.505000000000003 NaN NaN
interval 2 14.551999999999998 14.381797787381297 14.722186280660802
interval 4 14.285000000000002 14.090782973516015 14.478385142476814
interval 8 14.134 13.912065108565239 14.354061664880216
interval 32 14.354 14.154917827765292 14.552118541209627
interval 128 16.747000000000003 16.296334292385055 17.186145892517875
seed 2 14.66 NaN NaN
seed 2 14.32 NaN NaN
seed 2 14.79 NaN NaN
seed 2 14.77 NaN NaN
seed 2 14.52 NaN NaN
seed 2 14.71 NaN NaN
seed 2 14.57 NaN NaN
seed 2 14.51 NaN NaN
seed 2 14.32 NaN NaN
seed 2 14.35 NaN NaN
seed 4 14.32 NaN NaN
seed 4 13.93 NaN NaN
seed 4 14.65 NaN NaN
seed 4 14.42 NaN NaN
seed 4 14.2 NaN NaN
seed 4 14.67 NaN NaN
seed 4 14.18 NaN NaN
seed 4 14.23 NaN NaN
seed 4 14.01 NaN NaN
seed 4 14.24 NaN NaN
seed 8 13.96 NaN NaN
seed 8 13.94 NaN NaN
seed 8 14.51 NaN NaN
seed 8 14.52 NaN NaN
seed 8 14.23 NaN NaN
seed 8 14.58 NaN NaN
seed 8 14.06 NaN NaN
seed 8 13.89 NaN NaN
seed 8 13.8 NaN NaN
seed 8 13.85 NaN NaN
seed 32 14.39 NaN NaN
seed 32 13.91 NaN NaN
seed 32 14.25 NaN NaN
seed 32 14.64 NaN NaN
seed 32 14.28 NaN NaN
seed 32 14.64 NaN NaN
seed 32 14.53 NaN NaN
seed 32 14.43 NaN NaN
seed 32 13.99 NaN NaN
seed 32 14.48 NaN NaN
seed 128 16.16 NaN NaN
seed 128 16.03 NaN NaN
seed 128 17.2 NaN NaN
seed 128 17.16 NaN NaN
seed 128 17.85 NaN NaN
seed 128 15.93 NaN NaN
seed 128 16.33 NaN NaN
seed 128 16.6 NaN NaN
seed 128 17.8 NaN NaN
seed 128 16.41 NaN NaN
EOD
$p1s12 << EOD
median 2 15.075 NaN NaN
median 4 14.995000000000001 NaN NaN
median 8 15.03 NaN NaN
median 32 15.355 NaN NaN
median 128 17.1 NaN NaN
interval 2 14.919 14.648607103747512 15.185937835677715
interval 4 14.926000000000002 14.648433714674852 15.199804426039648
interval 8 15.123000000000001 14.846014534288607 15.396350473064398
interval 32 15.376000000000001 15.123210877070088 15.626274980839185
interval 128 17.645999999999997 16.692956857155664 18.54430937614549
seed 2 14.39 NaN NaN
seed 2 15.05 NaN NaN
seed 2 14.75 NaN NaN
seed 2 15.59 NaN NaN
seed 2 14.56 NaN NaN
seed 2 15.16 NaN NaN
seed 2 15.1 NaN NaN
seed 2 15.11 NaN NaN
seed 2 14.37 NaN NaN
seed 2 15.11 NaN NaN
seed 4 14.98 NaN NaN
seed 4 14.6 NaN NaN
seed 4 15.21 NaN NaN
seed 4 15.32 NaN NaN
seed 4 14.32 NaN NaN
seed 4 15.01 NaN NaN
seed 4 15.54 NaN NaN
seed 4 14.71 NaN NaN
seed 4 14.41 NaN NaN
seed 4 15.16 NaN NaN
seed 8 14.88 NaN NaN
seed 8 14.74 NaN NaN
seed 8 14.76 NaN NaN
seed 8 15.56 NaN NaN
seed 8 14.57 NaN NaN
seed 8 15.57 NaN NaN
seed 8 15.67 NaN NaN
seed 8 15.12 NaN NaN
seed 8 14.94 NaN NaN
seed 8 15.42 NaN NaN
seed 32 15.08 NaN NaN
seed 32 15.14 NaN NaN
seed 32 15.23 NaN NaN
seed 32 15.78 NaN NaN
seed 32 14.91 NaN NaN
seed 32 15.89 NaN NaN
seed 32 15.65 NaN NaN
seed 32 15.48 NaN NaN
seed 32 14.97 NaN NaN
seed 32 15.63 NaN NaN
seed 128 17.01 NaN NaN
seed 128 16.14 NaN NaN
seed 128 21.04 NaN NaN
seed 128 17.34 NaN NaN
seed 128 16.29 NaN NaN
seed 128 17.08 NaN NaN
seed 128 19.21 NaN NaN
seed 128 18.91 NaN NaN
seed 128 16.32 NaN NaN
seed 128 17.12 NaN NaN
EOD
$p1s13 << EOD
median 2 13.635000000000002 NaN NaN
median 4 13.7 NaN NaN
median 8 13.655000000000001 NaN NaN
median 32 13.82 NaN NaN
median 128 14.51 NaN NaN
interval 2 13.671000000000001 13.501361312396618 13.840391491605613
interval 4 13.696000000000002 13.457056862335879 13.93220118190862
interval 8 13.599 13.390584502493176 13.805839209402999
interval 32 13.830000000000002 13.634274385753907 14.024691849423977
interval 128 14.442000000000002 14.178874057462394 14.70172661126006
seed 2 13.53 NaN NaN
seed 2 13.52 NaN NaN
seed 2 13.71 NaN NaN
seed 2 13.91 NaN NaN
seed 2 13.56 NaN NaN
seed 2 13.71 NaN NaN
seed 2 13.44 NaN NaN
seed 2 13.87 NaN NaN
seed 2 13.49 NaN NaN
seed 2 13.97 NaN NaN
seed 4 13.6 NaN NaN
seed 4 13.76 NaN NaN
seed 4 13.62 NaN NaN
seed 4 14.03 NaN NaN
seed 4 13.79 NaN NaN
seed 4 14.2 NaN NaN
seed 4 13.64 NaN NaN
seed 4 13.07 NaN NaN
seed 4 13.29 NaN NaN
seed 4 13.96 NaN NaN
seed 8 13.06 NaN NaN
seed 8 13.33 NaN NaN
seed 8 13.75 NaN NaN
seed 8 14.04 NaN NaN
seed 8 13.75 NaN NaN
seed 8 13.64 NaN NaN
seed 8 13.67 NaN NaN
seed 8 13.55 NaN NaN
seed 8 13.4 NaN NaN
seed 8 13.8 NaN NaN
seed 32 13.7 NaN NaN
seed 32 13.77 NaN NaN
seed 32 14.19 NaN NaN
seed 32 14.1 NaN NaN
seed 32 14 NaN NaN
seed 32 13.87 NaN NaN
seed 32 13.69 NaN NaN
seed 32 13.31 NaN NaN
seed 32 13.76 NaN NaN
seed 32 13.91 NaN NaN
seed 128 14.09 NaN NaN
seed 128 15.09 NaN NaN
seed 128 13.88 NaN NaN
seed 128 14.77 NaN NaN
seed 128 14.62 NaN NaN
seed 128 14.7 NaN NaN
seed 128 14.08 NaN NaN
seed 128 14.41 NaN NaN
seed 128 14.17 NaN NaN
seed 128 14.61 NaN NaN
EOD
$p1s14 << EOD
median 2 15.065000000000001 NaN NaN
median 4 15.219999999999999 NaN NaN
median 8 15.425 NaN NaN
median 32 16.075 NaN NaN
median 128 21.335 NaN NaN
interval 2 15.304000000000002 14.957264584082505 15.64382783010624
interval 4 15.389000000000001 14.99562137366032 15.772885749480558
interval 8 15.542000000000002 15.290713087388163 15.790894164530688
interval 32 16.231 15.688470733661205 16.75497021588155
interval 128 21.872999999999998 19.762172608102542 23.78679097293397
seed 2 15.14 NaN NaN
seed 2 14.97 NaN NaN
seed 2 14.73 NaN NaN
seed 2 15.81 NaN NaN
seed 2 14.99 NaN NaN
seed 2 15.8 NaN NaN
seed 2 16.32 NaN NaN
seed 2 14.93 NaN NaN
seed 2 14.8 NaN NaN
seed 2 15.55 NaN NaN
seed 4 15.28 NaN NaN
seed 4 15.16 NaN NaN
seed 4 14.98 NaN NaN
seed 4 16.66 NaN NaN
seed 4 15 NaN NaN
seed 4 16.19 NaN NaN
seed 4 15.69 NaN NaN
seed 4 14.9 NaN NaN
seed 4 14.7 NaN NaN
seed 4 15.33 NaN NaN
seed 8 15.8 NaN NaN
seed 8 15.44 NaN NaN
seed 8 15.27 NaN NaN
seed 8 15.79 NaN NaN
seed 8 15.13 NaN NaN
seed 8 16.28 NaN NaN
seed 8 15.73 NaN NaN
seed 8 15.29 NaN NaN
seed 8 15.28 NaN NaN
seed 8 15.41 NaN NaN
seed 32 16.08 NaN NaN
seed 32 15.33 NaN NaN
seed 32 17.25 NaN NaN
seed 32 16.46 NaN NaN
seed 32 15.71 NaN NaN
seed 32 16.69 NaN NaN
seed 32 17.96 NaN NaN
seed 32 15.32 NaN NaN
seed 32 15.44 NaN NaN
seed 32 16.07 NaN NaN
seed 128 24.35 NaN NaN
seed 128 16.72 NaN NaN
seed 128 24.26 NaN NaN
seed 128 21.35 NaN NaN
seed 128 20.65 NaN NaN
seed 128 21.32 NaN NaN
seed 128 24.66 NaN NaN
seed 128 27.58 NaN NaN
seed 128 20.11 NaN NaN
seed 128 17.73 NaN NaN
EOD
$p1s15 << EOD
median 2 13.895 NaN NaN
median 4 14.115 NaN NaN
median 8 13.870000000000001 NaN NaN
median 32 14.16 NaN NaN
median 128 14.719999999999999 NaN NaN
interval 2 13.997 13.765417281966263 14.226270635450446
interval 4 14.166 13.913777970078726 14.415133609696221
interval 8 13.959999999999999 13.713107496488524 14.203923055765076
interval 32 14.167999999999997 13.932656970563668 14.400969298937333
interval 128 14.702000000000002 14.523504332287926 14.88028134703917
seed 2 14.16 NaN NaN
seed 2 13.76 NaN NaN
seed 2 13.66 NaN NaN
seed 2 14.5 NaN NaN
seed 2 13.94 NaN NaN
seed 2 13.85 NaN NaN
seed 2 13.64 NaN NaN
seed 2 14.15 NaN NaN
seed 2 13.79 NaN NaN
seed 2 14.52 NaN NaN
seed 4 14.09 NaN NaN
seed 4 13.95 NaN NaN
seed 4 14.04 NaN NaN
seed 4 14.92 NaN NaN
seed 4 14.14 NaN NaN
seed 4 13.71 NaN NaN
seed 4 13.75 NaN NaN
seed 4 14.31 NaN NaN
seed 4 14.2 NaN NaN
seed 4 14.55 NaN NaN
seed 8 13.54 NaN NaN
seed 8 14.23 NaN NaN
seed 8 13.61 NaN NaN
seed 8 14.71 NaN NaN
seed 8 13.81 NaN NaN
seed 8 13.72 NaN NaN
seed 8 14.05 NaN NaN
seed 8 13.93 NaN NaN
seed 8 13.77 NaN NaN
seed 8 14.23 NaN NaN
seed 32 13.96 NaN NaN
seed 32 14.27 NaN NaN
seed 32 13.63 NaN NaN
seed 32 14.64 NaN NaN
seed 32 13.85 NaN NaN
seed 32 14.44 NaN NaN
seed 32 13.98 NaN NaN
seed 32 14.24 NaN NaN
seed 32 14.08 NaN NaN
seed 32 14.59 NaN NaN
seed 128 14.65 NaN NaN
seed 128 14.63 NaN NaN
seed 128 14.81 NaN NaN
seed 128 15.02 NaN NaN
seed 128 14.46 NaN NaN
seed 128 14.51 NaN NaN
seed 128 14.42 NaN NaN
seed 128 14.89 NaN NaN
seed 128 14.79 NaN NaN
seed 128 14.84 NaN NaN
EOD
$p1s16 << EOD
median 2 15.355 NaN NaN
median 4 15.395 NaN NaN
median 8 15.515 NaN NaN
median 32 15.865 NaN NaN
median 128 19.625 NaN NaN
interval 2 15.376999999999999 15.084558848063214 15.665258596020372
interval 4 15.481 15.22409767508237 15.735270065798368
interval 8 15.552000000000001 15.258370882929505 15.841491343076488
interval 32 15.956999999999999 15.654874232283209 16.254840520936455
interval 128 20.523 18.978890384619667 21.95044893478486
seed 2 14.98 NaN NaN
seed 2 14.96 NaN NaN
seed 2 14.82 NaN NaN
seed 2 16.03 NaN NaN
seed 2 15.14 NaN NaN
seed 2 15.54 NaN NaN
seed 2 16.08 NaN NaN
seed 2 15.51 NaN NaN
seed 2 15.42 NaN NaN
seed 2 15.29 NaN NaN
seed 4 15.4 NaN NaN
seed 4 15.05 NaN NaN
seed 4 15.22 NaN NaN
seed 4 16.11 NaN NaN
seed 4 15.02 NaN NaN
seed 4 15.66 NaN NaN
seed 4 15.96 NaN NaN
seed 4 15.39 NaN NaN
seed 4 15.36 NaN NaN
seed 4 15.64 NaN NaN
seed 8 15 NaN NaN
seed 8 15.62 NaN NaN
seed 8 15.82 NaN NaN
seed 8 15.94 NaN NaN
seed 8 15.64 NaN NaN
seed 8 15.41 NaN NaN
seed 8 16.42 NaN NaN
seed 8 15.06 NaN NaN
seed 8 15.24 NaN NaN
seed 8 15.37 NaN NaN
seed 32 15.66 NaN NaN
seed 32 15.92 NaN NaN
seed 32 16.75 NaN NaN
seed 32 16.05 NaN NaN
seed 32 15.54 NaN NaN
seed 32 15.81 NaN NaN
seed 32 16.6 NaN NaN
seed 32 16.19 NaN NaN
seed 32 15.65 NaN NaN
seed 32 15.4 NaN NaN
seed 128 20.53 NaN NaN
seed 128 18.38 NaN NaN
seed 128 25.25 NaN NaN
seed 128 20.66 NaN NaN
seed 128 18.2 NaN NaN
seed 128 19.7 NaN NaN
seed 128 25.11 NaN NaN
seed 128 19.55 NaN NaN
seed 128 19.28 NaN NaN
seed 128 18.57 NaN NaN
EOD
$p1s17 << EOD
median 2 14.875 NaN NaN
median 4 14.835 NaN NaN
median 8 14.955 NaN NaN
median 32 15.25 NaN NaN
median 128 16.295 NaN NaN
interval 2 14.849 14.637152364282704 15.0596263335516
interval 4 14.807999999999998 14.472812150995114 15.136548469200669
interval 8 14.928000000000003 14.672452154453785 15.180718050867625
interval 32 15.218 14.916395434031799 15.514936559289481
interval 128 16.697 16.053346896635436 17.314619925111412
seed 2 14.88 NaN NaN
seed 2 14.82 NaN NaN
seed 2 14.66 NaN NaN
seed 2 15.24 NaN NaN
seed 2 14.28 NaN NaN
seed 2 14.87 NaN NaN
seed 2 15.11 NaN NaN
seed 2 15.05 NaN NaN
seed 2 14.93 NaN NaN
seed 2 14.65 NaN NaN
seed 4 14.75 NaN NaN
seed 4 14.8 NaN NaN
seed 4 14.17 NaN NaN
seed 4 15.32 NaN NaN
seed 4 13.98 NaN NaN
seed 4 15.56 NaN NaN
seed 4 15.24 NaN NaN
seed 4 15 NaN NaN
seed 4 14.39 NaN NaN
seed 4 14.87 NaN NaN
seed 8 14.94 NaN NaN
seed 8 14.91 NaN NaN
seed 8 14.51 NaN NaN
seed 8 15.42 NaN NaN
seed 8 14.43 NaN NaN
seed 8 15.45 NaN NaN
seed 8 15.08 NaN NaN
seed 8 14.49 NaN NaN
seed 8 14.97 NaN NaN
seed 8 15.08 NaN NaN
seed 32 15.37 NaN NaN
seed 32 15.18 NaN NaN
seed 32 15.46 NaN NaN
seed 32 15.97 NaN NaN
seed 32 14.28 NaN NaN
seed 32 15.32 NaN NaN
seed 32 15.55 NaN NaN
seed 32 15.07 NaN NaN
seed 32 14.96 NaN NaN
seed 32 15.02 NaN NaN
seed 128 17.11 NaN NaN
seed 128 16.11 NaN NaN
seed 128 15.75 NaN NaN
seed 128 17.42 NaN NaN
seed 128 15.97 NaN NaN
seed 128 17.1 NaN NaN
seed 128 19.19 NaN NaN
seed 128 15.73 NaN NaN
seed 128 16.36 NaN NaN
seed 128 16.23 NaN NaN
EOD
$p1s18 << EOD
median 2 14.29 NaN NaN
median 4 14.21 NaN NaN
median 8 14.325 NaN NaN
median 32 14.555 NaN NaN
median 128 15.86 NaN NaN
interval 2 14.288 14.074819967520945 14.499692024086684
interval 4 14.203 14.006562954873413 14.398505784020044
interval 8 14.337 14.111602746494803 14.560468136662363
interval 32 14.571000000000003 14.372930584117851 14.768209878925267
interval 128 16.067999999999998 15.557604385192 16.561974781351633
seed 2 14.09 NaN NaN
seed 2 13.81 NaN NaN
seed 2 14.26 NaN NaN
seed 2 14.92 NaN NaN
seed 2 14.46 NaN NaN
seed 2 14.33 NaN NaN
seed 2 14.32 NaN NaN
seed 2 14.17 NaN NaN
seed 2 14.2 NaN NaN
seed 2 14.32 NaN NaN
seed 4 14.08 NaN NaN
seed 4 13.82 NaN NaN
seed 4 14.29 NaN NaN
seed 4 14.61 NaN NaN
seed 4 14.13 NaN NaN
seed 4 14.03 NaN NaN
seed 4 14.37 NaN NaN
seed 4 14.41 NaN NaN
seed 4 13.92 NaN NaN
seed 4 14.37 NaN NaN
seed 8 14.09 NaN NaN
seed 8 13.92 NaN NaN
seed 8 14.23 NaN NaN
seed 8 15.1 NaN NaN
seed 8 14.4 NaN NaN
seed 8 14.32 NaN NaN
seed 8 14.19 NaN NaN
seed 8 14.44 NaN NaN
seed 8 14.33 NaN NaN
seed 8 14.35 NaN NaN
seed 32 14.65 NaN NaN
seed 32 14.09 NaN NaN
seed 32 14.39 NaN NaN
seed 32 14.95 NaN NaN
seed 32 14.51 NaN NaN
seed 32 14.46 NaN NaN
seed 32 14.65 NaN NaN
seed 32 14.9 NaN NaN
seed 32 14.53 NaN NaN
seed 32 14.58 NaN NaN
seed 128 17.48 NaN NaN
seed 128 15.21 NaN NaN
seed 128 15.69 NaN NaN
seed 128 15.9 NaN NaN
seed 128 17.35 NaN NaN
seed 128 15.95 NaN NaN
seed 128 16.61 NaN NaN
seed 128 15.82 NaN NaN
seed 128 15.5 NaN NaN
seed 128 15.17 NaN NaN
EOD
$p1s19 << EOD
median 2 16.585 NaN NaN
median 4 16.634999999999998 NaN NaN
median 8 16.67 NaN NaN
median 32 17.155 NaN NaN
median 128 20.365000000000002 NaN NaN
interval 2 16.681000000000004 16.401484033012622 16.957539733558175
interval 4 16.573 16.37157855479319 16.77404967795418
interval 8 16.737 16.510647596759533 16.962277239623194
interval 32 17.354000000000003 16.916923482320197 17.780969796131085
interval 128 21.831 19.69416145843638 23.767068705375923
seed 2 16.65 NaN NaN
seed 2 16.62 NaN NaN
seed 2 16.4 NaN NaN
seed 2 17.25 NaN NaN
seed 2 16.46 NaN NaN
seed 2 16.81 NaN NaN
seed 2 17.46 NaN NaN
seed 2 16.55 NaN NaN
seed 2 16.14 NaN NaN
seed 2 16.47 NaN NaN
seed 4 16.69 NaN NaN
seed 4 16.3 NaN NaN
seed 4 16.37 NaN NaN
seed 4 16.79 NaN NaN
seed 4 16.82 NaN NaN
seed 4 16.58 NaN NaN
seed 4 16.46 NaN NaN
seed 4 16.78 NaN NaN
seed 4 16.76 NaN NaN
seed 4 16.18 NaN NaN
seed 8 16.69 NaN NaN
seed 8 16.84 NaN NaN
seed 8 16.34 NaN NaN
seed 8 16.63 NaN NaN
seed 8 16.65 NaN NaN
seed 8 17.13 NaN NaN
seed 8 17.08 NaN NaN
seed 8 17.09 NaN NaN
seed 8 16.41 NaN NaN
seed 8 16.51 NaN NaN
seed 32 16.79 NaN NaN
seed 32 17.39 NaN NaN
seed 32 16.74 NaN NaN
seed 32 17.02 NaN NaN
seed 32 16.83 NaN NaN
seed 32 17.29 NaN NaN
seed 32 18.09 NaN NaN
seed 32 18.08 NaN NaN
seed 32 18.63 NaN NaN
seed 32 16.68 NaN NaN
seed 128 19.72 NaN NaN
seed 128 24.12 NaN NaN
seed 128 18.31 NaN NaN
seed 128 20.72 NaN NaN
seed 128 19.24 NaN NaN
seed 128 21.83 NaN NaN
seed 128 20.01 NaN NaN
seed 128 29.21 NaN NaN
seed 128 18.99 NaN NaN
seed 128 26.16 NaN NaN
EOD
$p1s20 << EOD
median 2 14.745000000000001 NaN NaN
median 4 14.905000000000001 NaN NaN
median 8 14.985 NaN NaN
median 32 16.03 NaN NaN
median 128 25.155 NaN NaN
interval 2 14.681000000000003 14.449613413794447 14.910393317806202
interval 4 15.010000000000002 14.775354799750657 15.242659874919166
interval 8 14.992 14.64667904606143 15.330242863735254
interval 32 16.178 15.602942142703856 16.73182168762898

seed 2 14.82 NaN NaN
seed 2 14.98 NaN NaN
seed 2 14.81 NaN NaN
seed 2 15.2 NaN NaN
seed 2 14.68 NaN NaN
seed 2 14.87 NaN NaN
seed 2 14.37 NaN NaN
seed 2 14.18 NaN NaN
seed 2 14.53 NaN NaN
seed 2 14.37 NaN NaN
seed 4 14.89 NaN NaN
seed 4 15.19 NaN NaN
seed 4 14.8 NaN NaN
seed 4 15.45 NaN NaN
seed 4 14.79 NaN NaN
seed 4 15.59 NaN NaN
seed 4 14.92 NaN NaN
seed 4 14.54 NaN NaN
seed 4 14.85 NaN NaN
seed 4 15.08 NaN NaN
seed 8 15.03 NaN NaN
seed 8 14.21 NaN NaN
seed 8 14.78 NaN NaN
seed 8 15.39 NaN NaN
seed 8 14.38 NaN NaN
seed 8 16.13 NaN NaN
seed 8 14.84 NaN NaN
seed 8 15.13 NaN NaN
seed 8 14.94 NaN NaN
seed 8 15.09 NaN NaN
seed 32 16.68 NaN NaN
seed 32 15.04 NaN NaN
seed 32 18.28 NaN NaN
seed 32 15.86 NaN NaN
seed 32 15.09 NaN NaN
seed 32 16.2 NaN NaN
seed 32 16.8 NaN NaN
seed 32 16.08 NaN NaN
seed 32 15.77 NaN NaN
seed 32 15.98 NaN NaN
seed 128 90 NaN NaN
seed 128 18.04 NaN NaN
seed 128 25.94 NaN NaN
seed 128 90 NaN NaN
seed 128 21.35 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 23.67 NaN NaN
seed 128 21.11 NaN NaN
seed 128 24.37 NaN NaN
EOD
$p1s21 << EOD
median 2 14.81 NaN NaN
median 4 14.7 NaN NaN
median 8 14.785 NaN NaN
median 32 15.105 NaN NaN
median 128 17.1 NaN NaN
interval 2 14.757 14.506785223262638 15.004525637951533
interval 4 14.663999999999998 14.486388375461212 14.841414764126519
interval 8 14.845999999999998 14.653897563207652 15.037517114112873
interval 32 15.076999999999998 14.879595774713017 15.273729031494108

seed 2 15.04 NaN NaN
seed 2 14.77 NaN NaN
seed 2 14.84 NaN NaN
seed 2 15.37 NaN NaN
seed 2 14.42 NaN NaN
seed 2 14.81 NaN NaN
seed 2 14.06 NaN NaN
seed 2 14.58 NaN NaN
seed 2 14.81 NaN NaN
seed 2 14.87 NaN NaN
seed 4 14.85 NaN NaN
seed 4 14.67 NaN NaN
seed 4 14.76 NaN NaN
seed 4 14.59 NaN NaN
seed 4 14.78 NaN NaN
seed 4 14.73 NaN NaN
seed 4 14.34 NaN NaN
seed 4 14.33 NaN NaN
seed 4 14.67 NaN NaN
seed 4 14.92 NaN NaN
seed 8 14.96 NaN NaN
seed 8 14.75 NaN NaN
seed 8 15.07 NaN NaN
seed 8 14.82 NaN NaN
seed 8 14.67 NaN NaN
seed 8 15.08 NaN NaN
seed 8 14.57 NaN NaN
seed 8 14.63 NaN NaN
seed 8 14.66 NaN NaN
seed 8 15.25 NaN NaN
seed 32 14.92 NaN NaN
seed 32 15.24 NaN NaN
seed 32 15.09 NaN NaN
seed 32 14.99 NaN NaN
seed 32 14.61 NaN NaN
seed 32 15.23 NaN NaN
seed 32 14.85 NaN NaN
seed 32 15.12 NaN NaN
seed 32 15.36 NaN NaN
seed 32 15.36 NaN NaN
seed 128 16.22 NaN NaN
seed 128 17.1 NaN NaN
seed 128 18.68 NaN NaN
seed 128 16.2 NaN NaN
seed 128 17.28 NaN NaN
seed 128 17.11 NaN NaN
seed 128 16.15 NaN NaN
lost 128 3 NaN NaN
EOD
$p1s22 << EOD
median 32 14.055 NaN NaN
median 128 14.5 NaN NaN
interval 32 13.969999999999999 13.732648922191332 14.204808512946826
interval 128 14.652000000000001 14.373796488833852 14.926237835948998
seed 32 13.83 NaN NaN
seed 32 14.05 NaN NaN
seed 32 13.36 NaN NaN
seed 32 14.46 NaN NaN
seed 32 14.07 NaN NaN
seed 32 14.06 NaN NaN
seed 32 14.11 NaN NaN
seed 32 13.6 NaN NaN
seed 32 13.8 NaN NaN
seed 32 14.36 NaN NaN
seed 128 14.46 NaN NaN
seed 128 14.09 NaN NaN
seed 128 14.49 NaN NaN
seed 128 15.35 NaN NaN
seed 128 14.94 NaN NaN
seed 128 14.33 NaN NaN
seed 128 14.51 NaN NaN
seed 128 14.62 NaN NaN
seed 128 14.45 NaN NaN
seed 128 15.28 NaN NaN
EOD
lines[1] = ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22'

panel_title[2] = 'CIFAR-10'
note[2] = ''
$p2s1 << EOD
median 2 53.05 NaN NaN
median 4 53.97 NaN NaN
median 8 53.695 NaN NaN
median 32 56.53 NaN NaN
median 128 90 NaN NaN
interval 2 53.122 52.535897569923776 53.70902023554324
interval 4 53.80499999999999 53.28191708730433 54.328819173572604
interval 8 54.128 53.14364990831168 55.11759050336662

seed 2 54.59 NaN NaN
seed 2 53.16 NaN NaN
seed 2 53.71 NaN NaN
seed 2 52.57 NaN NaN
seed 2 53.07 NaN NaN
seed 2 53.03 NaN NaN
seed 2 54.29 NaN NaN
seed 2 52.13 NaN NaN
seed 2 51.78 NaN NaN
seed 2 52.89 NaN NaN
seed 4 53.38 NaN NaN
seed 4 53.85 NaN NaN
seed 4 54.82 NaN NaN
seed 4 54.09 NaN NaN
seed 4 54.18 NaN NaN
seed 4 52.52 NaN NaN
seed 4 54.83 NaN NaN
seed 4 54.15 NaN NaN
seed 4 53.27 NaN NaN
seed 4 52.96 NaN NaN
seed 8 56.35 NaN NaN
seed 8 54.2 NaN NaN
seed 8 54.48 NaN NaN
seed 8 57.37 NaN NaN
seed 8 53.65 NaN NaN
seed 8 52.38 NaN NaN
seed 8 52.67 NaN NaN
seed 8 53.44 NaN NaN
seed 8 53.74 NaN NaN
seed 8 53 NaN NaN
seed 32 90 NaN NaN
seed 32 56.31 NaN NaN
seed 32 55.85 NaN NaN
seed 32 90 NaN NaN
seed 32 54.06 NaN NaN
seed 32 54.85 NaN NaN
seed 32 57.71 NaN NaN
seed 32 61.14 NaN NaN
seed 32 54.25 NaN NaN
seed 32 56.75 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 58.91 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 58.01 NaN NaN
seed 128 90 NaN NaN
EOD
$p2s2 << EOD
median 2 54.245 NaN NaN
median 4 50.825 NaN NaN
median 8 49.400000000000006 NaN NaN
median 32 49.405 NaN NaN
median 128 51.195 NaN NaN
interval 2 54.18499999999999 53.64649670520097 54.72445834246272
interval 4 50.81699999999999 50.279567507009084 51.35457109293555
interval 8 49.586 49.10590968630687 50.066053215761315
interval 32 49.318999999999996 48.68885299487732 49.948990755482896
interval 128 50.864 50.2775138686132 51.45061577013155
seed 2 53.59 NaN NaN
seed 2 55.31 NaN NaN
seed 2 54.45 NaN NaN
seed 2 54.12 NaN NaN
seed 2 53.33 NaN NaN
seed 2 54.37 NaN NaN
seed 2 55.46 NaN NaN
seed 2 53.27 NaN NaN
seed 2 53.4 NaN NaN
seed 2 54.55 NaN NaN
seed 4 49.6 NaN NaN
seed 4 50.86 NaN NaN
seed 4 50.79 NaN NaN
seed 4 49.81 NaN NaN
seed 4 51.51 NaN NaN
seed 4 50.02 NaN NaN
seed 4 51.59 NaN NaN
seed 4 51.65 NaN NaN
seed 4 50.69 NaN NaN
seed 4 51.65 NaN NaN
seed 8 49.23 NaN NaN
seed 8 49.35 NaN NaN
seed 8 50.02 NaN NaN
seed 8 49.21 NaN NaN
seed 8 50.02 NaN NaN
seed 8 49.45 NaN NaN
seed 8 50.77 NaN NaN
seed 8 48.85 NaN NaN
seed 8 48.63 NaN NaN
seed 8 50.33 NaN NaN
seed 32 48.2 NaN NaN
seed 32 48.21 NaN NaN
seed 32 50.09 NaN NaN
seed 32 49.92 NaN NaN
seed 32 49.19 NaN NaN
seed 32 48.4 NaN NaN
seed 32 51.14 NaN NaN
seed 32 49.62 NaN NaN
seed 32 48.65 NaN NaN
seed 32 49.77 NaN NaN
seed 128 49.46 NaN NaN
seed 128 49.36 NaN NaN
seed 128 51.35 NaN NaN
seed 128 51.54 NaN NaN
seed 128 51.1 NaN NaN
seed 128 50.27 NaN NaN
seed 128 50.96 NaN NaN
seed 128 51.31 NaN NaN
seed 128 51.29 NaN NaN
seed 128 52 NaN NaN
EOD
$p2s3 << EOD
median 2 54.915 NaN NaN
median 4 50.945 NaN NaN
median 8 49.485 NaN NaN
median 32 49.435 NaN NaN
median 128 50.95 NaN NaN
interval 2 54.871 54.1710580234317 55.57322510521453
interval 4 50.951 50.590810017776995 51.31119873239851
interval 8 49.45099999999999 48.86532215440769 50.03655832671682
interval 32 49.29799999999999 48.72501595419429 49.87079598764104
interval 128 50.751000000000005 50.10140260136553 51.40070253559856
seed 2 56.16 NaN NaN
seed 2 53.23 NaN NaN
seed 2 54.09 NaN NaN
seed 2 53.7 NaN NaN
seed 2 55.07 NaN NaN
seed 2 54.13 NaN NaN
seed 2 56.4 NaN NaN
seed 2 56.1 NaN NaN
seed 2 54.97 NaN NaN
seed 2 54.86 NaN NaN
seed 4 51.17 NaN NaN
seed 4 50.73 NaN NaN
seed 4 50.8 NaN NaN
seed 4 51.31 NaN NaN
seed 4 50.87 NaN NaN
seed 4 50.7 NaN NaN
seed 4 51.36 NaN NaN
seed 4 50.06 NaN NaN
seed 4 51.49 NaN NaN
seed 4 51.02 NaN NaN
seed 8 48.84 NaN NaN
seed 8 49.44 NaN NaN
seed 8 50.11 NaN NaN
seed 8 49.53 NaN NaN
seed 8 49.34 NaN NaN
seed 8 49.83 NaN NaN
seed 8 49.8 NaN NaN
seed 8 48.39 NaN NaN
seed 8 48.08 NaN NaN
seed 8 51.15 NaN NaN
seed 32 48.22 NaN NaN
seed 32 48.23 NaN NaN
seed 32 50.06 NaN NaN
seed 32 49.79 NaN NaN
seed 32 49.73 NaN NaN
seed 32 48.21 NaN NaN
seed 32 50.73 NaN NaN
seed 32 49.46 NaN NaN
seed 32 49.41 NaN NaN
seed 32 49.14 NaN NaN
seed 128 50.02 NaN NaN
seed 128 49.9 NaN NaN
seed 128 51.25 NaN NaN
seed 128 50.98 NaN NaN
seed 128 50.92 NaN NaN
seed 128 48.64 NaN NaN
seed 128 51.49 NaN NaN
seed 128 51.35 NaN NaN
seed 128 50.78 NaN NaN
seed 128 52.18 NaN NaN
EOD
$p2s4 << EOD
median 2 58.46 NaN NaN
median 4 54.31 NaN NaN
median 8 52.205 NaN NaN
median 32 52.739999999999995 NaN NaN
median 128 54.715 NaN NaN
interval 2 58.235 57.753948135375076 58.71724893277769
interval 4 54.666 54.13103936710972 55.2020960338307
interval 8 52.367999999999995 51.89961080205224 52.83678249538942
interval 32 52.44799999999999 51.95688854390767 52.939467129554195
interval 128 54.947 54.201511177760665 55.69539083491328
seed 2 58.42 NaN NaN
seed 2 57.44 NaN NaN
seed 2 58.58 NaN NaN
seed 2 56.68 NaN NaN
seed 2 59.03 NaN NaN
seed 2 58.67 NaN NaN
seed 2 58.12 NaN NaN
seed 2 58.26 NaN NaN
seed 2 58.5 NaN NaN
seed 2 58.65 NaN NaN
seed 4 53.86 NaN NaN
seed 4 54.86 NaN NaN
seed 4 54.23 NaN NaN
seed 4 54.22 NaN NaN
seed 4 55.38 NaN NaN
seed 4 54.27 NaN NaN
seed 4 55.02 NaN NaN
seed 4 54.02 NaN NaN
seed 4 56.45 NaN NaN
seed 4 54.35 NaN NaN
seed 8 52.21 NaN NaN
seed 8 52.35 NaN NaN
seed 8 53.95 NaN NaN
seed 8 52.2 NaN NaN
seed 8 52.04 NaN NaN
seed 8 52.11 NaN NaN
seed 8 52.15 NaN NaN
seed 8 51.44 NaN NaN
seed 8 52.4 NaN NaN
seed 8 52.83 NaN NaN
seed 32 51.28 NaN NaN
seed 32 52.79 NaN NaN
seed 32 53.39 NaN NaN
seed 32 51.95 NaN NaN
seed 32 52.75 NaN NaN
seed 32 52.08 NaN NaN
seed 32 52.77 NaN NaN
seed 32 51.54 NaN NaN
seed 32 53.2 NaN NaN
seed 32 52.73 NaN NaN
seed 128 53.92 NaN NaN
seed 128 53.28 NaN NaN
seed 128 55.63 NaN NaN
seed 128 55.6 NaN NaN
seed 128 54.23 NaN NaN
seed 128 54.44 NaN NaN
seed 128 54.99 NaN NaN
seed 128 55.89 NaN NaN
seed 128 57.29 NaN NaN
seed 128 54.2 NaN NaN
EOD
$p2s5 << EOD
median 2 55.625 NaN NaN
median 4 52.870000000000005 NaN NaN
median 8 51.635 NaN NaN
median 32 51.915 NaN NaN
median 128 54.045 NaN NaN
interval 2 55.93300000000001 55.306950675853265 56.56120574396064
interval 4 52.720000000000006 52.06256261345014 53.37826613523744
interval 8 51.861000000000004 51.466824762165366 52.25530179266328
interval 32 51.65599999999999 51.10139661519695 52.21095935849475
interval 128 53.863 53.28835341470108 54.438637423942325
seed 2 54.87 NaN NaN
seed 2 56.94 NaN NaN
seed 2 55.59 NaN NaN
seed 2 55.66 NaN NaN
seed 2 56.23 NaN NaN
seed 2 55.32 NaN NaN
seed 2 57.29 NaN NaN
seed 2 55.06 NaN NaN
seed 2 55.01 NaN NaN
seed 2 57.36 NaN NaN
seed 4 52.75 NaN NaN
seed 4 53.84 NaN NaN
seed 4 53.46 NaN NaN
seed 4 52.74 NaN NaN
seed 4 53.47 NaN NaN
seed 4 50.63 NaN NaN
seed 4 52.44 NaN NaN
seed 4 51.38 NaN NaN
seed 4 52.99 NaN NaN
seed 4 53.5 NaN NaN
seed 8 52.09 NaN NaN
seed 8 52.05 NaN NaN
seed 8 52.94 NaN NaN
seed 8 51.66 NaN NaN
seed 8 51.61 NaN NaN
seed 8 51.45 NaN NaN
seed 8 51.61 NaN NaN
seed 8 51.29 NaN NaN
seed 8 51.57 NaN NaN
seed 8 52.34 NaN NaN
seed 32 50.58 NaN NaN
seed 32 51.9 NaN NaN
seed 32 50.92 NaN NaN
seed 32 52.44 NaN NaN
seed 32 52.26 NaN NaN
seed 32 50.47 NaN NaN
seed 32 51.93 NaN NaN
seed 32 51.05 NaN NaN
seed 32 52.69 NaN NaN
seed 32 52.32 NaN NaN
seed 128 53.24 NaN NaN
seed 128 52.33 NaN NaN
seed 128 54.37 NaN NaN
seed 128 55.04 NaN NaN
seed 128 54.17 NaN NaN
seed 128 53.42 NaN NaN
seed 128 54.25 NaN NaN
seed 128 53.92 NaN NaN
seed 128 54.91 NaN NaN
seed 128 52.98 NaN NaN
EOD
$p2s6 << EOD
median 2 53.16 NaN NaN
median 4 50.394999999999996 NaN NaN
median 8 50.085 NaN NaN
median 32 50.415 NaN NaN
median 128 51.849999999999994 NaN NaN
interval 2 53.24400000000001 52.849044572774915 53.63913776228978
interval 4 50.612 50.089671695151935 51.13445304080422
interval 8 50.114 49.59130668131621 50.63677372638144
interval 32 50.316 49.76384682541334 50.86822653029837
interval 128 51.84100000000001 51.25445015224399 52.428027241585916
seed 2 52.73 NaN NaN
seed 2 52.51 NaN NaN
seed 2 53.15 NaN NaN
seed 2 53.82 NaN NaN
seed 2 52.82 NaN NaN
seed 2 53.31 NaN NaN
seed 2 53.17 NaN NaN
seed 2 53.93 NaN NaN
seed 2 53.1 NaN NaN
seed 2 53.9 NaN NaN
seed 4 49.56 NaN NaN
seed 4 51.39 NaN NaN
seed 4 51.23 NaN NaN
seed 4 49.65 NaN NaN
seed 4 50.41 NaN NaN
seed 4 50.08 NaN NaN
seed 4 51.73 NaN NaN
seed 4 50.38 NaN NaN
seed 4 50.37 NaN NaN
seed 4 51.32 NaN NaN
seed 8 49.15 NaN NaN
seed 8 50.17 NaN NaN
seed 8 50.29 NaN NaN
seed 8 50.41 NaN NaN
seed 8 50 NaN NaN
seed 8 49.31 NaN NaN
seed 8 50.98 NaN NaN
seed 8 49.77 NaN NaN
seed 8 49.46 NaN NaN
seed 8 51.6 NaN NaN
seed 32 49.35 NaN NaN
seed 32 49.3 NaN NaN
seed 32 51.54 NaN NaN
seed 32 50.51 NaN NaN
seed 32 50.35 NaN NaN
seed 32 49.23 NaN NaN
seed 32 51.42 NaN NaN
seed 32 50.41 NaN NaN
seed 32 50.42 NaN NaN
seed 32 50.63 NaN NaN
seed 128 50.67 NaN NaN
seed 128 50.34 NaN NaN
seed 128 51.91 NaN NaN
seed 128 52.76 NaN NaN
seed 128 51.91 NaN NaN
seed 128 51.49 NaN NaN
seed 128 53.08 NaN NaN
seed 128 51.79 NaN NaN
seed 128 51.69 NaN NaN
seed 128 52.77 NaN NaN
EOD
$p2s7 << EOD
median 2 54.129999999999995 NaN NaN
median 4 53.260000000000005 NaN NaN
median 8 52.78 NaN NaN
median 32 53.425 NaN NaN
median 128 60.01 NaN NaN
interval 2 54.189 53.691504121728414 54.687232036154334
interval 4 53.19100000000001 52.77214177063783 53.61010670109865
interval 8 52.900999999999996 52.46238530562511 53.33991723033946
interval 32 53.455000000000005 52.784900752607264 54.126546127582294
interval 128 59.29600000000001 57.74410682159589 60.87555810453614
seed 2 53.37 NaN NaN
seed 2 55.48 NaN NaN
seed 2 54 NaN NaN
seed 2 53.65 NaN NaN
seed 2 54.47 NaN NaN
seed 2 54.26 NaN NaN
seed 2 55 NaN NaN
seed 2 53.64 NaN NaN
seed 2 54.65 NaN NaN
seed 2 53.37 NaN NaN
seed 4 52.59 NaN NaN
seed 4 53.2 NaN NaN
seed 4 52.92 NaN NaN
seed 4 52.32 NaN NaN
seed 4 53.32 NaN NaN
seed 4 53.47 NaN NaN
seed 4 54.1 NaN NaN
seed 4 53.66 NaN NaN
seed 4 53.62 NaN NaN
seed 4 52.71 NaN NaN
seed 8 52.66 NaN NaN
seed 8 53.72 NaN NaN
seed 8 52.9 NaN NaN
seed 8 52.53 NaN NaN
seed 8 52.49 NaN NaN
seed 8 52.9 NaN NaN
seed 8 53.74 NaN NaN
seed 8 52.06 NaN NaN
seed 8 53.6 NaN NaN
seed 8 52.41 NaN NaN
seed 32 53.05 NaN NaN
seed 32 53.39 NaN NaN
seed 32 54.28 NaN NaN
seed 32 52.57 NaN NaN
seed 32 54.82 NaN NaN
seed 32 52.46 NaN NaN
seed 32 53.66 NaN NaN
seed 32 53.46 NaN NaN
seed 32 55.04 NaN NaN
seed 32 51.82 NaN NaN
seed 128 58.58 NaN NaN
seed 128 57.13 NaN NaN
seed 128 60.33 NaN NaN
seed 128 59.9 NaN NaN
seed 128 60.33 NaN NaN
seed 128 56.46 NaN NaN
seed 128 64.15 NaN NaN
seed 128 60.88 NaN NaN
seed 128 60.12 NaN NaN
seed 128 55.08 NaN NaN
EOD
$p2s8 << EOD
median 2 51.8 NaN NaN
median 4 50.215 NaN NaN
median 8 49.205 NaN NaN
median 32 49.03 NaN NaN
median 128 50.515 NaN NaN
interval 2 51.86 51.481860580798305 52.23821445546433
interval 4 50.291 49.868507103300814 50.713526388141126
interval 8 49.183 48.635240971984196 49.73055295548999
interval 32 49.080000000000005 48.72779220722195 49.4322060656565
interval 128 50.419 49.95243639551446 50.885574905843555
seed 2 52.15 NaN NaN
seed 2 51.7 NaN NaN
seed 2 51.74 NaN NaN
seed 2 52.17 NaN NaN
seed 2 51.41 NaN NaN
seed 2 51.58 NaN NaN
seed 2 52.17 NaN NaN
seed 2 52.72 NaN NaN
seed 2 51.1 NaN NaN
seed 2 51.86 NaN NaN
seed 4 50.85 NaN NaN
seed 4 49.64 NaN NaN
seed 4 51.2 NaN NaN
seed 4 50.82 NaN NaN
seed 4 50.13 NaN NaN
seed 4 49.88 NaN NaN
seed 4 50.3 NaN NaN
seed 4 49.65 NaN NaN
seed 4 49.8 NaN NaN
seed 4 50.64 NaN NaN
seed 8 48.54 NaN NaN
seed 8 47.68 NaN NaN
seed 8 49.16 NaN NaN
seed 8 50.35 NaN NaN
seed 8 49.04 NaN NaN
seed 8 49.31 NaN NaN
seed 8 50.31 NaN NaN
seed 8 49.61 NaN NaN
seed 8 48.58 NaN NaN
seed 8 49.25 NaN NaN
seed 32 49.21 NaN NaN
seed 32 49.09 NaN NaN
seed 32 49.87 NaN NaN
seed 32 49.61 NaN NaN
seed 32 48.87 NaN NaN
seed 32 48.71 NaN NaN
seed 32 48.97 NaN NaN
seed 32 48.72 NaN NaN
seed 32 48.65 NaN NaN
seed 32 49.1 NaN NaN
seed 128 49.12 NaN NaN
seed 128 49.93 NaN NaN
seed 128 50.47 NaN NaN
seed 128 51.3 NaN NaN
seed 128 50.99 NaN NaN
seed 128 50.45 NaN NaN
seed 128 50.8 NaN NaN
seed 128 49.75 NaN NaN
seed 128 50.56 NaN NaN
seed 128 50.82 NaN NaN
EOD
$p2s9 << EOD
median 2 64.485 NaN NaN
median 4 52.57 NaN NaN
median 8 49.010000000000005 NaN NaN
median 32 47.3 NaN NaN
median 128 48.375 NaN NaN
interval 2 64.32000000000001 63.04122051086468 65.629082138723
interval 4 52.67600000000001 52.04637196605308 53.30660066661015
interval 8 48.904999999999994 48.35050057538854 49.459210400493184
interval 32 47.359 46.803288253594104 47.91407682894873
interval 128 48.522000000000006 48.192912798662476 48.85109746352748
seed 2 65.2 NaN NaN
seed 2 65.41 NaN NaN
seed 2 63.02 NaN NaN
seed 2 62.75 NaN NaN
seed 2 66.24 NaN NaN
seed 2 68.27 NaN NaN
seed 2 62.14 NaN NaN
seed 2 63.9 NaN NaN
seed 2 61.2 NaN NaN
seed 2 65.07 NaN NaN
seed 4 52.37 NaN NaN
seed 4 52.6 NaN NaN
seed 4 52.54 NaN NaN
seed 4 53.77 NaN NaN
seed 4 54.32 NaN NaN
seed 4 52.6 NaN NaN
seed 4 51.9 NaN NaN
seed 4 51.98 NaN NaN
seed 4 51.11 NaN NaN
seed 4 53.57 NaN NaN
seed 8 49.13 NaN NaN
seed 8 50.13 NaN NaN
seed 8 48.89 NaN NaN
seed 8 48.58 NaN NaN
seed 8 48.2 NaN NaN
seed 8 49.51 NaN NaN
seed 8 49.65 NaN NaN
seed 8 47.51 NaN NaN
seed 8 48.02 NaN NaN
seed 8 49.43 NaN NaN
seed 32 47.39 NaN NaN
seed 32 47.21 NaN NaN
seed 32 48.76 NaN NaN
seed 32 46.85 NaN NaN
seed 32 47.42 NaN NaN
seed 32 48.17 NaN NaN
seed 32 45.85 NaN NaN
seed 32 47.12 NaN NaN
seed 32 48.07 NaN NaN
seed 32 46.75 NaN NaN
seed 128 48.78 NaN NaN
seed 128 48.2 NaN NaN
seed 128 48.91 NaN NaN
seed 128 48.35 NaN NaN
seed 128 48.14 NaN NaN
seed 128 48.23 NaN NaN
seed 128 48.34 NaN NaN
seed 128 48.76 NaN NaN
seed 128 49.11 NaN NaN
seed 128 48.4 NaN NaN
EOD
$p2s10 << EOD
median 2 53.480000000000004 NaN NaN
median 4 53.58 NaN NaN
median 8 54.019999999999996 NaN NaN
median 32 56.019999999999996 NaN NaN
median 128 71.31 NaN NaN
interval 2 53.713 53.03636991489988 54.39139404141632
interval 4 53.689 53.118645742835604 54.26037319268325
interval 8 53.896 53.4244914203396 54.36803552190424
interval 32 56.077 55.245843484061595 56.912375598391456

seed 2 53.5 NaN NaN
seed 2 53.18 NaN NaN
seed 2 52.34 NaN NaN
seed 2 55.21 NaN NaN
seed 2 52.87 NaN NaN
seed 2 53.46 NaN NaN
seed 2 53.69 NaN NaN
seed 2 52.98 NaN NaN
seed 2 55.69 NaN NaN
seed 2 54.21 NaN NaN
seed 4 53.48 NaN NaN
seed 4 53.63 NaN NaN
seed 4 52.68 NaN NaN
seed 4 55 NaN NaN
seed 4 53.92 NaN NaN
seed 4 53.53 NaN NaN
seed 4 55.09 NaN NaN
seed 4 52.49 NaN NaN
seed 4 53.89 NaN NaN
seed 4 53.18 NaN NaN
seed 8 54.49 NaN NaN
seed 8 53.31 NaN NaN
seed 8 53.2 NaN NaN
seed 8 54.16 NaN NaN
seed 8 53.33 NaN NaN
seed 8 54.14 NaN NaN
seed 8 54.75 NaN NaN
seed 8 52.95 NaN NaN
seed 8 54.73 NaN NaN
seed 8 53.9 NaN NaN
seed 32 57.81 NaN NaN
seed 32 55.35 NaN NaN
seed 32 55.1 NaN NaN
seed 32 56.24 NaN NaN
seed 32 57.24 NaN NaN
seed 32 54.89 NaN NaN
seed 32 55.8 NaN NaN
seed 32 53.72 NaN NaN
seed 32 57.2 NaN NaN
seed 32 57.42 NaN NaN
seed 128 73.73 NaN NaN
seed 128 69.7 NaN NaN
seed 128 71.34 NaN NaN
seed 128 64.25 NaN NaN
seed 128 65.95 NaN NaN
seed 128 73.37 NaN NaN
seed 128 71.31 NaN NaN
seed 128 77.95 NaN NaN
seed 128 69.6 NaN NaN
lost 128 1 NaN NaN
EOD
$p2s11 << EOD
median 2 51.364999999999995 NaN NaN
median 4 50.14 NaN NaN
median 8 49.825 NaN NaN
median 32 50.045 NaN NaN
median 128 53.435 NaN NaN
interval 2 51.391 51.01678619492366 51.765258015507214
interval 4 50.205 49.77864737212212 50.63139488413065
interval 8 49.794999999999995 49.4438178626571 50.14617685917878
interval 32 50.001999999999995 49.64745930710714 50.35653659865637
interval 128 53.540000000000006 52.65011052919987 54.43294327578767
seed 2 51.83 NaN NaN
seed 2 51.09 NaN NaN
seed 2 51.81 NaN NaN
seed 2 52.09 NaN NaN
seed 2 50.57 NaN NaN
seed 2 51.02 NaN NaN
seed 2 51.57 NaN NaN
seed 2 51.3 NaN NaN
seed 2 51.2 NaN NaN
seed 2 51.43 NaN NaN
seed 4 50.24 NaN NaN
seed 4 51.16 NaN NaN
seed 4 50.02 NaN NaN
seed 4 49.42 NaN NaN
seed 4 49.83 NaN NaN
seed 4 50.04 NaN NaN
seed 4 49.66 NaN NaN
seed 4 50.28 NaN NaN
seed 4 50.27 NaN NaN
seed 4 51.13 NaN NaN
seed 8 49.81 NaN NaN
seed 8 50.41 NaN NaN
seed 8 49.85 NaN NaN
seed 8 50.23 NaN NaN
seed 8 49.2 NaN NaN
seed 8 49.75 NaN NaN
seed 8 49.58 NaN NaN
seed 8 49.84 NaN NaN
seed 8 49.2 NaN NaN
seed 8 50.08 NaN NaN
seed 32 49.47 NaN NaN
seed 32 50.2 NaN NaN
seed 32 50.68 NaN NaN
seed 32 50.23 NaN NaN
seed 32 50 NaN NaN
seed 32 49.84 NaN NaN
seed 32 49.29 NaN NaN
seed 32 50.09 NaN NaN
seed 32 49.92 NaN NaN
seed 32 50.3 NaN NaN
seed 128 55.79 NaN NaN
seed 128 51.55 NaN NaN
seed 128 53.14 NaN NaN
seed 128 52.99 NaN NaN
seed 128 54.1 NaN NaN
seed 128 51.9 NaN NaN
seed 128 55.4 NaN NaN
seed 128 53.73 NaN NaN
seed 128 52.3 NaN NaN
seed 128 54.5 NaN NaN
EOD
$p2s12 << EOD
median 2 53.724999999999994 NaN NaN
median 4 54.155 NaN NaN
median 8 54.144999999999996 NaN NaN
median 32 54.625 NaN NaN
median 128 60.58 NaN NaN
interval 2 53.701 53.26341379266512 54.13893878227635
interval 4 53.806999999999995 53.29351027639279 54.32116810459684
interval 8 53.974000000000004 53.38410363761948 54.56493448281702
interval 32 54.56 53.987510567930556 55.13369178399098
interval 128 60.35600000000001 58.33570395303914 62.44060094973711
seed 2 54.11 NaN NaN
seed 2 53.42 NaN NaN
seed 2 52.7 NaN NaN
seed 2 54.38 NaN NaN
seed 2 54.03 NaN NaN
seed 2 53.41 NaN NaN
seed 2 54.54 NaN NaN
seed 2 53.62 NaN NaN
seed 2 52.97 NaN NaN
seed 2 53.83 NaN NaN
seed 4 54.39 NaN NaN
seed 4 54.72 NaN NaN
seed 4 53.16 NaN NaN
seed 4 54.14 NaN NaN
seed 4 54.32 NaN NaN
seed 4 53.08 NaN NaN
seed 4 54.45 NaN NaN
seed 4 54.17 NaN NaN
seed 4 52.91 NaN NaN
seed 4 52.73 NaN NaN
seed 8 54.49 NaN NaN
seed 8 54.95 NaN NaN
seed 8 53.71 NaN NaN
seed 8 55.15 NaN NaN
seed 8 54.05 NaN NaN
seed 8 52.15 NaN NaN
seed 8 54.24 NaN NaN
seed 8 54.26 NaN NaN
seed 8 53 NaN NaN
seed 8 53.74 NaN NaN
seed 32 55.54 NaN NaN
seed 32 55.1 NaN NaN
seed 32 53.51 NaN NaN
seed 32 54.86 NaN NaN
seed 32 55.03 NaN NaN
seed 32 53.24 NaN NaN
seed 32 54.39 NaN NaN
seed 32 55.85 NaN NaN
seed 32 54 NaN NaN
seed 32 54.08 NaN NaN
seed 128 61.03 NaN NaN
seed 128 57.24 NaN NaN
seed 128 61.12 NaN NaN
seed 128 62.1 NaN NaN
seed 128 60.79 NaN NaN
seed 128 57.6 NaN NaN
seed 128 68.28 NaN NaN
seed 128 60.37 NaN NaN
seed 128 57.49 NaN NaN
seed 128 57.54 NaN NaN
EOD
$p2s13 << EOD
median 2 50.400000000000006 NaN NaN
median 4 50.125 NaN NaN
median 8 50.115 NaN NaN
median 32 50.47 NaN NaN
median 128 52.42 NaN NaN
interval 2 50.226 49.8364281811619 50.61556737466822
interval 4 50.17 49.666407736751616 50.673644249702264
interval 8 50.129 49.80752234814222 50.45047738389526
interval 32 50.614999999999995 50.22813210837768 51.00193075381108
interval 128 52.488 51.955232655485545 53.02128748224448
seed 2 50.56 NaN NaN
seed 2 50.56 NaN NaN
seed 2 50.2 NaN NaN
seed 2 50.66 NaN NaN
seed 2 50.77 NaN NaN
seed 2 50.52 NaN NaN
seed 2 49.47 NaN NaN
seed 2 49.5 NaN NaN
seed 2 50.28 NaN NaN
seed 2 49.74 NaN NaN
seed 4 50.04 NaN NaN
seed 4 51.24 NaN NaN
seed 4 49.62 NaN NaN
seed 4 50.53 NaN NaN
seed 4 50.21 NaN NaN
seed 4 51.23 NaN NaN
seed 4 49.62 NaN NaN
seed 4 50.6 NaN NaN
seed 4 49.22 NaN NaN
seed 4 49.39 NaN NaN
seed 8 49.81 NaN NaN
seed 8 50.2 NaN NaN
seed 8 50.03 NaN NaN
seed 8 49.88 NaN NaN
seed 8 50.51 NaN NaN
seed 8 50.59 NaN NaN
seed 8 50.28 NaN NaN
seed 8 50.43 NaN NaN
seed 8 49.85 NaN NaN
seed 8 49.71 NaN NaN
seed 32 51.75 NaN NaN
seed 32 50.53 NaN NaN
seed 32 50.48 NaN NaN
seed 32 50.19 NaN NaN
seed 32 50.95 NaN NaN
seed 32 50.29 NaN NaN
seed 32 50.94 NaN NaN
seed 32 50.46 NaN NaN
seed 32 50.36 NaN NaN
seed 32 50.2 NaN NaN
seed 128 52.21 NaN NaN
seed 128 51.5 NaN NaN
seed 128 52.07 NaN NaN
seed 128 52.18 NaN NaN
seed 128 53.51 NaN NaN
seed 128 52.92 NaN NaN
seed 128 52.63 NaN NaN
seed 128 52.92 NaN NaN
seed 128 53.64 NaN NaN
seed 128 51.3 NaN NaN
EOD
$p2s14 << EOD
median 2 55.325 NaN NaN
median 4 55.435 NaN NaN
median 8 55.44 NaN NaN
median 32 56.650000000000006 NaN NaN
median 128 66.14 NaN NaN
interval 2 55.237 54.80451584639021 55.669999932801716
interval 4 55.36500000000001 54.97976995390084 55.75047940928872
interval 8 55.47700000000001 54.96998002315273 55.98501850457153
interval 32 56.72299999999999 56.18700460484643 57.2605619959052
interval 128 66.394 64.00316907407509 68.92780950139947
seed 2 54.8 NaN NaN
seed 2 54.44 NaN NaN
seed 2 55.46 NaN NaN
seed 2 55.41 NaN NaN
seed 2 55.3 NaN NaN
seed 2 55.35 NaN NaN
seed 2 54.44 NaN NaN
seed 2 55.42 NaN NaN
seed 2 56.45 NaN NaN
seed 2 55.3 NaN NaN
seed 4 55.4 NaN NaN
seed 4 54.78 NaN NaN
seed 4 55.14 NaN NaN
seed 4 55.47 NaN NaN
seed 4 55.53 NaN NaN
seed 4 56.17 NaN NaN
seed 4 55.36 NaN NaN
seed 4 54.48 NaN NaN
seed 4 55.5 NaN NaN
seed 4 55.82 NaN NaN
seed 8 54.57 NaN NaN
seed 8 55.45 NaN NaN
seed 8 55.99 NaN NaN
seed 8 56.77 NaN NaN
seed 8 55.75 NaN NaN
seed 8 56.13 NaN NaN
seed 8 55.42 NaN NaN
seed 8 55.43 NaN NaN
seed 8 54.35 NaN NaN
seed 8 54.91 NaN NaN
seed 32 55.92 NaN NaN
seed 32 55.62 NaN NaN
seed 32 58.41 NaN NaN
seed 32 57.3 NaN NaN
seed 32 56.56 NaN NaN
seed 32 56.2 NaN NaN
seed 32 56.41 NaN NaN
seed 32 57.07 NaN NaN
seed 32 57 NaN NaN
seed 32 56.74 NaN NaN
seed 128 67.37 NaN NaN
seed 128 62.66 NaN NaN
seed 128 68.57 NaN NaN
seed 128 64.91 NaN NaN
seed 128 63.18 NaN NaN
seed 128 67.37 NaN NaN
seed 128 69.29 NaN NaN
seed 128 74.93 NaN NaN
seed 128 64.18 NaN NaN
seed 128 61.48 NaN NaN
EOD
$p2s15 << EOD
median 2 53.905 NaN NaN
median 4 54.595 NaN NaN
median 8 54.364999999999995 NaN NaN
median 32 54.805 NaN NaN
median 128 55.66 NaN NaN
interval 2 54.11600000000001 53.503080369981014 54.73029282815486
interval 4 54.489999999999995 54.04139771997378 54.93909338590461
interval 8 54.181 53.68420114797541 54.67844814447942
interval 32 54.689 54.29248845502726 55.08574459617892
interval 128 55.90999999999999 55.411572142390675 56.40948994551315
seed 2 53.35 NaN NaN
seed 2 55.05 NaN NaN
seed 2 53.14 NaN NaN
seed 2 53.55 NaN NaN
seed 2 53.51 NaN NaN
seed 2 54.75 NaN NaN
seed 2 55.59 NaN NaN
seed 2 52.95 NaN NaN
seed 2 54.26 NaN NaN
seed 2 55.01 NaN NaN
seed 4 55.2 NaN NaN
seed 4 54.53 NaN NaN
seed 4 54.81 NaN NaN
seed 4 55.18 NaN NaN
seed 4 53.8 NaN NaN
seed 4 53.57 NaN NaN
seed 4 54.66 NaN NaN
seed 4 53.98 NaN NaN
seed 4 55.18 NaN NaN
seed 4 53.99 NaN NaN
seed 8 54.9 NaN NaN
seed 8 54.4 NaN NaN
seed 8 53.72 NaN NaN
seed 8 54.4 NaN NaN
seed 8 52.99 NaN NaN
seed 8 54.83 NaN NaN
seed 8 54.33 NaN NaN
seed 8 54.11 NaN NaN
seed 8 53.1 NaN NaN
seed 8 55.03 NaN NaN
seed 32 54.91 NaN NaN
seed 32 55.06 NaN NaN
seed 32 55.02 NaN NaN
seed 32 54.57 NaN NaN
seed 32 54.36 NaN NaN
seed 32 54.52 NaN NaN
seed 32 55 NaN NaN
seed 32 53.49 NaN NaN
seed 32 55.26 NaN NaN
seed 32 54.7 NaN NaN
seed 128 55.73 NaN NaN
seed 128 56.89 NaN NaN
seed 128 55.59 NaN NaN
seed 128 55.35 NaN NaN
seed 128 55.34 NaN NaN
seed 128 56.55 NaN NaN
seed 128 57.13 NaN NaN
seed 128 55.4 NaN NaN
seed 128 56.06 NaN NaN
seed 128 55.06 NaN NaN
EOD
$p2s16 << EOD
median 2 55.245000000000005 NaN NaN
median 4 55.36 NaN NaN
median 8 55.864999999999995 NaN NaN
median 32 58.51 NaN NaN
median 128 65.28 NaN NaN
interval 2 55.489999999999995 55.02614040025973 55.954676637495936
interval 4 55.70399999999999 55.1670861722654 56.24229910992245
interval 8 56.11900000000001 55.50115586354636 56.739039539826294
interval 32 58.012 57.33504663868238 58.69230875851687
interval 128 65.714 63.77504287623779 67.73899061833701
seed 2 55.32 NaN NaN
seed 2 54.91 NaN NaN
seed 2 55.77 NaN NaN
seed 2 55.6 NaN NaN
seed 2 55.17 NaN NaN
seed 2 55.71 NaN NaN
seed 2 55.01 NaN NaN
seed 2 55.16 NaN NaN
seed 2 57.13 NaN NaN
seed 2 55.12 NaN NaN
seed 4 55.65 NaN NaN
seed 4 54.99 NaN NaN
seed 4 55.47 NaN NaN
seed 4 55.17 NaN NaN
seed 4 55.25 NaN NaN
seed 4 56.57 NaN NaN
seed 4 55.08 NaN NaN
seed 4 56.17 NaN NaN
seed 4 57.44 NaN NaN
seed 4 55.25 NaN NaN
seed 8 55.38 NaN NaN
seed 8 55.1 NaN NaN
seed 8 55.43 NaN NaN
seed 8 57.15 NaN NaN
seed 8 55.43 NaN NaN
seed 8 56.68 NaN NaN
seed 8 56.34 NaN NaN
seed 8 56.3 NaN NaN
seed 8 57.99 NaN NaN
seed 8 55.39 NaN NaN
seed 32 58.58 NaN NaN
seed 32 56 NaN NaN
seed 32 59.45 NaN NaN
seed 32 58.47 NaN NaN
seed 32 58.62 NaN NaN
seed 32 57.15 NaN NaN
seed 32 58.55 NaN NaN
seed 32 57.66 NaN NaN
seed 32 58.78 NaN NaN
seed 32 56.86 NaN NaN
seed 128 68.93 NaN NaN
seed 128 63.74 NaN NaN
seed 128 67.13 NaN NaN
seed 128 66.98 NaN NaN
seed 128 62.36 NaN NaN
seed 128 65.04 NaN NaN
seed 128 72.38 NaN NaN
seed 128 65.52 NaN NaN
seed 128 62.44 NaN NaN
seed 128 62.62 NaN NaN
EOD
$p2s17 << EOD
median 2 53.75 NaN NaN
median 4 53.74 NaN NaN
median 8 54.46 NaN NaN
median 32 55.125 NaN NaN
median 128 58.34 NaN NaN
interval 2 53.76700000000001 53.34917376759268 54.18508856122306
interval 4 53.891999999999996 53.42623621920975 54.358302458650606
interval 8 54.467000000000006 53.99998605777472 54.934585510438765
interval 32 55.11999999999999 54.729225531208016 55.51104452943515
interval 128 58.666999999999994 57.71564112638186 59.627912007739006
seed 2 53.43 NaN NaN
seed 2 54.17 NaN NaN
seed 2 53.53 NaN NaN
seed 2 54.4 NaN NaN
seed 2 53.81 NaN NaN
seed 2 53.69 NaN NaN
seed 2 52.56 NaN NaN
seed 2 54.04 NaN NaN
seed 2 54.43 NaN NaN
seed 2 53.61 NaN NaN
seed 4 53.59 NaN NaN
seed 4 54.55 NaN NaN
seed 4 54.35 NaN NaN
seed 4 53.84 NaN NaN
seed 4 53.55 NaN NaN
seed 4 55.16 NaN NaN
seed 4 53.16 NaN NaN
seed 4 53.04 NaN NaN
seed 4 53.64 NaN NaN
seed 4 54.04 NaN NaN
seed 8 54.11 NaN NaN
seed 8 54.93 NaN NaN
seed 8 55.33 NaN NaN
seed 8 54.34 NaN NaN
seed 8 54.14 NaN NaN
seed 8 55.17 NaN NaN
seed 8 53.36 NaN NaN
seed 8 55.02 NaN NaN
seed 8 54.58 NaN NaN
seed 8 53.69 NaN NaN
seed 32 55.1 NaN NaN
seed 32 55.47 NaN NaN
seed 32 55.74 NaN NaN
seed 32 54.69 NaN NaN
seed 32 54.4 NaN NaN
seed 32 54.51 NaN NaN
seed 32 54.95 NaN NaN
seed 32 55.85 NaN NaN
seed 32 55.34 NaN NaN
seed 32 55.15 NaN NaN
seed 128 61.73 NaN NaN
seed 128 58.66 NaN NaN
seed 128 58.53 NaN NaN
seed 128 57.81 NaN NaN
seed 128 58.73 NaN NaN
seed 128 56.92 NaN NaN
seed 128 61 NaN NaN
seed 128 57.66 NaN NaN
seed 128 58.15 NaN NaN
seed 128 57.48 NaN NaN
EOD
$p2s18 << EOD
median 2 51.025 NaN NaN
median 4 51.255 NaN NaN
median 8 51.685 NaN NaN
median 32 51.945 NaN NaN
median 128 54.620000000000005 NaN NaN
interval 2 51.025000000000006 50.60871898642306 51.44134650027419
interval 4 51.10399999999999 50.68761276910021 51.52046239234524
interval 8 51.374 50.80652510229852 51.94180062406008
interval 32 52.116 51.608781890618275 52.623662803058565
interval 128 54.705000000000005 53.92135554699412 55.49164830009983
seed 2 51.73 NaN NaN
seed 2 49.94 NaN NaN
seed 2 50.77 NaN NaN
seed 2 51.05 NaN NaN
seed 2 50.77 NaN NaN
seed 2 51.14 NaN NaN
seed 2 51 NaN NaN
seed 2 50.7 NaN NaN
seed 2 51.3 NaN NaN
seed 2 51.85 NaN NaN
seed 4 51.72 NaN NaN
seed 4 50.44 NaN NaN
seed 4 51.54 NaN NaN
seed 4 51.68 NaN NaN
seed 4 51.49 NaN NaN
seed 4 51.53 NaN NaN
seed 4 50.71 NaN NaN
seed 4 50.4 NaN NaN
seed 4 50.51 NaN NaN
seed 4 51.02 NaN NaN
seed 8 52.05 NaN NaN
seed 8 50.52 NaN NaN
seed 8 52.46 NaN NaN
seed 8 51.87 NaN NaN
seed 8 50.38 NaN NaN
seed 8 51.5 NaN NaN
seed 8 52.24 NaN NaN
seed 8 50.32 NaN NaN
seed 8 50.52 NaN NaN
seed 8 51.88 NaN NaN
seed 32 51.6 NaN NaN
seed 32 51.77 NaN NaN
seed 32 53.61 NaN NaN
seed 32 52.97 NaN NaN
seed 32 52.08 NaN NaN
seed 32 51.81 NaN NaN
seed 32 52.32 NaN NaN
seed 32 51.21 NaN NaN
seed 32 51.44 NaN NaN
seed 32 52.35 NaN NaN
seed 128 55.17 NaN NaN
seed 128 53.05 NaN NaN
seed 128 56.82 NaN NaN
seed 128 56.08 NaN NaN
seed 128 55.06 NaN NaN
seed 128 53.8 NaN NaN
seed 128 54.09 NaN NaN
seed 128 54.18 NaN NaN
seed 128 55.59 NaN NaN
seed 128 53.21 NaN NaN
EOD
$p2s19 << EOD
median 2 55.69 NaN NaN
median 4 56.125 NaN NaN
median 8 56.239999999999995 NaN NaN
median 32 57.065 NaN NaN
median 128 60.345 NaN NaN
interval 2 56.165 55.590234863460665 56.74150803533153
interval 4 56.34499999999999 55.79225296452426 56.89939806237558
interval 8 56.407000000000004 55.87099339681336 56.944535694810696
interval 32 57.33700000000001 56.673046986365044 58.00417311034985
interval 128 60.07899999999999 59.31740915491721 60.84640364197626
seed 2 56.92 NaN NaN
seed 2 55.48 NaN NaN
seed 2 55.38 NaN NaN
seed 2 55.49 NaN NaN
seed 2 55.59 NaN NaN
seed 2 55.79 NaN NaN
seed 2 57.37 NaN NaN
seed 2 55.33 NaN NaN
seed 2 57.32 NaN NaN
seed 2 56.98 NaN NaN
seed 4 56.66 NaN NaN
seed 4 55.82 NaN NaN
seed 4 55.97 NaN NaN
seed 4 55.53 NaN NaN
seed 4 56.22 NaN NaN
seed 4 56.32 NaN NaN
seed 4 57.52 NaN NaN
seed 4 55.43 NaN NaN
seed 4 57.95 NaN NaN
seed 4 56.03 NaN NaN
seed 8 56.32 NaN NaN
seed 8 55.79 NaN NaN
seed 8 56.54 NaN NaN
seed 8 55.69 NaN NaN
seed 8 55.96 NaN NaN
seed 8 56.16 NaN NaN
seed 8 57.98 NaN NaN
seed 8 55.67 NaN NaN
seed 8 57.6 NaN NaN
seed 8 56.36 NaN NaN
seed 32 57.08 NaN NaN
seed 32 56.84 NaN NaN
seed 32 57.07 NaN NaN
seed 32 56.17 NaN NaN
seed 32 56.85 NaN NaN
seed 32 57.06 NaN NaN
seed 32 58.74 NaN NaN
seed 32 56.22 NaN NaN
seed 32 59.27 NaN NaN
seed 32 58.07 NaN NaN
seed 128 60.8 NaN NaN
seed 128 60.19 NaN NaN
seed 128 59.16 NaN NaN
seed 128 60.15 NaN NaN
seed 128 57.6 NaN NaN
seed 128 60.62 NaN NaN
seed 128 61.69 NaN NaN
seed 128 58.87 NaN NaN
seed 128 61.21 NaN NaN
seed 128 60.5 NaN NaN
EOD
$p2s20 << EOD
median 2 52.76 NaN NaN
median 4 53.165 NaN NaN
median 8 52.94 NaN NaN
median 32 56.06 NaN NaN
median 128 90 NaN NaN
interval 2 52.834 52.30912318945502 53.359482973773865
interval 4 53.13499999999999 52.605503705449415 53.665148607654956
interval 8 53.379999999999995 52.35870531417237 54.40669164052172
interval 32 56.891 55.064406087110854 58.75281887828707

seed 2 52.83 NaN NaN
seed 2 52.69 NaN NaN
seed 2 53.4 NaN NaN
seed 2 53.11 NaN NaN
seed 2 53.62 NaN NaN
seed 2 52.05 NaN NaN
seed 2 54.24 NaN NaN
seed 2 52.06 NaN NaN
seed 2 51.87 NaN NaN
seed 2 52.47 NaN NaN
seed 4 53.03 NaN NaN
seed 4 53.28 NaN NaN
seed 4 53.32 NaN NaN
seed 4 54.56 NaN NaN
seed 4 51.9 NaN NaN
seed 4 52.07 NaN NaN
seed 4 53.21 NaN NaN
seed 4 53.92 NaN NaN
seed 4 52.94 NaN NaN
seed 4 53.12 NaN NaN
seed 8 54.48 NaN NaN
seed 8 52.82 NaN NaN
seed 8 52.96 NaN NaN
seed 8 57.46 NaN NaN
seed 8 52.35 NaN NaN
seed 8 51.4 NaN NaN
seed 8 52.92 NaN NaN
seed 8 53.78 NaN NaN
seed 8 52.4 NaN NaN
seed 8 53.23 NaN NaN
seed 32 63.63 NaN NaN
seed 32 55 NaN NaN
seed 32 55.84 NaN NaN
seed 32 59.9 NaN NaN
seed 32 53.8 NaN NaN
seed 32 54.5 NaN NaN
seed 32 56.61 NaN NaN
seed 32 58.62 NaN NaN
seed 32 54.73 NaN NaN
seed 32 56.28 NaN NaN
seed 128 90 NaN NaN
seed 128 61.23 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 58.41 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 90 NaN NaN
seed 128 56.49 NaN NaN
seed 128 90 NaN NaN
EOD
$p2s21 << EOD
median 2 52.72 NaN NaN
median 4 53.15 NaN NaN
median 8 52.855000000000004 NaN NaN
median 32 53.81 NaN NaN
median 128 56.56 NaN NaN
interval 2 52.898 52.17277802229149 53.62474540677429
interval 4 52.812 52.32362506097777 53.30076474298124
interval 8 53.027 52.40928198554709 53.64580671985213
interval 32 53.827999999999996 53.29518926858262 54.36168256896809
interval 128 58.561 54.534877751953566 62.94309120803782
seed 2 51.79 NaN NaN
seed 2 52.58 NaN NaN
seed 2 54.49 NaN NaN
seed 2 51.78 NaN NaN
seed 2 54.23 NaN NaN
seed 2 51.83 NaN NaN
seed 2 52.86 NaN NaN
seed 2 51.63 NaN NaN
seed 2 54.03 NaN NaN
seed 2 53.76 NaN NaN
seed 4 53.15 NaN NaN
seed 4 52.6 NaN NaN
seed 4 53.2 NaN NaN
seed 4 52.09 NaN NaN
seed 4 53.32 NaN NaN
seed 4 51.62 NaN NaN
seed 4 53.15 NaN NaN
seed 4 51.96 NaN NaN
seed 4 53.43 NaN NaN
seed 4 53.6 NaN NaN
seed 8 54.89 NaN NaN
seed 8 52.47 NaN NaN
seed 8 53.92 NaN NaN
seed 8 51.61 NaN NaN
seed 8 52.94 NaN NaN
seed 8 52.56 NaN NaN
seed 8 53.42 NaN NaN
seed 8 52.18 NaN NaN
seed 8 53.51 NaN NaN
seed 8 52.77 NaN NaN
seed 32 53.86 NaN NaN
seed 32 53.76 NaN NaN
seed 32 54.72 NaN NaN
seed 32 53.19 NaN NaN
seed 32 54.05 NaN NaN
seed 32 52.87 NaN NaN
seed 32 52.88 NaN NaN
seed 32 55.38 NaN NaN
seed 32 53.89 NaN NaN
seed 32 53.68 NaN NaN
seed 128 57.3 NaN NaN
seed 128 56.17 NaN NaN
seed 128 57.08 NaN NaN
seed 128 56.61 NaN NaN
seed 128 56.49 NaN NaN
seed 128 56.05 NaN NaN
seed 128 56.87 NaN NaN
seed 128 76.61 NaN NaN
seed 128 55.92 NaN NaN
seed 128 56.51 NaN NaN
EOD
$p2s22 << EOD
median 32 49.21 NaN NaN
median 128 51.435 NaN NaN
interval 32 49.254000000000005 48.93135423993595 49.57665503262945
interval 128 51.414 51.02061529795826 51.80744704103933
seed 32 48.91 NaN NaN
seed 32 48.94 NaN NaN
seed 32 49.24 NaN NaN
seed 32 49.84 NaN NaN
seed 32 49.46 NaN NaN
seed 32 48.83 NaN NaN
seed 32 49.48 NaN NaN
seed 32 49.18 NaN NaN
seed 32 49.14 NaN NaN
seed 32 49.52 NaN NaN
seed 128 50.5 NaN NaN
seed 128 51.01 NaN NaN
seed 128 50.94 NaN NaN
seed 128 51.97 NaN NaN
seed 128 51.34 NaN NaN
seed 128 51.69 NaN NaN
seed 128 51.28 NaN NaN
seed 128 51.86 NaN NaN
seed 128 51.53 NaN NaN
seed 128 52.02 NaN NaN
EOD
lines[2] = ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22'

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

# ---- Small multiples: a panel for each line of each panel, the others faint behind it. The next programs draw them. ----
# Where some lines are references, these alone stand behind all panels, in their colours, and a key names them.

with_faint = 1
if (bands) { references = '' }
in_key(k) = strstrt(references . ' ', sprintf(' %d ', k)) > 0
of_key(list) = words(list) == 0 ? '' : (in_key(nth(list, 1)) ? ' ' . word(list, 1) : '') . of_key(rest_of(list))
cells = 0
do for [p = 1:panels] { cells = cells + words(shown[p]) }
array m_title[cells + 1]; array m_note[cells + 1]; array m_low[cells + 1]; array m_high[cells + 1]; array m_end[cells + 1]
array m_line[cells + 1]; array m_data[cells + 1]; array m_rest[cells + 1]; array m_marks[cells + 1]; array m_theory[cells + 1]
# Bands stand in a row for each line where a row has room for all panels; other lines stand by panel.
rowwise = bands && panels > 1 && panels <= 5
c = 0
set_cell = "c = c + 1; m_title[c] = panel_title[p] eq '' ? label[k] : label[k] . ', ' . panel_title[p]; " . \
    "m_note[c] = k == nth(shown[p], 1) ? note[p] : ''; m_low[c] = low[p]; m_high[c] = high[p]; m_end[c] = x_end[p]; " . \
    "m_line[c] = sprintf(' %d', k); m_data[c] = p; m_rest[c] = bands ? '' : references eq '' ? shown[p] : of_key(shown[p]); m_marks[c] = with_marks[p]; m_theory[c] = with_theory[p]"
has(p, k) = strstrt(shown[p] . ' ', sprintf(' %d ', k)) > 0
if (rowwise) { do for [k = 1:entries] { do for [p = 1:panels] { if (has(p, k)) { eval set_cell } } } }
if (!rowwise) { do for [p = 1:panels] { do for [k = 1:entries] { if (has(p, k)) { eval set_cell } } } }
columns_wanted = rowwise ? panels : 0
if (cells) {
    panels = cells
    do for [pair in 'panel_title=m_title note=m_note low=m_low high=m_high x_end=m_end shown=m_line data_of=m_data faint_lines=m_rest with_marks=m_marks with_theory=m_theory'] {
        to = pair[1:strstrt(pair, '=')-1]; from = pair[strstrt(pair, '=')+1:*]
        eval sprintf('array %s[%d]; do for [c = 1:%d] { %s[c] = %s[c] }', to, cells, cells, to, from)
    }
    panel_columns = max(1, min(columns_wanted ? columns_wanted : min(panels, 5), int(width/1.35)))
    panel_rows = ceiling(1.0*panels/panel_columns)
    n_key = words(references); widest_label = 1
    do for [k in references] { widest_label = max(widest_label, strlen(label[int(k)])) }
    eval set_key_size
    if (n_key == 0) { key_inch = 0.05 }
}

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
