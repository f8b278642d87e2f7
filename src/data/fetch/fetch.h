/*
 * Fetching published data sets. The table says what is published where and what it must hash to;
 * nothing here needs a decoder for it. Each file appears under its name only when its content has
 * the published SHA-256; until then there is a partial file, NAME.part, that the next call goes on
 * with.
 */
#ifndef NORMLAB_DATA_FETCH_FETCH_H
#define NORMLAB_DATA_FETCH_FETCH_H

#include "base/text.h"
#include <stdbool.h>
#include <stdint.h>

#define FETCH_FILES 8 /* of a set, at most */

/* A file of a set, as it lies in the set's folder, unpacked. */
struct fetch_file {
    const char *path; /* may have folders; its last part is its name on servers and in archives */
    uint64_t size_bytes;
    const char *sha256; /* lower case */
};

/* Where a set is published. */
struct fetch_source {
    const char *base;    /* a URL, "/" at its end */
    const char *archive; /* base + archive holds all files; NULL: each is at base + name + suffix */
    const char *suffix;  /* ".gz" or "" */
    uint64_t archive_bytes_max;
};

struct fetch_set {
    const char *name;                   /* as in data=NAME */
    const struct fetch_file *files;     /* ends with a NULL path */
    const struct fetch_source *sources; /* in the order of trying; ends with a NULL base */
};

/* Every set of fetch.def; ends with a NULL name. */
extern const struct fetch_set fetch_sets[];

/* The set of that name, "-" in either not counted, or NULL. */
const struct fetch_set *fetch_set_find(const char *name);

struct fetch {
    const struct fetch_set *set;
    const char *folder; /* gets the set's files; made when it is not there */
    const char *mirror; /* a base URL in place of those of the table, or NULL */
    int timeout_s;      /* a server that is silent for so long is given up */
    bool force;         /* replace files that are there with other content */
    bool quiet;
};

enum fetch_state {
    FETCH_PRESENT, /* all files, with the published content */
    FETCH_ABSENT,  /* some are not there; those that are, are right */
    FETCH_OTHER,   /* some have other content; the first was added to what */
};

/* What of the set is in folder, each file plain or with ".gz". Reads them whole; prints nothing. */
enum fetch_state fetch_look(const struct fetch_set *set, const char *folder, struct text *what);

/* Fetches what fetch_look() finds missing, from the first source that has it; *fetched is the number
 * of files, and no server is asked when it is 0. A folder that another process fetches to is refused.
 * 0, or -1 after one message. */
int fetch_run(const struct fetch *f, int *fetched);

/* Where a set goes by default: ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME; a new string, or NULL
 * when no home is known. data_locate() finds it there. */
char *fetch_folder(const struct fetch_set *set);

/* True for what fetch_run() takes as a mirror: http:// and https://. */
bool fetch_takes(const char *url);

/* Versions of the libraries that fetch, "8.5.0"; static storage. (download.c, unpack.c) */
const char *fetch_curl_version(void);
const char *fetch_archive_version(void);

#endif
