# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then. Few stand apart, each line's a little aside, with
# their range as a thin bar.
curve = longest > 15
stride = curve ? longest/8 + 1 : 1
x_span = x_log ? log(x_high/x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || marks[k] ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

# Panels share their range of y where each fills a good part of it.
scaled(v) = y_log ? log(v) : v
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        all_low = all_low == all_low ? min(all_low, low[p]) : low[p]
        all_high = all_high == all_high ? max(all_high, high[p]) : high[p]
    }
}
shared = 1
do for [p = 1:panels] {
    if (low[p] == low[p] && scaled(high[p]) - scaled(low[p]) < 0.6*(scaled(all_high) - scaled(all_low))) { shared = 0 }
}
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (empty[p] || shared) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*log(high[p]/low[p]))
        low[p] = low[p]/y_pad; high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero ? 0 : low[p] - y_pad; high[p] = high[p] + y_pad
    }
}

# Marks for diverged trials stand above a panel: a row for each line that has some.
array lost_row[entries + 1]
lost_rows = 0
set_rows = "rows = 0; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { " . \
    "if (int(word($lost[i], 1)) == p && lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } }; lost_rows = max(lost_rows, rows)"
note_lines = 0; title_lines = 0
y_text = wrap(y_label . (y_log ? ' (log scale)' : ''), letters(2.8, 0))
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
do for [p = 1:panels] {
    eval set_rows
    note[p] = wrap(note[p], letters(0.82*cell_inch, 0))
    panel_title[p] = wrap(panel_title[p], letters(0.82*cell_inch, 1))
    note_lines = max(note_lines, lines_in(note[p]))
    title_lines = max(title_lines, lines_in(panel_title[p]))
}
lost_lines = lost_rows ? 1.05*lost_rows + 0.3 : 0
above = lost_lines + note_lines + 1.15*title_lines + 0.6
below = 2.9
lost_y(k) = 1 + (1.05*lost_row[k] - 0.4)*line_inch/axes_inch
axes_inch = max(1.35, min(2.4, 0.62*cell_inch))
row_inch = axes_inch + line_inch*(above + below)
height = title_inch + panel_rows*row_inch + key_inch + 0.05

# Ticks at the values of x; every second or third where they are too close.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(real(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks)] { if ((i - 1) % x_every == 0) { set xtics add (tick(real(word(x_ticks, i))) real(word(x_ticks, i))) } }"

d(i) = nth(drawn, i); m(i) = nth(marked, i); r(i) = nth(ranged, i); s(i) = nth(seeded, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        do for [i = 1:panel_rows] {
            set label y_text at screen 0, screen (key_inch + (i - 1)*row_inch + 0.5*axes_inch + below*line_inch)/height \
                center rotate by 90 offset character 1.3,0
        }
        plot for [k = 1:entries] NaN with linespoints lt line[k] lw (marks[k] ? 0 : 1.6) title label[k], NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        drawn = shown[p]; marked = with_marks[p]; ranged = with_ranges[p]; seeded = with_seeds[p]
        unset logscale
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]; set yrange [low[p]:high[p]]
        if (x_log) { set logscale x x_log }
        if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { set ytics nomirror autofreq }
        eval set_x
        if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }
        do for [i = 1:guides] {
            if (guide_panel[i] == p && guide_y[i] == guide_y[i]) {
                eval guide(guide_y[i])
                set label guide[i] at graph 0.99, first guide_y[i] right offset 0,0.5 textcolor rgb guide_ink
            }
        }
        if (dumb) {
            unset grid; set key below center reverse Left
            set xlabel x_label
            set title (p == 1 ? title . "\n" . wrap(caption, columns - 4) . "\n" : '') . \
                panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . \
                (note[p] eq '' ? '' : "\n" . note[p])
            eval 'plot ' . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(marked, "s'.m(i) using 1:2 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval set_rows
            set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, \
                (key_inch + (panel_rows - 1 - (p - 1)/panel_columns)*row_inch)/height
            set size cell_inch/width, row_inch/height
            set lmargin -1; set rmargin 1.5; set bmargin below; set tmargin above
            set xlabel (p + panel_columns > panels ? x_label : '') offset 0,0.3
            set label panel_title[p] at graph 0.5, graph 1 center offset character 0, above - 0.8 font font_panel
            set label note[p] at graph 0.5, graph 1 center offset character 0, lost_lines + note_lines - 0.2 font font_small textcolor rgb ink
            if (rows) { set label lost_word at graph 0, graph 1 + 0.65*line_inch/axes_inch right offset character -0.8, 0 textcolor rgb ink }
            do for [i = 1:|$lost|] {
                if (int(word($lost[i], 1)) == p) {
                    k = int(word($lost[i], 2))
                    set label word($lost[i], 4) at first real(word($lost[i], 3)), graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink
                    set label '' at first real(word($lost[i], 3)), graph lost_y(k) point lt line[k]
                }
            }
            eval 'plot ' . \
                part(curve ? ranged : '', "s'.r(i) using 1:(max($3, low[p])):4 with filledcurves lc rgb (entries > 4 ? spread(line[r(i)]) : band(line[r(i)]))") . \
                part(curve ? '' : ranged, "s'.r(i) using (at($1, r(i))):2:3:4 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[r(i)])") . \
                part(seed_lines ? '' : seeded, "s'.s(i).'_seeds' using (at($1, s(i))):2 with points lt line[s(i)] ps 0.5 lc rgb faint(line[s(i)])") . \
                part(seed_lines ? seeded : '', "s'.s(i).'_seeds' using 1:2 with lines lt line[s(i)] lw 0.6 lc rgb faint(line[s(i)])") . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt line[d(i)] pi stride") . \
                part(marked, "s'.m(i) using 1:2 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
