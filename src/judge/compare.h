/*
 * What differs between two results, A and B: where they come from, what was configured, how trials
 * ended, and which final values of metrics changed by more than noise.
 *
 * Trials are compared cell by cell. A cell is the trials that agree in all axes of A and B, and in
 * every other key but the seed that varies within A or within B. A key that has one value throughout
 * A and another throughout B is no part of it: that is what one compares.
 */
#ifndef NORMLAB_JUDGE_COMPARE_H
#define NORMLAB_JUDGE_COMPARE_H

#include "stats/stats.h"
#include "store/store.h"

#define COMPARE_LEVEL 0.05 /* a change with a smaller corrected p is beyond noise */

struct compare_list {
    char **item;
    int count;
};

/* A key whose values differ. */
struct compare_key {
    char *key;
    struct compare_list only_a, only_b; /* values */
    int both;                           /* number of values that both have */
};
struct compare_keys {
    struct compare_key *key;
    int count;
};

struct compare_pair {
    const struct record *a, *b;
};

struct compare_cell {
    struct config config; /* the keys that cells differ in, and their values */
    char *label;          /* as many of them as tell it from all others; "" for the only one */
    const struct record **a, **b; /* its trials, by seed; they are A's and B's */
    int a_count, b_count;
    struct compare_pair *pair; /* of the seeds that both have, by seed */
    int pairs;
};

/* A trial that ended otherwise. */
struct compare_status {
    int cell;
    int64_t seed;
    enum trial_status a, b;
};

enum compare_verdict {
    COMPARE_IDENTICAL, /* every seed's value, to the last bit, and none lost on one side alone; of other
                          seeds, all one number */
    COMPARE_NOISE,
    COMPARE_CHANGED, /* p < COMPARE_LEVEL, corrected by Holm over all cells and metrics that are not
                         identical, those of timing among themselves */
    COMPARE_UNTESTED, /* too few values for an interval: one, or fewer than five without any scatter, as
                         coarse steps of an error make them; or an infinite one */
    COMPARE_ONLY_A, /* no trial of B has a value, as when all diverged */
    COMPARE_ONLY_B,
    COMPARE_VERDICTS
};
extern const char *const compare_verdict_name[COMPARE_VERDICTS];

/* What may differ in trials of one seed that ended alike, beside their metrics. */
enum compare_fact {
    COMPARE_STEPS,
    COMPARE_PARAMETERS,
    COMPARE_MESSAGES, /* as why they were refused */
    COMPARE_DATA,     /* by its checksum */
    COMPARE_FACTS
};
extern const char *const compare_fact_name[COMPARE_FACTS];

/* A metric's final values in a cell that both have. */
struct compare_metric {
    enum metric metric;
    int cell;
    enum compare_verdict verdict;
    bool paired;                /* by the seeds that both have, if enough; else all against all */
    int lopsided;               /* seeds that ended alike, of which one has no value */
    int n_a, n_b;               /* values compared; the number of pairs in both when paired */
    double a, b;                /* their means */
    struct interval difference; /* B less A: of the pairs, else by Welch's t */
    double p, adjusted;         /* two-sided; NaN unless tested */
};

/* A metric's difference over the cells: of each seed the mean over those cells that have all seeds.
 * It tells of shifts that are too small to show in a single cell. */
struct compare_overall {
    int cells; /* 0: none, as of metrics of timing, of those without a cell that is within noise, and
                  where there is one cell or one seed */
    struct interval difference; /* B less A, over seeds */
    double p, adjusted;         /* by Holm over the metrics */
};

struct comparison {
    const struct results *a, *b;
    struct compare_keys provenance, config;
    struct compare_cell *cell; /* A's in their order, then those that only B has */
    int cells;
    struct compare_status *status;
    int statuses;
    int fact[COMPARE_FACTS]; /* pairs of trials that differ in it */
    int curve
        [METRICS]; /* that differ in points of the metric's curve, but not in its final value; none of timing, nor where A or B has left the curves out */
    struct compare_metric *metric; /* metric by metric, cell by cell, where anybody has a value */
    int metrics;
    struct compare_overall overall[METRICS];
};

/* Compares; comparison_clear() frees. a and b must outlive c. */
void compare_results(struct comparison *c, const struct results *a, const struct results *b);
void comparison_clear(struct comparison *c);

/* Same experiment, version, configurations and statuses, and all metrics but those of timing
 * identical? Where results come from does not matter. */
bool comparison_same(const struct comparison *c);

/* Has A, or B, left out curves of metrics that are no timing? */
bool compare_curves_missing(const struct comparison *c, bool in_a);

/* Verdicts of a metric by kind, over the cells. */
void comparison_count(const struct comparison *c, enum metric m, int count[COMPARE_VERDICTS]);

/* Is the metric beyond noise in a cell, or over all of them? */
bool comparison_changed(const struct comparison *c, enum metric m);

/* To standard output, as text of up to 100 columns or as one JSON object. The paths are names. */
void compare_print(const struct comparison *c, const char *path_a, const char *path_b);
void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b);

/* ---- between the files of compare ---- */

void compare_list_add(struct compare_list *l, const char *item); /* unless it is there */
bool compare_list_has(const struct compare_list *l, const char *item);
void compare_list_clear(struct compare_list *l);

/* Fills c->cell, with labels. (compare_cells.c) */
void compare_find_cells(struct comparison *c);

/* Fills c->fact and c->curve. (compare_trials.c) */
void compare_trials(struct comparison *c);

/* Fills c->metric and c->overall. (compare_metrics.c) */
void compare_test_metrics(struct comparison *c);

#endif
