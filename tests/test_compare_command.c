/* normlab compare: text, JSON, messages. */
#include "compared.h"
#include "json.h"
#include "support.h"

/* ---- files ---- */

static int compare_files(const char *a, const char *b, const char *flags, char **out, char **err)
{
    char *command = format_new("\"$NORMLAB\" compare %s %s %s", a, b, flags);
    int code = run_in_folder(".", command, out, err);

    free(command);
    return code;
}

static void write_sweep(const char *name, struct results *r)
{
    char *path = test_path(name);

    assert_int_equal(store_merged_write(path, r), 0);
    results_clear(r);
    free(path);
}

static void write_files(void)
{
    struct config provenance = {0};
    struct results r;
    char *path;

    make_sweep(&r, "", 0, 1);
    write_sweep("a.h5", &r);
    make_sweep(&r, "", 0, 1);
    for (int i = 0; i < SEEDS; i++)
        *error_of(&r, 2, i) += 5 + i / 100.0;
    set_status(&r.record[1], TRIAL_DIVERGED, "loss is not finite");
    config_set(&r.provenance, "cpu", "\"quoted\" \\ cpu");
    write_sweep("b.h5", &r);
    make_sweep(&r, "", 0, 2);
    for (int i = 0; i < 2; i++) {
        path = format_new("%s/trial%d.h5", test_folder(), i);
        config_set(&provenance, "source_commit", i ? "new" : "old");
        assert_int_equal(store_trial_write(path, "batch_size", 1, &r.record[i], &provenance), 0);
        free(path);
    }
    config_clear(&provenance);
    free(r.experiment);
    r.experiment = xstrdup("depth");
    r.version = 2;
    write_sweep("depth.h5", &r);
}

/* ---- the command ---- */

static void test_command(void **state)
{
    char *out, *err;

    (void)state;
    write_files();
    assert_int_equal(compare_files("a.h5", "a.h5", "", &out, &err), 0);
    assert_true(text_starts_with(out, "same: "));
    assert_holds(out, "  test_error in %: identical in all 4 cells\n");
    assert_string_equal(err, "");
    free(out);
    free(err);
    assert_int_equal(compare_files("a.h5", "b.h5", "", &out, NULL), 0);
    assert_true(text_starts_with(out, "differs: status, beyond noise in 1 metric\n"));
    assert_holds(out, "  cpu  a cpu -> \"quoted\" \\ cpu\n");
    assert_holds(out, "  done -> diverged: seed=1 norm=none batch=2\n");
    assert_holds(out, "beyond noise in 1 of 4 cells, identical in 3 of 4 cells\n"
                      "    norm=batchnorm batch=2: 20.");
    assert_holds(out, ", +5.02 [5, 5.04], 5 seeds, p ");
    assert_holds(out, "\nTiming, which varies from run to run\n");
    assert_holds(out, "  step_ms in ms: B over A ");
    free(out);
}

static void test_command_json(void **state)
{
    char *out;

    (void)state;
    assert_int_equal(compare_files("a.h5", "b.h5", "--json", &out, NULL), 0);
    assert_json(out);
    assert_holds(out, "\"verdict\": \"differs\"");
    assert_holds(out, "\"only_b\": [\"\\\"quoted\\\" \\\\ cpu\"]");
    assert_holds(out, "\"verdict\": \"beyond noise\", \"mean_a\": ");
    assert_holds(out, "\"config\": {\"norm\": \"none\", \"batch\": \"2\", \"net\": ");
    free(out);
    assert_int_equal(compare_files("a.h5", "a.h5", "--json", &out, NULL), 0);
    assert_json(out);
    assert_holds(out, "\"verdict\": \"same\"");
    assert_holds(out, "\"configuration\": []");
    free(out);
}

static void test_command_on_others(void **state)
{
    char *out;

    (void)state;
    assert_int_equal(compare_files("trial0.h5", "trial1.h5", "", &out, NULL), 0);
    assert_true(text_starts_with(
        out, "differs: configuration, seeds or cells, no common seeds in 2 metrics\n"));
    assert_holds(out, "  seed  0 -> 1\n");
    assert_holds(out, "  source_commit  old -> new\n");
    assert_holds(out, ", no common seeds\n");
    free(out);
    assert_int_equal(compare_files("a.h5", "depth.h5", "", &out, NULL), 0);
    assert_true(text_starts_with(out, "differs: experiment, version, within noise in 2 metrics\n"));
    assert_holds(out, "These are different experiments");
    assert_holds(out, "test_error in %: within noise in all 4 cells");
    free(out);
}

