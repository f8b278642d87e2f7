#include "judge/measure.h"
#include "base/arena.h"
#include "base/number.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool measure_is_along(const struct measure *m)
{
    return m->how >= MEASURE_BEST;
}

bool measured_is_bound(const struct measured *v)
{
    return isinf(v->high) && v->low == v->value;
}

bool measure_is_ratio(const struct measure *m)
{
    return m->ratio || m->how > MEASURE_BEST;
}

bool measure_has_target(const struct measure *m)
{
    return m->how >= MEASURE_EPOCHS_TO && m->how <= MEASURE_SECONDS_TO;
}

bool measure_is_told(const struct measure *m, const struct results *r)
{
    bool curve = m->how == MEASURE_FIRST || measure_has_target(m);

    return !curve || results_have_curve(r, m->metric);
}

static bool is_usable(const struct measure *m)
{
    return m->how == MEASURE_USABLE_MOST || m->how == MEASURE_USABLE_RANGE;
}

/* What is missing, or there though nothing reads it; NULL: nothing. */
static const char *fault(const struct measure *m)
{
    bool along = measure_is_along(m), to = measure_has_target(m);

    if ((unsigned)m->metric >= METRICS || (unsigned)m->how > MEASURE_USABLE_RANGE)
        return "has no such metric or no such .how: see judge/measure.h";
    if ((along || to) && !metric_info[m->metric].less_is_better)
        return "looks for low values, and low values of this metric are not better (train/metrics.def)";
    if (along && (!m->along || !*m->along))
        return "sums up along an axis: say which, as .along = \"lr\"";
    if (!along && m->along)
        return "has an .along, which is for measures along an axis: say which by .how, as MEASURE_BEST";
    if (to && (m->target == 0 || !isfinite(m->target)))
        return "needs a .target above which it is not reached; for 0 itself take 1e-9";
    if (!to && !along && m->target != 0)
        return "has a .target, which is for measures that ask when it is reached: say which by .how, as "
               "MEASURE_STEPS_TO";
    if (!along && m->tolerance != 0)
        return "has a .tolerance, which is for MEASURE_USABLE_MOST and MEASURE_USABLE_RANGE: say which by .how";
    if (is_usable(m) && !(m->tolerance > 0 && isfinite(m->tolerance)))
        return "needs a .tolerance above 0: how much worse than the best is usable";
    if (is_usable(m) && !isfinite(m->target))
        return "needs a finite .target, or none";
    return NULL;
}

int measure_check(const struct measure *m, struct text *why)
{
    const char *what = fault(m);

    if (what)
        text_add(why, "its measure %s", what);
    return what ? -1 : 0;
}

struct interval measure_mean(const struct measure *m, int n, const double *v)
{
    return measure_is_ratio(m) ? stats_geometric_mean(n, v) : stats_mean(n, v);
}

void measure_bound(const struct measure *m, struct interval *mean)
{
    const struct metric_info *info = &metric_info[m->metric];
    bool value = m->how == MEASURE_FINAL || m->how == MEASURE_FIRST || m->how == MEASURE_BEST;

    if (isnan(mean->low)) /* of one value */
        return;
    mean->low = fmax(mean->low, value ? info->least : 0);
    mean->high = fmin(mean->high, value ? info->most : INFINITY);
}

const char *measure_lost_word(const struct measure *m)
{
    return measure_has_target(m) ? "not reached" : "diverged";
}

int measure_lost_is(const struct measure *m)
{
    if (is_usable(m))
        return -1;
    if (measure_has_target(m))
        return 1;
    return (m->how == MEASURE_FINAL || m->how == MEASURE_BEST) &&
           metric_info[m->metric].diverged_is_worst;
}

/* ---- of one trial ---- */

/* The first point at which the metric is at or below the target; -1: none. */
static int first_reached(const struct measure *m, const struct trial_result *r)
{
    for (int i = 0; i <= r->points; i++)
        if (r->curve[m->metric][i] <= m->target)
            return i;
    return -1;
}

