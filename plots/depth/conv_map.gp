# A figure of normlab. `gnuplot conv_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" conv_map.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'conv_map'
title = 'Test error of a convolutional net of each norm and depth, each at the best of its rates'
caption = 'fashion-mnist, 5 seeds: means'
x_label = 'layers'
y_label = 'test error in %'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 3
array label[4]; array line[4]; array marks[4]
label[1] = 'none'; marks[1] = 0; line[1] = line_of('none')
label[2] = 'batchnorm'; marks[2] = 0; line[2] = line_of('batchnorm')
label[3] = 'groupnorm groups=4'; marks[3] = 0; line[3] = line_of('groupnorm')

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 0; y_log = 0
x_low = 1
x_high = 4
x_count = 4; x_ticks = '1 2 3 4'
alone = 0 # no category has several lines
categories = 4; array category[4]
category[1] = '8'
category[2] = '20'
category[3] = '32'
category[4] = '56'
longest = 4; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 2; array panel_title[2]; array note[2]; array low[2]; array high[2]; array x_end[2]
array shown[2]; array with_marks[2]; array with_ranges[2]; array with_seeds[2]

panel_title[1] = 'shortcut: none'; note[1] = ''
low[1] = 20.582; high[1] = 77.256; x_end[1] = 4; shown[1] = ' 1 2 3'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3'; with_seeds[1] = ' 1 2 3'
$p1s1 << EOD
1 28.824 26.12 31.41
2 45.752 34.64 70.89
3 60.6 43.31 72.8
4 77.256 61.2 90
EOD
$p1s1_seeds << EOD
1 26.81
1 29.52
1 26.12
1 30.26
1 31.41
2 70.89
2 34.64
2 35.2
2 37.07
2 50.96
3 70.2
3 43.31
3 72.8
3 61.08
3 55.61
4 80.11
4 90
4 90
4 61.2
4 64.97
EOD
$p1s2 << EOD
1 20.582 19.24 21.91
2 24.322 22.68 25.52
3 34.472 31.47 38.15
4 63.486000000000004 57.77 68.75
EOD
$p1s2_seeds << EOD
1 19.24
1 20.83
1 20.67
1 21.91
1 20.26
2 24.4
2 22.68
2 25.52
2 24.21
2 24.8
3 35.59
3 31.47
3 35.58
3 31.57
3 38.15
4 57.77
4 62.31
4 68.75
4 66.82
4 61.78
EOD
$p1s3 << EOD
1 25.502000000000002 22.92 28.11
2 28.072000000000003 25.54 32.61
3 35.040000000000006 30.32 38.9
4 51.29600000000001 44.24 60.2
EOD
$p1s3_seeds << EOD
1 25.09
1 25.02
1 26.37
1 28.11
1 22.92
2 25.54
2 26.02
2 29.45
2 32.61
2 26.74
3 30.32
3 34.73
3 34.97
3 36.28
3 38.9
4 60.2
4 44.24
4 47.09
4 52.17
4 52.78
EOD

panel_title[2] = 'shortcut: projection'; note[2] = ''
low[2] = 19.548000000000002; high[2] = 89.09400000000001; x_end[2] = 4; shown[2] = ' 1 2 3'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3'; with_seeds[2] = ' 1 2 3'
$p2s1 << EOD
1 30.746 24.48 36.16
2 73.866 52.68 83.42
3 89.09400000000001 85.47 90
4 NaN NaN NaN
EOD
$p2s1_seeds << EOD
1 35.54
1 24.48
1 30.44
1 36.16
1 27.11
2 81.05
2 52.68
2 81.49
2 83.42
2 70.69
3 90
3 90
3 85.47
3 90
3 90
EOD
$p2s2 << EOD
1 19.548000000000002 18.98 20.23
2 20.34 18.95 22.17
3 22.48 21.13 24.75
4 24.110000000000003 23.38 24.51
EOD
$p2s2_seeds << EOD
1 18.98
1 20.23
1 19.24
1 19.57
1 19.72
2 22.17
2 20.57
2 18.95
2 19.89
2 20.12
3 24.75
3 21.28
3 21.13
3 22.87
3 22.37
4 24.35
4 23.38
4 24.34
4 23.97
4 24.51
EOD
$p2s3 << EOD
1 23.759999999999998 21.89 26.95
2 26.532 25.45 27.38
3 24.988 23.37 27.2
4 26.235999999999997 24.15 28.54
EOD
$p2s3_seeds << EOD
1 22.64
1 22.85
1 26.95
1 24.47
1 21.89
2 25.45
2 26.94
2 26.77
2 27.38
2 26.12
3 23.95
3 23.37
3 27.2
3 25.91
3 24.51
4 26.07
4 24.15
4 28.54
4 27.07
4 25.35
EOD
$cells1 << EOD
1 1 1 28.824 0 0
2 1 1 45.752 0 0
3 1 1 60.6 0 0
4 1 1 77.256 0 0
1 2 1 20.582 0 0
2 2 1 24.322 0 0
3 2 1 34.472 0 0
4 2 1 63.486000000000004 0 0
1 3 1 25.502000000000002 0 0
2 3 1 28.072000000000003 0 0
3 3 1 35.040000000000006 0 0
4 3 1 51.29600000000001 0 0
EOD
$cells2 << EOD
1 1 1 30.746 0 0
2 1 1 73.866 0 0
3 1 1 89.09400000000001 0 0
4 1 0 0 5 0
1 2 1 19.548000000000002 0 0
2 2 1 20.34 0 0
3 2 1 22.48 0 0
4 2 1 24.110000000000003 0 0
1 3 1 23.759999999999998 0 0
2 3 1 26.532 0 0
3 3 1 24.988 0 0
4 3 1 26.235999999999997 0 0
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
2 1 4 5
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
