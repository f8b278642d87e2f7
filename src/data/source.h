/* The files that a data set is decoded from: finding and reading them. Private to src/data. */
#ifndef NORMLAB_DATA_SOURCE_H
#define NORMLAB_DATA_SOURCE_H

#include "data/data.h"
#include <stddef.h>
#include <stdint.h>

/* What the name that a user gave to a set means: "mnist", "ts:PREFIX", "ts:path/of/PREFIX". */
struct named_set {
    const struct data_type *type;
    char *argument;              /* what stands behind the ":"; "" */
    char *folder;                /* the path before the prefix, the only one to search; or NULL */
    char *folder_name;           /* "mnist", or the prefix: the name of the set's own folder */
    char *files[DATA_FILES + 1]; /* names of the files; ends with NULL */
};

/* data_type_find() must know the name. named_set_release() frees. */
void named_set_init(struct named_set *set, const char *name);
void named_set_release(struct named_set *set);

/* As data_locate(). */
bool named_set_locate(const struct named_set *set, struct text *where);

/* The path of a set's file in folder, plain or with ".gz", a new string; of an IDX file also with a dot, as
 * "train-images.idx3-ubyte". Folders in the file's own name, as in
 * "cifar-10-batches-bin/test_batch.bin", may be missing there. NULL, without a message, when the file is not there. */
char *source_find(const char *folder, const char *file);

/* The content of a plain or gzip file with a NUL behind it, which *size_bytes does not count; the caller frees. NULL
 * after a message: the file cannot be read, is damaged or truncated, or unpacks to more than 1 GiB. */
char *source_read(const char *path, size_t *size_bytes);

/* The next line of the text from *at to `end`, where a NUL stands; *at moves behind it. A NUL replaces the line's
 * newline; *length is its bytes without it. NULL at the end of the text. */
char *source_line(char **at, const char *end, size_t *length);

/* "$VARIABLE/normlab", else "~/FALLBACK/normlab", a new string; NULL without either. A relative path in the variable is
 * ignored, as XDG's rules say. */
char *user_folder(const char *variable, const char *fallback);

/* ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, a new string; NULL when no home folder is known. */
char *user_data_folder(const char *name);

#endif
