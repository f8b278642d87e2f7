/*
 * Convolution along a sequence with stride 1; strictly a cross-correlation, as usual in deep learning. Zero padding
 * keeps the length, as padding='same' does in PyTorch. There are dilation * (k - 1) zeros: half of them are before the
 * sequence, half after it, and if the number is odd, one more after it. W is [k][in][out]. The inputs of each output
 * position are copied to a row of an array of columns [N*T][k*in]; then the products are the same as in a dense layer.
 *
 * With masked=1, positions that the mask marks as padding are read as zeros. So a sequence gets the same result as it
 * would get without padding.
 */
#include "kernels/products.h"
#include "layers/weights.h"
#include <string.h>

struct conv1d {
    struct weights weights;
    int channels, k, dilation, masked;
    struct products products;
    size_t columns, products_scratch; /* offsets in scratch */
};
LAYER_OPTIONS_FIT(struct conv1d);

static const struct option options[] = {
    {"channels", OPTION_INT, offsetof(struct conv1d, channels), NULL, 1, 1 << 16, NULL,
     "output channels"},
    {"k", OPTION_INT, offsetof(struct conv1d, k), "3", 1, 255, NULL, "kernel length"},
    {"dilation", OPTION_INT, offsetof(struct conv1d, dilation), "1", 1, 1 << 16, NULL,
     "positions from one tap to the next"},
    WEIGHTS_OPTIONS,
    {"masked", OPTION_INT, offsetof(struct conv1d, masked), "1", 0, 1, NULL,
     "1: padding is read as zeros; 0: as the values it has"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct conv1d *o = (struct conv1d *)l->options;
    int in = l->in[0].c, depth = o->k * in, r;
    size_t rows = (size_t)s->max_n * shape_positions(l->in[0]);

    if (layer_check_rank(l, 2, s))
        return -1;
    if ((double)o->k * in > 0x1p30 / o->channels || (double)rows * o->k * in > 0x1p31)
        return layer_error(s, "k=%d over %d channels is too large", o->k, in);
    l->out = l->in[0];
    l->out.c = o->channels;
    r = weights_setup(l, s, 1, o->k);
    if (r)
        return r;
    o->columns = layer_book_scratch(l, rows * (size_t)depth * sizeof(real));
    o->products_scratch =
        layer_book_scratch(l, products_make(&o->products, l->kernels, depth, o->channels));
    return 0;
}

/* ---- columns ---- */

/* Returns the input position that tap i reads for output position t. It may be outside of the sequence. */
static ptrdiff_t tap_position(const struct conv1d *o, size_t t, int i)
{
    return (ptrdiff_t)t + (ptrdiff_t)i * o->dilation - (ptrdiff_t)o->dilation * (o->k - 1) / 2;
}

/* True when the value at position `from` is used. Otherwise a zero is used in its place. */
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
    real *to = (real *)io_scratch(io, o->columns) + (size_t)n * positions * (size_t)o->k * c;

    for (size_t t = 0; t < positions; t++)
        for (int i = 0; i < o->k; i++, to += c) {
            ptrdiff_t from = tap_position(o, t, i);

            if (reads(o, mask, positions, from))
                memcpy(to, x + (size_t)from * c, c * sizeof *to);
            else
                memset(to, 0, c * sizeof *to);
        }
}

/* Computes dx of sample n from the gradients of the columns, which are stored in the columns' memory. */
static void scatter_sample(const struct layer *l, const struct io *io, int n)
{
    const struct conv1d *o = (const struct conv1d *)l->options;
    size_t positions = layer_positions(l, io), c = (size_t)l->in[0].c;
    real *dx = io->dx[0] + (size_t)n * positions * c;
    const unsigned char *mask = layer_mask(l, io, n);
    const real *column =
        (real *)io_scratch(io, o->columns) + (size_t)n * positions * (size_t)o->k * c;

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
    products_affine(&o->products, io->threads, layer_rows(l, io), io_scratch(io, o->columns),
                    weights_forward(l, io), weights_bias(l, io), NULL, false, io->y);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct conv1d *o = (const struct conv1d *)l->options;
    size_t rows = layer_rows(l, io);
    real *columns = io_scratch(io, o->columns), *dbias = weights_dbias(l, io);

    if (dbias)
        products_bias(&o->products, io->threads, rows, io->dy, io->add_param, dbias);
    layer_samples(l, io, gather_sample);
    products_weight(&o->products, io->threads, (size_t)io->n, layer_positions(l, io), columns,
                    io->dy, weights_add(l, io), weights_gradient(l, io));
    weights_backward(l, io);
    if (!io->dx[0])
        return;
    products_input(&o->products, io->threads, rows, io->dy, weights_value(l, io), false, columns,
                   io_scratch(io, o->products_scratch));
    layer_samples(l, io, scatter_sample);
}

const struct layer_type layer_conv1d = {
    .name = "conv1d",
    .usage = "a convolution along a sequence, which keeps its length",
    .positional = "channels",
    .options = options,
    WEIGHTS_MEMBERS,
    .takes_sequence = true,
    .reads_mask = true,
    .examples = {"3", "17 k=5 bias=0", "2 k=2 dilation=2", "5 k=1", "4 k=4 masked=0 bias=1",
                 "3 k=9 dilation=3", "4 k=2 ws=1 ws_eps=0", "5 ws=scaled", "3 weightnorm=1"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
