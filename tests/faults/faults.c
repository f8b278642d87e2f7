/*
 * A library that is loaded before all others (LD_PRELOAD) and makes calls of one kind fail, as on a machine without memory
 * or with a full disk. It acts in normlab alone, not in programs that normlab starts, and from main() on. Environment:
 *
 *   FAULTS_KIND  the calls: see kinds.def
 *   FAULTS_AT    N: the N-th such call of the process fails. A child of fork() goes on counting
 *   FAULTS_MODE  once; or on: the calls after it fail, too
 *   FAULTS_ROLE  only in processes whose first argument is this one, as trial: the workers of a run
 *   FAULTS_FILE  a file of two longs: the highest count of all processes, and how many calls have failed
 *
 * Calls that write messages (descriptor 2) never fail. The streams of stdio that fopen() opens, and stdout, call write(),
 * read() and close() here, which inside the C library they would not.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum kind {
#define KIND(constant, name) constant,
#include "kinds.def"
#undef KIND
    KINDS
};

static const char *const kind_names[KINDS] = {
#define KIND(constant, name) name,
#include "kinds.def"
#undef KIND
};

struct shared {
    atomic_long most, failed;
};

static struct {
    bool active, goes_on;
    int kind;
    long at;
    struct shared *shared;
} faults = {.kind = -1};

static atomic_long calls;

/* Counts a call. True when it is to fail; errno is then set. */
static bool fails(enum kind kind, int why)
{
    long n, most;

    if (!faults.active || (int)kind != faults.kind)
        return false;
    n = atomic_fetch_add(&calls, 1) + 1;
    most = atomic_load(&faults.shared->most);
    while (n > most && !atomic_compare_exchange_weak(&faults.shared->most, &most, n))
        ;
    if (n != faults.at && !(n > faults.at && faults.goes_on))
        return false;
    atomic_fetch_add(&faults.shared->failed, 1);
    errno = why;
    return true;
}

/* ---- memory: glibc has its own functions under a second name ---- */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size)
{
    return fails(MALLOC, ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails(MALLOC, ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
    return fails(MALLOC, ENOMEM) ? NULL : __libc_realloc(p, size);
}

void *memalign(size_t alignment, size_t size)
{
    return fails(MALLOC, ENOMEM) ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **p, size_t alignment, size_t size)
{
    void *got = memalign(alignment, size);

    if (!got)
        return ENOMEM;
    *p = got;
    return 0;
}

/* ---- all others ---- */

/* The next function of this name: that of the C library. */
#define NEXT(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset)
{
    return fails(MMAP, ENOMEM) ? MAP_FAILED
                               : NEXT(mmap)(address, size, protection, flags, fd, offset);
}

static mode_t mode_of(int flags, va_list args)
{
    return flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

#define OPEN_LIKE(name)                                                                            \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list args;                                                                              \
        mode_t mode;                                                                               \
                                                                                                   \
        va_start(args, flags);                                                                     \
        mode = mode_of(flags, args);                                                               \
        va_end(args);                                                                              \
        return fails(OPEN, EMFILE) ? -1 : NEXT(name)(path, flags, mode);                           \
    }

OPEN_LIKE(open)
OPEN_LIKE(open64)

int openat(int folder, const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    return fails(OPEN, EMFILE) ? -1 : NEXT(openat)(folder, path, flags, mode);
}

/* How programs call open() that were built with _FORTIFY_SOURCE. */
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);

int __open_2(const char *path, int flags)
{
    return open(path, flags);
}

int __open64_2(const char *path, int flags)
{
    return open64(path, flags);
}

DIR *opendir(const char *path)
{
    return fails(OPEN, EMFILE) ? NULL : NEXT(opendir)(path);
}

int memfd_create(const char *name, unsigned flags)
{
    return fails(OPEN, EMFILE) ? -1 : NEXT(memfd_create)(name, flags);
}

int pipe2(int fd[2], int flags)
{
    return fails(OPEN, EMFILE) ? -1 : NEXT(pipe2)(fd, flags);
}

ssize_t read(int fd, void *to, size_t size)
{
    return fails(READ, EIO) ? -1 : NEXT(read)(fd, to, size);
}

ssize_t pread(int fd, void *to, size_t size, off_t at)
{
    return fails(READ, EIO) ? -1 : NEXT(pread)(fd, to, size, at);
}

/* The bytes that a write may take. */
static size_t cut(int fd, size_t size)
{
    return fd != STDERR_FILENO && size > 1 && fails(SHORT, 0) ? size / 2 : size;
}

ssize_t write(int fd, const void *from, size_t size)
{
    return fd != STDERR_FILENO && fails(WRITE, ENOSPC) ? -1 : NEXT(write)(fd, from, cut(fd, size));
}

ssize_t pwrite(int fd, const void *from, size_t size, off_t at)
{
    return fails(WRITE, ENOSPC) ? -1 : NEXT(pwrite)(fd, from, cut(fd, size), at);
}

/* As on Linux, the descriptor is closed all the same. */
int close(int fd)
{
    bool bad = fails(CLOSE, EIO);
    int r = NEXT(close)(fd);

    if (bad)
        errno = EIO;
    return bad ? -1 : r;
}

int fsync(int fd)
{
    return fails(FSYNC, EIO) ? -1 : NEXT(fsync)(fd);
}

int rename(const char *from, const char *to)
{
    return fails(RENAME, EIO) ? -1 : NEXT(rename)(from, to);
}

int mkdir(const char *path, mode_t mode)
{
    return fails(MKDIR, ENOSPC) ? -1 : NEXT(mkdir)(path, mode);
}

pid_t fork(void)
{
    return fails(FORK, EAGAIN) ? -1 : NEXT(fork)();
}

int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*start)(void *),
                   void *argument)
{
    return fails(FORK, EAGAIN) ? EAGAIN : NEXT(pthread_create)(thread, how, start, argument);
}

