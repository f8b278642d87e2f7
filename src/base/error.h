/*
 * Errors. Set-up and I/O functions return 0, or -1 after error() has printed one message that says what, where and what
 * to do. Only the code of commands exits.
 */
#ifndef NORMLAB_BASE_ERROR_H
#define NORMLAB_BASE_ERROR_H

#include <stdnoreturn.h>

enum exit_code {
    EXIT_DONE = 0,    /* all that was asked for is done */
    EXIT_FAILED = 1,  /* an error that a message has explained */
    EXIT_USAGE = 2,   /* the command line is wrong */
    EXIT_PARTIAL = 3, /* some trials of a sweep failed */
    EXIT_UNSAVED = 4, /* of a worker, for its sweep: the trial ran, but writing its file failed */
};

/* Returned by set-up for a network that is not allowed, as batchnorm on a single value: a result that a sweep
 * records, not a failure. See layer_refuse(). */
#define REFUSED (-2)

/* Prints "normlab: error: ..." and a newline to standard error; returns -1. A macro, as glibc has an error(3). */
#define error(...) normlab_error(__VA_ARGS__)
int normlab_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* As error(), for a problem that does not stop the work. */
void warning(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* error(), then exit(EXIT_FAILED). For the code of commands, and for lack of memory. */
noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* For what cannot happen: prints file and line, and aborts. */
#define BUG(...) bug(__FILE__, __LINE__, __VA_ARGS__)
noreturn void bug(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
