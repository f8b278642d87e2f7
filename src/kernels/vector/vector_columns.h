/*
 * Columns: values for each channel, over the rows of an array [rows][c]. Channels are last, so the lanes of a vector
 * are channels.
 *
 * Short rows are folded: f rows become one folded row of GROUP vectors or more. A row is short when it has fewer elements
 * than 2 vectors, or when it consists of fewer than GROUP whole vectors. The array [rows][c] is the same memory as
 * [rows / f][f * c]. Coefficients [c] are repeated f times. Up to f - 1 rows remain at the end. In kernels with a result
 * for each element, these rows make a last, shorter folded row, so that no result depends on the index of its row. In
 * sums, the plain kernels process these rows. Sums split long rows into strips of STRIP columns.
 */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_COLUMNS_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_COLUMNS_H

#include "kernels/vector/vector_flat.h"

struct fold {
    int factor;       /* f; 1: rows are not folded */
    size_t rows;      /* number of folded rows */
    size_t width;     /* elements of a folded row: f * c; at most STRIP when f > 1 */
    size_t folded;    /* number of rows of the array that are in folded rows: f * rows */
    size_t remaining; /* number of rows of the array after these */
};

static int common_divisor(int a, int b)
{
    while (b) {
        int remainder = a % b;

        a = b;
        b = remainder;
    }
    return a;
}

static struct fold fold_rows(size_t rows, int c)
{
    struct fold f = {.factor = 1};

    if (c < 2 * LANES || (c < WIDE && c % LANES == 0)) {
        int step = LANES / common_divisor(c, LANES); /* the fewest rows that fill whole vectors */

        for (f.factor = step; f.factor * c < WIDE;)
            f.factor += step;
    }
    f.rows = rows / (size_t)f.factor;
    f.width = (size_t)f.factor * (size_t)c;
    f.folded = f.rows * (size_t)f.factor;
    f.remaining = rows - f.folded;
    return f;
}

/* Returns the number of columns of the strip that starts at column `first`. */
static int strip_width(const struct fold *f, size_t first)
{
    return f->width - first < STRIP ? (int)(f->width - first) : STRIP;
}

/* Returns the coefficients of a folded row: v[c] repeated, in `space`; or v itself when rows are not folded. */
static const real *repeat(const struct fold *f, int c, const real *v, real space[STRIP])
{
    size_t done = (size_t)c;

    if (f->factor == 1)
        return v;
    memcpy(space, v, done * sizeof *v);
    /* doubling takes few calls: a loop over the rows of an image with one channel took longer than its conversion */
    for (size_t n; done < f->width; done += n) {
        n = done < f->width - done ? done : f->width - done;
        memcpy(space + done, space, n * sizeof *v);
    }
    return space;
}

/* out[j % c] += row[j] for each column j of a strip of `width` columns */
static void unfold_add(int c, int width, const real *restrict row, double *restrict out)
{
    for (int i = 0; i < width; i += c) {
        int n = width - i < c ? width - i : c;

        for (int j = 0; j < n; j++)
            out[j] += row[i + j];
    }
}

/* Runs part(column, vectors, lanes) over `width` columns: GROUP vectors at a time, then single vectors, then the
 * remaining lanes, fewer than LANES. column: the first column; lanes: those of the last vector. The arguments `vectors`
 * and, but for the remaining lanes, `lanes` are constants, so the compiler generates a loop for each case. */
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

/* ---- sums ---- */

/* Which two sums sums() computes. With d = x - center, they are those of d and d * d for MOMENTS, and of dy and dy * d
 * for the others. For GRADIENT_BEHIND_RELU, through_relu() first sets dy to 0 where the relu is 0. */
enum summands { MOMENTS, GRADIENT, GRADIENT_BEHIND_RELU };

/* Returns dy, but 0 in lanes where `relu`, the output of a relu after y, is <= 0. */
INLINE vec through_relu(const real *relu, int lanes, vec dy)
{
    return keep(~(load(relu, lanes) <= 0), dy);
}

