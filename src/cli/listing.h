/* A list of lines of fields, as text in columns or as a JSON array of objects: what every command
 * that lists prints through. Zero-initialize it but for json; all goes to standard output. */
#ifndef NORMLAB_CLI_LISTING_H
#define NORMLAB_CLI_LISTING_H

#include <stdbool.h>

struct listing {
    bool json;
    int lines, fields;
};

void listing_line(struct listing *l);

/* A field of the line; width pads it in text, negative pads on the left. */
void listing_text(struct listing *l, const char *name, const char *value, int width);

/* A field that only JSON shows. */
void listing_json(struct listing *l, const char *name, const char *value);

/* A whole number. */
void listing_number(struct listing *l, const char *name, double value, int width);

/* A number with so many decimals in text; "-", and null in JSON, where it is not finite. */
void listing_real(struct listing *l, const char *name, double value, int width, int decimals);

void listing_line_end(struct listing *l);

/* After the last line; without it JSON is not closed. */
void listing_end(struct listing *l);

#endif
