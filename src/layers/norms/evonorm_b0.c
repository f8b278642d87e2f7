/* The passes of evonorm kind=b0 with nonlin=1: y = gamma * z + beta, z = x / divisor. The divisor differs from value to
 * value. It is the larger one of two: the batch's root sqrt(var(batch) + eps), and own = v * x + the root of the
 * instance. With r = 1 / divisor,
 *   dz/d(divisor) = -x r^2,   d(own)/dx = v,   d(own)/dv = x.
 * Where own is not the larger one, the batch's root gets the gradient. */
#include "kernels/also_avx2.h"
#include "layers/norms/evonorm.h"
#include <math.h>
#include <string.h>

/* Returns 1 / d, or 0 when this overflows. */
static real inverse(real d)
{
    real r = 1 / d;

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

/* Numbers for each value of a sample, [positions][c]. Forward saves the first two for backward. */
struct terms {
    real *r;     /* 1 / divisor */
    real *own;   /* x r^2 where own is the divisor, else 0 */
    real *spare; /* temporary memory */
};

static struct terms terms_of(const struct evonorm_sample *k, const struct io *io)
{
    real *saved = (real *)io_saved(io, k->o->factors) + 2 * k->at;

    return (struct terms){saved, saved + k->positions * k->c,
                          (real *)io_scratch(io, k->o->terms) + k->at};
}

/* Returns the roots of the instance and of the batch as reals, [2][c]. */
static const real *round_roots(const struct evonorm_sample *k, const struct io *io)
{
    const double *batch = (const double *)io_saved(io, k->o->batch) + k->c;
    real *to = (real *)(void *)evonorm_row(k, SUMS_END);

    for (size_t j = 0; j < k->c; j++) {
        to[j] = (real)evonorm_row(k, ROOT)[j];
        to[k->c + j] = (real)batch[j];
    }
    return to;
}

/* Writes r and own (struct terms) of `rows` rows. root and batch: the roots of the instance and of the batch, [c]. */
ALSO_AVX2 static void divide(size_t rows, size_t c, const real *restrict x, const real *restrict v,
                             const real *restrict root, const real *restrict batch,
                             real *restrict r, real *restrict own)
{
    for (; rows > 0; rows--, x += c, r += c, own += c)
        for (size_t j = 0; j < c; j++) {
            real by_own = v[j] * x[j] + root[j], d = by_own > batch[j] ? by_own : batch[j],
                 one = by_own > batch[j] ? 1 : 0, q = inverse(d);

            r[j] = q;
            own[j] = one * (x[j] * q * q);
        }
}

/* Fills t->r and t->own of a sample. */
static void set_terms(const struct evonorm_sample *k, const struct io *io, const struct terms *t)
{
    const real *root = round_roots(k, io);
    size_t values = k->positions * k->c;

    if (k->count > 0) {
        divide(k->positions, k->c, io->x[0] + k->at, io->param + k->o->v, root, root + k->c, t->r,
               t->own);
        return;
    }
    memset(t->r, 0, values * sizeof *t->r); /* y is beta */
    memset(t->own, 0, values * sizeof *t->own);
}

static struct custom_coefficients coefficients(const struct evonorm_sample *k, const struct io *io,
                                               int n)
{
    char *memory = io_scratch(io, k->o->coefficients);

    return custom_coefficients_at(k->c, memory + (size_t)n * custom_coefficients_bytes(k->c));
}

/* y = x r^2 - own: it is x r^2 where the batch's root is the divisor, else 0. */
ALSO_AVX2 static void by_batch(size_t n, const real *restrict x, const real *restrict r,
                               const real *restrict own, real *restrict y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = x[i] * r[i] * r[i] - own[i];
}

/* y = dy * (r - v * own), which is dy * dz/dx for constant roots. */
ALSO_AVX2 static void through_divisor(size_t rows, size_t c, const real *restrict dy,
                                      const real *restrict r, const real *restrict v,
                                      const real *restrict own, real *restrict y)
{
    for (; rows > 0; rows--, dy += c, r += c, own += c, y += c)
        for (size_t j = 0; j < c; j++)
            y[j] = dy[j] * (r[j] - v[j] * own[j]);
}

void evonorm_b0_forward(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    struct custom_coefficients q = coefficients(&k, io, n);
    struct terms t = terms_of(&k, io);
    struct io call = *io;

    evonorm_set_root(&k);
    set_terms(&k, io, &t);
    evonorm_multiply(k.positions * k.c, io->x[0] + k.at, t.r, io->y + k.at);
    for (size_t j = 0; j < k.c; j++) {
        q.center[j] = 0;
        q.scale[j] = custom_norm_gamma(&k.o->norm, io, (int)j);
        q.shift[j] = custom_norm_beta(&k.o->norm, io, (int)j);
    }
    q.backward = false;
    custom_norm_round(l, &q);
    call.x[0] = io->y;
    custom_norm_apply(l, &call, n, &q);
}

/* Adds the sums of dy * factor and of dy over the sample's rows to sum[c] and sum_dy[c]. */
static void add_sums(const struct layer *l, const struct evonorm_sample *k, const struct io *io,
                     const real *zero, const real *factor, double *sum, double *sum_dy)
{
    l->kernels->columns_sums(k->positions, (int)k->c, factor, io->dy + k->at, NULL, zero, sum_dy,
                             sum);
}

void evonorm_b0_sum(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n);
    struct terms t = terms_of(&k, io);
    const real *x = io->x[0] + k.at;
    real *z = t.spare, *zero = (real *)(void *)evonorm_row(&k, SUMS_END + 1);
    double *unused = evonorm_row(&k, SUMS_END + 2);
    size_t values = k.positions * k.c;

    evonorm_set_root(&k);
    memset(evonorm_row(&k, OWN_SUM), 0, (EVONORM_ROWS - OWN_SUM) * k.c * sizeof(double));
    add_sums(l, &k, io, zero, t.own, evonorm_row(&k, OWN_SUM), unused);
    evonorm_multiply(values, t.own, x, z);
    add_sums(l, &k, io, zero, z, evonorm_row(&k, V_SUM), unused);
    by_batch(values, x, t.r, t.own, z);
    add_sums(l, &k, io, zero, z, evonorm_row(&k, BATCH_SUM), unused);
    evonorm_multiply(values, x, t.r, z);
    add_sums(l, &k, io, zero, z, evonorm_row(&k, GAMMA_SUM), evonorm_row(&k, BETA_SUM));
    for (size_t j = 0; j < k.c; j++) {
        double gamma = custom_norm_gamma(&k.o->norm, io, (int)j);

        evonorm_row(&k, OWN_SUM)[j] *= -gamma;
        evonorm_row(&k, V_SUM)[j] *= -gamma;
        evonorm_row(&k, BATCH_SUM)[j] *= -gamma;
    }
}

