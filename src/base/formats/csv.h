/* Writes CSV (RFC 4180, but lines end in LF alone, as Unix tools expect) into a struct text. Each field ends with a
 * comma; csv_end() replaces the last one of a line by the line's end. */
#ifndef NORMLAB_BASE_FORMATS_CSV_H
#define NORMLAB_BASE_FORMATS_CSV_H

#include "base/text.h"

/* A field of text, in double quotes if need be; NULL is "". */
void csv_text(struct text *t, const char *s);

/* A number as format_double() writes it. One that is not finite is an empty field. */
void csv_number(struct text *t, double v);

void csv_integer(struct text *t, long long v);

/* Ends a line, which must have a field. */
void csv_end(struct text *t);

#endif
