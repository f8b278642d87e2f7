#include "virtual.h"
#include "base/arena.h"
#include "base/list.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <ucontext.h>
#include <unistd.h>

enum { STACK_BYTES = 128 * 1024, DESCRIPTORS = 1 << 16, WINDOW_S = 10 };

const char *const operation_name[OPS] = {
#define OPERATION(name) #name,
    OPERATIONS(OPERATION)
#undef OPERATION
};

struct fiber {
    ucontext_t context;
    void (*body)(void *);
    void *argument;
    char *stack;
    double wake_s;
    uint64_t
        turn; /* of fibers that wake at the same time, the one that went to sleep first goes first */
    bool ended;
};

/* The functions below that stand for those of the C library have no argument that could carry this. */
static struct {
    struct server *server;
    char *folder;
    double now_s,
        free_s; /* the present time; when the server will have done what it was asked so far */
    long window_count;
    double window_s;     /* when the present ten seconds began */
    struct fiber **heap; /* [fibers] a heap: the one that wakes first is on top */
    int fibers;
    struct fiber *running; /* NULL: none does */
    ucontext_t main;
    uint64_t turns;
    bool ours[DESCRIPTORS]; /* the open descriptors of files below the folder */
    int listed;             /* names that were listed since the last operation of that kind */
} v;

/* ---- fibers ---- */

static bool is_before(const struct fiber *a, const struct fiber *b)
{
    return a->wake_s != b->wake_s ? a->wake_s < b->wake_s : a->turn < b->turn;
}

static void swap(int a, int b)
{
    struct fiber *f = v.heap[a];

    v.heap[a] = v.heap[b];
    v.heap[b] = f;
}

static void push(struct fiber *f)
{
    int at = v.fibers;

    f->turn = v.turns++;
    array_add(v.heap, v.fibers) = f;
    for (; at > 0 && is_before(v.heap[at], v.heap[(at - 1) / 2]); at = (at - 1) / 2)
        swap(at, (at - 1) / 2);
}

static struct fiber *pop(void)
{
    struct fiber *first = v.heap[0];

    v.heap[0] = v.heap[--v.fibers];
    for (int at = 0, least = 0;; at = least) {
        for (int child = 2 * at + 1; child <= 2 * at + 2 && child < v.fibers; child++)
            if (is_before(v.heap[child], v.heap[least]))
                least = child;
        if (least == at)
            return first;
        swap(at, least);
    }
}

static void begin(void)
{
    v.running->body(v.running->argument);
    v.running->ended = true;
}

void virtual_add(void (*body)(void *), void *context, double start_s)
{
    struct fiber *f = xcalloc(1, sizeof *f);

    f->body = body;
    f->argument = context;
    f->stack = xcalloc(STACK_BYTES, 1);
    f->wake_s = start_s;
    getcontext(&f->context);
    f->context.uc_stack.ss_sp = f->stack;
    f->context.uc_stack.ss_size = STACK_BYTES;
    f->context.uc_link = &v.main;
    makecontext(&f->context, begin, 0);
    push(f);
}

void virtual_run(void)
{
    while (v.fibers > 0) {
        struct fiber *f = pop();

        v.now_s = f->wake_s;
        v.running = f;
        swapcontext(&v.main, &f->context);
        v.running = NULL;
        if (f->ended) {
            free(f->stack);
            free(f);
        }
    }
    free(v.heap);
    v.heap = NULL;
}

double virtual_seconds(void)
{
    return v.now_s;
}

void virtual_sleep_until(double time_s)
{
    struct fiber *f = v.running;

    if (time_s <= v.now_s)
        return;
    f->wake_s = time_s;
    push(f);
    swapcontext(&f->context, &v.main);
}

/* ---- the server ---- */

void virtual_start(struct server *s, const char *folder)
{
    v.server = s;
    v.folder = xstrdup(folder);
}

static void count(enum operation op)
{
    struct server *s = v.server;

    if (v.now_s >= v.window_s + WINDOW_S) {
        v.window_s = WINDOW_S * (double)(long)(v.now_s / WINDOW_S);
        v.window_count = 0;
    }
    v.window_count++;
    if ((double)v.window_count / WINDOW_S > s->busiest) {
        s->busiest = (double)v.window_count / WINDOW_S;
        s->busiest_at = v.window_s;
    }
    s->count[op]++;
}

