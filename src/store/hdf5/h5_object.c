/* Groups and names of an HDF5 file. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "store/hdf5/h5_internal.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* An object with at most this many attributes or links stores them in its header, which keeps the file small. */
#define HEADER_MOST 1024

void h5_begin(void)
{
    errno = 0;
}

void h5_end(const struct h5_file *f)
{
    if (errno == ENOMEM)
        die("no memory to %s %s", f->writing ? "write" : "read", f->path);
}

bool h5_write_refused(struct h5_file *f)
{
    if (!f->writing)
        BUG("%s was opened for reading", f->path);
    h5_begin();
    return f->failed;
}

int h5_complain(struct h5_file *f, const char *name, const char *what)
{
    h5_end(f);
    if (f->writing)
        f->failed = true;
    return error("%s: %s: %s", f->path, name, what);
}

int h5_end_reading(struct h5_file *f, const char *name, char *wrong)
{
    int r = 0;

    h5_end(f);
    if (wrong)
        r = h5_complain(f, name, wrong);
    free(wrong);
    return r;
}

int h5_complain_absent(struct h5_file *f, const char *name, const char *what)
{
    char *why = f->is_copy ? h5_get_text(f, name, H5_UNREAD) : NULL;
    int r = h5_complain(f, name, why ? why : what);

    free(why);
    return r;
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
    bool there;

    if (strcmp(name, "/") == 0)
        return true;
    h5_begin();
    there = H5Lexists(f->id, name, H5P_DEFAULT) > 0;
    h5_end(f);
    return there;
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
    h5_begin();
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
    h5_end(f);
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

int h5_list(struct h5_file *f, const char *group, char ***names)
{
    struct list n = {0};

    if (*group == '\0')
        group = "/";
    if (h5_exists(f, group)) {
        h5_begin();
        H5Literate_by_name(f->id, group, H5_INDEX_NAME, H5_ITER_INC, NULL, add_link, &n,
                           H5P_DEFAULT);
        h5_end(f);
    }
    *names = n.item;
    return n.count;
}
