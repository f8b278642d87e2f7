/* The keys of a trial's configuration as fields of C structs. */
#ifndef NORMLAB_TRAIN_KEYS_H
#define NORMLAB_TRAIN_KEYS_H

#include "base/formats/option.h"
#include "optimizers/optimizer.h"
#include "optimizers/schedule.h"
#include "train/sequences.h"

#define COUNT_ALL       (-1)    /* the value "all" of a number of samples, as train_count=all */
#define EVAL_AS_TRAINED (-1)    /* the value "auto" of eval_batch: the batch of training */
#define TRIAL_POINTS    1000000 /* the most points of a trial; every metric stores a number for each */

/* The execution keys: how a trial is carried out. They do not change its results and are no part of its
 * configuration. Two trials that differ only in these keys are the same trial. */
struct execution {
    int threads;
    /* minutes from one checkpoint to the next; 0: no checkpoints but those before a stop */
    double checkpoint;
    double rank_limit; /* how many seconds a process waits for the others */
};
extern const struct option execution_keys[];

/* Splits a user's configuration `given`: sets `how` from its execution keys and their defaults, and adds all other
 * keys, by their present names, to `trial`. Returns 0, or -1 with the reason in `why`. */
int execution_split(const struct config *given, struct config *trial, struct execution *how,
                    struct text *why);

/* The statistics with which norms that have running statistics are evaluated: the values of eval_stats. */
enum eval_stats { EVAL_RUNNING, EVAL_PRECISE, EVAL_BY_BATCH, EVAL_OWN };
#define EVAL_STATS "running|precise|batch|own"
enum precise_var { PRECISE_TOTAL, PRECISE_WITHIN };
#define PRECISE_VARS "total|within"

/* The values of a trial's keys. A field has the name of its key; train/keys.c explains the keys. */
struct trial_options {
    char panel[OPTION_TEXT_MAX];
    char data[OPTION_TEXT_MAX];
    int train_count, test_count;
    double val_fraction;
    int input;
    bool flip;
    int crop;
    double test_contrast, test_brightness;
    struct sequence_options sequences;
    char net[OPTION_TEXT_MAX];
    int init;
    double init_scale;
    int loss;
    int seed, epochs, evals_per_epoch, fit_count, batch;
    bool drop_last;
    double lr, lr_ref_batch;
    struct optimizer_options optimizer;
    int schedule;
    double warmup_epochs, step_factor;
    char step_at[OPTION_TEXT_MAX];
    char probe[OPTION_TEXT_MAX], probe_at[OPTION_TEXT_MAX];
    int probe_every, probe_samples;
    int eval_stats, precise_samples, precise_var, eval_batch;
    double own_weight;
    bool eval_all;
    int freeze_norm;
    bool freeze_affine;
    int workers;
    int curve_count;
    bool test_mistakes;
    int data_seed; /* a number, or one of the values below */
    char loaded[OPTION_TEXT_MAX];
};

enum { DATA_SEED_FIRST = -1, DATA_SEED_OF_TRIAL = -2 };

/* Sets all keys of a trial in c, in the canonical order. A key that several optimizers have gets the value of the
 * optimizer that the trial uses. */
void trial_options_to_config(const struct trial_options *o, struct config *c);

/* Fills o from a configuration; keys that c does not have get their defaults. Ignores the keys of the net. Returns 0,
 * or -1 with the reason in `why`. */
int trial_options_parse(struct trial_options *o, const struct config *c, struct text *why);

/* Fills s with the trial's schedule of the learning rate. Returns 0, or -1 with the reason in `why`. */
int trial_schedule(const struct trial_options *o, struct schedule *s, struct text *why);

#endif
