/* Summaries of values and intervals of their mean. */
#include "lab/stats.h"
#include "base/arena.h"
#include "train/median.h"
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
    r.mean = least < most ? sum / r.n : least; /* the sum of equal values may round */
    if (r.n < 2)
        return r;
    /* Around the mean and not from the sum of squares, which cancels. */
    for (int i = 0; i < n; i++)
        if (!isnan(v[i]))
            squares += (v[i] - r.mean) * (v[i] - r.mean);
    r.sd = sqrt(squares / (r.n - 1));
    return r;
}

double stats_sd(int n, const double *v)
{
    return stats_moments(n, v).sd;
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

/* ---- intervals ---- */

struct interval stats_t_interval(int n, const double *v)
{
    struct interval r = stats_moments(n, v);
    double half;

    if (r.n < 2)
        return r;
    half = stats_t_quantile(0.975, r.n - 1) * r.sd / sqrt(r.n);
    r.low = r.mean - half;
    r.high = r.mean + half;
    return r;
}

struct interval stats_mean(int n, const double *v)
{
    struct interval r = stats_t_interval(n, v), b = stats_bootstrap_t(n, v);

    /* Where there is no bootstrap-t, its ends are NaN, which neither takes. */
    r.low = fmin(r.low, b.low);
    r.high = fmax(r.high, b.high);
    return r;
}

struct interval stats_geometric_mean(int n, const double *v)
{
    double *logs = xcalloc((size_t)n + 1, sizeof *logs);
    struct interval r;

    for (int i = 0; i < n; i++)
        logs[i] = v[i] > 0 ? log(v[i]) : NAN;
    r = stats_mean(n, logs);
    r.mean = exp(r.mean);
    r.low = exp(r.low);
    r.high = exp(r.high);
    free(logs);
    return r;
}
