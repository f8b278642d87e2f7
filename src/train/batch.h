/* Turns the images or vectors of a data set, stored as bytes, into a net's input. */
#ifndef NORMLAB_TRAIN_BATCH_H
#define NORMLAB_TRAIN_BATCH_H

#include "base/system/parallel.h"
#include "data/data.h"
#include "kernels/kernels.h"
#include <stdint.h>

enum batch_input { INPUT_STANDARD, INPUT_UNIT, INPUT_RAW };
#define BATCH_INPUTS "standard|unit|raw"

/* The samples of a split, and how they become a net's input. */
struct batch_source {
    struct shape shape;           /* of a sample */
    const uint8_t *image, *label; /* those of the split: [samples][h][w][c] and [samples] */
    /* sample i of the source is sample pick[i] of the split; NULL: sample i. The caller may set it. */
    const int32_t *pick;
    const float *target; /* [samples][outputs]; NULL: the set has classes */
    int outputs;
    const struct kernels *kernels;
    /* A byte v of channel c becomes scale[c] * v + shift[c]. */
    real scale[DATA_CHANNELS], shift[DATA_CHANNELS];
    /* The caller may set the fields below; batch_source_init() sets them to 0 or NULL. */
    struct parallel *threads; /* threads that share the samples of a batch; NULL: none */
    bool flip;                /* augmentation: mirrors each image with probability 1/2 */
    /* augmentation: shifts each image by up to `crop` pixels; zeros fill the gap */
    int crop;
    double contrast, brightness; /* distortion of each image; see batch_fill() */
    uint64_t seed;               /* seed of the distortion */
};

/* Prepares s for a split of d, which must outlive s. input: an enum batch_input. INPUT_STANDARD: (pixel - mean) / sd,
 * with the mean and sd of the channel in the training set; INPUT_UNIT: pixel / 255; INPUT_RAW: pixel, 0 to 255. */
void batch_source_init(struct batch_source *s, const struct data *d, const struct data_split *split,
                       int input);

/* Writes the samples index[0..n) of the source to x [n][h][w][c] and their labels to label [n]. If `augment`, mirrors and
 * shifts each sample by random numbers that depend only on the sample and on augment_key, a key of the epoch.
 *
 * If s->contrast or s->brightness is above 0, images are distorted instead of augmented: each byte v of an image is
 * replaced by m + c (v - m) + b, where m is the mean over all pixels and channels of the image. The random numbers
 * have the key rng_key(seed, "distort", image): first c is drawn from [1 - contrast, 1 + contrast], then b from
 * [-brightness, brightness] * 255. The results are not limited to 0 to 255: the distortion is then an affine map of
 * the image, which a norm over the whole image undoes exactly. */
void batch_fill(const struct batch_source *s, int n, const int32_t *index, bool augment,
                uint64_t augment_key, real *x, uint8_t *label);

/* Writes the targets of the samples index[0..n) to target [n][outputs]. The set must be a regression set. */
void batch_targets(const struct batch_source *s, int n, const int32_t *index, real *target);

#endif
