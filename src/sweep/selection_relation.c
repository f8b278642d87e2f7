/* How a row of results differs from the trials of a preset. */
#include "base/arena.h"
#include "base/sha256.h"
#include "sweep/selection_internal.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

char *list_abridged(const struct list *l)
{
    enum { MOST = 8 };
    struct list first = {l->item, l->count < MOST ? l->count : MOST};
    char *joined = list_join(&first, ", "), *all;

    if (l->count <= MOST)
        return joined;
    all = format_new("%s and %d more", joined, l->count - MOST);
    free(joined);
    return all;
}

/* ---- axes ---- */

const char *value_of(const struct config *c, const char *key)
{
    const char *value = config_get(c, key);

    return value ? value : "";
}

/* True when a trial has another value of the key than the first one of its panel. */
static bool varies_in_panel(const struct sweep *s, const char *key)
{
    for (int i = 0; i < s->trials; i++) {
        const struct config *c = &s->trial[i].config, *first;
        int k = 0;

        while (strcmp(value_of(&s->trial[k].config, "panel"), value_of(c, "panel")))
            k++;
        first = &s->trial[k].config;
        if (strcmp(value_of(first, key), value_of(c, key)))
            return true;
    }
    return false;
}

static bool cell_names(const char *cell, const char *key)
{
    struct config keys = {0};
    bool named;

    if (cell)
        cell_parse(cell, &keys);
    named = config_get(&keys, key) != NULL;
    config_clear(&keys);
    return named;
}

bool cells_name(const struct cells *c, const char *key)
{
    for (int i = 0; i < 4; i++)
        if (cell_names(c->cell[i], key))
            return true;
    return false;
}

/* True when any of the cells sets the key. */
static bool any_names(const struct cells *cells, int count, const char *key)
{
    for (int i = 0; i < count; i++)
        if (cells_name(&cells[i], key))
            return true;
    return false;
}

void axes_find(struct axes *a, const struct sweep preset[PRESETS], const struct plan *e,
               const struct cells *cells, int count, const struct results *r)
{
    for (int i = 0; e->axis[i]; i++)
        for (int p = 0; p < PRESETS && strcmp(e->axis[i], "panel"); p++)
            if (varies_in_panel(&preset[p], e->axis[i]))
                list_add_new(&a->free, e->axis[i]);
    for (int i = 0; i < r->axes; i++)
        if (!plan_has_axis(e, r->axis[i]) && any_names(cells, count, r->axis[i]))
            list_add_new(&a->named, r->axis[i]);
}

/* ---- names ---- */

void name_line(struct text *t, const char *s)
{
    text_adds(t, s);
    text_addn(t, "\n", 1);
}

void name_text(struct text *t, char name[TRIAL_KEY])
{
    char hex[65];

    sha256_hex(text_str(t), t->length, hex);
    memcpy(name, hex, TRIAL_KEY - 1);
    name[TRIAL_KEY - 1] = '\0';
    text_clear(t);
}

/* ---- relations ---- */

struct difference {
    int settings, axes;
};

/* True for what no relation depends on. */
static bool is_ignored(const struct axes *a, const char *key)
{
    return strcmp(key, "seed") == 0 || list_has(&a->named, key);
}

/* The value of item i's key in another configuration, which mostly has it in the same place. */
static const char *same_item(const struct config *c, const struct config *other, int i)
{
    const char *key = c->item[i].key;

    if (i < other->count && strcmp(other->item[i].key, key) == 0)
        return other->item[i].value;
    return value_of(other, key);
}

static bool is_setting(const struct axes *a, const char *key)
{
    return !is_ignored(a, key) && !list_has(&a->free, key);
}

static void count_key(const struct axes *a, const char *key, struct difference *d)
{
    if (is_ignored(a, key))
        return;
    if (list_has(&a->free, key))
        d->axes++;
    else
        d->settings++;
}

static struct difference difference_of(const struct axes *a, const struct config *row,
                                       const struct config *planned)
{
    struct difference d = {0, 0};

    for (int i = 0; i < planned->count; i++)
        if (strcmp(same_item(planned, row, i), planned->item[i].value))
            count_key(a, planned->item[i].key, &d);
    for (int i = 0; i < row->count; i++)
        if (*row->item[i].value && !*same_item(row, planned, i))
            count_key(a, row->item[i].key, &d);
    return d;
}

