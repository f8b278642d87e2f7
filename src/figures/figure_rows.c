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

/* The values' y, or their x: their count, and a new array. A lost trial's y is NaN. */
static int numbers_of(const struct values *p, bool x, double **number)
{
    int n = 0;

    *number = xcalloc((size_t)p->count, sizeof **number);
    for (int i = 0; i < p->count; i++)
        if (p->item[i].kind == PLOT_SEED || p->item[i].kind == PLOT_LOST)
            (*number)[n++] = x ? p->item[i].x : p->item[i].y;
    return n;
}

/* Sets low and high to their means over the values of this kind and y; NaN without any. */
static void mean_ends(const struct values *p, enum plot_kind kind, double y, double *low,
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

/* True when some of the seeds learn and some do not. */
static bool is_split(const struct figure_input *in, const struct values *p)
{
    double *y;
    int n = numbers_of(p, false, &y);
    bool split = stats_split(n, y, in->apart);

    free(y);
    return split;
}

/* Adds the point of the line at one x. split: the median of the seeds; otherwise their mean, with their range as a
 * band. A band metric replaces that band; bands of a profile do so, too. Returns true when the point has a range. */
static bool add_point(const struct target *to, const struct values *p, bool split)
{
    const struct figure_request *q = to->in->request;
    double *y, low = NAN, high = NAN, middle;
    int n = numbers_of(p, false, &y);

    if (n > 0) {
        middle = split || q->median ? stats_median(n, y) : measure_mean(&q->of, n, y, NULL).mean;
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
static bool add_points(const struct target *to, struct values v)
{
    struct values here = {0};
    bool curves = to->in->over_training, split_at_end, before = false, band = false;

    for (struct values rest = v; rest.count;)
        here = figure_take(&rest, SAME_X);
    split_at_end = is_split(to->in, &here);
    while (v.count) {
        bool ranged;

        here = figure_take(&v, SAME_X);
        ranged = add_point(to, &here, curves ? split_at_end : is_split(to->in, &here));
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
    double *x, *y;
    int n = numbers_of(v, true, &x);
    bool median = q->median || is_split(to->in, v);

    numbers_of(v, false, &y);
    if (n > 0)
        add(to, median ? PLOT_MEDIAN : PLOT_MEAN,
            median ? stats_median(n, x) : measure_mean(&x_of, n, x, NULL).mean,
            median ? stats_median(n, y) : measure_mean(&q->of, n, y, NULL).mean, NAN, NAN);
    free(x);
    free(y);
}

/* Adds the bands of a profile, one after the other. */
static void add_bands(const struct target *to, const struct values *v)
{
    const char *const *column = to->in->request->bands;

    for (int band = 0; column && column[2 * band]; band++)
        for (struct values rest = *v; rest.count;) {
            struct values here = figure_take(&rest, SAME_X);
            double low, high;

            mean_ends(&here, PLOT_BAND, band, &low, &high);
            if (!isnan(low))
                add(to, PLOT_BAND, here.item->x, band, low, high);
        }
}

/* Adds the numbers of lost and, in a heat map, refused trials at each x that has some. */
static void add_counts(const struct target *to, struct values v)
{
    bool heat = to->in->request->template == PLOT_HEAT;

    while (v.count) {
        struct values here = figure_take(&v, SAME_X);
        int lost = figure_count(&here, PLOT_LOST), refused = figure_count(&here, PLOT_REFUSED);

        if (lost)
            add(to, PLOT_LOST, here.item->x, lost, NAN, NAN);
        if (refused && heat)
            add(to, PLOT_REFUSED, here.item->x, refused, NAN, NAN);
    }
}

/* Adds each seed. lines: one record's curve after the other, each of which a row without x ends. */
static void add_seeds(const struct target *to, const struct values *v, bool lines)
{
    for (int record = 0, before = -1; record < (lines ? to->in->results->records : 1); record++)
        for (int i = 0; i < v->count; i++) {
            const struct value *one = &v->item[i];

            if (one->kind != PLOT_SEED || (lines && one->record != record))
                continue;
            if (lines && before >= 0 && before != record)
                add(to, PLOT_SEED, NAN, NAN, NAN, NAN);
            before = record;
            add(to, PLOT_SEED, one->x, one->y, NAN, NAN);
        }
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

/* The range of the seeds shows those of a curve. Where it has none, lines do, if a trial has all x, else points. */
void figure_add_rows(const struct figure_input *in, const struct values *v, struct plot_figure *f)
{
    const struct figure_request *q = in->request;
    const struct value *own = &v->item[0];
    const char *series = in->series[own->line % in->series_count];
    char *label = figure_line_label(in, own);
    struct target to = {in, f, own->panel, plot_series_index(f, label, series, LOOK_LINE)};
    int first = f->rows;
    bool alike = in->over_training || in->over_layers, band = false, median = false, lines;

    if (in->scatter)
        add_center(&to, v);
    else
        band = add_points(&to, *v);
    lines = in->curve && alike && !band && v->count > f->rows - first;
    for (const char *const *name = q->reference; name && *name; name++)
        f->series[to.series].reference |= strcmp(*name, series) == 0;
    for (int i = first; i < f->rows; i++)
        median |= f->row[i].kind == PLOT_MEDIAN;
    f->seed_lines |= lines && !q->bands;
    if (!q->bands && (!in->curve || (alike ? lines : median)))
        add_seeds(&to, v, lines);
    add_bands(&to, v);
    add_counts(&to, *v);
    if (q->y == FIGURE_RELATIVE)
        make_relative(f, first);
    free(label);
}
