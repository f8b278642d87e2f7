/* The part of a comparison's text that is about metrics. */
#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "judge/compare_print.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_p(const void *a, const void *b)
{
    const struct compare_metric *x = *(const struct compare_metric *const *)a,
                                *y = *(const struct compare_metric *const *)b;

    if (x->p < y->p || x->p > y->p)
        return x->p < y->p ? -1 : 1;
    return (x->cell > y->cell) - (x->cell < y->cell);
}

/* A cell's values, their difference and its interval. */
static void add_values(struct text *t, const struct compare_metric *m)
{
    const struct interval *d = &m->difference;

    text_add(t, "%.5g -> %.5g", m->a, m->b);
    if (isfinite(d->mean))
        text_add(t, ", %+.3g", d->mean);
    if (!isfinite(d->mean))
        text_add(t, " (infinite in some seeds)");
    else if (isnan(d->low))
        text_add(t, " (too few seeds for an interval)");
    else if (m->paired)
        text_add(t, " [%.3g, %.3g], %d seeds, p %.2g", d->low, d->high, m->n_a, m->adjusted);
    else
        text_add(t, " [%.3g, %.3g], %d and %d other seeds, p %.2g", d->low, d->high, m->n_a, m->n_b,
                 m->adjusted);
}

/* On a second line where they are long. */
static void print_values(const struct comparison *c, const struct compare_metric *m)
{
    const char *name = c->cell[m->cell].label;
    struct text t = {0};

    add_values(&t, m);
    printf("    %s:%s%s\n", name, strlen(name) + t.length + 6 <= WIDTH ? " " : "\n      ",
           text_str(&t));
    text_clear(&t);
}

/* The cells in which the metric changed, the clearest first. */
static void print_changes(const struct comparison *c, enum metric m)
{
    const struct compare_metric **list = xcalloc((size_t)c->metrics + 1, sizeof *list);
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].verdict == COMPARE_CHANGED)
            list[n++] = &c->metric[i];
    qsort(list, (size_t)n, sizeof *list, by_p);
    for (int i = 0; i < n && i < MOST; i++)
        print_values(c, list[i]);
    compare_print_more(n, "    ");
    free(list);
}

/* "all 70 cells", "3 of 70 cells" */
static void add_part(struct text *t, const char *what, int count, int all)
{
    if (count == 0)
        return;
    text_add(t, "%s%s ", t->length ? ", " : "", what);
    if (count == all)
        text_add(t, "in all %d cells", all);
    else
        text_add(t, "in %d of %d cells", count, all);
}

/* The least and the largest number of values that were compared in a cell. */
struct range {
    int least, most;
};

static void widen(struct range *r, int n)
{
    r->least = r->most == 0 || n < r->least ? n : r->least;
    r->most = n > r->most ? n : r->most;
}

static void add_range(struct text *t, const struct range *r)
{
    text_add(t, r->least < r->most ? "%d to %d" : "%d", r->least, r->most);
}

/* " x 5 seeds", " x 3 to 5 seeds", and " x 5 and 4 other seeds" where any cell has no pairs. */
static void add_seeds(struct text *t, const struct comparison *c, enum metric m)
{
    struct range a = {0}, b = {0};
    bool paired = true;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].n_a > 0) {
            widen(&a, c->metric[i].n_a);
            widen(&b, c->metric[i].n_b);
            paired = paired && c->metric[i].paired;
        }
    if (a.most == 0)
        return;
    text_add(t, " x ");
    add_range(t, &a);
    if (!paired) {
        text_add(t, " and ");
        add_range(t, &b);
    }
    text_add(t, " %sseed%s", paired ? "" : "other ", a.most > 1 || !paired ? "s" : "");
}

/* Seeds that lost their value on one side, though they ended alike. */
static void add_lopsided(struct text *t, const struct comparison *c, enum metric m)
{
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        n += c->metric[i].metric == m ? c->metric[i].lopsided : 0;
    if (n > 0)
        text_add(t, "; %d seed%s a value on one side alone", n, n > 1 ? "s have" : " has");
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* How B's times relate to A's. */
static void add_ratios(struct text *t, const struct comparison *c, enum metric m)
{
    double *ratio = xcalloc((size_t)c->metrics + 1, sizeof *ratio);
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].a > 0 && c->metric[i].b > 0)
            ratio[n++] = c->metric[i].b / c->metric[i].a;
    qsort(ratio, (size_t)n, sizeof *ratio, by_value);
    if (n > 0)
        text_add(t, "B over A %.3g in the median cell (%.3g to %.3g)",
                 (ratio[(n - 1) / 2] + ratio[n / 2]) / 2, ratio[0], ratio[n - 1]);
    free(ratio);
}

static bool has_infinite(const struct comparison *c, enum metric m)
{
    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && isinf(c->metric[i].difference.mean))
            return true;
    return false;
}

