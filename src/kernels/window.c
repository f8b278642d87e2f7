/* Convolution windows as matrices: the path without LIBXSMM. */
#include "kernels/kernels.h"
#include <string.h>

/* The part of a window's row that lies inside the image: columns [first, last) of the k. */
static void inside(const struct window *g, int origin, int extent, int *first, int *last)
{
    *first = origin < 0 ? -origin : 0;
    *last = origin + g->k > extent ? extent - origin : g->k;
    if (*last < *first)
        *last = *first = 0;
}

void im2col(const struct window *g, const real *x, real *columns)
{
    size_t row = (size_t)g->k * g->c;

    for (int oy = 0; oy < g->out_h; oy++) {
        for (int ox = 0; ox < g->out_w; ox++) {
            int y0 = oy * g->stride - g->pad, x0 = ox * g->stride - g->pad, first, last;

            inside(g, x0, g->w, &first, &last);
            for (int ky = 0; ky < g->k; ky++, columns += row) {
                int y = y0 + ky;
                size_t n = (size_t)(last - first) * g->c, before = (size_t)first * g->c;

                if (y < 0 || y >= g->h || n == 0) {
                    memset(columns, 0, row * sizeof *columns);
                    continue;
                }
                memset(columns, 0, before * sizeof *columns);
                memcpy(columns + before, x + ((size_t)y * g->w + x0 + first) * g->c,
                       n * sizeof *columns);
                memset(columns + before + n, 0, (row - before - n) * sizeof *columns);
            }
        }
    }
}

void col2im(const struct window *g, const real *columns, real *dx)
{
    size_t row = (size_t)g->k * g->c;

    for (int oy = 0; oy < g->out_h; oy++) {
        for (int ox = 0; ox < g->out_w; ox++) {
            int y0 = oy * g->stride - g->pad, x0 = ox * g->stride - g->pad, first, last;

            inside(g, x0, g->w, &first, &last);
            for (int ky = 0; ky < g->k; ky++, columns += row) {
                int y = y0 + ky;
                size_t n = (size_t)(last - first) * g->c;
                const real *from = columns + (size_t)first * g->c;
                real *to;

                if (y < 0 || y >= g->h || n == 0)
                    continue;
                to = dx + ((size_t)y * g->w + x0 + first) * g->c;
                for (size_t i = 0; i < n; i++)
                    to[i] += from[i];
            }
        }
    }
}
