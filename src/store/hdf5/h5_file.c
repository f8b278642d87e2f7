/* Creates HDF5 files in memory and publishes them; opens HDF5 files and checks their checksums. */
#include "base/arena.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* After the end of the HDF5 data, a file has a line with the SHA-256 of everything before the line. HDF5 ignores the
 * line, and a program that changes the file with HDF5 removes it. Without the checksum, HDF5 would parse damaged
 * files, which makes it crash on some, and a wrong number could be read as a result. */
#define SUM_MARK   "\nnormlab sha256 "
#define SUM_LENGTH (sizeof SUM_MARK - 1 + 64 + 1)

#define IMAGE_GROWTH 65536 /* bytes by which a file in memory grows */

/* The largest file, in bytes, that HDF5 reads from memory. */
#define IMAGE_MOST (1 << 20)

/* Half the number of chunks in a node of the B-tree that lists a dataset's chunks. With HDF5's default, 32, the B-tree of a
 * dataset with one chunk takes 3 KB. */
#define INDEX_CHUNKS 4

/* Ends the process after a message when there is no memory for HDF5 to initialize itself (250 KB): HDF5 would crash. The
 * blocks are small, so that malloc() keeps them for HDF5 when they are freed. */
static void check_room(void)
{
    enum { BLOCKS = 3, BLOCK_BYTES = 100000 };
    void *block[BLOCKS];

    for (int i = 0; i < BLOCKS; i++)
        block[i] = xrealloc(NULL, BLOCK_BYTES);
    for (int i = 0; i < BLOCKS; i++)
        free(block[i]);
}

/* Prepares HDF5 for the functions that follow, as h5_begin() does, and switches off its messages. Also switches off HDF5's
 * handler at exit: it has nothing to do, as all files are closed, and it crashes when memory was missing earlier. */
static void start(void)
{
    if (H5dont_atexit() >= 0) /* the first call */
        check_room();
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    h5_begin();
}

/* As h5_end(), for a file that is to be written and is not open. */
static void end_unopened(const char *path)
{
    h5_end(&(struct h5_file){.path = (char *)(uintptr_t)path, .writing = true});
}

struct h5_file *h5_file_new(const char *path, hid_t id, bool writing)
{
    struct h5_file *f = xcalloc(1, sizeof *f);

    f->id = id;
    f->text = h5_memory_type(H5_TEXT);
    f->path = xstrdup(path);
    f->writing = writing;
    h5_end(f);
    return f;
}

/* HDF5 writes to memory, and h5_publish() writes the bytes to disk, because HDF5 1.10 may crash when it closes a file
 * that it could not write. */
struct h5_file *h5_create(const char *path)
{
    /* H5Fcreate() would read an existing file of this name. None can exist, because /dev/null is no folder. */
    char *name = format_new("/dev/null/%s", path);
    hid_t access, creation, id;

    start();
    access = H5Pcreate(H5P_FILE_ACCESS);
    creation = H5Pcreate(H5P_FILE_CREATE);
    H5Pset_fapl_core(access, IMAGE_GROWTH, false);
    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    /* not the latest format, for which H5Fget_file_image() of 1.10 writes a wrong checksum of the superblock */
    H5Pset_libver_bounds(access, H5F_LIBVER_EARLIEST, H5F_LIBVER_V18);
    h5_group_defaults(creation);
    H5Pset_istore_k(creation, INDEX_CHUNKS);
    id = H5Fcreate(name, H5F_ACC_TRUNC, creation, access);
    H5Pclose(access);
    H5Pclose(creation);
    free(name);
    if (id < 0) {
        end_unopened(path);
        error("cannot start %s: HDF5 %s refuses", path, h5_version());
        return NULL;
    }
    return h5_file_new(path, id, true);
}

void h5_close(struct h5_file *f)
{
    if (!f)
        return;
    H5Tclose(f->text);
    H5Fclose(f->id);
    h5_attributes_clear(&f->root);
    free(f->path);
    free(f);
}

/* Writes the checksum line for data[size] to `line`. */
static void sum_line(const char *data, size_t size, char line[SUM_LENGTH + 1])
{
    char sum[65];

    sha256_hex(data, size, sum);
    snprintf(line, SUM_LENGTH + 1, SUM_MARK "%s\n", sum);
}

char *h5_image_new(struct h5_file *f, size_t *size)
{
    char *image = NULL;
    ssize_t n;

    h5_begin();
    n = H5Fflush(f->id, H5F_SCOPE_GLOBAL) < 0 ? -1 : H5Fget_file_image(f->id, NULL, 0);
    if (n >= 0)
        image = xcalloc((size_t)n + SUM_LENGTH + 1, 1);
    if (image && H5Fget_file_image(f->id, image, (size_t)n) != n) {
        free(image);
        image = NULL;
    }
    h5_end(f);
    if (!image) {
        error("cannot write %s: HDF5 %s cannot assemble it", f->path, h5_version());
        return NULL;
    }
    sum_line(image, (size_t)n, image + n);
    *size = (size_t)n + SUM_LENGTH;
    return image;
}

