#include "sweep/fresh/registry.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* the keys of the values in the cells of a claim */
static const char *const cell_key[REGISTRY_CELLS] = {"a", "b", "a_base", "b_base"};

/* Returns the path of the file, a new string. */
static char *path_of(const char *root, const char *name)
{
    return format_new("%s/results/%s.settle", root, name);
}

/* ---- reading and writing ---- */

/* Returns the value of a key; 0 when it is missing or no number. */
static double number_in(const struct config *c, const char *key)
{
    const char *text = config_get(c, key);

    return text && number_is(text) ? number_parse(text, NULL) : 0;
}

static void registration_clear(struct registration *g)
{
    free(g->commit);
    free(g->text);
    free(g->axis);
    for (int k = 0; k < REGISTRY_CELLS; k++)
        list_clear(&g->values[k]);
}

/* Sets axis and values of the registration from a line. Returns false when there is an axis without numbers in cell a. */
static bool read_axis(struct registration *g, const struct config *c)
{
    const char *axis = config_get(c, "axis");
    bool good = true;

    if (!axis)
        return true;
    g->axis = xstrdup(axis);
    for (int k = 0; k < REGISTRY_CELLS; k++) {
        const char *values = config_get(c, cell_key[k]);

        list_split(&g->values[k], values ? values : "", ",");
        for (int i = 0; i < g->values[k].count; i++)
            good = good && number_is(g->values[k].item[i]);
    }
    return good && g->values[0].count > 0;
}

/* Adds a registration, which the registry then owns. */
static void add(struct registry *r, const struct registration *g)
{
    if (!r->first || g->first < r->first)
        r->first = g->first;
    array_add(r->claim, r->claims) = *g;
}

/* Adds the registration of a line, whose pairs key=value are in c. text: the claim. Returns false when a value is missing or
 * wrong. */
static bool add_line(struct registry *r, const struct config *c, const char *text)
{
    const char *id = config_get(c, "claim"), *time = config_get(c, "time"),
               *commit = config_get(c, "commit");
    struct registration g = {
        .first = (int)number_in(c, "first_seed"),
        .seeds = (int)number_in(c, "seeds"),
        .pairs = (int)number_in(c, "pairs"),
        .mean = number_in(c, "mean"),
        .sd = number_in(c, "sd"),
    };

    if (!id || strlen(id) != CLAIM_ID - 1 || !time || !commit || g.first < FRESH_FIRST ||
        g.seeds < FRESH_LEAST || !read_axis(&g, c)) {
        registration_clear(&g);
        return false;
    }
    memcpy(g.id, id, CLAIM_ID);
    snprintf(g.time, sizeof g.time, "%s", time);
    g.commit = xstrdup(commit);
    g.text = xstrdup(text);
    add(r, &g);
    return true;
}

/* Reads the lines of the file. Returns 0, or the number of the line that is wrong. */
static int read_lines(struct registry *r, const struct list *lines)
{
    const char *text = "";

    for (int i = 0; i < lines->count; i++) {
        struct config c = {0};
        struct text why = {0};
        bool good;

        if (text_starts_with(lines->item[i], "# ")) {
            text = lines->item[i] + 2;
            continue;
        }
        good = config_read(&c, lines->item[i], &why) == 0 && add_line(r, &c, text);
        config_clear(&c);
        text_clear(&why);
        if (!good)
            return i + 1;
        text = "";
    }
    return 0;
}

int registry_read(struct registry *r, const char *root, const char *name)
{
    char *path = path_of(root, name), *file;
    struct list lines = {0};
    int wrong;

    *r = (struct registry){0};
    if (!file_exists(path)) {
        free(path);
        return 0;
    }
    file = file_read(path, &(size_t){0}, false);
    list_split(&lines, file ? file : "", "\n");
    wrong = read_lines(r, &lines);
    if (wrong)
        error(
            "%s: line %d: should have claim=, first_seed=, seeds=, time= and commit=, and behind axis= "
            "numbers in a=; restore the file as it was committed",
            path, wrong);
    if (wrong)
        registry_clear(r);
    wrong = wrong || !file ? -1 : 0;
    list_clear(&lines);
    free(file);
    free(path);
    return wrong;
}

