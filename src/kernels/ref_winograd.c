/* Winograd's transforms in plain C, which define what the vector kernels must compute: products with the matrices B, G
 * and A of Lavin & Gray 2015. */
#include "kernels/plain.h"
#include "kernels/winograd.h"
#include <stddef.h>

enum { IN = WINOGRAD_IN, OUT = WINOGRAD_OUT, PLANES = WINOGRAD_PLANES };

#define P  WINOGRAD_P
#define Q  WINOGRAD_Q
#define P2 (P * P)
#define Q2 (Q * Q)

static const real B[IN][IN] = {{1, 0, 0, 0, 0, 0},
                               {0, -P *Q2, P *Q2, -P2 *Q, P2 *Q, 1},
                               {-P2 - Q2, -Q2, -Q2, -P2, -P2, 0},
                               {0, P, -P, Q, -Q, -P2 - Q2},
                               {1, 1, 1, 1, 1, 0},
                               {0, 0, 0, 0, 0, 1}};
static const real A[IN][OUT] = {
    {1, 0, 0, 0},      {1, P, P2, P2 *P},   {1, -P, P2, -P2 *P},
    {1, Q, Q2, Q2 *Q}, {1, -Q, Q2, -Q2 *Q}, {0, 0, 0, 1},
};

/* The row of G for the point p, when the other points are 0, -p, q and -q (see winograd.h). */
#define DIVISOR(p, q) (2 * (p) * (p) * ((p) * (p) - (q) * (q)))
#define POINT(p, q)                                                                                \
    {                                                                                              \
        1 / DIVISOR(p, q), (p) / DIVISOR(p, q), (p) * (p) / DIVISOR(p, q)                          \
    }
static const real G[IN][3] = {{1, 0, 0},   POINT(P, Q),  POINT(-P, Q),
                              POINT(Q, P), POINT(-Q, P), {0, 0, 1}};

void plain_winograd_input(int tiles, int c, const real *x, int h, int w, int top, int left, real *u,
                          size_t plane)
{
    for (int t = 0; t < tiles; t++)
        for (int e = 0; e < PLANES; e++)
            for (int j = 0; j < c; j++) {
                real sum = 0;

                for (int d = 0; d < IN * IN; d++) {
                    int row = top + d / IN, column = left + OUT * t + d % IN;

                    if (row >= 0 && row < h && column >= 0 && column < w)
                        sum +=
                            B[d / IN][e / IN] * B[d % IN][e % IN] *
                            x[((size_t)row * (size_t)w + (size_t)column) * (size_t)c + (size_t)j];
                }
                u[(size_t)e * plane + (size_t)t * (size_t)c + (size_t)j] = sum;
            }
}

void plain_winograd_output(int tiles, int c, const real *m, size_t plane, int height, int width,
                           real *y, size_t stride, bool add)
{
    for (int t = 0; t < tiles; t++)
        for (int e = 0; e < OUT * OUT; e++)
            for (int j = 0; j < c && e / OUT < height && OUT * t + e % OUT < width; j++) {
                real *to = y + (size_t)(e / OUT) * stride +
                           (size_t)(OUT * t + e % OUT) * (size_t)c + (size_t)j;
                real sum = 0;

                for (int f = 0; f < PLANES; f++)
                    sum += A[f / IN][e / OUT] * A[f % IN][e % OUT] *
                           m[(size_t)f * plane + (size_t)t * (size_t)c + (size_t)j];
                *to = add ? *to + sum : sum;
            }
}

void plain_winograd_gradient(int tiles, int c, const real *dy, size_t stride, int height, int width,
                             real *v, size_t plane)
{
    for (int t = 0; t < tiles; t++)
        for (int f = 0; f < PLANES; f++)
            for (int j = 0; j < c; j++) {
                real sum = 0;

                for (int e = 0; e < OUT * OUT; e++)
                    if (e / OUT < height && OUT * t + e % OUT < width)
                        sum += A[f / IN][e / OUT] * A[f % IN][e % OUT] *
                               dy[(size_t)(e / OUT) * stride +
                                  (size_t)(OUT * t + e % OUT) * (size_t)c + (size_t)j];
                v[(size_t)f * plane + (size_t)t * (size_t)c + (size_t)j] = sum;
            }
}

void plain_winograd_filter(size_t n, const real *const g[9], real *w, size_t plane)
{
    for (int f = 0; f < PLANES; f++)
        for (size_t i = 0; i < n; i++) {
            real sum = 0;

            for (int e = 0; e < 9; e++)
                sum += G[f / IN][e / 3] * G[f % IN][e % 3] * g[e][i];
            w[(size_t)f * plane + i] = sum;
        }
}

void plain_winograd_filter_gradient(size_t n, const real *dw, size_t plane, bool add, double *dg,
                                    size_t tap)
{
    for (int e = 0; e < 9; e++)
        for (size_t i = 0; i < n; i++) {
            double *to = dg + (size_t)e * tap + i;
            real sum = 0;

            for (int f = 0; f < PLANES; f++)
                sum += G[f / IN][e / 3] * G[f % IN][e % 3] * dw[(size_t)f * plane + i];
            *to = add ? *to + sum : sum;
        }
}
