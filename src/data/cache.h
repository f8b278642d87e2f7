/*
 * The cache: a set's decoded content in one file, <folder>/NAME-<hash of the sources' paths>.cache. A header fills whole
 * pages; at its end are mean and sd by channel. Then, without gaps: training targets, test targets, training series,
 * test series (float32); training lengths, test lengths (int32), each only where the set has them; training images or
 * tokens, training labels, test images or tokens, test labels. The header's SHA-256 is that of all bytes behind it.
 * Private to src/data.
 */
#ifndef NORMLAB_DATA_CACHE_H
#define NORMLAB_DATA_CACHE_H

#include "data/data.h"

/* To be raised when the form changes, or what a decoder makes of the same files. */
#define CACHE_VERSION 4

/* What a set is decoded from, and where its cache is. */
struct origin {
    const struct data_type *type;
    char *paths[DATA_FILES];
    char key[65]; /* hash of the sources' paths, sizes and times; "" for a generated set */
    char *cache;  /* path; NULL: there is no folder for one, or no need */
};

/* Lays decoded content out in memory as in a cache file, and points d into it. 0, or -1 after a message. */
int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded);

/* Maps the cache file into d. False, with d empty, when there is no cache of this origin, or it is damaged, after a
 * warning. Checks the header, its lengths against the file's, and what indexes arrays: labels, tokens, lengths; images
 * and series are not read. */
bool cache_map(struct data *d, const struct origin *o);

/* Writes a composed set to the cache file, whole or not at all. 0, or -1 after a warning that says why there is none. */
int cache_store(const struct data *d, const struct origin *o);

/* Mean and sd [c] of the training split, as struct data has them. (moments.c) */
void decoded_moments(const struct data_decoded *d, double *mean, double *sd);

#endif
