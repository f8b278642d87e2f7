/* What a seed's made-up trials give: measures of one, and along an axis. */
#include "judge/claims.h"
#include "support.h"
#include "trials.h"
#include <math.h>

static struct measured measure_one(const struct results *r, struct measure m)
{
    return measure_record(&m, &r->record[0]);
}

/* Two epochs, evaluated twice each: errors 90, 40, 20, 25, 10. */
static void make_curve(struct results *r)
{
    static const double error[] = {90, 40, 20, 25, 10}, seconds[] = {NAN, 3, 5, 8, 10};
    struct trial_result *result = &add_trial(r, 7, "batch=2", 0)->result;

    trial_result_clear(result);
    trial_result_init(result, 4, 2);
    result->steps = 60;
    memcpy(result->curve[METRIC_test_error], error, sizeof error);
    memcpy(result->curve[METRIC_train_seconds], seconds, sizeof seconds);
}

static void test_measures_of_a_trial(void **state)
{
    struct results r = {0};
    struct measure to = {.metric = METRIC_test_error, .target = 20};

    (void)state;
    make_curve(&r);
    CLOSE(measure_one(&r, (struct measure){.metric = METRIC_test_error}).value, 10);
    assert_int_equal(measure_one(&r, (struct measure){.metric = METRIC_test_error}).seed, 7);
    CLOSE(
        measure_one(&r, (struct measure){.metric = METRIC_test_error, .how = MEASURE_FIRST}).value,
        90);
    to.how = MEASURE_EPOCHS_TO;
    CLOSE(measure_one(&r, to).value, 1);
    to.how = MEASURE_STEPS_TO;
    CLOSE(measure_one(&r, to).value, 30);
    to.target = 40; /* after half of an epoch of 31 steps */
    r.record[0].result.steps = 62;
    CLOSE(measure_one(&r, to).value, 15);
    CLOSE(measure_one(&r, to).low, 0); /* anywhere since the point before */
    CLOSE(measure_one(&r, to).high, 15);
    to.target = 20;
    to.how = MEASURE_SECONDS_TO;
    CLOSE(measure_one(&r, to).value, 5);
    to.target = 95;
    CLOSE(measure_one(&r, to).value, 0);
    to.target = 9;
    assert_int_equal(measure_one(&r, to).outcome, MEASURE_UNSUCCESSFUL);
    assert_true(isnan(measure_one(&r, to).value));
    to.target = 20;
    r.record[0].result.status = TRIAL_DIVERGED;
    assert_int_equal(measure_one(&r, to).outcome, MEASURE_UNSUCCESSFUL);
    CLOSE(
        measure_one(&r, (struct measure){.metric = METRIC_test_error, .how = MEASURE_FIRST}).value,
        90);
    r.record[0].result.status = TRIAL_REFUSED;
    assert_int_equal(measure_one(&r, to).outcome, MEASURE_REFUSED);
    free_trials(&r);
}

/* A trial of epochs=0: what the net is before training stands at its only point. */
static void test_measures_of_an_untrained_net(void **state)
{
    struct results r = {0};
    struct measure m = {.metric = METRIC_test_error, .target = 95};
    struct trial_result *result = &add_trial(&r, 1, "epochs=0", 0)->result;

    (void)state;
    trial_result_clear(result);
    trial_result_init(result, 0, 1);
    result->steps = 0;
    result->curve[METRIC_test_error][0] = 90;
    CLOSE(measure_one(&r, m).value, 90);
    for (m.how = MEASURE_EPOCHS_TO; m.how <= MEASURE_SECONDS_TO; m.how++)
        CLOSE(measure_one(&r, m).value, 0);
    free_trials(&r);
}

