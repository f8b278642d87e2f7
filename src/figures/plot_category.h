/* Figures whose x are categories: their names under the axes. */
#ifndef NORMLAB_FIGURES_PLOT_CATEGORY_H
#define NORMLAB_FIGURES_PLOT_CATEGORY_H

#include "figures/plot_layout.h"

/* The name of category x; NULL: x is none. */
const char *category_name(const struct plot_figure *f, double x);

/* Wraps the names into l->name where they fit side by side under axes so many inches wide; else
 * shortens them to stand aslant, where the first may begin `left` inches before the axes. Sets
 * l->below to what they and the x label take. */
void category_place(struct layout *l, const struct plot_figure *f, double axes, double left);

/* Adds panel i's names and x label, and lines between categories. */
void category_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i);

/* Adds names and x label for a text terminal. */
void category_dumb(struct text *out, const struct plot_figure *f);

#endif
