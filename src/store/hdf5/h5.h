/*
 * The only user of HDF5. A file that is written appears whole under its name or not at all (temporary name, verified
 * by reading back, fsynced, renamed); a file that is read is opened read-only. Not for several threads. Functions
 * print one message and return -1 (or NULL) on failure; HDF5's own messages are never shown. Strings are UTF-8, of
 * variable length except in tables.
 *
 * A file that is written lives in memory. Once a function has failed on it, later ones print nothing and return -1,
 * and h5_publish() drops it: so a caller may look at the last result alone. Published files end in a line with the
 * SHA-256 of everything before it, which h5_open() checks. Files of other programs have none; HDF5 survives most
 * damage to them, but not all.
 */
#ifndef NORMLAB_STORE_HDF5_H5_H
#define NORMLAB_STORE_HDF5_H5_H

#include <stdbool.h>
#include <stddef.h>

#define H5_RANK 8

struct h5_file;
struct list;

/* Starts a file that h5_publish() will put at path. */
struct h5_file *h5_create(const char *path);

/* Closes, verifies (reopens, and reads every dataset), fsyncs and renames. Frees f in every case. -1 after a message:
 * then the temporary file is removed, and an older file at path is as before. */
int h5_publish(struct h5_file *f);

/* Opens for reading. NULL after a message: missing, not HDF5, damaged, or locked (with the hint at
 * HDF5_USE_FILE_LOCKING). */
struct h5_file *h5_open(const char *path);

/* Closes a file that was opened; drops one that h5_create() started. f may be NULL. */
void h5_close(struct h5_file *f);

/* H5_UINT8 can be written in arrays only, not read. */
enum h5_type { H5_FLOAT32, H5_FLOAT64, H5_INT64, H5_TEXT, H5_UINT8 };

/* An array in memory. data is double[] for FLOAT32 and FLOAT64, int64_t[], char *[] or uint8_t[]: the type is that of
 * the file, where floats may be narrower. */
struct h5_array {
    enum h5_type type;
    int rank;
    size_t dim[H5_RANK];
    void *data;
};
size_t h5_count(const struct h5_array *a);

/* Writes a dataset at an absolute name ("/curves/test_error"), with the groups that lead to it. Arrays of more than 256
 * elements or 32 KB are stored in chunks (chunk_rows rows of the first dimension in a chunk; 0: all) with shuffle and
 * deflate 4. `unit` becomes the attribute "units" (NULL: none), `help` "description". */
int h5_write(struct h5_file *f, const char *name, const struct h5_array *a, size_t chunk_rows,
             const char *unit, const char *help);

/* As h5_write() for rank 2, but slower and smaller: a chunk holds up to 8192 rows of one column, whose values are
 * more alike than a row's, or of as many columns as make 512 values. */
int h5_write_columns(struct h5_file *f, const char *name, const struct h5_array *a,
                     const char *unit, const char *help);

/* Reads a dataset of any float or integer type into double (type FLOAT32 when the file's type is float of at most 4
 * bytes, else FLOAT64), of a string type into TEXT. h5_array_clear() frees. */
int h5_read(struct h5_file *f, const char *name, struct h5_array *a);
void h5_array_clear(struct h5_array *a);

bool h5_exists(struct h5_file *f, const char *name);

/* Makes a group and those above it, unless they exist. */
int h5_group(struct h5_file *f, const char *name);

/* The names of a group's members, sorted ("" or "/": the root's). Returns their number, 0 when there is no such group;
 * *names and its strings are the caller's. */
int h5_list(struct h5_file *f, const char *group, char ***names);

/* Attaches dataset `scale`, as a dimension scale, to dimension `dim` of dataset `name`, and labels both. */
int h5_scale(struct h5_file *f, const char *name, int dim, const char *scale, const char *label);

/* Attributes of an object ("/" for the root). The getters return NULL or NaN, without a message, when there is none;
 * the string is the caller's. */
int h5_set_text(struct h5_file *f, const char *object, const char *name, const char *value);
int h5_set_number(struct h5_file *f, const char *object, const char *name, double value);
char *h5_get_text(struct h5_file *f, const char *object, const char *name);
double h5_get_number(struct h5_file *f, const char *object, const char *name);

/* Adds the names of an object's attributes in the order of creation; none when there is no such object. */
void h5_list_attributes(struct h5_file *f, const char *object, struct list *names);

/* A compound table: a dataset with a member for each column. A text member is as long as the longest text of its
 * column and its NUL. */
struct h5_column {
    const char *name;
    enum h5_type type;
    void *data;       /* [rows]: double, int64_t, char * by type, as in struct h5_array */
    const char *unit; /* the attribute "units_<name>" of the dataset; NULL: none */
};
int h5_write_table(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                   int columns);

/* Reads every column of a table, without units. h5_table_clear() frees the columns, their names and data. */
int h5_read_table(struct h5_file *f, const char *name, size_t *rows, struct h5_column **column,
                  int *columns);
void h5_table_clear(size_t rows, struct h5_column *column, int columns);

/* "1.10.8" */
const char *h5_version(void);

#endif
