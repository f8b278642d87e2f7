/* Learning-rate schedules, as a factor on the rate. */
#ifndef NORMLAB_OPTIMIZERS_SCHEDULE_H
#define NORMLAB_OPTIMIZERS_SCHEDULE_H

#include "base/text.h"

enum schedule_kind { CONSTANT, STEP, COSINE };
#define SCHEDULES "constant|step|cosine"

enum { SCHEDULE_STEPS = 16 };

struct schedule {
    int kind;
    double warmup_epochs; /* in which the factor grows linearly to 1 (Goyal et al. 2017) */
    double step_at
        [SCHEDULE_STEPS]; /* step: epochs after which the factor is multiplied by step_factor */
    int steps;
    double step_factor;
    double epochs; /* cosine: falls to 0 at the end (Loshchilov & Hutter 2017, without restarts) */
};

/* Reads "8-15-22" into step_at. 0, or -1 with why. */
int schedule_parse_steps(struct schedule *s, const char *text, struct text *why);

/* The factor of a step, counted from 0 over the whole training. */
double schedule_factor(const struct schedule *s, long step, int steps_per_epoch);

#endif
