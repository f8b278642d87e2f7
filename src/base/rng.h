/*
 * Counter-based random numbers: Philox4x32-10 (Salmon et al. 2011), from the library Random123. The numbers of a stream
 * depend on a seed and the stream's name alone, so that the order of the data and the weights of a layer are the same
 * for every norm, with any number of workers, and after a restart.
 */
#ifndef NORMLAB_BASE_RNG_H
#define NORMLAB_BASE_RNG_H

#include <stdint.h>

struct rng {
    uint64_t key;
    uint64_t block;   /* counter of the next block of four */
    uint32_t word[4]; /* the current block */
    int left;         /* unused words of it */
};

/* The stream `name` of `seed`. */
struct rng rng_stream(uint64_t seed, const char *name);

/* A key that depends on seed, name and index: for a stream per epoch or step. */
uint64_t rng_key(uint64_t seed, const char *name, uint64_t index);
struct rng rng_from_key(uint64_t key);

uint32_t rng_u32(struct rng *r);
double rng_uniform(struct rng *r);                  /* in (0, 1), never 0 or 1 */
double rng_normal(struct rng *r);                   /* mean 0, variance 1 (Box-Muller) */
uint32_t rng_below(struct rng *r, uint32_t n);      /* in [0, n), without bias */
void rng_shuffle(struct rng *r, int32_t *a, int n); /* Fisher-Yates */

/* The four words that `key` has at counter `block`. */
void rng_block(uint64_t key, uint64_t block, uint32_t word[4]);

#endif
