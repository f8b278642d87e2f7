/*
 * Files of results that are well-formed HDF5, but not as normlab writes them: a trial's file or a merged one is changed by
 * steps that the input gives, then read; some are written again. libhdf5 itself is not fuzzed.
 */
#define H5_USE_110_API /* a later HDF5 then also declares its functions as 1.10 does */

#include "base/arena.h"
#include "base/list.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "fuzz.h"
#include "store/description.h"
#include "store/export/export.h"
#include "train/profile.h"
#include <fcntl.h>
#include <hdf5.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BASES = 2, POINTS = 2, RANK = 5, MOST_STEPS = 24 };

/* ---- the files that are changed ---- */

struct base {
    char *image;
    size_t bytes;
    struct list objects; /* names, from the root on */
};

static void add_profile(struct trial_result *r)
{
    struct profiles *p = &r->profiles;
    struct list layers = {0};

    p->points = POINTS;
    p->step = xcalloc(POINTS, sizeof *p->step);
    p->epoch = xcalloc(POINTS, sizeof *p->epoch);
    list_add(&layers, "conv1");
    list_add(&layers, "dense2");
    profiles_add(p, "moments", &layers);
    list_clear(&layers);
}

static void make_results(struct results *r)
{
    r->experiment = xstrdup("fuzz");
    r->version = 1;
    array_add(r->axis, r->axes) = xstrdup("norm");
    array_add(r->axis, r->axes) = xstrdup("batch");
    for (int i = 0; i < 2; i++) {
        struct record record = {.seed = i};

        FUZZ_CHECK(config_parse(&record.config,
                                i ? "norm=none batch=2 epochs=2 seed=1 net=\"dense 8; ${norm}\""
                                  : "norm=\"groupnorm groups=2\" batch=4 epochs=2 seed=0") == 0);
        trial_result_init(&record.result, POINTS, 1);
        add_profile(&record.result);
        memset(record.result.data_sha256, 'a', 64);
        snprintf(record.key, sizeof record.key, "%016d", i);
        config_set(&record.origin, "host", "here");
        array_add(r->record, r->records) = record;
    }
    config_set(&r->provenance, "host", "here");
}

static herr_t add_object(hid_t root, const char *name, const H5O_info_t *info, void *objects)
{
    (void)root, (void)info;
    list_add(objects, name);
    return 0;
}

static void make_base(struct base *b, bool merged)
{
    char *path = format_new("%s/base.h5", fuzz_folder());
    struct results r = {0};
    hid_t file;

    make_results(&r);
    if (merged)
        FUZZ_CHECK(store_merged_write(path, &r) == 0);
    else
        FUZZ_CHECK(store_trial_write(path, "fuzz", 1, r.record, &r.provenance) == 0);
    results_clear(&r);
    b->image = file_read(path, &b->bytes, true);
    file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
    H5Ovisit(file, H5_INDEX_NAME, H5_ITER_NATIVE, add_object, &b->objects);
    H5Fclose(file);
    free(path);
    FUZZ_CHECK(b->image && b->objects.count > 5);
}

static const struct base *base_at(unsigned i)
{
    static struct base bases[BASES];

    if (!bases[i].image)
        make_base(&bases[i], i);
    return &bases[i];
}

/* ---- steps ---- */

