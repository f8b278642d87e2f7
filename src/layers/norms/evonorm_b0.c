/* The passes of evonorm kind=b0 with nonlin=1, y = gamma * z + beta with z = x / divisor. The divisor is the larger one of
 * the batch's root, and v * x + the root of the instance: it differs from value to value. Rows are computed in double, in
 * loops that the compiler turns into vectors. */
#include "layers/norms/evonorm.h"
#include <math.h>
#include <string.h>

/* Further rows of a sample, for the values of one position: with g = gamma * dy */
enum {
    Z = SUMS_END,
    X_SLOPE,     /* g * dz/dx for constant roots */
    OWN_SLOPE,   /* g * dz/d(root of the instance) */
    BATCH_SLOPE, /* g * dz/d(root of the batch) */
    V_SLOPE,     /* g * dz/dv */
};

static const double *batch_mean(const struct evonorm_sample *k, const struct io *io)
{
    return io_saved(io, k->o->batch);
}

static const double *batch_root(const struct evonorm_sample *k, const struct io *io)
{
    return batch_mean(k, io) + k->c;
}

static double inverse(double d)
{
    double r = 1 / d;

    return r > REAL_MAX ? 0 : r;
}

void evonorm_b0_begin(const struct layer *l, const struct io *io, const struct column_moments *all)
{
    const struct evonorm *o = (const struct evonorm *)l->options;
    double *mean = io_saved(io, o->batch), *root = mean + l->in[0].c;
    bool by_running = custom_norm_by_running(l, io);

    for (int j = 0; j < l->in[0].c; j++) {
        double var = all->count > 0 ? all->m2[j] / all->count : 0;

        mean[j] = all->mean[j];
        root[j] = sqrt((by_running ? (double)io->state[o->norm.var + j] : var) + o->norm.eps);
    }
}

/* Sets Z to the inverses of the divisors of a row, and V_SLOPE to 1 where the divisor is that of the instance, else 0. */
static void divide(const struct evonorm_sample *k, const struct io *io, const real *restrict x)
{
    const real *restrict v = io->param + k->o->v;
    const double *restrict root = evonorm_row(k, ROOT), *restrict batch = batch_root(k, io);
    double *restrict z = evonorm_row(k, Z), *restrict own = evonorm_row(k, V_SLOPE);
    size_t c = k->c;

    for (size_t j = 0; j < c; j++) {
        double d = (double)v[j] * x[j] + root[j];

        own[j] = d > batch[j] ? 1 : 0;
        z[j] = d > batch[j] ? d : batch[j];
    }
    for (size_t j = 0; j < c; j++)
        z[j] = inverse(z[j]);
    if (k->count == 0) /* y is beta */
        memset(z, 0, c * sizeof *z);
}

/* y = gamma * z + beta */
static void write_row(const struct evonorm_sample *k, const struct io *io, const real *restrict x,
                      real *restrict y)
{
    const struct norm *m = &k->o->norm;
    const real *restrict gamma = m->gamma >= 0 ? io->param + m->gamma : NULL, *restrict beta =
                                                                                  m->beta >= 0
                                                                                      ? io->param +
                                                                                            m->beta
                                                                                      : NULL;
    double *restrict z = evonorm_row(k, Z);
    size_t c = k->c;

    for (size_t j = 0; j < c; j++)
        z[j] *= x[j];
    if (gamma)
        for (size_t j = 0; j < c; j++)
            z[j] *= gamma[j];
    if (beta)
        for (size_t j = 0; j < c; j++)
            z[j] += beta[j];
    for (size_t j = 0; j < c; j++)
        y[j] = (real)z[j];
}

void evonorm_b0_forward(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);

    evonorm_spread(&k);
    for (size_t p = 0; p < k.positions; p++) {
        const real *x = io->x[0] + k.at + p * k.c;

        divide(&k, io, x);
        write_row(&k, io, x, io->y + k.at + p * k.c);
    }
}

