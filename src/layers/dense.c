/* y = x W + b along the channels of every position; W is [in][out], so the product needs no
 * transpose. */
#include "layers/dense.h"

LAYER_OPTIONS_FIT(struct dense);

static const struct option options[] = {
    {"units", OPTION_INT, offsetof(struct dense, units), NULL, 1, 1 << 20, NULL, "output channels"},
    {"bias", OPTION_INT, offsetof(struct dense, bias), "auto", 0, 1, "auto",
     "auto: none where a norm follows"},
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
    d->by_tiles = dense_tiles_setup(l, d, (size_t)s->max_n * shape_positions(l->in[0]));
    l->out = l->in[0];
    l->out.c = d->units;
    l->flops = 2.0 * (double)shape_positions(l->in[0]) * in * d->units;
    return 0;
}

static int count_rows(const struct layer *l, const struct io *io)
{
    return io->n * (int)shape_positions(l->in[0]);
}

static void forward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;
    int rows = count_rows(l, io), in = l->in[0].c, out = d->units;
    const real *w = io->param + l->param[DENSE_WEIGHT].offset; /* (in, out) */

    if (d->by_tiles)
        dense_tiles_forward(l, d, io);
    else
        gemm(false, false, rows, out, in, io->x[0], in, w, out, false, io->y, out);
    if (d->has_bias)
        l->kernels->bias_add((size_t)rows, out, io->param + l->param[DENSE_BIAS].offset, io->y);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct dense *d = (const struct dense *)l->options;
    int rows = count_rows(l, io), in = l->in[0].c, out = d->units;
    const real *w = io->param + l->param[DENSE_WEIGHT].offset;
    real *dw = io->dparam + l->param[DENSE_WEIGHT].offset;

    if (d->has_bias)
        column_sums((size_t)rows, out, io->dy, io->add_param,
                    io->dparam + l->param[DENSE_BIAS].offset);
    if (d->by_tiles)
        dense_tiles_backward(l, d, io);
    else
        gemm(true, false, in, out, rows, io->x[0], in, io->dy, out, io->add_param, dw, out);
    if (io->dx[0] && (!d->by_tiles || io->add[0]))
        gemm(false, true, rows, in, out, io->dy, out, w, out, io->add[0], io->dx[0], in);
}

const struct layer_type layer_dense = {
    .name = "dense",
    .usage = "a fully connected layer, along the channels of every position",
    .positional = "units",
    .options = options,
    .examples = {"5", "3 bias=0", "17 bias=1"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
