/* Writes CSV into a struct text, by RFC 4180, but with LF at the end of a line, as Unix tools expect. Each function for
 * a field adds the field and a comma. csv_end() replaces the last comma of a line by LF. */
#ifndef NORMLAB_BASE_FORMATS_CSV_H
#define NORMLAB_BASE_FORMATS_CSV_H

#include "base/text.h"

/* Adds a field of text, as text_add_shown() shows it. It is in double quotes when s has a comma, a double quote, CR or
 * LF. NULL is an empty field. */
void csv_text(struct text *t, const char *s);

/* As csv_text(), for spreadsheets. A spreadsheet takes a text that begins with = + - @, a tab or CR for a formula, so
 * an apostrophe is written before such a text, unless it is a number. */
void csv_cell(struct text *t, const char *s);

/* Adds a number as format_double() writes it. NaN and infinity are an empty field. */
void csv_number(struct text *t, double v);

/* Adds a whole number. */
void csv_integer(struct text *t, long long v);

/* Ends a line. The line must have at least one field. */
void csv_end(struct text *t);

#endif
