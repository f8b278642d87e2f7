/*
 * The vector kernels, one source for every instruction set: CMake compiles it once for each, with
 * VECTOR_BYTES, VECTOR_TABLE (kernels_avx2, ...) and VECTOR_NAME defined. Results are those of ref.c
 * to rounding; tests/test_kernels.c holds the two together.
 *
 * Channels last, so the lanes of a vector are channels. Where a row is shorter than GROUP vectors,
 * several rows are folded into one: [rows][c] is the same memory as [rows/f][f*c], and each
 * channel's coefficients are repeated f times.
 *
 * Sums run in real over at most BLOCK additions a lane, then in double.
 */
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
};

#define INLINE static inline __attribute__((always_inline))

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
static const ivec lane_number =
#ifdef NORMLAB_REAL_DOUBLE
    {0, 1, 2, 3};
#else
    {0, 1, 2, 3, 4, 5, 6, 7};
#endif

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

/* ---- columns ---- */

/* How a call walks its array: `rows` rows of `width` columns at a time, `stride` elements apart; short
 * rows are folded and make one strip, long ones are cut into several. Folding leaves `rest` rows over, behind
 * the others: where each element has a result of its own they make one more, shorter folded row, so that
 * no result depends on where its row stands; sums leave them to the plain kernels. */
struct walk {
    int times; /* rows folded into one */
    size_t rows, stride;
    int width;
    size_t done, rest; /* rows of the array */
};

static int common_divisor(int a, int b)
{
    while (b) {
        int rest = a % b;

        a = b;
        b = rest;
    }
    return a;
}

static struct walk walk_columns(size_t rows, int c)
{
    struct walk w = {.times = 1};

    if (c < 2 * LANES || (c < WIDE && c % LANES == 0)) {
        int step = LANES / common_divisor(c, LANES);

        for (w.times = step; w.times * c < WIDE;)
            w.times += step;
    }
    w.rows = rows / (size_t)w.times;
    w.stride = (size_t)w.times * (size_t)c;
    w.width = w.stride < STRIP ? (int)w.stride : STRIP;
    w.done = w.rows * (size_t)w.times;
    w.rest = rows - w.done;
    return w;
}

/* The width of the strip that starts at column `first`. */
static int strip_width(const struct walk *w, size_t first)
{
    return w->stride - first < (size_t)w->width ? (int)(w->stride - first) : w->width;
}

/* The c values of v, repeated for a folded row, in `space`; v itself where rows are not folded. */
static const real *repeat(const struct walk *w, int c, const real *v, real space[STRIP])
{
    if (w->times == 1)
        return v;
    for (int i = 0; i < w->times; i++)
        for (int j = 0; j < c; j++)
            space[i * c + j] = v[j];
    return space;
}

/* out[j % c] += folded[j] */
static void unfold_add(int c, int width, const real *folded, double *out)
{
    for (int i = 0; i < width; i += c)
        for (int j = 0; j < c && i + j < width; j++)
            out[j] += folded[i + j];
}

/* Runs part(first column, vectors, lanes of the last vector) over `width` columns: GROUP vectors at a
 * time, then single ones, then what is left of one. The arguments are constants for the compiler, so
 * that each is a loop of its own. */
#define FOR_COLUMNS(width, part)                                                                   \
    do {                                                                                           \
        int at_ = 0;                                                                               \
                                                                                                   \
        for (; at_ + WIDE <= (width); at_ += WIDE)                                                 \
            part(at_, GROUP, LANES);                                                               \
        for (; at_ + LANES <= (width); at_ += LANES)                                               \
            part(at_, 1, LANES);                                                                   \
        if (at_ < (width))                                                                         \
            part(at_, 1, (width)-at_);                                                             \
    } while (0)

/* total = the sums over rows of x - around, squares (NULL: not wanted) = those of its square. */
INLINE void shifted_sums(size_t rows, size_t stride, int vectors, int lanes, const real *x,
                         const real *around, real *total, real *squares)
{
    vec p[GROUP], s[GROUP], q[GROUP];

    for (int v = 0; v < vectors; v++) {
        p[v] = load(around + v * LANES, lanes);
        s[v] = q[v] = (vec){0};
    }
    for (size_t r = 0; r < rows; r++, x += stride)
        for (int v = 0; v < vectors; v++) {
            vec d = load(x + v * LANES, lanes) - p[v];

            s[v] += d;
            if (squares)
                q[v] += d * d;
        }
    for (int v = 0; v < vectors; v++) {
        store(total + v * LANES, s[v], lanes);
        if (squares)
            store(squares + v * LANES, q[v], lanes);
    }
}

