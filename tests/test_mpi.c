/* normlab-mpi: the same workers on any number of processes give the bits that one process gives (test_company.c says what
 * these are); and what happens when a process ends, stands still, or has another trial. */
#include "base/arena.h"
#include "base/system/clock.h"
#include "base/text.h"
#include "child.h"
#include "store/store.h"
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* As many processes as a test asks for, on any machine. */
#define MPIRUN                                                                                     \
    "OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun --oversubscribe --bind-to none"
#define DATA  "data=synthetic train_count=73 test_count=40 seed=2 "
#define SMALL DATA "lr=0.05 "
#define NET                                                                                        \
    "net=\"conv2d 6 stride=4; \\${norm}; relu; dropout 0.2; flatten; dense 12; \\${norm}; tanh; dense 10\" "

static void skip_without_mpi(void)
{
    if (!getenv("NORMLAB_MPI"))
        skip_because("this build has no normlab-mpi: scripts/deps.sh --cluster installs Open MPI");
    if (run_command("command -v mpirun", NULL, NULL))
        skip_because("there is no mpirun: scripts/deps.sh --cluster installs it");
}

/* Runs `program` trial with this configuration; returns its record. */
static struct record run_trial(const char *program, const char *trial)
{
    char *path = test_path("trial.h5"),
         *command = format_new("%s trial %s -q --file '%s'", program, trial, path), *err;
    struct record r;

    unlink(path);
    if (run_command(command, NULL, &err))
        fail_msg("%s: %s", command, err);
    assert_int_equal(store_trial_read(path, &r), 0);
    assert_int_equal(r.result.status, TRIAL_DONE);
    free(err);
    free(command);
    free(path);
    return r;
}

static void assert_same_record(const char *what, const struct record *got,
                               const struct record *want)
{
    size_t points = (size_t)want->result.points + 1;

    assert_int_equal(got->result.points, want->result.points);
    assert_string_equal(got->key, want->key);
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing &&
            memcmp(got->result.curve[m], want->result.curve[m], points * sizeof(double)))
            fail_msg("%s: %s differs", what, metric_info[m].name);
    assert_int_equal(got->result.profiles.count, want->result.profiles.count);
    for (int p = 0; p < want->result.profiles.count; p++) {
        const struct profile *a = &got->result.profiles.item[p],
                             *b = &want->result.profiles.item[p];
        size_t n =
            (size_t)want->result.profiles.points * (size_t)b->layer.count * (size_t)b->columns;

        if (memcmp(a->value, b->value, n * sizeof *a->value))
            fail_msg("%s: the profile %s differs", what, profile_name(b));
    }
}

/* Trains by `ranks` processes as by one without MPI, for each number of processes in the list, which ends with 0. */
static void compare(const char *trial, const int *ranks)
{
    struct record one = run_trial("$NORMLAB", trial);

    for (; *ranks; ranks++) {
        char *program = format_new(MPIRUN " -n %d $NORMLAB_MPI", *ranks);
        struct record more = run_trial(program, trial);
        const char *count = config_get(&more.origin, "ranks");

        assert_same_record(program, &more, &one);
        assert_true(*ranks == 1 ? !count : atoi(count) == *ranks);
        record_clear(&more);
        free(program);
    }
    record_clear(&one);
}

/* Four workers have 3, 3, 3 and 1 samples of a batch of ten, and 3, 0, 0, 0 of the last one. Six processes: two have no
 * worker. */
static void test_same_bits(void **state)
{
    (void)state;
    skip_without_mpi();
    compare(SMALL NET "norm=\"batchnorm sync=1\" workers=4 batch=10 epochs=2",
            (int[]){1, 2, 3, 4, 6, 0});
}

/* Each worker has one value of each channel of the dense layer. */
static void test_one_value_on_each(void **state)
{
    (void)state;
    skip_without_mpi();
    compare(SMALL NET "norm=\"batchnorm sync=1\" workers=8 batch=8 epochs=1 drop_last=1",
            (int[]){2, 8, 0});
}

