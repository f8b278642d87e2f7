/* store/store.h: profiles in trial files, merged files and exports. */
#include "base/system/file.h"
#include "h5_files.h"
#include "judge/compare/compare.h"
#include "profiles.h"
#include "store/export/export.h"
#include <sys/stat.h>
#include <unistd.h>

static void clear_layer(struct profile *p, int points, int layer)
{
    for (int point = 0; point < points; point++)
        for (int c = 0; c < p->columns; c++)
            *profile_at(p, point, layer, c) = NAN;
}

/* A layer without values, as those without an activation in the probe saturation, stays. */
static void test_trial_file(void **state)
{
    char *path = test_path("trial.h5");
    struct config none = {0};
    struct record r, back;

    (void)state;
    make_record(&r, 1, 4);
    add_points(&r.result, 3);
    fill_profile(add_profile(&r.result, "moments", "conv2d1 dense1 dense2"), 3, 5);
    fill_profile(add_profile(&r.result, "landscape", "net"), 3, 6);
    *profile_at(&r.result.profiles.item[0], 2, 1, 3) = NAN;
    *profile_at(&r.result.profiles.item[0], 2, 0, 0) = INFINITY;
    clear_layer(&r.result.profiles.item[0], 3, 1);
    assert_int_equal(store_trial_write(path, "x", 1, &r, &none), 0);
    assert_int_equal(store_trial_read(path, &back), 0);
    assert_record(&back, &r);
    assert_profiles(&back.result, &r.result);
    record_clear(&back);
    record_clear(&r);
    free(path);
}

/* A trial without probes has the same file as before there were any. */
static void test_no_profiles(void **state)
{
    char *path = test_path("none.h5");
    struct config none = {0};
    struct h5_file *f;
    struct record r;

    (void)state;
    make_record(&r, 1, 4);
    assert_int_equal(store_trial_write(path, "x", 1, &r, &none), 0);
    f = h5_open(path);
    assert_false(h5_exists(f, "/profiles"));
    assert_false(h5_exists(f, "/scales"));
    h5_close(f);
    record_clear(&r);
    assert_int_equal(store_trial_read(path, &r), 0);
    assert_int_equal(r.result.profiles.points, 0);
    record_clear(&r);
    free(path);
}

/* ---- merged files ---- */

/* Trials with other layers, points and probes; one has the layers of another in the other order, one no probe. */
static void make_union(struct results *r)
{
    static const char *const layers[] = {"dense1 dense2", "dense1 dense2 dense3 dense4", "",
                                         "conv2d1 dense1 dense2", "dense2 dense1"};

    make_results(r, 5, 3);
    for (int i = 0; i < 5; i++) {
        struct trial_result *result = &r->record[i].result;
        int points = i == 1 ? 5 : 2;

        if (!*layers[i])
            continue;
        add_points(result, points);
        fill_profile(add_profile(result, "moments", layers[i]), points, (uint64_t)i);
        if (i == 3)
            fill_profile(add_profile(result, "landscape", "net"), points, 9);
    }
}

/* The names in a scale, with blanks between them. */
static char *names_in(const char *path, const char *scale)
{
    struct h5_file *f = h5_open(path);
    struct h5_array a;
    char *text;

    assert_int_equal(h5_read(f, scale, &a), 0);
    text = list_join(&(struct list){a.data, (int)a.dim[0]}, " ");
    h5_array_clear(&a);
    h5_close(f);
    return text;
}

static void assert_same_results(const char *path, const struct results *r)
{
    struct results back;

    assert_int_equal(store_merged_read(path, &back), 0);
    assert_int_equal(back.records, r->records);
    for (int i = 0; i < r->records; i++) {
        assert_merged_record(&back.record[i], &r->record[i]);
        assert_profiles(&back.record[i].result, &r->record[i].result);
    }
    results_clear(&back);
}

