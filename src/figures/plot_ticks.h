/* Which values an axis marks, and how it writes them. */
#ifndef NORMLAB_FIGURES_PLOT_TICKS_H
#define NORMLAB_FIGURES_PLOT_TICKS_H

#include "figures/plot_axis.h"

/* Ticks at the values v, sorted and with repeats; false when they are none, many, or so near to one
 * another that labels would touch: the axis then needs others. */
bool ticks_at(struct axis *a, const double *v, int n);

/* Ticks at round numbers: powers of the base where the axis is logarithmic, with their usual
 * multiples where there is room. Labels do not touch. */
void ticks_round(struct axis *a);

#endif
