/* Functions that the passes of many layers use. */
#include "base/system/parallel.h"
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <math.h>
#include <string.h>

bool layer_tokens_fit(const struct layer *l, const struct io *io, double *bad)
{
    size_t n = l->type->takes_tokens ? layer_count(l, io) : 0;

    for (size_t i = 0; i < n; i++) {
        *bad = (double)io->x[0][i];
        if (!(*bad >= 0 && *bad < l->param[0].dim[0] && *bad == floor(*bad)))
            return false;
    }
    return true;
}

size_t layer_positions(const struct layer *l, const struct io *io)
{
    struct shape in = l->in[0];

    return in.rank == 2 && io->t > 0 ? (size_t)io->t : shape_positions(in);
}

size_t layer_rows(const struct layer *l, const struct io *io)
{
    return (size_t)io->n * layer_positions(l, io);
}

size_t layer_count(const struct layer *l, const struct io *io)
{
    return layer_rows(l, io) * (size_t)l->in[0].c;
}

const unsigned char *layer_mask(const struct layer *l, const struct io *io, int n)
{
    return io->mask ? io->mask + (size_t)n * layer_positions(l, io) : NULL;
}

const real *layer_param(const struct layer *l, const struct io *io, int number)
{
    return number >= 0 && number < l->params ? io->param + l->param[number].offset : NULL;
}

real *layer_dparam(const struct layer *l, const struct io *io, int number)
{
    return number >= 0 && number < l->params ? io->dparam + l->param[number].offset : NULL;
}

void io_write_dparam(const struct io *io, size_t n, const double *sum, real *dparam)
{
    for (size_t i = 0; dparam && i < n; i++)
        dparam[i] = (real)(sum[i] + (io->add_param ? (double)dparam[i] : 0));
}

size_t io_first_value(const struct layer *l, const struct io *io)
{
    return io->first_sample * layer_positions(l, io) * (size_t)l->in[0].c;
}

void *io_saved(const struct io *io, size_t offset)
{
    return (char *)io->saved + offset;
}

void *io_scratch(const struct io *io, size_t offset)
{
    return (char *)io->scratch + offset;
}

/* ---- passes that threads share ---- */

/* The context of a pass that threads share. Either `sample` or `elements` is the task. */
struct work {
    const struct layer *layer;
    const struct io *io;
    void (*sample)(const struct layer *l, const struct io *io, int n);
    void (*elements)(const struct layer *l, const struct io *io, size_t first, size_t end);
};

static void run_sample(void *context, int n)
{
    const struct work *w = context;

    w->sample(w->layer, w->io, n);
}

static void run_elements(void *context, size_t first, size_t end)
{
    const struct work *w = context;

    w->elements(w->layer, w->io, first, end);
}

void layer_samples(const struct layer *l, const struct io *io,
                   void (*task)(const struct layer *l, const struct io *io, int n))
{
    struct work w = {.layer = l, .io = io, .sample = task};

    parallel_run(io->threads, io->n, run_sample, &w);
}

static void share_elements(const struct layer *l, const struct io *io,
                           void (*task)(const struct layer *l, const struct io *io, size_t first,
                                        size_t end))
{
    enum { BLOCK = 1 << 14 };
    struct work w = {.layer = l, .io = io, .elements = task};

    parallel_blocks(io->threads, layer_count(l, io), BLOCK, run_elements, &w);
}

void layer_forward_samples(const struct layer *l, struct io *io)
{
    layer_samples(l, io, l->type->forward_sample);
}

void layer_backward_samples(const struct layer *l, struct io *io)
{
    if (io->dx[0])
        layer_samples(l, io, l->type->backward_sample);
}

void layer_forward_elements(const struct layer *l, struct io *io)
{
    share_elements(l, io, l->type->forward_elements);
}

void layer_backward_elements(const struct layer *l, struct io *io)
{
    if (io->dx[0] || io->dx[1])
        share_elements(l, io, l->type->backward_elements);
}

void layer_copy_forward(const struct layer *l, struct io *io)
{
    if (io->y != io->x[0])
        memcpy(io->y, io->x[0], layer_count(l, io) * sizeof(real));
}

void layer_copy_backward(const struct layer *l, struct io *io)
{
    if (io->dx[0] && io->dx[0] != io->dy)
        gradient_write(layer_count(l, io), io->dy, io->dx[0], io->add[0]);
}
