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

name = 'conv_error'
title = 'Test error over training, residual net'
caption = 'fashion-mnist, 10 seeds: medians; bands: 95 % intervals of the mean where all seeds learn, else each seed a thin line'
x_label = 'epoch'
y_label = 'test error in %'
lost_word = 'diverged'
template = 'lines'; x_log = 0; y_log = 10; curve = 1; seed_lines = 1; band = 0

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
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = 'rate 0.01'
note[1] = ''
$p1s1 << EOD
median 0.0625 76.375 NaN NaN
median 0.125 64.525 NaN NaN
median 0.1875 48.185 NaN NaN
median 0.25 42.230000000000004 NaN NaN
median 0.3125 40.205 NaN NaN
median 0.375 34.22 NaN NaN
median 0.4375 33.695 NaN NaN
median 0.5 29.91 NaN NaN
median 0.5625 29.25 NaN NaN
median 0.625 28.229999999999997 NaN NaN
median 0.6875 25.61 NaN NaN
median 0.75 26.555 NaN NaN
median 0.8125 26.37 NaN NaN
median 0.875 24.7 NaN NaN
median 0.9375 24.335 NaN NaN
median 1 23.49 NaN NaN
median 1.0625 24.295 NaN NaN
median 1.125 23.96 NaN NaN
median 1.1875 23.189999999999998 NaN NaN
median 1.25 22.955 NaN NaN
median 1.3125 22.66 NaN NaN
median 1.375 21.715 NaN NaN
median 1.4375 22.225 NaN NaN
median 1.5 21.310000000000002 NaN NaN
median 1.5625 21.67 NaN NaN
median 1.625 21.405 NaN NaN
median 1.6875 21.23 NaN NaN
median 1.75 20.27 NaN NaN
median 1.8125 20.6 NaN NaN
median 1.875 20.435 NaN NaN
median 1.9375 20.17 NaN NaN
median 2 20.655 NaN NaN
median 2.0625 19.884999999999998 NaN NaN
median 2.125 19.11 NaN NaN
median 2.1875 19.88 NaN NaN
median 2.25 19.105 NaN NaN
median 2.3125 19.57 NaN NaN
median 2.375 18.48 NaN NaN
median 2.4375 19.299999999999997 NaN NaN
median 2.5 18.71 NaN NaN
median 2.5625 18.37 NaN NaN
median 2.625 18.41 NaN NaN
median 2.6875 18.205 NaN NaN
median 2.75 18.185000000000002 NaN NaN
median 2.8125 18.034999999999997 NaN NaN
median 2.875 17.869999999999997 NaN NaN
median 2.9375 18.299999999999997 NaN NaN
median 3 17.79 NaN NaN
median 3.0625 17.305 NaN NaN
median 3.125 18.625 NaN NaN
median 3.1875 17.485 NaN NaN
median 3.25 17.564999999999998 NaN NaN
median 3.3125 17.2 NaN NaN
median 3.375 17.340000000000003 NaN NaN
median 3.4375 17.415 NaN NaN
median 3.5 17.82 NaN NaN
median 3.5625 17.1 NaN NaN
median 3.625 17.205 NaN NaN
median 3.6875 17.244999999999997 NaN NaN
median 3.75 16.835 NaN NaN
median 3.8125 17.185 NaN NaN
median 3.875 17.03 NaN NaN
median 3.9375 16.905 NaN NaN
median 4 16.895000000000003 NaN NaN
median 4.0625 16.494999999999997 NaN NaN
median 4.125 16.485 NaN NaN
median 4.1875 17.015 NaN NaN
median 4.25 16.505 NaN NaN
median 4.3125 16.715 NaN NaN
median 4.375 16.47 NaN NaN
median 4.4375 16.3 NaN NaN
median 4.5 16.675 NaN NaN
median 4.5625 17.049999999999997 NaN NaN
median 4.625 16.17 NaN NaN
median 4.6875 16.325 NaN NaN
median 4.75 16.405 NaN NaN
median 4.8125 16.345 NaN NaN
median 4.875 15.995 NaN NaN
median 4.9375 16.695 NaN NaN
median 5 16.32 NaN NaN
median 5.0625 16.205 NaN NaN
median 5.125 16.735 NaN NaN
median 5.1875 16.08 NaN NaN
median 5.25 15.92 NaN NaN
median 5.3125 16.01 NaN NaN
median 5.375 15.865 NaN NaN
median 5.4375 16.08 NaN NaN
median 5.5 15.645 NaN NaN
median 5.5625 16 NaN NaN
median 5.625 16.275 NaN NaN
median 5.6875 15.94 NaN NaN
median 5.75 15.54 NaN NaN
median 5.8125 16.025 NaN NaN
median 5.875 15.75 NaN NaN
median 5.9375 15.305 NaN NaN
median 6 15.295 NaN NaN
interval 0.0625 77.18099999999998 72.61566787137174 82.66799653466323
interval 0.125 64.07399999999998 57.991289568320354 70.90544168991877

interval 0.25 42.198 38.206496681815075 46.13621252153683
interval 0.3125 40.07299999999999 37.1759790976685 42.88234210753005
interval 0.375 34.50599999999999 31.785991808990083 37.07530099977916
interval 0.4375 33.378 31.811643302464894 34.89680454999627
interval 0.5 30.256999999999998 29.052647761306677 31.42343619442617
interval 0.5625 28.901 27.66797433832529 30.088338476712632
interval 0.625 28.047000000000004 26.452922469651426 29.556604055189016
interval 0.6875 26.2 24.961624403996783 27.37278868792752
interval 0.75 26.636000000000003 25.369676230072027 27.848285126846786
interval 0.8125 26.506999999999998 25.50859356483911 27.48047981531685
interval 0.875 24.928 23.630185251677922 26.171645720772606
interval 0.9375 25.559000000000005 23.896914792896347 27.105532329235277
interval 1 24.071 23.0945750845674 25.01481079789851
interval 1.0625 24.113 23.02018932047722 25.13932326628607
interval 1.125 23.958 22.86140583839596 25.013507667634215
interval 1.1875 23.566 22.39016613021052 24.692117162773073
interval 1.25 22.841 22.08746052289466 23.597436148035417
interval 1.3125 23.091 22.16659189324331 23.948949042345394
interval 1.375 21.595000000000006 20.754796648376285 22.400879264029115
interval 1.4375 22.2 21.193159177901684 23.160221707833617
interval 1.5 21.709 20.91093788986072 22.47260230848813
interval 1.5625 21.923 20.815741571509 22.969991544619212
interval 1.625 22.003 20.83124762227329 23.10551484245211
interval 1.6875 21.32 20.54198598118241 22.0752963360947
interval 1.75 20.451999999999998 19.66050971561085 21.213090011638144
interval 1.8125 20.598 19.86842788679202 21.328124868099533
interval 1.875 20.525 19.772121546778028 21.25899528732217
interval 1.9375 20.171999999999997 19.548796027883203 20.783867479220003
interval 2 20.512999999999998 19.5888877428417 21.38898242712251
interval 2.0625 20.403 19.329639494114563 21.42039492418061
interval 2.125 19.5 18.710566451155756 20.260993256733208
interval 2.1875 19.718 19.01073412203674 20.40440625017818
interval 2.25 19.097 18.441228198049 19.742341347309907
interval 2.3125 19.741 19.102717642135705 20.37103017692108
interval 2.375 18.906 18.041286557785075 19.72714283026863
interval 2.4375 19.839 18.81071225433124 20.781327205823217
interval 2.5 18.636000000000003 18.003176028030072 19.26101273680342
interval 2.5625 18.611 17.867884541396286 19.28046749793937
interval 2.625 18.380000000000003 17.933790034755134 18.82681819279877
interval 2.6875 18.259999999999998 17.68896692596845 18.819502998156317
interval 2.75 18.439 17.627380446368264 19.227419932388887
interval 2.8125 18.388 17.714296726227293 19.046021616543435
interval 2.875 18.107999999999997 17.40698054200899 18.78155654952164
interval 2.9375 18.320999999999998 17.866696001873695 18.774034863698077
interval 3 18.176 17.4553953282623 18.889191917583823
interval 3.0625 17.509999999999998 16.914960064886806 18.093873777022168
interval 3.125 18.4 17.550507189659374 19.21583084202812
interval 3.1875 17.808 17.15439127247773 18.4418416102539
interval 3.25 17.564 16.988078338348238 18.12842862571556
interval 3.3125 17.43 16.78415622410947 18.059213527497405
interval 3.375 17.507 16.894729331607603 18.104147029200522
interval 3.4375 17.378999999999998 16.755824835627113 17.992940872553778
interval 3.5 17.606 16.989671327081805 18.189770068570564
interval 3.5625 17.166000000000004 16.592575133703882 17.713116035445328
interval 3.625 17.181 16.69019703092521 17.671844773502883
interval 3.6875 17.374999999999996 16.69758340767574 18.027717677986544
interval 3.75 17.031 16.424551924630627 17.61783513323123
interval 3.8125 17.107000000000003 16.504915658348054 17.697708202115738
interval 3.875 17.065 16.492076196010544 17.612550780325396
interval 3.9375 16.735 16.16034345510982 17.305967652433434
interval 4 16.909 16.334161781225898 17.47187892678998
interval 4.0625 17.14 16.409439000220672 17.798518980103594
interval 4.125 16.913999999999998 16.183666613380947 17.610685945374772
interval 4.1875 16.872999999999998 16.323602953485736 17.396889681108643
interval 4.25 16.46 15.865645787673895 17.047419694890973
interval 4.3125 16.937 16.330855932235842 17.501111140114872
interval 4.375 16.505000000000003 15.935953154510205 17.060538227435867
interval 4.4375 16.77 15.98620867775999 17.512958134114058
interval 4.5 16.964000000000002 16.39976914315116 17.510783889729677
interval 4.5625 17.141 16.55043047011906 17.713403068814465
interval 4.625 16.339 15.71425178587862 16.941958327906644
interval 4.6875 16.621000000000002 16.095977090663183 17.14285404790764
interval 4.75 16.778 16.184373765189232 17.324385368770784
interval 4.8125 16.444 15.836329730541209 17.037812983649285
interval 4.875 16.124000000000002 15.607013371343665 16.634136492547505
interval 4.9375 16.625999999999998 16.08334764125586 17.166277303728197
interval 5 16.279000000000003 15.708889405462852 16.849101715422908
interval 5.0625 16.360999999999997 15.753042658419382 16.95223282935897
interval 5.125 16.418999999999997 15.878432960046876 16.947952548732907
interval 5.1875 16.046000000000003 15.63144130632698 16.457924526930153
interval 5.25 15.968 15.493807934787368 16.44000475954364
interval 5.3125 16.027 15.534369443546222 16.5077043300012
interval 5.375 15.825 15.516991923755853 16.132234529080396
interval 5.4375 16.384999999999998 15.753857605028255 17.00051170364259
interval 5.5 15.911000000000001 15.440050557013768 16.37137533668651
interval 5.5625 16.186 15.596454894053117 16.75201591029011
interval 5.625 16.074 15.545047520578844 16.594395686851865
interval 5.6875 15.812999999999999 15.370702284178734 16.25066949605306
interval 5.75 15.647 15.210954095973632 16.076709321883477
interval 5.8125 15.914000000000001 15.405645531279044 16.41275131337974
interval 5.875 16.102 15.523226399425248 16.659562489055194
interval 5.9375 15.403 15.023667554420868 15.778004193842428
interval 6 15.428999999999998 15.03958000187017 15.818939330609595
seed 0.0625 80.37 NaN NaN
seed 0.125 69.32 NaN NaN
seed 0.1875 56.84 NaN NaN
seed 0.25 44.35 NaN NaN
seed 0.3125 40.94 NaN NaN
seed 0.375 34.15 NaN NaN
seed 0.4375 35.95 NaN NaN
seed 0.5 29.3 NaN NaN
seed 0.5625 30.85 NaN NaN
seed 0.625 27.99 NaN NaN
seed 0.6875 26.75 NaN NaN
seed 0.75 27.23 NaN NaN
seed 0.8125 26.17 NaN NaN
seed 0.875 23.85 NaN NaN
seed 0.9375 24.58 NaN NaN
seed 1 23.29 NaN NaN
seed 1.0625 22.64 NaN NaN
seed 1.125 22.41 NaN NaN
seed 1.1875 23.2 NaN NaN
seed 1.25 24.16 NaN NaN
seed 1.3125 27.2 NaN NaN
seed 1.375 21.1 NaN NaN
seed 1.4375 24.24 NaN NaN
seed 1.5 19.87 NaN NaN
seed 1.5625 21.92 NaN NaN
seed 1.625 20.14 NaN NaN
seed 1.6875 19.72 NaN NaN
seed 1.75 20.21 NaN NaN
seed 1.8125 20.96 NaN NaN
seed 1.875 20.56 NaN NaN
seed 1.9375 20.28 NaN NaN
seed 2 21.01 NaN NaN
seed 2.0625 21.2 NaN NaN
seed 2.125 18.69 NaN NaN
seed 2.1875 20.18 NaN NaN
seed 2.25 18.38 NaN NaN
seed 2.3125 20.72 NaN NaN
seed 2.375 18.01 NaN NaN
seed 2.4375 18.55 NaN NaN
seed 2.5 19.72 NaN NaN
seed 2.5625 18.53 NaN NaN
seed 2.625 18.85 NaN NaN
seed 2.6875 17.74 NaN NaN
seed 2.75 19.45 NaN NaN
seed 2.8125 17.99 NaN NaN
seed 2.875 19.58 NaN NaN
seed 2.9375 17.9 NaN NaN
seed 3 17.45 NaN NaN
seed 3.0625 17.13 NaN NaN
seed 3.125 20.18 NaN NaN
seed 3.1875 19.9 NaN NaN
seed 3.25 18.65 NaN NaN
seed 3.3125 17.62 NaN NaN
seed 3.375 18.18 NaN NaN
seed 3.4375 19.26 NaN NaN
seed 3.5 17.27 NaN NaN
seed 3.5625 18.69 NaN NaN
seed 3.625 17.16 NaN NaN
seed 3.6875 16.5 NaN NaN
seed 3.75 17.53 NaN NaN
seed 3.8125 17.31 NaN NaN
seed 3.875 18.3 NaN NaN
seed 3.9375 17.07 NaN NaN
seed 4 17.83 NaN NaN
seed 4.0625 17.61 NaN NaN
seed 4.125 16.37 NaN NaN
seed 4.1875 16.56 NaN NaN
seed 4.25 16.03 NaN NaN
seed 4.3125 15.73 NaN NaN
seed 4.375 15.78 NaN NaN
seed 4.4375 15.53 NaN NaN
seed 4.5 16.49 NaN NaN
seed 4.5625 17.43 NaN NaN
seed 4.625 17.28 NaN NaN
seed 4.6875 16.21 NaN NaN
seed 4.75 17.38 NaN NaN
seed 4.8125 16.62 NaN NaN
seed 4.875 15.91 NaN NaN
seed 4.9375 16.65 NaN NaN
seed 5 16.49 NaN NaN
seed 5.0625 16.4 NaN NaN
seed 5.125 16.98 NaN NaN
seed 5.1875 15.57 NaN NaN
seed 5.25 16.42 NaN NaN
seed 5.3125 16.41 NaN NaN
seed 5.375 15.33 NaN NaN
seed 5.4375 15.12 NaN NaN
seed 5.5 15.64 NaN NaN
seed 5.5625 17.65 NaN NaN
seed 5.625 16.75 NaN NaN
seed 5.6875 16.18 NaN NaN
seed 5.75 15.03 NaN NaN
seed 5.8125 14.85 NaN NaN
seed 5.875 15.84 NaN NaN
seed 5.9375 14.72 NaN NaN
seed 6 15.63 NaN NaN

seed 0.0625 80.94 NaN NaN
seed 0.125 63.96 NaN NaN
seed 0.1875 48.31 NaN NaN
seed 0.25 40.79 NaN NaN
seed 0.3125 40.2 NaN NaN
seed 0.375 31.66 NaN NaN
seed 0.4375 30.13 NaN NaN
seed 0.5 30.8 NaN NaN
seed 0.5625 28.5 NaN NaN
seed 0.625 32.12 NaN NaN
seed 0.6875 26.88 NaN NaN
seed 0.75 27.1 NaN NaN
seed 0.8125 29.68 NaN NaN
seed 0.875 29.24 NaN NaN
seed 0.9375 26.56 NaN NaN
seed 1 23.33 NaN NaN
seed 1.0625 24.91 NaN NaN
seed 1.125 22.3 NaN NaN
seed 1.1875 26.44 NaN NaN
seed 1.25 23.28 NaN NaN
seed 1.3125 22.91 NaN NaN
seed 1.375 22.94 NaN NaN
seed 1.4375 23.69 NaN NaN
seed 1.5 22.35 NaN NaN
seed 1.5625 21.05 NaN NaN
seed 1.625 23.02 NaN NaN
seed 1.6875 23.58 NaN NaN
seed 1.75 21.74 NaN NaN
seed 1.8125 19.99 NaN NaN
seed 1.875 21.36 NaN NaN
seed 1.9375 19.84 NaN NaN
seed 2 19.01 NaN NaN
seed 2.0625 20.05 NaN NaN
seed 2.125 18.69 NaN NaN
seed 2.1875 18.62 NaN NaN
seed 2.25 19.39 NaN NaN
seed 2.3125 20.24 NaN NaN
seed 2.375 18.19 NaN NaN
seed 2.4375 20.35 NaN NaN
seed 2.5 19.2 NaN NaN
seed 2.5625 19.37 NaN NaN
seed 2.625 17.98 NaN NaN
seed 2.6875 17.74 NaN NaN
seed 2.75 18.25 NaN NaN
seed 2.8125 19.29 NaN NaN
seed 2.875 18.24 NaN NaN
seed 2.9375 17.86 NaN NaN
seed 3 19.18 NaN NaN
seed 3.0625 17.38 NaN NaN
seed 3.125 17.79 NaN NaN
seed 3.1875 17.17 NaN NaN
seed 3.25 18.22 NaN NaN
seed 3.3125 19.26 NaN NaN
seed 3.375 17.83 NaN NaN
seed 3.4375 17.68 NaN NaN
seed 3.5 17.24 NaN NaN
seed 3.5625 17.21 NaN NaN
seed 3.625 17.57 NaN NaN
seed 3.6875 17.7 NaN NaN
seed 3.75 16.37 NaN NaN
seed 3.8125 16.42 NaN NaN
seed 3.875 16.83 NaN NaN
seed 3.9375 16.76 NaN NaN
seed 4 17.22 NaN NaN
seed 4.0625 16.14 NaN NaN
seed 4.125 17.76 NaN NaN
seed 4.1875 17.73 NaN NaN
seed 4.25 17.14 NaN NaN
seed 4.3125 18.69 NaN NaN
seed 4.375 17.11 NaN NaN
seed 4.4375 15.65 NaN NaN
seed 4.5 16.27 NaN NaN
seed 4.5625 17.67 NaN NaN
seed 4.625 16.4 NaN NaN
seed 4.6875 16.32 NaN NaN
seed 4.75 15.95 NaN NaN
seed 4.8125 15.85 NaN NaN
seed 4.875 16.08 NaN NaN
seed 4.9375 15.93 NaN NaN
seed 5 15.71 NaN NaN
seed 5.0625 15.29 NaN NaN
seed 5.125 15.68 NaN NaN
seed 5.1875 15.46 NaN NaN
seed 5.25 16.18 NaN NaN
seed 5.3125 16.22 NaN NaN
seed 5.375 15.93 NaN NaN
seed 5.4375 15.79 NaN NaN
seed 5.5 15.49 NaN NaN
seed 5.5625 15.57 NaN NaN
seed 5.625 16.47 NaN NaN
seed 5.6875 15.14 NaN NaN
seed 5.75 15.44 NaN NaN
seed 5.8125 16.08 NaN NaN
seed 5.875 15.45 NaN NaN
seed 5.9375 15.46 NaN NaN
seed 6 15.17 NaN NaN

seed 0.0625 73.58 NaN NaN
seed 0.125 60.56 NaN NaN
seed 0.1875 47.38 NaN NaN
seed 0.25 40.83 NaN NaN
seed 0.3125 39.93 NaN NaN
seed 0.375 34.63 NaN NaN
seed 0.4375 33.06 NaN NaN
seed 0.5 30.31 NaN NaN
seed 0.5625 27.56 NaN NaN
seed 0.625 28.47 NaN NaN
seed 0.6875 24.97 NaN NaN
seed 0.75 29.77 NaN NaN
seed 0.8125 27.72 NaN NaN
seed 0.875 25.82 NaN NaN
seed 0.9375 23.44 NaN NaN
seed 1 27.1 NaN NaN
seed 1.0625 23.68 NaN NaN
seed 1.125 26.09 NaN NaN
seed 1.1875 22.61 NaN NaN
seed 1.25 23.36 NaN NaN
seed 1.3125 22.97 NaN NaN
seed 1.375 22.33 NaN NaN
seed 1.4375 20.46 NaN NaN
seed 1.5 21.41 NaN NaN
seed 1.5625 26.85 NaN NaN
seed 1.625 21.42 NaN NaN
seed 1.6875 21.83 NaN NaN
seed 1.75 23.22 NaN NaN
seed 1.8125 20.64 NaN NaN
seed 1.875 20.16 NaN NaN
seed 1.9375 21.3 NaN NaN
seed 2 21.02 NaN NaN
seed 2.0625 23.08 NaN NaN
seed 2.125 19.02 NaN NaN
seed 2.1875 20.58 NaN NaN
seed 2.25 18.84 NaN NaN
seed 2.3125 19.69 NaN NaN
seed 2.375 18.52 NaN NaN
seed 2.4375 22.95 NaN NaN
seed 2.5 18.2 NaN NaN
seed 2.5625 17.93 NaN NaN
seed 2.625 18.94 NaN NaN
seed 2.6875 18.25 NaN NaN
seed 2.75 17.23 NaN NaN
seed 2.8125 16.85 NaN NaN
seed 2.875 17.14 NaN NaN
seed 2.9375 18.38 NaN NaN
seed 3 18.41 NaN NaN
seed 3.0625 18.47 NaN NaN
seed 3.125 19.94 NaN NaN
seed 3.1875 17.13 NaN NaN
seed 3.25 16.48 NaN NaN
seed 3.3125 17.16 NaN NaN
seed 3.375 16.71 NaN NaN
seed 3.4375 17.49 NaN NaN
seed 3.5 18.7 NaN NaN
seed 3.5625 16.57 NaN NaN
seed 3.625 16.51 NaN NaN
seed 3.6875 17.25 NaN NaN
seed 3.75 18.23 NaN NaN
seed 3.8125 17.06 NaN NaN
seed 3.875 18.09 NaN NaN
seed 3.9375 17.03 NaN NaN
seed 4 16.76 NaN NaN
seed 4.0625 16.11 NaN NaN
seed 4.125 16.18 NaN NaN
seed 4.1875 17.19 NaN NaN
seed 4.25 16.89 NaN NaN
seed 4.3125 16.03 NaN NaN
seed 4.375 15.43 NaN NaN
seed 4.4375 16.04 NaN NaN
seed 4.5 17.01 NaN NaN
seed 4.5625 16.79 NaN NaN
seed 4.625 16.21 NaN NaN
seed 4.6875 15.88 NaN NaN
seed 4.75 15.44 NaN NaN
seed 4.8125 15.85 NaN NaN
seed 4.875 15.72 NaN NaN
seed 4.9375 17.64 NaN NaN
seed 5 16 NaN NaN
seed 5.0625 15.96 NaN NaN
seed 5.125 15.28 NaN NaN
seed 5.1875 16.57 NaN NaN
seed 5.25 16.97 NaN NaN
seed 5.3125 15.94 NaN NaN
seed 5.375 15.64 NaN NaN
seed 5.4375 17.08 NaN NaN
seed 5.5 15.93 NaN NaN
seed 5.5625 17.29 NaN NaN
seed 5.625 16.76 NaN NaN
seed 5.6875 15.81 NaN NaN
seed 5.75 14.98 NaN NaN
seed 5.8125 15.97 NaN NaN
seed 5.875 15.66 NaN NaN
seed 5.9375 16.2 NaN NaN
seed 6 15.08 NaN NaN

