/* Finds the keys whose values differ between two results, and the cells, with labels that distinguish them and with
 * their trials paired by seed. */
#include "base/arena.h"
#include "judge/compare/compare.h"
#include <stdlib.h>
#include <string.h>

/* Returns the names of all keys in the configurations of a and b. list_clear() frees. */
static struct list key_names(const struct results *a, const struct results *b)
{
    struct list names = {0};

    for (int i = 0; i < a->records + b->records; i++) {
        const struct record *r = i < a->records ? &a->record[i] : &b->record[i - a->records];

        for (int k = 0; k < r->config.count; k++)
            list_add_new(&names, r->config.item[k].key);
    }
    return names;
}

/* ---- keys whose values differ ---- */

/* Returns the distinct values of a key. list_clear() frees. */
static struct list values_of(const struct results *r, const char *key)
{
    struct list values = {0};

    for (int i = 0; i < r->records; i++)
        if (config_get(&r->record[i].config, key))
            list_add_new(&values, config_get(&r->record[i].config, key));
    return values;
}

/* Adds to `to` the items of `from` that `other` lacks. Returns how many items of `from` are also in `other`. */
static int add_missing(struct list *to, const struct list *from, const struct list *other)
{
    int both = 0;

    for (int i = 0; i < from->count; i++)
        if (list_has(other, from->item[i]))
            both++;
        else
            list_add(to, from->item[i]);
    return both;
}

/* Sets *keys to the keys whose set of values in a differs from that in b. */
static void find_keys(struct compare_keys *keys, const struct results *a, const struct results *b)
{
    struct list names = key_names(a, b);

    for (int i = 0; i < names.count; i++) {
        struct list in_a = values_of(a, names.item[i]), in_b = values_of(b, names.item[i]);
        struct compare_key k = {0};

        k.both = add_missing(&k.only_a, &in_a, &in_b);
        add_missing(&k.only_b, &in_b, &in_a);
        if (k.only_a.count + k.only_b.count > 0) {
            k.key = xstrdup(names.item[i]);
            array_add(keys->key, keys->count) = k;
        }
        list_clear(&in_a);
        list_clear(&in_b);
    }
    list_clear(&names);
}

void compare_find_keys(struct comparison *c)
{
    struct record from_a = {.config = c->a->provenance}, from_b = {.config = c->b->provenance};

    find_keys(&c->provenance, &(struct results){.record = &from_a, .records = 1},
              &(struct results){.record = &from_b, .records = 1});
    find_keys(&c->config, c->a, c->b);
}

/* ---- keys that divide the trials into cells ---- */

static bool varies(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

/* Returns the axes of A and B, then all other keys except the seed that vary within A or within B. list_clear()
 * frees. */
static struct list dividing_keys(const struct comparison *c)
{
    struct list keys = {0}, names = key_names(c->a, c->b);

    for (int i = 0; i < c->a->axes; i++)
        list_add_new(&keys, c->a->axis[i]);
    for (int i = 0; i < c->b->axes; i++)
        list_add_new(&keys, c->b->axis[i]);
    for (int i = 0; i < names.count; i++)
        if (strcmp(names.item[i], "seed") &&
            (varies(c->a, names.item[i]) || varies(c->b, names.item[i])))
            list_add_new(&keys, names.item[i]);
    list_clear(&names);
    return keys;
}

/* ---- labels ---- */

/* Returns these keys with their values in config, such as "norm=batchnorm batch=2". Keys that are NULL are left out.
 * A new string. */
static char *label_of(const struct config *config, const struct list *keys)
{
    struct config some = {0};
    struct text text = {0};

    for (int i = 0; i < keys->count; i++)
        if (keys->item[i])
            config_set(&some, keys->item[i], config_get(config, keys->item[i]));
    config_print(&some, &text);
    config_clear(&some);
    return text.s ? text.s : xstrdup("");
}

/* Labels each cell with these keys and their values. Returns the number of different labels. */
static int label_cells(struct comparison *c, const struct list *keys)
{
    struct list labels = {0};
    int n;

    for (int i = 0; i < c->cells; i++) {
        free(c->cell[i].label);
        c->cell[i].label = label_of(&c->cell[i].config, keys);
        list_add_new(&labels, c->cell[i].label);
    }
    n = labels.count;
    list_clear(&labels);
    return n;
}

/* Labels the cells with only the keys that are needed to distinguish them. All other keys become NULL in the list.
 * The last keys are tried first, because the axes come first in the list. */
static void shorten_labels(struct comparison *c, struct list *keys)
{
    for (int i = keys->count - 1; i >= 0; i--) {
        char *key = keys->item[i];

        keys->item[i] = NULL;
        if (label_cells(c, keys) < c->cells)
            keys->item[i] = key;
        else
            free(key);
    }
    label_cells(c, keys);
}

/* ---- trials into cells ---- */

/* Returns the cell of a record; adds the cell when it is new. The pointer is valid until the next call. */
static struct compare_cell *cell_of(struct comparison *c, const struct record *r,
                                    const struct list *keys)
{
    struct compare_cell cell = {0};

    for (int i = 0; i < keys->count; i++)
        config_set(&cell.config, keys->item[i], record_get(r, keys->item[i]));
    cell.label = label_of(&cell.config, keys);
    for (int i = 0; i < c->cells; i++)
        if (strcmp(c->cell[i].label, cell.label) == 0) {
            free(cell.label);
            config_clear(&cell.config);
            return &c->cell[i];
        }
    array_add(c->cell, c->cells) = cell;
    return &c->cell[c->cells - 1];
}

/* Pairs the trials of a cell by seed. A seed occurs only once in A and once in B, because the trials of a cell agree
 * in all other keys. */
static void pair_trials(struct comparison *c, int at)
{
    const struct compare_cell *cell = &c->cell[at];

    for (int i = 0; i < cell->a_count; i++)
        for (int k = 0; k < cell->b_count; k++)
            if (cell->a[i]->seed == cell->b[k]->seed)
                array_add(c->pair, c->pairs) = (struct compare_pair){at, cell->a[i], cell->b[k]};
}

void compare_find_cells(struct comparison *c)
{
    struct list keys = dividing_keys(c);

    for (int i = 0; i < c->a->records; i++) {
        struct compare_cell *cell = cell_of(c, &c->a->record[i], &keys);

        array_add(cell->a, cell->a_count) = &c->a->record[i];
    }
    for (int i = 0; i < c->b->records; i++) {
        struct compare_cell *cell = cell_of(c, &c->b->record[i], &keys);

        array_add(cell->b, cell->b_count) = &c->b->record[i];
    }
    for (int i = 0; i < c->cells; i++)
        pair_trials(c, i);
    shorten_labels(c, &keys);
    list_clear(&keys);
}
