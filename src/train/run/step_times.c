#include "train/run/step_times.h"
#include "base/system/clock.h"
#include "train/session.h"
#include <math.h>

/* A step in progress. */
struct watching {
    const struct trial *trial;
    struct step_times *times;
    /* clock_seconds() at the end of the last forward call, or at the start of the running backward call; 0: there was
     * none */
    double from_s;
    struct layer_times *running; /* the layer whose backward call runs; NULL: none */
};

/* Returns the times of node k. */
static struct layer_times *layer_of(const struct watching *w, const struct node *k)
{
    return &w->times->layer[k - w->trial->net.node];
}

/* Is called after each forward call. */
static void watch_forward(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    double now = clock_seconds(), from = w->from_s ? w->from_s : w->trial->stamp_s[STAMP_FILLED];

    (void)io;
    layer_of(w, k)->forward_s = now - from;
    w->from_s = now;
}

/* Ends the running backward call. */
static void end_backward(struct watching *w, double now)
{
    if (w->running)
        w->running->backward_s = now - w->from_s;
    w->from_s = now;
}

/* Is called before each backward call. */
static void watch_backward(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;

    (void)io;
    end_backward(w, clock_seconds());
    w->running = layer_of(w, k);
}

struct trial_step trial_step_timed(struct trial *t, int i, struct step_times *times)
{
    struct watching w = {.trial = t, .times = times};
    const double *at = t->stamp_s;
    struct trial_step step;

    t->timed = true;
    t->net.watch = watch_forward;
    t->net.watch_backward = watch_backward;
    t->net.watch_context = &w;
    step = trial_step(t, i);
    t->timed = false;
    t->net.watch = t->net.watch_backward = NULL;
    t->net.watch_context = NULL;
    if (!isfinite(step.loss))
        return step;
    end_backward(&w, at[STAMP_BACKWARD]);
    times->batch_s = at[STAMP_FILLED] - at[STAMP_START];
    times->loss_s = at[STAMP_LOSS] - at[STAMP_FORWARD];
    times->update_s = at[STAMP_UPDATE] - at[STAMP_BACKWARD];
    times->step_s = at[STAMP_UPDATE] - at[STAMP_START];
    return step;
}
