/* The kernels columns_absolute, columns_largest and columns_signs, for scales other than the variance. Rows are folded as
 * in vector_columns.h. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_DEVIATIONS_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_DEVIATIONS_H

#include "kernels/vector/vector_columns.h"

/* Returns 1, 0 or -1 as d is above, equal to or below 0. */
INLINE vec sign(vec d)
{
    return keep(d > 0, splat(1)) - keep(d < 0, splat(1));
}

/* Writes the two sums of columns_absolute() over at most BLOCK rows, for `vectors` vectors side by side. */
INLINE void absolute(size_t rows, size_t stride, int vectors, int lanes, const real *x,
                     const real *center, const real *low, real *total, real *signs)
{
    vec m[GROUP], l[GROUP], s[GROUP], q[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        l[v] = load(low + v * LANES, lanes);
        s[v] = q[v] = (vec){0};
    }
    for (size_t r = 0; r < rows; r++, x += stride)
        for (int v = 0; v < vectors; v++) {
            vec d = load(x + v * LANES, lanes) - m[v] - l[v];

            q[v] += magnitude(d);
            s[v] += sign(d);
        }
    for (int v = 0; v < vectors; v++) {
        store(total + v * LANES, q[v], lanes);
        store(signs + v * LANES, s[v], lanes);
    }
}

static void columns_absolute(size_t rows, int c, const real *x, const real *center, const real *low,
                             double *sum, double *signs)
{
    struct fold f = fold_rows(rows, c);
    real space[2][STRIP], total[STRIP], total_signs[STRIP];
    const real *m = repeat(&f, c, center, space[0]), *l = repeat(&f, c, low, space[1]);
    double last[2][WIDE];

    memset(sum, 0, (size_t)c * sizeof *sum);
    memset(signs, 0, (size_t)c * sizeof *signs);
    for (size_t first = 0; first < f.rows; first += BLOCK)
        for (size_t at = 0; at < f.width; at += STRIP) {
            size_t n = f.rows - first < BLOCK ? f.rows - first : BLOCK, i = first * f.width + at;
            int width = strip_width(&f, at);

#define PART(j, vectors, lanes)                                                                    \
    absolute(n, f.width, vectors, lanes, x + i + (j), m + at + (j), l + at + (j), total + (j),     \
             total_signs + (j))
            FOR_COLUMNS(width, PART);
#undef PART
            unfold_add(c, width, total, sum + at);
            unfold_add(c, width, total_signs, signs + at);
        }
    if (f.rows == 0 || !all_finite(c, sum)) {
        kernels_plain.columns_absolute(rows, c, x, center, low, sum, signs);
    } else if (f.remaining) {
        kernels_plain.columns_absolute(f.remaining, c, x + f.folded * (size_t)c, center, low,
                                       last[0], last[1]);
        for (int j = 0; j < c; j++) {
            sum[j] += last[0][j];
            signs[j] += last[1][j];
        }
    }
}

/* Writes the results of columns_largest() over folded rows, for `vectors` vectors side by side. row: numbers of folded
 * rows. */
INLINE void largest_of(size_t rows, size_t stride, int vectors, int lanes, const real *x,
                       const real *center, const real *low, real *largest, real *row)
{
    vec m[GROUP], l[GROUP], a[GROUP], b[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        l[v] = load(low + v * LANES, lanes);
        a[v] = splat(-1);
        b[v] = (vec){0};
    }
    for (size_t r = 0; r < rows; r++, x += stride) {
        vec number = splat((real)r);

        for (int v = 0; v < vectors; v++) {
            vec d = magnitude(load(x + v * LANES, lanes) - m[v] - l[v]);
            ivec larger = ~(d <= a[v]);

            a[v] = blend(larger, d, a[v]);
            b[v] = blend(larger, number, b[v]);
        }
    }
    for (int v = 0; v < vectors; v++) {
        store(largest + v * LANES, a[v], lanes);
        store(row + v * LANES, b[v], lanes);
    }
}

/* Each channel has f->factor columns in the folded rows. Writes the largest value of these columns to largest[c], and
 * the number of the row that has it to largest_row[c]; when several rows have it, the number of the first. value, row:
 * [factor * c], as largest_of() writes them. */
static void unfold_largest(const struct fold *f, int c, const real *value, const real *row,
                           double *largest, double *largest_row)
{
    for (int i = 0; i < f->factor; i++)
        for (int j = 0; j < c; j++) {
            double v = value[i * c + j], r = (double)row[i * c + j] * f->factor + i;

            if (i == 0 || v > largest[j] || (v == largest[j] && r < largest_row[j])) {
                largest[j] = v;
                largest_row[j] = r;
            }
        }
}

static void columns_largest(size_t rows, int c, const real *x, const real *center, const real *low,
                            double *largest, double *row)
{
    struct fold f = fold_rows(rows, c);
    real space[2][STRIP], value[STRIP], number[STRIP];
    const real *m = repeat(&f, c, center, space[0]), *l = repeat(&f, c, low, space[1]);
    double last[2][WIDE];

    for (size_t at = 0; at < f.width && f.rows > 0; at += STRIP) {
        int width = strip_width(&f, at);

#define PART(j, vectors, lanes)                                                                    \
    largest_of(f.rows, f.width, vectors, lanes, x + at + (j), m + at + (j), l + at + (j),          \
               value + (j), number + (j))
        FOR_COLUMNS(width, PART);
#undef PART
        unfold_largest(&f, c < width ? c : width, value, number, largest + at, row + at);
    }
    if (f.rows == 0) {
        kernels_plain.columns_largest(rows, c, x, center, low, largest, row);
    } else if (f.remaining) {
        kernels_plain.columns_largest(f.remaining, c, x + f.folded * (size_t)c, center, low,
                                      last[0], last[1]);
        for (int j = 0; j < c; j++)
            if (!(last[0][j] <= largest[j])) {
                largest[j] = last[0][j];
                row[j] = last[1][j] + (double)f.folded;
            }
    }
}

INLINE void sign_rows(size_t rows, size_t width, const real *x, const real *center, const real *low,
                      real *y)
{
#define STEP(j, lanes)                                                                             \
    store(y + (j),                                                                                 \
          sign(load(x + (j), lanes) - load(center + (j), lanes) - load(low + (j), lanes)), lanes)
    for (size_t r = 0; r < rows; r++, x += width, y += width)
        FOR_VECTORS(0, width, STEP);
#undef STEP
}

static void columns_signs(size_t rows, int c, const real *x, const real *center, const real *low,
                          real *y)
{
    struct fold f = fold_rows(rows, c);
    size_t done = f.folded * (size_t)c;
    real space[2][STRIP];
    const real *m = repeat(&f, c, center, space[0]), *l = repeat(&f, c, low, space[1]);

    sign_rows(f.rows, f.width, x, m, l, y);
    sign_rows(1, f.remaining * (size_t)c, x + done, m, l, y + done);
}

#endif