seed 0.0625 86.53 NaN NaN
seed 0.125 83.56 NaN NaN
seed 0.1875 82.56 NaN NaN
seed 0.25 54.33 NaN NaN
seed 0.3125 49.73 NaN NaN
seed 0.375 45.62 NaN NaN
seed 0.4375 34.33 NaN NaN
seed 0.5 31.84 NaN NaN
seed 0.5625 29.99 NaN NaN
seed 0.625 29.89 NaN NaN
seed 0.6875 31.52 NaN NaN
seed 0.75 29.6 NaN NaN
seed 0.8125 26.39 NaN NaN
seed 0.875 24.47 NaN NaN
seed 0.9375 27.04 NaN NaN
seed 1 26.31 NaN NaN
seed 1.0625 27.06 NaN NaN
seed 1.125 24.34 NaN NaN
seed 1.1875 21.44 NaN NaN
seed 1.25 22.4 NaN NaN
seed 1.3125 25.56 NaN NaN
seed 1.375 23.1 NaN NaN
seed 1.4375 21.08 NaN NaN
seed 1.5 21.21 NaN NaN
seed 1.5625 21.38 NaN NaN
seed 1.625 20.34 NaN NaN
seed 1.6875 20.01 NaN NaN
seed 1.75 19.69 NaN NaN
seed 1.8125 19.84 NaN NaN
seed 1.875 19.88 NaN NaN
seed 1.9375 19.17 NaN NaN
seed 2 20.61 NaN NaN
seed 2.0625 23.34 NaN NaN
seed 2.125 21.03 NaN NaN
seed 2.1875 20.91 NaN NaN
seed 2.25 19.41 NaN NaN
seed 2.3125 19.07 NaN NaN
seed 2.375 18.79 NaN NaN
seed 2.4375 18.74 NaN NaN
seed 2.5 18.08 NaN NaN
seed 2.5625 18.21 NaN NaN
seed 2.625 18.56 NaN NaN
seed 2.6875 19.02 NaN NaN
seed 2.75 19.67 NaN NaN
seed 2.8125 18.94 NaN NaN
seed 2.875 18 NaN NaN
seed 2.9375 18.39 NaN NaN
seed 3 17.68 NaN NaN
seed 3.0625 19.08 NaN NaN
seed 3.125 19.01 NaN NaN
seed 3.1875 17.05 NaN NaN
seed 3.25 18.2 NaN NaN
seed 3.3125 16.9 NaN NaN
seed 3.375 16.63 NaN NaN
seed 3.4375 16.9 NaN NaN
seed 3.5 18.7 NaN NaN
seed 3.5625 17.21 NaN NaN
seed 3.625 17.25 NaN NaN
seed 3.6875 17.24 NaN NaN
seed 3.75 16.67 NaN NaN
seed 3.8125 18.81 NaN NaN
seed 3.875 18.13 NaN NaN
seed 3.9375 17.18 NaN NaN
seed 4 17.56 NaN NaN
seed 4.0625 18.73 NaN NaN
seed 4.125 19.97 NaN NaN
seed 4.1875 18.64 NaN NaN
seed 4.25 16.86 NaN NaN
seed 4.3125 18.59 NaN NaN
seed 4.375 16.65 NaN NaN
seed 4.4375 17.46 NaN NaN
seed 4.5 19.09 NaN NaN
seed 4.5625 17.37 NaN NaN
seed 4.625 16.4 NaN NaN
seed 4.6875 17.05 NaN NaN
seed 4.75 16.57 NaN NaN
seed 4.8125 18.19 NaN NaN
seed 4.875 15.88 NaN NaN
seed 4.9375 16.74 NaN NaN
seed 5 16.76 NaN NaN
seed 5.0625 18.38 NaN NaN
seed 5.125 16.81 NaN NaN
seed 5.1875 16.36 NaN NaN
seed 5.25 16.43 NaN NaN
seed 5.3125 15.99 NaN NaN
seed 5.375 16.19 NaN NaN
seed 5.4375 16.18 NaN NaN
seed 5.5 16.78 NaN NaN
seed 5.5625 16.88 NaN NaN
seed 5.625 16.05 NaN NaN
seed 5.6875 16.38 NaN NaN
seed 5.75 16.72 NaN NaN
seed 5.8125 16.49 NaN NaN
seed 5.875 17.43 NaN NaN
seed 5.9375 15.74 NaN NaN
seed 6 16.08 NaN NaN

seed 0.0625 69.77 NaN NaN
seed 0.125 54.52 NaN NaN
seed 0.1875 40.26 NaN NaN
seed 0.25 37.96 NaN NaN
seed 0.3125 38.13 NaN NaN
seed 0.375 36.51 NaN NaN
seed 0.4375 30.07 NaN NaN
seed 0.5 29.51 NaN NaN
seed 0.5625 25.16 NaN NaN
seed 0.625 24.01 NaN NaN
seed 0.6875 25.78 NaN NaN
seed 0.75 24.44 NaN NaN
seed 0.8125 26.57 NaN NaN
seed 0.875 21.37 NaN NaN
seed 0.9375 31.49 NaN NaN
seed 1 23.72 NaN NaN
seed 1.0625 21.47 NaN NaN
seed 1.125 22.18 NaN NaN
seed 1.1875 21.94 NaN NaN
seed 1.25 21.75 NaN NaN
seed 1.3125 22.41 NaN NaN
seed 1.375 19.15 NaN NaN
seed 1.4375 19.97 NaN NaN
seed 1.5 20.53 NaN NaN
seed 1.5625 21.04 NaN NaN
seed 1.625 23.93 NaN NaN
seed 1.6875 21.82 NaN NaN
seed 1.75 18.76 NaN NaN
seed 1.8125 19.45 NaN NaN
seed 1.875 18.83 NaN NaN
seed 1.9375 18.6 NaN NaN
seed 2 19.88 NaN NaN
seed 2.0625 19.14 NaN NaN
seed 2.125 17.69 NaN NaN
seed 2.1875 18.74 NaN NaN
seed 2.25 17.51 NaN NaN
seed 2.3125 18.64 NaN NaN
seed 2.375 18.44 NaN NaN
seed 2.4375 16.95 NaN NaN
seed 2.5 16.95 NaN NaN
seed 2.5625 16.46 NaN NaN
seed 2.625 18.38 NaN NaN
seed 2.6875 16.73 NaN NaN
seed 2.75 18.12 NaN NaN
seed 2.8125 17.62 NaN NaN
seed 2.875 18.11 NaN NaN
seed 2.9375 17.52 NaN NaN
seed 3 17.39 NaN NaN
seed 3.0625 16.5 NaN NaN
seed 3.125 16.22 NaN NaN
seed 3.1875 17.61 NaN NaN
seed 3.25 16.61 NaN NaN
seed 3.3125 16.05 NaN NaN
seed 3.375 16.57 NaN NaN
seed 3.4375 16.3 NaN NaN
seed 3.5 15.51 NaN NaN
seed 3.5625 15.46 NaN NaN
seed 3.625 17.74 NaN NaN
seed 3.6875 17.69 NaN NaN
seed 3.75 16.27 NaN NaN
seed 3.8125 15.87 NaN NaN
seed 3.875 15.27 NaN NaN
seed 3.9375 17.42 NaN NaN
seed 4 15.66 NaN NaN
seed 4.0625 16.43 NaN NaN
seed 4.125 15.69 NaN NaN
seed 4.1875 15.19 NaN NaN
seed 4.25 15.5 NaN NaN
seed 4.3125 15.62 NaN NaN
seed 4.375 16.29 NaN NaN
seed 4.4375 15.82 NaN NaN
seed 4.5 16.24 NaN NaN
seed 4.5625 16.49 NaN NaN
seed 4.625 15.55 NaN NaN
seed 4.6875 17.49 NaN NaN
seed 4.75 16.16 NaN NaN
seed 4.8125 15.34 NaN NaN
seed 4.875 16.75 NaN NaN
seed 4.9375 15.66 NaN NaN
seed 5 15.13 NaN NaN
seed 5.0625 15.74 NaN NaN
seed 5.125 15.94 NaN NaN
seed 5.1875 16.25 NaN NaN
seed 5.25 15.5 NaN NaN
seed 5.3125 14.73 NaN NaN
seed 5.375 15.67 NaN NaN
seed 5.4375 15.51 NaN NaN
seed 5.5 15.19 NaN NaN
seed 5.5625 14.86 NaN NaN
seed 5.625 15.2 NaN NaN
seed 5.6875 14.96 NaN NaN
seed 5.75 15.41 NaN NaN
seed 5.8125 15.04 NaN NaN
seed 5.875 15.25 NaN NaN
seed 5.9375 15.14 NaN NaN
seed 6 15.63 NaN NaN

seed 0.0625 71.19 NaN NaN
seed 0.125 51.7 NaN NaN
seed 0.1875 41.48 NaN NaN
seed 0.25 32.81 NaN NaN
seed 0.3125 34.72 NaN NaN
seed 0.375 28.01 NaN NaN
seed 0.4375 35.08 NaN NaN
seed 0.5 28.13 NaN NaN
seed 0.5625 30.33 NaN NaN
seed 0.625 26.56 NaN NaN
seed 0.6875 23.62 NaN NaN
seed 0.75 23.22 NaN NaN
seed 0.8125 26.35 NaN NaN
seed 0.875 23.75 NaN NaN
seed 0.9375 22.92 NaN NaN
seed 1 22.06 NaN NaN
seed 1.0625 21.5 NaN NaN
seed 1.125 26.19 NaN NaN
seed 1.1875 24.48 NaN NaN
seed 1.25 22.79 NaN NaN
seed 1.3125 21.99 NaN NaN
seed 1.375 20.3 NaN NaN
seed 1.4375 20.69 NaN NaN
seed 1.5 20.66 NaN NaN
seed 1.5625 21.8 NaN NaN
seed 1.625 26.21 NaN NaN
seed 1.6875 20.35 NaN NaN
seed 1.75 19.73 NaN NaN
seed 1.8125 20.56 NaN NaN
seed 1.875 21.52 NaN NaN
seed 1.9375 19.87 NaN NaN
seed 2 20.99 NaN NaN
seed 2.0625 18.62 NaN NaN
seed 2.125 20.18 NaN NaN
seed 2.1875 20.11 NaN NaN
seed 2.25 19.3 NaN NaN
seed 2.3125 21.43 NaN NaN
seed 2.375 20.2 NaN NaN
seed 2.4375 18.62 NaN NaN
seed 2.5 18.98 NaN NaN
seed 2.5625 17.61 NaN NaN
seed 2.625 18.84 NaN NaN
seed 2.6875 18.17 NaN NaN
seed 2.75 17.84 NaN NaN
seed 2.8125 19.57 NaN NaN
seed 2.875 17.54 NaN NaN
seed 2.9375 18.22 NaN NaN
seed 3 17.9 NaN NaN
seed 3.0625 18.23 NaN NaN
seed 3.125 18.42 NaN NaN
seed 3.1875 19.34 NaN NaN
seed 3.25 17.39 NaN NaN
seed 3.3125 18.49 NaN NaN
seed 3.375 17.01 NaN NaN
seed 3.4375 17.34 NaN NaN
seed 3.5 17.9 NaN NaN
seed 3.5625 16.77 NaN NaN
seed 3.625 16.89 NaN NaN
seed 3.6875 16.02 NaN NaN
seed 3.75 18.74 NaN NaN
seed 3.8125 17.53 NaN NaN
seed 3.875 17.23 NaN NaN
seed 3.9375 16.52 NaN NaN
seed 4 16.33 NaN NaN
seed 4.0625 20.79 NaN NaN
seed 4.125 16.78 NaN NaN
seed 4.1875 16.13 NaN NaN
seed 4.25 17.63 NaN NaN
seed 4.3125 17.94 NaN NaN
seed 4.375 17.06 NaN NaN
seed 4.4375 17.88 NaN NaN
seed 4.5 16.5 NaN NaN
seed 4.5625 16.16 NaN NaN
seed 4.625 16.13 NaN NaN
seed 4.6875 17.44 NaN NaN
seed 4.75 16.54 NaN NaN
seed 4.8125 16.75 NaN NaN
seed 4.875 15.21 NaN NaN
seed 4.9375 16.84 NaN NaN
seed 5 16.17 NaN NaN
seed 5.0625 15.48 NaN NaN
seed 5.125 15.45 NaN NaN
seed 5.1875 15.59 NaN NaN
seed 5.25 15.14 NaN NaN
seed 5.3125 17.31 NaN NaN
seed 5.375 16.04 NaN NaN
seed 5.4375 17.9 NaN NaN
seed 5.5 17.53 NaN NaN
seed 5.5625 16.8 NaN NaN
seed 5.625 16.79 NaN NaN
seed 5.6875 15.82 NaN NaN
seed 5.75 15.64 NaN NaN
seed 5.8125 15.83 NaN NaN
seed 5.875 15.95 NaN NaN
seed 5.9375 15.06 NaN NaN
seed 6 15.26 NaN NaN

seed 0.0625 74.31 NaN NaN
seed 0.125 66.72 NaN NaN
seed 0.1875 48.06 NaN NaN
seed 0.25 39.76 NaN NaN
seed 0.3125 42.29 NaN NaN
seed 0.375 34.29 NaN NaN
seed 0.4375 36.32 NaN NaN
seed 0.5 31.74 NaN NaN
seed 0.5625 28.51 NaN NaN
seed 0.625 29.31 NaN NaN
seed 0.6875 25.44 NaN NaN
seed 0.75 25.88 NaN NaN
seed 0.8125 26.33 NaN NaN
seed 0.875 24.65 NaN NaN
seed 0.9375 29.12 NaN NaN
seed 1 24.86 NaN NaN
seed 1.0625 25.05 NaN NaN
seed 1.125 23.58 NaN NaN
seed 1.1875 26.92 NaN NaN
seed 1.25 23.12 NaN NaN
seed 1.3125 23.24 NaN NaN
seed 1.375 22.63 NaN NaN
seed 1.4375 23.2 NaN NaN
seed 1.5 24.4 NaN NaN
seed 1.5625 21.98 NaN NaN
seed 1.625 21.39 NaN NaN
seed 1.6875 22.65 NaN NaN
seed 1.75 20.66 NaN NaN
seed 1.8125 22.18 NaN NaN
seed 1.875 20.85 NaN NaN
seed 1.9375 20.35 NaN NaN
seed 2 24.23 NaN NaN
seed 2.0625 21.27 NaN NaN
seed 2.125 19.6 NaN NaN
seed 2.1875 19.57 NaN NaN
seed 2.25 20.21 NaN NaN
seed 2.3125 19.65 NaN NaN
seed 2.375 22.64 NaN NaN
seed 2.4375 22.24 NaN NaN
seed 2.5 19.38 NaN NaN
seed 2.5625 22.1 NaN NaN
seed 2.625 18.42 NaN NaN
seed 2.6875 19.24 NaN NaN
seed 2.75 20.76 NaN NaN
seed 2.8125 19.81 NaN NaN
seed 2.875 20.54 NaN NaN
seed 2.9375 18.94 NaN NaN
seed 3 18.7 NaN NaN
seed 3.0625 17.46 NaN NaN
seed 3.125 18.83 NaN NaN
seed 3.1875 17.87 NaN NaN
seed 3.25 18.49 NaN NaN
seed 3.3125 17.94 NaN NaN
seed 3.375 19.19 NaN NaN
seed 3.4375 17.53 NaN NaN
seed 3.5 17.93 NaN NaN
seed 3.5625 18.8 NaN NaN
seed 3.625 17.82 NaN NaN
seed 3.6875 17.18 NaN NaN
seed 3.75 17.48 NaN NaN
seed 3.8125 17.55 NaN NaN
seed 3.875 17.46 NaN NaN
seed 3.9375 16.78 NaN NaN
seed 4 16.63 NaN NaN
seed 4.0625 17.38 NaN NaN
seed 4.125 17.24 NaN NaN
seed 4.1875 17.28 NaN NaN
seed 4.25 17.02 NaN NaN
seed 4.3125 17.08 NaN NaN
seed 4.375 18.2 NaN NaN
seed 4.4375 19.79 NaN NaN
seed 4.5 17.73 NaN NaN
seed 4.5625 19.33 NaN NaN
seed 4.625 18.63 NaN NaN
seed 4.6875 16.31 NaN NaN
seed 4.75 17.21 NaN NaN
seed 4.8125 17.23 NaN NaN
seed 4.875 16.69 NaN NaN
seed 4.9375 17.25 NaN NaN
seed 5 16.47 NaN NaN
seed 5.0625 16.98 NaN NaN
seed 5.125 16.66 NaN NaN
seed 5.1875 16.95 NaN NaN
seed 5.25 15.95 NaN NaN
seed 5.3125 16.03 NaN NaN
seed 5.375 15.8 NaN NaN
seed 5.4375 16.91 NaN NaN
seed 5.5 15.65 NaN NaN
seed 5.5625 15.95 NaN NaN
seed 5.625 16.43 NaN NaN
seed 5.6875 16.18 NaN NaN
seed 5.75 16.22 NaN NaN
seed 5.8125 17.29 NaN NaN
seed 5.875 15.32 NaN NaN
seed 5.9375 15.26 NaN NaN
seed 6 15.33 NaN NaN

seed 0.0625 78.44 NaN NaN
seed 0.125 65.09 NaN NaN
seed 0.1875 51.64 NaN NaN
seed 0.25 43.81 NaN NaN
seed 0.3125 32.31 NaN NaN
seed 0.375 29.91 NaN NaN
seed 0.4375 35.67 NaN NaN
seed 0.5 28.99 NaN NaN
seed 0.5625 26.52 NaN NaN
seed 0.625 26.25 NaN NaN
seed 0.6875 24.69 NaN NaN
seed 0.75 25.59 NaN NaN
seed 0.8125 24.17 NaN NaN
seed 0.875 26.59 NaN NaN
seed 0.9375 23.02 NaN NaN
seed 1 23.65 NaN NaN
seed 1.0625 22.94 NaN NaN
seed 1.125 24.83 NaN NaN
seed 1.1875 23.18 NaN NaN
seed 1.25 23.12 NaN NaN
seed 1.3125 21.84 NaN NaN
seed 1.375 20.77 NaN NaN
seed 1.4375 21.25 NaN NaN
seed 1.5 21.2 NaN NaN
seed 1.5625 19.31 NaN NaN
seed 1.625 22.71 NaN NaN
seed 1.6875 20.78 NaN NaN
seed 1.75 20.95 NaN NaN
seed 1.8125 20.51 NaN NaN
seed 1.875 19.24 NaN NaN
seed 1.9375 20.92 NaN NaN
seed 2 18.62 NaN NaN
seed 2.0625 18.88 NaN NaN
seed 2.125 19.2 NaN NaN
seed 2.1875 17.77 NaN NaN
seed 2.25 20.5 NaN NaN
seed 2.3125 19.44 NaN NaN
seed 2.375 17.7 NaN NaN
seed 2.4375 19.86 NaN NaN
seed 2.5 18.44 NaN NaN
seed 2.5625 16.89 NaN NaN
seed 2.625 17.65 NaN NaN
seed 2.6875 18.24 NaN NaN
seed 2.75 18.28 NaN NaN
seed 2.8125 18.08 NaN NaN
seed 2.875 16.75 NaN NaN
seed 2.9375 18.06 NaN NaN
seed 3 17.43 NaN NaN
seed 3.0625 16.9 NaN NaN
seed 3.125 16.83 NaN NaN
seed 3.1875 16.93 NaN NaN
seed 3.25 17.12 NaN NaN
seed 3.3125 17.13 NaN NaN
seed 3.375 18.44 NaN NaN
seed 3.4375 16.95 NaN NaN
seed 3.5 16.2 NaN NaN
seed 3.5625 16.44 NaN NaN
seed 3.625 16.55 NaN NaN
seed 3.6875 17.32 NaN NaN
seed 3.75 15.92 NaN NaN
seed 3.8125 17.43 NaN NaN
seed 3.875 16.68 NaN NaN
seed 3.9375 17.4 NaN NaN
seed 4 18.14 NaN NaN
seed 4.0625 16.56 NaN NaN
seed 4.125 16.23 NaN NaN
seed 4.1875 17.11 NaN NaN
seed 4.25 15.9 NaN NaN
seed 4.3125 15.8 NaN NaN
seed 4.375 16.72 NaN NaN
seed 4.4375 16.93 NaN NaN
seed 4.5 16.85 NaN NaN
seed 4.5625 16.38 NaN NaN
seed 4.625 16.02 NaN NaN
seed 4.6875 16.33 NaN NaN
seed 4.75 16.27 NaN NaN
seed 4.8125 15.65 NaN NaN
seed 4.875 17.14 NaN NaN
seed 4.9375 16.2 NaN NaN
seed 5 17.07 NaN NaN
seed 5.0625 16.97 NaN NaN
seed 5.125 16.93 NaN NaN
seed 5.1875 16.14 NaN NaN
seed 5.25 15.76 NaN NaN
seed 5.3125 15.68 NaN NaN
seed 5.375 15.27 NaN NaN
seed 5.4375 15.98 NaN NaN
seed 5.5 15.54 NaN NaN
seed 5.5625 16.05 NaN NaN
seed 5.625 15.13 NaN NaN
seed 5.6875 15.09 NaN NaN
seed 5.75 15.67 NaN NaN
seed 5.8125 16.12 NaN NaN
seed 5.875 15.5 NaN NaN
seed 5.9375 15.35 NaN NaN
seed 6 14.95 NaN NaN

seed 0.0625 89.57 NaN NaN
seed 0.125 69.9 NaN NaN
seed 0.1875 54.82 NaN NaN
seed 0.25 43.63 NaN NaN
seed 0.3125 42.27 NaN NaN
seed 0.375 33.41 NaN NaN
seed 0.4375 32.75 NaN NaN
seed 0.5 34.31 NaN NaN
seed 0.5625 30.63 NaN NaN
seed 0.625 31.08 NaN NaN
seed 0.6875 27.74 NaN NaN
seed 0.75 27.52 NaN NaN
seed 0.8125 26.99 NaN NaN
seed 0.875 24.75 NaN NaN
seed 0.9375 24.09 NaN NaN
seed 1 23.23 NaN NaN
seed 1.0625 25.27 NaN NaN
seed 1.125 25.77 NaN NaN
seed 1.1875 23.65 NaN NaN
seed 1.25 21.89 NaN NaN
seed 1.3125 21.84 NaN NaN
seed 1.375 22.96 NaN NaN
seed 1.4375 23.92 NaN NaN
seed 1.5 23.44 NaN NaN
seed 1.5625 22.36 NaN NaN
seed 1.625 21.31 NaN NaN
seed 1.6875 21.28 NaN NaN
seed 1.75 19.23 NaN NaN
seed 1.8125 21.16 NaN NaN
seed 1.875 22.54 NaN NaN
seed 1.9375 21.33 NaN NaN
seed 2 19.06 NaN NaN
seed 2.0625 19.72 NaN NaN
seed 2.125 18.97 NaN NaN
seed 2.1875 19.65 NaN NaN
seed 2.25 18.52 NaN NaN
seed 2.3125 19.49 NaN NaN
seed 2.375 18.67 NaN NaN
seed 2.4375 21.65 NaN NaN
seed 2.5 19.04 NaN NaN
seed 2.5625 20.09 NaN NaN
seed 2.625 18.4 NaN NaN
seed 2.6875 19.47 NaN NaN
seed 2.75 17.82 NaN NaN
seed 2.8125 17.79 NaN NaN
seed 2.875 17.74 NaN NaN
seed 2.9375 18.85 NaN NaN
seed 3 17.59 NaN NaN
seed 3.0625 16.72 NaN NaN
seed 3.125 17.59 NaN NaN
seed 3.1875 17.72 NaN NaN
seed 3.25 16.74 NaN NaN
seed 3.3125 16.51 NaN NaN
seed 3.375 17.67 NaN NaN
seed 3.4375 16.55 NaN NaN
seed 3.5 17.74 NaN NaN
seed 3.5625 17.52 NaN NaN
seed 3.625 17.7 NaN NaN
seed 3.6875 16.76 NaN NaN
seed 3.75 16.1 NaN NaN
seed 3.8125 16.79 NaN NaN
seed 3.875 16.68 NaN NaN
seed 3.9375 15.48 NaN NaN
seed 4 17.03 NaN NaN
seed 4.0625 15.94 NaN NaN
seed 4.125 16.6 NaN NaN
seed 4.1875 16.92 NaN NaN
seed 4.25 15.48 NaN NaN
seed 4.3125 17.54 NaN NaN
seed 4.375 15.69 NaN NaN
seed 4.4375 16.48 NaN NaN
seed 4.5 17.27 NaN NaN
seed 4.5625 17.31 NaN NaN
seed 4.625 15.33 NaN NaN
seed 4.6875 15.94 NaN NaN
seed 4.75 20.03 NaN NaN
seed 4.8125 16.89 NaN NaN
seed 4.875 15.18 NaN NaN
seed 4.9375 17.1 NaN NaN
seed 5 16.97 NaN NaN
seed 5.0625 16.12 NaN NaN
seed 5.125 17.51 NaN NaN
seed 5.1875 16.02 NaN NaN
seed 5.25 15.44 NaN NaN
seed 5.3125 15.22 NaN NaN
seed 5.375 16.31 NaN NaN
seed 5.4375 15.95 NaN NaN
seed 5.5 15.55 NaN NaN
seed 5.5625 15.94 NaN NaN
seed 5.625 16.12 NaN NaN
seed 5.6875 16.51 NaN NaN
seed 5.75 16.3 NaN NaN
seed 5.8125 16.09 NaN NaN
seed 5.875 16.68 NaN NaN
seed 5.9375 14.91 NaN NaN
seed 6 15.12 NaN NaN

