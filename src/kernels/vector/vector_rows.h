/* Rows: moments, and sums for the backward pass of softmax, along a row. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_ROWS_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_ROWS_H

#include "kernels/vector/vector.h"

struct row_sums {
    double total, squares;
};

/* Returns the sum of x - center over one row and, with squares = true, the sum of (x - center)^2. */
INLINE struct row_sums row_shifted_sums(int n, const real *x, real center, bool squares)
{
    struct row_sums sum = {0, 0};
    vec p = splat(center);

    for (int first = 0; first < n; first += SPAN) {
        int end = n - first < SPAN ? n : first + SPAN, j = first;
        vec s[GROUP] = {0}, q[GROUP] = {0};

        for (; j + WIDE <= end; j += WIDE)
            for (int v = 0; v < GROUP; v++) {
                vec d = load(x + j + v * LANES, LANES) - p;

                s[v] += d;
                if (squares)
                    q[v] += d * d;
            }
        for (; j + LANES <= end; j += LANES) {
            vec d = load(x + j, LANES) - p;

            s[0] += d;
            if (squares)
                q[0] += d * d;
        }
        sum.total += lanes_sum((s[0] + s[1]) + (s[2] + s[3]));
        if (squares)
            sum.squares += lanes_sum((q[0] + q[1]) + (q[2] + q[3]));
        for (; j < end; j++) {
            double d = x[j] - center;

            sum.total += d;
            sum.squares += d * d;
        }
    }
    return sum;
}

/* Loads `lanes` elements of v, from v[j] on. When v is NULL, returns `otherwise` in all lanes. */
INLINE vec slice(const real *v, int j, int lanes, real otherwise)
{
    return v ? load(v + j, lanes) : splat(otherwise);
}

/* y = (x - center - mean_low) * rstd * g + b for one row. g and b may be NULL, for 1 and 0. */
INLINE void row_apply(int length, const real *x, const real *g, const real *b, real center,
                      real mean_low, real rstd, real *y)
{
    for (int j = 0; j < length; j += LANES) {
        int n = length - j < LANES ? length - j : LANES;
        vec v = ((load(x + j, n) - center) - mean_low) * rstd;

        store(y + j, v * slice(g, j, n, 1) + slice(b, j, n, 0), n);
    }
}

/* Each step is computed for several rows before the next step begins. With one row at a time, the processor would wait
 * for the sum of the row's lanes. */
enum {
    SIDE = 8, /* largest number of rows at a time */
    /* largest number of elements of these rows together, so that they stay in the nearest cache; a single row may have
     * more */
    SIDE_ELEMENTS = 2048,
};

/* Returns how many rows are processed at a time. */
INLINE size_t rows_at_a_time(int length)
{
    size_t rows = (size_t)(SIDE_ELEMENTS / length);

    return rows > SIDE ? SIDE : rows > 1 ? rows : 1;
}

/* Writes center, mean_low and rstd of one row. sum: the sums of x - near and of its square; near: a number near the
 * mean. */
INLINE void row_moments(int length, bool centered, struct row_sums sum, real near, double eps,
                        real *center, real *mean_low, real *rstd)
{
    double mean = 0, m2 = sum.squares, s;

    if (centered) {
        mean = near + sum.total / length;
        m2 -= sum.total * sum.total / length;
    }
    *center = (real)mean;
    *mean_low = (real)(mean - *center);
    s = 1 / sqrt((m2 < 0 ? 0 : m2) / length + eps);
    *rstd = isinf((real)s) ? 0 : (real)s;
}

