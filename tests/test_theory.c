/* Theory of networks at initialization: the printed table of Yang et al.'s growth rates, integrals and identities. */
#include "stats/theory.h"
#include "support.h"
#include <math.h>
#include <string.h>

/* Values of the paper's formula, worked out elsewhere: the growth to three places, 16/ln(growth) in whole
 * layers (27 stands there for 27.53: not every one is rounded to the nearest). */
static const struct {
    double batch, growth;
    int depth;
} yang[] = {{4, 3.084, 14},   {6, 2.004, 23},       {8, 1.788, 27},  {12, 1.645, 32},
            {16, 1.590, 35},  {32, 1.522, 38},      {64, 1.493, 40}, {128, 1.480, 41},
            {256, 1.473, 41}, {INFINITY, 1.467, 42}};

static void test_growth_is_the_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof yang / sizeof *yang; i++) {
        double g = theory_batchnorm_growth(yang[i].batch);

        if (!(fabs(g - yang[i].growth) <= 0.0005 + 1e-9))
            fail_msg("growth at batch %g is %.6f, should be %.3f", yang[i].batch, g,
                     yang[i].growth);
        if (!(fabs(theory_trainable_depth(yang[i].batch) - yang[i].depth) < 0.6))
            fail_msg("depth at batch %g is %.3f, should be %d", yang[i].batch,
                     theory_trainable_depth(yang[i].batch), yang[i].depth);
    }
    assert_true(fabs(theory_batchnorm_growth(INFINITY) - acos(-1) / (acos(-1) - 1)) < 1e-14);
    assert_true(fabs(theory_batchnorm_growth(1e9) - theory_batchnorm_growth(INFINITY)) < 1e-8);
    assert_true(isnan(theory_batchnorm_growth(3)) && isnan(theory_trainable_depth(2)));
}

/* Without the ReLU the general formula reduces to (B - 2) / (B - 3). */
static void test_growth_of_linear_nets(void **state)
{
    (void)state;
    for (double b = 4; b < 1e6; b *= 2)
        assert_true(fabs(theory_batchnorm_growth_linear(b) - (b - 2) / (b - 3)) < 1e-14);
    assert_true(theory_batchnorm_growth_linear(INFINITY) == 1);
}

/* E[f(u) f(v)] of standard normal u, v with correlation c, in polar coordinates: the radius integrates to 1 for
 * f = ReLU (E[r^2] / 2) and f = step; the angle by the midpoint rule. */
static double relu_products(double c, bool slope)
{
    const int n = 200000;
    double sum = 0;

    for (int i = 0; i < n; i++) {
        double a = 2 * acos(-1) * (i + 0.5) / n;
        double u = cos(a), v = c * cos(a) + sqrt(1 - c * c) * sin(a);

        sum += u > 0 && v > 0 ? (slope ? 1 : 2 * u * v) : 0;
    }
    return sum / n;
}

static void test_cosines_are_integrals(void **state)
{
    (void)state;
    for (double c = -0.95; c < 1; c += 0.05) {
        /* divided by E[relu(u)^2] = 1/2 and by E[step(u)^2] = 1/2 */
        assert_true(fabs(theory_relu_cosine(c) - 2 * relu_products(c, false)) < 1e-4);
        assert_true(fabs(theory_relu_cosine_slope(c) - 2 * relu_products(c, true)) < 1e-4);
    }
    assert_true(theory_relu_cosine(1) == 1 && fabs(theory_relu_cosine(-1)) < 1e-15);
}

static void test_cosine_over_layers(void **state)
{
    double c = 0;

    (void)state;
    assert_true(theory_relu_cosine_after(0.3, 0) == 0.3);
    for (int l = 1; l < 2000; l++) {
        double next = theory_relu_cosine_after(0, l);

        assert_true(next > c && next < 1);
        c = next;
    }
    /* 1 - J(c) = (1 - c) - a (1 - c)^1.5 with a = sqrt(8) / (3 pi): 1 - c falls as 4 / (a l)^2 */
    assert_true(fabs((1 - c) * 2000 * 2000 * 8 / (9 * acos(-1) * acos(-1)) / 4 - 1) < 0.02);
    assert_true(fabs(theory_batchnorm_cosine(INFINITY) - 1 / acos(-1)) < 1e-15);
    assert_true(fabs(theory_batchnorm_cosine(2)) < 1e-15);
    assert_true(isnan(theory_batchnorm_cosine(1)));
}

/* The soft rank is (sum of eigenvalues)^2 / sum of their squares; the matrix of cosines has 1 + (B - 1) c once and 1 - c
 * B - 1 times. */
static void test_soft_rank(void **state)
{
    (void)state;
    for (double b = 2; b < 2000; b *= 2) {
        double c = theory_batchnorm_cosine(b), one = 1 + (b - 1) * c, other = 1 - c;
        double sum = one + (b - 1) * other, squares = one * one + (b - 1) * other * other;

        assert_true(fabs(theory_batchnorm_soft_rank(b) / (sum * sum / squares) - 1) < 1e-12);
    }
    assert_true(fabs(theory_batchnorm_soft_rank(2) - 2) <
                1e-14); /* two directions at right angles */
    assert_true(fabs(theory_batchnorm_soft_rank(INFINITY) - acos(-1) * acos(-1)) < 1e-13);
    assert_true(isnan(theory_batchnorm_soft_rank(1)));
}

static void test_residual_streams(void **state)
{
    double plain = 1, normalized = 1;

    (void)state;
    for (int l = 0; l < 40; l++) {
        assert_true(theory_residual_variance(l) == plain);
        assert_true(theory_residual_variance_normalized(l) == normalized);
        plain += plain; /* the branch has the stream's own variance */
        normalized += 1;
    }
}

static void test_theories_by_name(void **state)
{
    (void)state;
    for (int i = 0; i < theory_count; i++) {
        assert_ptr_equal(theory_find(theories[i].name), &theories[i]);
        assert_true(isfinite(theories[i].at(8)));
    }
    assert_null(theory_find("batchnorm"));
    assert_true(theory_find("trainable_depth")->at(64) == theory_trainable_depth(64));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_growth_is_the_tables),
                                       cmocka_unit_test(test_growth_of_linear_nets),
                                       cmocka_unit_test(test_cosines_are_integrals),
                                       cmocka_unit_test(test_cosine_over_layers),
                                       cmocka_unit_test(test_soft_rank),
                                       cmocka_unit_test(test_residual_streams),
                                       cmocka_unit_test(test_theories_by_name)};

    return cmocka_run_group_tests_name("theory", tests, NULL, NULL);
}
