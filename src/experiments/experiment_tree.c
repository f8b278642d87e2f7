#include "base/arena.h"
#include "base/error.h"
#include "experiments/experiment_internal.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MADE_MOST = 5000 }; /* the most entries that all `for` of a file together may make */

int load_error(const struct loader *l, int line, const char *format, ...)
{
    va_list args;
    char what[1024];

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return error("%s:%d: %s", l->file, line, what);
}

int load_unknown(const struct loader *l, int line, const char *kind, const char *word,
                 const char *what, const char *const *known)
{
    const char *nearest = text_nearest(word, known);
    struct text all = {0};
    int bad;

    if (nearest)
        return load_error(l, line, "%s has no %s '%s'; did you mean '%s'?", what, kind, word,
                          nearest);
    for (int i = 0; known[i] && i < 24; i++)
        text_add_item(&all, ", ", "%s", known[i]);
    bad = load_error(l, line, "%s has no %s '%s'; it has %s", what, kind, word, text_str(&all));
    text_clear(&all);
    return bad;
}

const char *load_keep(struct loader *l, char *text)
{
    list_add(&l->e->texts, text);
    free(text);
    return l->e->texts.item[l->e->texts.count - 1];
}

void *load_array(struct loader *l, int n, size_t size)
{
    void *array = xcalloc((size_t)n, size);

    array_add(l->e->array, l->e->arrays) = array;
    return array;
}

int load_complete(const struct loader *l, int line, const char *text)
{
    const char *left = strstr(text, "${");

    return left ? load_error(l, line, "'%.*s' is no variable of a 'for' here",
                             (int)strcspn(left, "}") + 1, left)
                : 0;
}

/* ---- cells and blocks ---- */

/* Adds a value to out, in double quotes when it has more than one word. */
static int add_value(const struct loader *l, const char *key, const struct tree *value,
                     struct text *out)
{
    if (value->kind != TREE_TEXT)
        return load_error(l, value->line, "the value of '%s' should be a text, not %s", key,
                          tree_kind_name(value->kind));
    if (strchr(value->text, '"') || strchr(value->text, '\n'))
        return load_error(l, value->line,
                          "a value of '%s' cannot have a double quote or several lines", key);
    if (*value->text == '\0' || strpbrk(value->text, " \t,"))
        text_add(out, "\"%s\"", value->text);
    else
        text_adds(out, value->text);
    return 0;
}

/* Adds "key=value,value" to out; "key==value,value" when the key is fixed. */
static int add_setting(const struct loader *l, const char *key, const struct tree *value,
                       bool fixed, struct text *out)
{
    if (value->kind == TREE_LIST && value->count == 0)
        return load_error(l, value->line, "'%s' has an empty list of values", key);
    text_add_item(out, " ", "%s=%s", key, fixed ? "=" : "");
    if (value->kind != TREE_LIST)
        return add_value(l, key, value, out);
    for (int i = 0; i < value->count; i++) {
        text_adds(out, i ? "," : "");
        if (add_value(l, key, &value->item[i], out))
            return -1;
    }
    return 0;
}

/* True when `key` is a key of trials, an older name of such a key, an axis, or a variable that the file uses as
 * ${key}, as in the text of a net. */
static bool is_known(const struct loader *l, const char *key)
{
    char *variable = format_new("${%s}", key);
    struct config c = {0};
    bool known;

    config_set(&c, key, "");
    trial_rename_keys(&c);
    known = strcmp(key, "norm") == 0 || trial_option(c.item[0].key) ||
            plan_has_axis(&l->e->plan, key) || strstr(l->text, variable);
    config_clear(&c);
    free(variable);
    return known;
}

int load_key(const struct loader *l, int line, const char *key)
{
    const char *known[256];
    int n = 0;

    if (is_known(l, key))
        return 0;
    for (int i = 0; n < 200 && trial_option_at(i); i++)
        known[n++] = trial_option_at(i)->name;
    for (int i = 0; i < PLAN_AXES && l->e->plan.axis[i]; i++)
        known[n++] = l->e->plan.axis[i];
    known[n++] = "norm";
    known[n] = NULL;
    return load_unknown(l, line, "key", key, "a trial", known);
}

