/* Prints results in long form: a line for each trial, metric and point, or for each value of a profile. */
#include "base/error.h"
#include "base/formats/csv.h"
#include "base/formats/json.h"
#include "base/list.h"
#include "store/store.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the axes, then all other keys except the seed that vary among the records. list_clear() frees. */
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

static void add_text(struct text *out, enum export_how how, const char *name, const char *value)
{
    if (how == EXPORT_JSON)
        json_text(out, name, value);
    else if (how == EXPORT_SPREADSHEET)
        csv_cell(out, value);
    else
        csv_text(out, value);
}

static void add_number(struct text *out, enum export_how how, const char *name, double value)
{
    if (how == EXPORT_JSON)
        json_number(out, name, value);
    else
        csv_number(out, value);
}

/* A table in long form that is being printed. */
struct table {
    const struct results *results;
    struct list keys;
    enum export_how how;
    struct text out; /* the line */
};

static void begin_table(struct table *t, const struct results *r, enum export_how how,
                        const char *fields)
{
    *t = (struct table){.results = r, .keys = keys_of(r), .how = how};
    if (how != EXPORT_JSON) {
        text_add(&t->out, "experiment,key,");
        for (int i = 0; i < t->keys.count; i++)
            add_text(&t->out, how, NULL, t->keys.item[i]);
        text_add(&t->out, "seed,status,%s\n", fields);
    }
}

/* Adds the fields that are the same for all lines of a trial. */
static void begin_line(struct table *t, const struct record *record)
{
    struct text *out = &t->out;

    text_adds(out, t->how == EXPORT_JSON ? "{" : "");
    add_text(out, t->how, "experiment", t->results->experiment);
    add_text(out, t->how, "key", record->key);
    for (int i = 0; i < t->keys.count; i++)
        add_text(out, t->how, t->keys.item[i], record_get(record, t->keys.item[i]));
    if (t->how == EXPORT_JSON)
        json_number(out, "seed", (double)record->seed);
    else
        csv_integer(out, record->seed);
    add_text(out, t->how, "status", trial_status_name[record->result.status]);
}

static void end_line(struct table *t)
{
    if (t->how == EXPORT_JSON)
        text_adds(&t->out, "}\n");
    else
        csv_end(&t->out);
    fwrite(t->out.s, 1, t->out.length, stdout);
    t->out.length = 0;
}

/* Returns 0, or -1 after a message. */
static int end_table(struct table *t)
{
    /* the line of names is still to be printed when the table has no other line */
    fwrite(text_str(&t->out), 1, t->out.length, stdout);
    text_clear(&t->out);
    list_clear(&t->keys);
    if (fflush(stdout) || ferror(stdout))
        return error("cannot write to standard output: %s", strerror(errno));
    return 0;
}

/* ---- metrics ---- */

static void print_point(struct table *t, const struct record *record, enum metric m, int point)
{
    const struct trial_result *result = &record->result;

    begin_line(t, record);
    add_text(&t->out, t->how, "metric", metric_info[m].name);
    add_text(&t->out, t->how, "unit", metric_info[m].unit);
    add_number(&t->out, t->how, "epoch", trial_epochs_at(result, point));
    add_number(&t->out, t->how, "value", result->curve[m][point]);
    end_line(t);
}

int store_export(const struct results *r, enum export_how how)
{
    struct table t;

    begin_table(&t, r, how, "metric,unit,epoch,value");
    for (int i = 0; i < r->records; i++)
        for (int m = 0; m < METRICS; m++)
            for (int point = 0; point <= r->record[i].result.points; point++)
                print_point(&t, &r->record[i], (enum metric)m, point);
    return end_table(&t);
}

/* ---- profiles ---- */

static void print_value(struct table *t, const struct record *record, const struct profile *p,
                        int point, int layer, int column)
{
    const struct profiles *all = &record->result.profiles;

    begin_line(t, record);
    add_text(&t->out, t->how, "probe", profile_name(p));
    add_text(&t->out, t->how, "layer", p->layer.item[layer]);
    add_text(&t->out, t->how, "k", p->column[column].name);
    add_text(&t->out, t->how, "unit", p->column[column].unit);
    add_number(&t->out, t->how, "step", all->step[point]);
    add_number(&t->out, t->how, "epoch", all->epoch[point]);
    add_number(&t->out, t->how, "value", *profile_at(p, point, layer, column));
    end_line(t);
}

static void print_profile(struct table *t, const struct record *record, const struct profile *p)
{
    for (int point = 0; point < record->result.profiles.points; point++)
        for (int layer = 0; layer < p->layer.count; layer++)
            for (int column = 0; column < p->columns; column++)
                print_value(t, record, p, point, layer, column);
}

int store_export_profiles(const struct results *r, const char *probe, enum export_how how)
{
    struct table t;

    begin_table(&t, r, how, "probe,layer,k,unit,step,epoch,value");
    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].result.profiles.count; k++) {
            const struct profile *p = &r->record[i].result.profiles.item[k];

            if (!probe || strcmp(profile_name(p), probe) == 0)
                print_profile(&t, &r->record[i], p);
        }
    return end_table(&t);
}
