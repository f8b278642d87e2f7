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
    size_t rows;    /* offset in scratch, [N + 1][ROWS][C] */
    size_t neutral; /* offset in scratch, [2][C]: ones and zeros, for a missing gamma or beta */
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

/* Rows of doubles, each [C], in the scratch memory of a sample. */
enum {
    CENTER, /* see spread() */
    ROOT,
    Z, /* to V_SLOPE: of the values of one row, see slope_row() */
    X_SLOPE,
    OWN_SLOPE,
    BATCH_SLOPE,
    V_SLOPE,
    OWN_SUM, /* from here: sums over the sample, in backward; and in the memory of sample N over the batch */
    BATCH_SUM,
    GAMMA_SUM,
    BETA_SUM,
    V_SUM,
    ROWS
};

static void book(struct layer *l, struct evonorm *o, size_t n)
{
    size_t c = (size_t)l->in[0].c, row = c * sizeof(double);

    o->v = NORM_ABSENT;
    o->rows = layer_book_scratch(l, (n + 1) * ROWS * row);
    o->neutral = layer_book_scratch(l, 2 * c * sizeof(real));
    if (!o->nonlin)
        return;
    layer_book_param(l, "v", PARAM_OTHER, 1, l->in[0].c)->initial = 1;
    o->v = (ptrdiff_t)l->param[l->params - 1].offset;
    if (o->kind == S0)
        o->gate = layer_book_saved(l, n * shape_size(l->in[0]) * sizeof(real));
    else
        o->batch = layer_book_saved(l, 2 * row);
    o->moments = layer_book_saved(l, custom_moments_bytes(n, c));
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
    size_t c, positions, at;      /* at: index of the sample's first value in x and y */
    const real *gamma, *beta, *v; /* [c] */
    real *gate;                   /* [positions][c] */
    double count;                 /* positions that count */
    const double *mean, *m2;      /* [c], of each channel */
    double *batch_mean, *batch_root;
    double *rows; /* [ROWS][c] */
};

static double *row_of(const struct call *k, int which)
{
    return k->rows + (size_t)which * k->c;
}

static struct call of_sample(const struct layer *l, const struct io *io, int sample)
{
    const struct evonorm *o = evonorm_of(l);
    const struct norm *m = &o->norm;
    const real *ones = io_scratch(io, o->neutral);
    size_t c = (size_t)l->in[0].c, n = (size_t)sample, positions = layer_positions(l, io),
           at = n * positions * c;
    double *batch = io_saved(io, o->batch);
    struct call k = {.o = o,
                     .c = c,
                     .positions = positions,
                     .at = at,
                     .gamma = m->gamma >= 0 ? io->param + m->gamma : ones,
                     .beta = m->beta >= 0 ? io->param + m->beta : ones + c,
                     .v = o->v >= 0 ? io->param + o->v : NULL,
                     .batch_mean = batch,
                     .batch_root = batch + c,
                     .rows = (double *)io_scratch(io, o->rows) + n * ROWS * c};

    if (o->nonlin && sample < io->n) {
        struct custom_moments all = custom_moments_at(l, io, io_saved(io, o->moments));

        k.count = all.count[n];
        k.mean = all.mean + n * c;
        k.m2 = all.m2 + n * c;
        k.gate = (real *)io_saved(io, o->gate) + at;
    }
    return k;
}

static void set_neutral(const struct layer *l, const struct io *io)
{
    real *ones = io_scratch(io, evonorm_of(l)->neutral);

    for (int j = 0; j < l->in[0].c; j++) {
        ones[j] = 1;
        ones[l->in[0].c + j] = 0;
    }
}

static size_t group_width(const struct call *k)
{
    return k->o->kind == S0 ? k->c / (size_t)k->o->norm.groups : 1;
}

/* Sets, for each channel, CENTER to the mean of its group, and ROOT to sqrt(var + eps) of the group; with s0 to its
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
            row_of(k, CENTER)[j] = center;
            row_of(k, ROOT)[j] = k->o->kind == S0 ? rstd : sqrt(var + k->o->norm.eps);
        }
    }
}

static double inverse(double d)
{
    double r = 1 / d;

    return r > REAL_MAX ? 0 : r;
}

/* With b0: writes the inverses of the divisors of a row. */
static void divide_row(const struct call *k, const real *restrict x, double *restrict z)
{
    const real *restrict v = k->v;
    const double *restrict root = row_of(k, ROOT), *restrict batch = k->batch_root;
    size_t c = k->c;

    for (size_t j = 0; j < c; j++) {
        double own = (double)v[j] * x[j] + root[j];

        z[j] = own > batch[j] ? own : batch[j];
    }
    for (size_t j = 0; j < c; j++)
        z[j] = inverse(z[j]);
}

