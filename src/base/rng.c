#include "base/rng.h"
#include <math.h>
#include <Random123/philox.h>
#include <string.h>

void rng_block(uint64_t key, uint64_t block, uint32_t word[4])
{
    philox4x32_ctr_t counter = {{(uint32_t)block, (uint32_t)(block >> 32), 0, 0}};
    philox4x32_key_t k = {{(uint32_t)key, (uint32_t)(key >> 32)}};
    philox4x32_ctr_t out = philox4x32(counter, k);

    memcpy(word, out.v, sizeof out.v);
}

uint64_t rng_key(uint64_t seed, const char *name, uint64_t index)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a of the name */
    philox4x32_ctr_t counter;
    philox4x32_key_t k = {{(uint32_t)seed, (uint32_t)(seed >> 32)}};
    philox4x32_ctr_t out;

    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 0x100000001b3u;
    counter.v[0] = (uint32_t)hash;
    counter.v[1] = (uint32_t)(hash >> 32);
    counter.v[2] = (uint32_t)index;
    counter.v[3] = (uint32_t)(index >> 32);
    out = philox4x32(counter, k);
    return (uint64_t)out.v[1] << 32 | out.v[0];
}

struct rng rng_from_key(uint64_t key)
{
    return (struct rng){.key = key};
}

struct rng rng_stream(uint64_t seed, const char *name)
{
    return rng_from_key(rng_key(seed, name, 0));
}

uint32_t rng_u32(struct rng *r)
{
    if (r->left == 0) {
        rng_block(r->key, r->block++, r->word);
        r->left = 4;
    }
    return r->word[4 - r->left--];
}

double rng_uniform(struct rng *r)
{
    uint64_t high = rng_u32(r) >> 5, low = rng_u32(r) >> 6; /* 53 bits */
    double u = ((double)(high << 26 | low) + 0.5) * 0x1p-53;

    return u < 1 ? u : 1 - 0x1p-53; /* rounding can make the largest u equal 1 */
}

double rng_normal(struct rng *r)
{
    double u = rng_uniform(r), v = rng_uniform(r);

    return sqrt(-2 * log(u)) * cos(6.283185307179586 * v);
}

uint32_t rng_below(struct rng *r, uint32_t n)
{
    /* 2^32 mod n. That many of the smallest words are rejected. The number of the others is a multiple of n, so all
     * remainders are equally likely. */
    uint32_t reject = (uint32_t)-n % n;
    uint32_t v;

    do
        v = rng_u32(r);
    while (v < reject);
    return v % n;
}

void rng_shuffle(struct rng *r, int32_t *a, int n)
{
    for (int i = n - 1; i > 0; i--) {
        int j = (int)rng_below(r, (uint32_t)i + 1);
        int32_t t = a[i];

        a[i] = a[j];
        a[j] = t;
    }
}
