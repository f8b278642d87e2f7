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

/* Warns when a figure that cannot be drawn now has files of an earlier run. They are kept. */
static void warn_of_older(const char *folder, const char *name)
{
    char *path = format_new("%s/%s.gp", folder, name);

    if (file_exists(path))
        warning(
            "figure %s: these results have no trial that it shows; its files in %s are of an earlier run",
            name, folder);
    free(path);
}

static const char *const suffixes[] = {"svg", "pdf", "png", "tex", "gp", "csv", NULL};

bool figure_print_files(const char *folder, const char *name, const char *indent)
{
    struct text found = {0};
    bool any;

    for (int i = 0; suffixes[i]; i++) {
        char *path = format_new("%s/%s.%s", folder, name, suffixes[i]);

        if (file_exists(path))
            text_add_item(&found, ",", "%s", suffixes[i]);
        free(path);
    }
    any = found.length > 0;
    if (any)
        printf("%s%s/%s.{%s}\n", indent, folder, name, found.s);
    text_clear(&found);
    return any;
}

/* Removes the files of a figure. Returns true when there was at least one. */
static bool remove_files(const char *folder, const char *name)
{
    bool any = false;

    for (int i = 0; suffixes[i]; i++) {
        char *path = format_new("%s/%s.%s", folder, name, suffixes[i]);

        any |= unlink(path) == 0;
        free(path);
    }
    return any;
}

/* Removes the pages of forest plots from number `page` on, up to the first one without files. */
static void remove_pages(const char *folder, int page)
{
    for (bool found = true; found; page++) {
        char *name = forest_name(page);

        found = remove_files(folder, name);
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
        remove_pages(folder, pages);
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
    bool found = true;

    for (const struct figure_request *q = requests; q && q->name; q++)
        figure_print_files(folder, q->name, indent);
    for (int page = 0; found; page++) {
        char *name = forest_name(page);

        found = figure_print_files(folder, name, indent);
        free(name);
    }
    free(folder);
}
