/*
 * Sweeps that are killed, interrupted or run out of disk: every finished file is whole, the rerun completes, and the
 * merged results are those of a run that nothing disturbed. The moments of the kills are random: the test prints their
 * seed, and NORMLAB_TEST_SEED=N draws those of seed N again.
 */
#include "base/rng.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/store.h"
#include "support.h"
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SWEEP                                                                                      \
    "run", "batch_size", "panel=mlp", "--preset", "smoke", "--no-plot", "-q", "-j2",               \
        "epochs=2" FEWER
/* Under the sanitizers, processes start slowly: there the sweep has fewer trials. */
#ifdef __SANITIZE_ADDRESS__
#define FEWER , "norm=none,batchnorm"
enum { TRIALS = 12 };
#else
#define FEWER
enum { TRIALS = 22 };
#endif

/* Starts the sweep in folder, in a process group of its own; standard error goes to folder/err. */
static pid_t start(const char *folder, rlim_t file_limit)
{
    char *path = test_path(folder);
    pid_t pid;

    assert_int_equal(folder_make(path), 0);
    pid = fork();
    if (pid == 0) {
        const char *normlab = getenv("NORMLAB");
        int out = open("/dev/null", O_WRONLY), err;

        setpgid(0, 0);
        if (chdir(path))
            _exit(99);
        err = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0666);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        if (file_limit)
            setrlimit(RLIMIT_FSIZE, &(struct rlimit){file_limit, file_limit});
        execl(normlab, normlab, SWEEP, (char *)NULL);
        _exit(98);
    }
    assert_true(pid > 0);
    free(path);
    return pid;
}

