#include "figures/plot_heat.h"
#include "base/arena.h"
#include "base/number.h"
#include "figures/plot_category.h"
#include "figures/plot_data.h"
#include "figures/plot_paper.h"
#include "figures/plot_script.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NO_DATA "no data"

/* Which cells a data block holds. */
enum block { MEANS, LOST, SOME_LOST, REFUSED, BLOCKS };

static const char *const block_name[BLOCKS] = {"", "_lost", "_some", "_refused"};

/* Parts of a cell by which its number and the count of lost trials stand off its middle. */
static double both_lines(const struct heat *h)
{
    return plot_line_height(POINTS_TEXT) / 2 / h->cell_height;
}

/* ---- data ---- */

static void add_mean(struct text *out, const struct heat *h, const struct heat_cell *cell)
{
    char *shown = h->digits ? heat_number(h, cell->mean) : xstrdup("");
    char *marks = heat_marks(cell, "x");

    plot_add_number(out, cell->mean);
    text_add(out, " \"%s\" %.3g \"%s%s%s\"\n", shown, *marks ? -both_lines(h) : 0, shown,
             *shown && *marks ? " " : "", marks);
    free(shown);
    free(marks);
}

/* Adds the row of a cell, when the block has it; true then. */
static bool add_cell(struct text *out, const struct heat *h, const struct plot_series *s,
                     int column, enum block block)
{
    struct heat_cell cell = heat_cell(s, column);
    bool number = isfinite(cell.mean), some = number && cell.lost + cell.refused > 0;
    const bool holds[BLOCKS] = {number, !number && cell.lost > 0, some,
                                !number && cell.lost == 0 && cell.refused > 0};
    char *marks, *dumb;

    if (!holds[block])
        return false;
    text_add(out, "%d %d ", column, layout_entry(&h->page, s) + 1);
    if (block == MEANS) {
        add_mean(out, h, &cell);
        return true;
    }
    marks = heat_marks(&cell, TIMES);
    dumb = heat_marks(&cell, "x");
    plot_add_number(out, cell.mean);
    text_add(out, " \"%s\" \"%s\"\n", marks, block == REFUSED ? "/" : dumb);
    free(marks);
    free(dumb);
    return true;
}

/* The cells of panel p that a block holds; false: none. `out` may be a dummy. */
static bool add_cells(struct text *out, const struct heat *h, int p, enum block block)
{
    const struct plot_panel *panel = &h->f.panel[p];
    bool any = false;

    for (int s = 0; s < panel->count; s++)
        for (int c = 1; c <= h->f.categories; c++)
            any |= add_cell(out, h, &panel->series[s], c, block);
    return any;
}

static bool has_cells(const struct heat *h, int p, enum block block)
{
    struct text dummy = {0};
    bool any = add_cells(&dummy, h, p, block);

    text_clear(&dummy);
    return any;
}

static void add_blocks(struct text *out, const struct heat *h, int p)
{
    text_add(
        out,
        "\n# Panel %d: column, row, mean, what is printed, how far off the middle, what a terminal "
        "prints; then column, row, mean, counts of %s and refused trials, and those of a terminal.\n",
        p + 1, plot_lost_word(&h->f));
    for (int b = 0; b < BLOCKS; b++) {
        if (!has_cells(h, p, (enum block)b))
            continue;
        text_add(out, "$p%d%s << EOD\n", p + 1, block_name[b]);
        add_cells(out, h, p, (enum block)b);
        text_add(out, "EOD\n");
    }
}

/* ---- a panel ---- */

