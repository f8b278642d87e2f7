/*
 * 3x3 convolution with stride 1 by Winograd's F(4x4, 3x3) (kernels/winograd.h). Over all channels, the multiplication
 * element by element is one matrix product for each of the 36 planes. LIBXSMM generates the code of these products.
 *
 * The samples of a part are one sequence of rows of tiles. A block is some rows of it, so images with few tiles share a
 * block.
 *
 * The input gradient is a convolution of dy with the filter rotated by 180 degrees and with in and out exchanged. The
 * weight gradient is the transpose of forward: with U = B^T x B and V = A dy A^T, it is the sum over tiles of U^T V in
 * each plane, transformed back by G. It is computed in real over some rows of tiles at a time, for some input channels
 * at a time, so that the planes stay in cache. These sums are added in double, so that the gradient does not lose
 * digits when there are many images.
 */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "kernels/winograd.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum {
    PLANES = WINOGRAD_PLANES,

    /* The most tiles in a block, unless one row has more; and in a product. */
    BLOCK_TILES = 16,
    PRODUCT_TILES = 16,

    /* This path is used for layers with at least so many channels, so that vectors are full; with at least so many
     * tiles in an image; with at most half the multiplications of the sum over taps; and with a transformed filter of
     * at most so many bytes, so that it stays in cache. */
    MIN_CHANNELS = 8,
    MIN_TILES = 4,
    MAX_FILTER_BYTES = 4 << 20,

    /* For the weight gradient: the tiles that a product adds at a time; the most bytes of planes and the most tiles
     * that are summed in real, unless a single row of tiles has more; and the input channels of a product. */
    SUM_STEP = 8,
    SUM_BYTES = 640 * 1024,
    SUM_TILES = 1024,
    SUM_CHANNELS = 16,
};

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Returns n rounded up to a multiple of `step`. */
static size_t round_up(size_t n, size_t step)
{
    return (n + step - 1) / step * step;
}

static struct winograd_job job_make(int h, int w, int before, int in, int out_h, int out_w, int out)
{
    struct winograd_job j = {
        .h = h, .w = w, .before = before, .in = in, .out_h = out_h, .out_w = out_w, .out = out};

    j.tiles_y = (out_h + WINOGRAD_OUT - 1) / WINOGRAD_OUT;
    j.tiles_x = (out_w + WINOGRAD_OUT - 1) / WINOGRAD_OUT;
    return j;
}

/* Returns the number of rows of tiles in a block. */
static size_t block_rows(const struct winograd_job *j)
{
    return j->tiles_x < BLOCK_TILES ? (size_t)(BLOCK_TILES / j->tiles_x) : 1;
}

/* Returns the number of rows of tiles that the weight gradient sums in real. */
static size_t sum_rows(const struct winograd_job *j)
{
    size_t tile = PLANES * (size_t)(j->in + j->out) * sizeof(real),
           tiles = smaller(SUM_BYTES / tile, SUM_TILES);

    return tiles < (size_t)j->tiles_x ? 1 : tiles / (size_t)j->tiles_x;
}

/* Returns the number of elements from a plane of some rows of tiles to the next plane. It is a little larger than a
 * plane: planes at a distance of a multiple of 4096 bytes would use the same lines of the cache. */
static size_t plane_size(const struct winograd_job *j, size_t rows, int channels)
{
    return round_up(rows * (size_t)j->tiles_x, PRODUCT_TILES) * (size_t)channels +
           ARENA_ALIGN / sizeof(real);
}

/* ---- set-up ---- */

static bool serves(const struct conv2d *o, const struct winograd_job *j)
{
    size_t tiles = (size_t)j->tiles_y * (size_t)j->tiles_x;

    return o->k == 3 && o->stride == 1 && o->pad <= 2 && j->in >= MIN_CHANNELS &&
           j->out >= MIN_CHANNELS && tiles >= MIN_TILES &&
           2 * PLANES * tiles <= 9 * (size_t)j->out_h * (size_t)j->out_w &&
           (size_t)PLANES * (size_t)j->in * (size_t)j->out * sizeof(real) <= MAX_FILTER_BYTES;
}

/* Makes the products of PRODUCT_TILES tiles, of half as many, and so on. */
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
    return PLANES * (plane_size(j, block_rows(j), j->in) + plane_size(j, block_rows(j), j->out));
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
    size_t filter = PLANES * (size_t)g->c * (size_t)o->channels, rows;

    w->forward_job = job_make(g->h, g->w, g->pad, g->c, g->out_h, g->out_w, o->channels);
    w->input_job = job_make(g->out_h, g->out_w, 2 - g->pad, o->channels, g->h, g->w, g->c);
    if (!serves(o, j) || !make_code(l, w))
        return false;
    rows = sum_rows(j);
    w->filter = layer_book_scratch(l, filter * sizeof(real));
    conv2d_book_parts(l, o, max_n,
                      largest(block_size(j), block_size(&w->input_job),
                              PLANES * (plane_size(j, rows, j->in) + plane_size(j, rows, j->out))),
                      round_up(rows * (size_t)j->tiles_x, SUM_STEP) / SUM_STEP,
                      (PLANES + 9) * (size_t)SUM_CHANNELS * (size_t)o->channels,
                      l->param[LAYER_WEIGHT].count);
    return true;
}