seed 0.0625 67.11 NaN NaN
seed 0.125 55.41 NaN NaN
seed 0.1875 45.46 NaN NaN
seed 0.25 43.71 NaN NaN
seed 0.3125 40.21 NaN NaN
seed 0.375 36.87 NaN NaN
seed 0.4375 30.42 NaN NaN
seed 0.5 27.64 NaN NaN
seed 0.5625 30.96 NaN NaN
seed 0.625 24.79 NaN NaN
seed 0.6875 24.61 NaN NaN
seed 0.75 26.01 NaN NaN
seed 0.8125 24.7 NaN NaN
seed 0.875 24.79 NaN NaN
seed 0.9375 23.33 NaN NaN
seed 1 23.16 NaN NaN
seed 1.0625 26.61 NaN NaN
seed 1.125 21.89 NaN NaN
seed 1.1875 21.8 NaN NaN
seed 1.25 22.54 NaN NaN
seed 1.3125 20.95 NaN NaN
seed 1.375 20.67 NaN NaN
seed 1.4375 23.5 NaN NaN
seed 1.5 22.02 NaN NaN
seed 1.5625 21.54 NaN NaN
seed 1.625 19.56 NaN NaN
seed 1.6875 21.18 NaN NaN
seed 1.75 20.33 NaN NaN
seed 1.8125 20.69 NaN NaN
seed 1.875 20.31 NaN NaN
seed 1.9375 20.06 NaN NaN
seed 2 20.7 NaN NaN
seed 2.0625 18.73 NaN NaN
seed 2.125 21.93 NaN NaN
seed 2.1875 21.05 NaN NaN
seed 2.25 18.91 NaN NaN
seed 2.3125 19.04 NaN NaN
seed 2.375 17.9 NaN NaN
seed 2.4375 18.48 NaN NaN
seed 2.5 18.37 NaN NaN
seed 2.5625 18.92 NaN NaN
seed 2.625 17.78 NaN NaN
seed 2.6875 18 NaN NaN
seed 2.75 16.97 NaN NaN
seed 2.8125 17.94 NaN NaN
seed 2.875 17.44 NaN NaN
seed 2.9375 19.09 NaN NaN
seed 3 20.03 NaN NaN
seed 3.0625 17.23 NaN NaN
seed 3.125 19.19 NaN NaN
seed 3.1875 17.36 NaN NaN
seed 3.25 17.74 NaN NaN
seed 3.3125 17.24 NaN NaN
seed 3.375 16.84 NaN NaN
seed 3.4375 17.79 NaN NaN
seed 3.5 18.87 NaN NaN
seed 3.5625 16.99 NaN NaN
seed 3.625 16.62 NaN NaN
seed 3.6875 20.09 NaN NaN
seed 3.75 17 NaN NaN
seed 3.8125 16.3 NaN NaN
seed 3.875 15.98 NaN NaN
seed 3.9375 15.71 NaN NaN
seed 4 15.93 NaN NaN
seed 4.0625 15.71 NaN NaN
seed 4.125 16.32 NaN NaN
seed 4.1875 15.98 NaN NaN
seed 4.25 16.15 NaN NaN
seed 4.3125 16.35 NaN NaN
seed 4.375 16.12 NaN NaN
seed 4.4375 16.12 NaN NaN
seed 4.5 16.19 NaN NaN
seed 4.5625 16.48 NaN NaN
seed 4.625 15.44 NaN NaN
seed 4.6875 17.24 NaN NaN
seed 4.75 16.23 NaN NaN
seed 4.8125 16.07 NaN NaN
seed 4.875 16.68 NaN NaN
seed 4.9375 16.25 NaN NaN
seed 5 16.02 NaN NaN
seed 5.0625 16.29 NaN NaN
seed 5.125 16.95 NaN NaN
seed 5.1875 15.55 NaN NaN
seed 5.25 15.89 NaN NaN
seed 5.3125 16.74 NaN NaN
seed 5.375 16.07 NaN NaN
seed 5.4375 17.43 NaN NaN
seed 5.5 15.81 NaN NaN
seed 5.5625 14.87 NaN NaN
seed 5.625 15.04 NaN NaN
seed 5.6875 16.06 NaN NaN
seed 5.75 15.06 NaN NaN
seed 5.8125 15.38 NaN NaN
seed 5.875 17.94 NaN NaN
seed 5.9375 16.19 NaN NaN
seed 6 16.04 NaN NaN
EOD
$p1s2 << EOD
median 0.0625 66.295 NaN NaN
median 0.125 46.870000000000005 NaN NaN
median 0.1875 36.265 NaN NaN
median 0.25 32.59 NaN NaN
median 0.3125 30.630000000000003 NaN NaN
median 0.375 28.72 NaN NaN
median 0.4375 27.189999999999998 NaN NaN
median 0.5 26 NaN NaN
median 0.5625 25.04 NaN NaN
median 0.625 24.73 NaN NaN
median 0.6875 23.815 NaN NaN
median 0.75 23.57 NaN NaN
median 0.8125 22.82 NaN NaN
median 0.875 23.045 NaN NaN
median 0.9375 21.88 NaN NaN
median 1 21.515 NaN NaN
median 1.0625 21.259999999999998 NaN NaN
median 1.125 21.1 NaN NaN
median 1.1875 20.93 NaN NaN
median 1.25 20.104999999999997 NaN NaN
median 1.3125 20.075000000000003 NaN NaN
median 1.375 19.905 NaN NaN
median 1.4375 19.439999999999998 NaN NaN
median 1.5 19.240000000000002 NaN NaN
median 1.5625 19.244999999999997 NaN NaN
median 1.625 18.744999999999997 NaN NaN
median 1.6875 19.35 NaN NaN
median 1.75 18.82 NaN NaN
median 1.8125 18.395 NaN NaN
median 1.875 18.384999999999998 NaN NaN
median 1.9375 18.42 NaN NaN
median 2 18.165 NaN NaN
median 2.0625 17.97 NaN NaN
median 2.125 18.240000000000002 NaN NaN
median 2.1875 17.705 NaN NaN
median 2.25 17.520000000000003 NaN NaN
median 2.3125 17.384999999999998 NaN NaN
median 2.375 17.32 NaN NaN
median 2.4375 17.23 NaN NaN
median 2.5 17.189999999999998 NaN NaN
median 2.5625 17.105 NaN NaN
median 2.625 17.34 NaN NaN
median 2.6875 16.950000000000003 NaN NaN
median 2.75 17.115000000000002 NaN NaN
median 2.8125 16.835 NaN NaN
median 2.875 16.76 NaN NaN
median 2.9375 16.785 NaN NaN
median 3 16.685000000000002 NaN NaN
median 3.0625 16.634999999999998 NaN NaN
median 3.125 16.39 NaN NaN
median 3.1875 16.36 NaN NaN
median 3.25 16.595 NaN NaN
median 3.3125 16.395000000000003 NaN NaN
median 3.375 16.805 NaN NaN
median 3.4375 16.064999999999998 NaN NaN
median 3.5 16.17 NaN NaN
median 3.5625 16.02 NaN NaN
median 3.625 15.95 NaN NaN
median 3.6875 16.045 NaN NaN
median 3.75 16.025 NaN NaN
median 3.8125 16.625 NaN NaN
median 3.875 15.600000000000001 NaN NaN
median 3.9375 15.559999999999999 NaN NaN
median 4 16.595 NaN NaN
median 4.0625 15.525 NaN NaN
median 4.125 15.785 NaN NaN
median 4.1875 15.705 NaN NaN
median 4.25 15.675 NaN NaN
median 4.3125 15.67 NaN NaN
median 4.375 15.52 NaN NaN
median 4.4375 15.93 NaN NaN
median 4.5 15.375 NaN NaN
median 4.5625 15.355 NaN NaN
median 4.625 15.469999999999999 NaN NaN
median 4.6875 15.84 NaN NaN
median 4.75 15.76 NaN NaN
median 4.8125 15.379999999999999 NaN NaN
median 4.875 15.17 NaN NaN
median 4.9375 15.344999999999999 NaN NaN
median 5 15.28 NaN NaN
median 5.0625 15.48 NaN NaN
median 5.125 15.600000000000001 NaN NaN
median 5.1875 15.21 NaN NaN
median 5.25 15.235 NaN NaN
median 5.3125 14.875 NaN NaN
median 5.375 14.925 NaN NaN
median 5.4375 15.015 NaN NaN
median 5.5 14.850000000000001 NaN NaN
median 5.5625 14.935 NaN NaN
median 5.625 15.215 NaN NaN
median 5.6875 14.94 NaN NaN
median 5.75 14.92 NaN NaN
median 5.8125 14.895 NaN NaN
median 5.875 14.870000000000001 NaN NaN
median 5.9375 14.76 NaN NaN
median 6 14.76 NaN NaN
interval 0.0625 66.85600000000001 62.598498939735066 71.25499622032874
interval 0.125 46.510999999999996 43.79783470105767 49.2045600874197
interval 0.1875 36.674 35.24043763517504 38.10061084519591
interval 0.25 32.308 30.56965572218103 34.00964368346613
interval 0.3125 30.144 28.962861053261907 31.315052668289397
interval 0.375 28.592000000000002 27.478426079786527 29.689209184839928
interval 0.4375 27.343 26.29126831820136 28.391097697294445
interval 0.5 26.052 25.075750499659208 27.028357171536083
interval 0.5625 25.063 24.339565638221064 25.792091681336117
interval 0.625 24.560999999999996 23.59556993460347 25.50936100306658
interval 0.6875 23.916 23.10976688630425 24.722386301802242
interval 0.75 23.316000000000003 22.509219398322312 24.116044474200898
interval 0.8125 22.701 21.967988407631232 23.43422586146336
interval 0.875 22.857 21.960939793746874 23.736420723275213
interval 0.9375 21.822 21.052853168632353 22.583466690568127
interval 1 21.582 20.85618853569371 22.309626322603016
interval 1.0625 21.219999999999995 20.48924667287211 21.952505514723015
interval 1.125 21.103 20.43422700316888 21.775258479173118
interval 1.1875 20.909000000000002 20.27723436387446 21.546218215932946
interval 1.25 20.403 19.68644677294754 21.113270482389595
interval 1.3125 20.164000000000005 19.35256451911695 20.97430529859634
interval 1.375 20.116 19.331862794875374 20.897314797647777
interval 1.4375 19.75 19.132075578094685 20.369499422428458
interval 1.5 19.320000000000004 18.770510273627764 19.865497795027217
interval 1.5625 19.318 18.757048637604495 19.879829203922167
interval 1.625 18.938 18.22500816534965 19.64473819243041
interval 1.6875 19.18 18.616515410778486 19.743485202526966
interval 1.75 18.723999999999997 18.06940248197868 19.378936931043775
interval 1.8125 18.496 17.809495008606664 19.164969518294694
interval 1.875 18.447 17.692231508615354 19.177842476688966
interval 1.9375 18.465 18.087403007044927 18.842603832563007
interval 2 18.198 17.370291646952964 19.019545733055367
interval 2.0625 17.881999999999998 17.42305162297508 18.345254710784292
interval 2.125 18.142 17.564937439104494 18.714925278218068
interval 2.1875 17.901 17.35550562989896 18.443478628234676
interval 2.25 17.534 16.978730732823948 18.08630650126261
interval 2.3125 17.434 16.952711447112403 17.916582225361715
interval 2.375 17.498 16.856470870707547 18.130205282332007
interval 2.4375 17.499000000000002 16.81383816764766 18.172040199875262
interval 2.5 17.388 16.790468738591887 17.984337643668088
interval 2.5625 17.298000000000005 16.617372704348135 17.955263991942537
interval 2.625 17.437 16.875728383290586 17.985952501088835
interval 2.6875 16.868000000000002 16.475802843191847 17.263037682532424
interval 2.75 16.905 16.244091728229186 17.57032620591995
interval 2.8125 16.785999999999994 16.294545260682828 17.277051017737232
interval 2.875 16.565 16.01414002298179 17.11624640856345
interval 2.9375 16.664 16.17443543235088 17.147030551212126
interval 3 16.858 16.17814599544352 17.532096476101817
interval 3.0625 16.615 16.048066993762305 17.180709537558144
interval 3.125 16.616 15.924515176837748 17.303644332302753
interval 3.1875 16.451 15.976427578932071 16.92770368222668
interval 3.25 16.689999999999998 16.124089210998264 17.243053124550784
interval 3.3125 16.668 16.04052311984624 17.2783480751158
interval 3.375 16.829 16.33362671750219 17.322225323966954
interval 3.4375 16.197000000000003 15.61238242203122 16.773651107597257
interval 3.5 16.297 15.737558298291052 16.858665951679647
interval 3.5625 16.104999999999997 15.564183034925897 16.631070040704866
interval 3.625 15.989999999999998 15.516828947829787 16.46179548819348
interval 3.6875 16.276 15.629061038208512 16.89370452410159
interval 3.75 16.000999999999998 15.47330907161097 16.524643795229647
interval 3.8125 16.509 15.931502870118223 17.078596082895647
interval 3.875 15.839999999999998 15.306007373666631 16.363971583235777
interval 3.9375 15.913999999999998 15.349621190018446 16.450701591657108
interval 4 16.4 15.858687297388016 16.932707554406957
interval 4.0625 15.634000000000004 15.023800623515612 16.24357793756212
interval 4.125 15.594 15.05164187774545 16.1412380366899
interval 4.1875 16.091 15.55479353592268 16.58899022349376
interval 4.25 15.836000000000002 15.2392507085335 16.415491437063114
interval 4.3125 15.625 15.10078761513235 16.148587367826373
interval 4.375 15.473999999999998 15.047617524655752 15.90127382589787
interval 4.4375 15.931000000000001 15.44537544441607 16.415942456836408
interval 4.5 15.305000000000001 14.856774143429808 15.75333585303083
interval 4.5625 15.439999999999998 14.997837890948679 15.883177111819101
interval 4.625 15.627 15.030511189670221 16.216653846261305
interval 4.6875 15.799000000000001 15.289244056470695 16.29535841482857
interval 4.75 15.604 15.065359008938914 16.14400378191967
interval 4.8125 15.421999999999997 14.848285613174797 15.991256029944708
interval 4.875 15.238999999999999 14.739948758435578 15.729767271896634
interval 4.9375 15.539000000000001 15.023329240299834 16.050608814883958
interval 5 15.154999999999998 14.621020165542152 15.690450516545852
interval 5.0625 15.323999999999998 14.759756666270384 15.896343917419884
interval 5.125 15.363 14.854830872141497 15.860374784509403
interval 5.1875 15.243 14.83742774827402 15.645408798798048
interval 5.25 15.253 14.79388610705426 15.707407174413166
interval 5.3125 14.945000000000002 14.483594981528482 15.405084897242537
interval 5.375 15.001000000000001 14.59109661180499 15.403622406239762
interval 5.4375 15.082999999999998 14.537574125919994 15.618875271578162
interval 5.5 14.873 14.487167161668607 15.259471385981714
interval 5.5625 14.931000000000001 14.532478583006935 15.33026647469064
interval 5.625 15.294999999999998 14.807895504678385 15.781250873594434
interval 5.6875 15.024000000000001 14.554549829643946 15.47842654896519
interval 5.75 15.097 14.561012916299989 15.61116501324836
interval 5.8125 14.927000000000001 14.448554775524851 15.397746887156561
interval 5.875 14.879 14.453365955986174 15.30166760678938
interval 5.9375 15.14 14.672894805074185 15.590649932427901
interval 6 14.838000000000003 14.40250514614301 15.263194155799486
EOD
$p1s3 << EOD
median 0.0625 73.58500000000001 NaN NaN
median 0.125 60.295 NaN NaN
median 0.1875 50.155 NaN NaN
median 0.25 43.565 NaN NaN
median 0.3125 38.495000000000005 NaN NaN
median 0.375 35.305 NaN NaN
median 0.4375 34.22 NaN NaN
median 0.5 31.52 NaN NaN
median 0.5625 30.93 NaN NaN
median 0.625 29.33 NaN NaN
median 0.6875 29.049999999999997 NaN NaN
median 0.75 28.21 NaN NaN
median 0.8125 26.78 NaN NaN
median 0.875 26.065 NaN NaN
median 0.9375 25.549999999999997 NaN NaN
median 1 25.270000000000003 NaN NaN
median 1.0625 25.335 NaN NaN
median 1.125 24.85 NaN NaN
median 1.1875 24.71 NaN NaN
median 1.25 23.295 NaN NaN
median 1.3125 23.055 NaN NaN
median 1.375 21.985 NaN NaN
median 1.4375 22.285 NaN NaN
median 1.5 22.325 NaN NaN
median 1.5625 22.015 NaN NaN
median 1.625 22.5 NaN NaN
median 1.6875 21.65 NaN NaN
median 1.75 20.975 NaN NaN
median 1.8125 21.34 NaN NaN
median 1.875 20.86 NaN NaN
median 1.9375 20.9 NaN NaN
median 2 20.285 NaN NaN
median 2.0625 20.759999999999998 NaN NaN
median 2.125 19.97 NaN NaN
median 2.1875 19.78 NaN NaN
median 2.25 20.125 NaN NaN
median 2.3125 20.09 NaN NaN
median 2.375 18.96 NaN NaN
median 2.4375 19.630000000000003 NaN NaN
median 2.5 18.895 NaN NaN
median 2.5625 19.405 NaN NaN
median 2.625 18.865000000000002 NaN NaN
median 2.6875 18.935000000000002 NaN NaN
median 2.75 18.994999999999997 NaN NaN
median 2.8125 18.355 NaN NaN
median 2.875 18.979999999999997 NaN NaN
median 2.9375 18.175 NaN NaN
median 3 18.705 NaN NaN
median 3.0625 17.89 NaN NaN
median 3.125 18.17 NaN NaN
median 3.1875 18.36 NaN NaN
median 3.25 18.005000000000003 NaN NaN
median 3.3125 17.39 NaN NaN
median 3.375 17.68 NaN NaN
median 3.4375 18.085 NaN NaN
median 3.5 17.935000000000002 NaN NaN
median 3.5625 17.28 NaN NaN
median 3.625 17.855 NaN NaN
median 3.6875 17.185000000000002 NaN NaN
median 3.75 17.240000000000002 NaN NaN
median 3.8125 17.345 NaN NaN
median 3.875 17.119999999999997 NaN NaN
median 3.9375 17 NaN NaN
median 4 17.58 NaN NaN
median 4.0625 17.38 NaN NaN
median 4.125 16.415 NaN NaN
median 4.1875 17.03 NaN NaN
median 4.25 16.815 NaN NaN
median 4.3125 17.41 NaN NaN
median 4.375 16.86 NaN NaN
median 4.4375 16.53 NaN NaN
median 4.5 17.08 NaN NaN
median 4.5625 17 NaN NaN
median 4.625 17.05 NaN NaN
median 4.6875 17.02 NaN NaN
median 4.75 16.75 NaN NaN
median 4.8125 16.575000000000003 NaN NaN
median 4.875 16.475 NaN NaN
median 4.9375 16.925 NaN NaN
median 5 16.310000000000002 NaN NaN
median 5.0625 17.064999999999998 NaN NaN
median 5.125 16.355 NaN NaN
median 5.1875 15.92 NaN NaN
median 5.25 16.255000000000003 NaN NaN
median 5.3125 15.935 NaN NaN
median 5.375 16.205 NaN NaN
median 5.4375 16.48 NaN NaN
median 5.5 16.1 NaN NaN
median 5.5625 16.560000000000002 NaN NaN
median 5.625 16.485 NaN NaN
median 5.6875 16.3 NaN NaN
median 5.75 16.105 NaN NaN
median 5.8125 15.925 NaN NaN
median 5.875 16.32 NaN NaN
median 5.9375 15.695 NaN NaN
median 6 15.5 NaN NaN
interval 0.0625 74.578 70.07240726909778 79.70365904098315
interval 0.125 60.095000000000006 56.258132503965285 64.08422952365878
interval 0.1875 49.298 45.364580338244515 53.21717873594944
interval 0.25 43.18300000000001 40.718720227261144 45.62331332711316
interval 0.3125 38.78099999999999 36.55551267631392 40.94923367280674
interval 0.375 35.150999999999996 34.11182345077229 36.189772686037266
interval 0.4375 34.543000000000006 33.026445599653115 36.02515080762131
interval 0.5 32.119 30.81126751832194 33.37375172600666
interval 0.5625 31.249000000000002 29.99333976002569 32.46709510196478
interval 0.625 29.788999999999998 28.246875792271105 31.26771859353591
interval 0.6875 29.084000000000003 28.079471108154934 30.075875019855086
interval 0.75 27.724 26.576245173176346 28.837757896845176
interval 0.8125 26.844000000000005 25.860680110079965 27.80564485188178
interval 0.875 26.217000000000002 24.879520446374222 27.502656683169157
interval 0.9375 26.03 24.729746984980093 27.272589521034675
interval 1 25.614000000000004 24.62505581514131 26.5758539133345
interval 1.0625 25.417 24.361816246141895 26.424853137870336
interval 1.125 25.166 24.104662642758463 26.196477018349224
interval 1.1875 24.427000000000003 23.533792390616426 25.307788181325265
interval 1.25 24.022000000000002 23.116126703387224 24.87851182217461
interval 1.3125 23.384999999999998 22.482541300504703 24.281882875626227
interval 1.375 22.337 21.487646359760213 23.173635850579082
interval 1.4375 22.418 21.600666990026003 23.218935593524083
interval 1.5 22.195999999999998 21.54778043922893 22.834619549365446
interval 1.5625 21.979 21.278166495742678 22.67231938637766
interval 1.625 22.474000000000004 21.410798784885458 23.490915055852497
interval 1.6875 21.961 21.125838833379277 22.767426968058285
interval 1.75 20.917999999999996 20.17388316936562 21.651585165768015
interval 1.8125 21.182 20.42829858754897 21.922896124873272
interval 1.875 20.528 19.703719815921986 21.327371801365448
interval 1.9375 20.937 20.164453585457068 21.689407792772833
interval 2 20.878 19.931141786346043 21.753469798777193
interval 2.0625 20.657 19.776797754379544 21.507130189408148
interval 2.125 20.032999999999998 19.291202410735625 20.75527489695177
interval 2.1875 19.843 19.223120037025488 20.455574315803922
interval 2.25 20.124999999999996 19.39209048136157 20.841114335805518
interval 2.3125 20.059 19.096964997106422 20.976820958362
interval 2.375 19.546999999999997 18.644723959380006 20.402404149390787
interval 2.4375 19.511 18.74342571602401 20.260391915702193
interval 2.5 19.347 18.689545464505667 19.982456634571086
interval 2.5625 19.284000000000002 18.548049176128494 19.999963259981076
interval 2.625 19.329 18.40688915961965 20.198170762977472
interval 2.6875 19.110000000000003 18.2879615096668 19.89207406493815
interval 2.75 19.029999999999998 18.228178441315478 19.816266683735368
interval 2.8125 18.516 17.828701299650465 19.18641043324117
interval 2.875 18.561999999999998 17.87421437462351 19.229191598313747
interval 2.9375 18.447000000000003 17.89116477449718 18.993861967969565
interval 3 18.832 18.06941850379229 19.540414442731233
interval 3.0625 18.038999999999998 17.431724070623396 18.63761075688996
interval 3.125 17.884999999999998 17.155081304602984 18.611558336936046
interval 3.1875 18.514 17.916095023578357 19.10341494459411
interval 3.25 18.238 17.46067999587056 18.978808106794325
interval 3.3125 17.759999999999998 17.031172318723737 18.457694419838834
interval 3.375 17.924 17.399946660799365 18.44533430366902
interval 3.4375 18.150000000000002 17.340894910081634 18.917678086874577
interval 3.5 18.218 17.594278493363408 18.8218510774336
interval 3.5625 17.577999999999996 17.002978510966877 18.144445963046426
interval 3.625 17.909999999999997 17.314728772578867 18.491386335400318
interval 3.6875 17.486 16.80666564734485 18.143359864964076
interval 3.75 17.197000000000003 16.662036398501623 17.734173628542237
interval 3.8125 17.737000000000002 17.08503192338141 18.364250712649614
interval 3.875 17.232 16.66080079830044 17.789978958058086
interval 3.9375 17.195 16.603060521026805 17.772531955405782
interval 4 17.715999999999998 17.141579659604282 18.28150053740634
interval 4.0625 17.624000000000002 16.92575922377757 18.294817977451345
interval 4.125 16.976999999999997 16.210294965227515 17.70037689307422
interval 4.1875 17.025 16.481213411020526 17.562397552103523
interval 4.25 17.076 16.428623799934023 17.697936593674708
interval 4.3125 17.364 16.73629599437951 17.940547816086283
interval 4.375 17.112 16.39730845068204 17.794572356766498
interval 4.4375 16.964 16.196636116805657 17.694266434306783
interval 4.5 17.122999999999998 16.507860446358986 17.709415203284934
interval 4.5625 17.18 16.68430168530099 17.674317976988906
interval 4.625 17.035999999999998 16.392209166935572 17.660254013190425
interval 4.6875 17.035000000000004 16.493387443192255 17.559969146748372
interval 4.75 16.73 16.153244117634273 17.291577519471932
interval 4.8125 16.900000000000002 16.262173856777064 17.488322165129894
interval 4.875 16.517000000000003 15.99171678115962 17.035846834259516
interval 4.9375 16.718999999999998 16.16756669424875 17.254839332363794
interval 5 16.634999999999998 15.975976161556087 17.269949296361663
interval 5.0625 16.9 16.273950677948797 17.50419350966172
interval 5.125 16.473999999999997 15.9997524710185 16.94330170947637
interval 5.1875 16.393 15.790560518275136 16.97693451023985
interval 5.25 16.243 15.762617763573505 16.7214186473884
interval 5.3125 16.137 15.643779402731887 16.622417396111285
interval 5.375 16.354000000000003 15.929670413145239 16.771727089477913
interval 5.4375 17.000999999999998 16.15137496397024 17.807150054945378
interval 5.5 15.979 15.503325266022713 16.44363252855155
interval 5.5625 16.474 15.98235538973071 16.95831818829321
interval 5.625 16.772 16.148731799377845 17.35876225260504
interval 5.6875 16.245 15.822058844929305 16.669286270827968
interval 5.75 16.083000000000002 15.559075686612601 16.590365417557187
interval 5.8125 16.352 15.804942897036643 16.879989058356006
interval 5.875 16.441 15.76826545184073 17.078304886460923
interval 5.9375 15.644 15.29634744260567 15.991319062558528
interval 6 15.700999999999999 15.26858894449542 16.127180332467365
EOD
$p1s4 << EOD
median 0.0625 76.485 NaN NaN
median 0.125 54.845 NaN NaN
median 0.1875 44.14 NaN NaN
median 0.25 38.724999999999994 NaN NaN
median 0.3125 35.68 NaN NaN
median 0.375 33.099999999999994 NaN NaN
median 0.4375 31.5 NaN NaN
median 0.5 29.225 NaN NaN
median 0.5625 28.735 NaN NaN
median 0.625 27.52 NaN NaN
median 0.6875 27.12 NaN NaN
median 0.75 26.83 NaN NaN
median 0.8125 25.93 NaN NaN
median 0.875 25.409999999999997 NaN NaN
median 0.9375 24.134999999999998 NaN NaN
median 1 24.115000000000002 NaN NaN
median 1.0625 23.880000000000003 NaN NaN
median 1.125 23.29 NaN NaN
median 1.1875 23.020000000000003 NaN NaN
median 1.25 22.295 NaN NaN
median 1.3125 21.799999999999997 NaN NaN
median 1.375 21.795 NaN NaN
median 1.4375 20.65 NaN NaN
median 1.5 20.85 NaN NaN
median 1.5625 21.09 NaN NaN
median 1.625 20.59 NaN NaN
median 1.6875 20.4 NaN NaN
median 1.75 19.740000000000002 NaN NaN
median 1.8125 20.635 NaN NaN
median 1.875 19.75 NaN NaN
median 1.9375 19.735 NaN NaN
median 2 19.25 NaN NaN
median 2.0625 19.73 NaN NaN
median 2.125 18.925 NaN NaN
median 2.1875 18.83 NaN NaN
median 2.25 19.11 NaN NaN
median 2.3125 18.855 NaN NaN
median 2.375 18.605 NaN NaN
median 2.4375 18.625 NaN NaN
median 2.5 18.105 NaN NaN
median 2.5625 18.395 NaN NaN
median 2.625 17.869999999999997 NaN NaN
median 2.6875 17.84 NaN NaN
median 2.75 17.814999999999998 NaN NaN
median 2.8125 17.965 NaN NaN
median 2.875 17.965 NaN NaN
median 2.9375 17.79 NaN NaN
median 3 17.71 NaN NaN
median 3.0625 17.78 NaN NaN
median 3.125 17.92 NaN NaN
median 3.1875 17.02 NaN NaN
median 3.25 16.835 NaN NaN
median 3.3125 16.945 NaN NaN
median 3.375 17.23 NaN NaN
median 3.4375 17.145 NaN NaN
median 3.5 17.564999999999998 NaN NaN
median 3.5625 16.94 NaN NaN
median 3.625 17.494999999999997 NaN NaN
median 3.6875 16.619999999999997 NaN NaN
median 3.75 16.77 NaN NaN
median 3.8125 17.060000000000002 NaN NaN
median 3.875 17.119999999999997 NaN NaN
median 3.9375 16.89 NaN NaN
median 4 16.875 NaN NaN
median 4.0625 17.445 NaN NaN
median 4.125 16.42 NaN NaN
median 4.1875 16.825000000000003 NaN NaN
median 4.25 16.28 NaN NaN
median 4.3125 16.73 NaN NaN
median 4.375 16.75 NaN NaN
median 4.4375 16.09 NaN NaN
median 4.5 16.335 NaN NaN
median 4.5625 16.105 NaN NaN
median 4.625 16.23 NaN NaN
median 4.6875 16.4 NaN NaN
median 4.75 16.479999999999997 NaN NaN
median 4.8125 16.5 NaN NaN
median 4.875 16.314999999999998 NaN NaN
median 4.9375 16.34 NaN NaN
median 5 15.895 NaN NaN
median 5.0625 16.055 NaN NaN
median 5.125 15.76 NaN NaN
median 5.1875 15.830000000000002 NaN NaN
median 5.25 15.745000000000001 NaN NaN
median 5.3125 15.475000000000001 NaN NaN
median 5.375 15.510000000000002 NaN NaN
median 5.4375 16.005000000000003 NaN NaN
median 5.5 15.34 NaN NaN
median 5.5625 16.41 NaN NaN
median 5.625 16.34 NaN NaN
median 5.6875 15.745000000000001 NaN NaN
median 5.75 15.59 NaN NaN
median 5.8125 15.465 NaN NaN
median 5.875 15.705 NaN NaN
median 5.9375 15.434999999999999 NaN NaN
median 6 15.215 NaN NaN
interval 0.0625 74.511 70.95311245310256 78.19635803020432
interval 0.125 55.65199999999999 52.11689373842725 59.25084348677723
interval 0.1875 43.93300000000001 41.481769440728904 46.35315198878152
interval 0.25 38.528 36.9552209714622 40.0820031306499
interval 0.3125 35.414 33.27039659762046 37.492714421858864
interval 0.375 33.043 31.44824274719922 34.590261586148195
interval 0.4375 31.118000000000002 29.899842866303874 32.32234427410667
interval 0.5 29.231 28.15710745603914 30.29725777738942
interval 0.5625 28.775 27.76342775703989 29.768911880417424
interval 0.625 27.644 26.721949888524737 28.56132226796237
interval 0.6875 27.567 26.529272707427733 28.581786935416634
interval 0.75 26.552000000000003 25.627876761213752 27.46466415257106
interval 0.8125 26.105 25.20411953037427 26.993312706022504
interval 0.875 25.731 24.39749953312564 27.009455051767144
interval 0.9375 24.687999999999995 23.51222397706564 25.816685454809054
interval 1 24.292 23.356770009829148 25.203501677779578
interval 1.0625 23.753000000000004 22.825278384733238 24.652313036254657
interval 1.125 23.169000000000004 22.33542658067661 23.99281324635848
interval 1.1875 23.357999999999997 22.322195074667842 24.361817095676614
interval 1.25 22.413 21.644601022784872 23.173981220322606
interval 1.3125 21.937 21.07473601753306 22.796770755554313
interval 1.375 21.59 20.75607900987176 22.40223241640964
interval 1.4375 21.218 20.329045302496915 22.074894603314153
interval 1.5 20.918999999999997 20.324270311884817 21.507968843982653
interval 1.5625 20.706000000000003 19.88343716066108 21.503093725531482
interval 1.625 20.442 19.627360279394004 21.241195815908437
interval 1.6875 20.371 19.732047061460065 21.003542371338078
interval 1.75 20.307 19.44093439917728 21.114551974082918
interval 1.8125 20.268 19.532681017392893 20.983503115476864
interval 1.875 19.759999999999998 19.162100947211815 20.349249225695388
interval 1.9375 19.873 19.379277739394027 20.36234818766772
interval 2 19.651000000000003 18.759577271322968 20.50465176432553
interval 2.0625 19.786 18.973178781695584 20.573532529608105
interval 2.125 18.994 18.328963116108177 19.646286455585127
interval 2.1875 19.349999999999998 18.659079957552713 20.021119302116684
interval 2.25 19.252000000000002 18.45607806736855 20.019402548254092
interval 2.3125 19.488999999999997 18.598413716452967 20.342152409625598
interval 2.375 18.755000000000003 18.13223201791979 19.37680246758446
interval 2.4375 18.778 18.03366120412855 19.504674410999037
interval 2.5 18.261000000000003 17.63465727595591 18.873325339963916
interval 2.5625 18.308 17.607036014055307 19.00429345321722
interval 2.625 17.955000000000002 17.447751293432862 18.45663282024444
interval 2.6875 18.149 17.625358936701556 18.665687388304516
interval 2.75 18.049 17.273989045956192 18.80735539526749
interval 2.8125 17.744 17.17765201611981 18.304687496094225
interval 2.875 17.855 17.207284433271656 18.487449142619056
interval 2.9375 17.863 17.37708663942085 18.344640207795855
interval 3 17.871 17.153344225811935 18.568559392348085
interval 3.0625 17.776000000000003 17.17285648025623 18.365288213808107
interval 3.125 17.985000000000003 17.130969491416945 18.799491990833328
interval 3.1875 17.155 16.591345699960545 17.710388347687278
interval 3.25 16.999 16.466689631017566 17.523383813108943
interval 3.3125 17.249 16.631252130686534 17.854425020590696
interval 3.375 17.055 16.563776515049643 17.545158182505766
interval 3.4375 17.267000000000003 16.675072263511208 17.854731480332465
interval 3.5 17.517000000000003 16.90202969571682 18.097889925758565
interval 3.5625 17.169 16.601379901910907 17.722372664070672
interval 3.625 17.414 16.85006456734543 17.96735717892531
interval 3.6875 16.863999999999997 16.203808250755944 17.503956663036014
interval 3.75 17.042 16.43310232707603 17.6306149627048
interval 3.8125 16.929 16.363485706014675 17.495626445696317
interval 3.875 17.241999999999997 16.673299484515834 17.803120513467622
interval 3.9375 16.897000000000002 16.316619793967668 17.47070037372247
interval 4 16.976 16.489644693934668 17.46379169481195
interval 4.0625 17.563000000000002 16.864769168262463 18.23214661055332
interval 4.125 16.782999999999998 16.043647203002084 17.48508900178405
interval 4.1875 16.759 16.2249354691052 17.293258122630878
interval 4.25 16.663 15.986626106237207 17.292410421607112
interval 4.3125 16.833 16.240275602242576 17.392924908596896
interval 4.375 16.422 15.756693674704607 17.060038845991592
interval 4.4375 16.176 15.629428829352037 16.715045413558133
interval 4.5 16.237000000000002 15.752325397317147 16.71852022651572
interval 4.5625 16.271 15.732191755560411 16.797329563528717
interval 4.625 16.397000000000002 15.77216752386838 17.003354014518557
interval 4.6875 16.483999999999998 15.961657837420944 17.00181883063104
interval 4.75 16.618000000000002 16.048603663163572 17.1812837546998
interval 4.8125 16.734 16.109619861002646 17.3269704890795
interval 4.875 16.173 15.680856022238899 16.667075329640728
interval 4.9375 16.31 15.776912115218625 16.84394222572083
interval 5 16.116999999999997 15.400927691431894 16.785003822673534
interval 5.0625 16.000999999999998 15.402508155896726 16.58129908539661
interval 5.125 15.898 15.36920230187981 16.41505501934766
interval 5.1875 15.844 15.398242690917366 16.28444419521716
interval 5.25 15.831999999999999 15.350917299370026 16.295434195477874
interval 5.3125 15.616999999999999 15.134906199758522 16.088726768351574
interval 5.375 15.577000000000002 15.207858877123362 15.941986687371216
interval 5.4375 16.336 15.467470602928211 17.154875786907795
interval 5.5 15.61 15.160281606114195 16.051888703539415
interval 5.5625 16.305 15.798822451186034 16.8012312170848
interval 5.625 16.281 15.75364748129304 16.80209360276173
interval 5.6875 15.692999999999998 15.229034294890846 16.14690368768501
interval 5.75 15.635 15.165100240310373 16.094285746290755
interval 5.8125 15.553999999999998 15.018086421082064 16.06772473590776
interval 5.875 15.904000000000002 15.360302944541601 16.431300962285498
interval 5.9375 15.479999999999999 15.087944641364428 15.866412635581284
interval 6 15.399000000000001 14.969763936942178 15.821410502345657
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'rate 0.1'
note[2] = ''
$p2s1 << EOD
median 0.0625 71.88 NaN NaN
median 0.125 69.895 NaN NaN
median 0.1875 58.535 NaN NaN
median 0.25 52.545 NaN NaN
median 0.3125 48.935 NaN NaN
median 0.375 42.875 NaN NaN
median 0.4375 37.58 NaN NaN
median 0.5 35.965 NaN NaN
median 0.5625 31.955000000000002 NaN NaN
median 0.625 30.585 NaN NaN
median 0.6875 31.759999999999998 NaN NaN
median 0.75 29.42 NaN NaN
median 0.8125 28.205 NaN NaN
median 0.875 26.880000000000003 NaN NaN
median 0.9375 26.37 NaN NaN
median 1 25.64 NaN NaN
median 1.0625 25.32 NaN NaN
median 1.125 25.03 NaN NaN
median 1.1875 23.950000000000003 NaN NaN
median 1.25 23.125 NaN NaN
median 1.3125 23.16 NaN NaN
median 1.375 23.235 NaN NaN
median 1.4375 24.11 NaN NaN
median 1.5 22.665 NaN NaN
median 1.5625 22.04 NaN NaN
median 1.625 22.525 NaN NaN
median 1.6875 21.27 NaN NaN
median 1.75 20.8 NaN NaN
median 1.8125 21.42 NaN NaN
median 1.875 21.58 NaN NaN
median 1.9375 21.255000000000003 NaN NaN
median 2 20.630000000000003 NaN NaN
median 2.0625 20.66 NaN NaN
median 2.125 21.09 NaN NaN
median 2.1875 20.43 NaN NaN
median 2.25 20.52 NaN NaN
median 2.3125 19.785 NaN NaN
median 2.375 19.525 NaN NaN
median 2.4375 19.305 NaN NaN
median 2.5 19.46 NaN NaN
median 2.5625 19.405 NaN NaN
median 2.625 19.415 NaN NaN
median 2.6875 19.6 NaN NaN
median 2.75 19.3 NaN NaN
median 2.8125 19.310000000000002 NaN NaN
median 2.875 19.335 NaN NaN
median 2.9375 19.175 NaN NaN
median 3 18.475 NaN NaN
median 3.0625 19.16 NaN NaN
median 3.125 18.865000000000002 NaN NaN
median 3.1875 18.715 NaN NaN
median 3.25 18.759999999999998 NaN NaN
median 3.3125 19.064999999999998 NaN NaN
median 3.375 17.755000000000003 NaN NaN
median 3.4375 18.67 NaN NaN
median 3.5 18.71 NaN NaN
median 3.5625 18.36 NaN NaN
median 3.625 18.6 NaN NaN
median 3.6875 18.21 NaN NaN
median 3.75 18 NaN NaN
median 3.8125 18.09 NaN NaN
median 3.875 17.83 NaN NaN
median 3.9375 18.6 NaN NaN
median 4 17.744999999999997 NaN NaN
median 4.0625 18.265 NaN NaN
median 4.125 17.655 NaN NaN
median 4.1875 17.15 NaN NaN
median 4.25 17.915 NaN NaN
median 4.3125 18.134999999999998 NaN NaN
median 4.375 17.46 NaN NaN
median 4.4375 18.015 NaN NaN
median 4.5 17.52 NaN NaN
median 4.5625 17.825 NaN NaN
median 4.625 18.185000000000002 NaN NaN
median 4.6875 17.365000000000002 NaN NaN
median 4.75 18.325 NaN NaN
median 4.8125 17.299999999999997 NaN NaN
median 4.875 17.990000000000002 NaN NaN
median 4.9375 17.185 NaN NaN
median 5 17.72 NaN NaN
median 5.0625 17.02 NaN NaN
median 5.125 17.43 NaN NaN
median 5.1875 17.33 NaN NaN
median 5.25 16.740000000000002 NaN NaN
median 5.3125 16.89 NaN NaN
median 5.375 16.505000000000003 NaN NaN
median 5.4375 17.255000000000003 NaN NaN
median 5.5 16.82 NaN NaN
median 5.5625 16.745 NaN NaN
median 5.625 17.455 NaN NaN
median 5.6875 17.5 NaN NaN
median 5.75 17.15 NaN NaN
median 5.8125 17.305 NaN NaN
median 5.875 17.299999999999997 NaN NaN
median 5.9375 16.77 NaN NaN
median 6 17.085 NaN NaN
seed 0.0625 74.41 NaN NaN
seed 0.125 62.52 NaN NaN
seed 0.1875 62.11 NaN NaN
seed 0.25 48.44 NaN NaN
seed 0.3125 48.1 NaN NaN
seed 0.375 37.75 NaN NaN
seed 0.4375 39.35 NaN NaN
seed 0.5 35.91 NaN NaN
seed 0.5625 29.59 NaN NaN
seed 0.625 28.69 NaN NaN
seed 0.6875 26.57 NaN NaN
seed 0.75 31.3 NaN NaN
seed 0.8125 25.38 NaN NaN
seed 0.875 25.28 NaN NaN
seed 0.9375 24.17 NaN NaN
seed 1 25.4 NaN NaN
seed 1.0625 22.81 NaN NaN
seed 1.125 24.54 NaN NaN
seed 1.1875 24.17 NaN NaN
seed 1.25 27.51 NaN NaN
seed 1.3125 26.14 NaN NaN
seed 1.375 23.4 NaN NaN
seed 1.4375 25.53 NaN NaN
seed 1.5 23.14 NaN NaN
seed 1.5625 23.81 NaN NaN
seed 1.625 23.27 NaN NaN
seed 1.6875 21.6 NaN NaN
seed 1.75 24.03 NaN NaN
seed 1.8125 22.35 NaN NaN
seed 1.875 21.71 NaN NaN
seed 1.9375 20.67 NaN NaN
seed 2 21.14 NaN NaN
seed 2.0625 22.62 NaN NaN
seed 2.125 20.92 NaN NaN
seed 2.1875 21.38 NaN NaN
seed 2.25 21.68 NaN NaN
seed 2.3125 23.87 NaN NaN
seed 2.375 18.51 NaN NaN
seed 2.4375 18.87 NaN NaN
seed 2.5 19.67 NaN NaN
seed 2.5625 19.07 NaN NaN
seed 2.625 19.54 NaN NaN
seed 2.6875 20.22 NaN NaN
seed 2.75 18.96 NaN NaN
seed 2.8125 18.95 NaN NaN
seed 2.875 21.08 NaN NaN
seed 2.9375 19.28 NaN NaN
seed 3 19.94 NaN NaN
seed 3.0625 19.22 NaN NaN
seed 3.125 20.56 NaN NaN
seed 3.1875 21.56 NaN NaN
seed 3.25 20.2 NaN NaN
seed 3.3125 22.34 NaN NaN
seed 3.375 20.83 NaN NaN
seed 3.4375 23.18 NaN NaN
seed 3.5 19.51 NaN NaN
seed 3.5625 18.11 NaN NaN
seed 3.625 18.81 NaN NaN
seed 3.6875 19.79 NaN NaN
seed 3.75 19.07 NaN NaN
seed 3.8125 18.35 NaN NaN
seed 3.875 18.14 NaN NaN
seed 3.9375 18.62 NaN NaN
seed 4 20.43 NaN NaN
seed 4.0625 18.72 NaN NaN
seed 4.125 19.12 NaN NaN
seed 4.1875 17.59 NaN NaN
seed 4.25 18.03 NaN NaN
seed 4.3125 18.67 NaN NaN
seed 4.375 19.22 NaN NaN
seed 4.4375 19.96 NaN NaN
seed 4.5 18.8 NaN NaN
seed 4.5625 20.3 NaN NaN
seed 4.625 19.48 NaN NaN
seed 4.6875 19.22 NaN NaN
seed 4.75 18.93 NaN NaN
seed 4.8125 18.47 NaN NaN
seed 4.875 18.74 NaN NaN
seed 4.9375 16.68 NaN NaN
seed 5 18.13 NaN NaN
seed 5.0625 19.12 NaN NaN
seed 5.125 20.62 NaN NaN
seed 5.1875 18.39 NaN NaN
seed 5.25 18.37 NaN NaN
seed 5.3125 18.11 NaN NaN
seed 5.375 18.2 NaN NaN
seed 5.4375 17.85 NaN NaN
seed 5.5 17.34 NaN NaN
seed 5.5625 20.64 NaN NaN
seed 5.625 21.03 NaN NaN
seed 5.6875 19.8 NaN NaN
seed 5.75 17.96 NaN NaN
seed 5.8125 17.71 NaN NaN
seed 5.875 18.75 NaN NaN
seed 5.9375 17.13 NaN NaN
seed 6 18.86 NaN NaN

