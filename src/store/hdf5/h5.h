/*
 * Reads and writes HDF5 files. No other code uses HDF5. A file is either written or read: a new file gets its name
 * only when it is complete (it is written under a temporary name, read back, fsynced, renamed); an existing file is
 * opened read-only. Only one thread may call these functions. When HDF5 cannot allocate memory, they print a message and
 * end the process. Unless stated otherwise, functions that return an int return 0, or -1 after one message; functions that
 * return a pointer return NULL after one message. HDF5's own messages are never printed. Strings are UTF-8, of variable
 * length except in tables.
 *
 * A new file is in memory until h5_publish(). When a function has failed on it, all later functions return -1 without
 * a message, and h5_publish() discards the file: a caller needs to check only the result of h5_publish(). Published
 * files end with a line that has the SHA-256 of everything before it; h5_open() checks it. Files of other programs lack
 * the line. When they are damaged, HDF5 mostly reports an error, but crashes on some and never finishes reading others. So
 * h5_open() reads such a file in a child process and returns a copy of what is in it.
 */
#ifndef NORMLAB_STORE_HDF5_H5_H
#define NORMLAB_STORE_HDF5_H5_H

#include <stdbool.h>
#include <stddef.h>

#define H5_RANK 8 /* the largest rank of an array */

struct config;
struct h5_file;

/* Creates a file in memory, which h5_publish() will write to path. h5_publish() or h5_close() frees it. NULL after a
 * message. */
struct h5_file *h5_create(const char *path);

/* Writes the file under a temporary name, verifies it (opens it and reads every dataset), fsyncs it and renames it.
 * Frees f in every case. Returns 0, or -1 after a message; the temporary file is then removed, and an older file at
 * path is unchanged. */
int h5_publish(struct h5_file *f);

/* Opens a file for reading. A file without normlab's checksum is first copied into memory, all of it. Returns NULL after a
 * message. errno is then 0 when the file is at fault: it is not HDF5, is damaged, or is locked by a program that writes it.
 * Otherwise errno says why the system could not read it, for example ENOENT when there is no file. */
struct h5_file *h5_open(const char *path);

/* Checks a path that a user gives for a new HDF5 file, before the work whose result the file will hold. Returns 0 when
 * its folder can be written, and there is no file yet, or an empty one, or an HDF5 file, which will be replaced. Otherwise
 * returns -1 after a message: a wrong name must not destroy a data set or a text. */
int h5_check_output(const char *path);

/* Closes a file from h5_open(), or discards a file from h5_create(). Frees f, which may be NULL. */
void h5_close(struct h5_file *f);

/* Types of values. H5_UINT8 can be written, only in arrays, but not read. */
enum h5_type { H5_FLOAT32, H5_FLOAT64, H5_INT64, H5_TEXT, H5_UINT8 };

/* An array in memory. `type` is the type of the values in the file. In memory, data is double[] for H5_FLOAT32 and
 * H5_FLOAT64, int64_t[] for H5_INT64, char *[] for H5_TEXT, uint8_t[] for H5_UINT8. */
struct h5_array {
    enum h5_type type;
    int rank;
    size_t dim[H5_RANK];
    void *data;
};

/* Returns the number of elements: the product of the dimensions. */
size_t h5_count(const struct h5_array *a);

/* Writes an array as the dataset with this absolute name ("/curves/test_error"), and creates the groups in the name.
 * An array of more than 256 elements or 32 KB is compressed (shuffle and deflate 4) in chunks of chunk_rows rows of
 * the first dimension (0: one chunk). `unit` becomes the attribute "units", `help` the attribute "description"; each
 * may be NULL: no attribute. */
int h5_write(struct h5_file *f, const char *name, const struct h5_array *a, size_t chunk_rows,
             const char *unit, const char *help);

/* Writes an array of rank 2 like h5_write(), but takes longer and makes a smaller file. Chunks have whole columns,
 * because the values of a column are more similar than those of a row. A chunk has up to 8192 rows of one column,
 * or, if a column is short, so many columns that it has about 512 values. */
int h5_write_columns(struct h5_file *f, const char *name, const struct h5_array *a,
                     const char *unit, const char *help);

/* Reads a dataset into a. Values of any float or integer type become double; a->type is H5_FLOAT32 when the file has
 * floats of at most 4 bytes, else H5_FLOAT64. Strings become H5_TEXT. h5_array_clear() frees a; after a failure there is
 * nothing to free. */
int h5_read(struct h5_file *f, const char *name, struct h5_array *a);
void h5_array_clear(struct h5_array *a);

/* True when the file has an object with this name. */
bool h5_exists(struct h5_file *f, const char *name);

/* Creates a group, and the groups above it, unless they exist. */
int h5_group(struct h5_file *f, const char *name);

/* Sets *names to a new array of the names of a group's members, sorted. group: "" or "/" is the root. Returns their
 * number, 0 when there is no such group. The caller frees the array and its strings. */
int h5_list(struct h5_file *f, const char *group, char ***names);

/* Attaches dataset `scale` as a dimension scale to dimension `dim` (the first is 0) of dataset `name`. `label` becomes the
 * name of the scale and the label of the dimension. */
int h5_scale(struct h5_file *f, const char *name, int dim, const char *scale, const char *label);

/* Write and read an attribute of an object; "/" is the root. Writing replaces an older value. h5_get_text() returns a new
 * string, h5_get_number() a number. When there is no attribute of this name and type, they return NULL or NaN without a
 * message. */
int h5_set_text(struct h5_file *f, const char *object, const char *name, const char *value);
int h5_set_number(struct h5_file *f, const char *object, const char *name, double value);
char *h5_get_text(struct h5_file *f, const char *object, const char *name);
double h5_get_number(struct h5_file *f, const char *object, const char *name);

/* Sets in *out all text attributes of an object, in the order in which they were created, except those whose names are in
 * the list `except`, which ends with NULL. Adds nothing when there is no such object. */
void h5_get_texts(struct h5_file *f, const char *object, const char *const *except,
                  struct config *out);

/* A column of a table. A table is a dataset of rank 1 and compound type, with a member for each column. A text member
 * has the size of the column's longest text with its NUL. */
struct h5_column {
    const char *name;
    enum h5_type type;
    void *data; /* [rows] double, int64_t or char *, as in struct h5_array */
    /* becomes the attribute "units_<name>" of the dataset; NULL: no attribute */
    const char *unit;
};

/* Writes the table column[columns]. Its columns must have different names. */
int h5_write_table(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                   int columns);

/* Reads a table, without units, and sets *column to a new array of its *columns columns. Columns that have neither
 * numbers nor text are left out. h5_table_clear() frees the columns, their names and their data. */
int h5_read_table(struct h5_file *f, const char *name, size_t *rows, struct h5_column **column,
                  int *columns);
void h5_table_clear(size_t rows, struct h5_column *column, int columns);

/* Returns the version of the HDF5 library, such as "1.10.8"; static storage. */
const char *h5_version(void);

#endif
