/*
 * The only user of HDF5. A file that is written appears whole under its name or not at all
 * (temporary name, verified by reading back, fsynced, renamed); a file that is read is opened
 * read-only. No threads. Functions print one message and return -1 (or NULL) on failure; HDF5's own
 * error stack is never shown. Strings are UTF-8, of variable length but in tables.
 *
 * A file under way lives in memory. Once a function has failed on it, those after it keep silent
 * and return -1, and h5_publish() drops it: a caller may look at the last result only. Published
 * files end in a line with the SHA-256 of what is before it, which h5_open() checks; files of other
 * programs have none, and HDF5 survives most damage to those, but not all.
 */
#ifndef NORMLAB_STORE_HDF5_H5_H
#define NORMLAB_STORE_HDF5_H5_H

#include <stdbool.h>
#include <stddef.h>

#define H5_RANK 8

struct h5_file;

/* Starts a file that will be called path. */
struct h5_file *h5_create(const char *path);

/* Closes, verifies (reopens, and reads every dataset), fsyncs and renames; frees f whatever
 * happens. -1 after a message, with the temporary file removed and anything older at path
 * untouched. */
int h5_publish(struct h5_file *f);

/* Opens for reading. NULL after a message: missing; not HDF5 or truncated; locked (with the
 * HDF5_USE_FILE_LOCKING hint). */
struct h5_file *h5_open(const char *path);

/* Closes a file that was opened; drops one that h5_create() started. NULL is nothing. */
void h5_close(struct h5_file *f);

/* H5_UINT8 is for writing arrays alone. */
enum h5_type { H5_FLOAT32, H5_FLOAT64, H5_INT64, H5_TEXT, H5_UINT8 };

/* An array in memory; data is double[], int64_t[], char *[] or uint8_t[] for FLOAT*, INT64, TEXT,
 * UINT8: the file's type may be narrower than the memory's. */
struct h5_array {
    enum h5_type type;
    int rank;
    size_t dim[H5_RANK];
    void *data;
};
size_t h5_count(const struct h5_array *a);

/* Writes a dataset at an absolute name ("/curves/test_error"), making the groups on the way. Arrays
 * of more than 256 elements, or 32 KB, are chunked (chunk_rows rows of the first dimension a chunk; 0: all)
 * with shuffle and deflate 4. `unit` goes into the attribute "units" (NULL: none), help into
 * "description". */
int h5_write(struct h5_file *f, const char *name, const struct h5_array *a, size_t chunk_rows,
             const char *unit, const char *help);

/* As h5_write(), but slower and smaller: of rank 2; a chunk holds all rows, up to 8192, of one column,
 * down which values are more alike than along a row, or of as many as make 512 values. */
int h5_write_columns(struct h5_file *f, const char *name, const struct h5_array *a,
                     const char *unit, const char *help);

/* Reads a dataset of any float or integer type into double (FLOAT64; type tells FLOAT32 when the
 * file's type is float of 4 bytes or less), of a string type into TEXT. h5_array_clear() frees. */
int h5_read(struct h5_file *f, const char *name, struct h5_array *a);
void h5_array_clear(struct h5_array *a);

bool h5_exists(struct h5_file *f, const char *name);

/* Makes a group, and those above it; none when it is there. */
int h5_group(struct h5_file *f, const char *name);

/* Names of the members of a group, sorted, "" or "/" for the root; *names and its strings are the
 * caller's. Returns their number; 0 when there is no such group. */
int h5_list(struct h5_file *f, const char *group, char ***names);

/* A dimension scale: attaches dataset `scale` to dimension `dim` of `name`, and labels it. */
int h5_scale(struct h5_file *f, const char *name, int dim, const char *scale, const char *label);

/* Attributes of an object ("/" for the root). Getters return NULL or NaN when missing, silently;
 * the string is the caller's. */
int h5_set_text(struct h5_file *f, const char *object, const char *name, const char *value);
int h5_set_number(struct h5_file *f, const char *object, const char *name, double value);
char *h5_get_text(struct h5_file *f, const char *object, const char *name);
double h5_get_number(struct h5_file *f, const char *object, const char *name);

/* Names of an object's attributes, in the order of creation; as h5_list(). */
int h5_list_attributes(struct h5_file *f, const char *object, char ***names);

/* A compound table: a dataset of `rows` rows with a member for each column. Text is as long as the
 * longest of its column and its NUL. */
struct h5_column {
    const char *name;
    enum h5_type type;
    void *data;       /* [rows]: double, int64_t, char * by type, as in struct h5_array */
    const char *unit; /* NULL: none; the dataset gets an attribute "units_<name>" */
};
int h5_write_table(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                   int columns);

/* Reads every column of a table; the columns, their names, data and strings are the caller's. */
int h5_read_table(struct h5_file *f, const char *name, size_t *rows, struct h5_column **column,
                  int *columns);
void h5_table_clear(size_t rows, struct h5_column *column, int columns);

/* "1.10.8" */
const char *h5_version(void);

#endif
