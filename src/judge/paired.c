/* Pairs the trials of cells by seed, and computes the mean difference, its interval and p. */
#include "judge/paired.h"
#include "base/arena.h"
#include "store/cell.h"
#include <math.h>
#include <stdlib.h>

const int paired_sign[PAIRED_CELLS] = {1, -1, -1, 1};

/* The measures of a cell's seeds, v[n], in the order of seeds. v is NULL when the cell is not used. */
struct seeds {
    struct measured *v;
    int n;
};

static struct seeds measure_records(const struct measure *of, const struct record *const *record,
                                    int count)
{
    struct seeds s = {.v = xcalloc((size_t)count + 1, sizeof *s.v)};

    s.n = measure_seeds(of, record, count, s.v);
    return s;
}

static struct seeds measure_cell(const struct measure *of, const struct results *r,
                                 const char *cell)
{
    const struct record **record;
    struct seeds s;
    int count;

    if (!cell)
        return (struct seeds){0};
    count = records_in(r, cell, &record);
    s = measure_records(of, record, count);
    free(record);
    return s;
}

static const struct measured *find_seed(const struct seeds *s, int64_t seed)
{
    for (int i = 0; i < s->n; i++)
        if (s->v[i].seed == seed)
            return &s->v[i];
    return NULL;
}

double paired_transform(bool ratio, double v)
{
    return ratio ? log(v) : v;
}

int paired_unsuccessful(const struct paired *p)
{
    return p->unsuccessful_a + p->unsuccessful_b + p->unsuccessful_both;
}

bool paired_equal_but_few(const struct paired *p)
{
    return p->difference.n > 1 && (isnan(p->difference.low) || isnan(p->difference.high));
}

/* ---- pairs ---- */

/* Sets of[i] to the seed's measure in each cell i; NULL when the cell is not used. Returns false when a used cell
 * lacks the seed, or a finished trial lacks the metric. */
static bool find_in_cells(const struct seeds cell[PAIRED_CELLS], int64_t seed,
                          const struct measured *of[PAIRED_CELLS])
{
    for (int i = 0; i < PAIRED_CELLS; i++) {
        of[i] = cell[i].v ? find_seed(&cell[i], seed) : NULL;
        if (cell[i].v && (!of[i] || (of[i]->outcome == MEASURED && isnan(of[i]->value))))
            return false;
    }
    return true;
}

/* Counts a pair that has an unsuccessful trial. of: its measures in all cells. */
static void count_unsuccessful(struct paired *p, const struct measured *const of[PAIRED_CELLS])
{
    bool bad[PAIRED_CELLS];

    for (int i = 0; i < PAIRED_CELLS; i++)
        bad[i] = of[i] && of[i]->outcome == MEASURE_UNSUCCESSFUL;
    if ((bad[PAIRED_A] && bad[PAIRED_B]) || bad[PAIRED_A_BASE] || bad[PAIRED_B_BASE])
        p->unsuccessful_both++;
    else if (bad[PAIRED_A])
        p->unsuccessful_a++;
    else if (bad[PAIRED_B])
        p->unsuccessful_b++;
}

/* Adds a pair. of: the measures of a seed in all cells; none of its trials was refused. */
static void add_pair(struct paired *p, const struct measured *const of[PAIRED_CELLS], double value)
{
    double start = of[PAIRED_B] ? 0 : -paired_transform(p->ratio, value);
    struct pair pair = {of[PAIRED_A]->seed, of[PAIRED_A]->value, NAN, start, start, start};
    bool no_ratio = false;

    if (of[PAIRED_B])
        pair.b = of[PAIRED_B]->value;
    for (int i = 0; i < PAIRED_CELLS; i++) {
        const struct measured *m = of[i];

        if (!m)
            continue;
        no_ratio |= p->ratio && m->value <= 0;
        p->bound_a |= measured_is_bound(m) && paired_sign[i] > 0;
        p->bound_b |= measured_is_bound(m) && paired_sign[i] < 0;
        p->edge_a += m->edge && i == PAIRED_A;
        p->edge_b += m->edge && i == PAIRED_B;
        pair.d += paired_sign[i] * paired_transform(p->ratio, m->value);
        pair.low +=
            paired_sign[i] * paired_transform(p->ratio, paired_sign[i] > 0 ? m->low : m->high);
        pair.high +=
            paired_sign[i] * paired_transform(p->ratio, paired_sign[i] > 0 ? m->high : m->low);
    }
    count_unsuccessful(p, of);
    p->no_ratio += no_ratio;
    if (no_ratio)
        pair.d = pair.low = pair.high = NAN;
    p->pair[p->pairs++] = pair;
}

