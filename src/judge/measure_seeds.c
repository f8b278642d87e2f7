/* Computes the measures of trials and of seeds, and the variances of cells. measure_how.c has the kinds of measures. */
#include "base/arena.h"
#include "base/list.h"
#include "base/map.h"
#include "base/number.h"
#include "judge/measure.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool measured_is_bound(const struct measured *v)
{
    return isinf(v->high) && v->low == v->value;
}

/* ---- one trial ---- */

/* Returns the first point at which the metric is at or below the target; -1 when there is none. */
static int first_reached(const struct measure *m, const struct trial_result *r)
{
    for (int i = 0; i <= r->points; i++)
        if (r->curve[m->metric][i] <= m->target)
            return i;
    return -1;
}

/* True when the trial has a value of the metric at some point. */
static bool has_metric(const struct measure *m, const struct trial_result *r)
{
    for (int i = 0; i <= r->points; i++)
        if (!isnan(r->curve[m->metric][i]))
            return true;
    return false;
}

/* Returns the number of training steps up to a point. Points are distributed over an epoch as in train/run/run.c. */
static double steps_until(const struct trial_result *r, int point)
{
    int evals = r->evals_per_epoch;
    /* a trial with epochs=0 has only point 0 */
    double epoch_steps = point > 0 ? r->steps * evals / r->points : 0;

    return point / evals * epoch_steps + floor(epoch_steps * (point % evals) / evals);
}

/* Returns the amount of training up to a point, in the unit of the measure. */
static double cost_until(const struct measure *m, const struct trial_result *r, int point)
{
    switch (m->how) {
    case MEASURE_STEPS_TO:
        return steps_until(r, point);
    case MEASURE_SECONDS_TO:
        return point == 0 ? 0 : r->curve[METRIC_train_seconds][point];
    default:
        return trial_epochs_at(r, point);
    }
}

/* Returns the value of the metric at the end of a trial; NaN when the trial is not done. */
static double final_value(const struct measure *m, const struct trial_result *r)
{
    if (!m->profile.probe)
        return trial_final(r, m->metric);
    return r->status == TRIAL_DONE ? profile_number_value(&m->profile, r) : NAN;
}

/* Sets value and outcome from a profile number. A trial that diverged has profile numbers at the points before it
 * diverged. */
static void measure_profile(const struct measure *m, const struct trial_result *r,
                            struct measured *v)
{
    bool diverged = r->status == TRIAL_DIVERGED;

    if (!diverged || m->profile.point != POINT_LAST)
        v->value = profile_number_value(&m->profile, r);
    if (diverged && isnan(v->value))
        v->outcome = MEASURE_UNSUCCESSFUL;
}

struct measured measure_record(const struct measure *m, const struct record *record)
{
    const struct trial_result *r = &record->result;
    struct measured v = {.seed = record->seed, .value = NAN, .records = 1};
    int point = -1;

    if (r->status == TRIAL_REFUSED)
        v.outcome = MEASURE_REFUSED;
    else if (m->profile.probe)
        measure_profile(m, r, &v);
    else if (m->how == MEASURE_FIRST)
        v.value = trial_first(r, m->metric);
    else if (r->status == TRIAL_DIVERGED)
        v.outcome = MEASURE_UNSUCCESSFUL;
    else if (m->how == MEASURE_FINAL)
        v.value = trial_final(r, m->metric);
    else if ((point = first_reached(m, r)) >= 0)
        v.value = cost_until(m, r, point);
    else if (has_metric(m, r))
        v.outcome = MEASURE_UNSUCCESSFUL;
    v.low = v.high = v.value;
    if (point > 0)
        v.low = cost_until(m, r, point - 1);
    return v;
}

/* ---- along an axis ---- */

struct axis_trial {
    double x;     /* the trial's value of the axis */
    double y;     /* the final value of `by`, else of the metric; infinite: the trial diverged */
    double value; /* the final value of the metric; NaN: the trial diverged */
};

/* The trials of a seed along the axis: trial[n], in the order of x. trial[best] has the least y; trial[first_usable]
 * to trial[last_usable] are usable. */
struct axis {
    struct axis_trial *trial;
    int n, best, first_usable, last_usable;
    bool unmeasured; /* a finished trial lacks the metric */
};

static int by_x(const void *a, const void *b)
{
    double x = ((const struct axis_trial *)a)->x, y = ((const struct axis_trial *)b)->x;

    return (x > y) - (x < y);
}

/* Returns the trials of record[count], all of one seed, along the axis. Leaves out trials that were refused, that
 * have no number on the axis, or that are finished and lack the metric. The caller frees `trial`. */