static void test_union_of_layers(void **state)
{
    char *path = test_path("union.h5"), *again = test_path("union_again.h5"), *names;
    struct results r, back;

    (void)state;
    make_union(&r);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_same_results(path, &r);
    names = names_in(path, "/scales/moments_layer");
    assert_string_equal(names, "conv2d1 dense1 dense2 dense1 dense3 dense4");
    free(names);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_int_equal(store_merged_write(again, &back), 0);
    assert_same_results(again, &r);
    results_clear(&back);
    results_clear(&r);
    free(again);
    free(path);
}

/* A diverged trial has no values at its later points, and none of some layers. It has these layers all the same. */
static void test_missing_values(void **state)
{
    char *path = test_path("missing.h5");
    struct results r, back;
    struct profile *p;

    (void)state;
    make_results(&r, 2, 3);
    for (int i = 0; i < 2; i++) {
        add_points(&r.record[i].result, 3);
        p = add_profile(&r.record[i].result, "moments", "dense1 dense2 dense3");
        fill_profile(p, 3, (uint64_t)i);
    }
    for (int point = 0; point < 3; point++)
        for (int layer = 0; layer < 3; layer++)
            for (int c = 0; c < p->columns && (point > 0 || layer == 1); c++)
                *profile_at(p, point, layer, c) = NAN;
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(store_merged_read(path, &back), 0);
    assert_profiles(&back.record[0].result, &r.record[0].result);
    assert_int_equal(back.record[1].result.profiles.points, 3);
    p = &back.record[1].result.profiles.item[0];
    assert_int_equal(p->layer.count, 3);
    assert_profiles(&back.record[1].result, &r.record[1].result);
    assert_true(isnan(*profile_at(p, 1, 0, 0)));
    results_clear(&back);
    results_clear(&r);
    free(path);
}

/* Layers have the same numbers in the merged file as in that of the trial, also those that no trial has a value of. */
static void test_layers_without_values(void **state)
{
    char *path = test_path("without_values.h5");
    struct results r;

    (void)state;
    make_union(&r);
    for (int i = 0; i < 5; i++)
        if (r.record[i].result.profiles.count)
            clear_layer(&r.record[i].result.profiles.item[0], r.record[i].result.profiles.points,
                        1);
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_same_results(path, &r);
    results_clear(&r);
    free(path);
}

/* Values are stored as floats where all of a probe are floats, else as doubles: none is changed. */
static void test_types(void **state)
{
    static const double value[] = {0x1.fffffep127, INFINITY, -0.0,     0x1p-126, /* floats */
                                   0x1p128,        1e-300,   0x1p-127, 1 + 0x1p-30};

    (void)state;
    for (int i = 0; i < 8; i++) {
        char *path = test_path("types.h5");
        struct results r;
        struct h5_file *f;
        struct h5_array a;
        struct profile *p;

        make_results(&r, 1, 3);
        add_points(&r.record[0].result, 3);
        p = add_profile(&r.record[0].result, "moments", "dense1 dense2");
        fill_profile(p, 3, 1);
        *profile_at(p, 1, 1, 0) = value[i];
        assert_int_equal(store_merged_write(path, &r), 0);
        assert_same_results(path, &r);
        f = h5_open(path);
        assert_int_equal(h5_read(f, "/profiles/moments", &a), 0);
        assert_int_equal(a.type, i < 4 ? H5_FLOAT32 : H5_FLOAT64);
        h5_array_clear(&a);
        h5_close(f);
        results_clear(&r);
        free(path);
    }
}

/* 200 trials, 5 points, 50 layers, as random as values of 24 bits can be. */
static void test_size(void **state)
{
    char *path = test_path("large_profiles.h5");
    struct text layers = {0};
    struct results r;
    struct stat st;
    int columns = 0;

    (void)state;
    for (int i = 1; i <= 50; i++)
        text_add_item(&layers, " ", "dense%d", i);
    make_results(&r, 200, 1);
    for (int i = 0; i < 200; i++) {
        struct profile *p;

        add_points(&r.record[i].result, 5);
        p = add_profile(&r.record[i].result, "moments", text_str(&layers));
        fill_profile(p, 5, (uint64_t)i);
        columns = p->columns;
        for (int k = 0; k < 250 * columns; k++) /* in [1, 2) times the size of the column */
            p->value[k] = (float)ldexp(1 + fmod(p->value[k], 1), 9 * (k % columns));
    }
    assert_int_equal(store_merged_write(path, &r), 0);
    assert_int_equal(stat(path, &st), 0);
    print_message("%d values: %ld bytes\n", 200 * 5 * 50 * columns, (long)st.st_size);
    /* Of the four bytes of a value, 23 bits are random. The trials themselves take 100 KB. */
    assert_in_range(st.st_size, 1, 200 * 5 * 50 * columns * 3 + 200 * 700);
    assert_same_results(path, &r);
    results_clear(&r);
    text_clear(&layers);
    free(path);
}

