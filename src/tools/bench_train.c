/* The benchmark of the steps of a trial. */
#include "base/error.h"
#include "net/net.h"
#include "tools/bench.h"
#include "train/keys.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>

struct session {
    struct trial *trial;
    const struct net *net;
    /* The next step is number `step` of this epoch. When step == steps, the next step begins a new epoch. */
    int epoch, step, steps;
    double images; /* images or sequences in all steps taken */
    double flops;  /* operations of the forward passes on these images or sequences */
    bool diverged;
};

/* Returns the operations of the forward pass on one sample that has as many positions as the last batch. The
 * operations are assumed to be proportional to the number of positions. This overestimates attention when the batch
 * is shorter than the net's longest input. */
static double forward_flops(const struct net *n)
{
    double flops = 0, share = n->t ? (double)n->t / n->in.h : 1;

    for (int i = 0; i < n->nodes; i++) {
        const struct layer *l = &n->node[i].layer;

        flops += l->in[0].rank == 2 ? share * l->flops : l->flops;
    }
    return flops;
}

static void take_step(void *context)
{
    struct session *s = context;
    struct trial_step step;

    if (s->step == s->steps) {
        trial_epoch(s->trial, ++s->epoch);
        s->step = 0;
    }
    step = trial_step(s->trial, s->step++);
    s->images += step.n;
    s->flops += step.n * forward_flops(s->net);
    s->diverged |= !isfinite(step.loss);
}

static void measure(const struct bench_plan *plan, struct session *s, int steps,
                    struct bench_row *row)
{
    long calls = steps;
    double all;

    for (int i = 0; i <= steps / 10; i++) /* warms up the caches */
        take_step(s);
    if (steps == 0)
        calls = bench_calibrate(plan, take_step, s);
    s->images = s->flops = 0;
    row->time = bench_sample(plan, calls, take_step, s);
    all = (double)calls * plan->repeat;
    row->images = s->images / all;
    row->amount = 3 * s->flops / all;
}

int bench_train(const struct bench_plan *plan, const struct config *config, int steps,
                bench_report *report, void *context)
{
    struct trial_result result;
    struct session s = {.trial = trial_open(config, &result)};
    struct bench_row row = {.unit = "gflop_s"};
    struct trial_view view;
    int r = 0;

    if (!s.trial)
        return -1;
    view = trial_look(s.trial);
    s.net = view.net;
    s.step = s.steps = view.steps;
    snprintf(row.work, sizeof row.work, "%s", view.options->net);
    shape_print(row.shape, view.net->in);
    measure(plan, &s, steps, &row);
    if (s.diverged)
        r = error("bench train: the loss was not finite, and such steps do less: lower lr");
    else
        report(context, &row);
    trial_close(s.trial);
    trial_result_clear(&result);
    return r;
}
