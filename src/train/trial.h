/*
 * One trial: a data set, a net, an optimizer, trained for some epochs under one seed. Everything
 * about it stands in a configuration; trial_keys is the table of its keys, to which come the keys
 * that the net's text refers to by ${key}.
 */
#ifndef NORMLAB_TRAIN_TRIAL_H
#define NORMLAB_TRAIN_TRIAL_H

#include "base/config.h"
#include "base/option.h"
#include "train/metrics.h"
#include <stdbool.h>
#include <stddef.h>

extern const struct option trial_keys[];

enum trial_status {
    TRIAL_DONE,
    TRIAL_DIVERGED, /* the loss was not finite: a result */
    TRIAL_REFUSED,  /* the net refuses this configuration by its nature: a result */
    TRIAL_STATUSES
};
extern const char *const trial_status_name[TRIAL_STATUSES]; /* "done", "diverged", "refused" */

struct trial_result {
    enum trial_status status;
    char *message;          /* why refused, or at which step diverged; "" else */
    int epochs;             /* planned; curves hold epochs + 1 values, NaN where there is none */
    double *curve[METRICS]; /* [epochs + 1] */
    double seconds;         /* wall time of set-up and training */
    double peak_bytes;      /* peak resident memory of the process */
    double parameters;      /* trainable numbers of the net */
    double steps;           /* training steps done */
    double norm_positions;  /* S of the norm slot with the fewest positions; NaN without a net */
    char data_sha256[65];
};

/* Completes a configuration: defaults for the keys that are missing, canonical forms for the rest,
 * keys in the table's order, then those of the net in theirs. 0, or -1 with the message in why: an
 * unknown key (one that is not in the table and that the net's text does not use), a bad value. */
int trial_complete(const struct config *in, struct config *out, struct text *why);

/* Called after each epoch (and once with epoch 0, before training). */
typedef void trial_watch(void *context, const struct trial_result *result, int epoch);

/* Runs a trial. config is as given by the user; watch may be NULL. 0 when result is filled
 * (trial_result_clear() frees), else -1 after one message. */
int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context);

/* Would the trial start? Checks its keys, data and net without training. 0 (also for what the net
 * refuses, which is a result), or -1 after one message. */
int trial_check(const struct config *config);

/* An empty result with NaN curves. */
void trial_result_init(struct trial_result *r, int epochs);
void trial_result_clear(struct trial_result *r);

/* The last value of a curve: after the last epoch that has one; NaN when there is none, or when the
 * trial is not done. */
double trial_final(const struct trial_result *r, enum metric m);

#endif
