/* What a trial measures of its steps between two points. */
#ifndef NORMLAB_TRAIN_RUN_METER_H
#define NORMLAB_TRAIN_RUN_METER_H

#include "train/session.h"

/* The most steps that are timed between two points. More times would not improve the median, and reading the clock
 * slows down steps that take only microseconds. */
enum { METER_TIMES = 128 };

/* Sums over the steps since the last point, except where stated. It starts as {0}. */
struct meter {
    double loss, gradient_norm;
    long samples, wrong;
    int steps;
    double lr;                              /* learning rate of the last step */
    double time_s[STEP_TIMES][METER_TIMES]; /* times of each timed step, in seconds */
    int times;                              /* number of timed steps */
    /* processor time of all steps since the start of training, in seconds */
    double train_s;
};

/* True when step i of n steps between two points is to be timed: the first step, and others at equal distances, at most
 * METER_TIMES in total. */
bool meter_times(int i, int n);

/* Adds a step to the sums. When its loss is not finite, sets only the learning rate. stamp_s: [STEP_STAMPS] its moments
 * in seconds, or NULL when the step was not timed. */
void meter_add(struct meter *m, const struct trial_step *step, const double *stamp_s);

/* Writes the metrics of the steps since the last point to the curves at this point, and resets the sums. Training
 * loss, training error and gradient norm get no value when the trial has diverged. has_classes: false for a
 * regression set, which has no training error. */
void meter_write(struct meter *m, struct trial_result *r, int point, bool has_classes);

#endif
