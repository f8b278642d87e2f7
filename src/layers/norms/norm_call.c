#include "layers/norms/norm_call.h"
#include "base/arena.h"
#include <math.h>

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

/* True when rows are put together before their moments are taken. */
static bool packs(const struct norm *m)
{
    return !m->by_rows && (m->masked == MASKED_YES || !m->partition.all_positions);
}

static size_t part_bytes(const struct norm *m, int c)
{
    size_t row = arena_round((size_t)c * sizeof(real)),
           bytes = arena_round(sizeof(struct norm_part_head)) +
                   7 * arena_round((size_t)c * sizeof(double)) + 4 * row +
                   arena_round(norm_block_rows(c) * (size_t)c * sizeof(real));

    if (packs(m))
        bytes += row + arena_round(norm_moment_rows(c) * (size_t)c * sizeof(real));
    return bytes;
}

/* Of items that have so many elements together. */
static int part_count(size_t items, size_t elements)
{
    size_t parts = elements / PART_ELEMENTS;

    parts = parts < PARTS ? parts : PARTS;
    parts = parts < items ? parts : items;
    return (int)max_size(1, parts);
}

/* Units in a chunk of samples. What depends on it must not move with the length of a call's sequences, so that
 * more padding changes no sum: it is of the room for them. */
static size_t count_places(const struct norm *m, struct shape in)
{
    return m->partition.all_positions ? 1 : shape_positions(in);
}

static size_t count_chunks(size_t n, size_t chunk)
{
    return (n + chunk - 1) / chunk;
}

/* True when parts share the rows of the only unit, as what a batch's group needs may be summed in any portions.
 * (Of a norm within samples none may: alone, a sample would get other bits than in a batch.) */
static bool splits(const struct norm *m, bool fixed)
{
    return m->partition.all_positions && (m->partition.samples == NORM_ALL_SAMPLES || fixed);
}

void norm_book_memory(struct layer *l, struct norm *m, size_t max_n)
{
    struct shape in = l->in[0];
    size_t c = (size_t)in.c, positions = shape_positions(in), rows = max_n * positions;
    size_t chunk = m->partition.samples == NORM_ALL_SAMPLES ? max_n : (size_t)m->partition.samples;
    size_t units = count_chunks(max_n, chunk) * count_places(m, in);
    size_t groups = units * (c / (size_t)m->partition.channels);
    size_t items = m->by_rows || splits(m, m->running) ? rows : units;

    m->center = layer_book_saved(l, groups * sizeof(real));
    m->rest = layer_book_saved(l, groups * sizeof(real));
    m->rstd = layer_book_saved(l, groups * sizeof(real));
    m->factor = layer_book_saved(l, m->adjust ? groups * sizeof(real) : 0);
    m->offset = layer_book_saved(l, m->adjust ? groups * sizeof(real) : 0);
    m->parts = layer_book_scratch(l, (size_t)part_count(items, rows * c) * part_bytes(m, in.c));
    m->unit_moments =
        layer_book_scratch(l, m->running ? groups * sizeof(struct norm_batch_moments) : 0);
    m->unit_counts = layer_book_scratch(l, m->running ? units * sizeof(double) : 0);
}

/* What parts share, and how many there are. */
static void plan_parts(struct norm_call *k)
{
    size_t n = (size_t)k->io->n, positions = k->positions;

    if (k->mask || k->places > 1) /* how much padding there is must not move the parts' borders */
        positions = shape_positions(k->layer->in[0]);
    k->item_rows = k->split && k->mask ? k->positions : 1;
    if (k->split || k->m->by_rows)
        k->items = n * k->positions / k->item_rows;
    else
        k->items = k->units;
    k->parts = part_count(k->items, n * positions * (size_t)k->c);
    k->part_bytes = part_bytes(k->m, k->c);
}

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io)
{
    const struct norm *m = norm_of(l);
    char *saved = io->saved, *scratch = io->scratch;
    bool learns = m->running && io->training;

    k->layer = l;
    k->m = m;
    k->kernels = l->kernels;
    /* Vector kernels square in real, where the square of 1e-20 loses its digits; eps hides that, if it is a
     * normal number. */
    k->statistics = m->eps < REAL_MIN ? &kernels_plain : l->kernels;
    k->io = io;
    k->c = l->in[0].c;
    k->per = m->partition.channels;
    k->groups = k->c / k->per;
    k->positions = layer_positions(l, io);
    k->fixed = m->running && !io->training;
    k->chunk = m->partition.samples == NORM_ALL_SAMPLES || k->fixed ? (size_t)io->n
                                                                    : (size_t)m->partition.samples;
    k->places = count_places(m, l->in[0]);
    k->units = count_chunks((size_t)io->n, k->chunk) * k->places;
    k->split = splits(m, k->fixed);
    /* A norm per sample and position is what it is with any mask. */
    k->mask = m->masked == MASKED_YES && !k->fixed && (m->partition.all_positions || m->running)
                  ? io->mask
                  : NULL;
    plan_parts(k);
    k->gamma = m->gamma >= 0 ? io->param + m->gamma : NULL;
    k->beta = m->beta >= 0 ? io->param + m->beta : NULL;
    k->center = (real *)(void *)(saved + m->center);
    k->rest = (real *)(void *)(saved + m->rest);
    k->rstd = (real *)(void *)(saved + m->rstd);
    k->factor = m->adjust && learns ? (real *)(void *)(saved + m->factor) : NULL;
    k->offset = m->adjust && learns ? (real *)(void *)(saved + m->offset) : NULL;
    k->unit_moments =
        learns ? (struct norm_batch_moments *)(void *)(scratch + m->unit_moments) : NULL;
    k->unit_counts = learns ? (double *)(void *)(scratch + m->unit_counts) : NULL;
    k->stream = (size_t)io->n * k->positions * (size_t)k->c * sizeof(real) >= STREAM_BYTES;
}

