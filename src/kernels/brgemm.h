/*
 * Batch-reduce matrix products (Georganas et al. 2020) by LIBXSMM, whose only user is brgemm.c. A
 * product's code is made for its shape when a layer is set up; running it allocates nothing. Without
 * LIBXSMM, or beside kernels that it does not serve, nothing is made and layers take another path.
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

/* Makes the product's code for the CPU that k is for; false when it cannot be had. */
bool brgemm_make(struct brgemm *b, const struct kernels *k, const struct brgemm_shape *s);

/* X_i and W_i start `count` offsets, in bytes, behind x and w. count >= 1. */
void brgemm_run(const struct brgemm *b, unsigned long long count, const real *x,
                const unsigned long long *x_offset, const real *w,
                const unsigned long long *w_offset, real *c);

/* to[columns][rows] = from[rows][columns], rows ld_from and ld_to elements apart. */
void brgemm_transpose(int rows, int columns, const real *from, int ld_from, real *to, int ld_to);

/* "LIBXSMM 1.17", or "none" where this build has none: for provenance. */
const char *brgemm_library(void);

/* Does it serve these kernels? */
bool brgemm_serves(const struct kernels *k);

#endif
