# A figure of normlab. `gnuplot claims_2.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" claims_2.gp draws one of them, so many inches wide;
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

name = 'claims_2'
title = 'gradients: the claims, page 2 of 3'
caption = 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says that they are'
x_label = ''
y_label = ''
lost_word = 'diverged'
template = 'forest'; x_log = 0; y_log = 0; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 2
array label[3]; array style[3]; array look[3]
label[1] = 'supported'
style[1] = 'supported'; look[1] = 'line'
label[2] = 'refuted'
style[2] = 'refuted'; look[2] = 'line'
references = ''

categories = 13; array category[14]
category[1] = 'the rate of the gradient' . "\047" . 's growth under BatchNorm is the same in nets of 15 and 30 layers, within 1.03 times'
category[2] = 'before training, the variance of a residual stream doubles with each block without a norm, within 1.03 times of 2'
category[3] = 'before training, each block with batchnorm adds 1 to the variance of a residual stream, within 0.1 per layer of 1'
category[4] = 'before training, each block with layernorm adds 1 to the variance of a residual stream, within 0.1 per layer of 1'
category[5] = 'before training, each block with groupnorm groups=8 adds 1 to the variance of a residual stream, within 0.1 per layer of 1'
category[6] = 'without a norm, an MLP' . "\047" . 's activations change with each layer by the scale of its weights, twice He' . "\047" . 's, within 1.03 times of 2'
category[7] = 'with BatchNorm, an MLP' . "\047" . 's squared gradients neither grow nor shrink with depth, weights of twice He' . "\047" . 's scale, within 1.1 times of 1'
category[8] = 'with LayerNorm, an MLP' . "\047" . 's squared gradients neither grow nor shrink with depth, weights of twice He' . "\047" . 's scale, within 1.1 times of 1'
category[9] = 'BatchNorm frees the gradient' . "\047" . 's growth per layer from the scale of the weights, within 1.03 times'
category[10] = 'with weights of He' . "\047" . 's scale, an MLP' . "\047" . 's squared gradients grow more per layer with BatchNorm than without a norm, by more than 1.3 times'
category[11] = 'after one step of rate 0.1, the squared gradients of an MLP with BatchNorm no longer grow from layer to layer, within 1.1 times of 1'
category[12] = 'after ten steps of rate 0.1, the squared gradients of an MLP with BatchNorm no longer grow from layer to layer, within 1.1 times of 1'
category[13] = 'after 100 steps of rate 0.1, the squared gradients of an MLP with BatchNorm no longer grow from layer to layer, within 1.1 times of 1'

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = ''
note[1] = ''
axis_label[1] = 'ratio'
ratio[1] = 1
$p1s1 << EOD
mean 1 1.0000780551735402 0.996737210663519 1.0034300974615922
margin 1 NaN 0.970873786407767 1.03
trials 1 10 NaN NaN
mean 2 0.9928850848756592 0.9778703159558655 1.008130398973107
margin 2 NaN 0.970873786407767 1.03
trials 2 10 NaN NaN
mean 6 0.9983572195569306 0.9901498067337903 1.0066326641312173
margin 6 NaN 0.970873786407767 1.03
trials 6 10 NaN NaN
mean 8 0.996648277988672 0.9828217834843669 1.0106692858355688
margin 8 NaN 0.9090909090909091 1.1
trials 8 10 NaN NaN
mean 9 1.000073571942375 0.9997849721385749 1.0003622550539353
margin 9 NaN 0.970873786407767 1.03
trials 9 10 NaN NaN
mean 10 1.4867812505528721 1.4771467141690784 1.4964786272019155
margin 10 NaN 1.3 1e+30
trials 10 10 NaN NaN
mean 13 1.0623888042859473 1.0525579909438965 1.0723114366933586
margin 13 NaN 0.9090909090909091 1.1
trials 13 10 NaN NaN
EOD
$p1s2 << EOD
mean 7 1.48559430527375 1.4834390476330823 1.4877526942432748
margin 7 NaN 0.9090909090909091 1.1
trials 7 10 NaN NaN
mean 11 1.4745314582357794 1.4697651394561115 1.4793132337670736
margin 11 NaN 0.9090909090909091 1.1
trials 11 10 NaN NaN
mean 12 1.1351508443933933 1.1221954280227229 1.1482558272380898
margin 12 NaN 0.9090909090909091 1.1
trials 12 10 NaN NaN
EOD
lines[1] = ' 1 2'

