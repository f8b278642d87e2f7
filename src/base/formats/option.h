/*
 * Options: a table says which keys a thing takes, of what kind and range and with what default; the
 * parser fills the thing's struct from text. Layers, networks of the zoo, data sets and trials all
 * declare their keys this way, and `normlab list` prints the same tables.
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
    size_t offset;       /* of the field in the struct that is filled */
    const char *initial; /* the default as text; NULL: the key must be given */
    double min, max;     /* closed range of INT and REAL */
    const char *choices; /* "a|b|c": the words of a CHOICE; for INT and REAL, words that stand for
                            -1, -2, ... beside the numbers */
    const char *help;    /* one line */
};

/* Fills *target with the defaults of table (ends with a NULL name). Required ones are left alone.
 */
void options_default(const struct option *table, void *target);

/* Sets one option from text. 0, or -1 with a message (what is wrong and what is accepted) added to
 * why; nothing is printed. An unknown key names the nearest known one. */
int option_set(const struct option *table, void *target, const char *key, const char *value,
               struct text *why);

/* The table's entry of that name, or NULL. */
const struct option *option_find(const struct option *table, const char *key);

/* Bytes of its field. */
size_t option_size(const struct option *o);

/* True when both structs have the same value of it. */
bool option_same(const struct option *o, const void *a, const void *b);

/* Adds its value in *source, canonically written. */
void option_print(const struct option *o, const void *source, struct text *out);

/* Sets in c every key of the table to its value in *source, canonically written. */
void options_to_config(const struct option *table, const void *source, struct config *c);

#endif