static struct axis axis_of(const struct measure *m, const struct record *const *record, int count)
{
    struct axis a = {.trial = xcalloc((size_t)count, sizeof *a.trial)};
    double usable;

    for (int i = 0; i < count; i++) {
        double value = final_value(m, &record[i]->result);
        double y = m->has_by ? trial_final(&record[i]->result, m->by) : value;

        if (record[i]->result.status == TRIAL_REFUSED || !measure_uses(m, record[i]))
            continue;
        if (record[i]->result.status == TRIAL_DONE && (isnan(y) || isnan(value)))
            a.unmeasured = true;
        else
            a.trial[a.n++] =
                (struct axis_trial){.x = number_parse(record_get(record[i], m->along), NULL),
                                    .y = isnan(y) ? INFINITY : y,
                                    .value = value};
    }
    qsort(a.trial, (size_t)a.n, sizeof *a.trial, by_x);
    for (int i = 1; i < a.n; i++)
        a.best = a.trial[i].y < a.trial[a.best].y ? i : a.best;
    usable = a.trial[a.best].y + m->tolerance;
    a.first_usable = a.last_usable = a.best;
    while (a.first_usable > 0 && a.trial[a.first_usable - 1].y <= usable)
        a.first_usable--;
    while (a.last_usable + 1 < a.n && a.trial[a.last_usable + 1].y <= usable)
        a.last_usable++;
    return a;
}

/* axis_before() and axis_after() return the values of the axis before and after that of trial i: 0 before the first
 * value, infinity after the last. */
static double axis_before(const struct axis *a, int i)
{
    return i > 0 ? a->trial[i - 1].x : 0;
}

static double axis_after(const struct axis *a, int i)
{
    return i + 1 < a->n ? a->trial[i + 1].x : INFINITY;
}

/* Sets value, low and high of a successful seed. */
static void measure_axis(const struct measure *m, const struct axis *a, struct measured *v)
{
    double first = a->trial[a->first_usable].x, last = a->trial[a->last_usable].x;

    v->edge = (m->how == MEASURE_BEST || m->how == MEASURE_BEST_AT) && a->n > 1 &&
              (a->best == 0 || a->best == a->n - 1) && isfinite(a->trial[a->best].x);
    switch (m->how) {
    case MEASURE_BEST_AT:
        v->value = a->trial[a->best].x;
        v->low = axis_before(a, a->best);
        v->high = axis_after(a, a->best);
        break;
    case MEASURE_USABLE_MOST:
        v->value = v->low = last;
        v->high = axis_after(a, a->last_usable);
        break;
    case MEASURE_USABLE_RANGE:
        v->value = v->low = last / first;
        v->high = axis_after(a, a->last_usable) / axis_before(a, a->first_usable);
        break;
    default:
        v->value = v->low = v->high = a->trial[a->best].value;
        break;
    }
}

static bool is_unsuccessful(const struct measure *m, const struct axis *a)
{
    bool has_target = m->how >= MEASURE_USABLE_MOST && m->target != 0;

    return isinf(a->trial[a->best].y) || (has_target && a->trial[a->best].y > m->target);
}

bool measure_usable(const struct measure *m, const struct record *const *record, int count,
                    struct usable *u)
{
    struct axis a = axis_of(m, record, count);
    bool successful = a.n > 0 && !is_unsuccessful(m, &a);

    if (successful)
        *u = (struct usable){.best = a.trial[a.best].x,
                             .first = a.trial[a.first_usable].x,
                             .last = a.trial[a.last_usable].x,
                             .before = axis_before(&a, a.first_usable),
                             .after = axis_after(&a, a.last_usable)};
    free(a.trial);
    return successful;
}

/* Returns the measure along an axis of one seed, whose trials are record[count]. */
static struct measured measure_seed_along(const struct measure *m,
                                          const struct record *const *record, int count)
{
    struct measured v = {
        .seed = record[0]->seed, .value = NAN, .low = NAN, .high = NAN, .records = 1};
    struct axis a = axis_of(m, record, count);

    for (int i = 1; i < a.n; i++)
        v.records += a.trial[i].x == a.trial[i - 1].x;
    if (a.n == 0 || (a.n == 1 && m->how == MEASURE_BEST_AT))
        v.outcome = a.unmeasured ? MEASURED : MEASURE_REFUSED;
    else if (is_unsuccessful(m, &a))
        v.outcome = MEASURE_UNSUCCESSFUL;
    else
        measure_axis(m, &a, &v);
    free(a.trial);
    return v;
}

/* ---- all seeds ---- */

static int by_seed(const void *a, const void *b)
{
    int64_t x = (*(const struct record *const *)a)->seed,
            y = (*(const struct record *const *)b)->seed;

    return (x > y) - (x < y);
}