seed 0.0625 64.52 NaN NaN
seed 0.125 71.47 NaN NaN
seed 0.1875 57.62 NaN NaN
seed 0.25 55.23 NaN NaN
seed 0.3125 56.69 NaN NaN
seed 0.375 47 NaN NaN
seed 0.4375 45.43 NaN NaN
seed 0.5 39.14 NaN NaN
seed 0.5625 33.55 NaN NaN
seed 0.625 33.85 NaN NaN
seed 0.6875 34.43 NaN NaN
seed 0.75 28.12 NaN NaN
seed 0.8125 34.74 NaN NaN
seed 0.875 33.05 NaN NaN
seed 0.9375 28.81 NaN NaN
seed 1 26.06 NaN NaN
seed 1.0625 25.09 NaN NaN
seed 1.125 22.96 NaN NaN
seed 1.1875 24.9 NaN NaN
seed 1.25 22.65 NaN NaN
seed 1.3125 22.61 NaN NaN
seed 1.375 23.07 NaN NaN
seed 1.4375 22.69 NaN NaN
seed 1.5 21.7 NaN NaN
seed 1.5625 22.29 NaN NaN
seed 1.625 21.47 NaN NaN
seed 1.6875 21.29 NaN NaN
seed 1.75 20.69 NaN NaN
seed 1.8125 20.82 NaN NaN
seed 1.875 21.45 NaN NaN
seed 1.9375 19.74 NaN NaN
seed 2 19.6 NaN NaN
seed 2.0625 20.85 NaN NaN
seed 2.125 21.25 NaN NaN
seed 2.1875 20.19 NaN NaN
seed 2.25 18.89 NaN NaN
seed 2.3125 20.53 NaN NaN
seed 2.375 18.52 NaN NaN
seed 2.4375 19.16 NaN NaN
seed 2.5 18.92 NaN NaN
seed 2.5625 18.19 NaN NaN
seed 2.625 18.59 NaN NaN
seed 2.6875 18.98 NaN NaN
seed 2.75 18.01 NaN NaN
seed 2.8125 20.13 NaN NaN
seed 2.875 19.26 NaN NaN
seed 2.9375 18.12 NaN NaN
seed 3 17.94 NaN NaN
seed 3.0625 18.55 NaN NaN
seed 3.125 17.85 NaN NaN
seed 3.1875 17.77 NaN NaN
seed 3.25 17 NaN NaN
seed 3.3125 17.35 NaN NaN
seed 3.375 17.43 NaN NaN
seed 3.4375 18.78 NaN NaN
seed 3.5 17.12 NaN NaN
seed 3.5625 18.62 NaN NaN
seed 3.625 18.99 NaN NaN
seed 3.6875 17.53 NaN NaN
seed 3.75 17.75 NaN NaN
seed 3.8125 17.27 NaN NaN
seed 3.875 17.71 NaN NaN
seed 3.9375 17.13 NaN NaN
seed 4 17.75 NaN NaN
seed 4.0625 16.75 NaN NaN
seed 4.125 16.63 NaN NaN
seed 4.1875 16.71 NaN NaN
seed 4.25 16.66 NaN NaN
seed 4.3125 17.89 NaN NaN
seed 4.375 16.91 NaN NaN
seed 4.4375 16.39 NaN NaN
seed 4.5 16.52 NaN NaN
seed 4.5625 17.93 NaN NaN
seed 4.625 17.91 NaN NaN
seed 4.6875 17.27 NaN NaN
seed 4.75 18.34 NaN NaN
seed 4.8125 16.71 NaN NaN
seed 4.875 17.72 NaN NaN
seed 4.9375 16.88 NaN NaN
seed 5 16.21 NaN NaN
seed 5.0625 15.84 NaN NaN
seed 5.125 16.12 NaN NaN
seed 5.1875 16.65 NaN NaN
seed 5.25 16.14 NaN NaN
seed 5.3125 16.56 NaN NaN
seed 5.375 16.67 NaN NaN
seed 5.4375 17.16 NaN NaN
seed 5.5 16.18 NaN NaN
seed 5.5625 16.09 NaN NaN
seed 5.625 18.05 NaN NaN
seed 5.6875 16.74 NaN NaN
seed 5.75 17.13 NaN NaN
seed 5.8125 16.52 NaN NaN
seed 5.875 16.24 NaN NaN
seed 5.9375 17.04 NaN NaN
seed 6 16.6 NaN NaN

seed 0.0625 69.35 NaN NaN
seed 0.125 89.88 NaN NaN
seed 0.1875 59.11 NaN NaN
seed 0.25 52.67 NaN NaN
seed 0.3125 49.77 NaN NaN
seed 0.375 43.38 NaN NaN
seed 0.4375 37.78 NaN NaN
seed 0.5 38.68 NaN NaN
seed 0.5625 39.15 NaN NaN
seed 0.625 38.5 NaN NaN
seed 0.6875 35.22 NaN NaN
seed 0.75 34.46 NaN NaN
seed 0.8125 32.56 NaN NaN
seed 0.875 29.37 NaN NaN
seed 0.9375 30.31 NaN NaN
seed 1 33.38 NaN NaN
seed 1.0625 31.83 NaN NaN
seed 1.125 30.3 NaN NaN
seed 1.1875 31.52 NaN NaN
seed 1.25 28.74 NaN NaN
seed 1.3125 25.97 NaN NaN
seed 1.375 27.61 NaN NaN
seed 1.4375 29.59 NaN NaN
seed 1.5 27.09 NaN NaN
seed 1.5625 30.28 NaN NaN
seed 1.625 27.15 NaN NaN
seed 1.6875 25.09 NaN NaN
seed 1.75 25.63 NaN NaN
seed 1.8125 25.56 NaN NaN
seed 1.875 24.37 NaN NaN
seed 1.9375 25.21 NaN NaN
seed 2 24.45 NaN NaN
seed 2.0625 25.01 NaN NaN
seed 2.125 22.55 NaN NaN
seed 2.1875 25.53 NaN NaN
seed 2.25 23.26 NaN NaN
seed 2.3125 25.61 NaN NaN
seed 2.375 26.48 NaN NaN
seed 2.4375 25.27 NaN NaN
seed 2.5 22.84 NaN NaN
seed 2.5625 23.52 NaN NaN
seed 2.625 24.79 NaN NaN
seed 2.6875 23.16 NaN NaN
seed 2.75 21.98 NaN NaN
seed 2.8125 21.99 NaN NaN
seed 2.875 21.88 NaN NaN
seed 2.9375 21.51 NaN NaN
seed 3 20.59 NaN NaN
seed 3.0625 22.19 NaN NaN
seed 3.125 23.73 NaN NaN
seed 3.1875 20.6 NaN NaN
seed 3.25 20.53 NaN NaN
seed 3.3125 20.92 NaN NaN
seed 3.375 22.77 NaN NaN
seed 3.4375 20.81 NaN NaN
seed 3.5 20.12 NaN NaN
seed 3.5625 20.17 NaN NaN
seed 3.625 19.56 NaN NaN
seed 3.6875 21.06 NaN NaN
seed 3.75 21.64 NaN NaN
seed 3.8125 20.86 NaN NaN
seed 3.875 23.78 NaN NaN
seed 3.9375 19.39 NaN NaN
seed 4 20.49 NaN NaN
seed 4.0625 22.1 NaN NaN
seed 4.125 19.4 NaN NaN
seed 4.1875 19.67 NaN NaN
seed 4.25 19.22 NaN NaN
seed 4.3125 22.52 NaN NaN
seed 4.375 19.84 NaN NaN
seed 4.4375 19.14 NaN NaN
seed 4.5 19.5 NaN NaN
seed 4.5625 18.09 NaN NaN
seed 4.625 18.46 NaN NaN
seed 4.6875 18.68 NaN NaN
seed 4.75 19.1 NaN NaN
seed 4.8125 18.16 NaN NaN
seed 4.875 18.26 NaN NaN
seed 4.9375 19.54 NaN NaN
seed 5 18.6 NaN NaN
seed 5.0625 18.28 NaN NaN
seed 5.125 18.5 NaN NaN
seed 5.1875 19.64 NaN NaN
seed 5.25 18.3 NaN NaN
seed 5.3125 17.68 NaN NaN
seed 5.375 17.88 NaN NaN
seed 5.4375 17.35 NaN NaN
seed 5.5 17.4 NaN NaN
seed 5.5625 17.99 NaN NaN
seed 5.625 17.61 NaN NaN
seed 5.6875 18.05 NaN NaN
seed 5.75 17.17 NaN NaN
seed 5.8125 17.74 NaN NaN
seed 5.875 17.92 NaN NaN
seed 5.9375 17.77 NaN NaN
seed 6 18.27 NaN NaN

