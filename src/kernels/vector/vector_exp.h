/*
 * The exponential function, and functions computed from it, for float only. For every float, the error is less than 4
 * units in the last place.
 *
 * exp(x) = 2^k exp(r), k = round(x / ln 2), |r| <= ln(2) / 2. exp(r) - 1 is Taylor's series up to r^7; the next term,
 * r^8 / 8!, is below 2^-27.
 */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_EXP_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_EXP_H

#include "kernels/vector/vector.h"

/* Returns v with the sign of `of`. v must not be negative. */
INLINE vec with_sign(vec v, vec of)
{
    return (vec)((ivec)v | ((ivec)of & ~0x7fffffff));
}

/* Returns the larger of v and `low`; NaN where v is NaN. */
INLINE vec at_least(vec v, real low)
{
    return SIMD(max)(splat(low), v);
}

/* Returns the smaller of v and `high`; NaN where v is NaN. */
INLINE vec at_most(vec v, real high)
{
    return SIMD(min)(splat(high), v);
}

/* Returns exp(r) - 1 and sets *k to an integer, where x = k ln 2 + r. |x| <= 128, or x is NaN. */
INLINE vec reduced_expm1(vec x, vec *k)
{
    const vec round = splat(0x1.8p23f); /* adding it rounds to an integer */
    const real ln2_high = 0x1.63p-1f, ln2_low = -0x1.bd0106p-13f; /* k * ln2_high is exact */
    vec shifted = x * 0x1.715476p0f + round, n = shifted - round;
    vec r = (x - n * ln2_high) - n * ln2_low;
    vec p = r * (1.0f / 5040) + 1.0f / 720;

    p = p * r + 1.0f / 120;
    p = p * r + 1.0f / 24;
    p = p * r + 1.0f / 6;
    p = p * r + 0.5f;
    *k = n;
    return p * (r * r) + r;
}

/* times_power() returns v 2^k, rounded once, and power() returns 2^k. k is an integer; for power(), -126 <= k <= 127. */
#if VECTOR_BYTES == 64
INLINE vec times_power(vec v, vec k)
{
    return SIMD(scalef)(v, k);
}

INLINE vec power(vec k)
{
    return times_power(splat(1), k);
}
#else
/* Returns 2^k, for -126 <= k <= 127. */
INLINE vec power_of(ivec k)
{
    return (vec)((k + 127) << 23);
}

/* 2^k may be too small for a normal float, so it is multiplied in two factors. */
INLINE vec times_power(vec v, vec k)
{
    ivec whole = __builtin_convertvector(k, ivec);

    return v * power_of(whole >> 1) * power_of(whole - (whole >> 1));
}

INLINE vec power(vec k)
{
    return power_of(__builtin_convertvector(k, ivec));
}
#endif

/* Returns exp(x), for x <= 0 or NaN. */
INLINE vec exp_negative(vec x)
{
    vec k, m = reduced_expm1(at_least(x, -104), &k);

    return times_power(m + 1, k);
}

/* Returns the sigmoid of x. With e = exp(-|x|), which cannot overflow, it is 1 / (1 + e), or e / (1 + e) for x < 0. */
INLINE vec sigmoid_of(vec x)
{
    vec e = exp_negative((vec)((ivec)x | ~0x7fffffff));

    return blend(x < 0, e, splat(1)) / (e + 1);
}

/* Returns tanh(x): with the sign of x, e / (e + 2), where e = exp(2|x|) - 1 keeps the digits of a small x. For
 * |x| > 10, tanh(10) is used, which rounds to 1. */
INLINE vec tanh_of(vec x)
{
    vec k, m = reduced_expm1(2 * at_most(magnitude(x), 10), &k), scale = power(k);
    vec e = m * scale + (scale - 1);

    return with_sign(e / (e + 2), x);
}

