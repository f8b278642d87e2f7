/*
 * What fuzzing targets share. A target is a file target_NAME.c with a `const struct fuzz_target fuzz_NAME` and a line in
 * targets.def. It passes arbitrary bytes to a function of normlab and checks the result. The same targets run in two
 * programs: libFuzzer's (fuzz_main.c, by scripts/fuzz.sh), and the test test_fuzz, which runs them on the files of
 * seeds/NAME and found/NAME, and for a short time on changed copies of these.
 */
#ifndef NORMLAB_TESTS_FUZZ_H
#define NORMLAB_TESTS_FUZZ_H

#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fuzz_target {
    const char *name;
    size_t most; /* bytes of the longest input */
    /* Must free all that it allocates. data[size] is NUL. */
    void (*run)(const char *data, size_t size);
};

/* Every target of targets.def; ends with NULL. */
extern const struct fuzz_target *const fuzz_targets[];

/* The target with this name; NULL when there is none. */
const struct fuzz_target *fuzz_find(const char *name);

/* Runs a target on an input. Its messages are counted, and printed only with FUZZ_SHOW=1 in the environment. */
void fuzz_run(const struct fuzz_target *t, const void *data, size_t size);

/* Aborts the process when the condition is false; libFuzzer reports that as a crash. */
#define FUZZ_CHECK(condition) ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition))
void fuzz_fail(const char *file, int line, const char *condition);

/* Number of error messages, and of lines on standard error, since fuzz_run() or the last call of fuzz_answer(). */
struct fuzz_printed {
    int errors, lines;
};
struct fuzz_printed fuzz_printed(void);

/* Checks the answer of a function that returns 0, or -1 after one error message (base/error.h): no error for 0, one for
 * -1, and no message of several lines. Then forgets the messages. True for 0. */
bool fuzz_answer(int result);

/* As fuzz_answer(), and the message must begin with what the user gave, as the path of a file. */
bool fuzz_answer_about(int result, const char *what);

/* The path of a file with these bytes, in memory; static storage, to the next call with the same number, 0 to 3. */
const char *fuzz_file(int number, const void *data, size_t size);

/* An empty folder for this process, made at the first call; static storage. */
const char *fuzz_folder(void);

/* What is left of an input, for targets that need several values. fuzz_byte() and fuzz_line() take its first byte or line. A
 * line is a new string without its newline. At the end of the input, they return 0 and "". */
struct fuzz_input {
    const char *at;
    size_t left;
};
unsigned fuzz_byte(struct fuzz_input *in);
char *fuzz_line(struct fuzz_input *in);

/* True when the text has a number with more than `digits` digits or with an exponent. Targets skip such a text, because it may
 * legitimately need much time or memory. */
bool fuzz_is_large(const char *text, int digits);

/* True when the text is UTF-8 throughout. */
bool fuzz_is_utf8(const char *s);

/* Returns s with each byte that is not UTF-8 replaced by `instead`, as a new string. */
char *fuzz_utf8(const char *s, const char *instead);

/* s as text_add_shown() shows it. A new string. */
char *fuzz_shown(const char *s);

/* ---- readers of what normlab writes (fuzz_read.c): they fail where it is not written as its format demands ---- */

/* Reads a line of CSV (RFC 4180, LF at its end) at *at, adds its cells, and moves *at to the next line. */
struct list;
void fuzz_read_csv(const char **at, struct list *cells);

/* Both read JSON at *at and move *at to its end. fuzz_read_json() reads a string and returns it as a new string; it knows only
 * the escapes that a writer needs. fuzz_skip_json() reads a value of any kind, in UTF-8 and without blanks before it. */
char *fuzz_read_json(const char **at);
void fuzz_skip_json(const char **at);

/* Returns the word that a POSIX shell reads in s, as a new string; fails when s is not exactly one word. */
char *fuzz_read_word(const char *s);

/* What `print` writes to standard output: a new string. */
char *fuzz_stdout(void (*print)(const void *context), const void *context);

#endif
