#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Returns the record's x, where x are a key or a metric; NaN when it has none, as a diverged trial in a scatter. A
 * category's x is its number, from 1 on. */
static double x_of(const struct figure_input *in, const struct record *record)
{
    const char *text = record_get(record, in->request->x);
    double x = number_parse(text, NULL);

    if (in->scatter)
        return trial_final(&record->result, metric_find(in->request->x));
    for (int i = 0; i < in->categories; i++)
        if (strcmp(in->category[i], text) == 0)
            return i + 1;
    if (in->categories || !number_is(text))
        return NAN;
    return in->request->x_per_group ? x * record->result.norm_positions : x;
}

/* Returns the index of a value that is among values[n]. */
static int index_of(const char **values, int n, const char *value)
{
    int i = 0;

    while (i < n - 1 && strcmp(values[i], value) != 0)
        i++;
    return i;
}

/* Returns a value of record i, in its panel (the first one where panels are split) and line, at x. Its numbers are
 * NaN. */
static struct value value_of(const struct figure_input *in, int i, enum plot_kind kind, double x)
{
    const struct figure_request *q = in->request;
    const struct record *r = &in->results->record[i];
    int line = index_of(in->series, in->series_count, record_get(r, q->series));

    if (in->variant)
        line += index_of(in->variant, in->variants, record_get(r, q->variants)) * in->series_count;
    return (struct value){
        in->panels.of[i] * in->splits, line, i, i, r->seed, kind, x, NAN, NAN, NAN};
}

/* Adds `value` with the number y, or as unsuccessful. Adds nothing when x is NaN, or when y is NaN although the trial
 * is not unsuccessful. */
static void add_number(struct values *v, struct value value, double y, bool unsuccessful)
{
    value.y = y;
    value.kind = unsuccessful ? PLOT_UNSUCCESSFUL : PLOT_SEED;
    if (!isnan(value.x) && (!isnan(y) || unsuccessful))
        array_add(v->item, v->count) = value;
}

/* ---- a measure of each trial ---- */

/* Returns the trial with which record i is compared; NULL when there is none. It is in the baseline's cell, and has the
 * same seed and panel, and the same values of series, x and variants, except for keys that the cell names. */
static const struct record *find_baseline(const struct figure_input *in, int i)
{
    const char *const key[] = {in->request->series, in->request->x, in->request->variants};
    const struct record *record = &in->results->record[i];

    for (int k = 0; k < in->results->records; k++) {
        const struct record *found = &in->results->record[k];
        bool agree = record_in_cell(found, &in->baseline) && found->seed == record->seed &&
                     in->panels.of[k] == in->panels.of[i];

        for (int n = 0; n < 3 && key[n] && agree; n++)
            agree = config_get(&in->baseline, key[n]) ||
                    strcmp(record_get(record, key[n]), record_get(found, key[n])) == 0;
        if (agree)
            return found;
    }
    return NULL;
}

/* Adds the measure of record i; when the request has a baseline, the difference from the baseline's measure. */
static void add_trial(struct values *v, const struct figure_input *in, int i)
{
    const struct figure_request *q = in->request;
    const struct record *record = &in->results->record[i], *base = NULL;
    /* A line across the panel: its trials need no x. */
    bool across = q->across && strcmp(record_get(record, q->series), q->across) == 0;
    struct value value = value_of(in, i, PLOT_SEED, across ? 0 : x_of(in, record));
    struct measured m = measure_record(&q->of, record), b = {.value = NAN};
    double band = trial_final(&record->result, q->band_metric);
    bool unsuccessful;

    if (q->baseline && (base = find_baseline(in, i))) {
        b = measure_record(&q->of, base);
        value.base = (int)(base - in->results->record);
    }
    if (q->baseline)
        m.value = q->y == FIGURE_OVERHEAD ? 100 * (m.value / b.value - 1) : m.value - b.value;
    value.low = -band;
    value.high = band;
    unsuccessful = m.outcome == MEASURE_UNSUCCESSFUL || (base && b.outcome == MEASURE_UNSUCCESSFUL);
    if (unsuccessful && in->scatter)
        value.x = -INFINITY;
    add_number(v, value, m.value, unsuccessful);
}

/* Adds every point of the training curve of record i. A diverged trial is marked as unsuccessful at the point after the
 * last one of its curve. */
