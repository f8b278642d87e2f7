/*
 * Products of any number of rows with a weight W[in][out], row-major:
 *   y = x W + b    dW = x^T dy    db = sum of dy's rows    dx = dy W^T
 * The kernels' matmul computes them, or CBLAS where kernels are plain or W exceeds the cache. Threads share the work;
 * each element is computed by one of them.
 *
 * Sums over rows do not lose digits as rows become more: db is summed in double, dW in real over blocks of up to
 * MATMUL_BLOCK rows, and the blocks in double. Where rows are positions of samples, as in sequences, a block holds
 * the same positions of some samples. So padding, where dy is 0, changes no bit, unless it is added to an earlier dW,
 * which is the first term of the sum. CBLAS adds the blocks in real.
 *
 * With kernels, a row of y has the same bits whatever the other rows are, so the padding of a batch does not change
 * it.
 */
#ifndef NORMLAB_KERNELS_PRODUCTS_H
#define NORMLAB_KERNELS_PRODUCTS_H

#include "base/system/parallel.h"
#include "kernels/kernels.h"

struct products {
    const struct kernels *kernels;
    int in, out;
    bool by_kernels; /* false: by CBLAS */
};

/* Returns the bytes of scratch memory that products_input() needs. */
size_t products_make(struct products *p, const struct kernels *k, int in, int out);

/* y[rows][out] = x[rows][in] W (+ y when add). */
void products_forward(const struct products *p, struct parallel *threads, size_t rows,
                      const real *x, const real *w, bool add, real *y);

/* y[rows][out] = x[rows][in] W + bias[out]; bias NULL: none. */
void products_affine(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                     const real *w, const real *bias, real *y);

/* dw[in][out] = x^T dy (+ dw when add), whose rows are the positions of n samples; rows of no sequence are one
 * sample. */
void products_weight(const struct products *p, struct parallel *threads, size_t n, size_t positions,
                     const real *x, const real *dy, bool add, real *dw);

/* db[out] = the sum of dy's rows (+ db when add). */
void products_bias(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                   bool add, real *db);

/* dx[rows][in] = dy[rows][out] W^T (+ dx when add). */
void products_input(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                    const real *w, bool add, real *dx, void *scratch);

/* turned[out][in] = W^T. Products with `in` and `out` exchanged then compute dy W^T: faster where one W multiplies
 * many dy. */
void products_turn(const struct products *p, const real *w, real *turned);

#endif