static void add_axis(struct text *t, const struct registration *g)
{
    if (g->axis)
        text_add(t, " axis=%s", g->axis);
    for (int k = 0; k < REGISTRY_CELLS && g->axis; k++)
        if (g->values[k].count) {
            char *values = list_join(&g->values[k], ",");

            text_add(t, " %s=%s", cell_key[k], values);
            free(values);
        }
}

int registry_write(const struct registry *r, const char *root, const char *name)
{
    char *path = path_of(root, name);
    struct text t = {0};
    int bad;

    for (int i = 0; i < r->claims; i++) {
        const struct registration *g = &r->claim[i];
        char mean[32], sd[32];

        format_double(mean, g->mean);
        format_double(sd, g->sd);
        text_add(&t, "# %s\n", g->text);
        text_add(&t, "claim=%s first_seed=%d seeds=%d pairs=%d mean=%s sd=%s time=%s commit=%s",
                 g->id, g->first, g->seeds, g->pairs, mean, sd, g->time, g->commit);
        add_axis(&t, g);
        text_add(&t, "\n");
    }
    bad = file_write(path, text_str(&t), t.length);
    text_clear(&t);
    free(path);
    return bad;
}

void registry_clear(struct registry *r)
{
    for (int i = 0; i < r->claims; i++)
        registration_clear(&r->claim[i]);
    free(r->claim);
    *r = (struct registry){0};
}

const struct registration *registry_find(const struct registry *r, const char *id)
{
    for (int i = 0; i < r->claims; i++)
        if (strcmp(r->claim[i].id, id) == 0)
            return &r->claim[i];
    return NULL;
}

int64_t registry_next(const struct registry *r, const struct results *results)
{
    int64_t next = FRESH_FIRST;

    for (int i = 0; i < results->records; i++)
        if (results->record[i].seed >= next)
            next = results->record[i].seed + 1;
    for (int i = 0; i < r->claims; i++)
        if (r->claim[i].first + r->claim[i].seeds > next)
            next = r->claim[i].first + r->claim[i].seeds;
    return next;
}

void registry_add(struct registry *r, const struct registration *g)
{
    struct registration own = *g;

    own.text = xstrdup(g->text);
    own.commit = xstrdup(source_commit());
    own.axis = g->axis ? xstrdup(g->axis) : NULL;
    for (int k = 0; k < REGISTRY_CELLS; k++) {
        own.values[k] = (struct list){0};
        for (int i = 0; i < g->values[k].count; i++)
            list_add(&own.values[k], g->values[k].item[i]);
    }
    clock_iso(own.time);
    for (char *s = own.text; *s; s++)
        *s = *s == '\n' ? ' ' : *s;
    add(r, &own);
}

/* ---- the records on which a claim is judged ---- */

/* True when the seed is one of the fresh seeds of g. */
static bool has_seed(const struct registration *g, int64_t seed)
{
    return seed >= g->first && seed < g->first + g->seeds;
}

/* True when g has no axis, or when the record's value of this axis is registered for cell k. The record must be in cell
 * k. */
static bool has_value(const struct registration *g, int k, const struct record *record)
{
    return !g->axis || list_has(&g->values[k], record_get(record, g->axis));
}

/* Sets own[i] to true for the records results->record[i] that g registers with an axis: those with a fresh seed and a registered
 * value in one of the claim's cells. Marks none when g has no axis. */
static void mark_own(const struct registration *g, const struct cells *cells,
                     const struct results *results, bool *own)
{
    for (int k = 0; k < REGISTRY_CELLS && g->axis; k++) {
        struct config cell = {0};

        if (!cells->cell[k])
            continue;
        cell_parse(cells->cell[k], &cell);
        for (int i = 0; i < results->records; i++) {
            const struct record *record = &results->record[i];

            if (has_seed(g, record->seed) && record_in_cell(record, &cell) &&
                has_value(g, k, record))
                own[i] = true;
        }
        config_clear(&cell);
    }
}

