/* How a tensor of normlab's stands in a user's file: channels last or, as PyTorch has it, behind N. */
#ifndef NORMLAB_TOOLS_TENSOR_H
#define NORMLAB_TOOLS_TENSOR_H

#include "layers/layer.h"
#include "tools/apply.h"

/* The dimensions as normlab stores them, and for each dimension of the file's array the one that it is in
 * normlab: the file's dimension i is dim[from[i]]. */
struct view {
    int rank;
    size_t dim[5];
    int from[5];
};

/* n samples of a shape. APPLY_NCHW: the channels, normlab's last dimension, follow N. */
struct view view_samples(size_t n, struct shape s, enum apply_layout layout);

/* A parameter or a piece of state. APPLY_NCHW: weights [k][k][in][out] stand as [out][in][k][k], [k][in][out]
 * as [out][in][k], and [in][out] as [out][in]; tables as they are. */
struct view view_param(const struct param *p, enum apply_layout layout);

size_t view_count(const struct view *v);

/* The place in normlab's order of the element that is number `at` in the file's. */
size_t view_place(const struct view *v, size_t at);

#endif