/* A fiber asks the server for something, and waits until it has done it. */
static void ask(enum operation op)
{
    double done_s = v.now_s;

    count(op);
    if (v.server->capacity > 0) {
        v.free_s = (v.free_s > v.now_s ? v.free_s : v.now_s) + 1 / v.server->capacity;
        done_s = v.free_s;
    }
    virtual_sleep_until(done_s + v.server->latency_s);
}

void virtual_list(int names)
{
    for (int i = 0; i < names; i += LISTED)
        ask(OP_list);
}

static bool is_ours(const char *path)
{
    return v.running && strncmp(path, v.folder, strlen(v.folder)) == 0;
}

static bool has(int fd)
{
    return v.running && fd >= 0 && fd < DESCRIPTORS && v.ours[fd];
}

int __real_futimens(int fd, const struct timespec times[2]);

/* The file at fd was changed now. */
static int set_stamp(int fd)
{
    struct timespec t = {1700000000 + (time_t)v.now_s,
                         (long)(1e9 * (v.now_s - (double)(time_t)v.now_s))};

    return __real_futimens(fd, (struct timespec[]){t, t});
}

/* ---- what normlab's code calls in place of the functions of these names ---- */

double __wrap_clock_seconds(void)
{
    return v.now_s;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    bool ours = is_ours(path);
    unsigned mode = 0;
    int fd;

    if (flags & O_CREAT) {
        va_list args;

        va_start(args, flags);
        mode = va_arg(args, unsigned);
        va_end(args);
    }
    if (ours)
        ask(flags & O_CREAT ? OP_make : OP_open);
    fd = __real_open(path, flags, mode);
    if (ours && fd >= 0 && fd < DESCRIPTORS) {
        v.ours[fd] = true;
        if (flags & O_CREAT)
            set_stamp(fd);
    }
    return fd;
}

int __real_close(int fd);
int __wrap_close(int fd)
{
    if (has(fd)) {
        ask(OP_close);
        v.ours[fd] = false;
    }
    return __real_close(fd);
}

ssize_t __real_read(int fd, void *data, size_t size);
ssize_t __wrap_read(int fd, void *data, size_t size)
{
    if (has(fd))
        ask(OP_read);
    return __real_read(fd, data, size);
}

ssize_t __real_write(int fd, const void *data, size_t size);
ssize_t __wrap_write(int fd, const void *data, size_t size)
{
    if (has(fd))
        ask(OP_write);
    return __real_write(fd, data, size);
}

ssize_t __real_pwrite(int fd, const void *data, size_t size, off_t at);
ssize_t __wrap_pwrite(int fd, const void *data, size_t size, off_t at)
{
    ssize_t r;

    if (has(fd))
        ask(OP_write);
    r = __real_pwrite(fd, data, size, at);
    if (has(fd))
        set_stamp(fd);
    return r;
}

int __wrap_futimens(int fd, const struct timespec times[2])
{
    if (!has(fd))
        return __real_futimens(fd, times);
    ask(OP_stamp);
    return set_stamp(fd);
}

int __real_fsync(int fd);
int __wrap_fsync(int fd)
{
    if (!has(fd))
        return __real_fsync(fd);
    ask(OP_sync);
    return 0;
}

int __real_stat(const char *path, struct stat *about);
int __wrap_stat(const char *path, struct stat *about)
{
    if (is_ours(path))
        ask(OP_look);
    return __real_stat(path, about);
}

int __real_access(const char *path, int mode);
int __wrap_access(const char *path, int mode)
{
    if (is_ours(path))
        ask(OP_look);
    return __real_access(path, mode);
}

int __real_unlink(const char *path);
int __wrap_unlink(const char *path)
{
    if (is_ours(path))
        ask(OP_remove);
    return __real_unlink(path);
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to)
{
    if (is_ours(to))
        ask(OP_rename);
    return __real_rename(from, to);
}

DIR *__real_opendir(const char *path);
DIR *__wrap_opendir(const char *path)
{
    if (is_ours(path))
        ask(OP_open);
    return __real_opendir(path);
}

/* Only folders of the server are listed. */
struct dirent *__real_readdir(DIR *d);
struct dirent *__wrap_readdir(DIR *d)
{
    if (v.running && v.listed++ % LISTED == 0)
        ask(OP_list);
    return __real_readdir(d);
}
