/*
 * A claim is data: two cells of an experiment, a measure, a direction and a margin. Its verdict rests
 * on the difference d over paired seeds and its 95 % interval by stats_mean():
 *
 *   d = a - b, or a - value where b is NULL; with base cells d = (a - a_base) - (b - b_base). Of a
 *   claim by ratio the same of logarithms: d, the margin and what is printed are then factors.
 *
 *   CLAIM_MORE     d is above the margin: supported when the whole interval is, refuted when the whole
 *                  interval is below it
 *   CLAIM_LESS     d is below the margin, likewise
 *   CLAIM_SAME     d is within (-margin, margin): supported when the whole interval is, refuted when
 *                  the whole interval is outside
 *   CLAIM_REFUSED  every trial of cell a is refused at set-up
 *   CLAIM_PRINTED  numbers printed elsewhere, of the metric by epochs, lie within the spread of cell a's
 *                  seeds, widened by the margin on both sides: supported when all do, else refuted
 *
 * and inconclusive otherwise. Of fewer than STATS_EVEN_LEAST differences that do not scatter there is no interval: that is
 * no evidence. A trial that ended well without the number is no part of any pair. What an axis or the points of training
 * leave open of a value (measure.h) is taken into the interval: its low end is of the least that the differences may be,
 * its high end of the most.
 *
 * A pair in which a trial was lost (it diverged, or never reached the target) has no difference. Where
 * measure_lost_is() tells that its value would be larger than any, or smaller, it speaks for or against MORE and LESS:
 * where all losses speak for the same, and two pairs or more have a difference, those decide; else ranks do
 * (stats_p_rank()), lost trials above all others, or below. Otherwise, and for SAME and claims with base cells, a loss
 * leaves the claim open; so does a value of which there is no ratio. Results whose file left out the curve that a
 * measure needs are as if there were none. A cell that holds more than one trial of a seed
 * leaves every claim open, and PRINTED asks for PRINTED_SEEDS seeds, none of them lost.
 */
#ifndef NORMLAB_JUDGE_CLAIMS_H
#define NORMLAB_JUDGE_CLAIMS_H

#include "judge/measure.h"
#include "judge/printed.h"
#include "stats/stats.h"
#include "store/cell.h"
#include "store/store.h"
#include "sweep/plan.h"

enum claim_kind { CLAIM_MORE, CLAIM_LESS, CLAIM_SAME, CLAIM_REFUSED, CLAIM_PRINTED };

enum {
    PRINTED_SEEDS = 5,
    SEEDS_FEASIBLE = 200 /* more are not worth a number */
};

struct claim {
    const char *id;     /* of the row of the list of claims: "small-batch" */
    const char *text;   /* one sentence */
    const char *source; /* "N1 N2 N4; Wu & He 2018" */
    /* Cells: "panel=mlp norm=batchnorm batch=2"; a key that is left out may have any value. */
    const char *a, *b;
    const char *a_base, *b_base; /* both or none */
    struct measure of;
    enum claim_kind kind;
    double margin; /* in the measure's unit, or a factor */
    bool ratio;
    double value;
    const struct printed *printed;
    const char
        *note; /* one sentence, without its full stop, that stands beside the verdict; NULL: none */
};

enum verdict { SUPPORTED, REFUTED, INCONCLUSIVE, NOT_RUN, VERDICTS };
extern const char *const verdict_name[];

struct pair { /* what a seed's trials in the two cells have, and d; of a ratio, its logarithm */
    int64_t seed;
    double a, b, d;   /* NaN: lost, or there is no b */
    double low, high; /* what d may be, by the steps of the axis; d for measures without any */
};

struct judgement {
    enum verdict verdict;
    struct interval
        difference;    /* d over paired seeds, with what it may be; of a ratio, of its logarithm */
    struct pair *pair; /* in the order of seeds; NULL for the kinds without differences */
    int pairs;
    /* The evidence for the verdict as a two-sided p (stats.h), of an inconclusive one that for the nearer of
     * the others: NaN for fewer than two pairs, and where they do not scatter. Holm's is over all claims of the
     * experiment (ledger.h). */
    double p, p_holm;
    bool ranked;             /* by ranks, lost trials being the worst */
    double median, iqm;      /* of d, as the mean of the difference */
    struct interval student; /* by Student's t alone, without the steps of an axis, told beside, */
    double boot_low, boot_high; /* as that of the bootstrap-t; NaN: none */
    double improvement;         /* share of seeds in which a is less than b; NaN without a b */
    int seeds_needed; /* of an inconclusive one, see stats_seeds_needed(); 0: seeds do not tell, or not alone */
    int lost_a, lost_b;    /* pairs without a difference: only a was lost; only b was */
    int lost_both;         /* or both, or a base */
    int refused;           /* seeds of which a trial was refused at set-up */
    int no_ratio;          /* pairs of a ratio with a value that is not positive */
    bool stepped;          /* the steps of an axis, or of the training, widen the interval */
    bool bound_a, bound_b; /* a value of a, or of b, is a lower bound */
    char *because;  /* of a claim that was not judged though there are trials: why; else NULL */
    bool ambiguous; /* a cell holds several trials of a seed */
    int within, printed; /* CLAIM_PRINTED: so many of so many, where lost_a counts lost trials, */
    struct {             /* and the first one that is not within; NULL: none */
        const struct printed *value;
        double low, high; /* the seeds' spread there */
    } outside;
};

/* Of a claim without any trials. */
struct judgement judgement_unknown(void);

/* judgement_clear() frees. */
struct judgement claim_judge(const struct claim *c, const struct results *r);
void judgement_clear(struct judgement *j);

/* Pairs without a difference, whatever was lost. */
int judgement_lost(const struct judgement *j);

/* Are there differences, but so few that do not scatter that there is no interval? */
bool judgement_is_even(const struct judgement *j);

/* "an MLP is fine at 32: no different from 128, within 1 points": the claim with what its margin asks. */
void claim_print(const struct claim *c, struct text *out);

/* What was compared: "test_error: panel=mlp norm=batchnorm batch=2 less ...". */
void claim_print_comparison(const struct claim *c, struct text *out);

/* What came out, in one line: difference, interval, pairs, p, lost pairs. Of CLAIM_PRINTED, how many
 * values lie within. */
void claim_print_evidence(const struct claim *c, const struct judgement *j, struct text *out);

/* Of an inconclusive verdict, what would settle it: "about 12 seeds would settle it". Else nothing. */
void claim_print_remedy(const struct claim *c, const struct judgement *j, struct text *out);

/* A difference or factor as the evidence has it, without its unit: "+28.76", "2.1 times". */
void claim_print_number(const struct claim *c, double d, struct text *out);

/* The cells that the claim names. */
struct cells claim_cells(const struct claim *c);

/* How many there are before the NULL id. */
int claims_count(const struct claim *claims);

#endif
