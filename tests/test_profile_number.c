/* store/profile_number.h and judge/measure.h: numbers of profiles against values worked out by hand; their words. */
#include "claims.h"
#include "profiles.h"
#include "store/profile_number.h"

/* A column whose values are compared by difference, one by ratio, and one of which less is better. */
static const struct profile_column plain = {"pre_mean", "sd",  "help", -INFINITY,
                                            INFINITY,   false, false};
static const struct profile_column ratio = {"pre_sd", "1", "help", 0, INFINITY, false, true};
static const struct profile_column lesser = {"pre_mean", "%", "help", 0, 100, true, false};

/* Five layers, the first without a value of pre_mean and pre_sd; two points, at steps 0 and 10. In the first pre_mean is
 * 1, 5, 3, 7 and pre_sd 2, 4, 8, 16; in the second all are ten times as large. */
static void fill(struct trial_result *r)
{
    static const double mean[] = {NAN, 1, 5, 3, 7}, sd[] = {NAN, 2, 4, 8, 16};
    struct profile *p;

    add_points(r, 2);
    p = add_profile(r, "moments", "conv2d1 conv2d2 dense1 dense2 dense3");
    for (int point = 0; point < 2; point++)
        for (int i = 0; i < 5; i++) {
            *profile_at(p, point, i, profile_column(p, "pre_mean")) = mean[i] * (point ? 10 : 1);
            *profile_at(p, point, i, profile_column(p, "pre_sd")) = sd[i] * (point ? 10 : 1);
            *profile_at(p, point, i, profile_column(p, "post_sd")) = 1;
        }
}

static struct profile_number number(const struct profile_column *column, const char *layers,
                                    const char *point)
{
    struct profile_number n = {.probe = "moments", .column = column};
    struct text why = {0};

    assert_int_equal(profile_number_layers(&n, layers, &why), 0);
    assert_int_equal(profile_number_point(&n, point, &why), 0);
    return n;
}

static double value(const struct profile_column *column, const char *layers, const char *point)
{
    struct profile_number n = number(column, layers, point);
    struct trial_result r;
    double v;

    trial_result_init(&r, 1, 1);
    fill(&r);
    v = profile_number_value(&n, &r);
    trial_result_clear(&r);
    return v;
}

static void test_over_layers(void **state)
{
    (void)state;
    CLOSE(value(&plain, "mean", "first"), 4);
    CLOSE(value(&plain, "first", "first"), 1);
    CLOSE(value(&plain, "last", "first"), 7);
    CLOSE(value(&plain, "max", "first"), 7);
    CLOSE(value(&plain, "min", "first"), 1);
    CLOSE(value(&plain, "dense1", "first"), 5);
    assert_true(isnan(value(&plain, "dense7", "first")));
    assert_true(isnan(value(&plain, "conv2d1", "first")));
    /* x - mean x: -1.5 -0.5 0.5 1.5; 1, 5, 3, 7: (-1.5 - 2.5 + 1.5 + 10.5) / 5 */
    CLOSE(value(&plain, "slope", "first"), 1.6);
    CLOSE(value(&ratio, "mean", "first"), sqrt(32));
    CLOSE(value(&ratio, "max", "first"), 16);
    CLOSE(value(&ratio, "log_slope", "first"), log(2));
    CLOSE(value(&ratio, "rate", "first"), 2);
    CLOSE(value(&ratio, "backward_rate", "first"), 0.5);
}

static void test_ranges(void **state)
{
    (void)state;
    CLOSE(value(&plain, "mean 1..-1", "first"), 4);
    CLOSE(value(&plain, "mean 2..-2", "first"), 4);
    CLOSE(value(&plain, "mean 2..4", "first"), 5);
    CLOSE(value(&plain, "mean -2..-1", "first"), 5);
    CLOSE(value(&plain, "max 1..-2", "first"), 5);
    CLOSE(value(&plain, "min 2..9", "first"), 3);
    CLOSE(value(&plain, "slope 2..3", "first"), -2);
    CLOSE(value(&ratio, "mean -1..-1", "first"), 16);
    assert_true(isnan(value(&plain, "mean 3..-3", "first"))); /* behind which nothing is left */
    assert_true(isnan(value(&plain, "slope 2..2", "first")));
    assert_true(isnan(value(&plain, "mean 5..9", "first")));
}

/* The slope is over the layers' numbers: a layer without a value leaves a gap. */
static void test_gap(void **state)
{
    struct profile_number n = number(&ratio, "rate", "first");
    struct trial_result r;
    struct profile *p;

    (void)state;
    trial_result_init(&r, 1, 1);
    fill(&r);
    p = &r.profiles.item[0];
    for (int i = 1; i < 5; i++)
        *profile_at(p, 0, i, profile_column(p, "pre_sd")) = i == 1 ? 3 : i == 4 ? 24 : NAN;
    CLOSE(profile_number_value(&n, &r), 2);
    *profile_at(p, 0, 2, profile_column(p, "pre_sd")) = 0; /* has no logarithm */
    assert_true(isnan(profile_number_value(&n, &r)));
    trial_result_clear(&r);
}

