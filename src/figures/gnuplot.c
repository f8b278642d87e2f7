#include "figures/gnuplot.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files and not pipes take what gnuplot prints: nothing can block, whatever it prints. */
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

/* All that was printed to f; also when the child wrote through its own descriptor. */
static void capture_text(FILE *f, struct text *out)
{
    char piece[4096];
    size_t n;

    rewind(f);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        text_addn(out, piece, n);
}

static int wait_for(pid_t pid)
{
    int status;

    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return error("cannot wait for gnuplot: %s", strerror(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* The environment of this process, but for the locale: in new memory, whose strings are not. */
static char **environment(void)
{
    extern char **environ;
    static char locale[] = "LC_ALL=C.UTF-8";
    size_t n = 0, count = 0;
    char **made;

    while (environ && environ[n])
        n++;
    made = xcalloc(n + 2, sizeof *made);
    made[count++] = locale;
    for (size_t i = 0; i < n; i++)
        if (!text_starts_with(environ[i], "LC_ALL="))
            made[count++] = environ[i];
    return made;
}

/* Runs it in folder. Its exit code (128 + n when signal n ended it), -1 after a message, or -2 when
 * there is no gnuplot. */
static int run(const char *folder, char *const *argument, const struct capture *c)
{
    posix_spawn_file_actions_t actions;
    char **variables = environment();
    pid_t pid;
    int why;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fileno(c->out), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(c->err), STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, folder);
    why = posix_spawnp(&pid, "gnuplot", &actions, NULL, argument, variables);
    posix_spawn_file_actions_destroy(&actions);
    free(variables);
    if (why == ENOENT && file_exists(folder))
        return -2;
    if (why)
        return error("cannot run gnuplot in %s: %s", folder, strerror(why));
    why = wait_for(pid);
    /* Where spawning cannot report it, as under Valgrind, POSIX has a failed exec end in silence
     * so. */
    if (why == 127 && lseek(fileno(c->err), 0, SEEK_END) == 0)
        return -2;
    return why;
}

char *shell_word(const char *s)
{
    struct text word = {0};

    text_add_shell(&word, s);
    return word.s;
}

/* "cd folder && gnuplot script", in a new string. */
static char *by_hand(const char *folder, const char *script)
{
    char *where = shell_word(folder), *what = shell_word(script);
    char *command = format_new("cd %s && gnuplot %s", where, what);

    free(where);
    free(what);
    return command;
}

/* The last line of gnuplot's messages: above it stand only the statement and a pointer into it. */
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

static int report(const char *folder, const char *script, int code, const struct capture *c)
{
    char *command = by_hand(folder, script);
    struct text why = {0};

    last_line(c->err, &why, "it said nothing");
    error("gnuplot failed on %s/%s (exit code %d): %s; to see more: %s", folder, script, code,
          text_str(&why), command);
    text_clear(&why);
    free(command);
    return -1;
}

/* Runs the script with settings before it, and turns every failure into one message. */
static int run_script(const char *folder, const char *script, const char *settings,
                      const struct capture *c)
{
    char *name = xstrdup(script), *before = xstrdup(settings);
    char *argument[] = {"gnuplot", "--default-settings", "-e", before, name, NULL};
    int r = run(folder, argument, c);

    if (r > 0)
        r = report(folder, script, r, c);
    else if (r == -2)
        r = GNUPLOT_MISSING;
    free(name);
    free(before);
    return r;
}

static int report_nothing(const char *folder, const char *script, const char *path,
                          const struct capture *c)
{
    char *command = by_hand(folder, script);
    struct text why = {0};

    last_line(c->err, &why, "it did not say why, perhaps the disk is full");
    error("gnuplot drew nothing into %s: %s; to see more: %s", path, text_str(&why), command);
    text_clear(&why);
    free(command);
    return -1;
}

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

/* Renames the temporary files when all of them hold something, else removes them. */
static int publish(const char *folder, const char *script, const char *const *file, int r,
                   const struct capture *c)
{
    for (int i = 0; r == 0 && file[i]; i++) {
        char *path = format_new("%s/%s", folder, file[i]), *temporary = file_temporary(path);
        struct stat st;

        if (stat(temporary, &st) || st.st_size == 0)
            r = report_nothing(folder, script, path, c);
        free(temporary);
        free(path);
    }
    for (int i = 0; file[i]; i++) {
        char *path = format_new("%s/%s", folder, file[i]), *temporary = file_temporary(path);

        if (r == 0 && strstr(file[i], ".pdf"))
            forget_time(temporary);
        if (r == 0)
            r = file_publish(temporary, path);
        else
            unlink(temporary);
        free(temporary);
        free(path);
    }
    return r;
}

int gnuplot_draw(const char *folder, const char *script, const char *settings,
                 const char *const *file)
{
    struct capture c;
    char *suffix = file_temporary("");
    char *before = format_new("%s; suffix = '%s'", settings, suffix);
    int r = capture_open(&c);

    if (r == 0)
        r = run_script(folder, script, before, &c);
    r = publish(folder, script, file, r, &c);
    capture_close(&c);
    free(before);
    free(suffix);
    return r;
}

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
    char *argument[] = {"gnuplot", "--version", NULL};
    struct capture c;
    struct text version = {0};

    if (capture_open(&c) == 0 && run(".", argument, &c) == 0) {
        capture_text(c.out, &version);
        if (version.s)
            version.s[strcspn(version.s, "\r\n")] = '\0';
    }
    capture_close(&c);
    return version.s ? version.s : xstrdup("");
}
