/*
 * Processes that are killed or asked to stop at random moments: trials and sweeps go on from their checkpoints, and their
 * files are, byte for byte but for times, those of processes that nothing disturbed. The test prints the seed of the moments, and
 * NORMLAB_TEST_SEED=N draws those of seed N again.
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "child.h"
#include "sweeps.h"
#include <signal.h>
#include <unistd.h>

static struct rng moments;

/* In the test's folder. */
static const struct child how = {.out = "out", .err = "err"};

/* Starts normlab with these words, which end with NULL. */
static pid_t start(const char *const *words)
{
    const char *argv[64] = {getenv("NORMLAB")};

    for (int n = 1; *words && n < 63; n++)
        argv[n] = *words++;
    return child_start(&how, argv);
}

/* ---- trials ---- */

/* Writes the trial file again, with the times of `other` and without provenance: its bytes, a new string. */
static char *without_times(const char *name, const struct record *other, size_t *size_bytes)
{
    char *path = test_path(name), *again = test_path("again.h5"), *bytes;
    const struct config nothing = {0};
    struct record r;

    assert_int_equal(store_trial_read(path, &r), 0);
    r.result.seconds = other->result.seconds;
    r.result.peak_bytes = other->result.peak_bytes;
    r.result.probe_seconds = other->result.probe_seconds;
    assert_int_equal(r.result.points, other->result.points);
    for (int m = 0; m < METRICS; m++)
        if (metric_info[m].timing)
            memcpy(r.result.curve[m], other->result.curve[m],
                   ((size_t)r.result.points + 1) * sizeof(double));
    assert_int_equal(store_trial_write(again, "test", 1, &r, &nothing), 0);
    bytes = file_read(again, size_bytes, false);
    record_clear(&r);
    free(path);
    free(again);
    return bytes;
}

static void assert_same_file(const char *got, const char *want, const char *what)
{
    char *path = test_path(want), *a, *b;
    struct record r;
    size_t a_size, b_size;

    assert_int_equal(store_trial_read(path, &r), 0);
    a = without_times(got, &r, &a_size);
    b = without_times(want, &r, &b_size);
    if (a_size != b_size || memcmp(a, b, a_size))
        fail_msg("%s: the files differ", what);
    record_clear(&r);
    free(a);
    free(b);
    free(path);
}

#define MLP                                                                                        \
    "data=synthetic", "train_count=2000", "test_count=500", "net=mlp hidden=128-128", "lr=0.01"

enum { MOST_WORDS = 20 };
static const char *const trials[][MOST_WORDS] = {
    {MLP, "epochs=12", "norm=batchnorm momentum=cma", "optimizer=adam"},
    {MLP, "epochs=12", "norm=batchnorm", "freeze_norm=3", "freeze_affine=1"},
    {MLP, "epochs=6", "norm=batchnorm", "probe=moments+gradients", "probe_at=every-25"},
    {"data=synthetic-rgb", "train_count=256", "test_count=64", "net=resnet depth=8 width=8",
     "norm=batchnorm", "epochs=2", "flip=1", "crop=2"},
    {"data=synthetic-words", "batch=16", "epochs=3", "optimizer=adam", "lr=0.001",
     "net=embedding 16 tokens=${tokens}; lstm 32; ${norm}; dropout 0.3; last; dense ${classes}",
     "norm=layernorm"},
    {"data=synthetic-series", "batch=16", "epochs=3", "optimizer=adam", "lr=0.001",
     "net=transformer width=32 heads=2 ff=64 from=values dropout=0.2", "norm=layernorm over=token"},
    {"data=toy-affine", "loss=mse", "batch=1", "epochs=40", "lr=0.9", "momentum=0", "net=dense 1",
     "warmup_epochs=40"},
};
enum { TRIALS = sizeof trials / sizeof *trials };

