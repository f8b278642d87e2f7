#include "base/system/file.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/machine.h"
#include "base/system/pid.h"
#include "base/text.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MARK ".tmp."

/* A temporary file that has not changed for FORGOTTEN_S seconds counts as a leftover: a running process would have written
 * to it. */
#define FORGOTTEN_S (24 * 3600)

/* ---- temporary files ---- */

/* The process that made a temporary file, as the file's name gives it. */
struct maker {
    long pid;
    long long start; /* as in struct process_id; -1: not known */
    char boot[9];    /* the first eight digits of the boot's random identifier */
    char space[32];  /* the number of the process namespace */
};

/* Describes this process. Host and process number do not identify it: two containers often have equal hosts and equal
 * process numbers. */
static void describe_maker(struct maker *m, char host[256])
{
    char machine[96];
    const char *space;

    machine_identify(host, machine);
    space = machine + strcspn(machine, "[");
    space += strcspn(space, "0123456789");
    *m = (struct maker){.pid = (long)getpid()};
    m->start = pid_start(m->pid);
    snprintf(m->boot, sizeof m->boot, "%.8s", machine);
    snprintf(m->space, sizeof m->space, "%.*s", (int)strspn(space, "0123456789"), space);
}

/* For example ".tmp.4711-8372615.1a2b3c4d-4026531836.0123456789abcdef.node7". No code reads the host; it helps people. */
char *file_suffix(void)
{
    uint64_t number = 0;
    struct maker m;
    char host[256];

    describe_maker(&m, host);
    /* getrandom() fails before Linux 3.17. A number that others can guess does no harm: file_make() opens no existing
     * file. */
    if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
        number = (uint64_t)clock();
    return format_new(MARK "%ld-%lld.%s-%s.%016" PRIx64 ".%.32s", m.pid, m.start, m.boot, m.space,
                      number, host);
}

int file_make(const char *path)
{
    return open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
}

char *file_temporary(const char *path, int *fd)
{
    char *suffix = file_suffix(), *name = format_new("%s%s", path, suffix);
    int why;

    free(suffix);
    *fd = file_make(name);
    if (*fd >= 0)
        return name;
    why = errno;
    free(name);
    errno = why;
    return NULL;
}

/* ---- publishing ---- */

/* Calls fsync() on the file or folder at path, which it opens with these flags. Returns 0, or -1 with errno set. */
static int sync_path(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC);
    int r;

    if (fd < 0)
        return -1;
    r = fsync(fd);
    if (close(fd))
        r = -1;
    return r;
}

/* Calls fsync() on the folder that holds the path. The result is ignored: some file systems cannot do it. */
static void sync_folder_of(const char *path)
{
    char *copy = xstrdup(path);

    sync_path(dirname(copy), O_RDONLY | O_DIRECTORY);
    free(copy);
}

