/* A dense layer's options, for tests that ask how it makes its products. */
#ifndef NORMLAB_LAYERS_DENSE_H
#define NORMLAB_LAYERS_DENSE_H

#include "kernels/products.h"
#include "layers/layer.h"

struct dense {
    int units, bias;
    struct products products;
    size_t scratch; /* offset of the memory that products_input() uses */
};

#endif
