/*
 * Products with a weight W[in][out], row-major, of any number of rows:
 *   y = x W + b    dW = x^T dy    db = sum of dy's rows    dx = dy W^T
 * by the kernels' matmul, or by CBLAS beside plain kernels and for weights that no cache holds. Threads share
 * the work; each result is made by one of them.
 *
 * Sums over rows do not lose digits as rows become more: db is summed up in double, dw in real over blocks of
 * MATMUL_BLOCK rows at most, and these in double. Where rows are samples of some positions, as those of
 * sequences are, blocks are the same positions of some samples, so padding, of which dy is 0, changes no bit (but
 * where it is added to a dw, which is then the sum's first term). CBLAS adds blocks of rows up in real.
 *
 * A row of y has the same bits whatever rows stand beside it and however many, where the kernels serve; so
 * what a padded batch holds does not depend on its padding.
 */
#ifndef NORMLAB_KERNELS_PRODUCTS_H
#define NORMLAB_KERNELS_PRODUCTS_H

#include "base/system/parallel.h"
#include "kernels/kernels.h"

struct products {
    const struct kernels *kernels;
    int in, out;
    bool by_kernels; /* else by CBLAS */
};

/* Returns the bytes of scratch memory that products_input() wants. */
size_t products_make(struct products *p, const struct kernels *k, int in, int out);

/* y[rows][out] = x[rows][in] W (+ y when add). */
void products_forward(const struct products *p, struct parallel *threads, size_t rows,
                      const real *x, const real *w, bool add, real *y);

/* y[rows][out] = x[rows][in] W + bias[out]; bias NULL: none. */
void products_affine(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                     const real *w, const real *bias, real *y);

/* dw[in][out] = x^T dy (+ dw when add) of n samples of so many positions; rows that are no sequences are one
 * sample. */
void products_weight(const struct products *p, struct parallel *threads, size_t n, size_t positions,
                     const real *x, const real *dy, bool add, real *dw);

/* db[out] = the sum of dy's rows (+ db when add). */
void products_bias(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                   bool add, real *db);

/* dx[rows][in] = dy[rows][out] W^T (+ dx when add). */
void products_input(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                    const real *w, bool add, real *dx, void *scratch);

/* turned[out][in] = W^T, with which products of `in` and `out` exchanged make dy W^T: worth it where one W
 * meets many dy. */
void products_turn(const struct products *p, const real *w, real *turned);

#endif
