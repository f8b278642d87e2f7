/* From a data set's bytes to a net's input. */
#ifndef NORMLAB_TRAIN_BATCH_H
#define NORMLAB_TRAIN_BATCH_H

#include "base/parallel.h"
#include "data/data.h"
#include "kernels/kernels.h"
#include <stdint.h>

enum batch_input { INPUT_STANDARD, INPUT_UNIT, INPUT_RAW };
#define BATCH_INPUTS "standard|unit|raw"

struct batch_source {
    struct shape shape;
    const uint8_t *image, *label;
    const struct kernels *kernels;
    struct parallel *threads; /* the caller's, NULL at first: share a batch's samples */
    real scale[DATA_CHANNELS],
        shift[DATA_CHANNELS]; /* a byte v of channel c becomes scale * v + shift */
    bool flip;                /* mirror half of the images */
    int crop;                 /* shift by up to this many pixels, zeros coming in */
};

/* standard: (pixel - mean) / sd of the training set, per channel; unit: pixel / 255; raw: 0 to 255.
 */
void batch_source_init(struct batch_source *s, const struct data *d, const struct data_split *split,
                       int input);

/* Assembles samples index[0..n) into x [n][h][w][c] and their labels. augment_key: of this epoch,
 * for flip and crop; each sample's fate depends on it and the sample alone. augment false: none. */
void batch_fill(const struct batch_source *s, int n, const int32_t *index, bool augment,
                uint64_t augment_key, real *x, uint8_t *label);

#endif
