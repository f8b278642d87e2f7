/*
 * The record of what programs did to the files below a folder: librecord.so, which LD_PRELOAD loads into them, appends to
 * the file $POWERLOSS_LOG what changes files and folders below $POWERLOSS_ROOT, in the order in which it happened. Each entry is a
 * struct record_entry, then the two paths (each with its NUL, relative to the root) and `bytes` bytes.
 */
#ifndef NORMLAB_TESTS_POWERLOSS_RECORD_H
#define NORMLAB_TESTS_POWERLOSS_RECORD_H

#include <stdint.h>

enum operation {
    MADE, /* a file came into being at path; at: 1 when the program asked for a new file (O_EXCL), else 0 */
    WRITTEN,       /* bytes were written to the file, from `at` on */
    CUT,           /* the file has `at` bytes now */
    SYNCED,        /* fsync() on the file, whose whole content follows */
    FOLDER_SYNCED, /* fsync() on the folder at path */
    RENAMED,       /* from path to path2; the whole content of the file follows */
    LINKED,        /* path2 is a second name; the whole content of the file follows */
    REMOVED,       /* unlink() of path */
    FOLDER_MADE,
    FOLDER_REMOVED
};

struct record_entry {
    uint64_t file; /* its number in the file system; another file may get it later */
    int64_t at;
    uint64_t bytes;
    uint32_t operation, length, length2; /* of the paths, with their NULs */
    uint32_t process;
};

#endif
