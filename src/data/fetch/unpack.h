/* Unpacks downloaded files: archives and gzip. The only user of libarchive. Private to src/data. */
#ifndef NORMLAB_DATA_FETCH_UNPACK_H
#define NORMLAB_DATA_FETCH_UNPACK_H

#include "base/text.h"
#include "data/fetch/download.h"
#include <stdbool.h>
#include <stdint.h>

struct unpack_file {
    const char *name;    /* last part of the path of the wanted member of an archive */
    char *to;            /* the path to write it to; NULL: only size and SHA-256 are wanted */
    uint64_t bytes_max;  /* a larger file is refused */
    bool found;          /* this and the fields below are results */
    uint64_t size_bytes; /* unpacked */
    char sha256[65];     /* of the unpacked content */
};

/* Unpacks a plain or gzip file; from an empty one, `to` is not made. FETCH_NEXT: it is damaged, truncated or too large;
 * FETCH_STOP: `to` cannot be written. After a failure `to` may be incomplete. */
enum fetch_result unpack_single(const char *path, struct unpack_file *file, struct text *why);

/* Unpacks the wanted members of a tar (plain or gzip) or zip archive. Nothing is written but to the paths `to`.
 * Results as of unpack_single(). FETCH_NEXT also when any member has an absolute path or one with "..", when a wanted
 * one is not a regular file, or when the other members unpack to more than 64 MiB. A wanted member may be missing:
 * its `found` is false. */
enum fetch_result unpack_archive(const char *path, struct unpack_file *files, int count,
                                 struct text *why);

#endif
