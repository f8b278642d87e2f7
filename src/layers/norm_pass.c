/*
 * The passes of every norm. Work is split into parts, which several threads may share: rows where a
 * group spans the batch, else samples, or positions where a group holds one. How many parts depends on
 * shapes alone, each has scratch memory of its own, and what they sum is put together in their order:
 * the number of threads does not show in the results.
 *
 * Inside a part, rows go through in blocks that fit in cache. That is where the epilogue comes in: a
 * residual's sum and an activation are applied to a block right after the norm wrote it, and undone
 * right before its gradient is used.
 */
#include "base/arena.h"
#include "base/parallel.h"
#include "kernels/kernels.h"
#include "layers/norm.h"
#include <math.h>
#include <string.h>

enum {
    PARTS = 16,
    PART_ELEMENTS = 1 << 16,  /* a part has at least so many */
    PASS_ELEMENTS = 1 << 14,  /* that a pass takes at a time */
    BLOCK_ELEMENTS = 1 << 12, /* that elementwise work takes at a time */
    STREAM_BYTES = 16 << 20,
    MOMENT_ROWS = 64, /* that moments are taken over at a time, or a block if that is more */
};

/* A part's scratch memory. */
struct part {
    double *count;
    struct column_moments total, block;        /* forward */
    double *sum_dy, *sum_dyx, *dgamma, *dbeta; /* backward, in the same place */
    real *center, *scale, *shift, *slope;      /* [c], of the channels of one pass of columns */
    real *gate;                                /* gradient behind the epilogue, of one block */
};

/* One forward or backward. */
struct call {
    const struct layer *layer;
    const struct norm *m;
    const struct kernels *kernels;
    struct io *io;
    int c, per, groups; /* channels; in a group; groups side by side along C */
    size_t items;       /* what parts share: rows or samples */
    size_t item_rows;   /* rows in each */
    int parts;
    size_t part_bytes;
    const real *gamma, *beta;
    real *center, *rest, *rstd; /* [groups]: mean in two parts, and 1/sd */
    bool stream;                /* y and dx are too large to stay in cache */
    bool fixed;                 /* the statistics do not come from x */
};