/* H5Ovisit() calls this function for each object. Reads the object if it is a dataset. Returns -1 when that failed, else
 * 0. */
static herr_t read_object(hid_t root, const char *name, const H5O_info_t *info, void *unused)
{
    hid_t d, space, stored, type;
    void *data = NULL;

    (void)unused;
    if (info->type != H5O_TYPE_DATASET)
        return 0;
    d = H5Dopen2(root, name, H5P_DEFAULT);
    space = H5Dget_space(d);
    stored = H5Dget_type(d);
    type = H5Tget_native_type(stored, H5T_DIR_DEFAULT);
    if (d >= 0)
        data = h5_read_raw(d, type, (size_t)H5Sget_simple_extent_npoints(space));
    if (data)
        h5_free_raw(d, type, data);
    H5Tclose(type);
    H5Tclose(stored);
    H5Sclose(space);
    H5Dclose(d);
    return data ? 0 : -1;
}

/* Checks that the file `temporary` can be opened, and each of its datasets be read. Returns 0, or -1 after a message. */
static int verify(const char *temporary, const char *path)
{
    struct h5_file *f = h5_open(temporary);
    int r = 0;

    if (!f)
        return -1;
    h5_begin();
    if (H5Ovisit(f->id, H5_INDEX_NAME, H5_ITER_NATIVE, read_object, NULL) < 0) {
        h5_end(f);
        r = error("cannot write %s: it does not read back; try another disk", path);
    }
    h5_close(f);
    return r;
}

int h5_publish(struct h5_file *f)
{
    size_t size = 0;
    char *image = f->failed ? NULL : h5_image_new(f, &size),
         *temporary = image ? file_write_temporary(f->path, image, size) : NULL;
    int r = -1;

    if (image && !temporary)
        error("cannot write %s: %s", f->path, strerror(errno));

    if (temporary) {
        r = verify(temporary, f->path);
        if (r == 0)
            r = file_publish(temporary, f->path);
        else
            unlink(temporary);
    }
    free(image);
    free(temporary);
    h5_close(f);
    return r;
}

/* Returns the end of the HDF5 data, in bytes from the start of the file, as the superblock states it; 0 unless the
 * superblock has version 0 or 1. */
static uint64_t hdf5_end(int fd)
{
    enum { VERSION = 8, ADDRESS_BYTES = 13, VERSIONS = 2, HEAD = 52 };
    static const int at[VERSIONS] = {40, 44};
    unsigned char head[HEAD];
    uint64_t end = 0;

    if (pread(fd, head, sizeof head, 0) != (ssize_t)sizeof head || head[VERSION] >= VERSIONS ||
        head[ADDRESS_BYTES] != 8)
        return 0;
    for (int i = 7; i >= 0; i--)
        end = end << 8 | head[at[head[VERSION]] + i];
    return end;
}

/* Returns the first size bytes of the file as a new array. NULL when the file has fewer, with errno unchanged; or when it
 * cannot be read, with errno set. */
static char *read_bytes(int fd, size_t size)
{
    char *data = malloc(size ? size : 1);
    size_t n = 0;
    ssize_t got = 1;

    while (data && n < size && got > 0) {
        got = pread(fd, data + n, size - n, (off_t)n);
        n += got > 0 ? (size_t)got : 0;
    }
    if (data && n == size)
        return data;
    free(data);
    return NULL;
}

/* Checks the checksum line at the end of the file, if there is one. When a file is longer than its superblock states, by
 * exactly the length of a checksum line, it has a damaged one. Returns 0 when the checksum is right, and sets *image to the
 * bytes of the file, a new array. Returns 0 when there is no checksum, and sets *image to NULL. Returns -1 after a message
 * when the checksum is wrong or the file cannot be read. */
static int check_sum(const char *path, int fd, off_t size, char **image)
{
    char tail[SUM_LENGTH + 1] = "", line[SUM_LENGTH + 1];
    off_t at = size - (off_t)SUM_LENGTH;
    ssize_t n = at < 0 ? 0 : pread(fd, tail, SUM_LENGTH, at);

    *image = NULL;
    if (n < 0)
        return error("cannot read %s: %s", path, strerror(errno));
    if (n < (ssize_t)SUM_LENGTH ||
        (!text_starts_with(tail, SUM_MARK) && hdf5_end(fd) != (uint64_t)at))
        return 0;
    *image = read_bytes(fd, (size_t)size);
    if (!*image)
        return error("cannot read %s: %s", path,
                     errno ? strerror(errno) : "its end is missing; copy it again");
    sum_line(*image, (size_t)at, line);
    if (memcmp(line, tail, SUM_LENGTH) == 0)
        return 0;
    free(*image);
    *image = NULL;
    error(
        "%s: damaged (its checksum is wrong): put a good copy there, or remove it and make it again",
        path);
    errno = 0;
    return -1;
}

