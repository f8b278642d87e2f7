/* store/store.h: what a merged file leaves out, how large it is, and files of the schema before. */
#include "results.h"
#include "store/hdf5/h5.h"
#include "support.h"
#include <sys/stat.h>

static size_t file_bytes(const char *path)
{
    struct stat st;

    assert_int_equal(stat(path, &st), 0);
    return (size_t)st.st_size;
}

/* The attribute left_out of /curves. */
static char *left_out(const char *path)
{
    struct h5_file *f = h5_open(path);
    char *text = h5_get_text(f, "/curves", "left_out");

    h5_close(f);
    assert_non_null(text);
    return text;
}

static bool has_curve(const char *path, const char *metric)
{
    struct h5_file *f = h5_open(path);
    char *name = format_new("/curves/%s", metric);
    bool has = h5_exists(f, name);

    free(name);
    h5_close(f);
    return has;
}

static void assert_same_provenance(const struct results *got, const struct results *want)
{
    for (int i = 0; i < want->provenance.count; i++) {
        const struct config_item *item = &want->provenance.item[i];

        if (strcmp(item->key, "schema"))
            assert_string_equal(config_get(&got->provenance, item->key), item->value);
    }
}

/* ---- schema 1 ---- */

static void assert_merged_1(const struct results *r)
{
    const struct record *last;

    assert_int_equal(r->records, 4);
    last = &r->record[3];
    assert_string_equal(last->key, "c5e2dfcc5fa8ad23");
    assert_string_equal(record_get(last, "norm"), "groupnorm groups=4");
    assert_string_equal(record_get(last, "step_at"), "");
    assert_int_equal(last->result.points, 2);
    assert_true(last->result.curve[METRIC_test_error][0] == 92.5);
    assert_true(last->result.curve[METRIC_test_error][2] == 82);
    assert_true(isnan(last->result.curve[METRIC_val_error][2]));
    assert_int_equal(strlen(last->result.data_sha256), 64);
}

/* Read and written again, it says the same. */
static void test_schema_1(void **state)
{
    char *old = test_source("golden/merged_1.h5"), *path = test_path("rewritten.h5");
    struct results r, back;

    (void)state;
    assert_int_equal(store_merged_read(old, &r), 0);
    assert_merged_1(&r);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_merged_1(&back);
    for (int i = 0; i < 4; i++)
        assert_merged_record(&back.record[i], &r.record[i]);
    assert_same_provenance(&back, &r);
    assert_in_range(file_bytes(path), 1, file_bytes(old) * 3 / 4);
    results_clear(&back);
    results_clear(&r);
    free(path);
    free(old);
}

/* ---- what has no curve ---- */

static void fill_metric(struct results *r, enum metric m, double v)
{
    for (int i = 0; i < r->records; i++)
        for (int p = 0; p <= r->record[i].result.points; p++)
            r->record[i].result.curve[m][p] = v;
}

/* A trial that lacks an axis of the others has no such key when it is read, so that its configuration can be completed
 * by keys that were added since. */
static void test_an_axis_that_some_lack(void **state)
{
    char *path = test_path("lack.h5");
    struct results r, back;

    (void)state;
    make_results(&r, 3, 2);
    free(r.axis[2]);
    r.axis[2] = xstrdup("shortcut");
    config_set(&r.record[0].config, "shortcut", "pad");
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_string_equal(config_get(&back.record[0].config, "shortcut"), "pad");
    assert_null(config_get(&back.record[1].config, "shortcut"));
    results_clear(&back);
    results_clear(&r);
    free(path);
}

static void test_unmeasured(void **state)
{
    char *path = test_path("unmeasured.h5"), *left;
    struct results r, back;

    (void)state;
    make_results(&r, 5, 3);
    fill_metric(&r, METRIC_val_loss, NAN);
    fill_metric(&r, METRIC_lr, NAN);
    r.record[3].result.curve[METRIC_lr][1] = 5; /* one value makes a curve */
    fill_metric(&r, METRIC_step_ms, NAN);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_false(has_curve(path, "val_loss"));
    assert_true(has_curve(path, "lr"));
    left = left_out(path);
    assert_null(strstr(left, "val_loss"));
    assert_null(strstr(left, "step_ms"));
    assert_non_null(strstr(left, "forward_ms"));
    free(left);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 5; i++)
        assert_merged_record(&back.record[i], &r.record[i]);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

