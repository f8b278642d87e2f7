/* A list of lines of fields on standard output, as every command that lists prints it: a table in columns, a JSON
 * array of objects (--json), or the first field of each line alone (--names). Zero-initialize all but the form. */
#ifndef NORMLAB_CLI_LISTING_H
#define NORMLAB_CLI_LISTING_H

#include "base/text.h"

struct listing {
    bool json, names; /* neither: a table */
    int lines;        /* that were begun */
    int fields;       /* of the current line */
    struct text line; /* in JSON: the current line */
};

/* Begins and ends a line. */
void listing_line(struct listing *l);
void listing_line_end(struct listing *l);

/* A field; in a table it is padded to the width. */
void listing_text(struct listing *l, const char *name, const char *value, int width);

/* A number, in a table with so many decimals; if it is not finite, "-", and null in JSON. */
void listing_number(struct listing *l, const char *name, double value, int width, int decimals);

/* A field that only JSON has. */
void listing_json(struct listing *l, const char *name, const char *value);

/* True for a table, which alone has headings and remarks between its lines. */
bool listing_is_table(const struct listing *l);

/* Ends the list, after its last line. */
void listing_end(struct listing *l);

#endif
