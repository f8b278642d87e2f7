/* From a data set's sequences to a net's input: which of them, how long, in how many positions. */
#ifndef NORMLAB_TRAIN_SEQUENCES_H
#define NORMLAB_TRAIN_SEQUENCES_H

#include "base/real.h"
#include "data/data.h"
#include <stdint.h>

enum sequence_pad_to { PAD_TO_BATCH, PAD_TO_SET };
#define PAD_TOS "batch|set"

struct sequence_options {
    int length; /* 0: all sequences as they are; else those of at least so many steps, cut to them */
    double
        pad; /* share of a batch's positions that is added behind its longest sequence, in [0, 1) */
    int pad_to; /* enum sequence_pad_to: the longest sequence is that of the batch, or of the set */
};

/* One split of a set. */
struct sequences {
    struct sequence_options options;
    const uint8_t *token; /* [][room]; NULL: they are series */
    const float *series;  /* [][room][c] */
    const int32_t *length;
    const uint8_t *label;
    int room, c;
    int32_t *pick; /* [count] which of the split's sequences serve */
    int count;
    int longest; /* steps, of those that serve, cut; whoever has the other split may make it the larger of both */
    real *scale, *shift; /* [c]: a value v of a series becomes scale * v + shift */
};

/* Of a set whose shape has rank 2. standard: series are standardized per dimension by the training set's
 * valid steps; tokens always stay what they are. sequences_release() frees; count is 0 where none is long
 * enough. */
void sequences_init(struct sequences *s, const struct data *d, const struct data_split *split,
                    bool standard, const struct sequence_options *options);
void sequences_release(struct sequences *s);

/* Steps of sequence i, 0 <= i < count. */
int sequences_steps(const struct sequences *s, int i);

/* Positions that a longest sequence of so many steps takes with its extra padding: ceil(steps / (1 - pad)). */
int sequences_padded(const struct sequence_options *o, int steps);

/* Positions of a batch of sequences index[0..n). */
int sequences_positions(const struct sequences *s, int n, const int32_t *index);

/* Writes x [n][t][c] (padding: 0), mask [n][t] (1 valid, 0 padding) and label [n]. t: at least
 * sequences_positions(). */
void sequences_fill(const struct sequences *s, int n, const int32_t *index, int t, real *x,
                    unsigned char *mask, uint8_t *label);

#endif