/* ---- calls ---- */

static const unsigned long long no_offset[1] = {0};

/* The rows [first, first + rows) of tiles in the sequence of a part's samples. */
struct stretch {
    size_t first, rows;
};

/* Returns the stretch of up to `rows` rows after s, which may be empty. */
static struct stretch stretch_next(const struct winograd_job *j, const struct conv2d_part *p,
                                   struct stretch s, size_t rows)
{
    size_t end = p->end * (size_t)j->tiles_y, first = s.first + s.rows;

    return (struct stretch){first, smaller(rows, end - first)};
}

static struct stretch stretch_first(const struct winograd_job *j, const struct conv2d_part *p,
                                    size_t rows)
{
    return stretch_next(j, p, (struct stretch){p->first * (size_t)j->tiles_y, 0}, rows);
}

/* Returns the first row of the image for row i of tiles of the sequence, and sets *sample. */
static int image_row(const struct winograd_job *j, size_t i, size_t *sample)
{
    *sample = i / (size_t)j->tiles_y;
    return WINOGRAD_OUT * (int)(i % (size_t)j->tiles_y);
}

/* Transforms the tiles of s of the images, and writes the planes u. */
static void transform_input(const struct conv2d_call *k, const struct winograd_job *j,
                            const real *images, struct stretch s, real *u, size_t plane)
{
    for (size_t r = 0; r < s.rows; r++) {
        size_t sample;
        int row = image_row(j, s.first + r, &sample);

        k->layer->kernels->winograd_input(
            j->tiles_x, j->in, images + sample * (size_t)j->h * (size_t)j->w * (size_t)j->in, j->h,
            j->w, row - j->before, -j->before, u + r * (size_t)j->tiles_x * (size_t)j->in, plane);
    }
}

/* Returns the number of output rows in a row of tiles that begins with output row `row`. */
static int tile_height(const struct winograd_job *j, int row)
{
    return j->out_h - row < WINOGRAD_OUT ? j->out_h - row : WINOGRAD_OUT;
}

/* Multiplies planes of `tiles` tiles by the filter. The last product may have more tiles, with old values, which has no
 * effect: each row of a product depends only on its own tile. */
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

/* Convolves the images of a part. */
static void convolve(const struct conv2d_call *k, const struct winograd_job *j,
                     const struct brgemm *code, const struct conv2d_part *p, const real *from,
                     real *to, bool add)
{
    const real *filter = io_scratch(k->io, k->o->winograd.filter);
    size_t rows = block_rows(j), in_plane = plane_size(j, rows, j->in),
           out_plane = plane_size(j, rows, j->out), line = (size_t)j->out_w * (size_t)j->out;
    real *u = p->images, *m = u + PLANES * in_plane;

    for (struct stretch s = stretch_first(j, p, rows); s.rows > 0;
         s = stretch_next(j, p, s, rows)) {
        transform_input(k, j, from, s, u, in_plane);
        for (size_t e = 0; e < PLANES; e++)
            multiply(j, code, s.rows * (size_t)j->tiles_x, u + e * in_plane,
                     filter + e * (size_t)j->in * (size_t)j->out, m + e * out_plane);
        for (size_t r = 0; r < s.rows; r++) {
            size_t sample;
            int row = image_row(j, s.first + r, &sample);

            k->layer->kernels->winograd_output(
                j->tiles_x, j->out, m + r * (size_t)j->tiles_x * (size_t)j->out, out_plane,
                tile_height(j, row), j->out_w,
                to + (sample * (size_t)j->out_h + (size_t)row) * line, line, add);
        }
    }
}

/* Transforms a filter whose nine taps start at g, each [in][out] or [out][in]. rotated: the filter is first rotated by
 * 180 degrees, so its taps are in reverse order. */
static void transform_filter(const struct conv2d_call *k, const real *g, bool rotated)
{
    size_t n = (size_t)k->o->window.c * (size_t)k->o->channels;
    const real *tap[9];

    for (size_t e = 0; e < 9; e++)
        tap[e] = g + (rotated ? 8 - e : e) * n;
    k->layer->kernels->winograd_filter(n, tap, io_scratch(k->io, k->o->winograd.filter));
}

