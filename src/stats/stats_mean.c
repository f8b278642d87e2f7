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

bool stats_scatters(const struct interval *m, double scale)
{
    return m->sd > 1e-9 * fmax(fabs(m->mean), scale);
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

/* ---- intervals ---- */

/* Returns the skewness of the values of v[n], adjusted for their number (G1). m: their moments. NaN for fewer than 3
 * values, 0 when all are equal. */
static double skewness(int n, const double *v, const struct interval *m)
{
    double cubes = 0;

    if (m->n < 3)
        return NAN;
    for (int i = 0; i < n && m->sd > 0; i++)
        if (!isnan(v[i]))
            cubes += pow((v[i] - m->mean) / m->sd, 3);
    return cubes * m->n / ((m->n - 1.0) * (m->n - 2));
}

/* Returns the T for which Hall's statistic is h, for n values of skewness g: T = (cbrt(1 + e) - 1) / (g / (3
 * sqrt(n))), with e as computed below. The code uses an equal formula that also works for g = 0 and does not
 * subtract nearly equal numbers. */
static double hall_inverse(double h, double g, double n)
{
    double shifted = h - g / (6 * sqrt(n)), e = g / sqrt(n) * shifted, c = cbrt(1 + e);

    return 3 * shifted / (c * c + c + 1);
}

struct interval stats_t_interval(int n, const double *v)
{
    struct interval r = stats_moments(n, v);
    double half = stats_t_quantile(0.975, r.n - 1) * r.sd / sqrt(r.n); /* NaN for n < 2 */

    r.low = r.mean - half;
    r.high = r.mean + half;
    return r;
}

struct interval stats_hall_interval(int n, const double *v)
{
    struct interval r = stats_moments(n, v);
    double q = stats_t_quantile(0.975, r.n - 1), g = skewness(n, v, &r); /* NaN for n < 3 */
    double error = r.sd / sqrt(r.n);

    r.low = r.mean - hall_inverse(q, g, r.n) * error;
    r.high = r.mean - hall_inverse(-q, g, r.n) * error;
    return r;
}

struct interval stats_mean(int n, const double *v)
{
    struct interval r = stats_t_interval(n, v), hall = stats_hall_interval(n, v);

    /* fmin() and fmax() ignore NaN. */
    r.low = fmin(r.low, hall.low);
    r.high = fmax(r.high, hall.high);
    return r;
}

double stats_t(int n, const double *v, double value)
{
    struct interval s = stats_moments(n, v);
    double above = s.mean - value;

    return above == 0 && s.n > 1 ? 0 : above / (s.sd / sqrt(s.n));
}

double stats_hall(int n, const double *v, double value)
{
    struct interval s = stats_moments(n, v);
    double g = skewness(n, v, &s) / sqrt(s.n), t = stats_t(n, v, value);

    return isinf(t) ? t : t + g * t * t / 3 + g * g * t * t * t / 27 + g / 6;
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
