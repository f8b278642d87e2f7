/* lab/store.h: trials and sweeps come back from their files as they were, and leave as CSV and
 * JSON. */
#include "base/arena.h"
#include "base/file.h"
#include "base/rng.h"
#include "base/text.h"
#include "lab/h5.h"
#include "lab/store.h"
#include "support.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NET "conv2d 16 k=3; ${norm}; relu; residual { conv2d 16 k=3; ${norm}; relu }; dense 10"

/* Fails unless standard error holds one message, with `what` in it. */
static void assert_one_message(const char *what)
{
    char *text = captured_stderr();
    const char *first = strstr(text, "normlab: error: ");

    if (!first || strstr(first + 1, "normlab: error: ") || !strstr(text, what))
        fail_msg("should be one message with '%s', is: %s", what, text);
    free(text);
}

static bool same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* A trial of so many epochs, all of whose values follow from seed. */
static void make_record(struct record *r, int64_t seed, int epochs)
{
    struct rng rng = rng_stream((uint64_t)seed, "record");
    char *text = format_new("norm=\"groupnorm groups=8\" batch=%d epochs=%d seed=%lld net=\"" NET
                            "\" note=\"\"",
                            2 << seed % 5, epochs, (long long)seed);

    memset(r, 0, sizeof *r);
    snprintf(r->key, sizeof r->key, "%016llx", (unsigned long long)seed);
    r->seed = seed;
    assert_int_equal(config_parse(&r->config, text), 0);
    free(text);
    trial_result_init(&r->result, epochs);
    for (int m = 0; m < METRICS; m++)
        for (int e = m < 2; e <= epochs; e++) /* some start at epoch 1 */
            r->result.curve[m][e] = rng_uniform(&rng);
    r->result.seconds = rng_uniform(&rng);
    r->result.peak_bytes = 0x1p40;
    r->result.parameters = 12345;
    r->result.steps = 100;
    memset(r->result.data_sha256, 'a', 64);
}

static void set_status(struct record *r, enum trial_status status, const char *message)
{
    r->result.status = status;
    free(r->result.message);
    r->result.message = xstrdup(message);
}

static void assert_record(const struct record *got, const struct record *want)
{
    struct text a = {0}, b = {0};

    assert_string_equal(got->key, want->key);
    assert_true(got->seed == want->seed);
    config_print(&got->config, &a);
    config_print(&want->config, &b);
    assert_string_equal(text_str(&a), text_str(&b));
    text_clear(&a);
    text_clear(&b);
    assert_int_equal(got->result.status, want->result.status);
    assert_string_equal(got->result.message, want->result.message);
    assert_string_equal(got->result.data_sha256, want->result.data_sha256);
    assert_true(same(got->result.seconds, want->result.seconds));
    assert_true(same(got->result.peak_bytes, want->result.peak_bytes));
    assert_true(same(got->result.parameters, want->result.parameters));
    assert_true(same(got->result.steps, want->result.steps));
    assert_true(same(got->result.norm_positions, want->result.norm_positions));
    assert_int_equal(got->result.epochs, want->result.epochs);
    for (int m = 0; m < METRICS; m++)
        for (int e = 0; e <= want->result.epochs; e++)
            assert_true(same(got->result.curve[m][e], want->result.curve[m][e]));
}

/* A sweep of n trials over two axes and, to clash with a metric's name, lr. */
static void make_results(struct results *r, int n, int epochs)
{
    static const char *const axis[] = {"norm", "batch", "lr"};

    memset(r, 0, sizeof *r);
    r->experiment = xstrdup("batch_size");
    r->version = 3;
    r->axes = 3;
    r->axis = xcalloc(3, sizeof *r->axis);
    for (int a = 0; a < 3; a++)
        r->axis[a] = xstrdup(axis[a]);
    r->records = n;
    r->record = xcalloc((size_t)n, sizeof *r->record);
    for (int i = 0; i < n; i++) {
        make_record(&r->record[i], i, epochs - i % 2);
        config_set(&r->record[i].config, "lr", "0.1");
    }
    if (n > 2) {
        set_status(&r->record[1], TRIAL_DIVERGED, "loss is not finite at step 7");
        set_status(&r->record[2], TRIAL_REFUSED, "norm: \"one\" value, caf\xc3\xa9");
    }
    config_set(&r->provenance, "source_commit", "0123-dirty");
    config_set(&r->provenance, "command_line", "normlab run batch_size");
}

/* ---- a trial's file ---- */