/* Sets the rows Z to V_SLOPE. */
static void slope_row(const struct evonorm_sample *k, const struct io *io, size_t position)
{
    const real *restrict x = io->x[0] + k->at + position * k->c,
                         *restrict dy = io->dy + k->at + position * k->c,
                         *restrict gamma =
                             k->o->norm.gamma >= 0 ? io->param + k->o->norm.gamma : NULL,
                         *restrict v = io->param + k->o->v;
    double *restrict z = evonorm_row(k, Z), *restrict by_x = evonorm_row(k, X_SLOPE),
                     *restrict by_v = evonorm_row(k, V_SLOPE),
                     *restrict by_own = evonorm_row(k, OWN_SLOPE),
                     *restrict by_batch = evonorm_row(k, BATCH_SLOPE);
    size_t c = k->c;

    divide(k, io, x);
    for (size_t j = 0; j < c; j++)
        by_x[j] = dy[j];
    if (gamma)
        for (size_t j = 0; j < c; j++)
            by_x[j] *= gamma[j];
    for (size_t j = 0; j < c; j++) {
        double g = by_x[j] * z[j], d = -g * (x[j] * z[j]), own = by_v[j] * d;

        by_x[j] = g + own * v[j];
        by_own[j] = own;
        by_batch[j] = d - own;
        by_v[j] = own * x[j];
        z[j] *= x[j];
    }
}

/* sum[c] += slope[c] */
static void add_row(size_t c, const double *restrict slope, double *restrict sum)
{
    for (size_t j = 0; j < c; j++)
        sum[j] += slope[j];
}

/* After the sums, OWN_SUM becomes the factor of x - CENTER in dx, at positions that count. */
void evonorm_b0_sum(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    double *restrict z = evonorm_row(&k, Z), *restrict dgamma = evonorm_row(&k, GAMMA_SUM),
                     *restrict dbeta = evonorm_row(&k, BETA_SUM);
    size_t c = k.c;

    evonorm_spread(&k);
    memset(evonorm_row(&k, OWN_SUM), 0, (SUMS_END - OWN_SUM) * c * sizeof(double));
    for (size_t p = 0; p < k.positions; p++) {
        const real *restrict dy = io->dy + k.at + p * c;

        slope_row(&k, io, p);
        add_row(c, evonorm_row(&k, OWN_SLOPE), evonorm_row(&k, OWN_SUM));
        add_row(c, evonorm_row(&k, BATCH_SLOPE), evonorm_row(&k, BATCH_SUM));
        add_row(c, evonorm_row(&k, V_SLOPE), evonorm_row(&k, V_SUM));
        for (size_t j = 0; j < c; j++) {
            dgamma[j] += dy[j] * z[j];
            dbeta[j] += dy[j];
        }
    }
    for (size_t j = 0; j < c; j++)
        evonorm_row(&k, OWN_SUM)[j] *=
            k.count > 0 ? inverse(evonorm_row(&k, ROOT)[j]) / k.count : 0;
}

/* In the memory of the batch, BATCH_SUM becomes the factor of x - the batch's mean in dx, at positions that count. */
void evonorm_b0_join(const struct layer *l, const struct io *io)
{
    struct evonorm_sample all = evonorm_sample(l, io, io->n);
    bool constant = custom_norm_by_running(l, io);
    double count = 0;

    for (int n = 0; n < io->n; n++)
        count += evonorm_sample(l, io, n).count;
    for (size_t j = 0; j < all.c; j++)
        evonorm_row(&all, BATCH_SUM)[j] *=
            constant || count == 0 ? 0 : inverse(batch_root(&all, io)[j]) / count;
}

void evonorm_b0_backward(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n), all = evonorm_sample(l, io, io->n);
    const unsigned char *mask = custom_norm_mask(l, io, n);
    const double *restrict own = evonorm_row(&k, OWN_SUM),
                           *restrict center = evonorm_row(&k, CENTER),
                           *restrict batch = evonorm_row(&all, BATCH_SUM),
                           *restrict mean = batch_mean(&k, io);
    double *restrict d = evonorm_row(&k, X_SLOPE);
    size_t c = k.c;

    for (size_t p = 0; p < k.positions; p++) {
        const real *restrict x = io->x[0] + k.at + p * c;
        real *restrict dx = io->dx[0] + k.at + p * c;

        slope_row(&k, io, p);
        if (!mask || mask[p])
            for (size_t j = 0; j < c; j++)
                d[j] += own[j] * (x[j] - center[j]) + batch[j] * (x[j] - mean[j]);
        if (io->add[0])
            for (size_t j = 0; j < c; j++)
                d[j] += dx[j];
        for (size_t j = 0; j < c; j++)
            dx[j] = (real)d[j];
    }
}
