/*
 * Convolution by batch-reduce products over the kernel's taps, channels last (Georganas et al. 2020,
 * section 4). With the input padded, a row of output is
 *   y[oy] = sum over taps (ky, kx) of x[oy * stride + ky][kx, kx + stride, ...] W[ky][kx],
 * each summand a matrix product [out_w][in] x [in][out] on memory as it lies.
 *
 * The weight gradient is, for each tap, a sum over output rows of x^T dy: in real over some rows at a time, and
 * over these in double, so that it does not lose digits as images become more. The input gradient: let
 * Y = y + pad be a row of the padded input, Y = stride * i + a; it meets the taps ky = a + stride * t,
 * and with them the output rows i - t. So rows and columns fall into stride x stride phases, each a
 * convolution of dy, padded by taps - 1, with its share of the taps and W transposed.
 */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum {
    CHUNK_SAMPLES = 8,
    CHUNK_BYTES =
        128 * 1024,    /* padded images that a weight gradient's products go over at a time */
    CHUNK_ROWS = 1024, /* output rows of those, at most, if they are more than one sample's */
    SUM_POSITIONS =
        1024, /* that are summed up in real at a time, or one output row if that is more */
};

/* ---- geometry ---- */

static int min_int(int a, int b)
{
    return a < b ? a : b;
}

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

/* An image in scratch: zeros around what it shows. */
struct padded {
    int h, w, c;
};

static size_t padded_size(struct padded p)
{
    return (size_t)p.h * (size_t)p.w * (size_t)p.c;
}

/* Copies an image of h x w into the padded one, with `before` zeros above and to the left. */
static void pad_image(struct padded p, int before, int h, int w, const real *from, real *to)
{
    size_t row = (size_t)p.w * p.c, left = (size_t)before * p.c, n = (size_t)w * p.c;

    memset(to, 0, ((size_t)before * row + left) * sizeof *to);
    to += (size_t)before * row;
    for (int y = 0; y < h; y++, to += row, from += n) {
        memcpy(to + left, from, n * sizeof *to);
        /* to the right of this row and to the left of the next, if there is one */
        memset(to + left + n, 0, (row - n - (before + y + 1 == p.h ? left : 0)) * sizeof *to);
    }
    /* the last row's memset has filled `left` elements of the row behind it, if there is one */
    if (p.h > before + h)
        memset(to + left, 0, ((size_t)(p.h - before - h) * row - left) * sizeof *to);
}

static struct padded padded_input(const struct window *g)
{
    return (struct padded){g->h + 2 * g->pad, g->w + 2 * g->pad, g->c};
}

/* Taps in the phase that has most, per dimension. */
static int most_taps(const struct window *g)
{
    return (g->k + g->stride - 1) / g->stride;
}

/* dy with most_taps - 1 zeros before it, and behind it as many as the last input row asks for. */
static struct padded padded_gradient(const struct window *g, int channels)
{
    int before = most_taps(g) - 1;

    return (struct padded){before + max_int(g->out_h, (g->h - 1 + g->pad) / g->stride + 1),
                           before + max_int(g->out_w, (g->w - 1 + g->pad) / g->stride + 1),
                           channels};
}

/* The first column of phase b, and how many it has: one of two numbers. */
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

/* The shorter and the longer of them. */
static int length_of(const struct window *g, int which)
{
    return which ? (g->w + g->stride - 1) / g->stride : g->w / g->stride;
}

/* Samples whose padded images a weight gradient's products go over at a time. */
static int chunk_samples(const struct conv2d *o)
{
    const struct window *g = &o->window;
    size_t bytes =
        (padded_size(padded_input(g)) + (size_t)g->out_h * g->out_w * o->channels) * sizeof(real);
    int samples = min_int((int)(CHUNK_BYTES / bytes), CHUNK_ROWS / g->out_h);

    return max_int(1, min_int(samples, CHUNK_SAMPLES));
}

/* ---- set-up ---- */

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

