/* Trials with probes: they train as those without, measure at the points that their keys name, and end as others do. */
#include "profiles.h"

#include "base/error.h"
#include "train/probes/probe.h"
#include "train/session.h"
#include <math.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void run(struct trial_result *r, const char *config)
{
    struct config c = {0};

    assert_int_equal(config_parse(&c, config), 0);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    config_clear(&c);
}

/* The keys of all probes: "probe=a+b+c". */
static char *all_probes(void)
{
    struct list names = {0};
    char *joined, *key;

    for (int i = 0; probe_name_at(i); i++)
        list_add(&names, probe_name_at(i));
    joined = list_join(&names, "+");
    key = format_new("probe=%s", joined);
    list_clear(&names);
    free(joined);
    return key;
}

/* Runs a trial with more keys. */
static void run_with(struct trial_result *r, const char *config, const char *more)
{
    char *text = format_new("%s %s", config, more);

    run(r, text);
    free(text);
}

static void assert_same_curves(const struct trial_result *a, const struct trial_result *b,
                               const char *what)
{
    assert_int_equal(a->status, b->status);
    assert_string_equal(a->message, b->message);
    assert_int_equal(a->points, b->points);
    assert_true(a->steps == b->steps);
    for (int m = 0; m < METRICS; m++)
        for (int p = 0; p <= a->points && !metric_info[m].timing; p++)
            if (!same(a->curve[m][p], b->curve[m][p]))
                fail_msg("%s: %s at point %d is %.17g, not %.17g", what, metric_info[m].name, p,
                         a->curve[m][p], b->curve[m][p]);
}

#define DENSE                                                                                      \
    "data=synthetic train_count=333 test_count=100 fit_count=50 epochs=2 evals_per_epoch=2 "       \
    "batch=32 lr=0.05 schedule=cosine clip_norm=1 net=\"flatten; dense 24; ${norm}; noise; relu; " \
    "dropout 0.2; dense 16; ${norm}; relu; dense 10\" "

static const char *const trainings[] = {
    DENSE "norm=batchnorm",
    DENSE "norm=\"batchnorm ghost=8\" optimizer=adam",
    DENSE "norm=none threads=2",
    "data=synthetic-rgb train_count=96 test_count=64 batch=16 epochs=2 flip=1 crop=2 "
    "norm=batchnorm net=\"conv2d 8 k=3; ${norm}; relu; residual { conv2d 8 k=3; ${norm}; relu; "
    "conv2d 8 k=3; ${norm} }; relu; maxpool 2; flatten; dense 10\"",
    "data=synthetic-words train_count=64 test_count=64 batch=16 epochs=1 net=\"recurrent units=8 "
    "embedding=4\" norm=\"layernorm over=token\"",
    "data=synthetic-series train_count=64 test_count=64 batch=16 epochs=1 optimizer=adam "
    "net=\"transformer width=8 heads=2 ff=16 from=values dropout=0.5\" norm=\"layernorm over=token\"",
    "data=toy-affine loss=mse batch=20 epochs=1 net=\"dense 4; batchnorm; tanh; dense 1\"",
};

/* To the last bit, with all probes at once, at every step. */
static void test_training_is_the_same(void **state)
{
    char *probes = all_probes();

    (void)state;
    for (size_t i = 0; i < sizeof trainings / sizeof *trainings; i++) {
        char *keys = format_new("%s probe_at=0-1-2-7 probe_samples=40", probes);
        struct trial_result plain, probed;

        run(&plain, trainings[i]);
        run_with(&probed, trainings[i], keys);
        if (plain.status != TRIAL_DONE)
            fail_msg("%s: %s", trainings[i], plain.message);
        assert_same_curves(&plain, &probed, trainings[i]);
        assert_int_equal(plain.profiles.points, 0);
        assert_true(isnan(plain.probe_seconds) && probed.probe_seconds > 0);
        trial_result_clear(&plain);
        trial_result_clear(&probed);
        free(keys);
    }
    free(probes);
}

/* A probe measures the same whichever others measure, and with any number of threads. */
static void test_probes_are_independent(void **state)
{
    char *probes = all_probes(), *threads = format_new("%s threads=2", probes);
    struct trial_result all, parallel;

    (void)state;
    run_with(&all, DENSE "norm=batchnorm", probes);
    run_with(&parallel, DENSE "norm=batchnorm", threads);
    assert_profiles(&parallel, &all);
    for (int i = 0; probe_name_at(i); i++) {
        char *key = format_new("probe=%s", probe_name_at(i));
        struct trial_result one;

        run_with(&one, DENSE "norm=batchnorm", key);
        assert_int_equal(one.profiles.count, 1);
        for (int k = 0; k < all.profiles.points * all.profiles.item[i].layer.count *
                                all.profiles.item[i].columns;
             k++)
            if (!same(one.profiles.item[0].value[k], all.profiles.item[i].value[k]))
                fail_msg("%s: value %d", probe_name_at(i), k);
        trial_result_clear(&one);
        free(key);
    }
    trial_result_clear(&all);
    trial_result_clear(&parallel);
    free(threads);
    free(probes);
}

