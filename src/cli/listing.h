/* Prints a list to standard output in one of three forms: a table in columns, whose lines go on below where the terminal is
 * too narrow for them, a JSON array of objects (--json), or
 * only the first field of each line (--names). All commands that list something use it. The caller sets json or
 * names in a struct listing that is otherwise zero. */
#ifndef NORMLAB_CLI_LISTING_H
#define NORMLAB_CLI_LISTING_H

#include "base/text.h"

struct listing {
    bool json, names; /* when neither is true, the list is a table; json has priority over names */
    bool partial;     /* something that belongs in the list could not be read, after a message */
    int lines;        /* number of lines begun so far */
    int fields;       /* number of fields printed so far in the current line */
    int used;         /* in a table: columns of the terminal that the current line has taken */
    struct text line; /* in JSON: the text of the current line */
};

/* Prints a heading of a table; the other forms have none. width: that of the fields below it, negative for text. The caller
 * prints all of them, then calls listing_headings_end(). */
void listing_heading(struct listing *l, const char *heading, int width);
void listing_headings_end(struct listing *l);

/* listing_line() begins a line, listing_line_end() ends it. The fields are added between the two calls. */
void listing_line(struct listing *l);
void listing_line_end(struct listing *l);

/* Adds a text field. name: its name in JSON. width: in a table, the field is padded to this many columns. */
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
