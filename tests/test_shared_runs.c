/*
 * Several runs in one folder share its trials: each trial is trained once, whichever run trains it; when runs are killed,
 * the others finish their trials. The moments of the kills are random: the test prints their seed, and
 * NORMLAB_TEST_SEED=N draws those of seed N again. tests/kills kills runs that
 * share a folder more often.
 */
#include "base/system/clock.h"
#include "base/system/file.h"
#include "child.h"
#include "sweeps.h"
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>

enum { TRIALS = 22 };
enum { MOST_RUNS = 4 };

static const struct child *child_of(const char *folder, int n)
{
    static struct child how;
    static char err[16];

    snprintf(err, sizeof err, "err%d", n);
    how = (struct child){.folder = folder, .err = err};
    return &how;
}

#define RUN_WORDS                                                                                  \
    getenv("NORMLAB"), "run", "batch_size", "panel=mlp", "--preset", "smoke", "--no-plot", "-j2",  \
        "epochs=2", NULL

/* Starts a run in the folder; its standard error goes to folder/err<n>. isolated: in a namespace of processes of its own,
 * as on another machine: no other run can see whether it lives. */
static pid_t start(const char *folder, int n, bool isolated)
{
    const char *const words[] = {"unshare",      "--pid",        "--fork",
                                 "--kill-child", "--mount-proc", RUN_WORDS};

    return child_start(child_of(folder, n), words + (isolated ? 0 : 5));
}

/* $0 is the machine's name, $1 the shared folder, $2 where this machine sees it, and then comes the command. */
#define MACHINE                                                                                    \
    "echo \"$0\" >/proc/sys/kernel/hostname && mount --bind \"$1\" \"$2\" && cd \"$2\" && shift 2 && exec \"$@\""

/* As start(), but on a machine of its own: processes, mounts and a host name that no other run sees. It sees the folder
 * under a path of its own. */
static pid_t start_on(const char *machine, const char *folder, int n)
{
    char *path = test_path(folder), *mount = test_path(machine);
    const char *const words[] = {"unshare", "--pid", "--fork", "--kill-child", "--mount-proc",
                                 "--mount", "--uts", "sh",     "-c",           MACHINE,
                                 machine,   path,    mount,    RUN_WORDS};
    pid_t pid;

    assert_int_equal(folder_make(mount), 0);
    pid = child_start(child_of(folder, n), words);
    free(path);
    free(mount);
    return pid;
}

/* The trial files that have been seen so far. A file that is replaced, as when a trial is done twice, gets another
 * number from the file system. */
struct seen {
    char name[TRIALS + 1][32];
    ino_t number[TRIALS + 1];
    int files, twice;
};

static void see(struct seen *s, const char *folder)
{
    char *path = format_new("%s/%s/" SWEEP_FOLDER, test_folder(), folder);
    DIR *d = opendir(path);
    struct dirent *e;

    while (d && (e = readdir(d))) {
        const char *suffix = strrchr(e->d_name, '.');
        int i = 0;

        if (strcmp(suffix, ".h5") || strlen(e->d_name) >= sizeof *s->name)
            continue;
        while (i < s->files && strcmp(s->name[i], e->d_name))
            i++;
        assert_true(i <= TRIALS);
        if (i == s->files) {
            strcpy(s->name[s->files++], e->d_name);
        } else if (s->number[i] != e->d_ino) {
            s->twice++;
        }
        s->number[i] = e->d_ino;
    }
    if (d)
        closedir(d);
    free(path);
}

/* Waits for the process and looks at the folder meanwhile. Returns as child_end(). */
static int finish(pid_t pid, struct seen *s, const char *folder)
{
    int code;

    while ((code = child_poll(pid)) < 0) {
        see(s, folder);
        sleep_ms(3);
    }
    see(s, folder);
    return code;
}

static char *error_text(const char *folder, int n)
{
    return child_printed(child_of(folder, n), child_of(folder, n)->err);
}

/* The number before these words in the last line of a run's standard error; 0 when they are not there. */
static int counted(const char *folder, int n, const char *words)
{
    char *text = error_text(folder, n), *last = strstr(text, " trials: "), *at;
    int number = 0;

    assert_non_null(last);
    at = strstr(last, words);
    if (at) {
        while (at > last && at[-1] >= '0' && at[-1] <= '9')
            at--;
        number = atoi(at);
    }
    free(text);
    return number;
}

