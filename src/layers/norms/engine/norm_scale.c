/*
 * Norms that divide by another deviation than the root of the variance (norm.h, enum norm_scale).
 *
 * The deviation D of a group of n values that count, with d_i = x_i - mean:
 *   l1     D = sqrt(pi / 2) * (sum of |d_i|) / n
 *   linf   D = max of |d_i|
 * Then xhat = d * r with r = 1 / sqrt(D^2 + eps). With g = gamma * dy, and avg() over the values that count,
 *   dx = r * (g - avg(g)) - r^2 * D * avg(g * xhat) * (q - avg(q)),
 * where q_i = n * (the derivative of D by d_i):
 *   l1     q_i = sqrt(pi / 2) * sign(d_i)
 *   linf   q_i = n * sign(d_i) for the first value with the largest |d_i|, else 0.
 * For the variance, D * q_i is d_i, and avg(q) is 0. So the passes compute l1 as they compute the variance, but the
 * array of signs takes the place of x - center. For linf, the term with q is added to dx of one value in each group.
 */
#include "layers/norms/engine/norm_internal.h"

static const double ROOT_OF_HALF_PI = 1.2533141373155003;

/* The results of a channel over some rows are two numbers. For l1: the sums of |d| and of sign(d). For linf: the largest
 * |d|, and the number of the first row that has it. These two numbers are kept as mean and m2 of a struct
 * column_moments. */

/* Merges the results of channel j over later rows, `first` and `second`, into `to`. */
static void add_channel(const struct norm_call *k, struct column_moments *to, int j, double first,
                        double second)
{
    if (k->m->scale == NORM_SCALE_L1) {
        to->mean[j] += first;
        to->m2[j] += second;
    } else if (!(first <= to->mean[j])) {
        to->mean[j] = first;
        to->m2[j] = second;
    }
}

/* Measures rows [row, row + rows), and merges the results into own->block. */
static void add_block(const struct norm_call *k, const struct norm_task *by, struct norm_task *own,
                      size_t row, size_t rows)
{
    const real *x = k->io->x[0] + row * (size_t)k->c;
    bool l1 = k->m->scale == NORM_SCALE_L1;
    double *first = own->exact_slope, *second = own->peak; /* free memory until backward */

    if (l1)
        k->kernels->columns_absolute(rows, k->c, x, by->center, by->low, first, second);
    else
        k->kernels->columns_largest(rows, k->c, x, by->center, by->low, first, second);
    for (int j = 0; j < k->c; j++)
        add_channel(k, &own->block, j, first[j], l1 ? second[j] : (double)row + second[j]);
}

void norm_set_means(const struct norm_call *k, struct norm_task *p)
{
    for (int g = 0, c = 0; g < k->groups; g++) {
        double mean = norm_join_channels(k, p->total.mean + c, p->total.m2 + c, 0).mean;
        real center = (real)mean;

        for (int i = 0; i < k->group_channels; i++, c++) {
            p->center[c] = center;
            p->low[c] = (real)(mean - center);
        }
    }
}

void norm_measure_deviations(const struct norm_call *k, const struct norm_task *by,
                             struct norm_task *own, const struct norm_slab *u)
{
    /* Row by row, so that padding between rows does not change the rounding of sums. */
    size_t step = k->mask || u->stride > 1 ? 1 : k->moment_rows;

    for (int j = 0; j < k->c; j++) {
        own->block.mean[j] = k->m->scale == NORM_SCALE_L1 ? 0 : -1;
        own->block.m2[j] = 0;
    }
    for (size_t i = 0; i < u->rows; i += step) {
        size_t row = u->first + i * u->stride;

        if (!k->mask || k->mask[row])
            add_block(k, by, own, row, u->rows - i < step ? u->rows - i : step);
    }
}

void norm_merge_deviations(const struct norm_call *k, struct column_moments *a,
                           const struct column_moments *b)
{
    for (int j = 0; j < k->c; j++)
        add_channel(k, a, j, b->mean[j], b->m2[j]);
}

void norm_save_deviations(const struct norm_call *k, const struct norm_task *p,
                          const struct norm_slab *u, double count)
{
    double n = count * k->group_channels;

    for (int g = 0, c = 0; g < k->groups; g++) {
        struct norm_deviation *d = &k->deviation[u->first_group + (size_t)g];
        int first = c;

        *d = (struct norm_deviation){0};
        for (int i = 0; i < k->group_channels && n > 0; i++, c++) {
            double size = p->block.mean[c];

            if (k->m->scale == NORM_SCALE_L1) {
                d->size += ROOT_OF_HALF_PI * size / n;
                d->sign += p->block.m2[c] / n;
            } else if (c == first || !(size <= d->size)) {
                d->size = size;
                d->at = (size_t)p->block.m2[c] * (size_t)k->c + (size_t)c;
            }
        }
        if (k->m->scale == NORM_SCALE_LINF && n > 0) {
            double above = (double)k->io->x[0][d->at] - p->center[first] - p->low[first];

            d->sign = (above > 0) - (above < 0);
        }
    }
}

void norm_scale_coefficients(const struct norm_call *k, struct norm_task *p, int g, size_t group,
                             double n, double mean_gx)
{
    const struct norm_deviation *d = &k->deviation[group];
    double rstd = k->rstd[group], by_q = -rstd * rstd * d->size * mean_gx;
    bool l1 = k->m->scale == NORM_SCALE_L1;

    p->peak[g] = l1 ? 0 : by_q * n * d->sign;
    for (int c = g * k->group_channels; c < (g + 1) * k->group_channels; c++) {
        p->exact_slope[c] = l1 ? by_q * ROOT_OF_HALF_PI : 0;
        p->exact_shift[c] -= l1 ? p->exact_slope[c] * d->sign : by_q * d->sign;
    }
}

void norm_add_peaks(const struct norm_call *k, const struct norm_task *p, const struct norm_slab *u)
{
    for (int g = 0; g < k->groups && k->io->dx[0]; g++) {
        real *dx = &k->io->dx[0][k->deviation[u->first_group + (size_t)g].at];

        /* When no value of the group counts, the peak is 0 and dx may be in another task's rows, so it is not written. */
        if (p->peak[g] != 0)
            *dx = (real)(*dx + p->peak[g]);
    }
}
