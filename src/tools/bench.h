/* Benchmarks: what a call costs, and how fast it could be on this machine, measured in the same run. All times are
 * of one thread, except for a trial with threads=K. Functions that measure return 0, or -1 after one message; each
 * row is reported as soon as it is measured. */
#ifndef NORMLAB_TOOLS_BENCH_H
#define NORMLAB_TOOLS_BENCH_H

#include "base/formats/config.h"
#include "base/formats/option.h"
#include "layers/instance.h"

struct bench_plan {
    double seconds; /* to spend on a row's samples */
    int repeat;     /* samples */
};

struct bench_time { /* of one call, over the samples */
    double min_s, median_s;
    long calls; /* in a sample */
};

struct bench_row {
    char work[OPTION_TEXT_MAX], shape[64];
    double images; /* or sequences, in a call; 0: none */
    struct bench_time time;
    const char *unit; /* "gb_s" or "gflop_s" */
    double amount;    /* bytes or floating-point operations of a call */
    double bound;     /* how many of these this machine can do in a second; 0: not measured */
};
typedef void bench_report(void *context, const struct bench_row *row);

/* A benchmark of layers. */
typedef int bench_layers(const struct bench_plan *plan, bench_report *report, void *context);

/* forward + backward of each norm in training mode on three shapes. amount: the passes over the array that cannot be
 * avoided. They are 8 where a statistics group spans the batch (read x twice, write y; read x and dy twice, write dx)
 * and 5 where a sample's groups stay in cache (x, y; x, dy, dx). bound: bench_copy() of an array of that size. */
bench_layers bench_norms;

/* Dense layers, and convolutions of ResNet-20, forward and backward. bound: gemm() on 2048x2048 matrices, the first
 * row. A kernel that does less than gemm() may exceed it. */
bench_layers bench_gemm, bench_conv;

/* Steps of a trial, batch assembly and update included, epoch after epoch. steps: in a sample; 0: as many as fill its
 * time. amount: three times the layers' forward operations. A loss that is not finite is a failure, as such steps do
 * less. For sequences, the row's shape is that of the longest, and amount counts the positions that a batch has. */
int bench_train(const struct bench_plan *plan, const struct config *config, int steps,
                bench_report *report, void *context);

/* Writes an HDF5 file by which another program can do the same work:
 *   /layers, /params                  names of layers with parameters, in the net's order; of each
 *                                     parameter, as "layer/param"
 *   /param/<layer>/<name>             first values; conv2d weight [k][k][in][out], dense [in][out]
 *   /label [n]                        classes of the training samples, which are one of
 *   /image [n][h][w][c]               images, as bytes; with
 *     /mean, /sd [c]                  an input is (byte - mean) / sd; and for regression sets with
 *     /target [n][outputs]            numbers that replace the labels
 *   /token [n][t]                     sequences of tokens, 0 = padding; with /length [n] steps of each
 *   /series [n][t][c]                 sequences of numbers, as they enter the net; with /length
 *   /order [epoch][n]                 samples of an epoch's steps, for as many as the losses need
 *   /loss [BENCH_DUMP_STEPS]          mean loss of each step's batch, before its update
 * and the complete configuration in root attributes. */
#define BENCH_DUMP_STEPS 50
int bench_dump(const struct config *config, const char *path);

/* ---- measuring ---- */

typedef void bench_call(void *context);

/* Warms up, and returns how many calls make a sample long enough for the plan and the clock. */
long bench_calibrate(const struct bench_plan *plan, bench_call *call, void *context);

/* Takes the samples. */
struct bench_time bench_sample(const struct bench_plan *plan, long calls, bench_call *call,
                               void *context);

/* Copies one array of `count` reals to another by memcpy() and by a loop. *bytes_s: bytes read and written per second
 * by the faster of the two. */
int bench_copy(const struct bench_plan *plan, size_t count, double *bytes_s);

/* Measures gemm() on 2048x2048 matrices; row->bound becomes its own rate. */
int bench_matrix_product(const struct bench_plan *plan, struct bench_row *row);

#endif
