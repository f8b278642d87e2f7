/*
 * Sweeps that are interrupted or run out of disk: every finished file is whole, the rerun completes, and the merged results
 * are those of a run that nothing disturbed. tests/kills does the same to sweeps that are killed.
 */
#include "base/system/clock.h"
#include "child.h"
#include "sweeps.h"
#include <signal.h>

/* Under the sanitizers, a process takes long: there are fewer. */
#ifdef __SANITIZE_ADDRESS__
enum { TRIALS = 12, INTERRUPTS = 2 };
#else
enum { TRIALS = 12, INTERRUPTS = 4 };
#endif

/* Starts the sweep in the folder; standard error goes to folder/err. */
static pid_t start(const char *folder, rlim_t file_bytes)
{
    const struct child how = {.folder = folder, .err = "err", .file_bytes = file_bytes};
    const char *const words[] = {getenv("NORMLAB"),
                                 "run",
                                 "batch_size",
                                 "panel=mlp",
                                 "--preset",
                                 "smoke",
                                 "--no-plot",
                                 "-q",
                                 "-j2",
                                 "epochs=2",
                                 "norm=none,batchnorm",
                                 NULL};

    return child_start(&how, words);
}

static char *error_text(const char *folder)
{
    return child_printed(&(struct child){.folder = folder}, "err");
}

/* Every .h5 file of the folder opens in h5dump; returns their number. */
static int check_files(const char *folder)
{
    char *command = format_new("cd '%s/%s/" SWEEP_FOLDER "' || exit 0; set -- *.h5; "
                               "[ -e \"$1\" ] || exit 0; h5dump \"$@\" >/dev/null && echo $#",
                               test_folder(), folder),
         *out, *err;
    int n;

    if (run_command(command, &out, &err))
        fail_msg("h5dump cannot read a file of %s: %s", folder, err);
    n = atoi(out);
    free(out);
    free(err);
    free(command);
    return n;
}

static double sweep_ms; /* what an undisturbed sweep takes */

static void test_undisturbed(void **state)
{
    double from = clock_seconds();

    (void)state;
    assert_int_equal(child_end(start("calm", 0)), 0);
    sweep_ms = 1e3 * (clock_seconds() - from);
    assert_int_equal(check_files("calm"), TRIALS);
}

static void test_interrupt(void **state)
{
    static const int signals[] = {SIGINT, SIGTERM};

    (void)state;
    for (int i = 0; i < INTERRUPTS; i++) {
        char *folder = format_new("signal%d", i), *text;
        pid_t pid = start(folder, 0);
        int before, code;

        /* Amid the trials, and early, where it is checking them. */
        child_await_handler(pid, SIGTERM);
        if (i < INTERRUPTS / 2)
            sleep_ms(sweep_ms / 3);
        before = check_files(folder);
        kill(-pid, signals[i % 2]);
        code = child_end(pid);
        assert_int_equal(code, 128 + signals[i % 2]);
        text = error_text(folder);
        assert_non_null(strstr(text, "the same command continues from there"));
        assert_true(check_files(folder) >= before);
        assert_int_equal(count_named(folder, "*.tmp.*"), 0);
        assert_int_equal(child_end(start(folder, 0)), 0);
        assert_int_equal(check_files(folder), TRIALS);
        free(text);
        free(folder);
    }
}

/* No room for a trial's file: messages, a failure's exit code, no broken file, and a clean rerun.
 */
static void test_full_disk(void **state)
{
    char *text;
    int code;

    (void)state;
    code = child_end(start("full", 4096));
    assert_int_equal(code, 1);
    text = error_text("full");
    assert_non_null(strstr(text, "cannot write"));
    assert_non_null(strstr(text, "mend that and run the same command again"));
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    assert_int_equal(check_files("full"), 0);
    assert_int_equal(count_named("full", "*.tmp.*"), 0);
    assert_int_equal(child_end(start("full", 0)), 0);
    assert_same_sweeps("full", "calm", false);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_undisturbed),
        cmocka_unit_test(test_interrupt),
        cmocka_unit_test(test_full_disk),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
