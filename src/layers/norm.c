#include "layers/norm.h"
#include "kernels/kernels.h"
#include <math.h>
#include <string.h>

LAYER_OPTIONS_FIT(struct norm);

/* The defaults of the three frameworks, by norm_compat. */
static const struct {
    double batch_eps, other_eps, momentum;
    int running_var;
} compat_defaults[] = {
    [COMPAT_TORCH] = {1e-5, 1e-5, 0.1, RUNNING_VAR_UNBIASED},
    [COMPAT_KERAS] = {1e-3, 1e-3, 0.01, RUNNING_VAR_BIASED},
    [COMPAT_FLAX] = {1e-5, 1e-6, 0.01, RUNNING_VAR_BIASED},
};

static void resolve_compat(struct norm *m, bool batch)
{
    if (m->eps == NORM_AUTO)
        m->eps =
            batch ? compat_defaults[m->compat].batch_eps : compat_defaults[m->compat].other_eps;
    if (m->momentum == NORM_AUTO)
        m->momentum = compat_defaults[m->compat].momentum;
    if (m->running_var == RUNNING_VAR_AUTO)
        m->running_var = compat_defaults[m->compat].running_var;
}

static int check_group(const struct layer *l, struct setup *s, struct norm_partition p,
                       const char *advice)
{
    size_t n = p.across_samples ? (size_t)s->min_train_n : 1;
    size_t positions = p.across_positions ? shape_positions(l->in[0]) : 1;
    char shape[48];

    if (n * positions * (size_t)p.channels != 1)
        return 0;
    shape_print(shape, l->in[0]);
    if (p.across_samples)
        return layer_refuse(
            s,
            "a training batch of 1 on shape %s leaves one value per statistics group, "
            "whose variance is undefined; %s",
            shape, advice);
    return layer_refuse(
        s,
        "on shape %s a statistics group holds one value, whose variance is undefined; "
        "%s",
        shape, advice);
}

static void book_tensors(struct layer *l, struct norm *m)
{
    int c = l->in[0].c;

    m->gamma = m->beta = m->mean = m->var = m->batches = NORM_ABSENT;
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SCALE) {
        struct param *gamma = layer_book_param(l, "gamma", PARAM_GAMMA, 1, c);

        gamma->initial = m->gamma_init;
        m->gamma = (ptrdiff_t)gamma->offset;
    }
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SHIFT)
        m->beta = (ptrdiff_t)layer_book_param(l, "beta", PARAM_BETA, 1, c)->offset;
    if (m->partition.across_samples) {
        struct param *var;

        m->mean = (ptrdiff_t)layer_book_state(l, "running_mean", 1, c)->offset;
        var = layer_book_state(l, "running_var", 1, c);
        var->initial = 1;
        m->var = (ptrdiff_t)var->offset;
        if (m->momentum == NORM_CMA)
            m->batches = (ptrdiff_t)layer_book_state(l, "num_batches_tracked", 1, 1)->offset;
    }
}

int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice)
{
    struct norm *m = (struct norm *)l->options;
    struct shape in = l->in[0];
    size_t n = (size_t)s->max_n, c = (size_t)in.c, groups;
    int r = check_group(l, s, partition, advice);

    if (r)
        return r;
    resolve_compat(m, partition.across_samples);
    m->partition = partition;
    m->by_rows =
        !partition.across_samples && (!partition.across_positions || shape_positions(in) == 1);
    book_tensors(l, m);
    groups = c / (size_t)partition.channels;
    if (!partition.across_samples)
        groups *= n;
    if (!partition.across_positions)
        groups *= shape_positions(in);
    m->center = layer_book_saved(l, groups * sizeof(real));
    m->rest = layer_book_saved(l, groups * sizeof(real));
    m->rstd = layer_book_saved(l, groups * sizeof(real));
    m->moments = layer_book_scratch(l, c * sizeof(struct moments));
    m->coefficients = layer_book_scratch(l, 4 * c * sizeof(real));
    m->sums = layer_book_scratch(l, 4 * c * sizeof(double));
    l->out = in;
    l->flops = 8.0 * (double)shape_size(in);
    return 0;
}

/* Where one call's blocks are. */
struct call {
    const struct norm *m;
    int c, groups;       /* channels; groups side by side along C */
    size_t outers, rows; /* passes of columns, and rows in each */
    const real *gamma, *beta;
    real *center, *rest, *rstd;
    struct moments *moments;
    real *coefficient[4];
    double *sum[4];
};

