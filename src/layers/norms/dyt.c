/* Dynamic tanh (Zhu, Chen, He, LeCun & Liu 2025, equation 2), which the paper puts in place of the norms of
 * transformers:
 *   y = gamma_c * tanh(alpha * x) + beta_c,
 * where alpha is one learned number for the whole layer. It starts at 0.5, as in the paper except for large language
 * models. There are no statistics: y depends on x at the same position and channel only, training and inference are the
 * same, and a mask changes nothing. */
#include "kernels/kernels.h"
#include "layers/norms/norm.h"
#include "layers/row_tasks.h"
#include <string.h>

struct dyt {
    double alpha, gamma_init; /* first values */
    int affine;               /* enum norm_affine */
    int gamma, beta; /* numbers of the parameters; -1: there is none. The number of alpha is 0. */
    size_t squashed; /* offset in saved: tanh(alpha x) of each value */
    size_t sums;     /* offset in scratch */
    size_t ones;     /* offset in scratch, [2][C]: ones, for a missing gamma, and zeros */
    size_t terms;    /* offset in scratch: a number for each value */
};
LAYER_OPTIONS_FIT(struct dyt);

enum { SUMS = 3 }; /* number of sums in each channel (backward_rows()) */

static const struct option options[] = {
    {"alpha", OPTION_REAL, offsetof(struct dyt, alpha), "0.5", -1e6, 1e6, NULL,
     "initial value of alpha, the factor within the tanh, one for all channels"},
    {"affine", OPTION_CHOICE, offsetof(struct dyt, affine), "both", 0, 0, "both|scale|shift|none",
     "which of gamma (scale) and beta (shift) are learned"},
    {"gamma_init", OPTION_REAL, offsetof(struct dyt, gamma_init), "1", -1e6, 1e6, NULL,
     "initial value of gamma"},
    {0},
};

static const struct dyt *dyt_of(const struct layer *l)
{
    return (const struct dyt *)l->options;
}

static bool has_gamma(const struct dyt *o)
{
    return o->affine == AFFINE_BOTH || o->affine == AFFINE_SCALE;
}

static void resolve(void *options)
{
    struct dyt *o = options;

    if (!has_gamma(o))
        o->gamma_init = 1; /* the default, as the option has no effect */
}

static int setup(struct layer *l, struct setup *s)
{
    struct dyt *o = (struct dyt *)l->options;
    int c = l->in[0].c;

    o->gamma = o->beta = -1;
    layer_book_param(l, "alpha", PARAM_OTHER, 1, 1)->initial = o->alpha;
    if (has_gamma(o)) {
        o->gamma = l->params;
        layer_book_param(l, "gamma", PARAM_GAMMA, 1, c)->initial = o->gamma_init;
    }
    if (o->affine == AFFINE_BOTH || o->affine == AFFINE_SHIFT) {
        o->beta = l->params;
        layer_book_param(l, "beta", PARAM_BETA, 1, c);
    }
    o->squashed = layer_book_saved(l, (size_t)s->max_n * shape_size(l->in[0]) * sizeof(real));
    o->sums = row_tasks_book(l, SUMS * c);
    o->ones = layer_book_scratch(l, 2 * (size_t)c * sizeof(real));
    o->terms = layer_book_scratch(l, (size_t)s->max_n * shape_size(l->in[0]) * sizeof(real));
    l->out = l->in[0];
    l->flops = 4.0 * (double)shape_size(l->in[0]);
    return 0;
}

static void forward_rows(const struct layer *l, const struct io *io, size_t first, size_t end,
                         double *sum)
{
    const struct dyt *o = dyt_of(l);
    const real *gamma = layer_param(l, io, o->gamma), *beta = layer_param(l, io, o->beta);
    size_t c = (size_t)l->in[0].c, n = (end - first) * c;
    const real *x = io->x[0] + first * c;
    real *t = (real *)io_saved(io, o->squashed) + first * c, *y = io->y + first * c;
    real alpha = *layer_param(l, io, 0);

    (void)sum;
    for (size_t i = 0; i < n; i++)
        t[i] = alpha * x[i];
    l->kernels->tanh_forward(n, t, t);
    for (size_t r = 0; r < n; r += c)
        for (size_t j = 0; j < c; j++)
            y[r + j] = (gamma ? gamma[j] : 1) * t[r + j] + (beta ? beta[j] : 0);
}

