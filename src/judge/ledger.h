/*
 * The ledger lists all claims with their verdicts. A row of the ledger is one sentence of the literature.
 * Experiments declare claims (struct claim) under the row's id, and each claim gets a verdict.
 */
#ifndef NORMLAB_JUDGE_LEDGER_H
#define NORMLAB_JUDGE_LEDGER_H

#include "judge/claims.h"
#include "sweep/fresh/registry.h"
#include "sweep/selection.h"
#include <limits.h>
#include <stdio.h>

/* A text whose sentences are rows of the ledger. id: such as "N0". */
struct source_note {
    const char *id, *title;
};

/* A row of the ledger. */
struct claim_row {
    const char *id;   /* such as "small-batch" */
    const char *text; /* the sentence */
    const char *from; /* the sources of the sentence, such as "N0 N1 N3" */
    /* the test that proves the sentence without an experiment, such as "tests/test_norms.c: ..."; NULL: none */
    const char *test;
    /* the name of the experiment that the row needs and that nobody has written yet; NULL: none */
    const char *missing;
};

/* The verdicts on an experiment's claims. */
struct verdicts {
    const struct plan *plan;
    const struct claim *claims;  /* a NULL id ends them */
    struct judgement *judgement; /* [count], one for each claim */
    int count;
    /* true when there are results; if false, all members after this one are 0 or NULL */
    bool run;
    int version;              /* the version of the experiment with which the results were made */
    int trainings;            /* number of trials that were not refused */
    const char *preset;       /* the preset whose settings the trials have */
    char *seeds;              /* the seeds of the trials, such as "0-4"; without fresh seeds */
    struct registry registry; /* of fresh seeds */
    bool unread;              /* the registry cannot be read; a message has said so */
    /* commits of the builds that made the results, such as "a; b"; NULL: unknown */
    char *commits;
    const char *root; /* the folder that holds results/ */
    char *left_out;   /* what selection_left_out() returned */
    /* number of trials of fresh seeds, which tables and figures do not show, and how many of them diverged or were refused */
    int hidden, hidden_unsuccessful;
    /* settings of trials that differ from the preset's (selection.h), on which no claim is judged; NULL: none */
    char *others;
};

/* Makes the verdicts of an experiment without results: every claim is NOT_RUN. verdicts_clear() frees. */
void verdicts_init(struct verdicts *v, const struct plan *plan, const struct claim *claims);

/* Judges each claim on its trials among the selection (selection_of_cells()), and corrects the p of all claims by Holm's
 * method. A verdict from fewer seeds than the plan's least_seeds becomes open. Where fresh seeds are registered
 * (sweep/fresh/registry.h), a claim is judged on its fresh seeds when they are all there, and otherwise on exploratory
 * seeds. A claim without trials is NOT_RUN; when its cells have trials of other settings, `because` says so.
 *
 * The first cells with which the selection was made must be those of the claims, in their order. root: the folder that
 * holds results/; it must outlive v, because claim_command() uses it. When the registry cannot be read, a message says
 * so, v->unread becomes true, and claims are judged as if it were empty. verdicts_clear() frees. */
void verdicts_select(struct verdicts *v, const struct claim *claims, const struct selection *s,
                     const char *root);
void verdicts_clear(struct verdicts *v);

/* Sets p_fdr of all claims of the experiments v[count], which should be the whole ledger: p corrected by the method of
 * Benjamini and Hochberg. Of the verdicts with a p_fdr of at most 0.05, at most 5 % are expected to be wrong. */
void ledger_correct(struct verdicts *v, int count);

/* Writes the id by which the registry of fresh seeds knows a claim: a hash of its measure, cells, kind, ratio, margin
 * and value. When one of these changes, the claim counts as another one. */
void claim_id(const struct claim *c, char id[CLAIM_ID]);

/* Returns a sentence about results of an old version, such as "These results are of version 1 of the experiment,
 * which is at 2 now: normlab run bias makes them anew."; NULL when the results have the current version or there are
 * none. The caller frees it. */
