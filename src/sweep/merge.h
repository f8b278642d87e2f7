/*
 * Merging: root/results/NAME.h5 is what it held plus the trials' files in root/results/NAME/. NAME is an experiment's, or
 * that of its trials on generated data (sweep_name()).
 *
 * Rows are told apart by their keys, which are computed anew from their configurations, so that rows of older files meet
 * the trials of today. A trial's file replaces the row of its key; nothing else removes a row but merge_prune(). Files of
 * another experiment or version, and files that cannot be read, are left out with a warning, and stay where they are. A
 * merged file of an older version of the experiment is kept as NAME.v<version>.h5 when a new one is written; one of a
 * newer version, or that cannot be read, ends the merge with a message and is left alone.
 *
 * Two merges at once lose no rows: each holds a lock on root/results while it reads and writes, which ends with its
 * process, and takes all files that are there. Where a file system has no locks, a merged file may lack trials that
 * finished during a merge; their files are there, and the next merge takes them.
 */
#ifndef NORMLAB_SWEEP_MERGE_H
#define NORMLAB_SWEEP_MERGE_H

#include "sweep/sweep.h"

/* root/results/NAME.h5, a new string. */
char *merge_path(const char *root, const char *name);

/* Reads root/results/NAME.h5 into *r (results_clear() frees) where it is there, which *there tells; else *r is empty. The
 * records have the keys and configurations of today; their version may be another. 0, or -1 after a message: the file is
 * damaged, or another experiment's. */
int merge_read(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there);

/* Merges, writes the file where something has changed, and reads it into *r (results_clear() frees). s: the sweep whose
 * trials come first among those that are new, whose axes the file gets and whose command line it records; NULL: none. 0, or
 * -1 after a message, also where there is no row at all. */
int merge_update(const struct plan *e, const char *root, const char *name, const struct sweep *s,
                 const char *command_line, struct results *r);

/* Marks the sweep's trials whose rows the merged file holds (struct sweep_trial). 0 or -1 after a message. */
int merge_mark(struct sweep *s, const char *root);

/* How many rows merge_prune() took, and how many of them have a file in root/results/NAME/. */
struct pruned {
    int rows, files, rows_left;
};

/* Takes the rows in a cell ("norm=batchnorm batch=2") off the merged file, and removes their trials' files if asked to; where
 * there are such files and `files_too` is false, changes nothing, since the next merge would bring the rows back. 0, or
 * -1 after a message: no row lies in the cell, or all do. */
int merge_prune(const struct plan *e, const char *root, const char *name, const char *cell,
                bool files_too, struct pruned *pruned);

#endif
