/* Writes any text, whatever characters it contains, as HTML or as LaTeX. */
#ifndef NORMLAB_REPORT_MARKUP_H
#define NORMLAB_REPORT_MARKUP_H

#include "base/text.h"

/* Adds s as text of HTML, or as the value of an attribute in double quotes. s may contain any bytes. Bytes that are
 * not valid UTF-8, and characters that act on what shows them (utf8_control()), become U+FFFD. NULL adds nothing. */
void html_add(struct text *out, const char *s);

/* Adds s as text of LaTeX, for pdflatex with the packages inputenc (utf8) and fontenc (T1). Some characters outside
 * ASCII, which normlab uses, become LaTeX commands (± ≥ ≤ × · – — … “ ” ’ −). Letters of Latin-1 stay as they are.
 * All other characters outside ASCII become "?". NULL adds nothing. */
void latex_add(struct text *out, const char *s);

/* Adds s as latex_add() does, in a typewriter font, and allows a line break after each of the characters , ; = _ /
 * and -. It is for commands and keys. */
void latex_add_code(struct text *out, const char *s);

#endif
