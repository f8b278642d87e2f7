/* The options struct of a dense layer. It is in a header for tests that check how its products are computed. */
#ifndef NORMLAB_LAYERS_DENSE_H
#define NORMLAB_LAYERS_DENSE_H

#include "kernels/products.h"
#include "layers/weights.h"

struct dense {
    struct weights weights;
    int units;
    struct products products;
    size_t scratch; /* offset in scratch of the memory for products_input() */
    size_t dsum;    /* offset in scratch of the gradient before the epilogue (products_layer.h) */
};

extern const struct layer_type layer_dense;

#endif
