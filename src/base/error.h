/*
 * Errors: one message that says what, where and what to do, then a return value.
 *
 * Set-up and I/O functions return 0, or what error() returns (-1) after it has printed the one
 * message. Only command code exits.
 */
#ifndef NORMLAB_BASE_ERROR_H
#define NORMLAB_BASE_ERROR_H

#include <stdnoreturn.h>

enum exit_code {
    EXIT_DONE = 0,    /* all that was asked for is done */
    EXIT_FAILED = 1,  /* an error that a message has explained */
    EXIT_USAGE = 2,   /* the command line is wrong */
    EXIT_PARTIAL = 3, /* some trials of a sweep failed */
    EXIT_UNSAVED = 4, /* from a sweep's worker to the sweep: the trial ran, its file could not be
                         written; no user sees it */
};

/* Where a set-up is not wrong but impossible by the nature of the thing, as batchnorm on a single
 * value is: a result that a sweep records, and no failure. See layer_refuse(). */
#define REFUSED (-2)

/* Prints "normlab: error: ..." and a newline to standard error; returns -1. The macro keeps the
 * name apart from glibc's error(3). */
#define error(...) normlab_error(__VA_ARGS__)
int normlab_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* As error(), for what does not stop the work. */
void warning(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* error(), then exit(EXIT_FAILED). For command code and for memory that cannot be had. */
noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* For what cannot happen: prints where and aborts. */
#define BUG(...) bug(__FILE__, __LINE__, __VA_ARGS__)
noreturn void bug(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