/* Statistics of each worker, and all that evaluates and looks inside, which each process does by itself. */
static void test_own_statistics(void **state)
{
    (void)state;
    skip_without_mpi();
    compare(
        SMALL NET
        "norm=batchnorm workers=3 batch=12 epochs=1 drop_last=1 eval_stats=precise precise_samples=50 "
        "eval_all=1 fit_count=30 probe=moments+gradients clip_norm=0.5 optimizer=adam",
        (int[]){2, 3, 0});
}

/* Threads within each process, too. */
static void test_threads(void **state)
{
    (void)state;
    skip_without_mpi();
    compare(SMALL NET "norm=\"batchnorm sync=1\" workers=4 batch=48 epochs=1 threads=2",
            (int[]){2, 0});
}

/* Sequences: every worker pads to the longest of the whole batch. */
static void test_sequences(void **state)
{
    (void)state;
    skip_without_mpi();
    compare(
        "data=synthetic-series train_count=60 test_count=30 batch=14 epochs=1 workers=5 "
        "net=\"conv1d 6; batchnorm over=step sync=1 masked=1; gru 5; mean; dense \\${classes}\"",
        (int[]){2, 0});
}

/* ---- processes that fail ---- */

#define LONG SMALL NET "norm=\"batchnorm sync=1\" workers=2 batch=10 epochs=100000 rank_limit=3"

static const struct child how = {.out = "out", .err = "err"};

/* Starts a long trial on two processes. */
static pid_t start_long(void)
{
    const char *const words[] = {
        "sh", "-c",
        "export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1; "
        "exec mpirun --oversubscribe --bind-to none -n 2 $NORMLAB_MPI trial " LONG " 2>&1",
        NULL};

    return child_start(&how, words);
}

static char *printed(void)
{
    return child_printed(&how, "out");
}

/* Waits until the trial has ended its first epoch, which takes some exchanges. */
static void wait_for_epoch(void)
{
    for (int i = 0; i < 600; i++) {
        char *text = printed();
        bool runs = strstr(text, "\n      1  ") != NULL;

        free(text);
        if (runs)
            return;
        sleep_ms(100);
    }
    fail_msg("the trial does not run: %s", printed());
}

/* Returns the last process whose parent is `parent` and whose name begins with normlab. */
static pid_t child_of(pid_t parent)
{
    DIR *proc = opendir("/proc");
    pid_t found = 0;

    assert_non_null(proc);
    for (struct dirent *e; (e = readdir(proc));) {
        char *path = format_new("/proc/%s/stat", e->d_name), name[64];
        FILE *f = fopen(path, "r");
        int pid, above;

        if (f && fscanf(f, "%d (%63[^)]) %*c %d", &pid, name, &above) == 3 &&
            above == (int)parent && strncmp(name, "normlab", 7) == 0)
            found = pid;
        if (f)
            fclose(f);
        free(path);
    }
    closedir(proc);
    return found;
}

/* Waits for the end, at most 60 seconds. Returns as child_end(). */
static int end_of(pid_t pid)
{
    double start = clock_seconds();
    int code;

    while ((code = child_poll(pid)) < 0) {
        if (clock_seconds() - start > 60) {
            kill(-pid, SIGKILL);
            child_end(pid);
            fail_msg("the other processes hang");
        }
        sleep_ms(50);
    }
    return code;
}

/* One of two processes gets the signal. Then both end, with this message. */
static void assert_ends_by(int sent, const char *message)
{
    pid_t pid = start_long(), rank;
    char *text;

    wait_for_epoch();
    rank = child_of(pid);
    assert_true(rank > 0);
    assert_int_equal(kill(rank, sent), 0);
    assert_int_not_equal(end_of(pid), 0);
    assert_true(child_of(pid) == 0);
    kill(rank, SIGKILL); /* a process that stands still may outlive mpirun for a while */
    text = printed();
    assert_holds(text, message);
    free(text);
}

