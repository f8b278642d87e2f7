/* A trial in other words has the same key, wherever the words stand: on the command line, in a preset, in a file. */
#include "base/arena.h"
#include "base/system/file.h"
#include "experiments/experiment.h"
#include "results.h"
#include "store/cell.h"
#include "sweep/fresh/registry.h"
#include "sweep/runs/workers.h"
#include <wordexp.h>

#define CELLS "embedding 8 tokens=${tokens}; lstm 8 norm=${norm}; last; dense ${classes}"
#define PARTS "flatten; dense 16 bias=${bias}; ${norm} affine=${affine}; relu; dense ${classes}"

static const struct experiment toy = {
    .plan.name = "toy",
    .plan.version = 3,
    .plan.axis = {"panel", "net", "norm"},
    .plan.preset =
        {{"smoke", "", "0", "data=synthetic epochs=1", {"panel=a net=mlp norm=batchnorm"}},
         {"demo", "", "0", "", {"net=\"" PARTS "\" norm=batchnorm bias=0 affine=none"}},
         {"paper", "", "0", "", {"net==lenet norm==\"batchnorm compat=keras\"", "norm=none"}}},
};

enum { OVERRIDES = 3 };

/* Expands with the overrides, up to a NULL, to *s. */
static void expand(struct sweep *s, int preset, const char *const overrides[OVERRIDES])
{
    char *copy[OVERRIDES];
    int n = 0;

    for (; n < OVERRIDES && overrides[n]; n++)
        copy[n] = xstrdup(overrides[n]);
    assert_int_equal(experiment_expand(s, &toy, preset, copy, n, NULL), 0);
    while (n > 0)
        free(copy[--n]);
}

/* Fails unless what is asked for is one trial. */
static void key_of(int preset, const char *const overrides[OVERRIDES], char key[TRIAL_KEY])
{
    struct sweep s;

    expand(&s, preset, overrides);
    if (s.trials != 1)
        fail_msg("%s: %d trials", overrides[0] ? overrides[0] : "", s.trials);
    strcpy(key, s.trial[0].key);
    sweep_clear(&s);
}

/* ---- keys ---- */

enum { SPELLINGS = 12 };

/* In each row the same trial; no two rows have the same. */
struct row {
    int preset;
    const char *const spelling[SPELLINGS][OVERRIDES];
};

static const struct row rows[] = {
    {0,
     {{"norm=batchnorm"},
      {"norm=batchnorm eps=1e-5"},
      {"norm=batchnorm eps=0.00001"},
      {"norm=batchnorm momentum=0.10 eps=1e-05"},
      {"norm= batchnorm  eps=1e-5 momentum=.1 ;"},
      {"norm=batchnorm compat=torch affine=both masked=auto"},
      {"net=mlp hidden=128-64"},
      {"net=mlp  act=relu  norm_at=before;", "norm=batchnorm eps=1e-5"},
      {"net=mlp hidden=128x1-64"},
      {"lr=1e-1", "momentum=.9", "weight_decay=-0"},
      {"step_at="}}},
    {0, {{"norm=batchnorm eps=1e-4"}, {"norm=batchnorm eps=.0001"}}},
    {0, {{"norm=batchnorm masked=1"}, {"norm=batchnorm masked=1 over=all"}}},
    {0,
     {{"norm=batchnorm compat=keras"},
      {"norm=batchnorm eps=1e-3 momentum=0.01 running_var=biased"},
      {"norm=batchnorm running_var=biased compat=flax eps=.001"}}},
    {0, {{"norm=groupnorm groups=8"}, {"norm=groupnorm"}, {"norm=groupnorm groups=auto"}}},
    {0, {{"norm=groupnorm groups=4"}}},
    {0, {{"net=mlp hidden=64-64"}, {"net=mlp hidden=64x2"}}},
    {0, {{"net=mlp hidden=64"}}},
    {0, {{"schedule=step", "step_at=30-60"}, {"schedule=step", "step_at=30.0-6e1"}}},
    {0,
     {{"probe=moments+shift"},
      {"probe=shift+moments"},
      {"probe=moments+moments+shift"},
      {"probe=shift+moments+shift"}}},
    {0, {{"probe=moments"}, {"probe=moments+moments"}}},
    {0, {{"net=lenet"}, {"net=lenet;"}}},
    {0,
     {{"net=avgpool; resnet depth=8"},
      {"net=avgpool 2;resnet width=16 depth=8;"},
      {"net=avgpool k=2 stride=2;; resnet depth=8 shortcut=projection"}}},
    {0,
     {{"net=conv2d 8; residual { conv2d 8; ${norm} }; gap; dense ${classes}"},
      {"net=conv2d 8 k=3; residual {conv2d 8 pad=1;${norm};} { }; gap; dense units=${classes}"}}},
    {0, {{"net=conv2d 8 bias=1; residual { conv2d 8; ${norm} }; gap; dense ${classes}"}}},
    {0,
     {{"net=" CELLS, "norm=batchnorm"},
      {"net=" CELLS, "norm=batchnorm:eps=1e-5"},
      {"net=" CELLS, "norm=batchnorm:momentum=0.10:eps=0.00001"},
      {"net=embedding tokens=${tokens} units=8; lstm 8 norm=${norm}; last; dense ${classes};"}}},
    {0,
     {{"net=" CELLS, "norm=batchnorm:momentum=cma"},
      {"net=" CELLS, "norm=batchnorm:eps=1e-5:momentum=cma"}}},
    {0, {{"net=" CELLS, "norm=batchnorm:affine=both"}}},
    /* In two keys and a piece of text between. */
    {1,
     {{"norm=batchnorm"},
      {"norm=batchnorm affine=both"},
      {"norm=batchnorm eps=1e-5", "bias=0.0"},
      {"net=flatten; dense units=16 bias=${bias};${norm}  affine=${affine}; relu; dense ${classes}"}}},
    {1, {{"affine=both"}}},
    {1, {{"bias=1"}, {"bias=01"}}},
    /* Without it, eps would be that of Keras. */
    {0, {{"net=flatten; ${norm} compat=keras; dense ${classes}", "norm=batchnorm"}}},
    {0, {{"net=flatten; ${norm} compat=keras; dense ${classes}", "norm=batchnorm eps=1e-5"}}},
};
enum { ROWS = sizeof rows / sizeof *rows };

