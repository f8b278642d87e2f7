/* The committed reference runs: each in a small file. docs/experiments.md says which experiments have none yet; the table of
 * claims in docs/statistics.md and the findings in README.md are what these files hold. Where somebody has made them anew, or there
 * is no git to tell, this says nothing. */
#include "base/arena.h"
#include "base/system/file.h"
#include "experiments/experiment.h"
#include "pages.h"
#include "sweep/merge.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_EXPERIMENTS = 64 };

struct ledger {
    char *root;
    struct study lab[MOST_EXPERIMENTS];
    struct verdicts verdicts[MOST_EXPERIMENTS]; /* theirs */
    int count;
    const char *why_not; /* there is nothing in it; or NULL */
};

static struct ledger ledger;

/* Why there is nothing to compare; NULL when the results are the committed ones. */
static const char *why_not_committed(void)
{
    char *root = test_source(".."),
         *command = format_new("cd '%s' && git diff --quiet HEAD -- results", root);
    int code = run_command(command, NULL, NULL);

    free(command);
    free(root);
    if (code == 0)
        return NULL;
    return code == 1 ? "the results differ from the committed ones"
                     : "git does not tell whether the results are the committed ones";
}

static int read_ledger(void **state)
{
    char *root = ledger.root = test_source("..");

    (void)state;
    ledger.why_not = why_not_committed();
    for (int i = 0; all_experiments()[i] && !ledger.why_not; i++, ledger.count++) {
        bool there;

        assert_true(i < MOST_EXPERIMENTS);
        assert_int_equal(
            experiment_open(&ledger.lab[i], all_experiments()[i], root, SELECTION_MAIN, &there), 0);
        if (!there)
            verdicts_init(&ledger.lab[i].verdicts, &all_experiments()[i]->plan,
                          all_experiments()[i]->claims);
        ledger.verdicts[i] = ledger.lab[i].verdicts;
    }
    return 0;
}

static int clear_ledger(void **state)
{
    (void)state;
    for (int i = 0; i < ledger.count; i++)
        study_close(&ledger.lab[i]);
    free(ledger.root);
    return 0;
}

/* True when the experiment's row in docs/experiments.md says that it has no reference run. */
static bool is_without_run(const struct page *page, const char *name)
{
    char *row = format_new("\n| `%s` |", name), *at = strstr(page->text, row), *line;
    bool without;

    if (!at)
        fail_msg("%s has no row of %s", page->name, name);
    line = xstrndup(at + 1, strcspn(at + 1, "\n"));
    without = strstr(line, "(no reference run yet)") != NULL;
    free(line);
    free(row);
    return without;
}

static void test_all_are_there(void **state)
{
    struct page page;
    char *root;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    root = test_source("..");
    page = page_read("docs/experiments.md");
    for (int i = 0; i < ledger.count; i++) {
        const char *name = all_experiments()[i]->plan.name;
        char *path = merge_path(root, name), *stale;
        char *bytes;
        size_t n;

        if (is_without_run(&page, name) == ledger.verdicts[i].run)
            fail_msg("%s is wrong about whether there is a reference run: %s", page.name, path);
        if (!ledger.verdicts[i].run) {
            free(path);
            continue;
        }
        bytes = file_read(path, &n, false);
        assert_non_null(bytes);
        assert_true(n <= 1 << 20); /* they stand in a repository */
        stale = verdicts_stale(&ledger.verdicts[i]);
        assert_null(stale);
        assert_null(ledger.verdicts[i].left_out);
        for (int k = 0; k < ledger.verdicts[i].count; k++)
            if (ledger.verdicts[i].judgement[k].verdict == NOT_RUN)
                fail_msg("%s has no trials for: %s", path, all_experiments()[i]->claims[k].text);
        free(bytes);
        free(path);
    }
    page_clear(&page);
    free(root);
}

/* "8, 3 of them*": how many have a verdict, and how many of those are weak. */
static void add_count(struct text *t, const struct verdict_count *n, enum verdict v)
{
    text_add(t, n->of[v] ? " %d" : " ", n->of[v]);
    if (n->weak[v])
        text_add(t, " (%d\\*)", n->weak[v]);
    text_add(t, n->of[v] ? " |" : "|");
}

/* The page has this table; when it does not, the message shows the table that it should have. */
static void test_table_of_claims(void **state)
{
    struct verdict_count all = ledger_count(ledger.verdicts, ledger.count, NULL);
    struct text table = {0};
    struct page page;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        struct verdict_count own = ledger_count(ledger.verdicts, ledger.count, row->id);

        if (own.all == own.of[NOT_RUN])
            continue;
        text_add(&table, "\n| %s: %s |", row->id, row->text);
        for (enum verdict v = SUPPORTED; v <= OPEN; v++)
            add_count(&table, &own, v);
    }
    text_add(&table, "\n| together: %d comparisons | %d (%d\\*) | %d (%d\\*) | %d | %d |\n",
             all.all - all.of[NOT_RUN], all.of[SUPPORTED], all.weak[SUPPORTED], all.of[REFUTED],
             all.weak[REFUTED], all.of[ABOUT_MARGIN], all.of[OPEN]);
    page = page_read("docs/statistics.md");
    if (!strstr(page.text, table.s)) {
        fputs(table.s, stderr); /* a message of fail_msg() ends after 1,023 characters */
        fail_msg("%s lacks this table", page.name);
    }
    page_clear(&page);
    text_clear(&table);
}

