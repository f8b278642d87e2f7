/*
 * A claim is data: two cells of an experiment, a measure, a direction and a margin. Its verdict depends on the mean
 * difference d of the cells over paired seeds and on the 95 % interval of d (paired.h). A claim by ratio compares
 * logarithms; d and the margin are then printed as factors.
 *
 *   CLAIM_MORE     d is above the margin
 *   CLAIM_LESS     d is below the margin
 *   CLAIM_SAME     d is within (-margin, margin)
 *   CLAIM_REFUSED  every trial of cell a is refused at set-up
 *   CLAIM_PRINTED  a source prints values of the metric for some epochs, and each of them lies within the spread of
 *                  cell a's seeds: between their smallest and largest value, widened by the margin on both sides
 *
 * MORE, LESS and SAME are supported when the whole interval is where the claim says, and refuted when the whole
 * interval is elsewhere. Otherwise they are about the margin when the interval lies within half the margin around it
 * (for a ratio: between margin^(1/2) and margin^(3/2)). Such an effect is about as large as the margin, and more seeds
 * would not say more. A margin of 0 points has no half: such an interval lies within SMALL_DIFFERENCE of 0, and within
 * a tenth of the smaller one of the two cells' means. All others are open. REFUSED and PRINTED are supported when the
 * statement is true of all trials or values, else refuted.
 *
 * A pair with an unsuccessful trial (measure.h) has no difference. For MORE and LESS without base cells such a trial is
 * evidence.
 *   - If measure_worst() says whether it counts as larger or smaller than all others, and all such trials are evidence for
 *     the same side of the margin, the interval decides about that side, unless too few pairs have a difference (struct
 *     judging). Otherwise a test decides in which unsuccessful trials are larger, or smaller, than all other trials: a
 *     rank test (stats_p_rank()), or for a claim about one cell and a number a sign test (stats_p_sign()).
 *   - Otherwise (where a probe looks at the loss around the weights, a diverged trial has none) it counts against every
 *     statement: the interval of the other pairs must show it, and the rank test in which each unsuccessful trial of a or
 *     b has the value that contradicts it most.
 *
 * When only some seeds of a cell learn (paired.h), no mean over all of them is near any seed.
 *   - A claim about two cells is then about the shares of seeds that learn, if the shares differ by more than SHARES_EQUAL
 *     seeds. Fisher's exact test decides (stats_p_share()): cells whose seeds learn less often count as larger.
 *   - Otherwise a claim about two cells is about the pairs that learn in both cells, and the interval decides.
 *   - A claim about one cell and a number is about the seeds that learn, if at most SHARES_EQUAL seeds do not learn.
 *     Otherwise the verdict is open.
 *
 * A verdict is also open, whatever the numbers are,
 *   - when a trial is unsuccessful and not such evidence,
 *   - when a ratio has a value that is not positive,
 *   - when a cell has several trials of a seed,
 *   - for MORE, LESS and SAME, with fewer than two pairs,
 *   - for PRINTED, with fewer than PRINTED_SEEDS seeds, or when a trial diverged or was refused.
 *
 * A claim is not judged on results whose file lacks the curve that its measure needs.
 */
#ifndef NORMLAB_JUDGE_CLAIMS_H
#define NORMLAB_JUDGE_CLAIMS_H

#include "judge/paired.h"
#include "store/cell.h"

/* Exploratory: the claim was made, or its margin was set, after looking at the results of these seeds. Confirmatory:
 * claim and margin were fixed before anyone looked at these results. */
enum claim_status { CLAIM_EXPLORATORY, CLAIM_CONFIRMATORY };

enum claim_kind { CLAIM_MORE, CLAIM_LESS, CLAIM_SAME, CLAIM_REFUSED, CLAIM_PRINTED };

enum {
    PRINTED_SEEDS = 5, /* fewest seeds for a verdict on CLAIM_PRINTED */
    /* two cells differ in their shares when the numbers of seeds that learn differ by more than this */
    SHARES_EQUAL = 1,
    /* when a claim would need more seeds than this, claim_print_remedy() only says that it needs more */
    SEEDS_FEASIBLE = 200,
};

/* how far an interval about a margin of 0 points may be from it, at most */
#define SMALL_DIFFERENCE 0.5

/* A value that a source prints for one epoch of a training. */
struct printed {
    double epoch, value; /* epoch 0 ends a list */
};

