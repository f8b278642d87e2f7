/* p values, their adjustment for many tests, and statistics of paired seeds. */
#include "base/arena.h"
#include "stats/stats.h"
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* ---- p values of a mean ---- */

/* Returns Student's statistic for the mean `value`, and its degrees of freedom. When all values are equal, it is 0 if
 * they equal `value`, else infinite with the sign of mean - value. */
static double statistic(int n, const double *v, const struct prior *prior, double value, double *df)
{
    struct interval s = stats_moments(n, v);
    double above = s.mean - value, error = stats_moderate(prior, s.n, s.sd, df) / sqrt(s.n);

    return above == 0 && s.n > 1 ? 0 : above / error;
}

double stats_p_above(int n, const double *v, const struct prior *prior, double value)
{
    double df, t = statistic(n, v, prior, value, &df);

    return isnan(t) ? NAN : fmin(1, 2 * stats_t_cdf(-t, df));
}

double stats_p_below(int n, const double *v, const struct prior *prior, double value)
{
    double df, t = statistic(n, v, prior, value, &df);

    return isnan(t) ? NAN : fmin(1, 2 * stats_t_cdf(t, df));
}

/* ---- ranks ---- */

/* The largest (n + m) * min(n, m) for which stats_p_rank() counts all ways to divide the ranks; n = m = 50, or n = 4
 * and m = 1000, are near this limit. The count then takes some 5e7 additions and 4 MB. */
enum { COUNTED_MOST = 5000 };

/* A value and its index in the caller's array. */
struct valued {
    double v;
    int index;
};

struct ranks {
    int n, m; /* numbers of values of a and of b, without NaN */
    /* [n + m] ranks, times 2 because the mean rank of equal values may end in .5; ascending */
    int *twice;
    double sum;  /* sum of the elements of `twice` that belong to values of a */
    double ties; /* sum of t^3 - t over all groups of t equal values */
};

static int by_value(const void *a, const void *b)
{
    double x = ((const struct valued *)a)->v, y = ((const struct valued *)b)->v;

    return (x > y) - (x < y);
}

/* Appends the elements of v[n] that are not NaN to all[count]; v[i] gets the index first + i. Returns the new count. */
static int add_valued(struct valued *all, int count, int n, const double *v, int first)
{
    for (int i = 0; i < n; i++)
        if (!isnan(v[i]))
            all[count++] = (struct valued){v[i], first + i};
    return count;
}

/* Ranks the values of a[n] and b[m] together. The caller frees `twice`. */
static struct ranks ranks_of(int n, const double *a, int m, const double *b)
{
    struct valued *all = xcalloc((size_t)n + (size_t)m + 1, sizeof *all);
    struct ranks r = {.n = add_valued(all, 0, n, a, 0)};
    int count = add_valued(all, r.n, m, b, n);

    r.m = count - r.n;
    r.twice = xcalloc((size_t)count + 1, sizeof *r.twice);
    qsort(all, (size_t)count, sizeof *all, by_value);
    for (int i = 0, next; i < count; i = next) {
        double t;

        for (next = i; next < count && all[next].v == all[i].v; next++)
            ;
        t = next - i;
        r.ties += t * t * t - t;
        for (int k = i; k < next; k++) {
            r.twice[k] = i + next + 1;
            r.sum += all[k].index < n ? r.twice[k] : 0;
        }
    }
    free(all);
    return r;
}

/* Returns the share of all ways to divide the ranks between a and b in which the ranks of a (times 2) have the sum
 * r->sum or more. Counts the choices of ranks for the array with fewer values: ways[k][s] is the number of choices
 * of k ranks with the sum s. */
static double tail_counted(const struct ranks *r)
{
    int count = r->n + r->m, n = r->n < r->m ? r->n : r->m, most = 2 * count * n;
    double *ways = xcalloc((size_t)(n + 1) * (size_t)(most + 1), sizeof *ways), tail = 0, all = 0;
    double sum_b = (double)count * (count + 1) - r->sum;

    ways[0] = 1;
    for (int i = 0; i < count; i++)
        for (int k = n - 1 < i ? n - 1 : i; k >= 0; k--)
            for (int s = most - r->twice[i]; s >= 0; s--)
                ways[(k + 1) * (most + 1) + s + r->twice[i]] += ways[k * (most + 1) + s];
    for (int s = 0; s <= most; s++) {
        all += ways[n * (most + 1) + s];
        if (n == r->n ? s >= r->sum : s <= sum_b)
            tail += ways[n * (most + 1) + s];
    }
    free(ways);
    return tail / all;
}

/* Approximates the result of tail_counted() by the normal distribution of U. U is the sum of the ranks of a, minus the
 * smallest sum possible, n (n + 1) / 2. */
