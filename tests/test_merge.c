/* Merging: a merged file keeps its rows and gains those of the trials' files, whatever those are, and whoever else merges. */
#include "base/error.h"
#include "base/system/file.h"
#include "experiments/experiment.h"
#include "results.h"
#include "store/hdf5/h5.h"
#include "sweep/fresh/registry.h"
#include "sweep/merge.h"
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct experiment toy = {
    .plan.name = "toy",
    .plan.version = 2,
    .plan.axis = {"norm", "batch"},
    .plan.preset =
        {{"smoke", "", "0-1", "data=synthetic epochs=1 norm=none,batchnorm batch=2,4", {""}},
         {"demo", "", "0-1", "data=mnist epochs=2 norm=none,batchnorm batch=2,4", {""}},
         {"paper", "", "0-4", "data=mnist epochs=3 norm=none,batchnorm batch=2,4", {""}}},
};

static const struct experiment toy_1 = {
    .plan.name = "toy", .plan.version = 1, .plan.axis = {"norm", "batch"}};

/* The value of metric m at a point of the trial that make_trial() makes. */
static double written(double seconds, enum metric m, int point)
{
    return seconds + m + 0.25 * point;
}

/* A trial of the experiment, as its worker would leave it; seconds tell one run of it from another. */
static void make_trial(const struct experiment *e, struct record *r, const char *config,
                       int64_t seed, double seconds)
{
    char *text = format_new("data=mnist epochs=3 %s seed=%lld", config, (long long)seed);
    struct config given = {0};
    struct text why = {0};

    memset(r, 0, sizeof *r);
    assert_int_equal(config_parse(&given, text), 0);
    assert_int_equal(trial_complete(&given, &r->config, &why), 0);
    trial_key(&e->plan, &r->config, r->key);
    r->seed = seed;
    trial_result_init(&r->result, atoi(config_get(&r->config, "epochs")), 1);
    for (int m = 0; m < METRICS; m++)
        for (int p = 0; p <= r->result.points; p++)
            r->result.curve[m][p] = written(seconds, m, p);
    for (int p = 0; p <= r->result.points; p++)
        r->result.curve[METRIC_fit_loss][p] = NAN; /* no trial measures it */
    r->result.seconds = seconds;
    r->result.peak_bytes = 4096;
    config_clear(&given);
    free(text);
}

/* root/results/toy/KEY.h5, a new string. */
static char *trial_path(const struct experiment *e, const char *root, const char *config,
                        int64_t seed)
{
    struct record r;
    char *path;

    make_trial(e, &r, config, seed, 0);
    path = format_new("%s/results/toy/%s.h5", root, r.key);
    record_clear(&r);
    return path;
}

/* Writes the trial file of a record, and clears the record. isa: the kernels of the trial, or NULL. */
static void write_record(const struct experiment *e, const char *root, struct record *r,
                         const char *commit, const char *isa)
{
    char *folder = format_new("%s/results/toy", root),
         *path = format_new("%s/%s.h5", folder, r->key);
    struct config origin = {0};

    config_set(&origin, "source_commit", commit);
    config_set(&origin, "command_line", "normlab trial");
    if (isa)
        config_set(&origin, "isa", isa);
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(store_trial_write(path, e->plan.name, e->plan.version, r, &origin), 0);
    record_clear(r);
    config_clear(&origin);
    free(folder);
    free(path);
}

static void write_trial_of(const struct experiment *e, const char *root, const char *config,
                           int64_t seed, double seconds, const char *commit, const char *isa)
{
    struct record r;

    make_trial(e, &r, config, seed, seconds);
    write_record(e, root, &r, commit, isa);
}

static void write_trial(const struct experiment *e, const char *root, const char *config,
                        int64_t seed, double seconds, const char *commit)
{
    write_trial_of(e, root, config, seed, seconds, commit, NULL);
}

static char *root_of(const char *name)
{
    char *root = test_path(name), *folder = format_new("%s/results", root);

    assert_int_equal(folder_make(folder), 0);
    free(folder);
    return root;
}

/* Removes the trials' files, as a repository does that has the merged file alone. */
static void remove_trials(const char *root)
{
    char *command = format_new("rm -r '%s/results/toy'", root);

    assert_int_equal(run_command(command, NULL, NULL), 0);
    free(command);
}

static struct results merge(const struct experiment *e, const char *root)
{
    struct results r;

