/* The backward pass of a norm and the dense layer behind it, without the gradient between them (norm.h). */
#include "base/system/parallel.h"
#include "kernels/also_avx2.h"
#include "layers/dense.h"
#include "layers/norms/engine/norm_internal.h"
#include "layers/products_layer.h"

bool norm_joins_dense(const struct layer *norm, const struct layer *dense)
{
    const struct norm *m = norm->type->norm ? norm_of(norm) : NULL;
    const struct dense *d = (const struct dense *)dense->options;

    return m && dense->type == &layer_dense && !m->custom && !m->adjust && !m->learn_eps &&
           !m->shared_gamma && m->gamma >= 0 && m->beta >= 0 && norm->in[0].rank == 1 &&
           !norm->epilogue.add && !norm->epilogue.activation && !d->weights.ws &&
           !d->weights.weightnorm && d->units <= norm->in[0].c;
}

/* Writes the standardized values of row n. */
ALSO_AVX2 static void standardize_row(const struct norm_call *k, size_t n)
{
    size_t c = (size_t)k->c, group = n / k->chunk * (size_t)k->groups;
    const real *restrict x = k->io->x[0] + n * c, *restrict center = k->center + group,
                         *restrict low = k->mean_low + group, *restrict rstd = k->rstd + group;
    real *restrict y = k->io->y + n * c;

    if (k->group_channels == 1) {
        for (size_t i = 0; i < c; i++)
            y[i] = ((x[i] - center[i]) - low[i]) * rstd[i];
        return;
    }
    for (int g = 0; g < k->groups; g++)
        for (int i = 0; i < k->group_channels; i++) {
            size_t at = (size_t)g * (size_t)k->group_channels + (size_t)i;

            y[at] = ((x[at] - center[g]) - low[g]) * rstd[g];
        }
}

enum { ROWS = 64 }; /* of a task */

static void standardize_task(void *context, int number)
{
    const struct norm_call *k = context;

    for (size_t n = (size_t)number * ROWS; n < (size_t)k->io->n && n < ((size_t)number + 1) * ROWS;
         n++)
        standardize_row(k, n);
}

/* What tasks need of the dense layer: its weight, the sums of its dy, and the gradient. */
struct behind {
    const struct norm_call *k;
    const real *w, *sums;
    real *dw;
    int units;
};

static void affine_task(void *context, int number)
{
    const struct behind *b = context;
    const struct norm_call *k = b->k;
    size_t from = (size_t)number * ROWS, left = (size_t)k->c - from, at = from * (size_t)b->units;
    real *to = k->io->dparam + from;

    k->kernels->weights_behind_affine(left < ROWS ? left : ROWS, b->units, k->gamma + from,
                                      k->beta + from, b->w + at, b->sums, b->dw + at,
                                      to + k->m->gamma, to + k->m->beta);
}

static int task_count(size_t rows)
{
    return (int)((rows + ROWS - 1) / ROWS);
}

void norm_backward_with_dense(const struct layer *norm, struct io *norm_io,
                              const struct layer *dense, struct io *io, real *space)
{
    const struct dense *d = (const struct dense *)dense->options;
    const real *dsum = products_layer_gradient(dense, io, d->dsum);
    real *dbias = weights_dbias(dense, io), *sums = dbias ? dbias : space;
    struct norm_call k;
    struct behind b = {.k = &k,
                       .w = weights_value(dense, io),
                       .sums = sums,
                       .dw = weights_gradient(dense, io),
                       .units = d->units};

    norm_call_init(&k, norm, norm_io);
    parallel_run(io->threads, task_count((size_t)io->n), standardize_task, &k);
    products_bias(&d->products, io->threads, (size_t)io->n, dsum, false, sums);
    products_weight(&d->products, io->threads, 1, (size_t)io->n, io->x[0], dsum, false, b.dw);
    parallel_run(io->threads, task_count((size_t)k.c), affine_task, &b);
}