static double tail_normal(const struct ranks *r)
{
    double n = r->n, m = r->m, count = n + m;
    double u = r->sum / 2 - n * (n + 1) / 2;
    double variance = n * m / 12 * (count + 1 - r->ties / (count * (count - 1)));

    if (!(variance > 0)) /* all values are equal */
        return 1;
    return erfc((u - n * m / 2 - 0.5) / sqrt(2 * variance)) / 2;
}

double stats_p_rank(int n, const double *a, int m, const double *b)
{
    struct ranks r = ranks_of(n, a, m, b);
    double smaller = r.n < r.m ? r.n : r.m, p = NAN;

    if (smaller > 0)
        p = fmin(1,
                 2 * ((r.n + r.m) * smaller <= COUNTED_MOST ? tail_counted(&r) : tail_normal(&r)));
    free(r.twice);
    return p;
}

/* ---- signs and shares ---- */

/* Returns the logarithm of the number of ways to choose k of n. */
static double log_ways(int n, int k)
{
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}

double stats_p_sign(int n, int beyond)
{
    double tail = 0;

    for (int k = beyond; k <= n; k++)
        tail += exp(log_ways(n, k) - n * log(2));
    return n < 1 ? NAN : fmin(1, 2 * tail);
}

double stats_p_share(int n, int k, int m, int l)
{
    int all = k + l;
    double tail = 0;

    for (int i = k; i <= n && i <= all; i++)
        if (all - i <= m)
            tail += exp(log_ways(n, i) + log_ways(m, all - i) - log_ways(n + m, all));
    return n < 1 || m < 1 ? NAN : fmin(1, 2 * tail);
}

/* ---- many p values ---- */

void stats_holm(int n, const double *p, double *adjusted)
{
    struct valued *family = xcalloc((size_t)n + 1, sizeof *family);
    int m = add_valued(family, 0, n, p, 0);
    double least = 0;

    qsort(family, (size_t)m, sizeof *family, by_value);
    for (int i = 0; i < n; i++)
        adjusted[i] = NAN;
    for (int i = 0; i < m; i++) {
        least = fmax(least, fmin(1, (m - i) * family[i].v));
        adjusted[family[i].index] = least;
    }
    free(family);
}

void stats_benjamini_hochberg(int n, const double *p, double *adjusted)
{
    struct valued *all = xcalloc((size_t)n + 1, sizeof *all);
    int m = add_valued(all, 0, n, p, 0);
    double least = 1;

    qsort(all, (size_t)m, sizeof *all, by_value);
    for (int i = 0; i < n; i++)
        adjusted[i] = NAN;
    for (int i = m - 1; i >= 0; i--) {
        least = fmin(least, all[i].v * m / (i + 1));
        adjusted[all[i].index] = least;
    }
    free(all);
}

/* ---- paired seeds ---- */

double stats_improvement(int n, const double *d)
{
    double less = 0;
    int pairs = 0;

    for (int i = 0; i < n; i++)
        if (!isnan(d[i])) {
            less += d[i] < 0 ? 1 : d[i] == 0 ? 0.5 : 0;
            pairs++;
        }
    return pairs > 0 ? less / pairs : NAN;
}

/* From this number of degrees of freedom on, Student's t is treated as normal: its quantiles differ by less than 1e-5. */
#define NORMAL_FROM 1e6

/* Returns the probability that a number with a normal distribution of this mean and sd lies within (-limit, limit). */
static double within(double limit, double mean, double sd)
{
    double high = (limit - mean) / (sd * sqrt(2)), low = (-limit - mean) / (sd * sqrt(2));

    return limit > 0 ? (erfc(-high) - erfc(-low)) / 2 : 0;
}

/* Returns the probability that an interval of n seeds is on one side of the boundary, or lies within `half` around it. t: the
 * quantile of the interval. The others are as for stats_seeds_needed(). */
static double power_of(int n, double t, double sd, double gap, double half)
{
    double error = sd / sqrt(n), reach = t * error;

    return 1 - within(reach, gap, error) + within(fmin(half - reach, reach), gap, error);
}

int stats_seeds_needed(double sd, double df, double gap, double half)
{
    int few = 1, enough = STATS_SEEDS_MOST;

    if (isnan(sd) || isnan(gap))
        return 0;
    if (!(gap > 0) && !(half > 0))
        return STATS_SEEDS_MOST;
    while (enough - few > 1) {
        int middle = few + (enough - few) / 2;
        double total_df = fmin(df + middle - 1, NORMAL_FROM);
        double t = stats_t_quantile(0.975, total_df), power = stats_t_quantile(0.8, total_df);

        if ((t + power) * sd / sqrt(middle) <= gap ||
            (half > 0 && power_of(middle, t, sd, gap, half) >= 0.8))
            enough = middle;
        else
            few = middle;
    }
    return enough;
}
