/* Lists of values of a key, as "2,4,8" on the command line and in blocks. Within a list "\," is a comma that belongs to a
 * value: "folder:/my\,pictures,mnist" is a list of two data sets, one in the folder "/my,pictures". */
#ifndef NORMLAB_BASE_FORMATS_VALUES_H
#define NORMLAB_BASE_FORMATS_VALUES_H

#include "base/list.h"
#include "base/text.h"

/* Splits `text` at its commas and adds each value to `values`, empty ones, too: the text "" has one empty value. */
void values_split(struct list *values, const char *text);

/* Adds the value to out, each of its commas as "\,", so that values_split() gets the same value back. The caller adds the
 * commas between values. */
void values_add(struct text *out, const char *value);

/* Returns the values as one text, from which values_split() gets them back. The caller frees it. */
char *values_join(const struct list *values);

/* Reads `text` as one value that is not in a list: "\," and "," are both a comma of the value. Returns the value; the
 * caller frees it. */
char *value_single(const char *text);

#endif
