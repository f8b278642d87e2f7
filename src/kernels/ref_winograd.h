/* The plain kernels that stand in a file of their own: struct kernels (kernels.h) documents them. */
#ifndef NORMLAB_KERNELS_REF_WINOGRAD_H
#define NORMLAB_KERNELS_REF_WINOGRAD_H

#include "kernels/kernels.h"

void plain_winograd_input(int tiles, int c, const real *x, int h, int w, int top, int left, real *u,
                          size_t plane);
void plain_winograd_output(int tiles, int c, const real *m, size_t plane, int height, int width,
                           real *y, size_t stride, bool add);
void plain_winograd_gradient(int tiles, int c, const real *dy, size_t stride, int height, int width,
                             real *v, size_t plane);
void plain_winograd_filter(size_t n, const real *const g[9], real *w);
void plain_winograd_filter_gradient(size_t n, const real *dw, real *dg, bool add);

#endif
