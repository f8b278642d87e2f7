/*
 * Convolution by batch-reduce products over the kernel's taps, channels last (Georganas et al. 2020, section 4). When x
 * is the padded input, output row oy is
 *   y[oy] = sum over taps (ky, kx) of x[oy * stride + ky][kx, kx + stride, ...] W[ky][kx],
 * where each summand is a matrix product [out_w][in] x [in][out]. The matrices are read from x and W without a copy.
 *
 * The weight gradient of a tap is a sum of x^T dy over output rows. It is summed in real over some rows at a time;
 * these sums are added in double, so that the gradient does not lose digits when there are many images.
 *
 * The input gradient. Tap ky reads row Y of the padded input for the output row (Y - ky) / stride, if this is a whole
 * number. With Y = stride * i + a, 0 <= a < stride, these are the taps ky = a + stride * t, for the output rows i - t. So
 * the rows and columns of the input are split into stride x stride phases: phase (a, b) has the rows of remainder a and
 * the columns of remainder b. The gradient of a phase is a convolution of dy, padded with zeros, with the phase's taps of
 * W, transposed.
 */
#include "base/system/parallel.h"
#include "layers/conv/conv2d.h"
#include <string.h>

/* The weight gradient is computed for a chunk of samples at a time. These constants limit a chunk: its number of
 * samples, its bytes of padded inputs and gradients, and its number of output rows. A chunk of one sample may have more
 * bytes and rows. */
enum {
    CHUNK_SAMPLES = 8,
    CHUNK_BYTES = 128 * 1024,
    CHUNK_ROWS = 1024,
};

/* Largest number of output positions that a weight gradient sums in real. A single output row may have more. */
enum { SUM_POSITIONS = 1024 };

/* ---- geometry ---- */

static int min_int(int a, int b)
{
    return a < b ? a : b;
}

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

/* The shape of a padded image in scratch. */
struct padded {
    int h, w, c;
};

static size_t padded_size(struct padded p)
{
    return (size_t)p.h * (size_t)p.w * (size_t)p.c;
}

/* Copies an image of h x w to the padded image `to`, with `before` zeros above it and to its left. All values around
 * the image are set to 0. */
static void pad_image(struct padded p, int before, int h, int w, const real *from, real *to)
{
    size_t row = (size_t)p.w * p.c, left = (size_t)before * p.c, n = (size_t)w * p.c;

    memset(to, 0, ((size_t)before * row + left) * sizeof *to);
    to += (size_t)before * row;
    for (int y = 0; y < h; y++, to += row, from += n) {
        memcpy(to + left, from, n * sizeof *to);
        /* zeros to the right of this row, and to the left of the next one */
        memset(to + left + n, 0, (row - n - (before + y + 1 == p.h ? left : 0)) * sizeof *to);
    }
    /* zeros below the image; the last memset() has already written the first `left` of them */
    if (p.h > before + h)
        memset(to + left, 0, ((size_t)(p.h - before - h) * row - left) * sizeof *to);
}

static struct padded padded_input(const struct window *g)
{
    return (struct padded){g->h + 2 * g->pad, g->w + 2 * g->pad, g->c};
}

/* Returns the largest number of taps that a phase has in one dimension. */
static int most_taps(const struct window *g)
{
    return (g->k + g->stride - 1) / g->stride;
}

/* Returns the shape of the padded dy: with most_taps() - 1 zeros above it and to its left, and with enough zeros below
 * it and to its right for the last row and column of the input. */
static struct padded padded_gradient(const struct window *g, int channels)
{
    int before = most_taps(g) - 1;

    return (struct padded){before + max_int(g->out_h, (g->h - 1 + g->pad) / g->stride + 1),
                           before + max_int(g->out_w, (g->w - 1 + g->pad) / g->stride + 1),
                           channels};
}

/* Return the first input column of the phases (a, b), and the number of their columns, which is length_of() for 0 or 1.
 * As rows and columns have the same stride and padding, phase_first(g, a) is the first input row of these phases. */
static int phase_first(const struct window *g, int b)
{
    int first = (b - g->pad) % g->stride;

    return first < 0 ? first + g->stride : first;
}

static int phase_length(const struct window *g, int b)
{
    int first = phase_first(g, b);

    return first < g->w ? (g->w - first - 1) / g->stride + 1 : 0;
}

/* Returns the number of columns of the shorter phases (which = 0) or of the longer ones (which = 1). */
static int length_of(const struct window *g, int which)
{
    return which ? (g->w + g->stride - 1) / g->stride : g->w / g->stride;
}