/* Adds the pair of a seed, if the seed makes one (paired.h). */
static void add_seed(struct paired *p, const struct seeds cell[PAIRED_CELLS], int64_t seed,
                     double value)
{
    const struct measured *of[PAIRED_CELLS];
    bool refused = false;

    if (!find_in_cells(cell, seed, of))
        return;
    for (int i = 0; i < PAIRED_CELLS; i++) {
        p->ambiguous |= of[i] && of[i]->records > 1;
        refused |= of[i] && of[i]->outcome == MEASURE_REFUSED;
    }
    p->refused += refused;
    if (!refused)
        add_pair(p, of, value);
}

/* Sets p->prior. The variance of d is the sum of the variances of its cells, as if these were independent. The variance
 * of a cell in the unit of d is its variance on the scale, times the square of stats_slope() at the cell's mean. The
 * mean is that of the seeds that learn, whose values are below at[i]. When no seed of a cell learns, the variance is
 * NaN, and there is no prior. */
static void set_prior(struct paired *p, const struct measure *of, const struct prior *prior,
                      const struct seeds cell[PAIRED_CELLS], const double at[PAIRED_CELLS])
{
    enum stats_scale scale = p->ratio ? STATS_LOG : measure_scale(of);
    double squares = 0;

    for (int i = 0; i < PAIRED_CELLS; i++) {
        double *v = measured_values(cell[i].n, cell[i].v), mean, slope;

        for (int k = 0; k < cell[i].n; k++)
            v[k] = v[k] < at[i] ? v[k] : NAN;
        mean = stats_moments(cell[i].n, v).mean;
        slope = p->ratio ? 1 : stats_slope(scale, mean);
        squares += cell[i].n ? slope * slope : 0;
        free(v);
    }
    p->prior = *prior;
    p->prior.variance *= squares;
}

/* Sets at[i] to the value that separates the seeds of cell i that learn from those that do not (measure_parts_at()). A
 * cell in which all seeds learn, or none does, gets the value of the first cell that has both kinds of seeds. When no
 * cell has both kinds, at[i] is infinite. */
static void find_parts(const struct measure *of, const struct seeds cell[PAIRED_CELLS],
                       double at[PAIRED_CELLS])
{
    double any = NAN;

    for (int i = 0; i < PAIRED_CELLS; i++) {
        at[i] = measure_parts_at(of, cell[i].n, cell[i].v);
        any = isnan(any) ? at[i] : any;
    }
    for (int i = 0; i < PAIRED_CELLS; i++)
        at[i] = !isnan(at[i]) ? at[i] : !isnan(any) ? any : INFINITY;
}

/* Counts the pairs in which a learns and those in which b learns. Removes the difference of each pair in which not both
 * learn. */
static void keep_learners(struct paired *p, const double at[PAIRED_CELLS], bool has_b)
{
    p->parts = true;
    p->unsuccessful_a = p->unsuccessful_b = p->unsuccessful_both = 0;
    for (int i = 0; i < p->pairs; i++) {
        struct pair *pair = &p->pair[i];
        bool a = pair->a < at[PAIRED_A], b = !has_b || pair->b < at[PAIRED_B];

        p->learn_a += a;
        p->learn_b += has_b && b;
        if (!a || !b)
            pair->d = pair->low = pair->high = NAN;
    }
}

/* Fills *p. seeds: those of each cell; prior: that of the measure, on the scale of the differences. */
static void pair_seeds(struct paired *p, const struct measure *of, bool ratio, double value,
                       const struct prior *prior, const struct seeds seeds[PAIRED_CELLS])
{
    double at[PAIRED_CELLS];
    bool based = seeds[PAIRED_A_BASE].v != NULL;

    *p = (struct paired){.ratio = ratio, .scale = ratio ? 1 : 0};
    p->pair = xcalloc((size_t)seeds[PAIRED_A].n + 1, sizeof *p->pair);
    for (int i = 0; i < seeds[PAIRED_A].n; i++)
        add_seed(p, seeds, seeds[PAIRED_A].v[i].seed, value);
    for (int i = 0; i < p->pairs && !ratio; i++)
        p->scale = fmax(p->scale, fmax(fabs(p->pair[i].a), fabs(p->pair[i].b)));
    find_parts(of, seeds, at);
    if (isfinite(at[PAIRED_A]) && !based)
        keep_learners(p, at, seeds[PAIRED_B].v != NULL);
    if (!isfinite(at[PAIRED_A]) || !based)
        set_prior(p, of, prior, seeds, at);
    paired_summarize(p);
}

