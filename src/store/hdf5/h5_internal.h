/* Declarations that the files h5*.c share: the HDF5 library and struct h5_file. */
#ifndef NORMLAB_STORE_HDF5_H5_INTERNAL_H
#define NORMLAB_STORE_HDF5_H5_INTERNAL_H

#define H5_USE_110_API /* a later HDF5 then also declares its functions as 1.10 does */

#include "store/hdf5/h5.h"
#include <hdf5.h>
#include <sys/types.h>

struct h5_attribute {
    char *name;
    char *text; /* NULL: it is a number */
    double number;
};

/* The attributes of an object that have one value, a text or a number, in the order in which they were created. */
struct h5_attributes {
    struct h5_attribute *item; /* [count] */
    int count;
};

struct h5_file {
    hid_t id;
    hid_t text;   /* the type of a text in memory: a UTF-8 string of variable length */
    char *path;   /* the path of the file, or the path that h5_publish() will write to */
    bool writing; /* from h5_create(): the file is in memory until h5_publish() */
    /* a write failed, after a message: later writes print no message, and h5_publish() fails */
    bool failed;
    /* made by h5_copy(): an object that could not be read has the attribute H5_UNREAD */
    bool is_copy;
    /* The attributes of the root, in a file that was opened for reading. They are read when the first of them is asked for;
     * root_is_read is true from then on. */
    struct h5_attributes root;
    bool root_is_read;
};

void h5_attributes_clear(struct h5_attributes *a);

/* Adds to out the attributes of an object that are a text or a number. */
void h5_attributes_read(struct h5_file *f, const char *object, struct h5_attributes *out);

/* Returns a new struct for the HDF5 file that id has open. */
struct h5_file *h5_file_new(const char *path, hid_t id, bool writing);

/* Returns the bytes of a file from h5_create(), followed by the checksum line: a new array, which the caller frees. Sets *size
 * to their number. NULL after a message. */
char *h5_image_new(struct h5_file *f, size_t *size);

/* Opens a file for reading from its bytes in memory, of which HDF5 makes a copy. -1 when HDF5 refuses. */
hid_t h5_image_open(const char *path, const char *image, size_t size);

/* Opens the file from disk for reading. -1 when HDF5 refuses. */
hid_t h5_file_open(const char *path);

/* Prints one message: why HDF5 did not open the file at path, which fd has open. Reads errno as HDF5 has left it. Returns
 * -1, with errno as h5_open() documents it. */
int h5_open_failed(const char *path, int fd);

/* In a copy by h5_copy(), an object that could not be read is an empty group with this attribute, whose text says why. */
#define H5_UNREAD "normlab cannot read it"

/* Copies what normlab can read of the file at path, which fd has open, to a new file that is only in memory. A child process
 * with limits of time and memory reads the file, so that HDF5 may crash or hang on a damaged file without harm. Values that
 * are in other files are not read. Returns the new file, open for reading; -1 after a message, and errno is then 0 when the
 * file is at fault. */
hid_t h5_copy(const char *path, int fd, off_t size);

/* True when an earlier write failed; the caller must then return -1 without a message. Calls BUG() when the file was
 * opened for reading, else h5_begin(). */
bool h5_write_refused(struct h5_file *f);

/* Call h5_begin() before functions of HDF5, and h5_end() after them. h5_end() ends the process, after a message, when
 * one of these functions had no memory (errno is ENOMEM). h5_end() cannot return in this case: HDF5 reports a wrong
 * error, for example that an object does not exist, or no error at all, and the state of HDF5 cannot be trusted. */
void h5_begin(void);
void h5_end(const struct h5_file *f);

/* Prints one message about object `name`. what: what is wrong with it. Sets f->failed for a file from h5_create().
 * Returns -1. */
int h5_complain(struct h5_file *f, const char *name, const char *what);

/* Calls h5_end() after object `name` was read. wrong: what is wrong with the object, a new string, which is freed; NULL:
 * nothing. Returns 0, or -1 after a message. */
int h5_end_reading(struct h5_file *f, const char *name, char *wrong);

