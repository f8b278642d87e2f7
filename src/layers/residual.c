/* Layers for residual blocks: add, the sum of a block's body and its shortcut, and subsample, a shortcut without
 * parameters. */
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <string.h>

/* ---- add ---- */

static int add_setup(struct layer *l, struct setup *s)
{
    char a[48], b[48];

    if (shape_equal(l->in[0], l->in[1]))
        return layer_setup_same_shape(l, s);
    shape_print(a, l->in[0]);
    shape_print(b, l->in[1]);
    return layer_error(s,
                       "the body gives %s and the shortcut %s; give the residual a second {...} "
                       "with a shortcut that fits",
                       a, b);
}

static void add_forward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    l->kernels->sum(end - first, io->x[0] + first, io->x[1] + first, io->y + first);
}

static void add_backward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    (void)l;
    for (int i = 0; i < 2; i++)
        if (io->dx[i])
            gradient_write(end - first, io->dy + first, io->dx[i] + first, io->add[i]);
}

const struct layer_type layer_add = {
    .name = "add",
    .usage = "the sum of two inputs (made by residual)",
    .inputs = 2,
    .examples = {""},
    .setup = add_setup,
    .forward = layer_forward_elements,
    .backward = layer_backward_elements,
    .forward_elements = add_forward,
    .backward_elements = add_backward,
};

/* ---- subsample (He et al. 2016, option A): copies every stride-th pixel and adds channels of zeros ---- */

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

static int subsample_setup(struct layer *l, struct setup *s)
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

/* Returns the index in x of the first channel of the input pixel that output pixel p of sample n copies. */
static size_t source_index(const struct layer *l, int n, int p)
{
    const struct subsample *o = (const struct subsample *)l->options;
    struct shape in = l->in[0];
    int y = p / l->out.w * o->stride, x = p % l->out.w * o->stride;

    return (((size_t)n * in.h + y) * in.w + x) * in.c;
}

static void subsample_forward(const struct layer *l, const struct io *io, int n)
{
    int c = l->in[0].c, positions = (int)shape_positions(l->out);
    real *y = io->y + n * shape_size(l->out);

    for (int p = 0; p < positions; p++, y += l->out.c) {
        memcpy(y, io->x[0] + source_index(l, n, p), (size_t)c * sizeof *y);
        memset(y + c, 0, (size_t)(l->out.c - c) * sizeof *y);
    }
}

static void subsample_backward(const struct layer *l, const struct io *io, int n)
{
    int positions = (int)shape_positions(l->out);
    size_t size = shape_size(l->in[0]), c = (size_t)l->in[0].c;
    const real *dy = io->dy + n * shape_size(l->out);

    if (!io->add[0])
        memset(io->dx[0] + n * size, 0, size * sizeof *io->dx[0]);
    for (int p = 0; p < positions; p++, dy += l->out.c) {
        real *dx = io->dx[0] + source_index(l, n, p);

        l->kernels->sum(c, dx, dy, dx);
    }
}

const struct layer_type layer_subsample = {
    .name = "subsample",
    .usage = "every stride-th pixel, with channels of zeros added: the parameter-free shortcut",
    .positional = "channels",
    .options = options,
    .examples = {"4", "9 stride=2", "17 stride=3", "5 stride=1"},
    .setup = subsample_setup,
    .forward = layer_forward_samples,
    .backward = layer_backward_samples,
    .forward_sample = subsample_forward,
    .backward_sample = subsample_backward,
};
