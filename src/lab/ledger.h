/*
 * The ledger: every claim of the literature that the suite has a row for, with what its experiments say. A
 * row stands for one sentence of the sources; the experiments declare comparisons under the row's id
 * (struct claim), each of which gets a verdict.
 */
#ifndef NORMLAB_LAB_LEDGER_H
#define NORMLAB_LAB_LEDGER_H

#include "lab/experiment.h"
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
    const struct experiment *experiment;
    struct judgement *judgement; /* as many as the experiment has claims, in their order */
    int count;
    struct config provenance; /* of the results; empty where there are none */
    bool run;                 /* there are results, */
    int version;              /* of this version of the experiment, */
    int trainings;            /* and of so many trials that were not refused */
};

/* Judges all claims of an experiment on its results (NULL: it was not run), and corrects their p by Holm's
 * method over those that have one. verdicts_clear() frees. */
void verdicts_init(struct verdicts *v, const struct experiment *e, const struct results *r);
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

/* The command that makes the trials of a claim anew, to be typed as it stands: the one that made the results
 * (its preset, seeds and overrides; the paper preset where there are none) cut down to the claim's cells. */
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
