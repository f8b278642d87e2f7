/* struct text: a string that grows. Zero-initialize it; text_clear() frees it. */
#ifndef NORMLAB_BASE_TEXT_H
#define NORMLAB_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
    char *s; /* with a NUL behind its length; NULL before anything was added */
    size_t length, capacity;
};

void text_add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds an item of a list: the separator first, unless the text is empty. */
void text_add_item(struct text *t, const char *separator, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void text_addn(struct text *t, const char *s, size_t n);

/* Adds s, faster than text_add(). */
void text_adds(struct text *t, const char *s);

/* Adds s as a JSON string (RFC 8259) with its quotes; bytes that are not UTF-8 become U+FFFD. */
void text_add_json(struct text *t, const char *s);

/* Adds s as one word of a POSIX shell, in single quotes if need be. */
void text_add_shell(struct text *t, const char *s);

/* The number of bytes of the UTF-8 character (RFC 3629) at the start of s; 0: there is none. */
int text_utf8_length(const char *s);

void text_clear(struct text *t);

/* The text, "" when nothing was added. Owned by t. */
const char *text_str(const struct text *t);

/* A new string, formatted as by printf(); the caller frees it. */
char *format_new(const char *format, ...) __attribute__((format(printf, 1, 2)));

bool text_starts_with(const char *s, const char *prefix);

/* The name with the smallest edit distance to word, or NULL when all are too different. names ends with NULL. */
const char *text_nearest(const char *word, const char *const *names);

#endif
