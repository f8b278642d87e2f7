/* Computes how many fresh seeds settle a claim. */
#include "base/arena.h"
#include "base/rng.h"
#include "judge/settle/settle.h"
#include <math.h>
#include <stdlib.h>

/* How many times fresh values are drawn, and from how many normal numbers each time. */
enum { DRAWS = 2000, NORMALS = 4 };

/* Returns normal numbers z[DRAWS][NORMALS], the same in each call: a new array. */
static double *draw(void)
{
    double *z = xcalloc((size_t)DRAWS * NORMALS, sizeof *z);
    struct rng r = rng_stream(2024, "settle");

    for (int i = 0; i < DRAWS * NORMALS; i++)
        z[i] = rng_normal(&r);
    return z;
}

/* Turns a normal number z into a number of the chi-squared distribution, divided by its degrees of freedom df. By the
 * approximation of Wilson and Hilferty (1931), the cube root of such a number is nearly normal, with the mean 1 - v and
 * the variance v = 2 / (9 df). */
static double chi_squared(int df, double z)
{
    double v = 2.0 / (9.0 * df), root = fmax(1 - v + sqrt(v) * z, 0.1);

    return root * root * root;
}

/* True when the bound is not within mean -+ half. */
static bool excludes(double bound, double mean, double half)
{
    return fabs(mean - bound) > half;
}

/* True when mean -+ half lies within q->half around a bound. */
static bool is_about(const struct settle_question *q, double mean, double half)
{
    double distance = fmin(fabs(mean - q->bound[0]), fabs(mean - q->bound[1]));

    return q->half > 0 && distance + half <= q->half;
}

/* Returns the error of the mean that the steps of the axis cause, for draw i. In each cell the error is evenly
 * distributed over a range of the width q->spread, around 0. Multiples of irrational numbers take the place of random
 * numbers. */
static double offset(const struct settle_question *q, int i)
{
    static const double root[PAIRED_CELLS] = {1.41421356237309505, 1.73205080756887729,
                                              2.23606797749978970, 2.64575131106459059};
    double off = 0;

    for (int k = 0; k < PAIRED_CELLS; k++)
        off += (fmod((i + 0.5) * root[k], 1) - 0.5) * q->spread[k];
    return off;
}

/* Returns the probability that `fresh` values decide the question. z: the numbers of draw(). */
static double power_by(const double *z, const struct settle_question *q, int fresh)
{
    double t = stats_t_quantile(0.975, fresh - 1);
    int decided = 0;

    for (int i = 0; i < DRAWS; i++, z += NORMALS) {
        /* a true sd and mean, drawn from their posterior distribution */
        double sd = q->sd / sqrt(chi_squared(q->n - 1, z[0]));
        double mean = q->mean + offset(q, i) + sd / sqrt(q->n) * z[1];
        /* the mean of the fresh values, and half the width of its interval */
        double fresh_mean = mean + sd / sqrt(fresh) * z[2];
        double half = t * sd * sqrt(chi_squared(fresh - 1, z[3]) / fresh) + q->step / 2;

        decided += is_about(q, fresh_mean, half) || (excludes(q->bound[0], fresh_mean, half) &&
                                                     excludes(q->bound[1], fresh_mean, half));
    }
    return (double)decided / DRAWS;
}

static double ln_beta(double a, double b)
{
    return lgamma(a) + lgamma(b) - lgamma(a + b);
}

/* Returns a new array p[fresh + 1]: the probability that k of `fresh` seeds learn, when `learn` of n exploratory seeds did. With a
 * uniform prior the share has a beta distribution, and k a beta-binomial one. */
static double *learners(int n, int learn, int fresh)
{
    double *p = xcalloc((size_t)fresh + 1, sizeof *p), yes = learn + 1, no = n - learn + 1;

    for (int k = 0; k <= fresh; k++)
        p[k] = exp(ln_beta(yes + k, no + fresh - k) - ln_beta(yes, no) -
                   ln_beta(k + 1, fresh - k + 1) - log(fresh + 1));
    return p;
}

