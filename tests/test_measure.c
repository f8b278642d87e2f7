/* What a trial measures, and when: evaluations, gradients, gamma and beta, times, regression, distorted tests. */
#include "support.h"

#include "base/arena.h"
#include "base/median.h"
#include "base/rng.h"
#include "base/text.h"
#include "net/net.h"
#include "train/trial.h"
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

static void run(const char *config_text, struct trial_result *r)
{
    struct config c = {0};

    assert_int_equal(config_parse(&c, config_text), 0);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    config_clear(&c);
}

/* A message with `what` in it, and no trial. */
static void assert_refused(const char *config_text, const char *what)
{
    struct config c = {0};
    struct trial_result r;
    char *said;

    assert_int_equal(config_parse(&c, config_text), 0);
    capture_stderr();
    assert_int_equal(trial_run(&c, &r, NULL, NULL), -1);
    said = captured_stderr();
    if (!strstr(said, what))
        fail_msg("'%s': said '%s', not '%s'", config_text, said, what);
    free(said);
    config_clear(&c);
}

static void assert_near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%.9g should be %.9g, to %g", got, want, tolerance);
}

/* ---- evaluations within an epoch ---- */

/* 11 steps an epoch, the last of 13 images. */
#define ELEVEN                                                                                     \
    "data=synthetic train_count=333 test_count=100 epochs=2 batch=32 lr=0.05 schedule=cosine "     \
    "fit_count=50 net=\"mlp hidden=16; dropout 0.1\" norm=batchnorm "

/* Measuring more often changes nothing of what is trained, nor what is measured at an epoch's end. */
static void test_evaluations_do_not_disturb(void **state)
{
    static const enum metric same[] = {METRIC_test_loss,  METRIC_test_error, METRIC_fit_loss,
                                       METRIC_fit_error,  METRIC_gap,        METRIC_lr,
                                       METRIC_grad_ratio, METRIC_gamma_mean, METRIC_beta_sd};
    struct trial_result one, four;

    (void)state;
    run(ELEVEN, &one);
    run(ELEVEN "evals_per_epoch=4", &four);
    assert_true(one.points == 2 && one.evals_per_epoch == 1);
    assert_true(four.points == 8 && four.evals_per_epoch == 4);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        for (int epoch = 0; epoch <= 2; epoch++)
            if (memcmp(&one.curve[same[i]][epoch], &four.curve[same[i]][4 * epoch],
                       sizeof(double)) != 0)
                fail_msg("%s differs in epoch %d", metric_info[same[i]].name, epoch);
    assert_near(trial_epochs_at(&four, 7), 1.75, 0);
    trial_result_clear(&one);
    trial_result_clear(&four);
}

/* Each part against the steps themselves, one by one; part k ends after step floor(11 k / evals_per_epoch). */
static void check_parts(int evals_per_epoch)
{
    char *text = format_new(ELEVEN "evals_per_epoch=%d", evals_per_epoch);
    struct config c = {0};
    struct trial_result r, session;
    struct trial *t;

    run(text, &r);
    assert_int_equal(config_parse(&c, text), 0);
    t = trial_open(&c, &session);
    for (int epoch = 1; epoch <= 2; epoch++) {
        int i = 0;

        trial_epoch(t, epoch);
        for (int part = 1; part <= evals_per_epoch; part++) {
            int point = (epoch - 1) * evals_per_epoch + part, first = i, seen = 0, wrong = 0;
            double loss = 0, norm = 0;
            struct trial_step step = {0};

            for (; i < (int)floor(11.0 * part / evals_per_epoch); i++) {
                step = trial_step(t, i);
                loss += step.loss;
                wrong += step.wrong;
                norm += step.gradient_norm;
                seen += step.n;
            }
            assert_near(r.curve[METRIC_train_loss][point], loss / seen, 1e-12);
            assert_near(r.curve[METRIC_train_error][point], 100.0 * wrong / seen, 1e-12);
            assert_near(r.curve[METRIC_grad_norm][point], norm / (i - first), 1e-12);
            assert_near(r.curve[METRIC_lr][point], step.lr, 0);
        }
        assert_int_equal(i, 11);
    }
    trial_close(t);
    trial_result_clear(&session);
    trial_result_clear(&r);
    config_clear(&c);
    free(text);
}

