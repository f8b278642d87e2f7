/*
 * Data sets of images, tokens or series, for classification or regression. A set is decoded once from its files into
 * a cache file (data/cache.h), which all workers map into memory. To add a data set, write one source file and add
 * one line to datasets.def. In array shapes, count is the number of samples, h, w and c are height, width and
 * channels, and t is the number of steps of the longest sequence.
 */
#ifndef NORMLAB_DATA_DATA_H
#define NORMLAB_DATA_DATA_H

#include "base/list.h"
#include "base/text.h"
#include "layers/layer.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATA_CHANNELS 4 /* the most channels that an image may have; a series may have any number */

struct data_split {
    int count; /* number of samples */
    const uint8_t
        *image; /* pixels [count][h][w][c], or tokens [count][t]; NULL in a set of series */
    const float *series;   /* [count][t][c], 0 after a sequence's last step; NULL in other sets */
    const int32_t *length; /* [count] steps of each sequence, 1 to t; NULL: all have t steps */
    const uint8_t *label;  /* [count], each below `classes` */
    const float *target;   /* [count][outputs] of a regression set; NULL in a set with classes */
};

struct data {
    const char *name;   /* the name of the set's type: "ts" for the set ts:PREFIX */
    struct shape shape; /* shape of an image, or [t][c] of the longest sequence */
    int classes;        /* number of classes; 1, without meaning, in a regression set */
    /* number of outputs that a network needs: one for each class, or one for each number of a target */
    int outputs;
    int tokens; /* number of different tokens, with token 0, which is padding; 0: not a set of tokens */
    struct data_split train, test;
    /* [c] mean and sd of each channel of the training split, over all pixels (0 to 255), or over all steps that are
     * not padding. sd divides by their number n, not by n - 1. For tokens, which are never scaled, mean is 0 and sd
     * is 1. */
    const double *mean, *sd;
    char sha256[65]; /* SHA-256 of the decoded samples, lengths, labels and targets */
    void *map;       /* the memory of all arrays above; data_close() unmaps it */
    size_t map_bytes;
};

/* A split while a decoder fills it. The fields are those of struct data_split, but each array is an allocation of its
 * own. */
struct decoded_split {
    int count;
    uint8_t *image;
    float *series;
    int32_t *length;
    uint8_t *label;
    float *target;
};

/* The decoded content of a set; the fields mean the same as in struct data. In a regression set, classes is 1, all
 * labels are 0, and `outputs` is the number of numbers in a target. In other sets, `outputs` is not used. */
struct data_decoded {
    struct shape shape;
    int classes, outputs, tokens;
    struct decoded_split train, test;
};

/* Sets s->count and allocates arrays of zeros for `count` samples: labels always; images or tokens of image_bytes per
 * sample unless image_bytes is 0; series of series_numbers floats per sample unless series_numbers is 0; lengths if
 * `lengths`. data_decoded_clear() frees them, and all other arrays of d. */
void decoded_split_allocate(struct decoded_split *s, int count, size_t image_bytes,
                            size_t series_numbers, bool lengths);
void data_decoded_clear(struct data_decoded *d);

#define DATA_FILES 10 /* the most files of a type, plus 1 for the NULL after them */

