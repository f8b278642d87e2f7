/* Summaries of values, and intervals of their mean. */
#include "base/arena.h"
#include "base/median.h"
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>

/* ---- summaries ---- */

struct interval stats_moments(int n, const double *v)
{
    struct interval r = {.mean = NAN, .sd = NAN, .low = NAN, .high = NAN};
    double sum = 0, squares = 0, least = INFINITY, most = -INFINITY;

    for (int i = 0; i < n; i++)
        if (!isnan(v[i])) {
            sum += v[i];
            least = fmin(least, v[i]);
            most = fmax(most, v[i]);
            r.n++;
        }
    if (r.n == 0)
        return r;
    /* the sum of equal values may have a rounding error */
    r.mean = least < most ? sum / r.n : least;
    if (r.n < 2)
        return r;
    /* Squares of deviations, not the sum of squares minus n mean^2: that difference would lose its digits. */
    for (int i = 0; i < n; i++)
        if (!isnan(v[i]))
            squares += (v[i] - r.mean) * (v[i] - r.mean);
    r.sd = sqrt(squares / (r.n - 1));
    return r;
}

bool stats_scatters(const struct interval *m, double largest)
{
    return m->sd > 1e-9 * fmax(fabs(m->mean), largest);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

int stats_sort(int n, const double *v, double **sorted)
{
    int count = 0;

    *sorted = xcalloc((size_t)n + 1, sizeof **sorted);
    for (int i = 0; i < n; i++)
        if (!isnan(v[i]))
            (*sorted)[count++] = v[i];
    qsort(*sorted, (size_t)count, sizeof **sorted, by_size);
    return count;
}

int stats_distinct(int n, const double *v, double **sorted)
{
    int all = stats_sort(n, v, sorted), count = 0;

    for (int i = 0; i < all; i++)
        if (i == 0 || (*sorted)[i] != (*sorted)[count - 1])
            (*sorted)[count++] = (*sorted)[i];
    return count;
}

double stats_median(int n, const double *v)
{
    double *sorted, middle;

    n = stats_sort(n, v, &sorted);
    middle = median(sorted, n);
    free(sorted);
    return middle;
}

double stats_iqm(int n, const double *v)
{
    double *sorted, sum = 0;
    int cut;

    n = stats_sort(n, v, &sorted);
    cut = n / 4;
    for (int i = cut; i < n - cut; i++)
        sum += sorted[i];
    free(sorted);
    return n > 0 ? sum / (n - 2 * cut) : NAN;
}

/* ---- scales ---- */

/* What the empirical logit adds to the share of errors, and to that of right answers, in % */
#define ADDED 0.5

double stats_to_scale(enum stats_scale scale, double v)
{
    if (scale == STATS_LOG)
        return v > 0 ? log(v) : NAN;
    return scale == STATS_LOGIT ? log((v + ADDED) / (100 + ADDED - v)) : v;
}

double stats_from_scale(enum stats_scale scale, double x)
{
    if (scale == STATS_LOGIT)
        return (100 + 2 * ADDED) / (1 + exp(-x)) - ADDED;
    return scale == STATS_LOG ? exp(x) : x;
}

double stats_slope(enum stats_scale scale, double v)
{
    if (scale == STATS_LOGIT)
        return (v + ADDED) * (100 + ADDED - v) / (100 + 2 * ADDED);
    return scale == STATS_LOG ? v : 1;
}

/* ---- intervals ---- */

struct interval stats_mean(int n, const double *v, const struct prior *prior)
{
    struct interval r = stats_moments(n, v);
    double df, error = stats_moderate(prior, r.n, r.sd, &df) / sqrt(r.n); /* NaN for n < 2 */
    double half = stats_t_quantile(0.975, df) * error;

    r.low = r.mean - half;
    r.high = r.mean + half;
    return r;
}

struct interval stats_mean_on(enum stats_scale scale, int n, const double *v,
                              const struct prior *prior)
{
    double *x = xcalloc((size_t)n + 1, sizeof *x);
    struct interval r, plain = stats_moments(n, v);

    for (int i = 0; i < n; i++)
        x[i] = stats_to_scale(scale, v[i]);
    r = stats_mean(n, x, prior);
    r.mean = scale == STATS_LOGIT ? plain.mean : stats_from_scale(scale, r.mean);
    r.low = stats_from_scale(scale, r.low);
    r.high = stats_from_scale(scale, r.high);
    if (r.n == plain.n && plain.sd == 0) /* to the scale and back, the value gets rounding errors */
        r.mean = r.low = r.high = plain.mean;
    free(x);
    return r;
}