static void test_parts(void **state)
{
    (void)state;
    check_parts(1);
    check_parts(3);
    check_parts(4);
    check_parts(11);
}

static void test_refused(void **state)
{
    (void)state;
    assert_refused(ELEVEN "evals_per_epoch=12", "evals_per_epoch=12: an epoch has 11 steps");
    assert_refused(ELEVEN "drop_last=1 evals_per_epoch=11", "an epoch has 10 steps");
    assert_refused(ELEVEN "evals_per_epoch=0", "evals_per_epoch=0: should be");
    assert_refused(ELEVEN "epochs=90000 evals_per_epoch=12", "more than 1000000 evaluations");
    assert_refused(ELEVEN "val_fraction=0.5 fit_count=200",
                   "fit_count=200: the training set has 1");
    assert_refused(ELEVEN "loss=mse", "data=synthetic has classes: take loss=softmax");
    assert_refused("data=toy-affine net=none", "data=toy-affine has numbers as its targets");
    assert_refused("data=toy-affine loss=sigmoid net=none", "it takes loss=mse");
    assert_refused("data=toy-affine loss=mse net=\"dense 2\"", "toy-affine has 1 targets");
}

/* ---- a diverged trial ---- */

/* Points before the end stand, later ones are NaN, and the first is told in any case. */
static void test_diverged(void **state)
{
    struct trial_result r;
    struct text deep = {0};
    int last = 0;

    (void)state;
    run("data=synthetic train_count=333 test_count=100 epochs=9 evals_per_epoch=11 lr=1e6 "
        "net=\"flatten; dense 16; dense 16; dense 10\"",
        &r);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    assert_true(isnan(trial_final(&r, METRIC_grad_ratio)));
    assert_true(trial_first(&r, METRIC_grad_ratio) > 0);
    assert_true(trial_first(&r, METRIC_test_error) > 60);
    for (int p = 0; p <= r.points; p++)
        last = isfinite(r.curve[METRIC_train_loss][p]) ? p : last;
    assert_true(last < r.points && isnan(r.curve[METRIC_test_loss][r.points]));
    trial_result_clear(&r);
    text_add(&deep, "data=synthetic train_count=64 init_scale=1e6 net=\"flatten");
    for (int i = 0; i < 60; i++)
        text_add(&deep, "; dense 10"); /* 1e360 is no number even in a double */
    text_add(&deep, "\"");
    run(text_str(&deep), &r);
    text_clear(&deep);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    assert_true(r.steps == 0);
    assert_true(isnan(trial_first(&r, METRIC_grad_ratio)));
    trial_result_clear(&r);
    run(ELEVEN "norm=instancenorm", &r);
    assert_int_equal(r.status, TRIAL_REFUSED);
    assert_true(isnan(trial_first(&r, METRIC_test_error)));
    trial_result_clear(&r);
}

/* ---- regression ---- */

#define FULL_BATCH "batch=2000 momentum=0 lr=0.1 epochs=80 loss=mse "

/* With all samples in the batch gradient descent on gamma and beta has one fixed point: that of least
 * squares on z / sqrt(1 + eps) (toy-affine, z standardized) or x of sd s (toy-identity). */
