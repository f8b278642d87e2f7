#include "cli/listing.h"
#include "base/formats/json.h"
#include "base/number.h"
#include <math.h>
#include <stdio.h>

bool listing_is_table(const struct listing *l)
{
    return !l->json && !l->names;
}

void listing_line(struct listing *l)
{
    if (l->json)
        text_add(&l->line, l->lines ? ",\n{" : "[\n{");
    l->lines++;
    l->fields = 0;
}

/* Prints a field of a table, or of a list of names, which has only the first field of each line. */
static void print_field(struct listing *l, const char *value, int width)
{
    if (l->fields == 0 || !l->names)
        printf("%s%*s", l->fields ? " " : "", l->names ? 0 : width, value);
    l->fields++;
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