struct data_type {
    const char *name; /* "fashion-mnist" */
    /* The name, for messages, of what follows the ":" in the name of a set, such as "PREFIX" in NAME:PREFIX; NULL:
     * the set is called NAME. With a prefix, the name of each file is PREFIX followed by an element of `files`. */
    const char *argument;
    const char *usage; /* one line of help */
    /* Paths of the files within the set's folder, without ".gz"; ends with NULL. A generated set has none. An IDX
     * file may also be found under a name with a dot in front of "idx": train-images.idx3-ubyte. */
    const char *files[DATA_FILES];
    /* NULL, or a function for a set NAME:ARGUMENT whose file names are not known in advance; `files` is then empty.
     * The function adds the paths of the set's files, always in the same order. It returns 0, or -1 after a message. */
    int (*list)(const char *argument, struct list *paths);
    /* the folder where the system's packages install the files; NULL: /usr/share/datasets/NAME */
    const char *folder;
    /* the name FOLDER of the set's folder in torchvision's root folder, which has the files in FOLDER/raw; NULL:
     * torchvision does not have the set */
    const char *torchvision;
    const char *install; /* how a user can get the set, for a message */
    /* The licence of the samples; when the publisher states none, also who states this licence (docs/sources.md).
     * LICENCE_OWN for sets from a user's files. */
    const char *licence;
    /* Decodes the set. paths: the files that were found, in the order of `files`; for a set with `list`, paths[0] is
     * the argument. out: all zeros before the call; the caller clears it, also after a failure. Returns 0, or -1
     * after one message that names the file. */
    int (*decode)(const char *const *paths, struct data_decoded *out);
};

/* Every type of datasets.def; ends with NULL. */
extern const struct data_type *const data_types[];

/* The field `licence` of sets that normlab computes, and of sets from a user's own files. */
#define LICENCE_GENERATED "normlab computes them: MIT, as normlab"
#define LICENCE_OWN       "not known to normlab: these are files of your own, so state it yourself"

/* True when the sets of this type have no files and are computed each time they are opened. */
bool data_is_generated(const struct data_type *type);

/* Returns the type of the set called `name`, or NULL when there is no such type. For example, "ts:PREFIX" and "ts"
 * both have the type ts. */
const struct data_type *data_type_find(const char *name);

/* Finds the folder with the files of the set `name`, each plain or with ".gz". data_type_find() must know the name.
 * The folders are searched in this order:
 *   $NORMLAB_DATA/NAME, then $NORMLAB_DATA. The variable may list several folders, separated by ':'. A folder that
 *     has the name of another set is not searched itself;
 *   ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME;
 *   the folder of the system's packages (struct data_type).
 * In each of these folders, two subfolders are searched as well: raw, and the one where torchvision keeps the set, such
 * as MNIST/raw.
 *
 * For a set NAME:PREFIX, the folders have PREFIX in place of NAME. The current folder is searched before them, and the
 * folders of sets without a prefix whose files have the same names after them. If PREFIX is a path, only its folder is
 * searched. For a set with `list`, the function checks only that the folder in the argument exists.
 *
 * Returns true when all files were found, and appends the folder to `where` ("generated" for a set without files).
 * Otherwise returns false and appends the folders that were searched, one per line, each with the first missing file,
 * or with some files that are there instead. */
bool data_locate(const char *name, struct text *where);

/* Opens the set `name` from its cache file (in ${NORMLAB_CACHE} or ${XDG_CACHE_HOME:-~/.cache}/normlab). When there
 * is no cache file, or the path, size or time of a source file has changed since it was written, decodes the set and
 * writes the cache file. If the cache file cannot be written, the set stays in memory, after a warning. A generated
 * set is always computed in memory. Returns 0, or -1 after one message. data_close() frees d; it does nothing to a
 * struct of zeros or a closed one. */
int data_open(struct data *d, const char *name);
void data_close(struct data *d);

/* Decodes the files of the set `name` and compares the result with its cache. (data_open() only compares the files' sizes
 * and times.) When the cache has another content, replaces it and sets *renewed to true. Also replaces a cache that
 * data_open() would not use, because it is damaged or was made from other files; *renewed is then false. Does nothing when
 * there is no cache. Returns 0, or -1 after a message. */
int data_check(const char *name, bool *renewed);

/* Read an IDX file (LeCun's format, as of MNIST), plain or gzip, after checks of its magic number, dimensions and
 * length. *pixels gets images [count][h][w][c], where c is 1 (grey) or 3 (colour); *labels gets labels [count], which
 * must be below `classes`. Both are new arrays, which the caller frees. Return 0, or -1 after one message. */
int idx_read_images(const char *path, int *count, int *h, int *w, int *c, uint8_t **pixels);
int idx_read_labels(const char *path, int classes, int *count, uint8_t **labels);

#endif
