/* The bootstrap-t. */
#include "base/arena.h"
#include "base/rng.h"
#include "stats/stats.h"
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

enum {
    EXACT_MOST = 7, /* values whose resamples are all taken: C(13, 6) = 1716, each order aside */
    DRAWN = 2000,   /* of more values; even, for they come in pairs */
};

/* A resample whose sd is that part of the sample's has none but from rounding: differences that should be
 * equal are not to the last bit. The same of a mean. */
static const double none = 1e-6;

struct resample {
    double t, weight;
};

struct resamples {
    double mean, error; /* of the sample; the mean's standard error */
    double weight;      /* of all */
    int count;
    struct resample each[DRAWN];
};

/* ---- t* ---- */

/* Of the values z[pick[0..n)], z with mean 0 and sd 1; infinite where they are all equal, or 0 where they
 * equal the mean. */
static double studentized(const double *z, const int *pick, int n)
{
    double first = z[pick[0]], sum = 0, squares = 0, total, spread;

    /* About one of them: so equal values give exactly 0, and others cancel little. */
    for (int k = 1; k < n; k++) {
        double u = z[pick[k]] - first;

        sum += u;
        squares += u * u;
    }
    total = n * first + sum;          /* n mean* */
    spread = n * squares - sum * sum; /* n (n - 1) sd*^2 */
    if (spread > none * none * n * (n - 1))
        return total * sqrt((n - 1) / spread);
    return fabs(total) > none * n ? copysign(INFINITY, total) : 0;
}

static void add(struct resamples *r, double t, double weight)
{
    r->each[r->count++] = (struct resample){t, weight};
    r->weight += weight;
}

/* In how many orders the ascending picks can have been drawn. */
static double orders(const int *pick, int n)
{
    double count = 1;

    for (int k = 1, equal = 1; k < n; k++) {
        equal = pick[k] == pick[k - 1] ? equal + 1 : 1;
        count = count * (k + 1) / equal;
    }
    return count;
}

/* The next ascending picks; false after the last. */
static bool next(int *pick, int n)
{
    int k = n - 1, value;

    while (k >= 0 && pick[k] == n - 1)
        k--;
    if (k < 0)
        return false;
    for (value = pick[k] + 1; k < n; k++)
        pick[k] = value;
    return true;
}

static void take_all(struct resamples *r, const double *z, int n)
{
    int pick[EXACT_MOST] = {0};

    do
        add(r, studentized(z, pick, n), orders(pick, n));
    while (next(pick, n));
}

static void draw(struct resamples *r, const double *z, int n)
{
    struct rng rng = rng_stream(0, "bootstrap");
    int *pick = xcalloc((size_t)n, sizeof *pick);

    while (r->count < DRAWN) {
        for (int k = 0; k < n; k++)
            pick[k] = (int)rng_below(&rng, (uint32_t)n);
        add(r, studentized(z, pick, n), 1);
        for (int k = 0; k < n; k++)
            pick[k] = n - 1 - pick[k];
        add(r, studentized(z, pick, n), 1);
    }
    free(pick);
}

/* Infinite t* become the farthest of the others on their side, at least 0. */
static void bound(struct resamples *r)
{
    double low = 0, high = 0;

    for (int i = 0; i < r->count; i++)
        if (isfinite(r->each[i].t)) {
            low = r->each[i].t < low ? r->each[i].t : low;
            high = r->each[i].t > high ? r->each[i].t : high;
        }
    for (int i = 0; i < r->count; i++)
        if (isinf(r->each[i].t))
            r->each[i].t = r->each[i].t < 0 ? low : high;
}

/* false where there is no bootstrap-t. */
static bool resample(struct resamples *r, int n, const double *v)
{
    struct interval s = stats_moments(n, v);
    double *z;

    if (s.n < STATS_BOOTSTRAP_LEAST || !(s.sd > 0) || isinf(s.sd))
        return false;
    /* In order, so that the draws do not depend on that of v. */
    stats_sort(n, v, &z);
    for (int i = 0; i < s.n; i++)
        z[i] = (z[i] - s.mean) / s.sd;
    *r = (struct resamples){.mean = s.mean, .error = s.sd / sqrt(s.n)};
    if (s.n <= EXACT_MOST)
        take_all(r, z, s.n);
    else
        draw(r, z, s.n);
    bound(r);
    free(z);
    return true;
}

/* ---- what they say of the mean ---- */

static void swap(struct resample *a, struct resample *b)
{
    struct resample t = *a;

    *a = *b;
    *b = t;
}

/* The largest t* which resamples of more than `mass` reach, of all of which that is a part. Reorders them.
 * Quickselect (Hoare 1961), with many that are equal. */
static double reached(struct resample *r, int count, double mass)
{
    double pivot = 1.5; /* most are below, in one pass */

    for (;; pivot = r[count / 2].t) {
        double above = 0, equal = 0;
        int top = 0, rest = count; /* [0, top) is above the pivot, [rest, count) below */

        for (int i = 0; i < rest;) {
            if (r[i].t > pivot) {
                above += r[i].weight;
                swap(&r[i++], &r[top++]);
            } else if (r[i].t < pivot) {
                swap(&r[i], &r[--rest]);
            } else {
                equal += r[i++].weight;
            }
        }
        if (above > mass) {
            count = top;
        } else if (above + equal > mass || rest == count) {
            return pivot;
        } else {
            mass -= above + equal;
            r += rest;
            count -= rest;
        }
    }
}

struct interval stats_bootstrap_t(int n, const double *v)
{
    struct interval s = stats_moments(n, v);
    struct resamples r;

    if (!resample(&r, n, v))
        return s;
    s.low = s.mean - reached(r.each, r.count, 0.025 * r.weight) * r.error;
    for (int i = 0; i < r.count; i++)
        r.each[i].t = -r.each[i].t;
    s.high = s.mean + reached(r.each, r.count, 0.025 * r.weight) * r.error;
    return s;
}
