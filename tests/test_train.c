/* Training: schedules, whole trials, their configurations. */
#include "support.h"

#include "base/text.h"
#include "optimizers/schedule.h"
#include "train/keys.h"
#include "train/sequences.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void run(const char *config_text, struct trial_result *r)
{
    struct config c = {0};

    assert_int_equal(config_parse(&c, config_text), 0);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    config_clear(&c);
}

static void test_schedules(void **state)
{
    struct schedule constant = {.kind = CONSTANT, .warmup_epochs = 2, .epochs = 10};
    struct schedule cosine = {.kind = COSINE, .warmup_epochs = 2, .epochs = 10};
    struct schedule step = {.kind = STEP, .step_factor = 0.1, .epochs = 10};
    struct text why = {0};

    (void)state;
    assert_int_equal(schedule_parse_steps(&step, "3-6.5", &why), 0);
    assert_true(schedule_factor(&constant, 0, 5) == 0.1);
    assert_true(schedule_factor(&constant, 9, 5) == 1);
    assert_true(schedule_factor(&constant, 49, 5) == 1);
    assert_true(schedule_factor(&cosine, 10, 5) == 1);
    assert_true(fabs(schedule_factor(&cosine, 30, 5) - 0.5) < 1e-12);
    assert_true(schedule_factor(&cosine, 49, 5) < 0.01);
    assert_true(schedule_factor(&step, 14, 5) == 1);
    assert_true(fabs(schedule_factor(&step, 15, 5) - 0.1) < 1e-12);
    assert_true(fabs(schedule_factor(&step, 32, 5) - 0.1) < 1e-12);
    assert_true(fabs(schedule_factor(&step, 33, 5) - 0.01) < 1e-12);
    assert_int_equal(schedule_parse_steps(&step, "3-", &why), -1);
    assert_int_equal(schedule_parse_steps(&step, "a", &why), -1);
    assert_int_equal(schedule_parse_steps(&step, "0", &why), -1);
    text_clear(&why);
}

#define SMALL "data=synthetic train_count=300 test_count=100 epochs=3 batch=32 "

static void assert_same_curves(const struct trial_result *a, const struct trial_result *b,
                               bool same)
{
    bool equal = true;

    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing)
            equal = equal &&
                    memcmp(a->curve[m], b->curve[m], (size_t)(a->points + 1) * sizeof(double)) == 0;
    assert_int_equal(equal, same);
}

static void test_trial_is_deterministic(void **state)
{
    struct trial_result a, b, c;

    (void)state;
    run(SMALL "net=\"lenet act=tanh\" norm=batchnorm flip=1 crop=1 seed=3", &a);
    run(SMALL "net=\"lenet act=tanh\" norm=batchnorm flip=1 crop=1 seed=3", &b);
    run(SMALL "net=\"lenet act=tanh\" norm=batchnorm flip=1 crop=1 seed=4", &c);
    assert_same_curves(&a, &b, true);
    assert_same_curves(&a, &c, false);
    trial_result_clear(&a);
    trial_result_clear(&b);
    trial_result_clear(&c);
}

static void test_trial_learns(void **state)
{
    static const char *const norms[] = {"none", "batchnorm", "layernorm", "groupnorm"};

    (void)state;
    for (int i = 0; i < 4; i++) {
        char *config = format_new(
            "data=synthetic epochs=4 batch=32 lr=0.05 net=\"mlp hidden=32\" norm=%s", norms[i]);
        struct trial_result r;

        run(config, &r);
        assert_int_equal(r.status, TRIAL_DONE);
        assert_true(r.curve[METRIC_test_error][0] > 60);
        assert_true(trial_final(&r, METRIC_test_error) < 15);
        assert_true(trial_final(&r, METRIC_train_loss) < r.curve[METRIC_train_loss][1]);
        assert_true(isnan(r.curve[METRIC_val_error][1]));
        assert_true(r.steps == 4 * 63);
        free(config);
        trial_result_clear(&r);
    }
}

