/*
 * A merge adds the trial files in root/results/NAME/ to the merged file root/results/NAME.h5. NAME is a name from
 * sweep_name(): that of the experiment, or that of its trials on generated data.
 *
 * A trial file replaces the row with the same key. The keys of all rows are computed anew from their configurations, so
 * that rows of older files have the keys of today's trials. Of rows that then have the same key, the last stays; apart from
 * that, only merge_prune() removes rows. Trial files of another experiment or version, and damaged files, are not merged; a
 * warning says so, and they are not changed. When the merged file is of an older version of the experiment, it is kept as
 * NAME.v<version>.h5, and a new one is written. When the merged file is of a newer version or cannot be read, or when the
 * machine fails to read a trial file or the registry of fresh seeds, the merge fails with a message and does not change the
 * merged file.
 *
 * Of the profiles of trials with fresh seeds a merged file has what claims read (claimed in plan.h).
 *
 * Two merges at the same time lose no rows: each locks root/results while it reads and writes, and the kernel removes
 * the lock when the process ends. On a file system without locks, a merged file may lack trials that finished during
 * another merge; the next merge adds them.
 */
#ifndef NORMLAB_SWEEP_MERGE_H
#define NORMLAB_SWEEP_MERGE_H

#include "sweep/sweep.h"

/* Returns the path root/results/NAME.h5 as a new string. */
char *merge_path(const char *root, const char *name);

/* Reads root/results/NAME.h5 into *r, and sets *there to true; when there is no such file, sets *there to false and
 * *r to empty results. The records get the keys and complete configurations of this version of normlab. r->version
 * may be older than e->version. Returns 0, and results_clear() frees r; or -1 after a message when the file is
 * damaged, of another experiment, or of a newer version. */
int merge_read(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there);

/* As merge_read(), but *r also has the finished trials that are not in the merged file yet: those of a sweep that runs or was
 * stopped. Reads their trial files, and changes no file. Their rows are ordered as merge_update() would order them. *there
 * is true when *r has rows. Sets *unmerged to the number of these trials. A damaged trial file is left out with a warning. */
int merge_view(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there, int *unmerged);

/* Merges the trial files, writes the merged file if anything has changed, and sets *r to its contents. s: the sweep
 * that was run, or NULL; its trials are the first of the new rows, and its axes in which rows differ become axes of the
 * file. command_line: is added to the provenance of a changed file. Returns 0, and results_clear() frees r; or -1 after a
 * message, also when there are no rows. */
int merge_update(const struct plan *e, const char *root, const char *name, const struct sweep *s,
                 const char *command_line, struct results *r);

/* Sets `merged` to true in the trials of the sweep whose rows the merged file has. Returns 0, or -1 after a message. */
int merge_mark(struct sweep *s, const char *root);

struct pruned {
    int rows, rows_left; /* numbers of rows in the cell, and of rows outside it */
    int files;           /* number of trial files in root/results/NAME/ of the rows in the cell */
};

/* Removes the rows in a cell ("norm=batchnorm batch=2") from the merged file, and their trial files if `files_too`.
 * If there are such files and `files_too` is false, changes nothing, because the next merge would add the rows again;
 * pruned->files is then not 0. Returns 0, or -1 after a message, also when no row or every row is in the cell. */
int merge_prune(const struct plan *e, const char *root, const char *name, const char *cell,
                bool files_too, struct pruned *pruned);

#endif
