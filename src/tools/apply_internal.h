/* What reading the input, running the layer and writing the output of apply share. */
#ifndef NORMLAB_TOOLS_APPLY_INTERNAL_H
#define NORMLAB_TOOLS_APPLY_INTERNAL_H

#include "layers/instance.h"
#include "store/hdf5/h5.h"
#include "tools/tensor.h"

struct apply {
    struct h5_file *in;
    const char *in_path;
    enum apply_layout layout;
    bool eval, has_dy;
    bool plain_tokens; /* x is [N,T] in the file */
    int n;             /* samples */
    struct instance instance;
    unsigned char *mask; /* NULL: the file has none */
};

/* Sets a->instance up, with its memory, for the file's x (and x2). 0 or -1 after a message. */
int apply_set_up(struct apply *a, const char *spec);

/* Reads inputs, parameters, state, mask and the output's gradient into the instance; parameters and state that the file
 * lacks get their first values. 0 or -1 after a message. */
int apply_load(struct apply *a);

/* y and dy in the file: their shape there, and the order of elements. Both are the same but for flatten, whose vectors keep
 * the order of the input in the file. */
struct tensor apply_output_shape(const struct apply *a);
struct tensor apply_output_order(const struct apply *a);

#endif
