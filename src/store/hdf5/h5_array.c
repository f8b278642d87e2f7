/* Datasets of an HDF5 file that are arrays, and the types of values. */
#include "base/arena.h"
#include "base/error.h"
#include "store/hdf5/h5_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Deflate packs 1032 bytes into one at best. What claims to hold more than that of the file's size
 * is not data, unless it is small enough not to matter. */
#define PACKING      1100
#define SMALL_ENOUGH (64u << 20)

/* A chunk of columns: whole ones, as many as make so many values; each takes about a hundred bytes
 * beside its data. */
#define COLUMN_ROWS   8192
#define COLUMN_VALUES 512

/* ---- types ---- */

static hid_t text_type(H5T_cset_t charset, size_t size)
{
    hid_t type = H5Tcopy(H5T_C_S1);

    H5Tset_size(type, size);
    H5Tset_cset(type, charset);
    return type;
}

hid_t h5_text_type(size_t size)
{
    return text_type(H5T_CSET_UTF8, size);
}

hid_t h5_stored_type(enum h5_type type)
{
    switch (type) {
    case H5_FLOAT32:
        return H5Tcopy(H5T_IEEE_F32LE);
    case H5_FLOAT64:
        return H5Tcopy(H5T_IEEE_F64LE);
    case H5_INT64:
        return H5Tcopy(H5T_STD_I64LE);
    case H5_UINT8:
        return H5Tcopy(H5T_STD_U8LE);
    case H5_TEXT:
        break;
    }
    return h5_text_type(H5T_VARIABLE);
}

hid_t h5_memory_type(enum h5_type type)
{
    if (type == H5_TEXT)
        return h5_text_type(H5T_VARIABLE);
    if (type == H5_UINT8)
        return H5Tcopy(H5T_NATIVE_UINT8);
    return H5Tcopy(type == H5_INT64 ? H5T_NATIVE_INT64 : H5T_NATIVE_DOUBLE);
}

/* HDF5 does not convert between character sets, nor from fixed to variable length. */
static hid_t reading_text(hid_t stored)
{
    bool variable = H5Tis_variable_str(stored) > 0;

    return text_type(H5Tget_cset(stored), variable ? H5T_VARIABLE : H5Tget_size(stored) + 1);
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
    return xstrdup(s ? s : ""); /* an empty string is stored as none */
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
    H5Fget_filesize(f->id, &file);
    return bytes > SMALL_ENOUGH && bytes / PACKING > file ? -1 : (hssize_t)count;
}

/* ---- writing ---- */

hid_t h5_dataset_layout(int rank, const hsize_t *dim, struct h5_element element,
                        const hsize_t *most, enum h5_packing packing)
{
    hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    hsize_t count = element.values, bytes = element.size, chunk[H5_RANK];

    for (int i = 0; i < rank; i++) {
        count *= dim[i];
        bytes *= dim[i];
        chunk[i] = most[i] > 0 && most[i] < dim[i] ? most[i] : dim[i];
    }
    h5_object_defaults(creation);
    if (count == 0)
        return creation;
    if (count <= H5_COMPACT && bytes <= H5_COMPACT_BYTES) {
        H5Pset_layout(creation, H5D_COMPACT);
        return creation;
    }
    H5Pset_chunk(creation, rank, chunk);
    H5Pset_shuffle(creation);
    H5Pset_deflate(creation, packing);
    return creation;
}

