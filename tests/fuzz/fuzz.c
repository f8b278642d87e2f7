#include "fuzz.h"
#include "base/arena.h"
#include "base/utf8.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define TARGET(name) extern const struct fuzz_target fuzz_##name;
#include "targets.def"
#undef TARGET

const struct fuzz_target *const fuzz_targets[] = {
#define TARGET(name) &fuzz_##name,
#include "targets.def"
#undef TARGET
    NULL,
};

const struct fuzz_target *fuzz_find(const char *name)
{
    for (int i = 0; fuzz_targets[i]; i++)
        if (strcmp(fuzz_targets[i]->name, name) == 0)
            return fuzz_targets[i];
    return NULL;
}

/* ---- messages ---- */

/* What was printed to standard error since the last answer. base/error.h prints each message by one call. */
static struct printed {
    struct fuzz_printed count;
    char last[4096]; /* the last error */
    FILE *sink, *before;
} printed;

static ssize_t take(void *unused, const char *data, size_t size)
{
    static const char error[] = "normlab: error: ";

    (void)unused;
    if (getenv("FUZZ_SHOW")) /* what a target does with an input, for who looks at it */
        dprintf(STDERR_FILENO, "%.*s", (int)size, data);
    for (size_t i = 0; i < size; i++)
        printed.count.lines += data[i] == '\n';
    if (size > sizeof error && memcmp(data, error, sizeof error - 1) == 0) {
        printed.count.errors++;
        snprintf(printed.last, sizeof printed.last, "%.*s", (int)(size - sizeof error + 1),
                 data + sizeof error - 1);
    }
    return (ssize_t)size;
}

static void forget(void)
{
    fflush(printed.sink);
    printed.count = (struct fuzz_printed){0};
    *printed.last = '\0';
}

void fuzz_run(const struct fuzz_target *t, const void *data, size_t size)
{
    char *copy = xcalloc(size + 1, 1); /* the sanitizers see when a function reads beyond it */

    if (!printed.sink)
        printed.sink = fopencookie(NULL, "w", (cookie_io_functions_t){.write = take});
    memcpy(copy, data, size);
    forget();
    /* The sanitizers and libFuzzer write to the descriptor. */
    printed.before = stderr;
    stderr = printed.sink;
    t->run(copy, size);
    stderr = printed.before;
    free(copy);
}

void fuzz_fail(const char *file, int line, const char *condition)
{
    fflush(printed.sink);
    dprintf(STDERR_FILENO, "%s:%d: not so: %s\nlast message: %s\n", file, line, condition,
            printed.last);
    abort();
}

struct fuzz_printed fuzz_printed(void)
{
    fflush(printed.sink);
    return printed.count;
}

bool fuzz_answer(int result)
{
    struct fuzz_printed got = fuzz_printed();

    FUZZ_CHECK(result == 0 || result == -1);
    FUZZ_CHECK(got.errors == (result ? 1 : 0));
    forget();
    return result == 0;
}

bool fuzz_answer_about(int result, const char *what)
{
    FUZZ_CHECK(fuzz_printed().errors == 0 || strstr(printed.last, what));
    return fuzz_answer(result);
}

/* ---- inputs ---- */

const char *fuzz_file(int number, const void *data, size_t size)
{
    static struct {
        int fd;
        char path[32];
    } files[4];

    if (!*files[number].path) {
        files[number].fd = memfd_create("fuzz", MFD_CLOEXEC);
        snprintf(files[number].path, sizeof files->path, "/proc/self/fd/%d", files[number].fd);
    }
    FUZZ_CHECK(ftruncate(files[number].fd, 0) == 0);
    FUZZ_CHECK(pwrite(files[number].fd, data, size, 0) == (ssize_t)size);
    return files[number].path;
}

static char *folder;

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at)
{
    (void)about, (void)kind, (void)at;
    return remove(path);
}

static void remove_folder(void)
{
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(folder);
}

const char *fuzz_folder(void)
{
    const char *temporary = getenv("TMPDIR");

    if (folder)
        return folder;
    if (!temporary) /* in memory where that can be had */
        temporary = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    folder = format_new("%s/normlab-fuzz-XXXXXX", temporary);
    FUZZ_CHECK(mkdtemp(folder));
    atexit(remove_folder);
    return folder;
}

unsigned fuzz_byte(struct fuzz_input *in)
{
    if (!in->left)
        return 0;
    in->left--;
    return (unsigned char)*in->at++;
}

char *fuzz_line(struct fuzz_input *in)
{
    const char *end = in->left ? memchr(in->at, '\n', in->left) : NULL;
    size_t n = end ? (size_t)(end - in->at) : in->left;
    char *line = xcalloc(n + 1, 1);

    if (n)
        memcpy(line, in->at, n);
    n += end != NULL;
    in->at += n;
    in->left -= n;
    return line;
}

/* ---- text ---- */

bool fuzz_is_large(const char *text, int digits)
{
    int n = 0;

    for (; *text; text++) {
        bool digit = *text >= '0' && *text <= '9';

        if (n > digits || (n && (*text == 'e' || *text == 'E' || *text == 'x')))
            return true;
        n = digit ? n + 1 : 0;
    }
    return n > digits;
}

bool fuzz_is_utf8(const char *s)
{
    for (int n; *s; s += n)
        if ((n = utf8_length(s)) == 0)
            return false;
    return true;
}

char *fuzz_shown(const char *s)
{
    struct text out = {0};

    text_add_shown(&out, s, strlen(s));
    return out.s ? out.s : xstrdup("");
}

char *fuzz_utf8(const char *s, const char *instead)
{
    struct text out = {0};

    for (int n; *s; s += n ? n : 1) {
        n = utf8_length(s);
        text_addn(&out, n ? s : instead, n ? (size_t)n : strlen(instead));
    }
    return out.s ? out.s : xstrdup("");
}
