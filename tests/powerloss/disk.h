/*
 * A model of a disk whose machine may lose its power. The entries of a record (record.h) fill it; disk_after() returns what
 * may be on it after a loss. POSIX promises only this: the content of a file is on the disk after fsync() on the file, and
 * names are on the disk after fsync() on their folder. Each other change may be on the disk or not, independently of the others.
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

/* A file: the content that programs see, and the content that is certainly on the disk. */
struct disk_file {
    uint64_t number; /* inode number; 0: the file was removed and another may have its number */
    struct bytes seen, sure;
};

/* The name of a file, or of a folder if file is NULL. */
struct disk_name {
    char *path;
    struct disk_file *file;
};

struct names {
    struct disk_name *item;
    int count;
};

/* A change of names that may not be on the disk. from: the name that is removed, to: the new name; NULL: there is none. */
struct disk_change {
    char *folder, *from, *to;
    struct disk_file *file; /* NULL: a folder */
    bool moves;             /* the name `from` is removed, if it is still that of `file` */
};

struct disk {
    struct disk_file **file;
    int files;
    struct names seen, sure;
    struct disk_change *change;
    int changes;
};

/* Fills an empty disk with the files and folders below `root`, all of which are certainly on the disk. */
void disk_load(struct disk *d, const char *root);
void disk_clear(struct disk *d);

/* Carries out the change that an entry of a record describes. */
void disk_do(struct disk *d, const struct record_entry *e, const char *path, const char *path2,
             const char *data);

/* What is left, after a loss of power, of the changes that were not certainly on the disk. */
enum loss {
    LOSS_ALL, /* nothing */
    LOSS_CONTENT, /* all names, but no content: a file that was not synced is as it was before, or empty */
    LOSS_HALF,  /* all names, and the first half of the content */
    LOSS_NAMES, /* all content, but no names */
    LOSS_OLDER, /* all content, and of the changes of names only the last */
    LOSS_SOME,  /* each name and each content at random */
    LOSSES
};

/* Returns the names on the disk after a loss, which names_clear() frees. A file whose folder is lost is lost, too. Sets
 * content[i] to the content of name i, which points into the disk's memory. */
struct names disk_after(const struct disk *d, enum loss loss, struct rng *r, struct bytes *content);

struct disk_name *names_find(const struct names *n, const char *path);
void names_clear(struct names *n);

#endif
