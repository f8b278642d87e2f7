#include "base/error.h"
#include "base/number.h"
#include "base/utf8.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes `line` to out, of `size` bytes: a newline as "\n", other characters as utf8_show() shows them. Returns the
 * number of bytes written; what does not fit is left out. */
static size_t write_shown(char *out, size_t size, const char *line)
{
    char shown[UTF8_SHOWN];
    size_t n = 0;

    while (*line) {
        const char *one = *line == '\n' ? "\\n" : shown;

        line += utf8_show(line, shown);
        if (n + strlen(one) > size)
            break;
        memcpy(out + n, one, strlen(one));
        n += strlen(one);
    }
    return n;
}

/* Prints "normlab: KIND: MESSAGE" by one write, so that messages of several processes do not mix within a line. */
static void message(const char *kind, const char *format, va_list args)
{
    char line[2048], shown[2048];
    int n = snprintf(line, sizeof line, "normlab: %s: ", kind);
    int why = errno;
    size_t length;

    number_vformat(line + n, sizeof line - (size_t)n, format, args);
    length = write_shown(shown, sizeof shown - 1, line);
    shown[length] = '\n';
    fwrite(shown, 1, length + 1, stderr);
    fflush(stderr);
    errno = why;
}

int normlab_error(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    message("error", format, args);
    va_end(args);
    return -1;
}

void warning(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    message("warning", format, args);
    va_end(args);
}

noreturn void die(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    message("error", format, args);
    va_end(args);
    exit(EXIT_FAILED);
}

noreturn void bug(const char *file, int line, const char *format, ...)
{
    char kind[256];
    va_list args;

    snprintf(kind, sizeof kind, "bug at %s:%d", file, line);
    va_start(args, format);
    message(kind, format, args);
    va_end(args);
    abort();
}
