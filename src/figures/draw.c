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

static enum drawn outcome(int written)
{
    return written == PLOT_NO_PICTURES ? NO_GNUPLOT : written ? DRAW_FAILED : DRAWN;
}

static enum drawn draw_request(const struct figure_request *q, const struct results *r,
                               const char *folder, const struct drawing *d)
{
    enum drawn drawn = NOTHING_TO_DRAW;
    struct plot_figure f;

    figure_build(q, r, &f);
    f.page = d->page;
    if (f.panels)
        drawn = outcome(plot_write_as(&f, folder, d->formats));
    plot_figure_clear(&f);
    return drawn;
}

enum drawn draw_figure(const struct figure_request *q, const struct results *r, const char *folder,
                       const char *formats)
{
    return draw_request(q, r, folder, &(struct drawing){.formats = formats});
}

static enum drawn draw_verdicts(const struct verdicts *v, const char *folder,
                                const struct drawing *d)
{
    enum drawn drawn = NOTHING_TO_DRAW;
    struct plot_forest f;

    forest_build(&f, v);
    f.page = d->page;
    if (f.panels)
        drawn = outcome(plot_forest_write_as(&f, folder, d->formats));
    plot_forest_clear(&f);
    return drawn;
}

enum drawn draw_claims(const struct verdicts *v, const char *folder, const char *formats)
{
    return draw_verdicts(v, folder, &(struct drawing){.formats = formats});
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

int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d)
{
    static const struct drawing usual = {.formats = PLOT_ALL};

    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    enum drawn drawn = DRAWN;
    bool missing = false;

    d = d ? d : &usual;
    for (const struct figure_request *q = requests; q && q->name && drawn; q++) {
        drawn = draw_request(q, &s->selection.shown, folder, d);
        missing = missing || drawn == NO_GNUPLOT;
        if (drawn == NOTHING_TO_DRAW)
            warn_of_older(folder, q->name);
    }
    if (drawn)
        drawn = draw_verdicts(&s->verdicts, folder, d);
    if (missing || drawn == NO_GNUPLOT)
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

/* Prints ROOT/plots/STEM/NAME.{svg,pdf}, with the suffixes of the figure's files that exist. Prints nothing when no
 * file exists. */
static void print_figure(const struct study *s, const char *name, const char *indent)
{
    static const char *const suffix[] = {"svg", "pdf", "png", "gp", "csv"};
    char *stem = format_new("%s/plots/%s/%s", s->root, s->stem, name);
    struct text there = {0};

    for (int i = 0; i < 5; i++) {
        char *path = format_new("%s.%s", stem, suffix[i]);

        if (file_exists(path))
            text_add_item(&there, ",", "%s", suffix[i]);
        free(path);
    }
    if (there.length)
        printf("%s%s.{%s}\n", indent, stem, there.s);
    text_clear(&there);
    free(stem);
}

void figures_print(const struct study *s, const struct figure_request *requests, const char *indent)
{
    for (const struct figure_request *q = requests; q && q->name; q++)
        print_figure(s, q->name, indent);
    print_figure(s, FOREST_NAME, indent);
}
