/* EvoNorm (Liu, Brock, Simonyan & Le 2020, table 3): a norm and an activation in one function, which a search found.
 *   kind=s0   y = gamma_c * x * sigmoid(v_c * x) / sqrt(var(group) + eps) + beta_c
 *   kind=b0   y = gamma_c * x / max(sqrt(var(batch) + eps), v_c * x + sqrt(var(instance) + eps)) + beta_c
 * group: some channels of a sample at all positions, as in groupnorm. batch and instance: one channel at all positions,
 * of the whole batch or of one sample. Variances are biased. v, one number for each channel, starts at 1. nonlin=0 is
 * the layer where no activation is wanted, y = gamma_c * x + beta_c, in which nothing is normalized.
 *
 * Deviations from the paper's program: groups=8 for its 32, as in groupnorm; and eps is common to all roots (b0's batch
 * variance has the eps of its BatchNorm there). As PyTorch's max() does, the gradient of b0 reaches the larger one of the
 * two roots; where they are equal, it reaches the batch's.
 *
 * kind=b0 has a running variance, as batchnorm has (norm.h), which stands for var(batch) in inference. It can not be
 * mixed with a sample's own (NORM_STATS_OWN): no running mean is known. Such a call uses the running variance alone.
 *
 * With masked=1, padding does not count in the variances, and y and the exact gradient are computed there, too. Where
 * no value of a group or an instance counts, y is beta. That is also so where the divisor is so small that its inverse
 * overflows. */
#include "base/error.h"
#include "kernels/kernels.h"
#include "layers/norms/norm.h"
#include "layers/row_tasks.h"
#include <math.h>
#include <string.h>

enum kind { S0, B0 };

struct evonorm {
    struct norm norm; /* for NORM_OPTIONS; of its offsets, gamma, beta, var and batches are used */
    int kind;
    bool nonlin;
    ptrdiff_t v; /* offset in the parameter block, or NORM_ABSENT */
    size_t gate; /* offset in saved, with s0: sigmoid(v x) of each value */
    /* offsets in saved, [N][C]: mean of the value's group, and sqrt(var + eps), or with s0 its inverse */
    size_t center, root;
    size_t count; /* offset in saved, [N + 1]: rows that count, of each sample and of the batch */
    size_t batch; /* offset in saved, with b0, [2][C]: mean and root of the batch */
    size_t
        moments; /* offset in scratch, [N + 1][2][C]: mean and M2, of each sample and of the batch */
    size_t sums; /* offset in scratch, [N + 1][SUMS][C], for backward */
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
     "0: only gamma x + beta, where no activation is wanted"},
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

/* Values that have no effect become those of compat=torch. */
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
    if (o->kind == B0) {
        m->groups = GROUPS_DEFAULT;
    } else {
        m->momentum = 0.1;
        m->running_var = RUNNING_VAR_UNBIASED;
        m->groups = o->nonlin ? m->groups : GROUPS_DEFAULT;
    }
}

/* ---- set-up ---- */

static ptrdiff_t book(struct layer *l, const char *name, enum param_role role, int count,
                      double initial)
{
    struct param *p = layer_book(l, name, role, 1, &count);

    p->initial = initial;
    return (ptrdiff_t)p->offset;
}

static void book_tensors(struct layer *l, struct evonorm *o)
{
    struct norm *m = &o->norm;
    int c = l->in[0].c;

    o->v = m->gamma = m->beta = m->var = m->batches = NORM_ABSENT;
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SCALE)
        m->gamma = book(l, "gamma", PARAM_GAMMA, c, m->gamma_init);
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SHIFT)
        m->beta = book(l, "beta", PARAM_BETA, c, 0);
    if (o->nonlin)
        o->v = book(l, "v", PARAM_OTHER, c, 1);
    if (o->kind == B0)
        m->var = book(l, "running_var", PARAM_STATE, c, 1);
    if (o->kind == B0 && m->momentum == NORM_CMA)
        m->batches = book(l, "num_batches_tracked", PARAM_STATE, 1, 0);
}

