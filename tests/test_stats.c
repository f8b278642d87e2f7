/* Summaries of values, and their mean with its interval. */
#include "base/rng.h"
#include "stats/stats.h"
#include "support.h"
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof(a)[0]))
enum { LONGEST = 20 };

/* To rounding: none of these sums has more than a few terms. */
static void near(double got, double want, const char *what, int n)
{
    if (!(fabs(got - want) <= 8 * DBL_EPSILON * fmax(1, fabs(want))))
        fail_msg("%s of %d is %.17g, should be %.17g", what, n, got, want);
}

/* By SciPy 1.10.1 and NumPy 1.24.2: numpy.median(v), scipy.stats.trim_mean(v, 0.25), v.mean(),
 * v.std(ddof=1), and v.mean() -+ q * scipy.stats.sem(v), where
 * q = sqrt(df * (1 / scipy.special.betaincinv(df / 2, 0.5, 0.05) - 1)): that is t.ppf(0.975, df), of which
 * this SciPy gives ten digits only. */
static const struct {
    int n;
    double v[11], median, iqm, mean, sd, low, high;
} made[] = {
    {3,
     {1.5, -0.25, 3.125},
     1.5,
     1.4583333333333333,
     1.4583333333333333,
     1.6878857583774245,
     -2.7346073321783351,
     5.6512739988450011},
    {5,
     {2.5, 3.25, 2.75, 4.5, 3.0},
     3,
     3,
     3.2000000000000002,
     0.77862057511987182,
     2.2332148636129454,
     4.1667851363870545},
    {8,
     {0.5, 0.125, -0.75, 1.5, 0.25, 2.125, 0.875, -0.125},
     0.375,
     0.4375,
     0.5625,
     0.91855865354369182,
     -0.20543425210654409,
     1.330434252106544},
    {11,
     {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 58},
     4,
     4,
     8.8181818181818183,
     16.479187976464022,
     -2.2526873034380515,
     19.889050939801688},
};

static void test_summaries_equal_scipy(void **state)
{
    (void)state;
    for (int i = 0; i < COUNT(made); i++) {
        int n = made[i].n;
        struct interval t = stats_t_interval(n, made[i].v);

        near(stats_median(n, made[i].v), made[i].median, "median", n);
        near(stats_iqm(n, made[i].v), made[i].iqm, "iqm", n);
        assert_int_equal(t.n, n);
        near(t.mean, made[i].mean, "mean", n);
        near(t.sd, made[i].sd, "sd", n);
        near(t.low, made[i].low, "low", n);
        near(t.high, made[i].high, "high", n);
    }
}

/* How many the interquartile mean leaves out, for every remainder of n / 4: as trim_mean() of the first n
 * powers of 2, as above. */
static void test_iqm_and_median_of_any_number(void **state)
{
    static const double v[] = {1, 2, 4, 8, 16, 32, 64, 128};
    static const double iqm[] = {1, 1.5, 2.3333333333333335, 3, 4.666666666666667, 7.5, 12.4, 15};
    static const double middle[] = {1, 1.5, 2, 3, 4, 6, 8, 12};

    (void)state;
    for (int n = 1; n <= COUNT(v); n++) {
        near(stats_iqm(n, v), iqm[n - 1], "iqm", n);
        near(stats_median(n, v), middle[n - 1], "median", n);
    }
}

/* NaN values are as if they were not there, and the values stay in their places. */
static void test_nan_is_left_out(void **state)
{
    double v[] = {NAN, 9, -1, NAN, 4, 5, NAN, -3, 2.5, NAN}, all[] = {9, -1, 4, 5, -3, 2.5};
    struct interval some = stats_mean(10, v), whole = stats_mean(6, all);
    double *sorted;

    (void)state;
    assert_true(stats_median(10, v) == 3.25);
    assert_true(stats_iqm(10, v) == (-1 + 4 + 5 + 2.5) / 4);
    assert_true(some.n == 6 && some.mean == whole.mean && some.low == whole.low);
    assert_true(some.sd == whole.sd && some.high == whole.high);
    assert_true(v[1] == 9 && v[2] == -1 && isnan(v[3]));
    assert_int_equal(stats_sort(10, v, &sorted), 6);
    for (int i = 1; i < 6; i++)
        assert_true(sorted[i - 1] < sorted[i]);
    free(sorted);
}

static void test_distinct_values(void **state)
{
    const double v[] = {3, NAN, 1, 3, INFINITY, 1, 3, NAN, -2}, want[] = {-2, 1, 3, INFINITY};
    double *distinct;

    (void)state;
    assert_int_equal(stats_distinct(9, v, &distinct), 4);
    for (int i = 0; i < 4; i++)
        assert_true(distinct[i] == want[i]);
    free(distinct);
    assert_int_equal(stats_distinct(0, NULL, &distinct), 0);
    free(distinct);
    assert_int_equal(stats_distinct(2, (double[]){NAN, NAN}, &distinct), 0);
    free(distinct);
}

