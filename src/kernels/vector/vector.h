/* Vectors of real: their width, memory, and the few operations that the language has not. A part of
 * vector_table.c, as are the headers that include this one. */
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
    STRIP = 2 * LANES * LANES > 512 ? 2 * LANES *LANES : 512, /* columns at a time, at most */
    BLOCK = 64,
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

/* ---- memory; n < LANES: only so many lanes, the others 0 ---- */

#if VECTOR_BYTES == 64
INLINE vec load_some(const real *p, int n)
{
#ifdef NORMLAB_REAL_DOUBLE
    return (vec)_mm512_maskz_loadu_pd((__mmask8)((1u << n) - 1), p);
#else
    return (vec)_mm512_maskz_loadu_ps((__mmask16)((1u << n) - 1), p);
#endif
}

INLINE void store_some(real *p, vec v, int n)
{
#ifdef NORMLAB_REAL_DOUBLE
    _mm512_mask_storeu_pd(p, (__mmask8)((1u << n) - 1), (__m512d)v);
#else
    _mm512_mask_storeu_ps(p, (__mmask16)((1u << n) - 1), (__m512)v);
#endif
}

INLINE vec root(vec v)
{
#ifdef NORMLAB_REAL_DOUBLE
    return (vec)_mm512_sqrt_pd((__m512d)v);
#else
    return (vec)_mm512_sqrt_ps((__m512)v);
#endif
}
#else
INLINE vec load_some(const real *p, int n)
{
    ivec mask = lane_number < n;
#ifdef NORMLAB_REAL_DOUBLE
    return (vec)_mm256_maskload_pd(p, (__m256i)mask);
#else
    return (vec)_mm256_maskload_ps(p, (__m256i)mask);
#endif
}

INLINE void store_some(real *p, vec v, int n)
{
    ivec mask = lane_number < n;
#ifdef NORMLAB_REAL_DOUBLE
    _mm256_maskstore_pd(p, (__m256i)mask, (__m256d)v);
#else
    _mm256_maskstore_ps(p, (__m256i)mask, (__m256)v);
#endif
}

INLINE vec root(vec v)
{
#ifdef NORMLAB_REAL_DOUBLE
    return (vec)_mm256_sqrt_pd((__m256d)v);
#else
    return (vec)_mm256_sqrt_ps((__m256)v);
#endif
}
#endif

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

/* Past the cache; p is aligned to a vector. */
INLINE void store_past(real *p, vec v)
{
#if VECTOR_BYTES == 64
    _mm512_stream_si512((void *)p, (__m512i)v);
#else
    _mm256_stream_si256((void *)p, (__m256i)v);
#endif
}

/* Can rows `stride` elements apart, from p on, be stored past the cache? */
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

#endif
