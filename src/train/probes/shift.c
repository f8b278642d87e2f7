/*
 * The probe shift: internal covariate shift as Santurkar et al. 2018, definition 2.1, measure it. G is the gradient of a
 * stage's weight; G' is the gradient of the same weight on the same batch, after the parameters of all layers before it
 * have taken the next training step. That step is the one of the trial's optimizer on this batch.
 *
 * The batch is the first one of the probe. A point takes a forward and a backward pass for each stage.
 */
#include "base/arena.h"
#include "train/parameters.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { G_NORM, G_SHIFT, G_RELATIVE, G_COSINE, COLUMNS };

static const struct profile_column columns[] = {
    {"norm", "1", "norm of G, the gradient of the stage's weight", 0, INFINITY, false, true},
    {"shift", "1",
     "norm of G - G', where G' is G after the layers before have been updated; none for the first stage",
     0, INFINITY, true, true},
    {"relative", "1", "shift over the norm of G", 0, INFINITY, true, true},
    {"cosine", "1", "cosine of the angle between G and G'", -1, 1, false, false},
    {0},
};

/* All blocks are in the layout of the net's parameters, [param_reals]. */
struct blocks {
    real *before, *after; /* parameters without and with the step */
    real *gradient;       /* G of all stages */
    real *change;         /* G - G' of one stage */
};

/* Takes the step that the trial would take next if this were its batch. Returns 0, or -1 after a message. */
static int take_step(struct twin *w)
{
    const struct optimizer *from = &w->original->optimizer;
    struct optimizer o;

    if (optimizer_setup_net(&o, &w->trial.options.optimizer, &w->trial.net))
        return -1;
    for (int i = 0; i < o.type->slots; i++)
        memcpy(o.slot[i], from->slot[i], w->trial.net.param_reals * sizeof(real));
    o.steps = from->steps;
    optimizer_step(&o, w->lr);
    optimizer_release(&o);
    return 0;
}

static void compare(struct twin *w, int stage, const struct blocks *b, double *value)
{
    const real *g = b->gradient, *changed = w->trial.net.dparam;
    double norm = sqrt(twin_weight_product(w, stage, g, g)), shift;

    value[G_NORM] = norm;
    if (stage == 0)
        return;
    for (size_t i = 0; i < w->trial.net.param_reals; i++)
        b->change[i] = g[i] - changed[i];
    shift = sqrt(twin_weight_product(w, stage, b->change, b->change));
    value[G_SHIFT] = shift;
    value[G_RELATIVE] = shift / norm;
    value[G_COSINE] = twin_weight_product(w, stage, g, changed) /
                      (norm * sqrt(twin_weight_product(w, stage, changed, changed)));
}

static void measure_blocks(struct twin *w, const struct blocks *b, double *value)
{
    struct net *n = &w->trial.net;
    size_t bytes = n->param_reals * sizeof(real);
    const struct node *k = n->node;

    memcpy(b->before, n->param, bytes);
    twin_forward(w, 0, true);
    twin_backward(w);
    memcpy(b->gradient, n->dparam, bytes);
    if (take_step(w))
        return;
    memcpy(b->after, n->param, bytes);
    memcpy(n->param, b->before, bytes);
    for (int i = 0; i < w->stages; i++, value += COLUMNS) {
        for (; k < w->stage[i].weight; k++)
            memcpy(n->param + k->param_at, b->after + k->param_at,
                   k->layer.param_reals * sizeof(real));
        if (i > 0) {
            twin_forward(w, 0, true);
            twin_backward(w);
        }
        compare(w, i, b, value);
    }
}

static void measure(struct twin *w, void *kept, double *value)
{
    size_t reals = w->trial.net.param_reals;
    real *memory = xcalloc(4 * reals, sizeof *memory);
    struct blocks b = {memory, memory + reals, memory + 2 * reals, memory + 3 * reals};

    (void)kept;
    measure_blocks(w, &b, value);
    free(memory);
}

const struct probe_type probe_shift = {
    .name = "shift",
    .help = "internal covariate shift: how a gradient changes when the layers before are updated",
    .column = columns,
    .measure = measure,
};