/* Computes the two sums for `vectors` vectors side by side, and overwrites total and products with them. */
INLINE void sums(enum summands what, size_t rows, size_t stride, int vectors, int lanes,
                 const real *x, const real *dy, const real *relu, const real *center, real *total,
                 real *products)
{
    vec m[GROUP], s[GROUP], q[GROUP];

    for (int v = 0; v < vectors; v++) {
        m[v] = load(center + v * LANES, lanes);
        s[v] = q[v] = (vec){0};
    }
    for (size_t r = 0, at = 0; r < rows; r++, at += stride)
        for (int v = 0; v < vectors; v++) {
            size_t i = at + (size_t)(v * LANES);
            vec d = load(x + i, lanes) - m[v], g = what == MOMENTS ? d : load(dy + i, lanes);

            if (what == GRADIENT_BEHIND_RELU)
                g = through_relu(relu + i, lanes, g);
            s[v] += g;
            q[v] += g * d;
        }
    for (int v = 0; v < vectors; v++) {
        store(total + v * LANES, s[v], lanes);
        store(products + v * LANES, q[v], lanes);
    }
}

/* Adds the two sums over `rows` folded rows of a strip to sum[c] and product[c]. dy and relu may be any array when
 * `what` does not use them. */
INLINE void strip_sums(enum summands what, const struct fold *f, size_t rows, int c, int width,
                       const real *x, const real *dy, const real *relu, const real *center,
                       double *sum, double *product)
{
    real total[STRIP], products[STRIP];

#define PART(j, vectors, lanes)                                                                    \
    sums(what, rows, f->width, vectors, lanes, x + (j), dy + (j), relu + (j), center + (j),        \
         total + (j), products + (j))
    FOR_COLUMNS(width, PART);
#undef PART
    unfold_add(c, width, total, sum);
    unfold_add(c, width, products, product);
}

enum {
    /* The center of the first pass of strip_moments() is the mean of this many rows. */
    SAMPLE = 16,
    /* The second pass is made when sum (x - center)^2 is more than this times sum (x - mean)^2. */
    CANCELLATION = 2,
};

/* Overwrites sum[c] and square[c] with the sums of x - center and of (x - center)^2 over the rows of a strip. */
static void centered_sums(const struct fold *f, size_t rows, int c, int width, const real *x,
                          const real *center, double *sum, double *square)
{
    real space[STRIP];

    memset(sum, 0, (size_t)c * sizeof *sum);
    memset(square, 0, (size_t)c * sizeof *square);
    strip_sums(MOMENTS, f, rows, c, width, x, x, x, repeat(f, c, center, space), sum, square);
}

/* Writes the moments of a strip's channels, computed from the sums of x - center and of its square. Returns false when
 * the center of some channel is so far from the mean that digits are lost. */
static bool moments_by_center(const struct fold *f, int c, int width, const real *x,
                              const real *restrict center, double *restrict mean,
                              double *restrict m2)
{
    double count = (double)f->folded;
    int64_t far = 0; /* 64 bits, so that the compiler can vectorize it together with doubles */

    centered_sums(f, f->rows, c, width, x, center, mean, m2);
    for (int j = 0; j < c; j++) {
        double about_mean = m2[j] - mean[j] * mean[j] / count;

        far |= m2[j] > CANCELLATION * about_mean ? 1 : 0;
        m2[j] = about_mean < 0 ? 0 : about_mean;
        mean[j] = center[j] + mean[j] / count;
    }
    return !far;
}

/* Computes the moments of a strip's channels. The center is the mean of the first rows. If that is too far from the
 * mean of all rows, a second pass uses the mean of all rows as center. */
static void strip_moments(const struct fold *f, int c, int width, const real *x, double *mean,
                          double *m2)
{
    size_t rows = f->rows < SAMPLE ? f->rows : SAMPLE;
    double count = (double)rows * f->factor;
    real center[STRIP];

    centered_sums(f, rows, c, width, x, x, mean, m2);
    for (int j = 0; j < c; j++)
        center[j] = (real)(x[j] + mean[j] / count);
    if (moments_by_center(f, c, width, x, center, mean, m2))
        return;
    for (int j = 0; j < c; j++)
        center[j] = (real)mean[j];
    moments_by_center(f, c, width, x, center, mean, m2);
}

