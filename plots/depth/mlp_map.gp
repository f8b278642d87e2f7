# A figure of normlab. `gnuplot mlp_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mlp_map.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mlp_map'
title = 'Test error of a plain MLP of each norm and depth, each at the best of its rates'
caption = 'fashion-mnist, 5 seeds: means'
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
x_log = 0; y_log = 0
x_low = 1
x_high = 6
x_count = 6; x_ticks = '1 2 3 4 5 6'
alone = 0 # no category has several lines
categories = 6; array category[6]
category[1] = '2'
category[2] = '5'
category[3] = '10'
category[4] = '20'
category[5] = '50'
category[6] = '100'
longest = 6; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 2; array panel_title[2]; array note[2]; array low[2]; array high[2]; array x_end[2]
array shown[2]; array with_marks[2]; array with_ranges[2]; array with_seeds[2]

panel_title[1] = 'He initialization'; note[1] = ''
low[1] = 14.686000000000002; high[1] = 90; x_end[1] = 6; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
$p1s1 << EOD
1 15.894 15.49 16.21
2 15.886000000000001 15.72 16.1
3 16.561999999999998 15.91 17.36
4 21.468 20.93 22.68
5 34.535999999999994 30.23 38.99
6 51.386 35.65 63.25
EOD
$p1s1_seeds << EOD
1 15.49
1 16.04
1 15.73
1 16
1 16.21
2 15.8
2 15.76
2 16.05
2 16.1
2 15.72
3 16.27
3 17.36
3 16.5
3 16.77
3 15.91
4 22.68
4 21.43
4 21.08
4 21.22
4 20.93
5 31.88
5 38.16
5 33.42
5 38.99
5 30.23
6 56
6 35.65
6 48.69
6 53.34
6 63.25
EOD
$p1s2 << EOD
1 14.686000000000002 14.31 14.99
2 14.838 14.45 15.24
3 17.642000000000003 16.73 19.3
4 27.328000000000003 27.01 27.84
5 69.49199999999999 64.56 74.08
6 88.078 86.79 89.01
EOD
$p1s2_seeds << EOD
1 14.86
1 14.99
1 14.61
1 14.66
1 14.31
2 14.59
2 15.24
2 14.95
2 14.96
2 14.45
3 17.34
3 19.3
3 17.73
3 17.11
3 16.73
4 27.01
4 27.84
4 27.14
4 27.39
4 27.26
5 74.08
5 64.56
5 66.76
5 68.52
5 73.54
6 89.01
6 87.6
6 88.2
6 88.79
6 86.79
EOD
$p1s3 << EOD
1 15.028 14.61 15.34
2 15.736 15.49 15.97
3 16.458 16.24 16.66
4 22.398000000000003 20.93 24.15
5 40.372 36.04 48.66
6 85.174 80.69 90
EOD
$p1s3_seeds << EOD
1 14.84
1 15.34
1 14.61
1 15.21
1 15.14
2 15.64
2 15.92
2 15.49
2 15.66
2 15.97
3 16.24
3 16.34
3 16.44
3 16.61
3 16.66
4 20.93
4 23.17
4 24.15
4 21.45
4 22.29
5 37.03
5 40.49
5 36.04
5 48.66
5 39.64
6 81.68
6 80.69
6 90
6 89.74
6 83.76
EOD
$p1s4 << EOD
1 15.060000000000002 14.97 15.16
2 15.838 15.52 16.3
3 16.664 16.44 16.94
4 25.670000000000005 24.29 26.97
5 49.528 39.87 56.54
6 90 90 90
EOD
$p1s4_seeds << EOD
1 14.98
1 14.97
1 15.13
1 15.16
1 15.06
2 15.52
2 15.87
2 15.73
2 16.3
2 15.77
3 16.6
3 16.64
3 16.94
3 16.7
3 16.44
4 25.77
4 25.96
4 24.29
4 26.97
4 25.36
5 50.48
5 56.54
5 39.87
5 54.3
5 46.45
6 90
6 90
6 90
6 90
6 90
EOD

