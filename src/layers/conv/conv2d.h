/*
 * A convolution's three paths. Where LIBXSMM serves: conv2d_winograd.c for 3x3 kernels over enough
 * channels, conv2d_taps.c by batch-reduce products over the taps for all others. Elsewhere
 * conv2d_columns.c, by im2col and one large product. Private to conv2d.
 *
 * The first two split samples into parts, which several threads may share; how many depends on the batch
 * alone.
 */
#ifndef NORMLAB_LAYERS_CONV_CONV2D_H
#define NORMLAB_LAYERS_CONV_CONV2D_H

#include "kernels/brgemm.h"
#include "layers/layer.h"

enum { CONV_WEIGHT, CONV_BIAS }; /* parameters */

/* The taps path. Its products' code, and where it keeps what in scratch. */
struct conv2d_taps {
    struct brgemm forward, weight;
    struct brgemm input[2][2]; /* by phase_length() and by io.add */
    size_t offsets, turned, parts;
    size_t part_bytes, block, gradient; /* of one part; where in it the weight gradient lies */
};

/* The Winograd path. */
struct conv2d_winograd {
    struct brgemm forward, input, weight[2]; /* weight: by whether it adds */
    size_t filter,
        turned; /* in scratch: transformed weights of forward and of the input gradient */
    size_t parts, part_bytes;
    size_t offsets, block, gradient; /* in a part, behind the planes */
};

enum conv2d_path { CONV_COLUMNS, CONV_TAPS, CONV_WINOGRAD };

struct conv2d {
    int channels, k, stride, pad, bias;
    bool has_bias;
    struct window window;
    enum conv2d_path path;
    union {
        struct conv2d_taps taps;
        struct conv2d_winograd winograd;
    };
    bool direct;                  /* columns path: 1x1, so the columns are the input */
    int chunk;                    /* columns path: samples a product */
    size_t block, total, columns; /* columns path, in scratch: weight gradients, and im2col's */
};

/* ---- conv2d_shared.c ---- */

int conv2d_parts(int n); /* parts of a batch of n samples */

/* gradient[count] += those of the other parts, each part_bytes behind the one before. */
void conv2d_add_parts(size_t count, double *gradient, int parts, size_t part_bytes);

/* dw[count] = gradient (+ dw when add) */
void conv2d_write_gradient(size_t count, const double *gradient, real *dw, bool add);

/* turned[tap][out][in] = weight[tap][in][out] */
void conv2d_turn(const struct kernels *k, const struct conv2d *o, const real *weight, real *turned);

/* Books memory and makes code for up to max_n samples; false: this path does not serve. */
bool conv2d_winograd_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_winograd_forward(const struct layer *l, const struct conv2d *o, struct io *io);
void conv2d_winograd_backward(const struct layer *l, const struct conv2d *o, struct io *io);

bool conv2d_taps_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_taps_forward(const struct layer *l, const struct conv2d *o, struct io *io);
void conv2d_taps_backward(const struct layer *l, const struct conv2d *o, struct io *io);

void conv2d_columns_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_columns_forward(const struct layer *l, const struct conv2d *o, struct io *io);
void conv2d_columns_backward(const struct layer *l, const struct conv2d *o, struct io *io);

#endif
