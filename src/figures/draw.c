#include "figures/draw.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include "figures/forest.h"
#include "figures/style.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum drawn draw_plot(struct plot_figure *f, const char *folder, const struct drawing *d)
{
    enum drawn drawn = NOTHING_TO_DRAW;

    f->page = d->page;
    f->style = d->style;
    if (f->panels) {
        int r = plot_write(f, folder, d->formats);

        drawn = r == PLOT_NO_PICTURES ? NO_GNUPLOT : r ? DRAW_FAILED : DRAWN;
    }
    plot_figure_clear(f);
    return drawn;
}

/* Warns when a figure that was not drawn now has files of an earlier run, which stay. */
static void warn_of_older(const char *folder, const char *name)
{
    char *path = format_new("%s/%s.gp", folder, name);

    if (file_exists(path))
        warning(
            "figure %s: these results have no trial that it shows; its files in %s are of an earlier run",
            name, folder);
    free(path);
}

bool figure_files(const char *folder, const char *name, const char *indent)
{
    static const char *const suffix[] = {"svg", "pdf", "png", "tex", "gp", "csv", NULL};
    struct text there = {0};
    bool any;

    for (int i = 0; suffix[i]; i++) {
        char *path = format_new("%s/%s.%s", folder, name, suffix[i]);

        if (indent ? file_exists(path) : unlink(path) == 0)
            text_add_item(&there, ",", "%s", suffix[i]);
        free(path);
    }
    any = there.length > 0;
    if (any && indent)
        printf("%s%s/%s.{%s}\n", indent, folder, name, there.s);
    text_clear(&there);
    return any;
}

/* As figure_files(), for pages of forest plots from number `page` on. */
static void each_page(const char *folder, int page, const char *indent)
{
    for (bool found = true; found; page++) {
        char *name = forest_name(page);

        found = figure_files(folder, name, indent);
        free(name);
    }
}

int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *drawing)
{
    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    struct drawing d = drawing ? *drawing : (struct drawing){.formats = PLOT_ALL};
    struct style style = {0};
    enum drawn drawn = style_read(&style, s->root, d.style_file) ? DRAW_FAILED : DRAWN;
    struct plot_figure f;
    bool missing = false;
    int pages;

    style_apply(&style, &d.page, &d.style);
    pages = forest_pages(&s->verdicts, &d.page);
    for (const struct figure_request *q = requests; q && q->name && drawn; q++) {
        figure_build(q, &s->selection.shown, &f);
        drawn = draw_plot(&f, folder, &d);
        missing = missing || drawn == NO_GNUPLOT;
        if (drawn == NOTHING_TO_DRAW)
            warn_of_older(folder, q->name);
    }
    for (int i = 0; i < pages && drawn; i++) {
        forest_build(&f, &s->verdicts, &d.page, i);
        drawn = draw_plot(&f, folder, &d);
        missing = missing || drawn == NO_GNUPLOT;
    }
    if (drawn)
        each_page(folder, pages, NULL);
    if (missing)
        plot_warn_missing(folder);
    style_clear(&style);
    free(folder);
    return drawn ? 0 : -1;
}

int figures_columns(void)
{
    int columns = terminal_columns(STDOUT_FILENO);

    return columns < 60 ? 96 : columns < 120 ? columns : 120;
}

int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most)
{
    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    int bad = 0;

    for (const struct figure_request *q = requests; q && q->name && !bad && most-- > 0; q++) {
        struct plot_figure f;

        figure_build(q, &s->selection.shown, &f);
        if (f.panels)
            bad = plot_terminal(&f, folder, figures_columns());
        plot_figure_clear(&f);
    }
    free(folder);
    return bad;
}

void figures_print(const struct study *s, const struct figure_request *requests, const char *indent)
{
    char *folder = format_new("%s/plots/%s", s->root, s->stem);

    for (const struct figure_request *q = requests; q && q->name; q++)
        figure_files(folder, q->name, indent);
    each_page(folder, 0, indent);
    free(folder);
}
