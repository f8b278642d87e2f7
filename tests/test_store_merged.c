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
        assert_record(&back.record[i], &r.record[i]);
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

static void test_unmeasured(void **state)
{
    char *path = test_path("unmeasured.h5"), *left;
    struct results r, back;

    (void)state;
    make_results(&r, 5, 3);
    fill_metric(&r, METRIC_val_loss, NAN);
    fill_metric(&r, METRIC_step_ms, NAN);
    r.record[3].result.curve[METRIC_step_ms][1] = 5; /* one value makes a curve */
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_false(has_curve(path, "val_loss"));
    assert_true(has_curve(path, "step_ms"));
    left = left_out(path);
    assert_string_equal(left, "");
    free(left);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 5; i++)
        assert_record(&back.record[i], &r.record[i]);
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
        assert_record(&back.record[i], &r.record[i]);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* ---- large sweeps ---- */

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

/* What stays is exact, of the rest the final value is. */
static void assert_kept(const struct record *got, const struct record *want, const char *left)
{
    for (int m = 0; m < METRICS; m++) {
        const double *a = got->result.curve[m], *b = want->result.curve[m];
        bool gone = strstr(left, metric_info[m].name) != NULL;

        assert_true(same(trial_final(&got->result, m), trial_final(&want->result, m)));
        for (int p = 0; p < want->result.points; p++)
            assert_true(gone ? isnan(a[p]) : same(a[p], b[p]));
    }
}

/* Writes a merged file; returns what was said, in a new string. */
static char *write_and_listen(const char *path, const struct results *r)
{
    capture_stderr();
    assert_int_equal(store_merged_write(path, r), 0);
    return captured_stderr();
}

/* What was left out is known when the file is read, and is left out again where that is written. */
static void assert_left_out_again(const struct results *back, const char *left)
{
    char *path = test_path("again.h5"), *again, *said;
    struct results r;

    for (int m = 0; m < METRICS; m++)
        assert_true(results_have_curve(back, m) == !strstr(left, metric_info[m].name));
    said = write_and_listen(path, back);
    assert_string_equal(said, "");
    again = left_out(path);
    assert_string_equal(again, left);
    assert_false(has_curve(path, "step_ms"));
    assert_int_equal(store_merged_read(path, &r), 0);
    for (int i = 0; i < r.records; i++)
        assert_record(&r.record[i], &back->record[i]);
    results_clear(&r);
    free(said);
    free(again);
    free(path);
}

static void test_large_sweep(void **state)
{
    char *path = test_path("large.h5"), *left, *said;
    struct results r, back;

    (void)state;
    make_realistic(&r, 1755);
    said = write_and_listen(path, &r);
    assert_non_null(strstr(said, "only the final values of "));
    assert_non_null(strstr(said, " step_ms "));
    assert_null(strstr(said, "much for a repository"));
    free(said);
    assert_in_range(file_bytes(path), STORE_MERGED_MOST / 2, STORE_MERGED_MOST);
    left = left_out(path);
    assert_non_null(strstr(left, "step_ms"));
    assert_non_null(strstr(left, "mean_bias_last"));
    assert_null(strstr(left, "test_error"));
    assert_null(strstr(left, "train_seconds"));
    assert_null(strstr(left, "grad_ratio"));
    assert_false(has_curve(path, "step_ms"));
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_int_equal(back.records, 1755);
    for (int i = 0; i < 1755; i++)
        assert_kept(&back.record[i], &r.record[i], left);
    assert_left_out_again(&back, left);
    free(left);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* No more is left out than needs to be. */
static void test_less_large_sweep(void **state)
{
    char *path = test_path("less_large.h5"), *left;
    struct results r;

    (void)state;
    make_realistic(&r, 950);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_in_range(file_bytes(path), STORE_MERGED_MOST / 2, STORE_MERGED_MOST);
    left = left_out(path);
    assert_string_equal(left, "step_ms forward_ms backward_ms update_ms inference_ms");
    free(left);
    results_clear(&r);
    free(path);
}

/* A file that cannot be small has losses and errors nevertheless. */
static void test_too_large_sweep(void **state)
{
    char *path = test_path("too_large.h5"), *said;
    struct results r, back;

    (void)state;
    make_realistic(&r, 4000);
    said = write_and_listen(path, &r);
    assert_non_null(strstr(said, "KB, which is still much for a repository"));
    free(said);
    assert_in_range(file_bytes(path), STORE_MERGED_MOST, 3 * STORE_MERGED_MOST);
    assert_false(has_curve(path, "gamma_mean"));
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_true(back.record[3999].result.curve[METRIC_test_loss][1] ==
                r.record[3999].result.curve[METRIC_test_loss][1]);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* Curves of many points cost little more than their values, however few the trials are. */
static void test_long_curves(void **state)
{
    char *path = test_path("long_curves.h5"), *left;
    struct results r, back;

    (void)state;
    make_results(&r, 8, 200);
    for (int i = 0; i < 8; i++)
        for (int m = 0; m < METRICS; m++)
            for (int p = 0; p <= r.record[i].result.points; p++)
                r.record[i].result.curve[m][p] = floor(100 * r.record[i].result.curve[m][p]) / 100;
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_in_range(file_bytes(path), 1, STORE_MERGED_MOST / 2);
    left = left_out(path);
    assert_string_equal(left, "");
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 8; i++)
        assert_record(&back.record[i], &r.record[i]);
    free(left);
    results_clear(&back);
    results_clear(&r);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_schema_1),           cmocka_unit_test(test_unmeasured),
        cmocka_unit_test(test_data_of_each_trial), cmocka_unit_test(test_large_sweep),
        cmocka_unit_test(test_less_large_sweep),   cmocka_unit_test(test_too_large_sweep),
        cmocka_unit_test(test_long_curves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
