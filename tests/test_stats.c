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
        struct interval t = stats_mean(n, made[i].v, NULL);

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

/* To some 1e-12: SciPy and this program compute the same in another order. */
static void golden(double got, double want, const char *what)
{
    if (!(fabs(got - want) <= 1e-10 * fmax(1, fabs(want))))
        fail_msg("%s is %.17g, should be %.17g", what, got, want);
}

/* NaN values are as if they were not there, and the values stay in their places. */
static void test_nan_is_left_out(void **state)
{
    double v[] = {NAN, 9, -1, NAN, 4, 5, NAN, -3, 2.5, NAN}, all[] = {9, -1, 4, 5, -3, 2.5};
    struct interval some = stats_mean(10, v, NULL), whole = stats_mean(6, all, NULL);
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
    struct interval mean = stats_mean(2, none, NULL);

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
    struct interval r = stats_mean(6, v, NULL);
    double half = 2.7764451051977987 * sqrt(2.5) / sqrt(5);

    (void)state;
    assert_int_equal(r.n, 5);
    near(r.mean, 10000003, "mean", 5);
    near(r.sd, sqrt(2.5), "sd", 5);
    near(r.low, 10000003 - half, "low", 5);
    near(r.high, 10000003 + half, "high", 5);
}

static void test_mean_of_few(void **state)
{
    const double v[] = {3, NAN, 3};
    struct interval none = stats_mean(0, v, NULL), one = stats_mean(2, v, NULL),
                    same = stats_mean(3, v, NULL);

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
        r = stats_mean(n, v, NULL);
        assert_true(r.mean == 0.1 && r.sd == 0 && r.low == 0.1 && r.high == 0.1);
    }
}

