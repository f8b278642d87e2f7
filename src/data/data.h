/*
 * Data sets of images, tokens or series, for classification or regression. Each is decoded once into a cache file
 * (data/cache.h) that all workers map into memory. A new data set is one file and one line in datasets.def.
 */
#ifndef NORMLAB_DATA_DATA_H
#define NORMLAB_DATA_DATA_H

#include "base/text.h"
#include "layers/layer.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATA_CHANNELS 4 /* of an image, at most; a series may have any number */

struct data_split {
    int count;
    const uint8_t *image;  /* [count][h][w][c]; of tokens [count][t]; NULL: they are series */
    const float *series;   /* [count][t][c], 0 behind a sequence's end; NULL: they are bytes */
    const int32_t *length; /* [count] steps of each sequence, 1 to t; NULL: all have t steps */
    const uint8_t *label;  /* [count], < classes */
    const float *target;   /* regression: [count][outputs]; NULL: the set has classes */
};

struct data {
    const char *name;   /* of its type: "ts" for the set ts:PREFIX */
    struct shape shape; /* of an image; [t][c] of the longest sequence */
    int classes;        /* 1, without meaning, in a regression set */
    int outputs;        /* of a net: classes, or numbers in a target */
    int tokens;         /* the bytes are token numbers, < tokens, 0 = padding; 0: they are pixels */
    struct data_split train, test;
    /* [c], of the training split, over all its pixels (0 to 255) or steps without padding; sd is that of the population.
     * Of tokens, which are never scaled, 0 and 1. */
    const double *mean, *sd;
    char sha256[65]; /* of the decoded samples, lengths, labels and targets */
    void *map;       /* all of this in memory; data_close() unmaps it */
    size_t map_bytes;
};

/* As struct data_split, in memory of its own. */
struct decoded_split {
    int count;
    uint8_t *image;
    float *series;
    int32_t *length;
    uint8_t *label;
    float *target;
};

/* What a decoder fills: shape, classes, labels; images, or tokens and their number, or series; lengths where sequences
 * differ in them; targets and the numbers in each (outputs) of a regression set, with 1 class and labels of 0. */
struct data_decoded {
    struct shape shape;
    int classes, outputs, tokens;
    struct decoded_split train, test;
};

/* Allocates the labels of `count` samples and, unless 0, bytes and numbers of a sample, and lengths; all zero. */
void decoded_split_allocate(struct decoded_split *s, int count, size_t image_bytes,
                            size_t series_numbers, bool lengths);
void data_decoded_clear(struct data_decoded *d);

#define DATA_FILES 10

struct data_type {
    const char *name; /* "fashion-mnist" */
    const char *
        argument; /* "PREFIX": the set is called NAME:PREFIX, and PREFIX precedes each of `files`; else NULL */
    const char *usage; /* one line */
    /* Needed, relative to the set's folder, without ".gz"; ends with NULL. A generated set has none. */
    const char *files[DATA_FILES];
    const char *folder;  /* where the system's packages put them; NULL: /usr/share/datasets/NAME */
    const char *install; /* how to get it */
    /* paths: the files as found, in the order of `files`. out is zero at first; the caller clears it, also after a failure.
     * 0, or -1 after one message that names the file. */
    int (*decode)(const char *const *paths, struct data_decoded *out);
};

/* Every type of datasets.def; ends with NULL. */
extern const struct data_type *const data_types[];

/* The type of a set by the set's name, or NULL: both "ts:PREFIX" and "ts" have the type ts. */
const struct data_type *data_type_find(const char *name);

/* Looks for the files of the set `name`, which must have a type, each plain or with ".gz", in this order:
 *   $NORMLAB_DATA/NAME and $NORMLAB_DATA, which may list several folders, separated by ':'. A folder that has the name of
 *     another set is passed over;
 *   ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME;
 *   the system's folder of the type.
 * For NAME:PREFIX, PREFIX stands in NAME's place; the current folder comes first, and last the folder of a named set
 * that has the same files. Where PREFIX is a path, only its folder is searched.
 * True when all files are there: `where` then gets the folder ("generated" for a set without files); else it gets the
 * folders that were searched, one a line. */
bool data_locate(const char *name, struct text *where);

/* Opens a set from its cache (in ${NORMLAB_CACHE} or ${XDG_CACHE_HOME:-~/.cache}/normlab). Where there is none for the
 * sources as they are now (path, size, time), the set is decoded and the cache written; without a writable folder it
 * stays in memory, with a warning. A generated set is always made in memory. 0, or -1 after one message. data_close()
 * releases, and does nothing on an empty or closed struct. */
int data_open(struct data *d, const char *name);
void data_close(struct data *d);

/* IDX files (LeCun's format), plain or gzip, for MNIST and the like. Each returns a new array, for free(), and checks
 * magic, dimensions, length and trailing bytes. 0, or -1 after one message. */
int idx_read_images(const char *path, int *count, int *h, int *w, uint8_t **pixels);
int idx_read_labels(const char *path, int classes, int *count, uint8_t **labels);

#endif