static void test_norm_learns_scale_and_shift(void **state)
{
    struct trial_result r;

    (void)state;
    run(FULL_BATCH "data=toy-affine net=\"batchnorm affine=both\"", &r);
    assert_int_equal(r.status, TRIAL_DONE);
    assert_near(trial_first(&r, METRIC_gamma_mean), 1, 0);
    assert_near(trial_first(&r, METRIC_beta_mean), 0, 0);
    assert_near(trial_final(&r, METRIC_gamma_mean), 5 * sqrt(1 + 1e-5), 1e-4);
    assert_near(trial_final(&r, METRIC_beta_mean), 2, 1e-4);
    assert_near(trial_final(&r, METRIC_gamma_sd), 0, 0);
    assert_near(trial_final(&r, METRIC_train_loss), 0, 1e-6);
    assert_true(isnan(trial_final(&r, METRIC_test_error)));
    assert_true(isnan(trial_final(&r, METRIC_train_error)));
    trial_result_clear(&r);
    run(FULL_BATCH "data=toy-identity input=unit net=\"batchnorm affine=both eps=1e-12\"", &r);
    assert_near(trial_final(&r, METRIC_gamma_mean), 0.2, 0.01);
    assert_near(trial_final(&r, METRIC_beta_mean), 0.6, 0.01);
    assert_near(trial_final(&r, METRIC_train_loss), 0, 1e-8);
    trial_result_clear(&r);
}

/* One dense layer is A itself, and learns it. Before training its error is that of two independent random matrices: the
 * mean square of 10 products of standard normal numbers for the target, and 2 for a layer with He's weights. */
static void test_linear_rule(void **state)
{
    struct trial_result r;

    (void)state;
    run("data=synthetic-linear train_count=1000 loss=mse batch=1000 epochs=60 momentum=0 lr=4 net=\"flatten; dense 10\"",
        &r);
    assert_near(trial_first(&r, METRIC_test_loss), 12, 4);
    assert_near(trial_final(&r, METRIC_train_loss), 0, 1e-9);
    assert_near(trial_final(&r, METRIC_test_loss), 0, 1e-9);
    trial_result_clear(&r);
}

/* The mean square of 5 z + 2 - z = 4 z + 2 is 20 where z is standardized. */
static void test_nothing_to_train(void **state)
{
    struct trial_result r;

    (void)state;
    run("data=toy-identity input=unit loss=mse epochs=2 net=none fit_count=all", &r);
    assert_int_equal(r.status, TRIAL_DONE);
    assert_near(trial_final(&r, METRIC_train_loss), 0, 1e-12);
    assert_near(trial_final(&r, METRIC_test_loss), 0, 1e-12);
    trial_result_clear(&r);
    run("data=toy-affine loss=mse epochs=2 net=none fit_count=all optimizer=adam", &r);
    assert_near(trial_final(&r, METRIC_train_loss), 20, 1e-4);
    assert_near(trial_final(&r, METRIC_fit_loss), 20, 1e-4);
    assert_true(isnan(trial_final(&r, METRIC_gamma_mean)));
    assert_true(isnan(trial_final(&r, METRIC_beta_sd)));
    assert_true(isnan(trial_first(&r, METRIC_grad_ratio)));
    assert_true(r.parameters == 0);
    trial_result_clear(&r);
}

/* ---- distorted test images ---- */

#define DISTORT                                                                                    \
    "data=synthetic train_count=300 test_count=100 val_fraction=0.2 fit_count=40 epochs=1 "        \
    "batch=40 lr=0.05 "

/* Norms of single images take brightness and contrast away exactly, but for eps; clipped images they would
 * not. Only test images are distorted. */
static void test_distorted_test(void **state)
{
    static const char *const nets[] = {
        "net=\"none; flatten; dense 10\"",
        "net=\"instancenorm affine=none eps=1e-12; flatten; dense 10\"",
        "net=\"layernorm affine=none eps=1e-12; flatten; dense 10\"",
    };

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *plain = format_new(DISTORT "%s", nets[i]), *zero, *bright;
        struct trial_result a, b, c;

        zero = format_new("%s test_contrast=0 test_brightness=0", plain);
        bright = format_new("%s test_contrast=0.8 test_brightness=0.4", plain);
        run(plain, &a);
        run(zero, &b);
        run(bright, &c);
        for (int p = 0; p <= 1; p++) {
            double off = fabs(c.curve[METRIC_test_loss][p] - a.curve[METRIC_test_loss][p]);

            assert_true(a.curve[METRIC_test_loss][p] == b.curve[METRIC_test_loss][p]);
            assert_true(a.curve[METRIC_val_loss][p] == c.curve[METRIC_val_loss][p]);
            assert_true(a.curve[METRIC_fit_loss][p] == c.curve[METRIC_fit_loss][p]);
            assert_true(i == 0 ? off > 0.1 : off < 1e-4);
        }
        trial_result_clear(&a);
        trial_result_clear(&b);
        trial_result_clear(&c);
        free(plain);
        free(zero);
        free(bright);
    }
}

