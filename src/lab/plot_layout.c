#include "lab/plot_layout.h"
#include "base/arena.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_ONE    3.4  /* inches: one column of a paper, */
#define PAGE_TWO    7.0  /* and two */
#define ENTRIES_ONE 6    /* more series than this need the wider page */
#define RIGHT       0.14 /* right of the axes: half a tick label */
#define MARGIN      0.06
#define TICKS_BELOW 0.36 /* tick labels and x label under the axes */
#define ROW_GAP     0.12
#define LEGEND_GAP  0.2

double plot_line_height(double points)
{
    return points * 1.3 / 72;
}

static const char *given(const char *s)
{
    return s ? s : "";
}

/* Style's first word decides, so "groupnorm groups=8" is groupnorm. */
static bool same_style(const char *a, const char *b)
{
    size_t n = strcspn(a, " ");

    return n == strcspn(b, " ") && strncmp(a, b, n) == 0;
}

int layout_entry(const struct layout *l, const struct plot_series *series)
{
    for (int i = 0; i < l->entries; i++)
        if (strcmp(l->entry[i].label, given(series->label)) == 0 &&
            same_style(l->entry[i].style, given(series->style)))
            return i;
    return -1;
}

static void collect_entries(struct layout *l, const struct plot_figure *f)
{
    for (int p = 0; p < f->panels; p++)
        for (int s = 0; s < f->panel[p].count; s++) {
            const struct plot_series *series = &f->panel[p].series[s];
            struct legend_entry *e;

            if (layout_entry(l, series) >= 0)
                continue;
            l->entry = xrealloc(l->entry, (size_t)(l->entries + 1) * sizeof *l->entry);
            e = &l->entry[l->entries];
            *e = (struct legend_entry){
                .label = given(series->label), .style = given(series->style), .first = l->entries};
            for (int i = l->entries - 1; i >= 0; i--)
                if (same_style(l->entry[i].style, e->style)) {
                    e->first = i;
                    e->variant++;
                }
            e->style_rank = e->variant > 0 ? l->entry[e->first].style_rank : l->styles++;
            l->entries++;
        }
}

/* Marks at one x stand one above the other; the rows that this takes. */
static int rows_of_lost(const struct plot_panel *p)
{
    int rows = 0;

    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].losts; i++) {
            int here = 0;

            for (int t = 0; t < p->count; t++)
                for (int j = 0; j < p->series[t].losts; j++)
                    here += p->series[t].lost[j][0] == p->series[s].lost[i][0] &&
                            p->series[t].lost[j][1] > 0;
            rows = here > rows ? here : rows;
        }
    return rows;
}

static double tick_width(const struct axis *a)
{
    double widest = 0;

    for (int i = 0; i < a->ticks; i++) {
        char *label = axis_label(a, a->tick[i]);

        widest = fmax(widest, plot_text_width(label, POINTS_TEXT));
        free(label);
    }
    return widest;
}

/* Room left of the axes for tick labels and for the word beside diverged trials: the widest need
 * counts for all panels, so that their axes are of one size. */
static double room_for_ticks(const struct layout *l, const struct plot_figure *f)
{
    double room = 0;

    for (int i = 0; i < f->panels; i++) {
        room = fmax(room, tick_width(&l->y[i]));
        if (rows_of_lost(&f->panel[i]) > 0)
            room = fmax(room, plot_text_width(LOST_WORD, POINTS_TEXT));
    }
    return room + 0.1;
}

