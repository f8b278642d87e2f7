/*
 * A dense layer's products by LIBXSMM. Rows go through in tiles of 32 and what remains in smaller ones;
 * output columns in blocks, so that a block of W stays in cache while all rows pass. With W as [in][out]:
 *   y = x W                tiles of rows by blocks of columns
 *   dW = x^T dy            blocks of columns, a sum over tiles of rows
 *   dx^T = W dy^T          tiles of rows: dy is turned, not W, which is larger
 * Blocks and tiles are shared among threads; each result is made by one of them.
 */
#include "base/arena.h"
#include "base/parallel.h"
#include "layers/dense.h"

enum {
    TILE = 32,
    COLUMNS = 64,      /* in a block */
    LARGEST_IN = 2048, /* a block of W is then half a MiB; CBLAS cuts larger ones better */
    PARTS = 8,         /* of the input gradient's tiles */
};

static int tile_rows(int tile)
{
    return TILE >> tile;
}

/* The largest tile that fits into `rows`. */
static int tile_for(size_t rows)
{
    int tile = 0;

    while ((size_t)tile_rows(tile) > rows)
        tile++;
    return tile;
}

static int block_count(int out)
{
    return (out + COLUMNS - 1) / COLUMNS;
}

static int block_columns(int out, int block)
{
    return out - block * COLUMNS < COLUMNS ? out - block * COLUMNS : COLUMNS;
}

/* Parts of the input gradient: its whole tiles, shared out. The last also takes what remains. */
static int part_count(size_t rows)
{
    size_t tiles = rows / TILE;

    return tiles < 2 ? 1 : tiles < PARTS ? (int)tiles : PARTS;
}

static bool make_block(const struct layer *l, struct dense *d, int tile, bool last, int columns)
{
    int in = l->in[0].c, out = d->units, rows = tile_rows(tile);
    struct brgemm_shape forward = {rows, columns, in, in, out, out, false, false};

    if (!brgemm_make(&d->tiles.forward[tile][last], l->kernels, &forward))
        return false;
    for (int add = 0; add < 2; add++) {
        struct brgemm_shape weight = {in, columns, rows, in, out, out, true, add};

        if (!brgemm_make(&d->tiles.weight[tile][last][add], l->kernels, &weight))
            return false;
    }
    return true;
}

static bool make_code(const struct layer *l, struct dense *d, size_t max_rows)
{
    int in = l->in[0].c, out = d->units, last = block_columns(out, block_count(out) - 1);

    for (int tile = tile_for(max_rows); tile < DENSE_TILES; tile++) {
        int rows = tile_rows(tile);
        struct brgemm_shape input = {in, rows, out, out, rows, rows, false, false};

        if ((out >= COLUMNS && !make_block(l, d, tile, false, COLUMNS)) ||
            !make_block(l, d, tile, true, last) ||
            !brgemm_make(&d->tiles.input[tile], l->kernels, &input))
            return false;
    }
    return true;
}

bool dense_tiles_setup(struct layer *l, struct dense *d, size_t max_rows)
{
    struct dense_tiles *t = &d->tiles;
    size_t in = (size_t)l->in[0].c, out = (size_t)d->units;

    if (in > LARGEST_IN || !make_code(l, d, max_rows))
        return false;
    t->offsets = layer_book_scratch(l, 2 * (max_rows / TILE + 1) * sizeof(unsigned long long));
    t->part_bytes = arena_round(TILE * in * sizeof(real)) + arena_round(TILE * out * sizeof(real));
    t->parts = layer_book_scratch(l, (size_t)part_count(max_rows) * t->part_bytes);
    return true;
}

struct call {
    const struct layer *layer;
    const struct dense *d;
    struct io *io;
    int in, out;
    size_t rows;
    const real *weight;
};

static struct call call_init(const struct layer *l, const struct dense *d, struct io *io)
{
    return (struct call){l,
                         d,
                         io,
                         l->in[0].c,
                         d->units,
                         (size_t)io->n * shape_positions(l->in[0]),
                         io->param + l->param[DENSE_WEIGHT].offset};
}