/* "auto" is no rate: it is left out, and does not count as 0, which would be the least rate. */
static void test_words_on_an_axis(void **state)
{
    struct measure m = {.metric = METRIC_test_error, .along = "lr", .tolerance = 5, .target = 50};
    const struct record **record;
    struct measured v[3];
    struct results r = {0};
    int n;

    (void)state;
    add_trial(&r, 1, "lr=auto", 1);
    add_trial(&r, 1, "lr=0.1", 10);
    add_trial(&r, 1, "lr=0.01", 12);
    n = records_in(&r, "", &record);
    m.how = MEASURE_BEST_AT;
    assert_int_equal(measure_seeds(&m, record, n, v), 1);
    CLOSE(v[0].value, 0.1);
    m.how = MEASURE_USABLE_MOST;
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 0.1);
    m.how = MEASURE_USABLE_RANGE;
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 10);
    assert_false(measure_uses(&m, &r.record[0]));
    assert_true(measure_uses(&m, &r.record[1]));
    m.how = MEASURE_BEST; /* asks for no place */
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 1);
    assert_true(measure_uses(&m, &r.record[0]));
    free(record);
    free_trials(&r);
}

/* Rates in no order; of seed 1 the best is at 0.1, usable from 0.01 to 1: 10 is good again, but behind
 * one that failed. Seed 2 diverged everywhere, seed 3 was refused. */
static void test_measures_along_an_axis(void **state)
{
    static const struct {
        int seed;
        const char *config;
        double error;
    } trials[] = {{1, "lr=1", 14},    {1, "lr=0.1", 10},  {1, "lr=0.001", 30},
                  {1, "lr=0.01", 15}, {1, "lr=10", 11},   {1, "lr=3", 80},
                  {2, "lr=1", NAN},   {2, "lr=0.1", NAN}, {3, "lr=1", NAN}};
    struct measure m = {.metric = METRIC_test_error, .along = "lr", .tolerance = 5, .target = 50};
    const struct record **record;
    struct measured v[9];
    struct results r = {0};
    int n;

    (void)state;
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++)
        add_trial(&r, trials[i].seed, trials[i].config, trials[i].error);
    r.record[5].result.status = TRIAL_DIVERGED;
    r.record[6].result.status = r.record[7].result.status = TRIAL_DIVERGED;
    r.record[8].result.status = TRIAL_REFUSED;
    n = records_in(&r, "", &record);
    assert_int_equal(n, 9);
    m.how = MEASURE_BEST_AT;
    assert_int_equal(measure_seeds(&m, record, n, v), 3);
    CLOSE(v[0].value, 0.1);
    CLOSE(v[0].low, 0.01);
    CLOSE(v[0].high, 1);
    m.how = MEASURE_BEST;
    assert_int_equal(measure_seeds(&m, record, n, v), 3);
    CLOSE(v[0].value, 10);
    assert_int_equal(v[0].records, 1);
    assert_int_equal(v[1].outcome, MEASURE_UNSUCCESSFUL);
    assert_int_equal(v[2].outcome, MEASURE_REFUSED);
    m.how = MEASURE_USABLE_MOST;
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 1);
    CLOSE(v[0].low, 1);
    CLOSE(v[0].high, 3); /* which is not usable */
    m.how = MEASURE_USABLE_RANGE;
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 100);
    CLOSE(v[0].high, 3000);
    assert_false(measured_is_bound(&v[0]));
    m.tolerance = 4.5;
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 10);
    m.target = 9; /* the best learned nothing */
    measure_seeds(&m, record, n, v);
    assert_int_equal(v[0].outcome, MEASURE_UNSUCCESSFUL);
    m.target = 50;
    m.tolerance = 100; /* to the last that did not diverge, and down to the first */
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 1000);
    assert_true(measured_is_bound(&v[0]));
    m.how = MEASURE_USABLE_MOST;
    measure_seeds(&m, record, n, v);
    assert_false(measured_is_bound(&v[0]));
    config_set(&r.record[5].config, "lr", "30"); /* 10 is the last but one, and usable */
    r.record[5].result.status = TRIAL_DONE;
    measure_seeds(&m, record, n, v);
    CLOSE(v[0].value, 30);
    assert_true(measured_is_bound(&v[0]));
    /* Two trials of a seed at one place: ambiguous. */
    config_set(&r.record[1].config, "lr", "1");
    measure_seeds(&m, record, n, v);
    assert_int_equal(v[0].records, 2);
    free(record);
    free_trials(&r);
}

