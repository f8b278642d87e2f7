/*
 * Tuning: finds the best value of one key, as lr, for each cell of a sweep, by the error on validation samples.
 *
 * It goes by successive halving (Jamieson & Talwalkar 2016, Non-stochastic best arm identification and hyperparameter
 * optimization) with the factor 3. The first round trains all values of a cell for a short time. The better third goes on
 * to the next round, which trains each value three times as long, and so on. The last round trains two or three values in
 * full, and its best value is the result. A cell with three values or fewer has this round alone. A round trains a value
 * for a third of the next round's epochs; where that would be less than one epoch, for fewer of its seeds.
 *
 * Within a round, a value with fewer unsuccessful seeds is better (diverged or refused trials, and those that failed); then
 * one with a smaller mean validation error, then one with a smaller mean validation loss. For regression the loss takes the
 * place of the error. A value with no successful seed does not go on.
 *
 * The trials of a round are ordinary trials, named by their keys, in files of their own: results/NAME.tune/KEY.h5, merged in
 * results/NAME.tune.h5. So they are never among the trials on which claims are judged, and a second tuning finds them done.
 * Their configurations are those of the sweep, except in these keys:
 *
 *   epochs         as the round says; warmup_epochs, step_at and freeze_norm are shortened by the same factor, so that a
 *                  short trial, too, goes through its whole schedule
 *   val_fraction   TUNE_VAL_FRACTION where the sweep has 0
 *   probe, probe_at, probe_every, probe_samples, fit_count, eval_all, evals_per_epoch
 *                  their defaults: what they measure is not used
 */
#ifndef NORMLAB_JUDGE_TUNE_TUNE_H
#define NORMLAB_JUDGE_TUNE_TUNE_H

#include "stats/stats.h"
#include "sweep/sweep.h"

#define TUNE_SUFFIX       ".tune" /* behind NAME in the names of the files of a tuning */
#define TUNE_VAL_FRACTION "0.2"
enum { TUNE_FACTOR = 3 };

/* A value of the tuned key in a cell. */
struct tune_value {
    const char *text; /* in canonical form */
    double number;    /* NaN: it is no number */
    int trial;        /* index in the sweep of its trial with the first seed */
    /* The number of rounds that follow the last one in which the value takes part; 0: it reached the last round. */
    int left;
    /* What that round trains, or trained: each of the first `seeds` seeds for so many epochs. The trials are those from
     * index `first` of the round's sweep on. */
    int epochs, seeds, first;
    bool scored;      /* the round has ended, and the following members are known */
    int unsuccessful; /* number of seeds */
    /* [seeds] final values; NaN: unsuccessful. The loss is NaN for regression, where `validation` is a loss. */
    double *validation, *loss, *test;
};

struct tune_cell {
    const struct config *config; /* that of one of its trials */
    struct tune_value *value;    /* [values], in the order of the sweep */
    int values;
    int rounds;                   /* number of rounds in which it takes part: the last ones */
    enum metric validation, test; /* the errors, or for regression the losses */
    int best; /* index of the best value, after the last round; -1: not known, or no value has a successful seed */
};

struct tune {
    const char *key;
    const struct sweep *sweep;
    struct list seeds; /* of the sweep */
    struct tune_cell *cell;
    int cells;
    int rounds;    /* the largest number of rounds of a cell */
    int one_value; /* number of cells with one value of the key, which are left out */
};

/* Prepares to tune the key over the trials of s, which must outlive t. key: must outlive t. most_rounds: no cell has more
 * rounds; 1: all values are trained in full. Returns 0, and tune_clear() frees t; or -1 after a message: the key cannot be
 * tuned, or no cell has several values of it. */
int tune_init(struct tune *t, const struct sweep *s, const char *key, int most_rounds);
void tune_clear(struct tune *t);

/* Sets what the round that `left` others follow trains of a value: each of the first *seeds seeds for *epochs epochs. */
void tune_amount(const struct tune *t, const struct tune_value *v, int left, int *epochs,
                 int *seeds);

/* Makes the trials of the round that `left` others follow, as a sweep of the same name as t->sweep. The values are those
 * that take part; all: as if no value had dropped out before. sweep_clear() frees `round`. */
void tune_round(struct tune *t, int left, bool all, struct sweep *round);

/* The number of values that go on from a round with n: a third, but at least two. */
int tune_going_on(int n);

/* The number of a cell's values in the round that `left` others follow; 0: the cell does not take part. */
int tune_values_in(const struct tune_cell *c, int left);

/* Scores the values of a round by its results, lets the better third go on, and after the last round sets the cells' best
 * values. round: from tune_round(). */
void tune_score(struct tune *t, int left, const struct sweep *round, const struct results *r);

/* ---- results ---- */

/* The mean of v->validation or v->test with its 95 % interval over seeds (Student's t), cut to the metric's range. */
struct interval tune_interval(const struct tune_value *v, const double *errors, enum metric m);

/* True when the cell's best value is its smallest or largest: a value farther out may be better. *largest tells which. False
 * when a value is no number. */
bool tune_is_at_end(const struct tune_cell *c, bool *largest);

/* True when value i was in the last round, and the 95 % interval of its difference to the best, over paired seeds, includes
 * 0: which of the two is better is not known. False with fewer than two pairs. */
bool tune_is_close(const struct tune_cell *c, int i);

#endif