/* Sums of a sample, each [C], and of the batch (struct slope). */
enum { SUM_OWN, SUM_BATCH, SUM_GAMMA, SUM_BETA, SUM_V, SUMS };

static void book_memory(struct layer *l, struct evonorm *o, size_t n)
{
    size_t row = (size_t)l->in[0].c * sizeof(double);

    o->sums = layer_book_scratch(l, (n + 1) * SUMS * row);
    if (!o->nonlin)
        return;
    if (o->kind == S0)
        o->gate = layer_book_saved(l, n * shape_size(l->in[0]) * sizeof(real));
    else
        o->batch = layer_book_saved(l, 2 * row);
    o->center = layer_book_saved(l, n * row);
    o->root = layer_book_saved(l, n * row);
    o->count = layer_book_saved(l, (n + 1) * sizeof(double));
    o->moments = layer_book_scratch(l, (n + 1) * 2 * row);
}

/* Returns 0 when each statistics group has two values or more; else -1 or REFUSED with a message. */
static int check_groups(const struct layer *l, const struct evonorm *o, struct setup *s)
{
    size_t positions = shape_positions(l->in[0]);
    int c = l->in[0].c, groups = o->norm.groups;
    char shape[48];

    shape_print(shape, l->in[0]);
    if (o->nonlin && o->kind == S0 && c % groups)
        return layer_error(s, "groups=%d does not divide the %d channels", groups, c);
    if (o->nonlin && o->kind == S0 && positions * (size_t)(c / groups) == 1)
        return layer_refuse(s,
                            "on shape %s a statistics group holds one value, whose variance is "
                            "undefined; take fewer groups or more channels",
                            shape);
    if (o->nonlin && o->kind == B0 && positions * (size_t)s->min_train_n == 1)
        return layer_refuse(
            s,
            "a training batch of 1 on shape %s leaves one value in a statistics "
            "group, whose variance is undefined; take a batch of 2 or more, or kind=s0",
            shape);
    return 0;
}

static int setup(struct layer *l, struct setup *s)
{
    struct evonorm *o = (struct evonorm *)l->options;
    int r = check_groups(l, o, s);

    if (r)
        return r;
    if (o->norm.masked == MASKED_AUTO)
        o->norm.masked = s->masked ? MASKED_YES : MASKED_NO;
    book_tensors(l, o);
    book_memory(l, o, (size_t)s->max_n);
    l->out = l->in[0];
    l->flops = 10.0 * (double)shape_size(l->in[0]);
    return 0;
}

/* ---- a call ---- */

/* The arrays of one sample in a call. */
struct call {
    const struct evonorm *o;
    size_t c, rows;
    const real *x;                /* [rows][c] */
    const unsigned char *mask;    /* [rows], NULL: all rows count */
    const real *gamma, *beta, *v; /* [c]; NULL: none */
    real *gate;                   /* [rows][c] */
    double *center, *root, *count;
    double *batch_count, *batch_mean, *batch_root;
    double *mean, *m2; /* forward: [c] */
    double *sum;       /* backward: [SUMS][c] */
};

static const real *parameter(const struct io *io, ptrdiff_t offset)
{
    return offset < 0 ? NULL : io->param + offset;
}

static struct call of_sample(const struct layer *l, const struct io *io, int sample)
{
    const struct evonorm *o = evonorm_of(l);
    size_t c = (size_t)l->in[0].c, n = (size_t)sample, rows = layer_positions(l, io);
    double *count = io_saved(io, o->count), *batch = io_saved(io, o->batch),
           *moments = io_scratch(io, o->moments);

    return (struct call){.o = o,
                         .c = c,
                         .rows = rows,
                         .x = io->x[0] + n * rows * c,
                         .mask = o->norm.masked == MASKED_YES ? layer_mask(l, io, sample) : NULL,
                         .gamma = parameter(io, o->norm.gamma),
                         .beta = parameter(io, o->norm.beta),
                         .v = parameter(io, o->v),
                         .gate = (real *)io_saved(io, o->gate) + n * rows * c,
                         .center = (double *)io_saved(io, o->center) + n * c,
                         .root = (double *)io_saved(io, o->root) + n * c,
                         .count = count + n,
                         .batch_count = count + io->n,
                         .batch_mean = batch,
                         .batch_root = batch + c,
                         .mean = moments + n * 2 * c,
                         .m2 = moments + n * 2 * c + c,
                         .sum = (double *)io_scratch(io, o->sums) + n * SUMS * c};
}

