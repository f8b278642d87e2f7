#include "base/formats/json.h"
#include "base/number.h"
#include <math.h>
#include <string.h>

/* True when the text, without the blanks and newlines at its end, is empty or ends with an opening bracket. */
static bool is_first(const struct text *t)
{
    size_t n = t->length;

    while (n > 0 && strchr(" \n", t->s[n - 1]))
        n--;
    return n == 0 || strchr("{[", t->s[n - 1]);
}

void json_item(struct text *t)
{
    text_add(t, is_first(t) ? "" : ", ");
}

void json_line(struct text *t, const char *indent)
{
    text_add(t, "%s\n%s", is_first(t) ? "" : ",", indent);
}

void json_name(struct text *t, const char *name)
{
    json_item(t);
    text_add_json(t, name);
    text_add(t, ": ");
}

void json_text(struct text *t, const char *name, const char *value)
{
    json_name(t, name);
    if (value)
        text_add_json(t, value);
    else
        text_add(t, "null");
}

void json_number(struct text *t, const char *name, double value)
{
    char number[32];

    json_name(t, name);
    format_double(number, value);
    text_add(t, "%s", isfinite(value) ? number : "null");
}

void json_flag(struct text *t, const char *name, bool value)
{
    json_name(t, name);
    text_add(t, value ? "true" : "false");
}
