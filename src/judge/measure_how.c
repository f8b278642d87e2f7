/* The kinds of measures: which fields they need, and their names. */
#include "base/arena.h"
#include "base/number.h"
#include "judge/measure.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum need { UNUSED, IGNORED, OPTIONAL, NEEDED };

static const struct how_info {
    /* the measure in words; $metric, $axis, $target and $tolerance are replaced by those of the measure */
    const char *words;
    const char *unit; /* the unit of the values; NULL: that of the metric */
    enum need target, tolerance;
    bool along;       /* the measure is made from the trials along an axis */
    bool axis_value;  /* the measure is a value of the axis, or a ratio of two such values */
    bool whole_curve; /* the measure needs points of the curve other than the last */
    int worst;        /* what measure_worst() returns; 0: that depends on the metric */
} how_info[] = {
    [MEASURE_FINAL] = {.words = "$metric"},
    [MEASURE_FIRST] = {"$metric before training", .whole_curve = true},
    [MEASURE_EPOCHS_TO] = {"epochs until $metric <= $target", "epochs", NEEDED, .whole_curve = true,
                           .worst = 1},
    [MEASURE_STEPS_TO] = {"steps until $metric <= $target", "steps", NEEDED, .whole_curve = true,
                          .worst = 1},
    [MEASURE_SECONDS_TO] = {"seconds until $metric <= $target", "s", NEEDED, .whole_curve = true,
                            .worst = 1},
    [MEASURE_BEST] = {"least $metric over $axis", NULL, IGNORED, IGNORED, .along = true},
    [MEASURE_BEST_AT] = {"$axis with the least $metric", "", IGNORED, IGNORED, .along = true,
                         .axis_value = true},
    [MEASURE_USABLE_MOST] = {"largest $axis with $metric within $tolerance of its best", "",
                             OPTIONAL, NEEDED, .along = true, .axis_value = true, .worst = -1},
    [MEASURE_USABLE_RANGE] =
        {"largest over smallest $axis with $metric within $tolerance of its best", "", OPTIONAL,
         NEEDED, .along = true, .axis_value = true, .worst = -1},
};

/* Returns what the table says about the measure's kind. A `how` that is out of range counts as FINAL;
 * measure_check() refuses it. */
static const struct how_info *info_of(const struct measure *m)
{
    bool known = (unsigned)m->how <= MEASURE_USABLE_RANGE;

    return &how_info[known ? m->how : MEASURE_FINAL];
}

struct metric_info measure_info(const struct measure *m)
{
    return m->profile.probe ? profile_number_info(&m->profile) : metric_info[m->metric];
}

bool measure_is_along(const struct measure *m)
{
    return info_of(m)->along;
}

bool measure_is_ratio(const struct measure *m)
{
    const struct how_info *how = info_of(m);

    return m->ratio || how->axis_value ||
           (m->profile.probe && !how->unit && profile_number_is_ratio(&m->profile));
}

bool measure_has_target(const struct measure *m)
{
    return info_of(m)->target == NEEDED;
}

bool measure_needs_curve(const struct measure *m, enum metric of)
{
    bool by_seconds = of == METRIC_train_seconds && m->how == MEASURE_SECONDS_TO;

    return info_of(m)->whole_curve && !m->profile.probe && (of == m->metric || by_seconds);
}

enum metric measure_missing_curve(const struct measure *m, const struct results *r)
{
    int k = 0;

    while (k < METRICS &&
           (!measure_needs_curve(m, (enum metric)k) || results_have_curve(r, (enum metric)k)))
        k++;
    return (enum metric)k;
}

bool measure_uses(const struct measure *m, const struct record *record)
{
    const char *value = m->along ? record_get(record, m->along) : "";

    return !info_of(m)->axis_value || (number_is(value) && isfinite(number_parse(value, NULL)));
}

/* Returns what is wrong with the fields; NULL when nothing is. */
static const char *fault(const struct measure *m)
{
    const struct how_info *how = info_of(m);

    if (m->profile.probe && (m->how == MEASURE_FIRST || how->target == NEEDED))
        return "is a column of a probe, for which `at` says when: how may be final, best, best_at, usable_most or usable_range";
    if ((how->along || how->target == NEEDED) && !measure_info(m).less_is_better)
        return "looks for low values, and low values of this metric are not better (train/metrics.def, columns of probes)";
    if (m->has_by && (m->how != MEASURE_BEST || m->profile.probe))
        return "has 'by', which is for the best of a metric along an axis: say how: best";
    if (m->has_by && !metric_info[m->by].less_is_better)
        return "has a metric in 'by' of which low values are not better: take val_error or val_loss";
    if (how->along && (!m->along || !*m->along))
        return "sums up along an axis: say which, as along: lr";
    if (!how->along && m->along)
        return "has an axis in along, which is for measures along an axis: say which by how, as best";
    if (how->target == NEEDED && (m->target == 0 || !isfinite(m->target)))
        return "needs a target above which it is not reached; for 0 itself take 1e-9";
    if (how->target == UNUSED && m->target != 0)
        return "has a target, which is for measures that ask when it is reached: say which by how, as steps_to";
    if (how->tolerance == UNUSED && m->tolerance != 0)
        return "has a tolerance, which is for usable_most and usable_range: say which by how";
    if (how->tolerance == NEEDED && !(m->tolerance > 0 && isfinite(m->tolerance)))
        return "needs a tolerance above 0: how much worse than the best is usable";
    if (how->target == OPTIONAL && !isfinite(m->target))
        return "needs a finite target, or none";
    return NULL;
}

