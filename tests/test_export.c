/* store/export/export.h: results leave as CSV and JSON lines, and as HDF5 that Python reads. */
#include "base/formats/csv.h"
#include "base/list.h"
#include "base/system/file.h"
#include "results.h"
#include "store/export/export.h"
#include "support.h"
#include <math.h>
#include <unistd.h>

/* Standard output of store_export() or store_export_wide(), in a new string. */
static char *printed_by(int (*print)(const struct results *, enum export_how), enum export_how how,
                        const struct results *r)
{
    char *path = test_path("stdout"), *text;
    int saved = dup(STDOUT_FILENO);
    size_t size;

    fflush(stdout);
    assert_non_null(freopen(path, "w", stdout));
    assert_int_equal(print(r, how), 0);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    text = file_read(path, &size, false);
    free(path);
    return text;
}

static char *printed(enum export_how how, const struct results *r)
{
    return printed_by(store_export, how, r);
}

static char *printed_wide(enum export_how how, const struct results *r)
{
    return printed_by(store_export_wide, how, r);
}

static void make_awkward(struct results *r)
{
    make_results(r, 1, 1);
    config_set(&r->record[0].config, "norm", "a,\"b\"\n\x01\\ \xc3\xa9\xff");
    for (int m = 0; m < METRICS; m++)
        r->record[0].result.curve[m][1] = 0.1;
    r->record[0].result.curve[METRIC_test_loss][0] = INFINITY;
}

static void test_csv(void **state)
{
    struct results r;
    char *text;

    (void)state;
    make_awkward(&r);
    text = printed(EXPORT_CSV, &r);
    assert_true(text_starts_with(
        text, "experiment,key,norm,batch,lr,seed,status,metric,unit,epoch,value\n"
              "batch_size,0000000000000000,\"a,\"\"b\"\"\n\\x01\\ \xc3\xa9\\xff\",2,0.1,0,done,"
              "train_loss,nat,0,\n"));
    assert_non_null(strstr(text, "2,0.1,0,done,test_loss,nat,0,\n"));
    assert_non_null(strstr(text, "2,0.1,0,done,test_error,%,1,0.1\n"));
    free(text);
    results_clear(&r);
}

/* A line is whole though its first field or its last is empty. */
static void test_empty_fields(void **state)
{
    struct text t = {0};

    (void)state;
    csv_text(&t, NULL);
    csv_text(&t, "a");
    csv_end(&t);
    csv_integer(&t, 1000000);
    csv_number(&t, 0.1);
    csv_number(&t, NAN);
    csv_end(&t);
    assert_string_equal(t.s, ",a\n1000000,0.1,\n");
    text_clear(&t);
}

/* The epoch is a number, short where it can be. */
static void test_parts_of_an_epoch(void **state)
{
    struct results r;
    char *csv, *json;

    (void)state;
    make_results(&r, 1, 2);
    set_evals_per_epoch(&r.record[0], 3);
    r.record[0].result.curve[METRIC_lr][1] = 0.5;
    r.record[0].result.curve[METRIC_lr][3] = 0.25;
    csv = printed(EXPORT_CSV, &r);
    json = printed(EXPORT_JSON, &r);
    assert_non_null(strstr(csv, "lr,1,0.3333333333333333,0.5\n"));
    assert_non_null(strstr(csv, "lr,1,1,0.25\n"));
    assert_non_null(
        strstr(json, "\"metric\": \"lr\", \"unit\": \"1\", \"epoch\": 1, \"value\": 0.25}"));
    free(json);
    free(csv);
    results_clear(&r);
}

