/* The keys of a trial, parsed. Private to src/train and to whoever describes a trial. */
#ifndef NORMLAB_TRAIN_KEYS_H
#define NORMLAB_TRAIN_KEYS_H

#include "base/option.h"
#include "train/optimizer.h"
#include "train/schedule.h"

#define COUNT_ALL (-1)

struct trial_options {
    char panel[OPTION_TEXT_MAX];
    char data[OPTION_TEXT_MAX];
    int train_count, test_count;
    double val_fraction;
    int input;
    bool flip;
    int crop;
    char net[OPTION_TEXT_MAX];
    int init;
    double init_scale;
    int seed, epochs, batch;
    bool drop_last;
    double lr, lr_ref_batch;
    struct optimizer_options optimizer;
    int schedule;
    double warmup_epochs, step_factor;
    char step_at[OPTION_TEXT_MAX];
};

/* Fills o from a configuration; keys that are not in the table are left to the net. 0, or -1 with
 * why. */
int trial_options_parse(struct trial_options *o, const struct config *c, struct text *why);

/* The trial's schedule. 0, or -1 with why. */
int trial_schedule(const struct trial_options *o, struct schedule *s, struct text *why);

#endif