/* Left and right edges of all axes, and the panels' texts wrapped to the room that they have. */
static void place_across(struct layout *l, const struct plot_figure *f)
{
    int columns = f->panels > 1 ? 2 : 1;
    double room = room_for_ticks(l, f), line = plot_line_height(POINTS_TEXT);
    double label = *l->y_label ? MARGIN + 0.05 + plot_lines(l->y_label) * line : 0;
    double axes = (l->width - label - columns * (room + RIGHT)) / columns;

    for (int i = 0; i < f->panels; i++) {
        struct panel_layout *p = &l->panel[i];
        int column = i % columns;
        /* Centred on the axes, text may reach over their right margin but not beyond. */
        double text = columns > 1 ? axes + 2 * RIGHT : l->width - 2 * MARGIN;

        p->left = label + room + column * (axes + RIGHT + room);
        p->right = p->left + axes;
        p->y_label_x = column == 0 ? MARGIN + line / 2 : 0;
        p->center = columns > 1 ? (p->left + p->right) / 2 : l->width / 2;
        p->title = plot_wrap(f->panel[i].title, POINTS_PANEL, text, 2);
        p->note = plot_wrap(f->panel[i].note, POINTS_TEXT, text, 4);
        p->lost_rows = rows_of_lost(&f->panel[i]);
    }
}

/* Heights of a row of panels: those of its neediest panel, so that its axes are aligned. Returns
 * what the row takes; `top` is its upper edge. */
static double place_row(struct layout *l, int first, int count, double top)
{
    double title = plot_line_height(POINTS_PANEL), note = plot_line_height(POINTS_TEXT);
    int titles = 0, notes = 0, losts = 0;
    double head;

    for (int i = first; i < first + count; i++) {
        struct panel_layout *p = &l->panel[i];

        titles = plot_lines(p->title) > titles ? plot_lines(p->title) : titles;
        notes = plot_lines(p->note) > notes ? plot_lines(p->note) : notes;
        losts = p->lost_rows > losts ? p->lost_rows : losts;
    }
    head = titles * title + notes * note + 0.05 + (losts > 0 ? LOST_FIRST + losts * LOST_STEP : 0);
    for (int i = first; i < first + count; i++) {
        struct panel_layout *p = &l->panel[i];

        p->title_y = top - title / 2;
        p->note_y = top - plot_lines(p->title) * title - note / 2;
        p->top = top - head;
        p->bottom = p->top - AXIS_Y_INCHES;
    }
    return head + AXIS_Y_INCHES + TICKS_BELOW;
}

/* Shortens the labels to the page; returns the width of the entries side by side. */
static double measure_legend(struct layout *l, double *widest)
{
    double lead = 1.3 * LEGEND_LINE, room = l->width - 2 * MARGIN, total = 0;

    *widest = 0;
    for (int i = 0; i < l->entries; i++) {
        struct legend_entry *e = &l->entry[i];

        e->shown = plot_shorten(e->label, POINTS_TEXT, room - lead);
        e->width = lead + plot_text_width(e->shown, POINTS_TEXT);
        *widest = fmax(*widest, e->width);
        total += e->width + (i > 0 ? LEGEND_GAP : 0);
    }
    return total;
}

/* Equal columns, each cell with an entry, or with the few entries of a style one below the other,
 * so that the lines of a norm stand together. Returns the height. */
static double place_columns(struct layout *l, double widest)
{
    double line = plot_line_height(POINTS_TEXT) * 1.05, y = 0;
    int depth = 1, cells, columns, rows;

    for (int i = 0; i < l->entries; i++)
        depth = l->entry[i].variant + 1 > depth ? l->entry[i].variant + 1 : depth;
    depth = depth <= 3 && l->styles > 1 ? depth : 1;
    cells = depth > 1 ? l->styles : l->entries;
    columns = (int)((l->width - 2 * MARGIN + LEGEND_GAP) / (widest + LEGEND_GAP));
    columns = columns > cells ? cells : columns < 1 ? 1 : columns;
    rows = (cells + columns - 1) / columns;
    columns = (cells + rows - 1) / rows;
    for (int row = 0; row < rows; row++) {
        int deepest = 0;

        for (int i = 0; i < l->entries; i++) {
            struct legend_entry *e = &l->entry[i];
            int cell = depth > 1 ? e->style_rank : i, down = depth > 1 ? e->variant : 0;

            if (cell / columns != row)
                continue;
            e->x = (l->width + LEGEND_GAP) / 2 +
                   (cell % columns - columns / 2.0) * (widest + LEGEND_GAP);
            e->y = y - line * (down + 0.5);
            deepest = down > deepest ? down : deepest;
        }
        y -= line * (deepest + 1 + (depth > 1 && row + 1 < rows ? 0.3 : 0));
    }
    return -y;
}