static void call_init(struct call *k, const struct layer *l, const struct io *io)
{
    const struct norm *m = (const struct norm *)l->options;
    size_t positions = shape_positions(l->in[0]), n = (size_t)io->n;

    k->m = m;
    k->c = l->in[0].c;
    k->groups = k->c / m->partition.channels;
    k->outers = m->partition.across_samples ? 1 : n;
    k->rows = m->partition.across_samples ? n * positions : positions;
    k->gamma = m->gamma >= 0 ? io->param + m->gamma : NULL;
    k->beta = m->beta >= 0 ? io->param + m->beta : NULL;
    k->center = (real *)((char *)io->saved + m->center);
    k->rest = (real *)((char *)io->saved + m->rest);
    k->rstd = (real *)((char *)io->saved + m->rstd);
    k->moments = (struct moments *)((char *)io->scratch + m->moments);
    for (int i = 0; i < 4; i++) {
        k->coefficient[i] = (real *)((char *)io->scratch + m->coefficients) + i * k->c;
        k->sum[i] = (double *)((char *)io->scratch + m->sums) + i * k->c;
    }
}

/* new = (1 - w) old + w batch */
static void update_running(const struct call *k, const struct io *io)
{
    const struct norm *m = k->m;
    real *mean = io->state + m->mean, *var = io->state + m->var;
    double weight = m->momentum;

    if (k->moments[0].count == 0)
        return;
    if (m->batches >= 0) {
        real *batches = io->state + m->batches;

        *batches += 1;
        weight = 1 / (double)*batches;
    }
    for (int c = 0; c < k->c; c++) {
        const struct moments *b = &k->moments[c];
        bool unbiased = m->running_var == RUNNING_VAR_UNBIASED;
        double batch_var = b->m2 / (unbiased ? b->count - 1 : b->count);

        mean[c] = (real)((1 - weight) * mean[c] + weight * b->mean);
        if (b->count > 1) /* a mask may leave one value, which says nothing of the variance */
            var[c] = (real)((1 - weight) * var[c] + weight * batch_var);
    }
}

/* Saves what forward's apply and backward need of group g: mean in two parts, and 1/sd. */
static void save_group(const struct call *k, size_t g, double mean, double var, bool empty)
{
    k->center[g] = (real)mean;
    k->rest[g] = (real)(mean - k->center[g]);
    k->rstd[g] = empty ? 0 : (real)(1 / sqrt(var + k->m->eps));
}

/* Group statistics of one pass of columns, from the data. */
static void measure(const struct call *k, size_t outer, const real *x, const unsigned char *mask)
{
    int per = k->m->partition.channels;

    columns_moments(k->rows, k->c, x, mask, k->moments);
    for (int g = 0; g < k->groups; g++) {
        struct moments all = k->moments[g * per];

        for (int i = 1; i < per; i++)
            moments_merge(&all, &k->moments[g * per + i]);
        save_group(k, outer * (size_t)k->groups + (size_t)g, all.mean,
                   all.count > 0 ? all.m2 / all.count : 0, all.count == 0);
    }
}

static void apply(const struct call *k, size_t outer, const real *x, real *y)
{
    real *center = k->coefficient[0], *scale = k->coefficient[1], *shift = k->coefficient[2];

    for (int c = 0; c < k->c; c++) {
        size_t g = outer * (size_t)k->groups + (size_t)(c / k->m->partition.channels);
        double a = (k->gamma ? k->gamma[c] : 1.0) * k->rstd[g];

        center[c] = k->center[g];
        scale[c] = (real)a;
        shift[c] = (real)((k->beta ? k->beta[c] : 0.0) - k->rest[g] * a);
    }
    columns_apply(k->rows, k->c, x, center, scale, shift, y);
}

