#include "base/arena.h"
#include "figures/plot_forest_layout.h"
#include "figures/plot_ticks.h"
#include <math.h>
#include <stdlib.h>

#define FAR  10   /* times as far off as the next one: that mean is beyond the axis */
#define EDGE 0.05 /* parts of the axis between its end and the point of a mean beyond */

static double scaled(const struct plot_forest_panel *p, double v)
{
    if (!p->ratio)
        return v;
    return v > 0 ? log10(v) : -INFINITY;
}

static double unscaled(const struct plot_forest_panel *p, double v)
{
    return p->ratio ? pow(10, v) : v;
}

bool forest_row_drawn(const struct plot_forest_panel *p, const struct plot_forest_row *row)
{
    return !isnan(row->mean) && !(p->ratio && row->mean <= 0);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* How far off the line of no difference means may be to be on the axis. */
static double farthest(const struct forest_panel *l, const struct plot_forest_panel *p)
{
    double *off = xcalloc((size_t)l->rows + 1, sizeof *off), far = 0;
    int n = 0;

    for (int i = 0; i < l->rows; i++)
        if (isfinite(scaled(p, l->row[i].row->mean)))
            off[n++] = fabs(scaled(p, l->row[i].row->mean));
    qsort(off, (size_t)n, sizeof *off, by_size);
    while (n > 2 && off[n - 2] > 0 && off[n - 1] > FAR * off[n - 2])
        n--;
    far = n > 0 ? off[n - 1] : 0;
    free(off);
    return far;
}

/* Half the width of a usual interval. */
static double usual_width(const struct forest_panel *l, const struct plot_forest_panel *p)
{
    double *half = xcalloc((size_t)l->rows + 1, sizeof *half), usual;
    int n = 0;

    for (int i = 0; i < l->rows; i++) {
        const struct plot_forest_row *r = l->row[i].row;
        double h = (scaled(p, r->high) - scaled(p, r->low)) / 2;

        if (isfinite(h))
            half[n++] = h;
    }
    qsort(half, (size_t)n, sizeof *half, by_size);
    usual = n > 0 ? half[(n - 1) / 2] : 0;
    free(half);
    return usual;
}

static void reach(double *low, double *high, double v)
{
    if (isfinite(v)) {
        *low = fmin(*low, v);
        *high = fmax(*high, v);
    }
}

/* The axis' ends: means that are not far off, finite margins near them, the line of no difference, and of
 * intervals what is not far beyond these. */
static void set_range(struct forest_panel *l, const struct plot_forest_panel *p)
{
    double far = farthest(l, p), low = 0, high = 0, room, ends[2];

    for (int i = 0; i < l->rows; i++) {
        const struct plot_forest_row *r = l->row[i].row;
        double mean = scaled(p, r->mean);

        if (!(fabs(mean) <= far))
            continue;
        reach(&low, &high, mean);
        reach(&low, &high, scaled(p, r->margin_low));
        reach(&low, &high, scaled(p, r->margin_high));
    }
    room = fmax((high - low) / 2, 3 * usual_width(l, p));
    ends[0] = low;
    ends[1] = high;
    for (int i = 0; i < l->rows; i++) {
        double from = scaled(p, l->row[i].row->low), to = scaled(p, l->row[i].row->high);

        if (isnan(from) || isnan(to))
            continue;
        reach(&low, &high, fmin(fmax(from, ends[0] - room), ends[1] + room));
        reach(&low, &high, fmax(fmin(to, ends[1] + room), ends[0] - room));
    }
    room = high > low ? 0.04 * (high - low) : p->ratio ? 0.3 : 1;
    l->x.low = unscaled(p, low - room);
    l->x.high = unscaled(p, high + room);
}

/* What of a row is within the axis. */
static void clip(struct forest_row *l, const struct axis *x, const struct plot_forest_panel *p)
{
    double low = scaled(p, x->low), high = scaled(p, x->high), edge = EDGE * (high - low);
    double mean = scaled(p, l->row->mean), from = scaled(p, l->row->low),
           to = scaled(p, l->row->high);
    bool interval = !isnan(from) && !isnan(to), above = mean > high, below = mean < low;

    l->clip_low = below || (interval && from < low);
    l->clip_high = above || (interval && to > high);
    mean = above ? high - edge : below ? low + edge : mean;
    if (!interval)
        from = to = mean;
    from = fmin(fmax(from, low), mean);
    to = fmax(fmin(to, high), mean);
    if (above)
        to = high;
    if (below)
        from = low;
    l->mean = unscaled(p, mean);
    l->low = interval || above || below ? unscaled(p, from) : NAN;
    l->high = interval || above || below ? unscaled(p, to) : NAN;
}

void forest_axis(struct forest_panel *l, const struct plot_forest_panel *p, double inches)
{
    l->x = (struct axis){.log = p->ratio ? 10 : 0, .across = true, .inches = inches};
    set_range(l, p);
    ticks_round(&l->x);
    for (int i = 0; i < l->rows; i++)
        clip(&l->row[i], &l->x, p);
}
