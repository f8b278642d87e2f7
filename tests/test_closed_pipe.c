/* Standard output that nobody reads, that is full, or that is closed: a command's files are whole all the same. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include "child.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int run_smoke(void **state)
{
    (void)state;
    return run_in_folder("smoke",
                         "\"$NORMLAB\" run batch_size --preset smoke -q --no-plot >/dev/null && "
                         "cp results/batch_size.generated.h5 results/batch_size.h5",
                         NULL, NULL);
}

/* Runs a command whose standard output is a pipe to the command `reader`. The reader "true" ends at once, so that the pipe is
 * closed before the command writes. Returns the exit code of the command; *err gets its standard error. */
static int run_piped(const char *folder, const char *command, const char *reader, char **err)
{
    char *line = format_new("rm -f code; { sleep 0.1; \"$NORMLAB\" %s; echo $? > code; } | %s",
                            command, reader);
    char *text;
    int code;

    assert_int_equal(run_in_folder(folder, line, NULL, err), 0);
    text = read_in_folder(folder, "code");
    code = atoi(text);
    free(text);
    free(line);
    return code;
}

/* A closed pipe is no failure of any command, and needs no message. */
static void test_every_command(void **state)
{
    static const char *const commands[] = {
        "--help",
        "--version",
        "list keys",
        "new mine",
        "run batch_size --preset smoke -n",
        "status batch_size",
        "watch batch_size --preset demo",
        "watch batch_size --once",
        "table batch_size --preset smoke",
        "merge batch_size --preset smoke",
        "plot batch_size --preset smoke --format svg",
        "plot batch_size --preset smoke --term",
        "claims --json",
        "export batch_size --csv",
        "export batch_size --json",
        "compare results/batch_size.h5 results/batch_size.generated.h5",
        "summary resnet norm=batchnorm",
        "submit batch_size --preset smoke -n --slurm",
        "trial data=synthetic norm=none net='mlp hidden=8' train_count=64 test_count=64 epochs=1",
        "report batch_size",
        "doctor",
    };

    (void)state;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char *err;
        int code = run_piped("smoke", commands[i], "true", &err);

        if (code != 0 || strstr(err, "error"))
            fail_msg("%s: exit code %d: %s", commands[i], code, err);
        free(err);
    }
}

/* What a run must leave, in words of a shell. */
#define ALL_THERE                                                                                  \
    "test -s results/batch_size.generated.h5 && grep -q 'Claims' results/batch_size.generated.txt" \
    " && test -s plots/batch_size.generated/error.png"

/* A run trains, merges, draws and writes its summary when nobody listens, on either stream. */
static void test_run(void **state)
{
    static const char *const how[] = {"| true", "2>&1 | true"};
    char *err;

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *line = format_new("rm -rf code results plots; { sleep 0.1; \"$NORMLAB\" run "
                                "batch_size --preset smoke; echo $? > code; } %s; "
                                "test $(cat code) = 0 && " ALL_THERE,
                                how[i]);

        if (run_in_folder("run", line, NULL, &err))
            fail_msg("%s: %s", how[i], err);
        free(err);
        free(line);
    }
    /* those who read get all that was printed before they left */
    assert_int_equal(run_piped("run", "run batch_size --preset smoke -q", "head -3 > three", &err),
                     0);
    free(err);
    err = read_in_folder("run", "three");
    assert_holds(err, "batch_size: ");
    free(err);
}

/* A full disk is an error, once the files are there; and so is a standard output that was closed before the start, whose
 * number no file of the program may get. */
static void test_full_and_closed(void **state)
{
    static const char *const how[][2] = {{">/dev/full", "No space left on device"},
                                         {">&- <&-", "Bad file descriptor"}};

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *line =
            format_new("rm -rf results plots; \"$NORMLAB\" run batch_size --preset smoke -q "
                       "%s",
                       how[i][0]);
        char *want = format_new("normlab: error: cannot write to standard output: %s\n", how[i][1]);
        char *err;

        assert_int_equal(run_in_folder("full", line, NULL, &err), 1);
        assert_string_equal(err, want);
        assert_int_equal(run_in_folder("full", ALL_THERE, NULL, NULL), 0);
        free(line);
        free(want);
        free(err);
    }
    assert_int_equal(
        run_in_folder("full", "\"$NORMLAB\" run batch_size --preset smoke -q 2>&- <&-", NULL, NULL),
        0);
}

/* A program that normlab starts sees pipes as it expects, though normlab ignores the signal: a closed one ends it. */
static void test_children(void **state)
{
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    struct text out = {0}, err = {0};

    (void)state;
    assert_int_equal(process_run("/", "sh -c '{ yes; echo $? >&2; } | head -1'", NULL, &out, &err),
                     0);
    assert_string_equal(text_str(&out), "y\n");
    assert_string_equal(text_str(&err), "141\n");
    signal(SIGPIPE, before);
    text_clear(&out);
    text_clear(&err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_command),
        cmocka_unit_test(test_run),
        cmocka_unit_test(test_full_and_closed),
        cmocka_unit_test(test_children),
    };

    return cmocka_run_group_tests_name("closed_pipe", tests, run_smoke, NULL);
}
