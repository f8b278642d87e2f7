/*
 * Options: a table lists the keys that a layer, a network of the zoo, an optimizer or a trial takes, with kind, range
 * and default. The parser fills a struct from text; `normlab list` prints the same tables.
 */
#ifndef NORMLAB_BASE_FORMATS_OPTION_H
#define NORMLAB_BASE_FORMATS_OPTION_H

#include "base/formats/config.h"
#include "base/text.h"
#include <stddef.h>

enum option_kind {
    OPTION_INT,    /* int */
    OPTION_REAL,   /* double */
    OPTION_BOOL,   /* bool; 0 or 1 */
    OPTION_CHOICE, /* int: index into choices */
    OPTION_TEXT,   /* char[OPTION_TEXT_MAX] */
    OPTION_WORD,   /* char[OPTION_WORD_MAX] */
};

#define OPTION_TEXT_MAX 2048
#define OPTION_WORD_MAX 96

struct option {
    const char *name;
    enum option_kind kind;
    size_t offset;       /* of the field in the struct */
    const char *initial; /* the default as text; NULL: the key must be given */
    double min, max;     /* closed range of INT and REAL */
    /* "a|b|c": the words of a CHOICE; of INT and REAL, words for the values -1, -2, ... */
    const char *choices;
    const char *help; /* one line */
};

/* Sets the fields of *target to the defaults of the table, which ends with a NULL name; those without default stay. */
void options_default(const struct option *table, void *target);

/* Sets one option from text. 0, or -1 after adding to why what is wrong and what is accepted; prints nothing. */
int option_set(const struct option *table, void *target, const char *key, const char *value,
               struct text *why);

/* The option called `key`, or NULL. */
const struct option *option_find(const struct option *table, const char *key);

/* The number of bytes of an option's field. */
size_t option_size(const struct option *o);

/* True when both structs have the same value of the option. */
bool option_same(const struct option *o, const void *a, const void *b);

/* Adds the option's value in *source, in canonical form. */
void option_print(const struct option *o, const void *source, struct text *out);

/* Sets every key of the table in c to its value in *source, in canonical form. */
void options_to_config(const struct option *table, const void *source, struct config *c);

#endif
