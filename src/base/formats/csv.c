#include "base/formats/csv.h"
#include "base/number.h"
#include <math.h>
#include <string.h>

/* Adds a field: `before`, then s, in quotes where it needs them. */
static void add_field(struct text *t, const char *before, const char *s)
{
    const char *quote = strpbrk(s, ",\"\r\n") ? "\"" : "";

    text_add(t, "%s%s", quote, before);
    while (*s) {
        size_t n = strcspn(s, "\"");

        text_add_shown(t, s, n);
        s += n;
        if (*s == '"') {
            text_adds(t, "\"\"");
            s++;
        }
    }
    text_add(t, "%s,", quote);
}

void csv_text(struct text *t, const char *s)
{
    add_field(t, "", s ? s : "");
}

void csv_cell(struct text *t, const char *s)
{
    bool formula = s && *s && strchr("=+-@\t\r", *s) && !number_is(s);

    add_field(t, formula ? "'" : "", s ? s : "");
}

void csv_number(struct text *t, double v)
{
    char number[32] = "";

    if (isfinite(v))
        format_double(number, v);
    text_add(t, "%s,", number);
}

void csv_integer(struct text *t, long long v)
{
    text_add(t, "%lld,", v);
}

void csv_end(struct text *t)
{
    t->s[t->length - 1] = '\n';
}