int h5_open_failed(const char *path, int fd)
{
    if (errno == ENOMEM || errno == EIO || errno == EMFILE || errno == ENFILE)
        return error("cannot read %s: %s", path, strerror(errno));
    if (H5Fis_hdf5(path) <= 0)
        error("%s: not an HDF5 file", path);
    else if (flock(fd, LOCK_SH | LOCK_NB))
        error("%s: locked by a program that writes it, or on a file system without locks "
              "(%s): in that case set HDF5_USE_FILE_LOCKING=FALSE",
              path, strerror(errno));
    else
        error("%s: truncated or damaged: put a good copy there, or remove it and make it again",
              path);
    errno = 0;
    return -1;
}

hid_t h5_image_open(const char *path, const char *image, size_t size)
{
    /* If the name were that of a file, HDF5 would refuse the image and leave the file open. No such file can exist,
     * because `path` is a file and no folder. */
    char *name = format_new("%s/image", path);
    hid_t access = H5Pcreate(H5P_FILE_ACCESS), id = -1;

    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    if (H5Pset_fapl_core(access, IMAGE_GROWTH, false) >= 0 &&
        H5Pset_file_image(access, (void *)(uintptr_t)image, size) >= 0)
        id = H5Fopen(name, H5F_ACC_RDONLY, access);
    H5Pclose(access);
    free(name);
    return id;
}

hid_t h5_file_open(const char *path)
{
    hid_t access = H5Pcreate(H5P_FILE_ACCESS), id;

    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    id = H5Fopen(path, H5F_ACC_RDONLY, access);
    H5Pclose(access);
    return id;
}

/* Opens a file whose checksum is right; image: its bytes. HDF5 reads a small file from these bytes, so that it is read only
 * once: a merge opens thousands of files, often over a network. A program that writes a file with HDF5 locks it. HDF5
 * respects the lock when it reads from disk; this function checks it before HDF5 reads from memory. Returns -1 after a
 * message. */
static hid_t open_whole(const char *path, int fd, const char *image, off_t size)
{
    hid_t id = -1;

    if (size <= IMAGE_MOST && flock(fd, LOCK_SH | LOCK_NB) == 0)
        id = h5_image_open(path, image, (size_t)size);
    if (id < 0)
        id = h5_file_open(path);
    return id < 0 ? h5_open_failed(path, fd) : id;
}

/* Opens the file that fd has open. Returns NULL after a message. */
static struct h5_file *open_checked(const char *path, int fd, off_t size)
{
    struct h5_file *f;
    char *image;
    hid_t id;

    if (check_sum(path, fd, size, &image))
        return NULL;
    h5_begin();
    id = image ? open_whole(path, fd, image, size) : h5_copy(path, fd, size);
    f = id < 0 ? NULL : h5_file_new(path, id, false);
    if (f)
        f->is_copy = !image;
    free(image);
    return f;
}

struct h5_file *h5_open(const char *path)
{
    struct h5_file *f = NULL;
    struct stat st;
    int fd;

    start();
    /* O_NONBLOCK: do not wait for a named pipe */
    fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        error("cannot open %s: %s", path, strerror(errno));
        return NULL;
    }
    if (fstat(fd, &st) || !S_ISREG(st.st_mode))
        error("%s: not a file", path);
    else
        f = open_checked(path, fd, st.st_size);
    if (f) {
        close(fd);
    } else {
        int why = errno;

        close(fd);
        errno = why;
    }
    return f;
}

/* Returns 0, or -1 after a message when no file can be made in the folder of this path. */
static int check_folder(const char *path)
{
    char *copy = xstrdup(path), *folder = dirname(copy);
    int bad = 0;

    if (access(folder, W_OK | X_OK))
        bad = error("%s: cannot write to the folder %s: %s", path, folder, strerror(errno));
    free(copy);
    return bad;
}

int h5_check_output(const char *path)
{
    struct stat st;
    htri_t is_hdf5 = 0;

    if (check_folder(path))
        return -1;
    if (stat(path, &st) || (S_ISREG(st.st_mode) && st.st_size == 0))
        return 0;
    if (S_ISDIR(st.st_mode))
        return error("%s: is a folder; name a file in it", path);
    start();
    if (S_ISREG(st.st_mode))
        is_hdf5 = H5Fis_hdf5(path);
    end_unopened(path);
    if (is_hdf5 > 0)
        return 0;
    if (is_hdf5 < 0 && errno)
        return error("cannot read %s: %s", path, strerror(errno));
    return error("%s is there and is no HDF5 file: give another name, or remove it", path);
}

#define WORD_(x) #x
#define WORD(x)  WORD_(x)

/* Returns the version of HDF5's headers, which is that of the library: HDF5 ends a program in which they differ. */
const char *h5_version(void)
{
    return WORD(H5_VERS_MAJOR) "." WORD(H5_VERS_MINOR) "." WORD(H5_VERS_RELEASE);
}
