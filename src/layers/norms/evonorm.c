/* EvoNorm (Liu, Brock, Simonyan & Le 2020, table 3): a norm and an activation in one function, which a search found.
 *   kind=s0   y = gamma_c * x * sigmoid(v_c * x) / sqrt(var(group) + eps) + beta_c
 *   kind=b0   y = gamma_c * x / max(sqrt(var(batch) + eps), v_c * x + sqrt(var(instance) + eps)) + beta_c
 * group: some channels of a sample at all positions, as in groupnorm. batch and instance: one channel at all positions,
 * of the whole batch or of one sample. Variances are biased. v, one number for each channel, starts at 1. nonlin=0 is
 * the layer for places without an activation, y = gamma_c * x + beta_c, which normalizes nothing.
 *
 * Deviations from the paper's program: 8 groups for its 32, as in groupnorm; and one eps for all roots, where its batch
 * variance has that of its BatchNorm. The gradient of b0's maximum reaches the larger one of the two; where they are
 * equal, that of the batch.
 *
 * kind=b0 has a running variance as batchnorm has (norm.h), which stands for var(batch) in inference.
 *
 * With masked=1, padding does not count in the variances; y and its exact gradient are computed there, too. Where no
 * value of a group or an instance counts, y is beta. That is also so where the divisor is so small that its inverse
 * overflows. */
#include "layers/norms/custom_norm.h"
#include "layers/row_tasks.h"
#include <math.h>
#include <string.h>

enum kind { S0, B0 };

struct evonorm {
    struct norm norm;
    int kind;
    bool nonlin;
    ptrdiff_t v;    /* offset in the parameter block, or NORM_ABSENT */
    size_t gate;    /* offset in saved, with s0: sigmoid(v x) of each value */
    size_t moments; /* offset in saved: a custom_moments */
    size_t batch;   /* offset in saved, with b0, [2][C]: mean, and sqrt(var + eps) */
    size_t own;     /* offset in scratch, [N][2][C]: see spread() */
    size_t sums;    /* offset in scratch, [N + 1][SUMS][C], for backward */
};
LAYER_OPTIONS_FIT(struct evonorm);

enum { GROUPS_DEFAULT = 8 };

static const struct option options[] = {
    {"kind", OPTION_CHOICE, offsetof(struct evonorm, kind), "s0", 0, 0, "s0|b0",
     "s0: statistics of each sample; b0: of the batch, and of each sample and channel"},
    NORM_COMMON_OPTIONS,
    {"groups", OPTION_INT, offsetof(struct norm, groups), "8", 1, 1 << 20, NULL,
     "s0: number of groups; it divides the channels"},
    {"nonlin", OPTION_BOOL, offsetof(struct evonorm, nonlin), "1", 0, 1, NULL,
     "0: only gamma x + beta, for places without an activation"},
    {"momentum", OPTION_REAL, offsetof(struct norm, momentum), "auto", 0, 1, "auto|cma",
     "b0: weight of a new batch in the running variance (auto: by compat); cma: cumulative average"},
    {"running_var", OPTION_CHOICE, offsetof(struct norm, running_var), "auto", 0, 0,
     "unbiased|biased|auto",
     "b0: which variance of a batch the running variance averages (auto: by compat)"},
    {0},
};

static const struct evonorm *evonorm_of(const struct layer *l)
{
    return (const struct evonorm *)l->options;
}

/* Options without effect become those of compat=torch. */
static void resolve(void *options)
{
    struct evonorm *o = options;
    struct norm *m = &o->norm;

    if (!o->nonlin) {
        o->kind = S0;
        m->eps = 1e-5;
        m->masked = MASKED_AUTO;
    }
    if (o->kind == B0)
        norm_resolve_batch(m);
    else
        norm_resolve(m);
    if (o->kind == B0 || !o->nonlin)
        m->groups = GROUPS_DEFAULT;
    if (o->kind == S0) {
        m->momentum = 0.1;
        m->running_var = RUNNING_VAR_UNBIASED;
    }
}

/* ---- set-up ---- */

/* Sums of a sample, each [C], and of the batch (struct slope). */
enum { SUM_OWN, SUM_BATCH, SUM_GAMMA, SUM_BETA, SUM_V, SUMS };

