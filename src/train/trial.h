/* One trial: a net is trained on a data set by an optimizer, for some epochs, with one seed. The trial is defined by
 * a configuration: the keys of trial_option_at() and the keys that the net's text names as ${key}. A configuration
 * may also have execution keys (train/keys.h), which say how the trial is carried out. */
#ifndef NORMLAB_TRAIN_TRIAL_H
#define NORMLAB_TRAIN_TRIAL_H

#include "base/formats/config.h"
#include "base/formats/option.h"
#include "train/metrics.h"
#include "train/mistakes.h"
#include "train/profile.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct data;
struct net;
struct sequences;
struct trial;
struct trial_options;

/* Returns the key with index i >= 0 in the canonical order; NULL for the i after the last. */
const struct option *trial_option_at(int i);

/* Returns the key with this name; NULL when there is none. */
const struct option *trial_option(const char *name);

/* Returns the name of the first optimizer that has this key of its own, as "sgd" for momentum; NULL when no optimizer has
 * the key. */
const char *trial_option_optimizer(const char *name);

/* Some keys had another name in older versions (table in train/keys.c). normlab reads both names and writes the
 * present one. The hash that is a trial's key uses the former name, so that renaming a key changes no trial's key.
 * trial_key_now() returns the present name of a key, trial_key_hashed() the name for the hash; a key that was never
 * renamed is returned as it is. */
const char *trial_key_now(const char *key);
const char *trial_key_hashed(const char *key);

/* True when the hash that is a trial's key includes this key with this canonical value. False when the key was added
 * after results had been published, and the value is what older trials had. */
bool trial_key_is_hashed(const char *key, const char *value);

/* Gives the configuration of a trial of an older version the keys that it lacks and whose default is now another. */
void trial_add_former_defaults(struct config *c);

/* Gives all keys of c their present names. */
void trial_rename_keys(struct config *c);

enum trial_status {
    TRIAL_DONE,
    TRIAL_DIVERGED, /* a training or test loss was not finite */
    TRIAL_REFUSED,  /* a layer does not allow the configuration */
    TRIAL_STATUSES
};
extern const char *const trial_status_name[TRIAL_STATUSES]; /* "done", "diverged", "refused" */

struct trial_result {
    enum trial_status status;
    char *message; /* why the trial was refused, or at which step it diverged; else "" */
    /* index of the last point: epochs * evals_per_epoch; point 0 is before training */
    int points;
    int evals_per_epoch;
    double *curve[METRICS]; /* [points + 1] of each metric, NaN where it has no value */
    struct profiles profiles;
    /* at the last point, of a trial that is done and has the key test_mistakes */
    struct mistakes mistakes;
    double seconds;       /* wall time of the whole trial, evaluations and waiting included */
    double peak_bytes;    /* peak resident memory of the process */
    double parameters;    /* number of trainable parameters of the net */
    double steps;         /* number of training steps */
    double probe_seconds; /* processor time of all probes; NaN: the trial has none */
    int threads;
    int ranks;               /* processes that computed the trial together */
    double exchange_seconds; /* wall time of exchanges between them, waiting included */
    /* the smallest number of positions at a slot for a norm; NaN: the net has no slot, or its samples are sequences */
    double norm_positions;
    char data_sha256[65]; /* as in struct data */
};

/* Completes a configuration. `out` must be empty; it gets all keys of a trial in the canonical order, then the keys
 * of the net in the order of its text, all with canonical values. Keys that `given` lacks get their defaults.
 * Execution keys are checked, but not copied. Returns 0, or -1 with the reason in `why`: a wrong value, or a key that
 * neither a trial nor the net has. */
int trial_complete(const struct config *given, struct config *out, struct text *why);

/* Does what trial_complete() does, but keeps the texts of layers and nets as they are in `given`. The keys of older
 * trials are hashes of such configurations. */
int trial_complete_as_written(const struct config *given, struct config *out, struct text *why);

/* Turns a result of trial_complete_as_written() into the result of trial_complete(). */
void trial_canonize(struct config *complete);

/* Gives each key of `values` its present name and each value its canonical form, so that they can be compared with
 * those of a trial. A value that is not allowed for its key stays unchanged. */
void trial_canonical_values(struct config *values);

/* A function that trial_run() calls at each point, from point 0 on. context: the argument of trial_run(). In the call for
 * point 0, the value of grad_ratio at point 0 is not yet known. */
typedef void trial_watch(void *context, const struct trial_result *result, int point);

/* Runs a trial. config: need not be complete, and may have execution keys. watch: may be NULL. Returns 0 and fills
 * result, which trial_result_clear() frees, also when the trial diverged or was refused. Returns -1 after one
 * message; there is then no result to free. */
int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context);

/* Checks a trial's keys, data and net without training. Returns 0, also when the trial would be refused, because that
 * is a result; or -1 after one message. */
int trial_check(const struct config *config);

/* Functions that a trial calls to keep what it has trained; store/saved/ implements them by files. A checkpoint is the
 * state of a trial between two steps. Another process can continue from it, with the same results bit for bit, but for
 * times. A net file has the values of the net's tensors alone, at the start or the end of a trial. */
