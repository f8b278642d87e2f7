/* The backward pass of all norms by partition. */
#include "base/system/parallel.h"
#include "kernels/also_avx2.h"
#include "layers/norms/engine/norm_internal.h"
#include <math.h>
#include <string.h>

/* The gradient of the norm's output before the epilogue, of some rows. It is dy when relu is NULL. Otherwise relu is the
 * output of the epilogue's relu: the gradient is dy where relu > 0, else 0. */
struct upstream {
    const real *dy, *relu;
};

/* Returns the gradient before the epilogue for the rows [row, row + rows). The kernels that read the gradient apply the
 * relu. The derivative of another activation is applied here, and the gradient is written to p->dy_block. */
static struct upstream upstream_at(const struct norm_call *k, const struct norm_task *p, size_t row,
                                   size_t rows)
{
    const struct activation *a = k->layer->epilogue.activation;
    size_t at = row * (size_t)k->c;
    struct upstream g = {k->io->dy + at, NULL};

    if (a && a->is_relu) {
        g.relu = k->io->y + at;
    } else if (a) {
        a->backward(k->kernels, rows * (size_t)k->c, k->io->y + at, g.dy, p->dy_block, false);
        g.dy = p->dy_block;
    }
    return g;
}

/* Writes the gradient of the shortcut that the epilogue added, for rows [row, row + rows). */
static void backward_shortcut(const struct norm_call *k, size_t row, size_t rows, struct upstream g)
{
    size_t at = row * (size_t)k->c, n = rows * (size_t)k->c;

    if (!k->layer->epilogue.add || !k->io->dx[1])
        return;
    if (g.relu)
        k->kernels->relu_backward(n, g.relu, g.dy, k->io->dx[1] + at, k->io->add[1]);
    else
        gradient_write(n, g.dy, k->io->dx[1] + at, k->io->add[1]);
}

/* Copies the means of a slab's groups to p->center and p->low, one for each channel. */
static void set_center(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u)
{
    if (k->group_channels == 1 && !p->low) {
        memcpy(p->center, k->center + u->first_group, (size_t)k->c * sizeof *p->center);
        return;
    }
    for (int g = 0, c = 0; g < k->groups; g++)
        for (int i = 0; i < k->group_channels; i++, c++) {
            p->center[c] = k->center[u->first_group + (size_t)g];
            if (p->low)
                p->low[c] = k->mean_low[u->first_group + (size_t)g];
        }
}

/* Sums dy and dy * (x - center) over a slab's rows by the kernels `by`. With shortcut = true, also writes the gradient
 * of the shortcut. */
static void sum_rows(const struct norm_call *k, const struct kernels *by, struct norm_task *p,
                     const real *center, const struct norm_slab *u, bool shortcut)
{
    size_t step = u->block_rows;

    memset(p->sum_dy, 0, (size_t)k->c * sizeof *p->sum_dy);
    memset(p->sum_dyx, 0, (size_t)k->c * sizeof *p->sum_dyx);
    for (size_t i = 0; i < u->rows; i += step) {
        size_t n = u->rows - i < step ? u->rows - i : step, row = u->first + i * u->stride;
        struct upstream g = upstream_at(k, p, row, n);

        by->columns_sums(n, k->c, k->io->x[0] + row * (size_t)k->c, g.dy, g.relu, center, p->sum_dy,
                         p->sum_dyx);
        if (shortcut)
            backward_shortcut(k, row, n, g);
    }
}

ALSO_AVX2 static bool sums_are_finite(const struct norm_call *k, const struct norm_task *p)
{
    const double *restrict dy = p->sum_dy, *restrict dyx = p->sum_dyx;
    int64_t infinite = 0; /* 64 bits, so that the compiler can vectorize it together with doubles */

    for (int c = 0; c < k->c; c++) /* v - v is 0 when v is finite, else NaN */
        infinite |= (dy[c] - dy[c]) + (dyx[c] - dyx[c]) == 0 ? 0 : 1;
    return !infinite;
}

