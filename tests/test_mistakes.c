/* Which test samples are wrong (key test_mistakes): noted, kept in files, merged, compared and selected. */
#include "base/arena.h"
#include "base/system/file.h"
#include "h5_files.h"
#include "judge/compare/compare.h"
#include "results.h"
#include "sweeps.h"
#include "train/trial.h"

#define DENSE                                                                                      \
    "data=synthetic train_count=300 test_count=90 epochs=2 batch=24 net=\"mlp hidden=16\" "        \
    "norm=batchnorm "
#define WORDS                                                                                      \
    "data=synthetic-words train_count=96 test_count=61 epochs=2 batch=12 net=\"embedding 6 "       \
    "tokens=${tokens}; lstm 5; last; dense ${classes}\" "

static void run(const char *base, const char *more, struct trial_result *r)
{
    char *text = format_new("%s %s", base, more);
    struct config c = {0};

    assert_int_equal(config_parse(&c, text), 0);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    config_clear(&c);
    free(text);
}

/* ---- in a trial ---- */

/* The share of samples that are wrong is the trial's test error to the last bit, however it is evaluated, and nothing else of
 * the trial changes. */
static void test_ones_are_the_test_error(void **state)
{
    static const struct {
        const char *base, *more;
        int samples;
    } cases[] = {
        {DENSE, "", 90},
        {DENSE, "curve_count=40 eval_all=1 fit_count=50 val_fraction=0.1", 90},
        {DENSE, "eval_stats=batch", 90}, /* the last batch is filled up with earlier samples */
        {DENSE, "eval_stats=own", 90},
        {DENSE, "eval_stats=precise loss=sigmoid workers=2 threads=2", 90},
        {DENSE, "epochs=0", 90},
        {WORDS, "", 61},
        {WORDS, "pad=0.3 eval_stats=precise test_count=33", 33},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *keys = format_new("%s test_mistakes=1", cases[i].more);
        struct trial_result with, without;
        const struct mistakes *m = &with.mistakes;

        run(cases[i].base, keys, &with);
        run(cases[i].base, cases[i].more, &without);
        assert_int_equal(m->samples, cases[i].samples);
        assert_in_range(mistakes_count(m), 1, m->samples - 1);
        assert_true(100.0 * mistakes_count(m) / m->samples ==
                    trial_final(&with, METRIC_test_error));
        assert_true(trial_final(&with, METRIC_test_loss) ==
                    trial_final(&without, METRIC_test_loss));
        assert_int_equal(without.mistakes.samples, 0);
        assert_null(without.mistakes.bit);
        trial_result_clear(&with);
        trial_result_clear(&without);
        free(keys);
    }
}

/* The samples are in the order of the set: those of a trial with fewer of them are the first of a trial with more, whose
 * training is the same. With statistics of their batches, too, as long as these are the same. */
static void test_order_of_the_set(void **state)
{
    static const struct {
        const char *base, *few, *many;
        int samples;
    } cases[] = {
        {DENSE, "test_count=40", "test_count=90", 40},
        {DENSE, "test_count=45 eval_stats=precise", "test_count=90 eval_stats=precise", 45},
        {DENSE, "test_count=48 eval_stats=batch", "test_count=90 eval_stats=batch", 48},
        {WORDS, "test_count=20 pad_to=set", "test_count=61 pad_to=set", 20},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *few = format_new("%s test_mistakes=1", cases[i].few),
             *many = format_new("%s test_mistakes=1", cases[i].many);
        struct trial_result a, b;

        run(cases[i].base, few, &a);
        run(cases[i].base, many, &b);
        for (int k = 0; k < cases[i].samples; k++)
            assert_int_equal(mistakes_at(&a.mistakes, k), mistakes_at(&b.mistakes, k));
        trial_result_clear(&a);
        trial_result_clear(&b);
        free(few);
        free(many);
    }
}

