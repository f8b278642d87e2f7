/*
 * Kernels: loops over raw memory. Activations are contiguous arrays [rows][c], channels last. A row is one position of
 * one sample.
 *
 * Loops that vector instructions make faster are entries of a table, struct kernels. ref.c, ref_cells.c and
 * ref_winograd.c define the table of plain C. vector_table.c is compiled once for each instruction set, into a table of
 * its own. kernels_choose() chooses a table at run time; layers and optimizers keep the pointer. A vector kernel calls
 * the plain kernel in cases that it cannot compute itself, so each table has all kernels for all cases.
 *
 * Moments are (count, mean, M2) in double, with M2 = sum of (x - mean)^2. They are taken over blocks of rows and merged
 * by the method of Chan, Golub & LeVeque (1983). So M2 is accurate even for a mean of 1e4 and a standard deviation of
 * 1.
 *
 * When a mean is large compared to the standard deviation, rounding the mean to float would lose digits of x - mean. So
 * values are standardized as y = (x - center) * scale + shift, where center = (real)mean. `shift` is computed in double
 * and corrects the rounding error mean - center.
 */
#ifndef NORMLAB_KERNELS_KERNELS_H
#define NORMLAB_KERNELS_KERNELS_H

#include "base/real.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The constants of one optimizer step. The formulas are in the files of optimizers/. */
struct update_rule {
    real lr;    /* for adam: lr / (1 - beta1^t) */
    real scale; /* factor of the gradient, for clipping */
    real decay; /* weight decay: an optimizer uses scale * g + decay * w as gradient */
    real momentum;
    bool nesterov;
    real beta1, one_minus_beta1;
    real beta2, one_minus_beta2; /* for rmsprop: beta2 is rho */
    real root;                   /* for adam: 1 / sqrt(1 - beta2^t), or 1 with adam_form=keras */
    real eps;
};

/* C[m][n] = A[m][k] B[k][n] + F. Element (i, l) of A is a[i * a_row + l * a_column], so A may be stored by rows or by
 * columns. The k terms of an element of C are summed in order, in blocks. The first block starts with F and adds
 * MATMUL_BLOCK terms one by one. The terms of each further block are summed separately, then added. So the rounding
 * error grows with MATMUL_BLOCK + k / MATMUL_BLOCK, and terms of 0 at the end change no bit. The order of the terms does
 * not depend on m, n or the element, so a row of C has the same bits whatever the other rows are. */
enum { MATMUL_BLOCK = 1024 };

/* What is done to each element of a product when its sum is complete, in this order; all {0}: nothing. */
struct matmul_end {
    /* [m][n] is added to the product; its rows are ld_plus elements apart. NULL: nothing is added */
    const real *plus;
    size_t ld_plus;
    bool relu; /* the element becomes max(element, 0); NaN for NaN */
    /* [m][n] the element becomes 0 where that of gate is <= 0; the rows of gate are ld_gate elements apart. NULL: there
     * is no gate */
    const real *gate;
    size_t ld_gate;
};

struct matmul {
    int m, n, k;
    const real *a;
    size_t a_row, a_column;
    const real *b;
    size_t ldb; /* elements from the start of a row of B to the next (leading dimension) */
    /* F, or NULL when nothing is added. Rows are ld_from elements apart. F may be C itself; the product is then added to
     * C. With ld_from = 0, one row is added to all rows of C, as a bias. */
    const real *from;
    size_t ld_from;
    real *c;
    size_t ldc; /* elements from a row of C to the next */
    struct matmul_end end;
};

/* One step of a recurrent cell on n samples with a state of h values. Arrays of gates are [n][G*h], with G gates side
 * by side; the other arrays are [n][h]. layers/recurrent/recurrent_cells.c has the equations and the value of G. */
struct cell_step {
    size_t n;
    int h;
    real forget_bias;
    const real *bias;    /* [G*h]; NULL: none */
    const real *bias_h;  /* for gru: [h] is added to gates_h of the candidate; NULL: none */
    const real *gates_h; /* for gru: [n][G*h], what h_prev contributes to the gates' sums */
    /* Forward reads the gates' sums without bias and gates_h, and overwrites them by the gates. */
    real *gates;
    const real *h_prev, *c_prev; /* the state before the step; c only for lstm */
    real *c, *h_next;            /* forward writes the state after the step; c only for lstm */
    /* For lstm: the normalized c, from which lstm_output makes h_next. NULL: lstm_forward makes h_next from c. */
    const real *normed;
    /* Forward writes it for backward. For lstm: tanh of c or of normed. For gru: gates_h + bias_h of the candidate. */
    real *memo;
    /* Backward replaces the gradient of h_next by the part of the gradient of h_prev that does not come through the
     * gates. */
    real *dh;
    real *dc;       /* for lstm: backward replaces the gradient of c by that of c_prev */
    real *dnormed;  /* for lstm: lstm_output_backward writes the gradient of normed; NULL: none */
    real *dgates;   /* backward writes the gradient of the gates before the nonlinearity */
    real *dgates_h; /* for gru: backward writes the gradient of gates_h */
};