static void test_trial(void **state)
{
    char *path = test_path("trial.h5"), *text;
    struct config provenance = {0};
    struct record r, back;
    struct h5_file *f;
    double version;

    (void)state;
    make_record(&r, 1LL << 60, 4);
    set_status(&r, TRIAL_DIVERGED, "loss is not finite at step 12");
    provenance_collect(&provenance, "normlab trial x=1");
    assert_int_equal(store_trial_write(path, "batch_size", 3, &r, &provenance), 0);
    assert_int_equal(store_trial_read(path, &back), 0);
    assert_record(&back, &r);
    record_clear(&back);
    f = h5_open(path);
    version = h5_get_number(f, "/", "experiment_version");
    assert_true(version == 3);
    text = h5_get_text(f, "/", "command_line");
    assert_string_equal(text, "normlab trial x=1");
    free(text);
    text = h5_get_text(f, "/curves/test_error", "units");
    assert_string_equal(text, "%");
    free(text);
    h5_close(f);
    record_clear(&r);
    config_clear(&provenance);
    free(path);
}

/* What another version of normlab, or another program, may have left. */
static void write_odd_trial(const char *path, double schema, const char *status, int curve_epochs,
                            const char *seed)
{
    double v[8] = {0};
    struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {3}, .data = v};
    struct h5_file *f = h5_create(path);

    h5_set_number(f, "/", "schema", schema);
    h5_set_text(f, "/", "key", "0123456789abcdef");
    h5_set_text(f, "/", "status", status);
    h5_group(f, "/config");
    if (seed)
        h5_set_text(f, "/config", "seed", seed);
    h5_write(f, "/epoch", &a, 0, NULL, NULL);
    h5_write(f, "/curves/not_known", &a, 0, NULL, NULL);
    a.dim[0] = (size_t)curve_epochs + 1;
    h5_write(f, "/curves/test_error", &a, 0, NULL, NULL);
    assert_int_equal(h5_publish(f), 0);
}

static void assert_trial_refused(const char *path, const char *what)
{
    struct record r;

    capture_stderr();
    assert_int_equal(store_trial_read(path, &r), -1);
    assert_one_message(what);
}

static void test_odd_trials(void **state)
{
    char *path = test_path("odd.h5");
    struct record r;

    (void)state;
    write_odd_trial(path, STORE_SCHEMA, "done", 2, "5");
    assert_int_equal(store_trial_read(path, &r), 0);
    assert_true(r.seed == 5 && r.result.epochs == 2 && r.result.curve[METRIC_test_error][2] == 0);
    assert_true(isnan(r.result.curve[METRIC_train_loss][2]) && isnan(r.result.seconds));
    record_clear(&r);
    write_odd_trial(path, STORE_SCHEMA + 1, "done", 2, "5");
    assert_trial_refused(path, "has schema 2, this normlab reads schema 1");
    write_odd_trial(path, NAN, "done", 2, "5");
    assert_trial_refused(path, "not a result of normlab");
    write_odd_trial(path, STORE_SCHEMA, "asleep", 2, "5");
    assert_trial_refused(path, "unknown status");
    write_odd_trial(path, STORE_SCHEMA, "done", 1, "5");
    assert_trial_refused(path, "shape");
    write_odd_trial(path, STORE_SCHEMA, "done", 2, NULL);
    assert_trial_refused(path, "seed");
    write_odd_trial(path, STORE_SCHEMA, "done", 2, "five");
    assert_trial_refused(path, "seed");
    free(path);
}

static void test_damaged_trial(void **state)
{
    char *path = test_path("damaged.h5"), *data;
    struct config none = {0};
    struct record r;
    size_t size;

    (void)state;
    make_record(&r, 1, 4);
    assert_int_equal(store_trial_write(path, "x", 1, &r, &none), 0);
    record_clear(&r);
    data = file_read(path, &size, false);
    for (size_t i = 0; i < size - 100; i += 211) {
        data[i] ^= 4;
        file_write(path, data, size);
        assert_trial_refused(path, path);
        data[i] ^= 4;
        file_write(path, data, i);
        assert_trial_refused(path, path);
    }
    free(data);
    free(path);
}

/* ---- the merged file ---- */

static void test_merged(void **state)
{
    char *path = test_path("merged.h5");
    struct results r, back;

    (void)state;
    make_results(&r, 7, 5);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_string_equal(back.experiment, r.experiment);
    assert_int_equal(back.version, r.version);
    assert_int_equal(back.axes, r.axes);
    for (int a = 0; a < r.axes; a++)
        assert_string_equal(back.axis[a], r.axis[a]);
    assert_int_equal(back.records, r.records);
    for (int i = 0; i < r.records; i++)
        assert_record(&back.record[i], &r.record[i]);
    assert_string_equal(config_get(&back.provenance, "source_commit"), "0123-dirty");
    assert_string_equal(record_get(&back.record[0], "norm"), "groupnorm groups=8");
    assert_string_equal(record_get(&back.record[0], "none"), "");
    results_clear(&back);
    results_clear(&r);
    free(path);
}

