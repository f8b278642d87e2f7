/* Winograd's transforms (kernels.h). The elements of B and A are 0, 1 and -1, so products with them are only sums. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_WINOGRAD_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_WINOGRAD_H

#include "kernels/vector/vector.h"

/* Multiplies by B^T along one dimension: from 4 values to 4. */
INLINE void spread_input(const vec d[4], vec t[4])
{
    t[0] = d[0] - d[2];
    t[1] = d[1] + d[2];
    t[2] = d[2] - d[1];
    t[3] = d[1] - d[3];
}

/* The four rows of the image that a row of tiles reads. Only the rows [first, last) of them are inside of the image. */
struct tile_rows {
    const real *x; /* the first row at column 0 */
    size_t stride;
    int first, last, width;
};

/* Transforms one column of four inputs. whole: all four rows are inside of the image. */
INLINE void input_column(const struct tile_rows *r, int column, int c, int lanes, bool whole,
                         vec t[4])
{
    const real *x = r->x + (ptrdiff_t)column * c;
    vec d[4] = {{0}, {0}, {0}, {0}};

    for (int i = 0; i < 4; i++)
        if (whole || (i >= r->first && i < r->last))
            d[i] = load(x + (size_t)i * r->stride, lanes);
    spread_input(d, t);
}

/* As input_column(), for a column that may be outside of the image. Inputs there are 0. */
INLINE void edge_column(const struct tile_rows *r, int column, int c, int lanes, bool whole,
                        vec t[4])
{
    if (column >= 0 && column < r->width)
        input_column(r, column, c, lanes, whole, t);
    else
        t[0] = t[1] = t[2] = t[3] = (vec){0};
}

INLINE void input_tiles(int tiles, int c, int lanes, const struct tile_rows *r, int left,
                        bool whole, real *u, size_t plane)
{
    vec column[4][4]; /* the tile's transformed columns; the last two are the next tile's first */

    edge_column(r, left, c, lanes, whole, column[0]);
    edge_column(r, left + 1, c, lanes, whole, column[1]);
    for (int t = 0; t < tiles; t++, left += 2, u += c) {
        if (left + 2 >= 0 && left + 3 < r->width) {
            input_column(r, left + 2, c, lanes, whole, column[2]);
            input_column(r, left + 3, c, lanes, whole, column[3]);
        } else {
            edge_column(r, left + 2, c, lanes, whole, column[2]);
            edge_column(r, left + 3, c, lanes, whole, column[3]);
        }
        for (int i = 0; i < 4; i++) {
            const vec d[4] = {column[0][i], column[1][i], column[2][i], column[3][i]};
            vec row[4];

            spread_input(d, row);
            for (int j = 0; j < 4; j++)
                store(u + (size_t)(4 * i + j) * plane, row[j], lanes);
            column[0][i] = column[2][i];
            column[1][i] = column[3][i];
        }
    }
}

static void winograd_input(int tiles, int c, const real *x, int h, int w, int top, int left,
                           real *u, size_t plane)
{
    struct tile_rows r = {.stride = (size_t)w * (size_t)c, .width = w};

    r.first = top < 0 ? -top : 0;
    r.last = h - top < 4 ? h - top : 4;
#define TILES(at, lanes, whole)                                                                    \
    (r.x = x + (ptrdiff_t)top * w * c + (ptrdiff_t)(at),                                           \
     input_tiles(tiles, c, lanes, &r, left, whole, u + (at), plane))
#define WHOLE(at, lanes) TILES(at, lanes, true)
#define EDGE(at, lanes)  TILES(at, lanes, false)
    if (r.first == 0 && r.last == 4)
        FOR_VECTORS(0, (size_t)c, WHOLE);
    else
        FOR_VECTORS(0, (size_t)c, EDGE);
#undef TILES
#undef WHOLE
#undef EDGE
}

/* Multiplies by A^T along one dimension: from 4 values to 2. */
INLINE void gather_output(const vec m[4], vec y[2])
{
    y[0] = m[0] + m[1] + m[2];
    y[1] = m[1] - m[2] - m[3];
}

