/*
 * Settling: how many fresh seeds answer the claims that exploratory seeds have left open, and what they cost.
 *
 * From the differences of the exploratory seeds follows the number of fresh seeds with which the verdict will probably be
 * supported or refuted. The number is registered before any of these seeds is trained (sweep/fresh/registry.h), and then the
 * verdict rests on these seeds alone. So it does not depend on what was seen before, and the error rate of a confirmed verdict
 * is that of the interval, 5 %.
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
};

/* Returns the smallest number of fresh values, from FRESH_LEAST on, with which a decision has the probability SETTLE_POWER; 0
 * when SETTLE_MOST are not enough. A decision: the 95 % interval (Student's t) of the fresh values contains no bound. The true mean
 * and sd are not known: the probability is the mean over what the n values let them be (their posterior distribution with the
 * prior 1/sd), estimated by 2,000 draws, the same in each call. */
int settle_seeds(const struct settle_question *q);

/* Sets *q from the differences of a claim. Returns NULL, or in a few words why fresh seeds would not settle it. */
const char *settle_question(const struct claim *c, const struct judgement *j,
                            struct settle_question *q);

/* ---- which claims (settle_plan.c) ---- */

/* A claim of one of several studies, that is open, or decided by exploratory seeds. */
struct settle_item {
    int study, claim; /* their indices */
    struct settle_question from;
    int seeds; /* number of fresh seeds; 0: not known */
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
        sweep; /* [studies] the trials of one seed of the main preset, with their seconds as `cost` */
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
