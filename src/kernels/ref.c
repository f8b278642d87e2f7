/* The definition of every kernel, in plain C. Sums that decide statistics run in double. */
#include "kernels/ref_cells.h"
#include "kernels/ref_winograd.h"
#include <math.h>
#include <string.h>

/* Sums run over x minus the first row: a constant channel has exactly its value as
 * mean, and a large mean costs no digits. */
static void columns_moments(size_t rows, int c, const real *x, double *mean, double *m2)
{
    memset(mean, 0, (size_t)c * sizeof *mean);
    memset(m2, 0, (size_t)c * sizeof *m2);
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            mean[j] += (double)x[r * c + j] - x[j];
    for (int j = 0; rows > 0 && j < c; j++)
        mean[j] = x[j] + mean[j] / (double)rows;
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++) {
            double d = x[r * c + j] - mean[j];

            m2[j] += d * d;
        }
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
                             real *dx, bool add, bool stream)
{
    (void)stream;
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++) {
            size_t i = r * c + j;
            real d = relu && relu[i] <= 0 ? 0 : dy[i],
                 g = d * a[j] + (x[i] - center[j]) * b[j] + k[j];

            dx[i] = add ? dx[i] + g : g;
        }
}

static void rows_forward(size_t rows, int length, int groups, bool centered, const real *x,
                         const real *gamma, const real *beta, double eps, real *y, real *center,
                         real *rest, real *rstd)
{
    for (size_t r = 0; r < rows; r++) {
        const real *xr = x + r * length;
        real *yr = y + r * length;
        size_t at = r % groups * length;
        double mean = 0, m2 = 0, s;

        for (int j = 0; centered && j < length; j++)
            mean += (double)xr[j] - xr[0];
        if (centered)
            mean = xr[0] + mean / length;
        for (int j = 0; j < length; j++)
            m2 += (xr[j] - mean) * (xr[j] - mean);
        s = 1 / sqrt(m2 / length + eps);
        center[r] = (real)mean;
        rest[r] = (real)(mean - center[r]);
        rstd[r] = isinf((real)s) ? 0 : (real)s;
        for (int j = 0; j < length; j++)
            yr[j] = ((xr[j] - center[r]) - rest[r]) * rstd[r] * (gamma ? gamma[at + j] : 1) +
                    (beta ? beta[at + j] : 0);
    }
}

static void rows_backward(size_t rows, int length, int groups, bool centered, const real *x,
                          const real *dy, const real *gamma, const real *center, const real *rest,
                          const real *rstd, real *dx, bool add, double *dgamma, double *dbeta)
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
            sum_g += centered ? g : 0;
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

static void columns_total(size_t rows, int c, const real *x, size_t stride, double *sum)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            sum[j] += x[r * stride + (size_t)j];
}

static void columns_convert(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = scale[j] * x[r * c + j] + shift[j];
}

/* Of one row; less the largest, nothing overflows. */
static void softmax_row(int length, real scale, const real *x, const unsigned char *mask, real *y)
{
    double most = -INFINITY, sum = 0;

    for (int j = 0; j < length; j++)
        if ((!mask || mask[j]) && scale * x[j] > most)
            most = scale * x[j];
    for (int j = 0; j < length; j++)
        if (!mask || mask[j])
            sum += exp(scale * x[j] - most);
    for (int j = 0; j < length; j++)
        y[j] = !mask || mask[j] ? (real)(exp(scale * x[j] - most) / sum) : 0;
}

static void softmax_rows(size_t rows, int length, real scale, const real *x,
                         const unsigned char *mask, real *y)
{
    for (size_t r = 0; r < rows; r++)
        softmax_row(length, scale, x + r * length, mask, y + r * length);
}

static void softmax_rows_backward(size_t rows, int length, real scale, const real *y,
                                  const real *dy, real *dx)
{
    for (size_t r = 0; r < rows; r++, y += length, dy += length, dx += length) {
        double mean = 0;

        for (int j = 0; j < length; j++)
            mean += (double)y[j] * dy[j];
        for (int j = 0; j < length; j++)
            dx[j] = (real)(scale * y[j] * (dy[j] - mean));
    }
}

static void matmul(const struct matmul *p)
{
    for (size_t i = 0; i < (size_t)p->m; i++)
        for (size_t j = 0; j < (size_t)p->n; j++) {
            real total = 0, block = p->from ? p->from[i * p->ld_from + j] : 0;

            for (size_t l = 0; l < (size_t)p->k; l++) {
                if (l > 0 && l % MATMUL_BLOCK == 0) {
                    total += block;
                    block = 0;
                }
                block += p->a[i * p->a_row + l * p->a_column] * p->b[l * p->ldb + j];
            }
            p->c[i * p->ldc + j] = total + block;
        }
}

static void transpose(size_t rows, size_t columns, const real *from, size_t ld_from, real *to,
                      size_t ld_to)
{
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            to[j * ld_to + i] = from[i * ld_from + j];
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

static void sigmoid_forward(size_t n, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++) {
        double e = exp(-fabs((double)x[i])); /* which does not overflow */

        y[i] = (real)((x[i] < 0 ? e : 1) / (1 + e));
    }
}

static void tanh_forward(size_t n, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = (real)tanh((double)x[i]);
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
    .columns_total = columns_total,
    .columns_convert = columns_convert,
    .rows_forward = rows_forward,
    .rows_backward = rows_backward,
    .softmax_rows = softmax_rows,
    .softmax_rows_backward = softmax_rows_backward,
    .matmul = matmul,
    .transpose = transpose,
    .relu_forward = relu_forward,
    .relu_backward = relu_backward,
    .sigmoid_forward = sigmoid_forward,
    .tanh_forward = tanh_forward,
    .sum = sum,
    .bias_add = bias_add,
    .rnn_forward = plain_rnn_forward,
    .rnn_backward = plain_rnn_backward,
    .lstm_forward = plain_lstm_forward,
    .lstm_output = plain_lstm_output,
    .lstm_output_backward = plain_lstm_output_backward,
    .lstm_backward = plain_lstm_backward,
    .gru_forward = plain_gru_forward,
    .gru_backward = plain_gru_backward,
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
