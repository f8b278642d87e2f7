/* Which rows of a merged file are shown and judged: those of one preset's settings. */
#include "experiments/experiment.h"
#include "judge/ledger.h"
#include "sweep/selection_internal.h"
#include "trials.h"
#include <stdio.h>
#include <string.h>

static const struct claim claims[] = {
    {.id = "small",
     .text = "batch 2 is worse",
     .source = "us",
     .a = "norm=batchnorm batch=2",
     .b = "norm=batchnorm batch=32",
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE,
     .margin = 1},
    {.id = "other",
     .text = "batch 2 is worse on cifar10",
     .source = "us",
     .a = "norm=batchnorm batch=2 data=cifar10",
     .b = "norm=batchnorm batch=32 data=cifar10",
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE,
     .margin = 1},
    {0},
};

/* The count of samples goes with the batch, as in `cost`. */
static const struct experiment toy = {
    .plan.name = "toy",
    .plan.version = 1,
    .plan.axis = {"panel", "net", "norm", "batch"},
    .plan.preset = {{"smoke", "", "0-1", "data=synthetic epochs=1 panel=a norm=none batch=2", {""}},
                    {"demo",
                     "",
                     "0-1",
                     "data=mnist epochs=2 train_count=100 panel=a norm=none,batchnorm batch=2,32",
                     {""}},
                    {"paper",
                     "",
                     "0-4",
                     "data=mnist epochs=5 panel=a norm=none,batchnorm",
                     {"batch=2,4 train_count=100", "batch=32 train_count=500"}}},
    .claims = claims,
};

static void select_rows(struct selection *v, const struct experiment *e, const struct results *r,
                        int preset, const struct sweep *s)
{
    int count;
    struct cells *cells = experiment_cells(e, &count);

    selection_init(v, &e->plan, cells, count, r, preset, s);
    free(cells);
}

/* Adds a trial as complete as a sweep's. */
static void add(struct results *r, const char *config, int64_t seed, double test_error)
{
    char *text = format_new("data=mnist panel=a %s seed=%lld", config, (long long)seed);
    struct config given = {0};
    struct record *record = add_trial(r, seed, text, test_error);
    struct text why = {0};

    config_merge(&given, &record->config);
    config_clear(&record->config);
    assert_int_equal(trial_complete(&given, &record->config, &why), 0);
    trial_key(&toy.plan, &record->config, record->key);
    config_clear(&given);
    free(text);
}

/* The paper preset's two cells of the claim, three seeds. */
static void add_paper(struct results *r)
{
    for (int seed = 0; seed < 3; seed++) {
        add(r, "norm=batchnorm batch=2 train_count=100 epochs=5", seed, 30 + seed);
        add(r, "norm=batchnorm batch=32 train_count=500 epochs=5", seed, 10 + 0.9 * seed);
    }
}

static void test_settings(void **state)
{
    static const struct {
        const char *config;
        bool shown;
    } cases[] = {
        {"norm=rmsnorm batch=2 train_count=100 epochs=5", true}, /* an axis goes on */
        {"norm=batchnorm batch=64 train_count=500 epochs=5", true},
        {"norm=rmsnorm batch=32 train_count=500 epochs=5", true},
        {"norm=batchnorm batch=2 train_count=100 epochs=3", false}, /* settings do not */
        {"norm=batchnorm batch=2 train_count=200 epochs=5", false},
        {"norm=batchnorm batch=32 train_count=100 epochs=5",
         false}, /* another block's, in a cell of the preset */
        {"norm=batchnorm batch=2 train_count=100 epochs=5 net=\"mlp hidden=4\"", false},
        {"norm=batchnorm batch=2 train_count=100 epochs=5 data=cifar10", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct results r = {0};
        struct selection v;

        add_paper(&r);
        add(&r, cases[i].config, 7, 50);
        select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
        if ((v.shown.records == 7) != cases[i].shown)
            fail_msg("%s: %d rows shown, left out: %s", cases[i].config, v.shown.records,
                     v.left_out_as);
        assert_int_equal(v.preset, PRESET_PAPER);
        selection_clear(&v);
        free_trials(&r);
    }
}

static void test_left_out_is_told(void **state)
{
    struct results r = {0};
    struct selection v;
    char *told;

    (void)state;
    add_paper(&r);
    for (int seed = 0; seed < 9; seed++) /* more than there are of the paper preset */
        add(&r, "norm=batchnorm batch=2 train_count=200 epochs=4", seed, 50);
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    told = selection_left_out(&v);
    assert_string_equal(told, "9 trials of other settings are left out: train_count=200, epochs=4");
    free(told);
    selection_clear(&v);
    select_rows(&v, &toy, &r, PRESET_DEMO, NULL); /* of which there are none */
    assert_int_equal(v.shown.records, 0);
    selection_clear(&v);
    free_trials(&r);
}

/* Two rows in one place, one of which extends another block, would be taken for seeds: one is shown. */
static void test_one_row_in_a_place(void **state)
{
    struct results r = {0};
    struct selection v;

    (void)state;
    add_paper(&r);
    add(&r, "norm=batchnorm batch=64 train_count=500 epochs=5", 0, 1);
    add(&r, "norm=batchnorm batch=64 train_count=100 epochs=5", 0, 2);
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.shown.records, 7);
    assert_string_equal(record_get(&v.shown.record[6], "train_count"), "100");
    assert_string_equal(v.left_out_as, "train_count=500");
    selection_clear(&v);
    free_trials(&r);
}

