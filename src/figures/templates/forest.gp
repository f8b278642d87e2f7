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