static void test_points(void **state)
{
    (void)state;
    CLOSE(value(&plain, "mean", "last"), 40);
    CLOSE(value(&plain, "mean", "step 10"), 40);
    CLOSE(value(&plain, "mean", "step 0"), 4);
    CLOSE(value(&plain, "mean", "epoch 0.25"), 40);
    assert_true(isnan(value(&plain, "mean", "step 5")));
    assert_true(isnan(value(&plain, "mean", "epoch 1")));
}

static void assert_words_refused(const char *layers, const char *point, const char *what)
{
    struct profile_number n = {.probe = "moments", .column = &plain};
    struct text why = {0};
    int bad =
        layers ? profile_number_layers(&n, layers, &why) : profile_number_point(&n, point, &why);

    assert_int_equal(bad, -1);
    if (!strstr(text_str(&why), what))
        fail_msg("'%s' should have '%s'", text_str(&why), what);
    text_clear(&why);
}

static void test_refused_words(void **state)
{
    (void)state;
    assert_words_refused("maen", NULL, "did you mean 'mean'?");
    assert_words_refused("everything", NULL, "should be mean, first");
    assert_words_refused("", NULL, "should be");
    assert_words_refused("first 1..2", NULL, "a range");
    assert_words_refused("mean 1", NULL, "a range");
    assert_words_refused("mean 0..2", NULL, "a range");
    assert_words_refused("mean 3..2", NULL, "a range");
    assert_words_refused("mean -1..-2", NULL, "a range");
    assert_words_refused("mean 1..2x", NULL, "a range");
    assert_words_refused("mean -2..2", NULL, "a range");
    assert_words_refused("mean -99999999999999999999..-1", NULL, "a range");
    assert_words_refused("mean 1..99999999999999999999", NULL, "a range");
    assert_words_refused(NULL, "lastly", "should be last, first, step N or epoch N");
    assert_words_refused(NULL, "step", "should be");
    assert_words_refused(NULL, "step ten", "should be");
}

static void assert_print(const struct profile_number *n, const char *want)
{
    struct text out = {0};

    profile_number_print(n, &out);
    assert_string_equal(text_str(&out), want);
    text_clear(&out);
}

static void test_words(void **state)
{
    struct profile_number n = number(&ratio, "rate 3..-3", "step 10");

    (void)state;
    assert_print(&n, "growth of moments.pre_sd per layer (layers 3 to -3) at step 10");
    n = number(&ratio, "backward_rate", "first");
    assert_print(&n, "backward growth of moments.pre_sd per layer before training");
    n = number(&plain, "mean", "last");
    assert_print(&n, "mean of moments.pre_mean over the layers");
    n = number(&plain, "last", "epoch 2");
    assert_print(&n, "moments.pre_mean of the last layer at epoch 2");
    n = number(&plain, "dense3", "last");
    assert_print(&n, "moments.pre_mean of dense3");
    n = number(&plain, "mean", "last");
    n.probe = "landscape"; /* which has one layer */
    assert_print(&n, "landscape.pre_mean");
}

static void test_info(void **state)
{
    struct profile_number n = number(&lesser, "mean", "last");

    (void)state;
    assert_string_equal(profile_number_info(&n).unit, "%");
    assert_true(profile_number_info(&n).less_is_better);
    assert_true(profile_number_info(&n).most == 100);
    assert_false(profile_number_is_ratio(&n));
    n = number(&lesser, "slope", "last");
    assert_false(profile_number_info(&n).less_is_better);
    assert_true(profile_number_info(&n).most == INFINITY);
    assert_string_equal(profile_number_info(&n).unit, "per layer");
    n = number(&ratio, "log_slope", "last");
    assert_false(profile_number_is_ratio(&n));
    n = number(&ratio, "mean", "last");
    assert_true(profile_number_is_ratio(&n));
    n = number(&plain, "rate", "last");
    assert_true(profile_number_is_ratio(&n));
    assert_true(profile_number_info(&n).least == 0);
}

/* ---- measures ---- */

/* A trial whose pre_mean is v in both layers at step 0 and 2 v at step 10, and whose pre_sd is factor times as large in the
 * second layer. */
static struct record *add_one(struct results *r, int64_t seed, const char *config, double v,
                              double factor)
{
    struct record *record = add_trial(r, seed, config, 0);
    struct profile *p;

    add_points(&record->result, 2);
    p = add_profile(&record->result, "moments", "dense1 dense2");
    for (int point = 0; point < 2; point++)
        for (int layer = 0; layer < 2; layer++) {
            *profile_at(p, point, layer, profile_column(p, "pre_mean")) = v * (point + 1);
            *profile_at(p, point, layer, profile_column(p, "pre_sd")) = layer ? factor : 1;
        }
    return record;
}

