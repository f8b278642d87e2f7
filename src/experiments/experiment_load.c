/* Makes an experiment from the text of a YAML file. docs/experiments.md describes the format; the tables of fields in this
 * file define it. Each function read_...() reads the map or list of one key, and returns 0, or -1 after a message. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "experiments/experiment_internal.h"
#include "figures/forest.h"
#include <stdlib.h>
#include <string.h>

/* ---- claims, tables, figures ---- */

/* Checks that merged files have the curve of a metric that a claim, a table or a figure (`what`) needs. line: that of the
 * claim, table or figure. */
static int check_curve(const struct loader *l, int line, const char *what, enum metric m)
{
    if (!l->e->plan.only_final[m])
        return 0;
    return load_error(l, line, "%s needs the curve of %s: add it to the experiment's 'curves'",
                      what, metric_info[m].name);
}

/* Checks in the same way the curves that a measure needs. */
static int check_measure(const struct loader *l, int line, const char *what,
                         const struct measure *m)
{
    for (int k = 0; k < METRICS; k++)
        if (measure_needs_curve(m, (enum metric)k) && check_curve(l, line, what, (enum metric)k))
            return -1;
    return 0;
}

static int read_claim(struct loader *l, const struct tree *map)
{
    static const struct field fields[] = {
        FIELD(TEXT, "id", struct claim, id),
        NEEDED(TEXT, "text", struct claim, text),
        NEEDED(TEXT, "source", struct claim, source),
        NEEDED(CELL, "a", struct claim, a),
        FIELD(CELL, "b", struct claim, b),
        FIELD(CELL, "a_base", struct claim, a_base),
        FIELD(CELL, "b_base", struct claim, b_base),
        FIELD(MEASURE, "measure", struct claim, of),
        CHOICE("expect", struct claim, kind, "more", "less", "same", "refused", "printed"),
        FIELD(NUMBER, "margin", struct claim, margin),
        FIELD(NUMBER, "factor", struct claim, margin),
        ELSEWHERE("value"),
        FIELD(PRINTED, "printed", struct claim, printed),
        FIELD(TEXT, "note", struct claim, note),
        FIELD(TEXT, "answer", struct claim, answer),
        FIELD(TEXT, "where", struct claim, where),
        FIELD(WHOLE, "order", struct claim, order),
        CHOICE("status", struct claim, status, "exploratory", "confirmatory"),
        {0},
    };
    struct claim c = {0};
    const struct tree *value;
    const char *fault;

    if (load_map(l, map, "a claim", fields, &c))
        return -1;
    if (!tree_get(map, "expect"))
        return load_error(l, map->line, "a claim needs 'expect'");
    value = tree_get(map, "value");
    if (value && load_value(l, value, &c))
        return -1;
    c.ratio = tree_get(map, "factor");
    if (c.ratio && tree_get(map, "margin"))
        return load_error(l, map->line, "a claim has a 'margin' or a 'factor', not both");
    if (c.kind != CLAIM_REFUSED && !tree_get(map, "measure"))
        return load_error(l, map->line, "a claim needs 'measure', unless it expects 'refused'");
    if (c.kind < CLAIM_REFUSED && !c.b && !value)
        return load_error(l, map->line, "a claim compares a with a cell 'b' or a number 'value'");
    if (!c.id)
        c.id = l->e->plan.name;
    fault = claim_fault(&c) ? claim_fault(&c) : claim_answer_fault(&c);
    if (fault)
        return load_error(l, map->line, "a claim %s", fault);
    if (check_measure(l, map->line, "a claim", &c.of) ||
        (c.kind == CLAIM_PRINTED && check_curve(l, map->line, "a claim", c.of.metric)))
        return -1;
    array_add(l->claims, l->claim_count) = c;
    return 0;
}

static int read_table(struct loader *l, const struct tree *map)
{
    static const struct field fields[] = {
        NEEDED(TEXT, "title", struct table_request, title),
        FIELD(KEY, "panels", struct table_request, panels),
        NEEDED(KEY, "rows", struct table_request, rows),
        NEEDED(KEY, "columns", struct table_request, columns),
        FIELD(CELL, "only", struct table_request, only),
        NEEDED(MEASURE, "measure", struct table_request, of),
        {0},
    };
    struct table_request q = {0};

    if (load_map(l, map, "a table", fields, &q) || check_measure(l, map->line, "a table", &q.of))
        return -1;
    array_add(l->tables, l->table_count) = q;
    return 0;
}

