/*
 * Power normalization (Shen, Yao, Gholami, Mahoney & Keutzer 2020, "PowerNorm: Rethinking Batch Normalization in
 * Transformers", algorithm 2). Each channel is divided by a running quadratic mean psi, in training, too:
 *   y = gamma * xhat + beta,   xhat = x / sqrt(psi^2 + eps)
 * where psi^2 is the running average of the mean of x^2 over the batches before this one. Inference computes the same y.
 * psi depends on all former batches, so the exact gradient cannot be computed from one batch. Backward uses a running
 * average nu over former batches instead. With g = gamma * dy and averages over the positions that count,
 *   dx = (g - nu * xhat) / sqrt(psi^2 + eps)
 *   nu <- nu * (1 - a * avg(xhat^2)) + a * avg(g * xhat),   a = momentum_nu.
 * So dx is not the derivative of y, by design.
 *
 * Differences from the paper. Its alpha is here 1 - momentum for psi and 1 - momentum_nu for nu. The paper has no eps and
 * no padding: here, at padding, dx is g / sqrt(psi^2 + eps). Backward writes the new nu to next_nu in the state, and the
 * next forward call in training replaces nu by it, so that backward may be repeated. The first `warmup` calls in training
 * use the batch's own mean of x^2 instead of psi^2, as the authors' code does in its warm-up of 10000 calls. Algorithm 2
 * has no warm-up (warmup=0), and then often diverges when the first x are large.
 *
 * The authors' code has three more steps, which are not in algorithm 2 and not done here. The code averages psi^2 twice in
 * a warm-up call. After the warm-up, the code divides the gradient by the batch's psi. Before this norm, it applies a norm
 * without parameters to each token (in a net's text: rmsnorm over=token affine=none).
 *
 * With NORM_STATS_BATCH, the batch's own mean of x^2 takes the place of psi^2, and dx is the exact derivative. With
 * NORM_STATS_RUNNING, and in inference, psi is a constant.
 */
#include "layers/norms/custom_norm.h"
#include <string.h>

struct powernorm {
    struct norm norm; /* must be the first member */
    double momentum_nu;
    int warmup;
    ptrdiff_t nu, next_nu,
        calls;                  /* offsets in the state block; calls: NORM_ABSENT without warm-up */
    size_t rstd, square;        /* offsets in saved, [C] doubles: 1 / sqrt(psi^2 + eps), avg(x^2) */
    size_t moments, sums, rows; /* offsets in scratch */
};
LAYER_OPTIONS_FIT(struct powernorm);

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    {"momentum", OPTION_REAL, offsetof(struct norm, momentum), "auto", 0, 1, "auto|cma",
     "weight of a new batch in the running mean of x^2 (auto: by compat); cma: cumulative average"},
    {"momentum_nu", OPTION_REAL, offsetof(struct powernorm, momentum_nu), "0.1", 0, 1, NULL,
     "weight of a new batch in the running statistic of gradients, which backward uses"},
    {"warmup", OPTION_INT, offsetof(struct powernorm, warmup), "100", 0, 1 << 24, NULL,
     "calls in training, from the first on, that divide by the batch's own mean of x^2"},
    {0},
};

static const struct powernorm *powernorm_of(const struct layer *l)
{
    return (const struct powernorm *)l->options;
}

static void resolve(void *options)
{
    struct norm *m = options;

    norm_resolve_batch(m);
    m->uncentered = true;
}

static int setup(struct layer *l, struct setup *s)
{
    struct powernorm *o = (struct powernorm *)l->options;
    size_t c = (size_t)l->in[0].c, n = (size_t)s->max_n;
    struct norm_partition p = {
        .samples = NORM_ALL_SAMPLES, .all_positions = true, .channels = 1, .over_batch = true};
    int r = custom_norm_setup(
        l, s, p, o->warmup > 0 ? "take warmup=0, a batch of 2 or more, or rmsnorm" : NULL);

    if (r)
        return r;
    o->norm.learns_in_backward = true;
    custom_norm_book_running(l, false);
    o->nu = (ptrdiff_t)layer_book_state(l, "running_nu", 1, (int)c)->offset;
    o->next_nu = (ptrdiff_t)layer_book_state(l, "next_nu", 1, (int)c)->offset;
    o->calls = NORM_ABSENT;
    if (o->warmup > 0)
        o->calls = layer_book_count(l, "warmup_calls", 1);
    o->rstd = layer_book_saved(l, c * sizeof(double));
    o->square = layer_book_saved(l, c * sizeof(double));
    o->moments = layer_book_scratch(l, custom_moments_bytes(n, c));
    o->sums = layer_book_scratch(l, 8 * CUSTOM_TASKS * c * sizeof(double));
    o->rows = layer_book_scratch(l, custom_coefficients_bytes(c));
    return 0;
}

