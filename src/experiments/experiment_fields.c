/* Reads the values of a map's keys by a table of fields (struct field). */
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "experiments/experiment_internal.h"
#include <math.h>
#include <string.h>

enum { WHOLE_MAX = 1000000000 };

/* Reads the value of a field into the member *out. Returns 0, or -1 after a message. */
static int read_field(struct loader *l, const struct field *f, const struct tree *value, void *out);

int load_map(struct loader *l, const struct tree *map, const char *what, const struct field *fields,
             void *out)
{
    const char *known[32];
    int n = 0;

    while (fields[n].key) {
        known[n] = fields[n].key;
        n++;
    }
    known[n] = NULL;
    if (map->kind != TREE_MAP)
        return load_error(l, map->line, "%s should be a map of keys and values, not %s", what,
                          tree_kind_name(map->kind));
    for (int i = 0; i < map->count; i++) {
        int k = 0;

        while (k < n && strcmp(known[k], map->key[i]))
            k++;
        if (k == n)
            return load_unknown(l, map->item[i].line, "key", map->key[i], what, known);
        if (read_field(l, &fields[k], &map->item[i], (char *)out + fields[k].offset))
            return -1;
    }
    for (int k = 0; k < n; k++)
        if (fields[k].needed && !tree_get(map, known[k]))
            return load_error(l, map->line, "%s needs '%s'", what, known[k]);
    return 0;
}

int load_text(struct loader *l, const char *key, const struct tree *value, const char **out)
{
    if (value->kind != TREE_TEXT || !*value->text)
        return load_error(l, value->line, "'%s' should be a text, not %s", key,
                          value->kind == TREE_TEXT ? "empty" : tree_kind_name(value->kind));
    *out = load_keep(l, xstrdup(value->text));
    return load_complete(l, value->line, *out);
}

static int read_number(struct loader *l, const char *key, const struct tree *value, double *out)
{
    if (value->kind != TREE_TEXT || !number_is(value->text) ||
        !isfinite(number_parse(value->text, NULL)))
        return load_error(l, value->line, "'%s' should be a number", key);
    *out = number_parse(value->text, NULL);
    return 0;
}

static int read_whole(struct loader *l, const char *key, const struct tree *value, int *out)
{
    double v = 0;

    if (read_number(l, key, value, &v))
        return -1;
    if (v < 1 || v > WHOLE_MAX || v != floor(v))
        return load_error(l, value->line, "'%s' should be a whole number above 0", key);
    *out = (int)v;
    return 0;
}

static int read_choice(struct loader *l, const char *key, const struct tree *value,
                       const char *const *choices, int *out)
{
    const char *text = value->kind == TREE_TEXT ? value->text : tree_kind_name(value->kind);

    for (*out = 0; choices[*out]; ++*out)
        if (strcmp(choices[*out], text) == 0)
            return 0;
    return load_unknown(l, value->line, "value", text, key, choices);
}

static int read_flag(struct loader *l, const char *key, const struct tree *value, bool *out)
{
    static const char *const words[] = {"no", "yes", "false", "true", NULL};
    int chosen;

    if (read_choice(l, key, value, words, &chosen))
        return -1;
    *out = chosen % 2;
    return 0;
}

/* Reads a measure: the name of a metric or of a profile number, or a map of fields. Returns 0, or -1 after a message. */
static int read_measure_fields(struct loader *l, const struct tree *value, struct measure *out)
{
    struct fields {
        struct measure of;
        const char *layers, *at;
    } f = {0};
    static const struct field fields[] = {
        NEEDED_ELSEWHERE("metric"),
        CHOICE("how", struct fields, of.how, "final", "first", "epochs_to", "steps_to",
               "seconds_to", "best", "best_at", "usable_most", "usable_range"),
        FIELD(NUMBER, "target", struct fields, of.target),
        FIELD(TEXT, "along", struct fields, of.along),
        FIELD(NUMBER, "tolerance", struct fields, of.tolerance),
        FIELD(FLAG, "ratio", struct fields, of.ratio),
        FIELD(TEXT, "layers", struct fields, layers),
        FIELD(TEXT, "at", struct fields, at),
        ELSEWHERE("unit"),
        ELSEWHERE("by"),
        {0},
    };
    const struct tree *unit, *by;

    if (value->kind == TREE_TEXT)
        return load_quantity(l, value, NULL, NULL, out);
    if (load_map(l, value, "a measure", fields, &f) ||
        load_quantity(l, tree_get(value, "metric"), f.layers, f.at, &f.of))
        return -1;
    *out = f.of;
    by = tree_get(value, "by");
    out->has_by = by != NULL;
    if (by && load_metric(l, by, &out->by))
        return -1;
    unit = tree_get(value, "unit");
    if (unit && unit->kind != TREE_TEXT)
        return load_error(l, unit->line, "'unit' should be a text");
    if (unit)
        out->unit = load_keep(l, xstrdup(unit->text));
    return 0;
}

/* Reads a measure and checks that its fields go together. Returns 0, or -1 after a message. */
static int read_measure(struct loader *l, const struct tree *value, struct measure *out)
{
    struct text why = {0};
    int bad = read_measure_fields(l, value, out);

    if (!bad && measure_fault(l->e, out, &why))
        bad = load_error(l, value->line, "%s", text_str(&why));
    text_clear(&why);
    return bad;
}

/* Reads published values by epoch, as {1: 14.78, 2: 12.36}. Returns 0, or -1 after a message. */
static int read_printed(struct loader *l, const char *key, const struct tree *value,
                        const struct printed **out)
{
    struct printed *list;

    if (value->kind != TREE_MAP || value->count == 0)
        return load_error(l, value->line,
                          "'%s' should be a map of epochs and values, as {1: 14.78}", key);
    list = load_array(l, value->count + 1, sizeof *list);
    for (int i = 0; i < value->count; i++) {
        const char *epoch = value->key[i];

        list[i].epoch = number_is(epoch) ? number_parse(epoch, NULL) : 0;
        if (!(list[i].epoch > 0))
            return load_error(l, value->item[i].line, "epoch '%s' should be a number above 0",
                              epoch);
        if (read_number(l, epoch, &value->item[i], &list[i].value))
            return -1;
    }
    *out = list;
    return 0;
}

static int read_field(struct loader *l, const struct field *f, const struct tree *value, void *out)
{
    switch (f->kind) {
    case FIELD_ANY:
        return 0;
    case FIELD_TEXT:
        return load_text(l, f->key, value, out);
    case FIELD_KEY:
        if (load_text(l, f->key, value, out))
            return -1;
        return figure_field_is_no_key(f->key, value->text) ? 0
                                                           : load_key(l, value->line, value->text);
    case FIELD_CELL:
        return load_cell(l, value, out);
    case FIELD_NUMBER:
        return read_number(l, f->key, value, out);
    case FIELD_WHOLE:
        return read_whole(l, f->key, value, out);
    case FIELD_FLAG:
        return read_flag(l, f->key, value, out);
    case FIELD_CHOICE:
        return read_choice(l, f->key, value, f->choices, out);
    case FIELD_METRIC:
        return load_metric(l, value, out);
    case FIELD_MEASURE:
        return read_measure(l, value, out);
    case FIELD_PRINTED:
        return read_printed(l, f->key, value, out);
    }
    BUG("no such kind of field");
}
