#include "layers/norm_call.h"
#include "base/arena.h"

enum {
    PARTS = 16,
    PART_ELEMENTS = 1 << 16,  /* a part has at least so many */
    PASS_ELEMENTS = 1 << 14,  /* that a pass takes at a time */
    BLOCK_ELEMENTS = 1 << 12, /* that elementwise work takes at a time */
    MOMENT_ROWS = 64, /* that moments are taken over at a time, or a block if that is more */
    STREAM_BYTES = 16 << 20,
};

static size_t max_size(size_t a, size_t b)
{
    return a > b ? a : b;
}

size_t norm_block_rows(int c)
{
    return max_size(1, BLOCK_ELEMENTS / (size_t)c);
}

size_t norm_moment_rows(int c)
{
    return max_size(MOMENT_ROWS, norm_block_rows(c));
}

static size_t part_bytes(const struct norm *m, int c)
{
    size_t row = arena_round((size_t)c * sizeof(real)),
           bytes = arena_round(sizeof(double)) + 4 * arena_round((size_t)c * sizeof(double)) +
                   4 * row + arena_round(norm_block_rows(c) * (size_t)c * sizeof(real));

    if (m->masked == MASKED_YES)
        bytes += row + arena_round(norm_moment_rows(c) * (size_t)c * sizeof(real));
    return bytes;
}

static int part_count(size_t items, size_t item_elements)
{
    size_t parts = items * item_elements / PART_ELEMENTS;

    parts = parts < PARTS ? parts : PARTS;
    parts = parts < items ? parts : items;
    return (int)max_size(1, parts);
}

/* Rows in an item: one where what a group needs may be summed in any portions; else a sample's. A mask's
 * portions are samples, too: how much padding they have must not move the borders. */
static size_t item_rows(const struct norm *m, bool masked, size_t positions)
{
    return m->by_rows || (m->partition.across_samples && !masked) ? 1 : positions;
}

void norm_book_parts(struct layer *l, struct norm *m, size_t max_n)
{
    size_t positions = shape_positions(l->in[0]), rows = item_rows(m, false, positions);
    int parts = part_count(max_n * positions / rows, rows * (size_t)l->in[0].c);

    m->parts = layer_book_scratch(l, (size_t)parts * part_bytes(m, l->in[0].c));
}

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io)
{
    const struct norm *m = (const struct norm *)l->options;
    size_t positions = layer_positions(l, io), room;

    k->layer = l;
    k->m = m;
    k->kernels = l->kernels;
    k->io = io;
    k->c = l->in[0].c;
    k->per = m->partition.channels;
    k->groups = k->c / k->per;
    k->fixed = m->partition.across_samples && !io->training;
    k->mask = m->masked == MASKED_YES && !m->by_rows && !k->fixed ? io->mask : NULL;
    k->item_rows = item_rows(m, k->mask != NULL, positions);
    k->items = (size_t)io->n * positions / k->item_rows;
    room = k->mask ? shape_positions(l->in[0]) : k->item_rows;
    k->parts = part_count(k->items, room * (size_t)k->c);
    k->part_bytes = part_bytes(m, k->c);
    k->gamma = m->gamma >= 0 ? io->param + m->gamma : NULL;
    k->beta = m->beta >= 0 ? io->param + m->beta : NULL;
    k->center = (real *)((char *)io->saved + m->center);
    k->rest = (real *)((char *)io->saved + m->rest);
    k->rstd = (real *)((char *)io->saved + m->rstd);
    k->stream = (size_t)io->n * positions * (size_t)k->c * sizeof(real) >= STREAM_BYTES;
}

struct norm_part norm_part_at(const struct norm_call *k, int number)
{
    char *at = (char *)k->io->scratch + k->m->parts + (size_t)number * k->part_bytes;
    size_t doubles = arena_round((size_t)k->c * sizeof(double)),
           reals = arena_round((size_t)k->c * sizeof(real)),
           block = arena_round(norm_block_rows(k->c) * (size_t)k->c * sizeof(real));
    double *d[4], *count = (double *)(void *)at;
    real *r[4], *gate;

    at += arena_round(sizeof(double));
    for (int i = 0; i < 4; i++, at += doubles)
        d[i] = (double *)(void *)at;
    for (int i = 0; i < 4; i++, at += reals)
        r[i] = (real *)(void *)at;
    gate = (real *)(void *)at;
    at += block;
    return (struct norm_part){.count = count,
                              .total = {0, d[0], d[1]},
                              .block = {0, d[2], d[3]},
                              .sum_dy = d[0],
                              .sum_dyx = d[1],
                              .dgamma = d[2],
                              .dbeta = d[3],
                              .center = r[0],
                              .scale = r[1],
                              .shift = r[2],
                              .slope = r[3],
                              .gate = gate,
                              .zero = k->mask ? (real *)(void *)at : NULL,
                              .packed = k->mask ? (real *)(void *)(at + reals) : NULL};
}

size_t norm_part_items(const struct norm_call *k, int number, size_t *count)
{
    size_t first = k->items * (size_t)number / (size_t)k->parts,
           end = k->items * ((size_t)number + 1) / (size_t)k->parts;

    *count = end - first;
    return first;
}

bool norm_has_epilogue(const struct norm_call *k)
{
    return k->layer->epilogue.add || k->layer->epilogue.activation;
}

size_t norm_pass_rows(const struct norm_call *k)
{
    return norm_has_epilogue(k) ? norm_block_rows(k->c) : max_size(1, PASS_ELEMENTS / (size_t)k->c);
}
