/* What training steps come to between two points. */
#ifndef NORMLAB_TRAIN_METER_H
#define NORMLAB_TRAIN_METER_H

#include "train/session.h"

/* Steps whose times are taken, at most, between two points: a median of more would say no more, and
 * reading the clock counts where a step takes microseconds. */
enum { METER_TIMES = 128 };

struct meter {              /* {0}: nothing yet */
    double loss, norms, lr; /* sums, and the last step's rate */
    long seen, wrong;
    int steps;
    double time_s[STEP_TIMES][METER_TIMES]; /* of each timed step */
    int times;
    double train_s; /* processor time of all steps so far */
};

/* Should step i of n be timed? METER_TIMES of them at most are, evenly spread, the first among them. */
bool meter_times(int i, int n);

/* Counts a step in; of one whose loss is not finite, its rate alone. time_s: its times [STEP_TIMES]; NULL:
 * not taken. */
void meter_add(struct meter *m, const struct trial_step *step, const double *time_s);

/* Fills the curves at the point, and starts anew for the next. The training loss, the error (NaN unless
 * has_classes) and the gradient's norm only where the trial has not diverged. */
void meter_write(struct meter *m, struct trial_result *r, int point, bool has_classes);

#endif
