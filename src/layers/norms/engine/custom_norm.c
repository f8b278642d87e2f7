/* Functions that the passes of several custom norms use. */
#include "layers/norms/custom_norm.h"
#include "base/system/parallel.h"
#include "layers/norms/engine/norm_internal.h"
#include <math.h>
#include <string.h>

bool custom_norm_by_running(const struct layer *l, const struct io *io)
{
    return norm_by_running(norm_of(l), io);
}

bool custom_norm_learns(const struct layer *l, const struct io *io)
{
    return norm_of(l)->running && io->training && io->norm_stats == NORM_STATS_USUAL;
}

const unsigned char *custom_norm_mask(const struct layer *l, const struct io *io, int n)
{
    return norm_of(l)->masked == MASKED_YES ? layer_mask(l, io, n) : NULL;
}

size_t custom_norm_count(const struct layer *l, const struct io *io, int n)
{
    const unsigned char *mask = custom_norm_mask(l, io, n);
    size_t positions = layer_positions(l, io), count = 0;

    if (!mask)
        return positions;
    for (size_t s = 0; s < positions; s++)
        count += mask[s] != 0;
    return count;
}

/* What run_task() needs; `run` and `context` are those of the caller of custom_norm_samples(). */
struct samples {
    int n, tasks;
    void (*run)(void *context, int n, int task);
    void *context;
};

static void run_task(void *context, int task)
{
    const struct samples *s = context;
    int first = (int)((size_t)s->n * (size_t)task / (size_t)s->tasks),
        end = (int)((size_t)s->n * ((size_t)task + 1) / (size_t)s->tasks);

    for (int n = first; n < end; n++)
        s->run(s->context, n, task);
}

void custom_norm_samples(const struct io *io, void (*run)(void *context, int n, int task),
                         void *context)
{
    struct samples s = {io->n, io->n < CUSTOM_TASKS ? io->n : CUSTOM_TASKS, run, context};

    parallel_run(io->threads, s.tasks, run_task, &s);
}

/* ---- moments ---- */

/* Merges the moments of `rows` rows into `to`. spare: temporary memory. */
static void add_rows(const struct layer *l, size_t rows, const real *x, struct column_moments *to,
                     struct column_moments *spare)
{
    const struct kernels *k = norm_statistics_kernels(l);
    int c = l->in[0].c;
    size_t most = 1 + (1 << 12) / (size_t)c;

    for (size_t i = 0; i < rows; i += most) {
        size_t n = rows - i < most ? rows - i : most;

        k->columns_moments(n, c, x + i * (size_t)c, spare->mean, spare->m2);
        spare->count = (double)n;
        columns_merge(c, to, spare);
    }
}

/* Returns the number of neighbouring rows from row s on that are like row s: they all count, or all are padding. */
static size_t run_length(const unsigned char *mask, size_t s, size_t positions)
{
    size_t end = s + 1;

    if (!mask)
        return positions - s;
    while (end < positions && !mask[end] == !mask[s])
        end++;
    return end - s;
}

/* The context of a measurement. spare: temporary memory of each task for the moments of some rows. */
struct measuring {
    const struct layer *layer;
    const struct io *io;
    struct custom_moments m;
    double *spare;
};

static void measure_sample(void *context, int n, int task)
{
    const struct measuring *w = context;
    const unsigned char *mask = custom_norm_mask(w->layer, w->io, n);
    size_t positions = layer_positions(w->layer, w->io), c = (size_t)w->layer->in[0].c,
           at = (size_t)n * c;
    const real *x = w->io->x[0] + (size_t)n * positions * c;
    struct column_moments own = {0, w->m.mean + at, w->m.m2 + at},
                          spare = {0, w->spare + 2 * (size_t)task * c,
                                   w->spare + 2 * (size_t)task * c + c};

    memset(own.mean, 0, c * sizeof *own.mean);
    memset(own.m2, 0, c * sizeof *own.m2);
    for (size_t s = 0, run; s < positions; s += run) {
        run = run_length(mask, s, positions);
        if (!mask || mask[s])
            add_rows(w->layer, run, x + s * c, &own, &spare);
    }
    w->m.count[n] = own.count;
}

size_t custom_moments_bytes(size_t max_n, size_t c)
{
    return (2 * max_n * c + 2 * c + max_n + 2 * CUSTOM_TASKS * c) * sizeof(double);
}

struct custom_moments custom_moments_at(const struct layer *l, const struct io *io, void *memory)
{
    size_t c = (size_t)l->in[0].c, n = (size_t)io->n;
    double *d = memory;

