/* Results are not thrown away: whatever a user runs in a clone, the committed rows and verdicts stay. */
#include "base/arena.h"
#include "base/system/file.h"
#include "data/data.h"
#include "experiments/experiment.h"
#include "support.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define QUICK "PATH=/nonexistent \"$NORMLAB\" " /* draws no pictures */

/* A folder with the committed merged file of one experiment (NULL: of all), and no trials' files: a clone. */
static void make_clone(const char *folder, const char *experiment)
{
    char *source = test_source("../results"), *command;

    experiment = experiment ? experiment : "*";
    command = format_new("mkdir -p results && for f in '%s'/%s.h5 '%s'/%s.txt '%s'/%s.settle; do"
                         " [ ! -f \"$f\" ] || cp \"$f\" results/; done",
                         source, experiment, source, experiment, source, experiment);
    assert_int_equal(run_in_folder(folder, command, NULL, NULL), 0);
    free(command);
    free(source);
}

static struct results read_file(const char *folder, const char *name)
{
    char *path = format_new("%s/%s/results/%s.h5", test_folder(), folder, name);
    struct results r;

    assert_int_equal(store_merged_read(path, &r), 0);
    free(path);
    return r;
}

static struct results read_committed(const char *name)
{
    char *file = format_new("../results/%s.h5", name), *path = test_source(file);
    struct results r;

    assert_int_equal(store_merged_read(path, &r), 0);
    free(path);
    free(file);
    return r;
}

/* The committed trials of batch_size: all, those that were not refused, and those of one cell. */
enum { TRIALS = 710, DONE = 630, FRESH = 92, SEEDS = 10 };

#define assert_line(text, ...)                                                                     \
    do {                                                                                           \
        char *line = format_new(__VA_ARGS__);                                                      \
                                                                                                   \
        assert_holds(text, line);                                                                  \
        free(line);                                                                                \
    } while (0)

/* True when the repository has results of the experiment: one that is new has none yet. */
static bool is_committed(const char *name)
{
    char *file = format_new("../results/%s.h5", name), *path = test_source(file);
    bool is = file_exists(path);

    free(path);
    free(file);
    return is;
}

/* Every committed row is in the folder's file, as it was; returns how many rows there are besides. */
static int assert_rows_kept(const char *folder, const char *name)
{
    struct results before = read_committed(name), after = read_file(folder, name);
    int more = after.records - before.records;

    for (int i = 0; i < before.records; i++) {
        bool found = false;

        for (int k = 0; k < after.records && !found; k++)
            found = strcmp(before.record[i].key, after.record[k].key) == 0 &&
                    before.record[i].result.seconds == after.record[k].result.seconds;
        if (!found)
            fail_msg("%s in %s: trial %s is gone; %d rows of %d", name, folder,
                     before.record[i].key, after.records, before.records);
    }
    results_clear(&before);
    results_clear(&after);
    return more;
}

static void skip_without_fashion_mnist(void)
{
    struct text where = {0};
    bool there = data_locate("fashion-mnist", &where);

    text_clear(&where);
    if (!there)
        skip_missing("dataset-fashion-mnist");
}

/* What `normlab claims` says as JSON. */
static char *claims_of(const char *folder, const char *experiment)
{
    char *command = format_new("\"$NORMLAB\" claims %s --json", experiment), *out;

    assert_int_equal(run_in_folder(folder, command, &out, NULL), 0);
    free(command);
    return out;
}

static int count(const char *text, const char *part)
{
    int n = 0;

    while ((text = strstr(text, part)) != NULL) {
        text++;
        n++;
    }
    return n;
}

static void test_smoke_in_a_clone(void **state)
{
    char *out;

    (void)state;
    make_clone("smoke", "batch_size");
    assert_int_equal(run_in_folder("smoke", QUICK "run batch_size --preset smoke -q", &out, NULL),
                     0);
    assert_int_equal(assert_rows_kept("smoke", "batch_size"), 0);
    assert_holds(out, "results/batch_size.generated.h5");
    free(out);
    assert_int_equal(
        run_in_folder("smoke",
                      "cmp results/batch_size.txt \"$TEST_SOURCE\"/../results/batch_size.txt", NULL,
                      NULL),
        0);
    out = claims_of("smoke", "batch_size");
    assert_int_equal(count(out, "\"verdict\": \"not run\""), 0);
    free(out);
    out = claims_of("smoke", "batch_size --preset smoke");
    assert_int_equal(count(out, "\"preset\": \"smoke\""), 10);
    free(out);
}

/* A clone has no files of trials; its merged file counts for them. */
static void test_a_clone_is_done(void **state)
{
    char *out, *err;

    (void)state;
    make_clone("done", "batch_size");
    assert_int_equal(run_in_folder("done", "\"$NORMLAB\" run batch_size -n", &out, &err), 0);
    assert_int_equal(count(out, " done "), TRIALS);
    assert_null(strstr(out, "to do"));
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder("done", "\"$NORMLAB\" status batch_size --preset paper", &out, NULL), 0);
    assert_line(out, "paper     %d    %d      0      0", TRIALS, TRIALS);
    free(out);
    assert_int_equal(run_in_folder("done", QUICK "run batch_size", NULL, &err), 0);
    assert_line(err, "0 finished now, %d before, 0 failed", TRIALS);
    assert_int_equal(assert_rows_kept("done", "batch_size"), 0);
    free(err);
}

