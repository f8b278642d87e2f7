/*
 * Convolution (cross-correlation, as everywhere in the field) of an image by im2col and a matrix
 * product. W is [k][k][in][out]. Samples are taken a few at a time, so that the product has enough
 * rows and the columns stay in cache; how many depends on shapes alone, not on the batch.
 */
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <string.h>

struct conv2d {
    int channels, k, stride, pad, bias;
    bool has_bias;
    bool direct; /* 1x1: the columns are the input */
    struct window window;
    int chunk; /* samples a product */
};
LAYER_OPTIONS_FIT(struct conv2d);

enum { WEIGHT, BIAS };
enum { CHUNK_ROWS = 512, PAD_SAME = -1 };

static const struct option options[] = {
    {"channels", OPTION_INT, offsetof(struct conv2d, channels), NULL, 1, 1 << 16, NULL,
     "output channels"},
    {"k", OPTION_INT, offsetof(struct conv2d, k), "3", 1, 255, NULL, "kernel height and width"},
    {"stride", OPTION_INT, offsetof(struct conv2d, stride), "1", 1, 255, NULL,
     "step of the kernel"},
    {"pad", OPTION_INT, offsetof(struct conv2d, pad), "same", 0, 255, "same",
     "zeros on each side; same: (k-1)/2, for odd k"},
    {"bias", OPTION_INT, offsetof(struct conv2d, bias), "auto", 0, 1, "auto",
     "auto: none where a norm follows"},
    {0},
};

static int set_window(struct layer *l, struct conv2d *o, struct setup *s)
{
    struct shape in = l->in[0];
    struct window g = {in.h, in.w, in.c, o->k, o->stride, o->pad, 0, 0};

    if (in.rank != 3)
        return layer_error(s, "needs an image, the input has rank %d", in.rank);
    if (o->pad == PAD_SAME) {
        if (o->k % 2 == 0)
            return layer_error(s, "pad=same needs an odd k, not %d; give pad", o->k);
        g.pad = o->pad = o->k / 2;
    }
    if (in.h + 2 * g.pad < o->k || in.w + 2 * g.pad < o->k)
        return layer_error(s, "k=%d is larger than the padded input %dx%d", o->k, in.h + 2 * g.pad,
                           in.w + 2 * g.pad);
    g.out_h = (in.h + 2 * g.pad - o->k) / o->stride + 1;
    g.out_w = (in.w + 2 * g.pad - o->k) / o->stride + 1;
    o->window = g;
    l->out = shape_image(g.out_h, g.out_w, o->channels);
    return 0;
}

static int setup(struct layer *l, struct setup *s)
{
    struct conv2d *o = (struct conv2d *)l->options;
    int in = l->in[0].c, positions, r = set_window(l, o, s);
    struct param *w;

    if (r)
        return r;
    if ((double)o->k * o->k * in > 0x1p30 || (double)o->k * o->k * o->channels > 0x1p30)
        return layer_error(s, "k=%d over %d channels is more than 2^30 weights an output", o->k,
                           in);
    w = layer_book_param(l, "weight", PARAM_WEIGHT, 4, o->k, o->k, in, o->channels);
    w->fan_in = o->k * o->k * in;
    w->fan_out = o->k * o->k * o->channels;
    o->has_bias = o->bias < 0 ? !s->feeds_norm : o->bias;
    if (o->has_bias)
        layer_book_param(l, "bias", PARAM_BIAS, 1, o->channels)->fan_in = w->fan_in;
    positions = (int)shape_positions(l->out);
    o->direct = o->k == 1 && o->stride == 1 && o->pad == 0;
    o->chunk = positions < CHUNK_ROWS ? CHUNK_ROWS / positions : 1;
    if (o->chunk > s->max_n)
        o->chunk = s->max_n;
    if (!o->direct)
        layer_book_scratch(l,
                           (size_t)o->chunk * (size_t)positions * (size_t)w->fan_in * sizeof(real));
    l->flops = 2.0 * positions * w->fan_in * o->channels;
    return 0;
}

