/*
 * The three ways (paths) to compute a convolution, private to conv2d. If LIBXSMM can generate code: conv2d_winograd.c
 * for 3x3 kernels with enough channels and tiles, and conv2d_taps.c, with batch-reduce products over the kernel's taps,
 * for all other convolutions. If it cannot: conv2d_columns.c, with im2col and large matrix products.
 *
 * The first two paths split the samples of a batch into tasks, which threads share. The number of tasks depends only on
 * the number of samples.
 */
#ifndef NORMLAB_LAYERS_CONV_CONV2D_H
#define NORMLAB_LAYERS_CONV_CONV2D_H

#include "kernels/brgemm.h"
#include "layers/conv/winograd_rows.h"
#include "layers/weights.h"

/* The products of the taps path. */
struct conv2d_taps {
    struct brgemm forward, weight;
    struct brgemm input[2][2]; /* [0: shorter, 1: longer phase][0: overwrites, 1: adds] */
};

/* The tiles of a block are multiplied by products of different sizes: 16, 8 or 4 tiles. This is the number of sizes. */
enum { WINOGRAD_SIZES = 3 };

/* The Winograd path. */
struct conv2d_winograd {
    struct winograd_job forward_job, input_job; /* for y, and for the gradient of x */
    struct brgemm forward[WINOGRAD_SIZES], input[WINOGRAD_SIZES];
    struct brgemm weight[2]; /* weight[1]: for the last input channels, when they are fewer */
    size_t filter;           /* offset in scratch of the transformed weights */
};

enum conv2d_path { CONV_COLUMNS, CONV_TAPS, CONV_WINOGRAD };

struct conv2d {
    struct weights weights;
    int channels, k, stride, pad;
    struct window window;
    enum conv2d_path path;
    union {
        struct conv2d_taps taps;
        struct conv2d_winograd winograd;
    };
    /* For the taps and Winograd paths. */
    size_t transposed; /* offset in scratch of the weights with in and out exchanged */
    size_t tasks;      /* offset in scratch of the memory of the tasks, task_bytes for each */
    /* Offsets of arrays of struct conv2d_task in a task's memory: of x_offset and w_offset (offset_count elements
     * each), of block and of gradient. */
    size_t offsets, block, gradient;
    size_t task_bytes, offset_count;
    /* For the columns path. Offsets in scratch of the weight gradient of one chunk, of the weight gradient in double, and
     * of the result of im2col. */
    size_t chunk_gradient, total, columns;
    bool direct; /* kernel 1x1, stride 1, no padding: the input is used as columns */
    int chunk;   /* number of samples in a product */
};

/* A forward or backward call. */
struct conv2d_call {
    const struct layer *layer;
    const struct conv2d *o;
    struct io *io;
    int tasks;
    size_t in, out;     /* numbers of values in a sample of x and in a sample of y */
    const real *weight; /* the effective weight (layers/weights.h) */
    real *dweight;      /* backward: the gradient of the effective weight */
    bool add;           /* backward adds to dweight; false: overwrites it */
};

/* A task of a call: the samples [first, end), and scratch memory. */
struct conv2d_task {
    size_t first, end;
    real *images; /* padded images (taps), or transformed planes (Winograd) */
    unsigned long long *x_offset, *w_offset; /* arguments of brgemm_run() */
    /* A part of the weight gradient, in real. taps: the sum over some rows. Winograd: planes of the sum over some
     * tiles, for some input channels. */
    real *block;
    double *gradient; /* the weight gradient of the task: the sum of the blocks */
};

/* ---- conv2d_shared.c ---- */

/* Prepares a forward or backward call. The caller then sets the fields from `weight` on. */
struct conv2d_call conv2d_call_init(const struct layer *l, struct io *io);

/* Books the scratch memory of the tasks, for calls with up to max_n samples, and of the transposed weights. The other
 * arguments are the numbers of elements of the arrays in struct conv2d_task; offset_count is for x_offset and w_offset
 * each. */
void conv2d_book_tasks(struct layer *l, struct conv2d *o, int max_n, size_t image_reals,
                       size_t offset_count, size_t block_reals, size_t gradient_count);

/* Returns task `number` of a call. */
struct conv2d_task conv2d_task_at(const struct conv2d_call *k, int number);

/* Calls run(k, i) for each task i, which must fill the gradient of the task, with as many elements as the weight. Then
 * writes the sum of the gradients to k->dweight, or adds it with k->add. */
void conv2d_sum_tasks(const struct conv2d_call *k, void (*run)(void *, int));

/* dw[count] = gradient[count], plus dw when add is true. */
void conv2d_write_gradient(size_t count, const double *gradient, real *dw, bool add);

/* Writes the weights to scratch memory as [tap][out][in], and returns them. */
const real *conv2d_transpose(const struct conv2d_call *k);

/* ---- the paths. A set-up returns false when its path cannot compute this layer ---- */

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
