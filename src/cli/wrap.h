/* Breaks lines of text for people where they are longer than the terminal is wide. */
#ifndef NORMLAB_CLI_WRAP_H
#define NORMLAB_CLI_WRAP_H

#include "base/text.h"

/* Adds n bytes of s, whole lines of UTF-8, to out. A line that needs more than `columns` columns is broken at blanks. What
 * follows the break stands below the text of the line: in "name    what it is" below "what"; without such a gap four
 * columns deeper than the line. A word is never broken; nor is a command, a line that begins with "normlab", so that it can
 * be copied. */
void wrap_add(struct text *out, const char *s, size_t n, int columns);

#endif