static void test_json(void **state)
{
    struct results r;
    char *text;
    int lines = 0;

    (void)state;
    make_awkward(&r);
    text = printed(EXPORT_JSON, &r);
    assert_true(text_starts_with(
        text,
        "{\"experiment\": \"batch_size\", \"key\": \"0000000000000000\", \"norm\": "
        "\"a,\\\"b\\\"\\u000a\\u0001\\\\ \xc3\xa9\\ufffd\", \"batch\": \"2\", \"lr\": \"0.1\", "
        "\"seed\": 0, \"status\": \"done\", \"metric\": \"train_loss\", \"unit\": \"nat\", "
        "\"epoch\": 0, \"value\": null}\n"));
    assert_non_null(strstr(
        text, "\"metric\": \"test_loss\", \"unit\": \"nat\", \"epoch\": 0, \"value\": null}"));
    assert_non_null(
        strstr(text, "\"metric\": \"test_error\", \"unit\": \"%\", \"epoch\": 1, \"value\": 0.1}"));
    for (const char *s = text; (s = strchr(s, '\n')); s++)
        lines++;
    assert_int_equal(lines, METRICS * 2);
    free(text);
    results_clear(&r);
}

/* Trials under the same axes are told apart by whatever else their configurations differ in. */
static void test_what_varies(void **state)
{
    struct results r;
    char *csv, *json;

    (void)state;
    make_results(&r, 3, 1);
    for (int i = 0; i < 3; i++) {
        config_set(&r.record[i].config, "norm", "none");
        config_set(&r.record[i].config, "epochs", "1"); /* the same in all */
        config_set(&r.record[i].config, "train_count", i ? "500" : "10000");
    }
    config_set(&r.record[2].config, "clip", "0.5"); /* the others have none */
    csv = printed(EXPORT_CSV, &r);
    json = printed(EXPORT_JSON, &r);
    assert_true(text_starts_with(
        csv, "experiment,key,norm,batch,lr,train_count,clip,seed,status,metric,unit,epoch,value\n"
             "batch_size,0000000000000000,none,2,0.1,10000,,0,done,"));
    assert_non_null(strstr(csv, ",500,0.5,"));
    assert_non_null(strstr(json, "\"train_count\": \"10000\", \"clip\": \"\", \"seed\": 0"));
    assert_non_null(strstr(json, "\"train_count\": \"500\", \"clip\": \"0.5\", \"seed\": "));
    free(json);
    free(csv);
    results_clear(&r);
}

static void test_provenance(void **state)
{
    static const char *const key[] = {"schema",
                                      "normlab_version",
                                      "source_commit",
                                      "compiler",
                                      "compiler_flags",
                                      "build_type",
                                      "real",
                                      "cpu",
                                      "isa",
                                      "blas",
                                      "libxsmm",
                                      "hdf5_version",
                                      "zlib_version",
                                      "threads",
                                      "host",
                                      "os",
                                      "time"};
    struct config c = {0};

    (void)state;
    provenance_collect(&c, "normlab run \"x y\"");
    for (size_t i = 0; i < sizeof key / sizeof key[0]; i++)
        if (!config_get(&c, key[i]) || !*config_get(&c, key[i]))
            fail_msg("provenance lacks %s", key[i]);
    assert_string_equal(config_get(&c, "command_line"), "normlab run \"x y\"");
    config_clear(&c);
}