/* Probes and test_mistakes change nothing of a training: rows that measure more than the preset's trials are shown and judged as these. */
static void test_probes(void **state)
{
    static const struct {
        const char *planned, *probe;
        bool shown;
    } cases[] = {
        {"", "probe=moments probe_at=0-10 probe_samples=64", true},
        {"probe=moments", "probe=moments+gradients", true},
        {"probe=moments probe_at=0-10", "probe=moments+gradients probe_at=0-10", true},
        {"probe=moments", "probe=gradients", false},
        {"probe=moments+gradients", "probe=moments", false},
        {"probe=moments", "", false},
        {"probe=moments", "probe=moments+gradients probe_samples=64", false},
        {"probe=moments probe_at=0-10", "probe=moments+gradients probe_at=0-20", false},
        {"", "test_mistakes=1", true},
        {"test_mistakes=1", "", false},
        {"probe=moments", "probe=moments test_mistakes=1", true},
        {"probe=moments", "probe=gradients test_mistakes=1", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct experiment looking = toy;
        char *common =
            format_new("data=mnist epochs=5 panel=a norm=none,batchnorm %s", cases[i].planned);
        struct results r = {0};
        struct selection v;

        looking.plan.preset[PRESET_PAPER].common = common;
        for (int seed = 0; seed < 4; seed++)
            for (int b = 0; b < 2; b++) {
                char *row = format_new("norm=batchnorm %s epochs=5 %s",
                                       b ? "batch=32 train_count=500" : "batch=2 train_count=100",
                                       seed ? cases[i].planned : cases[i].probe);

                add(&r, row, seed, b ? 10 + seed : 30 + 2 * seed);
                free(row);
            }
        select_rows(&v, &looking, &r, PRESET_PAPER, NULL);
        if (v.shown.records != (cases[i].shown ? 8 : 6))
            fail_msg("%s of %s: %d rows shown, left out: %s", cases[i].probe, cases[i].planned,
                     v.shown.records, v.left_out_as);
        assert_true(v.about[0].own);
        selection_clear(&v);
        free_trials(&r);
        free(common);
    }
}

/* Of rows that differ in their probes alone, the one with the most probes is shown, however long their names are. */
static void test_most_probes_are_shown(void **state)
{
    static const char *const probes[] = {"percentiles+landscape_far", "moments+gradients+shift"};
    struct results r = {0};
    struct selection v;

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *row =
            format_new("norm=batchnorm batch=2 train_count=100 epochs=5 probe=%s", probes[i]);

        add(&r, row, 0, 30);
        free(row);
    }
    select_rows(&v, &toy, &r, PRESET_PAPER, NULL);
    assert_int_equal(v.shown.records, 1);
    assert_string_equal(record_get(&v.shown.record[0], "probe"), probes[1]);
    selection_clear(&v);
    free_trials(&r);
}

