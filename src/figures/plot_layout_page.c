#include "figures/plot_layout.h"
#include "base/arena.h"
#include "figures/plot_category.h"
#include "figures/plot_legend.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_ONE    3.4  /* inches: one column of a paper, */
#define PAGE_TWO    7.0  /* and two */
#define ENTRIES_ONE 6    /* more series than this need the wider page */
#define RIGHT       0.14 /* right of the axes: half a tick label */
#define TICKS_BELOW 0.36 /* tick labels and x label under the axes */
#define ROW_GAP     0.12

double plot_line_height(double points)
{
    return points * 1.3 / 72;
}

static const char *given(const char *s)
{
    return s ? s : "";
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

static bool has_lost(const struct plot_panel *p)
{
    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].losts; i++)
            if (p->series[s].lost[i][1] > 0)
                return true;
    return false;
}

/* Room left of the axes for tick labels and for the word beside diverged trials: the widest need
 * counts for all panels, so that their axes are of one size. */
static double room_for_ticks(const struct layout *l, const struct plot_figure *f)
{
    double room = 0;

    for (int i = 0; i < f->panels; i++) {
        room = fmax(room, tick_width(&l->y[i]));
        if (has_lost(&f->panel[i]) && !l->word_above)
            room = fmax(room, plot_text_width(plot_lost_word(f), POINTS_TEXT));
    }
    return room + 0.1;
}

static void place_lost(struct panel_layout *p, const struct plot_figure *f, int i,
                       const struct axis *x)
{
    p->losts = plot_lost_marks(f, &f->panel[i], x, p->right - p->left, &p->lost);
    for (int k = 0; k < p->losts; k++)
        p->lost_rows = p->lost[k].row >= p->lost_rows ? p->lost[k].row + 1 : p->lost_rows;
}

/* Left and right edges of all axes, and the panels' texts wrapped to the room that they have. */
static void place_across(struct layout *l, const struct plot_figure *f)
{
    int columns = l->columns;
    double room = room_for_ticks(l, f), line = plot_line_height(POINTS_TEXT);
    double label = *l->y_label ? PAGE_MARGIN + 0.05 + plot_lines(l->y_label) * line : 0;
    double axes = (l->width - label - columns * (room + RIGHT)) / columns;

    for (int i = 0; i < f->panels; i++) {
        struct panel_layout *p = &l->panel[i];
        int column = i % columns;
        /* Centred on the axes, text may reach over their right margin but not beyond. */
        double text = columns > 1 ? axes + 2 * RIGHT : l->width - 2 * PAGE_MARGIN;

        p->left = label + room + column * (axes + RIGHT + room);
        p->right = p->left + axes;
        p->y_label_x = column == 0 ? PAGE_MARGIN + line / 2 : 0;
        p->center = columns > 1 ? (p->left + p->right) / 2 : l->width / 2;
        p->title = plot_wrap(f->panel[i].title, POINTS_PANEL, text, 2);
        p->note = plot_wrap(f->panel[i].note, POINTS_TEXT, text, 4);
        place_lost(p, f, i, &l->x[i]);
    }
    if (f->categories > 0)
        category_place(l, f, axes,
                       room +
                           (columns > 1 ? fmin(label - PAGE_MARGIN, RIGHT) : label - PAGE_MARGIN));
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
    head = titles * title + notes * note + 0.05 +
           (losts > 0 ? LOST_FIRST + (losts + l->word_above) * LOST_STEP : 0);
    for (int i = first; i < first + count; i++) {
        struct panel_layout *p = &l->panel[i];

        p->title_y = top - title / 2;
        p->note_y = top - plot_lines(p->title) * title - note / 2;
        p->top = top - head;
        p->bottom = p->top - AXIS_Y_INCHES;
    }
    return head + AXIS_Y_INCHES + l->below;
}

/* From the page's upper edge, at height 0, downwards; then all is moved up by what that took. */
static void place_down(struct layout *l, const struct plot_figure *f)
{
    double at = -PAGE_MARGIN, line = plot_line_height(POINTS_TITLE), legend;
    double small = plot_line_height(POINTS_TEXT);

    l->title_y = at - line / 2;
    at -= plot_lines(l->title) * line;
    l->caption_y = at - small / 2;
    at -= plot_lines(l->caption) * small + (*l->title || *l->caption ? 0.04 : 0);
    for (int i = 0; i < f->panels; i += l->columns) {
        int left = f->panels - i;

        at -= place_row(l, i, left < l->columns ? left : l->columns, at);
        at -= left > l->columns ? ROW_GAP : 0;
    }
    at -= 0.06;
    legend = at;
    at -= legend_place(l) + PAGE_MARGIN;
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
    legend_collect(l, f);
    l->columns = plot_columns(f);
    l->word_above = l->columns > 2;
    l->below = TICKS_BELOW;
    l->width = f->panels > 1 || l->entries > ENTRIES_ONE || plot_slots(f) > MANY_SLOTS ? PAGE_TWO
                                                                                       : PAGE_ONE;
    l->title = plot_wrap(f->title, POINTS_TITLE, l->width - 2 * PAGE_MARGIN, 3);
    l->caption = plot_wrap(f->caption, POINTS_TEXT, l->width - 2 * PAGE_MARGIN, 3);
    wrap_y_label(l, f);
    place_across(l, f);
    place_down(l, f);
}

void layout_release(struct layout *l, const struct plot_figure *f)
{
    for (int i = 0; i < f->panels; i++) {
        free(l->panel[i].title);
        free(l->panel[i].note);
        free(l->panel[i].lost);
    }
    for (int i = 0; i < l->entries; i++)
        free(l->entry[i].shown);
    for (int i = 0; i < f->categories; i++)
        free(l->name[i]);
    free(l->name);
    free(l->title);
    free(l->caption);
    free(l->y_label);
    free(l->entry);
    free(l->panel);
    free(l->x);
    free(l->y);
}
