/* Compares rows of results with the trials of a preset. */
#include "base/arena.h"
#include "base/utf8.h"
#include "sweep/selection_internal.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char *value_of(const struct config *c, const char *key)
{
    const char *value = config_get(c, key);

    return value ? value : "";
}

static bool is_same_value(const struct config *a, const struct config *b, const char *key)
{
    return strcmp(value_of(a, key), value_of(b, key)) == 0;
}

/* ---- axes ---- */

/* True when two trials of one panel have different values of the key. */
static bool varies_in_panel(const struct sweep *s, const char *key)
{
    for (int i = 0; i < s->trials; i++) {
        const struct config *c = &s->trial[i].config;
        int first = 0; /* index of the first trial in the panel of trial i */

        while (!is_same_value(&s->trial[first].config, c, "panel"))
            first++;
        if (!is_same_value(&s->trial[first].config, c, key))
            return true;
    }
    return false;
}

bool cells_name(const struct cells *c, const char *key)
{
    bool named = false;

    for (int i = 0; i < 4 && !named; i++) {
        struct config cell = {0};

        if (c->cell[i])
            cell_parse(c->cell[i], &cell);
        named = config_get(&cell, key) != NULL;
        config_clear(&cell);
    }
    return named;
}

void axes_find(struct axes *a, const struct sweep *preset, const struct plan *e,
               const struct cells *cells, int count, const struct results *r)
{
    for (int i = 0; e->axis[i]; i++)
        for (int p = 0; p < plan_presets(e) && strcmp(e->axis[i], "panel"); p++)
            if (varies_in_panel(&preset[p], e->axis[i]))
                list_add_new(&a->free, e->axis[i]);
    for (int i = 0; i < r->axes; i++)
        for (int k = 0; k < count && !plan_has_axis(e, r->axis[i]); k++)
            if (cells_name(&cells[k], r->axis[i]))
                list_add_new(&a->named, r->axis[i]);
}

/* True for keys that are not compared between a row and a trial: the seed, and named axes. */
static bool is_ignored(const struct axes *a, const char *key)
{
    return strcmp(key, "seed") == 0 || list_has(&a->named, key);
}

/* True for settings: all keys but the seed and the free and named axes. */
static bool is_setting(const struct axes *a, const char *key)
{
    return !is_ignored(a, key) && !list_has(&a->free, key);
}

/* ---- differences ---- */

/* In how many keys a row differs from a trial. `probes` counts the keys for which adds_probes() is true; `settings` counts all
 * other settings, and `axes` the free axes. */
struct difference {
    int settings, axes, probes;
};

/* Returns the value that another configuration has of the key c->item[i].key; "" when it has none. Tries index i first,
 * because equal keys are usually at equal indices. */
static const char *value_there(const struct config *c, const struct config *other, int i)
{
    const char *key = c->item[i].key;

    if (i < other->count && strcmp(other->item[i].key, key) == 0)
        return other->item[i].value;
    return value_of(other, key);
}

bool is_measuring_key(const char *key)
{
    return text_starts_with(key, "probe") || strcmp(key, "test_mistakes") == 0;
}

/* True when a row that differs from a trial of the preset in this key still measures all that the trial does. The key is then
 * test_mistakes, and the row has it; or one of probes, and either the trial has no probes, or the key is `probe` and the row has all of the trial's probes. The
 * row's results include those of the trial, because probes change nothing of a training. */
static bool adds_probes(const struct config *row, const struct config *planned, const char *key)
{
    struct list own = {0}, wanted = {0};
    bool all;

    if (!is_measuring_key(key))
        return false;
    if (strcmp(key, "test_mistakes") == 0)
        return strcmp(value_of(row, key), "1") == 0;
    list_split(&own, value_of(row, "probe"), "+");
    list_split(&wanted, value_of(planned, "probe"), "+");
    all = wanted.count == 0 || strcmp(key, "probe") == 0;
    for (int i = 0; i < wanted.count; i++)
        all = all && list_has(&own, wanted.item[i]);
    list_clear(&own);
    list_clear(&wanted);
    return all;
}

/* Counts a key in which the row differs from the trial. */
static void count_key(const struct axes *a, const struct config *row, const struct config *planned,
                      const char *key, struct difference *d)
{
    if (adds_probes(row, planned, key))
        d->probes++;
    else if (is_setting(a, key))
        d->settings++;
    else if (!is_ignored(a, key))
        d->axes++;
}

static struct difference difference_of(const struct axes *a, const struct config *row,
                                       const struct config *planned)
{
    struct difference d = {0};

    for (int i = 0; i < planned->count; i++)
        if (strcmp(value_there(planned, row, i), planned->item[i].value))
            count_key(a, row, planned, planned->item[i].key, &d);
    for (int i = 0; i < row->count; i++)
        if (*row->item[i].value && !*value_there(row, planned, i))
            count_key(a, row, planned, row->item[i].key, &d);
    return d;
}

