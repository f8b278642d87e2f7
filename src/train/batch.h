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
    const float *target; /* [count][outputs]; NULL: the set has classes */
    int outputs;
    const struct kernels *kernels;
    struct parallel *threads; /* the caller's, NULL at first: share a batch's samples */
    real scale[DATA_CHANNELS],
        shift[DATA_CHANNELS];    /* a byte v of channel c becomes scale * v + shift */
    bool flip;                   /* mirror half of the images */
    int crop;                    /* shift by up to this many pixels, zeros coming in */
    double contrast, brightness; /* distortion of each image, 0 at first: none */
    uint64_t seed;               /* of the distortion */
};

/* standard: (pixel - mean) / sd of the training set, per channel; unit: pixel / 255; raw: 0 to 255.
 */
void batch_source_init(struct batch_source *s, const struct data *d, const struct data_split *split,
                       int input);

/* Assembles samples index[0..n) into x [n][h][w][c] and their labels. augment_key: of this epoch,
 * for flip and crop; each sample's fate depends on it and the sample alone. augment false: none.
 *
 * Where the source distorts, a byte v of an image with the mean m, over its pixels and channels, counts as
 * m + c (v - m) + b; rng_key(seed, "distort", image) draws first c from [1 - contrast, 1 + contrast], then
 * b from [-brightness, brightness] * 255. It is not clipped to 0 to 255: what a norm over the image undoes
 * is an affine map of the whole image, and that exactly; clipping would make it another map. Such an image
 * is not augmented. */
void batch_fill(const struct batch_source *s, int n, const int32_t *index, bool augment,
                uint64_t augment_key, real *x, uint8_t *label);

/* The targets [n][outputs] of samples index[0..n). */
void batch_targets(const struct batch_source *s, int n, const int32_t *index, real *target);

#endif
