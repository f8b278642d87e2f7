/* Records and results in memory: values, cells and keys. */
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/values.h"
#include "base/list.h"
#include "base/sha256.h"
#include "store/cell.h"
#include "store/store_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct number_info number_info[NUMBERS] = {
    {"seconds", "s", offsetof(struct trial_result, seconds)},
    {"peak_bytes", "byte", offsetof(struct trial_result, peak_bytes)},
    {"parameters", "1", offsetof(struct trial_result, parameters)},
    {"steps", "1", offsetof(struct trial_result, steps)},
    {"norm_positions", "1", offsetof(struct trial_result, norm_positions)},
    {"probe_seconds", "s", offsetof(struct trial_result, probe_seconds)},
};

double number_get(const struct trial_result *r, int i)
{
    double v;

    memcpy(&v, (const char *)r + number_info[i].offset, sizeof v);
    return v;
}

void number_set(struct trial_result *r, int i, double v)
{
    memcpy((char *)r + number_info[i].offset, &v, sizeof v);
}

const char *record_get(const struct record *r, const char *key)
{
    const char *value = config_get(&r->config, key);

    return value ? value : "";
}

bool results_vary(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

struct list results_keys(const struct results *r)
{
    const struct config *before = NULL;
    struct list keys = {0};

    /* Most records have the keys of the one before, at the same indices: list_add_new(), which is slow, is left out. */
    for (int i = 0; i < r->records; before = &r->record[i++].config)
        for (int k = 0; k < r->record[i].config.count; k++) {
            const char *key = r->record[i].config.item[k].key;

            if (!before || k >= before->count || strcmp(key, before->item[k].key))
                list_add_new(&keys, key);
        }
    return keys;
}

struct list results_varying(const struct results *r)
{
    struct list keys = results_keys(r), varying = {0};

    for (int i = 0; i < keys.count; i++)
        if (results_vary(r, keys.item[i]))
            list_add(&varying, keys.item[i]);
    list_clear(&keys);
    return varying;
}

void record_clear(struct record *r)
{
    config_clear(&r->config);
    trial_result_clear(&r->result);
    config_clear(&r->origin);
    memset(r, 0, sizeof *r);
}

bool results_have_curve(const struct results *r, enum metric m)
{
    return !r->left_out[m];
}

void results_clear(struct results *r)
{
    free(r->experiment);
    list_clear(&(struct list){r->axis, r->axes});
    for (int i = 0; i < r->records; i++)
        record_clear(&r->record[i]);
    free(r->record);
    config_clear(&r->provenance);
    memset(r, 0, sizeof *r);
}

/* ---- cells ---- */

void cell_parse(const char *text, struct config *cell)
{
    if (config_parse(cell, text))
        BUG("the cell '%s' does not parse", text);
    for (int i = 0; i < cell->count; i++) {
        char *value = value_single(cell->item[i].value);

        config_set(cell, cell->item[i].key, value);
        free(value);
    }
    trial_canonical_values(cell);
}

bool record_in_cell(const struct record *r, const struct config *cell)
{
    for (int i = 0; i < cell->count; i++)
        if (strcmp(record_get(r, cell->item[i].key), cell->item[i].value))
            return false;
    return true;
}

int records_in(const struct results *r, const char *cell, const struct record ***out)
{
    struct config c = {0};
    int n = 0;

    cell_parse(cell, &c);
    *out = xcalloc((size_t)r->records + 1, sizeof **out);
    for (int i = 0; i < r->records; i++)
        if (record_in_cell(&r->record[i], &c))
            (*out)[n++] = &r->record[i];
    config_clear(&c);
    return n;
}

struct results results_only(const struct results *r, const char *cell)
{
    struct results some = *r;
    const struct record **record;

    some.records = records_in(r, cell ? cell : "", &record);
    some.record = xcalloc((size_t)some.records + 1, sizeof *some.record);
    for (int i = 0; i < some.records; i++)
        some.record[i] = *record[i];
    free(record);
    return some;
}

/* ---- keys ---- */

void store_key(const char *experiment, int version, const struct config *complete,
               char key[TRIAL_KEY])
{
    struct text t = {0};
    size_t head;
    char hex[65];

    text_add(&t, "%s/%d\n", experiment, version);
    head = t.length;
    for (int i = 0; i < complete->count; i++) {
        const struct config_item *item = &complete->item[i];

        if (!trial_key_is_hashed(item->key, item->value))
            continue;
        text_adds(&t, t.length > head ? " " : "");
        config_print_pair(trial_key_hashed(item->key), item->value, &t);
    }
    sha256_hex(t.s, t.length, hex);
    memcpy(key, hex, TRIAL_KEY - 1);
    key[TRIAL_KEY - 1] = '\0';
    text_clear(&t);
}
