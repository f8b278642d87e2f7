/*
 * Data sets, for classification or regression. Each is decoded once into a cache file (data/cache.h) that
 * all workers mmap. A new data set is one file and one line in
 * registry.def.
 */
#ifndef NORMLAB_DATA_DATA_H
#define NORMLAB_DATA_DATA_H

#include "base/text.h"
#include "layers/layer.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATA_CHANNELS 4 /* at most */

struct data_split {
    int count;
    const uint8_t *image; /* [count][h][w][c] */
    const uint8_t *label; /* [count], < classes */
    const float
        *target; /* regression: [count][outputs]; NULL: the labels are what is to be learnt */
};

struct data {
    const char *name;
    struct shape shape; /* of an image, or of whatever a sample's bytes are */
    int classes;        /* 1, of no meaning, in a regression set */
    int outputs;        /* numbers that a net should put out: classes, or those of a target */
    struct data_split train, test;
    double mean[DATA_CHANNELS], sd[DATA_CHANNELS]; /* of the training pixels, 0 to 255 */
    char sha256[65];                               /* of the decoded images, labels and targets */
    void *map;                                     /* what data_close() gives back */
    size_t map_bytes;
};

/* What a decoder fills: shape, classes, and images and labels in memory that data_decoded_clear() frees;
 * of a regression set also the targets and their length, with 1 class and labels of 0. */
struct data_decoded {
    struct shape shape;
    int classes, outputs;
    int train_count, test_count;
    uint8_t *train_image, *train_label, *test_image, *test_label; /* free() */
    float *train_target, *test_target;                            /* free() */
};
void data_decoded_clear(struct data_decoded *d);

#define DATA_FILES 8

struct data_type {
    const char *name;              /* "fashion-mnist" */
    const char *usage;             /* one line */
    const char *files[DATA_FILES]; /* needed, relative to the set's folder, without ".gz"; ends with
                                      NULL; none for a generated set */
    const char *install;           /* what to do when it is missing */
    /* paths: the files as found, in the order of `files`. out comes zeroed and may be half filled
     * on failure; the caller clears it. 0, or -1 after one message that names the file. */
    int (*decode)(const char *const *paths, struct data_decoded *out);
};

/* Every type of registry.def; ends with NULL. */
extern const struct data_type *const data_types[];
const struct data_type *data_type_find(const char *name);

/* Looks for the set in $NORMLAB_DATA/NAME and $NORMLAB_DATA (which may list several folders, ':'
 * between them; one that is called like another set is that set's, and passed over),
 * ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, /usr/share/datasets/NAME, and a file plain or with
 * ".gz". True when all files are there; where then names the folder ("generated" for a set without
 * files), else it lists, one a line, where was looked. */
bool data_locate(const struct data_type *type, struct text *where);

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
