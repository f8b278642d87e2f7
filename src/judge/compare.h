/*
 * What differs between two results, A and B: their provenance, the configurations, how trials ended, and which final
 * values of metrics changed by more than noise.
 *
 * Trials are compared cell by cell, by seed. A cell holds the trials that agree in all axes of A and B, and in every other
 * key but the seed that varies within A or within B. A key with one value throughout A and another throughout B does not
 * divide the trials into cells: it is what one compares.
 */
#ifndef NORMLAB_JUDGE_COMPARE_H
#define NORMLAB_JUDGE_COMPARE_H

#include "base/list.h"
#include "judge/paired.h"

#define COMPARE_LEVEL 0.05 /* a change with a smaller corrected p is beyond noise */

/* A key whose values differ between A and B. */
struct compare_key {
    char *key;
    struct list only_a, only_b; /* values */
    int both;                   /* number of values that both have */
};
struct compare_keys {
    struct compare_key *key;
    int count;
};

struct compare_cell {
    struct config config; /* the keys that divide the trials into cells, with their values */
    char *label; /* as many of them as distinguish it from all others; "" for the only cell */
    const struct record **a, **b; /* its trials in A and in B */
    int a_count, b_count;
};

/* Two trials of the same cell and seed. */
struct compare_pair {
    int cell;
    const struct record *a, *b;
};

/* The verdict on a metric in a cell; the most important first. */
enum compare_verdict {
    COMPARE_CHANGED, /* p < COMPARE_LEVEL, corrected by Holm in one of three families: metrics of timing, the others,
                          and the means over cells */
    COMPARE_UNTESTED, /* no finite interval: one seed, fewer than five that do not scatter, or an infinite value */
    COMPARE_NO_PAIRS, /* no common seed has values in both */
    COMPARE_ONLY_A,   /* no trial of B has a value, as when all diverged */
    COMPARE_ONLY_B,
    COMPARE_NOISE,
    COMPARE_IDENTICAL, /* equal to the last bit in every common seed that has values in both */
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
    double mean_a, mean_b; /* of a cell: over the common seeds; without these, over all seeds */
    struct paired paired;  /* d is B less A; over the common seeds that have values in both */
    double p, p_holm;      /* two-sided; NaN when not tested */
};

/* What may differ between two trials of one seed, beside metrics. */
enum compare_fact {
    COMPARE_STATUS, /* where this differs, nothing else is compared */
    COMPARE_STEPS,
    COMPARE_PARAMETERS,
    COMPARE_MESSAGE, /* as why they were refused */
    COMPARE_DATA,    /* by its checksum */
    COMPARE_FACTS
};
extern const char *const compare_fact_name[COMPARE_FACTS];

struct comparison {
    const struct results *a, *b;
    struct compare_keys provenance, config;
    struct compare_cell *cell; /* A's in their order, then those that only B has */
    int cells;
    struct compare_pair *pair; /* by cell, in A's order */
    int pairs;
    int fact[COMPARE_FACTS]; /* pairs that differ in this */
    /* Pairs with the same status whose curves differ where compare_metric shows nothing: at another point than the last, or
     * because one lacks the final value. */
    int curve[METRICS];
    struct compare_metric
        *metric; /* by metric, in the cells in which A or B has a value; then the means */
    int metrics;
    /* What differs, timing and provenance aside: "configuration, status, beyond noise in 2 metrics". Empty when A and B are
     * the same to the last bit. */
    struct text differences;
};

/* Compares; a and b must outlive c. comparison_clear() frees. */
void compare_results(struct comparison *c, const struct results *a, const struct results *b);
void comparison_clear(struct comparison *c);

/* True when whole curves of the metric are compared: both results have them, and the metric is not of timing. */
bool comparison_has_curve(const struct comparison *c, enum metric m);

/* Counts the verdicts on a metric in its cells; returns their sum. */
int comparison_count(const struct comparison *c, enum metric m, int count[COMPARE_VERDICTS]);

/* The most important verdict on a metric, in cells and in the mean over cells; COMPARE_VERDICTS when nobody has it. */
enum compare_verdict comparison_verdict(const struct comparison *c, enum metric m);

/* To standard output, as text, or as one JSON object. The paths are names. */
void compare_print(const struct comparison *c, const char *path_a, const char *path_b);
void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b);

/* Fills c->provenance, c->config and c->cell (compare_cells.c). */
void compare_find_keys(struct comparison *c);
void compare_find_cells(struct comparison *c);

#endif
