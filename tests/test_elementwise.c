/* The kernels over flat memory: activation, sum, random words and the optimizers, of every table that this CPU runs,
 * against ref.c. */
#include "base/arena.h"
#include "base/rng.h"
#include "kernel_data.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t counts[] = {0,  1,  2,  3,  4,  5,  7,  8,   9,   11,  15,  16,   17,   19,  31,
                                32, 33, 35, 63, 64, 65, 67, 131, 255, 512, 513, 1000, 1025, 4097};
enum { COUNTS = sizeof counts / sizeof *counts };

static void for_counts(void (*check)(const struct kernels *k, size_t n))
{
    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < COUNTS; i++)
            if (kernels_runnable(kernels_all[t]))
                check(kernels_all[t], counts[i]);
}

/* Zeros of both signs, infinities and NaN stand among the numbers, the NaN also last. */
static void make_awkward(real *x, size_t n)
{
    static const double awkward[] = {0, -0.0, INFINITY, -INFINITY, NAN};

    for (size_t i = 0; i < n; i += 3)
        x[i] = (real)awkward[i / 3 % 5];
    if (n > 0)
        x[n - 1] = (real)NAN;
}

static void check_relu(const struct kernels *k, size_t n)
{
    real *x = input_new(n, NORMAL, "x"), *dy = input_new(n, NORMAL, "dy"),
         *old = input_new(n, NORMAL, "dx"), *y = output_new(n, NULL), *in_place;

    make_awkward(x, n);
    in_place = output_new(n, x);
    k->relu_forward(n, x, y);
    k->relu_forward(n, in_place, in_place);
    for (size_t i = 0; i < n; i++) {
        real want = x[i] > 0 || isnan(x[i]) ? x[i] : 0;

        if (!(y[i] == want || (isnan(y[i]) && isnan(want))))
            fail_msg("%s.relu_forward of %zu: %g gives %g", k->name, n, (double)x[i], (double)y[i]);
    }
    assert_memory_equal(y, in_place, n * sizeof *y);
    output_free(k->name, in_place, n);
    for (int add = 0; add < 2; add++) {
        real *dx = output_new(n, add ? old : NULL);

        in_place = output_new(n, dy);
        k->relu_backward(n, y, dy, dx, add);
        k->relu_backward(n, y, in_place, in_place, add);
        for (size_t i = 0; i < n; i++) {
            real g = y[i] > 0 || isnan(y[i]) ? dy[i] : 0;

            if (dx[i] != (add ? old[i] + g : g) || in_place[i] != (add ? dy[i] + g : g))
                fail_msg("%s.relu_backward of %zu%s: element %zu is wrong", k->name, n,
                         add ? ", added" : "", i);
        }
        output_free(k->name, dx, n);
        output_free(k->name, in_place, n);
    }
    output_free(k->name, y, n);
    input_free(x), input_free(dy), input_free(old);
}

static void test_relu(void **state)
{
    (void)state;
    for_counts(check_relu);
}

static void check_sum(const struct kernels *k, size_t n)
{
    real *a = input_new(n, NORMAL, "a"), *b = input_new(n, NORMAL, "b");
    real *y[3] = {output_new(n, NULL), output_new(n, a), output_new(n, b)};

    k->sum(n, a, b, y[0]);
    k->sum(n, y[1], b, y[1]);
    k->sum(n, a, y[2], y[2]);
    for (int i = 0; i < 3; i++) {
        for (size_t j = 0; j < n; j++)
            assert_true(y[i][j] == a[j] + b[j]);
        output_free(k->name, y[i], n);
    }
    input_free(a), input_free(b);
}

static void test_sum(void **state)
{
    (void)state;
    for_counts(check_sum);
}

