#include "figures/gnuplot.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- running it ---- */

/* What gnuplot prints goes into files, not pipes: nothing can block, whatever it prints. */
struct capture {
    FILE *out, *err;
};

static int capture_open(struct capture *c)
{
    c->out = tmpfile();
    c->err = tmpfile();
    if (c->out && c->err)
        return 0;
    return error("cannot make a temporary file for gnuplot's messages: %s", strerror(errno));
}

static void capture_close(struct capture *c)
{
    if (c->out)
        fclose(c->out);
    if (c->err)
        fclose(c->err);
}

/* Adds all that was printed to f; also what the child wrote through its own descriptor. */
static void capture_text(FILE *f, struct text *out)
{
    char piece[4096];
    size_t n;

    rewind(f);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        text_addn(out, piece, n);
}

/* Runs a shell's command in the folder, in our locale. Returns its exit code, 128 + n when signal n ended it; the shell
 * gives 127 for a program that is not there. */
static int run(const char *folder, const char *command, const struct capture *c)
{
    struct text line = {0};
    int status;

    text_add(&line, "cd ");
    text_add_shell(&line, folder);
    text_add(&line, " && LC_ALL=C.UTF-8 %s </dev/null >/dev/fd/%d 2>/dev/fd/%d", command,
             fileno(c->out), fileno(c->err));
    status = system(line.s);
    text_clear(&line);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Adds the last line of gnuplot's messages; above it stand only the statement and a pointer into it. */
static void last_line(FILE *f, struct text *out, const char *silence)
{
    struct text all = {0};
    const char *start;
    size_t n;

    capture_text(f, &all);
    n = all.length;
    while (n > 0 && strchr(" \t\r\n", all.s[n - 1]))
        n--;
    for (start = text_str(&all) + n; n > 0 && start[-1] != '\n'; n--)
        start--;
    n = strcspn(start, "\r\n");
    if (n == 0)
        text_add(out, "%s", silence);
    else
        text_addn(out, start, n);
    text_clear(&all);
}

/* Prints the error: what went wrong, gnuplot's last line or `silence`, and the command that shows more. */
static int complain(const char *folder, const char *script, const struct capture *c,
                    const char *what, const char *silence)
{
    struct text why = {0}, command = {0};

    last_line(c->err, &why, silence);
    text_add(&command, "cd ");
    text_add_shell(&command, folder);
    text_add(&command, " && gnuplot ");
    text_add_shell(&command, script);
    error("gnuplot %s: %s; to see more: %s", what, text_str(&why), command.s);
    text_clear(&why);
    text_clear(&command);
    return -1;
}

/* Runs the script with settings before it, and turns every failure into one message. */
static int run_script(const char *folder, const char *script, const char *settings,
                      const struct capture *c)
{
    struct text command = {0};
    int r;

    text_add(&command, "gnuplot --default-settings -e ");
    text_add_shell(&command, settings);
    text_add(&command, " ");
    text_add_shell(&command, script);
    r = run(folder, command.s, c);
    text_clear(&command);
    if (r == 127)
        return GNUPLOT_MISSING;
    if (r > 0) {
        char *what = format_new("failed on %s/%s (exit code %d)", folder, script, r);

        r = complain(folder, script, c, what, "it said nothing");
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
    struct capture c;
    char *suffix = file_temporary(""), *before = format_new("%s; suffix = '%s'", settings, suffix);
    int r = capture_open(&c);

    if (r == 0)
        r = run_script(folder, script, before, &c);
    for (int i = 0; i < file->count && r == 0; i++)
        if (!is_drawn(file->item[i])) {
            char *what = format_new("drew nothing into %s", file->item[i]);

            r = complain(folder, script, &c, what, "it did not say why, perhaps the disk is full");
            free(what);
        }
    for (int i = 0; i < file->count; i++)
        r = publish(file->item[i], r);
    capture_close(&c);
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
    struct capture c;
    struct text drawn = {0};
    int r = capture_open(&c);

    if (r == 0)
        r = run_script(folder, script, settings, &c);
    if (r == 0) {
        capture_text(c.out, &drawn);
        if (drawn.length == 0)
            r = error("gnuplot printed nothing for %s/%s", folder, script);
    }
    print_trimmed(&drawn);
    if (fflush(stdout) && r == 0)
        r = error("cannot write to standard output: %s", strerror(errno));
    text_clear(&drawn);
    capture_close(&c);
    return r;
}

char *gnuplot_version(void)
{
    struct capture c;
    struct text version = {0};

    if (capture_open(&c) == 0 && run(".", "gnuplot --version", &c) == 0) {
        capture_text(c.out, &version);
        if (version.s)
            version.s[strcspn(version.s, "\r\n")] = '\0';
    }
    capture_close(&c);
    return version.s ? version.s : xstrdup("");
}
