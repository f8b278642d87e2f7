/*
 * Switchable normalization (Luo, Ren, Peng, Zhang & Li 2018, "Differentiable Learning-to-Normalize via Switchable
 * Normalization", equations 3 to 6). Each value is standardized by a mixture of the statistics of instance norm (its
 * channel in its sample), layer norm (its sample) and batch norm (its channel in the batch):
 *   mean = sum of w_k mean_k,   var = sum of w'_k var_k,   k = instance, layer, batch
 *   y = gamma * (x - mean) / sqrt(var + eps) + beta
 * The weights w are the softmax of mean_weight, w' that of var_weight. These parameters have one number for each k, in
 * the order instance, layer, batch; all are 1 at first. On one position an instance has no variance, so instance norm
 * is left out, as in the authors' code. using_bn=0 leaves out batch norm.
 *
 * In inference, batch norm has running statistics. All variances are biased, as in equation 3. (The authors' code takes
 * the unbiased variance of an instance, and the other two from it.) The option running_var says which variance the
 * running one averages. If all positions of a sample are padding, the means and variances of its instances and its
 * layer are 0.
 */
#include "base/error.h"
#include "layers/norms/custom_norm.h"
#include <math.h>
#include <string.h>

enum kind { INSTANCE, LAYER, BATCH, KINDS };

struct switchablenorm {
    struct norm norm; /* must be the first member */
    int using_bn;
    int kinds, first;               /* the kinds in use are first, ..., first + kinds - 1 */
    size_t mean_weight, var_weight; /* offsets in the parameter block */
    size_t moments, layers, batch;  /* offsets in saved (struct call) */
    size_t sums, rows;              /* offsets in scratch */
};
LAYER_OPTIONS_FIT(struct switchablenorm);

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_MOMENTUM_OPTION,
    NORM_RUNNING_VAR_OPTION("", ""),
    {"using_bn", OPTION_CHOICE, offsetof(struct switchablenorm, using_bn), "1", 0, 0, "0|1",
     "1: the mixture has the statistics of batch norm, too"},
    {0},
};

static const struct switchablenorm *switchablenorm_of(const struct layer *l)
{
    return (const struct switchablenorm *)l->options;
}

static void resolve(void *options)
{
    struct switchablenorm *o = options;

    norm_resolve_batch(&o->norm);
    if (!o->using_bn)
        norm_resolve_no_running(&o->norm);
}

static size_t book_weight(struct layer *l, const char *name, int kinds)
{
    struct param *p = layer_book_param(l, name, PARAM_OTHER, 1, kinds);

    p->initial = 1;
    return p->offset;
}

/* A sample's memory for backward: [SUMS][C] doubles, then the gradients of the 2 * KINDS weights w and w'. */
enum { DMEAN, DVAR, DGAMMA, DBETA, SUMS };

/* Returns the number of doubles in this memory. */
static size_t sample_sums(size_t c)
{
    return SUMS * c + 2 * KINDS;
}

static int setup(struct layer *l, struct setup *s)
{
    struct switchablenorm *o = (struct switchablenorm *)l->options;
    size_t c = (size_t)l->in[0].c, n = (size_t)s->max_n, positions = shape_positions(l->in[0]);
    struct norm_partition p = {.samples = o->using_bn ? NORM_ALL_SAMPLES : 1,
                               .all_positions = true,
                               .channels = o->using_bn ? 1 : l->in[0].c,
                               .over_batch = o->using_bn};
    int r;

    if (positions == 1 && !o->using_bn)
        return layer_refuse(s, "on one position with using_bn=0, only the statistics of layernorm "
                               "are left; take layernorm");
    if (positions * c == 1)
        return layer_refuse(s, "a sample holds one value, whose variance is undefined; take "
                               "batchnorm");
    r = custom_norm_setup(l, s, p, "take a batch of 2 or more, or layernorm");
    if (r)
        return r;
    o->first = positions == 1 ? LAYER : INSTANCE;
    o->kinds = (o->using_bn ? KINDS : BATCH) - o->first;
    o->mean_weight = book_weight(l, "mean_weight", o->kinds);
    o->var_weight = book_weight(l, "var_weight", o->kinds);
    custom_norm_book_running(l, true);
    o->moments = layer_book_saved(l, custom_moments_bytes(n, c));
    o->layers = layer_book_saved(l, 2 * n * sizeof(double));
    o->batch = layer_book_saved(l, 2 * c * sizeof(double));
    o->sums = layer_book_scratch(l, (n * sample_sums(c) + 4 * c) * sizeof(double));
    o->rows = layer_book_scratch(l, CUSTOM_TASKS * custom_coefficients_bytes(c));
    return 0;
}

