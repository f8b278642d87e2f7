/* The backward pass of a norm together with the dense layer after it, without the gradient between them (norm.h). */
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

/* Writes the standardized values of row n to y. */
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

enum { ROWS = 64 }; /* number of rows in a task */

static void standardize_rows(void *context, size_t first, size_t end)
{
    for (size_t n = first; n < end; n++)
        standardize_row(context, n);
}

/* The context of the tasks that compute the gradients of parameters. w, units: of the dense layer. */
struct dense_gradients {
    const struct norm_call *k;
    const real *w, *sums; /* sums: s (norm.h) */
    real *dw;             /* at first G (norm.h), then the gradient of w */
    int units;
};

static void affine_rows(void *context, size_t first, size_t end)
{
    const struct dense_gradients *b = context;
    const struct norm_call *k = b->k;
    size_t at = first * (size_t)b->units;
    real *to = k->io->dparam + first;

    k->kernels->weights_behind_affine(end - first, b->units, k->gamma + first, k->beta + first,
                                      b->w + at, b->sums, b->dw + at, to + k->m->gamma,
                                      to + k->m->beta);
}

void norm_backward_with_dense(const struct layer *norm, struct io *norm_io,
                              const struct layer *dense, struct io *io, real *space)
{
    const struct dense *d = (const struct dense *)dense->options;
    const real *dsum = products_layer_gradient(dense, io, d->dsum);
    real *dbias = weights_dbias(dense, io), *sums = dbias ? dbias : space;
    struct norm_call k;
    struct dense_gradients b = {.k = &k,
                                .w = weights_value(dense, io),
                                .sums = sums,
                                .dw = weights_gradient(dense, io),
                                .units = d->units};

    norm_call_init(&k, norm, norm_io);
    parallel_blocks(io->threads, (size_t)io->n, ROWS, standardize_rows, &k);
    products_bias(&d->products, io->threads, (size_t)io->n, dsum, false, sums);
    products_weight(&d->products, io->threads, 1, (size_t)io->n, io->x[0], dsum, false, b.dw);
    parallel_blocks(io->threads, (size_t)k.c, ROWS, affine_rows, &b);
}