static void test_the_same_trial_has_one_key(void **state)
{
    char first[ROWS][TRIAL_KEY], key[TRIAL_KEY];

    (void)state;
    for (int i = 0; i < ROWS; i++) {
        key_of(rows[i].preset, rows[i].spelling[0], first[i]);
        for (int k = 1; k < SPELLINGS && rows[i].spelling[k][0]; k++) {
            key_of(rows[i].preset, rows[i].spelling[k], key);
            if (strcmp(key, first[i]))
                fail_msg("row %d: '%s' is not the trial of '%s'", i, rows[i].spelling[k][0],
                         rows[i].spelling[0][0]);
        }
        for (int k = 0; k < i; k++)
            if (strcmp(first[i], first[k]) == 0)
                fail_msg("rows %d and %d have one key", k, i);
    }
}

/* One curve, not two, and the legend has the shortest name. */
static void test_one_sweep_has_it_once(void **state)
{
    struct sweep s;

    (void)state;
    expand(&s, 0,
           (const char *[OVERRIDES]){"norm=batchnorm eps=1e-5,batchnorm,none;,none",
                                     "net=mlp hidden=128-64,mlp"});
    assert_int_equal(s.trials, 2);
    assert_string_equal(config_get(&s.trial[0].config, "norm"), "batchnorm");
    assert_string_equal(config_get(&s.trial[0].config, "net"), "mlp");
    assert_string_equal(config_get(&s.trial[1].config, "norm"), "none");
    sweep_clear(&s);
}

/* A block that keeps a value is chosen by it in any words. */
static void test_values_that_a_block_keeps(void **state)
{
    struct sweep s;

    (void)state;
    expand(&s, 2,
           (const char *[OVERRIDES]){"norm=batchnorm running_var=biased compat=flax eps=.001"});
    assert_int_equal(s.trials, 2);
    assert_string_equal(config_get(&s.trial[0].config, "net"), "lenet");
    sweep_clear(&s);
    expand(&s, 2, (const char *[OVERRIDES]){"norm=batchnorm"});
    assert_int_equal(s.trials, 1);
    sweep_clear(&s);
}

