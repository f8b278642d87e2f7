/* The kernels over columns and rows: every table that this CPU runs against ref.c, over sizes on both
 * sides of a vector's width, from memory that is not aligned. With dyadic numbers a result that needs
 * no division is the same in any order of summation, and compared with no tolerance. */
#include "base/arena.h"
#include "kernel_data.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sums that decide statistics run in real over at most so many additions, then in double. */
enum { REAL_ADDITIONS = 64 };

static const int channels[] = {1,  2,  3,  5,  7,  8,  9,  10, 15,  16,  17,  24,  31,  32,
                               33, 47, 48, 49, 63, 64, 65, 96, 100, 128, 300, 513, 784, 1030};
enum { CHANNELS = sizeof channels / sizeof *channels };

static const size_t row_counts[] = {1, 2, 3, 5, 16, 63, 64, 65, 130, 200, 9000};
enum { ROW_COUNTS = sizeof row_counts / sizeof *row_counts };

/* One comparison: what the kernel k makes of [rows][c]. */
struct shape_case {
    const struct kernels *k;
    size_t rows, n; /* n = rows * c */
    int c;
    enum numbers numbers;
    char what[128];
};

static void name_case(struct shape_case *s, const char *kernel, const char *variant)
{
    snprintf(s->what, sizeof s->what, "%s.%s of [%zu][%d], %s numbers%s", s->k->name, kernel,
             s->rows, s->c, s->numbers == DYADIC ? "dyadic" : "normal", variant);
}

/* Runs `check` for every table, shape and kind of numbers. */
static void for_shapes(void (*check)(struct shape_case *s))
{
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS; i++)
            for (int j = 0; j < ROW_COUNTS; j++)
                for (int numbers = DYADIC; numbers <= NORMAL; numbers++) {
                    struct shape_case s = {
                        kernels_all[t], row_counts[j], row_counts[j] * (size_t)channels[i],
                        channels[i],    numbers,       ""};

                    if (kernels_runnable(s.k) && s.n <= 70000)
                        check(&s);
                }
}

static void check_apply(struct shape_case *s)
{
    size_t c = (size_t)s->c;
    real *x = input_new(s->n, s->numbers, "x"), *m = input_new(c, s->numbers, "m"),
         *a = input_new(c, s->numbers, "a"), *b = input_new(c, s->numbers, "b");
    real *want = output_new(s->n, NULL), *y = output_new(s->n, NULL), *in_place;
    double *size = xcalloc(s->n, sizeof *size), epsilons = s->numbers == DYADIC ? 0 : 2;

    x[s->n / 2] = (real)NAN;
    in_place = output_new(s->n, x);
    for (size_t i = 0; i < s->n; i++)
        size[i] = fabs((double)(x[i] - m[i % c]) * a[i % c]) + fabs((double)b[i % c]);
    kernels_plain.columns_apply(s->rows, s->c, x, m, a, b, want, false);
    name_case(s, "columns_apply", "");
    s->k->columns_apply(s->rows, s->c, x, m, a, b, y, true);
    assert_near(s->what, s->n, y, want, size, epsilons);
    s->k->columns_apply(s->rows, s->c, in_place, m, a, b, in_place, false);
    assert_memory_equal(in_place, y, s->n * sizeof *y);
    free(size);
    output_free(s->what, in_place, s->n);
    output_free(s->what, y, s->n);
    output_free(s->what, want, s->n);
    input_free(x), input_free(m), input_free(a), input_free(b);
}

static void test_columns_apply(void **state)
{
    (void)state;
    for_shapes(check_apply);
}

/* Roundings of a sum over rows, in units of REAL_EPSILON. */
static double sum_epsilons(size_t rows)
{
    return REAL_ADDITIONS + 4 + (double)rows * DBL_EPSILON / REAL_EPSILON;
}