static size_t max_size(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t block_rows(int c)
{
    return max_size(1, BLOCK_ELEMENTS / (size_t)c);
}

static size_t part_bytes(int c)
{
    return arena_round(sizeof(double)) + 4 * arena_round((size_t)c * sizeof(double)) +
           4 * arena_round((size_t)c * sizeof(real)) +
           arena_round(block_rows(c) * (size_t)c * sizeof(real));
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

static void call_init(struct call *k, const struct layer *l, struct io *io)
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

static struct part part_at(const struct call *k, int number)
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
    return (struct part){.count = count,
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

/* The items of a part: [first, first + count). */
static size_t part_items(const struct call *k, int number, size_t *count)
{
    size_t first = k->items * (size_t)number / (size_t)k->parts,
           end = k->items * ((size_t)number + 1) / (size_t)k->parts;

    *count = end - first;
    return first;
}

static const unsigned char *mask_at(const struct call *k, size_t row)
{
    return k->io->mask ? k->io->mask + row : NULL;
}

/* ---- forward ---- */

/* Moments of rows [row, row + rows) into p->total. */
static void measure(const struct call *k, struct part *p, size_t row, size_t rows)
{
    size_t step = max_size(MOMENT_ROWS, block_rows(k->c));

    p->total.count = 0;
    for (size_t r = 0; r < rows; r += step) {
        size_t n = rows - r < step ? rows - r : step;
        struct column_moments *to = r == 0 ? &p->total : &p->block;

        to->count = k->kernels->columns_moments(n, k->c, k->io->x[0] + (row + r) * (size_t)k->c,
                                                mask_at(k, row + r), to->mean, to->m2);
        if (r > 0)
            columns_merge(k->c, &p->total, &p->block);
    }
}

/* Saves what the passes need of group g. */
static void save_group(const struct call *k, size_t g, double mean, double var, bool empty)
{
    k->center[g] = (real)mean;
    k->rest[g] = (real)(mean - k->center[g]);
    k->rstd[g] = empty ? 0 : (real)(1 / sqrt(var + k->m->eps));
}

/* From the moments of channels, which all count the same rows, to groups [first_group, ...). */
static void save_groups(const struct call *k, size_t first_group, const struct column_moments *t)
{
    for (int g = 0; g < k->groups; g++) {
        const double *mean = t->mean + g * k->per, *m2 = t->m2 + g * k->per;
        double center = 0, between = 0, within = 0;

        for (int i = 0; i < k->per; i++)
            center += mean[i] - mean[0];
        center = mean[0] + center / k->per;
        for (int i = 0; i < k->per; i++) {
            between += (mean[i] - center) * (mean[i] - center);
            within += m2[i];
        }
        save_group(k, first_group + (size_t)g, center,
                   t->count > 0 ? (within / t->count + between) / k->per : 0, t->count == 0);
    }
}

/* y = (x - center) * scale + shift for the groups [first_group, ...). */
static void forward_coefficients(const struct call *k, struct part *p, size_t first_group)
{
    for (int g = 0, c = 0; g < k->groups; g++) {
        size_t at = first_group + (size_t)g;
        double rstd = k->rstd[at], rest = k->rest[at];

        for (int i = 0; i < k->per; i++, c++) {
            double a = (k->gamma ? k->gamma[c] : 1.0) * rstd;

            p->center[c] = k->center[at];
            p->scale[c] = (real)a;
            p->shift[c] = (real)((k->beta ? k->beta[c] : 0.0) - rest * a);
        }
    }
}

static void epilogue_forward(const struct call *k, size_t row, size_t rows)
{
    const struct epilogue *e = &k->layer->epilogue;
    size_t at = row * (size_t)k->c, n = rows * (size_t)k->c;
    real *y = k->io->y + at;

    if (e->add)
        k->kernels->sum(n, y, k->io->x[1] + at, y);
    if (e->activation)
        e->activation->forward(k->kernels, n, y, y);
}

static bool has_epilogue(const struct call *k)
{
    return k->layer->epilogue.add || k->layer->epilogue.activation;
}

/* How many rows go through at a time: a small block where an epilogue follows, else a larger one. */
static size_t pass_rows(const struct call *k)
{
    return has_epilogue(k) ? block_rows(k->c) : max_size(1, PASS_ELEMENTS / (size_t)k->c);
}

/* From the last row to the first: the rows that were measured last are still in cache. */
static void apply(const struct call *k, const struct part *p, size_t row, size_t rows)
{
    size_t step = pass_rows(k);

    for (size_t left = rows, n; left > 0; left -= n) {
        size_t at;

        n = left % step ? left % step : step;
        at = (row + left - n) * (size_t)k->c;
        k->kernels->columns_apply(n, k->c, k->io->x[0] + at, p->center, p->scale, p->shift,
                                  k->io->y + at, k->stream && !has_epilogue(k));
        epilogue_forward(k, row + left - n, n);
    }
}

/* new = (1 - w) old + w batch */
static void update_running(const struct call *k, const struct column_moments *batch)
{
    const struct norm *m = k->m;
    real *mean = k->io->state + m->mean, *var = k->io->state + m->var;
    double weight = m->momentum, n = batch->count;

    if (n == 0)
        return;
    if (m->batches >= 0) {
        real *batches = k->io->state + m->batches;

        *batches += 1;
        weight = 1 / (double)*batches;
    }
    for (int c = 0; c < k->c; c++) {
        double of_batch = batch->m2[c] / (m->running_var == RUNNING_VAR_UNBIASED ? n - 1 : n);

        mean[c] = (real)((1 - weight) * mean[c] + weight * batch->mean[c]);
        if (n > 1) /* a mask may leave one value, which says nothing of the variance */
            var[c] = (real)((1 - weight) * var[c] + weight * of_batch);
    }
}

static void measure_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);
    size_t count, first = part_items(k, number, &count);

    measure(k, &p, first, count);
    *p.count = p.total.count;
}

static void apply_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, 0);
    size_t count, first = part_items(k, number, &count);

    apply(k, &p, first, count);
}

