/* judge/compare/compare.h: differences that final values alone do not show, and steps too coarse to test. */
#include "compared.h"
#include "judge/compare/compare.h"
#include "support.h"

static bool are_same(const struct results *a, const struct results *b)
{
    struct comparison c;
    bool same;

    compare_results(&c, a, b);
    same = c.differences.length == 0;
    comparison_clear(&c);
    return same;
}

/* The verdict on the test error of the first cell. */
static enum compare_verdict first_verdict(const struct results *a, const struct results *b)
{
    enum compare_verdict v = COMPARE_VERDICTS;
    struct comparison c;

    compare_results(&c, a, b);
    for (int i = c.metrics - 1; i >= 0; i--)
        if (c.metric[i].metric == METRIC_test_error && c.metric[i].cell == 0)
            v = c.metric[i].verdict;
    comparison_clear(&c);
    return v;
}

/* Each of these is a difference by itself; what a file lacks is none. */
static void test_what_final_values_hide(void **state)
{
    struct results a, b;
    struct trial_result *r, was;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    r = &b.record[3].result;
    was = *r;
    assert_true(are_same(&a, &b));
    r->steps++;
    assert_false(are_same(&a, &b));
    r->steps = NAN;
    assert_true(are_same(&a, &b));
    *r = was;
    a.record[3].result.parameters = 5;
    r->parameters = 6;
    assert_false(are_same(&a, &b));
    r->parameters = 5;
    assert_true(are_same(&a, &b));
    memset(r->data_sha256, 'b', 64);
    assert_true(are_same(&a, &b)); /* A's is not known */
    memset(a.record[3].result.data_sha256, 'a', 64);
    assert_false(are_same(&a, &b));
    memset(r->data_sha256, 'a', 64);
    set_status(&a.record[3], TRIAL_REFUSED, "one reason");
    set_status(&b.record[3], TRIAL_REFUSED, "another");
    assert_false(are_same(&a, &b));
    results_clear(&a);
    results_clear(&b);
}

/* A point of a curve, also where only one has a value; curves that a file left out are no difference, nor
 * are times. */
static void test_points_of_curves(void **state)
{
    struct results a, b;
    struct trial_result *r;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    r = &b.record[7].result;
    r->curve[METRIC_step_ms][0] = 3;
    r->curve[METRIC_step_ms][1] = a.record[7].result.curve[METRIC_step_ms][1];
    assert_true(are_same(&a, &b));
    r->curve[METRIC_gamma_sd][1] = a.record[7].result.curve[METRIC_gamma_sd][1] = 5;
    assert_true(are_same(&a, &b));
    r->curve[METRIC_gamma_sd][0] = 3;
    assert_false(are_same(&a, &b));
    a.record[7].result.curve[METRIC_gamma_sd][0] = 3;
    assert_true(are_same(&a, &b));
    a.record[7].result.curve[METRIC_gamma_sd][0] = nextafter(3, 4);
    assert_false(are_same(&a, &b));
    b.left_out[METRIC_gamma_sd] = true;
    assert_true(are_same(&a, &b));
    b.left_out[METRIC_gamma_sd] = false;
    a.left_out[METRIC_gamma_sd] = true;
    assert_true(are_same(&a, &b));
    a.left_out[METRIC_gamma_sd] = false;
    r->evals_per_epoch = 2; /* its points are of other moments */
    assert_true(are_same(&a, &b));
    results_clear(&a);
    results_clear(&b);
}

static void test_value_lost(void **state)
{
    struct results a, b;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    assert_int_equal(first_verdict(&a, &b), COMPARE_IDENTICAL);
    *error_of(&a, 0, 2) = NAN;
    *error_of(&b, 0, 2) = NAN;
    assert_int_equal(first_verdict(&a, &b), COMPARE_IDENTICAL);
    assert_true(are_same(&a, &b));
    *error_of(&b, 0, 3) = NAN;
    assert_int_equal(first_verdict(&a, &b), COMPARE_IDENTICAL); /* in the other seeds */
    assert_false(are_same(&a, &b));
    b.left_out[METRIC_test_error] = true; /* the final values remain */
    assert_false(are_same(&a, &b));
    results_clear(&a);
    results_clear(&b);
}

/* Errors come in steps of one sample: some seeds that differ by the same step are no evidence. */
static void test_no_scatter(void **state)
{
    struct results a, b;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    for (int i = 0; i < SEEDS; i++) {
        *error_of(&a, 0, i) = i;
        *error_of(&b, 0, i) = i + 0.1; /* but for rounding */
    }
    assert_int_equal(first_verdict(&a, &b), COMPARE_CHANGED);
    for (int lost = 0; lost < 3; lost++) {
        *error_of(&a, 0, lost) = *error_of(&b, 0, lost) = NAN;
        assert_int_equal(first_verdict(&a, &b), COMPARE_UNTESTED);
    }
    for (int i = 0; i < SEEDS; i++) {
        *error_of(&a, 0, i) = 1;
        *error_of(&b, 0, i) = i < 3 ? 2 : NAN;
        b.record[i].seed += 100;
    }
    assert_int_equal(first_verdict(&a, &b), COMPARE_NO_PAIRS);
    results_clear(&a);
    results_clear(&b);
}

/* Two runs that differ by their seeds alone: errors in 3 seeds of 100 samples. If 5 % of such pairs of runs give an alarm, more
 * than 9 of 60 do with a probability of 0.1 %. */
static void test_false_alarms(void **state)
{
    int alarms = 0;

    (void)state;
    for (int run = 0; run < 60; run++) {
        struct rng rng = rng_stream((uint64_t)run, "alarms");
        struct comparison c;
        struct results r[2];
        bool any = false;

        for (int k = 0; k < 2; k++) {
            r[k] = (struct results){.experiment = xstrdup("e")};
            for (int i = 0; i < 150; i++) {
                char *config = format_new("cell=%d seed=%d", i / 3, i % 3);
                int wrong = 0;

                for (int s = 0; s < 100; s++)
                    wrong += rng_uniform(&rng) < 0.15;
                add_trial(&r[k], i % 3, config, wrong);
                free(config);
            }
        }
        compare_results(&c, &r[0], &r[1]);
        for (int m = 0; m < METRICS; m++)
            any = any || comparison_verdict(&c, (enum metric)m) == COMPARE_CHANGED;
        alarms += any;
        comparison_clear(&c);
        results_clear(&r[0]);
        results_clear(&r[1]);
    }
    assert_in_range(alarms, 0, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_final_values_hide),
        cmocka_unit_test(test_points_of_curves),
        cmocka_unit_test(test_value_lost),
        cmocka_unit_test(test_no_scatter),
        cmocka_unit_test(test_false_alarms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
