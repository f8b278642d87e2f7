/* The forward pass of every norm. */
#include "base/parallel.h"
#include "layers/norm_call.h"
#include <math.h>
#include <string.h>

/* Takes the moments of so many rows at x into p->total. */
static void add_moments(const struct norm_call *k, struct norm_part *p, size_t rows, const real *x)
{
    bool first = p->total.count == 0;
    struct column_moments *to = first ? &p->total : &p->block;

    if (rows == 0)
        return;
    k->kernels->columns_moments(rows, k->c, x, to->mean, to->m2);
    to->count = (double)rows;
    if (!first)
        columns_merge(k->c, &p->total, &p->block);
}

/* Of the rows that count: put together first, so that how much padding lies between them leaves no trace
 * in the sums' rounding. */
static void measure_valid(const struct norm_call *k, struct norm_part *p, size_t row, size_t rows)
{
    size_t c = (size_t)k->c, step = norm_moment_rows(k->c), packed = 0;

    memset(p->total.mean, 0, c * sizeof *p->total.mean);
    memset(p->total.m2, 0, c * sizeof *p->total.m2);
    for (size_t r = row; r < row + rows; r++) {
        if (!k->mask[r])
            continue;
        memcpy(p->packed + packed * c, k->io->x[0] + r * c, c * sizeof(real));
        if (++packed == step) {
            add_moments(k, p, packed, p->packed);
            packed = 0;
        }
    }
    add_moments(k, p, packed, p->packed);
}

/* Moments of rows [row, row + rows) into p->total. */
static void measure(const struct norm_call *k, struct norm_part *p, size_t row, size_t rows)
{
    size_t step = norm_moment_rows(k->c);

    p->total.count = 0;
    if (k->mask) {
        measure_valid(k, p, row, rows);
        return;
    }
    for (size_t r = 0; r < rows; r += step)
        add_moments(k, p, rows - r < step ? rows - r : step,
                    k->io->x[0] + (row + r) * (size_t)k->c);
}

/* Saves what the passes need of group g. */
static void save_group(const struct norm_call *k, size_t g, double mean, double var, bool empty)
{
    k->center[g] = (real)mean;
    k->rest[g] = (real)(mean - k->center[g]);
    k->rstd[g] = empty ? 0 : (real)(1 / sqrt(var + k->m->eps));
}

/* Of groups that are single channels. */
static void save_channels(const struct norm_call *k, size_t first_group,
                          const struct column_moments *t)
{
    double count = t->count > 0 ? t->count : 1;

    for (int c = 0; c < k->c; c++)
        save_group(k, first_group + (size_t)c, t->mean[c], t->m2[c] / count, t->count == 0);
}

/* From the moments of channels, which all count the same rows, to groups [first_group, ...). */
static void save_groups(const struct norm_call *k, size_t first_group,
                        const struct column_moments *t)
{
    if (k->per == 1) {
        save_channels(k, first_group, t);
        return;
    }
    for (int g = 0; g < k->groups; g++) {
        const double *mean = t->mean + g * k->per, *m2 = t->m2 + g * k->per;
        double center = 0, between = 0, within = 0;

        for (int i = 0; i < k->per; i++)
            center += mean[i] - mean[0];
        center = k->m->uncentered ? 0 : mean[0] + center / k->per;
        for (int i = 0; i < k->per; i++) {
            between += (mean[i] - center) * (mean[i] - center);
            within += m2[i];
        }
        save_group(k, first_group + (size_t)g, center,
                   t->count > 0 ? (within / t->count + between) / k->per : 0, t->count == 0);
    }
}

/* y = (x - center) * scale + shift for the groups [first_group, ...). */
static void forward_coefficients(const struct norm_call *k, struct norm_part *p, size_t first_group)
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

