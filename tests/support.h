/* What tests share. Include this first: it brings cmocka with all it needs. */
#ifndef NORMLAB_TESTS_SUPPORT_H
#define NORMLAB_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/real.h"
#include <stdbool.h>

/* An empty folder for this test program (emptied at the first call); static storage. */
const char *test_folder(void);

/* "<test_folder>/<name>" in a new string, the caller frees. */
char *test_path(const char *name);

/* Path of a file in tests/ ("golden/layers.h5") in a new string. */
char *test_source(const char *name);

/* Standard error between the two calls goes to a file; the second returns it as a new string. */
void capture_stderr(void);
char *captured_stderr(void);

/* Runs a shell command line; returns its exit code (128 + n when signal n ended it) and, where the
 * pointers are not NULL, what it printed, in new strings. "$NORMLAB" is the binary under test. */
int run_command(const char *command, char **out, char **err);

/* run_command() in <test_folder>/<folder>, which it makes. */
int run_in_folder(const char *folder, const char *command, char **out, char **err);

/* Fails unless text holds part. */
void assert_holds(const char *text, const char *part);

/* The content of a file in <test_folder>/<folder>, a new string; fails the test when it is not there. */
char *read_in_folder(const char *folder, const char *name);

/* Sets the time stamps of a file to age_s ago; those of a negative age are in the future. */
void set_age(const char *path, double age_s);

/* The presets of normlab's own experiments. */
enum { PRESET_SMOKE, PRESET_DEMO, PRESET_PAPER, PRESETS };

struct refusal {
    const char *command;
    int code;
    const char *message;
};

/* Fails unless the command line `before` and then want->command, run in that folder, ends with that code (which is not 0), one line on standard error that
 * holds the message, and nothing on standard output. */
void assert_command_refused(const char *folder, const char *before, const struct refusal *want);

/* One of normlab's own experiments, and all of them, which end with NULL: loaded once, and kept to the end. */
struct experiment;
const struct experiment *test_experiment(const char *name);
const struct experiment *const *all_experiments(void);

/* Skips the test and prints why, which scripts/test.sh shows at its end. skip_missing() is for what scripts/deps.sh
 * installs, and makes .ci/run fail; skip_because() for what else this machine or build lacks. A skipped test does not
 * come back to free what it has. */
void skip_missing(const char *what);
void skip_because(const char *why);

void skip_without_h5py(void);

/* Fails unless |got - want| <= tolerance * max(1, largest |want|) for all n, naming what and the
 * worst element; NaN never passes. */
void assert_close(const char *what, size_t n, const real *got, const double *want,
                  double tolerance);
void assert_close_reals(const char *what, size_t n, const real *got, const real *want,
                        double tolerance);

#endif
