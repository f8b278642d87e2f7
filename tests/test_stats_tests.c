/* p values, Holm's adjustment, and what is asked of paired seeds. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "stats/stats.h"
#include "support.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof(a)[0]))
enum { LONGEST = 12 };

static void close_to(double got, double want)
{
    if (!(fabs(got - want) <= 1e-12))
        fail_msg("%.17g, should be %.17g", got, want);
}

static const double three[] = {1.5, -0.25, 3.125};
static const double eight[] = {0.5, 0.125, -0.75, 1.5, 0.25, 2.125, 0.875, -0.125};

/* By SciPy 1.10.1: scipy.stats.ttest_1samp(v, value, alternative="greater").pvalue; "less" is what it leaves of 1. */
static void test_p_equals_scipy(void **state)
{
    static const struct {
        const double *v;
        int n;
        double value, t;
    } made[] = {
        {three, 3, 0, 0.13659769773677635},    {three, 3, 1, 0.34221178959895709},
        {three, 3, 3.25, 0.89631757225335396}, {eight, 8, 0, 0.063435183461835493},
        {eight, 8, 1, 0.89004572237475821},    {eight, 8, 3.25, 0.99996330469431483},
    };

    (void)state;
    for (int i = 0; i < COUNT(made); i++) {
        double above = made[i].t, below = 1 - made[i].t;

        close_to(stats_p_above(made[i].n, made[i].v, NULL, made[i].value), fmin(1, 2 * above));
        close_to(stats_p_below(made[i].n, made[i].v, NULL, made[i].value), fmin(1, 2 * below));
    }
}

/* Fails unless p <= 0.05 exactly when the interval lies above the value, or below it. */
static void agree(int n, const double *v, const struct prior *prior, double value)
{
    struct interval r = stats_mean(n, v, prior);

    if ((stats_p_above(n, v, prior, value) <= 0.05) != (r.low > value) ||
        (stats_p_below(n, v, prior, value) <= 0.05) != (r.high < value))
        fail_msg("%d values, %.17g to %.17g, and %g: p %g above, %g below", n, r.low, r.high, value,
                 stats_p_above(n, v, prior, value), stats_p_below(n, v, prior, value));
}

static void test_p_agrees_with_the_interval(void **state)
{
    struct rng rng = rng_stream(1, "test");
    struct prior prior = {.variance = 0.3, .df_most = 100};
    double v[LONGEST];

    (void)state;
    for (int k = 0; k < 600; k++) {
        prior.df = k % 2 ? 0 : 3;
        int n = 2 + (int)rng_below(&rng, LONGEST - 1);
        struct interval r;
        double step;

        for (int i = 0; i < n; i++) {
            v[i] = exp(rng_normal(&rng));
            v[i] = k % 3 == 0 ? rint(2 * v[i]) / 10 : v[i]; /* with ties */
        }
        r = stats_mean(n, v, &prior);
        step = 1e-9 * (r.high - r.low + 1e-3);
        agree(n, v, &prior, 3 * rng_uniform(&rng));
        agree(n, v, &prior, 3 + rng_uniform(&rng));
        /* As near the ends as Student's t allows. */
        agree(n, v, &prior, r.low - step);
        agree(n, v, &prior, r.low + step);
        agree(n, v, &prior, r.high - step);
        agree(n, v, &prior, r.high + step);
    }
}

static void test_p_of_few_and_of_equal_values(void **state)
{
    const double v[] = {3, NAN, 3, 3, 3, 3};

    (void)state;
    assert_true(isnan(stats_p_above(2, v, NULL, 1)) && isnan(stats_p_below(2, v, NULL, 4)));
    assert_true(isnan(stats_p_above(6, v, NULL, NAN)) && isnan(stats_p_above(8, eight, NULL, NAN)));
    for (int n = 3; n <= 6; n += 3) {
        assert_true(stats_p_above(n, v, NULL, 2.5) == 0 && stats_p_below(n, v, NULL, 2.5) == 1);
        assert_true(stats_p_above(n, v, NULL, 3) == 1 && stats_p_below(n, v, NULL, 3) == 1);
        assert_true(stats_p_below(n, v, NULL, 4) == 0 && stats_p_above(n, v, NULL, 4) == 1);
    }
}

/* By SciPy 1.10.1: scipy.stats.mannwhitneyu(a, b, alternative="greater", method="exact").pvalue; with ties, by all
 * ways to share out the ranks of scipy.stats.rankdata() (itertools.combinations). */
