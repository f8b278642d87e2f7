/*
 * Columns: a part of vector_table.c. Channels last, so the lanes of a vector are channels. Where a row is shorter
 * than GROUP vectors, several rows are folded into one: [rows][c] is the same memory as [rows/f][f*c], and
 * each channel's coefficients are repeated f times.
 */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_COLUMNS_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_COLUMNS_H

#include "kernels/vector/vector.h"

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

/* total = the sums over rows of x - around, squares = those of its square. */
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
            q[v] += d * d;
        }
    for (int v = 0; v < vectors; v++) {
        store(total + v * LANES, s[v], lanes);
        store(squares + v * LANES, q[v], lanes);
    }
}

enum { CANCELLATION = 2, SAMPLE = 16 };

/* Sums over the first `rows` folded rows of one strip's columns, of x - center and of its square. */
static void strip_sums(const struct walk *w, size_t rows, int c, int width, const real *x,
                       const real *center, double *sum, double *square)
{
    real space[STRIP], total[STRIP], squares[STRIP];
    const real *around = repeat(w, c, center, space);

    memset(sum, 0, (size_t)c * sizeof *sum);
    memset(square, 0, (size_t)c * sizeof *square);
#define PART(at, vectors, lanes)                                                                   \
    shifted_sums(rows, w->stride, vectors, lanes, x + (at), around + (at), total + (at),           \
                 squares + (at))
    FOR_COLUMNS(width, PART);
#undef PART
    unfold_add(c, width, total, sum);
    unfold_add(c, width, squares, square);
}

/* Moments of one strip's columns from their sums around `center`. false: in some column it is so far from
 * the mean that digits are lost. */
static bool moments_around(const struct walk *w, int c, int width, const real *x,
                           const real *center, double *mean, double *m2)
{
    double count = (double)w->done;
    bool good = true;

    strip_sums(w, w->rows, c, width, x, center, mean, m2);
    for (int j = 0; j < c; j++) {
        double all = m2[j] - mean[j] * mean[j] / count;

        good &= !(m2[j] > CANCELLATION * all);
        m2[j] = all < 0 ? 0 : all;
        mean[j] = center[j] + mean[j] / count;
    }
    return good;
}

/* Around the mean of some rows; where that is too far off, once more around the mean of all. */
static void strip_moments(const struct walk *w, int c, int width, const real *x, double *mean,
                          double *m2)
{
    size_t rows = w->rows < SAMPLE ? w->rows : SAMPLE;
    double count = (double)rows * w->times;
    real center[STRIP];

    strip_sums(w, rows, c, width, x, x, mean, m2);
    for (int j = 0; j < c; j++)
        center[j] = (real)(x[j] + mean[j] / count);
    if (moments_around(w, c, width, x, center, mean, m2))
        return;
    for (int j = 0; j < c; j++)
        center[j] = (real)mean[j];
    moments_around(w, c, width, x, center, mean, m2);
}

/* Squares of numbers beyond 1e18 are no numbers in float; ref.c takes them in double. */
static bool all_finite(int c, const double *v)
{
    double sum = 0;

    for (int j = 0; j < c; j++)
        sum += v[j] - v[j];
    return sum == 0;
}

static void columns_moments(size_t rows, int c, const real *x, double *mean, double *m2)
{
    struct walk w = walk_columns(rows, c);

    if (w.rows == 0) {
        kernels_plain.columns_moments(rows, c, x, mean, m2);
        return;
    }
    for (size_t at = 0; at < w.stride; at += STRIP) {
        int width = strip_width(&w, at);

        strip_moments(&w, w.times > 1 ? c : width, width, x + at, mean + at, m2 + at);
    }
    if (!all_finite(c, m2)) {
        kernels_plain.columns_moments(rows, c, x, mean, m2);
    } else if (w.rest) {
        double rest_mean[WIDE], rest_m2[WIDE];
        struct column_moments all = {(double)w.done, mean, m2},
                              rest = {(double)w.rest, rest_mean, rest_m2};

        kernels_plain.columns_moments(w.rest, c, x + w.done * (size_t)c, rest_mean, rest_m2);
        columns_merge(c, &all, &rest);
    }
}

