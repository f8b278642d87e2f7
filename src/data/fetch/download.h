/* Downloads a file over HTTP or HTTPS. The only user of libcurl. Private to src/data. */
#ifndef NORMLAB_DATA_FETCH_DOWNLOAD_H
#define NORMLAB_DATA_FETCH_DOWNLOAD_H

#include "base/text.h"
#include <stdbool.h>
#include <stdint.h>

/* The result of a step. Unless it is FETCH_DONE, the step adds the reason to a text, without printing it: the caller
 * makes one message of all. */
enum fetch_result {
    FETCH_DONE = 0,
    FETCH_NEXT, /* this source does not work; try the next */
    FETCH_STOP, /* this machine has a problem, so that no source would work */
};

struct download {
    const char *url;
    const char *path;   /* the partial file, which the download continues */
    const char *what;   /* name for the progress bar */
    uint64_t bytes_max; /* of the whole file; a server that sends more is given up */
    int timeout_s; /* to connect, and with less than a kilobyte a second, until the server is given up */
    bool quiet;
};

/* Downloads url and appends to path what it lacks; redirects are followed. After a broken connection the download
 * goes on, as long as each attempt brings some bytes. If the server cannot send just the missing bytes, the file
 * starts again. FETCH_DONE: the server says that the file is whole. The caller must check that it is the right one,
 * whose beginning may be from another file. After a failure path keeps what was received, for the next call; if that
 * is nothing, it is removed. */
enum fetch_result download(const struct download *d, struct text *why);

#endif
