#include "base/arena.h"
#include "base/text.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where a line's rows go: the figure, and the line's panel and series in it. */
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

/* Sets *number to a new array of y, or of x, of the trials among the values, unsuccessful ones included: their y is
 * NaN. Returns their number. */
static int numbers_of(const struct values *p, bool x, double **number)
{
    int n = 0;

    *number = xcalloc((size_t)p->count, sizeof **number);
    for (int i = 0; i < p->count; i++)
        if (p->item[i].kind == PLOT_SEED || p->item[i].kind == PLOT_UNSUCCESSFUL)
            (*number)[n++] = x ? p->item[i].x : p->item[i].y;
    return n;
}

/* Sets *low and *high to the means of the values' low and high ends; NaN when there are none. Only values of this kind
 * count and, of PLOT_BAND, only those of band number y. */
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

/* True when some of the trials learn and some do not (stats_split()). */
static bool only_some_learn(const struct figure_input *in, const struct values *p)
{
    double *y;
    int n = numbers_of(p, false, &y);
    bool split = stats_split(n, y, in->apart);

    free(y);
    return split;
}

/* Adds the point of the line at one x: the mean of the seeds, with their range as a band. some_learn: the median
 * instead, without a band. Where the figure has bands of a profile, the range is left out; a band metric replaces it.
 * Returns true when the row has two ends of a band. */
static bool add_point(const struct target *to, const struct values *p, bool some_learn)
{
    const struct figure_request *q = to->in->request;
    double *y, low = NAN, high = NAN, middle;
    int n = numbers_of(p, false, &y);

    if (n > 0) {
        middle =
            some_learn || q->median ? stats_median(n, y) : measure_mean(&q->of, n, y, NULL).mean;
        if (!some_learn && !q->bands)
            stats_range(n, y, &low, &high);
        if (q->band_metric) {
            mean_ends(p, PLOT_SEED, 0, &low, &high);
            low += middle;
            high += middle;
        }
        add(to, some_learn || q->median ? PLOT_MEDIAN : PLOT_MEAN, p->item[0].x, middle, low, high);
    }
    free(y);
    return isfinite(low) && isfinite(high);
}

/* ---- all of a line ---- */

/* Adds a point for each x: a median where only some of its seeds learn, else a mean. Where x are epochs or steps, the
 * last x decides for all of them, because the seeds are the same at every x. Returns true when two neighbouring points
 * have a range, so that a band can be drawn. */
static bool add_points(const struct target *to, struct values v)
{
    struct values here = {0};
    bool curves = to->in->over_training, some_at_end, before = false, band = false;

    for (struct values rest = v; rest.count;)
        here = figure_take(&rest, SAME_X);
    some_at_end = only_some_learn(to->in, &here);
    while (v.count) {
        bool ranged;

        here = figure_take(&v, SAME_X);
        ranged = add_point(to, &here, curves ? some_at_end : only_some_learn(to->in, &here));
        band = band || (ranged && before);
        before = ranged;
    }
    return band;
}

/* Adds the single point of a line in a scatter: the means of x and of y over the seeds. They are medians when the
 * figure asks for these, or when some seeds learn and some do not. */
static void add_center(const struct target *to, const struct values *v)
{
    const struct figure_request *q = to->in->request;
    const struct measure x_of = {.metric = metric_find(q->x)};
    double *x, *y;
    int n = numbers_of(v, true, &x);
    bool median = q->median || only_some_learn(to->in, v);

    numbers_of(v, false, &y);
    if (n > 0)
        add(to, median ? PLOT_MEDIAN : PLOT_MEAN,
            median ? stats_median(n, x) : measure_mean(&x_of, n, x, NULL).mean,
            median ? stats_median(n, y) : measure_mean(&q->of, n, y, NULL).mean, NAN, NAN);
    free(x);
    free(y);
}

/* Adds the bands of a profile, one after the other: at each x the means of their ends over the seeds. */
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

/* Adds the numbers of unsuccessful and, in a heat map, of refused trials at each x that has some. */
static void add_counts(const struct target *to, struct values v)
{
    bool heat = to->in->request->template == PLOT_HEAT;

    while (v.count) {
        struct values here = figure_take(&v, SAME_X);
        int unsuccessful = figure_count(&here, PLOT_UNSUCCESSFUL);
        int refused = figure_count(&here, PLOT_REFUSED);

        if (unsuccessful)
            add(to, PLOT_UNSUCCESSFUL, here.item->x, unsuccessful, NAN, NAN);
        if (refused && heat)
            add(to, PLOT_REFUSED, here.item->x, refused, NAN, NAN);
    }
}

/* Adds the value of each seed. lines: adds one trial's curve after the other, with a row without x between two. */
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

/* Divides the values of the rows from number `first` on by the least mean or median among them, when that is positive. */
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

/* Seeds are drawn as points. Those of a curve are not, because the range shows them. Where a curve has no range, each
 * seed is a line if a trial has a value at every x; otherwise they are points if some point of the curve is a median.
 * With bands of a profile, no seeds are drawn. */
void figure_add_rows(const struct figure_input *in, const struct values *v, struct plot_figure *f)
{
    const struct figure_request *q = in->request;
    const struct value *own = &v->item[0];
    const char *series = in->series[own->line % in->series_count];
    char *label = figure_line_label(in, own);
    struct target to = {in, f, own->panel, plot_series_index(f, label, series, LOOK_LINE)};
    int first = f->rows;
    bool per_trial = in->over_training || in->over_layers; /* a trial has a value at every x */
    bool band = false, median = false, lines;

    if (in->scatter)
        add_center(&to, v);
    else
        band = add_points(&to, *v);
    lines = in->curve && per_trial && !band && v->count > f->rows - first; /* and several seeds */
    for (const char *const *name = q->reference; name && *name; name++)
        f->series[to.series].reference |= strcmp(*name, series) == 0;
    for (int i = first; i < f->rows; i++)
        median |= f->row[i].kind == PLOT_MEDIAN;
    f->seed_lines |= lines && !q->bands;
    if (!q->bands && (!in->curve || (per_trial ? lines : median)))
        add_seeds(&to, v, lines);
    add_bands(&to, v);
    add_counts(&to, *v);
    if (q->y == FIGURE_RELATIVE)
        make_relative(f, first);
    free(label);
}
