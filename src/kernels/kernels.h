/*
 * Kernels: loops over raw memory. Activations are [rows][c], channels last, contiguous; a row is
 * one position of one sample. ref.c is their definition in plain C.
 *
 * Moments are kept in double as (count, mean, M2), M2 = sum of (x - mean)^2, and merged by
 * Chan, Golub & LeVeque (1983), so a mean of 1e4 with a standard deviation of 1 is right to
 * rounding.
 *
 * A mean that is large against the deviation does not survive rounding to float either.
 * Standardizing therefore subtracts in two steps: y = (x - center) * scale + shift, center =
 * (real)mean, and the rest of the mean, mean - center, is folded into shift in double.
 */
#ifndef NORMLAB_KERNELS_KERNELS_H
#define NORMLAB_KERNELS_KERNELS_H

#include "base/real.h"
#include <stdbool.h>
#include <stddef.h>

struct moments {
    double count, mean, m2;
};

/* a := a and b together. A count of 0 is the neutral element. */
void moments_merge(struct moments *a, const struct moments *b);

/* ---- columns: one value per channel over consecutive rows ---- */

/* out[c] = moments of column c over the rows that count. mask: one byte per row, 0 = left out; NULL
 * = all count. */
void columns_moments(size_t rows, int c, const real *x, const unsigned char *mask,
                     struct moments *out);

/* y[r][c] = (x[r][c] - center[c]) * scale[c] + shift[c]. y may be x. */
void columns_apply(size_t rows, int c, const real *x, const real *center, const real *scale,
                   const real *shift, real *y);

/* sum_dy[c] = sum over rows of dy; sum_dyx[c] = sum of dy * (x - center[c]). Overwrites. */
void columns_sums(size_t rows, int c, const real *x, const real *dy, const real *center,
                  double *sum_dy, double *sum_dyx);

/* dx[r][c] (+)= dy * a[c] + m * ((x - center[c]) * b[c] + k[c]), where m = 0 in rows that the mask
 * leaves out, else 1. add: accumulate into dx, else overwrite. */
void columns_backward(size_t rows, int c, const real *x, const real *dy, const real *center,
                      const real *a, const real *b, const real *k, const unsigned char *mask,
                      real *dx, bool add);

/* ---- rows: moments along a row; for groups that hold a single position ---- */

/* x is [rows][length]; row r is standardized by its own moments, center[r] = (real)mean,
 * rest[r] = mean - center, rstd[r] = 1/sqrt(M2/length + eps), and mapped by gamma and beta, of
 * which row r uses the slice (r % groups) * length (NULL: 1 and 0). */
void rows_forward(size_t rows, int length, int groups, const real *x, const real *gamma,
                  const real *beta, double eps, real *y, real *center, real *rest, real *rstd);

/* The backward pass of rows_forward. dgamma and dbeta are double, [groups][length], accumulated; dx
 * is added to or overwritten, NULL when nobody wants it. */
void rows_backward(size_t rows, int length, int groups, const real *x, const real *dy,
                   const real *gamma, const real *center, const real *rest, const real *rstd,
                   real *dx, bool add, double *dgamma, double *dbeta);

/* ---- elementwise and small ---- */

/* y[r][c] += b[c] */
void bias_add(size_t rows, int c, const real *b, real *y);

/* sum[c] = sum over rows of x[r][c], taken in double; added to sum when add. */
void column_sums(size_t rows, int c, const real *x, bool add, real *sum);

/* dx = g (or dx += g when add) */
void gradient_write(size_t n, const real *g, real *dx, bool add);

/* ---- convolution windows, channels last ---- */

struct window { /* of one sample: input h x w x c, a k x k window */
    int h, w, c;
    int k, stride, pad;
    int out_h, out_w;
};

/* columns[out_h*out_w][k*k*c] = the input under each window position; zeros outside. */
void im2col(const struct window *g, const real *x, real *columns);

/* dx += the transpose of im2col */
void col2im(const struct window *g, const real *columns, real *dx);

/* ---- matrix product (gemm.c: the only user of CBLAS) ---- */

/* Row-major: C[m][n] = op(A)[m][k] * op(B)[k][n] (+ C when add). ta: A is stored [k][m]; tb: B is
 * stored [n][k]. Leading dimensions are those of the stored matrices' rows. */
void gemm(bool ta, bool tb, int m, int n, int k, const real *a, int lda, const real *b, int ldb,
          bool add, real *c, int ldc);

/* "OpenBLAS 0.3.21 ..., kernel SkylakeX": for provenance. */
void gemm_library(char *out, size_t size);

#endif