/* ---- other versions, damaged files ---- */

/* What is wrong with a file. */
enum fault {
    NOTHING,
    OTHER_POINTS,
    OTHER_TRIALS,
    OTHER_RANK,
    TEXT_VALUES,
    TEXT_STEPS,
    STEPS_OF_RANK_3,
    OTHER_EPOCHS,
    FEWER_LAYERS,
    NUMBERS_AS_LAYERS,
    MORE_COLUMNS,
    OTHER_PRESENT,
    TEXT_PRESENT,
    FAULTS
};

static void write_numbers(struct h5_file *f, const char *name, int rank, size_t a, size_t b,
                          size_t c, size_t d)
{
    static double v[64];
    struct h5_array array = {.type = H5_FLOAT64, .rank = rank, .dim = {a, b, c, d}, .data = v};

    for (int i = 0; i < 64; i++)
        v[i] = i;
    h5_write(f, name, &array, 0, NULL, NULL);
}

static void write_names(struct h5_file *f, const char *name, const char *names)
{
    struct list l = {0};

    list_split(&l, names, " ");
    h5_write(
        f, name,
        &(struct h5_array){.type = H5_TEXT, .rank = 1, .dim = {(size_t)l.count}, .data = l.item}, 0,
        NULL, NULL);
    list_clear(&l);
}

/* A merged file of another program with two trials, three points, two layers and three columns, of which this normlab
 * knows two; and a probe that it does not know. */
static void write_other(const char *path, enum fault fault)
{
    char *key[] = {"k0", "k1"}, *status[] = {"done", "done"}, *config[] = {"seed=3", "seed=4"};
    int64_t seed[] = {3, 4};
    const struct h5_column column[] = {{"key", H5_TEXT, key, NULL},
                                       {"seed", H5_INT64, seed, NULL},
                                       {"status", H5_TEXT, status, NULL},
                                       {"config", H5_TEXT, config, NULL}};
    struct h5_file *f = h5_create(path);

    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "experiment", "x");
    h5_set_text(f, "/", "axes", "");
    write_numbers(f, "/epoch", 1, 2, 0, 0, 0);
    h5_write_table(f, "/trials", 2, column, 4);
    if (fault == TEXT_STEPS)
        write_names(f, "/profiles/step", "a b");
    else
        write_numbers(f, "/profiles/step", fault == STEPS_OF_RANK_3 ? 3 : 2, 2, 3, 1, 0);
    write_numbers(f, "/profiles/epoch", 2, 2, fault == OTHER_EPOCHS ? 2 : 3, 0, 0);
    if (fault == TEXT_VALUES)
        write_names(f, "/profiles/moments", "a b");
    else
        write_numbers(f, "/profiles/moments", fault == OTHER_RANK ? 3 : 4,
                      fault == OTHER_TRIALS ? 3 : 2, fault == OTHER_POINTS ? 2 : 3, 2, 3);
    write_numbers(f, "/profiles/from_the_future", 1, 7, 0, 0, 0);
    if (fault == NUMBERS_AS_LAYERS)
        write_numbers(f, "/scales/moments_layer", 1, 2, 0, 0, 0);
    else
        write_names(f, "/scales/moments_layer", fault == FEWER_LAYERS ? "dense1" : "dense1 dense2");
    if (fault == OTHER_PRESENT)
        write_numbers(f, "/profiles/moments_layers", 2, 2, 3, 0, 0);
    if (fault == TEXT_PRESENT)
        write_names(f, "/profiles/moments_layers", "a b");
    write_names(f, "/scales/moments_column",
                fault == MORE_COLUMNS ? "post_sd x pre_mean y" : "post_sd x pre_mean");
    assert_int_equal(h5_publish(f), 0);
}