/* Sums dy and dy * (x - center) over a slab's rows into p->sum_dy and p->sum_dyx. When a sum is not finite, because a
 * product overflowed real, the plain kernels sum again in double. */
static void sum_gradients(const struct norm_call *k, struct norm_task *p, const real *center,
                          const struct norm_slab *u)
{
    sum_rows(k, k->statistics, p, center, u, true);
    if (!sums_are_finite(k, p))
        sum_rows(k, &kernels_plain, p, center, u, false);
}

/* Computes the coefficients scale, slope and shift of dx from the two sums of each channel, and adds the slab's
 * gradients of gamma and beta to dgamma and dbeta. rows: the number of rows that count in the sums. */
static void backward_coefficients(const struct norm_call *k, struct norm_task *p,
                                  const struct norm_slab *u, double rows)
{
    double inverse_count = k->from_running || rows == 0 ? 0 : 1 / (rows * k->group_channels);

    if (norm_by_channels(k))
        norm_backward_channels(k, p, u, inverse_count);
    else
        norm_backward_groups(k, p, u, inverse_count, rows);
    norm_round_coefficients(k, p, true);
}

/* The values x - center of some rows, which the coefficient slope multiplies. */
struct centered {
    const real *x, *center;
};

/* Returns the input of rows [row, row + rows) and its centers. For scale=l1, returns the signs of x - mean, which are
 * written to own->signs, and zeros. */
static struct centered centered_at(const struct norm_call *k, const struct norm_task *by,
                                   const struct norm_task *own, size_t row, size_t rows)
{
    if (!k->deviation || k->m->scale != NORM_SCALE_L1)
        return (struct centered){k->io->x[0] + row * (size_t)k->c, by->center};
    k->kernels->columns_signs(rows, k->c, k->io->x[0] + row * (size_t)k->c, by->center, by->low,
                              own->signs);
    return (struct centered){own->signs, by->zero};
}

/* As the kernel columns_backward(), but in double, for coefficients that would lose digits as real. */
static void write_exactly(const struct norm_call *k, const struct norm_task *by, struct centered d,
                          struct upstream g, size_t row, size_t rows)
{
    size_t c = (size_t)k->c;

    for (size_t i = 0; i < rows * c; i++) {
        size_t at = row * c + i, j = i % c;
        bool counts = !k->mask || k->mask[row + i / c];
        double dy = g.relu && g.relu[i] <= 0 ? 0 : g.dy[i], dx = dy * by->exact_scale[j];

        if (counts)
            dx += ((double)d.x[i] - d.center[j]) * by->exact_slope[j] + by->exact_shift[j];
        k->io->dx[0][at] = (real)(k->io->add[0] ? k->io->dx[0][at] + dx : dx);
    }
}

/* Writes dx of a block of rows from the gradient g of these rows, by the coefficients in `by`. Rows that do not count
 * are in no sum, so their dx is dy * scale alone. */
static void write_block(const struct norm_call *k, const struct norm_task *by, struct centered d,
                        struct upstream g, size_t row, size_t rows)
{
    size_t c = (size_t)k->c;

    for (size_t r = 0, n; r < rows; r += n) {
        bool counts = !k->mask || k->mask[row + r];

        for (n = k->mask ? 1 : rows; r + n < rows && (k->mask[row + r + n] != 0) == counts;)
            n++;
        k->kernels->columns_backward(n, k->c, d.x + r * c, g.dy + r * c,
                                     g.relu ? g.relu + r * c : NULL, d.center, by->scale,
                                     counts ? by->slope : by->zero, counts ? by->shift : by->zero,
                                     k->io->dx[0] + (row + r) * c, k->io->add[0], k->stream);
    }
}

/* Writes dx of a slab's rows, from the last block to the first, by the coefficients in `by`. own: the task whose
 * dy_block and signs may be overwritten. */
