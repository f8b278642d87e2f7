/* EvoNorm (Liu, Brock, Simonyan & Le 2020, table 3): a norm and an activation in one function, found by a search.
 *   kind=s0   y = gamma_c * x * sigmoid(v_c * x) / sqrt(var(group) + eps) + beta_c
 *   kind=b0   y = gamma_c * x / max(sqrt(var(batch) + eps), v_c * x + sqrt(var(instance) + eps)) + beta_c
 * group: some channels of a sample at all positions, as in groupnorm. batch and instance: one channel at all positions,
 * of the whole batch or of one sample. Variances are biased. v, one number for each channel, starts at 1. With
 * nonlin=0, as for a norm that no activation follows, y = gamma_c * x + beta_c: nothing is normalized.
 *
 * Differences from the paper's program: the default is 8 groups, as in groupnorm, not 32. All roots have the same eps,
 * but the program's root of the batch variance has the eps of its BatchNorm. The gradient of b0's maximum goes to the
 * larger one of the two numbers; where they are equal, to that of the batch.
 *
 * kind=b0 has a running variance as batchnorm has (norm.h), which stands for var(batch) in inference.
 *
 * With masked=1, padding does not count in the variances; y and its exact gradient are computed there, too. Where no
 * value of a group or an instance counts, y is beta. That is also so where the divisor is so small that its inverse
 * overflows. */
#include "layers/norms/evonorm.h"
#include "kernels/also_avx2.h"
#include <math.h>
#include <string.h>

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
    NORM_RUNNING_VAR_OPTION("b0: ", ""),
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
        o->kind = EVONORM_S0;
        m->eps = 1e-5;
        m->masked = MASKED_AUTO;
    }
    if (o->kind == EVONORM_B0)
        norm_resolve_batch(m);
    else
        norm_resolve(m);
    if (o->kind == EVONORM_B0 || !o->nonlin)
        m->groups = GROUPS_DEFAULT;
    if (o->kind == EVONORM_S0)
        norm_resolve_no_running(m);
}

/* ---- set-up ---- */

static void book(struct layer *l, struct evonorm *o, size_t n)
{
    size_t c = (size_t)l->in[0].c, values = n * shape_size(l->in[0]), row = c * sizeof(double);

    o->v = NORM_ABSENT;
    o->rows = layer_book_scratch(l, (n + 1) * EVONORM_ROWS * row);
    o->coefficients = layer_book_scratch(l, n * custom_coefficients_bytes(c));
    if (!o->nonlin)
        return;
    layer_book_param(l, "v", PARAM_OTHER, 1, l->in[0].c)->initial = 1;
    o->v = (ptrdiff_t)l->param[l->params - 1].offset;
    o->moments = layer_book_saved(l, custom_moments_bytes(n, c));
    if (o->kind == EVONORM_B0) {
        o->batch = layer_book_saved(l, 2 * row);
        o->factors = layer_book_saved(l, 2 * values * sizeof(real));
        o->terms = layer_book_scratch(l, values * sizeof(real));
    } else {
        o->gate = layer_book_saved(l, values * sizeof(real));
        o->terms = layer_book_scratch(l, values * sizeof(real));
    }
}

