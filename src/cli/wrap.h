/* Breaks lines of text for people where they are longer than the terminal is wide. */
#ifndef NORMLAB_CLI_WRAP_H
#define NORMLAB_CLI_WRAP_H

#include "base/text.h"

/* Adds n bytes of s, whole lines of UTF-8, to out. A line that needs more than `columns` columns is broken at blanks.
 * The lines that continue it are indented: in "name what it is" to the column of "what"; without such a gap by four
 * columns more than the line. A word is never broken; nor is a command, a line that begins with "normlab", so that it
 * can be copied. */
void wrap_add(struct text *out, const char *s, size_t n, int columns);

#endif
