# A figure of normlab. `gnuplot claims.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" claims.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'claims'
title = 'resnet20: the claims'
caption = 'mean differences over paired seeds with 95 % intervals; shaded: where the claim says that they are; *: does not hold when corrected for the number of claims'
panels = 1; array panel_title[1]; array note[1]; array axis_label[1]
array ratio[1]; array low[1]; array high[1]
panel_title[1] = ''; note[1] = ''; axis_label[1] = 'difference in points'
ratio[1] = 0; low[1] = -63.981037643590284; high[1] = 66.00421778751948

# The verdicts, and their line types.
entries = 3
array label[4]; array line[4]; array marks[4]
label[1] = 'refuted'; marks[1] = 0; line[1] = line_of('refuted')
label[2] = 'supported'; marks[2] = 0; line[2] = line_of('supported')
label[3] = 'inconclusive'; marks[3] = 0; line[3] = line_of('inconclusive')

# Rows: panel, verdict, mean, low and high end of the interval and of the margins (1 and 0: none),
# seeds, seeds without a number, and whether a star follows; then their texts.
rows = 10; array claim[11]
$rows << EOD
1 1 -1.7833333333333339 -3.227298054958414 -0.49126328327992863 3 1e+30 3 0 0
1 1 -6.609999999999999 -13.848918875815434 -2.800187881788872 0 1e+30 3 0 1
1 2 8.546666666666667 0.5376690199668435 24.540771737346184 0 1e+30 3 0 1
1 2 9.56 3.623604033815387 12.109238532192919 0 1e+30 3 0 0
1 2 19.009999999999998 7.3774697948228525 66.00421778751948 0 1e+30 3 0 1
1 3 -13.449999999999998 -63.981037643590284 -0.09427668379038678 -0.6 0.6 3 0 0
1 1 -12.25 -21.66498024381638 -2.6383739062830145 -0.6 0.6 3 0 1
1 3 -10.693333333333333 -16.424338276955133 7.139516613618229 -0.6 0.6 3 0 0
1 3 -9.69 -32.97737880833942 -0.05413900608685296 -0.6 0.6 3 0 0
1 3 3.776666666666665 2.498039375667547 6.043162418977683 3 1e+30 3 0 0
EOD
claim[1] = 'at batch 2 ResNet-20 with BatchNorm has a higher test error than with GroupNorm, by more than 3 points'
claim[2] = 'at batch 4 ResNet-20 with BatchNorm has a higher test error than with GroupNorm'
claim[3] = 'at batch 8 ResNet-20 with GroupNorm has a higher test error than with BatchNorm'
claim[4] = 'at batch 16 ResNet-20 with GroupNorm has a higher test error than with BatchNorm'
claim[5] = 'at batch 32 ResNet-20 with GroupNorm has a higher test error than with BatchNorm'
claim[6] = 'ResNet-20 with GroupNorm does not care: batch 2 as 32, within 0.6 points'
claim[7] = 'ResNet-20 with GroupNorm does not care: batch 4 as 32, within 0.6 points'
claim[8] = 'ResNet-20 with GroupNorm does not care: batch 8 as 32, within 0.6 points'
claim[9] = 'ResNet-20 with GroupNorm does not care: batch 16 as 32, within 0.6 points'
claim[10] = 'ResNet-20 with BatchNorm has a higher test error at batch 2 than at 32, by more than 3 points'

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('width')) { width = 7 }
if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
# A style.gp of one's own may be older than these.
if (!exists('font_size')) { font_size = 8 }
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
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (%s(v) v) } } }", \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# The key: as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, int((0.88*width/char_inch - 9)/1.15)))
    widest_label = max(widest_label, strlen(label[k]))
}
key_columns = max(1, min(entries, int(0.96*width/(char_inch*(1.15*widest_label + 7.5)))))
key_rows = ceiling(1.0*entries/key_columns)
key_columns = key_rows > 0 ? ceiling(1.0*entries/key_rows) : 1
key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0

