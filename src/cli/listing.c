#include "cli/listing.h"
#include "base/formats/json.h"
#include "base/number.h"
#include "cli/output.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool listing_is_table(const struct listing *l)
{
    return !l->json && !l->names;
}

void listing_line(struct listing *l)
{
    if (l->json)
        text_add(&l->line, l->lines ? ",\n{" : "[\n{");
    l->lines++;
    l->fields = l->used = 0;
}

/* Prints a field of a table, in a new line below the first where the terminal has no room for it. */
static void print_cell(struct listing *l, const char *value, int width)
{
    enum { INDENT = 3 }; /* of the lines below the first, besides the blank before each field */
    int columns = output_columns(), length = (int)strlen(value), wide = abs(width);

    if (l->fields && columns && l->used + 1 + wide > columns) {
        printf("\n%*s", INDENT, "");
        l->used = INDENT;
    }
    printf("%s%*s", l->fields ? " " : "", width, value);
    l->used += (l->fields > 0) + (length > wide ? length : wide);
}

/* Prints a field of a table, or of a list of names, which has only the first field of each line. */
static void print_field(struct listing *l, const char *value, int width)
{
    if (!l->names)
        print_cell(l, value, width);
    else if (l->fields == 0)
        printf("%s", value);
    l->fields++;
}

void listing_heading(struct listing *l, const char *heading, int width)
{
    if (listing_is_table(l))
        print_field(l, heading, width);
}

void listing_headings_end(struct listing *l)
{
    if (listing_is_table(l))
        printf("\n");
    l->fields = l->used = 0;
}

void listing_text(struct listing *l, const char *name, const char *value, int width)
{
    listing_json(l, name, value);
    if (!l->json)
        print_field(l, value, -width);
}

void listing_number(struct listing *l, const char *name, double value, int width, int decimals)
{
    char text[32];

    if (l->json) {
        json_number(&l->line, name, value);
        return;
    }
    number_format(text, sizeof text, "%.*f", decimals, value);
    print_field(l, isfinite(value) ? text : "-", width);
}

void listing_json(struct listing *l, const char *name, const char *value)
{
    if (l->json)
        json_text(&l->line, name, value);
}

void listing_line_end(struct listing *l)
{
    printf(l->json ? "%s}" : "%s\n", text_str(&l->line));
    text_clear(&l->line);
}

void listing_end(struct listing *l)
{
    if (l->json)
        printf(l->lines ? "\n]\n" : "[]\n");
}