void paired_init(struct paired *p, const struct measure *of, bool ratio, double value,
                 const struct results *r, const struct cells *cells, bool moderated)
{
    struct prior prior = {0};
    struct seeds seeds[PAIRED_CELLS];

    if (moderated)
        prior = measure_prior(of, ratio ? STATS_LOG : measure_scale(of), r);
    for (int i = 0; i < PAIRED_CELLS; i++)
        seeds[i] = measure_cell(of, r, cells->cell[i]);
    pair_seeds(p, of, ratio, value, &prior, seeds);
    for (int i = 0; i < PAIRED_CELLS; i++)
        free(seeds[i].v);
}

struct interval paired_interval(const struct measure *of, bool ratio, const struct prior *prior,
                                const struct record *const *a, const struct record *const *b, int n)
{
    struct seeds seeds[PAIRED_CELLS] = {measure_records(of, a, n), measure_records(of, b, n)};
    struct interval difference;
    struct paired p;
    bool parted = false;

    pair_seeds(&p, of, ratio, 0, prior, seeds);
    difference = p.difference;
    for (int i = 0; i < 2; i++) {
        double *v = measured_values(seeds[i].n, seeds[i].v);

        parted |= measure_parted(of, seeds[i].n, v);
        free(seeds[i].v);
        free(v);
    }
    if (difference.n < MEASURE_INTERVAL_LEAST || difference.n < n || parted)
        difference.low = difference.high = NAN;
    paired_clear(&p);
    return difference;
}

void paired_clear(struct paired *p)
{
    free(p->pair);
    *p = (struct paired){0};
}

/* ---- statistics ---- */

double *paired_differences(const struct paired *p, enum paired_end end)
{
    double *d = xcalloc((size_t)p->pairs + 1, sizeof *d);

    for (int i = 0; i < p->pairs; i++)
        d[i] = end == PAIRED_LEAST  ? p->pair[i].low
               : end == PAIRED_MOST ? p->pair[i].high
                                    : p->pair[i].d;
    return d;
}

/* Returns the first infinite value of v[n]; NaN when there is none. */
static double first_infinite(int n, const double *v)
{
    for (int i = 0; i < n; i++)
        if (isinf(v[i]))
            return v[i];
    return NAN;
}

bool paired_scatters(const struct paired *p, enum paired_end end)
{
    double *d = paired_differences(p, end);
    struct interval m = stats_moments(p->pairs, d);
    bool scatters = stats_scatters(&m, p->scale) || !isnan(first_infinite(p->pairs, d));

    free(d);
    return scatters;
}

/* Returns an end of the interval of the mean difference. PAIRED_LEAST: the low end, computed from the smallest
 * values that the differences may have. PAIRED_MOST: the high end, computed from the largest. */
static double interval_end(const struct paired *p, enum paired_end end)
{
    double *d = paired_differences(p, end), infinite = first_infinite(p->pairs, d);
    struct interval r = stats_mean(p->pairs, d, &p->prior);

    free(d);
    if (p->sampling.variance > 0) {
        double df, error = stats_sampling_error(&p->sampling, &p->prior, r.n, r.sd, &df),
                   half = stats_t_quantile(0.975, df) * error;

        r.low = fmin(r.low, r.mean - half);
        r.high = fmax(r.high, r.mean + half);
    }
    if (!isnan(infinite))
        return infinite;
    if (r.n < STATS_EQUAL_LEAST && !paired_scatters(p, end))
        return NAN;
    return end == PAIRED_LEAST ? r.low : r.high;
}

void paired_summarize(struct paired *p)
{
    double *d = paired_differences(p, PAIRED_VALUE);

    for (int i = 0; i < p->pairs; i++)
        p->stepped |= p->pair[i].low < p->pair[i].d || p->pair[i].high > p->pair[i].d;
    p->difference = stats_mean(p->pairs, d, &p->prior);
    p->difference.low = interval_end(p, PAIRED_LEAST);
    p->difference.high = interval_end(p, PAIRED_MOST);
    if (p->difference.n > 1 && !paired_scatters(p, PAIRED_VALUE))
        p->difference.sd = 0;
    free(d);
}

/* Returns the p of the mean of d by the standard error that takes the choice of test samples in. */
static double sampling_p(const struct paired *p, const double *d, bool above, double bound)
{
    struct interval m = stats_moments(p->pairs, d);
    double df, error = stats_sampling_error(&p->sampling, &p->prior, m.n, m.sd, &df),
               t = (m.mean - bound) / error;

    return fmin(1, 2 * stats_t_cdf(above ? -t : t, df));
}

double paired_p(const struct paired *p, bool above, double bound)
{
    double *d = paired_differences(p, above ? PAIRED_LEAST : PAIRED_MOST), result;

    result = (above ? stats_p_above : stats_p_below)(p->pairs, d, &p->prior, bound);
    if (p->sampling.variance > 0)
        result = fmax(result, sampling_p(p, d, above, bound));
    if (!isnan(first_infinite(p->pairs, d)))
        result = 1;
    free(d);
    return result;
}
