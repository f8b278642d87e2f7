/* librecord.so: see record.h. Each function does what the C library's does, and appends an entry when that succeeded. */
#include "record.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The C library's own function of this name. */
#define REAL(name) (__extension__(__typeof__(&name)) dlsym(RTLD_NEXT, #name))

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;

/* ---- the log ---- */

/* Locks out the other threads and processes, so that the order of the log is that of what happened. */
static void begin(void)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    const char *path = getenv("POWERLOSS_LOG");

    pthread_mutex_lock(&mutex);
    if (log_fd < 0 && path)
        log_fd = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (log_fd >= 0)
        fcntl(log_fd, F_SETLKW, &whole);
}

static void end(void)
{
    struct flock whole = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
    int why = errno;

    if (log_fd >= 0)
        fcntl(log_fd, F_SETLK, &whole);
    pthread_mutex_unlock(&mutex);
    errno = why;
}

static void put(const void *data, size_t bytes)
{
    if (log_fd >= 0 && REAL(write)(log_fd, data, bytes) != (ssize_t)bytes)
        abort();
}

static void append(enum operation operation, uint64_t file, const char *path, const char *path2,
                   int64_t at, const void *data, size_t bytes)
{
    const struct record_entry e = {file,
                                   at,
                                   bytes,
                                   operation,
                                   (uint32_t)strlen(path) + 1,
                                   (uint32_t)strlen(path2) + 1,
                                   (uint32_t)getpid()};

    put(&e, sizeof e);
    put(path, e.length);
    put(path2, e.length2);
    put(data, bytes);
}

/* As append(), with the whole content of the file at the absolute path. */
static void append_content(enum operation operation, uint64_t file, const char *path,
                           const char *path2, const char *absolute)
{
    int fd = REAL(open)(absolute, O_RDONLY | O_CLOEXEC);
    struct stat st;
    char *data = NULL;
    size_t n = 0;

    if (fd >= 0 && fstat(fd, &st) == 0 && (data = malloc((size_t)st.st_size + 1))) {
        ssize_t got;

        while ((got = pread(fd, data + n, (size_t)st.st_size - n, (off_t)n)) > 0)
            n += (size_t)got;
    }
    append(operation, file, path, path2, 0, data, n);
    free(data);
    if (fd >= 0)
        REAL(close)(fd);
}

/* ---- paths ---- */

/* A file or folder below the root. */
struct place {
    char absolute[PATH_MAX];
    const char *path; /* in `absolute`, after the root and its slash */
    struct stat st;   /* st_mode 0: there is nothing */
};

/* The path after the root's; NULL when the absolute path is not below the root. */
static const char *below_root(const char *absolute)
{
    const char *root = getenv("POWERLOSS_ROOT");
    size_t n = root ? strlen(root) : 0;

    return n && strncmp(absolute, root, n) == 0 && absolute[n] == '/' ? absolute + n + 1 : NULL;
}

/* Finds where the path leads, whose last part may not exist. Returns false when that is not below the root. */
static bool find(int folder, const char *path, struct place *p)
{
    char joined[2 * PATH_MAX], base[NAME_MAX + 1], descriptor[64];
    char *slash;
    ssize_t n = 0;

    if (path[0] != '/') {
        if (folder == AT_FDCWD) {
            strcpy(descriptor, "/proc/self/cwd");
        } else {
            snprintf(descriptor, sizeof descriptor, "/proc/self/fd/%d", folder);
        }
        n = readlink(descriptor, joined, PATH_MAX - 1);
        if (n < 0)
            return false;
        joined[n++] = '/';
    }
    snprintf(joined + n, sizeof joined - (size_t)n, "%s", path);
    for (slash = strrchr(joined, '/'); slash > joined && slash[1] == '\0';
         slash = strrchr(joined, '/'))
        *slash = '\0'; /* a slash at the end */
    if (strlen(slash + 1) > NAME_MAX)
        return false;
    strcpy(base, slash + 1);
    slash[slash == joined] = '\0';
    if (!realpath(joined, p->absolute) ||
        strlen(p->absolute) + strlen(base) + 2 > sizeof p->absolute)
        return false;
    strcat(p->absolute, "/");
    strcat(p->absolute, base);
    p->path = below_root(p->absolute);
    if (p->path && lstat(p->absolute, &p->st))
        memset(&p->st, 0, sizeof p->st);
    return p->path != NULL;
}

/* As find(), for an open file or folder, which may be the root itself: its path is "" then. */
static bool find_open(int fd, struct place *p)
{
    const char *root = getenv("POWERLOSS_ROOT");
    char descriptor[64];
    ssize_t n;

    if (fd < 0 || fstat(fd, &p->st) || (!S_ISREG(p->st.st_mode) && !S_ISDIR(p->st.st_mode)))
        return false;
    snprintf(descriptor, sizeof descriptor, "/proc/self/fd/%d", fd);
    n = readlink(descriptor, p->absolute, sizeof p->absolute - 1);
    if (n < 0)
        return false;
    p->absolute[n] = '\0';
    p->path = root && strcmp(p->absolute, root) == 0 ? "" : below_root(p->absolute);
    return p->path != NULL;
}

/* ---- making files ---- */

/* After a file was opened for writing: it is new, or was cut. before: as it was. */
static void note_open(const struct place *before, bool is_exclusive, bool cuts)
{
    struct stat st;

    if (lstat(before->absolute, &st) || !S_ISREG(st.st_mode))
        return;
    if (before->st.st_mode == 0)
        append(MADE, st.st_ino, before->path, "", is_exclusive, NULL, 0);
    else if (cuts)
        append(CUT, st.st_ino, before->path, "", 0, NULL, 0);
}