static void add_plot(struct text *out, const struct heat *h, int p, bool dumb)
{
    int items = 0;

    text_add(out, "        ");
    /* Cells without a number are outlined: white is not on the scale of the colours. */
    for (int b = LOST; b <= REFUSED && !dumb; b++)
        if (b != SOME_LOST && has_cells(h, p, (enum block)b))
            text_add(
                out,
                "%s$p%d%s using 1:2:(0.46):(0.46) with boxxyerror lt 1 lc rgb guide_ink dt solid "
                "lw 0.6 fill empty border lc rgb guide_ink",
                plot_next_item(&items), p + 1, block_name[b]);
    if (has_cells(h, p, REFUSED) && !dumb)
        text_add(
            out,
            "%s$p%d_refused using ($1-0.46):($2+0.46):(0.92):(-0.92) with vectors nohead lt 1 dt solid "
            "lw 0.6 lc rgb guide_ink",
            plot_next_item(&items), p + 1);
    if (has_cells(h, p, MEANS) && !dumb)
        text_add(
            out,
            "%s$p%d using 1:2:(0.5):(0.5):(heat_part($3)) with boxxyerror lt 1 lc palette dt solid lw 1 fill solid "
            "border lc rgb 'white'",
            plot_next_item(&items), p + 1);
    if (has_cells(h, p, MEANS))
        text_add(out, "%s$p%d using 1:%s with labels%s", plot_next_item(&items), p + 1,
                 dumb ? "2:6" : "($2+$5):4:(heat_ink(heat_part($3)))",
                 dumb ? "" : " textcolor rgb variable");
    if (has_cells(h, p, SOME_LOST) && !dumb)
        text_add(out,
                 "%s$p%d_some using 1:($2+%.3g):4:(heat_ink(heat_part($3))) with labels "
                 "textcolor rgb variable",
                 plot_next_item(&items), p + 1, both_lines(h));
    for (int b = LOST; b <= REFUSED; b++)
        if ((b == LOST || (b == REFUSED && dumb)) && has_cells(h, p, (enum block)b))
            text_add(out, "%s$p%d%s using 1:2:%d with labels", plot_next_item(&items), p + 1,
                     block_name[b], dumb ? 5 : 4);
    text_add(out, items > 0 ? "\n" : "plot NaN\n");
}

/* The names of rows beside a panel. */
static void add_rows(struct text *out, const struct heat *h, int p)
{
    const struct layout *l = &h->page;
    const struct panel_layout *at = &l->panel[p];
    double line = plot_line_height(POINTS_TEXT);
    char place[32];

    if (p % l->columns)
        return;
    number_format(place, sizeof place, "screen %.5f", (at->left - 0.05) / l->width);
    for (int k = 0; k < l->entries; k++) {
        double middle = at->top - (k + 0.5) * h->cell_height;

        paper_label(out, l, l->entry[k].shown,
                    middle + (plot_lines(l->entry[k].shown) - 1) * line / 2, POINTS_TEXT, place,
                    "right");
    }
}

/* The colour bar, drawn with the panel whose plot comes next; its label is above it. */
static void add_bar(struct text *out, const struct heat *h)
{
    const struct layout *l = &h->page;
    double line = plot_line_height(POINTS_TEXT);

    text_add(out,
             "        set colorbox horizontal user origin screen %.5f, %.5f size screen %.5f, %.5f "
             "noborder\n        set cbtics out scale 0.4 offset 0,0.4 (",
             h->bar_left / l->width, (h->bar_top - HEAT_BAR) / l->height, h->bar_width / l->width,
             HEAT_BAR / l->height);
    for (int i = 0; i < h->colour.ticks; i++) {
        char *label = axis_label(&h->colour, h->colour.tick[i]);

        text_add(out, "%s", i > 0 ? ", " : "");
        plot_quote(out, label);
        text_add(out, " heat_part(%.10g)", h->colour.tick[i]);
        free(label);
    }
    text_add(out, ")\n");
    paper_label(out, l, l->y_label, h->bar_top + 0.03 + (plot_lines(l->y_label) - 0.5) * line,
                POINTS_TEXT, "screen 0.5", "center");
}

/* What a cell without a number means, under the bar. */
static void add_marks(struct text *out, const struct heat *h)
{
    const struct layout *l = &h->page;

    for (int i = 0; i < h->marks; i++) {
        const struct heat_mark *m = &h->mark[i];
        double text = m->x + (m->box ? HEAT_BOX + HEAT_BOX_GAP : 0);
        char place[32];

        number_format(place, sizeof place, "screen %.5f", text / l->width);
        paper_label(out, l, m->text, m->y, POINTS_TEXT, place, "left");
        if (m->box)
            text_add(out,
                     "        set arrow from screen %.5f, %.5f to screen %.5f, %.5f nohead lt 1 dt "
                     "solid lw 0.6 lc rgb guide_ink\n",
                     m->x / l->width, (m->y - 0.05) / l->height, (m->x + HEAT_BOX) / l->width,
                     (m->y + 0.05) / l->height);
    }
}

static void add_page(struct text *out, const struct heat *h)
{
    const struct layout *l = &h->page;

    paper_heading(out, l);
    add_marks(out, h);
}