/* ---- points ---- */

static void assert_steps(const char *keys, int points, const double *step)
{
    struct trial_result r;

    run_with(&r, DENSE "norm=none", keys); /* 11 steps an epoch */
    assert_int_equal(r.profiles.points, points);
    for (int i = 0; i < points; i++) {
        const struct profile *p = &r.profiles.item[0];

        assert_true(r.profiles.step[i] == step[i]);
        assert_true(fabs(r.profiles.epoch[i] - step[i] / 11) < 1e-12);
        for (int layer = 0; layer < p->layer.count; layer++)
            assert_true(isfinite(*profile_at(p, i, layer, 0)));
    }
    trial_result_clear(&r);
}

static void test_points(void **state)
{
    (void)state;
    assert_steps("probe=moments", 5, (double[]){0, 5, 11, 16, 22}); /* as the curves */
    assert_steps("probe=moments probe_every=3", 3, (double[]){0, 16, 22});
    assert_steps("probe=moments probe_at=0-1-10-21-22", 5, (double[]){0, 1, 10, 21, 22});
    assert_steps("probe=moments probe_at=3-22-23-900", 2, (double[]){3, 22});
    assert_steps("probe=moments probe_at=every-7", 5, (double[]){0, 7, 14, 21, 22});
    assert_steps("probe=moments epochs=0", 1, (double[]){0});
    assert_steps("probe=moments epochs=0 probe_at=0-100", 1, (double[]){0});
}

/* The point after a step shows the net after that step: as the one that another trial ends with. */
static void test_what_a_point_shows(void **state)
{
    struct trial_result two, one;

    (void)state;
    run_with(&two, DENSE "norm=batchnorm", "probe=moments epochs=2 schedule=constant");
    run_with(&one, DENSE "norm=batchnorm", "probe=moments epochs=1 schedule=constant");
    for (int layer = 0; layer < 3; layer++)
        for (int c = 0; c < 4; c++)
            assert_true(*profile_at(&two.profiles.item[0], 2, layer, c) ==
                        *profile_at(&one.profiles.item[0], 2, layer, c));
    assert_true(*profile_at(&two.profiles.item[0], 2, 0, 0) !=
                *profile_at(&two.profiles.item[0], 4, 0, 0));
    trial_result_clear(&two);
    trial_result_clear(&one);
}

/* Values have the 24 significant bits of a float. */
static void test_rounding(void **state)
{
    char *probes = all_probes();
    struct trial_result r;

    (void)state;
    run_with(&r, DENSE "norm=batchnorm", probes);
    for (int i = 0; i < r.profiles.count; i++) {
        const struct profile *p = &r.profiles.item[i];

        for (int k = 0; k < r.profiles.points * p->layer.count * p->columns; k++) {
            int exponent;
            double bits = frexp(p->value[k], &exponent) * 0x1p24;

            assert_true(isnan(bits) || isinf(bits) || bits == rint(bits));
        }
    }
    trial_result_clear(&r);
    free(probes);
}

/* ---- the twin ---- */

/* After some steps the twin has the weights and the state of the trial, and in inference its net, which is not fused,
 * computes the same but for rounding. */
static void test_twin(void **state)
{
    struct config c = {0};
    struct trial_result result;
    struct trial *t;
    struct twin w;
    const real *a, *b;
    int outputs = 10;

    (void)state;
    assert_int_equal(config_parse(&c, DENSE "norm=batchnorm probe=moments"), 0);
    t = trial_open(&c, &result);
    assert_int_equal(twin_init(&w, t), 0);
    trial_epoch(t, 1);
    for (int i = 0; i < 5; i++)
        trial_step(t, i);
    assert_memory_not_equal(w.trial.net.state, t->net.state, t->net.state_reals * sizeof(real));
    twin_reset(&w);
    assert_memory_equal(w.trial.net.param, t->net.param, t->net.param_reals * sizeof(real));
    assert_memory_equal(w.trial.net.state, t->net.state, t->net.state_reals * sizeof(real));
    twin_forward(&w, 1, false);
    session_fill(t, &t->train, 32, w.index, false, 0);
    net_forward(&t->net, 32, false, 0);
    a = net_output(&w.trial.net);
    b = net_output(&t->net);
    for (int i = 0; i < 32 * outputs; i++)
        assert_true(fabs(a[i] - b[i]) <= 100 * REAL_EPSILON * (1 + fabs(b[i])));
    twin_clear(&w);
    trial_close(t);
    trial_result_clear(&result);
    config_clear(&c);
}

/* ---- how trials end ---- */

