#include "figures/plot_files.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "figures/gnuplot.h"
#include "style_gp.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FORMATS 3

/* ---- style.gp ---- */

/* The first line names the version. */
static bool same_version(const char *style)
{
    size_t n = strcspn(embedded_text, "\n");

    return strncmp(style, embedded_text, n) == 0 && (style[n] == '\n' || style[n] == '\r');
}

/* Copies a style.gp of another version to a name that is free. A copy, so that at every moment
 * there is a style.gp for scripts that run meanwhile. */
static int set_aside(const char *style, const char *folder, const char *text, size_t size)
{
    char *old = format_new("%s.old", style);
    int r;

    for (int i = 2; file_exists(old); i++) {
        free(old);
        old = format_new("%s.old.%d", style, i);
    }
    r = file_write(old, text, size);
    if (r == 0)
        warning("the style.gp above %s is of another version of normlab: renamed it to %s and "
                "wrote this one's; what you changed in it has to be changed anew",
                folder, strrchr(old, '/') + 1);
    free(old);
    return r;
}

/* Puts ours in place unless one that fits the scripts is there. */
static int place_style(const char *style, const char *folder)
{
    char *there = NULL;
    int r = 0;
    size_t n;

    if (file_exists(style)) {
        there = file_read(style, &n, false);
        r = !there ? -1 : same_version(there) ? 0 : set_aside(style, folder, there, n);
    }
    if (r == 0 && !(there && same_version(there)))
        r = file_write(style, embedded_text, strlen(embedded_text));
    free(there);
    return r;
}

/* Makes the folder, and style.gp above it. Processes that draw side by side do so one after the
 * other, so that a style of another version is set aside once; where folders cannot be locked, each
 * writes the same text and renames it into place. */
static int prepare(const char *folder)
{
    char *style = format_new("%s/../style.gp", folder), *above = format_new("%s/..", folder);
    int r = folder_make(folder), lock = r ? -1 : open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (lock >= 0)
        while (flock(lock, LOCK_EX) && errno == EINTR)
            ;
    if (r == 0) {
        folder_sweep(folder); /* of processes that were killed */
        r = place_style(style, folder);
    }
    if (lock >= 0)
        close(lock);
    free(style);
    free(above);
    return r;
}

/* ---- the figure ---- */

static int write_text(const char *path, const struct text *t)
{
    return file_write(path, text_str(t), t->length);
}

/* The formats, and those in which the figure is there already, so that no picture is of an older script. A new string. */
static char *formats_to_draw(const char *name, const char *folder, const char *formats)
{
    static const char *const all[FORMATS] = {"svg", "pdf", "png"};
    struct text t = {0};

    text_add(&t, "%s", formats);
    for (int i = 0; i < FORMATS; i++) {
        char *path = format_new("%s/%s.%s", folder, name, all[i]);

        if (!strstr(formats, all[i]) && file_exists(path))
            text_add(&t, "%s%s", t.length ? " " : "", all[i]);
        free(path);
    }
    return t.s;
}

/* Draws name.<format> for each word of `formats`. */
static int draw(const char *name, const char *folder, const char *formats)
{
    char *script = format_new("%s.gp", name), *settings = format_new("term = '%s'", formats);
    char *words = xstrdup(formats), *rest = NULL, *file[FORMATS + 1] = {NULL};
    int n = 0, r = 0;

    for (char *w = strtok_r(words, " ", &rest); w; w = strtok_r(NULL, " ", &rest)) {
        if ((strcmp(w, "svg") && strcmp(w, "pdf") && strcmp(w, "png")) || n == FORMATS)
            BUG("figure %s: cannot be drawn as '%s'", name, formats);
        file[n++] = format_new("%s.%s", name, w);
    }
    if (n > 0)
        r = gnuplot_draw(folder, script, settings, (const char *const *)file);
    while (n > 0)
        free(file[--n]);
    free(words);
    free(script);
    free(settings);
    return r == GNUPLOT_MISSING ? PLOT_NO_PICTURES : r;
}

int plot_files_write(const char *name, const char *folder, const struct text *script,
                     const struct text *csv, const char *formats)
{
    char *script_path = format_new("%s/%s.gp", folder, name);
    char *csv_path = format_new("%s/%s.csv", folder, name);
    char *all = formats_to_draw(name, folder, formats);
    int r = prepare(folder);

    if (r == 0)
        r = write_text(script_path, script);
    if (r == 0)
        r = write_text(csv_path, csv);
    if (r == 0)
        r = draw(name, folder, all);
    free(script_path);
    free(csv_path);
    free(all);
    return r;
}

int plot_files_print(const char *name, const char *folder, const struct text *script, int width)
{
    /* A script of its own: the one that stays may have been restyled by hand. */
    char *file = format_new("%s.gp", name), *temporary = file_temporary(file);
    char *path = format_new("%s/%s", folder, temporary);
    char *settings = format_new("term = 'dumb'; columns = %d", width);
    int r = prepare(folder);

    if (r == 0)
        r = write_text(path, script);
    if (r == 0) {
        r = gnuplot_print(folder, temporary, settings);
        unlink(path);
    }
    if (r == GNUPLOT_MISSING)
        r = error("no gnuplot in PATH: install it (Debian, Ubuntu: apt-get install gnuplot-nox)");
    free(file);
    free(temporary);
    free(path);
    free(settings);
    return r;
}

void plot_warn_missing(const char *folder)
{
    char *word = shell_word(folder);

    warning(
        "no gnuplot in PATH: wrote the figures' .gp and .csv into %s, and drew nothing; install "
        "it (Debian, Ubuntu: apt-get install gnuplot-nox), then cd %s && gnuplot *.gp",
        folder, word);
    free(word);
}
