/*
 * 3x3 convolution with stride 1 by Winograd's F(2x2, 3x3) (Lavin & Gray 2015): input tiles of 4x4 and the
 * filter are transformed, multiplied element by element, and transformed back to 2x2 outputs, with 16
 * multiplications where the sum over taps needs 36, and no less exact in float (their table 3). "Element by
 * element" is, over all channels, one matrix product for each of the 16 planes: LIBXSMM's part.
 *
 * The input gradient is a convolution of dy with the filter turned by 180 degrees and its channels
 * swapped. The weight gradient is the transpose of forward: with V = A dy A^T, the sum over tiles of
 * U^T V in each plane, transformed back once. That sum is taken in real over some blocks of tiles at a time, and
 * over these in double, so that it does not lose digits as images become more.
 */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "layers/conv/conv2d.h"
#include <string.h>

enum {
    PLANES = 16,
    CHANNELS = 8,            /* fewer, in or out, fill no vector: the taps path is faster */
    TILES = 16,              /* in a block of tile rows, where one row is not more */
    FILTER_BYTES = 2 << 20,  /* of a transformed filter, which must stay in cache */
    FEW_TILES = 16,          /* in an image: fewer are too small a product */
    SLOTS = 8,               /* blocks that one product of the weight gradient sums over, at most */
    SLOT_BYTES = 512 * 1024, /* of those blocks together */
    SUM_TILES =
        1024 /* that the weight gradient sums up in real at a time, or one product's if they are more */
};

/* A convolution as this path sees it: of `in` channels over h x w, with `before` zeros before it, to
 * out_h x out_w. Tiles are taken in blocks of `rows` tile rows. */
struct job {
    int h, w, before, in, out_h, out_w, out;
    int tiles_y, tiles_x, rows;
};

static struct job job_make(int h, int w, int before, int in, int out_h, int out_w, int out)
{
    struct job j = {
        .h = h, .w = w, .before = before, .in = in, .out_h = out_h, .out_w = out_w, .out = out};
    int blocks;

    j.tiles_y = (out_h + 1) / 2;
    j.tiles_x = (out_w + 1) / 2;
    j.rows = j.tiles_x >= TILES ? 1 : TILES / j.tiles_x;
    blocks = (j.tiles_y + j.rows - 1) / j.rows;
    j.rows = (j.tiles_y + blocks - 1) / blocks;
    return j;
}

static struct job forward_job(const struct conv2d *o)
{
    const struct window *g = &o->window;

    return job_make(g->h, g->w, g->pad, g->c, g->out_h, g->out_w, o->channels);
}

static struct job input_job(const struct conv2d *o)
{
    const struct window *g = &o->window;

    return job_make(g->out_h, g->out_w, 2 - g->pad, o->channels, g->h, g->w, g->c);
}

/* Tiles in a block. */
static size_t block_tiles(const struct job *j)
{
    return (size_t)j->rows * (size_t)j->tiles_x;
}

/* From one plane of a block to the next. A little more than the block's tiles: planes at a multiple of
 * 4096 bytes would all want the same lines of the cache. */
static size_t plane_size(const struct job *j, int channels)
{
    return block_tiles(j) * (size_t)channels + ARENA_ALIGN / sizeof(real);
}

static size_t planes_size(const struct job *j, int channels)
{
    return PLANES * plane_size(j, channels);
}

/* Blocks that one product of the weight gradient sums over. */
static int slot_count(const struct job *j)
{
    size_t bytes = (planes_size(j, j->in) + planes_size(j, j->out)) * sizeof(real);

    return bytes * SLOTS <= SLOT_BYTES ? SLOTS : bytes < SLOT_BYTES ? (int)(SLOT_BYTES / bytes) : 1;
}

/* ---- set-up ---- */

static bool serves(const struct conv2d *o)
{
    struct job j = forward_job(o);

    return o->k == 3 && o->stride == 1 && o->pad <= 2 && j.in >= CHANNELS && j.out >= CHANNELS &&
           (size_t)PLANES * (size_t)j.in * (size_t)j.out * sizeof(real) <= FILTER_BYTES &&
           j.tiles_y * j.tiles_x >= FEW_TILES;
}

