/* `normlab report --checklist`: what it says is what the results say. */
#include "base/arena.h"
#include "base/system/file.h"
#include "data/data.h"
#include "store/store.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

#define HOSTILE "<script>alert(1)</script> | [a](b) *c* `d` \\\x1b[1m\nstep "

/* Copies the results of resnet20 to <folder>/results, changed: one trial diverged, and each took an hour, on `threads`.
 * Sets *trials to their number. */
static void make_results(const char *folder, const char *threads, int *trials)
{
    char *from = test_source("../results/resnet20.h5"),
         *to = format_new("%s/%s/results/resnet20.h5", test_folder(), folder);
    struct results r;
    int n;

    assert_int_equal(run_in_folder(folder, "mkdir -p results", NULL, NULL), 0);
    assert_int_equal(store_merged_read(from, &r), 0);
    n = r.records;
    for (int i = 0; i < n; i++) {
        r.record[i].result.seconds = 3600;
        config_set(&r.record[i].origin, "host", "a-secret-name");
    }
    r.record[0].result.status = TRIAL_DIVERGED;
    free(r.record[0].result.message);
    r.record[0].result.message = xstrdup("diverged " HOSTILE "77");
    config_set(&r.provenance, "threads", threads);
    config_set(&r.provenance, "host", "a-secret-name");
    config_set(&r.provenance, "command_line", "normlab run resnet20 " HOSTILE);
    config_set(&r.provenance, "source_commit", "0123456789ab-dirty");
    assert_int_equal(store_merged_write(to, &r), 0);
    results_clear(&r);
    free(from);
    free(to);
    *trials = n;
}

static void test_answers(void **state)
{
    char *out, *text, *row, *hours;
    int trials;

    (void)state;
    make_results("x", "2", &trials);
    assert_int_equal(
        run_in_folder("x", "\"$NORMLAB\" report --checklist && ls results", &out, NULL), 0);
    /* the file alone is written: no report, no summary, no figures */
    assert_string_equal(out, "./results/report/checklist.md\nreport\nresnet20.h5\n");
    text = read_in_folder("x", "results/report/checklist.md");
    row = format_new(" | %d | %d | 1 | 0 | ", trials, trials - 1);
    hours = format_new("| resnet20 | %d | %.3g | 60.0 min | 60.0 min | ", trials, 2.0 * trials);
    assert_holds(text, row);
    assert_holds(text, hours);
    assert_holds(text, "- resnet20, diverged: 1 with the message \"diverged &lt;script\\>");
    assert_holds(text, " step N\"\n");
    assert_holds(text, "### cifar10\n");
    assert_holds(text, "asks to cite Krizhevsky 2009");
    assert_holds(text, "- commit: 0123456789ab-dirty\n- **Some of these commits had changes");
    assert_holds(text, "- [ ] For the authors: ");
    assert_holds(
        text,
        "\n    normlab run resnet20 <script>alert(1)</script> | [a](b) *c* `d` \\\\x1b[1m step \n");
    assert_null(strstr(text, "a-secret-name"));
    assert_null(strchr(text, '\x1b'));
    free(text);
    free(row);
    free(hours);
    free(out);
}

/* When trials had different numbers of threads, and results do not say which had which, both ends are given. */
static void test_several_threads(void **state)
{
    char *text, *hours;
    int trials;

    (void)state;
    make_results("threads", "1; 4", &trials);
    assert_int_equal(
        run_in_folder("threads", "\"$NORMLAB\" report resnet20 --checklist", NULL, NULL), 0);
    text = read_in_folder("threads", "results/report/checklist.md");
    hours = format_new("| resnet20 | %d | %.3g to %.3g | ", trials, 1.0 * trials, 4.0 * trials);
    assert_holds(text, hours);
    free(hours);
    free(text);
}

#define CHOSEN                                                                                        \
    "name: mine\n"                                                                                    \
    "version: 1\n"                                                                                    \
    "title: t\n"                                                                                      \
    "question: q\n"                                                                                   \
    "axes: [norm, lr, net]\n"                                                                         \
    "presets:\n"                                                                                      \
    "  quick:\n"                                                                                      \
    "    about: quick\n"                                                                              \
    "    seeds: 0\n"                                                                                  \
    "    common: {data: synthetic, train_count: 64, test_count: 32, val_fraction: 0.25, epochs: 1}\n" \
    "    blocks: [{norm: none, lr: [0.01, 0.1], net: mlp hidden=8}]\n"                                \
    "tables:\n"                                                                                       \
    "- {title: By validation, rows: norm, columns: net,\n"                                            \
    "   measure: {metric: test_error, how: best, along: lr, by: val_error}}\n"                        \
    "- {title: By test, rows: norm, columns: net, measure: {metric: test_error, how: best, along: lr}}\n"

/* A value is chosen by the samples of the metric that chooses, which the metric that judges it need not be. */
static void test_chosen_by(void **state)
{
    static const char chosen[] = "- chosen from what was tried, for each seed: ",
                      by_test[] = " (chosen by the test samples on which it is reported)\n";
    char *text, *line;

    (void)state;
    assert_int_equal(run_in_folder("chosen",
                                   "cat >mine.yaml <<'END'\n" CHOSEN "END\n"
                                   "\"$NORMLAB\" run mine.yaml --no-plot -q >/dev/null && "
                                   "\"$NORMLAB\" report mine.yaml --checklist",
                                   NULL, NULL),
                     0);
    text = read_in_folder("chosen", "results/report/checklist.md");
    line = format_new("%stest_error at the lr with the least val_error\n", chosen);
    assert_holds(text, line);
    free(line);
    line = format_new("%sleast test_error over lr%s", chosen, by_test);
    assert_holds(text, line);
    free(line);
    free(text);
}

static void test_refused(void **state)
{
    static const struct refusal cases[] = {
        {"\"$NORMLAB\" report --checklist", 1, "results has no results of any experiment"},
        {"\"$NORMLAB\" report --checklist --style x.gp", 2, "--style is for figures"},
        {"mkdir -p results && : >results/report && cp \"$TEST_SOURCE/../results/resnet20.h5\" results && "
         "\"$NORMLAB\" report --checklist",
         1, "results/report"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("refused", "", &cases[i]);
}

/* Every data set says what its licence is, or who can say it; `normlab list data` shows it. */
static void test_licences(void **state)
{
    char *out;

    (void)state;
    assert_int_equal(run_in_folder(".", "\"$NORMLAB\" list data --json", &out, NULL), 0);
    for (const struct data_type *const *t = data_types; *t; t++) {
        struct text field = {0};

        if (!(*t)->licence || strlen((*t)->licence) < 3)
            fail_msg("%s has no licence", (*t)->name);
        text_add(&field, "\"licence\": ");
        text_add_json(&field, (*t)->licence);
        assert_holds(out, field.s);
        text_clear(&field);
    }
    free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),   cmocka_unit_test(test_several_threads),
        cmocka_unit_test(test_chosen_by), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_licences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
