/* Applying a layer to a file, between its reading and the rest. */
#ifndef NORMLAB_TOOLS_APPLY_INTERNAL_H
#define NORMLAB_TOOLS_APPLY_INTERNAL_H

#include "layers/layer.h"
#include "store/hdf5/h5.h"
#include "tools/apply.h"
#include "tools/tensor.h"

struct apply {
    struct h5_file *in;
    const char *in_path;
    enum apply_layout layout;
    bool eval, has_dy;
    bool plain_tokens; /* x is [N,T] in the file */
    int n;
    struct layer layer;
    real *x[LAYER_INPUTS], *y, *dy, *dx[LAYER_INPUTS], *param, *dparam, *state;
    void *saved, *scratch;
    unsigned char *mask;
};

/* Sets a->layer up for the file's x (and x2), and a->n. 0 or -1 after a message. */
int apply_set_up(struct apply *a, const char *spec);

/* Reads inputs, parameters, state, mask and the output's gradient into a's arrays, which have been allocated; what
 * the file has not is drawn or initial. 0 or -1 after a message. */
int apply_load(struct apply *a);

/* The view of the layer's output: what is flattened keeps the file's order of elements. */
struct view apply_output_view(const struct apply *a);

#endif