static void add_parts(struct text *t, const struct comparison *c, enum metric m, const int *count,
                      int all)
{
    if (metric_info[m].timing)
        add_ratios(t, c, m);
    add_part(t, "beyond noise", count[COMPARE_CHANGED], all);
    if (metric_info[m].timing)
        return;
    add_part(t, "within noise", count[COMPARE_NOISE], all);
    add_part(t, has_infinite(c, m) ? "too few seeds, or infinite values," : "too few seeds to tell",
             count[COMPARE_UNTESTED], all);
    add_part(t, "identical", count[COMPARE_IDENTICAL], all);
    if (count[COMPARE_IDENTICAL] == all)
        add_seeds(t, c, m);
    add_part(t, "only in A", count[COMPARE_ONLY_A], all);
    add_part(t, "only in B", count[COMPARE_ONLY_B], all);
    add_lopsided(t, c, m);
}

/* What is said of the only cell. */
static void add_single(struct text *t, const struct comparison *c, enum metric m)
{
    for (int i = 0; i < c->metrics; i++) {
        const struct compare_metric *one = &c->metric[i];

        if (one->metric != m)
            continue;
        if (one->verdict == COMPARE_IDENTICAL && one->paired)
            text_add(t, "%.5g in both, identical", one->a);
        else if (one->verdict == COMPARE_IDENTICAL)
            text_add(t, "%.5g in both, identical in %d and %d other seeds", one->a, one->n_a,
                     one->n_b);
        else
            add_values(t, one);
        if (one->verdict == COMPARE_CHANGED)
            text_add(t, ": beyond noise");
    }
    add_lopsided(t, c, m);
}

/* What all cells say together. */
static void print_overall(const struct comparison *c, enum metric m)
{
    const struct compare_overall *o = &c->overall[m];

    if (o->cells > 0)
        number_print(stdout, "    mean of %d cells: %+.3g [%.3g, %.3g], %d seeds, p %.2g%s\n",
                     o->cells, o->difference.mean, o->difference.low, o->difference.high,
                     o->difference.n, o->adjusted,
                     o->adjusted < COMPARE_LEVEL ? ": beyond noise" : "");
}

static int sum(const int count[COMPARE_VERDICTS])
{
    int all = 0;

    for (int v = 0; v < COMPARE_VERDICTS; v++)
        all += count[v];
    return all;
}

static void print_metric(const struct comparison *c, enum metric m)
{
    int count[COMPARE_VERDICTS], all;
    const char *unit = metric_info[m].unit;
    struct text t = {0};

    comparison_count(c, m, count);
    all = sum(count);
    if (all == 0 || count[COMPARE_ONLY_A] == all || count[COMPARE_ONLY_B] == all)
        return;
    if (c->cells == 1)
        add_single(&t, c, m);
    else
        add_parts(&t, c, m, count, all);
    printf("  %s%s%s: %s\n", metric_info[m].name, strcmp(unit, "1") ? " in " : "",
           strcmp(unit, "1") ? unit : "", text_str(&t));
    text_clear(&t);
    if (c->cells == 1 || metric_info[m].timing)
        return;
    print_overall(c, m);
    print_changes(c, m);
}

/* Metrics of which only one has values, in any cell. */
static void print_unshared(const struct comparison *c, bool timing, enum compare_verdict only)
{
    struct compare_list names = {0};

    for (int m = 0; m < METRICS; m++) {
        int count[COMPARE_VERDICTS];

        comparison_count(c, (enum metric)m, count);
        if (metric_info[m].timing == timing && count[only] > 0 && count[only] == sum(count))
            compare_list_add(&names, metric_info[m].name);
    }
    for (int i = 0, column = WIDTH; i < names.count; i++) {
        int n = (int)strlen(names.item[i]) + 1;

        if (column + n > WIDTH)
            column = printf("%s  measured only in %s:", i ? "\n" : "",
                            only == COMPARE_ONLY_A ? "A" : "B");
        column += printf(" %s", names.item[i]);
    }
    printf("%s", names.count ? "\n" : "");
    compare_list_clear(&names);
}

/* How many were tested together, of timing or not. */
static int count_tested(const struct comparison *c, bool timing)
{
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        n += metric_info[c->metric[i].metric].timing == timing && !isnan(c->metric[i].p);
    return n;
}

void compare_print_metrics(const struct comparison *c, bool timing, const char *title)
{
    int tested = count_tested(c, timing);

    if (c->metrics == 0)
        return;
    printf("\n%s\n", title);
    if (tested)
        printf("  %sp corrected for %d comparison%s\n",
               timing && c->cells > 1 ? "beyond noise: " : "B less A, 95 % interval; ", tested,
               tested > 1 ? "s" : "");
    for (int m = 0; m < METRICS; m++)
        if (metric_info[m].timing == timing)
            print_metric(c, (enum metric)m);
    print_unshared(c, timing, COMPARE_ONLY_A);
    print_unshared(c, timing, COMPARE_ONLY_B);
}