    assert_int_equal(merge_update(&e->plan, root, "toy", NULL, "normlab merge toy", &r), 0);
    return r;
}

/* The merged file as it is. */
static struct results read_file(const char *root)
{
    char *path = merge_path(root, "toy");
    struct results r;

    assert_int_equal(store_merged_read(path, &r), 0);
    free(path);
    return r;
}

static const struct record *find(const struct results *r, const char *norm, const char *batch,
                                 int64_t seed)
{
    for (int i = 0; i < r->records; i++)
        if (!strcmp(record_get(&r->record[i], "norm"), norm) &&
            !strcmp(record_get(&r->record[i], "batch"), batch) && r->record[i].seed == seed)
            return &r->record[i];
    fail_msg("no row of norm=%s batch=%s seed=%d", norm, batch, (int)seed);
    return NULL;
}

/* What a repository has: four rows, no trials' files. */
static char *make_clone(const char *name)
{
    char *root = root_of(name);
    struct results r;

    for (int seed = 0; seed < 2; seed++) {
        write_trial(&toy, root, "norm=none batch=2", seed, 10 + seed, "aaa");
        write_trial(&toy, root, "norm=batchnorm batch=2", seed, 20 + seed, "aaa");
    }
    r = merge(&toy, root);
    assert_int_equal(r.records, 4);
    results_clear(&r);
    remove_trials(root);
    return root;
}

static void test_rows_are_kept(void **state)
{
    char *root = make_clone("kept");
    struct results r, file;

    (void)state;
    write_trial(&toy, root, "norm=layernorm batch=2", 0, 30, "bbb");
    r = merge(&toy, root);
    file = read_file(root);
    assert_int_equal(r.records, 5);
    assert_int_equal(file.records, 5);
    assert_true(find(&file, "none", "2", 1)->result.seconds == 11);
    assert_true(find(&file, "layernorm", "2", 0)->result.seconds == 30);
    assert_true(find(&file, "layernorm", "2", 0)->result.curve[3][1] == 30 + 3 + 0.25);
    assert_string_equal(config_get(&file.provenance, "source_commit"), "aaa; bbb");
    for (int i = 0; i < 4; i++) /* in the order that they had */
        assert_string_not_equal(record_get(&file.record[i], "norm"), "layernorm");
    results_clear(&r);
    results_clear(&file);
    free(root);
}

/* Rows that no preset has, as those of fresh seeds, stand together by configuration, in the order of their seeds. */
static void test_order_of_other_rows(void **state)
{
    static const char *const config[] = {"norm=none batch=64", "norm=batchnorm batch=2"};
    char *root = root_of("other_rows");
    struct results r;

    (void)state;
    for (int seed = 120; seed >= 100; seed--)
        for (int i = 0; i < 2; i++)
            write_trial(&toy, root, config[i], seed, seed, "aaa");
    write_trial(&toy, root, "norm=none batch=2", 1, 10, "aaa");
    r = merge(&toy, root);
    assert_int_equal(r.records, 43);
    assert_int_equal(r.record[0].seed, 1);
    for (int i = 2; i < 43; i++) {
        const char *batch = record_get(&r.record[i], "batch");

        if (i == 22)
            assert_string_not_equal(batch, record_get(&r.record[i - 1], "batch"));
        else
            assert_string_equal(batch, record_get(&r.record[i - 1], "batch"));
        assert_int_equal(r.record[i].seed, 100 + (i - 1) % 21);
    }
    results_clear(&r);
    free(root);
}

static void test_a_file_replaces_its_row(void **state)
{
    char *root = make_clone("replaced");
    struct results r;

    (void)state;
    write_trial(&toy, root, "norm=none batch=2", 1, 99, "bbb");
    r = merge(&toy, root);
    assert_int_equal(r.records, 4);
    assert_true(find(&r, "none", "2", 0)->result.seconds == 10);
    assert_true(find(&r, "none", "2", 1)->result.seconds == 99);
    assert_true(find(&r, "batchnorm", "2", 1)->result.seconds == 21);
    results_clear(&r);
    free(root);
}