static void add_curve(struct values *v, const struct figure_input *in, int i)
{
    const struct figure_request *q = in->request;
    const struct trial_result *r = &in->results->record[i].result;
    const double *curve = r->curve[q->of.metric], *band = r->curve[q->band_metric];
    int last = -1;

    for (int k = q->skip_start ? 1 : 0; k <= r->points; k++) {
        struct value value = value_of(in, i, PLOT_SEED, trial_epochs_at(r, k));

        value.low = -band[k];
        value.high = band[k];
        add_number(v, value, curve[k], false);
        last = isnan(curve[k]) ? last : k;
    }
    if (r->status == TRIAL_DIVERGED)
        add_number(v,
                   value_of(in, i, PLOT_UNSUCCESSFUL,
                            trial_epochs_at(r, last < r->points ? last + 1 : last)),
                   NAN, true);
}

/* True when record i was trained, is no baseline, and is in the cell `compared`. */
static bool is_drawn(const struct figure_input *in, int i)
{
    const struct record *record = &in->results->record[i];

    return record->result.status != TRIAL_REFUSED &&
           !(in->request->baseline && record_in_cell(record, &in->baseline)) &&
           record_in_cell(record, &in->compared);
}

/* Adds one value for each seed, of a measure along an axis, from all records of a line that have the same x as record
 * i. Adds nothing unless record i is the first of these, so that calls for all records add each value once. */
static void add_along_axis(struct values *v, const struct figure_input *in, int i)
{
    const struct results *r = in->results;
    const struct record **here = xcalloc((size_t)r->records, sizeof *here);
    struct measured *m = xcalloc((size_t)r->records, sizeof *m);
    struct value own = value_of(in, i, PLOT_SEED, x_of(in, &r->record[i]));
    int count = 0, seeds = 0;

    for (int k = 0; k < r->records; k++) {
        struct value other = value_of(in, k, PLOT_SEED, x_of(in, &r->record[k]));

        if (is_drawn(in, k) && other.x == own.x && other.line == own.line &&
            other.panel == own.panel)
            here[count++] = &r->record[k];
    }
    if (count && here[0] == &r->record[i])
        seeds = measure_seeds(&in->request->of, here, count, m);
    for (int k = 0; k < seeds; k++) {
        own.seed = m[k].seed;
        add_number(v, own, m[k].value, m[k].outcome == MEASURE_UNSUCCESSFUL);
    }
    free(here);
    free(m);
}

/* ---- profiles ---- */

/* Returns the value of a profile's column at a point: that of a layer or, when layer is -1, the profile number over the
 * layers that the measure names. */
static double profile_value(const struct figure_request *q, const struct trial_result *r, int point,
                            int layer, const char *column)
{
    const struct profile *p = profiles_find(&r->profiles, q->of.profile.probe);
    struct profile_number n = q->of.profile;
    int number = profile_column(p, column);

    n.column = &p->column[number];
    return layer < 0 ? profile_number_at(&n, r, point) : *profile_at(p, point, layer, number);
}

/* Adds to `value`'s panel, line and x the measure's column at a point and layer (as in profile_value()), and the ends
 * of each band there. */
static void add_profile_at(struct values *v, const struct figure_request *q,
                           const struct trial_result *r, int point, int layer, struct value value)
{
    const char *const *band = q->bands;

    add_number(v, value, profile_value(q, r, point, layer, q->of.profile.column->name), false);
    value.kind = PLOT_BAND;
    for (value.y = 0; band && band[0]; band += 2, value.y++) {
        value.low = profile_value(q, r, point, layer, band[0]);
        value.high = profile_value(q, r, point, layer, band[1]);
        if (!isnan(value.low) && !isnan(value.high))
            array_add(v->item, v->count) = value;
    }
}

/* Returns the x of a point of a trial's profiles: its step or its epoch. */
static double point_x(const struct figure_request *q, const struct profiles *p, int point)
{
    return strcmp(q->x, FIGURE_STEP) == 0 ? p->step[point] : p->epoch[point];
}

/* Where panels are split by points, returns the index in in->step of the point after so many steps. */
static int point_index(const struct figure_input *in, double step)
{
    int i = 0;

    while (i < in->splits - 1 && in->step[i] < step)
        i++;
    return i;
}

/* Marks the trial of record i, which diverged, as unsuccessful in each of its panels that shows a layer or point of its
 * profile: at the point after its last value in the panel. Where x are layers, the mark is at 0, and only in panels
 * without a value of the trial. The trial's values are those in v from number `first` on. */