static void test_no_mistakes(void **state)
{
    struct config c = {0};
    struct trial_result r;

    (void)state;
    run(DENSE, "test_mistakes=1 lr=1e6 norm=none", &r);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    assert_int_equal(r.mistakes.samples, 0);
    trial_result_clear(&r);
    run(DENSE, "test_mistakes=1 batch=1", &r);
    assert_int_equal(r.status, TRIAL_REFUSED);
    assert_int_equal(r.mistakes.samples, 0);
    trial_result_clear(&r);
    assert_int_equal(config_parse(&c, "data=synthetic-linear loss=mse net=\"dense ${classes}\" "
                                      "test_mistakes=1"),
                     0);
    capture_stderr();
    assert_int_equal(trial_run(&c, &r, NULL, NULL), -1);
    assert_message(captured_stderr(), "no sample is right or wrong: leave test_mistakes out");
    config_clear(&c);
}

/* The key is new: trials without it keep their names. */
static void test_key_is_hashed_when_it_is_set(void **state)
{
    (void)state;
    assert_false(trial_key_is_hashed("test_mistakes", "0"));
    assert_true(trial_key_is_hashed("test_mistakes", "1"));
}

/* ---- in files ---- */

/* Gives a record so many samples, every `every`-th of them wrong. */
static void add_mistakes(struct record *r, int samples, int every)
{
    mistakes_clear(&r->result.mistakes);
    mistakes_init(&r->result.mistakes, samples);
    for (int i = 0; i < samples; i += every)
        mistakes_set(&r->result.mistakes, i, true);
}

static void assert_same_mistakes(const struct mistakes *got, const struct mistakes *want)
{
    assert_int_equal(got->samples, want->samples);
    if (want->samples)
        assert_memory_equal(got->bit, want->bit, mistakes_bytes(want->samples));
}

/* Sample 0 is the most significant bit of the first byte. */
static void test_trial_file(void **state)
{
    static const int samples[] = {1, 7, 8, 9, 10000};
    char *path = test_path("trial.h5"), *text;
    struct config none = {0};

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct record r, back;
        struct h5_file *f;
        struct h5_array a;

        make_record(&r, 3, 2);
        add_mistakes(&r, samples[i], 3);
        assert_int_equal(store_trial_write(path, "batch_size", 3, &r, &none), 0);
        assert_int_equal(store_trial_read(path, &back), 0);
        assert_record(&back, &r);
        assert_same_mistakes(&back.result.mistakes, &r.result.mistakes);
        f = h5_open(path);
        assert_true(h5_get_number(f, "/test_mistakes", "samples") == samples[i]);
        text = h5_get_text(f, "/test_mistakes", "description");
        assert_holds(text, "most significant");
        free(text);
        assert_int_equal(h5_read(f, "/test_mistakes", &a), 0);
        assert_true(a.rank == 1 && a.dim[0] == ((size_t)samples[i] + 7) / 8);
        assert_true(*(double *)a.data == (samples[i] < 4 ? 0x80 : samples[i] < 7 ? 0x90 : 0x92));
        h5_array_clear(&a);
        h5_close(f);
        record_clear(&back);
        record_clear(&r);
    }
    free(path);
}

static void test_merged_file(void **state)
{
    char *path = test_path("merged.h5"), *again = test_path("again.h5"),
         *plain = test_path("plain.h5"), *data[2];
    struct results r, back;
    size_t size[2];

    (void)state;
    make_results(&r, 5, 3);
    assert_int_equal(store_merged_write(plain, &r), 0);
    add_mistakes(&r.record[0], 77, 3);
    add_mistakes(&r.record[3], 10000, 5);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    for (int i = 0; i < 5; i++)
        assert_same_mistakes(&back.record[i].result.mistakes, &r.record[i].result.mistakes);
    assert_int_equal(store_merged_write(again, &back), 0); /* as a merge that adds trials does */
    results_clear(&back);
    assert_int_equal(store_merged_read(again, &back), 0);
    for (int i = 0; i < 5; i++)
        assert_same_mistakes(&back.record[i].result.mistakes, &r.record[i].result.mistakes);
    results_clear(&back);
    /* without them, a merged file has the bytes that it would have if nobody knew of mistakes */
    for (int i = 0; i < 5; i++)
        mistakes_clear(&r.record[i].result.mistakes);
    assert_int_equal(store_merged_write(path, &r), 0);
    data[0] = file_read(path, &size[0], false);
    data[1] = file_read(plain, &size[1], false);
    assert_int_equal(size[0], size[1]);
    assert_memory_equal(data[0], data[1], size[0]);
    for (int k = 0; k < 2; k++) {
        struct h5_file *f = h5_open(k ? plain : path);

        assert_false(h5_exists(f, "/test_mistakes") || h5_exists(f, "/test_samples"));
        h5_close(f);
        free(data[k]);
    }
    results_clear(&r);
    free(path);
    free(again);
    free(plain);
}