/* As h5_complain(), for a dataset that does not exist. When the dataset is missing because h5_copy() could not copy it,
 * the message says why it could not, instead of `what`. */
int h5_complain_absent(struct h5_file *f, const char *name, const char *what);

/* Creates the groups in the absolute name of an object, unless they exist. Returns 0, or -1 after a message. */
int h5_make_parents(struct h5_file *f, const char *name);

/* Set the creation properties of an object (h5_object_defaults()) or a group (h5_group_defaults()). Attributes, and
 * the members of a group, are listed in the order of their creation and stored in the object's header, whose new
 * format has a checksum. No times are stored, so that files with equal contents have equal bytes. */
void h5_object_defaults(hid_t creation);
void h5_group_defaults(hid_t creation);

/* Levels of deflate. H5_SMALL takes ten to twenty times as long as H5_FAST. It makes tensors 1 % smaller, merged
 * curves 3 %. H5_PLAIN: no chunks and no compression. */
enum { H5_PLAIN = 0, H5_FAST = 4, H5_SMALL = 9 };

/* How a dataset is laid out in the file. */
struct h5_shape {
    int rank; /* 0: one value */
    hsize_t dim[H5_RANK];
    /* the largest size of a chunk in each dimension; 0: the whole dimension */
    hsize_t chunk[H5_RANK];
    unsigned deflate; /* level of deflate */
};

/* Creates a dataset, and the groups in its name, and writes `data` to it. stored: the type of the values in the file;
 * memory: their type in `data`. Closes both types. The caller has called h5_begin(). Returns 0, or -1 after a message. */
int h5_dataset_write(struct h5_file *f, const char *name, hid_t stored, hid_t memory,
                     const struct h5_shape *shape, const void *data);

/* Write an array (h5_array_put()) or a table (h5_table_put()) as a dataset, without units and description. chunk: the
 * largest size of a chunk in the first two dimensions (0: the whole dimension). deflate: H5_PLAIN, H5_FAST or H5_SMALL.
 * Return 0, or -1 after a message. */
int h5_array_put(struct h5_file *f, const char *name, const struct h5_array *a,
                 const size_t chunk[2], unsigned deflate);
int h5_table_put(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                 int columns, unsigned deflate);

/* Read dataset d as h5_read() and h5_read_table() do. Return NULL, or what is wrong with the dataset, a new string; there is
 * then nothing to clear. */
char *h5_array_get(struct h5_file *f, hid_t d, struct h5_array *a);
char *h5_table_get(struct h5_file *f, hid_t d, size_t *rows, struct h5_column **column,
                   int *columns);

/* Returns why HDF5 cannot read the values of dataset d: a new string. */
char *h5_why_unread(hid_t d);

/* Reads all `count` values of dataset d, converted to the type `memory`. Returns new memory, which h5_free_raw()
 * frees; NULL, without a message, when HDF5 cannot read it. */
void *h5_read_raw(hid_t d, hid_t memory, size_t count);
void h5_free_raw(hid_t d, hid_t memory, void *raw);

/* Return the HDF5 type that values of `type` have in files (h5_stored_type()) or in memory (h5_memory_type()). The caller
 * closes it. */
hid_t h5_stored_type(enum h5_type type);
hid_t h5_memory_type(enum h5_type type);

/* Returns the HDF5 type of strings. size: their bytes with the NUL, or H5T_VARIABLE. The caller closes it. */
hid_t h5_text_type(H5T_cset_t charset, size_t size);

/* Returns the memory type for reading values of a stored type, which the caller closes; -1 when they are neither
 * numbers nor strings. integers: H5_INT64 or H5_FLOAT64, the type that integers become. Sets *type to the type of
 * the values. */
hid_t h5_reading_type(hid_t stored, enum h5_type integers, enum h5_type *type);

/* Returns a new string with the content of an element that was read with the string type `memory`. */
char *h5_text_new(hid_t memory, const void *element);

/* Returns the number of elements of a dataspace. -1 when it has no shape (H5S_NULL), or more elements of `size`
 * bytes than the file can hold, as the header of a damaged file may say. */
hssize_t h5_elements(struct h5_file *f, hid_t space, size_t size);

#endif