/* What is no layer is said as it ever was. */
static void test_messages_stay(void **state)
{
    static const char *const bad[][2] = {
        {"norm=batchnrm", "unknown layer or net 'batchnrm'; did you mean 'batchnorm'?"},
        {"norm=batchnorm epsilon=1", "unknown key 'epsilon'"},
        {"net=mlp hiden=3", "unknown key 'hiden'; did you mean 'hidden'?"},
        {"net=residual { ${norm}", "a { of block1. has no }"},
        {"net=${norm} }; relu", "a } without {, at '}; relu'"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *command = format_new(
                 "$NORMLAB trial data=synthetic train_count=32 test_count=32 '%s'", bad[i][0]),
             *out, *err;
        const char *end;

        assert_int_not_equal(run_command(command, &out, &err), 0);
        end = strchr(err, '\n');
        if (!strstr(err, bad[i][1]) || !end || end[1])
            fail_msg("%s: '%s' is not one line with '%s'", bad[i][0], err, bad[i][1]);
        free(command);
        free(out);
        free(err);
    }
}

/* ---- keys of configurations that were renamed ---- */

/* The key that this trial had when evals_per_epoch was called looks. */
static void test_a_renamed_key_changes_no_trial_key(void **state)
{
    static const char *const spelling[] = {"looks=2", "evals_per_epoch=2",
                                           "evals_per_epoch=1 looks=2"};

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct config given = {0}, complete = {0};
        struct text why = {0};
        char key[TRIAL_KEY];

        assert_int_equal(config_parse(&given, spelling[i]), 0);
        assert_int_equal(
            config_parse(
                &given,
                "panel=conv data=synthetic data_seed=first train_count=256 test_count=100 epochs=1 "
                "net=\"avgpool 2; resnet depth=8 width=8\" batch=64 lr=0.1 "
                "norm=batchnorm"),
            0);
        assert_int_equal(trial_complete(&given, &complete, &why), 0);
        store_key("convergence", 2, &complete, key);
        assert_string_equal(key, "026e09049073ab60");
        assert_string_equal(config_get(&complete, "evals_per_epoch"), "2");
        assert_null(config_get(&complete, "looks"));
        config_clear(&given);
        config_clear(&complete);
    }
}

/* A trial of an older version, which lacks data_seed, trained on the first samples, and keeps its key. A new one without the
 * key draws them by its seed. */
static void test_an_older_trial_has_the_former_default(void **state)
{
    struct config given = {0}, complete = {0}, none = {0};
    struct record old = {0}, read;
    struct text why = {0};
    char key[TRIAL_KEY], *path = test_path("older.h5");

    (void)state;
    assert_int_equal(config_parse(&given, "data=synthetic train_count=256 net=\"mlp hidden=4\" "
                                          "norm=none epochs=0 seed=3"),
                     0);
    assert_int_equal(trial_complete(&given, &complete, &why), 0);
    assert_string_equal(config_get(&complete, "data_seed"), "seed");
    store_key("e", 1, &complete, key);
    for (int i = 0; i < complete.count; i++)
        if (strcmp(complete.item[i].key, "data_seed"))
            config_set(&old.config, complete.item[i].key, complete.item[i].value);
    store_key("e", 1, &old.config, old.key);
    assert_string_not_equal(old.key, key);
    trial_result_init(&old.result, 0, 1);
    assert_int_equal(store_trial_write(path, "e", 1, &old, &none), 0);
    assert_int_equal(store_trial_read(path, &read), 0);
    assert_string_equal(config_get(&read.config, "data_seed"), "first");
    assert_string_equal(read.key, old.key);
    record_clear(&read);
    record_clear(&old);
    config_clear(&given);
    config_clear(&complete);
    free(path);
}

/* The old name chooses the same trial in a preset's place, and the same cell. */
static void test_overrides_by_the_older_name(void **state)
{
    char now[TRIAL_KEY], before[TRIAL_KEY];
    struct config cell = {0};

    (void)state;
    key_of(0, (const char *[OVERRIDES]){"evals_per_epoch=3"}, now);
    key_of(0, (const char *[OVERRIDES]){"looks=3"}, before);
    assert_string_equal(now, before);
    cell_parse("looks=03", &cell);
    assert_string_equal(config_get(&cell, "evals_per_epoch"), "3");
    config_clear(&cell);
}

/* ---- files ---- */

/* Writes the trial's file as it was before texts had canonical forms: named by that key, holding that text. */
static void write_older(const struct sweep *s, const char *root, const char *written)
{
    struct record r;
    struct config given = {0}, none = {0};
    struct text why = {0};
    char *folder = format_new("%s/results/%s", root, s->name),
         *path = format_new("%s/%s.h5", folder, s->trial[0].older_key);

    make_record(&r, 0, 1);
    config_clear(&r.config);
    assert_int_equal(config_parse(&given, written), 0);
    assert_int_equal(trial_complete_as_written(&given, &r.config, &why), 0);
    strcpy(r.key, s->trial[0].older_key);
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(store_trial_write(path, "toy", 3, &r, &none), 0);
    config_clear(&given);
    record_clear(&r);
    free(folder);
    free(path);
}

