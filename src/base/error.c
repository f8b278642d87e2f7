#include "base/error.h"
#include "base/number.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints "normlab: KIND: MESSAGE" by one write, so that messages of several processes do not mix within a line. */
static void message(const char *kind, const char *format, va_list args)
{
    char line[2048];
    int n = snprintf(line, sizeof line, "normlab: %s: ", kind);

    n += number_vformat(line + n, sizeof line - (size_t)n - 1, format, args);
    if (n > (int)sizeof line - 2)
        n = (int)sizeof line - 2;
    line[n] = '\n';
    fwrite(line, 1, (size_t)n + 1, stderr);
    fflush(stderr);
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
