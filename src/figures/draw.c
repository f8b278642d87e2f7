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

/* Returns the number of files of the figure that exist. Adds their suffixes to `there` or, if it is NULL, removes them. */
static int each_file(const char *folder, const char *name, struct text *there)
{
    static const char *const suffix[] = {"svg", "pdf", "png", "tex", "gp", "csv", NULL};
    int found = 0;

    for (int i = 0; suffix[i]; i++) {
        char *path = format_new("%s/%s.%s", folder, name, suffix[i]);
        bool exists = there ? file_exists(path) : unlink(path) == 0;

        if (exists && there)
            text_add_item(there, ",", "%s", suffix[i]);
        found += exists;
        free(path);
    }
    return found;
}

/* Removes the files of pages of forest plots from number `page` on. */
static void remove_pages(const char *folder, int page)
{
    for (int found = 1; found; page++) {
        char *name = forest_name(page);

        found = each_file(folder, name, NULL);
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

/* Prints FOLDER/NAME.{svg,pdf}, with the suffixes of the figure's files that exist. Returns false, and prints nothing, when
 * no file exists. */
static bool print_figure(const char *folder, const char *name, const char *indent)
{
    struct text there = {0};
    bool any = each_file(folder, name, &there) > 0;

    if (any)
        printf("%s%s/%s.{%s}\n", indent, folder, name, there.s);
    text_clear(&there);
    return any;
}

void figures_print(const struct study *s, const struct figure_request *requests, const char *indent)
{
    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    bool more = true;

    for (const struct figure_request *q = requests; q && q->name; q++)
        print_figure(folder, q->name, indent);
    for (int i = 0; more; i++) {
        char *name = forest_name(i);

        more = print_figure(folder, name, indent);
        free(name);
    }
    free(folder);
}
