/*
 * The inverse square root of a symmetric matrix by Newton's iteration (Huang et al. 2019, equations 8 and 13):
 *   P_0 = I,   P_t = (3 P_(t-1) - P_(t-1)^3 S) / 2
 * It converges to S^(-1/2) when all eigenvalues of S are above 0 and below 3, as when its trace is 1. Matrices are
 * [d][d]. `work` is memory for INVERSE_ROOT_WORK matrices.
 */
#ifndef NORMLAB_LAYERS_NORMS_INVERSE_ROOT_H
#define NORMLAB_LAYERS_NORMS_INVERSE_ROOT_H

#include "kernels/kernels.h"

enum { INVERSE_ROOT_WORK = 3 };

/* Writes P_1, ..., P_iterations to p, one after the other. */
void inverse_root(const struct kernels *k, size_t d, int iterations, const real *s, real *p,
                  real *work);

/* Writes the gradient of S to ds. g: the gradient of the last P, which is overwritten. s and p must be as in forward. */
void inverse_root_backward(const struct kernels *k, size_t d, int iterations, const real *s,
                           const real *p, real *g, real *ds, real *work);

#endif
