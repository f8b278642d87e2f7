/* Results from somebody else, in which every text is hostile: no command prints a character that a terminal obeys, or
 * writes code into its files. */
#include "base/formats/config.h"
#include "base/system/file.h"
#include "hostile.h"
#include "results.h"
#include <stdlib.h>

/* All strings one after the other: for places that have one text. */
static char *all_hostile(void)
{
    struct text t = {0};

    for (int i = 0; i < HOSTILES; i++)
        text_add_item(&t, " ", "%s", hostile[i]);
    return t.s;
}

/* Makes the results of a smoke run hostile. */
static void make_hostile(struct results *r)
{
    static const int norm[] = {3,  7,  11, 15,
                               18, 22, 25, 28}; /* a configuration can hold them: no '"' */
    struct config provenance = {0};

    for (int i = 0; i < r->provenance.count; i++)
        config_set(&provenance, r->provenance.item[i].key, hostile[i % HOSTILES]);
    for (int i = 0; i < HOSTILES; i++) {
        char *key = format_new("key_%d", i);

        config_set(&provenance, key, hostile[i]);
        free(key);
    }
    config_clear(&r->provenance);
    r->provenance = provenance;
    for (int i = 0; i < r->records; i++) {
        struct record *record = &r->record[i];

        if (i % 3 == 0 || record->result.status != TRIAL_DONE)
            set_status(record, i % 2 ? TRIAL_DIVERGED : TRIAL_REFUSED, hostile[i % HOSTILES]);
        config_set(&record->config, "remark", hostile[14]);
        config_set(&record->config, "norm", i % 4 ? "none" : hostile[norm[i / 4 % 8]]);
    }
}

static void write_in(const char *folder, const char *name, const char *text)
{
    char *path = format_new("%s/%s/%s", test_folder(), folder, name);

    assert_int_equal(file_write(path, text, strlen(text)), 0);
    free(path);
}

/* Trains a smoke run in x, and puts hostile text into its results, notes, leases and failures. */
static int make_folder(void **state)
{
    char *path = test_path("x/results/batch_size.generated.h5"),
         *main = test_path("x/results/batch_size.h5"), *all = all_hostile();
    char *failed = format_new("normlab: error: %s\n", all), *lease;
    struct results r;

    (void)state;
    assert_int_equal(run_in_folder("x",
                                   "\"$NORMLAB\" run batch_size --preset smoke -q --no-plot "
                                   ">/dev/null && rm results/batch_size.generated/*",
                                   NULL, NULL),
                     0);
    assert_int_equal(store_merged_read(path, &r), 0);
    make_hostile(&r);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_write(main, &r), 0);
    results_clear(&r);
    write_in("x", "results/batch_size.notes", all);
    assert_int_equal(
        run_in_folder("x",
                      "for k in $(\"$NORMLAB\" run batch_size --preset smoke norm=none,rmsnorm "
                      "--seeds 7-8 -n 2>/dev/null | cut -c1-16); do "
                      "echo $k; done",
                      &lease, NULL),
        0);
    for (char *key = strtok(lease, "\n"); key; key = strtok(NULL, "\n")) {
        char *name = format_new("results/batch_size.generated/%s.failed", key);

        write_in("x", name, failed);
        free(name);
    }
    free(lease);
    free(failed);
    free(all);
    free(path);
    free(main);
    return 0;
}

static void assert_files_shown(void)
{
    static const char *const files[] = {"results/batch_size.txt",
                                        "results/report.html",
                                        "results/report/batch_size.html",
                                        "results/report/batch_size.tex",
                                        "results/report/ledger.tex",
                                        "results/report/checklist.md",
                                        "plots/batch_size/error.gp",
                                        "plots/batch_size/error.csv",
                                        "plots/batch_size/error.svg",
                                        "results/report/batch_size_verdicts.tex",
                                        "results/report/batch_size_error.tex"};

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *text = read_in_folder("x", files[i]);

        assert_shown(files[i], text);
        if (strstr(files[i], ".html") || strstr(files[i], ".svg"))
            assert_null(strstr(text, "<script"));
        if (strstr(files[i], ".tex"))
            assert_null(strstr(text, "\\input{owned}"));
        free(text);
    }
}

static void test_commands(void **state)
{
    static const char *const commands[] = {
        "export batch_size --csv",
        "export batch_size --csv --spreadsheet",
        "export batch_size --json",
        "compare results/batch_size.h5 results/batch_size.generated.h5",
        "compare --json results/batch_size.h5 ../y.h5",
        "compare results/batch_size.h5 ../y.h5",
        "claims batch_size",
        "claims batch_size --json",
        "report batch_size",
        "report batch_size --checklist",
        "plot batch_size",
        "plot batch_size --term",
        "status batch_size",
        "status batch_size --preset smoke norm=none,rmsnorm --seeds 7-8",
        "status batch_size --json",
        "run batch_size --preset smoke --no-train",
        "run batch_size --preset smoke norm=none,rmsnorm --seeds 7-8",
        "merge batch_size",
        "list experiments",
        "doctor",
    };
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder("y",
                      "\"$NORMLAB\" run batch_size --preset smoke -q --no-plot "
                      "epochs=2 >/dev/null; cp results/batch_size.generated.h5 ../y.h5",
                      NULL, NULL),
        0);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char *line = format_new("\"$NORMLAB\" %s", commands[i]);
        int code = run_in_folder("x", line, &out, &err);

        if (code != 0 && code != 3)
            fail_msg("%s: exit code %d: %s", commands[i], code, err);
        assert_shown(commands[i], out);
        assert_shown(commands[i], err);
        free(out);
        free(err);
        free(line);
    }
    assert_files_shown();
    assert_int_equal(
        run_in_folder("x",
                      "test ! -e owned && test ! -e plots/batch_size/owned && test ! -e /owned",
                      NULL, NULL),
        0);
}

/* No cell that a spreadsheet would carry out; without the option, the texts are as they are. */
static void test_spreadsheet(void **state)
{
    char *out, *plain;

    (void)state;
    assert_int_equal(
        run_in_folder("x", "\"$NORMLAB\" export batch_size --csv --spreadsheet", &out, NULL), 0);
    assert_null(strstr(out, ",=cmd"));
    assert_holds(out, ",'=cmd|' /C calc'!A0,");
    assert_holds(out, ",\"'@SUM(1,2)\",");
    assert_int_equal(run_in_folder("x", "\"$NORMLAB\" export batch_size --csv", &plain, NULL), 0);
    assert_holds(plain, ",=cmd|' /C calc'!A0,");
    free(out);
    free(plain);
}

/* A path with such characters is shown in messages. */
static void test_paths(void **state)
{
    char *err;

    (void)state;
    for (int i = 0; i < HOSTILES; i++) {
        struct text line = {0};

        text_add(&line, "\"$NORMLAB\" claims --out ");
        text_add_shell(&line, hostile[i]);
        assert_int_equal(run_in_folder("x", line.s, NULL, &err), 1);
        assert_shown("a path", err);
        if (strchr(err, '\n')[1])
            fail_msg("not one line: %s", err);
        free(err);
        text_clear(&line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands),
        cmocka_unit_test(test_spreadsheet),
        cmocka_unit_test(test_paths),
    };

    return cmocka_run_group_tests_name("hostile_results", tests, make_folder, NULL);
}