static void check_sums_behind(struct shape_case *s, bool behind_relu)
{
    size_t c = (size_t)s->c;
    real *x = input_new(s->n, s->numbers, "x"), *dy = input_new(s->n, s->numbers, "dy"),
         *y = input_new(s->n, s->numbers, "y"), *m = input_new(c, s->numbers, "m");
    const real *relu = behind_relu ? y : NULL;
    double *want[2], *got[2], *size[2], epsilons = s->numbers == DYADIC ? 0 : sum_epsilons(s->rows);

    for (int i = 0; i < 2; i++) {
        want[i] = xcalloc(c, sizeof **want);
        got[i] = xcalloc(c, sizeof **got);
        size[i] = xcalloc(c, sizeof **size);
        for (size_t j = 0; j < c; j++)
            want[i][j] = got[i][j] = size[i][j] = 3; /* both are added to */
    }
    for (size_t i = 0; i < s->n; i++) {
        size[0][i % c] += fabs((double)dy[i]);
        size[1][i % c] += fabs((double)dy[i] * (x[i] - m[i % c]));
    }
    kernels_plain.columns_sums(s->rows, s->c, x, dy, relu, m, want[0], want[1]);
    s->k->columns_sums(s->rows, s->c, x, dy, relu, m, got[0], got[1]);
    name_case(s, "columns_sums", relu ? ", behind a relu" : "");
    for (int i = 0; i < 2; i++) {
        assert_sums_near(s->what, c, got[i], want[i], size[i], epsilons);
        free(want[i]), free(got[i]), free(size[i]);
    }
    input_free(x), input_free(dy), input_free(m), input_free(y);
}

static void check_sums(struct shape_case *s)
{
    check_sums_behind(s, false);
    check_sums_behind(s, true);
}

/* In double, one addition after the other: to the bit. Rows lie apart, and rows of zeros change nothing. */
static void check_total(struct shape_case *s)
{
    enum { GAP = 3 };
    size_t c = (size_t)s->c, stride = c + GAP, n = (s->rows + 2) * stride;
    real *x = input_new(n, s->numbers, "x");
    double *want = xcalloc(c, sizeof *want), *got = xcalloc(c + 1, sizeof *got);

    for (size_t j = 0; j <= c; j++)
        got[j] = 5;
    for (size_t j = 0; j < c; j++) {
        want[j] = 5;
        for (size_t r = 0; r < s->rows; r++)
            want[j] += x[r * stride + j];
        x[s->rows * stride + j] = x[(s->rows + 1) * stride + j] = 0;
    }
    name_case(s, "columns_total", "");
    s->k->columns_total(s->rows + 2, s->c, x, stride, got);
    for (size_t j = 0; j < c; j++)
        if (got[j] != want[j])
            fail_msg("%s: column %zu is %.17g, should be %.17g", s->what, j, got[j], want[j]);
    assert_true(got[c] == 5);
    free(want), free(got);
    input_free(x);
}

static void test_columns_total(void **state)
{
    (void)state;
    for_shapes(check_total);
}

/* The three kernels over x - center - low. Dyadic numbers are equal in many rows, and the first of the largest
 * counts. */
