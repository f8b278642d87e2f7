#include "figures/draw.h"
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "figures/forest.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The forest plot of the claims. As plot_write(). */
static int draw_claims(const struct verdicts *v, const char *folder)
{
    struct plot_forest f;
    int drawn;

    forest_build(&f, v);
    drawn = f.panels ? plot_forest_write(&f, folder) : 0;
    plot_forest_clear(&f);
    return drawn;
}

int figures_draw(const struct study *s, const struct figure_request *requests)
{
    char *folder = format_new("%s/plots/%s", s->root, s->stem);
    bool missing = false;
    int drawn = 0;

    for (const struct figure_request *q = requests; q && q->name && drawn >= 0; q++) {
        struct plot_figure f;

        figure_build(q, &s->selection.shown, &f);
        drawn = f.panels ? plot_write(&f, folder) : 0;
        missing = missing || drawn == PLOT_NO_PICTURES;
        plot_figure_clear(&f);
    }
    if (drawn >= 0)
        drawn = draw_claims(&s->verdicts, folder);
    if (missing)
        plot_warn_missing(folder);
    free(folder);
    return drawn < 0 ? -1 : 0;
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

    for (const struct figure_request *q = requests;
         q && q->name && !bad && most-- > 0; q++) {
        struct plot_figure f;

        figure_build(q, &s->selection.shown, &f);
        if (f.panels)
            bad = plot_terminal(&f, folder, terminal_width());
        plot_figure_clear(&f);
    }
    free(folder);
    return bad;
}

/* The files of a figure that are there, in a line. */
static void print_figure(const struct study *s, const char *name, const char *indent)
{
    static const char *const suffix[] = {"svg", "pdf", "png", "gp", "csv"};
    int n = 0;

    for (int i = 0; i < 5; i++) {
        char *path = format_new("%s/plots/%s/%s.%s", s->root, s->stem, name, suffix[i]);

        if (file_exists(path)) {
            if (n == 0)
                printf("%s%s/plots/%s/%s.{", indent, s->root, s->stem, name);
            printf("%s%s", n++ ? "," : "", suffix[i]);
        }
        free(path);
    }
    if (n)
        printf("}\n");
}

void figures_print(const struct study *s, const struct figure_request *requests,
                   const char *indent)
{
    for (const struct figure_request *q = requests; q && q->name; q++)
        print_figure(s, q->name, indent);
    print_figure(s, FOREST_NAME, indent);
}