static void test_data_of_each_trial(void **state)
{
    char *path = test_path("data.h5"), *all;
    struct results r, back;
    struct h5_file *f;

    (void)state;
    make_results(&r, 3, 1);
    memset(r.record[1].result.data_sha256, 'b', 64);
    r.record[2].result.data_sha256[0] = '\0';
    assert_int_equal(store_merged_write(path, &r), 0);
    f = h5_open(path);
    all = h5_get_text(f, "/", "data_sha256");
    h5_close(f);
    assert_int_equal(strlen(all), 64 + 1 + 64);
    free(all);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 3; i++)
        assert_merged_record(&back.record[i], &r.record[i]);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* ---- which curves a merged file holds ---- */

/* The list of metrics without curves, which is the attribute's text, as metrics.def has it. */
static char *final_metrics(void)
{
    struct text names = {0};

    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].merged_curve)
            text_add_item(&names, " ", "%s", metric_info[m].name);
    return names.s;
}

/* However few the trials are, and again when what was read is written. */
static void test_final_values_alone(void **state)
{
    char *path = test_path("curves.h5"), *again = test_path("again.h5"), *want = final_metrics();
    struct results r, back, twice;
    char *left;

    (void)state;
    make_results(&r, 5, 3);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int m = 0; m < METRICS; m++) {
        assert_int_equal(has_curve(path, metric_info[m].name), metric_info[m].merged_curve);
        assert_int_equal(results_have_curve(&back, m), metric_info[m].merged_curve);
        assert_int_equal(results_have_curve(&r, m), metric_info[m].merged_curve);
    }
    assert_int_equal(store_merged_write(again, &back), 0);
    assert_int_equal(store_merged_read(again, &twice), 0);
    for (int i = 0; i < 5; i++) {
        assert_merged_record(&back.record[i], &r.record[i]);
        assert_record(&twice.record[i], &back.record[i]);
    }
    left = left_out(path);
    assert_string_equal(left, want);
    free(left);
    left = left_out(again);
    assert_string_equal(left, want);
    free(left);
    results_clear(&twice);
    results_clear(&back);
    results_clear(&r);
    free(want);
    free(again);
    free(path);
}

/* What figures, claims and tables read over training has its curve; of times, what a target is timed by. */
static void test_what_has_curves(void **state)
{
    (void)state;
    for (int m = 0; m < METRICS; m++) {
        if (metric_info[m].diverged_is_worst)
            assert_true(metric_info[m].merged_curve);
        if (metric_info[m].timing)
            assert_true(metric_info[m].merged_curve == (m == METRIC_train_seconds));
    }
    assert_true(metric_info[METRIC_grad_ratio].merged_curve);
    assert_true(metric_info[METRIC_gamma_mean].merged_curve &&
                metric_info[METRIC_gamma_sd].merged_curve);
}

/* /epoch and three rows of two epochs. */
static void write_old_rows(struct h5_file *f)
{
    char *key[] = {"k0", "k1", "k2"}, *status[] = {"done", "done", "done"};
    char *config[] = {"norm=none seed=3", "norm=none seed=4", "norm=none seed=5"};
    int64_t seed[] = {3, 4, 5}, epoch[] = {0, 1, 2};
    const struct h5_column column[] = {{"key", H5_TEXT, key, NULL},
                                       {"seed", H5_INT64, seed, NULL},
                                       {"status", H5_TEXT, status, NULL},
                                       {"config", H5_TEXT, config, NULL}};
    struct h5_array a = {.type = H5_INT64, .rank = 1, .dim = {3}, .data = epoch};

    h5_write(f, "/epoch", &a, 0, NULL, NULL);
    h5_write_table(f, "/trials", 3, column, 4);
}