/* ---- README.md ---- */

/* The README with one blank for each line end and what follows it, a new string: its lines are broken anywhere. */
static char *readme_in_one_line(void)
{
    struct page readme = page_read("README.md");
    struct text t = {0};

    for (const char *at = readme.text; *at; at++)
        if (!isspace((unsigned char)*at))
            text_addn(&t, at, 1);
        else if (!isspace((unsigned char)at[1]))
            text_adds(&t, " ");
    page_clear(&readme);
    return t.s;
}

/* True when the number rounds to what is shown, as "2.5". */
static bool is_shown(double exact, const char *shown)
{
    const char *point = strchr(shown, '.');
    double half = 0.5 * pow(10, point ? -(double)strlen(point + 1) : 0);

    return fabs(exact - strtod(shown, NULL)) <= half * (1 + 1e-9);
}

/* True when a comparison has this difference and interval, or their opposites: of "a less b" those of "b less a". */
static bool has_difference(const struct verdicts *v, const char *mean, const char *low,
                           const char *high)
{
    for (int i = 0; i < v->count; i++) {
        const struct interval *d = &v->judgement[i].paired.difference;

        if (!v->judgement[i].paired.ratio &&
            ((is_shown(d->mean, mean) && is_shown(d->low, low) && is_shown(d->high, high)) ||
             (is_shown(-d->mean, mean) && is_shown(-d->high, low) && is_shown(-d->low, high))))
            return true;
    }
    return false;
}

/* Checks the differences in the text up to `end`, as "29 points (26 to 40)"; returns how many there are. page: what the text is
 * from, for messages. The character before the text must belong to the same string. */
static int check_differences(const char *page, const char *name, const struct verdicts *v,
                             const char *text, const char *end)
{
    char mean[32], low[32], high[32];
    int found = 0;

    for (const char *at = text; at < end; at++) {
        int n = 0;

        if (strchr("-.0123456789", at[-1]) ||
            sscanf(at, "%31[-.0-9] points (%31[-.0-9] to %31[-.0-9])%n", mean, low, high, &n) < 3 ||
            n == 0)
            continue;
        if (!has_difference(v, mean, low, high))
            fail_msg("%s: no comparison of %s has %.*s", page, name, n, at);
        found++;
        at += n - 1;
    }
    return found;
}

/* Where a finding's numbers are from stands behind them, as "[results/depth.txt]". */
static void test_findings_of_the_readme(void **state)
{
    static const char before[] = "[results/";
    char *readme, *at, *end, *source;
    int found = 0;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    readme = readme_in_one_line();
    at = strstr(readme, "## Five findings");
    assert_non_null(at);
    end = strstr(at, "## Your own");
    for (; (source = strstr(at, before)) && source < end; at = source) {
        char *name = xstrndup(source + strlen(before), strcspn(source + strlen(before), "."));
        int i = 0;

        while (i < ledger.count && strcmp(all_experiments()[i]->plan.name, name))
            i++;
        assert_true(i < ledger.count);
        found += check_differences("README.md", name, &ledger.verdicts[i], at, source);
        source += strlen(before);
        free(name);
    }
    assert_true(found >= 10);
    free(readme);
}

/* ---- notes ---- */

/* The notes of an experiment are about its reference run, once there is one: differences with intervals are its own. */
static void test_notes(void **state)
{
    int found = 0;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    for (int i = 0; i < ledger.count; i++) {
        const struct experiment *e = all_experiments()[i];
        char *page = format_new("the notes of %s.yaml", e->plan.name);

        for (int k = 0; k < e->notes.count && ledger.verdicts[i].run; k++) {
            const char *note = e->notes.item[k];

            if (strstr(note, "no reference run"))
                fail_msg("%s: there is a reference run: %s", page, note);
            found += check_differences(page, e->plan.name, &ledger.verdicts[i], note + 1,
                                       note + strlen(note));
        }
        free(page);
    }
    assert_true(found >= 10);
}

static void test_count_of_the_readme(void **state)
{
    struct verdict_count all = ledger_count(ledger.verdicts, ledger.count, NULL);
    char *readme, *sentence;
    int rows = 0;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        struct verdict_count own = ledger_count(ledger.verdicts, ledger.count, row->id);

        rows += own.all > own.of[NOT_RUN];
    }
    readme = readme_in_one_line();
    sentence = format_new("%d comparisons test %d claims of the literature: %d are supported, %d "
                          "refuted, %d about the margin and %d open.",
                          all.all - all.of[NOT_RUN], rows, all.of[SUPPORTED], all.of[REFUTED],
                          all.of[ABOUT_MARGIN], all.of[OPEN]);
    assert_holds(readme, sentence);
    free(sentence);
    free(readme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_there),
        cmocka_unit_test(test_table_of_claims),
        cmocka_unit_test(test_findings_of_the_readme),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_count_of_the_readme),
    };

    return cmocka_run_group_tests(tests, read_ledger, clear_ledger);
}
