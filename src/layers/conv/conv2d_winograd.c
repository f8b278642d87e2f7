/*
 * 3x3 convolution with stride 1 by Winograd's F(2x2, 3x3) (Lavin & Gray 2015). Tiles of 4x4 inputs and the filter are
 * transformed, multiplied element by element, and the products are transformed back to tiles of 2x2 outputs. A tile
 * needs 16 multiplications instead of the 36 of the sum over taps, and float results are as exact (table 3 of the
 * paper). Over all channels, the multiplication element by element is one matrix product for each of the 16 elements of
 * a tile. The values of one element in all tiles are called a plane. LIBXSMM generates the code of these products.
 *
 * The input gradient is a convolution of dy with the filter rotated by 180 degrees and with in and out exchanged. The
 * weight gradient is the transpose of forward. With the transformed input U and V = A dy A^T, it is the sum over tiles
 * of U^T V in each plane, transformed back once. This sum is computed in real over some blocks of tiles at a time;
 * these sums are added in double, so that the gradient does not lose digits when there are many images.
 */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum {
    PLANES = 16,
    TILES = 16, /* largest number of tiles in a block; a block of one row of tiles may have more */

    /* This path is used for layers with at least so many channels, so that vectors are full; with at least so many
     * tiles in an image; and with a transformed filter of at most so many bytes, so that it stays in cache. */
    MIN_CHANNELS = 8,
    MIN_TILES = 16,
    MAX_FILTER_BYTES = 2 << 20,

    /* Limits for the weight gradient: the blocks that one product sums over, the bytes of these blocks, and the tiles
     * that are summed in real. A single block may have more bytes, and a single product more tiles. */
    SUM_BLOCKS = 8,
    SUM_BYTES = 512 * 1024,
    SUM_TILES = 1024
};

static struct winograd_job job_make(int h, int w, int before, int in, int out_h, int out_w, int out)
{
    struct winograd_job j = {
        .h = h, .w = w, .before = before, .in = in, .out_h = out_h, .out_w = out_w, .out = out};
    int blocks;

    j.tiles_y = (out_h + 1) / 2;
    j.tiles_x = (out_w + 1) / 2;
    j.rows = j.tiles_x >= TILES ? 1 : TILES / j.tiles_x;
    blocks = (j.tiles_y + j.rows - 1) / j.rows;
    j.rows = (j.tiles_y + blocks - 1) / blocks;
    return j;
}

static size_t block_tiles(const struct winograd_job *j)
{
    return (size_t)j->rows * (size_t)j->tiles_x;
}

/* Returns the number of elements from a plane of a block to the next plane. It is a little larger than a plane: planes
 * at a distance of a multiple of 4096 bytes would use the same lines of the cache. */
static size_t plane_size(const struct winograd_job *j, int channels)
{
    return block_tiles(j) * (size_t)channels + ARENA_ALIGN / sizeof(real);
}

static size_t planes_size(const struct winograd_job *j, int channels)
{
    return PLANES * plane_size(j, channels);
}

/* Returns the number of blocks that one product of the weight gradient sums over. */
static size_t blocks_in_sum(const struct winograd_job *j)
{
    size_t bytes = (planes_size(j, j->in) + planes_size(j, j->out)) * sizeof(real),
           blocks = SUM_BYTES / bytes;

    return blocks > SUM_BLOCKS ? SUM_BLOCKS : blocks < 1 ? 1 : blocks;
}

/* ---- set-up ---- */

static bool serves(const struct conv2d *o, const struct winograd_job *j)
{
    return o->k == 3 && o->stride == 1 && o->pad <= 2 && j->in >= MIN_CHANNELS &&
           j->out >= MIN_CHANNELS &&
           (size_t)PLANES * (size_t)j->in * (size_t)j->out * sizeof(real) <= MAX_FILTER_BYTES &&
           j->tiles_y * j->tiles_x >= MIN_TILES;
}

static bool make_code(const struct layer *l, struct conv2d_winograd *w)
{
    int in = w->forward_job.in, out = w->forward_job.out, tiles = (int)block_tiles(&w->forward_job);
    struct brgemm_shape forward = {tiles, out, in, in, out, out, false, false};
    struct brgemm_shape weight = {in, out, tiles, in, out, out, true, false}, weight_add = weight;
    struct brgemm_shape input = {
        (int)block_tiles(&w->input_job), in, out, out, in, in, false, false};

    weight_add.add = true;
    return brgemm_make(&w->forward, l->kernels, &forward) &&
           brgemm_make(&w->weight[0], l->kernels, &weight) &&
           brgemm_make(&w->weight[1], l->kernels, &weight_add) &&
           brgemm_make(&w->input, l->kernels, &input);
}