static void test_other_version(void **state)
{
    char *path = test_path("other.h5");
    const struct profile *p;
    struct results r;

    (void)state;
    write_other(path, NOTHING);
    assert_int_equal(store_merged_read(path, &r), 0);
    assert_int_equal(r.record[1].result.profiles.count, 1);
    assert_int_equal(r.record[1].result.profiles.points, 3);
    p = profiles_find(&r.record[1].result.profiles, "moments");
    assert_true(*profile_at(p, 2, 1, profile_column(p, "post_sd")) == 18 + 2 * 6 + 3);
    assert_true(*profile_at(p, 2, 1, profile_column(p, "pre_mean")) == 18 + 2 * 6 + 3 + 2);
    assert_true(isnan(*profile_at(p, 2, 1, profile_column(p, "pre_sd"))));
    results_clear(&r);
    free(path);
}

static void test_damaged(void **state)
{
    char *path = test_path("faulty.h5");
    struct results r;

    (void)state;
    for (int fault = NOTHING + 1; fault < FAULTS; fault++) {
        write_other(path, (enum fault)fault);
        capture_stderr();
        assert_int_equal(store_merged_read(path, &r), -1);
        assert_message(captured_stderr(), "put a good copy there");
    }
    free(path);
}

/* Every scale is needed. */
static void test_no_scale(void **state)
{
    char *path = test_path("no_scale.h5");
    struct h5_file *f = h5_create(path);
    struct record r;

    (void)state;
    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "key", "0123456789abcdef");
    h5_set_text(f, "/", "status", "done");
    h5_group(f, "/config");
    h5_set_text(f, "/config", "seed", "3");
    write_numbers(f, "/epoch", 1, 2, 0, 0, 0);
    write_numbers(f, "/profiles/step", 1, 2, 0, 0, 0);
    write_numbers(f, "/profiles/epoch", 1, 2, 0, 0, 0);
    write_numbers(f, "/profiles/moments", 3, 2, 1, 2, 0);
    assert_int_equal(h5_publish(f), 0);
    capture_stderr();
    assert_int_equal(store_trial_read(path, &r), -1);
    assert_message(captured_stderr(), "/scales/moments_layer");
    free(path);
}

/* ---- export, compare ---- */

static char *exported(const struct results *r, const char *probe, bool json)
{
    char *path = test_path("stdout"), *text;
    int saved = dup(STDOUT_FILENO);
    size_t size;

    fflush(stdout);
    assert_non_null(freopen(path, "w", stdout));
    assert_int_equal(store_export_profiles(r, probe, json), 0);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    text = file_read(path, &size, false);
    free(path);
    return text;
}

static void test_export(void **state)
{
    struct results r;
    struct profile *p;
    char *text;

    (void)state;
    make_results(&r, 1, 1);
    add_points(&r.record[0].result, 2);
    p = add_profile(&r.record[0].result, "moments", "dense1 dense2");
    *profile_at(p, 1, 1, profile_column(p, "pre_sd")) = 0.25;
    add_profile(&r.record[0].result, "landscape", "net");
    text = exported(&r, "moments", false);
    assert_true(text_starts_with(
        text,
        "experiment,key,norm,batch,lr,seed,status,probe,layer,k,unit,step,epoch,value\n"
        "batch_size,0000000000000000,groupnorm groups=8,2,0.1,0,done,moments,dense1,pre_mean,"));
    assert_non_null(strstr(text, ",done,moments,dense2,pre_sd,1,10,0.25,0.25\n"));
    assert_null(strstr(text, "landscape"));
    free(text);
    text = exported(&r, NULL, true);
    assert_non_null(strstr(text,
                           "\"probe\": \"moments\", \"layer\": \"dense2\", \"k\": \"pre_sd\", "
                           "\"unit\": \"1\", \"step\": 10, \"epoch\": 0.25, \"value\": 0.25}\n"));
    assert_non_null(strstr(text, "\"probe\": \"landscape\", \"layer\": \"net\""));
    free(text);
    results_clear(&r);
}

