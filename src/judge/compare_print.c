/* A comparison as text. */
#include "base/arena.h"
#include "base/text.h"
#include "judge/compare.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WIDTH = 96, /* columns */
    MOST = 10,  /* lines of a list; --json has all of them */
};

static void print_omitted(int count, const char *indent)
{
    if (count > MOST)
        printf("%sand %d more: --json shows them\n", indent, count - MOST);
}

static const char *plural(int n)
{
    return n == 1 ? "" : "s";
}

/* ---- keys ---- */

/* The values with commas between them, cut between characters to one line. A new string. */
static char *join(const struct list *l)
{
    size_t n = WIDTH - strlen("    only in A: ...");
    struct text t = {0};

    for (int i = 0; i < l->count; i++)
        text_add_item(&t, ", ", "%s", *l->item[i] ? l->item[i] : "(empty)");
    if (t.length > n) {
        while (n > 0 && (t.s[n] & 0xC0) == 0x80) /* inside a character of UTF-8 */
            n--;
        t.length = n;
        text_add(&t, "...");
    }
    return t.s ? t.s : xstrdup("");
}

/* "lr  0.1 -> 0.2", "norm  only in A: none; only in B: rmsnorm"; each side on a line of its own where they are long. */
static void print_key(const struct compare_key *k)
{
    bool in_a = k->only_a.count > 0, in_b = k->only_b.count > 0;
    bool change = k->both == 0 && k->only_a.count == 1 && k->only_b.count == 1;
    char *a = join(&k->only_a), *b = join(&k->only_b);
    bool wide =
        strlen(k->key) + strlen(a) + strlen(b) + strlen("    only in A: ; only in B: ") > WIDTH;
    const char *gap = wide ? "\n    " : "  ";

    printf("  %s", k->key);
    if (in_a)
        printf("%s%s%s", gap, change ? "" : "only in A: ", a);
    if (in_a && in_b && !wide)
        gap = change ? " " : "; ";
    if (in_b)
        printf("%s%s%s", gap, change ? "-> " : "only in B: ", b);
    printf("\n");
    free(a);
    free(b);
}

static void print_keys(const char *title, const struct compare_keys *keys)
{
    if (keys->count)
        printf("\n%s\n", title);
    for (int i = 0; i < keys->count; i++)
        print_key(&keys->key[i]);
}

/* ---- cells and trials ---- */

static int count_only_in(const struct comparison *c, bool in_a)
{
    int count = 0;

    for (int i = 0; i < c->cells; i++)
        count += (in_a ? c->cell[i].b_count : c->cell[i].a_count) == 0;
    return count;
}

static void print_only_in(const struct comparison *c, bool in_a)
{
    int count = 0;

    for (int i = 0; i < c->cells; i++)
        if ((in_a ? c->cell[i].b_count : c->cell[i].a_count) == 0 && count++ < MOST)
            printf("  only in %s: %s\n", in_a ? "A" : "B",
                   *c->cell[i].label ? c->cell[i].label : "(all)");
    print_omitted(count, "  ");
}

static void print_cells(const struct comparison *c)
{
    int only_a = count_only_in(c, true), only_b = count_only_in(c, false);
    int pairs = 0, a = 0, b = 0;

    if (c->cells == 1 && only_a + only_b == 0 && c->a->records + c->b->records == 2)
        return; /* one trial each */
    for (int i = 0; i < c->cells; i++)
        if (c->cell[i].a_count && c->cell[i].b_count) {
            pairs += c->cell[i].pairs;
            a += c->cell[i].a_count;
            b += c->cell[i].b_count;
        }
    printf("\nCells\n  %d in both, %d only in A, %d only in B\n", c->cells - only_a - only_b,
           only_a, only_b);
    if (a + b > 0)
        printf("  trials of those in both: %d with a seed that both have, %d only in A, %d only in "
               "B\n",
               pairs, a - pairs, b - pairs);
    print_only_in(c, true);
    print_only_in(c, false);
}