static const unsigned long long nowhere[1] = {0};

static void forward_block(void *context, int block)
{
    const struct call *k = context;
    size_t first = (size_t)block * COLUMNS;
    bool last = block == block_count(k->out) - 1;

    for (size_t r = 0, n; r < k->rows; r += n) {
        int tile = tile_for(k->rows - r);

        n = (size_t)tile_rows(tile);
        brgemm_run(&k->d->tiles.forward[tile][last], 1, k->io->x[0] + r * (size_t)k->in, nowhere,
                   k->weight + first, nowhere, k->io->y + r * (size_t)k->out + first);
    }
}

void dense_tiles_forward(const struct layer *l, const struct dense *d, struct io *io)
{
    struct call k = call_init(l, d, io);

    parallel_run(io->threads, block_count(k.out), forward_block, &k);
}

static void weight_block(void *context, int block)
{
    const struct call *k = context;
    const unsigned long long *x_offset =
        (const unsigned long long *)(const void *)((char *)k->io->scratch + k->d->tiles.offsets);
    const unsigned long long *dy_offset = x_offset + k->rows / TILE + 1;
    size_t first = (size_t)block * COLUMNS, whole = k->rows / TILE;
    real *dw = k->io->dparam + k->layer->param[DENSE_WEIGHT].offset + first;
    bool last = block == block_count(k->out) - 1, add = k->io->add_param;

    if (whole > 0) {
        brgemm_run(&k->d->tiles.weight[0][last][add], whole, k->io->x[0], x_offset,
                   k->io->dy + first, dy_offset, dw);
        add = true;
    }
    for (size_t r = whole * TILE, n; r < k->rows; r += n, add = true) {
        int tile = tile_for(k->rows - r);

        n = (size_t)tile_rows(tile);
        brgemm_run(&k->d->tiles.weight[tile][last][add], 1, k->io->x[0] + r * (size_t)k->in,
                   nowhere, k->io->dy + r * (size_t)k->out + first, nowhere, dw);
    }
}

static void input_part(void *context, int number)
{
    const struct call *k = context;
    size_t tiles = k->rows / TILE, parts = (size_t)part_count(k->rows);
    size_t first = tiles * (size_t)number / parts * TILE,
           end =
               (size_t)number == parts - 1 ? k->rows : tiles * (size_t)(number + 1) / parts * TILE;
    char *at = (char *)k->io->scratch + k->d->tiles.parts + (size_t)number * k->d->tiles.part_bytes;
    real *dx_turned = (real *)(void *)at;
    real *dy_turned = (real *)(void *)(at + arena_round(TILE * (size_t)k->in * sizeof(real)));

    for (size_t r = first, n; r < end; r += n) {
        int tile = tile_for(end - r), rows = tile_rows(tile);

        n = (size_t)rows;
        brgemm_transpose(rows, k->out, k->io->dy + r * (size_t)k->out, k->out, dy_turned, rows);
        brgemm_run(&k->d->tiles.input[tile], 1, k->weight, nowhere, dy_turned, nowhere, dx_turned);
        brgemm_transpose(k->in, rows, dx_turned, rows, k->io->dx[0] + r * (size_t)k->in, k->in);
    }
}

void dense_tiles_backward(const struct layer *l, const struct dense *d, struct io *io)
{
    struct call k = call_init(l, d, io);
    unsigned long long *x_offset =
        (unsigned long long *)(void *)((char *)io->scratch + d->tiles.offsets);
    unsigned long long *dy_offset = x_offset + k.rows / TILE + 1;

    for (size_t i = 0; i < k.rows / TILE; i++) {
        x_offset[i] = i * TILE * (size_t)k.in * sizeof(real);
        dy_offset[i] = i * TILE * (size_t)k.out * sizeof(real);
    }
    parallel_run(io->threads, block_count(k.out), weight_block, &k);
    if (io->dx[0] && !io->add[0])
        parallel_run(io->threads, part_count(k.rows), input_part, &k);
}