struct kernels {
    const char *name; /* "plain", "avx2", "avx512" */

    /* ---- columns: values for each channel, over consecutive rows ---- */

    /* Writes the mean and M2 of each column to mean[c] and m2[c]. The vector kernels sum all rows of a call in real, so
     * callers pass blocks of some tens of KiB. */
    void (*columns_moments)(size_t rows, int c, const real *x, double *mean, double *m2);

    /* y[r][c] = (x[r][c] - center[c]) * scale[c] + shift[c]. y may be x. stream: y is written to memory without passing
     * through the cache, for arrays too large to stay there. */
    void (*columns_apply)(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y, bool stream);

    /* sum_dy[c] += sum over rows of dy; sum_dyx[c] += sum over rows of dy * (x - center[c]). relu: the output of a relu
     * after y; where it is <= 0, dy counts as 0. NULL: there is no relu. */
    void (*columns_sums)(size_t rows, int c, const real *x, const real *dy, const real *relu,
                         const real *center, double *sum_dy, double *sum_dyx);

    /* dx[r][c] (+)= dy * a[c] + (x - center[c]) * b[c] + k[c]. Here and below, (+)= adds when `add` is true, else
     * overwrites. relu is as in columns_sums; stream is as in columns_apply, for dx. */
    void (*columns_backward)(size_t rows, int c, const real *x, const real *dy, const real *relu,
                             const real *center, const real *a, const real *b, const real *k,
                             real *dx, bool add, bool stream);

    /* In these three, d = x[r][c] - center[c] - low[c]. The first two are called on blocks of some tens of KiB, rows >= 1.
     *   columns_absolute   writes the sums over rows of |d| and of sign(d), which is 0 where d = 0
     *   columns_largest    writes the largest |d| and the number of the first row that has it
     *   columns_signs      writes y[r][c] = sign(d) */
    void (*columns_absolute)(size_t rows, int c, const real *x, const real *center, const real *low,
                             double *sum, double *signs);
    void (*columns_largest)(size_t rows, int c, const real *x, const real *center, const real *low,
                            double *largest, double *row);
    void (*columns_signs)(size_t rows, int c, const real *x, const real *center, const real *low,
                          real *y);

    /* sum[c] += x[r][c] for each row in order, in double, so rows of zeros change no bit. Rows of x are `stride`
     * elements apart. */
    void (*columns_total)(size_t rows, int c, const real *x, size_t stride, double *sum);

    /* y[r][c] = scale[c] * x[r][c] + shift[c], where x are bytes */
    void (*columns_convert)(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y);

    /* ---- rows: moments along a row, for statistics groups of one position ---- */

    /* Standardizes each row of x[rows][length] by its own moments, then multiplies by gamma and adds beta. Row r uses
     * elements gamma[(r % groups) * length + j] and the same of beta, 0 <= j < length. NULL stands for gamma = 1 or
     * beta = 0. Writes center[r] = (real)mean; mean_low[r] = mean - center[r], the rounding error of center[r]; and
     * rstd[r] = 1/sqrt(M2/length + eps), or 0 where this exceeds the largest real. With centered = false, the mean
     * counts as 0, and M2 is the sum of squares. */
    void (*rows_forward)(size_t rows, int length, int groups, bool centered, const real *x,
                         const real *gamma, const real *beta, double eps, real *y, real *center,
                         real *mean_low, real *rstd);

    /* The backward pass of rows_forward. Adds the gradients of gamma and beta to dgamma[groups][length] and
     * dbeta[groups][length]. Writes the gradient of x to dx, or adds it when add is true; dx NULL: not needed. */
    void (*rows_backward)(size_t rows, int length, int groups, bool centered, const real *x,
                          const real *dy, const real *gamma, const real *center,
                          const real *mean_low, const real *rstd, real *dx, bool add,
                          double *dgamma, double *dbeta);

    /* For each row of x[rows][length]: y = exp(scale * x) / (sum of exp(scale * x) over the row). mask has a byte for
     * each column. Where it is 0, the column is left out of the sum, and its y is 0 whatever x is. mask NULL: no column
     * is left out. When all columns are left out, y is 0. Leaving out columns at the end of the row changes no bit of
     * the other columns. y may be x. */
    void (*softmax_rows)(size_t rows, int length, real scale, const real *x,
                         const unsigned char *mask, real *y);