    return (struct custom_moments){.all = {0, d, d + c},
                                   .mean = d + 2 * c,
                                   .m2 = d + 2 * c + n * c,
                                   .count = d + 2 * c + 2 * n * c};
}

struct custom_moments custom_norm_measure(const struct layer *l, const struct io *io, void *memory)
{
    size_t c = (size_t)l->in[0].c;
    struct measuring w = {l, io, custom_moments_at(l, io, memory), NULL};

    w.spare = w.m.count + io->n;
    custom_norm_samples(io, measure_sample, &w);
    memset(w.m.all.mean, 0, c * sizeof *w.m.all.mean);
    memset(w.m.all.m2, 0, c * sizeof *w.m.all.m2);
    for (int n = 0; n < io->n; n++) {
        size_t at = (size_t)n * c;
        struct column_moments own = {w.m.count[n], w.m.mean + at, w.m.m2 + at};

        columns_merge((int)c, &w.m.all, &own);
    }
    return w.m;
}

void custom_norm_update(const struct layer *l, const struct io *io,
                        const struct column_moments *batch)
{
    const struct norm *m = norm_of(l);
    struct io call = *io;
    struct norm_call k = {.layer = l,
                          .m = m,
                          .io = &call,
                          .c = l->in[0].c,
                          .groups = l->in[0].c,
                          .group_channels = 1,
                          .slabs = 1,
                          .stat_positions = 1};

    if (!custom_norm_learns(l, io) && !io->averages)
        return;
    k.slab_moments = io_scratch(io, m->slab_moments);
    k.slab_counts = io_scratch(io, m->slab_counts);
    k.slab_counts[0] = batch->count;
    for (int c = 0; c < k.c; c++)
        k.slab_moments[c] = (struct norm_batch_moments){batch->mean[c], batch->m2[c]};
    if (custom_norm_learns(l, io))
        norm_update_running(&k);
    else
        norm_add_averages(&k);
}

double custom_norm_weight(const struct layer *l, const struct io *io)
{
    const struct norm *m = norm_of(l);

    return m->batches >= 0 ? 1 / (double)++io->state[m->batches] : m->momentum;
}

void custom_norm_learn(const struct layer *l, const struct io *io, double weight, double count,
                       ptrdiff_t at, size_t n, const real *value, double scale)
{
    real *state = io->state + at;
    struct norm_average *average = io->averages ? io->averages + at : NULL;

    for (size_t i = 0; i < n; i++) {
        double v = scale * value[i];

        if (custom_norm_learns(l, io)) {
            state[i] = (real)((1 - weight) * state[i] + weight * v);
        } else {
            average[i].weight += count;
            average[i].value += (v - average[i].value) * (count / average[i].weight);
        }
    }
}

double custom_norm_rstd(const struct norm *m, double var)
{
    double rstd = 1 / sqrt(var + m->eps);

    return rstd > REAL_MAX ? 0 : rstd;
}

double custom_norm_gamma(const struct norm *m, const struct io *io, int c)
{
    return m->gamma >= 0 ? io->param[m->gamma + c] : 1;
}

double custom_norm_beta(const struct norm *m, const struct io *io, int c)
{
    return m->beta >= 0 ? io->param[m->beta + c] : 0;
}

void custom_norm_write_affine(const struct layer *l, const struct io *io, const double *dgamma,
                              const double *dbeta)
{
    const struct norm *m = norm_of(l);
    size_t c = (size_t)l->in[0].c;

    io_write_dparam(io, c, dgamma, m->gamma >= 0 ? io->dparam + m->gamma : NULL);
    io_write_dparam(io, c, dbeta, m->beta >= 0 ? io->dparam + m->beta : NULL);
}

/* ---- rows ---- */

size_t custom_coefficients_bytes(size_t c)
{
    /* `rounded` has 5 c reals. Room for 6 c of them is a whole number of doubles, so what follows is aligned. */
    return 4 * c * sizeof(double) + 6 * c * sizeof(real);
}

struct custom_coefficients custom_coefficients_at(size_t c, void *memory)
{
    double *d = memory;

    return (struct custom_coefficients){.center = d,
                                        .scale = d + c,
                                        .slope = d + 2 * c,
                                        .shift = d + 3 * c,
                                        .rounded = (real *)(void *)(d + 4 * c)};
}

