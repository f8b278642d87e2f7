/*
 * Options: a table lists the keys that a layer, a named network, an optimizer or a trial accepts, each with its kind, range
 * and default. The table ends with an entry whose name is NULL. option_set() fills a field of a struct from text;
 * `normlab list` prints the same tables. A table that is NULL counts as empty.
 */
#ifndef NORMLAB_BASE_FORMATS_OPTION_H
#define NORMLAB_BASE_FORMATS_OPTION_H

#include "base/formats/config.h"
#include "base/text.h"
#include <stddef.h>

enum option_kind {
    OPTION_INT,    /* int */
    OPTION_REAL,   /* double */
    OPTION_BOOL,   /* bool; its text is 0 or 1 */
    OPTION_CHOICE, /* int: index of a word in choices */
    OPTION_TEXT,   /* char[OPTION_TEXT_MAX] */
    OPTION_WORD,   /* char[OPTION_WORD_MAX] */
};

#define OPTION_TEXT_MAX 2048
#define OPTION_WORD_MAX 96

struct option {
    const char *name;
    enum option_kind kind;
    size_t offset;       /* of the field in the struct */
    const char *initial; /* the default as text; NULL: there is none, so users must set the key */
    double min, max;     /* the range of INT and REAL; both bounds are allowed */
    /* "a|b|c": the words of a CHOICE. For INT and REAL: words that stand for the values -1, -2, ...; NULL: none. */
    const char *choices;
    const char *help; /* one line */
};

/* Sets the fields of *target to the defaults of the table. Fields of options without a default do not change. */
void options_default(const struct option *table, void *target);

/* Sets the field of one option in *target from text. Returns 0, or -1 after adding to `why` what is wrong and which
 * values are accepted; the field then does not change. Prints nothing. */
int option_set(const struct option *table, void *target, const char *key, const char *value,
               struct text *why);

/* Returns the table's option with the name `key`, or NULL. */
const struct option *option_find(const struct option *table, const char *key);

/* Returns the size of an option's field in bytes. */
size_t option_size(const struct option *o);

/* True when the structs a and b have the same value of the option. */
bool option_same(const struct option *o, const void *a, const void *b);

/* Adds the option's value in the struct *source to out, in canonical form. */
void option_print(const struct option *o, const void *source, struct text *out);

/* Sets every key of the table in c to its value in the struct *source, in canonical form. */
void options_to_config(const struct option *table, const void *source, struct config *c);

#endif
