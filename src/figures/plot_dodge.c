#include "figures/plot_dodge.h"
#include "base/arena.h"
#include "base/number.h"
#include "figures/plot_data.h"
#include "figures/plot_text.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define WIDEST 0.25 /* parts of a category that a series has at most, */
#define BAR    0.5  /* or its bar */
#define ALL    0.8  /* that all series have */
#define MARK   0.14 /* inches of a mark for diverged trials, without its count */

static bool stands_at(const struct plot_series *s, double x)
{
    bool found = false;

    for (int i = 0; i < s->points && !found; i++)
        found = s->point[i].x == x;
    for (int i = 0; i < s->seeds && !found; i++)
        found = s->seed[i][0] == x;
    for (int i = 0; i < s->losts && !found; i++)
        found = s->lost[i][0] == x;
    return found;
}

/* True when a category has several series. */
static bool shared(const struct plot_figure *f, const struct plot_panel *panel)
{
    for (int x = 1; x <= f->categories; x++) {
        int n = 0;

        for (int s = 0; s < panel->count; s++)
            n += stands_at(&panel->series[s], x);
        if (n > 1)
            return true;
    }
    return false;
}

struct dodge plot_dodge(const struct plot_figure *f, const struct plot_panel *panel, int series)
{
    /* Series that share no category stand in its middle. */
    bool alone = !shared(f, panel);
    double slot = fmin(f->bars ? BAR : WIDEST, alone ? 1 : ALL / panel->count);
    double center = alone ? 0 : (series - (panel->count - 1) / 2.0) * slot;
    double apart = series_has_seeds(&panel->series[series]) ? slot / 5 : 0;

    if (f->categories == 0)
        return (struct dodge){0};
    return (struct dodge){center + apart, center - apart, center, 0.86 * slot};
}

static int from_left(const void *a, const void *b)
{
    const struct lost_mark *p = a, *q = b;

    return p->x != q->x ? (p->x > q->x) - (p->x < q->x) : p->series - q->series;
}

/* The first row where none of the marks before it reaches to mark i. */
static int free_row(const struct lost_mark *mark, int i, const struct axis *x, double inches)
{
    int row = 0;

    for (int k = 0; k < i; k++) {
        double apart = (axis_part(x, mark[i].x) - axis_part(x, mark[k].x)) * inches;
        char count[32];

        number_format(count, sizeof count, "%g", mark[k].count);
        if (mark[k].row != row || apart >= MARK + plot_text_width(count, POINTS_TEXT))
            continue;
        row++;
        k = -1; /* all of them anew */
    }
    return row;
}

int plot_lost_marks(const struct plot_figure *f, const struct plot_panel *panel,
                    const struct axis *x, double inches, struct lost_mark **marks)
{
    int n = 0;

    *marks = NULL;
    for (int s = 0; s < panel->count; s++)
        for (int i = 0; i < panel->series[s].losts; i++) {
            const double *lost = panel->series[s].lost[i];

            if (!isfinite(lost[0]) || !(lost[1] > 0))
                continue;
            *marks = xrealloc(*marks, (size_t)(n + 1) * sizeof **marks);
            (*marks)[n++] =
                (struct lost_mark){s, lost[0] + plot_dodge(f, panel, s).lost, lost[1], 0};
        }
    if (n > 0)
        qsort(*marks, (size_t)n, sizeof **marks, from_left);
    for (int i = 0; i < n; i++)
        (*marks)[i].row = free_row(*marks, i, x, inches);
    return n;
}