bool conv2d_winograd_setup(struct layer *l, struct conv2d *o, int max_n)
{
    const struct window *g = &o->window;
    struct conv2d_winograd *w = &o->winograd;
    size_t filter = PLANES * (size_t)g->c * (size_t)o->channels, planes, input_planes;

    w->forward_job = job_make(g->h, g->w, g->pad, g->c, g->out_h, g->out_w, o->channels);
    w->input_job = job_make(g->out_h, g->out_w, 2 - g->pad, o->channels, g->h, g->w, g->c);
    if (!serves(o, &w->forward_job) || !make_code(l, w))
        return false;
    planes = blocks_in_sum(&w->forward_job) *
             (planes_size(&w->forward_job, g->c) + planes_size(&w->forward_job, o->channels));
    input_planes = planes_size(&w->input_job, g->c) + planes_size(&w->input_job, o->channels);
    w->filter = layer_book_scratch(l, filter * sizeof(real));
    conv2d_book_parts(l, o, max_n, planes > input_planes ? planes : input_planes, SUM_BLOCKS,
                      filter, filter);
    return true;
}

/* ---- calls ---- */

static const unsigned long long no_offset[1] = {0};

/* Transforms the rows [row, row + rows) of tiles of an image, and writes the planes u. */
static void transform_block(const struct conv2d_call *k, const struct winograd_job *j,
                            const real *image, int row, int rows, real *u)
{
    for (int r = 0; r < rows; r++)
        k->layer->kernels->winograd_input(
            j->tiles_x, j->in, image, j->h, j->w, 2 * (row + r) - j->before, -j->before,
            u + (size_t)r * (size_t)j->tiles_x * (size_t)j->in, plane_size(j, j->in));
}

static int rows_left(const struct winograd_job *j, int row)
{
    return j->tiles_y - row < j->rows ? j->tiles_y - row : j->rows;
}

/* Convolves one image. In a block that is not full, products also read old values in the rest of its planes. This has
 * no effect: each row of a product depends only on its own tile, and the rows of old values are not used. */
