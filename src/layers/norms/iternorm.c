/*
 * Iterative normalization (Huang, Zhou, Zhu, Liu & Shao 2019, "Iterative Normalization: Beyond Standardization towards
 * Efficient Whitening", algorithms 1 and 2). The channels of a group are not standardized but whitened over the batch and
 * all positions: with their covariance S = cov + eps I, each row x of the group's d channels becomes
 *   y = gamma * (W (x - mean)) + beta,   W = P_T / sqrt(tr S),   P_0 = I,
 *   P_k = (3 P_(k-1) - P_(k-1)^3 S / tr S) / 2        (Newton's iteration, T of them; equations 8 and 9)
 * For large T, W is the inverse square root of S, and the covariance of W (x - mean) is the identity. A few iterations
 * whiten the directions of large variance alone. Many iterations are numerically unstable unless the eigenvalues of S
 * differ by less than a factor of 2.44. The reason: near the limit, each iteration multiplies a rounding error of P that
 * links two eigenvectors by (2 - r - r^2) / 2, where r^2 is the ratio of their eigenvalues; |2 - r - r^2| < 2 means
 * r < (sqrt(17) - 1) / 2.
 * Backward is the exact derivative of this computation (equations 13 and 14).
 *
 * In inference mean and W are running averages. The paper averages W, not the covariance, and so does
 * eval_stats=precise. Only batches in which two rows or more count change the averages.
 *
 * Rows are scaled by a power of two for each group, so that the elements of S are near 1 and neither large nor small
 * values lose digits. W in the state is for rows that are not scaled.
 */
#include "base/system/parallel.h"
#include "layers/norms/custom_norm.h"
#include "layers/norms/inverse_root.h"
#include <math.h>
#include <string.h>

struct iternorm {
    struct norm norm; /* must be the first member */
    int iterations;
    int size;                                /* d, channels in a group */
    ptrdiff_t whitening;                     /* offset in the state block: [groups][d][d] */
    size_t rows, matrices, scales;           /* offsets in saved (struct call) */
    size_t moments, packed, work, row, sums; /* offsets in scratch */
};
LAYER_OPTIONS_FIT(struct iternorm);

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_MOMENTUM_OPTION,
    {"iterations", OPTION_INT, offsetof(struct iternorm, iterations), "5", 1, 100, NULL,
     "Newton's iterations"},
    {"groups", OPTION_INT, offsetof(struct norm, groups), "1", 1, 1 << 20, NULL,
     "number of groups, whose channels are whitened together; it divides the channels"},
    {0},
};

static const struct iternorm *iternorm_of(const struct layer *l)
{
    return (const struct iternorm *)l->options;
}

/* Matrices of a group in saved memory: S / tr S, then P_1, ..., P_T, then W. */
enum { COVARIANCE, FIRST_P };
static size_t saved_matrices(const struct iternorm *o)
{
    return (size_t)o->iterations + 2;
}

/* Matrices of a group in scratch memory: those by which dy and the rows are multiplied, then work for inverse_root(). */
enum { BY_DY, BY_ROWS, FIRST_WORK, WORK = FIRST_WORK + INVERSE_ROOT_WORK };

static void book_state(struct layer *l, struct iternorm *o)
{
    struct param *p;

    o->norm.mean = (ptrdiff_t)layer_book_state(l, "running_mean", 1, l->in[0].c)->offset;
    p = layer_book_state(l, "running_whitening", 3, o->norm.groups, o->size, o->size);
    p->matrix = o->size;
    o->whitening = (ptrdiff_t)p->offset;
    if (o->norm.momentum == NORM_CMA)
        o->norm.batches = layer_book_count(l, "num_batches_tracked", 1);
}