static void print_statuses(const struct comparison *c)
{
    int count = 0;

    if (c->statuses)
        printf("\nTrials that ended differently\n");
    for (int i = 0; i < c->cells; i++)
        for (int k = 0; k < c->cell[i].pairs; k++) {
            const struct record *a = c->cell[i].pair[k].a, *b = c->cell[i].pair[k].b;

            if (a->result.status != b->result.status && count++ < MOST)
                printf("  %s -> %s: seed=%lld%s%s\n", trial_status_name[a->result.status],
                       trial_status_name[b->result.status], (long long)a->seed,
                       *c->cell[i].label ? " " : "", c->cell[i].label);
        }
    print_omitted(count, "  ");
}

/* What differs between trials of a seed that ended alike, beside final values. */
static void print_facts(const struct comparison *c)
{
    struct text lines = {0}, curves = {0};

    for (int i = 0; i < COMPARE_FACTS; i++)
        if (c->fact[i])
            text_add(&lines, "  %s: in %d\n", compare_fact_name[i], c->fact[i]);
    for (int m = 0; m < METRICS; m++)
        if (c->curve[m])
            text_add_item(&curves, ", ", "%s in %d", metric_info[m].name, c->curve[m]);
    if (curves.length)
        text_add(&lines, "  curves: %s\n", curves.s);
    if (lines.length)
        printf("\nTrials of the same seed that differ\n%s", lines.s);
    text_clear(&curves);
    text_clear(&lines);
}

/* ---- metrics ---- */

/* The difference with its interval. */
static void add_difference(struct text *t, const struct compare_metric *m)
{
    const struct interval *d = &m->paired.difference;

    if (isfinite(d->mean))
        text_add(t, "%+.3g", d->mean);
    if (isnan(d->low))
        text_add(t, " (too few seeds for an interval)");
    else if (isinf(d->low) || isinf(d->high))
        text_add(t, " (infinite in some seeds)");
    else
        text_add(t, " [%.3g, %.3g], %d seeds, p %.2g%s", d->low, d->high, d->n, m->adjusted,
                 m->verdict == COMPARE_CHANGED ? ": beyond noise" : "");
}

/* The means in A and B, their difference and its interval. */
static void add_values(struct text *t, const struct compare_metric *m)
{
    if (m->verdict == COMPARE_ONLY_A || m->verdict == COMPARE_ONLY_B) {
        text_add(t, "only in %s", m->verdict == COMPARE_ONLY_A ? "A" : "B");
    } else if (m->verdict == COMPARE_IDENTICAL) {
        text_add(t, "%.5g in both, identical", m->a);
    } else if (m->verdict == COMPARE_NO_PAIRS) {
        text_add(t, "%.5g -> %.5g (no common seeds)", m->a, m->b);
    } else {
        text_add(t, "%.5g -> %.5g, ", m->a, m->b);
        add_difference(t, m);
    }
}

static int by_p(const void *a, const void *b)
{
    const struct compare_metric *x = *(const struct compare_metric *const *)a,
                                *y = *(const struct compare_metric *const *)b;

    if (x->p < y->p || x->p > y->p)
        return x->p < y->p ? -1 : 1;
    return (x->cell > y->cell) - (x->cell < y->cell);
}

/* The cells in which the metric changed, those with the smallest p first. */
static void print_changes(const struct comparison *c, enum metric m)
{
    const struct compare_metric **changed = NULL;
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].cell >= 0 &&
            c->metric[i].verdict == COMPARE_CHANGED)
            array_add(changed, n) = &c->metric[i];
    if (n)
        qsort(changed, (size_t)n, sizeof *changed, by_p);
    for (int i = 0; i < n && i < MOST; i++) {
        const char *name = c->cell[changed[i]->cell].label;
        struct text t = {0};

        add_values(&t, changed[i]);
        printf("    %s:%s%s\n", name, strlen(name) + t.length + 6 <= WIDTH ? " " : "\n      ", t.s);
        text_clear(&t);
    }
    print_omitted(n, "    ");
    free(changed);
}

