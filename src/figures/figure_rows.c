#include "base/arena.h"
#include "base/text.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include <math.h>
#include <stddef.h>
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

/* Returns the median of a number of these values: of those of this kind, for PLOT_BAND with this y. field: its place in struct
 * value. */
static double median_of(const struct values *p, enum plot_kind kind, double band, size_t field)
{
    double *number = xcalloc((size_t)p->count, sizeof *number), middle;
    int n = 0;

    for (int i = 0; i < p->count; i++)
        if (p->item[i].kind == kind && (kind != PLOT_BAND || p->item[i].y == band))
            number[n++] = *(const double *)((const char *)&p->item[i] + field);
    middle = stats_median(n, number);
    free(number);
    return middle;
}

double figure_median(const struct values *v)
{
    return median_of(v, PLOT_SEED, 0, offsetof(struct value, y));
}

/* Returns the interval of the seeds' mean at one x; its ends are NaN where there is none (figure.h). */
static struct interval interval_of(const struct figure_input *in, const struct values *p)
{
    const struct figure_request *q = in->request;
    const struct record **trial = xcalloc((size_t)p->count, sizeof *trial),
                        **base = xcalloc((size_t)p->count, sizeof *base);
    double *y = xcalloc((size_t)p->count, sizeof *y);
    struct interval mean;
    int at = 0;

    while (at < in->priors - 1 && in->prior_x[at] < p->item[0].x)
        at++;
    for (int i = 0; i < p->count; i++) {
        trial[i] = &in->results->record[p->item[i].record];
        base[i] = &in->results->record[p->item[i].base];
        y[i] = p->item[i].kind == PLOT_SEED ? p->item[i].y : NAN;
    }
    mean = q->baseline
               ? paired_interval(&q->of, q->y == FIGURE_OVERHEAD, in->prior, trial, base, p->count)
               : measure_interval(&q->of, p->count, y, &in->prior[at]);
    if (q->y == FIGURE_OVERHEAD) /* of logarithms of ratios */
        mean = (struct interval){mean.n, 100 * expm1(mean.mean), NAN, 100 * expm1(mean.low),
                                 100 * expm1(mean.high)};
    free(trial);
    free(base);
    free(y);
    return mean;
}

/* Adds the median of the seeds at each x and, with a band metric, its band. */
static void add_medians(const struct target *to, struct values v)
{
    while (v.count) {
        struct values here = figure_take(&v, SAME_X);
        double y = figure_median(&here), band = NAN;

        if (to->in->request->band_metric)
            band = median_of(&here, PLOT_SEED, 0, offsetof(struct value, high));
        if (figure_count(&here, PLOT_SEED) || figure_count(&here, PLOT_UNSUCCESSFUL))
            add(to, PLOT_MEDIAN, here.item->x, y, y - band, y + band);
    }
}

/* Adds the interval at each x; where there is none, a row without x, at which a band ends. alike: the trials of all x are the
 * same; there is no interval at all when one was unsuccessful or refused or, over training, when some do not learn by the end.
 * Returns true when there is an interval at every x. */
static bool add_intervals(const struct target *to, struct values v, bool alike)
{
    int first = to->f->rows;
    bool here = true, all = true;

    if (alike && (figure_count(&v, PLOT_UNSUCCESSFUL) || figure_count(&v, PLOT_REFUSED)))
        return false;
    while (v.count) {
        struct values p = figure_take(&v, SAME_X);
        struct interval mean = interval_of(to->in, &p);

        here = isfinite(mean.low) && isfinite(mean.high);
        all = all && here;
        if (here || (to->f->rows > first && !isnan(to->f->row[to->f->rows - 1].x)))
            add(to, PLOT_INTERVAL, here ? p.item->x : NAN, mean.mean, mean.low, mean.high);
    }
    if (!here && to->in->over_training)
        to->f->rows = first;
    return all;
}

/* Adds the bands of a profile, one after the other: at each x the medians of their ends over the seeds. */
static void add_bands(const struct target *to, const struct values *v)
{
    const char *const *column = to->in->request->bands;

    for (int band = 0; column && column[2 * band]; band++)
        for (struct values rest = *v; rest.count;) {
            struct values here = figure_take(&rest, SAME_X);
            double low = median_of(&here, PLOT_BAND, band, offsetof(struct value, low)),
                   high = median_of(&here, PLOT_BAND, band, offsetof(struct value, high));

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

/* Divides the values of rows from number `first` on by their least median, if that is positive. */
static void make_relative(struct plot_figure *f, int first)
{
    double best = INFINITY;

    for (int i = first; i < f->rows; i++)
        if (f->row[i].kind == PLOT_MEDIAN)
            best = fmin(best, f->row[i].y);
    for (int i = first; i < f->rows && isfinite(best) && best > 0; i++) {
        struct plot_row *row = &f->row[i];

        if (row->kind == PLOT_MEDIAN || row->kind == PLOT_INTERVAL || row->kind == PLOT_SEED) {
            row->y /= best;
            row->low /= best;
            row->high /= best;
        }
    }
}

/* A curve shows its seeds by its band or, where this has gaps, by a line for each seed; other lines have marks. */
void figure_add_rows(const struct figure_input *in, const struct values *v, bool unsuccessful,
                     struct plot_figure *f)
{
    const struct figure_request *q = in->request;
    const struct value *own = &v->item[0];
    const char *series = in->series[own->line % in->series_count];
    char *label = figure_line_label(in, own);
    struct target to = {in, f, own->panel, plot_series_index(f, label, series, LOOK_LINE)};
    bool alike = in->over_training || in->over_layers, curve = in->curve && alike, whole = true;
    int first = f->rows, medians;

    if (in->scatter) /* whose x is a metric, too */
        add(&to, PLOT_MEDIAN, median_of(v, PLOT_SEED, 0, offsetof(struct value, x)),
            figure_median(v), NAN, NAN);
    else
        add_medians(&to, *v);
    medians = f->rows - first;
    if (!in->scatter && !q->bands && !q->band_metric)
        whole = !unsuccessful && add_intervals(&to, *v, alike);
    for (const char *const *name = q->reference; name && *name; name++)
        f->series[to.series].reference |= strcmp(*name, series) == 0;
    f->seed_lines |= curve && !whole && v->count > medians;
    if (!q->bands && (!curve || (!whole && v->count > medians)))
        add_seeds(&to, v, curve);
    add_bands(&to, v);
    add_counts(&to, *v);
    if (q->y == FIGURE_RELATIVE)
        make_relative(f, first);
    free(label);
}
