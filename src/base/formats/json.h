/* JSON (RFC 8259) in a struct text. A member or an item puts the comma before itself, unless it is the first behind
 * its bracket; brackets are the caller's, with whatever white space. */
#ifndef NORMLAB_BASE_FORMATS_JSON_H
#define NORMLAB_BASE_FORMATS_JSON_H

#include "base/text.h"

/* Begins an item of an array: the comma, if it needs one. */
void json_item(struct text *t);

/* The same on a line of its own, which begins with `indent`. */
void json_line(struct text *t, const char *indent);

/* Begins a member of an object: comma, name and colon. */
void json_name(struct text *t, const char *name);

/* Whole members. NULL, and a number that is not finite, are null. */
void json_text(struct text *t, const char *name, const char *value);
void json_number(struct text *t, const char *name, double value);
void json_flag(struct text *t, const char *name, bool value);

#endif
