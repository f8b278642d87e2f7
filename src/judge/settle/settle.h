/*
 * Settling a claim: how many fresh seeds will probably decide it, and how long their trials take.
 *
 * The differences of the exploratory seeds tell with how many fresh seeds the verdict will probably be supported or
 * refuted. This number is registered before any of these seeds is trained (sweep/fresh/registry.h), and then the verdict
 * rests on these seeds alone. So it does not depend on what was seen before, and the error rate of a confirmed verdict is
 * that of the interval, 5 %.
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

/* What exploratory seeds say about a mean difference: n values with this mean and sd. The verdict is not decided while
 * the 95 % interval contains one of the bounds: the margin, or for CLAIM_SAME the margin and its negative. For a claim by
 * ratio, all these numbers are natural logarithms. */
struct settle_question {
    int n;
    double mean, sd;
    double bound[2]; /* equal when there is one */
    /* for measures along an axis: the mean is only known up to the steps of the preset's axis, which leave spread[k] open in
     * cell k, and the interval will be longer by `step`, what the fresh seeds' axis leaves open; else 0 */
    double spread[PAIRED_CELLS], step;
};

/* Returns the smallest number of fresh values, from FRESH_LEAST on, with which the question is decided with the
 * probability SETTLE_POWER; 0 when SETTLE_MOST are not enough. It is decided when the 95 % interval (Student's t) of the
 * fresh values contains no bound. The true mean and sd are not known: the probability is the mean over their posterior
 * distribution, given the n values and the prior density 1/sd. It is estimated by 2,000 draws, the same in each call. */
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

/* A claim of one of several studies that does not rest on fresh seeds: open, or decided by exploratory seeds. */
struct settle_item {
    int study, claim; /* their indices */
    struct settle_question from;
    int seeds;               /* number of fresh seeds; 0: not known */
    struct settle_axis axis; /* the values on the axis of the claim's measure */
    /* The time that their trials take, one after the other: of a registered item those that are not done, of others those
     * that no earlier item runs. NaN: not known. */
    double seconds;
    bool registered; /* the claim is registered; its fresh seeds are not all there yet */
    bool *needs;     /* [trials of the study's sweep] true for those in a cell of the claim */
    const char *why; /* why its fresh seeds are not trained; NULL: they are */
};

struct settle_plan {
    const struct study *study; /* [studies] */
    struct registry *registry; /* [studies] */
    /* [studies] the trials of the main preset with the first fresh seed, then those with values that an axis lacks; their
     * `cost` is in seconds, NaN when unknown */
    struct sweep *sweep;
    int *presets; /* [studies] the number of the preset's trials in `sweep` */
    int studies;
    /* [items] first the registered ones, then the others that are run, the cheapest first; then those that are not run */
    struct settle_item *item;
    int items;
};

/* Plans which claims of study[studies] are settled: first those that are registered, then the cheapest as long as their
 * trials, one after the other, take no more than `seconds`. Trials that several claims need count once. decided: true
 * takes claims that exploratory seeds decide, too. The studies must be main selections and outlive p. Experiments whose
 * trials are compared by their times (plan->exclusive) are left out. Returns 0, and settle_plan_clear() frees p; or -1
 * after a message. */
int settle_plan(struct settle_plan *p, const struct study *study, int studies, bool decided,
                double seconds);
void settle_plan_clear(struct settle_plan *p);

/* Sets *s to the trials of an item with its fresh seeds. Returns 0, or -1 after a message. sweep_clear() frees s, also
 * after -1. */
int settle_sweep(const struct settle_plan *p, const struct settle_item *item, struct sweep *s);

#endif
