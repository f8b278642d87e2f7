#include "figures/plot_files.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "figures/gnuplot.h"
#include "style_gp.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FORMATS 3

/* ---- style.gp ---- */

/* True when the first line of the style is ours, which says that normlab may replace it. */
static bool is_ours(const char *style)
{
    size_t n = strcspn(embedded_style, "\n");

    return strncmp(style, embedded_style, n) == 0 && (style[n] == '\n' || style[n] == '\r');
}

/* Writes our style where there is none, and over one whose first line is ours but whose content differs. */
static int place_style(const char *path)
{
    char *there = NULL;
    int bad = 0;
    size_t n;

    if (file_exists(path) && !(there = file_read(path, &n, false)))
        return -1;
    if (there && is_ours(there) && strcmp(there, embedded_style))
        warning("%s differed from this normlab's own, and its first line says that normlab may "
                "replace it: wrote it anew",
                path);
    if (!there || (is_ours(there) && strcmp(there, embedded_style)))
        bad = file_write(path, embedded_style, strlen(embedded_style));
    free(there);
    return bad;
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
        folder_sweep(folder); /* of processes that were killed */
        bad = place_style(style);
    }
    if (lock >= 0)
        close(lock);
    free(style);
    free(above);
    return bad;
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