/* A weight of three rows of n. Its sums are added in real, over at most n terms. */
static void check_weights_behind_affine(const struct kernels *k, size_t n)
{
    enum { ROWS = 3 };
    static const real gamma[ROWS] = {(real)1.25, 0, (real)-0.5}, beta[ROWS] = {0, 1, (real)0.75};
    real *w = input_new(ROWS * n, NORMAL, "w"), *s = input_new(n, NORMAL, "s"),
         *g = input_new(ROWS * n, NORMAL, "g"), *y = output_new(ROWS * n, g), *sums[2];

    sums[0] = output_new(ROWS, NULL);
    sums[1] = output_new(ROWS, NULL);
    k->weights_behind_affine(ROWS, (int)n, gamma, beta, w, s, y, sums[0], sums[1]);
    for (size_t r = 0; r < ROWS; r++) {
        double want[2] = {0}, size[2] = {0};

        for (size_t j = 0, i = r * n; j < n; j++, i++) {
            double scaled = (double)gamma[r] * g[i], shifted = (double)beta[r] * s[j];

            assert_true(fabs(y[i] - (scaled + shifted)) <=
                        2 * REAL_EPSILON * (fabs(scaled) + fabs(shifted)));
            want[0] += (double)w[i] * g[i];
            want[1] += (double)w[i] * s[j];
            size[0] += fabs((double)w[i] * g[i]);
            size[1] += fabs((double)w[i] * s[j]);
        }
        for (int i = 0; i < 2; i++)
            if (!(fabs(sums[i][r] - want[i]) <= ((double)n + 4) * REAL_EPSILON * size[i]))
                fail_msg("%s.weights_behind_affine of %zu: sum %d is %g, should be %g", k->name, n,
                         i, (double)sums[i][r], want[i]);
    }
    output_free(k->name, y, ROWS * n);
    output_free(k->name, sums[0], ROWS), output_free(k->name, sums[1], ROWS);
    input_free(w), input_free(s), input_free(g);
}

static void test_weights_behind_affine(void **state)
{
    (void)state;
    for_counts(check_weights_behind_affine);
}

/* ---- optimizers ---- */

typedef double (*optimizer)(const struct kernels *k, size_t n, const struct update_rule *u,
                            const real *g, real *m, real *v, real *w);

static double run_sgd(const struct kernels *k, size_t n, const struct update_rule *u, const real *g,
                      real *m, real *v, real *w)
{
    (void)v;
    return k->sgd(n, u, g, m, w);
}

static double run_adam(const struct kernels *k, size_t n, const struct update_rule *u,
                       const real *g, real *m, real *v, real *w)
{
    return k->adam(n, u, g, m, v, w);
}

static double run_rmsprop(const struct kernels *k, size_t n, const struct update_rule *u,
                          const real *g, real *m, real *v, real *w)
{
    (void)m;
    return k->rmsprop(n, u, g, v, w);
}

static double run_square_sum(const struct kernels *k, size_t n, const struct update_rule *u,
                             const real *g, real *m, real *v, real *w)
{
    (void)u, (void)m, (void)v, (void)w;
    return k->square_sum(n, g);
}

/* One step by both tables from the same state. Each result is off by some roundings of what went into
 * it; the squares are summed in real over at most 64 additions. v starts away from 0, where its root
 * would magnify a rounding. */
static void check_step(const char *name, optimizer run, const struct kernels *k, size_t n,
                       const struct update_rule *u)
{
    real *g = input_new(n, NORMAL, "g"), *w = input_new(n, NORMAL, "w"),
         *m = input_new(n, NORMAL, "m"), *v = input_new(n, NORMAL, "v");
    real *want[3], *got[3];
    double *size[3], squares = 0, a, b;
    char what[64];

    snprintf(what, sizeof what, "%s.%s of %zu", k->name, name, n);
    for (int i = 0; i < 3; i++)
        size[i] = xcalloc(n + 1, sizeof **size);
    for (size_t i = 0; i < n; i++) {
        double d = fabs((double)g[i] * u->scale) + fabs((double)u->decay * w[i]);

        v[i] = v[i] * v[i] + (real)0.5;
        size[0][i] = fabs((double)m[i]) + d;
        size[1][i] = v[i] + d * d;
        size[2][i] = fabs((double)w[i]) + 4 * u->lr * (size[0][i] + d);
        squares += (double)g[i] * g[i];
    }
    for (int i = 0; i < 3; i++) {
        want[i] = output_new(n, i == 0 ? m : i == 1 ? v : w);
        got[i] = output_new(n, i == 0 ? m : i == 1 ? v : w);
    }
    a = run(&kernels_plain, n, u, g, want[0], want[1], want[2]);
    b = run(k, n, u, g, got[0], got[1], got[2]);
    assert_true(fabs(a - squares) <= (double)n * DBL_EPSILON * squares);
    if (!(fabs(b - squares) <= (68 * REAL_EPSILON + (double)n * DBL_EPSILON) * squares))
        fail_msg("%s: the squares' sum is %.9g, should be %.9g", what, b, squares);
    for (int i = 0; i < 3; i++) {
        assert_near(what, n, got[i], want[i], size[i], 8);
        output_free(what, want[i], n);
        output_free(what, got[i], n);
        free(size[i]);
    }
    input_free(g), input_free(w), input_free(m), input_free(v);
}

