/* What the files of export share: the keys of a table, and the fields of its lines. */
#ifndef NORMLAB_STORE_EXPORT_EXPORT_INTERNAL_H
#define NORMLAB_STORE_EXPORT_EXPORT_INTERNAL_H

#include "base/list.h"
#include "base/text.h"
#include "store/export/export.h"

/* Returns the axes, then all other keys except the seed that vary among the records. list_clear() frees it. */
struct list export_keys(const struct results *r);

/* Add a field to a line. name: of the field in JSON; CSV does not need it. */
void export_text(struct text *line, enum export_how how, const char *name, const char *value);
void export_number(struct text *line, enum export_how how, const char *name, double value);
void export_integer(struct text *line, enum export_how how, const char *name, int64_t value);

/* Begin a line; and end it, print it to standard output and empty `line`. */
void export_begin(struct text *line, enum export_how how);
void export_end(struct text *line, enum export_how how);

#endif
