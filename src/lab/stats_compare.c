/* What comparisons ask of differences over paired seeds. */
#include "base/arena.h"
#include "lab/stats.h"
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* ---- p values ---- */

/* Two-sided, of the tails beyond t and beyond Hall's statistic, which is NaN where there is none; fmax() leaves that
 * out. */
static double two_sided(double t, double hall, int n)
{
    double p = 2 * fmax(stats_t_cdf(t, n - 1), stats_t_cdf(hall, n - 1));

    return isnan(t) ? NAN : p > 1 ? 1 : p;
}

double stats_p_above(int n, const double *v, double value)
{
    return two_sided(-stats_t(n, v, value), -stats_hall(n, v, value), stats_moments(n, v).n);
}

double stats_p_below(int n, const double *v, double value)
{
    return two_sided(stats_t(n, v, value), stats_hall(n, v, value), stats_moments(n, v).n);
}

double stats_p_within(int n, const double *v, double low, double high)
{
    return fmax(stats_p_above(n, v, low), stats_p_below(n, v, high));
}

double stats_p_outside(int n, const double *v, double low, double high)
{
    return fmin(stats_p_above(n, v, high), stats_p_below(n, v, low));
}

/* Twice the mean rank of v among all: whole numbers, from 2 on. */
static int rank_of(double v, int count, const double *all)
{
    int below = 0, equal = 0;

    for (int i = 0; i < count; i++) {
        below += all[i] < v;
        equal += all[i] == v;
    }
    return 2 * below + equal + 1;
}

/* In how many ways do n of the ranks sum up to `sum` or more, of all ways? ways[k][s] counts those of k ranks with
 * the sum s. */
static double part_above(int count, const int *rank, int n, int sum)
{
    int most = 2 * count * n;
    double *ways = xcalloc((size_t)(n + 1) * (size_t)(most + 1), sizeof *ways), above = 0, all = 0;

    ways[0] = 1;
    for (int i = 0; i < count; i++)
        for (int k = n - 1; k >= 0; k--)
            for (int s = most - rank[i]; s >= 0; s--)
                ways[(k + 1) * (most + 1) + s + rank[i]] += ways[k * (most + 1) + s];
    for (int s = 0; s <= most; s++) {
        all += ways[n * (most + 1) + s];
        above += s >= sum ? ways[n * (most + 1) + s] : 0;
    }
    free(ways);
    return above / all;
}

double stats_p_rank(int n, const double *a, int m, const double *b)
{
    double *all = xcalloc((size_t)(n + m) + 1, sizeof *all), p;
    int *rank = xcalloc((size_t)(n + m) + 1, sizeof *rank), count = 0, own, sum = 0;

    for (int i = 0; i < n; i++)
        if (!isnan(a[i]))
            all[count++] = a[i];
    own = count;
    for (int i = 0; i < m; i++)
        if (!isnan(b[i]))
            all[count++] = b[i];
    for (int i = 0; i < count; i++) {
        rank[i] = rank_of(all[i], count, all);
        sum += i < own ? rank[i] : 0;
    }
    p = own && own < count ? fmin(1, 2 * part_above(count, rank, own, sum)) : NAN;
    free(all);
    free(rank);
    return p;
}

struct ranked {
    double p;
    int at;
};

static int by_p(const void *a, const void *b)
{
    double x = ((const struct ranked *)a)->p, y = ((const struct ranked *)b)->p;

    return (x > y) - (x < y);
}

double stats_p_sign(int n, int beyond)
{
    double tail = 0;

    for (int k = beyond; k <= n; k++)
        tail += exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) - n * log(2));
    return n < 1 ? NAN : fmin(1, 2 * tail);
}

void stats_holm(int n, const double *p, double *adjusted)
{
    struct ranked *family = xcalloc((size_t)n + 1, sizeof *family);
    double least = 0;
    int m = 0;

    for (int i = 0; i < n; i++) {
        adjusted[i] = p[i];
        if (!isnan(p[i]))
            family[m++] = (struct ranked){p[i], i};
    }
    qsort(family, (size_t)m, sizeof *family, by_p);
    for (int i = 0; i < m; i++) {
        least = fmax(least, fmin(1, (m - i) * family[i].p));
        adjusted[family[i].at] = least;
    }
    free(family);
}

/* ---- paired seeds ---- */

double stats_improvement(int n, const double *a, const double *b)
{
    double less = 0;
    int pairs = 0;

    for (int i = 0; i < n; i++)
        if (!isnan(a[i]) && !isnan(b[i])) {
            less += a[i] < b[i] ? 1 : a[i] == b[i] ? 0.5 : 0;
            pairs++;
        }
    return pairs > 0 ? less / pairs : NAN;
}

static bool would_clear(int n, double sd, double gap)
{
    double t = stats_t_quantile(0.975, n - 1) + stats_t_quantile(0.8, n - 1);

    return t * sd / sqrt(n) <= gap;
}

int stats_seeds_needed(const struct interval *d, double gap)
{
    int few = 1, enough = STATS_SEEDS_MOST;

    if (isnan(d->sd) || isnan(gap))
        return 0;
    if (!(gap > 0))
        return STATS_SEEDS_MOST;
    while (enough - few > 1) {
        int middle = few + (enough - few) / 2;

        if (would_clear(middle, d->sd, gap))
            enough = middle;
        else
            few = middle;
    }
    return enough;
}