/* "beyond noise in 3 of 70 cells, identical in 67 of 70 cells" */
static void add_verdicts(struct text *t, const struct comparison *c, enum metric m)
{
    static const char *const words[COMPARE_VERDICTS] = {[COMPARE_CHANGED] = "beyond noise",
                                                        [COMPARE_NOISE] = "within noise",
                                                        [COMPARE_UNTESTED] =
                                                            "too few seeds, or infinite values,",
                                                        [COMPARE_NO_PAIRS] = "no common seeds",
                                                        [COMPARE_IDENTICAL] = "identical",
                                                        [COMPARE_ONLY_A] = "only in A",
                                                        [COMPARE_ONLY_B] = "only in B"};
    static const enum compare_verdict order[COMPARE_VERDICTS] = {
        COMPARE_CHANGED,   COMPARE_NOISE,  COMPARE_UNTESTED, COMPARE_NO_PAIRS,
        COMPARE_IDENTICAL, COMPARE_ONLY_A, COMPARE_ONLY_B};
    int count[COMPARE_VERDICTS], all = comparison_count(c, m, count);
    int shown = metric_info[m].timing ? 1 : COMPARE_VERDICTS;

    for (int i = 0; i < shown; i++) {
        int n = count[order[i]];

        if (n && n == all)
            text_add_item(t, ", ", "%s in all %d cells", words[order[i]], all);
        else if (n)
            text_add_item(t, ", ", "%s in %d of %d cells", words[order[i]], n, all);
    }
}

/* How B's times relate to A's. */
static void add_ratios(struct text *t, const struct comparison *c, enum metric m)
{
    double *ratio = NULL, *sorted;
    int n = 0;

    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].a > 0 && c->metric[i].b > 0)
            array_add(ratio, n) = c->metric[i].b / c->metric[i].a;
    stats_sort(n, ratio, &sorted);
    if (n > 0)
        text_add(t, "B over A %.3g in the median cell (%.3g to %.3g)", stats_median(n, ratio),
                 sorted[0], sorted[n - 1]);
    free(sorted);
    free(ratio);
}

/* A line for the metric, one for its mean over cells, and lines for the cells that changed. */
static void print_metric(const struct comparison *c, enum metric m)
{
    const char *unit = metric_info[m].unit;
    int one_sided = 0;
    struct text t = {0}, mean = {0};

    if (c->cells > 1 && metric_info[m].timing)
        add_ratios(&t, c, m);
    if (c->cells > 1)
        add_verdicts(&t, c, m);
    for (int i = 0; i < c->metrics; i++) {
        const struct compare_metric *one = &c->metric[i];

        if (one->metric != m)
            continue;
        one_sided += one->one_sided;
        if (c->cells == 1)
            add_values(&t, one);
        if (one->cell < 0) {
            text_add(&mean, "    mean of %d cells: ", one->cells);
            add_difference(&mean, one);
            text_add(&mean, "\n");
        }
    }
    if (one_sided)
        text_add(&t, "; %d seed%s a value on one side alone", one_sided,
                 one_sided > 1 ? "s have" : " has");
    if (t.length)
        printf("  %s%s%s: %s\n%s", metric_info[m].name, strcmp(unit, "1") ? " in " : "",
               strcmp(unit, "1") ? unit : "", t.s, text_str(&mean));
    text_clear(&t);
    text_clear(&mean);
    if (c->cells > 1 && !metric_info[m].timing)
        print_changes(c, m);
}

/* The metrics of timing, or the others. */
static void print_metrics(const struct comparison *c, bool timing, const char *title)
{
    int tested = 0;

    if (c->metrics == 0)
        return;
    for (int i = 0; i < c->metrics; i++)
        tested += metric_info[c->metric[i].metric].timing == timing && c->metric[i].cell >= 0 &&
                  !isnan(c->metric[i].p);
    printf("\n%s\n", title);
    if (tested)
        printf("  %sp corrected for %d comparison%s\n",
               timing && c->cells > 1 ? "beyond noise: " : "B less A, 95 % interval; ", tested,
               plural(tested));
    for (int m = 0; m < METRICS; m++)
        if (metric_info[m].timing == timing)
            print_metric(c, (enum metric)m);
}

/* ---- the first lines ---- */

