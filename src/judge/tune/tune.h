/*
 * Tuning: finds the best value of one key, as lr, for each cell of a sweep, by the error on validation samples.
 *
 * The method is successive halving (Jamieson & Talwalkar 2016, Non-stochastic best arm identification and hyperparameter
 * optimization) with the factor 3. The first round trains all values of a cell for a short time. The better third goes on
 * to the next round, which trains each value three times as long, and so on. The last round trains two or three values in
 * full, and its best value is the result. A cell with three values or fewer has this round alone. A round trains a value
 * for a third of the next round's epochs; where that would be less than one epoch, for one epoch with fewer of its seeds.
 *
 * Within a round, the value with the smaller share of unsuccessful seeds is better (trials that diverged, were refused or
 * failed). When the shares are equal, the value with the smaller mean validation error is better; when these are equal,
 * too, the one with the smaller mean validation loss. For regression the loss takes the place of the error. A value with no
 * successful seed does not go on.
 *
 * The trials of a round are ordinary trials, named by their keys, in files of their own: results/NAME.tune/KEY.h5, merged
 * in results/NAME.tune.h5. So they are never among the trials on which claims are judged, and a second tuning finds them
 * done. Their configurations are those of the sweep, except in these keys:
 *
 *   epochs         those of the round; warmup_epochs, step_at and freeze_norm are shortened by the same factor, so that
 *                  a short trial, too, goes through its whole schedule
 *   val_fraction   TUNE_VAL_FRACTION where the sweep has 0
 *   probe, probe_at, probe_every, probe_samples, fit_count, eval_all, evals_per_epoch
 *                  their defaults, because a tuning does not use what these keys measure
 */
#ifndef NORMLAB_JUDGE_TUNE_TUNE_H
#define NORMLAB_JUDGE_TUNE_TUNE_H

#include "stats/stats.h"
#include "sweep/sweep.h"

#define TUNE_SUFFIX       ".tune" /* follows NAME in the names of the files of a tuning */
#define TUNE_VAL_FRACTION "0.2"
enum { TUNE_FACTOR = 3 };

/* A value of the tuned key in a cell. */
struct tune_value {
    const char *text; /* in canonical form */
    double number;    /* NaN: it is no number */
    int trial;        /* index in the sweep of its trial with the first seed */
    /* A value's round is the latest one in which it takes part. `left` more rounds follow it; 0: it is the last one. */
    int left;
    /* Its round trains the value for `epochs` epochs with each of the first `seeds` seeds. These trials begin at index
     * `first` of the round's sweep. */
    int epochs, seeds, first;
    bool scored;      /* the value's round has ended, and the following members are known */
    int unsuccessful; /* number of seeds without a final `validation` */
    /* [seeds] final values; NaN: unsuccessful. The loss is NaN for regression, where `validation` is a loss. */
    double *validation, *loss, *test;
};

struct tune_cell {
    const struct config *config; /* that of one of its trials */
    struct tune_value *value;    /* [values], in the order of the sweep */
    int values;
    int rounds;                   /* the cell takes part in this many rounds, the last ones */
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

/* Prepares to tune the key over the trials of s. key and s must outlive t. most_rounds: the largest number of rounds of a
 * cell; 1: all values are trained in full. Returns 0, and tune_clear() frees t. Returns -1 after a message when the key
 * cannot be tuned, no cell has several values of it, or a trial has no epochs. */
int tune_init(struct tune *t, const struct sweep *s, const char *key, int most_rounds);
void tune_clear(struct tune *t);

/* Sets *epochs and *seeds to how long, and with how many seeds, a round trains a value. left: how many rounds follow the
 * round. */
void tune_amount(const struct tune *t, const struct tune_value *v, int left, int *epochs,
                 int *seeds);

/* Sets *round to the trials of the round that `left` more rounds follow: a sweep of the same name as t->sweep. Its values
 * are those that take part; with `all`, every value of the cells that take part. Sets epochs, seeds and first of these
 * values. sweep_clear() frees `round`. */
void tune_round(struct tune *t, int left, bool all, struct sweep *round);

/* Returns the number of values that go on from a round with n values: a third, rounded up, but at least two. */
int tune_going_on(int n);

/* Returns the number of a cell's values in the round that `left` more rounds follow; 0: the cell does not take part. */
int tune_values_in(const struct tune_cell *c, int left);

/* Scores the values of a round by its results. Lets the better third of each cell go on to the next round; after the last
 * round, sets the best value of each cell. left: how many rounds follow. round: that of tune_round(), whose trials are in
 * r unless they failed. */
void tune_score(struct tune *t, int left, const struct sweep *round, const struct results *r);

/* ---- results ---- */

/* Returns the mean of errors[v->seeds], which is v->validation or v->test, with its 95 % interval over seeds (Student's
 * t), limited to the values that the metric m can have. */
struct interval tune_interval(const struct tune_value *v, const double *errors, enum metric m);

/* True when the cell's best value is its smallest or its largest one, so that a value beyond it may be better. Sets
 * *largest to whether it is the largest. False when there is no best value, or a value is no number. */
bool tune_is_at_end(const struct tune_cell *c, bool *largest);

/* True when value i was in the last round and is not known to be worse than the best: the 95 % interval of its validation
 * error minus that of the best, over paired seeds, reaches down to 0 or below. False with fewer than two pairs. */
bool tune_is_close(const struct tune_cell *c, int i);

#endif