/* One call. A kind that is not in use has the weight 0. */
struct call {
    const struct layer *layer;
    const struct switchablenorm *o;
    const struct io *io;
    int c;
    struct custom_moments m;
    struct norm_moments *layers; /* [n]: of each sample */
    struct norm_moments *batch;  /* [C]: of the batch, or the running ones */
    double mean_weight[KINDS], var_weight[KINDS];
    bool by_batch; /* batch[] comes from this call's values */
    /* In backward: a sample's memory (sample_sums()) for each sample, then [SUMS][C] for the batch. */
    double *sums;
};

/* Writes the weights of the kinds in use, the softmax of the parameters x, to weight[o->first] and after it; all others
 * are 0. */
static void softmax(const struct switchablenorm *o, const real *x, double *weight)
{
    double largest = x[0], sum = 0;

    for (int k = 0; k < KINDS; k++)
        weight[k] = 0;
    for (int k = 1; k < o->kinds; k++)
        largest = x[k] > largest ? (double)x[k] : largest;
    for (int k = 0; k < o->kinds; k++)
        sum += weight[o->first + k] = exp(x[k] - largest);
    for (int k = 0; k < KINDS; k++)
        weight[k] /= sum;
}

static struct call call_of(const struct layer *l, const struct io *io)
{
    const struct switchablenorm *o = switchablenorm_of(l);
    struct call k = {.layer = l,
                     .o = o,
                     .io = io,
                     .c = l->in[0].c,
                     .m = custom_moments_at(l, io, io_saved(io, o->moments)),
                     .layers = io_saved(io, o->layers),
                     .batch = io_saved(io, o->batch),
                     .by_batch = o->using_bn && !custom_norm_by_running(l, io)};

    softmax(o, io->param + o->mean_weight, k.mean_weight);
    softmax(o, io->param + o->var_weight, k.var_weight);
    return k;
}

static struct custom_coefficients coefficients_of(const struct call *k, int task)
{
    size_t c = (size_t)k->c;
    char *memory = io_scratch(k->io, k->o->rows);

    return custom_coefficients_at(c, memory + (size_t)task * custom_coefficients_bytes(c));
}

/* Writes the statistics of each kind for channel c of sample n to s; those of a kind that is not in use are 0. */
static void statistics(const struct call *k, int n, int c, struct norm_moments s[KINDS])
{
    size_t at = (size_t)n * (size_t)k->c + (size_t)c;
    double count = k->m.count[n];

    s[INSTANCE] = (struct norm_moments){k->m.mean[at], count > 0 ? k->m.m2[at] / count : 0};
    s[LAYER] = k->layers[n];
    s[BATCH] = k->o->using_bn ? k->batch[c] : (struct norm_moments){0, 0};
}

/* Returns the mixture of the statistics s of the kinds. */
static struct norm_moments mixture(const struct call *k, const struct norm_moments s[KINDS])
{
    double base = s[LAYER].mean; /* differences from it are mixed: equal means give exactly this */
    struct norm_moments mixed = {base, 0};

    for (int i = 0; i < KINDS; i++) {
        mixed.mean += k->mean_weight[i] * (s[i].mean - base);
        mixed.var += k->var_weight[i] * s[i].var;
    }
    return mixed;
}

/* ---- forward ---- */

/* Returns the moments of all values of a sample from those of its channels, which have equally many values. */
static struct norm_moments join_channels(const struct call *k, int n)
{
    const double *mean = k->m.mean + (size_t)n * (size_t)k->c,
                 *m2 = k->m.m2 + (size_t)n * (size_t)k->c;
    double count = k->m.count[n], difference = 0, sum = 0, center;

    if (count == 0)
        return (struct norm_moments){0, 0};
    for (int c = 0; c < k->c; c++) /* differences from mean[0]: so a large mean loses no digits */
        difference += mean[c] - mean[0];
    center = mean[0] + difference / k->c;
    for (int c = 0; c < k->c; c++)
        sum += m2[c] / count + (mean[c] - center) * (mean[c] - center);
    return (struct norm_moments){center, sum / k->c};
}

