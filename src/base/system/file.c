#include "base/system/file.h"
#include "base/arena.h"
#include "base/error.h"
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
#include <unistd.h>

#define MARK ".tmp."

static void host_name(char out[256])
{
    if (gethostname(out, 256))
        strcpy(out, "host");
    out[255] = '\0';
}

char *file_temporary(const char *path)
{
    char host[256];

    host_name(host);
    return format_new("%s" MARK "%d.%s", path, (int)getpid(), host);
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

void folder_sweep(const char *path)
{
    DIR *d = opendir(path);
    struct dirent *e;
    char host[256];

    host_name(host);
    while (d && (e = readdir(d))) {
        const char *mark = strstr(e->d_name, MARK);
        char *end = NULL;
        long pid = mark ? strtol(mark + strlen(MARK), &end, 10) : 0;

        if (pid > 0 && *end == '.' && strcmp(end + 1, host) == 0 && pid_has_ended(pid))
            unlinkat(dirfd(d), e->d_name, 0);
    }
    if (d)
        closedir(d);
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