static void write_gradient(const struct norm_call *k, const struct norm_task *by,
                           const struct norm_task *own, const struct norm_slab *u)
{
    size_t step = u->block_rows;

    for (size_t left = u->rows, n; k->io->dx[0] && left > 0; left -= n) {
        struct centered d;
        size_t row;

        n = left % step ? left % step : step;
        row = u->first + (left - n) * u->stride;
        d = centered_at(k, by, own, row, n);
        if (by->exact)
            write_exactly(k, by, d, upstream_at(k, own, row, n), row, n);
        else
            write_block(k, by, d, upstream_at(k, own, row, n), row, n);
    }
}

/* Sets a task's sums for the gradients of the parameters to 0. Also fills p->zero, if there is one. */
static void clear_params(const struct norm_call *k, struct norm_task *p)
{
    memset(p->dgamma, 0, (size_t)k->c * sizeof *p->dgamma);
    memset(p->dbeta, 0, (size_t)k->c * sizeof *p->dbeta);
    if (p->deps)
        memset(p->deps, 0, (size_t)k->c * sizeof *p->deps);
    if (p->zero)
        memset(p->zero, 0, (size_t)k->c * sizeof *p->zero);
}

static void sum_task(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task p = norm_task_at(k, number);
    struct norm_slab rows = norm_task_rows(k, number);

    sum_gradients(k, &p, k->shared->center, &rows);
}

static void write_task(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task own = norm_task_at(k, number);
    struct norm_slab rows = norm_task_rows(k, number);

    write_gradient(k, k->shared, &own, &rows);
}

static void add_columns(const struct norm_call *k, double *to, const double *from)
{
    for (int c = 0; c < k->c; c++)
        to[c] += from[c];
}

/* Sums over the rows of the batch, which is one slab, into the sums of p. */
static void sum_one_slab(struct norm_call *k, struct norm_task *p)
{
    parallel_run(k->io->threads, k->tasks, sum_task, k);
    for (int i = 1; i < k->tasks; i++) {
        struct norm_task other = norm_task_at(k, i);

        add_columns(k, p->sum_dy, other.sum_dy);
        add_columns(k, p->sum_dyx, other.sum_dyx);
    }
}

/* Computes the coefficients of dx from a slab's sums, and adds the slab's gradients of gamma and beta. With workers that
 * share their statistics, the first round is for the gradients of gamma and beta, from this worker's sums. The second
 * round is for dx, from the sums of all workers. Returns true in the first round, in which nothing more is to be done
 * for the slab. */
static bool exchange_sums(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u)
{
    double rows =
        k->round == ROUND_SECOND ? norm_take(k, u, p->sum_dy, p->sum_dyx) : norm_count_rows(k, u);

    if (k->round == ROUND_FIRST)
        norm_share(k, u, rows, p->sum_dy, p->sum_dyx);
    backward_coefficients(k, p, u, rows);
    return k->round == ROUND_FIRST;
}

static void backward_one_slab(struct norm_call *k)
{
    struct norm_task p = norm_task_at(k, 0);
    struct norm_slab u = norm_slab_at(k, 0);

    set_center(k, &p, &u);
    k->shared = &p;
    if (k->round != ROUND_SECOND)
        sum_one_slab(k, &p);
    clear_params(k, &p);
    if (exchange_sums(k, &p, &u))
        return;
    parallel_run(k->io->threads, k->tasks, write_task, k);
    if (k->deviation)
        norm_add_peaks(k, &p, &u);
}

/* Calls sum_gradients() for each part of a slab (norm_slab_parts()), and adds the sums of the parts. */
static void sum_slab(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u)
{
    double *sum_dy = p->exact_scale, *sum_dyx = p->exact_shift; /* of the parts so far */
    size_t bytes = (size_t)k->c * sizeof *sum_dy;
    int parts = norm_slab_parts(k, u);

    for (int i = 0; i < parts; i++) {
        struct norm_slab part = norm_slab_part(k, u, i, parts);

        sum_gradients(k, p, p->center, &part);
        if (i > 0) {
            add_columns(k, sum_dy, p->sum_dy);
            add_columns(k, sum_dyx, p->sum_dyx);
        } else if (parts > 1) {
            memcpy(sum_dy, p->sum_dy, bytes);
            memcpy(sum_dyx, p->sum_dyx, bytes);
        }
    }
    if (parts > 1) {
        memcpy(p->sum_dy, sum_dy, bytes);
        memcpy(p->sum_dyx, sum_dyx, bytes);
    }
}

