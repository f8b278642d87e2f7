# ---- Lines over categories: medians side by side, or bars from zero, intervals of the mean, every seed. ----

slot = alone ? (bars ? 0.5 : 0.25) : min(bars ? 0.5 : 0.25, 0.8/entries)
center(k) = alone ? 0 : (k - (entries + 1)/2.)*slot
lost_x(x, k) = x + center(k)
lost_name(x) = category[int(x)]
x_part(x) = (x - 0.5)/categories
mean_at(x, k) = x + center(k) + (bars || !any_seeds ? 0 : slot/5)
seed_at(x, k) = x + center(k) - (bars ? 0 : slot/5)

# There is no key where it would only repeat the names below the axes.
named = 0
do for [k = 1:entries] { do for [i = 1:categories] { if (category[i] eq label[k]) { named = named + 1 } } }
with_key = !(alone && named == entries)
if (!with_key) { key_inch = 0.05 }

# Names below the axes: in lines where their words fit side by side, else aslant.
slot_letters = max(3, int((cell_inch - 7*char_inch)/categories/char_inch*0.95) - 1)
widest_word = 1; longest_name = 1; name_lines = 1
do for [i = 1:categories] {
    longest_name = max(longest_name, strlen(category[i]))
    do for [w in category[i]] { widest_word = max(widest_word, strlen(w)) }
}
slant = widest_word > slot_letters
do for [i = 1:categories] {
    category[i] = slant ? abridge(category[i], letters(1.5, 0)) : wrap(category[i], slot_letters)
    name_lines = max(name_lines, lines_in(category[i]))
}
below = 0.9 + 1.1*lines_in(x_label) + (slant ? 0.6 + 0.5*min(longest_name, letters(1.5, 0))*char_inch/line_inch : name_lines)
eval place
# Bars, too, are told apart by the points at their ends, which differ in grey.
what(k) = sprintf('points lt line[%d]', k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        eval page_labels
        if (!with_key) { unset key }
        eval 'plot ' . key . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [0.5:categories + 0.5]
        set xtics nomirror scale 0 (tick_text(category[1]) 1)
        do for [i = 2:categories] { set xtics add (tick_text(category[i]) i) }
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "using (pick('mean median', mean_at($2, d(i)))):3 with points lt d(i) pt d(i) title brief(label[d(i)])") . \
                part(marked, "using (pick('printed', mean_at($2, m(i)))):3 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            if (slant) { set xtics rotate by 30 right }
            do for [i = 1:categories - 1] {
                set arrow from first i + 0.5, graph 0 to first i + 0.5, graph 1 nohead back lw 0.5 dt solid lc rgb 0xDDDDDD
            }
            set boxwidth 0.86*slot
            eval 'plot ' . \
                part(bars ? drawn : '', "using (pick('mean median', mean_at($2, d(i)))):3 with boxes fs solid 1 noborder lc rgb bar(line[d(i)])") . \
                part(drawn, "using (pick('mean median interval', mean_at($2, d(i)))):(max($4, low[p])):(0):($5 - max($4, low[p])) with vectors nohead lw 1 dt solid lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('seed', seed_at($2, d(i)))):3 with points pt 7 ps seed_size lc rgb faint(line[d(i)])") . \
                part(drawn, "using (pick('mean median', mean_at($2, d(i)))):3 with points lt line[d(i)]") . \
                part(marked, "using (pick('printed', mean_at($2, m(i)))):3 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
