/* Reads an HDF5 file without normlab's checksum in a child process, and makes a copy that is safe to read. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Limits of the child for a file of n bytes. Reading one megabyte takes some 0.2 s. */
#define CPU_SECONDS(n)  (5 + 2 * (unsigned)((n) >> 20))
#define MEMORY_BYTES(n) (((size_t)2 << 30) + 16 * (size_t)(n))

/* Exit codes of the child. A crash of libhdf5 ends it by a signal instead. */
enum { COPIED = 0, NOT_OPENED = 40, NOT_COPIED = 41 };

/* An object that has been copied, for links that give it further names. */
struct known {
    haddr_t address; /* in the file that is read */
    char *name;      /* of the copy */
};

/* The copy that is being made. */
struct copying {
    const char *path;
    int to_fd; /* a file in memory that gets the bytes of the copy */
    struct h5_file *from, *to;
    struct known *known; /* [known_count] the objects that links may name again */
    int known_count;
};

/* ---- in the child ---- */

/* Instead of an object that cannot be read, writes an empty group whose attribute H5_UNREAD says why. */
static void copy_reason(struct copying *c, const char *name, const char *why)
{
    h5_group(c->to, name);
    h5_set_text(c->to, name, H5_UNREAD, why);
}

static void copy_attributes(struct copying *c, const char *name)
{
    struct h5_attributes all = {0};

    h5_attributes_read(c->from, name, &all);
    for (int i = 0; i < all.count; i++)
        if (all.item[i].text)
            h5_set_text(c->to, name, all.item[i].name, all.item[i].text);
        else
            h5_set_number(c->to, name, all.item[i].name, all.item[i].number);
    h5_attributes_clear(&all);
}

/* True when the values of dataset d are in other files, which are not read: reading from a named pipe would never end. */
static bool is_elsewhere(hid_t d)
{
    hid_t creation = H5Dget_create_plist(d);
    bool elsewhere = H5Pget_layout(creation) == H5D_VIRTUAL || H5Pget_external_count(creation) > 0;

    H5Pclose(creation);
    return elsewhere;
}

/* Copies dataset d as a table. Returns NULL, or what is wrong with the dataset, a new string. */
static char *copy_table(struct copying *c, hid_t d, const char *name)
{
    struct h5_column *column;
    size_t rows;
    int columns;
    char *wrong = h5_table_get(c->from, d, &rows, &column, &columns);

    if (!wrong)
        h5_table_put(c->to, name, rows, column, columns, H5_PLAIN);
    h5_table_clear(rows, column, columns);
    return wrong;
}

/* As copy_table(), for an array. */
static char *copy_array(struct copying *c, hid_t d, const char *name)
{
    struct h5_array a;
    char *wrong = h5_array_get(c->from, d, &a);

    if (!wrong)
        h5_array_put(c->to, name, &a, (size_t[]){0, 0}, H5_PLAIN);
    h5_array_clear(&a);
    return wrong;
}

/* Copies the values of dataset d. Returns NULL, or what is wrong with the dataset, a new string. */
static char *copy_values(struct copying *c, hid_t d, const char *name)
{
    hid_t type = H5Dget_type(d);
    bool table = H5Tget_class(type) == H5T_COMPOUND;

    H5Tclose(type);
    if (is_elsewhere(d))
        return xstrdup("has its values in other files: write them into this one");
    return table ? copy_table(c, d, name) : copy_array(c, d, name);
}

static void copy_dataset(struct copying *c, const char *name)
{
    hid_t d = H5Dopen2(c->from->id, name, H5P_DEFAULT);
    char *wrong =
        d < 0 ? xstrdup("cannot be opened; the file may be damaged") : copy_values(c, d, name);

    if (wrong)
        copy_reason(c, name, wrong);
    else
        copy_attributes(c, name);
    free(wrong);
    if (d >= 0)
        H5Dclose(d);
}

/* Returns the name of the copy of the object at this address; NULL when it has not been copied. */
static const char *known_name(const struct copying *c, haddr_t address)
{
    for (int i = 0; i < c->known_count; i++)
        if (c->known[i].address == address)
            return c->known[i].name;
    return NULL;
}

/* Copies the object of this name. Returns 0, or -1 when it cannot be copied. */
static int copy_object(struct copying *c, const char *name)
{
    H5O_info_t info;
    const char *known;

    if (H5Oget_info_by_name(c->from->id, name, &info, H5P_DEFAULT) < 0)
        return -1;
    known = info.rc > 1 ? known_name(c, info.addr) : NULL;
    if (known)
        return H5Lcreate_hard(c->to->id, known, c->to->id, name, H5P_DEFAULT, H5P_DEFAULT) < 0 ? -1
                                                                                               : 0;
    if (info.rc > 1)
        array_add(c->known, c->known_count) = (struct known){info.addr, xstrdup(name)};
    if (info.type == H5O_TYPE_DATASET) {
        copy_dataset(c, name);
    } else {
        h5_group(c->to, name);
        copy_attributes(c, name);
    }
    return c->to->failed ? -1 : 0;
}