static void backward_slabs(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task p = norm_task_at(k, number);
    size_t count, first = norm_task_items(k, number, &count);

    clear_params(k, &p);
    for (size_t i = first; i < first + count; i++) {
        struct norm_slab u = norm_slab_at(k, i);

        set_center(k, &p, &u);
        if (k->round != ROUND_SECOND)
            sum_slab(k, &p, &u);
        if (exchange_sums(k, &p, &u))
            continue;
        write_gradient(k, &p, &p, &u);
        if (k->deviation)
            norm_add_peaks(k, &p, &u);
    }
}

static void backward_rows(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task p = norm_task_at(k, number);
    size_t count, first = norm_task_items(k, number, &count), step = k->pass_rows;

    clear_params(k, &p);
    for (size_t r = first; r < first + count; r += step) {
        size_t n = first + count - r < step ? first + count - r : step, at = r * (size_t)k->c,
               g = r * (size_t)k->groups;
        struct upstream up = upstream_at(k, &p, r, n);

        backward_shortcut(k, r, n, up);
        if (up.relu) {
            k->kernels->relu_backward(n * (size_t)k->c, up.relu, up.dy, p.dy_block, false);
            up.dy = p.dy_block;
        }
        k->kernels->rows_backward(
            n * (size_t)k->groups, k->group_channels, k->groups, !k->m->uncentered,
            k->io->x[0] + at, up.dy, k->gamma, k->center + g, k->mean_low + g, k->rstd + g,
            k->io->dx[0] ? k->io->dx[0] + at : NULL, k->io->add[0], p.dgamma, p.dbeta);
    }
}

/* Writes the gradient of a gamma that all channels share, from that of each channel's gamma / sqrt(C). */
static void write_shared_gamma(const struct norm_call *k, const double *dgamma)
{
    double sum = 0;

    for (int c = 0; c < k->c; c++)
        sum += dgamma[c];
    sum /= sqrt(k->c);
    io_write_dparam(k->io, 1, &sum, k->io->dparam + k->m->gamma);
}

/* Writes the gradients of the parameters: the sums over the first `tasks` tasks. */
static void write_params(const struct norm_call *k, int tasks)
{
    struct norm_task p = norm_task_at(k, 0);
    size_t c = (size_t)k->c;

    for (int i = 1; i < tasks; i++) {
        struct norm_task other = norm_task_at(k, i);

        add_columns(k, p.dgamma, other.dgamma);
        add_columns(k, p.dbeta, other.dbeta);
        if (p.deps)
            add_columns(k, p.deps, other.deps);
    }
    if (k->gamma && k->m->shared_gamma)
        write_shared_gamma(k, p.dgamma);
    else if (k->gamma)
        io_write_dparam(k->io, c, p.dgamma, k->io->dparam + k->m->gamma);
    if (k->beta)
        io_write_dparam(k->io, c, p.dbeta, k->io->dparam + k->m->beta);
    for (size_t i = 0; p.deps && i < c; i++) /* the derivative of |eps_l| is its sign */
        p.deps[i] *= (k->eps_l[i] > 0) - (k->eps_l[i] < 0);
    if (p.deps)
        io_write_dparam(k->io, c, p.deps, k->io->dparam + k->m->eps_l);
}

void norm_backward(const struct layer *l, struct io *io)
{
    struct norm_call k;

    norm_call_init(&k, l, io);
    if (k.one_slab)
        backward_one_slab(&k);
    else
        parallel_run(io->threads, k.tasks, k.m->by_rows ? backward_rows : backward_slabs, &k);
    if (k.round != ROUND_SECOND)
        write_params(&k, k.one_slab ? 1 : k.tasks);
}
