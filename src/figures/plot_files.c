#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/text.h"
#include "figures/gnuplot.h"
#include "figures/plot.h"
#include "figures/plot_script.h"
#include "style_gp.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

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

/* ---- pictures ---- */

/* Draws the figure in those formats that are in `formats`, and in those in which it is there already. tex takes a run of
 * its own, because its text is another. */
static int draw(const char *name, const char *folder, const char *formats, bool tex)
{
    static const char *const all[] = {"svg", "pdf", "png", "tex"};
    char *script = format_new("%s.gp", name);
    struct list file = {0};
    struct text settings = {0};
    int r = 0;

    text_add(&settings, "term = '");
    for (int i = tex ? 3 : 0; i < (tex ? 4 : 3); i++) {
        char *path = format_new("%s/%s.%s", folder, name, all[i]);

        if (strstr(formats, all[i]) || file_exists(path)) {
            text_add(&settings, "%s%s", file.count ? " " : "", all[i]);
            list_add(&file, path);
        }
        free(path);
    }
    text_add(&settings, "'");
    if (file.count)
        r = gnuplot_draw(folder, script, settings.s, &file);
    list_clear(&file);
    text_clear(&settings);
    free(script);
    return r;
}

static int write_text(const char *folder, const char *name, const char *suffix, struct text *t)
{
    char *path = format_new("%s/%s%s", folder, name, suffix);
    int r = file_write(path, text_str(t), t->length);

    text_clear(t);
    free(path);
    return r;
}

int plot_write(const struct plot_figure *figure, const char *folder, const char *formats)
{
    struct text script = {0}, csv = {0};
    int r = prepare(folder);

    plot_script(&script, figure);
    plot_csv(&csv, figure);
    if (r == 0)
        r = write_text(folder, figure->name, ".gp", &script);
    if (r == 0)
        r = write_text(folder, figure->name, ".csv", &csv);
    if (r == 0)
        r = draw(figure->name, folder, formats, false);
    if (r == 0)
        r = draw(figure->name, folder, formats, true);
    text_clear(&script);
    text_clear(&csv);
    return r == GNUPLOT_MISSING ? PLOT_NO_PICTURES : r;
}

int plot_terminal(const struct plot_figure *figure, const char *folder, int width)
{
    /* A script of its own: the one that stays may have been restyled by hand. */
    char *file = format_new("%s.gp", figure->name), *temporary = file_temporary(file);
    char *settings = format_new("term = 'dumb'; columns = %d", width);
    struct text script = {0};
    int r = prepare(folder);

    plot_script(&script, figure);
    if (r == 0)
        r = write_text(folder, temporary, "", &script);
    if (r == 0) {
        char *path = format_new("%s/%s", folder, temporary);

        r = gnuplot_print(folder, temporary, settings);
        unlink(path);
        free(path);
    }
    if (r == GNUPLOT_MISSING)
        r = error("no gnuplot in PATH: install it (Debian, Ubuntu: apt-get install gnuplot-nox)");
    text_clear(&script);
    free(file);
    free(temporary);
    free(settings);
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
    return gnuplot_version();
}