static void book(struct layer *l, struct evonorm *o, size_t n)
{
    size_t c = (size_t)l->in[0].c, row = c * sizeof(double);

    o->v = NORM_ABSENT;
    o->sums = layer_book_scratch(l, (n + 1) * SUMS * row);
    if (!o->nonlin)
        return;
    layer_book_param(l, "v", PARAM_OTHER, 1, l->in[0].c)->initial = 1;
    o->v = (ptrdiff_t)l->param[l->params - 1].offset;
    if (o->kind == S0)
        o->gate = layer_book_saved(l, n * shape_size(l->in[0]) * sizeof(real));
    else
        o->batch = layer_book_saved(l, 2 * row);
    o->moments = layer_book_saved(l, custom_moments_bytes(n, c));
    o->own = layer_book_scratch(l, n * 2 * row);
}

static int setup(struct layer *l, struct setup *s)
{
    struct evonorm *o = (struct evonorm *)l->options;
    int c = l->in[0].c, r;
    bool own = o->nonlin && o->kind == S0;

    if (own && c % o->norm.groups)
        return layer_error(s, "groups=%d does not divide the %d channels", o->norm.groups, c);
    if (o->kind == B0)
        r = custom_norm_setup(l, s,
                              (struct norm_partition){.samples = NORM_ALL_SAMPLES,
                                                      .all_positions = true,
                                                      .channels = 1,
                                                      .over_batch = true},
                              "take a batch of 2 or more, or kind=s0");
    else
        r = custom_norm_setup(l, s,
                              (struct norm_partition){.samples = 1,
                                                      .all_positions = true,
                                                      .channels = own ? c / o->norm.groups : c},
                              own ? "take fewer groups or more channels" : NULL);
    if (r)
        return r;
    custom_norm_book_running(l, false);
    book(l, o, (size_t)s->max_n);
    return 0;
}

/* With nonlin=0 there are no statistics to ask about. */
static const struct norm *statistics_of(const struct layer *l)
{
    return evonorm_of(l)->nonlin ? norm_of(l) : NULL;
}

/* ---- one sample of a call ---- */

struct call {
    const struct evonorm *o;
    size_t c, rows, at;           /* at: index of the sample's first value in x and y */
    const real *x;                /* [rows][c] */
    const real *gamma, *beta, *v; /* [c]; NULL: none */
    real *gate;                   /* [rows][c] */
    double count;                 /* rows that count */
    const double *mean, *m2;      /* [c], of each channel */
    double *center, *root;        /* [c], see spread() */
    double *batch_mean, *batch_root;
    double *sum; /* [SUMS][c] */
};

static const real *parameter(const struct io *io, ptrdiff_t offset)
{
    return offset < 0 ? NULL : io->param + offset;
}

static struct call of_sample(const struct layer *l, const struct io *io, int sample)
{
    const struct evonorm *o = evonorm_of(l);
    size_t c = (size_t)l->in[0].c, n = (size_t)sample, rows = layer_positions(l, io),
           at = n * rows * c;
    double *batch = io_saved(io, o->batch), *own = (double *)io_scratch(io, o->own) + n * 2 * c;
    struct call k = {.o = o,
                     .c = c,
                     .rows = rows,
                     .at = at,
                     .x = io->x[0] + at,
                     .gamma = parameter(io, o->norm.gamma),
                     .beta = parameter(io, o->norm.beta),
                     .v = parameter(io, o->v),
                     .sum = (double *)io_scratch(io, o->sums) + n * SUMS * c};

    if (o->nonlin && sample < io->n) {
        struct custom_moments m = custom_moments_at(l, io, io_saved(io, o->moments));

        k.count = m.count[n];
        k.mean = m.mean + n * c;
        k.m2 = m.m2 + n * c;
        k.gate = (real *)io_saved(io, o->gate) + at;
        k.center = own;
        k.root = own + c;
    }
    k.batch_mean = batch;
    k.batch_root = batch + c;
    return k;
}

static size_t group_width(const struct call *k)
{
    return k->o->kind == S0 ? k->c / (size_t)k->o->norm.groups : 1;
}

/* Sets, for each channel, center to the mean of its group, and root to sqrt(var + eps) of the group; with s0 to its
 * inverse, or 0 where y is beta. */
