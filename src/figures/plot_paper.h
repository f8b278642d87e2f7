/* A panel's statements for a page: svg, pdf, png. */
#ifndef NORMLAB_FIGURES_PLOT_PAPER_H
#define NORMLAB_FIGURES_PLOT_PAPER_H

#include "base/text.h"
#include "figures/plot_layout.h"

/* Adds panel i; the first one brings the figure's title and legend with it. */
void plot_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i);

/* Adds each line of a wrapped text as a label of its own, for terminals differ in how they place
 * several. The first is `at` inches up the page, or, turned, across it; `place` is its other
 * coordinate, and `how` the rest of gnuplot's statement. */
void paper_label(struct text *out, const struct layout *l, const char *wrapped, double at,
                 double points, const char *place, const char *how);

/* Adds the figure's title and caption. */
void paper_heading(struct text *out, const struct layout *l);

/* Adds the legend. */
void paper_legend(struct text *out, const struct layout *l);

#endif
