/* The definition of every kernel, in plain C. Sums that decide statistics run in double. */
#include "kernels/ref_winograd.h"
#include <math.h>
#include <string.h>

/* Sums run over x minus the first row that counts: a constant channel has exactly its value as
 * mean, and a large mean costs no digits. */
static double columns_moments(size_t rows, int c, const real *x, const unsigned char *mask,
                              double *mean, double *m2)
{
    const real *pivot = NULL;
    double count = 0;

    memset(mean, 0, (size_t)c * sizeof *mean);
    memset(m2, 0, (size_t)c * sizeof *m2);
    for (size_t r = 0; r < rows; r++) {
        if (mask && !mask[r])
            continue;
        if (!pivot)
            pivot = x + r * c;
        count++;
        for (int j = 0; j < c; j++)
            mean[j] += (double)x[r * c + j] - pivot[j];
    }
    for (int j = 0; j < c && pivot; j++)
        mean[j] = pivot[j] + mean[j] / count;
    for (size_t r = 0; r < rows; r++) {
        if (mask && !mask[r])
            continue;
        for (int j = 0; j < c; j++) {
            double d = x[r * c + j] - mean[j];

            m2[j] += d * d;
        }
    }
    return count;
}

static void columns_apply(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y, bool stream)
{
    (void)stream;
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = (x[r * c + j] - center[j]) * scale[j] + shift[j];
}

static void columns_sums(size_t rows, int c, const real *x, const real *dy, const real *relu,
                         const real *center, double *sum_dy, double *sum_dyx)
{
    for (size_t r = 0; r < rows; r++) {
        for (int j = 0; j < c; j++) {
            double d = relu && relu[r * c + j] <= 0 ? 0 : dy[r * c + j];

            sum_dy[j] += d;
            sum_dyx[j] += d * (x[r * c + j] - center[j]);
        }
    }
}

static void columns_backward(size_t rows, int c, const real *x, const real *dy, const real *relu,
                             const real *center, const real *a, const real *b, const real *k,
                             const unsigned char *mask, real *dx, bool add, bool stream)
{
    (void)stream;
    for (size_t r = 0; r < rows; r++) {
        real m = mask && !mask[r] ? 0 : 1;

        for (int j = 0; j < c; j++) {
            size_t i = r * c + j;
            real d = relu && relu[i] <= 0 ? 0 : dy[i],
                 g = d * a[j] + m * ((x[i] - center[j]) * b[j] + k[j]);

            dx[i] = add ? dx[i] + g : g;
        }
    }
}

static void rows_forward(size_t rows, int length, int groups, const real *x, const real *gamma,
                         const real *beta, double eps, real *y, real *center, real *rest,
                         real *rstd)
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

static void rows_backward(size_t rows, int length, int groups, const real *x, const real *dy,
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

static void bias_add(size_t rows, int c, const real *b, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] += b[j];
}

static void columns_convert(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = scale[j] * x[r * c + j] + shift[j];
}

static void relu_forward(size_t n, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = x[i] < 0 ? 0 : x[i];
}

static void relu_backward(size_t n, const real *y, const real *dy, real *dx, bool add)
{
    for (size_t i = 0; i < n; i++) {
        real g = y[i] <= 0 ? 0 : dy[i];

        dx[i] = add ? dx[i] + g : g;
    }
}

static void sum(size_t n, const real *a, const real *b, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = a[i] + b[i];
}

static double square_sum(size_t n, const real *g)
{
    double total = 0;

    for (size_t i = 0; i < n; i++)
        total += (double)g[i] * g[i];
    return total;
}

static double sgd(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    for (size_t i = 0; i < n; i++) {
        real d = g[i] * u->scale + u->decay * w[i];

        v[i] = u->momentum * v[i] + d;
        w[i] -= u->lr * (u->nesterov ? d + u->momentum * v[i] : v[i]);
    }
    return square_sum(n, g);
}

static double adam(size_t n, const struct update_rule *u, const real *g, real *m, real *v, real *w)
{
    for (size_t i = 0; i < n; i++) {
        real d = g[i] * u->scale + u->decay * w[i];

        m[i] = u->beta1 * m[i] + u->rest1 * d;
        v[i] = u->beta2 * v[i] + u->rest2 * d * d;
        w[i] -= u->lr * m[i] / ((real)sqrt(v[i]) * u->root + u->eps);
    }
    return square_sum(n, g);
}

static double rmsprop(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    for (size_t i = 0; i < n; i++) {
        real d = g[i] * u->scale + u->decay * w[i];

        v[i] = u->beta2 * v[i] + u->rest2 * d * d;
        w[i] -= u->lr * d / ((real)sqrt(v[i]) + u->eps);
    }
    return square_sum(n, g);
}

const struct kernels kernels_plain = {
    .name = "plain",
    .columns_moments = columns_moments,
    .columns_apply = columns_apply,
    .columns_sums = columns_sums,
    .columns_backward = columns_backward,
    .columns_convert = columns_convert,
    .rows_forward = rows_forward,
    .rows_backward = rows_backward,
    .relu_forward = relu_forward,
    .relu_backward = relu_backward,
    .sum = sum,
    .bias_add = bias_add,
    .winograd_input = plain_winograd_input,
    .winograd_output = plain_winograd_output,
    .winograd_gradient = plain_winograd_gradient,
    .winograd_filter = plain_winograd_filter,
    .winograd_filter_gradient = plain_winograd_filter_gradient,
    .square_sum = square_sum,
    .sgd = sgd,
    .adam = adam,
    .rmsprop = rmsprop,
};