static bool make_code(const struct layer *l, struct conv2d *o)
{
    struct job forward = forward_job(o), input = input_job(o);
    int in = forward.in, out = forward.out, tiles = (int)block_tiles(&forward);
    struct brgemm_shape f = {tiles, out, in, in, out, out, false, false};
    struct brgemm_shape w = {in, out, tiles, in, out, out, true, false}, w_add = w;
    struct brgemm_shape i = {(int)block_tiles(&input), in, out, out, in, in, false, false};

    w_add.add = true;
    return brgemm_make(&o->winograd.forward, l->kernels, &f) &&
           brgemm_make(&o->winograd.weight[0], l->kernels, &w) &&
           brgemm_make(&o->winograd.weight[1], l->kernels, &w_add) &&
           brgemm_make(&o->winograd.input, l->kernels, &i);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

bool conv2d_winograd_setup(struct layer *l, struct conv2d *o, int max_n)
{
    struct conv2d_winograd *w = &o->winograd;
    struct job f = forward_job(o), i = input_job(o);
    size_t filter = (size_t)f.in * (size_t)f.out * sizeof(real);
    size_t planes = planes_size(&f, f.in) + planes_size(&f, f.out),
           input_planes = planes_size(&i, i.in) + planes_size(&i, i.out);

    if (!serves(o) || !make_code(l, o))
        return false;
    w->filter = layer_book_scratch(l, PLANES * filter);
    w->turned = layer_book_scratch(l, (size_t)o->k * (size_t)o->k * filter);
    w->offsets = arena_round(larger((size_t)slot_count(&f) * planes, input_planes) * sizeof(real));
    w->block = w->offsets + arena_round(2 * SLOTS * sizeof(unsigned long long));
    w->gradient = w->block + arena_round(PLANES * filter);
    w->part_bytes = w->gradient + arena_round(PLANES * filter / sizeof(real) * sizeof(double));
    w->parts = layer_book_scratch(l, (size_t)conv2d_parts(max_n) * w->part_bytes);
    return true;
}

/* ---- calls ---- */

struct call {
    const struct layer *layer;
    const struct conv2d *o;
    struct io *io;
    struct job forward, input;
    int parts;
};

static struct call call_init(const struct layer *l, const struct conv2d *o, struct io *io)
{
    return (struct call){l, o, io, forward_job(o), input_job(o), conv2d_parts(io->n)};
}

static real *scratch_at(const struct call *k, size_t offset)
{
    return (real *)(void *)((char *)k->io->scratch + offset);
}

/* A part's samples and scratch memory. */
struct part {
    int first, end;
    real *planes;
    unsigned long long *u_offset, *v_offset;
    real *block;      /* of the transformed filter's gradient: the sum over some tiles */
    double *gradient; /* the sum of these */
};

/* One thread does all parts in the same memory, which stays in cache; only the gradients are apart. */
static struct part part_at(const struct call *k, int number)
{
    const struct conv2d_winograd *w = &k->o->winograd;
    size_t own = w->parts + (size_t)number * w->part_bytes, at = k->io->threads ? own : w->parts;
    struct part p = {
        .first = (int)((long)k->io->n * number / k->parts),
        .end = (int)((long)k->io->n * (number + 1) / k->parts),
        .planes = scratch_at(k, at),
        .u_offset = (unsigned long long *)(void *)((char *)k->io->scratch + at + w->offsets),
        .block = scratch_at(k, own + w->block),
        .gradient = (double *)(void *)((char *)k->io->scratch + own + w->gradient),
    };

    p.v_offset = p.u_offset + SLOTS;
    return p;
}

static const unsigned long long nowhere[1] = {0};

/* Tile rows [row, row + rows) of an image, transformed. */
static void spread_block(const struct call *k, const struct job *j, const real *image, int row,
                         int rows, real *u)
{
    for (int r = 0; r < rows; r++)
        k->layer->kernels->winograd_input(
            j->tiles_x, j->in, image, j->h, j->w, 2 * (row + r) - j->before, -j->before,
            u + (size_t)r * (size_t)j->tiles_x * (size_t)j->in, plane_size(j, j->in));
}

static int rows_left(const struct job *j, int row)
{
    return j->tiles_y - row < j->rows ? j->tiles_y - row : j->rows;
}

/* One image. Where a block is not full, the product also takes what its planes held before, to no
 * effect: rows of a product do not mix. */
static void convolve(const struct call *k, const struct job *j, const struct brgemm *product,
                     const struct part *p, const real *filter, const real *from, real *to, bool add)
{
    size_t in_plane = plane_size(j, j->in), out_plane = plane_size(j, j->out),
           stride = (size_t)j->out_w * (size_t)j->out;
    real *u = p->planes, *m = p->planes + PLANES * in_plane;

    for (int row = 0; row < j->tiles_y; row += j->rows) {
        int rows = rows_left(j, row);

        spread_block(k, j, from, row, rows, u);
        for (size_t e = 0; e < PLANES; e++)
            brgemm_run(product, 1, u + e * in_plane, nowhere,
                       filter + e * (size_t)j->in * (size_t)j->out, nowhere, m + e * out_plane);
        for (int r = 0; r < rows; r++) {
            int y = 2 * (row + r);

            k->layer->kernels->winograd_output(
                j->tiles_x, j->out, m + (size_t)r * (size_t)j->tiles_x * (size_t)j->out, out_plane,
                j->out_h - y < 2 ? 1 : 2, j->out_w, to + (size_t)y * stride, stride, add);
        }
    }
}

/* Transforms the filter whose taps, [in][out] each, start at g, the last first when turned. */
static void spread_filter(const struct call *k, const real *g, bool turned)
{
    size_t n = (size_t)k->forward.in * (size_t)k->forward.out;
    const real *tap[9];

    for (size_t e = 0; e < 9; e++)
        tap[e] = g + (turned ? 8 - e : e) * n;
    k->layer->kernels->winograd_filter(n, tap, scratch_at(k, k->o->winograd.filter));
}

static void forward_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);

    for (int i = p.first; i < p.end; i++)
        convolve(k, &k->forward, &k->o->winograd.forward, &p, scratch_at(k, k->o->winograd.filter),
                 k->io->x[0] + (size_t)i * shape_size(k->layer->in[0]),
                 k->io->y + (size_t)i * shape_size(k->layer->out), false);
}

