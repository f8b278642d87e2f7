#include "base/arena.h"
#include "base/text.h"
#include "figures/figure_write.h"
#include "figures/gnuplot.h"
#include "figures/plot.h"
#include "figures/plot_csv.h"
#include "figures/plot_data.h"
#include "figures/plot_files.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define TERMINAL_ROWS 18 /* of a panel's axes */

const char *plot_lost_word(const struct plot_figure *f)
{
    return f->lost ? f->lost : "diverged";
}

int plot_write_as(const struct plot_figure *figure, const char *folder, const char *formats)
{
    struct text script = {0}, csv = {0};
    int r;

    figure_script(&script, figure);
    plot_csv(&csv, figure);
    r = plot_files_write(figure->name, folder, &script, &csv, formats);
    text_clear(&script);
    text_clear(&csv);
    return r;
}

int plot_write(const struct plot_figure *figure, const char *folder)
{
    return plot_write_as(figure, folder, PLOT_ALL);
}

int plot_terminal(const struct plot_figure *figure, const char *folder, int width)
{
    struct text script = {0};
    int r;

    figure_script(&script, figure);
    r = plot_files_print(figure->name, folder, &script, width);
    if (r == 0 && figure_lines_meet(figure, 1.0 / TERMINAL_ROWS))
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
