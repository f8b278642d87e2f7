/*
 * Statistics over seeds. In every function with an array v (or a, d, p), n is its length, NaN elements included.
 * The functions ignore NaN elements: "the values" below are the elements that are not NaN.
 *
 * Two 95 % intervals of the mean are computed: one by Student's t, which assumes normally distributed values, and one
 * by Hall's transform of t, which corrects for skewness. stats_mean() returns the smaller of their two lower bounds
 * and the larger of their two upper bounds ("widest" in the table). The table shows in how many per cent of 100,000
 * random samples (8000 for the percentile bootstrap) a 95 % interval contains the true mean, for samples of n values:
 *
 *                       normal        Laplace       gamma(4)    lognormal(0.5)   exponential
 *          n =       5   10   20    5   10   20    5   10   20    5   10   20    5   10   20
 *   percentile      83   90   92   83   89   92   82   89   92   80   88   91   78   86   91
 *   Student's t     95   95   95   97   96   95   93   94   94   92   92   93   88   90   92
 *   Hall            94   95   95   94   92   93   94   94   95   93   94   94   93   94   95
 *   widest        96.7 96.1 95.7 97.7 96.1 95.5 95.8 95.6 95.7 94.7 94.9 95.3 93.6 95.0 95.8
 *
 * For n = 3 and n = 4 the interval of stats_mean() contains the true mean in 93 (exponential) to 98 per cent of
 * samples. The intervals of the percentile bootstrap, which is common in papers with few seeds, are far too narrow.
 * The interval of stats_mean() is wider than Student's: for normal values its median width is 1.27, 1.07, 1.06 times
 * Student's for n = 5, 10, 20, and never more than 2.6 times.
 */
#ifndef NORMLAB_STATS_STATS_H
#define NORMLAB_STATS_STATS_H

#include <stdbool.h>

/* ---- summaries (stats_mean.c) ---- */

/* Returns the median; NaN when there are no values. */
double stats_median(int n, const double *v);

/* Returns the interquartile mean: the mean without the floor(k / 4) smallest and the floor(k / 4) largest values,
 * where k is the number of values. NaN when k = 0. Equal to scipy.stats.trim_mean(v, 0.25), as in rliable (Agarwal
 * et al. 2021). */
double stats_iqm(int n, const double *v);

/* Sets *sorted to a new array of the values in ascending order, which the caller frees. Returns the number of
 * values. */
int stats_sort(int n, const double *v, double **sorted);

/* Like stats_sort(), but equal values are stored only once. */
int stats_distinct(int n, const double *v, double **sorted);

/* ---- the distribution of the values of seeds (stats_seeds.c) ---- */

/* a figure draws no band for fewer values than this */
enum { STATS_RANGE_LEAST = 4 };

/* Sets *low and *high to the least and the largest value; both are NaN when there are fewer than STATS_RANGE_LEAST
 * values. */
void stats_range(int n, const double *v, double *low, double *high);

/* True when the values fall into two groups: the widest gap between neighbours is at least `apart` and at least half
 * of the range. The mean is then misleading, because no value is near it. Always false for fewer than three values:
 * their median equals their mean. */
bool stats_split(int n, const double *v, double apart);

/* ---- intervals of a mean (stats_mean.c) ---- */

struct interval {
    int n; /* number of values, without NaN */
    /* mean: NaN for n = 0; sd: the standard deviation of the sample, with the divisor n - 1; NaN for n < 2 */
    double mean, sd;
    /* bounds of the 95 % interval of the mean; NaN when no interval can be computed */
    double low, high;
};

/* Returns the mean with its interval: low is the smaller low of stats_t_interval() and stats_hall_interval(), high
 * is the larger high. With two values, the interval is that of stats_t_interval(). With fewer, low and high are NaN.
 * When there are two or more values and all are equal, low and high are this value. */
struct interval stats_mean(int n, const double *v);

/* Returns the geometric mean of the positive values and its interval: mean, low and high of stats_mean() of the
 * natural logarithms, through exp(). The sd returned is that of the logarithms. Values that are not positive are
 * ignored, like NaN. */
struct interval stats_geometric_mean(int n, const double *v);

/* Returns the number of values, their mean and their sd, without an interval: low and high are NaN. */
struct interval stats_moments(int n, const double *v);

/* True when the values differ from each other by more than rounding errors. The values are differences of numbers;
 * scale: the largest absolute value of these numbers, so each difference has a rounding error of some 1e-16 * scale.
 * m: the moments of the values. False when the sd is NaN, that is, for fewer than two values. */
bool stats_scatters(const struct interval *m, double scale);

/* For callers of stats_scatters(): if fewer than STATS_EQUAL_LEAST differences are all equal, this does not show
 * that the true difference has no variance. An error rate changes in steps of one sample, and two or three pairs of
 * trials often differ by the same number of samples. */
enum { STATS_EQUAL_LEAST = 5 };

/* Returns Student's interval of the mean: mean -+ t(0.975, n - 1) sd / sqrt(n), where n is the number of values. low
 * and high are NaN for n < 2. */
struct interval stats_t_interval(int n, const double *v);

