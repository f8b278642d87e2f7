/* Pools from a sequence to a vector, over its valid positions: those that the mask keeps. */
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <string.h>

static int setup(struct layer *l, struct setup *s)
{
    l->out = shape_vector(l->in[0].c);
    l->flops = (double)shape_size(l->in[0]);
    return layer_check_rank(l, 2, s);
}

/* One sample of a call. */
struct sample {
    size_t positions, c;
    const real *x, *dy;
    real *y, *dx;
    const unsigned char *mask; /* NULL: all are valid */
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
                           .dy = io->dy + n * c,
                           .dx = io->dx[0] ? io->dx[0] + n * size : NULL,
                           .mask = layer_mask(l, io, number),
                           .add = io->add[0]};
}

static bool is_valid(const struct sample *s, size_t t)
{
    return !s->mask || s->mask[t];
}

/* dx[t] (+)= scale * dy */
static void write_position(const struct sample *s, size_t t, real scale)
{
    real *dx = s->dx + t * s->c;

    for (size_t j = 0; j < s->c; j++)
        dx[j] = scale * s->dy[j] + (s->add ? dx[j] : 0);
}

/* ---- mean ---- */

static size_t count_valid(const struct sample *s)
{
    size_t count = 0;

    for (size_t t = 0; t < s->positions; t++)
        count += is_valid(s, t);
    return count;
}

/* The means of channels [first, first + n). Sums run over the positions in their order, so that appended padding changes no
 * bit of them. */
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

const struct layer_type layer_mean = {
    .name = "mean",
    .usage = "each channel's mean over a sequence's valid positions; 0 for an empty sequence",
    .takes_sequence = true,
    .reads_mask = true,
    .examples = {""},
    .setup = setup,
    .forward = layer_forward_samples,
    .backward = layer_backward_samples,
    .forward_sample = mean_forward,
    .backward_sample = mean_backward,
};

/* ---- last ---- */

/* The last valid position, or s->positions where none is valid. */
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
    .examples = {""},
    .setup = setup,
    .forward = layer_forward_samples,
    .backward = layer_backward_samples,
    .forward_sample = last_forward,
    .backward_sample = last_backward,
};