static int setup(struct layer *l, struct setup *s)
{
    struct iternorm *o = (struct iternorm *)l->options;
    size_t c = (size_t)l->in[0].c, n = (size_t)s->max_n, rows = n * shape_positions(l->in[0]),
           groups = (size_t)o->norm.groups, matrix;
    struct norm_partition p = {
        .samples = NORM_ALL_SAMPLES, .all_positions = true, .channels = 1, .over_batch = true};
    int r;

    if (l->in[0].c % o->norm.groups)
        return layer_error(s, "groups=%d does not divide the %d channel%s", o->norm.groups,
                           l->in[0].c, plural(l->in[0].c));
    r = custom_norm_setup(l, s, p, "take a batch of 2 or more, or layernorm");
    if (r)
        return r;
    o->size = l->in[0].c / o->norm.groups;
    matrix = (size_t)o->size * (size_t)o->size * sizeof(real);
    book_state(l, o);
    o->rows = layer_book_saved(l, rows * c * sizeof(real));
    o->matrices = layer_book_saved(l, groups * saved_matrices(o) * matrix);
    o->scales = layer_book_saved(l, (2 * groups + 1) * sizeof(double));
    o->moments = layer_book_scratch(l, custom_moments_bytes(n, c));
    o->packed = layer_book_scratch(l, o->norm.masked == MASKED_YES ? rows * c * sizeof(real) : 0);
    o->work = layer_book_scratch(l, groups * WORK * matrix);
    o->row = layer_book_scratch(l, custom_coefficients_bytes(c));
    o->sums = layer_book_scratch(l, 2 * c * sizeof(double));
    l->flops += 4.0 * (double)shape_size(l->in[0]) * o->size;
    return 0;
}

/* One call. */
struct call {
    const struct layer *layer;
    const struct iternorm *o;
    const struct io *io;
    size_t c, d, all_rows;
    const unsigned char *mask; /* [all_rows]; NULL: all count */
    bool by_running;
    real *rows;            /* [all_rows][C]: (x - mean) * scale */
    const real *counted;   /* the rows that count, without gaps */
    double *scale, *trace; /* [groups]: the factor in `rows`; the trace of S, where 0 makes W 0 */
    double *count;         /* number of rows that count */
    struct custom_coefficients row;
    double *dbeta, *dgamma; /* backward */
};

static struct call call_of(const struct layer *l, const struct io *io)
{
    const struct iternorm *o = iternorm_of(l);
    size_t c = (size_t)l->in[0].c;
    double *scales = io_saved(io, o->scales), *sums = io_scratch(io, o->sums);

    return (struct call){.layer = l,
                         .o = o,
                         .io = io,
                         .c = c,
                         .d = (size_t)o->size,
                         .all_rows = layer_rows(l, io),
                         .mask = custom_norm_mask(l, io, 0),
                         .by_running = custom_norm_by_running(l, io),
                         .rows = io_saved(io, o->rows),
                         .scale = scales,
                         .trace = scales + o->norm.groups,
                         .count = scales + 2 * o->norm.groups,
                         .row = custom_coefficients_at(c, io_scratch(io, o->row)),
                         .dbeta = sums,
                         .dgamma = sums + c};
}

static real *saved_matrix(const struct call *k, int group, int number)
{
    size_t at = (size_t)group * saved_matrices(k->o) + (size_t)number;

    return (real *)io_saved(k->io, k->o->matrices) + at * k->d * k->d;
}

static real *whitening_of(const struct call *k, int group)
{
    return saved_matrix(k, group, FIRST_P + k->o->iterations);
}

static real *work_matrix(const struct call *k, int group, int number)
{
    size_t at = (size_t)group * WORK + (size_t)number;

    return (real *)io_scratch(k->io, k->o->work) + at * k->d * k->d;
}

/* C [d][d] = A^T B of the group's columns in arrays [rows][C]. */
static void product_of_columns(const struct call *k, size_t rows, const real *a, const real *b,
                               real *c)
{
    struct matmul p = {.m = (int)k->d, .n = (int)k->d, .k = (int)rows, .a = a, .a_row = 1};

    p.a_column = p.ldb = k->c;
    p.b = b;
    p.c = c;
    p.ldc = k->d;
    k->layer->kernels->matmul(&p);
}

