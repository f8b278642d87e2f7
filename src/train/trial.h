/* One trial: a data set, a net and an optimizer, trained for some epochs with one seed. A configuration defines it,
 * by the keys of trial_option_at() and those that the net's text names as ${key}. It may also have execution keys
 * (train/keys.h), which say how the trial is carried out. */
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

/* The key with index i >= 0 in the canonical order; NULL after the last. */
const struct option *trial_option_at(int i);

/* The key of that name, or NULL. */
const struct option *trial_option(const char *name);

/* The name of the only optimizer that has the key, as "sgd" for momentum; NULL for keys that all trials have. */
const char *trial_option_optimizer(const char *name);

/* Some keys had another name before (the table is in train/keys.c). They are read by both names and written by the
 * present one. The hash in a trial's key uses the former name, so that renaming changes no trial's key. */
const char *trial_key_now(const char *key);
const char *trial_key_hashed(const char *key);

/* Gives all keys of c their present names. */
void trial_rename_keys(struct config *c);

enum trial_status {
    TRIAL_DONE,
    TRIAL_DIVERGED, /* the loss was not finite */
    TRIAL_REFUSED,  /* a layer refuses the configuration */
    TRIAL_STATUSES
};
extern const char *const trial_status_name[TRIAL_STATUSES]; /* "done", "diverged", "refused" */

struct trial_result {
    enum trial_status status;
    char *message; /* why it was refused, or at which step it diverged; else "" */
    int points; /* index of the last point: epochs * evals_per_epoch; point 0 is before training */
    int evals_per_epoch;
    double *curve[METRICS]; /* [points + 1], NaN where there is no value */
    double seconds;         /* wall time of the whole trial, evaluations and waiting included */
    double peak_bytes;      /* peak resident memory of the process */
    double parameters;      /* trainable numbers of the net */
    double steps;           /* training steps done */
    int threads;
    double
        norm_positions; /* of the slot for a norm with the fewest positions; NaN: there is none */
    char data_sha256[65];
};

/* Completes a configuration: `out`, empty at first, gets all keys of a trial in the canonical order, then those of
 * the net in the order of its text. Missing keys get their defaults, values their canonical forms. Execution keys are
 * checked and left out. 0, or -1 with why: a wrong value, or a key that neither a trial nor the net has. */
int trial_complete(const struct config *given, struct config *out, struct text *why);

/* As trial_complete(), but texts of layers and nets stay as they were given, as in the hashes of older trials' keys. */
int trial_complete_as_written(const struct config *given, struct config *out, struct text *why);

/* Turns what trial_complete_as_written() made into what trial_complete() makes. */
void trial_canonize(struct config *complete);

/* Gives each key its present name and each value its canonical form, to be compared with a trial's. A value that its
 * key cannot have stays as it is. */
void trial_canonical_values(struct config *values);

/* Called at each point, from point 0 on, where grad_ratio is not yet known. */
typedef void trial_watch(void *context, const struct trial_result *result, int point);

/* Runs a trial. config is as a user gives it; watch may be NULL. 0 with result filled (trial_result_clear() frees),
 * or -1 after one message. */
int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context);

/* Checks a trial's keys, data and net without training. 0 (also when the net refuses, which is a result), or -1 after
 * one message. */
int trial_check(const struct config *config);

/* A session: the steps of trial_run() one by one, without its evaluations, to time or compare them. The schedule of
 * the learning rate counts all steps of the session. */
struct trial;

/* Opens a session (trial_close() frees) and fills result, which the caller clears, with what is known before
 * training. NULL after one message, also when a layer refuses the configuration; then there is nothing to clear. */
struct trial *trial_open(const struct config *config, struct trial_result *result);
void trial_close(struct trial *t);

/* Draws the order of an epoch's samples; the first epoch is 1. */
void trial_epoch(struct trial *t, int epoch);

struct trial_step {
    int n; /* samples */
    double
        loss; /* summed over these, before the update; when it is not finite, nothing is updated */
    int wrong;
    double gradient_norm, lr;
};

/* Step i of the epoch, 0 <= i < steps: batch, forward, loss, backward, update. Allocates and prints nothing. */
struct trial_step trial_step(struct trial *t, int i);

/* What a session works on; the session owns it. */
struct trial_view {
    const struct trial_options *options; /* train/keys.h */
    const struct net *net;
    const struct data *data;
    const struct sequences *sequences; /* of the training split; NULL: its samples are images */
    const int32_t *order; /* [train_n] indices of training samples, in the order of the epoch */
    int train_n, steps;   /* samples and steps of an epoch */
};
struct trial_view trial_look(const struct trial *t);

/* An empty result with NaN curves. */
void trial_result_init(struct trial_result *r, int points, int evals_per_epoch);
void trial_result_clear(struct trial_result *r);

/* Epochs of training done at a point: point / evals_per_epoch. */
double trial_epochs_at(const struct trial_result *r, int point);

/* The value of a curve at the last point that has one; NaN when none has, or the trial's status is not done. */
double trial_final(const struct trial_result *r, enum metric m);

/* The value at point 0, for any status; NaN when there is none. */
double trial_first(const struct trial_result *r, enum metric m);

#endif