static void sigmoid_forward(size_t n, const real *x, real *y)
{
#define STEP(i, lanes) store(y + (i), sigmoid_of(load(x + (i), lanes)), lanes)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

static void tanh_forward(size_t n, const real *x, real *y)
{
#define STEP(i, lanes) store(y + (i), tanh_of(load(x + (i), lanes)), lanes)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

/* ---- softmax. Columns that are left out add 0 to the sum of a lane, so they change no bit of the sum ---- */

/* Returns a mask of those of the first n lanes that `mask` does not leave out. */
INLINE ivec counted(const unsigned char *mask, int n)
{
    return mask ? load_bytes(mask, n) != 0 : lane_number < n;
}

/* Returns the largest of all lanes. */
INLINE real lanes_largest(vec v)
{
#if VECTOR_BYTES == 64
    return _mm512_reduce_max_ps((__m512)v);
#else
    __m128 m = _mm_max_ps(_mm256_castps256_ps128((__m256)v), _mm256_extractf128_ps((__m256)v, 1));

    m = _mm_max_ps(m, _mm_movehl_ps(m, m));
    return _mm_cvtss_f32(_mm_max_ss(m, _mm_movehdup_ps(m)));
#endif
}

/* For vector j of a row of `vectors` vectors: how many lanes it has, and the mask of those that are not left out. */
#define LANES_OF(j)   ((j) == vectors - 1 ? n : LANES)
#define COUNTED_OF(j) counted(mask ? mask + (j)*LANES : NULL, LANES_OF(j))

enum { TOGETHER = 8 }; /* vectors that stay in registers from their load to their only store */

/* Softmax of `rows` rows of `vectors` vectors, where rows * vectors <= TOGETHER. The last vector of a row has n lanes.
 * use: [vectors] the mask of each vector. Several rows are computed together, because the processor would otherwise wait
 * for the largest value and the sum of each row. */
INLINE void softmax_together(int rows, int vectors, int n, real scale, const real *x,
                             const ivec *use, real *y)
{
    size_t length = (size_t)((vectors - 1) * LANES + n);
    vec v[TOGETHER], sum[TOGETHER];
    real largest[TOGETHER], factor[TOGETHER];

    for (int r = 0; r < rows; r++) {
        vec most = splat(-INFINITY);

        for (int j = 0; j < vectors; j++) {
            vec one = load(x + (size_t)r * length + j * LANES, LANES_OF(j)) * scale;

            most = blend((one > most) & use[j], one, most);
            v[r * vectors + j] = one;
        }
        largest[r] = lanes_largest(most);
    }
    for (int r = 0; r < rows; r++) {
        vec total = {0};

        for (int j = 0; j < vectors; j++) {
            vec one = keep(use[j], exp_negative(v[r * vectors + j] - largest[r]));

            total += one;
            v[r * vectors + j] = one;
        }
        sum[r] = total;
    }
    for (int r = 0; r < rows; r++) {
        double total = lanes_sum(sum[r]);

        factor[r] = total == 0 ? 0 : (real)(1 / total);
    }
    for (int r = 0; r < rows; r++)
        for (int j = 0; j < vectors; j++)
            store(y + (size_t)r * length + j * LANES, v[r * vectors + j] * factor[r], LANES_OF(j));
}

/* Softmax of rows of `vectors` vectors, at most TOGETHER / 2. Callers pass `vectors` as a constant, so that the compiler
 * unrolls the loops. */
INLINE void softmax_short(size_t rows, int vectors, int n, real scale, const real *x,
                          const unsigned char *mask, real *y)
{
    size_t length = (size_t)((vectors - 1) * LANES + n), r = 0;
    int together = TOGETHER / vectors;
    ivec use[TOGETHER];

    for (int j = 0; j < vectors; j++)
        use[j] = COUNTED_OF(j);
    for (; r + (size_t)together <= rows; r += (size_t)together)
        softmax_together(together, vectors, n, scale, x + r * length, use, y + r * length);
    for (; r < rows; r++)
        softmax_together(1, vectors, n, scale, x + r * length, use, y + r * length);
}

/* Softmax of one row of any length. */
static void softmax_long(int vectors, int n, real scale, const real *x, const unsigned char *mask,
                         real *y)
{
    vec most = splat(-INFINITY);
    real largest, factor;
    double total = 0;

    for (int j = 0; j < vectors; j++) {
        vec v = load(x + j * LANES, LANES_OF(j)) * scale;

        most = blend((v > most) & COUNTED_OF(j), v, most);
    }
    largest = lanes_largest(most);
    for (int j = 0; j < vectors;) {
        int end = vectors - j < SPAN / LANES ? vectors : j + SPAN / LANES;
        vec sum = {0};

        for (; j < end; j++) {
            vec v = load(x + j * LANES, LANES_OF(j)) * scale;

            v = keep(COUNTED_OF(j), exp_negative(v - largest));
            sum += v;
            store(y + j * LANES, v, LANES_OF(j));
        }
        total += lanes_sum(sum);
    }
    factor = total == 0 ? 0 : (real)(1 / total);
    for (int j = 0; j < vectors; j++)
        store(y + j * LANES, load(y + j * LANES, LANES_OF(j)) * factor, LANES_OF(j));
}

static void softmax_rows(size_t rows, int length, real scale, const real *x,
                         const unsigned char *mask, real *y)
{
    int vectors = (length + LANES - 1) / LANES, n = length - (vectors - 1) * LANES;

    if (vectors == 1)
        softmax_short(rows, 1, n, scale, x, mask, y);
    else if (vectors == 2)
        softmax_short(rows, 2, n, scale, x, mask, y);
    else if (vectors == 3)
        softmax_short(rows, 3, n, scale, x, mask, y);
    else if (vectors == 4)
        softmax_short(rows, 4, n, scale, x, mask, y);
    else
        for (size_t r = 0; r < rows; r++, x += length, y += length)
            softmax_long(vectors, n, scale, x, mask, y);
}
#undef LANES_OF
#undef COUNTED_OF
#endif
