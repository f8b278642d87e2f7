/*
 * Statistics over seeds. An array has one element for each seed: the value that the seed gave, or NaN when it gave none.
 * The parameter n is the length of the array, NaN elements included. The functions leave NaN elements out: "the values"
 * below are the other elements, and k is their number.
 *
 * Every 95 % interval of a mean is a moderated t interval (Smyth 2004, Linear models and empirical Bayes methods for
 * assessing differential expression in microarray experiments, Stat. Appl. Genet. Mol. Biol. 3, 3): Student's interval, but
 * its variance is first moved towards the variances of the experiment's other cells (struct prior). Without a prior it is
 * Student's interval, as for fresh seeds. docs/statistics.md has tables of how often this interval, and others, contain the true mean, in
 * simulations and when seeds are drawn from real results. scripts/coverage.py computes these tables.
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

/* True when the values fall into two groups: in ascending order, the widest gap between two neighbours is at least
 * `apart`, and at least half of the distance from the smallest value to the largest. The mean of all values then
 * describes neither group. False for fewer than three values. */
bool stats_split(int n, const double *v, double apart);

/* Returns the middle of the gap between the two groups, the widest gap; NaN when stats_split() is false. */
double stats_split_at(int n, const double *v, double apart);

/* ---- the variance of cells of few seeds (stats_prior.c) ---- */

/* What the variances of other cells say about the variance of a cell. The model: the true variance of a cell is
 * variance * df / X, where X is drawn for each cell from the chi-squared distribution with df degrees of freedom. The
 * larger df, the less the variances of the cells differ. */
struct prior {
    /* 0: nothing is known, and intervals are Student's; INFINITY: all cells have one variance */
    double df;
    double variance; /* in the square of the unit of the values */
    /* the sum of the degrees of freedom of all cells: stats_moderate() adds df to n - 1 only up to this sum */
    double df_most;
};

/* stats_prior() returns a prior with df = 0 when fewer than STATS_PRIOR_LEAST cells count, or when the df that it
 * estimates is below STATS_PRIOR_DF_LEAST. */
enum { STATS_PRIOR_LEAST = 6, STATS_PRIOR_DF_LEAST = 2 };

/* Estimates the prior from the cells: cell i has n[i] values with the sample variance variance[i]. The estimate takes
 * the mean and the variance of the logarithms of these variances (Smyth 2004, section 6.2). Cells with fewer than two
 * values, or with variance 0, do not count. */
struct prior stats_prior(int cells, const int *n, const double *variance);

/* Returns the moderated standard deviation of n values whose standard deviation is sd: the square root of the mean of
 * p->variance and sd^2, weighted by p->df and n - 1 (Smyth 2004, section 3). Sets *df to the degrees of freedom for t:
 * p->df + n - 1, but at most p->df_most, and in any case at least n - 1. Without a prior (p NULL, or p->df = 0), when
 * sd is 0, and for n < 2, where sd is NaN, returns sd itself, with n - 1 degrees of freedom. */
double stats_moderate(const struct prior *p, int n, double sd, double *df);

/* ---- scales (stats_mean.c) ---- */

/* The function that is applied to values so that the scatter of seeds is symmetric. STATS_PLAIN: none. STATS_LOG: the
 * logarithm, for values above 0. STATS_LOGIT: for errors v in % from 0 to 100 the empirical logit log((v + 0.5) /
 * (100.5 - v)), which is finite at 0 and at 100, too. */
enum stats_scale { STATS_PLAIN, STATS_LOG, STATS_LOGIT };

/* stats_to_scale() returns the scale's function of v, which for STATS_LOG is NaN unless v > 0; stats_from_scale() is
 * its inverse. */
double stats_to_scale(enum stats_scale scale, double v);
double stats_from_scale(enum stats_scale scale, double x);

/* Returns the derivative of stats_from_scale() at the point stats_to_scale(v). */
double stats_slope(enum stats_scale scale, double v);