/* Of rows that differ in test_mistakes alone, the one that has it is shown. */
static void test_the_one_with_mistakes_is_shown(void **state)
{
    struct results r = {0};
    struct selection v;

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *row =
            format_new("norm=batchnorm batch=2 train_count=100 epochs=5 test_mistakes=%d", i == 1);

        add(&r, row, 0, 30);
        free(row);
    }
    select_rows(&v, &toy, &r, PRESET_PAPER, NULL);
    assert_int_equal(v.shown.records, 1);
    assert_string_equal(record_get(&v.shown.record[0], "test_mistakes"), "1");
    selection_clear(&v);
    free_trials(&r);
}

/* Of two trials that differ in their probes alone, the one with the probe is shown, also where the results count the probe
 * among their axes; claims are judged on it. */
static void test_a_trial_with_and_without_probes(void **state)
{
    char *axis[] = {"panel", "net", "norm", "batch", "probe"};
    struct selection v;
    struct verdicts all;
    char *told;

    (void)state;
    for (int axes = 4; axes <= 5; axes++) {
        struct results r = {.axis = axis, .axes = axes};

        add_paper(&r);
        for (int seed = 0; seed < 3; seed++) {
            add(&r, "norm=batchnorm batch=2 train_count=100 epochs=5 probe=moments", seed,
                30 + seed);
            add(&r, "norm=batchnorm batch=32 train_count=500 epochs=5 probe=moments", seed,
                10 + 0.9 * seed);
        }
        select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
        assert_int_equal(v.shown.records, 6);
        for (int i = 0; i < 6; i++)
            assert_string_equal(record_get(&v.shown.record[i], "probe"), "moments");
        told = selection_left_out(&v);
        assert_string_equal(told, "6 trials of other settings are left out: probe=none");
        assert_string_equal(v.others, "");
        assert_string_equal(v.in_cells[0], "");
        free(told);
        verdicts_select(&all, claims, &v, ".");
        assert_int_equal(all.judgement[0].verdict, SUPPORTED);
        verdicts_clear(&all);
        selection_clear(&v);
        free_trials(&r);
    }
}

static void test_which_preset(void **state)
{
    struct results r = {0};
    struct selection v;

    (void)state;
    for (int seed = 0; seed < 4; seed++)
        add(&r, "norm=none batch=2 train_count=100 epochs=2", seed, 1); /* demo */
    add(&r, "norm=none batch=2 epochs=1 data=synthetic", 0, 1);         /* smoke */
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.preset, PRESET_DEMO);
    assert_int_equal(v.shown.records, 4);
    assert_true(v.is_main);
    selection_clear(&v);
    add(&r, "norm=none batch=2 train_count=100 epochs=5", 0, 1); /* paper, one is enough */
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.preset, PRESET_PAPER);
    assert_int_equal(v.shown.records, 1);
    selection_clear(&v);
    select_rows(&v, &toy, &r, PRESET_DEMO, NULL);
    assert_int_equal(v.shown.records, 4);
    assert_false(v.is_main);
    selection_clear(&v);
    free_trials(&r);
}

/* Trials of other settings are shown to whoever asks for them, and judge no claim about the preset's. */
static void test_claims_on_other_settings(void **state)
{
    char *override[] = {"epochs=3"};
    struct results r = {0};
    struct text evidence = {0};
    struct selection v;
    struct verdicts all;
    struct sweep s;
    char *told;

    (void)state;
    for (int seed = 0; seed < 3; seed++) {
        add(&r, "norm=batchnorm batch=2 train_count=100 epochs=3", seed, 30 + seed);
        add(&r, "norm=batchnorm batch=32 train_count=500 epochs=3", seed, 10 + 0.9 * seed);
    }
    assert_int_equal(experiment_expand(&s, &toy, PRESET_PAPER, override, 1, NULL), 0);
    for (int with_sweep = 0; with_sweep < 2; with_sweep++) {
        select_rows(&v, &toy, &r, with_sweep ? PRESET_PAPER : SELECTION_MAIN,
                    with_sweep ? &s : NULL);
        assert_int_equal(v.shown.records, 6);
        verdicts_select(&all, claims, &v, ".");
        assert_int_equal(all.judgement[0].verdict, NOT_RUN);
        claim_print_evidence(&claims[0], &all.judgement[0], &evidence);
        assert_string_equal(evidence.s, "not judged: epochs=3 instead of 5");
        text_clear(&evidence);
        verdicts_clear(&all);
        selection_clear(&v);
    }
    /* Beside the preset's own, they change no verdict. */
    add_paper(&r);
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.shown.records, 6);
    verdicts_select(&all, claims, &v, ".");
    assert_int_equal(all.judgement[0].verdict, SUPPORTED);
    verdicts_clear(&all);
    selection_clear(&v);
    select_rows(&v, &toy, &r, PRESET_PAPER, &s);
    assert_int_equal(v.shown.records, 6);
    assert_string_equal(record_get(&v.shown.record[0], "epochs"), "3");
    assert_false(v.is_main);
    told = selection_left_out(&v);
    assert_string_equal(told,
                        "6 trials of other settings are left out: the settings of preset paper");
    free(told);
    selection_clear(&v);
    sweep_clear(&s);
    free_trials(&r);
}