static void test_older_files_are_done(void **state)
{
    char *root = test_path("older"), *name, *path;
    struct record r;
    struct sweep s;

    (void)state;
    expand(&s, 0, (const char *[OVERRIDES]){"norm=batchnorm eps=1e-5"});
    assert_string_not_equal(s.trial[0].older_key, s.trial[0].key);
    assert_int_equal(sweep_trial_state(&s, root, 0), STATE_MISSING);
    assert_null(sweep_find(&s, root, 0, ".h5"));
    write_older(&s, root,
                "panel=a net=mlp norm=\"batchnorm eps=1e-5\" data=synthetic epochs=1 seed=0");
    assert_int_equal(sweep_trial_state(&s, root, 0), STATE_DONE);
    path = sweep_find(&s, root, 0, ".h5");
    name = format_new("%s/results/%s/%s.h5", root, s.name, s.trial[0].older_key);
    assert_string_equal(path, name);
    assert_int_equal(sweep_read(&s, root, 0, &r), 0);
    assert_string_equal(r.key, s.trial[0].key);
    assert_string_equal(record_get(&r, "norm"), "batchnorm");
    record_clear(&r);
    sweep_clear(&s);
    /* What has always been written in canonical form has one key. */
    expand(&s, 0, (const char *[OVERRIDES]){"norm=none"});
    assert_string_equal(s.trial[0].older_key, "");
    sweep_clear(&s);
    free(name);
    free(path);
    free(root);
}

/* Cells and records meet in any words. */
static void test_cells_in_other_words(void **state)
{
    char *root = test_path("cells"), *path;
    const struct record **found;
    bool merged;
    struct results all;
    struct sweep s;

    (void)state;
    expand(&s, 0, (const char *[OVERRIDES]){"norm=batchnorm eps=1e-5"});
    write_older(&s, root,
                "panel=a net=mlp norm=\"batchnorm eps=1e-5\" data=synthetic epochs=1 seed=0");
    path = sweep_find(&s, root, 0, ".h5");
    assert_non_null(path);
    assert_int_equal(store_read(path, &merged, &all), 0);
    assert_int_equal(records_in(&all, "norm=batchnorm net=\"mlp hidden=128-64\" lr=1e-1", &found),
                     1);
    free(found);
    assert_int_equal(records_in(&all, "norm=\"batchnorm eps=0.00001\"", &found), 1);
    free(found);
    assert_int_equal(records_in(&all, "norm=\"batchnorm eps=0.0001\"", &found), 0);
    free(found);
    results_clear(&all);
    sweep_clear(&s);
    free(path);
    free(root);
}

/* ---- what is committed ---- */

static bool is_planned(const struct sweep *s, const char *key)
{
    for (int i = 0; i < s->trials; i++)
        if (strcmp(s->trial[i].key, key) == 0)
            return true;
    return false;
}

static char *print_config(const struct config *c)
{
    struct text t = {0};

    config_print(c, &t);
    return t.s;
}

/* Adds the trials of a sweep to s, and clears the sweep. */
static void add_all(struct sweep *s, struct sweep *more)
{
    for (int t = 0; t < more->trials; t++)
        sweep_add(s, &more->trial[t].config, config_get(&more->trial[t].config, "seed"), 1);
    sweep_clear(more);
}

/* Adds the trials of the paper preset with the keys that a recorded command gave it, as a shell takes it apart. seeds: NULL for
 * those of the preset. */
static void add_command(struct sweep *s, const struct experiment *e, const char *command,
                        const char *seeds)
{
    char *overrides[16];
    struct sweep more;
    wordexp_t words;
    int n = 0;

    assert_int_equal(wordexp(command, &words, WRDE_NOCMD | WRDE_UNDEF), 0);
    for (size_t i = 3; i < words.we_wordc && n < 16; i++)
        if (words.we_wordv[i][0] != '-' && strchr(words.we_wordv[i], '='))
            overrides[n++] = words.we_wordv[i];
    assert_int_equal(experiment_expand(&more, e, PRESET_PAPER, overrides, n, seeds), 0);
    add_all(s, &more);
    wordfree(&words);
}

/* Makes the trials of the paper preset, and those with the keys of all recorded commands. */
static void expand_recorded(struct sweep *s, const struct experiment *e, const struct results *r,
                            const char *seeds)
{
    struct list commands = {0};

    list_split(&commands, config_get(&r->provenance, "command_line"), ";");
    assert_int_equal(experiment_expand(s, e, PRESET_PAPER, NULL, 0, seeds), 0);
    for (int i = 0; i < commands.count; i++)
        if (strstr(commands.item[i], "normlab run "))
            add_command(s, e, commands.item[i], seeds);
    list_clear(&commands);
}

