/* Functions that several paths of conv2d use. */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "kernels/also_avx2.h"
#include "layers/conv/conv2d.h"
#include <string.h>

/* Returns the number of parts of a batch of n samples. */
static int count_parts(int n)
{
    /* The largest number of parts. The smallest number of samples in a part, unless the batch has fewer. */
    enum { PARTS = 8, SAMPLES = 8 };

    return n < 2 * SAMPLES ? 1 : n < PARTS * SAMPLES ? n / SAMPLES : PARTS;
}

struct conv2d_call conv2d_call_init(const struct layer *l, struct io *io)
{
    return (struct conv2d_call){.layer = l,
                                .o = (const struct conv2d *)l->options,
                                .io = io,
                                .parts = count_parts(io->n),
                                .in = shape_size(l->in[0]),
                                .out = shape_size(l->out)};
}

void conv2d_book_parts(struct layer *l, struct conv2d *o, int max_n, size_t image_reals,
                       size_t offset_count, size_t block_reals, size_t gradient_count)
{
    o->offset_count = offset_count;
    o->offsets = arena_round(image_reals * sizeof(real));
    o->block = o->offsets + arena_round(2 * offset_count * sizeof(unsigned long long));
    o->gradient = o->block + arena_round(block_reals * sizeof(real));
    o->part_bytes = o->gradient + arena_round(gradient_count * sizeof(double));
    o->parts = layer_book_scratch(l, (size_t)count_parts(max_n) * o->part_bytes);
    o->transposed = layer_book_scratch(l, l->param[LAYER_WEIGHT].count * sizeof(real));
}

/* When one thread runs all parts, they use the same memory, which then stays in cache, except for their gradients. */
struct conv2d_part conv2d_part_at(const struct conv2d_call *k, int number)
{
    const struct conv2d *o = k->o;
    size_t own = o->parts + (size_t)number * o->part_bytes, at = k->io->threads ? own : o->parts;
    struct conv2d_part p = {
        .first = (size_t)((long)k->io->n * number / k->parts),
        .end = (size_t)((long)k->io->n * (number + 1) / k->parts),
        .images = io_scratch(k->io, at),
        .x_offset = io_scratch(k->io, at + o->offsets),
        .block = io_scratch(k->io, at + o->block),
        .gradient = io_scratch(k->io, own + o->gradient),
    };

    p.w_offset = p.x_offset + o->offset_count;
    return p;
}

ALSO_AVX2 static void add_doubles(size_t count, const double *from, double *sum)
{
    for (size_t i = 0; i < count; i++)
        sum[i] += from[i];
}

ALSO_AVX2 void conv2d_write_gradient(size_t count, const double *gradient, real *dw, bool add)
{
    if (add)
        for (size_t i = 0; i < count; i++)
            dw[i] = (real)(gradient[i] + dw[i]);
    else
        for (size_t i = 0; i < count; i++)
            dw[i] = (real)gradient[i];
}

void conv2d_sum_parts(const struct conv2d_call *k, void (*task)(void *, int))
{
    enum { BLOCK = 1024 }; /* elements that are added at a time, so that the sums stay in cache */
    const double *first = conv2d_part_at(k, 0).gradient;
    size_t count = k->layer->param[LAYER_WEIGHT].count;
    double sum[BLOCK];

    parallel_run(k->io->threads, k->parts, task, (void *)k);
    if (k->parts == 1)
        conv2d_write_gradient(count, first, k->dweight, k->add);
    for (size_t at = 0; k->parts > 1 && at < count; at += BLOCK) {
        size_t n = count - at < BLOCK ? count - at : BLOCK;

        memcpy(sum, first + at, n * sizeof *sum);
        for (int i = 1; i < k->parts; i++)
            add_doubles(n, conv2d_part_at(k, i).gradient + at, sum);
        conv2d_write_gradient(n, sum, k->dweight + at, k->add);
    }
}

const real *conv2d_transpose(const struct conv2d_call *k)
{
    const struct conv2d *o = k->o;
    real *transposed = io_scratch(k->io, o->transposed);
    size_t in = (size_t)o->window.c, out = (size_t)o->channels, tap = in * out;

    for (size_t t = 0; t < (size_t)o->k * (size_t)o->k; t++)
        k->layer->kernels->transpose(in, out, k->weight + t * tap, out, transposed + t * tap, in);
    return transposed;
}