static void add_paper(struct text *out, const struct heat *h, int p, bool bar)
{
    const struct layout *l = &h->page;
    const struct panel_layout *at = &l->panel[p];
    char center[32];

    text_add(out,
             "        set lmargin at screen %.5f; set rmargin at screen %.5f\n"
             "        set bmargin at screen %.5f; set tmargin at screen %.5f\n",
             at->left / l->width, at->right / l->width, at->bottom / l->height,
             at->top / l->height);
    if (h->f.categories > 0)
        category_paper(out, &h->f, l, p);
    /* Between cells there are no lines. */
    text_add(out, "        unset arrow\n");
    number_format(center, sizeof center, "screen %.5f", at->center / l->width);
    paper_label(out, l, at->title, at->title_y, POINTS_PANEL, center, "center font font_panel");
    paper_label(out, l, at->note, at->note_y, POINTS_TEXT, center,
                "center font font_small textcolor rgb ink");
    add_rows(out, h, p);
    if (p == 0)
        add_page(out, h);
    if (bar)
        add_bar(out, h);
    add_plot(out, h, p, false);
    text_add(out, "        unset label; unset arrow; unset colorbox\n");
}

/* ---- for a text terminal ---- */

static void add_dumb(struct text *out, const struct heat *h, int p)
{
    const struct layout *l = &h->page;
    const char *part[] = {p == 0 ? l->title : "", p == 0 ? l->caption : "", l->panel[p].title,
                          l->y_label, l->panel[p].note};
    struct text title = {0};

    for (int i = 0; i < 5; i++)
        text_add(&title, "%s%s", title.length && *part[i] ? "\n" : "", part[i]);
    heat_print_kinds(&title, h);
    text_add(out, "        set title ");
    plot_quote_lines(out, text_str(&title));
    text_clear(&title);
    text_add(out, "\n        set ytics scale 0 (");
    for (int k = 0; k < l->entries; k++) {
        text_add(out, "%sbrief(", k ? ", " : "");
        plot_quote(out, l->entry[k].label);
        text_add(out, ") %d", k + 1);
    }
    text_add(out, ")\n        set xtics scale 0 (");
    for (int c = 0; c < h->f.categories; c++) {
        text_add(out, "%s", c ? ", " : "");
        plot_quote(out, h->f.category[c]);
        text_add(out, " %d", c + 1);
    }
    text_add(out, ")\n        set xlabel ");
    plot_quote(out, h->f.x_label);
    text_add(out, "\n");
    add_plot(out, h, p, true);
    text_add(out, "        unset label; unset title; unset xlabel; unset xtics; unset ytics\n");
}

/* ---- the script ---- */

static void add_panel(struct text *out, const struct heat *h, int p, bool bar)
{
    bool empty = true;

    for (int b = 0; b < BLOCKS; b++)
        empty = empty && !has_cells(h, p, (enum block)b);
    text_add(out, "\n    # Panel %d\n    set xrange [0.5:%g]; set yrange [%g:0.5]\n", p + 1,
             fmax(h->f.categories, 1) + 0.5, fmax(h->page.entries, 1) + 0.5);
    text_add(out, "    unset xtics; unset ytics\n    if (t eq 'dumb') {\n");
    if (empty)
        text_add(out, "        set label '" NO_DATA "' at graph 0.5, graph 0.5 center\n");
    add_dumb(out, h, p);
    text_add(out, "    } else {\n");
    if (empty)
        text_add(out, "        set label '" NO_DATA "' at graph 0.5, graph 0.5 center\n");
    add_paper(out, h, p, bar);
    text_add(out, "    }\n");
}

void heat_script(struct text *out, const struct plot_figure *figure)
{
    struct heat h;
    bool bar = false;

    heat_layout_init(&h, figure);
    plot_head(out, figure->name, h.page.width, h.page.height);
    text_add(out,
             "\n# The range of the colours.\nheat_log = %d; heat_low = %.10g; heat_high = %.10g\n"
             "page_lines = %d\n",
             h.colour.log != 0, h.colour.low, h.colour.high, 2 * h.page.entries + 10);
    for (int p = 0; p < h.f.panels; p++)
        add_blocks(out, &h, p);
    plot_begin(out);
    text_add(out, "    unset grid; unset border\n");
    for (int p = 0; p < h.f.panels; p++) {
        bool first = !bar && has_cells(&h, p, MEANS);

        add_panel(out, &h, p, first);
        bar = bar || first;
    }
    plot_end(out);
    heat_layout_release(&h);
}
