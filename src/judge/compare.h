/*
 * What differs between two results, A and B: where they come from, what was configured, how trials ended, and which final
 * values of metrics changed by more than noise.
 *
 * Trials are compared cell by cell, by seed. A cell holds the trials that agree in all axes of A and B, and in every other
 * key but the seed that varies within A or within B. A key with one value throughout A and another throughout B keeps no
 * cells apart: it is what one compares.
 */
#ifndef NORMLAB_JUDGE_COMPARE_H
#define NORMLAB_JUDGE_COMPARE_H

#include "base/list.h"
#include "judge/paired.h"

#define COMPARE_LEVEL 0.05 /* a change with a smaller corrected p is beyond noise */

/* A key whose values differ. */
struct compare_key {
    char *key;
    struct list only_a, only_b; /* values */
    int both;                   /* number of values that both have */
};
struct compare_keys {
    struct compare_key *key;
    int count;
};

struct compare_pair {
    const struct record *a, *b;
};

struct compare_cell {
    struct config config; /* the keys that keep cells apart, with their values */
    char *label; /* as many of them as distinguish it from all others; "" for the only cell */
    const struct record **a, **b; /* its trials in A and in B, by seed */
    int a_count, b_count;
    struct compare_pair *pair; /* of the seeds that both have, by seed */
    int pairs;
};

enum compare_verdict {
    COMPARE_IDENTICAL, /* equal to the last bit in every common seed */
    COMPARE_NOISE,
    COMPARE_CHANGED, /* p < COMPARE_LEVEL, corrected by Holm over all that were tested: those of timing, the others, and
                         the means over cells are three families */
    COMPARE_UNTESTED, /* no finite interval: one seed, fewer than five that do not scatter, or an infinite value */
    COMPARE_NO_PAIRS, /* no common seed has values in both */
    COMPARE_ONLY_A,   /* no trial of B has a value, as when all diverged */
    COMPARE_ONLY_B,
    COMPARE_VERDICTS
};
extern const char *const compare_verdict_name[COMPARE_VERDICTS];

/* The final values of a metric in a cell that both have; or their mean over cells, which shows shifts that are too small for
 * a single cell: for each seed, the mean over those cells that have all seeds. */
struct compare_metric {
    enum metric metric;
    int cell; /* -1: the mean over cells; not for metrics of timing, nor where no cell is within noise */
    int cells; /* that the mean is over; else 1 */
    enum compare_verdict verdict;
    double a, b;   /* of a cell: means over the common seeds; without these, over all seeds */
    int one_sided; /* of a cell: seeds that ended alike, but only one side has a value */
    struct paired paired; /* B less A, over the common seeds */
    double p, adjusted;   /* two-sided; NaN when not tested */
};

/* What may differ between trials of one seed that ended alike, beside their metrics. */
enum compare_fact {
    COMPARE_STEPS,
    COMPARE_PARAMETERS,
    COMPARE_MESSAGES, /* as why they were refused */
    COMPARE_DATA,     /* by its checksum */
    COMPARE_FACTS
};
extern const char *const compare_fact_name[COMPARE_FACTS];

struct comparison {
    const struct results *a, *b;
    struct compare_keys provenance, config;
    struct compare_cell *cell; /* A's in their order, then those that only B has */
    int cells;
    int statuses;            /* pairs of trials that ended differently */
    int fact[COMPARE_FACTS]; /* pairs that ended alike and differ in this */
    int curve
        [METRICS]; /* pairs that ended alike with the same final value and differ at another point; not counted for
                                timing, nor where a file has left out the curve */
    struct compare_metric
        *metric; /* metric by metric, the cells in which A or B has a value; then the means */
    int metrics;
};

/* Compares; a and b must outlive c. comparison_clear() frees. */
void compare_results(struct comparison *c, const struct results *a, const struct results *b);
void comparison_clear(struct comparison *c);

/* True when experiment, version, configurations, statuses and all metrics but those of timing are identical, wherever the
 * results come from. */
bool comparison_same(const struct comparison *c);

/* Counts the verdicts on a metric in its cells; returns their sum. */
int comparison_count(const struct comparison *c, enum metric m, int count[COMPARE_VERDICTS]);

/* True when the metric is beyond noise in a cell, or in the mean over cells. */
bool comparison_changed(const struct comparison *c, enum metric m);

/* To standard output, as text, or as one JSON object. The paths are names. */
void compare_print(const struct comparison *c, const char *path_a, const char *path_b);
void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b);

/* ---- between compare_cells.c and compare_judge.c ---- */

/* Fills c->cell. */
void compare_find_cells(struct comparison *c);

#endif
