/* Where marks stand that would hide one another: the series of a category side by side, diverged
 * trials of one x in rows. */
#ifndef NORMLAB_FIGURES_PLOT_DODGE_H
#define NORMLAB_FIGURES_PLOT_DODGE_H

#include "figures/plot_axis.h"

/* What is added to x; all 0 in a figure without categories. */
struct dodge {
    double mean, seeds, lost;
    double width; /* of a bar around `lost`, in categories */
};

struct dodge plot_dodge(const struct plot_figure *f, const struct plot_panel *panel, int series);

struct lost_mark {
    int series;
    double x, count;
    int row; /* 0: next to the axes */
};

/* The marks of a panel's diverged trials, from left to right, in as few rows as keep them and their
 * counts apart; its x axis is so many inches wide. Returns their number; *marks is the caller's. */
int plot_lost_marks(const struct plot_figure *f, const struct plot_panel *panel,
                    const struct axis *x, double inches, struct lost_mark **marks);

#endif
