/* Convolution by im2col and a matrix product. Samples are taken a few at a time, so that the product has
 * enough rows and the columns stay in cache; how many depends on shapes alone, not on the batch. The weight
 * gradient is summed up over these portions in double. */
#include "base/arena.h"
#include "kernels/kernels.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum { CHUNK_ROWS = 512 };

void conv2d_columns_setup(struct layer *l, struct conv2d *o, int max_n)
{
    int positions = (int)shape_positions(l->out);

    o->direct = o->k == 1 && o->stride == 1 && o->pad == 0;
    o->chunk = positions < CHUNK_ROWS ? CHUNK_ROWS / positions : 1;
    if (o->chunk > max_n)
        o->chunk = max_n;
    o->block = layer_book_scratch(l, l->param[CONV_WEIGHT].count * sizeof(real));
    o->total = layer_book_scratch(l, l->param[CONV_WEIGHT].count * sizeof(double));
    o->columns =
        layer_book_scratch(l, o->direct ? 0
                                        : (size_t)o->chunk * (size_t)positions *
                                              (size_t)l->param[CONV_WEIGHT].fan_in * sizeof(real));
}

static void *scratch_at(const struct io *io, size_t offset)
{
    return (char *)io->scratch + offset;
}

/* The columns of m samples from x: in scratch, or x itself. */
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

void conv2d_columns_forward(const struct layer *l, const struct conv2d *o, struct io *io)
{
    size_t in = shape_size(l->in[0]), out = shape_size(l->out);
    int positions = (int)shape_positions(l->out), depth = l->param[CONV_WEIGHT].fan_in,
        c = o->channels;
    const real *w = io->param + l->param[CONV_WEIGHT].offset; /* (k*k*in, out) */

    for (int i = 0; i < io->n; i += o->chunk) {
        int m = io->n - i < o->chunk ? io->n - i : o->chunk;
        const real *columns = columns_of(o, io->x[0] + i * in, m, scratch_at(io, o->columns));

        gemm(false, false, m * positions, c, depth, columns, depth, w, c, false, io->y + i * out,
             c);
    }
}

/* dx of m samples; the columns in scratch are no longer needed. */
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

void conv2d_columns_backward(const struct layer *l, const struct conv2d *o, struct io *io)
{
    size_t in = shape_size(l->in[0]), out = shape_size(l->out);
    int positions = (int)shape_positions(l->out), depth = l->param[CONV_WEIGHT].fan_in,
        c = o->channels;
    const real *w = io->param + l->param[CONV_WEIGHT].offset;
    real *block = scratch_at(io, o->block);
    double *total = scratch_at(io, o->total);
    size_t count = l->param[CONV_WEIGHT].count;

    memset(total, 0, count * sizeof *total);
    for (int i = 0; i < io->n; i += o->chunk) {
        int m = io->n - i < o->chunk ? io->n - i : o->chunk;
        const real *dy = io->dy + i * out;
        const real *columns = columns_of(o, io->x[0] + i * in, m, scratch_at(io, o->columns));

        gemm(true, false, depth, c, m * positions, columns, depth, dy, c, false, block, c);
        l->kernels->columns_total(1, (int)count, block, 0, total);
        if (io->dx[0])
            backward_input(o, w, dy, m, scratch_at(io, o->columns), io->dx[0] + i * in, io->add[0]);
    }
    conv2d_write_gradient(count, total, io->dparam + l->param[CONV_WEIGHT].offset, io->add_param);
}
