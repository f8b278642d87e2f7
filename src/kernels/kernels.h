/*
 * Kernels: loops over raw memory. Activations are [rows][c], channels last, contiguous; a row is one position of one
 * sample.
 *
 * Loops that gain from vector instructions are entries of a table, struct kernels. ref.c and its kin define each in
 * plain C; vector_table.c is compiled once for each instruction set. kernels_choose() picks a table at run time, and
 * whoever calls kernels keeps the pointer. A vector kernel passes the cases that it does not treat to the plain
 * kernel, so every table serves every call.
 *
 * Moments are kept in double as (count, mean, M2), M2 = sum of (x - mean)^2. They are taken over blocks of rows and
 * merged by Chan, Golub & LeVeque (1983), so a mean of 1e4 with a standard deviation of 1 is right to rounding.
 *
 * A mean that is large against the deviation would lose digits when it is rounded to float, so standardizing subtracts
 * in two steps: y = (x - center) * scale + shift. Here center = (real)mean, and `shift`, computed in double, takes the
 * rounding error mean - center into account.
 */
#ifndef NORMLAB_KERNELS_KERNELS_H
#define NORMLAB_KERNELS_KERNELS_H

#include "base/real.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The constants of one optimizer step (optimizers/ has the rules). */
struct update_rule {
    real lr;    /* adam: lr / (1 - beta1^t) */
    real scale; /* of the gradient, for clipping */
    real decay; /* the gradient of the rule is scale * g + decay * w */
    real momentum;
    bool nesterov;
    real beta1, one_minus_beta1;
    real beta2, one_minus_beta2; /* rmsprop: beta2 is rho */
    real root;                   /* adam: 1 / sqrt(1 - beta2^t) */
    real eps;
};

/* C[m][n] = A[m][k] B[k][n] (+ F). Element (i, l) of A is a[i * a_row + l * a_column], so A may be stored by rows or
 * by columns. An element of C is summed over l in order, in blocks: F and the first MATMUL_BLOCK terms one after the
 * other, then the sum of each further block is added. So the rounding error grows with
 * MATMUL_BLOCK + k / MATMUL_BLOCK, and terms of 0 at the end change no bit. The order depends neither on m and n nor
 * on i and j: a row has the same bits whatever the other rows are. */
enum { MATMUL_BLOCK = 1024 };
struct matmul {
    int m, n, k;
    const real *a;
    size_t a_row, a_column;
    const real *b; /* rows are ldb apart */
    size_t ldb;    /* "leading dimension": elements from a row to the next */
    /* F, rows ld_from apart; NULL: none. C itself to add to C; ld_from = 0: one row for all, a bias. */
    const real *from;
    size_t ld_from;
    real *c; /* rows are ldc apart */
    size_t ldc;
};

/* One step of a recurrent cell on n samples with a state of h values: arrays are [n][h], those of gates
 * [n][G*h], G gates side by side (layers/recurrent/recurrent_cells.c has the equations). */
struct cell_step {
    size_t n;
    int h;
    real forget_bias;
    const real *bias, *bias_h; /* [G*h], and gru's [h]; NULL: none */
    const real *gates_h;       /* gru: h_prev's contribution to the gates, [n][G*h] */
    real *gates; /* forward. in: the gates before bias, gates_h and nonlinearity; out: the gates */
    const real *h_prev, *c_prev;
    real *c, *h_next;   /* forward, out */
    const real *normed; /* lstm: the normalized c, which makes the output; NULL: c makes it */
    /* Forward writes it for backward. lstm: tanh of c; gru: h_prev's contribution to the candidate. */
    real *memo;
    real *dh;       /* in: gradient of h_next; out: of h_prev, without what the gates add to it */
    real *dc;       /* lstm. in: gradient of c; out: of c_prev */
    real *dnormed;  /* lstm, out: gradient of normed; NULL: it is added to dc */
    real *dgates;   /* out: gradient of the gates before the nonlinearity */
    real *dgates_h; /* gru, out: gradient of gates_h */
};

struct kernels {
    const char *name; /* "plain", "avx2", "avx512" */

    /* ---- columns: one value per channel over consecutive rows ---- */

    /* mean[c] and m2[c] of column c over the rows. Meant for blocks of some ten KiB. */
    void (*columns_moments)(size_t rows, int c, const real *x, double *mean, double *m2);

    /* y[r][c] = (x[r][c] - center[c]) * scale[c] + shift[c]. y may be x. stream: write around the cache, for arrays
     * that would not stay in it. */
    void (*columns_apply)(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y, bool stream);

