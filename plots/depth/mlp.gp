# A figure of normlab. `gnuplot mlp.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mlp.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp'
title = 'Test error of a plain MLP against depth, each at the best of its rates'
caption = 'fashion-mnist, 5 seeds: means; thin bars: range of the seeds, each a faint point'
x_label = 'layers'
y_label = 'test error in %'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 4
array label[5]; array line[5]; array marks[5]
label[1] = 'none'; marks[1] = 0; line[1] = line_of('none')
label[2] = 'batchnorm'; marks[2] = 0; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; marks[3] = 0; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; marks[4] = 0; line[4] = line_of('groupnorm')

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 2; y_log = 10
x_low = 2
x_high = 100
x_count = 6; x_ticks = '2 5 10 20 50 100'
longest = 6; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 2; array panel_title[2]; array note[2]; array low[2]; array high[2]; array x_end[2]
array shown[2]; array with_marks[2]; array with_ranges[2]; array with_seeds[2]

panel_title[1] = 'He initialization'; note[1] = ''
low[1] = 14.31; high[1] = 90; x_end[1] = 100; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
$p1s1 << EOD
2 15.894 15.49 16.21
5 15.886000000000001 15.72 16.1
10 16.561999999999998 15.91 17.36
20 21.468 20.93 22.68
50 34.535999999999994 30.23 38.99
100 51.386 35.65 63.25
EOD
$p1s1_seeds << EOD
2 15.49
2 16.04
2 15.73
2 16
2 16.21
5 15.8
5 15.76
5 16.05
5 16.1
5 15.72
10 16.27
10 17.36
10 16.5
10 16.77
10 15.91
20 22.68
20 21.43
20 21.08
20 21.22
20 20.93
50 31.88
50 38.16
50 33.42
50 38.99
50 30.23
100 56
100 35.65
100 48.69
100 53.34
100 63.25
EOD
$p1s2 << EOD
2 14.686000000000002 14.31 14.99
5 14.838 14.45 15.24
10 17.642000000000003 16.73 19.3
20 27.328000000000003 27.01 27.84
50 69.49199999999999 64.56 74.08
100 88.078 86.79 89.01
EOD
$p1s2_seeds << EOD
2 14.86
2 14.99
2 14.61
2 14.66
2 14.31
5 14.59
5 15.24
5 14.95
5 14.96
5 14.45
10 17.34
10 19.3
10 17.73
10 17.11
10 16.73
20 27.01
20 27.84
20 27.14
20 27.39
20 27.26
50 74.08
50 64.56
50 66.76
50 68.52
50 73.54
100 89.01
100 87.6
100 88.2
100 88.79
100 86.79
EOD
$p1s3 << EOD
2 15.028 14.61 15.34
5 15.736 15.49 15.97
10 16.458 16.24 16.66
20 22.398000000000003 20.93 24.15
50 40.372 36.04 48.66
100 85.174 80.69 90
EOD
$p1s3_seeds << EOD
2 14.84
2 15.34
2 14.61
2 15.21
2 15.14
5 15.64
5 15.92
5 15.49
5 15.66
5 15.97
10 16.24
10 16.34
10 16.44
10 16.61
10 16.66
20 20.93
20 23.17
20 24.15
20 21.45
20 22.29
50 37.03
50 40.49
50 36.04
50 48.66
50 39.64
100 81.68
100 80.69
100 90
100 89.74
100 83.76
EOD
$p1s4 << EOD
2 15.060000000000002 14.97 15.16
5 15.838 15.52 16.3
10 16.664 16.44 16.94
20 25.670000000000005 24.29 26.97
50 49.528 39.87 56.54
100 90 90 90
EOD
$p1s4_seeds << EOD
2 14.98
2 14.97
2 15.13
2 15.16
2 15.06
5 15.52
5 15.87
5 15.73
5 16.3
5 15.77
10 16.6
10 16.64
10 16.94
10 16.7
10 16.44
20 25.77
20 25.96
20 24.29
20 26.97
20 25.36
50 50.48
50 56.54
50 39.87
50 54.3
50 46.45
100 90
100 90
100 90
100 90
100 90
EOD