/*
 * Returns the interval of the mean by Hall's statistic H (Hall 1992, On the removal of skewness by transformation, J. R.
 * Statist. Soc. B 54, 221, eq. 2.3), with the quantiles of Student's t:
 *
 *   H = T + g T^2 / (3 sqrt n) + g^2 T^3 / (27 n) + g / (6 sqrt n)
 *
 * where n is the number of values, T is Student's statistic (see stats_t()) and g is the skewness of the sample,
 * adjusted for n (Fisher-Pearson, G1). H increases with T. Negated values negate T and H: the interval of -v is
 * [-high, -low]. low and high are NaN for n < 3.
 */
struct interval stats_hall_interval(int n, const double *v);

/* Return the statistics for the null hypothesis that the mean is `value`. stats_t() returns T = (mean - value)
 * sqrt(n) / sd, NaN for fewer than two values. stats_hall() returns H by the formula above, NaN for fewer than three
 * values, unless T is infinite. When all values are equal (sd = 0), T is 0 if they equal `value`, else infinite with
 * the sign of mean - value; then H = T. */
double stats_t(int n, const double *v, double value);
double stats_hall(int n, const double *v, double value);

/* ---- p values: each is twice the probability of one tail, but at most 1 (stats_tests.c) ---- */

/* Return the p value of the alternative "the true mean is larger than `value`" (stats_p_above) or "smaller than
 * `value`" (stats_p_below). p is twice the tail probability of Student's t above (for stats_p_above) or below (for
 * stats_p_below) the statistic. It is computed for stats_t() and stats_hall(), and the larger is returned. Up to
 * rounding, stats_p_above() is at most 0.05 exactly when the `low` of stats_mean() is larger than `value`, and
 * stats_p_below() is at most 0.05 exactly when its `high` is smaller than `value`. NaN for fewer than two values. */
double stats_p_above(int n, const double *v, double value);
double stats_p_below(int n, const double *v, double value);

/* Returns the p value of the alternative "values of a tend to be larger than values of b", by the test of Mann and
 * Whitney (1947). Rank all values of a (length n) and b (length m) together; equal values, also infinite ones, all
 * get the mean of their ranks. Of all ways to divide the ranks between a and b, count those in which the ranks of a
 * have the observed sum or a larger one: p is twice their share. The count is exact while (n + m) min(n, m), without
 * NaN elements, is at most 5000, as for 50 values in each. For more values p is the normal approximation, corrected
 * for continuity and for equal values: twice the one-sided p of scipy.stats.mannwhitneyu(method="asymptotic"). For
 * 100 values in each, the approximation is 1 % too large near p = 0.03; for 60 and 50 values, it is 30 % too large
 * near 0.0001. NaN when a or b has no values. */
double stats_p_rank(int n, const double *a, int m, const double *b);

/* Returns the p value of the sign test, when `beyond` of n values lie beyond a boundary. The alternative is "a value
 * lies beyond the boundary with a probability above 1/2". p is twice the probability of `beyond` or more successes
 * in n trials of probability 1/2, that is, twice scipy.stats.binomtest(beyond, n, alternative="greater"), but at
 * most 1. NaN for n < 1. */
double stats_p_sign(int n, int beyond);

/* Holm's step-down adjustment (1979, Scandinavian Journal of Statistics 6, 65) of p[n], written to adjusted[n]. When
 * all hypotheses with an adjusted p of at most alpha are rejected, the probability of one or more false rejections is
 * at most alpha. A NaN in p stays NaN and is not counted as a test. `adjusted` and `p` may be the same array. */
void stats_holm(int n, const double *p, double *adjusted);

/* ---- paired seeds (stats_tests.c) ---- */

/* Estimates the probability that a is better than b, where a smaller value is better, as for an error. d[n]: for
 * each seed, the result of a minus the result of b. Returns the share of differences with d < 0, plus half of the
 * share with d = 0. NaN when there are no values. (The probability of improvement of Agarwal et al. 2021, Deep RL at
 * the Edge of the Statistical Precipice, compares each value of a with all values of b; this function compares only
 * values of the same seed.) */
double stats_improvement(int n, const double *d);

/* Returns the number of paired seeds needed so that the 95 % interval of the mean difference excludes a boundary with a
 * probability (power) of 80 %. gap: the distance of the boundary from the mean of d. The mean and sd of d are assumed
 * to be the true ones. Returns the smallest n >= 2 with
 *
 *   (t(0.975, n - 1) + t(0.8, n - 1)) sd / sqrt(n) <= gap
 *
 * or STATS_SEEDS_MOST when n would be larger or gap is not positive; 0 when sd or gap is NaN. The formula uses the
 * interval of stats_t_interval(). That of stats_mean() is somewhat wider. */
int stats_seeds_needed(const struct interval *d, double gap);
enum { STATS_SEEDS_MOST = 100000 };

/* ---- Student's t (stats_t.c) ---- */

/* Returns the quantile of Student's distribution with df >= 1 degrees of freedom: the value that a variable does not
 * exceed with probability p, 0 < p < 1. NaN for any other p or df. */
double stats_t_quantile(double p, double df);

/* Returns the probability that a variable of Student's distribution with df >= 1 degrees of freedom is at most t.
 * NaN when t is NaN or for any other df. */
double stats_t_cdf(double t, double df);

#endif