static void test_ranks_equal_scipy(void **state)
{
    const double a[] = {1.5, 3.25, 4, 7.5, 9}, b[] = {0.5, 1, 2, 3, 8};
    const double high[] = {5, 6, 7, 8}, low[] = {1, NAN, 2, 3, 4};
    const double some[] = {INFINITY, INFINITY, 3, 2}, others[] = {1, 2, 2.5, INFINITY, 0};
    const double lost[] = {INFINITY, INFINITY, INFINITY, INFINITY, INFINITY};
    const double few[] = {1, 1, 2}, ties[] = {1, 1, 1, 2};

    (void)state;
    close_to(stats_p_rank(5, a, 5, b), 2 * 0.1111111111111111);
    close_to(stats_p_rank(5, b, 5, a), 1);
    close_to(stats_p_rank(4, high, 5, low), 2 * 0.014285714285714285);
    close_to(stats_p_rank(4, some, 5, others), 2 * 0.1111111111111111);
    close_to(stats_p_rank(5, lost, 5, b), 2 * 0.003968253968253968);
    close_to(stats_p_rank(3, few, 4, ties), 1);
    close_to(stats_p_rank(4, ties, 3, few), 1);
    assert_true(isnan(stats_p_rank(1, low + 1, 5, a)) && isnan(stats_p_rank(5, a, 0, b)));
}

/* i * step modulo `modulus`, plus shift: distinct up to the modulus, then equal ones. */
static double *row(int n, int step, int modulus, double shift)
{
    double *v = xcalloc((size_t)n, sizeof *v);

    for (int i = 0; i < n; i++)
        v[i] = i * (long)step % modulus + shift;
    return v;
}

static double p_of_rows(int n, int m, double shift, double *seconds)
{
    double *a = row(n, 37, 101, shift), *b = row(m, 53, 103, 0), start = clock_seconds(), p;

    p = stats_p_rank(n, a, m, b);
    *seconds = clock_seconds() - start;
    free(a);
    free(b);
    return p;
}

/* By SciPy 1.17.1: 2 * mannwhitneyu(a, b, alternative="greater", method=...).pvalue, at most 1, "exact" for the first
 * three, "asymptotic" for the others. Time grows with n log n: 10,000 values take milliseconds, of which a busy machine
 * makes less than a second. */
static void test_ranks_of_many(void **state)
{
    static const struct {
        int n, m;
        double shift, p;
    } made[] = {
        {8, 12, 10.5, 0.2082876875446535},     {50, 50, 20.5, 0.000194204796796968},
        {50, 50, 0.5, 0.447865230765616},      {60, 50, 20.5, 0.00015752903931596146},
        {60, 50, 20, 0.00020478367169428856},  {100, 100, 10.5, 0.025291404011039808},
        {1000, 1000, 3, 0.11516321911519534},  {1000, 1000, 0.25, 1},
        {10000, 10000, 1, 0.9710852922123442}, {10000, 10000, 0, 1},
    };

    (void)state;
    for (int i = 0; i < COUNT(made); i++) {
        double seconds, p = p_of_rows(made[i].n, made[i].m, made[i].shift, &seconds);

        if (!(fabs(p / made[i].p - 1) <= 1e-9))
            fail_msg("%d and %d: %.17g, should be %.17g", made[i].n, made[i].m, p, made[i].p);
        if (seconds > 1)
            fail_msg("%d and %d take %.1f s", made[i].n, made[i].m, seconds);
    }
}

/* Where the approximation begins it is near the exact p, by SciPy as above: 1 % about p = 0.03. */
static void test_ranks_approximation_is_close(void **state)
{
    double seconds;

    (void)state;
    assert_true(fabs(p_of_rows(100, 100, 10.5, &seconds) / 0.025068896987191235 - 1) < 0.01);
}

/* Few values beside many are counted, and whichever is the larger sample: the part in which one of 1000 ranks is the
 * largest, or those of 2 are. */
static void test_ranks_of_few_beside_many(void **state)
{
    double *many = row(1000, 1, 1000, 0), high[] = {5000, 6000};

    (void)state;
    close_to(stats_p_rank(1, high, 1000, many), 2.0 / 1001);
    close_to(stats_p_rank(2, high, 1000, many), 2 * 2.0 / (1002.0 * 1001));
    close_to(stats_p_rank(1000, many, 2, high), 1);
    high[0] = -1;
    high[1] = -2;
    close_to(stats_p_rank(1000, many, 2, high), 2 * 2.0 / (1002.0 * 1001));
    for (int i = 0; i < 1000; i++)
        many[i] = 7;
    close_to(stats_p_rank(500, many, 500, many + 500), 1); /* all equal */
    free(many);
}

/* ---- Holm ---- */