/* ---- intervals of a mean (stats_mean.c) ---- */

struct interval {
    int n; /* number of values, without NaN */
    /* mean: NaN for n = 0; sd: the standard deviation of the sample, with the divisor n - 1; NaN for n < 2 */
    double mean, sd;
    /* bounds of the 95 % interval of the mean; NaN when no interval can be computed */
    double low, high;
};

/* Returns the mean with its moderated t interval: mean -+ t(0.975, df) s / sqrt(k), where k is the number of values, s
 * and df are those of stats_moderate(), and t() is stats_t_quantile(). prior: NULL for Student's interval. With fewer
 * than two values, low and high are NaN. When there are two or more values and all are equal, low and high are this
 * value. */
struct interval stats_mean(int n, const double *v, const struct prior *prior);

/* As stats_mean(), but computes the interval from the values on the scale, and converts low and high back. The prior
 * must be one of variances on the scale. In the result, mean is the plain mean, or for STATS_LOG the geometric mean,
 * and sd is the standard deviation on the scale. */
struct interval stats_mean_on(enum stats_scale scale, int n, const double *v,
                              const struct prior *prior);

/* Returns the number of values, their mean and their sd, without an interval: low and high are NaN. */
struct interval stats_moments(int n, const double *v);

/* True when differences of numbers vary by more than rounding errors: their sd is above 1e-9 * largest, and above 1e-9
 * times the absolute value of their mean. m: the moments of the differences. largest: the largest absolute value of the
 * numbers; each difference has a rounding error of some 1e-16 * largest. False when the sd is NaN, as for fewer than two
 * differences. */
bool stats_scatters(const struct interval *m, double largest);

/* How many differences must be equal before a caller of stats_scatters() may conclude that the difference does not
 * depend on the seed. With fewer, their being equal can be chance: an error rate changes in steps of one sample, and two
 * or three pairs of trials often differ by the same number of samples. */
enum { STATS_EQUAL_LEAST = 5 };

/* ---- seeds and samples (stats_crossed.c) ---- */

/* What the choice of the test samples adds to the variance of a mean over S seeds, each of which is a mean over the same N
 * samples. The model is that of two crossed random effects (Searle, Casella and McCulloch 1992, Variance components; Owen 2007,
 * The pigeonhole bootstrap, Ann. Appl. Stat. 1, 386): d = mean + effect of the seed + effect of the sample + rest. The variance
 * of the mean of all d is
 *
 *   (MS_seeds + MS_samples - MS_rest) / (S N)
 *
 * with the mean squares of the two-way analysis of variance. MS_seeds / (S N) is the variance that stats_mean() has, that of the
 * means of the seeds divided by S. */
struct sampling {
    int samples;     /* N; 0: the samples are taken as given, as all members are 0 */
    double variance; /* (MS_samples - MS_rest) / (S N), but at least 0 */
    /* the sum of (MS / (S N))^2 / degrees of freedom over MS_samples and MS_rest; 0 when variance is 0 */
    double squares;
};

/* Returns it for d[seeds][samples]. All members are 0 for fewer than two seeds or samples. */
struct sampling stats_sampling(int seeds, int samples, const double *d);

/* Returns the standard error of the mean of n seeds with the standard deviation sd when the choice of the samples is taken
 * in: the square root of s^2 / n + a->variance, with s of stats_moderate(). Sets *df to its degrees of freedom by the formula of
 * Satterthwaite (1946, Biometrics Bulletin 2, 110): with df_s of stats_moderate(),
 *
 *   (s^2 / n + a->variance)^2 / ((s^2 / n)^2 / df_s + a->squares)
 *
 * It is at most df_s + N - 1; and never less than the smaller one of df_s and N - 1, to which the formula may come where MS_rest,
 * which is subtracted, is about as large as MS_samples. */
