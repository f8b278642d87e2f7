/* A figure's rows as text: in a gnuplot program, and as comma-separated values. */
#ifndef NORMLAB_FIGURES_PLOT_SCRIPT_H
#define NORMLAB_FIGURES_PLOT_SCRIPT_H

#include "base/text.h"
#include "figures/plot.h"

/* Adds the whole program: names, rows, then the template. A figure without panels gets one that says so. */
void plot_script(struct text *out, const struct plot_figure *figure);

/* Returns the program's first part: colours, points, dashes and fonts (templates/style.gp). */
const char *plot_style(void);

/* Adds the rows as plot.h says, with a line of names. */
void plot_csv(struct text *out, const struct plot_figure *figure);

#endif