char *verdicts_stale(const struct verdicts *v);

/* Returns a sentence when some results come from a build with uncommitted changes, such as "These results come, some
 * or all, from a build with changes that its commit has not (0123-dirty): ..."; else NULL. The caller frees it. */
char *verdicts_dirty(const struct verdicts *v);

/* Returns the number of claims whose interval takes the choice of test samples in. */
int verdicts_sampled(const struct verdicts *v);

/* Returns one line that says what differs between the seeds of r, so that intervals cover it, and what does not, and which seeds
 * tables and figures show when some are fresh. v: the verdicts on r. The caller frees it. */
char *verdicts_cover(const struct verdicts *v, const struct results *r);

/* True when the verdict is supported or refuted. */
bool verdict_is_decided(const struct judgement *j);

/* True when a verdict is weak: it is supported or refuted, but p_holm is above 0.05. */
bool verdict_is_weak(const struct judgement *j);

/* True when the verdict is supported or refuted and p_fdr is at most 0.05. */
bool verdict_stands_by_fdr(const struct judgement *j);

/* Returns the verdict in words, such as "supported". A star marks a weak verdict, as in "refuted*"; "supported, confirmed"
 * rests on fresh seeds. The caller frees it. */
char *verdict_word(const struct judgement *j);

/* Numbers of claims. */
struct verdict_count {
    int of[VERDICTS];   /* those with each verdict */
    int weak[VERDICTS]; /* those of them whose verdict is weak */
    int all;
    int with_fdr; /* those with a p_fdr that are supported or refuted */
    int by_fdr;   /* those of them for which verdict_stands_by_fdr() is true */
};

/* Counts the claims of the experiments v[count] by their verdicts. id: only claims of this row of the ledger; NULL:
 * all claims. */
struct verdict_count ledger_count(const struct verdicts *v, int count, const char *id);

/* Adds the shell command that runs the missing trials of c, one of v->claims; with --force it runs all of them again. The
 * command has the preset of the selection that was judged, the seeds on which the verdict rests, and only the values that
 * the claim's cells name. */
void claim_command(const struct verdicts *v, const struct claim *c, struct text *out);

/* Returns the rows of the ledger and one more row for each id of a claim that has no row; claims of users' own
 * experiments may have such ids. The result is a new array, which a NULL id ends and the caller frees; its strings
 * belong to rows and v. */
struct claim_row *ledger_rows(const struct claim_row *rows, const struct verdicts *v, int count);

/* Adds the answer to a row in one sentence: that of one of its claims, the speaker (claim_print_answer()), with the
 * results of up to three more claims that have the same answer. The choice of the speaker does not depend on the
 * results: it is the claim with the smallest order among the claims that have a result and an answer of their own; if
 * there is none, the first claim that has a result. Adds nothing when no claim has a result. */
void ledger_print_answer(const struct verdicts *v, int count, const char *id, struct text *out);

/* Returns the smallest order of the row's claims (struct claim); LEDGER_LAST when none has one. */
enum { LEDGER_LAST = INT_MAX };
int ledger_order(const struct verdicts *v, int count, const char *id);

/* Returns a sentence about trials of other settings than the preset's, such as "Other settings than those of preset paper:
 * epochs=3 instead of 5. No claim is judged on these trials."; NULL when there are none. The caller frees it. */
char *verdicts_others(const struct verdicts *v);

/* Prints every row of the ledger with its claims among the experiments v[count], and the number of claims with each
 * verdict. only_claimed: leaves out the rows without claims. */
void ledger_print(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                  bool only_claimed);

/* Prints the rows and claims of ledger_print() as a JSON array of rows, with the values of every seed. */
void ledger_print_json(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                       bool only_claimed);

/* Prints the claims of one experiment in their order, each with verdict and evidence. r: the results that were
 * judged. */
void verdicts_print(FILE *out, const struct verdicts *v, const struct results *r);

#endif
