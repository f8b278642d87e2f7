/*
 * Batch-reduce matrix products (Georganas et al. 2020) by LIBXSMM, which only brgemm.c uses. The machine code of a
 * product is made for its shape when a layer is set up; running it allocates nothing. A build without LIBXSMM makes
 * none, nor does one for plain kernels; layers then use other products.
 */
#ifndef NORMLAB_KERNELS_BRGEMM_H
#define NORMLAB_KERNELS_BRGEMM_H

#include "kernels/kernels.h"

/* C[rows][columns] = sum over i of X_i[rows][depth] * W_i[depth][columns] (+ C when add), row-major,
 * rows ldx, ldw, ldc elements apart. transposed: X_i is stored [depth][rows]. */
struct brgemm_shape {
    int rows, columns, depth;
    int ldx, ldw, ldc;
    bool transposed, add;
};

struct brgemm {
    void (*code)(void); /* owned by LIBXSMM; NULL: not made */
};

/* True when products can be made beside these kernels. */
bool brgemm_serves(const struct kernels *k);

/* Makes the product's code for the instruction set of k. False when that is impossible. */
bool brgemm_make(struct brgemm *b, const struct kernels *k, const struct brgemm_shape *s);

/* X_i is at x plus x_offset[i] bytes, W_i at w plus w_offset[i] bytes, 0 <= i < count. count >= 1. */
void brgemm_run(const struct brgemm *b, unsigned long long count, const real *x,
                const unsigned long long *x_offset, const real *w,
                const unsigned long long *w_offset, real *c);

/* "LIBXSMM 1.17", or "none": for provenance. */
const char *brgemm_library(void);

#endif