/* Trials of other settings that lie in a claim's cells are why it is not judged, be they shown or left out. */
static void test_claims_on_what_is_left_out(void **state)
{
    struct results r = {0};
    struct selection v;
    struct verdicts all;

    (void)state;
    add(&r, "norm=none batch=2 train_count=100 epochs=5", 0, 30); /* the paper preset's */
    add(&r, "norm=batchnorm batch=2 train_count=100 epochs=3", 0, 30);
    add(&r, "norm=rmsnorm batch=2 train_count=100 epochs=4", 0, 30); /* in no cell of a claim */
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.left_out, 2);
    verdicts_select(&all, claims, &v, ".");
    assert_non_null(all.judgement[0].because);
    assert_string_equal(all.judgement[0].because, "not judged: epochs=3 instead of 5");
    assert_null(all.judgement[1].because);
    verdicts_clear(&all);
    selection_clear(&v);
    free_trials(&r);
}

#define DENSE "dense 9; relu; dense 9; relu; dense 9; relu; dense 9; relu; "

/* A long list is shortened to its first eight items and the number of the others. */
static void test_abridged(void **state)
{
    struct list l = {0};
    char *text;

    (void)state;
    list_split(&l, "a b c d e f g h", " ");
    text = list_abridged(&l);
    assert_string_equal(text, "a, b, c, d, e, f, g, h");
    free(text);
    list_add(&l, "i");
    list_add(&l, "j");
    text = list_abridged(&l);
    assert_string_equal(text, "a, b, c, d, e, f, g, h and 2 more");
    free(text);
    list_clear(&l);
}

/* Two texts are told apart by what is shown of them. */
static void test_long_values_differ(void **state)
{
    static const char *const end[] = {"${norm}; relu; " DENSE, "relu; ${norm}; " DENSE};
    struct axes axes = {0};
    struct list out = {0};
    struct config c[2] = {{0}};

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *net = format_new("%s%s", DENSE, end[i]);

        config_set(&c[i], "net", net);
        free(net);
    }
    name_settings(&axes, &c[0], &c[1], true, &out);
    assert_int_equal(out.count, 1);
    assert_string_equal(out.item[0],
                        "net=...elu; dense 9; relu; ${norm}; relu; dense... instead of "
                        "...elu; dense 9; relu; relu; ${norm}; dense...");
    list_clear(&out);
    for (int i = 0; i < 2; i++)
        config_clear(&c[i]);
}

/* Nets whose texts begin alike are other settings for all that. */
static void test_long_values_are_not_alike(void **state)
{
    struct results r = {0};
    struct selection v;

    (void)state;
    for (int seed = 0; seed < 5; seed++)
        add(&r,
            seed < 3 ? "norm=none batch=2 net=\"flatten; " DENSE "${norm}; dense 10\""
                     : "norm=none batch=2 net=\"flatten; " DENSE "${norm}; relu; dense 10\"",
            seed, 1);
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.shown.records, 3);
    selection_clear(&v);
    free_trials(&r);
}

/* An axis that a user made is the experiment's where its claims name it: its values are shown in panels, and a claim
 * takes the preset's own value, or that which its cells name. */