/* ---- times ---- */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void test_median(void **state)
{
    double v[64], sorted[64];
    struct rng r = rng_stream(1, "median");

    (void)state;
    assert_true(isnan(median(v, 0)));
    for (int n = 1; n <= 64; n++)
        for (int kind = 0; kind < 4; kind++) {
            for (int i = 0; i < n; i++)
                v[i] = kind == 0   ? rng_uniform(&r)
                       : kind == 1 ? (double)rng_below(&r, 3)
                       : kind == 2 ? i
                                   : -i;
            memcpy(sorted, v, sizeof v);
            qsort(sorted, (size_t)n, sizeof *sorted, by_value);
            assert_true(median(v, n) == (sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
            qsort(v, (size_t)n, sizeof *v, by_value);
            assert_memory_equal(v, sorted, (size_t)n * sizeof *v); /* the same numbers, moved */
        }
}

/* More steps to a point than are timed, and fewer. */
static void test_times(void **state)
{
    static const enum metric part[] = {METRIC_forward_ms, METRIC_backward_ms, METRIC_update_ms};
    struct trial_result r;

    (void)state;
    for (int batch = 2; batch <= 64; batch *= 32) {
        char *text =
            format_new("data=synthetic train_count=1000 test_count=100 epochs=2 evals_per_epoch=2 "
                       "batch=%d lr=0.01 net=\"mlp hidden=16\" norm=layernorm",
                       batch);

        run(text, &r);
        assert_true(r.curve[METRIC_train_seconds][0] == 0);
        assert_true(isnan(r.curve[METRIC_step_ms][0]) && r.curve[METRIC_inference_ms][0] > 0);
        for (int p = 1; p <= r.points; p++) {
            double step = r.curve[METRIC_step_ms][p];

            assert_true(step > 0 && r.curve[METRIC_inference_ms][p] > 0);
            assert_true(r.curve[METRIC_train_seconds][p] > r.curve[METRIC_train_seconds][p - 1]);
            for (int i = 0; i < 3; i++)
                assert_true(r.curve[part[i]][p] > 0 && r.curve[part[i]][p] <= step);
        }
        assert_true(trial_final(&r, METRIC_train_seconds) < r.seconds);
        trial_result_clear(&r);
        free(text);
    }
}

/* The processor is given to somebody else for five times as long as it works here. */
static void wait_for_others(int signal)
{
    const struct timespec pause = {0, 50000000};

    (void)signal;
    nanosleep(&pause, NULL);
}

/* Seconds of training are those that it takes of the processor: waiting lengthens the trial alone. */
static void test_waiting_does_not_count(void **state)
{
    const struct itimerval every = {{0, 10000}, {0, 10000}}, never = {{0, 0}, {0, 0}};
    struct trial_result r;

    (void)state;
    signal(SIGPROF, wait_for_others);
    setitimer(ITIMER_PROF, &every, NULL);
    run("data=synthetic train_count=2000 test_count=10 epochs=20 batch=32 lr=0.01 "
        "net=\"mlp hidden=64-64\" norm=batchnorm",
        &r);
    setitimer(ITIMER_PROF, &never, NULL);
    signal(SIGPROF, SIG_DFL);
    if (!(trial_final(&r, METRIC_train_seconds) < r.seconds / 2))
        fail_msg("%g s of training in %g s", trial_final(&r, METRIC_train_seconds), r.seconds);
    trial_result_clear(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evaluations_do_not_disturb),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_diverged),
        cmocka_unit_test(test_norm_learns_scale_and_shift),
        cmocka_unit_test(test_linear_rule),
        cmocka_unit_test(test_nothing_to_train),
        cmocka_unit_test(test_distorted_test),
        cmocka_unit_test(test_median),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_waiting_does_not_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
