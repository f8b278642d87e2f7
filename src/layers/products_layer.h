/*
 * A layer whose last step is a product, y = x W + bias, with an epilogue (layer.h). The sum with x[1] and a relu are part
 * of the product; so is the derivative of a relu before the layer, in the product that gives dx[0] (gates_input).
 */
#ifndef NORMLAB_LAYERS_PRODUCTS_LAYER_H
#define NORMLAB_LAYERS_PRODUCTS_LAYER_H

#include "kernels/products.h"
#include "layers/layer.h"

/* Books memory for products_layer_gradient() in set-up, when l->out is set, and returns its offset in scratch. */
size_t products_layer_book(struct layer *l, const struct setup *s);

/* io->y = x W + bias, and the epilogue. bias may be NULL. */
void products_layer_forward(const struct layer *l, const struct io *io, const struct products *p,
                            const real *x, const real *w, const real *bias);

/* For a backward call: returns the gradient of x W + bias, which is io->dy or in scratch at this offset, and writes the
 * gradient of x[1]. */
const real *products_layer_gradient(const struct layer *l, const struct io *io, size_t offset);

/* Writes dx[0] = dy W^T, for a layer with y = x[0] W, or adds it; does nothing when dx[0] is not needed. scratch is as
 * for products_input(). */
void products_layer_input(const struct layer *l, const struct io *io, const struct products *p,
                          const real *dy, const real *w, void *scratch);

#endif
