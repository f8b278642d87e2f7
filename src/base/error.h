/*
 * Errors. Functions of set-up and I/O return 0, or -1 after error() has printed one message. The message says what is
 * wrong, where, and what to do. Only the code of commands ends the process.
 */
#ifndef NORMLAB_BASE_ERROR_H
#define NORMLAB_BASE_ERROR_H

#include <stdnoreturn.h>

enum exit_code {
    EXIT_DONE = 0,    /* the command did its work */
    EXIT_FAILED = 1,  /* an error; a message has explained it */
    EXIT_USAGE = 2,   /* the command line is wrong */
    EXIT_PARTIAL = 3, /* some trials of a sweep failed */
    /* `normlab trial`, run by a sweep: the trial ended, but its file could not be written. When the configuration is
     * wrong (INVALID below), `normlab trial` exits with EXIT_USAGE; when the machine is at fault, with EXIT_FAILED. */
    EXIT_UNSAVED = 4,
    EXIT_REFUSED = 5,  /* `normlab trial`: the trial was refused */
    EXIT_DIVERGED = 6, /* `normlab trial`: the trial diverged */
    /* SIGUSR1 or SIGUSR2 ended the run after it saved its checkpoints; the same command continues it */
    EXIT_STOPPED = 75,
};

/* Set-up returns REFUSED for a network that is not allowed, such as batchnorm on a single value (layer_refuse()). A
 * sweep records the refusal as the trial's result, not as an error. */
#define REFUSED (-2)

/* Set-up of a trial returns INVALID, after a message, when the configuration is wrong: the next attempt would fail, too.
 * -1 then means that the machine is at fault, as for lack of memory, and that another attempt may succeed. */
#define INVALID (-3)

/* Prints "normlab: error: MESSAGE" and a newline to standard error. Returns -1, and leaves errno as it is. A message of
 * more than some 2000 bytes is cut. In the message, a newline becomes "\n", and a character that controls a terminal
 * becomes text (utf8_show()). error is a macro, because glibc has a function error(). */
#define error(...) normlab_error(__VA_ARGS__)
int normlab_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints "normlab: warning: MESSAGE" as error() does, for a problem after which the work goes on. */
void warning(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Calls error(), then exit(EXIT_FAILED). Only for the code of commands, and when there is no memory. */
noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Reports an error in normlab's own code: prints the source file, the line and the message, then calls abort(). */
#define BUG(...) bug(__FILE__, __LINE__, __VA_ARGS__)
noreturn void bug(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