/* For the group's columns of arrays [rows][C]: Y = X M + from, where `from` is one row (ld_from = 0) or [rows][C]. */
static void product_of_rows(const struct call *k, size_t rows, const real *x, const real *m,
                            const real *from, size_t ld_from, real *y)
{
    struct matmul p = {.m = (int)rows, .n = (int)k->d, .k = (int)k->d, .a = x, .a_column = 1};

    p.a_row = p.ldc = k->c;
    p.b = m;
    p.ldb = k->d;
    p.from = from;
    p.ld_from = ld_from;
    p.c = y;
    k->layer->kernels->matmul(&p);
}

/* ---- forward ---- */

/* Returns the power of two that scales values of variance var to a standard deviation near 1. */
static double scale_of(double var)
{
    double most = logb(REAL_MAX) - 1, power = var > 0 ? -rint(log2(var) / 2) : 0;

    return exp2(power > most ? most : power < -most ? -most : power);
}

/* Sets the centers and scales of the rows, and the traces. all: the moments of the batch; NULL: running statistics are
 * used. */
static void set_scales(struct call *k, const struct column_moments *all)
{
    const struct norm *m = &k->o->norm;
    double count = all ? all->count : 0;

    *k->count = count;
    for (int g = 0; g < m->groups; g++) {
        double sum = 0;

        for (size_t i = 0; i < k->d && count > 0; i++)
            sum += all->m2[(size_t)g * k->d + i] / count;
        sum += (double)k->d * m->eps;
        k->scale[g] = k->by_running ? 1 : scale_of(sum / (double)k->d);
        k->trace[g] = sum * k->scale[g] * k->scale[g];
        for (size_t i = 0, c = (size_t)g * k->d; i < k->d; i++, c++) {
            k->row.center[c] =
                k->by_running ? (double)k->io->state[m->mean + (ptrdiff_t)c] : all->mean[c];
            k->row.scale[c] = k->scale[g];
            k->row.shift[c] = 0;
        }
    }
    k->row.backward = false;
    custom_norm_round(k->layer, &k->row);
}

static void center_sample(void *context, int n, int task)
{
    const struct call *k = context;
    struct io to_rows = *k->io;

    (void)task;
    to_rows.y = k->rows;
    custom_norm_apply(k->layer, &to_rows, n, &k->row);
}

/* Copies the rows that count to an array without gaps, so that padding changes no bit of sums over them. */
static void pack(struct call *k)
{
    real *to = k->mask ? io_scratch(k->io, k->o->packed) : NULL;

    k->counted = k->mask ? to : k->rows;
    for (size_t r = 0; k->mask && r < k->all_rows; r++) {
        if (!k->mask[r])
            continue;
        memcpy(to, k->rows + r * k->c, k->c * sizeof(real));
        to += k->c;
    }
}

/* Computes W of a group, and saves what backward needs. */
static void whiten_group(void *context, int g)
{
    const struct call *k = context;
    size_t d = k->d, count = (size_t)*k->count;
    real *covariance = saved_matrix(k, g, COVARIANCE), *p = saved_matrix(k, g, FIRST_P),
         *w = whitening_of(k, g), *last = w - d * d;
    const real *x = k->counted + (size_t)g * d;
    double eps = k->o->norm.eps * k->scale[g] * k->scale[g], trace = k->trace[g];

    if (!(trace > 0))
        k->trace[g] = trace = 0;
    memset(covariance, 0, d * d * sizeof *covariance);
    if (count > 0)
        product_of_columns(k, count, x, x, covariance);
    for (size_t i = 0; i < d * d; i++) {
        double s = (count > 0 ? covariance[i] / (double)count : 0) + (i % (d + 1) ? 0 : eps);

        covariance[i] = (real)(trace > 0 ? s / trace : 0);
    }
    inverse_root(k->layer->kernels, d, k->o->iterations, covariance, p,
                 work_matrix(k, g, FIRST_WORK));
    for (size_t i = 0; i < d * d; i++)
        w[i] = (real)(trace > 0 ? last[i] / sqrt(trace) : 0);
}

