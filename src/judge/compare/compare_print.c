/* Prints how two files of results, A and B, differ (struct comparison), as text. */
#include "base/arena.h"
#include "judge/compare/compare.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 10 }; /* a list is printed up to this number of items; --json prints all of them */

/* Prints how many of `count` items a list has left out, if any. */
static void print_omitted(int count, const char *indent)
{
    if (count > MOST)
        printf("%sand %d more: --json shows them\n", indent, count - MOST);
}

/* ---- keys ---- */

static void print_values(const char *before, const struct list *l)
{
    for (int i = 0; i < l->count && i < MOST; i++)
        printf("%s%s", i ? ", " : before, *l->item[i] ? l->item[i] : "(empty)");
    if (l->count > MOST)
        printf(" and %d more", l->count - MOST);
}

static void print_keys(const char *title, const struct compare_keys *keys)
{
    if (keys->count)
        printf("\n%s\n", title);
    for (int i = 0; i < keys->count; i++) {
        const struct compare_key *k = &keys->key[i];
        bool one_each = k->both == 0 && k->only_a.count == 1 && k->only_b.count == 1;

        printf("  %s", k->key);
        print_values(one_each ? "  " : "\n    only in A: ", &k->only_a);
        print_values(one_each ? " -> " : "\n    only in B: ", &k->only_b);
        printf("\n");
    }
}

/* ---- cells and trials ---- */

/* Prints the cells that only A has, or (in_a is false) that only B has. */
static void print_only_in(const struct comparison *c, bool in_a)
{
    int count = 0;

    for (int i = 0; i < c->cells; i++)
        if ((in_a ? c->cell[i].b_count : c->cell[i].a_count) == 0 && count++ < MOST)
            printf("  only in %s: %s\n", in_a ? "A" : "B",
                   *c->cell[i].label ? c->cell[i].label : "(all)");
    print_omitted(count, "  ");
}

static void print_trials(const struct comparison *c)
{
    int count = 0;

    printf("\nTrials\n  in %d cell%s: %d with a seed that both have, %d only in A, %d only in B\n",
           c->cells, plural(c->cells), c->pairs, c->a->records - c->pairs,
           c->b->records - c->pairs);
    print_only_in(c, true);
    print_only_in(c, false);
    for (int i = 0; i < c->pairs; i++) {
        const struct record *a = c->pair[i].a, *b = c->pair[i].b;

        if (a->result.status != b->result.status && count++ < MOST)
            printf("  %s -> %s: seed=%lld %s\n", trial_status_name[a->result.status],
                   trial_status_name[b->result.status], (long long)a->seed,
                   c->cell[c->pair[i].cell].label);
    }
    print_omitted(count, "  ");
    for (int i = COMPARE_STATUS + 1; i < COMPARE_FACTS; i++)
        if (c->fact[i])
            printf("  %s: differs in %d\n", compare_fact_name[i], c->fact[i]);
    for (int m = 0; m < METRICS; m++)
        if (c->curve[m])
            printf("  curve of %s: differs in %d\n", metric_info[m].name, c->curve[m]);
}

/* ---- metrics ---- */

/* Adds the comparison of one metric in one cell: its means in A and B, their difference with its interval, the
 * number of seeds, p after Holm's correction, and the verdict, such as "20.4 -> 25.4, +5.02 [5, 5.04], 5 seeds, p
 * 0.003, beyond noise". */
static void add_values(struct text *t, const struct compare_metric *m)
{
    const struct interval *d = &m->paired.difference;

    if (!isnan(m->mean_a) && !isnan(m->mean_b))
        text_add(t, "%.5g -> %.5g, ", m->mean_a, m->mean_b);
    if (!isnan(m->p_holm))
        text_add(t, "%+.3g [%.3g, %.3g], %d seed%s, p %.2g, ", d->mean, d->low, d->high, d->n,
                 plural(d->n), m->p_holm);
    text_add(t, "%s", compare_verdict_name[m->verdict]);
}

/* Prints the cells in which the metric is COMPARE_CHANGED. */
static void print_changes(const struct comparison *c, enum metric m)
{
    int count = 0;

    for (int i = 0; i < c->metrics; i++) {
        const struct compare_metric *one = &c->metric[i];
        struct text t = {0};

        if (one->metric != m || one->cell < 0 || one->verdict != COMPARE_CHANGED || count++ >= MOST)
            continue;
        add_values(&t, one);
        printf("    %s: %s\n", c->cell[one->cell].label, t.s);
        text_clear(&t);
    }
    print_omitted(count, "    ");
}

