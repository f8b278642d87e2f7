/* The forward pass of every norm. */
#include "base/system/parallel.h"
#include "layers/norms/norm_call.h"
#include <math.h>
#include <string.h>

/* Takes the moments of so many rows at x into p->total. */
static void add_moments(const struct norm_call *k, struct norm_part *p, size_t rows, const real *x)
{
    bool first = p->total.count == 0;
    struct column_moments *to = first ? &p->total : &p->block;

    if (rows == 0)
        return;
    k->statistics->columns_moments(rows, k->c, x, to->mean, to->m2);
    to->count = (double)rows;
    if (!first)
        columns_merge(k->c, &p->total, &p->block);
}

/* Of the rows that count: put together first, so that how much padding lies between them leaves no trace
 * in the sums' rounding. */
static void measure_packed(const struct norm_call *k, struct norm_part *p,
                           const struct norm_unit *u)
{
    size_t c = (size_t)k->c, step = norm_moment_rows(k->c), packed = 0;

    memset(p->total.mean, 0, c * sizeof *p->total.mean);
    memset(p->total.m2, 0, c * sizeof *p->total.m2);
    for (size_t i = 0, r = u->first; i < u->rows; i++, r += u->stride) {
        if (k->mask && !k->mask[r])
            continue;
        memcpy(p->packed + packed * c, k->io->x[0] + r * c, c * sizeof(real));
        if (++packed == step) {
            add_moments(k, p, packed, p->packed);
            packed = 0;
        }
    }
    add_moments(k, p, packed, p->packed);
}

/* Moments of a unit's rows into p->total. */
static void measure(const struct norm_call *k, struct norm_part *p, const struct norm_unit *u)
{
    size_t step = norm_moment_rows(k->c);

    p->total.count = 0;
    if (k->mask || u->stride > 1) {
        measure_packed(k, p, u);
        return;
    }
    for (size_t r = 0; r < u->rows; r += step)
        add_moments(k, p, u->rows - r < step ? u->rows - r : step,
                    k->io->x[0] + (u->first + r) * (size_t)k->c);
}

/* Saves what the passes need of group g. */
static void save_group(const struct norm_call *k, size_t g, double mean, double var, bool empty)
{
    double rstd = 1 / sqrt(var + k->m->eps);

    k->center[g] = (real)mean;
    k->rest[g] = (real)(mean - k->center[g]);
    k->rstd[g] = empty || isinf((real)rstd) ? 0 : (real)rstd;
}

/* What adjust makes of group `group` of a unit. */
static void save_adjustment(const struct norm_call *k, const struct norm_unit *u, int group,
                            struct norm_moments batch, double count)
{
    struct norm_adjustment a = {1, 0}; /* of a group in which nothing counts */

    if (count > 0)
        a = k->m->adjust(k->layer, k->io, k->m, batch, norm_running_of(k, u->place, group));
    k->factor[u->groups_at + (size_t)group] = (real)a.factor;
    k->offset[u->groups_at + (size_t)group] = (real)a.offset;
}

/* The moments of `per` channels that all count the same rows, as one. */
static struct norm_batch_moments join_channels(const struct norm_call *k, const double *mean,
                                               const double *m2, double count)
{
    double center = 0, between = 0, within = 0;

    for (int i = 0; i < k->per; i++)
        center += mean[i] - mean[0];
    center = k->m->uncentered ? 0 : mean[0] + center / k->per;
    for (int i = 0; i < k->per; i++) {
        between += (mean[i] - center) * (mean[i] - center);
        within += m2[i];
    }
    return (struct norm_batch_moments){center, within + count * between};
}

/* From the moments of channels to the groups of a unit. */
static void save_groups(const struct norm_call *k, const struct norm_unit *u,
                        const struct column_moments *t)
{
    for (int g = 0; g < k->groups; g++) {
        size_t at = u->groups_at + (size_t)g;
        struct norm_batch_moments all =
            join_channels(k, t->mean + g * k->per, t->m2 + g * k->per, t->count);
        double var = t->count > 0 ? all.m2 / (t->count * k->per) : 0;

        save_group(k, at, all.mean, var, t->count == 0);
        if (k->unit_moments)
            k->unit_moments[at] = all;
        if (k->factor)
            save_adjustment(k, u, g, (struct norm_moments){all.mean, var}, t->count);
    }
    if (k->unit_counts)
        k->unit_counts[u->number] = t->count;
}

static void save_running(const struct norm_call *k, const struct norm_unit *u)
{
    size_t place = norm_place_known(k, u->place);

    for (int g = 0; g < k->groups; g++) {
        struct norm_moments running = norm_running_of(k, place, g);

        save_group(k, u->groups_at + (size_t)g, running.mean, running.var, false);
    }
}