static int open_any(int folder, const char *path, int flags, mode_t mode)
{
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    struct place p;
    int fd;

    if (!writes || (flags & O_TMPFILE) == O_TMPFILE || !find(folder, path, &p))
        return REAL(openat)(folder, path, flags, mode);
    begin();
    find(folder, path, &p);
    fd = REAL(openat)(folder, path, flags, mode);
    if (fd >= 0)
        note_open(&p, flags & O_EXCL, flags & O_TRUNC);
    end();
    return fd;
}

#define OPEN_MODE(flags)                                                                           \
    mode_t mode = 0;                                                                               \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                                                       \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode = va_arg(more, mode_t);                                                               \
        va_end(more);                                                                              \
    }

int open(const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return open_any(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return open_any(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return open_any(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return open_any(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode)
{
    return open_any(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

static FILE *fopen_any(const char *path, const char *mode)
{
    struct place p;
    FILE *f;

    if (!strpbrk(mode, "wa+") || !find(AT_FDCWD, path, &p))
        return REAL(fopen)(path, mode);
    begin();
    find(AT_FDCWD, path, &p);
    f = REAL(fopen)(path, mode);
    if (f)
        note_open(&p, strchr(mode, 'x') != NULL, mode[0] == 'w');
    end();
    return f;
}

FILE *fopen(const char *path, const char *mode)
{
    return fopen_any(path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return fopen_any(path, mode);
}

/* ---- content ---- */

static ssize_t write_any(int fd, const void *data, size_t bytes, off_t at)
{
    struct place p;
    ssize_t n;

    if (!find_open(fd, &p) || !S_ISREG(p.st.st_mode))
        return at < 0 ? REAL(write)(fd, data, bytes) : REAL(pwrite)(fd, data, bytes, at);
    begin();
    if (at >= 0) {
        n = REAL(pwrite)(fd, data, bytes, at);
    } else {
        n = REAL(write)(fd, data, bytes);
        at = lseek(fd, 0, SEEK_CUR) - n;
    }
    if (n > 0)
        append(WRITTEN, p.st.st_ino, p.path, "", at, data, (size_t)n);
    end();
    return n;
}

ssize_t write(int fd, const void *data, size_t bytes)
{
    return write_any(fd, data, bytes, -1);
}

ssize_t pwrite(int fd, const void *data, size_t bytes, off_t at)
{
    return write_any(fd, data, bytes, at);
}

ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t at)
{
    return write_any(fd, data, bytes, at);
}

static int cut_any(int fd, off_t size)
{
    struct place p;
    bool ours = find_open(fd, &p);
    int r;

    begin();
    r = REAL(ftruncate)(fd, size);
    if (r == 0 && ours)
        append(CUT, p.st.st_ino, p.path, "", size, NULL, 0);
    end();
    return r;
}

int ftruncate(int fd, off_t size)
{
    return cut_any(fd, size);
}

int ftruncate64(int fd, off64_t size)
{
    return cut_any(fd, size);
}

static int sync_any(int fd)
{
    struct place p;
    bool ours = find_open(fd, &p);
    int r;

    begin();
    r = REAL(fsync)(fd);
    if (r == 0 && ours && S_ISDIR(p.st.st_mode))
        append(FOLDER_SYNCED, p.st.st_ino, p.path, "", 0, NULL, 0);
    else if (r == 0 && ours)
        append_content(SYNCED, p.st.st_ino, p.path, "", p.absolute);
    end();
    return r;
}

int fsync(int fd)
{
    return sync_any(fd);
}

int fdatasync(int fd)
{
    return sync_any(fd);
}

/* ---- names ---- */

int rename(const char *from, const char *to)
{
    struct place p, q;
    bool ours = find(AT_FDCWD, from, &p) && find(AT_FDCWD, to, &q);
    int r;

    begin();
    r = REAL(rename)(from, to);
    if (r == 0 && ours && (q.st.st_mode == 0 || q.st.st_ino != p.st.st_ino))
        append_content(RENAMED, p.st.st_ino, p.path, q.path, q.absolute);
    end();
    return r;
}

int link(const char *from, const char *to)
{
    struct place p, q;
    bool ours = find(AT_FDCWD, from, &p) && find(AT_FDCWD, to, &q);
    int r;

    begin();
    r = REAL(link)(from, to);
    if (r == 0 && ours)
        append_content(LINKED, p.st.st_ino, p.path, q.path, q.absolute);
    end();
    return r;
}

int unlinkat(int folder, const char *path, int flags)
{
    struct place p;
    bool ours = find(folder, path, &p);
    int r;

    begin();
    r = REAL(unlinkat)(folder, path, flags);
    if (r == 0 && ours)
        append(flags & AT_REMOVEDIR ? FOLDER_REMOVED : REMOVED, p.st.st_ino, p.path, "", 0, NULL,
               0);
    end();
    return r;
}

int unlink(const char *path)
{
    return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char *path)
{
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdir(const char *path, mode_t mode)
{
    struct place p;
    bool ours = find(AT_FDCWD, path, &p);
    int r;

    begin();
    r = REAL(mkdir)(path, mode);
    if (r == 0 && ours)
        append(FOLDER_MADE, 0, p.path, "", 0, NULL, 0);
    end();
    return r;
}