/* Sets k->batch to the statistics of the batch, or to the running ones. */
static void set_batch(const struct call *k)
{
    const struct norm *m = &k->o->norm;
    const struct column_moments *all = &k->m.all;

    for (int c = 0; c < k->c && k->o->using_bn; c++) {
        if (!k->by_batch)
            k->batch[c] =
                (struct norm_moments){k->io->state[m->mean + c], k->io->state[m->var + c]};
        else
            k->batch[c] =
                (struct norm_moments){all->mean[c], all->count > 0 ? all->m2[c] / all->count : 0};
    }
}

static void forward_sample(void *context, int n, int task)
{
    const struct call *k = context;
    const struct norm *m = &k->o->norm;
    struct custom_coefficients a = coefficients_of(k, task);

    k->layers[n] = join_channels(k, n);
    a.backward = false;
    for (int c = 0; c < k->c; c++) {
        struct norm_moments s[KINDS], mixed;

        statistics(k, n, c, s);
        mixed = mixture(k, s);
        a.center[c] = mixed.mean;
        a.scale[c] = custom_norm_gamma(m, k->io, c) * custom_norm_rstd(m, mixed.var);
        a.shift[c] = custom_norm_beta(m, k->io, c);
    }
    custom_norm_round(k->layer, &a);
    custom_norm_apply(k->layer, k->io, n, &a);
}

static void forward(const struct layer *l, struct io *io)
{
    struct call k = call_of(l, io);

    k.m = custom_norm_measure(l, io, io_saved(io, k.o->moments));
    set_batch(&k);
    custom_norm_samples(io, forward_sample, &k);
    if (k.by_batch)
        custom_norm_update(l, io, &k.m.all);
}

/* ---- backward ---- */

static double *sums_of(const struct call *k, int n)
{
    return k->sums + (size_t)n * sample_sums((size_t)k->c);
}

/* Computes a sample's gradients of the mixed mean and variance in each channel, and its terms of the gradients of the
 * parameters. */
static void sum_sample(void *context, int n, int task)
{
    const struct call *k = context;
    size_t size = (size_t)k->c;
    struct custom_coefficients a = coefficients_of(k, task);
    double *sum = sums_of(k, n), *dy = sum + DBETA * size, *dyx = sum + DGAMMA * size,
           *dweight = sum + SUMS * size;

    memset(dweight, 0, 2 * KINDS * sizeof *dweight);
    for (int c = 0; c < k->c; c++) {
        struct norm_moments s[KINDS];

        statistics(k, n, c, s);
        a.rounded[c] = (real)mixture(k, s).mean;
    }
    custom_norm_sum(k->layer, k->io, n, false, a.rounded, dy, dyx);
    custom_norm_sum(k->layer, k->io, n, true, a.rounded, a.slope, a.shift);
    for (int c = 0; c < k->c; c++) {
        struct norm_moments s[KINDS], mixed;
        double gamma = custom_norm_gamma(&k->o->norm, k->io, c), rstd;

        statistics(k, n, c, s);
        mixed = mixture(k, s);
        rstd = custom_norm_rstd(&k->o->norm, mixed.var);
        dy[c] += a.slope[c];
        dyx[c] += a.shift[c] + (a.rounded[c] - mixed.mean) * dy[c];
        dyx[c] *= rstd;
        sum[DMEAN * size + (size_t)c] = -gamma * rstd * dy[c];
        sum[DVAR * size + (size_t)c] = -gamma * dyx[c] * rstd * rstd / 2;
        for (int i = 0; i < KINDS; i++) {
            dweight[i] += sum[DMEAN * size + (size_t)c] * s[i].mean;
            dweight[KINDS + i] += sum[DVAR * size + (size_t)c] * s[i].var;
        }
    }
}

/* Sums over the samples, [C] each: the gradients of the batch's mean and variance in each channel, and of gamma and
 * beta. dweight: the gradients of w and w'. */
struct totals {
    double *dmean, *dvar, *dgamma, *dbeta;
    double dweight[2 * KINDS];
};