static double *find_column(struct h5_column *column, int columns, const char *name)
{
    for (int c = 0; c < columns; c++)
        if (strcmp(column[c].name, name) == 0)
            return column[c].data;
    fail_msg("no column %s", name);
    return NULL;
}

static void test_merged_layout(void **state)
{
    char *path = test_path("layout.h5");
    struct h5_column *column;
    struct h5_array curve;
    struct h5_file *f;
    struct results r;
    const double *v;
    size_t rows;
    int columns;

    (void)state;
    make_results(&r, 4, 5);
    assert_int_equal(store_merged_write(path, &r), 0);
    f = h5_open(path);
    assert_int_equal(h5_read_table(f, "/trials", &rows, &column, &columns), 0);
    assert_int_equal(rows, 4);
    v = find_column(column, columns, "result_lr"); /* lr is an axis */
    assert_true(v[0] == r.record[0].result.curve[METRIC_lr][5]);
    v = find_column(column, columns, "test_error");
    assert_true(v[3] == r.record[3].result.curve[METRIC_test_error][4]);
    assert_true(isnan(v[1]) && isnan(v[2])); /* diverged, refused */
    assert_string_equal(((char **)(void *)find_column(column, columns, "lr"))[0], "0.1");
    h5_table_clear(rows, column, columns);
    assert_int_equal(h5_read(f, "/curves/test_error", &curve), 0);
    assert_true(curve.rank == 2 && curve.dim[0] == 4 && curve.dim[1] == 6);
    v = curve.data;
    assert_true(isnan(v[1 * 6 + 5]) && !isnan(v[1 * 6 + 4])); /* a trial of 4 epochs */
    h5_array_clear(&curve);
    h5_close(f);
    results_clear(&r);
    free(path);
}

/* Columns and curves that an older normlab lacked are NaN; those that a newer one has are not read.
 */
static void test_merged_other_version(void **state)
{
    char *path = test_path("older.h5"), *key[] = {"k0", "k1"}, *status[] = {"done", "refused"};
    char *config[] = {"norm=batchnorm seed=3", "norm=none seed=4"};
    int64_t seed[] = {3, 4};
    double v[] = {1, 2, 3, 4, 5, 6};
    const struct h5_column column[] = {{"key", H5_TEXT, key, NULL},
                                       {"seed", H5_INT64, seed, NULL},
                                       {"status", H5_TEXT, status, NULL},
                                       {"config", H5_TEXT, config, NULL},
                                       {"from_the_future", H5_FLOAT64, v, "s"}};
    struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {3}, .data = v};
    struct h5_file *f = h5_create(path);
    struct results r;

    (void)state;
    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "experiment", "x");
    h5_set_text(f, "/", "axes", "norm");
    h5_write(f, "/epoch", &a, 0, NULL, NULL);
    h5_write_table(f, "/trials", 2, column, 5);
    a = (struct h5_array){.type = H5_FLOAT64, .rank = 2, .dim = {2, 3}, .data = v};
    h5_write(f, "/curves/test_loss", &a, 0, NULL, NULL);
    h5_write(f, "/curves/from_the_future", &a, 0, NULL, NULL);
    assert_int_equal(h5_publish(f), 0);
    assert_int_equal(store_merged_read(path, &r), 0);
    assert_int_equal(r.records, 2);
    assert_true(r.record[1].seed == 4 && r.record[1].result.status == TRIAL_REFUSED);
    assert_true(r.record[1].result.curve[METRIC_test_loss][2] == 6);
    assert_true(isnan(r.record[1].result.curve[METRIC_test_error][2]));
    assert_true(isnan(r.record[0].result.seconds));
    results_clear(&r);
    free(path);
}

static void test_merged_refused(void **state)
{
    char *path = test_path("not_merged.h5");
    struct config none = {0};
    struct results r;
    struct record one;

    (void)state;
    make_record(&one, 1, 2);
    assert_int_equal(store_trial_write(path, "x", 1, &one, &none), 0);
    record_clear(&one);
    capture_stderr();
    assert_int_equal(store_merged_read(path, &r), -1);
    assert_one_message("not the merged file");
    make_results(&r, 0, 0); /* a sweep without trials is one nevertheless */
    assert_int_equal(store_merged_write(path, &r), 0);
    results_clear(&r);
    assert_int_equal(store_merged_read(path, &r), 0);
    assert_true(r.records == 0 && r.axes == 3);
    results_clear(&r);
    assert_trial_refused(path, "not the file of a trial");
    free(path);
}

