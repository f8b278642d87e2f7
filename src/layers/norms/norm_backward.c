/* The backward pass of every norm. */
#include "base/system/parallel.h"
#include "layers/norms/norm_call.h"
#include <string.h>

static double count_rows(const struct norm_call *k, const struct norm_unit *u)
{
    size_t n = 0;

    if (!k->mask)
        return (double)u->rows;
    for (size_t i = 0; i < u->rows; i++)
        n += k->mask[u->first + i * u->stride] != 0;
    return (double)n;
}

/* Where the gradient behind the epilogue comes from: dy, through a relu whose output is given. */
struct gate {
    const real *dy, *relu;
};

/* Of at most a block of rows. Kernels see through a relu; what another activation lets through is written
 * to the part's own memory. */
static struct gate gate_at(const struct norm_call *k, const struct norm_part *p, size_t row,
                           size_t rows)
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
static void backward_shortcut(const struct norm_call *k, size_t row, size_t rows, struct gate g)
{
    size_t at = row * (size_t)k->c, n = rows * (size_t)k->c;

    if (!k->layer->epilogue.add || !k->io->dx[1])
        return;
    if (g.relu)
        k->kernels->relu_backward(n, g.relu, g.dy, k->io->dx[1] + at, k->io->add[1]);
    else
        gradient_write(n, g.dy, k->io->dx[1] + at, k->io->add[1]);
}

static void set_center(const struct norm_call *k, struct norm_part *p, const struct norm_unit *u)
{
    for (int g = 0, c = 0; g < k->groups; g++)
        for (int i = 0; i < k->per; i++, c++)
            p->center[c] = k->center[u->groups_at + (size_t)g];
}

static void sum_rows(const struct norm_call *k, const struct kernels *by, struct norm_part *p,
                     const real *center, const struct norm_unit *u, bool shortcut)
{
    size_t step = norm_unit_step(k, u);

    memset(p->sum_dy, 0, (size_t)k->c * sizeof *p->sum_dy);
    memset(p->sum_dyx, 0, (size_t)k->c * sizeof *p->sum_dyx);
    for (size_t i = 0; i < u->rows; i += step) {
        size_t n = u->rows - i < step ? u->rows - i : step, row = u->first + i * u->stride;
        struct gate g = gate_at(k, p, row, n);

        by->columns_sums(n, k->c, k->io->x[0] + row * (size_t)k->c, g.dy, g.relu, center, p->sum_dy,
                         p->sum_dyx);
        if (shortcut)
            backward_shortcut(k, row, n, g);
    }
}

static bool sums_are_finite(const struct norm_call *k, const struct norm_part *p)
{
    double sum = 0;

    for (int c = 0; c < k->c; c++)
        sum += (p->sum_dy[c] - p->sum_dy[c]) + (p->sum_dyx[c] - p->sum_dyx[c]);
    return sum == 0;
}

/* p->sum_dy and sum_dyx of a unit's rows; center holds what p->center shall. Products that a real cannot hold are summed
 * up once more in double. */
static void sum_gradients(const struct norm_call *k, struct norm_part *p, const real *center,
                          const struct norm_unit *u)
{
    sum_rows(k, k->statistics, p, center, u, true);
    if (!sums_are_finite(k, p))
        sum_rows(k, &kernels_plain, p, center, u, false);
}

/* Turns the two sums of each channel into dx = dy * scale + valid * ((x - center) * slope + shift),
 * and adds to dgamma and dbeta. rows: how many count. */
static void backward_coefficients(const struct norm_call *k, struct norm_part *p,
                                  const struct norm_unit *u, double rows)
{
    double share = k->fixed || rows == 0 ? 0 : 1 / (rows * k->per);

    p->head->exact = false;
    for (int g = 0, first = 0; g < k->groups; g++, first += k->per) {
        size_t at = u->groups_at + (size_t)g;
        double rstd = k->rstd[at], rest = k->rest[at], mean_g = 0, mean_gx = 0;
        double factor = k->factor ? k->factor[at] : 1, offset = k->offset ? k->offset[at] : 0;

        for (int c = first; c < first + k->per; c++) {
            double dy_xhat = (p->sum_dyx[c] - rest * p->sum_dy[c]) * rstd;
            double gamma = factor * (k->gamma ? k->gamma[c] : 1);

            p->dgamma[c] += factor * dy_xhat + offset * p->sum_dy[c];
            p->dbeta[c] += p->sum_dy[c];
            mean_g += gamma * p->sum_dy[c];
            mean_gx += gamma * dy_xhat;
        }
        mean_g *= k->m->uncentered ? 0 : share;
        mean_gx *= share;
        for (int c = first; c < first + k->per; c++) {
            p->exact_scale[c] = factor * (k->gamma ? k->gamma[c] : 1) * rstd;
            p->exact_slope[c] = -rstd * rstd * mean_gx;
            p->exact_shift[c] = -rstd * mean_g - rest * p->exact_slope[c];
            p->scale[c] = (real)p->exact_scale[c];
            p->slope[c] = (real)p->exact_slope[c];
            p->shift[c] = (real)p->exact_shift[c];
            p->head->exact |=
                norm_needs_double(p->exact_scale[c]) || norm_needs_double(p->exact_slope[c]);
        }
    }
}

/* columns_backward with coefficients that real cannot hold. */
static void write_exactly(const struct norm_call *k, const struct norm_part *of, struct gate g,
                          size_t row, size_t rows)
{
    size_t c = (size_t)k->c;

    for (size_t i = 0; i < rows * c; i++) {
        size_t at = row * c + i, j = i % c;
        bool counts = !k->mask || k->mask[row + i / c];
        double dy = g.relu && g.relu[i] <= 0 ? 0 : g.dy[i], dx = dy * of->exact_scale[j];

        if (counts)
            dx +=
                ((double)k->io->x[0][at] - of->center[j]) * of->exact_slope[j] + of->exact_shift[j];
        k->io->dx[0][at] = (real)(k->io->add[0] ? k->io->dx[0][at] + dx : dx);
    }
}

