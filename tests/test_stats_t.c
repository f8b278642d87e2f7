/* Student's t against closed forms and published tables. */
#include "stats/stats.h"
#include "support.h"
#include <float.h>
#include <math.h>
#include <stdio.h>

static void near(double got, double want, double tolerance, const char *what, double p, double df)
{
    if (!(fabs(got - want) <= tolerance * fmax(1, fabs(want))))
        fail_msg("%s(%.17g, df %g) is %.17g, should be %.17g", what, p, df, got, want);
}

/* The distribution for whole df as a finite sum: Abramowitz and Stegun 26.7.3 and 26.7.4. */
static double cdf_by_sum(double t, int df)
{
    double theta = atan(t / sqrt(df)), c = cos(theta), term = 1, sum = 1, inside;
    int odd = df % 2;

    for (int k = odd ? 3 : 2; k <= df - 2; k += 2) {
        term *= c * c * (k - 1) / k;
        sum += term;
    }
    if (odd)
        inside = 2 / acos(-1) * (theta + (df > 1 ? sin(theta) * c * sum : 0));
    else
        inside = sin(theta) * sum;
    return 0.5 + inside / 2;
}

static void test_cdf_equals_finite_sums(void **state)
{
    const double t[] = {1e-9, 0.01, 0.3, 1, 2, 2.776, 5, 12, 60};

    (void)state;
    for (int df = 1; df <= 300; df++)
        for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
            near(stats_t_cdf(t[i], df), cdf_by_sum(t[i], df), 1e-13, "cdf", t[i], df);
            near(stats_t_cdf(-t[i], df), cdf_by_sum(-t[i], df), 1e-13, "cdf", -t[i], df);
        }
    assert_true(stats_t_cdf(0, 7) == 0.5);
    assert_true(stats_t_cdf(INFINITY, 7) == 1);
    assert_true(stats_t_cdf(-INFINITY, 7) == 0);
    assert_true(isnan(stats_t_cdf(NAN, 7)));
}

static void test_small_tails_keep_their_digits(void **state)
{
    (void)state;
    for (double t = 10; t < 1e12; t *= 7) {
        double df1 = atan2(1, t) / acos(-1), s = hypot(1, t / sqrt(2));
        double df2 = 1 / (s * (s + t / sqrt(2))) / 2; /* (1 - sin) / 2 without cancelling */

        assert_true(fabs(stats_t_cdf(-t, 1) / df1 - 1) < 1e-12);
        assert_true(fabs(stats_t_cdf(-t, 2) / df2 - 1) < 1e-12);
    }
}

static void test_quantile_equals_closed_forms(void **state)
{
    const double p[] = {1e-12,     1e-6, 0.005, 0.025, 0.3,     0.5,
                        0.5000001, 0.8,  0.975, 0.995, 0.999999};

    (void)state;
    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++) {
        double q = p[i], pi = acos(-1);
        double df1 = q < 0.25 ? -1 / tan(pi * q) : tan(pi * (q - 0.5));
        double df2 = (2 * q - 1) / sqrt(2 * q * (1 - q));
        double alpha = sqrt(4 * q * (1 - q));
        double root = 2 * sqrt(cos(acos(alpha) / 3) / alpha - 1);
        double df4 = q < 0.5 ? -root : root;

        near(stats_t_quantile(q, 1), df1, 1e-9, "quantile", q, 1);
        near(stats_t_quantile(q, 2), df2, 1e-9, "quantile", q, 2);
        if (fabs(q - 0.5) > 1e-3) /* the closed form of df 4 cancels near the middle */
            near(stats_t_quantile(q, 4), df4, 1e-9, "quantile", q, 4);
    }
}

static void test_quantile_equals_tables(void **state)
{
    /* Three decimals of the usual table of critical values (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
     */
    const struct {
        double p, df, t;
    } table[] = {
        {.975, 1, 12.706},  {.975, 2, 4.303},  {.975, 3, 3.182},  {.975, 4, 2.776},
        {.975, 5, 2.571},   {.975, 9, 2.262},  {.975, 19, 2.093}, {.975, 30, 2.042},
        {.975, 100, 1.984}, {.995, 1, 63.657}, {.995, 2, 9.925},  {.995, 4, 4.604},
        {.995, 9, 3.250},   {.995, 30, 2.750}, {.95, 4, 2.132},   {.9, 10, 1.372},
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        double t = stats_t_quantile(table[i].p, table[i].df);

        if (fabs(t - table[i].t) > 0.0005 + 1e-9)
            fail_msg("p %g, df %g: %.6f, in the table %.3f", table[i].p, table[i].df, t,
                     table[i].t);
        near(stats_t_quantile(1 - table[i].p, table[i].df), -t, 1e-9, "quantile", 1 - table[i].p,
             table[i].df);
    }
}

static void test_quantile_inverts_cdf(void **state)
{
    (void)state;
    for (double df = 1; df < 1e7; df *= 1.7)
        for (double p = 0.001; p < 1; p += 0.0313)
            /* x = df / (df + t^2) comes within 1/df of 1, where its rounding counts df-fold. */
            near(stats_t_cdf(stats_t_quantile(p, df), df), p, DBL_EPSILON * (100 + df),
                 "cdf of quantile", p, df);
    /* For many degrees of freedom it is the normal distribution. */
    near(stats_t_quantile(0.975, 1e12), 1.959963984540054, 1e-9, "quantile", 0.975, 1e12);
    near(stats_t_cdf(1, 1e12), 0.5 * erfc(-sqrt(0.5)), 1e-9, "cdf", 1, 1e12);
}

static void test_quantile_refuses_what_is_none(void **state)
{
    (void)state;
    assert_true(isnan(stats_t_quantile(0, 3)));
    assert_true(isnan(stats_t_quantile(1, 3)));
    assert_true(isnan(stats_t_quantile(NAN, 3)));
    assert_true(isnan(stats_t_quantile(0.975, 0)));
    assert_true(isnan(stats_t_quantile(0.975, NAN)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cdf_equals_finite_sums),
        cmocka_unit_test(test_small_tails_keep_their_digits),
        cmocka_unit_test(test_quantile_equals_closed_forms),
        cmocka_unit_test(test_quantile_equals_tables),
        cmocka_unit_test(test_quantile_inverts_cdf),
        cmocka_unit_test(test_quantile_refuses_what_is_none),
    };

    return cmocka_run_group_tests_name("stats_t", tests, NULL, NULL);
}
