/* The kernels in plain C, which define what the vector kernels must compute. Those of recurrent cells are in
 * ref_cells.c, Winograd's transforms in ref_winograd.c. Sums for statistics are computed in double. */
#include "base/rng.h"
#include "kernels/plain.h"
#include <math.h>
#include <string.h>

/* Sums x minus the first row, instead of x. So the mean of a constant channel is exact, and a mean that is large
 * compared to the deviation does not lose digits. */
static void plain_columns_moments(size_t rows, int c, const real *x, double *mean, double *m2)
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

static void plain_columns_apply(size_t rows, int c, const real *x, const real *center,
                                const real *scale, const real *shift, real *y, bool stream)
{
    (void)stream;
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = (x[r * c + j] - center[j]) * scale[j] + shift[j];
}

static void plain_columns_sums(size_t rows, int c, const real *x, const real *dy, const real *relu,
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

static void plain_columns_backward(size_t rows, int c, const real *x, const real *dy,
                                   const real *relu, const real *center, const real *a,
                                   const real *b, const real *k, real *dx, bool add, bool stream)
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

static void plain_rows_forward(size_t rows, int length, int groups, bool centered, const real *x,
                               const real *gamma, const real *beta, double eps, real *y,
                               real *center, real *mean_low, real *rstd)
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
        mean_low[r] = (real)(mean - center[r]);
        rstd[r] = isinf((real)s) ? 0 : (real)s;
        for (int j = 0; j < length; j++)
            yr[j] = ((xr[j] - center[r]) - mean_low[r]) * rstd[r] * (gamma ? gamma[at + j] : 1) +
                    (beta ? beta[at + j] : 0);
    }
}

static void plain_rows_backward(size_t rows, int length, int groups, bool centered, const real *x,
                                const real *dy, const real *gamma, const real *center,
                                const real *mean_low, const real *rstd, real *dx, bool add,
                                double *dgamma, double *dbeta)
{
    for (size_t r = 0; r < rows; r++) {
        const real *xr = x + r * length, *dyr = dy + r * length;
        size_t at = r % groups * length;
        double sum_g = 0, sum_gx = 0;

        for (int j = 0; j < length; j++) {
            double xhat = ((xr[j] - center[r]) - mean_low[r]) * rstd[r];
            double g = dyr[j] * (gamma ? gamma[at + j] : 1);

            dgamma[at + j] += dyr[j] * xhat;
            dbeta[at + j] += dyr[j];
            sum_g += centered ? g : 0;
            sum_gx += g * xhat;
        }
        for (int j = 0; dx && j < length; j++) {
            real xhat = ((xr[j] - center[r]) - mean_low[r]) * rstd[r];
            real g = dyr[j] * (gamma ? gamma[at + j] : 1);
            real d = rstd[r] * (g - (real)(sum_g / length) - xhat * (real)(sum_gx / length));

            dx[r * length + j] = add ? dx[r * length + j] + d : d;
        }
    }
}

static void plain_bias_add(size_t rows, int c, const real *b, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] += b[j];
}

static double sign_of(double d)
{
    return (d > 0) - (d < 0);
}

static void plain_columns_absolute(size_t rows, int c, const real *x, const real *center,
                                   const real *low, double *sum, double *signs)
{
    memset(sum, 0, (size_t)c * sizeof *sum);
    memset(signs, 0, (size_t)c * sizeof *signs);
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++) {
            double d = (double)x[r * c + j] - center[j] - low[j];

            sum[j] += fabs(d);
            signs[j] += sign_of(d);
        }
}

static void plain_columns_largest(size_t rows, int c, const real *x, const real *center,
                                  const real *low, double *largest, double *row)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++) {
            double d = fabs((double)x[r * c + j] - center[j] - low[j]);

            if (r == 0 || !(d <= largest[j])) {
                largest[j] = d;
                row[j] = (double)r;
            }
        }
}

static void plain_columns_signs(size_t rows, int c, const real *x, const real *center,
                                const real *low, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = (real)sign_of((double)x[r * c + j] - center[j] - low[j]);
}

static void plain_columns_total(size_t rows, int c, const real *x, size_t stride, double *sum)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            sum[j] += x[r * stride + (size_t)j];
}

static void plain_columns_convert(size_t rows, int c, const uint8_t *x, const real *scale,
                                  const real *shift, real *y)
{
    for (size_t r = 0; r < rows; r++)
        for (int j = 0; j < c; j++)
            y[r * c + j] = scale[j] * x[r * c + j] + shift[j];
}