/* Moments of one strip's columns: once for a center, around the first row, and once around that. */
static void strip_moments(const struct walk *w, int c, int width, const real *x, double *mean,
                          double *m2)
{
    real space[STRIP], center[STRIP], total[STRIP], squares[STRIP];
    double per = 1 / (double)w->done;
    const real *around = repeat(w, c, x, space);

#define PART(at, vectors, lanes)                                                                   \
    shifted_sums(w->rows, w->stride, vectors, lanes, x + (at), around + (at), total + (at), NULL)
    FOR_COLUMNS(width, PART);
#undef PART
    memset(mean, 0, (size_t)c * sizeof *mean);
    unfold_add(c, width, total, mean);
    for (int j = 0; j < c; j++)
        center[j] = (real)(x[j] + mean[j] * per);
    around = repeat(w, c, center, space);
#define PART(at, vectors, lanes)                                                                   \
    shifted_sums(w->rows, w->stride, vectors, lanes, x + (at), around + (at), total + (at),        \
                 squares + (at))
    FOR_COLUMNS(width, PART);
#undef PART
    memset(mean, 0, (size_t)c * sizeof *mean);
    memset(m2, 0, (size_t)c * sizeof *m2);
    unfold_add(c, width, total, mean);
    unfold_add(c, width, squares, m2);
    for (int j = 0; j < c; j++) {
        double all = m2[j] - mean[j] * mean[j] * per;

        m2[j] = all > 0 ? all : 0;
        mean[j] = center[j] + mean[j] * per;
    }
}

static double columns_moments(size_t rows, int c, const real *x, const unsigned char *mask,
                              double *mean, double *m2)
{
    struct walk w = walk_columns(rows, c);

    if (mask || w.rows == 0)
        return kernels_plain.columns_moments(rows, c, x, mask, mean, m2);
    for (size_t at = 0; at < w.stride; at += STRIP) {
        int width = strip_width(&w, at);

        strip_moments(&w, w.times > 1 ? c : width, width, x + at, mean + at, m2 + at);
    }
    if (w.rest) {
        double rest_mean[WIDE], rest_m2[WIDE];
        struct column_moments all = {(double)w.done, mean, m2}, rest = {0, rest_mean, rest_m2};

        rest.count = kernels_plain.columns_moments(w.rest, c, x + w.done * (size_t)c, NULL,
                                                   rest_mean, rest_m2);
        columns_merge(c, &all, &rest);
    }
    return (double)rows;
}

INLINE void apply(size_t rows, size_t stride, int vectors, int lanes, const real *x,
                  const real *center, const real *scale, const real *shift, real *y)
{
    vec m[GROUP], a[GROUP], b[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        a[v] = load(scale + v * LANES, lanes);
        b[v] = load(shift + v * LANES, lanes);
    }
    for (size_t r = 0; r < rows; r++, x += stride, y += stride)
        for (int v = 0; v < vectors; v++)
            store(y + v * LANES, (load(x + v * LANES, lanes) - m[v]) * a[v] + b[v], lanes);
}

static void columns_apply(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y)
{
    struct walk w = walk_columns(rows, c);
    size_t done = w.done * (size_t)c;
    int rest = (int)w.rest * c;
    real space[3][STRIP];
    const real *m = repeat(&w, c, center, space[0]), *a = repeat(&w, c, scale, space[1]),
               *b = repeat(&w, c, shift, space[2]);

    for (size_t at = 0; at < w.stride; at += STRIP) {
        int width = strip_width(&w, at);

#define PART(j, vectors, lanes)                                                                    \
    apply(w.rows, w.stride, vectors, lanes, x + at + (j), m + at + (j), a + at + (j),              \
          b + at + (j), y + at + (j))
        FOR_COLUMNS(width, PART);
#undef PART
    }
#define PART(j, vectors, lanes)                                                                    \
    apply(1, 0, vectors, lanes, x + done + (j), m + (j), a + (j), b + (j), y + done + (j))
    FOR_COLUMNS(rest, PART);
#undef PART
}