static void check_deviations(struct shape_case *s)
{
    size_t c = (size_t)s->c;
    real *x = input_new(s->n, s->numbers, "x"), *m = input_new(c, s->numbers, "m"),
         *low = input_new(c, s->numbers, "low");
    real *want_signs = output_new(s->n, NULL), *signs = output_new(s->n, NULL);
    double *want[4], *got[4], *size = xcalloc(c, sizeof *size), *ones = xcalloc(s->n, sizeof *ones),
                              epsilons = s->numbers == DYADIC ? 0 : sum_epsilons(s->rows);

    for (int i = 0; i < 4; i++) {
        want[i] = xcalloc(c, sizeof **want);
        got[i] = xcalloc(c, sizeof **got);
        for (size_t j = 0; j < c; j++)
            want[i][j] = got[i][j] = NAN; /* all are overwritten */
    }
    for (size_t i = 0; i < s->n; i++)
        size[i % c] += fabs((double)x[i]) + fabs((double)m[i % c]) + fabs((double)low[i % c]);
    kernels_plain.columns_absolute(s->rows, s->c, x, m, low, want[0], want[1]);
    kernels_plain.columns_largest(s->rows, s->c, x, m, low, want[2], want[3]);
    kernels_plain.columns_signs(s->rows, s->c, x, m, low, want_signs);
    s->k->columns_absolute(s->rows, s->c, x, m, low, got[0], got[1]);
    s->k->columns_largest(s->rows, s->c, x, m, low, got[2], got[3]);
    s->k->columns_signs(s->rows, s->c, x, m, low, signs);
    name_case(s, "columns_absolute", "");
    assert_sums_near(s->what, c, got[0], want[0], size, epsilons);
    assert_sums_near(s->what, c, got[1], want[1], size, 0);
    name_case(s, "columns_largest", "");
    assert_sums_near(s->what, c, got[2], want[2], size, s->numbers == DYADIC ? 0 : 2);
    assert_sums_near(s->what, c, got[3], want[3], size, 0);
    name_case(s, "columns_signs", "");
    assert_near(s->what, s->n, signs, want_signs, ones, 0);
    for (int i = 0; i < 4; i++)
        free(want[i]), free(got[i]);
    free(size), free(ones);
    output_free(s->what, signs, s->n);
    output_free(s->what, want_signs, s->n);
    input_free(x), input_free(m), input_free(low);
}

static void test_columns_deviations(void **state)
{
    (void)state;
    for_shapes(check_deviations);
}

/* Sums of numbers near the largest real, which a sum in real would not hold. */
static void test_large_deviations(void **state)
{
    enum { ROWS = 70, C = 40 };
    real *x = input_new(ROWS * C, DYADIC, "x"), *zero = output_new(C, NULL);

    (void)state;
    for (int i = 0; i < ROWS * C; i++)
        x[i] = REAL_MAX / 2;
    for (int j = 0; j < C; j++)
        zero[j] = 0;
    for (int t = 0; kernels_all[t]; t++) {
        double sum[C], signs[C];

        if (!kernels_runnable(kernels_all[t]) || sizeof(real) == sizeof(double))
            continue;
        kernels_all[t]->columns_absolute(ROWS, C, x, zero, zero, sum, signs);
        for (int j = 0; j < C; j++)
            assert_true(sum[j] == ROWS * (double)(REAL_MAX / 2) && signs[j] == ROWS);
    }
    output_free("zero", zero, C);
    input_free(x);
}

static void test_columns_sums(void **state)
{
    (void)state;
    for_shapes(check_sums);
}

/* Thousands of rows of one sign, where a sum that ran in real alone would drift. */
static void test_long_sums(void **state)
{
    static const int some[] = {1, 9, 64, 100};
    enum { ROWS = 40000 };

    (void)state;
    for (int i = 0; i < 4; i++)
        for (int t = 0; kernels_all[t]; t++) {
            size_t c = (size_t)some[i], n = ROWS * c;
            real *x = input_new(n, NORMAL, "x"), *m = input_new(c, NORMAL, "m");
            double got[2][100] = {{0}}, want[100], size[100];

            for (size_t j = 0; j < n; j++)
                x[j] = (real)1.1;
            for (size_t j = 0; j < c; j++) {
                m[j] = 0;
                want[j] = size[j] = ROWS * (double)(real)1.1;
            }
            if (kernels_runnable(kernels_all[t]))
                kernels_all[t]->columns_sums(ROWS, some[i], x, x, NULL, m, got[0], got[1]);
            else
                memcpy(got[0], want, sizeof want);
            assert_sums_near(kernels_all[t]->name, c, got[0], want, size, sum_epsilons(ROWS));
            input_free(x), input_free(m);
        }
}

