/* Vectors of real: their width, loads and stores, and the few operations that C lacks. Only vector_table.c includes the
 * headers of this folder. vector_table.c is compiled once for each instruction set. */
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
    STRIP = 512, /* largest number of columns in a strip; it must be 2 * LANES * LANES or more */
    BLOCK = 64,  /* largest number of rows that are summed in real, but for columns_moments */
    SPAN = 4096, /* largest number of elements of a row that are summed in real */
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

/* SIMD(name) is the intrinsic function `name` for vec, as _mm512_NAME_ps. FROM_BYTES converts bytes to integers that
 * are as wide as a real. */
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

/* ---- memory. With n < LANES, only the first n lanes are loaded or stored; load() sets the other lanes to 0 ---- */

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

/* Stores v at p; with add, adds v to the values at p. */
INLINE void store_or_add(real *p, vec v, int n, bool add)
{
    store(p, add ? v + load(p, n) : v, n);
}

/* Loads n bytes and converts them to integers. */
INLINE ivec load_bytes(const uint8_t *p, int n)
{
    __m128i bytes = {0};

    memcpy(&bytes, p, (size_t)n);
    return (ivec)FROM_BYTES(bytes);
}

/* Stores v to memory without passing through the cache. p must be aligned to VECTOR_BYTES. */
INLINE void store_past(real *p, vec v)
{
    SIMD(stream)(p, v);
}

/* True when store_past() can store rows that start at p and are `stride` elements apart. */
static bool can_stream(const real *p, size_t stride)
{
    return (uintptr_t)p % VECTOR_BYTES == 0 && stride % LANES == 0;
}

/* Returns a vector with a in all lanes. */
INLINE vec splat(real a)
{
    return a - (vec){0};
}

/* Returns v in lanes where the mask is set, 0 in the others. */
INLINE vec keep(ivec mask, vec v)
{
    return (vec)((ivec)v & mask);
}

/* Returns a in lanes where the mask is set, b in the others. */
INLINE vec blend(ivec mask, vec a, vec b)
{
    return (vec)(((ivec)a & mask) | ((ivec)b & ~mask));
}

/* Returns |v|. */
INLINE vec magnitude(vec v)
{
    return (vec)((ivec)v & ~(ivec)splat((real)-0.0));
}

/* Returns max(v, 0), and NaN for NaN. */
INLINE vec positive(vec v)
{
    return keep(~(v < 0), v);
}

/* Returns the sum of all lanes, computed in double. Adding one half of the lanes to the other, and so on, is several
 * times faster than adding one lane after the other. */
INLINE double lanes_sum(vec v)
{
#if VECTOR_BYTES == 64 && defined NORMLAB_REAL_DOUBLE
    return _mm512_reduce_add_pd((__m512d)v);
#elif VECTOR_BYTES == 64
    __m256 low = _mm512_castps512_ps256((__m512)v), high = _mm512_extractf32x8_ps((__m512)v, 1);

    return _mm512_reduce_add_pd(_mm512_cvtps_pd(low) + _mm512_cvtps_pd(high));
#else
#ifdef NORMLAB_REAL_DOUBLE
    __m256d d = (__m256d)v;
#else
    __m256d d = _mm256_cvtps_pd(_mm256_castps256_ps128((__m256)v)) +
                _mm256_cvtps_pd(_mm256_extractf128_ps((__m256)v, 1));
#endif
    __m128d h = _mm256_castpd256_pd128(d) + _mm256_extractf128_pd(d, 1);

    return h[0] + h[1];
#endif
}

/* Runs step(i, lanes) over the elements [from, to): whole vectors first, then the remaining lanes, fewer than LANES. */
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
