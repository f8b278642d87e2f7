#include "sweep/fresh/registry.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "store/cell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Adds the registration of a line, whose pairs key=value are in c. text: the claim. Returns false when a value is missing or
 * wrong. */
static bool add_line(struct registry *r, const struct config *c, const char *text)
{
    const char *id = config_get(c, "claim"), *time = config_get(c, "time"),
               *commit = config_get(c, "commit");
    int first = (int)number_in(c, "first_seed");
    struct registration g = {
        .seeds = (int)number_in(c, "seeds"),
        .pairs = (int)number_in(c, "pairs"),
        .mean = number_in(c, "mean"),
        .sd = number_in(c, "sd"),
    };

    if (!id || strlen(id) != CLAIM_ID - 1 || !time || !commit || first < FRESH_FIRST ||
        g.seeds < FRESH_LEAST || (r->first && first != r->first))
        return false;
    memcpy(g.id, id, CLAIM_ID);
    snprintf(g.time, sizeof g.time, "%s", time);
    g.commit = xstrdup(commit);
    g.text = xstrdup(text);
    r->first = first;
    array_add(r->claim, r->claims) = g;
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
            "%s: line %d: should have claim=, first_seed=, seeds=, time= and commit=, with the same "
            "first_seed in all lines; restore the file as it was committed",
            path, wrong);
    if (wrong)
        registry_clear(r);
    wrong = wrong || !file ? -1 : 0;
    list_clear(&lines);
    free(file);
    free(path);
    return wrong;
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
        text_add(&t, "claim=%s first_seed=%d seeds=%d pairs=%d mean=%s sd=%s time=%s commit=%s\n",
                 g->id, r->first, g->seeds, g->pairs, mean, sd, g->time, g->commit);
    }
    bad = file_write(path, text_str(&t), t.length);
    text_clear(&t);
    free(path);
    return bad;
}

void registry_clear(struct registry *r)
{
    for (int i = 0; i < r->claims; i++) {
        free(r->claim[i].commit);
        free(r->claim[i].text);
    }
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

void registry_add(struct registry *r, const struct registration *g, int first)
{
    struct registration own = *g;

    own.text = xstrdup(g->text);
    own.commit = xstrdup(source_commit());
    clock_iso(own.time);
    for (char *s = own.text; *s; s++)
        *s = *s == '\n' ? ' ' : *s;
    if (!r->first)
        r->first = first;
    array_add(r->claim, r->claims) = own;
}

/* ---- the records on which a claim is judged ---- */

/* Returns the number of records with this seed. */
static int count_seed(const struct record *const *record, int count, int64_t seed)
{
    int n = 0;

    for (int i = 0; i < count; i++)
        n += record[i]->seed == seed;
    return n;
}

/* True when the cell has all trials of all fresh seeds of the registration. A seed may have several trials in the cell, as one
 * for each value of an axis: each fresh seed must have as many as the exploratory seed that has the most. */
static bool is_whole(const struct registry *r, const struct registration *g, const char *cell,
                     const struct results *results)
{
    const struct record **record;
    int count = records_in(results, cell, &record), most = 1;
    bool whole = true;

    for (int i = 0; i < count; i++)
        if (record[i]->seed < r->first) {
            int n = count_seed(record, count, record[i]->seed);

            most = n > most ? n : most;
        }
    for (int i = 0; i < g->seeds && whole; i++)
        whole = count_seed(record, count, r->first + i) >= most;
    free(record);
    return whole;
}

int registry_keep(const struct registry *r, const char *id, const struct cells *cells,
                  struct results *results)
{
    const struct registration *g = registry_find(r, id);
    int kept = 0, seeds = g ? g->seeds : 0;

    if (!r->first)
        return 0;
    for (size_t i = 0; i < sizeof cells->cell / sizeof *cells->cell && seeds; i++)
        if (cells->cell[i] && !is_whole(r, g, cells->cell[i], results))
            seeds = 0;
    for (int i = 0; i < results->records; i++) {
        int64_t fresh =
            results->record[i].seed - r->first; /* number of the fresh seed; the first is 0 */

        if (seeds ? fresh >= 0 && fresh < seeds : fresh < 0)
            results->record[kept++] = results->record[i];
    }
    results->records = kept;
    return seeds;
}
