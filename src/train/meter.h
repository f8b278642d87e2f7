/* What training steps come to between two points. */
#ifndef NORMLAB_TRAIN_METER_H
#define NORMLAB_TRAIN_METER_H

#include "train/trial.h"

struct meter {
    double loss, norms, lr; /* sums, and the last step's rate */
    long seen, wrong;
    int steps;
    double *time_s[STEP_TIMES]; /* [room] of each step */
    double train_s;             /* of all steps up to the point before */
};

/* For up to room steps between points. meter_release() frees. */
void meter_setup(struct meter *m, int room);
void meter_release(struct meter *m);

/* Counts a step in; of one whose loss is not finite, its rate alone. */
void meter_add(struct meter *m, const struct trial_step *step);

/* Fills the curves at the point, and starts anew for the next. The training loss, the errors (unless
 * has_classes is false) and the gradient's norm only where the trial has not diverged. */
void meter_write(struct meter *m, struct trial_result *r, int point, bool has_classes);

#endif
