#include "cli/listing.h"
#include <stdio.h>

static void print_json_string(const char *s)
{
    putchar('"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            printf("\\%c", *s);
        else if ((unsigned char)*s < 0x20)
            printf("\\u%04x", (unsigned char)*s);
        else
            putchar(*s);
    }
    putchar('"');
}

void listing_line(struct listing *l)
{
    if (l->json)
        printf("%s{", l->lines ? ",\n" : "[\n");
    l->lines++;
    l->fields = 0;
}

static void json_name(struct listing *l, const char *name)
{
    printf("%s", l->fields++ ? ", " : "");
    print_json_string(name);
    printf(": ");
}

void listing_text(struct listing *l, const char *name, const char *value, int width)
{
    if (l->json)
        listing_json(l, name, value);
    else
        printf("%s%*s", l->fields++ ? " " : "", -width, value);
}

void listing_json(struct listing *l, const char *name, const char *value)
{
    if (!l->json)
        return;
    json_name(l, name);
    print_json_string(value);
}

void listing_number(struct listing *l, const char *name, double value, int width)
{
    if (l->json) {
        json_name(l, name);
        printf("%.0f", value);
    } else {
        printf("%s%*.0f", l->fields++ ? " " : "", width, value);
    }
}

void listing_line_end(struct listing *l)
{
    printf(l->json ? "}" : "\n");
}

void listing_end(struct listing *l)
{
    if (l->json)
        printf(l->lines ? "\n]\n" : "[]\n");
}