static void test_outcomes(void **state)
{
    struct measure last = {.profile = number(&plain, "mean", "last")},
                   first = {.profile = number(&plain, "mean", "first")};
    struct results r = {0};
    struct record *record = add_one(&r, 7, "batch=2", 3, 1);

    (void)state;
    CLOSE(measure_record(&last, record).value, 6);
    CLOSE(measure_record(&last, record).low, 6);
    record->result.status = TRIAL_DIVERGED;
    CLOSE(measure_record(&first, record).value, 3);
    assert_int_equal(measure_record(&first, record).outcome, MEASURED);
    assert_int_equal(measure_record(&last, record).outcome, MEASURE_UNSUCCESSFUL);
    assert_true(isnan(measure_record(&last, record).value));
    last.profile = number(&plain, "mean", "step 10");
    CLOSE(measure_record(&last, record).value, 6); /* it got that far */
    for (int i = 0; i < 2; i++)
        *profile_at(&record->result.profiles.item[0], 1, i, 0) = NAN;
    assert_int_equal(measure_record(&last, record).outcome, MEASURE_UNSUCCESSFUL);
    record->result.status = TRIAL_REFUSED;
    assert_int_equal(measure_record(&first, record).outcome, MEASURE_REFUSED);
    record->result.status = TRIAL_DONE;
    profiles_clear(&record->result.profiles);
    assert_int_equal(measure_record(&first, record).outcome, MEASURED);
    assert_true(isnan(measure_record(&first, record).value));
    free_trials(&r);
}

/* Differences of the seeds 1, 1.2, ..., and ratios 2, of the second to the first cell. */
static void test_claims(void **state)
{
    struct claim c = more, growth = more;
    struct judgement j;
    char *text;
    struct results r = {0};

    (void)state;
    for (int i = 0; i < 5; i++) {
        add_one(&r, i, "batch=2", 10 + i + 0.2 * i, 3 * exp(0.01 * i));
        add_one(&r, i, "batch=32", 9 + i, 1.5);
    }
    c.of.profile = number(&plain, "mean", "first");
    c.margin = 0.9;
    j = judged(&c, &r);
    assert_int_equal(j.verdict, SUPPORTED);
    CLOSE(j.paired.difference.mean, 1.4);
    growth.of.profile = number(&ratio, "rate", "last");
    growth.ratio = true;
    growth.margin = 1.9;
    j = judged(&growth, &r);
    assert_int_equal(j.verdict, SUPPORTED);
    CLOSE(exp(j.paired.difference.mean), 2 * exp(0.02));
    growth.kind = CLAIM_SAME; /* a constant: 3 exp(0.02) is within 5 % of 3.1, and not within 1 % */
    growth.b = NULL;
    growth.value = 3.1;
    growth.margin = 1.05;
    assert_int_equal(judged(&growth, &r).verdict, SUPPORTED);
    growth.margin = 1.001;
    growth.value = 3.3;
    assert_int_equal(judged(&growth, &r).verdict, REFUTED);
    for (int i = 0; i < r.records; i++)
        profiles_clear(&r.record[i].result.profiles);
    text = words(&c, &r);
    assert_non_null(
        strstr(text, "needs trials of a seed with probe=moments in batch=2 and in batch=32"));
    free(text);
    free_trials(&r);
}

/* Along an axis: the least value, of a column of which less is better. */
static void test_along(void **state)
{
    struct measure m = {
        .profile = number(&lesser, "mean", "last"), .how = MEASURE_BEST, .along = "lr"};
    const struct record **record;
    struct measured v[1];
    struct results r = {0};
    struct text why = {0};
    int count;

    (void)state;
    add_one(&r, 1, "lr=0.1", 8, 1);
    add_one(&r, 1, "lr=0.2", 5, 1);
    add_one(&r, 1, "lr=0.4", 6, 1)->result.status = TRIAL_DIVERGED;
    count = records_in(&r, "", &record);
    assert_int_equal(measure_check(&m, &why), 0);
    assert_int_equal(measure_seeds(&m, record, count, v), 1);
    CLOSE(v[0].value, 10);
    m.how = MEASURE_BEST_AT;
    measure_seeds(&m, record, count, v);
    CLOSE(v[0].value, 0.2);
    m.profile = number(&plain, "mean", "last"); /* of which less is not better */
    assert_int_equal(measure_check(&m, &why), -1);
    text_clear(&why);
    m = (struct measure){
        .profile = number(&lesser, "mean", "last"), .how = MEASURE_STEPS_TO, .target = 3};
    assert_int_equal(measure_check(&m, &why), -1);
    assert_non_null(strstr(text_str(&why), "column of a probe"));
    text_clear(&why);
    free(record);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_over_layers),   cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_gap),           cmocka_unit_test(test_points),
        cmocka_unit_test(test_refused_words), cmocka_unit_test(test_words),
        cmocka_unit_test(test_info),          cmocka_unit_test(test_outcomes),
        cmocka_unit_test(test_claims),        cmocka_unit_test(test_along),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
