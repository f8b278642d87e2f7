/* Means and their intervals. */
#include "lab/stats.h"
#include "support.h"
#include <math.h>

static void near(double got, double want, double tolerance, const char *what)
{
    if (!(fabs(got - want) <= tolerance * fmax(1, fabs(want))))
        fail_msg("%s is %.17g, should be %.17g", what, got, want);
}

static void test_mean(void **state)
{
    const double v[] = {10000001, NAN, 10000002, 10000003, 10000004, 10000005};
    struct interval r = stats_mean(6, v);
    double half = 2.7764451051977987 * sqrt(2.5) / sqrt(5);

    (void)state;
    assert_int_equal(r.n, 5);
    near(r.mean, 10000003, 1e-15, "mean");
    near(r.sd, sqrt(2.5), 1e-14, "sd");
    near(r.low, 10000003 - half, 1e-15, "low");
    near(r.high, 10000003 + half, 1e-15, "high");
}

/* Of 1, 10 and 100 it is 10, and its interval is that of the logarithms, which are evenly apart. */
static void test_geometric_mean(void **state)
{
    static const double v[] = {1, 10, 100, NAN, 0};
    const double t = 0.95 / sqrt(2 * 0.975 * 0.025); /* two degrees of freedom, closed form */
    const double half = t * log(10) / sqrt(3);
    struct interval r = stats_geometric_mean(5, v);

    (void)state;
    assert_int_equal(r.n, 3);
    assert_true(fabs(r.mean - 10) < 1e-12);
    assert_true(fabs(r.low / (10 * exp(-half)) - 1) < 1e-12);
    assert_true(fabs(r.high / (10 * exp(half)) - 1) < 1e-12);
}

static void test_mean_of_few(void **state)
{
    const double v[] = {3, NAN, 3};
    struct interval none = stats_mean(0, v), one = stats_mean(2, v), same = stats_mean(3, v);

    (void)state;
    assert_int_equal(none.n, 0);
    assert_true(isnan(none.mean) && isnan(none.sd) && isnan(none.low) && isnan(none.high));
    assert_int_equal(one.n, 1);
    assert_true(one.mean == 3 && isnan(one.sd) && isnan(one.low) && isnan(one.high));
    assert_int_equal(same.n, 2);
    assert_true(same.mean == 3 && same.sd == 0 && same.low == 3 && same.high == 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mean),
        cmocka_unit_test(test_geometric_mean),
        cmocka_unit_test(test_mean_of_few),
    };

    return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
