/*
 * Files that appear whole or not at all: write to file_temporary(), then file_publish(). Temporary names end in
 * ".tmp.<pid>.<host>", so that folder_sweep() can tell which ones no process will finish.
 */
#ifndef NORMLAB_BASE_SYSTEM_FILE_H
#define NORMLAB_BASE_SYSTEM_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* A new string: path with a temporary suffix. */
char *file_temporary(const char *path);

/* fsyncs temporary, renames it to path, fsyncs the folder. On failure removes temporary; 0, or -1 after a message. */
int file_publish(const char *temporary, const char *path);

/* Writes all of data to fd, in several calls of write() if need be. 0, or -1 with errno. */
int file_put(int fd, const void *data, size_t size_bytes);

/* Writes a file that appears whole. 0, or -1 after a message. */
int file_write(const char *path, const void *data, size_t size_bytes);

/* The same without a message. 0 or errno. */
int file_try_write(const char *path, const void *data, size_t size_bytes);

/* The content of a file with a NUL behind it, which *size_bytes does not count; the caller frees. NULL after a message
 * (none when quiet). */
char *file_read(const char *path, size_t *size_bytes, bool quiet);

/* mkdir -p. 0, or -1 after a message. */
int folder_make(const char *path);

/* The same without a message. 0 or errno. */
int folder_try_make(const char *path);

bool file_exists(const char *path);

/* Removes the folder's temporary files of processes of this host that no longer run. */
void folder_sweep(const char *path);

#endif
