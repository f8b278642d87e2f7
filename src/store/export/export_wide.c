/* Prints results in wide form: a line for each trial, with its configuration and its final metrics. */
#include "base/number.h"
#include "base/system/file.h"
#include "store/export/export_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A table in wide form that is being printed. */
struct table {
    const struct results *results;
    enum export_how how;
    struct list keys;    /* of all configurations */
    char *name[METRICS]; /* of each metric's field; NULL: no trial has a final value of it */
    struct text line;
};

static const struct {
    const char *name;
    size_t offset; /* of the number, a double, in struct trial_result */
} numbers[] = {
    {"seconds", offsetof(struct trial_result, seconds)},
    {"peak_bytes", offsetof(struct trial_result, peak_bytes)},
    {"parameters", offsetof(struct trial_result, parameters)},
    {"steps", offsetof(struct trial_result, steps)},
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

/* True when some trial has a final value of the metric. */
static bool has_final(const struct results *r, enum metric m)
{
    for (int i = 0; i < r->records; i++)
        if (!isnan(trial_final(&r->record[i].result, m)))
            return true;
    return false;
}

/* Finds the keys and metrics that have fields. */
static void find_fields(struct table *t, const struct results *r)
{
    t->keys = results_keys(r);
    for (int m = 0; m < METRICS; m++)
        if (has_final(r, (enum metric)m))
            t->name[m] =
                format_new("%s%s", list_has(&t->keys, metric_info[m].name) ? "result_" : "",
                           metric_info[m].name);
}

static void print_names(struct table *t)
{
    struct text *line = &t->line;

    text_adds(line, "experiment,key,status,");
    for (int i = 0; i < t->keys.count; i++)
        export_text(line, t->how, NULL, t->keys.item[i]);
    for (int m = 0; m < METRICS; m++)
        if (t->name[m])
            export_text(line, t->how, NULL, t->name[m]);
    for (int i = 0; i < NUMBERS; i++)
        export_text(line, t->how, NULL, numbers[i].name);
    export_text(line, t->how, NULL, "data_sha256");
    export_end(line, t->how);
}

/* Adds the value of a key; in JSON as a number where it is one. */
static void add_setting(struct table *t, const struct record *record, const char *key)
{
    const char *value = record_get(record, key);

    if (t->how == EXPORT_JSON && number_is(value) && isfinite(number_parse(value, NULL)))
        export_number(&t->line, t->how, key, number_parse(value, NULL));
    else
        export_text(&t->line, t->how, key, value);
}

static void print_trial(struct table *t, const struct record *record)
{
    const struct trial_result *r = &record->result;
    struct text *line = &t->line;
    double v;

    export_begin(line, t->how);
    export_text(line, t->how, "experiment", t->results->experiment);
    export_text(line, t->how, "key", record->key);
    export_text(line, t->how, "status", trial_status_name[r->status]);
    for (int i = 0; i < t->keys.count; i++)
        add_setting(t, record, t->keys.item[i]);
    for (int m = 0; m < METRICS; m++)
        if (t->name[m])
            export_number(line, t->how, t->name[m], trial_final(r, (enum metric)m));
    for (int i = 0; i < NUMBERS; i++) {
        memcpy(&v, (const char *)r + numbers[i].offset, sizeof v);
        export_number(line, t->how, numbers[i].name, v);
    }
    export_text(line, t->how, "data_sha256", r->data_sha256);
    export_end(line, t->how);
}

int store_export_wide(const struct results *r, enum export_how how)
{
    struct table t = {.results = r, .how = how};

    find_fields(&t, r);
    if (how != EXPORT_JSON)
        print_names(&t);
    for (int i = 0; i < r->records; i++)
        print_trial(&t, &r->record[i]);
    for (int m = 0; m < METRICS; m++)
        free(t.name[m]);
    list_clear(&t.keys);
    text_clear(&t.line);
    return file_flush_stdout();
}