seed 0.0625 90 NaN NaN
seed 0.125 78.23 NaN NaN
seed 0.1875 59.64 NaN NaN
seed 0.25 72.72 NaN NaN
seed 0.3125 51.66 NaN NaN
seed 0.375 42.37 NaN NaN
seed 0.4375 35.37 NaN NaN
seed 0.5 36.22 NaN NaN
seed 0.5625 31.82 NaN NaN
seed 0.625 32.22 NaN NaN
seed 0.6875 32.19 NaN NaN
seed 0.75 29.94 NaN NaN
seed 0.8125 29.08 NaN NaN
seed 0.875 26.91 NaN NaN
seed 0.9375 26.53 NaN NaN
seed 1 25.88 NaN NaN
seed 1.0625 26.59 NaN NaN
seed 1.125 32.15 NaN NaN
seed 1.1875 23.73 NaN NaN
seed 1.25 23.5 NaN NaN
seed 1.3125 26.66 NaN NaN
seed 1.375 24.5 NaN NaN
seed 1.4375 27.08 NaN NaN
seed 1.5 21.66 NaN NaN
seed 1.5625 21.79 NaN NaN
seed 1.625 21.89 NaN NaN
seed 1.6875 21.25 NaN NaN
seed 1.75 20.18 NaN NaN
seed 1.8125 19.74 NaN NaN
seed 1.875 22.46 NaN NaN
seed 1.9375 21.84 NaN NaN
seed 2 22.21 NaN NaN
seed 2.0625 21.69 NaN NaN
seed 2.125 22.21 NaN NaN
seed 2.1875 20.08 NaN NaN
seed 2.25 21.11 NaN NaN
seed 2.3125 19.17 NaN NaN
seed 2.375 19.77 NaN NaN
seed 2.4375 19.45 NaN NaN
seed 2.5 18.96 NaN NaN
seed 2.5625 22.13 NaN NaN
seed 2.625 19.29 NaN NaN
seed 2.6875 22.18 NaN NaN
seed 2.75 20.04 NaN NaN
seed 2.8125 18.47 NaN NaN
seed 2.875 19.76 NaN NaN
seed 2.9375 19.07 NaN NaN
seed 3 18.28 NaN NaN
seed 3.0625 19.67 NaN NaN
seed 3.125 19.31 NaN NaN
seed 3.1875 17.51 NaN NaN
seed 3.25 18.84 NaN NaN
seed 3.3125 19.07 NaN NaN
seed 3.375 17.66 NaN NaN
seed 3.4375 16.97 NaN NaN
seed 3.5 19.29 NaN NaN
seed 3.5625 17.46 NaN NaN
seed 3.625 19.02 NaN NaN
seed 3.6875 17.66 NaN NaN
seed 3.75 17.56 NaN NaN
seed 3.8125 19.64 NaN NaN
seed 3.875 18.34 NaN NaN
seed 3.9375 19.24 NaN NaN
seed 4 17.74 NaN NaN
seed 4.0625 18.1 NaN NaN
seed 4.125 21.68 NaN NaN
seed 4.1875 18.2 NaN NaN
seed 4.25 18.4 NaN NaN
seed 4.3125 19.05 NaN NaN
seed 4.375 17.33 NaN NaN
seed 4.4375 16.89 NaN NaN
seed 4.5 18 NaN NaN
seed 4.5625 17.72 NaN NaN
seed 4.625 16.5 NaN NaN
seed 4.6875 16.72 NaN NaN
seed 4.75 16.53 NaN NaN
seed 4.8125 19.21 NaN NaN
seed 4.875 16.99 NaN NaN
seed 4.9375 18.92 NaN NaN
seed 5 18.63 NaN NaN
seed 5.0625 17.67 NaN NaN
seed 5.125 18.47 NaN NaN
seed 5.1875 19.92 NaN NaN
seed 5.25 17.14 NaN NaN
seed 5.3125 16.84 NaN NaN
seed 5.375 16.2 NaN NaN
seed 5.4375 17.69 NaN NaN
seed 5.5 16.87 NaN NaN
seed 5.5625 16.96 NaN NaN
seed 5.625 16.29 NaN NaN
seed 5.6875 16.3 NaN NaN
seed 5.75 16.69 NaN NaN
seed 5.8125 17.88 NaN NaN
seed 5.875 17.74 NaN NaN
seed 5.9375 16.05 NaN NaN
seed 6 18.19 NaN NaN

seed 0.0625 67.39 NaN NaN
seed 0.125 67.84 NaN NaN
seed 0.1875 57.82 NaN NaN
seed 0.25 52.42 NaN NaN
seed 0.3125 46.42 NaN NaN
seed 0.375 44.36 NaN NaN
seed 0.4375 37.38 NaN NaN
seed 0.5 33.67 NaN NaN
seed 0.5625 32.09 NaN NaN
seed 0.625 27.64 NaN NaN
seed 0.6875 31.33 NaN NaN
seed 0.75 26.02 NaN NaN
seed 0.8125 29.7 NaN NaN
seed 0.875 26.85 NaN NaN
seed 0.9375 25.15 NaN NaN
seed 1 23.28 NaN NaN
seed 1.0625 25.67 NaN NaN
seed 1.125 23.69 NaN NaN
seed 1.1875 23.71 NaN NaN
seed 1.25 20.56 NaN NaN
seed 1.3125 21.88 NaN NaN
seed 1.375 19.52 NaN NaN
seed 1.4375 20.5 NaN NaN
seed 1.5 22.19 NaN NaN
seed 1.5625 20.97 NaN NaN
seed 1.625 22.99 NaN NaN
seed 1.6875 19.92 NaN NaN
seed 1.75 20.18 NaN NaN
seed 1.8125 21.45 NaN NaN
seed 1.875 19.04 NaN NaN
seed 1.9375 22.25 NaN NaN
seed 2 18.8 NaN NaN
seed 2.0625 19.38 NaN NaN
seed 2.125 19.9 NaN NaN
seed 2.1875 20.67 NaN NaN
seed 2.25 19.93 NaN NaN
seed 2.3125 19.61 NaN NaN
seed 2.375 18.66 NaN NaN
seed 2.4375 18.93 NaN NaN
seed 2.5 20.97 NaN NaN
seed 2.5625 19.05 NaN NaN
seed 2.625 19.67 NaN NaN
seed 2.6875 18.8 NaN NaN
seed 2.75 18.39 NaN NaN
seed 2.8125 17.41 NaN NaN
seed 2.875 17.3 NaN NaN
seed 2.9375 17.29 NaN NaN
seed 3 18.67 NaN NaN
seed 3.0625 17.71 NaN NaN
seed 3.125 16.47 NaN NaN
seed 3.1875 20.08 NaN NaN
seed 3.25 18.68 NaN NaN
seed 3.3125 18.95 NaN NaN
seed 3.375 17.85 NaN NaN
seed 3.4375 16.72 NaN NaN
seed 3.5 17.2 NaN NaN
seed 3.5625 17.33 NaN NaN
seed 3.625 18.28 NaN NaN
seed 3.6875 18.76 NaN NaN
seed 3.75 18.02 NaN NaN
seed 3.8125 17.49 NaN NaN
seed 3.875 16.8 NaN NaN
seed 3.9375 18.58 NaN NaN
seed 4 17.89 NaN NaN
seed 4.0625 18.43 NaN NaN
seed 4.125 16.55 NaN NaN
seed 4.1875 16.39 NaN NaN
seed 4.25 18.15 NaN NaN
seed 4.3125 17.34 NaN NaN
seed 4.375 17.14 NaN NaN
seed 4.4375 16.67 NaN NaN
seed 4.5 18.26 NaN NaN
seed 4.5625 16.45 NaN NaN
seed 4.625 17.69 NaN NaN
seed 4.6875 20.9 NaN NaN
seed 4.75 17.19 NaN NaN
seed 4.8125 17.24 NaN NaN
seed 4.875 18.34 NaN NaN
seed 4.9375 16.73 NaN NaN
seed 5 15.89 NaN NaN
seed 5.0625 16.81 NaN NaN
seed 5.125 17.14 NaN NaN
seed 5.1875 16.65 NaN NaN
seed 5.25 16.34 NaN NaN
seed 5.3125 16.13 NaN NaN
seed 5.375 16.69 NaN NaN
seed 5.4375 17.45 NaN NaN
seed 5.5 16.77 NaN NaN
seed 5.5625 16.28 NaN NaN
seed 5.625 17.22 NaN NaN
seed 5.6875 17.84 NaN NaN
seed 5.75 17.62 NaN NaN
seed 5.8125 17.48 NaN NaN
seed 5.875 16.46 NaN NaN
seed 5.9375 17.63 NaN NaN
seed 6 17.57 NaN NaN

seed 0.0625 88.67 NaN NaN
seed 0.125 68.32 NaN NaN
seed 0.1875 57.96 NaN NaN
seed 0.25 41.98 NaN NaN
seed 0.3125 38.33 NaN NaN
seed 0.375 36.38 NaN NaN
seed 0.4375 33.07 NaN NaN
seed 0.5 29.9 NaN NaN
seed 0.5625 30.23 NaN NaN
seed 0.625 28.39 NaN NaN
seed 0.6875 25.73 NaN NaN
seed 0.75 27.57 NaN NaN
seed 0.8125 25.68 NaN NaN
seed 0.875 22.83 NaN NaN
seed 0.9375 24.47 NaN NaN
seed 1 23.51 NaN NaN
seed 1.0625 23.37 NaN NaN
seed 1.125 25.52 NaN NaN
seed 1.1875 22.8 NaN NaN
seed 1.25 22.75 NaN NaN
seed 1.3125 21.44 NaN NaN
seed 1.375 20.23 NaN NaN
seed 1.4375 19.16 NaN NaN
seed 1.5 19.2 NaN NaN
seed 1.5625 19.95 NaN NaN
seed 1.625 22.06 NaN NaN
seed 1.6875 18.82 NaN NaN
seed 1.75 18.12 NaN NaN
seed 1.8125 21.39 NaN NaN
seed 1.875 18.93 NaN NaN
seed 1.9375 18.84 NaN NaN
seed 2 18.53 NaN NaN
seed 2.0625 18.29 NaN NaN
seed 2.125 20.93 NaN NaN
seed 2.1875 17.32 NaN NaN
seed 2.25 19.35 NaN NaN
seed 2.3125 19.58 NaN NaN
seed 2.375 19.28 NaN NaN
seed 2.4375 17.74 NaN NaN
seed 2.5 17.88 NaN NaN
seed 2.5625 17.18 NaN NaN
seed 2.625 17.07 NaN NaN
seed 2.6875 18.51 NaN NaN
seed 2.75 19.64 NaN NaN
seed 2.8125 17.85 NaN NaN
seed 2.875 16.9 NaN NaN
seed 2.9375 17.51 NaN NaN
seed 3 17.66 NaN NaN
seed 3.0625 19.1 NaN NaN
seed 3.125 16.38 NaN NaN
seed 3.1875 18.09 NaN NaN
seed 3.25 16.62 NaN NaN
seed 3.3125 18.66 NaN NaN
seed 3.375 17.2 NaN NaN
seed 3.4375 19.17 NaN NaN
seed 3.5 19.83 NaN NaN
seed 3.5625 17.04 NaN NaN
seed 3.625 16.98 NaN NaN
seed 3.6875 16.55 NaN NaN
seed 3.75 16.82 NaN NaN
seed 3.8125 17.59 NaN NaN
seed 3.875 16.66 NaN NaN
seed 3.9375 16.04 NaN NaN
seed 4 17.12 NaN NaN
seed 4.0625 17.35 NaN NaN
seed 4.125 16.39 NaN NaN
seed 4.1875 16.39 NaN NaN
seed 4.25 17.15 NaN NaN
seed 4.3125 16.1 NaN NaN
seed 4.375 15.84 NaN NaN
seed 4.4375 17.38 NaN NaN
seed 4.5 15.5 NaN NaN
seed 4.5625 16.04 NaN NaN
seed 4.625 15.97 NaN NaN
seed 4.6875 17.46 NaN NaN
seed 4.75 16.45 NaN NaN
seed 4.8125 15.79 NaN NaN
seed 4.875 15.34 NaN NaN
seed 4.9375 17.49 NaN NaN
seed 5 15.4 NaN NaN
seed 5.0625 15.85 NaN NaN
seed 5.125 16.03 NaN NaN
seed 5.1875 15.42 NaN NaN
seed 5.25 17.51 NaN NaN
seed 5.3125 15.97 NaN NaN
seed 5.375 16.34 NaN NaN
seed 5.4375 16.36 NaN NaN
seed 5.5 16.59 NaN NaN
seed 5.5625 15.3 NaN NaN
seed 5.625 15.88 NaN NaN
seed 5.6875 15.25 NaN NaN
seed 5.75 16.12 NaN NaN
seed 5.8125 16.4 NaN NaN
seed 5.875 14.9 NaN NaN
seed 5.9375 15.04 NaN NaN
seed 6 15.85 NaN NaN

seed 0.0625 90 NaN NaN
seed 0.125 80.28 NaN NaN
seed 0.1875 77.42 NaN NaN
seed 0.25 70.62 NaN NaN
seed 0.3125 57.47 NaN NaN
seed 0.375 46.89 NaN NaN
seed 0.4375 43.03 NaN NaN
seed 0.5 36.02 NaN NaN
seed 0.5625 36.88 NaN NaN
seed 0.625 35.98 NaN NaN
seed 0.6875 33.92 NaN NaN
seed 0.75 33.81 NaN NaN
seed 0.8125 27.33 NaN NaN
seed 0.875 29.55 NaN NaN
seed 0.9375 28.61 NaN NaN
seed 1 27.56 NaN NaN
seed 1.0625 25.55 NaN NaN
seed 1.125 25.59 NaN NaN
seed 1.1875 26.23 NaN NaN
seed 1.25 25.12 NaN NaN
seed 1.3125 23.71 NaN NaN
seed 1.375 29.04 NaN NaN
seed 1.4375 26.41 NaN NaN
seed 1.5 26.26 NaN NaN
seed 1.5625 22.86 NaN NaN
seed 1.625 25.76 NaN NaN
seed 1.6875 22.07 NaN NaN
seed 1.75 20.91 NaN NaN
seed 1.8125 21.45 NaN NaN
seed 1.875 22.41 NaN NaN
seed 1.9375 22.38 NaN NaN
seed 2 22.42 NaN NaN
seed 2.0625 20.47 NaN NaN
seed 2.125 20.53 NaN NaN
seed 2.1875 22.95 NaN NaN
seed 2.25 21.54 NaN NaN
seed 2.3125 19.96 NaN NaN
seed 2.375 21.73 NaN NaN
seed 2.4375 22.7 NaN NaN
seed 2.5 20.94 NaN NaN
seed 2.5625 19.74 NaN NaN
seed 2.625 21.06 NaN NaN
seed 2.6875 22.41 NaN NaN
seed 2.75 20.16 NaN NaN
seed 2.8125 20.56 NaN NaN
seed 2.875 19.41 NaN NaN
seed 2.9375 20.14 NaN NaN
seed 3 20.16 NaN NaN
seed 3.0625 20.26 NaN NaN
seed 3.125 19.6 NaN NaN
seed 3.1875 19.21 NaN NaN
seed 3.25 21.01 NaN NaN
seed 3.3125 19.44 NaN NaN
seed 3.375 20.32 NaN NaN
seed 3.4375 18.56 NaN NaN
seed 3.5 18.13 NaN NaN
seed 3.5625 18.61 NaN NaN
seed 3.625 18.39 NaN NaN
seed 3.6875 19.26 NaN NaN
seed 3.75 18.09 NaN NaN
seed 3.8125 19.35 NaN NaN
seed 3.875 17.95 NaN NaN
seed 3.9375 18.84 NaN NaN
seed 4 17.07 NaN NaN
seed 4.0625 19.34 NaN NaN
seed 4.125 18.16 NaN NaN
seed 4.1875 18.32 NaN NaN
seed 4.25 17.8 NaN NaN
seed 4.3125 18.38 NaN NaN
seed 4.375 17.59 NaN NaN
seed 4.4375 19.03 NaN NaN
seed 4.5 16.78 NaN NaN
seed 4.5625 18.18 NaN NaN
seed 4.625 19.61 NaN NaN
seed 4.6875 16.86 NaN NaN
seed 4.75 18.31 NaN NaN
seed 4.8125 17.27 NaN NaN
seed 4.875 18.66 NaN NaN
seed 4.9375 17.79 NaN NaN
seed 5 20.16 NaN NaN
seed 5.0625 17.23 NaN NaN
seed 5.125 17.72 NaN NaN
seed 5.1875 18.01 NaN NaN
seed 5.25 16.34 NaN NaN
seed 5.3125 17.46 NaN NaN
seed 5.375 16.11 NaN NaN
seed 5.4375 16.95 NaN NaN
seed 5.5 17.82 NaN NaN
seed 5.5625 17.51 NaN NaN
seed 5.625 18.24 NaN NaN
seed 5.6875 18.04 NaN NaN
seed 5.75 16.99 NaN NaN
seed 5.8125 17.13 NaN NaN
seed 5.875 16.86 NaN NaN
seed 5.9375 16.5 NaN NaN
seed 6 16.48 NaN NaN

seed 0.0625 90 NaN NaN
seed 0.125 90 NaN NaN
seed 0.1875 90 NaN NaN
seed 0.25 90 NaN NaN
seed 0.3125 90 NaN NaN
seed 0.375 90 NaN NaN
seed 0.4375 90 NaN NaN
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

seed 0.0625 63.98 NaN NaN
seed 0.125 42.63 NaN NaN
seed 0.1875 38.81 NaN NaN
seed 0.25 44.52 NaN NaN
seed 0.3125 39.66 NaN NaN
seed 0.375 30.52 NaN NaN
seed 0.4375 34.74 NaN NaN
seed 0.5 28.91 NaN NaN
seed 0.5625 26.17 NaN NaN
seed 0.625 28.95 NaN NaN
seed 0.6875 26.12 NaN NaN
seed 0.75 28.9 NaN NaN
seed 0.8125 25.55 NaN NaN
seed 0.875 24.91 NaN NaN
seed 0.9375 26.21 NaN NaN
seed 1 25.21 NaN NaN
seed 1.0625 22.94 NaN NaN
seed 1.125 22.85 NaN NaN
seed 1.1875 22.16 NaN NaN
seed 1.25 22.18 NaN NaN
seed 1.3125 21.13 NaN NaN
seed 1.375 19.2 NaN NaN
seed 1.4375 19.4 NaN NaN
seed 1.5 23.39 NaN NaN
seed 1.5625 21.56 NaN NaN
seed 1.625 20.68 NaN NaN
seed 1.6875 21.02 NaN NaN
seed 1.75 19.94 NaN NaN
seed 1.8125 19.37 NaN NaN
seed 1.875 20.28 NaN NaN
seed 1.9375 20.09 NaN NaN
seed 2 20.12 NaN NaN
seed 2.0625 19.16 NaN NaN
seed 2.125 20.28 NaN NaN
seed 2.1875 18.62 NaN NaN
seed 2.25 19.47 NaN NaN
seed 2.3125 19.14 NaN NaN
seed 2.375 20.21 NaN NaN
seed 2.4375 20.77 NaN NaN
seed 2.5 19.25 NaN NaN
seed 2.5625 21.33 NaN NaN
seed 2.625 17.8 NaN NaN
seed 2.6875 18.19 NaN NaN
seed 2.75 17.33 NaN NaN
seed 2.8125 18.1 NaN NaN
seed 2.875 17.52 NaN NaN
seed 2.9375 20.83 NaN NaN
seed 3 18.17 NaN NaN
seed 3.0625 17.38 NaN NaN
seed 3.125 18.31 NaN NaN
seed 3.1875 18.22 NaN NaN
seed 3.25 16.5 NaN NaN
seed 3.3125 17.67 NaN NaN
seed 3.375 16.97 NaN NaN
seed 3.4375 17.51 NaN NaN
seed 3.5 16.89 NaN NaN
seed 3.5625 19.9 NaN NaN
seed 3.625 16.79 NaN NaN
seed 3.6875 17.17 NaN NaN
seed 3.75 17.98 NaN NaN
seed 3.8125 17.83 NaN NaN
seed 3.875 16.35 NaN NaN
seed 3.9375 17.54 NaN NaN
seed 4 17.62 NaN NaN
seed 4.0625 15.79 NaN NaN
seed 4.125 17.15 NaN NaN
seed 4.1875 15.62 NaN NaN
seed 4.25 16.18 NaN NaN
seed 4.3125 16.58 NaN NaN
seed 4.375 18.04 NaN NaN
seed 4.4375 18.65 NaN NaN
seed 4.5 17.04 NaN NaN
seed 4.5625 17.38 NaN NaN
seed 4.625 18.66 NaN NaN
seed 4.6875 16.32 NaN NaN
seed 4.75 18.65 NaN NaN
seed 4.8125 16.59 NaN NaN
seed 4.875 15.63 NaN NaN
seed 4.9375 16.07 NaN NaN
seed 5 17.31 NaN NaN
seed 5.0625 15.3 NaN NaN
seed 5.125 15.82 NaN NaN
seed 5.1875 15.98 NaN NaN
seed 5.25 16.16 NaN NaN
seed 5.3125 16.75 NaN NaN
seed 5.375 15.2 NaN NaN
seed 5.4375 17.01 NaN NaN
seed 5.5 16.58 NaN NaN
seed 5.5625 16.53 NaN NaN
seed 5.625 17.3 NaN NaN
seed 5.6875 17.16 NaN NaN
seed 5.75 17.96 NaN NaN
seed 5.8125 15.24 NaN NaN
seed 5.875 19.51 NaN NaN
seed 5.9375 16.04 NaN NaN
seed 6 15.08 NaN NaN