static void test_nothing_comes_of_nothing(void **state)
{
    const double none[] = {NAN, NAN};
    struct interval mean = stats_mean(2, none);

    (void)state;
    assert_true(isnan(stats_median(2, none)) && isnan(stats_median(0, none)));
    assert_true(isnan(stats_iqm(2, none)) && isnan(stats_iqm(0, none)));
    assert_true(isnan(mean.sd) && isnan(stats_moments(1, (double[]){3}).sd));
    assert_true(stats_median(1, (double[]){3}) == 3 && stats_iqm(1, (double[]){3}) == 3);
    assert_int_equal(mean.n, 0);
    assert_true(isnan(mean.mean) && isnan(mean.low));
}

/* A large mean does not cancel the sd. */
static void test_mean_far_from_zero(void **state)
{
    const double v[] = {10000001, NAN, 10000002, 10000003, 10000004, 10000005};
    struct interval r = stats_mean(6, v), t = stats_t_interval(6, v);
    double half = 2.7764451051977987 * sqrt(2.5) / sqrt(5);

    (void)state;
    assert_int_equal(r.n, 5);
    near(r.mean, 10000003, "mean", 5);
    near(r.sd, sqrt(2.5), "sd", 5);
    near(t.low, 10000003 - half, "low", 5);
    near(t.high, 10000003 + half, "high", 5);
}

/* Each end is the farther one: here Student's t at the low end and Hall's at the high, mirrored the other way
 * round; and Student's t alone for two values. */
static void test_mean_takes_the_farther_ends(void **state)
{
    const double skewed[] = {1, 1.25, 1.5, 2, 4}, mirrored[] = {-1, -1.25, -1.5, -2, -4};
    struct interval r = stats_mean(5, skewed), t = stats_t_interval(5, skewed);
    struct interval hall = stats_hall_interval(5, skewed), m = stats_mean(5, mirrored);

    (void)state;
    assert_true(t.low < hall.low && t.high < hall.high);
    assert_true(r.low == t.low && r.high == hall.high);
    near(m.low, -r.high, "mirrored", 5);
    near(m.high, -r.low, "mirrored", 5);
    assert_true(r.n == 5 && r.mean == t.mean && r.sd == t.sd);
    r = stats_mean(2, skewed);
    t = stats_t_interval(2, skewed);
    assert_true(r.n == 2 && r.low == t.low && r.high == t.high);
    assert_true(isnan(stats_hall_interval(2, skewed).low) && isnan(stats_hall(2, skewed, 1)));
    assert_true(isnan(stats_mean(5, (double[]){1, 2, 3, 4, INFINITY}).low));
}

/* By NumPy 1.24.2 and SciPy 1.10.1 from the definition of H with scipy.stats.skew(v, bias=False): the roots of
 * H(x) = +-t.ppf(0.975, n - 1) by scipy.optimize.brentq, and H at 1; t.ppf as above. */
