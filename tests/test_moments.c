/* The kernels that measure: columns_moments, columns_merge and the two over rows. Against definitions
 * in double, and every table against ref.c. */
#include "base/arena.h"
#include "kernel_data.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const int channels[] = {1,  2,  3,  5,  7,  8,  9,  10, 15,  16,  17,  24,  31,  32,
                               33, 47, 48, 49, 63, 64, 65, 96, 100, 128, 300, 513, 784, 1030};
enum { CHANNELS = sizeof channels / sizeof *channels };

/* Moments of the columns in two passes over all rows. */
static void define(size_t rows, size_t c, const real *x, double *mean, double *m2, double *spread)
{
    for (size_t j = 0; j < c; j++) {
        long double sum = 0, squares = 0, sizes = 0;

        for (size_t r = 0; r < rows; r++)
            sum += x[r * c + j];
        sum /= (long double)rows;
        for (size_t r = 0; r < rows; r++) {
            squares += (x[r * c + j] - sum) * (x[r * c + j] - sum);
            sizes += fabsl(x[r * c + j] - sum);
        }
        mean[j] = (double)sum;
        m2[j] = (double)squares;
        spread[j] = (double)(sizes / (long double)rows);
    }
}

struct moments {
    double *mean, *m2, *spread; /* spread: mean of |x - mean| */
};

static struct moments moments_new(size_t c)
{
    return (struct moments){xcalloc(c, sizeof(double)), xcalloc(c, sizeof(double)),
                            xcalloc(c, sizeof(double))};
}

static void moments_free(struct moments *m)
{
    free(m->mean), free(m->m2), free(m->spread);
}

/* A sum of `rows` differences from a center near the mean: each is rounded, and each addition. The
 * center itself may be off by the rounding of a number as large as the mean. */
static void assert_moments(const char *what, size_t rows, size_t c, const struct moments *got,
                           const struct moments *want)
{
    for (size_t j = 0; j < c; j++) {
        double e = (double)(rows + 4) * REAL_EPSILON,
               off = fabs(want->mean[j]) * REAL_EPSILON + e * want->spread[j],
               rounding = 8 * DBL_EPSILON * fabs(want->mean[j]);
        double mean_error = fabs(got->mean[j] - want->mean[j]),
               m2_error = fabs(got->m2[j] - want->m2[j]);

        if (!(mean_error <= e * (want->spread[j] + off) + rounding) ||
            !(m2_error <= e * (want->m2[j] + (double)rows * off * off) +
                              (double)rows * rounding * (want->spread[j] + rounding)))
            fail_msg("%s: column %zu has mean %.12g (should be %.12g), m2 %.12g (%.12g)", what, j,
                     got->mean[j], want->mean[j], got->m2[j], want->m2[j]);
    }
}

static void check_moments(const struct kernels *k, size_t rows, int c, double mean, double sd,
                          bool outlier)
{
    size_t n = rows * (size_t)c;
    real *x = input_new(n, NORMAL, "x");
    struct moments got = moments_new((size_t)c), want = moments_new((size_t)c);
    char what[128];

    for (size_t i = 0; i < n; i++)
        x[i] = (real)(mean + sd * x[i]);
    for (int j = 0; outlier && j < c; j++)
        x[j] = (real)(mean + 1000 * sd);
    snprintf(what, sizeof what, "%s.columns_moments of [%zu][%d], mean %g%s", k->name, rows, c,
             mean, outlier ? ", an outlier first" : "");
    k->columns_moments(rows, c, x, got.mean, got.m2);
    define(rows, (size_t)c, x, want.mean, want.m2, want.spread);
    assert_moments(what, rows, (size_t)c, &got, &want);
    moments_free(&got);
    moments_free(&want);
    input_free(x);
}

static void test_columns_moments(void **state)
{
    static const size_t row_counts[] = {2, 3, 5, 63, 64, 65, 200, 1000};

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS * 8; i++) {
            const struct kernels *k = kernels_all[t];
            int c = channels[i / 8];
            size_t rows = row_counts[i % 8];

            if (!kernels_runnable(k) || rows * (size_t)c > 70000)
                continue;
            check_moments(k, rows, c, 0, 1, false);
            check_moments(k, rows, c, 1e4, 1, false);
            check_moments(k, rows, c, 1e6, 1, false);
            check_moments(k, rows, c, -1e4, 1, true);
        }
}