seed 0.0625 63.76 NaN NaN
seed 0.125 57.57 NaN NaN
seed 0.1875 40.22 NaN NaN
seed 0.25 39.64 NaN NaN
seed 0.3125 34.87 NaN NaN
seed 0.375 29.06 NaN NaN
seed 0.4375 30.8 NaN NaN
seed 0.5 25.94 NaN NaN
seed 0.5625 24.29 NaN NaN
seed 0.625 26.2 NaN NaN
seed 0.6875 24.34 NaN NaN
seed 0.75 25.04 NaN NaN
seed 0.8125 24.08 NaN NaN
seed 0.875 23.44 NaN NaN
seed 0.9375 23.54 NaN NaN
seed 1 21.56 NaN NaN
seed 1.0625 22.72 NaN NaN
seed 1.125 24.26 NaN NaN
seed 1.1875 21.4 NaN NaN
seed 1.25 20.19 NaN NaN
seed 1.3125 20.44 NaN NaN
seed 1.375 20.97 NaN NaN
seed 1.4375 20.9 NaN NaN
seed 1.5 18.76 NaN NaN
seed 1.5625 19.09 NaN NaN
seed 1.625 20.38 NaN NaN
seed 1.6875 19.01 NaN NaN
seed 1.75 21.22 NaN NaN
seed 1.8125 19.06 NaN NaN
seed 1.875 19.58 NaN NaN
seed 1.9375 18.98 NaN NaN
seed 2 18.81 NaN NaN
seed 2.0625 18.02 NaN NaN
seed 2.125 22.67 NaN NaN
seed 2.1875 17.78 NaN NaN
seed 2.25 16.8 NaN NaN
seed 2.3125 17.83 NaN NaN
seed 2.375 18.16 NaN NaN
seed 2.4375 18.1 NaN NaN
seed 2.5 18.44 NaN NaN
seed 2.5625 17.95 NaN NaN
seed 2.625 18.26 NaN NaN
seed 2.6875 16.34 NaN NaN
seed 2.75 17.6 NaN NaN
seed 2.8125 19.67 NaN NaN
seed 2.875 17.75 NaN NaN
seed 2.9375 17.68 NaN NaN
seed 3 17.86 NaN NaN
seed 3.0625 16.38 NaN NaN
seed 3.125 18.42 NaN NaN
seed 3.1875 17.03 NaN NaN
seed 3.25 16.88 NaN NaN
seed 3.3125 19.06 NaN NaN
seed 3.375 17.15 NaN NaN
seed 3.4375 15.62 NaN NaN
seed 3.5 17.39 NaN NaN
seed 3.5625 17.13 NaN NaN
seed 3.625 16.48 NaN NaN
seed 3.6875 17.44 NaN NaN
seed 3.75 16.53 NaN NaN
seed 3.8125 15.45 NaN NaN
seed 3.875 15.85 NaN NaN
seed 3.9375 16.38 NaN NaN
seed 4 17.56 NaN NaN
seed 4.0625 17.23 NaN NaN
seed 4.125 16.03 NaN NaN
seed 4.1875 15.26 NaN NaN
seed 4.25 17.36 NaN NaN
seed 4.3125 16.43 NaN NaN
seed 4.375 15.66 NaN NaN
seed 4.4375 16.97 NaN NaN
seed 4.5 15.76 NaN NaN
seed 4.5625 15.67 NaN NaN
seed 4.625 15.85 NaN NaN
seed 4.6875 16.87 NaN NaN
seed 4.75 16.83 NaN NaN
seed 4.8125 17.33 NaN NaN
seed 4.875 16.17 NaN NaN
seed 4.9375 15.33 NaN NaN
seed 5 15.79 NaN NaN
seed 5.0625 16.33 NaN NaN
seed 5.125 16.74 NaN NaN
seed 5.1875 16.41 NaN NaN
seed 5.25 16 NaN NaN
seed 5.3125 16.94 NaN NaN
seed 5.375 16.09 NaN NaN
seed 5.4375 15.97 NaN NaN
seed 5.5 16.24 NaN NaN
seed 5.5625 15.36 NaN NaN
seed 5.625 15.99 NaN NaN
seed 5.6875 15.22 NaN NaN
seed 5.75 15.56 NaN NaN
seed 5.8125 15.16 NaN NaN
seed 5.875 15.58 NaN NaN
seed 5.9375 15.75 NaN NaN
seed 6 15.37 NaN NaN
EOD
$p2s2 << EOD
median 0.0625 57.795 NaN NaN
median 0.125 35.724999999999994 NaN NaN
median 0.1875 33.285000000000004 NaN NaN
median 0.25 27.564999999999998 NaN NaN
median 0.3125 26.619999999999997 NaN NaN
median 0.375 25.53 NaN NaN
median 0.4375 24.16 NaN NaN
median 0.5 23.78 NaN NaN
median 0.5625 21.775 NaN NaN
median 0.625 22.85 NaN NaN
median 0.6875 20.795 NaN NaN
median 0.75 20.189999999999998 NaN NaN
median 0.8125 20.674999999999997 NaN NaN
median 0.875 19.855 NaN NaN
median 0.9375 19.915 NaN NaN
median 1 18.72 NaN NaN
median 1.0625 18.905 NaN NaN
median 1.125 18.310000000000002 NaN NaN
median 1.1875 19.585 NaN NaN
median 1.25 18.57 NaN NaN
median 1.3125 17.25 NaN NaN
median 1.375 17.535 NaN NaN
median 1.4375 17.625 NaN NaN
median 1.5 16.835 NaN NaN
median 1.5625 17.295 NaN NaN
median 1.625 17.645 NaN NaN
median 1.6875 18.48 NaN NaN
median 1.75 17.465 NaN NaN
median 1.8125 16.595 NaN NaN
median 1.875 16.625 NaN NaN
median 1.9375 16.88 NaN NaN
median 2 16.01 NaN NaN
median 2.0625 16.11 NaN NaN
median 2.125 16.494999999999997 NaN NaN
median 2.1875 16.005 NaN NaN
median 2.25 16.58 NaN NaN
median 2.3125 15.755 NaN NaN
median 2.375 15.91 NaN NaN
median 2.4375 15.655000000000001 NaN NaN
median 2.5 15.715 NaN NaN
median 2.5625 15.53 NaN NaN
median 2.625 15.71 NaN NaN
median 2.6875 16.384999999999998 NaN NaN
median 2.75 15.465 NaN NaN
median 2.8125 15.385 NaN NaN
median 2.875 15.455 NaN NaN
median 2.9375 16.055 NaN NaN
median 3 14.96 NaN NaN
median 3.0625 14.985 NaN NaN
median 3.125 15.695 NaN NaN
median 3.1875 15.32 NaN NaN
median 3.25 15.175 NaN NaN
median 3.3125 14.809999999999999 NaN NaN
median 3.375 15.055 NaN NaN
median 3.4375 14.7 NaN NaN
median 3.5 15.665 NaN NaN
median 3.5625 14.95 NaN NaN
median 3.625 14.91 NaN NaN
median 3.6875 14.670000000000002 NaN NaN
median 3.75 14.95 NaN NaN
median 3.8125 14.620000000000001 NaN NaN
median 3.875 14.565 NaN NaN
median 3.9375 15.105 NaN NaN
median 4 15.004999999999999 NaN NaN
median 4.0625 14.335 NaN NaN
median 4.125 14.365 NaN NaN
median 4.1875 14.24 NaN NaN
median 4.25 14.435 NaN NaN
median 4.3125 14.15 NaN NaN
median 4.375 14.265 NaN NaN
median 4.4375 14.600000000000001 NaN NaN
median 4.5 14.455 NaN NaN
median 4.5625 14.625 NaN NaN
median 4.625 14.504999999999999 NaN NaN
median 4.6875 14.530000000000001 NaN NaN
median 4.75 14.83 NaN NaN
median 4.8125 14.120000000000001 NaN NaN
median 4.875 14.075 NaN NaN
median 4.9375 14.71 NaN NaN
median 5 14.46 NaN NaN
median 5.0625 14.055 NaN NaN
median 5.125 14.120000000000001 NaN NaN
median 5.1875 14.325 NaN NaN
median 5.25 14.379999999999999 NaN NaN
median 5.3125 13.969999999999999 NaN NaN
median 5.375 14.02 NaN NaN
median 5.4375 14.23 NaN NaN
median 5.5 14.155000000000001 NaN NaN
median 5.5625 13.81 NaN NaN
median 5.625 14.075 NaN NaN
median 5.6875 13.46 NaN NaN
median 5.75 13.945 NaN NaN
median 5.8125 13.745 NaN NaN
median 5.875 13.795 NaN NaN
median 5.9375 13.809999999999999 NaN NaN
median 6 13.92 NaN NaN
interval 0.0625 57.89300000000001 51.65279536729093 64.41049857600241

interval 0.1875 36.335 31.236718596138143 41.19633773716559
interval 0.25 30.083999999999996 25.656111528497448 34.27957133966298
interval 0.3125 27.218 24.7896765393386 29.47882286615856
interval 0.375 25.930999999999994 24.568337513562213 27.23978548233875
interval 0.4375 24.725 22.578199744636294 26.633752415914337
interval 0.5 23.294999999999998 22.242072737593247 24.294492690657382
interval 0.5625 21.778000000000002 20.843826566860994 22.678947420905494
interval 0.625 22.442 21.24413986176793 23.58091852552191
interval 0.6875 21.231 20.18284628399277 22.216390940332023
interval 0.75 21.238999999999997 19.53103220986938 22.76118723015953
interval 0.8125 20.992 19.69609593842559 22.165942261769263
interval 0.875 19.96 19.174978988520014 20.731592434366757
interval 0.9375 19.776999999999997 18.685233444856884 20.80666645553017
interval 1 19.302 18.366950715746164 20.18059675370292
interval 1.0625 19.003000000000004 18.26342743265212 19.728266084666355
interval 1.125 18.381999999999998 17.674528284889956 19.079674791156
interval 1.1875 19.647000000000002 18.403776451099 20.804079374174517
interval 1.25 18.921999999999997 18.212874375037014 19.610220110003954
interval 1.3125 17.441 16.70385799123652 18.158980104522723
interval 1.375 17.565 16.846582953406987 18.261201102609615
interval 1.4375 17.281 16.714922176899947 17.847675562451286
interval 1.5 16.802 16.31667281473443 17.284890850116007
interval 1.5625 17.427 16.69268258826017 18.134964828917635
interval 1.625 17.747999999999998 16.95919030378378 18.512008333622084
interval 1.6875 18.293 17.539333852513735 19.01465829153309
interval 1.75 17.610000000000003 16.825175926283805 18.33593298306287
interval 1.8125 17.026000000000003 16.34808812822091 17.637842256674222
interval 1.875 16.708000000000002 16.29234693390454 17.122809176472348
interval 1.9375 16.790999999999997 16.02784657884871 17.525007314537998
interval 2 16.404999999999998 15.620984270772269 17.143058429425448
interval 2.0625 16.348000000000003 15.462716568770873 17.182893440823896
interval 2.125 16.413000000000004 15.797603582276295 17.013257582239323
interval 2.1875 16.064 15.476609996164843 16.634748626548248
interval 2.25 16.561 15.621706453631486 17.432174637939358
interval 2.3125 15.905000000000001 15.258834438156711 16.531310511081593
interval 2.375 16.064 15.444415579181484 16.670940036727767
interval 2.4375 15.594 14.988146855446761 16.19357791910466
interval 2.5 15.698000000000002 15.143665841131536 16.246574587909446
interval 2.5625 15.88 15.248123227751007 16.5006842375473
interval 2.625 15.682999999999998 15.251931112942726 16.111257390953735
interval 2.6875 16.291000000000004 15.783489013799365 16.789083614945806
interval 2.75 15.531 14.813405017709098 16.224791654398672
interval 2.8125 15.465 14.870386292718134 16.043846730714506
interval 2.875 15.460999999999999 14.829416961474829 16.06348563951377
interval 2.9375 16.259999999999998 15.190025074875587 17.244662398118678
interval 3 15.664999999999997 14.984158196045266 16.260445805073697
interval 3.0625 15.111 14.580514588188986 15.631896964925925
interval 3.125 15.696000000000002 14.991463866247463 16.383643265712493
interval 3.1875 15.274000000000001 14.751317088652502 15.787599913868362
interval 3.25 15.412 14.504892604153127 16.242153119369608
interval 3.3125 15.087 14.395807739787642 15.737567742836308
interval 3.375 15.588000000000003 14.82870105934087 16.298915068656918
interval 3.4375 14.724 14.064108258059656 15.351420502945176
interval 3.5 15.425999999999998 14.871226481102475 15.953341249801468
interval 3.5625 14.948000000000002 14.436042597202231 15.442068219166506
interval 3.625 15.007 14.44764342720402 15.545647168146587
interval 3.6875 14.779 14.188938156090881 15.361768176766715
interval 3.75 15.247 14.66521154638986 15.801550789956842
interval 3.8125 14.829999999999998 14.253935544837026 15.379143404146184
interval 3.875 14.755 14.243950302022583 15.24396362158285
interval 3.9375 15.019 14.475716597194818 15.527513751767358
interval 4 15.304000000000002 14.522116046590616 16.024149494171844
interval 4.0625 14.802999999999997 14.182794134071703 15.387573205050392
interval 4.125 14.800999999999997 14.091174182957822 15.463104991124398
interval 4.1875 14.282 13.809662987888421 14.751627972722227
interval 4.25 14.504 13.939681375148911 15.04774978498594
interval 4.3125 14.261000000000001 13.76893997877579 14.748450978724605
interval 4.375 14.279000000000002 13.846002440555342 14.708988887077725
interval 4.4375 14.535 14.054691601483844 15.011076747537736
interval 4.5 14.437000000000001 13.98577578090383 14.88302710116899
interval 4.5625 14.912 14.32265006183934 15.47171179237371
interval 4.625 14.452000000000002 13.889426776642841 15.004228251979216
interval 4.6875 14.451000000000002 13.97485932247721 14.912368093124922
interval 4.75 15.094999999999999 14.562963356159992 15.613359475219752
interval 4.8125 14.315000000000001 13.766703226356537 14.843557977608498
interval 4.875 14.188999999999998 13.690409953866702 14.669606016074981
interval 4.9375 14.37 13.882028961919055 14.8473422044371
interval 5 14.438999999999998 13.838328644552767 15.013345173765295
interval 5.0625 13.970000000000002 13.428158892092387 14.487378150868613
interval 5.125 14.261000000000001 13.826567124135188 14.689581002125866
interval 5.1875 14.168000000000001 13.643248749952853 14.67671093060647
interval 5.25 14.307999999999998 13.870736524559629 14.739361377374404
interval 5.3125 14.025 13.580870173560928 14.456495944563128
interval 5.375 14.184000000000001 13.52062404772932 14.815816429073326
interval 5.4375 14.373 13.771243473193246 14.955452207789355
interval 5.5 13.818999999999997 13.36009573687506 14.260460819238503
interval 5.5625 13.935000000000002 13.391485321437896 14.452520903224949
interval 5.625 14.171000000000001 13.631002811450482 14.679376894603113
interval 5.6875 13.637 13.240461066085805 14.028356231725502
interval 5.75 14.014000000000001 13.63039347575956 14.39355850765613
interval 5.8125 13.887 13.44955252160088 14.32182440600988
interval 5.875 13.889999999999997 13.50260085135645 14.276564708583122
interval 5.9375 13.961000000000002 13.530376209608903 14.376876032753868
interval 6 13.755 13.35879057046762 14.14404548043875
seed 0.0625 47.23 NaN NaN
seed 0.125 30.56 NaN NaN
seed 0.1875 29.79 NaN NaN
seed 0.25 38.63 NaN NaN
seed 0.3125 28.56 NaN NaN
seed 0.375 27.61 NaN NaN
seed 0.4375 21.62 NaN NaN
seed 0.5 20.06 NaN NaN
seed 0.5625 22.8 NaN NaN
seed 0.625 20.1 NaN NaN
seed 0.6875 22.65 NaN NaN
seed 0.75 19.82 NaN NaN
seed 0.8125 20.83 NaN NaN
seed 0.875 20.3 NaN NaN
seed 0.9375 17.92 NaN NaN
seed 1 23.42 NaN NaN
seed 1.0625 19.96 NaN NaN
seed 1.125 19.55 NaN NaN
seed 1.1875 22.56 NaN NaN
seed 1.25 20.86 NaN NaN
seed 1.3125 18.74 NaN NaN
seed 1.375 18.32 NaN NaN
seed 1.4375 16.77 NaN NaN
seed 1.5 16.49 NaN NaN
seed 1.5625 17.53 NaN NaN
seed 1.625 19.92 NaN NaN
seed 1.6875 19.86 NaN NaN
seed 1.75 17.98 NaN NaN
seed 1.8125 19.76 NaN NaN
seed 1.875 17.1 NaN NaN
seed 1.9375 15.75 NaN NaN
seed 2 16.19 NaN NaN
seed 2.0625 19.82 NaN NaN
seed 2.125 17.54 NaN NaN
seed 2.1875 15.97 NaN NaN
seed 2.25 14.98 NaN NaN
seed 2.3125 15.63 NaN NaN
seed 2.375 15.11 NaN NaN
seed 2.4375 14.94 NaN NaN
seed 2.5 16.42 NaN NaN
seed 2.5625 16.82 NaN NaN
seed 2.625 15.81 NaN NaN
seed 2.6875 16.69 NaN NaN
seed 2.75 16.37 NaN NaN
seed 2.8125 15.64 NaN NaN
seed 2.875 15.84 NaN NaN
seed 2.9375 15.73 NaN NaN
seed 3 16.59 NaN NaN
seed 3.0625 14.74 NaN NaN
seed 3.125 15.92 NaN NaN
seed 3.1875 15.03 NaN NaN
seed 3.25 17.77 NaN NaN
seed 3.3125 15.7 NaN NaN
seed 3.375 18.17 NaN NaN
seed 3.4375 17.25 NaN NaN
seed 3.5 16.29 NaN NaN
seed 3.5625 13.96 NaN NaN
seed 3.625 14.38 NaN NaN
seed 3.6875 15.35 NaN NaN
seed 3.75 14.6 NaN NaN
seed 3.8125 14.6 NaN NaN
seed 3.875 16.34 NaN NaN
seed 3.9375 14.12 NaN NaN
seed 4 17.15 NaN NaN
seed 4.0625 13.94 NaN NaN
seed 4.125 15.08 NaN NaN
seed 4.1875 14.03 NaN NaN
seed 4.25 14.47 NaN NaN
seed 4.3125 13.42 NaN NaN
seed 4.375 15.09 NaN NaN
seed 4.4375 14.32 NaN NaN
seed 4.5 14.05 NaN NaN
seed 4.5625 16.37 NaN NaN
seed 4.625 14.64 NaN NaN
seed 4.6875 15.58 NaN NaN
seed 4.75 15.98 NaN NaN
seed 4.8125 15.78 NaN NaN
seed 4.875 15.28 NaN NaN
seed 4.9375 14.97 NaN NaN
seed 5 14.22 NaN NaN
seed 5.0625 14.92 NaN NaN
seed 5.125 13.69 NaN NaN
seed 5.1875 14.6 NaN NaN
seed 5.25 14.29 NaN NaN
seed 5.3125 13.15 NaN NaN
seed 5.375 14.19 NaN NaN
seed 5.4375 14.37 NaN NaN
seed 5.5 14.54 NaN NaN
seed 5.5625 13.71 NaN NaN
seed 5.625 13.75 NaN NaN
seed 5.6875 13.4 NaN NaN
seed 5.75 13.97 NaN NaN
seed 5.8125 14.61 NaN NaN
seed 5.875 13.7 NaN NaN
seed 5.9375 14.3 NaN NaN
seed 6 14.59 NaN NaN

seed 0.0625 48.46 NaN NaN
seed 0.125 36.08 NaN NaN
seed 0.1875 30.84 NaN NaN
seed 0.25 26.84 NaN NaN
seed 0.3125 24.33 NaN NaN
seed 0.375 24.05 NaN NaN
seed 0.4375 21.47 NaN NaN
seed 0.5 23.99 NaN NaN
seed 0.5625 19.18 NaN NaN
seed 0.625 23.76 NaN NaN
seed 0.6875 21.04 NaN NaN
seed 0.75 20.16 NaN NaN
seed 0.8125 18.6 NaN NaN
seed 0.875 19.85 NaN NaN
seed 0.9375 16.99 NaN NaN
seed 1 18.22 NaN NaN
seed 1.0625 18.83 NaN NaN
seed 1.125 17.31 NaN NaN
seed 1.1875 16.89 NaN NaN
seed 1.25 19.09 NaN NaN
seed 1.3125 16.3 NaN NaN
seed 1.375 16.89 NaN NaN
seed 1.4375 17.68 NaN NaN
seed 1.5 16.87 NaN NaN
seed 1.5625 19.08 NaN NaN
seed 1.625 17.29 NaN NaN
seed 1.6875 17.53 NaN NaN
seed 1.75 16.47 NaN NaN
seed 1.8125 14.99 NaN NaN
seed 1.875 16.58 NaN NaN
seed 1.9375 17.43 NaN NaN
seed 2 18.54 NaN NaN
seed 2.0625 16 NaN NaN
seed 2.125 17.1 NaN NaN
seed 2.1875 16.08 NaN NaN
seed 2.25 14.49 NaN NaN
seed 2.3125 14.38 NaN NaN
seed 2.375 15.25 NaN NaN
seed 2.4375 14.86 NaN NaN
seed 2.5 14.75 NaN NaN
seed 2.5625 15.19 NaN NaN
seed 2.625 15.93 NaN NaN
seed 2.6875 15.6 NaN NaN
seed 2.75 14.28 NaN NaN
seed 2.8125 15.2 NaN NaN
seed 2.875 14.48 NaN NaN
seed 2.9375 14.79 NaN NaN
seed 3 13.99 NaN NaN
seed 3.0625 15.06 NaN NaN
seed 3.125 14.33 NaN NaN
seed 3.1875 14.44 NaN NaN
seed 3.25 15.54 NaN NaN
seed 3.3125 14.79 NaN NaN
seed 3.375 14.69 NaN NaN
seed 3.4375 13.12 NaN NaN
seed 3.5 14.14 NaN NaN
seed 3.5625 14.27 NaN NaN
seed 3.625 15.28 NaN NaN
seed 3.6875 13.56 NaN NaN
seed 3.75 14.52 NaN NaN
seed 3.8125 14.64 NaN NaN
seed 3.875 13.55 NaN NaN
seed 3.9375 14.14 NaN NaN
seed 4 15.8 NaN NaN
seed 4.0625 14.6 NaN NaN
seed 4.125 14.22 NaN NaN
seed 4.1875 13.55 NaN NaN
seed 4.25 13.66 NaN NaN
seed 4.3125 14.97 NaN NaN
seed 4.375 13.81 NaN NaN
seed 4.4375 13.62 NaN NaN
seed 4.5 13.43 NaN NaN
seed 4.5625 14.19 NaN NaN
seed 4.625 14.09 NaN NaN
seed 4.6875 14.05 NaN NaN
seed 4.75 14.53 NaN NaN
seed 4.8125 15.1 NaN NaN
seed 4.875 12.82 NaN NaN
seed 4.9375 13.52 NaN NaN
seed 5 13.53 NaN NaN
seed 5.0625 13.32 NaN NaN
seed 5.125 14.7 NaN NaN
seed 5.1875 14.37 NaN NaN
seed 5.25 13.05 NaN NaN
seed 5.3125 13.16 NaN NaN
seed 5.375 13.85 NaN NaN
seed 5.4375 13.52 NaN NaN
seed 5.5 12.79 NaN NaN
seed 5.5625 12.79 NaN NaN
seed 5.625 12.8 NaN NaN
seed 5.6875 13.26 NaN NaN
seed 5.75 14.71 NaN NaN
seed 5.8125 13.35 NaN NaN
seed 5.875 13.63 NaN NaN
seed 5.9375 13.77 NaN NaN
seed 6 12.79 NaN NaN

seed 0.0625 70.86 NaN NaN
seed 0.125 80.59 NaN NaN
seed 0.1875 35.63 NaN NaN
seed 0.25 41.17 NaN NaN
seed 0.3125 24.64 NaN NaN
seed 0.375 28.88 NaN NaN
seed 0.4375 21.25 NaN NaN
seed 0.5 22.95 NaN NaN
seed 0.5625 21.6 NaN NaN
seed 0.625 23.42 NaN NaN
seed 0.6875 20.49 NaN NaN
seed 0.75 23.13 NaN NaN
seed 0.8125 25.53 NaN NaN
seed 0.875 19.17 NaN NaN
seed 0.9375 19.5 NaN NaN
seed 1 19.49 NaN NaN
seed 1.0625 18.98 NaN NaN
seed 1.125 19.1 NaN NaN
seed 1.1875 20.56 NaN NaN
seed 1.25 18.63 NaN NaN
seed 1.3125 19.02 NaN NaN
seed 1.375 17.89 NaN NaN
seed 1.4375 16.83 NaN NaN
seed 1.5 17.51 NaN NaN
seed 1.5625 17.79 NaN NaN
seed 1.625 18.26 NaN NaN
seed 1.6875 17.62 NaN NaN
seed 1.75 18.76 NaN NaN
seed 1.8125 16.33 NaN NaN
seed 1.875 17.61 NaN NaN
seed 1.9375 16.65 NaN NaN
seed 2 17.04 NaN NaN
seed 2.0625 16.3 NaN NaN
seed 2.125 17.29 NaN NaN
seed 2.1875 15.53 NaN NaN
seed 2.25 18.68 NaN NaN
seed 2.3125 16.14 NaN NaN
seed 2.375 16.32 NaN NaN
seed 2.4375 15.66 NaN NaN
seed 2.5 15.24 NaN NaN
seed 2.5625 16.63 NaN NaN
seed 2.625 16.26 NaN NaN
seed 2.6875 16.93 NaN NaN
seed 2.75 14.66 NaN NaN
seed 2.8125 15.57 NaN NaN
seed 2.875 16.37 NaN NaN
seed 2.9375 19.01 NaN NaN
seed 3 14.77 NaN NaN
seed 3.0625 15.34 NaN NaN
seed 3.125 17.45 NaN NaN
seed 3.1875 15.61 NaN NaN
seed 3.25 15.8 NaN NaN
seed 3.3125 15.08 NaN NaN
seed 3.375 17.8 NaN NaN
seed 3.4375 14.75 NaN NaN
seed 3.5 15.38 NaN NaN
seed 3.5625 15.4 NaN NaN
seed 3.625 14.49 NaN NaN
seed 3.6875 14.49 NaN NaN
seed 3.75 14.67 NaN NaN
seed 3.8125 14.76 NaN NaN
seed 3.875 15.1 NaN NaN
seed 3.9375 15.5 NaN NaN
seed 4 16.53 NaN NaN
seed 4.0625 14.07 NaN NaN
seed 4.125 13.78 NaN NaN
seed 4.1875 14.82 NaN NaN
seed 4.25 15.62 NaN NaN
seed 4.3125 14.81 NaN NaN
seed 4.375 14.38 NaN NaN
seed 4.4375 14.1 NaN NaN
seed 4.5 14 NaN NaN
seed 4.5625 14.43 NaN NaN
seed 4.625 15.17 NaN NaN
seed 4.6875 14.4 NaN NaN
seed 4.75 14.04 NaN NaN
seed 4.8125 14.15 NaN NaN
seed 4.875 13.52 NaN NaN
seed 4.9375 14.79 NaN NaN
seed 5 13.35 NaN NaN
seed 5.0625 13.24 NaN NaN
seed 5.125 14.21 NaN NaN
seed 5.1875 14.28 NaN NaN
seed 5.25 15.06 NaN NaN
seed 5.3125 14.36 NaN NaN
seed 5.375 13.59 NaN NaN
seed 5.4375 14.29 NaN NaN
seed 5.5 14.26 NaN NaN
seed 5.5625 15.82 NaN NaN
seed 5.625 16.14 NaN NaN
seed 5.6875 14.61 NaN NaN
seed 5.75 13.53 NaN NaN
seed 5.8125 13.7 NaN NaN
seed 5.875 13.51 NaN NaN
seed 5.9375 13.85 NaN NaN
seed 6 13.41 NaN NaN

