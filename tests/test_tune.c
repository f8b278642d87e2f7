/* Tuning: which values each round of successive halving trains and for how long, which of them go on, and the command. */
#include "json.h"
#include "judge/tune/tune.h"
#include "trials.h"
#include <stdio.h>

#define RATES_27                                                                                             \
    "lr=1e-6,2e-6,3e-6,1e-5,2e-5,3e-5,1e-4,2e-4,3e-4,1e-3,2e-3,3e-3,0.01,0.02,0.03,0.1,0.2,0.3,1,2,3,10,20," \
    "30,100,200,300"
#define RATES_9 "lr=1e-4,3e-4,1e-3,3e-3,0.01,0.03,0.1,0.3,1"

struct made {
    struct plan plan;
    struct sweep sweep;
    struct tune tune;
};

/* Prepares to tune lr over the trials of a block, by successive halving as long as most_rounds allows. */
static void make(struct made *m, const char *block, const char *seeds, int most_rounds)
{
    m->plan = (struct plan){
        .name = "made",
        .typed = "made",
        .version = 1,
        .axis = {"norm"},
        .preset = {{.name = "only", .seeds = seeds, .common = "data=synthetic", .block = {block}}},
    };
    assert_int_equal(sweep_expand(&m->sweep, &m->plan, 0, NULL, 0, NULL), 0);
    assert_int_equal(tune_init(&m->tune, &m->sweep, "lr", most_rounds), 0);
}

static void unmake(struct made *m)
{
    tune_clear(&m->tune);
    sweep_clear(&m->sweep);
}

/* The validation error of a made-up trial. NaN: it diverged. */
typedef double made_error(double lr, int seed, int epochs);

static double number_of(const struct sweep_trial *t, const char *key)
{
    return strtod(config_get(&t->config, key), NULL);
}

/* Results of all trials of a round. The test error is the validation error plus 1. */
static struct results results_of(const struct sweep *round, made_error *error_of)
{
    struct results r = {0};

    for (int i = 0; i < round->trials; i++) {
        const struct sweep_trial *t = &round->trial[i];
        double error =
            error_of(number_of(t, "lr"), (int)number_of(t, "seed"), (int)number_of(t, "epochs"));
        struct record *record = add_trial(&r, (int64_t)number_of(t, "seed"), "a=1", error + 1);

        strcpy(record->key, t->key);
        record->result.curve[METRIC_val_error][1] = error;
        record->result.status = isnan(error) ? TRIAL_DIVERGED : TRIAL_DONE;
    }
    return r;
}

/* Runs all rounds; sets trials[i] and epochs[i] to the number of trials of round i and the epochs of its first trial. */
static void run_all(struct made *m, made_error *error_of, int *trials, int *epochs)
{
    for (int left = m->tune.rounds - 1; left >= 0; left--) {
        int i = m->tune.rounds - 1 - left;
        struct sweep round;
        struct results r;

        tune_round(&m->tune, left, false, &round);
        trials[i] = round.trials;
        epochs[i] = round.trials ? (int)number_of(&round.trial[0], "epochs") : 0;
        r = results_of(&round, error_of);
        tune_score(&m->tune, left, &round, &r);
        free_trials(&r);
        sweep_clear(&round);
    }
}

/* Best at lr=0.02; more epochs shrink all errors; seeds scatter. */
static double valley(double lr, int seed, int epochs)
{
    return 10 * fabs(log10(lr / 0.02)) + 5.0 / epochs + 0.1 * (seed % 3);
}

/* Li et al. 2018 (Hyperband), table 1, and Jamieson & Talwalkar 2016: with the factor 3 each round has a third of the values,
 * trained three times as long, so that all rounds cost the same. */