int measure_seeds(const struct measure *m, const struct record *const *record, int count,
                  struct measured *out)
{
    const struct record **sorted = xcalloc((size_t)count, sizeof *sorted);
    int n = 0;

    memcpy(sorted, record, (size_t)count * sizeof *sorted);
    qsort(sorted, (size_t)count, sizeof *sorted, by_seed);
    for (int i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && sorted[next]->seed == sorted[i]->seed;)
            next++;
        if (m->how == MEASURE_BEST_AT && next == i + 1 && sorted[i]->result.status != TRIAL_REFUSED)
            continue; /* a single trial cannot be the best of several */
        if (measure_is_along(m)) {
            out[n++] = measure_seed_along(m, sorted + i, next - i);
        } else {
            out[n] = measure_record(m, sorted[i]);
            out[n++].records = next - i;
        }
    }
    free(sorted);
    return n;
}

/* ---- the variances of cells ---- */

/* Returns the record's values of all axes except `along` (NULL: none), as a new string. */
static char *cell_label(const struct results *r, const struct record *record, const char *along)
{
    struct text t = {0};

    for (int i = 0; i < r->axes; i++)
        if (!along || strcmp(r->axis[i], along))
            text_add(&t, "%s\n", record_get(record, r->axis[i]));
    return t.s ? t.s : xstrdup("");
}

/* The records of a cell. */
struct cell_records {
    const struct record **record;
    int count;
};

/* Returns the cells of r, a new array, and their number in *count. The caller frees the array and each `record`. */
static struct cell_records *cells_of(const struct measure *m, const struct results *r, int *count)
{
    struct cell_records *cell = NULL;
    struct list labels = {0};
    struct map index = {0};

    *count = 0;
    for (int i = 0; i < r->records; i++) {
        char *label = cell_label(r, &r->record[i], measure_is_along(m) ? m->along : NULL);
        int at = map_get(&index, label);

        if (at < 0) {
            at = *count;
            array_add(labels.item, labels.count) = label;
            map_set(&index, label, at);
            array_add(cell, *count) = (struct cell_records){0};
        } else {
            free(label);
        }
        array_add(cell[at].record, cell[at].count) = &r->record[i];
    }
    map_clear(&index);
    list_clear(&labels);
    return cell;
}

/* Returns the moments of the cell's seeds on the scale: n is 0 when the cell does not count for measure_prior(). */
static struct interval cell_moments(const struct measure *m, enum stats_scale scale,
                                    const struct cell_records *cell)
{
    struct measured *seed = xcalloc((size_t)cell->count + 1, sizeof *seed);
    int n = measure_seeds(m, cell->record, cell->count, seed);
    double *v = measured_values(n, seed);
    struct interval moments = {0};
    bool split = !isnan(measure_parts_at(m, n, seed));

    for (int i = 0; i < n; i++)
        v[i] = stats_to_scale(scale, v[i]);
    if (!split)
        moments = stats_moments(n, v);
    if (!stats_scatters(&moments, 1))
        moments.n = 0;
    free(seed);
    free(v);
    return moments;
}

struct prior measure_prior(const struct measure *m, enum stats_scale scale, const struct results *r)
{
    struct prior prior = {0};
    struct cell_records *cell;
    double *variance = NULL;
    int cells, *n = NULL;
    bool exact = m->how == MEASURE_FINAL || m->how == MEASURE_FIRST || m->how == MEASURE_BEST;

    if (!exact || scale == STATS_PLAIN)
        return prior;
    cell = cells_of(m, r, &cells);
    n = xcalloc((size_t)cells + 1, sizeof *n);
    variance = xcalloc((size_t)cells + 1, sizeof *variance);
    for (int i = 0; i < cells; i++) {
        struct interval moments = cell_moments(m, scale, &cell[i]);

        n[i] = moments.n;
        variance[i] = moments.sd * moments.sd;
        free(cell[i].record);
    }
    prior = stats_prior(cells, n, variance);
    free(cell);
    free(n);
    free(variance);
    return prior;
}

struct prior measure_prior_after(const struct measure *m, enum stats_scale scale,
                                 const struct results *r, double epochs)
{
    struct results then = *r;
    struct prior prior;

    /* the same trials, as if they had ended after these epochs */
    then.record = xcalloc((size_t)r->records + 1, sizeof *then.record);
    for (int i = 0; i < r->records; i++) {
        struct trial_result *result = &then.record[i].result;

        then.record[i] = r->record[i];
        while (result->points > 0 && trial_epochs_at(result, result->points) > epochs)
            result->points--;
    }
    prior = measure_prior(m, scale, &then);
    free(then.record);
    return prior;
}
