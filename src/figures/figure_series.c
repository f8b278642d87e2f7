#include "base/arena.h"
#include "base/text.h"
#include "figures/figure_internal.h"
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

    return is_metric && q->template != PLOT_HEAT && q->y != FIGURE_OVERHEAD
               ? metric_info[q->of.metric].apart
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
static struct plot_row point_of(const struct figure_request *q, const struct place *p, bool split)
{
    struct plot_row point = {
        .kind = split ? PLOT_MEDIAN : PLOT_MEAN, .x = p->item[0].x, .low = NAN, .high = NAN};
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

/* Where a line's rows go. */
struct rows {
    struct plot_figure *f;
    struct shown *shown;
    int panel, series, first; /* first: the index of the line's first row */
};

static void add(const struct rows *to, struct plot_row row)
{
    row.panel = to->panel;
    row.series = to->series;
    plot_add_row(to->f, row);
}

static void add_number(const struct rows *to, enum plot_kind kind, double x, double y)
{
    add(to, (struct plot_row){.kind = kind, .x = x, .y = y, .low = NAN, .high = NAN});
}

/* True when the seeds at the last x are split. */
static bool is_split_at_end(const struct figure_request *q, const struct values *v)
{
    int last = v->count - 1;
    struct place end;

    while (last > 0 && v->item[last - 1].x == v->item[last].x)
        last--;
    if (v->count == 0)
        return false;
    end = place_at(v, last);
    return is_split(q, &end);
}

/* Adds a point for each x. When the seeds of a curve are split at its last x, all its points are medians, because
 * its seeds are the same at every x. Returns their number; *band: whether two neighbours have a range. */
static int add_points(const struct figure_request *q, const struct values *v, const struct rows *to,
                      bool *band)
{
    bool curves = figure_has_curves(q), split_at_end = curves && is_split_at_end(q, v);
    bool ranged = false, before = false;
    int points = 0;

    *band = false;
    for (int i = 0; i < v->count; points++, before = ranged) {
        struct place p = place_at(v, i);
        struct plot_row row = point_of(q, &p, curves ? split_at_end : is_split(q, &p));

        add(to, row);
        ranged = isfinite(row.low) && isfinite(row.high);
        *band = *band || (ranged && before);
        to->shown->band |= ranged;
        to->shown->median |= row.kind == PLOT_MEDIAN;
        i += p.count;
    }
    return points;
}

/* Adds the number of lost trials at each x that has some. */
static void add_losses(const struct values *v, const struct rows *to)
{
    for (int i = 0; i < v->count;) {
        struct place p = place_at(v, i);
        int lost = 0;

        for (int k = 0; k < p.count; k++)
            lost += p.item[k].lost;
        if (lost)
            add_number(to, PLOT_LOST, p.item[0].x, lost);
        i += p.count;
    }
}

/* Adds each seed. lines: v is in the order of the records, and a row without x ends the curve of each seed. */
static void add_seeds(const struct values *v, const struct rows *to, bool lines)
{
    double before = -INFINITY;

    for (int i = 0; i < v->count; i++) {
        if (isnan(v->item[i].y))
            continue;
        if (lines && v->item[i].x <= before)
            add_number(to, PLOT_SEED, NAN, NAN);
        before = v->item[i].x;
        add_number(to, PLOT_SEED, before, v->item[i].y);
    }
}

/* Adds the number of refused trials of a row of a heat map at each x that has some. */
static void add_refusals(const struct line *l, const struct rows *to)
{
    const struct results *r = l->input->results;

    for (int x = 1; x <= l->input->categories; x++) {
        int refused = 0;

        for (int i = 0; i < r->records; i++)
            refused += line_has(l, i) && r->record[i].result.status == TRIAL_REFUSED &&
                       figure_x(l->input, &r->record[i]) == x;
        if (refused)
            add_number(to, PLOT_REFUSED, x, refused);
    }
}

/* Divides the values of the line by its least mean, if that is positive. */
static void make_relative(const struct rows *to)
{
    double best = INFINITY;

    for (int i = to->first; i < to->f->rows; i++)
        if (to->f->row[i].kind <= PLOT_MEDIAN)
            best = fmin(best, to->f->row[i].y);
    for (int i = to->first; i < to->f->rows && isfinite(best) && best > 0; i++) {
        struct plot_row *row = &to->f->row[i];

        if (row->kind <= PLOT_MEDIAN || row->kind == PLOT_SEED) {
            row->y /= best;
            row->low /= best;
            row->high /= best;
        }
    }
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

static void add_rows(const struct line *l, const struct values *v, const struct rows *to)
{
    const struct figure_request *q = l->input->request;
    struct values sorted = sorted_by_x(v);
    bool band;
    int points = add_points(q, &sorted, to, &band);

    to->shown->longest = points > to->shown->longest ? points : to->shown->longest;
    if (!figure_has_curves(q) || points <= SEEDS_UP_TO)
        add_seeds(&sorted, to, false);
    else if (!band && v->count > points) {
        to->f->seed_lines = true;
        add_seeds(v, to, true);
    }
    add_losses(&sorted, to);
    if (q->template == PLOT_HEAT)
        add_refusals(l, to);
    if (q->y == FIGURE_RELATIVE)
        make_relative(to);
    free(sorted.item);
}

/* True when a trial of the line was refused where a heat map has a cell. */
static bool has_refusal(const struct line *l)
{
    const struct results *r = l->input->results;

    for (int i = 0; i < r->records; i++)
        if (line_has(l, i) && r->record[i].result.status == TRIAL_REFUSED &&
            !isnan(figure_x(l->input, &r->record[i])))
            return true;
    return false;
}

void line_add_rows(const struct line *l, struct plot_figure *f, struct shown *shown)
{
    struct values v = line_values(l);

    if (v.count || (l->input->request->template == PLOT_HEAT && has_refusal(l))) {
        char *label = l->variant ? format_new("%s, %s", l->series, l->variant) : xstrdup(l->series);

        add_rows(l, &v,
                 &(struct rows){f, shown, l->panel,
                                plot_series_index(f, label, l->series, LOOK_LINE), f->rows});
        free(label);
    }
    free(v.item);
}