static int profiles_that_differ(const struct results *a, const struct results *b)
{
    struct comparison c;
    int n;

    compare_results(&c, a, b);
    n = c.fact[COMPARE_PROFILES];
    assert_int_equal(strstr(text_str(&c.differences), "profiles") != NULL, n > 0);
    comparison_clear(&c);
    return n;
}

static void test_compare(void **state)
{
    struct results a, b;
    double *v;

    (void)state;
    make_union(&a);
    make_union(&b);
    assert_int_equal(profiles_that_differ(&a, &b), 0);
    v = profile_at(&b.record[0].result.profiles.item[0], 1, 1, 0);
    *v = nextafter(*v, 9);
    assert_int_equal(profiles_that_differ(&a, &b), 1);
    *v = NAN;
    assert_int_equal(profiles_that_differ(&a, &b), 1);
    b.record[3].result.profiles.step[1]++;
    assert_int_equal(profiles_that_differ(&a, &b), 2);
    free(b.record[4].result.profiles.item[0].layer.item[0]);
    b.record[4].result.profiles.item[0].layer.item[0] = xstrdup("dense9");
    assert_int_equal(profiles_that_differ(&a, &b), 3);
    profiles_clear(
        &b.record[3].result.profiles); /* a trial without the probe has nothing to compare */
    assert_int_equal(profiles_that_differ(&a, &b), 2);
    results_clear(&a);
    results_clear(&b);
}

static void test_h5py(void **state)
{
    static const char *const script =
        "import h5py, sys\n"
        "f = h5py.File(sys.argv[1], 'r')\n"
        "p = f['profiles/moments']\n"
        "assert p.shape[:3] == (5, 5, 6) and p.dtype == 'float32', p.shape\n"
        "assert [d.label for d in p.dims] == ['trial', 'point', 'layer', 'column']\n"
        "scale = [d[0][:] for d in p.dims]\n"
        "assert list(scale[0]) == [0, 1, 2, 3, 4] == list(scale[1])\n"
        "assert [s.decode() for s in scale[2]][:3] == ['conv2d1', 'dense1', 'dense2']\n"
        "k = [s.decode() for s in scale[3]]\n"
        "assert all(p.attrs['units_' + c] and p.attrs['description_' + c] for c in k)\n"
        "step = f['profiles/step']\n"
        "assert [d.label for d in step.dims] == ['trial', 'point']\n"
        "assert list(step[1]) == [0, 10, 20, 30, 40] and step[2, 0] != step[2, 0]\n"
        "assert f['profiles/epoch'][1, 3] == 0.75\n"
        "assert p.fillvalue != p.fillvalue and (p[2] != p[2]).all()\n"
        "assert 'description' in p.attrs\n"
        "has = f['profiles/moments_layers']\n"
        "assert [d.label for d in has.dims] == ['trial', 'layer'] and has.dtype == 'int64'\n"
        "assert [s.decode() for s in has.dims[1][0][:]] == [s.decode() for s in scale[2]]\n"
        "assert [list(v) for v in has][1:] == [[0, 1, 1, 0, 1, 1], [0] * 6, [1, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0]]\n";
    char *path, *program, *command, *err;
    struct results r;
    int code;

    (void)state;
    skip_without_h5py();
    path = test_path("profiles_h5py.h5");
    program = test_path("profiles_h5py.py");
    make_union(&r);
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
        cmocka_unit_test(test_trial_file),
        cmocka_unit_test(test_no_profiles),
        cmocka_unit_test(test_union_of_layers),
        cmocka_unit_test(test_missing_values),
        cmocka_unit_test(test_layers_without_values),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_other_version),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_no_scale),
        cmocka_unit_test(test_export),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_h5py),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