/* Softmax of one row. Subtracts the largest value first, so that exp() does not overflow. */
static void softmax_row(int length, real scale, const real *x, const unsigned char *mask, real *y)
{
    double largest = -INFINITY, sum = 0;

    for (int j = 0; j < length; j++)
        if ((!mask || mask[j]) && scale * x[j] > largest)
            largest = scale * x[j];
    for (int j = 0; j < length; j++)
        if (!mask || mask[j])
            sum += exp(scale * x[j] - largest);
    for (int j = 0; j < length; j++)
        y[j] = !mask || mask[j] ? (real)(exp(scale * x[j] - largest) / sum) : 0;
}

void plain_softmax_rows(size_t rows, int length, real scale, const real *x,
                        const unsigned char *mask, real *y)
{
    for (size_t r = 0; r < rows; r++)
        softmax_row(length, scale, x + r * length, mask, y + r * length);
}

static void plain_softmax_rows_backward(size_t rows, int length, real scale, const real *y,
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

static real matmul_end(const struct matmul_end *e, size_t i, size_t j, real v)
{
    if (e->plus)
        v += e->plus[i * e->ld_plus + j];
    if (e->relu && v <= 0)
        v = 0;
    return e->gate && e->gate[i * e->ld_gate + j] <= 0 ? 0 : v;
}

static void plain_matmul(const struct matmul *p)
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
            p->c[i * p->ldc + j] = matmul_end(&p->end, i, j, total + block);
        }
}

static void plain_transpose(size_t rows, size_t columns, const real *from, size_t ld_from, real *to,
                            size_t ld_to)
{
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            to[j * ld_to + i] = from[i * ld_from + j];
}

static void plain_weights_behind_affine(size_t rows, int c, const real *gamma, const real *beta,
                                        const real *w, const real *s, real *g, real *dgamma,
                                        real *dbeta)
{
    for (size_t r = 0; r < rows; r++, w += c, g += c) {
        double products = 0, sums = 0;

        for (int j = 0; j < c; j++) {
            products += (double)w[j] * g[j];
            sums += (double)w[j] * s[j];
            g[j] = gamma[r] * g[j] + beta[r] * s[j];
        }
        dgamma[r] = (real)products;
        dbeta[r] = (real)sums;
    }
}

static void plain_relu_forward(size_t n, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = x[i] < 0 ? 0 : x[i];
}

static void plain_relu_backward(size_t n, const real *y, const real *dy, real *dx, bool add)
{
    for (size_t i = 0; i < n; i++) {
        real g = y[i] <= 0 ? 0 : dy[i];

        dx[i] = add ? dx[i] + g : g;
    }
}

real plain_sigmoid(double x)
{
    double e = exp(-fabs(x));

    return (real)((x < 0 ? e : 1) / (1 + e));
}

void plain_sigmoid_forward(size_t n, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = plain_sigmoid((double)x[i]);
}

void plain_tanh_forward(size_t n, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = (real)tanh((double)x[i]);
}

static void plain_sum(size_t n, const real *a, const real *b, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] = a[i] + b[i];
}

static void plain_random_words(uint64_t key, uint64_t block, size_t blocks, uint32_t *word)
{
    for (size_t i = 0; i < blocks; i++)
        rng_block(key, block + i, word + 4 * i);
}

static double plain_square_sum(size_t n, const real *g)
{
    double total = 0;

    for (size_t i = 0; i < n; i++)
        total += (double)g[i] * g[i];
    return total;
}

static double plain_sgd(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    for (size_t i = 0; i < n; i++) {
        real d = g[i] * u->scale + u->decay * w[i];

        v[i] = u->momentum * v[i] + d;
        w[i] -= u->lr * (u->nesterov ? d + u->momentum * v[i] : v[i]);
    }
    return plain_square_sum(n, g);
}

static double plain_adam(size_t n, const struct update_rule *u, const real *g, real *m, real *v,
                         real *w)
{
    for (size_t i = 0; i < n; i++) {
        real d = g[i] * u->scale + u->decay * w[i];

        m[i] = u->beta1 * m[i] + u->one_minus_beta1 * d;
        v[i] = u->beta2 * v[i] + u->one_minus_beta2 * d * d;
        w[i] -= u->lr * m[i] / ((real)sqrt(v[i]) * u->root + u->eps);
    }
    return plain_square_sum(n, g);
}

static double plain_rmsprop(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    for (size_t i = 0; i < n; i++) {
        real d = g[i] * u->scale + u->decay * w[i];

        v[i] = u->beta2 * v[i] + u->one_minus_beta2 * d * d;
        w[i] -= u->lr * d / ((real)sqrt(v[i]) + u->eps);
    }
    return plain_square_sum(n, g);
}

#define ENTRY(name) .name = plain_##name
const struct kernels kernels_plain = {.name = "plain", KERNELS(ENTRY), KERNELS_BY_EXP(ENTRY)};