INLINE void apply(size_t rows, size_t stride, int vectors, int lanes, const real *x,
                  const real *center, const real *scale, const real *shift, real *y, bool stream)
{
    vec m[GROUP], a[GROUP], b[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        a[v] = load(scale + v * LANES, lanes);
        b[v] = load(shift + v * LANES, lanes);
    }
    for (size_t r = 0; r < rows; r++, x += stride, y += stride)
        for (int v = 0; v < vectors; v++) {
            vec out = (load(x + v * LANES, lanes) - m[v]) * a[v] + b[v];

            if (stream)
                store_past(y + v * LANES, out);
            else
                store(y + v * LANES, out, lanes);
        }
}

static void columns_apply(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y, bool stream)
{
    struct walk w = walk_columns(rows, c);
    size_t done = w.done * (size_t)c;
    int rest = (int)w.rest * c;
    real space[3][STRIP];
    const real *m = repeat(&w, c, center, space[0]), *a = repeat(&w, c, scale, space[1]),
               *b = repeat(&w, c, shift, space[2]);

#define ROWS(j, vectors, lanes, past)                                                              \
    apply(w.rows, w.stride, vectors, lanes, x + (j), m + (j), a + (j), b + (j), y + (j), past)
#define STREAM(j, vectors, lanes) ROWS(j, vectors, lanes, true)
#define CACHE(j, vectors, lanes)  ROWS(j, vectors, lanes, false)
    if (stream && can_stream(y, w.stride)) {
        FOR_COLUMNS((int)w.stride, STREAM);
        _mm_sfence();
    } else {
        FOR_COLUMNS((int)w.stride, CACHE);
    }
#undef STREAM
#undef CACHE
#undef ROWS
#define REST(j, vectors, lanes)                                                                    \
    apply(1, 0, vectors, lanes, x + done + (j), m + (j), a + (j), b + (j), y + done + (j), false)
    FOR_COLUMNS(rest, REST);
#undef REST
}

/* dy as it comes through a relu whose output is given, if any. */
INLINE vec through_relu(const real *relu, size_t at, int lanes, vec dy)
{
    return relu ? keep(~(load(relu + at, lanes) <= 0), dy) : dy;
}

INLINE void sums(size_t rows, size_t stride, int vectors, int lanes, const real *x, const real *dy,
                 const real *relu, const real *center, real *total, real *products)
{
    vec m[GROUP], s[GROUP], q[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        s[v] = q[v] = (vec){0};
    }
    for (size_t r = 0, at = 0; r < rows; r++, at += stride)
        for (int v = 0; v < vectors; v++) {
            size_t i = at + (size_t)(v * LANES);
            vec g = through_relu(relu, i, lanes, load(dy + i, lanes));

            s[v] += g;
            q[v] += g * (load(x + i, lanes) - m[v]);
        }
    for (int v = 0; v < vectors; v++) {
        store(total + v * LANES, s[v], lanes);
        store(products + v * LANES, q[v], lanes);
    }
}

static void columns_sums(size_t rows, int c, const real *x, const real *dy, const real *relu,
                         const real *center, double *sum_dy, double *sum_dyx)
{
    struct walk w = walk_columns(rows, c);
    size_t done = w.done * (size_t)c;
    real space[STRIP], total[STRIP], products[STRIP];
    const real *m = repeat(&w, c, center, space);

    for (size_t first = 0; first < w.rows; first += BLOCK) {
        size_t n = w.rows - first < BLOCK ? w.rows - first : BLOCK, from = first * w.stride;

        for (size_t at = 0; at < w.stride; at += STRIP) {
            int width = strip_width(&w, at), each = w.times > 1 ? c : width;

#define PLAIN(j, vectors, lanes)                                                                   \
    sums(n, w.stride, vectors, lanes, x + from + at + (j), dy + from + at + (j), NULL,             \
         m + at + (j), total + (j), products + (j))
#define RELU(j, vectors, lanes)                                                                    \
    sums(n, w.stride, vectors, lanes, x + from + at + (j), dy + from + at + (j),                   \
         relu + from + at + (j), m + at + (j), total + (j), products + (j))
            if (relu)
                FOR_COLUMNS(width, RELU);
            else
                FOR_COLUMNS(width, PLAIN);
#undef PLAIN
#undef RELU
            unfold_add(each, width, total, sum_dy + at);
            unfold_add(each, width, products, sum_dyx + at);
        }
    }
    kernels_plain.columns_sums(w.rest, c, x + done, dy + done, relu ? relu + done : NULL, center,
                               sum_dy, sum_dyx);
}

/* What columns_backward() computes, at one place. */
struct backward {
    const real *x, *dy, *relu;
    const real *center, *a, *b, *k; /* of a folded row */
    real *dx;
};

