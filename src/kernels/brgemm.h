/*
 * Batch-reduce matrix products (Georganas et al. 2020) by the library LIBXSMM. A product is a sum of matrix products.
 * LIBXSMM generates machine code for its shape when a layer is set up. Running the code allocates no memory. A build
 * without LIBXSMM has no such products, and there are none for the plain kernels; layers then use other products.
 */
#ifndef NORMLAB_KERNELS_BRGEMM_H
#define NORMLAB_KERNELS_BRGEMM_H

#include "kernels/kernels.h"

/* C[rows][columns] = sum over i of X_i[rows][depth] W_i[depth][columns], plus C when add is true. Matrices are
 * row-major; rows of X_i, W_i and C are ldx, ldw and ldc elements apart. transposed: X_i is stored as [depth][rows]. */
struct brgemm_shape {
    int rows, columns, depth;
    int ldx, ldw, ldc;
    bool transposed, add;
};

struct brgemm {
    void (*code)(void); /* the machine code, owned by LIBXSMM; NULL: there is none */
};

/* True when LIBXSMM can generate code for the instruction set of k. */
bool brgemm_serves(const struct kernels *k);

/* Sets b to code for a product of this shape, for the instruction set of k. Returns false when LIBXSMM cannot generate
 * such code. Nothing needs to be freed. Without memory for the code, calls memory_missing(). */
bool brgemm_make(struct brgemm *b, const struct kernels *k, const struct brgemm_shape *s);

/* Computes the product that b was made for, with the sum over 0 <= i < count, count >= 1. X_i starts x_offset[i] bytes
 * after x, W_i w_offset[i] bytes after w. The matrix C is c. */
void brgemm_run(const struct brgemm *b, unsigned long long count, const real *x,
                const unsigned long long *x_offset, const real *w,
                const unsigned long long *w_offset, real *c);

/* Returns the library's name, which result files record: "LIBXSMM 1.17", or "none". */
const char *brgemm_library(void);

#endif