int file_try_publish(const char *temporary, const char *path)
{
    struct stat there;
    int why = sync_path(temporary, O_RDONLY | O_NOFOLLOW) ? errno : 0;

    /* rename() would replace a device by a file. */
    if (why == 0 && stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        why = S_ISDIR(there.st_mode) ? EISDIR : EEXIST;
    if (why == 0 && rename(temporary, path))
        why = errno;
    if (why)
        unlink(temporary);
    else
        sync_folder_of(path);
    return why;
}

void file_keep(const char *path)
{
    sync_path(path, O_RDONLY);
    sync_folder_of(path);
}

/* why: 0 or a value of errno. Returns 0 when why is 0, else -1 after a message. */
static int report(int why, const char *path)
{
    return why ? error("cannot write %s: %s", path, strerror(why)) : 0;
}

int file_publish(const char *temporary, const char *path)
{
    return report(file_try_publish(temporary, path), path);
}

/* ---- reading and writing ---- */

int file_put(int fd, const void *data, size_t size_bytes)
{
    const char *at = data;

    while (size_bytes > 0) {
        ssize_t n = write(fd, at, size_bytes);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        at += n;
        size_bytes -= (size_t)n;
    }
    return 0;
}

int file_flush_stdout(void)
{
    if (fflush(stdout))
        return error("cannot write to standard output: %s", strerror(errno));
    return ferror(stdout) ? error("cannot write to standard output") : 0;
}

char *file_write_temporary(const char *path, const void *data, size_t size_bytes)
{
    int fd, why;
    char *temporary = file_temporary(path, &fd);

    if (!temporary)
        return NULL;
    why = file_put(fd, data, size_bytes) ? errno : 0;
    if (close(fd) && why == 0)
        why = errno;
    if (why == 0)
        return temporary;
    unlink(temporary);
    free(temporary);
    errno = why;
    return NULL;
}

int file_try_write(const char *path, const void *data, size_t size_bytes)
{
    char *temporary = file_write_temporary(path, data, size_bytes);
    int why = temporary ? file_try_publish(temporary, path) : errno;

    free(temporary);
    file_sweep(path);
    return why;
}

int file_write(const char *path, const void *data, size_t size_bytes)
{
    return report(file_try_write(path, data, size_bytes), path);
}

char *file_read(const char *path, size_t *size_bytes, bool quiet)
{
    FILE *f = fopen(path, "rb");
    struct text content = {0};
    char block[1 << 14];
    size_t n;

    while (f && (n = fread(block, 1, sizeof block, f)) > 0)
        text_addn(&content, block, n);
    if (!f || ferror(f)) {
        if (!quiet)
            error("cannot read %s: %s", path, strerror(errno));
        if (f)
            fclose(f);
        text_clear(&content);
        return NULL;
    }
    fclose(f);
    text_addn(&content, "", 0); /* so that the content of an empty file is "" and not NULL */
    *size_bytes = content.length;
    return content.s;
}

/* ---- folders ---- */

int folder_try_make(const char *path)
{
    char *p = xstrdup(path);
    struct stat there;
    int why = 0;

    for (char *s = p + 1; why == 0; s++) {
        char c = *s;

        if (c != '/' && c != '\0')
            continue;
        *s = '\0';
        if (mkdir(p, 0777) == 0)
            sync_folder_of(p);
        else if (errno != EEXIST)
            why = errno;
        *s = c;
        if (c == '\0')
            break;
    }
    if (why == 0 && (stat(path, &there) || !S_ISDIR(there.st_mode)))
        why = ENOTDIR;
    free(p);
    return why;
}

int folder_make(const char *path)
{
    int why = folder_try_make(path);

    return why == ENOTDIR ? error("cannot make folder %s: a file is in the way", path)
           : why          ? error("cannot make folder %s: %s", path, strerror(why))
                          : 0;
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

double file_time(const char *path)
{
    struct stat st;

    return stat(path, &st) ? NAN : (double)st.st_mtim.tv_sec + 1e-9 * (double)st.st_mtim.tv_nsec;
}

bool file_is_same(const char *path, const char *other)
{
    struct stat a, b;

    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* ---- leftovers ---- */

/* Reads the process from the name of a temporary file. Older versions of normlab wrote less into the name; *m is then {0}.
 * Returns false when the name is not that of a temporary file. */
static bool read_maker(const char *name, struct maker *m)
{
    const char *mark = strstr(name, MARK);
    char *end = NULL;

    *m = (struct maker){0};
    if (!mark || strtol(mark + strlen(MARK), &end, 10) <= 0 || (*end != '.' && *end != '-'))
        return false;
    if (sscanf(mark, MARK "%ld-%lld.%8[0-9a-f]-%31[0-9].", &m->pid, &m->start, m->boot, m->space) !=
        4)
        *m = (struct maker){0};
    return true;
}

/* True when the file `name` of the folder is a leftover, as folder_sweep_older() defines it. self: this process. */
static bool is_abandoned(int folder, const char *name, const struct maker *self, double now_s,
                         double age_s)
{
    struct maker m;
    struct stat st;

    if (!read_maker(name, &m) || fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) ||
        !S_ISREG(st.st_mode) || st.st_uid != geteuid())
        return false;
    if (*self->boot && strcmp(m.boot, self->boot) == 0 && strcmp(m.space, self->space) == 0)
        return pid_has_ended(m.pid, m.start);
    return now_s - (double)st.st_mtim.tv_sec > age_s;
}

/* Removes the leftovers whose names begin with `start`. */
static void sweep(const char *path, const char *start, double now_s, double age_s)
{
    DIR *d = opendir(path);
    struct maker self;
    struct dirent *e;
    char host[256];

    describe_maker(&self, host);
    while (d && (e = readdir(d)))
        if (text_starts_with(e->d_name, start) &&
            is_abandoned(dirfd(d), e->d_name, &self, now_s, age_s))
            unlinkat(dirfd(d), e->d_name, 0);
    if (d)
        closedir(d);
}

void folder_sweep_older(const char *path, double now_s, double age_s)
{
    sweep(path, "", now_s, age_s);
}

void folder_sweep(const char *path)
{
    sweep(path, "", (double)time(NULL), FORGOTTEN_S);
}

void file_sweep(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? xstrndup(path, (size_t)(slash + 1 - path)) : xstrdup("."),
         *start = format_new("%s" MARK, path_name(path));

    sweep(folder, start, (double)time(NULL), FORGOTTEN_S);
    free(folder);
    free(start);
}

/* ---- the user's folders ---- */

char *user_folder(const char *variable, const char *fallback)
{
    const char *base = getenv(variable), *home = getenv("HOME");

    if (base && base[0] == '/')
        return format_new("%s/normlab", base);
    return home && home[0] ? format_new("%s/%s/normlab", home, fallback) : NULL;
}

char *user_data_folder(const char *name)
{
    char *base = user_folder("XDG_DATA_HOME", ".local/share");
    char *folder = base ? format_new("%s/%s", base, name) : NULL;

    free(base);
    return folder;
}
