/* Finds what differs between two results, and which metrics changed by more than noise. */
#include "base/arena.h"
#include "judge/compare/compare.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const compare_verdict_name[COMPARE_VERDICTS] = {
    "beyond noise",    "too few seeds or infinite values",
    "no common seeds", "only in A",
    "only in B",       "within noise",
    "identical"};
const char *const compare_fact_name[COMPARE_FACTS] = {"status", "steps",    "parameters", "message",
                                                      "data",   "profiles", "mistakes"};

/* ---- pairs of trials ---- */

/* True when both numbers are known and differ. A number that a file lacks is NaN. */
static bool numbers_differ(double a, double b)
{
    return !isnan(a) && !isnan(b) && a != b;
}

static bool same_value(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

bool comparison_has_curve(const struct comparison *c, enum metric m)
{
    return !metric_info[m].timing && results_have_curve(c->a, m) && results_have_curve(c->b, m);
}

/* True when the curves of a metric differ in two trials with the same status. False when their final values differ,
 * because compare_metric() reports that. */
static bool curves_differ(const struct comparison *c, const struct trial_result *a,
                          const struct trial_result *b, enum metric m)
{
    double final_a = trial_final(a, m), final_b = trial_final(b, m);
    int points = a->points < b->points ? a->points : b->points;

    if (a->evals_per_epoch != b->evals_per_epoch || numbers_differ(final_a, final_b))
        return false;
    if (!comparison_has_curve(c, m)) /* only the final values can be compared */
        return !metric_info[m].timing && isnan(final_a) != isnan(final_b);
    for (int p = 0; p <= points; p++)
        if (!same_value(a->curve[m][p], b->curve[m][p]))
            return true;
    return false;
}

/* True when two profiles of a probe differ. points: their number, which is the same in both trials. */
static bool profile_differs(const struct profile *a, const struct profile *b, int points)
{
    size_t values = (size_t)points * (size_t)a->layer.count * (size_t)a->columns;

    if (a->layer.count != b->layer.count)
        return true;
    for (int i = 0; i < a->layer.count; i++)
        if (strcmp(a->layer.item[i], b->layer.item[i]))
            return true;
    for (size_t i = 0; i < values; i++)
        if (!same_value(a->value[i], b->value[i]))
            return true;
    return false;
}

/* True when the trials differ in the profiles of a probe that both have. */
static bool profiles_differ(const struct profiles *a, const struct profiles *b)
{
    bool points = a->points != b->points;

    for (int i = 0; i < a->points && !points; i++)
        points = a->step[i] != b->step[i];
    for (int i = 0; i < a->count; i++) {
        const struct profile *other = profiles_find(b, profile_name(&a->item[i]));

        if (other && (points || profile_differs(&a->item[i], other, a->points)))
            return true;
    }
    return false;
}

/* True when both trials have the mistakes of their test samples, and these differ. */
static bool mistakes_differ(const struct mistakes *a, const struct mistakes *b)
{
    return a->samples && b->samples &&
           (a->samples != b->samples || memcmp(a->bit, b->bit, mistakes_bytes(a->samples)));
}

/* Counts the facts and the curves in which a pair of trials differs. */
static void compare_trials(struct comparison *c, const struct trial_result *a,
                           const struct trial_result *b)
{
    if (a->status != b->status) {
        c->fact[COMPARE_STATUS]++;
        return;
    }
    c->fact[COMPARE_STEPS] += numbers_differ(a->steps, b->steps);
    c->fact[COMPARE_PARAMETERS] += numbers_differ(a->parameters, b->parameters);
    c->fact[COMPARE_MESSAGE] +=
        strcmp(a->message ? a->message : "", b->message ? b->message : "") != 0;
    c->fact[COMPARE_DATA] +=
        *a->data_sha256 && *b->data_sha256 && strcmp(a->data_sha256, b->data_sha256);
    c->fact[COMPARE_PROFILES] += profiles_differ(&a->profiles, &b->profiles);
    c->fact[COMPARE_MISTAKES] += mistakes_differ(&a->mistakes, &b->mistakes);
    for (int m = 0; m < METRICS; m++)
        c->curve[m] += curves_differ(c, a, b, (enum metric)m);
}

/* ---- a metric in a cell ---- */

/* Returns the mean of the final values of a metric; NaN when there are none. */
static double mean_of(const struct record *const *record, int count, enum metric m)
{
    double *v = xcalloc((size_t)count + 1, sizeof *v), mean;

    for (int i = 0; i < count; i++)
        v[i] = trial_final(&record[i]->result, m);
    mean = stats_moments(count, v).mean;
    free(v);
    return mean;
}

/* Pairs the final values in a cell. If there is a pair, mean_a and mean_b become the means over the pairs. Returns
 * true when the two values of each pair are equal. Equal infinite values count as a difference of 0. */
static bool pair_values(const struct comparison *c, struct compare_metric *m)
{
    struct paired *p = &m->paired;
    double sum_a = 0, sum_b = 0;
    bool equal = true;

    for (int i = 0; i < c->pairs; i++) {
        double a = trial_final(&c->pair[i].a->result, m->metric);
        double b = trial_final(&c->pair[i].b->result, m->metric);
        double d = a == b ? 0 : b - a;

        if (c->pair[i].cell != m->cell || isnan(a) || isnan(b))
            continue;
        array_add(p->pair, p->pairs) = (struct pair){c->pair[i].a->seed, a, b, d, d, d};
        p->scale = fmax(p->scale, fmax(fabs(a), fabs(b)));
        equal = equal && a == b;
        sum_a += a;
        sum_b += b;
    }
    m->mean_a = p->pairs ? sum_a / p->pairs : m->mean_a;
    m->mean_b = p->pairs ? sum_b / p->pairs : m->mean_b;
    paired_summarize(p);
    return equal;
}

/* Returns the two-sided p of "the mean difference is not 0". */
static double p_differs(const struct paired *p)
{
    return fmin(paired_p(p, true, 0), paired_p(p, false, 0));
}

/* Compares a metric in a cell and fills m, except p_holm. Returns false when neither A nor B has a value. */
static bool compare_metric(const struct comparison *c, struct compare_metric *m)
{
    const struct compare_cell *cell = &c->cell[m->cell];
    bool only_a, only_b, equal;

    m->mean_a = mean_of(cell->a, cell->a_count, m->metric);
    m->mean_b = mean_of(cell->b, cell->b_count, m->metric);
    only_a = isnan(m->mean_b);
    only_b = isnan(m->mean_a);
    if (only_a && only_b)
        return false;
    equal = pair_values(c, m);
    if (only_a || only_b) {
        m->verdict = only_a ? COMPARE_ONLY_A : COMPARE_ONLY_B;
    } else if (m->paired.pairs == 0) {
        m->verdict = COMPARE_NO_PAIRS;
    } else if (equal) {
        m->verdict = COMPARE_IDENTICAL;
    } else if (isfinite(m->paired.difference.low)) {
        m->verdict = COMPARE_NOISE;
        m->p = p_differs(&m->paired);
    } else {
        m->verdict = COMPARE_UNTESTED;
    }
    return true;
}

/* ---- the mean of a metric over its cells ---- */

/* Adds the differences of a cell to those in `sum`, seed by seed. Returns false, and adds nothing, when the cell has
 * other seeds. */
static bool add_differences(struct paired *sum, const struct paired *cell)
{
    bool same = cell->pairs == sum->pairs;

    for (int i = 0; i < sum->pairs && same; i++)
        same = sum->pair[i].seed == cell->pair[i].seed;
    for (int i = 0; i < sum->pairs && same; i++)
        sum->pair[i].d += cell->pair[i].d;
    return same;
}

/* Returns the pairs of the metric in the cell that has the most pairs; NULL when no cell has any. */
static const struct paired *fullest(const struct comparison *c, enum metric m)
{
    const struct paired *best = NULL;

    for (int i = 0; i < c->metrics; i++) {
        const struct paired *p = &c->metric[i].paired;

        if (c->metric[i].metric == m && p->pairs > (best ? best->pairs : 0))
            best = p;
    }
    return best;
}

/* Adds the comparison of the metric's mean over cells, if at least one cell is within noise and the mean can be
 * tested. */
static void compare_mean(struct comparison *c, enum metric m)
{
    const struct paired *model = fullest(c, m);
    struct compare_metric mean = {.metric = m,
                                  .cell = -1,
                                  .verdict = COMPARE_NOISE,
                                  .mean_a = NAN,
                                  .mean_b = NAN,
                                  .p_holm = NAN};
    struct paired *p = &mean.paired;
    int count[COMPARE_VERDICTS];

    comparison_count(c, m, count);
    if (!model || count[COMPARE_NOISE] == 0)
        return;
    for (int i = 0; i < model->pairs; i++)
        array_add(p->pair, p->pairs) = (struct pair){.seed = model->pair[i].seed};
    for (int i = 0; i < c->metrics; i++)
        mean.cells += c->metric[i].metric == m && add_differences(p, &c->metric[i].paired);
    for (int i = 0; i < p->pairs; i++) {
        p->pair[i].d /= mean.cells;
        p->pair[i].low = p->pair[i].high = p->pair[i].d;
    }
    paired_summarize(p);
    mean.p = p_differs(p);
    if (mean.cells > 1 && isfinite(p->difference.low))
        array_add(c->metric, c->metrics) = mean;
    else
        paired_clear(p);
}

/* ---- many metrics ---- */

/* The families of COMPARE_CHANGED: metrics that are not of timing, metrics of timing, means over cells. */
enum family { OTHERS, TIMING, MEANS, FAMILIES };

static enum family family_of(const struct compare_metric *m)
{
    return m->cell < 0 ? MEANS : metric_info[m->metric].timing ? TIMING : OTHERS;
}

/* Corrects p within each family by Holm's method, and sets the verdict of all changes that remain beyond noise. */
static void correct(struct comparison *c)
{
    double *p = xcalloc((size_t)c->metrics + 1, sizeof *p);

    for (int f = 0; f < FAMILIES; f++) {
        for (int i = 0; i < c->metrics; i++)
            p[i] = (int)family_of(&c->metric[i]) == f ? c->metric[i].p : NAN;
        stats_holm(c->metrics, p, p);
        for (int i = 0; i < c->metrics; i++)
            if (!isnan(p[i])) {
                c->metric[i].p_holm = p[i];
                c->metric[i].verdict =
                    p[i] < COMPARE_LEVEL ? COMPARE_CHANGED : c->metric[i].verdict;
            }
    }
    free(p);
}

/* Fills c->metric. */
static void compare_metrics(struct comparison *c)
{
    for (int m = 0; m < METRICS; m++)
        for (int i = 0; i < c->cells; i++) {
            struct compare_metric one = {
                .metric = (enum metric)m, .cell = i, .cells = 1, .p = NAN, .p_holm = NAN};

            if (c->cell[i].a_count && c->cell[i].b_count && compare_metric(c, &one))
                array_add(c->metric, c->metrics) = one;
        }

    correct(c); /* compare_mean() asks which cells are within noise */
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing)
            compare_mean(c, (enum metric)m);
    correct(c);
}

