/*
 * 3x3 convolution with stride 1 by Winograd's F(4x4, 3x3) (kernels/winograd.h). Over all channels, the multiplication
 * element by element is one matrix product for each of the 36 planes. LIBXSMM generates the code of these products.
 *
 * The samples of a task are one sequence of rows of tiles. A block is some rows of this sequence, so images with few tiles
 * share a block.
 *
 * The input gradient is a convolution of dy with the filter rotated by 180 degrees and with in and out exchanged. The
 * weight gradient is the transpose of forward: with U = B^T x B and V = A dy A^T, it is the sum over tiles of U^T V in each
 * plane, transformed back by G. The weight gradient is computed in real over some rows of tiles at a time, for some input
 * channels at a time, so that the planes stay in cache. These sums are added in double, so that the gradient does not lose
 * digits when there are many images.
 */
#include "base/system/parallel.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum {
    PLANES = WINOGRAD_PLANES,

    /* The most tiles in a block, and the most bytes of its planes. Blocks of up to BLOCK_TILES / 2 tiles, and blocks of
     * one row of tiles, may have more bytes; one row may also have more tiles. */
    BLOCK_TILES = 16,
    BLOCK_BYTES = 160 * 1024,
    PRODUCT_TILES = 16, /* the most tiles in a product */

    /* This path is used for layers with at least MIN_CHANNELS channels, so that vectors are full; at least MIN_TILES
     * tiles in an image; at most half the multiplications of the sum over taps; and a transformed filter of at most
     * MAX_FILTER_BYTES, so that it stays in cache. */
    MIN_CHANNELS = 8,
    MIN_TILES = 4,
    MAX_FILTER_BYTES = 10 << 20,

    /* For the weight gradient: the tiles that a product adds at a time; the most tiles that are summed in real, and the
     * most bytes of their planes, unless one row of tiles has more; and the input channels of a product. */
    SUM_STEP = 8,
    SUM_TILES = 32,
    SUM_BYTES = 640 * 1024,
    SUM_CHANNELS = 16,
};

/* Returns n rounded up to a multiple of `step`. */
static size_t round_up(size_t n, size_t step)
{
    return (n + step - 1) / step * step;
}

/* Returns the number of rows of tiles in a block. */
static size_t block_rows(const struct winograd_job *j)
{
    size_t half = winograd_rows(j, BLOCK_TILES / 2, SIZE_MAX),
           rows = winograd_rows(j, BLOCK_TILES, BLOCK_BYTES);

    return rows > half ? rows : half;
}

/* Returns the number of rows of tiles that the weight gradient sums in real. */
static size_t sum_rows(const struct winograd_job *j)
{
    return winograd_rows(j, SUM_TILES, SUM_BYTES);
}

/* Returns the distance, in elements, between the starts of planes of some rows of tiles. */
static size_t tile_plane(const struct winograd_job *j, size_t rows, int channels)
{
    return winograd_spaced(round_up(rows * (size_t)j->tiles_x, PRODUCT_TILES) * (size_t)channels);
}

/* Returns the distance, in elements, between the starts of planes of the transformed filter. */
static size_t filter_plane(const struct winograd_job *j)
{
    return winograd_spaced((size_t)j->in * (size_t)j->out);
}

/* ---- set-up ---- */

/* True when this path is used for the convolution: a 3x3 kernel with stride 1 and padding of at most 2, which meets the
 * conditions at MIN_CHANNELS. */
static bool serves(const struct conv2d *o, const struct winograd_job *j)
{
    size_t tiles = (size_t)j->tiles_y * (size_t)j->tiles_x;

    return o->k == 3 && o->stride == 1 && o->pad <= 2 && j->in >= MIN_CHANNELS &&
           j->out >= MIN_CHANNELS && tiles >= MIN_TILES &&
           2 * PLANES * tiles <= 9 * (size_t)j->out_h * (size_t)j->out_w &&
           (size_t)PLANES * (size_t)j->in * (size_t)j->out * sizeof(real) <= MAX_FILTER_BYTES;
}

/* Generates the code of products of PRODUCT_TILES tiles, of half as many, and so on. Returns false when that is
 * impossible. */
static bool make_products(struct brgemm code[WINOGRAD_SIZES], const struct kernels *k,
                          const struct winograd_job *j)
{
    for (int i = 0; i < WINOGRAD_SIZES; i++) {
        struct brgemm_shape s = {
            PRODUCT_TILES >> i, j->out, j->in, j->in, j->out, j->out, false, false};

        if (!brgemm_make(&code[i], k, &s))
            return false;
    }
    return true;
}

/* Generates the code of all products. Returns false when that is impossible. */
static bool make_code(const struct layer *l, struct conv2d_winograd *w)
{
    int in = w->forward_job.in, out = w->forward_job.out;

    for (int last = 0; last < 2; last++) {
        int rows =
            in < SUM_CHANNELS || (last && in % SUM_CHANNELS) ? in % SUM_CHANNELS : SUM_CHANNELS;
        struct brgemm_shape s = {rows, out, SUM_STEP, in, out, out, true, false};

        if (!brgemm_make(&w->weight[last], l->kernels, &s))
            return false;
    }
    return make_products(w->forward, l->kernels, &w->forward_job) &&
           make_products(w->input, l->kernels, &w->input_job);
}

