/* The bootstrap-t against every ordered resample. */
#include "stats/stats.h"
#include "support.h"
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof(a)[0]))

static bool differs(double got, double want, double tolerance)
{
    return !(fabs(got - want) <= tolerance * fmax(1, fabs(want)));
}

static void same_interval(struct interval got, struct interval want, const char *what)
{
    /* The digits that the cancelling in mean* - mean takes, of values no larger than 1000. */
    if (differs(got.low, want.low, 1e-11) || differs(got.high, want.high, 1e-11))
        fail_msg("%s: %.17g to %.17g of %d, should be %.17g to %.17g", what, got.low, got.high,
                 want.n, want.low, want.high);
}

/* ---- all resamples ---- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Resample number `code`, its digits to base n being the picks; true when they are all one value. */
static bool ordered(const double *v, int n, int code, double *mean, double *sd)
{
    double w[8], squares = 0;
    bool equal = true;

    *mean = 0;
    for (int i = 0; i < n; i++, code /= n) {
        w[i] = v[code % n];
        *mean += w[i] / n;
        equal &= w[i] == w[0];
    }
    for (int i = 0; i < n; i++)
        squares += (w[i] - *mean) * (w[i] - *mean);
    *sd = sqrt(squares / (n - 1));
    return equal;
}

/* By the definition: all n^n resamples, sorted, those of one value at the ends of the finite ones. */
static struct interval by_definition(const double *v, int n)
{
    struct interval r = stats_t_interval(n, v);
    int all = (int)lrint(pow(n, n)), finite = 0, low = 0, high = 0, beyond = (int)(0.025 * all);
    double *t = malloc((size_t)all * sizeof *t), error = r.sd / sqrt(n);

    for (int code = 0; code < all; code++) {
        double mean, sd;

        if (!ordered(v, n, code, &mean, &sd))
            t[finite++] = (mean - r.mean) * sqrt(n) / sd;
        else if (fabs(mean - r.mean) < 1e-9)
            t[finite++] = 0;
        else if (mean < r.mean)
            low++;
        else
            high++;
    }
    qsort(t, (size_t)finite, sizeof *t, by_size);
    r.low = r.mean - error * t[beyond < high ? finite - 1 : finite - 1 - (beyond - high)];
    r.high = r.mean - error * t[beyond < low ? 0 : beyond - low];
    free(t);
    return r;
}

static void test_few_values_take_all_resamples(void **state)
{
    static const struct {
        int n;
        double v[7];
    } of[] = {
        {5, {2.5, 3.25, 2.75, 4.5, 3.0}},
        {5, {0.1, 0.7, -0.4, 12, 0.2}},
        {5, {3.1, 3.1, 3.1, 3.2, 3.4}}, /* ties: 8 % of the resamples have no sd */
        {5, {-2, 0, 0, 0, 2}},
        {5, {1, 1, 1, 1, 5}},
        {6, {1, 2, 3, 4, 5, 6}},
        {6, {0.5, 0.125, -0.75, 1.5, 0.25, 2.125}},
        {7, {1, 1.5, -2, 0.25, 8, 0.75, 3}},
        {7, {1, 1, 1, 2, 2, 2, 3}},
    };

    (void)state;
    for (int i = 0; i < COUNT(of); i++)
        same_interval(stats_bootstrap_t(of[i].n, of[i].v), by_definition(of[i].v, of[i].n),
                      "all resamples");
}

/* By NumPy 1.24.2 over itertools.product(range(n), repeat=n), sorted; ties as above. */
static void test_intervals_by_numpy(void **state)
{
    const double five[] = {2.5, 3.25, 2.75, 4.5, 3.0}, ties[] = {3.125, 3.125, 3.125, 3.25, 3.5};
    const double six[] = {0.5, 0.125, -0.75, 1.5, 0.25, 2.125};

    (void)state;
    same_interval(stats_bootstrap_t(5, five),
                  (struct interval){.n = 5, .low = 2.5514481755275464, .high = 5.1151533881128177},
                  "five");
    same_interval(stats_bootstrap_t(5, ties),
                  (struct interval){.n = 5, .low = 3.0867068331406067, .high = 3.4436606960566993},
                  "ties");
    same_interval(
        stats_bootstrap_t(6, six),
        (struct interval){.n = 6, .low = -0.29095227999878481, .high = 2.2225241260567348}, "six");
}

