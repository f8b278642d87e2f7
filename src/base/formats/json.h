/* Writes JSON (RFC 8259) into a struct text. A member or an item begins with a comma, unless it is the first after an
 * opening bracket. The caller writes brackets and white space. */
#ifndef NORMLAB_BASE_FORMATS_JSON_H
#define NORMLAB_BASE_FORMATS_JSON_H

#include "base/text.h"

/* Begins an item of an array: the comma, if need be. */
void json_item(struct text *t);

/* The same on a new line, which begins with `indent`. */
void json_line(struct text *t, const char *indent);

/* Begins a member of an object: the comma, if need be, name and colon. */
void json_name(struct text *t, const char *name);

/* Whole members. NULL, and a number that is not finite, are written as null. */
void json_text(struct text *t, const char *name, const char *value);
void json_number(struct text *t, const char *name, double value);
void json_flag(struct text *t, const char *name, bool value);

#endif