panel_title[2] = ''
note[2] = ''
axis_label[2] = 'difference in per layer'
ratio[2] = 0
$p2s1 << EOD
mean 3 0.0017988875217007539 -0.015642748512295943 0.019240523555697452
margin 3 NaN -0.1 0.1
trials 3 10 NaN NaN
mean 4 -0.0026432674092458086 -0.024009305385017072 0.018722770566525455
margin 4 NaN -0.1 0.1
trials 4 10 NaN NaN
mean 5 -0.003499910723894184 -0.022576545219194655 0.015576723771406288
margin 5 NaN -0.1 0.1
trials 5 10 NaN NaN
EOD
lines[2] = ' 1'

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

# ---- A forest: a row for each claim with its text, its interval, the region where it says the mean is, and the numbers. ----

ENDLESS = 1e30

# Each claim's panel, verdict, mean, interval, margins, seeds, seeds without a value, and star. An interval from 1 to 0 is
# none.
rows = categories
array panel_of[rows + 1]; array kind[rows + 1]; array mean[rows + 1]; array low_of[rows + 1]; array high_of[rows + 1]
array margin_low[rows + 1]; array margin_high[rows + 1]; array seeds_of[rows + 1]; array lost_of[rows + 1]; array star_of[rows + 1]
do for [i = 1:rows] {
    panel_of[i] = 0; low_of[i] = 1; high_of[i] = 0; margin_low[i] = 1; margin_high[i] = 0; seeds_of[i] = 0; lost_of[i] = 0; star_of[i] = 0
}
fill(p, k, w, i, y, l, h) = ( \
    w eq 'mean' ? (panel_of[i] = p, kind[i] = k, mean[i] = y, l == l && h == h ? (low_of[i] = l, high_of[i] = h, 1) : 0) : 0, \
    w eq 'margin' && l == l && h == h ? (margin_low[i] = l, margin_high[i] = h, 1) : 0, w eq 'trials' ? (seeds_of[i] = y, 1) : 0, \
    w eq 'lost' ? (lost_of[i] = y, 1) : 0, w eq 'star' ? (star_of[i] = 1, 1) : 0, 1)
set table $scratch
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (fill(p, int(k), strcol(1), int($2), $3, $4, $5)) with table } }
unset table

# Claims without a number, and verdicts that no other claim has, are counted in a note.
array used[entries + 1]
do for [k = 1:entries] { used[k] = 0 }
do for [p = 1:panels] {
    do for [k = 1:entries] {
        left_out = 0
        do for [i = 1:rows] {
            if (panel_of[i] == p && kind[i] == k) {
                is_number = mean[i] == mean[i] && !(ratio[p] && mean[i] <= 0)
                if (is_number) { used[k] = 1 } else { panel_of[i] = -p; left_out = left_out + 1 }
            }
        }
        if (left_out) { note[p] = note[p] . (note[p] eq '' ? 'left out, without a number: ' : ', ') . sprintf('%d ', left_out) . label[k] }
    }
}

# The range of an axis: it includes no difference, the means, the margins, and the ends of intervals that are not too far
# away. A mean that is more than ten times as far from no difference as the next one lies beyond the axis.
on_scale(p, v) = ratio[p] ? (v > 0 ? log(v) : -ENDLESS) : v
is_finite(p, v) = v == v && abs(v) < 9e29 && abs(on_scale(p, v)) < 9e29
do for [p = 1:panels] {
    far = 0; limit = ENDLESS
    do for [turn = 1:rows + 1] {
        next = 0; most = 0; count = 0
        do for [i = 1:rows] {
            if (panel_of[i] == p && is_finite(p, mean[i]) && abs(on_scale(p, mean[i])) <= limit) {
                v = abs(on_scale(p, mean[i])); count = count + 1
                if (v >= most) { next = most; most = v } else { next = max(next, v) }
            }
        }
        far = most
        if (count > 2 && next > 0 && most > 10*next) { limit = next; far = next }
    }
    set print $widths
    do for [i = 1:rows] {
        if (panel_of[i] == p && low_of[i] <= high_of[i] && is_finite(p, low_of[i]) && is_finite(p, high_of[i])) {
            print sprintf('%.17g', on_scale(p, high_of[i]) - on_scale(p, low_of[i]))
        }
    }
    set print
    usual = 0 # the median width
    do for [i = 1:|$widths|] {
        narrower = 0
        do for [n = 1:|$widths|] { narrower = narrower + (num($widths[n]) < num($widths[i]) || (num($widths[n]) == num($widths[i]) && n <= i)) }
        if (narrower == (|$widths| + 1)/2) { usual = num($widths[i]) }
    }
    limit = max(2*far, far + 3*usual)
    low[p] = 0; high[p] = 0
    do for [i = 1:rows] {
        if (panel_of[i] == p) {
            if (abs(on_scale(p, mean[i])) <= far) { any = take(p, on_scale(p, mean[i])) }
            do for [v in sprintf('%.17g %.17g', low_of[i], high_of[i])] {
                if (low_of[i] <= high_of[i] && is_finite(p, num(v))) { any = take(p, max(-limit, min(limit, on_scale(p, num(v))))) }
            }
            do for [v in sprintf('%.17g %.17g', margin_low[i], margin_high[i])] {
                if (margin_low[i] <= margin_high[i] && is_finite(p, num(v))) { any = take(p, on_scale(p, num(v))) }
            }
        }
    }
    if (low[p] == high[p]) { low[p] = ratio[p] ? -1 : -0.5; high[p] = -low[p] }
    if (ratio[p]) { low[p] = exp(low[p]); high[p] = exp(high[p]) }
}

