/*
 * Products of any number of rows with a weight W[in][out], row-major:
 *   y = x W + b    dW = x^T dy    db = sum of dy's rows    dx = dy W^T
 * The kernel matmul computes them. When the kernels are the plain ones, or W is too large for the cache, CBLAS computes
 * all but db, in the calling thread. Threads share the work of kernels; each element is computed by one thread.
 *
 * Sums over rows must not lose digits when there are many rows. So db is summed in double. dW is summed in real over
 * blocks of up to MATMUL_BLOCK rows, and the sums of the blocks are added in double (by CBLAS: in real). When rows are
 * positions of samples, as in sequences, a block has the same positions of several samples. So padding, where dy is 0,
 * changes no bit of dW. (It may change a bit when dW is added to an earlier dW, which is then the first term of the
 * sum.)
 *
 * With the kernel matmul, a row of y has the same bits whatever the other rows are. So padding in a batch does not
 * change the other rows.
 */
#ifndef NORMLAB_KERNELS_PRODUCTS_H
#define NORMLAB_KERNELS_PRODUCTS_H

#include "base/system/parallel.h"
#include "kernels/kernels.h"

struct products {
    const struct kernels *kernels;
    int in, out;
    bool by_kernels; /* true: the kernel matmul computes the products; false: CBLAS */
};

/* Fills p, which owns no memory, for a weight W[in][out]. Returns the size in bytes of the scratch memory that
 * products_input() and products_input_gated() need, which may be 0. */
size_t products_make(struct products *p, const struct kernels *k, int in, int out);

/* y[rows][out] = x[rows][in] W, plus y when add is true. In all functions, threads NULL: the calling thread alone. */
void products_forward(const struct products *p, struct parallel *threads, size_t rows,
                      const real *x, const real *w, bool add, real *y);

/* y[rows][out] = x[rows][in] W + bias[out], plus `plus`[rows][out]; with relu, y = max(y, 0). bias and plus may be NULL:
 * then nothing is added. plus is not y. */
void products_affine(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                     const real *w, const real *bias, const real *plus, bool relu, real *y);

/* dw[in][out] = x^T dy, plus dw when add is true. x and dy have n * positions rows: the positions of n samples. For
 * rows that are not positions of sequences, callers pass n = 1 and the number of rows as positions. */
void products_weight(const struct products *p, struct parallel *threads, size_t n, size_t positions,
                     const real *x, const real *dy, bool add, real *dw);

/* db[out] = the sum of the rows of dy, plus db when add is true. */
void products_bias(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                   bool add, real *db);

/* dx[rows][in] = dy[rows][out] W^T, plus dx when add is true. scratch: memory of the size that products_make() gave. */
void products_input(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                    const real *w, bool add, real *dx, void *scratch);

/* As products_input() without add, for an x that is the output of a relu: dx is the gradient of the relu's input, 0 where
 * x[rows][in] is <= 0. */
void products_input_gated(const struct products *p, struct parallel *threads, size_t rows,
                          const real *dy, const real *w, const real *x, real *dx, void *scratch);

/* turned[out][in] = W^T. A struct products made with `in` and `out` exchanged can then compute dy W^T by
 * products_forward(). This is faster than products_input() when the same W multiplies many dy. */
void products_turn(const struct products *p, const real *w, real *turned);

#endif
