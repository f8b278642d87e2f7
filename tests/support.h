/* What all tests share. It must be included first, because it includes cmocka with the headers that cmocka needs. */
#ifndef NORMLAB_TESTS_SUPPORT_H
#define NORMLAB_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/real.h"
#include <stdbool.h>

/* True in the build with AddressSanitizer, which is several times as slow: long tests take less there. */
#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = true };
#else
enum { SANITIZED = false };
#endif

/* Returns the folder of this test program, in static storage. The first call empties it. */
const char *test_folder(void);

/* Returns the path <test_folder>/<name> as a new string. */
char *test_path(const char *name);

/* Returns the path of a file in tests/ ("golden/layers.h5") as a new string. */
char *test_source(const char *name);

/* Redirect standard error to a file; captured_stderr() ends that and returns what was printed, as a new string. */
void capture_stderr(void);
char *captured_stderr(void);

/* Runs a shell command line, in which "$NORMLAB" is the program under test. Returns its exit code (128 + n when signal n ended
 * it), and sets *out and *err, unless NULL, to new strings with its standard output and standard error. */
int run_command(const char *command, char **out, char **err);

/* As run_command(), in the folder <test_folder>/<folder>, which it creates. */
int run_in_folder(const char *folder, const char *command, char **out, char **err);

/* Fails unless text contains part. */
void assert_holds(const char *text, const char *part);

/* Returns how often the text has `of`. */
int occurrences(const char *text, const char *of);

/* Returns the content of a file in <test_folder>/<folder>, as a new string; fails the test when there is no such file. */
char *read_in_folder(const char *folder, const char *name);

/* True when there is a file or folder of this name in <test_folder>/<folder>. */
bool is_there(const char *folder, const char *name);

/* Sets the time stamps of a file to age_s seconds ago; a negative age is in the future. */
void set_age(const char *path, double age_s);

/* The presets of normlab's own experiments. */
enum { PRESET_SMOKE, PRESET_DEMO, PRESET_PAPER, PRESETS };

struct refusal {
    const char *command;
    int code;
    const char *message;
};

/* Runs the command line `before` and then want->command in the folder. Fails unless they end with want->code, which is not 0,
 * print one line with want->message on standard error, and print nothing on standard output. */
void assert_command_refused(const char *folder, const char *before, const struct refusal *want);

/* Return one of normlab's own experiments, or all of them, up to NULL. They are loaded once and never freed. */
struct experiment;
const struct experiment *test_experiment(const char *name);
const struct experiment *const *all_experiments(void);

/* Skip the test and print why, which scripts/test.sh shows at its end. skip_missing(): for what scripts/deps.sh installs, so
 * that .ci/run fails. skip_because(): for other things that this machine or build lacks. They do not return, so the test
 * cannot free its memory. */
void skip_missing(const char *what);
void skip_because(const char *why);

void skip_without_h5py(void);

/* Fails unless |got - want| <= tolerance * max(1, largest |want|) for all n elements; the message has `what` and the worst
 * element. NaN always fails. */
void assert_close(const char *what, size_t n, const real *got, const double *want,
                  double tolerance);
void assert_close_reals(const char *what, size_t n, const real *got, const real *want,
                        double tolerance);

#endif
