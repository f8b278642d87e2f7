/* y = x W + b along the channels of every position. W is [in][out], so that no product needs a transpose. */
#include "layers/dense.h"

LAYER_OPTIONS_FIT(struct dense);

static const struct option options[] = {
    {"units", OPTION_INT, offsetof(struct dense, units), NULL, 1, 1 << 20, NULL, "output channels"},
    {"bias", OPTION_INT, offsetof(struct dense, bias), "auto", 0, 1, "auto",
     "whether there is a bias (auto: not where a norm follows)"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct dense *d = (struct dense *)l->options;
    int in = l->in[0].c;
    struct param *w = layer_book_param(l, "weight", PARAM_WEIGHT, 2, in, d->units);

    w->fan_in = in;
    w->fan_out = d->units;
    d->has_bias = d->bias < 0 ? !s->feeds_norm : d->bias;
    if (d->has_bias)
        layer_book_param(l, "bias", PARAM_BIAS, 1, d->units)->fan_in = in;
    d->scratch = layer_book_scratch(l, products_make(&d->products, l->kernels, in, d->units));
    l->out = l->in[0];
    l->out.c = d->units;
    l->flops = 2.0 * (double)shape_positions(l->in[0]) * in * d->units;
    return 0;
}

static void forward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;

    products_affine(&d->products, io->threads, layer_rows(l, io), io->x[0],
                    io->param + l->param[DENSE_WEIGHT].offset,
                    d->has_bias ? io->param + l->param[DENSE_BIAS].offset : NULL, io->y);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;
    bool sequence = l->in[0].rank == 2;
    size_t rows = layer_rows(l, io), n = sequence ? (size_t)io->n : 1;

    if (d->has_bias)
        products_bias(&d->products, io->threads, rows, io->dy, io->add_param,
                      io->dparam + l->param[DENSE_BIAS].offset);
    products_weight(&d->products, io->threads, n, rows / n, io->x[0], io->dy, io->add_param,
                    io->dparam + l->param[DENSE_WEIGHT].offset);
    if (io->dx[0])
        products_input(&d->products, io->threads, rows, io->dy,
                       io->param + l->param[DENSE_WEIGHT].offset, io->add[0], io->dx[0],
                       (char *)io->scratch + d->scratch);
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
