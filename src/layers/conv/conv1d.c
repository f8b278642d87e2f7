/*
 * Convolution (cross-correlation, as everywhere in the field) along a sequence, stride 1, padded by zeros to
 * keep its length as torch's padding='same' does: dilation * (k - 1) zeros, half of them before, and the odd
 * one behind. W is [k][in][out]: what stands under the kernel is gathered into columns [N*T][k*in], and the
 * rest is a dense layer's products.
 *
 * masked=1: positions that the mask leaves out are read as zeros, so a sequence gets what it would get alone.
 */
#include "kernels/products.h"
#include "layers/layer.h"
#include <string.h>

struct conv1d {
    int channels, k, dilation, bias, masked;
    bool has_bias;
    struct products products;
    size_t columns, turned; /* in scratch */
};
LAYER_OPTIONS_FIT(struct conv1d);

enum { WEIGHT, BIAS };

static const struct option options[] = {
    {"channels", OPTION_INT, offsetof(struct conv1d, channels), NULL, 1, 1 << 16, NULL,
     "output channels"},
    {"k", OPTION_INT, offsetof(struct conv1d, k), "3", 1, 255, NULL, "kernel length"},
    {"dilation", OPTION_INT, offsetof(struct conv1d, dilation), "1", 1, 1 << 16, NULL,
     "distance in positions between the kernel's elements"},
    {"bias", OPTION_INT, offsetof(struct conv1d, bias), "auto", 0, 1, "auto",
     "whether there is a bias (auto: not where a norm follows)"},
    {"masked", OPTION_INT, offsetof(struct conv1d, masked), "1", 0, 1, NULL,
     "1: padding is read as zeros; 0: as the values it has"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct conv1d *o = (struct conv1d *)l->options;
    int in = l->in[0].c;
    size_t rows = (size_t)s->max_n * shape_positions(l->in[0]);
    struct param *w;

    if (layer_check_rank(l, 2, s))
        return -1;
    if ((double)o->k * in > 0x1p30 / o->channels || (double)rows * o->k * in > 0x1p31)
        return layer_error(s, "k=%d over %d channels is too large", o->k, in);
    w = layer_book_param(l, "weight", PARAM_WEIGHT, 3, o->k, in, o->channels);
    w->fan_in = o->k * in;
    w->fan_out = o->k * o->channels;
    o->has_bias = o->bias < 0 ? !s->feeds_norm : o->bias;
    if (o->has_bias)
        layer_book_param(l, "bias", PARAM_BIAS, 1, o->channels)->fan_in = w->fan_in;
    o->columns = layer_book_scratch(l, rows * (size_t)w->fan_in * sizeof(real));
    o->turned =
        layer_book_scratch(l, products_make(&o->products, l->kernels, w->fan_in, o->channels));
    l->out = l->in[0];
    l->out.c = o->channels;
    l->flops = 2.0 * (double)shape_positions(l->in[0]) * w->fan_in * o->channels;
    return 0;
}

/* ---- columns ---- */

static real *columns_of(const struct conv1d *o, const struct io *io)
{
    return (real *)(void *)((char *)io->scratch + o->columns);
}

/* The position that tap i reaches for position t of the output; it may lie outside of the sequence. */
static ptrdiff_t tap_position(const struct conv1d *o, size_t t, int i)
{
    return (ptrdiff_t)t + (ptrdiff_t)i * o->dilation - (ptrdiff_t)o->dilation * (o->k - 1) / 2;
}

/* True when a tap that reaches position `from` reads it; else it reads a zero. */
static bool reads(const struct conv1d *o, const unsigned char *mask, size_t positions,
                  ptrdiff_t from)
{
    return from >= 0 && from < (ptrdiff_t)positions && !(o->masked && mask && !mask[from]);
}

static void gather_sample(const struct layer *l, const struct io *io, int n)
{
    const struct conv1d *o = (const struct conv1d *)l->options;
    size_t positions = layer_positions(l, io), c = (size_t)l->in[0].c;
    const real *x = io->x[0] + (size_t)n * positions * c;
    const unsigned char *mask = layer_mask(l, io, n);
    real *to = columns_of(o, io) + (size_t)n * positions * (size_t)o->k * c;

    for (size_t t = 0; t < positions; t++)
        for (int i = 0; i < o->k; i++, to += c) {
            ptrdiff_t from = tap_position(o, t, i);

            if (reads(o, mask, positions, from))
                memcpy(to, x + (size_t)from * c, c * sizeof *to);
            else
                memset(to, 0, c * sizeof *to);
        }
}

/* dx from the gradients of the columns, which have overwritten the columns. */
static void scatter_sample(const struct layer *l, const struct io *io, int n)
{
    const struct conv1d *o = (const struct conv1d *)l->options;
    size_t positions = layer_positions(l, io), c = (size_t)l->in[0].c;
    real *dx = io->dx[0] + (size_t)n * positions * c;
    const unsigned char *mask = layer_mask(l, io, n);
    const real *column = columns_of(o, io) + (size_t)n * positions * (size_t)o->k * c;

    if (!io->add[0])
        memset(dx, 0, positions * c * sizeof *dx);
    for (size_t t = 0; t < positions; t++)
        for (int i = 0; i < o->k; i++, column += c) {
            ptrdiff_t to = tap_position(o, t, i);

            if (reads(o, mask, positions, to))
                l->kernels->sum(c, dx + (size_t)to * c, column, dx + (size_t)to * c);
        }
}

/* ---- the layer ---- */

static void forward(const struct layer *l, struct io *io)
{
    const struct conv1d *o = (const struct conv1d *)l->options;

    layer_samples(l, io, gather_sample);
    products_affine(&o->products, io->threads, layer_rows(l, io), columns_of(o, io),
                    io->param + l->param[WEIGHT].offset,
                    o->has_bias ? io->param + l->param[BIAS].offset : NULL, io->y);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct conv1d *o = (const struct conv1d *)l->options;
    size_t rows = layer_rows(l, io);

    if (o->has_bias)
        products_bias(&o->products, io->threads, rows, io->dy, io->add_param,
                      io->dparam + l->param[BIAS].offset);
    layer_samples(l, io, gather_sample);
    products_weight(&o->products, io->threads, (size_t)io->n, layer_positions(l, io),
                    columns_of(o, io), io->dy, io->add_param, io->dparam + l->param[WEIGHT].offset);
    if (!io->dx[0])
        return;
    products_input(&o->products, io->threads, rows, io->dy, io->param + l->param[WEIGHT].offset,
                   false, columns_of(o, io), (char *)io->scratch + o->turned);
    layer_samples(l, io, scatter_sample);
}

const struct layer_type layer_conv1d = {
    .name = "conv1d",
    .usage = "a convolution along a sequence, which keeps its length",
    .positional = "channels",
    .options = options,
    .takes_sequence = true,
    .reads_mask = true,
    .examples = {"3", "17 k=5 bias=0", "2 k=2 dilation=2", "5 k=1", "4 k=4 masked=0 bias=1",
                 "3 k=9 dilation=3"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
