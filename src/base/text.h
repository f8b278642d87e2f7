/* struct text: a growing string. Zero-initialize it; text_clear() frees it. */
#ifndef NORMLAB_BASE_TEXT_H
#define NORMLAB_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
    char *s; /* NUL-terminated once anything was added; NULL before */
    size_t length, capacity;
};

void text_add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds an item of a list: the separator first, unless the text is empty. */
void text_add_item(struct text *t, const char *separator, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void text_addn(struct text *t, const char *s, size_t n);

/* Adds s as it is, faster than text_add() does. */
void text_adds(struct text *t, const char *s);

/* Adds s as a JSON string (RFC 8259), quotes included; bytes that are no UTF-8 become U+FFFD. */
void text_add_json(struct text *t, const char *s);

/* Adds s as one word of a POSIX shell, in single quotes where it must be. */
void text_add_shell(struct text *t, const char *s);

/* Bytes of the UTF-8 character (RFC 3629) that s begins with; 0: it begins with none. */
int text_utf8_length(const char *s);

void text_clear(struct text *t);

/* The text, "" when nothing was added. Owned by t. */
const char *text_str(const struct text *t);

/* A new string in printf's manner; the caller frees it. */
char *format_new(const char *format, ...) __attribute__((format(printf, 1, 2)));

bool text_starts_with(const char *s, const char *prefix);

/* The name nearest to word by edit distance, or NULL when none is near. names ends with NULL. */
const char *text_nearest(const char *word, const char *const *names);

#endif
