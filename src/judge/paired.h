/*
 * Compares two cells over paired seeds. Trials of the same seed share their data order and first weights, so their
 * difference comes from the cells alone. Claims and `normlab compare` both use this.
 *
 *   d = a - b; without a cell b, d = a - value; with base cells, d = (a - a_base) - (b - b_base). For a ratio, all of
 *   these numbers are natural logarithms.
 *
 * The interval of the mean of d is always that of pairs, never of two independent samples: seeds that share data and
 * first weights correlate (by 0.4 in the median of the claims about points), and a rule that looked at the correlation first
 * would have a larger error rate than it states.
 *
 * A seed makes a pair when all cells have a trial of it, none of these trials was refused, and each finished one has
 * the metric. A pair with an unsuccessful trial (measure.h) has no difference; such pairs are counted.
 */
#ifndef NORMLAB_JUDGE_PAIRED_H
#define NORMLAB_JUDGE_PAIRED_H

#include "judge/measure.h"
#include "store/cell.h"

enum { PAIRED_A, PAIRED_B, PAIRED_A_BASE, PAIRED_B_BASE, PAIRED_CELLS };

/* with which sign each cell counts in d */
extern const int paired_sign[PAIRED_CELLS];

struct pair {
    int64_t seed;
    double a, b; /* the measures; NaN: the trial was unsuccessful, or there is no b */
    /* the difference d; the true difference is known to lie in [low, high] (struct measured). NaN: the pair has no
     * difference */
    double d, low, high;
};

struct paired {
    struct pair *pair; /* [pairs], in the order of seeds */
    int pairs;
    bool ratio;
    /* The largest absolute value among the numbers that are subtracted; 1 for a ratio. stats_scatters() needs it. */
    double scale;
    /* What the other cells tell about the variance of d: measure_prior() in the unit of d, summed over the cells of
     * which d is made as if these were independent. df is 0 when there is no prior. */
    struct prior prior;
    /* What the choice of test samples adds to the variance of the mean difference. samples is 0 when it is not taken in. */
    struct sampling sampling;
    /* The mean difference with its interval. Each difference may be anywhere in its [low, high], so the interval is wide
     * enough for every mean that is then possible. With `sampling`, the interval is never narrower than without. An end
     * is infinite when a difference may be infinite. low and high are NaN when there are fewer than two differences, and
     * when paired_equal_but_few() is true. sd is 0 when the differences are equal up to rounding. */
    struct interval difference;
    /* pairs in which only a was unsuccessful; in which only b was */
    int unsuccessful_a, unsuccessful_b;
    /* pairs in which both were unsuccessful, or a base cell was */
    int unsuccessful_both;
    int refused;  /* seeds that make no pair because a trial was refused */
    int no_ratio; /* pairs without a ratio, because a value is not positive */
    /* True when the interval is wider than seeds alone make it, because the values of the axis, or the points of
     * training, are not close together. */
    bool stepped;
    /* True when, in cell a or in cell b, some seeds learn and others do not (measure_parts_at()); never with base cells.
     * A seed that diverged does not learn. Only pairs in which both cells learn then have a difference, and no seed
     * counts as unsuccessful. */
    bool parts;
    int learn_a, learn_b; /* if parts: in how many pairs a learns, and b does */
    /* True when a measure that is added to d (a or b_base), or one that is subtracted (b or a_base), is only a lower
     * bound (measured_is_bound()). */
    bool bound_a, bound_b;
    /* pairs in which the best trial of a, or of b, is at an edge of the axis (struct measured) */
    int edge_a, edge_b;
    bool ambiguous; /* a cell has several trials of the same seed */
};

/* Pairs the trials of the cells by seed and fills *p. of: the measure. ratio: compares logarithms. value: the number
 * that is compared with a when there is no cell b. cells: a, b, a_base and b_base, in this order; a cell that is not
 * used is NULL. moderated: all records of r count for the prior; otherwise there is none, and the interval is Student's.
 * paired_clear() frees. */
void paired_init(struct paired *p, const struct measure *of, bool ratio, double value,
                 const struct results *r, const struct cells *cells, bool moderated);
void paired_clear(struct paired *p);

/* Takes the choice of test samples in: sets p->sampling and computes p->difference anew. Returns false, and changes
 * nothing, unless the measure is the final test error, not by ratio, and all trials that a difference is made of know
 * their mistakes (train/mistakes.h) on the same samples of the same data. p must come from paired_init() with the same
 * arguments. (paired_samples.c) */
bool paired_take_samples(struct paired *p, const struct measure *of, const struct results *r,
                         const struct cells *cells);

/* Returns the mean difference of pairs as struct paired has it, for a figure, which shows the pairs as well: a[i] and
 * b[i], i < n, are the trials of a pair. low and high are NaN when there are fewer pairs than MEASURE_INTERVAL_LEAST,
 * when a trial was unsuccessful or refused, and when some trials of a, or of b, learn and others do not. prior:
 * measure_prior() of all results, on STATS_LOG for a ratio. */
struct interval paired_interval(const struct measure *of, bool ratio, const struct prior *prior,
                                const struct record *const *a, const struct record *const *b,
                                int n);

/* Computes p->difference and p->stepped from the pairs, the prior and p->sampling. */
void paired_summarize(struct paired *p);

/* Returns v; for a ratio, its natural logarithm, which is NaN when v is negative. */
double paired_transform(bool ratio, double v);

/* Returns the number of pairs with an unsuccessful trial. */
int paired_unsuccessful(const struct paired *p);

/* True when there are at least two differences, but fewer than STATS_EQUAL_LEAST, and all are equal up to rounding. Such
 * differences are no evidence, and there is no interval. */
bool paired_equal_but_few(const struct paired *p);

/* Returns for each pair its difference d, or the least or the largest value that the difference may have (`end`). NaN:
 * the pair has no difference. The array has p->pairs numbers, and the caller frees it. */
enum paired_end { PAIRED_VALUE, PAIRED_LEAST, PAIRED_MOST };
double *paired_differences(const struct paired *p, enum paired_end end);

/* True when the differences of paired_differences(p, end) differ by more than rounding, or one of them is infinite. */
bool paired_scatters(const struct paired *p, enum paired_end end);

/* Returns the two-sided p (stats.h) of "the mean difference is above the bound", or (above is false) below it. For each
 * difference it takes the smallest (or largest) value that the difference may have, which is the least favourable one.
 * With p->sampling, it is the larger one of the p with and without. Returns 1 when one of these values is infinite. */
double paired_p(const struct paired *p, bool above, double bound);

#endif