static void test_merged_is_small(void **state)
{
    char *path = test_path("large.h5");
    struct results r;
    struct stat st;

    (void)state;
    make_results(&r, 500, 15);
    assert_int_equal(store_merged_write(path, &r), 0);
    results_clear(&r);
    assert_int_equal(stat(path, &st), 0);
    assert_in_range(st.st_size, 1, 1 << 20);
    free(path);
}

/* ---- other programs ---- */

/* Standard output of a function of store.h, in a new string. */
static char *printed(int (*export)(const struct results *), const struct results *r)
{
    char *path = test_path("stdout"), *text;
    int saved = dup(STDOUT_FILENO);
    size_t size;

    fflush(stdout);
    assert_non_null(freopen(path, "w", stdout));
    assert_int_equal(export(r), 0);
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
    text = printed(store_export_csv, &r);
    assert_true(text_starts_with(
        text, "experiment,key,norm,batch,lr,seed,status,metric,unit,epoch,value\n"
              "batch_size,0000000000000000,\"a,\"\"b\"\"\n\x01\\ \xc3\xa9\xff\",2,0.1,0,done,"
              "train_loss,nat,0,\n"));
    assert_non_null(strstr(text, "2,0.1,0,done,test_loss,nat,0,\n"));
    assert_non_null(strstr(text, "2,0.1,0,done,test_error,%,1,0.1\n"));
    free(text);
    results_clear(&r);
}

static void test_json(void **state)
{
    struct results r;
    char *text;
    int lines = 0;

    (void)state;
    make_awkward(&r);
    text = printed(store_export_json, &r);
    assert_true(text_starts_with(
        text, "{\"experiment\":\"batch_size\",\"key\":\"0000000000000000\",\"norm\":"
              "\"a,\\\"b\\\"\\u000a\\u0001\\\\ \xc3\xa9\\ufffd\",\"batch\":\"2\",\"lr\":\"0.1\","
              "\"seed\":0,\"status\":\"done\",\"metric\":\"train_loss\",\"unit\":\"nat\","
              "\"epoch\":0,\"value\":null}\n"));
    assert_non_null(
        strstr(text, "\"metric\":\"test_loss\",\"unit\":\"nat\",\"epoch\":0,\"value\":null}"));
    assert_non_null(
        strstr(text, "\"metric\":\"test_error\",\"unit\":\"%\",\"epoch\":1,\"value\":0.1}"));
    for (const char *s = text; (s = strchr(s, '\n')); s++)
        lines++;
    assert_int_equal(lines, METRICS * 2);
    free(text);
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
                                      "blas",
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

/* The README promises this to users of Python; the suite itself does without. */
static void test_h5py(void **state)
{
    static const char *const script =
        "import h5py, sys\n"
        "f = h5py.File(sys.argv[1], 'r')\n"
        "t = f['trials']\n"
        "assert t.dtype['seed'] == 'int64' and t.dtype['test_error'] == 'float64', t.dtype\n"
        "for c in 'key', 'norm', 'config', 'message':\n"
        "    assert h5py.check_string_dtype(t.dtype[c]) == ('utf-8', None), c\n"
        "assert t[2]['message'].decode() == 'norm: \"one\" value, caf\\u00e9'\n"
        "assert list(f.attrs)[:4] == ['schema', 'experiment', 'experiment_version', 'axes']\n"
        "assert f.attrs['axes'] == 'norm batch lr' and type(f.attrs['axes']) is str\n"
        "assert t.attrs['units_test_error'] == '%'\n"
        "c = f['curves/test_error']\n"
        "assert c.shape == (7, 6) and c.attrs['units'] == '%' and c.fillvalue != c.fillvalue\n"
        "assert [d.label for d in c.dims] == ['trial', 'epoch']\n"
        "assert list(c.dims[1][0][:]) == [0, 1, 2, 3, 4, 5]\n"
        "assert all('units' in f['curves'][m].attrs for m in f['curves'])\n";
    char *path = test_path("h5py.h5"), *program = test_path("h5py_test.py"), *command, *err;
    struct results r;
    int code;

    (void)state;
    if (run_command("/usr/bin/python3 -c 'import h5py'", NULL, NULL)) {
        print_message("skipped: no /usr/bin/python3 with h5py\n");
        skip();
    }
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
        cmocka_unit_test(test_trial),
        cmocka_unit_test(test_odd_trials),
        cmocka_unit_test(test_damaged_trial),
        cmocka_unit_test(test_merged),
        cmocka_unit_test(test_merged_layout),
        cmocka_unit_test(test_merged_other_version),
        cmocka_unit_test(test_merged_refused),
        cmocka_unit_test(test_merged_is_small),
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_provenance),
        cmocka_unit_test(test_h5py),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