/* True when the trial has a value of the metric at any point. */
static bool was_measured(const struct measure *m, const struct trial_result *r)
{
    for (int i = 0; i <= r->points; i++)
        if (!isnan(r->curve[m->metric][i]))
            return true;
    return false;
}

/* Training steps up to a point; parts of an epoch end as in train/run.c. */
static double steps_until(const struct trial_result *r, int point)
{
    double epoch_steps =
        point > 0 ? r->steps * r->evals_per_epoch / r->points : 0; /* epochs=0 has one point */

    return point / r->evals_per_epoch * epoch_steps +
           floor(epoch_steps * (point % r->evals_per_epoch) / r->evals_per_epoch);
}

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

struct measured measure_record(const struct measure *m, const struct record *record)
{
    const struct trial_result *r = &record->result;
    struct measured v = {.seed = record->seed, .value = NAN, .records = 1};
    int point = -1;

    if (r->status == TRIAL_REFUSED) {
        v.outcome = MEASURE_REFUSED;
    } else if (m->how == MEASURE_FIRST) {
        v.value = trial_first(r, m->metric);
    } else if (r->status == TRIAL_DIVERGED) {
        v.outcome = MEASURE_LOST;
    } else if (m->how == MEASURE_FINAL) {
        v.value = trial_final(r, m->metric);
    } else if ((point = first_reached(m, r)) < 0) {
        v.outcome = was_measured(m, r) ? MEASURE_LOST : MEASURED;
    } else {
        v.value = cost_until(m, r, point);
    }
    v.low = v.high = v.value;
    if (point > 0)
        v.low = cost_until(m, r, point - 1);
    return v;
}

/* ---- along an axis ---- */

struct place { /* a trial on the axis */
    double x, y;
};

static int by_x(const void *a, const void *b)
{
    double x = ((const struct place *)a)->x, y = ((const struct place *)b)->x;

    return (x > y) - (x < y);
}

bool measure_has_place(const struct measure *m, const struct record *record)
{
    const char *value = m->along ? record_get(record, m->along) : "";

    return m->how <= MEASURE_BEST || (number_is(value) && isfinite(number_parse(value, NULL)));
}

/* The records of one seed by their place on the axis, without refused ones, those that have no place on it, and
 * finished ones that lack the metric, which *unmeasured counts; y is infinite where a trial diverged. Returns their
 * number; the caller frees. */
static int places_of(const struct measure *m, const struct record *const *record, int count,
                     struct place **out, int *unmeasured)
{
    int n = 0;

    *out = xcalloc((size_t)count, sizeof **out);
    *unmeasured = 0;
    for (int i = 0; i < count; i++) {
        double y = trial_final(&record[i]->result, m->metric);

        if (record[i]->result.status == TRIAL_REFUSED || !measure_has_place(m, record[i]))
            continue;
        if (record[i]->result.status == TRIAL_DONE && isnan(y))
            (*unmeasured)++;
        else
            (*out)[n++] = (struct place){.x = number_parse(record_get(record[i], m->along), NULL),
                                         .y = isnan(y) ? INFINITY : y};
    }
    qsort(*out, (size_t)n, sizeof **out, by_x);
    return n;
}

/* The place before and the one behind; beyond the axis there may be any. */
static double before(const struct place *p, int i)
{
    return i > 0 ? p[i - 1].x : 0;
}

static double behind(const struct place *p, int n, int i)
{
    return i + 1 < n ? p[i + 1].x : INFINITY;
}

/* The value, and between what it is known. [low, high] are the usable places, of n. */
static void place_on_axis(const struct measure *m, const struct place *p, int n, int best, int low,
                          int high, struct measured *v)
{
    switch (m->how) {
    case MEASURE_BEST_AT:
        v->value = p[best].x;
        v->low = before(p, best);
        v->high = behind(p, n, best);
        break;
    case MEASURE_USABLE_MOST:
        v->value = v->low = p[high].x;
        v->high = behind(p, n, high);
        break;
    case MEASURE_USABLE_RANGE:
        v->value = v->low = p[high].x / p[low].x;
        v->high = behind(p, n, high) / before(p, low);
        break;
    default:
        v->value = v->low = v->high = p[best].y;
        break;
    }
}

