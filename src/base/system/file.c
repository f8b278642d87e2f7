#include "base/system/file.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/machine.h"
#include "base/system/pid.h"
#include "base/text.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MARK ".tmp."

/* Temporary files that are older than so many seconds belong to no process: it would have written to them meanwhile. */
#define FORGOTTEN_S (24 * 3600)

/* What temporary names end with after the process: the machine, as "1a2b3c4d-4026531836.host", the boot, the namespace of
 * process numbers and, for people, the host. Containers often have equal hosts, and processes with equal numbers. */
static char *machine_mark(void)
{
    char host[256], machine[96];
    const char *space;

    machine_identify(host, machine);
    space = machine + strcspn(machine, "[");
    space += strcspn(space, "0123456789");
    return format_new("%.8s-%.*s.%s", machine, (int)strspn(space, "0123456789"), space, host);
}

char *file_temporary(const char *path)
{
    char *mark = machine_mark(), *name = format_new("%s" MARK "%d.%s", path, (int)getpid(), mark);

    free(mark);
    return name;
}

static int sync_path(const char *path, int flags)
{
    int fd = open(path, flags);
    int r;

    if (fd < 0)
        return -1;
    r = fsync(fd);
    if (close(fd))
        r = -1;
    return r;
}

int file_try_publish(const char *temporary, const char *path)
{
    char *copy = xstrdup(path);
    struct stat there;
    int why = sync_path(temporary, O_RDONLY) ? errno : 0;

    /* rename() would replace a device by a file. */
    if (why == 0 && stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        why = S_ISDIR(there.st_mode) ? EISDIR : EEXIST;
    if (why == 0 && rename(temporary, path))
        why = errno;
    if (why)
        unlink(temporary);
    else /* The result is ignored: some file systems cannot sync a folder, but the rename succeeded. */
        sync_path(dirname(copy), O_RDONLY | O_DIRECTORY);
    free(copy);
    return why;
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

int file_try_write(const char *path, const void *data, size_t size_bytes)
{
    char *temporary = file_temporary(path);
    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    int why = fd < 0 || file_put(fd, data, size_bytes) ? errno : 0;

    if (fd >= 0 && close(fd) && why == 0)
        why = errno;
    if (why == 0)
        why = file_try_publish(temporary, path);
    else if (fd >= 0)
        unlink(temporary);
    free(temporary);
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
    text_addn(&content, "", 0); /* gives an empty file its NUL */
    *size_bytes = content.length;
    return content.s;
}

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
        if (mkdir(p, 0777) && errno != EEXIST)
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

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_is_same(const char *path, const char *other)
{
    struct stat a, b;

    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* True when nobody will complete the temporary file `name` of the folder. */
static bool is_abandoned(int folder, const char *name, const char *machine)
{
    const char *mark = strstr(name, MARK);
    char *end = NULL;
    long pid = mark ? strtol(mark + strlen(MARK), &end, 10) : 0;
    struct stat st;

    if (pid <= 0 || *end != '.')
        return false;
    if (strcmp(end + 1, machine) == 0)
        return pid_has_ended(pid);
    return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
           difftime(time(NULL), st.st_mtim.tv_sec) > FORGOTTEN_S;
}

void folder_sweep(const char *path)
{
    DIR *d = opendir(path);
    char *machine = machine_mark();
    struct dirent *e;

    while (d && (e = readdir(d)))
        if (is_abandoned(dirfd(d), e->d_name, machine))
            unlinkat(dirfd(d), e->d_name, 0);
    if (d)
        closedir(d);
    free(machine);
}

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
