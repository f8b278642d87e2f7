/*
 * A generated regression set with a linear rule: target = A x, with a random matrix A. Santurkar et al. 2018 train a deep
 * linear net on such a set (appendix, "deep linear networks").
 */
#include "base/arena.h"
#include "base/rng.h"
#include "data/cache.h"
#include <math.h>

#define SEED  2015
#define SIZE  10 /* numbers in x and in a target */
#define TRAIN 100000
#define TEST  200

/* Fills a split with bytes from a normal distribution, and targets of 0. */
static void draw_split(const char *stream, int count, struct decoded_split *out)
{
    struct rng r = rng_stream(SEED, stream);

    decoded_split_allocate(out, count, SIZE, 0, false);
    out->target = xcalloc((size_t)count * SIZE, sizeof *out->target);
    for (int i = 0; i < count * SIZE; i++)
        out->image[i] = (uint8_t)fmin(fmax(round(128 + 30 * rng_normal(&r)), 0), 255);
}

/* Sets the targets to A x, where x is (byte - mean) / sd. matrix: A, [SIZE][SIZE]. */
static void set_targets(const double *matrix, double mean, double sd, struct decoded_split *s)
{
    for (int n = 0; n < s->count; n++)
        for (int i = 0; i < SIZE; i++) {
            double sum = 0;

            for (int j = 0; j < SIZE; j++)
                sum += matrix[i * SIZE + j] * (s->image[n * SIZE + j] - mean) / sd;
            s->target[n * SIZE + i] = (float)sum;
        }
}

static int decode_linear(const char *const *paths, struct data_decoded *out)
{
    struct rng r = rng_stream(SEED, "linear matrix");
    double matrix[SIZE * SIZE], mean, sd;

    (void)paths;
    /* The shape is an image of one channel, so that one mean and one sd standardize all numbers of a sample. */
    out->shape = shape_image(1, SIZE, 1);
    out->classes = 1;
    out->outputs = SIZE;
    draw_split("linear train", TRAIN, &out->train);
    draw_split("linear test", TEST, &out->test);
    for (int i = 0; i < SIZE * SIZE; i++)
        matrix[i] = rng_normal(&r);
    decoded_moments(out, &mean, &sd);
    set_targets(matrix, mean, sd, &out->train);
    set_targets(matrix, mean, sd, &out->test);
    return 0;
}

const struct data_type data_synthetic_linear = {
    .name = "synthetic-linear",
    .usage = "generated regression: A x of ten standardized numbers x, with a random matrix A, "
             "100,000 + 200, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_linear,
};