/* Returns the number of elements of the planes of a block, before and after the product. */
static size_t block_size(const struct winograd_job *j)
{
    return PLANES * (tile_plane(j, block_rows(j), j->in) + tile_plane(j, block_rows(j), j->out));
}

static size_t largest(size_t a, size_t b, size_t c)
{
    size_t ab = a > b ? a : b;

    return ab > c ? ab : c;
}

bool conv2d_winograd_setup(struct layer *l, struct conv2d *o, int max_n)
{
    const struct window *g = &o->window;
    struct conv2d_winograd *w = &o->winograd;
    const struct winograd_job *j = &w->forward_job;
    size_t rows;

    w->forward_job = winograd_job_make(g->h, g->w, g->pad, g->c, g->out_h, g->out_w, o->channels);
    w->input_job = winograd_job_make(g->out_h, g->out_w, 2 - g->pad, o->channels, g->h, g->w, g->c);
    if (!serves(o, j) || !make_code(l, w))
        return false;
    rows = sum_rows(j);
    w->filter = layer_book_scratch(l, PLANES * filter_plane(j) * sizeof(real));
    conv2d_book_tasks(l, o, max_n,
                      largest(block_size(j), block_size(&w->input_job),
                              PLANES * (tile_plane(j, rows, j->in) + tile_plane(j, rows, j->out))),
                      round_up(rows * (size_t)j->tiles_x, SUM_STEP) / SUM_STEP,
                      PLANES * winograd_spaced(SUM_CHANNELS * (size_t)o->channels),
                      l->param[LAYER_WEIGHT].count);
    return true;
}

/* ---- calls ---- */

static const unsigned long long no_offset[1] = {0};

/* Multiplies a plane u of `tiles` tiles by a plane of the filter, and writes the product to the plane m. The last
 * product may include tiles after these, with old values. The old values do not change the other tiles, because each row
 * of a product depends on its own tile alone. */
static void multiply(const struct winograd_job *j, const struct brgemm *code, size_t tiles,
                     const real *u, const real *filter, real *m)
{
    size_t in = (size_t)j->in, out = (size_t)j->out;

    for (size_t t = 0, size; t < tiles; t += size) {
        int i = 0;

        size = PRODUCT_TILES;
        while (i + 1 < WINOGRAD_SIZES && tiles - t <= size / 2) {
            i++;
            size /= 2;
        }
        brgemm_run(&code[i], 1, u + t * in, no_offset, filter, no_offset, m + t * out);
    }
}

/* Convolves the images `from`, and writes the rows [first, end) of tiles of the images `to`, or adds to them. */
static void convolve(const struct conv2d_call *k, const struct winograd_job *j,
                     const struct brgemm *code, const struct conv2d_task *p, const real *from,
                     real *to, bool add, size_t first, size_t end)
{
    const real *filter = io_scratch(k->io, k->o->winograd.filter);
    size_t rows = block_rows(j), in_plane = tile_plane(j, rows, j->in),
           out_plane = tile_plane(j, rows, j->out), last = (size_t)k->io->n * (size_t)j->tiles_y;
    real *u = p->images, *m = u + PLANES * in_plane;

    for (size_t i = first; i < end; i += rows) {
        struct stretch s = stretch_make(i, end, rows);
        struct span outputs = span_outputs(j, s, to),
                    next = span_inputs(j, stretch_make(i + s.rows, last, rows), from);

        winograd_inputs(k->layer->kernels, j, s, from, u, in_plane);
        for (size_t e = 0; e < PLANES; e++) {
            span_fetch(next, e, PLANES, false);
            span_fetch(outputs, e, PLANES, true);
            multiply(j, code, s.rows * (size_t)j->tiles_x, u + e * in_plane,
                     filter + e * filter_plane(j), m + e * out_plane);
        }
        winograd_outputs(k->layer->kernels, j, s, m, out_plane, to, add);
    }
}

/* Transforms a filter whose nine taps start at g, each [in][out] or [out][in]. rotated: the filter is first rotated by
 * 180 degrees, so its taps are in reverse order. */
static void transform_filter(const struct conv2d_call *k, const real *g, bool rotated)
{
    const struct conv2d_winograd *w = &k->o->winograd;
    size_t n = (size_t)k->o->window.c * (size_t)k->o->channels;
    const real *tap[9];

    for (size_t e = 0; e < 9; e++)
        tap[e] = g + (rotated ? 8 - e : e) * n;
    k->layer->kernels->winograd_filter(n, tap, io_scratch(k->io, w->filter),
                                       filter_plane(&w->forward_job));
}

static void forward_task(void *context, int number)
{
    const struct conv2d_call *k = context;
    const struct conv2d_winograd *w = &k->o->winograd;
    struct conv2d_task p = conv2d_task_at(k, number);
    size_t rows = (size_t)w->forward_job.tiles_y;

    convolve(k, &w->forward_job, w->forward, &p, k->io->x[0], k->io->y, false, p.first * rows,
             p.end * rows);
}

