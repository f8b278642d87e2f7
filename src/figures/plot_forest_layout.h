/* Where a forest plot's parts stand, in inches from the page's lower left corner. */
#ifndef NORMLAB_FIGURES_PLOT_FOREST_LAYOUT_H
#define NORMLAB_FIGURES_PLOT_FOREST_LAYOUT_H

#include "figures/plot_forest.h"
#include "figures/plot_layout.h"

struct forest_row {
    const struct plot_forest_row *row;
    char *label, *number;   /* wrapped; "1.2 [0.8, 1.7], n 5" */
    int verdict;            /* index into page.entry */
    double label_y;         /* of its first line */
    double y, height;       /* of the interval, and of the margin around it, up from the axis */
    double mean, low, high; /* as drawn, within the axis; low and high NaN: no interval */
    bool clip_low, clip_high;
};

struct forest_panel {
    struct axis x;
    char *title, *note;
    double title_y, note_y, bottom, top;
    struct forest_row *row; /* those that are drawn */
    int rows;
};

struct forest {
    struct layout page;       /* title, caption, size; entry[k]: a verdict */
    double left, right;       /* of the axes */
    double label_x, number_x; /* where these begin */
    struct forest_panel *panel;
};

#define FOREST_BELOW 0.36 /* tick labels and x label under the axes */

void forest_layout_init(struct forest *l, const struct plot_forest *forest);
void forest_layout_release(struct forest *l, const struct plot_forest *forest);

/* Whether the row has a number to draw. */
bool forest_row_drawn(const struct plot_forest_panel *panel, const struct plot_forest_row *row);

/* Fills the panel's axis and what is drawn of its rows. */
void forest_axis(struct forest_panel *l, const struct plot_forest_panel *panel, double inches);

#endif