static void holm_is(int n, const double *p, const double *want)
{
    double got[15];

    stats_holm(n, p, got);
    for (int i = 0; i < n; i++)
        if (isnan(p[i]) ? !isnan(got[i]) : !(fabs(got[i] - want[i]) < 1e-15))
            fail_msg("of %g Holm makes %.17g, should be %g", p[i], got[i], want[i]);
}

/* The example of Wikipedia, "Holm-Bonferroni method" (its first and fourth hypothesis are rejected at 0.05),
 * and the 15 of Benjamini & Hochberg (1995), sec. 4.1, each by hand: p times how many are not smaller, and
 * no less than those before. */
static void test_holm_of_published_examples(void **state)
{
    const double few[] = {0.01, 0.04, 0.03, 0.005}, few_holm[] = {0.03, 0.06, 0.06, 0.02};
    const double many[] = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                           0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
    const double many_holm[] = {0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278,
                                0.3213, 1,      1,      1,     1,      1,     1};
    const double gaps[] = {NAN, 0.01, 0.04, NAN, 0.03, 0.005};
    const double gaps_holm[] = {NAN, 0.03, 0.06, NAN, 0.06, 0.02};

    (void)state;
    holm_is(4, few, few_holm);
    holm_is(15, many, many_holm);
    holm_is(6, gaps, gaps_holm);
    holm_is(1, few, few);
    holm_is(0, few, few);
}

