/* Pooling over windows of an image: maximum and average. */
#include "kernels/also_avx2.h"
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <math.h>
#include <string.h>

struct pool {
    int k, stride, pad;
};
LAYER_OPTIONS_FIT(struct pool);

enum { STRIDE_K = -1 };

static const struct option options[] = {
    {"k", OPTION_INT, offsetof(struct pool, k), "2", 1, 255, NULL, "window height and width"},
    {"stride", OPTION_INT, offsetof(struct pool, stride), "k", 1, 255, "k", "step of the window"},
    {"pad", OPTION_INT, offsetof(struct pool, pad), "0", 0, 127, NULL,
     "padding on each side, at most k/2: minus infinity for maxpool, zeros for avgpool"},
    {0},
};

static void resolve(void *options)
{
    struct pool *p = options;

    if (p->stride == STRIDE_K)
        p->stride = p->k;
}

static int pool_setup(struct layer *l, struct setup *s)
{
    struct pool *p = (struct pool *)l->options;
    struct shape in = l->in[0];

    if (layer_check_rank(l, 3, s))
        return -1;
    if (2 * p->pad > p->k)
        return layer_error(s, "pad=%d is more than half of k=%d", p->pad, p->k);
    if (in.h + 2 * p->pad < p->k || in.w + 2 * p->pad < p->k)
        return layer_error(s, "k=%d is larger than the padded input %dx%d", p->k, in.h + 2 * p->pad,
                           in.w + 2 * p->pad);
    l->out = shape_image((in.h + 2 * p->pad - p->k) / p->stride + 1,
                         (in.w + 2 * p->pad - p->k) / p->stride + 1, in.c);
    l->flops = (double)shape_size(l->out) * p->k * p->k;
    return 0;
}

/* The pixels of a window that are inside the image: rows [y0, y1), columns [x0, x1). */
struct clip {
    int y0, y1, x0, x1;
};

/* Returns the window of output position o, without its pixels outside the image. */
static struct clip clip_window(const struct layer *l, int o)
{
    const struct pool *p = (const struct pool *)l->options;
    struct shape in = l->in[0];
    int oy = o / l->out.w, ox = o % l->out.w;
    struct clip c = {oy * p->stride - p->pad, 0, ox * p->stride - p->pad, 0};

    c.y1 = c.y0 + p->k < in.h ? c.y0 + p->k : in.h;
    c.x1 = c.x0 + p->k < in.w ? c.x0 + p->k : in.w;
    c.y0 = c.y0 > 0 ? c.y0 : 0;
    c.x0 = c.x0 > 0 ? c.x0 : 0;
    return c;
}

/* Returns dx of sample n, to which the caller adds. dx is set to 0 unless the call adds to dx. */
static real *sample_dx(const struct layer *l, const struct io *io, int n)
{
    size_t size = shape_size(l->in[0]);
    real *dx = io->dx[0] + n * size;

    if (!io->add[0])
        memset(dx, 0, size * sizeof *dx);
    return dx;
}

/* ---- max ---- */

static int max_setup(struct layer *l, struct setup *s)
{
    int r = pool_setup(l, s);

    if (r == 0)
        layer_book_saved(l, (size_t)s->max_n * shape_size(l->out) * sizeof(int32_t));
    return r;
}

/* Finds the largest value of each channel in a window, y[c], and its index in the sample. */
static void max_window(const real *x, struct shape in, struct clip w, real *y, int32_t *index)
{
    for (int c = 0; c < in.c; c++) {
        y[c] = -INFINITY;
        index[c] = (w.y0 * in.w + w.x0) * in.c + c;
    }
    for (int i = w.y0; i < w.y1; i++)
        for (int j = w.x0; j < w.x1; j++)
            for (int c = 0; c < in.c; c++) {
                int32_t from = (i * in.w + j) * in.c + c;

                /* The first NaN in a window, if there is one, is taken as the largest value. */
                if (!(x[from] <= y[c]) && !isnan(y[c])) {
                    y[c] = x[from];
                    index[c] = from;
                }
            }
}

static void max_forward(const struct layer *l, const struct io *io, int n)
{
    struct shape in = l->in[0];
    const real *x = io->x[0] + n * shape_size(in);
    real *y = io->y + n * shape_size(l->out);
    int32_t *index = (int32_t *)io->saved + n * shape_size(l->out);

    for (int o = 0; o < l->out.h * l->out.w; o++, y += in.c, index += in.c)
        max_window(x, in, clip_window(l, o), y, index);
}

static void max_backward(const struct layer *l, const struct io *io, int n)
{
    size_t out = shape_size(l->out);
    const real *dy = io->dy + n * out;
    const int32_t *index = (const int32_t *)io->saved + n * out;
    real *dx = sample_dx(l, io, n);

    for (size_t i = 0; i < out; i++)
        dx[index[i]] += dy[i];
}

