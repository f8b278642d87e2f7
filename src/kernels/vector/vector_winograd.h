/* Winograd's transforms (kernels.h), with the points 0, P, -P, Q, -Q and infinity. As P Q = 1, and as the points are
 * pairs of opposite numbers, a transform of 6 values along one dimension takes 10 multiplications. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_WINOGRAD_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_WINOGRAD_H

#include "kernels/vector/vector_columns.h"
#include "kernels/winograd.h"

enum { IN = WINOGRAD_IN, OUT = WINOGRAD_OUT };

#define P  WINOGRAD_P
#define Q  WINOGRAD_Q
#define P2 (P * P)
#define Q2 (Q * Q)

/* Multiplies by the first three rows of B^T (half = 0) or by the last three (half = 1) along one dimension: from 6 values
 * to 3. A tile is transformed in two halves, because the processor has fewer vector registers than a tile has values. */
INLINE void spread_input(const vec d[IN], int half, vec t[IN / 2])
{
    const real sum = P2 + Q2;

    if (half == 0) {
        vec even = d[4] - d[2] * Q2, odd = d[3] - d[1] * Q2;

        t[0] = d[0] + d[4] - d[2] * sum;
        t[1] = even + odd * P;
        t[2] = even - odd * P;
    } else {
        vec even = d[4] - d[2] * P2, odd = d[3] - d[1] * P2;

        t[0] = even + odd * Q;
        t[1] = even - odd * Q;
        t[2] = d[1] + d[5] - d[3] * sum;
    }
}

/* The rows of the image that a row of tiles reads. Only the rows [first, last) of them are inside of the image. */
struct tile_rows {
    const real *x; /* the first row at column 0 */
    size_t stride;
    int first, last, width;
};

/* Transforms one column of a tile's inputs by a half of B^T. whole: all rows are inside of the image. */
INLINE void input_column(const struct tile_rows *r, int column, int c, int lanes, bool whole,
                         int half, vec t[IN / 2])
{
    const real *x = r->x + (ptrdiff_t)column * c;
    vec d[IN] = {{0}};

    for (int i = 0; i < IN; i++)
        if (whole || (i >= r->first && i < r->last))
            d[i] = load(x + (size_t)i * r->stride, lanes);
    spread_input(d, half, t);
}

/* As input_column(), for a column that may be outside of the image. Inputs there are 0. */
INLINE void edge_column(const struct tile_rows *r, int column, int c, int lanes, bool whole,
                        int half, vec t[IN / 2])
{
    if (column >= 0 && column < r->width)
        input_column(r, column, c, lanes, whole, half, t);
    else
        t[0] = t[1] = t[2] = (vec){0};
}

/* Computes three of the six rows of planes, those of one half, for all tiles. left: the column of the image at which the
 * first tile starts. */
INLINE void input_tiles(int tiles, int c, int lanes, const struct tile_rows *r, int left,
                        bool whole, int half, real *u, size_t plane)
{
    /* the tile's transformed columns, one half; the last two columns are the first two of the next tile */
    vec column[IN][IN / 2];

    edge_column(r, left, c, lanes, whole, half, column[0]);
    edge_column(r, left + 1, c, lanes, whole, half, column[1]);
    for (int t = 0; t < tiles; t++, left += OUT, u += c) {
        if (left + 2 >= 0 && left + IN <= r->width)
            for (int j = 2; j < IN; j++)
                input_column(r, left + j, c, lanes, whole, half, column[j]);
        else
            for (int j = 2; j < IN; j++)
                edge_column(r, left + j, c, lanes, whole, half, column[j]);
        for (int i = 0; i < IN / 2; i++) {
            const vec d[IN] = {column[0][i], column[1][i], column[2][i],
                               column[3][i], column[4][i], column[5][i]};
            real *to = u + (size_t)(IN * (half * IN / 2 + i)) * plane;
            vec row[IN];

            spread_input(d, 0, row);
            spread_input(d, 1, row + IN / 2);
            for (int j = 0; j < IN; j++)
                store(to + (size_t)j * plane, row[j], lanes);
            column[0][i] = column[4][i];
            column[1][i] = column[5][i];
        }
    }
}

static void winograd_input(int tiles, int c, const real *x, int h, int w, int top, int left,
                           real *u, size_t plane)
{
    struct tile_rows r = {.stride = (size_t)w * (size_t)c, .width = w};

    r.first = top < 0 ? -top : 0;
    r.last = h - top < IN ? h - top : IN;
#define TILES(at, lanes, whole)                                                                    \
    (r.x = x + (ptrdiff_t)top * w * c + (ptrdiff_t)(at),                                           \
     input_tiles(tiles, c, lanes, &r, left, whole, 0, u + (at), plane),                            \
     input_tiles(tiles, c, lanes, &r, left, whole, 1, u + (at), plane))
#define WHOLE(at, lanes) TILES(at, lanes, true)
#define EDGE(at, lanes)  TILES(at, lanes, false)
    if (r.first == 0 && r.last == IN)
        FOR_VECTORS(0, (size_t)c, WHOLE);
    else
        FOR_VECTORS(0, (size_t)c, EDGE);
#undef TILES
#undef WHOLE
#undef EDGE
}

