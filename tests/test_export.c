/* store/store.h: results leave as CSV and JSON lines, and as HDF5 that Python reads. */
#include "base/formats/csv.h"
#include "base/system/file.h"
#include "results.h"
#include "support.h"
#include <math.h>
#include <unistd.h>

/* Standard output of store_export(), in a new string. */
static char *printed(enum export_how how, const struct results *r)
{
    char *path = test_path("stdout"), *text;
    int saved = dup(STDOUT_FILENO);
    size_t size;

    fflush(stdout);
    assert_non_null(freopen(path, "w", stdout));
    assert_int_equal(store_export(r, how), 0);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    text = file_read(path, &size, false);
    free(path);
    return text;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),         cmocka_unit_test(test_empty_fields),
        cmocka_unit_test(test_json),        cmocka_unit_test(test_parts_of_an_epoch),
        cmocka_unit_test(test_what_varies), cmocka_unit_test(test_provenance),
        cmocka_unit_test(test_h5py),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
