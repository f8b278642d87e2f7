/*
 * A measure gives a number for each seed. Claims compare these numbers, figures draw them and tables print them. Most
 * measures are a metric of one trial, or one of its profile numbers (store/profile_number.h). A measure along an axis
 * is made from all trials of a seed that differ in that axis, such as the largest learning rate that still works.
 *
 * A seed is unsuccessful when its trial diverged or never reached the measure's target. Along an axis it is
 * unsuccessful when all its trials diverged, or when its best final value is above the target, if there is one. An
 * unsuccessful seed has no number, but it is evidence: see measure_worst() and claims.h.
 */
#ifndef NORMLAB_JUDGE_MEASURE_H
#define NORMLAB_JUDGE_MEASURE_H

#include "base/text.h"
#include "stats/stats.h"
#include "store/profile_number.h"
#include "store/store.h"

enum measure_how {
    MEASURE_FINAL, /* the metric at the last point of training */
    MEASURE_FIRST, /* the metric before training; a trial that diverged later has one, too */
    /* The amount of training until the metric is at or below `target` for the first time: in epochs, in steps, or in
     * processor seconds without the evaluations. */
    MEASURE_EPOCHS_TO,
    MEASURE_STEPS_TO,
    MEASURE_SECONDS_TO,
    /* Along an axis: the least final value of the metric. With `by`: the final value of the metric in the trial with
     * the least final value of `by`. */
    MEASURE_BEST,
    /* Along an axis: the value of the axis at which the least final value of the metric occurs. A seed with only one
     * trial is left out. */
    MEASURE_BEST_AT,
    /* Along an axis: a trial is usable when its final value, and that of every trial between it and the seed's best
     * trial, is within `tolerance` of the best. A diverged trial is not usable. If there is a `target`, the seed is
     * unsuccessful when its best final value is above it. */
    MEASURE_USABLE_MOST,  /* the largest usable value on the axis */
    MEASURE_USABLE_RANGE, /* the largest usable value divided by the smallest */
};

/* A measure. All fields 0 mean the final training loss. measure_check() says which fields go together. */
struct measure {
    /* FINAL and FIRST allow every metric; the others only metrics of which less is better. */
    enum metric metric;
    /* If profile.probe is not NULL, the measure is made from this profile number instead of the metric. A profile
     * number has its own point of training, so `how` must be FINAL or a measure along an axis. */
    struct profile_number profile;
    enum measure_how how;
    /* In the metric's unit. *_TO needs it; for USABLE_* 0 means none. */
    double target;
    const char *along; /* the axis: a key whose values are numbers, above 0 when ratios are taken */
    double tolerance;  /* only for USABLE_*: above 0, in the metric's unit */
    /* BEST: the metric that chooses the best trial of a seed, such as val_error. has_by is false when `metric` itself
     * chooses. */
    enum metric by;
    bool has_by;
    bool ratio;       /* the metric is a ratio, so means are geometric */
    const char *unit; /* the unit of the measure; NULL: the default one */
};

enum measure_outcome {
    MEASURED,
    MEASURE_UNSUCCESSFUL,
    MEASURE_REFUSED, /* the network refused the configuration, so there is nothing to measure */
};

/* The measure of one seed. */
struct measured {
    int64_t seed;
    enum measure_outcome outcome;
    double value; /* NaN unless MEASURED; also NaN when a finished trial lacks the metric */
    /* The true value is known to lie in [low, high]; the values of the axis, or the points of training, are too
     * coarse to know more. For example, a target was reached somewhere between two points, and the largest usable
     * value may be anywhere below the next value that was tried; high is infinite when no larger value was tried.
     * For other measures low = high = value. */
    double low, high;
    /* BEST and BEST_AT: true when the best trial is the first or the last of several on the axis. A value beyond it may
     * be better. */
    bool edge;
    /* The number of trials with this seed; along an axis, 1 plus the number of trials that repeat a value of the
     * axis. More than 1 is ambiguous. */
    int records;
};

/* Checks that the fields go together: *_TO needs a target; measures along an axis need `along`; USABLE_* needs a
 * tolerance and may have a target. No other measure may have these fields, except that BEST and BEST_AT ignore target
 * and tolerance. Only a BEST of a metric may have `by`, which must be a metric of which less is better. Returns 0, or
 * -1 after adding the reason to why. */
int measure_check(const struct measure *m, struct text *why);

/* Returns the facts in metrics.def about the metric that the measure is made from, or the same facts about its profile
 * number. */
struct metric_info measure_info(const struct measure *m);

/* True when the measure is made from the trials along an axis. */
bool measure_is_along(const struct measure *m);

/* True when values are compared by their ratio instead of their difference: values of an axis, and measures whose
 * `ratio` is true. */
bool measure_is_ratio(const struct measure *m);

/* True when the measure is the amount of training until a target is reached. */
bool measure_has_target(const struct measure *m);

/* True when the measure needs points of the curve of the metric `of` other than the last. */
bool measure_needs_curve(const struct measure *m, enum metric of);

/* Returns the first metric whose curve the measure needs and the results do not have, as a merged file may lack curves
 * (store.h); METRICS when they have all that it needs. */