static pid_t start_trial(int i, const char *file, const char *checkpoint)
{
    const char *words[64] = {"trial", "--file", file, checkpoint};
    int n = 4;

    for (int k = 0; k < MOST_WORDS && trials[i][k]; k++)
        words[n++] = trials[i][k];
    return start(words);
}

/* True when a trial ended with a result; one of them diverges. */
static bool has_ended(int code)
{
    return code == EXIT_DONE || code == EXIT_DIVERGED;
}

/* Kills the trial, by SIGKILL or SIGUSR1, up to so many times, then lets it end. Returns the number of processes that went on from a
 * checkpoint. */
static int kill_trial(int i, const char *file, double whole_s, int kills)
{
    int code, went_on = 0;

    do {
        int signal = rng_below(&moments, 2) ? SIGKILL : SIGUSR1;
        double wait = rng_uniform(&moments) * whole_s;
        pid_t pid = start_trial(i, file, "checkpoint=0.0003");

        if (kills-- > 0) {
            sleep_ms(1e3 * wait);
            kill(pid, signal);
        }
        code = child_end(pid);
        /* SIGUSR1 may come before the program knows of it */
        if (!has_ended(code) && code != EXIT_STOPPED && code != CHILD_SIGNAL + SIGKILL &&
            code != CHILD_SIGNAL + SIGUSR1)
            fail_msg("%s %s: exit code %d: %s", trials[i][0], trials[i][3], code,
                     child_printed(&how, "err"));
        if (has_ended(code)) {
            char *out = child_printed(&how, "out");

            went_on += strstr(out, "went on from a checkpoint") != NULL;
            free(out);
        }
    } while (!has_ended(code));
    return went_on;
}

static void test_trials(void **state)
{
    int went_on = 0;

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        double from = clock_seconds();

        assert_true(has_ended(child_end(start_trial(i, "calm.h5", "checkpoint=0"))));
        assert_false(is_there(".", "calm.state"));
        went_on += kill_trial(i, "killed.h5", clock_seconds() - from, 6);
        assert_false(is_there(".", "killed.state"));
        assert_same_file("killed.h5", "calm.h5", trials[i][3]);
        assert_int_equal(run_in_folder(".", "rm -f killed.h5 *.tmp.*", NULL, NULL), 0);
    }
    if (went_on < 2)
        fail_msg("%d of %d trials went on from a checkpoint", went_on, TRIALS);
}

/* Room for the trial's file, but not for its state: a warning, and the same result. */
static void test_full_disk(void **state)
{
    char *err,
        *command =
            format_new("ulimit -f 200; exec \"$NORMLAB\" trial -q %s --file full.h5",
                       "data=synthetic 'net=mlp hidden=512' norm=none epochs=3 checkpoint=1e-6");

    (void)state;
    assert_int_equal(run_in_folder(".", command, NULL, &err), 0);
    assert_holds(err, "normlab: warning: cannot write the checkpoint full.state: File too large; "
                      "the trial goes on");
    assert_ptr_equal(strchr(err, '\n'), err + strlen(err) - 1);
    assert_true(is_there(".", "full.h5") && !is_there(".", "full.state"));
    assert_int_equal(run_in_folder(".", "ls *.tmp.* 2>/dev/null", NULL, NULL), 2);
    free(err);
    free(command);
}

/* ---- sweeps ---- */

#define SWEEP                                                                                      \
    "run", "batch_size", "--preset", "smoke", "panel=mlp", "norm=batchnorm", "batch=4,32",         \
        "epochs=8", "train_count=2000", "--seeds", "0-1", "--no-plot", "-j2"

static pid_t start_sweep(const char *out, const char *more)
{
    const char *const words[] = {SWEEP, "--out", out, more, NULL};

    return start(words);
}

static double sweep_s; /* what an undisturbed sweep takes */

static void test_calm_sweep(void **state)
{
    double from = clock_seconds();

    (void)state;
    assert_int_equal(child_end(start_sweep("calm", "checkpoint=0")), 0);
    sweep_s = clock_seconds() - from;
    assert_int_equal(count_named("calm", "*.state"), 0);
}

