/* The canonical form of a net's text. */
#include "base/arena.h"
#include "net/net.h"
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\n"

enum { WORDS_MAX = 64, KNOWN_MAX = 32 };

/* Items whose form is known: in a deep net few are different. */
struct known {
    char *item[KNOWN_MAX];
    char *form[KNOWN_MAX];
    int count;
};

static void known_clear(struct known *k)
{
    for (int i = 0; i < k->count; i++) {
        free(k->item[i]);
        free(k->form[i]);
    }
}

/* ---- an item ---- */

/* What an item's words say: of each option of the table a value in options, or a text with ${key} in it. */
struct said {
    const struct option *table;
    const char *positional;
    bool given[WORDS_MAX];
    char *key_text[WORDS_MAX]; /* NULL: none */
    bool has_key;
    _Alignas(16) unsigned char options[LAYER_OPTIONS], initial[LAYER_OPTIONS];
};
_Static_assert(LAYER_OPTIONS >= 2 * OPTION_TEXT_MAX, "the zoo's options do not fit");

static int say(struct said *s, const char *word, bool first)
{
    const char *equals = strchr(word, '='), *value = equals ? equals + 1 : word;
    char *key = equals ? xstrndup(word, (size_t)(equals - word)) : NULL;
    const char *name = key ? key : first && s->positional ? s->positional : "";
    const struct option *o = option_find(s->table, name);
    struct text why = {0};
    int r = o && o - s->table < WORDS_MAX ? 0 : -1;

    if (r == 0) {
        s->given[o - s->table] = true;
        free(s->key_text[o - s->table]);
        s->key_text[o - s->table] = NULL;
        if (strstr(value, "${"))
            s->key_text[o - s->table] = xstrdup(value);
        else
            r = option_set(s->table, s->options, name, value, &why);
    }
    text_clear(&why);
    free(key);
    return r;
}

static int say_all(struct said *s, const char *words)
{
    char *copy = xstrdup(words), *rest = copy, *word;
    bool first = true;
    int r = 0;

    while (r == 0 && (word = strtok_r(rest, BLANKS, &rest))) {
        r = say(s, word, first);
        first = false;
    }
    for (int i = 0; i < WORDS_MAX; i++)
        s->has_key |= s->key_text[i] != NULL;
    free(copy);
    return r;
}

static void add_said(const struct said *s, const struct option *o, bool bare, struct text *out)
{
    const char *key_text = s->key_text[o - s->table];

    text_add(out, " %s%s", bare ? "" : o->name, bare ? "" : "=");
    if (key_text)
        text_add(out, "%s", key_text);
    else
        option_print(o, s->options, out);
}

/* False where the option would have that value anyway. */
static bool is_shown(const struct said *s, const struct option *o)
{
    if (s->key_text[o - s->table])
        return true;
    return s->given[o - s->table] && (!o->initial || !option_same(o, s->options, s->initial));
}

static void print_said(const struct said *s, struct text *out)
{
    const struct option *first = option_find(s->table, s->positional ? s->positional : "");

    if (first && is_shown(s, first))
        add_said(s, first, true, out);
    for (const struct option *o = s->table; o && o->name; o++)
        if (o != first && is_shown(s, o))
            add_said(s, o, false, out);
}

/* An item of the zoo (z not NULL), or of a layer's type with ${key} among its words. */
static int item_by_words(const struct zoo_entry *z, const struct layer_type *type,
                         const char *words, struct text *out)
{
    struct said *s = xcalloc(1, sizeof *s);
    int r;

    s->table = z ? z->options : type->options;
    s->positional = z ? NULL : type->positional;
    options_default(s->table, s->options);
    options_default(s->table, s->initial);
    r = say_all(s, words);
    if (r == 0 && z && z->resolve && !s->has_key) {
        z->resolve(s->options);
        z->resolve(s->initial);
    }
    if (r == 0) {
        text_add(out, "%s", z ? z->name : type->name);
        print_said(s, out);
    }
    for (int i = 0; i < WORDS_MAX; i++)
        free(s->key_text[i]);
    free(s);
    return r;
}

