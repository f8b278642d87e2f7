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
    double pad; /* share of a batch's positions that is extra padding, after the longest sequence */
    int pad_to; /* enum sequence_pad_to: the longest sequence is that of the batch, or of the set */
};

/* The sequences of one split of a set. */
struct sequences {
    struct sequence_options options;
    const uint8_t *token; /* [][room]; NULL: these are series */
    const float *series;  /* [][room][c] */
    const uint8_t *label; /* of all sequences of the split */
    int room, c;
    int count;           /* of the sequences that are used */
    int32_t *pick;       /* [count] their indices in the split */
    int32_t *steps;      /* [count] their lengths */
    int longest;         /* of these lengths; the caller may raise it to that of another split */
    real *scale, *shift; /* [c]: a value v of a series becomes scale * v + shift */
};

/* For a set whose shape has rank 2. standard: series are standardized per dimension by the training set's valid
 * steps; tokens are never scaled. count is 0 when no sequence is long enough. sequences_release() frees. */
void sequences_init(struct sequences *s, const struct data *d, const struct data_split *split,
                    bool standard, const struct sequence_options *options);
void sequences_release(struct sequences *s);

/* Positions of a batch whose longest sequence has so many steps, with the extra padding: ceil(steps / (1 - pad)). */
int sequences_padded(const struct sequence_options *o, int steps);

/* Positions of a batch of sequences index[0..n). */
int sequences_positions(const struct sequences *s, int n, const int32_t *index);

/* Writes x [n][t][c] (padding: 0), mask [n][t] (1 valid, 0 padding) and label [n]. t >= sequences_positions(). */
void sequences_fill(const struct sequences *s, int n, const int32_t *index, int t, real *x,
                    unsigned char *mask, uint8_t *label);

#endif
