/*
 * An experiment is a text: a YAML file with axes and presets of trials, claims, tables and figures (docs/experiments.md).
 * Those of normlab are files in this folder and a line each in experiments.def; they are part of the program.
 */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENT_H
#define NORMLAB_EXPERIMENTS_EXPERIMENT_H

#include "base/list.h"
#include "figures/figure.h"
#include "figures/table.h"
#include "judge/claims.h"
#include "judge/study.h"
#include "sweep/sweep.h"

struct experiment {
    struct plan plan;
    const struct claim *claims;           /* ends with a NULL id */
    const struct table_request *tables;   /* printed by the summary; ends with a NULL title */
    const struct figure_request *figures; /* ends with a NULL name */
    struct list notes;                    /* paragraphs for the report */
    const char *file;                     /* for messages */
    /* What the above points to: private to the loader. */
    struct list texts;
    void **array;
    int arrays;
};

/* Reads an experiment from a file, or from the text of one; the file's name stands in messages. NULL after one message
 * with file and line. experiment_free() frees; NULL is allowed. */
struct experiment *experiment_load(const char *path);
struct experiment *experiment_parse(const char *file, const char *text);
void experiment_free(struct experiment *e);

/* normlab's own experiments, in the order of lists and reports; they end with a NULL name. */
struct builtin {
    const char *name, *yaml;
};
extern const struct builtin builtin_experiments[];

/* The text of a file to start from, in which @NAME@ stands for the experiment's name. */
extern const char *const experiment_template;

/* True for at most 64 lower-case letters, digits and _ that begin with a letter. */
bool experiment_is_name(const char *s);

/* The text of the experiment of that name, or NULL. */
const char *builtin_find(const char *name);

/* The file that `name` means when it is no experiment of normlab's own: the path itself, where it has a '/' or ends with
 * ".yaml"; else NAME.yaml in ".", in experiments/, in the folders of $NORMLAB_EXPERIMENTS (separated by ':'), in the user's
 * data folder. A new string; NULL when there is none. */
char *experiment_path(const char *name);

/* The names of normlab's own experiments, then those of the user's that lie in these folders, each once. Of files in "."
 * those with a line "presets:" count. */
void experiment_names(struct list *names);

/* The rows of the ledger; ends with a NULL id. */
extern const struct claim_row claim_rows[];

/* sweep_expand() of an experiment. Checks that each trial's values of the axes along which
 * measures sum up are numbers, positive where their ratios count. 0, or -1 after a message. */
int experiment_expand(struct sweep *s, const struct experiment *e, int preset,
                      char *const *overrides, int count, const char *seeds);

/* The cells of the claims, then those of the tables, then those of the figures: a new array of *count. */
struct cells *experiment_cells(const struct experiment *e, int *count);

/* study_open(), study_merge() and study_of_main() of the experiment, with its claims and the cells of all that it shows. */
int experiment_open(struct study *s, const struct experiment *e, const char *root, int preset,
                    bool *there);
int experiment_merge(struct study *s, const struct experiment *e, const struct sweep *sweep,
                     int preset, const char *root, const char *command_line);

void experiment_open_main(struct study *shown, const struct experiment *e, const struct study *of);

#endif
