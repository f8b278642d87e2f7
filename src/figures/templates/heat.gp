# ---- A heat map: a row for each line, a column for each category, the median as colour and as number. ----

heat_log = y_log
heat_low = all_low; heat_high = all_high
if (heat_low != heat_low) { heat_low = 0; heat_high = 1 }
if (heat_low == heat_high) { heat_high = heat_low + max(abs(heat_low), 1)*1e-6 }

# Rows are the lines that are no theory. A theory is drawn over the map, by place_of(v): its value v lies between two
# rows, whose names are numbers.
array row_of[entries + 1]; array row_label[entries + 1]
rows = 0
do for [k = 1:entries] {
    row_of[k] = 0
    if (look[k] ne 'theory') { rows = rows + 1; row_of[k] = rows; row_label[rows] = label[k] }
    if (look[k] eq 'theory') { caption = caption . '; line: ' . label[k] }
}
row_after(v, i) = i >= rows || num(row_label[i + 1]) > v ? i : row_after(v, i + 1)
row_between(v, i) = i >= rows ? rows : i + (v - num(row_label[i]))/(num(row_label[i + 1]) - num(row_label[i]))
place_of(v) = v < num(row_label[1]) ? NaN : v > num(row_label[rows]) ? NaN : row_between(v, row_after(v, 1))

# A panel has columns of the categories for which it has values: column_of[(p - 1)*categories + i] is the column of category i,
# or NaN, and columns_in[p] their number.
# $cellsP, of panel P: column, row, whether there is a median, the median, the numbers of unsuccessful and of refused trials.
array cell_mean[rows*categories + 1]; array cell_lost[rows*categories + 1]; array cell_refused[rows*categories + 1]
fill(at, w, y) = (y == y && (w eq 'mean' || w eq 'median') ? (cell_mean[at] = y, 1) : 0, w eq 'lost' ? (cell_lost[at] = y, 1) : 0, w eq 'refused' ? (cell_refused[at] = y, 1) : 0, 1)
array column_of[panels*categories + 1]; array columns_in[panels + 1]
most_columns = 1
use(p, i, w, y) = y == y && w ne 'seed' ? (column_of[(p - 1)*categories + i] = 1) : 0
column_at(p, i) = column_of[(p - 1)*categories + i]
has_column(p, i) = column_at(p, i) == column_at(p, i)
do for [p = 1:panels] {
    do for [i = 1:rows*categories] { cell_mean[i] = NaN; cell_lost[i] = 0; cell_refused[i] = 0 }
    do for [i = 1:categories] { column_of[(p - 1)*categories + i] = NaN }
    set table $scratch
    do for [k in shown[p]] { plot block(p, k) using (fill((row_of[int(k)] - 1)*categories + int($2), strcol(1), $3) + use(p, int($2), strcol(1), $3)) with table }
    unset table
    columns_in[p] = 0
    do for [i = 1:categories] {
        if (has_column(p, i)) { columns_in[p] = columns_in[p] + 1; column_of[(p - 1)*categories + i] = columns_in[p] }
    }
    if (columns_in[p] == 0) {
        columns_in[p] = categories
        do for [i = 1:categories] { column_of[(p - 1)*categories + i] = i }
    }
    most_columns = max(most_columns, columns_in[p])
    eval sprintf('set print $cells%d', p)
    do for [i = 1:rows*categories] {
        at = (i - 1) % categories + 1
        if (!has_column(p, at)) { continue }
        print sprintf('%d %d %d %.17g %d %d', column_at(p, at), (i - 1)/categories + 1, cell_mean[i] == cell_mean[i], \
                      cell_mean[i] == cell_mean[i] ? cell_mean[i] : 0, cell_lost[i], cell_refused[i])
    }
    set print
}