/* Offsets that a call may need at once: of all taps, or of the rows of a chunk. */
static size_t offset_count(const struct conv2d *o)
{
    size_t taps = (size_t)o->k * (size_t)o->k,
           rows = (size_t)chunk_samples(o) * (size_t)o->window.out_h;

    return taps > rows ? taps : rows;
}

bool conv2d_taps_setup(struct layer *l, struct conv2d *o, int max_n)
{
    const struct window *g = &o->window;
    struct conv2d_taps *t = &o->taps;
    size_t weight = (size_t)o->k * o->k * g->c * o->channels * sizeof(real),
           input = (size_t)chunk_samples(o) * padded_size(padded_input(g)) * sizeof(real),
           gradient = padded_size(padded_gradient(g, o->channels)) * sizeof(real);

    if (!make_code(l, o))
        return false;
    t->turned = layer_book_scratch(l, weight);
    t->offsets = arena_round(input > gradient ? input : gradient);
    t->block = t->offsets + arena_round(2 * offset_count(o) * sizeof(unsigned long long));
    t->gradient = t->block + arena_round((size_t)g->c * o->channels * sizeof(real));
    t->part_bytes = t->gradient + arena_round(weight / sizeof(real) * sizeof(double));
    t->parts = layer_book_scratch(l, (size_t)conv2d_parts(max_n) * t->part_bytes);
    return true;
}

/* ---- calls ---- */

struct call {
    const struct layer *layer;
    const struct conv2d *o;
    struct io *io;
    const real *weight;
    int parts;
};

/* A part's scratch memory and its samples. */
struct part {
    real *image;
    unsigned long long *x_offset, *w_offset;
    real *block;      /* of one tap's gradient: the sum over some rows */
    double *gradient; /* of the weight */
    int first, end;
};

static struct part part_at(const struct call *k, int number)
{
    const struct conv2d_taps *t = &k->o->taps;
    char *at = (char *)k->io->scratch + t->parts + (size_t)number * t->part_bytes;
    struct part p = {
        .image = (real *)(void *)at,
        .x_offset = (unsigned long long *)(void *)(at + t->offsets),
        .block = (real *)(void *)(at + t->block),
        .gradient = (double *)(void *)(at + t->gradient),
        .first = (int)((long)k->io->n * number / k->parts),
        .end = (int)((long)k->io->n * (number + 1) / k->parts),
    };

    p.w_offset = p.x_offset + offset_count(k->o);
    return p;
}

static struct call call_init(const struct layer *l, const struct conv2d *o, struct io *io)
{
    return (struct call){l, o, io, io->param + l->param[CONV_WEIGHT].offset, conv2d_parts(io->n)};
}

/* The input as the products want it: itself where there is nothing to pad. */
static const real *input_of(const struct conv2d *o, const real *x, real *space)
{
    const struct window *g = &o->window;

    if (g->pad == 0)
        return x;
    pad_image(padded_input(g), g->pad, g->h, g->w, x, space);
    return space;
}

/* ---- forward ---- */

static void forward_part(void *context, int number)
{
    const struct call *k = context;
    const struct window *g = &k->o->window;
    struct part p = part_at(k, number);
    struct padded in = padded_input(g);
    int c = k->o->channels, taps = g->k * g->k;

    for (int t = 0; t < taps; t++) {
        p.x_offset[t] = (size_t)(t / g->k * in.w + t % g->k) * in.c * sizeof(real);
        p.w_offset[t] = (size_t)t * g->c * c * sizeof(real);
    }
    for (int i = p.first; i < p.end; i++) {
        const real *x =
            input_of(k->o, k->io->x[0] + (size_t)i * shape_size(k->layer->in[0]), p.image);
        real *y = k->io->y + (size_t)i * shape_size(k->layer->out);

        for (int oy = 0; oy < g->out_h; oy++)
            brgemm_run(&k->o->taps.forward, (unsigned)taps,
                       x + (size_t)oy * g->stride * in.w * in.c, p.x_offset, k->weight, p.w_offset,
                       y + (size_t)oy * g->out_w * c);
    }
}

void conv2d_taps_forward(const struct layer *l, const struct conv2d *o, struct io *io)
{
    struct call k = call_init(l, o, io);

    parallel_run(io->threads, k.parts, forward_part, &k);
}

