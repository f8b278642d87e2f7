/* scripts/reproduce.sh, which makes the reference runs: it runs what is left, stops when its hours are over, and says what is
 * left; here with the smoke preset of one small experiment. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Runs the script with these arguments, and `before` before it on the shell's line. Fails unless it ends with `code`. Returns
 * its standard output and standard error, a new string. */
static char *reproduce(const char *before, const char *arguments, int code)
{
    char *script = test_source("../scripts/reproduce.sh");
    char *line = format_new("%s '%s' --preset smoke --out . %s 2>&1", before, script, arguments),
         *out;

    assert_int_equal(run_in_folder("runs", line, &out, NULL), code);
    free(line);
    free(script);
    return out;
}

static void test_stop_and_go_on(void **state)
{
    char *out;

    (void)state;
    out = reproduce("", "--hours 0 bias", 75);
    assert_null(strstr(out, "reproduce: "));
    assert_holds(out, "bias                       36      0     36        0");
    free(out);
    out = reproduce("", "-n bias", 0);
    assert_holds(out, "bias                       36      0     36        0");
    free(out);
    out = reproduce("", "bias", 0);
    assert_holds(out, "reproduce: 1 of 1: bias, 36 of 36 trials");
    assert_holds(out, "bias                       36     36      0        0");
    free(out);
    out = reproduce("", "bias", 0);
    assert_null(strstr(out, "reproduce: "));
    free(out);
}

/* A program in place of normlab: of the experiment `long`, 3 of 4 trials are to do. Its run ends by itself with exit code 3, or
 * with `wait` lasts until a signal, whose name it leaves in a file. */
#define STAND_IN                                                                                        \
    "#!/bin/sh\ncd \"${0%/*}\"\ncase $1 in\nlist) echo long ;;\nstatus) echo long smoke 4 1 0 3 0 ;;\n" \
    "run) [ -e wait ] || exit 3\ntrap 'echo USR1 >signal; exit 75' USR1\n"                              \
    "while :; do sleep .05; done ;;\nesac\n"

/* When the hours are over, the run gets the signal on which it leaves checkpoints; a run that fails is told, and the others
 * go on. */
static void test_hours_and_failures(void **state)
{
    char *out, *file, *program = test_path("runs/stand_in");

    (void)state;
    assert_int_equal(run_in_folder("runs", "rm -f wait signal", NULL, NULL), 0);
    assert_int_equal(file_write(program, STAND_IN, strlen(STAND_IN)), 0);
    assert_int_equal(chmod(program, 0755), 0);
    free(program);
    out = reproduce("NORMLAB=$PWD/stand_in", "long long", 1);
    assert_holds(out, "reproduce: 2 of 2: long, 3 of 4 trials");
    assert_holds(out, "long                        4      1      3        0  exit code 3");
    free(out);
    out = reproduce("touch wait; NORMLAB=$PWD/stand_in", "--hours 0.0006 long", 75);
    assert_null(strstr(out, "exit code"));
    free(out);
    file = read_in_folder("runs", "signal");
    assert_string_equal(file, "USR1\n");
    free(file);
}

static void test_usage(void **state)
{
    static const char *const lines[][2] = {
        {"nothing", "unknown experiment 'nothing'"},
        {"--hours long", "--hours 'long': not a number of hours"},
        {"--hours", "--hours needs a value"},
        {"--seeds 3", "unknown option --seeds"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char *out = reproduce("", lines[i][0], 2);

        assert_holds(out, lines[i][1]);
        free(out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stop_and_go_on),
        cmocka_unit_test(test_hours_and_failures),
        cmocka_unit_test(test_usage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