void conv2d_winograd_forward(const struct conv2d_call *k)
{
    transform_filter(k, k->weight, false);
    parallel_run(k->io->threads, k->tasks, forward_task, (void *)k);
}

/* ---- backward ---- */

/* Sets the tiles [tiles, end) of the planes to 0. */
static void clear_tiles(size_t tiles, size_t end, size_t channels, real *planes, size_t plane)
{
    for (size_t e = 0; e < PLANES && tiles < end; e++)
        memset(planes + e * plane + tiles * channels, 0, (end - tiles) * channels * sizeof *planes);
}

/* The planes u and v of the rows of tiles over which one weight gradient is summed in real. */
struct sum {
    const real *u, *v;
    size_t u_plane, v_plane, steps; /* steps: tiles / SUM_STEP */
    struct span next_x, next_dy;    /* what the next sum reads */
    bool add;                       /* false: it is the first sum of the task */
};

/* Adds the weight gradient of the input channels [first, first + channels) to that of the task. */
static void add_channels(const struct conv2d_call *k, const struct conv2d_task *p,
                         const struct sum *s, size_t first, size_t channels)
{
    const struct brgemm *code = &k->o->winograd.weight[channels < SUM_CHANNELS];
    size_t in = (size_t)k->o->window.c, out = (size_t)k->o->channels, n = channels * out,
           plane = winograd_spaced(n), pieces = round_up(in, SUM_CHANNELS) / SUM_CHANNELS * PLANES;

    for (size_t e = 0; e < PLANES; e++) {
        span_fetch(s->next_x, first / SUM_CHANNELS * PLANES + e, pieces, false);
        span_fetch(s->next_dy, first / SUM_CHANNELS * PLANES + e, pieces, false);
        brgemm_run(code, s->steps, s->u + e * s->u_plane + first, p->x_offset,
                   s->v + e * s->v_plane, p->w_offset, p->block + e * plane);
    }
    k->layer->kernels->winograd_filter_gradient(n, p->block, plane, s->add,
                                                p->gradient + first * out, in * out);
}

/* Computes the weight gradient of the stretch s. Adds it to that of the task when add is true, else overwrites it. */
static void sum_weight(const struct conv2d_call *k, const struct conv2d_task *p, struct stretch s,
                       bool add)
{
    const struct winograd_job *j = &k->o->winograd.forward_job;
    size_t rows = sum_rows(j), in = (size_t)j->in, u_plane = tile_plane(j, rows, j->in),
           v_plane = tile_plane(j, rows, j->out), tiles = s.rows * (size_t)j->tiles_x,
           end = round_up(tiles, SUM_STEP), last = (size_t)k->io->n * (size_t)j->tiles_y;
    struct stretch next = stretch_make(s.first + s.rows, last, rows);
    real *u = p->images, *v = u + PLANES * u_plane;
    struct sum sum = {.u = u,
                      .v = v,
                      .u_plane = u_plane,
                      .v_plane = v_plane,
                      .steps = end / SUM_STEP,
                      .next_x = span_inputs(j, next, k->io->x[0]),
                      .next_dy = span_outputs(j, next, k->io->dy),
                      .add = add};

    winograd_inputs(k->layer->kernels, j, s, k->io->x[0], u, u_plane);
    winograd_gradients(k->layer->kernels, j, s, k->io->dy, v, v_plane);
    clear_tiles(tiles, end, in, u, u_plane);
    clear_tiles(tiles, end, (size_t)j->out, v, v_plane);
    for (size_t c = 0; c < in; c += SUM_CHANNELS)
        add_channels(k, p, &sum, c, smaller(SUM_CHANNELS, in - c));
}

static void backward_task(void *context, int number)
{
    const struct conv2d_call *k = context;
    const struct conv2d_winograd *w = &k->o->winograd;
    const struct winograd_job *j = &w->forward_job, *back = &w->input_job;
    struct conv2d_task p = conv2d_task_at(k, number);
    size_t rows = sum_rows(j), first = p.first * (size_t)j->tiles_y,
           end = p.end * (size_t)j->tiles_y, done = p.first * (size_t)back->tiles_y;

    for (size_t i = 0; i < k->o->offset_count; i++) {
        p.x_offset[i] = i * SUM_STEP * (size_t)j->in * sizeof(real);
        p.w_offset[i] = i * SUM_STEP * (size_t)j->out * sizeof(real);
    }
    for (size_t i = first; i < end; i += rows) {
        struct stretch s = stretch_make(i, end, rows);
        size_t to = (i + s.rows) * (size_t)back->tiles_y / (size_t)j->tiles_y;

        sum_weight(k, &p, s, i > first);
        if (k->io->dx[0]) /* now, as the rows of dy are still in cache */
            convolve(k, back, w->input, &p, k->io->dy, k->io->dx[0], k->io->add[0], done, to);
        done = to;
    }
}

void conv2d_winograd_backward(const struct conv2d_call *k)
{
    if (k->io->dx[0])
        transform_filter(k, conv2d_transpose(k), true);
    conv2d_sum_tasks(k, backward_task);
}
