/* The part of an experiment that a sweep needs: its name and version, its axes, and its presets. */
#ifndef NORMLAB_SWEEP_PLAN_H
#define NORMLAB_SWEEP_PLAN_H

#include "base/formats/config.h"
#include "base/list.h"
#include "store/profile_number.h"
#include "train/metrics.h"
#include <stdbool.h>

/* Sizes of the arrays below. An experiment has at most PLAN_PRESETS presets; the arrays of blocks and axes end with NULL. */
#define PLAN_BLOCKS  64
#define PLAN_AXES    8
#define PLAN_PRESETS 8

/* A preset. Its trials are the union of its blocks. A block is the product of its keys' values, written as on the
 * command line: "panel=mlp norm=none,batchnorm batch=2,4". A value written after two '=', as data==toy-affine, is
 * kept: an override of its key does not change it. If the key is an axis of the experiment, an override of the key that does
 * not have this value removes the block. */
struct preset {
    const char *name, *about;       /* about: one line for users */
    const char *seeds;              /* "0-4" */
    const char *common;             /* keys that all blocks have, before their own keys */
    const char *block[PLAN_BLOCKS]; /* ends with NULL */
    /* line of the preset in the experiment's file, for messages */
    int line;
};

enum { LEAST_SEEDS = 6 }; /* least_seeds of an experiment whose file does not set it */

/* What a sweep needs of an experiment. */
struct plan {
    const char *name;  /* name of the experiment */
    const char *typed; /* what the user typed to name the experiment: its name, or its file */
    /* part of every trial's key; must be raised when trials with the same configuration get other results */
    int version;
    const char *title;
    const char *question;        /* one sentence */
    const char *axis[PLAN_AXES]; /* columns of the merged table; ends with NULL */
    /* the trials are compared by their times: they run one at a time, seed by seed */
    bool exclusive;
    /* the fewest pairs of seeds from which a claim gets a verdict */
    int least_seeds;
    /* true: merged files have only the final values of the metric, as they have of the metrics with FINAL in metrics.def */
    bool only_final[METRICS];
    /* The profile numbers that claims compare; an entry without a probe ends them. NULL: none. Of the profiles of trials
     * with fresh seeds (fresh/registry.h), merged files have only what these are made from: there may be hundreds of such
     * trials, which only claims read. Their trial files have all. */
    const struct profile_number *claimed;
    /* From the smallest to the largest; ends with a NULL name. The last one is the main preset: claims are about it,
     * and by default its settings are shown. */
    struct preset preset[PLAN_PRESETS + 1];
};

/* Return the number of presets, and the index of the main preset. */
int plan_presets(const struct plan *p);
int plan_main(const struct plan *p);

/* Returns the index of the preset with this name; -1 when there is none. */
int preset_find(const struct plan *p, const char *name);

/* True when the key is one of the experiment's own axes. */
bool plan_has_axis(const struct plan *p, const char *key);

/* Parses one of the preset's blocks, with the keys of p->common, into `grid`: a list of values ("2,4") for each key.
 * Calls BUG() when it cannot be parsed. config_clear() frees grid. */
void block_parse(const struct preset *p, const char *block, struct config *grid);

/* True when overrides do not change the block's value of the key: it was written after two '=', or the key is panel.
 * grid: from block_parse(). */
bool block_keeps(const struct config *grid, const char *key);

/* Adds to `names` the data sets on which the preset's trials are trained, with these overrides (NULL: none). A data set is
 * added once for each block that uses it. */
void preset_data(const struct preset *p, const struct config *overrides, struct list *names);

/* True when `data` is generated data that the main preset of the experiment does not use. */
bool plan_is_generated(const struct plan *e, const char *data);

#endif
