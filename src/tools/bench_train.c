/* The benchmark of the steps of a trial. */
#include "base/error.h"
#include "tools/bench_internal.h"
#include "train/keys.h"
#include <math.h>
#include <stdio.h>

int session_open(struct session *s, const struct config *config)
{
    struct trial_view view;

    *s = (struct session){0};
    s->trial = trial_open(config, &s->result);
    if (!s->trial)
        return -1;
    view = trial_look(s->trial);
    s->net = view.net;
    s->options = view.options;
    s->step = s->steps = view.steps;
    return 0;
}

void session_close(struct session *s)
{
    trial_close(s->trial);
    trial_result_clear(&s->result);
}

/* Adds the samples of the last step to the numbers of images. */
static void count_samples(struct session *s, int samples)
{
    const struct net *n = s->net;

    s->images += samples;
    s->long_images += samples * (n->t ? (double)n->t / n->in.h : 1);
}

void session_step(void *context)
{
    struct session *s = context;
    struct trial_step step;

    if (s->step == s->steps) {
        trial_epoch(s->trial, ++s->epoch);
        s->step = 0;
    }
    step = s->times ? trial_step_timed(s->trial, s->step++, s->times)
                    : trial_step(s->trial, s->step++);
    count_samples(s, step.n);
    s->diverged |= !isfinite(step.loss);
}

double session_layer_images(const struct session *s, const struct layer *l)
{
    return l->in[0].rank == 2 ? s->long_images : s->images;
}

long session_warm_up(struct session *s, const struct bench_plan *plan, int steps)
{
    long calls = steps;

    for (int i = 0; i <= steps / 10; i++)
        session_step(s);
    if (steps == 0)
        calls = bench_calibrate(plan, session_step, s);
    s->images = s->long_images = 0;
    return calls;
}

int session_check(const struct session *s)
{
    return s->diverged
               ? error("bench train: the loss was not finite, and such steps do less: lower lr")
               : 0;
}

/* Measures the steps, and fills the time, the images and the amount of *row. steps: as for bench_train(). */
static void measure(const struct bench_plan *plan, struct session *s, int steps,
                    struct bench_row *row)
{
    long calls = session_warm_up(s, plan, steps);
    double all, flops = 0;

    row->time = bench_sample(plan, calls, session_step, s);
    all = (double)calls * plan->repeat;
    for (int i = 0; i < s->net->nodes; i++) {
        const struct layer *l = &s->net->node[i].layer;

        flops += l->flops * session_layer_images(s, l);
    }
    row->images = s->images / all;
    row->amount = 3 * flops / all;
}

int bench_train(const struct bench_plan *plan, const struct config *config, int steps,
                bench_report *report, void *context)
{
    struct bench_row row = {.unit = "gflop_s"};
    struct session s;
    int r;

    if (session_open(&s, config))
        return -1;
    snprintf(row.work, sizeof row.work, "%s", s.options->net);
    shape_print(row.shape, s.net->in);
    measure(plan, &s, steps, &row);
    r = session_check(&s);
    if (r == 0)
        report(context, &row);
    session_close(&s);
    return r;
}
