/* The committed reference runs: all experiments are there, each in a small file, and the README's summary of the ledger
 * is that of these files. Where somebody has made them anew, or there is no git to tell, this says nothing. */
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
};

static struct ledger ledger;

static bool are_committed(void)
{
    char *root = test_source(".."), *command;
    bool same;

    command = format_new("cd '%s' && git diff --quiet HEAD -- results", root);
    same = run_command(command, NULL, NULL) == 0;
    free(command);
    free(root);
    return same;
}

static int read_ledger(void **state)
{
    char *root = ledger.root = test_source("..");
    bool committed = are_committed();

    (void)state;
    for (int i = 0; all_experiments()[i] && committed; i++, ledger.count++) {
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

static void test_all_are_there(void **state)
{
    char *root;

    (void)state;
    if (!ledger.count)
        skip_because("the results differ from the committed ones");
    root = test_source("..");
    for (int i = 0; i < ledger.count; i++) {
        char *path = merge_path(root, all_experiments()[i]->plan.name), *stale;
        char *bytes;
        size_t n;

        if (!ledger.verdicts[i].run)
            fail_msg("%s is not there", path);
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
    char *path, *readme, *last;
    size_t n;

    (void)state;
    if (!ledger.count)
        skip_because("the results differ from the committed ones");
    path = test_source("../README.md");
    readme = file_read(path, &n, false);
    assert_non_null(readme);
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        struct verdict_count own = ledger_count(ledger.verdicts, ledger.count, row->id);
        struct text line = {0};

        if (!own.all)
            continue;
        text_add(&line, "\n| %s: %s |", row->id, row->text);
        for (enum verdict v = SUPPORTED; v <= INCONCLUSIVE; v++)
            add_count(&line, &own, v);
        text_add(&line, "\n");
        assert_holds(readme, line.s);
        text_clear(&line);
    }
    last = format_new("\n| together: %d comparisons | %d (%d\\*) | %d (%d\\*) | %d |\n", all.all,
                      all.of[SUPPORTED], all.weak[SUPPORTED], all.of[REFUTED], all.weak[REFUTED],
                      all.of[INCONCLUSIVE]);
    assert_holds(readme, last);
    free(last);
    free(readme);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_there),
        cmocka_unit_test(test_summary_of_the_readme),
    };

    return cmocka_run_group_tests(tests, read_ledger, clear_ledger);
}
