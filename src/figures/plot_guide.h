/* Horizontal lines to hold the data against, and where their labels are in nobody's way. */
#ifndef NORMLAB_FIGURES_PLOT_GUIDE_H
#define NORMLAB_FIGURES_PLOT_GUIDE_H

#include "base/text.h"
#include "figures/plot_layout.h"

/* Where a label stands: from the left end (0) to the right end (1) of its line, above or below. */
struct guide_place {
    double along;
    bool below;
};

/* Whether the axes have a place for the line. */
bool guide_shown(const struct plot_guide *guide, const struct axis *y);

/* Places the labels of panel i, one for each of its guides, where they meet the fewest points,
 * lines, other guides and labels, and stay within the axes. */
void guide_labels(const struct plot_figure *f, const struct layout *l, int i,
                  struct guide_place *place);

/* Adds panel i's lines and labels; a text terminal places a label in another row. */
void guide_add(struct text *out, const struct plot_figure *f, const struct layout *l, int i,
               bool dumb);

#endif
