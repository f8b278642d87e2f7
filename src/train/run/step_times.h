/* Where the time of training steps goes: by the parts of a step, and by layers. */
#ifndef NORMLAB_TRAIN_RUN_STEP_TIMES_H
#define NORMLAB_TRAIN_RUN_STEP_TIMES_H

#include "train/trial.h"

/* Wall times of one step in seconds. step_s is at least the sum of all others; the difference is work that belongs to
 * none of them. */
struct step_times {
    double step_s;
    double batch_s, loss_s, update_s; /* assembly of the batch; loss and its gradient; optimizer */
    struct layer_times {
        double forward_s, backward_s;
    } * layer; /* [net->nodes], by node */
};

/* Does what trial_step() does, with the same bits, and overwrites *times by the times of this step. When the loss is not
 * finite, they have no meaning. The times of calls that do not take place are not changed: those of views, and of
 * backward calls of layers that need no gradient. The caller owns times->layer. A layer's time starts where that of the
 * previous layer ends, so it includes the few nanoseconds between them and the reading of the clock. With workers, the
 * backward time of the first layer that has one includes the summation of gradients over the workers. */
struct trial_step trial_step_timed(struct trial *t, int i, struct step_times *times);

#endif