/* Copies a soft link (a link to another name in the same file). Returns 0, or -1 when it cannot be copied. */
static int copy_soft_link(struct copying *c, const char *name, size_t size)
{
    char *to = xcalloc(size + 1, 1);
    int r = H5Lget_val(c->from->id, name, to, size, H5P_DEFAULT) < 0 ||
            H5Lcreate_soft(to, c->to->id, name, H5P_DEFAULT, H5P_DEFAULT) < 0;

    free(to);
    return r ? -1 : 0;
}

/* H5Lvisit() calls this function for each link, and for a group before the links in it. */
static herr_t copy_link(hid_t root, const char *name, const H5L_info_t *info, void *context)
{
    struct copying *c = context;
    char *absolute = format_new("/%s", name);
    int r = 0;

    (void)root;
    if (info->type == H5L_TYPE_HARD)
        r = copy_object(c, absolute);
    else if (info->type == H5L_TYPE_SOFT)
        r = copy_soft_link(c, absolute, info->u.val_size);
    else
        copy_reason(c, absolute, "is a link to another file: copy it into this one");
    free(absolute);
    return r || c->to->failed ? -1 : 0;
}

/* Copies all links and objects. Returns 0, or -1 when something cannot be copied. */
static int copy_all(struct copying *c)
{
    H5O_info_t info;

    if (H5Oget_info(c->from->id, &info) < 0)
        return -1;
    array_add(c->known, c->known_count) = (struct known){info.addr, xstrdup("/")};
    copy_attributes(c, "/");
    if (H5Lvisit(c->from->id, H5_INDEX_NAME, H5_ITER_NATIVE, copy_link, c) < 0)
        return -1;
    return c->to->failed ? -1 : 0;
}

/* The work of the child process. Memory is not freed, because the process ends. */
static int copy_file(void *context)
{
    struct copying *c = context;
    hid_t from;
    size_t size;
    char *image;

    h5_begin();
    from = h5_file_open(c->path);
    if (from < 0)
        return NOT_OPENED;
    c->from = h5_file_new(c->path, from, false);
    c->to = h5_create(c->path);
    if (!c->to || copy_all(c))
        return NOT_COPIED;
    image = h5_image_new(c->to, &size);
    return image && file_put(c->to_fd, image, size) == 0 ? COPIED : NOT_COPIED;
}

/* ---- in this process ---- */

#define WHAT_TO_DO "put a good copy there, or remove it and make it again"

/* Prints one message about a damaged file, and sets errno to 0. end: how the child ended, as process_try() returns it. */
static void say_damaged(const char *path, off_t size, int end)
{
    int ended_by = end - 128;

    if (end == NOT_COPIED)
        error("%s: damaged: HDF5 cannot read all of it: " WHAT_TO_DO, path);
    else if (ended_by == SIGXCPU)
        error("%s: damaged: HDF5 did not finish reading it in %u s of the processor: " WHAT_TO_DO,
              path, CPU_SECONDS(size));
    else if (ended_by > 0 && ended_by != SIGXFSZ)
        error("%s: damaged: HDF5 crashed when it read it (%s): " WHAT_TO_DO, path,
              strsignal(ended_by));
    else
        error("%s: damaged, or more than the memory holds: " WHAT_TO_DO, path);
    errno = 0;
}

/* Prints one message about a child that did not end with COPIED, and sets errno as h5_open() documents it. */
static void copy_failed(const char *path, int fd, off_t size, int end)
{
    int ended_by = end - 128;

    errno = 0;
    if (end == NOT_OPENED) {
        h5_open_failed(path, fd);
    } else if (ended_by == SIGKILL || ended_by == SIGTERM || ended_by == SIGINT ||
               ended_by == SIGHUP) {
        error("%s: the process that read it was ended (%s): try again", path, strsignal(ended_by));
        errno = EINTR;
    } else {
        say_damaged(path, size, end);
    }
}

/* Opens the copy that the child wrote. Returns -1 after a message. */
static hid_t open_copy(const char *path, int fd)
{
    off_t size = lseek(fd, 0, SEEK_END);
    void *image = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    hid_t id = image == MAP_FAILED ? -1 : h5_image_open(path, image, (size_t)size);

    if (image != MAP_FAILED)
        munmap(image, (size_t)size);
    if (id < 0) {
        error("%s: no memory to read it", path);
        errno = ENOMEM;
    }
    return id;
}

hid_t h5_copy(const char *path, int fd, off_t size)
{
    struct copying c = {.path = path, .to_fd = memfd_create("normlab", MFD_CLOEXEC)};
    hid_t id = -1;
    int end, why;

    if (c.to_fd < 0)
        return error("%s: no memory to read it: %s", path, strerror(errno));
    end = process_try(copy_file, &c, CPU_SECONDS(size), MEMORY_BYTES(size));
    if (end == COPIED)
        id = open_copy(path, c.to_fd);
    else if (end > 0)
        copy_failed(path, fd, size, end);
    why = errno;
    close(c.to_fd);
    errno = why;
    return id;
}
