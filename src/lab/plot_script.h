/* A figure as a gnuplot script that stands alone beside ../style.gp. */
#ifndef NORMLAB_LAB_PLOT_SCRIPT_H
#define NORMLAB_LAB_PLOT_SCRIPT_H

#include "base/text.h"
#include "lab/plot.h"

/* Adds the script. At least one panel. It draws <name>.svg, .pdf and .png, each with the variable
 * `suffix` behind its name if that is set; `term = 'dumb'` prints it `columns` wide instead. */
void plot_script(struct text *out, const struct plot_figure *figure);

#endif