static void test_diverged(void **state)
{
    static const char *const config =
        "data=synthetic train_count=333 test_count=100 epochs=9 lr=1e6 "
        "net=\"flatten; dense 16; dense 16; dense 10\"";
    char *probes = all_probes(), *keys = format_new("%s probe_at=0-1-2-50", probes);
    struct trial_result plain, r;
    const struct profile *p;

    (void)state;
    run(&plain, config);
    run_with(&r, config, keys);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    assert_same_curves(&plain, &r, "diverged");
    assert_int_equal(r.profiles.points, 4);
    p = profiles_find(&r.profiles, "moments");
    assert_true(isfinite(*profile_at(p, 0, 1, 0)));
    for (int layer = 0; layer < 3; layer++)
        assert_true(isnan(*profile_at(p, 3, layer, 0)));
    trial_result_clear(&plain);
    trial_result_clear(&r);
    free(keys);
    free(probes);
}

static void test_refused(void **state)
{
    char *probes = all_probes();
    struct trial_result r;

    (void)state;
    run_with(&r, DENSE "norm=instancenorm", probes);
    assert_int_equal(r.status, TRIAL_REFUSED);
    assert_int_equal(r.profiles.count, 0);
    assert_int_equal(r.profiles.points, 0);
    trial_result_clear(&r);
    free(probes);
}

/* A wrong key is no trial; the message names it. */
static void test_wrong_keys(void **state)
{
    static const struct {
        const char *keys, *what;
    } cases[] = {
        {"probe=momens", "momens"},
        {"probe=moments probe_at=3-2", "probe_at"},
        {"probe=moments probe_at=every-0", "probe_at"},
        {"probe=moments probe_at=1-x", "probe_at"},
        {"probe=moments probe_every=0", "probe_every"},
        {"probe=moments probe_samples=0", "probe_samples"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = format_new(DENSE "norm=none %s", cases[i].keys), *said;
        struct config c = {0};
        struct trial_result r;
        int bad;

        assert_int_equal(config_parse(&c, text), 0);
        capture_stderr();
        bad = trial_run(&c, &r, NULL, NULL);
        said = captured_stderr();
        if (bad != -1 || !strstr(said, cases[i].what))
            fail_msg("%s: returned %d, said '%s'", cases[i].keys, bad, said);
        free(said);
        config_clear(&c);
        free(text);
    }
}

#define WIDE                                                                                       \
    "data=synthetic train_count=16 test_count=10 epochs=0 batch=8 optimizer=adam "                 \
    "net=\"flatten; dense 1500; relu; dense 1500; relu; dense 10\" probe=shift"

/* Runs WIDE in a process that may have so much more memory. Returns its exit code: 0, 7 when trial_run() returned -1, or
 * another when the process ended itself; and what it said. */
static int run_within(double bytes, char **said)
{
    struct config c = {0};
    struct trial_result result;
    int status, r;
    pid_t child;

    capture_stderr();
    child = fork();
    if (child == 0) {
        FILE *f = fopen("/proc/self/statm", "r");
        long pages = 0;

        if (!f || fscanf(f, "%ld", &pages) != 1)
            _exit(8);
        fclose(f);
        bytes += (double)pages * (double)sysconf(_SC_PAGESIZE);
        config_parse(&c, WIDE);
        setrlimit(RLIMIT_AS, &(struct rlimit){(rlim_t)bytes, (rlim_t)bytes});
        r = trial_run(&c, &result, NULL, NULL);
        _exit(r == 0 ? 0 : r == -1 ? 7 : 9);
    }
    assert_true(waitpid(child, &status, 0) == child);
    *said = captured_stderr();
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* A probe that cannot be opened ends the trial after one message, as all that has too little memory. Among all limits of
 * memory some let the trial start but not the optimizer of the probe shift, which has two numbers for each parameter. */
static void test_a_probe_that_cannot_open(void **state)
{
    struct config c = {0};
    struct trial_result result;
    struct trial *t;
    double step, needed;
    bool by_probe = false;
    int code = 7;

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
    skip_because("the sanitizer needs all of the address space");
#endif
    (void)state;
    assert_int_equal(config_parse(&c, WIDE), 0);
    t = trial_open(&c, &result);
    assert_non_null(t);
    needed = 2 * result.parameters * sizeof(real);
    trial_close(t);
    trial_result_clear(&result);
    config_clear(&c);
    step = needed / 3;
    for (int steps = 3; code && steps < 100; steps++) {
        char *said, *amount;

        code = run_within(steps * step, &said);
        amount = strstr(said, "for ");
        if (code) {
            assert_true(code == 7 || code == EXIT_FAILED);
            assert_holds(said, "no memory for");
            assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
        } else {
            assert_string_equal(said, "");
        }
        by_probe |= amount && fabs(strtod(amount + 4, NULL) * 0x1p20 / needed - 1) < 0.01;
        free(said);
    }
    assert_int_equal(code, 0);
    assert_true(by_probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_training_is_the_same),
        cmocka_unit_test(test_probes_are_independent),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_what_a_point_shows),
        cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_twin),
        cmocka_unit_test(test_diverged),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_wrong_keys),
        cmocka_unit_test(test_a_probe_that_cannot_open),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