/* A dataset that a file should not have: its bytes as numbers, and the number of samples. */
struct wrong {
    size_t bytes;
    double byte[4], samples;
};

/* Writes a trial file, and then `wrong` into a copy of it under the same name. */
static void write_wrong(const char *path, const struct wrong *w, bool merged)
{
    struct h5_file *f = h5_create(path);
    struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {w->bytes}, .data = (void *)w->byte};
    struct h5_array n = {.type = H5_FLOAT64, .rank = 1, .dim = {1}, .data = (void *)&w->samples};
    double none[METRICS] = {0}, epoch[2] = {0, 1};
    struct h5_array all = {.type = H5_FLOAT64, .rank = 2, .dim = {1, 2}, .data = none};
    struct h5_array scale = {.type = H5_FLOAT64, .rank = 1, .dim = {2}, .data = epoch};

    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "experiment", "e");
    h5_set_number(f, "/", "experiment_version", 1);
    if (merged) {
        char *key[] = {"0123456789abcdef"}, *status[] = {"done"}, *config[] = {"seed=1 epochs=1"};
        int64_t seed[] = {1};
        const struct h5_column column[] = {{"key", H5_TEXT, key, NULL},
                                           {"seed", H5_INT64, seed, NULL},
                                           {"status", H5_TEXT, status, NULL},
                                           {"config", H5_TEXT, config, NULL}};

        h5_set_text(f, "/", "axes", "");
        h5_write_table(f, "/trials", 1, column, 4);
        h5_write(f, "/epoch", &scale, 0, NULL, NULL);
        a = (struct h5_array){
            .type = H5_FLOAT64, .rank = 2, .dim = {1, w->bytes}, .data = (void *)w->byte};
        h5_write(f, "/test_samples", &n, 0, NULL, NULL);
    } else {
        h5_set_text(f, "/", "key", "0123456789abcdef");
        h5_set_text(f, "/", "status", "done");
        h5_set_text(f, "/", "configuration", "seed=1 epochs=1");
        h5_write(f, "/all_curves", &all, 0, NULL, NULL);
        h5_set_text(f, "/all_curves", "metrics", "test_error");
    }
    h5_write(f, "/test_mistakes", &a, 0, NULL, NULL);
    if (!merged && !isnan(w->samples))
        h5_set_number(f, "/test_mistakes", "samples", w->samples);
    assert_int_equal(h5_publish(f), 0);
}

/* A file of another program in which the bits are not those of the samples is refused, with one message that names it. */
static void test_wrong_files(void **state)
{
    static const struct wrong wrong[] = {
        {2, {0x80, 0x40}, 10}, /* this one is right */
        {2, {0x80, 0x40}, 7},    {2, {0x80, 0x40}, 17},
        {2, {0x80, 0x20}, 10}, /* a bit after the last */
        {2, {0x80, 256}, 16},    {2, {-1, 0}, 16},
        {2, {0.5, 0}, 16},       {2, {NAN, 0}, 16},
        {2, {0x80, 0x40}, 10.5}, {2, {0x80, 0x40}, -8},
        {2, {0x80, 0x40}, NAN},  {2, {0x80, 0x40}, 1e300},
    };
    char *path = test_path("wrong.h5");

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (int merged = 0; merged < 2; merged++) {
            struct results r;
            bool is_merged;
            char *told;

            if (merged && wrong[i].samples == 7) /* a merged file may have room for more samples */
                continue;
            write_wrong(path, &wrong[i], merged);
            capture_stderr();
            if (store_read(path, &is_merged, &r) == 0) {
                free(captured_stderr());
                if (i > 0)
                    fail_msg("case %zu is taken", i);
                assert_int_equal(is_merged, merged);
                assert_true(mistakes_at(&r.record[0].result.mistakes, 9));
                results_clear(&r);
                continue;
            }
            told = captured_stderr();
            assert_holds(told, path);
            assert_message(told, "/test_mistakes does not have a bit for each test sample");
        }
    free(path);
}