/* A file from before there was that rule, which left out another curve and has that of step_ms. */
static void test_older_choice_of_curves(void **state)
{
    char *path = test_path("older_choice.h5"), *left;
    struct h5_array a = {.type = H5_FLOAT64, .rank = 2, .dim = {3, 3}};
    double v[9] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    struct results r, back;
    struct h5_file *f;

    (void)state;
    make_results(&r, 3, 2);
    r.left_out[METRIC_gamma_mean] = true;
    assert_int_equal(store_merged_write(path, &r), 0);
    left = left_out(path);
    assert_non_null(strstr(left, "gamma_mean"));
    free(left);
    assert_false(has_curve(path, "gamma_mean"));
    results_clear(&r);
    f = h5_create(path);
    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "experiment", "x");
    h5_set_text(f, "/", "axes", "");
    write_old_rows(f);
    a.data = v;
    h5_write(f, "/curves/step_ms", &a, 0, NULL, NULL);
    h5_set_text(f, "/curves", "left_out", "gamma_mean no_more");
    assert_int_equal(h5_publish(f), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_true(results_have_curve(&back, METRIC_step_ms));
    assert_false(results_have_curve(&back, METRIC_gamma_mean));
    assert_true(back.record[1].result.curve[METRIC_step_ms][0] == 4);
    assert_int_equal(store_merged_write(path, &back), 0);
    assert_false(results_have_curve(&back, METRIC_step_ms));
    results_clear(&back);
    free(path);
}

/* ---- size ---- */

/* Values as trials have them: errors are shares of the test set, times whole nanoseconds, a rate is
 * one of a few; the rest is as random as doubles in (0, 1) are. Nothing was validated. */
static void make_realistic(struct results *r, int trials)
{
    static const enum metric none[] = {METRIC_val_loss, METRIC_val_error, METRIC_fit_loss,
                                       METRIC_fit_error, METRIC_gap};

    make_results(r, trials, 5);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        fill_metric(r, none[i], NAN);
    for (int m = 0; m < METRICS; m++) {
        bool error = m == METRIC_train_error || m == METRIC_test_error;
        double grain = metric_info[m].timing ? 1e-6 : error ? 1 / 900.0 : m == METRIC_lr ? 0.1 : 0;

        for (int i = 0; i < trials && grain > 0; i++)
            for (int p = 0; p <= r->record[i].result.points; p++)
                r->record[i].result.curve[m][p] =
                    grain * floor(r->record[i].result.curve[m][p] / grain);
    }
}

/* A file for a repository, though every number in it is as random as it can be. */
static void test_large_sweep(void **state)
{
    char *path = test_path("large.h5");
    struct results r, back;

    (void)state;
    make_realistic(&r, 1755);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_in_range(file_bytes(path), 1755 * 300, 1755 * 850);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_int_equal(back.records, 1755);
    for (int i = 0; i < 1755; i++)
        assert_merged_record(&back.record[i], &r.record[i]);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* Curves of many points cost little more than their values, however few the trials are. */
static void test_long_curves(void **state)
{
    char *path = test_path("long_curves.h5");
    struct results r, back;

    (void)state;
    make_results(&r, 8, 200);
    for (int i = 0; i < 8; i++)
        for (int m = 0; m < METRICS; m++)
            for (int p = 0; p <= r.record[i].result.points; p++)
                r.record[i].result.curve[m][p] = floor(100 * r.record[i].result.curve[m][p]) / 100;
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_in_range(file_bytes(path), 1, 1 << 18);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 8; i++)
        assert_merged_record(&back.record[i], &r.record[i]);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_schema_1),
        cmocka_unit_test(test_an_axis_that_some_lack),
        cmocka_unit_test(test_unmeasured),
        cmocka_unit_test(test_data_of_each_trial),
        cmocka_unit_test(test_final_values_alone),
        cmocka_unit_test(test_what_has_curves),
        cmocka_unit_test(test_older_choice_of_curves),
        cmocka_unit_test(test_large_sweep),
        cmocka_unit_test(test_long_curves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
