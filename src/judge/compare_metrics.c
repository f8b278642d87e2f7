/* Which metrics of a cell changed by more than noise. */
#include "base/arena.h"
#include "judge/compare.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- tests ---- */

/* Two-sided p of t = mean / error; a mean without any scatter is no accident. */
static double two_sided(double mean, double error, double df)
{
    if (error > 0)
        return 2 * stats_t_cdf(-fabs(mean) / error, df);
    return mean == 0 ? 1 : 0;
}

/* The difference of the means of x[n] and y[m], y less x, by Welch (1947), and its p; sd is its
 * standard error. */
static struct interval welch(int n, const double *x, int m, const double *y, double *p)
{
    struct interval a = stats_moments(n, x), b = stats_moments(m, y), d;
    double va = a.sd * a.sd / a.n, vb = b.sd * b.sd / b.n, v = va + vb;
    double df = v > 0 ? v * v / (va * va / (a.n - 1) + vb * vb / (b.n - 1)) : a.n + b.n - 2;
    double half = stats_t_quantile(0.975, fmax(1, df)) * sqrt(v);

    d = (struct interval){.n = a.n + b.n, .mean = b.mean - a.mean, .sd = sqrt(v)};
    d.low = d.mean - half;
    d.high = d.mean + half;
    *p = two_sided(d.mean, d.sd, fmax(1, df));
    return d;
}

/* ---- a cell ---- */

/* The final values of a cell's trials; those that have none count for nothing. */
struct values {
    double *v;
    int n;
};

static struct values values_of(const struct record *const *record, int count, enum metric m)
{
    struct values values = {xcalloc((size_t)count + 1, sizeof *values.v), 0};

    for (int i = 0; i < count; i++) {
        double v = trial_final(&record[i]->result, m);

        if (!isnan(v))
            values.v[values.n++] = v;
    }
    return values;
}

/* The values of the seeds that have one in both, in equal numbers, and these seeds (NULL: not). */
static void pairs_of(const struct compare_cell *cell, enum metric m, struct values *a,
                     struct values *b, int64_t *seed)
{
    a->v = xcalloc((size_t)cell->pairs + 1, sizeof *a->v);
    b->v = xcalloc((size_t)cell->pairs + 1, sizeof *b->v);
    a->n = 0;
    for (int i = 0; i < cell->pairs; i++) {
        a->v[a->n] = trial_final(&cell->pair[i].a->result, m);
        b->v[a->n] = trial_final(&cell->pair[i].b->result, m);
        if (seed)
            seed[a->n] = cell->pair[i].a->seed;
        a->n += !isnan(a->v[a->n]) && !isnan(b->v[a->n]);
    }
    b->n = a->n;
}

/* Seeds that ended alike, of which one alone has a value. */
static int count_lopsided(const struct compare_cell *cell, enum metric m)
{
    int count = 0;

    for (int i = 0; i < cell->pairs; i++) {
        const struct trial_result *a = &cell->pair[i].a->result, *b = &cell->pair[i].b->result;

        if (a->status == b->status)
            count += isnan(trial_final(a, m)) != isnan(trial_final(b, m));
    }
    return count;
}

/* An interval that says nothing is none. */
static void leave_untested(struct compare_metric *c)
{
    c->verdict = COMPARE_UNTESTED;
    c->difference.low = c->difference.high = c->p = NAN;
}

/* Can these differences of numbers as large as `scale` be tested, n of them or more on a side? Without any scatter few
 * are no evidence, and infinite ones have none. */
static bool is_testable(const struct interval *d, int n, double scale)
{
    return isfinite(d->mean) && isfinite(d->sd) &&
           (stats_scatters(d, scale) || d->mean == 0 || n >= STATS_EVEN_LEAST);
}

static double scale_of(const struct compare_metric *c)
{
    return fmax(fabs(c->a), fabs(c->b));
}

static void compare_pairs(struct compare_metric *c, const struct values *pairs_a,
                          const struct values *pairs_b)
{
    const double *a = pairs_a->v, *b = pairs_b->v;
    int n = pairs_a->n;
    double *d = xcalloc((size_t)n + 1, sizeof *d);
    bool identical = true;

    for (int i = 0; i < n; i++) {
        d[i] = a[i] == b[i] ? 0 : b[i] - a[i]; /* of two infinities, too */
        identical = identical && a[i] == b[i];
    }
    c->paired = true;
    c->n_a = c->n_b = n;
    c->a = stats_moments(n, a).mean;
    c->b = stats_moments(n, b).mean;
    c->difference = stats_mean(n, d);
    identical = identical && c->lopsided == 0;
    c->verdict = identical ? COMPARE_IDENTICAL : COMPARE_NOISE;
    if (!identical && (n < 2 || !is_testable(&c->difference, n, scale_of(c))))
        leave_untested(c);
    else if (!identical)
        c->p = stats_p_outside(n, d, 0, 0);
    free(d);
}

/* Are all values one number? */
static bool all_equal(const struct values *a, const struct values *b)
{
    for (int i = 0; i < a->n; i++)
        if (a->v[i] != b->v[0])
            return false;
    for (int i = 0; i < b->n; i++)
        if (a->v[0] != b->v[i])
            return false;
    return true;
}

static void compare_unpaired(struct compare_metric *c, const struct values *a,
                             const struct values *b)
{
    c->n_a = a->n;
    c->n_b = b->n;
    c->a = stats_moments(a->n, a->v).mean;
    c->b = stats_moments(b->n, b->v).mean;
    c->difference.mean = c->b - c->a;
    c->verdict = all_equal(a, b) ? COMPARE_IDENTICAL : COMPARE_UNTESTED;
    if (c->verdict == COMPARE_IDENTICAL || a->n < 2 || b->n < 2)
        return;
    c->difference = welch(a->n, a->v, b->n, b->v, &c->p);
    c->verdict = COMPARE_NOISE;
    if (!is_testable(&c->difference, a->n < b->n ? a->n : b->n, scale_of(c)))
        leave_untested(c);
}