    /* sum_dy[c] += sum over rows of dy; sum_dyx[c] += sum of dy * (x - center[c]). relu: the output of the relu that
     * follows, or NULL; where it is <= 0, dy counts as 0. */
    void (*columns_sums)(size_t rows, int c, const real *x, const real *dy, const real *relu,
                         const real *center, double *sum_dy, double *sum_dyx);

    /* dx[r][c] (+)= dy * a[c] + (x - center[c]) * b[c] + k[c]; relu as in columns_sums, stream as in columns_apply.
     * add: accumulate into dx, else overwrite. */
    void (*columns_backward)(size_t rows, int c, const real *x, const real *dy, const real *relu,
                             const real *center, const real *a, const real *b, const real *k,
                             real *dx, bool add, bool stream);

    /* sum[c] += the sum over rows of x[r][c], row after row in double, so that rows of zeros change no bit. Rows are
     * `stride` elements apart. */
    void (*columns_total)(size_t rows, int c, const real *x, size_t stride, double *sum);

    /* y[r][c] = scale[c] * x[r][c] + shift[c], for bytes x */
    void (*columns_convert)(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y);

    /* ---- rows: moments along a row; for groups that hold a single position ---- */

    /* Standardizes each row of x[rows][length] by its own moments, then applies gamma and beta. Row r uses `length`
     * elements of them from (r % groups) * length on; NULL: 1 and 0. Writes center[r] = (real)mean, mean_low[r] =
     * mean - center[r], the digits that center lacks, and rstd[r] = 1/sqrt(M2/length + eps), or 0 where that exceeds
     * the largest real. Not centered: the mean counts as 0, and M2 is the sum of squares. */
    void (*rows_forward)(size_t rows, int length, int groups, bool centered, const real *x,
                         const real *gamma, const real *beta, double eps, real *y, real *center,
                         real *mean_low, real *rstd);

    /* The backward pass of rows_forward. dgamma and dbeta are double, [groups][length], accumulated; dx is added to or
     * overwritten; NULL: it is not wanted. */
    void (*rows_backward)(size_t rows, int length, int groups, bool centered, const real *x,
                          const real *dy, const real *gamma, const real *center,
                          const real *mean_low, const real *rstd, real *dx, bool add,
                          double *dgamma, double *dbeta);

    /* For each row of x[rows][length]: y = exp(scale * x) / the row's sum of that. mask has a byte for each column:
     * where it is 0 the column is left out of the sum, and y is 0 whatever x is; NULL: none is left out. A row without
     * columns gives zeros. Columns left out at the end change no bit of the others. y may be x. */
    void (*softmax_rows)(size_t rows, int length, real scale, const real *x,
                         const unsigned char *mask, real *y);

    /* The backward pass of softmax_rows from its output: dx = scale * y * (dy - the row's sum of y * dy). dx may
     * be dy. */
    void (*softmax_rows_backward)(size_t rows, int length, real scale, const real *y,
                                  const real *dy, real *dx);

    /* ---- matrices ---- */

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

    /* ---- recurrent cells. lstm_output makes h_next from the gates and c, or the normalized c; lstm_output_backward
     * comes before lstm_backward ---- */

    void (*rnn_forward)(const struct cell_step *s);
    void (*rnn_backward)(const struct cell_step *s);
    void (*lstm_forward)(const struct cell_step *s);
    void (*lstm_output)(const struct cell_step *s);
    void (*lstm_output_backward)(const struct cell_step *s);
    void (*lstm_backward)(const struct cell_step *s);
    void (*gru_forward)(const struct cell_step *s);
    void (*gru_backward)(const struct cell_step *s);

    /* ---- Winograd's transforms for a 3x3 convolution in tiles of 2x2 outputs: F(2x2, 3x3) of Lavin & Gray 2015,
     * equations 8 to 12, which define B, G and A. A tile of input is 4x4. Transformed values are in 16 planes, `plane`
     * elements apart, each [tiles][c]. Rows of outputs are `stride` elements apart. ---- */

    /* u = B^T d B for `tiles` neighbouring tiles of the image x[h][w][c]. The first tile's corner is at row `top` and
     * column `left`; outside of the image is 0. */
    void (*winograd_input)(int tiles, int c, const real *x, int h, int w, int top, int left,
                           real *u, size_t plane);

    /* y (+)= A^T m A for the first height (1 or 2) rows and width (<= 2 * tiles) columns. */
    void (*winograd_output)(int tiles, int c, const real *m, size_t plane, int height, int width,
                            real *y, size_t stride, bool add);

