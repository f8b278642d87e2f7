/* The keys of a trial, as values of C. */
#ifndef NORMLAB_TRAIN_KEYS_H
#define NORMLAB_TRAIN_KEYS_H

#include "base/formats/option.h"
#include "optimizers/optimizer.h"
#include "optimizers/schedule.h"
#include "train/sequences.h"

#define COUNT_ALL    (-1)
#define TRIAL_POINTS 1000000 /* points at most; every metric stores a number for each */

/* How a trial is carried out. Its results do not depend on this, so these keys are no part of its configuration, and
 * trials that differ in them alone are the same. */
struct execution {
    int threads;
};
extern const struct option execution_keys[];

/* Splits a configuration as a user gives it: adds the trial's keys, by their present names, to `trial`, and sets
 * `how` from the execution keys and their defaults. 0, or -1 with why. */
int execution_split(const struct config *given, struct config *trial, struct execution *how,
                    struct text *why);

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
};

/* Sets all keys in c, in the canonical order. A key that several optimizers have gets the value of the chosen one. */
void trial_options_to_config(const struct trial_options *o, struct config *c);

/* Fills o from a configuration, and with defaults; skips keys of the net. 0, or -1 with why. */
int trial_options_parse(struct trial_options *o, const struct config *c, struct text *why);

/* The trial's schedule. 0, or -1 with why. */
int trial_schedule(const struct trial_options *o, struct schedule *s, struct text *why);

#endif