/* ---- drawn resamples ---- */

struct counting {
    const double *v;
    int n;
    double mean, sd, value;
    int count[10];
    double all, below, above; /* resamples: n^n; with the mean at most, at least value */
};

/* Shares `left` picks out among the values from i on, in so many ways. */
static void share_out(struct counting *c, int i, int left, double ways)
{
    if (i < c->n - 1) {
        for (int k = 0; k <= left; k++, ways = ways * (left - k + 1) / k) {
            c->count[i] = k;
            share_out(c, i + 1, left - k, ways);
        }
        return;
    }
    c->count[i] = left;

    double sum = 0, squares = 0, t;

    for (int k = 0; k < c->n; k++)
        sum += c->count[k] * c->v[k];
    for (int k = 0; k < c->n; k++)
        squares += c->count[k] * pow(c->v[k] - sum / c->n, 2);
    t = (sum / c->n - c->mean) / sqrt(squares / (c->n - 1));
    c->all += ways;
    c->below += c->mean - t * c->sd <= c->value ? ways : 0;
    c->above += c->mean - t * c->sd >= c->value ? ways : 0;
}

/* Outside each end lie 2.5 % of all resamples of ten values, but for four standard deviations of 2000 draws. */
static void test_draws_stand_for_all_resamples(void **state)
{
    static const double v[] = {0.5, 0.125, -0.75, 1.5, 0.25, 2.125, 0.875, -0.125, 3.5, 0.625};
    struct interval b = stats_bootstrap_t(10, v), m = stats_moments(10, v);
    const double at[] = {b.low, b.high}, noise = 4 * sqrt(0.025 * 0.975 / 2000);

    (void)state;
    for (int i = 0; i < COUNT(at); i++) {
        struct counting c = {v, 10, .mean = m.mean, .sd = m.sd, .value = at[i]};

        share_out(&c, 0, 10, 1);
        assert_true(c.all == 1e10);
        if (differs((i == 0 ? c.below : c.above) / c.all, 0.025, noise))
            fail_msg("beyond %g lie %g and %g of all", at[i], c.below / c.all, c.above / c.all);
    }
}

/* ---- what it must be ---- */

/* Differences that are equal but for rounding are equal: 0.3 - 0.2 is not 0.1. */
static void test_ties_to_rounding_are_ties(void **state)
{
    const double exact[] = {0.1, 0.1, 0.1, 0.2, 0.4};
    const double rounded[] = {3.1 - 3.0, 0.3 - 0.2, 10.2 - 10.1, 3.2 - 3.0, 3.4 - 3.0};
    const double about[] = {-1.1, 0.3 - 0.1 - 0.2, 0, 0.3 - 0.2 - 0.1, 1.1};
    const double zero[] = {-1.1, 0, 0, 0, 1.1};

    (void)state;
    assert_true(rounded[0] != rounded[1] && rounded[1] != rounded[2]);
    same_interval(stats_bootstrap_t(5, rounded), stats_bootstrap_t(5, exact), "ties");
    same_interval(stats_bootstrap_t(5, about), stats_bootstrap_t(5, zero), "ties at the mean");
}

static void test_none(void **state)
{
    const double v[] = {1, 2, 3, 4, INFINITY}, same[] = {7, 7, 7, 7, 7, 7};
    struct interval few = stats_bootstrap_t(4, v), equal = stats_bootstrap_t(6, same);
    const double huge[] = {1e200, -1e200, 0, 0, 0};

    (void)state;
    assert_true(few.n == 4 && few.mean == 2.5 && isnan(few.low) && isnan(few.high));
    assert_true(equal.sd == 0 && isnan(equal.low) && isnan(equal.high));
    assert_true(isnan(stats_bootstrap_t(5, huge).low)); /* their sd is infinite */
    assert_true(isnan(stats_bootstrap_t(5, v).low));    /* an infinite value */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_few_values_take_all_resamples),
        cmocka_unit_test(test_intervals_by_numpy),
        cmocka_unit_test(test_draws_stand_for_all_resamples),
        cmocka_unit_test(test_ties_to_rounding_are_ties),
        cmocka_unit_test(test_none),
    };

    return cmocka_run_group_tests_name("stats_bootstrap", tests, NULL, NULL);
}
