/* The files that a set is made from: where they may be, and reading one. Private to src/data. */
#ifndef NORMLAB_DATA_SOURCE_H
#define NORMLAB_DATA_SOURCE_H

#include "data/data.h"
#include <stddef.h>
#include <stdint.h>

#define SOURCE_BYTES_MAX ((size_t)1 << 30) /* of one file's content, unpacked */

/* A set as it is asked for by name: "mnist", "ts:PREFIX", "ts:path/of/PREFIX". */
struct wanted {
    const struct data_type *type;
    char *path; /* of a prefix with a path: the only folder to look in; else NULL */
    char *own;  /* the name of the set's own folder in others */
    char *files[DATA_FILES + 1]; /* their names; ends with NULL */
};

/* What a name with a type asks for. wanted_release() frees. */
void wanted_init(struct wanted *w, const char *name);
void wanted_release(struct wanted *w);

/* data_locate(), of that. */
bool wanted_locate(const struct wanted *w, struct text *where);

/* The path of a set's file in folder, in a new string; NULL, and nothing said, when it is not
 * there. It may be plain or have ".gz" added, and folders in the file's own name may be missing:
 * archives unpack into one that people leave out. */
char *source_find(const char *folder, const char *file);

/* The content of a plain or gzip file, in memory that the caller frees; never NULL for an empty
 * file. NULL after a message: the file cannot be read, is damaged, ends early as gzip, or unpacks
 * to more than SOURCE_BYTES_MAX. Memory grows with what is there, whatever a header claims. */
uint8_t *source_read(const char *path, size_t *size_bytes);

/* "$VARIABLE/normlab", else "~/FALLBACK/normlab", in a new string; NULL when neither is known. By
 * the XDG rules a relative path in the variable does not count. */
char *user_folder(const char *variable, const char *fallback);

#endif