/* Pairs of rows at 7.5 + d and 7.5 - d: the mean is exact, and so is the sum of d^2, in any order. */
static void test_exact_moments(void **state)
{
    static const size_t row_counts[] = {2, 4, 6, 62, 64, 66, 130, 200};

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS * 8; i++) {
            int c = channels[i / 8];
            size_t rows = row_counts[i % 8];
            real *x = input_new(rows * (size_t)c, DYADIC, "x");
            struct moments got = moments_new((size_t)c);

            if (kernels_runnable(kernels_all[t])) {
                for (size_t j = 0; j < rows / 2 * (size_t)c; j++) {
                    size_t at = j / (size_t)c * 2 * (size_t)c + j % (size_t)c;
                    real d = x[at];

                    x[at] = (real)7.5 + d;
                    x[at + (size_t)c] = (real)7.5 - d;
                    got.spread[j % (size_t)c] += 2 * (double)d * d;
                }
                kernels_all[t]->columns_moments(rows, c, x, got.mean, got.m2);
                for (int j = 0; j < c; j++)
                    if (got.mean[j] != 7.5 || got.m2[j] != got.spread[j])
                        fail_msg("%s, [%zu][%d]: mean %.17g, m2 %.17g, not %.17g",
                                 kernels_all[t]->name, rows, c, got.mean[j], got.m2[j],
                                 got.spread[j]);
            }
            moments_free(&got);
            input_free(x);
        }
}

/* A constant channel has its value as mean and no variance, whatever its value and its neighbours. */
static void test_constant_channel(void **state)
{
    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS; i++) {
            enum { ROWS = 201 };
            int c = channels[i];
            real *x = input_new(ROWS * (size_t)c, NORMAL, "x");
            struct moments got = moments_new((size_t)c);

            if (kernels_runnable(kernels_all[t])) {
                for (int r = 0; r < ROWS; r++)
                    for (int j = 0; j < c; j += 2)
                        x[r * c + j] = (real)(12345.678 / (j + 1));
                kernels_all[t]->columns_moments(ROWS, c, x, got.mean, got.m2);
                for (int j = 0; j < c; j += 2)
                    if (got.mean[j] != x[j] || got.m2[j] != 0)
                        fail_msg("%s, %d channels: mean %.17g of %.17g, m2 %g",
                                 kernels_all[t]->name, c, got.mean[j], (double)x[j], got.m2[j]);
            }
            moments_free(&got);
            input_free(x);
        }
}

/* Deviations whose squares float cannot hold, and what is no number: as in ref.c, in which sums are double. */
static void test_huge_and_nan(void **state)
{
    enum { ROWS = 130 };

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS; i++) {
            const struct kernels *k = kernels_all[t];
            int c = channels[i];
            size_t n = ROWS * (size_t)c;
            real *x = input_new(n, NORMAL, "x"), *y = input_new(n, NORMAL, "y"),
                 *s = input_new(6 * ROWS, NORMAL, "s");
            struct moments got = moments_new((size_t)c), want = moments_new((size_t)c);

            for (size_t j = 0; j < n; j++)
                x[j] *= (real)1e25;
            if (c > 1)
                x[n - 1] = (real)NAN; /* in the last column, and in the last row */
            if (kernels_runnable(k)) {
                k->columns_moments(ROWS, c, x, got.mean, got.m2);
                kernels_plain.columns_moments(ROWS, c, x, want.mean, want.m2);
                k->rows_forward(ROWS, c, 1, true, x, NULL, NULL, 1e-5, y, s, s + ROWS,
                                s + 2 * ROWS);
                kernels_plain.rows_forward(ROWS, c, 1, true, x, NULL, NULL, 1e-5, y, s + 3 * ROWS,
                                           s + 4 * ROWS, s + 5 * ROWS);
                for (int j = 0; j < c - 1; j++)
                    assert_true(fabs(got.m2[j] - want.m2[j]) <= ROWS * REAL_EPSILON * want.m2[j]);
                assert_true(c == 1 || (isnan(got.m2[c - 1]) && isnan(got.mean[c - 1])));
                for (int r = 0; r < ROWS - 1 && c > 1; r++)
                    assert_true(fabs((double)s[2 * ROWS + r] - s[5 * ROWS + r]) <=
                                (c + 4) * REAL_EPSILON * s[5 * ROWS + r]);
                assert_true(c == 1 || isnan(s[3 * ROWS - 1]));
            }
            moments_free(&got), moments_free(&want);
            input_free(x), input_free(y), input_free(s);
        }
}

