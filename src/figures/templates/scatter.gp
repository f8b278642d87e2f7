# ---- A scatter: a point for each line, where its seeds have their medians of x and y, every seed, and names beside points. ----

key_inch = 0.05
below = 1.6 + lines_in(x_label)
axes_inch = max(axes_inch, min(0.6*width, 1.2*line_inch*entries))

# Each panel has its own range of x. A point's name needs room on its right.
array x_from[panels]; array x_to[panels]; array point_x[panels*entries + 1]; array point_y[panels*entries + 1]
scaled_x(x) = x_log ? log(x) : x
set_point(at, w, x, y) = w eq 'mean' || w eq 'median' ? (point_x[at] = x, point_y[at] = y, 1) : 0
reach(p, w, x) = w eq 'mean' || w eq 'median' || w eq 'seed' ? (x_from[p] = lower(x_from[p], x), x_to[p] = higher(x_to[p], x), 1) : 0
do for [i = 1:panels*entries + 1] { point_x[i] = NaN; point_y[i] = NaN }
set table $scratch
do for [p = 1:panels] {
    x_from[p] = NaN; x_to[p] = NaN
    do for [k in shown[p]] {
        plot block(p, k) using (reach(p, strcol(1), $2) + set_point((p - 1)*entries + int(k), strcol(1), $2, $3)) with table
    }
}
unset table
do for [p = 1:panels] {
    if (x_from[p] != x_from[p]) { x_from[p] = 1; x_to[p] = 2 }
    spread_x = scaled_x(x_to[p]) - scaled_x(x_from[p])
    x_pad = spread_x > 0 ? 0.06*spread_x : x_log ? 0.1 : x_from[p] != 0 ? 0.1*abs(x_from[p]) : 1
    x_from[p] = x_log ? x_from[p]*exp(-x_pad) : x_from[p] - x_pad
    x_to[p] = x_log ? x_to[p]*exp(x_pad) : x_to[p] + x_pad
}
x_part(x) = 0
eval place
lost_x(x, k) = x
lost_name(x) = x

# Positions of names, in inches from the lower left corner of the axes: right of their point, or left of it where the axes
# end. Names that overlap, or lie on the point of another line, are moved up and down.
axis_width = cell_inch - 7*char_inch
gap = 0.09; least = 1.05*line_inch
array at_x[entries + 1]; array at_y[entries + 1]; array name_x[entries + 1]; array name_y[entries + 1]; array name_width[entries + 1]
array place_x[panels*entries + 1]; array place_y[panels*entries + 1]; array is_left[panels*entries + 1]
name_width_of(i) = strlen(label[i])*char_inch + 0.05
point_inch_y(at, p) = axes_inch*(scaled(point_y[at]) - scaled(low[p]))/(scaled(high[p]) - scaled(low[p]))
beside(i, j) = abs(name_x[i] - name_x[j]) < 0.5*(name_width[i] + name_width[j])
upon(i, j) = beside(i, j) && abs(name_y[i] - name_y[j]) < least
on_point(i, j) = abs(name_x[i] - at_x[j]) < 0.5*name_width[i] && abs(name_y[i] - at_y[j]) < 0.5*least
within(v) = max(0.5*least, min(axes_inch - 0.5*least, v))
push_names = "d = name_y[i] - name_y[j]; push = 0.5*(least - abs(d)) + 0.002; if (d < 0 || (d == 0 && i > j)) { push = -push }; " . \
    "name_y[i] = within(name_y[i] + push); name_y[j] = within(name_y[j] - push); moved = 1"
push_point = "d = name_y[i] - at_y[j]; push = 0.5*least - abs(d) + 0.002; name_y[i] = within(name_y[i] + (d < 0 ? -push : push)); moved = 1"
do for [p = 1:panels] {
    do for [k in shown[p]] {
        i = int(k); at = (p - 1)*entries + i
        at_x[i] = axis_width*(scaled_x(point_x[at]) - scaled_x(x_from[p]))/(scaled_x(x_to[p]) - scaled_x(x_from[p]))
        at_y[i] = point_inch_y(at, p)
        name_width[i] = name_width_of(i)
        is_left[at] = at_x[i] + gap + name_width[i] > axis_width
        name_x[i] = at_x[i] + (is_left[at] ? -1 : 1)*(gap + 0.5*name_width[i]); name_y[i] = at_y[i]
    }
    # Where there is no room for all, names must not overlap, but may lie on points.
    moved = 1
    do for [turn = 1:120] {
        if (moved) {
            moved = 0
            do for [k in shown[p]] { i = int(k); do for [m in shown[p]] { j = int(m); if (i < j) {
                if (upon(i, j)) { eval push_names }
                if (turn < 80 && on_point(i, j)) { eval push_point }
                if (turn < 80 && on_point(j, i)) { i = j; j = int(k); eval push_point; j = i; i = int(k) }
            } } }
        }
    }
    do for [k in shown[p]] { i = int(k); at = (p - 1)*entries + i; place_x[at] = name_x[i] - 0.5*name_width[i]; place_y[at] = name_y[i] }
}

d(i) = nth(drawn, i); m(i) = nth(marked, i)
page_lines = 30
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        eval page_labels
        eval 'plot NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from[p]:x_to[p]]
        if (x_log) { set logscale x 10; eval set_log_ticks('x', x_from[p], x_to[p]) } else { set xtics nomirror autofreq }
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "using (pick('mean median', $2)):3 with points lt d(i) pt d(i) title brief(label[d(i)])") . \
                part(marked, "using (pick('printed', $2)):3 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            do for [k in drawn] {
                i = int(k); at = (p - 1)*entries + i
                edge = place_x[at] + (is_left[at] ? name_width_of(i) : 0)
                if (is_left[at]) { set label tx(label[i]) at graph edge/axis_width, graph place_y[at]/axes_inch right textcolor rgb style_rgb[line[i]] }
                if (!is_left[at]) { set label tx(label[i]) at graph edge/axis_width, graph place_y[at]/axes_inch left textcolor rgb style_rgb[line[i]] }
                # A thin line leads from the point to a name that had to move.
                if (abs(place_y[at] - point_inch_y(at, p)) > 0.5*least) {
                    set arrow from first point_x[at], first point_y[at] to graph edge/axis_width, graph place_y[at]/axes_inch nohead back lw 0.6 dt solid lc rgb faint(line[i])
                }
            }
            eval 'plot ' . \
                part(drawn, "using (pick('seed', $2)):3 with points pt 7 ps seed_size lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', $2)):3 with points lt line[d(i)]") . \
                part(marked, "using (pick('printed', $2)):3 with points lt line[m(i)]") . 'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
