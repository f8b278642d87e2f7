/* A figure as a gnuplot script that stands alone beside ../style.gp. */
#ifndef NORMLAB_FIGURES_PLOT_SCRIPT_H
#define NORMLAB_FIGURES_PLOT_SCRIPT_H

#include "base/text.h"
#include "figures/plot_layout.h"

/* Adds the script. At least one panel. It draws <name>.svg, .pdf and .png, each with the variable
 * `suffix` behind its name if that is set; `term = 'dumb'` prints it `columns` wide instead. */
void plot_script(struct text *out, const struct plot_figure *figure);

/* What scripts of every kind share: the head, which loads style.gp and sets name and size; the loop
 * over terminals, whose variable is t; its end. */
void plot_head(struct text *out, const char *name, double width, double height);
void plot_begin(struct text *out);
void plot_end(struct text *out);

/* label[k] and line[k] of the legend's entries. */
void plot_line_types(struct text *out, const struct layout *l);

/* Range, scale and ticks of an axis, 'x' or 'y'. */
void plot_ticks(struct text *out, char which, const struct axis *a);

#endif