/* Returns the number of records with this seed. */
static int count_seed(const struct record *const *record, int count, int64_t seed)
{
    int n = 0;

    for (int i = 0; i < count; i++)
        n += record[i]->seed == seed;
    return n;
}

/* Returns how many trials each fresh seed must have in cell k: as many as there are registered values on the axis; if
 * the registration has no axis, as many as the exploratory seed with the most trials has. (For a measure along an axis
 * of the preset, a seed has a trial for each value.) */
static int trials_of_seed(const struct registry *r, const struct registration *g, int k,
                          const struct record *const *record, int count)
{
    int most = 1;

    if (g->axis)
        return g->values[k].count > 0 ? g->values[k].count : 1;
    for (int i = 0; i < count; i++)
        if (record[i]->seed < r->first) {
            int n = count_seed(record, count, record[i]->seed);

            most = n > most ? n : most;
        }
    return most;
}

/* True when cell k has all trials of all fresh seeds of the registration. */
static bool is_whole(const struct registry *r, const struct registration *g, int k,
                     const char *cell, const struct results *results)
{
    const struct record **record;
    int count = records_in(results, cell, &record), kept = 0, least;
    bool whole = true;

    for (int i = 0; i < count; i++)
        if (has_value(g, k, record[i]))
            record[kept++] = record[i];
    least = trials_of_seed(r, g, k, record, kept);
    for (int i = 0; i < g->seeds && whole; i++)
        whole = count_seed(record, kept, g->first + i) >= least;
    free(record);
    return whole;
}

/* The values of all axes of a record, as a new string. */
static char *axes_of(const struct results *r, const struct record *record)
{
    struct text t = {0};

    for (int i = 0; i < r->axes; i++)
        if (!text_starts_with(r->axis[i], "probe"))
            text_add(&t, "%s\n", record_get(record, r->axis[i]));
    return t.s ? t.s : xstrdup("");
}

/* Removes the fresh trials with values of the axes that no exploratory trial has: other claims have registered these
 * values, or they were run later. */
static void drop_added(const struct registry *r, struct results *results)
{
    struct map known = {0};
    struct list labels = {0};
    int kept = 0;

    for (int i = 0; i < results->records; i++) {
        array_add(labels.item, labels.count) = axes_of(results, &results->record[i]);
        if (results->record[i].seed < r->first && map_get(&known, labels.item[i]) < 0)
            map_set(&known, labels.item[i], i);
    }
    for (int i = 0; i < results->records; i++)
        if (results->record[i].seed < r->first || map_get(&known, labels.item[i]) >= 0)
            results->record[kept++] = results->record[i];
    results->records = kept;
    map_clear(&known);
    list_clear(&labels);
}

int registry_keep(const struct registry *r, const char *id, const struct cells *cells,
                  struct results *results)
{
    const struct registration *g = registry_find(r, id);
    int kept = 0, seeds = g ? g->seeds : 0;
    bool *own; /* the trials of a registration with an axis */

    if (!r->first)
        return 0;
    if (g && !g->axis)
        drop_added(r, results);
    for (int k = 0; k < REGISTRY_CELLS && seeds; k++)
        if (cells->cell[k] && !is_whole(r, g, k, cells->cell[k], results))
            seeds = 0;
    own = xcalloc((size_t)results->records + 1, sizeof *own);
    if (seeds)
        mark_own(g, cells, results, own);
    for (int i = 0; i < results->records; i++) {
        int64_t seed = results->record[i].seed;

        if (!seeds ? seed < r->first : g->axis ? own[i] : has_seed(g, seed))
            results->record[kept++] = results->record[i];
    }
    results->records = kept;
    free(own);
    return seeds;
}
