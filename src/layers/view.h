/* Layers whose output is their input in the same order: forward and backward copy. */
#ifndef NORMLAB_LAYERS_VIEW_H
#define NORMLAB_LAYERS_VIEW_H

#include "layers/layer.h"

void view_forward(const struct layer *l, struct io *io);
void view_backward(const struct layer *l, struct io *io);

#endif