/* One metric of one cell, but for the correction; false where nobody has a value. Two pairs are
 * enough to go by seed; one is better than nothing. */
static bool compare_cell(struct compare_metric *c, const struct compare_cell *cell)
{
    struct values a = values_of(cell->a, cell->a_count, c->metric);
    struct values b = values_of(cell->b, cell->b_count, c->metric), pairs_a, pairs_b;

    pairs_of(cell, c->metric, &pairs_a, &pairs_b, NULL);
    c->p = c->adjusted = NAN;
    c->difference = stats_mean(0, NULL);
    c->lopsided = count_lopsided(cell, c->metric);
    if (pairs_a.n > 1 || (pairs_a.n == 1 && (a.n == 1 || b.n == 1)))
        compare_pairs(c, &pairs_a, &pairs_b);
    else if (a.n > 0 && b.n > 0)
        compare_unpaired(c, &a, &b);
    else
        c->verdict = a.n > 0 ? COMPARE_ONLY_A : COMPARE_ONLY_B;
    free(pairs_a.v);
    free(pairs_b.v);
    free(a.v);
    free(b.v);
    return a.n + b.n > 0;
}

/* ---- all cells ---- */

/* Corrects the p of what was tested among the metrics of timing, or among the others. */
static void correct(struct comparison *c, bool timing)
{
    double *p = xcalloc((size_t)c->metrics + 1, 2 * sizeof *p), *adjusted = p + c->metrics;
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        if (metric_info[c->metric[i].metric].timing == timing && !isnan(c->metric[i].p))
            p[n++] = c->metric[i].p;
    stats_holm(n, p, adjusted);
    n = 0;
    for (int i = 0; i < c->metrics; i++) {
        struct compare_metric *m = &c->metric[i];

        if (metric_info[m->metric].timing != timing || isnan(m->p))
            continue;
        m->adjusted = adjusted[n++];
        if (m->adjusted < COMPARE_LEVEL)
            m->verdict = COMPARE_CHANGED;
    }
    free(p);
}

/* ---- over the cells ---- */

/* Adds a cell's differences to d[seeds]; false where its seeds are not those. */
static bool add_differences(const struct compare_cell *cell, enum metric m, int seeds,
                            const int64_t *seed, double *d)
{
    int64_t *own = xcalloc((size_t)cell->pairs + 1, sizeof *own);
    struct values a, b;
    bool same;

    pairs_of(cell, m, &a, &b, own);
    same = a.n == seeds && memcmp(own, seed, (size_t)seeds * sizeof *seed) == 0;
    for (int i = 0; i < seeds && same; i++)
        d[i] += b.v[i] - a.v[i];
    free(own);
    free(a.v);
    free(b.v);
    return same;
}

/* The cell with the most pairs of the metric, or NULL. */
static const struct compare_cell *fullest(const struct comparison *c, enum metric m)
{
    const struct compare_metric *best = NULL;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].paired &&
            (!best || c->metric[i].n_a > best->n_a))
            best = &c->metric[i];
    return best ? &c->cell[best->cell] : NULL;
}

static void compare_overall(struct comparison *c, enum metric m)
{
    const struct compare_cell *model = fullest(c, m);
    struct compare_overall *o = &c->overall[m];
    int count[COMPARE_VERDICTS];
    struct values a, b;
    int64_t *seed;

    comparison_count(c, m, count);
    if (!model || metric_info[m].timing || count[COMPARE_NOISE] == 0)
        return;
    seed = xcalloc((size_t)model->pairs + 1, sizeof *seed);
    pairs_of(model, m, &a, &b, seed);
    memset(a.v, 0, (size_t)a.n * sizeof *a.v);
    for (int i = 0; i < c->cells; i++)
        o->cells += add_differences(&c->cell[i], m, a.n, seed, a.v);
    for (int i = 0; i < a.n; i++)
        a.v[i] /= o->cells;
    o->difference = stats_mean(a.n, a.v);
    o->p = stats_p_outside(a.n, a.v, 0, 0);
    if (o->cells < 2 || o->difference.n < 2 || !is_testable(&o->difference, o->difference.n, 0))
        *o = (struct compare_overall){0};
    free(seed);
    free(a.v);
    free(b.v);
}

static void compare_overalls(struct comparison *c)
{
    double p[METRICS], adjusted[METRICS];
    int n = 0;

    for (int m = 0; m < METRICS; m++) {
        compare_overall(c, (enum metric)m);
        if (c->overall[m].cells > 0)
            p[n++] = c->overall[m].p;
    }
    stats_holm(n, p, adjusted);
    n = 0;
    for (int m = 0; m < METRICS; m++)
        if (c->overall[m].cells > 0)
            c->overall[m].adjusted = adjusted[n++];
}

void compare_test_metrics(struct comparison *c)
{
    for (int m = 0; m < METRICS; m++)
        for (int i = 0; i < c->cells; i++) {
            struct compare_metric one = {.metric = (enum metric)m, .cell = i};

            if (c->cell[i].a_count == 0 || c->cell[i].b_count == 0 ||
                !compare_cell(&one, &c->cell[i]))
                continue;
            c->metric = xrealloc(c->metric, (size_t)(c->metrics + 1) * sizeof *c->metric);
            c->metric[c->metrics++] = one;
        }
    correct(c, false);
    correct(c, true);
    compare_overalls(c);
}
