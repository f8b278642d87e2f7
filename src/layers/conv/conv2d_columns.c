/* Convolution by im2col and a matrix product. Samples are processed in chunks: a product then has enough rows, and the
 * columns stay in cache. The number of samples in a chunk does not depend on the samples of a call. The weight
 * gradients of the chunks are added in double. */
#include "kernels/kernels.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum { CHUNK_ROWS = 512 }; /* the most output positions of a chunk, unless one sample has more */

void conv2d_columns_setup(struct layer *l, struct conv2d *o, int max_n)
{
    int positions = (int)shape_positions(l->out);

    o->direct = o->k == 1 && o->stride == 1 && o->pad == 0;
    o->chunk = positions < CHUNK_ROWS ? CHUNK_ROWS / positions : 1;
    if (o->chunk > max_n)
        o->chunk = max_n;
    o->chunk_gradient = layer_book_scratch(l, l->param[LAYER_WEIGHT].count * sizeof(real));
    o->total = layer_book_scratch(l, l->param[LAYER_WEIGHT].count * sizeof(double));
    if (!o->direct)
        o->columns =
            layer_book_scratch(l, (size_t)o->chunk * (size_t)positions *
                                      (size_t)l->param[LAYER_WEIGHT].fan_in * sizeof(real));
}

/* Returns the columns of m samples that start at x: written to scratch, or x itself with o->direct. */
static const real *columns_of(const struct conv2d *o, const real *x, int m, void *scratch)
{
    const struct window *g = &o->window;
    size_t in = (size_t)g->h * g->w * g->c,
           columns = (size_t)g->out_h * g->out_w * g->k * g->k * g->c;

    if (o->direct)
        return x;
    for (int i = 0; i < m; i++)
        im2col(g, x + i * in, (real *)scratch + i * columns);
    return scratch;
}

/* Returns the number of samples in the chunk that begins with sample i. */
static int chunk_at(const struct conv2d_call *k, int i)
{
    return k->io->n - i < k->o->chunk ? k->io->n - i : k->o->chunk;
}

void conv2d_columns_forward(const struct conv2d_call *k)
{
    const struct conv2d *o = k->o;
    int positions = (int)shape_positions(k->layer->out), c = o->channels,
        depth = k->layer->param[LAYER_WEIGHT].fan_in;
    const real *w = k->weight; /* [k*k*in][out] */

    for (int i = 0; i < k->io->n; i += o->chunk) {
        int m = chunk_at(k, i);
        const real *columns =
            columns_of(o, k->io->x[0] + i * k->in, m, io_scratch(k->io, o->columns));

        gemm(false, false, m * positions, c, depth, columns, depth, w, c, false,
             k->io->y + i * k->out, c);
    }
}

/* Writes dx of m samples, or adds to it when add is true. Overwrites the columns in scratch, which are no longer
 * needed. */
static void backward_input(const struct conv2d *o, const real *w, const real *dy, int m,
                           void *scratch, real *dx, bool add)
{
    const struct window *g = &o->window;
    int positions = g->out_h * g->out_w, depth = g->k * g->k * g->c, c = o->channels;
    size_t in = (size_t)g->h * g->w * g->c;
    real *columns = scratch;

    if (o->direct) {
        gemm(false, true, m * positions, depth, c, dy, c, w, c, add, dx, depth);
        return;
    }
    gemm(false, true, m * positions, depth, c, dy, c, w, c, false, columns, depth);
    if (!add)
        memset(dx, 0, (size_t)m * in * sizeof *dx);
    for (int i = 0; i < m; i++)
        col2im(g, columns + (size_t)i * positions * depth, dx + i * in);
}

void conv2d_columns_backward(const struct conv2d_call *k)
{
    const struct conv2d *o = k->o;
    const struct param *weight = &k->layer->param[LAYER_WEIGHT];
    int positions = (int)shape_positions(k->layer->out), c = o->channels;
    real *gradient = io_scratch(k->io, o->chunk_gradient), *scratch = io_scratch(k->io, o->columns);
    double *total = io_scratch(k->io, o->total);

    memset(total, 0, weight->count * sizeof *total);
    for (int i = 0; i < k->io->n; i += o->chunk) {
        int m = chunk_at(k, i);
        const real *dy = k->io->dy + i * k->out;
        const real *columns = columns_of(o, k->io->x[0] + i * k->in, m, scratch);

        gemm(true, false, weight->fan_in, c, m * positions, columns, weight->fan_in, dy, c, false,
             gradient, c);
        k->layer->kernels->columns_total(1, (int)weight->count, gradient, 0, total);
        if (k->io->dx[0])
            backward_input(o, k->weight, dy, m, scratch, k->io->dx[0] + i * k->in, k->io->add[0]);
    }
    conv2d_write_gradient(weight->count, total, k->dweight, k->add);
}
