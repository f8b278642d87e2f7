/*
 * The ledger: every claim of the literature that the suite has a row for, with what its experiments say. A
 * row stands for one sentence of the sources; the experiments declare comparisons under the row's id
 * (struct claim), each of which gets a verdict.
 */
#ifndef NORMLAB_JUDGE_LEDGER_H
#define NORMLAB_JUDGE_LEDGER_H

#include "judge/claims.h"
#include "sweep/selection.h"
#include <stdio.h>

struct claim_row {
    const char *id, *text;
    const char *from; /* the sources: "N0 N1 N3" */
    const char *test; /* the test that settles it, "tests/test_norms.c: ..."; NULL: none */
    const char
        *missing; /* the experiment that it waits for and that is not there yet; NULL: none */
};

/* An experiment's claims, judged. */
struct verdicts {
    const struct plan *plan;     /* of the experiment, */
    const struct claim *claims;  /* and its claims; end with a NULL id */
    struct judgement *judgement; /* as many as the experiment has claims, in their order */
    int count;
    struct config provenance; /* of the results; empty where there are none */
    bool run;                 /* there are results, */
    int version;              /* of this version of the experiment, */
    int trainings;            /* and of so many trials that were not refused */
    /* Of verdicts on a selection; else NULL: */
    const char *preset; /* whose settings the trials have */
    char *seeds;        /* of the trials, "0-4" */
    const char *root;   /* folder that holds results/ */
    char *left_out;     /* what selection_left_out() says */
};

/* Judges all claims of an experiment on its results (NULL: it was not run), and corrects their p by Holm's
 * method over those that have one. verdicts_clear() frees. */
void verdicts_init(struct verdicts *v, const struct plan *plan, const struct claim *claims,
                   const struct results *r);

/* Judges them on a selection, whose first cells are those of the claims: each on selection_of_cells(). Where that has no trials for a claim, but trials of other
 * settings are shown, or left out of its cells, the claim is not judged, and says by which settings. root, the folder that holds results/, goes into
 * the commands of claims; it must outlive the verdicts. */
void verdicts_select(struct verdicts *v, const struct claim *claims, const struct selection *s,
                     const char *root);
void verdicts_clear(struct verdicts *v);

/* "These results are of version 1 of the experiment, which is at 2 now: normlab run bias makes them anew."; NULL where
 * they are of the present one. A new string. */
char *verdicts_stale(const struct verdicts *v);

/* "These results come, some or all, from a build with changes that its commit has not (0123-dirty): ..."; NULL where they
 * do not. A new string. */
char *verdicts_dirty(const struct verdicts *v);

/* Is it a verdict that Holm's correction does not leave standing: supported or refuted, but p_holm above
 * 0.05? */
bool verdict_is_weak(const struct judgement *j);

/* "supported", "refuted*": the star is for a weak one. A new string. */
char *verdict_word(const struct judgement *j);

/* How many claims have each verdict, and how many of those are weak. */
struct verdict_count {
    int of[VERDICTS], weak[VERDICTS], all;
};

/* Of the claims with an id (NULL: of all) in so many experiments. */
struct verdict_count ledger_count(const struct verdicts *v, int count, const char *id);

/* The command that runs the missing trials of a claim, with --force all of them, to be typed as it stands, cut down to the
 * claim's cells: the preset and seeds of the selection that was judged; of other results, those and the overrides of the
 * command that made them, or the paper preset. */
void claim_command(const struct verdicts *v, const struct claim *c, struct text *out);

/* The rows, and behind them one for every id that experiments claim without a row, as yours may: a new array,
 * which ends with a NULL id; the caller frees it, its strings are others'. */
struct claim_row *ledger_rows(const struct claim_row *rows, const struct verdicts *v, int count);

/* Every row with its claims among these experiments, and how many have each verdict; without the rows that
 * have none when only_claimed. */
void ledger_print(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                  bool only_claimed);

/* The same as JSON: an array of rows. */
void ledger_print_json(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                       bool only_claimed);

/* The claims of one experiment in their order: verdict, claim, evidence. */
void verdicts_print(FILE *out, const struct verdicts *v, const struct results *r);

#endif
