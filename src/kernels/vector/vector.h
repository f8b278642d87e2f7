/* Vectors of real: their width, memory, and the few operations that C lacks. Like all headers of this folder, it is
 * included by vector_table.c alone, and compiled once for each instruction set. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_H

#include "kernels/kernels.h"
#include <immintrin.h>
#include <math.h>
#include <string.h>

typedef real vec __attribute__((vector_size(VECTOR_BYTES)));

#ifdef NORMLAB_REAL_DOUBLE
typedef int64_t ivec __attribute__((vector_size(VECTOR_BYTES)));
#else
typedef int32_t ivec __attribute__((vector_size(VECTOR_BYTES)));
#endif

enum {
    LANES = VECTOR_BYTES / sizeof(real),
    GROUP = 4, /* vectors side by side in an inner loop */
    WIDE = GROUP * LANES,
    STRIP = 512, /* columns that are worked on at a time, at most; at least 2 * LANES * LANES */
    BLOCK = 64,  /* rows that are summed in real */
    SPAN = 4096, /* elements of a row that are summed in real */
};

#define INLINE static inline __attribute__((always_inline))

static const ivec lane_number =
#if VECTOR_BYTES == 64 && !defined NORMLAB_REAL_DOUBLE
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#elif VECTOR_BYTES == 64 || !defined NORMLAB_REAL_DOUBLE
    {0, 1, 2, 3, 4, 5, 6, 7};
#else
    {0, 1, 2, 3};
#endif

/* SIMD(name) is the intrinsic function for vec, _mm512_NAME_ps and so on; FROM_BYTES makes integers as wide as a
 * real. */
#if VECTOR_BYTES == 64 && defined NORMLAB_REAL_DOUBLE
#define SIMD(name) _mm512_##name##_pd
#define FROM_BYTES _mm512_cvtepu8_epi64
#elif VECTOR_BYTES == 64
#define SIMD(name) _mm512_##name##_ps
#define FROM_BYTES _mm512_cvtepu8_epi32
#elif defined NORMLAB_REAL_DOUBLE
#define SIMD(name) _mm256_##name##_pd
#define FROM_BYTES _mm256_cvtepu8_epi64
#else
#define SIMD(name) _mm256_##name##_ps
#define FROM_BYTES _mm256_cvtepu8_epi32
#endif

INLINE vec root(vec v)
{
    return SIMD(sqrt)(v);
}

/* ---- memory: only the first n lanes when n < LANES; load() sets the others to 0 ---- */

INLINE vec load_some(const real *p, int n)
{
#if VECTOR_BYTES == 64
    return SIMD(maskz_loadu)((1u << n) - 1, p);
#else
    return SIMD(maskload)(p, (__m256i)(lane_number < n));
#endif
}

INLINE void store_some(real *p, vec v, int n)
{
#if VECTOR_BYTES == 64
    SIMD(mask_storeu)(p, (1u << n) - 1, v);
#else
    SIMD(maskstore)(p, (__m256i)(lane_number < n), v);
#endif
}

INLINE vec load(const real *p, int n)
{
    vec v;

    if (n < LANES)
        return load_some(p, n);
    memcpy(&v, p, sizeof v);
    return v;
}

INLINE void store(real *p, vec v, int n)
{
    if (n < LANES)
        store_some(p, v, n);
    else
        memcpy(p, &v, sizeof v);
}

/* *p = v, or *p += v when add */
INLINE void store_or_add(real *p, vec v, int n, bool add)
{
    store(p, add ? v + load(p, n) : v, n);
}

/* n bytes as integers */
INLINE ivec load_bytes(const uint8_t *p, int n)
{
    __m128i bytes = {0};

    memcpy(&bytes, p, (size_t)n);
    return (ivec)FROM_BYTES(bytes);
}

/* Stores around the cache; p is aligned to a vector. */
INLINE void store_past(real *p, vec v)
{
    SIMD(stream)(p, v);
}

/* True when rows `stride` elements apart, from p on, can be stored by store_past(). */
static bool can_stream(const real *p, size_t stride)
{
    return (uintptr_t)p % VECTOR_BYTES == 0 && stride % LANES == 0;
}

INLINE vec splat(real a)
{
    return a - (vec){0};
}

/* v where the mask is set, else 0 */
INLINE vec keep(ivec mask, vec v)
{
    return (vec)((ivec)v & mask);
}

/* max(v, 0); a NaN stays one */
INLINE vec positive(vec v)
{
    return keep(~(v < 0), v);
}

INLINE double lanes_sum(vec v)
{
    double total = 0;

    for (int i = 0; i < LANES; i++)
        total += v[i];
    return total;
}

/* Runs step(i, lanes) over elements [from, to): whole vectors, then what is left of one. */
#define FOR_VECTORS(from, to, step)                                                                \
    do {                                                                                           \
        size_t i_ = (from);                                                                        \
                                                                                                   \
        for (; i_ + LANES <= (to); i_ += LANES)                                                    \
            step(i_, LANES);                                                                       \
        if (i_ < (to))                                                                             \
            step(i_, (int)((to)-i_));                                                              \
    } while (0)

#endif
