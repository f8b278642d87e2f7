/*
 * Generated regression sets in which a sample is one number. The least-squares solution is known: a test can compare
 * it with the gamma and beta that a network of a single norm learns.
 */
#include "base/arena.h"
#include "base/rng.h"
#include "data/data.h"
#include <math.h>

#define SEED  2015
#define TRAIN 2000
#define TEST  500

/* Fills a split with `count` bytes from a normal distribution, rounded and limited to 0 to 255, and targets of 0. */
static void draw_split(const char *stream, double mean, double sd, int count,
                       struct decoded_split *out)
{
    struct rng r = rng_stream(SEED, stream);

    decoded_split_allocate(out, count, 1, 0, false);
    out->target = xcalloc((size_t)count, sizeof *out->target);
    for (int i = 0; i < count; i++)
        out->image[i] = (uint8_t)fmin(fmax(round(mean + sd * rng_normal(&r)), 0), 255);
}

static void draw_set(double mean, double sd, struct data_decoded *out)
{
    out->shape = shape_vector(1);
    out->classes = out->outputs = 1;
    draw_split("toy train", mean, sd, TRAIN, &out->train);
    draw_split("toy test", mean, sd, TEST, &out->test);
}

/* Sets each target to scale * byte + shift. */
static void set_targets(double scale, double shift, struct decoded_split *s)
{
    for (int i = 0; i < s->count; i++)
        s->target[i] = (float)(scale * s->image[i] + shift);
}

/* target = 5 z + 2, where z = (byte - mean) / sd, with the mean and sd of the training bytes. */
static int decode_affine(const char *const *paths, struct data_decoded *out)
{
    double mean = 0, squares = 0, sd;

    (void)paths;
    draw_set(128, 40, out);
    for (int i = 0; i < TRAIN; i++)
        mean += (double)out->train.image[i] / TRAIN;
    for (int i = 0; i < TRAIN; i++)
        squares += (out->train.image[i] - mean) * (out->train.image[i] - mean);
    sd = sqrt(squares / TRAIN);
    set_targets(5 / sd, 2 - 5 * mean / sd, &out->train);
    set_targets(5 / sd, 2 - 5 * mean / sd, &out->test);
    return 0;
}

/* target = byte / 255 */
static int decode_identity(const char *const *paths, struct data_decoded *out)
{
    (void)paths;
    draw_set(0.6 * 255, 0.2 * 255, out);
    set_targets(1 / 255.0, 0, &out->train);
    set_targets(1 / 255.0, 0, &out->test);
    return 0;
}

const struct data_type data_toy_affine = {
    .name = "toy-affine",
    .usage = "generated regression: 5 z + 2 of one standardized number z, 2000 + 500, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_affine,
};

const struct data_type data_toy_identity = {
    .name = "toy-identity",
    .usage =
        "generated regression: one number of mean 0.6 and sd 0.2 itself, as input=unit has it, "
        "2000 + 500, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_identity,
};