static void forward(const struct layer *l, struct io *io)
{
    row_tasks_run(l, io, forward_rows, 0, 0);
}

static void write_dx(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    const struct dyt *o = dyt_of(l);
    size_t c = (size_t)l->in[0].c;
    const real *restrict gamma =
        o->gamma < 0 ? io_scratch(io, o->ones) : layer_param(l, io, o->gamma);
    real alpha = *layer_param(l, io, 0);

    for (size_t r = first * c; r < end * c; r += c) {
        const real *restrict t = (const real *)io_saved(io, o->squashed) + r, *restrict dy =
                                                                                  io->dy + r;
        real *restrict dx = io->dx[0] + r;

        if (io->add[0])
            for (size_t j = 0; j < c; j++)
                dx[j] += alpha * gamma[j] * (dy[j] * (1 - t[j] * t[j]));
        else
            for (size_t j = 0; j < c; j++)
                dx[j] = alpha * gamma[j] * (dy[j] * (1 - t[j] * t[j]));
    }
}

/* A row_task. Adds three sums over the rows to sum[SUMS][C]: of dy * slope * x, of dy * t and of dy, where t =
 * tanh(alpha x) and slope = 1 - t^2. Later the first sum, times gamma, becomes the gradient of alpha. Also writes
 * dx. */
static void backward_rows(const struct layer *l, const struct io *io, size_t first, size_t end,
                          double *sum)
{
    const struct dyt *o = dyt_of(l);
    size_t c = (size_t)l->in[0].c, n = (end - first) * c, at = first * c;
    const real *restrict x = io->x[0] + at, *restrict dy = io->dy + at,
                         *restrict t = (const real *)io_saved(io, o->squashed) + at;
    real *restrict term = (real *)io_scratch(io, o->terms) + at;
    const real *zero = (const real *)io_scratch(io, o->ones) + c;

    for (size_t i = 0; i < n; i++)
        term[i] = (1 - t[i] * t[i]) * x[i];
    l->kernels->columns_sums(end - first, (int)c, term, dy, NULL, zero, sum + 2 * c, sum);
    memset(sum + 2 * c, 0, c * sizeof *sum); /* the next call adds the same sum of dy again */
    l->kernels->columns_sums(end - first, (int)c, t, dy, NULL, zero, sum + 2 * c, sum + c);
    if (io->dx[0])
        write_dx(l, io, first, end);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct dyt *o = dyt_of(l);
    size_t c = (size_t)l->in[0].c;
    const real *gamma = layer_param(l, io, o->gamma);
    real *ones = io_scratch(io, o->ones);
    const double *sum;
    double dalpha = 0;

    for (size_t j = 0; j < c; j++) {
        ones[j] = 1;
        ones[c + j] = 0;
    }
    sum = row_tasks_run(l, io, backward_rows, o->sums, SUMS * l->in[0].c);
    for (size_t j = 0; j < c; j++)
        dalpha += (gamma ? (double)gamma[j] : 1) * sum[j];
    io_write_dparam(io, 1, &dalpha, layer_dparam(l, io, 0));
    io_write_dparam(io, c, sum + c, layer_dparam(l, io, o->gamma));
    io_write_dparam(io, c, sum + 2 * c, layer_dparam(l, io, o->beta));
}

const struct layer_type layer_dyt = {
    .name = "dyt",
    .usage = "dynamic tanh: gamma tanh(alpha x) + beta with a learned alpha, without statistics",
    .options = options,
    .resolve = resolve,
    .is_norm = true,
    .examples = {"", "alpha=0.8 affine=none", "affine=scale gamma_init=0.5", "affine=shift"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