static void test_trial_diverges(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "net=\"mlp hidden=16\" norm=none lr=1e6 optimizer=sgd", &r);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    assert_true(isnan(trial_final(&r, METRIC_test_error)));
    assert_non_null(strstr(r.message, "not finite at step"));
    trial_result_clear(&r);
}

static void test_trial_refuses(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "net=\"mlp hidden=16\" norm=instancenorm", &r);
    assert_int_equal(r.status, TRIAL_REFUSED);
    assert_non_null(strstr(r.message, "norm1"));
    trial_result_clear(&r);
    /* 97 = 3 * 32 + 1: the last batch would hold one sample. */
    run("data=synthetic train_count=97 epochs=1 batch=32 net=\"mlp hidden=16\" norm=batchnorm", &r);
    assert_int_equal(r.status, TRIAL_REFUSED);
    trial_result_clear(&r);
    run("data=synthetic train_count=97 epochs=1 batch=32 net=\"mlp hidden=16\" norm=batchnorm "
        "drop_last=1",
        &r);
    assert_int_equal(r.status, TRIAL_DONE);
    assert_true(r.steps == 3);
    trial_result_clear(&r);
}

static void test_validation_split(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "val_fraction=0.2 net=\"mlp hidden=16\" norm=none", &r);
    assert_true(r.steps == 3 * 8); /* 240 training images */
    assert_true(isfinite(trial_final(&r, METRIC_val_loss)));
    trial_result_clear(&r);
}

/* The linear scaling rule: lr times batch over the reference batch. */
static void test_lr_scaling(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "net=\"mlp hidden=8\" norm=none lr=0.1 lr_ref_batch=128", &r);
    assert_true(fabs(trial_final(&r, METRIC_lr) - 0.025) < 1e-12);
    trial_result_clear(&r);
}