/* Multiplies by A^T along one dimension: from 6 values to 4. */
INLINE void gather_output(const vec m[IN], vec y[OUT])
{
    vec p_sum = m[1] + m[2], p_difference = (m[1] - m[2]) * P, q_sum = m[3] + m[4],
        q_difference = (m[3] - m[4]) * Q;

    y[0] = m[0] + p_sum + q_sum;
    y[1] = p_difference + q_difference;
    y[2] = p_sum * P2 + q_sum * Q2;
    y[3] = m[5] + p_difference * P2 + q_difference * Q2;
}

INLINE void output_tiles(int tiles, int c, int lanes, const real *m, size_t plane, int height,
                         int width, real *y, size_t stride, bool add)
{
    for (int t = 0; t < tiles; t++, m += c) {
        vec column[IN][OUT];

        for (int j = 0; j < IN; j++) {
            vec d[IN];

            for (int i = 0; i < IN; i++)
                d[i] = load(m + (size_t)(IN * i + j) * plane, lanes);
            gather_output(d, column[j]);
        }
        for (int i = 0; i < OUT; i++) {
            const vec d[IN] = {column[0][i], column[1][i], column[2][i],
                               column[3][i], column[4][i], column[5][i]};
            real *to = y + (size_t)i * stride + (size_t)(OUT * t) * (size_t)c;
            vec row[OUT];

            if (i == height)
                break;
            gather_output(d, row);
            for (int j = 0; j < OUT && OUT * t + j < width; j++)
                store_or_add(to + (size_t)j * (size_t)c, row[j], lanes, add);
        }
    }
}

static void winograd_output(int tiles, int c, const real *m, size_t plane, int height, int width,
                            real *y, size_t stride, bool add)
{
#define STEP(at, lanes)                                                                            \
    output_tiles(tiles, c, lanes, m + (at), plane, height, width, y + (at), stride, add)
    FOR_VECTORS(0, (size_t)c, STEP);
#undef STEP
}

/* Transforms a tile of n x n values to m x m values. along(in[n], out[m]) transforms each column, then each row.
 * get(i, j) returns a value of the tile; put(i, j, v) stores a result. */
#define TRANSFORM(along, n, m, get, put)                                                           \
    do {                                                                                           \
        vec column_[n][m];                                                                         \
                                                                                                   \
        for (int j_ = 0; j_ < (n); j_++) {                                                         \
            vec in_[n];                                                                            \
                                                                                                   \
            for (int i_ = 0; i_ < (n); i_++)                                                       \
                in_[i_] = get(i_, j_);                                                             \
            along(in_, column_[j_]);                                                               \
        }                                                                                          \
        for (int i_ = 0; i_ < (m); i_++) {                                                         \
            vec in_[n], out_[m];                                                                   \
                                                                                                   \
            for (int j_ = 0; j_ < (n); j_++)                                                       \
                in_[j_] = column_[j_][i_];                                                         \
            along(in_, out_);                                                                      \
            for (int j_ = 0; j_ < (m); j_++)                                                       \
                put(i_, j_, out_[j_]);                                                             \
        }                                                                                          \
    } while (0)

/* Multiplies by A along one dimension: from 4 values to 6. */
INLINE void spread_gradient(const vec y[OUT], vec v[IN])
{
    vec p_even = y[0] + y[2] * P2, p_odd = (y[1] + y[3] * P2) * P, q_even = y[0] + y[2] * Q2,
        q_odd = (y[1] + y[3] * Q2) * Q;

    v[0] = y[0];
    v[1] = p_even + p_odd;
    v[2] = p_even - p_odd;
    v[3] = q_even + q_odd;
    v[4] = q_even - q_odd;
    v[5] = y[3];
}

INLINE void gradient_tiles(int tiles, int c, int lanes, const real *dy, size_t stride, int height,
                           int width, real *v, size_t plane)
{
#define GET(i, j)                                                                                  \
    (OUT * t + (j) < width && (i) < height                                                         \
         ? load(dy + (size_t)(i)*stride + (size_t)(OUT * t + (j)) * (size_t)c, lanes)              \
         : (vec){0})
#define PUT(i, j, value) store(v + (size_t)(IN * (i) + (j)) * plane, value, lanes)
    for (int t = 0; t < tiles; t++, v += c)
        TRANSFORM(spread_gradient, OUT, IN, GET, PUT);
#undef GET
#undef PUT
}

