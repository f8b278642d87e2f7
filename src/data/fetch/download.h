/* Downloads a file over HTTP or HTTPS. The only user of libcurl. Private to src/data. */
#ifndef NORMLAB_DATA_FETCH_DOWNLOAD_H
#define NORMLAB_DATA_FETCH_DOWNLOAD_H

#include "base/text.h"
#include <stdbool.h>
#include <stdint.h>

/* What the functions of download.h and unpack.h return. Unless they return FETCH_DONE, they append the reason to the
 * text `why` and print nothing: the caller prints one message with the reasons of all sources. */
enum fetch_result {
    FETCH_DONE = 0,
    FETCH_NEXT, /* this source failed; the caller should try the next one */
    FETCH_STOP, /* a problem of this machine, such as a full disk: all sources would fail */
};

struct download {
    const char *url;
    const char *path; /* the file to write; when it exists, the download continues it */
    const char *what; /* name for the progress bar */
    /* the most bytes that the whole file may have; the download fails beyond that */
    uint64_t bytes_max;
    /* The download fails when connecting takes longer than timeout_s, or when less than a kilobyte per second
     * arrives during timeout_s. */
    int timeout_s;
    bool quiet; /* no progress bar */
};

/* Downloads url to path; redirects are followed. When path exists, only the missing bytes are requested and
 * appended. If the server cannot send only these, the file is downloaded from its beginning. A broken connection is
 * opened again, as long as each attempt receives some bytes. Returns FETCH_DONE when the server says that the file
 * is complete. The caller must then check the content, because the existing beginning may belong to another file.
 * After a failure, path keeps the bytes received so far, for the next call (unless there were more than bytes_max);
 * an empty file is removed. */
enum fetch_result download(const struct download *d, struct text *why);

#endif
