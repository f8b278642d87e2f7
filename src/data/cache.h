/*
 * The cache: a set's decoded content in one file, <folder>/NAME-<hash of where its sources
 * are>.cache. A header fills the first page, or as many as it takes: mean and sd, by channel, are at its
 * end. Then, without gaps: training targets, test targets, training series, test series (float32, where
 * there are any); training lengths, test lengths (int32, where there are any); training images or tokens,
 * training labels, test images or tokens, test labels. So the header's SHA-256 is that of all bytes behind
 * its pages. Private to src/data.
 */
#ifndef NORMLAB_DATA_CACHE_H
#define NORMLAB_DATA_CACHE_H

#include "data/data.h"

/* Raise it when the form changes, or what a decoder makes of the same files. */
#define CACHE_VERSION 4

/* What a set is decoded from, and where its cache is. */
struct origin {
    const struct data_type *type;
    char *paths[DATA_FILES];
    char key[65]; /* hash of the sources' paths, sizes and times; "" for a generated set */
    char *cache;  /* path; NULL: there is no folder for one, or no need */
};

/* Lays decoded content out as a cache has it, in memory, and points d into it: a set in memory and
 * one in a file are the same to data_close(). 0, or -1 after a message. */
int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded);

/* Maps the cache file into d. False, with d empty, when there is none of just this origin, or it is
 * damaged, which a warning says. Checks the header, its lengths against the file's, and what indexes
 * arrays: labels, tokens and lengths of sequences; but does not read images or series. */
bool cache_map(struct data *d, const struct origin *o);

/* Writes a composed set to the cache file, whole or not at all. 0, or -1 after one line that says
 * why there is no cache. */
int cache_store(const struct data *d, const struct origin *o);

/* Mean and sd [c] of the training split, as struct data has them. */
void decoded_moments(const struct data_decoded *d, double *mean, double *sd);

#endif