static hid_t text_type(size_t size)
{
    hid_t type = H5Tcopy(H5T_C_S1);

    H5Tset_size(type, size);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

static hid_t enum_type(void)
{
    hid_t type = H5Tenum_create(H5T_NATIVE_INT8);
    int8_t value = 0;

    H5Tenum_insert(type, "FALSE", &value);
    value = 1;
    H5Tenum_insert(type, "TRUE", &value);
    return type;
}

static hid_t row_type(hid_t other)
{
    hid_t type = H5Tcreate(H5T_COMPOUND, 16 + H5Tget_size(other)), text = text_type(8);

    H5Tinsert(type, "key", 0, text);
    H5Tinsert(type, "seed", 8, H5T_NATIVE_INT64);
    H5Tinsert(type, "status", 16, other);
    H5Tclose(text);
    return type;
}

/* A type of values; the caller closes it. */
static hid_t type_of(unsigned kind)
{
    static const hsize_t dim = 2;

    switch (kind % 10) {
    case 0:
        return H5Tcopy(H5T_NATIVE_DOUBLE);
    case 1:
        return H5Tcopy(H5T_NATIVE_FLOAT);
    case 2:
        return H5Tcopy(H5T_STD_I64BE);
    case 3:
        return H5Tcopy(H5T_NATIVE_UINT8);
    case 4:
        return text_type(H5T_VARIABLE);
    case 5:
        return text_type(3 + kind);
    case 6:
        return enum_type();
    case 7:
        return H5Tarray_create2(H5T_NATIVE_DOUBLE, 1, &dim);
    case 8:
        return row_type(H5T_NATIVE_DOUBLE);
    default:
        return H5Tcreate(H5T_OPAQUE, 4);
    }
}

/* A shape of rank 0 to RANK, or none at all. */
static hid_t shape(struct fuzz_input *in)
{
    int rank = (int)(fuzz_byte(in) % (RANK + 2));
    hsize_t dim[RANK];

    for (int i = 0; i < rank && i < RANK; i++)
        dim[i] = fuzz_byte(in) % 5;
    return rank > RANK ? H5Screate(H5S_NULL)
           : rank      ? H5Screate_simple(rank, dim, NULL)
                       : H5Screate(H5S_SCALAR);
}

/* Values of this type: the line again and again; texts of variable length are the line. The caller frees them. */
static void *values(hid_t type, hid_t space, const char *line)
{
    hssize_t n = H5Sget_simple_extent_npoints(space);
    size_t bytes = H5Tget_size(type) * (size_t)(n > 0 ? n : 1), length = strlen(line);
    char *v = xcalloc(bytes, 1);

    for (hssize_t i = 0; H5Tis_variable_str(type) > 0 && i < n; i++)
        ((const char **)(void *)v)[i] = line;
    for (size_t i = 0; H5Tis_variable_str(type) <= 0 && length && i < bytes; i++)
        v[i] = line[i % length];
    return v;
}

/* The name of an attribute of the object, or another that a file of results has; new string. */
static char *attribute_name(hid_t file, const char *object, unsigned which)
{
    static const char *const names[] = {"schema", "experiment", "axes",    "configuration",
                                        "key",    "status",     "metrics", "left_out",
                                        "seed",   "norm"};
    char name[64] = "";

    if (which < 128)
        return xstrdup(names[which % 10]);
    H5Aget_name_by_idx(file, object, H5_INDEX_NAME, H5_ITER_INC, which % 16, name, sizeof name,
                       H5P_DEFAULT);
    return xstrdup(*name ? name : "schema");
}

static void change_attribute(hid_t file, const char *object, struct fuzz_input *in, bool add)
{
    char *name = attribute_name(file, object, fuzz_byte(in)), *line;
    hid_t type, space, a;
    void *v;

    H5Adelete_by_name(file, object, name, H5P_DEFAULT);
    if (add) {
        type = type_of(fuzz_byte(in));
        space = fuzz_byte(in) % 4 ? H5Screate(H5S_SCALAR) : shape(in);
        line = fuzz_line(in);
        v = values(type, space, line);
        a = H5Acreate_by_name(file, object, name, type, space, H5P_DEFAULT, H5P_DEFAULT,
                              H5P_DEFAULT);
        if (a >= 0) {
            H5Awrite(a, type, v);
            H5Aclose(a);
        }
        H5Tclose(type);
        H5Sclose(space);
        free(line);
        free(v);
    }
    free(name);
}

static void change_dataset(hid_t file, const char *object, struct fuzz_input *in, bool add)
{
    hid_t type, space, d;
    char *line;
    void *v;

    H5Ldelete(file, object, H5P_DEFAULT);
    if (!add)
        return;
    type = type_of(fuzz_byte(in));
    space = shape(in);
    line = fuzz_line(in);
    v = values(type, space, line);
    d = H5Dcreate2(file, object, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    if (d >= 0) {
        if (H5Sget_simple_extent_npoints(space) > 0)
            H5Dwrite(d, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, v);
        H5Dclose(d);
    }
    H5Tclose(type);
    H5Sclose(space);
    free(line);
    free(v);
}

/* Overwrites the values of a dataset of numbers by the bytes of a line. */
static void change_values(hid_t file, const char *object, struct fuzz_input *in)
{
    hid_t d = H5Dopen2(file, object, H5P_DEFAULT), type, space;
    char *line = fuzz_line(in);
    void *v;

    if (d >= 0) {
        type = H5Dget_type(d);
        space = H5Dget_space(d);
        v = values(type, space, line);
        if (H5Tdetect_class(type, H5T_VLEN) <= 0)
            H5Dwrite(d, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, v);
        free(v);
        H5Tclose(type);
        H5Sclose(space);
        H5Dclose(d);
    }
    free(line);
}

/* Makes the name another one of the dataset `other`. Of groups, that could make circles, in which HDF5 1.10 crashes. */
static void change_link(hid_t file, const char *name, const char *other)
{
    H5O_info_t info;

    if (H5Oget_info_by_name(file, other, &info, H5P_DEFAULT) < 0 || info.type != H5O_TYPE_DATASET ||
        strcmp(name, other) == 0)
        return;
    H5Ldelete(file, name, H5P_DEFAULT);
    H5Lcreate_hard(file, other, file, name, H5P_DEFAULT, H5P_DEFAULT);
}

static void step(hid_t file, const struct base *b, struct fuzz_input *in)
{
    unsigned what = fuzz_byte(in) % 6, which = fuzz_byte(in);
    const char *object = b->objects.item[which % (unsigned)b->objects.count];

    switch (what) {
    case 0:
    case 1:
        change_attribute(file, which > 100 ? "/" : object, in, what == 0);
        break;
    case 2:
    case 3:
        if (strcmp(object, "."))
            change_dataset(file, object, in, what == 2);
        break;
    case 4:
        change_values(file, object, in);
        break;
    default:
        if (strcmp(object, "."))
            change_link(file, object, b->objects.item[fuzz_byte(in) % (unsigned)b->objects.count]);
    }
}

/* Adds the line with the checksum, which HDF5 removed when it changed the file. */
static void add_checksum(const char *path)
{
    size_t bytes;
    char *image = file_read(path, &bytes, true), sum[65], *line;
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);

    FUZZ_CHECK(image && fd >= 0);
    sha256_hex(image, bytes, sum);
    line = format_new("\nnormlab sha256 %s\n", sum);
    FUZZ_CHECK(file_put(fd, line, strlen(line)) == 0);
    close(fd);
    free(line);
    free(image);
}

/* The changed file: its path, a new string. */
static char *changed(const struct base *b, struct fuzz_input *in)
{
    char *path = format_new("%s/changed.h5", fuzz_folder());
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    hid_t file;

    FUZZ_CHECK(fd >= 0 && file_put(fd, b->image, b->bytes) == 0);
    close(fd);
    file = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    FUZZ_CHECK(file >= 0);
    for (int i = 0; i < MOST_STEPS && in->left; i++)
        step(file, b, in);
    H5Fclose(file);
    return path;
}

/* ---- what is read ---- */

static void print_all(const void *results)
{
    store_export(results, EXPORT_CSV);
    store_export_profiles(results, NULL, EXPORT_JSON);
}

static void check_results(const struct results *r)
{
    struct description d;

    for (int i = 0; i < r->records; i++) {
        FUZZ_CHECK(r->record[i].result.points >= 0);
        FUZZ_CHECK((int)r->record[i].result.status < TRIAL_STATUSES && r->record[i].result.message);
    }
    description_init(&d, r);
    description_clear(&d);
    free(fuzz_stdout(print_all, r));
}

/* A merged file with these results gives them back. */
static void check_file(struct results *r)
{
    char *path = format_new("%s/back.h5", fuzz_folder());
    struct results back;

    if (fuzz_answer(store_merged_write(path, r)) && fuzz_answer(store_merged_read(path, &back))) {
        FUZZ_CHECK(back.records == r->records && strcmp(back.experiment, r->experiment) == 0);
        for (int i = 0; i < r->records; i++) {
            const struct record *a = &r->record[i], *b = &back.record[i];

            FUZZ_CHECK(a->seed == b->seed && a->result.status == b->result.status);
            FUZZ_CHECK(strcmp(a->result.message, b->result.message) == 0);
        }
        results_clear(&back);
    }
    free(path);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    unsigned what = fuzz_byte(&in);
    const struct base *b = base_at(what % BASES);
    struct results r;
    char *path;
    bool merged, good;

    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    path = changed(b, &in);
    if (what & 2) /* else it is read as the file of another program */
        add_checksum(path);
    good = fuzz_answer_about(store_read(path, &merged, &r), path);
    FUZZ_CHECK(good || size > 1);
    if (good) {
        check_results(&r);
        if (what >= 192)
            check_file(&r);
        results_clear(&r);
    }
    free(path);
}

const struct fuzz_target fuzz_hdf5 = {.name = "hdf5", .most = 512, .run = run};