static void test_config_errors(void **state)
{
    static const char *const bad[][2] = {
        {"norm=batchnorm bach=3", "unknown key 'bach'; did you mean 'batch'?"},
        {"net=\"dense 10\" norm=batchnorm", "unknown key 'norm'"},
        {"norm=none batch=0", "batch=0: should be"},
        {"net=mlp", "${norm} has no value"},
        {"norm=none schedule=step", "schedule=step needs step_at"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct config c = {0}, complete = {0};
        struct text why = {0};

        assert_int_equal(config_parse(&c, bad[i][0]), 0);
        assert_int_equal(trial_complete(&c, &complete, &why), -1);
        if (!strstr(text_str(&why), bad[i][1]))
            fail_msg("'%s': '%s' lacks '%s'", bad[i][0], text_str(&why), bad[i][1]);
        config_clear(&c);
        config_clear(&complete);
        text_clear(&why);
    }
}

/* A configuration completed once is complete: the trial's key does not depend on how it was
 * written. */
static void test_completion_is_stable(void **state)
{
    struct config given = {0}, once = {0}, twice = {0}, other = {0}, rewritten = {0};
    struct text a = {0}, b = {0}, c = {0}, why = {0};

    (void)state;
    config_parse(&given, "norm=\"groupnorm groups=4\" lr=0.10 batch=64");
    config_parse(&rewritten, "batch=64 lr=1e-1 norm=\"groupnorm groups=4\" momentum=0.9");
    assert_int_equal(trial_complete(&given, &once, &why), 0);
    assert_int_equal(trial_complete(&once, &twice, &why), 0);
    assert_int_equal(trial_complete(&rewritten, &other, &why), 0);
    config_print(&once, &a);
    config_print(&twice, &b);
    config_print(&other, &c);
    assert_string_equal(text_str(&a), text_str(&b));
    assert_string_equal(text_str(&a), text_str(&c));
    config_clear(&given);
    config_clear(&once);
    config_clear(&twice);
    config_clear(&other);
    config_clear(&rewritten);
    text_clear(&a);
    text_clear(&b);
    text_clear(&c);
    text_clear(&why);
}

/* Opens the trial `text more` and copies the indices of its 40 samples in the training split to pick. */
static void picked(const char *text, const char *more, int32_t *pick)
{
    char *whole = format_new("%s %s", text, more);
    struct config c = {0};
    struct trial_result r;
    struct trial *t;
    struct trial_view view;

    assert_int_equal(config_parse(&c, whole), 0);
    t = trial_open(&c, &r);
    assert_non_null(t);
    view = trial_look(t);
    assert_int_equal(view.train_n, 30);
    for (int i = 0; i < 40; i++)
        pick[i] = view.sequences ? view.sequences->pick[i] : view.pick ? view.pick[i] : i;
    trial_close(t);
    trial_result_clear(&r);
    config_clear(&c);
    free(whole);
}

/* The samples that a trial sees go by data_seed alone: those of the trial's seed are the same for every norm, others for
 * another seed, and no sample is there twice. Without the key they are drawn by the seed. */
static void test_samples_are_drawn_by_data_seed(void **state)
{
    static const char *const trials[] = {
        "data=synthetic net=\"mlp hidden=4\" norm=none train_count=40 val_fraction=0.25 batch=10",
        "data=synthetic-words net=\"embedding 4 tokens=${tokens}; last; dense ${classes}\" train_count=40 "
        "val_fraction=0.25 batch=10"};

    (void)state;
    for (int k = 0; k < 2; k++) {
        int32_t first[40], three[40], normed[40], four[40], own[40], usual[40];
        int same = 0;

        picked(trials[k], "seed=3", usual);
        picked(trials[k], "seed=3 data_seed=first", first);
        picked(trials[k], "seed=3 data_seed=seed", three);
        picked(trials[k],
               k ? "seed=3 data_seed=seed pad=0.5" : "seed=3 data_seed=seed norm=batchnorm lr=1",
               normed);
        picked(trials[k], "seed=4 data_seed=seed", four);
        picked(trials[k], "seed=4 data_seed=3", own);
        assert_memory_equal(three, normed, sizeof three);
        assert_memory_equal(three, own, sizeof three);
        assert_memory_equal(three, usual, sizeof three);
        for (int i = 0; i < 40; i++) {
            assert_int_equal(first[i], i);
            same += three[i] == four[i];
            for (int j = 0; j < i; j++)
                assert_true(three[i] != three[j]);
        }
        assert_true(same < 10);
    }
    assert_false(trial_key_is_hashed("data_seed", "first"));
    assert_true(trial_key_is_hashed("data_seed", "seed"));
}

/* A batch holds the images that were drawn: another draw, other losses from the first step on. */
static void test_drawn_samples_are_trained_on(void **state)
{
    static const char text[] =
        "data=synthetic net=\"mlp hidden=4\" norm=none train_count=40 batch=10 epochs=1 fit_count=40";
    struct trial_result r[3];

    (void)state;
    for (int i = 0; i < 3; i++) {
        static const char *const seed[] = {"first", "7", "8"};
        char *whole = format_new("%s data_seed=%s", text, seed[i]);

        run(whole, &r[i]);
        free(whole);
    }
    for (int i = 0; i < 3; i++) {
        int other = (i + 1) % 3;

        assert_true(r[i].curve[METRIC_train_loss][1] != r[other].curve[METRIC_train_loss][1]);
        assert_true(r[i].curve[METRIC_fit_loss][0] != r[other].curve[METRIC_fit_loss][0]);
        assert_true(r[i].curve[METRIC_test_loss][0] == r[other].curve[METRIC_test_loss][0]);
    }
    for (int i = 0; i < 3; i++)
        trial_result_clear(&r[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_schedules),
        cmocka_unit_test(test_trial_is_deterministic),
        cmocka_unit_test(test_trial_learns),
        cmocka_unit_test(test_trial_diverges),
        cmocka_unit_test(test_trial_refuses),
        cmocka_unit_test(test_validation_split),
        cmocka_unit_test(test_samples_are_drawn_by_data_seed),
        cmocka_unit_test(test_drawn_samples_are_trained_on),
        cmocka_unit_test(test_lr_scaling),
        cmocka_unit_test(test_config_errors),
        cmocka_unit_test(test_completion_is_stable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