int measure_check(const struct measure *m, struct text *why)
{
    bool known = (unsigned)m->metric < METRICS && (unsigned)m->how <= MEASURE_USABLE_RANGE;
    const char *what = known ? fault(m) : "has no such metric or no such how: see judge/measure.h";

    if (what)
        text_add(why, "its measure %s", what);
    return what ? -1 : 0;
}

/* ---- values ---- */

/* True when no value of the axis is usable for a seed whose best is above the target. */
static bool has_limit(const struct measure *m)
{
    return info_of(m)->target == OPTIONAL && m->target != 0;
}

int measure_worst(const struct measure *m)
{
    if (info_of(m)->worst)
        return info_of(m)->worst;
    return (m->how == MEASURE_FINAL || m->how == MEASURE_BEST) && measure_info(m).diverged_is_worst;
}

const char *measure_unsuccessful_word(const struct measure *m)
{
    return measure_has_target(m) ? "not reached" : has_limit(m) ? "usable nowhere" : "diverged";
}

const char *measure_fate(const struct measure *m)
{
    return measure_has_target(m) ? "never get there"
           : has_limit(m)        ? "are usable nowhere"
                                 : "diverge";
}

enum stats_scale measure_scale(const struct measure *m)
{
    struct metric_info info = measure_info(m);

    if (measure_is_ratio(m))
        return STATS_LOG;
    return !info_of(m)->unit && info.least == 0 && info.most == 100 ? STATS_LOGIT : STATS_PLAIN;
}

double *measured_values(int n, const struct measured *v)
{
    double *x = xcalloc((size_t)n + 1, sizeof *x);

    for (int i = 0; i < n; i++)
        x[i] = v[i].value;
    return x;
}

double measure_parts_at(const struct measure *m, int n, const struct measured *v)
{
    bool error = measure_scale(m) == STATS_LOGIT && m->how != MEASURE_FIRST;
    double *x = measured_values(n, v),
           at = error ? stats_split_at(n, x, measure_info(m).apart) : NAN;

    free(x);
    return at;
}

bool measure_parted(const struct measure *m, int n, const double *v)
{
    bool of_metric = m->how == MEASURE_FINAL || m->how == MEASURE_FIRST || m->how == MEASURE_BEST;

    return of_metric && !m->unit && stats_split(n, v, measure_info(m).apart);
}

struct interval measure_mean(const struct measure *m, int n, const double *v,
                             const struct prior *prior)
{
    return stats_mean_on(measure_scale(m), n, v, prior);
}

void measure_clip(const struct measure *m, struct interval *mean)
{
    struct metric_info info = measure_info(m);
    bool is_metric = !info_of(m)->unit;

    if (isnan(mean->low)) /* the mean of one value has no interval */
        return;
    mean->low = fmax(mean->low, is_metric ? info.least : 0);
    mean->high = fmin(mean->high, is_metric ? info.most : INFINITY);
}

struct interval measured_mean(const struct measure *m, int n, const struct measured *v,
                              const struct prior *prior)
{
    double *x = measured_values(n, v);
    struct interval mean = measure_mean(m, n, x, prior);

    measure_clip(m, &mean);
    free(x);
    return mean;
}

struct interval measure_interval(const struct measure *m, int n, const double *v,
                                 const struct prior *prior)
{
    struct interval mean = measure_mean(m, n, v, prior);

    measure_clip(m, &mean);
    if (mean.n < MEASURE_INTERVAL_LEAST || mean.n < n || measure_parted(m, n, v))
        mean.low = mean.high = NAN;
    return mean;
}

/* ---- words ---- */

/* Adds the text that replaces a '$' and the word after it. Returns the length of the word. */
static size_t add_word(const struct measure *m, const char *word, struct text *out)
{
    if (text_starts_with(word, "metric") && m->profile.probe)
        profile_number_print(&m->profile, out);
    else if (text_starts_with(word, "metric"))
        text_add(out, "%s", metric_info[m->metric].name);
    else if (text_starts_with(word, "axis"))
        text_add(out, "%s", m->along);
    else if (text_starts_with(word, "by"))
        text_add(out, "%s", metric_info[m->by].name);
    else
        text_add(out, "%g", text_starts_with(word, "target") ? m->target : m->tolerance);
    return strcspn(word, " ");
}

void measure_print(const struct measure *m, struct text *out)
{
    const char *s = m->has_by ? "$metric at the $axis with the least $by" : info_of(m)->words;

    while (*s) {
        size_t n = strcspn(s, "$");

        text_addn(out, s, n);
        s += n;
        if (*s == '$')
            s += 1 + add_word(m, s + 1, out);
    }
    if (has_limit(m))
        text_add(out, " and at most %.12g", m->target);
}

const char *measure_unit(const struct measure *m)
{
    const char *own = info_of(m)->unit, *metric = measure_info(m).unit;

    if (m->unit)
        return m->unit;
    return own ? own : strcmp(metric, "1") == 0 ? "" : metric;
}

const char *measure_difference_unit(const struct measure *m)
{
    const char *unit = measure_unit(m);

    return strcmp(unit, "%") == 0 ? "points" : unit;
}
