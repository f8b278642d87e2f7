/*
 * A claim is data: two cells of an experiment, a metric, a direction and a margin. Its verdict rests
 * on the difference d = a - b over paired seeds and its 95 % interval by Student's t:
 *
 *   CLAIM_MORE     d is above the margin: supported when the whole interval is, refuted when the whole
 *                  interval is below it
 *   CLAIM_SAME     d is within (-margin, margin): supported when the whole interval is, refuted when
 *                  the whole interval is outside
 *   CLAIM_REFUSED  every trial of cell a is refused at set-up
 *
 * and inconclusive otherwise. A pair in which a trial diverged has no difference, but it is evidence:
 * of MORE where only a diverged, against it where b did; it leaves SAME open. A cell that holds more
 * than one trial of a seed leaves every claim open.
 */
#ifndef NORMLAB_LAB_CLAIMS_H
#define NORMLAB_LAB_CLAIMS_H

#include "lab/stats.h"
#include "lab/store.h"

enum claim_kind { CLAIM_MORE, CLAIM_SAME, CLAIM_REFUSED };

struct claim {
    const char *id;     /* of the row of the list of claims: "small-batch" */
    const char *text;   /* one sentence */
    const char *source; /* "N1 N2 N4; Wu & He 2018" */
    /* Cells: "panel=mlp norm=batchnorm batch=2"; a key that is left out may have any value. */
    const char *a, *b;
    enum metric metric;
    enum claim_kind kind;
    double margin; /* in the metric's unit */
};

enum verdict { SUPPORTED, REFUTED, INCONCLUSIVE, NOT_RUN };
extern const char *const verdict_name[];

struct judgement {
    enum verdict verdict;
    struct interval difference; /* a - b over paired seeds */
    int diverged_a, diverged_b; /* pairs without a difference: only a diverged; b did */
    bool ambiguous;             /* a cell holds several trials of a seed */
};

struct judgement claim_judge(const struct claim *c, const struct results *r);

/* One line a claim to standard output. */
void claims_print(const struct claim *claims, const struct results *r);

/* Does the record lie in the cell "key=value key=value"? */
bool record_in_cell(const struct record *r, const struct config *cell);

#endif
