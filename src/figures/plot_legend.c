#include "figures/plot_legend.h"
#include "base/arena.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEGEND_GAP 0.2

static const char *given(const char *s)
{
    return s ? s : "";
}

/* Style's first word decides, so "groupnorm groups=8" and, within a cell, "groupnorm:groups=8" are groupnorm. */
static bool same_style(const char *a, const char *b)
{
    size_t n = strcspn(a, " :");

    return n == strcspn(b, " :") && strncmp(a, b, n) == 0;
}

int layout_entry(const struct layout *l, const struct plot_series *series)
{
    for (int i = 0; i < l->entries; i++)
        if (strcmp(l->entry[i].label, given(series->label)) == 0 &&
            same_style(l->entry[i].style, given(series->style)) &&
            l->entry[i].marks == series->marks)
            return i;
    return -1;
}

/* The entry's place among those before it. */
static void rank(struct layout *l, struct legend_entry *e)
{
    e->first = l->entries;
    e->style_rank = l->styles;
    for (int i = l->entries - 1; i >= 0; i--) {
        const struct legend_entry *other = &l->entry[i];

        if (!same_style(other->style, e->style))
            continue;
        if (!other->marks)
            e->first = i;
        e->variant += other->marks == e->marks;
        e->style_rank = other->style_rank;
        e->depth++;
    }
    l->styles += e->depth == 0;
}

void legend_collect(struct layout *l, const struct plot_figure *f)
{
    for (int p = 0; p < f->panels; p++)
        for (int s = 0; s < f->panel[p].count; s++) {
            const struct plot_series *series = &f->panel[p].series[s];
            struct legend_entry e = {.label = given(series->label),
                                     .style = given(series->style),
                                     .marks = series->marks,
                                     .sample = f->categories > 0 ? LEGEND_POINT : LEGEND_LINE};

            if (layout_entry(l, series) >= 0)
                continue;
            rank(l, &e);
            l->entry = xrealloc(l->entry, (size_t)(l->entries + 1) * sizeof *l->entry);
            l->entry[l->entries++] = e;
        }
}

/* Shortens the labels to the page; returns the width of the entries side by side. */
static double measure_legend(struct layout *l)
{
    double room = l->width - 2 * PAGE_MARGIN, total = 0;

    for (int i = 0; i < l->entries; i++) {
        struct legend_entry *e = &l->entry[i];
        double lead = e->sample + LEGEND_TEXT;

        e->shown = plot_shorten(e->label, POINTS_TEXT, room - lead);
        e->width = lead + plot_text_width(e->shown, POINTS_TEXT);
        total += e->width + (i > 0 ? LEGEND_GAP : 0);
    }
    return total;
}

/* The cell that an entry is in, when it has one to itself or is one of `depth` in its style's. */
static int cell_of(const struct legend_entry *e, int i, int depth)
{
    return depth > 1 ? e->style_rank : i;
}

/* Sets where each column begins, from the first one's 0; returns where the last one ends. */
static double column_starts(const struct layout *l, int columns, int depth, double *start)
{
    double at = 0;

    for (int c = 0; c < columns; c++) {
        double widest = 0;

        for (int i = 0; i < l->entries; i++)
            if (cell_of(&l->entry[i], i, depth) % columns == c)
                widest = fmax(widest, l->entry[i].width);
        start[c] = at;
        at += widest + LEGEND_GAP;
    }
    return at - LEGEND_GAP;
}

/* As many columns as fit, each as wide as its widest entry. A cell has an entry, or the few entries of
 * a style one below the other, so that the lines of a norm stand together. Returns the height. */
static double place_columns(struct layout *l)
{
    double line = plot_line_height(POINTS_TEXT) * 1.05, y = 0, width = 0;
    double *start = xcalloc((size_t)l->entries, sizeof *start);
    int depth = 1, cells, columns = 1, rows = 1;

    for (int i = 0; i < l->entries; i++)
        depth = l->entry[i].depth + 1 > depth ? l->entry[i].depth + 1 : depth;
    depth = depth <= 3 && l->styles > 1 ? depth : 1;
    cells = depth > 1 ? l->styles : l->entries;
    for (int most = cells; most > 0; most--) {
        rows = (cells + most - 1) / most;
        columns = (cells + rows - 1) / rows;
        width = column_starts(l, columns, depth, start);
        if (width <= l->width - 2 * PAGE_MARGIN)
            break;
    }
    for (int row = 0; row < rows; row++) {
        int deepest = 0;

        for (int i = 0; i < l->entries; i++) {
            struct legend_entry *e = &l->entry[i];
            int cell = cell_of(e, i, depth), down = depth > 1 ? e->depth : 0;

            if (cell / columns != row)
                continue;
            e->x = (l->width - width) / 2 + start[cell % columns];
            e->y = y - line * (down + 0.5);
            deepest = down > deepest ? down : deepest;
        }
        y -= line * (deepest + 1 + (depth > 1 && row + 1 < rows ? 0.3 : 0));
    }
    free(start);
    return -y;
}

/* One row of entries as wide as they are, if it fits; else columns. */
double legend_place(struct layout *l)
{
    double line = plot_line_height(POINTS_TEXT) * 1.05, total = measure_legend(l);
    double at = (l->width - total) / 2;

    if (total > l->width - 2 * PAGE_MARGIN)
        return place_columns(l);
    for (int i = 0; i < l->entries; i++) {
        l->entry[i].x = at;
        l->entry[i].y = -line / 2;
        at += l->entry[i].width + LEGEND_GAP;
    }
    return l->entries > 0 ? line : 0;
}