/* True when all v[c] are finite. A sum of squares of numbers above 1e18 overflows float; the plain kernels then compute
 * it in double. */
static bool all_finite(int c, const double *v)
{
    int64_t others = 0;

    for (int j = 0; j < c; j++)
        others |= v[j] - v[j] == 0 ? 0 : 1;
    return !others;
}

static void columns_moments(size_t rows, int c, const real *x, double *mean, double *m2)
{
    struct fold f = fold_rows(rows, c);

    for (size_t at = 0; at < f.width && f.rows > 0; at += STRIP) {
        int width = strip_width(&f, at);

        strip_moments(&f, c < width ? c : width, width, x + at, mean + at, m2 + at);
    }
    if (f.rows == 0 || !all_finite(c, m2)) {
        kernels_plain.columns_moments(rows, c, x, mean, m2);
    } else if (f.remaining) {
        double last_mean[WIDE], last_m2[WIDE];
        struct column_moments all = {(double)f.folded, mean, m2},
                              last = {(double)f.remaining, last_mean, last_m2};

        kernels_plain.columns_moments(f.remaining, c, x + f.folded * (size_t)c, last_mean, last_m2);
        columns_merge(c, &all, &last);
    }
}

static void columns_sums(size_t rows, int c, const real *x, const real *dy, const real *relu,
                         const real *center, double *sum_dy, double *sum_dyx)
{
    struct fold f = fold_rows(rows, c);
    size_t done = f.folded * (size_t)c;
    real space[STRIP];
    const real *m = repeat(&f, c, center, space);

    for (size_t first = 0; first < f.rows; first += BLOCK)
        for (size_t at = 0; at < f.width; at += STRIP) {
            size_t n = f.rows - first < BLOCK ? f.rows - first : BLOCK, i = first * f.width + at;
            int width = strip_width(&f, at);

            if (relu)
                strip_sums(GRADIENT_BEHIND_RELU, &f, n, c, width, x + i, dy + i, relu + i, m + at,
                           sum_dy + at, sum_dyx + at);
            else
                strip_sums(GRADIENT, &f, n, c, width, x + i, dy + i, dy + i, m + at, sum_dy + at,
                           sum_dyx + at);
        }
    kernels_plain.columns_sums(f.remaining, c, x + done, dy + done, relu ? relu + done : NULL,
                               center, sum_dy, sum_dyx);
}

enum { DOUBLES = VECTOR_BYTES / sizeof(double), TOTALS = 2 * GROUP /* vectors side by side */ };
typedef double doubles __attribute__((vector_size(VECTOR_BYTES)));
typedef real narrow __attribute__((vector_size(DOUBLES * sizeof(real))));