int execv(const char *path, char *const argv[])
{
    return fails(EXEC, ENOMEM) ? -1 : NEXT(execv)(path, argv);
}

int execvp(const char *file, char *const argv[])
{
    return fails(EXEC, ENOMEM) ? -1 : NEXT(execvp)(file, argv);
}

/* Makes argv of the words, as those of execl(), which end with NULL. */
static void take_words(char *argv[64], const char *first, va_list more)
{
    int n = 0;

    for (const char *word = first; n < 63 && word; word = va_arg(more, const char *))
        argv[n++] = (char *)(uintptr_t)word;
    argv[n] = NULL;
}

#define EXEC_LIKE(name, with_argv)                                                                 \
    int name(const char *file, const char *first, ...)                                             \
    {                                                                                              \
        char *argv[64];                                                                            \
        va_list more;                                                                              \
                                                                                                   \
        va_start(more, first);                                                                     \
        take_words(argv, first, more);                                                             \
        va_end(more);                                                                              \
        return with_argv(file, argv);                                                              \
    }

EXEC_LIKE(execl, execv)
EXEC_LIKE(execlp, execvp)

/* ---- stdio ---- */

static int descriptor_of(void *cookie)
{
    return (int)(intptr_t)cookie;
}

static ssize_t stream_read(void *cookie, char *to, size_t size)
{
    return read(descriptor_of(cookie), to, size);
}

static ssize_t stream_write(void *cookie, const char *from, size_t size)
{
    size_t done = 0;

    while (done < size) { /* a stream takes a short write for an error; the C library's own go on */
        ssize_t n = write(descriptor_of(cookie), from + done, size - done);

        if (n < 0)
            return 0;
        done += (size_t)n;
    }
    return (ssize_t)size;
}

static int stream_seek(void *cookie, off64_t *at, int from)
{
    off64_t now = lseek64(descriptor_of(cookie), *at, from);

    *at = now;
    return now < 0 ? -1 : 0;
}

static int stream_close(void *cookie)
{
    return close(descriptor_of(cookie));
}

static FILE *stream(int fd, const char *mode)
{
    return fopencookie(
        (void *)(intptr_t)fd, mode,
        (cookie_io_functions_t){stream_read, stream_write, stream_seek, stream_close});
}

FILE *fopen(const char *path, const char *mode)
{
    FILE *f = fails(OPEN, EMFILE) ? NULL : NEXT(fopen)(path, mode);
    bool own = faults.active && faults.kind >= READ && faults.kind <= CLOSE;
    int fd = f && own ? dup(fileno(f)) : -1;

    if (fd < 0)
        return f;
    NEXT(fclose)(f);
    return stream(fd, mode);
}

/* ---- the beginning ---- */

static const char *text_of(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

static void begin(int argc, char **argv)
{
    const char *role = text_of("FAULTS_ROLE"), *kind = text_of("FAULTS_KIND");
    int file;

    if (strcmp(program_invocation_short_name, "normlab") ||
        (*role && (argc < 2 || strcmp(argv[1], role))))
        return;
    for (faults.kind = KINDS - 1; faults.kind >= 0 && strcmp(kind, kind_names[faults.kind]);)
        faults.kind--;
    faults.at = atol(text_of("FAULTS_AT"));
    faults.goes_on = strcmp(text_of("FAULTS_MODE"), "on") == 0;
    file = open(text_of("FAULTS_FILE"), O_RDWR | O_CLOEXEC);
    faults.shared = mmap(NULL, sizeof *faults.shared, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (faults.kind < 0 || file < 0 || faults.shared == MAP_FAILED)
        abort();
    close(file);
    if (faults.kind == WRITE || faults.kind == SHORT || faults.kind == CLOSE)
        stdout = stream(STDOUT_FILENO, "w");
    faults.active = true;
}

static int (*program)(int, char **, char **);

static int begin_main(int argc, char **argv, char **environment)
{
    begin(argc, argv);
    return program(argc, argv, environment);
}

int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end);

int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
    program = main;
    return NEXT(__libc_start_main)(begin_main, argc, argv, init, fini, rtld_fini, stack_end);
}
