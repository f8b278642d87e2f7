/* Trials that stop between any two steps and go on from their state in another session: their results are those of
 * trials that nothing stopped, bit for bit but for times. The steps are random: the test prints their seed, and
 * NORMLAB_TEST_SEED=N draws those of seed N again. */
#include "base/formats/transfer.h"
#include "base/system/clock.h"
#include "profiles.h"
#include "train/probes/probe.h"
#include <string.h>
#include <time.h>
#include <unistd.h>

static uint64_t seed;

static void parse(struct config *c, const char *keys)
{
    assert_int_equal(config_parse(c, keys), 0);
}

static char *config_text(const struct config *c)
{
    struct text t = {0};

    config_print(c, &t);
    return t.s;
}

/* A keeper whose state is a text in memory, and who stops a trial after `steps` steps of a session. */
struct memory {
    struct text state;
    int steps;           /* until the stop; -1: it never stops */
    bool anew;           /* load() fails midway */
    int points;          /* calls of the watch since the session began */
    useconds_t pause_us; /* time that it waits before it stops a trial */
    bool keeps;          /* the state of the end is saved, too */
};

static void put(void *context, const void *data, size_t size_bytes)
{
    text_addn(context, data, size_bytes);
}

static int load(void *context, struct run *run, const char *data_sha256)
{
    struct memory *m = context;
    struct transfer t = {.from = m->state.s, .left = m->state.length - (m->anew ? 100 : 0)};

    assert_int_equal(strlen(data_sha256), 64);
    if (m->state.length == 0)
        return 0;
    trial_transfer(run, &t);
    assert_true(t.failed == m->anew && (t.failed || t.left == 0));
    return m->anew ? -1 : 1;
}

static void save(void *context, struct run *run, const char *data_sha256)
{
    struct memory *m = context;
    struct transfer t = {.put = put, .context = &m->state};

    (void)data_sha256;
    text_clear(&m->state);
    trial_transfer(run, &t);
}

static bool stop(void *context)
{
    struct memory *m = context;

    if (m->steps < 0 || m->steps-- > 0)
        return false;
    usleep(m->pause_us);
    return true;
}

static void watch(void *context, const struct trial_result *r, int point)
{
    struct memory *m = context;

    assert_int_equal(point, m->points++);
    assert_true(r->status != TRIAL_DONE || isfinite(r->curve[METRIC_test_loss][point]));
}

/* A session of a trial. Returns what trial_run_kept() does. */
static int session(const char *keys, struct memory *m, struct trial_result *r)
{
    const struct trial_keeper keeper = {
        .load = load, .save = save, .stop = stop, .context = m, .saves_end = m->keeps};
    struct config c = {0};
    int code;

    parse(&c, keys);
    m->points = 0;
    code = trial_run_kept(&c, r, watch, m, &keeper);
    config_clear(&c);
    return code;
}

static void assert_same(const struct trial_result *got, const struct trial_result *want,
                        const char *what)
{
    assert_int_equal(got->status, want->status);
    assert_string_equal(got->message, want->message);
    assert_int_equal(got->points, want->points);
    assert_true(got->steps == want->steps && got->parameters == want->parameters);
    for (int m = 0; m < METRICS; m++)
        for (int p = 0; p <= want->points; p++) {
            double g = got->curve[m][p], w = want->curve[m][p];

            if (metric_info[m].timing ? isnan(g) != isnan(w) : memcmp(&g, &w, sizeof g))
                fail_msg("%s: %s at point %d is %.17g, not %.17g", what, metric_info[m].name, p, g,
                         w);
        }
    assert_profiles(got, want);
    assert_int_equal(got->mistakes.samples, want->mistakes.samples);
    if (want->mistakes.samples)
        assert_memory_equal(got->mistakes.bit, want->mistakes.bit,
                            mistakes_bytes(want->mistakes.samples));
}

/* ---- every kind of training ---- */