/* ---- all of it ---- */

/* Sets c->differences. */
static void find_differences(struct comparison *c)
{
    struct text *t = &c->differences;
    int metrics[COMPARE_VERDICTS + 1] = {0}, curves = 0;

    if (strcmp(c->a->experiment, c->b->experiment))
        text_add_item(t, ", ", "experiment");
    if (c->a->version != c->b->version)
        text_add_item(t, ", ", "version");
    if (c->config.count)
        text_add_item(t, ", ", "configuration");
    if (c->pairs < c->a->records || c->pairs < c->b->records)
        text_add_item(t, ", ", "seeds or cells");
    for (int i = 0; i < COMPARE_FACTS; i++)
        if (c->fact[i])
            text_add_item(t, ", ", "%s", compare_fact_name[i]);
    for (int m = 0; m < METRICS; m++) {
        curves += c->curve[m] > 0;
        metrics[comparison_verdict(c, (enum metric)m)] += !metric_info[m].timing;
    }
    if (curves)
        text_add_item(t, ", ", "curves of %d metric%s", curves, plural(curves));
    for (int v = 0; v < COMPARE_IDENTICAL; v++)
        if (metrics[v])
            text_add_item(t, ", ", "%s in %d metric%s", compare_verdict_name[v], metrics[v],
                          plural(metrics[v]));
}

