/*
 * Downloads published data sets. A table (fetch_sets.c) has the addresses and the SHA-256 of each file. A file gets
 * its name only when its content has that SHA-256. Until then it is the partial file NAME.part, which the next call
 * completes.
 */
#ifndef NORMLAB_DATA_FETCH_FETCH_H
#define NORMLAB_DATA_FETCH_FETCH_H

#include <stdbool.h>
#include <stdint.h>

#define FETCH_FILES 8 /* the most files of a set */

struct fetch_file {
    /* path in the set's folder; its last part is the file's name on servers and in archives */
    const char *path;
    uint64_t size_bytes; /* size of the unpacked content */
    const char *sha256;  /* SHA-256 of the unpacked content, in lower case */
};

/* A server that publishes a set. */
struct fetch_source {
    const char *base; /* a URL that ends with "/" */
    /* The URL of an archive with all files is base + archive. NULL: the URL of each file is base + name + suffix. */
    const char *archive;
    const char *suffix; /* of each file on the server: ".gz" or ""; not used with an archive */
    uint64_t archive_bytes_max; /* the most bytes that the archive may have */
};

struct fetch_set {
    const char *name;                   /* as in data=NAME */
    const struct fetch_file *files;     /* ends with a NULL path */
    const struct fetch_source *sources; /* tried in this order; ends with a NULL base */
};

/* Every set of fetch.def; ends with a NULL name. */
extern const struct fetch_set fetch_sets[];

/* Returns the set called `name`, or NULL when the table has no such set. Each "-" is ignored: cifar-10 is cifar10. */
const struct fetch_set *fetch_set_find(const char *name);

struct fetch {
    const struct fetch_set *set;
    const char *folder; /* the folder to write the files to; created if it does not exist */
    const char *mirror; /* a base URL to use instead of those in the table; NULL: use the table */
    int timeout_s;      /* as in struct download */
    bool force;         /* replace existing files that have other content */
    bool quiet;         /* no progress bars, and no line for each file */
};

/* True when the folder has all files of the set, each plain or with ".gz", with the published content. Reads all of
 * each file to compute its SHA-256. */
bool fetch_is_complete(const struct fetch_set *set, const char *folder);

/* Downloads the missing files from the first source that works, and sets *fetched to their number. When no file is
 * missing, contacts no server. Returns 0, or -1 after one message, also when another process is downloading to the
 * folder. */
int fetch_run(const struct fetch *f, int *fetched);

/* Returns the default folder of a set: ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, where data_locate() finds it;
 * a new string, or NULL when no home folder is known. */
char *fetch_folder(const struct fetch_set *set);

/* True when url begins with http:// or https://, as a mirror must. */
bool fetch_is_url(const char *url);

/* Return the versions of libcurl (download.c) and libarchive (unpack.c), such as "8.5.0": strings in static storage. */
const char *fetch_curl_version(void);
const char *fetch_archive_version(void);

#endif