/* docs/files.md promises this to users of Python; the suite itself does without. */
static void test_h5py(void **state)
{
    static const char *const script =
        "import h5py, sys\n"
        "f = h5py.File(sys.argv[1], 'r')\n"
        "t = f['trials']\n"
        "assert t.dtype['seed'] == 'int64' and t.dtype['test_error'] == 'float64', t.dtype\n"
        "for c in 'key', 'norm', 'config', 'message':\n"
        "    assert h5py.check_string_dtype(t.dtype[c]).encoding == 'utf-8', c\n"
        "assert t[2]['message'].decode() == 'norm: \"one\" value, caf\\u00e9'\n"
        "assert list(f.attrs)[:4] == ['schema', 'experiment', 'experiment_version', 'axes']\n"
        "assert f.attrs['axes'] == 'norm batch lr' and type(f.attrs['axes']) is str\n"
        "assert t.attrs['units_test_error'] == '%'\n"
        "c = f['curves/test_error']\n"
        "assert c.shape == (7, 6) and c.attrs['units'] == '%' and c.fillvalue != c.fillvalue\n"
        "assert [d.label for d in c.dims] == ['trial', 'epoch']\n"
        "assert list(c.dims[1][0][:]) == [0, 1, 2, 3, 4, 5]\n"
        "assert all('units' in f['curves'][m].attrs for m in f['curves'])\n";
    char *path, *program, *command, *err;
    struct results r;
    int code;

    (void)state;
    skip_without_h5py();
    path = test_path("h5py.h5");
    program = test_path("h5py_test.py");
    make_results(&r, 7, 5);
    assert_int_equal(store_merged_write(path, &r), 0);
    results_clear(&r);
    file_write(program, script, strlen(script));
    command = format_new("/usr/bin/python3 '%s' '%s'", program, path);
    code = run_command(command, NULL, &err);
    if (code)
        fail_msg("h5py: %s", err);
    free(err);
    free(command);
    free(program);
    free(path);
}

/* ---- a line for each trial ---- */

/* The field of a column in line `row` of a CSV without quoted fields, a new string; row 0 has the names. */
static char *field(const char *csv, int row, const char *column)
{
    struct list line = {0}, names = {0};
    const char *at;
    char *value;
    int i = 0;

    list_split(&line, csv, "\n");
    list_split(&names, line.item[0], ",");
    while (i < names.count && strcmp(names.item[i], column))
        i++;
    if (i == names.count)
        fail_msg("no column %s", column);
    for (at = line.item[row]; i > 0; i--)
        at = strchr(at, ',') + 1;
    value = strndup(at, strcspn(at, ","));
    list_clear(&line);
    list_clear(&names);
    return value;
}

static void assert_field(const char *csv, int row, const char *column, const char *want)
{
    char *got = field(csv, row, column);

    if (strcmp(got, want))
        fail_msg("%s in line %d is '%s', not '%s'", column, row, got, want);
    free(got);
}

static void test_wide(void **state)
{
    struct results r;
    char *csv, *json;

    (void)state;
    make_results(&r, 3, 2); /* the second trial diverged, the third was refused */
    config_set(&r.record[2].config, "clip", "0.5");
    for (int i = 0; i < 3; i++)
        for (int p = 0; p <= r.record[i].result.points; p++) {
            r.record[i].result.curve[METRIC_test_error][p] = 8.25 + i;
            r.record[i].result.curve[METRIC_lr][p] = 0.5;
            r.record[i].result.curve[METRIC_val_error][p] = NAN;
        }
    r.record[0].result.seconds = 1.5;
    csv = printed_wide(EXPORT_CSV, &r);
    json = printed_wide(EXPORT_JSON, &r);
    assert_true(text_starts_with(
        csv, "experiment,key,status,norm,batch,epochs,seed,net,note,lr,clip,train_loss,"));
    assert_int_equal(occurrences(csv, "\n"), 4);
    assert_field(csv, 1, "experiment", "batch_size");
    assert_field(csv, 1, "key", "0000000000000000");
    assert_field(csv, 1, "status", "done");
    assert_field(csv, 1, "norm", "groupnorm groups=8");
    assert_field(csv, 1, "batch", "2");
    assert_field(csv, 1, "lr", "0.1");
    assert_field(csv, 1, "result_lr", "0.5"); /* the metric of the same name */
    assert_field(csv, 1, "clip", "");
    assert_field(csv, 1, "test_error", "8.25");
    assert_field(csv, 1, "seconds", "1.5");
    assert_field(csv, 1, "steps", "100");
    assert_field(csv, 2, "status", "diverged");
    assert_field(csv, 2, "batch", "4");
    assert_field(csv, 2, "test_error", ""); /* no final value */
    assert_field(csv, 3, "status", "refused");
    assert_field(csv, 3, "clip", "0.5");
    assert_null(strstr(csv, "val_error")); /* nobody measured it */
    assert_int_equal(occurrences(json, "\n"), 3);
    assert_true(text_starts_with(
        json,
        "{\"experiment\": \"batch_size\", \"key\": \"0000000000000000\", \"status\": \"done\", "
        "\"norm\": \"groupnorm groups=8\", \"batch\": 2, \"epochs\": 2, \"seed\": 0, "));
    assert_holds(json, "\"lr\": 0.1, \"clip\": \"\", ");
    assert_holds(json, "\"test_error\": 8.25, ");
    assert_holds(json, "\"test_error\": null, ");
    free(csv);
    free(json);
    results_clear(&r);
}

