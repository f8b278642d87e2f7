/* The cells of two results, and labels that tell them apart. */
#include "base/arena.h"
#include "judge/compare.h"
#include <stdlib.h>
#include <string.h>

/* ---- which keys make a cell ---- */

/* Do the records differ in the key? */
static bool varies(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

static void add_axes(struct compare_list *keys, const struct results *r)
{
    for (int i = 0; i < r->axes; i++)
        compare_list_add(keys, r->axis[i]);
}

static void add_varying(struct compare_list *keys, const struct comparison *c,
                        const struct results *r)
{
    struct compare_list seen = {0};

    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].config.count; k++) {
            const char *key = r->record[i].config.item[k].key;

            if (strcmp(key, "seed") == 0 || compare_list_has(&seen, key))
                continue;
            compare_list_add(&seen, key);
            if (varies(c->a, key) || varies(c->b, key))
                compare_list_add(keys, key);
        }
    compare_list_clear(&seen);
}

/* ---- trials into cells ---- */

/* "norm=batchnorm batch=2" of those keys that are shown; a new string. */
static char *print_keys(const struct config *config, const struct compare_list *keys,
                        const bool *shown)
{
    struct config some = {0};
    struct text text = {0};

    for (int i = 0; i < keys->count; i++)
        if (shown[i])
            config_set(&some, keys->item[i], config_get(config, keys->item[i]));
    config_print(&some, &text);
    config_clear(&some);
    return text.s ? text.s : xstrdup("");
}

/* The record's cell, which is new where it is the first. */
static struct compare_cell *cell_of(struct comparison *c, const struct record *r,
                                    const struct compare_list *keys, const bool *all)
{
    struct compare_cell cell = {0};

    for (int i = 0; i < keys->count; i++)
        config_set(&cell.config, keys->item[i], record_get(r, keys->item[i]));
    cell.label = print_keys(&cell.config, keys, all);
    for (int i = 0; i < c->cells; i++)
        if (strcmp(c->cell[i].label, cell.label) == 0) {
            free(cell.label);
            config_clear(&cell.config);
            return &c->cell[i];
        }
    c->cell = xrealloc(c->cell, (size_t)(c->cells + 1) * sizeof *c->cell);
    c->cell[c->cells] = cell;
    return &c->cell[c->cells++];
}

static void add_record(const struct record ***list, int *count, const struct record *r)
{
    *list = xrealloc(*list, (size_t)(*count + 1) * sizeof **list);
    (*list)[(*count)++] = r;
}

static int by_seed(const void *a, const void *b)
{
    int64_t x = (*(const struct record *const *)a)->seed,
            y = (*(const struct record *const *)b)->seed;

    return (x > y) - (x < y);
}

/* Sorts both sides by seed, and pairs them. */
static void sort_cell(struct compare_cell *cell)
{
    if (cell->a_count)
        qsort(cell->a, (size_t)cell->a_count, sizeof *cell->a, by_seed);
    if (cell->b_count)
        qsort(cell->b, (size_t)cell->b_count, sizeof *cell->b, by_seed);
    cell->pair = xcalloc((size_t)cell->a_count + 1, sizeof *cell->pair);
    for (int i = 0, j = 0; i < cell->a_count && j < cell->b_count;) {
        int64_t a = cell->a[i]->seed, b = cell->b[j]->seed;

        if (a == b)
            cell->pair[cell->pairs++] = (struct compare_pair){cell->a[i], cell->b[j]};
        i += a <= b;
        j += b <= a;
    }
}

/* ---- labels ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Do the keys that are shown tell all cells apart? */
static bool tells_apart(const struct comparison *c, const struct compare_list *keys,
                        const bool *shown)
{
    char **label = xcalloc((size_t)c->cells, sizeof *label);
    bool apart = true;

    for (int i = 0; i < c->cells; i++)
        label[i] = print_keys(&c->cell[i].config, keys, shown);
    qsort(label, (size_t)c->cells, sizeof *label, by_text);
    for (int i = 1; i < c->cells; i++)
        apart = apart && strcmp(label[i - 1], label[i]);
    for (int i = 0; i < c->cells; i++)
        free(label[i]);
    free(label);
    return apart;
}

static size_t total_length(const struct comparison *c, const char *key)
{
    size_t total = 0;

    for (int i = 0; i < c->cells; i++)
        total += strlen(config_get(&c->cell[i].config, key));
    return total;
}

/* Hides keys as long as the others tell the cells apart; those with the longest values, such as nets,
 * go first. */
static void hide_needless(const struct comparison *c, const struct compare_list *keys, bool *shown)
{
    bool *tried = xcalloc((size_t)keys->count + 1, sizeof *tried);

    for (int round = 0; round < keys->count; round++) {
        int longest = -1;

        for (int i = 0; i < keys->count; i++)
            if (!tried[i] && (longest < 0 || total_length(c, keys->item[i]) >
                                                 total_length(c, keys->item[longest])))
                longest = i;
        tried[longest] = true;
        shown[longest] = false;
        shown[longest] = !tells_apart(c, keys, shown);
    }
    free(tried);
}

static void find_keys(const struct comparison *c, struct compare_list *keys)
{
    add_axes(keys, c->a);
    add_axes(keys, c->b);
    add_varying(keys, c, c->a);
    add_varying(keys, c, c->b);
}

void compare_find_cells(struct comparison *c)
{
    struct compare_list keys = {0};
    bool *shown;

    find_keys(c, &keys);
    shown = xcalloc((size_t)keys.count + 1, sizeof *shown);
    memset(shown, true, (size_t)keys.count);
    for (int i = 0; i < c->a->records; i++) {
        struct compare_cell *cell = cell_of(c, &c->a->record[i], &keys, shown);

        add_record(&cell->a, &cell->a_count, &c->a->record[i]);
    }
    for (int i = 0; i < c->b->records; i++) {
        struct compare_cell *cell = cell_of(c, &c->b->record[i], &keys, shown);

        add_record(&cell->b, &cell->b_count, &c->b->record[i]);
    }
    hide_needless(c, &keys, shown);
    for (int i = 0; i < c->cells; i++) {
        sort_cell(&c->cell[i]);
        free(c->cell[i].label);
        c->cell[i].label = print_keys(&c->cell[i].config, &keys, shown);
    }
    free(shown);
    compare_list_clear(&keys);
}