/* Results that agree in their final values and differ elsewhere; and the only cell of a side. */
static void test_command_beside_values(void **state)
{
    struct results r;
    char *out;

    (void)state;
    make_sweep(&r, "", 0, 1);
    r.record[0].result.curve[METRIC_test_error][0] = 50;
    r.record[1].result.steps = 7;
    write_sweep("beside.h5", &r);
    assert_int_equal(compare_files("a.h5", "beside.h5", "", &out, NULL), 0);
    assert_true(text_starts_with(out, "differs: steps, curves of 1 metric\n"));
    assert_holds(out, "  steps: differs in 1\n  curve of test_error: differs in 1\n");
    free(out);
    assert_int_equal(compare_files("a.h5", "beside.h5", "--json", &out, NULL), 0);
    assert_holds(out, "\"trials\": {\"status\": 0, \"steps\": 1, ");
    assert_holds(out, "\"test_error\": 1, ");
    assert_json(out);
    free(out);
    make_sweep(&r, "", 0, 1);
    r.left_out[METRIC_test_error] = true;
    write_sweep("short.h5", &r);
    assert_int_equal(compare_files("a.h5", "short.h5", "", &out, NULL), 0);
    assert_true(text_starts_with(out,
                                 "same: final values equal to the last bit, timing and provenance "
                                 "aside\n"));
    assert_holds(out, "\nA file has final values alone, no curves, of test_error\n");
    free(out);
}

static void write_first(const char *name, int records)
{
    struct results r, some;
    char *path = test_path(name);

    make_sweep(&r, "", 0, 1);
    some = r;
    some.records = records;
    assert_int_equal(store_merged_write(path, &some), 0);
    results_clear(&r);
    free(path);
}

static void test_command_only_cell(void **state)
{
    char *out;

    (void)state;
    write_first("empty.h5", 0);
    write_first("one.h5", 1);
    assert_int_equal(compare_files("one.h5", "empty.h5", "", &out, NULL), 0);
    assert_holds(out, "  only in A: (all)\n");
    free(out);
}

/* Cells without common seeds are not compared; infinite values have no interval. */
static void test_command_unpaired(void **state)
{
    struct results r;
    char *out;

    (void)state;
    for (int k = 0; k < 3; k++) {
        make_sweep(&r, "", k == 1 ? 100 : 0, 1);
        for (int i = 0; i < r.records; i++)
            r.record[i].result.curve[METRIC_test_loss][1] = i % SEEDS || k ? 1 + i : INFINITY;
        write_sweep((const char *[]){"seeds.h5", "others.h5", "finite.h5"}[k], &r);
    }
    assert_int_equal(compare_files("seeds.h5", "others.h5", "", &out, NULL), 0);
    assert_holds(out, "test_error in %: no common seeds in all 4 cells\n");
    free(out);
    assert_int_equal(compare_files("seeds.h5", "finite.h5", "", &out, NULL), 0);
    assert_holds(out, "test_error in %: identical in all 4 cells\n");
    assert_holds(out, "test_loss in nat: too few seeds or infinite values in all 4 cells\n");
    assert_null(strstr(out, "-inf"));
    free(out);
}

static void test_command_refuses(void **state)
{
    static const struct refusal cases[] = {
        {"a.h5", 2, "takes two files"},
        {"a.h5 b.h5 b.h5", 2, "takes two files"},
        {"a.h5 --jsn b.h5", 2, "did you mean --json?"},
        {"a.h5 none.h5", 1, "cannot open none.h5"},
        {"text.h5 a.h5", 1, "text.h5: not an HDF5 file"},
        {"a.h5 foreign.h5", 1, "foreign.h5: not a result of normlab"},
        {"a.h5 cut.h5", 1, "cut.h5: truncated"},
        {"a.h5 trial0.h5", 1, "trial0.h5 holds one trial and a.h5 a sweep"},
        {"trial0.h5 a.h5", 1, "trial0.h5 holds one trial and a.h5 a sweep"},
    };
    char *source = test_source("golden/losses.h5"),
         *copy = format_new("cd '%s' && echo text >text.h5 && head -c 9000 a.h5 >cut.h5 && cp '%s' "
                            "foreign.h5",
                            test_folder(), source);

    (void)state;
    assert_int_equal(run_command(copy, NULL, NULL), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused(".", "\"$NORMLAB\" compare ", &cases[i]);
    free(copy);
    free(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_command),           cmocka_unit_test(test_command_json),
        cmocka_unit_test(test_command_on_others), cmocka_unit_test(test_command_beside_values),
        cmocka_unit_test(test_command_only_cell), cmocka_unit_test(test_command_unpaired),
        cmocka_unit_test(test_command_refuses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