static void test_a_process_dies(void **state)
{
    (void)state;
    skip_without_mpi();
    assert_ends_by(SIGKILL, "exited on signal 9");
}

static void test_a_process_stands_still(void **state)
{
    (void)state;
    skip_without_mpi();
    assert_ends_by(SIGSTOP, "has waited 3 s for the others, which is rank_limit");
}

#define LONG_NET                                                                                   \
    "net=\"" TANH TANH TANH TANH "flatten; dense 12; \\${norm}; " TANH TANH TANH TANH "dense 10\" "
#define TANH "tanh; tanh; tanh; tanh; tanh; tanh; tanh; tanh; "

/* Runs one process with each of two configurations; returns what they say. */
static char *run_different(const char *a, const char *b)
{
    char *command =
             format_new(MPIRUN " -n 1 $NORMLAB_MPI trial %s : -n 1 $NORMLAB_MPI trial %s", a, b),
         *err;

    assert_int_equal(run_command(command, NULL, &err), 1);
    free(command);
    return err;
}

static void test_different_trials(void **state)
{
    char *err;

    (void)state;
    skip_without_mpi();
    err =
        run_different(DATA NET "norm=none lr=0.1 workers=2", DATA NET "norm=none lr=0.2 workers=2");
    assert_holds(err, "rank 1 has another trial than rank 0: from lr=0.2 ");
    assert_holds(err, "and there lr=0.1 ");
    free(err);
    /* the last word of a long text */
    err = run_different(SMALL LONG_NET "norm=\"batchnorm momentum=0.1\" workers=2",
                        SMALL LONG_NET "norm=\"batchnorm momentum=0.2\" workers=2");
    assert_holds(err, "momentum=0.2");
    free(err);
    /* one of them cannot begin */
    err =
        run_different(SMALL NET "norm=none workers=2", NET "norm=none workers=2 data=missing.idx");
    assert_holds(err, "missing.idx");
    free(err);
}

static int count_of(const char *text, const char *part)
{
    int n = 0;

    for (; (text = strstr(text, part)); text++)
        n++;
    return n;
}

/* What is wrong for all ranks is told once, whichever part of the set-up finds it. */
static void test_one_message(void **state)
{
    static const struct {
        const char *arguments;
        int code;
        const char *message;
    } cases[] = {
        {"trial lr=fast", 2, "lr"},
        {"trial --nothing", 2, "--nothing"},
        {"trial " SMALL NET "norm=batchnorms", 2, "batchnorms"},
        {"trial " NET "norm=none data=missing.idx", 1, "missing.idx"},
        {"run batch_size", 2, "runs the command trial alone"},
    };

    (void)state;
    skip_without_mpi();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *command = format_new(MPIRUN " -n 4 $NORMLAB_MPI %s", cases[i].arguments), *err;

        assert_int_equal(run_command(command, NULL, &err), cases[i].code);
        if (count_of(err, "normlab: error: ") != 1 || !strstr(err, cases[i].message))
            fail_msg("%s: %s", command, err);
        free(err);
        free(command);
    }
}

static void test_other_commands(void **state)
{
    char *err;

    (void)state;
    skip_without_mpi();
    assert_int_equal(run_command("$NORMLAB_MPI run batch_size", NULL, &err), 2);
    assert_holds(err, "normlab-mpi runs the command trial alone");
    free(err);
    assert_int_equal(run_command("$NORMLAB_MPI --version", NULL, &err), 0);
    free(err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bits),
        cmocka_unit_test(test_one_value_on_each),
        cmocka_unit_test(test_own_statistics),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_sequences),
        cmocka_unit_test(test_a_process_dies),
        cmocka_unit_test(test_a_process_stands_still),
        cmocka_unit_test(test_different_trials),
        cmocka_unit_test(test_one_message),
        cmocka_unit_test(test_other_commands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