INLINE void backward(size_t rows, size_t stride, int vectors, int lanes, const struct backward *o,
                     size_t from, size_t column, bool relu, bool add, bool stream)
{
    vec m[GROUP], a[GROUP], b[GROUP], k[GROUP];

    for (int v = 0; v < vectors; v++) {
        size_t j = column + (size_t)(v * LANES);

        m[v] = load(o->center + j, lanes);
        a[v] = load(o->a + j, lanes);
        b[v] = load(o->b + j, lanes);
        k[v] = load(o->k + j, lanes);
    }
    for (size_t r = 0, at = from + column; r < rows; r++, at += stride)
        for (int v = 0; v < vectors; v++) {
            size_t i = at + (size_t)(v * LANES);
            vec g = through_relu(relu ? o->relu : NULL, i, lanes, load(o->dy + i, lanes));
            vec d = (load(o->x + i, lanes) - m[v]) * b[v] + k[v] + g * a[v];

            if (stream)
                store_past(o->dx + i, d);
            else
                store(o->dx + i, add ? d + load(o->dx + i, lanes) : d, lanes);
        }
}

/* Rows of a walk, from element `from` of the array on. */
INLINE void backward_rows(size_t rows, size_t stride, size_t width, const struct backward *o,
                          size_t from, bool relu, bool add, bool stream)
{
#define PART(j, vectors, lanes)                                                                    \
    backward(rows, stride, vectors, lanes, o, from, (size_t)(j), relu, add, stream)
    FOR_COLUMNS((int)width, PART);
#undef PART
}

static void columns_backward(size_t rows, int c, const real *x, const real *dy, const real *relu,
                             const real *center, const real *a, const real *b, const real *k,
                             real *dx, bool add, bool stream)
{
    struct walk w = walk_columns(rows, c);
    size_t done = w.done * (size_t)c, rest = w.rest * (size_t)c;
    real space[4][STRIP];
    struct backward o = {
        .x = x,
        .dy = dy,
        .relu = relu,
        .center = repeat(&w, c, center, space[0]),
        .a = repeat(&w, c, a, space[1]),
        .b = repeat(&w, c, b, space[2]),
        .k = repeat(&w, c, k, space[3]),
        .dx = dx,
    };

    if (stream && !relu && !add && can_stream(dx, w.stride)) {
        backward_rows(w.rows, w.stride, w.stride, &o, 0, false, false, true);
        _mm_sfence();
    } else if (relu && !add) {
        backward_rows(w.rows, w.stride, w.stride, &o, 0, true, false, false);
    } else if (!relu && !add) {
        backward_rows(w.rows, w.stride, w.stride, &o, 0, false, false, false);
    } else {
        backward_rows(w.rows, w.stride, w.stride, &o, 0, relu != NULL, add, false);
    }
    backward_rows(1, 0, rest, &o, done, relu != NULL, add, false);
}

/* As many values as there are doubles in a vector. */
enum { DOUBLES = VECTOR_BYTES / sizeof(double), TOTALS = 2 * GROUP /* vectors side by side */ };
typedef double doubles __attribute__((vector_size(VECTOR_BYTES)));
typedef real narrow __attribute__((vector_size(DOUBLES * sizeof(real))));

/* Of so many vectors of doubles side by side, or of one of which n lanes count. */
INLINE void totals(size_t rows, size_t stride, int vectors, int n, const real *x, double *sum)
{
    size_t bytes = (size_t)((vectors - 1) * DOUBLES + n) * sizeof *sum;
    doubles total[TOTALS] = {{0}};

    memcpy(total, sum, bytes);
    for (size_t r = 0; r < rows; r++, x += stride)
        for (int v = 0; v < vectors; v++) {
            narrow row;

            if (n < DOUBLES) {
                vec some = load_some(x, n);

                memcpy(&row, &some, sizeof row);
            } else {
                memcpy(&row, x + v * DOUBLES, sizeof row);
            }
            total[v] += __builtin_convertvector(row, doubles);
        }
    memcpy(sum, total, bytes);
}

static void columns_total(size_t rows, int c, const real *x, size_t stride, double *sum)
{
    int at = 0;

    for (; at + TOTALS * DOUBLES <= c; at += TOTALS * DOUBLES)
        totals(rows, stride, TOTALS, DOUBLES, x + at, sum + at);
    for (; at + DOUBLES <= c; at += DOUBLES)
        totals(rows, stride, 1, DOUBLES, x + at, sum + at);
    if (at < c)
        totals(rows, stride, 1, c - at, x + at, sum + at);
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

#endif
