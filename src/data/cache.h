/*
 * The cache: a set's decoded content in one file, <folder>/NAME-<hash of the source files' paths>.cache. A header,
 * which ends with mean and sd by channel, is filled up to whole pages. Then, without gaps: training targets, test
 * targets, training series, test series (float32); training lengths, test lengths (int32), each only where the set
 * has them; training images or tokens, training labels, test images or tokens, test labels. The header's SHA-256 is
 * that of all bytes behind it. Private to src/data.
 */
#ifndef NORMLAB_DATA_CACHE_H
#define NORMLAB_DATA_CACHE_H

#include "data/data.h"

/* Must be raised when the format changes, or what a decoder makes of the same files. */
#define CACHE_VERSION 4

/* What a set is decoded from, and where its cache is. */
struct origin {
    const struct data_type *type;
    char *paths[DATA_FILES];
    char key[65]; /* SHA-256 of the source files' paths, sizes and times; "" for a generated set */
    char *cache;  /* path; NULL: no folder for it is known, or the set is generated */
};

/* Copies decoded content into memory that has a cache file's format, which d then owns. 0, or -1 after a message. */
int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded);

/* Maps the cache file into d. False, with d empty, when there is no cache of this origin, or, after a warning, when
 * it is damaged. Checks the header, the file's length, and what serves as index: labels, tokens, lengths. Images and
 * series are not read. */
bool cache_map(struct data *d, const struct origin *o);

/* Writes a set from cache_compose() to the cache file, whole or not at all. 0, or -1 after a warning. */
int cache_store(const struct data *d, const struct origin *o);

/* Mean and sd [c] of the training split, as in struct data. (moments.c) */
void decoded_moments(const struct data_decoded *d, double *mean, double *sd);

#endif
