/* What is in a downloaded file: archives and gzip. The only user of libarchive. Private to
 * src/data. */
#ifndef NORMLAB_DATA_FETCH_UNPACK_H
#define NORMLAB_DATA_FETCH_UNPACK_H

#include "base/text.h"
#include "data/fetch/download.h"
#include <stdbool.h>
#include <stdint.h>

struct unpack_file {
    const char *name;    /* in an archive: the last part of the wanted member's path */
    const char *to;      /* written there, whatever the archive calls it; NULL: only measured */
    uint64_t bytes_max;  /* more is refused */
    bool found;          /* from here on filled by the call */
    uint64_t size_bytes; /* unpacked */
    char sha256[65];     /* of the unpacked content */
};

/* The content of a plain or gzip file; of an empty one `to` is not made. FETCH_NEXT: it is damaged, ends early, or is too large;
 * FETCH_STOP: `to` cannot be written. On failure `to` may be half there. */
enum fetch_result unpack_single(const char *path, struct unpack_file *file, struct text *why);

/* The wanted members of a tar (plain or gzip) or zip archive; others are passed over, none is
 * written under a name of the archive's. FETCH_NEXT also when a member of any name has an absolute
 * path or one with "..", when a wanted one is no plain file, or when all together unpack to far
 * more than was wanted. A member that is not there is not found, which is no failure here. */
enum fetch_result unpack_archive(const char *path, struct unpack_file *files, int count,
                                 struct text *why);

#endif
