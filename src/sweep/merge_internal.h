/* What merge_update.c (the merge), merge_origin.c (provenance) and merge_prune.c share. */
#ifndef NORMLAB_SWEEP_MERGE_INTERNAL_H
#define NORMLAB_SWEEP_MERGE_INTERNAL_H

#include "sweep/merge.h"
#include <dirent.h>

struct merge {
    const struct plan *plan;
    const char *root, *name;
    const struct sweep *sweep; /* or NULL */
    struct results *results;
    int older_version; /* of the merged file that was there, whose rows are not taken; 0: it was of this version */
    bool *from_file; /* of each row: its trial has a file of its own */
    int before;      /* rows of the merged file that was there */
    int strange; /* files of another experiment or version, or of generated data where that does not belong */
    bool changed;
};

/* The row of that key, or -1. */
int merge_row(const struct results *r, const char *key);

/* root/results/NAME, a new string; for scandir(): is it a file that ends in .h5? */
char *merge_folder(const char *root, const char *name);
int merge_is_file(const struct dirent *d);

/* Locks root/results until the process ends or closes it: -1 where that cannot be, as on some shared folders. */
int merge_lock(const char *root);

/* The experiment's own axes; then what the file and the sweep have besides, as long as the rows differ in it. */
void merge_axes(struct merge *m);

/* Makes the provenance of the rows that have files, to which comes what the file said of the others (`keep`: there
 * are some); of the merge are only the time and the command line. */
void merge_origin(struct results *r, const struct config *before, bool keep,
                  const char *command_line);

/* Where each row knows the commit of its build: makes the file's list of commits that of its rows. */
void merge_commits(struct results *r);

/* Warns of several builds among the rows. */
void merge_warn_builds(const struct results *r);

#endif