/* Reads the key `printed` of a figure: curves that a publication prints. Returns 0, or -1 after a message. */
static int read_series(struct loader *l, const struct tree *list, const struct printed_series **out)
{
    static const struct field fields[] = {
        NEEDED(CELL, "cell", struct printed_series, cell),
        NEEDED(TEXT, "label", struct printed_series, label),
        NEEDED(PRINTED, "values", struct printed_series, printed),
        FIELD(FLAG, "only_drawn", struct printed_series, only_drawn),
        {0},
    };
    struct printed_series *series;

    if (list->kind != TREE_LIST)
        return load_error(l, list->line,
                          "'printed' should be a list of maps with cell, label, values");
    series = load_array(l, list->count + 1, sizeof *series);
    for (int i = 0; i < list->count; i++)
        if (load_map(l, &list->item[i], "printed values", fields, &series[i]))
            return -1;
    *out = series;
    return 0;
}

static int read_figure(struct loader *l, const struct tree *map)
{
    struct fields {
        struct figure_request q;
        int y_log;
    } f = {0};
    static const struct field fields[] = {
        NEEDED(TEXT, "name", struct figure_request, name),
        {.key = "template",
         .kind = FIELD_CHOICE,
         .offset = offsetof(struct figure_request, template),
         .choices =
             {
#define TEMPLATE(id, name, x, ...) #name,
#define INNER_TEMPLATE(...)
#include "figures/templates.def"
#undef TEMPLATE
#undef INNER_TEMPLATE
             }},
        NEEDED(TEXT, "title", struct figure_request, title),
        NEEDED(KEY, "x", struct figure_request, x),
        NEEDED(TEXT, "x_label", struct figure_request, x_label),
        NEEDED(TEXT, "y_label", struct figure_request, y_label),
        FIELD(WHOLE, "x_log", struct figure_request, x_log),
        FIELD(WHOLE, "y_log", struct fields, y_log),
        NEEDED(MEASURE, "measure", struct figure_request, of),
        CHOICE("y", struct figure_request, y, "value", "relative", "difference", "overhead"),
        FIELD(KEY, "panels", struct figure_request, panels),
        NEEDED(KEY, "series", struct figure_request, series),
        FIELD(KEY, "variants", struct figure_request, variants),
        FIELD(CELL, "only", struct figure_request, only),
        FIELD(CELL, "baseline", struct figure_request, baseline),
        FIELD(CELL, "compared", struct figure_request, compared),
        FIELD(TEXT, "across", struct figure_request, across),
        FIELD(FLAG, "skip_start", struct figure_request, skip_start),
        FIELD(METRIC, "band", struct figure_request, band_metric),
        FIELD(FLAG, "x_per_group", struct figure_request, x_per_group),
        ELSEWHERE("bands"),
        ELSEWHERE("theory"),
        ELSEWHERE("reference"),
        ELSEWHERE("printed"),
        {0},
    };
    const struct tree *printed;
    const char *fault;
    bool over_training;

    if (load_map(l, map, "a figure", fields, &f))
        return -1;
    if (!tree_get(map, "template"))
        return load_error(l, map->line, "a figure needs 'template'");
    if (load_bands_and_theory(l, map, &f.q) || load_reference(l, map, &f.q))
        return -1;
    printed = tree_get(map, "printed");
    if (printed && read_series(l, printed, &f.q.printed))
        return -1;
    if ((f.q.x_log && f.q.x_log != 2 && f.q.x_log != 10) || (f.y_log && f.y_log != 10))
        return load_error(l, map->line, "x_log should be 2 or 10, and y_log 10");
    f.q.y_log10 = f.y_log == 10;
    if (!experiment_is_name(f.q.name) || strcmp(f.q.name, FOREST_NAME) == 0)
        return load_error(
            l, map->line,
            "a figure's name should be lower-case letters, digits and _, and not " FOREST_NAME
            ": '%s'",
            f.q.name);
    fault = figure_fault(&f.q);
    if (fault)
        return load_error(l, map->line, "figure %s %s", f.q.name, fault);
    over_training = strcmp(f.q.x, FIGURE_EPOCH) == 0 && !f.q.of.profile.probe;
    if (check_measure(l, map->line, f.q.name, &f.q.of) ||
        (over_training && check_curve(l, map->line, f.q.name, f.q.of.metric)) ||
        (over_training && f.q.band_metric && check_curve(l, map->line, f.q.name, f.q.band_metric)))
        return -1;
    for (int i = 0; i < l->figure_count; i++)
        if (strcmp(l->figures[i].name, f.q.name) == 0)
            return load_error(l, map->line, "two figures are called '%s'", f.q.name);
    array_add(l->figures, l->figure_count) = f.q;
    return 0;
}

/* ---- presets ---- */

/* Adds a block to the preset that is being read. Returns 0, or -1 after a message. */
static int read_block(struct loader *l, const struct tree *map)
{
    struct preset *p = l->preset;
    int n = 0;

    while (n < PLAN_BLOCKS && p->block[n])
        n++;
    if (n == PLAN_BLOCKS - 1)
        return load_error(l, map->line, "a preset has at most %d blocks", PLAN_BLOCKS - 1);
    return load_settings(l, map, true, &p->block[n]);
}

