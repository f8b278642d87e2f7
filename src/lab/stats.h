/* Statistics over seeds. In every call n counts the values handed over; those that are NaN are left out. */
#ifndef NORMLAB_LAB_STATS_H
#define NORMLAB_LAB_STATS_H

/* ---- summaries: NaN for no values ---- */

double stats_median(int n, const double *v);

/* The interquartile mean: of what is left without the least n / 4 values, rounded down, and as many of the
 * largest; scipy.stats.trim_mean(v, 0.25), which rliable takes (Agarwal et al. 2021). */
double stats_iqm(int n, const double *v);

/* Of a sample, with n - 1; NaN for one value. */
double stats_sd(int n, const double *v);

/* The values but for NaN in ascending order, in new memory that the caller frees. Returns their number. */
int stats_sort(int n, const double *v, double **sorted);

/* ---- intervals of a mean ---- */

struct interval {
    int n;            /* values used; those that are NaN are not */
    double mean, sd;  /* sd with n - 1; NaN for n < 2 */
    double low, high; /* 95 % interval of the mean by Student's t; NaN for n < 2 */
};

/* The mean of n values with its interval. Values that are all equal are both ends. */
struct interval stats_mean(int n, const double *v);

/* The geometric mean of n positive values with its interval: that of their logarithms. sd is that of the
 * logarithms; a value that is not positive counts as NaN. */
struct interval stats_geometric_mean(int n, const double *v);

/* The mean and sd alone: low and high are NaN. */
struct interval stats_moments(int n, const double *v);

/* ---- Student's t ---- */

/* The quantile with probability p in (0, 1), df >= 1 degrees of freedom. */
double stats_t_quantile(double p, double df);

/* The distribution function. */
double stats_t_cdf(double t, double df);

#endif
