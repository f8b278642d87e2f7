/* The Python package in python/, the notebook in examples/ and the guide docs/python.md, by the tests in python/tests.
 * NORMLAB_TEST_PYTHON may name another interpreter than Debian's. */
#include "base/arena.h"
#include "base/text.h"
#include "support.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PYTHON "PYTHONDONTWRITEBYTECODE=1 \"${NORMLAB_TEST_PYTHON:-/usr/bin/python3}\""

/* Skips the test when Python lacks one of the modules. */
static void need(const char *modules, const char *why)
{
    char *command = format_new(PYTHON " -c 'import sys; from importlib.util import find_spec; "
                                      "sys.exit(not all(map(find_spec, sys.argv[1:])))' %s",
                               modules);
    int missing = run_command(command, NULL, NULL);

    free(command);
    if (missing)
        skip_because(why);
}

/* Runs pytest with these arguments in python/tests; skips the test when pytest skipped a part of it. */
static void run_pytest(const char *arguments)
{
    char *tests = test_source("../python/tests"), *out, *skipped;
    char *command = format_new(
        "cd '%s' && " PYTHON " -m pytest -q -rs -p no:cacheprovider --basetemp '%s/pytest' %s 2>&1",
        tests, test_folder(), arguments);

    free(tests);
    if (run_command(command, &out, NULL)) {
        fputs(out, stderr); /* fail_msg() cuts what is long */
        fail_msg("%s", command);
    }
    free(command);
    skipped = strstr(out, "SKIPPED [");
    if (skipped) {
        skipped[strcspn(skipped, "\n")] = '\0';
        skip_because(skipped);
    }
    free(out);
}

static void test_package(void **state)
{
    (void)state;
    need(
        "h5py pandas pytest",
        "python3-h5py, python3-pandas or python3-pytest is not installed: scripts/deps.sh --python installs them");
    if (run_command("command -v gnuplot", NULL, NULL))
        skip_missing("gnuplot-nox");
    run_pytest("--ignore test_wheel.py -k 'not torch'");
}

static void test_wheel(void **state)
{
    (void)state;
    need(
        "h5py pandas pytest pip setuptools venv wheel",
        "python3-pip, python3-setuptools, python3-venv or python3-wheel is not installed: scripts/deps.sh --python "
        "installs them");
    run_pytest("test_wheel.py");
}

static void test_notebook_with_torch(void **state)
{
    (void)state;
    need("h5py pandas pytest torch", "Python has no PyTorch");
    run_pytest("test_notebook.py -k torch");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_package),
        cmocka_unit_test(test_wheel),
        cmocka_unit_test(test_notebook_with_torch),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