/* Waits; exit code, or 1000 + the signal that ended it. */
static int finish(pid_t pid)
{
    int status;

    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static void sleep_ms(long ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

static char *error_text(const char *folder)
{
    char *path = format_new("%s/%s/err", test_folder(), folder), *text;
    size_t size;

    text = file_read(path, &size, false);
    free(path);
    return text;
}

/* Every .h5 file of the folder opens in h5dump; returns their number. */
static int check_files(const char *folder)
{
    char *command =
        format_new("cd '%s/%s/results/batch_size.generated' || exit 0; for f in *.h5; do "
                   "[ ! -e $f ] || { h5dump $f >&2 && echo $f; } || exit; done",
                   test_folder(), folder);
    char *out;
    int n = 0;

    if (run_command(command, &out, NULL))
        fail_msg("h5dump cannot read the file after these in %s: %s", folder, out);
    for (const char *c = out; *c; c++)
        n += *c == '\n';
    free(out);
    free(command);
    return n;
}

static int count_temporary(const char *folder)
{
    char *command = format_new("find '%s/%s' -name '*.tmp.*' | grep -c .", test_folder(), folder);
    char *out;
    int n;

    run_command(command, &out, NULL);
    n = atoi(out);
    free(out);
    free(command);
    return n;
}

static struct results merged(const char *folder)
{
    char *path = format_new("%s/%s/results/batch_size.generated.h5", test_folder(), folder);
    struct results r;

    assert_int_equal(store_merged_read(path, &r), 0);
    free(path);
    return r;
}

static void assert_same(const struct results *a, const struct results *b)
{
    assert_int_equal(a->records, b->records);
    for (int i = 0; i < a->records; i++) {
        assert_string_equal(a->record[i].key, b->record[i].key);
        assert_int_equal(a->record[i].result.status, b->record[i].result.status);
        for (int m = 0; m < METRICS; m++)
            for (int e = 0; e <= a->record[i].result.points && !metric_info[m].timing; e++) {
                double v = a->record[i].result.curve[m][e], w = b->record[i].result.curve[m][e];

                assert_true(v == w || (isnan(v) && isnan(w)));
            }
    }
}

static double sweep_ms; /* what an undisturbed sweep takes */

static void test_undisturbed(void **state)
{
    struct timespec from, to;

    (void)state;
    clock_gettime(CLOCK_MONOTONIC, &from);
    assert_int_equal(finish(start("calm", 0)), 0);
    clock_gettime(CLOCK_MONOTONIC, &to);
    sweep_ms = 1e3 * (double)(to.tv_sec - from.tv_sec) + 1e-6 * (double)(to.tv_nsec - from.tv_nsec);
    assert_int_equal(check_files("calm"), TRIALS);
}

/* Ten times: killed at a random moment, together with its workers or alone. */
static void test_kill_nine(void **state)
{
    const char *given = getenv("NORMLAB_TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
    struct rng r = rng_stream(seed, "kill");
    struct results calm, killed;
    int cut_short = 0;

    (void)state;
    print_message("NORMLAB_TEST_SEED=%llu draws the same moments\n", (unsigned long long)seed);
    for (int i = 0; i < 10; i++) {
        pid_t pid = start("killed", 0);
        int code;

        sleep_ms(20 + (long)(rng_uniform(&r) * sweep_ms / 6));
        kill(i % 2 ? -pid : pid, SIGKILL);
        code = finish(pid);
        assert_true(code == 1000 + SIGKILL || code == 0);
        cut_short += code != 0;
        check_files("killed");
    }
    assert_true(cut_short > 0);
    sleep_ms(200); /* orphans have died with their parent */
    assert_int_equal(finish(start("killed", 0)), 0);
    assert_int_equal(check_files("killed"), TRIALS);
    assert_int_equal(count_temporary("killed"), 0);
    calm = merged("calm");
    killed = merged("killed");
    assert_same(&calm, &killed);
    results_clear(&calm);
    results_clear(&killed);
}

/* Until the process catches SIGTERM: before that a signal ends it as it ends any program. */
static void wait_for_handler(pid_t pid)
{
    char *path = format_new("/proc/%d/status", (int)pid);
    bool caught = false;

    for (int i = 0; i < 2000 && !caught; i++) {
        size_t size;
        char *status = file_read(path, &size, true),
             *line = status ? strstr(status, "SigCgt:") : NULL;

        caught = line && strtoull(line + strlen("SigCgt:"), NULL, 16) >> (SIGTERM - 1) & 1;
        free(status);
        sleep_ms(1);
    }
    free(path);
    assert_true(caught);
}

static void test_interrupt(void **state)
{
    static const int signals[] = {SIGINT, SIGTERM};

    (void)state;
    for (int i = 0; i < 4; i++) {
        char *folder = format_new("signal%d", i), *text;
        pid_t pid = start(folder, 0);
        int before, code;

        /* Amid the trials, and early, where it is checking them. */
        wait_for_handler(pid);
        if (i < 2)
            sleep_ms((long)(sweep_ms / 3));
        before = check_files(folder);
        kill(-pid, signals[i % 2]);
        code = finish(pid);
        assert_int_equal(code, 128 + signals[i % 2]);
        text = error_text(folder);
        assert_non_null(strstr(text, "the same command continues from there"));
        assert_true(check_files(folder) >= before);
        assert_int_equal(count_temporary(folder), 0);
        assert_int_equal(finish(start(folder, 0)), 0);
        assert_int_equal(check_files(folder), TRIALS);
        free(text);
        free(folder);
    }
}

/* No room for a trial's file: messages, a failure's exit code, no broken file, and a clean rerun.
 */
static void test_full_disk(void **state)
{
    struct results calm, full;
    char *text;
    int code;

    (void)state;
    code = finish(start("full", 4096));
    assert_int_equal(code, 1);
    text = error_text("full");
    assert_non_null(strstr(text, "cannot write"));
    assert_non_null(strstr(text, "mend that and run the same command again"));
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    assert_int_equal(check_files("full"), 0);
    assert_int_equal(count_temporary("full"), 0);
    assert_int_equal(finish(start("full", 0)), 0);
    calm = merged("calm");
    full = merged("full");
    assert_same(&calm, &full);
    results_clear(&calm);
    results_clear(&full);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_undisturbed),
        cmocka_unit_test(test_kill_nine),
        cmocka_unit_test(test_interrupt),
        cmocka_unit_test(test_full_disk),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
