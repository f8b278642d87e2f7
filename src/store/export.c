/* Prints results in long form: a line for each trial, metric and point. */
#include "base/error.h"
#include "base/formats/csv.h"
#include "base/formats/json.h"
#include "base/list.h"
#include "store/store.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The axes, then all other keys that vary among the records, except the seed. list_clear() frees. */
static struct list keys_of(const struct results *r)
{
    struct list keys = {0}, known = {0};

    for (int a = 0; a < r->axes; a++)
        list_add_new(&keys, r->axis[a]);
    list_add(&known, "seed");
    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].config.count; k++) {
            const char *key = r->record[i].config.item[k].key;

            if (list_add_new(&known, key) && results_vary(r, key))
                list_add_new(&keys, key);
        }
    list_clear(&known);
    return keys;
}

static void add_text(struct text *out, bool json, const char *name, const char *value)
{
    if (json)
        json_text(out, name, value);
    else
        csv_text(out, value);
}

static void add_number(struct text *out, bool json, const char *name, double value)
{
    if (json)
        json_number(out, name, value);
    else
        csv_number(out, value);
}

static void add_line(struct text *out, bool json, const struct results *r, const struct list *keys,
                     const struct record *record, enum metric m, int point)
{
    const struct trial_result *result = &record->result;

    text_adds(out, json ? "{" : "");
    add_text(out, json, "experiment", r->experiment);
    add_text(out, json, "key", record->key);
    for (int i = 0; i < keys->count; i++)
        add_text(out, json, keys->item[i], record_get(record, keys->item[i]));
    if (json)
        json_number(out, "seed", (double)record->seed);
    else
        csv_integer(out, record->seed);
    add_text(out, json, "status", trial_status_name[result->status]);
    add_text(out, json, "metric", metric_info[m].name);
    add_text(out, json, "unit", metric_info[m].unit);
    add_number(out, json, "epoch", trial_epochs_at(result, point));
    add_number(out, json, "value", result->curve[m][point]);
    if (json)
        text_adds(out, "}\n");
    else
        csv_end(out);
}

static int export(const struct results *r, bool json)
{
    struct list keys = keys_of(r);
    struct text out = {0};

    if (!json) {
        text_add(&out, "experiment,key,");
        for (int i = 0; i < keys.count; i++)
            csv_text(&out, keys.item[i]);
        text_add(&out, "seed,status,metric,unit,epoch,value\n");
    }
    for (int i = 0; i < r->records; i++)
        for (int m = 0; m < METRICS; m++)
            for (int point = 0; point <= r->record[i].result.points; point++) {
                add_line(&out, json, r, &keys, &r->record[i], (enum metric)m, point);
                fwrite(out.s, 1, out.length, stdout);
                out.length = 0;
            }
    /* the line of names, when there are no records */
    fwrite(text_str(&out), 1, out.length, stdout);
    text_clear(&out);
    list_clear(&keys);
    if (fflush(stdout) || ferror(stdout))
        return error("cannot write to standard output: %s", strerror(errno));
    return 0;
}

int store_export_csv(const struct results *results)
{
    return export(results, false);
}

int store_export_json(const struct results *results)
{
    return export(results, true);
}