/* True when the best of all places is too bad to call any of them usable. */
static bool is_beyond_target(const struct measure *m, double best)
{
    return is_usable(m) && m->target != 0 && best > m->target;
}

static struct measured summarize(const struct measure *m, const struct record *const *record,
                                 int count)
{
    struct measured v = {
        .seed = record[0]->seed, .value = NAN, .low = NAN, .high = NAN, .records = 1};
    struct place *p;
    int unmeasured, n = places_of(m, record, count, &p, &unmeasured), best = 0, low, high;

    for (int i = 1; i < n; i++) {
        best = p[i].y < p[best].y ? i : best;
        v.records += p[i].x == p[i - 1].x;
    }
    low = high = best;
    while (low > 0 && p[low - 1].y <= p[best].y + m->tolerance)
        low--;
    while (high + 1 < n && p[high + 1].y <= p[best].y + m->tolerance)
        high++;
    if (n == 0 || (n == 1 && m->how == MEASURE_BEST_AT))
        v.outcome = unmeasured ? MEASURED : MEASURE_REFUSED;
    else if (isinf(p[best].y) || is_beyond_target(m, p[best].y))
        v.outcome = MEASURE_LOST;
    else
        place_on_axis(m, p, n, best, low, high, &v);
    free(p);
    return v;
}

/* ---- of all seeds ---- */

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
            continue; /* the only one is the best of nothing */
        if (measure_is_along(m)) {
            out[n++] = summarize(m, sorted + i, next - i);
        } else {
            out[n] = measure_record(m, sorted[i]);
            out[n++].records = next - i;
        }
    }
    free(sorted);
    return n;
}

/* ---- in words ---- */

void measure_print(const struct measure *m, struct text *out)
{
    static const char *const until[] = {[MEASURE_EPOCHS_TO] = "epochs",
                                        [MEASURE_STEPS_TO] = "steps",
                                        [MEASURE_SECONDS_TO] = "seconds"};
    const char *metric = metric_info[m->metric].name;

    switch (m->how) {
    case MEASURE_FINAL:
        text_add(out, "%s", metric);
        break;
    case MEASURE_FIRST:
        text_add(out, "%s before training", metric);
        break;
    case MEASURE_EPOCHS_TO:
    case MEASURE_STEPS_TO:
    case MEASURE_SECONDS_TO:
        text_add(out, "%s until %s <= %g", until[m->how], metric, m->target);
        break;
    case MEASURE_BEST:
        text_add(out, "least %s over %s", metric, m->along);
        break;
    case MEASURE_BEST_AT:
        text_add(out, "%s with the least %s", m->along, metric);
        break;
    case MEASURE_USABLE_MOST:
        text_add(out, "largest %s with %s within %g of its best", m->along, metric, m->tolerance);
        break;
    case MEASURE_USABLE_RANGE:
        text_add(out, "largest over smallest %s with %s within %g of its best", m->along, metric,
                 m->tolerance);
        break;
    }
}

const char *measure_unit(const struct measure *m)
{
    const char *own = metric_info[m->metric].unit;

    if (m->unit)
        return m->unit;
    switch (m->how) {
    case MEASURE_FINAL:
    case MEASURE_FIRST:
    case MEASURE_BEST:
        return strcmp(own, "1") == 0 ? "" : own;
    case MEASURE_EPOCHS_TO:
        return "epochs";
    case MEASURE_STEPS_TO:
        return "steps";
    case MEASURE_SECONDS_TO:
        return "s";
    default:
        return "";
    }
}

const char *measure_difference_unit(const struct measure *m)
{
    const char *unit = measure_unit(m);

    return strcmp(unit, "%") == 0 ? "points" : unit;
}
