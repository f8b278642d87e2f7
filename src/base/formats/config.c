#include "base/formats/config.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Returns the item with this key, or NULL. Reading a merged file makes millions of these comparisons; comparing the
 * first letter before strcmp() makes most of them cheap. */
static struct config_item *find(const struct config *c, const char *key)
{
    for (int i = 0; i < c->count; i++)
        if (c->item[i].key[0] == key[0] && strcmp(c->item[i].key, key) == 0)
            return &c->item[i];
    return NULL;
}

void config_set(struct config *c, const char *key, const char *value)
{
    struct config_item *item = find(c, key);

    if (item) {
        char *copy = xstrdup(value); /* value may be item->value */

        free(item->value);
        item->value = copy;
        return;
    }
    array_add(c->item, c->count) = (struct config_item){xstrdup(key), xstrdup(value)};
}

const char *config_get(const struct config *c, const char *key)
{
    struct config_item *item = find(c, key);

    return item ? item->value : NULL;
}

static bool is_name(const char *s, size_t n)
{
    if (n == 0 || !ascii_is_lower(s[0]))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!ascii_is_lower(s[i]) && !isdigit((unsigned char)s[i]) && s[i] != '_')
            return false;
    return true;
}

int config_parse_pair(struct config *c, const char *pair)
{
    const char *equals = strchr(pair, '=');
    char *key;

    if (!equals || !is_name(pair, (size_t)(equals - pair)))
        return error("'%s': should be KEY=VALUE, KEY a name like batch or lr_ref_batch", pair);
    if (strchr(equals, '"'))
        return error("'%s': a value holds no quotation mark", pair);
    key = xstrndup(pair, (size_t)(equals - pair));
    config_set(c, key, equals + 1);
    free(key);
    return 0;
}

int config_parse(struct config *c, const char *text)
{
    const char *s = text;

    for (;;) {
        struct text pair = {0};
        int r;

        s += strspn(s, " \t\n");
        if (*s == '\0')
            return 0;
        for (bool quoted = false; *s && (quoted || !strchr(" \t\n", *s)); s++) {
            if (*s == '"')
                quoted = !quoted;
            else
                text_addn(&pair, s, 1);
        }
        r = config_parse_pair(c, text_str(&pair));
        text_clear(&pair);
        if (r)
            return r;
    }
}

void config_merge(struct config *c, const struct config *from)
{
    for (int i = 0; i < from->count; i++)
        config_set(c, from->item[i].key, from->item[i].value);
}

/* Runs once for each trial's key. text_add() would be ten times slower than text_adds(). */
void config_print(const struct config *c, struct text *out)
{
    for (int i = 0; i < c->count; i++) {
        const char *value = c->item[i].value;
        const char *quote = strpbrk(value, " \t\n") || !*value ? "\"" : "";

        text_adds(out, i ? " " : "");
        text_adds(out, c->item[i].key);
        text_adds(out, "=");
        text_adds(out, quote);
        text_adds(out, value);
        text_adds(out, quote);
    }
}

void config_clear(struct config *c)
{
    for (int i = 0; i < c->count; i++) {
        free(c->item[i].key);
        free(c->item[i].value);
    }
    free(c->item);
    memset(c, 0, sizeof *c);
}
