/* Datasets of an HDF5 file: types of values, writing datasets of any type, reading arrays. */
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Deflate makes data at most 1032 times smaller. So a file is damaged when its header states a dataset that is more than
 * PACKING_MOST times as large as the file. Datasets of at most UNCHECKED_BYTES are not checked. */
#define PACKING_MOST    1100
#define UNCHECKED_BYTES (64u << 20)

/* The largest number of rows in a chunk of h5_write_columns(), and the number of values that a chunk of several short columns
 * has: each chunk takes some hundred bytes in addition to its data. */
#define COLUMN_ROWS   8192
#define COLUMN_VALUES 512

/* A dataset with at most this many values and bytes is stored in its object header, whose limit is 64 KB. */
#define COMPACT_VALUES 256
#define COMPACT_BYTES  32768

/* ---- types ---- */

hid_t h5_text_type(H5T_cset_t charset, size_t size)
{
    hid_t type = H5Tcopy(H5T_C_S1);

    H5Tset_size(type, size);
    H5Tset_cset(type, charset);
    return type;
}

hid_t h5_stored_type(enum h5_type type)
{
    if (type == H5_TEXT)
        return h5_text_type(H5T_CSET_UTF8, H5T_VARIABLE);
    return H5Tcopy(type == H5_FLOAT32   ? H5T_IEEE_F32LE
                   : type == H5_FLOAT64 ? H5T_IEEE_F64LE
                   : type == H5_INT64   ? H5T_STD_I64LE
                                        : H5T_STD_U8LE);
}

hid_t h5_memory_type(enum h5_type type)
{
    if (type == H5_TEXT)
        return h5_text_type(H5T_CSET_UTF8, H5T_VARIABLE);
    return H5Tcopy(type == H5_INT64   ? H5T_NATIVE_INT64
                   : type == H5_UINT8 ? H5T_NATIVE_UINT8
                                      : H5T_NATIVE_DOUBLE);
}

/* Returns the memory type for reading strings of the type `stored`. The memory type has the character set of `stored`,
 * and a fixed length if `stored` has one, because HDF5 converts neither. */
static hid_t reading_text(hid_t stored)
{
    bool variable = H5Tis_variable_str(stored) > 0;

    return h5_text_type(H5Tget_cset(stored), variable ? H5T_VARIABLE : H5Tget_size(stored) + 1);
}

hid_t h5_reading_type(hid_t stored, enum h5_type integers, enum h5_type *type)
{
    switch (H5Tget_class(stored)) {
    case H5T_INTEGER:
    case H5T_ENUM: /* h5py's bool */
        *type = integers;
        return h5_memory_type(integers);
    case H5T_FLOAT:
        *type = H5Tget_size(stored) <= 4 ? H5_FLOAT32 : H5_FLOAT64;
        return h5_memory_type(H5_FLOAT64);
    case H5T_STRING:
        *type = H5_TEXT;
        return reading_text(stored);
    default:
        return -1;
    }
}

char *h5_text_new(hid_t memory, const void *element)
{
    const char *s = element;

    if (H5Tis_variable_str(memory) > 0)
        memcpy(&s, element, sizeof s);
    return xstrdup(s ? s : ""); /* HDF5 returns NULL for an empty string */
}

hssize_t h5_elements(struct h5_file *f, hid_t space, size_t size)
{
    hsize_t dim[H5S_MAX_RANK], bytes = size, count = 1, file = 0;
    int rank = H5Sget_simple_extent_dims(space, dim, NULL);

    if (rank < 0 || H5Sget_simple_extent_type(space) == H5S_NULL)
        return -1;
    for (int i = 0; i < rank; i++) {
        count *= dim[i];
        if (__builtin_mul_overflow(bytes, dim[i], &bytes))
            return -1;
    }
    if (bytes > UNCHECKED_BYTES)
        H5Fget_filesize(f->id, &file);
    return bytes > UNCHECKED_BYTES && bytes / PACKING_MOST > file ? -1 : (hssize_t)count;
}

/* ---- writing ---- */

/* Returns the creation properties of a dataset of the stored type, which the caller closes. A small dataset is
 * stored in its object header. Other datasets have chunks with shuffle and deflate, unless shape->deflate is
 * H5_PLAIN; HDF5 does not apply these filters to text of variable length. Floats that are never written are NaN. */
