/* What selection_rows.c (which rows are shown) and selection_match.c (how a row differs from a preset) share. */
#ifndef NORMLAB_SWEEP_SELECTION_INTERNAL_H
#define NORMLAB_SWEEP_SELECTION_INTERNAL_H

#include "base/list.h"
#include "store/cell.h"
#include "sweep/selection.h"

/* The axes in which rows of one selection may differ. All other keys but the seed are settings. */
struct axes {
    struct list free; /* axes of the experiment that some preset varies within a panel */
    struct list
        named; /* axes that users made and cells of the experiment name: these make panels */
};
void axes_find(struct axes *a, const struct sweep *preset, const struct plan *e,
               const struct cells *cells, int count, const struct results *r);

/* The preset's trial that a row is most like. */
struct match {
    int trial;    /* index in the preset's sweep; -1: the preset has no trials */
    int settings; /* number of settings in which the two differ; INT_MAX without a trial */
};

/* The matches of n configurations with the trials of a preset's sweep. A new array. */
struct match *matches_of(const struct axes *a, const struct sweep *s,
                         const struct config *const *config, int n);

/* What rows must share to be shown together: the panel, and the settings that differ from those of the preset's trial
 * (NULL: there is none), whole. A new string, to be compared. */
char *settings_label(const struct axes *a, const struct config *row, const struct config *planned);

/* Adds "KEY=VALUE" for each setting of the row that differs from the other configuration's, or "KEY=VALUE instead of
 * OTHER" when `instead`. Long values are cut to the part around their first difference. */
void name_settings(const struct axes *a, const struct config *row, const struct config *other,
                   bool instead, struct list *out);

/* "a, b and 2 more": the first eight items; a new string. */
char *list_abridged(const struct list *l);

/* True when one of the cells sets the key. */
bool cells_name(const struct cells *c, const char *key);

/* The value of a key, "" when there is none. */
const char *value_of(const struct config *c, const char *key);

#endif
