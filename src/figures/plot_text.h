/* Text of a figure as gnuplot's statements carry it, and how wide it will be on paper. */
#ifndef NORMLAB_FIGURES_PLOT_TEXT_H
#define NORMLAB_FIGURES_PLOT_TEXT_H

#include "base/text.h"

/* Font sizes in points; style.gp has the same. */
#define POINTS_TITLE 10
#define POINTS_PANEL 9
#define POINTS_TEXT  8

/* s as a literal gnuplot string; control characters become spaces, bytes that
 * are not UTF-8 question marks. NULL is "". */
void plot_quote(struct text *out, const char *s);

/* Width in inches of UTF-8 text in Helvetica of so many points: an estimate, rather too wide. */
double plot_text_width(const char *s, double points);

/* A new string: s broken by newlines at spaces, or inside a word that is too long, so that no line
 * is wider than `inches`; what goes beyond `lines` lines is cut, with an ellipsis. */
char *plot_wrap(const char *s, double points, double inches, int lines);

/* The lines of a wrapped text; 0 for "". */
int plot_lines(const char *wrapped);

/* A new string: s, or its head and tail around an ellipsis when it is wider than `inches`. */
char *plot_shorten(const char *s, double points, double inches);

/* A wrapped text as a gnuplot expression, 'first' . "\n" . 'second'. */
void plot_quote_lines(struct text *out, const char *wrapped);

#endif