/* Returns the number of samples in a chunk. */
static int chunk_samples(const struct conv2d *o)
{
    const struct window *g = &o->window;
    size_t bytes =
        (padded_size(padded_input(g)) + (size_t)g->out_h * g->out_w * o->channels) * sizeof(real);
    int samples = min_int((int)(CHUNK_BYTES / bytes), CHUNK_ROWS / g->out_h);

    return max_int(1, min_int(samples, CHUNK_SAMPLES));
}

/* ---- set-up ---- */

/* Generates the code of all products. Returns false when that is impossible. */
static bool make_code(const struct layer *l, struct conv2d *o)
{
    const struct window *g = &o->window;
    struct conv2d_taps *t = &o->taps;
    int in = g->c, out = o->channels;
    struct brgemm_shape forward = {g->out_w, out, in, g->stride * in, out, out, false, false};
    struct brgemm_shape weight = {in, out, g->out_w, g->stride * in, out, out, true, false};

    if (!brgemm_make(&t->forward, l->kernels, &forward) ||
        !brgemm_make(&t->weight, l->kernels, &weight))
        return false;
    for (int which = 0; which < 2; which++)
        for (int add = 0; add < 2; add++) {
            struct brgemm_shape input = {length_of(g, which), in,    out, out, in,
                                         g->stride * in,      false, add};

            if (input.rows > 0 && !brgemm_make(&t->input[which][add], l->kernels, &input))
                return false;
        }
    return true;
}

bool conv2d_taps_setup(struct layer *l, struct conv2d *o, int max_n)
{
    const struct window *g = &o->window;
    size_t input = (size_t)chunk_samples(o) * padded_size(padded_input(g)),
           gradient = padded_size(padded_gradient(g, o->channels));
    int taps = o->k * o->k, rows = chunk_samples(o) * g->out_h;

    if (!make_code(l, o))
        return false;
    conv2d_book_tasks(l, o, max_n, input > gradient ? input : gradient, (size_t)max_int(taps, rows),
                      (size_t)g->c * o->channels, l->param[LAYER_WEIGHT].count);
    return true;
}

/* ---- forward ---- */

/* Returns sample i with its padding, written to `image`; or the sample itself when there is no padding. */
static const real *padded_x(const struct conv2d_call *k, size_t i, real *image)
{
    const struct window *g = &k->o->window;
    const real *x = k->io->x[0] + i * k->in;

    if (g->pad == 0)
        return x;
    pad_image(padded_input(g), g->pad, g->h, g->w, x, image);
    return image;
}

static void forward_task(void *context, int number)
{
    const struct conv2d_call *k = context;
    const struct window *g = &k->o->window;
    struct conv2d_task p = conv2d_task_at(k, number);
    struct padded in = padded_input(g);
    int c = k->o->channels, taps = g->k * g->k;

    for (int t = 0; t < taps; t++) {
        p.x_offset[t] = (size_t)(t / g->k * in.w + t % g->k) * in.c * sizeof(real);
        p.w_offset[t] = (size_t)t * g->c * c * sizeof(real);
    }
    for (size_t i = p.first; i < p.end; i++) {
        const real *x = padded_x(k, i, p.images);
        real *y = k->io->y + i * k->out;

        for (int oy = 0; oy < g->out_h; oy++)
            brgemm_run(&k->o->taps.forward, (unsigned)taps,
                       x + (size_t)oy * g->stride * in.w * in.c, p.x_offset, k->weight, p.w_offset,
                       y + (size_t)oy * g->out_w * c);
    }
}

void conv2d_taps_forward(const struct conv2d_call *k)
{
    parallel_run(k->io->threads, k->tasks, forward_task, (void *)k);
}

/* ---- backward ---- */

/* Adds the products x^T dy of `rows` output rows to the gradient of a tap. About SUM_POSITIONS positions at a time are
 * summed in real. */
static void weight_tap(const struct conv2d_call *k, const struct conv2d_task *p, int rows,
                       const real *x, const real *dy, double *gradient)
{
    const struct window *g = &k->o->window;
    int step = max_int(1, SUM_POSITIONS / g->out_w);

    for (int r = 0; r < rows; r += step) {
        brgemm_run(&k->o->taps.weight, (unsigned)min_int(step, rows - r), x, p->x_offset + r, dy,
                   p->w_offset + r, p->block);
        k->layer->kernels->columns_total(1, g->c * k->o->channels, p->block, 0, gradient);
    }
}