static void forward_part(void *context, int number)
{
    const struct conv2d_call *k = context;
    const struct conv2d_winograd *w = &k->o->winograd;
    struct conv2d_part p = conv2d_part_at(k, number);

    convolve(k, &w->forward_job, w->forward, &p, k->io->x[0], k->io->y, false);
}

void conv2d_winograd_forward(const struct conv2d_call *k)
{
    transform_filter(k, k->weight, false);
    parallel_run(k->io->threads, k->parts, forward_part, (void *)k);
}

/* ---- backward ---- */

/* Transforms the tiles of s of dy, and writes the planes v. */
static void transform_gradient(const struct conv2d_call *k, const struct winograd_job *j,
                               struct stretch s, real *v, size_t plane)
{
    size_t line = (size_t)j->out_w * (size_t)j->out;

    for (size_t r = 0; r < s.rows; r++) {
        size_t sample;
        int row = image_row(j, s.first + r, &sample);

        k->layer->kernels->winograd_gradient(
            j->tiles_x, j->out, k->io->dy + (sample * (size_t)j->out_h + (size_t)row) * line, line,
            tile_height(j, row), j->out_w, v + r * (size_t)j->tiles_x * (size_t)j->out, plane);
    }
}

/* Sets the tiles [tiles, end) of the planes to 0. */
static void clear_tiles(size_t tiles, size_t end, size_t channels, real *planes, size_t plane)
{
    for (size_t e = 0; e < PLANES && tiles < end; e++)
        memset(planes + e * plane + tiles * channels, 0, (end - tiles) * channels * sizeof *planes);
}

/* Adds the gradient of the weights of the input channels [first, first + channels), which U^T V of the planes u and v
 * gives. */
static void add_channels(const struct conv2d_call *k, const struct conv2d_part *p, size_t steps,
                         const real *u, size_t u_plane, const real *v, size_t v_plane, size_t first,
                         size_t channels)
{
    const struct brgemm *code = &k->o->winograd.weight[channels < SUM_CHANNELS];
    size_t in = (size_t)k->o->window.c, out = (size_t)k->o->channels, n = channels * out;
    real *products = p->block, *taps = products + PLANES * n;

    for (size_t e = 0; e < PLANES; e++)
        brgemm_run(code, steps, u + e * u_plane + first, p->x_offset, v + e * v_plane, p->w_offset,
                   products + e * n);
    k->layer->kernels->winograd_filter_gradient(n, products, taps, false);
    for (size_t t = 0; t < 9; t++)
        k->layer->kernels->columns_total(1, (int)n, taps + t * n, 0,
                                         p->gradient + (t * in + first) * out);
}

static void weight_part(const struct conv2d_call *k, const struct conv2d_part *p)
{
    const struct winograd_job *j = &k->o->winograd.forward_job;
    size_t in = (size_t)j->in, out = (size_t)j->out, rows = sum_rows(j),
           u_plane = plane_size(j, rows, j->in), v_plane = plane_size(j, rows, j->out);
    real *u = p->images, *v = u + PLANES * u_plane;

    for (size_t i = 0; i < k->o->offset_count; i++) {
        p->x_offset[i] = i * SUM_STEP * in * sizeof(real);
        p->w_offset[i] = i * SUM_STEP * out * sizeof(real);
    }
    memset(p->gradient, 0, 9 * in * out * sizeof *p->gradient);
    for (struct stretch s = stretch_first(j, p, rows); s.rows > 0;
         s = stretch_next(j, p, s, rows)) {
        size_t tiles = s.rows * (size_t)j->tiles_x, end = round_up(tiles, SUM_STEP);

        transform_input(k, j, k->io->x[0], s, u, u_plane);
        transform_gradient(k, j, s, v, v_plane);
        clear_tiles(tiles, end, in, u, u_plane);
        clear_tiles(tiles, end, out, v, v_plane);
        for (size_t c = 0; c < in; c += SUM_CHANNELS)
            add_channels(k, p, end / SUM_STEP, u, u_plane, v, v_plane, c,
                         smaller(SUM_CHANNELS, in - c));
    }
}

static void backward_part(void *context, int number)
{
    const struct conv2d_call *k = context;
    const struct conv2d_winograd *w = &k->o->winograd;
    struct conv2d_part p = conv2d_part_at(k, number);

    weight_part(k, &p);
    if (k->io->dx[0])
        convolve(k, &w->input_job, w->input, &p, k->io->dy, k->io->dx[0], k->io->add[0]);
}

void conv2d_winograd_backward(const struct conv2d_call *k)
{
    size_t count = k->layer->param[LAYER_WEIGHT].count;

    if (k->io->dx[0])
        transform_filter(k, conv2d_transpose(k), true);
    conv2d_write_gradient(count, conv2d_sum_parts(k, count, backward_part), k->dweight, k->add);
}
