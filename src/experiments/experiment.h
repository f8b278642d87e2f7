/*
 * An experiment is a YAML text with axes, presets of trials, claims, tables and figures (docs/experiments.md).
 * normlab's own experiments are files in this folder, each with a line in experiments.def; their texts are part of
 * the program.
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
    const struct claim *claims;           /* a NULL id ends them */
    const struct table_request *tables;   /* the tables of the summary; a NULL title ends them */
    const struct figure_request *figures; /* a NULL name ends them */
    struct list notes;                    /* the paragraphs of the notes, for the report */
    const char *file;                     /* the name of the file, for messages */
    /* Memory to which the members above point. Only the loader uses it. */
    struct list texts;
    void **array;
    int arrays;
};

/* experiment_load() reads an experiment from a file. experiment_parse() reads it from the text of a file, which messages
 * call `file`. Both return a new experiment, or NULL after one message with file and line. experiment_free() frees it; e
 * may be NULL. */
struct experiment *experiment_load(const char *path);
struct experiment *experiment_parse(const char *file, const char *text);
void experiment_free(struct experiment *e);

/* normlab's own experiments, in the order of lists and reports. A NULL name ends them. */
struct builtin {
    const char *name, *yaml;
};
extern const struct builtin builtin_experiments[];

/* The text of a new experiment's file, in which @NAME@ stands for the experiment's name. */
extern const char *const experiment_template;

/* True when s may be the name of an experiment: lower-case letters, digits and _, with a letter first. */
bool experiment_is_name(const char *s);

/* Returns the text of normlab's own experiment of this name; NULL when there is none. */
const char *builtin_find(const char *name);

/* Returns the path of the user's experiment `name`. A name that has a '/' or ends with ".yaml" is the path itself.
 * Any other name means the first NAME.yaml that exists in these folders: ".", experiments/, the folders of
 * $NORMLAB_EXPERIMENTS (separated by ':'), and the user's data folder, $XDG_DATA_HOME/normlab/experiments or
 * ~/.local/share/normlab/experiments. Returns a new string; NULL when there is no such file. */
char *experiment_path(const char *name);

/* Adds the names of normlab's own experiments, then those of the user's experiments in the folders of
 * experiment_path(), to `names`; no name is added twice. Only a file *.yaml that has a line "presets:" counts as an
 * experiment. Returns 0; or -1 after a message when a file or folder cannot be read, with all other names added. */
int experiment_names(struct list *names);

/* The rows of the ledger, and the notes N0 to N4; the first rows are sentences of these notes (literature.def). A NULL
 * id ends each array. */
extern const struct claim_row claim_rows[];
extern const struct source_note source_notes[];

/* Makes the sweep of a preset: sweep_expand() with the experiment's plan. Also checks the values of each axis along
 * which a measure is made: they must be numbers, and positive when ratios of them are taken. Returns 0, and the caller frees
 * s by sweep_clear(); or -1 after a message, with nothing to free. */
int experiment_expand(struct sweep *s, const struct experiment *e, int preset,
                      char *const *overrides, int count, const char *seeds);

/* Lets the intervals of all claims take the choice of test samples in, where that is possible (struct claim). */
void experiment_take_test_samples(struct experiment *e);

/* Returns the cells of the claims, then those of the tables, then those of the figures, in a new array of *count,
 * which the caller frees. The strings belong to the experiment. */
struct cells *experiment_cells(const struct experiment *e, int *count);

/* Returns the measure of the claim, table or figure with index i in experiment_cells(). A claim that expects a refusal
 * has none: all fields are 0. */
const struct measure *experiment_measure(const struct experiment *e, int i);

/* Call study_open(), study_view(), study_take(), study_merge() and study_of_main() with the claims of the experiment and the
 * cells of its claims, tables and figures. The other parameters and the result are as in judge/study.h. */
int experiment_open(struct study *s, const struct experiment *e, const char *root, int preset,
                    bool *there);
int experiment_view(struct study *s, const struct experiment *e, const struct sweep *sweep,
                    int preset, const char *root, bool *there);
int experiment_take(struct study *s, const struct experiment *e, const char *root, int preset,
                    struct results *results);
int experiment_merge(struct study *s, const struct experiment *e, const struct sweep *sweep,
                     int preset, const char *root, const char *command_line);

void experiment_open_main(struct study *shown, const struct experiment *e, const struct study *of);

#endif
