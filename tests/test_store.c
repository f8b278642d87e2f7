/* store/store.h: trials and sweeps come back from their files as they were. */
#include "base/system/file.h"
#include "results.h"
#include "store/hdf5/h5.h"
#include "support.h"
#include <math.h>

/* Fails unless standard error holds one message, with `what` in it. */
static void assert_one_message(const char *what)
{
    char *text = captured_stderr();
    const char *first = strstr(text, "normlab: error: ");

    if (!first || strstr(first + 1, "normlab: error: ") || !strstr(text, what))
        fail_msg("should be one message with '%s', is: %s", what, text);
    free(text);
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

/* Numbers of a dataset are those, to the last bit. */
static void assert_numbers(struct h5_file *f, const char *name, size_t n, const double *want)
{
    struct h5_array a;

    assert_int_equal(h5_read(f, name, &a), 0);
    assert_int_equal(h5_count(&a), n);
    for (size_t i = 0; i < n; i++)
        if (((double *)a.data)[i] != want[i])
            fail_msg("%s[%zu] is %.17g, should be %.17g", name, i, ((double *)a.data)[i], want[i]);
    h5_array_clear(&a);
}

static void test_trial_with_evals_per_epoch(void **state)
{
    static const double epoch[] = {0, 1 / 3.0, 2 / 3.0, 1, 4 / 3.0, 5 / 3.0, 2};
    char *path = test_path("evals_per_epoch.h5");
    struct config none = {0};
    struct record r, back;
    struct h5_file *f;

    (void)state;
    make_record(&r, 3, 2);
    set_evals_per_epoch(&r, 3);
    assert_int_equal(store_trial_write(path, "batch_size", 3, &r, &none), 0);
    assert_int_equal(store_trial_read(path, &back), 0);
    assert_record(&back, &r);
    f = h5_open(path);
    assert_numbers(f, "/epoch", 7, epoch);
    h5_close(f);
    record_clear(&back);
    record_clear(&r);
    free(path);
}

static void write_trial_of(const char *path, const char *config, int64_t seed)
{
    struct config none = {0};
    struct record r;
    char *text = format_new("seed=%lld %s", (long long)seed, config);

    make_record(&r, seed, 2);
    config_clear(&r.config);
    assert_int_equal(config_parse(&r.config, text), 0);
    assert_int_equal(store_trial_write(path, "batch_size", 3, &r, &none), 0);
    record_clear(&r);
    free(text);
}

/* What was learned from files that were read before changes nothing of what is read from the next: not where seeds differ
 * in length, and not where the text of another key has a seed, too. */
static void test_trials_one_after_the_other(void **state)
{
    static const char *const config[] = {"norm=none", "norm=none batch=64",
                                         "norm=none panel=\"a seed=12 b\"",
                                         "norm=none panel=\"a seed=7 b\"", "not_known=3"};
    static const int64_t seed[] = {7, 12, 100000, 1000000000000, 12};
    char *path = test_path("one_of_many.h5");
    struct canon known = {0};

    (void)state;
    for (size_t i = 0; i < 25; i++) {
        struct results r;
        struct record alone;
        bool merged;

        write_trial_of(path, config[i % 5], seed[i / 5]);
        assert_int_equal(store_read_next(&known, path, &merged, &r), 0);
        assert_int_equal(store_trial_read(path, &alone), 0);
        assert_false(merged);
        assert_true(alone.seed == seed[i / 5]);
        assert_record(&r.record[0], &alone);
        results_clear(&r);
        record_clear(&alone);
    }
    assert_true(known.count > 0);
    canon_clear(&known);
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
    assert_true(r.seed == 5 && r.result.points == 2 && r.result.curve[METRIC_test_error][2] == 0);
    assert_true(isnan(r.result.curve[METRIC_train_loss][2]) && isnan(r.result.seconds));
    record_clear(&r);
    write_odd_trial(path, STORE_SCHEMA + 1, "done", 2, "5");
    assert_trial_refused(path, "has schema 3, this normlab reads schema 1 to 2");
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
        assert_merged_record(&back.record[i], &r.record[i]);
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
    /* Axes are numbers where all their values are, so that they sort and compare; else text. */
    v = find_column(column, columns, "lr");
    assert_true(v[0] == 0.1);
    assert_string_equal(((char **)(void *)find_column(column, columns, "norm"))[0],
                        record_get(&r.record[0], "norm"));
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

/* Each trial has its points in a column of its epochs; the others of its row are NaN. */
/* A trial's file from when the key was called looks. */
static void test_trial_with_looks(void **state)
{
    char *path = test_path("looks.h5");
    struct config none = {0}, older = {0};
    struct record r, back;

    (void)state;
    make_record(&r, 3, 2);
    set_evals_per_epoch(&r, 3);
    for (int i = 0; i < r.config.count; i++)
        config_set(&older,
                   strcmp(r.config.item[i].key, "evals_per_epoch") ? r.config.item[i].key : "looks",
                   r.config.item[i].value);
    config_clear(&r.config);
    r.config = older;
    assert_int_equal(store_trial_write(path, "batch_size", 3, &r, &none), 0);
    assert_int_equal(store_trial_read(path, &back), 0);
    assert_int_equal(back.result.evals_per_epoch, 3);
    assert_string_equal(record_get(&back, "evals_per_epoch"), "3");
    assert_string_equal(record_get(&back, "looks"), "");
    record_clear(&r);
    record_clear(&back);
    free(path);
}

static void test_merged_with_evals_per_epoch(void **state)
{
    static const int evals_per_epoch[] = {1, 4, 3, 2, 1};
    static const double epoch[] = {0,       0.25, 1 / 3.0, 0.5,  2 / 3.0, 0.75,    1,       1.25,
                                   4 / 3.0, 1.5,  5 / 3.0, 1.75, 2,       7 / 3.0, 8 / 3.0, 3};
    char *path = test_path("merged_looks.h5");
    struct results r, back;
    struct h5_array a;
    struct h5_file *f;

    (void)state;
    make_results(&r, 5, 3); /* of 3 and 2 epochs in turn */
    for (int i = 0; i < 5; i++)
        if (evals_per_epoch[i] > 1)
            set_evals_per_epoch(&r.record[i], evals_per_epoch[i]);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 5; i++)
        assert_merged_record(&back.record[i], &r.record[i]);
    f = h5_open(path);
    assert_numbers(f, "/epoch", 16, epoch);
    assert_int_equal(h5_read(f, "/curves/test_loss", &a), 0);
    assert_true(a.dim[0] == 5 && a.dim[1] == 16);
    for (int i = 0; i < 5; i++) {
        int values = 0;

        for (int e = 0; e < 16; e++)
            values += !isnan(((double *)a.data)[i * 16 + e]);
        assert_int_equal(values, r.record[i].result.points + 1);
    }
    assert_true(((double *)a.data)[16 + 9] == r.record[1].result.curve[METRIC_test_loss][6]);
    h5_array_clear(&a);
    h5_close(f);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* Columns and curves that an older normlab lacked are NaN; those that a newer one has are not read.
 */
static void test_merged_other_version(void **state)
{
    char *path = test_path("older.h5"), *key[] = {"k0", "k1"}, *status[] = {"done", "refused"};
    char *config[] = {"norm=batchnorm seed=3", "norm=none seed=4"};
    int64_t seed[] = {3, 4},
            epoch[] = {0, 1, 2}; /* whole numbers, as before there was evals_per_epoch */
    double v[] = {1, 2, 3, 4, 5, 6};
    const struct h5_column column[] = {{"key", H5_TEXT, key, NULL},
                                       {"seed", H5_INT64, seed, NULL},
                                       {"status", H5_TEXT, status, NULL},
                                       {"config", H5_TEXT, config, NULL},
                                       {"from_the_future", H5_FLOAT64, v, "s"}};
    struct h5_array a = {.type = H5_INT64, .rank = 1, .dim = {3}, .data = epoch};
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
    assert_true(r.record[0].result.points == 2 && r.record[0].result.evals_per_epoch == 1);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trial),
        cmocka_unit_test(test_trial_with_evals_per_epoch),
        cmocka_unit_test(test_trial_with_looks),
        cmocka_unit_test(test_merged_with_evals_per_epoch),
        cmocka_unit_test(test_trials_one_after_the_other),
        cmocka_unit_test(test_odd_trials),
        cmocka_unit_test(test_damaged_trial),
        cmocka_unit_test(test_merged),
        cmocka_unit_test(test_merged_layout),
        cmocka_unit_test(test_merged_other_version),
        cmocka_unit_test(test_merged_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
