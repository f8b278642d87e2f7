/* The cells of two results, with labels that distinguish them and trials paired by seed. */
#include "base/arena.h"
#include "judge/compare.h"
#include <stdlib.h>
#include <string.h>

/* ---- keys that keep cells apart ---- */

static bool varies(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

/* The axes of A and B, then the other keys but the seed that vary within either. */
static void find_keys(const struct comparison *c, struct list *keys)
{
    const struct results *side[] = {c->a, c->b};
    struct list seen = {0};

    for (int s = 0; s < 2; s++)
        for (int i = 0; i < side[s]->axes; i++)
            list_add_new(keys, side[s]->axis[i]);
    list_add(&seen, "seed");
    for (int s = 0; s < 2; s++)
        for (int i = 0; i < side[s]->records; i++) {
            const struct config *config = &side[s]->record[i].config;

            for (int k = 0; k < config->count; k++)
                if (list_add_new(&seen, config->item[k].key) &&
                    (varies(c->a, config->item[k].key) || varies(c->b, config->item[k].key)))
                    list_add_new(keys, config->item[k].key);
        }
    list_clear(&seen);
}

/* ---- labels ---- */

/* "norm=batchnorm batch=2" for some keys of the configuration; a new string. */
static char *label_of(const struct config *config, const struct list *keys)
{
    struct config some = {0};
    struct text text = {0};

    for (int i = 0; i < keys->count; i++)
        config_set(&some, keys->item[i], config_get(config, keys->item[i]));
    config_print(&some, &text);
    config_clear(&some);
    return text.s ? text.s : xstrdup("");
}

/* Relabels the cells by these keys; returns the number of different labels. */
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

/* Labels the cells without the keys that are not needed to distinguish them. Keys that are no axes go first. */
static void shorten_labels(struct comparison *c, const struct list *keys)
{
    struct list kept = {0};

    for (int i = 0; i < keys->count; i++)
        list_add(&kept, keys->item[i]);
    for (int i = kept.count - 1; i >= 0; i--) {
        struct list fewer = {0};

        for (int k = 0; k < kept.count; k++)
            if (k != i)
                list_add(&fewer, kept.item[k]);
        if (label_cells(c, &fewer) == c->cells) {
            list_clear(&kept);
            kept = fewer;
        } else {
            list_clear(&fewer);
        }
    }
    label_cells(c, &kept);
    list_clear(&kept);
}

/* ---- trials into cells ---- */

/* The record's cell, which is added when it is new. */
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

static int by_seed(const void *a, const void *b)
{
    int64_t x = (*(const struct record *const *)a)->seed,
            y = (*(const struct record *const *)b)->seed;

    return (x > y) - (x < y);
}

/* Sorts both sides by seed, and pairs them. */
static void pair_cell(struct compare_cell *cell)
{
    if (cell->a_count)
        qsort(cell->a, (size_t)cell->a_count, sizeof *cell->a, by_seed);
    if (cell->b_count)
        qsort(cell->b, (size_t)cell->b_count, sizeof *cell->b, by_seed);
    for (int i = 0, j = 0; i < cell->a_count && j < cell->b_count;) {
        int64_t a = cell->a[i]->seed, b = cell->b[j]->seed;

        if (a == b)
            array_add(cell->pair, cell->pairs) = (struct compare_pair){cell->a[i], cell->b[j]};
        i += a <= b;
        j += b <= a;
    }
}

void compare_find_cells(struct comparison *c)
{
    struct list keys = {0};

    find_keys(c, &keys);
    for (int i = 0; i < c->a->records; i++) {
        struct compare_cell *cell = cell_of(c, &c->a->record[i], &keys);

        array_add(cell->a, cell->a_count) = &c->a->record[i];
    }
    for (int i = 0; i < c->b->records; i++) {
        struct compare_cell *cell = cell_of(c, &c->b->record[i], &keys);

        array_add(cell->b, cell->b_count) = &c->b->record[i];
    }
    for (int i = 0; i < c->cells; i++)
        pair_cell(&c->cell[i]);
    shorten_labels(c, &keys);
    list_clear(&keys);
}