/* Checks that a trial accepts the value of its key, or each value of a list. Returns 0, or -1 after a message. */
static int check_value(const struct loader *l, const char *key, const struct tree *value)
{
    struct trial_options scratch;
    struct config c = {0};
    struct text why = {0};
    int bad = 0;

    for (int i = 0; value->kind == TREE_LIST && i < value->count && !bad; i++)
        bad = check_value(l, key, &value->item[i]);
    if (value->kind == TREE_TEXT && trial_option(key)) {
        config_set(&c, key, value->text);
        bad = trial_options_parse(&scratch, &c, &why);
        if (bad)
            load_error(l, value->line, "%s", text_str(&why));
    }
    config_clear(&c);
    text_clear(&why);
    return bad;
}

/* Adds the pairs of a map to out, as load_settings() describes it. fixed: the map is the value of the key `fixed`. Returns
 * 0, or -1 after a message. */
static int add_settings(struct loader *l, const struct tree *map, bool block, bool fixed,
                        struct text *out)
{
    if (map->kind != TREE_MAP)
        return load_error(l, map->line, "this should be a map of keys and values, not %s",
                          tree_kind_name(map->kind));
    for (int i = 0; i < map->count; i++) {
        const char *key = map->key[i];
        const struct tree *value = &map->item[i];

        if (block && strcmp(key, "seed") == 0)
            return load_error(l, value->line,
                              "'seed' has no place here: the preset's 'seeds' has the seeds");
        if (block && value->kind == TREE_TEXT && !*value->text && !is_known(l, key) &&
            strcmp(key, "fixed"))
            return load_error(l, value->line,
                              "'%s' is no key of a trial, and has no value; a text with a comma in "
                              "it stands in quotes within { }",
                              key);
        if (fixed && tree_get(l->block, key))
            return load_error(l, value->line, "'%s' stands both beside and below 'fixed'", key);
        if (block && !fixed && strcmp(key, "fixed") == 0) {
            if (add_settings(l, value, true, true, out))
                return -1;
        } else if ((block && (load_key(l, value->line, key) || check_value(l, key, value))) ||
                   add_setting(l, key, value, fixed, out)) {
            return -1;
        }
    }
    return 0;
}

/* Checks that each pair in the text of a block has a valid key (config_read()). load_key() accepts some invalid ones, as 'K'
 * in a file with ${K}. Returns 0, or -1 after a message. */
static int check_pairs(const struct loader *l, int line, const char *text)
{
    struct config pairs = {0};
    struct text why = {0};
    int bad = config_read(&pairs, text, &why);

    if (bad)
        load_error(l, line, "%s", text_str(&why));
    config_clear(&pairs);
    text_clear(&why);
    return bad;
}

int load_settings(struct loader *l, const struct tree *map, bool block, const char **out)
{
    struct text t = {0};
    int bad;

    l->block = map;
    bad = add_settings(l, map, block, false, &t);
    *out = load_keep(l, xstrdup(text_str(&t)));
    text_clear(&t);
    if (bad)
        return -1;
    return block ? check_pairs(l, map->line, *out) : load_complete(l, map->line, *out);
}

int load_cell(struct loader *l, const struct tree *value, const char **out)
{
    struct config cell = {0};
    struct text why = {0};
    int bad = 0;

    if (value->kind == TREE_LIST)
        return load_error(l, value->line, "a cell should be a map, as {norm: batchnorm, batch: 2}");
    if (value->kind == TREE_MAP && load_settings(l, value, false, out))
        return -1;
    if (value->kind == TREE_TEXT)
        *out = load_keep(l, xstrdup(value->text));
    if (config_read(&cell, *out, &why))
        bad =
            load_error(l, value->line, "'%s' should be a cell, as {norm: batchnorm, batch: 2}: %s",
                       *out, text_str(&why));
    for (int i = 0; i < cell.count && !bad; i++)
        bad = load_key(l, value->line, cell.item[i].key);
    text_clear(&why);
    config_clear(&cell);
    return bad ? -1 : load_complete(l, value->line, *out);
}

/* ---- for ---- */

/* What load_each() is called for, and the entry that is being read. */
struct each {
    struct loader *l;
    int (*read)(struct loader *l, const struct tree *entry);
    const char *name;         /* the list's key, for messages */
    const struct tree *entry; /* a map that has the key `for` */
};

