/* y = x W + b, where x are the channels of each position. W is stored as [in][out], as the products need it. */
#include "layers/dense.h"
#include "layers/products_layer.h"

LAYER_OPTIONS_FIT(struct dense);

static const struct option options[] = {
    {"units", OPTION_INT, offsetof(struct dense, units), NULL, 1, 1 << 20, NULL, "output channels"},
    WEIGHTS_OPTIONS,
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct dense *d = (struct dense *)l->options;
    int in = l->in[0].c, r;

    l->out = l->in[0];
    l->out.c = d->units;
    r = weights_setup(l, s, 0, 1);
    if (r)
        return r;
    d->scratch = layer_book_scratch(l, products_make(&d->products, l->kernels, in, d->units));
    d->dsum = products_layer_book(l, s);
    return 0;
}

static void forward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;

    products_layer_forward(l, io, &d->products, io->x[0], weights_forward(l, io),
                           weights_bias(l, io));
}

static void backward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;
    size_t rows = layer_rows(l, io), n = l->in[0].rank == 2 ? (size_t)io->n : 1;
    const real *dsum = products_layer_gradient(l, io, d->dsum);
    real *dbias = weights_dbias(l, io);

    if (dbias)
        products_bias(&d->products, io->threads, rows, dsum, io->add_param, dbias);
    products_weight(&d->products, io->threads, n, rows / n, io->x[0], dsum, weights_add(l, io),
                    weights_gradient(l, io));
    products_layer_input(l, io, &d->products, dsum, weights_value(l, io),
                         io_scratch(io, d->scratch));
    weights_backward(l, io);
}

const struct layer_type layer_dense = {
    .name = "dense",
    .usage = "a fully connected layer over the channels of every position",
    .positional = "units",
    .options = options,
    WEIGHTS_MEMBERS,
    .takes_epilogue = true,
    .takes_gate = true,
    .examples = {"5", "3 bias=0", "17 bias=1", "4 ws=1", "17 ws=scaled ws_gain=relu bias=0",
                 "3 weightnorm=1"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