static hid_t creation_properties(hid_t stored, const struct h5_shape *shape)
{
    hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    bool row = H5Tget_class(stored) == H5T_COMPOUND;
    hsize_t values = row ? (hsize_t)H5Tget_nmembers(stored) : 1, bytes = H5Tget_size(stored);
    hsize_t chunk[H5_RANK];
    double fill = NAN;

    for (int i = 0; i < shape->rank; i++) {
        hsize_t most = shape->chunk[i], dim = shape->dim[i];

        values *= dim;
        bytes *= dim;
        chunk[i] = most > 0 && most < dim ? most : dim;
    }
    h5_object_defaults(creation);
    if (values > 0 && values <= COMPACT_VALUES && bytes <= COMPACT_BYTES) {
        H5Pset_layout(creation, H5D_COMPACT);
    } else if (values > 0 && shape->deflate != H5_PLAIN) {
        H5Pset_chunk(creation, shape->rank, chunk);
        H5Pset_shuffle(creation);
        H5Pset_deflate(creation, shape->deflate);
    }
    if (H5Tget_class(stored) == H5T_FLOAT)
        H5Pset_fill_value(creation, H5T_NATIVE_DOUBLE, &fill);
    return creation;
}

int h5_dataset_write(struct h5_file *f, const char *name, hid_t stored, hid_t memory,
                     const struct h5_shape *shape, const void *data)
{
    hid_t space, creation, names, d = -1;
    int r;

    h5_end(f); /* ends the process when there was no memory for the types */
    r = h5_make_parents(f, name);
    h5_begin();
    space = shape->rank ? H5Screate_simple(shape->rank, shape->dim, NULL) : H5Screate(H5S_SCALAR);
    creation = creation_properties(stored, shape);
    names = H5Pcreate(H5P_LINK_CREATE);
    H5Pset_char_encoding(names, H5T_CSET_UTF8);
    if (r == 0)
        d = H5Dcreate2(f->id, name, stored, space, names, creation, H5P_DEFAULT);
    if (r == 0 && (d < 0 || (H5Sget_simple_extent_npoints(space) > 0 &&
                             H5Dwrite(d, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0)))
        r = h5_complain(f, name, "cannot write the dataset");
    if (d >= 0)
        H5Dclose(d);
    H5Pclose(names);
    H5Pclose(creation);
    H5Sclose(space);
    H5Tclose(memory);
    H5Tclose(stored);
    h5_end(f);
    return r;
}

size_t h5_count(const struct h5_array *a)
{
    size_t n = 1;

    for (int i = 0; i < a->rank; i++)
        n *= a->dim[i];
    return n;
}

int h5_array_put(struct h5_file *f, const char *name, const struct h5_array *a,
                 const size_t chunk[2], unsigned deflate)
{
    struct h5_shape shape = {.rank = a->rank, .chunk = {chunk[0], chunk[1]}, .deflate = deflate};

    for (int i = 0; i < a->rank; i++)
        shape.dim[i] = a->dim[i];
    return h5_dataset_write(f, name, h5_stored_type(a->type), h5_memory_type(a->type), &shape,
                            a->data);
}

/* As h5_array_put(), but also writes the attributes for unit and description, as h5_write() documents them. */
static int write_array(struct h5_file *f, const char *name, const struct h5_array *a,
                       const size_t chunk[2], unsigned deflate, const char *unit, const char *help)
{
    if (h5_write_refused(f) || h5_array_put(f, name, a, chunk, deflate))
        return -1;
    if (unit && h5_set_text(f, name, "units", unit))
        return -1;
    return help ? h5_set_text(f, name, "description", help) : 0;
}

int h5_write(struct h5_file *f, const char *name, const struct h5_array *a, size_t chunk_rows,
             const char *unit, const char *help)
{
    return write_array(f, name, a, (size_t[]){chunk_rows, 0}, H5_FAST, unit, help);
}

int h5_write_columns(struct h5_file *f, const char *name, const struct h5_array *a,
                     const char *unit, const char *help)
{
    size_t rows = a->dim[0] > 0 ? a->dim[0] : 1;
    const size_t chunk[] = {rows < COLUMN_ROWS ? rows : COLUMN_ROWS,
                            rows < COLUMN_VALUES ? COLUMN_VALUES / rows : 1};

    return write_array(f, name, a, chunk, H5_SMALL, unit, help);
}

/* ---- reading ---- */

char *h5_why_unread(hid_t d)
{
    hid_t creation = H5Dget_create_plist(d);
    int filters = H5Pget_nfilters(creation);
    char *why = NULL;

    for (int i = 0; i < filters && !why; i++) {
        char name[64] = "";
        unsigned flags;
        size_t values = 0;
        int number =
            H5Pget_filter2(creation, (unsigned)i, &flags, &values, NULL, sizeof name, name, NULL);

        if (number > 0 && H5Zfilter_avail(number) <= 0)
            why =
                format_new("needs the filter %s (number %d), which this HDF5 library lacks: write "
                           "the file anew with gzip, in h5py compression=\"gzip\", or set "
                           "HDF5_PLUGIN_PATH to the folder of the filter's plugin",
                           *name ? name : "without a name", number);
    }
    H5Pclose(creation);
    return why ? why : xstrdup("cannot be read; the file may be damaged");
}

void *h5_read_raw(hid_t d, hid_t memory, size_t count)
{
    char *raw = calloc(count ? count : 1, H5Tget_size(memory));

    if (raw && count > 0 && H5Dread(d, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, raw) < 0) {
        h5_free_raw(d, memory, raw);
        raw = NULL;
    }
    return raw;
}

void h5_free_raw(hid_t d, hid_t memory, void *raw)
{
    hid_t space = H5Dget_space(d);

    H5Dvlen_reclaim(memory, space, H5P_DEFAULT, raw);
    H5Sclose(space);
    free(raw);
}

/* Returns a new array of new strings with the content of `count` elements that were read with the type `memory`. */
static char **texts_new(hid_t memory, size_t count, const char *raw)
{
    char **text = xcalloc(count, sizeof *text);

    for (size_t i = 0; i < count; i++)
        text[i] = h5_text_new(memory, raw + i * H5Tget_size(memory));
    return text;
}

/* Sets rank and dimensions of a to those of dataset d. size: bytes of an element. Returns NULL, or what is wrong with
 * the shape. */
static const char *read_shape(struct h5_file *f, hid_t d, size_t size, struct h5_array *a)
{
    hid_t space = H5Dget_space(d);
    hsize_t dim[H5S_MAX_RANK];
    int rank = H5Sget_simple_extent_dims(space, dim, NULL);
    hssize_t elements = h5_elements(f, space, size);

    H5Sclose(space);
    if (rank > H5_RANK)
        return "has more dimensions than normlab reads";
    if (elements < 0)
        return "has no values, or a shape that the file cannot hold";
    a->rank = rank;
    for (int i = 0; i < rank; i++)
        a->dim[i] = dim[i];
    return NULL;
}

/* Sets shape and data of a to those of dataset d. Returns NULL, or what is wrong with the dataset, a new string. */
static char *read_values(struct h5_file *f, hid_t d, hid_t memory, struct h5_array *a)
{
    const char *wrong = read_shape(f, d, H5Tget_size(memory), a);
    void *raw;

    if (wrong)
        return xstrdup(wrong);
    raw = h5_read_raw(d, memory, h5_count(a));
    if (!raw)
        return h5_why_unread(d);
    a->data = raw;
    if (a->type == H5_TEXT) {
        a->data = texts_new(memory, h5_count(a), raw);
        h5_free_raw(d, memory, raw);
    }
    return NULL;
}

char *h5_array_get(struct h5_file *f, hid_t d, struct h5_array *a)
{
    hid_t stored = H5Dget_type(d), memory;
    char *wrong;

    memset(a, 0, sizeof *a);
    memory = h5_reading_type(stored, H5_FLOAT64, &a->type);
    wrong = memory < 0 ? xstrdup("is neither numbers nor text") : read_values(f, d, memory, a);
    if (memory >= 0)
        H5Tclose(memory);
    H5Tclose(stored);
    return wrong;
}

int h5_read(struct h5_file *f, const char *name, struct h5_array *a)
{
    char *wrong;
    hid_t d;

    memset(a, 0, sizeof *a);
    h5_begin();
    d = H5Dopen2(f->id, name, H5P_DEFAULT);
    if (d < 0)
        return h5_complain_absent(f, name, "no such dataset");
    wrong = h5_array_get(f, d, a);
    H5Dclose(d);
    return h5_end_reading(f, name, wrong);
}

void h5_array_clear(struct h5_array *a)
{
    if (a->type == H5_TEXT && a->data)
        for (size_t i = 0; i < h5_count(a); i++)
            free(((char **)a->data)[i]);
    free(a->data);
    memset(a, 0, sizeof *a);
}
