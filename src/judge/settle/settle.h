/*
 * Settling a claim: how many fresh seeds will probably decide it, and how long their trials take.
 *
 * The differences of the exploratory seeds tell with how many fresh seeds the verdict will probably be supported,
 * refuted or about the margin. This number is registered before any of these seeds is trained (sweep/fresh/registry.h), and then the verdict
 * rests on these seeds alone. So a confirmed verdict does not depend on results that were seen before, and its error rate
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

/* What exploratory seeds say about a mean difference: n values with this mean and sd. The verdict stays open while the 95 %
 * interval contains one of the bounds (the margin, or for CLAIM_SAME the margin and its negative) and does not lie within
 * `half` around one. For a claim by ratio, all these numbers are natural logarithms.
 *
 * For a claim about the shares of seeds that learn (judgement.by_shares): learn[0] of n seeds of cell a learn, and learn[1] of
 * cell b; mean and sd are those of "b learns" less "a learns", as numbers 0 and 1, as if the cells were independent. The
 * verdict stays open while Fisher's exact test does not show a difference. */
struct settle_question {
    int n;
    double mean, sd;
    double bound[2]; /* equal when there is one */
    double half;     /* claim_half_margin(); 0 for measures that are known only up to a step */
    /* For measures along an axis; else 0. spread[k]: the width of the range in which the measure of cell k may lie,
     * because the preset's axis has no finer steps. step: by how much the fresh seeds' interval will be longer, because
     * their axis has no finer steps. */
    double spread[PAIRED_CELLS], step;
    bool shares; /* it is about shares: bound, half, spread and step are not used */
    int learn[2];
};

/* Returns the smallest number of fresh seeds, from FRESH_LEAST on, that decide the question with the probability
 * SETTLE_POWER; 0 when SETTLE_MOST are not enough. Fresh seeds decide a question about a mean when their 95 % interval
 * (Student's t) contains no bound, or lies within `half` around one. The true mean and sd are not known: the probability is
 * the mean over their posterior distribution, given the n values and the prior density 1/sd. It is estimated by 2,000 draws,
 * the same in each call. Of shares it is the exact mean over their posterior distribution under a uniform prior. As it does not
 * rise with every seed, a slightly smaller number may also do. */
int settle_seeds(const struct settle_question *q);

/* the answer of settle_question() for claims that the steps of an axis, or of measuring, leave open */
extern const char settle_needs_axis[];

/* Sets *q from the differences of a claim. Returns NULL, or in a few words why fresh seeds would not settle the claim. */
const char *settle_question(const struct claim *c, const struct judgement *j,
                            struct settle_question *q);

/* ---- which values on an axis (settle_axis.c) ---- */

enum {
    SETTLE_ADDED = 24, /* the most values that a cell gets beside those of the preset */
    SETTLE_BEYOND = 3, /* number of steps beyond the end of an axis */
};

/* The values that the fresh seeds of a claim have on the axis of its measure. */
struct settle_axis {
    const char *key; /* NULL: the measure is not along an axis, or its values are no numbers */
    struct list values[PAIRED_CELLS];
};

/* Plans values and seeds for a claim by ratio about the largest usable value on an axis, or about the usable range
 * (USABLE_*). r: its exploratory trials. The upper end of a seed's usable range lies between its largest usable value and
 * the next value. The bracket of a cell's upper end begins at the smallest of the seeds' largest usable values, and ends at
 * the largest of the seeds' next values. For the usable range, the bracket of the lower end is found in the same way. Each
 * step of the preset's axis within a bracket is divided into parts of equal ratio. Where a seed is usable up to the end of
 * the axis, the bracket goes on by SETTLE_BEYOND steps of the ratio with which the axis ends.
 *
 * Of the preset's values, fresh seeds have those that the measure needs: from the value before the smallest best value of a
 * seed (for the usable range, before the lower bracket) to the value after the upper bracket. The two values outside are
 * for fresh seeds that are more extreme than all exploratory ones; where the axis ends with the bracket, one step is added
 * to it. The number of parts of a step and the number of seeds, at least least_seeds, are chosen so that the claim is
 * decided with the probability SETTLE_POWER by as few trials as possible.
 *
 * Returns NULL and sets *a, *q and *seeds; or returns in a few words why not, with *a empty. settle_axis_clear() frees *a. */
const char *settle_axis(struct settle_axis *a, const struct claim *c, const struct results *r,
                        int least_seeds, struct settle_question *q, int *seeds);
void settle_axis_clear(struct settle_axis *a);

/* ---- which claims (settle_plan.c) ---- */

/* A claim of one of several studies that does not rest on fresh seeds: open, or decided by exploratory seeds. */
struct settle_item {
    int study, claim; /* their indices */
    struct settle_question from;
    int first;               /* the first fresh seed */
    int seeds;               /* number of fresh seeds; 0: not known */
    struct settle_axis axis; /* the values on the axis of the claim's measure, if it has one */
    /* The time that the trials of the fresh seeds take, one after the other, without those that are done or that an earlier item
     * in the list runs. NaN: not known. */
    double seconds;
    bool registered; /* the claim is registered; its fresh seeds are not all there yet */
    bool *needs;     /* [trials of the study's sweep] true for those in a cell of the claim */
    const char *why; /* why the fresh seeds of the claim are not trained; NULL: they are trained */
};

struct settle_plan {
    const struct study *study; /* [studies] */
    struct registry *registry; /* [studies] */
    int *first; /* [studies] the first fresh seed of claims that are not registered */
    /* [studies] the trials of the main preset with the first fresh seed, then those with values that an axis lacks; their
     * `cost` is in seconds, NaN when unknown */
    struct sweep *sweep;
    int *presets; /* [studies] the number of the preset's trials in `sweep` */
    int studies;
    /* [items] first the registered ones that are run, then the others, the cheapest first; then those that are not run */
    struct settle_item *item;
    int items;
};

/* Plans which claims of study[studies] are settled: first those that are registered, then the cheapest as long as their
 * trials, one after the other, take no more than `seconds`. Trials that several claims need count once. decided: true
 * also takes claims that exploratory seeds decide. The studies must be main selections and outlive p. Experiments whose
 * trials are compared by their times (plan->exclusive) are left out. Returns 0, and settle_plan_clear() frees p; or -1
 * after a message. */
int settle_plan(struct settle_plan *p, const struct study *study, int studies, bool decided,
                double seconds);
void settle_plan_clear(struct settle_plan *p);

/* Sets *s to the trials of an item with its fresh seeds. Returns 0, or -1 after a message. sweep_clear() frees s, also
 * after -1. */
int settle_sweep(const struct settle_plan *p, const struct settle_item *item, struct sweep *s);

#endif
