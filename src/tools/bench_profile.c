/* Where the time of training steps goes, and how fast each part could be. */
#include "base/median.h"
#include "tools/bench_internal.h"
#include "train/keys.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The parts of a step (bench.h): the kinds of layers, then the work between the passes. */
enum part {
    PRODUCTS,
    NORMS,
    ACTIVATIONS,
    OTHER,
    KINDS,
    BATCH = KINDS,
    LOSS,
    OPTIMIZER,
    REST,
    PARTS
};
static const char *const part_name[PARTS] = {
    "products", "norms", "activations", "other", "batch", "loss", "optimizer", "rest",
};

static bool has_product(const struct layer *l)
{
    for (int i = 0; i < l->params; i++)
        if (l->param[i].role == PARAM_WEIGHT && !l->param[i].is_table)
            return true;
    return false;
}

/* Returns the kind of a layer, one of the parts before KINDS. */
static enum part kind_of(const struct layer *l)
{
    return l->type->is_norm                            ? NORMS
           : has_product(l)                            ? PRODUCTS
           : l->type->activation || l->type->activates ? ACTIVATIONS
                                                       : OTHER;
}

/* ---- bounds ---- */

enum { SIZES = 48 };

/* How fast this machine is. */
struct rates {
    struct bench_plan plan; /* for measuring these rates */
    double flop_s;          /* operations per second of gemm() */
    double byte_s[SIZES];   /* bytes per second of arrays with 2^i values; 0: not measured yet */
};

static int measure_product(struct rates *r)
{
    struct bench_row row;

    if (bench_matrix_product(&r->plan, 512, &row))
        return -1;
    r->flop_s = row.amount / row.time.min_s;
    return 0;
}

/* Returns the least time in seconds to read or write `bytes` bytes, in arrays of `count` values. NAN after a message when
 * there is no memory to measure it. */
static double bytes_s(struct rates *r, double count, double bytes)
{
    int i = 10; /* for smaller arrays, the measured time would be mostly that of the call */

    while (i < SIZES - 1 && ldexp(1, i) < count)
        i++;
    if (r->byte_s[i] == 0 && bench_copy(&r->plan, (size_t)1 << i, &r->byte_s[i]))
        r->byte_s[i] = NAN;
    return bytes / r->byte_s[i];
}

/* What a layer's passes must do in a step: operations, and values that must be read or written. */
struct work {
    double forward_flops, backward_flops, forward_values, backward_values;
};

/* Returns the work of a node in a step. images: the samples of a step, as session_layer_images() counts them. */
static struct work work_of(const struct net *n, const struct node *k, double images)
{
    const struct layer *l = &k->layer;
    enum part kind = kind_of(l);
    double in = images * (double)shape_size(l->in[0]), out = images * (double)shape_size(l->out);
    double params = kind == PRODUCTS ? (double)l->param_reals : 0;
    struct work w = {.forward_flops = images * l->flops, .backward_flops = images * l->flops};

    w.forward_values = kind == NORMS ? bench_norm_forward(l) * in : in + out + params;
    w.backward_values = kind == NORMS ? bench_norm_backward(l) * in : out + 2 * params;
    if (kind == PRODUCTS || kind == ACTIVATIONS)
        w.backward_values += in;
    if (n->buffer[k->in[0]].needs_gradient && kind != NORMS)
        w.backward_values += in;
    if (n->buffer[k->in[0]].needs_gradient)
        w.backward_flops *= 2;
    if (l->inputs == 2) { /* the second input is read, and its gradient written */
        w.forward_values += out;
        w.backward_values += out;
    }
    return w;
}

/* Returns the least time of a layer's passes in a step. steps: number of steps of the session. */
static double layer_bound_s(struct rates *r, const struct session *s, const struct node *k,
                            double steps)
{
    const struct layer *l = &k->layer;
    double images = session_layer_images(s, l) / steps;
    struct work w = work_of(s->net, k, images);
    double count = images * (double)shape_size(l->in[0]);
    double forward = bytes_s(r, count, w.forward_values * sizeof(real)),
           backward = bytes_s(r, count, w.backward_values * sizeof(real));

    if (kind_of(l) == PRODUCTS) {
        forward = fmax(forward, w.forward_flops / r->flop_s);
        backward = fmax(backward, w.backward_flops / r->flop_s);
    }
    return forward + (s->net->buffer[k->out].needs_gradient ? backward : 0);
}

/* Sets bound_s[KINDS..PARTS), the least times in seconds of the work between the passes in a step. The values of the
 * batch are written. The logits are read, and their gradient is written. The parameters and the optimizer's state are
 * read and written, and the gradient is read. */
static void bound_work(struct rates *r, const struct session *s, double steps, double *bound_s)
{
    const struct net *n = s->net;
    int slots = optimizer_types[s->options->optimizer.kind]->slots;
    double in = s->long_images / steps * (double)shape_size(n->in),
           out = s->images / steps * (double)shape_size(n->out), params = (double)n->param_reals;

    bound_s[BATCH] = bytes_s(r, in, in * sizeof(real));
    bound_s[LOSS] = bytes_s(r, out, 2 * out * sizeof(real));
    bound_s[OPTIMIZER] = bytes_s(r, params, (3 + 2 * slots) * params * sizeof(real));
    bound_s[REST] = NAN;
}

/* ---- measuring ---- */

enum { MOST_STEPS = 20000 };

/* The measured times of each step. The first columns are those of the work between the passes, in the order of enum part
 * from BATCH on. From FIRST_LAYER on there are two columns for each node, forward and backward. */
struct samples {
    int columns, steps;
    double *time_s; /* [columns][steps] */
};
enum { FIRST_LAYER = PARTS - KINDS };

