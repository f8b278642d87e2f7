/* Many runs in one folder (bench/crowd): all trials are done, hardly any twice, and the file server has little to do. The
 * simulation draws the same numbers each time. */
#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* Simulates in a new folder. *out: what the program prints, a new string. */
static void simulate(const char *name, const char *arguments, char **out)
{
    char *path = test_path(name), *command = format_new("\"$CROWD\" %s '%s'", arguments, path),
         *err;

    if (run_command(command, out, &err))
        fail_msg("%s: %s", command, err);
    free(err);
    free(command);
    free(path);
}

/* The number behind this name. */
static double value_of(const char *out, const char *name)
{
    const char *at = strstr(out, name);

    if (!at)
        fail_msg("'%s' lacks '%s'", out, name);
    return number_parse(at + strlen(name), NULL);
}

/* A look at each trial that others have ended would be some 60 operations for each trial, in addition to the twenty of the
 * trial itself; and more where runs wait. */
static void test_all_live(void **state)
{
    char *out;

    (void)state;
    simulate("live", "runs=60 trials=1500 deaths=0 sleeps=0", &out);
    assert_true(value_of(out, "trials that nobody did") == 0);
    assert_true(value_of(out, "\ntrials done twice") == 0);
    assert_true(value_of(out, "time: useful") > 97);
    assert_true(value_of(out, "operations a trial") < 60);
    assert_true(value_of(out, "in the busiest 10 s") < 60 * 20);
    free(out);
}

/* Six runs die: another takes each of their trials over, at most one more period after it has time. Two sleep, and do a trial
 * that another has done meanwhile. */
static void test_deaths_and_sleeps(void **state)
{
    char *out;

    (void)state;
    simulate("deaths", "runs=60 trials=1500 deaths=0.1 sleeps=0.05", &out);
    assert_true(value_of(out, "trials that nobody did") == 0);
    assert_true(value_of(out, "runs that died") > 2);
    assert_true(value_of(out, "\ntrials taken over") >= value_of(out, "runs that died") - 1);
    assert_true(value_of(out, "\ntrials done twice") <= 60 * 0.05 * 2);
    assert_true(value_of(out, "time: lost by deaths") < 2);
    free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_live),
        cmocka_unit_test(test_deaths_and_sleeps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