#define IMAGES "data=synthetic-rgb train_count=96 test_count=40 batch=16 "
#define DENSE                                                                                      \
    "data=synthetic train_count=333 test_count=100 fit_count=50 epochs=3 evals_per_epoch=2 "       \
    "batch=32 lr=0.05 net=\"flatten; dense 24; ${norm}; noise; relu; dropout 0.2; dense 16; "      \
    "${norm}; relu; dense 10\" "

static const char *const trainings[] = {
    DENSE
    "norm=\"batchnorm momentum=cma\" optimizer=adam lr=0.001 clip_norm=1 val_fraction=0.1 test_mistakes=1",
    DENSE
    "norm=\"batchnorm ghost=8\" optimizer=rmsprop lr=0.001 schedule=cosine eval_all=1 test_mistakes=1",
    DENSE "norm=batchnorm freeze_norm=2 freeze_affine=1 momentum=0.9 weight_decay=0.01",
    DENSE "norm=batchnorm freeze_norm=3 optimizer=adam lr=0.01",
    DENSE "norm=none threads=2 drop_last=1 momentum=0.5",
    DENSE "norm=batchnorm eval_stats=precise precise_samples=64",
    IMAGES "epochs=2 net=\"resnet depth=8 width=4\" norm=batchnorm momentum=0.9 flip=1 crop=2 "
           "schedule=step step_at=1",
    "data=synthetic-words train_count=96 test_count=64 batch=16 epochs=2 net=\"embedding 6 tokens=${tokens}; lstm 8; "
    "${norm}; dropout 0.3; last; dense ${classes}\" norm=\"batchnorm over=step\" optimizer=adam test_mistakes=1",
    "data=synthetic-series train_count=96 test_count=64 batch=16 epochs=2 optimizer=adam "
    "net=\"transformer width=8 heads=2 ff=16 from=values dropout=0.5\" norm=\"layernorm over=token\" "
    "pad=0.2 warmup_epochs=1",
    DENSE "norm=\"batchrenorm rmax=3 dmax=5\" momentum=0.9 eval_stats=batch",
    DENSE "norm=powernorm optimizer=adam lr=0.01",
    DENSE "norm=iternorm",
    DENSE "norm=\"batchnorm sync=1\" workers=3 optimizer=adam lr=0.01",
    DENSE "norm=batchnorm workers=5 eval_all=1 threads=2",
    IMAGES
    "epochs=2 net=\"conv2d 6 stride=4; ${norm}; relu; conv2d 8 stride=2; ${norm}; relu; flatten; "
    "dense 10\" norm=switchablenorm nesterov=1 schedule=cosine",
    "data=synthetic-series train_count=96 test_count=64 batch=16 epochs=2 optimizer=rmsprop "
    "net=\"gru 6 norm=batchnorm norm_at=x; mean; dense ${classes}\" pad=0.3 eval_stats=own",
    "data=toy-affine loss=mse batch=20 train_count=200 epochs=2 net=\"dense 4; batchnorm; tanh; "
    "dense 1\"",
    /* The squared error is multiplied by about 25 in each step, and so overflows some epochs later. */
    "data=toy-affine loss=mse batch=20 train_count=200 test_count=50 epochs=30 lr=3 momentum=0 "
    "net=\"dense 1\"",
};

static char *all_probes(void)
{
    struct text keys = {0};

    for (int i = 0; probe_name_at(i); i++)
        text_add(&keys, "%s%s", i ? "+" : "probe=", probe_name_at(i));
    return keys.s;
}

/* Sessions of at most `most` steps, until the trial ends. Returns the number of sessions that went on from a state. */
static int run_in_sessions(const char *keys, struct rng *r, int most, struct trial_result *result)
{
    struct memory m = {0};
    int sessions = 0, code;

    do {
        m.steps = (int)rng_below(r, (uint32_t)most);
        code = session(keys, &m, result);
        assert_true(code == 0 || code == TRIAL_STOPPED);
        sessions += code == TRIAL_STOPPED;
    } while (code);
    assert_true(m.points == 0 || m.points >= (result->status == TRIAL_DONE ? result->points : 0));
    text_clear(&m.state);
    return sessions;
}