/* dx of a block of rows, whose gate is g, by the coefficients in `of`. Rows that do not count make none of
 * the sums: only dy reaches them. */
static void write_block(const struct norm_call *k, const struct norm_part *of, struct gate g,
                        size_t row, size_t rows)
{
    size_t c = (size_t)k->c;

    for (size_t r = 0, n; r < rows; r += n) {
        bool counts = !k->mask || k->mask[row + r];
        size_t at = (row + r) * c;

        for (n = k->mask ? 1 : rows; r + n < rows && (k->mask[row + r + n] != 0) == counts;)
            n++;
        k->kernels->columns_backward(n, k->c, k->io->x[0] + at, g.dy + r * c,
                                     g.relu ? g.relu + r * c : NULL, of->center, of->scale,
                                     counts ? of->slope : of->zero, counts ? of->shift : of->zero,
                                     k->io->dx[0] + at, k->io->add[0], k->stream);
    }
}

/* dx of a unit's rows, the last first, by the coefficients in `of`; own: whose gate to use. */
static void write_gradient(const struct norm_call *k, const struct norm_part *of,
                           const struct norm_part *own, const struct norm_unit *u)
{
    size_t step = norm_unit_step(k, u);

    for (size_t left = u->rows, n; k->io->dx[0] && left > 0; left -= n) {
        size_t row;

        n = left % step ? left % step : step;
        row = u->first + (left - n) * u->stride;
        if (of->head->exact)
            write_exactly(k, of, gate_at(k, own, row, n), row, n);
        else
            write_block(k, of, gate_at(k, own, row, n), row, n);
    }
}

static void clear_params(const struct norm_call *k, struct norm_part *p)
{
    memset(p->dgamma, 0, (size_t)k->c * sizeof *p->dgamma);
    memset(p->dbeta, 0, (size_t)k->c * sizeof *p->dbeta);
    if (k->mask && p->zero)
        memset(p->zero, 0, (size_t)k->c * sizeof *p->zero);
}

static void sum_part(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number), first_part = norm_part_at(k, 0);
    struct norm_unit rows = norm_part_unit(k, number);

    sum_gradients(k, &p, first_part.center, &rows);
}

static void write_part(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, 0), own = norm_part_at(k, number);
    struct norm_unit rows = norm_part_unit(k, number);

    write_gradient(k, &p, &own, &rows);
}

static void backward_split(struct norm_call *k)
{
    struct norm_part p = norm_part_at(k, 0);
    struct norm_unit u = norm_unit_at(k, 0);

    set_center(k, &p, &u);
    parallel_run(k->io->threads, k->parts, sum_part, k);
    for (int i = 1; i < k->parts; i++) {
        struct norm_part other = norm_part_at(k, i);

        for (int c = 0; c < k->c; c++) {
            p.sum_dy[c] += other.sum_dy[c];
            p.sum_dyx[c] += other.sum_dyx[c];
        }
    }
    clear_params(k, &p);
    backward_coefficients(k, &p, &u, count_rows(k, &u));
    parallel_run(k->io->threads, k->parts, write_part, k);
}

static void backward_units(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number);
    size_t count, first = norm_part_items(k, number, &count);

    clear_params(k, &p);
    for (size_t i = first; i < first + count; i++) {
        struct norm_unit u = norm_unit_at(k, i);

        set_center(k, &p, &u);
        sum_gradients(k, &p, p.center, &u);
        backward_coefficients(k, &p, &u, count_rows(k, &u));
        write_gradient(k, &p, &p, &u);
    }
}

static void backward_positions(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_part p = norm_part_at(k, number);
    size_t count, first = norm_part_items(k, number, &count), step = norm_pass_rows(k);

    clear_params(k, &p);
    for (size_t r = first; r < first + count; r += step) {
        size_t n = first + count - r < step ? first + count - r : step, at = r * (size_t)k->c,
               g = r * (size_t)k->groups;
        struct gate gate = gate_at(k, &p, r, n);

        backward_shortcut(k, r, n, gate);
        if (gate.relu) {
            k->kernels->relu_backward(n * (size_t)k->c, gate.relu, gate.dy, p.gate, false);
            gate.dy = p.gate;
        }
        k->kernels->rows_backward(n * (size_t)k->groups, k->per, k->groups, !k->m->uncentered,
                                  k->io->x[0] + at, gate.dy, k->gamma, k->center + g, k->rest + g,
                                  k->rstd + g, k->io->dx[0] ? k->io->dx[0] + at : NULL,
                                  k->io->add[0], p.dgamma, p.dbeta);
    }
}

static void write_param(const struct norm_call *k, const double *sum, real *gradient)
{
    for (int c = 0; c < k->c; c++)
        gradient[c] = (real)(k->io->add_param ? gradient[c] + sum[c] : sum[c]);
}

/* The parameters' gradient from the parts that have one. */
static void write_params(const struct norm_call *k, int parts)
{
    struct norm_part p = norm_part_at(k, 0);

    for (int i = 1; i < parts; i++) {
        struct norm_part other = norm_part_at(k, i);

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
    struct norm_call k;

    norm_call_init(&k, l, io);
    if (k.split) {
        backward_split(&k);
        write_params(&k, 1);
        return;
    }
    parallel_run(io->threads, k.parts, k.m->by_rows ? backward_positions : backward_units, &k);
    write_params(&k, k.parts);
}