/* Moments of two lots of rows, merged, are those of all; a lot without rows changes nothing. */
static void test_columns_merge(void **state)
{
    enum { C = 5, ROWS = 40 };
    real *x = input_new(ROWS * C, NORMAL, "x");

    (void)state;
    for (size_t cut = 0; cut <= ROWS; cut++) {
        double mean[3][C], m2[3][C], spread[C];
        struct column_moments a = {0, mean[0], m2[0]}, b = {0, mean[1], m2[1]};

        memset(mean, 0, sizeof mean);
        memset(m2, 0, sizeof m2);
        for (int i = 0; cut == 1 && i < ROWS * C; i++)
            x[i] = (real)(1e4 + x[i]);
        a.count = (double)cut;
        kernels_plain.columns_moments(cut, C, x, a.mean, a.m2);
        b.count = (double)(ROWS - cut);
        kernels_plain.columns_moments(ROWS - cut, C, x + cut * C, b.mean, b.m2);
        columns_merge(C, &a, &b);
        assert_true(a.count == ROWS);
        define(ROWS, C, x, mean[2], m2[2], spread);
        for (int j = 0; j < C; j++) {
            assert_true(fabs(a.mean[j] - mean[2][j]) <=
                        ROWS * DBL_EPSILON * fabs(mean[2][j]) + DBL_EPSILON * ROWS * spread[j]);
            assert_true(fabs(a.m2[j] - m2[2][j]) <= 4 * ROWS * DBL_EPSILON * (m2[2][j] + 1e4));
        }
    }
    input_free(x);
}

/* ---- rows ---- */

struct rows_case {
    const struct kernels *k;
    size_t rows;
    int length, groups;
    bool affine, centered;
};

static void for_rows(void (*check)(const struct rows_case *s))
{
    static const int lengths[] = {4095, 4096, 4097, 4111, 9001};
    static const size_t row_counts[] = {1, 2, 3, 16, 17, 65};

    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < CHANNELS + 5; i++)
            for (int j = 0; j < 6; j++)
                for (int groups = 1; groups <= 3; groups++) {
                    struct rows_case s = {kernels_all[t],
                                          row_counts[j],
                                          i < CHANNELS ? channels[i] : lengths[i - CHANNELS],
                                          groups,
                                          (i + j) % 2 == 0,
                                          (i + groups) % 3 != 0};

                    if (kernels_runnable(s.k) && s.rows * (size_t)s.length < 40000)
                        check(&s);
                }
}

static void check_rows_forward(const struct rows_case *s)
{
    size_t length = (size_t)s->length, n = s->rows * length, affine = (size_t)s->groups * length;
    real *x = input_new(n, NORMAL, "x"), *gamma = input_new(affine, NORMAL, "gamma"),
         *beta = input_new(affine, NORMAL, "beta");
    static const real means[] = {0, 10000, 1000000};
    real *out[4];
    char what[96];

    snprintf(what, sizeof what, "%s.rows_forward of [%zu][%d], %d groups%s", s->k->name, s->rows,
             s->length, s->groups, s->centered ? "" : ", not centered");
    for (int i = 0; i < 4; i++)
        out[i] = output_new(i ? s->rows : n, NULL);
    for (size_t i = 0; i < n; i++)
        x[i] = x[i] + means[i / length % 3];
    for (size_t r = 0; r < s->rows; r += 2) /* an outlier first */
        x[r * length] += 1000;
    s->k->rows_forward(s->rows, s->length, s->groups, s->centered, x, s->affine ? gamma : NULL,
                       s->affine ? beta : NULL, 1e-5, out[0], out[1], out[2], out[3]);
    for (size_t r = 0; r < s->rows; r++) {
        double m2, spread, e = (double)(length + 8) * REAL_EPSILON, rstd, got_mean, mean, in_double;
        size_t at = r % (size_t)s->groups * length;

        define(length, 1, x + r * length, &mean, &m2, &spread);
        if (!s->centered) {
            m2 += (double)length * mean * mean;
            mean = 0;
        }
        /* doubles round, too: the mean, and sums around the row's first element */
        in_double = DBL_EPSILON * (2 * fabs(mean) + (double)length * fabs(x[r * length] - mean));
        rstd = 1 / sqrt(m2 / (double)length + 1e-5);
        got_mean = (double)out[1][r] + out[2][r];
        if (!(fabs(got_mean - mean) <=
              e * spread + 2 * e * REAL_EPSILON * fabs(mean) + in_double) ||
            out[1][r] != (real)got_mean || !(fabs(out[3][r] - rstd) <= e * rstd))
            fail_msg("%s: row %zu has mean %.12g (should be %.12g), rstd %.9g (%.9g)", what, r,
                     got_mean, mean, (double)out[3][r], rstd);
        for (size_t j = 0; j < length; j++) {
            double xhat = (x[r * length + j] - mean) * rstd, g = s->affine ? gamma[at + j] : 1,
                   b = s->affine ? beta[at + j] : 0, got = out[0][r * length + j];

            if (!(fabs(got - (xhat * g + b)) <=
                  e * (fabs(g) * (fabs(xhat) + spread * rstd) + fabs(b)) +
                      (REAL_EPSILON * REAL_EPSILON * fabs(mean) + in_double) * rstd * fabs(g)))
                fail_msg("%s: y[%zu][%zu] is %.9g, should be %.9g", what, r, j, got, xhat * g + b);
        }
    }
    for (int i = 0; i < 4; i++)
        output_free(what, out[i], i ? s->rows : n);
    input_free(x), input_free(gamma), input_free(beta);
}