static void test_hall_equals_scipy(void **state)
{
    static const double want[][3] = {{-3.205686304397272, 5.306982197219765, 0.4549329802735758},
                                     {2.571644012367167, 6.217459365750558, 20.134886693949795},
                                     {-0.11291121614756289, 1.47937951203048, -1.2178044989057792},
                                     {1.9968043426080966, 41.17150134307399, 2.6636880407862016}};

    (void)state;
    for (int i = 0; i < COUNT(made); i++) {
        struct interval hall = stats_hall_interval(made[i].n, made[i].v);

        if (!(fabs(hall.low - want[i][0]) < 1e-12 && fabs(hall.high - want[i][1]) < 1e-12))
            fail_msg("%.17g to %.17g of %d", hall.low, hall.high, made[i].n);
        assert_true(fabs(stats_hall(made[i].n, made[i].v, 1) - want[i][2]) < 1e-12);
    }
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

/* Though their sum rounds: three times 0.1 is not 0.3. */
static void test_equal_values_are_their_interval(void **state)
{
    double v[30];

    (void)state;
    for (int n = 2; n <= COUNT(v); n++) {
        struct interval r;

        for (int i = 0; i < n; i++)
            v[i] = 0.1;
        r = stats_mean(n, v);
        assert_true(r.mean == 0.1 && r.sd == 0 && r.low == 0.1 && r.high == 0.1);
    }
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

/* ---- what it must be ---- */

static bool differs(double got, double want, double tolerance)
{
    return !(fabs(got - want) <= tolerance * fmax(1, fabs(want)));
}

static void same_interval(struct interval got, struct interval want, const char *what)
{
    if (differs(got.low, want.low, 1e-11) || differs(got.high, want.high, 1e-11))
        fail_msg("%s: %.17g to %.17g of %d, should be %.17g to %.17g", what, got.low, got.high,
                 want.n, want.low, want.high);
}

static void fill(struct rng *r, int n, double *v)
{
    for (int i = 0; i < n; i++)
        v[i] = exp(rng_normal(r));
}

/* Of an interval of n values: what moves, mirrors or scales them does so with its ends, and their order does not
 * count. */
static void check_invariances(struct interval (*of)(int, const double *), int n, struct rng *rng)
{
    double v[LONGEST], w[LONGEST];
    struct interval r, s;

    fill(rng, n, v);
    r = of(n, v);
    s = of(n, v);
    assert_true(r.low == s.low && r.high == s.high);
    assert_true(r.low < r.mean && r.mean < r.high);
    for (int i = 0; i < n; i++)
        w[i] = -v[i];
    s = (struct interval){.n = n, .low = -r.high, .high = -r.low};
    same_interval(of(n, w), s, "mirrored");
    for (int i = 0; i < n; i++)
        w[i] = v[(i + 1) % n];
    same_interval(of(n, w), r, "in another order");
    for (int i = 0; i < n; i++)
        w[i] = 100 + v[i];
    s = (struct interval){.n = n, .low = 100 + r.low, .high = 100 + r.high};
    same_interval(of(n, w), s, "shifted");
    for (int i = 0; i < n; i++)
        w[i] = 0.3 * v[i];
    s = (struct interval){.n = n, .low = 0.3 * r.low, .high = 0.3 * r.high};
    same_interval(of(n, w), s, "scaled");
}

static void test_invariances(void **state)
{
    static const int size[] = {2, 3, 4, 5, 6, 7, 8, 12, LONGEST};
    struct rng rng = rng_stream(3, "test");

    (void)state;
    for (int k = 0; k < COUNT(size); k++)
        check_invariances(stats_mean, size[k], &rng);
}

/* ---- coverage ---- */

enum law { NORMAL, LOGNORMAL, EXPONENTIAL, LAWS };
static const char *const law_name[LAWS] = {"normal", "lognormal(0.5)", "exponential"};

static double drawn(enum law law, struct rng *r)
{
    switch (law) {
    case LOGNORMAL:
        return exp(0.5 * rng_normal(r));
    case EXPONENTIAL:
        return -log(rng_uniform(r));
    default:
        return rng_normal(r);
    }
}

/* The 95 % intervals hold the true mean 93 to 97 times of 100, with skew and without. The nearest to a bound are
 * those of five normal values, 96.7 (stats/stats.h), three standard deviations of the count away from it. */
static void test_coverage(void **state)
{
    static const struct {
        int n, samples;
    } run[] = {{5, 40000}, {10, 20000}, {20, 10000}};
    static const double mean[LAWS] = {0, 1.1331484530668263 /* exp(1/8) */, 1};

    (void)state;
    for (int law = 0; law < LAWS; law++)
        for (int i = 0; i < COUNT(run); i++) {
            struct rng rng = rng_stream((uint64_t)law, "coverage");
            double v[LONGEST], part;
            int held = 0;

            for (int k = 0; k < run[i].samples; k++) {
                struct interval r;

                for (int j = 0; j < run[i].n; j++)
                    v[j] = drawn((enum law)law, &rng);
                r = stats_mean(run[i].n, v);
                held += r.low <= mean[law] && mean[law] <= r.high;
            }
            part = (double)held / run[i].samples;
            print_message("%s, n = %d: %.2f %%\n", law_name[law], run[i].n, 100 * part);
            if (part < 0.93 || part > 0.97)
                fail_msg("%s, n = %d: holds the mean %.2f %% of the times", law_name[law], run[i].n,
                         100 * part);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_summaries_equal_scipy),
        cmocka_unit_test(test_iqm_and_median_of_any_number),
        cmocka_unit_test(test_nan_is_left_out),
        cmocka_unit_test(test_distinct_values),
        cmocka_unit_test(test_nothing_comes_of_nothing),
        cmocka_unit_test(test_mean_far_from_zero),
        cmocka_unit_test(test_mean_takes_the_farther_ends),
        cmocka_unit_test(test_hall_equals_scipy),
        cmocka_unit_test(test_mean_of_few),
        cmocka_unit_test(test_equal_values_are_their_interval),
        cmocka_unit_test(test_geometric_mean),
        cmocka_unit_test(test_invariances),
        cmocka_unit_test(test_coverage),
    };

    return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