/* Reads an entry of the list by x->read. An entry with the key `for` is replaced by the entries that it makes. Returns 0, or
 * -1 after a message. */
static int read_entry(const struct each *x, const struct tree *entry);

/* Replaces the variables in the entry by their values. Then reads the entries in its list `each`, if it has this
 * key, else the entry itself. */
static int read_filled(const struct each *x, int count, char *const *names, char *const *values)
{
    struct tree filled;
    const struct tree *each;
    int bad = 0;

    if (++x->l->made > MADE_MOST)
        return load_error(x->l, x->entry->line, "'for' makes more than %d entries", MADE_MOST);
    filled = tree_copy(x->entry, count, names, values);
    each = tree_get(&filled, "each");
    tree_remove(&filled, "for");
    if (each && filled.count > 1)
        bad = load_error(x->l, filled.line, "beside 'for' and 'each' there are no other keys");
    else if (each)
        bad = load_each(x->l, each, x->name, x->read);
    else
        bad = read_entry(x, &filled);
    tree_clear(&filled);
    return bad;
}

/* Calls read_filled() for each combination of values of the variables. The variables before number `at` already have
 * their values. */
static int read_product(const struct each *x, const struct tree *variables, int at, char **values)
{
    const struct tree *list;

    if (at == variables->count)
        return read_filled(x, at, variables->key, values);
    list = &variables->item[at];
    if (list->kind != TREE_LIST || list->count == 0)
        return load_error(x->l, list->line,
                          "the variable '%s' should have a list of values, as [2, 4]",
                          variables->key[at]);
    for (int i = 0; i < list->count; i++) {
        if (list->item[i].kind != TREE_TEXT)
            return load_error(x->l, list->item[i].line,
                              "a value of the variable '%s' should be a text", variables->key[at]);
        values[at] = list->item[i].text;
        if (read_product(x, variables, at + 1, values))
            return -1;
    }
    return 0;
}

/* Calls read_filled() for each map in a list; the map gives each variable its value. values: memory for the values of the
 * largest map. */
static int read_rows(const struct each *x, const struct tree *rows, char **values)
{
    for (int i = 0; i < rows->count; i++) {
        const struct tree *row = &rows->item[i];

        if (row->kind != TREE_MAP)
            return load_error(x->l, row->line, "an entry of 'for' should be a map of variables");
        for (int k = 0; k < row->count; k++) {
            if (row->item[k].kind != TREE_TEXT)
                return load_error(x->l, row->item[k].line, "the variable '%s' should be a text",
                                  row->key[k]);
            values[k] = row->item[k].text;
        }
        if (read_filled(x, row->count, row->key, values))
            return -1;
    }
    return 0;
}

static int read_entry(const struct each *x, const struct tree *entry)
{
    const struct tree *variables = tree_get(entry, "for");
    struct each inner = *x;
    int most = 0, bad;
    char **values;

    if (!variables)
        return x->read(x->l, entry);
    if (variables->kind == TREE_TEXT)
        return load_error(x->l, variables->line,
                          "'for' should be a map of variables and their values, or a list of maps");
    if (variables->count == 0)
        return load_error(x->l, variables->line, "'for' has no variables");
    most = variables->kind == TREE_MAP ? variables->count : 0;
    for (int i = 0; variables->kind == TREE_LIST && i < variables->count; i++)
        most = variables->item[i].count > most ? variables->item[i].count : most;
    values = xcalloc((size_t)most + 1, sizeof *values);
    inner.entry = entry;
    bad = variables->kind == TREE_MAP ? read_product(&inner, variables, 0, values)
                                      : read_rows(&inner, variables, values);
    free(values);
    return bad;
}

int load_each(struct loader *l, const struct tree *list, const char *name,
              int (*read)(struct loader *l, const struct tree *entry))
{
    struct each x = {.l = l, .read = read, .name = name};

    if (!list)
        return 0;
    if (list->kind != TREE_LIST)
        return load_error(l, list->line, "'%s' should be a list, each entry behind '- '", name);
    for (int i = 0; i < list->count; i++)
        if (read_entry(&x, &list->item[i]))
            return -1;
    return 0;
}