panel_title[2] = 'Glorot initialization'; note[2] = ''
low[2] = 14.601999999999999; high[2] = 90; x_end[2] = 6; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
$p2s1 << EOD
1 15.892 15.7 16.1
2 15.952000000000002 15.83 16.12
3 17.458000000000002 16.89 17.85
4 33.867999999999995 24.09 41.47
5 90 90 90
6 90 90 90
EOD
$p2s1_seeds << EOD
1 15.9
1 15.85
1 15.91
1 16.1
1 15.7
2 16.02
2 15.84
2 15.95
2 16.12
2 15.83
3 17.67
3 16.89
3 17.85
3 17.38
3 17.5
4 39.65
4 24.09
4 41.47
4 30.58
4 33.55
5 90
5 90
5 90
5 90
5 90
6 90
6 90
6 90
6 90
6 90
EOD
$p2s2 << EOD
1 14.601999999999999 14.29 14.77
2 15.056000000000001 14.74 15.65
3 16.8 16.06 17.16
4 26.278 25.05 28.97
5 75.24000000000001 71.32 77.98
6 88.864 87.88 89.79
EOD
$p2s2_seeds << EOD
1 14.74
1 14.53
1 14.77
1 14.68
1 14.29
2 15.29
2 15.65
2 14.76
2 14.74
2 14.84
3 17.02
3 17.16
3 17.04
3 16.72
3 16.06
4 28.97
4 26.19
4 25.05
4 25.6
4 25.58
5 76.32
5 75.86
5 74.72
5 71.32
5 77.98
6 89
6 89.59
6 89.79
6 87.88
6 88.06
EOD
$p2s3 << EOD
1 15.248 15.03 15.67
2 15.622 15.36 15.84
3 16.491999999999997 16.3 16.74
4 23.038 21.98 24.23
5 84.492 68.98 90
6 83.684 80.75 90
EOD
$p2s3_seeds << EOD
1 15.32
1 15.11
1 15.67
1 15.11
1 15.03
2 15.75
2 15.53
2 15.36
2 15.63
2 15.84
3 16.52
3 16.33
3 16.74
3 16.57
3 16.3
4 22.94
4 21.98
4 23.05
4 22.99
4 24.23
5 68.98
5 83.48
5 90
5 90
5 90
6 81.88
6 80.75
6 84.88
6 90
6 80.91
EOD
$p2s4 << EOD
1 15.207999999999998 14.83 15.48
2 15.874 15.7 16.29
3 17.008000000000003 16.45 17.45
4 23.494000000000003 22.96 24.48
5 76.08000000000001 67.98 90
6 90 90 90
EOD
$p2s4_seeds << EOD
1 14.83
1 15.11
1 15.38
1 15.48
1 15.24
2 15.71
2 15.7
2 15.77
2 15.9
2 16.29
3 16.9
3 17.45
3 16.45
3 17.23
3 17.01
4 23.21
4 23.67
4 23.15
4 22.96
4 24.48
5 80.15
5 90
5 67.98
5 68.09
5 74.18
6 90
6 90
6 90
6 90
6 90
EOD
$cells1 << EOD
1 1 1 15.894 0 0
2 1 1 15.886000000000001 0 0
3 1 1 16.561999999999998 0 0
4 1 1 21.468 0 0
5 1 1 34.535999999999994 0 0
6 1 1 51.386 0 0
1 2 1 14.686000000000002 0 0
2 2 1 14.838 0 0
3 2 1 17.642000000000003 0 0
4 2 1 27.328000000000003 0 0
5 2 1 69.49199999999999 0 0
6 2 1 88.078 0 0
1 3 1 15.028 0 0
2 3 1 15.736 0 0
3 3 1 16.458 0 0
4 3 1 22.398000000000003 0 0
5 3 1 40.372 0 0
6 3 1 85.174 0 0
1 4 1 15.060000000000002 0 0
2 4 1 15.838 0 0
3 4 1 16.664 0 0
4 4 1 25.670000000000005 0 0
5 4 1 49.528 0 0
6 4 1 90 0 0
EOD
$cells2 << EOD
1 1 1 15.892 0 0
2 1 1 15.952000000000002 0 0
3 1 1 17.458000000000002 0 0
4 1 1 33.867999999999995 0 0
5 1 1 90 0 0
6 1 1 90 0 0
1 2 1 14.601999999999999 0 0
2 2 1 15.056000000000001 0 0
3 2 1 16.8 0 0
4 2 1 26.278 0 0
5 2 1 75.24000000000001 0 0
6 2 1 88.864 0 0
1 3 1 15.248 0 0
2 3 1 15.622 0 0
3 3 1 16.491999999999997 0 0
4 3 1 23.038 0 0
5 3 1 84.492 0 0
6 3 1 83.684 0 0
1 4 1 15.207999999999998 0 0
2 4 1 15.874 0 0
3 4 1 17.008000000000003 0 0
4 4 1 23.494000000000003 0 0
5 4 1 76.08000000000001 0 0
6 4 1 90 0 0
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


# ---- A heat map: a row for each line, a column for each category, the mean as colour and as number. ----