struct run;      /* a trial in progress (train/run/) */
struct transfer; /* base/formats/transfer.h */
struct trial_keeper {
    /* Called before the first step. Restores an earlier state by trial_transfer(). Returns 1 when it did, 0 when there is
     * none that can be used, -1 when it failed midway: the trial is then set up again. data_sha256: as in struct
     * trial_result. Without checkpoints, load, save and stop are NULL. */
    int (*load)(void *context, struct run *run, const char *data_sha256);
    /* Saves the state by trial_transfer(). Called in intervals given by the execution key checkpoint, and when the trial is
     * to stop. It prints a message when it fails, and the training continues. */
    void (*save)(void *context, struct run *run, const char *data_sha256);
    /* True when the trial is to save its state before the next step and to end there. Called before steps, at most once in
     * stop_interval_s seconds; when that is 0, before each step. */
    bool (*stop)(void *context);
    double stop_interval_s;
    void *context;  /* first argument of all three */
    bool saves_end; /* save() is also called after the last step of a trial that is done */
    /* Called when the net has its first values, which it may replace (train/run/trial_tensors.h). Returns 0, or -1 after
     * a message. NULL: the net keeps its first values. */
    int (*load_net)(void *nets, struct trial *t);
    /* Called at the end of a trial that is done. complete: its configuration. It prints a message when it fails. NULL: it is
     * not called. */
    void (*save_net)(void *nets, struct trial *t, const struct config *complete,
                     const struct trial_result *result);
    void *nets; /* first argument of both */
};

/* Saves or restores all that the remaining steps depend on. A state may be restored in a trial with more epochs, if
 * trial_bound_to_epochs() returns NULL for it. */
void trial_transfer(struct run *run, struct transfer *t);

/* Returns why a trial with this complete configuration cannot go on from the state of the same trial with fewer epochs,
 * as "with schedule=cosine all steps depend on epochs". NULL when it can: both trials then take the same first steps. */
const char *trial_bound_to_epochs(const struct config *complete);

/* As trial_run(), with checkpoints and net files. keeper: NULL for neither. watch is also called for the points before a
 * restored state. Returns TRIAL_STOPPED after keeper->stop() returned true, and INVALID, after a message, when the
 * configuration is wrong; there is then no result to free. */
#define TRIAL_STOPPED 1
int trial_run_kept(const struct config *config, struct trial_result *result, trial_watch *watch,
                   void *context, const struct trial_keeper *keeper);

/* ---- sessions: the caller takes the training steps of a trial one by one, without evaluations, to time or compare
 * them. The schedule of the learning rate counts all steps of a session. ---- */

/* Opens a session, which trial_close() frees. Fills the fields of result that are known before training;
 * trial_result_clear() frees it. Returns NULL after one message, also when the trial is refused; there is then
 * nothing to free. */
struct trial *trial_open(const struct config *config, struct trial_result *result);
void trial_close(struct trial *t);

/* Begins an epoch: draws the order of its samples. epoch: its number; the first is 1. */
void trial_epoch(struct trial *t, int epoch);

struct trial_step {
    int n; /* number of samples */
    /* sum of their losses before the update; when it is not finite, nothing is updated */
    double loss;
    int wrong; /* number of samples that were classified wrongly */
    /* L2 norm of the gradient before clipping (0 when nothing was updated), and the learning rate */
    double gradient_norm, lr;
};

/* Takes step i of the current epoch, 0 <= i < steps: fills the batch, runs the forward pass, computes the loss, runs
 * the backward pass, updates the parameters. Allocates and prints nothing. */
struct trial_step trial_step(struct trial *t, int i);

/* Read access to the parts of a session, which owns them. */
struct trial_view {
    const struct trial_options *options; /* train/keys.h */
    const struct net *net;
    const struct data *data;
    /* those of the training split; NULL: its samples are images */
    const struct sequences *sequences;
    /* [train_n] indices in the training split of the training samples; NULL: they are the first ones, or sequences */
    const int32_t *pick;
    const int32_t *order; /* [train_n] indices of training samples, in the order of the epoch */
    int train_n, steps;   /* numbers of samples and steps of an epoch */
};
struct trial_view trial_look(const struct trial *t);

/* Sets r to an empty result with curves of points + 1 NaN. trial_result_clear() frees it. */
void trial_result_init(struct trial_result *r, int points, int evals_per_epoch);
void trial_result_clear(struct trial_result *r);

/* Returns the number of epochs, possibly a fraction, that are done at a point: point / evals_per_epoch. */
double trial_epochs_at(const struct trial_result *r, int point);

/* Returns the value of metric m at the last point at which it has one. NaN when it has none, or when the trial's status is not
 * done. */
double trial_final(const struct trial_result *r, enum metric m);

/* Returns the value of metric m at point 0, for a trial of any status. NaN when it has none. */
double trial_first(const struct trial_result *r, enum metric m);

#endif
