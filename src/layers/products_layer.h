/*
 * For layers whose last step is a product, y = x W + bias, with an epilogue (layer.h). The product's own pass also adds
 * x[1] and applies a relu. In backward, the product that computes dx[0] also applies the derivative of a relu before the
 * layer (gates_input).
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

/* For a backward call. Returns the gradient of x W + bias: io->dy, or memory in scratch at this offset. Also writes the
 * gradient of x[1], or adds it, when it is needed. */
const real *products_layer_gradient(const struct layer *l, const struct io *io, size_t offset);

/* For a layer with y = x[0] W: writes dx[0] = dy W^T, or adds it. Does nothing when dx[0] is not needed. scratch is as
 * for products_input(). */
void products_layer_input(const struct layer *l, const struct io *io, const struct products *p,
                          const real *dy, const real *w, void *scratch);

#endif