/* ---- MLflow ---- */

/* Fails unless the file of the run has this content. */
static void assert_file(const char *run, const char *name, const char *want)
{
    char *text = read_in_folder(run, name);

    if (strcmp(text, want))
        fail_msg("%s/%s is '%s', not '%s'", run, name, text, want);
    free(text);
}

/* The folder below mlruns/ that has a file of this name with this content: a new string. */
static char *run_with(const char *name, const char *content)
{
    char *command = format_new("grep -lx '%s' mlruns/*/*/%s", content, name), *out;

    assert_int_equal(run_in_folder(".", command, &out, NULL), 0);
    assert_ptr_equal(strchr(out, '\n') + 1, out + strlen(out)); /* one */
    out[strlen(out) - strlen(name) - 2] = '\0';
    free(command);
    return out;
}

static void make_runs(struct results *r)
{
    make_results(r, 3, 2);
    config_set(&r->provenance, "time", "2026-11-21T09:30:00Z"); /* 1795253400 s after 1970 began */
    config_set(&r->record[0].config, "../../../planted",
               "x"); /* as a file of somebody else may have it */
    for (int i = 0; i < 3; i++) {
        struct trial_result *t = &r->record[i].result;

        t->seconds = 10;
        for (int p = 0; p <= t->points; p++) {
            t->curve[METRIC_train_seconds][p] = 1.25 * p;
            t->curve[METRIC_test_error][p] = p == 0 ? NAN : 50.0 / p;
            t->curve[METRIC_val_error][p] = NAN;
        }
    }
}

static void test_mlflow(void **state)
{
    char *folder = test_path("mlruns"), *real, *meta, *first, *id, *run, *want, *out;
    struct results r;
    int added, there;

    (void)state;
    make_runs(&r);
    assert_int_equal(store_export_mlflow(&r, folder, &added, &there), 0);
    assert_true(added == 3 && there == 0);
    first = run_with("tags/normlab.key", "0000000000000000");
    id = strndup(first + strlen("mlruns/"), strcspn(first + strlen("mlruns/"), "/"));
    run = strrchr(first, '/') + 1;
    assert_int_equal(strspn(id, "0123456789"), 18);
    assert_int_equal(strspn(run, "0123456789abcdef"), 32);
    real = realpath(folder, NULL);
    meta = format_new("mlruns/%s", id);
    out = read_in_folder(meta, "meta.yaml");
    want = format_new("artifact_location: \"file://%s/%s\"\n", real, id);
    assert_holds(out, want);
    free(want);
    want = format_new("\nexperiment_id: \"%s\"\n", id);
    assert_holds(out, want);
    assert_holds(out, "\nlifecycle_stage: \"active\"\nname: \"batch_size\"\n");
    free(out);
    out = read_in_folder(first, "meta.yaml");
    assert_holds(out, want);
    free(want);
    want = format_new("artifact_uri: \"file://%s/%s/%s/artifacts\"\n", real, id, run);
    assert_holds(out, want);
    free(want);
    want = format_new("\nrun_id: \"%s\"\n", run);
    assert_holds(out, want);
    assert_holds(out, "\nend_time: 1795253400000\n");
    assert_holds(out, "\nstart_time: 1795253390000\nstatus: 3\n");
    assert_file(first, "params/norm", "groupnorm groups=8");
    assert_file(first, "params/note", "");
    assert_file(first, "metrics/test_error", "1795253391250 50 1\n1795253392500 25 2\n");
    assert_file(first, "metrics/steps", "1795253400000 100 2\n");
    assert_file(first, "tags/mlflow.runName",
                "norm=groupnorm groups=8 batch=2 lr=0.1 epochs=2 ../../../planted=x seed=0");
    assert_int_equal(
        run_in_folder(first, "test ! -e metrics/val_error && test -d artifacts", NULL, NULL), 0);
    free(first);
    free(out);
    free(want);
    first = run_with("tags/normlab.status", "diverged");
    assert_file(first, "tags/normlab.message", "loss is not finite at step 7");
    out = read_in_folder(first, "meta.yaml");
    assert_holds(out, "\nstatus: 4\n");
    free(out);
    assert_int_equal(run_in_folder(".", "find . -name planted | grep .", NULL, NULL), 1);
    results_clear(&r);
    free(first);
    free(meta);
    free(real);
    free(id);
    free(folder);
}