static void spread(const struct call *k)
{
    size_t width = group_width(k);
    double n = k->count * (double)width;

    for (size_t first = 0; first < k->c; first += width) {
        double center = 0, m2 = 0, var, rstd;

        for (size_t j = first; j < first + width; j++)
            center += k->mean[j] / (double)width;
        for (size_t j = first; j < first + width; j++)
            m2 += k->m2[j] + k->count * (k->mean[j] - center) * (k->mean[j] - center);
        var = n > 0 ? m2 / n : 0;
        rstd = n > 0 ? custom_norm_rstd(&k->o->norm, var) : 0;
        for (size_t j = first; j < first + width; j++) {
            k->center[j] = center;
            k->root[j] = k->o->kind == S0 ? rstd : sqrt(var + k->o->norm.eps);
        }
    }
}

static double inverse(double d)
{
    double r = 1 / d;

    return r > REAL_MAX ? 0 : r;
}

/* The inverse of the divisor at value i, which is of channel j; 0 where y is beta. With b0, *own is true when the divisor
 * is that of the instance. */
static double divide(const struct call *k, size_t i, size_t j, bool *own)
{
    double instance;

    *own = true;
    if (k->o->kind == S0)
        return k->root[j];
    instance = (double)k->v[j] * k->x[i] + k->root[j];
    *own = instance > k->batch_root[j];
    return k->count > 0 ? inverse(*own ? instance : k->batch_root[j]) : 0;
}

/* ---- forward ---- */

static void write_sample(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    bool gated = k.o->nonlin && k.o->kind == S0, own;
    size_t values = k.rows * k.c;

    if (k.o->nonlin)
        spread(&k);
    for (size_t r = 0; gated && r < values; r += k.c)
        for (size_t j = 0; j < k.c; j++)
            k.gate[r + j] = k.v[j] * k.x[r + j];
    if (gated)
        l->kernels->sigmoid_forward(values, k.gate, k.gate);
    for (size_t r = 0; r < values; r += k.c)
        for (size_t j = 0; j < k.c; j++) {
            double z = k.x[r + j];

            if (k.o->nonlin)
                z *= divide(&k, r + j, j, &own);
            if (gated)
                z *= k.gate[r + j];
            io->y[k.at + r + j] =
                (real)((k.gamma ? (double)k.gamma[j] : 1) * z + (k.beta ? (double)k.beta[j] : 0));
        }
}

/* Sets the statistics of the batch, with b0: those of its values, or the running variance. */
static void set_batch(const struct layer *l, const struct io *io, const struct column_moments *all)
{
    struct call k = of_sample(l, io, 0);
    const struct norm *m = &k.o->norm;
    bool by_running = custom_norm_by_running(l, io);

    for (size_t j = 0; j < k.c; j++) {
        double var = all->count > 0 ? all->m2[j] / all->count : 0;

        k.batch_mean[j] = all->mean[j];
        k.batch_root[j] =
            sqrt((by_running ? (double)io->state[m->var + (ptrdiff_t)j] : var) + m->eps);
    }
}

static void forward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);

    if (o->nonlin) {
        struct custom_moments m = custom_norm_measure(l, io, io_saved(io, o->moments));

        if (o->kind == B0) {
            set_batch(l, io, &m.all);
            custom_norm_update(l, io, &m.all);
        }
    }
    layer_samples(l, io, write_sample);
}

/* ---- backward ---- */

/* Of y = gamma * z + beta at one value, with g = gamma * dy: z, g * dz/dx for constant statistics, g * dz/dv, and
 * g * dz/dr, where r is the inverse root with s0, and the root of the instance (own) or of the batch with b0. */
struct slope {
    double z, x, v, root;
    bool own;
};

static struct slope slope_at(const struct call *k, size_t i, size_t j, double g)
{
    double x = k->x[i], r, gate, bend;
    bool own = true;

    if (!k->o->nonlin)
        return (struct slope){x, g, 0, 0, true};
    r = divide(k, i, j, &own);
    if (k->o->kind == B0) {
        double d = -g * (x * r) * r;

        return (struct slope){x * r, g * r + (own ? d * (double)k->v[j] : 0), own ? d * x : 0, d,
                              own};
    }
    gate = k->gate[i];
    bend = x * gate * (1 - gate); /* x times this is the derivative of x sigmoid(v x) by v */
    return (struct slope){x * gate * r, g * r * (gate + (double)k->v[j] * bend), g * r * x * bend,
                          g * x * gate, true};
}

static double gradient_of_z(const struct call *k, const struct io *io, size_t i, size_t j)
{
    return (double)io->dy[k->at + i] * (k->gamma ? (double)k->gamma[j] : 1);
}