static int setup(struct layer *l, struct setup *s)
{
    struct evonorm *o = (struct evonorm *)l->options;
    int c = l->in[0].c, r;
    bool own = o->nonlin && o->kind == EVONORM_S0;

    if (own && c % o->norm.groups)
        return layer_error(s, "groups=%d does not divide the %d channel%s", o->norm.groups, c,
                           plural(c));
    if (o->kind == EVONORM_B0)
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

/* The member `norm` (layer.h). With nonlin=0 the layer has no statistics. */
static const struct norm *statistics_of(const struct layer *l)
{
    return evonorm_of(l)->nonlin ? norm_of(l) : NULL;
}

/* ---- one sample ---- */

struct evonorm_sample evonorm_sample(const struct layer *l, const struct io *io, int n)
{
    const struct evonorm *o = evonorm_of(l);
    size_t c = (size_t)l->in[0].c, sample = (size_t)n, positions = layer_positions(l, io);
    double *rows = io_scratch(io, o->rows);
    struct evonorm_sample k = {.o = o,
                               .c = c,
                               .positions = positions,
                               .at = sample * positions * c,
                               .rows = rows + sample * EVONORM_ROWS * c};

    if (o->nonlin && n < io->n) {
        struct custom_moments all = custom_moments_at(l, io, io_saved(io, o->moments));

        k.count = all.count[n];
        k.mean = all.mean + sample * c;
        k.m2 = all.m2 + sample * c;
    }
    return k;
}

double *evonorm_row(const struct evonorm_sample *k, int which)
{
    return k->rows + (size_t)which * k->c;
}

/* Returns the number of channels in a group. */
static size_t width_of(const struct evonorm_sample *k)
{
    if (!k->o->nonlin)
        return k->c;
    return k->o->kind == EVONORM_S0 ? k->c / (size_t)k->o->norm.groups : 1;
}

void evonorm_set_root(const struct evonorm_sample *k)
{
    size_t width = width_of(k);
    double n = k->count * (double)width;

    for (size_t first = 0; first < k->c; first += width) {
        double center = 0, m2 = 0, var, root;

        for (size_t j = first; j < first + width; j++)
            center += k->mean[j] / (double)width;
        for (size_t j = first; j < first + width; j++)
            m2 += k->m2[j] + k->count * (k->mean[j] - center) * (k->mean[j] - center);
        var = n > 0 ? m2 / n : 0;
        if (k->o->kind == EVONORM_B0)
            root = sqrt(var + k->o->norm.eps);
        else
            root = n > 0 ? custom_norm_rstd(&k->o->norm, var) : 0;
        for (size_t j = first; j < first + width; j++) {
            evonorm_row(k, CENTER)[j] = center;
            evonorm_row(k, ROOT)[j] = root;
        }
    }
}

/* ---- kind=s0: y = gamma * root * u + beta with u = x * gate, gate = sigmoid(v * x); and nonlin=0, where root = 1 and
 * u = x ---- */

/* Sets the rows CENTER and ROOT, also with nonlin=0. */
static void set_s0_root(const struct evonorm_sample *k)
{
    if (k->o->nonlin)
        evonorm_set_root(k);
    for (size_t j = 0; j < k->c && !k->o->nonlin; j++) {
        evonorm_row(k, CENTER)[j] = 0;
        evonorm_row(k, ROOT)[j] = 1;
    }
}

/* Returns the coefficients for sample n: those of y as a function of u, or with backward = true those of dx, for which
 * OWN_SUM must have been summed. */
static struct custom_coefficients coefficients_of(const struct layer *l, const struct io *io, int n,
                                                  bool backward)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    const double *center = evonorm_row(&k, CENTER), *root = evonorm_row(&k, ROOT),
                 *own = evonorm_row(&k, OWN_SUM);
    size_t width = width_of(&k);
    char *memory = io_scratch(io, k.o->coefficients);
    struct custom_coefficients q =
        custom_coefficients_at(k.c, memory + (size_t)n * custom_coefficients_bytes(k.c));

    for (size_t j = 0; j < k.c; j++) {
        double by_root = 0;

        for (size_t i = j - j % width; i < j - j % width + width && backward && k.count > 0; i++)
            by_root += own[i] / (k.count * (double)width);
        q.center[j] = backward ? center[j] : 0;
        q.scale[j] = custom_norm_gamma(&k.o->norm, io, (int)j) * root[j];
        q.slope[j] = -root[j] * root[j] * root[j] * by_root;
        q.shift[j] = backward ? 0 : custom_norm_beta(&k.o->norm, io, (int)j);
    }
    q.backward = backward;
    custom_norm_round(l, &q);
    return q;
}

ALSO_AVX2 void evonorm_multiply(size_t n, const real *restrict a, const real *restrict b,
                                real *restrict y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = a[i] * b[i];
}

/* Replaces u = x * gate by du/dv = x * u * (1 - gate). The order of the products keeps them finite for a large x. */
ALSO_AVX2 static void slope_of_v(size_t n, const real *restrict x, const real *restrict gate,
                                 real *restrict u)
{
    for (size_t i = 0; i < n; i++)
        u[i] = x[i] * (u[i] * (1 - gate[i]));
}

/* to = dy * du/dx */
ALSO_AVX2 static void through_gate(size_t rows, size_t c, const real *restrict x,
                                   const real *restrict gate, const real *restrict v,
                                   const real *restrict dy, real *restrict to)
{
    for (; rows > 0; rows--, x += c, gate += c, dy += c, to += c)
        for (size_t j = 0; j < c; j++) {
            real g = gate[j];

            to[j] = dy[j] * (g + v[j] * (x[j] * g * (1 - g)));
        }
}

/* Writes u of a sample to `to`, which may not be x. */
static void write_u(const struct layer *l, const struct io *io, int n, real *to)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    const real *x = io->x[0] + k.at;
    size_t values = k.positions * k.c;

    if (k.o->nonlin)
        evonorm_multiply(values, x, (const real *)io_saved(io, k.o->gate) + k.at, to);
    else
        memcpy(to, x, values * sizeof *to);
}

