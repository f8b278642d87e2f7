/* The table of layer types, in a file of its own: a program that has a table of other types links that instead. */
#include "layers/layer.h"

#define LAYER(name) extern const struct layer_type layer_##name;
#include "layers/layers.def"
#undef LAYER

const struct layer_type *const layer_types[] = {
#define LAYER(name) &layer_##name,
#include "layers/layers.def"
#undef LAYER
    NULL,
};
