/* Student's t. */
#include "stats/stats.h"
#include <float.h>
#include <math.h>

/* Returns log(Gamma(a + 1/2) / Gamma(a)). For large a, the difference of the two logarithms would lose its digits,
 * so a series in 1/a is used. */
static double log_gamma_step(double a)
{
    double r = 1 / a, r2 = r * r;

    if (a < 64)
        return lgamma(a + 0.5) - lgamma(a);
    return 0.5 * log(a) - r * (1.0 / 8 - r2 * (1.0 / 192 - r2 * (1.0 / 640 - r2 * (17.0 / 14336))));
}

/* Returns the continued fraction of the incomplete beta function I_x(a, b), by Lentz's method (Press et al.,
 * Numerical Recipes, eq. 6.4.5). It converges fast for x < (a + 1) / (a + b + 2). */
static double beta_fraction(double a, double b, double x)
{
    const double tiny = DBL_MIN / DBL_EPSILON;
    double c = 1, d = 1 - (a + b) * x / (a + 1), h;

    d = 1 / (fabs(d) < tiny ? tiny : d);
    h = d;
    for (int m = 1; m < 100000; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double change = 1;

        for (int half = 0; half < 2; half++) {
            double term = half == 0 ? even : odd;

            d = 1 + term * d;
            c = 1 + term / c;
            d = 1 / (fabs(d) < tiny ? tiny : d);
            c = fabs(c) < tiny ? tiny : c;
            h *= c * d;
            change = c * d;
        }
        if (fabs(change - 1) < 2 * DBL_EPSILON)
            break;
    }
    return h;
}

/* Returns P(T > t) for t >= 0: half of the incomplete beta function I_x(df/2, 1/2) at x = df / (df + t^2). For large
 * t, I_x is computed directly, so that small probabilities keep their digits. Near t = 0, it is computed as 1 -
 * I_y(1/2, df/2) with y = 1 - x. */
static double upper_tail(double t, double df)
{
    double a = df / 2, u = t / sqrt(df), front;
    double log_x = u < 1e100 ? -log1p(u * u) : -2 * log(u);
    double x = exp(log_x), y = u < 1 ? u * u / (1 + u * u) : 1 / (1 + 1 / (u * u));

    if (t == 0)
        return 0.5;
    /* For such a large df, 1 - x loses its digits. This normal approximation by Wallace (1959) has an error of the
     * order of 1 / df^2. */
    if (df > 1e6)
        return erfc((8 * df + 1) / (8 * df + 3) * sqrt(-df * log_x / 2)) / 2;
    /* x^a y^(1/2) / B(a, 1/2) */
    front = exp(log_gamma_step(a) + a * log_x + 0.5 * log(y)) / sqrt(acos(-1));
    if (x < (a + 1) / (a + 2.5))
        return 0.5 * front * beta_fraction(a, 0.5, x) / a;
    return 0.5 - front * beta_fraction(0.5, a, y);
}

double stats_t_cdf(double t, double df)
{
    if (isnan(t) || !(df >= 1))
        return NAN;
    if (isinf(t))
        return t > 0;
    return t > 0 ? 1 - upper_tail(t, df) : upper_tail(-t, df);
}

double stats_t_quantile(double p, double df)
{
    double tail = p < 0.5 ? p : 1 - p, low = 0, high = 1;

    if (!(p > 0 && p < 1) || !(df >= 1))
        return NAN;
    while (upper_tail(high, df) > tail && high < DBL_MAX / 2) {
        low = high;
        high *= 2;
    }
    /* The loop ends when no floating-point number lies between low and high. */
    for (;;) {
        double middle = low + (high - low) / 2;

        if (middle <= low || middle >= high)
            break;
        if (upper_tail(middle, df) > tail)
            low = middle;
        else
            high = middle;
    }
    return p < 0.5 ? -low : low;
}
