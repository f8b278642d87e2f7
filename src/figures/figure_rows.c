#include "base/arena.h"
#include "base/text.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where a line's rows go. */
struct target {
    const struct figure_input *in;
    struct plot_figure *f;
    int panel, series;
};

static void add(const struct target *to, enum plot_kind kind, double x, double y, double low,
                double high)
{
    plot_add_row(to->f, (struct plot_row){kind, to->panel, to->series, x, y, low, high});
}

/* ---- the values at one x ---- */

/* All values of a line that have the same x. */
struct place {
    const struct value *item;
    int count;
};

/* Returns the place behind `before`, the first one behind an empty one at the start; an empty one behind the last. */
static struct place next_place(const struct values *v, struct place before)
{
    struct place p = {before.item + before.count, 0};
    const struct value *end = v->item + v->count;

    while (p.item + p.count < end && p.item[p.count].x == p.item->x)
        p.count++;
    return p;
}

static struct place first_place(const struct values *v)
{
    return next_place(v, (struct place){v->item, 0});
}

static int count_of(const struct place *p, enum plot_kind kind)
{
    int n = 0;

    for (int i = 0; i < p->count; i++)
        n += p->item[i].kind == kind;
    return n;
}

/* The numbers at this x: their count, and a new array. A lost trial's is NaN. */
static int numbers_at(const struct place *p, double **y)
{
    int n = 0;

    *y = xcalloc((size_t)p->count, sizeof **y);
    for (int i = 0; i < p->count; i++)
        if (p->item[i].kind == PLOT_SEED || p->item[i].kind == PLOT_LOST)
            (*y)[n++] = p->item[i].y;
    return n;
}

/* Sets low and high to their means over the values of this kind and y; NaN without any. */
static void mean_ends(const struct place *p, enum plot_kind kind, double y, double *low,
                      double *high)
{
    double n = 0;

    *low = *high = 0;
    for (int i = 0; i < p->count; i++) {
        const struct value *v = &p->item[i];

        if (v->kind == kind && (kind == PLOT_SEED || v->y == y) && !isnan(v->low)) {
            *low += v->low;
            *high += v->high;
            n++;
        }
    }
    *low /= n;
    *high /= n;
}

/* Returns the least distance between seeds that learn and seeds that do not: the column `apart` of the metric. It is
 * infinite when the figure's y is not in the unit of the metric, and when it has medians anyway. */
static double split_gap(const struct figure_request *q)
{
    bool is_metric = !q->of.unit && (q->of.how == MEASURE_FINAL || q->of.how == MEASURE_FIRST ||
                                     q->of.how == MEASURE_BEST);

    return is_metric && !q->median && q->y != FIGURE_OVERHEAD ? measure_info(&q->of).apart
                                                              : INFINITY;
}

/* True when some of the seeds learn and some do not. */
static bool is_split(const struct figure_request *q, const struct place *p)
{
    double *y;
    int n = numbers_at(p, &y);
    bool split = stats_split(n, y, split_gap(q));

    free(y);
    return split;
}

/* Adds the point of the line at one x. split: the median of the seeds; otherwise their mean, with their range as a
 * band. A band metric replaces that band; bands of a profile do so, too. Returns true when the point has a range. */
static bool add_point(const struct target *to, const struct place *p, bool split)
{
    const struct figure_request *q = to->in->request;
    double *y, low = NAN, high = NAN, middle;
    int n = numbers_at(p, &y);

    if (n > 0) {
        middle = split || q->median ? stats_median(n, y) : measure_mean(&q->of, n, y).mean;
        if (!split && !q->bands)
            stats_range(n, y, &low, &high);
        if (q->band_metric) {
            mean_ends(p, PLOT_SEED, 0, &low, &high);
            low += middle;
            high += middle;
        }
        add(to, split || q->median ? PLOT_MEDIAN : PLOT_MEAN, p->item[0].x, middle, low, high);
    }
    free(y);
    return isfinite(low) && isfinite(high);
}

/* ---- all of a line ---- */

/* Adds a point for each x. When the seeds of a curve are split at its last x, all its points are medians, because
 * its seeds are the same at every x. Returns true when two neighbours have a range, which makes a band. */
static bool add_points(const struct target *to, const struct values *v)
{
    const struct figure_request *q = to->in->request;
    bool curves = figure_has_curves(q), split_at_end = false, before = false, band = false;

    for (struct place p = first_place(v); p.count && curves; p = next_place(v, p))
        split_at_end = is_split(q, &p);
    for (struct place p = first_place(v); p.count; p = next_place(v, p)) {
        bool ranged = add_point(to, &p, curves ? split_at_end : is_split(q, &p));

        band = band || (ranged && before);
        before = ranged;
    }
    return band;
}

/* Adds the point of a line whose x are a metric: the mean of x and that of y over the seeds; medians where the figure has
 * these, or some seeds learn and some do not. */