# A wide page has the text on the left and the numbers on the right of the intervals; a narrow one, both above them.
wide = width >= 5
shown(v) = abs(v) > 9e29 ? (v < 0 ? '-∞' : '∞') : sprintf('%.3g', v)
interval(i) = low_of[i] > high_of[i] ? '' : ' [' . shown(low_of[i]) . ', ' . shown(high_of[i]) . ']'
seeds(i) = seeds_of[i] > 0 ? sprintf(', n %d', seeds_of[i]) : ''
lost_text(i) = lost_of[i] > 0 ? sprintf(', %d unsuccessful', lost_of[i]) : ''
numbers(i) = shown(mean[i]) . interval(i) . seeds(i) . lost_text(i) . (star_of[i] ? ' *' : '')

numbers_inch = 0
do for [i = 1:rows] { if (panel_of[i] > 0) { numbers_inch = max(numbers_inch, (strlen(numbers(i)) + 2)*char_inch) } }
numbers_inch = wide ? min(numbers_inch, 0.3*width) : 0.08
axes_inch = wide ? 0.27*width : width - 0.2
text_inch = wide ? width - numbers_inch - axes_inch - 0.2 : width - 0.15
axes_left = wide ? text_inch + 0.15 : 0.1

# Heights: of each row by its text, of each panel by its rows.
array claim[rows + 1]; array row_lines[rows + 1]; array row_top[rows + 1]; array panel_inch[panels]; array panel_rows_of[panels]; array from_top[panels]
text_line = 1.2*font_size/72.
do for [i = 1:rows] {
    if (panel_of[i] > 0) {
        claim[i] = wrap(wide ? category[i] : category[i] . ': ' . numbers(i), letters(1.06*text_inch, 0))
        row_lines[i] = lines_in(claim[i]) + (wide ? 0.45 : 1.5)
    }
}
at_inch = title_inch
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(0.9*width, 1))
    note[p] = wrap(note[p], letters(0.95*width, 0))
    at_inch = at_inch + line_inch*1.2*lines_in(panel_title[p])
    from_top[p] = at_inch
    panel_inch[p] = 0; panel_rows_of[p] = 0
    do for [i = 1:rows] {
        if (panel_of[i] == p) {
            row_top[i] = panel_inch[p]; panel_rows_of[p] = panel_rows_of[p] + 1
            panel_inch[p] = panel_inch[p] + row_lines[i]*text_line
        }
    }
    panel_inch[p] = max(panel_inch[p], text_line)
    at_inch = at_inch + panel_inch[p] + line_inch*(2.9 + lines_in(note[p]))
}
height = at_inch + key_inch + 0.05

# The ends of the axes, with some room. on_axis(v, p): v, or the end of the axis beyond which v lies. lane(i) and
# middle(i): the top and the middle of the interval's row, in inches from the top of the panel.
do for [p = 1:panels] {
    room = ratio[p] ? exp(0.05*log(high[p]/low[p])) : 0.05*(high[p] - low[p])
    low[p] = ratio[p] ? low[p]/room : low[p] - room
    high[p] = ratio[p] ? high[p]*room : high[p] + room
}
on_axis(v, p) = max(low[p], min(high[p], v))
lane(i) = row_top[i] + (wide ? 0 : row_lines[i] - 1.5)*text_line
middle(i) = row_top[i] + text_line*(wide ? 0.5*row_lines[i] : row_lines[i] - 0.8)
# An interval that reaches beyond the end of the axis has an arrow head there. A mean beyond it is an arrow from near the end.
near(p, part) = ratio[p] ? low[p]*(high[p]/low[p])**part : low[p] + part*(high[p] - low[p])
beyond(v, p) = v < low[p] ? -1 : v > high[p] ? 1 : 0
set_interval = "c = style_rgb[line[kind[i]]]; off = beyond(mean[i], p); y = middle(i); " . \
    "from = low_of[i] > high_of[i] ? mean[i] : low_of[i]; to = low_of[i] > high_of[i] ? mean[i] : high_of[i]; " . \
    "if (off > 0) { from = min(on_axis(from, p), near(p, 0.9)); to = ENDLESS }; " . \
    "if (off < 0) { to = max(on_axis(to, p), near(p, 0.1)); from = -ENDLESS }; " . \
    "set arrow from first on_axis(from, p), first y to first on_axis(to, p), first y nohead front lw 1.2 dt solid lc rgb c; " . \
    "if (from < low[p]) { eval cut(line[kind[i]], on_axis(to, p), 0, y) }; " . \
    "if (to > high[p]) { eval cut(line[kind[i]], on_axis(from, p), 1, y) }; " . \
    "if (off == 0) { set label '' at first mean[i], first y point lt line[kind[i]] ps 0.8 front }"
