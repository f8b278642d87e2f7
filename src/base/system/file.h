/*
 * Files and folders. A file is written so that it appears complete or not at all: file_temporary() makes a temporary file
 * in the same folder, the process writes to it, and file_publish() renames it to the final path. The names of temporary
 * files (file_suffix()) say which process made them. From the names, folder_sweep() and file_sweep() recognize leftovers:
 * temporary files whose process ended before it published them.
 */
#ifndef NORMLAB_BASE_SYSTEM_FILE_H
#define NORMLAB_BASE_SYSTEM_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Makes a new, empty temporary file, which file_publish() will rename to path. Its name is path with a random suffix, so
 * that nobody can put a link there in advance. Its permissions follow the umask. Returns its path, a new string, and in
 * *fd a descriptor for writing; NULL with errno set when the file cannot be made. */
char *file_temporary(const char *path, int *fd);

/* The two steps of file_temporary(). file_suffix() returns a new string with ".tmp.", process, machine, a random number and
 * host. file_make() makes a new, empty file; it fails when there is already a file or a link. It returns a descriptor, or
 * -1 with errno set. */
char *file_suffix(void);
int file_make(const char *path);

/* Calls fsync() on the file `temporary`, renames it to path and calls fsync() on the folder. An existing file is
 * replaced, but a folder or a device at path is an error. Returns 0. On failure, removes `temporary` and returns -1
 * after a message. */
int file_publish(const char *temporary, const char *path);

/* As file_publish(), but prints no message, and returns 0 or a value of errno. */
int file_try_publish(const char *temporary, const char *path);

/* Calls fsync() on the file at path and on its folder, so that the file is still there after a power failure. Ignores
 * errors. */
void file_keep(const char *path);

/* Writes all of data to the file descriptor fd, by as many calls of write() as it takes. Returns 0, or -1 with errno
 * set. */
int file_put(int fd, const void *data, size_t size_bytes);

/* Writes the output that stdout has not written yet. Returns 0, or -1 after a message when this write, or an earlier
 * one, failed. */
int file_flush_stdout(void);

/* As file_temporary(), but also writes data to the new file and closes it. Returns NULL when this failed; no file is left. */
char *file_write_temporary(const char *path, const void *data, size_t size_bytes);

/* Writes data to the file at path, which appears complete or not at all, and removes the leftovers of earlier writes of this
 * file. Returns 0, or -1 after a message. */
int file_write(const char *path, const void *data, size_t size_bytes);

/* As file_write(), but prints no message. Returns 0 or a value of errno. */
int file_try_write(const char *path, const void *data, size_t size_bytes);

/* Returns the content of a file and a NUL after it; *size_bytes is the size without the NUL. The caller frees it. When
 * the file cannot be read, returns NULL after a message; with quiet, prints no message. */
char *file_read(const char *path, size_t *size_bytes, bool quiet);

/* Makes a folder and its missing parents, as mkdir -p does. All of them are still there after a power failure. Returns
 * 0, or -1 after a message. */
int folder_make(const char *path);

/* As folder_make(), but prints no message. Returns 0 or a value of errno. */
int folder_try_make(const char *path);

/* Returns the name of the file or folder at path: what follows the last '/'. The result points into path. */
const char *path_name(const char *path);

/* True when there is a file or folder at path. */
bool file_exists(const char *path);

/* Returns when the file at path was last written, in seconds since 1970 by the clock of its file system; NaN when there is
 * no file. */
double file_time(const char *path);

/* True when both paths lead to the same file, also under another spelling or by a hard or symbolic link. False when
 * there is no file at one of them. */
bool file_is_same(const char *path, const char *other);

/* Removes the leftovers of this user from a folder. The file of a process of this machine is a leftover when the process
 * has ended. The file of a process of another machine, another container or an earlier boot is one when the file has not
 * changed for a day. Ignores errors. */
void folder_sweep(const char *path);

/* As folder_sweep(), but with age_s seconds instead of a day. now_s: the present time, in seconds since 1970. */
void folder_sweep_older(const char *path, double now_s, double age_s);

/* As folder_sweep(), but removes only the leftovers of writing the file at path. */
void file_sweep(const char *path);

/* Returns a new string: "$VARIABLE/normlab" when the environment variable holds an absolute path, else
 * "~/FALLBACK/normlab". A relative path in the variable is ignored, as the XDG specification requires. NULL when there
 * is no absolute path in the variable, and HOME is not set. */
char *user_folder(const char *variable, const char *fallback);

/* Returns the path ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, a new string; NULL when no home folder is known. */
char *user_data_folder(const char *name);

#endif