static void rows_forward(size_t rows, int length, int groups, bool centered, const real *x,
                         const real *gamma, const real *beta, double eps, real *y, real *center,
                         real *mean_low, real *rstd)
{
    size_t n = (size_t)length, step = rows_at_a_time(length);

    if (length < LANES) {
        kernels_plain.rows_forward(rows, length, groups, centered, x, gamma, beta, eps, y, center,
                                   mean_low, rstd);
        return;
    }
    for (size_t first = 0; first < rows; first += step) {
        size_t end = rows - first < step ? rows : first + step;
        struct row_sums sum[SIDE];
        real near[SIDE];

        for (size_t r = first; r < end; r++)
            near[r - first] =
                !centered
                    ? 0
                    : (real)(x[r * n] +
                             row_shifted_sums(length, x + r * n, x[r * n], false).total / length);
        for (size_t r = first; r < end; r++)
            sum[r - first] = row_shifted_sums(length, x + r * n, near[r - first], true);
        for (size_t r = first; r < end; r++)
            row_moments(length, centered, sum[r - first], near[r - first], eps, center + r,
                        mean_low + r, rstd + r);
        for (size_t r = first; r < end; r++) {
            size_t at = r % (size_t)groups * n;
            const real *g = gamma ? gamma + at : NULL, *b = beta ? beta + at : NULL;

            if (isfinite(sum[r - first].squares))
                row_apply(length, x + r * n, g, b, center[r], mean_low[r], rstd[r], y + r * n);
            else /* the sum of squares overflowed real */
                kernels_plain.rows_forward(1, length, 1, centered, x + r * n, g, b, eps, y + r * n,
                                           center + r, mean_low + r, rstd + r);
        }
    }
}

/* Means over one row: of g = dy * gamma, and of gx = g times the standardized x. Uncentered rows have g = 0. */
struct row_means {
    real g, gx;
};

INLINE struct row_means row_gradient_means(int length, bool centered, const real *x, const real *dy,
                                           const real *gamma, real center, real mean_low, real rstd)
{
    double sum_g = 0, sum_gx = 0;

    for (int first = 0; first < length; first += SPAN) {
        int end = length - first < SPAN ? length : first + SPAN;
        vec s = {0}, q = {0};

        for (int j = first; j < end; j += LANES) {
            int n = end - j < LANES ? end - j : LANES;
            vec g = load(dy + j, n) * slice(gamma, j, n, 1);

            s += g;
            q += g * (((load(x + j, n) - center) - mean_low) * rstd);
        }
        sum_g += lanes_sum(s);
        sum_gx += lanes_sum(q);
    }
    return (struct row_means){centered ? (real)(sum_g / length) : 0, (real)(sum_gx / length)};
}

/* Writes dx of one row, or adds to it when add is true. */
INLINE void row_backward(int length, struct row_means mean, const real *x, const real *dy,
                         const real *gamma, real center, real mean_low, real rstd, real *dx,
                         bool add)
{
    for (int j = 0; j < length; j += LANES) {
        int n = length - j < LANES ? length - j : LANES;
        vec xhat = ((load(x + j, n) - center) - mean_low) * rstd;
        vec d = (load(dy + j, n) * slice(gamma, j, n, 1) - mean.g - xhat * mean.gx) * rstd;

        store_or_add(dx + j, d, n, add);
    }
}

/* to[i] += lane i of v, for the first n lanes. */
INLINE void add_lanes(double *to, vec v, int n)
{
    real lane[LANES];

    store(lane, v, LANES);
    if (n == LANES)
        for (int i = 0; i < LANES; i++)
            to[i] += lane[i];
    else
        for (int i = 0; i < n; i++)
            to[i] += lane[i];
}

/* Adds the contributions of the rows 0, step, 2 * step, ... to dgamma and dbeta. These are the rows of one group. */
static void rows_params(size_t rows, size_t step, int length, const real *x, const real *dy,
                        const real *center, const real *mean_low, const real *rstd, double *dgamma,
                        double *dbeta)
{
    for (int j = 0; j < length; j += LANES) {
        int n = length - j < LANES ? length - j : LANES;
        vec s = {0}, q = {0};

        for (size_t r = 0; r < rows; r += step) {
            size_t at = r * (size_t)length + (size_t)j;
            vec g = load(dy + at, n);

            s += g;
            q += g * (((load(x + at, n) - center[r]) - mean_low[r]) * rstd[r]);
        }
        add_lanes(dbeta + j, s, n);
        add_lanes(dgamma + j, q, n);
    }
}

