/* Text from anywhere as HTML and as LaTeX. */
#ifndef NORMLAB_REPORT_MARKUP_H
#define NORMLAB_REPORT_MARKUP_H

#include "base/text.h"

/* Adds s, which may come from a file, as text of HTML, or as the value of an attribute in double quotes.
 * Bytes that are no UTF-8, and control characters but for newline and tab, become U+FFFD. NULL is "". */
void html_add(struct text *out, const char *s);

/* As html_add(), the first letter a capital, and a full stop behind it; "" stays "". */
void html_add_sentence(struct text *out, const char *s);

/* Adds s as text of LaTeX, for pdflatex with inputenc utf8 and fontenc T1. Characters beyond ASCII are
 * spelled as commands where the suite uses them (± ≥ ≤ × · – — … “ ” ’); others beyond Latin-1 become "?". */
void latex_add(struct text *out, const char *s);

/* As latex_add(), in typewriter, with places where a long line may break: for commands and keys. */
void latex_add_code(struct text *out, const char *s);

/* Adds an SVG file's drawing to a page that may have others: without prologue, with every id and reference
 * to one prefixed, sized by its viewBox, named for readers of the screen. Drawings without any element but
 * those that gnuplot writes: else, or where it is no SVG, nothing is added and the result is -1, without a
 * message. */
int svg_add(struct text *out, const char *svg, const char *prefix, const char *name);

#endif