hid_t h5_dataset_write(struct h5_file *f, const char *name, hid_t stored, hid_t memory, hid_t space,
                       hid_t creation, const void *data)
{
    hid_t names, d;

    if (h5_make_parents(f, name))
        return -1;
    names = H5Pcreate(H5P_LINK_CREATE);
    H5Pset_char_encoding(names, H5T_CSET_UTF8);
    d = H5Dcreate2(f->id, name, stored, space, names, creation, H5P_DEFAULT);
    H5Pclose(names);
    if (d >= 0 && H5Sget_simple_extent_npoints(space) > 0 &&
        H5Dwrite(d, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0) {
        H5Dclose(d);
        d = -1;
    }
    if (d < 0)
        h5_complain(f, name, "cannot write the dataset");
    return d;
}

size_t h5_count(const struct h5_array *a)
{
    size_t n = 1;

    for (int i = 0; i < a->rank; i++)
        n *= a->dim[i];
    return n;
}

/* chunk, packing: as in h5_dataset_layout(). */
static int write_array(struct h5_file *f, const char *name, const struct h5_array *a,
                       const hsize_t *chunk, enum h5_packing packing, const char *unit,
                       const char *help)
{
    hid_t stored, memory, space, creation, d;
    hsize_t dim[H5_RANK];
    double fill = NAN;

    if (h5_write_refused(f))
        return -1;
    for (int i = 0; i < a->rank; i++)
        dim[i] = a->dim[i];
    stored = h5_stored_type(a->type);
    memory = h5_memory_type(a->type);
    space = a->rank ? H5Screate_simple(a->rank, dim, NULL) : H5Screate(H5S_SCALAR);
    creation = h5_dataset_layout(a->rank, dim, (struct h5_element){1, H5Tget_size(stored)}, chunk,
                                 packing);
    if (a->type == H5_FLOAT32 || a->type == H5_FLOAT64)
        H5Pset_fill_value(creation, H5T_NATIVE_DOUBLE, &fill);
    d = h5_dataset_write(f, name, stored, memory, space, creation, a->data);
    H5Pclose(creation);
    H5Sclose(space);
    H5Tclose(memory);
    H5Tclose(stored);
    if (d < 0)
        return -1;
    H5Dclose(d);
    if (unit && h5_set_text(f, name, "units", unit))
        return -1;
    return help ? h5_set_text(f, name, "description", help) : 0;
}

int h5_write(struct h5_file *f, const char *name, const struct h5_array *a, size_t chunk_rows,
             const char *unit, const char *help)
{
    const hsize_t chunk[H5_RANK] = {chunk_rows};

    return write_array(f, name, a, chunk, H5_FAST, unit, help);
}

int h5_write_columns(struct h5_file *f, const char *name, const struct h5_array *a,
                     const char *unit, const char *help)
{
    const hsize_t rows = a->dim[0] > 0 ? a->dim[0] : 1;
    const hsize_t chunk[H5_RANK] = {rows < COLUMN_ROWS ? rows : COLUMN_ROWS,
                                    rows < COLUMN_VALUES ? COLUMN_VALUES / rows : 1};

    return write_array(f, name, a, chunk, H5_SMALL, unit, help);
}

/* ---- reading ---- */

/* Reads all of d as `memory` into new zeroed memory; NULL when HDF5 cannot. */
static void *read_raw(hid_t d, hid_t memory, size_t count)
{
    char *raw = calloc(count ? count : 1, H5Tget_size(memory));

    if (raw && count > 0 && H5Dread(d, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, raw) < 0) {
        hid_t space = H5Dget_space(d);

        H5Dvlen_reclaim(memory, space, H5P_DEFAULT, raw);
        H5Sclose(space);
        free(raw);
        raw = NULL;
    }
    return raw;
}

/* Turns elements as HDF5 gives them into an array of strings. */
static char **texts_new(hid_t memory, hid_t space, size_t count, char *raw)
{
    size_t size = H5Tget_size(memory);
    char **text = xcalloc(count, sizeof *text);

    for (size_t i = 0; i < count; i++)
        text[i] = h5_text_new(memory, raw + i * size);
    H5Dvlen_reclaim(memory, space, H5P_DEFAULT, raw);
    free(raw);
    return text;
}

/* Fills a's shape; what is wrong with it, or NULL. */
static const char *read_shape(struct h5_file *f, hid_t space, size_t size, struct h5_array *a)
{
    hsize_t dim[H5S_MAX_RANK];
    int rank = H5Sget_simple_extent_dims(space, dim, NULL);

    if (rank > H5_RANK)
        return "has more dimensions than normlab reads";
    if (h5_elements(f, space, size) < 0)
        return "has no values, or a shape that the file cannot hold";
    a->rank = rank;
    for (int i = 0; i < rank; i++)
        a->dim[i] = dim[i];
    return NULL;
}

static const char *read_values(struct h5_file *f, hid_t d, hid_t memory, struct h5_array *a)
{
    hid_t space = H5Dget_space(d);
    const char *wrong = read_shape(f, space, H5Tget_size(memory), a);

    if (!wrong) {
        a->data = read_raw(d, memory, h5_count(a));
        if (!a->data)
            wrong = "cannot be read; the file may be damaged";
        else if (a->type == H5_TEXT)
            a->data = texts_new(memory, space, h5_count(a), a->data);
    }
    H5Sclose(space);
    return wrong;
}

int h5_read(struct h5_file *f, const char *name, struct h5_array *a)
{
    hid_t d = h5_exists(f, name) ? H5Dopen2(f->id, name, H5P_DEFAULT) : -1, stored, memory;
    const char *wrong = "is neither numbers nor text";

    memset(a, 0, sizeof *a);
    if (d < 0)
        return h5_complain(f, name, "no such dataset");
    stored = H5Dget_type(d);
    memory = h5_reading_type(stored, H5_FLOAT64, &a->type);
    if (memory >= 0) {
        wrong = read_values(f, d, memory, a);
        H5Tclose(memory);
    }
    H5Tclose(stored);
    H5Dclose(d);
    return wrong ? h5_complain(f, name, wrong) : 0;
}

void h5_array_clear(struct h5_array *a)
{
    if (a->type == H5_TEXT && a->data)
        for (size_t i = 0; i < h5_count(a); i++)
            free(((char **)a->data)[i]);
    free(a->data);
    memset(a, 0, sizeof *a);
}