static int read_preset(struct loader *l, const char *name, const struct tree *map)
{
    static const struct field fields[] = {
        NEEDED(TEXT, "about", struct preset, about),
        NEEDED(TEXT, "seeds", struct preset, seeds),
        ELSEWHERE("common"),
        NEEDED_ELSEWHERE("blocks"),
        {0},
    };
    struct plan *plan = &l->e->plan;
    const struct tree *common;
    int n = 0;

    while (plan->preset[n].name)
        n++;
    if (n == PLAN_PRESETS)
        return load_error(l, map->line, "an experiment has at most %d presets", PLAN_PRESETS);
    if (!experiment_is_name(name))
        return load_error(l, map->line,
                          "a preset's name should be lower-case letters, digits and _");
    l->preset = &plan->preset[n];
    if (load_map(l, map, "a preset", fields, l->preset))
        return -1;
    common = tree_get(map, "common");
    l->preset->common = "";
    l->preset->line = map->line;
    if (common && load_settings(l, common, true, &l->preset->common))
        return -1;
    if (load_each(l, tree_get(map, "blocks"), "blocks", read_block))
        return -1;
    if (!l->preset->block[0])
        return load_error(l, map->line, "preset %s has no blocks", name);
    l->preset->name = load_keep(l, xstrdup(name));
    return 0;
}

static int read_presets(struct loader *l, const struct tree *map)
{
    if (map->kind != TREE_MAP || map->count == 0)
        return load_error(l, map->line, "'presets' should be a map of presets by their names");
    for (int i = 0; i < map->count; i++)
        if (read_preset(l, map->key[i], &map->item[i]))
            return -1;
    return 0;
}

/* ---- the file ---- */

static int read_axes(struct loader *l, const struct tree *list)
{
    struct plan *p = &l->e->plan;

    if (list->kind != TREE_LIST || list->count == 0 || list->count >= PLAN_AXES)
        return load_error(l, list->line, "'axes' should be a list of keys, at most %d",
                          PLAN_AXES - 1);
    for (int i = 0; i < list->count; i++) {
        const struct tree *axis = &list->item[i];
        const char *key = axis->kind == TREE_TEXT ? axis->text : tree_kind_name(axis->kind);

        if (plan_has_axis(p, key))
            return load_error(l, axis->line, "the axis '%s' stands twice", key);
        if (load_text(l, "axes", axis, &p->axis[i]))
            return -1;
    }
    return 0;
}

/* Reads `curves`: the metrics whose whole curve merged files have; all where the key is left out. */
static int read_curves(struct loader *l, const struct tree *list)
{
    struct plan *p = &l->e->plan;

    if (!list)
        return 0;
    if (list->kind != TREE_LIST)
        return load_error(l, list->line, "'curves' should be a list of metrics");
    for (int m = 0; m < METRICS; m++)
        p->only_final[m] = true;
    for (int i = 0; i < list->count; i++) {
        enum metric m;

        if (load_metric(l, &list->item[i], &m))
            return -1;
        if (!metric_info[m].merged_curve)
            return load_error(l, list->item[i].line, "merged files have no curve of %s",
                              metric_info[m].name);
        p->only_final[m] = false;
    }
    return 0;
}

/* True when a block of the experiment gives the key a value. */
static bool is_given(const struct plan *p, const char *key)
{
    bool given = false;

    for (int i = 0; p->preset[i].name; i++)
        for (int k = 0; p->preset[i].block[k] && !given; k++) {
            struct config grid = {0};

            block_parse(&p->preset[i], p->preset[i].block[k], &grid);
            given = config_get(&grid, key);
            config_clear(&grid);
        }
    return given;
}

/* Checks that some block gives each axis a value: an axis without one is probably misspelled. Returns 0, or -1 after
 * a message. */
static int check_axes(struct loader *l, const struct tree *list)
{
    for (int i = 0; i < list->count; i++)
        if (!is_given(&l->e->plan, list->item[i].text))
            return load_error(l, list->item[i].line, "no block gives the axis '%s' a value",
                              list->item[i].text);
    return 0;
}

static int read_notes(struct loader *l, const struct tree *list)
{
    if (list->kind != TREE_LIST)
        return load_error(l, list->line, "'notes' should be a list of paragraphs");
    for (int i = 0; i < list->count; i++) {
        const char *text = NULL;

        if (load_text(l, "notes", &list->item[i], &text))
            return -1;
        list_add(&l->e->notes, text);
    }
    return 0;
}