/* y = (x - center) * scale + shift for the groups of a unit. */
static void forward_coefficients(const struct norm_call *k, struct norm_part *p,
                                 const struct norm_unit *u)
{
    p->head->exact = false;
    for (int g = 0, c = 0; g < k->groups; g++) {
        size_t at = u->groups_at + (size_t)g;
        double rstd = k->rstd[at], rest = k->rest[at];
        double factor = k->factor ? k->factor[at] : 1, offset = k->offset ? k->offset[at] : 0;

        for (int i = 0; i < k->per; i++, c++) {
            double gamma = k->gamma ? k->gamma[c] : 1, a = gamma * factor * rstd;

            p->center[c] = k->center[at];
            p->exact_scale[c] = a;
            p->exact_shift[c] = (k->beta ? k->beta[c] : 0.0) + gamma * offset - rest * a;
            p->scale[c] = (real)a;
            p->shift[c] = (real)p->exact_shift[c];
            p->head->exact |= norm_needs_double(a);
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

/* columns_apply with coefficients that real cannot hold. */
static void apply_exactly(const struct norm_call *k, const struct norm_part *p, size_t row,
                          size_t rows)
{
    size_t c = (size_t)k->c;

    for (size_t i = row * c; i < (row + rows) * c; i++)
        k->io->y[i] = (real)(((double)k->io->x[0][i] - p->center[i % c]) * p->exact_scale[i % c] +
                             p->exact_shift[i % c]);
}

/* From the last row to the first: the rows that were measured last are still in cache. */
static void apply(const struct norm_call *k, const struct norm_part *p, const struct norm_unit *u)
{
    size_t step = norm_unit_step(k, u), c = (size_t)k->c;

    for (size_t left = u->rows, n; left > 0; left -= n) {
        size_t row;

        n = left % step ? left % step : step;
        row = u->first + (left - n) * u->stride;
        if (p->head->exact)
            apply_exactly(k, p, row, n);
        else
            k->kernels->columns_apply(n, k->c, k->io->x[0] + row * c, p->center, p->scale, p->shift,
                                      k->io->y + row * c, k->stream && !norm_has_epilogue(k));
        epilogue_forward(k, row, n);
    }
}

static void measure_part(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number);
    struct norm_unit rows = norm_part_unit(k, number);

    measure(k, &p, &rows);
    p.head->count = p.total.count;
}

static void apply_part(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, 0);
    struct norm_unit rows = norm_part_unit(k, number);

    apply(k, &p, &rows);
}

/* Parts share the rows of one unit. */
static void forward_split(struct norm_call *k)
{
    struct norm_part p = norm_part_at(k, 0);
    struct norm_unit u = norm_unit_at(k, 0);

    if (k->fixed) {
        save_running(k, &u);
    } else {
        parallel_run(k->io->threads, k->parts, measure_part, k);
        p.total.count = p.head->count;
        for (int i = 1; i < k->parts; i++) {
            struct norm_part other = norm_part_at(k, i);

            other.total.count = other.head->count;
            columns_merge(k->c, &p.total, &other.total);
        }
        save_groups(k, &u, &p.total);
    }
    forward_coefficients(k, &p, &u);
    parallel_run(k->io->threads, k->parts, apply_part, k);
}

/* A part has units of its own. */
static void forward_units(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number);
    size_t count, first = norm_part_items(k, number, &count);

    for (size_t i = first; i < first + count; i++) {
        struct norm_unit u = norm_unit_at(k, i);

        if (k->fixed) {
            save_running(k, &u);
        } else {
            measure(k, &p, &u);
            save_groups(k, &u, &p.total);
        }
        forward_coefficients(k, &p, &u);
        apply(k, &p, &u);
    }
}

/* Samples whose only position the mask leaves out: their groups have nothing that counts. */
static void clear_masked(const struct norm_call *k, size_t row, size_t rows)
{
    for (size_t r = row; k->mask && r < row + rows; r++) {
        real *y = k->io->y + r * (size_t)k->c;

        if (k->mask[r])
            continue;
        for (int c = 0; c < k->c; c++)
            y[c] = k->beta ? k->beta[c] : 0;
        for (int g = 0; g < k->groups; g++)
            k->rstd[r * (size_t)k->groups + (size_t)g] = 0;
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

        k->statistics->rows_forward(n * (size_t)k->groups, k->per, k->groups, !k->m->uncentered,
                                    k->io->x[0] + at, k->gamma, k->beta, k->m->eps, k->io->y + at,
                                    k->center + g, k->rest + g, k->rstd + g);
        clear_masked(k, r, n);
        epilogue_forward(k, r, n);
    }
}

void norm_forward(const struct layer *l, struct io *io)
{
    struct norm_call k;

    norm_call_init(&k, l, io);
    if (k.m->by_rows)
        parallel_run(io->threads, k.parts, forward_positions, &k);
    else if (k.split)
        forward_split(&k);
    else
        parallel_run(io->threads, k.parts, forward_units, &k);
    if (k.unit_moments)
        norm_update_running(&k);
}
