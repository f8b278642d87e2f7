/* Lists of values of a key, as "2,4,8" on the command line and in blocks. Within a list "\," is a comma that belongs to a
 * value: "folder:/my\,pictures,mnist" are two data sets. */
#ifndef NORMLAB_BASE_FORMATS_VALUES_H
#define NORMLAB_BASE_FORMATS_VALUES_H

#include "base/list.h"
#include "base/text.h"

/* Adds the values in the list to `values`, empty ones, too: "" is a list of one empty value. */
void values_split(struct list *values, const char *text);

/* Adds the value to out as values_split() reads it; the caller adds the commas between values. */
void values_add(struct text *out, const char *value);

/* The list of these values: a new string. */
char *values_join(const struct list *values);

/* The text of a single value, where a comma may be written as in a list or as it is: a new string. */
char *value_single(const char *text);

#endif
