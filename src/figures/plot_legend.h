/* The legend: an entry for each label and style of a figure, in one row or in columns. */
#ifndef NORMLAB_FIGURES_PLOT_LEGEND_H
#define NORMLAB_FIGURES_PLOT_LEGEND_H

#include "figures/plot_layout.h"

/* Makes l->entry. */
void legend_collect(struct layout *l, const struct plot_figure *f);

/* Shortens the entries to the page's width and places them, centred; y is relative to the legend's
 * upper edge until the page's height is known. Returns its height. */
double legend_place(struct layout *l);

#endif