INLINE void sums(size_t rows, size_t stride, int vectors, int lanes, const real *x, const real *dy,
                 const real *center, real *total, real *products)
{
    vec m[GROUP], s[GROUP], q[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        s[v] = q[v] = (vec){0};
    }
    for (size_t r = 0; r < rows; r++, x += stride, dy += stride)
        for (int v = 0; v < vectors; v++) {
            vec g = load(dy + v * LANES, lanes);

            s[v] += g;
            q[v] += g * (load(x + v * LANES, lanes) - m[v]);
        }
    for (int v = 0; v < vectors; v++) {
        store(total + v * LANES, s[v], lanes);
        store(products + v * LANES, q[v], lanes);
    }
}

static void columns_sums(size_t rows, int c, const real *x, const real *dy, const real *center,
                         double *sum_dy, double *sum_dyx)
{
    struct walk w = walk_columns(rows, c);
    real space[STRIP], total[STRIP], products[STRIP];
    const real *m = repeat(&w, c, center, space);

    for (size_t first = 0; first < w.rows; first += BLOCK) {
        size_t n = w.rows - first < BLOCK ? w.rows - first : BLOCK, from = first * w.stride;

        for (size_t at = 0; at < w.stride; at += STRIP) {
            int width = strip_width(&w, at), each = w.times > 1 ? c : width;

#define PART(j, vectors, lanes)                                                                    \
    sums(n, w.stride, vectors, lanes, x + from + at + (j), dy + from + at + (j), m + at + (j),     \
         total + (j), products + (j))
            FOR_COLUMNS(width, PART);
#undef PART
            unfold_add(each, width, total, sum_dy + at);
            unfold_add(each, width, products, sum_dyx + at);
        }
    }
    kernels_plain.columns_sums(w.rest, c, x + w.done * (size_t)c, dy + w.done * (size_t)c, center,
                               sum_dy, sum_dyx);
}

INLINE void backward(size_t rows, size_t stride, int vectors, int lanes, const real *x,
                     const real *dy, const real *center, const real *a, const real *b,
                     const real *k, real *dx, bool add)
{
    vec m[GROUP], va[GROUP], vb[GROUP], vk[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        va[v] = load(a + v * LANES, lanes);
        vb[v] = load(b + v * LANES, lanes);
        vk[v] = load(k + v * LANES, lanes);
    }
    for (size_t r = 0; r < rows; r++, x += stride, dy += stride, dx += stride)
        for (int v = 0; v < vectors; v++) {
            vec d = (load(x + v * LANES, lanes) - m[v]) * vb[v] + vk[v];

            d += load(dy + v * LANES, lanes) * va[v];
            store(dx + v * LANES, add ? d + load(dx + v * LANES, lanes) : d, lanes);
        }
}

static void columns_backward(size_t rows, int c, const real *x, const real *dy, const real *center,
                             const real *a, const real *b, const real *k, const unsigned char *mask,
                             real *dx, bool add)
{
    struct walk w = walk_columns(rows, c);
    size_t done = w.done * (size_t)c;
    int rest = (int)w.rest * c;
    real space[4][STRIP];
    const real *m = repeat(&w, c, center, space[0]), *va = repeat(&w, c, a, space[1]),
               *vb = repeat(&w, c, b, space[2]), *vk = repeat(&w, c, k, space[3]);

    if (mask) {
        kernels_plain.columns_backward(rows, c, x, dy, center, a, b, k, mask, dx, add);
        return;
    }
    for (size_t at = 0; at < w.stride; at += STRIP) {
        int width = strip_width(&w, at);

#define PART(j, vectors, lanes)                                                                    \
    backward(w.rows, w.stride, vectors, lanes, x + at + (j), dy + at + (j), m + at + (j),          \
             va + at + (j), vb + at + (j), vk + at + (j), dx + at + (j), add)
        if (add)
            FOR_COLUMNS(width, PART);
        else
            FOR_COLUMNS(width, PART);
#undef PART
    }
#define PART(j, vectors, lanes)                                                                    \
    backward(1, 0, vectors, lanes, x + done + (j), dy + done + (j), m + (j), va + (j), vb + (j),   \
             vk + (j), dx + done + (j), add)
    FOR_COLUMNS(rest, PART);
#undef PART
}

INLINE vec load_bytes(const uint8_t *p)
{
#if VECTOR_BYTES == 64
#ifdef NORMLAB_REAL_DOUBLE
    return (vec)_mm512_cvtepi32_pd(_mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)p)));
