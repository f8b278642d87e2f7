/*
 * The probe shift: internal covariate shift as Santurkar et al. 2018, definition 2.1, measure it. G is the gradient of a
 * stage's weight; G' is the gradient of the same weight on the same batch, after the parameters of all layers before it
 * have taken the next training step. That is a step of the trial's optimizer on this batch.
 *
 * The batch is the first one of the probe. Measuring a point takes a forward and a backward pass for each stage.
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

/* The probe's memory: the twin's optimizer, and blocks in the layout of the net's parameters, [param_reals]. */
struct blocks {
    struct optimizer optimizer;
    real *before, *after; /* parameters before and after the step */
    real *gradient;       /* G of all stages */
    real *change;         /* G - G' of one stage */
    real *affine;         /* gamma and beta that do not change, with freeze_affine */
};

static int open_blocks(struct twin *w, void **kept)
{
    size_t reals = w->trial.net.param_reals;
    struct blocks *b = xcalloc(1, sizeof *b);

    *kept = b;
    b->before = xcalloc(5 * reals, sizeof *b->before);
    b->after = b->before + reals;
    b->gradient = b->after + reals;
    b->change = b->gradient + reals;
    b->affine = b->change + reals;
    return optimizer_setup_net(&b->optimizer, &w->trial.options.optimizer, &w->trial.net);
}

static void close_blocks(void *kept)
{
    struct blocks *b = kept;

    optimizer_release(&b->optimizer);
    free(b->before);
    free(b);
}

/* Takes the trial's next training step, with the gradient of the twin's batch. */
static void take_step(struct twin *w, struct blocks *b)
{
    const struct optimizer *from = &w->original->optimizer;
    bool keeps_affine = w->trial.frozen && w->trial.options.freeze_affine;

    for (int i = 0; i < b->optimizer.type->slots; i++)
        memcpy(b->optimizer.slot[i], from->slot[i], w->trial.net.param_reals * sizeof(real));
    b->optimizer.steps = from->steps;
    if (keeps_affine)
        affine_hold(&w->trial.net, b->affine);
    optimizer_step(&b->optimizer, w->lr);
    if (keeps_affine)
        affine_restore(&w->trial.net, b->affine);
}

/* Fills the columns of a stage. The twin's gradients are those after the step of the layers before it. */
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

static void measure(struct twin *w, void *kept, double *value)
{
    struct blocks *b = kept;
    struct net *n = &w->trial.net;
    size_t bytes = n->param_reals * sizeof(real);
    const struct node *k = n->node;

    memcpy(b->before, n->param, bytes);
    twin_forward(w, 0, true);
    twin_backward(w);
    memcpy(b->gradient, n->dparam, bytes);
    take_step(w, b);
    memcpy(b->after, n->param, bytes);
    memcpy(n->param, b->before, bytes);
    for (int i = 0; i < w->stages; i++, value += COLUMNS) {
        /* all layers before the stage get the parameters after the step */
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

const struct probe_type probe_shift = {
    .name = "shift",
    .help = "internal covariate shift: how a gradient changes when the layers before are updated",
    .column = columns,
    .open = open_blocks,
    .close = close_blocks,
    .measure = measure,
};
