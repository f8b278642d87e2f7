/* Prints a list to standard output in one of three forms: a table, a JSON array of objects (--json), or only the first
 * field of each line (--names). Where a line of a table is wider than the terminal, its last fields stand in a new line
 * below. All commands that list something use this. The caller sets json or names in a struct listing that is otherwise
 * zero. */
#ifndef NORMLAB_CLI_LISTING_H
#define NORMLAB_CLI_LISTING_H

#include "base/text.h"

struct listing {
    bool json, names; /* when neither is true, the list is a table; json has priority over names */
    /* something that belongs in the list could not be read; a message has said so */
    bool partial;
    int lines;        /* number of lines begun so far */
    int fields;       /* number of fields printed so far in the current line */
    int used;         /* in a table: columns of the terminal that the current line has taken */
    struct text line; /* in JSON: the text of the current line */
};

/* Prints the heading of a column of a table; the other forms have none. width: that of the column's fields, negative for
 * a column of text, which is aligned to the left. The caller prints all headings, then calls listing_headings_end(). */
void listing_heading(struct listing *l, const char *heading, int width);
void listing_headings_end(struct listing *l);

/* listing_line() begins a line, listing_line_end() ends it. The fields are added between the two calls. */
void listing_line(struct listing *l);
void listing_line_end(struct listing *l);

/* Adds a text field. name: its name in JSON. value: NULL, which is null in JSON, is allowed only there. width: in a
 * table, the field is padded to this many columns. */
void listing_text(struct listing *l, const char *name, const char *value, int width);

/* Adds a number field. name: its name in JSON. In a table it is right-aligned in `width` columns and has `decimals`
 * decimals. A number that is not finite is "-" in a table and null in JSON. */
void listing_number(struct listing *l, const char *name, double value, int width, int decimals);

/* Adds a text field to JSON; the other forms leave it out. */
void listing_json(struct listing *l, const char *name, const char *value);

/* True when the list is a table. Only a table may have headings and remarks between its lines. */
bool listing_is_table(const struct listing *l);

/* Ends the list. Call it once, after the last line. */
void listing_end(struct listing *l);

#endif
