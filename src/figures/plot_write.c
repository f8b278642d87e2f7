#include "base/arena.h"
#include "base/text.h"
#include "figures/gnuplot.h"
#include "figures/plot.h"
#include "figures/plot_axis.h"
#include "figures/plot_csv.h"
#include "figures/plot_data.h"
#include "figures/plot_files.h"
#include "figures/plot_script.h"
#include <stdio.h>
#include <math.h>
#include <stdlib.h>

#define TERMINAL_ROWS 18 /* of a panel's axes */

const char *plot_lost_word(const struct plot_figure *f)
{
    return f->lost ? f->lost : "diverged";
}

/* A figure without panels is drawn with an empty one. */
static struct plot_figure drawable(const struct plot_figure *figure, struct plot_panel *empty)
{
    struct plot_figure f = *figure;

    if (f.panels == 0) {
        f.panel = empty;
        f.panels = 1;
    }
    return f;
}

int plot_write_as(const struct plot_figure *figure, const char *folder, const char *formats)
{
    struct plot_panel empty = {0};
    struct plot_figure f = drawable(figure, &empty);
    struct text script = {0}, csv = {0};
    int r;

    plot_script(&script, &f);
    plot_csv(&csv, &f);
    r = plot_files_write(f.name, folder, &script, &csv, formats);
    text_clear(&script);
    text_clear(&csv);
    return r;
}

int plot_write(const struct plot_figure *figure, const char *folder)
{
    return plot_write_as(figure, folder, PLOT_ALL);
}

static bool meets(const struct plot_series *a, const struct plot_series *b, const struct axis *y,
                  double part)
{
    for (int i = 0; i < a->points; i++)
        for (int j = 0; j < b->points; j++)
            /* A mean that is NaN is near to nothing. */
            if (a->point[i].x == b->point[j].x &&
                fabs(axis_part(y, a->point[i].y) - axis_part(y, b->point[j].y)) < part)
                return true;
    return false;
}

/* True when means of two series at one x are less than this part of the y axis apart. */
static bool panel_lines_meet(const struct plot_panel *panel, const struct axis *y, double part)
{
    for (int s = 1; s < panel->count; s++)
        for (int t = 0; t < s; t++)
            if (meets(&panel->series[s], &panel->series[t], y, part))
                return true;
    return false;
}

/* True when lines of a panel meet at the resolution of a terminal. */
static bool lines_meet(const struct plot_figure *f)
{
    struct axis *x = xcalloc((size_t)f->panels, sizeof *x);
    struct axis *y = xcalloc((size_t)f->panels, sizeof *y);
    bool meet = false;

    plot_axes(f, x, y);
    /* In a category they stand side by side. */
    for (int p = 0; p < f->panels && f->categories == 0 && !f->heat; p++)
        meet = meet || panel_lines_meet(&f->panel[p], &y[p], 1.0 / TERMINAL_ROWS);
    free(x);
    free(y);
    return meet;
}

int plot_terminal(const struct plot_figure *figure, const char *folder, int width)
{
    struct plot_panel empty = {0};
    struct plot_figure f = drawable(figure, &empty);
    struct text script = {0};
    int r;

    plot_script(&script, &f);
    r = plot_files_print(f.name, folder, &script, width);
    if (r == 0 && lines_meet(&f))
        printf("Where lines meet, the later one hides the earlier.\n");
    text_clear(&script);
    return r;
}

void plot_figure_clear(struct plot_figure *figure)
{
    for (int p = 0; p < figure->panels; p++) {
        struct plot_panel *panel = &figure->panel[p];

        for (int s = 0; s < panel->count; s++) {
            free(panel->series[s].label);
            free(panel->series[s].style);
            free(panel->series[s].point);
            free(panel->series[s].seed);
            free(panel->series[s].lost);
            free(panel->series[s].refused);
        }
        for (int g = 0; g < panel->guides; g++)
            free(panel->guide[g].label);
        free(panel->guide);
        free(panel->title);
        free(panel->note);
        free(panel->series);
    }
    for (int i = 0; i < figure->categories; i++)
        free(figure->category[i]);
    free(figure->category);
    free(figure->panel);
    free(figure->name);
    free(figure->title);
    free(figure->caption);
    free(figure->lost);
    free(figure->x_label);
    free(figure->y_label);
    *figure = (struct plot_figure){0};
}

char *plot_version(void)
{
    return gnuplot_version();
}
