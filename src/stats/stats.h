/*
 * Statistics over seeds. In every call n counts the values handed over; those that are NaN are left out.
 *
 * The 95 % interval of a mean takes, at each end, the farther of two: Student's t, which supposes normal values,
 * and Hall's transform of it, which follows their skew. How often 95 % intervals hold the true mean, in per cent
 * of 100,000 samples (the percentile bootstrap: of 8000; the bootstrap-t: of 40,000 or more):
 *
 *                       normal        Laplace       gamma(4)    lognormal(0.5)   exponential
 *          n =       5   10   20    5   10   20    5   10   20    5   10   20    5   10   20
 *   percentile      83   90   92   83   89   92   82   89   92   80   88   91   78   86   91
 *   Student's t     95   95   95   97   96   95   93   94   94   92   92   93   88   90   92
 *   bootstrap-t     95   94   93   95   92   91   94   94   93   93   93   93   93   94   93
 *   Hall            94   95   95   94   92   93   94   94   95   93   94   94   93   94   95
 *   the farther   96.7 96.1 95.7 97.7 96.1 95.5 95.8 95.6 95.7 94.7 94.9 95.3 93.6 95.0 95.8
 *
 * For n = 4 that is 93 (exponential) to 98, for n = 3 likewise. The percentile bootstrap, commonly drawn over
 * few seeds, is far too short for them and is not here. The price is width: of normal values the interval is
 * in the median 1.27, 1.07, 1.06 times that of Student's t for n = 5, 10, 20, and never more than 2.6 times. (The
 * farther one of Student's t and the bootstrap-t covers as much, but is at times ten times as long.)
 */
#ifndef NORMLAB_STATS_STATS_H
#define NORMLAB_STATS_STATS_H

#include <stdbool.h>

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
    double low, high; /* 95 % interval of the mean; NaN where there is none */
};

/* The mean of n values with its interval, at each end the farther of stats_t_interval() and
 * stats_hall_interval(); Student's t alone for n = 2, none for less. Values that are all equal are both ends. */
struct interval stats_mean(int n, const double *v);

/* The geometric mean of n positive values with its interval: that of their logarithms. sd is that of the
 * logarithms; a value that is not positive counts as NaN. */
struct interval stats_geometric_mean(int n, const double *v);

/* The mean and sd alone: low and high are NaN. */
struct interval stats_moments(int n, const double *v);

/* Do the values behind m scatter by more than rounding, which of differences of numbers as large as `scale` is some
 * 1e-16 of it? Where they do not, fewer than STATS_EVEN_LEAST are no evidence: errors come in steps of one sample, and two
 * or three seeds often differ by the same step. */
bool stats_scatters(const struct interval *m, double scale);
enum { STATS_EVEN_LEAST = 5 };

/* mean -+ t(0.975, n - 1) sd / sqrt(n). */
struct interval stats_t_interval(int n, const double *v);

/*
 * The values that Hall's statistic does not tell from the mean (Hall 1992, On the removal of skewness by
 * transformation, J. R. Statist. Soc. B 54, 221, eq. 2.3), by the quantiles of Student's t:
 *
 *   H = T + g T^2 / (3 sqrt n) + g^2 T^3 / (27 n) + g / (6 sqrt n)
 *
 * where T is Student's statistic and g the sample's skewness, adjusted for its size (Fisher-Pearson, G1). H grows
 * with T, and both are odd in the values: the interval of -v mirrors that of v. NaN for n < 3.
 */
struct interval stats_hall_interval(int n, const double *v);

/* T and H of the mean being `value`: (mean - value) sqrt(n) / sd, and its transform. Of values that are all equal
 * they are 0 at those, else infinite. NaN where there are none. */
double stats_t(int n, const double *v, double value);
double stats_hall(int n, const double *v, double value);