/* The columns of m samples from x: in scratch, or x itself. */
static const real *columns_of(const struct conv2d *o, const real *x, int m, void *scratch)
{
    const struct window *g = &o->window;
    size_t in = (size_t)g->h * g->w * g->c,
           columns = (size_t)g->out_h * g->out_w * g->k * g->k * g->c;

    if (o->direct)
        return x;
    for (int i = 0; i < m; i++)
        im2col(g, x + i * in, (real *)scratch + i * columns);
    return scratch;
}

static void forward(const struct layer *l, struct io *io)
{
    const struct conv2d *o = (const struct conv2d *)l->options;
    size_t in = shape_size(l->in[0]), out = shape_size(l->out);
    int positions = (int)shape_positions(l->out), depth = l->param[WEIGHT].fan_in, c = o->channels;
    const real *w = io->param + l->param[WEIGHT].offset; /* (k*k*in, out) */

    for (int i = 0; i < io->n; i += o->chunk) {
        int m = io->n - i < o->chunk ? io->n - i : o->chunk;
        const real *columns = columns_of(o, io->x[0] + i * in, m, io->scratch);

        gemm(false, false, m * positions, c, depth, columns, depth, w, c, false, io->y + i * out,
             c);
    }
    if (o->has_bias)
        l->kernels->bias_add((size_t)io->n * positions, c, io->param + l->param[BIAS].offset,
                             io->y);
}

/* dx of m samples; the columns in scratch are no longer needed. */
static void backward_input(const struct conv2d *o, const real *w, const real *dy, int m,
                           void *scratch, real *dx, bool add)
{
    const struct window *g = &o->window;
    int positions = g->out_h * g->out_w, depth = g->k * g->k * g->c, c = o->channels;
    size_t in = (size_t)g->h * g->w * g->c;
    real *columns = scratch;

    if (o->direct) {
        gemm(false, true, m * positions, depth, c, dy, c, w, c, add, dx, depth);
        return;
    }
    gemm(false, true, m * positions, depth, c, dy, c, w, c, false, columns, depth);
    if (!add)
        memset(dx, 0, (size_t)m * in * sizeof *dx);
    for (int i = 0; i < m; i++)
        col2im(g, columns + (size_t)i * positions * depth, dx + i * in);
}

static void backward(const struct layer *l, struct io *io)
{
    const struct conv2d *o = (const struct conv2d *)l->options;
    size_t in = shape_size(l->in[0]), out = shape_size(l->out);
    int positions = (int)shape_positions(l->out), depth = l->param[WEIGHT].fan_in, c = o->channels;
    const real *w = io->param + l->param[WEIGHT].offset;
    real *dw = io->dparam + l->param[WEIGHT].offset;

    for (int i = 0; i < io->n; i += o->chunk) {
        int m = io->n - i < o->chunk ? io->n - i : o->chunk;
        const real *dy = io->dy + i * out;
        const real *columns = columns_of(o, io->x[0] + i * in, m, io->scratch);

        gemm(true, false, depth, c, m * positions, columns, depth, dy, c, io->add_param || i > 0,
             dw, c);
        if (io->dx[0])
            backward_input(o, w, dy, m, io->scratch, io->dx[0] + i * in, io->add[0]);
    }
    if (o->has_bias)
        column_sums((size_t)io->n * positions, c, io->dy, io->add_param,
                    io->dparam + l->param[BIAS].offset);
}

const struct layer_type layer_conv2d = {
    .name = "conv2d",
    .usage = "a convolution of an image",
    .positional = "channels",
    .options = options,
    .examples = {"3", "5 k=1", "2 k=3 stride=2", "3 k=5 pad=1 stride=2 bias=0", "3 k=2 pad=0",
                 "1 k=1 stride=2 pad=1", "2 k=1 pad=1"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
