#include "base/arena.h"
#include "base/list.h"
#include "figures/figure_internal.h"
#include "figures/plot_data.h"
#include "figures/seeds.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In a curve with at most this many points each seed is drawn as points. With more points, the band shows the seeds;
 * without a band, each seed is drawn as a line. */
enum { SEEDS_UP_TO = 12 };

/* ---- the values at one x ---- */

/* All values of a line that have the same x. */
struct place {
    const struct value *item;
    int count;
};

static double *y_of(const struct place *p)
{
    double *y = xcalloc((size_t)p->count, sizeof *y);

    for (int i = 0; i < p->count; i++)
        y[i] = p->item[i].y;
    return y;
}

/* Returns the mean of the band metric; NaN when no value has one. */
static double mean_band(const struct place *p)
{
    double sum = 0;
    int n = 0;

    for (int i = 0; i < p->count; i++)
        if (!isnan(p->item[i].band)) {
            sum += p->item[i].band;
            n++;
        }
    return n ? sum / n : NAN;
}

/* Returns the least distance between seeds that learn and seeds that do not: the column `apart` of the metric. It is
 * infinite when the figure's y is not in the unit of the metric, and for heat maps, which show the same numbers as
 * tables. */
static double split_gap(const struct figure_request *q)
{
    bool is_metric = !q->of.unit && (q->of.how == MEASURE_FINAL || q->of.how == MEASURE_FIRST ||
                                     q->of.how == MEASURE_BEST);

    return is_metric && !q->heat && q->y != FIGURE_OVERHEAD ? measure_info(&q->of).apart
                                                            : INFINITY;
}

/* True when some of the seeds learn and some do not. */
static bool is_split(const struct figure_request *q, const struct place *p)
{
    double *y = y_of(p);
    bool split = seeds_split(p->count, y, split_gap(q));

    free(y);
    return split;
}

/* Returns the point of the line at one x. split: the median of the seeds; otherwise their mean, with their range as
 * a band. A band metric replaces that band. */
static struct plot_point point_of(const struct figure_request *q, const struct place *p, bool split)
{
    struct plot_point point = {.x = p->item[0].x, .low = NAN, .high = NAN, .median = split};
    double *y = y_of(p);

    point.y = split ? stats_median(p->count, y) : measure_mean(&q->of, p->count, y).mean;
    if (!split)
        seeds_range(p->count, y, &point.low, &point.high);
    if (q->band_metric) {
        point.low = point.y - mean_band(p);
        point.high = point.y + mean_band(p);
    }
    free(y);
    return point;
}

static void add_point(const struct figure_request *q, const struct place *p, bool split,
                      struct plot_series *s)
{
    int lost = 0;

    for (int i = 0; i < p->count; i++)
        lost += p->item[i].lost;
    s->point[s->points++] = point_of(q, p, split);
    if (lost) {
        s->lost[s->losts][0] = p->item[0].x;
        s->lost[s->losts++][1] = lost;
    }
}

/* ---- all of a line ---- */

static int by_x(const void *a, const void *b)
{
    double x = ((const struct value *)a)->x, y = ((const struct value *)b)->x;

    return (x > y) - (x < y);
}

/* Returns the values from v->item[first] on that have the same x. v is sorted by x. */
static struct place place_at(const struct values *v, int first)
{
    int next = first + 1;

    while (next < v->count && v->item[next].x == v->item[first].x)
        next++;
    return (struct place){v->item + first, next - first};
}

/* Adds a point for each x. When the seeds of a curve are split at its last x, all its points are medians, because
 * its seeds are the same at every x. */
static void add_points(const struct figure_request *q, const struct values *v,
                       struct plot_series *s)
{
    bool split_at_end = false;
    int last = v->count - 1;

    while (last > 0 && v->item[last - 1].x == v->item[last].x)
        last--;
    if (figure_has_curves(q) && v->count) {
        struct place end = place_at(v, last);

        split_at_end = is_split(q, &end);
    }
    for (int i = 0; i < v->count;) {
        struct place p = place_at(v, i);

        add_point(q, &p, figure_has_curves(q) ? split_at_end : is_split(q, &p), s);
        i += p.count;
    }
}

