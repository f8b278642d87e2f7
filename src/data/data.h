/*
 * Data sets of images, tokens or series, for classification or regression. Each is decoded once into a cache file
 * (data/cache.h) that all workers map into memory. A new data set is one file and one line in datasets.def.
 */
#ifndef NORMLAB_DATA_DATA_H
#define NORMLAB_DATA_DATA_H

#include "base/list.h"
#include "base/text.h"
#include "layers/layer.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATA_CHANNELS 4 /* of an image, at most; a series may have any number */

struct data_split {
    int count;
    const uint8_t
        *image; /* pixels [count][h][w][c], or tokens [count][t]; NULL in a set of series */
    const float *series;   /* [count][t][c], 0 behind a sequence's end; NULL in other sets */
    const int32_t *length; /* [count] steps of each sequence, 1 to t; NULL: all have t steps */
    const uint8_t *label;  /* [count], < classes */
    const float *target;   /* [count][outputs] of a regression set; NULL in a set with classes */
};

struct data {
    const char *name;   /* of its type: "ts" for the set ts:PREFIX */
    struct shape shape; /* of an image, or of the longest sequence, [t][c] */
    int classes;        /* 1, without meaning, in a regression set */
    int outputs;        /* of a network: one for each class, or for each number of a target */
    int tokens;         /* the samples are tokens < tokens, 0 for padding; 0: they are no tokens */
    struct data_split train, test;
    /* [c], over all pixels (0 to 255) or steps without padding of the training split; sd divides by their number n, not
     * n - 1. 0 and 1 for tokens, which are never scaled. */
    const double *mean, *sd;
    char sha256[65]; /* of the decoded samples, lengths, labels and targets */
    void *map;       /* holds all arrays; data_close() unmaps it */
    size_t map_bytes;
};

/* As struct data_split, while a decoder fills it; each array is allocated alone. */
struct decoded_split {
    int count;
    uint8_t *image;
    float *series;
    int32_t *length;
    uint8_t *label;
    float *target;
};

/* What a decoder fills, as struct data has it. A regression set has 1 class, labels of 0, targets and their `outputs`;
 * `outputs` of another set is not read. */
struct data_decoded {
    struct shape shape;
    int classes, outputs, tokens;
    struct decoded_split train, test;
};

/* Allocates, zeroed, labels of `count` samples and, where asked for, images or tokens with image_bytes a sample, series
 * with series_numbers a sample, and lengths. */
void decoded_split_allocate(struct decoded_split *s, int count, size_t image_bytes,
                            size_t series_numbers, bool lengths);
void data_decoded_clear(struct data_decoded *d);

#define DATA_FILES 10

struct data_type {
    const char *name; /* "fashion-mnist" */
    /* "PREFIX": the set is called NAME:PREFIX, and the names of its files are PREFIX and one of `files`; or NULL */
    const char *argument;
    const char *usage; /* one line */
    /* Paths within the set's folder, without ".gz"; ends with NULL. A generated set has none. An IDX file may also have a
     * dot for its last "-": train-images.idx3-ubyte. */
    const char *files[DATA_FILES];
    /* For a set NAME:ARGUMENT whose files are not known by name, instead of `files`: adds their paths, in an order that does
     * not change. 0, or -1 after a message. */
    int (*list)(const char *argument, struct list *paths);
    const char *folder; /* where the system's packages put them; NULL: /usr/share/datasets/NAME */
    const char
        *torchvision;    /* the set's folder within a root of torchvision: FOLDER/raw; or NULL */
    const char *install; /* how a user gets the set, for a message */
    /* paths: the files as found, in the order of `files`; for a set with `list`, the argument alone. out is zero before; the caller clears it, also after a
     * failure. 0, or -1 after one message that names the file. */
    int (*decode)(const char *const *paths, struct data_decoded *out);
};

/* Every type of datasets.def; ends with NULL. */
extern const struct data_type *const data_types[];

/* True for sets without files, which are made anew each time. */
bool data_is_generated(const struct data_type *type);

/* The type of the set called `name`, or NULL. Both "ts:PREFIX" and "ts" have the type ts. */
const struct data_type *data_type_find(const char *name);

/* Looks for the files of the set `name`, which data_type_find() must know, each plain or with ".gz", in this order:
 *   $NORMLAB_DATA/NAME and $NORMLAB_DATA, which may list several folders, separated by ':'. A folder with the name of
 *     another set is passed over;
 *   ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME;
 *   the system's folder of the type.
 * For a set NAME:PREFIX, replace NAME by PREFIX; the current folder is searched before all others, and after them the
 * folder of a set without prefix that has files of the same names. If PREFIX is a path, only its folder is searched.
 * In each folder its subfolder raw and, below a root of torchvision, MNIST/raw and FashionMNIST/raw are searched as well.
 * True when all files are there: `where` then gets the folder ("generated" for a set without files). Otherwise it gets
 * the folders that were searched, one a line, with what is missing or there instead. Of a set with `list`, the folder alone
 * is looked for. */
bool data_locate(const char *name, struct text *where);

/* Opens a set from its cache (in ${NORMLAB_CACHE} or ${XDG_CACHE_HOME:-~/.cache}/normlab). Without a cache of the
 * source files as they are now (path, size, time), the set is decoded and the cache written; if it cannot be written,
 * the set stays in memory, after a warning. A generated set is always made in memory. 0, or -1 after one message.
 * data_close() releases, and does nothing to an empty or closed struct. */
int data_open(struct data *d, const char *name);
void data_close(struct data *d);

/* IDX files (LeCun's format), plain or gzip, for MNIST and the like. Each sets a new array, for free(), after checks of
 * magic number, dimensions, length and trailing bytes. Images are [count][h][w], or [count][h][w][3] in colour; *c is 1 or 3.
 * 0, or -1 after one message. */
int idx_read_images(const char *path, int *count, int *h, int *w, int *c, uint8_t **pixels);
int idx_read_labels(const char *path, int classes, int *count, uint8_t **labels);

#endif