static void test_rounds(void **state)
{
    static const struct {
        const char *block, *seeds;
        int rounds, trials[4], epochs[4];
    } cases[] = {
        {"norm=none epochs=9 " RATES_27, "0", 3, {27, 9, 3}, {1, 3, 9}},
        {"norm=none epochs=27 " RATES_27, "0", 3, {27, 9, 3}, {3, 9, 27}},
        /* an epoch is not divided: seeds are */
        {"norm=none epochs=1 " RATES_9, "0-8", 2, {27, 27}, {1, 1}},
        {"norm=none epochs=3 " RATES_9, "0-2", 2, {27, 9}, {1, 3}},
        {"norm=none,batchnorm epochs=6 " RATES_9, "0-1", 2, {36, 12}, {2, 6}},
        /* no more than three values: nothing to halve */
        {"norm=none epochs=9 lr=0.01,0.1,1", "0-1", 1, {6}, {9}},
        {"norm=none epochs=9 lr=0.01,0.1,0.3,1", "0-1", 2, {8, 4}, {3, 9}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int trials[8] = {0}, epochs[8] = {0};
        struct made m;

        make(&m, cases[i].block, cases[i].seeds, 1024);
        assert_int_equal(m.tune.rounds, cases[i].rounds);
        run_all(&m, valley, trials, epochs);
        for (int k = 0; k < cases[i].rounds; k++)
            if (trials[k] != cases[i].trials[k] || epochs[k] != cases[i].epochs[k])
                fail_msg("case %zu, round %d: %d trials of %d epochs", i, k + 1, trials[k],
                         epochs[k]);
        unmake(&m);
    }
}

static const char *best_of(const struct made *m)
{
    const struct tune_cell *c = &m->tune.cell[0];

    return c->best < 0 ? "none" : c->value[c->best].text;
}

static void test_best(void **state)
{
    int trials[8], epochs[8];
    struct made m;
    bool largest;

    (void)state;
    make(&m, "norm=none epochs=9 " RATES_27, "0-2", 1024);
    run_all(&m, valley, trials, epochs);
    assert_string_equal(best_of(&m), "0.02");
    assert_false(tune_is_at_end(&m.tune.cell[0], &largest));
    unmake(&m);
    make(&m, "norm=none epochs=9 lr=0.1,0.3,1,3", "0-2", 1); /* all in full */
    run_all(&m, valley, trials, epochs);
    assert_int_equal(trials[0], 12);
    assert_string_equal(best_of(&m), "0.1");
    assert_true(tune_is_at_end(&m.tune.cell[0], &largest));
    assert_false(largest);
    unmake(&m);
}

/* The smallest mean belongs to the rate that diverges in one seed of three; the next is as good in all. */
static double risky(double lr, int seed, int epochs)
{
    (void)epochs;
    if (lr >= 10)
        return NAN;
    return lr == 1 ? seed == 2 ? NAN : 1 : 10 - lr;
}

static void test_diverged(void **state)
{
    int trials[8], epochs[8];
    struct made m;
    bool largest;

    (void)state;
    make(&m, "norm=none epochs=1 lr=0.1,0.3,1", "0-2", 1024);
    run_all(&m, risky, trials, epochs);
    assert_string_equal(best_of(&m), "0.3");
    unmake(&m);
    make(&m, "norm=none epochs=1 lr=1,10", "0-2", 1024); /* better than one that never trains */
    run_all(&m, risky, trials, epochs);
    assert_string_equal(best_of(&m), "1");
    assert_int_equal(m.tune.cell[0].value[0].unsuccessful, 1);
    unmake(&m);
    make(&m, "norm=none epochs=3 lr=10,20,30,40", "0-2", 1024);
    run_all(&m, risky, trials, epochs);
    assert_int_equal(trials[1], 0); /* none goes on */
    assert_string_equal(best_of(&m), "none");
    assert_false(tune_is_at_end(&m.tune.cell[0], &largest));
    unmake(&m);
}

/* Three seeds of lr=0.1, and of lr=1 with the same mean difference: 0.2 in each seed, or by chance. */
static double three_seeds(double lr, int seed, int epochs)
{
    static const double error[] = {12.1, 11.4, 12.9}, by_chance[] = {1.6, -0.9, -0.1};

    (void)epochs;
    return error[seed] + (lr == 1 ? 0.2 + 0.001 * seed : lr == 10 ? 0.2 + by_chance[seed] : 0);
}

/* t(0.975, 2) = 4.302653 (any table): 12.13333 -+ 4.302653 * 0.750555 / sqrt(3). */
static void test_interval(void **state)
{
    int trials[8], epochs[8];
    const struct tune_cell *c;
    struct interval i;
    struct made m;

    (void)state;
    make(&m, "norm=none epochs=1 lr=0.1,1,10", "0-2", 1024);
    run_all(&m, three_seeds, trials, epochs);
    c = &m.tune.cell[0];
    assert_string_equal(best_of(&m), "0.1");
    i = tune_interval(&c->value[0], c->value[0].validation, METRIC_val_error);
    assert_true(fabs(i.mean - 12.133333) < 1e-5);
    assert_true(fabs(i.low - 10.268850) < 1e-5);
    assert_true(fabs(i.high - 13.997817) < 1e-5);
    i = tune_interval(&c->value[0], c->value[0].test, METRIC_test_error);
    assert_true(fabs(i.mean - 13.133333) < 1e-5);
    assert_false(tune_is_close(c, 0)); /* to itself */
    assert_false(tune_is_close(c, 1)); /* the seeds agree */
    assert_true(tune_is_close(c, 2));  /* they do not */
    unmake(&m);
}

/* A short trial goes through its whole schedule, holds samples out, and measures nothing beside. */
static void test_short_trials(void **state)
{
    static const char *const want[] = {
        "epochs=10 step_at=5-7.5 warmup_epochs=1 val_fraction=0.2 probe= fit_count=0 schedule=step",
        "epochs=30 step_at=15-22.5 warmup_epochs=3 val_fraction=0.2 probe= fit_count=0 schedule=step",
    };
    struct made m;

    (void)state;
    make(
        &m,
        "norm=none epochs=30 schedule=step step_at=15-22.5 warmup_epochs=3 probe=moments fit_count=10 "
        "lr=0.1,0.2,0.3,1",
        "0", 1024);
    for (int k = 0; k < 2; k++) {
        struct config expected = {0};
        struct sweep round;

        tune_round(&m.tune, 1 - k, true, &round);
        assert_int_equal(config_parse(&expected, want[k]), 0);
        for (int i = 0; i < expected.count; i++)
            assert_string_equal(config_get(&round.trial[0].config, expected.item[i].key),
                                expected.item[i].value);
        config_clear(&expected);
        sweep_clear(&round);
    }
    unmake(&m);
    make(&m, "norm=none epochs=30 val_fraction=0.1 lr=0.1,0.2", "0", 1024);
    for (int all = 0; all < 2; all++) {
        struct sweep round;

        tune_round(&m.tune, 0, all, &round);
        assert_string_equal(config_get(&round.trial[0].config, "val_fraction"), "0.1");
        sweep_clear(&round);
    }
    unmake(&m);
}

/* ---- the command ---- */

#define TUNE "\"$NORMLAB\" tune learning_rate panel=mlp lr=0.001,0.03,0.3,1e6 --preset smoke -j2 "

/* Rates that do not train, and one that makes the loss infinite; the others are far better. A second call has nothing to
 * train. The trials are those that run would train: their files have the same names. */
static void test_command(void **state)
{
    char *out, *err, *same;

    (void)state;
    assert_int_equal(run_in_folder("one", TUNE "-n", &out, &err), 0);
    assert_holds(out, "round  values");
    assert_holds(out, "    1       8 ");
    assert_holds(out, "    2       4 ");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("one", "ls results 2>&1", &out, NULL),
                     2); /* -n writes nothing */
    free(out);
    /* two at once share the trials and find the same */
    assert_int_equal(
        run_in_folder("one", "{ " TUNE "-q >same & " TUNE "; code=$?; wait $! && exit $code; }",
                      &out, &err),
        0);
    same = read_in_folder("one", "same");
    assert_string_equal(same, out);
    free(same);
    assert_holds(err, "round 1 of 2: 8 values of lr");
    assert_holds(err, "round 2 of 2: 4 values of lr");
    assert_holds(out, "normlab run learning_rate --preset smoke panel=mlp norm=none lr=0.3\n");
    assert_holds(out, "normlab run learning_rate --preset smoke panel=mlp norm=batchnorm lr=0.");
    free(err);
    assert_int_equal(run_in_folder("one", TUNE, &same, &err), 0);
    assert_string_equal(same, out);
    assert_holds(err, "8 trials: 0 finished now, 8 before, 0 failed");
    free(same);
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder(
            "one",
            "\"$NORMLAB\" run learning_rate panel=mlp lr=0.001,0.03,0.3,1e6 --preset smoke "
            "val_fraction=0.2 --seeds 0 -n --json | grep -o '\"key\": \"[0-9a-f]*' | cut -c9- | "
            "sort >expected; ls results/learning_rate.generated.tune | sed 's/[.]h5//' | sort | "
            "comm -12 - expected | grep -c .",
            &out, NULL),
        0);
    assert_int_equal(atoi(out), 8);
    free(out);
    assert_int_equal(
        run_in_folder("one", "ls results/learning_rate.generated.tune | grep -c h5", &out, NULL),
        0);
    assert_int_equal(atoi(out), 12); /* 8 of the first seed, 4 of the second */
    free(out);
    assert_int_equal(run_in_folder("one", "ls results", &out, NULL), 0);
    assert_string_equal(out, "learning_rate.generated.tune\nlearning_rate.generated.tune.h5\n");
    free(out);
}