/* ---- forward ---- */

/* Writes y of one row. The formulas are those at the head of this file. */
static void write_row(const struct call *k, const real *restrict x, const real *restrict gate,
                      real *restrict y)
{
    const real *restrict gamma = k->gamma, *restrict beta = k->beta;
    const double *restrict root = row_of(k, ROOT);
    double *restrict z = row_of(k, Z);
    size_t c = k->c;

    if (!k->o->nonlin) {
        for (size_t j = 0; j < c; j++)
            y[j] = gamma[j] * x[j] + beta[j];
    } else if (k->o->kind == S0) {
        for (size_t j = 0; j < c; j++)
            y[j] = (real)(gamma[j] * (root[j] * x[j] * gate[j]) + beta[j]);
    } else {
        divide_row(k, x, z);
        for (size_t j = 0; j < c; j++)
            y[j] = (real)(gamma[j] * (z[j] * x[j]) + beta[j]);
    }
}

static void write_sample(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    size_t values = k.positions * k.c;
    const real *x = io->x[0] + k.at;
    real *y = io->y + k.at;

    if (k.o->nonlin)
        spread(&k);
    if (k.o->nonlin && k.o->kind == S0) {
        for (size_t i = 0; i < values; i += k.c)
            for (size_t j = 0; j < k.c; j++)
                k.gate[i + j] = k.v[j] * x[i + j];
        l->kernels->sigmoid_forward(values, k.gate, k.gate);
    }
    for (size_t i = 0; i < values; i += k.c)
        if (k.o->nonlin && k.count == 0)
            memcpy(y + i, k.beta, k.c * sizeof *y);
        else
            write_row(&k, x + i, k.gate ? k.gate + i : NULL, y + i);
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

    set_neutral(l, io);
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

/* Of y = gamma * z + beta at each value of a row, with g = gamma * dy: sets Z to z, X_SLOPE to g * dz/dx for constant
 * statistics, V_SLOPE to g * dz/dv, and OWN_SLOPE and BATCH_SLOPE to g * dz/dr: with s0, r is the inverse root; with b0 the
 * root of the instance, or of the batch, whichever is the divisor. */
static void slope_row(const struct call *k, const real *restrict x, const real *restrict gate,
                      const real *restrict dy)
{
    size_t c = k->c;
    const real *restrict gamma = k->gamma, *restrict v = k->v;
    const double *restrict root = row_of(k, ROOT), *restrict batch = k->batch_root;
    double *restrict z = row_of(k, Z), *restrict by_x = row_of(k, X_SLOPE),
                     *restrict by_v = row_of(k, V_SLOPE), *restrict by_own = row_of(k, OWN_SLOPE),
                     *restrict by_batch = row_of(k, BATCH_SLOPE);

    if (!k->o->nonlin)
        for (size_t j = 0; j < c; j++) {
            z[j] = x[j];
            by_x[j] = (double)gamma[j] * dy[j];
            by_v[j] = by_own[j] = by_batch[j] = 0;
        }
    else if (k->o->kind == S0)
        for (size_t j = 0; j < c; j++) {
            double g = (double)gamma[j] * dy[j], u = (double)x[j] * gate[j],
                   bend = u * (1 - (double)gate[j]);

            z[j] = u * root[j];
            by_x[j] = g * root[j] * (gate[j] + v[j] * bend);
            by_v[j] = g * root[j] * x[j] * bend;
            by_own[j] = g * u;
            by_batch[j] = 0;
        }
    else {
        divide_row(k, x, z);
        for (size_t j = 0; j < c; j++) { /* in a loop of its own, a comparison costs no jump */
            double own = (double)v[j] * x[j] + root[j];

            by_v[j] = own > batch[j] ? 1 : 0;
        }
        for (size_t j = 0; j < c; j++) {
            double gr = gamma[j] * dy[j] * z[j], d = -gr * (x[j] * z[j]), own = by_v[j] * d;

            by_x[j] = gr + own * v[j];
            by_own[j] = own;
            by_batch[j] = d - own;
            by_v[j] = own * x[j];
            z[j] *= x[j];
        }
    }
}

static void slope_row_at(const struct call *k, const struct io *io, size_t position)
{
    size_t i = position * k->c;

    slope_row(k, io->x[0] + k->at + i, k->gate ? k->gate + i : NULL, io->dy + k->at + i);
    if (k->o->nonlin && k->count == 0)
        memset(row_of(k, Z), 0, (V_SLOPE + 1 - Z) * k->c * sizeof(double));
}

/* OWN_SUM, of OWN_SLOPE, becomes the factor of x - center in dx, at positions that count. */
static void make_factors(const struct call *k)
{
    size_t width = group_width(k);
    double *own = row_of(k, OWN_SUM);

    for (size_t first = 0; first < k->c; first += width) {
        double all = 0, root = row_of(k, ROOT)[first],
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
    const double *restrict slope = row_of(&k, OWN_SLOPE), *restrict z = row_of(&k, Z);
    double *restrict sum = row_of(&k, OWN_SUM), *restrict gamma = row_of(&k, GAMMA_SUM),
                     *restrict beta = row_of(&k, BETA_SUM), *restrict v = row_of(&k, V_SUM);
    size_t c = k.c;

    memset(sum, 0, (ROWS - OWN_SUM) * c * sizeof *sum);
    if (k.o->nonlin)
        spread(&k);
    for (size_t p = 0; p < k.positions; p++) {
        const real *restrict dy = io->dy + k.at + p * c;

        slope_row_at(&k, io, p);
        for (size_t j = 0; j < 2 * c; j++) /* OWN_SLOPE and BATCH_SLOPE */
            sum[j] += slope[j];
        for (size_t j = 0; j < c; j++) {
            gamma[j] += dy[j] * z[j];
            beta[j] += dy[j];
            v[j] += slope[2 * c + j];
        }
    }
    if (k.o->nonlin)
        make_factors(&k);
}

/* Adds the sums of the samples, in their order. Returns those of the batch. With b0, BATCH_SUM, of BATCH_SLOPE, becomes
 * the factor of x - batch_mean in dx, at positions that count. */
static struct call sum_batch(const struct layer *l, const struct io *io)
{
    struct call all = of_sample(l, io, io->n);
    bool constant = custom_norm_by_running(l, io);
    double *sum = row_of(&all, BATCH_SUM), count = 0;

    memset(sum, 0, (ROWS - BATCH_SUM) * all.c * sizeof *sum);
    for (int n = 0; n < io->n; n++) {
        struct call k = of_sample(l, io, n);

        count += k.count;
        for (size_t i = 0; i < (ROWS - BATCH_SUM) * k.c; i++)
            sum[i] += row_of(&k, BATCH_SUM)[i];
    }
    for (size_t j = 0; all.o->kind == B0 && j < all.c; j++)
        sum[j] *= constant || count == 0 ? 0 : inverse(all.batch_root[j]) / count;
    return all;
}

static void write_dx(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n), all = of_sample(l, io, io->n);
    const unsigned char *mask = k.o->nonlin ? custom_norm_mask(l, io, n) : NULL;
    const double *restrict own = row_of(&k, OWN_SUM), *restrict center = row_of(&k, CENTER),
                           *restrict batch = row_of(&all, BATCH_SUM),
                           *restrict batch_mean = k.batch_mean;
    double *restrict d = row_of(&k, X_SLOPE);

    for (size_t p = 0; p < k.positions; p++) {
        const real *restrict x = io->x[0] + k.at + p * k.c;
        real *restrict dx = io->dx[0] + k.at + p * k.c;
        bool counts = k.o->nonlin && (!mask || mask[p]);

        slope_row_at(&k, io, p);
        for (size_t j = 0; j < k.c && counts; j++)
            d[j] += own[j] * (x[j] - center[j]);
        for (size_t j = 0; j < k.c && counts && k.o->kind == B0; j++)
            d[j] += batch[j] * (x[j] - batch_mean[j]);
        if (io->add[0])
            for (size_t j = 0; j < k.c; j++)
                dx[j] = (real)(dx[j] + d[j]);
        else
            for (size_t j = 0; j < k.c; j++)
                dx[j] = (real)d[j];
    }
}

static void backward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);
    struct call all;

    set_neutral(l, io);
    layer_samples(l, io, sum_sample);
    all = sum_batch(l, io);
    custom_norm_write_affine(l, io, row_of(&all, GAMMA_SUM), row_of(&all, BETA_SUM));
    row_tasks_write(io, all.c, row_of(&all, V_SUM), o->v < 0 ? NULL : io->dparam + o->v);
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