static void convolve(const struct conv2d_call *k, const struct winograd_job *j,
                     const struct brgemm *product, const struct conv2d_part *p, const real *from,
                     real *to, bool add)
{
    const real *filter = io_scratch(k->io, k->o->winograd.filter);
    size_t in_plane = plane_size(j, j->in), out_plane = plane_size(j, j->out),
           stride = (size_t)j->out_w * (size_t)j->out;
    real *u = p->images, *product_planes = u + PLANES * in_plane;

    for (int row = 0; row < j->tiles_y; row += j->rows) {
        int rows = rows_left(j, row);

        transform_block(k, j, from, row, rows, u);
        for (size_t e = 0; e < PLANES; e++)
            brgemm_run(product, 1, u + e * in_plane, no_offset,
                       filter + e * (size_t)j->in * (size_t)j->out, no_offset,
                       product_planes + e * out_plane);
        for (int r = 0; r < rows; r++) {
            int y = 2 * (row + r);

            k->layer->kernels->winograd_output(
                j->tiles_x, j->out,
                product_planes + (size_t)r * (size_t)j->tiles_x * (size_t)j->out, out_plane,
                j->out_h - y < 2 ? 1 : 2, j->out_w, to + (size_t)y * stride, stride, add);
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

    for (size_t i = p.first; i < p.end; i++)
        convolve(k, &w->forward_job, &w->forward, &p, k->io->x[0] + i * k->in,
                 k->io->y + i * k->out, false);
}

void conv2d_winograd_forward(const struct conv2d_call *k)
{
    transform_filter(k, k->weight, false);
    parallel_run(k->io->threads, k->parts, forward_part, (void *)k);
}

/* ---- backward ---- */

/* Transforms the rows [row, row + rows) of tiles of an image's dy, and writes the planes v. If the block is not full,
 * the rest of its planes is set to 0. */
static void transform_gradient(const struct conv2d_call *k, const real *dy, int row, int rows,
                               real *v)
{
    const struct winograd_job *j = &k->o->winograd.forward_job;
    size_t plane = plane_size(j, j->out), stride = (size_t)j->out_w * (size_t)j->out,
           tile_row = (size_t)j->tiles_x * (size_t)j->out;

    for (int r = 0; r < rows; r++) {
        int y = 2 * (row + r);

        k->layer->kernels->winograd_gradient(j->tiles_x, j->out, dy + (size_t)y * stride, stride,
                                             j->out_h - y < 2 ? 1 : 2, j->out_w,
                                             v + (size_t)r * tile_row, plane);
    }
    for (size_t e = 0; e < PLANES && rows < j->rows; e++)
        memset(v + e * plane + (size_t)rows * tile_row, 0,
               ((size_t)(j->rows - rows) * tile_row) * sizeof *v);
}

/* The state of the sum for the weight gradient of a part. */
struct sum {
    size_t blocks; /* number of transformed blocks that are not yet added to p->block */
    size_t tiles;  /* number of tiles whose products are in the sum p->block, in real */
    real *u, *v;   /* transformed planes of input and dy, one block after the other */
};

/* Adds the products of the transformed blocks to p->block. Then, at the end or when the next product would exceed
 * SUM_TILES, adds p->block to p->gradient and starts a new sum. */
static void add_products(const struct conv2d_call *k, const struct conv2d_part *p, struct sum *s,
                         bool at_end)
{
    const struct winograd_job *j = &k->o->winograd.forward_job;
    size_t n = (size_t)j->in * (size_t)j->out;

    for (size_t e = 0; s->blocks > 0 && e < PLANES; e++)
        brgemm_run(&k->o->winograd.weight[s->tiles > 0], s->blocks, s->u + e * plane_size(j, j->in),
                   p->x_offset, s->v + e * plane_size(j, j->out), p->w_offset, p->block + e * n);
    s->tiles += s->blocks * block_tiles(j);
    s->blocks = 0;
    if (s->tiles > 0 && (at_end || s->tiles + blocks_in_sum(j) * block_tiles(j) > SUM_TILES)) {
        k->layer->kernels->columns_total(1, (int)(PLANES * n), p->block, 0, p->gradient);
        s->tiles = 0;
    }
}

static void weight_part(const struct conv2d_call *k, const struct conv2d_part *p)
{
    const struct winograd_job *j = &k->o->winograd.forward_job;
    size_t u_size = planes_size(j, j->in), v_size = planes_size(j, j->out),
           blocks = blocks_in_sum(j);
    struct sum sum = {.u = p->images, .v = p->images + blocks * u_size};

    for (size_t b = 0; b < blocks; b++) {
        p->x_offset[b] = b * u_size * sizeof(real);
        p->w_offset[b] = b * v_size * sizeof(real);
    }
    memset(p->gradient, 0, PLANES * (size_t)j->in * (size_t)j->out * sizeof *p->gradient);
    memset(sum.u, 0, blocks * u_size * sizeof(real)); /* unused tiles must not contain NaN */
    for (size_t i = p->first; i < p->end; i++)
        for (int row = 0; row < j->tiles_y; row += j->rows) {
            int rows = rows_left(j, row);

            transform_block(k, j, k->io->x[0] + i * k->in, row, rows, sum.u + sum.blocks * u_size);
            transform_gradient(k, k->io->dy + i * k->out, row, rows, sum.v + sum.blocks * v_size);
            if (++sum.blocks == blocks)
                add_products(k, p, &sum, false);
        }
    add_products(k, p, &sum, true);
}

static void backward_part(void *context, int number)
{
    const struct conv2d_call *k = context;
    const struct conv2d_winograd *w = &k->o->winograd;
    struct conv2d_part p = conv2d_part_at(k, number);

    weight_part(k, &p);
    for (size_t i = p.first; k->io->dx[0] && i < p.end; i++)
        convolve(k, &w->input_job, &w->input, &p, k->io->dy + i * k->out, k->io->dx[0] + i * k->in,
                 k->io->add[0]);
}

void conv2d_winograd_backward(const struct conv2d_call *k)
{
    size_t n = (size_t)k->o->window.c * (size_t)k->o->channels;
    real *sum = conv2d_part_at(k, 0).block;

    if (k->io->dx[0])
        transform_filter(k, conv2d_transpose(k), true);
    conv2d_write_gradient(PLANES * n, conv2d_sum_parts(k, PLANES * n, backward_part), sum, false);
    k->layer->kernels->winograd_filter_gradient(n, sum, k->dweight, k->add);
}
