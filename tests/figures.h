/* Makes figures for tests, and checks the files that are drawn from them. */
#ifndef NORMLAB_TESTS_FIGURES_H
#define NORMLAB_TESTS_FIGURES_H

#include "support.h"

#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "figures/plot.h"
#include "rows.h"
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Returns a figure of some panels; each has series with points at x = 2, 4, 8, ..., a mean and three seeds at each. */
static inline struct plot_figure make_figure(const char *name, int panels, int series, int points)
{
    const char *style[] = {"none", "batchnorm", "groupnorm", "groupnorm", "unheard_of"};
    struct plot_figure f = {.name = xstrdup(name),
                            .title = xstrdup("Test error"),
                            .x_label = xstrdup("batch size"),
                            .y_label = xstrdup("test error (%)"),
                            .x_log = 2,
                            .curve = points > 12};

    for (int s = 0; s < series; s++) {
        char *label = format_new("series %d", s);

        plot_series_index(&f, label, style[s % 5], LOOK_LINE);
        free(label);
    }
    for (int p = 0; p < panels; p++) {
        plot_add_panel(&f, format_new("net %d", p + 1));
        for (int s = 0; s < series; s++)
            for (int i = 0; i < 4 * points; i++) { /* first the means, then the seeds */
                bool mean = i < points;
                double x = exp2((mean ? i : (i - points) / 3) + 1), y = 8 + s + 4 / x;

                plot_add_row(&f,
                             mean ? (struct plot_row){PLOT_MEAN, p, s, x, y, y - 0.5, y + 0.5}
                                  : (struct plot_row){PLOT_SEED, p, s, x,
                                                      y + 0.2 * ((i - points) % 3 - 1), NAN, NAN});
            }
    }
    return f;
}

static inline void replace(char **string, const char *with)
{
    free(*string);
    *string = xstrdup(with);
}

/* Reads folder/name.suffix; fails when it is missing. */
static inline char *read_part(const char *folder, const char *name, const char *kind, size_t *size)
{
    char *path = format_new("%s/%s.%s", folder, name, kind);
    char *data = file_read(path, size, true);

    if (!data)
        fail_msg("%s is missing", path);
    free(path);
    return data;
}

static inline int count_entries(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;

    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));)
        n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

/* Fails unless the SVG, the PDF and the PNG exist and are complete. */
static inline void assert_whole(const char *folder, const char *name)
{
    size_t n;
    char *svg = read_part(folder, name, "svg", &n), *pdf, *png;

    assert_true(n > 500);
    assert_non_null(strstr(svg, "<svg"));
    assert_non_null(strstr(svg + n - 20, "</svg>"));
    pdf = read_part(folder, name, "pdf", &n);
    assert_true(n > 500);
    assert_memory_equal(pdf, "%PDF-", 5);
    assert_non_null(strstr(pdf + n - 10, "%%EOF"));
    png = read_part(folder, name, "png", &n);
    assert_true(n > 500);
    assert_memory_equal(png, "\x89PNG\r\n", 6);
    assert_memory_equal(png + n - 8, "IEND", 4);
    free(svg);
    free(pdf);
    free(png);
}

/* Returns the number of characters of the UTF-8 text before a '<'. */
static inline int letters_of(const char *text)
{
    int n = 0;

    for (; *text && *text != '<'; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

/* Fails when a text of the SVG extends beyond the page, if each letter is half the font size wide. */
static inline void assert_on_page(const char *folder, const char *name)
{
    size_t n;
    char *svg = read_part(folder, name, "svg", &n);
    const char *at = strstr(svg, "viewBox=");
    double width, height;

    assert_int_equal(sscanf(at, "viewBox=\"0 0 %lf %lf\"", &width, &height), 2);
    while ((at = strstr(at, "<g transform=\"translate("))) {
        const char *size = strstr(at, "font-size=\""), *anchor = strstr(at, "text-anchor=\""),
                   *text = strstr(at, "<text");
        double x, y, points, length, from;
        bool turned;

        at += 24;
        if (!size || !anchor || !text || strcspn(at, ">") < (size_t)(anchor - at))
            continue;
        assert_int_equal(sscanf(at, "%lf,%lf", &x, &y), 2);
        turned = strncmp(at + strcspn(at, ")"), ") rotate", 8) == 0;
        assert_int_equal(sscanf(size, "font-size=\"%lf", &points), 1);
        text = strchr(text, '>') + 1;
        length = turned ? 0 : 0.45 * points * letters_of(text);
        from = anchor[13] == 's' ? x : anchor[13] == 'm' ? x - length / 2 : x - length;
        if (from < -2 || from + length > width + 2 || y < 0 || y > height)
            fail_msg("%s/%s.svg: '%.*s' reaches off the page", folder, name,
                     (int)strcspn(text, "<"), text);
    }
    free(svg);
}

static inline void skip_without_gnuplot(void)
{
    char *version = plot_version();
    bool there = text_starts_with(version, "gnuplot ");

    free(version);
    if (!there)
        skip_missing("gnuplot-nox");
}

/* Writes the figure, then runs its gnuplot script as a user would, then clears the figure. Fails when either prints a message
 * or when a temporary file is left. */
static inline void write_and_redraw(struct plot_figure *f, const char *folder)
{
    char *said, *again = format_new("cd '%s' && gnuplot --default-settings %s.gp", folder, f->name);
    char *out, *err;
    int r, before;

    capture_stderr();
    r = plot_write(f, folder, PLOT_ALL);
    said = captured_stderr();
    assert_string_equal(said, "");
    assert_int_equal(r, 0);
    assert_whole(folder, f->name);
    for (int i = 0; i < 3; i++) {
        const char *const suffix[] = {"svg", "pdf", "png"};
        char *path = format_new("%s/%s.%s", folder, f->name, suffix[i]);

        unlink(path);
        free(path);
    }
    before = count_entries(folder);
    assert_int_equal(run_command(again, &out, &err), 0);
    assert_string_equal(err, "");
    assert_string_equal(out, "");
    assert_whole(folder, f->name);
    assert_on_page(folder, f->name);
    assert_int_equal(count_entries(folder), before + 3);
    free(said);
    free(again);
    free(out);
    free(err);
    plot_figure_clear(f);
}

/* Returns what plot_terminal() prints, as a new string. */
static inline char *terminal_text(const struct plot_figure *f, const char *folder, int width)
{
    char *path = test_path("terminal.out"), *text;
    FILE *to = fopen(path, "w");
    int saved, r;
    size_t n;

    assert_non_null(to);
    fflush(stdout);
    saved = dup(STDOUT_FILENO);
    dup2(fileno(to), STDOUT_FILENO);
    r = plot_terminal(f, folder, width);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    fclose(to);
    assert_int_equal(r, 0);
    text = file_read(path, &n, true);
    free(path);
    return text;
}

#endif
