/* Writes the files of a figure, with gnuplot, whose only user this is. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include "figures/plot.h"
#include "figures/plot_script.h"
#include "style_gp.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- running gnuplot ---- */

/* Prints the error: that gnuplot ended with this exit code or, if it is 0, drew nothing into the file at path; its last
 * line (above it stand only the statement and a pointer into it); and the command that shows more. Returns -1. */
static int complain(const char *folder, const char *script, struct text *said, int code,
                    const char *path)
{
    struct text command = {0};
    const char *line = code ? "it said nothing" : "it did not say why, perhaps the disk is full";
    char *what = code ? format_new("failed on %s/%s (exit code %d)", folder, script, code)
                      : format_new("drew nothing into %s", path);

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
    free(what);
    return -1;
}

/* Runs folder/script with settings (gnuplot statements) before it and gnuplot's default settings (no ~/.gnuplot), and
 * captures what it prints. 0, PLOT_NO_PICTURES, or -1 after a message. */
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
    return r == 127 ? PLOT_NO_PICTURES : r > 0 ? complain(folder, script, err, r, NULL) : r;
}

/* Blanks the moment at which a PDF was made, so that the same figure is the same file whenever it is drawn. Where
 * there is none, or the file cannot be written, it stays as it is. */
static void forget_time(const char *pdf)
{
    static const char entry[] = "/CreationDate (";
    size_t size;
    char *all = file_read(pdf, &size, true);
    char *start = all ? memmem(all, size, entry, strlen(entry)) : NULL;

    if (start) {
        memset(start, ' ', strcspn(start, ")") + 1);
        file_try_write(pdf, all, size);
    }
    free(all);
}

/* Makes the temporary files of the files, which gnuplot then overwrites: their paths with the suffix, in *drawn. Returns 0,
 * or -1 after a message. */
static int make_temporary(const struct list *file, const char *suffix, struct list *drawn)
{
    for (int i = 0; i < file->count; i++) {
        char *path = format_new("%s%s", file->item[i], suffix);
        int fd = file_make(path);

        if (fd < 0) {
            free(path);
            return error("cannot write %s: %s", file->item[i], strerror(errno));
        }
        close(fd);
        array_add(drawn->item, drawn->count) = path;
    }
    return 0;
}

/* Runs the script, which is to draw the files (paths). It finds the variable `suffix` set and writes file.suffix; when all
 * is well each is renamed to file. As run_script(); on failure no file is touched and the temporary ones are removed. */
static int draw_files(const char *folder, const char *script, const char *settings,
                      const struct list *file)
{
    struct text out = {0}, err = {0};
    struct list drawn = {0};
    char *suffix = file_suffix(), *before = format_new("%s; suffix = '%s'", settings, suffix);
    int r = make_temporary(file, suffix, &drawn);

    if (r == 0)
        r = run_script(folder, script, before, &out, &err);
    for (int i = 0; i < file->count; i++) {
        struct stat st;

        if (r == 0 && (stat(drawn.item[i], &st) || st.st_size == 0))
            r = complain(folder, script, &err, 0, file->item[i]);
    }
    for (int i = 0; i < drawn.count; i++)
        if (r) {
            unlink(drawn.item[i]);
        } else {
            if (strstr(file->item[i], ".pdf"))
                forget_time(drawn.item[i]);
            r = file_publish(drawn.item[i], file->item[i]);
        }
    list_clear(&drawn);
    text_clear(&out);
    text_clear(&err);
    free(before);
    free(suffix);
    return r;
}

/* Without the form feed with which the dumb terminal starts a page, and the blanks that fill its lines up. */
static void print_trimmed(const char *s)
{
    for (int all, n; *s; s += all + (s[all] == '\n')) {
        s += strspn(s, "\f");
        n = all = (int)strcspn(s, "\n");
        while (n > 0 && s[n - 1] == ' ')
            n--;
        printf("%.*s%s", n, s, s[all] ? "\n" : "");
    }
}

/* Runs the script, and copies what it prints to standard output, trimmed. As run_script(). */
static int print_text(const char *folder, const char *script, const char *settings)
{
    struct text drawn = {0}, err = {0};
    int r = run_script(folder, script, settings, &drawn, &err);

    if (r == 0 && drawn.length == 0)
        r = error("gnuplot printed nothing for %s/%s", folder, script);
    print_trimmed(text_str(&drawn));
    if (fflush(stdout) && r == 0)
        r = error("cannot write to standard output: %s", strerror(errno));
    text_clear(&drawn);
    text_clear(&err);
    return r;
}

/* ---- style.gp ---- */

/* Writes our style where there is none, and over one that differs but whose first line is ours, which says that normlab may
 * replace it. */