#else
    return (vec)_mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)p)));
#endif
#else
#ifdef NORMLAB_REAL_DOUBLE
    return (vec)_mm256_cvtepi32_pd(_mm_cvtepu8_epi32(_mm_loadu_si32(p)));
#else
    return (vec)_mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)p)));
#endif
#endif
}

static void columns_convert(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y)
{
    struct walk w = walk_columns(rows, c);
    size_t done = w.done * (size_t)c;
    int rest = (int)w.rest * c;
    uint8_t last[STRIP] = {0}; /* the rows left over, padded to whole vectors */
    real space[2][STRIP];
    const real *a = repeat(&w, c, scale, space[0]), *b = repeat(&w, c, shift, space[1]);

    if (w.stride % LANES != 0) {
        kernels_plain.columns_convert(rows, c, x, scale, shift, y);
        return;
    }
    for (size_t r = 0; r < w.rows; r++)
        for (size_t j = 0; j < w.stride; j += LANES) {
            size_t i = r * w.stride + j;

            store(y + i, load_bytes(x + i) * load(a + j, LANES) + load(b + j, LANES), LANES);
        }
    memcpy(last, x + done, (size_t)rest);
    for (int j = 0; j < rest; j += LANES) {
        int n = rest - j < LANES ? rest - j : LANES;

        store(y + done + j, load_bytes(last + j) * load(a + j, n) + load(b + j, n), n);
    }
}

/* ---- rows ---- */

enum { SPAN = 4096 }; /* elements of a row that are summed in real */

struct row_sums {
    double total, squares;
};

/* Sums over one row of x - around and of its square. */
INLINE struct row_sums row_shifted_sums(int n, const real *x, real around, bool squares)
{
    struct row_sums sum = {0, 0};
    vec p = splat(around);

    for (int first = 0; first < n; first += SPAN) {
        int end = n - first < SPAN ? n : first + SPAN, j = first;
        vec s[GROUP] = {0}, q[GROUP] = {0};

        for (; j + WIDE <= end; j += WIDE)
            for (int v = 0; v < GROUP; v++) {
                vec d = load(x + j + v * LANES, LANES) - p;

                s[v] += d;
                if (squares)
                    q[v] += d * d;
            }
        for (; j + LANES <= end; j += LANES) {
            vec d = load(x + j, LANES) - p;

            s[0] += d;
            if (squares)
                q[0] += d * d;
        }
        sum.total += lanes_sum((s[0] + s[1]) + (s[2] + s[3]));
        if (squares)
            sum.squares += lanes_sum((q[0] + q[1]) + (q[2] + q[3]));
        for (; j < end; j++) {
            double d = x[j] - around;

            sum.total += d;
            sum.squares += d * d;
        }
    }
    return sum;
}

/* gamma[j..] or ones, beta[j..] or zeros */
INLINE vec slice(const real *v, int j, int lanes, real otherwise)
{
    return v ? load(v + j, lanes) : splat(otherwise);
}

static void rows_forward(size_t rows, int length, int groups, const real *x, const real *gamma,
                         const real *beta, double eps, real *y, real *center, real *rest,
                         real *rstd)
{
    if (length < LANES) {
        kernels_plain.rows_forward(rows, length, groups, x, gamma, beta, eps, y, center, rest,
                                   rstd);
        return;
    }
    for (size_t r = 0; r < rows; r++, x += length, y += length) {
        size_t at = r % (size_t)groups * (size_t)length;
        const real *g = gamma ? gamma + at : NULL, *b = beta ? beta + at : NULL;
        struct row_sums sum = row_shifted_sums(length, x, x[0], false);
        real near = (real)(x[0] + sum.total / length);
        double mean, m2;

        sum = row_shifted_sums(length, x, near, true);
        mean = near + sum.total / length;
        m2 = sum.squares - sum.total * sum.total / length;
        center[r] = (real)mean;
        rest[r] = (real)(mean - center[r]);
        rstd[r] = (real)(1 / sqrt((m2 > 0 ? m2 : 0) / length + eps));
        for (int j = 0; j < length; j += LANES) {
            int n = length - j < LANES ? length - j : LANES;
            vec v = ((load(x + j, n) - center[r]) - rest[r]) * rstd[r];

            store(y + j, v * slice(g, j, n, 1) + slice(b, j, n, 0), n);
        }
    }
}

