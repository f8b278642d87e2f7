/* Writes JSON (RFC 8259) into a struct text. Each function adds a comma before its item or member, unless the item or
 * member is the first of the text or the first after an opening bracket. The caller writes the brackets. */
#ifndef NORMLAB_BASE_FORMATS_JSON_H
#define NORMLAB_BASE_FORMATS_JSON_H

#include "base/text.h"

/* Begins an item of an array: adds only the comma. The caller then adds the value. */
void json_item(struct text *t);

/* As json_item(), but then starts a new line with `indent`, which is white space. */
void json_line(struct text *t, const char *indent);

/* Begins a member of an object: adds the comma, the name and a colon. The caller then adds the value. */
void json_name(struct text *t, const char *name);

/* Each adds a member with its value. A value of NULL, NaN or infinity is written as null. */
void json_text(struct text *t, const char *name, const char *value);
void json_number(struct text *t, const char *name, double value);
void json_flag(struct text *t, const char *name, bool value);

#endif
