#include "figures/draw.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include "figures/forest.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Writes the figure, and frees it. */
static enum drawn draw(struct plot_figure *f, const char *folder, const struct drawing *d)
{
    enum drawn drawn = NOTHING_TO_DRAW;

    f->page = d->page;
    if (f->panels) {
        int r = plot_write(f, folder, d->formats);

        drawn = r == PLOT_NO_PICTURES ? NO_GNUPLOT : r ? DRAW_FAILED : DRAWN;
    }
    plot_figure_clear(f);
    return drawn;
}

enum drawn draw_figure(const struct figure_request *q, const struct results *r, const char *folder,
                       const struct drawing *d)
{
    struct plot_figure f;

    figure_build(q, r, &f);
    return draw(&f, folder, d);
}

enum drawn draw_claims(const struct verdicts *v, int page, const char *folder,
                       const struct drawing *d)
{
    struct plot_figure f;

    forest_build(&f, v, &d->page, page);
    return draw(&f, folder, d);
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

static const char *const suffixes[] = {"svg", "pdf", "png", "tex", "gp", "csv"};
enum { SUFFIXES = sizeof suffixes / sizeof *suffixes };

/* Removes the files of pages of forest plots from number `pages` on. */
static void remove_pages(const char *folder, int pages)
{
    for (bool found = true; found; pages++) {
        char *name = forest_name(pages);

        found = false;
        for (int i = 0; i < SUFFIXES; i++) {
            char *path = format_new("%s/%s.%s", folder, name, suffixes[i]);

            found |= unlink(path) == 0;
            free(path);
        }
        free(name);
    }
}

int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d)
{
    static const struct drawing usual = {.formats = PLOT_ALL};

    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    enum drawn drawn = DRAWN;
    bool missing = false;
    int pages;

    d = d ? d : &usual;
    pages = forest_pages(&s->verdicts, &d->page);
    for (const struct figure_request *q = requests; q && q->name && drawn; q++) {
        drawn = draw_figure(q, &s->selection.shown, folder, d);
        missing = missing || drawn == NO_GNUPLOT;
        if (drawn == NOTHING_TO_DRAW)
            warn_of_older(folder, q->name);
    }
    for (int i = 0; i < pages && drawn; i++) {
        drawn = draw_claims(&s->verdicts, i, folder, d);
        missing = missing || drawn == NO_GNUPLOT;
    }
    if (drawn)
        remove_pages(folder, pages);
    if (missing)
        plot_warn_missing(folder);
    free(folder);
    return drawn ? 0 : -1;
}

static int terminal_width(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || size.ws_col < 60)
        return 96;
    return size.ws_col < 120 ? size.ws_col : 120;
}

int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most)
{
    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    int bad = 0;

    for (const struct figure_request *q = requests; q && q->name && !bad && most-- > 0; q++) {
        struct plot_figure f;

        figure_build(q, &s->selection.shown, &f);
        if (f.panels)
            bad = plot_terminal(&f, folder, terminal_width());
        plot_figure_clear(&f);
    }
    free(folder);
    return bad;
}

/* Prints ROOT/plots/STEM/NAME.{svg,pdf}, with the suffixes of the figure's files that exist. Returns false, and prints
 * nothing, when no file exists. */
static bool print_figure(const struct study *s, const char *name, const char *indent)
{
    char *stem = format_new("%s/plots/%s/%s", s->root, s->stem, name);
    struct text there = {0};
    bool any;

    for (int i = 0; i < SUFFIXES; i++) {
        char *path = format_new("%s.%s", stem, suffixes[i]);

        if (file_exists(path))
            text_add_item(&there, ",", "%s", suffixes[i]);
        free(path);
    }
    any = there.length > 0;
    if (any)
        printf("%s%s.{%s}\n", indent, stem, there.s);
    text_clear(&there);
    free(stem);
    return any;
}

void figures_print(const struct study *s, const struct figure_request *requests, const char *indent)
{
    bool more = true;

    for (const struct figure_request *q = requests; q && q->name; q++)
        print_figure(s, q->name, indent);
    for (int i = 0; more; i++) {
        char *name = forest_name(i);

        more = print_figure(s, name, indent);
        free(name);
    }
}
