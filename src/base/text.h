/* struct text: a string that grows when text is added at its end. Zero-initialize it; text_clear() frees it. */
#ifndef NORMLAB_BASE_TEXT_H
#define NORMLAB_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
    char *s;                 /* the text and a NUL; NULL before anything was added */
    size_t length, capacity; /* bytes of the text without the NUL; bytes that are allocated */
};

/* Adds text that is formatted as by printf(), with a decimal point in any locale. */
void text_add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds an item of a list: as text_add(), but adds the separator first, unless the text is empty. */
void text_add_item(struct text *t, const char *separator, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds the first n bytes of s. */
void text_addn(struct text *t, const char *s, size_t n);

/* Adds s. Faster than text_add(), because nothing is formatted. */
void text_adds(struct text *t, const char *s);

/* Adds the first n bytes of s, each character as utf8_show() shows it (base/utf8.h), so that none controls a terminal.
 * s[n] must be NUL. */
void text_add_shown(struct text *t, const char *s, size_t n);

/* Adds s as a JSON string (RFC 8259) with quotation marks around it. Bytes that are not UTF-8 become U+FFFD. Characters
 * that control a terminal (utf8_control()) become escapes of JSON. */
void text_add_json(struct text *t, const char *s);

/* Adds s as one word of a POSIX shell, in single quotes if the shell would read s differently without them. */
void text_add_shell(struct text *t, const char *s);

/* Removes the blanks before each newline, and all form feeds. */
void text_trim_lines(struct text *t);

/* Frees the text. t is then empty and may be used again. */
void text_clear(struct text *t);

/* Returns the text, or "" when nothing was added. t owns it. */
const char *text_str(const struct text *t);

/* Returns what makes a noun plural after the number n, as in "%d trial%s": "" for 1, else "s". */
const char *plural(double n);

/* Returns a new string, formatted as by text_add(). The caller frees it. */
char *format_new(const char *format, ...) __attribute__((format(printf, 1, 2)));

bool text_starts_with(const char *s, const char *prefix);

/* True when s ends with `end` and is longer than it. */
bool text_ends_with(const char *s, const char *end);

/* True when word is one of the names, which end with NULL. */
bool text_is_among(const char *word, const char *const *names);

/* Returns the name with the smallest edit distance to word; NULL when every distance is larger than half the length of
 * word. The distance counts as 1 when name or word is a prefix of the other and has at least two letters. Otherwise it
 * counts as infinite when one of them has more than 48 letters. names ends with NULL. */
const char *text_nearest(const char *word, const char *const *names);

#endif
