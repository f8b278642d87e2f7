/*
 * The record of the changes that programs make to files below a folder. LD_PRELOAD loads librecord.so into the programs; it
 * appends each change of files and folders below $POWERLOSS_ROOT to the file $POWERLOSS_LOG, in the order of the changes. An
 * entry is a struct record_entry, then two paths (each with its NUL, relative to the root), then `bytes` bytes.
 */
#ifndef NORMLAB_TESTS_POWERLOSS_RECORD_H
#define NORMLAB_TESTS_POWERLOSS_RECORD_H

#include <stdint.h>

enum operation {
    MADE, /* a file was created at path; at: 1 when the program demanded a new file (O_EXCL), else 0 */
    WRITTEN,       /* bytes were written to the file, from `at` on */
    CUT,           /* the file was truncated to `at` bytes */
    SYNCED,        /* fsync() on the file, whose whole content follows */
    FOLDER_SYNCED, /* fsync() on the folder at path */
    RENAMED,       /* from path to path2; the whole content of the file follows */
    LINKED,        /* path2 is a second name; the whole content of the file follows */
    REMOVED,       /* unlink() of path */
    FOLDER_MADE,
    FOLDER_REMOVED
};

struct record_entry {
    uint64_t file; /* inode number, which another file may get after this one was removed */
    int64_t at;
    uint64_t bytes;
    uint32_t operation, length, length2; /* of the paths, with their NULs */
    uint32_t process;
};

#endif
