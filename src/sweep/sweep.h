/* Expands a preset of an experiment, with a user's overrides, to a list of trials. */
#ifndef NORMLAB_SWEEP_SWEEP_H
#define NORMLAB_SWEEP_SWEEP_H

#include "store/store.h"
#include "sweep/plan.h"
#include "train/keys.h"

/* A trial of a sweep. */
struct sweep_trial {
    struct config config; /* complete and canonical */
    char key[TRIAL_KEY];  /* hash of experiment, version and config */
    /* The key in the names of older files, a hash of the configuration in which texts of layers and nets are not canonical,
     * but as the user wrote them; "" when it equals `key`. */
    char older_key[TRIAL_KEY];
    /* estimated time of the trial, in any unit, for the order of the trials and the progress bar */
    double cost;
    /* the merged file has the trial's row, so that the trial is done; set by merge_mark() */
    bool merged;
};

struct sweep {
    const struct plan *plan;
    /* NAME in the paths of its files, results/NAME.h5 and results/NAME/: see sweep_name() */
    char *name;
    /* [trials] block by block; in a block in the order of its keys' values, then of the seeds; no two have the same
     * key */
    struct sweep_trial *trial;
    int trials;
    /* [axes] the axes of the experiment, then overridden keys with more than one value */
    char **axis;
    int axes;
    struct execution execution; /* the execution keys of all trials */
};

/* Expands the preset with index `preset` of e to trials. overrides[count]: each is "KEY=VALUE[,VALUE]..." and
 * replaces the blocks' values of the key; panel=NAME[,NAME]... keeps only the blocks of these panels. With net=, one NAME
 * that no block has becomes the panel of all trials. seeds: the seeds, as "0-4,7"; NULL: those of an override seed=...,
 * else those of the preset. Execution keys (train/keys.h) have one value and are not axes. Returns 0, and sweep_clear()
 * frees s; or -1 after a message, with s empty. */
int sweep_expand(struct sweep *s, const struct plan *e, int preset, char *const *overrides,
                 int count, const char *seeds);
void sweep_clear(struct sweep *s);

/* Makes a sweep without trials, with the plan, the name, the axes and the execution keys of `of`. sweep_clear() frees s. */
void sweep_begin_like(struct sweep *s, const struct sweep *of);

/* True when the key of a trial takes any number from *least to *most, as lr does; false for whole numbers, and for keys of nets
 * and optimizers, whose range is not known here. */
bool sweep_takes_numbers(const char *key, double *least, double *most);

/* Adds a trial with this complete and canonical configuration, but with this seed. cost: see struct sweep_trial. */
void sweep_add(struct sweep *s, const struct config *complete, const char *seed, double cost);

/* Returns NAME in the paths of the files of a preset's trials, results/NAME.h5 and results/NAME/: a new string. NAME is
 * the name of the experiment, or EXPERIMENT.generated when some trials are trained on generated data that the main
 * preset does not use. Results of trials that only try the program out are thus kept apart from other results. overrides
 * may be NULL. */
char *sweep_name(const struct plan *e, int preset, const struct config *overrides);

/* Returns the values of the axes and the seed of a configuration, as "norm=none batch=2 seed=0": a new string. axis: the names
 * of `axes` axes; a NULL among them ends the list earlier. */
char *trial_name(const char *const *axis, int axes, const struct config *c);

/* Returns the name of the trial s->trial[trial], as trial_name(): a new string. */
char *sweep_trial_name(const struct sweep *s, int trial);

/* Returns the path of the folder of the trials' files, root/results/NAME: a new string. */
char *sweep_folder(const struct sweep *s, const char *root);

/* Returns the path of the file of trial s->trial[trial], root/results/NAME/KEY<suffix>, whether it exists or not: a new
 * string. root: the folder that has results/. suffix: ".h5", or ".failed" for the message of a failed trial. */
char *sweep_path(const struct sweep *s, const char *root, int trial, const char *suffix);

/* Returns the path of the existing file of trial s->trial[trial], under its key or its older key: a new string. NULL when
 * there is no such file. */
char *sweep_find(const struct sweep *s, const char *root, int trial, const char *suffix);

/* Reads the file of trial s->trial[trial]. Returns 0, and record_clear() frees the record; or -1 after a message,
 * also when the file has another trial, with nothing to free. */
int sweep_read(const struct sweep *s, const char *root, int trial, struct record *record);

/* Returns a rough estimate of a trial's time, without a unit, from its complete configuration. The estimate is used to
 * order trials and to show progress. */
double trial_cost(const struct config *complete);

/* Writes to `key` the key of the trial of experiment e with this complete and canonical configuration. */
void trial_key(const struct plan *e, const struct config *complete, char key[TRIAL_KEY]);

#endif