/* True when row->item[i] is a setting with another value than in the other configuration. */
static bool is_differing_setting(const struct axes *a, const struct config *row,
                                 const struct config *other, int i)
{
    return is_setting(a, row->item[i].key) &&
           strcmp(row->item[i].value, value_there(row, other, i));
}

char *settings_label(const struct axes *a, const struct config *row, const struct config *planned)
{
    struct text t = {0};

    text_adds(&t, value_of(row, "panel"));
    for (int i = 0; planned && i < row->count; i++)
        if (is_differing_setting(a, row, planned, i) &&
            !adds_probes(row, planned, row->item[i].key))
            text_add(&t, "\n%s\n%s", row->item[i].key, row->item[i].value);
    return t.s ? t.s : xstrdup("");
}

/* Returns the value, as a new string. Of a value with more than MOST bytes, returns only MOST bytes near its first difference
 * from `other`, as "...relu; ${norm}; dense 10". */
static char *excerpt(const char *value, const char *other)
{
    enum { MOST = 40 };
    size_t n = strlen(value), start = 0, end;

    while (value[start] && value[start] == other[start])
        start++;
    start = n <= MOST || start < MOST / 2 ? 0 : start - MOST / 2;
    while (utf8_continues(value[start]))
        start--;
    end = start + MOST < n ? start + MOST : n;
    while (utf8_continues(value[end]))
        end--;
    return format_new("%s%.*s%s", start ? "..." : "", (int)(end - start), value + start,
                      end < n ? "..." : "");
}

void name_settings(const struct axes *a, const struct config *row, const struct config *other,
                   bool instead, struct list *out)
{
    for (int i = 0; i < row->count; i++) {
        const char *value = row->item[i].value, *there = value_there(row, other, i);
        char *own, *others, *text;

        if (!is_differing_setting(a, row, other, i))
            continue;
        own = excerpt(*value ? value : "none", there);
        others = excerpt(*there ? there : "none", value);
        text = format_new("%s=%s%s%s", row->item[i].key, own, instead ? " instead of " : "",
                          instead ? others : "");
        list_add_new(out, text);
        free(own);
        free(others);
        free(text);
    }
}

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

/* ---- matches ---- */

/* True when a is the smaller difference: it has fewer settings; or as many, and fewer free axes; or as many of both, and fewer
 * keys of probes. */
static bool is_smaller(const struct difference *a, const struct difference *b)
{
    if (a->settings != b->settings)
        return a->settings < b->settings;
    return a->axes != b->axes ? a->axes < b->axes : a->probes < b->probes;
}

/* Returns the trial that differs least from the row. If some trials have the panel and all free axes of the row, only these are
 * considered. */
static struct match match_of(const struct axes *a, const struct sweep *s, const struct config *row)
{
    struct difference best = {INT_MAX, INT_MAX, INT_MAX};
    struct match match = {-1, INT_MAX};
    bool in_cell = false; /* the best trial has the panel and all free axes of the row */

    for (int i = 0; i < s->trials && (best.settings || best.axes || best.probes); i++) {
        const struct config *planned = &s->trial[i].config;
        struct difference d = difference_of(a, row, planned);
        bool same_cell = d.axes == 0 && is_same_value(row, planned, "panel");
        bool fewer = is_smaller(&d, &best);

        if (same_cell == in_cell ? fewer : same_cell) {
            in_cell = same_cell;
            best = d;
            match = (struct match){i, d.settings};
        }
    }
    return match;
}

/* Returns a text with all keys and values on which match_of() depends, a new string. Configurations with equal texts have
 * equal matches. */
static char *config_label(const struct axes *a, const struct config *c)
{
    struct text t = {0};

    for (int i = 0; i < c->count; i++)
        if (!is_ignored(a, c->item[i].key)) {
            text_adds(&t, c->item[i].key);
            text_addn(&t, "\n", 1);
            text_adds(&t, c->item[i].value);
            text_addn(&t, "\n", 1);
        }
    return t.s ? t.s : xstrdup("");
}

/* Many rows differ only in the seed; their common match is computed once. */
struct match *matches_of(const struct axes *a, const struct sweep *s,
                         const struct config *const *config, int n)
{
    struct match *match = xcalloc((size_t)n + 1, sizeof *match);
    struct list labels = {0};
    int *first;

    for (int i = 0; i < n; i++)
        array_add(labels.item, labels.count) = config_label(a, config[i]);
    first = list_first(&labels);
    for (int i = 0; i < n; i++)
        match[i] = first[i] == i ? match_of(a, s, config[i]) : match[first[i]];
    list_clear(&labels);
    free(first);
    return match;
}
