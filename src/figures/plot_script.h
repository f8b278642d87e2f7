/* The data points of a figure (struct plot_row) as text: within a gnuplot program, or as comma-separated values. */
#ifndef NORMLAB_FIGURES_PLOT_SCRIPT_H
#define NORMLAB_FIGURES_PLOT_SCRIPT_H

#include "base/text.h"
#include "figures/plot.h"

/* Adds the whole gnuplot program: the figure's titles and labels, its data points, then the template that draws them
 * (src/figures/templates). For a figure without panels, the program draws one empty panel with the text "no data". */
void plot_script(struct text *out, const struct plot_figure *figure);

/* Returns the text of templates/style.gp, which every program contains: colours, points, dashes and fonts. */
const char *plot_script_style(void);

/* Adds the data points as comma-separated values: a line with the names of the columns, then a line for each point,
 * then one for each guide (struct plot_guide). */
void plot_csv(struct text *out, const struct plot_figure *figure);

#endif