struct claim {
    const char *id;     /* the id of the claim's row in the ledger, such as "small-batch" */
    const char *text;   /* the claim in one sentence */
    const char *source; /* who says so, such as "N1 N2 N4; Wu & He 2018" */
    /* cells, such as "panel=mlp norm=batchnorm batch=2"; b is NULL when a is compared with `value` */
    const char *a, *b;
    const char *a_base, *b_base; /* base cells (paired.h); both are NULL, or neither is */
    struct measure of;
    enum claim_kind kind;
    double margin; /* in the unit of the measure; for a claim by ratio, a factor */
    bool ratio;    /* the claim compares by ratio */
    double value;  /* without b: what a is compared with, in the unit of the measure */
    /* the interval takes the choice of test samples in, where that is possible (paired_take_samples()) */
    bool test_samples;
    /* the formula that gave `value`, such as "batchnorm_growth 8"; NULL: none */
    const char *theory;
    const struct printed *printed;
    enum claim_status status;
    /* one sentence without its full stop, which is printed with the verdict; NULL: none */
    const char *note;
    /* The result in one sentence without its full stop, with a place for the number, such as "at batch 2 BatchNorm has a
     * test error {higher|lower} than at 32" (claim_answer_fault()). NULL: none. */
    const char *answer;
    /* Stands after the number in the answer, and says where the answer holds, such as "in an MLP". Claims of a row that
     * have the same answer, and each a `where`, share one sentence. NULL: none. */
    const char *where;
    /* Rows of the ledger are reported in ascending order of their numbers. The number of a row is the smallest `order`
     * of its claims, and the claim that has this order gives the answer to the row. The first number is 1; 0 comes after
     * all others. */
    int order;
};

enum verdict { SUPPORTED, REFUTED, ABOUT_MARGIN, OPEN, NOT_RUN, VERDICTS };
extern const char *const verdict_name[];

struct judgement {
    enum verdict verdict;
    /* MORE, LESS, SAME: the pairs. REFUSED: only paired.difference.n is set, to the number of trials. PRINTED:
     * paired.difference.n is the number of seeds that have a value at an epoch, the smallest of these numbers over
     * all epochs; paired.unsuccessful_a is the number of trials that diverged or were refused. */
    struct paired paired;
    /* p: the two-sided p (stats.h) of the claim when the verdict is supported, and of its contrary when the verdict is
     * refuted; otherwise the smaller of these two. NaN when there are fewer than two pairs, and when all differences are
     * equal up to rounding. p_holm: p corrected for all claims of the experiment by Holm's method (ledger.h). */
    double p, p_holm;
    /* p corrected for all claims of the ledger by the method of Benjamini and Hochberg. NaN until ledger_correct() sets
     * it. */
    double p_fdr;
    /* p comes from a rank test, in which unsuccessful trials are the worst */
    bool ranked;
    /* p comes from Fisher's exact test of how many seeds of a and of b learn (paired.h) */
    bool by_shares;
    double median, iqm; /* median and interquartile mean of d */
    /* interval of d by Student's t from these pairs alone: without the prior, and not widened for the steps of an axis
     * or of measuring (paired.h) */
    struct interval student;
    /* share of seeds in which a is less than b: stats_improvement(); NaN without a b */
    double improvement;
    /* The number of seeds with which an open verdict would probably become another one
     * (stats_seeds_needed()), on the same test samples. 0: not known, or more seeds alone are not enough. */
    int seeds_needed;
    /* when the verdict is open only for lack of seeds: the fewest seeds from which the experiment allows another verdict
     * (verdicts_select()); else 0 */
    int least_seeds;
    /* the number of fresh seeds, registered beforehand, on which the verdict rests; 0: it rests on exploratory seeds
     * (sweep/fresh/registry.h) */
    int fresh_seeds;
    int first_fresh; /* the first of them */
    /* of a measure along an axis: the values registered for the fresh seeds, in all cells together, as
     * "lr=0.1,0.13,0.17"; NULL: none are registered */
    char *fresh_axis;
    /* why the claim was not judged, although its cells have trials; NULL in all other cases */
    char *because;
    /* REFUSED, PRINTED: the statement is true of `within` trials or values among `checked`. */
    int within, checked;
    /* PRINTED: how often the claim would be refuted by chance: the share of simulations in which it is refuted, although
     * the printed values are drawn from the same distribution as the seeds' values. NaN when fewer than two seeds have
     * all values. */
    double error_rate;
    struct {
        const struct printed *value; /* PRINTED: the first value outside the spread; NULL: none */
        double low, high;            /* smallest and largest value of the seeds at that epoch */
    } outside;
};