static void test_rows_forward(void **state)
{
    (void)state;
    for_rows(check_rows_forward);
}

/* Statistics with few digits, so that the sums over rows, dgamma and dbeta, are exact. */
static void check_rows_backward(const struct rows_case *s)
{
    size_t length = (size_t)s->length, n = s->rows * length, affine = (size_t)s->groups * length;
    real *x = input_new(n, DYADIC, "x"), *dy = input_new(n, DYADIC, "dy"),
         *gamma = input_new(affine, DYADIC, "gamma"), *old = input_new(n, NORMAL, "dx"),
         *of_row = input_new(3 * s->rows, DYADIC, "row");
    double *sums = xcalloc(4 * affine, sizeof *sums), *size = xcalloc(n, sizeof *size);
    const real *g = s->affine ? gamma : NULL, *center = of_row, *rest = of_row + s->rows,
               *rstd = of_row + 2 * s->rows;
    char what[96];

    for (size_t r = 0; r < s->rows; r++) {
        double spread = 0, along = 0;

        for (size_t j = 0; j < length; j++) {
            double v =
                fabs((double)dy[r * length + j] * (g ? g[r % (size_t)s->groups * length + j] : 1));

            spread += v;
            along += v * fabs((x[r * length + j] - center[r] - rest[r]) * rstd[r]);
        }
        for (size_t j = 0; j < length; j++)
            size[r * length + j] =
                fabs((double)rstd[r]) * (20 + spread / (double)length +
                                         fabs((x[r * length + j] - center[r] - rest[r]) * rstd[r]) *
                                             along / (double)length) +
                fabs((double)old[r * length + j]);
    }
    for (size_t i = 0; i < 4 * affine; i++)
        sums[i] = 5; /* all are added to */
    for (int add = 0; add < 2; add++) {
        real *want = output_new(n, add ? old : NULL), *got = output_new(n, add ? old : NULL);

        snprintf(what, sizeof what, "%s.rows_backward of [%zu][%d], %d groups%s%s", s->k->name,
                 s->rows, s->length, s->groups, s->centered ? "" : ", not centered",
                 add ? ", added" : "");
        kernels_plain.rows_backward(s->rows, s->length, s->groups, s->centered, x, dy, g, center,
                                    rest, rstd, want, add, sums, sums + affine);
        s->k->rows_backward(s->rows, s->length, s->groups, s->centered, x, dy, g, center, rest,
                            rstd, got, add, sums + 2 * affine, sums + 3 * affine);
        assert_near(what, n, got, want, size, 16);
        output_free(what, want, n);
        output_free(what, got, n);
    }
    s->k->rows_backward(s->rows, s->length, s->groups, s->centered, x, dy, g, center, rest, rstd,
                        NULL, false, sums + 2 * affine, sums + 3 * affine);
    kernels_plain.rows_backward(s->rows, s->length, s->groups, s->centered, x, dy, g, center, rest,
                                rstd, NULL, false, sums, sums + affine);
    assert_memory_equal(sums, sums + 2 * affine, 2 * affine * sizeof *sums);
    free(sums), free(size);
    input_free(x), input_free(dy), input_free(gamma), input_free(old), input_free(of_row);
}

static void test_rows_backward(void **state)
{
    (void)state;
    for_rows(check_rows_backward);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_moments),  cmocka_unit_test(test_exact_moments),
        cmocka_unit_test(test_constant_channel), cmocka_unit_test(test_huge_and_nan),
        cmocka_unit_test(test_columns_merge),    cmocka_unit_test(test_rows_forward),
        cmocka_unit_test(test_rows_backward),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
