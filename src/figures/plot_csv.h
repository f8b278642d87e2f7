/* The numbers of a figure as comma-separated values, see plot.h. */
#ifndef NORMLAB_FIGURES_PLOT_CSV_H
#define NORMLAB_FIGURES_PLOT_CSV_H

#include "base/text.h"
#include "figures/plot.h"

void plot_csv(struct text *out, const struct plot_figure *f);

#endif
