/*
 * Statistics over seeds. In every call n counts the values of an array; those that are NaN are left out.
 *
 * Each end of the 95 % interval of a mean is the farther one of two: by Student's t, which assumes normal values, and by
 * Hall's transform of it, which corrects for skewness. How often 95 % intervals hold the true mean, in per cent of
 * 100,000 samples (the percentile bootstrap: of 8000):
 *
 *                       normal        Laplace       gamma(4)    lognormal(0.5)   exponential
 *          n =       5   10   20    5   10   20    5   10   20    5   10   20    5   10   20
 *   percentile      83   90   92   83   89   92   82   89   92   80   88   91   78   86   91
 *   Student's t     95   95   95   97   96   95   93   94   94   92   92   93   88   90   92
 *   Hall            94   95   95   94   92   93   94   94   95   93   94   94   93   94   95
 *   the farther   96.7 96.1 95.7 97.7 96.1 95.5 95.8 95.6 95.7 94.7 94.9 95.3 93.6 95.0 95.8
 *
 * For n = 4 the farther ones hold 93 (exponential) to 98 per cent, for n = 3 likewise. The percentile bootstrap, which is
 * common for few seeds, is far too short for them. The price is width: for normal values the median interval is
 * 1.27, 1.07, 1.06 times as wide as Student's t for n = 5, 10, 20, and it is never more than 2.6 times as wide.
 */
#ifndef NORMLAB_STATS_STATS_H
#define NORMLAB_STATS_STATS_H

#include <stdbool.h>

/* ---- summaries: NaN for no values (stats_mean.c) ---- */

double stats_median(int n, const double *v);

/* The interquartile mean: the mean without the smallest n / 4 values, rounded down, and as many of the largest;
 * scipy.stats.trim_mean(v, 0.25), as in rliable (Agarwal et al. 2021). */
double stats_iqm(int n, const double *v);

/* The values without NaN in ascending order, in new memory that the caller frees. Returns their number. */
int stats_sort(int n, const double *v, double **sorted);

/* ---- intervals of a mean (stats_mean.c) ---- */

struct interval {
    int n;            /* values used, without NaN */
    double mean, sd;  /* sd with n - 1; NaN for n < 2 */
    double low, high; /* 95 % interval of the mean; NaN where there is none */
};

/* The mean with its interval: at each end the farther of stats_t_interval() and stats_hall_interval(). For n = 2 it is
 * Student's t alone; for less there is no interval. Values that are all equal are both ends. */
struct interval stats_mean(int n, const double *v);

/* The geometric mean of positive values with its interval, computed on the logarithms. sd is that of the logarithms. A
 * value that is not positive counts as NaN. */
struct interval stats_geometric_mean(int n, const double *v);

/* The mean and sd alone: low and high are NaN. */
struct interval stats_moments(int n, const double *v);

/* True when the values with the moments m differ by more than rounding. Differences of numbers as large as `scale` are
 * rounded to some 1e-16 of it. Fewer than STATS_EQUAL_LEAST equal values are no evidence: errors come in steps of one
 * sample, and two or three seeds often differ by the same step. */
bool stats_scatters(const struct interval *m, double scale);
enum { STATS_EQUAL_LEAST = 5 };

/* mean -+ t(0.975, n - 1) sd / sqrt(n). */
struct interval stats_t_interval(int n, const double *v);

/*
 * The interval by Hall's statistic (Hall 1992, On the removal of skewness by transformation, J. R. Statist. Soc. B 54,
 * 221, eq. 2.3) and the quantiles of Student's t:
 *
 *   H = T + g T^2 / (3 sqrt n) + g^2 T^3 / (27 n) + g / (6 sqrt n)
 *
 * where T is Student's statistic and g the sample's skewness, adjusted for its size (Fisher-Pearson, G1). H grows
 * with T, and both are odd in the values: the interval of -v mirrors that of v. NaN for n < 3.
 */
struct interval stats_hall_interval(int n, const double *v);

/* T and H for the hypothesis that the mean is `value`: T = (mean - value) sqrt(n) / sd, and H as above. When all values
 * are equal, both are 0 if they equal `value`, else infinite. NaN where there are none. */
double stats_t(int n, const double *v, double value);
double stats_hall(int n, const double *v, double value);

/* ---- p values, two-sided, at most 1 (stats_tests.c) ---- */

/* The p of "the mean lies above the value" and "below it"; NaN for n < 2. p <= 0.05 exactly when both ends of the interval
 * of stats_mean() lie there, up to rounding: p is twice the larger of the tails of Student's t beyond stats_t() and beyond
 * stats_hall(). */
double stats_p_above(int n, const double *v, double value);
double stats_p_below(int n, const double *v, double value);

/* The p of "values of a tend to be larger than those of b", by the test of Mann and Whitney (1947): twice the share of all
 * ways to divide the values among a and b in which the ranks of a sum up to as much or more. Equal values, infinite ones
 * too, have the mean of their ranks. While (n + m) min(n, m) is at most 5000, as for 50 values in each, all ways are
 * counted; beyond that it is the normal approximation with the corrections for continuity and for equal values, as
 * scipy.stats.mannwhitneyu(method="asymptotic"): for 100 values in each it is too large by 1 % near p = 0.03, for 60 and
 * 50 values by 30 % near 0.0001. NaN when a or b has no values. */
double stats_p_rank(int n, const double *a, int m, const double *b);

/* The sign test: the p of `beyond` or more of n values lying beyond a point, when each does with probability 1/2;
 * scipy.stats.binomtest. NaN for n < 1. */
double stats_p_sign(int n, int beyond);

/* Holm's step-down adjustment (1979, Scandinavian Journal of Statistics 6, 65) of n p values: the chance of one false
 * rejection or more, among all whose adjusted p is at most alpha, is at most alpha. NaN does not belong to the family and
 * stays NaN. adjusted may be p. */
void stats_holm(int n, const double *p, double *adjusted);

/* ---- paired seeds (stats_tests.c) ---- */

/* The probability of improvement of a over b (Agarwal et al. 2021, Deep RL at the Edge of the Statistical Precipice, who
 * take all pairs): of the differences d = a - b of paired seeds, the share with d < 0, plus half of the share with d = 0.
 * Less is better, as for an error. NaN for no values. */
double stats_improvement(int n, const double *d);

/* How many paired seeds it takes so that, with a power of 80 %, the 95 % interval of a difference does not reach a boundary
 * `gap` away from its mean, if mean and sd stay as in d: the least n >= 2 with
 *
 *   (t(0.975, n - 1) + t(0.8, n - 1)) sd / sqrt(n) <= gap
 *
 * STATS_SEEDS_MOST means that many or more, and stands for a gap that is not positive. 0 means unknown: sd or gap is NaN.
 * This is by Student's t alone: the interval of stats_mean() is somewhat wider. */
int stats_seeds_needed(const struct interval *d, double gap);
enum { STATS_SEEDS_MOST = 100000 };

/* ---- Student's t (stats_t.c) ---- */

/* The quantile with probability p in (0, 1), df >= 1 degrees of freedom. */
double stats_t_quantile(double p, double df);

/* The distribution function. */
double stats_t_cdf(double t, double df);

#endif
