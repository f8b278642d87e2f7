/* scripts/reproduce.sh, which makes the reference runs: it runs what is left, stops when its hours are over, and says what is
 * left; here with the smoke preset of one small experiment. */
#include "base/arena.h"
#include "base/text.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* Runs the script with these arguments. Fails unless it ends with `code`. Returns its standard output and standard error, a
 * new string. */
static char *reproduce(const char *arguments, int code)
{
    char *script = test_source("../scripts/reproduce.sh");
    char *line = format_new("'%s' --preset smoke --out . %s 2>&1", script, arguments), *out;

    assert_int_equal(run_in_folder("runs", line, &out, NULL), code);
    free(line);
    free(script);
    return out;
}

static void test_stop_and_go_on(void **state)
{
    char *out;

    (void)state;
    out = reproduce("--hours 0 bias", 75);
    assert_null(strstr(out, "reproduce: "));
    assert_holds(out, "bias                       36      0     36        0");
    free(out);
    out = reproduce("-n bias", 0);
    assert_holds(out, "bias                       36      0     36        0");
    free(out);
    out = reproduce("bias", 0);
    assert_holds(out, "reproduce: 1 of 1: bias, 36 of 36 trials");
    assert_holds(out, "bias                       36     36      0        0");
    free(out);
    out = reproduce("bias", 0);
    assert_null(strstr(out, "reproduce: "));
    free(out);
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
        char *out = reproduce(lines[i][0], 2);

        assert_holds(out, lines[i][1]);
        free(out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stop_and_go_on),
        cmocka_unit_test(test_usage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
