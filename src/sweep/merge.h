/*
 * A merge adds the trial files in root/results/NAME/ to the merged file root/results/NAME.h5. NAME is the
 * experiment's, or that of its trials on generated data (sweep_name()).
 *
 * A trial's file replaces the row with its key; nothing else removes rows but merge_prune(). Keys are computed anew
 * from the rows' configurations, so that rows of older files meet the trials of today. Files of another experiment or
 * version, and files that cannot be read, are left out with a warning, and stay where they are. A merged file of an
 * older version of the experiment is kept as NAME.v<version>.h5 when a new one is written. One of a newer version, or
 * one that cannot be read, ends the merge with a message and is left alone.
 *
 * Two merges at once lose no rows: each holds a lock on root/results while it reads and writes; the lock ends with
 * its process. Where a file system has no locks, a merged file may lack trials that finished during a merge: the next
 * merge adds them.
 */
#ifndef NORMLAB_SWEEP_MERGE_H
#define NORMLAB_SWEEP_MERGE_H

#include "sweep/sweep.h"

/* root/results/NAME.h5, a new string. */
char *merge_path(const char *root, const char *name);

/* Reads root/results/NAME.h5 into *r (results_clear() frees). Where there is no such file, *there is false and *r is
 * empty. Records get the keys and configurations of today; the file's version may be an older one. 0; or -1 after a
 * message: the file is damaged, another experiment's, or of a newer version. */
int merge_read(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there);

/* Merges, writes the file if anything has changed, and leaves its contents in *r (results_clear() frees). s (NULL:
 * none) is the sweep that was run: its trials come first among the new rows, the file gets its axes and records its
 * command line. 0; or -1 after a message, also when there is no row at all. */
int merge_update(const struct plan *e, const char *root, const char *name, const struct sweep *s,
                 const char *command_line, struct results *r);

/* Marks the sweep's trials whose rows the merged file holds (struct sweep_trial). 0 or -1 after a message. */
int merge_mark(struct sweep *s, const char *root);

struct pruned {
    int rows, rows_left; /* removed from the merged file, and left there */
    int files;           /* of the rows removed: in root/results/NAME/ */
};

/* Removes the rows in a cell ("norm=batchnorm batch=2") from the merged file, and their trials' files if `files_too`.
 * If there are such files and `files_too` is false, changes nothing, since the next merge would bring the rows back.
 * 0; or -1 after a message, also when no row or every row lies in the cell. */
int merge_prune(const struct plan *e, const char *root, const char *name, const char *cell,
                bool files_too, struct pruned *pruned);

#endif
