/* Vectors divided by their lengths, as attention with qknorm=1 divides queries and keys. */
#ifndef NORMLAB_LAYERS_UNIT_VECTORS_H
#define NORMLAB_LAYERS_UNIT_VECTORS_H

#include "base/real.h"
#include <stddef.h>

/* Divides each vector of v[count][d] by its length |v|, and writes 1 / |v| to r[count]. When 1 / |v| overflows, as for
 * |v| = 0, the vector becomes 0, and r is 0. */
void unit_vectors_forward(size_t count, size_t d, real *v, real *r);

/* The backward pass, for a function of scale * u with u = v / |v|. On entry, w[count][d] is the gradient of scale * u; on
 * return it is the gradient of v,
 *   scale * (w - u (u w)) / |v|.
 * Returns the gradient of `scale`, the sum of u w over all vectors. u and r are the results of forward. */
double unit_vectors_backward(size_t count, size_t d, const real *u, const real *r, real scale,
                             real *w);

#endif