/* Sets a group's matrix for product_of_rows() in forward: W^T, its columns times gamma. */
static void set_forward_matrix(void *context, int g)
{
    const struct call *k = context;
    const real *w = whitening_of(k, g);
    real *m = work_matrix(k, g, BY_ROWS);

    for (size_t i = 0; i < k->d; i++) {
        double gamma = custom_norm_gamma(&k->o->norm, k->io, g * (int)k->d + (int)i);

        for (size_t j = 0; j < k->d; j++)
            m[j * k->d + i] = (real)(gamma * w[i * k->d + j]);
    }
}

static void forward_rows(void *context, size_t first, size_t end)
{
    const struct call *k = context;
    ptrdiff_t beta = k->o->norm.beta;

    for (int g = 0; g < k->o->norm.groups; g++) {
        size_t c = (size_t)g * k->d, at = first * k->c + c;

        product_of_rows(k, end - first, k->rows + at, work_matrix(k, g, BY_ROWS),
                        beta >= 0 ? k->io->param + beta + c : NULL, 0, k->io->y + at);
    }
}

static void share_rows(const struct call *k, void (*task)(void *context, size_t first, size_t end))
{
    enum { ELEMENTS = 1 << 14 };

    parallel_blocks(k->io->threads, k->all_rows, 1 + ELEMENTS / k->c, task, (void *)k);
}

/* Updates the running statistics, or adds to io->averages. */
static void learn(const struct call *k)
{
    bool learns = custom_norm_learns(k->layer, k->io);
    double weight;

    if (*k->count < 2 || (!learns && !k->io->averages))
        return;
    weight = learns ? custom_norm_weight(k->layer, k->io) : 0;
    custom_norm_learn(k->layer, k->io, weight, *k->count, k->o->norm.mean, k->c, k->row.rounded, 1);
    for (int g = 0; g < k->o->norm.groups; g++) {
        size_t size = k->d * k->d;

        custom_norm_learn(k->layer, k->io, weight, *k->count,
                          k->o->whitening + (ptrdiff_t)((size_t)g * size), size, whitening_of(k, g),
                          k->scale[g]);
    }
}

static void forward(const struct layer *l, struct io *io)
{
    struct call k = call_of(l, io);
    struct custom_moments moments;
    int groups = k.o->norm.groups;

    if (!k.by_running)
        moments = custom_norm_measure(l, io, io_scratch(io, k.o->moments));
    set_scales(&k, k.by_running ? NULL : &moments.all);
    custom_norm_samples(io, center_sample, &k);
    if (!k.by_running) {
        pack(&k);
        parallel_run(io->threads, groups, whiten_group, &k);
        learn(&k);
    }
    for (int g = 0; g < groups && k.by_running; g++)
        memcpy(whitening_of(&k, g), io->state + k.o->whitening + (size_t)g * k.d * k.d,
               k.d * k.d * sizeof(real));
    parallel_run(io->threads, groups, set_forward_matrix, &k);
    share_rows(&k, forward_rows);
}

/* ---- backward ---- */

/* Writes (dS + dS^T) * scale / count to gs, where dS is the gradient of S. g: the gradient of W, which is overwritten. */
static void backward_covariance(const struct call *k, int group, real *g, real *gs)
{
    const real *s = saved_matrix(k, group, COVARIANCE), *w = whitening_of(k, group);
    size_t d = k->d;
    double trace = k->trace[group], by_trace = 0, factor = k->scale[group] / *k->count;

    for (size_t i = 0; i < d * d; i++) {
        by_trace -= 0.5 * g[i] * w[i];
        g[i] = (real)(g[i] / sqrt(trace));
    }
    inverse_root_backward(k->layer->kernels, d, k->o->iterations, s,
                          saved_matrix(k, group, FIRST_P), g, gs,
                          work_matrix(k, group, FIRST_WORK));
    for (size_t i = 0; i < d * d; i++)
        by_trace -= gs[i] * s[i];
    for (size_t i = 0; i < d; i++)
        for (size_t j = 0; j <= i; j++) {
            double sum = gs[i * d + j] + gs[j * d + i] + (i == j ? 2 * by_trace : 0);

            gs[i * d + j] = gs[j * d + i] = (real)(sum / trace * factor);
        }
}

