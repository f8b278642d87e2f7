/* The canonical form of a net's text. */
#include "base/arena.h"
#include "base/list.h"
#include "net/net.h"
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\n"

/* ---- an item ---- */

/* The options in the text of an item. When an option occurs twice, the last value counts. */
struct item_options {
    const struct option *table;
    struct config given; /* name=value as in the item's text; a value may contain ${key} */
    /* Two structs of options: the values of the item's text (defaults for those with ${key}), and the defaults. */
    _Alignas(16) unsigned char value[LAYER_OPTIONS], initial[LAYER_OPTIONS];
};
_Static_assert(LAYER_OPTIONS >= 2 * OPTION_TEXT_MAX, "the zoo's options do not fit");

/* Reads an option from a word, which is KEY=VALUE, or VALUE alone for the option named `positional` (NULL: VALUE
 * alone is not allowed). Replaces '=' in the word by NUL. Returns 0, or -1 when the table does not accept the
 * option. */
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

/* Adds the option to out if the item's text has it and its value is not the default. prefix: the option's name; "":
 * only the value is written. */
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

/* Adds to out the canonical form of an item: of a named network z, or, with z = NULL, of a layer type whose text
 * contains ${key}. Returns 0, or -1 when an option is not accepted; then nothing is added. */
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

/* Adds the item to out in its canonical form, or with single blanks when its options are not accepted. False when the
 * item begins neither with the name of a layer or network nor with ${key}. */
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

/* CLOSE is a closing brace after which { may begin a shortcut; after CLOSE_AND_END it may not. */
enum token { START, ITEM, RESIDUAL, OPEN, CLOSE, CLOSE_AND_END };

struct writer {
    const char *s;       /* the part of the text that is not read yet */
    enum token before;   /* the last token that was read */
    int depth;           /* number of open braces */
    struct config forms; /* item=canonical form, kept because deep nets repeat the same items */
    struct text out;
};

/* Returns the number of bytes of the item at s. It ends before a semicolon, a brace that is not part of ${key}, or the
 * end of the text. Blanks at its end are not counted. */
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

/* Reads the brace at w->s and adds it to the output. False when a brace is not allowed at this point. */
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
        w->s = strchr(w->s, '}') + 1; /* leaves out {}, which is the default shortcut */
        w->before = CLOSE_AND_END;
        return true;
    }
    text_add(&w->out, " {");
    w->before = OPEN;
    w->depth++;
    w->s++;
    return true;
}

/* Adds the item's canonical form to the output, and stores it in w->forms. False when write_item() returns false. */
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

/* Reads the item at w->s and adds its canonical form to the output. False when the text at w->s is not an item, or
 * when no item is allowed here. */
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
