/* A sweep's results in long form, for whatever reads lines: a line per trial, metric and point. */
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "lab/store.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* One value and where it belongs. */
struct point {
    const struct results *results;
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

/* Prints a line for each value. */
static int export(const struct results *r, void (*add_line)(struct text *, const struct point *))
{
    struct text line = {0};

    for (int i = 0; i < r->records; i++) {
        const struct record *record = &r->record[i];

        for (int m = 0; m < METRICS; m++)
            for (int point = 0; point <= record->result.points; point++) {
                struct point p = {r, record, &metric_info[m],
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
    for (int a = 0; a < p->results->axes; a++)
        csv_text(line, record_get(p->record, p->results->axis[a]));
    text_add(line, "%lld,", (long long)p->record->seed);
    csv_text(line, trial_status_name[p->record->result.status]);
    csv_text(line, p->metric->name);
    csv_text(line, p->metric->unit);
    text_add(line, "%s,%s\n", epoch, number(v, p->value, ""));
}

int store_export_csv(const struct results *results)
{
    struct text head = {0};

    text_add(&head, "experiment,key,");
    for (int a = 0; a < results->axes; a++)
        csv_text(&head, results->axis[a]);
    text_add(&head, "seed,status,metric,unit,epoch,value\n");
    fputs(head.s, stdout);
    text_clear(&head);
    return export(results, csv_line);
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
    for (int a = 0; a < p->results->axes; a++)
        json_field(line, p->results->axis[a], record_get(p->record, p->results->axis[a]));
    text_add(line, "\"seed\":%lld,", (long long)p->record->seed);
    json_field(line, "status", trial_status_name[p->record->result.status]);
    json_field(line, "metric", p->metric->name);
    json_field(line, "unit", p->metric->unit);
    text_add(line, "\"epoch\":%s,\"value\":%s}\n", epoch, number(v, p->value, "null"));
}

int store_export_json(const struct results *results)
{
    return export(results, json_line);
}