/*
 * From mean - q(0.975) sd / sqrt(n) to mean - q(0.025) sd / sqrt(n), where q are the quantiles of
 *
 *   t* = (mean* - mean) sqrt(n) / sd*
 *
 * over resamples of n of the values with replacement (Efron & Tibshirani 1993, An Introduction to the
 * Bootstrap, sec. 12.5; Hall 1988, Annals of Statistics 16, 927): over all of them, for n <= 7, by their
 * probability, else over 2000 that are drawn alike in every call. Those come in pairs that mirror each
 * other: the interval of -v mirrors that of v, and the order of v does not count. Told beside the interval of
 * stats_mean(), for whoever asks what a bootstrap says.
 *
 * A resample of equal values has t* = +-infinity, by its side of the mean, 0 if it is there. Values are
 * often equal (errors counted over 1000 samples), and then an end could be infinite: it goes no farther
 * than the farthest finite t* of its side puts it. Low and high are NaN for n < STATS_BOOTSTRAP_LEAST and
 * where sd is 0.
 */
struct interval stats_bootstrap_t(int n, const double *v);
enum { STATS_BOOTSTRAP_LEAST = 5 };

/* ---- p values of a mean, two-sided, at most 1; NaN for n < 2 ---- */

/* Does the mean lie above a value, or below it? p <= 0.05 when the interval of stats_mean() does, with both
 * ends, and only then, to rounding: p is twice the larger of the tails of Student's t beyond stats_t() and
 * beyond stats_hall(). */
double stats_p_above(int n, const double *v, double value);
double stats_p_below(int n, const double *v, double value);

/* Does the mean lie within (low, high)? The larger p of above low and below high: two one-sided tests
 * (Schuirmann 1987). p <= 0.05 when the 95 % interval lies within, that is with 2.5 % a side. The
 * conventional test of equivalence has 5 % a side, which asks that of a 90 % interval: its p is half of
 * this one. */
double stats_p_within(int n, const double *v, double low, double high);

/* Does it lie outside? The smaller p of above high and below low: p <= 0.05 when the interval lies above
 * or below. */
double stats_p_outside(int n, const double *v, double low, double high);

/* Do the values of a tend to be larger than those of b? The two-sided p, at most 1, of the test of Mann and Whitney
 * (1947): twice the part of all ways to share the values out among a and b in which the ranks of a sum up to as much or
 * more. Equal values, infinite ones too, have the mean of their ranks. While (n + m) min(n, m) is at most 5000, as for 50
 * values in each, all ways are counted; beyond, it is the normal approximation with the corrections for continuity and
 * for equal values, as of scipy.stats.mannwhitneyu(method="asymptotic"): of 100 values in each too large
 * by 1 % about p = 0.03, of 60 and 50 by 30 % about 0.0001. NaN for no values in either. */
double stats_p_rank(int n, const double *a, int m, const double *b);

/* The sign test: the two-sided p, at most 1, of `beyond` of n values, or more, lying beyond a point by chance, each as
 * likely as not; scipy.stats.binomtest. NaN for n < 1. */
double stats_p_sign(int n, int beyond);

/* Holm's step-down adjustment (1979, Scandinavian Journal of Statistics 6, 65) of n p values: the chance of
 * one false rejection or more among all whose adjusted p is at most alpha is at most alpha. NaN does not
 * belong to the family and stays NaN. adjusted may be p. */
void stats_holm(int n, const double *p, double *adjusted);

/* ---- paired seeds ---- */

/* The probability of improvement of a over b (Agarwal et al. 2021, Deep RL at the Edge of the Statistical
 * Precipice, there over all pairs): the part of the n seeds with a[i] < b[i], and half of those with
 * a[i] = b[i]. Less is better here, as of an error; where more is, hand over b and a. A pair with a NaN is
 * left out; NaN where none is left. */
double stats_improvement(int n, const double *a, const double *b);

/* How many paired seeds would let the 95 % interval of a difference clear a boundary `gap` away from its
 * mean with a power of 80 %, if its mean and sd stay as in d: the least n >= 2 with
 *
 *   (t(0.975, n - 1) + t(0.8, n - 1)) sd / sqrt(n) <= gap
 *
 * STATS_SEEDS_MOST stands for that many or more, and for a gap that is not positive; 0, for a number that is
 * not known, when sd or gap is NaN. Student's t alone: the interval of stats_mean() is somewhat wider. */
int stats_seeds_needed(const struct interval *d, double gap);
enum { STATS_SEEDS_MOST = 100000 };

/* ---- Student's t ---- */

/* The quantile with probability p in (0, 1), df >= 1 degrees of freedom. */
double stats_t_quantile(double p, double df);

/* The distribution function. */
double stats_t_cdf(double t, double df);

#endif
