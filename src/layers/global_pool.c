/* Layers that turn all positions of a sample into one vector: gap, mean and last. mean and last do not use the
 * positions that a mask marks as padding; gap uses all positions. */
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <string.h>

static int vector_setup(struct layer *l, struct setup *s)
{
    layer_setup_same_shape(l, s);
    l->out = shape_vector(l->in[0].c);
    return l->type->takes_sequence ? layer_check_rank(l, 2, s) : 0;
}

/* One sample of a call. */
struct sample {
    size_t positions, c;
    const real *x, *dy;
    real *y, *dx;
    const unsigned char *mask; /* NULL: all positions are valid */
    bool add;
};

static struct sample sample_at(const struct layer *l, const struct io *io, int number)
{
    size_t n = (size_t)number, positions = layer_positions(l, io), c = (size_t)l->in[0].c,
           size = positions * c;

    return (struct sample){.positions = positions,
                           .c = c,
                           .x = io->x[0] + n * size,
                           .y = io->y + n * c,
                           .dy = io->dy ? io->dy + n * c : NULL, /* forward has none */
                           .dx = io->dx[0] ? io->dx[0] + n * size : NULL,
                           .mask = l->type->reads_mask ? layer_mask(l, io, number) : NULL,
                           .add = io->add[0]};
}

static bool is_valid(const struct sample *s, size_t t)
{
    return !s->mask || s->mask[t];
}

static size_t count_valid(const struct sample *s)
{
    size_t count = 0;

    for (size_t t = 0; t < s->positions; t++)
        count += is_valid(s, t);
    return count;
}

/* dx[t] = scale * dy, plus the old dx[t] when s->add is true. */
static void write_position(const struct sample *s, size_t t, real scale)
{
    real *dx = s->dx + t * s->c;

    for (size_t j = 0; j < s->c; j++)
        dx[j] = scale * s->dy[j] + (s->add ? dx[j] : 0);
}

#define POOL_MEMBERS(forward_by, backward_by)                                                      \
    .examples = {""}, .setup = vector_setup, .forward = layer_forward_samples,                     \
    .backward = layer_backward_samples, .forward_sample = forward_by,                              \
    .backward_sample = backward_by

/* ---- means ---- */

static void gap_forward(const struct layer *l, const struct io *io, int n)
{
    struct sample s = sample_at(l, io, n);

    column_sums(s.positions, (int)s.c, s.x, false, s.y);
    for (size_t j = 0; j < s.c; j++)
        s.y[j] /= (real)s.positions;
}

/* Computes the means of the channels [first, first + n). total: memory for their sums, [n]. Sums are in the order of
 * the positions, so padding at the end changes no bit of them. */
static void mean_columns(const struct sample *s, size_t first, size_t n, double *total)
{
    size_t count = count_valid(s);

    memset(total, 0, n * sizeof *total);
    for (size_t t = 0; t < s->positions; t++)
        for (size_t j = 0; j < n && is_valid(s, t); j++)
            total[j] += s->x[t * s->c + first + j];
    for (size_t j = 0; j < n; j++)
        s->y[first + j] = count ? (real)(total[j] / (double)count) : 0;
}

static void mean_forward(const struct layer *l, const struct io *io, int n)
{
    enum { COLUMNS = 64 };
    struct sample s = sample_at(l, io, n);
    double total[COLUMNS];

    for (size_t first = 0; first < s.c; first += COLUMNS)
        mean_columns(&s, first, s.c - first < COLUMNS ? s.c - first : COLUMNS, total);
}

static void mean_backward(const struct layer *l, const struct io *io, int n)
{
    struct sample s = sample_at(l, io, n);
    size_t count = count_valid(&s);

    for (size_t t = 0; t < s.positions; t++)
        write_position(&s, t, is_valid(&s, t) ? (real)1 / (real)count : 0);
}

const struct layer_type layer_gap = {
    .name = "gap",
    .usage = "global average pool: a mean over all positions, padding included (mean: without it)",
    POOL_MEMBERS(gap_forward, mean_backward),
};

const struct layer_type layer_mean = {
    .name = "mean",
    .usage = "each channel's mean over a sequence's valid positions; 0 for an empty sequence",
    .takes_sequence = true,
    .reads_mask = true,
    POOL_MEMBERS(mean_forward, mean_backward),
};

/* ---- last ---- */

/* Returns the last valid position, or s->positions when no position is valid. */
static size_t last_valid(const struct sample *s)
{
    size_t t = s->positions;

    while (t > 0 && !is_valid(s, t - 1))
        t--;
    return t > 0 ? t - 1 : s->positions;
}

static void last_forward(const struct layer *l, const struct io *io, int n)
{
    struct sample s = sample_at(l, io, n);
    size_t t = last_valid(&s);

    if (t < s.positions)
        memcpy(s.y, s.x + t * s.c, s.c * sizeof *s.y);
    else
        memset(s.y, 0, s.c * sizeof *s.y);
}

static void last_backward(const struct layer *l, const struct io *io, int n)
{
    struct sample s = sample_at(l, io, n);
    size_t last = last_valid(&s);

    for (size_t t = 0; t < s.positions; t++)
        write_position(&s, t, t == last ? 1 : 0);
}

const struct layer_type layer_last = {
    .name = "last",
    .usage = "the last valid position of a sequence; 0 for an empty sequence",
    .takes_sequence = true,
    .reads_mask = true,
    POOL_MEMBERS(last_forward, last_backward),
};
