/*
 * Data sets of images, tokens or series, for classification or regression. Each is decoded once into a
 * cache file (data/cache.h) that all workers mmap. A new data set is one file and one line in datasets.def.
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
    const int32_t *length; /* [count] steps of each sequence, 1 to t; NULL: all are whole */
    const uint8_t *label;  /* [count], < classes */
    const float *target;   /* regression: [count][outputs]; NULL: the labels are to be learnt */
};

struct data {
    const char *name;   /* of its type: "ts" also where a prefix follows */
    struct shape shape; /* of an image; [t][c] of the longest sequence; of whatever the bytes are */
    int classes;        /* 1, of no meaning, in a regression set */
    int outputs;        /* numbers that a net should put out: classes, or those of a target */
    int tokens; /* the bytes are numbers of tokens, < tokens, 0 = padding; 0: they are not */
    struct data_split train, test;
    /* [c], of the training split, over all its pixels (0 to 255) or steps, padding not counted; sd is of
     * the population. Of tokens, which are never scaled, 0 and 1. */
    const double *mean, *sd;
    char sha256[65]; /* of the decoded samples, lengths, labels and targets */
    void *map;       /* what data_close() gives back */
    size_t map_bytes;
};

/* What a decoder fills, in memory that data_decoded_clear() frees: shape, classes and labels; bytes
 * (images, or tokens and their number) or series; of sequences that are not all whole their lengths, with
 * zeros behind a sequence's end; of a regression set the targets and how many a sample has, with 1 class
 * and labels of 0. Series are finite. */
struct data_decoded {
    struct shape shape;
    int classes, outputs, tokens;
    int train_count, test_count;
    uint8_t *train_image, *train_label, *test_image, *test_label; /* free() */
    float *train_series, *test_series;                            /* free() */
    int32_t *train_length, *test_length;                          /* free() */
    float *train_target, *test_target;                            /* free() */
};
void data_decoded_clear(struct data_decoded *d);

#define DATA_FILES 10

struct data_type {
    const char *name;     /* "fashion-mnist" */
    const char *argument; /* "PREFIX": the set is called NAME:PREFIX, and PREFIX goes before each of
                                      `files`; NULL: there is none */
    const char *usage;    /* one line */
    const char *files[DATA_FILES]; /* needed, relative to the set's folder, without ".gz"; ends with
                                      NULL; none for a generated set */
    const char *folder;  /* where the system's packages put them; NULL: /usr/share/datasets/NAME */
    const char *install; /* what to do when it is missing */
    /* paths: the files as found, in the order of `files`. out comes zeroed and may be half filled
     * on failure; the caller clears it. 0, or -1 after one message that names the file. */
    int (*decode)(const char *const *paths, struct data_decoded *out);
};

/* Every type of datasets.def; ends with NULL. */
extern const struct data_type *const data_types[];

/* The type of a set by the set's name, or NULL: of "ts:PREFIX", and of "ts" alone, it is ts. */
const struct data_type *data_type_find(const char *name);

/* Looks for the set `name`, which must have a type, in $NORMLAB_DATA/NAME and $NORMLAB_DATA (which may
 * list several folders, ':' between them; one that is called like another set is that set's, and passed
 * over), ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, and the system's folder of the type, and a file
 * plain or with ".gz". Of a name with a prefix (ts:PREFIX), PREFIX stands for NAME; the folder that a
 * path in it names, else the current one, is looked in first, and in the end the set of a name of its own
 * that has just these files; with a path nowhere else is looked. True when all files are there; where
 * then names the folder ("generated" for a set without files), else it lists, one a line, where was
 * looked. */
bool data_locate(const char *name, struct text *where);

/* Opens a set: from the cache (${NORMLAB_CACHE} or ${XDG_CACHE_HOME:-~/.cache}/normlab), decoding
 * and writing it first when there is none of its sources as they now are (path, size, time);
 * without a writable cache it is decoded into memory, with a warning. A generated set is always
 * made in memory. 0, or -1 after one message. data_close() releases; on an empty or closed struct
 * it does nothing. */
int data_open(struct data *d, const char *name);
void data_close(struct data *d);

/* IDX files (LeCun's format), plain or gzip, for MNIST and its kin. Each fills a new array, for
 * free(), and checks magic, dimensions, length and trailing bytes. 0, or -1 after one message. */
int idx_read_images(const char *path, int *count, int *h, int *w, uint8_t **pixels);
int idx_read_labels(const char *path, int classes, int *count, uint8_t **labels);

#endif
