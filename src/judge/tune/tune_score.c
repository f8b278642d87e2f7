/* Scores the values of a round, and chooses those that go on and the best ones. */
#include "base/arena.h"
#include "base/map.h"
#include "judge/tune/tune.h"
#include <math.h>
#include <stdlib.h>

/* ---- scores ---- */

/* Sets what a value's round has measured. rows: the index in r of each trial's key. */
static void take_results(const struct tune_cell *c, struct tune_value *v, const struct sweep *round,
                         const struct results *r, const struct map *rows)
{
    size_t n = (size_t)v->seeds;

    v->validation = xrealloc(v->validation, n * sizeof *v->validation);
    v->loss = xrealloc(v->loss, n * sizeof *v->loss);
    v->test = xrealloc(v->test, n * sizeof *v->test);
    v->unsuccessful = 0;
    v->scored = true;
    for (int i = 0; i < v->seeds; i++) {
        int row = map_get(rows, round->trial[v->first + i].key);
        const struct trial_result *result = row < 0 ? NULL : &r->record[row].result;
        bool error = c->validation == METRIC_val_error;

        v->validation[i] = result ? trial_final(result, c->validation) : NAN;
        v->loss[i] = result && error ? trial_final(result, METRIC_val_loss) : NAN;
        v->test[i] = result ? trial_final(result, c->test) : NAN;
        v->unsuccessful += isnan(v->validation[i]);
    }
}

/* Compares two numbers, of which the smaller is better and NaN is the worst. */
static int compare(double x, double y)
{
    return isnan(x) || isnan(y) ? !!isnan(x) - !!isnan(y) : (x > y) - (x < y);
}

/* Sorts values from the best to the worst (tune.h). Equal values keep their order in the cell. */
static int by_score(const void *a, const void *b)
{
    const struct tune_value *x = *(const struct tune_value *const *)a,
                            *y = *(const struct tune_value *const *)b;
    int order = compare((double)x->unsuccessful / x->seeds, (double)y->unsuccessful / y->seeds);

    if (order == 0)
        order = compare(stats_moments(x->seeds, x->validation).mean,
                        stats_moments(y->seeds, y->validation).mean);
    if (order == 0)
        order =
            compare(stats_moments(x->seeds, x->loss).mean, stats_moments(y->seeds, y->loss).mean);
    return order ? order : (x > y) - (x < y);
}

/* Lets the better third of the cell's values in this round go on to the next one; after the last round, chooses the best
 * value. */
static void choose(struct tune_cell *c, int left)
{
    struct tune_value **in = xcalloc((size_t)c->values, sizeof *in);
    int n = 0, most;

    for (int k = 0; k < c->values; k++)
        if (c->value[k].left == left)
            in[n++] = &c->value[k];
    qsort(in, (size_t)n, sizeof *in, by_score);
    most = left ? tune_going_on(n) : 1;
    for (int k = 0; k < n && k < most && in[k]->unsuccessful < in[k]->seeds; k++)
        if (left)
            in[k]->left--;
        else
            c->best = (int)(in[k] - c->value);
    free(in);
}

void tune_score(struct tune *t, int left, const struct sweep *round, const struct results *r)
{
    struct map rows = {0};

    for (int i = 0; i < r->records; i++)
        map_set(&rows, r->record[i].key, i);
    for (int i = 0; i < t->cells; i++) {
        struct tune_cell *c = &t->cell[i];

        for (int k = 0; k < c->values; k++)
            if (c->value[k].left == left)
                take_results(c, &c->value[k], round, r, &rows);
        if (left < c->rounds)
            choose(c, left);
    }
    map_clear(&rows);
}

/* ---- results ---- */

struct interval tune_interval(const struct tune_value *v, const double *errors, enum metric m)
{
    struct interval i = stats_mean(v->seeds, errors, NULL);

    i.low = i.low < metric_info[m].least ? metric_info[m].least : i.low;
    i.high = i.high > metric_info[m].most ? metric_info[m].most : i.high;
    return i;
}

bool tune_is_at_end(const struct tune_cell *c, bool *largest)
{
    bool least = true, most = true;
    double best = c->best < 0 ? NAN : c->value[c->best].number;

    for (int k = 0; k < c->values; k++) {
        least = least && c->value[k].number >= best;
        most = most && c->value[k].number <= best;
    }
    *largest = most;
    return least || most;
}

bool tune_is_close(const struct tune_cell *c, int i)
{
    const struct tune_value *v = &c->value[i], *best = c->best < 0 ? NULL : &c->value[c->best];
    struct interval difference;
    double *d;

    if (!best || v == best || v->left || !v->scored)
        return false;
    d = xcalloc((size_t)v->seeds, sizeof *d);
    for (int k = 0; k < v->seeds; k++)
        d[k] = k < best->seeds ? v->validation[k] - best->validation[k] : NAN;
    difference = stats_mean(v->seeds, d, NULL);
    free(d);
    return difference.low <= 0;
}