# A region that is too narrow to see is drawn as a thick line.
inch_of(v, p) = axes_inch*(on_scale(p, on_axis(v, p)) - on_scale(p, low[p]))/(on_scale(p, high[p]) - on_scale(p, low[p]))
set_margin = "from = margin_low[i]; to = margin_high[i]; if (from <= to) { " . \
    "if (inch_of(to, p) - inch_of(from, p) > 0.06) { set object rectangle from first on_axis(from, p), first lane(i) + 0.1*text_line to " . \
    "first on_axis(to, p), first row_top[i] + (row_lines[i] - 0.1)*text_line fc rgb margin_rgb fs solid noborder behind } " . \
    "else { to = on_axis(to, p); from = on_axis(from, p); from = ratio[p] ? sqrt(from*to) : 0.5*(from + to); set arrow from first from, first lane(i) to first from, " . \
    "first row_top[i] + row_lines[i]*text_line nohead lw (margin_low[i] < margin_high[i] ? 5 : 2) dt solid lc rgb margin_rgb } }"

what(k) = sprintf('linespoints lt line[%d]', k)
do for [k = 1:entries] { if (used[k]) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }
tick_count = max(2., min(6., floor(axes_inch/(7*char_inch))))
ticks_every(low, high) = nice((high - low)/tick_count, 10.**floor(log10((high - low)/tick_count)))
page_lines = 8 + 2*rows
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        y_label = ''
        eval page
        eval 'plot ' . key . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        unset logscale
        if (ratio[p]) { set logscale x 10 }
        set xrange [low[p]:high[p]]; set yrange [panel_inch[p]:0]
        if (ratio[p]) { eval set_log_ticks('x', low[p], high[p]) } else { set xtics nomirror ticks_every(low[p], high[p]) }
        none = ratio[p] ? 1 : 0
        if (panel_rows_of[p] == 0) { set label 'no data' at graph 0.5, graph 0.5 center }
        if (wide || dumb) { set arrow from first none, graph 0 to first none, graph 1 nohead lw 1 dt solid lc rgb ink }
        if (dumb) {
            unset grid; unset key
            verdicts = ''
            do for [k = 1:entries] { if (used[k]) { verdicts = verdicts . (verdicts eq '' ? '' : ', ') . label[k][1:1] . ': ' . label[k] } }
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" . verdicts . "\n" : '') . panel_title[p] . \
                (note[p] eq '' ? '' : "\n" . note[p])
            set xlabel axis_label[p]
            unset ytics; set lmargin columns/2
            do for [i = 1:rows] {
                if (panel_of[i] == p) {
                    set label abridge(claim[i] . ': ' . numbers(i), columns/2 - 4) at graph 0, first middle(i) right offset character -2,0
                    set label label[kind[i]][1:1] at first on_axis(mean[i], p), first middle(i) center
                }
            }
            plot NaN notitle
            set lmargin -1
        } else {
            set lmargin at screen axes_left/width; set rmargin at screen (axes_left + axes_inch)/width
            set tmargin at screen 1 - from_top[p]/height; set bmargin at screen 1 - (from_top[p] + panel_inch[p])/height
            set border 1; unset ytics; unset grid
            if (wide) { set grid xtics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back }
            set xlabel tx(axis_label[p]) offset 0,0.3
            set label tx(panel_title[p]) at graph 0.5, graph 1 center offset character 0, 1.1*lines_in(panel_title[p]) - 0.4 font font_panel
            set label tx(note[p]) at screen 0.02, graph 0 left offset character 0,-2.9 textcolor rgb ink
            do for [i = 1:rows] {
                if (panel_of[i] == p) {
                    eval set_margin
                    if (!wide) { set arrow from first none, first lane(i) to first none, first row_top[i] + row_lines[i]*text_line nohead lw 1 dt solid lc rgb ink }
                    eval set_interval
                    set label tx(claim[i]) at screen 0.05/width, first row_top[i] + text_line*(wide ? 0.72 : 0.6) left
                    if (wide) { set label tx(numbers(i)) at screen (axes_left + axes_inch + 0.08)/width, first middle(i) left }
                }
            }
            plot NaN notitle
        }
        unset label; unset arrow; unset object
        eval axes_style
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1
}
