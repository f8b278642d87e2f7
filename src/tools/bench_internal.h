/* What the files of bench share. */
#ifndef NORMLAB_TOOLS_BENCH_INTERNAL_H
#define NORMLAB_TOOLS_BENCH_INTERNAL_H

#include "net/net.h"
#include "tools/bench.h"
#include "train/run/step_times.h"

/* A trial whose training steps are measured, epoch after epoch. (bench_train.c) */
struct session {
    struct trial *trial;
    struct trial_result result; /* of the trial */
    const struct net *net;
    const struct trial_options *options;
    /* The next step is number `step` of this epoch. When step == steps, the next step begins a new epoch. */
    int epoch, step, steps;
    struct step_times *times; /* gets the times of each step; NULL: steps are not timed */
    double images;            /* images or sequences in all steps taken */
    /* As images, but each sequence counts as a fraction: the positions of its batch divided by those of the longest
     * sequence. The operations of a layer are assumed to be proportional to it, which overestimates attention. */
    double long_images;
    bool diverged; /* a loss was not finite */
};

/* Opens a session, which the caller closes. Returns 0, or -1 after a message; there is then nothing to close. */
int session_open(struct session *s, const struct config *config);
void session_close(struct session *s);

/* Takes a step. It is a bench_call: session points to a struct session. */
void session_step(void *session);

/* Takes some steps to fill the caches, and sets the numbers of images to 0. Returns the number of steps in a timing sample:
 * `steps`, or when it is 0 as many as the plan's time allows. */
long session_warm_up(struct session *s, const struct bench_plan *plan, int steps);

/* Returns the number of samples in all steps taken; for layers on sequences, each counts as in long_images. */
double session_layer_images(const struct session *s, const struct layer *l);

/* Returns 0, or -1 after a message when a loss was not finite. */
int session_check(const struct session *s);

/* Return how many times, at least, the forward or the backward pass of a norm reads or writes an array of the size of x.
 * Forward reads x and writes y; backward reads x and dy and writes dx. A norm over the batch reads its inputs twice in
 * each pass. (bench_layers.c) */
int bench_norm_forward(const struct layer *l);
int bench_norm_backward(const struct layer *l);

#endif