seed 0.0625 52.84 NaN NaN
seed 0.125 45.46 NaN NaN
seed 0.1875 36 NaN NaN
seed 0.25 25.27 NaN NaN
seed 0.3125 26.11 NaN NaN
seed 0.375 25.42 NaN NaN
seed 0.4375 26.15 NaN NaN
seed 0.5 21.55 NaN NaN
seed 0.5625 21.32 NaN NaN
seed 0.625 24.79 NaN NaN
seed 0.6875 24.04 NaN NaN
seed 0.75 21.22 NaN NaN
seed 0.8125 19.77 NaN NaN
seed 0.875 19.86 NaN NaN
seed 0.9375 21.89 NaN NaN
seed 1 18.51 NaN NaN
seed 1.0625 19.98 NaN NaN
seed 1.125 18.32 NaN NaN
seed 1.1875 19.04 NaN NaN
seed 1.25 17.9 NaN NaN
seed 1.3125 17.37 NaN NaN
seed 1.375 17.64 NaN NaN
seed 1.4375 17.65 NaN NaN
seed 1.5 16.8 NaN NaN
seed 1.5625 16.85 NaN NaN
seed 1.625 18.25 NaN NaN
seed 1.6875 18.8 NaN NaN
seed 1.75 16.41 NaN NaN
seed 1.8125 15.61 NaN NaN
seed 1.875 17.05 NaN NaN
seed 1.9375 15.46 NaN NaN
seed 2 15.73 NaN NaN
seed 2.0625 16.06 NaN NaN
seed 2.125 16.5 NaN NaN
seed 2.1875 17.1 NaN NaN
seed 2.25 16.44 NaN NaN
seed 2.3125 15.4 NaN NaN
seed 2.375 15.86 NaN NaN
seed 2.4375 15.65 NaN NaN
seed 2.5 16.08 NaN NaN
seed 2.5625 15.4 NaN NaN
seed 2.625 15.61 NaN NaN
seed 2.6875 16.93 NaN NaN
seed 2.75 16.74 NaN NaN
seed 2.8125 15.8 NaN NaN
seed 2.875 15.73 NaN NaN
seed 2.9375 16.38 NaN NaN
seed 3 14.87 NaN NaN
seed 3.0625 15.11 NaN NaN
seed 3.125 14.85 NaN NaN
seed 3.1875 16 NaN NaN
seed 3.25 18.42 NaN NaN
seed 3.3125 13.7 NaN NaN
seed 3.375 14.8 NaN NaN
seed 3.4375 13.88 NaN NaN
seed 3.5 16.91 NaN NaN
seed 3.5625 15.12 NaN NaN
seed 3.625 14.54 NaN NaN
seed 3.6875 14.27 NaN NaN
seed 3.75 14.35 NaN NaN
seed 3.8125 14.16 NaN NaN
seed 3.875 15.82 NaN NaN
seed 3.9375 15.97 NaN NaN
seed 4 13.99 NaN NaN
seed 4.0625 15.16 NaN NaN
seed 4.125 17.72 NaN NaN
seed 4.1875 14.77 NaN NaN
seed 4.25 15.4 NaN NaN
seed 4.3125 14.15 NaN NaN
seed 4.375 14.32 NaN NaN
seed 4.4375 15.06 NaN NaN
seed 4.5 14.96 NaN NaN
seed 4.5625 16.33 NaN NaN
seed 4.625 15.78 NaN NaN
seed 4.6875 14.8 NaN NaN
seed 4.75 15.94 NaN NaN
seed 4.8125 15.41 NaN NaN
seed 4.875 13.78 NaN NaN
seed 4.9375 14.96 NaN NaN
seed 5 15.21 NaN NaN
seed 5.0625 14.44 NaN NaN
seed 5.125 13.91 NaN NaN
seed 5.1875 13.06 NaN NaN
seed 5.25 14.23 NaN NaN
seed 5.3125 15.15 NaN NaN
seed 5.375 13.45 NaN NaN
seed 5.4375 14.17 NaN NaN
seed 5.5 14.09 NaN NaN
seed 5.5625 14.14 NaN NaN
seed 5.625 14.28 NaN NaN
seed 5.6875 14.11 NaN NaN
seed 5.75 14.6 NaN NaN
seed 5.8125 13.48 NaN NaN
seed 5.875 14.48 NaN NaN
seed 5.9375 14.08 NaN NaN
seed 6 13.87 NaN NaN

seed 0.0625 65.19 NaN NaN
seed 0.125 36.33 NaN NaN
seed 0.1875 30.94 NaN NaN
seed 0.25 28.29 NaN NaN
seed 0.3125 27.84 NaN NaN
seed 0.375 24.49 NaN NaN
seed 0.4375 25.22 NaN NaN
seed 0.5 24.16 NaN NaN
seed 0.5625 21.95 NaN NaN
seed 0.625 22.03 NaN NaN
seed 0.6875 22.9 NaN NaN
seed 0.75 29.71 NaN NaN
seed 0.8125 21.29 NaN NaN
seed 0.875 18.93 NaN NaN
seed 0.9375 21.82 NaN NaN
seed 1 17.55 NaN NaN
seed 1.0625 18.34 NaN NaN
seed 1.125 17.78 NaN NaN
seed 1.1875 19.93 NaN NaN
seed 1.25 17.88 NaN NaN
seed 1.3125 16.22 NaN NaN
seed 1.375 16.61 NaN NaN
seed 1.4375 17.72 NaN NaN
seed 1.5 16.41 NaN NaN
seed 1.5625 16.11 NaN NaN
seed 1.625 17.13 NaN NaN
seed 1.6875 19.69 NaN NaN
seed 1.75 20.45 NaN NaN
seed 1.8125 18.34 NaN NaN
seed 1.875 16.37 NaN NaN
seed 1.9375 15.76 NaN NaN
seed 2 14.89 NaN NaN
seed 2.0625 14.96 NaN NaN
seed 2.125 16.21 NaN NaN
seed 2.1875 16.04 NaN NaN
seed 2.25 15.26 NaN NaN
seed 2.3125 15.15 NaN NaN
seed 2.375 15.47 NaN NaN
seed 2.4375 14.78 NaN NaN
seed 2.5 16.71 NaN NaN
seed 2.5625 15.62 NaN NaN
seed 2.625 15.82 NaN NaN
seed 2.6875 15.22 NaN NaN
seed 2.75 15.89 NaN NaN
seed 2.8125 15.14 NaN NaN
seed 2.875 14.88 NaN NaN
seed 2.9375 17.23 NaN NaN
seed 3 14.9 NaN NaN
seed 3.0625 14.59 NaN NaN
seed 3.125 15.47 NaN NaN
seed 3.1875 16.51 NaN NaN
seed 3.25 14.22 NaN NaN
seed 3.3125 14.47 NaN NaN
seed 3.375 14.56 NaN NaN
seed 3.4375 14.33 NaN NaN
seed 3.5 14.71 NaN NaN
seed 3.5625 14.49 NaN NaN
seed 3.625 16.61 NaN NaN
seed 3.6875 14.71 NaN NaN
seed 3.75 16.98 NaN NaN
seed 3.8125 14.34 NaN NaN
seed 3.875 14.14 NaN NaN
seed 3.9375 16.81 NaN NaN
seed 4 14.54 NaN NaN
seed 4.0625 15.17 NaN NaN
seed 4.125 16.15 NaN NaN
seed 4.1875 13.63 NaN NaN
seed 4.25 15.46 NaN NaN
seed 4.3125 14.01 NaN NaN
seed 4.375 13.52 NaN NaN
seed 4.4375 13.75 NaN NaN
seed 4.5 14.61 NaN NaN
seed 4.5625 13.86 NaN NaN
seed 4.625 14.39 NaN NaN
seed 4.6875 14.98 NaN NaN
seed 4.75 14.65 NaN NaN
seed 4.8125 13.74 NaN NaN
seed 4.875 15.1 NaN NaN
seed 4.9375 13.73 NaN NaN
seed 5 13.63 NaN NaN
seed 5.0625 14.81 NaN NaN
seed 5.125 13.67 NaN NaN
seed 5.1875 13.95 NaN NaN
seed 5.25 14.47 NaN NaN
seed 5.3125 14.95 NaN NaN
seed 5.375 16.56 NaN NaN
seed 5.4375 13.37 NaN NaN
seed 5.5 12.99 NaN NaN
seed 5.5625 14.22 NaN NaN
seed 5.625 14.28 NaN NaN
seed 5.6875 13.32 NaN NaN
seed 5.75 14.44 NaN NaN
seed 5.8125 13.2 NaN NaN
seed 5.875 13.3 NaN NaN
seed 5.9375 15.25 NaN NaN
seed 6 13.1 NaN NaN

seed 0.0625 68.16 NaN NaN
seed 0.125 33.18 NaN NaN
seed 0.1875 52.86 NaN NaN
seed 0.25 23.44 NaN NaN
seed 0.3125 22.85 NaN NaN
seed 0.375 25.64 NaN NaN
seed 0.4375 22.1 NaN NaN
seed 0.5 24.73 NaN NaN
seed 0.5625 24.25 NaN NaN
seed 0.625 19.82 NaN NaN
seed 0.6875 19.92 NaN NaN
seed 0.75 17.67 NaN NaN
seed 0.8125 20.52 NaN NaN
seed 0.875 22.61 NaN NaN
seed 0.9375 19 NaN NaN
seed 1 18.43 NaN NaN
seed 1.0625 18.37 NaN NaN
seed 1.125 19.26 NaN NaN
seed 1.1875 23.09 NaN NaN
seed 1.25 18.31 NaN NaN
seed 1.3125 16.99 NaN NaN
seed 1.375 18.66 NaN NaN
seed 1.4375 16.37 NaN NaN
seed 1.5 15.65 NaN NaN
seed 1.5625 16.12 NaN NaN
seed 1.625 16.09 NaN NaN
seed 1.6875 18.16 NaN NaN
seed 1.75 18.53 NaN NaN
seed 1.8125 17.83 NaN NaN
seed 1.875 16.86 NaN NaN
seed 1.9375 17.2 NaN NaN
seed 2 16.05 NaN NaN
seed 2.0625 17.73 NaN NaN
seed 2.125 16.86 NaN NaN
seed 2.1875 15.67 NaN NaN
seed 2.25 16.72 NaN NaN
seed 2.3125 16.84 NaN NaN
seed 2.375 18.14 NaN NaN
seed 2.4375 14.95 NaN NaN
seed 2.5 14.95 NaN NaN
seed 2.5625 15.86 NaN NaN
seed 2.625 15.11 NaN NaN
seed 2.6875 16.84 NaN NaN
seed 2.75 17.16 NaN NaN
seed 2.8125 14.9 NaN NaN
seed 2.875 16.15 NaN NaN
seed 2.9375 14.45 NaN NaN
seed 3 16.29 NaN NaN
seed 3.0625 14.82 NaN NaN
seed 3.125 16.5 NaN NaN
seed 3.1875 15.52 NaN NaN
seed 3.25 14.81 NaN NaN
seed 3.3125 16.07 NaN NaN
seed 3.375 14.91 NaN NaN
seed 3.4375 14.91 NaN NaN
seed 3.5 15.97 NaN NaN
seed 3.5625 14.82 NaN NaN
seed 3.625 15.45 NaN NaN
seed 3.6875 14.3 NaN NaN
seed 3.75 17.14 NaN NaN
seed 3.8125 14.39 NaN NaN
seed 3.875 15.17 NaN NaN
seed 3.9375 15.29 NaN NaN
seed 4 17.51 NaN NaN
seed 4.0625 15.99 NaN NaN
seed 4.125 13.61 NaN NaN
seed 4.1875 14.38 NaN NaN
seed 4.25 15.06 NaN NaN
seed 4.3125 15.28 NaN NaN
seed 4.375 13.91 NaN NaN
seed 4.4375 15.36 NaN NaN
seed 4.5 14.53 NaN NaN
seed 4.5625 13.57 NaN NaN
seed 4.625 13.52 NaN NaN
seed 4.6875 15.26 NaN NaN
seed 4.75 14.34 NaN NaN
seed 4.8125 14.09 NaN NaN
seed 4.875 14.47 NaN NaN
seed 4.9375 14.93 NaN NaN
seed 5 15.93 NaN NaN
seed 5.0625 13.67 NaN NaN
seed 5.125 14.96 NaN NaN
seed 5.1875 15.12 NaN NaN
seed 5.25 14.67 NaN NaN
seed 5.3125 13.9 NaN NaN
seed 5.375 13.15 NaN NaN
seed 5.4375 15.94 NaN NaN
seed 5.5 14.22 NaN NaN
seed 5.5625 13.09 NaN NaN
seed 5.625 13.87 NaN NaN
seed 5.6875 14.19 NaN NaN
seed 5.75 14.33 NaN NaN
seed 5.8125 14.08 NaN NaN
seed 5.875 13.89 NaN NaN
seed 5.9375 13.59 NaN NaN
seed 6 14.21 NaN NaN

seed 0.0625 45.24 NaN NaN
seed 0.125 30.69 NaN NaN
seed 0.1875 29.8 NaN NaN
seed 0.25 26.08 NaN NaN
seed 0.3125 27.13 NaN NaN
seed 0.375 24.53 NaN NaN
seed 0.4375 25.81 NaN NaN
seed 0.5 23.57 NaN NaN
seed 0.5625 20.43 NaN NaN
seed 0.625 23.12 NaN NaN
seed 0.6875 18.1 NaN NaN
seed 0.75 20.22 NaN NaN
seed 0.8125 19.08 NaN NaN
seed 0.875 19.3 NaN NaN
seed 0.9375 18.12 NaN NaN
seed 1 18.32 NaN NaN
seed 1.0625 17.74 NaN NaN
seed 1.125 17.15 NaN NaN
seed 1.1875 18.1 NaN NaN
seed 1.25 19 NaN NaN
seed 1.3125 17.13 NaN NaN
seed 1.375 16.54 NaN NaN
seed 1.4375 16.54 NaN NaN
seed 1.5 16.56 NaN NaN
seed 1.5625 16.52 NaN NaN
seed 1.625 17.07 NaN NaN
seed 1.6875 16.29 NaN NaN
seed 1.75 16.95 NaN NaN
seed 1.8125 16.03 NaN NaN
seed 1.875 16.67 NaN NaN
seed 1.9375 15.77 NaN NaN
seed 2 15.24 NaN NaN
seed 2.0625 16.24 NaN NaN
seed 2.125 14.74 NaN NaN
seed 2.1875 14.45 NaN NaN
seed 2.25 15.25 NaN NaN
seed 2.3125 15.29 NaN NaN
seed 2.375 15.81 NaN NaN
seed 2.4375 15.81 NaN NaN
seed 2.5 15.93 NaN NaN
seed 2.5625 15.44 NaN NaN
seed 2.625 15.47 NaN NaN
seed 2.6875 15.76 NaN NaN
seed 2.75 14.68 NaN NaN
seed 2.8125 15.59 NaN NaN
seed 2.875 13.8 NaN NaN
seed 2.9375 14.74 NaN NaN
seed 3 14.8 NaN NaN
seed 3.0625 14.15 NaN NaN
seed 3.125 14.92 NaN NaN
seed 3.1875 14.84 NaN NaN
seed 3.25 13.86 NaN NaN
seed 3.3125 14.31 NaN NaN
seed 3.375 15.2 NaN NaN
seed 3.4375 14.19 NaN NaN
seed 3.5 14.3 NaN NaN
seed 3.5625 14 NaN NaN
seed 3.625 13.86 NaN NaN
seed 3.6875 14.78 NaN NaN
seed 3.75 14.81 NaN NaN
seed 3.8125 16.13 NaN NaN
seed 3.875 14.76 NaN NaN
seed 3.9375 14.92 NaN NaN
seed 4 14.06 NaN NaN
seed 4.0625 14.01 NaN NaN
seed 4.125 14.1 NaN NaN
seed 4.1875 15.01 NaN NaN
seed 4.25 13.25 NaN NaN
seed 4.3125 14.37 NaN NaN
seed 4.375 14.79 NaN NaN
seed 4.4375 14.98 NaN NaN
seed 4.5 14.63 NaN NaN
seed 4.5625 14.77 NaN NaN
seed 4.625 14.62 NaN NaN
seed 4.6875 13.65 NaN NaN
seed 4.75 15.55 NaN NaN
seed 4.8125 13.12 NaN NaN
seed 4.875 15.02 NaN NaN
seed 4.9375 14.63 NaN NaN
seed 5 13.38 NaN NaN
seed 5.0625 13.28 NaN NaN
seed 5.125 13.78 NaN NaN
seed 5.1875 15.05 NaN NaN
seed 5.25 14.66 NaN NaN
seed 5.3125 13.66 NaN NaN
seed 5.375 13.05 NaN NaN
seed 5.4375 14.53 NaN NaN
seed 5.5 14.54 NaN NaN
seed 5.5625 13.91 NaN NaN
seed 5.625 13.17 NaN NaN
seed 5.6875 13.72 NaN NaN
seed 5.75 13.57 NaN NaN
seed 5.8125 14.33 NaN NaN
seed 5.875 14.63 NaN NaN
seed 5.9375 12.9 NaN NaN
seed 6 13.46 NaN NaN

seed 0.0625 62.75 NaN NaN
seed 0.125 35.37 NaN NaN
seed 0.1875 39.47 NaN NaN
seed 0.25 29.53 NaN NaN
seed 0.3125 23.56 NaN NaN
seed 0.375 22.72 NaN NaN
seed 0.4375 35.31 NaN NaN
seed 0.5 21.75 NaN NaN
seed 0.5625 20.88 NaN NaN
seed 0.625 20.06 NaN NaN
seed 0.6875 20.55 NaN NaN
seed 0.75 19.91 NaN NaN
seed 0.8125 23.63 NaN NaN
seed 0.875 19.07 NaN NaN
seed 0.9375 20.56 NaN NaN
seed 1 19.95 NaN NaN
seed 1.0625 19.68 NaN NaN
seed 1.125 17.63 NaN NaN
seed 1.1875 19.28 NaN NaN
seed 1.25 18.51 NaN NaN
seed 1.3125 16.32 NaN NaN
seed 1.375 16.13 NaN NaN
seed 1.4375 17.74 NaN NaN
seed 1.5 17.19 NaN NaN
seed 1.5625 17.88 NaN NaN
seed 1.625 18.94 NaN NaN
seed 1.6875 19.07 NaN NaN
seed 1.75 16.9 NaN NaN
seed 1.8125 16.51 NaN NaN
seed 1.875 16.37 NaN NaN
seed 1.9375 19.27 NaN NaN
seed 2 18.86 NaN NaN
seed 2.0625 14.86 NaN NaN
seed 2.125 15.99 NaN NaN
seed 2.1875 17.37 NaN NaN
seed 2.25 17.18 NaN NaN
seed 2.3125 16.71 NaN NaN
seed 2.375 15.96 NaN NaN
seed 2.4375 17 NaN NaN
seed 2.5 15.5 NaN NaN
seed 2.5625 14.99 NaN NaN
seed 2.625 15.1 NaN NaN
seed 2.6875 16.08 NaN NaN
seed 2.75 14.42 NaN NaN
seed 2.8125 14.75 NaN NaN
seed 2.875 15.18 NaN NaN
seed 2.9375 14.41 NaN NaN
seed 3 15.02 NaN NaN
seed 3.0625 14.91 NaN NaN
seed 3.125 16.18 NaN NaN
seed 3.1875 14.15 NaN NaN
seed 3.25 13.53 NaN NaN
seed 3.3125 14.83 NaN NaN
seed 3.375 15.71 NaN NaN
seed 3.4375 14.65 NaN NaN
seed 3.5 16.11 NaN NaN
seed 3.5625 15.08 NaN NaN
seed 3.625 15.44 NaN NaN
seed 3.6875 14.63 NaN NaN
seed 3.75 15.1 NaN NaN
seed 3.8125 16.74 NaN NaN
seed 3.875 14.37 NaN NaN
seed 3.9375 15.78 NaN NaN
seed 4 15.47 NaN NaN
seed 4.0625 17.19 NaN NaN
seed 4.125 14.89 NaN NaN
seed 4.1875 14.1 NaN NaN
seed 4.25 13.43 NaN NaN
seed 4.3125 13.83 NaN NaN
seed 4.375 14.21 NaN NaN
seed 4.4375 14.96 NaN NaN
seed 4.5 15.54 NaN NaN
seed 4.5625 15.31 NaN NaN
seed 4.625 13.5 NaN NaN
seed 4.6875 13.33 NaN NaN
seed 4.75 14.77 NaN NaN
seed 4.8125 13.51 NaN NaN
seed 4.875 13.75 NaN NaN
seed 4.9375 13.31 NaN NaN
seed 5 15.63 NaN NaN
seed 5.0625 14.59 NaN NaN
seed 5.125 14.03 NaN NaN
seed 5.1875 14.82 NaN NaN
seed 5.25 13.83 NaN NaN
seed 5.3125 13.59 NaN NaN
seed 5.375 14.26 NaN NaN
seed 5.4375 13.6 NaN NaN
seed 5.5 12.99 NaN NaN
seed 5.5625 14.93 NaN NaN
seed 5.625 15.33 NaN NaN
seed 5.6875 12.87 NaN NaN
seed 5.75 13.26 NaN NaN
seed 5.8125 13.67 NaN NaN
seed 5.875 13.64 NaN NaN
seed 5.9375 13.26 NaN NaN
seed 6 13.97 NaN NaN

seed 0.0625 52.69 NaN NaN
seed 0.125 47.46 NaN NaN
seed 0.1875 47.27 NaN NaN
seed 0.25 36.02 NaN NaN
seed 0.3125 31.28 NaN NaN
seed 0.375 28.98 NaN NaN
seed 0.4375 23.54 NaN NaN
seed 0.5 26.2 NaN NaN
seed 0.5625 22.43 NaN NaN
seed 0.625 24.74 NaN NaN
seed 0.6875 22.65 NaN NaN
seed 0.75 19.81 NaN NaN
seed 0.8125 17.77 NaN NaN
seed 0.875 20.17 NaN NaN
seed 0.9375 21.64 NaN NaN
seed 1 20.2 NaN NaN
seed 1.0625 17.62 NaN NaN
seed 1.125 19.42 NaN NaN
seed 1.1875 17.13 NaN NaN
seed 1.25 20.81 NaN NaN
seed 1.3125 17.85 NaN NaN
seed 1.375 19.54 NaN NaN
seed 1.4375 17.91 NaN NaN
seed 1.5 17.04 NaN NaN
seed 1.5625 19.33 NaN NaN
seed 1.625 18 NaN NaN
seed 1.6875 19.07 NaN NaN
seed 1.75 15.35 NaN NaN
seed 1.8125 18.18 NaN NaN
seed 1.875 15.99 NaN NaN
seed 1.9375 17.11 NaN NaN
seed 2 15.54 NaN NaN
seed 2.0625 15.35 NaN NaN
seed 2.125 15.41 NaN NaN
seed 2.1875 15.56 NaN NaN
seed 2.25 19.31 NaN NaN
seed 2.3125 15.88 NaN NaN
seed 2.375 16.19 NaN NaN
seed 2.4375 15.77 NaN NaN
seed 2.5 15.09 NaN NaN
seed 2.5625 15.29 NaN NaN
seed 2.625 15.08 NaN NaN
seed 2.6875 17.21 NaN NaN
seed 2.75 15.04 NaN NaN
seed 2.8125 14.44 NaN NaN
seed 2.875 14.84 NaN NaN
seed 2.9375 19.34 NaN NaN
seed 3 15.76 NaN NaN
seed 3.0625 15.52 NaN NaN
seed 3.125 16.4 NaN NaN
seed 3.1875 15.26 NaN NaN
seed 3.25 14.42 NaN NaN
seed 3.3125 14.09 NaN NaN
seed 3.375 14.46 NaN NaN
seed 3.4375 15.39 NaN NaN
seed 3.5 15.95 NaN NaN
seed 3.5625 16.48 NaN NaN
seed 3.625 15.96 NaN NaN
seed 3.6875 15.6 NaN NaN
seed 3.75 15.21 NaN NaN
seed 3.8125 13.41 NaN NaN
seed 3.875 13.98 NaN NaN
seed 3.9375 13.94 NaN NaN
seed 4 13.47 NaN NaN
seed 4.0625 13.92 NaN NaN
seed 4.125 13.95 NaN NaN
seed 4.1875 13.73 NaN NaN
seed 4.25 14.29 NaN NaN
seed 4.3125 13.62 NaN NaN
seed 4.375 14.89 NaN NaN
seed 4.4375 14.57 NaN NaN
seed 4.5 14.24 NaN NaN
seed 4.5625 14.48 NaN NaN
seed 4.625 13.79 NaN NaN
seed 4.6875 13.8 NaN NaN
seed 4.75 16.26 NaN NaN
seed 4.8125 14.04 NaN NaN
seed 4.875 13.91 NaN NaN
seed 4.9375 13.86 NaN NaN
seed 5 14.7 NaN NaN
seed 5.0625 12.47 NaN NaN
seed 5.125 14.31 NaN NaN
seed 5.1875 13.19 NaN NaN
seed 5.25 14.71 NaN NaN
seed 5.3125 14.04 NaN NaN
seed 5.375 14.48 NaN NaN
seed 5.4375 14.07 NaN NaN
seed 5.5 13.16 NaN NaN
seed 5.5625 13.1 NaN NaN
seed 5.625 13.79 NaN NaN
seed 5.6875 13.37 NaN NaN
seed 5.75 13.92 NaN NaN
seed 5.8125 13.79 NaN NaN
seed 5.875 14.21 NaN NaN
seed 5.9375 13.77 NaN NaN
seed 6 14.04 NaN NaN