/* As JSON, from the merged file alone; and more seeds go on from there. */
static void test_json(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(run_in_folder("one",
                                   "rm -r results/learning_rate.generated.tune; " TUNE "--json",
                                   &out, &err),
                     0);
    assert_non_null(json_value(json_blank(out)));
    assert_holds(
        out, "\"norm\": \"none\", \"key\": \"lr\", \"best\": \"0.3\", \"metric\": \"val_error\"");
    assert_holds(out, "\"value\": \"1000000\", \"last_round\": 1, \"epochs\": 1, \"seeds\": 1, "
                      "\"unsuccessful\": 1");
    assert_holds(out, "\"command\": \"normlab run learning_rate");
    assert_holds(err, "8 trials: 0 finished now, 8 before, 0 failed");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("one", TUNE "--seeds 0-2 --rounds 1 -n", &out, &err), 0);
    assert_holds(
        out,
        "    1       8 1       3           24      12 "); /* those of the seeds 0 and 1 of four values */
    assert_holds(out, "24 trials; 100 %");
    free(out);
    free(err);
}

/* Without an experiment: another key, a net that needs a norm, a regression set, where the loss decides. */
static void test_trial_keys(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder(
            "keys",
            "\"$NORMLAB\" tune data=synthetic train_count=200 test_count=50 epochs=1 lr=0.1 "
            "batch=8,32 --seeds 0,1 -q",
            &out, &err),
        0);
    assert_string_equal(err, "");
    assert_holds(out, "norm      batch ");
    assert_holds(out, "normlab trial data=synthetic train_count=200 test_count=50 epochs=1 lr=0.1 "
                      "norm=batchnorm batch=");
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder(
            "keys",
            "\"$NORMLAB\" tune data=synthetic-linear loss=mse net='flatten; dense ${classes}' train_count=200 "
            "test_count=50 epochs=1 lr=0.001,0.01 --seeds 0,1 -q",
            &out, &err),
        0);
    assert_string_equal(err, "");
    assert_holds(out, "val_loss");
    free(out);
    free(err);
}