/* What every folder must look like in the end. */
static void assert_complete(const char *folder, const struct seen *s)
{
    assert_int_equal(count_named(folder, "????????????????.h5"), TRIALS);
    assert_int_equal(s->files, TRIALS);
    assert_int_equal(s->twice, 0);
    assert_int_equal(count_named(folder, "*.lease*"), 0);
    assert_int_equal(count_named(folder, "*.tmp.*"), 0);
    /* Another order of rows is possible, but no other bits. */
    assert_same_sweeps(folder, "alone", true);
}

static double alone_s; /* what a run takes alone */

static void test_alone(void **state)
{
    struct seen s = {.files = 0};
    double from = clock_seconds();

    (void)state;
    assert_int_equal(finish(start("alone", 0, false), &s, "alone"), 0);
    alone_s = clock_seconds() - from;
    assert_complete("alone", &s);
    assert_int_equal(counted("alone", 0, " finished now"), TRIALS);
}

static void test_two_and_four_at_once(void **state)
{
    (void)state;
    for (int runs = 2; runs <= MOST_RUNS; runs += 2) {
        char *folder = format_new("runs%d", runs);
        struct seen s = {.files = 0};
        int finished = 0, told = 0;
        pid_t pid[MOST_RUNS];

        for (int i = 0; i < runs; i++)
            pid[i] = start(folder, i, false);
        for (int i = 0; i < runs; i++)
            assert_int_equal(finish(pid[i], &s, folder), 0);
        for (int i = 0; i < runs; i++) {
            char *text = error_text(folder, i);
            int own = counted(folder, i, " finished now"),
                others = counted(folder, i, " by other runs"),
                before = counted(folder, i, " before");

            assert_int_equal(own + others + before, TRIALS);
            assert_int_equal(counted(folder, i, " failed"), 0);
            finished += own;
            told += strstr(text, "the runs share them") != NULL;
            free(text);
        }
        assert_int_equal(finished, TRIALS); /* each trial once */
        assert_true(told >= 1);
        assert_complete(folder, &s);
        free(folder);
    }
}

/* Runs that are killed, one after the other, until one is left. isolated: the others cannot see that they have ended, and
 * wait for their leases to become stale. */
static void kill_all_but_one(const char *folder, int runs, bool isolated, struct rng *r)
{
    struct seen s = {.files = 0};
    pid_t pid[MOST_RUNS];

    /* The first run to die has begun trials before the others come. */
    pid[1] = start(folder, 1, isolated);
    while (count_named(folder, "*.lease") == 0)
        sleep_ms(5);
    for (int i = 0; i < runs; i++)
        if (i != 1)
            pid[i] = start(folder, i, isolated);
    for (int i = 1; i < runs; i++) {
        sleep_ms(1e3 * rng_uniform(r) * alone_s / runs);
        kill(-pid[i], SIGKILL);
        finish(pid[i], &s, folder);
    }
    assert_int_equal(finish(pid[0], &s, folder), 0);
    assert_int_equal(counted(folder, 0, " finished now") + counted(folder, 0, " by other runs") +
                         counted(folder, 0, " before"),
                     TRIALS);
    assert_complete(folder, &s);
}

/* On one machine a killed run's trials are taken at once: with the usual lease period of five minutes, the test would not
 * end in time otherwise. */
static void test_killed_on_one_machine(void **state)
{
    struct rng r = random_moments("shared");

    (void)state;
    unsetenv("NORMLAB_LEASE_SECONDS");
    for (int runs = 2; runs <= MOST_RUNS; runs += 2) {
        char *folder = format_new("killed%d", runs);

        kill_all_but_one(folder, runs, false, &r);
        free(folder);
    }
}