enum metric measure_missing_curve(const struct measure *m, const struct results *r);

/* True when the measure can use the record. BEST_AT and USABLE_* cannot when the record's value of the axis is not a
 * finite number. */
bool measure_uses(const struct measure *m, const struct record *record);

/* Returns the measure of one trial. m must not be along an axis. */
struct measured measure_record(const struct measure *m, const struct record *record);

/* Computes the measure of each seed among record[count]. out: an array for up to `count` measures, which are written in
 * the order of seeds. Returns the number of seeds in out. */
int measure_seeds(const struct measure *m, const struct record *const *record, int count,
                  struct measured *out);

/* Where the trials of a seed are usable along the axis (USABLE_*): from the value `first` to the value `last`. before,
 * after: the next smaller and the next larger value that was tried; 0 and infinity when there is none. best: the value
 * with the least final metric. */
struct usable {
    double best, first, last, before, after;
};

/* Sets *u from record[count], the trials of one seed. Returns false, and leaves *u alone, when the seed is unsuccessful or
 * has no trial that the measure uses. */
bool measure_usable(const struct measure *m, const struct record *const *record, int count,
                    struct usable *u);

/* True when the value is only a lower bound, because the usable trials reach an end of the axis. */
bool measured_is_bound(const struct measured *v);

/* Returns the values of v[n], NaN included, in a new array, which the caller frees. */
double *measured_values(int n, const struct measured *v);

/* Returns a number that separates the seeds v[n] that learn from those that do not: a seed learns when its value is
 * smaller. Returns NaN when the values do not fall into two such groups (stats_split_at()), and for measures that are
 * not errors in % after training. */
double measure_parts_at(const struct measure *m, int n, const struct measured *v);

/* Returns how an unsuccessful seed compares with all others: 1 when it counts as larger (an error, steps to a
 * target), -1 when it counts as smaller (a usable range), 0 when that is unknown. */
int measure_worst(const struct measure *m);

/* Returns why seeds of this measure are unsuccessful: "diverged", "not reached" or "usable nowhere"; and what they do, as a verb
 * of many: "diverge", "never get there" or "are usable nowhere". */
const char *measure_unsuccessful_word(const struct measure *m);
const char *measure_fate(const struct measure *m);

/* Returns the scale on which the scatter of seeds is symmetric: the logarithm when measure_is_ratio(), the logit for
 * errors in %. */
enum stats_scale measure_scale(const struct measure *m);

/* Returns what the cells of r tell about the variance of a cell's seeds, on a scale: measure_scale(), or STATS_LOG for
 * claims by ratio. A cell is the trials that agree in all axes, except the axis of a measure along it. Cells of
 * which only some seeds learn (measure_parts_at()) do not count.
 *
 * Returns a prior with df = 0 in two cases. On STATS_PLAIN, variances of different cells have nothing in common. And
 * when a value is only known to lie between two points of training, or between two values of an axis (*_TO, BEST_AT,
 * USABLE_*), its variance depends on how far apart these two are. */
struct prior measure_prior(const struct measure *m, enum stats_scale scale,
                           const struct results *r);

/* As measure_prior(), but about the values of the metric after `epochs` epochs: the variance of seeds changes during
 * training. */
struct prior measure_prior_after(const struct measure *m, enum stats_scale scale,
                                 const struct results *r, double epochs);

/* Returns the mean of v[n], values of the measure, with its 95 % interval, both computed on measure_scale(): the
 * geometric mean when measure_is_ratio(). prior: that of the measure on this scale, or NULL. */
struct interval measure_mean(const struct measure *m, int n, const double *v,
                             const struct prior *prior);

/* Limits the interval of a measure_mean() to the values that the measure can have, such as 0 to 100 % for an error. */
void measure_clip(const struct measure *m, struct interval *mean);

/* Returns the measure_mean() of the seeds v[n], limited by measure_clip(). */
struct interval measured_mean(const struct measure *m, int n, const struct measured *v,
                              const struct prior *prior);

/* True when the values v[n] of the seeds fall into two groups (stats_split()), those that learn and those that do not.
 * Unlike measure_parts_at(), the function can also tell this of losses and of values before training. */
bool measure_parted(const struct measure *m, int n, const double *v);

/* Returns measured_mean() for a figure, which shows the seeds as well: low and high are NaN when there are fewer seeds
 * than MEASURE_INTERVAL_LEAST, when a value is NaN, and when measure_parted() is true. */
struct interval measure_interval(const struct measure *m, int n, const double *v,
                                 const struct prior *prior);
enum { MEASURE_INTERVAL_LEAST = 4 };

/* Adds the measure in words, such as "test_error", "steps until test_error <= 12" or "largest lr with test_error
 * within 5 of its best". */
void measure_print(const struct measure *m, struct text *out);

/* Returns the unit of the values, such as "%" or "steps"; "" for a plain number. measure_difference_unit(): the unit
 * of their differences, which is "points" for "%". */
const char *measure_unit(const struct measure *m);
const char *measure_difference_unit(const struct measure *m);

#endif