void compare_results(struct comparison *c, const struct results *a, const struct results *b)
{
    *c = (struct comparison){.a = a, .b = b};
    compare_find_keys(c);
    compare_find_cells(c);
    for (int i = 0; i < c->pairs; i++)
        compare_trials(c, &c->pair[i].a->result, &c->pair[i].b->result);
    compare_metrics(c);
    find_differences(c);
}

static void clear_keys(struct compare_keys *keys)
{
    for (int i = 0; i < keys->count; i++) {
        free(keys->key[i].key);
        list_clear(&keys->key[i].only_a);
        list_clear(&keys->key[i].only_b);
    }
    free(keys->key);
}

void comparison_clear(struct comparison *c)
{
    clear_keys(&c->provenance);
    clear_keys(&c->config);
    for (int i = 0; i < c->cells; i++) {
        config_clear(&c->cell[i].config);
        free(c->cell[i].label);
        free(c->cell[i].a);
        free(c->cell[i].b);
    }
    free(c->cell);
    free(c->pair);
    for (int i = 0; i < c->metrics; i++)
        paired_clear(&c->metric[i].paired);
    free(c->metric);
    text_clear(&c->differences);
    *c = (struct comparison){0};
}

int comparison_count(const struct comparison *c, enum metric m, int count[COMPARE_VERDICTS])
{
    int all = 0;

    memset(count, 0, COMPARE_VERDICTS * sizeof *count);
    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].cell >= 0) {
            count[c->metric[i].verdict]++;
            all++;
        }
    return all;
}

enum compare_verdict comparison_verdict(const struct comparison *c, enum metric m)
{
    enum compare_verdict first = COMPARE_VERDICTS;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].verdict < first)
            first = c->metric[i].verdict;
    return first;
}
