/* Means and their intervals. */
#include "lab/stats.h"
#include "base/arena.h"
#include <math.h>
#include <stdlib.h>

struct interval stats_mean(int n, const double *v)
{
    struct interval r = {.mean = NAN, .sd = NAN, .low = NAN, .high = NAN};
    double sum = 0, squares = 0, half;

    for (int i = 0; i < n; i++)
        if (!isnan(v[i])) {
            sum += v[i];
            r.n++;
        }
    if (r.n == 0)
        return r;
    r.mean = sum / r.n;
    if (r.n < 2)
        return r;
    /* Around the mean and not from the sum of squares, which cancels. */
    for (int i = 0; i < n; i++)
        if (!isnan(v[i]))
            squares += (v[i] - r.mean) * (v[i] - r.mean);
    r.sd = sqrt(squares / (r.n - 1));
    half = stats_t_quantile(0.975, r.n - 1) * r.sd / sqrt(r.n);
    r.low = r.mean - half;
    r.high = r.mean + half;
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
