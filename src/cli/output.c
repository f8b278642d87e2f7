#include "cli/output.h"
#include "base/arena.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include "cli/wrap.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The buffers between stdout and its descriptor. */
struct output {
    struct text from;  /* what was printed and is not written yet */
    struct text shown; /* the same with control characters as text */
    /* the same in lines of at most `columns` columns; empty without output_wrap() */
    struct text wrapped;
    int columns; /* 0: lines are not broken */
};

static struct output *standard; /* that of stdout, after output_begin() */

/* Returns the number of bytes at the end of s that begin a UTF-8 character whose other bytes are still to come. */
static size_t unfinished(const char *s, size_t length)
{
    for (size_t n = 1; n <= 3 && n <= length; n++) {
        unsigned char c = (unsigned char)s[length - n];

        if (c >= 0xC0)
            return n < (c < 0xE0 ? 2u : c < 0xF0 ? 3u : 4u) ? n : 0;
        if (c < 0x80)
            return 0;
    }
    return 0;
}

/* Returns the number of bytes at the end of o->from that belong to a line whose newline is still to come. Returns 0 when
 * lines are not broken: a part of a line may then be written at once. */
static size_t unfinished_line(const struct output *o)
{
    const char *newline = o->columns ? memrchr(o->from.s, '\n', o->from.length) : NULL;

    return !o->columns ? 0 : o->from.length - (newline ? (size_t)(newline + 1 - o->from.s) : 0);
}

/* Writes the first n bytes of o->from as they are to be shown. Returns 0, or -1 with errno set. */
static int show(struct output *o, size_t n)
{
    const struct text *out = o->columns ? &o->wrapped : &o->shown;
    int bad;

    text_add_shown(&o->shown, o->from.s, n);
    if (o->columns)
        wrap_add(&o->wrapped, text_str(&o->shown), o->shown.length, o->columns);
    bad = file_put(STDOUT_FILENO, text_str(out), out->length);
    o->shown.length = o->wrapped.length = 0;
    return bad;
}

/* The stream's write function (fopencookie()). Returns the number of bytes that it took; 0 after an error, but a closed
 * pipe is none. */
static ssize_t write_shown(void *cookie, const char *data, size_t size)
{
    struct output *o = cookie;
    size_t later, line;
    jmp_buf no_memory;
    int bad;

    /* exit() would call this function again while stdio is in it */
    if (setjmp(no_memory)) {
        memory_escape(NULL);
        errno = ENOMEM;
        return 0;
    }
    memory_escape(&no_memory);
    text_addn(&o->from, data, size);
    later = unfinished(o->from.s, o->from.length);
    line = unfinished_line(o);
    later = line > later ? line : later;
    bad = show(o, o->from.length - later);
    memory_escape(NULL);
    memmove(o->from.s, o->from.s + o->from.length - later, later);
    o->from.length = later;
    return bad && errno != EPIPE ? 0 : (ssize_t)size;
}

static int free_output(void *cookie)
{
    struct output *o = cookie;

    if (o->columns && o->from.length)
        (void)!show(o, o->from.length);
    text_clear(&o->from);
    text_clear(&o->shown);
    text_clear(&o->wrapped);
    free(o);
    return 0;
}

static void close_stdout(void)
{
    fclose(stdout);
}

void output_begin(void)
{
    /* the wrong way round, so that reading from a closed standard input, or writing to a closed output, remains an
     * error */
    static const int how[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    FILE *shown;

    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", how[fd]);
    signal(SIGPIPE, SIG_IGN);
    standard = xcalloc(1, sizeof *standard);
    shown = fopencookie(standard, "w",
                        (cookie_io_functions_t){.write = write_shown, .close = free_output});
    if (!shown)
        return;
    setvbuf(shown, NULL, isatty(STDOUT_FILENO) ? _IOLBF : _IOFBF, BUFSIZ);
    stdout = shown; /* the manual of glibc allows this assignment */
    atexit(close_stdout);
}

int output_columns(void)
{
    return terminal_columns(STDOUT_FILENO);
}

void output_wrap(void)
{
    if (standard)
        standard->columns = output_columns();
}

bool output_is_closed(void)
{
    struct pollfd p = {.fd = STDOUT_FILENO};

    return poll(&p, 1, 0) == 1 && (p.revents & POLLERR) != 0;
}