/* ---- backward ---- */

/* Adds to a tap's gradient the products of `rows` output rows, some at a time. */
static void weight_tap(const struct call *k, const struct part *p, int rows, const real *x,
                       const real *dy, double *gradient)
{
    const struct window *g = &k->o->window;
    int step = max_int(1, SUM_POSITIONS / g->out_w);

    for (int r = 0; r < rows; r += step) {
        brgemm_run(&k->o->taps.weight, (unsigned)min_int(step, rows - r), x, p->x_offset + r, dy,
                   p->w_offset + r, p->block);
        k->layer->kernels->columns_total(1, g->c * k->o->channels, p->block, 0, gradient);
    }
}

/* Adds to the gradient of each tap the products of the samples [first, first + n), n <= a chunk. */
static void weight_chunk(const struct call *k, const struct part *p, int first, int n)
{
    const struct window *g = &k->o->window;
    struct padded in = padded_input(g);
    int c = k->o->channels, rows = n * g->out_h;
    const real *x = k->io->x[0] + (size_t)first * shape_size(k->layer->in[0]), *image = x;
    const real *dy = k->io->dy + (size_t)first * shape_size(k->layer->out);

    for (int i = 0; i < n && g->pad > 0; i++)
        image = input_of(k->o, x + (size_t)i * shape_size(k->layer->in[0]),
                         p->image + (size_t)i * padded_size(in)) -
                (size_t)i * padded_size(in);
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

static void weight_part(const struct call *k, const struct part *p)
{
    int step = chunk_samples(k->o);

    memset(p->gradient, 0, k->layer->param[CONV_WEIGHT].count * sizeof *p->gradient);
    for (int i = p->first; i < p->end; i += step)
        weight_chunk(k, p, i, min_int(step, p->end - i));
}

/* dx of the rows and columns of phase (a, b) in one sample; dy is padded. */
static void input_phase(const struct call *k, const struct part *p, int a, int b, const real *dy,
                        real *dx)
{
    const struct window *g = &k->o->window;
    const real *turned = (const real *)(const void *)((char *)k->io->scratch + k->o->taps.turned);
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
            brgemm_run(product, taps, from, p->x_offset, turned, p->w_offset, to);
        for (int x = 0; taps == 0 && !add && x < length; x++)
            memset(to + (size_t)x * s * g->c, 0, (size_t)g->c * sizeof *to);
    }
}

static void input_part(const struct call *k, const struct part *p)
{
    const struct window *g = &k->o->window;
    struct padded out = padded_gradient(g, k->o->channels);
    bool as_it_is = out.h == g->out_h && out.w == g->out_w;

    for (int i = p->first; i < p->end; i++) {
        const real *dy = k->io->dy + (size_t)i * shape_size(k->layer->out);

        if (!as_it_is) {
            pad_image(out, most_taps(g) - 1, g->out_h, g->out_w, dy, p->image);
            dy = p->image;
        }
        for (int a = 0; a < g->stride; a++)
            for (int b = 0; b < g->stride; b++)
                input_phase(k, p, a, b, dy, k->io->dx[0] + (size_t)i * shape_size(k->layer->in[0]));
    }
}

static void backward_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);

    weight_part(k, &p);
    if (k->io->dx[0])
        input_part(k, &p);
}

void conv2d_taps_backward(const struct layer *l, const struct conv2d *o, struct io *io)
{
    struct call k = call_init(l, o, io);

    if (io->dx[0])
        conv2d_turn(l->kernels, o, k.weight, (real *)(void *)((char *)io->scratch + o->taps.turned));
    parallel_run(io->threads, k.parts, backward_part, &k);
    conv2d_add_parts(l->param[CONV_WEIGHT].count, part_at(&k, 0).gradient, k.parts,
                     o->taps.part_bytes);
    conv2d_write_gradient(l->param[CONV_WEIGHT].count, part_at(&k, 0).gradient,
                          io->dparam + l->param[CONV_WEIGHT].offset, io->add_param);
}