    /* The backward pass of softmax_rows. y is its output: dx = scale * y * (dy - sum of y * dy over the row). dx may be
     * dy. */
    void (*softmax_rows_backward)(size_t rows, int length, real scale, const real *y,
                                  const real *dy, real *dx);

    /* ---- matrices ---- */

    void (*matmul)(const struct matmul *p);

    /* to[columns][rows] = the transpose of from[rows][columns]. Rows of `from` are ld_from elements apart, rows of `to`
     * ld_to elements. */
    void (*transpose)(size_t rows, size_t columns, const real *from, size_t ld_from, real *to,
                      size_t ld_to);

    /* Gradients for z = y w with a weight w[rows][c] and y[r] = gamma[r] * x[r] + beta[r]. On entry, g[rows][c] = x^T dz,
     * and s[c] is the sum of the rows of dz. Writes dgamma[r] = sum over c of w * g, and dbeta[r] = sum over c of w * s;
     * g becomes the gradient of w, gamma[r] * g + beta[r] * s. */
    void (*weights_behind_affine)(size_t rows, int c, const real *gamma, const real *beta,
                                  const real *w, const real *s, real *g, real *dgamma, real *dbeta);

    /* ---- elementwise ---- */

    /* y = max(x, 0); NaN for NaN. y may be x. */
    void (*relu_forward)(size_t n, const real *x, real *y);

    /* dx (+)= dy where y > 0 or y is NaN, else 0. dx may be dy. */
    void (*relu_backward)(size_t n, const real *y, const real *dy, real *dx, bool add);

    /* y = 1 / (1 + exp(-x)), and y = tanh(x); NaN for NaN. y may be x. */
    void (*sigmoid_forward)(size_t n, const real *x, real *y);
    void (*tanh_forward)(size_t n, const real *x, real *y);

    /* y = a + b. y may be a or b. */
    void (*sum)(size_t n, const real *a, const real *b, real *y);

    /* y[r][c] += b[c] */
    void (*bias_add)(size_t rows, int c, const real *b, real *y);

    /* ---- random numbers ---- */

    /* word[4 * blocks] = for each counter from `block` on, the four words that rng_block() (base/rng.h) writes for it and
     * this key. */
    void (*random_words)(uint64_t key, uint64_t block, size_t blocks, uint32_t *word);

    /* ---- recurrent cells. When a norm is applied to c (cell_step.normed, dnormed), forward is lstm_forward, the norm,
     * lstm_output; backward is lstm_output_backward, the norm's backward, which adds to dc, and lstm_backward. Otherwise
     * lstm_forward and lstm_backward are the whole passes, and the other two are not called. ---- */

    void (*rnn_forward)(const struct cell_step *s);
    void (*rnn_backward)(const struct cell_step *s);
    void (*lstm_forward)(const struct cell_step *s);
    void (*lstm_output)(const struct cell_step *s);
    void (*lstm_output_backward)(const struct cell_step *s);
    void (*lstm_backward)(const struct cell_step *s);
    void (*gru_forward)(const struct cell_step *s);
    void (*gru_backward)(const struct cell_step *s);

    /* ---- Winograd's transforms (winograd.h). Transformed values are in WINOGRAD_PLANES planes, each [tiles][c]; the
     * planes start `plane` elements apart. Rows of outputs are `stride` elements apart. ---- */

    /* u = B^T d B, for `tiles` tiles d side by side in the image x[h][w][c]. The upper left corner of the first tile is
     * at row `top` and column `left`. Values outside of the image are 0. */
    void (*winograd_input)(int tiles, int c, const real *x, int h, int w, int top, int left,
                           real *u, size_t plane);

    /* y (+)= A^T m A. Writes only the first `height` rows (1 to WINOGRAD_OUT) and the first
     * `width` columns (<= WINOGRAD_OUT * tiles). */
    void (*winograd_output)(int tiles, int c, const real *m, size_t plane, int height, int width,
                            real *y, size_t stride, bool add);

    /* The transpose of winograd_output: v = A dy A^T, where dy is 0 outside of the first `height` rows and `width`
     * columns. */
    void (*winograd_gradient)(int tiles, int c, const real *dy, size_t stride, int height,
                              int width, real *v, size_t plane);

    /* w = G g G^T of n filters, in WINOGRAD_PLANES planes of n. g[t] points to tap t of all filters, [n]. */
    void (*winograd_filter)(size_t n, const real *const g[9], real *w, size_t plane);

    /* The transpose of winograd_filter: dg (+)= G^T dw G. The taps of dg start `tap` elements apart. */
    void (*winograd_filter_gradient)(size_t n, const real *dw, size_t plane, bool add, double *dg,
                                     size_t tap);

