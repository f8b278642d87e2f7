/*
 * A convolution's three paths, private to conv2d. When LIBXSMM serves: conv2d_winograd.c for 3x3 kernels over enough channels,
 * and conv2d_taps.c, batch-reduce products over the taps, for all others. Else conv2d_columns.c, im2col and one large product.
 *
 * The first two split the samples of a batch into parts, which threads share; how many depends on the batch alone.
 */
#ifndef NORMLAB_LAYERS_CONV_CONV2D_H
#define NORMLAB_LAYERS_CONV_CONV2D_H

#include "kernels/brgemm.h"
#include "layers/layer.h"

/* The products of the taps path. */
struct conv2d_taps {
    struct brgemm forward, weight;
    struct brgemm input[2][2]; /* shorter or longer phase; overwrites or adds */
};

/* A convolution as the Winograd path sees it: of `in` channels over h x w, with `before` zeros before it, to out_h x out_w.
 * Tiles are taken in blocks of `rows` tile rows. */
struct winograd_job {
    int h, w, before, in, out_h, out_w, out;
    int tiles_y, tiles_x, rows;
};

/* The Winograd path. */
struct conv2d_winograd {
    struct winograd_job forward_job, input_job; /* input: of the gradient of x */
    struct brgemm forward, input, weight[2];    /* weight: by whether it adds */
    size_t filter;                              /* offset in scratch of the transformed weights */
};

enum conv2d_path { CONV_COLUMNS, CONV_TAPS, CONV_WINOGRAD };

struct conv2d {
    int channels, k, stride, pad, bias;
    struct window window;
    enum conv2d_path path;
    union {
        struct conv2d_taps taps;
        struct conv2d_winograd winograd;
    };
    /* Taps and Winograd paths. Offsets in scratch: the weights with in and out exchanged, and the parts. Offsets in a part:
     * the arrays of struct conv2d_part. */
    size_t transposed, parts, offsets, block, gradient;
    size_t part_bytes, offset_count;
    /* Columns path. Offsets in scratch: the weight gradient in double, of one chunk in `block`; and im2col's result. */
    size_t total, columns;
    bool direct; /* the kernel is 1x1, so the columns are the input */
    int chunk;   /* samples in a product */
};

/* A call. */
struct conv2d_call {
    const struct layer *layer;
    const struct conv2d *o;
    struct io *io;
    int parts;
    size_t in, out; /* values of a sample of x and of y */
};

/* The samples [first, end) of a call, and scratch memory. */
struct conv2d_part {
    size_t first, end;
    real *images; /* padded (taps), or in transformed planes (Winograd) */
    unsigned long long *x_offset, *w_offset; /* for brgemm_run() */
    real *
        block; /* the weight gradient of some rows or tiles (Winograd: of the transformed filter) */
    double *gradient; /* the sum of these */
};

/* ---- conv2d_shared.c ---- */

struct conv2d_call conv2d_call_init(const struct layer *l, struct io *io);

/* Books the parts of calls with up to max_n samples, and `transposed`. */
void conv2d_book_parts(struct layer *l, struct conv2d *o, int max_n, size_t image_reals,
                       size_t offset_count, size_t block_reals, size_t gradient_count);

struct conv2d_part conv2d_part_at(const struct conv2d_call *k, int number);

/* Runs task(k, i) for each part i; returns the sum of their gradients, [count]. */
double *conv2d_sum_parts(const struct conv2d_call *k, size_t count, void (*task)(void *, int));

/* dw[count] = gradient (+ dw when add) */
void conv2d_write_gradient(size_t count, const double *gradient, real *dw, bool add);

/* Writes the weights to scratch as [tap][out][in], and returns them. */
const real *conv2d_transpose(const struct conv2d_call *k);

/* ---- the paths; a set-up that returns false cannot serve this layer ---- */

bool conv2d_winograd_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_winograd_forward(const struct conv2d_call *k);
void conv2d_winograd_backward(const struct conv2d_call *k);

bool conv2d_taps_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_taps_forward(const struct conv2d_call *k);
void conv2d_taps_backward(const struct conv2d_call *k);

void conv2d_columns_setup(struct layer *l, struct conv2d *o, int max_n);
void conv2d_columns_forward(const struct conv2d_call *k);
void conv2d_columns_backward(const struct conv2d_call *k);

#endif
