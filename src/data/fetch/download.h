/* One file over HTTP or HTTPS. The only user of libcurl. Private to src/data. */
#ifndef NORMLAB_DATA_FETCH_DOWNLOAD_H
#define NORMLAB_DATA_FETCH_DOWNLOAD_H

#include "base/text.h"
#include <stdbool.h>
#include <stdint.h>

/* What a step of a fetch came to. Nothing is printed: but for FETCH_DONE, the reason is added to
 * the text that the step was given, and the caller makes one message of it. */
enum fetch_result {
    FETCH_DONE = 0,
    FETCH_NEXT, /* this source is no good; another may be */
    FETCH_STOP, /* a trouble of this machine: no source would be better */
};

struct download {
    const char *url;
    const char *path;   /* the partial file: what is in it is not asked for again */
    const char *what;   /* the name beside the progress bar */
    uint64_t bytes_max; /* of the whole file; a server that sends more is given up */
    int timeout_s;      /* to connect; and the longest time without a kilobyte a second */
    bool quiet;
};

/* Fetches url into path, from where path ends; redirects are followed. A connection that breaks is
 * taken up again as long as each attempt brings something. A server that does not know ranges, or
 * another range, starts the file anew. On FETCH_DONE the server says that the file is whole; that
 * it is the right one, and that its first part came from the same file, the caller has to check.
 * After a failure path holds what came, for the next call; it is not there when nothing came. */
enum fetch_result download(const struct download *d, struct text *why);

#endif
