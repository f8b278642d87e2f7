#include "base/formats/csv.h"
#include "base/number.h"
#include <math.h>
#include <string.h>

void csv_text(struct text *t, const char *s)
{
    const char *quote = s && strpbrk(s, ",\"\r\n") ? "\"" : "";

    text_adds(t, quote);
    for (; s && *s; s++)
        text_addn(t, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
    text_adds(t, quote);
    text_adds(t, ",");
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