/* Returns the probability that `fresh` seeds decide a question about shares. */
static double power_by_shares(const struct settle_question *q, int fresh)
{
    double *p[2] = {learners(q->n, q->learn[0], fresh), learners(q->n, q->learn[1], fresh)};
    double power = 0;

    for (int i = 0; i < 2; i++) {
        /* the more seeds k of one cell learn, the more of the other, up to `most`, are significantly fewer */
        double fewer = 0;
        int most = -1;

        for (int k = 0; k <= fresh; k++) {
            while (most < fresh && stats_p_share(fresh, k, fresh, most + 1) <= 0.05)
                fewer += p[1 - i][++most];
            power += p[i][k] * fewer;
        }
    }
    free(p[0]);
    free(p[1]);
    return power;
}

/* True when `fresh` seeds decide the question with the probability SETTLE_POWER. z: the numbers of draw(). */
static bool is_enough(const double *z, const struct settle_question *q, int fresh)
{
    return (q->shares ? power_by_shares(q, fresh) : power_by(z, q, fresh)) >= SETTLE_POWER;
}

int settle_seeds(const struct settle_question *q)
{
    /* `low` is too few; `high` is enough, or tried next */
    int low = FRESH_LEAST - 1, high = FRESH_LEAST;
    double *z = draw();

    while (high < SETTLE_MOST && !is_enough(z, q, high)) {
        low = high;
        high = 2 * high < SETTLE_MOST ? 2 * high : SETTLE_MOST;
    }
    if (high == SETTLE_MOST && !is_enough(z, q, high))
        high = low = 0;
    while (high - low > 1) {
        int middle = (low + high) / 2;

        if (is_enough(z, q, middle))
            high = middle;
        else
            low = middle;
    }
    free(z);
    return high;
}

/* Returns the question about the shares of seeds that learn. p: the pairs of a claim by shares. */
static struct settle_question question_of_shares(const struct paired *p)
{
    struct settle_question q = {.n = p->pairs, .shares = true, .learn = {p->learn_a, p->learn_b}};

    for (int i = 0; i < 2; i++) {
        double share = (double)q.learn[i] / q.n;

        q.mean += i ? share : -share;
        q.sd += share * (1 - share);
    }
    q.sd = sqrt(q.sd);
    return q;
}

const char settle_needs_axis[] = "needs a finer axis";

const char *settle_question(const struct claim *c, const struct judgement *j,
                            struct settle_question *q)
{
    const struct paired *p = &j->paired;
    static const char few[] = "too few exploratory seeds";
    double margin = paired_transform(c->ratio, c->margin), nearer;
    struct interval d;
    double *values;

    if (j->verdict == NOT_RUN)
        return "not run";
    if (c->kind == CLAIM_REFUSED || c->kind == CLAIM_PRINTED)
        return "not a difference of means";
    if (j->verdict == ABOUT_MARGIN)
        return "about the margin";
    if (p->parts && !j->by_shares)
        return "some seeds do not learn";
    if (p->parts) {
        *q = question_of_shares(p);
        return q->n < SETTLE_PAIRS ? few : NULL;
    }
    if (p->ambiguous || p->no_ratio || paired_unsuccessful(p))
        return "some trials have no number";
    if (p->difference.n < SETTLE_PAIRS)
        return few;
    *q = (struct settle_question){.bound = {margin, c->kind == CLAIM_SAME ? -margin : margin},
                                  .half = p->stepped ? 0 : claim_half_margin(c, p)};
    /* of a difference that is only known within a step of the axis, takes the value that is nearest to the bound */
    nearer = fabs(p->difference.mean - q->bound[0]) <= fabs(p->difference.mean - q->bound[1])
                 ? q->bound[0]
                 : q->bound[1];
    values = paired_differences(p, nearer > p->difference.mean ? PAIRED_MOST : PAIRED_LEAST);
    d = stats_moments(p->pairs, values);
    free(values);
    q->n = d.n;
    q->mean = d.mean;
    q->sd = d.sd;
    if (p->stepped && (nearer > p->difference.mean) != (nearer > d.mean))
        return settle_needs_axis;
    if (!isfinite(d.mean) || !(d.sd > 0))
        return "the seeds do not differ";
    return NULL;
}