static bool row_counts(const struct call *k, size_t row)
{
    return !k->mask || k->mask[row];
}

/* 1 / d, or 0 where that overflows. */
static double inverse(double d)
{
    double r = 1 / d;

    return isinf((real)r) ? 0 : r;
}

/* The divisor's inverse at value i, which is of channel j; 0 where y is beta. With b0, *own tells whether the divisor
 * is that of the instance. */
static double divide(const struct call *k, size_t i, size_t j, bool *own)
{
    double instance;

    *own = true;
    if (k->o->kind == S0)
        return k->root[j];
    instance = (double)k->v[j] * k->x[i] + k->root[j];
    *own = instance > k->batch_root[j];
    return *k->count > 0 ? inverse(*own ? instance : k->batch_root[j]) : 0;
}

/* ---- forward ---- */

/* Moments of each channel over the rows that count, in the order of the rows: padding at the end changes no bit. */
static void measure_channels(const struct call *k)
{
    memset(k->mean, 0, k->c * sizeof *k->mean);
    memset(k->m2, 0, k->c * sizeof *k->m2);
    *k->count = 0;
    for (size_t r = 0; r < k->rows; r++) {
        *k->count += row_counts(k, r);
        for (size_t j = 0; j < k->c && row_counts(k, r); j++)
            k->mean[j] += k->x[r * k->c + j];
    }
    for (size_t j = 0; j<k->c && * k->count> 0; j++)
        k->mean[j] /= *k->count;
    for (size_t r = 0; r < k->rows; r++)
        for (size_t j = 0; j < k->c && row_counts(k, r); j++) {
            double d = k->x[r * k->c + j] - k->mean[j];

            k->m2[j] += d * d;
        }
}

/* The statistics of a sample's groups, from the moments of their channels. */
static void measure_sample(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    size_t width = k.o->kind == S0 ? k.c / (size_t)k.o->norm.groups : 1;

    measure_channels(&k);
    for (size_t first = 0; first < k.c; first += width) {
        double center = 0, m2 = 0, root;

        for (size_t j = first; j < first + width; j++)
            center += k.mean[j] / (double)width;
        for (size_t j = first; j < first + width; j++)
            m2 += k.m2[j] + *k.count * (k.mean[j] - center) * (k.mean[j] - center);
        root = sqrt((*k.count > 0 ? m2 / (*k.count * (double)width) : 0) + k.o->norm.eps);
        if (k.o->kind == S0)
            root = *k.count > 0 ? inverse(root) : 0;
        for (size_t j = first; j < first + width; j++) {
            k.center[j] = center;
            k.root[j] = root;
        }
    }
}

static void update_running(const struct call *batch, const struct io *io)
{
    const struct norm *m = &batch->o->norm;
    double count = *batch->batch_count, weight = m->momentum,
           divisor = m->running_var == RUNNING_VAR_UNBIASED ? count - 1 : count;

    if (m->batches >= 0) {
        io->state[m->batches] += 1;
        weight = 1 / (double)io->state[m->batches];
    }
    for (size_t j = 0; j < batch->c; j++) {
        real *var = io->state + m->var + j;

        *var = (real)((1 - weight) * *var + weight * batch->m2[j] / divisor);
    }
}

static void add_averages(const struct call *batch, const struct io *io)
{
    double count = *batch->batch_count;

    for (size_t j = 0; j < batch->c; j++) {
        struct norm_average *a = io->averages + batch->o->norm.var + j;
        double before = a->mean, share;

        a->weight += count;
        share = count / a->weight;
        a->value += (batch->m2[j] / count - a->value) * share;
        a->mean += (batch->mean[j] - before) * share;
        a->mean_m2 += count * (batch->mean[j] - before) * (batch->mean[j] - a->mean);
    }
}

