/* What of a series there is to draw. */
#ifndef NORMLAB_FIGURES_PLOT_DATA_H
#define NORMLAB_FIGURES_PLOT_DATA_H

#include "figures/plot.h"

bool series_has_mean(const struct plot_series *s);
bool series_has_seeds(const struct plot_series *s);
bool series_has_range(const struct plot_series *s);

/* The most points of a line; with more than CURVE_FROM the figure shows curves: bands, and a point now and then. */
enum { CURVE_FROM = 15 };
int figure_longest(const struct plot_figure *f);

/* True when two neighbouring points have a range: then there is a band. */
bool series_has_band(const struct plot_series *s);

#endif
