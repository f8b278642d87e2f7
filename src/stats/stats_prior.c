/* Moderated t (Smyth 2004): estimates the variance of a cell with few seeds from the variances of other cells, too. */
#include "base/arena.h"
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>

/* ---- the derivatives of log Gamma ---- */

/* From this argument on, the series in 1/x below are exact to rounding. */
#define SERIES_FROM 12

/* Returns psi(x), the derivative of log Gamma(x), for x > 0. Up to SERIES_FROM by psi(x) = psi(x + 1) - 1/x, then by
 * its asymptotic series (Abramowitz and Stegun 1964, eq. 6.3.18). */
static double digamma(double x)
{
    double sum = 0, r;

    for (; x < SERIES_FROM; x++)
        sum -= 1 / x;
    r = 1 / (x * x);
    return sum + log(x) - 0.5 / x -
           r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r / 132))));
}

/* Returns psi'(x) for x > 0, in the same way (eq. 6.4.12). */
static double trigamma(double x)
{
    double sum = 0, r;

    for (; x < SERIES_FROM; x++)
        sum += 1 / (x * x);
    r = 1 / (x * x);
    return sum + 1 / x + r / 2 +
           r / x * (1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * 5 / 66))));
}

/* Returns the x for which trigamma(x) is y > 0, by bisection. trigamma(x) falls from infinity to 0, and it lies between
 * 1/x and 1/x + 1/x^2. So x lies between 1/y and 1/y + 1. */
static double trigamma_inverse(double y)
{
    double low = 1 / y, high = 1 / y + 1;

    for (;;) {
        double middle = low + (high - low) / 2;

        if (middle <= low || middle >= high)
            return low;
        if (trigamma(middle) > y)
            low = middle;
        else
            high = middle;
    }
}

/* ---- the prior ---- */

struct prior stats_prior(int cells, const int *n, const double *variance)
{
    struct prior prior = {0};
    /* e: the logarithms of the variances, less the bias of each (Smyth's e_g). sampling: the sum of the variances that
     * the e have because the cells are small. excess: what the variance of the e is above that. */
    double *e = xcalloc((size_t)cells + 1, sizeof *e), sampling = 0, excess;
    struct interval m;

    for (int i = 0; i < cells; i++) {
        double df = n[i] - 1;

        e[i] = NAN;
        if (n[i] < 2 || !(variance[i] > 0) || isinf(variance[i]))
            continue;
        e[i] = log(variance[i]) - digamma(df / 2) + log(df / 2);
        sampling += trigamma(df / 2);
        prior.df_most += df;
    }
    m = stats_moments(cells, e);
    free(e);
    if (m.n < STATS_PRIOR_LEAST)
        return (struct prior){0};
    excess = m.sd * m.sd - sampling / m.n;
    prior.df = INFINITY;
    prior.variance = exp(m.mean);
    if (excess > 0) {
        prior.df = 2 * trigamma_inverse(excess);
        prior.variance = exp(m.mean + digamma(prior.df / 2) - log(prior.df / 2));
    }
    /* So few degrees of freedom mean that the variances of the cells differ by orders of magnitude. The prior would then
     * make the interval of a cell with a small variance far too wide. */
    return prior.df < STATS_PRIOR_DF_LEAST ? (struct prior){0} : prior;
}

double stats_moderate(const struct prior *p, int n, double sd, double *df)
{
    double own = n - 1, variance;

    *df = own;
    if (!p || !(p->df > 0) || !(p->variance > 0) || !(sd > 0) || own < 1)
        return sd;
    *df = fmax(own, fmin(own + p->df, p->df_most));
    variance = isinf(p->df) ? p->variance : (p->df * p->variance + own * sd * sd) / (p->df + own);
    return sqrt(variance);
}
