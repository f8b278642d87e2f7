/* The steps of a trial, timed. */
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
    int epoch, step, steps; /* the next step, of the steps of an epoch */
    double images;          /* or sequences, of the steps taken */
    double flops;           /* of the forward passes on these */
    bool diverged;
};

/* Operations of the forward pass on one sample with the positions of the last batch. They are taken to grow in
 * proportion to the positions, which overestimates attention where that batch is shorter than the net's longest. */
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

    for (int i = 0; i <= steps / 10; i++) /* warms up */
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
