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

static void rows_forward(size_t rows, int length, int groups, bool centered, const real *x,
                         const real *gamma, const real *beta, double eps, real *y, real *center,
                         real *mean_low, real *rstd)
{
    if (length < LANES) {
        kernels_plain.rows_forward(rows, length, groups, centered, x, gamma, beta, eps, y, center,
                                   mean_low, rstd);
        return;
    }
    for (size_t r = 0; r < rows; r++, x += length, y += length) {
        size_t at = r % (size_t)groups * (size_t)length;
        const real *g = gamma ? gamma + at : NULL, *b = beta ? beta + at : NULL;
        struct row_sums sum;
        real near = 0;
        double mean = 0, m2, s;

        if (centered)
            near = (real)(x[0] + row_shifted_sums(length, x, x[0], false).total / length);
        sum = row_shifted_sums(length, x, near, true);
        m2 = sum.squares;
        if (centered) {
            mean = near + sum.total / length;
            m2 -= sum.total * sum.total / length;
        }
        if (!isfinite(m2)) { /* the sum of squares overflowed real */
            kernels_plain.rows_forward(1, length, 1, centered, x, g, b, eps, y, center + r,
                                       mean_low + r, rstd + r);
            continue;
        }
        center[r] = (real)mean;
        mean_low[r] = (real)(mean - center[r]);
        s = 1 / sqrt((m2 < 0 ? 0 : m2) / length + eps);
        rstd[r] = isinf((real)s) ? 0 : (real)s;
        for (int j = 0; j < length; j += LANES) {
            int n = length - j < LANES ? length - j : LANES;
            vec v = ((load(x + j, n) - center[r]) - mean_low[r]) * rstd[r];

            store(y + j, v * slice(g, j, n, 1) + slice(b, j, n, 0), n);
        }
    }
}

/* Writes dx of one row, or adds to it when add is true. */
INLINE void row_backward(int length, bool centered, const real *x, const real *dy,
                         const real *gamma, real center, real mean_low, real rstd, real *dx,
                         bool add)
{
    double sum_g = 0, sum_gx = 0;
    real mean_g, mean_gx;

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
    mean_g = centered ? (real)(sum_g / length) : 0;
    mean_gx = (real)(sum_gx / length);
    for (int j = 0; j < length; j += LANES) {
        int n = length - j < LANES ? length - j : LANES;
        vec xhat = ((load(x + j, n) - center) - mean_low) * rstd;
        vec d = (load(dy + j, n) * slice(gamma, j, n, 1) - mean_g - xhat * mean_gx) * rstd;

        store_or_add(dx + j, d, n, add);
    }
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
        for (int i = 0; i < n; i++) {
            dbeta[j + i] += s[i];
            dgamma[j + i] += q[i];
        }
    }
}

static void rows_backward(size_t rows, int length, int groups, bool centered, const real *x,
                          const real *dy, const real *gamma, const real *center,
                          const real *mean_low, const real *rstd, real *dx, bool add,
                          double *dgamma, double *dbeta)
{
    size_t step = (size_t)groups, block = step * BLOCK / 4;

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
        for (size_t r = first; dx && r < first + n; r++) {
            size_t at = r * (size_t)length;
            const real *own = gamma ? gamma + r % step * (size_t)length : NULL;

            row_backward(length, centered, x + at, dy + at, own, center[r], mean_low[r], rstd[r],
                         dx + at, add);
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

static void softmax_rows_backward(size_t rows, int length, real scale, const real *y,
                                  const real *dy, real *dx)
{
    for (size_t r = 0; r < rows; r++, y += length, dy += length, dx += length) {
        double total = 0;
        real mean;

        for (int first = 0; first < length; first += SPAN) {
            int end = length - first < SPAN ? length : first + SPAN;
            vec sum = {0};

            for (int j = first; j < end; j += LANES) {
                int n = end - j < LANES ? end - j : LANES;

                sum += load(y + j, n) * load(dy + j, n);
            }
            total += lanes_sum(sum);
        }
        mean = (real)total;
        for (int j = 0; j < length; j += LANES) {
            int n = length - j < LANES ? length - j : LANES;

            store(dx + j, scale * load(y + j, n) * (load(dy + j, n) - mean), n);
        }
    }
}

#endif