static void epilogue_forward(const struct norm_call *k, size_t row, size_t rows)
{
    const struct epilogue *e = &k->layer->epilogue;
    size_t at = row * (size_t)k->c, n = rows * (size_t)k->c;
    real *y = k->io->y + at;

    if (e->add)
        k->kernels->sum(n, y, k->io->x[1] + at, y);
    if (e->activation)
        e->activation->forward(k->kernels, n, y, y);
}

/* From the last row to the first: the rows that were measured last are still in cache. */
static void apply(const struct norm_call *k, const struct norm_part *p, size_t row, size_t rows)
{
    size_t step = norm_pass_rows(k);

    for (size_t left = rows, n; left > 0; left -= n) {
        size_t at;

        n = left % step ? left % step : step;
        at = (row + left - n) * (size_t)k->c;
        k->kernels->columns_apply(n, k->c, k->io->x[0] + at, p->center, p->scale, p->shift,
                                  k->io->y + at, k->stream && !norm_has_epilogue(k));
        epilogue_forward(k, row + left - n, n);
    }
}

/* new = (1 - w) old + w batch */
static void update_running(const struct norm_call *k, const struct column_moments *batch)
{
    const struct norm *m = k->m;
    real *mean = k->io->state + m->mean, *var = k->io->state + m->var;
    double weight = m->momentum, n = batch->count;

    /* A mask may leave one value, which says nothing of the variance; a cumulative average takes all of a batch or
     * nothing of it. */
    if (n == 0 || (n == 1 && m->batches >= 0))
        return;
    if (m->batches >= 0) {
        real *batches = k->io->state + m->batches;

        *batches += 1;
        weight = 1 / (double)*batches;
    }
    for (int c = 0; c < k->c; c++) {
        double of_batch = batch->m2[c] / (m->running_var == RUNNING_VAR_UNBIASED ? n - 1 : n);

        mean[c] = (real)((1 - weight) * mean[c] + weight * batch->mean[c]);
        if (n > 1)
            var[c] = (real)((1 - weight) * var[c] + weight * of_batch);
    }
}

static void measure_part(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number);
    size_t count, first = norm_part_items(k, number, &count);

    measure(k, &p, first * k->item_rows, count * k->item_rows);
    *p.count = p.total.count;
}

static void apply_part(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, 0);
    size_t count, first = norm_part_items(k, number, &count);

    apply(k, &p, first * k->item_rows, count * k->item_rows);
}

/* A group spans the batch. */
static void forward_batch(struct norm_call *k)
{
    struct norm_part p = norm_part_at(k, 0);

    if (k->fixed) {
        const real *mean = k->io->state + k->m->mean, *var = k->io->state + k->m->var;

        for (int c = 0; c < k->c; c++)
            save_group(k, (size_t)c, mean[c], var[c], false);
    } else {
        parallel_run(k->io->threads, k->parts, measure_part, k);
        p.total.count = *p.count;
        for (int i = 1; i < k->parts; i++) {
            struct norm_part other = norm_part_at(k, i);

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
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number);
    size_t count, first = norm_part_items(k, number, &count);

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
    const struct norm_call *k = context;
    size_t count, first = norm_part_items(k, number, &count), step = norm_pass_rows(k);

    for (size_t r = first; r < first + count; r += step) {
        size_t n = first + count - r < step ? first + count - r : step, at = r * (size_t)k->c,
               g = r * (size_t)k->groups;

        k->kernels->rows_forward(n * (size_t)k->groups, k->per, k->groups, !k->m->uncentered,
                                 k->io->x[0] + at, k->gamma, k->beta, k->m->eps, k->io->y + at,
                                 k->center + g, k->rest + g, k->rstd + g);
        epilogue_forward(k, r, n);
    }
}

void norm_forward(const struct layer *l, struct io *io)
{
    struct norm_call k;

    norm_call_init(&k, l, io);
    if (k.m->partition.across_samples)
        forward_batch(&k);
    else
        parallel_run(io->threads, k.parts, k.m->by_rows ? forward_positions : forward_samples, &k);
}