/* Adds the rows of x to sum, in vectors * DOUBLES columns; or, with vectors = 1 and n < DOUBLES, in n columns. */
INLINE void totals(size_t rows, size_t stride, int vectors, int n, const real *x, double *sum)
{
    size_t bytes = (size_t)((vectors - 1) * DOUBLES + n) * sizeof *sum;
    doubles total[TOTALS] = {{0}};

    memcpy(total, sum, bytes);
    for (size_t r = 0; r < rows; r++, x += stride)
        for (int v = 0; v < vectors; v++) {
            narrow row;

            if (n < DOUBLES) {
                vec first = load_some(x, n);

                memcpy(&row, &first, sizeof row);
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

/* ---- a result for each element ---- */

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

INLINE void apply_rows(size_t rows, size_t width, const real *x, const real *center,
                       const real *scale, const real *shift, real *y, bool stream)
{
#define PART(j, vectors, lanes)                                                                    \
    apply(rows, width, vectors, lanes, x + (j), center + (j), scale + (j), shift + (j), y + (j),   \
          stream)
    FOR_COLUMNS((int)width, PART);
#undef PART
}

static void columns_apply(size_t rows, int c, const real *x, const real *center, const real *scale,
                          const real *shift, real *y, bool stream)
{
    struct fold f = fold_rows(rows, c);
    size_t done = f.folded * (size_t)c;
    real space[3][STRIP];
    const real *m = repeat(&f, c, center, space[0]), *a = repeat(&f, c, scale, space[1]),
               *b = repeat(&f, c, shift, space[2]);

    if (stream && can_stream(y, f.width)) {
        apply_rows(f.rows, f.width, x, m, a, b, y, true);
        _mm_sfence();
    } else {
        apply_rows(f.rows, f.width, x, m, a, b, y, false);
    }
    apply_rows(1, f.remaining * (size_t)c, x + done, m, a, b, y + done, false);
}

/* The arrays of columns_backward(), with the coefficients repeated for folded rows. */
struct backward {
    const real *x, *dy, *relu;
    const real *center, *a, *b, *k;
    real *dx;
};

/* columns_backward() for `vectors` vectors side by side, which start at `column`. The first row starts at element
 * `from` of the arrays. */
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
            vec dy = load(o->dy + i, lanes), g = relu ? through_relu(o->relu + i, lanes, dy) : dy;
            vec d = (load(o->x + i, lanes) - m[v]) * b[v] + k[v] + g * a[v];

            if (stream)
                store_past(o->dx + i, d);
            else
                store_or_add(o->dx + i, d, lanes, add);
        }
}

INLINE void backward_rows(size_t rows, size_t width, const struct backward *o, size_t from,
                          bool relu, bool add, bool stream)
{
#define PART(j, vectors, lanes)                                                                    \
    backward(rows, width, vectors, lanes, o, from, (size_t)(j), relu, add, stream)
    FOR_COLUMNS((int)width, PART);
#undef PART
}

static void columns_backward(size_t rows, int c, const real *x, const real *dy, const real *relu,
                             const real *center, const real *a, const real *b, const real *k,
                             real *dx, bool add, bool stream)
{
    struct fold f = fold_rows(rows, c);
    real space[4][STRIP];
    struct backward o = {
        .x = x,
        .dy = dy,
        .relu = relu,
        .center = repeat(&f, c, center, space[0]),
        .a = repeat(&f, c, a, space[1]),
        .b = repeat(&f, c, b, space[2]),
        .k = repeat(&f, c, k, space[3]),
        .dx = dx,
    };

    if (stream && !relu && !add && can_stream(dx, f.width)) {
        backward_rows(f.rows, f.width, &o, 0, false, false, true);
        _mm_sfence();
    } else if (relu && !add) {
        backward_rows(f.rows, f.width, &o, 0, true, false, false);
    } else if (!relu && !add) {
        backward_rows(f.rows, f.width, &o, 0, false, false, false);
    } else {
        backward_rows(f.rows, f.width, &o, 0, relu != NULL, add, false);
    }
    backward_rows(1, f.remaining * (size_t)c, &o, f.folded * (size_t)c, relu != NULL, add, false);
}

static void bias_add(size_t rows, int c, const real *b, real *y)
{
    struct fold f = fold_rows(rows, c);
    real space[STRIP];
    const real *folded = repeat(&f, c, b, space);

    for (size_t r = 0; r < f.rows; r++, y += f.width)
        sum(f.width, y, folded, y);
    sum(f.remaining * (size_t)c, y, folded, y);
}

INLINE void convert_rows(size_t rows, size_t width, const uint8_t *x, const real *scale,
                         const real *shift, real *y)
{
#define STEP(j, lanes)                                                                             \
    store(y + (j),                                                                                 \
          __builtin_convertvector(load_bytes(x + (j), lanes), vec) * load(scale + (j), lanes) +    \
              load(shift + (j), lanes),                                                            \
          lanes)
    for (size_t r = 0; r < rows; r++, x += width, y += width)
        FOR_VECTORS(0, width, STEP);
#undef STEP
}

static void columns_convert(size_t rows, int c, const uint8_t *x, const real *scale,
                            const real *shift, real *y)
{
    struct fold f = fold_rows(rows, c);
    size_t done = f.folded * (size_t)c;
    real space[2][STRIP];
    const real *a = repeat(&f, c, scale, space[0]), *b = repeat(&f, c, shift, space[1]);

    if (f.width % LANES != 0) {
        kernels_plain.columns_convert(rows, c, x, scale, shift, y);
        return;
    }
    convert_rows(f.rows, f.width, x, a, b, y);
    convert_rows(1, f.remaining * (size_t)c, x + done, a, b, y + done);
}

#endif