/* Adds in how many cells a metric has each verdict, such as "beyond noise in 3 of 70 cells, identical in 67 of 70
 * cells". For a metric of timing, adds only COMPARE_CHANGED. */
static void add_verdicts(struct text *t, const struct comparison *c, enum metric m)
{
    int count[COMPARE_VERDICTS], all = comparison_count(c, m, count);

    for (int v = 0; v < (metric_info[m].timing ? COMPARE_CHANGED + 1 : COMPARE_VERDICTS); v++) {
        if (count[v] && count[v] == all)
            text_add_item(t, ", ", "%s in all %d cell%s", compare_verdict_name[v], all,
                          plural(all));
        else if (count[v])
            text_add_item(t, ", ", "%s in %d of %d cell%s", compare_verdict_name[v], count[v], all,
                          plural(all));
    }
}

/* Adds the ratio of B's times to A's over the cells: the median and the range. */
static void add_ratios(struct text *t, const struct comparison *c, enum metric m)
{
    double *ratio = NULL, *sorted;
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].mean_a > 0 && c->metric[i].mean_b > 0)
            array_add(ratio, n) = c->metric[i].mean_b / c->metric[i].mean_a;
    stats_sort(n, ratio, &sorted);
    if (n > 0)
        text_add(t, "B over A %.3g in the median cell (%.3g to %.3g)", stats_median(n, ratio),
                 sorted[0], sorted[n - 1]);
    free(sorted);
    free(ratio);
}

/* Prints a line for the metric. When there are several cells and the metric is not of timing, also prints a line for its
 * mean over cells, if it has one, and for each of the first MOST cells that are COMPARE_CHANGED. */
static void print_metric(const struct comparison *c, enum metric m)
{
    struct text name = {0}, t = {0}, mean = {0};

    if (c->cells > 1 && metric_info[m].timing)
        add_ratios(&t, c, m);
    if (c->cells > 1)
        add_verdicts(&t, c, m);
    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].cell < 0) {
            text_add(&mean, "    mean of %d cell%s: ", c->metric[i].cells,
                     plural(c->metric[i].cells));
            add_values(&mean, &c->metric[i]);
            text_add(&mean, "\n");
        } else if (c->metric[i].metric == m && c->cells == 1) {
            add_values(&t, &c->metric[i]);
        }
    metric_print(m, &name);
    if (t.length)
        printf("  %s: %s\n%s", name.s, text_str(&t), text_str(&mean));
    text_clear(&name);
    text_clear(&t);
    text_clear(&mean);
    if (c->cells > 1 && !metric_info[m].timing)
        print_changes(c, m);
}

/* Prints the metrics of timing, or (timing is false) all others. */
static void print_metrics(const struct comparison *c, bool timing, const char *title)
{
    int tested = 0;

    for (int i = 0; i < c->metrics; i++)
        tested += metric_info[c->metric[i].metric].timing == timing && c->metric[i].cell >= 0 &&
                  !isnan(c->metric[i].p);
    if (c->metrics)
        printf("\n%s\n", title);
    if (tested)
        printf("  B less A, 95 %% interval; p corrected for %d comparison%s\n", tested,
               plural(tested));
    for (int m = 0; m < METRICS; m++)
        if (metric_info[m].timing == timing)
            print_metric(c, (enum metric)m);
}

/* ---- all of it ---- */

static void print_head(const struct comparison *c, const char *path_a, const char *path_b)
{
    struct text without = {0};

    for (int m = 0; m < METRICS; m++)
        if (!comparison_has_curve(c, m) && !metric_info[m].timing)
            text_add_item(&without, ", ", "%s", metric_info[m].name);
    if (c->differences.length)
        printf("differs: %s\n", c->differences.s);
    else
        printf("same: %s to the last bit, timing and provenance aside\n",
               without.length ? "final values equal" : "equal");
    printf("A: %s (%s, version %d, trials: %d)\n", path_a, c->a->experiment, c->a->version,
           c->a->records);
    printf("B: %s (%s, version %d, trials: %d)\n", path_b, c->b->experiment, c->b->version,
           c->b->records);
    if (without.length)
        printf("A file has final values alone, no curves, of %s\n", without.s);
    if (strcmp(c->a->experiment, c->b->experiment))
        printf("These are different experiments; compared are trials of equal configuration.\n");
    text_clear(&without);
}

void compare_print(const struct comparison *c, const char *path_a, const char *path_b)
{
    print_head(c, path_a, path_b);
    print_keys("Provenance", &c->provenance);
    print_keys("Configuration", &c->config);
    print_trials(c);
    print_metrics(c, false, "Final values of metrics");
    print_metrics(c, true, "Timing, which varies from run to run");
}