/* A merge that finds nothing new leaves the file alone: one that is written is another file. */
static void test_nothing_new(void **state)
{
    char *root = make_clone("nothing"), *path = merge_path(root, "toy");
    struct stat before, after;
    struct results r;

    (void)state;
    assert_int_equal(stat(path, &before), 0);
    r = merge(&toy, root);
    assert_int_equal(stat(path, &after), 0);
    assert_true(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
    results_clear(&r);
    free(path);
    free(root);
}

/* Rows are told apart by what they are, not by the keys that an older normlab gave them. */
static void test_older_keys(void **state)
{
    char *root = make_clone("older"), *path = merge_path(root, "toy");
    struct results r = read_file(root);

    (void)state;
    for (int i = 0; i < r.records; i++)
        snprintf(r.record[i].key, sizeof r.record[i].key, "%016d", i);
    assert_int_equal(store_merged_write(path, &r), 0);
    results_clear(&r);
    write_trial(&toy, root, "norm=none batch=2", 1, 99, "bbb");
    r = merge(&toy, root);
    assert_int_equal(r.records, 4);
    assert_true(find(&r, "none", "2", 1)->result.seconds == 99);
    results_clear(&r);
    free(path);
    free(root);
}

/* A merged file of an earlier version, or of none, keeps its rows under another name. */
static void check_older(const char *clone, int version)
{
    char *root = make_clone(clone), *path = merge_path(root, "toy"), *err;
    char *aside = format_new("%s/results/toy.v%d.h5", root, version);
    struct results r = read_file(root);

    r.version = version;
    assert_int_equal(store_merged_write(path, &r), 0);
    results_clear(&r);
    write_trial(&toy_1, root, "norm=none batch=8", 0, 1, "old");
    write_trial(&toy, root, "norm=none batch=4", 0, 2, "new");
    capture_stderr();
    r = merge(&toy, root);
    err = captured_stderr();
    assert_holds(err, "is kept as");
    assert_holds(err, "1 file left out: of another experiment, of another version than 2");
    assert_int_equal(r.records, 1);
    results_clear(&r);
    assert_int_equal(store_merged_read(aside, &r), 0);
    assert_int_equal(r.records, 4);
    assert_int_equal(r.version, version);
    results_clear(&r);
    free(err);
    free(aside);
    free(path);
    free(root);
}

static void test_another_version(void **state)
{
    (void)state;
    check_older("version", 1);
    check_older("no_version", 0);
}

/* Nothing takes a file of another version away without something to put there; a newer one stays, and says so. */
static void test_another_version_stays(void **state)
{
    char *root = make_clone("stays"), *path = merge_path(root, "toy"), *err;
    struct results r = read_file(root);
    struct pruned p;
    size_t before, after;

    (void)state;
    for (int version = 1; version <= 3; version += 2) {
        r.version = version;
        assert_int_equal(store_merged_write(path, &r), 0);
        free(file_read(path, &before, false));
        if (version == 3)
            write_trial(&toy, root, "norm=none batch=4", 0, 2, "new");
        capture_stderr();
        assert_int_equal(
            merge_update(&toy.plan, root, "toy", NULL, "normlab merge toy", &(struct results){0}),
            -1);
        assert_int_equal(merge_prune(&toy.plan, root, "toy", "norm=none", true, &p), -1);
        err = captured_stderr();
        assert_holds(err, version == 1 ? "no trial of toy has finished" : "take the newer normlab");
        free(err);
        free(file_read(path, &after, false));
        assert_int_equal(after, before);
    }
    results_clear(&r);
    free(path);
    free(root);
}

/* A trial on generated data has no place among the main ones, wherever its file comes from. */
static void test_generated_data(void **state)
{
    char *root = make_clone("generated"), *err;
    struct results r;

    (void)state;
    write_trial(&toy, root, "norm=none batch=4 data=synthetic", 0, 2, "new");
    capture_stderr();
    r = merge(&toy, root);
    err = captured_stderr();
    assert_holds(err, "1 file left out");
    assert_int_equal(r.records, 4);
    results_clear(&r);
    free(err);
    free(root);
}

/* The builds that a file names are those of its rows: of a row that is gone nothing stays. */
static void test_builds_of_rows(void **state)
{
    char *root = make_clone("builds"), *err;
    struct pruned p;
    struct results r;

    (void)state;
    r = read_file(root);
    assert_string_equal(config_get(&r.provenance, "source_commit"), "aaa");
    results_clear(&r);
    write_trial(&toy, root, "norm=none batch=8", 0, 2, "bbb-dirty");
    capture_stderr(); /* that there are several builds */
    r = merge(&toy, root);
    err = captured_stderr();
    assert_holds(err, "aaa; bbb-dirty");
    free(err);
    results_clear(&r);
    remove_trials(root);
    r = read_file(root);
    assert_string_equal(config_get(&find(&r, "none", "8", 0)->origin, "source_commit"),
                        "bbb-dirty");
    assert_string_equal(config_get(&find(&r, "none", "2", 0)->origin, "source_commit"), "aaa");
    results_clear(&r);
    assert_int_equal(merge_prune(&toy.plan, root, "toy", "batch=8", false, &p), 0);
    r = read_file(root);
    assert_string_equal(config_get(&r.provenance, "source_commit"), "aaa");
    results_clear(&r);
    free(root);
}

/* Trials of different kernels: one warning, which says how to use the same for all. Each row keeps the name of its own, also
 * without its file. */
static void test_kernels_of_rows(void **state)
{
    char *root = root_of("kernels"), *err;
    struct results r;

    (void)state;
    write_trial_of(&toy, root, "norm=none batch=2", 0, 1, "aaa", "avx512");
    write_trial_of(&toy, root, "norm=none batch=2", 1, 1, "aaa", "avx512");
    capture_stderr();
    r = merge(&toy, root);
    err = captured_stderr();
    assert_string_equal(err, "");
    results_clear(&r);
    free(err);
    write_trial_of(&toy, root, "norm=none batch=4", 0, 1, "aaa", "avx2");
    for (int files = 1; files >= 0; files--) {
        capture_stderr();
        r = merge(&toy, root);
        err = captured_stderr();
        assert_holds(err, "(avx512; avx2)");
        assert_holds(err, "NORMLAB_ISA=avx2");
        assert_ptr_equal(strchr(err, '\n'), err + strlen(err) - 1);
        assert_string_equal(config_get(&find(&r, "none", "4", 0)->origin, "isa"), "avx2");
        assert_string_equal(config_get(&find(&r, "none", "2", 1)->origin, "isa"), "avx512");
        results_clear(&r);
        free(err);
        if (files)
            remove_trials(root);
    }
    free(root);
}

/* Damage is told and destroys nothing. */
static void test_damaged_files(void **state)
{
    char *root = make_clone("damaged"), *path = merge_path(root, "toy"), *bytes, *err;
    char *trial = format_new("%s/results/toy/0123456789abcdef.h5", root);
    struct results r;
    size_t n, k;

    (void)state;
    write_trial(&toy, root, "norm=none batch=4", 0, 2, "new");
    assert_int_equal(file_write(trial, "nothing", 7), 0);
    capture_stderr();
    r = merge(&toy, root);
    err = captured_stderr();
    assert_holds(err, "0123456789abcdef.h5 is left out");
    assert_int_equal(r.records, 5);
    results_clear(&r);
    free(err);
    bytes = file_read(path, &n, false);
    assert_int_equal(file_write(path, bytes, n / 2), 0);
    free(bytes);
    capture_stderr();
    assert_int_equal(merge_update(&toy.plan, root, "toy", NULL, "normlab merge toy", &r), -1);
    err = captured_stderr();
    assert_holds(err, "results/toy.h5");
    free(err);
    free(file_read(path, &k, false));
    assert_int_equal(k, n / 2);
    free(trial);
    free(path);
    free(root);
}

/* An older file left out the curves of gamma_mean: its rows have the last point alone; so have all, until every trial has
 * a file. Of step_ms every merged file has the last point alone. */
static void test_curves_that_were_left_out(void **state)
{
    char *root = make_clone("left_out"), *path = merge_path(root, "toy");
    struct results r = read_file(root);
    enum metric m = METRIC_gamma_mean;
    int last = r.record[0].result.points;

    (void)state;
    r.left_out[m] = true;
    assert_int_equal(store_merged_write(path, &r), 0);
    results_clear(&r);
    write_trial(&toy, root, "norm=none batch=2", 0, 50, "bbb");
    r = merge(&toy, root);
    results_clear(&r);
    r = read_file(root);
    assert_false(results_have_curve(&r, m));
    for (int i = 0; i < r.records; i++) {
        assert_true(isnan(r.record[i].result.curve[m][1]));
        assert_true(r.record[i].result.curve[m][last] ==
                    written(r.record[i].result.seconds, m, last));
    }
    results_clear(&r);
    for (int seed = 0; seed < 2; seed++) {
        write_trial(&toy, root, "norm=none batch=2", seed, 60, "bbb");
        write_trial(&toy, root, "norm=batchnorm batch=2", seed, 60, "bbb");
    }
    r = merge(&toy, root);
    assert_false(results_have_curve(&r, METRIC_step_ms));
    results_clear(&r);
    r = read_file(root);
    assert_true(results_have_curve(&r, m));
    assert_false(results_have_curve(&r, METRIC_step_ms));
    assert_true(r.record[0].result.curve[m][1] == written(60, m, 1));
    assert_true(r.record[0].result.curve[METRIC_step_ms][last] ==
                written(60, METRIC_step_ms, last));
    assert_true(isnan(r.record[0].result.curve[METRIC_step_ms][1]));
    assert_string_equal(config_get(&r.provenance, "source_commit"), "bbb");
    results_clear(&r);
    free(path);
    free(root);
}

/* Whether the merged file has curves of the metric. */
static bool file_has_curve(const char *root, enum metric m)
{
    struct results r = read_file(root);
    bool has = results_have_curve(&r, m);

    results_clear(&r);
    return has;
}

/* An experiment whose `curves` lacks gamma_mean: merged files have its final value alone. A file that has the curves keeps
 * them as long as it has rows without a trial file, whose curves are nowhere else. */
static void test_curves_of_a_plan(void **state)
{
    char *root = make_clone("few_curves"), *path = merge_path(root, "toy"), *left_out;
    struct experiment few = toy;
    enum metric m = METRIC_gamma_mean;
    struct results r;
    struct h5_file *f;
    int last;

    (void)state;
    few.plan.only_final[m] = few.plan.only_final[METRIC_fit_loss] = true;
    assert_true(file_has_curve(root, m));
    write_trial(&toy, root, "norm=none batch=2", 0, 50, "bbb");
    r = merge(&few, root);
    assert_true(results_have_curve(&r, m));
    results_clear(&r);
    assert_true(file_has_curve(root, m));
    for (int seed = 0; seed < 2; seed++) {
        write_trial(&toy, root, "norm=none batch=2", seed, 60, "bbb");
        write_trial(&toy, root, "norm=batchnorm batch=2", seed, 60, "bbb");
    }
    r = merge(&few, root);
    results_clear(&r);
    r = read_file(root);
    last = r.record[0].result.points;
    assert_false(results_have_curve(&r, m));
    assert_true(isnan(r.record[0].result.curve[m][1]));
    assert_true(r.record[0].result.curve[m][last] == written(60, m, last));
    assert_true(results_have_curve(&r, METRIC_gamma_sd));
    results_clear(&r);
    f = h5_open(path);
    left_out = h5_get_text(f, "/curves", "left_out");
    h5_close(f);
    assert_holds(left_out, "gamma_mean");
    assert_null(strstr(left_out, "fit_loss")); /* left out is only what was measured */
    free(left_out);
    r = merge(&toy, root); /* without the key, and nothing else new */
    results_clear(&r);
    assert_true(file_has_curve(root, m));
    r = merge(&few, root); /* and with it again */
    results_clear(&r);
    assert_false(file_has_curve(root, m));
    free(path);
    free(root);
}

/* Adds a profile of two layers at two points to the record of a trial; each value is `seconds` plus 100 times the column. */
static void add_profile(struct record *r, double seconds)
{
    struct profiles *all = &r->result.profiles;
    struct list layers = {0};
    struct profile *p;

    list_add(&layers, "dense1");
    list_add(&layers, "dense2");
    all->points = 2;
    all->step = xcalloc(2, sizeof(double));
    all->epoch = xcalloc(2, sizeof(double));
    all->step[1] = all->epoch[1] = 3;
    p = profiles_add(all, "moments", &layers);
    for (int column = 0; column < p->columns; column++)
        for (int k = 0; k < 4; k++)
            *profile_at(p, k / 2, k % 2, column) = seconds + 100 * column;
    list_clear(&layers);
}

static void write_profile_trial(const char *root, int64_t seed)
{
    struct record r;

    make_trial(&toy, &r, "norm=none batch=2", seed, (double)seed);
    add_profile(&r, (double)seed);
    write_record(&toy, root, &r, "bbb", NULL);
}

/* Merged files have the whole profiles of exploratory seeds. Those of fresh seeds have what claims read, and nothing else. */
static void test_profiles_of_fresh_seeds(void **state)
{
    char *root = root_of("fresh_profiles");
    const struct profile_column *columns = probe_columns("moments");
    const struct profile_number claimed[] = {
        {.probe = "moments", .column = &columns[1], .point = POINT_LAST}, {0}};
    struct experiment e = toy;
    struct registry registry = {0};
    struct results r;

    (void)state;
    e.plan.claimed = claimed;
    write_profile_trial(root, 0);
    write_profile_trial(root, 100);
    r = merge(&e, root); /* nothing is registered yet: 100 is a seed as any other */
    assert_true(*profile_at(&r.record[1].result.profiles.item[0], 0, 0, 0) == 100);
    results_clear(&r);
    registry_add(&registry,
                 &(struct registration){
                     .id = "0123456789abcdef", .text = "a claim", .first = 100, .seeds = 6});
    assert_int_equal(registry_write(&registry, root, "toy"), 0);
    write_trial(&toy, root, "norm=none batch=4", 0, 1, "bbb");
    r = merge(&e, root);
    results_clear(&r);
    r = read_file(root);
    assert_int_equal(r.records, 3);
    for (int i = 0; i < r.records; i++) {
        const struct profile *p = profiles_find(&r.record[i].result.profiles, "moments");

        for (int k = 0; p && k < 4 * p->columns; k++) {
            int column = k / 4, point = k / 2 % 2;
            double v = *profile_at(p, point, k % 2, column);

            if (r.record[i].seed == 0 || (column == 1 && point == 1))
                assert_true(v == (double)r.record[i].seed + 100 * column);
            else
                assert_true(isnan(v));
        }
    }
    assert_non_null(profiles_find(&r.record[1].result.profiles, "moments"));
    results_clear(&r);
    registry_clear(&registry);
    free(root);
}

/* A key with several values in one sweep is an axis of the file, also after later sweeps. */
static void test_axes_of_users(void **state)
{
    char *root = make_clone("axes"), *override[] = {"lr=0.1,0.2"};
    struct results r;
    struct sweep s;

    (void)state;
    write_trial(&toy, root, "norm=none batch=4 lr=0.2", 0, 1, "bbb");
    assert_int_equal(experiment_expand(&s, &toy, PRESET_PAPER, override, 1, NULL), 0);
    assert_int_equal(merge_update(&toy.plan, root, "toy", &s, "normlab run toy lr=0.1,0.2", &r), 0);
    sweep_clear(&s);
    results_clear(&r);
    write_trial(&toy, root, "norm=none batch=8", 0, 1, "bbb");
    r = merge(&toy, root);
    assert_int_equal(r.axes, 3);
    assert_string_equal(r.axis[2], "lr");
    assert_holds(config_get(&r.provenance, "command_line"), "normlab run toy lr=0.1,0.2");
    results_clear(&r);
    free(root);
}

static void test_marked_as_done(void **state)
{
    char *root = make_clone("marked");
    struct sweep s;
    int done = 0;

    (void)state;
    assert_int_equal(experiment_expand(&s, &toy, PRESET_PAPER, NULL, 0, NULL), 0);
    assert_int_equal(merge_mark(&s, root), 0);
    for (int i = 0; i < s.trials; i++) {
        const struct config *c = &s.trial[i].config;

        done += s.trial[i].merged;
        assert_int_equal(s.trial[i].merged,
                         !strcmp(config_get(c, "batch"), "2") && atoi(config_get(c, "seed")) < 2);
    }
    assert_int_equal(done, 4);
    sweep_clear(&s);
    free(root);
}

static void test_prune(void **state)
{
    char *root = make_clone("pruned"), *err, *older;
    struct pruned p;
    struct results r;

    (void)state;
    assert_int_equal(merge_prune(&toy.plan, root, "toy", "norm=none batch=2", false, &p), 0);
    assert_int_equal(p.rows, 2);
    assert_int_equal(p.rows_left, 2);
    assert_int_equal(p.files, 0);
    r = read_file(root);
    assert_int_equal(r.records, 2);
    assert_string_equal(record_get(&r.record[0], "norm"), "batchnorm");
    results_clear(&r);
    write_trial(&toy, root, "norm=none batch=4", 0, 1, "bbb");
    r = merge(&toy, root);
    results_clear(&r);
    /* A file would bring its row back: nothing is changed unless that goes as well. */
    assert_int_equal(merge_prune(&toy.plan, root, "toy", "norm=none", false, &p), 0);
    assert_int_equal(p.files, 1);
    r = merge(&toy, root);
    assert_int_equal(r.records, 3);
    results_clear(&r);
    older =
        trial_path(&toy_1, root, "norm=none batch=4", 0); /* of another version: not a row's file */
    write_trial(&toy_1, root, "norm=none batch=4", 0, 1, "bbb");
    assert_int_equal(merge_prune(&toy.plan, root, "toy", "norm=none", true, &p), 0);
    assert_int_equal(p.files, 1);
    assert_true(file_exists(older));
    unlink(older);
    free(older);
    r = merge(&toy, root);
    assert_int_equal(r.records, 2);
    results_clear(&r);
    capture_stderr();
    assert_int_equal(merge_prune(&toy.plan, root, "toy", "norm=nune", true, &p), -1);
    assert_int_equal(merge_prune(&toy.plan, root, "toy", "norm=batchnorm", true, &p), -1);
    err = captured_stderr();
    assert_holds(err, "no trial lies in that cell");
    assert_holds(err, "all trials lie in that cell");
    free(err);
    free(root);
}

/* Writes trials and merges after each, whose file then goes, so that the merged file alone has its row. 0 when all went well. */
static int merge_some(const char *root, const char *config, int trials)
{
    int bad = 0;

    for (int i = 0; i < trials && !bad; i++) {
        char *path = trial_path(&toy, root, config, i);
        struct results r;

        write_trial(&toy, root, config, i, 1, "bbb");
        bad = merge_update(&toy.plan, root, "toy", NULL, "normlab merge toy", &r) || unlink(path);
        results_clear(&r);
        free(path);
    }
    return bad != 0;
}

/* Many merges at once: whichever ends last has all. */
static void test_merges_at_once(void **state)
{
    enum { PROCESSES = 4, EACH = 8 };
    char *root = make_clone("at_once");
    struct results r;
    int status;

    (void)state;
    for (int p = 0; p < PROCESSES; p++)
        if (fork() == 0) {
            char *config = format_new("norm=none batch=%d", 8 << p);
            int bad = merge_some(root, config, EACH);

            free(config);
            free(root);
            _exit(bad);
        }
    for (int p = 0; p < PROCESSES; p++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    r = read_file(root);
    assert_int_equal(r.records, 4 + PROCESSES * EACH);
    results_clear(&r);
    free(root);
}

/* Data without files that the paper preset does not use has files of its own. */
static void test_names(void **state)
{
    static const struct {
        int preset;
        const char *overrides, *name;
    } cases[] = {
        {PRESET_SMOKE, "", "toy.generated"},
        {PRESET_PAPER, "", "toy"},
        {PRESET_DEMO, "norm=none", "toy"},
        {PRESET_PAPER, "data=synthetic", "toy.generated"},
        {PRESET_PAPER, "data=mnist,synthetic-rgb", "toy.generated"},
        {PRESET_SMOKE, "data=fashion-mnist", "toy"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct config overrides = {0};
        char *name;

        assert_int_equal(config_parse(&overrides, cases[i].overrides), 0);
        name = sweep_name(&toy.plan, cases[i].preset, &overrides);
        assert_string_equal(name, cases[i].name);
        free(name);
        config_clear(&overrides);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_are_kept),
        cmocka_unit_test(test_order_of_other_rows),
        cmocka_unit_test(test_a_file_replaces_its_row),
        cmocka_unit_test(test_nothing_new),
        cmocka_unit_test(test_older_keys),
        cmocka_unit_test(test_another_version),
        cmocka_unit_test(test_another_version_stays),
        cmocka_unit_test(test_generated_data),
        cmocka_unit_test(test_builds_of_rows),
        cmocka_unit_test(test_kernels_of_rows),
        cmocka_unit_test(test_damaged_files),
        cmocka_unit_test(test_curves_that_were_left_out),
        cmocka_unit_test(test_curves_of_a_plan),
        cmocka_unit_test(test_profiles_of_fresh_seeds),
        cmocka_unit_test(test_axes_of_users),
        cmocka_unit_test(test_marked_as_done),
        cmocka_unit_test(test_prune),
        cmocka_unit_test(test_merges_at_once),
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