/* The command that the ledger prints under a claim, in a clone: nothing to train, and no verdict goes. */
static void test_commands_of_claims(void **state)
{
    char *before, *after, *at, *err;
    int n = 0;

    (void)state;
    make_clone("commands", "batch_size");
    before = claims_of("commands", "batch_size");
    for (at = before; (at = strstr(at, "\"command\": \"normlab ")) && n < 3; n++) {
        char *line, *command;

        at += strlen("\"command\": \"normlab ");
        line = xstrndup(at, strcspn(at, "\""));
        command = format_new(QUICK "%s --no-plot", line);
        assert_int_equal(run_in_folder("commands", command, NULL, &err), 0);
        assert_holds(err, ": 0 finished now");
        free(err);
        free(line);
        free(command);
    }
    assert_int_equal(n, 3);
    after = claims_of("commands", "batch_size");
    assert_string_equal(before, after);
    assert_int_equal(assert_rows_kept("commands", "batch_size"), 0);
    free(before);
    free(after);
}

/* A sweep that goes on: by a norm, by an axis's value; of other settings. */
static void test_extended(void **state)
{
    char *before, *after, *out, *err;

    (void)state;
    skip_without_fashion_mnist();
    make_clone("extended", "batch_size");
    before = claims_of("extended", "batch_size");
    assert_int_equal(
        run_in_folder(
            "extended",
            QUICK "run batch_size panel=mlp norm=batchnorm,rmsnorm batch=128 --seeds 0 --no-plot",
            &out, &err),
        0);
    assert_holds(err, "1 finished now, 1 before, 0 failed");
    assert_int_equal(assert_rows_kept("extended", "batch_size"), 1);
    assert_holds(out, "rmsnorm");
    assert_line(out, "%d trials: %d done", TRIALS + 1, DONE + 1);
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder("extended",
                      QUICK
                      "run batch_size panel=mlp norm=none batch=128 epochs=1 --seeds 0 --no-plot",
                      &out, &err),
        0);
    assert_int_equal(assert_rows_kept("extended", "batch_size"), 2);
    assert_holds(out, "not judged: epochs=1 instead of 5");
    assert_holds(out, "1 trial: 1 done");
    assert_holds(out, "results/batch_size.other.txt");
    free(out);
    free(err);
    after = claims_of("extended", "batch_size");
    assert_holds(after, "1 trial of other settings is left out: epochs=1");
    assert_int_equal(count(after, "\"verdict\": \"supported\""),
                     count(before, "\"verdict\": \"supported\""));
    assert_int_equal(count(after, "\"verdict\": \"refuted\""),
                     count(before, "\"verdict\": \"refuted\""));
    free(before);
    free(after);
}

/* --force replaces just the rows that it runs. */
static void test_force(void **state)
{
    struct results before, after;
    int changed = 0;

    (void)state;
    assert_int_equal(run_in_folder("force",
                                   QUICK "run batch_size --preset smoke panel=mlp -q --no-plot",
                                   NULL, NULL),
                     0);
    before = read_file("force", "batch_size.generated");
    assert_int_equal(
        run_in_folder(
            "force",
            "rm -r results/batch_size.generated; " QUICK
            "run batch_size --preset smoke panel=mlp norm=none batch=16 --force -q --no-plot",
            NULL, NULL),
        0);
    after = read_file("force", "batch_size.generated");
    assert_int_equal(before.records, after.records);
    for (int i = 0; i < before.records; i++) {
        const struct record *a = &before.record[i], *b = &after.record[i];
        bool same = a->result.seconds == b->result.seconds;
        bool asked =
            !strcmp(record_get(a, "norm"), "none") && !strcmp(record_get(a, "batch"), "16");

        assert_string_equal(a->key, b->key);
        assert_true(same || asked);
        changed += !same;
    }
    assert_int_equal(changed, 2);
    results_clear(&before);
    results_clear(&after);
}

/* Two grids at once in one folder: the file has both. */
static void test_two_at_once(void **state)
{
    static const char sweep[] =
        "run batch_size --preset smoke panel=mlp batch=2,16 -q --no-plot -j1";
    struct results r;

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *command = format_new("{ " QUICK "%s norm=none --seeds %d-%d >/dev/null & " QUICK
                                   "%s norm=layernorm --seeds %d-%d >/dev/null; wait; }",
                                   sweep, 2 * i, 2 * i + 1, sweep, 2 * i, 2 * i + 1);

        assert_int_equal(run_in_folder("two", command, NULL, NULL), 0);
        free(command);
        r = read_file("two", "batch_size.generated");
        assert_int_equal(r.records, 8 * (i + 1));
        results_clear(&r);
    }
}

