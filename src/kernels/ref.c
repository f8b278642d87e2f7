/* The definition of every kernel, in plain C. Sums that decide statistics run in double. */
#include "kernels/kernels.h"
#include <math.h>
#include <string.h>

void moments_merge(struct moments *a, const struct moments *b)
{
    double count = a->count + b->count;
    double delta = b->mean - a->mean;

    if (b->count == 0)
        return;
    a->mean += delta * b->count / count;
    a->m2 += b->m2 + delta * delta * a->count * b->count / count;
    a->count = count;
}

/* Sums run over x minus the first row that counts: a constant channel has exactly its value as
 * mean, and a large mean costs no digits. */
void columns_moments(size_t rows, int c, const real *x, const unsigned char *mask,
                     struct moments *out)
{
    const real *pivot = NULL;
    double count = 0;

    memset(out, 0, (size_t)c * sizeof *out);
    for (size_t r = 0; r < rows; r++) {
        if (mask && !mask[r])
            continue;
        if (!pivot)
            pivot = x + r * c;
        count++;
        for (int j = 0; j < c; j++)
            out[j].mean += (double)x[r * c + j] - pivot[j];
    }
    for (int j = 0; j < c && pivot; j++) {
        out[j].count = count;
        out[j].mean = pivot[j] + out[j].mean / count;
    }
    for (size_t r = 0; r < rows; r++) {
        if (mask && !mask[r])
            continue;
        for (int j = 0; j < c; j++) {
            double d = x[r * c + j] - out[j].mean;

            out[j].m2 += d * d;
        }
    }
}

void columns_apply(size_t rows, int c, const real *x, const real *center, const real *scale,
                   const real *shift, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = (x[r * c + j] - center[j]) * scale[j] + shift[j];
}

void columns_sums(size_t rows, int c, const real *x, const real *dy, const real *center,
                  double *sum_dy, double *sum_dyx)
{
    memset(sum_dy, 0, (size_t)c * sizeof *sum_dy);
    memset(sum_dyx, 0, (size_t)c * sizeof *sum_dyx);
    for (size_t r = 0; r < rows; r++) {
        for (int j = 0; j < c; j++) {
            double d = dy[r * c + j];

            sum_dy[j] += d;
            sum_dyx[j] += d * (x[r * c + j] - center[j]);
        }
    }
}

void columns_backward(size_t rows, int c, const real *x, const real *dy, const real *center,
                      const real *a, const real *b, const real *k, const unsigned char *mask,
                      real *dx, bool add)
{
    for (size_t r = 0; r < rows; r++) {
        real m = mask && !mask[r] ? 0 : 1;

        for (int j = 0; j < c; j++) {
            size_t i = r * c + j;
            real g = dy[i] * a[j] + m * ((x[i] - center[j]) * b[j] + k[j]);

            dx[i] = add ? dx[i] + g : g;
        }
    }
}

void rows_forward(size_t rows, int length, int groups, const real *x, const real *gamma,
                  const real *beta, double eps, real *y, real *center, real *rest, real *rstd)
{
    for (size_t r = 0; r < rows; r++) {
        const real *xr = x + r * length;
        real *yr = y + r * length;
        size_t at = r % groups * length;
        double mean = 0, m2 = 0, s;

        for (int j = 0; j < length; j++)
            mean += (double)xr[j] - xr[0];
        mean = xr[0] + mean / length;
        for (int j = 0; j < length; j++)
            m2 += (xr[j] - mean) * (xr[j] - mean);
        s = 1 / sqrt(m2 / length + eps);
        center[r] = (real)mean;
        rest[r] = (real)(mean - center[r]);
        rstd[r] = (real)s;
        for (int j = 0; j < length; j++)
            yr[j] = ((xr[j] - center[r]) - rest[r]) * rstd[r] * (gamma ? gamma[at + j] : 1) +
                    (beta ? beta[at + j] : 0);
    }
}

void rows_backward(size_t rows, int length, int groups, const real *x, const real *dy,
                   const real *gamma, const real *center, const real *rest, const real *rstd,
                   real *dx, bool add, double *dgamma, double *dbeta)
{
    for (size_t r = 0; r < rows; r++) {
        const real *xr = x + r * length, *dyr = dy + r * length;
        size_t at = r % groups * length;
        double sum_g = 0, sum_gx = 0;

        for (int j = 0; j < length; j++) {
            double xhat = ((xr[j] - center[r]) - rest[r]) * rstd[r];
            double g = dyr[j] * (gamma ? gamma[at + j] : 1);

            dgamma[at + j] += dyr[j] * xhat;
            dbeta[at + j] += dyr[j];
            sum_g += g;
            sum_gx += g * xhat;
        }
        for (int j = 0; dx && j < length; j++) {
            real xhat = ((xr[j] - center[r]) - rest[r]) * rstd[r];
            real g = dyr[j] * (gamma ? gamma[at + j] : 1);
            real d = rstd[r] * (g - (real)(sum_g / length) - xhat * (real)(sum_gx / length));

            dx[r * length + j] = add ? dx[r * length + j] + d : d;
        }
    }
}

void bias_add(size_t rows, int c, const real *b, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] += b[j];
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
