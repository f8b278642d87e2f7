/* Text and numbers as gnuplot's statements carry them. */
#ifndef NORMLAB_FIGURES_PLOT_TEXT_H
#define NORMLAB_FIGURES_PLOT_TEXT_H

#include "base/text.h"

/* s as a literal gnuplot string; control characters become spaces, bytes that
 * are not UTF-8 question marks. NULL is "". */
void plot_quote(struct text *out, const char *s);

/* v as gnuplot reads it; "NaN" when it is not finite. */
void plot_add_number(struct text *out, double v);

#endif
