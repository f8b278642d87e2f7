/* A comparison as text. */
#include "judge/compare_print.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

void compare_print_more(int count, const char *indent)
{
    if (count > MOST)
        printf("%sand %d more: --json shows them\n", indent, count - MOST);
}

/* ---- keys ---- */

/* Cuts what would fill more than a line, between characters. */
static void shorten(struct text *t)
{
    size_t n = WIDTH - strlen("    only in A: ...");

    if (t->length <= n)
        return;
    while (n > 0 && (t->s[n] & 0xC0) == 0x80)
        n--;
    t->length = n;
    text_add(t, "...");
}

static void add_list(struct text *t, const struct compare_list *l)
{
    for (int i = 0; i < l->count; i++)
        text_add(t, "%s%s", i ? ", " : "", *l->item[i] ? l->item[i] : "(empty)");
    shorten(t);
}

/* "5 -> 6", "only in A: 5; only in B: 6, 7"; on lines of their own where they are long. */
static void print_key(const struct compare_key *k, int name_width)
{
    bool change = k->both == 0 && k->only_a.count == 1 && k->only_b.count == 1;
    struct text a = {0}, b = {0};
    size_t length;

    add_list(&a, &k->only_a);
    add_list(&b, &k->only_b);
    length = (size_t)name_width + a.length + b.length + strlen("only in A: ; only in B: ") + 4;
    printf("  %-*s", length <= WIDTH ? name_width + 2 : 0, k->key);
    if (change && length <= WIDTH)
        printf("%s -> %s\n", text_str(&a), text_str(&b));
    else if (change)
        printf("\n    A: %s\n    B: %s\n", text_str(&a), text_str(&b));
    else if (length <= WIDTH)
        printf("%s%s%s%s%s\n", a.length ? "only in A: " : "", text_str(&a),
               a.length && b.length ? "; " : "", b.length ? "only in B: " : "", text_str(&b));
    else
        printf("\n%s%s%s%s%s%s", a.length ? "    only in A: " : "", text_str(&a),
               a.length ? "\n" : "", b.length ? "    only in B: " : "", text_str(&b),
               b.length ? "\n" : "");
    text_clear(&a);
    text_clear(&b);
}

static void print_keys(const char *title, const struct compare_keys *keys)
{
    int width = 0;

    if (keys->count == 0)
        return;
    for (int i = 0; i < keys->count; i++)
        width = (int)strlen(keys->key[i].key) > width ? (int)strlen(keys->key[i].key) : width;
    printf("\n%s\n", title);
    for (int i = 0; i < keys->count; i++)
        print_key(&keys->key[i], width);
}

/* ---- cells and statuses ---- */

/* Does only A have the cell, or only B? */
static bool is_lonely(const struct compare_cell *cell, bool in_a)
{
    return in_a ? cell->b_count == 0 : cell->a_count == 0;
}

static int count_lonely(const struct comparison *c, bool in_a)
{
    int count = 0;

    for (int i = 0; i < c->cells; i++)
        count += is_lonely(&c->cell[i], in_a);
    return count;
}

static void print_lonely(const struct comparison *c, bool in_a)
{
    int count = 0;

    for (int i = 0; i < c->cells; i++)
        if (is_lonely(&c->cell[i], in_a) && count++ < MOST)
            printf("  only in %s: %s\n", in_a ? "A" : "B",
                   *c->cell[i].label ? c->cell[i].label : "(all)");
    compare_print_more(count, "  ");
}

/* Trials of the cells in both, as far as they have partners of the same seed. */
static void count_trials(const struct comparison *c, int *pairs, int *alone_a, int *alone_b)
{
    *pairs = *alone_a = *alone_b = 0;
    for (int i = 0; i < c->cells; i++)
        if (c->cell[i].a_count > 0 && c->cell[i].b_count > 0) {
            *pairs += c->cell[i].pairs;
            *alone_a += c->cell[i].a_count - c->cell[i].pairs;
            *alone_b += c->cell[i].b_count - c->cell[i].pairs;
        }
}

static void print_cells(const struct comparison *c)
{
    int only_a = count_lonely(c, true), only_b = count_lonely(c, false);
    int pairs, alone_a, alone_b;

    if (c->cells == 1 && only_a + only_b == 0 && c->a->records + c->b->records == 2)
        return; /* one trial each */
    count_trials(c, &pairs, &alone_a, &alone_b);
    printf("\nCells\n  %d in both, %d only in A, %d only in B\n", c->cells - only_a - only_b,
           only_a, only_b);
    if (pairs + alone_a + alone_b > 0)
        printf(
            "  trials of those in both: %d with a seed that both have, %d only in A, %d only in B\n",
            pairs, alone_a, alone_b);
    print_lonely(c, true);
    print_lonely(c, false);
}

