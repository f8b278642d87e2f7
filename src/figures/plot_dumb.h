/* A panel's statements for a text terminal: means only, a letter for each series. */
#ifndef NORMLAB_FIGURES_PLOT_DUMB_H
#define NORMLAB_FIGURES_PLOT_DUMB_H

#include "base/text.h"
#include "figures/plot_layout.h"

/* Adds panel i, with its titles, and what diverged in words. */
void plot_dumb(struct text *out, const struct plot_figure *f, const struct layout *l, int i);

#endif
