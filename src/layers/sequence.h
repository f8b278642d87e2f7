/* What layers over sequences share. */
#ifndef NORMLAB_LAYERS_SEQUENCE_H
#define NORMLAB_LAYERS_SEQUENCE_H

#include "layers/layer.h"

/* Is the input a sequence? 0, or layer_error(). */
int sequence_check(const struct layer *l, struct setup *s);

/* The mask of sample n in this call, [T]; NULL: all positions are valid. */
const unsigned char *sequence_mask(const struct layer *l, const struct io *io, int n);

#endif
