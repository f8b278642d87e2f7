/* Convolution of an image; strictly a cross-correlation, as usual in deep learning. W is [k][k][in][out]. */
#include "layers/conv/conv2d.h"

LAYER_OPTIONS_FIT(struct conv2d);

enum { PAD_SAME = -1 };

static const struct option options[] = {
    {"channels", OPTION_INT, offsetof(struct conv2d, channels), NULL, 1, 1 << 16, NULL,
     "output channels"},
    {"k", OPTION_INT, offsetof(struct conv2d, k), "3", 1, 255, NULL, "kernel height and width"},
    {"stride", OPTION_INT, offsetof(struct conv2d, stride), "1", 1, 255, NULL,
     "step of the kernel"},
    {"pad", OPTION_INT, offsetof(struct conv2d, pad), "same", 0, 255, "same",
     "zeros on each side; same: (k-1)/2, for odd k"},
    WEIGHTS_OPTIONS,
    {0},
};

static void resolve(void *options)
{
    struct conv2d *o = options;

    weights_resolve(options);
    if (o->pad == PAD_SAME && o->k % 2)
        o->pad = o->k / 2;
}

static int set_window(struct layer *l, struct conv2d *o, struct setup *s)
{
    struct shape in = l->in[0];
    struct window g = {in.h, in.w, in.c, o->k, o->stride, o->pad, 0, 0};

    if (layer_check_rank(l, 3, s))
        return -1;
    if (o->pad == PAD_SAME)
        return layer_error(s, "pad=same needs an odd k, not %d; give pad", o->k);
    if (in.h + 2 * g.pad < o->k || in.w + 2 * g.pad < o->k)
        return layer_error(s, "k=%d is larger than the padded input %dx%d", o->k, in.h + 2 * g.pad,
                           in.w + 2 * g.pad);
    g.out_h = (in.h + 2 * g.pad - o->k) / o->stride + 1;
    g.out_w = (in.w + 2 * g.pad - o->k) / o->stride + 1;
    if ((double)g.out_h * g.out_w * o->channels * s->max_n >= 0x1p31)
        return layer_error(s, "%d samples of its output are more than 2^31 values", s->max_n);
    o->window = g;
    l->out = shape_image(g.out_h, g.out_w, o->channels);
    return 0;
}

static int setup(struct layer *l, struct setup *s)
{
    struct conv2d *o = (struct conv2d *)l->options;
    int in = l->in[0].c, r = set_window(l, o, s);

    if (r)
        return r;
    if ((double)o->k * o->k * in > 0x1p30 || (double)o->k * o->k * o->channels > 0x1p30)
        return layer_error(s, "k=%d over %d channels is more than 2^30 weights an output", o->k,
                           in);
    r = weights_setup(l, s, 2, o->k);
    if (r)
        return r;
    if (conv2d_winograd_setup(l, o, s->max_n))
        o->path = CONV_WINOGRAD;
    else if (conv2d_taps_setup(l, o, s->max_n))
        o->path = CONV_TAPS;
    else
        conv2d_columns_setup(l, o, s->max_n);
    return 0;
}

static const struct {
    void (*forward)(const struct conv2d_call *k);
    void (*backward)(const struct conv2d_call *k);
} paths[] = {
    [CONV_COLUMNS] = {conv2d_columns_forward, conv2d_columns_backward},
    [CONV_TAPS] = {conv2d_taps_forward, conv2d_taps_backward},
    [CONV_WINOGRAD] = {conv2d_winograd_forward, conv2d_winograd_backward},
};

static void forward(const struct layer *l, struct io *io)
{
    struct conv2d_call k = conv2d_call_init(l, io);
    const real *bias = weights_bias(l, io);

    k.weight = weights_forward(l, io);
    paths[k.o->path].forward(&k);
    if (bias)
        l->kernels->bias_add((size_t)io->n * shape_positions(l->out), k.o->channels, bias, io->y);
}

static void backward(const struct layer *l, struct io *io)
{
    struct conv2d_call k = conv2d_call_init(l, io);
    real *dbias = weights_dbias(l, io);

    k.weight = weights_value(l, io);
    k.dweight = weights_gradient(l, io);
    k.add = weights_add(l, io);
    paths[k.o->path].backward(&k);
    weights_backward(l, io);
    if (dbias)
        column_sums((size_t)io->n * shape_positions(l->out), k.o->channels, io->dy, io->add_param,
                    dbias);
}

const struct layer_type layer_conv2d = {
    .name = "conv2d",
    .usage = "a convolution of an image",
    .positional = "channels",
    .options = options,
    .resolve = resolve,
    .init_params = weights_init,
    .examples = {"3", "5 k=1", "2 k=3 stride=2", "3 k=5 pad=1 stride=2 bias=0", "3 k=2 pad=0",
                 "1 k=1 stride=2 pad=1", "2 k=1 pad=1", "4 ws=1",
                 "3 k=2 pad=0 ws=scaled ws_gain=gelu", "5 stride=2 weightnorm=1 bias=0"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
