/*
 * An experiment is data: axes, presets, claims and figures. It is one file in src/experiments and
 * one line in its registry.def; expanding, running, storing, drawing and judging are the lab's.
 */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENT_H
#define NORMLAB_EXPERIMENTS_EXPERIMENT_H

#include "figures/figure.h"
#include "figures/table.h"
#include "judge/claims.h"
#include "store/store.h"

#define EXPERIMENT_BLOCKS 12
#define EXPERIMENT_AXES   8

/* A preset's trials are the union of its blocks; a block is the product of its keys' values,
 * written as on the command line: "panel=mlp norm=none,batchnorm batch=2,4". `common` stands before
 * every block's own keys. A value written after two '=', as data==toy-affine, is the block's for good:
 * no override replaces it; where it is an axis's, an override of other values leaves the block out. */
struct preset {
    const char *name, *about;
    const char *seeds; /* "0-4" */
    const char *common;
    const char *block[EXPERIMENT_BLOCKS]; /* ends with NULL */
};

enum { PRESET_SMOKE, PRESET_DEMO, PRESET_PAPER, PRESETS };

struct experiment {
    const char *name;
    int version; /* part of every trial's key: raise it when the meaning of a trial changes */
    const char *title;
    const char *question;              /* one sentence */
    const char *axis[EXPERIMENT_AXES]; /* columns of the merged table; ends with NULL */
    bool exclusive; /* measures times: one trial at a time, all of a seed in a row */
    struct preset preset[PRESETS];
    const struct claim *claims;           /* ends with a NULL id */
    const struct table_request *tables;   /* printed by the summary; ends with a NULL title */
    const struct figure_request *figures; /* ends with a NULL name */
};

/* -1 when there is no such preset. */
int preset_find(const struct experiment *e, const char *name);

/* True for a key that is one of the experiment's own axes. */
bool experiment_has_axis(const struct experiment *e, const char *key);

/* Checks what can be told of the experiment's claims, tables and figures without a trial: that their measures
 * (measure_check()) and the claims' own fields (claims.h) say all that they need, and sum up along axes of the
 * experiment. 0, or -1 after a message that names the first that does not. */
int experiment_check(const struct experiment *e);

/* Checks that the trial's values of the axes along which measures sum up are numbers, positive where their ratios
 * count. 0, or -1 after a message. */
int experiment_check_trial(const struct experiment *e, const struct config *trial);

#endif