/* Adds the products of a chunk, the n samples from `first` on, to the gradient of each tap. */
static void weight_chunk(const struct conv2d_call *k, const struct conv2d_task *p, size_t first,
                         int n)
{
    const struct window *g = &k->o->window;
    struct padded in = padded_input(g);
    int c = k->o->channels, rows = n * g->out_h;
    const real *image = k->io->x[0] + first * k->in, *dy = k->io->dy + first * k->out;

    for (int i = 0; i < n && g->pad > 0; i++)
        padded_x(k, first + (size_t)i, p->images + (size_t)i * padded_size(in));
    if (g->pad > 0)
        image = p->images;
    for (int r = 0; r < rows; r++) {
        p->x_offset[r] = ((size_t)(r / g->out_h) * padded_size(in) +
                          (size_t)(r % g->out_h) * g->stride * in.w * in.c) *
                         sizeof(real);
        p->w_offset[r] = (size_t)r * g->out_w * c * sizeof(real);
    }
    for (int t = 0; t < g->k * g->k; t++)
        weight_tap(k, p, rows, image + (size_t)(t / g->k * in.w + t % g->k) * in.c, dy,
                   p->gradient + (size_t)t * g->c * c);
}

static void weight_task(const struct conv2d_call *k, const struct conv2d_task *p)
{
    size_t step = (size_t)chunk_samples(k->o);

    memset(p->gradient, 0, k->layer->param[LAYER_WEIGHT].count * sizeof *p->gradient);
    for (size_t i = p->first; i < p->end; i += step)
        weight_chunk(k, p, i, (int)(p->end - i < step ? p->end - i : step));
}

/* Writes dx of one sample in the rows and columns of phase (a, b). dy is the padded gradient of y. */
static void input_phase(const struct conv2d_call *k, const struct conv2d_task *p, int a, int b,
                        const real *dy, real *dx)
{
    const struct window *g = &k->o->window;
    const real *weight = io_scratch(k->io, k->o->transposed);
    struct padded out = padded_gradient(g, k->o->channels);
    int s = g->stride, before = most_taps(g) - 1, x0 = phase_first(g, b),
        length = phase_length(g, b);
    bool add = k->io->add[0];
    const struct brgemm *product = &k->o->taps.input[length == length_of(g, 1)][add];
    unsigned long long taps = 0;

    for (int ky = a; ky < g->k; ky += s)
        for (int kx = b; kx < g->k; kx += s, taps++) {
            p->x_offset[taps] =
                (size_t)((before - ky / s) * out.w + before - kx / s) * out.c * sizeof(real);
            p->w_offset[taps] = (size_t)(ky * g->k + kx) * g->c * out.c * sizeof(real);
        }
    for (int y = phase_first(g, a); length > 0 && y < g->h; y += s) {
        real *to = dx + ((size_t)y * g->w + x0) * g->c;
        const real *from = dy + ((size_t)((y + g->pad) / s) * out.w + (x0 + g->pad) / s) * out.c;

        if (taps > 0)
            brgemm_run(product, taps, from, p->x_offset, weight, p->w_offset, to);
        for (int x = 0; taps == 0 && !add && x < length; x++)
            memset(to + (size_t)x * s * g->c, 0, (size_t)g->c * sizeof *to);
    }
}

static void input_task(const struct conv2d_call *k, const struct conv2d_task *p)
{
    const struct window *g = &k->o->window;
    struct padded out = padded_gradient(g, k->o->channels);
    bool is_padded = out.h != g->out_h || out.w != g->out_w;

    for (size_t i = p->first; i < p->end; i++) {
        const real *dy = k->io->dy + i * k->out;

        if (is_padded) {
            pad_image(out, most_taps(g) - 1, g->out_h, g->out_w, dy, p->images);
            dy = p->images;
        }
        for (int a = 0; a < g->stride; a++)
            for (int b = 0; b < g->stride; b++)
                input_phase(k, p, a, b, dy, k->io->dx[0] + i * k->in);
    }
}

static void backward_task(void *context, int number)
{
    const struct conv2d_call *k = context;
    struct conv2d_task p = conv2d_task_at(k, number);

    weight_task(k, &p);
    if (k->io->dx[0])
        input_task(k, &p);
}

void conv2d_taps_backward(const struct conv2d_call *k)
{
    if (k->io->dx[0])
        conv2d_transpose(k);
    conv2d_sum_tasks(k, backward_task);
}