static void check(const char *keys, struct rng *r, int most)
{
    struct config c = {0};
    struct trial_result whole, parts;
    int stops;

    parse(&c, keys);
    assert_int_equal(trial_run(&c, &whole, NULL, NULL), 0);
    assert_true(whole.status != TRIAL_REFUSED);
    stops = run_in_sessions(keys, r, most, &parts);
    if (stops == 0)
        fail_msg("%s: never stopped", keys);
    assert_same(&parts, &whole, keys);
    trial_result_clear(&whole);
    trial_result_clear(&parts);
    config_clear(&c);
}

static void test_trials_go_on(void **state)
{
    struct rng r = rng_stream(seed, "stops");

    (void)state;
    for (size_t i = 0; i < sizeof trainings / sizeof *trainings; i++)
        check(trainings[i], &r, 9);
}

/* Drift since the point before and since the first needs what the probes keep. */
static void test_probes_go_on(void **state)
{
    static const size_t probed[] = {0, 2, 7};
    char *probes = all_probes();
    struct rng r = rng_stream(seed, "probes");

    (void)state;
    for (size_t i = 0; i < sizeof probed / sizeof *probed; i++) {
        char *keys = format_new("%s %s probe_at=0-1-2-5-7-11 probe_samples=40",
                                trainings[probed[i]], probes);

        check(keys, &r, 5);
        free(keys);
    }
    free(probes);
}

/* A stop before each single step, and also before the first. */
static void test_every_step(void **state)
{
    struct config c = {0};
    struct trial_result whole, parts;
    struct memory m = {0};
    int sessions = 0;

    (void)state;
    parse(&c, trainings[0]);
    assert_int_equal(trial_run(&c, &whole, NULL, NULL), 0);
    for (m.steps = 0; session(trainings[0], &m, &parts) == TRIAL_STOPPED; m.steps = 1)
        sessions++;
    assert_int_equal(sessions, whole.steps);
    assert_same(&parts, &whole, "every step");
    text_clear(&m.state);
    trial_result_clear(&whole);
    trial_result_clear(&parts);
    config_clear(&c);
}

/* The last training really diverges amid an epoch that is not the first. */
static void test_one_diverges(void **state)
{
    struct config c = {0};
    struct trial_result r;

    (void)state;
    parse(&c, trainings[sizeof trainings / sizeof *trainings - 1]);
    assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    if (!(r.steps > 10 && r.steps < 300))
        fail_msg("%s", r.message);
    trial_result_clear(&r);
    config_clear(&c);
}

/* ---- more epochs ---- */

/* Runs the training with one epoch, to its end or up to some step, and then with all from that state. */
static void check_more(const char *keys, int steps)
{
    struct config c = {0};
    struct trial_result whole, first, longer;
    struct memory m = {.steps = steps, .keeps = true};
    char *few;

    parse(&c, keys);
    assert_int_equal(trial_run(&c, &whole, NULL, NULL), 0);
    config_set(&c, "epochs", "1");
    few = config_text(&c);
    assert_int_equal(session(few, &m, &first), steps < 0 ? 0 : TRIAL_STOPPED);
    assert_true(m.state.length > 0);
    m.steps = -1;
    assert_int_equal(session(keys, &m, &longer), 0);
    assert_same(&longer, &whole, keys);
    if (steps < 0)
        trial_result_clear(&first);
    trial_result_clear(&longer);
    trial_result_clear(&whole);
    text_clear(&m.state);
    config_clear(&c);
    free(few);
}

static void test_more_epochs(void **state)
{
    (void)state;
    check_more(trainings[0], -1); /* Adam, cumulative statistics */
    check_more(trainings[2], 5);  /* frozen from the second epoch on */
    check_more(trainings[6], -1); /* a rate that falls after the first epoch */
    check_more(trainings[7], -1); /* sequences */
}