/* The members that the struct layer_type of maxpool and avgpool share. */
#define WINDOW_MEMBERS(setup_by, forward_by, backward_by)                                          \
    .positional = "k", .options = options, .resolve = resolve,                                     \
    .examples = {"", "3", "2 stride=1", "3 stride=2 pad=1"}, .setup = setup_by,                    \
    .forward = layer_forward_samples, .backward = layer_backward_samples,                          \
    .forward_sample = forward_by, .backward_sample = backward_by

const struct layer_type layer_maxpool = {
    .name = "maxpool",
    .usage = "the largest value of each window of an image",
    WINDOW_MEMBERS(max_setup, max_forward, max_backward),
};

/* ---- average: the sum is always divided by k * k, so padding counts as zeros ---- */

/* Output positions [x0, x1) of row y, and their channels [c0, c0 + n). */
struct block {
    int y, x0, x1, c0, n;
};
enum { BLOCK_VALUES = 512 }; /* the most values in a block */

/* Adds x[positions][n], whose positions are `stride` values apart, to total[positions][n]. */
ALSO_AVX2 static void add_positions(size_t positions, size_t n, size_t stride,
                                    const real *restrict x, double *restrict total)
{
    if (n == 1)
        for (size_t o = 0; o < positions; o++)
            total[o] += (double)x[o * stride];
    else
        for (size_t o = 0; o < positions; o++)
            for (size_t c = 0; c < n; c++)
                total[o * n + c] += (double)x[o * stride + c];
}

/* Computes the averages of a block. Sums are in double, and each adds its window row by row. One call of
 * add_positions() adds one value of every window, because a call for each window takes long when there are few
 * channels. */
static void avg_block(const struct layer *l, const struct block *b, const real *x, real *y)
{
    const struct pool *p = (const struct pool *)l->options;
    struct shape in = l->in[0];
    int top = b->y * p->stride - p->pad, bottom = top + p->k < in.h ? top + p->k : in.h;
    size_t n = (size_t)b->n;
    double total[BLOCK_VALUES];

    memset(total, 0, (size_t)(b->x1 - b->x0) * n * sizeof *total);
    for (int i = top > 0 ? top : 0; i < bottom; i++)
        /* The window of output position o has its columns at x = o * stride + j. */
        for (int j = -p->pad; j < p->k - p->pad; j++) {
            int first = b->x0, end = b->x1;

            while (first < end && first * p->stride + j < 0)
                first++;
            while (first < end && (end - 1) * p->stride + j >= in.w)
                end--;
            if (first < end)
                add_positions((size_t)(end - first), n, (size_t)p->stride * (size_t)in.c,
                              x + ((size_t)i * in.w + first * p->stride + j) * in.c + b->c0,
                              total + (size_t)(first - b->x0) * n);
        }
    for (int o = b->x0; o < b->x1; o++)
        for (size_t c = 0; c < n; c++)
            y[((size_t)b->y * l->out.w + o) * in.c + b->c0 + c] =
                (real)(total[(size_t)(o - b->x0) * n + c] / (p->k * p->k));
}

static void avg_forward(const struct layer *l, const struct io *io, int n)
{
    struct shape in = l->in[0], out = l->out;
    const real *x = io->x[0] + n * shape_size(in);
    real *y = io->y + n * shape_size(out);
    int channels = in.c < BLOCK_VALUES ? in.c : BLOCK_VALUES, positions = BLOCK_VALUES / channels;

    for (int i = 0; i < out.h; i++)
        for (int j = 0; j < out.w; j += positions)
            for (int c = 0; c < in.c; c += channels) {
                struct block b = {i, j, out.w - j < positions ? out.w : j + positions, c,
                                  in.c - c < channels ? in.c - c : channels};

                avg_block(l, &b, x, y);
            }
}

static void avg_backward(const struct layer *l, const struct io *io, int n)
{
    const struct pool *p = (const struct pool *)l->options;
    struct shape in = l->in[0];
    real scale = (real)1 / (real)(p->k * p->k);
    const real *dy = io->dy + n * shape_size(l->out);
    real *dx = sample_dx(l, io, n);

    for (int o = 0; o < l->out.h * l->out.w; o++, dy += in.c) {
        struct clip w = clip_window(l, o);

        for (int i = w.y0; i < w.y1; i++)
            for (int j = w.x0; j < w.x1; j++)
                for (int c = 0; c < in.c; c++)
                    dx[((size_t)i * in.w + j) * in.c + c] += scale * dy[c];
    }
}

const struct layer_type layer_avgpool = {
    .name = "avgpool",
    .usage = "the average of each window of an image",
    WINDOW_MEMBERS(pool_setup, avg_forward, avg_backward),
};