static void test_refused(void **state)
{
    static const struct refusal cases[] = {
        {"", 2, "which experiment, or which keys of a trial?"},
        {"batch_sise", 2, "did you mean 'batch_size'?"},
        {"batch_size", 2, "lr: which values? It has one, "},
        {"batch_size --key seed", 2, "seed cannot be tuned"},
        {"batch_size data=mnist,synthetic --key data", 2, "errors on different samples"},
        {"batch_size probe=moments,gradients", 2, "probe cannot be tuned: it changes nothing"},
        {"batch_size momentum=0.5,0.9 weight_decay=0,1e-4", 2, "one of momentum, weight_decay"},
        {"batch_size lr=0.1,1 epochs=0", 2, "epochs=0 trains nothing"},
        {"lr=0.1,1 hiden=3", 2, "hiden"},
        {"lr=0.1,1 --preset smoke", 2, "--preset goes with an experiment"},
        {"lr=0.1,-1", 2, "lr=-1"},
        {"batch_size lr=0.1,1 --rounds 0", 2, "--rounds 0: should be"},
        {"data=synthetic norm=none lr=0.1,1 train_count=20 batch=32 -q", 1, "make no batch of 32"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("refused", "\"$NORMLAB\" tune ", &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rounds),       cmocka_unit_test(test_best),
        cmocka_unit_test(test_diverged),     cmocka_unit_test(test_interval),
        cmocka_unit_test(test_short_trials), cmocka_unit_test(test_command),
        cmocka_unit_test(test_json),         cmocka_unit_test(test_trial_keys),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