/* True for a byte within a UTF-8 character. */
static bool is_inside(char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* A value, of a long one the part around its first difference from another: "...relu; ${norm}; dense 10". A new string. */
static char *excerpt(const char *value, const char *other)
{
    enum { MOST = 40 };
    size_t n = strlen(value), start = 0, end;

    while (value[start] && value[start] == other[start])
        start++;
    start = n <= MOST || start < MOST / 2 ? 0 : start - MOST / 2;
    while (is_inside(value[start]))
        start--;
    end = start + MOST < n ? start + MOST : n;
    while (is_inside(value[end]))
        end--;
    return format_new("%s%.*s%s", start ? "..." : "", (int)(end - start), value + start,
                      end < n ? "..." : "");
}

void name_settings(const struct axes *a, const struct config *row, const struct config *planned,
                   bool instead, struct list *out)
{
    for (int i = 0; i < row->count; i++) {
        const char *key = row->item[i].key, *own = same_item(row, planned, i);
        char *here, *there, *text;

        if (!is_setting(a, key) || !strcmp(row->item[i].value, own))
            continue;
        here = excerpt(row->item[i].value, own);
        there = excerpt(*own ? own : "none", row->item[i].value);
        text = instead ? format_new("%s=%s instead of %s", key, here, there)
                       : format_new("%s=%s", key, here);
        list_add_new(out, text);
        free(here);
        free(there);
        free(text);
    }
}

/* The settings of a row that another configuration has otherwise, whole: a new string to compare. */
static char *settings_of(const struct axes *a, const struct config *row,
                         const struct config *planned)
{
    struct text t = {0};

    for (int i = 0; i < row->count; i++)
        if (is_setting(a, row->item[i].key) &&
            strcmp(row->item[i].value, same_item(row, planned, i))) {
            name_line(&t, row->item[i].key);
            name_line(&t, row->item[i].value);
        }
    return t.s ? t.s : xstrdup("");
}

/* Finds the trial of the preset that the row is most like: with the fewest settings that differ, then axes; among those of
 * its cell, where the preset has it. */
static void classify(struct relation *c, const struct axes *a, const struct sweep *s,
                     const struct config *row)
{
    struct difference best = {INT_MAX, INT_MAX};
    bool in_cell = false;

    c->nearest = -1;
    for (int i = 0; i < s->trials && !(best.settings == 0 && best.axes == 0); i++) {
        struct difference d = difference_of(a, row, &s->trial[i].config);
        bool same_cell = d.axes == 0 && strcmp(value_of(row, "panel"),
                                               value_of(&s->trial[i].config, "panel")) == 0;

        if ((in_cell && !same_cell) ||
            (in_cell == same_cell &&
             (d.settings > best.settings || (d.settings == best.settings && d.axes >= best.axes))))
            continue;
        in_cell = same_cell;
        best = d;
        c->nearest = i;
    }
    c->settings = c->nearest < 0 ? INT_MAX : best.settings;
    c->as = c->nearest < 0 ? xstrdup("") : settings_of(a, row, &s->trial[c->nearest].config);
}

/* A short name for what a relation depends on of a configuration. */
static void name_config(const struct axes *a, const struct config *c, char name[TRIAL_KEY])
{
    struct text t = {0};

    for (int i = 0; i < c->count; i++)
        if (!is_ignored(a, c->item[i].key)) {
            name_line(&t, c->item[i].key);
            name_line(&t, c->item[i].value);
        }
    name_text(&t, name);
}

int *relation_likes(const struct axes *a, const struct config *const *config, int n)
{
    char(*name)[TRIAL_KEY] = xcalloc((size_t)n + 1, sizeof *name);
    int *like = xcalloc((size_t)n + 1, sizeof *like),
        *first = xcalloc((size_t)n + 1, sizeof *first);
    int firsts = 0;

    for (int i = 0; i < n; i++) {
        int k = 0;

        name_config(a, config[i], name[i]);
        while (k < firsts && strcmp(name[first[k]], name[i]))
            k++;
        if (k == firsts)
            first[firsts++] = i;
        like[i] = first[k];
    }
    free(name);
    free(first);
    return like;
}

struct relation *relations_of(const struct axes *a, const struct sweep *s,
                              const struct config *const *config, const int *like, int n)
{
    struct relation *relation = xcalloc((size_t)n + 1, sizeof *relation);

    for (int i = 0; i < n; i++)
        if (like[i] == i) {
            classify(&relation[i], a, s, config[i]);
        } else {
            relation[i] = relation[like[i]];
            relation[i].as = xstrdup(relation[i].as);
        }
    return relation;
}

void relations_free(struct relation *relation, int n)
{
    for (int i = 0; i < n; i++)
        free(relation[i].as);
    free(relation);
}