/* The context of a pass over samples, which threads share. */
struct pass {
    const struct layer *layer;
    const struct io *io;
    struct custom_coefficients k;
    /* Backward: [tasks][2][4][C], sums over one sample, and over the samples of a task. The four are the sums of dy and
     * of dy * x at positions that count, and the same two at padding. */
    double *sums;
};

static void forward_sample(void *context, int n, int task)
{
    const struct pass *p = context;

    (void)task;
    custom_norm_apply(p->layer, p->io, n, &p->k);
}

/* True when this call divides by the batch's own mean of x^2, not by the running one. */
static bool uses_batch(const struct layer *l, const struct io *io)
{
    const struct powernorm *o = powernorm_of(l);
    bool warm = o->calls >= 0 && io->state[o->calls] < o->warmup;

    return custom_norm_learns(l, io) ? warm : !custom_norm_by_running(l, io);
}

/* Measures the batch, saves the mean of x^2 of each channel, and returns moments with mean 0 and the sum of x^2 as m2. */
static struct column_moments measure(const struct layer *l, const struct io *io)
{
    const struct powernorm *o = powernorm_of(l);
    struct column_moments all = custom_norm_measure(l, io, io_scratch(io, o->moments)).all;
    double *square = io_saved(io, o->square);

    for (int c = 0; c < l->in[0].c; c++) {
        all.m2[c] += all.count * all.mean[c] * all.mean[c];
        all.mean[c] = 0;
        square[c] = all.count > 0 ? all.m2[c] / all.count : 0;
    }
    return all;
}

/* In a call that learns: replaces nu by the value that the last backward call computed, and counts the calls of the
 * warm-up. */
static void learn(const struct layer *l, const struct io *io)
{
    const struct powernorm *o = powernorm_of(l);

    memcpy(io->state + o->nu, io->state + o->next_nu, (size_t)l->in[0].c * sizeof(real));
    if (o->calls >= 0 && io->state[o->calls] < o->warmup)
        io->state[o->calls] += 1;
}

static void forward(const struct layer *l, struct io *io)
{
    const struct powernorm *o = powernorm_of(l);
    const struct norm *m = &o->norm;
    bool learns = custom_norm_learns(l, io), by_batch = uses_batch(l, io);
    double *rstd = io_saved(io, o->rstd);
    const double *square = io_saved(io, o->square);
    struct column_moments all = {0};
    struct pass p = {l, io, custom_coefficients_at((size_t)l->in[0].c, io_scratch(io, o->rows)),
                     NULL};

    if (learns || by_batch)
        all = measure(l, io);
    for (int c = 0; c < l->in[0].c; c++) {
        rstd[c] = custom_norm_rstd(m, by_batch ? square[c] : (double)io->state[m->var + c]);
        p.k.center[c] = 0;
        p.k.scale[c] = custom_norm_gamma(m, io, c) * rstd[c];
        p.k.shift[c] = custom_norm_beta(m, io, c);
    }
    custom_norm_round(l, &p.k);
    custom_norm_samples(io, forward_sample, &p);
    if (learns || by_batch)
        custom_norm_update(l, io, &all);
    if (learns)
        learn(l, io);
}

/* Adds the four sums of sample n to those of its task. */
static void sum_sample(void *context, int n, int task)
{
    const struct pass *p = context;
    size_t c = (size_t)p->layer->in[0].c;
    double *own = p->sums + 8 * (size_t)task * c, *sums = own + 4 * c;
    const real *zero = p->k.rounded;

    custom_norm_sum(p->layer, p->io, n, false, zero, own, own + c);
    custom_norm_sum(p->layer, p->io, n, true, zero, own + 2 * c, own + 3 * c);
    for (size_t i = 0; i < 4 * c; i++)
        sums[i] += own[i];
}