void norm_forward(const struct layer *l, struct io *io)
{
    struct call k;
    size_t block;

    call_init(&k, l, io);
    if (k.m->by_rows) {
        rows_forward((size_t)io->n * shape_positions(l->in[0]) * (size_t)k.groups,
                     k.m->partition.channels, k.groups, io->x[0], k.gamma, k.beta, k.m->eps, io->y,
                     k.center, k.rest, k.rstd);
        return;
    }
    block = k.rows * (size_t)k.c;
    for (size_t o = 0; o < k.outers; o++) {
        const real *x = io->x[0] + o * block;

        if (k.m->partition.across_samples && !io->training) {
            const real *mean = io->state + k.m->mean, *var = io->state + k.m->var;

            for (int c = 0; c < k.c; c++)
                save_group(&k, (size_t)c, mean[c], var[c], false);
        } else {
            measure(&k, o, x, io->mask ? io->mask + o * k.rows : NULL);
        }
        apply(&k, o, x, io->y + o * block);
    }
    if (k.m->partition.across_samples && io->training)
        update_running(&k, io);
}

static double count_rows(const struct call *k, const unsigned char *mask)
{
    size_t n = 0;

    if (!mask)
        return (double)k->rows;
    for (size_t r = 0; r < k->rows; r++)
        n += mask[r] != 0;
    return (double)n;
}

/* Turns the two sums of each channel into dx = dy * a + valid * ((x - center) * b + shift), and
 * adds to the sums for gamma and beta. fixed: the statistics did not come from x. */
static void coefficients(const struct call *k, size_t outer, double rows, bool fixed)
{
    real *a = k->coefficient[1], *b = k->coefficient[2], *shift = k->coefficient[3];
    double *sum_dy = k->sum[0], *sum_dyx = k->sum[1], *dgamma = k->sum[2], *dbeta = k->sum[3];
    int per = k->m->partition.channels;

    for (int first = 0; first < k->c; first += per) {
        size_t g = outer * (size_t)k->groups + (size_t)(first / per);
        double rstd = k->rstd[g], rest = k->rest[g], mean_g = 0, mean_gx = 0;

        for (int c = first; c < first + per; c++) {
            double dy_xhat = (sum_dyx[c] - rest * sum_dy[c]) * rstd;
            double gamma = k->gamma ? k->gamma[c] : 1;

            dgamma[c] += dy_xhat;
            dbeta[c] += sum_dy[c];
            mean_g += gamma * sum_dy[c];
            mean_gx += gamma * dy_xhat;
        }
        mean_g = fixed || rows == 0 ? 0 : mean_g / (rows * per);
        mean_gx = fixed || rows == 0 ? 0 : mean_gx / (rows * per);
        for (int c = first; c < first + per; c++) {
            a[c] = (real)((k->gamma ? k->gamma[c] : 1) * rstd);
            b[c] = (real)(-rstd * rstd * mean_gx);
            shift[c] = (real)(-rstd * mean_g + rest * rstd * rstd * mean_gx);
        }
    }
}

static void backward_columns(const struct call *k, const struct io *io)
{
    bool fixed = k->m->partition.across_samples && !io->training;
    size_t block = k->rows * (size_t)k->c;
    real *center = k->coefficient[0];

    for (size_t o = 0; o < k->outers; o++) {
        const real *x = io->x[0] + o * block, *dy = io->dy + o * block;
        const unsigned char *mask = io->mask && !fixed ? io->mask + o * k->rows : NULL;

        for (int c = 0; c < k->c; c++)
            center[c] = k->center[o * (size_t)k->groups + (size_t)(c / k->m->partition.channels)];
        columns_sums(k->rows, k->c, x, dy, center, k->sum[0], k->sum[1]);
        coefficients(k, o, count_rows(k, mask), fixed);
        if (io->dx[0])
            columns_backward(k->rows, k->c, x, dy, center, k->coefficient[1], k->coefficient[2],
                             k->coefficient[3], mask, io->dx[0] + o * block, io->add[0]);
    }
}

void norm_backward(const struct layer *l, struct io *io)
{
    struct call k;

    call_init(&k, l, io);
    memset(k.sum[2], 0, 2 * (size_t)k.c * sizeof(double));
    if (k.m->by_rows)
        rows_backward((size_t)io->n * shape_positions(l->in[0]) * (size_t)k.groups,
                      k.m->partition.channels, k.groups, io->x[0], io->dy, k.gamma, k.center,
                      k.rest, k.rstd, io->dx[0], io->add[0], k.sum[2], k.sum[3]);
    else
        backward_columns(&k, io);
    for (int c = 0; c < k.c; c++) {
        if (k.gamma)
            io->dparam[k.m->gamma + c] += (real)k.sum[2][c];
        if (k.beta)
            io->dparam[k.m->beta + c] += (real)k.sum[3][c];
    }
}
