/* Philox4x32-10 (Salmon et al. 2011, section 3.3), of several counters at a time. A lane of 64 bits has one of the
 * counter's four words in its low half; what is in the high half does not matter. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_RANDOM_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_RANDOM_H

#include "kernels/vector/vector.h"

typedef uint64_t words __attribute__((vector_size(VECTOR_BYTES)));

enum { COUNTERS = VECTOR_BYTES / sizeof(uint64_t), ROUNDS = 10 };

/* MULTIPLY multiplies the low halves of lanes. ZIP_LOW and ZIP_HIGH return the lanes of a and b alternately, from the low
 * or the high lane of each pair of neighbouring lanes. counter_order is such that the zipped words are in ascending order. */
#if VECTOR_BYTES == 64
#define MULTIPLY(a, b) (words) _mm512_mul_epu32((__m512i)(a), (__m512i)(b))
#define ZIP_LOW(a, b)  (words) _mm512_unpacklo_epi64((__m512i)(a), (__m512i)(b))
#define ZIP_HIGH(a, b) (words) _mm512_unpackhi_epi64((__m512i)(a), (__m512i)(b))
static const words counter_order = {0, 4, 1, 5, 2, 6, 3, 7};
#else
#define MULTIPLY(a, b) (words) _mm256_mul_epu32((__m256i)(a), (__m256i)(b))
#define ZIP_LOW(a, b)  (words) _mm256_unpacklo_epi64((__m256i)(a), (__m256i)(b))
#define ZIP_HIGH(a, b) (words) _mm256_unpackhi_epi64((__m256i)(a), (__m256i)(b))
static const words counter_order = {0, 2, 1, 3};
#endif

/* Writes the four words of each of the counters block, ..., block + COUNTERS - 1. */
INLINE void random_vector(uint64_t key, uint64_t block, uint32_t *word)
{
    const words zero = {0};
    words x0 = counter_order + block, x1 = x0 >> 32, x2 = zero, x3 = zero, first, last;
    uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);

    for (int i = 0; i < ROUNDS; i++) {
        words a = MULTIPLY(x0, zero + 0xD2511F53u), b = MULTIPLY(x2, zero + 0xCD9E8D57u);

        x0 = b >> 32 ^ x1 ^ (zero + k0);
        x1 = b;
        x2 = a >> 32 ^ x3 ^ (zero + k1);
        x3 = a;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    x0 = (x0 & UINT32_MAX) | x1 << 32;
    x2 = (x2 & UINT32_MAX) | x3 << 32;
    first = ZIP_LOW(x0, x2);
    last = ZIP_HIGH(x0, x2);
    memcpy(word, &first, sizeof first);
    memcpy(word + 2 * COUNTERS, &last, sizeof last);
}

static void random_words(uint64_t key, uint64_t block, size_t blocks, uint32_t *word)
{
    uint32_t last[4 * COUNTERS];

    for (; blocks >= COUNTERS; blocks -= COUNTERS, block += COUNTERS, word += 4 * COUNTERS)
        random_vector(key, block, word);
    if (blocks > 0) {
        random_vector(key, block, last);
        memcpy(word, last, 4 * blocks * sizeof *word);
    }
}

#undef MULTIPLY
#undef ZIP_LOW
#undef ZIP_HIGH

#endif