static void mark_diverged(struct values *v, const struct figure_input *in, int i, int first)
{
    const struct profiles *all = &in->results->record[i].result.profiles;
    int layers = profiles_find(all, in->request->of.profile.probe)->layer.count, own = v->count;

    for (int s = 0; s < (in->split == FIGURE_SPLIT_LAYERS ? layers : in->splits); s++) {
        struct value mark = value_of(in, i, PLOT_UNSUCCESSFUL, -INFINITY);
        bool has_point = in->split != FIGURE_SPLIT_POINTS;
        int next = 0;

        mark.panel += s;
        for (int k = 0; k < all->points && !has_point; k++)
            has_point = all->step[k] == in->step[s];
        for (int k = first; k < own; k++)
            if (v->item[k].panel == mark.panel)
                mark.x = fmax(mark.x, v->item[k].x);
        while (next < all->points - 1 && !(point_x(in->request, all, next) > mark.x))
            next++;
        if (!has_point || (in->over_layers && !isinf(mark.x)))
            continue;
        mark.x = in->over_layers ? 0 : point_x(in->request, all, next);
        add_number(v, mark, NAN, true);
    }
}

/* Adds the profile of record i at all points and layers that the figure shows. */
static void add_profile(struct values *v, const struct figure_input *in, int i)
{
    const struct figure_request *q = in->request;
    const struct trial_result *r = &in->results->record[i].result;
    const struct profile *p = profiles_find(&r->profiles, q->of.profile.probe);
    bool by_layer = in->over_layers || in->split == FIGURE_SPLIT_LAYERS;
    bool by_point = !in->over_layers || in->split == FIGURE_SPLIT_POINTS;
    /* Where neither x nor the panels are points, the measure's own point is the only one that is drawn. */
    int only = by_point ? -1 : profile_number_point_of(&q->of.profile, r), first = v->count;

    for (int k = 0; p && k < r->profiles.points; k++)
        for (int l = 0; l < (by_layer ? p->layer.count : 1); l++) {
            struct value value =
                value_of(in, i, PLOT_SEED, in->over_layers ? l + 1 : point_x(q, &r->profiles, k));

            value.panel += in->split == FIGURE_SPLIT_LAYERS   ? l
                           : in->split == FIGURE_SPLIT_POINTS ? point_index(in, r->profiles.step[k])
                                                              : 0;
            if ((by_point || k == only) && (in->over_layers || !q->skip_start || k))
                add_profile_at(v, q, r, k, by_layer ? l : -1, value);
        }
    if (p && r->status == TRIAL_DIVERGED)
        mark_diverged(v, in, i, first);
}

/* ---- all of them ---- */

/* Compares values for qsort(): by panel, line, x and record. */
static int compare_values(const void *left, const void *right)
{
    const struct value *a = left, *b = right;

    return a->panel != b->panel ? a->panel - b->panel
           : a->line != b->line ? a->line - b->line
           : a->x != b->x       ? (a->x > b->x) - (a->x < b->x)
                                : a->record - b->record;
}

struct values figure_values(const struct figure_input *in)
{
    const struct figure_request *q = in->request;
    struct values v = {0};

    for (int i = 0; i < in->results->records; i++) {
        const struct record *record = &in->results->record[i];

        if (record->result.status == TRIAL_REFUSED)
            array_add(v.item, v.count) =
                value_of(in, i, PLOT_REFUSED, isnan(x_of(in, record)) ? 0 : x_of(in, record));
        else if (!is_drawn(in, i))
            continue;
        else if (in->of_profile)
            add_profile(&v, in, i);
        else if (in->over_training)
            add_curve(&v, in, i);
        else if (measure_is_along(&q->of))
            add_along_axis(&v, in, i);
        else
            add_trial(&v, in, i);
    }
    if (v.count)
        qsort(v.item, (size_t)v.count, sizeof *v.item, compare_values);
    return v;
}

/* ---- some of them ---- */

struct values figure_take(struct values *v, enum figure_same same)
{
    const struct value *own = v->item;
    struct values first = {v->item, 0};

    for (; v->count && v->item->panel == own->panel && v->item->line == own->line &&
           (same == SAME_LINE || v->item->x == own->x);
         v->item++, v->count--)
        first.count++;
    return first;
}

int figure_count(const struct values *v, enum plot_kind kind)
{
    int n = 0;

    for (int i = 0; i < v->count; i++)
        n += v->item[i].kind == kind;
    return n;
}

char *figure_line_label(const struct figure_input *in, const struct value *value)
{
    const char *series = in->series[value->line % in->series_count];

    return in->variant ? format_new("%s, %s", series, in->variant[value->line / in->series_count])
                       : xstrdup(series);
}

double *figure_distinct_x(const struct values *v, int *n)
{
    double *x = xcalloc((size_t)v->count + 1, sizeof *x), *places;

    for (int i = 0; i < v->count; i++)
        x[i] = v->item[i].kind == PLOT_SEED ? v->item[i].x : NAN;
    *n = stats_distinct(v->count, x, &places);
    free(x);
    return places;
}
