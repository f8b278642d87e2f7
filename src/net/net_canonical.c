/* The canonical form of a net's text. */
#include "base/arena.h"
#include "base/list.h"
#include "net/net.h"
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\n"

/* ---- an item ---- */

/* The options that an item gives, each with its last value. */
struct item_options {
    const struct option *table;
    struct config given; /* name=value as in the item; a value may have ${key} in it */
    _Alignas(16) unsigned char value[LAYER_OPTIONS], initial[LAYER_OPTIONS];
};
_Static_assert(LAYER_OPTIONS >= 2 * OPTION_TEXT_MAX, "the zoo's options do not fit");

/* Reads KEY=VALUE, or the value alone of the option `positional`; cuts the word at '='. 0, or -1 when the table does
 * not allow it. */
static int read_option(struct item_options *o, char *word, const char *positional)
{
    char *equals = strchr(word, '=');
    const char *value = equals ? equals + 1 : word, *name = equals ? word : positional;
    struct text why = {0};
    int r;

    if (equals)
        *equals = '\0';
    if (!name || !option_find(o->table, name))
        return -1;
    config_set(&o->given, name, value);
    r = strstr(value, "${") ? 0 : option_set(o->table, o->value, name, value, &why);
    text_clear(&why);
    return r;
}

/* Adds the option unless it would have that value anyway. */
static void write_option(const struct item_options *o, const struct option *option,
                         const char *prefix, struct text *out)
{
    const char *given = config_get(&o->given, option->name);
    bool has_key = given && strstr(given, "${");

    if (!given || (!has_key && option->initial && option_same(option, o->value, o->initial)))
        return;
    text_add(out, " %s%s", prefix, *prefix ? "=" : "");
    if (has_key)
        text_adds(out, given);
    else
        option_print(option, o->value, out);
}

/* Adds an item by the options that it gives: one of a named network z, or of a layer type with ${key} among its
 * words. -1, with nothing added, when an option is not allowed. */
static int write_by_options(const struct zoo_entry *z, const struct layer_type *type,
                            const struct list *words, struct text *out)
{
    const char *positional = z ? NULL : type->positional;
    struct item_options o = {.table = z ? z->options : type->options};
    bool has_key = false;
    int r = 0;

    options_default(o.table, o.value);
    options_default(o.table, o.initial);
    for (int i = 1; r == 0 && i < words->count; i++)
        r = read_option(&o, words->item[i], i == 1 ? positional : NULL);
    for (int i = 0; i < o.given.count; i++)
        has_key |= strstr(o.given.item[i].value, "${") != NULL;
    if (r == 0 && z && z->resolve && !has_key) {
        z->resolve(o.value);
        z->resolve(o.initial);
    }
    if (r == 0) {
        const struct option *first = option_find(o.table, positional ? positional : "");

        text_adds(out, z ? z->name : type->name);
        if (first)
            write_option(&o, first, "", out);
        for (const struct option *p = o.table; p && p->name; p++)
            if (p != first)
                write_option(&o, p, p->name, out);
    }
    config_clear(&o.given);
    return r;
}

/* Adds the item in its canonical form, or with single blanks when nothing accepts it. False when it begins with no
 * name that there is. */
static bool write_item(const char *item, struct text *out)
{
    size_t length = strcspn(item, BLANKS);
    const struct layer_type *type = layer_type_find(item, length);
    const struct zoo_entry *z = zoo_find(item, length);
    struct list words = {0};
    char *joined;
    int r = -1;

    if (!type && !z && !text_starts_with(item, "${"))
        return false;
    list_split(&words, item, BLANKS);
    joined = list_join(&words, " ");
    if (z || (type && strstr(item, "${")))
        r = write_by_options(z, type, &words, out);
    else if (type)
        r = layer_canonical(item, out);
    if (r)
        text_adds(out, joined);
    free(joined);
    list_clear(&words);
    return true;
}

/* ---- items, braces and semicolons ---- */

enum token { START, ITEM, RESIDUAL, OPEN, CLOSE, CLOSE_AND_END };

struct writer {
    const char *s;       /* what is still to be read */
    enum token before;   /* what was read last */
    int depth;           /* of braces */
    struct config forms; /* item=canonical form: few items of a deep net differ */
    struct text out;
};

/* Bytes of the item at s: up to a brace that is not of ${key}, a semicolon or the end, without blanks at the end. */
static size_t item_length(const char *s)
{
    size_t n = 0;

    while (s[n] && !strchr(";{}", s[n])) {
        const char *end = text_starts_with(s + n, "${") ? strchr(s + n, '}') : NULL;

        if (!end && s[n] == '$' && s[n + 1] == '{')
            break;
        n = end ? (size_t)(end - s) + 1 : n + 1;
    }
    while (n > 0 && strchr(BLANKS, s[n - 1]))
        n--;
    return n;
}

/* Reads the brace at w->s. False when none is allowed there. */
static bool write_brace(struct writer *w)
{
    if (*w->s == '}') {
        text_add(&w->out, " }");
        w->before = CLOSE;
        w->s++;
        return w->depth-- > 0;
    }
    if (w->before != RESIDUAL && w->before != CLOSE)
        return false;
    if (w->before == CLOSE && w->s[1 + strspn(w->s + 1, BLANKS ";")] == '}') {
        w->s = strchr(w->s, '}') + 1; /* {}: the shortcut is the identity, as without it */
        w->before = CLOSE_AND_END;
        return true;
    }
    text_add(&w->out, " {");
    w->before = OPEN;
    w->depth++;
    w->s++;
    return true;
}

/* Adds the item's form, which is remembered. False when it begins with no name that there is. */
static bool write_form(struct writer *w, const char *item)
{
    struct text form = {0};
    const char *known = config_get(&w->forms, item);
    bool good = known || write_item(item, &form);

    if (good && !known)
        config_set(&w->forms, item, text_str(&form));
    text_adds(&w->out, known ? known : text_str(&form));
    text_clear(&form);
    return good;
}

/* Reads the item at w->s. False when it is none, or none is allowed there. */
static bool write_next(struct writer *w)
{
    size_t length = item_length(w->s);
    char *item = xstrndup(w->s, length);
    bool residual = strcmp(item, "residual") == 0, good = length > 0 && w->before != RESIDUAL;

    text_adds(&w->out, w->before == START ? "" : w->before == OPEN ? " " : "; ");
    if (residual)
        text_adds(&w->out, item);
    else
        good = good && write_form(w, item);
    w->before = residual ? RESIDUAL : ITEM;
    w->s += length;
    free(item);
    return good;
}

int net_canonical(const char *text, struct text *out)
{
    struct writer w = {.s = text, .before = START};
    bool good = true;

    while (good && *(w.s += strspn(w.s, BLANKS))) {
        if (*w.s == ';') {
            good = w.before != RESIDUAL;
            w.before = w.before == CLOSE ? CLOSE_AND_END : w.before;
            w.s++;
        } else if (*w.s == '{' || *w.s == '}') {
            good = write_brace(&w);
        } else {
            good = write_next(&w);
        }
    }
    good = good && w.depth == 0 && w.before != RESIDUAL && w.out.length > 0;
    if (good)
        text_adds(out, text_str(&w.out));
    config_clear(&w.forms);
    text_clear(&w.out);
    return good ? 0 : -1;
}