static struct totals total(const struct call *k)
{
    size_t size = (size_t)k->c;
    double *all = sums_of(k, k->io->n);
    struct totals t = {
        all + DMEAN * size, all + DVAR * size, all + DGAMMA * size, all + DBETA * size, {0}};

    memset(all, 0, 4 * size * sizeof *all);
    for (int n = 0; n < k->io->n; n++) {
        const double *sum = sums_of(k, n);

        for (size_t i = 0; i < 4 * size; i++)
            all[i] += sum[i];
        for (int i = 0; i < 2 * KINDS; i++)
            t.dweight[i] += sum[SUMS * size + (size_t)i];
    }
    return t;
}

/* Writes, or with add_param adds, the gradient of the softmax's argument. */
static void write_weight(const struct call *k, size_t offset, const double *weight,
                         const double *dweight)
{
    real *to = k->io->dparam + offset;
    double mean = 0;

    for (int i = 0; i < KINDS; i++)
        mean += weight[i] * dweight[i];
    for (int i = 0; i < k->o->kinds; i++) {
        int kind = k->o->first + i;

        to[i] = (real)(weight[kind] * (dweight[kind] - mean) + (k->io->add_param ? to[i] : 0));
    }
}

/* Writes dx of a sample. Each kind adds w m / N + 2 w' v (x - mean_k) / N to dx. m and v are the gradients of the mixed
 * mean and variance, summed over all values that share the statistics of this kind; N is the number of these values. */
static void backward_sample(void *context, int n, int task)
{
    const struct call *k = context;
    size_t size = (size_t)k->c;
    struct custom_coefficients a = coefficients_of(k, task);
    const double *dmean = sums_of(k, n) + DMEAN * size, *dvar = sums_of(k, n) + DVAR * size,
                 *all = sums_of(k, k->io->n);
    double count = k->m.count[n], sum_dmean = 0, sum_dvar = 0;

    for (int c = 0; c < k->c; c++) {
        sum_dmean += dmean[c];
        sum_dvar += dvar[c];
    }
    a.backward = true;
    for (int c = 0; c < k->c; c++) {
        struct norm_moments s[KINDS];
        double values[KINDS] = {count, count * k->c, k->m.all.count};
        double m[KINDS] = {dmean[c], sum_dmean, k->by_batch ? all[DMEAN * size + (size_t)c] : 0},
               v[KINDS] = {dvar[c], sum_dvar, k->by_batch ? all[DVAR * size + (size_t)c] : 0};

        statistics(k, n, c, s);
        a.center[c] = s[INSTANCE].mean;
        a.scale[c] = custom_norm_gamma(&k->o->norm, k->io, c) *
                     custom_norm_rstd(&k->o->norm, mixture(k, s).var);
        a.slope[c] = a.shift[c] = 0;
        for (int i = 0; i < KINDS && count > 0; i++) {
            double slope = 2 * k->var_weight[i] * v[i] / values[i];

            a.slope[c] += slope;
            a.shift[c] += slope * (a.center[c] - s[i].mean) + k->mean_weight[i] * m[i] / values[i];
        }
    }
    custom_norm_round(k->layer, &a);
    custom_norm_gradient(k->layer, k->io, n, &a);
}

static void backward(const struct layer *l, struct io *io)
{
    struct call k = call_of(l, io);
    struct totals t;

    for (int n = 0; n < io->n; n++)
        k.m.all.count += k.m.count[n];
    k.sums = io_scratch(io, k.o->sums);
    custom_norm_samples(io, sum_sample, &k);
    t = total(&k);
    custom_norm_write_affine(l, io, t.dgamma, t.dbeta);
    write_weight(&k, k.o->mean_weight, k.mean_weight, t.dweight);
    write_weight(&k, k.o->var_weight, k.var_weight, t.dweight + KINDS);
    custom_norm_samples(io, backward_sample, &k);
}

const struct layer_type layer_switchablenorm = {
    .name = "switchablenorm",
    .usage = "switchable normalization: by a learned mixture of the statistics of instance, layer "
             "and batch norm",
    .options = options,
    .resolve = resolve,
    .examples = {"", "affine=none eps=1e-3", "momentum=cma affine=scale",
                 "compat=keras affine=shift", "running_var=biased momentum=0.3 gamma_init=0.5",
                 "using_bn=0"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
    CUSTOM_NORM_MEMBERS,
};
