/* Attributes of the objects in an HDF5 file. */
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/config.h"
#include "base/list.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- writing ---- */

/* Writes an attribute with the one value at `value`: a char * or a double in memory. Replaces an older attribute. */
static int attribute_set(struct h5_file *f, const char *object, const char *name, enum h5_type type,
                         const void *value)
{
    hid_t space, names, stored, memory, a;
    bool ok;

    if (h5_write_refused(f))
        return -1;
    if (H5Aexists_by_name(f->id, object, name, H5P_DEFAULT) > 0)
        H5Adelete_by_name(f->id, object, name, H5P_DEFAULT);
    space = H5Screate(H5S_SCALAR);
    names = H5Pcreate(H5P_ATTRIBUTE_CREATE);
    stored = h5_stored_type(type);
    memory = h5_memory_type(type);
    H5Pset_char_encoding(names, H5T_CSET_UTF8);
    a = H5Acreate_by_name(f->id, object, name, stored, space, names, H5P_DEFAULT, H5P_DEFAULT);
    ok = a >= 0 && H5Awrite(a, memory, value) >= 0;
    if (a >= 0)
        H5Aclose(a);
    H5Tclose(memory);
    H5Tclose(stored);
    H5Pclose(names);
    H5Sclose(space);
    h5_end(f);
    return ok ? 0 : h5_complain(f, object, "cannot write an attribute");
}

int h5_set_text(struct h5_file *f, const char *object, const char *name, const char *value)
{
    return attribute_set(f, object, name, H5_TEXT, &value);
}

int h5_set_number(struct h5_file *f, const char *object, const char *name, double value)
{
    return attribute_set(f, object, name, H5_FLOAT64, &value);
}

/* ---- reading ---- */

/* The value of an attribute that has exactly one value. */
struct value {
    char *text; /* a new string; NULL: it is a number */
    double number;
};

/* Reads the value of attribute a, whatever its type in the file. Returns false when the attribute does not have exactly one
 * value, or when that is neither text nor a number. */
static bool read_any(struct h5_file *f, hid_t a, struct value *v)
{
    hid_t space = H5Aget_space(a), stored = H5Aget_type(a), memory;
    enum h5_type type = H5_FLOAT64;
    char *data = NULL;
    bool ok;

    memory = h5_reading_type(stored, H5_FLOAT64, &type);
    ok = memory >= 0 && h5_elements(f, space, H5Tget_size(memory)) == 1;
    if (ok) {
        data = xcalloc(1, H5Tget_size(memory));
        ok = H5Aread(a, memory, data) >= 0;
        if (ok && type == H5_TEXT)
            v->text = h5_text_new(memory, data);
        else if (ok)
            memcpy(&v->number, data, sizeof v->number);
        H5Dvlen_reclaim(memory, space, H5P_DEFAULT, data);
    }
    free(data);
    H5Tclose(memory);
    H5Tclose(stored);
    H5Sclose(space);
    return ok;
}

/* Bytes in an object's header for one text of variable length: its size, and its address in the file. */
#define TEXT_BYTES 16

/* Reads the value of attribute a if it has the type in which this program writes texts and numbers. Faster than read_any(),
 * because it does not ask for the type: HDF5 fails to convert other types. Returns false when a has another type. */
static bool read_own(struct h5_file *f, hid_t a, hsize_t stored_bytes, struct value *v)
{
    char *text = NULL;
    hid_t space;
    bool one;

    if (stored_bytes == TEXT_BYTES) {
        if (H5Aread(a, f->text, &text) < 0)
            return false;
        v->text = xstrdup(text ? text : ""); /* HDF5 returns NULL for an empty string */
        H5free_memory(text);
        return true;
    }
    if (stored_bytes != sizeof v->number)
        return false;
    space = H5Aget_space(a);
    one = h5_elements(f, space, sizeof v->number) == 1;
    H5Sclose(space);
    return one && H5Aread(a, H5T_NATIVE_DOUBLE, &v->number) >= 0;
}

/* Reads the value of attribute a by read_own() or, where that fails, by read_any(). stored_bytes: the bytes of the value in
 * the file. Returns false when both fail. */
