/*
 * Numbers as text with a decimal point, and ASCII letters, whatever the locale of the process: a host program may use
 * one with a decimal comma, and keys, files and messages must stay the same. Nothing else in normlab calls strtod(),
 * the printf() family for reals, or functions of ctype.h that depend on the locale; struct text and base/error.h
 * print with this file. No call changes the calling thread's locale.
 */
#ifndef NORMLAB_BASE_NUMBER_H
#define NORMLAB_BASE_NUMBER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* As strtod(): the number at the start of s. *end, unless end is NULL, is what follows it, or s if there is no
 * number. */
double number_parse(const char *s, char **end);

/* True when all of s is a number for number_parse(); "" is none. */
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

/* True when a equals b but for upper and lower case. */
bool ascii_same(const char *a, const char *b);

/* True when s begins with the prefix, upper and lower case being the same. */
bool ascii_starts(const char *s, const char *prefix);

bool ascii_is_lower(char c);
bool ascii_is_printed(char c); /* from ' ' to '~' */
char ascii_upper(char c);

#endif