# What stands above the panels, and the strip of the y label beside them.
title_text = wrap(title, letters(0.97*width, 2))
caption_text = wrap(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/2.1)))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 title_text at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 caption_text at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# The plot that makes the key: what(k) is the style of its line k.
key = ''
add_key = "do for [k = 1:entries] { key = key . sprintf('NaN with %s title label[%d], ', what(k), k) }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# Lists are words: the lines that a panel has, those with ranges, with seeds. Of an empty list nothing may be plotted, not
# even by a loop: its part of the plot is left out.
nth(list, i) = int(word(list, i))
part(list, what) = words(list) ? sprintf("for [i = 1:%d] '$p%d", words(list), data_of[p]) . what . ", " : ''


# ---- A forest: a row for each claim with its text, its interval, the region that it leaves, and the numbers. ----

ENDLESS = 1e30

# A wide page has the text on the left and the numbers on the right of the intervals; a narrow one, both above them.
wide = width >= 5
mean(i) = num(word($rows[i], 3))
low_of(i) = num(word($rows[i], 4))
high_of(i) = num(word($rows[i], 5))
kind(i) = int(word($rows[i], 2))
panel_of(i) = int(word($rows[i], 1))
shown(v) = abs(v) > 9e29 ? (v < 0 ? '-∞' : '∞') : sprintf('%.3g', v)
interval(i) = low_of(i) > high_of(i) ? '' : ' [' . shown(low_of(i)) . ', ' . shown(high_of(i)) . ']'
seeds(i) = int(word($rows[i], 8)) > 0 ? ', n ' . word($rows[i], 8) : ''
lost_of(i) = int(word($rows[i], 9)) > 0 ? ', ' . word($rows[i], 9) . ' lost' : ''
numbers(i) = shown(mean(i)) . interval(i) . seeds(i) . lost_of(i) . (int(word($rows[i], 10)) ? ' *' : '')

numbers_inch = 0
do for [i = 1:rows] { numbers_inch = max(numbers_inch, (strlen(numbers(i)) + 2)*char_inch) }
numbers_inch = wide ? min(numbers_inch, 0.3*width) : 0.08
axes_inch = wide ? 0.27*width : width - 0.2
text_inch = wide ? width - numbers_inch - axes_inch - 0.2 : width - 0.15
axes_left = wide ? text_inch + 0.15 : 0.1

# Heights: of each row by its text, of each panel by its rows.
array row_lines[rows + 1]; array row_top[rows + 1]; array panel_inch[panels]; array panel_rows_of[panels]; array from_top[panels]
text_line = 1.2*font_size/72.
do for [i = 1:rows] {
    claim[i] = wrap(wide ? claim[i] : claim[i] . ': ' . numbers(i), letters(1.06*text_inch, 0))
    row_lines[i] = lines_in(claim[i]) + (wide ? 0.45 : 1.5)
}
at_inch = title_inch
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(0.9*width, 1))
    note[p] = wrap(note[p], letters(0.95*width, 0))
    at_inch = at_inch + line_inch*1.2*lines_in(panel_title[p])
    from_top[p] = at_inch
    panel_inch[p] = 0; panel_rows_of[p] = 0
    do for [i = 1:rows] {
        if (panel_of(i) == p) {
            row_top[i] = panel_inch[p]; panel_rows_of[p] = panel_rows_of[p] + 1
            panel_inch[p] = panel_inch[p] + row_lines[i]*text_line
        }
    }
    panel_inch[p] = max(panel_inch[p], text_line)
    at_inch = at_inch + panel_inch[p] + line_inch*(2.9 + lines_in(note[p]))
}
height = at_inch + key_inch + 0.05

