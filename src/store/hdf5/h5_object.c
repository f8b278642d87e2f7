/* Groups, names and attributes of an HDF5 file. */
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/config.h"
#include "base/list.h"
#include "store/hdf5/h5_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* An object with at most this many attributes or links stores them in its header, which keeps the file small. */
#define HEADER_MOST 1024

bool h5_write_refused(struct h5_file *f)
{
    if (!f->writing)
        BUG("%s was opened for reading", f->path);
    return f->failed;
}

int h5_complain(struct h5_file *f, const char *name, const char *what)
{
    if (f->writing)
        f->failed = true;
    return error("%s: %s: %s", f->path, name, what);
}

void h5_object_defaults(hid_t creation)
{
    H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_attr_phase_change(creation, HEADER_MOST, HEADER_MOST / 2);
    H5Pset_obj_track_times(creation, false);
}

void h5_group_defaults(hid_t creation)
{
    h5_object_defaults(creation);
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_link_phase_change(creation, HEADER_MOST, HEADER_MOST / 2);
}

bool h5_exists(struct h5_file *f, const char *name)
{
    return strcmp(name, "/") == 0 || H5Lexists(f->id, name, H5P_DEFAULT) > 0;
}

int h5_group(struct h5_file *f, const char *name)
{
    hid_t creation, names, group;

    if (h5_write_refused(f))
        return -1;
    if (h5_exists(f, name))
        return 0;
    if (h5_make_parents(f, name))
        return -1;
    creation = H5Pcreate(H5P_GROUP_CREATE);
    names = H5Pcreate(H5P_LINK_CREATE);
    h5_group_defaults(creation);
    H5Pset_char_encoding(names, H5T_CSET_UTF8);
    group = H5Gcreate2(f->id, name, names, creation, H5P_DEFAULT);
    H5Pclose(creation);
    H5Pclose(names);
    if (group < 0)
        return h5_complain(f, name, "cannot make the group");
    H5Gclose(group);
    return 0;
}

int h5_make_parents(struct h5_file *f, const char *name)
{
    const char *slash = strrchr(name, '/');
    char *parent = slash > name ? xstrndup(name, (size_t)(slash - name)) : NULL;
    int r = parent ? h5_group(f, parent) : 0;

    free(parent);
    return r;
}

static herr_t add_link(hid_t group, const char *name, const H5L_info_t *info, void *names)
{
    (void)group, (void)info;
    list_add(names, name);
    return 0;
}

static herr_t add_attribute(hid_t object, const char *name, const H5A_info_t *info, void *names)
{
    (void)object, (void)info;
    list_add(names, name);
    return 0;
}

int h5_list(struct h5_file *f, const char *group, char ***names)
{
    struct list n = {0};

    if (*group == '\0')
        group = "/";
    if (h5_exists(f, group))
        H5Literate_by_name(f->id, group, H5_INDEX_NAME, H5_ITER_INC, NULL, add_link, &n,
                           H5P_DEFAULT);
    *names = n.item;
    return n.count;
}

void h5_list_attributes(struct h5_file *f, const char *object, struct list *names)
{
    int before = names->count;

    /* Objects that other programs wrote may have no order of creation; their attributes are then listed by name. */
    if (h5_exists(f, object) &&
        H5Aiterate_by_name(f->id, object, H5_INDEX_CRT_ORDER, H5_ITER_INC, NULL, add_attribute,
                           names, H5P_DEFAULT) < 0 &&
        names->count == before)
        H5Aiterate_by_name(f->id, object, H5_INDEX_NAME, H5_ITER_INC, NULL, add_attribute, names,
                           H5P_DEFAULT);
}

/* ---- attributes ---- */

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

/* Reads attribute a, which has one value, if it has one of the two types that this program writes. A text goes into
 * *text, if text is not NULL; H5free_memory() frees it. A number goes into *number, if text is NULL. Returns false
 * when the attribute has another type. */