/* A group spans the batch. */
static void forward_batch(struct call *k)
{
    struct part p = part_at(k, 0);

    if (k->fixed) {
        const real *mean = k->io->state + k->m->mean, *var = k->io->state + k->m->var;

        for (int c = 0; c < k->c; c++)
            save_group(k, (size_t)c, mean[c], var[c], false);
    } else {
        parallel_run(k->io->threads, k->parts, measure_part, k);
        p.total.count = *p.count;
        for (int i = 1; i < k->parts; i++) {
            struct part other = part_at(k, i);

            other.total.count = *other.count;
            columns_merge(k->c, &p.total, &other.total);
        }
        save_groups(k, 0, &p.total);
        update_running(k, &p.total);
    }
    forward_coefficients(k, &p, 0);
    parallel_run(k->io->threads, k->parts, apply_part, k);
}

/* Groups lie within a sample and span its positions. */
static void forward_samples(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);
    size_t count, first = part_items(k, number, &count);

    for (size_t i = first; i < first + count; i++) {
        measure(k, &p, i * k->item_rows, k->item_rows);
        save_groups(k, i * (size_t)k->groups, &p.total);
        forward_coefficients(k, &p, i * (size_t)k->groups);
        apply(k, &p, i * k->item_rows, k->item_rows);
    }
}

/* Groups hold a single position. */
static void forward_positions(void *context, int number)
{
    const struct call *k = context;
    size_t count, first = part_items(k, number, &count), step = pass_rows(k);

    for (size_t r = first; r < first + count; r += step) {
        size_t n = first + count - r < step ? first + count - r : step, at = r * (size_t)k->c,
               g = r * (size_t)k->groups;

        k->kernels->rows_forward(n * (size_t)k->groups, k->per, k->groups, k->io->x[0] + at,
                                 k->gamma, k->beta, k->m->eps, k->io->y + at, k->center + g,
                                 k->rest + g, k->rstd + g);
        epilogue_forward(k, r, n);
    }
}

void norm_forward(const struct layer *l, struct io *io)
{
    struct call k;

    call_init(&k, l, io);
    if (k.m->partition.across_samples)
        forward_batch(&k);
    else
        parallel_run(io->threads, k.parts, k.m->by_rows ? forward_positions : forward_samples, &k);
}

/* ---- backward ---- */

static double count_rows(const struct call *k, size_t row, size_t rows)
{
    const unsigned char *mask = k->fixed ? NULL : mask_at(k, row);
    size_t n = 0;

    if (!mask)
        return (double)rows;
    for (size_t r = 0; r < rows; r++)
        n += mask[r] != 0;
    return (double)n;
}

/* Where the gradient behind the epilogue comes from: dy, through a relu whose output is given. */
struct gate {
    const real *dy, *relu;
};

/* Of at most a block of rows. Kernels see through a relu; what another activation lets through is written
 * to the part's own memory. */
static struct gate gate_at(const struct call *k, const struct part *p, size_t row, size_t rows)
{
    const struct activation *a = k->layer->epilogue.activation;
    size_t at = row * (size_t)k->c;
    struct gate g = {k->io->dy + at, NULL};

    if (!a)
        return g;
    if (a->is_relu) {
        g.relu = k->io->y + at;
        return g;
    }
    a->backward(k->kernels, rows * (size_t)k->c, k->io->y + at, k->io->dy + at, p->gate, false);
    g.dy = p->gate;
    return g;
}