heat_log = y_log
heat_low = NaN; heat_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        heat_low = heat_low == heat_low ? min(heat_low, low[p]) : low[p]
        heat_high = heat_high == heat_high ? max(heat_high, high[p]) : high[p]
    }
}
if (heat_low != heat_low) { heat_low = 0; heat_high = 1 }
if (heat_low == heat_high) { heat_high = heat_low + max(abs(heat_low), 1)*1e-6 }

# Names of rows stand left of the first panel of each row of panels; columns' names below, aslant where they are long.
name_letters = min(widest_label, letters(0.36*width, 0))
longest_name = 1
# 1e-05 is 1e-5.
short(s) = strstrt(s, 'e-0') > 1 && strlen(s) == strstrt(s, 'e-0') + 3 ? s[1:strstrt(s, 'e-0')+1] . s[strlen(s):*] : s
do for [i = 1:categories] { category[i] = short(category[i]) }
do for [k = 1:entries] { label[k] = abridge(label[k], name_letters) }
do for [i = 1:categories] { longest_name = max(longest_name, strlen(category[i])) }
name_inch = (1.1*name_letters + 1)*char_inch + 0.06
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(categories*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = (width - name_inch - 0.06)/panel_columns - 0.15
if (map_inch > categories*1.1) { map_inch = categories*1.1 }
cell_letters = map_inch/categories/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/categories > 1.7*line_inch ? 35 : 90
counted = |$lost| || |$refused|
cell_high = counted ? 2.4*line_inch : 1.7*line_inch
lines_above = 1
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(map_inch, 1))
    lines_above = max(lines_above, lines_in(panel_title[p]))
}
below_inch = line_inch*(0.5 + (x_label eq '' ? 0.3 : 1.3) + (slant ? 0.4 + (slant == 90 ? 0.95 : 0.55)*longest_name*char_inch/line_inch : 1))
above_inch = line_inch*(1.15*lines_above + 0.5)
row_inch = entries*cell_high + above_inch + below_inch
bar_inch = 3.7*line_inch
bar_part = min(0.7, 2.1/width)
if (|$lost|) { caption = caption . '; ×n: n trials ' . lost_word }
if (|$refused|) { caption = caption . '; –: refused' }
caption_text = wrap(caption, letters(0.97*width, 0))
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
ink_on(any, v) = any > 0 ? heat_ink(heat_part(v)) : ink

page_lines = 12 + 2*entries
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        unset key
        plot NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        unset grid; unset logscale
        set xrange [0.5:categories + 0.5]; set yrange [entries + 0.5:0.5]
        set xtics nomirror scale 0 (category[1] 1)
        do for [i = 2:categories] { set xtics add (category[i] i) }
        set ytics nomirror scale 0 (label[1] 1)
        do for [k = 2:entries] { set ytics add (label[k] k) }
        set xlabel (p + panel_columns > panels ? x_label : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            column = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = name_inch + column*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + entries*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (column > 0) { set format y '' ; unset ytics }
            set xlabel offset 0,0.3
            set label panel_title[p] at graph 0.5, graph 1 center offset character 0, 1.1*lines_above - 0.4 font font_panel
            if (heat_log) { set logscale cb 10 }
            set cbrange [heat_low:heat_high]
            if (p == panels) {
                set colorbox horizontal user origin 0.5 - bar_part/2, 1.6*line_inch/height size bar_part, 0.1/height front noborder
                if (heat_log) { eval set_log_ticks('cb', heat_low, heat_high) } else { set cbtics nomirror nice((heat_high - heat_low)/4., 10.**floor(log10((heat_high - heat_low)/4.))) }
                set cbtics scale 0.3 offset 0,0.4
                set label y_label . (y_log ? ' (log scale)' : '') at screen 0.5, screen (2.2*line_inch + 0.1)/height center
            } else {
                unset colorbox
            }
            plot '$cells'.p using 1:($5 + $6 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror fs solid noborder fc rgb 0xE4E4E4 notitle, \
                 '' using 1:($3 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5):4 with boxxyerror fs solid noborder lc palette notitle, \
                 '' using 1:2:($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror lc rgb 'white' lw 1.5 dt solid fs empty border notitle, \
                 '' using 1:($2 - ($3 > 0 ? beside($5, $6) : 0)):($3 > 0 ? number($4) : ''):(ink_on($3, $4)) with labels textcolor rgb variable notitle, \
                 '' using 1:($2 + ($3 > 0 ? beside($5, $6) : 0)):(counts($5, $6)):(ink_on($3, $4)) with labels textcolor rgb variable notitle
        }
        unset label; unset arrow; unset colorbox
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1; set border 3
}