static void backward_sample(void *context, int n, int task)
{
    const struct pass *p = context;

    (void)task;
    custom_norm_gradient(p->layer, p->io, n, &p->k);
}

/* Returns the sums of the batch, [4][C]: the tasks' sums, in order. */
static double *sum_batch(struct pass *p)
{
    size_t size = 4 * (size_t)p->layer->in[0].c;
    double *total = p->sums + size;

    memset(p->sums, 0, 2 * CUSTOM_TASKS * size * sizeof *p->sums);
    custom_norm_samples(p->io, sum_sample, p);
    for (size_t task = 1; task < CUSTOM_TASKS; task++)
        for (size_t i = 0; i < size; i++)
            total[i] += total[2 * task * size + i];
    return total;
}

/* Sets the slope of dx in each channel and, in a call that learns, next_nu. sum_valid, sum_all: sums of dy * x over the
 * `count` positions that count, and over all positions. */
static void set_slopes(const struct pass *p, double count, const double *sum_valid,
                       const double *sum_all)
{
    const struct powernorm *o = powernorm_of(p->layer);
    const struct io *io = p->io;
    const double *rstd = io_saved(io, o->rstd), *square = io_saved(io, o->square);
    bool learns = custom_norm_learns(p->layer, io),
         exact = !learns && !custom_norm_by_running(p->layer, io);

    for (int c = 0; c < p->layer->in[0].c; c++) {
        double nu = io->state[o->nu + c], gamma = custom_norm_gamma(&o->norm, io, c), r = rstd[c],
               mean_square = r * square[c] * r, mean_gx = gamma * r * sum_valid[c] / count;

        p->k.slope[c] = learns ? -nu * r * r : 0;
        if (exact && count > 0)
            p->k.slope[c] = -gamma * r * sum_all[c] / count * r * r;
        if (learns && count > 0)
            io->state[o->next_nu + c] =
                (real)(nu * (1 - o->momentum_nu * mean_square) + o->momentum_nu * mean_gx);
    }
}

static void backward(const struct layer *l, struct io *io)
{
    const struct powernorm *o = powernorm_of(l);
    size_t c = (size_t)l->in[0].c;
    const double *rstd = io_saved(io, o->rstd);
    struct pass p = {l, io, custom_coefficients_at(c, io_scratch(io, o->rows)),
                     io_scratch(io, o->sums)};
    double count = 0, *valid_dy, *valid_dyx, *all_dy, *all_dyx;

    for (int n = 0; n < io->n; n++)
        count += (double)custom_norm_count(l, io, n);
    memset(p.k.rounded, 0, c * sizeof *p.k.rounded); /* center 0 in sum_batch(): sums dy * x */
    valid_dy = sum_batch(&p);
    valid_dyx = valid_dy + c;
    all_dy = valid_dyx + c;
    all_dyx = all_dy + c;
    for (size_t i = 0; i < c; i++) {
        all_dy[i] += valid_dy[i];
        all_dyx[i] += valid_dyx[i];
        p.k.center[i] = p.k.shift[i] = 0;
        p.k.scale[i] = custom_norm_gamma(&o->norm, io, (int)i) * rstd[i];
    }
    set_slopes(&p, count, valid_dyx, all_dyx);
    p.k.backward = true;
    custom_norm_round(l, &p.k);
    custom_norm_samples(io, backward_sample, &p);
    for (size_t i = 0; i < c; i++)
        all_dyx[i] *= rstd[i];
    custom_norm_write_affine(l, io, all_dyx, all_dy);
}

const struct layer_type layer_powernorm = {
    .name = "powernorm",
    .usage = "power normalization: per channel, by a running mean of squares; its gradient is an "
             "approximation",
    .options = options,
    .resolve = resolve,
    .examples = {"", "affine=none eps=1e-3 warmup=0", "momentum=cma affine=scale warmup=0",
                 "compat=keras affine=shift momentum_nu=0.3",
                 "momentum=0.3 gamma_init=0.5 warmup=1"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
    CUSTOM_NORM_MEMBERS,
};