static void s0_forward(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    struct custom_coefficients q;
    struct io call = *io;

    set_s0_root(&k);
    q = coefficients_of(l, io, n, false);
    if (k.o->nonlin) {
        const real *zero = q.rounded; /* the centers */
        real *gate = (real *)io_saved(io, k.o->gate) + k.at;

        l->kernels->columns_apply(k.positions, (int)k.c, io->x[0] + k.at, zero, io->param + k.o->v,
                                  zero, gate, false);
        l->kernels->sigmoid_forward(k.positions * k.c, gate, gate);
    }
    write_u(l, io, n, io->y + k.at);
    call.x[0] = io->y;
    custom_norm_apply(l, &call, n, &q);
}

/* Writes a sample's rows from OWN_SUM to V_SUM, over all its positions. OWN_SUM is the sum of gamma * dy * u. */
static void s0_sum(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    const real *restrict x = io->x[0] + k.at,
                         *restrict gate = (const real *)io_saved(io, k.o->gate) + k.at, *zero, *dy;
    real *restrict term = (real *)io_scratch(io, k.o->terms) + k.at;
    double *own = evonorm_row(&k, OWN_SUM), *dgamma = evonorm_row(&k, GAMMA_SUM),
           *dbeta = evonorm_row(&k, BETA_SUM), *dv = evonorm_row(&k, V_SUM);
    struct custom_coefficients q;

    memset(own, 0, (SUMS_END - OWN_SUM) * k.c * sizeof *own);
    set_s0_root(&k);
    q = coefficients_of(l, io, n, false);
    zero = q.rounded;
    dy = io->dy + k.at;
    if (k.o->nonlin) {
        write_u(l, io, n, term);
        l->kernels->columns_sums(k.positions, (int)k.c, term, dy, NULL, zero, dbeta, own);
        slope_of_v(k.positions * k.c, x, gate, term);
        l->kernels->columns_sums(k.positions, (int)k.c, term, dy, NULL, zero,
                                 evonorm_row(&k, SUMS_END), dv);
    } else {
        l->kernels->columns_sums(k.positions, (int)k.c, x, dy, NULL, zero, dbeta, own);
    }
    for (size_t j = 0; j < k.c; j++) {
        dgamma[j] = evonorm_row(&k, ROOT)[j] * own[j];
        dv[j] *= q.scale[j];
        own[j] *= custom_norm_gamma(&k.o->norm, io, (int)j);
    }
}

static void s0_backward(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    struct custom_coefficients q = coefficients_of(l, io, n, true);
    struct io call = *io;

    if (k.o->nonlin) {
        real *terms = io_scratch(io, k.o->terms);

        through_gate(k.positions, k.c, io->x[0] + k.at,
                     (const real *)io_saved(io, k.o->gate) + k.at, io->param + k.o->v,
                     io->dy + k.at, terms + k.at);
        call.dy = terms;
    }
    custom_norm_gradient(l, &call, n, &q);
}

/* ---- the passes ---- */

static void forward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);

    if (o->nonlin) {
        struct custom_moments m = custom_norm_measure(l, io, io_saved(io, o->moments));

        if (o->kind == EVONORM_B0) {
            evonorm_b0_begin(l, io, &m.all);
            custom_norm_update(l, io, &m.all);
        }
    }
    layer_samples(l, io, o->kind == EVONORM_B0 ? evonorm_b0_forward : s0_forward);
}

/* Adds the sums of the samples in their order. Returns the rows with the sums over the batch. */
static struct evonorm_sample sum_batch(const struct layer *l, const struct io *io)
{
    struct evonorm_sample all = evonorm_sample(l, io, io->n);
    size_t values = (SUMS_END - OWN_SUM) * all.c;
    double *sum = evonorm_row(&all, OWN_SUM);

    memset(sum, 0, values * sizeof *sum);
    for (int n = 0; n < io->n; n++) {
        struct evonorm_sample k = evonorm_sample(l, io, n);

        for (size_t i = 0; i < values; i++)
            sum[i] += evonorm_row(&k, OWN_SUM)[i];
    }
    return all;
}

static void backward(const struct layer *l, struct io *io)
{
    const struct evonorm *o = evonorm_of(l);
    bool b0 = o->kind == EVONORM_B0;
    struct evonorm_sample all;

    layer_samples(l, io, b0 ? evonorm_b0_sum : s0_sum);
    all = sum_batch(l, io);
    custom_norm_write_affine(l, io, evonorm_row(&all, GAMMA_SUM), evonorm_row(&all, BETA_SUM));
    io_write_dparam(io, all.c, evonorm_row(&all, V_SUM), o->v < 0 ? NULL : io->dparam + o->v);
    if (b0)
        evonorm_b0_join(l, io);
    if (io->dx[0])
        layer_samples(l, io, b0 ? evonorm_b0_backward : s0_backward);
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
