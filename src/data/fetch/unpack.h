/* Unpacks downloaded files: archives and gzip. The only user of libarchive. Private to src/data. */
#ifndef NORMLAB_DATA_FETCH_UNPACK_H
#define NORMLAB_DATA_FETCH_UNPACK_H

#include "base/text.h"
#include "data/fetch/download.h"
#include <stdbool.h>
#include <stdint.h>

struct unpack_file {
    const char *name;    /* name of the wanted member of an archive, without its folders */
    char *to;            /* the path to write it to; NULL: compute only its size and SHA-256 */
    uint64_t bytes_max;  /* a larger file is an error */
    bool found;          /* result: the archive has the member */
    uint64_t size_bytes; /* result: size of the unpacked content */
    char sha256[65];     /* result: SHA-256 of the unpacked content */
};

/* Unpacks a plain or gzip file to file->to and fills the results. An empty file is no error, but file->to is not
 * created. Returns FETCH_DONE; FETCH_NEXT when the file is damaged, truncated or too large; FETCH_STOP when file->to
 * cannot be written. After a failure, file->to may be incomplete. */
enum fetch_result unpack_single(const char *path, struct unpack_file *file, struct text *why);

/* Unpacks the wanted members files[count] of a tar (plain or gzip) or zip archive, each to its path `to`, and writes no
 * other files. Returns what unpack_single() returns, and FETCH_NEXT in four other cases: a member has an absolute path or
 * a path with ".." or a backslash; a wanted member is not a regular file; the archive has more than 10,000 members; all
 * members together unpack to 64 MiB more than the wanted ones may have. A wanted member that is missing is no error: its
 * `found` is then false. */
enum fetch_result unpack_archive(const char *path, struct unpack_file *files, int count,
                                 struct text *why);

#endif
