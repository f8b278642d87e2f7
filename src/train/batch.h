/* From a data set's bytes to a net's input. */
#ifndef NORMLAB_TRAIN_BATCH_H
#define NORMLAB_TRAIN_BATCH_H

#include "base/system/parallel.h"
#include "data/data.h"
#include "kernels/kernels.h"
#include <stdint.h>

enum batch_input { INPUT_STANDARD, INPUT_UNIT, INPUT_RAW };
#define BATCH_INPUTS "standard|unit|raw"

struct batch_source {
    struct shape shape;
    const uint8_t *image, *label;
    const float *target; /* [samples][outputs]; NULL: the set has classes */
    int outputs;
    const struct kernels *kernels;
    /* A byte v of channel c becomes scale[c] * v + shift[c]. */
    real scale[DATA_CHANNELS], shift[DATA_CHANNELS];
    /* The caller's; 0 or NULL at first: */
    struct parallel *threads;    /* share the samples of a batch */
    bool flip;                   /* augmentation: mirror half of the images */
    int crop;                    /* augmentation: shift by up to so many pixels, zeros coming in */
    double contrast, brightness; /* distortion of each image */
    uint64_t seed;               /* of the distortion */
};

/* input is an enum batch_input. standard: (pixel - mean) / sd of the training set, per channel; unit: pixel / 255;
 * raw: pixel, 0 to 255. */
void batch_source_init(struct batch_source *s, const struct data *d, const struct data_split *split,
                       int input);

/* Writes samples index[0..n) to x [n][h][w][c] and their labels. augment: flips and crops each sample by random
 * numbers that depend only on augment_key, which is the epoch's, and on the sample.
 *
 * With contrast or brightness, images are not augmented but distorted: a byte v of an image with the mean m, over its
 * pixels and channels, counts as m + c (v - m) + b. rng_key(seed, "distort", image) draws first c from [1 - contrast,
 * 1 + contrast], then b from [-brightness, brightness] * 255. Values are not clipped to 0 to 255, so that the
 * distortion is an affine map of the image, which a norm over the image undoes exactly. */
void batch_fill(const struct batch_source *s, int n, const int32_t *index, bool augment,
                uint64_t augment_key, real *x, uint8_t *label);

/* The targets [n][outputs] of samples index[0..n). */
void batch_targets(const struct batch_source *s, int n, const int32_t *index, real *target);

#endif
