/* y = x W + b, where x are the channels of each position. W is stored as [in][out], as the products need it. */
#include "layers/dense.h"

LAYER_OPTIONS_FIT(struct dense);

static const struct option options[] = {
    {"units", OPTION_INT, offsetof(struct dense, units), NULL, 1, 1 << 20, NULL, "output channels"},
    LAYER_BIAS_OPTION(struct dense),
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct dense *d = (struct dense *)l->options;
    int in = l->in[0].c;

    l->out = l->in[0];
    l->out.c = d->units;
    layer_book_affine(l, s, d->bias, 0, 1);
    d->scratch = layer_book_scratch(l, products_make(&d->products, l->kernels, in, d->units));
    return 0;
}

static void forward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;

    products_affine(&d->products, io->threads, layer_rows(l, io), io->x[0],
                    layer_param(l, io, LAYER_WEIGHT), layer_param(l, io, LAYER_BIAS), io->y);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;
    size_t rows = layer_rows(l, io), n = l->in[0].rank == 2 ? (size_t)io->n : 1;
    real *dbias = layer_dparam(l, io, LAYER_BIAS);

    if (dbias)
        products_bias(&d->products, io->threads, rows, io->dy, io->add_param, dbias);
    products_weight(&d->products, io->threads, n, rows / n, io->x[0], io->dy, io->add_param,
                    layer_dparam(l, io, LAYER_WEIGHT));
    if (io->dx[0])
        products_input(&d->products, io->threads, rows, io->dy, layer_param(l, io, LAYER_WEIGHT),
                       io->add[0], io->dx[0], io_scratch(io, d->scratch));
}

const struct layer_type layer_dense = {
    .name = "dense",
    .usage = "a fully connected layer over the channels of every position",
    .positional = "units",
    .options = options,
    .examples = {"5", "3 bias=0", "17 bias=1"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
