/* Declarations that selection_rows.c (chooses the rows that are shown) and selection_match.c (compares rows with the
 * trials of a preset) share. */
#ifndef NORMLAB_SWEEP_SELECTION_INTERNAL_H
#define NORMLAB_SWEEP_SELECTION_INTERNAL_H

#include "base/list.h"
#include "sweep/selection.h"

/* The axes in which rows of one selection may differ. All other keys except the seed are settings. */
struct axes {
    /* axes of the experiment of which some preset has several values within a panel */
    struct list free;
    /* axes that users added by overrides and that a cell of the experiment names; their values make panels */
    struct list named;
};

/* Adds the free and the named axes to a, which must be empty. preset: [plan_presets(e)] sweeps of all presets. The
 * other parameters are those of selection_init(). list_clear() frees the lists. */
void axes_find(struct axes *a, const struct sweep *preset, const struct plan *e,
               const struct cells *cells, int count, const struct results *r);

/* The trial of a preset that differs least from a row. */
struct match {
    int trial;    /* index in the preset's sweep; -1: the preset has no trials */
    int settings; /* number of settings in which row and trial differ; INT_MAX without a trial */
};

/* Returns, for each of n configurations, the trial of the preset's sweep s that differs least from it, in a new array. */
struct match *matches_of(const struct axes *a, const struct sweep *s,
                         const struct config *const *config, int n);

/* Returns a text for the settings of a row, a new string: its panel, and the keys and values of all settings in which it
 * differs from `planned`, a trial of the preset. planned NULL: the panel alone. Rows with equal texts are shown together. */
char *settings_label(const struct axes *a, const struct config *row, const struct config *planned);

/* Adds to `out` a text for each setting in which the row differs from the other configuration: "KEY=VALUE", or "KEY=VALUE
 * instead of OTHER" if `instead`. Of a long value, only the characters near the first difference are written. */
void name_settings(const struct axes *a, const struct config *row, const struct config *other,
                   bool instead, struct list *out);

/* Returns the first eight items of a list and the number of the others, as "a, b and 2 more": a new string. */
char *list_abridged(const struct list *l);

/* True when one of the cells has a value of the key. */
bool cells_name(const struct cells *c, const char *key);

/* True when the key only says what is measured: probe, probe_at and the like, and test_mistakes. */
bool is_measuring_key(const char *key);

/* Returns the value of a key in a configuration; "" when there is none. */
const char *value_of(const struct config *c, const char *key);

#endif
