/*
 * A measure is a number for each seed: what claims compare, figures draw and tables print. Most measures are a metric of
 * one trial. Those along an axis are made from all trials of a seed, which differ in that axis, as the largest learning
 * rate that still works.
 *
 * A seed is unsuccessful when its trial diverged or never reached the measure's target; along an axis, when all its trials
 * did. It has no number, but it is evidence: see measure_worst().
 */
#ifndef NORMLAB_JUDGE_MEASURE_H
#define NORMLAB_JUDGE_MEASURE_H

#include "base/text.h"
#include "stats/stats.h"
#include "store/store.h"

enum measure_how {
    MEASURE_FINAL, /* the metric at the last point */
    MEASURE_FIRST, /* the metric before training, also of a trial that diverged later */
    /* The training until the metric is first at or below `target`, in epochs, steps, or processor seconds without
     * evaluations. */
    MEASURE_EPOCHS_TO,
    MEASURE_STEPS_TO,
    MEASURE_SECONDS_TO,
    /* Along an axis: the least final value of the metric, and the value of the axis that has it. */
    MEASURE_BEST,
    MEASURE_BEST_AT, /* a seed with a single trial is left out */
    /* Along an axis: a trial is usable when its final value is within `tolerance` of the seed's best, and so is every
     * trial between it and the best. A diverged trial is not usable. With a `target`, the seed is unsuccessful when its
     * best is above that. */
    MEASURE_USABLE_MOST,  /* the largest usable value of the axis */
    MEASURE_USABLE_RANGE, /* the largest usable value over the smallest */
};

/* The default of each field is 0: then it is the final training loss. See measure_check(). */
struct measure {
    enum metric metric; /* less is better, except for FINAL and FIRST */
    enum measure_how how;
    double target;     /* in the metric's unit; for *_TO, and for USABLE_*, where 0 means none */
    const char *along; /* the axis: a key with numbers as its values, above 0 where ratios count */
    double tolerance;  /* for USABLE_*: above 0, in the metric's unit */
    bool ratio;        /* the metric is a ratio, whose mean is the geometric one */
    const char *unit;  /* of the measure, if not the default; NULL: the default */
};

enum measure_outcome {
    MEASURED,
    MEASURE_UNSUCCESSFUL,
    MEASURE_REFUSED, /* the net refused the configuration: there is nothing to measure */
};

/* A measure of one seed. */
struct measured {
    int64_t seed;
    enum measure_outcome outcome;
    double value; /* NaN unless MEASURED, and when the finished trial lacks the metric */
    /* The true value is known to lie in [low, high]; the axis, or the points of training, are no finer. The target was
     * reached between the last two points; the largest usable value of the axis may lie anywhere before the next one that
     * was tried. high is infinite when a longer axis might give more. Other measures have low = high = value. */
    double low, high;
    int records; /* trials with this seed, along an axis with the same value of it; more than 1 is ambiguous */
};

/* Checks that the fields fit together: *_TO needs a target; measures along an axis need `along`; USABLE_* needs a
 * tolerance. No other measure may have these, except that BEST and BEST_AT ignore target and tolerance. 0, or -1 with the
 * reason added to why. */
int measure_check(const struct measure *m, struct text *why);

/* True for measures that are made from the trials along an axis. */
bool measure_is_along(const struct measure *m);

/* True when values are compared by their ratio, not their difference: values of an axis, and where the measure says so. */
bool measure_is_ratio(const struct measure *m);

/* True when the measure asks when a target is reached. */
bool measure_has_target(const struct measure *m);

/* True when the results hold the curve that the measure needs; a merged file may have left it out (store.h). */
bool measure_has_curve(const struct measure *m, const struct results *r);

/* False when the measure needs a number on the axis and the record's value is none: the record is left out. */
bool measure_uses(const struct measure *m, const struct record *record);

/* A measure of one trial; not for measures along an axis. */
struct measured measure_record(const struct measure *m, const struct record *record);

/* The measure of each seed among `count` records, in the order of seeds; out has room for `count`. Returns the number of
 * seeds. */
int measure_seeds(const struct measure *m, const struct record *const *record, int count,
                  struct measured *out);

/* True when the value is only a lower bound: the usable trials reach an end of the axis. */
bool measured_is_bound(const struct measured *v);

/* How an unsuccessful seed compares with all others: 1, larger (an error, steps to a target); -1, smaller (a usable
 * range); 0, unknown. */
int measure_worst(const struct measure *m);

/* Why seeds are unsuccessful: "diverged", "not reached". */
const char *measure_unsuccessful_word(const struct measure *m);

/* The mean of n values of the measure with its interval; the geometric mean for measure_is_ratio(). */
struct interval measure_mean(const struct measure *m, int n, const double *v);

/* Cuts the interval of such a mean to the values that the measure can have, as 0 to 100 % for an error. */
void measure_clip(const struct measure *m, struct interval *mean);

/* "test_error", "steps until test_error <= 12", "largest lr with test_error within 5 of its best" */
void measure_print(const struct measure *m, struct text *out);

/* The unit of the values: "%", "steps"; "" for a plain number. And of their differences: "points" for "%". */
const char *measure_unit(const struct measure *m);
const char *measure_difference_unit(const struct measure *m);

#endif