INLINE void output_tiles(int tiles, int c, int lanes, const real *m, size_t plane, int height,
                         int width, real *y, size_t stride, bool add)
{
    for (int t = 0; t < tiles; t++, m += c) {
        vec column[4][2];

        for (int j = 0; j < 4; j++) {
            const vec d[4] = {load(m + (size_t)j * plane, lanes),
                              load(m + (size_t)(4 + j) * plane, lanes),
                              load(m + (size_t)(8 + j) * plane, lanes),
                              load(m + (size_t)(12 + j) * plane, lanes)};

            gather_output(d, column[j]);
        }
        for (int i = 0; i < height; i++) {
            const vec d[4] = {column[0][i], column[1][i], column[2][i], column[3][i]};
            vec row[2];

            gather_output(d, row);
            for (int j = 0; j < 2 && 2 * t + j < width; j++) {
                real *to = y + (size_t)i * stride + (size_t)(2 * t + j) * (size_t)c;

                store_or_add(to, row[j], lanes, add);
            }
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

/* Multiplies by A along one dimension: from 2 values to 4. */
INLINE void spread_gradient(const vec y[2], vec v[4])
{
    v[0] = y[0];
    v[1] = y[0] + y[1];
    v[2] = y[0] - y[1];
    v[3] = -y[1];
}

INLINE void gradient_tiles(int tiles, int c, int lanes, const real *dy, size_t stride, int height,
                           int width, real *v, size_t plane)
{
#define GET(i, j)                                                                                  \
    (2 * t + (j) < width && ((i) == 0 || height > 1)                                               \
         ? load(dy + (size_t)(i)*stride + (size_t)(2 * t + (j)) * (size_t)c, lanes)                \
         : (vec){0})
#define PUT(i, j, value) store(v + (size_t)(4 * (i) + (j)) * plane, value, lanes)
    for (int t = 0; t < tiles; t++, v += c)
        TRANSFORM(spread_gradient, 2, 4, GET, PUT);
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

/* Multiplies by G along one dimension: from 3 values to 4. */
INLINE void spread_filter(const vec g[3], vec w[4])
{
    vec ends = (g[0] + g[2]) * (real)0.5, middle = g[1] * (real)0.5;

    w[0] = g[0];
    w[1] = ends + middle;
    w[2] = ends - middle;
    w[3] = g[2];
}

INLINE void filter_vector(size_t n, const real *const g[9], size_t at, int lanes, real *w)
{
#define GET(i, j)    load(g[3 * (i) + (j)] + at, lanes)
#define PUT(i, j, v) store(w + (size_t)(4 * (i) + (j)) * n + at, v, lanes)
    TRANSFORM(spread_filter, 3, 4, GET, PUT);
#undef GET
#undef PUT
}

static void winograd_filter(size_t n, const real *const g[9], real *w)
{
#define STEP(at, lanes) filter_vector(n, g, at, lanes, w)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

/* Multiplies by G^T along one dimension: from 4 values to 3. */
INLINE void gather_filter(const vec w[4], vec g[3])
{
    vec both = (w[1] + w[2]) * (real)0.5;

    g[0] = w[0] + both;
    g[1] = (w[1] - w[2]) * (real)0.5;
    g[2] = both + w[3];
}

INLINE void filter_gradient_vector(size_t n, const real *dw, size_t at, int lanes, real *dg,
                                   bool add)
{
#define GET(i, j)    load(dw + (size_t)(4 * (i) + (j)) * n + at, lanes)
#define PUT(i, j, v) store_or_add(dg + (size_t)(3 * (i) + (j)) * n + at, v, lanes, add)
    TRANSFORM(gather_filter, 4, 3, GET, PUT);
#undef GET
#undef PUT
}

static void winograd_filter_gradient(size_t n, const real *dw, real *dg, bool add)
{
#define STEP(at, lanes) filter_gradient_vector(n, dw, at, lanes, dg, add)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

#endif