static int place_style(const char *path)
{
    size_t size, first = strcspn(embedded_style, "\n");
    char *there;
    bool older;

    if (!file_exists(path))
        return file_write(path, embedded_style, strlen(embedded_style));
    if (!(there = file_read(path, &size, false)))
        return -1;
    older = strncmp(there, embedded_style, first) == 0 &&
            (there[first] == '\n' || there[first] == '\r') && strcmp(there, embedded_style);
    free(there);
    if (older)
        warning("%s differed from this normlab's own, and its first line says that normlab may "
                "replace it: wrote it anew",
                path);
    return older ? file_write(path, embedded_style, strlen(embedded_style)) : 0;
}

/* Makes the folder, and style.gp above it. A lock makes processes that draw side by side take turns, so that one of them
 * warns; where the lock fails, each writes the same text. */
static int prepare(const char *folder)
{
    char *style = format_new("%s/../style.gp", folder), *above = format_new("%s/..", folder);
    int bad = folder_make(folder),
        lock = bad ? -1 : open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (lock >= 0)
        flock(lock, LOCK_EX);
    if (!bad) {
        folder_sweep(folder);
        bad = place_style(style);
    }
    if (lock >= 0)
        close(lock);
    free(style);
    free(above);
    return bad;
}

/* ---- figures ---- */

/* Draws the figure in those formats that are in `formats`, and in those in which it is there already. tex takes a run of
 * its own, because its text is another. */
static int draw(const char *name, const char *folder, const char *formats, bool tex)
{
    static const char *const all[] = {"svg", "pdf", "png", "tex"};
    char *script = format_new("%s.gp", name), *settings;
    struct list file = {0};
    struct text term = {0};
    int r = 0;

    for (int i = tex ? 3 : 0; i < (tex ? 4 : 3); i++) {
        char *path = format_new("%s/%s.%s", folder, name, all[i]);

        if (strstr(formats, all[i]) || file_exists(path)) {
            text_add_item(&term, " ", "%s", all[i]);
            list_add(&file, path);
        }
        free(path);
    }
    settings = format_new("term = '%s'", text_str(&term));
    if (file.count)
        r = draw_files(folder, script, settings, &file);
    list_clear(&file);
    text_clear(&term);
    free(settings);
    free(script);
    return r;
}

static int write_text(const char *folder, const char *name, const char *suffix,
                      const struct text *t)
{
    char *path = format_new("%s/%s%s", folder, name, suffix);
    int r = file_write(path, text_str(t), t->length);

    free(path);
    return r;
}

int plot_write(const struct plot_figure *figure, const char *folder, const char *formats)
{
    struct text script = {0}, csv = {0};
    int r;

    plot_script(&script, figure);
    plot_csv(&csv, figure);
    r = prepare(folder) || write_text(folder, figure->name, ".gp", &script) ||
                write_text(folder, figure->name, ".csv", &csv)
            ? -1
            : 0;
    for (int tex = 0; tex < 2 && r == 0; tex++)
        r = draw(figure->name, folder, formats, tex);
    text_clear(&script);
    text_clear(&csv);
    return r;
}

int plot_terminal(const struct plot_figure *figure, const char *folder, int width)
{
    /* A script of its own: the one that stays may have been restyled by hand. */
    char *file = format_new("%s/%s.gp", folder, figure->name), *path = NULL;
    char *settings = format_new("term = 'dumb'; columns = %d", width);
    struct text script = {0};
    int r = prepare(folder), fd;

    plot_script(&script, figure);
    if (r == 0) {
        path = file_temporary(file, &fd);
        if (!path || file_put(fd, text_str(&script), script.length))
            r = error("cannot write %s: %s", path ? path : file, strerror(errno));
        if (path)
            close(fd);
    }
    if (r == 0)
        r = print_text(folder, strrchr(path, '/') + 1, settings);
    if (path)
        unlink(path);
    if (r == PLOT_NO_PICTURES)
        r = error("no gnuplot in PATH: install it (Debian, Ubuntu: apt-get install gnuplot-nox)");
    text_clear(&script);
    free(file);
    free(settings);
    free(path);
    return r;
}

void plot_warn_missing(const char *folder)
{
    struct text word = {0};

    text_add_shell(&word, folder);
    warning(
        "no gnuplot in PATH: wrote the figures' .gp and .csv into %s, and drew nothing; install "
        "it (Debian, Ubuntu: apt-get install gnuplot-nox), then cd %s && gnuplot *.gp",
        folder, word.s);
    text_clear(&word);
}

char *plot_version(void)
{
    struct text version = {0}, err = {0};

    if (process_run(".", "gnuplot --version", &version, &err))
        text_clear(&version);
    text_clear(&err);
    if (version.s)
        version.s[strcspn(version.s, "\r\n")] = '\0';
    return version.s ? version.s : xstrdup("");
}