# The ends of the axes, and what of a row is on them.
do for [p = 1:panels] {
    room = ratio[p] ? exp(0.05*log(high[p]/low[p])) : 0.05*(high[p] - low[p])
    low[p] = ratio[p] ? low[p]/room : low[p] - room
    high[p] = ratio[p] ? high[p]*room : high[p] + room
}
on_axis(v, p) = max(low[p], min(high[p], v))
lane(i) = row_top[i] + (wide ? 0 : row_lines[i] - 1.5)*text_line
middle(i) = row_top[i] + text_line*(wide ? 0.5*row_lines[i] : row_lines[i] - 0.8)
# What lies beyond an end of the axis is an arrow head there; a mean beyond it, an arrow from near the end.
near(p, part) = ratio[p] ? low[p]*(high[p]/low[p])**part : low[p] + part*(high[p] - low[p])
beyond(v, p) = v < low[p] ? -1 : v > high[p] ? 1 : 0
set_interval = "c = style_rgb[line[kind(i)]]; off = beyond(mean(i), p); y = middle(i); " . \
    "from = low_of(i) > high_of(i) ? mean(i) : low_of(i); to = low_of(i) > high_of(i) ? mean(i) : high_of(i); " . \
    "if (off > 0) { from = min(on_axis(from, p), near(p, 0.9)); to = ENDLESS }; " . \
    "if (off < 0) { to = max(on_axis(to, p), near(p, 0.1)); from = -ENDLESS }; " . \
    "set arrow from first on_axis(from, p), first y to first on_axis(to, p), first y nohead front lw 1.2 dt solid lc rgb c; " . \
    "if (from < low[p]) { eval cut(line[kind(i)], on_axis(to, p), 0, y) }; " . \
    "if (to > high[p]) { eval cut(line[kind(i)], on_axis(from, p), 1, y) }; " . \
    "if (off == 0) { set label '' at first mean(i), first y point lt line[kind(i)] ps 0.8 front }"
set_margin = "from = num(word($rows[i], 6)); to = num(word($rows[i], 7)); if (from <= to) { " . \
    "if (to > from) { set object rectangle from first on_axis(from, p), first lane(i) + 0.1*text_line to " . \
    "first on_axis(to, p), first row_top[i] + (row_lines[i] - 0.1)*text_line fc rgb margin_rgb fs solid noborder behind } " . \
    "else { set arrow from first on_axis(from, p), first lane(i) to first on_axis(from, p), first row_top[i] + row_lines[i]*text_line nohead lw 2 dt solid lc rgb margin_rgb } }"

what(k) = sprintf('linespoints lt line[%d]', k)
eval add_key
tick_count = max(2., min(6., floor(axes_inch/(7*char_inch))))
ticks_every(low, high) = nice((high - low)/tick_count, 10.**floor(log10((high - low)/tick_count)))
page_lines = 8 + 2*rows
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
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
            do for [k = 1:entries] { verdicts = verdicts . (k > 1 ? ', ' : '') . label[k][1:1] . ': ' . label[k] }
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" . verdicts . "\n" : '') . panel_title[p] . \
                (note[p] eq '' ? '' : "\n" . note[p])
            set xlabel axis_label[p]
            unset ytics; set lmargin columns/2
            do for [i = 1:rows] {
                if (panel_of(i) == p) {
                    set label abridge(claim[i] . ': ' . numbers(i), columns/2 - 4) at graph 0, first middle(i) right offset character -2,0
                    set label label[kind(i)][1:1] at first on_axis(mean(i), p), first middle(i) center
                }
            }
            plot NaN notitle
            set lmargin -1
        } else {
            set lmargin at screen axes_left/width; set rmargin at screen (axes_left + axes_inch)/width
            set tmargin at screen 1 - from_top[p]/height; set bmargin at screen 1 - (from_top[p] + panel_inch[p])/height
            set border 1; unset ytics; unset grid
            if (wide) { set grid xtics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back }
            set xlabel axis_label[p] offset 0,0.3
            set label panel_title[p] at graph 0.5, graph 1 center offset character 0, 1.1*lines_in(panel_title[p]) - 0.4 font font_panel
            set label note[p] at screen 0.02, graph 0 left offset character 0,-2.9 textcolor rgb ink
            do for [i = 1:rows] {
                if (panel_of(i) == p) {
                    eval set_margin
                    if (!wide) { set arrow from first none, first lane(i) to first none, first row_top[i] + row_lines[i]*text_line nohead lw 1 dt solid lc rgb ink }
                    eval set_interval
                    set label claim[i] at screen 0.05/width, first row_top[i] + text_line*(wide ? 0.72 : 0.6) left
                    if (wide) { set label numbers(i) at screen (axes_left + axes_inch + 0.08)/width, first middle(i) left }
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