struct norm_part norm_part_at(const struct norm_call *k, int number)
{
    char *at = (char *)k->io->scratch + k->m->parts + (size_t)number * k->part_bytes;
    size_t doubles = arena_round((size_t)k->c * sizeof(double)),
           reals = arena_round((size_t)k->c * sizeof(real)),
           block = arena_round(norm_block_rows(k->c) * (size_t)k->c * sizeof(real));
    struct norm_part_head *head = (struct norm_part_head *)(void *)at;
    double *d[7];
    real *r[4], *gate;
    bool packed = packs(k->m);

    at += arena_round(sizeof *head);
    for (int i = 0; i < 7; i++, at += doubles)
        d[i] = (double *)(void *)at;
    for (int i = 0; i < 4; i++, at += reals)
        r[i] = (real *)(void *)at;
    gate = (real *)(void *)at;
    at += block;
    return (struct norm_part){.head = head,
                              .total = {0, d[0], d[1]},
                              .block = {0, d[2], d[3]},
                              .sum_dy = d[0],
                              .sum_dyx = d[1],
                              .dgamma = d[2],
                              .dbeta = d[3],
                              .exact_scale = d[4],
                              .exact_shift = d[5],
                              .exact_slope = d[6],
                              .center = r[0],
                              .scale = r[1],
                              .shift = r[2],
                              .slope = r[3],
                              .gate = gate,
                              .zero = packed ? (real *)(void *)at : NULL,
                              .packed = packed ? (real *)(void *)(at + reals) : NULL};
}

size_t norm_part_items(const struct norm_call *k, int number, size_t *count)
{
    size_t first = k->items * (size_t)number / (size_t)k->parts,
           end = k->items * ((size_t)number + 1) / (size_t)k->parts;

    *count = end - first;
    return first;
}

struct norm_unit norm_unit_at(const struct norm_call *k, size_t number)
{
    size_t sample = number / k->places * k->chunk, left = (size_t)k->io->n - sample,
           samples = left < k->chunk ? left : k->chunk, place = number % k->places;
    struct norm_unit u = {.first = sample * k->positions,
                          .rows = samples * k->positions,
                          .stride = 1,
                          .groups_at = number * (size_t)k->groups,
                          .place = place,
                          .number = number};

    if (!k->m->partition.all_positions) {
        u.first += place;
        u.rows = place < k->positions ? samples : 0;
        u.stride = k->positions;
    }
    return u;
}

struct norm_unit norm_part_unit(const struct norm_call *k, int number)
{
    size_t count, first = norm_part_items(k, number, &count);

    return (struct norm_unit){
        .first = first * k->item_rows, .rows = count * k->item_rows, .stride = 1};
}

bool norm_has_epilogue(const struct norm_call *k)
{
    return k->layer->epilogue.add || k->layer->epilogue.activation;
}

size_t norm_pass_rows(const struct norm_call *k)
{
    return norm_has_epilogue(k) ? norm_block_rows(k->c) : max_size(1, PASS_ELEMENTS / (size_t)k->c);
}

size_t norm_unit_step(const struct norm_call *k, const struct norm_unit *u)
{
    return u->stride == 1 ? norm_pass_rows(k) : 1;
}

bool norm_needs_double(double v)
{
    return !(v == 0 || (fabs(v) >= REAL_MIN && fabs(v) <= REAL_MAX));
}
