/* What merge_update.c and merge_prune.c share. */
#ifndef NORMLAB_SWEEP_MERGE_INTERNAL_H
#define NORMLAB_SWEEP_MERGE_INTERNAL_H

#include "base/list.h"
#include "sweep/merge.h"

/* The index of the row with that key, or -1. */
int merge_row(const struct results *r, const char *key);

/* Adds the paths of the trial files in root/results/NAME/, sorted. */
void merge_list_files(struct list *paths, const char *root, const char *name);

/* Locks root/results until the process ends or closes the descriptor that it returns. -1 where there is no such folder,
 * or, after a warning, where it cannot be locked, as on some shared folders. */
int merge_lock(const char *root);

/* Sets the axes of the results: the experiment's own; then those that the results and the sweep (NULL: none) have
 * besides, if the rows differ in them. Returns true when their number changed. */
bool merge_axes(struct results *r, const struct plan *e, const struct sweep *s);

/* Makes the provenance's list of commits that of the rows, if each row knows the commit of its build. */
void merge_commits(struct results *r);

#endif