/* dx of one row. */
INLINE void row_backward(int length, const real *x, const real *dy, const real *gamma, real center,
                         real rest, real rstd, real *dx, bool add)
{
    double sum_g = 0, sum_gx = 0;
    real mean_g, mean_gx;

    for (int first = 0; first < length; first += SPAN) {
        int end = length - first < SPAN ? length : first + SPAN;
        vec s = {0}, q = {0};

        for (int j = first; j < end; j += LANES) {
            int n = end - j < LANES ? end - j : LANES;
            vec g = load(dy + j, n) * slice(gamma, j, n, 1);

            s += g;
            q += g * (((load(x + j, n) - center) - rest) * rstd);
        }
        sum_g += lanes_sum(s);
        sum_gx += lanes_sum(q);
    }
    mean_g = (real)(sum_g / length);
    mean_gx = (real)(sum_gx / length);
    for (int j = 0; j < length; j += LANES) {
        int n = length - j < LANES ? length - j : LANES;
        vec xhat = ((load(x + j, n) - center) - rest) * rstd;
        vec d = (load(dy + j, n) * slice(gamma, j, n, 1) - mean_g - xhat * mean_gx) * rstd;

        store(dx + j, add ? d + load(dx + j, n) : d, n);
    }
}

/* Adds one group's part of a block of rows, `step` rows apart, to dgamma and dbeta. */
static void rows_params(size_t rows, size_t step, int length, const real *x, const real *dy,
                        const real *center, const real *rest, const real *rstd, double *dgamma,
                        double *dbeta)
{
    for (int j = 0; j < length; j += LANES) {
        int n = length - j < LANES ? length - j : LANES;
        vec s = {0}, q = {0};

        for (size_t r = 0; r < rows; r += step) {
            size_t at = r * (size_t)length + (size_t)j;
            vec g = load(dy + at, n);

            s += g;
            q += g * (((load(x + at, n) - center[r]) - rest[r]) * rstd[r]);
        }
        for (int i = 0; i < n; i++) {
            dbeta[j + i] += s[i];
            dgamma[j + i] += q[i];
        }
    }
}

static void rows_backward(size_t rows, int length, int groups, const real *x, const real *dy,
                          const real *gamma, const real *center, const real *rest, const real *rstd,
                          real *dx, bool add, double *dgamma, double *dbeta)
{
    size_t step = (size_t)groups, block = step * BLOCK / 4;

    if (length < LANES) {
        kernels_plain.rows_backward(rows, length, groups, x, dy, gamma, center, rest, rstd, dx, add,
                                    dgamma, dbeta);
        return;
    }
    for (size_t first = 0; first < rows; first += block) {
        size_t n = rows - first < block ? rows - first : block, from = first * (size_t)length;

        for (size_t g = 0; g < step && g < n; g++) {
            size_t at = from + g * (size_t)length;

            rows_params(n - g, step, length, x + at, dy + at, center + first + g, rest + first + g,
                        rstd + first + g, dgamma + g * (size_t)length, dbeta + g * (size_t)length);
        }
        for (size_t r = first; dx && r < first + n; r++) {
            size_t at = r * (size_t)length;
            const real *own = gamma ? gamma + r % step * (size_t)length : NULL;

            row_backward(length, x + at, dy + at, own, center[r], rest[r], rstd[r], dx + at, add);
        }
    }
}

/* ---- elementwise ---- */

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