/* ---- in commands ---- */

/* Trials that were merged keep their mistakes when others are added that have none, and the other way round; the summary shows
 * trials with the key as those of the preset. */
static void test_merge_of_merged_and_new(void **state)
{
    struct results r;
    char *out;
    int with = 0;

    (void)state;
    assert_int_equal(
        run_in_folder("merge",
                      "$NORMLAB run batch_size panel=mlp batch=2 norm=none --preset smoke "
                      "--no-plot -q test_mistakes=1 2>&1 && "
                      "rm -r results/batch_size.generated && "
                      "$NORMLAB run batch_size panel=mlp batch=32 norm=none --preset smoke "
                      "--no-plot -q 2>&1",
                      &out, NULL),
        0);
    if (strstr(out, "Other settings") || strstr(out, "left out"))
        fail_msg("%s", out);
    free(out);
    r = sweep_results("merge");
    assert_int_equal(r.records, 4);
    for (int i = 0; i < 4; i++) {
        const struct trial_result *t = &r.record[i].result;

        assert_int_equal(t->mistakes.samples > 0,
                         strcmp(record_get(&r.record[i], "batch"), "2") == 0);
        if (!t->mistakes.samples)
            continue;
        with++;
        assert_true(100.0 * mistakes_count(&t->mistakes) / t->mistakes.samples ==
                    trial_final(t, METRIC_test_error));
    }
    assert_int_equal(with, 2);
    results_clear(&r);
}

static void test_compared(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_results(&a, 5, 3);
    make_results(&b, 5, 3);
    for (int differ = 0; differ < 3; differ++) {
        /* only one has them; both the same; not the same */
        add_mistakes(&a.record[4], 50, 3);
        if (differ)
            add_mistakes(&b.record[4], 50, differ == 1 ? 3 : 4);
        compare_results(&c, &a, &b);
        assert_int_equal(c.fact[COMPARE_MISTAKES], differ == 2);
        assert_int_equal(strstr(text_str(&c.differences), "mistakes") != NULL, differ == 2);
        comparison_clear(&c);
    }
    results_clear(&a);
    results_clear(&b);
}

/* What docs/files.md tells users of numpy. */
static void test_numpy(void **state)
{
    char *out;

    (void)state;
    skip_without_h5py();
    assert_int_equal(
        run_in_folder(
            "numpy",
            "$NORMLAB run batch_size panel=mlp batch=2 norm=none --preset smoke --no-plot -q "
            "test_mistakes=1 >/dev/null 2>&1 && /usr/bin/python3 -c \"\n"
            "import h5py, numpy as np\n"
            "f = h5py.File('results/batch_size.generated.h5')\n"
            "n = f['test_samples'][0]\n"
            "wrong = np.unpackbits(f['test_mistakes'][:], axis=1, count=n)\n"
            "print(np.array_equal(100 * wrong.mean(1), f['trials']['test_error']))\"",
            &out, NULL),
        0);
    assert_string_equal(out, "True\n");
    free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ones_are_the_test_error),
        cmocka_unit_test(test_order_of_the_set),
        cmocka_unit_test(test_no_mistakes),
        cmocka_unit_test(test_key_is_hashed_when_it_is_set),
        cmocka_unit_test(test_trial_file),
        cmocka_unit_test(test_merged_file),
        cmocka_unit_test(test_wrong_files),
        cmocka_unit_test(test_merge_of_merged_and_new),
        cmocka_unit_test(test_compared),
        cmocka_unit_test(test_numpy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
