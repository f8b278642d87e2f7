/*
 * Kernels: loops over raw memory. Activations are [rows][c], channels last, contiguous; a row is
 * one position of one sample.
 *
 * Loops that a vector unit speeds up stand in a table, struct kernels. ref.c is their definition in
 * plain C; vector_table.c is compiled once for each instruction set that it serves. kernels_choose() picks
 * a table when the program runs, and whoever calls kernels keeps the pointer. A vector kernel that
 * meets a case that it does not serve hands it to its plain twin, so every table serves every call.
 *
 * Moments are kept in double as (count, mean, M2), M2 = sum of (x - mean)^2, taken over blocks of
 * rows and merged by Chan, Golub & LeVeque (1983), so a mean of 1e4 with a standard deviation of 1
 * is right to rounding.
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
#include <stdint.h>

/* The constants of one optimizer step (train/optimizer.h has the rules). */
struct update_rule {
    real lr;    /* adam: lr / (1 - beta1^t) */
    real scale; /* of the gradient, for clipping */
    real decay; /* g = scale * g + decay * w */
    real momentum;
    bool nesterov;
    real beta1, rest1, beta2, rest2; /* rest = 1 - beta; rmsprop: beta2 is rho */
    real root;                       /* adam: 1 / sqrt(1 - beta2^t) */
    real eps;
};

/* C[m][n] = A[m][k] B[k][n] (+ F). Element (i, l) of A is a[i * a_row + l * a_column], so that A may be stored
 * either way. Each element of C is summed up over l in order, in blocks: F and the first MATMUL_BLOCK terms one
 * after the other, then the sum of each further block. So rounding grows with MATMUL_BLOCK + k / MATMUL_BLOCK,
 * and terms that are 0 at the end change no bit. The order is the same whatever m and n are and wherever an
 * element stands: a row's bits do not depend on the other rows. */
enum { MATMUL_BLOCK = 1024 };
struct matmul {
    int m, n, k;
    const real *a;
    size_t a_row, a_column;
    const real *b; /* rows ldb apart */
    size_t ldb;
    /* F, rows ld_from apart; NULL: none. C itself to add to it; ld_from 0: a bias. */
    const real *from;
    size_t ld_from;
    real *c; /* rows ldc apart */
    size_t ldc;
};

/* One step of a recurrent cell on n samples with a state of h values: arrays are [n][h], those of gates
 * [n][G*h], G gates side by side (layers/recurrent/recurrent_cells.c has the equations). */
struct cell_step {
    size_t n;
    int h;
    real forget_bias;
    const real *bias, *bias_h; /* [G*h], and gru's [h]; NULL: none */
    const real *part;          /* gru: of the gates, what comes from h_prev */
    /* Forward: in, what stands before the nonlinearity, less bias and part; out, the gates. */
    real *gates;
    const real *h_prev, *c_prev;
    real *c, *h_next;   /* forward: out */
    const real *normed; /* lstm: what goes for c into the output; NULL: c does */
    real *memo;         /* forward: out, for backward; lstm: tanh of c, gru: the candidate's part */
    real *dh;      /* in: gradient of h_next; out: of h_prev, less what comes through the gates */
    real *dc;      /* lstm; in: gradient of c; out: of c_prev */
    real *dnormed; /* lstm: where the output's part of dc goes; NULL: it is added to dc */
    real *dgates;  /* out: before the nonlinearity */
    real *dpart;   /* gru, out: the gradient of part */
};

struct kernels {
    const char *name; /* "plain", "avx2", "avx512" */

    /* ---- columns: one value per channel over consecutive rows ---- */

    /* mean[c] and m2[c] of column c over the rows. Meant for blocks of some ten KiB. */
    void (*columns_moments)(size_t rows, int c, const real *x, double *mean, double *m2);

    /* y[r][c] = (x[r][c] - center[c]) * scale[c] + shift[c]. y may be x. stream: write past the cache,
     * for arrays that would not stay in it. */
    void (*columns_apply)(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y, bool stream);

    /* sum_dy[c] += sum over rows of dy; sum_dyx[c] += sum of dy * (x - center[c]). relu: the output of
     * a relu behind, through which dy comes: it counts as 0 where relu <= 0; NULL: none. */
    void (*columns_sums)(size_t rows, int c, const real *x, const real *dy, const real *relu,
                         const real *center, double *sum_dy, double *sum_dyx);

    /* dx[r][c] (+)= dy * a[c] + (x - center[c]) * b[c] + k[c]; relu as in columns_sums, stream as in
     * columns_apply. add: accumulate into dx, else overwrite. */
    void (*columns_backward)(size_t rows, int c, const real *x, const real *dy, const real *relu,
                             const real *center, const real *a, const real *b, const real *k,
                             real *dx, bool add, bool stream);

    /* sum[c] += the sum over rows, `stride` elements apart, of x[r][c], row after row in double: rows of zeros
     * change no bit. */
    void (*columns_total)(size_t rows, int c, const real *x, size_t stride, double *sum);

    /* y[r][c] = scale[c] * (x[r][c] as a number) + shift[c] */
    void (*columns_convert)(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y);

    /* ---- rows: moments along a row; for groups that hold a single position ---- */

    /* x is [rows][length]; row r is standardized by its own moments, center[r] = (real)mean,
     * rest[r] = mean - center, rstd[r] = 1/sqrt(M2/length + eps), or 0 where that is beyond the largest real,
     * and mapped by gamma and beta, of which row r uses the slice (r % groups) * length (NULL: 1 and 0). Not
     * centered: the mean counts as 0, and M2 is the sum of squares. */
    void (*rows_forward)(size_t rows, int length, int groups, bool centered, const real *x,
                         const real *gamma, const real *beta, double eps, real *y, real *center,
                         real *rest, real *rstd);