static void test_holm_keeps_the_order(void **state)
{
    struct rng rng = rng_stream(2, "test");
    double p[20], adjusted[20];

    (void)state;
    for (int k = 0; k < 1000; k++) {
        int n = 1 + (int)rng_below(&rng, 20);

        for (int i = 0; i < n; i++)
            p[i] = pow(rng_uniform(&rng), 4);
        stats_holm(n, p, adjusted);
        for (int i = 0; i < n; i++) {
            assert_true(adjusted[i] >= p[i] && adjusted[i] <= 1);
            assert_true(adjusted[i] <= n * p[i]); /* never more than Bonferroni */
            for (int j = 0; j < n; j++)
                assert_true(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }
        stats_holm(n, p, p); /* in place */
        assert_memory_equal(p, adjusted, (size_t)n * sizeof *p);
    }
}

/* ---- paired seeds ---- */

static void test_improvement(void **state)
{
    const double d[] = {-1, 0, 2, NAN, NAN, -1}, mirrored[] = {1, 0, -2, NAN, NAN, 1};

    (void)state;
    assert_true(stats_improvement(6, d) == 2.5 / 4); /* less, equal, more, less */
    assert_true(stats_improvement(6, mirrored) == 1.5 / 4);
    assert_true(stats_improvement(1, d) == 1 && stats_improvement(1, mirrored) == 0);
    assert_true(isnan(stats_improvement(2, d + 3)) && isnan(stats_improvement(0, d)));
}

/* By SciPy 1.10.1: from n = 2 on while (t.ppf(0.975, n - 1) + t.ppf(0.8, n - 1)) * sd / sqrt(n) > gap. */
static void test_seeds_needed(void **state)
{
    static const struct {
        double sd, gap;
        int n;
    } made[] = {{1, 1, 10},    {1, 0.5, 34},   {1, 2, 5},        {1, 5, 3},       {1, 3.07, 4},
                {1, 0.1, 787}, {2.5, .3, 548}, {1, 0.02, 19625}, {1, 0.01, 78491}};

    (void)state;
    for (int i = 0; i < COUNT(made); i++)
        assert_int_equal(stats_seeds_needed(made[i].sd, 0, made[i].gap, 0), made[i].n);
    /* in the same way with t of 8 + n - 1 degrees of freedom, and with all degrees of freedom */
    assert_int_equal(stats_seeds_needed(1, 8, 0.5, 0), 33);
    assert_int_equal(stats_seeds_needed(1, INFINITY, 0.5, 0), 32);
    assert_int_equal(stats_seeds_needed(1, 0, 1e3, 0), 2);
    assert_int_equal(stats_seeds_needed(1, 0, 0.001, 0), STATS_SEEDS_MOST);
    assert_int_equal(stats_seeds_needed(1, 0, 0, 0), STATS_SEEDS_MOST);
    assert_int_equal(stats_seeds_needed(1, 0, -1, 0), STATS_SEEDS_MOST);
    assert_int_equal(stats_seeds_needed(1, 0, NAN, 0), 0);
    assert_int_equal(stats_seeds_needed(0, 0, 1, 0), 2);
    assert_int_equal(stats_seeds_needed(0, 0, 0, 0), STATS_SEEDS_MOST);
    assert_int_equal(stats_seeds_needed(NAN, 0, 1, 0), 0);
}

/* The same, or from n on with a power of 80 % for the interval to exclude the boundary or to lie within `half` around it, by the
 * normal distribution of SciPy 1.10.1. With the mean on the boundary that is the power of two one-sided tests. */
static void test_seeds_needed_for_equivalence(void **state)
{
    static const struct {
        double sd, df, gap, half;
        int n;
    } made[] = {{1, 0, 0, 1, 12},
                {1, 0, 0.5, 1, 15},
                {1, 0, 0.1, 0.5, 44},
                {2, 8, 0.2, 0.5, 187},
                {1, 0, 0.9, 1, 11}};

    (void)state;
    for (int i = 0; i < COUNT(made); i++)
        assert_int_equal(stats_seeds_needed(made[i].sd, made[i].df, made[i].gap, made[i].half),
                         made[i].n);
    assert_int_equal(stats_seeds_needed(0, 0, 0, 1), 2);
}

/* The fifteen p values of the example of Benjamini and Hochberg (1995, section 4.1): at 5 % their method rejects the first
 * four, Bonferroni's the first three. Adjusted values keep the order of p, and none is above Holm's. */
static void test_benjamini_hochberg(void **state)
{
    static const double p[] = {0.0201, 0.0001, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, NAN,
                               0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1};
    double adjusted[COUNT(p)], holm[COUNT(p)];
    int rejected = 0;

    (void)state;
    stats_benjamini_hochberg(COUNT(p), p, adjusted);
    stats_holm(COUNT(p), p, holm);
    for (int i = 0; i < COUNT(p); i++) {
        rejected += adjusted[i] <= 0.05;
        assert_true(isnan(p[i]) ? isnan(adjusted[i]) : adjusted[i] <= holm[i]);
        for (int k = 0; k < COUNT(p); k++)
            assert_true(!(p[i] < p[k]) || adjusted[i] <= adjusted[k]);
    }
    assert_int_equal(rejected, 4);
    close_to(adjusted[4], 0.0095 * 15 / 4);
    close_to(adjusted[1], 0.0001 * 15);
    assert_true(adjusted[15] == 1);
}

/* Fisher's lady tasting tea, who names three of four cups right (1935, The Design of Experiments, chapter 2): 17 of 70
 * ways are as good or better, and one is when she names all four. */
static void test_p_share(void **state)
{
    (void)state;
    close_to(stats_p_share(4, 3, 4, 1), 2 * 17 / 70.0);
    close_to(stats_p_share(4, 4, 4, 0), 2 / 70.0);
    assert_true(stats_p_share(4, 1, 4, 3) == 1 && stats_p_share(4, 0, 4, 0) == 1);
    close_to(stats_p_share(5, 5, 5, 1), 2 * 5 / 210.0);
    close_to(stats_p_share(3, 3, 10, 0), 2 / 286.0); /* one of the ways to choose 3 of 13 */
    assert_true(isnan(stats_p_share(0, 0, 4, 1)) && isnan(stats_p_share(4, 1, 0, 0)));
}

/* By SciPy 1.10.1: 2 * scipy.stats.binom.sf(beyond - 1, n, 0.5), at most 1. */
static void test_p_sign(void **state)
{
    static const struct {
        int n, beyond;
        double p;
    } made[] = {{5, 5, 0.0625}, {6, 6, 0.03125}, {10, 9, 0.021484375},
                {10, 5, 1},     {10, 3, 1},      {20, 15, 0.04138946533203125},
                {1, 0, 1}};

    (void)state;
    for (int i = 0; i < COUNT(made); i++)
        close_to(stats_p_sign(made[i].n, made[i].beyond), made[i].p);
    assert_true(isnan(stats_p_sign(0, 0)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_p_sign),
        cmocka_unit_test(test_benjamini_hochberg),
        cmocka_unit_test(test_p_share),
        cmocka_unit_test(test_p_equals_scipy),
        cmocka_unit_test(test_p_agrees_with_the_interval),
        cmocka_unit_test(test_p_of_few_and_of_equal_values),
        cmocka_unit_test(test_ranks_equal_scipy),
        cmocka_unit_test(test_ranks_of_many),
        cmocka_unit_test(test_ranks_approximation_is_close),
        cmocka_unit_test(test_ranks_of_few_beside_many),
        cmocka_unit_test(test_holm_of_published_examples),
        cmocka_unit_test(test_holm_keeps_the_order),
        cmocka_unit_test(test_improvement),
        cmocka_unit_test(test_seeds_needed),
        cmocka_unit_test(test_seeds_needed_for_equivalence),
    };

    return cmocka_run_group_tests_name("stats_tests", tests, NULL, NULL);
}
