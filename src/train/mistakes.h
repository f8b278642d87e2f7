/* Which test samples a net classifies wrongly: a bit for each (key test_mistakes; src/train/run/mistakes.c). */
#ifndef NORMLAB_TRAIN_MISTAKES_H
#define NORMLAB_TRAIN_MISTAKES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The test samples are in the order of the data set, which is the same for all trials with the same data, test_count and
 * length. Sample 0 is the most significant bit of the first byte, as for numpy.unpackbits(). */
struct mistakes {
    int samples;  /* number of test samples; 0: the trial did not keep its mistakes */
    uint8_t *bit; /* [mistakes_bytes(samples)] 1: wrong; the bits after the last sample are 0 */
};

/* Returns the number of bytes that have a bit for each of so many samples. */
size_t mistakes_bytes(int samples);

/* Makes m a new array without mistakes. mistakes_clear() frees it. */
void mistakes_init(struct mistakes *m, int samples);
void mistakes_clear(struct mistakes *m);

/* Read and set the bit of a sample, 0 <= sample < m->samples. */
bool mistakes_at(const struct mistakes *m, int sample);
void mistakes_set(struct mistakes *m, int sample, bool wrong);

/* Returns the number of samples that are wrong. */
int mistakes_count(const struct mistakes *m);

#endif