static void check_optimizers(const struct kernels *k, size_t n)
{
    const struct update_rule rules[] = {
        {(real)0.1, 1, 0, (real)0.9, false, (real)0.9, (real)0.1, (real)0.99, (real)0.01, 1,
         (real)1e-8},
        {(real)0.3, (real)0.5, (real)0.02, (real)0.7, true, (real)0.8, (real)0.2, (real)0.9,
         (real)0.1, (real)1.7, (real)0.1},
    };

    for (int i = 0; i < 2; i++) {
        check_step("sgd", run_sgd, k, n, &rules[i]);
        check_step("adam", run_adam, k, n, &rules[i]);
        check_step("rmsprop", run_rmsprop, k, n, &rules[i]);
        check_step("square_sum", run_square_sum, k, n, &rules[i]);
    }
}

static void test_optimizers(void **state)
{
    (void)state;
    for_counts(check_optimizers);
    for (int t = 0; kernels_all[t]; t++)
        if (kernels_runnable(kernels_all[t]))
            check_optimizers(kernels_all[t], 100003);
}

/* A sum of a million equal squares, where one in real alone would drift. */
static void test_long_square_sum(void **state)
{
    enum { LONG = 1 << 20 };
    real *g = input_new(LONG, NORMAL, "g");
    double want = LONG * (double)(real)1.1 * (real)1.1;

    (void)state;
    for (size_t i = 0; i < LONG; i++)
        g[i] = (real)1.1;
    for (int t = 0; kernels_all[t]; t++)
        if (kernels_runnable(kernels_all[t]))
            assert_true(fabs(kernels_all[t]->square_sum(LONG, g) - want) <=
                        (68 * REAL_EPSILON + LONG * DBL_EPSILON) * want);
    input_free(g);
}

/* The words are those of rng_block(), where the lower or the upper half of the counter overflows, too. */
static void check_random_words(const struct kernels *k, size_t n)
{
    static const uint64_t first[] = {0, 5, UINT32_MAX - 6, UINT64_MAX - 9};
    static const uint64_t key[] = {0, 0x0123456789abcdef, UINT64_MAX};
    const uint32_t guard = 0x5eed5eed;

    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++) {
            uint32_t *word = xcalloc(4 * n + 1, sizeof *word), want[4];

            word[4 * n] = guard;
            k->random_words(key[j], first[i], n, word);
            for (size_t b = 0; b < n; b++) {
                rng_block(key[j], first[i] + b, want);
                if (memcmp(word + 4 * b, want, sizeof want) != 0)
                    fail_msg("%s.random_words of %zu: block %zu is wrong", k->name, n, b);
            }
            assert_int_equal(word[4 * n], guard);
            free(word);
        }
}

static void test_random_words(void **state)
{
    (void)state;
    for_counts(check_random_words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_relu),
        cmocka_unit_test(test_sum),
        cmocka_unit_test(test_weights_behind_affine),
        cmocka_unit_test(test_random_words),
        cmocka_unit_test(test_optimizers),
        cmocka_unit_test(test_long_square_sum),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
