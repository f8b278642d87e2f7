/*
 * Downloads published data sets. A table says where each file is published and what SHA-256 it has. A file appears
 * under its name only when its content has that SHA-256; until then there is a partial file, NAME.part, which the
 * next call completes.
 */
#ifndef NORMLAB_DATA_FETCH_FETCH_H
#define NORMLAB_DATA_FETCH_FETCH_H

#include <stdbool.h>
#include <stdint.h>

#define FETCH_FILES 8 /* of a set, at most */

struct fetch_file {
    const char *path;    /* in the set's folder; servers and archives have its last part */
    uint64_t size_bytes; /* unpacked */
    const char *sha256;  /* of the unpacked content, lower case */
};

/* Where a set is published. */
struct fetch_source {
    const char *base;    /* a URL that ends with "/" */
    const char *archive; /* base + archive has all files; NULL: each is at base + name + suffix */
    const char *suffix;  /* ".gz" or "" */
    uint64_t archive_bytes_max;
};

struct fetch_set {
    const char *name;                   /* as in data=NAME */
    const struct fetch_file *files;     /* ends with a NULL path */
    const struct fetch_source *sources; /* tried in this order; ends with a NULL base */
};

/* Every set of fetch.def; ends with a NULL name. */
extern const struct fetch_set fetch_sets[];

/* The set called `name`, or NULL. Each "-" is ignored: cifar-10 is cifar10. */
const struct fetch_set *fetch_set_find(const char *name);

struct fetch {
    const struct fetch_set *set;
    const char *folder; /* gets the set's files; made if missing */
    const char *mirror; /* a base URL that replaces those of the table, or NULL */
    int timeout_s;      /* to connect, and without data, until a server is given up */
    bool force;         /* replace existing files that have other content */
    bool quiet;
};

/* True when the folder has all files of the set, each plain or with ".gz", with the published content. Reads the
 * files. */
bool fetch_is_complete(const struct fetch_set *set, const char *folder);

/* Fetches the missing files from the first source that has them. *fetched is their number; if it is 0, no server is
 * asked. Refused while another process fetches to the folder. 0, or -1 after one message. */
int fetch_run(const struct fetch *f, int *fetched);

/* The default folder of a set: ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, where data_locate() finds it; a new
 * string, or NULL when no home folder is known. */
char *fetch_folder(const struct fetch_set *set);

/* True when url begins with http:// or https://, as a mirror must. */
bool fetch_is_url(const char *url);

/* Versions of libcurl and libarchive, "8.5.0"; static storage. (download.c, unpack.c) */
const char *fetch_curl_version(void);
const char *fetch_archive_version(void);

#endif