/* The moments of the batch are those of its samples, merged in their order. One value has no variance, so neither the
 * running variance nor an average counts it. */
static void measure_batch(const struct layer *l, const struct io *io)
{
    struct call batch = of_sample(l, io, io->n);
    struct column_moments all = {0, batch.mean, batch.m2};

    for (int n = 0; n < io->n; n++) {
        struct call k = of_sample(l, io, n);
        struct column_moments one = {*k.count, k.mean, k.m2};

        if (all.count > 0)
            columns_merge((int)k.c, &all, &one);
        else
            memcpy(all.mean, k.mean, 2 * k.c * sizeof *k.mean), all.count = *k.count;
    }
    *batch.batch_count = all.count;
    for (size_t j = 0; j < batch.c; j++) {
        batch.batch_mean[j] = batch.mean[j];
        batch.batch_root[j] =
            sqrt((all.count > 0 ? batch.m2[j] / all.count : 0) + batch.o->norm.eps);
    }
    if (all.count > 1 && io->training && io->norm_stats == NORM_STATS_USUAL)
        update_running(&batch, io);
    if (all.count > 1 && io->averages)
        add_averages(&batch, io);
}

/* A count of 0 tells backward that the root is a constant. */
static void take_running(const struct layer *l, const struct io *io)
{
    struct call k = of_sample(l, io, 0);

    *k.batch_count = 0;
    for (size_t j = 0; j < k.c; j++)
        k.batch_root[j] = sqrt((double)io->state[k.o->norm.var + (ptrdiff_t)j] + k.o->norm.eps);
}

static void write_sample(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    real *y = io->y + (k.x - io->x[0]);
    bool gated = k.o->nonlin && k.o->kind == S0, own;

    for (size_t r = 0; gated && r < k.rows * k.c; r += k.c)
        for (size_t j = 0; j < k.c; j++)
            k.gate[r + j] = k.v[j] * k.x[r + j];
    if (gated)
        l->kernels->sigmoid_forward(k.rows * k.c, k.gate, k.gate);
    for (size_t r = 0; r < k.rows * k.c; r += k.c)
        for (size_t j = 0; j < k.c; j++) {
            double z = k.x[r + j];

            if (k.o->nonlin)
                z *= divide(&k, r + j, j, &own);
            if (gated)
                z *= k.gate[r + j];
            y[r + j] =
                (real)((k.gamma ? (double)k.gamma[j] : 1) * z + (k.beta ? (double)k.beta[j] : 0));
        }
}

static void forward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);

    if (o->nonlin)
        layer_samples(l, io, measure_sample);
    if (o->kind == B0) {
        if (io->norm_stats == NORM_STATS_BATCH ||
            (io->training && io->norm_stats == NORM_STATS_USUAL))
            measure_batch(l, io);
        else
            take_running(l, io);
    }
    layer_samples(l, io, write_sample);
}

/* ---- backward ---- */

/* Of y = gamma * z + beta at one value, with g = gamma * dy: z, g * dz/dx for constant statistics, g * dz/dv, and
 * g * dz/dr, where r is the inverse of the root with s0, and the root of the instance (own) or of the batch with b0. */
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
        double d = -g * x * r * r;

        return (struct slope){x * r, g * r + (own ? d * (double)k->v[j] : 0), own ? d * x : 0, d,
                              own};
    }
    gate = k->gate[i];
    bend = x * gate * (1 - gate); /* of x sigmoid(v x): the derivative by v is x times this */
    return (struct slope){x * gate * r, g * r * (gate + (double)k->v[j] * bend), g * r * x * bend,
                          g * x * gate, true};
}

