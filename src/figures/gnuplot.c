#include "figures/gnuplot.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- running it ---- */

/* Prints the error: what went wrong, gnuplot's last line (above it stand only the statement and a pointer into it) or
 * `silence`, and the command that shows more. Returns -1. */
static int complain(const char *folder, const char *script, struct text *said, const char *what,
                    const char *silence)
{
    struct text command = {0};
    const char *line = silence;

    while (said->length > 0 && strchr(" \t\r\n", said->s[said->length - 1]))
        said->s[--said->length] = '\0';
    if (said->length > 0)
        line = strrchr(said->s, '\n') ? strrchr(said->s, '\n') + 1 : said->s;
    text_add(&command, "cd ");
    text_add_shell(&command, folder);
    text_add(&command, " && gnuplot ");
    text_add_shell(&command, script);
    error("gnuplot %s: %s; to see more: %s", what, line, command.s);
    text_clear(&command);
    return -1;
}

/* Runs the script with settings before it, and turns every failure into one message. */
static int run_script(const char *folder, const char *script, const char *settings,
                      struct text *out, struct text *err)
{
    struct text command = {0};
    int r;

    text_add(&command, "gnuplot --default-settings -e ");
    text_add_shell(&command, settings);
    text_add(&command, " ");
    text_add_shell(&command, script);
    r = process_run(folder, command.s, out, err);
    text_clear(&command);
    if (r == 127)
        return GNUPLOT_MISSING;
    if (r > 0) {
        char *what = format_new("failed on %s/%s (exit code %d)", folder, script, r);

        r = complain(folder, script, err, what, "it said nothing");
        free(what);
    }
    return r;
}

/* ---- pictures ---- */

/* Blanks the moment at which a PDF was made, so that the same figure is the same file whenever it is drawn. Where
 * there is none, or the file cannot be written, it stays as it is. */
static void forget_time(const char *pdf)
{
    static const char entry[] = "/CreationDate (";
    size_t size;
    char *all = file_read(pdf, &size, true);
    char *start = all ? memmem(all, size, entry, strlen(entry)) : NULL;
    char *end = start ? memchr(start, ')', size - (size_t)(start - all)) : NULL;
    int fd = end ? open(pdf, O_WRONLY | O_CLOEXEC) : -1;

    if (fd >= 0) {
        size_t n = (size_t)(end + 1 - start);

        memset(start, ' ', n);
        if (lseek(fd, start - all, SEEK_SET) >= 0)
            file_put(fd, start, n);
        close(fd);
    }
    free(all);
}

/* Renames the temporary file of a picture, if r is 0, else removes it. Returns r, or -1 after a message. */
static int publish(const char *path, int r)
{
    char *temporary = file_temporary(path);

    if (r == 0 && strstr(path, ".pdf"))
        forget_time(temporary);
    if (r == 0)
        r = file_publish(temporary, path);
    else
        unlink(temporary);
    free(temporary);
    return r;
}

/* True when gnuplot wrote something for the picture at path. */
static bool is_drawn(const char *path)
{
    char *temporary = file_temporary(path);
    struct stat st;
    bool drawn = stat(temporary, &st) == 0 && st.st_size > 0;

    free(temporary);
    return drawn;
}

int gnuplot_draw(const char *folder, const char *script, const char *settings,
                 const struct list *file)
{
    struct text out = {0}, err = {0};
    char *suffix = file_temporary(""), *before = format_new("%s; suffix = '%s'", settings, suffix);
    int r = run_script(folder, script, before, &out, &err);

    for (int i = 0; i < file->count && r == 0; i++)
        if (!is_drawn(file->item[i])) {
            char *what = format_new("drew nothing into %s", file->item[i]);

            r = complain(folder, script, &err, what,
                         "it did not say why, perhaps the disk is full");
            free(what);
        }
    for (int i = 0; i < file->count; i++)
        r = publish(file->item[i], r);
    text_clear(&out);
    text_clear(&err);
    free(before);
    free(suffix);
    return r;
}

/* ---- text ---- */

/* The dumb terminal starts each page with a form feed, and fills its lines up with blanks. */
static void print_trimmed(const struct text *drawn)
{
    size_t blanks = 0;

    for (size_t i = 0; i < drawn->length; i++) {
        char c = drawn->s[i];

        if (c == ' ') {
            blanks++;
        } else if (c != '\f') {
            for (; c != '\n' && blanks > 0; blanks--)
                putchar(' ');
            blanks = 0;
            putchar(c);
        }
    }
}

int gnuplot_print(const char *folder, const char *script, const char *settings)
{
    struct text drawn = {0}, err = {0};
    int r = run_script(folder, script, settings, &drawn, &err);

    if (r == 0 && drawn.length == 0)
        r = error("gnuplot printed nothing for %s/%s", folder, script);
    print_trimmed(&drawn);
    if (fflush(stdout) && r == 0)
        r = error("cannot write to standard output: %s", strerror(errno));
    text_clear(&drawn);
    text_clear(&err);
    return r;
}

char *gnuplot_version(void)
{
    struct text version = {0}, err = {0};

    if (process_run(".", "gnuplot --version", &version, &err))
        text_clear(&version);
    text_clear(&err);
    if (version.s)
        version.s[strcspn(version.s, "\r\n")] = '\0';
    return version.s ? version.s : xstrdup("");
}