    /* The transpose of winograd_output: v = A dy A^T; dy is 0 outside of height and width. */
    void (*winograd_gradient)(int tiles, int c, const real *dy, size_t stride, int height,
                              int width, real *v, size_t plane);

    /* w[16][n] = G g G^T of n filters; g has pointers to the nine taps, [n] each. */
    void (*winograd_filter)(size_t n, const real *const g[9], real *w);

    /* The transpose of winograd_filter: dg[9][n] (+)= G^T dw G. */
    void (*winograd_filter_gradient)(size_t n, const real *dw, real *dg, bool add);

    /* ---- optimizers: update w by its gradient g and the state in v and m. They return the sum of g^2, before scale
     * and decay. ---- */

    double (*square_sum)(size_t n, const real *g);
    double (*sgd)(size_t n, const struct update_rule *u, const real *g, real *v, real *w);
    double (*adam)(size_t n, const struct update_rule *u, const real *g, real *m, real *v, real *w);
    double (*rmsprop)(size_t n, const struct update_rule *u, const real *g, real *v, real *w);
};

/* The names of all kernels: KERNELS(entry) is entry(columns_moments), entry(columns_apply), ... Those of the second list
 * take exp() or tanh(), or belong to a cell that does: in double, vector tables have the plain ones. */
#define KERNELS(entry)                                                                             \
    entry(columns_moments), entry(columns_apply), entry(columns_sums), entry(columns_backward),    \
        entry(columns_total), entry(columns_convert), entry(rows_forward), entry(rows_backward),   \
        entry(softmax_rows_backward), entry(matmul), entry(transpose), entry(relu_forward),        \
        entry(relu_backward), entry(sum), entry(bias_add), entry(winograd_input),                  \
        entry(winograd_output), entry(winograd_gradient), entry(winograd_filter),                  \
        entry(winograd_filter_gradient), entry(square_sum), entry(sgd), entry(adam),               \
        entry(rmsprop)
#define KERNELS_BY_EXP(entry)                                                                      \
    entry(softmax_rows), entry(sigmoid_forward), entry(tanh_forward), entry(rnn_forward),          \
        entry(rnn_backward), entry(lstm_forward), entry(lstm_output), entry(lstm_output_backward), \
        entry(lstm_backward), entry(gru_forward), entry(gru_backward)

extern const struct kernels kernels_plain;

/* Every table of this build, widest first; ends with NULL. */
extern const struct kernels *const kernels_all[];

/* True when this CPU can run the table. */
bool kernels_runnable(const struct kernels *k);

/* The widest table that this CPU runs, or the one that the environment variable NORMLAB_ISA names. */
const struct kernels *kernels_choose(void);

/* 0 when NORMLAB_ISA is unset or names a table that this CPU runs, else -1 after a message that lists those.
 * kernels_choose() itself ignores a bad name. */
int kernels_check(void);

/* ---- the same code for every CPU (portable.c) ---- */

struct column_moments {
    double count;
    double *mean, *m2; /* [c] */
};

/* Merges the moments b of other rows into a. Counts of 0 change nothing. */
void columns_merge(int c, struct column_moments *a, const struct column_moments *b);

/* sum[c] (+)= the sum over rows of x[r][c], taken in double */
void column_sums(size_t rows, int c, const real *x, bool add, real *sum);

/* dx (+)= g */
void gradient_write(size_t n, const real *g, real *dx, bool add);

/* A k x k convolution window that moves over one sample [h][w][c]. */
struct window {
    int h, w, c;
    int k, stride, pad;
    int out_h, out_w;
};

/* columns[out_h*out_w][k*k*c] = the input under each position of the window; zeros outside of the image. */
void im2col(const struct window *g, const real *x, real *columns);

/* dx += the transpose of im2col */
void col2im(const struct window *g, const real *columns, real *dx);

/* The matrix product of CBLAS (gemm.c). Row-major: C[m][n] = op(A)[m][k] * op(B)[k][n] (+ C when add). ta: A is stored
 * [k][m]; tb: B is stored [n][k]. lda, ldb and ldc: elements from a stored row to the next. */
void gemm(bool ta, bool tb, int m, int n, int k, const real *a, int lda, const real *b, int ldb,
          bool add, real *c, int ldc);

/* Writes the library's name for provenance, "OpenBLAS 0.3.21 ..., kernel SkylakeX". */
void gemm_library(char *out, size_t size);

#endif