static void print_statuses(const struct comparison *c)
{
    if (c->statuses == 0)
        return;
    printf("\nTrials that ended otherwise\n");
    for (int i = 0; i < c->statuses && i < MOST; i++) {
        const struct compare_status *s = &c->status[i];

        printf("  %s -> %s: seed=%lld%s%s\n", trial_status_name[s->a], trial_status_name[s->b],
               (long long)s->seed, *c->cell[s->cell].label ? " " : "", c->cell[s->cell].label);
    }
    compare_print_more(c->statuses, "  ");
}

/* ---- what final values do not show ---- */

/* "test_error, gap" */
static void add_curves(struct text *t, const struct comparison *c)
{
    for (int m = 0; m < METRICS; m++)
        if (c->curve[m])
            text_add(t, "%s%s in %d", t->length ? ", " : "", metric_info[m].name, c->curve[m]);
}

/* Counts are of trials with a seed that both have. */
static void print_facts(const struct comparison *c)
{
    struct text curves = {0};
    int facts = 0;

    add_curves(&curves, c);
    for (int i = 0; i < COMPARE_FACTS; i++)
        facts += c->fact[i];
    if (facts || curves.length)
        printf("\nTrials of the same seed that differ\n");
    for (int i = 0; i < COMPARE_FACTS; i++)
        if (c->fact[i])
            printf("  %s: in %d\n", compare_fact_name[i], c->fact[i]);
    if (curves.length)
        printf("  curves: %s\n", text_str(&curves));
    text_clear(&curves);
}

/* ---- the head ---- */

/* The curves that only one side has, or neither: "curves of gamma_sd only in A". */
static void add_missing(struct text *t, const struct comparison *c)
{
    static const char *const where[2][2] = {{"", "only in A"}, {"only in B", "in neither"}};

    for (int k = 1; k < 4; k++) {
        int n = 0;

        for (int m = 0; m < METRICS; m++) {
            bool no_a = !results_have_curve(c->a, m), no_b = !results_have_curve(c->b, m);

            if (no_a == k / 2 && no_b == k % 2 && !metric_info[m].timing)
                text_add(t, "%s%s", n++ ? ", " : "; curves of ", metric_info[m].name);
        }
        text_add(t, "%s%s", n ? " " : "", n ? where[k / 2][k % 2] : "");
    }
}

/* Metrics whose curves differ. */
static int count_curves(const struct comparison *c)
{
    int n = 0;

    for (int m = 0; m < METRICS; m++)
        n += c->curve[m] > 0;
    return n;
}

/* What the first line says that differs, timing aside. */
static void add_reasons(struct text *t, const struct comparison *c)
{
    int changed = 0, other = 0, untested = 0;

    for (int m = 0; m < METRICS; m++) {
        int count[COMPARE_VERDICTS];

        if (metric_info[m].timing)
            continue;
        comparison_count(c, (enum metric)m, count);
        changed += comparison_changed(c, (enum metric)m);
        untested += !comparison_changed(c, (enum metric)m) && count[COMPARE_UNTESTED] > 0;
        other += count[COMPARE_NOISE] > 0;
    }
    if (strcmp(c->a->experiment, c->b->experiment))
        text_add(t, ", experiments");
    if (c->a->version != c->b->version)
        text_add(t, ", versions");
    if (c->config.count)
        text_add(t, ", configuration");
    if (count_lonely(c, true) + count_lonely(c, false))
        text_add(t, ", cells");
    if (c->statuses)
        text_add(t, ", statuses");
    for (int i = 0; i < COMPARE_FACTS; i++)
        if (c->fact[i])
            text_add(t, ", %s", compare_fact_name[i]);
    if (count_curves(c))
        text_add(t, ", curves of %d metric%s", count_curves(c), count_curves(c) > 1 ? "s" : "");
    if (changed)
        text_add(t, ", %d metric%s beyond noise", changed, changed > 1 ? "s" : "");
    if (untested)
        text_add(t, ", %d metric%s in too few seeds to tell", untested, untested > 1 ? "s" : "");
    if (!changed && !untested && other)
        text_add(t, ", metrics within noise");
}

static void print_head(const struct comparison *c, const char *path_a, const char *path_b)
{
    bool missing = compare_curves_missing(c, true) || compare_curves_missing(c, false);
    struct text reasons = {0}, curves = {0};

    add_reasons(&reasons, c);
    add_missing(&curves, c);
    if (comparison_same(c))
        printf("same: %s to the last bit, timing and provenance aside%s\n",
               missing ? "final values equal" : "equal", text_str(&curves));
    else
        printf("differs: %s%s\n", reasons.length ? text_str(&reasons) + 2 : "trials",
               text_str(&curves));
    text_clear(&reasons);
    text_clear(&curves);
    printf("A: %s (%s, version %d, %d trial%s)\n", path_a, c->a->experiment, c->a->version,
           c->a->records, c->a->records == 1 ? "" : "s");
    printf("B: %s (%s, version %d, %d trial%s)\n", path_b, c->b->experiment, c->b->version,
           c->b->records, c->b->records == 1 ? "" : "s");
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
    compare_print_metrics(c, false, "Final values of metrics");
    compare_print_metrics(c, true, "Timing, which varies from run to run");
}