/* Writes the times of one step to its row. */
static void add_step(struct samples *m, int step, const struct step_times *t, int nodes)
{
    double *at = m->time_s + step, rest = t->step_s - t->batch_s - t->loss_s - t->update_s;
    size_t steps = (size_t)m->steps;

    for (int i = 0; i < nodes; i++) {
        at[steps * (size_t)(FIRST_LAYER + 2 * i)] = t->layer[i].forward_s;
        at[steps * (size_t)(FIRST_LAYER + 2 * i + 1)] = t->layer[i].backward_s;
        rest -= t->layer[i].forward_s + t->layer[i].backward_s;
    }
    at[steps * (BATCH - KINDS)] = t->batch_s;
    at[steps * (LOSS - KINDS)] = t->loss_s;
    at[steps * (OPTIMIZER - KINDS)] = t->update_s;
    at[steps * (REST - KINDS)] = rest;
}

/* Takes `steps` steps. Returns the median of each column, [columns], which the caller frees. */
static double *take_steps(struct session *s, int steps)
{
    int nodes = s->net->nodes;
    struct samples m = {.columns = FIRST_LAYER + 2 * nodes, .steps = steps};
    struct step_times t = {.layer = xcalloc((size_t)nodes, sizeof *t.layer)};
    double *middle = xcalloc((size_t)m.columns, sizeof *middle);

    m.time_s = xcalloc((size_t)m.columns * (size_t)steps, sizeof *m.time_s);
    s->times = &t;
    for (int i = 0; i < steps && !s->diverged; i++) {
        session_step(s);
        add_step(&m, i, &t, nodes);
    }
    s->times = NULL;
    for (int i = 0; i < m.columns; i++)
        middle[i] = median(m.time_s + (size_t)i * (size_t)steps, steps);
    free(m.time_s);
    free(t.layer);
    return middle;
}

/* ---- rows ---- */

static struct bench_part layer_part(struct rates *r, const struct session *s, const struct node *k,
                                    const double *time_s, double steps)
{
    struct bench_part p = {.name = k->layer.name,
                           .kind = part_name[kind_of(&k->layer)],
                           .forward_ms = 1e3 * time_s[0],
                           .backward_ms = 1e3 * time_s[1],
                           .bound_ms = 1e3 * layer_bound_s(r, s, k, steps)};

    p.ms = p.forward_ms + p.backward_ms;
    layer_work(&k->layer, p.type);
    return p;
}

/* Adds the times of a part to a sum; an unknown bound counts as 0. */
static void add_part(struct bench_part *sum, const struct bench_part *p)
{
    sum->forward_ms += p->forward_ms;
    sum->backward_ms += p->backward_ms;
    sum->ms += p->ms;
    if (p->bound_ms > 0)
        sum->bound_ms += p->bound_ms;
}

/* Fills part[0..PARTS); layer[0..nodes), where a view keeps the name NULL; and *step, the sum of the parts. time_s: the
 * medians of the columns of struct samples. */
static void make_parts(struct rates *r, const struct session *s, const double *time_s, double steps,
                       struct bench_part *step, struct bench_part *part, struct bench_part *layer)
{
    double bound_s[PARTS] = {0};

    bound_work(r, s, steps, bound_s);
    for (int i = 0; i < PARTS; i++)
        part[i] = (struct bench_part){.name = part_name[i]};
    for (int i = 0; i < s->net->nodes; i++) {
        const struct node *k = &s->net->node[i];

        if (k->layer.type->view)
            continue;
        layer[i] = layer_part(r, s, k, time_s + FIRST_LAYER + 2 * (size_t)i, steps);
        add_part(&part[kind_of(&k->layer)], &layer[i]);
    }
    for (int i = KINDS; i < PARTS; i++) {
        part[i].forward_ms = part[i].backward_ms = NAN;
        part[i].ms = 1e3 * time_s[i - KINDS];
        part[i].bound_ms = 1e3 * bound_s[i];
    }
    *step = (struct bench_part){.name = "step"};
    for (int i = 0; i < PARTS; i++)
        add_part(step, &part[i]);
    step->forward_ms = step->backward_ms = NAN;
}

static void report_part(struct bench_part *p, double step_ms, bench_part_report *report,
                        void *context)
{
    p->share = p->ms / step_ms;
    report(context, p);
}

static void report_profile(struct rates *r, const struct session *s, const double *time_s,
                           double steps, bench_part_report *report, void *context)
{
    int nodes = s->net->nodes;
    struct bench_part step, part[PARTS], *layer = xcalloc((size_t)nodes, sizeof *layer);

    make_parts(r, s, time_s, steps, &step, part, layer);
    report_part(&step, step.ms, report, context);
    for (int i = 0; i < PARTS; i++)
        report_part(&part[i], step.ms, report, context);
    for (int i = 0; i < nodes; i++)
        if (layer[i].name)
            report_part(&layer[i], step.ms, report, context);
    free(layer);
}

int bench_profile(const struct bench_plan *plan, const struct config *config, int steps,
                  bench_part_report *report, void *context)
{
    /* Many short samples: at least half of them are not interrupted, even on a busy machine. */
    struct rates r = {.plan = {.repeat = 100, .sample_s = 2e-4}};
    struct session s;
    double *time_s;
    int all, bad;

    if (session_open(&s, config))
        return -1;
    all = (int)fmin((double)session_warm_up(&s, plan, steps) * plan->repeat, MOST_STEPS);
    time_s = take_steps(&s, all);
    bad = session_check(&s) || measure_product(&r);
    if (!bad)
        report_profile(&r, &s, time_s, all, report, context);
    free(time_s);
    session_close(&s);
    return bad ? -1 : 0;
}
