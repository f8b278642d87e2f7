/* Turns a user's text into a text of layers: replaces every ${key} by its value and every named network by its
 * layers. */
#include "base/arena.h"
#include "base/list.h"
#include "net/net.h"
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\n"

enum { ZOO_DEPTH = 4 }; /* how deeply named networks may contain each other */

/* Adds the value of a key to out; when it comes from the configuration, also sets it in `used`. Returns 0, or -1 after
 * adding a message to why. */
static int replace_key(const struct net_request *q, const char *key, struct config *used,
                       struct text *out, struct text *why)
{
    bool classes = strcmp(key, "classes") == 0;
    const char *value;

    if (classes || strcmp(key, "tokens") == 0) {
        text_add(out, "%d", classes ? q->classes : q->tokens);
        return 0;
    }
    value = q->config ? config_get(q->config, key) : NULL;
    if (!value || !*value) {
        text_add(why, "net: ${%s} %s; give %s=...", key, value ? "is empty" : "has no value", key);
        return -1;
    }
    if (used)
        config_set(used, key, value);
    text_adds(out, value);
    return 0;
}

/* Adds s to out with every ${key} replaced. Returns 0, or -1 after adding a message to why. */
static int replace_keys(const struct net_request *q, const char *s, struct config *used,
                        struct text *out, struct text *why)
{
    while (*s) {
        const char *mark = strstr(s, "${"), *end = mark ? strchr(mark, '}') : NULL;
        char *key;
        int r;

        if (mark && !end) {
            text_add(why, "net: '%.20s' has no closing brace", mark);
            return -1;
        }
        text_addn(out, s, mark ? (size_t)(mark - s) : strlen(s));
        if (!mark)
            break;
        key = xstrndup(mark + 2, (size_t)(end - mark - 2));
        r = replace_key(q, key, used, out, why);
        free(key);
        if (r)
            return r;
        s = end + 1;
    }
    return 0;
}

#define ZOO(name) extern const struct zoo_entry zoo_##name;
#include "net/zoo.def"
#undef ZOO

const struct zoo_entry *const zoo[] = {
#define ZOO(name) &zoo_##name,
#include "net/zoo.def"
#undef ZOO
    NULL,
};

const struct zoo_entry *zoo_find(const char *name, size_t length)
{
    for (const struct zoo_entry *const *z = zoo; *z; z++)
        if (strlen((*z)->name) == length && strncmp((*z)->name, name, length) == 0)
            return *z;
    return NULL;
}

/* Adds the text of a named network z to out. item: its first `length` bytes are the network's name and options, such as
 * "resnet depth=20". Returns 0, or -1 after adding a message to why. */
static int write_zoo(const struct zoo_entry *z, const char *item, size_t length, struct text *out,
                     struct text *why)
{
    _Alignas(16) char options[2 * OPTION_TEXT_MAX];
    char *copy = xstrndup(item, length);
    struct list words = {0};
    struct text message = {0};
    int r = 0;

    options_default(z->options, options);
    list_split(&words, copy, BLANKS);
    for (int i = 1; r == 0 && i < words.count; i++) {
        char *word = words.item[i], *equals = strchr(word, '=');

        if (equals) {
            *equals = '\0';
            r = option_set(z->options, options, word, equals + 1, &message);
        } else {
            text_add(&message, "'%s' is not KEY=VALUE", word);
            r = -1;
        }
    }
    if (r == 0 && z->check)
        r = z->check(options, &message);
    if (r == 0)
        z->write(options, out);
    else
        text_add(why, "net: %s: %s", z->name, text_str(&message));
    text_clear(&message);
    list_clear(&words);
    free(copy);
    return r;
}

/* Adds s to out with every item that is a named network replaced, and sets *found to true if there was one. Returns 0,
 * or -1 after adding a message to why. */
static int replace_zoo(const char *s, struct text *out, bool *found, struct text *why)
{
    while (*s) {
        size_t space = strspn(s, BLANKS ";{}"), length;
        const struct zoo_entry *z;

        text_addn(out, s, space);
        s += space;
        length = strcspn(s, ";{}");
        z = zoo_find(s, strcspn(s, BLANKS ";{}"));
        if (z) {
            *found = true;
            if (write_zoo(z, s, length, out, why))
                return -1;
        } else {
            text_addn(out, s, length);
        }
        s += length;
    }
    return 0;
}

/* Adds to why that no layer or net has this name, and the most similar name. Returns -1. */
static int unknown_item(const char *word, size_t length, struct text *why)
{
    const char **names = NULL, *nearest;
    char *copy = xstrndup(word, length);
    int n = 0;

    for (int i = 0; layer_types[i]; i++)
        array_add(names, n) = layer_types[i]->name;
    for (int i = 0; zoo[i]; i++)
        array_add(names, n) = zoo[i]->name;
    array_add(names, n) = "residual";
    array_add(names, n) = NULL;
    nearest = text_nearest(copy, names);
    text_add(why, "net: unknown layer or net '%s'", copy);
    if (nearest)
        text_add(why, "; did you mean '%s'?", nearest);
    else
        text_add(why, "; see normlab list layers and normlab list nets");
    free(names);
    free(copy);
    return -1;
}

/* Returns 0 when every item begins with a layer's name or residual, else -1 after adding a message to why. A sweep
 * checks this before its trials run, so that a wrong name is found early. */
static int check_items(const char *s, struct text *why)
{
    while (s += strspn(s, BLANKS ";{}"), *s) {
        size_t name = strcspn(s, BLANKS ";{}");

        if (!layer_type_find(s, name) && !(name == 8 && strncmp(s, "residual", 8) == 0))
            return unknown_item(s, name, why);
        s += strcspn(s, ";{}");
    }
    return 0;
}

int net_expand(const struct net_request *q, struct config *used, struct text *out, struct text *why)
{
    struct text plain = {0};
    bool found = true;
    int r = replace_keys(q, q->text, used, &plain, why);

    for (int depth = 0; r == 0 && found; depth++) {
        struct text next = {0}, replaced = {0};

        found = false;
        r = replace_zoo(text_str(&plain), &next, &found, why);
        if (r == 0)
            r = replace_keys(q, text_str(&next), used, &replaced, why);
        if (r == 0 && depth > ZOO_DEPTH) {
            text_add(why, "net: named networks contain each other without end");
            r = -1;
        }
        text_clear(&next);
        text_clear(&plain);
        plain = replaced;
    }
    if (r == 0)
        r = check_items(text_str(&plain), why);
    if (r == 0)
        text_adds(out, text_str(&plain));
    text_clear(&plain);
    return r;
}