/* Returns the judgement of a claim for which there are no trials: NOT_RUN. */
struct judgement judgement_none(void);

/* Judges a claim of kind CLAIM_PRINTED (claims_printed.c); claim_judge() calls it. */
struct judgement claim_judge_printed(const struct claim *c, const struct results *r);

/* How a claim is judged. */
struct judging {
    /* The fewest seeds that a verdict needs. Where unsuccessful trials leave fewer pairs with a difference than that, but
     * there are at least as many pairs, a test of ranks decides, and not the interval. Two pairs are needed in any case. */
    int least;
    /* The trials are those of fresh seeds: the interval is Student's, by which their number was planned. A moderated interval
     * would depend on the cells of other claims, and so on which claims were settled. */
    bool fresh;
};

/* Judges a claim on the records of r. claim_judge() is without `least`, on exploratory seeds. judgement_clear() frees. */
struct judgement claim_judge(const struct claim *c, const struct results *r);
struct judgement claim_judge_by(const struct claim *c, const struct results *r,
                                const struct judging *by);

/* Returns how far an interval that is about the margin may be from it to either side, in the unit of the measure; for a
 * claim by ratio, of logarithms. 0: no interval is about this margin. p: the pairs of the claim; only read when the
 * margin is 0 points, and may be NULL otherwise. */
double claim_half_margin(const struct claim *c, const struct paired *p);
void judgement_clear(struct judgement *j);

/* The values of a metric at an epoch over some trials. */
struct spread {
    int n; /* number of trials that have a value */
    /* the smallest and the largest value, and the mean; infinity, -infinity and 0 for n = 0, so that the spread contains
     * no value */
    double low, high, mean;
};

/* Returns the spread of the metric at the epoch, over the trials in record[count] that are done. */
struct spread spread_at(enum metric metric, const struct record *const *record, int count,
                        double epoch);

/* True when the value is at least low - margin and at most high + margin. */
bool spread_contains(const struct spread *s, double value, double margin);

/* Returns the cells of the claim; a cell that the claim does not name is NULL. */
struct cells claim_cells(const struct claim *c);

/* Returns the number of claims in an array whose end is a claim with a NULL id. claims may be NULL. */
int claims_count(const struct claim *claims);

/* ---- words (claims_print.c) ---- */

/* Adds the claim and its margin, such as "an MLP is fine at 32: no different from 128, within 1 points". */
void claim_print(const struct claim *c, struct text *out);

/* Adds the measure and the cells that are compared, such as "test_error: panel=mlp norm=batchnorm batch=2 less ...". */
void claim_print_comparison(const struct claim *c, struct text *out);

/* Adds the result in one line: difference, interval, number of pairs, p, unsuccessful pairs. For CLAIM_PRINTED, says how
 * many printed values lie within the spread. */
void claim_print_evidence(const struct claim *c, const struct judgement *j, struct text *out);

/* Adds what could turn an open verdict into another one, such as "about 12 seeds would settle it". For ABOUT_MARGIN,
 * says that more seeds would not help. Adds nothing for other verdicts. */
void claim_print_remedy(const struct claim *c, const struct judgement *j, struct text *out);

/* ---- sentences (sentence.c) ---- */

/* Returns what is wrong with answer, where and order, such as "with 'answer' needs one place for the number in it"; NULL
 * when nothing is. The place for the number is
 *
 *   {MORE|LESS}   for a difference: the word for its sign is chosen, as in {higher|lower}
 *   {WORDS}       for a ratio, as in {as high}
 *   {}            for a number that is compared with a value, or a count of trials or of printed values
 */
const char *claim_answer_fault(const struct claim *c);

/* Adds the result as one plain sentence with number, unit and interval, such as "At batch 2 BatchNorm has a test error
 * 28.8 points higher (26.7 to 30.8) in an MLP than at 32." A claim without an answer gets a sentence made from its
 * cells. Where no pair has a number, the sentence says of how many seeds the trials diverged, or learned. Adds nothing
 * when the claim was not judged or a cell has several trials of a seed. */
void claim_print_answer(const struct claim *c, const struct judgement *j, struct text *out);

#endif