static bool read_own(struct h5_file *f, hid_t a, double *number, char **text)
{
    hid_t space = H5Aget_space(a);
    bool one = h5_elements(f, space, sizeof *number) == 1;

    H5Sclose(space);
    if (!one)
        return false;
    if (text)
        return H5Aread(a, f->text, text) >= 0;
    return H5Aget_storage_size(a) == sizeof *number && H5Aread(a, H5T_NATIVE_DOUBLE, number) >= 0;
}

/* Reads an attribute that has one value: a text into *text, as a new string, or, if text is NULL, a number into
 * *number. Returns false when there is no attribute of this name and type. */
static bool attribute_get(struct h5_file *f, const char *object, const char *name, double *number,
                          char **text)
{
    hid_t a = H5Aopen_by_name(f->id, object, name, H5P_DEFAULT, H5P_DEFAULT), space, stored, memory;
    enum h5_type type = H5_FLOAT64;
    char *data = NULL;
    bool ok;

    if (a < 0)
        return false;
    if (read_own(f, a, number, text ? &data : NULL)) {
        if (text)
            *text = xstrdup(data ? data : "");
        H5free_memory(data);
        H5Aclose(a);
        return true;
    }
    data = NULL;
    space = H5Aget_space(a);
    stored = H5Aget_type(a);
    memory = h5_reading_type(stored, H5_FLOAT64, &type);
    ok = memory >= 0 && (type == H5_TEXT) == (text != NULL) &&
         h5_elements(f, space, H5Tget_size(memory)) == 1;
    if (ok) {
        data = xcalloc(1, H5Tget_size(memory));
        ok = H5Aread(a, memory, data) >= 0;
        if (ok && text)
            *text = h5_text_new(memory, data);
        else if (ok)
            memcpy(number, data, sizeof *number);
        H5Dvlen_reclaim(memory, space, H5P_DEFAULT, data);
    }
    free(data);
    H5Tclose(memory);
    H5Tclose(stored);
    H5Sclose(space);
    H5Aclose(a);
    return ok;
}

/* Where h5_get_texts() collects attributes. */
struct texts {
    struct h5_file *file;
    const char *object;
    const char *const *except;
    struct config *out;
};

/* H5Aiterate2() calls this function for each attribute. */
static herr_t add_text(hid_t object, const char *name, const H5A_info_t *info, void *texts)
{
    struct texts *t = texts;
    const char *const *except = t->except;
    char *text = NULL, *other = NULL;
    hid_t a;

    (void)info;
    while (*except && strcmp(*except, name))
        except++;
    if (*except)
        return 0;
    a = H5Aopen(object, name, H5P_DEFAULT);
    if (!read_own(t->file, a, NULL, &text))
        text = NULL;
    H5Aclose(a);
    if (!text && attribute_get(t->file, t->object, name, NULL, &other))
        config_set(t->out, name, other);
    else if (text)
        config_set(t->out, name, text);
    free(other);
    H5free_memory(text);
    return 0;
}

void h5_get_texts(struct h5_file *f, const char *object, const char *const *except,
                  struct config *out)
{
    hid_t id = H5Oopen(f->id, object, H5P_DEFAULT);
    struct texts t = {f, object, except, out};
    int before = out->count;

    /* Objects that other programs wrote may have no order of creation; their attributes are then listed by name. */
    if (id >= 0 && H5Aiterate2(id, H5_INDEX_CRT_ORDER, H5_ITER_INC, NULL, add_text, &t) < 0 &&
        out->count == before)
        H5Aiterate2(id, H5_INDEX_NAME, H5_ITER_INC, NULL, add_text, &t);
    if (id >= 0)
        H5Oclose(id);
}

char *h5_get_text(struct h5_file *f, const char *object, const char *name)
{
    char *text = NULL;

    attribute_get(f, object, name, NULL, &text);
    return text;
}

double h5_get_number(struct h5_file *f, const char *object, const char *name)
{
    double number = NAN;

    attribute_get(f, object, name, &number, NULL);
    return number;
}
