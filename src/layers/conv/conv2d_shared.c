/* Functions that several paths of conv2d use. */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "kernels/also_avx2.h"
#include "layers/conv/conv2d.h"
#include <string.h>

/* Returns the number of tasks of a batch of n samples. */
static int count_tasks(int n)
{
    /* The largest number of tasks, and the smallest number of samples in a task, unless the batch has fewer. */
    enum { TASKS = 8, SAMPLES = 8 };

    return n < 2 * SAMPLES ? 1 : n < TASKS * SAMPLES ? n / SAMPLES : TASKS;
}

struct conv2d_call conv2d_call_init(const struct layer *l, struct io *io)
{
    return (struct conv2d_call){.layer = l,
                                .o = (const struct conv2d *)l->options,
                                .io = io,
                                .tasks = count_tasks(io->n),
                                .in = shape_size(l->in[0]),
                                .out = shape_size(l->out)};
}

void conv2d_book_tasks(struct layer *l, struct conv2d *o, int max_n, size_t image_reals,
                       size_t offset_count, size_t block_reals, size_t gradient_count)
{
    o->offset_count = offset_count;
    o->offsets = arena_round(image_reals * sizeof(real));
    o->block = o->offsets + arena_round(2 * offset_count * sizeof(unsigned long long));
    o->gradient = o->block + arena_round(block_reals * sizeof(real));
    o->task_bytes = o->gradient + arena_round(gradient_count * sizeof(double));
    o->tasks = layer_book_scratch(l, (size_t)count_tasks(max_n) * o->task_bytes);
    o->transposed = layer_book_scratch(l, l->param[LAYER_WEIGHT].count * sizeof(real));
}

/* When one thread runs all tasks, they use the same memory, so that it stays in cache. Only their gradients are apart. */
struct conv2d_task conv2d_task_at(const struct conv2d_call *k, int number)
{
    const struct conv2d *o = k->o;
    size_t own = o->tasks + (size_t)number * o->task_bytes, at = k->io->threads ? own : o->tasks;
    struct conv2d_task p = {
        .first = (size_t)((long)k->io->n * number / k->tasks),
        .end = (size_t)((long)k->io->n * (number + 1) / k->tasks),
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

void conv2d_sum_tasks(const struct conv2d_call *k, void (*run)(void *, int))
{
    enum { BLOCK = 1024 }; /* elements that are added at a time, so that the sums stay in cache */
    const double *first = conv2d_task_at(k, 0).gradient;
    size_t count = k->layer->param[LAYER_WEIGHT].count;
    double sum[BLOCK];

    parallel_run(k->io->threads, k->tasks, run, (void *)k);
    if (k->tasks == 1)
        conv2d_write_gradient(count, first, k->dweight, k->add);
    for (size_t at = 0; k->tasks > 1 && at < count; at += BLOCK) {
        size_t n = count - at < BLOCK ? count - at : BLOCK;

        memcpy(sum, first + at, n * sizeof *sum);
        for (int i = 1; i < k->tasks; i++)
            add_doubles(n, conv2d_task_at(k, i).gradient + at, sum);
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
