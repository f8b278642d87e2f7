/* Breaks lines of text for people where they are longer than the terminal is wide. */
#ifndef NORMLAB_CLI_WRAP_H
#define NORMLAB_CLI_WRAP_H

#include "base/text.h"

/* Adds n bytes of s, whole lines of UTF-8, to out. A line that needs more than `columns` columns is broken at blanks.
 * The lines that continue it are indented to the column after the last gap of two or more blanks, as to that of "what"
 * in "name  what it is"; without such a gap, by four columns more than the line. Only gaps in the left half of the
 * terminal count. A word is never broken. A line that begins with "normlab", a command, is not broken either, so that it
 * can be copied. */
void wrap_add(struct text *out, const char *s, size_t n, int columns);

#endif
