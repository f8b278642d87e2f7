/* A series' numbers as gnuplot's data blocks, and which parts of it have anything to draw. */
#ifndef NORMLAB_FIGURES_PLOT_DATA_H
#define NORMLAB_FIGURES_PLOT_DATA_H

#include "base/text.h"
#include "figures/plot.h"

/* v as gnuplot reads it; "NaN" when it is not finite. */
void plot_add_number(struct text *out, double v);

/* What goes before each item of a plot statement; counts them. */
const char *plot_next_item(int *items);

/* The blocks of panel p's series k: $p<p>s<k> with x, mean or median, low, high; $p<p>s<k>_bars with the same
 * for bands that stand alone; $p<p>s<k>_seeds with x, y. Empty ones are left out. */
void plot_add_blocks(struct text *out, const struct plot_series *s, int p, int k);

bool series_has_mean(const struct plot_series *s);
bool series_has_seeds(const struct plot_series *s);
/* True when its seeds are drawn: a curve has too many for points. */
bool series_shows_seeds(const struct plot_figure *f, const struct plot_series *s);
bool series_has_range(const struct plot_series *s);

/* Many x: a curve over epochs, whose line has a point only now and then, and seeds as lines or none.
 * Returns every how manyth x has one; 1: no curve. */
int series_stride(const struct plot_figure *f, const struct plot_series *s);

/* A band needs a range at two neighbouring points; one that has no neighbour is drawn as a bar. */
bool series_has_band(const struct plot_series *s);
bool series_has_bars(const struct plot_series *s);

#endif
