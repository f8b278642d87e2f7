/* The files that a set is made from: finding one and reading it. Private to src/data. */
#ifndef NORMLAB_DATA_SOURCE_H
#define NORMLAB_DATA_SOURCE_H

#include "data/data.h"
#include <stddef.h>
#include <stdint.h>

#define SOURCE_BYTES_MAX ((size_t)1 << 30) /* of one file's content, unpacked */

/* A set as a user names it: "mnist", "ts:PREFIX", "ts:path/of/PREFIX". */
struct wanted {
    const struct data_type *type;
    char *folder;                /* of a prefix with a path: the only folder to search; else NULL */
    char *folder_name;           /* what the set's own folder is called within others */
    char *files[DATA_FILES + 1]; /* their names; ends with NULL */
};

/* The name must have a type. wanted_release() frees. */
void wanted_init(struct wanted *w, const char *name);
void wanted_release(struct wanted *w);

/* As data_locate(). */
bool wanted_locate(const struct wanted *w, struct text *where);

/* The path of a set's file in folder, a new string, plain or with ".gz"; the folders in the file's own name may be
 * missing. NULL, without a message, when it is not there. */
char *source_find(const char *folder, const char *file);

/* The content of a plain or gzip file with a NUL behind it, which size_bytes does not count; the caller frees. NULL after
 * a message: the file cannot be read, is damaged, ends early as gzip, or unpacks to more than SOURCE_BYTES_MAX. Memory
 * grows with the content, whatever a header claims. */
char *source_read(const char *path, size_t *size_bytes);

/* Cuts the next line off *at, which ends at `end`, where a NUL stands. The line, without its newline and with a NUL behind
 * it, has *length bytes. NULL when there is no more. */
char *source_line(char **at, const char *end, size_t *length);

/* "$VARIABLE/normlab", else "~/FALLBACK/normlab", a new string; NULL when neither is known. By the rules of XDG a
 * relative path in the variable does not count. */
char *user_folder(const char *variable, const char *fallback);

/* The folder within user_folder("XDG_DATA_HOME", ".local/share") of the set called `name`, a new string or NULL. */
char *user_data_folder(const char *name);

#endif