double stats_sampling_error(const struct sampling *a, const struct prior *p, int n, double sd,
                            double *df);

/* ---- p values: each is twice the probability of one tail, but at most 1 (stats_tests.c) ---- */

/* Return the p value of the alternative "the true mean is larger than `value`" (stats_p_above) or "smaller than
 * `value`" (stats_p_below): twice the tail probability of Student's t above (or below) the statistic (mean - value)
 * sqrt(k) / s, with k, s and df as for stats_mean(). Up to rounding, stats_p_above() is below 0.05 exactly when `low`
 * of stats_mean() is above `value`, and stats_p_below() exactly when `high` is below it. NaN for fewer than two
 * values. */
double stats_p_above(int n, const double *v, const struct prior *prior, double value);
double stats_p_below(int n, const double *v, const struct prior *prior, double value);

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

/* Returns the p value of Fisher's exact test, when k of n seeds and l of m seeds succeed. The alternative is "the n seeds
 * succeed with a larger probability than the m seeds". p is twice the probability of k or more among the n, given that
 * k + l of all seeds succeed, but at most 1: twice scipy.stats.fisher_exact(alternative="greater"). NaN for n < 1 or
 * m < 1. */
double stats_p_share(int n, int k, int m, int l);

/* Holm's step-down adjustment (1979, Scandinavian Journal of Statistics 6, 65) of p[n], written to adjusted[n]. When
 * all hypotheses with an adjusted p of at most alpha are rejected, the probability of one or more false rejections is
 * at most alpha. A NaN in p stays NaN and is not counted as a test. `adjusted` and `p` may be the same array. */
void stats_holm(int n, const double *p, double *adjusted);

/* As stats_holm(), by the step-up method of Benjamini and Hochberg (1995, J. R. Statist. Soc. B 57, 289): when all
 * hypotheses with an adjusted p of at most alpha are rejected, the expected share of wrong rejections among all
 * rejections is at most alpha (for independent tests). */
void stats_benjamini_hochberg(int n, const double *p, double *adjusted);

/* ---- paired seeds (stats_tests.c) ---- */

/* Estimates the probability that a is better than b, where a smaller value is better, as for an error. d[n]: for
 * each seed, the result of a minus the result of b. Returns the share of differences with d < 0, plus half of the
 * share with d = 0. NaN when there are no values. (The probability of improvement of Agarwal et al. 2021, Deep RL at
 * the Edge of the Statistical Precipice, compares each value of a with all values of b; this function compares only
 * values of the same seed.) */
double stats_improvement(int n, const double *d);

/* Returns the number of paired seeds needed so that the 95 % interval of the mean difference excludes a boundary with a
 * probability (power) of 80 %. gap: the distance of the boundary from the mean difference. sd: the standard deviation
 * of the differences, which is assumed to be the true one; df: the degrees of freedom of the prior, 0 without one.
 * Returns the smallest n >= 2 with
 *
 *   (t(0.975, df + n - 1) + t(0.8, df + n - 1)) sd / sqrt(n) <= gap
 *
 * or STATS_SEEDS_MOST when n would be larger or gap is not positive; 0 when sd or gap is NaN.
 *
 * half > 0: it is also enough that the interval either excludes the boundary or lies within `half` around it with a
 * probability of 80 %. For this, means are taken as normal and the sd of the seeds as sd. */
int stats_seeds_needed(double sd, double df, double gap, double half);
enum { STATS_SEEDS_MOST = 100000 };

/* ---- Student's t (stats_t.c) ---- */

/* Returns the quantile of Student's distribution with df >= 1 degrees of freedom: the value that a variable does not
 * exceed with probability p, 0 < p < 1. NaN for any other p or df. */
double stats_t_quantile(double p, double df);

/* Returns the probability that a variable of Student's distribution with df >= 1 degrees of freedom is at most t.
 * NaN when t is NaN or for any other df. */
double stats_t_cdf(double t, double df);

#endif