/* Checks the experiment's name, and that its file is called NAME.yaml. Returns 0, or -1 after a message. */
static int check_name(struct loader *l, const struct tree *file)
{
    const char *name = l->e->plan.name, *file_name = path_name(l->file);
    const char *suffix = strrchr(file_name, '.');
    int n = (int)strcspn(file_name, ".");

    /* Results are files such as NAME.txt: they could replace an experiment's file with such a name. */
    if (!suffix || (strcmp(suffix, ".yaml") && strcmp(suffix, ".yml")))
        return load_error(l, tree_get(file, "name")->line,
                          "the name of an experiment's file should end in .yaml");
    if (!experiment_is_name(name))
        return load_error(
            l, tree_get(file, "name")->line,
            "a name should be lower-case letters, digits and _, and begin with a letter");
    if (builtin_find(name) && builtin_find(name) != l->text)
        return load_error(l, tree_get(file, "name")->line,
                          "'%s' is the name of one of normlab's own experiments: choose another",
                          name);
    if (strlen(name) != (size_t)n || strncmp(name, file_name, (size_t)n))
        return load_error(l, tree_get(file, "name")->line,
                          "the name '%s' should be that of the file, %.*s", name, n, file_name);
    return 0;
}

static int read_file(struct loader *l, const struct tree *file)
{
    static const struct field fields[] = {
        NEEDED(TEXT, "name", struct plan, name),
        NEEDED(WHOLE, "version", struct plan, version),
        NEEDED(TEXT, "title", struct plan, title),
        NEEDED(TEXT, "question", struct plan, question),
        NEEDED_ELSEWHERE("axes"),
        FIELD(FLAG, "exclusive", struct plan, exclusive),
        FIELD(WHOLE, "least_seeds", struct plan, least_seeds),
        ELSEWHERE("curves"),
        ELSEWHERE("define"),
        NEEDED_ELSEWHERE("presets"),
        ELSEWHERE("claims"),
        ELSEWHERE("tables"),
        ELSEWHERE("figures"),
        ELSEWHERE("notes"),
        {0},
    };
    const struct tree *notes;

    if (load_map(l, file, "an experiment", fields, &l->e->plan) || check_name(l, file) ||
        read_axes(l, tree_get(file, "axes")) || read_curves(l, tree_get(file, "curves")) ||
        read_presets(l, tree_get(file, "presets")) || check_axes(l, tree_get(file, "axes")) ||
        load_each(l, tree_get(file, "claims"), "claims", read_claim) ||
        load_each(l, tree_get(file, "tables"), "tables", read_table) ||
        load_each(l, tree_get(file, "figures"), "figures", read_figure))
        return -1;
    notes = tree_get(file, "notes");
    return notes ? read_notes(l, notes) : 0;
}

/* Returns plan.claimed: the profile numbers that claims compare. */
static const struct profile_number *claimed_numbers(struct loader *l)
{
    struct profile_number *number =
        load_array(l, l->claim_count + 1, sizeof(struct profile_number));
    int n = 0;

    for (int i = 0; i < l->claim_count; i++)
        if (l->claims[i].of.profile.probe)
            number[n++] = l->claims[i].of.profile;
    return number;
}

struct experiment *experiment_parse(const char *file, const char *text)
{
    struct experiment *e = xcalloc(1, sizeof *e);
    struct loader l = {.file = file, .text = text, .e = e};
    struct tree tree = {0};
    int bad;

    e->file = load_keep(&l, xstrdup(file));
    e->plan.least_seeds = LEAST_SEEDS;
    bad = tree_parse(&tree, file, text, strlen(text)) || read_file(&l, &tree);
    e->plan.typed = e->plan.name;
    e->plan.claimed = claimed_numbers(&l);
    array_add(l.claims, l.claim_count) = (struct claim){0};
    array_add(l.tables, l.table_count) = (struct table_request){0};
    array_add(l.figures, l.figure_count) = (struct figure_request){0};
    e->claims = l.claims;
    e->tables = l.tables;
    e->figures = l.figures;
    tree_clear(&tree);
    if (bad) {
        experiment_free(e);
        return NULL;
    }
    return e;
}

struct experiment *experiment_load(const char *path)
{
    size_t n;
    char *text = file_read(path, &n, false);
    struct experiment *e = NULL;

    if (text && strlen(text) < n)
        error("%s: holds a NUL byte: it should be a YAML text", path);
    else if (text)
        e = experiment_parse(path, text);
    free(text);
    return e;
}

void experiment_free(struct experiment *e)
{
    if (!e)
        return;
    for (int i = 0; i < e->arrays; i++)
        free(e->array[i]);
    free(e->array);
    free((void *)e->claims);
    free((void *)e->tables);
    free((void *)e->figures);
    list_clear(&e->texts);
    list_clear(&e->notes);
    free(e);
}
