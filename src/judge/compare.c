#include "judge/compare.h"
#include "base/arena.h"
#include <stdlib.h>
#include <string.h>

const char *const compare_verdict_name[COMPARE_VERDICTS] = {"identical", "noise",  "changed",
                                                            "untested",  "only_a", "only_b"};

/* ---- lists ---- */

bool compare_list_has(const struct compare_list *l, const char *item)
{
    for (int i = 0; i < l->count; i++)
        if (strcmp(l->item[i], item) == 0)
            return true;
    return false;
}

void compare_list_add(struct compare_list *l, const char *item)
{
    if (compare_list_has(l, item))
        return;
    l->item = xrealloc(l->item, (size_t)(l->count + 1) * sizeof *l->item);
    l->item[l->count++] = xstrdup(item);
}

void compare_list_clear(struct compare_list *l)
{
    for (int i = 0; i < l->count; i++)
        free(l->item[i]);
    free(l->item);
    *l = (struct compare_list){0};
}

/* ---- keys ---- */

/* Adds the key, whose values are a and b, if they differ. */
static void add_key(struct compare_keys *keys, const char *key, const struct compare_list *a,
                    const struct compare_list *b)
{
    struct compare_key k = {0};

    for (int i = 0; i < a->count; i++)
        if (compare_list_has(b, a->item[i]))
            k.both++;
        else
            compare_list_add(&k.only_a, a->item[i]);
    for (int i = 0; i < b->count; i++)
        if (!compare_list_has(a, b->item[i]))
            compare_list_add(&k.only_b, b->item[i]);
    if (k.only_a.count + k.only_b.count == 0)
        return;
    k.key = xstrdup(key);
    keys->key = xrealloc(keys->key, (size_t)(keys->count + 1) * sizeof *keys->key);
    keys->key[keys->count++] = k;
}

static void clear_keys(struct compare_keys *keys)
{
    for (int i = 0; i < keys->count; i++) {
        free(keys->key[i].key);
        compare_list_clear(&keys->key[i].only_a);
        compare_list_clear(&keys->key[i].only_b);
    }
    free(keys->key);
}

static void add_names(struct compare_list *names, const struct config *c)
{
    for (int i = 0; i < c->count; i++)
        compare_list_add(names, c->item[i].key);
}

/* A key of the provenance has one value, or none. */
static void compare_provenance(struct comparison *c)
{
    struct compare_list names = {0};

    add_names(&names, &c->a->provenance);
    add_names(&names, &c->b->provenance);
    for (int i = 0; i < names.count; i++) {
        const char *a = config_get(&c->a->provenance, names.item[i]);
        const char *b = config_get(&c->b->provenance, names.item[i]);
        struct compare_list list_a = {0}, list_b = {0};

        if (a)
            compare_list_add(&list_a, a);
        if (b)
            compare_list_add(&list_b, b);
        add_key(&c->provenance, names.item[i], &list_a, &list_b);
        compare_list_clear(&list_a);
        compare_list_clear(&list_b);
    }
    compare_list_clear(&names);
}

static void add_values(struct compare_list *values, const struct results *r, const char *key)
{
    for (int i = 0; i < r->records; i++) {
        const char *value = config_get(&r->record[i].config, key);

        if (value)
            compare_list_add(values, value);
    }
}

static void compare_configuration(struct comparison *c)
{
    struct compare_list names = {0};

    for (int i = 0; i < c->a->records; i++)
        add_names(&names, &c->a->record[i].config);
    for (int i = 0; i < c->b->records; i++)
        add_names(&names, &c->b->record[i].config);
    for (int i = 0; i < names.count; i++) {
        struct compare_list a = {0}, b = {0};

        add_values(&a, c->a, names.item[i]);
        add_values(&b, c->b, names.item[i]);
        add_key(&c->config, names.item[i], &a, &b);
        compare_list_clear(&a);
        compare_list_clear(&b);
    }
    compare_list_clear(&names);
}

/* ---- statuses ---- */

static void add_status(struct comparison *c, struct compare_status s)
{
    c->status = xrealloc(c->status, (size_t)(c->statuses + 1) * sizeof *c->status);
    c->status[c->statuses++] = s;
}

static void compare_statuses(struct comparison *c)
{
    for (int i = 0; i < c->cells; i++) {
        const struct compare_cell *cell = &c->cell[i];

        for (int k = 0; k < cell->pairs; k++) {
            const struct record *a = cell->pair[k].a, *b = cell->pair[k].b;

            if (a->result.status != b->result.status)
                add_status(c,
                           (struct compare_status){i, a->seed, a->result.status, b->result.status});
        }
    }
}

/* ---- all of it ---- */

void compare_results(struct comparison *c, const struct results *a, const struct results *b)
{
    *c = (struct comparison){.a = a, .b = b};
    compare_provenance(c);
    compare_configuration(c);
    compare_find_cells(c);
    compare_statuses(c);
    compare_trials(c);
    compare_test_metrics(c);
}

void comparison_clear(struct comparison *c)
{
    clear_keys(&c->provenance);
    clear_keys(&c->config);
    for (int i = 0; i < c->cells; i++) {
        config_clear(&c->cell[i].config);
        free(c->cell[i].label);
        free(c->cell[i].a);
        free(c->cell[i].b);
        free(c->cell[i].pair);
    }
    free(c->cell);
    free(c->status);
    free(c->metric);
    *c = (struct comparison){0};
}

bool comparison_same(const struct comparison *c)
{
    bool same = strcmp(c->a->experiment, c->b->experiment) == 0 && c->a->version == c->b->version &&
                c->config.count + c->statuses == 0;

    for (int i = 0; i < c->cells && same; i++)
        same = c->cell[i].pairs == c->cell[i].a_count && c->cell[i].pairs == c->cell[i].b_count;
    for (int i = 0; i < COMPARE_FACTS; i++)
        same = same && c->fact[i] == 0;
    for (int m = 0; m < METRICS; m++)
        same = same && c->curve[m] == 0;
    for (int i = 0; i < c->metrics && same; i++)
        same = c->metric[i].verdict == COMPARE_IDENTICAL || metric_info[c->metric[i].metric].timing;
    return same;
}

void comparison_count(const struct comparison *c, enum metric m, int count[COMPARE_VERDICTS])
{
    memset(count, 0, COMPARE_VERDICTS * sizeof *count);
    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m)
            count[c->metric[i].verdict]++;
}

bool comparison_changed(const struct comparison *c, enum metric m)
{
    int count[COMPARE_VERDICTS];

    comparison_count(c, m, count);
    return count[COMPARE_CHANGED] > 0 ||
           (c->overall[m].cells > 0 && c->overall[m].adjusted < COMPARE_LEVEL);
}