/* SUM_OWN, the sum of slope.root, becomes the factor of x - center in dx, for rows that count. */
static void make_factors(const struct call *k)
{
    size_t width = group_width(k);
    double *own = k->sum + SUM_OWN * k->c;

    for (size_t first = 0; first < k->c; first += width) {
        double all = 0, root = k->root[first],
               by_var = k->o->kind == S0 ? -root * root * root : inverse(root);

        for (size_t j = first; j < first + width; j++)
            all += own[j];
        for (size_t j = first; j < first + width; j++)
            own[j] = k->count > 0 ? all * by_var / (k->count * (double)width) : 0;
    }
}

static void sum_sample(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    size_t c = k.c;

    memset(k.sum, 0, SUMS * c * sizeof *k.sum);
    if (k.o->nonlin)
        spread(&k);
    for (size_t r = 0; r < k.rows * c; r += c)
        for (size_t j = 0; j < c; j++) {
            struct slope t = slope_at(&k, r + j, j, gradient_of_z(&k, io, r + j, j));
            double dy = io->dy[k.at + r + j];

            k.sum[(t.own ? SUM_OWN : SUM_BATCH) * c + j] += t.root;
            k.sum[SUM_GAMMA * c + j] += dy * t.z;
            k.sum[SUM_BETA * c + j] += dy;
            k.sum[SUM_V * c + j] += t.v;
        }
    if (k.o->nonlin)
        make_factors(&k);
}

/* Adds the sums of the samples, in their order. Returns them. With b0, SUM_BATCH, the sum of slope.root, becomes the
 * factor of x - batch_mean in dx, for rows that count. */
static const double *sum_batch(const struct layer *l, const struct io *io)
{
    struct call all = of_sample(l, io, io->n);
    bool constant = custom_norm_by_running(l, io);
    double count = 0;

    memset(all.sum, 0, SUMS * all.c * sizeof *all.sum);
    for (int n = 0; n < io->n; n++) {
        struct call k = of_sample(l, io, n);

        count += k.count;
        for (size_t i = SUM_BATCH * k.c; i < SUMS * k.c; i++)
            all.sum[i] += k.sum[i];
    }
    for (size_t j = 0; all.o->kind == B0 && j < all.c; j++)
        all.sum[SUM_BATCH * all.c + j] *=
            constant || count == 0 ? 0 : inverse(all.batch_root[j]) / count;
    return all.sum;
}

static void write_dx(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    const double *by_batch = of_sample(l, io, io->n).sum + SUM_BATCH * k.c;
    const unsigned char *mask = k.o->nonlin ? custom_norm_mask(l, io, n) : NULL;

    for (size_t r = 0; r < k.rows; r++)
        for (size_t j = 0; j < k.c; j++) {
            size_t i = r * k.c + j;
            real *dx = io->dx[0] + k.at + i;
            double d = slope_at(&k, i, j, gradient_of_z(&k, io, i, j)).x;

            if (k.o->nonlin && (!mask || mask[r])) {
                d += k.sum[SUM_OWN * k.c + j] * (k.x[i] - k.center[j]);
                if (k.o->kind == B0)
                    d += by_batch[j] * (k.x[i] - k.batch_mean[j]);
            }
            *dx = (real)(d + (io->add[0] ? (double)*dx : 0));
        }
}

static void backward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);
    size_t c = (size_t)l->in[0].c;
    const double *sum;

    layer_samples(l, io, sum_sample);
    sum = sum_batch(l, io);
    custom_norm_write_affine(l, io, sum + SUM_GAMMA * c, sum + SUM_BETA * c);
    row_tasks_write(io, c, sum + SUM_V * c, o->v < 0 ? NULL : io->dparam + o->v);
    if (io->dx[0])
        layer_samples(l, io, write_dx);
}

const struct layer_type layer_evonorm = {
    .name = "evonorm",
    .usage = "a norm with its own activation: x sigmoid(v x) / sd of groups, or x / max(sd of the "
             "batch, v x + sd of the sample)",
    .options = options,
    .preset = "compat",
    .resolve = resolve,
    .is_norm = true,
    .norm = statistics_of,
    .reads_mask = true,
    .activates = true,
    .examples = {"groups=2", "groups=1 affine=none", "groups=4 compat=keras affine=shift",
                 "kind=b0", "kind=b0 momentum=cma affine=scale eps=1e-3",
                 "kind=b0 momentum=0.3 running_var=biased gamma_init=0.5", "nonlin=0"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