    /* The backward pass of rows_forward. dgamma and dbeta are double, [groups][length],
     * accumulated; dx is added to or overwritten, NULL when nobody wants it. */
    void (*rows_backward)(size_t rows, int length, int groups, bool centered, const real *x,
                          const real *dy, const real *gamma, const real *center, const real *rest,
                          const real *rstd, real *dx, bool add, double *dgamma, double *dbeta);

    /* Each row of x[rows][length] by itself: y = exp(scale * x) / the row's sum of that. mask: one byte
     * for each column, 0 = left out, where y is 0 whatever x is; NULL = all count. A row in which none
     * counts gives zeros. Columns that are left out at the end do not change a bit of the others. y may
     * be x. */
    void (*softmax_rows)(size_t rows, int length, real scale, const real *x,
                         const unsigned char *mask, real *y);

    /* The backward pass of softmax_rows from its output: dx = scale * y * (dy - the row's sum of y * dy). dx
     * may be dy. */
    void (*softmax_rows_backward)(size_t rows, int length, real scale, const real *y,
                                  const real *dy, real *dx);

    /* ---- products whose sizes vary from call to call ---- */

    void (*matmul)(const struct matmul *p);

    /* to[columns][rows] = from[rows][columns], rows ld_from and ld_to apart. */
    void (*transpose)(size_t rows, size_t columns, const real *from, size_t ld_from, real *to,
                      size_t ld_to);

    /* ---- elementwise ---- */

    /* y = max(x, 0); a NaN stays one. y may be x. */
    void (*relu_forward)(size_t n, const real *x, real *y);

    /* dx (+)= dy where y > 0 or y is NaN, else 0. dx may be dy. */
    void (*relu_backward)(size_t n, const real *y, const real *dy, real *dx, bool add);

    /* y = 1 / (1 + exp(-x)), and the hyperbolic tangent; a NaN stays one. y may be x. */
    void (*sigmoid_forward)(size_t n, const real *x, real *y);
    void (*tanh_forward)(size_t n, const real *x, real *y);

    /* y = a + b. y may be a or b. */
    void (*sum)(size_t n, const real *a, const real *b, real *y);

    /* y[r][c] += b[c] */
    void (*bias_add)(size_t rows, int c, const real *b, real *y);

    /* ---- recurrent cells; lstm's output is a step of its own, as is that one's backward pass, which comes
     * first ---- */

    void (*rnn_forward)(const struct cell_step *s);
    void (*rnn_backward)(const struct cell_step *s);
    void (*lstm_forward)(const struct cell_step *s);
    void (*lstm_output)(const struct cell_step *s);
    void (*lstm_output_backward)(const struct cell_step *s);
    void (*lstm_backward)(const struct cell_step *s);
    void (*gru_forward)(const struct cell_step *s);
    void (*gru_backward)(const struct cell_step *s);

    /* ---- Winograd's transforms for a 3x3 convolution in tiles of 2x2 outputs, F(2x2, 3x3) of Lavin & Gray
     * 2015 (equations 8 to 12; there B, G and A). A tile of input is 4x4; what is transformed lies in 16
     * planes, `plane` elements apart, each [tiles][c]. Outputs are rows of `stride` elements. ---- */

    /* u = B^T d B for `tiles` neighbouring tiles of the image x[h][w][c], the first one's corner at row
     * `top` and column `left`; beyond the image is 0. */
    void (*winograd_input)(int tiles, int c, const real *x, int h, int w, int top, int left,
                           real *u, size_t plane);

    /* y (+)= A^T m A for the first height (1 or 2) rows and width (<= 2 * tiles) columns. */
    void (*winograd_output)(int tiles, int c, const real *m, size_t plane, int height, int width,
                            real *y, size_t stride, bool add);

    /* The transpose of winograd_output: v = A dy A^T; dy is 0 outside of height and width. */
    void (*winograd_gradient)(int tiles, int c, const real *dy, size_t stride, int height,
                              int width, real *v, size_t plane);

    /* w[16][n] = G g G^T of n filters, g[9] pointing to their taps, [n] each. */
    void (*winograd_filter)(size_t n, const real *const g[9], real *w);

    /* The transpose of winograd_filter: dg[9][n] (+)= G^T dw G. */
    void (*winograd_filter_gradient)(size_t n, const real *dw, real *dg, bool add);

    /* ---- optimizers: w changes by its gradient g and the state in v, m. Return the sum of g^2 before
     * scale and decay. ---- */

    double (*square_sum)(size_t n, const real *g);
    double (*sgd)(size_t n, const struct update_rule *u, const real *g, real *v, real *w);
    double (*adam)(size_t n, const struct update_rule *u, const real *g, real *m, real *v, real *w);
    double (*rmsprop)(size_t n, const struct update_rule *u, const real *g, real *v, real *w);
};

extern const struct kernels kernels_plain;

/* Every table of this build, widest first; ends with NULL. */
extern const struct kernels *const kernels_all[];

/* Can this CPU run the table? */
bool kernels_runnable(const struct kernels *k);

/* The widest table that this CPU runs, or the one that the environment variable NORMLAB_ISA names. */
const struct kernels *kernels_choose(void);

/* Is NORMLAB_ISA unset or a table that this CPU runs? 0, or -1 after a message that names what there
 * is. Where it was not asked, kernels_choose() takes a bad name for unset. */
int kernels_check(void);

/* ---- small, and the same for all ---- */

/* Takes the moments b of some rows into a. Counts of 0 are neutral. */
struct column_moments {
    double count;
    double *mean, *m2; /* [c] */
};
void columns_merge(int c, struct column_moments *a, const struct column_moments *b);

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
