/*
 * A disk whose machine may lose its power: it is filled by the entries of a record (record.h), and tells what may be on it
 * after a loss. POSIX promises no more than this: the content of a file is on the disk after fsync() on the file, and names
 * are on the disk after fsync() on their folder. Whatever else was done may be there or not, each thing by itself.
 */
#ifndef NORMLAB_TESTS_POWERLOSS_DISK_H
#define NORMLAB_TESTS_POWERLOSS_DISK_H

#include "base/rng.h"
#include "record.h"
#include <stdbool.h>
#include <stddef.h>

struct bytes {
    char *data;
    size_t size;
};

/* A file: what programs see of it, and what is on the disk for sure. */
struct disk_file {
    uint64_t number; /* in the file system; 0: the file is gone, and another may have the number */
    struct bytes seen, sure;
};

/* A name that is a file's, or, with file NULL, a folder's. */
struct disk_name {
    char *path;
    struct disk_file *file;
};

struct names {
    struct disk_name *item;
    int count;
};

/* A change of names that is not on the disk for sure. from, to: NULL where the change has no such name. */
struct disk_change {
    char *folder, *from, *to;
    struct disk_file *file; /* NULL: a folder */
    bool moves;             /* the name `from` goes, if it is the file's */
};

struct disk {
    struct disk_file **file;
    int files;
    struct names seen, sure;
    struct disk_change *change;
    int changes;
};

/* Fills an empty disk with the files and folders below `root`, which are there for sure. */
void disk_load(struct disk *d, const char *root);
void disk_clear(struct disk *d);

/* Does to the disk what an entry of a record tells. */
void disk_do(struct disk *d, const struct record_entry *e, const char *path, const char *path2,
             const char *data);

/* What a loss of power leaves of what is not on the disk for sure. */
enum loss {
    LOSS_ALL, /* nothing */
    LOSS_CONTENT, /* all names, but no content: a file that was not synced is as it was before, or empty */
    LOSS_HALF,  /* all names, and the first half of the content */
    LOSS_NAMES, /* all content, but no names */
    LOSS_OLDER, /* all content, and of the changes of names only the last */
    LOSS_SOME,  /* each name and each content at random */
    LOSSES
};

/* What is on the disk after a loss: names with contents, of which disk_names_clear() frees the names alone. A file in a folder
 * that is not there is not there either. content[i] is that of name i; it points into the disk, and a half into its beginning. */
struct names disk_after(const struct disk *d, enum loss loss, struct rng *r, struct bytes *content);

struct disk_name *names_find(const struct names *n, const char *path);
void names_clear(struct names *n);

#endif