void custom_norm_round(const struct layer *l, struct custom_coefficients *k)
{
    size_t c = (size_t)l->in[0].c;
    real *r = k->rounded;

    k->exact = false;
    for (size_t i = 0; i < c; i++) {
        r[i] = (real)k->center[i];
        r[c + i] = (real)k->scale[i];
        r[2 * c + i] = k->backward ? (real)k->slope[i] : 0;
        r[3 * c + i] =
            (real)(k->shift[i] + (r[i] - k->center[i]) * (k->backward ? k->slope[i] : k->scale[i]));
        r[4 * c + i] = 0;
        k->exact |=
            norm_needs_double(k->scale[i]) || (k->backward && norm_needs_double(k->slope[i]));
    }
}

void custom_norm_apply(const struct layer *l, const struct io *io, int n,
                       const struct custom_coefficients *k)
{
    size_t c = (size_t)l->in[0].c, rows = layer_positions(l, io), at = (size_t)n * rows * c;
    const real *x = io->x[0] + at, *r = k->rounded;
    real *y = io->y + at;

    if (!k->exact)
        l->kernels->columns_apply(rows, (int)c, x, r, r + c, r + 3 * c, y, false);
    for (size_t j = 0; k->exact && j < rows; j++, x += c, y += c)
        for (size_t i = 0; i < c; i++)
            y[i] = (real)((x[i] - k->center[i]) * k->scale[i] + k->shift[i]);
}

/* Writes dx, or adds to it (add = true), for the rows that count, or (padding = true) for those that do not. */
static void gradient_rows(const struct layer *l, const struct custom_coefficients *k, bool padding,
                          size_t rows, const real *x, const real *dy, real *dx, bool add)
{
    size_t c = (size_t)l->in[0].c;
    const real *r = k->rounded, *zero = r + 4 * c;

    if (!k->exact) {
        l->kernels->columns_backward(rows, (int)c, x, dy, NULL, r, r + c,
                                     padding ? zero : r + 2 * c, padding ? zero : r + 3 * c, dx,
                                     add, false);
        return;
    }
    for (size_t j = 0; j < rows; j++, x += c, dy += c, dx += c)
        for (size_t i = 0; i < c; i++) {
            double v = dy[i] * k->scale[i];

            if (!padding)
                v += (x[i] - k->center[i]) * k->slope[i] + k->shift[i];
            dx[i] = (real)(v + (add ? dx[i] : 0));
        }
}

void custom_norm_gradient(const struct layer *l, const struct io *io, int n,
                          const struct custom_coefficients *k)
{
    const unsigned char *mask = custom_norm_mask(l, io, n);
    size_t c = (size_t)l->in[0].c, positions = layer_positions(l, io),
           first = (size_t)n * positions;

    if (!io->dx[0])
        return;
    for (size_t s = 0, run; s < positions; s += run) {
        size_t at = (first + s) * c;

        run = run_length(mask, s, positions);
        gradient_rows(l, k, mask && !mask[s], run, io->x[0] + at, io->dy + at, io->dx[0] + at,
                      io->add[0]);
    }
}

/* As custom_norm_sum(), by the kernels `by`. */
static void sum_by(const struct kernels *by, const struct layer *l, const struct io *io, int n,
                   bool padding, const real *center, double *sum_dy, double *sum_dyx)
{
    const unsigned char *mask = custom_norm_mask(l, io, n);
    size_t c = (size_t)l->in[0].c, positions = layer_positions(l, io),
           first = (size_t)n * positions;

    memset(sum_dy, 0, c * sizeof *sum_dy);
    memset(sum_dyx, 0, c * sizeof *sum_dyx);
    for (size_t s = 0, run; s < positions; s += run) {
        size_t at = (first + s) * c;

        run = run_length(mask, s, positions);
        if ((mask && !mask[s]) == padding)
            by->columns_sums(run, (int)c, io->x[0] + at, io->dy + at, NULL, center, sum_dy,
                             sum_dyx);
    }
}

void custom_norm_sum(const struct layer *l, const struct io *io, int n, bool padding,
                     const real *center, double *sum_dy, double *sum_dyx)
{
    double difference = 0;

    sum_by(norm_statistics_kernels(l), l, io, n, padding, center, sum_dy, sum_dyx);
    for (int i = 0; i < l->in[0].c; i++)
        difference += (sum_dy[i] - sum_dy[i]) + (sum_dyx[i] - sum_dyx[i]);
    if (difference != 0) /* it is NaN: a sum is not finite, as when a product overflowed real */
        sum_by(&kernels_plain, l, io, n, padding, center, sum_dy, sum_dyx);
}
