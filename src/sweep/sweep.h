/* From an experiment's preset and a user's overrides to a list of trials. */
#ifndef NORMLAB_SWEEP_SWEEP_H
#define NORMLAB_SWEEP_SWEEP_H

#include "store/store.h"
#include "sweep/plan.h"
#include "train/keys.h"

/* A trial that a sweep asks for. */
struct sweep_trial {
    struct config config; /* complete and canonical */
    char key[TRIAL_KEY];  /* hash of experiment, version and config */
    /* The key that older files have, a hash of the config with layers and nets as they were written; "" where it is the
     * same. */
    char older_key[TRIAL_KEY];
    double cost; /* a guess at its time, in no unit: for the order of work and the time left */
    bool merged; /* the merged file has its row (merge_mark()): it is done */
};

struct sweep {
    const struct plan *plan;
    char *name; /* of its files, results/NAME.h5 and results/NAME/: see sweep_name() */
    struct sweep_trial *trial; /* by blocks, then axes, then seeds; each key once */
    int trials;
    char **axis; /* the experiment's, and every overridden key with more than one value */
    int axes;
    struct execution execution; /* of every trial */
};

/* Expands a preset with overrides, each "KEY=VALUE[,VALUE]...", which replace the blocks' values; panel=NAME,...
 * chooses among the blocks' panels. seed= and `seeds` (NULL: the preset's) take ranges as well, "0-4". Execution keys
 * (train/keys.h) take one value and are no axes. 0; or -1 after a message, with *s empty. */
int sweep_expand(struct sweep *s, const struct plan *e, int preset, char *const *overrides,
                 int count, const char *seeds);
void sweep_clear(struct sweep *s);

/* The name of the files of a preset's trials: the experiment's; or EXPERIMENT.generated when some trials train on
 * generated data that the main preset does not use, so that trials that only try the machinery never meet results.
 * overrides may be NULL. A new string. */
char *sweep_name(const struct plan *e, int preset, const struct config *overrides);

/* The path of a trial's file under root, suffix ".h5" or ".failed"; a new string. */
char *sweep_path(const struct sweep *s, const char *root, int trial, const char *suffix);

/* The path of the file that a trial has, under its key or its older key; NULL when it has none. A new string. */
char *sweep_find(const struct sweep *s, const char *root, int trial, const char *suffix);

/* Reads a trial's file; record_clear() frees. 0; or -1 after a message, also when it holds another trial. */
int sweep_read(const struct sweep *s, const char *root, int trial, struct record *record);

/* The key of a complete configuration. */
void trial_key(const struct plan *e, const struct config *complete, char key[TRIAL_KEY]);

#endif
