/* Winograd's transforms in plain C, which define what the vector kernels must compute: products with the matrices B, G
 * and A of Lavin & Gray 2015. */
#include "kernels/plain.h"
#include <stddef.h>

static const real B[4][4] = {{1, 0, 0, 0}, {0, 1, -1, 1}, {-1, 1, 1, 0}, {0, 0, 0, -1}};
static const real G[4][3] = {
    {1, 0, 0}, {(real)0.5, (real)0.5, (real)0.5}, {(real)0.5, (real)-0.5, (real)0.5}, {0, 0, 1}};
static const real A[4][2] = {{1, 0}, {1, 1}, {1, -1}, {0, -1}};

void plain_winograd_input(int tiles, int c, const real *x, int h, int w, int top, int left, real *u,
                          size_t plane)
{
    for (int t = 0; t < tiles; t++)
        for (int e = 0; e < 16; e++)
            for (int j = 0; j < c; j++) {
                real sum = 0;

                for (int d = 0; d < 16; d++) {
                    int row = top + d / 4, column = left + 2 * t + d % 4;

                    if (row >= 0 && row < h && column >= 0 && column < w)
                        sum +=
                            B[d / 4][e / 4] * B[d % 4][e % 4] *
                            x[((size_t)row * (size_t)w + (size_t)column) * (size_t)c + (size_t)j];
                }
                u[(size_t)e * plane + (size_t)t * (size_t)c + (size_t)j] = sum;
            }
}

void plain_winograd_output(int tiles, int c, const real *m, size_t plane, int height, int width,
                           real *y, size_t stride, bool add)
{
    for (int t = 0; t < tiles; t++)
        for (int e = 0; e < 4; e++)
            for (int j = 0; j < c && e / 2 < height && 2 * t + e % 2 < width; j++) {
                real *to =
                    y + (size_t)(e / 2) * stride + (size_t)(2 * t + e % 2) * (size_t)c + (size_t)j;
                real sum = 0;

                for (int f = 0; f < 16; f++)
                    sum += A[f / 4][e / 2] * A[f % 4][e % 2] *
                           m[(size_t)f * plane + (size_t)t * (size_t)c + (size_t)j];
                *to = add ? *to + sum : sum;
            }
}

void plain_winograd_gradient(int tiles, int c, const real *dy, size_t stride, int height, int width,
                             real *v, size_t plane)
{
    for (int t = 0; t < tiles; t++)
        for (int f = 0; f < 16; f++)
            for (int j = 0; j < c; j++) {
                real sum = 0;

                for (int e = 0; e < 4; e++)
                    if (e / 2 < height && 2 * t + e % 2 < width)
                        sum += A[f / 4][e / 2] * A[f % 4][e % 2] *
                               dy[(size_t)(e / 2) * stride + (size_t)(2 * t + e % 2) * (size_t)c +
                                  (size_t)j];
                v[(size_t)f * plane + (size_t)t * (size_t)c + (size_t)j] = sum;
            }
}

void plain_winograd_filter(size_t n, const real *const g[9], real *w)
{
    for (int f = 0; f < 16; f++)
        for (size_t i = 0; i < n; i++) {
            real sum = 0;

            for (int e = 0; e < 9; e++)
                sum += G[f / 4][e / 3] * G[f % 4][e % 3] * g[e][i];
            w[(size_t)f * n + i] = sum;
        }
}

void plain_winograd_filter_gradient(size_t n, const real *dw, real *dg, bool add)
{
    for (int e = 0; e < 9; e++)
        for (size_t i = 0; i < n; i++) {
            real sum = add ? dg[(size_t)e * n + i] : 0;

            for (int f = 0; f < 16; f++)
                sum += G[f / 4][e / 3] * G[f % 4][e % 3] * dw[(size_t)f * n + i];
            dg[(size_t)e * n + i] = sum;
        }
}