/* Hands the gradient of rows [row, row + rows) to the shortcut that the epilogue added. */
static void backward_shortcut(const struct call *k, size_t row, size_t rows, struct gate g)
{
    size_t at = row * (size_t)k->c, n = rows * (size_t)k->c;

    if (!k->layer->epilogue.add || !k->io->dx[1])
        return;
    if (g.relu)
        k->kernels->relu_backward(n, g.relu, g.dy, k->io->dx[1] + at, k->io->add[1]);
    else
        gradient_write(n, g.dy, k->io->dx[1] + at, k->io->add[1]);
}

static void set_center(const struct call *k, struct part *p, size_t first_group)
{
    for (int g = 0, c = 0; g < k->groups; g++)
        for (int i = 0; i < k->per; i++, c++)
            p->center[c] = k->center[first_group + (size_t)g];
}

/* p->sum_dy and sum_dyx of rows [row, row + rows); center holds what p->center shall. */
static void sum_gradients(const struct call *k, struct part *p, const real *center, size_t row,
                          size_t rows)
{
    size_t step = pass_rows(k);

    memset(p->sum_dy, 0, (size_t)k->c * sizeof *p->sum_dy);
    memset(p->sum_dyx, 0, (size_t)k->c * sizeof *p->sum_dyx);
    for (size_t r = row; r < row + rows; r += step) {
        size_t n = row + rows - r < step ? row + rows - r : step;
        struct gate g = gate_at(k, p, r, n);

        backward_shortcut(k, r, n, g);
        k->kernels->columns_sums(n, k->c, k->io->x[0] + r * (size_t)k->c, g.dy, g.relu, center,
                                 p->sum_dy, p->sum_dyx);
    }
}

/* Turns the two sums of each channel into dx = dy * scale + valid * ((x - center) * slope + shift),
 * and adds to dgamma and dbeta. rows: how many count. */
static void backward_coefficients(const struct call *k, struct part *p, size_t first_group,
                                  double rows)
{
    double share = k->fixed || rows == 0 ? 0 : 1 / (rows * k->per);

    for (int g = 0, first = 0; g < k->groups; g++, first += k->per) {
        size_t at = first_group + (size_t)g;
        double rstd = k->rstd[at], rest = k->rest[at], mean_g = 0, mean_gx = 0;

        for (int c = first; c < first + k->per; c++) {
            double dy_xhat = (p->sum_dyx[c] - rest * p->sum_dy[c]) * rstd;
            double gamma = k->gamma ? k->gamma[c] : 1;

            p->dgamma[c] += dy_xhat;
            p->dbeta[c] += p->sum_dy[c];
            mean_g += gamma * p->sum_dy[c];
            mean_gx += gamma * dy_xhat;
        }
        mean_g *= share;
        mean_gx *= share;
        for (int c = first; c < first + k->per; c++) {
            p->scale[c] = (real)((k->gamma ? k->gamma[c] : 1) * rstd);
            p->slope[c] = (real)(-rstd * rstd * mean_gx);
            p->shift[c] = (real)(-rstd * mean_g + rest * rstd * rstd * mean_gx);
        }
    }
}

/* dx of rows [row, row + rows), the last first, by the coefficients in `of`; own: whose gate to use. */
static void write_gradient(const struct call *k, const struct part *of, const struct part *own,
                           size_t row, size_t rows)
{
    size_t step = pass_rows(k);

    for (size_t left = rows, n; k->io->dx[0] && left > 0; left -= n) {
        size_t r, at;
        struct gate g;

        n = left % step ? left % step : step;
        r = row + left - n;
        at = r * (size_t)k->c;
        g = gate_at(k, own, r, n);
        k->kernels->columns_backward(n, k->c, k->io->x[0] + at, g.dy, g.relu, of->center, of->scale,
                                     of->slope, of->shift, k->fixed ? NULL : mask_at(k, r),
                                     k->io->dx[0] + at, k->io->add[0], k->stream);
    }
}

static void sum_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number), first_part = part_at(k, 0);
    size_t count, first = part_items(k, number, &count);

    sum_gradients(k, &p, first_part.center, first, count);
}