/* The curves that only one side has, or neither: "; curves of gamma_sd only in A". */
static void add_missing(struct text *t, const struct comparison *c)
{
    static const char *const where[] = {"", "only in A", "only in B", "in neither"};

    for (int k = 1; k < 4; k++) {
        int n = 0;

        for (int m = 0; m < METRICS; m++) {
            bool no_a = !results_have_curve(c->a, m), no_b = !results_have_curve(c->b, m);

            if (no_a == k / 2 && no_b == k % 2 && !metric_info[m].timing)
                text_add(t, "%s%s", n++ ? ", " : "; curves of ", metric_info[m].name);
        }
        text_add(t, "%s%s", n ? " " : "", n ? where[k] : "");
    }
}

/* Adds "N metrics WORDS" as an item, if there are any. */
static void add_metrics(struct text *t, int n, const char *words)
{
    if (n)
        text_add_item(t, ", ", "%d metric%s %s", n, plural(n), words);
}

/* What differs, without timing. */
static void add_reasons(struct text *t, const struct comparison *c)
{
    int changed = 0, noise = 0, untested = 0, no_pairs = 0, curves = 0;

    for (int m = 0; m < METRICS; m++) {
        int count[COMPARE_VERDICTS];
        bool beyond = comparison_changed(c, (enum metric)m);

        comparison_count(c, (enum metric)m, count);
        curves += c->curve[m] > 0;
        if (metric_info[m].timing)
            continue;
        changed += beyond;
        noise += count[COMPARE_NOISE] > 0;
        untested += !beyond && count[COMPARE_UNTESTED] > 0;
        no_pairs += count[COMPARE_NO_PAIRS] > 0;
    }
    if (strcmp(c->a->experiment, c->b->experiment))
        text_add_item(t, ", ", "experiments");
    if (c->a->version != c->b->version)
        text_add_item(t, ", ", "versions");
    if (c->config.count)
        text_add_item(t, ", ", "configuration");
    if (count_only_in(c, true) + count_only_in(c, false))
        text_add_item(t, ", ", "cells");
    if (c->statuses)
        text_add_item(t, ", ", "statuses");
    for (int i = 0; i < COMPARE_FACTS; i++)
        if (c->fact[i])
            text_add_item(t, ", ", "%s", compare_fact_name[i]);
    if (curves)
        text_add_item(t, ", ", "curves of %d metric%s", curves, plural(curves));
    add_metrics(t, changed, "beyond noise");
    add_metrics(t, untested, "in too few seeds to tell");
    add_metrics(t, no_pairs, "without common seeds");
    if (noise && !changed && !untested && !no_pairs)
        text_add_item(t, ", ", "metrics within noise");
}

static void print_head(const struct comparison *c, const char *path_a, const char *path_b)
{
    struct text reasons = {0}, missing = {0};

    add_reasons(&reasons, c);
    add_missing(&missing, c);
    if (comparison_same(c))
        printf("same: %s to the last bit, timing and provenance aside%s\n",
               missing.length ? "final values equal" : "equal", text_str(&missing));
    else
        printf("differs: %s%s\n", reasons.length ? reasons.s : "trials", text_str(&missing));
    text_clear(&reasons);
    text_clear(&missing);
    printf("A: %s (%s, version %d, %d trial%s)\n", path_a, c->a->experiment, c->a->version,
           c->a->records, plural(c->a->records));
    printf("B: %s (%s, version %d, %d trial%s)\n", path_b, c->b->experiment, c->b->version,
           c->b->records, plural(c->b->records));
    if (strcmp(c->a->experiment, c->b->experiment))
        printf("These are different experiments; compared are trials of equal configuration.\n");
}

void compare_print(const struct comparison *c, const char *path_a, const char *path_b)
{
    print_head(c, path_a, path_b);
    print_keys("Provenance", &c->provenance);
    print_keys("Configuration", &c->config);
    print_cells(c);
    print_statuses(c);
    print_facts(c);
    print_metrics(c, false, "Final values of metrics");
    print_metrics(c, true, "Timing, which varies from run to run");
}