/* Makes the paper preset's trials with the first fresh seed of each registration, also those with the values that it has on an
 * axis. */
static void expand_registered(struct sweep *s, const struct experiment *e, const struct results *r,
                              const struct registry *registry)
{
    expand_recorded(s, e, r, "100");
    for (int i = 0; i < registry->claims; i++) {
        const struct registration *g = &registry->claim[i];
        char *first = format_new("%d", g->first);
        struct sweep more;

        expand_recorded(&more, e, r, first);
        add_all(s, &more);
        for (int k = 0; k < REGISTRY_CELLS && g->axis; k++)
            for (int v = 0; v < g->values[k].count; v++) {
                char *override = format_new("%s=%s", g->axis, g->values[k].item[v]);

                assert_int_equal(experiment_expand(&more, e, PRESET_PAPER, &override, 1, first), 0);
                add_all(s, &more);
                free(override);
            }
        free(first);
    }
}

/* True when the seed is the first one of a registration. */
static bool is_first(const struct registry *r, int64_t seed)
{
    bool is = false;

    for (int i = 0; i < r->claims; i++)
        is = is || r->claim[i].first == seed;
    return is;
}

/* Results from before are those of the trials that the same command asks for today. Of the fresh seeds, of which there may be
 * hundreds, the first one of each registration stands for all. */
static void test_committed_results_have_keys_of_today(void **state)
{
    int checked = 0;

    (void)state;
    for (int i = 0; all_experiments()[i]; i++) {
        char *file = format_new("../results/%s.h5", all_experiments()[i]->plan.name),
             *path = test_source(file);
        char *root = test_source("..");
        struct registry registry;
        struct results r = {0};
        struct sweep s, fresh;
        int missing = 0;

        assert_int_equal(registry_read(&registry, root, all_experiments()[i]->plan.name), 0);
        if (file_exists(path))
            assert_int_equal(store_merged_read(path, &r), 0);
        if (r.records > 0 && r.version == all_experiments()[i]->plan.version) {
            expand_recorded(&s, all_experiments()[i], &r, NULL);
            expand_registered(&fresh, all_experiments()[i], &r, &registry);
            for (int k = 0; k < r.records; k++) {
                bool first = is_first(&registry, r.record[k].seed);

                if (first || r.record[k].seed < FRESH_FIRST)
                    missing += !is_planned(first ? &fresh : &s, r.record[k].key);
            }
            if (missing)
                fail_msg("%s: %d of %d trials are none of the preset's %d",
                         all_experiments()[i]->plan.name, missing, r.records, s.trials);
            checked++;
            sweep_clear(&s);
            sweep_clear(&fresh);
        }
        registry_clear(&registry);
        free(root);
        results_clear(&r);
        free(path);
        free(file);
    }
    assert_true(checked > 0);
}

/* In every trial of every preset each value has the form that it has alone, as cells are written, and completing it
 * again changes nothing. */
static void test_presets_are_as_cells(void **state)
{
    (void)state;
    for (int i = 0; all_experiments()[i]; i++)
        for (int p = 0; p < PRESETS; p++) {
            struct sweep s;

            if (!all_experiments()[i]->plan.preset[p].name)
                continue;
            assert_int_equal(experiment_expand(&s, all_experiments()[i], p, NULL, 0, "0"), 0);
            for (int k = 0; k < s.trials; k++) {
                struct config alone = {0}, again = {0};
                struct text why = {0};
                char *want = print_config(&s.trial[k].config), *got;

                config_merge(&alone, &s.trial[k].config);
                trial_canonical_values(&alone);
                got = print_config(&alone);
                assert_string_equal(got, want);
                free(got);
                assert_int_equal(trial_complete(&alone, &again, &why), 0);
                got = print_config(&again);
                assert_string_equal(got, want);
                free(got);
                free(want);
                config_clear(&alone);
                config_clear(&again);
            }
            sweep_clear(&s);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_trial_has_one_key),
        cmocka_unit_test(test_one_sweep_has_it_once),
        cmocka_unit_test(test_values_that_a_block_keeps),
        cmocka_unit_test(test_messages_stay),
        cmocka_unit_test(test_a_renamed_key_changes_no_trial_key),
        cmocka_unit_test(test_an_older_trial_has_the_former_default),
        cmocka_unit_test(test_overrides_by_the_older_name),
        cmocka_unit_test(test_older_files_are_done),
        cmocka_unit_test(test_cells_in_other_words),
        cmocka_unit_test(test_committed_results_have_keys_of_today),
        cmocka_unit_test(test_presets_are_as_cells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
