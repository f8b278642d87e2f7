/*
 * The interface between the files of the loader; private to src/experiments. experiment_load.c knows the keys of an
 * experiment's file, and experiment_fields.c reads their values by its tables. experiment_tree.c has what is not special
 * to one key: messages, texts that the experiment owns, cells, blocks and `for`. experiment_measure.c reads what measures
 * are made from, experiment_figure.c bands, theory and references of figures. experiment_study.c checks claims, figures
 * and measures. Functions that return int return 0, or -1 after a message, unless they say otherwise.
 */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENT_INTERNAL_H
#define NORMLAB_EXPERIMENTS_EXPERIMENT_INTERNAL_H

#include "base/formats/yaml_tree.h"
#include "experiments/experiment.h"

struct loader {
    const char *file, *text; /* the name of the file, for messages, and its content */
    struct experiment *e;
    const struct tree *block; /* the map of settings that is being read */
    int made;                 /* number of entries that all `for` of the file have made so far */
    struct preset *preset;    /* the preset that is being read */
    struct claim *claims;
    struct table_request *tables;
    struct figure_request *figures;
    int claim_count, table_count, figure_count;
};

/* Prints an error that begins with the file and the line. Returns -1. */
int load_error(const struct loader *l, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Prints an error for a word that is not among the known words. The error names the most similar known word; when none
 * is similar, it lists all known words. kind: what the word is, such as "key" or "value". what: the thing that should
 * have it, such as "a claim". NULL ends `known`. Returns -1. */
int load_unknown(const struct loader *l, int line, const char *kind, const char *word,
                 const char *what, const char *const *known);

/* Returns a copy of the text that belongs to the experiment, and frees `text`. */
const char *load_keep(struct loader *l, char *text);

/* Returns an array of n elements of `size` bytes, all zero. It belongs to the experiment. */
void *load_array(struct loader *l, int n, size_t size);

/* Checks that a key is known: a key of trials, an axis, or a variable ${key} in the text of a net. Returns 0, or -1
 * after a message. */
int load_key(const struct loader *l, int line, const char *key);

/* Checks that a text has no ${NAME} left: each must have been a variable of a `for`. Not for blocks, where a key of the
 * trial fills in a ${NAME} of a net's text. Returns 0, or -1 after a message. */
int load_complete(const struct loader *l, int line, const char *text);

/* Reads a cell, which is a map of keys and values, or a text as on the command line. */
int load_cell(struct loader *l, const struct tree *value, const char **out);

/* Reads a map of keys and values. *out becomes the text "key=value key=value,value", which belongs to the experiment.
 * block: the map is a block. In a block the value of the key `fixed` may be another map of this kind, whose pairs become
 * "key==value"; and all keys and values must be those of trials. */
int load_settings(struct loader *l, const struct tree *map, bool block, const char **out);

/* Reads the name of a metric. Returns 0, or -1 after a message. */
int load_metric(struct loader *l, const struct tree *value, enum metric *out);

/* Reads what a measure is made from: the name of a metric, or PROBE.COLUMN for a profile number. layers, at: the values
 * of these keys, which only a profile number may have; NULL: the file has no such key. Both texts must belong to the
 * experiment. out->how must have been read; for a profile number, `how: first` is changed to `at: first`. Returns 0, or
 * -1 after a message. */
int load_quantity(struct loader *l, const struct tree *value, const char *layers, const char *at,
                  struct measure *out);

/* Reads the number with which a claim compares its cell: a number, or a formula of stats/theory.h with its argument,
 * such as "batchnorm_growth 8". Returns 0, or -1 after a message. */
int load_value(struct loader *l, const struct tree *value, struct claim *c);

/* Calls read() for each entry of a list, until one call fails. An entry with the key `for` is replaced by the
 * entries that the `for` makes. list NULL: no entries. name: the list's key, for messages. */
int load_each(struct loader *l, const struct tree *list, const char *name,
              int (*read)(struct loader *l, const struct tree *entry));

/* True when the value of a figure's `x` or `panels` need not be a key of trials, such as "layer" or a metric. field:
 * the name of the figure's key. */
bool figure_field_is_no_key(const char *field, const char *value);

/* Reads the keys `bands` and `theory` of a figure; q->of, its measure, must have been read. Returns 0, or -1 after a
 * message. */
int load_bands_and_theory(struct loader *l, const struct tree *map, struct figure_request *q);

/* Reads `reference` of a figure: values of its series. Returns 0, or -1 after a message. */
int load_reference(struct loader *l, const struct tree *map, struct figure_request *q);

/* Return what is wrong with a claim or a figure, such as "needs a margin above 0"; NULL when nothing is. */
const char *claim_fault(const struct claim *c);
const char *figure_fault(const struct figure_request *q);

/* Checks the fields of a measure. A measure along an axis must be along one of the experiment's axes. Returns 0, or
 * -1 after adding to `why` what is wrong. */
int measure_fault(const struct experiment *e, const struct measure *m, struct text *why);

/* ---- fields of a map (experiment_fields.c) ---- */

enum field_kind {
    FIELD_ANY,  /* another function reads the value */
    FIELD_TEXT, /* const char * */
    /* const char *: a key of trials, or another value that figure_field_is_no_key() allows */
    FIELD_KEY,
    FIELD_CELL,    /* const char *, written as on the command line */
    FIELD_NUMBER,  /* double */
    FIELD_WHOLE,   /* int */
    FIELD_FLAG,    /* bool: yes or no */
    FIELD_CHOICE,  /* int: the index of the value among the choices */
    FIELD_METRIC,  /* enum metric */
    FIELD_MEASURE, /* struct measure */
    FIELD_PRINTED, /* const struct printed *: values that a publication prints, by epoch */
};

struct field {
    const char *key;
    enum field_kind kind;
    size_t offset; /* offset of the member in the struct that is filled */
    bool needed;
    /* The values of a FIELD_CHOICE, in the order of their numbers. NULL ends them. */
    const char *choices[12];
};

/* A field of the table. NEEDED: the map must have the key. CHOICE: the value is one of the words that follow. ELSEWHERE:
 * another function reads the value. */
#define FIELD(k, name, type, member)                                                               \
    {                                                                                              \
        .key = name, .kind = FIELD_##k, .offset = offsetof(type, member)                           \
    }
#define NEEDED(k, name, type, member)                                                              \
    {                                                                                              \
        .key = name, .kind = FIELD_##k, .offset = offsetof(type, member), .needed = true           \
    }
#define CHOICE(name, type, member, ...)                                                            \
    {                                                                                              \
        .key = name, .kind = FIELD_CHOICE, .offset = offsetof(type, member), .choices = {          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define ELSEWHERE(name)                                                                            \
    {                                                                                              \
        .key = name, .kind = FIELD_ANY                                                             \
    }
#define NEEDED_ELSEWHERE(name)                                                                     \
    {                                                                                              \
        .key = name, .kind = FIELD_ANY, .needed = true                                             \
    }

/* Fills the struct `out` from a map. fields: a table of the keys that the map may have; a NULL key ends it. what:
 * what the map describes, such as "a claim", for messages. Returns 0, or -1 after a message. */
int load_map(struct loader *l, const struct tree *map, const char *what, const struct field *fields,
             void *out);

/* Reads a text that is not empty and has no ${NAME} left; it belongs to the experiment. key: the key of the value, for
 * messages. Returns 0, or -1 after a message. */
int load_text(struct loader *l, const char *key, const struct tree *value, const char **out);

#endif
