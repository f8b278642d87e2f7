/* Learning-rate schedules. A schedule gives a factor for each step, by which the learning rate is multiplied. */
#ifndef NORMLAB_OPTIMIZERS_SCHEDULE_H
#define NORMLAB_OPTIMIZERS_SCHEDULE_H

#include "base/text.h"

enum schedule_kind { CONSTANT, STEP, COSINE };
#define SCHEDULES "constant|step|cosine"

enum { SCHEDULE_STEPS = 16 }; /* the most entries of step_at */

struct schedule {
    int kind;             /* enum schedule_kind */
    double warmup_epochs; /* first epochs: the factor grows linearly to 1 (Goyal et al. 2017) */
    /* STEP: at the end of each of these epochs, the factor is multiplied by step_factor. Ascending. */
    double step_at[SCHEDULE_STEPS];
    int steps; /* number of entries of step_at */
    double step_factor;
    /* Length of the training. COSINE: from the end of the warm-up to here, the factor falls from 1 to 0 (Loshchilov &
     * Hutter 2017, eq. 5, without restarts). */
    double epochs;
};

/* Reads a text like "8-15-22" into s->step_at and s->steps. Returns 0, or -1 after adding a message to why. */
int schedule_parse_steps(struct schedule *s, const char *text, struct text *why);

/* Returns the factor of a step. step: counted from 0 over the whole training. */
double schedule_factor(const struct schedule *s, long step, int steps_per_epoch);

#endif
