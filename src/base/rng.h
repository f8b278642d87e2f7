/*
 * Counter-based random numbers: Philox4x32-10 (Salmon et al. 2011), from the library Random123. A stream is a sequence
 * of random numbers that depends only on a seed and the stream's name. So the order of the data and the first weights
 * of a layer are the same for every norm, for any number of workers, and after a restart.
 */
#ifndef NORMLAB_BASE_RNG_H
#define NORMLAB_BASE_RNG_H

#include <stdint.h>

/* A position in a stream. */
struct rng {
    uint64_t key;
    uint64_t block;   /* counter of the next block of four words */
    uint32_t word[4]; /* the current block */
    int left;         /* number of words of the current block that are not used yet */
};

/* Returns the start of the stream `name` of `seed`. */
struct rng rng_stream(uint64_t seed, const char *name);

/* Returns a key that depends on seed, name and index. With the number of an epoch or a step as index, each epoch or
 * step has its own key. */
uint64_t rng_key(uint64_t seed, const char *name, uint64_t index);

/* Returns the start of the stream of a key. */
struct rng rng_from_key(uint64_t key);

/* Each of these draws from the stream r and advances it. */
uint32_t rng_u32(struct rng *r);               /* uniform over all 32-bit numbers */
double rng_uniform(struct rng *r);             /* uniform in (0, 1), never 0 or 1 */
double rng_normal(struct rng *r);              /* normal with mean 0, variance 1 (Box-Muller) */
uint32_t rng_below(struct rng *r, uint32_t n); /* uniform in [0, n), without bias; n > 0 */
void rng_shuffle(struct rng *r, int32_t *a, int n); /* permutes a[0..n) at random (Fisher-Yates) */

/* Writes the four random words of the stream of `key` at counter `block`. */
void rng_block(uint64_t key, uint64_t block, uint32_t word[4]);

#endif
