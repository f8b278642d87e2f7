/* Statistics over seeds. */
#ifndef NORMLAB_LAB_STATS_H
#define NORMLAB_LAB_STATS_H

struct interval {
    int n;            /* values used; those that are NaN are not */
    double mean, sd;  /* sd with n - 1; NaN for n < 2 */
    double low, high; /* 95 % interval of the mean by Student's t; NaN for n < 2 */
};

/* The mean of n values with its interval. */
struct interval stats_mean(int n, const double *v);

/* The geometric mean of n positive values with its interval: that of their logarithms. sd is that of the
 * logarithms; a value that is not positive counts as NaN. */
struct interval stats_geometric_mean(int n, const double *v);

/* Student's t: the quantile with probability p in (0, 1), df >= 1 degrees of freedom. */
double stats_t_quantile(double p, double df);

/* The distribution function of Student's t. */
double stats_t_cdf(double t, double df);

#endif
