/* The shortcut without parameters of He et al. 2016 (option A): every stride-th pixel, and channels of zeros behind the
 * input's own. */
#include "layers/layer.h"
#include <string.h>

struct subsample {
    int channels, stride;
};
LAYER_OPTIONS_FIT(struct subsample);

static const struct option options[] = {
    {"channels", OPTION_INT, offsetof(struct subsample, channels), NULL, 1, 1 << 16, NULL,
     "output channels, at least as many as the input's"},
    {"stride", OPTION_INT, offsetof(struct subsample, stride), "2", 1, 255, NULL,
     "step from pixel to pixel"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    const struct subsample *o = (const struct subsample *)l->options;
    struct shape in = l->in[0];

    if (layer_check_rank(l, 3, s))
        return -1;
    if (o->channels < in.c)
        return layer_error(s, "channels=%d are fewer than the input's %d", o->channels, in.c);
    l->out = shape_image((in.h + o->stride - 1) / o->stride, (in.w + o->stride - 1) / o->stride,
                         o->channels);
    return 0;
}

/* Where the input pixel of output pixel p of sample n begins. */
static size_t source(const struct layer *l, int n, int p)
{
    const struct subsample *o = (const struct subsample *)l->options;
    struct shape in = l->in[0];
    int y = p / l->out.w * o->stride, x = p % l->out.w * o->stride;

    return (((size_t)n * in.h + y) * in.w + x) * in.c;
}

static void forward(const struct layer *l, const struct io *io, int n)
{
    int c = l->in[0].c, positions = (int)shape_positions(l->out);
    real *y = io->y + n * shape_size(l->out);

    for (int p = 0; p < positions; p++, y += l->out.c) {
        memcpy(y, io->x[0] + source(l, n, p), (size_t)c * sizeof *y);
        memset(y + c, 0, (size_t)(l->out.c - c) * sizeof *y);
    }
}

static void backward(const struct layer *l, const struct io *io, int n)
{
    int c = l->in[0].c, positions = (int)shape_positions(l->out);
    size_t size = shape_size(l->in[0]);
    const real *dy = io->dy + n * shape_size(l->out);

    if (!io->add[0])
        memset(io->dx[0] + n * size, 0, size * sizeof *io->dx[0]);
    for (int p = 0; p < positions; p++, dy += l->out.c) {
        real *dx = io->dx[0] + source(l, n, p);

        for (int j = 0; j < c; j++)
            dx[j] += dy[j];
    }
}

const struct layer_type layer_subsample = {
    .name = "subsample",
    .usage = "every stride-th pixel, with added channels of zeros: a shortcut without parameters",
    .positional = "channels",
    .options = options,
    .examples = {"4", "9 stride=2", "17 stride=3", "5 stride=1"},
    .setup = setup,
    .forward = layer_forward_samples,
    .backward = layer_backward_samples,
    .forward_sample = forward,
    .backward_sample = backward,
};