/* A state of the end: nothing is trained or evaluated any more, and the result has the mistakes. */
static void test_from_the_end(void **state)
{
    struct trial_result whole, again;
    struct memory m = {.steps = -1, .keeps = true};

    (void)state;
    assert_int_equal(session(trainings[0], &m, &whole), 0);
    assert_int_equal(session(trainings[0], &m, &again), 0);
    assert_true(whole.mistakes.samples == 100 && mistakes_count(&whole.mistakes) > 0);
    assert_same(&again, &whole, "from the end");
    trial_result_clear(&whole);
    trial_result_clear(&again);
    text_clear(&m.state);
}

/* Of all trainings, those with the cosine schedule depend on the number of epochs. */
static void test_bound_to_epochs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof trainings / sizeof *trainings; i++) {
        struct config c = {0}, complete = {0};
        struct text why = {0};

        parse(&c, trainings[i]);
        assert_int_equal(trial_complete(&c, &complete, &why), 0);
        assert_true((trial_bound_to_epochs(&complete) != NULL) ==
                    (strstr(trainings[i], "schedule=cosine") != NULL));
        config_clear(&complete);
        config_clear(&c);
    }
}

/* ---- in between ---- */

/* A state that ends too early: the trial starts anew, and nothing of the state is left. */
static void test_half_a_state(void **state)
{
    char *probes = all_probes(), *keys = format_new("%s %s", trainings[0], probes);
    struct config c = {0};
    struct trial_result whole, anew;
    struct memory m = {.steps = 20};

    (void)state;
    parse(&c, keys);
    assert_int_equal(trial_run(&c, &whole, NULL, NULL), 0);
    assert_int_equal(session(keys, &m, &anew), TRIAL_STOPPED);
    m.anew = true;
    m.steps = -1;
    assert_int_equal(session(keys, &m, &anew), 0);
    assert_same(&anew, &whole, "anew");
    text_clear(&m.state);
    trial_result_clear(&whole);
    trial_result_clear(&anew);
    config_clear(&c);
    free(probes);
    free(keys);
}

/* States at intervals change nothing either, and times add up. */
static void test_times(void **state)
{
    const char *keys = DENSE "norm=batchnorm checkpoint=1e-9";
    struct memory m = {.steps = -1};
    struct trial_result whole, r;
    double from;

    (void)state;
    assert_int_equal(session(keys, &m, &whole), 0);
    /* The clock that intervals are measured by ticks so slowly that a whole training may pass between two ticks. */
    for (int tries = 0; m.state.length == 0; tries++) {
        assert_true(tries < 100);
        trial_result_clear(&whole);
        assert_int_equal(session(keys, &m, &whole), 0);
    }
    text_clear(&m.state);
    m.steps = 30;
    m.pause_us = 200000;
    assert_int_equal(session(keys, &m, &r), TRIAL_STOPPED);
    m.steps = -1;
    from = clock_seconds();
    assert_int_equal(session(keys, &m, &r), 0);
    assert_same(&r, &whole, "intervals");
    for (int p = 1; p <= r.points; p++)
        assert_true(r.curve[METRIC_train_seconds][p] > r.curve[METRIC_train_seconds][p - 1]);
    assert_true(r.seconds > clock_seconds() - from); /* the time of both sessions */
    assert_true(r.curve[METRIC_train_seconds][r.points] < r.seconds);
    assert_true(r.peak_bytes > 0);
    text_clear(&m.state);
    trial_result_clear(&whole);
    trial_result_clear(&r);
}

int main(void)
{
    const char *given = getenv("NORMLAB_TEST_SEED");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trials_go_on), cmocka_unit_test(test_probes_go_on),
        cmocka_unit_test(test_every_step),   cmocka_unit_test(test_one_diverges),
        cmocka_unit_test(test_half_a_state), cmocka_unit_test(test_times),
        cmocka_unit_test(test_more_epochs),  cmocka_unit_test(test_bound_to_epochs),
        cmocka_unit_test(test_from_the_end),
    };

    seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
    print_message("NORMLAB_TEST_SEED=%llu draws the same steps\n", (unsigned long long)seed);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
