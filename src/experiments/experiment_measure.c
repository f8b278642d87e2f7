/* Reads what a measure is made from, and the number with which a claim compares it. */
#include "base/arena.h"
#include "base/number.h"
#include "experiments/experiment_internal.h"
#include "stats/theory.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

int load_metric(struct loader *l, const struct tree *value, enum metric *out)
{
    const char *names[METRICS + 1] = {NULL}, *name = value->kind == TREE_TEXT
                                                         ? value->text
                                                         : tree_kind_name(value->kind);

    for (int m = 0; m < METRICS; m++)
        names[m] = metric_info[m].name;
    *out = metric_find(name);
    return *out < METRICS ? 0 : load_unknown(l, value->line, "metric", name, "normlab", names);
}

/* Sets *out to the column of the text PROBE.COLUMN, and *probe to the name of its probe. Returns 0, or -1 after a
 * message. */
static int find_column(struct loader *l, int line, const char *text, const char **probe,
                       const struct profile_column **out)
{
    const char *known[64] = {NULL}, *dot = strchr(text, '.');
    const struct profile_column *column;
    int n = 0;

    *probe = load_keep(l, xstrndup(text, (size_t)(dot - text)));
    column = probe_columns(*probe);
    while (!column && n < 63 && probe_name_at(n)) {
        known[n] = probe_name_at(n);
        n++;
    }
    if (!column)
        return load_unknown(l, line, "probe", *probe, "normlab", known);
    for (; column->name && strcmp(column->name, dot + 1); column++)
        known[n < 62 ? n++ : n] = column->name;
    *out = column;
    return column->name ? 0 : load_unknown(l, line, "column", dot + 1, *probe, known);
}

/* Reads the profile number from which a measure is made. text: PROBE.COLUMN. Returns 0, or -1 after a message. */
static int read_profile_number(struct loader *l, int line, const char *text, const char *layers,
                               const char *at, struct measure *out)
{
    struct profile_number *n = &out->profile;
    struct text why = {0};
    int bad;

    if (find_column(l, line, text, &n->probe, &n->column))
        return -1;
    if (out->how == MEASURE_FIRST) {
        out->how = MEASURE_FINAL;
        at = at ? at : "first";
    }
    bad = (layers && profile_number_layers(n, layers, &why)) ||
          (at && profile_number_point(n, at, &why));
    if (bad)
        load_error(l, line, "%s", text_str(&why));
    text_clear(&why);
    return bad ? -1 : 0;
}

int load_quantity(struct loader *l, const struct tree *value, const char *layers, const char *at,
                  struct measure *out)
{
    const char *text = value->kind == TREE_TEXT ? value->text : "";

    if (strchr(text, '.'))
        return read_profile_number(l, value->line, text, layers, at, out);
    if (probe_columns(text))
        return load_error(
            l, value->line,
            "'%s' is a probe: say which of its columns, as %s.%s; normlab list probes "
            "shows them",
            text, text, probe_columns(text)->name);
    if (layers || at)
        return load_error(
            l, value->line,
            "'layers' and 'at' go with a column of a probe, as metric: moments.pre_sd");
    return load_metric(l, value, &out->metric);
}

int load_value(struct loader *l, const struct tree *value, struct claim *c)
{
    const char *text = value->kind == TREE_TEXT ? value->text : "", *names[64] = {NULL}, *blank;
    const struct theory *theory;
    char *name;

    if (number_is(text) && isfinite(number_parse(text, NULL))) {
        c->value = number_parse(text, NULL);
        return 0;
    }
    blank = strchr(text, ' ');
    if (!blank || !number_is(blank + 1))
        return load_error(
            l, value->line,
            "'value' should be a number, or a formula of theory with its argument, as "
            "batchnorm_growth 8");
    c->theory = load_keep(l, xstrdup(text));
    name = xstrndup(text, (size_t)(blank - text));
    theory = theory_find(name);
    for (int i = 0; i < theory_count && i < 63; i++)
        names[i] = theories[i].name;
    if (!theory)
        load_unknown(l, value->line, "formula", name, "theory", names);
    free(name);
    if (!theory)
        return -1;
    c->value = theory->at(number_parse(blank + 1, NULL));
    if (!isfinite(c->value))
        return load_error(l, value->line, "'value': %s has no finite value", text);
    return 0;
}