/* Sends signals to the sweep in a new folder `out`, to the run alone or to all its processes, at random moments of the
 * first `share` of its time, until it has ended or `most` signals were sent. Returns how often there was a state
 * afterwards. */
static int disturb(const char *out, const char *checkpoint, const int signals[2], double share,
                   int most)
{
    char *anew = format_new("rm -rf %s", out);
    int states = 0, code = 1;

    run_in_folder(".", anew, NULL, NULL);
    for (int i = 0; i < most && code; i++) {
        pid_t pid = start_sweep(out, checkpoint);
        int sent = signals[rng_below(&moments, 2)];
        char *err;

        sleep_ms(100 + 1e3 * rng_uniform(&moments) * share * sweep_s);
        kill(rng_below(&moments, 2) || sent == SIGKILL ? -pid : pid, sent);
        code = child_end(pid);
        err = child_printed(&how, "err");
        /* A signal that comes before the program knows of it ends it as any program. */
        if (!has_ended(code) && code != EXIT_STOPPED && code != CHILD_SIGNAL + sent)
            fail_msg("exit code %d: %s", code, err);
        if (strstr(err, "stopped in time by signal")) {
            assert_int_equal(code, 75);
            assert_holds(err, "the same command continues from there");
        }
        states += count_named(out, "*.state") > 0;
        assert_true(count_named(out, "*.state") <= (code ? 2 : 0));
        assert_int_equal(count_named(out, "*.failed"), 0);
        free(err);
    }
    free(anew);
    return states;
}

/* Disturbs the sweep until a state was left, then lets it end: the results are those of the calm one. */
static void check_sweep(const char *out, const char *checkpoint, const int signals[2])
{
    double share = 0.5;

    /* The calm sweep may have taken long for other work on the machine, so that signals came too late. */
    for (int tries = 0; disturb(out, checkpoint, signals, share, 6) == 0; tries++, share /= 2)
        assert_true(tries < 5);
    sleep_ms(200); /* orphans die with their parent */
    assert_int_equal(child_end(start_sweep(out, checkpoint)), 0);
    assert_int_equal(count_named(out, "*.state"), 0);
    assert_int_equal(count_named(out, "*.tmp.*"), 0);
    assert_same_sweeps(out, "calm", false);
}

/* The running trials leave a state, whatever their interval. */
static void test_stop_in_time(void **state)
{
    (void)state;
    check_sweep("stopped", "checkpoint=0", (const int[]){SIGUSR1, SIGUSR2});
}

/* While the sweep checks its trials, before any has started. */
static void test_stop_early(void **state)
{
    pid_t pid = start_sweep("early", "checkpoint=0");
    char *err;

    (void)state;
    child_await_handler(pid, SIGUSR1);
    kill(pid, SIGUSR1);
    assert_int_equal(child_end(pid), 75);
    err = child_printed(&how, "err");
    assert_holds(err, "the same command continues from there");
    free(err);
}

static void test_killed_sweep(void **state)
{
    (void)state;
    check_sweep("killed", "checkpoint=0.0003", (const int[]){SIGKILL, SIGKILL});
}

/* What a process left that was killed between the trial's file and the removal of the state. */
static void test_left_over(void **state)
{
    (void)state;
    run_in_folder(".", "cd calm/" SWEEP_FOLDER " && for f in *.h5; do : >${f%.h5}.state; done",
                  NULL, NULL);
    assert_int_equal(count_named("calm", "*.state"), 4);
    assert_int_equal(child_end(start_sweep("calm", "checkpoint=0")), 0);
    assert_int_equal(count_named("calm", "*.state"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trials),     cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_calm_sweep), cmocka_unit_test(test_stop_in_time),
        cmocka_unit_test(test_stop_early), cmocka_unit_test(test_killed_sweep),
        cmocka_unit_test(test_left_over),
    };

    test_folder(); /* empties it, before a child would */
    moments = random_moments("kill");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