    /* ---- optimizers: update the parameters w by their gradient g, and update the state v and m. They return the sum
     * of g^2 without scale and decay. square_sum only returns this sum. ---- */

    double (*square_sum)(size_t n, const real *g);
    double (*sgd)(size_t n, const struct update_rule *u, const real *g, real *v, real *w);
    double (*adam)(size_t n, const struct update_rule *u, const real *g, real *m, real *v, real *w);
    double (*rmsprop)(size_t n, const struct update_rule *u, const real *g, real *v, real *w);
};

/* The names of all kernels in two lists: KERNELS(entry) is entry(columns_moments), entry(columns_apply), ... Kernels of
 * the second list compute exp() or tanh(), or belong to a cell that does. In a build with REAL=double, the vector
 * tables contain the plain kernels of the second list. */
#define KERNELS(entry)                                                                             \
    entry(columns_moments), entry(columns_apply), entry(columns_sums), entry(columns_backward),    \
        entry(columns_absolute), entry(columns_largest), entry(columns_signs),                     \
        entry(columns_total), entry(columns_convert), entry(rows_forward), entry(rows_backward),   \
        entry(softmax_rows_backward), entry(matmul), entry(transpose),                             \
        entry(weights_behind_affine), entry(relu_forward), entry(relu_backward), entry(sum),       \
        entry(bias_add), entry(random_words), entry(winograd_input), entry(winograd_output),       \
        entry(winograd_gradient), entry(winograd_filter), entry(winograd_filter_gradient),         \
        entry(square_sum), entry(sgd), entry(adam), entry(rmsprop)
#define KERNELS_BY_EXP(entry)                                                                      \
    entry(softmax_rows), entry(sigmoid_forward), entry(tanh_forward), entry(rnn_forward),          \
        entry(rnn_backward), entry(lstm_forward), entry(lstm_output), entry(lstm_output_backward), \
        entry(lstm_backward), entry(gru_forward), entry(gru_backward)

extern const struct kernels kernels_plain;

/* All tables of this build, those with the widest vectors first. The array ends with NULL. */
extern const struct kernels *const kernels_all[];

/* True when this CPU can run the table. */
bool kernels_runnable(const struct kernels *k);

/* Returns the table that the environment variable NORMLAB_ISA names. If it is not set, or this CPU cannot run the
 * table, returns the table with the widest vectors that this CPU can run. */
const struct kernels *kernels_choose(void);

/* Returns 0 when NORMLAB_ISA is not set, is empty or names a table that this CPU can run. Otherwise returns -1 after a
 * message that lists the tables that this CPU can run. */
int kernels_check(void);

/* ---- the same code for every CPU (portable.c) ---- */

/* Moments of each column over `count` rows. */
struct column_moments {
    double count;
    double *mean, *m2; /* [c] */
};

/* Merges the moments b, of other rows, into a. Does nothing when b->count is 0. */
void columns_merge(int c, struct column_moments *a, const struct column_moments *b);

/* sum[c] (+)= the sum over rows of x[r][c], computed in double */
void column_sums(size_t rows, int c, const real *x, bool add, real *sum);

/* dx (+)= g */
void gradient_write(size_t n, const real *g, real *dx, bool add);

/* A k x k convolution window that moves over one sample [h][w][c], with `pad` zeros on each side. */
struct window {
    int h, w, c;
    int k, stride, pad;
    int out_h, out_w;
};

/* columns[out_h*out_w][k*k*c] = for each output position, the inputs in its window, with zeros outside of the image. */
void im2col(const struct window *g, const real *x, real *columns);

/* The transpose of im2col: adds each element of columns to the element of dx at the index from which im2col reads it. */
void col2im(const struct window *g, const real *columns, real *dx);

/* Returns the smaller number. Loops over blocks use it for the last block, which may be shorter. */
static inline size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The matrix product of CBLAS (gemm.c), with row-major matrices: C[m][n] = A[m][k] B[k][n], plus C when add is true.
 * With ta, A is stored transposed, as [k][m]; with tb, B is stored transposed, as [n][k]. lda, ldb and ldc are the
 * numbers of elements from a stored row to the next. */
void gemm(bool ta, bool tb, int m, int n, int k, const real *a, int lda, const real *b, int ldb,
          bool add, real *c, int ldc);

/* Writes the name of the CBLAS library, which result files record: "OpenBLAS 0.3.21 ..., kernel SkylakeX". */
void gemm_library(char *out, size_t size);

/* Makes OpenBLAS allocate the memory that gemm() needs in this thread, and checks that there is as much memory for each
 * of the other threads. Returns false when memory is missing: gemm() would then wait for it without end. Must be called
 * after all other memory is allocated. */
bool gemm_reserve(int threads);

#endif