void conv2d_winograd_forward(const struct layer *l, const struct conv2d *o, struct io *io)
{
    struct call k = call_init(l, o, io);

    spread_filter(&k, io->param + l->param[CONV_WEIGHT].offset, false);
    parallel_run(io->threads, k.parts, forward_part, &k);
}

/* V of tile rows [row, row + rows) of an image's dy; 0 in what is missing of a block. */
static void spread_gradient(const struct call *k, const real *dy, int row, int rows, real *v)
{
    const struct job *j = &k->forward;
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

/* Products of `count` blocks, whose planes lie one after the other: added to p->block, or in its place. */
static void weight_products(const struct call *k, const struct part *p, int count, const real *u,
                            const real *v, bool add)
{
    const struct job *j = &k->forward;

    for (size_t e = 0; e < PLANES; e++)
        brgemm_run(&k->o->winograd.weight[add], (unsigned)count, u + e * plane_size(j, j->in),
                   p->u_offset, v + e * plane_size(j, j->out), p->v_offset,
                   p->block + e * (size_t)j->in * (size_t)j->out);
}

/* What the weight gradient of a part has come to. */
struct sum {
    int used;  /* slots */
    int tiles; /* in p->block */
};

/* Takes the filled slots into p->block, and that into the gradient when it holds enough, or at the end. */
static void empty_slots(const struct call *k, const struct part *p, struct sum *s, const real *u,
                        const real *v, bool at_end)
{
    const struct job *j = &k->forward;

    if (s->used > 0) {
        weight_products(k, p, s->used, u, v, s->tiles > 0);
        s->tiles += s->used * (int)block_tiles(j);
        s->used = 0;
    }
    if (s->tiles > 0 && (at_end || s->tiles + slot_count(j) * (int)block_tiles(j) > SUM_TILES)) {
        k->layer->kernels->columns_total(1, PLANES * j->in * j->out, p->block, 0, p->gradient);
        s->tiles = 0;
    }
}

static void weight_part(const struct call *k, const struct part *p)
{
    const struct job *j = &k->forward;
    size_t u_size = planes_size(j, j->in), v_size = planes_size(j, j->out);
    int slots = slot_count(j);
    struct sum sum = {0, 0};
    real *u = p->planes, *v = p->planes + (size_t)slots * u_size;

    for (int s = 0; s < slots; s++) {
        p->u_offset[s] = (size_t)s * u_size * sizeof(real);
        p->v_offset[s] = (size_t)s * v_size * sizeof(real);
    }
    memset(p->gradient, 0, PLANES * (size_t)j->in * (size_t)j->out * sizeof *p->gradient);
    memset(u, 0, (size_t)slots * u_size * sizeof(real)); /* what no tile fills must be a number */
    for (int i = p->first; i < p->end; i++) {
        const real *x = k->io->x[0] + (size_t)i * shape_size(k->layer->in[0]),
                   *dy = k->io->dy + (size_t)i * shape_size(k->layer->out);

        for (int row = 0; row < j->tiles_y; row += j->rows) {
            int rows = rows_left(j, row);

            spread_block(k, j, x, row, rows, u + (size_t)sum.used * u_size);
            spread_gradient(k, dy, row, rows, v + (size_t)sum.used * v_size);
            if (++sum.used == slots)
                empty_slots(k, p, &sum, u, v, false);
        }
    }
    empty_slots(k, p, &sum, u, v, true);
}

static void backward_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);

    weight_part(k, &p);
    for (int i = p.first; k->io->dx[0] && i < p.end; i++)
        convolve(k, &k->input, &k->o->winograd.input, &p, scratch_at(k, k->o->winograd.filter),
                 k->io->dy + (size_t)i * shape_size(k->layer->out),
                 k->io->dx[0] + (size_t)i * shape_size(k->layer->in[0]), k->io->add[0]);
}

void conv2d_winograd_backward(const struct layer *l, const struct conv2d *o, struct io *io)
{
    struct call k = call_init(l, o, io);
    size_t n = (size_t)k.forward.in * (size_t)k.forward.out;
    real *turned = scratch_at(&k, o->winograd.turned);
    struct part all = part_at(&k, 0);

    if (io->dx[0]) {
        conv2d_turn(l->kernels, o, io->param + l->param[CONV_WEIGHT].offset, turned);
        spread_filter(&k, turned, true);
    }
    parallel_run(io->threads, k.parts, backward_part, &k);
    conv2d_add_parts(PLANES * n, all.gradient, k.parts, o->winograd.part_bytes);
    conv2d_write_gradient(PLANES * n, all.gradient, all.block, false);
    l->kernels->winograd_filter_gradient(n, all.block, io->dparam + l->param[CONV_WEIGHT].offset,
                                         io->add_param);
}
