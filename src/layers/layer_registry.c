/* The table of layer types. It is in a file of its own, so that a program can link a table with other types instead. */
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