static bool read_value(struct h5_file *f, hid_t a, hsize_t stored_bytes, struct value *v)
{
    *v = (struct value){0};
    return read_own(f, a, stored_bytes, v) || read_any(f, a, v);
}

/* What read_attribute() gets from h5_attributes_read(): the file, and where it adds the attributes. */
struct reading {
    struct h5_file *file;
    struct h5_attributes *out;
};

/* H5Aiterate2() calls this function for each attribute. */
static herr_t read_attribute(hid_t object, const char *name, const H5A_info_t *info, void *reading)
{
    struct reading *r = reading;
    hid_t a = H5Aopen(object, name, H5P_DEFAULT);
    struct value v;

    if (read_value(r->file, a, info->data_size, &v))
        array_add(r->out->item, r->out->count) =
            (struct h5_attribute){xstrdup(name), v.text, v.number};
    H5Aclose(a);
    return 0;
}

void h5_attributes_read(struct h5_file *f, const char *object, struct h5_attributes *out)
{
    struct reading r = {f, out};
    hid_t id;

    h5_begin();
    id = H5Oopen(f->id, object, H5P_DEFAULT);

    /* Objects of other programs may lack a creation order; their attributes are then listed by name. */
    if (id >= 0 && H5Aiterate2(id, H5_INDEX_CRT_ORDER, H5_ITER_INC, NULL, read_attribute, &r) < 0 &&
        out->count == 0)
        H5Aiterate2(id, H5_INDEX_NAME, H5_ITER_INC, NULL, read_attribute, &r);
    if (id >= 0)
        H5Oclose(id);
    h5_end(f);
}

void h5_attributes_clear(struct h5_attributes *a)
{
    for (int i = 0; i < a->count; i++) {
        free(a->item[i].name);
        free(a->item[i].text);
    }
    free(a->item);
    *a = (struct h5_attributes){0};
}

/* Returns the attributes of the root. All are read at the first call, which is faster than opening each by its name. NULL for
 * other objects, and in a file that is being written. */
static const struct h5_attributes *root_of(struct h5_file *f, const char *object)
{
    if (f->writing || strcmp(object, "/"))
        return NULL;
    if (!f->root_is_read)
        h5_attributes_read(f, object, &f->root);
    f->root_is_read = true;
    return &f->root;
}

void h5_get_texts(struct h5_file *f, const char *object, const char *const *except,
                  struct config *out)
{
    const struct h5_attributes *all = root_of(f, object);
    struct h5_attributes own = {0};

    if (!all) {
        h5_attributes_read(f, object, &own);
        all = &own;
    }
    for (int i = 0; i < all->count; i++)
        if (all->item[i].text && !text_is_among(all->item[i].name, except))
            config_set(out, all->item[i].name, all->item[i].text);
    h5_attributes_clear(&own);
}

/* Reads an attribute that has one value. Returns false when there is none. */
static bool attribute_get(struct h5_file *f, const char *object, const char *name, struct value *v)
{
    const struct h5_attributes *root = root_of(f, object);
    hid_t a;
    bool ok;

    for (int i = 0; root && i < root->count; i++)
        if (strcmp(root->item[i].name, name) == 0) {
            const struct h5_attribute *found = &root->item[i];

            *v = (struct value){found->text ? xstrdup(found->text) : NULL, found->number};
            return true;
        }
    if (root)
        return false;
    h5_begin();
    a = H5Aopen_by_name(f->id, object, name, H5P_DEFAULT, H5P_DEFAULT);
    ok = a >= 0 && read_value(f, a, H5Aget_storage_size(a), v);
    if (a >= 0)
        H5Aclose(a);
    h5_end(f);
    return ok;
}

char *h5_get_text(struct h5_file *f, const char *object, const char *name)
{
    struct value v;

    return attribute_get(f, object, name, &v) ? v.text : NULL;
}

double h5_get_number(struct h5_file *f, const char *object, const char *name)
{
    struct value v;

    if (!attribute_get(f, object, name, &v))
        return NAN;
    if (v.text)
        v.number = NAN;
    free(v.text);
    return v.number;
}
