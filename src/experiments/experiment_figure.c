/* Reads the keys of a figure whose values are lists or maps. */
#include "base/arena.h"
#include "experiments/experiment_internal.h"
#include "stats/theory.h"
#include <string.h>

bool figure_field_is_no_key(const char *field, const char *value)
{
    bool x = strcmp(field, "x") == 0, panels = strcmp(field, "panels") == 0;

    return (x && (strcmp(value, FIGURE_EPOCH) == 0 || strcmp(value, FIGURE_STEP) == 0)) ||
           (x && metric_find(value) < METRICS) ||
           ((x || panels) && strcmp(value, FIGURE_LAYER) == 0) ||
           (panels && strcmp(value, FIGURE_POINT) == 0);
}

/* Sets *out to an array of texts, from a list or from a single text; a NULL ends the array. Each text must be one of
 * the known names. what: what a text names, for messages. */
static int read_names(struct loader *l, const struct tree *value, const char *what,
                      const char *const *known, const char *const **out)
{
    int count = value->kind == TREE_LIST ? value->count : 1;
    const char **names = load_array(l, count + 1, sizeof *names);

    for (int i = 0; i < count; i++) {
        const struct tree *item = value->kind == TREE_LIST ? &value->item[i] : value;
        int k = 0;

        while (known[k] && (item->kind != TREE_TEXT || strcmp(known[k], item->text)))
            k++;
        if (!known[k])
            return load_unknown(l, item->line, what,
                                item->kind == TREE_TEXT ? item->text : tree_kind_name(item->kind),
                                "normlab", known);
        names[i] = known[k];
    }
    *out = names;
    return 0;
}

/* Sets *out to an array of texts, from a list or from a single text; a NULL ends the array. key: the key of the
 * value, for messages. */
static int read_texts(struct loader *l, const struct tree *value, const char *key,
                      const char *const **out)
{
    int count = value->kind == TREE_LIST ? value->count : 1;
    const char **texts = load_array(l, count + 1, sizeof *texts);

    for (int i = 0; i < count; i++) {
        const struct tree *item = value->kind == TREE_LIST ? &value->item[i] : value;

        if (item->kind != TREE_TEXT || !*item->text)
            return load_error(l, item->line, "'%s' should be a value or a list of values", key);
        texts[i] = load_keep(l, xstrdup(item->text));
    }
    *out = texts;
    return 0;
}

int load_reference(struct loader *l, const struct tree *map, struct figure_request *q)
{
    const struct tree *reference = tree_get(map, "reference");

    return reference ? read_texts(l, reference, "reference", &q->reference) : 0;
}

int load_bands_and_theory(struct loader *l, const struct tree *map, struct figure_request *q)
{
    const struct tree *bands = tree_get(map, "bands"), *theory = tree_get(map, "theory");
    const char *known[64] = {NULL};

    for (int i = 0; i < theory_count && i < 63; i++)
        known[i] = theories[i].name;
    if (theory && read_names(l, theory, "theory", known, &q->theory))
        return -1;
    if (!bands)
        return 0;
    if (!q->of.profile.probe || bands->kind != TREE_LIST || bands->count % 2)
        return load_error(
            l, bands->line,
            "'bands' should be a list of columns of the measure's probe, two for each "
            "band: [p5, p95, p15, p85]");
    memset(known, 0, sizeof known);
    for (int i = 0; i < 63 && probe_columns(q->of.profile.probe)[i].name; i++)
        known[i] = probe_columns(q->of.profile.probe)[i].name;
    return read_names(l, bands, "column", known, &q->bands);
}
