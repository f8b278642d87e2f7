/* A sweep's results in long form, for whatever reads lines: a line per trial, metric and point. */
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "store/store.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The keys whose values stand in a line; pointers into the results. */
struct columns {
    const char **key;
    int count;
};

/* One value and where it belongs. */
struct point {
    const struct results *results;
    const struct columns *columns;
    const struct record *record;
    const struct metric_info *metric;
    double epoch, value;
};

/* "" or "null" stands for what is not finite. */
static const char *number(char out[32], double v, const char *missing)
{
    if (!isfinite(v))
        return missing;
    format_double(out, v);
    return out;
}

/* ---- columns ---- */

static bool varies(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

static void columns_add(struct columns *c, const char *key)
{
    for (int i = 0; i < c->count; i++)
        if (strcmp(c->key[i], key) == 0)
            return;
    c->key = xrealloc(c->key, (size_t)(c->count + 1) * sizeof *c->key);
    c->key[c->count++] = key;
}

/* The axes, then every other key but the seed that varies among the records. free() its array. */
static struct columns columns_of(const struct results *r)
{
    struct columns c = {0}, known = {0};

    for (int a = 0; a < r->axes; a++)
        columns_add(&c, r->axis[a]);
    columns_add(&known, "seed");
    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].config.count; k++)
            columns_add(&known, r->record[i].config.item[k].key);
    for (int i = 1; i < known.count; i++)
        if (varies(r, known.key[i]))
            columns_add(&c, known.key[i]);
    free(known.key);
    return c;
}

/* ---- lines ---- */

/* Prints a line for each value. */
static int export(const struct results *r, const struct columns *columns,
                  void (*add_line)(struct text *, const struct point *))
{
    struct text line = {0};

    for (int i = 0; i < r->records; i++) {
        const struct record *record = &r->record[i];

        for (int m = 0; m < METRICS; m++)
            for (int point = 0; point <= record->result.points; point++) {
                struct point p = {r,
                                  columns,
                                  record,
                                  &metric_info[m],
                                  trial_epochs_at(&record->result, point),
                                  record->result.curve[m][point]};

                line.length = 0;
                add_line(&line, &p);
                fwrite(line.s, 1, line.length, stdout);
            }
    }
    text_clear(&line);
    if (fflush(stdout) || ferror(stdout))
        return error("cannot write to standard output: %s", strerror(errno));
    return 0;
}

/* ---- CSV: RFC 4180, but lines end in LF alone, as Unix tools want them ---- */

static void csv_text(struct text *line, const char *s)
{
    text_add_csv(line, s);
    text_add(line, ",");
}

static void csv_line(struct text *line, const struct point *p)
{
    char epoch[32], v[32];

    format_double(epoch, p->epoch);
    csv_text(line, p->results->experiment);
    csv_text(line, p->record->key);
    for (int i = 0; i < p->columns->count; i++)
        csv_text(line, record_get(p->record, p->columns->key[i]));
    text_add(line, "%lld,", (long long)p->record->seed);
    csv_text(line, trial_status_name[p->record->result.status]);
    csv_text(line, p->metric->name);
    csv_text(line, p->metric->unit);
    text_add(line, "%s,%s\n", epoch, number(v, p->value, ""));
}

int store_export_csv(const struct results *results)
{
    struct columns columns = columns_of(results);
    struct text head = {0};
    int bad;

    text_add(&head, "experiment,key,");
    for (int i = 0; i < columns.count; i++)
        csv_text(&head, columns.key[i]);
    text_add(&head, "seed,status,metric,unit,epoch,value\n");
    fputs(head.s, stdout);
    text_clear(&head);
    bad = export(results, &columns, csv_line);
    free(columns.key);
    return bad;
}

/* ---- JSON: RFC 8259 ---- */

static void json_field(struct text *line, const char *name, const char *value)
{
    text_add_json(line, name);
    text_addn(line, ":", 1);
    text_add_json(line, value);
    text_addn(line, ",", 1);
}

static void json_line(struct text *line, const struct point *p)
{
    char epoch[32], v[32];

    format_double(epoch, p->epoch);
    text_addn(line, "{", 1);
    json_field(line, "experiment", p->results->experiment);
    json_field(line, "key", p->record->key);
    for (int i = 0; i < p->columns->count; i++)
        json_field(line, p->columns->key[i], record_get(p->record, p->columns->key[i]));
    text_add(line, "\"seed\":%lld,", (long long)p->record->seed);
    json_field(line, "status", trial_status_name[p->record->result.status]);
    json_field(line, "metric", p->metric->name);
    json_field(line, "unit", p->metric->unit);
    text_add(line, "\"epoch\":%s,\"value\":%s}\n", epoch, number(v, p->value, "null"));
}

int store_export_json(const struct results *results)
{
    struct columns columns = columns_of(results);
    int bad = export(results, &columns, json_line);

    free(columns.key);
    return bad;
}
