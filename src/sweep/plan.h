/* What a sweep needs of an experiment: its name and version, its axes, and its presets of trials. */
#ifndef NORMLAB_SWEEP_PLAN_H
#define NORMLAB_SWEEP_PLAN_H

#include "base/formats/config.h"
#include "base/list.h"
#include <stdbool.h>

#define PLAN_BLOCKS  12
#define PLAN_AXES    8
#define PLAN_PRESETS 8

/* A preset's trials are the union of its blocks. A block is the product of its keys' values, written as on the command
 * line: "panel=mlp norm=none,batchnorm batch=2,4". `common` stands before every block's own keys. A value written after
 * two '=', as data==toy-affine, cannot be overridden; if its key is an axis, an override with other values removes the
 * block. */
struct preset {
    const char *name, *about;
    const char *seeds; /* "0-4" */
    const char *common;
    const char *block[PLAN_BLOCKS]; /* ends with NULL */
    int line;                       /* of the experiment's file */
};

struct plan {
    const char *name; /* of the experiment */
    int version;      /* part of every trial's key: raise it when the meaning of a trial changes */
    const char *title;
    const char *question;        /* one sentence */
    const char *axis[PLAN_AXES]; /* columns of the merged table; ends with NULL */
    bool exclusive;              /* measures times: one trial at a time, all of a seed in a row */
    /* From the smallest to the fullest; ends with a NULL name. The last is the main one: claims are about it, and results are
     * shown by it. */
    struct preset preset[PLAN_PRESETS + 1];
};

/* The cells ("norm=batchnorm batch=2") that one claim, table or figure names; NULL for each that it does not use. */
struct cells {
    const char *cell[4];
};

/* How many presets there are, and the number of the main one. */
int plan_presets(const struct plan *p);
int plan_main(const struct plan *p);

/* The number of the preset; -1 when there is no such preset. */
int preset_find(const struct plan *p, const char *name);

/* True when the key is one of the experiment's own axes. */
bool plan_has_axis(const struct plan *p, const char *key);

/* Reads one of the preset's blocks, with what is common to all: a list of values for each key. config_clear() frees. */
void block_parse(const struct preset *p, const char *block, struct config *grid);

/* True when no override replaces the block's values of the key: they are written after two '=', or name its panel. */
bool block_keeps(const struct config *grid, const char *key);

/* Adds the names of the data sets on which the preset's blocks train with these overrides (NULL: none). */
void preset_data(const struct preset *p, const struct config *overrides, struct list *names);

/* True when the data set is generated (it has no files) and the main preset does not use it. */
bool plan_is_generated(const struct plan *e, const char *data);

#endif
