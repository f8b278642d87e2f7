/*
 * A measure is one number that a seed's trials give: what claims compare, figures draw and tables
 * print. Most are a metric of one trial; those along an axis sum up the trials of a seed that differ
 * in it alone, as the largest learning rate that still works.
 */
#ifndef NORMLAB_JUDGE_MEASURE_H
#define NORMLAB_JUDGE_MEASURE_H

#include "base/text.h"
#include "stats/stats.h"
#include "store/store.h"

enum measure_how {
    MEASURE_FINAL,     /* the metric after the last epoch */
    MEASURE_FIRST,     /* before training; of a diverged trial, too */
    MEASURE_EPOCHS_TO, /* what training took until the metric was first at or below `target`: epochs, */
    MEASURE_STEPS_TO,   /* steps, */
    MEASURE_SECONDS_TO, /* processor seconds, without evaluation. Lost where it never was */
    /* Along an axis. Lost where all trials of the seed diverged. */
    MEASURE_BEST,    /* the least final metric */
    MEASURE_BEST_AT, /* where that is; a seed with one trial is left out */
    /* A trial is usable when its final metric is within `tolerance` of the seed's best, and so is every trial between
     * it and the best. A diverged trial is not. With a `target`, lost too where the best is above it: then nothing
     * was learned anywhere. */
    MEASURE_USABLE_MOST,  /* the largest usable value of the axis */
    MEASURE_USABLE_RANGE, /* that over the smallest usable one */
};

/* What is left out is 0: the training loss, after the last epoch. See measure_check(). */
struct measure {
    enum metric metric; /* the less, the better, for all but FINAL and FIRST */
    enum measure_how how;
    double target; /* in the metric's unit. Of *_TO; of USABLE_*, where 0 or left out is none */
    const char
        *along; /* the axis, a key whose values are numbers; positive where their ratios count */
    double tolerance; /* of USABLE_*, in the metric's unit; above 0 */
    bool ratio;       /* the metric is a ratio: its mean is the geometric one */
    const char *unit; /* of the values, where the metric's own is not theirs; NULL: it is */
};

enum measure_outcome {
    MEASURED,
    MEASURE_LOST,    /* diverged, or never reached the target: evidence without a number */
    MEASURE_REFUSED, /* by the net, at set-up: nothing to measure */
};

struct measured {
    int64_t seed;
    enum measure_outcome outcome;
    double value; /* NaN unless MEASURED; and where the trial has no such number */
    /* Between what the truth lies, as far as the places of the axis tell, or the points of the training: from a
     * usable value up to the next place, which is not; from the point before a target was seen reached. A value
     * that might be larger with more of the axis has an infinite end. Both the value for other measures. */
    double low, high;
    int records; /* of the seed; more than one is ambiguous, unless the measure is along an axis */
};

/* Checks that the fields fit together: *_TO has a target; measures along an axis say along which; USABLE_* has a
 * tolerance; and no other has any of these, but for BEST and BEST_AT, which ignore target and tolerance. 0, or -1 with a
 * message added to why. */
int measure_check(const struct measure *m, struct text *why);

/* Is the value but a lower bound: do the usable trials reach an end of the axis? */
bool measured_is_bound(const struct measured *v);

/* Does it sum up trials along an axis? */
bool measure_is_along(const struct measure *m);

/* Are its values on a scale of ratios? Those of an axis are. */
bool measure_is_ratio(const struct measure *m);

/* The mean of n of its values, the geometric one where ratios count, with its interval. */
struct interval measure_mean(const struct measure *m, int n, const double *v);

/* Takes the interval of such a mean no farther than the values can go: an error lies between 0 and 100 %, which the
 * interval of a mean does not know. */
void measure_bound(const struct measure *m, struct interval *mean);

/* Does it tell when a target is reached? */
bool measure_has_target(const struct measure *m);

/* Can it be told from these results, or has their file left out a curve that it needs (store.h)? */
bool measure_is_told(const struct measure *m, const struct results *r);

/* What befell lost trials: "diverged", "not reached". */
const char *measure_lost_word(const struct measure *m);

/* What a lost trial's value would be: 1, larger than any (an error, steps to a target); -1, smaller (a
 * range that works); 0, unknown. */
int measure_lost_is(const struct measure *m);

/* True unless the measure needs the record's value of the axis as a number and it is none: then the record is left
 * out. */
bool measure_has_place(const struct measure *m, const struct record *record);

/* Of one trial; not for measures along an axis. */
struct measured measure_record(const struct measure *m, const struct record *record);

/* Of each seed among `count` records; out has room for as many. Returns the number of seeds; they are
 * in order. */
int measure_seeds(const struct measure *m, const struct record *const *record, int count,
                  struct measured *out);

/* "test_error", "steps until test_error <= 12", "largest lr with test_error within 5 of its best" */
void measure_print(const struct measure *m, struct text *out);

/* What its values are in: "%", "steps"; "" for a number. That of a difference: "points" for "%". */
const char *measure_unit(const struct measure *m);
const char *measure_difference_unit(const struct measure *m);

#endif
