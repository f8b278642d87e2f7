/*
 * The cache: a set's decoded content in one file, <folder>/NAME-<hash of the source files' paths>.cache. The file
 * begins with a header, which ends with the mean and sd of each channel and is padded to a multiple of 4096 bytes.
 * The payload follows, without gaps: training targets, test targets, training series, test series (float32); training
 * lengths, test lengths (int32); training images or tokens, training labels, test images or tokens, test labels
 * (bytes). Arrays that the set does not have are left out. The header has the SHA-256 of the payload. Private to
 * src/data.
 */
#ifndef NORMLAB_DATA_CACHE_H
#define NORMLAB_DATA_CACHE_H

#include "data/data.h"

/* Raise this number when the format changes, or when a decoder changes so that the same files give other content. */
#define CACHE_VERSION 4

/* The source files of a set, and the path of its cache. */
struct origin {
    const struct data_type *type;
    char *paths[DATA_FILES]; /* as the function `decode` of struct data_type gets them */
    /* SHA-256 of the source files' paths, sizes and times; "" for a generated set */
    char key[65];
    /* path of the cache file; NULL: no cache folder is known, or the set is generated */
    char *cache;
};

/* Copies decoded content into new memory that has the format of a cache file, and fills d from it. d owns the memory.
 * Returns 0, or -1 after a message. */
int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded);

/* Maps the cache file o->cache into memory and fills d from it. Returns true when d was filled. Returns false, with d
 * empty, when there is no cache file, when it was made from other source files or by another CACHE_VERSION, or, after
 * a warning, when it is damaged. Checks the header, the file's length, the payload's hash, and the ranges of labels,
 * tokens and lengths, because they are used as indices. */
bool cache_map(struct data *d, const struct origin *o);

/* True when the payload of a cache file, mapped into memory, has this hash. Does not compute the hash if a process has
 * done so within the last day and the file's inode, size and times have not changed since then. cache: the path of the
 * file. fd: the file, open for reading. (cache_check.c) */
bool cache_content_holds(const char *cache, int fd, const void *payload, size_t size_bytes,
                         const char sha256[65]);

/* Sets a handler for SIGBUS: when another program truncates a file that this process has mapped, the process prints the name
 * of the file before the signal ends it. (cache_check.c) */
void cache_explain_cuts(void);

/* True when both sets, which are from caches or from cache_compose(), have the same header and the same content.
 * Compares the content, too, because cache_map() may not have checked that the content has the hash in the header. */
bool cache_same(const struct data *a, const struct data *b);

/* Writes a set that cache_compose() filled to the cache file o->cache, completely or not at all. Returns 0, or -1
 * after a warning. */
int cache_store(const struct data *d, const struct origin *o);

/* Writes the mean and sd [c] of the training split as struct data defines them. (moments.c) */
void decoded_moments(const struct data_decoded *d, double *mean, double *sd);

#endif