# Names of rows stand left of the first panel of each row of panels; columns' names below, aslant where they are long.
longest_name = 1
# short(s): 1e-5 for 1e-05.
short(s) = strstrt(s, 'e-0') > 1 && strlen(s) == strstrt(s, 'e-0') + 3 ? s[1:strstrt(s, 'e-0')+1] . s[strlen(s):*] : s
do for [i = 1:categories] { category[i] = short(category[i]) }
widest_row = 1
do for [k = 1:rows] { row_label[k] = abridge(row_label[k], letters(0.36*width, 0)); widest_row = max(widest_row, strlen(row_label[k])) }
do for [i = 1:categories] { longest_name = max(longest_name, strlen(category[i])) }
name_inch = (1.1*widest_row + 1)*char_inch + 0.06
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(most_columns*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = min((width - name_inch - 0.06)/panel_columns - 0.15, most_columns*(panels == 1 ? 2.2 : 1.1))
indent_inch = 0.5*(width - name_inch - 0.06 - panel_columns*(map_inch + 0.15))
# roomy: the cells are so wide that their numbers have a larger font.
roomy = map_inch/most_columns > 1.5
cell_letters = map_inch/most_columns/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/most_columns > 1.7*line_inch ? 35 : 90
counted = lost_count || refused_count
cell_high = line_inch*(counted ? 2.4 : roomy ? 2.1 : 1.7)
lines_above = 0
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(map_inch*columns_in[p]/most_columns, 1))
    lines_above = max(lines_above, lines_in(panel_title[p]))
}
below_inch = line_inch*(0.5 + (x_label eq '' ? 0.3 : 1.3) + (slant ? 0.4 + (slant == 90 ? 0.95 : 0.55)*longest_name*char_inch/line_inch : 1))
above_inch = line_inch*(1.15*lines_above + 0.5)
row_inch = rows*cell_high + above_inch + below_inch
bar_inch = 3.7*line_inch
bar_part = min(0.7, 2.1/width)
if (lost_count) { caption = caption . '; ×n: n trials ' . lost_word }
if (refused_count) { caption = caption . '; –: refused' }
caption_text = balanced(caption, letters(0.97*width, 0))
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
# cross(x, v): notes the cells whose numbers a line of theory may cross, in column x at v between two rows. edge: the
# width of the outline of such a number, in letters.
array crossed[rows*categories + 1]
hit(x, i) = i >= 1 && i <= rows ? (crossed[(i - 1)*categories + x] = 1) : 0
cross(x, v) = x == x && v == v ? hit(x, int(v)) + hit(x, int(v) + 1) : 0
edge = 0.22
ink_on(any, v) = any > 0 ? heat_ink(heat_part(v)) : ink

page_lines = 12 + 2*rows
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    font_number = roomy ? font_panel : font_small
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        unset key
        plot NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        unset grid; unset logscale
        set xrange [0.5:columns_in[p] + 0.5]; set yrange [rows + 0.5:0.5]
        set xtics nomirror scale 0 ('' -1)
        do for [i = 1:categories] { if (has_column(p, i)) { set xtics add (tick_text(category[i]) column_at(p, i)) } }
        set ytics nomirror scale 0 (tick_text(row_label[1]) 1)
        do for [k = 2:rows] { set ytics add (tick_text(row_label[k]) k) }
        set xlabel (p + panel_columns > panels ? tx(x_label) : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            in_row = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = indent_inch + name_inch + in_row*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch*columns_in[p]/most_columns)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + rows*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (in_row > 0) { set format y '' ; unset ytics }
            set xlabel offset 0,0.3
            set label tx(panel_title[p]) at graph 0.5, graph 1 center offset character 0, 1.1*lines_above - 0.25 font font_panel
            if (heat_log) { set logscale cb 10 }
            set cbrange [heat_low:heat_high]
            if (p == panels) {
                set colorbox horizontal user origin 0.5 - bar_part/2, 1.6*line_inch/height size bar_part, 0.1/height front noborder
                if (heat_log) { eval set_log_ticks('cb', heat_low, heat_high) } else { set cbtics nomirror nice((heat_high - heat_low)/4., 10.**floor(log10((heat_high - heat_low)/4.))) }
                set cbtics scale 0.3 offset 0,0.4
                set label tx(y_label . (y_log ? ' (log scale)' : '')) at screen 0.5, screen (2.2*line_inch + 0.1)/height center
            } else {
                unset colorbox
            }
            plot '$cells'.p using 1:($5 + $6 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror fs solid noborder fc rgb 0xE4E4E4 notitle, \
                 '' using 1:($3 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5):4 with boxxyerror fs solid noborder lc palette notitle, \
                 '' using 1:2:($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror lc rgb 'white' lw 1.5 dt solid fs empty border notitle
            unset label; unset xlabel; unset xtics; unset ytics; unset colorbox
            # A theory's line lies under the numbers, and each number that it crosses has an outline in its cell's colour.
            if (words(with_theory[p])) {
                eval 'plot ' . \
                    part(with_theory[p], "using (pick('theory', column_at(p, int($2)))):(place_of($3)) with lines lw 4 dt solid lc rgb 'white'") . \
                    part(with_theory[p], "using (pick('theory', column_at(p, int($2)))):(place_of($3)) with lines lw 2 dt (8,4) lc rgb 'black'") . 'NaN notitle'
                do for [i = 1:rows*categories] { crossed[i] = 0 }
                set table $scratch
                do for [k in with_theory[p]] { plot block(p, k) using (cross(column_at(p, int($2)), place_of($3))) with table }
                unset table
                plot for [i = 1:8] '$cells'.p using 1:($3 > 0 && crossed[($2 - 1)*categories + $1] ? $2 - beside($5, $6) : NaN):(number($4)):4 \
                    with labels font font_number textcolor palette offset character edge*cos(i*pi/4), edge*sin(i*pi/4) notitle
            }
            plot '$cells'.p using 1:($2 - ($3 > 0 ? beside($5, $6) : 0)):($3 > 0 ? number($4) : ''):(ink_on($3, $4)) with labels font font_number textcolor rgb variable notitle, \
                 '' using 1:($2 + ($3 > 0 ? beside($5, $6) : 0)):(tx(counts($5, $6))):(ink_on($3, $4)) with labels textcolor rgb variable notitle
        }
        unset label; unset arrow; unset colorbox
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1; set border 3
}