static void test_merge_command(void **state)
{
    static const struct refusal cases[] = {
        {"merge", 2, "takes one experiment"},
        {"merge batch_sise", 2, "did you mean 'batch_size'?"},
        {"merge bias", 1, "there is nothing to merge"},
        {"merge batch_size --yes", 2, "--yes goes with --prune"},
        {"merge affine --prune norm", 1, "norm"},
        {"merge affine --prune norm=nothing", 1, "no trial lies in that cell"},
    };
    char *out;

    (void)state;
    make_clone("merge", "batch_size");
    make_clone("merge", "affine"); /* all its trials come from one build, so there is no warning */
    assert_int_equal(run_in_folder("merge", "\"$NORMLAB\" merge batch_size", &out, NULL), 0);
    assert_line(out, "./results/batch_size.h5: %d trials\n", TRIALS + FRESH);
    free(out);
    assert_int_equal(assert_rows_kept("merge", "batch_size"), 0);
    assert_int_equal(
        run_in_folder("merge",
                      "\"$NORMLAB\" merge batch_size --prune 'panel=mlp norm=none batch=2'", &out,
                      NULL),
        0);
    assert_line(out, "./results/batch_size.h5: %d trials removed, %d left", SEEDS,
                TRIALS + FRESH - SEEDS);
    free(out);
    assert_int_equal(run_in_folder("merge", "\"$NORMLAB\" run batch_size -n", &out, NULL), 0);
    assert_int_equal(count(out, "to do"), SEEDS);
    free(out);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("merge", "\"$NORMLAB\" ", &cases[i]);
}

/* ---- every example ---- */

/* Commands that have to do with results. The others train a trial, measure a speed, or fetch data. */
static bool is_about_results(const char *verb)
{
    static const char *const verbs[] = {"list",   "run",     "status", "plot", "claims", "report",
                                        "export", "compare", "merge",  "new",  "check"};

    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strncmp(verb, verbs[i], strlen(verbs[i])) == 0 && strchr(" \n", verb[strlen(verbs[i])]))
            return true;
    return false;
}

/* Runs an example, "run batch_size ...", in the folder; the demo preset with one panel and seed. */
static void run_example(const char *folder, const char *example)
{
    char *line = xstrndup(example, strcspn(example, "#\n")), *seeds = strstr(line, " --seeds");
    bool is_demo = strstr(line, "--preset demo") != NULL;
    char *command, *err;
    int code;

    if (is_demo && seeds)
        *seeds = '\0';
    command = format_new(QUICK "%s%s%s", line, is_demo ? " panel=mlp --seeds 0" : "",
                         strchr(line, '>') ? "" : " >/dev/null");
    code = run_in_folder(folder, command, NULL, &err);
    if (code != (strstr(example, "plot batch_size --term") == example)) /* no gnuplot: 1 */
        fail_msg("%s: exit code %d: %s", command, code, err);
    free(err);
    free(line);
    free(command);
}

/* Runs the examples in a text of --help; returns how many. */
static int run_examples(const char *folder, const char *text)
{
    static const char before[] = "\nexample: normlab ";
    int n = 0;

    for (const char *at = text; (at = strstr(at, before)) != NULL;) {
        at += strlen(before);
        if (is_about_results(at)) {
            run_example(folder, at);
            n++;
        }
    }
    return n;
}

/* What --help gives as examples; test_documents tries those of README and docs. */
static void test_every_example(void **state)
{
    char *out;
    int n;

    (void)state;
    skip_without_fashion_mnist();
    make_clone("examples", NULL);
    assert_int_equal(run_in_folder("examples",
                                   "mkdir -p mine/results && cp results/batch_size.h5 mine/results",
                                   NULL, NULL),
                     0); /* for the example of compare */
    assert_int_equal(run_in_folder("examples", "\"$NORMLAB\" --help", &out, NULL), 0);
    n = run_examples("examples", out);
    assert_int_equal(n, 1);
    for (char *at = strstr(out, "commands:\n"), *end = strstr(out, "\n\nexit codes");
         at && at < end; at = strchr(at + 1, '\n')) {
        char verb[32], *command, *help;

        if (*at != '\n' || sscanf(at, "\n  %31s", verb) != 1)
            continue;
        command = format_new("\"$NORMLAB\" %s --help", verb);
        assert_int_equal(run_in_folder("examples", command, &help, NULL), 0);
        n += run_examples("examples", help);
        free(help);
        free(command);
    }
    assert_true(n >= 9);
    n = 0;
    for (int i = 0; all_experiments()[i]; i++)
        if (is_committed(all_experiments()[i]->plan.name)) {
            assert_rows_kept("examples", all_experiments()[i]->plan.name);
            n++;
        }
    assert_true(n >= 15);
    free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_smoke_in_a_clone),
        cmocka_unit_test(test_a_clone_is_done),
        cmocka_unit_test(test_commands_of_claims),
        cmocka_unit_test(test_extended),
        cmocka_unit_test(test_force),
        cmocka_unit_test(test_two_at_once),
        cmocka_unit_test(test_merge_command),
        cmocka_unit_test(test_every_example),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
