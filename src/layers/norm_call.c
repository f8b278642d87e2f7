#include "layers/norm_call.h"
#include "base/arena.h"

enum {
    PARTS = 16,
    PART_ELEMENTS = 1 << 16,  /* a part has at least so many */
    PASS_ELEMENTS = 1 << 14,  /* that a pass takes at a time */
    BLOCK_ELEMENTS = 1 << 12, /* that elementwise work takes at a time */
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

static size_t part_bytes(int c)
{
    return arena_round(sizeof(double)) + 4 * arena_round((size_t)c * sizeof(double)) +
           4 * arena_round((size_t)c * sizeof(real)) +
           arena_round(norm_block_rows(c) * (size_t)c * sizeof(real));
}

static int part_count(size_t items, size_t item_elements)
{
    size_t parts = items * item_elements / PART_ELEMENTS;

    parts = parts < PARTS ? parts : PARTS;
    parts = parts < items ? parts : items;
    return (int)max_size(1, parts);
}

/* Items of norm m on shape `in`. */
static size_t count_items(const struct norm *m, struct shape in, size_t n, size_t *item_rows)
{
    bool rows = m->by_rows || m->partition.across_samples;

    *item_rows = rows ? 1 : shape_positions(in);
    return rows ? n * shape_positions(in) : n;
}

void norm_book_parts(struct layer *l, struct norm *m, size_t max_n)
{
    int c = l->in[0].c;
    size_t item_rows, items = count_items(m, l->in[0], max_n, &item_rows);

    m->parts =
        layer_book_scratch(l, (size_t)part_count(items, item_rows * (size_t)c) * part_bytes(c));
}

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io)
{
    const struct norm *m = (const struct norm *)l->options;

    k->layer = l;
    k->m = m;
    k->kernels = l->kernels;
    k->io = io;
    k->c = l->in[0].c;
    k->per = m->partition.channels;
    k->groups = k->c / k->per;
    k->items = count_items(m, l->in[0], (size_t)io->n, &k->item_rows);
    k->parts = part_count(k->items, k->item_rows * (size_t)k->c);
    k->part_bytes = part_bytes(k->c);
    k->gamma = m->gamma >= 0 ? io->param + m->gamma : NULL;
    k->beta = m->beta >= 0 ? io->param + m->beta : NULL;
    k->center = (real *)((char *)io->saved + m->center);
    k->rest = (real *)((char *)io->saved + m->rest);
    k->rstd = (real *)((char *)io->saved + m->rstd);
    k->stream = k->items * k->item_rows * (size_t)k->c * sizeof(real) >= STREAM_BYTES;
    k->fixed = m->partition.across_samples && !io->training;
}

struct norm_part norm_part_at(const struct norm_call *k, int number)
{
    char *at = (char *)k->io->scratch + k->m->parts + (size_t)number * k->part_bytes;
    size_t doubles = arena_round((size_t)k->c * sizeof(double)),
           reals = arena_round((size_t)k->c * sizeof(real));
    double *d[4], *count = (double *)(void *)at;
    real *r[5];

    at += arena_round(sizeof(double));
    for (int i = 0; i < 4; i++, at += doubles)
        d[i] = (double *)(void *)at;
    for (int i = 0; i < 5; i++, at += reals)
        r[i] = (real *)(void *)at;
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
                              .gate = r[4]};
}

size_t norm_part_items(const struct norm_call *k, int number, size_t *count)
{
    size_t first = k->items * (size_t)number / (size_t)k->parts,
           end = k->items * ((size_t)number + 1) / (size_t)k->parts;

    *count = end - first;
    return first;
}

const unsigned char *norm_mask_at(const struct norm_call *k, size_t row)
{
    return k->io->mask ? k->io->mask + row : NULL;
}

bool norm_has_epilogue(const struct norm_call *k)
{
    return k->layer->epilogue.add || k->layer->epilogue.activation;
}

size_t norm_pass_rows(const struct norm_call *k)
{
    return norm_has_epilogue(k) ? norm_block_rows(k->c) : max_size(1, PASS_ELEMENTS / (size_t)k->c);
}