static void rows_backward(size_t rows, int length, int groups, bool centered, const real *x,
                          const real *dy, const real *gamma, const real *center,
                          const real *mean_low, const real *rstd, real *dx, bool add,
                          double *dgamma, double *dbeta)
{
    size_t step = (size_t)groups, block = step * BLOCK / 4, width = (size_t)length,
           side = rows_at_a_time(length);

    if (length < LANES) {
        kernels_plain.rows_backward(rows, length, groups, centered, x, dy, gamma, center, mean_low,
                                    rstd, dx, add, dgamma, dbeta);
        return;
    }
    for (size_t first = 0; first < rows; first += block) {
        size_t n = rows - first < block ? rows - first : block, from = first * (size_t)length;

        for (size_t g = 0; g < step && g < n; g++) {
            size_t at = from + g * (size_t)length;

            rows_params(n - g, step, length, x + at, dy + at, center + first + g,
                        mean_low + first + g, rstd + first + g, dgamma + g * (size_t)length,
                        dbeta + g * (size_t)length);
        }
        for (size_t r = first, end; dx && r < first + n; r = end) {
            struct row_means mean[SIDE];

            end = first + n - r < side ? first + n : r + side;
            for (size_t i = r; i < end; i++)
                mean[i - r] = row_gradient_means(length, centered, x + i * width, dy + i * width,
                                                 gamma ? gamma + i % step * width : NULL, center[i],
                                                 mean_low[i], rstd[i]);
            for (size_t i = r; i < end; i++)
                row_backward(length, mean[i - r], x + i * width, dy + i * width,
                             gamma ? gamma + i % step * width : NULL, center[i], mean_low[i],
                             rstd[i], dx + i * width, add);
        }
    }
}

static void weights_behind_affine(size_t rows, int c, const real *gamma, const real *beta,
                                  const real *w, const real *s, real *g, real *dgamma, real *dbeta)
{
    for (size_t r = 0; r < rows; r++, w += c, g += c) {
        double products = 0, sums = 0;

        for (int first = 0; first < c; first += SPAN) {
            int end = c - first < SPAN ? c : first + SPAN;
            vec p = {0}, q = {0};

            for (int j = first; j < end; j += LANES) {
                int n = end - j < LANES ? end - j : LANES;
                vec weight = load(w + j, n), sum = load(s + j, n), product = load(g + j, n);

                p += weight * product;
                q += weight * sum;
                store(g + j, product * gamma[r] + sum * beta[r], n);
            }
            products += lanes_sum(p);
            sums += lanes_sum(q);
        }
        dgamma[r] = (real)products;
        dbeta[r] = (real)sums;
    }
}

/* Returns the sum of y * dy over one row. */
INLINE real softmax_mean(int length, const real *y, const real *dy)
{
    double total = 0;

    for (int first = 0; first < length; first += SPAN) {
        int end = length - first < SPAN ? length : first + SPAN;
        vec sum = {0};

        for (int j = first; j < end; j += LANES) {
            int n = end - j < LANES ? end - j : LANES;

            sum += load(y + j, n) * load(dy + j, n);
        }
        total += lanes_sum(sum);
    }
    return (real)total;
}

static void softmax_rows_backward(size_t rows, int length, real scale, const real *y,
                                  const real *dy, real *dx)
{
    size_t n = (size_t)length, step = rows_at_a_time(length);

    for (size_t first = 0; first < rows; first += step) {
        size_t end = rows - first < step ? rows : first + step;
        real mean[SIDE];

        for (size_t r = first; r < end; r++)
            mean[r - first] = softmax_mean(length, y + r * n, dy + r * n);
        for (size_t r = first; r < end; r++)
            for (int j = 0; j < length; j += LANES) {
                size_t at = r * n + (size_t)j;
                int lanes = length - j < LANES ? length - j : LANES;

                store(dx + at,
                      scale * load(y + at, lanes) * (load(dy + at, lanes) - mean[r - first]),
                      lanes);
            }
    }
}

#endif