seed 0.0625 65.51 NaN NaN
seed 0.125 29.6 NaN NaN
seed 0.1875 30.75 NaN NaN
seed 0.25 25.57 NaN NaN
seed 0.3125 35.88 NaN NaN
seed 0.375 26.99 NaN NaN
seed 0.4375 24.78 NaN NaN
seed 0.5 23.99 NaN NaN
seed 0.5625 22.94 NaN NaN
seed 0.625 22.58 NaN NaN
seed 0.6875 19.97 NaN NaN
seed 0.75 20.74 NaN NaN
seed 0.8125 22.9 NaN NaN
seed 0.875 20.34 NaN NaN
seed 0.9375 20.33 NaN NaN
seed 1 18.93 NaN NaN
seed 1.0625 20.53 NaN NaN
seed 1.125 18.3 NaN NaN
seed 1.1875 19.89 NaN NaN
seed 1.25 18.23 NaN NaN
seed 1.3125 18.47 NaN NaN
seed 1.375 17.43 NaN NaN
seed 1.4375 17.6 NaN NaN
seed 1.5 17.5 NaN NaN
seed 1.5625 17.06 NaN NaN
seed 1.625 16.53 NaN NaN
seed 1.6875 16.84 NaN NaN
seed 1.75 18.3 NaN NaN
seed 1.8125 16.68 NaN NaN
seed 1.875 16.48 NaN NaN
seed 1.9375 17.51 NaN NaN
seed 2 15.97 NaN NaN
seed 2.0625 16.16 NaN NaN
seed 2.125 16.49 NaN NaN
seed 2.1875 16.87 NaN NaN
seed 2.25 17.3 NaN NaN
seed 2.3125 17.63 NaN NaN
seed 2.375 16.53 NaN NaN
seed 2.4375 16.52 NaN NaN
seed 2.5 16.31 NaN NaN
seed 2.5625 17.56 NaN NaN
seed 2.625 16.64 NaN NaN
seed 2.6875 15.65 NaN NaN
seed 2.75 16.07 NaN NaN
seed 2.8125 17.62 NaN NaN
seed 2.875 17.34 NaN NaN
seed 2.9375 16.52 NaN NaN
seed 3 19.66 NaN NaN
seed 3.0625 16.87 NaN NaN
seed 3.125 14.94 NaN NaN
seed 3.1875 15.38 NaN NaN
seed 3.25 15.75 NaN NaN
seed 3.3125 17.83 NaN NaN
seed 3.375 15.58 NaN NaN
seed 3.4375 14.77 NaN NaN
seed 3.5 14.5 NaN NaN
seed 3.5625 15.86 NaN NaN
seed 3.625 14.06 NaN NaN
seed 3.6875 16.1 NaN NaN
seed 3.75 15.09 NaN NaN
seed 3.8125 15.13 NaN NaN
seed 3.875 14.32 NaN NaN
seed 3.9375 13.72 NaN NaN
seed 4 14.52 NaN NaN
seed 4.0625 13.98 NaN NaN
seed 4.125 14.51 NaN NaN
seed 4.1875 14.8 NaN NaN
seed 4.25 14.4 NaN NaN
seed 4.3125 14.15 NaN NaN
seed 4.375 13.87 NaN NaN
seed 4.4375 14.63 NaN NaN
seed 4.5 14.38 NaN NaN
seed 4.5625 15.81 NaN NaN
seed 4.625 15.02 NaN NaN
seed 4.6875 14.66 NaN NaN
seed 4.75 14.89 NaN NaN
seed 4.8125 14.21 NaN NaN
seed 4.875 14.24 NaN NaN
seed 4.9375 15 NaN NaN
seed 5 14.81 NaN NaN
seed 5.0625 14.96 NaN NaN
seed 5.125 15.35 NaN NaN
seed 5.1875 13.24 NaN NaN
seed 5.25 14.11 NaN NaN
seed 5.3125 14.29 NaN NaN
seed 5.375 15.26 NaN NaN
seed 5.4375 15.87 NaN NaN
seed 5.5 14.61 NaN NaN
seed 5.5625 13.64 NaN NaN
seed 5.625 14.3 NaN NaN
seed 5.6875 13.52 NaN NaN
seed 5.75 13.81 NaN NaN
seed 5.8125 14.66 NaN NaN
seed 5.875 13.91 NaN NaN
seed 5.9375 14.84 NaN NaN
seed 6 14.11 NaN NaN
EOD
$p2s3 << EOD
median 0.0625 71.445 NaN NaN
median 0.125 59.2 NaN NaN
median 0.1875 48.31999999999999 NaN NaN
median 0.25 38.4 NaN NaN
median 0.3125 38.835 NaN NaN
median 0.375 35.305 NaN NaN
median 0.4375 34.11 NaN NaN
median 0.5 30.509999999999998 NaN NaN
median 0.5625 28.450000000000003 NaN NaN
median 0.625 27.145 NaN NaN
median 0.6875 27.845 NaN NaN
median 0.75 25.905 NaN NaN
median 0.8125 25.875 NaN NaN
median 0.875 25.315 NaN NaN
median 0.9375 24.215 NaN NaN
median 1 24.945 NaN NaN
median 1.0625 23.39 NaN NaN
median 1.125 23.295 NaN NaN
median 1.1875 22.21 NaN NaN
median 1.25 22.77 NaN NaN
median 1.3125 21.564999999999998 NaN NaN
median 1.375 20.94 NaN NaN
median 1.4375 21.59 NaN NaN
median 1.5 20.369999999999997 NaN NaN
median 1.5625 21 NaN NaN
median 1.625 20.685 NaN NaN
median 1.6875 21.215 NaN NaN
median 1.75 20.055 NaN NaN
median 1.8125 19.665 NaN NaN
median 1.875 19.58 NaN NaN
median 1.9375 19.32 NaN NaN
median 2 19.950000000000003 NaN NaN
median 2.0625 19.185000000000002 NaN NaN
median 2.125 19.270000000000003 NaN NaN
median 2.1875 18.89 NaN NaN
median 2.25 18.845 NaN NaN
median 2.3125 18.675 NaN NaN
median 2.375 18.134999999999998 NaN NaN
median 2.4375 18.19 NaN NaN
median 2.5 18.575 NaN NaN
median 2.5625 18.22 NaN NaN
median 2.625 18.085 NaN NaN
median 2.6875 17.93 NaN NaN
median 2.75 17.58 NaN NaN
median 2.8125 17.81 NaN NaN
median 2.875 17.674999999999997 NaN NaN
median 2.9375 17.744999999999997 NaN NaN
median 3 17.884999999999998 NaN NaN
median 3.0625 16.915 NaN NaN
median 3.125 17.13 NaN NaN
median 3.1875 17.415 NaN NaN
median 3.25 17.055 NaN NaN
median 3.3125 16.835 NaN NaN
median 3.375 16.555 NaN NaN
median 3.4375 16.86 NaN NaN
median 3.5 17.045 NaN NaN
median 3.5625 16.845 NaN NaN
median 3.625 16.4 NaN NaN
median 3.6875 16.785 NaN NaN
median 3.75 16.92 NaN NaN
median 3.8125 16.915 NaN NaN
median 3.875 17.04 NaN NaN
median 3.9375 17.18 NaN NaN
median 4 16.45 NaN NaN
median 4.0625 16.365000000000002 NaN NaN
median 4.125 16.17 NaN NaN
median 4.1875 16.25 NaN NaN
median 4.25 16.310000000000002 NaN NaN
median 4.3125 16.53 NaN NaN
median 4.375 16.07 NaN NaN
median 4.4375 15.83 NaN NaN
median 4.5 16.795 NaN NaN
median 4.5625 16.075000000000003 NaN NaN
median 4.625 15.875 NaN NaN
median 4.6875 15.965 NaN NaN
median 4.75 15.870000000000001 NaN NaN
median 4.8125 16.025 NaN NaN
median 4.875 15.81 NaN NaN
median 4.9375 15.690000000000001 NaN NaN
median 5 15.695 NaN NaN
median 5.0625 15.565000000000001 NaN NaN
median 5.125 15.285 NaN NaN
median 5.1875 15.395 NaN NaN
median 5.25 15.71 NaN NaN
median 5.3125 15.625 NaN NaN
median 5.375 15.5 NaN NaN
median 5.4375 15.71 NaN NaN
median 5.5 15.420000000000002 NaN NaN
median 5.5625 15.370000000000001 NaN NaN
median 5.625 15.675 NaN NaN
median 5.6875 15.3 NaN NaN
median 5.75 15.135000000000002 NaN NaN
median 5.8125 15.26 NaN NaN
median 5.875 14.99 NaN NaN
median 5.9375 14.605 NaN NaN
median 6 15.09 NaN NaN
interval 0.0625 72.024 66.6482259430165 78.35697289148347
interval 0.125 57.06600000000001 52.84597872558637 61.391224262881806
interval 0.1875 48.848 45.90613893999042 51.77739255381927
interval 0.25 40.102999999999994 35.71416797464122 44.43056557846709
interval 0.3125 38.079 35.192064787312276 40.852596760698106
interval 0.375 35.713 33.34904789436372 37.968526271641764
interval 0.4375 34.043 32.47651663803707 35.56623308421196
interval 0.5 31.093999999999994 29.67212570709193 32.42404631956509
interval 0.5625 29.282 27.877094193854287 30.623310026677203
interval 0.625 28.48 26.692098423439308 30.160238690470454
interval 0.6875 27.809000000000005 26.608689152275264 28.959402910562012
interval 0.75 26.374000000000002 25.27189654628441 27.443797167711597
interval 0.8125 25.630000000000003 24.674557760951068 26.56311443571517
interval 0.875 25.555 23.91230561480811 27.10027747558762
interval 0.9375 24.579 23.51754903033343 25.607356049977042
interval 1 24.797999999999995 23.54349416745832 25.96543540223398
interval 1.0625 23.343999999999998 22.44258553620453 24.220579438828167
interval 1.125 23.357999999999997 21.890111963328565 24.719026230798573
interval 1.1875 22.657999999999998 21.47191493503929 23.787984782269472
interval 1.25 22.723 21.82549957947665 23.55915838960021
interval 1.3125 21.654 20.782152385395374 22.48759290272139
interval 1.375 21.114 20.273403867753736 21.89267367805457
interval 1.4375 21.566000000000003 20.368749206014968 22.677087481309368
interval 1.5 20.31 19.656241825281835 20.947333170661764
interval 1.5625 21.330000000000002 20.235050949714026 22.362670604580785
interval 1.625 21.312 20.040792002243585 22.487799661542894
interval 1.6875 21.220000000000002 20.10037152359635 22.256063224508683
interval 1.75 20.241999999999997 19.42680745026161 21.016429581424834
interval 1.8125 20.002999999999997 19.274954277538093 20.711761467686145
interval 1.875 19.622000000000003 18.751365799562134 20.46093043234236
interval 1.9375 19.381 18.45034868016804 20.274401469574965
interval 2 19.922 19.01880830248781 20.781255982139164
interval 2.0625 19.082 18.146594149983667 19.974215384404275
interval 2.125 19.454 18.54621736730084 20.314340463573526
interval 2.1875 18.75 18.01473253621687 19.45550463550448
interval 2.25 18.741 18.065917822301635 19.40209912787935
interval 2.3125 18.671999999999997 17.858213539232775 19.45506827070547
interval 2.375 18.725999999999996 17.73890693419178 19.641883276372468
interval 2.4375 18.256 17.4484575076221 19.0254985538815
interval 2.5 18.386 17.742366639991605 18.98666160554615
interval 2.5625 18.046 17.342968387160116 18.724574526067485
interval 2.625 18.387 17.555547538677054 19.17462194984787
interval 2.6875 17.87 17.189698835239852 18.52484229466136
interval 2.75 17.609 16.800025349807246 18.388001745734748
interval 2.8125 17.625999999999998 16.826944115263917 18.39056066766215
interval 2.875 17.821 17.126695108973813 18.487570479407527
interval 2.9375 17.828 17.034562811618713 18.586245602596605
interval 3 17.838 17.110997180804556 18.523592372409688
interval 3.0625 17.012 16.41992411938343 17.572571968362904
interval 3.125 17.794 16.67228715037067 18.77835861150052
interval 3.1875 17.495 16.86367527618738 18.108954894673854
interval 3.25 17.05 16.482323822211697 17.605668346408763
interval 3.3125 17.006 16.32886206817367 17.658241579374007
interval 3.375 16.728 16.13671855858512 17.304398470374398
interval 3.4375 16.842000000000002 16.299744483750302 17.386668692118157
interval 3.5 17.046999999999997 16.44108636797628 17.613835807423687
interval 3.5625 16.848 16.283197212696578 17.387779972479805
interval 3.625 16.994999999999997 16.172086375130455 17.752842073096186
interval 3.6875 16.806 16.150819033370126 17.44772115126345
interval 3.75 16.693 16.0303236135492 17.315467644779183
interval 3.8125 16.816 16.159387654079246 17.43568020696142
interval 3.875 16.86 16.2956745923239 17.405958694979766
interval 3.9375 16.624000000000002 16.041101905968084 17.180245499336348
interval 4 16.595 15.976998932253064 17.192323663908905
interval 4.0625 16.651000000000003 15.967895937379534 17.29349664031394
interval 4.125 16.485000000000003 15.723995612063593 17.19991868659624
interval 4.1875 16.302 15.776409186000784 16.821970519680136
interval 4.25 16.311 15.697085578185902 16.905810438387338
interval 4.3125 16.318 15.747228165253567 16.863473415739357
interval 4.375 16.011000000000003 15.347963330971332 16.645179182381657
interval 4.4375 16.114 15.370878424435192 16.819818131330084
interval 4.5 16.743000000000002 16.146992158169148 17.312683007198885
interval 4.5625 16.397 15.75844873051767 17.003774775811472
interval 4.625 16.451 15.804883124258986 17.038032570981738
interval 4.6875 15.888 15.38063149674034 16.391414832515242
interval 4.75 15.991 15.437583121910949 16.53687844861269
interval 4.8125 16.098999999999997 15.504065055492198 16.686071852865453
interval 4.875 16.020999999999997 15.393909905740523 16.59947832837088
interval 4.9375 15.916 15.381208767886513 16.427481421029285
interval 5 15.913 15.127952638889015 16.622884486699572
interval 5.0625 15.871 15.267783043293127 16.440772787155392
interval 5.125 15.526000000000002 14.952783890336313 16.081337390132397
interval 5.1875 15.434000000000003 14.853462701105595 15.995967538506726
interval 5.25 15.898999999999997 15.412308020215983 16.361795770391566
interval 5.3125 15.618 15.140324465174618 16.094411323665575
interval 5.375 15.647 15.074183608093835 16.20121028599129
interval 5.4375 15.726999999999999 15.038540770105174 16.39014444321117
interval 5.5 15.312000000000001 14.894477658935067 15.726394239781747
interval 5.5625 15.435000000000002 14.986117260406884 15.879300143873063
interval 5.625 15.653000000000002 15.081204021722339 16.196557207710715
interval 5.6875 15.216 14.738879707636997 15.677485106718017
interval 5.75 15.11 14.66195985471807 15.548750755113243
interval 5.8125 15.258000000000001 14.747919388482623 15.752501724486915
interval 5.875 15.375000000000004 14.776638224007346 15.945809053279305
interval 5.9375 14.672999999999998 14.266856325475203 15.06982465341857
interval 6 15.086000000000002 14.616530330113047 15.539530001464456
EOD
$p2s4 << EOD
median 0.0625 56.265 NaN NaN
median 0.125 48.46 NaN NaN
median 0.1875 39.885 NaN NaN
median 0.25 32.73 NaN NaN
median 0.3125 31.915 NaN NaN
median 0.375 29.21 NaN NaN
median 0.4375 29.945 NaN NaN
median 0.5 25.95 NaN NaN
median 0.5625 24.645 NaN NaN
median 0.625 24.365000000000002 NaN NaN
median 0.6875 24.175 NaN NaN
median 0.75 23.61 NaN NaN
median 0.8125 24.509999999999998 NaN NaN
median 0.875 21.675 NaN NaN
median 0.9375 21.799999999999997 NaN NaN
median 1 21.36 NaN NaN
median 1.0625 20.37 NaN NaN
median 1.125 20.535 NaN NaN
median 1.1875 20.875 NaN NaN
median 1.25 20.064999999999998 NaN NaN
median 1.3125 20.2 NaN NaN
median 1.375 19.884999999999998 NaN NaN
median 1.4375 19.32 NaN NaN
median 1.5 19.305 NaN NaN
median 1.5625 19.490000000000002 NaN NaN
median 1.625 19.625 NaN NaN
median 1.6875 19.04 NaN NaN
median 1.75 18.465 NaN NaN
median 1.8125 18.305 NaN NaN
median 1.875 18.455 NaN NaN
median 1.9375 18.475 NaN NaN
median 2 18.125 NaN NaN
median 2.0625 17.865 NaN NaN
median 2.125 17.61 NaN NaN
median 2.1875 17.509999999999998 NaN NaN
median 2.25 17.475 NaN NaN
median 2.3125 18.105 NaN NaN
median 2.375 17.335 NaN NaN
median 2.4375 17.090000000000003 NaN NaN
median 2.5 17.034999999999997 NaN NaN
median 2.5625 16.700000000000003 NaN NaN
median 2.625 17.11 NaN NaN
median 2.6875 16.71 NaN NaN
median 2.75 17.125 NaN NaN
median 2.8125 16.744999999999997 NaN NaN
median 2.875 16.805 NaN NaN
median 2.9375 16.705 NaN NaN
median 3 16.565 NaN NaN
median 3.0625 16.85 NaN NaN
median 3.125 16.384999999999998 NaN NaN
median 3.1875 16.33 NaN NaN
median 3.25 16.165 NaN NaN
median 3.3125 15.7 NaN NaN
median 3.375 15.965 NaN NaN
median 3.4375 16.229999999999997 NaN NaN
median 3.5 16.265 NaN NaN
median 3.5625 16.495 NaN NaN
median 3.625 16.1 NaN NaN
median 3.6875 16.43 NaN NaN
median 3.75 16.195 NaN NaN
median 3.8125 15.629999999999999 NaN NaN
median 3.875 15.91 NaN NaN
median 3.9375 15.695 NaN NaN
median 4 15.985 NaN NaN
median 4.0625 15.875 NaN NaN
median 4.125 15.895 NaN NaN
median 4.1875 15.305 NaN NaN
median 4.25 15.924999999999999 NaN NaN
median 4.3125 15.600000000000001 NaN NaN
median 4.375 15.515 NaN NaN
median 4.4375 14.969999999999999 NaN NaN
median 4.5 15.47 NaN NaN
median 4.5625 15.465 NaN NaN
median 4.625 15.625 NaN NaN
median 4.6875 15.645 NaN NaN
median 4.75 15.504999999999999 NaN NaN
median 4.8125 15.094999999999999 NaN NaN
median 4.875 15.280000000000001 NaN NaN
median 4.9375 15.25 NaN NaN
median 5 15.405000000000001 NaN NaN
median 5.0625 15.05 NaN NaN
median 5.125 15.085 NaN NaN
median 5.1875 14.84 NaN NaN
median 5.25 15.2 NaN NaN
median 5.3125 14.78 NaN NaN
median 5.375 14.735 NaN NaN
median 5.4375 15.215 NaN NaN
median 5.5 14.67 NaN NaN
median 5.5625 15.33 NaN NaN
median 5.625 14.995000000000001 NaN NaN
median 5.6875 14.715 NaN NaN
median 5.75 14.55 NaN NaN
median 5.8125 15.085 NaN NaN
median 5.875 15.205 NaN NaN
median 5.9375 14.239999999999998 NaN NaN
median 6 14.985 NaN NaN
interval 0.0625 58.726 53.823951075222006 63.81427271109132
interval 0.125 47.167 42.43875474562945 51.820097452380786
interval 0.1875 40.169 37.404225638548525 42.87592844769679
interval 0.25 32.797000000000004 31.20037491342741 34.36432985390975
interval 0.3125 32.425 30.68091408086258 34.120317376800834
interval 0.375 29.168000000000006 27.97869597789417 30.335786551135318
interval 0.4375 29.754 28.011584114535626 31.39957106794274
interval 0.5 25.808000000000003 24.733646516657046 26.847887443688172
interval 0.5625 24.874 23.804376685217793 25.904146038496542
interval 0.625 24.536 23.58942848887534 25.4675653603904
interval 0.6875 24.333 23.34453566478259 25.29174308363971
interval 0.75 23.219 22.36819076691716 24.05755017225769
interval 0.8125 24.137000000000004 23.07146808431391 25.15496771439386
interval 0.875 22.849000000000004 21.087407525861458 24.47142593269556
interval 0.9375 22.098999999999997 21.21101080967205 22.96629441887652
interval 1 21.287 20.43733575942718 22.11347572492137
interval 1.0625 20.841 19.91321416097681 21.71902710005003
interval 1.125 20.625 19.66994273200665 21.543893915979876
interval 1.1875 20.512 19.64804527356709 21.354428228749217
interval 1.25 19.982999999999997 19.273051198159894 20.68482614761272
interval 1.3125 20.211 19.36190402702533 20.984205752142884
interval 1.375 19.844 19.07109761940927 20.621322065040665
interval 1.4375 19.980999999999998 19.17152023178175 20.765282675858803
interval 1.5 19.16 18.48788757285742 19.808186282612986
interval 1.5625 19.625 18.76258699495953 20.452046114351113
interval 1.625 19.646 18.525726599155075 20.688751392282242
interval 1.6875 19.029999999999998 18.379562122377315 19.668055182711505
interval 1.75 18.55 17.85807473350523 19.228007302168418
interval 1.8125 18.499000000000002 17.79333467927267 19.15917612013842
interval 1.875 18.523999999999997 17.85482409895592 19.176940930973604
interval 1.9375 18.22 17.443491736107195 18.970180022036416
interval 2 18.535 17.668626735169365 19.338843415972487
interval 2.0625 18.389000000000003 17.464032795370855 19.268643977499856
interval 2.125 18.081 17.071975998679346 19.014540428063818
interval 2.1875 17.909000000000002 17.08433804684043 18.681735157946644
interval 2.25 17.57 16.89672182115618 18.22530993862856
interval 2.3125 17.860999999999997 17.051187658427367 18.637552664367814
interval 2.375 17.573 16.798487394710705 18.313660567955406
interval 2.4375 17.640000000000004 16.80378701949695 18.424391758212
interval 2.5 17.325 16.725713834129 17.91609521560938
interval 2.5625 17.039 16.370942129662847 17.69375005634459
interval 2.625 17.085 16.575113859008848 17.587200011179487
interval 2.6875 16.835 16.24945925753903 17.403472395485476
interval 2.75 17.133 16.312479394361162 17.915413733788647
interval 2.8125 16.597 16.070273735944024 17.11935561507086
interval 2.875 16.822 16.250962232828073 17.390061002531827
interval 2.9375 16.657999999999998 16.150851573815952 17.157095103627626
interval 3 16.657 15.979951194227485 17.32121251248104
interval 3.0625 16.804000000000002 16.221213337287352 17.363200252234922
interval 3.125 16.599 15.863700064321797 17.317235343968914
interval 3.1875 16.447 15.824638617396111 17.04880088958863
interval 3.25 16.261 15.717076987955227 16.793455069600704
interval 3.3125 16.192 15.456125938237575 16.88497800141521
interval 3.375 16.112000000000002 15.555919506791433 16.65587230131211
interval 3.4375 16.744 15.977700543152203 17.468136732010002
interval 3.5 16.404999999999998 15.83069376795337 16.96288170215629
interval 3.5625 16.298 15.751399575192245 16.82818370155265
interval 3.625 16.052 15.52368993502428 16.570240545264532
interval 3.6875 16.359999999999996 15.71461412217289 16.984583687699654
interval 3.75 16.327 15.703226274662462 16.919886868454853
interval 3.8125 15.947 15.282362137525533 16.55979776307562
interval 3.875 15.995000000000001 15.461397826269883 16.527684155018783
interval 3.9375 15.719 15.170968969790662 16.262081469179723
interval 4 16.538 15.75857354783929 17.264899054213064
interval 4.0625 15.690999999999999 15.07242632752211 16.302711541173675
interval 4.125 15.914000000000001 15.215620504686097 16.579088155676573
interval 4.1875 15.444000000000003 14.935629072054095 15.937659246722983
interval 4.25 15.953999999999999 15.222592319362718 16.595455843590496
interval 4.3125 15.764 15.223723080685348 16.29284534778434
interval 4.375 15.576999999999998 15.00466223036933 16.13210425745484
interval 4.4375 15.552000000000001 14.799872955685402 16.262004205737096
interval 4.5 15.516 15.018994952666366 16.003205565779417
interval 4.5625 15.522 14.987714119089045 16.041160960444284
interval 4.625 15.765000000000004 15.160250535546632 16.35434803728367
interval 4.6875 15.487 14.987143703317603 15.977730320409538
interval 4.75 15.870000000000001 15.305997783828072 16.398020014903846
interval 4.8125 15.260000000000002 14.682978982539913 15.815984190003356
interval 4.875 15.277000000000001 14.767783200017995 15.774674584960188
interval 4.9375 15.276 14.75882859118184 15.771936570746195
interval 5 15.163 14.543031171671807 15.757752196183777
interval 5.0625 15.072999999999999 14.491054509081957 15.617811606132516
interval 5.125 15.195000000000002 14.705710374038373 15.674987599589965
interval 5.1875 15.025 14.497878710774089 15.537805668298809
interval 5.25 15.051000000000002 14.594950077328722 15.49968227223026
interval 5.3125 14.840999999999998 14.372183177282444 15.288078908328655
interval 5.375 14.808000000000002 14.412845153565128 15.196615303121561
interval 5.4375 15.523000000000001 14.924819120099642 16.106609200330013
interval 5.5 14.687000000000003 14.217849449690325 15.140704836077388
interval 5.5625 15.301999999999998 14.680901376460339 15.889820303033954
interval 5.625 15.148000000000001 14.648115913740027 15.641256900619911
interval 5.6875 14.860999999999999 14.394165842835113 15.3125857602214
interval 5.75 14.556000000000001 14.200679189342857 14.911848629105425
interval 5.8125 15.012 14.540950645577142 15.478577194642593
interval 5.875 15.124 14.57827238581086 15.650066322072036
interval 5.9375 14.467000000000002 14.1094698974064 14.82071222672419
interval 6 14.785 14.356455730524402 15.204471903490651
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
    "beside = first > (strlen(lost_word) + 7)*char_inch/(cell_inch - 6*char_inch); " . \
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
    apart_letters(i) < number_letters(i) + (same_line(i + 1) && apart_letters(i + 1) < number_letters(i + 1) ? 6.5 : 0)
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
