/* Kernels that are compiled only once, for every CPU. */
#include "kernels/also_avx2.h"
#include "kernels/kernels.h"
#include <string.h>

ALSO_AVX2 void columns_merge(int c, struct column_moments *a, const struct column_moments *b)
{
    double count = a->count + b->count, part, cross;

    if (b->count == 0)
        return;
    part = b->count / count;
    cross = a->count * part;
    a->count = count;
    for (int j = 0; j < c; j++) {
        double delta = b->mean[j] - a->mean[j];

        a->mean[j] += delta * part;
        a->m2[j] += b->m2[j] + delta * delta * cross;
    }
}

void column_sums(size_t rows, int c, const real *x, bool add, real *sum)
{
    enum { BLOCK = 64 };

    for (int first = 0; first < c; first += BLOCK) {
        int n = c - first < BLOCK ? c - first : BLOCK;
        double total[BLOCK] = {0};

        for (size_t r = 0; r < rows; r++)
            for (int j = 0; j < n; j++)
                total[j] += x[r * c + first + j];
        for (int j = 0; j < n; j++)
            sum[first + j] = (real)(add ? sum[first + j] + total[j] : total[j]);
    }
}

void gradient_write(size_t n, const real *g, real *dx, bool add)
{
    if (!add)
        memcpy(dx, g, n * sizeof *dx);
    else
        for (size_t i = 0; i < n; i++)
            dx[i] += g[i];
}

/* Finds the elements of the image under row ky of the window at output (oy, ox). They are *count elements that start at
 * index *at in the image and at index *first in the window's row. False when this row is outside of the image. */
static bool window_row(const struct window *g, int oy, int ox, int ky, size_t *first, size_t *at,
                       size_t *count)
{
    int y = oy * g->stride - g->pad + ky, x = ox * g->stride - g->pad;
    int left = x < 0 ? -x : 0, right = x + g->k > g->w ? g->w - x : g->k;

    if (y < 0 || y >= g->h || right <= left)
        return false;
    *first = (size_t)left * g->c;
    *at = ((size_t)y * g->w + x + left) * g->c;
    *count = (size_t)(right - left) * g->c;
    return true;
}

void im2col(const struct window *g, const real *x, real *columns)
{
    size_t row = (size_t)g->k * g->c, first, at, n;

    for (int oy = 0; oy < g->out_h; oy++)
        for (int ox = 0; ox < g->out_w; ox++)
            for (int ky = 0; ky < g->k; ky++, columns += row) {
                if (!window_row(g, oy, ox, ky, &first, &at, &n)) {
                    memset(columns, 0, row * sizeof *columns);
                    continue;
                }
                memset(columns, 0, first * sizeof *columns);
                memcpy(columns + first, x + at, n * sizeof *columns);
                memset(columns + first + n, 0, (row - first - n) * sizeof *columns);
            }
}

void col2im(const struct window *g, const real *columns, real *dx)
{
    size_t row = (size_t)g->k * g->c, first, at, n;

    for (int oy = 0; oy < g->out_h; oy++)
        for (int ox = 0; ox < g->out_w; ox++)
            for (int ky = 0; ky < g->k; ky++, columns += row)
                if (window_row(g, oy, ox, ky, &first, &at, &n))
                    for (size_t i = 0; i < n; i++)
                        dx[at + i] += columns[first + i];
}
