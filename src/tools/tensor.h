/* The order of a tensor's elements in a user's file, where channels come last as in normlab or, as in PyTorch, behind N. */
#ifndef NORMLAB_TOOLS_TENSOR_H
#define NORMLAB_TOOLS_TENSOR_H

#include "layers/layer.h"
#include "tools/apply.h"

/* The dimensions as normlab stores them, and the file's order of these: the file's dimension i is dim[from[i]]. */
struct tensor {
    int rank;
    size_t dim[5];
    int from[5];
};

/* n samples of a shape. With APPLY_NCHW the channels, normlab's last dimension, follow N. */
struct tensor tensor_of_samples(size_t n, struct shape s, enum apply_layout layout);

/* A parameter or a piece of state. With APPLY_NCHW weights [k][k][in][out] are [out][in][k][k] in the file, [k][in][out]
 * are [out][in][k], and [in][out] are [out][in]; tables and everything else are as normlab stores them. */
struct tensor tensor_of_param(const struct param *p, enum apply_layout layout);

size_t tensor_count(const struct tensor *t); /* elements */

/* Where normlab stores the element that is number `at` in the file's order. */
size_t tensor_index(const struct tensor *t, size_t at);

#endif
