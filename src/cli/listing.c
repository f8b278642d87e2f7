#include "cli/listing.h"
#include "base/number.h"
#include "base/text.h"
#include <math.h>
#include <stdio.h>

static void print_json_string(const char *s)
{
    struct text t = {0};

    text_add_json(&t, s);
    fputs(text_str(&t), stdout);
    text_clear(&t);
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

void listing_real(struct listing *l, const char *name, double value, int width, int decimals)
{
    char text[32];

    if (l->json) {
        format_double(text, value);
        json_name(l, name);
        printf("%s", isfinite(value) ? text : "null");
    } else {
        number_format(text, sizeof text, "%.*f", decimals, value);
        printf("%s%*s", l->fields++ ? " " : "", width, isfinite(value) ? text : "-");
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
