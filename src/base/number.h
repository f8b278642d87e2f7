/*
 * Numbers as text with a decimal point, and ASCII letters, whatever the locale of the process: a host program may have
 * set one with a decimal comma, and keys, files and messages are the same under it. Nothing else in normlab calls
 * strtod(), the printf() family for reals, or the functions of ctype.h that the locale changes; struct text and the
 * messages of base/error.h print through this file. The calling thread's locale is as before after each call.
 */
#ifndef NORMLAB_BASE_NUMBER_H
#define NORMLAB_BASE_NUMBER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* As strtod(): the number that s begins with; *end (unless end is NULL) is what follows it, s where there is none. */
double number_parse(const char *s, char **end);

/* Is all of s a number, as number_parse() reads it? "" is none. */
bool number_is(const char *s);

/* As snprintf() and vsnprintf(). */
int number_format(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int number_vformat(char *out, size_t size, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

/* As fprintf(). */
void number_print(FILE *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A short decimal form that reads back as the same double: "0.1", "100", "1e-05", "nan". */
void format_double(char out[32], double v);

/* ---- ASCII ---- */

/* True when a and b are the same word, whether their letters are large or small. */
bool ascii_same(const char *a, const char *b);

/* True when s begins with the prefix, likewise. */
bool ascii_starts(const char *s, const char *prefix);

bool ascii_is_lower(char c);
bool ascii_is_printed(char c); /* from the blank to '~' */
char ascii_upper(char c);

#endif
