/* What the files h5*.c share, and nobody else includes: HDF5 itself and struct h5_file. */
#ifndef NORMLAB_STORE_HDF5_H5_INTERNAL_H
#define NORMLAB_STORE_HDF5_H5_INTERNAL_H

#define H5_USE_110_API /* the functions of 1.10 where a later HDF5 has newer ones */

#include "store/hdf5/h5.h"
#include <hdf5.h>

/* Datasets of so many values stand in their object header, unchunked, unless they are too large for
 * it: it holds 64 KB. */
#define H5_COMPACT       256
#define H5_COMPACT_BYTES 32768

struct h5_file {
    hid_t id;
    char *path;   /* where it is, or will be */
    bool writing; /* lives in memory until h5_publish() */
    bool failed;  /* a write failed and said so: the others keep silent, h5_publish() refuses */
};

/* True where a function that writes must return -1 at once. BUG() on a file opened for reading. */
bool h5_write_refused(struct h5_file *f);

/* One message about object `name` and what is wrong with it; returns -1 and marks f as failed when
 * it is being written. */
int h5_complain(struct h5_file *f, const char *name, const char *what);

/* Makes the groups that lead to name. 0 or -1 after a message. */
int h5_make_parents(struct h5_file *f, const char *name);

/* Attributes, and a group's members, list in the order of creation and stay in the object's header,
 * whose new format has a checksum; no times are kept, so that equal contents make equal bytes. */
void h5_object_defaults(hid_t creation);
void h5_group_defaults(hid_t creation);

/* Levels of deflate. The second takes ten to twenty times as long on tensors, for 1 %; on what is
 * merged from trials it saves 3 %. */
enum h5_packing { H5_FAST = 4, H5_SMALL = 9 };

/* An element of a dataset: a number or a text, or the row of a table. */
struct h5_element {
    hsize_t values;
    size_t size; /* bytes in the file */
};

/* Creation properties of a dataset: compact to H5_COMPACT values and H5_COMPACT_BYTES, else chunks of at most `most` (0: all) in each dimension with shuffle and deflate, which
 * HDF5 leaves out where all is text of variable length. The caller closes. */
hid_t h5_dataset_layout(int rank, const hsize_t *dim, struct h5_element element,
                        const hsize_t *most, enum h5_packing packing);

/* Creates a dataset (with its groups) and writes `data` of type `memory`; returns its id, or -1. */
hid_t h5_dataset_write(struct h5_file *f, const char *name, hid_t stored, hid_t memory, hid_t space,
                       hid_t creation, const void *data);

/* Types of values in files and in memory; the caller closes. */
hid_t h5_stored_type(enum h5_type type);
hid_t h5_memory_type(enum h5_type type);

/* UTF-8 of so many bytes with the NUL, or H5T_VARIABLE; the caller closes. */
hid_t h5_text_type(size_t size);

/* The memory type in which a stored type is read, and what that makes of it in *type: -1 when it is
 * neither number nor string. Integers come as `integers`: H5_INT64 or H5_FLOAT64. The caller
 * closes. */
hid_t h5_reading_type(hid_t stored, enum h5_type integers, enum h5_type *type);

/* A new string from an element that was read as `memory`, a string type. */
char *h5_text_new(hid_t memory, const void *element);

/* Elements of a dataspace; -1 when they exceed what the file can hold at `size` bytes each, as the
 * damaged header of a foreign file may claim. */
hssize_t h5_elements(struct h5_file *f, hid_t space, size_t size);

#endif