static void with_single_blanks(const char *item, struct text *out)
{
    char *copy = xstrdup(item), *rest = copy, *word;
    bool first = true;

    for (; (word = strtok_r(rest, BLANKS, &rest)); first = false)
        text_add(out, "%s%s", first ? "" : " ", word);
    free(copy);
}

/* False when the item's name is none. */
static bool write_item(const char *item, struct text *out)
{
    size_t length = strcspn(item, BLANKS);
    const struct layer_type *type = layer_type_find(item, length);
    const struct zoo_entry *z = zoo_find(item, length);
    bool has_key = strstr(item, "${");
    int r = -1;

    if (!type && !z && !text_starts_with(item, "${"))
        return false;
    if (z || (type && has_key))
        r = item_by_words(z, type, item + length, out);
    else if (type)
        r = layer_canonical(item, out);
    if (r)
        with_single_blanks(item, out);
    return true;
}

/* As write_item(), which it calls for what is not yet known. */
static bool write_known(struct known *k, const char *item, struct text *out)
{
    struct text form = {0};

    for (int i = 0; i < k->count; i++)
        if (strcmp(k->item[i], item) == 0) {
            text_add(out, "%s", k->form[i]);
            return true;
        }
    if (!write_item(item, &form)) {
        text_clear(&form);
        return false;
    }
    text_add(out, "%s", text_str(&form));
    if (k->count < KNOWN_MAX) {
        k->item[k->count] = xstrdup(item);
        k->form[k->count++] = form.s;
    } else {
        text_clear(&form);
    }
    return true;
}

/* ---- items, braces and semicolons ---- */

enum { START, ITEM, RESIDUAL, OPEN, CLOSE, CLOSE_AND_END };

/* Bytes of the item at s: up to a brace that is not of ${key}, a semicolon or the end; blanks behind it left
 * out. */
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

/* True when nothing stands in the braces that open at s. */
static bool is_empty_braces(const char *s)
{
    return s[1 + strspn(s + 1, BLANKS ";")] == '}';
}

/* Takes the brace at *s. False where none may stand. */
static bool write_brace(const char **s, int *before, int *depth, struct text *out)
{
    if (**s == '}') {
        text_add(out, " }");
        *before = CLOSE;
        ++*s;
        return (*depth)-- > 0;
    }
    if (*before != RESIDUAL && *before != CLOSE)
        return false;
    if (*before == CLOSE && is_empty_braces(*s)) { /* a shortcut that is the identity */
        *s = strchr(*s, '}') + 1;
        *before = CLOSE_AND_END;
        return true;
    }
    text_add(out, " {");
    *before = OPEN;
    ++*depth;
    ++*s;
    return true;
}

/* Takes the item at *s. False where it is none, or none may stand. */
static bool write_next(struct known *k, const char **s, int *before, struct text *out)
{
    size_t length = item_length(*s);
    char *item = xstrndup(*s, length);
    bool residual = strcmp(item, "residual") == 0, good = length > 0 && *before != RESIDUAL;

    text_add(out, "%s", *before == START ? "" : *before == OPEN ? " " : "; ");
    if (residual)
        text_add(out, "residual");
    else
        good = good && write_known(k, item, out);
    *before = residual ? RESIDUAL : ITEM;
    *s += length;
    free(item);
    return good;
}

int net_canonical(const char *text, struct text *out)
{
    struct known known = {0};
    struct text all = {0};
    int before = START, depth = 0;
    bool good = true;

    for (const char *s = text; good;) {
        size_t blanks = strspn(s, BLANKS);

        s += blanks;
        if (!*s)
            break;
        if (*s == ';') {
            good = before != RESIDUAL;
            before = before == CLOSE ? CLOSE_AND_END : before;
            s++;
        } else if (*s == '{' || *s == '}') {
            good = write_brace(&s, &before, &depth, &all);
        } else {
            good = write_next(&known, &s, &before, &all);
        }
    }
    good = good && depth == 0 && before != RESIDUAL && all.length > 0;
    if (good)
        text_add(out, "%s", text_str(&all));
    known_clear(&known);
    text_clear(&all);
    return good ? 0 : -1;
}