/* One row of entries as wide as they are, if it fits; else columns. Centred on the page; y is
 * relative to the legend's upper edge until the page's height is known. Returns its height. */
static double place_legend(struct layout *l)
{
    double line = plot_line_height(POINTS_TEXT) * 1.05, widest, total = measure_legend(l, &widest);
    double at = (l->width - total) / 2;

    if (total > l->width - 2 * MARGIN)
        return place_columns(l, widest);
    for (int i = 0; i < l->entries; i++) {
        l->entry[i].x = at;
        l->entry[i].y = -line / 2;
        at += l->entry[i].width + LEGEND_GAP;
    }
    return l->entries > 0 ? line : 0;
}

/* From the page's upper edge, at height 0, downwards; then all is moved up by what that took. */
static void place_down(struct layout *l, const struct plot_figure *f)
{
    double at = -MARGIN, line = plot_line_height(POINTS_TITLE), legend;
    double small = plot_line_height(POINTS_TEXT);

    l->title_y = at - line / 2;
    at -= plot_lines(l->title) * line;
    l->caption_y = at - small / 2;
    at -= plot_lines(l->caption) * small + (*l->title || *l->caption ? 0.04 : 0);
    for (int i = 0; i < f->panels; i += 2)
        at -= place_row(l, i, f->panels - i > 1 ? 2 : 1, at) + (i + 2 < f->panels ? ROW_GAP : 0);
    at -= 0.06;
    legend = at;
    at -= place_legend(l) + MARGIN;
    l->height = ceil(-at * 100) / 100;
    l->title_y += l->height;
    l->caption_y += l->height;
    for (int i = 0; i < l->entries; i++)
        l->entry[i].y += legend + l->height;
    for (int i = 0; i < f->panels; i++) {
        l->panel[i].title_y += l->height;
        l->panel[i].note_y += l->height;
        l->panel[i].top += l->height;
        l->panel[i].bottom += l->height;
    }
}

static void wrap_y_label(struct layout *l, const struct plot_figure *f)
{
    const char *label = given(f->y_label), *scale = l->y[0].log ? "(log scale)" : "";
    char *all = format_new("%s%s%s", label, *label && *scale ? " " : "", scale);

    l->y_label = plot_wrap(all, POINTS_TEXT, AXIS_Y_INCHES + 0.3, 3);
    free(all);
}

void layout_init(struct layout *l, const struct plot_figure *f)
{
    size_t n = (size_t)f->panels;

    *l = (struct layout){0};
    l->x = xcalloc(n, sizeof *l->x);
    l->y = xcalloc(n, sizeof *l->y);
    l->panel = xcalloc(n, sizeof *l->panel);
    plot_axes(f, l->x, l->y);
    collect_entries(l, f);
    l->width = f->panels > 1 || l->entries > ENTRIES_ONE ? PAGE_TWO : PAGE_ONE;
    l->title = plot_wrap(f->title, POINTS_TITLE, l->width - 2 * MARGIN, 3);
    l->caption = plot_wrap(f->caption, POINTS_TEXT, l->width - 2 * MARGIN, 3);
    wrap_y_label(l, f);
    place_across(l, f);
    place_down(l, f);
}

void layout_release(struct layout *l, const struct plot_figure *f)
{
    for (int i = 0; i < f->panels; i++) {
        free(l->panel[i].title);
        free(l->panel[i].note);
    }
    for (int i = 0; i < l->entries; i++)
        free(l->entry[i].shown);
    free(l->title);
    free(l->caption);
    free(l->y_label);
    free(l->entry);
    free(l->panel);
    free(l->x);
    free(l->y);
}