static void write_part(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, 0), own = part_at(k, number);
    size_t count, first = part_items(k, number, &count);

    write_gradient(k, &p, &own, first, count);
}

static void backward_batch(struct call *k)
{
    struct part p = part_at(k, 0);

    set_center(k, &p, 0);
    parallel_run(k->io->threads, k->parts, sum_part, k);
    for (int i = 1; i < k->parts; i++) {
        struct part other = part_at(k, i);

        for (int c = 0; c < k->c; c++) {
            p.sum_dy[c] += other.sum_dy[c];
            p.sum_dyx[c] += other.sum_dyx[c];
        }
    }
    memset(p.dgamma, 0, (size_t)k->c * sizeof *p.dgamma);
    memset(p.dbeta, 0, (size_t)k->c * sizeof *p.dbeta);
    backward_coefficients(k, &p, 0, count_rows(k, 0, k->items));
    parallel_run(k->io->threads, k->parts, write_part, k);
}

static void backward_samples(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);
    size_t count, first = part_items(k, number, &count), rows = k->item_rows;

    memset(p.dgamma, 0, (size_t)k->c * sizeof *p.dgamma);
    memset(p.dbeta, 0, (size_t)k->c * sizeof *p.dbeta);
    for (size_t i = first; i < first + count; i++) {
        set_center(k, &p, i * (size_t)k->groups);
        sum_gradients(k, &p, p.center, i * rows, rows);
        backward_coefficients(k, &p, i * (size_t)k->groups, count_rows(k, i * rows, rows));
        write_gradient(k, &p, &p, i * rows, rows);
    }
}

static void backward_positions(void *context, int number)
{
    const struct call *k = context;
    struct part p = part_at(k, number);
    size_t count, first = part_items(k, number, &count), step = pass_rows(k);

    memset(p.dgamma, 0, (size_t)k->c * sizeof *p.dgamma);
    memset(p.dbeta, 0, (size_t)k->c * sizeof *p.dbeta);
    for (size_t r = first; r < first + count; r += step) {
        size_t n = first + count - r < step ? first + count - r : step, at = r * (size_t)k->c,
               g = r * (size_t)k->groups;
        struct gate gate = gate_at(k, &p, r, n);

        backward_shortcut(k, r, n, gate);
        if (gate.relu) {
            k->kernels->relu_backward(n * (size_t)k->c, gate.relu, gate.dy, p.gate, false);
            gate.dy = p.gate;
        }
        k->kernels->rows_backward(n * (size_t)k->groups, k->per, k->groups, k->io->x[0] + at,
                                  gate.dy, k->gamma, k->center + g, k->rest + g, k->rstd + g,
                                  k->io->dx[0] ? k->io->dx[0] + at : NULL, k->io->add[0], p.dgamma,
                                  p.dbeta);
    }
}

static void write_param(const struct call *k, const double *sum, real *gradient)
{
    for (int c = 0; c < k->c; c++)
        gradient[c] = (real)(k->io->add_param ? gradient[c] + sum[c] : sum[c]);
}

/* The parameters' gradient from the parts that have one. */
static void write_params(const struct call *k, int parts)
{
    struct part p = part_at(k, 0);

    for (int i = 1; i < parts; i++) {
        struct part other = part_at(k, i);

        for (int c = 0; c < k->c; c++) {
            p.dgamma[c] += other.dgamma[c];
            p.dbeta[c] += other.dbeta[c];
        }
    }
    if (k->gamma)
        write_param(k, p.dgamma, k->io->dparam + k->m->gamma);
    if (k->beta)
        write_param(k, p.dbeta, k->io->dparam + k->m->beta);
}

void norm_backward(const struct layer *l, struct io *io)
{
    struct call k;

    call_init(&k, l, io);
    if (k.m->partition.across_samples) {
        backward_batch(&k);
        write_params(&k, 1);
        return;
    }
    parallel_run(io->threads, k.parts, k.m->by_rows ? backward_positions : backward_samples, &k);
    write_params(&k, k.parts);
}
