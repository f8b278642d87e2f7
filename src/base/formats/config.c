#include "base/formats/config.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Returns the item with this key, or NULL. Reading a merged file calls this function millions of times; comparing
 * the first letter before calling strcmp() makes most calls cheap. */
static struct config_item *find(const struct config *c, const char *key)
{
    for (int i = 0; i < c->count; i++)
        if (c->item[i].key[0] == key[0] && strcmp(c->item[i].key, key) == 0)
            return &c->item[i];
    return NULL;
}

/* ---- shared strings ---- */

/* The memory of a key or a value. users: the number of items that point to text; the last of them frees it. */
struct shared {
    size_t users;
    char text[];
};

static struct shared *shared_of(const char *s)
{
    return (struct shared *)(void *)((char *)s - offsetof(struct shared, text));
}

static const char *string_new(const char *text)
{
    size_t n = strlen(text) + 1;
    struct shared *s = xcalloc(1, sizeof *s + n);

    s->users = 1;
    memcpy(s->text, text, n);
    return s->text;
}

static const char *string_share(const char *s)
{
    shared_of(s)->users++;
    return s;
}

static void string_drop(const char *s)
{
    struct shared *shared = shared_of(s);

    if (--shared->users == 0)
        free(shared);
}

/* ---- pairs ---- */

void config_set(struct config *c, const char *key, const char *value)
{
    struct config_item *item = find(c, key);

    if (item) {
        /* value may be item->value, which string_drop() frees */
        const char *copy = string_new(value);

        string_drop(item->value);
        item->value = copy;
        return;
    }
    array_add(c->item, c->count) = (struct config_item){string_new(key), string_new(value)};
}

const char *config_get(const struct config *c, const char *key)
{
    struct config_item *item = find(c, key);

    return item ? item->value : NULL;
}

/* True when s[0..n) may be a key: it matches [a-z][a-z0-9_]*. */
static bool is_name(const char *s, size_t n)
{
    if (n == 0 || !ascii_is_lower(s[0]))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!ascii_is_lower(s[i]) && !isdigit((unsigned char)s[i]) && s[i] != '_')
            return false;
    return true;
}

int config_read_pair(struct config *c, const char *pair, struct text *why)
{
    const char *equals = strchr(pair, '=');
    char *key;

    if (!equals || !is_name(pair, (size_t)(equals - pair))) {
        text_add(why, "'%s': should be KEY=VALUE, KEY a name like batch or lr_ref_batch", pair);
        return -1;
    }
    if (strchr(equals, '"')) {
        text_add(why, "'%s': a value cannot have a double quote", pair);
        return -1;
    }
    key = xstrndup(pair, (size_t)(equals - pair));
    config_set(c, key, equals + 1);
    free(key);
    return 0;
}

int config_read(struct config *c, const char *text, struct text *why)
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
        r = config_read_pair(c, text_str(&pair), why);
        text_clear(&pair);
        if (r)
            return r;
    }
}

/* Prints the reason when r is not 0, and frees it. Returns r. */
static int report(int r, struct text *why)
{
    if (r)
        error("%s", text_str(why));
    text_clear(why);
    return r;
}

int config_parse_pair(struct config *c, const char *pair)
{
    struct text why = {0};

    return report(config_read_pair(c, pair, &why), &why);
}

int config_parse(struct config *c, const char *text)
{
    struct text why = {0};

    return report(config_read(c, text, &why), &why);
}

/* Sets the pair `from` in c; both then share the strings. own: the item of c with this key; NULL: there is none. */
static void share_pair(struct config *c, struct config_item *own, const struct config_item *from)
{
    if (!own) {
        array_add(c->item, c->count) =
            (struct config_item){string_share(from->key), string_share(from->value)};
    } else if (own->value != from->value) {
        string_drop(own->value);
        own->value = string_share(from->value);
    }
}

void config_merge(struct config *c, const struct config *from)
{
    bool empty = c->count == 0; /* an empty c has no earlier values to replace */

    for (int i = 0; i < from->count; i++)
        share_pair(c, empty ? NULL : find(c, from->item[i].key), &from->item[i]);
}

/* Compares only items with the same index: configurations of one experiment have their keys in the same order. */
void config_share(struct config *c, const struct config *with)
{
    for (int i = 0; i < c->count && i < with->count; i++) {
        struct config_item *own = &c->item[i];
        const struct config_item *other = &with->item[i];

        if (own->key != other->key && strcmp(own->key, other->key) == 0) {
            string_drop(own->key);
            own->key = string_share(other->key);
        }
        if (own->key == other->key && own->value != other->value &&
            strcmp(own->value, other->value) == 0) {
            string_drop(own->value);
            own->value = string_share(other->value);
        }
    }
}

/* Calls text_adds(), because text_add() would be ten times slower, and this runs for every key of thousands of
 * trials. */
void config_print_pair(const char *key, const char *value, struct text *out)
{
    const char *quote = strpbrk(value, " \t\n") || !*value ? "\"" : "";

    text_adds(out, key);
    text_adds(out, "=");
    text_adds(out, quote);
    text_adds(out, value);
    text_adds(out, quote);
}

void config_print(const struct config *c, struct text *out)
{
    for (int i = 0; i < c->count; i++) {
        text_adds(out, i ? " " : "");
        config_print_pair(c->item[i].key, c->item[i].value, out);
    }
}

void config_clear(struct config *c)
{
    for (int i = 0; i < c->count; i++) {
        string_drop(c->item[i].key);
        string_drop(c->item[i].value);
    }
    free(c->item);
    memset(c, 0, sizeof *c);
}