static void check_backward(struct shape_case *s)
{
    size_t c = (size_t)s->c;
    real *x = input_new(s->n, s->numbers, "x"), *dy = input_new(s->n, s->numbers, "dy"),
         *before = input_new(s->n, s->numbers, "dx"), *m = input_new(c, s->numbers, "m"),
         *a = input_new(c, s->numbers, "a"), *b = input_new(c, s->numbers, "b"),
         *k = input_new(c, s->numbers, "k"), *y = input_new(s->n, s->numbers, "y");
    double *size = xcalloc(s->n, sizeof *size), epsilons = s->numbers == DYADIC ? 0 : 4;

    for (size_t i = 0; i < s->n; i++)
        size[i] = fabs((double)dy[i] * a[i % c]) + fabs((double)(x[i] - m[i % c]) * b[i % c]) +
                  fabs((double)k[i % c]) + fabs((double)before[i]);
    y[s->n / 2] = (real)NAN; /* lets the gradient through */
    for (int variant = 0; variant < 4; variant++) {
        const real *relu = variant & 2 ? y : NULL;
        bool add = variant & 1;
        real *want = output_new(s->n, add ? before : NULL),
             *got = output_new(s->n, add ? before : NULL);
        char name[64];

        snprintf(name, sizeof name, "%s%s", add ? ", added" : "", relu ? ", behind a relu" : "");
        name_case(s, "columns_backward", name);
        kernels_plain.columns_backward(s->rows, s->c, x, dy, relu, m, a, b, k, want, add, false);
        s->k->columns_backward(s->rows, s->c, x, dy, relu, m, a, b, k, got, add, true);
        assert_near(s->what, s->n, got, want, size, epsilons);
        output_free(s->what, want, s->n);
        output_free(s->what, got, s->n);
    }
    free(size);
    input_free(x), input_free(dy), input_free(before), input_free(m);
    input_free(a), input_free(b), input_free(k), input_free(y);
}

static void test_columns_backward(void **state)
{
    (void)state;
    for_shapes(check_backward);
}

static void check_convert(struct shape_case *s)
{
    size_t c = (size_t)s->c;
    uint8_t *x = xcalloc(s->n, 1);
    real *a = input_new(c, s->numbers, "a"), *b = input_new(c, s->numbers, "b");
    real *want = output_new(s->n, NULL), *got = output_new(s->n, NULL);
    double *size = xcalloc(s->n, sizeof *size), epsilons = s->numbers == DYADIC ? 0 : 2;

    for (size_t i = 0; i < s->n; i++) {
        x[i] = (uint8_t)(i * 37 + i / 251);
        size[i] = fabs((double)a[i % c] * x[i]) + fabs((double)b[i % c]);
    }
    name_case(s, "columns_convert", "");
    kernels_plain.columns_convert(s->rows, s->c, x, a, b, want);
    s->k->columns_convert(s->rows, s->c, x, a, b, got);
    assert_near(s->what, s->n, got, want, size, epsilons);
    free(x), free(size);
    output_free(s->what, want, s->n);
    output_free(s->what, got, s->n);
    input_free(a), input_free(b);
}

static void test_columns_convert(void **state)
{
    (void)state;
    for_shapes(check_convert);
}

static void check_bias(struct shape_case *s)
{
    real *y = input_new(s->n, s->numbers, "y"), *b = input_new((size_t)s->c, s->numbers, "b");
    real *want = output_new(s->n, y), *got = output_new(s->n, y);

    name_case(s, "bias_add", "");
    kernels_plain.bias_add(s->rows, s->c, b, want);
    s->k->bias_add(s->rows, s->c, b, got);
    assert_near(s->what, s->n, got, want, NULL, 0);
    output_free(s->what, want, s->n);
    output_free(s->what, got, s->n);
    input_free(y), input_free(b);
}

static void test_bias_add(void **state)
{
    (void)state;
    for_shapes(check_bias);
}

