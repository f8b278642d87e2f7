/* HDF5 files as other programs write them: without normlab's checksum, in other formats, or without some objects. */
#ifndef NORMLAB_TESTS_REWRITTEN_H
#define NORMLAB_TESTS_REWRITTEN_H

#include "base/system/file.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* CUT: the bytes of normlab's file without the checksum line. OLD: the format that h5py and most programs write by default.
 * NEW: the latest format of the library. */
enum form { FORM_CUT, FORM_OLD, FORM_NEW, FORMS };
static const char *const form_name[FORMS] = {"cut", "old", "new"};

/* H5Aiterate2() calls this function for each attribute; to: the root of the new file. */
static inline herr_t rewrite_attribute(hid_t object, const char *name, const H5A_info_t *info,
                                       void *to)
{
    hid_t a = H5Aopen(object, name, H5P_DEFAULT), type = H5Aget_type(a), space = H5Aget_space(a);
    hid_t copy = H5Acreate2(*(hid_t *)to, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    void *value = calloc(1, info->data_size + H5Tget_size(type));

    assert_true(H5Aread(a, type, value) >= 0);
    assert_true(H5Awrite(copy, type, value) >= 0);
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, value);
    free(value);
    H5Aclose(copy);
    H5Sclose(space);
    H5Tclose(type);
    H5Aclose(a);
    return 0;
}

static inline herr_t rewrite_object(hid_t root, const char *name, const H5L_info_t *info, void *to)
{
    (void)info;
    assert_true(H5Ocopy(root, name, *(hid_t *)to, name, H5P_DEFAULT, H5P_DEFAULT) >= 0);
    return 0;
}

static inline void cut_sum(const char *from, const char *to)
{
    size_t size;
    char *data = file_read(from, &size, false);

    for (size_t i = size - 90; i < size; i++)
        if (memcmp(data + i, "\nnormlab sha256 ", 16) == 0)
            size = i;
    assert_int_equal(file_write(to, data, size), 0);
    free(data);
}

/* Writes the content of a file to a new one in another form. */
static inline void rewrite_file(const char *from, const char *to, enum form form)
{
    hid_t access, in, out;

    if (form == FORM_CUT) {
        cut_sum(from, to);
        return;
    }
    access = H5Pcreate(H5P_FILE_ACCESS);
    if (form == FORM_NEW)
        H5Pset_libver_bounds(access, H5F_LIBVER_LATEST, H5F_LIBVER_LATEST);
    in = H5Fopen(from, H5F_ACC_RDONLY, H5P_DEFAULT);
    out = H5Fcreate(to, H5F_ACC_TRUNC, H5P_DEFAULT, access);
    H5Pclose(access);
    assert_true(in >= 0 && out >= 0);
    assert_true(H5Literate(in, H5_INDEX_NAME, H5_ITER_INC, NULL, rewrite_object, &out) >= 0);
    assert_true(H5Aiterate2(in, H5_INDEX_NAME, H5_ITER_INC, NULL, rewrite_attribute, &out) >= 0);
    H5Fclose(out);
    H5Fclose(in);
}

#endif
