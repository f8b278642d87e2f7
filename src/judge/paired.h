/*
 * Two cells compared over paired seeds: the trials of a seed share their data order and first weights, so their
 * difference comes from the cells alone. Claims and `normlab compare` both use this.
 *
 *   d = a - b, or a - value without a cell b; with base cells d = (a - a_base) - (b - b_base). For a ratio all of these
 *   are natural logarithms.
 *
 * A seed makes a pair when all cells have it, none of its trials was refused, and no finished trial lacks the metric. A
 * pair with an unsuccessful trial (measure.h) has no difference, and is counted.
 */
#ifndef NORMLAB_JUDGE_PAIRED_H
#define NORMLAB_JUDGE_PAIRED_H

#include "judge/measure.h"
#include "sweep/plan.h"

enum { PAIRED_A, PAIRED_B, PAIRED_A_BASE, PAIRED_B_BASE, PAIRED_CELLS };

struct pair {
    int64_t seed;
    double a, b;         /* NaN: unsuccessful, or there is no b */
    double d, low, high; /* the difference, known to lie in [low, high] (measure.h); NaN: none */
};

struct paired {
    struct pair *pair; /* in the order of seeds */
    int pairs;
    bool ratio;
    double scale; /* the largest of the numbers subtracted, 1 for a ratio: see stats_scatters() */
    /* The mean difference. Its interval holds the means of all that the differences may be; an end is infinite when a
     * difference may be. low and high are NaN for fewer than two differences, and when paired_equal_but_few(). sd is 0
     * when the differences are equal up to rounding. */
    struct interval difference;
    int unsuccessful_a, unsuccessful_b; /* pairs in which only a was unsuccessful, or only b; */
    int unsuccessful_both;              /* in which both were, or a base was */
    int refused;                        /* seeds of which a trial was refused */
    int no_ratio;                       /* pairs of a ratio with a value that is not positive */
    bool stepped;          /* the interval is wider because the axis or the points are no finer */
    bool bound_a, bound_b; /* a value of a, or of b, is a lower bound */
    bool ambiguous;        /* a cell has several trials of a seed */
};

/* Pairs the seeds of the cells and compares them. Cells are in the order of the enum, NULL where there is none; value stands
 * for b when there is no cell b. paired_clear() frees. */
void paired_init(struct paired *p, const struct measure *of, bool ratio, double value,
                 const struct results *r, const struct cells *cells);
void paired_clear(struct paired *p);

/* Computes `difference` and `stepped` from the pairs. */
void paired_summarize(struct paired *p);

/* v; its natural logarithm for a ratio, NaN when v is negative. */
double paired_transform(bool ratio, double v);

/* The number of pairs with an unsuccessful trial. */
int paired_unsuccessful(const struct paired *p);

/* True when there are two differences or more, but fewer than STATS_EQUAL_LEAST, all equal up to rounding: they are no
 * evidence, and there is no interval. */
bool paired_equal_but_few(const struct paired *p);

/* The pairs' differences: the value, or the least or most that each may be. A new array of p->pairs. */
enum paired_end { PAIRED_VALUE, PAIRED_LEAST, PAIRED_MOST };
double *paired_differences(const struct paired *p, enum paired_end end);

/* True when these differences differ by more than rounding, or one of them is infinite. */
bool paired_scatters(const struct paired *p, enum paired_end end);

/* The two-sided p (stats.h) of "the mean difference lies above the bound", or below it, for the differences that are least
 * in favour of it. 1 when one of these is infinite. */
double paired_p(const struct paired *p, bool above, double bound);

#endif
