/* What the files of export share: the keys of a table, and the fields of its lines. */
#ifndef NORMLAB_STORE_EXPORT_EXPORT_INTERNAL_H
#define NORMLAB_STORE_EXPORT_EXPORT_INTERNAL_H

#include "base/list.h"
#include "base/text.h"
#include "store/export/export.h"

/* Returns the axes, then all other keys except the seed that vary among the records. list_clear() frees it. */
struct list export_keys(const struct results *r);

/* Add a field to a line. name: the field's name in JSON; not used in CSV. */
void export_text(struct text *line, enum export_how how, const char *name, const char *value);
void export_number(struct text *line, enum export_how how, const char *name, double value);

/* export_begin() begins a line. export_end() ends it, prints it to standard output and empties `line`. */
void export_begin(struct text *line, enum export_how how);
void export_end(struct text *line, enum export_how how);

#endif
