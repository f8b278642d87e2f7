# ---- Small multiples: a panel for each line of each panel, the others faint behind it. The next programs draw them. ----
# Where some lines are references, these alone stand behind all panels, in their colours, and a key names them.

with_faint = 1
if (bands) { references = '' }
in_key(k) = strstrt(references . ' ', sprintf(' %d ', k)) > 0
of_key(list) = words(list) == 0 ? '' : (in_key(nth(list, 1)) ? ' ' . word(list, 1) : '') . of_key(rest_of(list))
cells = 0
do for [p = 1:panels] { cells = cells + words(shown[p]) }
array m_title[cells + 1]; array m_note[cells + 1]; array m_low[cells + 1]; array m_high[cells + 1]; array m_end[cells + 1]
array m_line[cells + 1]; array m_data[cells + 1]; array m_rest[cells + 1]; array m_marks[cells + 1]; array m_theory[cells + 1]
# Bands stand in a row for each line where a row has room for all panels; other lines stand by panel.
rowwise = bands && panels > 1 && panels <= 5
c = 0
set_cell = "c = c + 1; m_title[c] = panel_title[p] eq '' ? label[k] : label[k] . ', ' . panel_title[p]; " . \
    "m_note[c] = k == nth(shown[p], 1) ? note[p] : ''; m_low[c] = low[p]; m_high[c] = high[p]; m_end[c] = x_end[p]; " . \
    "m_line[c] = sprintf(' %d', k); m_data[c] = p; m_rest[c] = bands ? '' : references eq '' ? shown[p] : of_key(shown[p]); m_marks[c] = with_marks[p]; m_theory[c] = with_theory[p]"
has(p, k) = strstrt(shown[p] . ' ', sprintf(' %d ', k)) > 0
if (rowwise) { do for [k = 1:entries] { do for [p = 1:panels] { if (has(p, k)) { eval set_cell } } } }
if (!rowwise) { do for [p = 1:panels] { do for [k = 1:entries] { if (has(p, k)) { eval set_cell } } } }
columns_wanted = rowwise ? panels : 0
if (cells) {
    panels = cells
    do for [pair in 'panel_title=m_title note=m_note low=m_low high=m_high x_end=m_end shown=m_line data_of=m_data faint_lines=m_rest with_marks=m_marks with_theory=m_theory'] {
        to = pair[1:strstrt(pair, '=')-1]; from = pair[strstrt(pair, '=')+1:*]
        eval sprintf('array %s[%d]; do for [c = 1:%d] { %s[c] = %s[c] }', to, cells, cells, to, from)
    }
    panel_columns = max(1, min(columns_wanted ? columns_wanted : min(panels, 5), int(width/1.35)))
    panel_rows = ceiling(1.0*panels/panel_columns)
    n_key = words(references); widest_label = 1
    do for [k in references] { widest_label = max(widest_label, strlen(label[int(k)])) }
    eval set_key_size
    if (n_key == 0) { key_inch = 0.05 }
}