/* A merged file may have no curve of train_seconds: the trial's time is then divided evenly among its points. */
static void test_mlflow_without_times(void **state)
{
    char *folder = test_path("timeless"), *out;
    struct results r;
    int added, there;

    (void)state;
    make_runs(&r);
    for (int i = 0; i < 3; i++)
        for (int p = 0; p <= r.record[i].result.points; p++)
            r.record[i].result.curve[METRIC_train_seconds][p] = NAN;
    assert_int_equal(store_export_mlflow(&r, folder, &added, &there), 0);
    assert_int_equal(
        run_in_folder(".", "cat timeless/*/*/metrics/test_error | sort -u", &out, NULL), 0);
    assert_string_equal(out, "1795253395000 50 1\n1795253400000 25 2\n"
                             "1795253400000 50 1\n"); /* the last is of a trial with one epoch */
    free(out);
    results_clear(&r);
    free(folder);
}

/* A run that is there stays with what a user gave it; nothing half-written is left; a folder that cannot be made is named. */
static void test_mlflow_again(void **state)
{
    char *folder = test_path("mlruns"), *first = run_with("tags/normlab.key", "0000000000000000"),
         *file = test_path("file"), *below = test_path("file/mlruns"), *said;
    struct results r;
    int added, there;

    (void)state;
    make_runs(&r);
    assert_int_equal(run_in_folder(first, "printf mine >tags/note", NULL, NULL), 0);
    strcpy(r.record[1].key, "0123456789abcdef");
    assert_int_equal(store_export_mlflow(&r, folder, &added, &there), 0);
    assert_true(added == 1 && there == 2);
    assert_file(first, "tags/note", "mine");
    assert_int_equal(run_in_folder(".", "ls -d mlruns/*/*.tmp.* 2>/dev/null", NULL, NULL), 2);
    assert_int_equal(file_write(file, "x", 1), 0);
    capture_stderr();
    assert_int_equal(store_export_mlflow(&r, below, &added, &there), -1);
    said = captured_stderr();
    assert_holds(said, "file/mlruns");
    assert_ptr_equal(strchr(said, '\n') + 1, said + strlen(said));
    free(said);
    results_clear(&r);
    free(first);
    free(folder);
    free(below);
    free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),          cmocka_unit_test(test_empty_fields),
        cmocka_unit_test(test_json),         cmocka_unit_test(test_parts_of_an_epoch),
        cmocka_unit_test(test_what_varies),  cmocka_unit_test(test_provenance),
        cmocka_unit_test(test_h5py),         cmocka_unit_test(test_wide),
        cmocka_unit_test(test_mlflow),       cmocka_unit_test(test_mlflow_without_times),
        cmocka_unit_test(test_mlflow_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
