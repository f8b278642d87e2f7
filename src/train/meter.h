/* Sums and times of the training steps between two points. */
#ifndef NORMLAB_TRAIN_METER_H
#define NORMLAB_TRAIN_METER_H

#include "train/session.h"

/* At most so many steps between two points are timed: a median of more is no better, and reading the clock takes time
 * that matters where a step takes microseconds. */
enum { METER_TIMES = 128 };

struct meter {              /* {0}: no step yet */
    double loss, norms, lr; /* sums, and the last step's rate */
    long seen, wrong;
    int steps;
    double time_s[STEP_TIMES][METER_TIMES]; /* of each timed step */
    int times;
    double train_s; /* processor time of all steps so far */
};

/* True when step i of n is to be timed: METER_TIMES at most, evenly spread, from the first on. */
bool meter_times(int i, int n);

/* Adds a step; of one whose loss is not finite, only its learning rate. time_s: its times [STEP_TIMES]; NULL: it was not
 * timed. */
void meter_add(struct meter *m, const struct trial_step *step, const double *time_s);

/* Fills the curves at the point and resets m for the next. Training loss, error (only if has_classes) and gradient norm
 * are left out when the trial has diverged. */
void meter_write(struct meter *m, struct trial_result *r, int point, bool has_classes);

#endif
