/*
 * The probes landscape and landscape_far: how loss and gradient change along the gradient, as in figure 4 of Santurkar et
 * al. 2018. With the weights w, their gradient g(0) and the learning rate lr of the next step, they measure the loss and
 * the gradient g(s) at w - s lr g(0) for some lengths s. Losses are means over the first batch of the probe, with the
 * batch's own statistics, and gradients are those of all parameters.
 */
#include "base/arena.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LOSS,
    LOSS_MIN,
    LOSS_MAX,
    LOSS_RANGE,
    LOSS_RELATIVE,
    NORM,
    CHANGE_MIN,
    CHANGE_MAX,
    RELATIVE_MIN,
    RELATIVE_MAX,
    COSINE_MIN,
    COSINE_MAX,
    SMOOTHNESS,
};

static const struct profile_column columns[] = {
    {"loss", "nat", "loss at s = 0", 0, INFINITY, true, true},
    {"loss_min", "nat", "smallest loss over the lengths s", 0, INFINITY, true, true},
    {"loss_max", "nat", "largest loss over the lengths s", 0, INFINITY, true, true},
    {"loss_range", "nat", "loss_max - loss_min", 0, INFINITY, true, true},
    {"loss_relative", "1", "loss_range over loss", 0, INFINITY, true, true},
    {"norm", "1", "norm of g(0)", 0, INFINITY, false, true},
    {"change_min", "1", "smallest norm of g(s) - g(0) over the lengths", 0, INFINITY, true, true},
    {"change_max", "1", "largest norm of g(s) - g(0) over the lengths (gradient predictiveness)", 0,
     INFINITY, true, true},
    {"relative_min", "1", "change_min over norm", 0, INFINITY, true, true},
    {"relative_max", "1", "change_max over norm", 0, INFINITY, true, true},
    {"cosine_min", "1",
     "smallest cosine of the angle between g(s) and g(0); none when a g(s) is not finite", -1, 1,
     false, false},
    {"cosine_max", "1",
     "largest cosine of the angle between g(s) and g(0); none when a g(s) is not finite", -1, 1,
     false, false},
    {"smoothness", "1",
     "largest norm of g(s) - g(0) over the distance s lr norm of the weights (effective beta-smoothness)",
     0, INFINITY, true, true},
    {0},
};

static const double near_lengths[] = {0.5, 0.7071067811865476, 1, 1.4142135623730951,
                                      2,   2.8284271247461903, 4, 0};
static const double far_lengths[] = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 0};

/* What is measured at one length s: the loss, the norm of g(s) - g(0), and the cosine of the angle between g(s) and
 * g(0). A loss or a change that is not finite is stored as infinity; the cosine is then NaN. */
struct measurement {
    double loss, change, cosine;
};

/* Returns the L2 norm of v[0..n). */
static double norm_of(size_t n, const real *v)
{
    double squares = 0;

    for (size_t i = 0; i < n; i++)
        squares += (double)v[i] * (double)v[i];
    return sqrt(squares);
}

static double finite_or_infinity(double v)
{
    return isfinite(v) ? v : INFINITY;
}

/* Sets the twin's weights to w - factor * g, and measures there. w, g: [param_reals] weights and gradient at s = 0. */
static struct measurement measure_at(struct twin *twin, double factor, const real *w, const real *g)
{
    struct net *n = &twin->trial.net;
    double inner = 0, change = 0;
    struct measurement here;

    for (size_t i = 0; i < n->param_reals; i++)
        n->param[i] = (real)(w[i] - factor * g[i]);
    here.loss = finite_or_infinity(twin_forward(twin, 0, true).loss / twin->trial.options.batch);
    twin_backward(twin);
    for (size_t i = 0; i < n->param_reals; i++) {
        double before = g[i], after = n->dparam[i];

        inner += before * after;
        change += (after - before) * (after - before);
    }
    here.change = finite_or_infinity(sqrt(change));
    here.cosine = inner / (norm_of(n->param_reals, g) * norm_of(n->param_reals, n->dparam));
    return here;
}

/* Extends the range [*least, *most] to include v. An empty range is given as NaN. */
static void widen(double *least, double *most, double v)
{
    *least = fmin(*least, v);
    *most = fmax(*most, v);
}

/* Fills the columns. lengths: the lengths s; a 0 follows the last. */
static void measure(struct twin *w, const double *lengths, double *value)
{
    struct net *n = &w->trial.net;
    size_t bytes = n->param_reals * sizeof(real);
    real *weights = xcalloc(2, bytes), *gradient = weights + n->param_reals;
    bool all_cosines = true; /* all lengths so far have a cosine */
    double norm;

    memcpy(weights, n->param, bytes);
    value[LOSS] = twin_forward(w, 0, true).loss / w->trial.options.batch;
    twin_backward(w);
    memcpy(gradient, n->dparam, bytes);
    norm = value[NORM] = norm_of(n->param_reals, gradient);
    for (; *lengths > 0; lengths++) {
        double factor = *lengths * w->lr;
        struct measurement here = measure_at(w, factor, weights, gradient);

        widen(&value[LOSS_MIN], &value[LOSS_MAX], here.loss);
        widen(&value[CHANGE_MIN], &value[CHANGE_MAX], here.change);
        widen(&value[RELATIVE_MIN], &value[RELATIVE_MAX], here.change / norm);
        widen(&value[COSINE_MIN], &value[COSINE_MAX], here.cosine);
        all_cosines = all_cosines && !isnan(here.cosine);
        value[SMOOTHNESS] = fmax(value[SMOOTHNESS], here.change / (factor * norm));
    }
    if (!all_cosines)
        value[COSINE_MIN] = value[COSINE_MAX] = NAN;
    value[LOSS_RANGE] = isinf(value[LOSS_MAX]) ? INFINITY : value[LOSS_MAX] - value[LOSS_MIN];
    value[LOSS_RELATIVE] = value[LOSS_RANGE] / value[LOSS];
    free(weights);
}

static void measure_near(struct twin *w, void *kept, double *value)
{
    (void)kept;
    measure(w, near_lengths, value);
}

static void measure_far(struct twin *w, void *kept, double *value)
{
    (void)kept;
    measure(w, far_lengths, value);
}

const struct probe_type probe_landscape = {
    .name = "landscape",
    .help = "loss and gradient along the gradient, 1/2 to 4 learning rates away",
    .column = columns,
    .whole_net = true,
    .measure = measure_near,
};

const struct probe_type probe_landscape_far = {
    .name = "landscape_far",
    .help = "as landscape, 1/100 to 30 learning rates away",
    .column = columns,
    .whole_net = true,
    .measure = measure_far,
};
