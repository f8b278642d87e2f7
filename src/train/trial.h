/*
 * One trial: a data set, a net and an optimizer, trained for some epochs with one seed. A configuration says everything
 * about it, by the keys of trial_option_at() and those that the net's text names as ${key}. The keys of how it is carried
 * out, execution_keys (train/keys.h), may stand among them.
 */
#ifndef NORMLAB_TRAIN_TRIAL_H
#define NORMLAB_TRAIN_TRIAL_H

#include "base/formats/config.h"
#include "base/formats/option.h"
#include "train/metrics.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct data;
struct net;
struct sequences;
struct trial_options;

/* Key number i of a trial, in the canonical order, i from 0; NULL behind the last. */
const struct option *trial_option_at(int i);

/* The key of that name, or NULL. */
const struct option *trial_option(const char *name);

/* The optimizer that alone has the key, "sgd" of momentum; NULL when all trials have it. */
const char *trial_option_optimizer(const char *name);

/* Keys that once had another name (the table is in train/keys.c). They are read under both names and written under
 * that of today. A trial's key is hashed from the former name, so that renaming a key changes no trial's key. */
const char *trial_key_now(const char *key);
const char *trial_key_hashed(const char *key);

/* Gives all keys of c their names of today. */
void trial_rename_keys(struct config *c);

enum trial_status {
    TRIAL_DONE,
    TRIAL_DIVERGED, /* the loss was not finite: a result */
    TRIAL_REFUSED,  /* the net refuses this configuration by its nature: a result */
    TRIAL_STATUSES
};
extern const char *const trial_status_name[TRIAL_STATUSES]; /* "done", "diverged", "refused" */

struct trial_result {
    enum trial_status status;
    char *message; /* why it was refused, or at which step it diverged; else "" */
    int points;    /* planned, epochs * evals_per_epoch; that before training is 0 */
    int evals_per_epoch;

    double *curve[METRICS]; /* [points + 1], NaN where there is no value */
    double seconds;         /* wall time of the whole trial, evaluations and waiting included */
    double peak_bytes;      /* peak resident memory of the process */
    double parameters;      /* trainable numbers of the net */
    double steps;           /* training steps done */
    int threads;
    double norm_positions; /* S of the norm slot with the fewest positions; NaN without a net */
    char data_sha256[65];
};

/* Completes a configuration: `out`, empty at first, gets all keys of a trial in the canonical order, then those of the
 * net in the order of its text. Missing keys have their defaults, values their canonical forms, in which equal layers and
 * nets have equal texts. Execution keys are checked and left out. 0, or -1 with why: a bad value, or a key that is in no
 * table and not in the net's text. */
int trial_complete(const struct config *given, struct config *out, struct text *why);

/* As trial_complete(), but texts of layers and nets stay as they were given: older trial keys are hashes of that. */
int trial_complete_as_written(const struct config *given, struct config *out, struct text *why);

/* Turns what trial_complete_as_written() made into what trial_complete() makes. */
void trial_canonize(struct config *complete);

/* Gives each key its name of today and each value its canonical form, so that it can be compared with a trial's. What is
 * no value of its key stays as it is. */
void trial_canonical_values(struct config *values);

/* Called at each point, from point 0 (before training) on. At point 0, grad_ratio is not yet known. */
typedef void trial_watch(void *context, const struct trial_result *result, int point);

/* Runs a trial. config is as given by the user; watch may be NULL. 0 when result is filled
 * (trial_result_clear() frees), else -1 after one message. */
int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context);

/* Checks a trial's keys, data and net without training. 0 (also when the net refuses, which is a result), or -1 after one
 * message. */
int trial_check(const struct config *config);

/* A session: the steps of trial_run() one by one, without its evaluations, to time or compare them. The schedule of the
 * learning rate counts the steps since the opening. */
struct trial;

/* Opens a session before its first step; result, which the caller clears, gets what is known before training.
 * trial_close() frees. NULL after one message, also when the net refuses; then there is nothing to clear. */
struct trial *trial_open(const struct config *config, struct trial_result *result);
void trial_close(struct trial *t);

/* Draws the order of an epoch's samples; the first epoch is 1. */
void trial_epoch(struct trial *t, int epoch);

struct trial_step {
    int n;       /* samples */
    double loss; /* summed over them, before the update; not finite: nothing was updated */
    int wrong;
    double gradient_norm, lr;
};

/* Step i of the epoch, 0 <= i < steps: batch, forward, loss, backward, update. Allocates nothing,
 * prints nothing. */
struct trial_step trial_step(struct trial *t, int i);

/* What a session works on, and owns. */
struct trial_view {
    const struct trial_options *options; /* train/keys.h */
    const struct net *net;
    const struct data *data;
    const struct sequences *sequences; /* of the training split; NULL: its samples are images */
    const int32_t *order;              /* [train_n] of the epoch: indices of training samples */
    int train_n, steps;                /* samples and steps of an epoch */
};
struct trial_view trial_look(const struct trial *t);

/* An empty result with NaN curves. */
void trial_result_init(struct trial_result *r, int points, int evals_per_epoch);
void trial_result_clear(struct trial_result *r);

/* Epochs of training done at a point: point / evals_per_epoch. */
double trial_epochs_at(const struct trial_result *r, int point);

/* The value of a curve at the last point that has one; NaN when there is none, or the trial is not done. */
double trial_final(const struct trial_result *r, enum metric m);

/* The value at point 0, whatever the trial's status; NaN when there is none. */
double trial_first(const struct trial_result *r, enum metric m);

#endif