static void test_killed_on_other_machines(void **state)
{
    struct rng r = random_moments("shared");
    double from = clock_seconds();

    (void)state;
    if (run_command("unshare --pid --fork --kill-child --mount-proc true", NULL, NULL))
        skip_because("this user may not make namespaces of processes (unshare --pid)");
    setenv("NORMLAB_LEASE_SECONDS", "6", 1);
    kill_all_but_one("elsewhere", 3, true, &r);
    unsetenv("NORMLAB_LEASE_SECONDS");
    print_message("three runs, two of them killed: %.1f s; alone %.1f s\n", clock_seconds() - from,
                  alone_s);
}

/* True when a lease in the folder names this machine. */
static bool holds_lease(const char *folder, const char *machine)
{
    char *command = format_new("grep -qs 'host=%s ' '%s/%s/" SWEEP_FOLDER "'/*.lease*", machine,
                               test_folder(), folder);
    bool holds = run_command(command, NULL, NULL) == 0;

    free(command);
    return holds;
}

/* Waits until the run on this machine holds a lease. stop: it is then stopped, and still holds one. */
static void wait_for_lease(pid_t pid, const char *folder, const char *machine, bool stop)
{
    while (true) {
        if (stop)
            kill(-pid, SIGSTOP);
        if (holds_lease(folder, machine))
            return;
        kill(-pid, SIGCONT);
        if (child_poll(pid) >= 0)
            fail_msg("the run on %s has ended: %s", machine, error_text(folder, 0));
        sleep_ms(5);
    }
}

/* Two machines see one folder under two paths. One dies; the other takes its trials over when the leases are old. */
static void test_two_machines(void **state)
{
    const char *folder = "machines";
    struct seen s = {.files = 0};
    char *text;
    pid_t alpha, beta;

    (void)state;
    if (run_command(
            "unshare --pid --fork --kill-child --mount-proc --mount --uts sh -c 'echo other "
            ">/proc/sys/kernel/hostname && mount --bind /tmp /mnt'",
            NULL, NULL))
        skip_because("this user may not make namespaces of processes, mounts and host names");
    setenv("NORMLAB_LEASE_SECONDS", "3", 1);
    alpha = start_on("alpha", folder, 0);
    wait_for_lease(alpha, folder, "alpha", false);
    beta = start_on("beta", folder, 1);
    wait_for_lease(beta, folder, "beta", false);
    wait_for_lease(alpha, folder, "alpha", true);
    kill(-alpha, SIGKILL);
    assert_int_equal(finish(alpha, &s, folder), CHILD_SIGNAL + SIGKILL);
    assert_true(holds_lease(folder, "alpha"));
    assert_int_equal(finish(beta, &s, folder), 0);
    unsetenv("NORMLAB_LEASE_SECONDS");
    assert_int_equal(counted(folder, 1, " finished now") + counted(folder, 1, " by other runs") +
                         counted(folder, 1, " before"),
                     TRIALS);
    text = error_text(folder, 1);
    assert_holds(text, " on alpha works on these trials, too");
    free(text);
    assert_complete(folder, &s);
}

/* A trial that fails in one run is not tried again by the other, which says where the message is. */
static void test_failing_trial(void **state)
{
#define SMALL_TRAINING                                                                                      \
    "\"$NORMLAB\" run batch_size panel=mlp norm=none batch=32 --preset smoke --no-plot -q -j2 --seeds 0-3 " \
    "val_fraction=0,0.9"
    int code, tried = 0, heard = 0;
    char *err;

    (void)state;
    code = run_in_folder("failing",
                         "true; " SMALL_TRAINING " 2>a & " SMALL_TRAINING " 2>b; wait $!; cat a b",
                         &err, NULL);
    assert_int_equal(code, 0);
    assert_int_equal(count_named("failing", "*.failed"), 4);
    assert_int_equal(count_named("failing", "*.lease*"), 0);
    for (const char *at = err; (at = strstr(at, "seed=")); at++)
        tried++;
    for (const char *at = err; (at = strstr(at, "failed in another run")); at++)
        heard++;
    print_message("%d trials failed here, and %d were heard of\n", tried, heard);
    assert_int_equal(tried, 4);
    free(err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alone),
        cmocka_unit_test(test_two_and_four_at_once),
        cmocka_unit_test(test_killed_on_one_machine),
        cmocka_unit_test(test_killed_on_other_machines),
        cmocka_unit_test(test_two_machines),
        cmocka_unit_test(test_failing_trial),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
