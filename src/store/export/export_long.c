/* Prints results in long form: a line for each trial, metric and point, or for each value of a profile. */
#include "base/formats/csv.h"
#include "base/formats/json.h"
#include "base/system/file.h"
#include "store/export/export_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- shared with other forms ---- */

struct list export_keys(const struct results *r)
{
    struct list keys = {0}, varying = results_varying(r);

    for (int a = 0; a < r->axes; a++)
        list_add_new(&keys, r->axis[a]);
    for (int i = 0; i < varying.count; i++)
        if (strcmp(varying.item[i], "seed"))
            list_add_new(&keys, varying.item[i]);
    list_clear(&varying);
    return keys;
}

void export_text(struct text *line, enum export_how how, const char *name, const char *value)
{
    if (how == EXPORT_JSON)
        json_text(line, name, value);
    else if (how == EXPORT_SPREADSHEET)
        csv_cell(line, value);
    else
        csv_text(line, value);
}

void export_number(struct text *line, enum export_how how, const char *name, double value)
{
    if (how == EXPORT_JSON)
        json_number(line, name, value);
    else
        csv_number(line, value);
}

void export_begin(struct text *line, enum export_how how)
{
    text_adds(line, how == EXPORT_JSON ? "{" : "");
}

void export_end(struct text *line, enum export_how how)
{
    if (how == EXPORT_JSON)
        text_adds(line, "}\n");
    else
        csv_end(line);
    fwrite(line->s, 1, line->length, stdout);
    line->length = 0;
}

/* ---- long form ---- */

/* A table in long form that is being printed. */
struct table {
    const struct results *results;
    struct list keys;
    enum export_how how;
    /* the line that is being made; before it, until the first line is printed, the header line */
    struct text out;
};

/* Begins a table. The header line with the names of the fields stays in t->out until the first line is printed; in JSON
 * there is no header line. fields: the names after those that all tables have. */
static void begin_table(struct table *t, const struct results *r, enum export_how how,
                        const char *fields)
{
    *t = (struct table){.results = r, .keys = export_keys(r), .how = how};
    if (how != EXPORT_JSON) {
        text_add(&t->out, "experiment,key,");
        for (int i = 0; i < t->keys.count; i++)
            export_text(&t->out, how, NULL, t->keys.item[i]);
        text_add(&t->out, "seed,status,%s\n", fields);
    }
}

/* Adds the fields that are the same for all lines of a trial. */
static void begin_line(struct table *t, const struct record *record)
{
    struct text *out = &t->out;

    export_begin(out, t->how);
    export_text(out, t->how, "experiment", t->results->experiment);
    export_text(out, t->how, "key", record->key);
    for (int i = 0; i < t->keys.count; i++)
        export_text(out, t->how, t->keys.item[i], record_get(record, t->keys.item[i]));
    if (t->how == EXPORT_JSON)
        json_number(out, "seed", (double)record->seed);
    else
        csv_integer(out, record->seed);
    export_text(out, t->how, "status", trial_status_name[record->result.status]);
}

/* Prints what is not printed yet, and frees the table. Returns 0, or -1 after a message. */
static int end_table(struct table *t)
{
    /* the header line, when the table has no other line */
    fwrite(text_str(&t->out), 1, t->out.length, stdout);
    text_clear(&t->out);
    list_clear(&t->keys);
    return file_flush_stdout();
}

/* ---- metrics ---- */

static void print_point(struct table *t, const struct record *record, enum metric m, int point)
{
    const struct trial_result *result = &record->result;

    begin_line(t, record);
    export_text(&t->out, t->how, "metric", metric_info[m].name);
    export_text(&t->out, t->how, "unit", metric_info[m].unit);
    export_number(&t->out, t->how, "epoch", trial_epochs_at(result, point));
    export_number(&t->out, t->how, "value", result->curve[m][point]);
    export_end(&t->out, t->how);
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
    export_text(&t->out, t->how, "probe", profile_name(p));
    export_text(&t->out, t->how, "layer", p->layer.item[layer]);
    export_text(&t->out, t->how, "k", p->column[column].name);
    export_text(&t->out, t->how, "unit", p->column[column].unit);
    export_number(&t->out, t->how, "step", all->step[point]);
    export_number(&t->out, t->how, "epoch", all->epoch[point]);
    export_number(&t->out, t->how, "value", *profile_at(p, point, layer, column));
    export_end(&t->out, t->how);
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
