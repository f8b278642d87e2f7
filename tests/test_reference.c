/* The committed reference runs: each in a small file. The README says which experiments have none yet, and its summary of
 * the ledger is that of these files. Where somebody has made them anew, or there is no git to tell, this says nothing. */
#include "base/arena.h"
#include "base/system/file.h"
#include "experiments/experiment.h"
#include "support.h"
#include "sweep/merge.h"
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

static char *read_readme(void)
{
    char *path = test_source("../README.md"), *readme = file_read(path, &(size_t){0}, false);

    assert_non_null(readme);
    free(path);
    return readme;
}

/* True when the README's row of the experiment says that it has no reference run. */
static bool is_without_run(const char *readme, const char *name)
{
    char *row = format_new("\n| `%s` |", name), *at = strstr(readme, row), *line;
    bool without;

    if (!at)
        fail_msg("the README has no row of %s", name);
    line = xstrndup(at + 1, strcspn(at + 1, "\n"));
    without = strstr(line, "(no reference run yet)") != NULL;
    free(line);
    free(row);
    return without;
}

static void test_all_are_there(void **state)
{
    char *root, *readme;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    root = test_source("..");
    readme = read_readme();
    for (int i = 0; i < ledger.count; i++) {
        const char *name = all_experiments()[i]->plan.name;
        char *path = merge_path(root, name), *stale;
        char *bytes;
        size_t n;

        if (is_without_run(readme, name) == ledger.verdicts[i].run)
            fail_msg("%s: the README is wrong about whether there is such a reference run", path);
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
    free(readme);
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

static void test_summary_of_the_readme(void **state)
{
    struct verdict_count all = ledger_count(ledger.verdicts, ledger.count, NULL);
    char *readme, *last;

    (void)state;
    if (ledger.why_not)
        skip_because(ledger.why_not);
    readme = read_readme();
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        struct verdict_count own = ledger_count(ledger.verdicts, ledger.count, row->id);
        struct text line = {0};

        if (own.all == own.of[NOT_RUN])
            continue;
        text_add(&line, "\n| %s: %s |", row->id, row->text);
        for (enum verdict v = SUPPORTED; v <= OPEN; v++)
            add_count(&line, &own, v);
        text_add(&line, "\n");
        assert_holds(readme, line.s);
        text_clear(&line);
    }
    last = format_new("\n| together: %d comparisons | %d (%d\\*) | %d (%d\\*) | %d | %d |\n",
                      all.all - all.of[NOT_RUN], all.of[SUPPORTED], all.weak[SUPPORTED],
                      all.of[REFUTED], all.weak[REFUTED], all.of[ABOUT_MARGIN], all.of[OPEN]);
    assert_holds(readme, last);
    free(last);
    free(readme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_there),
        cmocka_unit_test(test_summary_of_the_readme),
    };

    return cmocka_run_group_tests(tests, read_ledger, clear_ledger);
}
