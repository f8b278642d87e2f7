/* Benchmarks measure the time of a call and, in the same run, a bound: how fast this machine could do the same work
 * at best. Everything runs on one thread, except for a trial with threads=K. A function that measures returns 0, or
 * -1 after one message. Each row of the output is passed to `report` as soon as it is measured. */
#ifndef NORMLAB_TOOLS_BENCH_H
#define NORMLAB_TOOLS_BENCH_H

#include "base/formats/config.h"
#include "base/formats/option.h"
#include "layers/instance.h"

struct bench_plan {
    double seconds; /* time for all timing samples of a row */
    /* number of timing samples of a row; a timing sample is the time of several calls */
    int repeat;
    /* the shortest time of a timing sample; 0: 0.02 s, far above the errors of clock and scheduler */
    double sample_s;
};

/* The time of one call: minimum and median over the timing samples. */
struct bench_time {
    double min_s, median_s;
    long calls; /* number of calls in a timing sample */
};

/* What was measured of one work, as of a layer on inputs of one shape. */
struct bench_row {
    char work[OPTION_TEXT_MAX], shape[64];
    double images; /* number of images or sequences in a call; 0: the work has none */
    struct bench_time time;
    const char *unit; /* "gb_s" for bytes, "gflop_s" for floating-point operations */
    double amount;    /* bytes (gb_s) or floating-point operations (gflop_s) of a call */
    double bound;     /* bytes or operations per second that this machine can do; 0: not measured */
};
typedef void bench_report(void *context, const struct bench_row *row);

/* A benchmark of layers. Calls report() with `context` for each row. */
typedef int bench_layers(const struct bench_plan *plan, bench_report *report, void *context);

/* Measures the forward and backward pass of each norm in layers.def, with its default options, in training mode, on
 * three shapes. amount: the bytes of those passes over the array that cannot be avoided. There are 8 such passes when a
 * statistics group spans the batch (read x twice, write y; read x and dy twice, write dx), and 5 when the statistics
 * groups of a sample stay in the cache (read x, write y; read x and dy, write dx). bound: the rate of bench_copy() for
 * an array of the same size. */
bench_layers bench_norms;

/* Measure the forward and backward passes of dense layers (bench_gemm) and of the convolutions of ResNet-20
 * (bench_conv). bound: the rate of gemm() on 2048x2048 matrices, which is the first row. A layer whose kernel needs
 * fewer operations than gemm() may exceed it. */
bench_layers bench_gemm, bench_conv;

/* Measures the steps of a trial, epoch after epoch, including the assembly of the batch and the update. steps: the
 * number of steps in a timing sample; 0: as many as its time allows. amount: three times the operations of the
 * layers' forward pass, because a backward pass takes twice as many as a forward pass. For sequences, row->shape is
 * the shape of the longest sequence, and amount counts the positions that each batch has. A loss that is not finite
 * is an error, because steps without a finite loss do less work. */
int bench_train(const struct bench_plan *plan, const struct config *config, int steps,
                bench_report *report, void *context);

/* A part of a training step: a layer, all layers of a kind, or work between the passes. The time of each layer call and of
 * each other work is its median over the steps, in milliseconds; all other times are sums of these. A median is used because
 * on a busy machine interruptions, each in another call, would make the mean longer. */
struct bench_part {
    const char *name; /* of a layer in the net, or of a part; or "step" */
    const char *kind; /* the part that a layer belongs to; NULL for a row that is no layer */
    char type[64];    /* of a layer, as "batchnorm+relu"; else "" */
    double forward_ms, backward_ms; /* NAN for work that belongs to no layer */
    double ms;
    double share;    /* of the step's time, 0 to 1 */
    double bound_ms; /* the least time for this work on this machine; NAN: unknown */
};
typedef void bench_part_report(void *context, const struct bench_part *part);

/* Measures where the time of a trial's training steps goes. config and steps: as for bench_train(). Reports first the
 * whole step (name "step"), then its parts, whose times add up to the step's, then each layer in the order of the net,
 * without views. The parts are the kinds of layers (products, norms, activations, other), then the work between the
 * passes (batch, loss, optimizer, rest). `other` is every layer without a product that is neither a norm nor an activation,
 * such as a pooling layer; `rest` is the time that belongs to no other part. Bounds:
 *
 *   products     operations (in backward twice those of forward, or once where no gradient of the input is needed) at the
 *                rate of gemm() on 512x512 matrices; or, if that takes longer, bytes as below. A layer whose kernel
 *                needs fewer operations may be faster.
 *   all others   the bytes of all arrays that must be read or written at least once (by norms over the batch: twice), at
 *                the rate of bench_copy() for an array of the size of the layer's input
 *
 * Both rates are measured in the same run. */
int bench_profile(const struct bench_plan *plan, const struct config *config, int steps,
                  bench_part_report *report, void *context);

/* Writes an HDF5 file from which another program can repeat the first steps of a trial. steps: their number;
 * 0: BENCH_DUMP_STEPS. Root attributes hold the complete configuration; the datasets are:
 *
 *   /layers, /params                  names of the layers that have parameters, and of the parameters,
 *                                     as "layer/param"; both in the net's order
 *   /param/<layer>/<name>             first values; conv2d weight [k][k][in][out], dense [in][out]
 *   /label [n]                        classes of the training samples
 *
 *   images:
 *   /image [n][h][w][c]               the images, as bytes
 *   /mean, /sd [c]                    the input of the net is (byte - mean) / sd
 *   /target [n][outputs]              only for regression: the numbers that the net should put out; labels are unused
 *
 *   sequences:
 *   /token [n][t]                     sequences of tokens, 0 = padding
 *   /series [n][t][c]                 instead of /token: sequences of numbers, as they enter the net
 *   /length [n]                       number of steps of each sequence
 *
 *   /order [epoch][n]                 samples of an epoch, in the order of its steps; as many epochs as the losses need
 *   /loss [steps]                     mean loss of each step's batch, before the update of that step
 *
 * Returns 0, or -1 after a message. */
#define BENCH_DUMP_STEPS 50
int bench_dump(const struct config *config, int steps, const char *path);

/* ---- measuring ---- */

typedef void bench_call(void *context);

/* Makes some calls to fill the caches, and returns how many calls of call(context) a timing sample needs: enough for
 * the plan's time and for the precision of the clock. */
long bench_calibrate(const struct bench_plan *plan, bench_call *call, void *context);

/* Takes plan->repeat timing samples of `calls` calls each. Returns the time of one call. */
struct bench_time bench_sample(const struct bench_plan *plan, long calls, bench_call *call,
                               void *context);

/* Measures how fast one array of `count` reals is copied to another, by memcpy() and by a loop. *bytes_s becomes the
 * bytes read and written per second by the faster of the two. Returns 0, or -1 after a message. */
int bench_copy(const struct bench_plan *plan, size_t count, double *bytes_s);

/* Measures gemm() on matrices of side x side and fills *row; row->bound becomes the measured rate itself, at the
 * median. Returns 0, or -1 after a message. */
int bench_matrix_product(const struct bench_plan *plan, int side, struct bench_row *row);
#define BENCH_SIDE 2048 /* the side whose rate is the bound of layers */

#endif
