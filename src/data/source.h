/* Finds and reads the source files of data sets. Private to src/data. */
#ifndef NORMLAB_DATA_SOURCE_H
#define NORMLAB_DATA_SOURCE_H

#include "data/data.h"
#include <stddef.h>
#include <stdint.h>

/* The parts of a set's name as a user writes it: "mnist", "ts:PREFIX", "ts:path/of/PREFIX". */
struct named_set {
    const struct data_type *type;
    char *argument; /* the text after the ":"; "" when there is none */
    /* the path before the prefix, the only folder to search; NULL: no path */
    char *folder;
    char *folder_name;           /* the name of the set's own folder: "mnist", or the prefix */
    char *files[DATA_FILES + 1]; /* names of the files, with the prefix; ends with NULL */
};

/* Splits the name into its parts. data_type_find() must know the name. named_set_release() frees. */
void named_set_init(struct named_set *set, const char *name);
void named_set_release(struct named_set *set);

/* Does what data_locate() does, for a name that is already split. */
bool named_set_locate(const struct named_set *set, struct text *where);

/* Returns the path of a set's file in the folder, plain or with ".gz": a new string. Also finds the file without the
 * folders in its name, such as test_batch.bin for "cifar-10-batches-bin/test_batch.bin", and an IDX file with a dot
 * in its name, such as train-images.idx3-ubyte. NULL, without a message, when the folder has no such file. */
char *source_find(const char *folder, const char *file);

/* Returns the unpacked content of a plain or gzip file, followed by a NUL, in a new array, which the caller frees.
 * *size_bytes is the content's size without the NUL. NULL after a message when the file cannot be read, is damaged
 * or truncated, or unpacks to more than 1 GiB. */
char *source_read(const char *path, size_t *size_bytes);

/* Returns the next line of the text that begins at *at and ends before `end`; *end must be a NUL. Replaces the
 * newline after the line by a NUL, sets *length to the bytes of the line without the newline, and moves *at to the
 * next line. NULL when the text has no more lines. */
char *source_line(char **at, const char *end, size_t *length);

#endif