/* Converts BATCH_SUM of the batch from the gradient of the batch's root to the factor of (x - the batch's mean) in dx, at
 * positions that count. */
void evonorm_b0_join(const struct layer *l, const struct io *io)
{
    struct evonorm_sample all = evonorm_sample(l, io, io->n);
    const double *root = (const double *)io_saved(io, all.o->batch) + all.c;
    bool constant = custom_norm_by_running(l, io);
    double count = 0;

    for (int n = 0; n < io->n; n++)
        count += evonorm_sample(l, io, n).count;
    for (size_t j = 0; j < all.c; j++)
        evonorm_row(&all, BATCH_SUM)[j] *=
            constant || count == 0 ? 0 : (double)inverse((real)root[j]) / count;
}

/* Writes dx of a sample: dy * gamma * (r - v * own), plus a factor * (x - the instance's mean), plus BATCH_SUM * (x - the
 * batch's mean). */
void evonorm_b0_backward(const struct layer *l, const struct io *io, int n)
{
    struct evonorm_sample k = evonorm_sample(l, io, n), all = evonorm_sample(l, io, io->n);
    struct custom_coefficients q = coefficients(&k, io, n);
    struct terms t = terms_of(&k, io);
    const double *center = evonorm_row(&k, CENTER), *mean = io_saved(io, k.o->batch);
    struct io call = *io;

    through_divisor(k.positions, k.c, io->dy + k.at, t.r, io->param + k.o->v, t.own, t.spare);
    for (size_t j = 0; j < k.c; j++) {
        double batch = evonorm_row(&all, BATCH_SUM)[j],
               own = k.count > 0 ? evonorm_row(&k, OWN_SUM)[j] *
                                       inverse((real)evonorm_row(&k, ROOT)[j]) / k.count
                                 : 0;

        q.center[j] = center[j];
        q.scale[j] = custom_norm_gamma(&k.o->norm, io, (int)j);
        q.slope[j] = own + batch;
        q.shift[j] = batch * (center[j] - mean[j]);
    }
    q.backward = true;
    custom_norm_round(l, &q);
    call.dy = t.spare - k.at;
    custom_norm_gradient(l, &call, n, &q);
}
