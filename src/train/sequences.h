/* Turns the sequences of a data set into a net's input: chooses the sequences, cuts them and pads them. */
#ifndef NORMLAB_TRAIN_SEQUENCES_H
#define NORMLAB_TRAIN_SEQUENCES_H

#include "base/real.h"
#include "data/data.h"
#include <stdint.h>

enum sequence_pad_to { PAD_TO_BATCH, PAD_TO_SET };
#define PAD_TOS "batch|set"

struct sequence_options {
    /* > 0: use only sequences with at least `length` steps, cut to this length; 0: use all sequences whole */
    int length;
    /* fraction of a batch's positions that is extra padding, after its longest sequence */
    double pad;
    /* enum sequence_pad_to: whether batches are padded to their own longest sequence or to that of the whole set */
    int pad_to;
};

/* The sequences of one split of a set. The arrays token, series and label belong to the set and have all sequences of
 * the split. */
struct sequences {
    struct sequence_options options;
    const uint8_t *token; /* [][room]; NULL in a set of series */
    const float *series;  /* [][room][c]; NULL in a set of tokens */
    const uint8_t *label; /* [] */
    /* Each sequence takes the memory of `room` steps, as many as the set's longest sequence has; c: channels. */
    int room, c;
    int count;      /* number of sequences that are used */
    int32_t *pick;  /* [count] their indices in the split */
    int32_t *steps; /* [count] their numbers of steps after cutting */
    /* the largest of `steps`; the caller may raise it to that of another split */
    int longest;
    real *scale, *shift; /* [c]: a value v of a series becomes scale * v + shift */
};

/* Chooses the sequences of a split of d, whose shape must have rank 2. d must outlive s. standard: each channel of a
 * series is standardized with the mean and sd of the training split; tokens are never scaled. s->count is 0 when no
 * sequence has options->length steps. sequences_release() frees s. */
void sequences_init(struct sequences *s, const struct data *d, const struct data_split *split,
                    bool standard, const struct sequence_options *options);
void sequences_release(struct sequences *s);

/* Leaves only the n sequences index[0..n), in this order. s->longest does not change. */
void sequences_take(struct sequences *s, int n, const int32_t *index);

/* Returns the number of positions of a batch whose longest sequence has `steps` steps: ceil(steps / (1 - pad)), with the
 * extra padding. */
int sequences_padded(const struct sequence_options *o, int steps);

/* Returns the number of positions of the batch of the sequences index[0..n), with the extra padding. */
int sequences_positions(const struct sequences *s, int n, const int32_t *index);

/* Writes the sequences index[0..n) to x [n][t][c], with 0 for padding, and sets mask [n][t] (1 for a step, 0 for
 * padding) and label [n]. t must be at least sequences_positions(). */
void sequences_fill(const struct sequences *s, int n, const int32_t *index, int t, real *x,
                    unsigned char *mask, uint8_t *label);

#endif