/* The README's example: the largest rate within 5 points of the best, whatever the best is. */
static void test_usable_without_a_target(void **state)
{
    const struct measure most = {
        .metric = METRIC_test_error, .how = MEASURE_USABLE_MOST, .along = "lr", .tolerance = 5};
    struct measure m = most;
    const struct record **record;
    struct measured v[1];
    struct results r = {0};

    (void)state;
    add_trial(&r, 1, "lr=0.01", 92);
    add_trial(&r, 1, "lr=0.1", 90);
    add_trial(&r, 1, "lr=1", 94);
    add_trial(&r, 1, "lr=10", 96);
    assert_int_equal(records_in(&r, "", &record), 4);
    assert_int_equal(measure_seeds(&m, record, 4, v), 1);
    assert_int_equal(v[0].outcome, MEASURED);
    CLOSE(v[0].value, 1);
    CLOSE(v[0].high, 10);
    m.how = MEASURE_USABLE_RANGE;
    measure_seeds(&m, record, 4, v);
    assert_int_equal(v[0].outcome, MEASURED);
    CLOSE(v[0].value, 100);
    m.target = 89; /* with a target, the best must reach it */
    measure_seeds(&m, record, 4, v);
    assert_int_equal(v[0].outcome, MEASURE_UNSUCCESSFUL);
    free(record);
    free_trials(&r);
}

/* A finished trial that never measured the metric, as val_error without a validation split, says nothing: it is not
 * lost, which would be evidence. */
static void test_metric_that_was_not_measured(void **state)
{
    struct measure m = {.metric = METRIC_val_error, .along = "lr", .tolerance = 5, .target = 20};
    const struct record **record;
    struct measured v[1];
    struct results r = {0};

    (void)state;
    add_trial(&r, 1, "lr=0.1", 10);
    add_trial(&r, 1, "lr=1", 10);
    assert_int_equal(records_in(&r, "", &record), 2);
    for (m.how = MEASURE_EPOCHS_TO; m.how <= MEASURE_USABLE_RANGE; m.how++) {
        assert_int_equal(measure_seeds(&m, record, 2, v), 1);
        if (v[0].outcome != MEASURED || !isnan(v[0].value) || !isnan(v[0].low))
            fail_msg("how %d: outcome %d, value %g", m.how, v[0].outcome, v[0].value);
    }
    r.record[0].result.curve[METRIC_val_error][1] = 12; /* of one that did, it is known */
    m.how = MEASURE_BEST;
    measure_seeds(&m, record, 2, v);
    CLOSE(v[0].value, 12);
    free(record);
    free_trials(&r);
}

/* Chosen by the validation error, judged by the test error: not the least one. A best at an end of the axis is told. */
static void test_best_by_another_metric(void **state)
{
    static const double test[] = {12, 10, 11}, val[2][3] = {{13, 12, 9}, {13, 9, 12}};
    static const char *const rate[] = {"lr=0.01", "lr=0.1", "lr=1"};
    struct measure m = {.metric = METRIC_test_error,
                        .along = "lr",
                        .how = MEASURE_BEST,
                        .by = METRIC_val_error,
                        .has_by = true};
    const struct record **record;
    struct measured v[2];
    struct results r = {0};
    struct text words = {0};

    (void)state;
    for (int seed = 0; seed < 2; seed++)
        for (int i = 0; i < 3; i++)
            add_trial(&r, seed, rate[i], test[i])->result.curve[METRIC_val_error][1] = val[seed][i];
    assert_int_equal(records_in(&r, "", &record), 6);
    assert_int_equal(measure_seeds(&m, record, 6, v), 2);
    assert_true(v[0].value == 11 && v[0].edge && v[1].value == 10 && !v[1].edge);
    measure_print(&m, &words);
    assert_string_equal(words.s, "test_error at the lr with the least val_error");
    text_clear(&words);
    m.has_by = false;
    measure_seeds(&m, record, 6, v);
    assert_true(v[0].value == 10 && !v[0].edge);
    m.has_by = true;
    r.record[1].result.curve[METRIC_val_error][1] = NAN; /* trained without validation samples */
    measure_seeds(&m, record, 6, v);
    CLOSE(v[0].value, 11);
    assert_int_equal(measure_check(&m, &words), 0);
    m.by = METRIC_grad_norm;
    assert_int_equal(measure_check(&m, &words), -1);
    m.by = METRIC_val_error;
    m.how = MEASURE_FINAL;
    m.along = NULL;
    assert_int_equal(measure_check(&m, &words), -1);
    assert_holds(words.s, "say how: best");
    text_clear(&words);
    free(record);
    free_trials(&r);
}

