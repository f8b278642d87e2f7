/* Functions of merge_rows.c and merge_provenance.c that merge_update.c and merge_prune.c share. */
#ifndef NORMLAB_SWEEP_MERGE_INTERNAL_H
#define NORMLAB_SWEEP_MERGE_INTERNAL_H

#include "base/list.h"
#include "base/map.h"
#include "sweep/merge.h"

/* Fills the empty map `rows`, which leads from a key to the index of the row with this key; when several rows have the
 * key, to the index of the last of them. The map points to the keys in the rows, so these must not move while it is
 * used. map_clear() frees it. */
void merge_map(const struct results *r, struct map *rows);

/* Adds to `paths` the paths of the trial files in root/results/NAME/, sorted. */
void merge_list_files(struct list *paths, const char *root, const char *name);

/* Waits for the lock on root/results and takes it. Returns a file descriptor; the lock is released when the descriptor is
 * closed or the process ends. Returns -1 when there is no such folder, or, after a warning, when it cannot be locked, as on
 * some network file systems. */
int merge_lock(const char *root);

/* Sets the axes of the results: first those of the experiment, then those other axes of the results and of the sweep s (NULL:
 * none) in which the rows differ. Returns true when the number of axes changed. */
bool merge_axes(struct results *r, const struct plan *e, const struct sweep *s);

/* Computes the provenance of the results anew: joins that of all rows and, if `keep`, that of the existing merged file.
 * `keep` is for rows that have no trial file. The time becomes that of this merge, and its command line is appended to those
 * of earlier merges. */
void merge_provenance(struct results *r, bool keep, const char *command_line);

/* Warns when the rows come from several builds, or from kernels for different instruction sets. */
void merge_warn(const struct results *r);

/* If all rows have a source_commit, sets source_commit of the provenance to the list of theirs. Otherwise changes
 * nothing. */
void merge_commits(struct results *r);

#endif
