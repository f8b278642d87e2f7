#include "base/formats/values.h"
#include "base/arena.h"
#include <stdlib.h>
#include <string.h>

/* True when the text begins with "\,", a comma that belongs to a value. */
static bool is_comma_of_value(const char *text)
{
    return text[0] == '\\' && text[1] == ',';
}

void values_split(struct list *values, const char *text)
{
    struct text value = {0};

    for (;; text++) {
        if (*text == ',' || *text == '\0') {
            list_add(values, text_str(&value));
            text_clear(&value);
            if (*text == '\0')
                return;
        } else {
            text += is_comma_of_value(text);
            text_addn(&value, text, 1);
        }
    }
}

void values_add(struct text *out, const char *value)
{
    for (; *value; value++) {
        text_adds(out, *value == ',' ? "\\" : "");
        text_addn(out, value, 1);
    }
}

char *values_join(const struct list *values)
{
    struct text t = {0};

    for (int i = 0; i < values->count; i++) {
        text_adds(&t, i ? "," : "");
        values_add(&t, values->item[i]);
    }
    return t.s ? t.s : xstrdup("");
}

char *value_single(const char *text)
{
    struct text t = {0};

    for (; *text; text++)
        if (!is_comma_of_value(text))
            text_addn(&t, text, 1);
    return t.s ? t.s : xstrdup("");
}
