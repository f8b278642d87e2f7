/*
 * The ledger: the list of all claims with their verdicts. A row stands for one sentence of the sources; experiments
 * declare comparisons under the row's id (struct claim), and each of those gets a verdict.
 */
#ifndef NORMLAB_JUDGE_LEDGER_H
#define NORMLAB_JUDGE_LEDGER_H

#include "judge/claims.h"
#include "sweep/selection.h"
#include <stdio.h>

struct claim_row {
    const char *id, *text;
    const char *from;    /* the sources: "N0 N1 N3" */
    const char *test;    /* the test that answers it, "tests/test_norms.c: ..."; NULL: none */
    const char *missing; /* the experiment that it needs and that does not exist yet; NULL: none */
};

/* The verdicts on an experiment's claims. */
struct verdicts {
    const struct plan *plan;
    const struct claim *claims;  /* end with a NULL id */
    struct judgement *judgement; /* [count] */
    int count;
    bool run;           /* true when there are results; else all fields below are 0 or NULL */
    int version;        /* of the experiment that made the results */
    int trainings;      /* trials that were not refused */
    const char *preset; /* whose settings the trials have */
    char *seeds;        /* of the trials, "0-4" */
    char *commits;      /* of the builds that made the results, "a; b"; NULL: unknown */
    const char *root;   /* folder that holds results/ */
    char *left_out;     /* the text of selection_left_out() */
};

/* The verdicts on an experiment without results: none was run. verdicts_clear() frees. */
void verdicts_init(struct verdicts *v, const struct plan *plan, const struct claim *claims);

/* Judges each claim on selection_of_cells(), and corrects the p of all claims by Holm's method. The selection's first
 * cells must be those of the claims. A claim without trials is not judged; where its cells have trials of other settings,
 * `because` says so. root, the folder that holds results/, stands in the commands of claims and must outlive the verdicts.
 * verdicts_clear() frees. */
void verdicts_select(struct verdicts *v, const struct claim *claims, const struct selection *s,
                     const char *root);
void verdicts_clear(struct verdicts *v);

/* "These results are of version 1 of the experiment, which is at 2 now: normlab run bias makes them anew."; NULL when they
 * are of the present version. A new string. */
char *verdicts_stale(const struct verdicts *v);

/* "These results come, some or all, from a build with changes that its commit has not (0123-dirty): ..."; NULL when they
 * do not. A new string. */
char *verdicts_dirty(const struct verdicts *v);

/* True when a verdict does not hold after Holm's correction: it is supported or refuted, but p_holm is above 0.05. */
bool verdict_is_weak(const struct judgement *j);

/* "supported", "refuted*": the star marks a weak verdict. A new string. */
char *verdict_word(const struct judgement *j);

/* The number of claims with each verdict, and how many of those verdicts are weak. */
struct verdict_count {
    int of[VERDICTS], weak[VERDICTS], all;
};

/* Counts the claims with an id (NULL: all claims) among `count` experiments. */
struct verdict_count ledger_count(const struct verdicts *v, int count, const char *id);

/* Adds the shell command that runs a claim's missing trials, or with --force all of them: the preset and seeds of the
 * selection that was judged, with only the values that the claim's cells have. */
void claim_command(const struct verdicts *v, const struct claim *c, struct text *out);

/* The rows, and one more for each id of a claim that has no row, as in a user's own experiment. A new array that ends with
 * a NULL id; the strings are not copied. */
struct claim_row *ledger_rows(const struct claim_row *rows, const struct verdicts *v, int count);

/* Prints every row with its claims among these experiments, and the number of each verdict; only_claimed leaves out the
 * rows without claims. */
void ledger_print(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                  bool only_claimed);

/* The same as a JSON array of rows. */
void ledger_print_json(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                       bool only_claimed);

/* Prints the claims of one experiment in their order: verdict, claim, evidence. r: the results that were judged. */
void verdicts_print(FILE *out, const struct verdicts *v, const struct results *r);

#endif