/* The only trial of a seed is the best of nothing, though it has an error: as if it were not there. */
static void test_best_place_of_one(void **state)
{
    struct measure m = {
        .metric = METRIC_test_error, .along = "lr", .how = MEASURE_BEST_AT, .target = 50};
    const struct record **record;
    struct measured v[1];
    struct results r = {0};

    (void)state;
    add_trial(&r, 1, "lr=0.01", 10);
    assert_int_equal(records_in(&r, "", &record), 1);
    assert_int_equal(measure_seeds(&m, record, 1, v), 0);
    m.how = MEASURE_BEST;
    assert_int_equal(measure_seeds(&m, record, 1, v), 1);
    CLOSE(v[0].value, 10);
    free(record);
    /* Beside a refused one, or refused itself, it is refused. */
    add_trial(&r, 1, "lr=0.1", NAN);
    r.record[1].result.status = TRIAL_REFUSED;
    m.how = MEASURE_BEST_AT;
    for (int from = 0; from < 2; from++) {
        const struct record *some[] = {&r.record[from], &r.record[1]};

        assert_int_equal(measure_seeds(&m, some, 2 - from, v), 1);
        assert_int_equal(v[0].outcome, MEASURE_REFUSED);
    }
    free_trials(&r);
}

/* The interval of a mean of errors ends at 0 and at 100 %, that of gaps goes below 0, one value has none. */
static void test_bounds(void **state)
{
    static const double v[] = {99, 98, 99, 40, 97}, small[] = {0.1, 0.2, 0, 3, 0.1}, one[] = {5};
    struct measure error = {.metric = METRIC_test_error}, gap = {.metric = METRIC_gap},
                   steps = {.metric = METRIC_test_error, .how = MEASURE_STEPS_TO};
    struct interval r = measure_mean(&error, 5, v, NULL), as_is = r;

    (void)state;
    assert_true(r.high > 100 && r.low > 0);
    measure_clip(&error, &r);
    assert_true(r.high == 100 && r.low == as_is.low && r.mean == as_is.mean);
    measure_clip(&steps, &as_is);
    assert_true(as_is.high > 100);
    r = measure_mean(&error, 5, small, NULL);
    assert_true(r.low < 0);
    as_is = r;
    measure_clip(&gap, &as_is);
    assert_true(as_is.low == r.low);
    measure_clip(&steps, &as_is);
    assert_true(as_is.low == 0);
    measure_clip(&error, &r);
    assert_true(r.low == 0);
    r = measure_mean(&error, 1, one, NULL);
    measure_clip(&error, &r);
    assert_true(isnan(r.low) && isnan(r.high));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures_of_a_trial),
        cmocka_unit_test(test_measures_of_an_untrained_net),
        cmocka_unit_test(test_words_on_an_axis),
        cmocka_unit_test(test_measures_along_an_axis),
        cmocka_unit_test(test_usable_without_a_target),
        cmocka_unit_test(test_metric_that_was_not_measured),
        cmocka_unit_test(test_best_place_of_one),
        cmocka_unit_test(test_best_by_another_metric),
        cmocka_unit_test(test_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
