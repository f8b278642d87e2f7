/* Writes the files of a figure. No other file runs gnuplot. */
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/picture_file.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include "figures/plot.h"
#include "figures/plot_script.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- running gnuplot ---- */

/* gnuplot reads its program from standard input and prints pictures to standard output, so it opens no file. normlab
 * writes the pictures, and so notices when a disk is full. gnuplot runs in the root folder, because it would execute a
 * file gnuplot-tikz.lua in its working folder: a folder of results may be somebody else's. */

/* Prints an error: what went wrong; the last line of gnuplot's messages (above it stand only the statement and a
 * pointer into it); and the command that shows more, by the file folder/name.gp. folder: NULL when there is no such
 * file. Returns -1. */
static int gnuplot_error(const char *what, struct text *messages, const char *folder,
                         const char *name)
{
    struct text word = {0};
    const char *line;

    while (messages->length > 0 && strchr(" \t\r\n", messages->s[messages->length - 1]))
        messages->s[--messages->length] = '\0';
    line = messages->length == 0 ? "it did not say why" : strrchr(messages->s, '\n');
    line = line ? line + (*line == '\n') : messages->s;
    if (!folder)
        return error("gnuplot %s: %s", what, line);
    text_add_shell(&word, folder);
    error("gnuplot %s: %s; to see more: cd %s && gnuplot %s.gp", what, line, word.s, name);
    text_clear(&word);
    return -1;
}

/* Runs the program of a figure by gnuplot without the user's ~/.gnuplot, and adds what it prints to out and err.
 * settings: statements that run before the program. written: the program is also in the file folder/name.gp. Returns 0;
 * PLOT_NO_PICTURES when gnuplot is missing; or -1 after a message. */
static int run_program(const struct text *program, const char *settings, const char *folder,
                       const char *name, bool written, struct text *out, struct text *err)
{
    struct text command = {0};
    char *what;
    int r;

    text_add(&command, "gnuplot --default-settings -e ");
    text_add_shell(&command, settings);
    text_add(&command, " /dev/stdin");
    r = process_run("/", command.s, program, out, err);
    what = format_new("failed on %s/%s%s (exit code %d)", folder, name, written ? ".gp" : "", r);
    if (r > 0)
        r = r == 127 ? PLOT_NO_PICTURES : gnuplot_error(what, err, written ? folder : NULL, name);
    text_clear(&command);
    free(what);
    return r;
}

/* Runs the program that draws the n pictures, and writes their files when all are complete. Returns as run_program().
 * When a file cannot be written, those before it are new and the others are as they were. */
static int draw_pictures(const struct text *program, const char *folder, const char *name,
                         struct picture_file *picture, int n)
{
    struct text out = {0}, err = {0}, settings = {0};
    const struct picture_file *wrong;
    int r;

    for (int i = 0; i < n; i++)
        text_add_item(&settings, " ", "%s%s", i ? "" : "piped = 1; term = '", picture[i].format);
    text_adds(&settings, "'");
    r = run_program(program, settings.s, folder, name, true, &out, &err);
    wrong = r ? NULL : pictures_find(picture, n, "normlab draws", &out);
    if (wrong) {
        char *what = format_new("drew no whole picture for %s", wrong->path);

        r = gnuplot_error(what, &err, folder, name);
        free(what);
    }
    if (r == 0)
        r = pictures_write(picture, n);
    text_clear(&out);
    text_clear(&err);
    text_clear(&settings);
    return r;
}

/* ---- figures ---- */

/* Draws the figure in the formats that are in `formats`, and in those of which a picture already exists: in svg, pdf
 * and png, or with `tex` in TikZ. TikZ needs a run of its own, because the template makes other text for LaTeX. Returns
 * as run_program(). */
static int draw(const struct text *program, const char *name, const char *folder,
                const char *formats, bool tex)
{
    static const char *const all[] = {"svg", "pdf", "png", "tex"};
    struct picture_file picture[4] = {{0}};
    int n = 0, r = 0;

    for (int i = tex ? 3 : 0; i < (tex ? 4 : 3); i++) {
        char *path = format_new("%s/%s.%s", folder, name, all[i]);

        if (strstr(formats, all[i]) || file_exists(path))
            picture[n++] = (struct picture_file){.format = all[i], .path = path};
        else
            free(path);
    }
    if (n)
        r = draw_pictures(program, folder, name, picture, n);
    for (int i = 0; i < n; i++)
        free(picture[i].path);
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
    struct text program = {0}, csv = {0};
    int r = folder_make(folder);

    folder_sweep(folder); /* removes leftovers of processes that were killed */
    plot_script(&program, figure);
    plot_csv(&csv, figure);
    if (r == 0 && (write_text(folder, figure->name, ".gp", &program) ||
                   write_text(folder, figure->name, ".csv", &csv)))
        r = -1;
    for (int tex = 0; tex < 2 && r == 0; tex++)
        r = draw(&program, figure->name, folder, formats, tex);
    text_clear(&program);
    text_clear(&csv);
    return r;
}

int plot_terminal(const struct plot_figure *figure, const char *folder, int width)
{
    char *settings = format_new("term = 'dumb'; columns = %d", width);
    struct text program = {0}, drawn = {0}, err = {0};
    int r;

    plot_script(&program, figure);
    r = run_program(&program, settings, folder, figure->name, false, &drawn, &err);
    if (r == PLOT_NO_PICTURES)
        r = error("no gnuplot in PATH: install it (Debian, Ubuntu: apt-get install gnuplot-nox)");
    else if (r == 0 && drawn.length == 0)
        r = error("gnuplot printed nothing for %s/%s", folder, figure->name);
    text_trim_lines(&drawn);
    printf("%s", text_str(&drawn));
    text_clear(&program);
    text_clear(&drawn);
    text_clear(&err);
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
    struct text version = {0}, err = {0};
    bool there = process_run("/", "gnuplot --version", NULL, &version, &err) == 0;
    char *line = xstrndup(text_str(&version), there ? strcspn(text_str(&version), "\r\n") : 0);

    text_clear(&version);
    text_clear(&err);
    return line;
}