static void add_center(const struct target *to, const struct values *v)
{
    const struct figure_request *q = to->in->request;
    const struct measure x_of = {.metric = metric_find(q->x)};
    struct place all = {v->item, v->count};
    double *x = xcalloc((size_t)v->count, sizeof *x), *y;
    int n = 0, seeds = numbers_at(&all, &y);
    bool median = q->median || is_split(q, &all);

    for (int i = 0; i < v->count; i++)
        if (v->item[i].kind == PLOT_SEED)
            x[n++] = v->item[i].x;
    if (n > 0)
        add(to, median ? PLOT_MEDIAN : PLOT_MEAN,
            median ? stats_median(n, x) : measure_mean(&x_of, n, x).mean,
            median ? stats_median(seeds, y) : measure_mean(&q->of, seeds, y).mean, NAN, NAN);
    free(x);
    free(y);
}

/* Adds the bands of a profile, one after the other. */
static void add_bands(const struct target *to, const struct values *v)
{
    int bands = 0;

    while (to->in->request->bands && to->in->request->bands[2 * bands])
        bands++;
    for (int band = 0; band < bands; band++)
        for (struct place p = first_place(v); p.count; p = next_place(v, p)) {
            double low, high;

            mean_ends(&p, PLOT_BAND, band, &low, &high);
            if (!isnan(low))
                add(to, PLOT_BAND, p.item[0].x, band, low, high);
        }
}

/* Adds the numbers of lost and, in a heat map, refused trials at each x that has some. */
static void add_counts(const struct target *to, const struct values *v)
{
    bool heat = to->in->request->template == PLOT_HEAT;

    for (struct place p = first_place(v); p.count; p = next_place(v, p)) {
        int lost = count_of(&p, PLOT_LOST), refused = count_of(&p, PLOT_REFUSED);

        if (lost)
            add(to, PLOT_LOST, p.item[0].x, lost, NAN, NAN);
        if (refused && heat)
            add(to, PLOT_REFUSED, p.item[0].x, refused, NAN, NAN);
    }
}

static int by_record(const void *left, const void *right)
{
    const struct value *a = left, *b = right;

    return a->record != b->record ? a->record - b->record : (a->x > b->x) - (a->x < b->x);
}

/* Adds each seed. lines: one curve after the other, each of which a row without x ends. */
static void add_seeds(const struct target *to, const struct values *v, bool lines)
{
    struct value *item = xcalloc((size_t)v->count + 1, sizeof *item);
    int before = -1;

    for (int i = 0; i < v->count; i++)
        item[i] = v->item[i];
    if (lines)
        qsort(item, (size_t)v->count, sizeof *item, by_record);
    for (int i = 0; i < v->count; i++) {
        if (item[i].kind != PLOT_SEED)
            continue;
        if (lines && before >= 0 && item[i].record != before)
            add(to, PLOT_SEED, NAN, NAN, NAN, NAN);
        before = item[i].record;
        add(to, PLOT_SEED, item[i].x, item[i].y, NAN, NAN);
    }
    free(item);
}

/* Divides the values of rows from number `first` on by their least mean, if that is positive. */
static void make_relative(struct plot_figure *f, int first)
{
    double best = INFINITY;

    for (int i = first; i < f->rows; i++)
        if (f->row[i].kind <= PLOT_MEDIAN)
            best = fmin(best, f->row[i].y);
    for (int i = first; i < f->rows && isfinite(best) && best > 0; i++) {
        struct plot_row *row = &f->row[i];

        if (row->kind <= PLOT_MEDIAN || row->kind == PLOT_SEED) {
            row->y /= best;
            row->low /= best;
            row->high /= best;
        }
    }
}

/* True when a row from number `first` on is a median. */
static bool has_median(const struct plot_figure *f, int first)
{
    while (first < f->rows && f->row[first].kind != PLOT_MEDIAN)
        first++;
    return first < f->rows;
}

/* True when the request names the value of `series` as a reference. */
static bool is_reference(const struct figure_request *q, const char *series)
{
    const char *const *name = q->reference;

    while (name && *name && strcmp(*name, series) != 0)
        name++;
    return name && *name;
}

/* The range of the seeds shows those of a curve. Where it has none, lines do, if a trial has all x, else points. */
void figure_add_rows(const struct figure_input *in, const struct values *v, struct plot_figure *f)
{
    const struct figure_request *q = in->request;
    const struct value *own = &v->item[0];
    const char *series = in->series[own->line % in->series_count];
    char *label = in->variant
                      ? format_new("%s, %s", series, in->variant[own->line / in->series_count])
                      : xstrdup(series);
    struct target to = {in, f, own->panel, plot_series_index(f, label, series, LOOK_LINE)};
    int first = f->rows;
    bool band, lines, alike = figure_has_curves(q) || figure_is_over_layers(q);

    f->series[to.series].reference = is_reference(q, series);
    if (figure_is_scatter(q)) {
        add_center(&to, v);
        add_seeds(&to, v, false);
        free(label);
        return;
    }
    band = add_points(&to, v);
    lines = in->curve && alike && !band && v->count > f->rows - first;
    f->seed_lines |= lines && !q->bands;
    if (!q->bands && (!in->curve || (alike ? lines : has_median(f, first))))
        add_seeds(&to, v, lines);
    add_bands(&to, v);
    add_counts(&to, v);
    if (q->y == FIGURE_RELATIVE)
        make_relative(f, first);
    free(label);
}