/* A row's results are the same bits whichever rows stand before and behind it. */
static void check_bits(const struct kernels *k, int channels_now)
{
    enum { ROWS = 140 };
    size_t c = (size_t)channels_now, n = ROWS * c;
    real *x = input_new(n, NORMAL, "x"), *dy = input_new(n, NORMAL, "dy"),
         *m = input_new(4 * c, NORMAL, "m"), *old = input_new(n, NORMAL, "dx");
    uint8_t *bytes = xcalloc(n, 1);
    real *all[4], *one[4];
    const int length = channels_now;

    for (size_t i = 0; i < n; i++)
        bytes[i] = (uint8_t)(i * 37);
    for (int i = 0; i < 4; i++) {
        all[i] = output_new(n, old);
        one[i] = output_new(n, old);
    }
    k->columns_apply(ROWS, length, x, m, m + c, m + 2 * c, all[0], false);
    k->columns_backward(ROWS, length, x, dy, NULL, m, m + c, m + 2 * c, m + 3 * c, all[1], false,
                        false);
    k->columns_backward(ROWS, length, x, dy, NULL, m, m + c, m + 2 * c, m + 3 * c, all[2], true,
                        false);
    k->columns_convert(ROWS, length, bytes, m, m + c, all[3]);
    /* in calls of 1, 2, 3, ... rows */
    for (size_t r = 0, rows = 1; r < ROWS; r += rows, rows++) {
        size_t at = r * c;

        rows = ROWS - r < rows ? ROWS - r : rows;
        k->columns_apply(rows, length, x + at, m, m + c, m + 2 * c, one[0] + at, false);
        k->columns_backward(rows, length, x + at, dy + at, NULL, m, m + c, m + 2 * c, m + 3 * c,
                            one[1] + at, false, false);
        k->columns_backward(rows, length, x + at, dy + at, NULL, m, m + c, m + 2 * c, m + 3 * c,
                            one[2] + at, true, false);
        k->columns_convert(rows, length, bytes + at, m, m + c, one[3] + at);
    }
    for (int i = 0; i < 4; i++) {
        if (memcmp(one[i], all[i], n * sizeof(real)))
            fail_msg("%s, %d channels: result %d depends on where the row stands", k->name, length,
                     i);
        output_free(k->name, all[i], n);
        output_free(k->name, one[i], n);
    }
    free(bytes);
    input_free(x), input_free(dy), input_free(m), input_free(old);
}

static void test_place_of_a_row(void **state)
{
    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS; i++)
            if (kernels_runnable(kernels_all[t]))
                check_bits(kernels_all[t], channels[i]);
}

/* Stores past the cache, which need aligned memory, write the same bits. */
static void test_streaming(void **state)
{
    static const int wide[] = {1, 3, 10, 16, 48, 64, 96, 100, 784};
    enum { ROWS = 139 };

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (size_t i = 0; kernels_runnable(kernels_all[t]) && i < sizeof wide / sizeof *wide;
             i++) {
            const struct kernels *k = kernels_all[t];
            size_t c = (size_t)wide[i], n = ROWS * c;
            real *x = input_new(n, NORMAL, "x"), *dy = input_new(n, NORMAL, "dy"),
                 *m = input_new(4 * c, NORMAL, "m"), *want = input_new(n, NORMAL, "want"),
                 *got = aligned_alloc(ARENA_ALIGN, arena_round((n + 16) * sizeof *got));

            got[n] = 3;
            k->columns_apply(ROWS, wide[i], x, m, m + c, m + 2 * c, want, false);
            k->columns_apply(ROWS, wide[i], x, m, m + c, m + 2 * c, got, true);
            assert_memory_equal(got, want, n * sizeof *got);
            k->columns_backward(ROWS, wide[i], x, dy, NULL, m, m + c, m + 2 * c, m + 3 * c, want,
                                false, false);
            k->columns_backward(ROWS, wide[i], x, dy, NULL, m, m + c, m + 2 * c, m + 3 * c, got,
                                false, true);
            assert_memory_equal(got, want, n * sizeof *got);
            assert_true(got[n] == 3);
            free(got);
            input_free(x), input_free(dy), input_free(m), input_free(want);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_apply),      cmocka_unit_test(test_columns_sums),
        cmocka_unit_test(test_columns_total),      cmocka_unit_test(test_long_sums),
        cmocka_unit_test(test_columns_deviations), cmocka_unit_test(test_large_deviations),
        cmocka_unit_test(test_columns_backward),   cmocka_unit_test(test_columns_convert),
        cmocka_unit_test(test_bias_add),           cmocka_unit_test(test_place_of_a_row),
        cmocka_unit_test(test_streaming),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
