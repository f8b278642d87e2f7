/* Thresholded linear unit (Singh & Krishnan 2020): y = max(x, tau), with a tau that each channel learns. It is meant to
 * follow the layer frn, whose output need not have mean zero. tau starts at 0, as in public programs, so that tlu
 * starts as relu.
 *
 * Where x = tau, the gradient goes to tau and not to x, as relu passes no gradient at 0. y is NaN where x is NaN; the
 * gradient then goes to x. */
#include "layers/layer.h"
#include <string.h>

enum { TAU };

struct tlu {
    double init;
    size_t dtau; /* offset in scratch: [c], sums in double */
};
LAYER_OPTIONS_FIT(struct tlu);

static const struct option options[] = {
    {"init", OPTION_REAL, offsetof(struct tlu, init), "0", -1e6, 1e6, NULL,
     "initial value of tau; with 0 the layer starts as relu"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct tlu *o = (struct tlu *)l->options;

    layer_book_param(l, "tau", PARAM_OTHER, 1, l->in[0].c)->initial = o->init;
    o->dtau = layer_book_scratch(l, (size_t)l->in[0].c * sizeof(double));
    return layer_setup_same_shape(l, s);
}

/* The functions for one row read every value of dy whether they use it or not, and their arrays do not overlap: so the
 * compiler can vectorize them. */
static void forward_row(size_t c, const real *restrict x, const real *restrict tau,
                        real *restrict y)
{
    for (size_t j = 0; j < c; j++)
        y[j] = x[j] <= tau[j] ? tau[j] : x[j];
}

static void backward_row(size_t c, const real *restrict x, const real *restrict tau,
                         const real *restrict dy, real *restrict dx)
{
    for (size_t j = 0; j < c; j++) {
        real g = dy[j];

        dx[j] = x[j] <= tau[j] ? 0 : g;
    }
}

static void add_backward_row(size_t c, const real *restrict x, const real *restrict tau,
                             const real *restrict dy, real *restrict dx)
{
    for (size_t j = 0; j < c; j++) {
        real g = dy[j];

        dx[j] += x[j] <= tau[j] ? 0 : g;
    }
}

/* Adds the row's gradient of tau to sum. */
static void sum_row(size_t c, const real *restrict x, const real *restrict tau,
                    const real *restrict dy, double *restrict sum)
{
    for (size_t j = 0; j < c; j++) {
        real g = dy[j];

        sum[j] += x[j] <= tau[j] ? g : 0;
    }
}

static void forward_sample(const struct layer *l, const struct io *io, int n)
{
    size_t c = (size_t)l->in[0].c, size = layer_positions(l, io) * c, first = (size_t)n * size;
    const real *tau = layer_param(l, io, TAU);

    for (size_t i = first; i < first + size; i += c)
        forward_row(c, io->x[0] + i, tau, io->y + i);
}

static void backward_sample(const struct layer *l, const struct io *io, int n)
{
    size_t c = (size_t)l->in[0].c, size = layer_positions(l, io) * c, first = (size_t)n * size;
    const real *tau = layer_param(l, io, TAU);

    for (size_t i = first; i < first + size; i += c)
        (io->add[0] ? add_backward_row : backward_row)(c, io->x[0] + i, tau, io->dy + i,
                                                       io->dx[0] + i);
}

static void backward_tau(const struct layer *l, const struct io *io)
{
    size_t c = (size_t)l->in[0].c, count = layer_count(l, io);
    const real *tau = layer_param(l, io, TAU);
    double *sum = io_scratch(io, ((const struct tlu *)l->options)->dtau);

    memset(sum, 0, c * sizeof *sum);
    for (size_t i = 0; i < count; i += c)
        sum_row(c, io->x[0] + i, tau, io->dy + i, sum);
    io_write_dparam(io, c, sum, layer_dparam(l, io, TAU));
}

static void backward(const struct layer *l, struct io *io)
{
    layer_backward_samples(l, io);
    backward_tau(l, io);
}

const struct layer_type layer_tlu = {
    .name = "tlu",
    .usage = "max(x, tau), where each channel learns tau",
    .options = options,
    .activates = true,
    .examples = {"", "init=-1"},
    .setup = setup,
    .forward = layer_forward_samples,
    .backward = backward,
    .forward_sample = forward_sample,
    .backward_sample = backward_sample,
};