static void test_axis_that_claims_name(void **state)
{
    char *axis[] = {"panel", "net", "norm", "batch", "data"};
    struct results r = {.axis = axis, .axes = 5};
    struct selection v;
    struct verdicts all;

    (void)state;
    add_paper(&r);
    for (int seed = 0; seed < 3; seed++) {
        add(&r, "norm=batchnorm batch=2 train_count=100 epochs=5 data=cifar10", seed, 5 + seed);
        add(&r, "norm=batchnorm batch=32 train_count=500 epochs=5 data=cifar10", seed,
            40 + 0.9 * seed);
    }
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.shown.records, 12);
    verdicts_select(&all, claims, &v, ".");
    assert_int_equal(all.judgement[0].verdict, SUPPORTED);
    assert_false(all.judgement[0].paired.ambiguous);
    assert_int_equal(all.judgement[1].verdict, REFUTED);
    verdicts_clear(&all);
    selection_clear(&v);
    free_trials(&r);
}

/* Another axis is a setting: its grid is shown to whoever asks for it, and in nothing else. */
static void test_axis_of_a_user(void **state)
{
    char *axis[] = {"panel", "net", "norm", "batch", "epochs"}, *override[] = {"epochs=3,5"};
    struct results r = {.axis = axis, .axes = 5};
    struct selection v;
    struct verdicts all;
    struct sweep s;

    (void)state;
    add_paper(&r);
    for (int seed = 0; seed < 3; seed++) {
        add(&r, "norm=batchnorm batch=2 train_count=100 epochs=3", seed, 5 + seed);
        add(&r, "norm=batchnorm batch=32 train_count=500 epochs=3", seed, 40 + 0.9 * seed);
    }
    select_rows(&v, &toy, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.shown.records, 6);
    assert_string_equal(v.left_out_as, "epochs=3");
    selection_clear(&v);
    assert_int_equal(experiment_expand(&s, &toy, PRESET_PAPER, override, 1, NULL), 0);
    select_rows(&v, &toy, &r, PRESET_PAPER, &s);
    assert_int_equal(v.shown.records, 12);
    assert_false(v.is_main);
    assert_string_equal(v.others, "epochs=3 instead of 5");
    verdicts_select(&all, claims, &v, ".");
    assert_int_equal(all.judgement[0].verdict, SUPPORTED);
    verdicts_clear(&all);
    selection_clear(&v);
    sweep_clear(&s);
    free_trials(&r);
}

/* All trials of a preset have its settings, whatever the experiment. */
static void check_preset(const struct experiment *e, int preset)
{
    struct results r = {0};
    struct selection v;
    struct sweep s;

    assert_int_equal(experiment_expand(&s, e, preset, NULL, 0, "3-4"), 0);
    r.record = xcalloc((size_t)s.trials, sizeof *r.record);
    r.records = s.trials;
    for (int i = 0; i < s.trials; i++) {
        r.record[i].config = s.trial[i].config;
        r.record[i].seed = atoi(config_get(&s.trial[i].config, "seed"));
    }
    select_rows(&v, e, &r, preset, NULL);
    if (v.left_out)
        fail_msg("%s, %s: %d of %d left out: %s", e->plan.name, e->plan.preset[preset].name,
                 v.left_out, s.trials, v.left_out_as);
    selection_clear(&v);
    select_rows(&v, e, &r, SELECTION_MAIN, NULL);
    assert_int_equal(v.preset, preset);
    selection_clear(&v);
    free(r.record);
    sweep_clear(&s);
}

static void test_every_preset(void **state)
{
    (void)state;
    for (int i = 0; all_experiments()[i]; i++)
        for (int p = 0; p < (SANITIZED ? PRESET_DEMO : PRESETS); p++)
            check_preset(all_experiments()[i], p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_left_out_is_told),
        cmocka_unit_test(test_one_row_in_a_place),
        cmocka_unit_test(test_probes),
        cmocka_unit_test(test_most_probes_are_shown),
        cmocka_unit_test(test_the_one_with_mistakes_is_shown),
        cmocka_unit_test(test_a_trial_with_and_without_probes),
        cmocka_unit_test(test_which_preset),
        cmocka_unit_test(test_claims_on_other_settings),
        cmocka_unit_test(test_claims_on_what_is_left_out),
        cmocka_unit_test(test_abridged),
        cmocka_unit_test(test_long_values_differ),
        cmocka_unit_test(test_long_values_are_not_alike),
        cmocka_unit_test(test_axis_that_claims_name),
        cmocka_unit_test(test_axis_of_a_user),
        cmocka_unit_test(test_every_preset),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
