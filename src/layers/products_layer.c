#include "layers/products_layer.h"

enum { ELEMENTS = 1 << 13 }; /* number of elements in a task that applies an activation */

size_t products_layer_book(struct layer *l, const struct setup *s)
{
    return layer_book_scratch(l, (size_t)s->max_n * shape_size(l->out) * sizeof(real));
}

/* The context of the tasks that apply the epilogue's activation or, in backward, its derivative. */
struct work {
    const struct layer *layer;
    const struct io *io;
    real *dsum; /* backward writes the gradient of the activation's input to it; NULL: forward */
};

static void run_activation(void *context, size_t first, size_t end)
{
    const struct work *w = context;
    const struct activation *a = w->layer->epilogue.activation;
    const struct kernels *k = w->layer->kernels;
    real *y = w->io->y + first;

    if (w->dsum)
        a->backward(k, end - first, y, w->io->dy + first, w->dsum + first, false);
    else
        a->forward(k, end - first, y, y);
}

static size_t count_outputs(const struct layer *l, const struct io *io)
{
    return layer_rows(l, io) * (size_t)l->out.c;
}

void products_layer_forward(const struct layer *l, const struct io *io, const struct products *p,
                            const real *x, const real *w, const real *bias)
{
    const struct activation *a = l->epilogue.activation;
    bool relu = a && a->is_relu;
    struct work work = {l, io, NULL};

    products_affine(p, io->threads, layer_rows(l, io), x, w, bias,
                    l->epilogue.add ? io->x[1] : NULL, relu, io->y);
    if (a && !relu)
        parallel_blocks(io->threads, count_outputs(l, io), ELEMENTS, run_activation, &work);
}

const real *products_layer_gradient(const struct layer *l, const struct io *io, size_t offset)
{
    struct work work = {l, io, io_scratch(io, offset)};
    const real *dsum = io->dy;

    if (l->epilogue.activation && !l->epilogue.gated) {
        parallel_blocks(io->threads, count_outputs(l, io), ELEMENTS, run_activation, &work);
        dsum = work.dsum;
    }
    if (l->epilogue.add && io->dx[1])
        gradient_write(count_outputs(l, io), dsum, io->dx[1], io->add[1]);
    return dsum;
}

void products_layer_input(const struct layer *l, const struct io *io, const struct products *p,
                          const real *dy, const real *w, void *scratch)
{
    size_t rows = layer_rows(l, io);

    if (!io->dx[0])
        return;
    if (l->gates_input)
        products_input_gated(p, io->threads, rows, dy, w, io->x[0], io->dx[0], scratch);
    else
        products_input(p, io->threads, rows, dy, w, io->add[0], io->dx[0], scratch);
}