static void add_seed(struct plot_series *s, double x, double y)
{
    s->seed[s->seeds][0] = x;
    s->seed[s->seeds++][1] = y;
}

static void add_seeds(const struct values *v, struct plot_series *s)
{
    for (int i = 0; i < v->count; i++)
        if (!isnan(v->item[i].y))
            add_seed(s, v->item[i].x, v->item[i].y);
}

/* Adds the curve of each seed, one after the other, with a NaN between two curves. v is in the order of the records. */
static void add_seed_lines(const struct values *v, struct plot_series *s)
{
    double before = -INFINITY;

    s->seed_lines = true;
    for (int i = 0; i < v->count; i++) {
        if (isnan(v->item[i].y))
            continue;
        if (v->item[i].x <= before)
            add_seed(s, NAN, NAN);
        before = v->item[i].x;
        add_seed(s, before, v->item[i].y);
    }
}

/* Sets s->refused to the number of refused trials at each x. */
static void add_refusals(const struct line *l, struct plot_series *s)
{
    const struct results *r = l->input->results;

    s->refused = xcalloc((size_t)r->records + 1, sizeof *s->refused);
    for (int i = 0; i < r->records; i++) {
        double x = figure_x(l->input, &r->record[i]);
        int k = 0;

        if (!line_has(l, i) || r->record[i].result.status != TRIAL_REFUSED || isnan(x))
            continue;
        while (k < s->refusals && s->refused[k][0] != x)
            k++;
        s->refused[k][0] = x;
        s->refused[k][1]++;
        s->refusals = k == s->refusals ? k + 1 : s->refusals;
    }
}

/* Divides all values of the series by its least mean, if that is positive. */
static void make_relative(struct plot_series *s)
{
    double best = INFINITY;

    for (int i = 0; i < s->points; i++)
        best = fmin(best, s->point[i].y);
    if (!isfinite(best) || best <= 0)
        return;
    for (int i = 0; i < s->points; i++) {
        s->point[i].y /= best;
        s->point[i].low /= best;
        s->point[i].high /= best;
    }
    for (int i = 0; i < s->seeds; i++)
        s->seed[i][1] /= best;
}

/* Returns a copy of the values in the order of x. The caller frees item. */
static struct values sorted_by_x(const struct values *v)
{
    struct values sorted = {xcalloc((size_t)v->count + 1, sizeof *v->item), v->count};

    for (int i = 0; i < v->count; i++)
        sorted.item[i] = v->item[i];
    qsort(sorted.item, (size_t)v->count, sizeof *v->item, by_x);
    return sorted;
}

static void fill_series(const struct line *l, const struct values *v, struct plot_series *s)
{
    const struct figure_request *q = l->input->request;
    struct values sorted = sorted_by_x(v);

    s->style = xstrdup(l->series);
    s->label = l->variant ? format_new("%s, %s", l->series, l->variant) : xstrdup(l->series);
    s->point = xcalloc((size_t)v->count + 1, sizeof *s->point);
    s->lost = xcalloc((size_t)v->count + 1, sizeof *s->lost);
    s->seed = xcalloc(2 * (size_t)v->count + 1, sizeof *s->seed);
    add_points(q, &sorted, s);
    if (!figure_has_curves(q) || s->points <= SEEDS_UP_TO)
        add_seeds(&sorted, s);
    else if (!series_has_band(s) && v->count > s->points)
        add_seed_lines(v, s);
    if (q->y == FIGURE_RELATIVE)
        make_relative(s);
    free(sorted.item);
}

bool line_series(const struct line *l, struct plot_series *s)
{
    struct values v = line_values(l);
    bool any;

    *s = (struct plot_series){0};
    if (l->input->request->heat)
        add_refusals(l, s);
    any = v.count > 0 || s->refusals > 0;
    if (any) {
        fill_series(l, &v, s);
    } else {
        free(s->refused);
        s->refused = NULL;
    }
    free(v.item);
    return any;
}
