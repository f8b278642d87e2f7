/*
 * A claim is data: two cells of an experiment, a measure, a direction and a margin. Its verdict rests on the difference d
 * over paired seeds and its 95 % interval (paired.h). For a claim by ratio, d and the margin are printed as factors.
 *
 *   CLAIM_MORE     d is above the margin
 *   CLAIM_LESS     d is below the margin
 *   CLAIM_SAME     d is within (-margin, margin)
 *   CLAIM_REFUSED  every trial of cell a is refused at set-up
 *   CLAIM_PRINTED  the metric's values that a source prints for some epochs lie within the spread of cell a's seeds,
 *                  widened by the margin on both sides
 *
 * The first three are supported when the whole interval lies where the claim says, refuted when the whole interval lies
 * elsewhere, and inconclusive otherwise. The last two are supported when all trials or values are so, else refuted.
 *
 * Pairs with an unsuccessful trial (measure.h) have no difference. For MORE and LESS, where measure_worst() says what such
 * a trial counts as, it is evidence: if all such trials are evidence for the same side, and at least two pairs have a
 * difference, the interval decides about that side; else ranks do (stats_p_rank()), with unsuccessful trials above or
 * below all others. In all other cases, and for claims with base cells, one unsuccessful trial makes the verdict
 * inconclusive. So does a value that has no ratio, a cell with several trials of a seed, and, for PRINTED, fewer than
 * PRINTED_SEEDS seeds or a trial that diverged. A claim is not judged on results whose file lacks the curve that its
 * measure needs.
 */
#ifndef NORMLAB_JUDGE_CLAIMS_H
#define NORMLAB_JUDGE_CLAIMS_H

#include "judge/paired.h"
#include "store/cell.h"
#include "sweep/plan.h"

/* Exploratory: the claim was made, or its margin set, after looking at these seeds. Confirmatory: before. */
enum claim_status { CLAIM_EXPLORATORY, CLAIM_CONFIRMATORY };

enum claim_kind { CLAIM_MORE, CLAIM_LESS, CLAIM_SAME, CLAIM_REFUSED, CLAIM_PRINTED };

enum {
    PRINTED_SEEDS = 5,    /* the least for a verdict on CLAIM_PRINTED */
    SEEDS_FEASIBLE = 200, /* a remedy of more seeds than this says "more than 200" */
};

/* A value that a source prints for an epoch of a training. */
struct printed {
    double epoch, value; /* lists end with epoch 0 */
};

struct claim {
    const char *id;     /* of its row in the ledger: "small-batch" */
    const char *text;   /* one sentence */
    const char *source; /* "N1 N2 N4; Wu & He 2018" */
    const char *a,
        *b; /* cells: "panel=mlp norm=batchnorm batch=2"; without b, a is compared with `value` */
    const char *a_base, *b_base; /* both or none */
    struct measure of;
    enum claim_kind kind;
    double margin; /* in the measure's unit, or a factor */
    bool ratio;
    double value;
    const struct printed *printed;
    enum claim_status status;
    const char *note; /* one sentence without its full stop, printed with the verdict; NULL: none */
};

enum verdict { SUPPORTED, REFUTED, INCONCLUSIVE, NOT_RUN, VERDICTS };
extern const char *const verdict_name[];

struct judgement {
    enum verdict verdict;
    /* MORE, LESS, SAME: the pairs. REFUSED: difference.n is the number of trials. PRINTED: difference.n is the smallest
     * number of seeds with a value at an epoch, unsuccessful_a the number of trials that diverged or were refused. */
    struct paired paired;
    /* The two-sided p of the verdict (stats.h); for an inconclusive one, the smaller p of the claim and its contrary. NaN
     * for fewer than two pairs, and when they do not scatter. p_holm is corrected for all claims of the experiment
     * (ledger.h). */
    double p, p_holm;
    bool ranked;             /* p is by ranks, with unsuccessful trials as the worst */
    double median, iqm;      /* of d */
    struct interval student; /* of d by Student's t alone, without the steps of an axis */
    double improvement;      /* the share of seeds in which a is less than b; NaN without a b */
    /* To settle an inconclusive verdict (stats_seeds_needed()). 0: unknown, or more seeds alone do not settle it. */
    int seeds_needed;
    char *because; /* why a claim was not judged though there are trials; else NULL */
    /* REFUSED, PRINTED: `within` of the `checked` trials or values are as the claim says. */
    int within, checked;
    struct {
        const struct printed *value; /* PRINTED: the first value that is not within; NULL: none */
        double low, high;            /* the seeds' spread there */
    } outside;
};

/* The judgement of a claim without any trials. */
struct judgement judgement_none(void);

/* Judges a claim on results. judgement_clear() frees. */
struct judgement claim_judge(const struct claim *c, const struct results *r);
void judgement_clear(struct judgement *j);

/* The values of a metric at an epoch, over the finished trials among some records. */
struct spread {
    int n; /* trials that have a value */
    double low, high, mean;
};
struct spread spread_at(enum metric metric, const struct record *const *record, int count,
                        double epoch);

/* True when the value lies between low and high, widened by the margin on both sides. */
bool spread_contains(const struct spread *s, double value, double margin);

/* The cells that the claim names. */
struct cells claim_cells(const struct claim *c);

/* The number of claims before the NULL id. */
int claims_count(const struct claim *claims);

/* ---- words (claims_print.c) ---- */

/* The claim with its margin: "an MLP is fine at 32: no different from 128, within 1 points". */
void claim_print(const struct claim *c, struct text *out);

/* What was compared: "test_error: panel=mlp norm=batchnorm batch=2 less ...". */
void claim_print_comparison(const struct claim *c, struct text *out);

/* The result in one line: difference, interval, pairs, p, unsuccessful pairs. For CLAIM_PRINTED, how many values lie
 * within the spread. */
void claim_print_evidence(const struct claim *c, const struct judgement *j, struct text *out);

/* What would settle an inconclusive verdict: "about 12 seeds would settle it". Nothing for other verdicts. */
void claim_print_remedy(const struct claim *c, const struct judgement *j, struct text *out);

#endif
