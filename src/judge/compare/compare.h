/*
 * Compares two results, A and B: their provenance, their configurations, how their trials ended, and which final values
 * of metrics changed by more than noise.
 *
 * Trials are compared cell by cell, and within a cell by seed. The trials of a cell agree in all axes of A and B, and
 * in every other key that varies within A or within B, except the seed. A key that is no axis, and has one value in all
 * of A and another in all of B, does not divide the trials into cells: its effect is what the user wants to compare.
 */
#ifndef NORMLAB_JUDGE_COMPARE_H
#define NORMLAB_JUDGE_COMPARE_H

#include "base/list.h"
#include "judge/paired.h"

#define COMPARE_LEVEL 0.05 /* a change whose corrected p is smaller is "beyond noise" */

/* A key whose set of values in A differs from that in B. */
struct compare_key {
    char *key;
    struct list only_a, only_b; /* values that only A, or only B, has */
    int both;                   /* number of values that A and B both have */
};
struct compare_keys {
    struct compare_key *key;
    int count;
};

struct compare_cell {
    struct config config; /* the keys that divide the trials into cells, with this cell's values */
    /* The label of the cell: as many of these keys as are needed to distinguish the cell from all others; "" when there
     * is only one cell. */
    char *label;
    const struct record **a, **b; /* the cell's trials in A and in B */
    int a_count, b_count;
};

/* Two trials of the same cell and seed. */
struct compare_pair {
    int cell;
    const struct record *a, *b;
};

/* The verdict on a metric in a cell, or on its mean over cells. The most important verdict comes first. */
enum compare_verdict {
    /* p, corrected by Holm's method, is below COMPARE_LEVEL. The correction is made in three families: metrics of
     * timing, all other metrics, and the means over cells. */
    COMPARE_CHANGED,
    /* there is no finite interval: one seed, fewer than five seeds with equal differences, or an infinite value */
    COMPARE_UNTESTED,
    COMPARE_NO_PAIRS, /* no seed has a value both in A and in B */
    COMPARE_ONLY_A,   /* no trial of B has a value, for example because all diverged */
    COMPARE_ONLY_B,
    COMPARE_NOISE, /* the corrected p is COMPARE_LEVEL or more */
    /* in each seed that has values in A and in B, these are equal to the last bit */
    COMPARE_IDENTICAL,
    COMPARE_VERDICTS
};
extern const char *const compare_verdict_name[COMPARE_VERDICTS];

/* The comparison of a metric's final values in a cell that A and B both have, or of the metric's mean over cells. The
 * mean shows changes that are too small for a single cell. The mean is computed for each seed, over all cells that have
 * the same seeds as the cell with the most pairs. */
struct compare_metric {
    enum metric metric;
    /* The index of the cell; -1: the mean over cells. A metric has this mean only when it is not of timing and at
     * least one of its cells is within noise. */
    int cell;
    int cells; /* number of cells in the mean; 1 when this is no mean over cells */
    enum compare_verdict verdict;
    /* The means of A and of B in the cell, over the seeds that have a value in A and in B. When no seed has both, each
     * is the mean over all its seeds. NaN for a mean over cells. */
    double mean_a, mean_b;
    /* For each seed that has a value in A and in B, d is the value of B minus that of A. Without a prior. */
    struct paired paired;
    double p, p_holm; /* two-sided p, and p corrected by Holm's method; NaN when not tested */
};

/* Facts, other than metrics, in which two trials of one seed may differ. */
enum compare_fact {
    /* how the trial ended; if the two trials ended differently, nothing else of them is compared */
    COMPARE_STATUS,
    COMPARE_STEPS,
    COMPARE_PARAMETERS,
    COMPARE_MESSAGE, /* the message of a trial, as why it was refused */
    COMPARE_DATA,    /* the data set, by its checksum */
    /* the profiles of a probe that both trials have: their points, layers or values */
    COMPARE_PROFILES,
    COMPARE_MISTAKES, /* which test samples are wrong, when both trials have that */
    COMPARE_FACTS
};
extern const char *const compare_fact_name[COMPARE_FACTS];

struct comparison {
    const struct results *a, *b;
    struct compare_keys provenance, config;
    /* the cells of A in the order of A, then the cells that only B has */
    struct compare_cell *cell;
    int cells;
    struct compare_pair *pair; /* in the order of cells, and within a cell in the order of A */
    int pairs;
    int fact[COMPARE_FACTS]; /* number of pairs that differ in each fact */
    /* The number of pairs, for each metric, that ended with the same status and whose curves differ in a way that no
     * compare_metric shows: at a point before the last, or because only one has the final value. */
    int curve[METRICS];
    /* by metric, for each cell that A and B both have and in which A or B has a value; then the means over cells */
    struct compare_metric *metric;
    int metrics;
    /* What differs, except timing and provenance, such as "configuration, status, beyond noise in 2 metrics". Empty
     * when A and B are equal to the last bit. */
    struct text differences;
};

/* Compares a and b and fills *c. a and b must outlive c. comparison_clear() frees. */
void compare_results(struct comparison *c, const struct results *a, const struct results *b);
void comparison_clear(struct comparison *c);

/* True when whole curves of the metric are compared: both results have them, and it is not a metric of timing. */
bool comparison_has_curve(const struct comparison *c, enum metric m);

/* Sets count[v] to the number of cells in which the metric has verdict v. Returns the sum of these numbers. */
int comparison_count(const struct comparison *c, enum metric m, int count[COMPARE_VERDICTS]);

/* Returns the most important verdict on a metric, over the cells and the mean over cells; COMPARE_VERDICTS when
 * neither result has the metric. */
enum compare_verdict comparison_verdict(const struct comparison *c, enum metric m);

/* Prints the comparison to standard output, as text or as one JSON object. path_a and path_b are printed as the
 * names of A and B. */
void compare_print(const struct comparison *c, const char *path_a, const char *path_b);
void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b);

/* Parts of compare_results(), in compare_cells.c. compare_find_keys() fills c->provenance and c->config;
 * compare_find_cells() fills c->cell and c->pair. */
void compare_find_keys(struct comparison *c);
void compare_find_cells(struct comparison *c);

#endif
