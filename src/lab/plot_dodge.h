/* Where marks stand that would hide one another: the series of a category side by side, diverged
 * trials of one x in rows. */
#ifndef NORMLAB_LAB_PLOT_DODGE_H
#define NORMLAB_LAB_PLOT_DODGE_H

#include "lab/plot.h"

/* What is added to x; all 0 in a figure without categories. */
struct dodge {
    double mean, seeds, lost;
};

struct dodge plot_dodge(const struct plot_figure *f, const struct plot_panel *panel, int series);

/* The row of the marks of a series at x; 0 is next to the axes, which are so many inches wide. */
int plot_lost_row(const struct plot_figure *f, const struct plot_panel *panel, int series, double x,
                  double inches);

/* The rows that a panel takes; 0: nothing diverged. */
int plot_lost_rows(const struct plot_figure *f, const struct plot_panel *panel, double inches);

#endif
