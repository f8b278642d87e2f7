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
 * and inconclusive otherwise. A pair in which a trial was lost (it diverged, or never reached the
 * target) has no difference, but where measure_lost_is() tells that its value would be larger than any,
 * or smaller, it is evidence for or against MORE and LESS. Where both were lost, it leaves every claim
 * open; SAME and claims with base cells are left open by any loss. Where a value is only a bound (at_end),
 * no verdict rests on its being small. A cell that holds more than one trial of a seed leaves every claim
 * open, and PRINTED asks for PRINTED_SEEDS seeds.
 */
#ifndef NORMLAB_LAB_CLAIMS_H
#define NORMLAB_LAB_CLAIMS_H

#include "lab/measure.h"
#include "lab/printed.h"
#include "lab/stats.h"
#include "lab/store.h"
#include <stdio.h>

enum claim_kind { CLAIM_MORE, CLAIM_LESS, CLAIM_SAME, CLAIM_REFUSED, CLAIM_PRINTED };

enum { PRINTED_SEEDS = 5 };

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
};

enum verdict { SUPPORTED, REFUTED, INCONCLUSIVE, NOT_RUN };
extern const char *const verdict_name[];

struct judgement {
    enum verdict verdict;
    struct interval difference; /* d over paired seeds; of a ratio, of its logarithm */
    int lost_a, lost_b;         /* pairs without a difference: only a was lost; only b was */
    int lost_both;              /* or both, or a base */
    bool bound_a, bound_b;      /* a value of a, or of b, is a lower bound */
    bool ambiguous;             /* a cell holds several trials of a seed */
    int within, printed;        /* CLAIM_PRINTED: so many of so many */
};

struct judgement claim_judge(const struct claim *c, const struct results *r);

/* Each claim with its verdict and the evidence. */
void claims_print(FILE *out, const struct claim *claims, const struct results *r);

/* Does the record lie in the cell "key=value key=value"? */
bool record_in_cell(const struct record *r, const struct config *cell);

/* The records in a cell as text, pointers into r; "" is all. Returns their number; *out is the
 * caller's. */
int records_in(const struct results *r, const char *cell, const struct record ***out);

#endif
