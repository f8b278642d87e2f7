/* A sweep's results in long form, for whatever reads lines: a line per trial, metric and point. */
#include "base/error.h"
#include "base/formats/csv.h"
#include "base/formats/json.h"
#include "base/list.h"
#include "store/store.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One value and where it belongs. */
struct line {
    const struct results *results;
    const struct list *keys; /* of configurations, whose values stand in a line */
    const struct record *record;
    enum metric metric;
    int point;
};

static double line_epoch(const struct line *l)
{
    return trial_epochs_at(&l->record->result, l->point);
}

static double line_value(const struct line *l)
{
    return l->record->result.curve[l->metric][l->point];
}

/* The axes, then every other key but the seed that varies among the records. list_clear() frees. */
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

/* ---- CSV ---- */

static void csv_head(struct text *out, const struct list *keys)
{
    text_add(out, "experiment,key,");
    for (int i = 0; i < keys->count; i++)
        csv_text(out, keys->item[i]);
    text_add(out, "seed,status,metric,unit,epoch,value\n");
}

static void csv_line(struct text *out, const struct line *l)
{
    csv_text(out, l->results->experiment);
    csv_text(out, l->record->key);
    for (int i = 0; i < l->keys->count; i++)
        csv_text(out, record_get(l->record, l->keys->item[i]));
    csv_integer(out, l->record->seed);
    csv_text(out, trial_status_name[l->record->result.status]);
    csv_text(out, metric_info[l->metric].name);
    csv_text(out, metric_info[l->metric].unit);
    csv_number(out, line_epoch(l));
    csv_number(out, line_value(l));
    csv_end(out);
}

/* ---- JSON lines ---- */

static void json_line_of(struct text *out, const struct line *l)
{
    text_add(out, "{");
    json_text(out, "experiment", l->results->experiment);
    json_text(out, "key", l->record->key);
    for (int i = 0; i < l->keys->count; i++)
        json_text(out, l->keys->item[i], record_get(l->record, l->keys->item[i]));
    json_number(out, "seed", (double)l->record->seed);
    json_text(out, "status", trial_status_name[l->record->result.status]);
    json_text(out, "metric", metric_info[l->metric].name);
    json_text(out, "unit", metric_info[l->metric].unit);
    json_number(out, "epoch", line_epoch(l));
    json_number(out, "value", line_value(l));
    text_add(out, "}\n");
}

static int export(const struct results *r, bool json)
{
    struct list keys = keys_of(r);
    struct text out = {0};

    if (!json)
        csv_head(&out, &keys);
    for (int i = 0; i < r->records; i++)
        for (int m = 0; m < METRICS; m++)
            for (int point = 0; point <= r->record[i].result.points; point++) {
                struct line line = {r, &keys, &r->record[i], (enum metric)m, point};

                (json ? json_line_of : csv_line)(&out, &line);
                fwrite(out.s, 1, out.length, stdout);
                out.length = 0;
            }
    fwrite(text_str(&out), 1, out.length, stdout); /* the head, where there are no records */
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
