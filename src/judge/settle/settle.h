/*
 * Settling: how many fresh seeds answer the claims that exploratory seeds have left open, and what they cost.
 *
 * From the differences of the exploratory seeds follows the number of fresh seeds with which the verdict will probably be
 * supported or refuted. The number is registered before any of these seeds is trained (sweep/fresh/registry.h), and then the
 * verdict rests on these seeds alone. So it does not depend on what was seen before, and the error rate of a confirmed verdict
 * is that of the interval, 5 %.
 *
 * Where the steps of an axis leave a claim open, values are added on the axis (settle_axis()).
 */
#ifndef NORMLAB_JUDGE_SETTLE_SETTLE_H
#define NORMLAB_JUDGE_SETTLE_SETTLE_H

#include "judge/study.h"
#include "sweep/fresh/registry.h"

enum {
    SETTLE_MOST = 1000, /* the most fresh seeds of a claim */
    SETTLE_PAIRS = 3, /* the fewest exploratory pairs from which a number of fresh seeds follows */
};
#define SETTLE_POWER 0.8

/* ---- how many seeds (settle_power.c) ---- */

/* What exploratory seeds say about a mean difference: n values with this mean and sd. The verdict is open while the 95 %
 * interval contains one of the bounds: the margin, or for CLAIM_SAME the margin and its negative. */
struct settle_question {
    int n;
    double mean, sd;
    double bound[2]; /* equal when there is one */
    /* for measures along an axis: the mean is only known up to the steps of the preset's axis, which leave spread[k] open in
     * cell k, and the interval will be longer by `step`, what the fresh seeds' axis leaves open; else 0 */
    double spread[PAIRED_CELLS], step;
};

/* Returns the smallest number of fresh values, from FRESH_LEAST on, with which a decision has the probability SETTLE_POWER; 0
 * when SETTLE_MOST are not enough. A decision: the 95 % interval (Student's t) of the fresh values contains no bound. The true mean
 * and sd are not known: the probability is the mean over what the n values let them be (their posterior distribution with the
 * prior 1/sd; in each spread, all numbers are as probable), estimated by 2,000 draws, the same in each call. */
int settle_seeds(const struct settle_question *q);

/* the answer of settle_question() for claims that the steps of an axis, or of measuring, leave open */
extern const char settle_needs_axis[];

/* Sets *q from the differences of a claim. Returns NULL, or in a few words why fresh seeds would not settle it. */
const char *settle_question(const struct claim *c, const struct judgement *j,
                            struct settle_question *q);

/* ---- which values on an axis (settle_axis.c) ---- */

enum {
    SETTLE_ADDED = 24, /* the most values that a cell gets beside those of the preset */
    SETTLE_BEYOND = 3, /* number of steps beyond the end of an axis */
};

/* The values that the fresh seeds of a claim have on the axis of its measure. */
struct settle_axis {
    const char *key; /* NULL: those of the preset */
    struct list values[PAIRED_CELLS];
};

/* Plans values and seeds for a claim by ratio about the largest usable value on an axis, or about the usable range (USABLE_*).
 * r: its exploratory trials. In each cell, the seeds bracket an end of the usable range: from the least value up to which one of
 * them is usable, to the largest one from which on one is not. Each step of the preset's axis in there is divided into equal
 * ratios. Where a seed is usable to the end of the axis, the bracket goes on by SETTLE_BEYOND steps of the ratio with
 * which the axis ends.
 *
 * Of the preset's values, fresh seeds have those that the measure needs: from the one before the least best value of a seed
 * (for the usable range, before the lower bracket) to the one after the upper bracket, for fresh seeds that are more extreme
 * than all exploratory ones. Where the preset ends with the bracket, one step is added. The number of parts of a step and
 * that of seeds, at least least_seeds, are those with the fewest trials that decide with the probability SETTLE_POWER.
 *
 * Returns NULL and sets *a, *q and *seeds; or returns in a few words why not, with *a empty. settle_axis_clear() frees *a. */
const char *settle_axis(struct settle_axis *a, const struct claim *c, const struct results *r,
                        int least_seeds, struct settle_question *q, int *seeds);
void settle_axis_clear(struct settle_axis *a);

/* ---- which claims (settle_plan.c) ---- */

/* A claim of one of several studies, that is open, or decided by exploratory seeds. */
struct settle_item {
    int study, claim; /* their indices */
    struct settle_question from;
    int seeds;               /* number of fresh seeds; 0: not known */
    struct settle_axis axis; /* the values on the axis of the claim's measure */
    double
        seconds; /* that their trials take, one after the other, without those that earlier items train; NaN: not known */
    bool registered; /* in an earlier call; its fresh seeds are not all there yet */
    bool *needs;     /* [trials of the study's sweep] those that lie in a cell of the claim */
    const char *why; /* why it is not run; NULL: it is */
};

struct settle_plan {
    const struct study *study; /* [studies] */
    struct registry *registry; /* [studies] */
    struct sweep *
        sweep; /* [studies] the trials of one seed of the main preset, then those with values that an axis lacks, with their
                * seconds as `cost` */
    int *presets; /* [studies] the number of the preset's trials in `sweep` */
    int studies;
    struct settle_item *item; /* [items] those to run first, from the cheapest to the dearest */
    int items;
};

/* Plans which claims of study[studies] are settled in so many seconds of trials, one after the other: first those that are
 * registered, then the cheapest. Trials that several claims need count once. decided: also claims that exploratory seeds
 * decide. The studies are main selections; experiments whose trials are compared by their times are left out. Returns 0, and
 * settle_plan_clear() frees p; or -1 after a message. */
int settle_plan(struct settle_plan *p, const struct study *study, int studies, bool decided,
                double seconds);
void settle_plan_clear(struct settle_plan *p);

/* Makes the trials of the fresh seeds of an item that is run. Returns 0, and sweep_clear() frees s; or -1 after a message. */
int settle_sweep(const struct settle_plan *p, const struct settle_item *item, struct sweep *s);

#endif
