/*
 * Files that appear whole or not at all: write to file_temporary(), then file_publish(). Temporary
 * names end in ".tmp.<pid>.<host>", so whoever finds one on that host knows that nobody needs it once
 * the process is gone.
 */
#ifndef NORMLAB_BASE_SYSTEM_FILE_H
#define NORMLAB_BASE_SYSTEM_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* A new string: path with a temporary suffix. */
char *file_temporary(const char *path);

/* fsyncs temporary, renames it to path, fsyncs the folder. On failure removes temporary and returns
 * -1 after a message. */
int file_publish(const char *temporary, const char *path);

/* Writes all of data to fd, whatever it takes. 0, or -1 with errno. */
int file_put(int fd, const void *data, size_t size_bytes);

/* Writes a whole file in that way. 0 or -1 after a message. */
int file_write(const char *path, const void *data, size_t size_bytes);

/* Reads a whole file; NUL-terminated; the caller frees. NULL after a message (none when quiet). */
char *file_read(const char *path, size_t *size_bytes, bool quiet);

/* mkdir -p. 0 or -1 after a message. */
int folder_make(const char *path);

bool file_exists(const char *path);

/* Removes temporary files in a folder whose process, on this host, no longer runs. */
void folder_sweep(const char *path);

#endif