static void relu_forward(size_t n, const real *x, real *y)
{
#define STEP(i, lanes) store(y + (i), positive(load(x + (i), lanes)), lanes)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

static void relu_backward(size_t n, const real *y, const real *dy, real *dx, bool add)
{
#define SET(i, lanes)                                                                              \
    store(dx + (i), keep(~(load(y + (i), lanes) <= 0), load(dy + (i), lanes)), lanes)
#define ADD(i, lanes)                                                                              \
    store(dx + (i),                                                                                \
          load(dx + (i), lanes) + keep(~(load(y + (i), lanes) <= 0), load(dy + (i), lanes)),       \
          lanes)
    if (add)
        FOR_VECTORS(0, n, ADD);
    else
        FOR_VECTORS(0, n, SET);
#undef SET
#undef ADD
}

static void sum(size_t n, const real *a, const real *b, real *y)
{
#define STEP(i, lanes) store(y + (i), load(a + (i), lanes) + load(b + (i), lanes), lanes)
    FOR_VECTORS(0, n, STEP);
#undef STEP
}

static void bias_add(size_t rows, int c, const real *b, real *y)
{
    for (size_t r = 0; r < rows; r++)
        sum((size_t)c, y + r * (size_t)c, b, y + r * (size_t)c);
}

/* ---- optimizers ---- */

enum { CHUNK = BLOCK * LANES }; /* elements whose squares are summed in real */

/* Runs step(i, lanes), which adds to the vector `squares`, over n elements; total += their sum. */
#define FOR_CHUNKS(n, total, step)                                                                 \
    do {                                                                                           \
        for (size_t first_ = 0; first_ < (n); first_ += CHUNK) {                                   \
            size_t end_ = (n)-first_ < CHUNK ? (n) : first_ + CHUNK;                               \
            vec squares = {0};                                                                     \
                                                                                                   \
            FOR_VECTORS(first_, end_, step);                                                       \
            (total) += lanes_sum(squares);                                                         \
        }                                                                                          \
    } while (0)

static double square_sum(size_t n, const real *g)
{
    double total = 0;

#define STEP(i, lanes) squares += load(g + (i), lanes) * load(g + (i), lanes)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

/* The gradient as the rules want it; adds its square to *squares. */
INLINE vec gradient(const struct update_rule *u, const real *g, vec w, int lanes, vec *squares)
{
    vec v = load(g, lanes);

    *squares += v * v;
    return v * u->scale + w * u->decay;
}

INLINE void sgd_step(const struct update_rule *u, const real *g, real *v, real *w, int lanes,
                     vec *squares)
{
    vec weight = load(w, lanes), d = gradient(u, g, weight, lanes, squares);
    vec velocity = load(v, lanes) * u->momentum + d;

    store(v, velocity, lanes);
    store(w, weight - (u->nesterov ? d + velocity * u->momentum : velocity) * u->lr, lanes);
}

static double sgd(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    const struct update_rule rule = *u; /* a copy that no store can change */
    double total = 0;

#define STEP(i, lanes) sgd_step(&rule, g + (i), v + (i), w + (i), lanes, &squares)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

INLINE void adam_step(const struct update_rule *u, const real *g, real *m, real *v, real *w,
                      int lanes, vec *squares)
{
    vec weight = load(w, lanes), d = gradient(u, g, weight, lanes, squares);
    vec first = load(m, lanes) * u->beta1 + d * u->rest1;
    vec second = load(v, lanes) * u->beta2 + d * d * u->rest2;

    store(m, first, lanes);
    store(v, second, lanes);
    store(w, weight - first * u->lr / (root(second) * u->root + u->eps), lanes);
}

static double adam(size_t n, const struct update_rule *u, const real *g, real *m, real *v, real *w)
{
    const struct update_rule rule = *u;
    double total = 0;

#define STEP(i, lanes) adam_step(&rule, g + (i), m + (i), v + (i), w + (i), lanes, &squares)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

INLINE void rmsprop_step(const struct update_rule *u, const real *g, real *v, real *w, int lanes,
                         vec *squares)
{
    vec weight = load(w, lanes), d = gradient(u, g, weight, lanes, squares);
    vec second = load(v, lanes) * u->beta2 + d * d * u->rest2;

    store(v, second, lanes);
    store(w, weight - d * u->lr / (root(second) + u->eps), lanes);
}

static double rmsprop(size_t n, const struct update_rule *u, const real *g, real *v, real *w)
{
    const struct update_rule rule = *u;
    double total = 0;

#define STEP(i, lanes) rmsprop_step(&rule, g + (i), v + (i), w + (i), lanes, &squares)
    FOR_CHUNKS(n, total, STEP);
#undef STEP
    return total;
}

const struct kernels VECTOR_TABLE = {
    .name = VECTOR_NAME,
    .columns_moments = columns_moments,
    .columns_apply = columns_apply,
    .columns_sums = columns_sums,
    .columns_backward = columns_backward,
    .columns_convert = columns_convert,
    .rows_forward = rows_forward,
    .rows_backward = rows_backward,
    .relu_forward = relu_forward,
    .relu_backward = relu_backward,
    .sum = sum,
    .bias_add = bias_add,
    .square_sum = square_sum,
    .sgd = sgd,
    .adam = adam,
    .rmsprop = rmsprop,
};