/* Sums over all rows of a sample. Then SUM_OWN becomes the factor of x - center in dx, for rows that count. */
static void sum_sample(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n);
    const real *dy = io->dy + (k.x - io->x[0]);
    size_t c = k.c, width = k.o->kind == S0 ? c / (size_t)k.o->norm.groups : 1;

    memset(k.sum, 0, SUMS * c * sizeof *k.sum);
    for (size_t r = 0; r < k.rows * c; r += c)
        for (size_t j = 0; j < c; j++) {
            double d = dy[r + j];
            struct slope t = slope_at(&k, r + j, j, d * (k.gamma ? (double)k.gamma[j] : 1));

            k.sum[(t.own ? SUM_OWN : SUM_BATCH) * c + j] += t.root;
            k.sum[SUM_GAMMA * c + j] += d * t.z;
            k.sum[SUM_BETA * c + j] += d;
            k.sum[SUM_V * c + j] += t.v;
        }
    for (size_t first = 0; k.o->nonlin && first < c; first += width) {
        double all = 0, root = k.root[first],
               slope = k.o->kind == S0 ? -root * root * root : inverse(root);

        for (size_t j = first; j < first + width; j++)
            all += k.sum[SUM_OWN * c + j];
        for (size_t j = first; j < first + width; j++)
            k.sum[SUM_OWN * c + j] = *k.count > 0 ? all * slope / (*k.count * (double)width) : 0;
    }
}

/* Adds the sums of all samples, in their order. Then SUM_BATCH becomes the factor of x - batch_mean in dx. */
static void sum_batch(const struct layer *l, const struct io *io)
{
    struct call batch = of_sample(l, io, io->n);

    memset(batch.sum, 0, SUMS * batch.c * sizeof *batch.sum);
    for (int n = 0; n < io->n; n++) {
        struct call k = of_sample(l, io, n);

        for (size_t i = SUM_BATCH * k.c; i < SUMS * k.c; i++)
            batch.sum[i] += k.sum[i];
    }
    for (size_t j = 0; batch.o->kind == B0 && j < batch.c; j++)
        batch.sum[SUM_BATCH * batch.c + j] *=
            *batch.batch_count > 0 ? inverse(batch.batch_root[j]) / *batch.batch_count : 0;
}

static void write_dx(const struct layer *l, const struct io *io, int n)
{
    struct call k = of_sample(l, io, n), batch = of_sample(l, io, io->n);
    real *dx = io->dx[0] + (k.x - io->x[0]);
    const real *dy = io->dy + (k.x - io->x[0]);
    bool by_batch = k.o->kind == B0 && *k.batch_count > 0;

    for (size_t r = 0; r < k.rows; r++)
        for (size_t j = 0; j < k.c; j++) {
            size_t i = r * k.c + j;
            double d = slope_at(&k, i, j, (double)dy[i] * (k.gamma ? (double)k.gamma[j] : 1)).x;

            if (k.o->nonlin && row_counts(&k, r)) {
                d += k.sum[SUM_OWN * k.c + j] * (k.x[i] - k.center[j]);
                if (by_batch)
                    d += batch.sum[SUM_BATCH * k.c + j] * (k.x[i] - k.batch_mean[j]);
            }
            dx[i] = (real)(d + (io->add[0] ? (double)dx[i] : 0));
        }
}

static void write_gradient(const struct io *io, ptrdiff_t offset, size_t c, const double *sum)
{
    row_tasks_write(io, c, sum, offset < 0 ? NULL : io->dparam + offset);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);
    struct call batch = of_sample(l, io, io->n);

    layer_samples(l, io, sum_sample);
    sum_batch(l, io);
    write_gradient(io, o->norm.gamma, batch.c, batch.sum + SUM_GAMMA * batch.c);
    write_gradient(io, o->norm.beta, batch.c, batch.sum + SUM_BETA * batch.c);
    write_gradient(io, o->v, batch.c, batch.sum + SUM_V * batch.c);
    if (io->dx[0])
        layer_samples(l, io, write_dx);
}

const struct layer_type layer_evonorm = {
    .name = "evonorm",
    .usage =
        "a norm that is its own activation: x sigmoid(v x) / deviation, or x / max(batch, v x + instance)",
    .options = options,
    .preset = "compat",
    .resolve = resolve,
    .is_norm = true,
    .reads_mask = true,
    .activates = true,
    .examples = {"groups=2", "groups=1 affine=none", "groups=4 compat=keras affine=shift",
                 "kind=b0", "kind=b0 momentum=cma affine=scale eps=1e-3",
                 "kind=b0 momentum=0.3 running_var=biased gamma_init=0.5", "nonlin=0"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