/* Computes the group's dgamma, the matrices BY_DY and BY_ROWS, and the term of dx that comes from the mean. */
static void backward_group(void *context, int group)
{
    const struct call *k = context;
    size_t d = k->d, first = (size_t)group * d;
    const real *w = whitening_of(k, group);
    real *by_dy = work_matrix(k, group, BY_DY), *by_rows = work_matrix(k, group, BY_ROWS),
         *g = by_dy;

    product_of_columns(k, k->all_rows, k->io->dy + first, k->rows + first, g);
    for (size_t i = 0; i < d; i++) {
        double gamma = custom_norm_gamma(&k->o->norm, k->io, (int)(first + i)), sum = 0;

        for (size_t j = 0; j < d; j++) {
            sum += (double)g[i * d + j] * w[i * d + j];
            g[i * d + j] = (real)(gamma * g[i * d + j]);
        }
        k->dgamma[first + i] = sum;
    }
    if (!k->by_running && k->trace[group] > 0 && *k->count > 0)
        backward_covariance(k, group, g, by_rows);
    else
        memset(by_rows, 0, d * d * sizeof *by_rows);
    for (size_t i = 0; i < d; i++) {
        double gamma = custom_norm_gamma(&k->o->norm, k->io, (int)(first + i)) * k->scale[group];

        for (size_t j = 0; j < d; j++)
            by_dy[i * d + j] = (real)(gamma * w[i * d + j]);
    }
    for (size_t j = 0; j < d; j++) { /* the term of dx that comes from the mean */
        double sum = 0;

        for (size_t i = 0; i < d; i++)
            sum += k->dbeta[first + i] * by_dy[i * d + j];
        k->row.rounded[first + j] = (real)(*k->count > 0 ? -sum / *k->count : 0);
    }
}

/* Writes dx of neighbouring rows, all of which count or all of which are padding. */
static void backward_run(const struct call *k, size_t first, size_t rows, bool counts)
{
    real *dx = k->io->dx[0] + first * k->c;
    bool add = k->io->add[0];

    for (int g = 0; g < k->o->norm.groups; g++) {
        size_t c = (size_t)g * k->d, at = first * k->c + c;

        product_of_rows(k, rows, k->io->dy + at, work_matrix(k, g, BY_DY), add ? dx + c : NULL,
                        k->c, dx + c);
        if (counts && !k->by_running)
            product_of_rows(k, rows, k->rows + at, work_matrix(k, g, BY_ROWS), dx + c, k->c,
                            dx + c);
    }
    if (counts && !k->by_running)
        k->layer->kernels->bias_add(rows, (int)k->c, k->row.rounded, dx);
}

static void backward_rows(void *context, size_t first, size_t end)
{
    const struct call *k = context;

    for (size_t r = first, run; r < end; r += run) {
        bool counts = !k->mask || k->mask[r];

        for (run = k->mask ? 1 : end - r; r + run < end && !k->mask[r + run] == !counts;)
            run++;
        backward_run(k, r, run, counts);
    }
}

static void backward(const struct layer *l, struct io *io)
{
    struct call k = call_of(l, io);

    memset(k.dbeta, 0, k.c * sizeof *k.dbeta);
    l->kernels->columns_total(k.all_rows, (int)k.c, io->dy, k.c, k.dbeta);
    parallel_run(io->threads, k.o->norm.groups, backward_group, &k);
    custom_norm_write_affine(l, io, k.dgamma, k.dbeta);
    if (io->dx[0])
        share_rows(&k, backward_rows);
}

const struct layer_type layer_iternorm = {
    .name = "iternorm",
    .usage = "iterative normalization: whitens the channels of a group over the batch and all "
             "positions",
    .options = options,
    .resolve = norm_resolve_batch,
    .examples = {"", "affine=none eps=1e-3 groups=2", "momentum=cma affine=scale iterations=1",
                 "compat=keras affine=shift iterations=3", "groups=4 momentum=0.3 gamma_init=0.5",
                 "iterations=9 groups=2"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
    CUSTOM_NORM_MEMBERS,
};