/* Of 1, 10 and 100 it is 10, and its interval is that of the logarithms, which are evenly apart. */
static void test_geometric_mean(void **state)
{
    static const double v[] = {1, 10, 100, NAN, 0};
    const double t = 0.95 / sqrt(2 * 0.975 * 0.025); /* two degrees of freedom, closed form */
    const double half = t * log(10) / sqrt(3);
    struct interval r = stats_mean_on(STATS_LOG, 5, v, NULL);

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
static void check_invariances(int n, struct rng *rng)
{
    double v[LONGEST] = {0}, w[LONGEST] = {0};
    struct interval r, s;

    fill(rng, n, v);
    r = stats_mean(n, v, NULL);
    assert_true(r.low < r.mean && r.mean < r.high);
    for (int i = 0; i < n; i++)
        w[i] = -v[i];
    s = (struct interval){.n = n, .low = -r.high, .high = -r.low};
    same_interval(stats_mean(n, w, NULL), s, "mirrored");
    for (int i = 0; i < n; i++)
        w[i] = v[(i + 1) % n];
    same_interval(stats_mean(n, w, NULL), r, "in another order");
    for (int i = 0; i < n; i++)
        w[i] = 100 + v[i];
    s = (struct interval){.n = n, .low = 100 + r.low, .high = 100 + r.high};
    same_interval(stats_mean(n, w, NULL), s, "shifted");
    for (int i = 0; i < n; i++)
        w[i] = 0.3 * v[i];
    s = (struct interval){.n = n, .low = 0.3 * r.low, .high = 0.3 * r.high};
    same_interval(stats_mean(n, w, NULL), s, "scaled");
}

static void test_invariances(void **state)
{
    static const int size[] = {2, 3, 4, 5, 6, 7, 8, 12, LONGEST};
    struct rng rng = rng_stream(3, "test");

    (void)state;
    for (int k = 0; k < COUNT(size); k++)
        check_invariances(size[k], &rng);
}

/* ---- scales ---- */

/* The empirical logit of an error in %: of half it is 0, of its mirror image the negative one; 0 and 100 have one, too.
 * The slope is that of the way back. */
static void test_scales(void **state)
{
    static const enum stats_scale scale[] = {STATS_PLAIN, STATS_LOG, STATS_LOGIT};
    static const double v[] = {0.01, 3, 50, 77, 99.9};

    (void)state;
    assert_true(stats_to_scale(STATS_LOGIT, 50) == 0);
    near(stats_to_scale(STATS_LOGIT, 0), log(0.5 / 100.5), "logit", 1);
    near(stats_to_scale(STATS_LOGIT, 100), log(100.5 / 0.5), "logit", 1);
    assert_true(isnan(stats_to_scale(STATS_LOG, 0)) && isnan(stats_to_scale(STATS_LOGIT, NAN)));
    for (int k = 0; k < COUNT(scale); k++)
        for (int i = 0; i < COUNT(v); i++) {
            double x = stats_to_scale(scale[k], v[i]), step = 1e-5;
            double slope =
                (stats_from_scale(scale[k], x + step) - stats_from_scale(scale[k], x - step)) /
                (2 * step);

            assert_true(fabs(stats_from_scale(scale[k], x) - v[i]) < 1e-12 * (1 + v[i]));
            assert_true(fabs(stats_slope(scale[k], v[i]) - slope) < 1e-8 * (1 + v[i]));
        }
}

/* Of errors below 50 % the interval reaches farther to the worse side: on the logit scale it is even. The mean is that of
 * the errors themselves. */
static void test_mean_of_errors(void **state)
{
    static const double v[] = {8, NAN, 4, 2};
    double x[] = {log(8.5 / 92.5), log(4.5 / 96.5), log(2.5 / 98.5)};
    const double t = 0.95 / sqrt(2 * 0.975 * 0.025), mean = (x[0] + x[1] + x[2]) / 3;
    double squares = 0, half;
    struct interval r = stats_mean_on(STATS_LOGIT, 4, v, NULL);

    (void)state;
    for (int i = 0; i < 3; i++)
        squares += (x[i] - mean) * (x[i] - mean);
    half = t * sqrt(squares / 2 / 3);
    assert_true(r.n == 3 && r.high - r.mean > r.mean - r.low);
    assert_true(fabs(r.mean - 14 / 3.) < 1e-12);
    assert_true(fabs(r.low - (101 / (1 + exp(half - mean)) - 0.5)) < 1e-12);
    assert_true(fabs(r.high - (101 / (1 + exp(-half - mean)) - 0.5)) < 1e-12);
    r = stats_mean_on(STATS_LOGIT, 3, (double[]){88.89, 88.89, 88.89}, NULL);
    assert_true(r.mean == 88.89 && r.low == 88.89 && r.high == 88.89);
}

/* ---- moderated t ---- */

/* By SciPy 1.10.1 and NumPy 1.24.2, from the formulas of Smyth (2004), section 6.2: e = log(s^2) - digamma(d / 2) +
 * log(d / 2), the prior's df by scipy.optimize.brentq of polygamma(1, df / 2) = e.var(ddof=1) - polygamma(1, d / 2).mean();
 * then the moderated sd of the first cell and stats.t.ppf(0.975, df + 4), and what follows of them. */
static void test_moderated_equals_scipy(void **state)
{
    static const int n[] = {5, 5, 5, 5, 4, 6, 5, 3};
    static const double variance[] = {0.8, 13, 0.25, 2.1, 0.6, 17, 0.9, 5.5};
    static const double v[] = {1.5, 2.75, 0.5, 2.5, 4};
    struct prior prior = stats_prior(COUNT(n), n, variance);
    struct interval r = stats_mean(5, v, &prior);
    double df, sd = stats_moderate(&prior, 5, sqrt(0.8), &df);

    (void)state;
    golden(prior.df, 2.0540930008845355, "df");
    golden(prior.variance, 1.5777878804438048, "variance");
    golden(sd, 1.0314531606144213, "sd");
    golden(df, 2.0540930008845355 + 4, "df of t");
    golden(r.low, 0.829836238724966, "low");
    golden(r.high, 3.6701637612750337, "high");
    golden(stats_p_above(5, v, &prior, 1), 0.07479573997682544, "p");
}

/* Of cells with one variance, or nearly, all degrees of freedom count, but no more than there are; too few cells tell
 * nothing, and cells without scatter or with one value are none. What has no scatter is not given any. */
static void test_prior_of_few_and_of_odd_cells(void **state)
{
    static const int n[] = {5, 5, 5, 5, 5, 5, 1, 5};
    static const double variance[] = {2, 2, 2, 2, 2, 2, 900, 0}, v[] = {1, 2, 3, 4, 5};
    struct prior prior = stats_prior(8, n, variance);
    struct interval own = stats_mean(5, v, NULL), r = stats_mean(5, v, &prior);
    double df;

    (void)state;
    assert_true(isinf(prior.df) && prior.df_most == 24);
    assert_true(stats_moderate(&prior, 5, 1, &df) == sqrt(prior.variance) && df == 24);
    golden((r.high - r.low) / (own.high - own.low),
           stats_t_quantile(0.975, 24) * sqrt(prior.variance) /
               (stats_t_quantile(0.975, 4) * sqrt(2.5)),
           "width");
    assert_true(stats_moderate(&prior, 5, 0, &df) == 0 && df == 4);
    assert_true(stats_prior(5, n, variance).df == 0);
    prior = stats_prior(5, n, variance);
    r = stats_mean(5, v, &prior);
    assert_true(r.low == own.low && r.high == own.high);
}

/* Seeds of cells whose variances differ as the model says: a scaled inverse chi^2 with `df` degrees of freedom. */
static double drawn_sd(double df, struct rng *rng)
{
    double chi2 = 0;

    if (isinf(df))
        return 1;
    for (int i = 0; i < (int)df; i++) {
        double z = rng_normal(rng);

        chi2 += z * z;
    }
    return sqrt(df / chi2);
}

/* Of experiments with 24 cells of five seeds, the intervals hold the true means 95 times of 100, and they are shorter
 * than Student's, the more so the more alike the variances are. With 3,600 intervals the standard deviation of the share
 * is .4 %, and somewhat more because the cells of an experiment share their prior. */
static void test_coverage(void **state)
{
    static const double df[] = {4, 16, INFINITY}, most[] = {0.92, 0.86, 0.8};
    enum { CELLS = 24, SEEDS = 5, EXPERIMENTS = 150 };
    const double t4 = stats_t_quantile(0.975, SEEDS - 1);

    (void)state;
    for (int k = 0; k < COUNT(df); k++) {
        struct rng rng = rng_stream((uint64_t)k, "coverage");
        double held = 0, width = 0, student = 0;

        for (int e = 0; e < EXPERIMENTS; e++) {
            double v[CELLS][SEEDS], variance[CELLS];
            int n[CELLS];
            struct prior prior;

            for (int c = 0; c < CELLS; c++) {
                double sd = drawn_sd(df[k], &rng);

                for (int i = 0; i < SEEDS; i++)
                    v[c][i] = sd * rng_normal(&rng);
                n[c] = SEEDS;
                variance[c] = pow(stats_moments(SEEDS, v[c]).sd, 2);
            }
            prior = stats_prior(CELLS, n, variance);
            for (int c = 0; c < CELLS; c++) {
                struct interval r = stats_mean(SEEDS, v[c], &prior);

                held += r.low <= 0 && 0 <= r.high;
                width += r.high - r.low;
                student += 2 * t4 * sqrt(variance[c] / SEEDS);
            }
        }
        held /= CELLS * EXPERIMENTS;
        print_message("df = %g: %.2f %%, width %.2f\n", df[k], 100 * held, width / student);
        if (held < 0.935 || held > 0.965 || width > most[k] * student)
            fail_msg("df = %g: holds the mean %.2f %% of the times, with %.2f of the width", df[k],
                     100 * held, width / student);
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
        cmocka_unit_test(test_mean_of_few),
        cmocka_unit_test(test_equal_values_are_their_interval),
        cmocka_unit_test(test_geometric_mean),
        cmocka_unit_test(test_invariances),
        cmocka_unit_test(test_scales),
        cmocka_unit_test(test_mean_of_errors),
        cmocka_unit_test(test_moderated_equals_scipy),
        cmocka_unit_test(test_prior_of_few_and_of_odd_cells),
        cmocka_unit_test(test_coverage),
    };

    return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
