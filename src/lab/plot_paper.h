/* A panel's statements for a page: svg, pdf, png. */
#ifndef NORMLAB_LAB_PLOT_PAPER_H
#define NORMLAB_LAB_PLOT_PAPER_H

#include "base/text.h"
#include "lab/plot_layout.h"

/* Adds panel i; the first one brings the figure's title and legend with it. */
void plot_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i);

#endif
