/*
 * The loader in parts: experiment_load.c knows the keys of a file, experiment_tree.c what any file has (messages, texts that
 * the experiment owns, cells and blocks, `for`), experiment_study.c what a claim, a figure and a measure need. Private to
 * src/experiments.
 */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENT_INTERNAL_H
#define NORMLAB_EXPERIMENTS_EXPERIMENT_INTERNAL_H

#include "base/formats/yaml_tree.h"
#include "experiments/experiment.h"

struct loader {
    const char *file, *text; /* name for messages, and content */
    struct experiment *e;
    const struct tree *block; /* the settings that are being read */
    int made;                 /* entries that `for` has made */
    struct preset *preset; /* that is being read */
    struct claim *claims;
    struct table_request *tables;
    struct figure_request *figures;
    int claim_count, table_count, figure_count;
};

/* error() with the file and the line before it. */
int load_error(const struct loader *l, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An error for a word that is none of the known ones, which ends with NULL; it names the nearest. kind: "key", "value". */
int load_unknown(const struct loader *l, int line, const char *kind, const char *word,
                 const char *what, const char *const *known);

/* Gives the text to the experiment, which frees it. */
const char *load_keep(struct loader *l, char *text);

/* An array of zeros, which the experiment frees. */
void *load_array(struct loader *l, int n, size_t size);

/* Checks that a key is one of trials, an axis, or one that a net's text names as ${key}. 0 or -1 after a message. */
int load_key(const struct loader *l, int line, const char *key);

/* Checks that no ${NAME} is left in a text; in that of a net, where the trial's keys fill them in, they may be. 0 or -1 after a
 * message. */
int load_complete(const struct loader *l, int line, const char *text, bool net);

/* A cell: a map of keys and values, or a text as on the command line. */
int load_cell(struct loader *l, const struct tree *value, const char **out);

/* A map of keys and values as "key=value key=value,value". In a block, `fixed` may hold such a map, and the keys and values
 * must be those of trials. */
int load_settings(struct loader *l, const struct tree *map, bool block, const char **out);

/* Calls read() for each entry of a list (NULL: none), and for each that a `for` makes of one. */
int load_each(struct loader *l, const struct tree *list, const char *name,
              int (*read)(struct loader *l, const struct tree *entry));

/* What is wrong with it, as "needs a margin above 0"; NULL: nothing. */
const char *claim_fault(const struct claim *c);
const char *figure_fault(const struct figure_request *q);

/* Adds what is wrong with the measure, or nothing: its fields, and that it sums up along an axis of the experiment. */
int measure_fault(const struct experiment *e, const struct measure *m, struct text *why);

#endif
