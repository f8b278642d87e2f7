/*
 * Numbers as text, and ASCII letters, independent of the locale. A program that uses the C library may have a locale
 * with a decimal comma, but keys, files and messages must stay the same. No other file of normlab calls strtod(), the
 * printf() family for real numbers, or functions of ctype.h that depend on the locale; base/text.h and base/error.h
 * use this file to format numbers. After each call the calling thread has the same locale as before.
 */
#ifndef NORMLAB_BASE_NUMBER_H
#define NORMLAB_BASE_NUMBER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Works like strtod() in the C locale: returns the number at the start of s. Unless end is NULL, *end is set to the
 * first character after the number, or to s if there is no number. */
double number_parse(const char *s, char **end);

/* True when the whole of s is a number as strtod() reads it: white space may precede it, and "inf", "nan" and "0x1p3"
 * are numbers. False for "". */
bool number_is(const char *s);

/* Work like snprintf() and vsnprintf() in the C locale: the decimal separator is a point. */
int number_format(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int number_vformat(char *out, size_t size, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

/* Works like fprintf() in the C locale. */
void number_print(FILE *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes v in a short decimal form that number_parse() reads back as the same double: "0.1", "100", "1e-05", "nan". */
void format_double(char out[32], double v);

/* ---- ASCII ---- */

/* True when a equals b, with upper and lower case taken as the same. */
bool ascii_same(const char *a, const char *b);

/* True when s begins with the prefix, with upper and lower case taken as the same. */
bool ascii_starts(const char *s, const char *prefix);

bool ascii_is_lower(char c);
bool ascii_is_printed(char c); /* true when c is from ' ' to '~' */
char ascii_upper(char c); /* returns a letter a to z in upper case, any other character unchanged */

#endif
