/* What the files h5*.c share: HDF5 itself and struct h5_file. */
#ifndef NORMLAB_STORE_HDF5_H5_INTERNAL_H
#define NORMLAB_STORE_HDF5_H5_INTERNAL_H

#define H5_USE_110_API /* the functions of 1.10 where a later HDF5 has newer ones */

#include "store/hdf5/h5.h"
#include <hdf5.h>

struct h5_file {
    hid_t id;
    char *path;   /* where it is, or will be */
    bool writing; /* it lives in memory until h5_publish() */
    bool
        failed; /* a write failed and printed a message: later ones print none, h5_publish() refuses */
};

/* True when an earlier write failed: return -1 at once. BUG() on a file that was opened for reading. */
bool h5_write_refused(struct h5_file *f);

/* Prints one message about object `name` and what is wrong with it. Returns -1; a file that is written has then
 * failed. */
int h5_complain(struct h5_file *f, const char *name, const char *what);

/* Makes the groups that lead to name. 0 or -1 after a message. */
int h5_make_parents(struct h5_file *f, const char *name);

/* Creation properties of objects and of groups: attributes, and a group's members, are listed in the order of
 * creation and stay in the object's header, whose new format has a checksum. No times are kept, so that equal
 * contents are equal bytes. */
void h5_object_defaults(hid_t creation);
void h5_group_defaults(hid_t creation);

/* Levels of deflate. H5_SMALL takes ten to twenty times as long on tensors, for 1 %; on merged curves it saves 3 %. */
enum { H5_FAST = 4, H5_SMALL = 9 };

struct h5_shape {
    int rank; /* 0: one value */
    hsize_t dim[H5_RANK];
    hsize_t chunk[H5_RANK]; /* at most so much of each dimension in a chunk; 0: all */
    unsigned deflate;
};

/* Creates a dataset of type `stored`, with the groups that lead to it, and writes data of type `memory`. Closes both
 * types. 0, or -1 after a message. */
int h5_dataset_write(struct h5_file *f, const char *name, hid_t stored, hid_t memory,
                     const struct h5_shape *shape, const void *data);

/* All of dataset d as `memory`, in new memory that h5_free_raw() frees; NULL when HDF5 cannot read it. */
void *h5_read_raw(hid_t d, hid_t memory, size_t count);
void h5_free_raw(hid_t d, hid_t memory, void *raw);

/* Types of values in files and in memory; the caller closes. */
hid_t h5_stored_type(enum h5_type type);
hid_t h5_memory_type(enum h5_type type);

/* Strings of so many bytes with the NUL, or H5T_VARIABLE; the caller closes. */
hid_t h5_text_type(H5T_cset_t charset, size_t size);

/* The memory type in which values of a stored type are read; -1 when they are neither numbers nor strings. *type
 * tells what they are in memory; integers become `integers`, H5_INT64 or H5_FLOAT64. The caller closes. */
hid_t h5_reading_type(hid_t stored, enum h5_type integers, enum h5_type *type);

/* A new string from an element that was read as `memory`, a string type. */
char *h5_text_new(hid_t memory, const void *element);

/* The number of elements of a dataspace; -1 when it is larger than the file can hold at `size` bytes an element, as the
 * damaged header of another program's file may claim. */
hssize_t h5_elements(struct h5_file *f, hid_t space, size_t size);

#endif