static void winograd_gradient(int tiles, int c, const real *dy, size_t stride, int height,
                              int width, real *v, size_t plane)
{
#define STEP(at, lanes)                                                                            \
    gradient_tiles(tiles, c, lanes, dy + (at), stride, height, width, v + (at), plane)
    FOR_VECTORS(0, (size_t)c, STEP);
#undef STEP
}

/* The inverses of the divisors in G, for the points P and -P, and for Q and -Q. */
#define P_SCALE (1 / (2 * P2 * (P2 - Q2)))
#define Q_SCALE (1 / (2 * Q2 * (Q2 - P2)))

/* Multiplies by G along one dimension: from 3 values to 6. */
INLINE void spread_filter(const vec g[3], vec w[IN])
{
    vec p_even = (g[0] + g[2] * P2) * P_SCALE, p_odd = g[1] * (P * P_SCALE),
        q_even = (g[0] + g[2] * Q2) * Q_SCALE, q_odd = g[1] * (Q * Q_SCALE);

    w[0] = g[0];
    w[1] = p_even + p_odd;
    w[2] = p_even - p_odd;
    w[3] = q_even + q_odd;
    w[4] = q_even - q_odd;
    w[5] = g[2];
}

INLINE void filter_vector(const real *const g[9], size_t at, int lanes, real *w, size_t plane)
{
#define GET(i, j)    load(g[3 * (i) + (j)] + at, lanes)
#define PUT(i, j, v) store(w + (size_t)(IN * (i) + (j)) * plane + at, v, lanes)
    TRANSFORM(spread_filter, 3, IN, GET, PUT);
#undef GET
#undef PUT
}

static void winograd_filter(size_t n, const real *const g[9], real *w, size_t plane)
{
#define STEP(at, lanes) filter_vector(g, at, lanes, w, plane)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

/* Multiplies by G^T along one dimension: from 6 values to 3. */
INLINE void gather_filter(const vec w[IN], vec g[3])
{
    vec p_sum = (w[1] + w[2]) * P_SCALE, q_sum = (w[3] + w[4]) * Q_SCALE;

    g[0] = w[0] + p_sum + q_sum;
    g[1] = (w[1] - w[2]) * (P * P_SCALE) + (w[3] - w[4]) * (Q * Q_SCALE);
    g[2] = w[5] + p_sum * P2 + q_sum * Q2;
}

enum { PARTS = LANES / DOUBLES };

/* Converts v to double. (For __builtin_convertvector(), gcc 12 makes twice as many instructions.) */
INLINE void widen(vec v, doubles part[PARTS])
{
#ifdef NORMLAB_REAL_DOUBLE
    part[0] = v;
#elif VECTOR_BYTES == 64
    part[0] = _mm512_cvtps_pd(_mm512_castps512_ps256((__m512)v));
    part[1] = _mm512_cvtps_pd(_mm512_extractf32x8_ps((__m512)v, 1));
#else
    part[0] = _mm256_cvtps_pd(_mm256_castps256_ps128((__m256)v));
    part[1] = _mm256_cvtps_pd(_mm256_extractf128_ps((__m256)v, 1));
#endif
}

/* Stores v to `to`; with add, adds v to the values there. */
INLINE void store_total(double *to, vec v, int lanes, bool add)
{
    doubles part[PARTS];

    if (lanes < LANES) {
        for (int i = 0; i < lanes; i++)
            to[i] = add ? to[i] + v[i] : v[i];
        return;
    }
    widen(v, part);
    for (int i = 0; i < PARTS; i++, to += DOUBLES) {
        doubles before;

        memcpy(&before, to, sizeof before);
        part[i] = add ? before + part[i] : part[i];
        memcpy(to, &part[i], sizeof part[i]);
    }
}

INLINE void filter_gradient_vector(const real *dw, size_t plane, int lanes, bool add, double *dg,
                                   size_t tap)
{
#define GET(i, j)    load(dw + (size_t)(IN * (i) + (j)) * plane, lanes)
#define PUT(i, j, v) store_total(dg + (size_t)(3 * (i) + (j)) * tap, v, lanes, add)
    TRANSFORM(gather_filter, IN, 3, GET, PUT);
#undef GET
#undef PUT
}

static void winograd_filter_gradient(size_t n, const real *dw, size_t plane, bool add, double *dg,
                                     size_t tap)
{
#define STEP(at, lanes) filter_gradient_vector(dw + (at), plane, lanes, add, dg + (at), tap)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

#undef P
#undef Q
#undef P2
#undef Q2
#undef P_SCALE
#undef Q_SCALE

#endif