panel_title[2] = 'Glorot initialization'; note[2] = ''
low[2] = 14.29; high[2] = 90; x_end[2] = 100; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
$p2s1 << EOD
2 15.892 15.7 16.1
5 15.952000000000002 15.83 16.12
10 17.458000000000002 16.89 17.85
20 33.867999999999995 24.09 41.47
50 90 90 90
100 90 90 90
EOD
$p2s1_seeds << EOD
2 15.9
2 15.85
2 15.91
2 16.1
2 15.7
5 16.02
5 15.84
5 15.95
5 16.12
5 15.83
10 17.67
10 16.89
10 17.85
10 17.38
10 17.5
20 39.65
20 24.09
20 41.47
20 30.58
20 33.55
50 90
50 90
50 90
50 90
50 90
100 90
100 90
100 90
100 90
100 90
EOD
$p2s2 << EOD
2 14.601999999999999 14.29 14.77
5 15.056000000000001 14.74 15.65
10 16.8 16.06 17.16
20 26.278 25.05 28.97
50 75.24000000000001 71.32 77.98
100 88.864 87.88 89.79
EOD
$p2s2_seeds << EOD
2 14.74
2 14.53
2 14.77
2 14.68
2 14.29
5 15.29
5 15.65
5 14.76
5 14.74
5 14.84
10 17.02
10 17.16
10 17.04
10 16.72
10 16.06
20 28.97
20 26.19
20 25.05
20 25.6
20 25.58
50 76.32
50 75.86
50 74.72
50 71.32
50 77.98
100 89
100 89.59
100 89.79
100 87.88
100 88.06
EOD
$p2s3 << EOD
2 15.248 15.03 15.67
5 15.622 15.36 15.84
10 16.491999999999997 16.3 16.74
20 23.038 21.98 24.23
50 84.492 68.98 90
100 83.684 80.75 90
EOD
$p2s3_seeds << EOD
2 15.32
2 15.11
2 15.67
2 15.11
2 15.03
5 15.75
5 15.53
5 15.36
5 15.63
5 15.84
10 16.52
10 16.33
10 16.74
10 16.57
10 16.3
20 22.94
20 21.98
20 23.05
20 22.99
20 24.23
50 68.98
50 83.48
50 90
50 90
50 90
100 81.88
100 80.75
100 84.88
100 90
100 80.91
EOD
$p2s4 << EOD
2 15.207999999999998 14.83 15.48
5 15.874 15.7 16.29
10 17.008000000000003 16.45 17.45
20 23.494000000000003 22.96 24.48
50 76.08000000000001 67.98 90
100 90 90 90
EOD
$p2s4_seeds << EOD
2 14.83
2 15.11
2 15.38
2 15.48
2 15.24
5 15.71
5 15.7
5 15.77
5 15.9
5 16.29
10 16.9
10 17.45
10 16.45
10 17.23
10 17.01
20 23.21
20 23.67
20 23.15
20 22.96
20 24.48
50 80.15
50 90
50 67.98
50 68.09
50 74.18
100 90
100 90
100 90
100 90
100 90
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
EOD
$refused << EOD
EOD

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

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it.
scaled(v) = y_log ? log(v) : v
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        if (bars) { low[p] = min(low[p], 0); high[p] = max(high[p], 0) }
        all_low = all_low == all_low ? min(all_low, low[p]) : low[p]
        all_high = all_high == all_high ? max(all_high, high[p]) : high[p]
    }
}
shared = 1
do for [p = 1:panels] {
    if (low[p] == low[p] && scaled(high[p]) - scaled(low[p]) < 0.5*(scaled(all_high) - scaled(all_low))) { shared = 0 }
}
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (empty[p] || shared) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
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
lost_in(i, p) = int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_text = wrap(y_label . (y_log ? ' (log scale)' : ''), letters(axes_of(width/panel_columns - 2*line_inch) + 0.9, 0))
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(0.82*cell_inch, 0)); panel_title[p] = wrap(panel_title[p], letters(0.82*cell_inch, 1)); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(0.9*cell_inch, 0))
guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; ranged = with_ranges[p]; seeded = with_seeds[p]; " . \
    "unset logscale; set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { set ytics nomirror autofreq }; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label guide[i] at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin -1; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? x_label : '') offset 0,0.3; " . \
    "set label panel_title[p] at graph 0.5, graph up(row_above[row_of(p)] - 0.75) center font font_panel; " . \
    "set label note[p] at graph 0.5, graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink; " . \
    "if (rows) { set label lost_word at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label y_text at screen 0, " . \
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

# Many points make a curve: with bands, and a point now and then. Few stand apart, each line's a little aside, with
# their range as a thin bar.
stride = curve ? longest/8 + 1 : 1
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || marks[k] ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
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
        end_x = NaN
        eval sprintf('do for [j = 1:|$p1s%d|] { row = $p1s%d[j]; if (word(row, 2) ne "NaN") { end_x = num(word(row, 1)); end_y = num(word(row, 2)) } }', k, k)
        direct = end_x == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
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

# Ticks at the values of x; every second or third where they are too close.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks)] { if ((i - 1) % x_every == 0) { set xtics add (tick(num(word(x_ticks, i))) num(word(x_ticks, i))) } }"

what(k) = sprintf(marks[k] ? 'points lt line[%d]' : 'linespoints lt line[%d]', k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); r(i) = nth(ranged, i); s(i) = nth(seeded, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (with_faint || direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(marked, "s'.m(i) using 1:2 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label label[k] at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "s'.b(i) using (at($1, b(i))):2 with lines lw 0.9 dt solid lc rgb 0xCCCCCC") . \
                part(curve ? ranged : '', "s'.r(i) using 1:(max($3, low[p])):4 with filledcurves lc rgb (entries > 4 ? spread(line[r(i)]) : band(line[r(i)]))") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:3 with lines lt line[r(i)] lw 0.6") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:4 with lines lt line[r(i)] lw 0.6") . \
                part(curve ? '' : ranged, "s'.r(i) using (at($1, r(i))):2:3:4 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[r(i)])") . \
                part(seed_lines ? '' : seeded, "s'.s(i).'_seeds' using (at($1, s(i))):2 with points lt line[s(i)] ps 0.5 lc rgb faint(line[s(i)])") . \
                part(seed_lines ? seeded : '', "s'.s(i).'_seeds' using 1:2 with lines lt line[s(i)] lw 0.6 lc rgb faint(line[s(i)])") . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt line[d(i)]" . (curve ? " pi stride" : "")) . \
                part(marked, "s'.m(i) using 1:2 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
