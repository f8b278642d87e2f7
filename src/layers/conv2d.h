/* A convolution's two paths: conv2d_taps.c by batch-reduce products over the kernel's taps, where
 * LIBXSMM serves, and conv2d_columns.c by im2col and one large product. Private to conv2d. */
#ifndef NORMLAB_LAYERS_CONV2D_H
#define NORMLAB_LAYERS_CONV2D_H

#include "kernels/brgemm.h"
#include "layers/layer.h"

enum { CONV_WEIGHT, CONV_BIAS }; /* parameters */

/* The taps path. Its products' code, and where it keeps what in scratch. */
struct conv2d_taps {
    struct brgemm forward, weight;
    struct brgemm input[2][2]; /* by phase_length() and by io.add */
    size_t offsets, turned, parts;
    size_t part_bytes, gradient; /* of one part; where in it the weight gradient lies */
};

struct conv2d {
    int channels, k, stride, pad, bias;
    bool has_bias;
    struct window window;
    bool by_taps;
    struct conv2d_taps taps;
    bool direct; /* columns path: 1x1, so the columns are the input */
    int chunk;   /* columns path: samples a product */
};

/* Books memory and makes code for up to max_n samples; false: this path does not serve. */
bool conv2d_taps_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_taps_forward(const struct layer *l, const struct conv2d *o, struct io *io);
void conv2d_taps_backward(const struct layer *l, const struct conv2d *o, struct io *io);

void conv2d_columns_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_columns_forward(const struct layer *l, const struct conv2d *o, struct io *io);
void conv2d_columns_backward(const struct layer *l, const struct conv2d *o, struct io *io);

#endif
